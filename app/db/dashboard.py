"""The figures of the overview, in a fixed number of queries."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import case, func, select

from app.db import tables
from app.db.database import Database
from app.db.runs import Run, RunStore

_RECENT = 10


@dataclass(frozen=True, slots=True)
class ConnectionCount:
    erp_system: str
    status: str
    count: int


@dataclass(frozen=True, slots=True)
class SyncStats:
    """Of all runs that are still in the log, dry runs left out."""

    total_syncs: int
    completed: int
    failed: int
    total_records: int
    successful_records: int


@dataclass(frozen=True, slots=True)
class Dashboard:
    connections: tuple[ConnectionCount, ...]
    sync_stats: SyncStats
    recent_syncs: tuple[Run, ...]
    active_webhooks: int
    open_conflicts: int
    open_errors: int


def dashboard(db: Database, tenant_id: str | None = None) -> Dashboard:
    """One consistent look. ``tenant_id=None``: everybody's."""
    own = tables.erp_connections
    mine = [own.c.tenant_id == tenant_id] if tenant_id is not None else []
    ids = select(own.c.id).where(*mine)
    with db.read() as conn:
        connections = conn.execute(
            select(own.c.erp_system, own.c.status, func.count())
            .where(*mine)
            .group_by(own.c.erp_system, own.c.status)
            .order_by(own.c.erp_system, own.c.status)
        ).all()
        logs = tables.erp_sync_logs
        stats = conn.execute(
            select(
                func.count(),
                func.coalesce(func.sum(case((logs.c.status == "completed", 1), else_=0)), 0),
                func.coalesce(func.sum(case((logs.c.status == "failed", 1), else_=0)), 0),
                func.coalesce(func.sum(logs.c.records_processed), 0),
                func.coalesce(func.sum(logs.c.records_success), 0),
            ).where(logs.c.dry_run.is_(False), logs.c.connection_id.in_(ids))
        ).one()
        hooks, conflicts, errors = tables.erp_webhooks, tables.conflicts, tables.sync_errors
        open_ones = conn.execute(
            select(
                select(func.count())
                .select_from(hooks)
                .where(hooks.c.is_active.is_(True), hooks.c.connection_id.in_(ids))
                .scalar_subquery(),
                select(func.count())
                .select_from(conflicts)
                .where(conflicts.c.status == "open", conflicts.c.connection_id.in_(ids))
                .scalar_subquery(),
                select(func.count())
                .select_from(errors)
                .where(errors.c.resolved_at.is_(None), errors.c.connection_id.in_(ids))
                .scalar_subquery(),
            )
        ).one()
        recent = RunStore(db).list(tenant_id=tenant_id, limit=_RECENT).items
    return Dashboard(
        tuple(ConnectionCount(*row) for row in connections),
        SyncStats(*map(int, stats)),
        recent,
        *map(int, open_ones),
    )
