"""A dry run as a value: what would be done, kept to be shown and to be applied exactly (engine: A sync).

Each item carries a mark: a hash of what is to be done. Applying a plan lets through what comes to the same mark and nothing
else; what changed in between is left for the next sync.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.db.sql import dump
from app.model.records import RemoteRecord
from app.sync.scope import EntityScope, scope_of

ACTIONS = ("create", "update", "delete", "link", "conflict")
#: Of each action and entity so many items are shown with their fields; all are kept, and the counts are whole.
SHOWN = 500
#: Items written to the database at once.
_LOT = 500


@dataclass(frozen=True)
class PlanItem:
    """``side`` is where it would be done: ``local`` or ``remote``. ``fields``: ``[{name, from, to}]``, ``None`` where they are
    not shown."""

    action: str
    side: str
    entity: str
    local_id: str | None
    remote_id: str | None
    label: str
    fields: Sequence[Mapping[str, Any]] | None
    reason: str
    mark: str


def mark_of(*content: Any) -> str:
    """The mark of what is to be done: equal content, equal mark."""
    return hashlib.sha256(dump(content).encode()).hexdigest()[:24]


def plan_scope(scopes: Iterable[EntityScope]) -> str:
    """Under what a plan was made: another mapping, rule or policy, and it can't be applied."""
    kept = list(scopes)
    rules = sorted(f"{one.module}:{one.strategy}:{one.delete_policy}:{','.join(one.match_on)}" for one in kept)
    return mark_of(scope_of(kept), rules)


class PlanNotes:
    """The plan as it is gathered; ``keep`` stores some items."""

    def __init__(self, keep: Callable[[Sequence[PlanItem]], None]) -> None:
        self._keep = keep
        self._items: list[PlanItem] = []
        self._seen: dict[tuple[str, str, str], int] = defaultdict(int)
        self.counts: dict[str, dict[str, int]] = {side: dict.fromkeys(ACTIONS, 0) for side in ("local", "remote")}

    def add(
        self,
        action: str,
        entity: str,
        local_id: str | None,
        record: RemoteRecord,
        fields: Sequence[Mapping[str, Any]],
        reason: str,
        mark: str = "",
        side: str = "local",
    ) -> None:
        self.counts[side][action] += 1
        self._seen[(side, action, entity)] += 1
        shown = fields if self._seen[(side, action, entity)] <= SHOWN else None
        self._items.append(
            PlanItem(action, side, entity, local_id, record.id or None, record.label, shown, reason, mark)
        )
        if len(self._items) >= _LOT:
            self.flush()

    def flush(self) -> None:
        items, self._items = self._items, []
        if items:
            self._keep(items)


@dataclass
class Applied:
    """A stored plan that is being applied. ``marks`` finds the marks of a record's planned items:
    ``(side, entity, id) → marks`` (the remote's id for ``local`` items, the hub's for ``remote`` ones). ``left`` are those that
    came to something else."""

    plan_id: str
    marks: Callable[[str, str, str], Collection[str]]
    left: set[tuple[str, str, str]] = field(default_factory=set)

    def allows(self, side: str, entity: str, key: str, mark: str) -> bool:
        if mark in self.marks(side, entity, key):
            return True
        self.left.add((side, entity, key))
        return False
