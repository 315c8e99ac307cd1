"""What callers get of the hub's records, their links, conflicts and the dashboard."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, Field

from app.listener.answers import Answer, Listed, Shape, Stamp
from app.listener.run_answers import SyncLog
from app.services import views

Record = dict[str, Any]
_RECORD = Field(description="Flat, under the hub's snake_case field names; decimals are texts, dates ISO")


class RecordAnswer(Answer):
    record: Record = _RECORD


class RecordsAnswer(Listed):
    records: list[Record] = _RECORD


class Version(Shape):
    version: int
    action: str
    changes: dict[str, Any] = Field(description="For each changed field: before, after")
    source: str
    run_id: str | None
    at: Stamp
    record: Record


class HistoryAnswer(Listed):
    history: list[Version]


class SyncRecord(Shape):
    id: int
    connection_id: str
    connection_name: str
    local_entity_type: str
    local_entity_id: str
    remote_module: str
    remote_id: str
    remote_label: str
    remote_version: str
    sync_status: str
    last_synced_at: Stamp
    remote_deleted_at: Stamp | None
    paused: bool

    @classmethod
    def of(cls, view: views.LinkView) -> SyncRecord:
        return cls(**vars(view), local_entity_type=view.entity_type, local_entity_id=view.local_id)


class SyncRecordAnswer(Answer):
    sync_record: SyncRecord


class SyncRecordsAnswer(Listed):
    sync_records: list[SyncRecord]


class Conflict(Shape):
    id: str
    connection_id: str
    connection_name: str
    entity_type: str
    kind: str
    label: str
    local_id: str | None
    remote_id: str
    fields: list[dict[str, Any]] = Field(description="name, base, local, remote")
    candidates: list[str]
    status: str
    created_at: Stamp
    resolution: str | None = Field(description="local, remote, merge, link, separate; agreed when it settled itself")
    resolved_at: Stamp | None
    resolved_by: str | None = Field(description="rule: the config's rule decided")


class ConflictAnswer(Answer):
    conflict: Conflict


class ConflictsAnswer(Listed):
    conflicts: list[Conflict]


# --- dashboard ------------------------------------------------------------------------------------------------------


class ConnectionCount(BaseModel):
    erp_system: str
    status: str
    count: int


class SyncStats(BaseModel):
    total_syncs: int = 0
    completed: int = 0
    failed: int = 0
    total_records: int = 0
    successful_records: int = 0


class NextRun(Shape):
    connection_id: str
    connection_name: str
    at: Stamp
    reason: str = Field(description="Why it is not sooner: quiet hours, the system does not answer; else empty")


class Dashboard(Shape):
    connections: list[ConnectionCount]
    sync_stats: SyncStats
    recent_syncs: list[SyncLog]
    active_webhooks: int
    open_conflicts: int
    next_runs: list[NextRun]

    @classmethod
    def of(cls, view: views.Dashboard) -> Dashboard:
        return cls(
            connections=_counted(view.connections),
            sync_stats=SyncStats(**view.totals),
            recent_syncs=[SyncLog.of(run) for run in view.recent],
            active_webhooks=view.active_webhooks,
            open_conflicts=view.open_conflicts,
            next_runs=[NextRun(**_next_run(run)) for run in view.next_runs],
        )


class DashboardAnswer(Answer):
    dashboard: Dashboard


def _next_run(run: Mapping[str, Any]) -> dict[str, Any]:
    return {name: run[name] for name in ("connection_id", "connection_name", "at", "reason")}


def _counted(connections: tuple[views.ConnectionView, ...]) -> list[ConnectionCount]:
    counts: dict[tuple[str, str], int] = {}
    for one in connections:
        counts[one.system, one.status] = counts.get((one.system, one.status), 0) + 1
    return [
        ConnectionCount(erp_system=system, status=status, count=count) for (system, status), count in counts.items()
    ]
