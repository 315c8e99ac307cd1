"""Payments in QuickBooks, and what goes out of use there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.connectors.base import Written
from app.model.cancel import CancelToken
from app.model.errors import Rejected, Stale, UnknownOutcome
from tests.connectors.contract import PullMode
from tests.connectors.quickbooks_ops import change, create, delete, made, one, read, refused, sent, some, write
from tests.connectors.quickbooks_rig import MODULES, QuickbooksRig, furnish
from tests.simulators.quickbooks import SimulatedQuickbooks


@pytest.fixture
def books(tmp_path: Path) -> Iterator[QuickbooksRig]:
    with SimulatedQuickbooks(limits=False) as sim:
        rig = QuickbooksRig(sim, tmp_path)
        furnish(sim)
        yield rig
        rig.close()
        assert not sim.violations


# --- payments ----------------------------------------------------------------------------------------------------


def paying(rig: QuickbooksRig, amount: str, **more: Any) -> dict[str, Any]:
    owed = next(row for row in rig.sim.rows("Invoice") if row["Balance"] == 200)
    rows = [
        {"Invoice": owed["Id"], "Kind": "against", "Amount": amount},
        {"Invoice": None, "Kind": "on_account", "Amount": "20"},
    ]
    return {"CustomerRef": owed["CustomerRef"]["value"], "TxnDate": "2026-11-02", "ALLOCATIONS": rows, **more}


def test_a_payment_pays_invoices_and_the_rest_is_on_account(books: QuickbooksRig) -> None:
    books.choices["deposit_account"] = "Checking"
    fields = paying(books, "80.50", TotalAmt="100.50", PaymentRefNum="R-1")
    record = one(books, create("Payment", 1, **fields))
    row = books.sim.one("Payment", record.id)
    assert (row["TotalAmt"], row["UnappliedAmt"], row["DepositToAccountRef"]["name"]) == (100.5, 20, "Checking")
    bill = fields["ALLOCATIONS"][0]["Invoice"]
    assert books.sim.one("Invoice", bill)["Balance"] == 119.5
    assert [one["Kind"] for one in record.fields["ALLOCATIONS"]] == ["against", "on_account"]
    record = one(books, change(record, ALLOCATIONS=[{"Invoice": bill, "Kind": "against", "Amount": "60"}]))
    assert (books.sim.one("Invoice", bill)["Balance"], record.fields["TotalAmt"]) == (140, "100.50")
    (outcome,) = write(books, change(record, TotalAmt="10"))
    assert isinstance(outcome, Rejected)
    assert "applied" in outcome.message


def test_a_payment_that_says_only_what_it_is_for_comes_to_that(books: QuickbooksRig) -> None:
    assert one(books, create("Payment", 1, **paying(books, "80"))).fields["TotalAmt"] == "100.00"


def test_what_a_payment_pays_besides_invoices_stays(books: QuickbooksRig) -> None:
    ident = books.some("Payment")
    row = books.sim.one("Payment", ident)
    other = {"Amount": 5.5, "LinkedTxn": [{"TxnId": "77", "TxnType": "JournalEntry"}]}
    books.sim.change("Payment", ident, Line=[*row["Line"], other])
    bill = row["Line"][0]["LinkedTxn"][0]["TxnId"]
    one(
        books, change(read(books, "Payment", ident), ALLOCATIONS=[{"Invoice": bill, "Kind": "against", "Amount": "10"}])
    )
    after = books.sim.one("Payment", ident)["Line"]
    assert sorted(one["LinkedTxn"][0]["TxnType"] for one in after) == ["Invoice", "JournalEntry"]


# --- out of use --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lost", [False, True], ids=["answered", "answer-lost"])
def test_a_deleted_name_goes_out_of_use_and_does_not_come_back(books: QuickbooksRig, lost: bool) -> None:
    books.hub.pull(books.open(), MODULES, PullMode.FULL)
    record = some(books, "Customer")
    if lost:
        books.sim.lose_next_write(True)
    books.later()
    (outcome,) = write(books, delete(record))
    assert isinstance(outcome, UnknownOutcome if lost else Written)
    assert books.sim.one("Customer", record.id)["Active"] is False
    connector = books.open()
    assert connector.read("Customer", [record.id], CancelToken()) == []
    assert [one.id for one in connector.confirm_gone("Customer", [record.id], CancelToken())] == [record.id]
    books.hub.drop("Customer", record.id)
    for mode in (PullMode.INCREMENTAL, PullMode.CHECK, PullMode.FULL):
        books.hub.pull(books.open(), MODULES, mode)
        assert record.id not in books.hub.ids("Customer")
    books.later()
    books.sim.change("Customer", record.id, Active=True)  # a person wants it back
    books.hub.pull(books.open(), MODULES)
    assert record.id in books.hub.ids("Customer")


def test_a_deletion_that_was_not_done_leaves_the_record_there(books: QuickbooksRig) -> None:
    record = some(books, "Customer")
    books.sim.change("Customer", record.id, Notes="still wanted")
    (outcome,) = write(books, delete(record))
    assert isinstance(outcome, Stale)
    assert read(books, "Customer", record.id).fields["Notes"] == "still wanted"


@pytest.mark.parametrize("module", ["Invoice", "Payment"])
@pytest.mark.parametrize("removal", ["void", "delete"])
def test_deleted_documents_are_voided_or_deleted_as_was_chosen(books: QuickbooksRig, module: str, removal: str) -> None:
    record = some(books, module)
    made(books, delete(record), removal=removal)
    (call,) = sent(books)
    assert call.kind == removal
    if removal == "void":
        assert books.sim.one(module, record.id)["TotalAmt"] == 0
    else:
        assert record.id not in {row["Id"] for row in books.sim.rows(module)}
    assert books.open().read(module, [record.id], CancelToken()) == []
    books.hub.pull(books.open(), MODULES, PullMode.FULL)
    assert record.id not in books.hub.ids(module)


def test_estimates_are_deleted(books: QuickbooksRig) -> None:
    record = some(books, "Estimate")
    made(books, delete(record))
    assert [entry.kind for entry in sent(books)] == ["delete"]
    assert record.id not in {row["Id"] for row in books.sim.rows("Estimate")}


@pytest.mark.parametrize("module", ["Invoice", "Payment"])
def test_a_cancelled_document_is_voided_and_stays_so(books: QuickbooksRig, module: str) -> None:
    record = one(books, change(some(books, module), STATUS="cancelled"))
    assert record.fields["STATUS"] == "cancelled"
    assert [entry.kind for entry in sent(books)] == ["void"]
    books.hub.pull(books.open(), MODULES, PullMode.FULL)
    assert books.hub.fields[module, record.id]["STATUS"] == "cancelled", "it is not put away"
    assert "void" in refused(books, change(record, STATUS="posted")).message


@pytest.mark.parametrize("module", ["Invoice", "Payment"])
def test_another_note_does_not_make_a_void_document_count_again(books: QuickbooksRig, module: str) -> None:
    record = some(books, module)
    record = one(books, change(record, PrivateNote="as agreed"))
    record = one(books, change(record, STATUS="cancelled"))
    assert record.fields["PrivateNote"] == "as agreed"
    for note in ("wrong customer", None):
        changed = change(record, PrivateNote=note)
        record = one(books, replace(changed, whole={**changed.whole, "STATUS": "cancelled"}))
        assert (record.fields["PrivateNote"], record.fields["STATUS"]) == (note, "cancelled")
    changed = change(record, TotalAmt="5", Line=[])
    outcome = refused(books, replace(changed, whole={**changed.whole, "STATUS": "cancelled"}))
    assert "count again" in outcome.message


def test_what_the_books_forbid_is_refused_in_words(books: QuickbooksRig) -> None:
    payment, bill = some(books, "Payment"), some(books, "Estimate")
    books.sim.books.deposited.add(payment.id)
    (outcome,) = write(books, change(payment, PrivateNote="x"))
    assert "bank deposit" in outcome.message
    books.sim.books.closed_until = "2026-12-31"
    (outcome,) = write(books, delete(bill))
    assert "closed" in outcome.message
    assert read(books, "Estimate", bill.id) == bill
