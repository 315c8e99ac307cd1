"""Tally and Zoho on one hub, as an office uses them: whoever enters or changes something, all three say the same afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from app.simulator import CompanySpec, SimulatedTally
from tests.simulators.zoho import SimulatedZoho
from tests.sync.office import Office
from tests.sync.tally_desk import COMPANY

pytestmark = pytest.mark.database("sqlite")


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    """A shop with a few customers and items in Tally, and a salesperson in Zoho who has some of the same, and others."""
    monkeypatch.setenv("SALESMATE_SYNC_LOCKS", str(tmp_path / "locks"))
    company = CompanySpec(name=COMPANY, customers=0, items=0, vouchers=0, creditors=0, seed=5)
    with SimulatedTally([company], sleep=lambda _seconds: None) as tally, SimulatedZoho() as zoho:
        _furnish(tally, zoho)
        office = Office(tmp_path, tally, zoho)
        yield office
        office.close()
        assert not zoho.violations


def _furnish(tally: SimulatedTally, zoho: SimulatedZoho) -> None:
    books = tally.control
    for name, phone in (("Acme Traders", "020 1"), ("Birla Stores", "020 2"), ("Chitale & Sons", "020 3")):
        books.add_customer(COMPANY, name, phone=phone, state="Maharashtra")
    for name, price in (("Rope 12 mm", "50"), ("Pulley", "400")):
        books.add_item(COMPANY, name, price=price)
    books.edit_item(COMPANY, "Rope 12 mm", part_no="R-12")
    order = [("Rope 12 mm", "3", "50"), ("Pulley", "1", "400")]
    books.add_invoice(COMPANY, "Acme Traders", "2026-08-01", order, voucher_type="Sales Order", number="SO-1")
    books.add_invoice(COMPANY, "Birla Stores", "2026-08-02", [("Pulley", "2", "400")], reference="PO 7")
    zoho.clock.advance(-86_400)
    zoho.add("Accounts", Account_Name="Acme Traders", Website="acme.example.in")
    desai = zoho.add("Accounts", Account_Name="Desai Mills", Phone="020 4", Billing_State="Maharashtra")
    rope = zoho.add("Products", Product_Name="Rope 12 mm", Product_Code="R-12", Unit_Price=55)
    line = {"Product_Name": {"id": rope}, "Quantity": 10, "List_Price": 55, "Discount": 50}
    zoho.add(
        "Sales_Orders",
        Subject="Z-1",
        Account_Name={"id": desai},
        Status="Approved",
        Ordered_Items=[line],
        Adjustment=0.5,
    )
    zoho.clock.advance(86_400)


def _first_sync(office: Office) -> None:
    office.sync()
    for question in office.open_questions():
        office.services.conflicts.resolve(question.id, "link")
    assert office.settle() == []
    assert office.differences() == []


def test_what_is_the_same_is_linked_and_doubts_are_asked(office: Office) -> None:
    office.sync()
    (question,) = office.open_questions()
    assert (question.kind, question.entity_type, question.label) == ("match", "customer", "Acme Traders")
    assert office.errors() == ["“SO-1” waits: the customer “Acme Traders” is not in the connected system yet."]
    assert len(office.zoho.rows("Products")) == 2  # the rope has the same number in both
    office.services.conflicts.resolve(question.id, "link")
    assert office.settle() == []
    assert office.differences() == []
    assert office.errors() == []
    assert office.called("customer", "Acme Traders")["website"] == "acme.example.in"
    assert {one.name for one in office.books.customers()} == {
        "Acme Traders", "Birla Stores", "Chitale & Sons", "Desai Mills",
    }  # fmt: skip
    (order,) = (one for one in office.books.orders() if one.customer == "Desai Mills")
    assert (order.number, order.total) == ("Z-1", Decimal("500.50"))
    assert office.in_zoho("invoice", "1")["Grand_Total"] == 944
    assert office.quiet() == []


def test_edits_everywhere_meet_and_nothing_comes_back(office: Office) -> None:
    _first_sync(office)
    books, zoho = office.tally.control, office.zoho
    account, product = office.zoho_ids("customer"), office.zoho_ids("product")
    # One customer at all three places, names, and products.
    books.edit_customer(COMPANY, "Acme Traders", phone="020 99")
    zoho.change("Accounts", account["Acme Traders"], Billing_Code="411001")
    office.change("customer", "Acme Traders", notes="pays late")
    books.rename_customer(COMPANY, "Chitale & Sons", "Chitale Bros")
    zoho.change("Accounts", account["Desai Mills"], Account_Name="Desai Mills Ltd", Website="desai.example.in")
    zoho.change("Products", product["Pulley"], Unit_Price=420, Description="cast iron")
    # An order made in Zoho and an invoice made in Tally; another order that is changed there.
    line = {"Product_Name": {"id": product["Pulley"]}, "Quantity": 4, "List_Price": 420}
    birla = {"id": account["Birla Stores"]}
    made = zoho.add("Sales_Orders", Subject="Z-2", Account_Name=birla, Status="Created", Ordered_Items=[line])
    zoho.change("Sales_Orders", office.in_zoho("order", "SO-1")["id"], Description="urgent")
    sold = [("Rope 12 mm", "7", "51.25"), ("Pulley", "1", "399.99")]
    invoice = books.add_invoice(COMPANY, "Chitale Bros", "2026-08-09", sold, narration="by hand")
    assert office.settle() == []
    assert (office.errors(), office.open_questions(), office.differences()) == ([], [], [])
    assert office.quiet() == []
    acme = office.called("customer", "Acme Traders")
    assert (acme["phone"], acme["pincode"], acme["notes"]) == ("020 99", "411001", "pays late")
    order = next(one for one in office.books.orders() if one.number == "Z-2")
    assert (order.customer, order.total) == ("Birla Stores", Decimal(1680))
    there = office.in_zoho("invoice", "2")
    assert (there["Account_Name"]["name"], there["Grand_Total"]) == ("Chitale Bros", 895.32)
    # The documents are changed where they came from, and one customer at two places at once.
    item = office.in_zoho("order", "Z-2")["Ordered_Items"][0]["id"]
    zoho.change("Sales_Orders", made, Ordered_Items=[{"id": item, "Quantity": 5}])
    books.edit_voucher(COMPANY, invoice, scale=2, narration="twice")
    books.edit_customer(COMPANY, "Birla Stores", phone="020 77")
    zoho.change("Accounts", account["Birla Stores"], Phone="020 88")
    office.settle()
    (question,) = office.open_questions()
    assert (question.kind, [one["name"] for one in question.fields]) == ("fields", ["phone"])
    office.services.conflicts.resolve(question.id, "remote")
    assert office.settle() == []
    assert (office.errors(), office.open_questions(), office.differences()) == ([], [], [])
    assert office.quiet() == []
    assert office.books.customer("Birla Stores").phone == "020 88"
    # What is deleted on one side goes on the other; what comes out of Zoho's bin is there again.
    zoho.delete("Sales_Orders", made)
    books.delete_voucher(COMPANY, invoice)
    assert office.settle() == []
    assert office.differences() == []
    assert {one.number for one in office.books.orders()} == {"SO-1", "Z-1"}
    assert list(office.zoho_ids("invoice")) == ["1"]
    zoho.restore("Sales_Orders", made)
    assert office.settle() == []
    assert (office.errors(), office.differences()) == ([], [])
    assert {one.number for one in office.books.orders()} == {"SO-1", "Z-1", "Z-2"}
    assert office.quiet() == []


def test_what_zoho_does_not_take_is_told_and_holds_up_nothing_else(office: Office) -> None:
    _first_sync(office)
    books = office.tally.control
    books.add_customer(COMPANY, "Ekta Metals", phone="ask Mr. Rao", state="Maharashtra")
    books.add_customer(COMPANY, "Firdaus Oils", phone="020 6", state="Maharashtra", address=["x" * 260])
    books.add_customer(COMPANY, "Ganesh Foods", phone="020 7", state="Maharashtra")
    books.add_invoice(COMPANY, "Ekta Metals", "2026-08-09", [("Pulley", "1", "400")])
    books.add_invoice(COMPANY, "Ganesh Foods", "2026-08-10", [("Pulley", "1", "400")])
    assert all(run.status == "partial" for run in office.sync()[1:])
    assert office.errors() == [
        "Zoho does not take the value of “Phone”. It wants a phone number (digits, spaces and + - ( ) only) there.",
        "“Billing Street” has 260 characters, and Zoho takes 250. Nothing of this record was sent.",
        "“2” waits: the customer “Ekta Metals” is not in the connected system yet.",
    ]
    assert "Ganesh Foods" in office.zoho_ids("customer")
    assert set(office.zoho_ids("invoice")) == {"1", "3"}
    books.edit_customer(COMPANY, "Ekta Metals", phone="020 5")
    books.edit_customer(COMPANY, "Firdaus Oils", address=["y" * 200])
    assert office.settle() == []
    assert (office.errors(), office.differences()) == ([], [])
    assert set(office.zoho_ids("invoice")) == {"1", "2", "3"}


def test_taxes_and_totals_of_a_deal_made_in_zoho_are_the_same_in_tally(office: Office) -> None:
    _first_sync(office)
    books, zoho, product = office.tally.control, office.zoho, office.zoho_ids("product")
    taxes = [{"name": "CGST", "percentage": 9}, {"name": "SGST", "percentage": 9}]
    lines = [
        {
            "Product_Name": {"id": product["Pulley"]},
            "Quantity": 3,
            "List_Price": 333.33,
            "Discount": 50,
            "Line_Tax": taxes,
        },
        {"Product_Name": {"id": product["Rope 12 mm"]}, "Quantity": 7, "List_Price": 51.25, "Line_Tax": taxes},
    ]
    birla = {"id": office.zoho_ids("customer")["Birla Stores"]}
    more = {"Account_Name": birla, "Status": "Approved", "Ordered_Items": lines, "Adjustment": -0.32}
    zoho.add("Sales_Orders", Subject="Z-3", **more)
    assert office.settle() == []
    assert (office.errors(), office.differences()) == ([], [])
    order = next(one for one in office.books.orders() if one.number == "Z-3")
    assert (order.total, order.round_off) == (Decimal("1544.00"), Decimal("-0.32"))
    assert [(one.ledger, one.amount) for one in order.taxes] == [
        ("Output CGST", Decimal("117.79")), ("Output SGST", Decimal("117.79")),
    ]  # fmt: skip
    # Twice as much of it, said in Tally: Zoho computes its taxes, to the paisa the same.
    books.edit_voucher(COMPANY, order.master_id, scale=2)
    office.settle()
    assert office.open_questions() == []  # the same figures under the names of either side are nothing to ask about
    assert office.settle() == []
    assert (office.errors(), office.differences()) == ([], [])
    assert office.in_zoho("order", "Z-3")["Grand_Total"] == 3088
    assert office.quiet() == []


def test_killed_anywhere_it_comes_to_the_same_end(office: Office) -> None:
    """Each sync is a process of its own; people go on in between."""
    books, zoho = office.tally.control, office.zoho
    office.sync()
    office.services.conflicts.resolve(office.open_questions()[0].id, "link")
    killed = []
    for number, (name, at) in enumerate((("zoho", 6), ("tally", 20), ("zoho", 40))):
        books.add_customer(COMPANY, f"Walk-in {number}", phone=f"020 5{number}", state="Maharashtra")
        account = zoho.add("Accounts", Account_Name=f"Lead {number}", Billing_State="Maharashtra")
        line = {"Product_Name": {"id": office.zoho_ids("product")["Pulley"]}, "Quantity": number + 1, "List_Price": 400}
        zoho.add("Sales_Orders", Subject=f"K-{number}", Account_Name={"id": account}, Ordered_Items=[line])
        books.add_invoice(COMPANY, f"Walk-in {number}", "2026-08-09", [("Rope 12 mm", "2", "50")])
        office.change("customer", "Acme Traders", notes=f"note {number}")
        killed.append(office.sync_and_die(name, at))
    assert office.settle() == []
    assert (office.errors(), office.open_questions(), office.differences()) == ([], [], [])
    assert office.quiet() == []
    assert all(killed)
