"""Whether a webhook is registered with its system: what is kept of that, whether it is wanted, and what a person sees of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import urlsplit

from app.db.configs import SyncConfig
from app.db.connections import Connection
from app.db.webhooks import Webhook
from app.model.hosts import is_public
from app.services.systems import title_of
from app.services.webhook.views import RegistrationView

#: The mark of a registration that is being taken back.
END = "end"
#: After so many failures in a row, or one that does not pass by itself, a person is told.
_TOLD_AFTER = 3


@dataclass(frozen=True)
class Kept:
    """What ``erp_webhooks.remote_subscription`` holds. ``remote`` is the system's own account of it, ``ends`` and ``next_at`` (when
    something is due: to renew it, or another try) are stamps, ``mark`` tells what was asked last. ``failures`` counts those in a
    row, ``passes``: does the last one pass by itself? ``stopped``: a person has taken the registration back."""

    remote: Mapping[str, Any] | None = None
    ends: str = ""
    next_at: str = ""
    mark: str = ""
    failures: int = 0
    passes: bool = True
    message: str = ""
    hint: str = ""
    stopped: bool = False

    @classmethod
    def of(cls, webhook: Webhook) -> Kept:
        stored = webhook.remote_subscription or {}
        return cls(**{name: stored[name] for name in cls.__dataclass_fields__ if name in stored})

    def stored(self) -> dict[str, Any] | None:
        return None if self == Kept() else asdict(self)

    def is_alive(self, now: str) -> bool:
        return self.remote is not None and (not self.ends or self.ends > now)

    @property
    def is_told(self) -> bool:
        """Has it failed in a way that a person should hear of?"""
        return bool(self.failures) and (self.failures >= _TOLD_AFTER or not self.passes)


@dataclass(frozen=True)
class Why:
    """Why a webhook is not to be registered. ``stays``: what is registered is left alone meanwhile."""

    reason: str
    message: str
    hint: str = ""
    stays: bool = False


@dataclass(frozen=True)
class Wish:
    """What the system is to tell of."""

    url: str
    modules: Sequence[str]
    mark: str


def wish_of(webhook: Webhook, connection: Connection, configs: Iterable[SyncConfig]) -> Wish | Why:
    """``configs`` are the connection's."""
    title = title_of(connection.erp_system)
    if not webhook.is_active:
        return Why("switched_off", "This webhook is switched off.")
    if connection.status == "inactive":
        return Why("switched_off", "The connection is switched off.")
    if Kept.of(webhook).stopped:
        return Why("stopped", f"Its registration with {title} was taken back by hand.")
    if webhook.verification.get("scheme", "auto") not in {"auto", connection.erp_system}:
        return Why(
            "proof",
            f"This webhook wants its events proved in another way than {title} does it.",
            "Set its verification to “auto” over the API.",
        )
    if not _is_public(webhook.webhook_url):
        return Why(
            "address",
            f"{title} can't reach this PC: the webhook has no https address that is known in the Internet.",
            "Have a tunnel or relay hand its calls on to this PC, and enter that one's https address as the webhook's public "
            "address.",
        )
    modules = sorted(
        {
            config.remote_module
            for config in configs
            if config.is_active
            and config.sync_direction != "push"
            and (not webhook.entity_types or config.entity_type in webhook.entity_types)
        }
    )
    if not modules or not webhook.subscribed_events:
        return Why("nothing", f"Nothing of what this webhook is for is synced from {title}.")
    if connection.status == "expired":
        return Why("sign_in", "The connection waits for a sign-in; after that it goes on by itself.", stays=True)
    return Wish(str(webhook.webhook_url), modules, _mark(webhook, modules))


def view_of(webhook: Webhook, wish: Wish | Why, now: str) -> RegistrationView:
    kept = Kept.of(webhook)
    until = (kept.ends or None) if kept.is_alive(now) else None
    if isinstance(wish, Why) and not (wish.stays and kept.is_alive(now)):
        said = kept if until is not None and kept.mark == END and kept.failures else wish
        return RegistrationView("off", until, wish.reason, said.message, said.hint)
    if kept.is_alive(now):
        return RegistrationView("registered", until, "", kept.message, kept.hint)
    if kept.failures:
        return RegistrationView("failed", None, "", kept.message, kept.hint)
    return RegistrationView("waiting")


def _mark(webhook: Webhook, modules: Sequence[str]) -> str:
    said = [webhook.webhook_url, list(modules), list(webhook.subscribed_events), webhook.verification_token]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:32]


def _is_public(url: str | None) -> bool:
    parts = urlsplit(url or "")
    return parts.scheme == "https" and is_public(parts.hostname or "")
