"""What mapping costs: customers of fifteen fields, three of them through transforms, beside the bare limit and plain Python.

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
from app.model.entities import CUSTOMER
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
    """CPU seconds for ``count`` records: ours, a bare copy, and by hand."""
    mapping, rows = template(), records(count)

    def ours(row: dict[str, Any]) -> object:
        return mapping.to_local(mapping.read(row), lambda _entity, _key: None)

    if mapping.to_local(mapping.read(rows[1]), lambda _entity, _key: None)[0] != by_hand(rows[1]):
        raise SystemExit("the two ways of mapping differ")
    return seconds(ours, rows), seconds(dict, rows), seconds(by_hand, rows)
