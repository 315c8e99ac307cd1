"""Asking an ERP to send events: what is wanted of it, and what was agreed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol

from app.model.cancel import CancelToken

if TYPE_CHECKING:
    from app.connectors.base import Connector


@dataclass(frozen=True)
class Wanted:
    """What an ERP is to tell of, and how. ``name`` is ours for it (the webhook's id) and lasts. ``url`` is where events are to go,
    ``token`` and ``secret`` what they are to be proved with, ``modules`` and ``events`` (create, update, delete) what they tell of.
    """

    name: str
    url: str
    modules: Sequence[str]
    events: Sequence[str]
    token: str
    secret: str | None = None

    def __repr__(self) -> str:  # never show what proves them
        return f"Wanted({self.name!r}, {self.url!r}, {self.modules!r}, {self.events!r})"


@dataclass(frozen=True)
class Subscription:
    """What the ERP was asked to tell of. ``remote`` is its own account of it, plain JSON without secrets (kept in
    ``erp_webhooks.remote_subscription``); ``ends`` when it must have been renewed, ``None``: never."""

    remote: Mapping[str, Any]
    ends: datetime | None = None


class Subscriptions(Protocol):
    """Registering a webhook on the ERP's side, for those that have an API for it."""

    def subscribe(self, connector: Connector, wanted: Wanted, cancel: CancelToken) -> Subscription:
        """Have the ERP tell of it from now on. What was asked under this name before, be it known here or not, is renewed, changed,
        or made again: there is never a second one."""

    def unsubscribe(self, connector: Connector, remote: Mapping[str, Any], cancel: CancelToken) -> None:
        """No more of it; one that isn't there (any more) is no error."""
