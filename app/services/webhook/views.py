"""What the front doors see of webhooks and their events. Secrets are in none of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class RegistrationView:
    """Whether the other system was asked to send events. ``state``: ``registered``, ``waiting`` (it is asked in a moment),
    ``failed`` (it is asked again), or ``off``: then ``reason`` says why (``address``: it can't reach us; ``switched_off``,
    ``stopped``, ``proof``, ``nothing``, ``sign_in``). ``message`` and ``hint`` say it in words, and what went wrong last."""

    state: str
    until: str | None = None
    reason: str = ""
    message: str = ""
    hint: str = ""


@dataclass(frozen=True)
class WebhookView:
    """``webhook_url`` is where events are sent, as far as somebody said so; ``path`` where they come in here.
    ``verification``: scheme, header, algorithm, encoding. ``registration`` of ``None``: the system can't be asked to send events,
    a person sets it up there."""

    id: str
    tenant_id: str
    connection_id: str
    webhook_url: str | None
    path: str
    subscribed_events: Sequence[str]
    entity_types: Sequence[str]
    verification: Mapping[str, Any]
    has_secret: bool
    is_active: bool
    created_at: str
    updated_at: str
    registration: RegistrationView | None = None


@dataclass(frozen=True)
class EventView:
    """``outcome``: created, updated, deleted, unchanged, conflict, ignored or failed; ``error`` says in words why it waits, is
    ignored or failed; ``log_id`` is the run that read the record."""

    id: str
    webhook_id: str
    event_type: str | None
    entity_type: str | None
    remote_module: str | None
    remote_id: str | None
    status: str
    outcome: str | None
    error: str | None
    attempts: int
    next_attempt_at: str | None
    log_id: str | None
    received_at: str
    processed_at: str | None
    payload: Any
    headers: Mapping[str, str]


@dataclass(frozen=True)
class EventLine:
    """An event in a list: as :class:`EventView`, without what it came with. ``record_id`` and ``label`` are the hub's record that
    it is about, as far as that is known."""

    id: str
    webhook_id: str
    connection_id: str
    event_type: str | None
    remote_module: str | None
    entity_type: str | None
    remote_id: str | None
    status: str
    outcome: str | None
    error: str | None
    attempts: int
    next_attempt_at: str | None
    log_id: str | None
    received_at: str
    processed_at: str | None
    record_id: str | None = None
    label: str = ""
