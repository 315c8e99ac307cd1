"""Moments as the API writes them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from tests.simulators.clock import Clock

#: The servers write their own time, that of the Pacific coast; without summer time, so that such texts sort as the moments do.
OFFSET = timezone(timedelta(hours=-8))


class Moments:
    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def now(self) -> str:
        """Of a record: to the second."""
        return text_of(self._clock())

    def exact(self) -> str:
        """Of an answer: to the millisecond."""
        return self._clock().astimezone(OFFSET).isoformat(timespec="milliseconds")

    def milliseconds(self) -> int:
        return int(self._clock().timestamp() * 1000)

    def today(self) -> str:
        return self._clock().astimezone(OFFSET).date().isoformat()


def text_of(at: datetime) -> str:
    return at.astimezone(OFFSET).isoformat(timespec="seconds")


def read_moment(text: str) -> datetime | None:
    """An ISO moment or day; one without an offset is the servers' own. ``None`` for anything else."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return (found if found.tzinfo else found.replace(tzinfo=OFFSET)).astimezone(UTC)
