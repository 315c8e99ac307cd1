"""Time: one clock that tests can set. Stamps are UTC, ISO, to the millisecond, and sort as text."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    return datetime.now(UTC)


def stamp(moment: datetime | None = None) -> str:
    """``2026-11-22T15:54:03.123Z``: what stands in the database and in answers."""
    return (moment or utc_now()).astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def stamp_after(earlier: str) -> str:
    """The present time, or the moment after ``earlier`` when the clock says that it is not past it."""
    now = stamp()
    return now if now > earlier else stamp(parse_stamp(earlier) + timedelta(milliseconds=1))


def parse_stamp(text: str) -> datetime:
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def monotonic() -> float:
    return time.monotonic()
