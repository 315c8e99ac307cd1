"""What callers get of runs."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from app.listener.answers import Answer, Listed, Shape, Stamp
from app.services import views


class RunResult(Shape):
    log_id: str
    records_processed: int
    records_success: int
    records_failed: int
    records_skipped: int
    conflicts: int


class PlanItem(Shape):
    action: str
    side: str
    entity_type: str
    local_id: str | None
    remote_id: str | None
    label: str
    fields: list[dict[str, Any]] = Field(description="name, from, to")
    reason: str


class Plan(Shape):
    id: str
    counts: dict[str, dict[str, int]] = Field(
        description="For each side (local, remote): create, update, delete, link, conflict"
    )
    items: list[PlanItem]


class SyncAnswer(Answer):
    """``error`` is null when all went well; ``plan`` is there for a dry run."""

    result: RunResult
    status: str
    error: dict[str, Any] | None
    plan: Plan | None = None


class SyncQueued(Answer):
    log_id: str
    status: str


class SyncError(Shape):
    id: str
    entity_type: str
    local_id: str | None
    remote_id: str | None
    code: str
    message: str
    hint: str


class UndoLeft(Shape):
    """A record that was left as it is, in part or whole, and why."""

    entity_type: str
    record_id: str
    label: str
    reason: str


class Undone(Shape):
    """`changed` records are again as they were before the run."""

    changed: int
    left: list[UndoLeft]


class UndoAnswer(Answer):
    undone: Undone


class SyncLog(Shape):
    id: str
    connection_id: str
    connection_name: str
    sync_config_id: str | None
    sync_type: str
    sync_direction: str
    triggered_by: str
    status: str
    dry_run: bool
    started_at: Stamp
    ended_at: Stamp | None
    records_processed: int
    records_success: int
    records_failed: int
    records_skipped: int
    conflicts: int
    counts: dict[str, dict[str, int]]
    phases: list[dict[str, Any]] = Field(description="phase, entity, seconds, records")
    message: str
    error: dict[str, Any] | None
    guard: dict[str, Any] | None

    @classmethod
    def of(cls, view: views.RunView, **more: Any) -> SyncLog:
        return cls(**{**vars(view), **_counters(view), **more})


class SyncLogWhole(SyncLog):
    errors: list[SyncError]


class SyncLogAnswer(Answer):
    sync_log: SyncLogWhole


class SyncLogsAnswer(Listed):
    sync_logs: list[SyncLog]


def _counters(view: views.RunView) -> dict[str, int]:
    return {
        "records_processed": view.processed,
        "records_success": view.success,
        "records_failed": view.failed,
        "records_skipped": view.skipped,
    }


def result_of(view: views.RunView) -> RunResult:
    return RunResult(log_id=view.id, conflicts=view.conflicts, **_counters(view))
