"""Is the hub what the books say, to the paisa? Compares every record of a company with the simulated Tally's truth."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import Any

from app.connectors.tally.vouchers import split_marker
from app.db.merge import MergeStore
from app.db.shapes import HubRow
from app.model.entities import ENTITIES
from app.simulator.truth import Books
from tests.sync.tally_rig import TallyRig


def by_remote_id(rig: TallyRig, entity: str) -> dict[int, HubRow]:
    """Living hub records of one entity by the id of the Tally object they are linked to."""
    with rig.db.read() as conn:
        links = conn.exec_driver_sql(
            "SELECT remote_id, local_entity_id FROM erp_entity_sync_records"
            f" WHERE entity_type = '{entity}' AND remote_deleted_at IS NULL"
        ).fetchall()
        rows = MergeStore(rig.db.dialect).hub_rows(conn, entity, [row[1] for row in links])
        living = conn.exec_driver_sql(
            f"SELECT count(*) FROM {ENTITIES[entity].table} WHERE deleted_at IS NULL"
        ).scalar_one()
    assert len({row[1] for row in links}) == len(links), f"a hub {entity} is linked twice"
    assert living == len(links), f"{living} living records, {len(links)} links: one is doubled or was left behind"
    return {int(remote_id): rows[local_id] for remote_id, local_id in links}


def number(value: Any) -> Decimal | None:
    return None if value is None else Decimal(value)


def narration(text: str | None) -> str | None:
    """Without our key at its end; a blank one is none."""
    own = split_marker(text)[0]
    return own if own and own.strip() else None


def differences(rig: TallyRig, books: Books) -> list[str]:
    """Every difference between hub and books in words; an empty list is what it should be."""
    found: list[str] = []
    hub = {entity: by_remote_id(rig, entity) for entity in ("customer", "product", "order", "invoice", "payment")}
    names = {row.id: str(row.values["business_name"]) for row in hub["customer"].values()}
    items = {row.id: str(row.values["name"]) for row in hub["product"].values()}
    invoices = {row.id: str(row.values["number"]) for row in hub["invoice"].values()}

    def same(what: str, ours: Any, theirs: Any) -> None:
        if (ours or None) != (theirs or None) and not (ours is not None and theirs is not None and ours == theirs):
            found.append(f"{what}: hub {ours!r}, books {theirs!r}")

    def missing(entity: str, wanted: set[int]) -> None:
        if set(hub[entity]) != wanted:
            found.append(
                f"{entity}: only in books {wanted - set(hub[entity])}, only in hub {set(hub[entity]) - wanted}"
            )

    customers = {one.master_id: one for one in books.customers()}
    missing("customer", set(customers))
    for mid, one in customers.items():
        if (row := hub["customer"].get(mid)) is None:
            continue
        values, label = row.values, f"customer {one.name}"
        for field, theirs in (
            ("business_name", one.name), ("customer_group", one.group), ("email", one.email), ("phone", one.phone),
            ("mobile", one.mobile), ("website", one.website), ("contact_person", one.contact_person), ("gstin", one.gstin),
            ("gst_registration_type", one.gst_registration_type), ("pan", one.pan), ("state", one.state),
            ("pincode", one.pincode), ("country", one.country), ("address", "\n".join(one.address)), ("notes", one.narration),
        ):  # fmt: skip
            same(f"{label}.{field}", values[field], theirs)
        for field, amount in (
            ("credit_limit", one.credit_limit), ("opening_balance", one.opening_balance), ("closing_balance", one.closing_balance),
        ):  # fmt: skip
            # Empty is not zero: None and 0 are told apart here.
            if number(values[field]) != amount:
                found.append(f"{label}.{field}: hub {values[field]!r}, books {amount!r}")
    products = {one.master_id: one for one in books.items()}
    missing("product", set(products))
    for mid, item in products.items():
        if (row := hub["product"].get(mid)) is None:
            continue
        values, label = row.values, f"product {item.name}"
        for field, theirs in (
            ("name", item.name), ("sku", item.part_no), ("description", item.description), ("category", item.group),
            ("hsn_code", item.hsn_code), ("taxability", item.taxability),
        ):  # fmt: skip
            same(f"{label}.{field}", values[field], theirs)
        for field, amount in (
            # Tally shows an opening quantity of zero as nothing at all.
            ("opening_quantity", item.opening_quantity or None), ("closing_quantity", item.closing_quantity),
            ("closing_value", item.closing_value),
        ):  # fmt: skip
            if number(values[field]) != amount:
                found.append(f"{label}.{field}: hub {values[field]!r}, books {amount!r}")
    for entity, documents in (("order", books.orders()), ("invoice", books.invoices())):
        truth = {one.master_id: one for one in documents}
        missing(entity, set(truth))
        for mid, doc in truth.items():
            if (row := hub[entity].get(mid)) is None:
                continue
            values, label = row.values, f"{entity} {doc.number} ({mid})"
            same(f"{label}.number", values["number"], doc.number)
            same(f"{label}.date", values["date"], doc.date.isoformat())
            same(f"{label}.status", values["status"], doc.status)
            same(f"{label}.customer", names.get(values["customer"]), doc.customer)
            if doc.customer is None:
                same(f"{label}.party", row.custom.get("party"), doc.party)
            same(f"{label}.narration", values["narration"], narration(doc.narration))
            same(f"{label}.reference", values["reference"], doc.reference)
            if entity == "order":
                same(f"{label}.due_date", values["due_date"], doc.due_date.isoformat() if doc.due_date else None)
            if doc.status != "cancelled":
                for field, amount in (
                    ("total", doc.total), ("round_off", doc.round_off), ("tax_total", doc.tax_total),
                ):  # fmt: skip
                    if (number(values[field]) or Decimal(0)) != amount:
                        found.append(f"{label}.{field}: hub {values[field]!r}, books {amount!r}")
                ours = Counter((items.get(line["product"]), number(line["amount"])) for line in values["lines"])
                theirs_lines = Counter((line.product, line.amount) for line in doc.lines)
                theirs_lines += Counter((None, charge.amount) for charge in doc.charges)
                if ours != theirs_lines:
                    found.append(f"{label}.lines: hub {dict(ours)}, books {dict(theirs_lines)}")
                taxes = Counter((tax["name"], number(tax["amount"])) for tax in values["taxes"])
                if taxes != Counter((tax.ledger, tax.amount) for tax in doc.taxes):
                    found.append(f"{label}.taxes: hub {dict(taxes)}, books {doc.taxes}")
                quantities = Counter(number(line["quantity"]) for line in values["lines"] if line["product"])
                if quantities != Counter(line.quantity for line in doc.lines if line.product):
                    found.append(f"{label}.quantities: hub {dict(quantities)}")
    receipts = {one.master_id: one for one in books.receipts()}
    missing("payment", set(receipts))
    for mid, receipt in receipts.items():
        if (row := hub["payment"].get(mid)) is None:
            continue
        values, label = row.values, f"payment {receipt.number} ({mid})"
        same(f"{label}.status", values["status"], receipt.status)
        same(f"{label}.date", values["date"], receipt.date.isoformat())
        same(f"{label}.customer", names.get(values["customer"]), receipt.customer)
        same(f"{label}.narration", values["narration"], narration(receipt.narration))
        same(f"{label}.mode", values["mode"], receipt.mode)
        if receipt.status == "cancelled":
            continue
        same(f"{label}.account", values["account"], receipt.account)
        same(f"{label}.instrument", values["instrument_number"], receipt.instrument_number)
        if number(values["amount"]) != receipt.amount:
            found.append(f"{label}.amount: hub {values['amount']!r}, books {receipt.amount!r}")
        mine = Counter(
            (one["reference"] or invoices.get(one["invoice"]), number(one["amount"])) for one in values["allocations"]
        )
        if {amount for _, amount in mine} != {one.amount for one in receipt.allocations}:
            found.append(f"{label}.allocations: hub {dict(mine)}, books {receipt.allocations}")
    return found
