"""Records that could not be taken over, with the reason, the remedy and when it is tried again: one open row
each."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, func, insert, select, update

from app.db import tables
from app.db.database import Database
from app.db.rows import Listed, Shape, page_of, where_given
from app.model.clock import Clock, stamp, utc_now
from app.model.errors import NotFound
from app.model.ids import new_id

_FIRST_WAIT = timedelta(minutes=1)
_LONGEST_WAIT = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class SyncError:
    """One row of ``sync_errors``. ``side``: ``in`` (from the ERP) or ``out`` (to it). Open while
    ``resolved_at`` is ``None``."""

    id: str
    connection_id: str
    entity_type: str
    local_id: str | None
    remote_id: str | None
    side: str
    code: str
    message: str
    hint: str
    retryable: bool
    attempts: int
    next_retry_at: str | None
    first_at: str
    last_at: str
    run_id: str | None
    resolved_at: str | None


_TABLE = tables.sync_errors
_SHAPE = Shape(_TABLE, SyncError)


def backoff(attempts: int) -> timedelta:
    """The wait after so many failed attempts: a minute, doubled each time, at most a day."""
    doublings = min(attempts - 1, 16)
    return min(_FIRST_WAIT * (1 << doublings), _LONGEST_WAIT)


class ErrorStore:
    def __init__(self, db: Database, clock: Clock = utc_now) -> None:
        self._db = db
        self._clock = clock

    def record(
        self,
        *,
        connection_id: str,
        entity_type: str,
        side: str,
        code: str,
        message: str,
        hint: str = "",
        remote_id: str | None = None,
        local_id: str | None = None,
        retryable: bool = False,
        run_id: str | None = None,
    ) -> str:
        """Note a failure; the id of its row. An open row of the same record (by ``remote_id``, else
        ``local_id``) is renewed: one more attempt, and a later retry when it is ``retryable``."""
        now = self._clock()
        with self._db.write() as conn:
            same = _same_record(connection_id, entity_type, side, remote_id, local_id)
            open_row = conn.execute(select(_TABLE.c.id, _TABLE.c.attempts).where(same)).first()
            attempts = 1 if open_row is None else open_row.attempts + 1
            row = {
                "code": code,
                "message": message,
                "hint": hint,
                "retryable": retryable,
                "attempts": attempts,
                "next_retry_at": stamp(now + backoff(attempts)) if retryable else None,
                "last_at": stamp(now),
                "run_id": run_id,
            }
            if local_id is not None:
                row["local_id"] = local_id
            if open_row is not None:
                conn.execute(update(_TABLE).where(_TABLE.c.id == open_row.id).values(**row))
                return str(open_row.id)
            row |= {"id": new_id(), "connection_id": connection_id, "entity_type": entity_type, "side": side}
            row |= {"remote_id": remote_id, "local_id": local_id, "first_at": stamp(now)}
            conn.execute(insert(_TABLE).values(**row))
            return str(row["id"])

    def resolve(
        self,
        connection_id: str,
        entity_type: str,
        *,
        remote_ids: Collection[str] = (),
        local_ids: Collection[str] = (),
        side: str | None = None,
    ) -> int:
        """Close the open rows of records that came through. Answers how many there were."""
        given = [
            _open_of(connection_id),
            _TABLE.c.entity_type == entity_type,
            *where_given({_TABLE.c.side: side}),
        ]
        with self._db.write() as conn:
            return sum(
                conn.execute(update(_TABLE).where(*given, named).values(resolved_at=stamp(self._clock()))).rowcount
                for named in _named(remote_ids, local_ids)
            )

    def retry_now(
        self, connection_id: str, *, remote_ids: Collection[str] = (), local_ids: Collection[str] = ()
    ) -> None:
        """A record changed on either side: what failed before may be tried at once."""
        with self._db.write() as conn:
            for named in _named(remote_ids, local_ids):
                conn.execute(
                    update(_TABLE).where(_open_of(connection_id), named).values(next_retry_at=stamp(self._clock()))
                )

    def open_remote_ids(self, connection_id: str, side: str = "in") -> set[tuple[str, str]]:
        """``(entity_type, remote_id)`` of every open row: for hot paths that resolve only what was open."""
        query = select(_TABLE.c.entity_type, _TABLE.c.remote_id).where(
            _open_of(connection_id), _TABLE.c.side == side, _TABLE.c.remote_id.is_not(None)
        )
        with self._db.read() as conn:
            return {(row.entity_type, row.remote_id) for row in conn.execute(query)}

    def open_local_ids(self, connection_id: str, side: str = "out") -> set[str]:
        """The hub records with an open row."""
        query = select(_TABLE.c.local_id).where(
            _open_of(connection_id), _TABLE.c.side == side, _TABLE.c.local_id.is_not(None)
        )
        with self._db.read() as conn:
            return set(conn.execute(query).scalars())

    def due(self, connection_id: str, side: str | None = None, limit: int | None = None) -> list[SyncError]:
        """The open rows whose time to be tried again has come, the longest waiting first (at most ``limit``)."""
        query = (
            _SHAPE.select()
            .where(
                _open_of(connection_id),
                _TABLE.c.next_retry_at <= stamp(self._clock()),
                *where_given({_TABLE.c.side: side}),
            )
            .order_by(_TABLE.c.next_retry_at)
            .limit(limit)
        )
        with self._db.read() as conn:
            return [_SHAPE.of(row) for row in conn.execute(query)]

    def list(
        self,
        *,
        run_id: str | None = None,
        connection_id: str | None = None,
        entity_type: str | None = None,
        local_id: str | None = None,
        open_only: bool = False,
        limit: int = 50,
        cursor: str | None = None,
    ) -> Listed[SyncError]:
        """The newest first. ``run_id`` is the run of the last attempt."""
        given = where_given(
            {
                _TABLE.c.run_id: run_id,
                _TABLE.c.connection_id: connection_id,
                _TABLE.c.entity_type: entity_type,
                _TABLE.c.local_id: local_id,
            }
        )
        if open_only:
            given.append(_TABLE.c.resolved_at.is_(None))
        if cursor is not None:
            given.append(_TABLE.c.id < cursor)
        query = _SHAPE.select().where(*given).order_by(_TABLE.c.id.desc()).limit(limit + 1)
        with self._db.read() as conn:
            return page_of([_SHAPE.of(row) for row in conn.execute(query)], limit)

    def get(self, error_id: str) -> SyncError:
        """Raises :class:`NotFound`."""
        with self._db.read() as conn:
            row = conn.execute(_SHAPE.select().where(_TABLE.c.id == error_id)).one_or_none()
        if row is None:
            raise NotFound("There is no such error. It may have been settled and cleared away.")
        return _SHAPE.of(row)

    def count_open(self, connection_id: str | None = None) -> int:
        query = (
            select(func.count())
            .select_from(_TABLE)
            .where(_TABLE.c.resolved_at.is_(None), *where_given({_TABLE.c.connection_id: connection_id}))
        )
        with self._db.read() as conn:
            return int(conn.execute(query).scalar_one())


def _open_of(connection_id: str) -> ColumnElement[bool]:
    return (_TABLE.c.connection_id == connection_id) & _TABLE.c.resolved_at.is_(None)


def _same_record(
    connection_id: str, entity_type: str, side: str, remote_id: str | None, local_id: str | None
) -> ColumnElement[bool]:
    named = _TABLE.c.remote_id == remote_id if remote_id is not None else _TABLE.c.local_id == local_id
    return _open_of(connection_id) & (_TABLE.c.entity_type == entity_type) & (_TABLE.c.side == side) & named


def _named(remote_ids: Collection[str], local_ids: Collection[str]) -> list[ColumnElement[Any]]:
    """One condition for each few hundred ids: SQLite's list of parameters is finite."""
    chunk = 500
    return [
        column.in_(ids[at : at + chunk])
        for column, ids in ((_TABLE.c.remote_id, list(remote_ids)), (_TABLE.c.local_id, list(local_ids)))
        for at in range(0, len(ids), chunk)
    ]
