"""Tally and SAP Business One on one hub: what is entered or changed at one place is so at all of them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from app.connectors.sap.template import HUB_KEY
from app.simulator import CompanySpec, SimulatedTally
from tests.simulators.sap import SimulatedSap
from tests.sync.office_sap import Branch
from tests.sync.tally_desk import COMPANY

pytestmark = pytest.mark.database("sqlite")


@pytest.fixture
def hub_key() -> str | None:
    """The field for our id in SAP."""
    return HUB_KEY


@pytest.fixture
def branch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hub_key: str | None) -> Iterator[Branch]:
    """A trader with a few customers and items in Tally, whose head office has some of the same, and others, in SAP."""
    monkeypatch.setenv("SALESMATE_SYNC_LOCKS", str(tmp_path / "locks"))
    company = CompanySpec(name=COMPANY, customers=0, items=0, vouchers=0, creditors=0, seed=5)
    with SimulatedTally([company], sleep=lambda _seconds: None) as tally, SimulatedSap() as sap:
        _furnish(tally, sap)
        branch = Branch(tmp_path, tally, sap, hub_key)
        yield branch
        branch.close()


def _furnish(tally: SimulatedTally, sap: SimulatedSap) -> None:
    books = tally.control
    for name, phone in (("Acme Traders", "020 1"), ("Birla Stores", "020 2")):
        books.add_customer(COMPANY, name, phone=phone, state="Maharashtra")
    for name, price in (("Rope 12 mm", "50"), ("Pulley", "400")):
        books.add_item(COMPANY, name, price=price)
    books.edit_item(COMPANY, "Rope 12 mm", part_no="R-12")
    for kind in ("Sales", "Sales Order"):  # else Tally's number of a document is its own
        books.set_numbering(COMPANY, kind, "Manual")
    order = [("Rope 12 mm", "3", "50"), ("Pulley", "1", "400")]
    books.add_invoice(COMPANY, "Acme Traders", "2026-08-01", order, voucher_type="Sales Order", number="SO-1")
    books.add_invoice(COMPANY, "Acme Traders", "2026-08-02", [("Pulley", "2", "400")], number="1")
    sap.clock.advance(-86_400)
    sap.add("BusinessPartners", CardCode="C1", CardName="Acme Traders", Website="acme.example.in")
    desai = sap.add(
        "BusinessPartners",
        CardCode="C2",
        CardName="Desai Mills",
        Phone1="020 4",
        BPAddresses=[{"AddressName": "Mill", "AddressType": "bo_BillTo", "Street": "4 Mill Road", "State": "MH"}],
        ContactEmployees=[{"Name": "Asha Rao", "FirstName": "Asha", "LastName": "Rao"}],
    )
    sap.add("Items", ItemCode="R-12", ItemName="Rope 12 mm", ItemPrices=[{"PriceList": 1, "Price": 55}])
    sap.add("SalesOpportunities", CardCode=desai, OpportunityName="New mill", MaxLocalTotal=90_000)
    lines = [_line("R-12", 10, 55)]
    sap.add("Orders", CardCode=desai, DocDate="2026-08-03", DocDueDate="2026-09-03", DocumentLines=lines)
    sap.clock.advance(86_400)


def _line(item: str, quantity: int, price: float) -> dict[str, object]:
    """Exempt: of SAP's taxes nothing but the sum is known, and an Indian voucher wants them by name."""
    return {"ItemCode": item, "Quantity": quantity, "UnitPrice": price, "TaxCode": "GST0"}


def _first_sync(branch: Branch) -> None:
    branch.sync()
    (question,) = branch.open_questions()
    assert (question.kind, question.entity_type, question.label) == ("match", "customer", "Acme Traders")
    branch.services.conflicts.resolve(question.id, "link")
    assert branch.settle() == []
    _agreed(branch)


def _agreed(branch: Branch) -> None:
    assert (branch.errors(), branch.open_questions(), branch.differences()) == ([], [], [])


