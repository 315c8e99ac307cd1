"""Vouchers written to a simulated Tally and read back by the reader: what was meant is what is there, and never twice."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from app.connectors.base import WriteKind
from app.connectors.tally.folding import fold_name
from app.model.errors import Gone, Rejected, Stale, UnknownOutcome
from app.simulator.books import Bill, Entry, Voucher
from tests.connectors.tally_rig import COMPANY, TallyRig
from tests.connectors.voucher_desk import CHOICES, DAY, Desk, agree, charge, line, sums

AUTOMATIC = ("VOUCHERNUMBER",)


class TestCreate:
    def test_an_invoice_of_goods_reads_as_it_was_meant(self, desk: Desk) -> None:
        first, second = desk.items(2)
        whole = desk.invoice((first, "2", "100.00"), (second, "3", "33.33"))
        written = desk.write(desk.create("Sales", whole))
        assert written.record is not None
        assert agree(whole, written.record.fields, AUTOMATIC) == []
        assert written.exact
        document = desk.rig.books.document(int(written.record.id))
        assert (document.lines[0].ledger, document.party, document.place_of_supply) == (
            "Sales @18%",
            desk.customer,
            "Maharashtra",
        )
        assert document.allocations[0].reference == "INV-9"

    def test_all_kinds_of_lines(self, desk: Desk) -> None:
        (item,) = desk.items(1)
        goods = line(item, "10", "50.00", DISCOUNT="12.5", AMOUNT="437.50")
        whole = desk.invoice(
            LINES=[
                goods,
                charge("Freight & Forwarding", "40.00"),
                charge("Packing", "10.00"),
                charge("Fitting", "5.50"),
            ],
            TAXES=[{"NAME": "Output IGST", "RATE": None, "AMOUNT": "78.75"}],
            ROUNDOFF="0.25",
            SUBTOTAL="493.00",
            TAXTOTAL="78.75",
            TOTAL="572.00",
        )
        shown = desk.made("Sales", whole).fields
        assert agree(whole, shown, (*AUTOMATIC, "LINES")) == []
        assert [(one["LEDGERNAME"], one["AMOUNT"]) for one in shown["LINES"]] == [
            ("Sales @18%", "437.50"),
            ("Freight & Forwarding", "40.00"),
            ("Freight & Forwarding", "10.00"),
            ("Service Income", "5.50"),
        ]
        assert (shown["LINES"][0]["DISCOUNT"], shown["TAXES"][0]["NAME"]) == ("12.5", "Output IGST")

    def test_a_sale_without_goods_is_an_accounting_voucher(self, desk: Desk) -> None:
        whole = desk.invoice(
            LINES=[charge("Service Income", "1000.00")],
            TAXES=[
                {"NAME": "CGST @ 9%", "RATE": None, "AMOUNT": "90.00"},
                {"NAME": "SGST @ 9%", "RATE": None, "AMOUNT": "90.00"},
            ],
            SUBTOTAL="1000.00",
            TAXTOTAL="180.00",
            TOTAL="1180.00",
        )
        record = desk.made("Sales", whole)
        assert agree(whole, record.fields, (*AUTOMATIC, "LINES")) == []
        assert not desk.rig.books.company.vouchers[int(record.id)].invoice_view

    def test_an_order(self, desk: Desk) -> None:
        first, second = desk.items(2)
        whole = desk.order((first, "2", "100.00"), (second, "1", "70.00"))
        record = desk.made("Sales Order", whole)
        assert agree(whole, record.fields) == []
        order = desk.rig.books.document(int(record.id))
        assert [(one.order_no, str(one.due_date)) for one in order.lines] == [("SO-9", "2026-09-04")] * 2

    def test_a_receipt_with_all_kinds_of_allocations(self, desk: Desk) -> None:
        invoice = desk.made("Sales", desk.invoice())
        whole = desk.receipt(
            "500.00",
            {"INVOICE": invoice.key, "NAME": "INV-9", "KIND": "against", "AMOUNT": "236.00"},
            {"INVOICE": None, "NAME": "ADV-1", "KIND": "advance", "AMOUNT": "100.00"},
            {"INVOICE": None, "NAME": "N-1", "KIND": "new", "AMOUNT": "64.00"},
            {"INVOICE": None, "NAME": None, "KIND": "on_account", "AMOUNT": "100.00"},
        )
        written = desk.write(desk.create("Receipt", whole))
        assert written.record is not None
        assert agree(whole, written.record.fields, AUTOMATIC) == []
        assert written.record.fields["ALLOCATIONS"][0]["INVOICE"] == invoice.key

    def test_what_is_not_allocated_goes_on_account(self, desk: Desk) -> None:
        whole = desk.receipt("500.00", {"NAME": "B-1", "KIND": "new", "AMOUNT": "100.00"})
        shown = desk.made("Receipt", whole).fields
        assert [(one["KIND"], one["AMOUNT"]) for one in shown["ALLOCATIONS"]] == [
            ("new", "100.00"),
            ("on_account", "400.00"),
        ]

    def test_cash_has_no_instrument(self, desk: Desk) -> None:
        whole = desk.receipt(ACCOUNT="Cash", MODE="Cash", INSTRUMENTNUMBER=None, INSTRUMENTDATE=None)
        shown = desk.made("Receipt", whole).fields
        assert (shown["ACCOUNT"], shown["MODE"]) == ("Cash", None)

    def test_optional_by_default(self, tally: TallyRig) -> None:
        desk = Desk(tally, tally.open(choices=CHOICES))
        before = tally.books.customer(desk.customer).closing_balance
        written = desk.write(desk.create("Sales", desk.invoice()))
        assert written.record is not None
        assert written.record.fields["STATUS"] == "draft"
        assert any("Optional" in note for note in written.notes)
        assert tally.books.customer(desk.customer).closing_balance == before

    def test_a_draft_is_optional_whatever_the_setting(self, desk: Desk) -> None:
        written = desk.write(desk.create("Sales", desk.invoice(STATUS="draft")))
        assert written.record is not None
        assert (written.record.fields["STATUS"], written.record.hub_key is not None) == ("draft", True)

    def test_automatic_numbering_is_told(self, desk: Desk) -> None:
        written = desk.write(desk.create("Sales", desk.invoice()))
        assert any("instead of INV-9" in note for note in written.notes)

    def test_manual_numbers_are_kept(self, desk: Desk) -> None:
        desk.number_by_hand("Sales")
        written = desk.write(desk.create("Sales", desk.invoice()))
        assert written.record is not None
        assert (written.record.label, written.notes) == ("INV-9", ())

    def test_the_narration_and_the_key(self, desk: Desk) -> None:
        for narration in (None, "two\nlines", "quoted [SMS: or so]", 'Tom & "Jerry" <1>'):
            op = desk.create("Sales", desk.invoice(NARRATION=narration))
            record = desk.write(op).record
            assert record is not None
            assert ((record.fields["NARRATION"] or "").replace("\r\n", "\n") or None, record.hub_key) == (
                narration,
                op.hub_key,
            )

    def test_the_party_s_details_are_sent(self, desk: Desk) -> None:
        record = desk.made("Sales", desk.invoice())
        customer = desk.rig.books.customer(desk.customer)
        sent = desk.rig.books.company.vouchers[int(record.id)].sent
        assert sent is not None
        assert sent["PARTYGSTIN"] == customer.gstin
        assert sent["ADDRESS"] == "\n".join(customer.address)
        assert (sent["STATENAME"], sent["BASICBUYERNAME"]) == (customer.state, customer.name)

    def test_an_amount_that_is_not_told_is_computed(self, desk: Desk) -> None:
        (item,) = desk.items(1)
        whole = desk.invoice(LINES=[line(item, "3", "33.33", AMOUNT=None)], **sums("99.99"))
        written = desk.write(desk.create("Sales", whole))
        assert written.record is not None
        assert written.record.fields["LINES"][0]["AMOUNT"] == "99.99"
        assert not any("ATTENTION" in note for note in written.notes)

    def test_units_are_looked_up(self, desk: Desk) -> None:
        item = next(one.name for one in desk.rig.books.items() if one.unit == "Kgs.")
        whole = desk.invoice(LINES=[line(item, "2.5", "40.00", UNIT=None)], **sums("100.00"))
        shown = desk.made("Sales", whole).fields["LINES"][0]
        assert (shown["BILLEDQTY"], shown["UNIT"]) == ("2.5", "Kgs.")

    def test_a_quantity_that_the_unit_cuts_off_is_told(self, desk: Desk) -> None:
        (item,) = desk.items(1)
        written = desk.write(desk.create("Sales", desk.invoice((item, "3.5", "10.00"))))
        assert "Line 1: the quantity 3.5 reads 3 in Tally" in written.notes

    def test_requests_of_a_create(self, desk: Desk) -> None:
        desk.made("Sales", desk.invoice())
        desk.made("Sales", desk.invoice())
        before = desk.rig.requests()
        desk.made("Sales", desk.invoice())
        assert desk.rig.requests() - before == 3

    def test_somebody_saves_in_between(self, desk: Desk) -> None:
        desk.made("Sales", desk.invoice())
        desk.rig.sim.control.insert_voucher(COMPANY, DAY)
        assert not desk.write(desk.create("Sales", desk.invoice())).exact
        assert desk.write(desk.create("Sales", desk.invoice())).exact

    def test_a_customer_that_is_not_bill_wise(self, desk: Desk) -> None:
        plain = next(one.name for one in desk.rig.books.customers() if not one.bill_wise)
        whole = desk.receipt("500.00", {"NAME": "B-1", "KIND": "new", "AMOUNT": "500.00"}, PARTY=fold_name(plain))
        written = desk.write(desk.create("Receipt", whole))
        assert any("not bill-wise" in note for note in written.notes)

    def test_a_ledger_made_after_the_run_began(self, desk: Desk) -> None:
        desk.made("Sales", desk.invoice())
        desk.rig.sim.control.add_customer(COMPANY, "Fresh Traders", "Sundry Debtors")
        for module, whole in (("Receipt", desk.receipt()), ("Sales", desk.invoice())):
            fields = desk.made(module, {**whole, "PARTY": "fresh traders"}).fields
            assert (fields["PARTY"], fields["PARTYNAME"]) == ("fresh traders", "Fresh Traders")


class TestUpdate:
    @pytest.fixture
    def ours(self, desk: Desk) -> Desk:
        desk.number_by_hand("Sales")
        return desk

    def test_lines_are_replaced(self, ours: Desk) -> None:
        first, second = ours.items(2)
        before = ours.made("Sales", ours.invoice((first, "2", "100.00")))
        count = ours.count()
        lines = [line(first, "3", "100.00"), line(second, "1", "50.00")]
        taxes = [
            {"NAME": "Output CGST", "RATE": None, "AMOUNT": "31.50"},
            {"NAME": "Output SGST", "RATE": None, "AMOUNT": "31.50"},
        ]
        op = ours.update(before, LINES=lines, TAXES=taxes, TOTAL="413.00", SUBTOTAL="350.00", TAXTOTAL="63.00")
        written = ours.write(op)
        assert written.record is not None
        assert agree(op.whole, written.record.fields) == []
        assert (written.record.id, written.exact, ours.count()) == (before.id, True, count)
        # Receipts refer to the bill by its name.
        assert ours.rig.books.document(int(before.id)).allocations[0].reference == "INV-9"

    def test_what_of_a_line_is_not_linked_stays(self, ours: Desk) -> None:
        """The quantity changes; unit, discount and rates of tax of the lines are not the hub's."""
        first, second = ours.items(2)
        goods = [
            line(first, "2", "100.00", DISCOUNT="10", AMOUNT="180.00"),
            line(second, "1", "50.00"),
        ]
        freight = charge("Freight & Forwarding", "40.00")
        before = ours.made("Sales", ours.invoice(LINES=[*goods, freight], **sums("270.00")))
        known = ("STOCKITEM", "BILLEDQTY", "RATE", "AMOUNT")
        lines = [{name: one[name] for name in known} for one in before.fields["LINES"]]
        lines[0] |= {"BILLEDQTY": "3", "AMOUNT": "270.00"}
        record = ours.write(ours.update(before, LINES=[*lines[1:], lines[0]], **sums("360.00"))).record
        assert record is not None
        shown = {one["STOCKITEM"]: one for one in record.fields["LINES"]}
        was = {one["STOCKITEM"]: one for one in before.fields["LINES"]}
        assert shown == {**was, fold_name(first): {**was[fold_name(first)], "BILLEDQTY": "3", "AMOUNT": "270.00"}}

    @pytest.mark.parametrize("known", [("BILLEDQTY",), ("STOCKITEM", "BILLEDQTY")])
    def test_an_amount_that_is_not_linked_is_computed(self, ours: Desk, known: tuple[str, ...]) -> None:
        first, second = ours.items(2)
        goods = [line(first, "2", "100.00", DISCOUNT="10", AMOUNT="180.00"), line(second, "1", "50.00")]
        before = ours.made("Sales", ours.invoice(LINES=goods, **sums("230.00")))
        lines = [{name: one[name] for name in known} for one in before.fields["LINES"]]
        lines[0]["BILLEDQTY"] = "3"
        record = ours.write(ours.update(before, LINES=lines, **sums("320.00"))).record
        assert record is not None
        assert [(one["STOCKITEM"], one["AMOUNT"]) for one in record.fields["LINES"]] == [
            (fold_name(first), "270.00"),
            (fold_name(second), "50.00"),
        ]

    def test_an_empty_field_of_a_line_is_cleared(self, ours: Desk) -> None:
        (item,) = ours.items(1)
        goods = line(item, "2", "100.00", DISCOUNT="10", AMOUNT="180.00")
        before = ours.made("Sales", ours.invoice(LINES=[goods], **sums("180.00")))
        lines = [{**before.fields["LINES"][0], "DISCOUNT": None, "AMOUNT": "200.00"}]
        record = ours.write(ours.update(before, LINES=lines, **sums("200.00"))).record
        assert record is not None
        assert (record.fields["LINES"][0]["DISCOUNT"], record.fields["LINES"][0]["AMOUNT"]) == ("0", "200.00")

    def test_a_line_of_which_the_product_is_not_told_is_refused(self, ours: Desk) -> None:
        before = ours.made("Sales", ours.invoice())
        lines = [{"AMOUNT": "200.00"}, {"AMOUNT": "50.00"}]
        with pytest.raises(Rejected, match="Which product line 2 is of") as caught:
            ours.write(ours.update(before, LINES=lines, **sums("250.00")))
        assert caught.value.field == "LINES[1].STOCKITEM"

    def test_scalars_change_and_clear(self, ours: Desk) -> None:
        before = ours.made("Sales", ours.invoice())
        op = ours.update(before, NARRATION=None, REFERENCE=None, DATE="2026-08-07", DUEDATE="2026-09-30")
        record = ours.write(op).record
        assert record is not None
        assert agree(op.whole, record.fields) == []
        assert record.hub_key == op.hub_key

    @pytest.mark.parametrize(("was", "becomes"), [("draft", "posted"), ("posted", "draft")])
    def test_the_status(self, ours: Desk, was: str, becomes: str) -> None:
        before = ours.made("Sales", ours.invoice(STATUS=was))
        record = ours.write(ours.update(before, STATUS=becomes)).record
        assert record is not None
        assert (record.id, record.fields["STATUS"]) == (before.id, becomes)

    def test_an_update_keeps_a_draft_a_draft(self, ours: Desk) -> None:
        before = ours.made("Sales", ours.invoice(STATUS="draft"))
        record = ours.write(ours.update(before, NARRATION="again")).record
        assert record is not None
        assert record.fields["STATUS"] == "draft"

    def test_another_customer(self, ours: Desk) -> None:
        before = ours.made("Sales", ours.invoice())
        other = next(one for one in ours.rig.books.customers() if one.bill_wise and one.name != ours.customer)
        record = ours.write(ours.update(before, PARTY=fold_name(other.name))).record
        assert record is not None
        sent = ours.rig.books.company.vouchers[int(record.id)].sent
        assert record.fields["PARTYNAME"] == other.name
        assert sent is not None
        assert sent["BASICBUYERNAME"] == other.name

    def test_a_receipt(self, desk: Desk) -> None:
        before = desk.made("Receipt", desk.receipt("500.00", {"NAME": "N", "KIND": "new", "AMOUNT": "500.00"}))
        op = desk.update(
            before,
            AMOUNT="700.00",
            ACCOUNT="State Bank of India",
            INSTRUMENTNUMBER="7",
            ALLOCATIONS=[{"INVOICE": None, "NAME": "N", "KIND": "new", "AMOUNT": "700.00"}],
        )
        record = desk.write(op).record
        assert record is not None
        assert agree(op.whole, record.fields) == []

    def test_an_order_moves_its_due_date(self, desk: Desk) -> None:
        first, second = desk.items(2)
        before = desk.made("Sales Order", desk.order((first, "2", "100.00"), (second, "1", "10.00")))
        record = desk.write(desk.update(before, DUEDATE="2026-10-01")).record
        assert record is not None
        order = desk.rig.books.document(int(record.id))
        assert [str(one.due_date) for one in order.lines] == ["2026-10-01"] * 2

    def test_requests_of_an_update(self, ours: Desk) -> None:
        before = ours.made("Sales", ours.invoice())
        count = ours.rig.requests()
        ours.write(ours.update(before, NARRATION="again"))
        assert ours.rig.requests() - count == 3

    def test_one_that_moved_meanwhile_is_left_alone(self, ours: Desk) -> None:
        before = ours.made("Sales", ours.invoice())
        ours.rig.sim.control.edit_voucher(COMPANY, int(before.id), narration="the accountant's")
        with pytest.raises(Stale):
            ours.write(ours.update(before, REFERENCE="mine"))
        assert ours.read("Sales", before.id).fields["NARRATION"] == "the accountant's"

    def test_one_that_is_gone(self, ours: Desk) -> None:
        before = ours.made("Sales", ours.invoice())
        ours.rig.sim.control.delete_voucher(COMPANY, int(before.id))
        count = ours.count()
        with pytest.raises(Gone):
            ours.write(ours.update(before, REFERENCE="mine"))
        assert ours.count() == count

    def test_tally_makes_a_second_one_instead(self, ours: Desk) -> None:
        before = ours.made("Sales", ours.invoice())
        # Tally has lost our key (a repair of its data, say).
        del ours.rig.books.company.by_remote_key[before.hub_key or ""]
        with pytest.raises(Rejected) as caught:
            ours.write(ours.update(before, REFERENCE="mine"))
        assert (caught.value.code, caught.value.retryable) == ("doubled", False)
        assert "INV-9" in caught.value.message


