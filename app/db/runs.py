"""The log of runs: what was synchronised when, how far it came, how it ended."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, or_, select, update

from app.db import tables
from app.db.connections import DEFAULT_TENANT
from app.db.database import Database
from app.db.rows import Listed, Shape, page_of, where_given
from app.db.sql import dump, update_sql
from app.model.clock import stamp
from app.model.errors import NotFound, RateLimited
from app.model.ids import new_id

#: Runs looked at for what the connection waits for.
_LOOKED_AT = 12
#: A run in one of these has not ended.
UNFINISHED = ("pending", "running", "held")
_INTERRUPTED = {
    "code": "interrupted",
    "message": "The program was ended while this run was under way. What it had saved is kept.",
    "hint": "Nothing to do: the next run goes on from there.",
}


@dataclass(frozen=True, slots=True)
class Run:
    """One row of ``erp_sync_logs``. ``counts`` is ``{entity: {created, updated, …}}``, ``phases`` a list of
    ``{phase, entity, seconds, records}``, ``error`` ``{code, message, hint, details}``, ``guard`` a held
    run's question."""

    id: str
    tenant_id: str
    connection_id: str
    sync_config_id: str | None
    sync_type: str
    sync_direction: str
    triggered_by: str
    status: str
    dry_run: bool
    started_at: str
    ended_at: str | None
    records_processed: int
    records_success: int
    records_failed: int
    records_skipped: int
    conflicts: int
    counts: Mapping[str, Mapping[str, int]] | None
    phases: Sequence[Mapping[str, Any]] | None
    message: str | None
    error: Mapping[str, Any] | None
    guard: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Wait:
    """A run was sent away until then; ``limit``: by our own count of the system's limits, not by its word."""

    until: datetime
    message: str
    hint: str
    limit: str


_TABLE = tables.erp_sync_logs
_ERRORS = tables.sync_errors
_SHAPE = Shape(_TABLE, Run, json=("counts", "phases", "error", "guard"))
_SETTABLE = frozenset(_SHAPE.names) - {"id", "tenant_id", "connection_id"}
_COUNTERS = ("records_processed", "records_success", "records_failed", "records_skipped", "conflicts")


