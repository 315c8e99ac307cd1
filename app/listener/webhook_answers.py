"""What callers send and get of webhooks and their events."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from app.listener.answers import Answer, Listed, Shape, Stamp
from app.listener.bodies import Body
from app.services.webhook import views

Kind = Literal["create", "update", "delete"]
Status = Literal["received", "processing", "processed", "ignored", "failed"]


class VerificationBody(Body):
    scheme: Literal["auto", "quickbooks", "zoho", "sap", "standard", "hmac", "token"] | None = Field(
        None, description="auto: as the system does it, or any of the general ways"
    )
    header: str | None = Field(None, description="Where the signature (hmac) or the token (token) stands")
    algorithm: Literal["sha256", "sha512", "sha1"] | None = None
    encoding: Literal["any", "hex", "base64"] | None = None


class WebhookBody(Body):
    tenant_id: str | None = None
    connection_id: str
    webhook_url: str | None = Field(
        None, description="The public address, when a relay or tunnel hands events on to us"
    )
    subscribed_events: list[Kind] | None = Field(None, description="Without it: all")
    entity_types: list[str] | None = Field(None, description="Without it, or empty: all")
    webhook_secret: str | None = Field(None, description="What the sender signs with; it is never shown again")
    verification: VerificationBody | None = None
    is_active: bool | None = None


class WebhookChanges(WebhookBody):
    connection_id: str | None = None  # type: ignore[assignment]
    rotate_token: bool = Field(False, description="Make a new verification token; the old one is refused at once")


class Verification(Shape):
    scheme: str
    header: str = ""
    algorithm: str = "sha256"
    encoding: str = "any"


class Registration(Shape):
    """Whether the other system was asked to send its events. `off`: it is not to be, and `reason` says why (`address`: it can't
    reach us; `switched_off`, `stopped`, `proof`, `nothing`, `sign_in`); `message` and `hint` in words, and what went wrong last."""

    state: Literal["registered", "waiting", "failed", "off"]
    until: Stamp | None
    reason: str
    message: str
    hint: str


class Webhook(Shape):
    id: str
    tenant_id: str
    connection_id: str
    webhook_url: str
    subscribed_events: list[str]
    entity_types: list[str]
    verification: Verification
    has_secret: bool
    is_active: bool
    created_at: Stamp
    updated_at: Stamp
    registration: Registration | None = Field(description="Null: the other system has no API for it")

    @classmethod
    def of(cls, view: views.WebhookView, base: str) -> Webhook:
        registration = Registration(**vars(view.registration)) if view.registration is not None else None
        return cls(
            **{
                **vars(view),
                "webhook_url": address(view, base),
                "verification": dict(view.verification),
                "registration": registration,
            }
        )


class NewWebhook(Shape):
    id: str
    webhook_url: str
    verification_token: str = Field(description="Shown this once")


class WebhookCreated(Answer):
    webhook: NewWebhook


class WebhookAnswer(Answer):
    webhook: Webhook


class WebhookChanged(WebhookAnswer):
    verification_token: str | None = Field(None, description="The new one, with `rotateToken`; shown this once")


class WebhooksAnswer(Listed):
    webhooks: list[Webhook]


class WebhookEvent(Shape):
    """`outcome`: created, updated, deleted, unchanged, conflict, ignored or failed. `error` says in words why it waits, is
    ignored or failed; `logId` is the sync that read the record."""

    id: str
    webhook_id: str
    event_type: str | None
    entity_type: str | None
    remote_module: str | None
    remote_id: str | None
    status: Status
    outcome: str | None
    error: str | None
    attempts: int
    next_attempt_at: Stamp | None
    log_id: str | None
    received_at: Stamp
    processed_at: Stamp | None
    payload: Any = Field(description="Without what proved it")
    headers: dict[str, str]


class WebhookEventAnswer(Answer):
    webhook_event: WebhookEvent


class WebhookEventsAnswer(Listed):
    webhook_events: list[WebhookEvent]


def address(view: views.WebhookView, base: str) -> str:
    """Where events are to be sent: as somebody said, else here, under the name by which the caller reached us."""
    return view.webhook_url or f"{base.rstrip('/')}{view.path}"
