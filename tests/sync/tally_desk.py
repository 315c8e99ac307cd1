"""A hub whose records people change, synced both ways with the simulated Tally."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

from app.connectors.tally.vouchers import split_marker
from app.db.configs import SyncConfig
from app.db.errors import ErrorStore
from app.db.records import RecordStore
from app.model.values import canonical_number
from app.simulator import SimulatedTally
from app.simulator.truth import Books, Document
from tests.sync.books_check import differences
from tests.sync.tally_rig import ALL, TallyRig

COMPANY = "Demo Traders & Co"
DAY, DUE = "2026-08-05", "2026-09-04"
CHOICES = {
    "sales": "Sales @18%",
    "services": "Service Income",
    "freight": "Freight & Forwarding",
    "round_off": "Round Off",
    "tax:CGST": "Output CGST",
    "tax:SGST": "Output SGST",
    "tax:IGST": "Output IGST",
    "bank": "HDFC Bank Current A/c",
    "type:Sales": "Sales",
    "type:Sales Order": "Sales Order",
    "type:Receipt": "Receipt",
}
BOLT = 'Bolt 5" <galvanised>'
DETAILS = {
    "gstin": "27AABCA1234A1Z5", "gst_registration_type": "Regular", "address": "5 Rd\nPune", "pincode": "411001",
    "country": "India", "email": "a@example.in", "phone": "022-555 1", "customer_group": "Agents <North>",
    "credit_limit": "5000", "credit_days": "30", "opening_balance": "12.5", "notes": "two\nlines",
}  # fmt: skip


def open_rig(folder: Path, tally: SimulatedTally, company: str = COMPANY, **more: Any) -> TallyRig:
    auth = {"choices": CHOICES, "optional_vouchers": False, "timeout": 5, **more}
    return TallyRig(folder, tally.url, company, auth.pop("entities", ALL), direction="bidirectional", **auth)


def hub(rig: TallyRig) -> RecordStore:
    return RecordStore(rig.db)


def rows(rig: TallyRig, entity: str) -> list[dict[str, Any]]:
    return list(hub(rig).page(entity, limit=500))


def called(rig: TallyRig, entity: str, field: str, value: str) -> dict[str, Any]:
    return next(row for row in rows(rig, entity) if row[field] == value)


def change(rig: TallyRig, entity: str, record: dict[str, Any], **values: Any) -> None:
    hub(rig).update(entity, record["id"], values, "user")


def new_customer(rig: TallyRig, name: str = "Acme & Söhne", **values: Any) -> str:
    return str(hub(rig).create("customer", {"business_name": name, "state": "Maharashtra", **values}, "user")["id"])


def new_product(rig: TallyRig, name: str = BOLT) -> str:
    values = {"name": name, "unit": "Nos", "hsn_code": "7318", "gst_rate": "18"}
    return str(hub(rig).create("product", values, "user")["id"])


def document(
    number: str, customer: str, product: str, quantity: int = 2, rate: int = 100, **more: Any
) -> dict[str, Any]:
    taxable = Decimal(quantity * rate)
    half = canonical_number(taxable * 9 / 100, money=True)
    return {
        "number": number,
        "date": DAY,
        "due_date": DUE,
        "customer": customer,
        "status": "posted",
        "lines": [
            {
                "product": product,
                "quantity": str(quantity),
                "unit": "Nos",
                "rate": f"{rate}.00",
                "gst_rate": "18",
                "amount": canonical_number(taxable, money=True),
            }
        ],
        "taxes": [{"name": f"Output {head}", "amount": half} for head in ("CGST", "SGST")],
        "subtotal": canonical_number(taxable, money=True),
        "tax_total": canonical_number(2 * Decimal(half), money=True),
        "total": canonical_number(taxable + 2 * Decimal(half), money=True),
        **more,
    }


def new_invoice(rig: TallyRig, number: str = "SM-1", **more: Any) -> dict[str, Any]:
    """An invoice of a customer and a product that Tally has."""
    customer = next(row for row in rows(rig, "customer") if row["state"] == "Maharashtra")
    product = next(row for row in rows(rig, "product") if row["unit"] == "Nos")
    return dict(hub(rig).create("invoice", document(number, customer["id"], product["id"], **more), "user"))


def again(rig: TallyRig, entity: str, record: dict[str, Any]) -> dict[str, Any]:
    return dict(hub(rig).get(entity, record["id"]))


def settled(rig: TallyRig, tally: SimulatedTally, company: str = COMPANY) -> None:
    """Nothing is open any more, the hub equals the books, and a further sync costs one request."""
    assert rig.count("journal WHERE state IN ('inflight', 'unknown')") == 0
    assert errors(rig) == []
    assert rig.sync(sync_type="incremental").status == "completed"  # our own writes moved Tally's counters
    assert differences(rig, tally.books(company)) == []
    tally.clear_log()
    assert rig.sync(sync_type="incremental").status == "completed"
    assert len(tally.requests) == 1
    assert tally.max_in_flight == 1


def numbers(books: Books) -> Counter[str]:
    """How often there is a document of each number of ours."""
    documents = (*books.invoices(), *books.orders(), *books.receipts())
    return Counter(one.number for one in documents if one.number and one.number.startswith("SM"))


def narration(document: Document) -> str | None:
    return split_marker(document.narration)[0]


def imports(tally: SimulatedTally) -> list[str]:
    return [one.text for one in tally.requests if "<TALLYREQUEST>Import</TALLYREQUEST>" in (one.text or "")]


def looks(tally: SimulatedTally) -> int:
    return sum("<TYPE>Company</TYPE>" in (one.text or "") for one in tally.requests)


def errors(rig: TallyRig) -> list[str]:
    return [f"{one.code}: {one.message}" for one in ErrorStore(rig.db).list(open_only=True).items]


def configs(rig: TallyRig) -> list[SyncConfig]:
    return list(rig.configs.list(connection_id=rig.connection_id))
