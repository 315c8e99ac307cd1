"""Who did what to the program itself: connections made, secrets set, runs approved, backups restored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import insert

from app.db import tables
from app.db.database import Database
from app.db.rows import Listed, Shape, page_of
from app.model.clock import stamp

_TABLE = tables.audit


@dataclass(frozen=True, slots=True)
class AuditEntry:
    id: int
    at: str
    actor: str
    action: str
    target: str | None
    details: Mapping[str, Any] | None


_SHAPE = Shape(_TABLE, AuditEntry, json=("details",))


class AuditStore:
    def __init__(self, db: Database) -> None:
        self._db = db

    def add(self, actor: str, action: str, target: str | None = None, details: Mapping[str, Any] | None = None) -> None:
        """``details`` is plain JSON and never holds a secret."""
        row = {"at": stamp(), "actor": actor, "action": action, "target": target}
        row |= _SHAPE.values({"details": None if details is None else dict(details)})
        with self._db.write() as conn:
            conn.execute(insert(_TABLE).values(row))

    def list(self, *, limit: int = 50, cursor: str | None = None) -> Listed[AuditEntry]:
        """The newest first."""
        query = _SHAPE.select().order_by(_TABLE.c.id.desc()).limit(limit + 1)
        if cursor is not None:
            query = query.where(_TABLE.c.id < int(cursor))
        with self._db.read() as conn:
            return page_of([_SHAPE.of(row) for row in conn.execute(query)], limit)
