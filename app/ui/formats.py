"""How values are shown: Indian digit grouping, dates and times as an office reads them. Pure."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from html import escape
from typing import Any

from app.ui.words import mark, plural, tr

MONTHS = (
    mark("Jan"), mark("Feb"), mark("Mar"), mark("Apr"), mark("May"), mark("Jun"),
    mark("Jul"), mark("Aug"), mark("Sep"), mark("Oct"), mark("Nov"), mark("Dec"),
)  # fmt: skip
NOTHING = "–"


def grouped(number: int | str) -> str:
    """``1234567`` as ``12,34,567``; a fraction stays as it is."""
    whole, dot, fraction = str(number).partition(".")
    sign = "-" if whole.startswith("-") else ""
    digits = whole.lstrip("-")
    if len(digits) > 3:
        head, tail = digits[:-3], digits[-3:]
        parts = [tail]
        while head:
            parts.append(head[-2:])
            head = head[:-2]
        digits = ",".join(reversed(parts))
    return f"{sign}{digits}{dot}{fraction}"


def day(text: str | None, *, short: bool = False) -> str:
    """``2026-08-01`` as ``1 Aug 2026``."""
    if not text:
        return ""
    try:
        value = date.fromisoformat(text[:10])
    except ValueError:
        return text
    month = tr(MONTHS[value.month - 1])
    return f"{value.day} {month}" if short else f"{value.day} {month} {value.year}"


def typed_day(text: str) -> str:
    """``1-8-2026``, ``01/08/2026`` and ``1 Aug 2026`` as ``2026-08-01``; anything else stays as it was typed."""
    parts = [part for part in re.split(r"[\s./-]+", text.strip()) if part]
    months = {tr(name).casefold(): at for at, name in enumerate(MONTHS, start=1)}
    if len(parts) != 3 or len(parts[2]) != 4:
        return text
    month = months.get(parts[1].casefold(), parts[1])
    try:
        return date(int(parts[2]), int(month), int(parts[0])).isoformat()
    except ValueError:
        return text


def moment(stamp: str | None) -> datetime | None:
    """A UTC stamp as local time."""
    if not stamp:
        return None
    try:
        value = datetime.fromisoformat(stamp.replace("Z", "+00:00"))
    except ValueError:
        return None
    return (value if value.tzinfo else value.replace(tzinfo=UTC)).astimezone()


def when(stamp: str | None, now: datetime | None = None) -> str:
    """``5 min ago``, ``today 14:05``, ``12 Nov, 14:05``."""
    then = moment(stamp)
    if then is None:
        return ""
    present = (now or datetime.now(UTC)).astimezone()
    age = (present - then).total_seconds()
    clock = f"{then:%H:%M}"
    if 0 <= age < 60:
        return tr("just now")
    if 0 <= age < 3600:
        return plural(int(age // 60), "{n} min ago", "{n} min ago")
    if then.date() == present.date():
        return tr("today {clock}", clock=clock)
    if then.date() == present.date() - timedelta(days=1):
        return tr("yesterday {clock}", clock=clock)
    month = tr(MONTHS[then.month - 1])
    if then.year == present.year:
        return f"{then.day} {month}, {clock}"
    return f"{then.day} {month} {then.year}, {clock}"


def exactly(stamp: str | None) -> str:
    """The whole local date and time, for tooltips and lists."""
    then = moment(stamp)
    return f"{then.day} {tr(MONTHS[then.month - 1])} {then.year}, {then:%H:%M:%S}" if then else ""


def ahead(stamp: str | None, now: datetime | None = None) -> str:
    """``in 12 min``, ``at 18:30``, ``tomorrow 09:00``."""
    then = moment(stamp)
    if then is None:
        return ""
    present = (now or datetime.now(UTC)).astimezone()
    left = (then - present).total_seconds()
    if left < 60:
        return tr("in a moment")
    if left < 3600:
        return tr("in {n} min", n=int(left // 60))
    if then.date() == present.date():
        return tr("at {clock}", clock=f"{then:%H:%M}")
    return clock(stamp, now)


def clock(stamp: str | None, now: datetime | None = None) -> str:
    """``18:30``, ``tomorrow 09:00``, ``3 Aug, 09:00``: for what ends then."""
    then = moment(stamp)
    if then is None:
        return ""
    days = (then.date() - (now or datetime.now(UTC)).astimezone().date()).days
    if days == 0:
        return f"{then:%H:%M}"
    if days == 1:
        return tr("tomorrow {clock}", clock=f"{then:%H:%M}")
    return f"{then.day} {tr(MONTHS[then.month - 1])}, {then:%H:%M}"


def span(seconds: float) -> str:
    """A duration: ``0.4 s``, ``12 s``, ``3 min 20 s``, ``1 h 5 min``."""
    if seconds < 10:
        return tr("{n} s", n=f"{seconds:.1f}")
    if seconds < 60:
        return tr("{n} s", n=int(seconds))
    if seconds < 3600:
        return tr("{m} min {s} s", m=int(seconds // 60), s=int(seconds % 60))
    return tr("{h} h {m} min", h=int(seconds // 3600), m=int(seconds % 3600 // 60))


def between(start: str | None, end: str | None) -> str:
    first, last = moment(start), moment(end)
    return span(max(0.0, (last - first).total_seconds())) if first and last else ""


def every(seconds: int | None) -> str:
    """An interval: ``every 15 minutes``."""
    if not seconds:
        return tr("only when asked")
    if seconds % 86400 == 0:
        return plural(seconds // 86400, "every day", "every {n} days")
    if seconds % 3600 == 0:
        return plural(seconds // 3600, "every hour", "every {n} hours")
    return plural(max(1, seconds // 60), "every minute", "every {n} minutes")


def value(given: Any, kind: str = "text") -> str:
    """A field's value for a person. ``kind`` is the field's type; nothing is an empty text."""
    if given is None or given == "":
        return ""
    if isinstance(given, dict):
        return str(given.get("label") or given.get("id") or "")
    if isinstance(given, bool):
        return tr("Yes") if given else tr("No")
    if isinstance(given, list):
        return plural(len(given), "{n} line", "{n} lines")
    if kind == "number":
        return grouped(given)
    if kind == "date":
        return day(str(given))
    return str(given)


def tip(text: str) -> str:
    """A tooltip is read as HTML where it looks like some: what comes from outside never is."""
    return f'<span style="white-space: pre-wrap">{escape(text)}</span>' if "<" in text else text


def is_something(number: object) -> bool:
    """Neither nothing nor zero."""
    return bool(number) and str(number).strip("-0.") != ""
