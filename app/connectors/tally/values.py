"""Tally's value grammar (docs/protocols/tally.md: Value grammar): texts from an answer to canonical values.

Everything here is pure. ``None`` is "empty", which in Tally is not zero. A text that fits no known form raises
``ValueError``: its record becomes a problem, never a wrong number.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache

from app.model.values import canonical_number

#: Stands for the illegal ``&#4;`` that begins Tally's reserved values; the cleaner puts it there (a private-use
#: character that no keyboard writes).
MARK = "\ue004"

_RESERVED_NULLS = frozenset({"Not Applicable", "Primary", ""})
_PLAIN_MONEY = re.compile(r"-?(?:[1-9][0-9]*|0)\.[0-9]{2}").fullmatch
_MONEY = re.compile(
    r"(?P<sign>[-(]?)[^0-9.,-]*?(?P<minus>-?)(?P<digits>[0-9][0-9,]*(?:\.[0-9]+)?|\.[0-9]+)\)?[^0-9]*?(?P<side>Dr|Cr)?\.?"
)
_QUANTITY = re.compile(
    r"(-?[0-9][0-9,]*(?:\.[0-9]+)?)\s*([^0-9\s].*?)?(?:\s+(-?[0-9][0-9,]*(?:\.[0-9]+)?)\s*([^0-9\s].*?))?"
)
_SHORT_DATE = re.compile(r"([0-9]{1,2})-([A-Za-z]{3})[a-z]*-([0-9]{2}|[0-9]{4})")
_PERIOD = re.compile(r"([0-9]+)\s*(day|week|month|year)s?", re.IGNORECASE)
_MONTHS = {name: n for n, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_PERIOD_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
_EPOCH = date(1899, 12, 30)

#: ``dzn`` → (12, ``Pcs``): what one of a compound unit's first part holds of its second.
Conversions = Mapping[str, tuple[Decimal, str]]


def text(raw: str | None) -> str | None:
    """A text just as Tally has it, line ends included; its reserved nothing, and blank, are ``None``."""
    if not raw:
        return None
    if MARK in raw:
        raw = raw.replace(MARK, "", 1).lstrip(" ") if raw.startswith(MARK) else raw.replace(MARK, "")
        if raw in _RESERVED_NULLS:
            return None
    return raw if raw.strip() else None


def money(raw: str | None) -> str | None:
    """``-36580.00``; of a forex amount the part after the last ``=``, which is in the company's currency."""
    if not raw:
        return None
    if _PLAIN_MONEY(raw) and raw != "-0.00":
        return raw
    value = _amount(raw)
    return None if value is None else canonical_number(value, money=True)


def _amount(raw: str) -> Decimal | None:
    part = raw.rpartition("=")[2].strip() if "=" in raw else raw.strip()
    if not part or part.startswith(MARK):
        return None
    match = _MONEY.fullmatch(part)
    if match is None or (match["sign"] and match["minus"]):
        raise ValueError(f"not an amount: {raw!r}")
    value = Decimal(match["digits"].replace(",", ""))
    negative = bool(match["sign"] or match["minus"])
    if match["side"]:
        negative = match["side"] == "Dr"
    return -value if negative else value


@lru_cache(maxsize=4096)
def number(raw: str | None) -> str | None:
    """A plain number: `` 18`` → ``18``, ``9.50`` → ``9.5``. A trailing ``%`` is tolerated."""
    if not raw or not (part := raw.strip().rstrip("%").strip().replace(",", "")) or part.startswith(MARK):
        return None
    return canonical_number(part)


def whole(raw: str | None) -> int | None:
    """A counter or id: `` 4003``."""
    return int(raw) if raw and raw.strip() else None


@lru_cache(maxsize=4096)
def rate(raw: str | None) -> tuple[str | None, str | None]:
    """``30000.00/Nos`` → (``30000.00``, ``Nos``)."""
    if not raw or not raw.strip():
        return None, None
    price, slash, unit = raw.rpartition("=")[2].strip().partition("/")
    return money(price), (unit.strip() or None) if slash else None


