"""How much may be asked in a second, a minute and at once, and what is counted for the month."""

from __future__ import annotations

import threading
from collections import Counter, deque
from collections.abc import Iterator
from contextlib import contextmanager

from tests.simulators.clock import Clock
from tests.simulators.quickbooks.problems import Refused

#: Reads of a month that are free of charge.
FREE_READS = 500_000


class Limits:
    """``None`` for a limit that there isn't. A refusal is a 429 without a word on when to come again. ``metered``:
    month → reads, of which there are ``cap`` at most."""

    def __init__(self, clock: Clock, on: bool, cap: int | None) -> None:
        self.per_minute: int | None = 500 if on else None
        self.per_second: int | None = 10 if on else None
        self.at_once: int | None = 10 if on else None
        self.batches: int | None = 40 if on else None
        self.cap = cap
        self.metered: Counter[str] = Counter()
        self.in_flight = 0
        self.max_in_flight = 0
        self.refused = 0
        self._clock = clock
        self._calls: deque[float] = deque()
        self._batches: deque[float] = deque()
        self._lock = threading.Lock()

    @contextmanager
    def call(self, batch: bool) -> Iterator[None]:
        """One call under way. Raises the fault."""
        with self._lock:
            self.in_flight += 1
            self.max_in_flight = max(self.max_in_flight, self.in_flight)
            crowded = self.at_once is not None and self.in_flight > self.at_once
            over = crowded or not self._counted(batch)
            self.refused += over
        try:
            if over:
                raise Refused("3001")
            yield
        finally:
            with self._lock:
                self.in_flight -= 1

    def _counted(self, batch: bool) -> bool:
        """Whether there may be one more, which then counts; what is refused doesn't."""
        now = self._clock.seconds()
        for calls in (self._calls, self._batches):
            while calls and now - calls[0] >= 60:
                calls.popleft()
        if self.per_minute is not None and len(self._calls) >= self.per_minute:
            return False
        if self.per_second is not None and sum(now - at < 1 for at in self._latest(self.per_second)) >= self.per_second:
            return False
        if batch and self.batches is not None and len(self._batches) >= self.batches:
            return False
        self._calls.append(now)
        if batch:
            self._batches.append(now)
        return True

    def _latest(self, most: int) -> list[float]:
        return [self._calls[-1 - place] for place in range(min(most, len(self._calls)))]

    def meter(self, reads: int = 1) -> None:
        """Reads, queries and changes count for the month. Raises the fault when there are too many."""
        month = f"{self._clock():%Y-%m}"
        with self._lock:
            if self.cap is not None and self.metered[month] + reads > self.cap:
                self.refused += 1
                raise Refused("3001")
            self.metered[month] += reads