class RunStore:
    def __init__(self, db: Database) -> None:
        self._db = db

    def create(
        self,
        *,
        connection_id: str,
        sync_type: str,
        sync_direction: str,
        triggered_by: str,
        sync_config_id: str | None = None,
        dry_run: bool = False,
        status: str = "running",
        tenant_id: str = DEFAULT_TENANT,
    ) -> Run:
        """A run that begins now (``running``) or waits its turn (``pending``)."""
        row = {
            "id": new_id(),
            "tenant_id": tenant_id,
            "connection_id": connection_id,
            "sync_config_id": sync_config_id,
            "sync_type": sync_type,
            "sync_direction": sync_direction,
            "triggered_by": triggered_by,
            "status": status,
            "dry_run": dry_run,
            "started_at": stamp(),
            **dict.fromkeys(_COUNTERS, 0),
        }
        with self._db.write() as conn:
            conn.execute(insert(_TABLE).values(row))
            return self.get(row["id"])  # type: ignore[arg-type]

    def get(self, run_id: str) -> Run:
        """Raises :class:`NotFound`."""
        with self._db.read() as conn:
            row = conn.execute(_SHAPE.select().where(_TABLE.c.id == run_id)).one_or_none()
        if row is None:
            raise NotFound("There is no such run. Old ones are cleared away.")
        return _SHAPE.of(row)

    def after_commit(self, do: Callable[[], object]) -> None:
        """See :meth:`app.db.database.Database.after_commit`."""
        self._db.after_commit(do)

    def begin(self, run_id: str) -> None:
        """Its turn has come. A program on another machine that took a waiting run for a dead one's, and closed it, was
        mistaken: it is open again."""
        self.progress(run_id, status="running", ended_at=None, message=None, error=None)

    def progress(self, run_id: str, **changes: Any) -> None:
        """Set counters, ``counts``, ``phases``, ``status``, ``guard`` or ``message`` of a run under way: one
        statement, for use inside a page's transaction."""
        values = _SHAPE.values(changes, _SETTABLE)
        sql = update_sql(self._db.dialect, _TABLE.name, tuple(values), ("id",))
        with self._db.write_along() as conn:
            conn.exec_driver_sql(sql, (*values.values(), run_id))

    def take_held(self, run_id: str, guard: Mapping[str, Any]) -> bool:
        """A held run becomes ``pending`` with its answered ``guard``. False when it was not held (any more): of two answers
        at once, in any two processes, one counts."""
        values = _SHAPE.values({"status": "pending", "guard": guard}, _SETTABLE)
        with self._db.write() as conn:
            held = (_TABLE.c.id == run_id) & (_TABLE.c.status == "held")
            return conn.execute(update(_TABLE).where(held).values(**values)).rowcount == 1

    def finish(self, run_id: str, status: str, *, message: str | None = None, **changes: Any) -> Run:
        """The run ended as ``status`` now. A run that already ended stays as it is (its canceller was
        faster)."""
        values = _SHAPE.values({**changes, "status": status, "message": message, "ended_at": stamp()}, _SETTABLE)
        with self._db.write() as conn:
            conn.execute(update(_TABLE).where(_TABLE.c.id == run_id, _TABLE.c.ended_at.is_(None)).values(**values))
            return self.get(run_id)

    def end_held(self, connection_id: str, *, keep: str) -> int:
        """A new run takes the place of those that wait for an answer: it asks again if need be. Answers how many."""
        given = (_TABLE.c.connection_id == connection_id, _TABLE.c.status == "held", _TABLE.c.id != keep)
        values = {"status": "cancelled", "ended_at": stamp(), "message": "A newer run took the place of this one."}
        with self._db.write() as conn:
            return conn.execute(update(_TABLE).where(*given).values(**values)).rowcount

    def list(
        self,
        *,
        connection_id: str | None = None,
        sync_config_id: str | None = None,
        status: str | None = None,
        tenant_id: str | None = None,
        text: str | None = None,
        limit: int = 50,
        cursor: str | None = None,
    ) -> Listed[Run]:
        """The newest first; ``cursor`` is the id of the last one seen. ``text``: in the result, or in why a record failed."""
        given = where_given(
            {
                _TABLE.c.connection_id: connection_id,
                _TABLE.c.sync_config_id: sync_config_id,
                _TABLE.c.status: status,
                _TABLE.c.tenant_id: tenant_id,
            }
        )
        if text:
            failed = select(_ERRORS.c.run_id).where(_ERRORS.c.message.icontains(text, autoescape=True))
            said = (_TABLE.c.message.icontains(text, autoescape=True), _TABLE.c.error.icontains(text, autoescape=True))
            given.append(or_(*said, _TABLE.c.id.in_(failed)))
        if cursor is not None:
            given.append(_TABLE.c.id < cursor)
        query = _SHAPE.select().where(*given).order_by(_TABLE.c.id.desc()).limit(limit + 1)
        with self._db.read() as conn:
            return page_of([_SHAPE.of(row) for row in conn.execute(query)], limit)

    def wait(self, connection_id: str, now: str) -> Wait | None:
        """What the connection's runs since the last good one were told to wait for, while that time has not come."""
        for run in self.list(connection_id=connection_id, limit=_LOOKED_AT).items:
            if run.status in {"completed", "partial"}:
                return None
            error = run.error or {}
            if run.status != "failed" or error.get("code") != RateLimited.code:
                continue
            details = error.get("details") or {}
            until = datetime.fromisoformat(details["until"])
            # A clock that was put back since would have us wait for as long.
            fits = (run.ended_at or "") <= now < stamp(until)
            return Wait(until, error["message"], error["hint"], details.get("limit", "")) if fits else None
        return None

    def count(self, connection_id: str) -> int:
        with self._db.read() as conn:
            query = select(func.count()).select_from(_TABLE).where(_TABLE.c.connection_id == connection_id)
            return int(conn.execute(query).scalar_one())

    def mark_interrupted(
        self,
        *,
        connection_id: str | None = None,
        live: Collection[str] = (),
        keep: Collection[str] = (),
        pending_before: str | None = None,
    ) -> int:
        """Close runs whose process is gone as ``failed``, error ``interrupted``. Answers how many.

        ``live`` are the connections that a living process runs (:meth:`LeaseStore.live`, in the same write transaction);
        ``keep`` the runs that are known to live; ``pending_before`` takes those that have waited since before that stamp
        along: in a queue that is no more."""
        gone = _TABLE.c.status == "running"
        if pending_before is not None:
            gone |= (_TABLE.c.status == "pending") & (_TABLE.c.started_at < pending_before)
        given = [gone, *where_given({_TABLE.c.connection_id: connection_id})]
        if live:
            given.append(_TABLE.c.connection_id.not_in(live))
        if keep:
            given.append(_TABLE.c.id.not_in(keep))
        values = {
            "status": "failed",
            "ended_at": stamp(),
            "error": dump(_INTERRUPTED),
            "message": _INTERRUPTED["message"],
        }
        with self._db.write() as conn:
            return conn.execute(update(_TABLE).where(*given).values(**values)).rowcount
