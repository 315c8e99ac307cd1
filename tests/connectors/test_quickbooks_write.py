"""What the QuickBooks connector sends for new and changed records, and what it makes of the answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.connectors.base import Written
from app.model.cancel import CancelToken
from app.model.errors import Cancelled, Gone, NameTaken, NotReady, Rejected, Stale, UnknownOutcome
from tests.connectors.quickbooks_ops import (
    DETAIL,
    asked,
    body,
    change,
    create,
    invoice,
    line,
    made,
    one,
    read,
    refused,
    sent,
    some,
    write,
)
from tests.connectors.quickbooks_rig import QuickbooksRig, furnish
from tests.simulators.quickbooks import SimulatedQuickbooks


@pytest.fixture(params=["US"])
def books(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[QuickbooksRig]:
    with SimulatedQuickbooks(limits=False, country=request.param) as sim:
        rig = QuickbooksRig(sim, tmp_path)
        if request.param == "US":
            furnish(sim)
        yield rig
        rig.close()
        assert not sim.violations


abroad = pytest.mark.parametrize("books", ["GB"], indirect=True)


# --- which call --------------------------------------------------------------------------------------------------


def test_new_records_go_one_by_one_each_under_its_own_number(books: QuickbooksRig) -> None:
    ops = [create("Customer", n, DisplayName=f"New {n}") for n in range(3)]
    records = made(books, *ops)
    assert asked(books) == ["create"] * 3, "nothing is read after a write"
    assert [entry.query["requestid"] for entry in sent(books)] == [op.op_id for op in ops]
    ids = books.ids("Customer")
    assert [one.id for one in made(books, *ops)] == [one.id for one in records]
    assert books.ids("Customer") == ids


def test_a_lost_answer_makes_one_when_it_is_sent_again(books: QuickbooksRig) -> None:
    op = create("Invoice", 1, **invoice(books))  # nothing of it is unique
    before = books.ids("Invoice")
    books.sim.lose_next_write(True)
    assert isinstance(write(books, op)[0], UnknownOutcome)
    record = one(books, op)
    assert books.ids("Invoice") - before == {record.id}
    assert books.open().spec.capabilities.idempotency_key


def test_changes_go_thirty_at_a_time_and_a_stale_one_alone_is_refused(books: QuickbooksRig) -> None:
    ids = [books.sim.add("Customer", DisplayName=f"Many {n}") for n in range(32)]
    records = [read(books, "Customer", ident) for ident in ids]
    books.sim.change("Customer", ids[2], Notes="a person's")
    books.sim.clear()
    outcomes = write(books, *(change(one, Notes="ours") for one in records))
    assert [at for at, one in enumerate(outcomes) if not isinstance(one, Written)] == [2]
    assert isinstance(outcomes[2], Stale)
    assert asked(books) == ["batch", "batch"]
    assert [len(body(entry)["BatchItemRequest"]) for entry in sent(books)] == [30, 2]
    item = body(sent(books)[0])["BatchItemRequest"][0]
    assert item["Customer"] == {"Id": ids[0], "SyncToken": "0", "sparse": True, "Notes": "ours"}
    assert books.sim.one("Customer", ids[2])["Notes"] == "a person's"
    assert outcomes[0].record == read(books, "Customer", ids[0])


def test_each_of_a_batch_has_its_own_outcome(books: QuickbooksRig) -> None:
    a, b, c, d = (read(books, "Customer", books.sim.add("Customer", DisplayName=f"Each {n}")) for n in range(4))
    books.sim.delete("Customer", c.id)
    books.sim.refuse_next("6000", kind="item")
    outcomes = write(
        books, change(a, Notes="x"), change(b, DisplayName="Each 3"), change(c, Notes="x"), change(d, Notes="x")
    )
    assert [type(one) for one in outcomes] == [Rejected, Rejected, Gone, Written]
    assert "taken" in outcomes[1].message


def test_stopping_in_the_middle_of_a_lot_forgets_nothing_that_was_sent(books: QuickbooksRig) -> None:
    cancel = CancelToken()
    books.sim.after_next("create", cancel.cancel)
    ops = [create("Invoice", n, **invoice(books)) for n in range(3)]
    first, second, third = books.open().write_many(ops, cancel)
    assert isinstance(first, Written)
    assert isinstance(second, NotReady)
    assert isinstance(third, NotReady)
    assert len(sent(books)) == 1
    with pytest.raises(Cancelled):
        books.open().write_many(ops[1:], cancel)


def test_a_company_that_takes_nothing_any_more_stops_the_lot(books: QuickbooksRig) -> None:
    books.sim.after_next("create", lambda: setattr(books.sim.books, "lapsed", True))
    ops = [create("Customer", n, DisplayName=f"New {n}") for n in range(3)]
    first, second, third = write(books, *ops)
    assert isinstance(first, Written)
    assert "subscription" in second.message
    assert third is second
    assert len(sent(books)) == 2


def test_a_name_that_can_not_be_looked_up_hides_nothing_that_was_sent(books: QuickbooksRig) -> None:
    books.sim.add("Vendor", DisplayName="Ropes Ltd")
    for _ in range(4):  # as often as a read is tried
        books.sim.cut_next("query")
    first, second = write(
        books, create("Customer", 1, DisplayName="Firm"), create("Customer", 2, DisplayName="Ropes Ltd")
    )
    assert isinstance(first, Written)
    assert isinstance(second, NameTaken)


# --- names -------------------------------------------------------------------------------------------------------


def test_a_name_that_is_taken_is_told_with_whose_it_is(books: QuickbooksRig) -> None:
    there = books.sim.add("Customer", DisplayName="O'Neill \\ Sons")
    books.sim.deactivate("Customer", there)
    books.sim.add("Vendor", DisplayName="Ropes Ltd")
    first, second = write(
        books, create("Customer", 1, DisplayName="O'Neill \\ Sons"), create("Customer", 2, DisplayName="Ropes Ltd")
    )
    assert isinstance(first, NameTaken)
    assert first.remote_id == there
    assert isinstance(second, NameTaken)
    assert second.remote_id is None, "a vendor's: nothing of ours to link to"


# --- groups, lists, and what is emptied --------------------------------------------------------------------------


@pytest.mark.parametrize("nested", ["replace", "merge"])
def test_groups_keep_what_the_mapping_does_not_know(books: QuickbooksRig, nested: str) -> None:
    books.sim.books.nested = nested
    ident = books.sim.add(
        "Customer", DisplayName="Grouped", PrimaryPhone={"FreeFormNumber": "1", "Extension": "22"}, Notes="n",
        BillAddr={"Line1": "1 Road", "Line2": "Floor", "City": "Austin", "County": "Travis"},
        SalesTermRef={"value": books.some("Term")},
    )  # fmt: skip
    record = read(books, "Customer", ident)
    books.sim.clear()
    one(books, change(record, BillAddr={"LINES": "2 Lane", "City": None}, PrimaryPhone={"FreeFormNumber": None}))
    row = books.sim.one("Customer", ident)
    assert {**row["BillAddr"], "Id": ""} == {"Id": "", "Line1": "2 Lane", "County": "Travis"}
    assert row["PrimaryPhone"] == {"Extension": "22"}
    assert (row["Notes"], row["SalesTermRef"]["value"]) == ("n", books.some("Term"))
    assert asked(books) == ["query", "update"], "what is replaced whole is looked at first, once"


def test_a_group_that_is_known_whole_is_not_looked_at_first(books: QuickbooksRig) -> None:
    record = some(books, "Customer")
    books.sim.clear()
    record = one(books, change(record, PrimaryEmailAddr={"Address": "new@example.com"}, WebAddr={"URI": None}))
    assert asked(books) == ["update"]
    record = one(books, change(record, PrimaryEmailAddr={"Address": None}))
    assert "PrimaryEmailAddr" not in books.sim.one("Customer", record.id)


def test_a_group_is_not_written_over_somebody_elses_change(books: QuickbooksRig) -> None:
    record = some(books, "Customer")
    books.sim.change("Customer", record.id, BillAddr={"Line1": "moved"})
    books.sim.clear()
    (outcome,) = write(books, change(record, BillAddr={"City": "Pune"}))
    assert isinstance(outcome, Stale)
    assert sent(books) == []


def test_what_is_not_a_text_is_emptied_by_a_whole_update(books: QuickbooksRig) -> None:
    term = books.some("Term")
    ident = books.sim.add(
        "Invoice", ShipDate="2026-11-02", SalesTermRef={"value": term}, CustomerMemo={"value": "Thank you"},
        PrivateNote="note", DocNumber="W-1", CustomerRef={"value": books.some("Customer")},
        Line=[{"DetailType": DETAIL, "Amount": 20.5, DETAIL: {"ItemRef": {"value": books.some("Item")}}}],
    )  # fmt: skip
    before = books.sim.one("Invoice", ident)
    one(books, change(read(books, "Invoice", ident), ShipDate=None))
    (call,) = sent(books)
    assert "sparse" not in body(call)
    after = books.sim.one("Invoice", ident)
    moved = {"ShipDate", "SyncToken", "MetaData"}
    assert {k: v for k, v in before.items() if k not in moved} == {k: v for k, v in after.items() if k not in moved}
    assert "ShipDate" not in after
    one(books, change(read(books, "Invoice", ident), SalesTermRef={"value": None}, CustomerMemo=None, PrivateNote=None))
    after = books.sim.one("Invoice", ident)
    assert not {"SalesTermRef", "CustomerMemo", "PrivateNote"} & after.keys()
    assert after["DocNumber"] == "W-1"
    assert "DisplayName" not in refused(books, change(some(books, "Customer"), DisplayName=None)).hint


def test_custom_fields_that_are_not_mapped_stay(books: QuickbooksRig) -> None:
    custom = [
        {"DefinitionId": ident, "Name": f"Field {ident}", "Type": "StringType", "StringValue": "x"} for ident in "12"
    ]
    ident = books.some("Invoice")
    books.sim.change("Invoice", ident, CustomField=custom)
    record = one(books, change(read(books, "Invoice", ident), CustomField={"2": "new"}))
    assert record.fields["CustomField"] == {"1": "x", "2": "new"}
    assert record.fields["Line"]


# --- documents ---------------------------------------------------------------------------------------------------


def test_lines_that_stay_keep_what_is_not_ours(books: QuickbooksRig) -> None:
    rope, wire, cord = sorted(books.ids("Item"))[:3]
    shop = books.sim.add("Class", Name="Shop")
    rows = [
        {"DetailType": DETAIL, "Amount": 20.5, "Description": "blue", DETAIL: {
            "ItemRef": {"value": item}, "Qty": 1, "UnitPrice": 20.5, "ClassRef": {"value": shop},
            "TaxCodeRef": {"value": "TAX"}, "ServiceDate": "2026-10-01"}}
        for item in (rope, wire)
    ]  # fmt: skip
    off = {"DetailType": "DiscountLineDetail", "Amount": 4.5, "DiscountLineDetail": {"PercentBased": False}}
    remark = {"DetailType": "DescriptionOnly", "Description": "Thank you", "DescriptionLineDetail": {}}
    ident = books.sim.add(
        "Invoice", CustomerRef={"value": books.some("Customer")}, Line=[*rows, remark, off], TxnTaxDetail={"TotalTax": 0}
    )  # fmt: skip
    kept = books.sim.one("Invoice", ident)["Line"][1]["Id"]
    record = read(books, "Invoice", ident)
    after = one(
        books, change(record, Line=[line(wire, "3", "50", "150"), line(cord, "1", "10.25", "10.25", Description="red")])
    )
    first, second, *rest = books.sim.one("Invoice", ident)["Line"]
    assert (first["Id"], first["Description"]) == (kept, "blue")
    assert first[DETAIL]["ClassRef"]["value"] == shop
    assert (first[DETAIL]["TaxCodeRef"]["value"], first[DETAIL]["ServiceDate"]) == ("TAX", "2026-10-01")
    assert (first[DETAIL]["Qty"], first["Amount"]) == (3, 150)
    assert second[DETAIL]["ItemRef"]["value"] == cord
    assert "ClassRef" not in second[DETAIL]
    assert {one["DetailType"] for one in rest} == {"DescriptionOnly", "DiscountLineDetail", "SubTotalLineDetail"}
    assert (after.fields["SUBTOTAL"], after.fields["TotalAmt"]) == ("160.25", "155.75")
    after = one(books, change(after, Line=[line(wire, "3", "50", "150", Description=None)]))
    assert after.fields["Line"][0]["Description"] is None


def test_any_field_of_a_line_that_is_mapped_is_written(books: QuickbooksRig) -> None:
    item, shop = books.some("Item"), books.sim.add("Class", Name="Shop")
    row = line(item, "1", "5", "5")
    row[DETAIL] |= {"ServiceDate": "2026-10-01", "ClassRef": {"value": shop, "name": "Shop"}}
    record = one(books, create("Invoice", 1, **invoice(books, row)))
    detail = record.fields["Line"][0][DETAIL]
    assert (detail["ServiceDate"], detail["ClassRef"]["value"]) == ("2026-10-01", shop)
    row[DETAIL] |= {"ServiceDate": None, "ClassRef": {"value": None}}
    record = one(books, change(record, Line=[row]))
    detail = record.fields["Line"][0][DETAIL]
    assert (detail["ServiceDate"], detail["ClassRef"]) == (None, None)


@pytest.mark.parametrize(
    ("figures", "shown"),
    [
        (("3", "10", "27"), ("3", "9.00", "27.00")),  # a discount lies in the price
        (("3", None, "100"), ("3", "33.3333333", "100.00")),
        (("2.5", "4", None), ("2.5", "4.00", "10.00")),
        ((None, None, "70"), (None, None, "70.00")),
        (("0", "10", "0"), ("0", "10.00", "0.00")),
        (("-1", "10", "-10"), ("-1", "10.00", "-10.00")),
    ],
    ids=["discount", "no-price", "no-amount", "amount-alone", "none-of-it", "taken-back"],
)
def test_a_lines_amount_is_its_quantity_times_its_price(
    books: QuickbooksRig, figures: tuple[Any, Any, Any], shown: tuple[Any, Any, Any]
) -> None:
    fields = invoice(books, line(books.some("Item"), *figures))
    record = one(books, create("Invoice", 1, **fields))
    (told,) = record.fields["Line"]
    assert (told[DETAIL]["Qty"], told[DETAIL]["UnitPrice"], told["Amount"]) == shown
    (row,) = books.open().as_shown("Invoice", fields)["Line"]
    assert (row[DETAIL]["Qty"], row[DETAIL]["UnitPrice"], row["Amount"]) == shown


def test_a_document_has_the_tax_that_it_has_here(books: QuickbooksRig) -> None:
    rope = books.some("Item")
    op = create("Invoice", 1, **invoice(books, TxnTaxDetail={"TotalTax": "36.50"}))
    record = one(books, op)
    assert (record.fields["TotalAmt"], record.fields["TxnTaxDetail"]["TotalTax"]) == ("236.50", "36.50")
    changed = change(record, Line=[line(rope, "1", "100", "100")])
    after = one(books, replace(changed, whole={**changed.whole, "TxnTaxDetail": {"TotalTax": "36.50"}}))
    assert after.fields["TotalAmt"] == "136.50"
    # No tax is known here: QuickBooks works it out.
    code = next(row["Id"] for row in books.sim.rows("TaxCode") if row["Name"] == "California")
    row = {"DetailType": DETAIL, "Amount": 100, DETAIL: {"ItemRef": {"value": rope}, "TaxCodeRef": {"value": "TAX"}}}
    ident = books.sim.add(
        "Invoice", CustomerRef={"value": books.some("Customer")}, Line=[row], TxnTaxDetail={"TxnTaxCodeRef": {"value": code}}
    )  # fmt: skip
    record = read(books, "Invoice", ident)
    assert record.fields["TotalAmt"] == "108.00"
    changed = change(record, Line=[line(rope, "2", "100", "200")])
    after = one(books, replace(changed, whole={**changed.whole, "TxnTaxDetail": {"TotalTax": None}}))
    assert after.fields["TotalAmt"] == "216.00"
    after = one(books, change(after, TxnTaxDetail={"TotalTax": "1"}))
    assert after.fields["TotalAmt"] == "201.00"
    assert books.sim.one("Invoice", ident)["TxnTaxDetail"] == {"TxnTaxCodeRef": {"value": code}, "TotalTax": 1}


@abroad
def test_abroad_each_line_has_the_tax_code_that_was_chosen(books: QuickbooksRig) -> None:
    item, other = (made(books, create("Item", n, Name=f"Rope {n}"))[0].id for n in (1, 2))
    made(books, create("Customer", 1, DisplayName="Firm"))
    (outcome,) = write(books, create("Invoice", 1, **invoice(books)))
    assert isinstance(outcome, Rejected)
    assert "rate" in outcome.message
    told = {one.name: one for one in books.open().choices(CancelToken())}
    assert told["tax_code"].needed_for == ("order", "invoice")
    books.choices |= {"tax_code": "20.0% S"}
    record = one(books, create("Invoice", 2, **invoice(books)))
    assert record.fields["TotalAmt"] == "240.00"
    reduced = next(row["Id"] for row in books.sim.rows("TaxCode") if row["Name"] == "5.0% R")
    row = books.sim.one("Invoice", record.id)["Line"][0]
    row[DETAIL] = {**row[DETAIL], "TaxCodeRef": {"value": reduced}}
    books.sim.change("Invoice", record.id, Line=[row])
    record = one(
        books,
        change(read(books, "Invoice", record.id), Line=[line(item, "1", "100", "100"), line(other, "1", "10", "10")]),
    )
    codes = [row[DETAIL]["TaxCodeRef"]["value"] for row in record.fields["Line"]]
    assert codes[0] == reduced
    assert codes[1] != reduced
    books.choices["tax_code"] = "19%"
    assert "no longer" in refused(books, create("Invoice", 3, **invoice(books))).message


def test_what_can_not_be_right_is_not_sent(books: QuickbooksRig) -> None:
    assert "Line 1" in refused(books, create("Invoice", 1, **invoice(books, line("", "1", "5", "5")))).message
    rope = books.some("Item")
    assert "quantity 0" in refused(books, create("Invoice", 1, **invoice(books, line(rope, "0", "5", "5")))).message
    assert "Shoe_Size" in refused(books, create("Customer", 1, DisplayName="x", Shoe_Size="44")).message
    for status in ("draft", "cancelled"):
        assert refused(books, create("Invoice", 1, **invoice(books, STATUS=status))).field == "STATUS"
    assert write(books, change(some(books, "Customer"), Balance="7")) == [Written(None)]
    assert sent(books) == []


def test_a_product_needs_an_account_for_its_income(books: QuickbooksRig) -> None:
    income = next(row["Id"] for row in books.sim.rows("Account") if row["Name"] == "Sales of Product Income")
    record = one(books, create("Item", 1, Name="Chosen"))
    assert books.sim.one("Item", record.id)["IncomeAccountRef"]["value"] == income
    books.choices.clear()
    outcome = refused(books, create("Item", 2, Name="Not chosen"))
    assert "not chosen yet" in outcome.message
    assert "sync settings" in outcome.hint
    one(books, create("Item", 3, Name="Mapped", Type="Service", IncomeAccountRef={"value": income}))
    told = {one.name: one for one in books.open().choices(CancelToken())}
    assert told["income_account"].needed_for == ("product",)
    assert {option for option, _ in told["income_account"].options} == {"Sales of Product Income", "Services"}
    assert told["deposit_account"].options[0] == ("Checking", 0)
    assert {option for option, _ in told["tax_code"].options} == {"TAX", "NON"}, "a line's own, not the document's"
    assert told["tax_code"].needed_for == ()


def test_an_order_is_an_estimate(books: QuickbooksRig) -> None:
    record = one(books, create("Estimate", 1, **invoice(books, TxnStatus="Accepted", ExpirationDate="2026-12-01")))
    row = books.sim.one("Estimate", record.id)
    assert (row["TxnStatus"], row["ExpirationDate"], row["TotalAmt"]) == ("Accepted", "2026-12-01", 200)
    assert one(books, change(record, TxnStatus="Rejected")).fields["TxnStatus"] == "Rejected"
