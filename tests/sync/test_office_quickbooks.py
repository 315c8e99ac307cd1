"""Tally, Zoho and QuickBooks on one hub: what is entered or changed at one place is so at all of them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from app.simulator import CompanySpec, SimulatedTally
from tests.simulators.quickbooks import SimulatedQuickbooks
from tests.simulators.zoho import SimulatedZoho
from tests.sync.office_quickbooks import Group
from tests.sync.tally_desk import COMPANY

pytestmark = pytest.mark.database("sqlite")


@pytest.fixture
def group(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Group]:
    """An office with a few customers and items in Tally; Zoho and the company abroad have some of the same, and others."""
    monkeypatch.setenv("SALESMATE_SYNC_LOCKS", str(tmp_path / "locks"))
    company = CompanySpec(name=COMPANY, customers=0, items=0, vouchers=0, creditors=0, seed=5)
    with (
        SimulatedTally([company], sleep=lambda _seconds: None) as tally,
        SimulatedZoho() as zoho,
        SimulatedQuickbooks(country="GB", limits=False, clock=zoho.clock) as quickbooks,
    ):
        _furnish(tally, zoho, quickbooks)
        group = Group(tmp_path, tally, zoho, quickbooks)
        yield group
        group.close()
        assert not zoho.violations
        assert not quickbooks.violations


def _furnish(tally: SimulatedTally, zoho: SimulatedZoho, quickbooks: SimulatedQuickbooks) -> None:
    books = tally.control
    for name, phone in (("Acme Traders", "020 1"), ("Birla Stores", "020 2")):
        books.add_customer(COMPANY, name, phone=phone, state="Maharashtra")
    for name, price in (("Rope 12 mm", "50"), ("Pulley", "400")):
        books.add_item(COMPANY, name, price=price)
    books.edit_item(COMPANY, "Rope 12 mm", part_no="R-12")
    books.set_numbering(COMPANY, "Sales", "Manual")  # else Tally's number of an invoice is its own
    books.add_invoice(COMPANY, "Acme Traders", "2026-08-02", [("Pulley", "2", "400")], reference="PO 7", number="1")
    zoho.clock.advance(-86_400)
    zoho.add("Accounts", Account_Name="Desai Mills", Phone="020 4", Billing_State="Maharashtra")
    income = {"value": next(row["Id"] for row in quickbooks.rows("Account") if row["AccountType"] == "Income")}
    quickbooks.add("Customer", DisplayName="Acme Traders", WebAddr={"URI": "acme.example.com"})
    baker = quickbooks.add("Customer", DisplayName="Baker & Co", BillAddr={"Line1": "1 High Street", "City": "Leeds"})
    item = {"Type": "NonInventory", "IncomeAccountRef": income}
    rope = quickbooks.add("Item", Name="Rope 12 mm", Sku="R-12", UnitPrice=55, **item)
    quickbooks.add(
        "Invoice", DocNumber="Q-1", TxnDate="2026-08-03", CustomerRef={"value": baker}, Line=[_line(rope, 10, 55)]
    )
    zoho.clock.advance(86_400)


def _line(item: str, quantity: int, price: float) -> dict[str, object]:
    """Without a tax: of QuickBooks' taxes nothing but the sum is known, and an Indian voucher wants them by name."""
    detail = {"ItemRef": {"value": item}, "Qty": quantity, "UnitPrice": price, "TaxCodeRef": {"value": "3"}}
    return {"DetailType": "SalesItemLineDetail", "Amount": quantity * price, "SalesItemLineDetail": detail}


def _first_sync(group: Group) -> None:
    group.sync()
    (question,) = group.open_questions()
    assert (question.kind, question.entity_type, question.label) == ("match", "customer", "Acme Traders")
    group.services.conflicts.resolve(question.id, "link")
    _agreed(group)


def _agreed(group: Group) -> None:
    assert group.rest() == []
    assert (group.errors(), group.open_questions(), group.differences()) == ([], [], [])


