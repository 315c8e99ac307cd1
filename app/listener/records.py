"""The calls about the hub: records, their links, conflicts, the dashboard."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Body, Path, Query, Response
from pydantic import BaseModel

from app.listener import bodies, record_shapes
from app.listener import record_answers as answers
from app.listener.deps import Again, Cursor, Hub, IfMatch, Limit, expected_version
from app.listener.pages import entity_filter
from app.listener.problems import problems
from app.listener.reading import StrictRoute
from app.model.errors import InvalidInput, NotFound

router = APIRouter(prefix="/api/erp", tags=["records"], route_class=StrictRoute)
_LINK_ID = re.compile("[0-9]{1,15}")
SyncState = Literal["pending", "synced", "failed", "conflict"]
EntityType = Annotated[
    str,
    Path(description="An entity type, its table or an accepted alias", json_schema_extra={"enum": record_shapes.NAMES}),
]
Fields = Annotated[dict[str, Any], Body(openapi_examples=record_shapes.EXAMPLES)]
Words = Annotated[str | None, Query(max_length=200, description="Words to find")]


@router.get("/records/{entity_type}", response_model=answers.RecordsAnswer, responses=problems(404))
def list_records(
    hub: Hub,
    entity_type: EntityType,
    q: Words = None,
    updated_since: str | None = None,
    include_deleted: bool = False,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> answers.RecordsAnswer:
    """Ordered by id; the living ones unless `include_deleted=true`."""
    found, following = hub.records.page(
        entity_type,
        q=q,
        after=cursor,
        limit=limit,
        updated_since=updated_since,
        include_deleted=include_deleted,
    )
    return answers.RecordsAnswer(records=found, next_cursor=following)


@router.post("/records/{entity_type}", status_code=201, response_model=answers.RecordAnswer, responses=problems(404))
def create_record(hub: Hub, again: Again, entity_type: EntityType, body: Fields) -> BaseModel | Response:
    """A lookup is written as an id, as it is read, or as the label when exactly one record bears it."""
    sent = bodies.RecordBody(body)
    tenant = {"tenant_id": sent.tenant_id} if sent.tenant_id else {}

    def make() -> answers.RecordAnswer:
        return answers.RecordAnswer(record=hub.records.create(entity_type, sent.fields, by="api", **tenant))

    return again.create(body, make)


@router.get("/records/{entity_type}/{record_id}", response_model=answers.RecordAnswer, responses=problems(404))
def get_record(hub: Hub, entity_type: EntityType, record_id: str) -> answers.RecordAnswer:
    """Also one that is marked as deleted."""
    return answers.RecordAnswer(record=hub.records.get(entity_type, record_id))


@router.put(
    "/records/{entity_type}/{record_id}", response_model=answers.RecordAnswer, responses=problems(404, 409, 412)
)
def change_record(
    hub: Hub, entity_type: EntityType, record_id: str, body: Fields, if_match: IfMatch = None
) -> answers.RecordAnswer:
    """Changes only the fields sent, null clears one; a list of lines replaces them all. A `version` in the body counts as
    If-Match does."""
    sent = bodies.RecordBody(body)
    seen = sent.version()
    version = seen if if_match is None else expected_version(if_match)
    changed = hub.records.update(
        entity_type, record_id, sent.fields, version=version, by="api", tenant_id=sent.tenant_id
    )
    return answers.RecordAnswer(record=changed)


@router.delete("/records/{entity_type}/{record_id}", response_model=answers.RecordAnswer, responses=problems(404, 412))
def delete_record(hub: Hub, entity_type: EntityType, record_id: str, if_match: IfMatch = None) -> answers.RecordAnswer:
    """Marks it as deleted; what that means for the connected systems is their configs' `deletePolicy`."""
    deleted = hub.records.delete(entity_type, record_id, version=expected_version(if_match), by="api")
    return answers.RecordAnswer(record=deleted)


@router.post(
    "/records/{entity_type}/{record_id}/restore", response_model=answers.RecordAnswer, responses=problems(404, 412)
)
def restore_record(hub: Hub, entity_type: EntityType, record_id: str, if_match: IfMatch = None) -> answers.RecordAnswer:
    """Takes the mark of a deleted record away; a living one stays as it is."""
    restored = hub.records.restore(entity_type, record_id, version=expected_version(if_match), by="api")
    return answers.RecordAnswer(record=restored)


