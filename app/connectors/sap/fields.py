"""The fields of a module for the mapping editor: SAP's own by the service's description, the company's own by ``UserFieldsMD``
(docs/protocols/sap.md: User fields)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from app.connectors.base import RemoteField
from app.connectors.odata.metadata import EntityType, Property
from app.model.values import FieldType

#: What begins the names of the company's own fields.
OWN = "U_"
_YES_NO = {"tYES", "tNO"}
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
#: As SAP's own windows have it.
_WORDS: Mapping[str, str] = {"Num": "number", "Doc": "document", "Qty": "quantity", "Grp": "group"}
_TYPES: Mapping[str, FieldType] = {
    "db_Numeric": FieldType.NUMBER,
    "db_Float": FieldType.NUMBER,
    "db_Date": FieldType.DATE,
}
#: Kinds of a date's or number's column that hold something else.
_NO_TYPE = {"st_Time"}


def remote_fields(type_: EntityType, own: Mapping[str, Iterable[Mapping[str, Any]]] = {}) -> list[RemoteField]:
    """Every field that a mapping can name. ``own`` are rows of ``UserFieldsMD``: under ``""`` those of the record itself, under a
    collection's name (``DocumentLines``) those of its rows. Lists within lists can't be mapped and are left out.

    The description names the company's own fields, too, but each server as of when it was started: they are not taken from it."""
    return list(_listed(type_.properties, type_.key, own))


def _listed(
    properties: Iterable[Property],
    key: tuple[str, ...],
    own: Mapping[str, Iterable[Mapping[str, Any]]],
    path: str = "",
    above: str = "",
    *,
    readonly: bool = False,
) -> Iterator[RemoteField]:
    for one in properties:
        many = one.type is FieldType.LINES
        if one.name.startswith(OWN) or (many and "[]" in path):
            continue
        here, called = f"{path}{one.name}", f"{above}{one.title or title(one.name)}"
        fixed = readonly or one.readonly
        if many or not one.parts:
            required = not path and one.name in key
            yield RemoteField(here, called, _type(one), required, fixed, choices=one.choices)
        if one.parts:
            inner = f"{here}[]." if many else f"{here}."
            yield from _listed(one.parts, (), own, inner, "" if many else f"{called}: ", readonly=fixed)
    for row in own.get(path.removesuffix("[]."), ()):
        yield _own(row, path)


def _type(one: Property) -> FieldType:
    return FieldType.BOOLEAN if set(one.choices) == _YES_NO else one.type


def _own(row: Mapping[str, Any], path: str) -> RemoteField:
    name = f"{OWN}{row.get('Name')}"
    type_ = _TYPES.get(str(row.get("Type")), FieldType.TEXT)
    if row.get("SubType") in _NO_TYPE:
        type_ = FieldType.TEXT
    listed = row.get("ValidValuesMD")
    choices = tuple(str(one["Value"]) for one in listed if "Value" in one) if isinstance(listed, list) else ()
    return RemoteField(
        f"{path}{name}",
        str(row.get("Description") or title(str(row.get("Name")))),
        FieldType.PICKLIST if choices else type_,
        row.get("Mandatory") == "tYES",
        choices=choices,
    )


def title(name: str) -> str:
    """``Phone1`` as ``Phone 1``, ``DocDueDate`` as ``Document due date``, ``BPAddresses`` as ``BP addresses``."""
    words = [
        word if word.isupper() and len(word) > 1 else _WORDS.get(word, word.lower()) for word in _WORD.findall(name)
    ]
    joined = " ".join(words) or name
    return joined[:1].upper() + joined[1:]
