"""The calls under /api/erp/transform-templates."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Response
from pydantic import BaseModel

from app.listener import bodies
from app.listener import template_answers as answers
from app.listener.answers import Answer
from app.listener.deps import Again, Cursor, Hub, IfMatch, Limit, expected_version
from app.listener.problems import problems
from app.listener.reading import StrictRoute
from app.services.template.views import TemplateView

router = APIRouter(prefix="/api/erp/transform-templates", tags=["transform templates"], route_class=StrictRoute)


@router.get("", response_model=answers.TemplatesAnswer, responses=problems())
def list_templates(
    hub: Hub,
    tenant_id: str | None = None,
    kind: answers.Kind | None = None,
    erp_system: bodies.System | None = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> answers.TemplatesAnswer:
    """In the order they were made. `erp_system`: that system's, and those for every system."""
    found, following = hub.templates.list(kind, erp_system, tenant_id, limit, cursor)
    return answers.TemplatesAnswer(
        transform_templates=[answers.TransformTemplate.of(one) for one in found], next_cursor=following
    )


@router.post("", status_code=201, response_model=answers.TemplateAnswer, responses=problems(409))
def create_template(hub: Hub, again: Again, body: bodies.TemplateBody) -> BaseModel | Response:
    sent = body.sent()
    return again.create(sent, lambda: _whole(hub.templates.create(sent)))


@router.get("/export", response_model=answers.ExportAnswer, responses=problems())
def export_templates(
    hub: Hub,
    tenant_id: str | None = None,
    ids: Annotated[list[str] | None, Query(description="These alone, in this order; without it all")] = None,
) -> answers.ExportAnswer:
    return answers.ExportAnswer.model_validate(hub.templates.export(ids, tenant_id))


@router.post("/import", response_model=answers.ImportAnswer, responses=problems(409))
def import_templates(hub: Hub, body: bodies.ImportBody) -> answers.ImportAnswer:
    """All or none. One that differs from one of its name is added under a new name, or replaces it with `replace`."""
    sent: dict[str, Any] = body.sent()
    tenant = {"tenant_id": body.tenant_id} if body.tenant_id else {}
    return answers.ImportAnswer(imported=answers.Imported.of(hub.templates.import_(sent, body.replace, **tenant)))


@router.get("/{template_id}", response_model=answers.TemplateAnswer, responses=problems(404))
def get_template(hub: Hub, template_id: str) -> answers.TemplateAnswer:
    return _whole(hub.templates.get(template_id))


@router.put("/{template_id}", response_model=answers.TemplateAnswer, responses=problems(404, 409, 412))
def change_template(
    hub: Hub, template_id: str, body: bodies.TemplateChanges, if_match: IfMatch = None
) -> answers.TemplateAnswer:
    """Changes only what is sent, as a new version; the links that refer to it change with it."""
    version = body.version if body.version is not None else expected_version(if_match)
    return _whole(hub.templates.update(template_id, body.model_dump(exclude_unset=True, exclude={"version"}), version))


@router.delete("/{template_id}", response_model=Answer, responses=problems(404, 409))
def delete_template(hub: Hub, template_id: str) -> Answer:
    """Refused while links refer to it."""
    hub.templates.delete(template_id)
    return Answer()


@router.get("/{template_id}/versions", response_model=answers.TemplateVersionsAnswer, responses=problems(404))
def list_template_versions(hub: Hub, template_id: str) -> answers.TemplateVersionsAnswer:
    """The present one first."""
    found = hub.templates.versions(template_id)
    return answers.TemplateVersionsAnswer(versions=[answers.TemplateVersion.model_validate(one) for one in found])


@router.post("/{template_id}/restore", response_model=answers.TemplateAnswer, responses=problems(404, 409, 412))
def restore_template(hub: Hub, template_id: str, body: bodies.RestoreBody) -> answers.TemplateAnswer:
    """What it held in an earlier version, as a new version."""
    return _whole(hub.templates.restore(template_id, body.version))


@router.get("/{template_id}/uses", response_model=answers.TemplateUsesAnswer, responses=problems(404))
def list_template_uses(hub: Hub, template_id: str) -> answers.TemplateUsesAnswer:
    """The links that refer to a field template."""
    found = hub.templates.used_by(template_id)
    return answers.TemplateUsesAnswer(used_by=[answers.TemplateUse.model_validate(one) for one in found])


def _whole(view: TemplateView) -> answers.TemplateAnswer:
    return answers.TemplateAnswer(transform_template=answers.TransformTemplate.of(view))
