"""What there is to send of a hub record: its fields that differ from the local shadow, as remote fields (engine: Push). Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from app.connectors.base import Reference, WriteKind
from app.db.shapes import HubRow, LinkRow
from app.db.sql import load
from app.mapping.errors import MappingError
from app.mapping.outward import MissingReference, Outward, is_sent_name
from app.model.entities import EntitySpec
from app.model.values import Value, Values
from app.sync.scope import EntityScope
from app.sync.shadows import NEVER, is_empty, is_unsent

#: ``(entity, hub id)`` → the record that a lookup names over there.
References = Mapping[tuple[str, str], Reference]


@dataclass(frozen=True)
class NamedBy:
    """What names a record by one of its fields: the field's ``value``; ``fault`` says what is wrong where it is empty."""

    value: str | None
    fault: str


#: ``(entity.field, hub id)`` → what names the record over there.
ByField = Mapping[tuple[str, str], NamedBy]
_NOTHING: ByField = {}


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
    outward = scope.mapping.outward
    try:
        return sorted(_unsent(outward, _seen(scope, hub), base_local))
    except MappingError:  # what can't be put together is not sent: the record's draft says why
        known = _unsent(outward, scope.mapping.project(hub), base_local)
        return sorted(known | {name for name in outward.fields if is_sent_name(name)})


def _unsent(outward: Outward, seen: Mapping[str, Value], base_local: Mapping[str, Value]) -> set[str]:
    return {
        name
        for name in outward.fields
        if is_unsent(outward.part(name, seen.get(name)), outward.part(name, base_local.get(name, NEVER)))
    }


def _seen(scope: EntityScope, hub: Values) -> Values:
    """The hub's values as they are compared with the local shadow, and what is put together of them. Raises
    :class:`MappingError`."""
    return {**scope.mapping.project(hub), **scope.mapping.outward.unseen(hub)}


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
    by_field: ByField = _NOTHING,
) -> Draft | None:
    """What is to be sent, or ``None`` when there is nothing. ``frozen``: fields that wait for a decision; ``may_create`` is
    false for a record that was deleted over there; ``by_field`` is what names a record by another field than its key. Raises
    :class:`app.mapping.errors.MappingError`."""
    if hub.deleted_at is not None:
        if link is None or not wants_delete(scope, hub):
            return None
        return Draft(WriteKind.DELETE, scope, hub, link, {}, {}, {})
    if link is None and not may_create:
        return None
    outward = scope.mapping.outward.without(frozen)
    seen = _seen(scope, hub.values)
    if link is None:
        names = sorted(name for name in outward.fields if not is_empty(seen.get(name)))
        kind = WriteKind.CREATE
    else:
        names = sorted(_unsent(outward, seen, load(link.base_local)) - set(frozen))
        kind = WriteKind.UPDATE
    if not names:
        return None

    def key_of(target: str, hub_id: str) -> str | None:
        if (named := by_field.get((target, hub_id))) is not None:
            return named.value
        found = references.get((target, hub_id))
        return None if found is None else found.key

    def key_to_send(target: str, hub_id: str) -> str | None:
        named = by_field.get((target, hub_id))
        if named is not None and named.value is None:
            raise ValueError(named.fault)
        return key_of(target, hub_id)

    sent = {**hub.values, **{name: seen.get(name) for name in outward.fields if name not in hub.values}}
    fields, _ = outward.build(sent, key_to_send, names)
    whole, missing = outward.build(sent, key_of)
    needed = outward.required() if link is None else outward.required() & set(names)
    return Draft(
        kind,
        scope,
        hub,
        link,
        {name: seen.get(name) for name in outward.going_with(names)},
        fields,
        whole,
        tuple(references.values()),
        tuple(one for one in missing if (one.entity, one.hub_id) not in by_field),
        tuple(sorted(outward.local_name(name) for name in needed if is_empty(seen.get(name)))),
    )
