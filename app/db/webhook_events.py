"""The queue of webhook events: on the disk before they are answered, worked off in order, kept with what became of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, or_, select, update
from sqlalchemy.exc import IntegrityError

from app.db import tables
from app.db.database import Database
from app.db.rows import Listed, Shape, page_of, where_given
from app.db.sql import insert_sql, upsert_sql
from app.model.clock import parse_stamp, stamp
from app.model.errors import NotFound

RECEIVED, PROCESSING, PROCESSED, IGNORED, FAILED = "received", "processing", "processed", "ignored", "failed"
STATUSES = (RECEIVED, PROCESSING, PROCESSED, IGNORED, FAILED)
SETTLED = frozenset({PROCESSED, IGNORED, FAILED})
#: An event without id and time that comes again within this is the same one, sent again; later it tells of another change.
SAME = timedelta(seconds=60)
#: Events that one run takes up, and that a statement names.
TAKEN = 10_000
_LOT = 500


@dataclass(frozen=True, slots=True)
class Arrival:
    """An event as it came in. ``timeless``: neither id nor time tells it from the same change made again. ``ignored`` says
    why nothing will come of it."""

    id: str
    webhook_id: str
    key: str
    type: str
    module: str
    remote_id: str
    payload: str
    headers: str
    timeless: bool = False
    ignored: str = ""


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """One row of ``erp_webhook_events``. ``outcome``: created, updated, deleted, unchanged, conflict, ignored or failed;
    ``error`` says in words why it waits, is ignored or failed."""

    id: str
    webhook_id: str
    event_key: str
    event_type: str | None
    remote_module: str | None
    entity_type: str | None
    remote_id: str | None
    payload: Any
    headers: Mapping[str, str]
    status: str
    outcome: str | None
    attempts: int
    next_attempt_at: str | None
    run_id: str | None
    received_at: str
    processed_at: str | None
    error: str | None


@dataclass(frozen=True, slots=True)
class Queued:
    """An event that waits, or is in a run, without what it came with."""

    id: str
    webhook_id: str
    type: str
    module: str
    entity: str | None
    remote_id: str
    attempts: int
    next_attempt_at: str | None
    run_id: str | None


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of an event."""

    id: str
    status: str
    outcome: str
    error: str | None = None
    entity: str | None = None


_TABLE = tables.erp_webhook_events
_HOOKS = tables.erp_webhooks
_SHAPE = Shape(_TABLE, StoredEvent, json=("payload", "headers"))
_COLUMNS = (
    "id", "webhook_id", "event_key", "event_type", "remote_module", "remote_id", "payload", "headers", "status",
    "outcome", "attempts", "again", "received_at", "processed_at", "error",
)  # fmt: skip
_KEY = ("webhook_id", "event_key")


