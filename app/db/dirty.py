"""What a connection has yet to hear of, and what of it waits (engine: Push). Every method works inside the caller's
transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from app.db.batch import DIRTY
from app.db.sql import upsert_sql
from app.db.tables import entity_tables

#: ``next_at`` of a record that was refused for good: until somebody changes it, or asks for another try.
NEVER = "9999-12-31T00:00:00.000Z"
#: Before :data:`NEVER`, after everything else.
_FAR = "9999"


@dataclass(frozen=True, slots=True)
class DirtyRow:
    local_id: str
    since: str
    attempts: int


@dataclass(frozen=True, slots=True)
class DirtyCounts:
    """Of one entity: hub records that have no link yet, linked ones, and deleted ones that are linked."""

    unlinked: int
    linked: int
    deleted: int


class DirtyStore:
    def __init__(self, dialect: str) -> None:
        self._dialect = dialect
        self._mark = "?" if dialect == "sqlite" else "%s"

    def _sql(self, sql: str) -> str:
        return sql if self._mark == "?" else sql.replace("?", self._mark)

    def due(
        self, conn: Connection, connection_id: str, entity: str, now: str, *, after: str, limit: int, all_waiting: bool
    ) -> list[DirtyRow]:
        """The records to look at now, in the order of their ids. ``all_waiting``: also those whose time to be tried again has
        not come (a run that a person asked for), but not those that were refused for good."""
        rows = conn.exec_driver_sql(
            self._sql(
                "SELECT d.local_entity_id, d.since, d.attempts FROM dirty d WHERE d.connection_id = ? AND d.entity_type = ?"
                " AND d.local_entity_id > ? AND (d.next_at IS NULL OR d.next_at <= ?)"
                " AND (d.waits_for IS NULL OR EXISTS (SELECT 1 FROM erp_entity_sync_records l"
                " WHERE l.local_entity_id = d.waits_for AND l.connection_id = d.connection_id"
                " AND l.remote_deleted_at IS NULL)) ORDER BY d.local_entity_id LIMIT ?"
            ),
            (connection_id, entity, after, _FAR if all_waiting else now, limit),
        )
        return [DirtyRow(*row) for row in rows]

    def everyone(
        self, conn: Connection, connection_id: str, entity: str, *, after: str, limit: int, linked_too: bool
    ) -> list[DirtyRow]:
        """What :meth:`seed` would mark, in the order of their ids."""
        rows = conn.exec_driver_sql(
            self._sql(f"SELECT t.id, t.updated_at {_everyone(entity, linked_too)} AND t.id > ? ORDER BY t.id LIMIT ?"),
            (connection_id, after, limit),
        )
        return [DirtyRow(row[0], row[1], 0) for row in rows]

    def seed(self, conn: Connection, connection_id: str, entity: str, now: str, *, linked_too: bool) -> None:
        """Have every living hub record of an entity looked at: the connection is new (those without a link), or maps
        otherwise than before (``linked_too``)."""
        conn.exec_driver_sql(
            self._sql(
                f"INSERT INTO dirty ({', '.join(DIRTY)}) SELECT CAST(? AS VARCHAR), t.id, CAST(? AS VARCHAR),"
                f" CAST(? AS VARCHAR), 0, NULL, NULL {_everyone(entity, linked_too)}"
                " ON CONFLICT (connection_id, local_entity_id) DO UPDATE SET since = excluded.since, attempts = 0,"
                " next_at = NULL, waits_for = NULL"
            ),
            (connection_id, entity, now, connection_id),
        )

    def mark(self, conn: Connection, connection_id: str, entity: str, local_ids: Iterable[str], now: str) -> None:
        """Have these looked at again, whatever they waited for."""
        rows = [(connection_id, local_id, entity, now, 0, None, None) for local_id in local_ids]
        if rows:
            conn.exec_driver_sql(upsert_sql(self._dialect, "dirty", DIRTY, DIRTY[:2]), rows)

    def forget(self, conn: Connection, connection_id: str, entity: str, seen: Sequence[tuple[str, int]]) -> None:
        """There is nothing to send of these ``(hub id, version)``; one that was changed since is left."""
        table = entity_tables[entity].name
        if seen:
            conn.exec_driver_sql(
                self._sql(
                    "DELETE FROM dirty WHERE connection_id = ? AND local_entity_id = ?"  # noqa: S608
                    f' AND NOT EXISTS (SELECT 1 FROM "{table}" WHERE id = ? AND version <> ?)'
                ),
                [(connection_id, local_id, local_id, version) for local_id, version in seen],
            )

    def drop(self, conn: Connection, connection_id: str, local_ids: Sequence[str]) -> None:
        """The connection is not to hear of these."""
        if local_ids:
            conn.exec_driver_sql(
                self._sql("DELETE FROM dirty WHERE connection_id = ? AND local_entity_id = ?"),
                [(connection_id, local_id) for local_id in local_ids],
            )

    def postpone(
        self,
        conn: Connection,
        connection_id: str,
        local_id: str,
        *,
        next_at: str | None,
        attempts: int,
        waits_for: str | None = None,
    ) -> None:
        conn.exec_driver_sql(
            self._sql(
                "UPDATE dirty SET next_at = ?, attempts = ?, waits_for = ? WHERE connection_id = ? AND local_entity_id = ?"
            ),
            (next_at, attempts, waits_for, connection_id, local_id),
        )

    def attempts(self, conn: Connection, connection_id: str, local_id: str) -> int:
        row = conn.exec_driver_sql(
            self._sql("SELECT attempts FROM dirty WHERE connection_id = ? AND local_entity_id = ?"),
            (connection_id, local_id),
        ).first()
        return 0 if row is None else int(row[0])

    def counts(self, conn: Connection, connection_id: str, entity: str, now: str, *, all_waiting: bool) -> DirtyCounts:
        """What a push would at most send now, for the guards."""
        sql = (
            "SELECT coalesce(sum(CASE WHEN l.id IS NULL AND t.deleted_at IS NULL THEN 1 ELSE 0 END), 0),"  # noqa: S608
            " coalesce(sum(CASE WHEN l.id IS NOT NULL AND t.deleted_at IS NULL THEN 1 ELSE 0 END), 0),"
            " coalesce(sum(CASE WHEN l.id IS NOT NULL AND t.deleted_at IS NOT NULL THEN 1 ELSE 0 END), 0)"
            f' FROM dirty d JOIN "{entity_tables[entity].name}" t ON t.id = d.local_entity_id'
            " LEFT JOIN erp_entity_sync_records l ON l.local_entity_id = d.local_entity_id"
            " AND l.connection_id = d.connection_id AND l.remote_deleted_at IS NULL"
            " WHERE d.connection_id = ? AND d.entity_type = ? AND (d.next_at IS NULL OR d.next_at <= ?)"
            " AND (l.paused IS NULL OR NOT l.paused)"
        )
        row = conn.exec_driver_sql(self._sql(sql), (connection_id, entity, _FAR if all_waiting else now)).one()
        return DirtyCounts(int(row[0]), int(row[1]), int(row[2]))

    def unsent(self, conn: Connection, connection_id: str, most: int) -> int:
        """So many changes go with the next sync, counted up to ``most``: of a kind that is sent, and neither refused, put off,
        waiting for another record, nor paused."""
        sql = (
            "SELECT count(*) FROM (SELECT 1 FROM dirty d WHERE d.connection_id = ? AND d.entity_type IN"
            " (SELECT entity_type FROM erp_sync_configs WHERE connection_id = ? AND is_active"
            " AND sync_direction IN ('push', 'bidirectional')) AND d.next_at IS NULL AND d.waits_for IS NULL"
            " AND NOT EXISTS (SELECT 1 FROM erp_entity_sync_records l WHERE l.local_entity_id = d.local_entity_id"
            " AND l.connection_id = d.connection_id AND l.paused) LIMIT ?) AS found"
        )
        return int(conn.exec_driver_sql(self._sql(sql), (connection_id, connection_id, most)).scalar_one())

    def marked(self, conn: Connection, connection_id: str, local_ids: Sequence[str]) -> set[str]:
        """Of hub records, those that are marked."""
        marks = ",".join(["?"] * len(local_ids))
        if not local_ids:
            return set()
        rows = conn.exec_driver_sql(
            self._sql(f"SELECT local_entity_id FROM dirty WHERE connection_id = ? AND local_entity_id IN ({marks})"),  # noqa: S608
            (connection_id, *local_ids),
        )
        return {row[0] for row in rows}

    def waiting(self, conn: Connection, connection_id: str) -> set[str]:
        """The hub records that wait for a time or for another record: a change on the other side frees them."""
        rows = conn.exec_driver_sql(
            self._sql(
                "SELECT local_entity_id FROM dirty WHERE connection_id = ? AND (next_at IS NOT NULL OR waits_for IS NOT NULL)"
            ),
            (connection_id,),
        )
        return {row[0] for row in rows}


def _everyone(entity: str, linked_too: bool) -> str:
    """The rest of a query over an entity's living records; its parameter is the connection."""
    unlinked = (
        "NOT EXISTS (SELECT 1 FROM erp_entity_sync_records l WHERE l.local_entity_id = t.id AND l.connection_id = ?"
        " AND l.remote_deleted_at IS NULL)"
    )
    chosen = "CAST(? AS VARCHAR) IS NOT NULL" if linked_too else unlinked
    return f'FROM "{entity_tables[entity].name}" t WHERE t.deleted_at IS NULL AND {chosen}'
