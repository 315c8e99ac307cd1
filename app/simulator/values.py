"""How Tally writes values: amounts, quantities, rates and dates (docs/protocols/tally.md, Value grammar).

Money is kept as whole paise, quantities as thousandths, dates as proleptic ordinals: exact, compact and fast.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
JD_EPOCH = date(1899, 12, 30).toordinal()
_ESCAPES = {38: "&amp;", 60: "&lt;", 62: "&gt;", 34: "&quot;", 39: "&apos;", 13: "&#13;", 10: "&#10;", 4: "&#4;"}


@lru_cache(maxsize=100_000)
def esc(text: str) -> str:
    """Escape a name, for text and attributes alike; U+0004 becomes the illegal ``&#4;`` that Tally sends."""
    return text.translate(_ESCAPES)


def esc_once(text: str) -> str:
    """Escape text that will not come again (narrations), past the cache."""
    return text.translate(_ESCAPES)


@lru_cache(maxsize=40_000)
def ymd(day: int) -> str:
    """``20260401``; empty for 0, which stands for no date."""
    return date.fromordinal(day).strftime("%Y%m%d") if day else ""


@lru_cache(maxsize=40_000)
def dmy(day: int) -> str:
    """``1-Apr-26``, the form of reports and due dates."""
    if not day:
        return ""
    when = date.fromordinal(day)
    return f"{when.day}-{MONTHS[when.month - 1]}-{when.year % 100:02d}"


def jd(day: int) -> int:
    """Tally's day number, counted from 1899-12-30."""
    return day - JD_EPOCH


@lru_cache(maxsize=40_000)
def financial_year(day: int) -> int:
    """The year in which the Indian financial year of this day began."""
    when = date.fromordinal(day)
    return when.year if when.month >= 4 else when.year - 1


def year_start(year: int) -> int:
    """Ordinal of 1 April."""
    return date(year, 4, 1).toordinal()


def educational_day(day: int) -> bool:
    """Whether Educational mode takes a voucher on this day: the 1st, 2nd and 31st (measured; guides say 'last day')."""
    return date.fromordinal(day).day in (1, 2, 31)


def amount(paise: int) -> str:
    """``-36580.00``: debit negative, no leading space."""
    return "%d.%02d" % divmod(paise, 100) if paise >= 0 else "-%d.%02d" % divmod(-paise, 100)


def number(value: int) -> str:
    """Numbers carry a leading space (`` 4003``), zero does not."""
    return f" {value}" if value else "0"


def money(paise: int) -> Decimal:
    """Exact Decimal of an amount in paise."""
    return Decimal(paise).scaleb(-2)


def quantity_decimal(milli: int) -> Decimal:
    """Exact Decimal of a quantity in thousandths, without trailing zeros."""
    value = Decimal(milli).scaleb(-3)
    whole = value.to_integral_value()
    return whole if whole == value else value.normalize()


def half_up(numerator: int, denominator: int) -> int:
    """Integer division rounded half away from zero, as invoices are rounded."""
    sign = -1 if (numerator < 0) != (denominator < 0) else 1
    numerator, denominator = abs(numerator), abs(denominator)
    return sign * ((2 * numerator + denominator) // (2 * denominator))


_AMOUNT = re.compile(r"^\s*(-?)\s*([0-9,]*)(?:\.(\d*))?\s*(Dr|Cr)?\.?\s*$", re.IGNORECASE)


def parse_amount(text: str) -> int | None:
    """Paise of an amount as importers write it; None when empty. Of a forex amount the part after the last ``=``."""
    text = text.strip()
    if not text:
        return None
    if "=" in text:
        text = text.rsplit("=", 1)[1].strip()
        text = re.sub(r"^(-?)\D*", r"\1", text)
    match = _AMOUNT.match(text)
    if match is None:
        return None
    sign, whole, cents, side = match.groups()
    paise = int((whole or "0").replace(",", "")) * 100 + int(((cents or "") + "00")[:2] or 0)
    if cents and len(cents) > 2 and cents[2] >= "5":
        paise += 1
    if side and side.lower() == "dr":
        return -paise
    return -paise if sign else paise


_DATE_FORMS = (
    (re.compile(r"^(\d{4})(\d{2})(\d{2})$"), (1, 2, 3)),
    (re.compile(r"^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$"), (3, 2, 1)),
)
_DATE_WORDS = re.compile(r"^(\d{1,2})[- ]([A-Za-z]{3})[a-z]*[- ](\d{2}|\d{4})$")


def parse_date(text: str) -> int | None:
    """Ordinal of a date in a form Tally takes; 0 for an impossible one (20240631); None for a form it misreads."""
    text = text.strip()
    for pattern, (y, m, d) in _DATE_FORMS:
        if match := pattern.match(text):
            return _ordinal(int(match[y]), int(match[m]), int(match[d]))
    if match := _DATE_WORDS.match(text):
        month = match[2].title()
        if month in MONTHS:
            year = int(match[3])
            return _ordinal(year + 2000 if year < 100 else year, MONTHS.index(month) + 1, int(match[1]))
    return None


def _ordinal(year: int, month: int, day: int) -> int:
    try:
        return date(year, month, day).toordinal()
    except ValueError:
        return 0


def fold(name: str) -> str:
    """A name as Tally compares names: case, hyphens and runs of spaces do not count; letters do (``&`` is not AND)."""
    return " ".join(name.replace("-", " ").lower().split())
