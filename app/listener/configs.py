"""The calls under /api/erp/sync-configs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from fastapi import APIRouter, Response
from pydantic import BaseModel

from app.listener import answers, bodies, mapping_answers
from app.listener.deps import Again, Cursor, Hub, Limit
from app.listener.pages import entity_filter
from app.listener.problems import problems
from app.listener.reading import StrictRoute
from app.services.facade import Services
from app.services.views import ConfigView

router = APIRouter(prefix="/api/erp/sync-configs", tags=["sync configs"], route_class=StrictRoute)


@router.get("", response_model=answers.ConfigsAnswer, responses=problems())
def list_configs(
    hub: Hub,
    connection_id: str | None = None,
    entity_type: str | None = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> answers.ConfigsAnswer:
    """In the order they were made."""
    entity = entity_filter(entity_type, "entity_type")
    page, following = hub.configs.page(connection_id, entity, limit, cursor)
    return answers.ConfigsAnswer(sync_configs=[answers.Config.of(one) for one in page], next_cursor=following)


@router.post("", status_code=201, response_model=answers.ConfigCreated, responses=problems(404, 409))
def create_config(hub: Hub, again: Again, body: bodies.ConfigBody) -> BaseModel | Response:
    """Contacts nobody: what only the ERP can tell comes back as warnings."""
    sent = body.sent()

    def make() -> answers.ConfigCreated:
        made = hub.configs.create(sent)
        return answers.ConfigCreated(sync_config=answers.ConfigShort.model_validate(made), warnings=list(made.warnings))

    return again.create(sent, make)


@router.get("/{config_id}", response_model=answers.ConfigAnswer, responses=problems(404))
def get_config(hub: Hub, config_id: str) -> answers.ConfigAnswer:
    """With its field mappings."""
    return _whole(hub.configs.get(config_id))


@router.put("/{config_id}", response_model=answers.ConfigAnswer, responses=problems(404, 409))
def change_config(hub: Hub, config_id: str, body: bodies.ConfigChanges) -> answers.ConfigAnswer:
    """Changes only what is sent; fieldMappings replaces them all."""
    return _whole(hub.configs.update(config_id, body.sent(), by="api"))


@router.delete("/{config_id}", response_model=answers.Answer, responses=problems(404))
def delete_config(hub: Hub, config_id: str) -> answers.Answer:
    """Its field mappings go too; records, and what they are over there, stay."""
    hub.configs.delete(config_id)
    return answers.Answer()


@router.post("/{config_id}/check", response_model=mapping_answers.CheckAnswer, responses=problems(404))
def check_config(hub: Hub, config_id: str, body: bodies.CheckBody) -> mapping_answers.CheckAnswer:
    """Everything that is wrong or doubtful with the field mappings, without saving them. Contacts nobody."""
    found = hub.mappings.check(config_id, _links(hub, config_id, body))
    faults = [mapping_answers.Fault.of(one) for one in found.faults]
    return mapping_answers.CheckAnswer(can_be_saved=found.can_be_saved, faults=faults)


@router.post("/{config_id}/preview", response_model=mapping_answers.PreviewAnswer, responses=problems(404, 409, 502))
def preview_config(hub: Hub, config_id: str, body: bodies.PreviewBody) -> mapping_answers.PreviewAnswer:
    """What becomes of a real record under the field mappings, without saving them."""
    sample = hub.mappings.sample(config_id, body.record_id)
    found = hub.mappings.preview(config_id, _links(hub, config_id, body), sample)
    rows = [mapping_answers.PreviewRow.model_validate(row) for row in found.rows]
    return mapping_answers.PreviewAnswer(label=sample.label if sample else None, error=found.error, rows=rows)


@router.post("/{config_id}/effects", response_model=mapping_answers.EffectsAnswer, responses=problems(404))
def tell_effects(hub: Hub, config_id: str, body: bodies.EffectsBody) -> mapping_answers.EffectsAnswer:
    """What saving these field mappings would do to the records that were synced before. Contacts nobody."""
    return mapping_answers.EffectsAnswer.model_validate(hub.mappings.effects(config_id, body.sent()["field_mappings"]))


def _links(hub: Services, config_id: str, body: bodies.CheckBody) -> Sequence[Any]:
    """The links that were sent, or those that are stored."""
    sent = body.sent().get("field_mappings")
    return hub.configs.get(config_id).field_mappings if sent is None else sent


def _whole(view: ConfigView) -> answers.ConfigAnswer:
    return answers.ConfigAnswer(sync_config=answers.Config.of(view), warnings=list(view.warnings))
