"""The limiter: one for each connection in a process, sharing its counts with other processes through the store.

Threads wait in the order in which they came, and only the first of them asks the store. What the server itself says (429) goes
before all counting and is remembered, too.
"""

from __future__ import annotations

import random
import threading
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime

from app.connectors.http.buckets import Ask, Granted, MemoryLimits, Wait, give_back, take
from app.connectors.http.vendors import Policy
from app.model.cancel import CancelToken
from app.model.clock import Clock, utc_now
from app.model.errors import RateLimited
from app.model.limits import CONCURRENT, WINDOWS, Buckets, LimitStore

#: A run holds on for so long, in seconds; when the wait is longer it ends, and the scheduler waits.
HOLD = 120.0
#: How soon a cancelled wait is noticed, and for how long a wait goes unmentioned, in seconds.
_LOOK, _QUIET = 0.25, 2.0
#: Seats that are not used just now go back to the store after this time, in milliseconds.
_LINGER_MS = 1000

#: Told of a wait: the connection, until when (``None``: it is over), in words.
Tell = Callable[[str, datetime | None, str], None]
#: Waits on a condition for so many seconds, or less; tests put the clock forward instead.
Pause = Callable[[threading.Condition, float], object]


def _wait_a_little(room: threading.Condition, seconds: float) -> None:
    room.wait(min(seconds, _LOOK))


def _silent(_connection_id: str, _until: datetime | None, _text: str) -> None:
    """Nobody listens."""


class Limits:
    """The limiters of a process, by connection."""

    def __init__(
        self,
        store: LimitStore | None = None,
        *,
        tell: Tell = _silent,
        clock: Clock = utc_now,
        pause: Pause = _wait_a_little,
        spread: Callable[[], float] = random.random,
    ) -> None:
        self._store = store or MemoryLimits()
        self._tell = tell
        self._clock = clock
        self._pause = pause
        self._spread = spread
        self._lock = threading.Lock()
        self._made: dict[str, Limiter] = {}

    def of(self, connection_id: str, policy: Policy) -> Limiter:
        """The connection's limiter; with another policy than before, its limits follow."""
        with self._lock:
            found = self._made.get(connection_id)
            if found is None:
                found = Limiter(connection_id, self._store, self._tell, self._clock, self._pause, self._spread)
                self._made[connection_id] = found
        found.follow(policy)
        return found


