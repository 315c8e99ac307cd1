"""Our own form of an event, and the spellings of others that say the same (docs/webhooks.md)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from app.webhooks.kinds import split

#: In this order: the first that is there counts.
WHAT = ("event", "eventType", "event_type", "operation", "action", "type")
ENTITY = ("entityType", "entity_type", "entity", "module", "model", "objectType", "object_type", "resource", "table")
RECORD = ("remoteId", "remote_id", "recordId", "record_id", "entityId", "entity_id", "objectId", "object_id", "subject")
RECORDS = ("remoteIds", "remote_ids", "recordIds", "record_ids", "ids")
INSIDE = ("entry", "record", "data", "object", "payload")
EVENT = ("eventId", "event_id", "deliveryId", "delivery_id")
AT = ("at", "timestamp", "time", "occurredAt", "occurred_at", "createdAt", "created_at", "updatedAt", "updated_at")
_LONGEST = 500


@dataclass(frozen=True, slots=True)
class Told:
    kind: str
    module: str
    remote_id: str
    at: str
    #: Did the record's id stand where other senders put the event's?
    took_id: bool = False
    one_of_many: bool = False


def text(value: Any) -> str:
    """A text or whole number as text; nothing for anything else, and for what no id or name looks like."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    found = str(value).strip()
    return "" if len(found) > _LONGEST or "\x00" in found else found


def tells(body: Mapping[str, Any]) -> Iterator[Told]:
    """One for each record that it names; one without a record when it names none."""
    kind, words = split(_first(body, WHAT))
    module = _first(body, ENTITY) or words
    inner = next((found for name in INSIDE if isinstance(found := body.get(name), dict)), {})
    at = _first(body, AT)
    several = next((found for name in RECORDS if isinstance(found := body.get(name), list)), None)
    if several is not None:
        for one in several:
            yield Told(kind, module, text(one), at, one_of_many=len(several) > 1)
        return
    remote_id = _first(body, RECORD) or _first(inner, (*RECORD, "id"))
    own = "" if remote_id or "specversion" in body else text(body.get("id"))
    yield Told(kind, module, remote_id or own, at, took_id=bool(own))


def event_id(body: Mapping[str, Any], told: Told) -> str:
    """The sender's own id of the event; nothing where there is none."""
    found = _first(body, EVENT) or ("" if told.took_id or "specversion" not in body else text(body.get("id")))
    return f"{found}:{told.remote_id}" if found and told.one_of_many else found


def _first(body: Mapping[str, Any], names: Iterable[str]) -> str:
    return next((found for name in names if (found := text(body.get(name)))), "")
