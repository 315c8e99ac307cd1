"""Time: one clock that tests can set. Stamps are UTC, ISO, to the millisecond, and sort as text."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import lru_cache

Clock = Callable[[], datetime]
#: How a moment ends, behind ten minutes of an hour; and how these begin, with a round offset from UTC.
_SECONDS = frozenset(f"{minute}:{second:02}" for minute in range(10) for second in range(60))
_TEN_MINUTES = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-5](?:Z|[+-][0-9]{2}:[0-5]0)")


def utc_now() -> datetime:
    return datetime.now(UTC)


def stamp(moment: datetime | None = None) -> str:
    """``2026-11-22T15:54:03.123Z``: what stands in the database and in answers."""
    return (moment or utc_now()).astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def stamp_of(text: str) -> str | None:
    """The stamp of an ISO moment as a server writes it, with its offset from UTC; ``None`` for what is none, or has no offset."""
    rest = text[15:19]
    if rest in _SECONDS and (start := _ten_minutes(text[:15], text[19:])):  # as nearly all are
        return f"{start}{rest}.000Z"
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return stamp(moment) if moment.tzinfo else None


@lru_cache(maxsize=4096)
def _ten_minutes(start: str, offset: str) -> str | None:
    """Records that were changed within ten minutes are converted together: all but the last digit of the minute. ``None`` for what
    has to be looked at by itself."""
    try:
        whole = _TEN_MINUTES.fullmatch(start + offset)
        return stamp(datetime.fromisoformat(f"{start}0:00{offset}"))[:15] if whole else None
    except ValueError:
        return None


def stamp_after(earlier: str) -> str:
    """The present time, or the moment after ``earlier`` when the clock says that it is not past it."""
    now = stamp()
    return now if now > earlier else stamp(parse_stamp(earlier) + timedelta(milliseconds=1))


def parse_stamp(text: str) -> datetime:
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def monotonic() -> float:
    return time.monotonic()
