"""What a dry run would do, as a value to show and to keep."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.model.records import RemoteRecord

ACTIONS = ("create", "update", "delete", "link", "conflict")
#: Items kept of each action and entity; the counts are always whole.
SHOWN = 500


@dataclass(frozen=True)
class PlanItem:
    """``side`` is where it would be done: ``local`` or ``remote``. ``fields``: ``[{name, from, to}]``."""

    action: str
    side: str
    entity: str
    local_id: str | None
    remote_id: str | None
    label: str
    fields: tuple[Mapping[str, Any], ...]
    reason: str


@dataclass
class PlanNotes:
    """The plan as it is gathered."""

    items: list[PlanItem] = field(default_factory=list)
    counts: dict[str, dict[str, int]] = field(
        default_factory=lambda: {side: dict.fromkeys(ACTIONS, 0) for side in ("local", "remote")}
    )
    _kept: dict[tuple[str, str], int] = field(default_factory=lambda: defaultdict(int))

    def add(
        self,
        action: str,
        entity: str,
        local_id: str | None,
        record: RemoteRecord,
        fields: Sequence[Mapping[str, Any]],
        reason: str,
        side: str = "local",
    ) -> None:
        self.counts[side][action] += 1
        self._kept[(action, entity)] += 1
        if self._kept[(action, entity)] <= SHOWN:
            self.items.append(
                PlanItem(action, side, entity, local_id, record.id or None, record.label, tuple(fields), reason)
            )
