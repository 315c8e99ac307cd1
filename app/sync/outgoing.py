"""What there is to send of a hub record: its fields that differ from the local shadow, as remote fields (engine: Push). Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from app.connectors.base import Reference, WriteKind
from app.db.shapes import HubRow, LinkRow
from app.db.sql import load
from app.mapping.outward import MissingReference
from app.model.entities import EntitySpec
from app.model.values import Value, Values
from app.sync.scope import EntityScope

#: ``(entity, hub id)`` → the record that a lookup names over there.
References = Mapping[tuple[str, str], Reference]


@dataclass(frozen=True)
class Draft:
    """One record's change, ready to be sent. ``local`` are the hub's values that go; ``missing`` what it refers to and is not
    there yet; ``lacking`` required fields that are empty."""

    kind: WriteKind
    scope: EntityScope
    hub: HubRow
    link: LinkRow | None
    local: Values
    fields: Mapping[str, Any]
    whole: Mapping[str, Any]
    references: tuple[Reference, ...] = ()
    missing: tuple[MissingReference, ...] = ()
    lacking: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        return label_of(self.scope.entity, self.hub) or (self.link.label if self.link is not None else self.hub.id)


def label_of(spec: EntitySpec, hub: HubRow) -> str:
    """What a person calls a record; a receipt without a number is called by its day."""
    named, day = hub.values.get(spec.label_field), hub.values.get("date")
    return str(named or (f"{spec.title} of {day}" if day else ""))


def changed_fields(scope: EntityScope, hub: Values, base_local: Mapping[str, Value]) -> list[str]:
    """The outgoing fields that differ from what the sides agreed on; one never agreed on counts when it holds something."""
    seen = scope.mapping.project(hub)
    return sorted(
        name
        for name in scope.mapping.outward.fields
        if (now := seen.get(name)) != base_local.get(name) and not (name not in base_local and _empty(now))
    )


def _empty(value: Value) -> bool:
    return value is None or value == []


def wants_delete(scope: EntityScope, hub: HubRow) -> bool:
    return hub.deleted_at is not None and scope.delete_policy == "propagate"


def draft(
    scope: EntityScope,
    hub: HubRow,
    link: LinkRow | None,
    frozen: Collection[str],
    references: References,
    *,
    may_create: bool,
) -> Draft | None:
    """What is to be sent, or ``None`` when there is nothing. ``frozen``: fields that wait for a decision; ``may_create`` is
    false for a record that was deleted over there. Raises :class:`app.mapping.errors.MappingError`."""
    if hub.deleted_at is not None:
        if link is None or not wants_delete(scope, hub):
            return None
        return Draft(WriteKind.DELETE, scope, hub, link, {}, {}, {})
    if link is None and not may_create:
        return None
    outward = scope.mapping.outward
    seen = scope.mapping.project(hub.values)
    if link is None:
        names = sorted(name for name in outward.fields if not _empty(seen.get(name)))
        kind = WriteKind.CREATE
    else:
        names = [name for name in changed_fields(scope, hub.values, load(link.base_local)) if name not in frozen]
        kind = WriteKind.UPDATE
    if not names:
        return None

    def key_of(entity: str, hub_id: str) -> str | None:
        found = references.get((entity, hub_id))
        return None if found is None else found.key

    whole, missing = outward.build({name: seen.get(name) for name in outward.fields}, key_of)
    fields, _ = outward.build(seen, key_of, names)
    needed = outward.required() if link is None else outward.required() & set(names)
    return Draft(
        kind,
        scope,
        hub,
        link,
        {name: seen.get(name) for name in names},
        fields,
        whole,
        tuple(references.values()),
        tuple(missing),
        tuple(sorted(name for name in needed if _empty(seen.get(name)))),
    )
