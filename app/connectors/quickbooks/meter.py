"""Reads are metered: how many of a month this connection has used (docs/protocols/quickbooks.md: Limits)."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.connectors.base import ConnectorState
from app.model.clock import Clock, utc_now

#: What Intuit's free tier lets through in a month, of all companies of one developer together. The sandbox's are not counted.
FREE_READS = 500_000


@dataclass(frozen=True)
class Metered:
    """How many reads were counted in a ``month`` (``YYYY-MM``, UTC)."""

    count: int
    month: str


class Meter:
    """Reads of a month, kept in the connector's memory. It is written with the first read, then seldom: what a program that was
    killed had not written is not counted."""

    _EVERY = 100

    def __init__(self, state: ConnectorState, clock: Clock) -> None:
        self._state = state
        self._clock = clock
        self._lock = threading.Lock()
        self._month = ""
        self._pending = 0
        self._most = 1

    def count(self) -> None:
        with self._lock:
            month = self._present()
            if month != self._month:
                self._store()
                self._month = month
            self._pending += 1
            if self._pending >= self._most:
                self._store()
                self._most = self._EVERY

    def now(self) -> Metered:
        with self._lock:
            month = self._present()
            return Metered(self._kept(month) + (self._pending if month == self._month else 0), month)

    def store(self) -> None:
        with self._lock:
            self._store()

    def _store(self) -> None:
        if self._pending:
            self._state.save("metered", {"month": self._month, "count": self._kept(self._month) + self._pending})
            self._pending = 0

    def _kept(self, month: str) -> int:
        kept = self._state.load("metered")
        return int(kept["count"]) if isinstance(kept, dict) and kept.get("month") == month else 0

    def _present(self) -> str:
        return f"{self._clock():%Y-%m}"


def facts(auth: Mapping[str, Any], state: ConnectorState) -> Sequence[tuple[str, str]]:
    if auth.get("environment") == "sandbox":
        return ()
    count = Meter(state, utc_now).now().count
    text = f"{count:,} this month; Intuit's free tier ends at {FREE_READS:,}, all your companies together"
    return (("Metered reads", text),)
