"""Moments and days as other systems write them: ISO 8601, seconds or milliseconds since 1970, or a pattern."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any

_EPOCHS = {"epoch": 1, "epoch_ms": 1000}
_PIECES = {"YYYY": "%Y", "YY": "%y", "MM": "%m", "DD": "%d", "HH": "%H", "mm": "%M", "ss": "%S"}
_PIECE = re.compile("|".join(_PIECES))


def is_format(text: str) -> bool:
    return text == "iso" or text in _EPOCHS or ("YY" in text and "%" not in text)


@lru_cache(maxsize=64)
def _pattern(text: str) -> str:
    return _PIECE.sub(lambda piece: _PIECES[piece[0]], text)


def moment(value: Any, how: str) -> datetime | None:
    """What a stamp says, in UTC, which it is of where it names no zone; ``None`` for one that can't be read."""
    try:
        if how in _EPOCHS:
            return datetime.fromtimestamp(int(str(value).partition(".")[0]) / _EPOCHS[how], UTC)
        found = datetime.fromisoformat(str(value)) if how == "iso" else datetime.strptime(str(value), _pattern(how))  # noqa: DTZ007
    except (ValueError, OverflowError, OSError):
        return None
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)


def written(at: datetime, how: str) -> str:
    """The other way round, never later than ``at``."""
    at = at.astimezone(UTC)
    if how in _EPOCHS:
        return str(int(at.timestamp() * _EPOCHS[how]))
    if how == "iso":
        return at.isoformat(timespec="seconds").replace("+00:00", "Z")
    return at.strftime(_pattern(how))


def day(value: Any, how: str) -> str:
    """A day as ``2026-08-01``. Raises ``ValueError``."""
    if how == "iso":
        return date.fromisoformat(str(value)[:10]).isoformat()
    found = moment(value, how)
    if found is None:
        raise ValueError(f"is not written as {how}")
    return found.date().isoformat()


def written_day(value: str, how: str) -> str:
    """A day (``2026-08-01``) as the other system writes it."""
    return value[:10] if how == "iso" else written(datetime.fromisoformat(value[:10]).replace(tzinfo=UTC), how)
