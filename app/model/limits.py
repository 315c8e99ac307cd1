"""The limits of another system, as they are counted and stored: moving windows in slots, and seats for calls at a time.

A window is cut into slots, and what was sent counts in the slot of its moment. A stretch of the window's length that ends
now touches one slot more than the window has: all of these together may hold at most the limit, so that whichever stretch
one looks at never holds more. The price: what was used comes back up to one slot late.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

T = TypeVar("T")

#: What a machine's clock may be ahead of another's, in milliseconds: counts of a later moment than this are from before the
#: clock was put back.
_AHEAD = 5000


@dataclass(frozen=True)
class Window:
    """``slot`` in milliseconds; ``name`` as in "450 calls a minute"."""

    kind: str
    name: str
    slots: int
    slot: int

    @property
    def seconds(self) -> int:
        return self.slots * self.slot // 1000

    def at(self, now: int) -> int:
        """The number of the slot of a moment (milliseconds since 1970)."""
        return now // self.slot

    def used(self, slots: Mapping[int, int], now: int) -> int:
        """How much counts in the window that ends now."""
        first = self.at(now) - self.slots
        return sum(count for number, count in slots.items() if number >= first)

    def tidied(self, slots: Mapping[int, int], now: int) -> dict[int, int]:
        """Without what is over. What is counted far in the future (the clock was put back) counts as of now."""
        present = self.at(now)
        most = present + max(1, _AHEAD // self.slot)
        kept: dict[int, int] = {}
        for number, count in slots.items():
            if number >= present - self.slots and count > 0:
                to = number if number <= most else present
                kept[to] = kept.get(to, 0) + count
        return kept

    def free_at(self, slots: Mapping[int, int], limit: int, cost: int, now: int) -> int:
        """The first moment at which ``cost`` more fits; ``now`` when it does already. What is dearer than the whole limit
        needs an empty window."""
        left = self.used(slots, now) - max(limit - cost, 0)
        if left <= 0:
            return now
        for number in sorted(number for number in slots if number >= self.at(now) - self.slots):
            left -= slots[number]
            if left <= 0:
                return (number + self.slots + 1) * self.slot
        raise AssertionError("an empty window has room")


#: The kinds of limits but ``concurrent``, the shortest first.
WINDOWS: Mapping[str, Window] = {
    one.kind: one
    for one in (
        Window("per_second", "a second", 10, 100),
        Window("per_minute", "a minute", 60, 1000),
        Window("per_hour", "an hour", 60, 60_000),
        Window("per_day", "a day", 144, 600_000),
    )
}
CONCURRENT = "concurrent"
KINDS = (*WINDOWS, CONCURRENT)


@dataclass
class Bucket:
    """One kind of limit of a connection. ``slots``: what was sent, by the number of the slot. The rest is ``concurrent``'s:
    ``seats`` by process ``[count, until]``, ``waiting`` by process ``[since, until]`` (milliseconds since 1970),
    ``blocked_until`` what the server said, ``strikes`` how often in a row it said it without naming a time."""

    kind: str
    vendor: int
    limit: int
    slots: dict[int, int] = field(default_factory=dict)
    seats: dict[str, list[int]] = field(default_factory=dict)
    waiting: dict[str, list[int]] = field(default_factory=dict)
    blocked_until: int | None = None
    strikes: int = 0

    def used(self, now: int) -> int:
        if self.kind == CONCURRENT:
            return sum(count for count, until in self.seats.values() if until > now)
        return WINDOWS[self.kind].used(self.slots, now)

    def state(self) -> dict[str, Any]:
        """What is stored beside the columns."""
        if self.kind == CONCURRENT:
            return {"seats": self.seats, "waiting": self.waiting, "strikes": self.strikes}
        return {"slots": {str(number): count for number, count in self.slots.items()}}

    def set_state(self, state: Mapping[str, Any]) -> None:
        self.slots = {int(number): count for number, count in state.get("slots", {}).items()}
        self.seats = {holder: list(seat) for holder, seat in state.get("seats", {}).items()}
        self.waiting = {holder: list(mark) for holder, mark in state.get("waiting", {}).items()}
        self.strikes = state.get("strikes", 0)


Buckets = dict[str, Bucket]


class LimitStore(Protocol):
    """The port that the hub's database serves."""

    holder: str

    def gone(self, holder: str) -> bool:
        """Is ``holder`` a process that is certainly no more?"""

    def prepare(self, connection_id: str, vendor: Mapping[str, int]) -> None:
        """See that there is a bucket of each kind, and no other. A limit that a person set stays; the others follow
        ``vendor``."""

    def change(self, connection_id: str, work: Callable[[Buckets], T]) -> T:
        """In one transaction that keeps all others out: read the buckets, let ``work`` change them, store them."""


def prepared(present: Mapping[str, Bucket], vendor: Mapping[str, int]) -> Buckets:
    """``present`` made to fit the vendor's limits of today."""
    made: Buckets = {}
    for kind, limit in vendor.items():
        bucket = present.get(kind) or Bucket(kind, limit, limit)
        if bucket.limit == bucket.vendor:
            bucket.limit = limit
        bucket.vendor = limit
        made[kind] = bucket
    return made