def test_what_is_entered_or_changed_anywhere_is_so_everywhere(branch: Branch) -> None:
    _first_sync(branch)
    assert branch.quiet() == []
    # One customer at all three places; names, products, persons and opportunities.
    books, sap = branch.tally.control, branch.sap
    acme = branch.in_sap("customer", "Acme Traders")["CardCode"]
    pulley = branch.in_sap("product", "Pulley")["ItemCode"]
    books.edit_customer(COMPANY, "Acme Traders", phone="020 99")
    sap.change("BusinessPartners", acme, FreeText="ask for Tom", CreditLimit=50_000)
    branch.change("customer", "Acme Traders", pincode="411001", city="Pune")
    sap.change("BusinessPartners", "C2", CardName="Desai Mills Ltd", BPAddresses=[{"RowNum": 0, "City": "Nashik"}])
    sap.change("Items", pulley, ForeignName="cast iron", ItemPrices=[{"PriceList": 1, "Price": 420}])
    person = {"last_name": "Shah", "first_name": "Tom", "customer": branch.called("customer", "Acme Traders")["id"]}
    branch.records.create("contact", person, "user")
    branch.change("deal", "New mill", amount="95000")
    # An order made in SAP, an invoice made in Tally and paid there, one made and paid in SAP; Tally's order is changed in SAP.
    ordered = sap.add(
        "Orders", CardCode=acme, DocDate="2026-08-05", DocDueDate="2026-08-20", DocumentLines=[_line("R-12", 4, 52)]
    )
    mine = branch.in_sap("order", "SO-1")["DocEntry"]
    sap.change("Orders", mine, Comments="urgent")
    sold = [("Rope 12 mm", "7", "51.25"), ("Pulley", "1", "399.99")]
    books.add_invoice(COMPANY, "Birla Stores", "2026-08-09", sold, narration="by hand", number="2")
    (bill,) = (one for one in branch.books.invoices() if one.number == "1")
    books.add_receipt(COMPANY, "Acme Traders", "2026-08-11", "500", against=bill.allocations[0].reference)
    made = sap.add(
        "Invoices", CardCode="C2", DocDate="2026-08-10", DocDueDate="2026-08-31", DocumentLines=[_line("R-12", 2, 55)]
    )
    paid = [{"DocEntry": made, "InvoiceType": "it_Invoice", "SumApplied": 60}]
    bank = {"TransferAccount": "_SYS00000000010", "TransferSum": 60, "TransferDate": "2026-08-12"}
    sap.add("IncomingPayments", CardCode="C2", DocDate="2026-08-12", PaymentInvoices=paid, **bank)
    assert branch.settle() == []
    _agreed(branch)
    assert branch.quiet() == []
    there = branch.called("customer", "Acme Traders")
    assert (there["phone"], there["website"], there["notes"], there["city"], there["credit_limit"]) == (
        "020 99", "acme.example.in", "ask for Tom", "Pune", "50000.00",
    )  # fmt: skip
    assert [row["E_Mail"] for row in branch.sap_rows("contact").values()] == [None, None]
    (order,) = (one for one in branch.books.orders() if one.customer == "Acme Traders" and one.number != "SO-1")
    assert (order.total, order.number) == (Decimal(208), str(sap.one("Orders", ordered)["DocNum"]))
    assert branch.in_sap("invoice", "1")["PaidToDate"] == 500
    mill = branch.books.customer("Desai Mills Ltd")
    (receipt,) = (one for one in branch.books.receipts() if one.customer == mill.name)
    assert (receipt.amount, [one.amount for one in receipt.allocations]) == (Decimal(60), [Decimal(60)])
    # A field changed at two places at once is asked about; what is deleted goes everywhere, as each system can.
    books.edit_customer(COMPANY, "Birla Stores", phone="020 77")
    birla = branch.in_sap("customer", "Birla Stores")["CardCode"]
    sap.change("BusinessPartners", birla, Phone1="020 88")
    (payment,) = (row["DocEntry"] for row in branch.sap_rows("payment").values() if row["TransferSum"] == 500)
    sap.change("IncomingPayments", payment, Remarks="by cheque")
    sap.change("Orders", ordered, DocumentLines=[{"LineNum": 0, "Quantity": 6}])
    books.delete_voucher(COMPANY, receipt.master_id)
    books.delete_voucher(COMPANY, next(one.master_id for one in branch.books.invoices() if one.number == "2"))
    branch.settle()
    (question,) = branch.open_questions()
    assert (question.kind, [one["name"] for one in question.fields]) == ("fields", ["phone"])
    branch.services.conflicts.resolve(question.id, "remote")
    assert branch.settle() == []
    _agreed(branch)
    assert branch.quiet() == []
    assert branch.books.customer("Birla Stores").phone == "020 88"
    assert sap.one("Orders", ordered)["DocTotal"] == 312
    assert branch.called("payment", "1")["narration"] == "by cheque"
    # What is gone in Tally is cancelled in SAP, by another document where it is booked; a customer is frozen.
    assert sap.one("Invoices", made)["PaidToDate"] == 0
    taken_back = [row["CancelStatus"] for row in sap.rows("Invoices") if row["NumAtCard"] == "2"]
    assert sorted(taken_back) == ["csCancellation", "csYes"]
    branch.records.delete("customer", branch.called("customer", "Birla Stores")["id"], "user")
    assert branch.settle() == []
    _agreed(branch)
    assert sap.one("BusinessPartners", birla)["Frozen"] == "tYES"
    assert branch.quiet() == []