class Limiter:
    """Use :meth:`turn` around each call, never inside a write transaction of the hub."""

    def __init__(
        self,
        connection_id: str,
        store: LimitStore,
        tell: Tell,
        clock: Clock,
        pause: Pause,
        spread: Callable[[], float],
    ) -> None:
        self.policy = Policy("", {})
        self._connection_id = connection_id
        self._store = store
        self._tell = tell
        self._clock = clock
        self._pause = pause
        self._spread = spread
        self._room = threading.Condition()
        self._queue: deque[object] = deque()
        self._ahead = Granted(0, 0, {})
        self._seats = self._busy = 0
        self._linger_until = 0
        self._blocked_until = 0
        self._struck = True  # maybe by a process before this one

    def follow(self, policy: Policy) -> None:
        with self._room:
            if policy == self.policy:
                return
            self.policy = policy
            self._ahead = Granted(0, 0, {})
            self._store.prepare(self._connection_id, {CONCURRENT: 1, **policy.limits})

    # --- taking turns ------------------------------------------------------------------------------------------

    @contextmanager
    def turn(self, cancel: CancelToken, *, cost: Mapping[str, int] | None = None, hold: float = HOLD) -> Iterator[None]:
        """Wait until a call may be sent, then hold a seat while it lasts. ``cost``: what it takes of each kind of limit (1
        where it says nothing). Raises :class:`RateLimited` when that would last longer than ``hold`` seconds, and
        :class:`Cancelled`."""
        self._wait_for_turn(cancel, cost or {}, hold)
        try:
            yield
        finally:
            self._leave()

    def _wait_for_turn(self, cancel: CancelToken, cost: Mapping[str, int], hold: float) -> None:
        ticket, told = object(), 0
        with self._room:
            self._queue.append(ticket)
            try:
                ready = 0
                while True:
                    cancel.check()
                    now = self._now()
                    if self._queue[0] is ticket and now >= ready:
                        wait = self._admit(cost, now)
                        if wait is None:
                            return
                        self._refuse_long(wait, now, hold)
                        told = self._mention(wait, now, told)
                        ready = now if wait.kind == CONCURRENT else wait.until
                    # A seat that comes free wakes us; a window does not.
                    self._pause(self._room, (ready - now) / 1000 if ready > now else _LOOK)
            finally:
                self._queue.remove(ticket)
                self._room.notify_all()
                if told:
                    self._tell(self._connection_id, None, "")

    def _admit(self, cost: Mapping[str, int], now: int) -> Wait | None:
        if self._blocked_until > now:
            return Wait(self._blocked_until, "blocked")
        plain = all(count == 1 for count in cost.values())
        if plain and self._ahead.ahead > 0 and now < self._ahead.until and self._busy < self._seats:
            self._ahead = Granted(self._ahead.ahead - 1, self._ahead.until, self._ahead.slots)
        else:
            answer = self._ask(cost, now)
            if isinstance(answer, Wait):
                if answer.kind == "blocked":
                    self._blocked_until = answer.until
                return answer
            self._ahead = answer
        self._busy += 1
        return None

    def _ask(self, cost: Mapping[str, int], now: int) -> Granted | Wait:
        another = self._busy >= self._seats
        ask = Ask(self._store.holder, cost, self._seats, another, self._unused())
        answer = self._store.change(self._connection_id, lambda buckets: take(buckets, ask, now, self._store.gone))
        self._ahead = Granted(0, 0, {})
        if isinstance(answer, Granted):
            self._seats += another
            self._linger_until = now + _LINGER_MS
        return answer

    def _unused(self) -> dict[str, tuple[int, int]]:
        return (
            {kind: (slot, self._ahead.ahead) for kind, slot in self._ahead.slots.items()} if self._ahead.ahead else {}
        )

    def _leave(self) -> None:
        with self._room:
            self._busy -= 1
            self._room.notify_all()
            if self._seats > self._busy and self._now() >= self._linger_until:
                self._give_back()

    def rest(self) -> None:
        """Nobody here calls for a while: let other processes have what this one holds."""
        with self._room:
            if self._seats > self._busy or self._ahead.ahead:
                self._give_back()

    def _give_back(self) -> None:
        unused, self._ahead = self._unused(), Granted(0, 0, {})
        self._seats, self._linger_until = self._busy, self._now() + _LINGER_MS

        def work(buckets: Buckets) -> None:
            give_back(buckets, unused)
            seats = buckets[CONCURRENT].seats
            if self._seats and self._store.holder in seats:
                seats[self._store.holder][0] = self._seats
            else:
                seats.pop(self._store.holder, None)

        self._store.change(self._connection_id, work)

    # --- the server's word -------------------------------------------------------------------------------------

    def refused(self, seconds: float | None) -> datetime:
        """The server asked us to wait: so many seconds, or it did not say how long. Answers until when. Several calls that
        were under way together are one refusal."""
        spread, policy = self._spread(), self.policy
        with self._room:
            now = self._now()

            def work(buckets: Buckets) -> int:
                room = buckets[CONCURRENT]
                if seconds is not None:
                    until = now + round(max(seconds, 1.0) * 1000 + spread * 1000)
                elif room.blocked_until is not None and room.blocked_until > now:
                    return room.blocked_until
                else:
                    room.strikes = min(room.strikes + 1, 30)
                    wait = min(policy.backoff * 2.0 ** (room.strikes - 1), policy.longest)
                    until = now + round(wait * (1 + spread / 5) * 1000)
                room.blocked_until = max(until, room.blocked_until or 0)
                return room.blocked_until

            self._blocked_until = self._store.change(self._connection_id, work)
            self._struck = True
            return _moment(self._blocked_until)

    def went_well(self) -> None:
        """The server took a call: what it said before is over."""
        if not self._struck or self._now() < self._blocked_until:  # (it was under way when the server refused another)
            return
        with self._room:
            self._struck = False

            def work(buckets: Buckets) -> None:
                buckets[CONCURRENT].strikes = 0

            self._store.change(self._connection_id, work)

    def learn(self, kind: str, remaining: int) -> None:
        """The server says how much of a limit is left: others use it, too, so we count at least what it counts."""
        window = WINDOWS[kind]
        with self._room:
            now = self._now()
            unused, self._ahead = self._unused(), Granted(0, 0, {})

            def work(buckets: Buckets) -> None:
                give_back(buckets, unused)
                bucket = buckets.get(kind)
                if bucket is not None:
                    missing = bucket.vendor - remaining - window.used(bucket.slots, now)
                    slot = window.at(now)
                    bucket.slots[slot] = bucket.slots.get(slot, 0) + max(0, missing)

            self._store.change(self._connection_id, work)

    # --- words -------------------------------------------------------------------------------------------------

    def _refuse_long(self, wait: Wait, now: int, hold: float) -> None:
        if wait.kind in {CONCURRENT, "turn"} or wait.until - now <= hold * 1000:
            return
        raise RateLimited(
            f"{self._words(wait)}. What was done so far is kept.",
            until=_moment(wait.until),
            limit="" if wait.kind == "blocked" else wait.kind,
        )

    def _mention(self, wait: Wait, now: int, told: int) -> int:
        if wait.until - now < _QUIET * 1000 or wait.until == told:
            return told
        self._tell(self._connection_id, _moment(wait.until), self._words(wait))
        return wait.until

    def _words(self, wait: Wait) -> str:
        at = _moment(wait.until).astimezone()
        clock = f"{at:%H:%M}" if wait.until - self._now() >= 60_000 else f"{at:%H:%M:%S}"
        title = self.policy.title[:1].upper() + self.policy.title[1:]
        if wait.kind == "blocked":
            return f"{title} asks us to wait until {clock}"
        return f"The calls that {self.policy.title} allows {WINDOWS[wait.kind].name} are used up until {clock}"

    def _now(self) -> int:
        return int(self._clock().timestamp() * 1000)


def _moment(milliseconds: int) -> datetime:
    return datetime.fromtimestamp(milliseconds / 1000, UTC)
