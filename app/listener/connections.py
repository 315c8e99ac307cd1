"""The calls under /api/erp/connections."""

from __future__ import annotations

from fastapi import APIRouter, Response
from pydantic import BaseModel

from app.listener import answers, bodies
from app.listener.deps import Again, Cursor, Erp, Hub, Limit
from app.listener.problems import problems
from app.listener.reading import StrictRoute

router = APIRouter(prefix="/api/erp/connections", tags=["connections"], route_class=StrictRoute)


@router.get("", response_model=answers.ConnectionsAnswer, responses=problems())
def list_connections(
    hub: Hub,
    tenant_id: str | None = None,
    erp_system: bodies.System | None = None,
    status: bodies.Status | None = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> answers.ConnectionsAnswer:
    """In the order they were made."""
    page, following = hub.connections.page(tenant_id, erp_system, status, limit, cursor)
    return answers.ConnectionsAnswer(connections=[answers.Connection.of(one) for one in page], next_cursor=following)


@router.post("", status_code=201, response_model=answers.ConnectionCreated, responses=problems(409))
def create_connection(hub: Hub, again: Again, body: bodies.ConnectionBody) -> BaseModel | Response:
    """Contacts nobody."""
    sent = body.sent()

    def make() -> answers.ConnectionCreated:
        made = answers.Connection.of(hub.connections.create(sent))
        return answers.ConnectionCreated(connection=answers.ConnectionShort.model_validate(made))

    return again.create(sent, make, before=lambda: hub.connections.open_secrets(sent))


@router.get("/{connection_id}", response_model=answers.ConnectionAnswer, responses=problems(404))
def get_connection(hub: Hub, connection_id: str) -> answers.ConnectionAnswer:
    """The whole of it; a secret is shown as being set."""
    return answers.ConnectionAnswer(connection=answers.Connection.of(hub.connections.get(connection_id)))


@router.put("/{connection_id}", response_model=answers.ConnectionAnswer, responses=problems(404, 409))
def change_connection(hub: Hub, connection_id: str, body: bodies.ConnectionChanges) -> answers.ConnectionAnswer:
    """Changes only what is sent; inside authConfig, null removes a key."""
    changed = hub.connections.update(connection_id, body.sent())
    return answers.ConnectionAnswer(connection=answers.Connection.of(changed))


@router.delete("/{connection_id}", response_model=answers.Answer, responses=problems(404))
async def delete_connection(hub: Hub, erp: Erp, connection_id: str) -> answers.Answer:
    """Its configs, mappings, logs and links go too; the hub's records stay."""
    await erp.call(lambda _cancel: hub.connections.delete(connection_id))
    return answers.Answer()


@router.post("/{connection_id}/test", response_model=answers.TestAnswer, responses=problems(404))
async def test_connection(hub: Hub, erp: Erp, connection_id: str) -> answers.TestAnswer:
    """Asks the system. `success` says how it went; the status is 200 in any case."""
    found = await erp.call(lambda cancel: hub.connections.test(connection_id, cancel))
    return answers.TestAnswer(
        success=found.success, message=found.message, latency=found.latency_ms, details=dict(found.details)
    )


@router.get("/{connection_id}/modules", response_model=answers.ModulesAnswer, responses=problems(404, 409, 502))
async def list_modules(hub: Hub, erp: Erp, connection_id: str) -> answers.ModulesAnswer:
    """What the system offers."""
    found = await erp.call(lambda _cancel: hub.connections.modules(connection_id))
    return answers.ModulesAnswer(modules=[answers.Module.model_validate(one) for one in found])


@router.get(
    "/{connection_id}/modules/{module}/fields", response_model=answers.FieldsAnswer, responses=problems(404, 409, 502)
)
async def list_fields(hub: Hub, erp: Erp, connection_id: str, module: str) -> answers.FieldsAnswer:
    """A module's fields, with sample values."""
    found = await erp.call(lambda cancel: hub.connections.fields(connection_id, module, cancel))
    return answers.FieldsAnswer(fields=[answers.RemoteField.model_validate(one) for one in found])


@router.get("/{connection_id}/choices", response_model=answers.ChoicesAnswer, responses=problems(404, 409, 502))
async def list_choices(hub: Hub, erp: Erp, connection_id: str) -> answers.ChoicesAnswer:
    """What is chosen once before documents can be written there (the sales ledger, each tax's), likeliest options first."""
    found = await erp.call(lambda cancel: hub.connections.choices(connection_id, cancel))
    return answers.ChoicesAnswer(choices=[answers.Choice.of(one) for one in found])


@router.put("/{connection_id}/choices", response_model=answers.ChoicesAnswer, responses=problems(404, 409, 502))
async def choose(hub: Hub, erp: Erp, connection_id: str, body: bodies.ChoicesBody) -> answers.ChoicesAnswer:
    """Answers all choices as they are then."""
    found = await erp.call(lambda cancel: hub.connections.set_choices(connection_id, body.choices, cancel))
    return answers.ChoicesAnswer(choices=[answers.Choice.of(one) for one in found])
