"""From what an ERP gave to a canonical value of a field's type; one small function a type."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any

from app.model.values import FieldType, Value, canonical_date, canonical_number

# Quantities, rates and days come again and again: remembering is cheaper than looking.
_MONEY = re.compile(r"-?(?:0|[1-9][0-9]{0,29})\.(?:[0-9]{2}|[0-9]{2,29}[1-9])")
_PLAIN = re.compile(r"-?(?:0|[1-9][0-9]{0,29})(?:\.[0-9]{0,29}[1-9])?")
#: No figure of any books is longer; written out, 1e999999999 would fill the memory.
_MOST_DIGITS = 60
_HUGE = 10**_MOST_DIGITS
_TRUE = frozenset({"yes", "true", "1", "y", "on"})
_FALSE = frozenset({"no", "false", "0", "n", "off"})

Coerce = Callable[[Any], Value]


def text(value: Any) -> Value:
    if isinstance(value, str):
        # PostgreSQL has no place for a NUL, and half of a surrogate pair is no letter anywhere.
        if "\0" in value or not (value.isascii() or _is_whole(value)):
            raise ValueError("holds a character that is not text")
        return value or None
    if value is None:
        return None
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, int) and abs(value) < _HUGE:
        return str(value)
    raise ValueError("is not a text")


def _is_whole(value: str) -> bool:
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def as_it_is(value: Any) -> Value:
    """For what is canonical already."""
    made: Value = value
    return made


def money(value: Any) -> Value:
    # Connectors hand over canonical numbers: looking is much cheaper than converting.
    if isinstance(value, str):
        if _MONEY.fullmatch(value) and value != "-0.00":
            return value
        if _PLAIN.fullmatch(value) and value != "-0":
            return canonical_number(value, money=True)
        if not value.strip():
            return None
    return _number(value, money=True)


@lru_cache(maxsize=8192, typed=True)
def number(value: Any) -> Value:
    if isinstance(value, str):
        if _PLAIN.fullmatch(value) and value != "-0":
            return value
        if not value.strip():
            return None
    return _number(value, money=False)


def _number(value: Any, *, money: bool) -> Value:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise ValueError("is not a number")
    if isinstance(value, str) and len(value) > 2 * _MOST_DIGITS:
        raise ValueError("is not a number")
    try:
        number = Decimal(value.strip() if isinstance(value, str) else value)
        if (
            not number.is_finite()
            or abs(number.adjusted()) > _MOST_DIGITS
            or len(number.as_tuple().digits) > _MOST_DIGITS
        ):
            raise ValueError
        return canonical_number(number, money=money)
    except (ValueError, InvalidOperation):
        raise ValueError("is not a number") from None


@lru_cache(maxsize=8192, typed=True)
def date(value: Any) -> Value:
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise ValueError("is not a date")
    try:
        return canonical_date(value[:10])
    except ValueError:
        raise ValueError("is not a date (expected like 2026-08-01)") from None


def boolean(value: Any) -> Value:
    if value is None or isinstance(value, bool):
        return value
    word = str(value).strip().casefold() if isinstance(value, str) or value in (0, 1) else "?"
    if not word:
        return None
    if word in _TRUE:
        return True
    if word in _FALSE:
        return False
    raise ValueError("is neither yes nor no")


def coerce_for(kind: FieldType, *, is_money: bool = False) -> Coerce:
    """The function for a field's type. It raises ``ValueError`` with the end of a sentence ("is not a number")."""
    if kind is FieldType.NUMBER:
        return money if is_money else number
    by_type: dict[FieldType, Coerce] = {
        FieldType.TEXT: text,
        FieldType.PICKLIST: text,
        FieldType.LOOKUP: text,
        FieldType.DATE: date,
        FieldType.BOOLEAN: boolean,
    }
    return by_type[kind]
