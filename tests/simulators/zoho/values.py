"""Whether a value fits its field, and how it is kept."""

from __future__ import annotations

import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any

from tests.simulators.zoho.moments import read_moment, text_of
from tests.simulators.zoho.org import Org
from tests.simulators.zoho.problems import Body, invalid
from tests.simulators.zoho.schema import Field

_EMAIL = re.compile(r"[^@\s,;<>()\[\]\"]+@[^@\s,;<>()\[\]\"]+\.[^@\s,;<>()\[\]\".]+")
_PHONE = re.compile(r"[+()\d][\d\s().;,/xX#*+-]*")
_NUMBERS = {"integer", "bigint", "double", "currency", "percent"}
_LINKS = {"lookup": "", "ownerlookup": "users", "userlookup": "users"}


class Unfit(Exception):
    """Holds the error of one field."""

    def __init__(self, body: Body) -> None:
        super().__init__(body["code"])
        self.body = body


def kept(org: Org, field: Field, value: Any, path: str) -> Any:
    """The value as it is stored. Raises :class:`Unfit`."""
    if value is None or value == "":
        return None
    if field.data_type in _NUMBERS:
        return _number(field, value, path)
    if field.data_type in _LINKS:
        return _link(org, field, value, path)
    if field.data_type == "boolean":
        if not isinstance(value, bool):
            raise _type(field, path, "boolean")
        return value
    if field.data_type == "multiselectpicklist":
        if not isinstance(value, list):
            raise _type(field, path, "jsonarray")
        return [_choice(field, one, f"{path}[{index}]") for index, one in enumerate(value)]
    if not isinstance(value, str):
        raise _type(field, path, _expected(field))
    return _text(field, value.strip(), path)


def _text(field: Field, value: str, path: str) -> str:
    kind = field.data_type
    if kind == "picklist":
        return _choice(field, value, path)
    if kind == "date":
        try:
            return date.fromisoformat(value).isoformat()
        except ValueError:
            raise _type(field, path, "date") from None
    if kind == "datetime":
        moment = read_moment(value)
        if moment is None:
            raise _type(field, path, "datetime")
        return text_of(moment)
    if len(value) > field.length:
        raise Unfit(invalid(field.name, path, maximum_length=field.length))
    if (kind == "email" and not _EMAIL.fullmatch(value)) or (kind == "phone" and not _PHONE.fullmatch(value)):
        raise _type(field, path, kind)
    if kind == "website" and (" " in value or "." not in value):
        raise _type(field, path, "website")
    return value


def _choice(field: Field, value: Any, path: str) -> str:
    if not isinstance(value, str):
        raise _type(field, path, "string")
    if field.choices and value not in field.choices and value != "-None-":
        raise Unfit(invalid(field.name, path, supported_values=list(field.choices)))
    return value


def _number(field: Field, value: Any, path: str) -> int | float | str:
    whole = field.data_type in {"integer", "bigint"}
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise _type(field, path, _expected(field))
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        raise _type(field, path, _expected(field)) from None
    if not number.is_finite() or (whole and number != number.to_integral_value()):
        raise _type(field, path, _expected(field))
    if len(str(abs(int(number)))) > field.length:
        raise Unfit(invalid(field.name, path, maximum_length=field.length))
    return str(int(number)) if field.data_type == "bigint" else plain(number, field.decimals or 0)


def plain(number: Decimal, decimals: int = 2) -> int | float:
    """As JSON has it: to so many places, without a point when there is nothing behind it."""
    rounded = number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return int(rounded) if rounded == rounded.to_integral_value() else float(rounded)


def _link(org: Org, field: Field, value: Any, path: str) -> str:
    id = value.get("id") if isinstance(value, dict) else value
    if not isinstance(id, str):
        raise _type(field, path, "jsonobject")
    known = org.users if _LINKS[field.data_type] else org.tables[field.lookup].records
    if id not in known:
        where = f"{path}.id" if isinstance(value, dict) else path
        raise Unfit(invalid(field.name, where, "the related id given seems to be invalid"))
    return id


def _expected(field: Field) -> str:
    return {"currency": "double", "percent": "double", "bigint": "long"}.get(field.data_type, field.data_type)


def _type(field: Field, path: str, expected: str) -> Unfit:
    return Unfit(invalid(field.name, path, expected_data_type=expected))