class EventStore:
    def __init__(self, db: Database) -> None:
        self._db = db

    # --- coming in -----------------------------------------------------------------------------------------------

    def add(self, lots: Sequence[Sequence[Arrival]]) -> list[list[str] | None]:
        """Store what came in with several calls in one transaction that is on the disk when this returns: the ids of each
        call's events, those of an earlier delivery where it came again; ``None`` where the webhook is gone."""
        try:
            return list(self._added(lots))
        except IntegrityError:  # one of the webhooks was deleted a moment ago
            if len(lots) == 1:
                return [None]
            return [found for lot in lots for found in self.add([lot])]

    def _added(self, lots: Sequence[Sequence[Arrival]]) -> Iterable[list[str]]:
        everything = [arrival for lot in lots for arrival in lot]
        now = stamp()
        known: Mapping[str, str] = {}
        if everything:
            with self._db.write_full() as conn:
                sql = upsert_sql(self._db.dialect, _TABLE.name, _COLUMNS, _KEY, ())
                done = conn.exec_driver_sql(sql, [_row(one, now) for one in everything])
                if done.rowcount != len(everything):
                    known = self._came_again(conn, everything, now)
        return [[known.get(one.id, one.id) for one in lot] for lot in lots]

    def _came_again(self, conn: Connection, arrivals: Sequence[Arrival], now: str) -> dict[str, str]:
        """The ids of the stored events by those of the arrivals that are the same."""
        there: dict[tuple[str, str], Any] = {}
        columns = (_TABLE.c.id, _TABLE.c.webhook_id, _TABLE.c.event_key, _TABLE.c.status, _TABLE.c.received_at)
        keys = list(dict.fromkeys(one.key for one in arrivals))
        for at in range(0, len(keys), _LOT):
            found = conn.execute(select(*columns).where(_TABLE.c.event_key.in_(keys[at : at + _LOT])))
            there |= {(row.webhook_id, row.event_key): row for row in found}
        fresh = {one.id for one in arrivals}
        known: dict[str, str] = {}
        told_again: dict[str, str] = {}
        for one in arrivals:
            row = there[one.webhook_id, one.key]
            if row.id in fresh or not one.timeless:
                known[one.id] = row.id
            else:  # a body may hold the same event twice
                if row.id not in told_again:
                    told_again[row.id] = self._told_again(conn, one, row, now)
                known[one.id] = told_again[row.id]
        return known

    def _told_again(self, conn: Connection, arrival: Arrival, row: Any, now: str) -> str:
        """The record may have changed once more since it was read: it is read again. The id of the event to watch."""
        mine = update(_TABLE).where(_TABLE.c.id == row.id)
        if row.status == RECEIVED:
            return str(row.id)
        if row.status == PROCESSING:
            conn.execute(mine.values(again=True))
            return str(row.id)
        if parse_stamp(now) - parse_stamp(row.received_at) <= SAME:
            conn.execute(mine.values(status=RECEIVED, attempts=0, next_attempt_at=None, error=None, run_id=None))
            return str(row.id)
        conn.execute(mine.values(event_key=f"{arrival.key}:{row.id}"))
        conn.exec_driver_sql(insert_sql(self._db.dialect, _TABLE.name, _COLUMNS), [_row(arrival, now)])
        return arrival.id

    # --- working off ---------------------------------------------------------------------------------------------

    def waiting(self) -> list[str]:
        """The connections with events that wait or are in a run."""
        query = (
            select(_HOOKS.c.connection_id)
            .distinct()
            .join(_TABLE, _TABLE.c.webhook_id == _HOOKS.c.id)
            .where(_TABLE.c.status.in_((RECEIVED, PROCESSING)))
        )
        with self._db.read() as conn:
            if not any(self._any(conn, status) for status in (RECEIVED, PROCESSING)):
                return []  # asked every few seconds, and with many events the join takes 25 ms to find none
            return list(conn.execute(query).scalars())

    @staticmethod
    def _any(conn: Connection, status: str) -> bool:
        return conn.execute(select(func.min(_TABLE.c.id)).where(_TABLE.c.status == status)).scalar_one() is not None

    def next_due(self) -> str | None:
        """When the first event that is put off is due."""
        query = select(func.min(_TABLE.c.next_attempt_at)).where(_TABLE.c.status == RECEIVED)
        with self._db.read() as conn:
            found: str | None = conn.execute(query).scalar_one()
        return found

    def runs(self, connection_id: str) -> list[str | None]:
        """The runs that events of a connection are in; ``None``: taken up, and the run is not asked for yet."""
        query = select(_TABLE.c.run_id).distinct().where(_of(connection_id), _TABLE.c.status == PROCESSING)
        with self._db.read() as conn:
            return list(conn.execute(query).scalars())

    def of_run(self, connection_id: str, run_id: str | None) -> list[Queued]:
        with self._db.read() as conn:
            return _queued(conn, _of(connection_id), _TABLE.c.status == PROCESSING, _TABLE.c.run_id == run_id)

    def claim(self, connection_id: str, now: str) -> list[Queued]:
        """Take up what is due of a connection, in the order in which it came. What tells of a record of which an earlier
        event is put off waits behind that."""
        with self._db.write() as conn:
            taken: list[Queued] = []
            behind: set[tuple[str, str]] = set()
            for one in _queued(conn, _of(connection_id), _TABLE.c.status == RECEIVED, limit=2 * TAKEN):
                record = (one.module.casefold(), one.remote_id)
                if record in behind or (one.next_attempt_at or "") > now or len(taken) == TAKEN:
                    behind.add(record)
                else:
                    taken.append(one)
            _set(conn, [one.id for one in taken], status=PROCESSING, next_attempt_at=None, error=None, run_id=None)
        return taken

    def in_run(self, ids: Collection[str], run_id: str) -> None:
        """They are in that run."""
        with self._db.write() as conn:
            _set(conn, ids, run_id=run_id)

    def settle(self, results: Sequence[Settled], now: str) -> None:
        """Keep what became of events; one that was told of once more meanwhile waits again."""
        with self._db.write() as conn:
            same: dict[tuple[str, str, str | None, str | None], list[str]] = {}
            for one in results:
                same.setdefault((one.status, one.outcome, one.error, one.entity), []).append(one.id)
            for (status, outcome, error, entity), ids in same.items():
                values = {"status": status, "outcome": outcome, "error": error, "processed_at": now}
                if entity is not None:
                    values["entity_type"] = entity
                _set(conn, ids, _TABLE.c.again.is_(False), **values)
                _set(conn, ids, _TABLE.c.again.is_(True), status=RECEIVED, attempts=0, again=False, run_id=None)

    def put_off(self, ids: Collection[str], until: str | None, error: str, *, counted: bool = True) -> None:
        """Their run came to nothing: they wait until then (``None``: for the next occasion)."""
        with self._db.write() as conn:
            attempts = _TABLE.c.attempts + 1 if counted else _TABLE.c.attempts
            _set(
                conn,
                ids,
                status=RECEIVED,
                attempts=attempts,
                next_attempt_at=until,
                error=error,
                again=False,
                run_id=None,
            )

    def explain(self, connection_id: str, why: str) -> None:
        """Say of what waits why it does."""
        hooks = select(_HOOKS.c.id).where(_HOOKS.c.connection_id == connection_id)
        silent = (
            _TABLE.c.status == RECEIVED,
            _TABLE.c.webhook_id.in_(hooks),
            or_(_TABLE.c.error.is_(None), _TABLE.c.error != why),
        )
        with self._db.read() as conn:
            if conn.execute(select(_TABLE.c.id).where(*silent).limit(1)).first() is None:
                return
        with self._db.write() as conn:
            conn.execute(update(_TABLE).where(*silent).values(error=why))

    def replay(self, event_id: str) -> StoredEvent:
        """Put an event back into the queue; one that waits or is under way stays as it is. Raises :class:`NotFound`."""
        with self._db.write() as conn:
            conn.execute(
                update(_TABLE)
                .where(_TABLE.c.id == event_id, _TABLE.c.status.in_(SETTLED))
                .values(status=RECEIVED, attempts=0, next_attempt_at=None, error=None, outcome=None, run_id=None)
            )
            conn.execute(
                update(_TABLE)
                .where(_TABLE.c.id == event_id, _TABLE.c.status == RECEIVED)
                .values(next_attempt_at=None, processed_at=None)
            )
            return self.get(event_id)

    # --- looking -------------------------------------------------------------------------------------------------

    def get(self, event_id: str) -> StoredEvent:
        """Raises :class:`NotFound`."""
        with self._db.read() as conn:
            row = conn.execute(_SHAPE.select().where(_TABLE.c.id == event_id)).one_or_none()
        if row is None:
            raise NotFound("There is no such event. It may have been cleared away.")
        return _SHAPE.of(row)

    def list(
        self,
        *,
        webhook_id: str | None = None,
        status: str | None = None,
        limit: int = 50,
        cursor: str | None = None,
    ) -> Listed[StoredEvent]:
        """The newest first."""
        given = where_given({_TABLE.c.webhook_id: webhook_id, _TABLE.c.status: status})
        if cursor is not None:
            given.append(_TABLE.c.id < cursor)
        query = _SHAPE.select().where(*given).order_by(_TABLE.c.id.desc()).limit(limit + 1)
        with self._db.read() as conn:
            return page_of([_SHAPE.of(row) for row in conn.execute(query)], limit)


