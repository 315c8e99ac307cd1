"""From what people and programs send to canonical values, with the field at fault named when it can't be."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import partial
from typing import Any

from sqlalchemy import Connection, select

from app.db.records.reading import Stored
from app.db.tables import entity_tables
from app.model.entities import ENTITIES, EntitySpec, FieldSpec
from app.model.errors import InvalidInput
from app.model.folding import fold_name
from app.model.ids import is_id
from app.model.values import FieldType, canonical_date, canonical_number

#: More digits than any book has; a number like 1e999999999 would fill the memory.
_MOST_DIGITS = 40
#: A JSON number beyond this many digits has lost some of them on its way through a float.
_FLOAT_DIGITS = 15
#: Set by the hub alone. Sent back unchanged (a program that read the record and writes it whole) they are let
#: pass.
_OURS = ("id", "version", "created_at", "updated_at", "deleted_at", "source")
#: The id of the record that a lookup's value names; the text is where it stands.
Find = Callable[[FieldSpec, Any, str], str]


def clean(
    conn: Connection,
    spec: EntitySpec,
    sent: Mapping[str, Any],
    present: Stored | None = None,
    find: Find | None = None,
) -> dict[str, Any]:
    """``sent`` as canonical values in the stored form (see ``reading``), lookups resolved (by ``find``, for a caller that looked
    them all up before). ``present`` is the record that they change. Raises :class:`InvalidInput`."""
    find = find or partial(_lookup, conn)
    values: dict[str, Any] = {}
    for name, value in sent.items():
        field = spec.field.get(name)
        if name == "custom":
            values[name] = _custom(value, present.values["custom"] if present is not None else {})
        elif field is not None:
            values[name] = _value(find, field, value, name)
        elif name not in _OURS:
            raise InvalidInput(f"{spec.title} has no field {name!r}.", field=name)
        elif present is not None and value != getattr(present, name):
            raise InvalidInput(f"{name!r} is set by SalesMate Sync and can't be changed.", field=name)
    _check_readonly(spec, values, present)
    _check_required(spec, values, creating=present is None)
    return values


def empty(spec: EntitySpec) -> dict[str, Any]:
    """The values of a record for which nothing was given."""
    return {
        **{field.name: field.default for field in spec.scalar_fields},
        **{group.name: [] for group in spec.line_fields},
    }


def _check_readonly(spec: EntitySpec, values: dict[str, Any], present: Stored | None) -> None:
    before = present.values if present is not None else {}
    for field in spec.scalar_fields:
        if field.readonly and field.name in values and values[field.name] != before.get(field.name):
            raise InvalidInput(
                f"{field.title!r} comes from the books and can't be changed here.",
                field=field.name,
                hint="Leave it out.",
            )


def _check_required(spec: EntitySpec, values: dict[str, Any], *, creating: bool) -> None:
    for field in spec.scalar_fields:
        if field.required and values.get(field.name) is None and (creating or field.name in values):
            raise InvalidInput(f"{field.title!r} is needed.", field=field.name)


def _custom(value: Any, present: Mapping[str, Any]) -> dict[str, Any]:
    """``present`` with what was sent; ``None`` clears one, or all."""
    if value is None:
        return {}
    if not isinstance(value, Mapping) or not all(isinstance(key, str) and key for key in value):
        raise InvalidInput("'custom' must be an object with names and values.", field="custom")
    return {key: item for key, item in {**present, **value}.items() if item is not None}


def _value(find: Find, field: FieldSpec, value: Any, where: str) -> Any:
    if field.type is FieldType.LINES:
        return _lines(find, field, value, where)
    if value is None or value == "":
        return None
    if field.type is FieldType.LOOKUP:
        return find(field, value, where)
    return _scalar(field, value, where)


def _scalar(field: FieldSpec, value: Any, where: str) -> Any:
    if field.type is FieldType.BOOLEAN:
        if not isinstance(value, bool):
            raise InvalidInput(f"{field.title!r} must be true or false.", field=where)
        return value
    if field.type is FieldType.NUMBER:
        return _number(field, value, where)
    if field.type is FieldType.DATE:
        return _date(field, value, where)
    text = _text(field, value, where)
    if field.choices and text not in field.choices:
        raise InvalidInput(f"{field.title!r} must be one of {', '.join(field.choices)}.", field=where)
    return text


def _text(field: FieldSpec, value: Any, where: str) -> str:
    if not isinstance(value, str):
        raise InvalidInput(f"{field.title!r} must be text.", field=where)
    if "\0" in value or any("\ud800" <= mark <= "\udfff" for mark in value):
        raise InvalidInput(f"{field.title!r} holds a character that is not text.", field=where)
    return value


def _number(field: FieldSpec, value: Any, where: str) -> str:
    wrong = InvalidInput(
        f"{field.title!r} must be a number.", field=where, hint="Write it with digits and a point, such as 1234.50."
    )
    if isinstance(value, bool) or not isinstance(value, str | int | float | Decimal):
        raise wrong
    try:
        # A JSON number has become a float on its way; its shortest form is what was written.
        number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
        most = _FLOAT_DIGITS if isinstance(value, float) else _MOST_DIGITS
        if not number.is_finite() or len(number.as_tuple().digits) > most or abs(number.adjusted()) > _MOST_DIGITS:
            raise wrong
        return canonical_number(number, money=field.money)
    except (ValueError, ArithmeticError):
        raise wrong from None


def _date(field: FieldSpec, value: Any, where: str) -> str:
    try:
        return canonical_date(value)
    except (TypeError, ValueError):
        raise InvalidInput(f"{field.title!r} must be a date such as 2026-08-01.", field=where) from None


def _lookup(conn: Connection, field: FieldSpec, value: Any, where: str) -> str:
    """The id of what ``value`` names: an id, a label that one record bears, or ``{"id": …}`` as lookups are
    read."""
    if isinstance(value, Mapping):
        value = value.get("id") or value.get("label")
    if not isinstance(value, str) or field.lookup is None:
        raise InvalidInput(f"{field.title!r} must be an id or a name.", field=where)
    target = ENTITIES[field.lookup]
    table = entity_tables[field.lookup]
    if is_id(value):
        if conn.execute(select(table.c.id).where(table.c.id == value)).first() is None:
            raise InvalidInput(f"There is no {target.title.lower()} with this id.", field=where)
        return value
    return _by_label(conn, target, value, where)


def _by_label(conn: Connection, target: EntitySpec, text: str, where: str) -> str:
    table = entity_tables[target.name]
    alike = (
        select(table.c.id, table.c[target.label_field])
        .where(table.c.match_key == fold_name(text), table.c.deleted_at.is_(None))
        .limit(50)
    )
    found = conn.execute(alike).all()
    exact = [row for row in found if row[1] == text] or found
    if len(exact) == 1:
        return str(exact[0][0])
    kind = target.title.lower()
    if exact:
        raise InvalidInput(f"More than one {kind} is called {text!r}.", field=where, hint="Give the id instead.")
    raise InvalidInput(f"No {kind} is called {text!r}.", field=where, hint=f"Create the {kind} first, or give an id.")


def _lines(find: Find, group: FieldSpec, value: Any, where: str) -> list[dict[str, Any]]:
    if value is None:
        return []
    if not isinstance(value, list):
        raise InvalidInput(f"{group.title!r} must be a list.", field=where)
    return [_line(find, group, item, f"{where}[{at}]") for at, item in enumerate(value)]


def _line(find: Find, group: FieldSpec, item: Any, where: str) -> dict[str, Any]:
    if not isinstance(item, Mapping):
        raise InvalidInput(f"Each of {group.title!r} must be an object.", field=where)
    unknown = set(item) - set(group.child) - {"line_no"}
    if unknown:
        name = min(unknown)
        raise InvalidInput(f"{group.title!r} have no field {name!r}.", field=f"{where}.{name}")
    line: dict[str, Any] = {"line_no": item.get("line_no")}
    if line["line_no"] is not None and (isinstance(line["line_no"], bool) or not isinstance(line["line_no"], int)):
        raise InvalidInput("'line_no' must be a whole number.", field=f"{where}.line_no")
    for child in group.children:
        line[child.name] = _value(find, child, item.get(child.name), f"{where}.{child.name}")
    return line
