"""Events of a system that a definition describes, brought into our own form (docs/webhooks.md)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from app.connectors.custom.definition import Definition, Webhooks
from app.connectors.custom.loading import load
from app.connectors.custom.settings import text_of
from app.connectors.custom.templates import at
from app.connectors.definitions import BadDefinition, EventForm


def form_of(auth: Mapping[str, Any]) -> EventForm | None:
    """``None`` where the definition says nothing of events, or can't be used."""
    try:
        definition = load(text_of(auth))
    except BadDefinition:
        return None
    hooks = definition.webhooks
    if hooks is None:
        return None
    scheme = {"scheme": hooks.proof, "header": (hooks.header or "").lower()}
    if hooks.proof == "hmac":
        scheme |= {"algorithm": hooks.algorithm, "encoding": hooks.encoding}
    return EventForm(
        {name: value for name, value in scheme.items() if value}, lambda body: _told(definition, hooks, body)
    )


def _told(definition: Definition, hooks: Webhooks, body: Any) -> Any:
    rows = at(body, hooks.rows)
    several = rows if isinstance(rows, list) else [rows]
    if not several or not all(isinstance(row, Mapping) for row in several):
        return body
    return [dict(_event(definition, hooks, row)) for row in several]


def _event(definition: Definition, hooks: Webhooks, row: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    said = str(at(row, hooks.event) or "")
    yield "event", hooks.events.get(said, said)
    named = str(at(row, hooks.resource) or "") if hooks.resource else next(iter(definition.resources))
    yield "module", hooks.resources.get(named, named)
    for name, place in (("remoteId", hooks.id), ("eventId", hooks.key), ("at", hooks.at)):
        value = at(row, place) if place else None
        if value not in (None, ""):
            yield name, value