@router.get("/records/{entity_type}/{record_id}/history", response_model=answers.HistoryAnswer, responses=problems(404))
def get_history(
    hub: Hub, entity_type: EntityType, record_id: str, limit: Limit = 50, cursor: Cursor = None
) -> answers.HistoryAnswer:
    """Every version, the newest first."""
    found = hub.records.history(entity_type, record_id, limit + 1, cursor)
    following = str(found[limit - 1].version) if len(found) > limit else None
    shown = [answers.Version.model_validate(one) for one in found[:limit]]
    return answers.HistoryAnswer(history=shown, next_cursor=following)


@router.get("/sync-records", response_model=answers.SyncRecordsAnswer, responses=problems())
def list_sync_records(
    hub: Hub,
    local_entity_type: str | None = None,
    local_entity_id: str | None = None,
    sync_status: SyncState | None = None,
    connection_id: str | None = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> answers.SyncRecordsAnswer:
    """Which hub record is which record of which ERP, and how they stand."""
    found, following = hub.records.sync_records(
        entity=entity_filter(local_entity_type, "local_entity_type"),
        local_id=local_entity_id,
        status=sync_status,
        connection_id=connection_id,
        limit=limit,
        cursor=cursor,
    )
    return answers.SyncRecordsAnswer(sync_records=[answers.SyncRecord.of(one) for one in found], next_cursor=following)


@router.post("/sync-records/{link_id}/pause", response_model=answers.SyncRecordAnswer, responses=problems(404, 409))
def pause_sync_record(hub: Hub, link_id: str, body: bodies.PauseBody) -> answers.SyncRecordAnswer:
    """Pause one record over one connection, or let it move again: the next sync then brings what changed meanwhile."""
    if not _LINK_ID.fullmatch(link_id):
        raise NotFound("There is no such link.")
    found = hub.records.pause_link(int(link_id), body.paused)
    return answers.SyncRecordAnswer(sync_record=answers.SyncRecord.of(found))


@router.get("/conflicts", response_model=answers.ConflictsAnswer, responses=problems())
def list_conflicts(
    hub: Hub,
    status: Literal["open", "resolved"] = "open",
    connection_id: str | None = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> answers.ConflictsAnswer:
    """The oldest first."""
    found, following = hub.conflicts.list(status, connection_id, limit, cursor)
    return answers.ConflictsAnswer(
        conflicts=[answers.Conflict.model_validate(one) for one in found], next_cursor=following
    )


@router.post("/conflicts/{conflict_id}/resolve", response_model=answers.ConflictAnswer, responses=problems(404, 409))
def resolve_conflict(hub: Hub, conflict_id: str, body: bodies.ResolveBody) -> answers.ConflictAnswer:
    """What is decided here is done at once; what is to be sent goes with the next sync."""
    if body.remote_id is not None and body.remote_id != hub.conflicts.get(conflict_id).remote_id:
        raise InvalidInput("The question is about another remote record.", field="remoteId")
    found = hub.conflicts.resolve(conflict_id, body.resolution, fields=body.fields, local_id=body.local_id, by="api")
    return answers.ConflictAnswer(conflict=answers.Conflict.model_validate(found))


@router.post("/conflicts/{conflict_id}/take-back", response_model=answers.ConflictAnswer, responses=problems(404, 409))
def take_back_conflict(hub: Hub, conflict_id: str) -> answers.ConflictAnswer:
    """Have a decided question be open again, and what was decided be undone: while no sync has carried it on."""
    found = hub.conflicts.take_back(conflict_id, by="api")
    return answers.ConflictAnswer(conflict=answers.Conflict.model_validate(found))


@router.get("/dashboard", response_model=answers.DashboardAnswer, responses=problems())
def dashboard(hub: Hub) -> answers.DashboardAnswer:
    """How all connections stand, in one look."""
    return answers.DashboardAnswer(dashboard=answers.Dashboard.of(hub.dashboard()))