def quantity(
    raw: str | None, conversions: Conversions | None = None, unit: str | None = None
) -> tuple[str | None, str | None]:
    """`` 2 Nos`` → (``2``, ``Nos``). Of alternate units the first counts; a compound (``3 Dzn 6 Pcs``) is told in its
    second unit. ``unit`` is the one that the rate is per: where the conversion is known the number is told in it."""
    if not raw:
        return None, None
    part = raw.partition("=")[0].strip()
    if not part or part.startswith(MARK):
        return None, None
    match = _QUANTITY.fullmatch(part)
    if match is None:
        raise ValueError(f"not a quantity: {raw!r}")
    amount, first, rest, second = match.groups()
    if rest is None:
        return _in_unit(amount, first, conversions, unit)
    factor = (conversions or {}).get((first or "").lower())
    if factor is None:
        raise ValueError(f"a compound quantity whose unit is not known: {raw!r}")
    sign = -1 if amount.startswith("-") else 1
    total = Decimal(amount.replace(",", "")) * factor[0] + sign * abs(Decimal(rest.replace(",", "")))
    return canonical_number(total), second


def _in_unit(
    amount: str, first: str | None, conversions: Conversions | None, unit: str | None
) -> tuple[str, str | None]:
    if first and unit and conversions and first != unit:
        factor = conversions.get(first.lower())
        if factor is not None and factor[1].lower() == unit.lower():
            return canonical_number(Decimal(amount.replace(",", "")) * factor[0]), unit
    return canonical_number(amount.replace(",", "")), first


@lru_cache(maxsize=16_384)
def day(raw: str | None) -> str | None:
    """``20261001`` and ``1-Aug-26`` → ISO."""
    if not raw or not (part := raw.strip()) or part.startswith(MARK):
        return None
    if len(part) == 8 and part.isdecimal():
        return date(int(part[:4]), int(part[4:6]), int(part[6:])).isoformat()
    match = _SHORT_DATE.fullmatch(part)
    if match is None or match[2].lower() not in _MONTHS:
        raise ValueError(f"not a date: {raw!r}")
    year = int(match[3])
    return date(year + 2000 if year < 100 else year, _MONTHS[match[2].lower()], int(match[1])).isoformat()


def day_of_serial(serial: str) -> str:
    """The day of a ``JD`` attribute."""
    return (_EPOCH + timedelta(days=int(serial))).isoformat()


def credit_days(raw: str | None) -> int | None:
    """``30 Days`` → 30."""
    if not raw or not raw.strip():
        return None
    match = _PERIOD.fullmatch(raw.strip())
    if match:
        return int(match[1]) * _PERIOD_DAYS[match[2].lower()]
    return int(raw) if raw.strip().isdecimal() else None


def due_day(raw: str | None, since: str | None) -> str | None:
    """A due date written as a date or as a period after ``since`` (ISO)."""
    if not raw or not raw.strip():
        return None
    days = credit_days(raw)
    if days is None:
        return day(raw)
    return (date.fromisoformat(since) + timedelta(days=days)).isoformat() if since else None


def logical(raw: str | None) -> bool | None:
    if not raw:
        return None
    return {"yes": True, "no": False}.get(raw.strip().lower())


#: Sums are made in ten-thousandths: books of any currency fit, and integers are exact and fast.
_SCALE = 10_000


def scaled(value: str | None) -> int:
    """Canonical money as an integer for sums; nothing counts as zero."""
    if not value:
        return 0
    if value[-3:-2] == ".":
        return int(value[:-3] + value[-2:]) * (_SCALE // 100)
    fine = Decimal(value) * _SCALE
    if fine != fine.to_integral_value():
        raise ValueError(f"finer than can be summed exactly: {value}")
    return int(fine)


def unscaled(number: int) -> str:
    """The canonical money of a sum."""
    sign, rest = ("-", -number) if number < 0 else ("", number)
    whole, fraction = divmod(rest, _SCALE)
    if fraction % 100:
        return f"{sign}{whole}.{fraction:04d}".rstrip("0")
    return f"{sign}{whole}.{fraction // 100:02d}"


def negated(value: str | None) -> str | None:
    """The same money with the other sign; zero stays zero."""
    if value is None:
        return None
    if value.startswith("-"):
        return value[1:]
    return value if not value.strip("0.") else "-" + value
