"""What a body tells of: which records changed, and how. Nothing else of it is ever used: each is read again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import orjson

from app.model.errors import InvalidInput
from app.webhooks.generic import event_id, tells, text
from app.webhooks.kinds import CREATE, DELETE, OTHER, UPDATE, kind_of

#: More events than any sender puts into 5 MiB at a time.
MOST = 10_000
_DEEPEST = 100
#: Headers under which senders give an event's own id, the standard-webhooks specification's first.
_ID_HEADERS = ("webhook-id", "x-event-id", "x-delivery-id", "x-webhook-id", "x-github-delivery")


class BadEvent(InvalidInput):
    """A body that tells of nothing that we understand."""

    code = "bad_event"


@dataclass(frozen=True, slots=True)
class Event:
    """One change of one record. ``module`` as the sender calls it, ``at`` the sender's own time. ``part`` is what of the body
    tells of it. ``timeless``: neither id nor time tells it from the same change made again. ``ignored`` says why nothing comes
    of it. ``company``: the one that it is of, where that is not the webhook's."""

    key: str
    type: str
    module: str
    remote_id: str
    at: str
    part: Any
    timeless: bool = False
    ignored: str = ""
    company: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a body came in: the webhook, its connection's system, and the company whose events these should be. ``told`` brings a
    body in the system's own form into ours."""

    webhook_id: str
    system: str
    company: str = ""
    told: Callable[[Any], Any] | None = None


def parse(origin: Origin, headers: Mapping[str, str], body: bytes) -> list[Event]:
    """The events of a body, in its order; ``headers`` under small names. Raises :class:`BadEvent`."""
    sent = _json(body)
    if origin.told is not None:
        sent = origin.told(sent)
    read = _reader(origin.system, sent)
    given = next((headers[name] for name in _ID_HEADERS if headers.get(name)), "")
    events: list[Event] = []
    for event in read(origin, sent):
        if len(events) == MOST:
            raise BadEvent(f"More than {MOST:,} events in one body.")
        events.append(event)
    if not events:
        raise BadEvent("The body tells of no event.", hint="What is understood is in the documentation of webhooks.")
    return [_keyed(origin, event, given, n if len(events) > 1 else None) for n, event in enumerate(events)]


def _json(body: bytes) -> Any:
    try:
        sent = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise BadEvent(f"The body is not JSON: {error.msg} (at character {error.pos}).") from None
    if not isinstance(sent, dict | list):
        raise BadEvent("The body must be a JSON object, or a list of them.")
    if body.count(b"[") + body.count(b"{") > _DEEPEST and _is_deep(sent):
        raise BadEvent("The body is nested too deeply.")
    return sent


def _is_deep(value: Any) -> bool:
    level = [value]
    for _ in range(_DEEPEST):
        level = [
            item
            for part in level
            for item in (part.values() if isinstance(part, dict) else part)
            if isinstance(item, dict | list)
        ]
        if not level:
            return False
    return True


def _keyed(origin: Origin, event: Event, given: str, n: int | None) -> Event:
    """With the key that makes it known again: the sender's id for it, else what it says."""
    if event.key:
        key = event.key
    elif given:
        key = given if n is None else f"{given}:{n}"
    else:
        said = orjson.dumps([origin.webhook_id, event.type, event.module, event.remote_id, event.part], option=_SORTED)
        return replace(event, key=hashlib.sha256(said).hexdigest(), timeless=not event.at)
    if len(key) > 200 or "\x00" in key:
        key = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
    return replace(event, key=key)


_SORTED = orjson.OPT_SORT_KEYS | orjson.OPT_NON_STR_KEYS
_Reader = Callable[[Origin, Any], Iterator[Event]]


def _reader(system: str, sent: Any) -> _Reader:
    """A relay may send our own form for any system: the form decides, and the system only between those that are alike."""
    first = sent[0] if isinstance(sent, list) and sent else sent
    if isinstance(first, dict):
        if system == "quickbooks" and isinstance(first.get("eventNotifications"), list):
            return _quickbooks_old
        if system == "quickbooks" and "intuitentityid" in first:
            return _quickbooks
        if system == "zoho" and isinstance(first.get("ids"), list):
            return _zoho
        if system == "sap" and str(first.get("type", "")).lower().startswith("sap.b1."):
            return _sap
    return _generic


