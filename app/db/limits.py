"""The limits of the other systems, and what was used of them: the ``LimitStore`` port of the connectors' transport."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, TypeVar

from sqlalchemy import Connection, delete, insert, select

from app.db import tables
from app.db.database import Database
from app.db.leases import is_dead, own_holder
from app.db.sql import dump, load, marks, names, update_sql
from app.model.clock import parse_stamp, stamp
from app.model.errors import NotFound
from app.model.ids import new_id
from app.model.limits import CONCURRENT, WINDOWS, Bucket, Buckets, prepared

T = TypeVar("T")
_TABLE = tables.erp_rate_limits


class LimitStore:
    """``holder`` names this store among all processes on the hub."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self.holder = f"{own_holder()}/{new_id()}"

    def gone(self, holder: str) -> bool:
        return is_dead(holder.rpartition("/")[0])

    def prepare(self, connection_id: str, vendor: Mapping[str, int]) -> None:
        """See that there is a row of each kind, and no other; a limit that a person set stays. Raises :class:`NotFound`."""
        with self._db.write() as conn:
            # One after another: two programs may prepare the same new connection.
            known = select(tables.erp_connections.c.id).where(tables.erp_connections.c.id == connection_id)
            if conn.execute(known.with_for_update()).one_or_none() is None:
                raise NotFound("There is no such connection. It may have been deleted.")
            present = _load(conn, connection_id)
            wanted = prepared(present, vendor)
            gone = present.keys() - wanted.keys()
            conn.execute(delete(_TABLE).where(_TABLE.c.connection_id == connection_id, _TABLE.c.kind.in_(gone)))
            for kind, bucket in wanted.items():
                if kind not in present:
                    row = {"id": new_id(), "connection_id": connection_id, "kind": kind}
                    conn.execute(insert(_TABLE).values(**row, **_columns(bucket)))
                else:
                    _save(conn, connection_id, bucket)

    def change(self, connection_id: str, work: Callable[[Buckets], T]) -> T:
        """In a transaction that keeps all others out. Raises :class:`NotFound`."""
        with self._db.write() as conn:
            buckets = _load(conn, connection_id)
            if not buckets:
                raise NotFound("There is no such connection. It may have been deleted.")
            before = {kind: _kept(bucket) for kind, bucket in buckets.items()}
            answer = work(buckets)
            for kind, bucket in buckets.items():
                if _kept(bucket) != before[kind]:
                    _save(conn, connection_id, bucket)
            return answer

    def look(self, connection_id: str) -> Buckets:
        """As they stand; none for a connection that was never called."""
        with self._db.read() as conn:
            return _load(conn, connection_id, lock=False)


_READ = ("kind", "vendor_value", "limit_value", "blocked_until", "state")
_NAMED = ("connection_id", "kind")


def _load(conn: Connection, connection_id: str, *, lock: bool = True) -> Buckets:
    # At the driver's level, as in _save: this is done for nearly each call of a system that counts by the second.
    dialect = conn.dialect.name
    query = f"SELECT {names(_READ)} FROM {_TABLE.name} WHERE connection_id = {marks(dialect, 1)} ORDER BY kind"  # noqa: S608 - no values
    found: Buckets = {}
    for row in conn.exec_driver_sql(f"{query} FOR UPDATE" if lock and dialect != "sqlite" else query, (connection_id,)):
        bucket = Bucket(row.kind, row.vendor_value, row.limit_value)
        bucket.blocked_until = row.blocked_until and round(parse_stamp(row.blocked_until).timestamp() * 1000)
        bucket.set_state(load(row.state))
        found[row.kind] = bucket
    return found


def _save(conn: Connection, connection_id: str, bucket: Bucket) -> None:
    columns = _columns(bucket)
    sql = update_sql(conn.dialect.name, _TABLE.name, tuple(columns), _NAMED)
    conn.exec_driver_sql(sql, (*columns.values(), connection_id, bucket.kind))


def _kept(bucket: Bucket) -> tuple[Any, ...]:
    """What a change of it shows in."""
    return bucket.limit, bucket.vendor, bucket.blocked_until, dump(bucket.state())


def _columns(bucket: Bucket) -> dict[str, Any]:
    """``used`` and ``window_start`` are for whoever reads the table: all that the newest window still counts, and since when."""
    window = WINDOWS.get(bucket.kind)
    first = min(bucket.slots, default=None)
    held = sum(count for count, _ in bucket.seats.values())
    return {
        "limit_value": bucket.limit,
        "vendor_value": bucket.vendor,
        "used": held if bucket.kind == CONCURRENT else sum(bucket.slots.values()),
        "window_start": None if window is None or first is None else _stamp(first * window.slot),
        "blocked_until": None if bucket.blocked_until is None else _stamp(bucket.blocked_until),
        "state": dump(bucket.state()),
        "updated_at": stamp(),
    }


def _stamp(milliseconds: int) -> str:
    return stamp(datetime.fromtimestamp(milliseconds / 1000, UTC))
