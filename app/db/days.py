"""What went through by day, for the overview's chart."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import or_, select

from app.db import tables
from app.db.database import Database
from app.model.clock import parse_stamp


@dataclass(frozen=True, slots=True)
class Day:
    """``day`` is ISO, in this machine's time zone."""

    day: str
    synced: int
    failed: int


def days(db: Database, since: str) -> list[Day]:
    """The days since the stamp ``since`` on which any record went through or failed, the oldest first. Dry
    runs are left out."""
    logs = tables.erp_sync_logs
    query = (
        select(logs.c.started_at, logs.c.records_success, logs.c.records_failed)
        .where(logs.c.started_at >= since, logs.c.dry_run.is_(False))
        .where(or_(logs.c.records_success > 0, logs.c.records_failed > 0))
        .order_by(logs.c.started_at)
    )
    found: dict[str, tuple[int, int]] = {}
    with db.read() as conn:
        for started, success, failed in conn.execute(query):
            day = parse_stamp(started).astimezone().date().isoformat()
            before = found.get(day, (0, 0))
            found[day] = before[0] + success, before[1] + failed
    return [Day(day, *counts) for day, counts in found.items()]
