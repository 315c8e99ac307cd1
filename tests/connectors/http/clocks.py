"""A clock that tests put forward, and processes that share the limits of one connection."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from app.connectors.http.buckets import MemoryLimits
from app.connectors.http.limits import Limiter, Limits, Tell
from app.connectors.http.vendors import Policy

START = datetime(2026, 8, 1, 8, 30, tzinfo=UTC)


class HandClock:
    """Waiting on it takes no time: it puts itself forward."""

    def __init__(self) -> None:
        self.now = START
        self.while_waiting: Callable[[], None] = lambda: None

    def __call__(self) -> datetime:
        return self.now

    def forward(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)

    def pause(self, _room: threading.Condition, seconds: float) -> None:
        self.forward(seconds)
        self.while_waiting()

    @property
    def ms(self) -> int:
        return int(self.now.timestamp() * 1000)


class Process(MemoryLimits):
    """The store as one process sees it; ``dead`` are those that are known to be gone."""

    def __init__(self, holder: str, shared: MemoryLimits, dead: set[str] | None = None) -> None:
        super().__init__()
        self.holder = holder
        self._lock, self._buckets = shared._lock, shared._buckets
        self._dead = dead if dead is not None else set()

    def gone(self, holder: str) -> bool:
        return holder in self._dead


def limiter(clock: HandClock, policy: Policy, store: MemoryLimits | None = None, tell: Tell | None = None) -> Limiter:
    more = {} if tell is None else {"tell": tell}
    return Limits(store, clock=clock, pause=clock.pause, spread=lambda: 0.0, **more).of("c", policy)
