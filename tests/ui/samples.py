# ruff: noqa: E501
"""Made-up connections, runs and records, as the services would show them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from app.services import views as v

NOW = datetime.now(UTC)


def ago(**span: float) -> str:
    return (NOW - timedelta(**span)).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def connection(number: int = 1, **changes: Any) -> v.ConnectionView:
    names = ["Mehta Traders", "Sharma & Sons ₹", "श्री बालाजी ट्रेडर्स"]
    made = v.ConnectionView(
        id=f"c{number}", tenant_id="default-tenant", name=names[(number - 1) % 3], system="tally", system_title="Tally Prime",
        auth_type="none", auth={"company": f"{names[(number - 1) % 3]} Pvt Ltd", "data_folder": r"C:\TallyData\100000"},
        base_url="http://localhost:9000", api_version=None, organization_id=None, status="active", status_message="",
        sync_enabled=True, auto_sync_interval=900, sync_direction="pull",
        books={"name": f"{names[(number - 1) % 3]} Pvt Ltd", "version": "TallyPrime 7.1", "licence": "Silver"},
        paused_until=None, last_sync_at=ago(minutes=7), last_success_at=ago(minutes=7), created_at=ago(days=40),
        updated_at=ago(minutes=7), next_run_at=(NOW + timedelta(minutes=8)).isoformat(), running_log_id=None,
    )  # fmt: skip
    return replace(made, **changes)


def run(number: int = 1, status: str = "completed", **changes: Any) -> v.RunView:
    counts = {
        "customer": {
            "created": 4,
            "updated": 12,
            "unchanged": 1188,
            "failed": 0,
            "linked": 1,
            "deleted": 0,
            "conflicts": 0,
        },
        "invoice": {
            "created": 31,
            "updated": 2,
            "unchanged": 8367,
            "failed": 2,
            "linked": 0,
            "deleted": 1,
            "conflicts": 1,
        },
    }
    phases = (
        {"phase": "connecting", "entity": None, "seconds": 0.2, "records": 0},
        {"phase": "reading", "entity": "customer", "seconds": 1.4, "records": 17},
        {"phase": "reading", "entity": "invoice", "seconds": 6.8, "records": 36},
        {"phase": "checking", "entity": "invoice", "seconds": 0.9, "records": 8400},
    )
    made = v.RunView(
        id=f"r{number}", connection_id="c1", connection_name="Mehta Traders", sync_config_id=None, sync_type="incremental",
        sync_direction="pull", triggered_by="schedule", status=status, dry_run=False, started_at=ago(minutes=7 + 60 * number),
        ended_at=ago(minutes=6.8 + 60 * number), processed=53, success=50, failed=2, skipped=0, conflicts=1, counts=counts,
        phases=phases, message="", error=None, guard=None,
    )  # fmt: skip
    return replace(made, **changes)


ERRORS = [
    v.ErrorView("e1", "c1", "invoice", "i7", "guid-7", "missing_reference",
                "Invoice SI/2026/0107 names the customer “Ganesh Stores”, which could not be found.",
                "Sync again: it is linked as soon as the customer is there.", 2, ago(minutes=-20), ago(minutes=7)),
    v.ErrorView("e2", "c1", "invoice", None, "guid-9", "bad_value",
                "Invoice SI/2026/0109 has an amount that can't be read: “12,ab”.",
                "Open it in Tally, correct the amount and save it.", 1, None, ago(minutes=7)),
]  # fmt: skip


def record(entity: str, number: int) -> dict[str, Any]:
    base = {
        "id": f"{entity}-{number:07d}", "version": 2, "created_at": ago(days=3), "updated_at": ago(hours=2),
        "deleted_at": None, "source": "Mehta Traders", "custom": {},
    }  # fmt: skip
    if entity == "customer":
        names = ["Anand Electricals", "Bharat Hardware & Paints", "गणेश भंडार", "Chennai Traders", "D'Souza & Co."]
        cities = [("Pune", "Maharashtra"), ("Chennai", "Tamil Nadu"), ("Surat", "Gujarat")]
        city, state = cities[number % 3]
        return base | {
            "business_name": f"{names[number % 5]} {number}", "contact_person": "Ramesh Iyer", "email": f"office{number}@example.in",
            "phone": "020 2553 1200", "mobile": "98220 12345", "address": "14, MG Road\nCamp", "city": city, "state": state,
            "pincode": "411001", "country": "India", "gstin": f"27ABCDE{number % 9999:04d}F1Z5", "pan": None,
            "customer_group": "Sundry Debtors", "credit_limit": "150000.00", "credit_days": "30",
            "opening_balance": "0.00", "closing_balance": f"{(number * 7919) % 2500000}.50", "is_active": True,
        }  # fmt: skip
    if entity == "product":
        return base | {
            "name": f"LED Bulb {number % 20 + 3} W", "sku": f"LED-{number:04d}", "category": "Lighting", "unit": "Nos",
            "hsn_code": "85395000", "gst_rate": "12", "rate": f"{80 + number % 50}.00",
            "closing_quantity": str(number * 3 % 900), "closing_value": f"{number * 240 % 900000}.00", "is_active": True,
        }  # fmt: skip
    if entity in ("order", "invoice"):
        return base | {
            "number": f"SI/2026/{number:04d}", "date": "2026-11-1" + str(number % 9),
            "customer": {"id": f"customer-{number:07d}", "label": f"Anand Electricals {number}"}, "due_date": None,
            "status": ("posted", "cancelled", "draft")[number % 7 if number % 7 < 3 else 0], "reference": "PO 118",
            "narration": "Goods sent by road.\nCall before delivery.", "subtotal": "36580.00", "tax_total": "6584.40",
            "round_off": "-0.40", "total": "43164.00", "balance_due": "13164.00", "place_of_supply": "Maharashtra",
            "lines": [
                {"product": {"id": "p1", "label": "LED Bulb 9 W"}, "description": None, "hsn_code": "85395000", "quantity": "120",
                 "unit": "Nos", "rate": "95.00", "discount_percent": "5", "gst_rate": "18", "amount": "10830.00"},
                {"product": {"id": "p2", "label": "Copper wire 2.5 sq mm"}, "description": None, "hsn_code": "85444999",
                 "quantity": "10.5", "unit": "Coil", "rate": "2452.38", "discount_percent": None, "gst_rate": "18",
                 "amount": "25750.00"},
            ],
            "taxes": [{"name": "CGST", "rate": "9", "amount": "3292.20"}, {"name": "SGST", "rate": "9", "amount": "3292.20"}],
        }  # fmt: skip
    return base | {
        "number": f"RCT/{number}", "status": "posted", "date": "2026-11-10", "mode": "Cheque", "account": "HDFC Bank",
        "customer": {"id": "customer-1", "label": "Anand Electricals 1"}, "amount": "125000.00",
        "instrument_number": "004512", "instrument_date": "2026-11-09", "narration": None,
        "allocations": [{"invoice": None, "reference": "SI/2026/0001", "kind": "against", "amount": "125000.00"}],
    }  # fmt: skip


FOUND = v.FoundServer(
    "http://localhost:9000", "ready", "Tally Prime answers.", "TallyPrime 7.1", "Silver", False,
    (
        v.FoundBooks("Mehta Traders Pvt Ltd", "guid-a", "2024-04-01", "2027-03-31", r"C:\TallyData\100000", "100000", "2026-11-20",
                     settings={"company": "Mehta Traders Pvt Ltd", "company_guid": "guid-a", "data_folder": r"C:\TallyData\100000"}),
        v.FoundBooks("Mehta Exports", "guid-b", "2025-04-01", "2027-03-31", r"C:\TallyData\100001", "100001", "2026-11-18",
                     settings={"company": "Mehta Exports", "company_guid": "guid-b", "data_folder": r"C:\TallyData\100001"}),
    ),
)  # fmt: skip
TEMPLATE = (
    v.MappingView("business_name", "NAME", "text", is_required=True),
    v.MappingView("gstin", "PARTYGSTIN", "text"),
    v.MappingView("pincode", "LEDMAILINGDETAILS[].PINCODE", "text"),
    v.MappingView("closing_balance", "CLOSINGBALANCE", "number", "to_local", is_readonly=True),
)


def conflicts() -> list[v.ConflictView]:
    """One of each kind. The doubtful match may be either of two."""
    phone = {"name": "phone", "base": "020 2553 1200", "local": "020 2553 1299", "remote": "98220 12345"}
    city = {"name": "city", "base": "Pune", "local": "Poona", "remote": "Pune City"}
    there = (
        {"name": "business_name", "base": None, "local": None, "remote": "Anand Electricals"},
        {"name": "state", "base": None, "local": None, "remote": "Gujarat"},
    )
    edited = ({"name": "phone", "base": "020 2553 1200", "local": "020 2553 1299", "remote": None},)
    both = ("customer-0000002", "customer-0000005")
    return [
        v.ConflictView("x1", "c1", "Mehta Traders", "customer", "fields", "Anand Electricals 1", "customer-0000001", "guid-1",
                       (phone, city), (), "open", ago(hours=1)),
        v.ConflictView("x2", "c1", "Mehta Traders", "customer", "match", "Anand Electricals 2", None, "guid-2", there, both,
                       "open", ago(hours=2)),
        v.ConflictView("x3", "c1", "Mehta Traders", "customer", "delete", "Anand Electricals 3", "customer-0000003", "guid-3",
                       edited, (), "open", ago(hours=3)),
    ]  # fmt: skip


def plan(log_id: str) -> v.PlanView:
    """Both sides, each action once or more."""
    phone = ({"name": "phone", "from": "020 2553 1200", "to": "98220 12345"},)
    named = ({"name": "business_name", "from": None, "to": "Anand Electricals"},)
    given = (
        ("link", "local", "x", "guid-1", "Anand Electricals", (), "Same GSTIN"),
        ("conflict", "local", "x", "guid-2", "Bharat Hardware", (), "Same name, no GSTIN"),
        ("create", "local", None, "guid-3", "Chennai Traders", named, "new in the connected system"),
        ("update", "local", "customer-0000004", "guid-4", "D'Souza & Co.", phone, "changed there"),
        ("update", "remote", "customer-0000005", "guid-5", "Anand Electricals 5", phone, "changed here"),
        ("delete", "remote", "customer-0000006", "guid-6", "Bharat Hardware 6", (), "deleted here"),
    )
    names = ("action", "side", "local_id", "remote_id", "label", "fields", "reason")
    items = tuple(
        v.PlanItemView(id=at, entity_type="customer", **dict(zip(names, each, strict=True)))
        for at, each in enumerate(given)
    )
    local = {"create": 1204, "update": 1, "delete": 0, "link": 12, "conflict": 1}
    return v.PlanView(log_id, {"local": local, "remote": {"update": 1, "delete": 1}}, items)
