"""What mapping costs: customers of fifteen fields, three of them through transforms, and invoices of five lines, beside the bare
limit and plain Python.

The limit is a copy of each record's dictionary; *by hand* is the same work written out for this one mapping. Both, like ours, run
in this process on the same records.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from app.mapping.compiled import CompiledMapping, compile_mapping
from app.mapping.fields import FieldMapping
from app.mapping.india import e164
from app.model.entities import CUSTOMER, INVOICE
from app.model.values import FieldType, canonical_number

_TEXTS = {
    "business_name": "NAME", "contact_person": "LEDGERCONTACT", "email": "EMAIL", "website": "WEBSITE", "address": "ADDRESS",
    "state": "LEDSTATENAME", "pincode": "PINCODE", "country": "COUNTRYNAME", "gstin": "PARTYGSTIN", "pan": "INCOMETAXNUMBER",
    "customer_group": "PARENT",
}  # fmt: skip


def template() -> CompiledMapping:
    return compile_mapping(
        CUSTOMER,
        [
            *(FieldMapping(local, remote) for local, remote in _TEXTS.items()),
            FieldMapping("phone", "LEDGERPHONE", transform=({"name": "phone_e164"},)),
            FieldMapping("notes", "NARRATION", direction="to_local", transform=({"name": "squeeze"},)),
            FieldMapping("opening_balance", "OPENINGBALANCE", FieldType.NUMBER, transform=({"name": "negate"},)),
            FieldMapping("credit_limit", "CREDITLIMIT", FieldType.NUMBER),
        ],
    )


def records(count: int) -> list[dict[str, Any]]:
    return [
        {remote: f"{remote.title()} {number}" for remote in _TEXTS.values()}
        | {
            "LEDGERPHONE": f"0{9_000_000_000 + number * 7919 % 999_999_999}",
            "NARRATION": f"Pays  late {number} ",
            "OPENINGBALANCE": f"-{number}.50",
            "CREDITLIMIT": f"{number}.00",
        }
        for number in range(count)
    ]


def by_hand(remote: dict[str, Any]) -> dict[str, Any]:
    made = {local: remote[name] or None for local, name in _TEXTS.items()}
    phone = remote["LEDGERPHONE"]
    made["phone"] = e164(phone, "IN") or phone
    made["notes"] = " ".join(remote["NARRATION"].split()) or None
    balance = canonical_number(remote["OPENINGBALANCE"], money=True)
    made["opening_balance"] = balance[1:] if balance.startswith("-") else f"-{balance}"
    made["credit_limit"] = canonical_number(remote["CREDITLIMIT"], money=True)
    return made


_HEAD = {
    "number": "VOUCHERNUMBER",
    "date": "DATE",
    "reference": "REFERENCE",
    "narration": "NARRATION",
    "total": "TOTAL",
}
_KINDS = {
    "date": FieldType.DATE, "total": FieldType.NUMBER, "quantity": FieldType.NUMBER, "rate": FieldType.NUMBER,
    "amount": FieldType.NUMBER,
}  # fmt: skip
_LINE = {"description": "TEXT", "quantity": "QTY", "unit": "UNIT", "rate": "RATE", "amount": "AMOUNT"}


def invoice_template() -> CompiledMapping:
    return compile_mapping(
        INVOICE,
        [
            *(FieldMapping(local, remote, _KINDS.get(local, FieldType.TEXT)) for local, remote in _HEAD.items()),
            FieldMapping("customer", "PARTY", FieldType.LOOKUP),
            FieldMapping("lines", "LINES", FieldType.LINES),
            FieldMapping("lines[].product", "LINES[].ITEM", FieldType.LOOKUP),
            *(
                FieldMapping(f"lines[].{local}", f"LINES[].{remote}", _KINDS.get(local, FieldType.TEXT))
                for local, remote in _LINE.items()
            ),
        ],
    )


def invoices(count: int) -> list[dict[str, Any]]:
    return [
        {
            "VOUCHERNUMBER": f"INV-{number}", "DATE": f"2026-08-{number % 28 + 1:02d}", "REFERENCE": f"PO-{number}",
            "NARRATION": "Thanks", "TOTAL": f"{number}.00", "PARTY": f"party {number % 97}",
            "LINES": [
                {"ITEM": f"item {line}", "TEXT": f"Bolt {line}", "QTY": str(line + 1), "UNIT": "Nos", "RATE": "12.50",
                 "AMOUNT": f"{12.5 * (line + 1):.2f}"}
                for line in range(5)
            ],
        }
        for number in range(count)
    ]  # fmt: skip


def invoice_by_hand(remote: dict[str, Any]) -> dict[str, Any]:
    made: dict[str, Any] = {local: remote[name] or None for local, name in _HEAD.items()}
    made["total"] = canonical_number(remote["TOTAL"], money=True)
    made["customer"] = resolve("customer", remote["PARTY"])
    made["lines"] = [
        {
            "amount": canonical_number(row["AMOUNT"], money=True),
            "description": row["TEXT"] or None,
            "product": resolve("product", row["ITEM"]),
            "quantity": canonical_number(row["QTY"]),
            "rate": canonical_number(row["RATE"], money=True),
            "unit": row["UNIT"] or None,
        }
        for row in remote["LINES"]
    ]
    return made


def resolve(entity: str, key: str) -> str:
    return f"{entity} {key}"


def seconds(work: Callable[[dict[str, Any]], object], rows: list[dict[str, Any]]) -> float:
    """CPU seconds for all rows, the best of three: what else the machine does only adds."""
    best = float("inf")
    for _ in range(3):
        started = time.process_time()
        for row in rows:
            work(row)
        best = min(best, time.process_time() - started)
    return best


def measure(count: int) -> tuple[float, float, float]:
    """CPU seconds for ``count`` customers: ours, a bare copy, and by hand."""
    return _measured(template(), records(count), by_hand)


def measure_invoices(count: int) -> tuple[float, float, float]:
    """The same for invoices of five lines."""
    return _measured(invoice_template(), invoices(count), invoice_by_hand)


def _measured(
    mapping: CompiledMapping, rows: list[dict[str, Any]], written: Callable[[dict[str, Any]], dict[str, Any]]
) -> tuple[float, float, float]:
    def ours(row: dict[str, Any]) -> Any:
        return mapping.to_local(mapping.read(row), resolve)[0]

    if ours(rows[1]) != written(rows[1]):
        raise SystemExit("the two ways of mapping differ")
    return seconds(ours, rows), seconds(dict, rows), seconds(written, rows)
