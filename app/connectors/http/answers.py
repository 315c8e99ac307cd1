"""An answer that was read whole, and its JSON: without floats, so that 0.1 stays what was sent."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any, NoReturn

from app.model.errors import BadAnswer

#: No server's wait is longer, in seconds: a date of another year is a mistake.
_LONGEST_WAIT = 48 * 3600.0


@dataclass(frozen=True)
class Answer:
    """``headers`` have lower-case names. ``title`` names the system in words for a person."""

    title: str
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def good(self) -> bool:
        return 200 <= self.status < 300

    @property
    def text(self) -> str:
        """For a look at errors; not for data."""
        return self.body.decode("utf-8", "replace")

    def json(self) -> Any:
        """The body's value: decimals as the text that was sent, whole numbers as ``int``; ``None`` for no body at all. Raises
        :class:`BadAnswer` for what is not JSON (a proxy's page, say)."""
        if not self.body.strip():
            return None
        try:
            return json.loads(self.body, parse_float=str, parse_constant=_no_number)
        except (ValueError, RecursionError):  # also bad UTF-8 and thousandfold nesting
            raise BadAnswer(
                f"What {self.title} answered can't be read; nothing of it was used.",
                hint="Look whether the address is that of the system itself and no sign-in page comes in between.",
                code="unreadable",
            ) from None


def _no_number(_name: str) -> NoReturn:
    raise ValueError("NaN and Infinity are no JSON")


def retry_after(answer: Answer, now: datetime) -> float | None:
    """The seconds that a Retry-After header asks for (a number, or a date by the server's own clock); ``None`` for none, or one
    that makes no sense."""
    text = answer.headers.get("retry-after", "").strip()
    if not text:
        return None
    try:
        seconds = float(text) if text.replace(".", "", 1).isdecimal() else _until(text, answer, now)
    except (ValueError, OverflowError):
        return None
    return seconds if 0 <= seconds <= _LONGEST_WAIT else None


def _until(text: str, answer: Answer, now: datetime) -> float:
    """From the server's present to the date in ``text``."""
    moment = _date(text)
    try:
        present = _date(answer.headers.get("date", ""))
    except ValueError:
        present = now
    return max(0.0, (moment - present) / timedelta(seconds=1))


def _date(text: str) -> datetime:
    found = parsedate_to_datetime(text)
    return found if found.tzinfo else found.replace(tzinfo=UTC)
