"""The calls that start, stop and look back at runs: /api/erp/sync and /api/erp/sync-logs."""

from __future__ import annotations

from typing import Any, Literal

import anyio.to_thread
from fastapi import APIRouter, Response

from app.listener import bodies
from app.listener import run_answers as answers
from app.listener.deps import Again, Cursor, Hub, Limit, Waiter
from app.listener.problems import problems
from app.listener.reading import StrictRoute
from app.services.facade import Services
from app.services.views import RunView

router = APIRouter(prefix="/api/erp", tags=["runs"], route_class=StrictRoute)

Status = Literal["pending", "running", "completed", "failed", "partial", "held", "cancelled"]

_QUEUED: dict[int | str, dict[str, Any]] = {
    202: {"model": answers.SyncQueued, "description": "Queued (`wait` was false); it waits its turn"}
}


@router.post("/sync", response_model=answers.SyncAnswer, responses={**problems(404, 409), **_QUEUED})
async def start_sync(hub: Hub, waiter: Waiter, again: Again, body: bodies.SyncBody) -> answers.SyncAnswer | Response:
    """Every run that began answers 200 with its status and error, also when the ERP could not be reached."""
    log_id = await anyio.to_thread.run_sync(again.start, body.sent(), lambda: _start(hub, body))
    if not body.wait:
        queued = answers.SyncQueued(log_id=log_id, status="pending")
        return Response(queued.model_dump_json(by_alias=True), 202, media_type="application/json")
    run = await waiter.until_ended(log_id)
    return await anyio.to_thread.run_sync(_answer, hub, run)


def _start(hub: Services, body: bodies.SyncBody) -> str:
    return hub.runs.start(
        connection_id=body.connection_id,
        config_id=body.sync_config_id,
        sync_type=body.sync_type,
        direction=body.sync_direction,
        triggered_by=body.triggered_by,
        dry_run=body.dry_run,
    )


def _answer(hub: Services, run: RunView) -> answers.SyncAnswer:
    plan = hub.runs.plan(run.id) if run.dry_run else None
    shown = answers.Plan.model_validate(plan) if plan else None
    error = dict(run.error or run.guard or {}) or None
    return answers.SyncAnswer(result=answers.result_of(run), status=run.status, error=error, plan=shown)


@router.post("/sync/{log_id}/cancel", response_model=answers.SyncQueued, responses=problems(404, 409))
def cancel_sync(hub: Hub, log_id: str) -> answers.SyncQueued:
    """It stops at its next safe point; what was done so far is kept."""
    run = hub.runs.cancel(log_id)
    return answers.SyncQueued(log_id=run.id, status=run.status)


@router.post("/sync/{log_id}/approve", response_model=answers.SyncQueued, responses=problems(404, 409))
def approve_sync(hub: Hub, log_id: str, body: bodies.ApproveBody | None = None) -> answers.SyncQueued:
    """Let a run that a guard holds go on; `{"reject": true}` ends it."""
    following = hub.runs.answer(log_id, approve=not (body and body.reject))
    return answers.SyncQueued(log_id=following, status=hub.runs.get(following).status)


@router.get("/sync-logs", response_model=answers.SyncLogsAnswer, responses=problems())
def list_logs(
    hub: Hub,
    connection_id: str | None = None,
    sync_config_id: str | None = None,
    status: Status | None = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> answers.SyncLogsAnswer:
    """The newest first."""
    found, following = hub.runs.list(connection_id, sync_config_id, status, limit, cursor)
    return answers.SyncLogsAnswer(sync_logs=[answers.SyncLog.of(run) for run in found], next_cursor=following)


@router.post("/sync-logs/{log_id}/undo", response_model=answers.UndoAnswer, responses=problems(404, 409))
def undo_run(hub: Hub, log_id: str) -> answers.UndoAnswer:
    """Take back what a run changed in the hub; what was changed since is left. The next syncs bring the connected systems
    back, too; records that came in with the run are deleted here and paused, and stay where they came from."""
    return answers.UndoAnswer(undone=answers.Undone.model_validate(hub.runs.undo(log_id, by="api")))


@router.post(
    "/sync-errors/{error_id}/retry", response_model=answers.SyncQueued, status_code=202, responses=problems(404, 409)
)
def retry_error(hub: Hub, error_id: str) -> answers.SyncQueued:
    """Try a failed record again at once, in a run of its own."""
    log_id = hub.runs.retry(error_id)
    return answers.SyncQueued(log_id=log_id, status=hub.runs.get(log_id).status)


@router.get("/sync-logs/{log_id}", response_model=answers.SyncLogAnswer, responses=problems(404))
def get_log(hub: Hub, log_id: str) -> answers.SyncLogAnswer:
    """With the records that failed and have not come through since."""
    run = hub.runs.get(log_id)
    errors = [answers.SyncError.model_validate(one) for one in hub.runs.errors(log_id)]
    return answers.SyncLogAnswer(sync_log=answers.SyncLogWhole.of(run, errors=errors))
