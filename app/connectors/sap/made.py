"""What SAP's description of its fields lacks: the fields that are ours to make, and those inside a business partner."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from app.connectors.base import RemoteField
from app.connectors.odata.metadata import EntityType, Property
from app.connectors.sap.entities import PARTNERS, PAYMENTS, Entity
from app.connectors.sap.records import (
    ACTIVE,
    ADDRESSES,
    AMOUNT,
    APPLIED,
    BALANCE,
    BILL_TO,
    KIND,
    MADE,
    NUMBER,
    PLACE,
    PRICE,
    REFERENCE,
    STATUS,
    SUBTOTAL,
    Row,
)
from app.connectors.sap.values import ZERO_IS_NONE, decimal
from app.model.records import RemoteFields
from app.model.values import FieldType

_STATES = ("posted", "cancelled")
_FIELDS: Mapping[str, RemoteField] = {
    one.path: one
    for one in (
        RemoteField(ACTIVE, "In use", FieldType.BOOLEAN),
        RemoteField(PRICE, "Price in the chosen price list", FieldType.NUMBER),
        RemoteField(NUMBER, "Number (ours, of what was made here)", FieldType.TEXT),
        RemoteField(REFERENCE, "The customer's reference", FieldType.TEXT, readonly=True),
        RemoteField(STATUS, "State (posted, or cancelled)", FieldType.PICKLIST, choices=_STATES),
        RemoteField(SUBTOTAL, "Total before taxes", FieldType.NUMBER, readonly=True),
        RemoteField(BALANCE, "What is still to be paid", FieldType.NUMBER, readonly=True),
        RemoteField(AMOUNT, "Amount", FieldType.NUMBER),
    )
}
_KIND = RemoteField(f"{APPLIED}[].{KIND}", "Kind", FieldType.PICKLIST, choices=("against", "on_account"))


def fields(entity: Entity, type_: EntityType) -> list[RemoteField]:
    module = entity.name if entity.table else ""
    found = [_FIELDS[name] for name in MADE.get(module, ()) if name in _FIELDS]
    if module == PAYMENTS:
        found.append(_KIND)
    if module == PARTNERS:
        parts = next((one.parts for one in type_.properties if one.name == ADDRESSES), ())
        found += [
            RemoteField(f"{BILL_TO}.{one.name}", f"Billing address: {one.name}", one.type, choices=one.choices)
            for one in parts
            if one.name not in PLACE and not one.parts
        ]
    return found


def inside(type_: EntityType, module: str) -> tuple[Property, ...]:
    """The fields of the rows of one of its collections."""
    return next((one.parts for one in type_.properties if one.name == module), ())


def type_inside(type_: EntityType, module: str) -> EntityType:
    return replace(type_, name=module, key=("InternalCode",), properties=inside(type_, module))


def with_sample(field: RemoteField, values: Mapping[str, Any]) -> RemoteField:
    value: Any = values
    for step in field.path.replace("[]", "").split("."):
        if isinstance(value, list):
            value = value[0] if value else None
        value = value.get(step) if isinstance(value, Mapping) else None
    return field if value is None or isinstance(value, list | Mapping) else replace(field, sample=str(value))


def belongs(entity: Entity, row: Row) -> bool:
    """Is the record one of those that the hub means?"""
    name, word, value = [*entity.only.split(" "), "", "", ""][:3]
    return not name or (row.get(name) == value.strip("'")) is (word == "eq")


def as_shown(fields: RemoteFields) -> RemoteFields:
    """SAP keeps no spaces behind a text, and tells no nothing from 0."""
    return {name: _kept(name, value) for name, value in fields.items()}


def _kept(name: str, value: Any) -> Any:
    if isinstance(value, Mapping):
        return {part: _kept(part, one) for part, one in value.items()}
    if isinstance(value, list):
        return [_kept(name, one) for one in value]
    if name in ZERO_IS_NONE or name == PRICE:
        try:
            return None if value is None or decimal(value) == 0 else value
        except ValueError:
            return value
    return value.rstrip() or None if isinstance(value, str) else value