class TestCancelAndDelete:
    def test_cancel_and_bring_back(self, desk: Desk) -> None:
        desk.number_by_hand("Sales")
        whole = desk.invoice()
        before = desk.made("Sales", whole)
        cancelled = desk.write(desk.update(before, STATUS="cancelled")).record
        assert cancelled is not None
        assert (cancelled.fields["STATUS"], cancelled.id, cancelled.hub_key) == (
            "cancelled",
            before.id,
            before.hub_key,
        )
        assert cancelled.fields["NARRATION"] == "sent from the hub"
        op = desk.op(
            "Sales", WriteKind.UPDATE, whole, fields={"STATUS": "posted"}, remote_id=before.id, before=cancelled
        )
        back = desk.write(replace(op, hub_key=before.hub_key or "")).record
        assert back is not None
        assert back.id == before.id
        assert agree(whole, back.fields) == []

    def test_a_cancelled_one_stays_cancelled(self, desk: Desk) -> None:
        before = desk.made("Sales", desk.invoice())
        cancelled = desk.write(desk.update(before, STATUS="cancelled")).record
        assert cancelled is not None
        told = desk.write(desk.update(cancelled, NARRATION="by mistake")).record
        assert told is not None
        assert (told.fields["STATUS"], told.fields["NARRATION"]) == ("cancelled", "by mistake")
        with pytest.raises(Rejected, match="only its narration"):
            desk.write(desk.update(told, REFERENCE="x"))

    def test_one_cancelled_before_it_was_sent(self, desk: Desk) -> None:
        counter = desk.rig.books.company.alt_vch
        with pytest.raises(Rejected, match="before it reached Tally"):
            desk.write(desk.create("Sales", desk.invoice(STATUS="cancelled")))
        assert desk.rig.books.company.alt_vch == counter

    def test_delete(self, desk: Desk) -> None:
        before = desk.made("Sales", desk.invoice())
        count = desk.count()
        assert desk.write(desk.delete(before)).record is None
        assert desk.count() == count - 1
        assert int(before.id) not in desk.rig.books.company.vouchers
        with pytest.raises(Gone):
            desk.write(desk.delete(before))


