"""What an org may ask in a day and at once."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from tests.simulators.clock import Clock
from tests.simulators.zoho.problems import too_many

#: Edition → (credits in 24 hours, calls at once).
EDITIONS = {
    "free": (5_000, 5),
    "standard": (50_000, 10),
    "professional": (50_000, 15),
    "enterprise": (50_000, 20),
    "ultimate": (50_000, 25),
}
_DAY = timedelta(hours=24)


class Limits:
    """Credits of the last 24 hours, and calls under way. A refusal is a 429 without a word on when to come again."""

    def __init__(self, clock: Clock, edition: str) -> None:
        self.credits, self.at_once = EDITIONS[edition]
        self.used = 0
        self.in_flight = 0
        self.max_in_flight = 0
        self.refused = 0
        self._clock = clock
        self._spent: deque[tuple[datetime, int]] = deque()
        self._lock = threading.Lock()

    @contextmanager
    def call(self) -> Iterator[None]:
        """One call under way. Raises the 429."""
        with self._lock:
            self.in_flight += 1
            self.max_in_flight = max(self.max_in_flight, self.in_flight)
            crowded = self.in_flight > self.at_once
            self.refused += crowded
        try:
            if crowded:
                raise too_many()
            yield
        finally:
            with self._lock:
                self.in_flight -= 1

    def spend(self, credits: int) -> None:
        """Raises the 429 when not so many are left."""
        now = self._clock()
        with self._lock:
            while self._spent and now - self._spent[0][0] >= _DAY:
                self.used -= self._spent.popleft()[1]
            if self.used + credits > self.credits:
                self.refused += 1
                raise too_many()
            self.used += credits
            self._spent.append((now, credits))

    def headers(self) -> dict[str, str]:
        """What is left is told only once half is used."""
        left = self.credits - self.used
        return {"X-API-CREDITS-REMAINING": str(left)} if self.used * 2 > self.credits else {}
