"""A connector's own memory between runs: the ``ConnectorState`` port of one connection."""

from __future__ import annotations

from typing import Any

from sqlalchemy import delete, select

from app.db import tables
from app.db.database import Database
from app.db.sql import dump, load, upsert_sql

_TABLE = tables.connector_state
_COLUMNS = ("connection_id", "name", "value")


class DatabaseState:
    """Small JSON values by name, of one connection."""

    def __init__(self, db: Database, connection_id: str) -> None:
        self._db = db
        self._connection_id = connection_id

    def load(self, name: str) -> Any | None:
        query = select(_TABLE.c.value).where(*self._named(name))
        with self._db.read() as conn:
            return load(conn.execute(query).scalar_one_or_none())

    def save(self, name: str, value: Any) -> None:
        """Remember ``value``; ``None`` forgets it. Nothing is remembered of a connection that was deleted meanwhile."""
        own = select(tables.erp_connections.c.id).where(tables.erp_connections.c.id == self._connection_id)
        with self._db.write() as conn:
            if conn.execute(own).one_or_none() is None:
                return
            if value is None:
                conn.execute(delete(_TABLE).where(*self._named(name)))
                return
            sql = upsert_sql(self._db.dialect, _TABLE.name, _COLUMNS, _COLUMNS[:2])
            conn.exec_driver_sql(sql, (self._connection_id, name, dump(value)))

    def _named(self, name: str) -> tuple[Any, Any]:
        return _TABLE.c.connection_id == self._connection_id, _TABLE.c.name == name
