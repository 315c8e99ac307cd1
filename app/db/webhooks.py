"""Webhooks: who may send events of a connection, about what, and how each is proved. Secrets are not here (see
``secrets``)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, insert, update

from app.db import tables
from app.db.connections import DEFAULT_TENANT
from app.db.database import Database
from app.db.rows import Listed, Shape, page_of, where_given
from app.model.clock import stamp
from app.model.errors import NotFound


@dataclass(frozen=True, slots=True)
class Webhook:
    """One row of ``erp_webhooks``. ``verification_token`` is the token's hash; ``verification`` holds scheme, header,
    algorithm and encoding; ``remote_subscription`` what the ERP calls it and when it ends."""

    id: str
    tenant_id: str
    connection_id: str
    webhook_url: str | None
    subscribed_events: Sequence[str]
    entity_types: Sequence[str]
    verification_token: str
    verification: Mapping[str, Any]
    remote_subscription: Mapping[str, Any] | None
    is_active: bool
    created_at: str
    updated_at: str


_TABLE = tables.erp_webhooks
_SHAPE = Shape(_TABLE, Webhook, json=("subscribed_events", "entity_types", "verification", "remote_subscription"))
_SETTABLE = frozenset(_SHAPE.names) - {"id", "connection_id", "created_at", "updated_at"}


class WebhookStore:
    """Raises :class:`NotFound` for an unknown id."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def create(
        self,
        *,
        webhook_id: str,
        connection_id: str,
        verification_token: str,
        verification: Mapping[str, Any],
        subscribed_events: Sequence[str],
        entity_types: Sequence[str] = (),
        webhook_url: str | None = None,
        is_active: bool = True,
        tenant_id: str = DEFAULT_TENANT,
    ) -> Webhook:
        """``entity_types`` of none: all."""
        now = stamp()
        row = {
            "id": webhook_id,
            "tenant_id": tenant_id,
            "connection_id": connection_id,
            "webhook_url": webhook_url,
            "subscribed_events": list(subscribed_events),
            "entity_types": list(entity_types),
            "verification_token": verification_token,
            "verification": dict(verification),
            "is_active": is_active,
            "created_at": now,
            "updated_at": now,
        }
        with self._db.write() as conn:
            conn.execute(insert(_TABLE).values(_SHAPE.values(row)))
            return self.get(webhook_id)

    def get(self, webhook_id: str) -> Webhook:
        with self._db.read() as conn:
            row = conn.execute(_SHAPE.select().where(_TABLE.c.id == webhook_id)).one_or_none()
        if row is None:
            raise _unknown()
        return _SHAPE.of(row)

    def list(
        self,
        *,
        connection_id: str | None = None,
        tenant_id: str | None = None,
        limit: int = 50,
        cursor: str | None = None,
    ) -> Listed[Webhook]:
        """In the order they were made."""
        given = where_given({_TABLE.c.connection_id: connection_id, _TABLE.c.tenant_id: tenant_id})
        if cursor is not None:
            given.append(_TABLE.c.id > cursor)
        with self._db.read() as conn:
            rows = conn.execute(_SHAPE.select().where(*given).order_by(_TABLE.c.id).limit(limit + 1))
            return page_of([_SHAPE.of(row) for row in rows], limit)

    def update(self, webhook_id: str, **changes: Any) -> Webhook:
        """Set fields of :class:`Webhook` by name."""
        values = _SHAPE.values(changes, _SETTABLE)
        with self._db.write() as conn:
            conn.execute(update(_TABLE).where(_TABLE.c.id == webhook_id).values(**values, updated_at=stamp()))
            return self.get(webhook_id)

    def keep_subscription(self, webhook_id: str, told: Mapping[str, Any] | None) -> None:
        """Keep what came of asking the ERP: nothing that a person has changed."""
        values = _SHAPE.values({"remote_subscription": told}, _SETTABLE)
        with self._db.write() as conn:
            conn.execute(update(_TABLE).where(_TABLE.c.id == webhook_id).values(**values))

    def delete(self, webhook_id: str) -> None:
        """Remove it with its events and secrets."""
        with self._db.write() as conn:
            conn.execute(delete(tables.secrets).where(tables.secrets.c.owner == webhook_id))
            if conn.execute(delete(_TABLE).where(_TABLE.c.id == webhook_id)).rowcount == 0:
                raise _unknown()


def _unknown() -> NotFound:
    return NotFound("There is no such webhook. It may have been deleted.")
