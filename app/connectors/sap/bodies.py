"""What is sent to SAP of a record's changes (docs/protocols/sap.md: Collections): lists are merged by the keys of their rows, so
each row is sent with the key that it has there, or without one when it is new."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from app.connectors.base import WriteKind, WriteOp
from app.connectors.odata.metadata import Property
from app.connectors.sap.entities import PAYMENTS, Entity
from app.connectors.sap.records import (
    ACTIVE,
    ADDRESSES,
    AMOUNT,
    APPLIED,
    BILL_TO,
    BILLING,
    INVOICE_TYPE,
    KIND,
    NUMBER,
    PRICE,
    PRICES,
    RecordReader,
    Row,
    billing_address,
)
from app.connectors.sap.values import decimal, to_json
from app.model.errors import Rejected

_LINES = "DocumentLines"
_GIVEN = "Bill to"
#: Set by SAP alone in a document's line.
_COMPUTED = frozenset({"LineTotal"})


def body_of(op: WriteOp, told: RecordReader, there: Row, *, tax_code: str | None, price_list: int) -> dict[str, Any]:
    """``there``: the record as it is, where :func:`depends` says that it is needed. Raises :class:`Rejected`."""
    entity, types = told.entity, told.types
    made = set(told.made)
    if op.kind is WriteKind.UPDATE:
        _check_fixed(op, entity)
    body = plain({name: value for name, value in op.fields.items() if name not in made}, types, entity)
    lines = op.fields.get(entity.lines or "")
    if entity.lines == _LINES and lines is not None:
        body[_LINES] = _lines(lines, there.get(_LINES) or (), types[_LINES], tax_code)
    if entity.name == "SalesOpportunities" and op.kind is WriteKind.CREATE:
        body["SalesOpportunitiesLines"] = [_stage(body)]
    if ACTIVE in op.fields and ACTIVE in made:
        body |= _state(op.fields[ACTIVE])
    if BILL_TO in op.fields and BILL_TO in made:
        body[ADDRESSES] = [_address(op.fields[BILL_TO] or {}, there, types[ADDRESSES])]
    if PRICE in made and PRICE in op.fields and (op.fields[PRICE] is not None or op.kind is WriteKind.UPDATE):
        body[PRICES] = _price(op.fields[PRICE], price_list)
    if op.fields.get(NUMBER) and "NumAtCard" in types and NUMBER in made:
        if op.kind is WriteKind.UPDATE and not there.get(told.hub_key or ""):
            raise Rejected(
                "SAP numbers its documents itself, and this one keeps its number. Nothing was sent.",
                field=NUMBER,
                hint="Change the number back here.",
            )
        body["NumAtCard"] = str(op.fields[NUMBER])
    if entity.name == PAYMENTS and op.kind is WriteKind.CREATE:
        body[APPLIED] = _applied(op.fields.get(APPLIED) or ())
    return body


def _check_fixed(op: WriteOp, entity: Entity) -> None:
    """What is so for good in SAP."""
    if entity.key in op.fields:
        raise Rejected(
            "A code in SAP can't be changed. Nothing of this record was sent.",
            field=entity.key,
            hint="Change it back, or make a new record in SAP.",
        )
    if entity.name == PAYMENTS and not op.fields.keys().isdisjoint({AMOUNT, APPLIED}):
        raise Rejected(
            "A payment that is booked in SAP keeps its amount and what it pays. Nothing was sent.",
            field=AMOUNT,
            hint="Cancel it here, and enter a new one.",
        )


def plain(fields: Mapping[str, Any], types: Mapping[str, Property], entity: Entity) -> dict[str, Any]:
    """Of ``fields`` those that hold one value each."""
    body: dict[str, Any] = {}
    for name, value in fields.items():
        type_ = types.get(name)
        if type_ is None:
            raise Rejected(
                f"SAP's {entity.title} have no field {name}. Nothing of this record was sent.",
                field=name,
                hint="Take it out of the mapping, or map another field.",
            )
        if not type_.parts and not type_.readonly:
            body[name] = to_json(value, type_)
    return body


def depends(entity: Entity, fields: Mapping[str, Any]) -> bool:
    return not fields.keys().isdisjoint({BILL_TO, NUMBER, entity.lines})


def number(value: Any) -> Decimal | int:
    """Raises :class:`Rejected` for what is none."""
    try:
        found = decimal(value)
    except ValueError:
        raise Rejected(
            f"“{str(value)[:60]}” is no number, and SAP wants one. Nothing of this record was sent.",
            hint="Enter a number, or map another field.",
        ) from None
    return int(found) if found == found.to_integral_value() else found


def _price(value: Any, price_list: int) -> list[dict[str, Any]]:
    if not price_list:
        raise Rejected(
            "The price list that was chosen is no longer in SAP. Nothing of this record was sent.",
            field=PRICE,
            hint="Choose another one in the connection's sync settings.",
        )
    return [{"PriceList": price_list, "Price": number(value)}]


def _state(active: Any) -> dict[str, str]:
    on = active is True or str(active).lower() == "true"
    return {"Valid": "tYES" if on else "tNO", "Frozen": "tNO" if on else "tYES"}


def _stage(body: Row) -> dict[str, Any]:
    """An opportunity has a stage from the first; its amount and its probability are the stage's."""
    told = {"PercentageRate": body.get("ClosingPercentage"), "MaxLocalTotal": body.get("MaxLocalTotal")}
    return {"StageKey": 1, **{name: value for name, value in told.items() if value is not None}}


