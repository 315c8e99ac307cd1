"""The functions of formulas. Each takes values that are there or ``None`` and answers a value; it raises ``ValueError``."""

from __future__ import annotations

import decimal as decimals
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Context, Decimal
from typing import Any, TypeAlias

#: What a formula calculates with.
Item: TypeAlias = "Decimal | str | bool | None"

MAX_TEXT = 10_000
CONTEXT = Context(
    prec=40, Emax=60, Emin=-60, traps=[decimals.InvalidOperation, decimals.DivisionByZero, decimals.Overflow]
)


@dataclass(frozen=True)
class Function:
    """``run`` gets between ``least`` and ``most`` values; with ``nulls`` it is called with null too, else null gives null."""

    name: str
    run: Callable[..., Item]
    least: int
    most: int
    help: str
    nulls: bool = False


def number(item: Item) -> Decimal:
    """Raises ``ValueError`` for what is not written as a number."""
    if isinstance(item, Decimal):
        return item
    found = number_or_none(item)
    if found is None:
        raise ValueError(f"{text(item)[:40]!r} is not a number")
    return found


def number_or_none(item: Item) -> Decimal | None:
    if isinstance(item, Decimal):
        return item
    if not isinstance(item, str) or not item or len(item) > 60 or not item.isascii() or not item[-1].isdigit():
        return None
    try:
        found = Decimal(item)
    except decimals.InvalidOperation:
        return None
    return found if found.is_finite() and abs(found.adjusted()) < 60 and "_" not in item else None


def text(item: Item) -> str:
    if isinstance(item, Decimal):
        shown = format(item, "f")
        shown = shown.rstrip("0").rstrip(".") if "." in shown else shown
        return "0" if shown in {"-0", ""} else shown
    if isinstance(item, bool):
        return "Yes" if item else "No"
    return item or ""


def bounded(said: str) -> str:
    if len(said) > MAX_TEXT:
        raise ValueError(f"the text gets longer than {MAX_TEXT:,} characters")
    return said


def _count(item: Item) -> int:
    found = number(item)
    if not 0 <= found <= MAX_TEXT:
        raise ValueError(f"{text(found)} is not a count of letters")
    return int(found)


def _replace(item: Item, find: Item, put: Item) -> Item:
    said, old, new = text(item), text(find), text(put)
    if not old:
        return said
    if len(said) + said.count(old) * len(new) > 2 * MAX_TEXT:
        raise ValueError(f"the text gets longer than {MAX_TEXT:,} characters")
    return bounded(said.replace(old, new))


def _round(item: Item, places: Item = None) -> Item:
    digits = 0 if places is None else int(number(places))
    if not -12 <= digits <= 12:
        raise ValueError("rounding is to between -12 and 12 places")
    return number(item).quantize(Decimal(1).scaleb(-digits), rounding=decimals.ROUND_HALF_UP, context=CONTEXT)


def _day(item: Item) -> date:
    try:
        return date.fromisoformat(text(item))
    except ValueError:
        raise ValueError(f"{text(item)[:40]!r} is not a date") from None


def _right(item: Item, count: Item) -> Item:
    letters = _count(count)
    return text(item)[-letters:] if letters else ""


def _mid(item: Item, start: Item, count: Item) -> Item:
    first = max(1, _count(start))
    return text(item)[first - 1 : first - 1 + _count(count)]


def _coalesce(*items: Item) -> Item:
    return next((item for item in items if item is not None and item != ""), None)


_ALL = (
    Function("upper", lambda item: bounded(text(item).upper()), 1, 1, "upper(text)"),
    Function("lower", lambda item: text(item).lower(), 1, 1, "lower(text)"),
    Function("trim", lambda item: " ".join(text(item).split()), 1, 1, "trim(text): without spaces too many"),
    Function("len", lambda item: Decimal(len(text(item))), 1, 1, "len(text): how many letters"),
    Function("left", lambda item, count: text(item)[: _count(count)], 2, 2, "left(text, letters)"),
    Function("right", _right, 2, 2, "right(text, letters)"),
    Function("mid", _mid, 3, 3, "mid(text, from letter, letters)"),
    Function("replace", _replace, 3, 3, "replace(text, find, put)"),
    Function("contains", lambda item, part: text(part) in text(item), 2, 2, "contains(text, part)"),
    Function("starts_with", lambda item, part: text(item).startswith(text(part)), 2, 2, "starts_with(text, part)"),
    Function("ends_with", lambda item, part: text(item).endswith(text(part)), 2, 2, "ends_with(text, part)"),
    Function("number", number, 1, 1, "number(text)"),
    Function("text", text, 1, 1, "text(number)"),
    Function("round", _round, 1, 2, "round(number, places)"),
    Function("abs", lambda item: CONTEXT.abs(number(item)), 1, 1, "abs(number)"),
    Function("min", lambda *items: min(number(item) for item in items), 1, 20, "min(number, …)"),
    Function("max", lambda *items: max(number(item) for item in items), 1, 20, "max(number, …)"),
    Function("year", lambda item: Decimal(_day(item).year), 1, 1, "year(date)"),
    Function("month", lambda item: Decimal(_day(item).month), 1, 1, "month(date)"),
    Function("day", lambda item: Decimal(_day(item).day), 1, 1, "day(date)"),
    Function("days_between", lambda a, b: Decimal((_day(b) - _day(a)).days), 2, 2, "days_between(date, later date)"),
    Function("coalesce", _coalesce, 1, 20, "coalesce(value, …): the first that holds something", nulls=True),
    Function("is_null", lambda item: item is None, 1, 1, "is_null(value)", nulls=True),
    Function("is_empty", lambda item: item == "", 1, 1, "is_empty(text): there, but without a letter", nulls=True),
)
FUNCTIONS: Mapping[str, Function] = {function.name: function for function in _ALL}


def call(function: Function, items: list[Any]) -> Item:
    if not function.nulls and any(item is None for item in items):
        return None
    return function.run(*items)
