"""Lookups that found nothing when their record came in, set when their target has arrived."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any

from app.db.database import Database
from app.db.leases import check_fence
from app.db.merge import MergeStore
from app.db.sql import dump, load
from app.model.cancel import CancelToken
from app.model.lines import project
from app.model.values import Values
from app.sync.context import RunContext

_AT_ONCE = 500
_PLACE = re.compile(r"^(\w+)\[(\d+)\]\.(\w+)$")


def waits_by_field(db: Database, context: RunContext) -> bool:
    """Is there a lookup by a field that found nothing yet? What it waits for may have been made, or changed, by anyone."""
    with db.read() as conn:
        return MergeStore(db.dialect).waits_by_field(conn, context.connection_id)


def settle_references(db: Database, context: RunContext, fence: int | None, cancel: CancelToken) -> None:
    """Set every waiting lookup whose target is in the hub now. What a person has changed since stays as it is. ``fence``:
    the run's lease; outside a run there is none."""
    store = MergeStore(db.dialect)
    while True:
        with db.write() as conn:
            if fence is not None:
                check_fence(conn, context.connection_id, fence)
            found = store.settled_references(conn, context.connection_id, _AT_ONCE)
            found = found or store.settled_by_field(conn, context.connection_id, _AT_ONCE)
            if not found:
                return
            batch = store.begin(context.connection_id, context.source, context.run_id, context.now())
            by_record: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
            for _, entity, local_id, where, target in found:
                by_record[(entity, local_id)].append((where, target))
            links = store.links_of(conn, context.connection_id, [local_id for _, local_id in by_record])
            rows: dict[str, Any] = {}
            for entity in {entity for entity, _ in by_record}:
                rows |= store.hub_rows(conn, entity, [local_id for name, local_id in by_record if name == entity])
            for (entity, local_id), references in by_record.items():
                hub, link = rows.get(local_id), links.get(local_id)
                if hub is None or link is None or hub.deleted_at is not None:
                    continue  # a change would bring a deleted one back
                base = load(link.base_local)
                changes = resolved(_as_in(base, hub.values), base, references)
                batch.update(entity, hub, changes)
                store.set_base_local(conn, link.id, dump({**base, **changes}))
            batch.write(conn)
            store.drop_references(conn, [row[0] for row in found])
        cancel.check()


def place_of(where: str) -> tuple[str, int | None, str | None]:
    """Where a waiting lookup is: ``(field, line, field of the line)``, the last two ``None`` outside lines."""
    place = _PLACE.match(where)
    return (where, None, None) if place is None else (place.group(1), int(place.group(2)), place.group(3))


def _as_in(base: Mapping[str, Any], hub: Mapping[str, Any]) -> dict[str, Any]:
    """The hub's values with lines reduced to the fields that the shadow has."""
    seen = dict(hub)
    for name, value in base.items():
        if isinstance(value, list) and value:
            seen[name] = project(hub.get(name), list(value[0]))
    return seen


def resolved(hub: Mapping[str, Any], base: Mapping[str, Any], references: Sequence[tuple[str, str]]) -> Values:
    """The fields that change when ``(where, hub id)`` references are set in a record; pure.

    A field (or a whole group) that no longer reads as it did when the sides agreed was changed by a person: left alone.
    """
    changes: Values = {}
    for where, target in references:
        name, number, child = place_of(where)
        if hub.get(name) != base.get(name, hub.get(name)):
            continue
        if number is None or child is None:
            changes[name] = target
            continue
        lines: Any = changes.get(name) or deepcopy(hub.get(name)) or []
        if number < len(lines):
            lines[number][child] = target
            changes[name] = lines
    return changes
