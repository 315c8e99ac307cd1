"""What is taken of a connection's limits in one transaction. Pure.

Whoever holds a turn counts in every window and has a seat in ``concurrent``. A process takes a few turns more than it needs at
once: these are good until the shortest window's slot is over and count as used from the start, also when the process dies.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from threading import RLock
from typing import TypeVar

from app.model.limits import CONCURRENT, WINDOWS, Bucket, Buckets, prepared

T = TypeVar("T")

#: Turns that a process takes ahead, at most; and of what is left at most this part.
_AHEAD, _PART = 50, 8
#: How long a seat is another's when its process can't be asked, in milliseconds: longer than any call.
SEAT_MS = 600_000
#: No server is obeyed for longer: two days (see :func:`app.connectors.http.answers.retry_after`) and a little.
_LONGEST_BLOCK_MS = 49 * 3_600_000
#: A process that waits says so anew within this time.
_MARK_MS = 5000
#: How soon a seat, or another process's turn, is looked for again.
LOOK_MS = 250


class MemoryLimits:
    """For settings that are not stored (yet)."""

    def __init__(self) -> None:
        self.holder = "memory"
        self._lock = RLock()
        self._buckets: dict[str, Buckets] = {}

    def gone(self, _holder: str) -> bool:
        return False

    def prepare(self, connection_id: str, vendor: Mapping[str, int]) -> None:
        with self._lock:
            present = self._buckets.get(connection_id, {})
            self._buckets[connection_id] = prepared(present, vendor)

    def change(self, connection_id: str, work: Callable[[Buckets], T]) -> T:
        with self._lock:
            return work(self._buckets.get(connection_id, {}))


@dataclass(frozen=True)
class Ask:
    """What a process wants: ``cost`` by kind (1 where it says nothing), a seat beside the ``seats`` it has. ``unused`` are turns
    taken ahead whose time is over, by kind and slot."""

    holder: str
    cost: Mapping[str, int]
    seats: int
    another_seat: bool
    unused: Mapping[str, tuple[int, int]]


@dataclass(frozen=True)
class Granted:
    """``ahead``: so many more turns may be used until ``until`` without asking; they count in ``slots``."""

    ahead: int
    until: int
    slots: Mapping[str, int]


@dataclass(frozen=True)
class Wait:
    """Not before ``until``. ``kind``: the limit that is reached, ``blocked`` for the server's own word, ``turn`` for another
    process's."""

    until: int
    kind: str


def take(buckets: Buckets, ask: Ask, now: int, gone: Callable[[str], bool]) -> Granted | Wait:
    """Take a turn, or say when to ask again. Whoever waited before another process goes before it."""
    give_back(buckets, ask.unused)
    for bucket in buckets.values():
        if bucket.kind in WINDOWS:
            bucket.slots = WINDOWS[bucket.kind].tidied(bucket.slots, now)
    room = buckets[CONCURRENT]
    _forget_the_dead(room, ask.holder, now, gone)
    if room.blocked_until is not None and room.blocked_until > now + _LONGEST_BLOCK_MS:
        room.blocked_until = None  # said before the clock was put back
    if room.blocked_until is not None and room.blocked_until > now:
        return Wait(room.blocked_until, "blocked")
    wait = _wait(buckets, ask, now)
    mine = room.waiting.get(ask.holder, [now, 0])
    earlier = any(since < mine[0] for holder, (since, _) in room.waiting.items() if holder != ask.holder)
    if wait is None and earlier:
        wait = Wait(now + LOOK_MS, "turn")
    if wait is not None:
        room.waiting[ask.holder] = [mine[0], min(wait.until, now + LOOK_MS) + _MARK_MS]
        return wait
    room.waiting.pop(ask.holder, None)
    room.seats[ask.holder] = [ask.seats + ask.another_seat, now + SEAT_MS]
    return _grant(buckets, ask, now, alone=not room.waiting)


def give_back(buckets: Buckets, unused: Mapping[str, tuple[int, int]]) -> None:
    """Turns taken ahead that were not used: ``(slot, count)`` by kind."""
    for kind, (slot, count) in unused.items():
        if kind in buckets and slot in buckets[kind].slots:
            buckets[kind].slots[slot] = max(0, buckets[kind].slots[slot] - count)


def _wait(buckets: Buckets, ask: Ask, now: int) -> Wait | None:
    """The longest of the waits that the limits ask for."""
    waits = []
    for kind, window in WINDOWS.items():
        if kind in buckets:
            bucket = buckets[kind]
            waits.append(Wait(window.free_at(bucket.slots, bucket.limit, ask.cost.get(kind, 1), now), kind))
    room = buckets[CONCURRENT]
    others = sum(count for holder, (count, _) in room.seats.items() if holder != ask.holder)
    if others + ask.seats + ask.another_seat > room.limit:
        waits.append(Wait(now + LOOK_MS, CONCURRENT))
    longest = max(waits, key=lambda wait: wait.until, default=None)
    return longest if longest is not None and longest.until > now else None


def _grant(buckets: Buckets, ask: Ask, now: int, *, alone: bool) -> Granted:
    windows = {kind: window for kind, window in WINDOWS.items() if kind in buckets}
    cost = {kind: ask.cost.get(kind, 1) for kind in windows}
    left = {kind: buckets[kind].limit - buckets[kind].used(now) - cost[kind] for kind in windows}
    ahead = max(0, min([_AHEAD, *(room // _PART for room in left.values())])) if alone else 0
    slots = {kind: window.at(now) for kind, window in windows.items()}
    for kind, slot in slots.items():
        bucket = buckets[kind]
        bucket.slots[slot] = bucket.slots.get(slot, 0) + cost[kind] + ahead
    ends = [(slot + 1) * WINDOWS[kind].slot for kind, slot in slots.items()]
    return Granted(ahead, min(ends, default=now + SEAT_MS // 2), slots)


def _forget_the_dead(room: Bucket, own: str, now: int, gone: Callable[[str], bool]) -> None:
    for kept in (room.seats, room.waiting):
        for holder in [one for one, (_, until) in kept.items() if one != own and (until <= now or gone(one))]:
            del kept[holder]