@pytest.mark.parametrize("hub_key", [None], ids=["no_field"])
def test_without_a_field_for_our_id_documents_keep_their_number_here(branch: Branch) -> None:
    branch.sync()
    for question in branch.open_questions():
        branch.services.conflicts.resolve(question.id, "link")
    assert branch.settle() == []
    ours = next(row for row in branch.sap.rows("Invoices") if row["NumAtCard"] == "1")
    branch.sap.change("Invoices", ours["DocEntry"], Comments="seen")
    assert branch.settle() == []
    assert (branch.errors(), branch.open_questions()) == ([], [])
    assert [(one.number, one.reference, one.narration) for one in branch.books.invoices()] == [("1", "", "seen")]
    assert {one.number for one in branch.books.orders()} == {"1001", "SO-1"}  # the first was made in SAP
    assert branch.called("product", "Pulley")["sku"] is None  # it was made under a code of ours
    assert branch.quiet() == []


def test_killed_anywhere_it_comes_to_the_same_end(branch: Branch) -> None:
    """Each sync is a process of its own; people go on in between."""
    _first_sync(branch)
    books, sap = branch.tally.control, branch.sap
    pulley, killed = branch.in_sap("product", "Pulley")["ItemCode"], []
    for number, (name, at) in enumerate((("sap", 14), ("sap", 45))):
        books.add_customer(COMPANY, f"Walk-in {number}", phone=f"020 5{number}", state="Maharashtra")
        lead = sap.add("BusinessPartners", CardCode=f"L{number}", CardName=f"Lead {number}")
        lines = [_line(pulley, number + 1, 400)]
        sap.add("Invoices", CardCode=lead, DocDate="2026-08-09", DocDueDate="2026-08-09", DocumentLines=lines)
        sap.add("SalesOpportunities", CardCode=lead, OpportunityName=f"Deal {number}", MaxLocalTotal=10)
        books.add_invoice(COMPANY, f"Walk-in {number}", "2026-08-09", [("Rope 12 mm", "2", "50")], number=f"W-{number}")
        books.add_receipt(COMPANY, f"Walk-in {number}", "2026-08-10", "70")
        branch.change("customer", "Acme Traders", notes=f"note {number}")
        person = {"last_name": f"No. {number}", "customer": branch.called("customer", "Acme Traders")["id"]}
        branch.records.create("contact", person, "user")
        killed.append(branch.sync_and_die(name, at))
    assert branch.settle() == []
    _agreed(branch)
    assert branch.quiet() == []
    assert all(killed)
