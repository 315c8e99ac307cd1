"""The fields of each entity: what QuickBooks does not tell of itself and Intuit's schemas do.

The table (fields.json) is made by tests/specs/make_quickbooks_fields.py. Only custom fields are of the company.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from app.connectors.base import RemoteField
from app.model.values import FieldType

_TABLE = Path(__file__).with_name("fields.json")
CUSTOM = "CustomField"
#: Where references of this name lead, of the entities that are synced.
_LEADS = {"CustomerRef": "Customer", "RootCustomerRef": "Customer", "ItemRef": "Item", "GroupItemRef": "Item"}


@dataclass(frozen=True)
class FieldInfo:
    """One field of an entity, or a part of one.

    ``kind``: text, memo (a text, wrapped), boolean, number, money, whole, date, moment, choice, reference, custom (fields of the
    company's own), or parts. ``many``: a list of them. ``length`` counts characters; ``None``: not known. ``leads_to``: the entity
    that a reference names, when it is a synced one. ``parts`` by name."""

    name: str
    title: str
    kind: str
    many: bool = False
    required: bool = False
    readonly: bool = False
    length: int | None = None
    choices: tuple[str, ...] = ()
    leads_to: str | None = None
    parts: Mapping[str, FieldInfo] = field(default_factory=dict)

    @property
    def type(self) -> FieldType:
        return FieldType.LINES if self.many else _TYPES.get(self.kind, FieldType.TEXT)


_TYPES: Mapping[str, FieldType] = {
    "boolean": FieldType.BOOLEAN,
    "number": FieldType.NUMBER,
    "money": FieldType.NUMBER,
    "whole": FieldType.NUMBER,
    "date": FieldType.DATE,
    "choice": FieldType.PICKLIST,
    "reference": FieldType.LOOKUP,
}


@cache
def fields_of(entity: str) -> Mapping[str, FieldInfo]:
    """The fields of ``entity`` by name, in the schema's order."""
    table = _table()
    return {row["name"]: _info(row, entity, table["types"]) for row in table["entities"][entity]}


@cache
def _table() -> Any:
    return json.loads(_TABLE.read_text("utf-8"))


def _info(row: Mapping[str, Any], entity: str, types: Mapping[str, Any]) -> FieldInfo:
    name, kind = row["name"], row["kind"]
    leads_to = entity if name == "ParentRef" else _LEADS.get(name) if kind == "reference" else None
    parts: Iterable[Mapping[str, Any]] = (
        types[row["type"]] if kind == "parts" else _OTHERS if kind == "reference" and leads_to is None else ()
    )
    return FieldInfo(
        name,
        row["title"],
        "parts" if parts else kind,
        row.get("many", False),
        row.get("required", False),
        row.get("readonly", False),
        row.get("length"),
        tuple(row.get("choices", ())),
        leads_to,
        {part["name"]: _info(part, entity, types) for part in parts},
    )


#: A reference to what is not synced (an account, a tax code, a currency): its id means nothing to a person.
_OTHERS: tuple[Mapping[str, Any], ...] = (
    {"name": "value", "title": "id", "kind": "text"},
    {"name": "name", "title": "name", "kind": "text", "readonly": True},
)


# --- for the mapping editor --------------------------------------------------------------------------------------


def remote_fields(entity: str, custom: Mapping[str, str] = {}) -> list[RemoteField]:
    """Every field that a mapping can name, those first that can be changed; ``custom``: the titles of the company's own by their
    definition's id. Lists within lists can't be mapped and are left out."""
    return list(_listed(sorted(fields_of(entity).values(), key=lambda info: info.readonly), custom))


def _listed(
    infos: Iterable[FieldInfo],
    custom: Mapping[str, str],
    path: str = "",
    above: tuple[str, ...] = (),
    *,
    readonly: bool = False,
) -> Iterator[RemoteField]:
    for info in infos:
        if info.many and "[]" in path:
            continue
        here, titles = f"{path}{info.name}", (*above, info.title)
        fixed = readonly or info.readonly
        if info.kind == "custom":
            for ident, title in custom.items():
                yield RemoteField(f"{here}.{ident}", title, FieldType.TEXT)
            continue
        if info.many or info.kind != "parts":
            yield RemoteField(here, ": ".join(titles), info.type, info.required, fixed, choices=info.choices)
        if info.parts:
            inner = f"{here}[]." if info.many else f"{here}."
            yield from _listed(info.parts.values(), custom, inner, () if info.many else titles, readonly=fixed)


# --- custom fields -----------------------------------------------------------------------------------------------


def custom_fields(preferences: Mapping[str, Any], rows: Iterable[Mapping[str, Any]] = ()) -> dict[str, str]:
    """The company's own fields on sales forms, ``{definition's id: title}``: of its preferences, and those that ``rows`` bear."""
    found: dict[str, str] = {}
    sales = preferences.get("SalesFormsPrefs")
    for one in _inner(sales.get(CUSTOM) if isinstance(sales, Mapping) else None):
        name, title = str(one.get("Name") or ""), one.get("StringValue")
        place = name.rpartition("SalesCustomName")
        if place[1] and place[2].isdecimal() and title:
            found[place[2]] = str(title)
    for row in rows:
        for one in _inner(row.get(CUSTOM)):
            if one.get("DefinitionId"):
                found.setdefault(
                    str(one["DefinitionId"]), str(one.get("Name") or f"Custom field {one['DefinitionId']}")
                )
    return dict(sorted(found.items()))


def _inner(listed: Any) -> Iterator[Mapping[str, Any]]:
    """Those of a list and of the lists within it: the preferences wrap them once more."""
    for one in listed if isinstance(listed, list) else ():
        if isinstance(one, Mapping):
            yield one
            yield from _inner(one.get(CUSTOM))
