"""Values as bodies send them, as they are kept, and as each dialect tells them. Days are kept as ``2026-04-14``, times as
``18:51:44``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import lru_cache
from typing import Any

from tests.simulators.sap.problems import Refused
from tests.simulators.sap.schema import ENUMS, PART_PROPERTIES, Property

Row = dict[str, Any]
_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ].*)?")
_TIME = re.compile(r"(\d\d?):?(\d\d)(?::?(\d\d))?(?:\.\d+)?")
_TICKS = re.compile(r"/Date\((-?\d+)(?:[+-]\d+)?\)/")
_DURATION = re.compile(r"PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?")


def day(text: str) -> str | None:
    """``None`` for what is no day. What follows it is cut off."""
    ticks = _TICKS.fullmatch(text)
    if ticks:
        return datetime.fromtimestamp(int(ticks[1]) / 1000, UTC).date().isoformat()
    found = _DAY.fullmatch(text)
    if found is None:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3])).isoformat()
    except ValueError:
        return None


def moment(text: str) -> str | None:
    """A time of the day, ``None`` for what is none."""
    found = _DURATION.fullmatch(text) or _TIME.fullmatch(text)
    if found is None:
        return None
    try:
        hours, minutes, seconds = (int(part or 0) for part in found.groups())
        return time(hours, minutes, seconds).isoformat()
    except ValueError:
        return None


def enumerated(name: str, value: object) -> str | None:
    """The member that is meant by its name, or by the letter that the database has."""
    for member, letter in ENUMS[name]:
        if value in {member, letter}:
            return member
    return None


def kept(one: Property, value: Any, owner: str) -> Any:
    """A plain property's value as it is kept: of a text no spaces behind it. Raises the refusal of one that can't be."""
    if value is None:
        return None
    found: Any = None
    if one.kind == "text":
        found = value.rstrip() if isinstance(value, str) else str(value) if isinstance(value, (int, float)) else None
        if found is not None and one.length and len(found) > one.length:
            raise Refused(-1000, f"Value too long in property '{one.name}' of '{owner}'")
    elif one.kind in {"int", "number"}:
        found = _number(value, one.kind)
    elif one.kind in {"date", "time"}:
        found = (day if one.kind == "date" else moment)(str(value)) if value != "" else ""
    else:
        found = enumerated(one.kind, value)
    if found is None:
        raise Refused(-1000, f"Invalid value '{value}' for property '{one.name}' of '{owner}'")
    return found or (None if one.kind in {"date", "time"} else found)


def _number(value: Any, kind: str) -> int | float | None:
    if isinstance(value, bool):
        return None
    try:
        found = float(value)
    except (TypeError, ValueError):
        return None
    if kind == "int":
        return int(found) if found.is_integer() else None
    return found


# --- telling -----------------------------------------------------------------------------------------------------------


class Teller:
    """How one type's rows are told in one dialect, worked out once."""

    def __init__(self, properties: Mapping[str, Property], dialect: str) -> None:
        self._dialect = dialect
        plain = [one for one in properties.values() if one.plain]
        self._days = [one.name for one in plain if one.kind == "date"] if dialect != "v1" else []
        self._times = [one.name for one in plain if one.kind == "time"] if dialect == "gateway" else []
        self._numbers = [one.name for one in plain if one.kind == "number"] if dialect == "gateway" else []
        self._many = [(one.name, teller_of(one.kind, dialect)) for one in properties.values() if one.many]

    def __call__(self, row: Row) -> Row:
        told = dict(row)
        for name in self._days:
            if told.get(name) is not None:
                told[name] = _day_in(self._dialect, told[name])
        for name in self._times:
            if told.get(name) is not None:
                hours, minutes, seconds = told[name].split(":")
                told[name] = f"PT{hours}H{minutes}M{seconds}S"
        for name in self._numbers:
            if told.get(name) is not None:
                told[name] = f"{told[name]:.6f}"
        for name, teller in self._many:
            if name in told:
                told[name] = [teller(one) for one in told[name]]
        return told


@lru_cache
def teller_of(part: str, dialect: str) -> Teller:
    return Teller(PART_PROPERTIES[part], dialect)


@lru_cache(maxsize=4096)
def _day_in(dialect: str, text: str) -> str:
    """Version 2 says that a day is a moment in UTC, which it isn't."""
    if dialect == "v2":
        return f"{text}T00:00:00Z"
    return f"/Date({int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp() * 1000)})/"