def _objects(value: Any) -> Iterator[Mapping[str, Any]]:
    for one in value if isinstance(value, list) else [value]:
        if not isinstance(one, dict):
            raise BadEvent("The body must be a JSON object, or a list of them.")
        yield one


def _inner(value: Any, name: str) -> Any:
    return value.get(name) if isinstance(value, dict) else None


# --- QuickBooks: the older form, and CloudEvents ---------------------------------------------------------------------


def _quickbooks_old(origin: Origin, sent: Any) -> Iterator[Event]:
    for body in _objects(sent):
        for note in _objects(body.get("eventNotifications") or []):
            realm = text(note.get("realmId"))
            for entity in _objects(_inner(note.get("dataChangeEvent"), "entities") or []):
                part = {"realmId": realm, "entity": entity}
                name, at = text(entity.get("name")), text(entity.get("lastUpdated"))
                kind = kind_of(text(entity.get("operation")))
                yield _event(origin, kind, name, text(entity.get("id")), at, part, company=realm)
                if merged := text(entity.get("deletedId")):
                    yield _event(origin, DELETE, name, merged, at, part, company=realm)


def _quickbooks(origin: Origin, sent: Any) -> Iterator[Event]:
    for one in _objects(sent):
        words = text(one.get("type")).split(".")  # qbo.<entity>.<what happened>.v1
        name, what = (words[1], words[2]) if len(words) > 2 else ("", "")
        yield _event(
            origin,
            kind_of(what),
            name,
            text(one.get("intuitentityid")),
            text(one.get("time")),
            one,
            key=text(one.get("id")),
            company=text(one.get("intuitaccountid")),
        )


# --- Zoho, SAP Business One -------------------------------------------------------------------------------------------


def _zoho(origin: Origin, sent: Any) -> Iterator[Event]:
    for body in _objects(sent):
        kind, module = kind_of(text(body.get("operation"))), text(body.get("module"))
        at = text(body.get("server_time"))
        for remote_id in body["ids"] if isinstance(body.get("ids"), list) else []:
            yield _event(origin, kind, module, text(remote_id), at, {**body, "ids": [remote_id]})


def _sap(origin: Origin, sent: Any) -> Iterator[Event]:
    for one in _objects(sent):
        words = text(one.get("type")).split(".")  # sap.b1.<business object>.<what happened>.v1
        name, what = (words[2], words[3]) if len(words) > 3 else ("", "")
        company = text(one.get("source")).rpartition("/")[2]
        yield _event(
            origin, kind_of(what), name, text(one.get("subject")), text(one.get("time")), one,
            key=text(one.get("id")), company=company,
        )  # fmt: skip


# --- everybody else ---------------------------------------------------------------------------------------------------


def _generic(origin: Origin, sent: Any) -> Iterator[Event]:
    several = sent.get("events") if isinstance(sent, dict) else None
    for one in _objects(several if isinstance(several, list) else sent):
        for told in tells(one):
            yield _event(origin, told.kind, told.module, told.remote_id, told.at, one, key=event_id(one, told))


def _event(
    origin: Origin, kind: str, module: str, remote_id: str, at: str, part: Any, *, key: str = "", company: str = ""
) -> Event:
    ignored, other = "", company if origin.company and company != origin.company else ""
    if other:
        ignored = f"It is of another company ({other}). No webhook here that has the same secret is for that one."
    elif not remote_id:
        ignored = "It names no record."
    elif kind == OTHER:
        ignored = "It tells neither of a new record nor of a changed or deleted one."
    return Event(key, kind, module, remote_id, at, part, ignored=ignored, company=other)


__all__ = ["CREATE", "DELETE", "OTHER", "UPDATE", "BadEvent", "Event", "Origin", "parse"]
