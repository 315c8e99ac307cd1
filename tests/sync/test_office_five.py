"""Tally, Zoho, QuickBooks, SAP and a system of one's own on one hub: edits everywhere, answers lost, processes killed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.simulator import CompanySpec, SimulatedTally
from tests.simulators.custom import RestErp
from tests.simulators.quickbooks import SimulatedQuickbooks
from tests.simulators.sap import SimulatedSap
from tests.simulators.zoho import SimulatedZoho
from tests.sync.office_five import Five
from tests.sync.tally_desk import COMPANY

pytestmark = pytest.mark.database("sqlite")


@pytest.fixture
def five(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Five]:
    """One customer whom all have, and one in each that the others lack."""
    monkeypatch.setenv("SALESMATE_SYNC_LOCKS", str(tmp_path / "locks"))
    company = CompanySpec(name=COMPANY, customers=0, items=0, vouchers=0, creditors=0, seed=5)
    with (
        SimulatedTally([company], sleep=lambda _seconds: None) as tally,
        SimulatedZoho() as zoho,
        SimulatedQuickbooks(country="GB", limits=False, clock=zoho.clock) as quickbooks,
        SimulatedSap(clock=zoho.clock) as sap,
        RestErp("shelf", "customers", "products") as shelf,
    ):
        shelf.clock = zoho.clock
        for name in ("Acme Traders", "Tata Tools"):
            tally.control.add_customer(COMPANY, name, state="Maharashtra")
        zoho.clock.advance(-86_400)
        for name in ("Acme Traders", "Zaveri & Co"):
            zoho.add("Accounts", Account_Name=name)
        for name in ("Acme Traders", "Quill Ltd"):
            quickbooks.add("Customer", DisplayName=name)
        for name in ("Acme Traders", "Sagar Steel"):
            sap.add("BusinessPartners", CardCode=name[:4], CardName=name)
        for name in ("Acme Traders", "Shelf & Sons"):
            shelf.add("customers", name=name, external_id=None, state="active")
        zoho.clock.advance(86_400)
        five = Five(tmp_path, tally, zoho, quickbooks, sap, shelf)
        yield five
        five.close()
        assert not zoho.violations
        assert not quickbooks.violations


def _agreed(five: Five) -> None:
    """The same everywhere, nothing twice, nobody asked; and a further sync writes nothing."""
    assert (five.errors(), five.open_questions(), five.differences()) == ([], [], [])
    names = five.names()
    assert all(one == names["hub"] for one in names.values()), names
    assert len(set(names["hub"])) == len(names["hub"])
    assert five.quiet() == []


def _linked(five: Five) -> None:
    """The customer whom all have is the same one, somebody says."""
    for _ in range(4):
        five.sync()
        for question in five.open_questions():
            assert (question.kind, question.label) == ("match", "Acme Traders")
            five.services.conflicts.resolve(question.id, "link")
    assert five.settle() == []


def test_a_customer_is_the_same_at_five_systems_whatever_happens(five: Five) -> None:
    _linked(five)
    _agreed(five)
    books, zoho, abroad, sap, shelf = five.tally.control, five.zoho, five.quickbooks, five.sap, five.shelf
    killed = []
    for number, (victim, at) in enumerate((("sap", 9), ("quickbooks", 7))):
        # Everybody edits another field of the one, and makes one.
        books.edit_customer(COMPANY, "Acme Traders", pincode=f"41100{number}")
        zoho.change("Accounts", five.zoho_ids("customer")["Acme Traders"], Website=f"{number}.example.in")
        quick = five.in_quickbooks("customer", "Acme Traders")["Id"]
        abroad.change("Customer", quick, Notes=f"note {number}")
        sap.change("BusinessPartners", "Acme", CreditLimit=1_000 + number)
        shelf.change("customers", str(five.in_shelf("Acme Traders")["id"]), email=f"a{number}@example.in")
        five.change("customer", "Acme Traders", phone=f"020 {number}")
        sap.add("BusinessPartners", CardCode=f"N{number}", CardName=f"New in SAP {number}")
        five.records.create("customer", {"business_name": f"New here {number}"}, "user")
        # Answers are lost before and after the work, by turns.
        done = bool(number % 2)
        zoho.lose_next_write(done)
        abroad.lose_next_write(not done)
        sap.lose_next_write(done)
        shelf.plan("write", "lose" if done else "drop")
        books.lose_next_import("after" if done else "before")
        killed.append(five.sync_and_die(victim, at))
        five.sync()
    zoho.delete("Accounts", five.zoho_ids("customer")["New here 0"])
    sap.delete("BusinessPartners", "N1")
    five.records.delete("customer", five.called("customer", "New in SAP 0")["id"], "user")
    five.later(900)
    five.sync("sap", check=True)
    assert five.settle() == []
    _agreed(five)
    assert all(killed)
    acme = five.called("customer", "Acme Traders")
    assert [acme[name] for name in ("pincode", "website", "notes", "credit_limit", "email", "phone")] == [
        "411001", "1.example.in", "note 1", "1001.00", "a1@example.in", "020 1",
    ]  # fmt: skip
    gone = {"New here 0", "New in SAP 0", "New in SAP 1"}
    assert not gone & set(five.names()["hub"])
