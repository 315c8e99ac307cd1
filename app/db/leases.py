"""Who runs a connection now: one process at a time, with a fencing number that every commit checks.

Times are the database's, so machines with wrong clocks agree. A lease of a process that died on this machine
is taken over at once; one of another machine when it has run out."""

from __future__ import annotations

import os
import platform
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sqlalchemy import Connection, select, text, update

from app.db import tables
from app.db.database import Database
from app.db.sql import marks, upsert_sql
from app.model.errors import Conflicting

_TABLE = tables.leases
_COLUMNS = ("connection_id", "fence")
#: The clocks of the databases, in the form of our stamps; ``:seconds`` from now.
_CLOCK = {
    "sqlite": "strftime('%Y-%m-%dT%H:%M:%fZ', 'now', :seconds || ' seconds')",
    "postgresql": """to_char(
        (clock_timestamp() + CAST(:seconds AS double precision) * interval '1 second') AT TIME ZONE 'UTC',
        'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')""",
}
#: Process start times are told with this much play, in seconds.
_PLAY = 2.0


@dataclass(frozen=True, slots=True)
class Lease:
    connection_id: str
    holder: str | None
    fence: int
    expires_at: str | None


@cache
def host() -> str:
    """Where process numbers mean what they mean here: a container on this machine may have its name, and other numbers."""
    try:
        numbers = re.sub(r"\D", "", Path("/proc/self/ns/pid").readlink().name)
    except OSError:  # not Linux
        return platform.node()
    return f"{platform.node()}/{numbers}"


@cache
def own_holder() -> str:
    """``host:pid:start time`` of this process: no other process, now or later, has the same."""
    import psutil

    return f"{host()}:{os.getpid()}:{psutil.Process().create_time():.2f}"


def is_dead(holder: str) -> bool:
    """Was ``holder`` a process of this machine that is gone? A holder elsewhere counts as living."""
    rest, _, started = holder.rpartition(":")
    where, _, pid = rest.rpartition(":")
    if where != host() or not pid.isdigit() or holder == own_holder():
        return False
    import psutil

    try:
        return abs(psutil.Process(int(pid)).create_time() - float(started)) > _PLAY
    except psutil.NoSuchProcess:
        return True
    except (psutil.Error, ValueError):
        return False


def _host_of(holder: str) -> str:
    return holder.rsplit(":", 2)[0]


class LeaseStore:
    def __init__(self, db: Database) -> None:
        self._db = db

    def take(self, connection_id: str, holder: str, seconds: float) -> int | None:
        """The fence of a fresh lease, or ``None`` while somebody living holds it (another job of this process
        too)."""
        with self._db.write() as conn:
            conn.exec_driver_sql(
                upsert_sql(self._db.dialect, "leases", _COLUMNS, ("connection_id",), ()), (connection_id, 0)
            )
            query = select(_TABLE).where(_TABLE.c.connection_id == connection_id).with_for_update()
            row = conn.execute(query).one()
            now = self._now(conn)
            free = row.holder is None or row.expires_at is None or row.expires_at <= now
            if not free and not is_dead(row.holder):
                return None
            if self._address_is_taken(conn, connection_id, holder, now):
                return None
            fence = int(row.fence) + 1
            conn.execute(
                update(_TABLE)
                .where(_TABLE.c.connection_id == connection_id)
                .values(holder=holder, fence=fence, expires_at=self._now(conn, seconds))
            )
            return fence

    def renew(self, connection_id: str, fence: int, seconds: float) -> bool:
        """Hold on for ``seconds`` from now. False: the lease is no longer ours; stop without committing
        more."""
        return self._set(connection_id, fence, seconds)

    def release(self, connection_id: str, fence: int) -> bool:
        """Give it back; the fence stays, so that a straggler's commit is still refused by the next taking."""
        return self._set(connection_id, fence, None)

    def get(self, connection_id: str) -> Lease | None:
        with self._db.read() as conn:
            row = conn.execute(select(_TABLE).where(_TABLE.c.connection_id == connection_id)).one_or_none()
        return None if row is None else Lease(*row)

    def live(self) -> set[str]:
        """The connections that a living process runs now."""
        with self._db.read() as conn:
            query = select(_TABLE).where(_TABLE.c.holder.is_not(None), _TABLE.c.expires_at > self._now(conn))
            return {row.connection_id for row in conn.execute(query) if not is_dead(row.holder)}

    def clear(self) -> None:
        """Nobody holds any: nothing runs on this hub."""
        with self._db.write() as conn:
            conn.execute(update(_TABLE).values(holder=None))

    def _address_is_taken(self, conn: Connection, connection_id: str, holder: str, now: str) -> bool:
        """Does another machine run another connection to the same address? An ERP without a login is a program on somebody's
        PC (Tally) that is asked one thing at a time; the locks that see to it on one machine end there."""
        own = tables.erp_connections.alias("own")
        other = tables.erp_connections.alias("other")
        query = (
            select(_TABLE.c.holder)
            .join(other, other.c.id == _TABLE.c.connection_id)
            .join(own, (own.c.base_url == other.c.base_url) & (own.c.id != other.c.id))
            .where(own.c.id == connection_id, own.c.auth_type == "none", _TABLE.c.expires_at > now)
        )
        return any(_host_of(other_holder) != _host_of(holder) for other_holder in conn.execute(query).scalars())

    def _set(self, connection_id: str, fence: int, seconds: float | None) -> bool:
        with self._db.write() as conn:
            values = (
                {"expires_at": self._now(conn, seconds)}
                if seconds is not None
                else {"holder": None, "expires_at": None}
            )
            held = (
                _TABLE.c.connection_id == connection_id,
                _TABLE.c.fence == fence,
                _TABLE.c.holder.is_not(None),
            )
            return conn.execute(update(_TABLE).where(*held).values(**values)).rowcount == 1

    def _now(self, conn: Connection, seconds: float = 0.0) -> str:
        return str(conn.execute(text(f"SELECT {_CLOCK[self._db.dialect]}"), {"seconds": seconds}).scalar_one())


def check_fence(conn: Connection, connection_id: str, fence: int) -> None:
    """Inside a write transaction: is ``fence`` still the newest? Raises :class:`Conflicting`
    (``lease_lost``)."""
    # At the driver's level: every transaction of a run begins with this.
    mark = marks(conn.dialect.name, 1)
    newest = conn.exec_driver_sql(f"SELECT fence FROM leases WHERE connection_id = {mark}", (connection_id,)).scalar()  # noqa: S608
    if newest != fence:
        raise Conflicting(
            "Another process took over this connection; this run stopped before it saved anything more.",
            hint="Look at the newest run of this connection.",
            code="lease_lost",
        )
