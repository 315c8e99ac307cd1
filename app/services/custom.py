"""Systems that a site describes itself: looking at a description, trying single calls of it, learning fields from its answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from app.connectors.definitions import SETTING
from app.model.cancel import CancelToken
from app.model.errors import Conflicting
from app.services.connection_drafts import changed_connection, new_connection
from app.services.systems import SYSTEMS, installed, signs_in, system_view
from app.services.views import SystemView

if TYPE_CHECKING:
    from app.connectors.base import ConnectionSettings, ConnectorPorts
    from app.connectors.definitions import Definitions, Fault, Learned, Trial
    from app.services.parts import Parts

SYSTEM = "custom"
_NOTHING: Mapping[str, Any] = MappingProxyType({})


class CustomSystems:
    """All raise :class:`Conflicting` (``not_installed``) where this version has no such connector."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def check(self, definition: str) -> Sequence[Fault]:
        """Everything that is wrong with a definition (its line, column, field, what and what to do), in the order of its lines;
        nothing for a good one."""
        return self._definitions().check(definition)

    def parts(self, definition: str) -> Mapping[str, Any]:
        """What stands in a definition, whether or not it can be used. Raises
        :class:`app.connectors.definitions.BadDefinition` where it can't be read."""
        return self._definitions().parts(definition)

    def login(self, definition: str) -> str:
        """The ``auth_type`` of connections with it. Raises :class:`app.connectors.definitions.BadDefinition`."""
        return self._definitions().login(definition)

    def resources(self, definition: str) -> Mapping[str, Sequence[str]]:
        """Its resources with the calls that each has. Raises :class:`app.connectors.definitions.BadDefinition`."""
        return self._definitions().resources(definition)

    def view(self, definition: str) -> SystemView:
        """The system as it is offered with that definition: what it can sync. Raises
        :class:`app.connectors.definitions.BadDefinition`."""
        login, auth = self.login(definition), {SETTING: definition}
        kind = installed(self._parts.registry, SYSTEM).fitted(auth)
        found = system_view(SYSTEMS[SYSTEM], kind)
        return replace(found, title=kind.spec.title, auth_types=(login,), signs_in=signs_in(kind, login, auth))

    def attempt(
        self,
        draft: Mapping[str, Any],
        resource: str,
        call: str,
        given: Mapping[str, Any] = _NOTHING,
        connection_id: str | None = None,
        cancel: CancelToken | None = None,
    ) -> Trial:
        """Do one call as the draft of a connection says and show what was asked and answered, without secrets. Calls that write do
        so. ``given`` is what the call's names stand for (``id``, ``record``); ``connection_id``: the stored connection whose
        secrets are used where the draft has none. Raises :class:`app.model.errors.InvalidInput` and connector errors."""
        settings, ports = self._settings(draft, connection_id)
        return self._definitions().attempt(settings, ports, resource, call, given, cancel or CancelToken())

    def learn(
        self,
        draft: Mapping[str, Any],
        resource: str,
        connection_id: str | None = None,
        cancel: CancelToken | None = None,
    ) -> Sequence[Learned]:
        """The fields that the first records of a resource have. Raises what :meth:`attempt` does."""
        settings, ports = self._settings(draft, connection_id)
        return self._definitions().learn(settings, ports, resource, cancel or CancelToken())

    def _settings(
        self, draft: Mapping[str, Any], connection_id: str | None
    ) -> tuple[ConnectionSettings, ConnectorPorts]:
        opener, registry = self._parts.opener, self._parts.registry
        if connection_id is None:
            return opener.draft(new_connection({**draft, "erp_system": SYSTEM}, registry, complete=False))
        stored = self._parts.stores.connections.get(connection_id)
        columns = {name: getattr(stored, name) for name in ("erp_system", "auth_config", "auth_type", "base_url")}
        changed = changed_connection(columns, draft, registry)
        settings = opener.settings(replace(stored, **changed.columns))
        return replace(settings, auth={**settings.auth, **changed.auth.secrets}), opener.ports_for(connection_id)

    def _definitions(self) -> Definitions:
        kind = installed(self._parts.registry, SYSTEM)
        if kind.definitions is None:
            raise Conflicting("This version takes no definitions of systems.", code="not_installed")
        return kind.definitions()
