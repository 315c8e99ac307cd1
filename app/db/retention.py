"""Caps on what only grows: logs of runs, settled errors and conflicts, webhook events, the history of records, the audit
trail."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from sqlalchemy import Column, ColumnElement, Table, delete, func, select

from app.db import tables
from app.db.database import Database
from app.model.clock import Clock, stamp, utc_now

#: Rows deleted in one transaction: the writer's lock is not held for long.
_BATCH = 2000


@dataclass(frozen=True, slots=True)
class Cap:
    """Rows of ``table`` that ``may_go`` are kept for ``days`` (0: for ever), and never more than ``rows`` of them. ``kind``
    names it for whoever chooses the days; without one they are fixed."""

    table: Table
    stamped: Column[Any]
    may_go: ColumnElement[bool] | None
    days: int
    rows: int | None
    kind: str = ""


CAPS = (
    Cap(
        tables.erp_sync_logs,
        tables.erp_sync_logs.c.started_at,
        tables.erp_sync_logs.c.ended_at.is_not(None),
        days=180,
        rows=20_000,
        kind="runs",
    ),
    Cap(
        tables.sync_errors,
        tables.sync_errors.c.last_at,
        tables.sync_errors.c.resolved_at.is_not(None),
        days=90,
        rows=50_000,
        kind="errors",
    ),
    Cap(
        tables.conflicts,
        tables.conflicts.c.created_at,
        tables.conflicts.c.status == "resolved",
        days=365,
        rows=50_000,
        kind="conflicts",
    ),
    Cap(
        tables.erp_webhook_events,
        tables.erp_webhook_events.c.received_at,
        tables.erp_webhook_events.c.status.in_(("processed", "ignored", "failed")),
        days=30,
        rows=50_000,
        kind="events",
    ),
    Cap(
        tables.journal,
        tables.journal.c.settled_at,
        tables.journal.c.state.in_(("done", "stale", "not_applied", "refused")),
        days=90,
        rows=100_000,
    ),
    # The history of what is as it is: an earlier version is told from the later ones, so the oldest may go.
    Cap(tables.record_history, tables.record_history.c.at, None, days=0, rows=None, kind="history"),
    Cap(tables.plans, tables.plans.c.created_at, None, days=30, rows=500),
    Cap(tables.audit, tables.audit.c.at, None, days=730, rows=100_000),
    Cap(tables.idempotency_keys, tables.idempotency_keys.c.at, None, days=1, rows=100_000),
)


def caps_for(days: Mapping[str, int]) -> tuple[Cap, ...]:
    """The caps with the ``days`` that somebody chose, by kind."""
    return tuple(replace(cap, days=days.get(cap.kind, cap.days)) for cap in CAPS)


def rows_of(db: Database) -> dict[str, int]:
    """How many rows there are of each kind whose days can be chosen."""
    with db.read() as conn:
        return {
            cap.kind: conn.execute(select(func.count()).select_from(cap.table)).scalar_one() for cap in CAPS if cap.kind
        }


def prune(db: Database, caps: tuple[Cap, ...] = CAPS, clock: Clock = utc_now) -> dict[str, int]:
    """Delete what is over its cap; ``{table: rows deleted}``. Open errors, open conflicts and runs under way
    stay."""
    return {cap.table.name: _prune(db, cap, clock) for cap in caps}


def _prune(db: Database, cap: Cap, clock: Clock) -> int:
    key = next(iter(cap.table.primary_key))
    settled = [] if cap.may_go is None else [cap.may_go]
    surpluses = []
    if cap.days:
        oldest = stamp(clock() - timedelta(days=cap.days))
        surpluses.append(select(key).where(cap.stamped < oldest, *settled).limit(_BATCH))
    if cap.rows is not None:
        newest = select(key).where(*settled).order_by(cap.stamped.desc(), key.desc())
        surpluses.append(newest.offset(cap.rows).limit(_BATCH))
    deleted = 0
    for surplus in surpluses:
        while True:
            with db.write() as conn:
                done = conn.execute(delete(cap.table).where(key.in_(surplus))).rowcount
            deleted += done
            if done < _BATCH:
                break
    return deleted
