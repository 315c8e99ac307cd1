"""The calls under /api/erp/webhooks and /api/erp/webhook-events; events themselves come in by :mod:`app.listener.receiving`."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel

from app.listener import webhook_answers as answers
from app.listener.answers import Answer
from app.listener.deps import Again, Cursor, Hub, Limit
from app.listener.problems import problems
from app.listener.reading import StrictRoute

router = APIRouter(prefix="/api/erp", tags=["webhooks"], route_class=StrictRoute)


@router.get("/webhooks", response_model=answers.WebhooksAnswer, responses=problems())
def list_webhooks(
    hub: Hub,
    request: Request,
    connection_id: str | None = None,
    tenant_id: str | None = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> answers.WebhooksAnswer:
    """In the order they were made."""
    found, following = hub.webhooks.list(connection_id, tenant_id, limit, cursor)
    base = str(request.base_url)
    return answers.WebhooksAnswer(webhooks=[answers.Webhook.of(one, base) for one in found], next_cursor=following)


@router.post("/webhooks", status_code=201, response_model=answers.WebhookCreated, responses=problems(404, 409))
def create_webhook(hub: Hub, request: Request, again: Again, body: answers.WebhookBody) -> BaseModel | Response:
    """The verification token is in this answer and nowhere else."""
    sent = body.sent()

    def make() -> answers.WebhookCreated:
        view, token = hub.webhooks.create(sent)
        url = answers.address(view, str(request.base_url))
        return answers.WebhookCreated(webhook=answers.NewWebhook(id=view.id, webhook_url=url, verification_token=token))

    return again.create(sent, make, hub.webhooks.prepare)


@router.get("/webhooks/{webhook_id}", response_model=answers.WebhookAnswer, responses=problems(404))
def get_webhook(hub: Hub, request: Request, webhook_id: str) -> answers.WebhookAnswer:
    return answers.WebhookAnswer(webhook=answers.Webhook.of(hub.webhooks.get(webhook_id), str(request.base_url)))


@router.put("/webhooks/{webhook_id}", response_model=answers.WebhookChanged, responses=problems(404))
def change_webhook(hub: Hub, request: Request, webhook_id: str, body: answers.WebhookChanges) -> answers.WebhookChanged:
    """Changes only what is sent; `webhookSecret` null forgets the secret."""
    view, token = hub.webhooks.update(webhook_id, body.sent())
    shown = answers.Webhook.of(view, str(request.base_url))
    return answers.WebhookChanged(webhook=shown, verification_token=token)


@router.delete("/webhooks/{webhook_id}", response_model=Answer, responses=problems(404))
def delete_webhook(hub: Hub, webhook_id: str) -> Answer:
    """With its events."""
    hub.webhooks.delete(webhook_id)
    return Answer()


@router.get("/webhook-events", response_model=answers.WebhookEventsAnswer, responses=problems())
def list_webhook_events(
    hub: Hub,
    webhook_id: str | None = None,
    status: answers.Status | None = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> answers.WebhookEventsAnswer:
    """The newest first."""
    found, following = hub.webhooks.events(webhook_id, status, limit, cursor)
    return answers.WebhookEventsAnswer(
        webhook_events=[answers.WebhookEvent.model_validate(one) for one in found], next_cursor=following
    )


@router.post("/webhook-events/{event_id}/replay", response_model=answers.WebhookEventAnswer, responses=problems(404))
def replay_webhook_event(hub: Hub, event_id: str) -> answers.WebhookEventAnswer:
    """Works it off once more; one that waits or is under way stays as it is."""
    return answers.WebhookEventAnswer(webhook_event=answers.WebhookEvent.model_validate(hub.webhooks.replay(event_id)))
