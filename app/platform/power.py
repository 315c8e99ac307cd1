"""Waking up from sleep, seen from the gap between two ticks of a timer."""

from __future__ import annotations


class ResumeWatch:
    """Fed by a timer every ``interval`` seconds with the *wall* clock: on Linux and macOS the monotonic clock
    stands still while the PC sleeps. A clock put forward looks the same; what follows (looking whether
    something is due) is harmless."""

    def __init__(self, interval: float, slack: float = 30.0) -> None:
        self._most = interval + slack
        self._last: float | None = None

    def tick(self, now: float) -> float | None:
        """``now`` in seconds. The length of the sleep just over, or ``None``."""
        before, self._last = self._last, now
        if before is None:
            return None
        gap = now - before
        return gap if gap > self._most else None
