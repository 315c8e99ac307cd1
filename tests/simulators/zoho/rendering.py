"""Records as the API tells them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from tests.simulators.zoho.org import Org, Record
from tests.simulators.zoho.schema import Field, Module

#: What of a rich text a list tells.
RICH_TEXT = 500
_PEOPLE = {"ownerlookup", "userlookup"}


def teller(org: Org, module: Module, field: Field, *, whole: bool) -> Callable[[Record], Any]:
    """How one field of a record is told; ``whole`` with one record alone."""
    name = field.name
    if field.data_type in _PEOPLE:
        emails = name == "Owner"

        def person(record: Record) -> Any:
            user = record.get(name)
            if user is None:
                return None
            return {**org.user(user), "email": org.users[user][1]} if emails else org.user(user)

        return person
    if field.data_type == "lookup":

        def lookup(record: Record) -> Any:
            id = record.get(name)
            shown = org.name_of(field.lookup, id) if id else None
            return None if shown is None else {"name": shown, "id": id}

        return lookup
    if field.data_type == "richtextarea" and not whole:
        return lambda record: (record.get(name) or "")[:RICH_TEXT] or None
    if field.data_type == "subform":
        return lambda record: [_row(org, module, field, record, row) for row in record.get(name) or ()]
    return lambda record: record.get(name)


def _row(org: Org, module: Module, field: Field, record: Record, row: Record) -> Record:
    items = org.modules[field.lookup]
    told = {made.name: teller(org, items, made, whole=True)(row) for made in items.fields.values()}
    product = org.tables["Products"].records.get(row.get("Product_Name") or "")
    if told["Product_Name"] is not None and product is not None:
        told["Product_Name"]["Product_Code"] = product.get("Product_Code")
    parent = {"name": str(record.get(module.label) or ""), "id": record["id"]}
    return {**told, "id": row["id"], "Parent_Id": parent}


def in_list(org: Org, module: Module, records: Iterable[Record], names: Iterable[str]) -> list[Record]:
    """With the named fields that a list can tell; names that there aren't are passed over."""
    known = [field for name in names if (field := module.fields.get(name)) and field.in_lists]
    tellers = [(field.name, teller(org, module, field, whole=False)) for field in known]
    return [{**{name: tell(record) for name, tell in tellers}, "id": record["id"]} for record in records]


def alone(org: Org, module: Module, record: Record) -> Record:
    """One record with all there is."""
    told = {field.name: teller(org, module, field, whole=True)(record) for field in module.fields.values()}
    system = {"$approval_state": "approved", "$editable": True, "$currency_symbol": "₹", "$in_merge": False}
    if module.items:
        system["$line_tax"] = record.get("$line_tax") or []
    return {**told, "Tag": record.get("Tag") or [], "id": record["id"], **system}
