"""Where each stream of a connection stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete

from app.db import tables
from app.db.database import Database
from app.db.rows import Shape, where_given
from app.db.sql import dump, upsert_sql
from app.model.clock import stamp

_TABLE = tables.cursors
_COLUMNS = ("connection_id", "stream", "scope", "position", "complete_at", "updated_at")
_KEY = ("connection_id", "stream")


@dataclass(frozen=True, slots=True)
class Cursor:
    """One row of ``cursors``. ``position`` is the connector's; ``complete_at`` the end of the last complete
    pull under this ``scope``."""

    connection_id: str
    stream: str
    scope: str
    position: Mapping[str, Any]
    complete_at: str | None
    updated_at: str


_SHAPE = Shape(_TABLE, Cursor, json=("position",))


class CursorStore:
    def __init__(self, db: Database) -> None:
        self._db = db

    def get(self, connection_id: str, stream: str) -> Cursor | None:
        query = _SHAPE.select().where(_TABLE.c.connection_id == connection_id, _TABLE.c.stream == stream)
        with self._db.read() as conn:
            row = conn.execute(query).one_or_none()
        return None if row is None else _SHAPE.of(row)

    def list(self, connection_id: str) -> list[Cursor]:
        query = _SHAPE.select().where(_TABLE.c.connection_id == connection_id).order_by(_TABLE.c.stream)
        with self._db.read() as conn:
            return [_SHAPE.of(row) for row in conn.execute(query)]

    def save(
        self,
        connection_id: str,
        stream: str,
        *,
        scope: str,
        position: Mapping[str, Any],
        complete_at: str | None,
    ) -> None:
        """Set the stream's standing. Call it inside the page's write transaction: a cursor never runs ahead
        of its data."""
        row = (connection_id, stream, scope, dump(dict(position)), complete_at, stamp())
        with self._db.write_along() as conn:
            conn.exec_driver_sql(upsert_sql(self._db.dialect, "cursors", _COLUMNS, _KEY), row)

    def clear(self, connection_id: str, stream: str | None = None) -> None:
        """Forget where a stream (or all of the connection's) stands: the next pull is a full one."""
        given = where_given({_TABLE.c.connection_id: connection_id, _TABLE.c.stream: stream})
        with self._db.write() as conn:
            conn.execute(delete(_TABLE).where(*given))