def _row(one: Arrival, now: str) -> tuple[Any, ...]:
    ended = (IGNORED, "ignored", now) if one.ignored else (RECEIVED, None, None)
    return (
        one.id, one.webhook_id, one.key, one.type, one.module, one.remote_id, one.payload, one.headers, ended[0],
        ended[1], 0, False, now, ended[2], one.ignored or None,
    )  # fmt: skip


def _of(connection_id: str) -> ColumnElement[bool]:
    return _TABLE.c.webhook_id.in_(select(_HOOKS.c.id).where(_HOOKS.c.connection_id == connection_id))


def _queued(conn: Connection, *given: ColumnElement[bool], limit: int | None = None) -> list[Queued]:
    query = (
        select(
            _TABLE.c.id,
            _TABLE.c.webhook_id,
            func.coalesce(_TABLE.c.event_type, ""),
            func.coalesce(_TABLE.c.remote_module, ""),
            _TABLE.c.entity_type,
            func.coalesce(_TABLE.c.remote_id, ""),
            _TABLE.c.attempts,
            _TABLE.c.next_attempt_at,
            _TABLE.c.run_id,
        )
        .where(*given)
        .order_by(_TABLE.c.id)
        .limit(limit)
    )
    return [Queued(*row) for row in conn.execute(query)]


def _set(conn: Connection, ids: Collection[str], *given: ColumnElement[bool], **values: Any) -> None:
    every = list(ids)
    for at in range(0, len(every), _LOT):
        conn.execute(update(_TABLE).where(_TABLE.c.id.in_(every[at : at + _LOT]), *given).values(**values))
