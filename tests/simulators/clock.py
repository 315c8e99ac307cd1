"""A simulated system's clock: real time, until a test sets it."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta


class Clock:
    """``sim.clock()`` is now, in UTC. Once set it stands still and is moved by :meth:`advance`."""

    def __init__(self) -> None:
        self._standing: datetime | None = None
        self._ahead = timedelta()
        self._skipped = 0.0

    def __call__(self) -> datetime:
        return self._standing or datetime.now(UTC) + self._ahead

    def set(self, at: datetime) -> None:
        """Stand still at a moment."""
        self._standing = at.astimezone(UTC)

    def advance(self, seconds: float) -> None:
        """Standing or running, so much later."""
        self._skipped += seconds
        if self._standing is None:
            self._ahead += timedelta(seconds=seconds)
        else:
            self._standing += timedelta(seconds=seconds)

    def run(self) -> None:
        """Go on from here."""
        if self._standing is not None:
            self._ahead = self._standing - datetime.now(UTC)
            self._standing = None

    def seconds(self) -> float:
        """For windows of seconds and minutes: they pass while the clock stands, and with :meth:`advance`."""
        return time.monotonic() + self._skipped
