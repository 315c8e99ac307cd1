"""Canonical field values: equal values are equal Python objects, and every value is plain JSON.

A value is one of

========  ==================================  =======================================================
type      Python object                       form
========  ==================================  =======================================================
text      ``str``                             as it is; an empty text is ``None`` once it is in the hub
picklist  ``str``                             as text
number    ``str``                             plain decimal notation, no exponent, no ``+``, ``0`` never
                                              negative; money has at least two decimals (``36580.00``),
                                              other numbers no trailing zeros (``2``, ``0.125``)
date      ``str``                             ISO, ``2026-08-01``
boolean   ``bool``
lookup    ``str``                             in the hub the id of the other record; from an ERP the key
                                              by which that ERP names the other record
lines     ``list[dict[str, value]]``          children in their order
nothing   ``None``                            an empty field. An *absent* key means "not read", which is
                                              something else (docs: the engine never takes it as a change)
========  ==================================  =======================================================

Numbers travel as text because a shadow, a JSON answer and a database column must all hold the same digits; only
code that calculates turns them into ``Decimal``.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TypeAlias

Value: TypeAlias = "str | bool | list[dict[str, Value]] | None"
Values: TypeAlias = dict[str, Value]


class FieldType(StrEnum):
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    BOOLEAN = "boolean"
    LOOKUP = "lookup"
    PICKLIST = "picklist"
    LINES = "lines"


_PLAIN = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?")


def canonical_number(number: Decimal | int | str, *, money: bool = False) -> str:
    """``number`` in canonical form. Raises ``ValueError`` for what is not a finite number (floats are refused: type)."""
    if number.__class__ is str and _PLAIN.fullmatch(number):  # as most are: no Decimal for each
        whole, _, fraction = number.partition(".")
    else:
        whole, fraction = _parts(number)
    fraction = fraction.rstrip("0")
    if money and len(fraction) < 2:
        fraction = fraction.ljust(2, "0")
    if whole == "-0" and not fraction.strip("0"):
        whole = "0"
    return f"{whole}.{fraction}" if fraction else whole


def _parts(number: Decimal | int | str) -> tuple[str, str]:
    """What stands before the point and behind it."""
    try:
        value = Decimal(number)
    except InvalidOperation:
        raise ValueError(f"not a number: {number!r}") from None
    if not value.is_finite():
        raise ValueError(f"not a finite number: {number!r}")
    whole, _, fraction = format(value, "f").partition(".")
    return f"{'-' if whole[0] == '-' else ''}{whole.lstrip('-0') or '0'}", fraction


def canonical_date(value: str | date) -> str:
    """``2026-08-01`` for a date or an ISO text. Raises ``ValueError`` for a day that does not exist."""
    return (value if isinstance(value, date) else date.fromisoformat(value)).isoformat()[:10]
