"""The org's clock: real time, until a test sets it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

#: The org's time zone, Asia/Kolkata, which has no summer time.
OFFSET = timezone(timedelta(hours=5, minutes=30))


class Clock:
    """``sim.clock()`` is now, in UTC. Once set it stands still and is moved by :meth:`advance`."""

    def __init__(self) -> None:
        self._standing: datetime | None = None
        self._ahead = timedelta()

    def __call__(self) -> datetime:
        return self._standing or datetime.now(UTC) + self._ahead

    def set(self, at: datetime) -> None:
        """Stand still at a moment."""
        self._standing = at.astimezone(UTC)

    def advance(self, seconds: float) -> None:
        """Standing or running, so much later."""
        if self._standing is None:
            self._ahead += timedelta(seconds=seconds)
        else:
            self._standing += timedelta(seconds=seconds)

    def run(self) -> None:
        """Go on from here."""
        if self._standing is not None:
            self._ahead = self._standing - datetime.now(UTC)
            self._standing = None


def text_of(at: datetime) -> str:
    """As the API writes a moment: to the second, with the org's offset. Such texts sort as the moments do."""
    return at.astimezone(OFFSET).isoformat(timespec="seconds")


def read_moment(text: str) -> datetime | None:
    """An ISO moment with an offset; ``None`` for anything else (an HTTP date)."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else None
