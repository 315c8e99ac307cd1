"""From a stored connection to an open connector: the one place where its secrets are in clear."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Protocol

from app.connectors.base import ConnectionSettings, Connector, ConnectorPorts, Registry
from app.db.connections import Connection
from app.model.tokens import MemoryTokens, Tokens
from app.services.connection_drafts import ConnectionDraft
from app.services.secrecy import reveal
from app.services.systems import installed


class Secrets(Protocol):
    """What we need of the secret store: values by owner (a connection's id) and name."""

    def get(self, owner: str, name: str) -> str | None: ...

    def put(self, owner: str, name: str, value: str) -> None: ...

    def delete(self, owner: str, name: str | None = None) -> None: ...

    def has(self, owner: str, name: str) -> bool: ...

    def holds_any(self) -> bool: ...


class ScratchState:
    """A connector's memory for as long as a draft is tried."""

    def __init__(self) -> None:
        self._values: dict[str, Any] = {}

    def load(self, name: str) -> Any | None:
        return self._values.get(name)

    def save(self, name: str, value: Any) -> None:
        self._values[name] = value


class Opener:
    """Opens connectors. Raises :class:`Conflicting` (``not_installed``) for a system without one."""

    def __init__(
        self,
        registry: Registry,
        secrets: Secrets,
        ports_for: Callable[[str], ConnectorPorts],
        locks: Path,
        hide: Callable[..., None],
        hub_keys: Callable[[str], Mapping[str, str]],
    ) -> None:
        """``hide`` keeps values out of the log; ``locks`` is a folder that all our programs on this machine share; ``hub_keys``
        tells of a connection (by id) which field of each module carries our id."""
        self._registry = registry
        self._secrets = secrets
        self.ports_for = ports_for
        self._locks = locks
        self._hide = hide
        self._hub_keys = hub_keys

    def settings(self, connection: Connection) -> ConnectionSettings:
        """The connection with its secrets in clear."""
        auth = reveal(connection.auth_config, lambda path: self._secret(connection.id, path))
        return ConnectionSettings(
            id=connection.id,
            name=connection.connection_name,
            system=connection.erp_system,
            base_url=connection.base_url,
            auth_type=connection.auth_type,
            auth=auth,
            api_version=connection.api_version or "",
            organization_id=connection.organization_id or "",
            hub_keys=self._hub_keys(connection.id),
        )

    def _secret(self, owner: str, path: str) -> str | None:
        found = self._secrets.get(owner, path)
        if found:
            self._hide(found)
        return found

    def open(self, connection: Connection) -> Connector:
        kind = installed(self._registry, connection.erp_system)
        return kind.open(self.settings(connection), self.ports_for(connection.id))

    def open_draft(self, draft: ConnectionDraft) -> Connector:
        """A connector for settings that are not stored (yet): what it learns is forgotten with it."""
        kind = installed(self._registry, draft.columns["erp_system"])
        return kind.open(*self.draft(draft))

    def draft(self, draft: ConnectionDraft) -> tuple[ConnectionSettings, ConnectorPorts]:
        """What a connector is opened with for such settings."""
        columns: Mapping[str, Any] = draft.columns
        settings = ConnectionSettings(
            id="draft",
            name=columns["connection_name"],
            system=columns["erp_system"],
            base_url=columns["base_url"],
            auth_type=columns["auth_type"],
            auth=reveal(columns["auth_config"], draft.auth.secrets.get),
            api_version=columns["api_version"] or "",
            organization_id=columns["organization_id"] or "",
        )
        tokens = MemoryTokens(Tokens(str(settings.auth.get("refresh_token") or "")))
        proxy = self.ports_for("draft").proxy
        return settings, ConnectorPorts(ScratchState(), self._locks, proxy=proxy, tokens=tokens)