def test_what_is_entered_or_changed_anywhere_is_so_everywhere(group: Group) -> None:
    _first_sync(group)
    books, zoho, abroad = group.tally.control, group.zoho, group.quickbooks
    assert {one.name for one in group.books.customers()} == {
        "Acme Traders",
        "Birla Stores",
        "Desai Mills",
        "Baker & Co",
    }
    assert len(abroad.rows("Item")) == 2  # the rope has the same number everywhere
    there = group.in_quickbooks("invoice", "1")
    assert (there["TotalAmt"], there["TxnTaxDetail"]["TotalTax"]) == (944, 144)
    assert there["Line"][0]["SalesItemLineDetail"]["TaxCodeRef"] == {"value": "1"}
    pulley = group.in_quickbooks("product", "Pulley")
    assert pulley["IncomeAccountRef"]["name"] == "Sales of Product Income"
    # One customer at all four places; names, products, and a payment at either end.
    baker = group.in_quickbooks("customer", "Baker & Co")["Id"]
    books.edit_customer(COMPANY, "Acme Traders", phone="020 99")
    zoho.change("Accounts", group.zoho_ids("customer")["Acme Traders"], Website="new.example.com")
    abroad.change("Customer", group.in_quickbooks("customer", "Acme Traders")["Id"], Notes="ask for Tom")
    group.change("customer", "Acme Traders", pincode="411001")
    abroad.change("Customer", baker, DisplayName="Baker & Sons", BillAddr={"Line1": "1 High Street", "City": "York"})
    abroad.change("Item", pulley["Id"], UnitPrice=420, Description="cast iron")
    sold = [("Rope 12 mm", "7", "51.25"), ("Pulley", "1", "399.99")]
    books.add_invoice(COMPANY, "Birla Stores", "2026-08-09", sold, narration="by hand", number="2")
    (bill,) = (one for one in group.books.invoices() if one.number == "1")
    books.add_receipt(COMPANY, "Acme Traders", "2026-08-11", "500", against=bill.allocations[0].reference)
    paid = [
        {"Amount": 300, "LinkedTxn": [{"TxnId": group.in_quickbooks("invoice", "Q-1")["Id"], "TxnType": "Invoice"}]}
    ]
    abroad.add("Payment", CustomerRef={"value": baker}, TotalAmt=300, TxnDate="2026-08-12", Line=paid)
    _agreed(group)
    acme = group.called("customer", "Acme Traders")
    assert (acme["phone"], acme["website"], acme["notes"]) == ("020 99", "new.example.com", "ask for Tom")
    assert group.in_quickbooks("invoice", "2")["TotalAmt"] == 895.32
    assert group.in_quickbooks("invoice", "1")["Balance"] == 444
    (payment,) = (row for row in abroad.rows("Payment") if row["TotalAmt"] == 500)
    assert payment["DepositToAccountRef"]["name"] == "Checking"
    (receipt,) = (one for one in group.books.receipts() if one.customer == "Baker & Sons")
    assert (receipt.amount, [one.amount for one in receipt.allocations]) == (Decimal(300), [Decimal(300)])
    # A field changed at two places at once is asked about; what is deleted goes everywhere, as each system can.
    books.edit_customer(COMPANY, "Birla Stores", phone="020 77")
    abroad.change(
        "Customer", group.in_quickbooks("customer", "Birla Stores")["Id"], PrimaryPhone={"FreeFormNumber": "020 88"}
    )
    books.delete_voucher(COMPANY, receipt.master_id)
    zoho.delete("Accounts", group.zoho_ids("customer")["Desai Mills"])
    group.sync()
    (question,) = group.open_questions()
    assert (question.kind, [one["name"] for one in question.fields]) == ("fields", ["phone"])
    group.services.conflicts.resolve(question.id, "remote")
    _agreed(group)
    assert group.books.customer("Birla Stores").phone == "020 88"
    gone = next(row for row in abroad.rows("Customer") if row["DisplayName"].startswith("Desai"))
    assert gone["Active"] is False
    void = next(row for row in abroad.rows("Payment") if row["TotalAmt"] != 500)
    assert (void["TotalAmt"], void["PrivateNote"]) == (0, "Voided")
    assert group.in_quickbooks("invoice", "Q-1")["Balance"] == 550


def test_killed_anywhere_it_comes_to_the_same_end(group: Group) -> None:
    """Each sync is a process of its own; people go on in between."""
    _first_sync(group)
    books, abroad = group.tally.control, group.quickbooks
    item, killed = group.in_quickbooks("product", "Pulley")["Id"], []
    for number, (name, at) in enumerate((("quickbooks", 6), ("tally", 20), ("quickbooks", 20))):
        books.add_customer(COMPANY, f"Walk-in {number}", phone=f"020 5{number}", state="Maharashtra")
        lead = abroad.add("Customer", DisplayName=f"Lead {number}", BillAddr={"CountrySubDivisionCode": "Maharashtra"})
        of = {"CustomerRef": {"value": lead}, "TxnDate": "2026-08-09", "Line": [_line(item, number + 1, 400)]}
        abroad.add("Invoice", DocNumber=f"K-{number}", **of)
        books.add_invoice(COMPANY, f"Walk-in {number}", "2026-08-09", [("Rope 12 mm", "2", "50")], number=f"W-{number}")
        books.add_receipt(COMPANY, f"Walk-in {number}", "2026-08-10", "70")
        group.change("customer", "Acme Traders", notes=f"note {number}")
        killed.append(group.sync_and_die(name, at))
    _agreed(group)
    assert all(killed)