class TestEnteredByHand:
    """Tally finds these by number and day only, and then whatever its type."""

    def test_change_cancel_and_delete(self, desk: Desk) -> None:
        (item,) = desk.items(1)
        made = desk.rig.sim.control.add_invoice(
            COMPANY, desk.customer, "2026-08-20", [(item, "2", "100.00")], number="H-1", voucher_type="Web Sales"
        )
        before = desk.read("Sales", made)
        count = desk.count()
        op = desk.update(before, NARRATION="from the hub", REFERENCE="R-2", DATE="2026-08-21", DUEDATE=None)
        record = desk.write(op).record
        assert record is not None
        assert agree(op.whole, record.fields, ("DUEDATE",)) == []
        assert (record.id, record.hub_key, record.fields["VOUCHERTYPENAME"]) == (str(made), None, "Web Sales")
        cancelled = desk.write(desk.update(record, STATUS="cancelled")).record
        assert cancelled is not None
        assert cancelled.fields["STATUS"] == "cancelled"
        with pytest.raises(Rejected, match="cancelled in Tally"):
            desk.write(desk.update(cancelled, STATUS="posted"))
        assert desk.write(desk.delete(cancelled)).record is None
        assert desk.count() == count - 1

    def test_a_number_that_another_has_that_day(self, desk: Desk) -> None:
        (item,) = desk.items(1)
        control = desk.rig.sim.control
        made = control.add_invoice(
            COMPANY, desk.customer, "2026-08-20", [(item, "2", "100.00")], number="H-1", voucher_type="Web Sales"
        )
        control.add_invoice(
            COMPANY,
            desk.customer,
            "2026-08-20",
            [(item, "1", "10.00")],
            number="H-1",
            voucher_type="Sales Order",
            order_no="H-1",
        )
        counter = desk.rig.books.company.alt_vch
        for op in (
            desk.update(desk.read("Sales", made), REFERENCE="x"),
            desk.update(desk.read("Sales", made), STATUS="cancelled"),
            desk.delete(desk.read("Sales", made)),
        ):
            with pytest.raises(Rejected) as caught:
                desk.write(op)
            assert (caught.value.code, "Sales Order" in caught.value.message) == ("number_shared", True)
        assert desk.rig.books.company.alt_vch == counter

    def test_one_without_a_number(self, desk: Desk) -> None:
        receipt = next(desk.rig.books.receipts())
        desk.rig.books.company.vouchers[receipt.master_id].number = ""
        with pytest.raises(Rejected) as caught:
            desk.write(desk.update(desk.read("Receipt", receipt.master_id), NARRATION="x"))
        assert caught.value.code == "no_number"

    def test_money_that_was_paid_at_once_stays_where_it_went(self, desk: Desk) -> None:
        """A bank's entry in an invoice reads as a line; it is not income."""
        (item,) = desk.items(1)
        made = desk.rig.sim.control.add_invoice(
            COMPANY, desk.customer, "2026-08-20", [(item, "2", "100.00")], number="H-1", voucher_type="Web Sales"
        )
        voucher = desk.rig.books.company.vouchers[made]
        party, cash = voucher.entries[0], desk.rig.books.company.ledgers["cash"]
        voucher.entries = (
            party._replace(amount=party.amount + 5000, bills=()),
            Entry(cash, -5000),
            *voucher.entries[1:],
        )
        record = desk.write(desk.update(desk.read("Sales", made), NARRATION="x")).record
        assert record is not None
        assert [(entry.ledger.name, entry.amount) for entry in desk.rig.books.company.vouchers[made].entries][1] == (
            "Cash",
            -5000,
        )

    def test_a_change_of_one_field_moves_nothing_else(self, desk: Desk) -> None:
        """Every voucher of the company, of every kind: its entries, bills, bank details and lines stay as they were."""
        company = desk.rig.books.company
        balances = desk.rig.books.balances()
        done = 0
        for voucher in list(company.vouchers.values()):
            module = {"Sales": "Sales", "Sales Order": "Sales Order", "Receipt": "Receipt"}.get(voucher.kind)
            if module is None or voucher.cancelled:
                continue
            before = self.state(voucher)
            op = desk.update(desk.read(module, voucher.id), NARRATION="seen")
            if any(entry.forex for entry in voucher.entries):
                with pytest.raises(Rejected, match="foreign currency"):
                    desk.write(op)
                continue
            desk.write(op)
            done += 1
            assert self.state(company.vouchers[voucher.id]) == before
            assert company.vouchers[voucher.id].narration == "seen"
            assert desk.rig.books.balances() == balances
        assert done > 50

    @staticmethod
    def state(voucher: Voucher) -> tuple[Any, ...]:
        """All of a voucher but what names it; Tally dates bills itself."""
        entries = [
            entry._replace(bills=tuple(bill._replace(date=0) for bill in entry.bills)) for entry in voucher.entries
        ]
        return entries, voucher.lines, voucher.number, voucher.date, voucher.optional, voucher.type

    def test_the_key_of_another_hub_stays_on_it(self, desk: Desk) -> None:
        desk.number_by_hand("Sales")
        before = desk.made("Sales", desk.invoice())
        count = desk.count()
        record = desk.write(desk.update(before, hub_key="018f3c1e-0000-7000-8000-000000000001", NARRATION="new")).record
        assert record is not None
        assert (record.id, record.hub_key, record.fields["NARRATION"]) == (before.id, before.hub_key, "new")
        assert desk.count() == count

    def test_what_the_hub_does_not_know_stays(self, desk: Desk) -> None:
        """Cost centres, bank details and godowns of rows that stay the same."""
        first, second = desk.items(2)
        made = desk.rig.sim.control.add_invoice(
            COMPANY,
            desk.customer,
            "2026-08-20",
            [(first, "2", "100.00"), (second, "1", "10.00")],
            number="H-1",
            voucher_type="Web Sales",
        )
        voucher = desk.rig.books.company.vouchers[made]
        centred = Entry(desk.rig.books.company.ledgers["freight & forwarding"], 0, centre="Head Office")
        voucher.entries = (*voucher.entries, centred._replace(amount=5000))
        voucher.entries = (
            voucher.entries[0]._replace(
                amount=voucher.entries[0].amount - 5000,
                bills=(Bill("A", "New Ref", -20000, 7), Bill("B", "New Ref", voucher.entries[0].amount + 15000)),
            ),
            *voucher.entries[1:],
        )
        voucher.lines = (voucher.lines[0]._replace(godown="Main Location", batch="B-7"), voucher.lines[1])
        record = desk.write(desk.update(desk.read("Sales", made), NARRATION="changed")).record
        assert record is not None
        after = desk.rig.books.company.vouchers[made]
        assert [entry.centre for entry in after.entries] == ["", "", "", "Head Office"]
        assert [(bill.name, bill.credit_days) for bill in after.entries[0].bills] == [("A", 7), ("B", 0)]
        assert (after.lines[0].godown, after.lines[0].batch) == ("Main Location", "B-7")
        # Rows that change would lose it.
        lines = [dict(one) for one in record.fields["LINES"]]
        lines[-1]["AMOUNT"] = "60.00"
        with pytest.raises(Rejected, match="several bills"):
            desk.write(desk.update(record, LINES=lines))
        after.entries = (after.entries[0]._replace(bills=()), *after.entries[1:])
        with pytest.raises(Rejected, match="cost centres") as caught:
            desk.write(desk.update(record, LINES=lines))
        assert caught.value.code == "would_lose"

    def test_a_sale_entered_as_a_voucher_keeps_its_form(self, desk: Desk) -> None:
        (item,) = desk.items(1)
        made = desk.rig.sim.control.add_invoice(
            COMPANY, desk.customer, "2026-08-20", [(item, "2", "100.00")], number="H-1", voucher_type="Web Sales"
        )
        desk.rig.books.company.vouchers[made].invoice_view = False
        record = desk.write(desk.update(desk.read("Sales", made), NARRATION="as it was")).record
        assert record is not None
        assert record.fields["LINES"][0]["AMOUNT"] == "200.00"
        lines = [{**record.fields["LINES"][0], "BILLEDQTY": "3", "AMOUNT": "300.00"}]
        record = desk.write(desk.update(record, LINES=lines)).record
        assert record is not None
        assert (record.fields["LINES"][0]["AMOUNT"], record.fields["TOTAL"]) == ("300.00", "336.00")
        assert not desk.rig.books.company.vouchers[made].invoice_view


