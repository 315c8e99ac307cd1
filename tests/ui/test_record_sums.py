"""What follows from a document's lines while they are typed: exact sums, and nothing that nobody changed."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.entities import ENTITIES
from app.simulator import CompanySpec, SimulatedTally
from app.ui.records import lines_sums as sums
from app.ui.records.lines import Document
from tests.sync.tally_desk import COMPANY, DAY, again, change, hub, narration, open_rig, rows, settled
from tests.sync.tally_rig import TallyRig

SERVICES = "Demo Services"
INVOICE = ENTITIES["invoice"]


def line(quantity: str, rate: str, gst: str | None = "18", **more: Any) -> dict[str, Any]:
    return {"quantity": quantity, "rate": rate, "gst_rate": gst, "amount": None, **more}


def typed(lines: list[dict[str, Any]], taxes: tuple[tuple[str, str | None], ...] = ()) -> Document:
    """A new invoice, cell by cell."""
    made = Document(INVOICE, {})
    for at, each in enumerate(lines):
        made.add("lines")
        for name, value in each.items():
            made.set("lines", at, name, value)
    for at, (name, rate) in enumerate(taxes):
        made.add("taxes")
        made.set("taxes", at, "name", name)
        made.set("taxes", at, "rate", rate)
    return made


def amounts(made: Document, group: str) -> list[Any]:
    return [row["amount"] for row in made.rows(group)]


# --- what follows from what -----------------------------------------------------------------------------------------


def test_a_new_invoice_adds_up_while_it_is_typed():
    lines = [line("12", "₹ 1,000.00", discount_percent="5"), line("3", "33.335", "12")]
    made = typed(lines, (("Output CGST", None), ("Output SGST", None)))
    assert amounts(made, "lines") == ["11400.00", "100.01"]
    assert amounts(made, "taxes") == ["1032.00", "1032.00"]  # 1026.00 + 6.0006
    made.round_to_rupees()
    assert made.totals() == {"subtotal": "11500.01", "tax_total": "2064.00", "round_off": "-0.01", "total": "13564.00"}
    made.set_round_off("0.49")
    assert made.totals()["total"] == "13564.50"


@pytest.mark.parametrize(
    ("tax", "rate", "amount"),
    [
        ("CGST", "9", "90.00"),  # half of the 18 % lines
        ("Output SGST 6%", None, "12.00"),
        ("IGST", "18", "180.00"),
        ("GST 12", "12", "24.00"),
        ("IGST", None, "204.00"),
        ("UTGST", None, "102.00"),
        ("Cess", "1", None),  # no line has such a rate: nobody can tell
        ("Freight", None, None),
    ],
)
def test_a_tax_is_taken_of_the_lines_that_it_applies_to(tax, rate, amount):
    made = typed([line("10", "100"), line("2", "100", "12"), line("1", "50", None)], ((tax, rate),))
    assert made.rows("taxes")[0].get("amount") == amount


def test_a_tax_with_a_rate_is_taken_of_all_lines_where_none_has_a_gst_rate():
    assert amounts(typed([line("10", "100", None)], (("Service tax", "12.5"),)), "taxes") == ["125.00"]


def test_an_amount_that_was_typed_stays_until_it_is_cleared():
    made = typed([line("2", "100")], (("IGST", "18"),))
    made.set("lines", 0, "amount", "150")
    made.set("lines", 0, "quantity", "3")
    made.set("taxes", 0, "amount", "30.00")
    made.set("lines", 0, "rate", "90")
    assert (amounts(made, "lines"), amounts(made, "taxes")) == (["150.00"], ["30.00"])
    made.set("lines", 0, "amount", None)
    made.set("taxes", 0, "amount", None)
    assert (amounts(made, "lines"), amounts(made, "taxes")) == (["270.00"], ["48.60"])


def test_a_product_brings_what_is_its_own():
    made = typed([{"quantity": "4"}])
    product = {"id": "p", "name": "LED Bulb", "unit": "Nos", "hsn_code": "8539", "gst_rate": "12", "rate": "80.00"}
    made.choose("lines", 0, "product", product)
    assert made.rows("lines") == [
        {"quantity": "4", "product": {"id": "p", "label": "LED Bulb"}, "unit": "Nos", "hsn_code": "8539",
         "gst_rate": "12", "rate": "80.00", "amount": "320.00"}
    ]  # fmt: skip
    made.set("lines", 0, "rate", "75")
    made.choose("lines", 0, "product", {**product, "id": "q", "gst_rate": "18"})
    assert (made.rows("lines")[0]["rate"], made.rows("lines")[0]["gst_rate"]) == ("75", "18")


def test_an_invoice_brings_what_is_due_as_far_as_the_payment_reaches():
    made = Document(ENTITIES["payment"], {})
    for at, due in enumerate(("700.00", "500.00")):
        made.add("allocations")
        made.choose("allocations", at, "invoice", {"id": str(at), "number": f"I{at}", "balance_due": due}, "1000")
    assert [(row["kind"], row["amount"]) for row in made.rows("allocations")] == [
        ("against", "700.00"), ("against", "300.00"),
    ]  # fmt: skip
    assert made.unallocated("1000") == 0


def test_lines_are_removed_brought_back_and_moved():
    made = typed([line("1", "1"), line("2", "2"), line("3", "3")])
    made.remove("lines", 0)
    assert made.totals()["subtotal"] == "13.00"
    made.move("lines", 0, 1)
    assert amounts(made, "lines") == ["9.00", "4.00"]
    assert made.bring_back("lines") == 0
    assert amounts(made, "lines") == ["1.00", "9.00", "4.00"]
    assert made.bring_back("lines") is None


def test_what_a_total_has_besides_its_lines_stays_in_it():
    there = {
        "lines": [{"line_no": 1, **line("1", "100"), "amount": "100.00"}], "taxes": [], "round_off": None,
        "subtotal": "100.00", "tax_total": "0.00", "total": "140.00",
    }  # fmt: skip
    made = Document(INVOICE, there)
    assert made.besides == "40.00"
    made.set("lines", 0, "quantity", "2")
    assert made.changes()["total"] == "240.00"
    made.set("lines", 0, "quantity", "1")
    assert made.changes() == {}


def test_what_two_have_changed_is_brought_together():
    before = [{"line_no": at, **line(str(at), "10"), "amount": f"{at}0.00"} for at in (1, 2, 3, 4)]
    made = Document(INVOICE, {"lines": deepcopy(before)})
    made.set("lines", 0, "quantity", "7")
    made.remove("lines", 3)
    made.remove("lines", 2)
    made.add("lines")
    made.set("lines", 2, "amount", "5")
    now = deepcopy(before)
    now[0]["rate"], now[2]["description"] = "11.00", "changed there"
    assert made.load_again({"lines": now}) == ["lines"]
    found = [(row.get("line_no"), row.get("quantity"), row["amount"]) for row in made.rows("lines")]
    # Mine on theirs; untouched; removed here but changed there; removed here; new here.
    assert found == [(1, "7", "77.00"), (2, "2", "20.00"), (3, "3", "30.00"), (None, None, "5.00")]


# --- sums ------------------------------------------------------------------------------------------------------------

MONEY = st.decimals(min_value="0", max_value="9999999", places=2).map(str)
LINES = st.lists(
    st.fixed_dictionaries({
        "quantity": st.decimals(min_value="0", max_value="99999", places=3).map(str), "rate": MONEY,
        "discount_percent": st.sampled_from([None, "0", "2.5", "100"]),
        "gst_rate": st.sampled_from([None, "0", "5", "12", "18", "28"]),
    }),
    max_size=6,
)  # fmt: skip


@given(
    lines=LINES,
    taxes=st.permutations([("CGST", None), ("SGST", "9"), ("IGST 5%", None), ("Cess", "1")]),
    rounding=MONEY,
)
def test_sums_add_up_exactly(lines, taxes, rounding):
    made = typed(lines, tuple(taxes))
    made.set_round_off(rounding)
    found = {name: Decimal(value or 0) for name, value in made.totals().items()}
    assert found["subtotal"] == sum(Decimal(row.get("amount") or 0) for row in made.rows("lines"))
    assert found["tax_total"] == sum(Decimal(row.get("amount") or 0) for row in made.rows("taxes"))
    assert found["total"] == found["subtotal"] + found["tax_total"] + found["round_off"]
    made.round_to_rupees()
    assert Decimal(made.totals()["total"]) % 1 == 0


@given(text=st.text(max_size=12) | st.sampled_from(["1e999999999", "NaN", "-Infinity", "9" * 60, "१२", "1.2.3", "--1"]))
def test_what_is_no_number_is_left_for_the_services_to_refuse(text):
    made = typed([line("2", "100")], (("IGST", "18"),))
    for name in ("quantity", "gst_rate", "discount_percent", "amount"):
        made.set("lines", 0, name, text)
    made.set_round_off(text)
    made.totals()
    assert made.rows("lines")[0]["quantity"] == sums.cleaned(text)


# --- the demo's books -----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def books() -> Iterator[SimulatedTally]:
    specs = [
        CompanySpec(COMPANY, customers=12, items=8, vouchers=60, seed=5),
        CompanySpec(SERVICES, customers=6, items=0, vouchers=30, seed=2),
    ]
    with SimulatedTally(specs) as tally:
        for kind in ("Sales", "Sales Order", "Receipt"):
            tally.control.set_numbering(COMPANY, kind, "Manual")
        yield tally


@pytest.fixture
def rig(books: SimulatedTally, tmp_path: Path) -> TallyRig:
    made = open_rig(tmp_path, books)
    assert made.sync().status == "completed"
    return made


def documents(rig: TallyRig) -> list[tuple[str, dict[str, Any]]]:
    return [(entity, record) for entity in ("order", "invoice", "payment") for record in rows(rig, entity)]


@pytest.mark.parametrize("company", [COMPANY, SERVICES])
def test_nothing_changes_where_nothing_is_typed(books, tmp_path, company):
    rig = open_rig(tmp_path, books, company)
    assert rig.sync().status == "completed"
    for entity, record in documents(rig):
        made = Document(ENTITIES[entity], deepcopy(record))
        made.compute()
        assert made.changes() == {}
        assert made.besides == ""
        for group, lines in made.groups.items():
            for at, each in enumerate(lines):
                for name, value in list(each.values.items()):
                    if name != "line_no":
                        made.set(group, at, name, value)
        assert made.changes() == {}
        taxes = made.groups.get("taxes", [])
        if not made.groups.get("lines") or not taxes:
            continue
        # Twice as much of everything: every tax follows, and there and back again is as it was.
        for line_ in made.groups["lines"]:
            line_.values["amount"], line_.typed = sums.written(2 * Decimal(line_.values["amount"])), True
        made.compute()
        for tax in taxes:
            twice = 2 * Decimal(tax.given["amount"])
            assert abs(Decimal(tax.values["amount"]) - twice) <= Decimal("0.01") * (1 + len(made.groups["lines"]))
        for line_ in made.groups["lines"]:
            line_.typed = False
        made.compute()
        assert made.changes() == {}


def test_an_edited_line_reaches_tally_and_comes_back_the_same(rig, books):
    invoice = next(
        one for one in rows(rig, "invoice")
        if one["status"] == "posted" and len(one["lines"]) > 1 and len(one["taxes"]) > 1 and one["lines"][0]["product"]
        and one["balance_due"] == one["total"]
    )  # fmt: skip
    made = Document(INVOICE, invoice)
    made.set("lines", 0, "quantity", "7")
    made.set("lines", 0, "discount_percent", "2.5")
    sold = {line_["product"]["id"] for line_ in invoice["lines"] if line_["product"]}
    product = next(one for one in rows(rig, "product") if one["id"] not in sold)
    at = made.add("lines")
    made.choose("lines", at, "product", product)
    made.set("lines", at, "quantity", "3")
    made.set("lines", at, "rate", "41.50")
    made.remove("lines", 1)
    made.round_to_rupees()
    change(rig, "invoice", invoice, **made.changes())
    assert rig.sync(sync_type="incremental").status == "completed"
    wanted = again(rig, "invoice", invoice)
    key = (invoice["number"], invoice["date"])
    (voucher,) = [one for one in books.books(COMPANY).invoices() if (one.number, str(one.date)) == key]
    assert Decimal(voucher.total) == Decimal(wanted["total"]) == Decimal(made.totals()["total"])
    assert Decimal(wanted["total"]) % 1 == 0
    assert [Decimal(one.quantity) for one in voucher.lines][-1] == 3
    assert narration(voucher) == invoice["narration"]
    settled(rig, books)
    rig.sync(sync_type="full")
    same = ("lines", "taxes", "subtotal", "tax_total", "round_off", "total")
    assert {name: again(rig, "invoice", invoice)[name] for name in same} == {name: wanted[name] for name in same}


def test_a_new_invoice_and_its_payment_reach_tally_and_come_back_the_same(rig, books):
    buyer = next(one for one in rows(rig, "customer") if one["state"] == "Maharashtra")
    product = next(one for one in rows(rig, "product") if one["unit"] == "Nos")
    made = Document(INVOICE, {})
    made.choose("lines", made.add("lines"), "product", product)
    made.set("lines", 0, "quantity", "3")
    made.set("lines", 0, "rate", "333.33")
    made.set("lines", 0, "gst_rate", "18")
    for at, name in enumerate(("Output CGST", "Output SGST")):
        made.add("taxes")
        made.set("taxes", at, "name", name)
    made.round_to_rupees()
    head = {"number": "SM-77", "date": DAY, "customer": {"id": buyer["id"]}, "status": "posted"}
    invoice = hub(rig).create("invoice", {**head, **made.changes()}, "user")
    assert [invoice[name] for name in ("subtotal", "tax_total", "round_off", "total")] == [
        "999.99", "180.00", "0.01", "1180.00",
    ]  # fmt: skip
    assert rig.sync(sync_type="incremental").status == "completed"
    paid = Document(ENTITIES["payment"], {})
    (found,) = [
        one for one in hub(rig).page("invoice", refers_to={"customer": buyer["id"]}) if one["id"] == invoice["id"]
    ]
    paid.choose("allocations", paid.add("allocations"), "invoice", found, "1000")
    values = {"number": "SM-R77", "date": DAY, "customer": {"id": buyer["id"]}, "amount": "1000", "status": "posted"}
    payment = hub(rig).create("payment", {**values, **paid.changes()}, "user")
    assert rig.sync(sync_type="incremental").status == "completed"
    settled(rig, books)
    (receipt,) = [one for one in books.books(COMPANY).receipts() if one.number == "SM-R77"]
    assert [(one.kind, one.amount) for one in receipt.allocations] == [("Agst Ref", 1000)]
    rig.sync(sync_type="full")
    assert again(rig, "invoice", invoice)["balance_due"] == "180.00"
    for entity, record in (("invoice", invoice), ("payment", payment)):
        assert Document(ENTITIES[entity], again(rig, entity, record)).changes() == {}
        group = "lines" if entity == "invoice" else "allocations"
        assert again(rig, entity, record)[group][0]["amount"] == record[group][0]["amount"]
