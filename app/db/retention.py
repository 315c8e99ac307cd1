"""Hard caps on what only grows: logs of runs, settled errors and conflicts, webhook events, the audit
trail."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import Column, ColumnElement, Table, delete, select

from app.db import tables
from app.db.database import Database
from app.model.clock import Clock, stamp, utc_now

#: Rows deleted in one transaction: the writer's lock is not held for long.
_BATCH = 2000


@dataclass(frozen=True, slots=True)
class Cap:
    """Rows of ``table`` that ``may_go`` are kept for ``days``, and never more than ``rows`` of them."""

    table: Table
    stamped: Column[Any]
    may_go: ColumnElement[bool] | None
    days: int
    rows: int


CAPS = (
    Cap(
        tables.erp_sync_logs,
        tables.erp_sync_logs.c.started_at,
        tables.erp_sync_logs.c.ended_at.is_not(None),
        days=180,
        rows=20_000,
    ),
    Cap(
        tables.sync_errors,
        tables.sync_errors.c.last_at,
        tables.sync_errors.c.resolved_at.is_not(None),
        days=90,
        rows=50_000,
    ),
    Cap(
        tables.conflicts,
        tables.conflicts.c.created_at,
        tables.conflicts.c.status == "resolved",
        days=365,
        rows=50_000,
    ),
    Cap(
        tables.erp_webhook_events,
        tables.erp_webhook_events.c.received_at,
        tables.erp_webhook_events.c.status.in_(("processed", "ignored", "failed")),
        days=30,
        rows=50_000,
    ),
    Cap(
        tables.journal,
        tables.journal.c.settled_at,
        tables.journal.c.state.in_(("done", "stale", "not_applied", "refused")),
        days=90,
        rows=100_000,
    ),
    Cap(tables.plans, tables.plans.c.created_at, None, days=30, rows=500),
    Cap(tables.audit, tables.audit.c.at, None, days=730, rows=100_000),
    Cap(tables.idempotency_keys, tables.idempotency_keys.c.at, None, days=1, rows=100_000),
)


def prune(db: Database, caps: tuple[Cap, ...] = CAPS, clock: Clock = utc_now) -> dict[str, int]:
    """Delete what is over its cap; ``{table: rows deleted}``. Open errors, open conflicts and runs under way
    stay."""
    return {cap.table.name: _prune(db, cap, clock) for cap in caps}


def _prune(db: Database, cap: Cap, clock: Clock) -> int:
    oldest = stamp(clock() - timedelta(days=cap.days))
    key = next(iter(cap.table.primary_key))
    settled = [] if cap.may_go is None else [cap.may_go]
    newest = select(key).where(*settled).order_by(cap.stamped.desc(), key.desc())
    deleted = 0
    for surplus in (
        select(key).where(cap.stamped < oldest, *settled).limit(_BATCH),
        newest.offset(cap.rows).limit(_BATCH),
    ):
        while True:
            with db.write() as conn:
                done = conn.execute(delete(cap.table).where(key.in_(surplus))).rowcount
            deleted += done
            if done < _BATCH:
                break
    return deleted
