"""The connections: which ERPs, where, how they stand. Secrets are not here (see ``secrets``)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, insert, select, update

from app.db import tables
from app.db.database import Database
from app.db.rows import Shape, where_given
from app.model.clock import stamp
from app.model.errors import NotFound
from app.model.ids import new_id

DEFAULT_TENANT = "default-tenant"

#: Keys of ``authConfig`` that are secrets with every ERP (contract §3): a last look before they would be
#: stored in clear.
SECRET_NAMES = frozenset(
    (
        "password",
        "client_secret",
        "refresh_token",
        "access_token",
        "webhook_verifier_token",
        "api_key",
        "key_file",
    )
)


@dataclass(frozen=True, slots=True)
class Connection:
    """One row of ``erp_connections``. Intervals in seconds, stamps UTC; ``books`` is the last
    ``Standing.identity``."""

    id: str
    tenant_id: str
    erp_system: str
    connection_name: str
    auth_type: str
    auth_config: Mapping[str, Any]
    base_url: str
    api_version: str | None
    organization_id: str | None
    status: str
    status_message: str | None
    sync_enabled: bool
    auto_sync_interval: int | None
    schedule: Mapping[str, Any] | None
    sync_direction: str
    books: Mapping[str, Any] | None
    paused_until: str | None
    last_sync_at: str | None
    last_success_at: str | None
    created_at: str
    updated_at: str


_SET = {"set": True, "expiresAt": "", "endsAt": ""}
_TABLE = tables.erp_connections
_SHAPE = Shape(_TABLE, Connection, json=("auth_config", "schedule", "books"))
_SETTABLE = frozenset(_SHAPE.names) - {"id", "created_at", "updated_at"}


class ConnectionStore:
    def __init__(self, db: Database) -> None:
        self._db = db

    def create(
        self,
        *,
        erp_system: str,
        connection_name: str,
        auth_type: str,
        base_url: str,
        auth_config: Mapping[str, Any] | None = None,
        tenant_id: str = DEFAULT_TENANT,
        api_version: str | None = None,
        organization_id: str | None = None,
        status: str = "active",
        sync_enabled: bool = True,
        auto_sync_interval: int | None = None,
        schedule: Mapping[str, Any] | None = None,
        sync_direction: str = "bidirectional",
    ) -> Connection:
        """A new connection. ``auth_config`` without its secrets: raises ``ValueError`` when one is still in
        it."""
        now = stamp()
        row = {
            "id": new_id(),
            "tenant_id": tenant_id,
            "erp_system": erp_system,
            "connection_name": connection_name,
            "auth_type": auth_type,
            "auth_config": _without_secrets(auth_config or {}),
            "base_url": base_url,
            "api_version": api_version,
            "organization_id": organization_id,
            "status": status,
            "sync_enabled": sync_enabled,
            "auto_sync_interval": auto_sync_interval,
            "schedule": schedule,
            "sync_direction": sync_direction,
            "created_at": now,
            "updated_at": now,
        }
        with self._db.write() as conn:
            conn.execute(insert(_TABLE).values(_SHAPE.values(row)))
            return self.get(row["id"])  # type: ignore[arg-type]

    def get(self, connection_id: str) -> Connection:
        """Raises :class:`NotFound`."""
        with self._db.read() as conn:
            row = conn.execute(_SHAPE.select().where(_TABLE.c.id == connection_id)).one_or_none()
        if row is None:
            raise NotFound("There is no such connection. It may have been deleted.")
        return _SHAPE.of(row)

    def list(
        self,
        tenant_id: str | None = None,
        system: str | None = None,
        status: str | None = None,
        *,
        after: str | None = None,
        limit: int | None = None,
    ) -> list[Connection]:
        """In the order they were made; at most ``limit`` of those ``after`` an id."""
        given = where_given({_TABLE.c.tenant_id: tenant_id, _TABLE.c.erp_system: system, _TABLE.c.status: status})
        if after is not None:
            given.append(_TABLE.c.id > after)
        query = _SHAPE.select().where(*given).order_by(_TABLE.c.id).limit(limit)
        with self._db.read() as conn:
            return [_SHAPE.of(row) for row in conn.execute(query)]

    def update(self, connection_id: str, **changes: Any) -> Connection:
        """Set fields of :class:`Connection` by name. Raises :class:`NotFound`."""
        if changes.get("auth_config") is not None:
            changes["auth_config"] = _without_secrets(changes["auth_config"])
        values = _SHAPE.values(changes, _SETTABLE)
        with self._db.write() as conn:
            conn.execute(update(_TABLE).where(_TABLE.c.id == connection_id).values(**values, updated_at=stamp()))
            return self.get(connection_id)

    def set_books(self, connection_id: str, books: Mapping[str, Any] | None) -> None:
        """Remember the books' identity of a good preflight."""
        self.update(connection_id, books=None if books is None else dict(books))

    def set_status(self, connection_id: str, status: str, message: str | None = None) -> None:
        """``active``, ``inactive``, ``error`` or ``expired``, with what to tell the admin."""
        self.update(connection_id, status=status, status_message=message)

    def pause_until(self, connection_id: str, until: str | None) -> None:
        """No run of its own accord before ``until`` (a stamp)."""
        self.update(connection_id, paused_until=until)

    def touch_sync(self, connection_id: str, *, success: bool, at: str | None = None) -> None:
        """A run ended at ``at`` (now)."""
        moment = at or stamp()
        changes = {"last_sync_at": moment, "last_success_at": moment} if success else {"last_sync_at": moment}
        with self._db.write() as conn:
            conn.execute(update(_TABLE).where(_TABLE.c.id == connection_id).values(**changes))

    def delete(self, connection_id: str) -> None:
        """Remove it with its configs, mappings, logs, links and secrets. The hub's records stay. Raises
        :class:`NotFound`."""
        hooks = select(tables.erp_webhooks.c.id).where(tables.erp_webhooks.c.connection_id == connection_id)
        with self._db.write() as conn:
            owners = [connection_id, *conn.execute(hooks).scalars()]
            conn.execute(delete(tables.secrets).where(tables.secrets.c.owner.in_(owners)))
            if conn.execute(delete(_TABLE).where(_TABLE.c.id == connection_id)).rowcount == 0:
                raise NotFound("There is no such connection. It may have been deleted.")


def _without_secrets(auth: Mapping[str, Any]) -> dict[str, Any]:
    # {"set": true} is what stands in a secret's place: that there is one; "expiresAt" and "endsAt" beside it say until when it is
    # good.
    left = {
        name for name in SECRET_NAMES & set(auth) if {**_mapping(auth[name]), "expiresAt": "", "endsAt": ""} != _SET
    }
    if left:
        raise ValueError(f"secrets belong in the SecretStore: {', '.join(sorted(left))}")
    return dict(auth)


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}