def _address(wanted: Row, there: Row, type_: Property) -> dict[str, Any]:
    """The usual address for bills, changed or made."""
    known = billing_address(there)
    types = {part.name: part for part in type_.parts}
    given = {name: to_json(value, types[name]) for name, value in wanted.items() if name in types}
    if known:
        same = {name: known[name] for name in ("RowNum", "AddressName", "AddressType") if name in known}
        return {**same, **given}
    filled = {name: value for name, value in given.items() if value is not None}
    return {"AddressName": _GIVEN, "AddressType": BILLING, **filled}


def _lines(wanted: Sequence[Row], there: Sequence[Row], type_: Property, tax_code: str | None) -> list[dict[str, Any]]:
    """A line here is the one there that reads the same; of what is left then the first with the same item; else it is a new one."""
    types = {part.name: part for part in type_.parts}
    sent = [
        {
            name: to_json(value, types[name])
            for name, value in line.items()
            if name in types and name not in _COMPUTED and not types[name].readonly
        }
        for line in wanted
    ]
    made = []
    for row, known in zip(sent, _paired(sent, there), strict=True):
        row = {name: value for name, value in row.items() if value is not None or known is not None}
        if known is not None:
            row["LineNum"] = known["LineNum"]
        elif tax_code and not row.get("TaxCode"):
            row["TaxCode"] = tax_code
        made.append(row)
    return made


def _paired(sent: Sequence[Row], there: Sequence[Row]) -> list[Row | None]:
    left = list(there)
    pairs: list[Row | None] = [None] * len(sent)
    for is_it in (_reads_as, lambda row, one: one.get("ItemCode") == row.get("ItemCode")):
        for at, row in enumerate(sent):
            found = next((one for one in left if is_it(row, one)), None) if pairs[at] is None else None
            if found is not None:
                left.remove(found)
                pairs[at] = found
    return pairs


def _reads_as(row: Row, one: Row) -> bool:
    return all(_plain(value) == _plain(one.get(name)) for name, value in row.items())


def _plain(value: Any) -> str:
    try:
        return str(decimal(value).normalize()) if value not in (None, "") else ""
    except ValueError:
        return str(value).rstrip()


def leaves_out(entity: Entity, body: Row, there: Row) -> bool:
    """Are lines there that ``body`` says nothing of?"""
    if not entity.lines or entity.lines not in body:
        return False
    named = {row.get("LineNum") for row in body[entity.lines]}
    return any(row.get("LineNum") not in named for row in there.get(entity.lines) or ())


def _applied(allocations: Sequence[Row]) -> list[dict[str, Any]]:
    return [
        {
            "DocEntry": int(str(one["DocEntry"])),
            "InvoiceType": INVOICE_TYPE,
            "SumApplied": number(one.get("SumApplied")),
        }
        for one in allocations
        if one.get("DocEntry") and one.get(KIND) in (None, "against")
    ]