class TestLostAnswers:
    """Whatever is lost, and whenever: the voucher is there once, and is found."""

    @pytest.mark.parametrize("how", ["after", "cut"])
    @pytest.mark.parametrize("module", ["Sales", "Sales Order", "Receipt"])
    def test_lost_after_the_effect(self, desk: Desk, module: str, how: str) -> None:
        desk.made(module, self._whole(desk, module))
        op = desk.create(module, self._whole(desk, module))
        count = desk.count()
        desk.rig.sim.control.lose_next_import(how)
        with pytest.raises(UnknownOutcome):
            desk.write(op)
        assert desk.count() == count + 1
        found = desk.find(op)
        assert found is not None
        assert found.hub_key == op.hub_key
        again = desk.write(op)
        assert again.record is not None
        assert (again.record.id, desk.count()) == (found.id, count + 1)
        assert any("already" in note for note in again.notes)

    def test_lost_before_the_effect(self, desk: Desk) -> None:
        desk.made("Sales", desk.invoice())
        op = desk.create("Sales", desk.invoice())
        count = desk.count()
        desk.rig.sim.control.lose_next_import("before")
        with pytest.raises(UnknownOutcome):
            desk.write(op)
        assert desk.find(op) is None
        assert desk.write(op).record is not None
        assert desk.count() == count + 1

    def test_found_where_it_was_moved_to(self, desk: Desk) -> None:
        op = desk.create("Sales", desk.invoice())
        made = desk.write(op).record
        assert made is not None
        desk.rig.sim.control.edit_voucher(COMPANY, int(made.id), date="2026-08-25")
        found = desk.find(op)
        assert found is not None
        assert found.id == made.id

    def test_a_create_on_one_that_was_moved_does_not_double(self, desk: Desk) -> None:
        op = desk.create("Sales", desk.invoice())
        made = desk.write(op).record
        assert made is not None
        desk.rig.sim.control.edit_voucher(COMPANY, int(made.id), date="2026-08-25")
        count = desk.count()
        written = desk.write(op)
        assert written.record is not None
        assert (written.record.id, desk.count(), written.exact) == (made.id, count, False)
        assert any("already" in note for note in written.notes)

    def test_a_copy_made_in_tally_is_not_ours(self, desk: Desk) -> None:
        op = desk.create("Sales", desk.invoice())
        made = desk.write(op).record
        assert made is not None
        narration = desk.rig.books.company.vouchers[int(made.id)].narration
        (item,) = desk.items(1)
        desk.rig.sim.control.add_invoice(COMPANY, desk.customer, DAY, [(item, "1", "1.00")], narration=narration)
        found = desk.find(op)
        assert found is not None
        assert found.id == made.id

    def test_not_there(self, desk: Desk) -> None:
        assert desk.find(desk.create("Sales", desk.invoice())) is None

    @staticmethod
    def _whole(desk: Desk, module: str) -> dict[str, object]:
        return {"Sales": desk.invoice, "Sales Order": desk.order, "Receipt": desk.receipt}[module]()


def test_balances_move_by_what_was_written(desk: Desk) -> None:
    before = desk.rig.books.customer(desk.customer).closing_balance or Decimal(0)
    desk.made("Sales", desk.invoice())
    desk.made("Receipt", desk.receipt("100.00"))
    assert desk.rig.books.customer(desk.customer).closing_balance == before + Decimal("136.00")
