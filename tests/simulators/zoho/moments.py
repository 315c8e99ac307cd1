"""Moments as the API writes them."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

#: The org's time zone, Asia/Kolkata, which has no summer time.
OFFSET = timezone(timedelta(hours=5, minutes=30))


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
