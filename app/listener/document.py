"""What the OpenAPI document says beyond what the calls themselves say: what they have in common, and records field by field."""

from __future__ import annotations

from typing import Any

from app.listener import receiving, record_shapes

_ABOUT = """\
The hub's records, and the syncs between the hub and the connected business systems.

Every call but those without a lock needs `Authorization: Bearer TOKEN`; the token is in the file `api-token` of the data folder.
Answers hold `"success": true`, or `"success": false` and `error` with a `code` for programs, a `message` for people and
`details` (`field`: what is at fault; `hint`: what to do). Bodies take camelCase and snake_case keys; answers are camelCase, records
snake_case. Lists go on with `cursor`, the `nextCursor` of the page before. All times are in seconds, stamps are UTC."""

_TAGS = {
    "health": "Whether the program answers.",
    "connections": "The business systems that are connected. Making or changing one contacts nobody.",
    "totals": "Monthly sums here beside there.",
    "sync configs": "What is synced over a connection, which way, field by field.",
    "transform templates": "Field links under a name, used again.",
    "runs": "Syncs: asked for, stopped, answered, looked back at.",
    "webhooks": "Events that a business system sends: each makes us read that record.",
    "rate limits": "What the business systems allow, and what was used of it.",
    "records": "The hub's own records, where else they are, and what waits for a decision.",
}
_REPLAYED = {"description": "true: this is the first answer again", "schema": {"type": "string", "enum": ["true"]}}


def complete(document: dict[str, Any]) -> None:
    document["info"]["description"] = _ABOUT
    document["tags"] = [{"name": name, "description": said} for name, said in _TAGS.items()]
    record_shapes.add_to(document)
    receiving.add_to(document)
    for operations in document["paths"].values():
        for operation in operations.values():
            names = {parameter["name"] for parameter in operation.get("parameters", ())}
            if "Idempotency-Key" in names and "201" in operation["responses"]:
                operation["responses"]["201"]["headers"] = {"Idempotent-Replayed": _REPLAYED}
