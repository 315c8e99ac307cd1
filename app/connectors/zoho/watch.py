"""Having Zoho tell of changes: one channel for each webhook (docs/protocols/zoho.md: Watches).

A channel's number is made of the webhook's own id: asked again, also by a program that was ended before it could note the answer,
it is the same channel.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, cast

from app.connectors.base import Connector
from app.connectors.subscriptions import Subscription, Wanted
from app.model.cancel import CancelToken
from app.model.clock import Clock, utc_now
from app.model.errors import BadAnswer, Misconfigured

if TYPE_CHECKING:
    from app.connectors.http.answers import Answer
    from app.connectors.zoho.client import Zoho
    from app.connectors.zoho.connector import ZohoConnector

_PATH = "actions/watch"
#: A channel that is to live for more than a week lives for an hour: our clock may be four hours ahead of Zoho's.
LIFE = timedelta(days=6, hours=20)
#: Of the events of one channel, and of the characters of its token.
_MOST_EVENTS, _LONGEST_TOKEN = 50, 50
_EVENTS = {"create": "create", "update": "edit", "delete": "delete"}
#: What Zoho says when something of the channel itself is wrong.
_UNFIT = frozenset({"invalid_data", "mandatory_not_found", "expected_field_missing", "dependent_field_missing"})


class Watches:
    """What :class:`app.connectors.subscriptions.Subscriptions` asks. A call may be made again: what may pass is tried at once."""

    def __init__(self, clock: Clock = utc_now) -> None:
        self._clock = clock

    def subscribe(self, connector: Connector, wanted: Wanted, cancel: CancelToken) -> Subscription:
        """Raises :class:`Misconfigured` for what Zoho does not take."""
        from app.connectors.zoho.sentences import Refused

        zoho, channel = _client(connector), channel_of(wanted.name)
        asked = self._clock() + LIFE
        body = {"watch": [_channel(channel, wanted, asked)]}
        send = zoho.put if _is_there(zoho, channel, cancel) else zoho.post
        try:
            answer = send(_PATH, body, cancel, **_AGAIN)
        except Refused as error:
            raise _unfit() if error.code in _UNFIT else error from None
        return Subscription({"channel_id": channel}, _end(answer) or asked)

    def unsubscribe(self, connector: Connector, remote: Mapping[str, Any], cancel: CancelToken) -> None:
        from app.connectors.zoho.sentences import Refused

        zoho, channel = _client(connector), str(remote["channel_id"])
        try:
            zoho.delete(_PATH, {"channel_ids": channel}, cancel, **_AGAIN)
        except Refused:
            if _is_there(zoho, channel, cancel):
                raise


#: Sent twice it does no more than once.
_AGAIN: Mapping[str, Any] = {"changes": False}


def channel_of(name: str) -> str:
    """A whole number of at most 63 bits, as Zoho's channels have."""
    return str(int.from_bytes(hashlib.sha256(name.encode()).digest()[:8]) >> 1)


def events_of(modules: Sequence[str], kinds: Sequence[str]) -> list[str]:
    """``Contacts.edit``. With too many of them everything of each module: what nobody asked for is left aside when it comes."""
    every = [f"{module}.all" for module in modules]
    if set(kinds) == set(_EVENTS):
        return every[:_MOST_EVENTS]
    each = [f"{module}.{_EVENTS[kind]}" for module in modules for kind in kinds]
    return each if len(each) <= _MOST_EVENTS else every[:_MOST_EVENTS]


def _channel(channel: str, wanted: Wanted, until: datetime) -> dict[str, Any]:
    if len(wanted.token) > _LONGEST_TOKEN:
        raise ValueError("Zoho's tokens have 50 characters at most")
    return {
        "channel_id": channel,
        "events": events_of(wanted.modules, wanted.events),
        "channel_expiry": until.isoformat(timespec="seconds"),
        "token": wanted.token,
        "notify_url": wanted.url,
        # Values are never taken from an event; a note that was added to a record does not change it.
        "return_affected_field_values": False,
        "notify_on_related_action": False,
    }


def _client(connector: Connector) -> Zoho:
    return cast("ZohoConnector", connector).zoho


def _is_there(zoho: Zoho, channel: str, cancel: CancelToken) -> bool:
    """Which answers Zoho gives for a channel that it does not have is not established; that it lists those it has, is."""
    body = zoho.get(_PATH, {"channel_id": channel}, cancel).json()
    told = body.get("watch") if isinstance(body, dict) else None
    return isinstance(told, list) and any(
        isinstance(one, dict) and str(one.get("channel_id")) == channel for one in told
    )


def _end(answer: Answer) -> datetime | None:
    """When the channel ends, as far as Zoho says so: the soonest of its modules. Raises for an answer that is none, or a refusal
    within one."""
    body = answer.json()
    told = body.get("watch") if isinstance(body, dict) else None
    if not isinstance(told, list) or not told or not isinstance(told[0], dict):
        raise BadAnswer(
            "Zoho's answer does not say whether it will tell us of changes.",
            hint="It is asked again by itself. Until then the ordinary syncs find what changes.",
        )
    if told[0].get("status") == "error":
        raise _unfit()
    details = told[0].get("details")
    events = details.get("events") if isinstance(details, dict) else None
    ends = [_moment(one.get("channel_expiry")) for one in events or () if isinstance(one, dict)]
    return min((end for end in ends if end is not None), default=None)


def _moment(text: object) -> datetime | None:
    try:
        made = datetime.fromisoformat(str(text))
    except ValueError:
        return None
    return made if made.tzinfo is not None else None


def _unfit() -> Misconfigured:
    return Misconfigured(
        "Zoho does not take the address to which it is to send its events, or a module that it is to tell of.",
        hint="Look at the webhook's public address: Zoho must reach it from the Internet, over https. Then register again.",
        code="watch_refused",
    )
