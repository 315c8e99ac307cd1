"""What people do in Tally in the very moment of our write, and what the hub believes wrongly: nothing of theirs is lost unseen."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from app.connectors.base import WriteKind, WriteOp
from app.model.cancel import CancelToken
from app.model.errors import ConnectorError, Gone, NotReady, Rejected, Stale
from app.model.ids import new_id
from app.model.records import RemoteRecord
from app.simulator.books import Company
from tests.connectors.tally_rig import COMPANY, TallyRig
from tests.connectors.voucher_desk import Desk, line, sums


def by_hand(desk: Desk) -> RemoteRecord:
    """An invoice that somebody typed into Tally, with a number that no other voucher has that day."""
    invoice = next(one for one in desk.rig.books.invoices() if one.status == "posted" and one.lines and one.customer)
    desk.rig.sim.control.edit_voucher(COMPANY, invoice.master_id, number="HAND-1")
    return desk.read("Sales", invoice.master_id)


def ours(desk: Desk) -> RemoteRecord:
    return desk.made("Sales", desk.invoice())


def imports(desk: Desk) -> int:
    return sum(one.kind.startswith("import") for one in desk.rig.sim.requests)


def customer_op(kind: WriteKind, fields: dict[str, Any], before: RemoteRecord | None = None) -> WriteOp:
    whole = {**(before.fields if before else {}), **fields}
    label = str(whole["NAME"])
    ident = before.id if before else None
    return WriteOp(new_id(), kind, "customer", "Ledger", new_id(), label, fields, whole, remote_id=ident, before=before)


class TestTheCompany:
    def copy_of(self, rig: TallyRig) -> Company:
        """The same company again, restored into another folder."""
        again = copy.deepcopy(rig.books.company)
        again.data_path = "D:\\Restored\\10001"
        return again

    def test_two_of_one_name_are_not_written_to(self, desk: Desk) -> None:
        program = desk.rig.sim.server.program
        program.companies.append(self.copy_of(desk.rig))
        with pytest.raises(NotReady) as told:
            desk.write(desk.create("Sales", desk.invoice()))
        assert told.value.code == "same_name_twice"
        assert told.value.message.endswith("Nothing was sent.")
        assert imports(desk) == 0

    def test_a_copy_that_was_opened_in_its_place_is_not_it(self, desk: Desk) -> None:
        program = desk.rig.sim.server.program
        ours(desk)
        program.companies[:] = [self.copy_of(desk.rig)]
        program.active = program.companies[0]
        desk.connector._open_writer(CancelToken()).guard.trouble()
        with pytest.raises(NotReady) as told:
            desk.write(desk.create("Sales", desk.invoice()))
        assert "in place of ours" in told.value.message


class TestTheVeryMoment:
    def act(self, desk: Desk, what: Callable[[], object]) -> None:
        desk.rig.sim.control.before_next_import(what)

    def test_ours_deleted_is_not_made_anew(self, desk: Desk) -> None:
        record = ours(desk)
        count = desk.count()
        self.act(desk, lambda: desk.rig.sim.control.delete_voucher(COMPANY, int(record.id)))
        with pytest.raises(Gone):
            desk.write(desk.update(record, NARRATION="changed"))
        assert desk.count() == count - 1

    @pytest.mark.parametrize("kind", ["update", "cancel", "delete"])
    def test_one_by_hand_deleted_is_gone(self, desk: Desk, kind: str) -> None:
        record = by_hand(desk)
        count = desk.count()
        op = {
            "update": lambda: desk.update(record, NARRATION="changed"),
            "cancel": lambda: desk.update(record, STATUS="cancelled"),
            "delete": lambda: desk.delete(record),
        }[kind]()
        self.act(desk, lambda: desk.rig.sim.control.delete_voucher(COMPANY, int(record.id)))
        with pytest.raises(Gone):
            desk.write(op)
        assert desk.count() == count - 1

    def test_another_took_the_name(self, desk: Desk) -> None:
        """Two customers swap their names: the one that the hub means isn't the one that is changed."""
        first, second = (one for one in list(desk.rig.books.customers())[:2])
        (record,) = desk.connector.read("Ledger", [str(first.master_id)], CancelToken())

        def swap() -> None:
            desk.rig.sim.control.rename_customer(COMPANY, first.name, "For a moment")
            desk.rig.sim.control.rename_customer(COMPANY, second.name, first.name)
            company = desk.rig.books.company
            # Only what is told by the AlterID is looked at: the rename of ours came before we read.
            ledger = company.find_ledger("For a moment")
            assert ledger is not None
            ledger.alter_id = int(record.version)

        self.act(desk, swap)
        op = customer_op(WriteKind.UPDATE, {"EMAIL": "new@example.in"}, record)
        with pytest.raises(Rejected) as told:
            desk.write(op)
        assert (told.value.code, told.value.retryable) == ("wrong_record", False)
        assert told.value.message.startswith("ATTENTION")

    def test_changed_since_it_was_read_is_stale(self, desk: Desk) -> None:
        record = ours(desk)
        desk.rig.sim.control.edit_voucher(COMPANY, int(record.id), reference="theirs")
        before = imports(desk)
        with pytest.raises(Stale):
            desk.write(desk.update(record, NARRATION="x"))
        assert imports(desk) == before


class TestALostCreate:
    def test_somebody_else_s_customer_of_that_name_is_not_taken_for_ours(self, desk: Desk) -> None:
        theirs = next(iter(desk.rig.books.customers()))
        fields = {"NAME": theirs.name.upper(), "EMAIL": "ours@example.in"}
        op = customer_op(WriteKind.CREATE, fields)
        assert desk.find(op) is None
        same = {"NAME": theirs.name, "EMAIL": theirs.email or None}
        found = desk.find(replace(op, fields=same, whole=same))
        assert found is not None
        assert found.id == str(theirs.master_id)


class TestWhatTheHubBelieves:
    def test_what_is_not_sent_stays_as_tally_has_it(self, desk: Desk) -> None:
        """The hub's whole record differs where a conflict waits, or where Tally made something else of what was sent."""
        desk.number_by_hand("Sales")
        record = ours(desk)
        op = desk.update(record, NARRATION="changed")
        belief = {"VOUCHERNUMBER": "OTHER-1", "REFERENCE": "hub's", "STATUS": "draft", "DUEDATE": "2026-12-31"}
        written = desk.write(replace(op, whole={**op.whole, **belief}))
        assert written.record is not None
        assert {**written.record.fields, "NARRATION": None} == {**record.fields, "NARRATION": None}
        assert written.notes == ()

    def test_a_cancelled_one_comes_back_as_the_hub_has_it(self, desk: Desk) -> None:
        record = ours(desk)
        (cancelled,) = [desk.write(desk.update(record, STATUS="cancelled")).record]
        assert cancelled is not None
        op = desk.update(cancelled, STATUS="posted")
        written = desk.write(
            replace(op, whole={**record.fields, "STATUS": "posted"}, references=desk.references(record.fields))
        )
        assert written.record is not None
        assert (written.record.fields["STATUS"], written.record.fields["TOTAL"]) == ("posted", record.fields["TOTAL"])

    def test_notes_of_the_create_are_not_repeated(self, desk: Desk) -> None:
        first = desk.write(desk.create("Sales", desk.invoice()))
        assert any("instead of INV-9" in note for note in first.notes)
        assert first.record is not None
        op = desk.update(first.record, NARRATION="changed")
        assert desk.write(replace(op, whole={**op.whole, "VOUCHERNUMBER": "INV-9"})).notes == ()

    def test_a_buyer_s_name_that_was_typed_in_stays(self, desk: Desk) -> None:
        record = ours(desk)
        voucher = desk.rig.books.company.vouchers[int(record.id)]
        voucher.sent = {**(voucher.sent or {}), "BASICBUYERNAME": "Mr Buyer, Nashik"}
        desk.write(desk.update(record, NARRATION="changed"))
        assert (voucher.sent or {})["BASICBUYERNAME"] == "Mr Buyer, Nashik"
        assert "EFFECTIVEDATE" not in desk.rig.sim.requests[-2].text

    def test_lines_due_on_different_days_are_not_levelled(self, desk: Desk) -> None:
        record = desk.made("Sales Order", desk.order(*((item, "2", "100.00") for item in desk.items(2))))
        voucher = desk.rig.books.company.vouchers[int(record.id)]
        first, second = voucher.lines
        voucher.lines = (first, second._replace(due=second.due + 10))
        changed = desk.read("Sales Order", record.id)
        with pytest.raises(Rejected) as told:
            desk.write(desk.update(changed, DUEDATE="2026-10-01"))
        assert told.value.code == "would_lose"
        written = desk.write(desk.update(changed, NARRATION="changed"))
        assert written.record is not None
        assert [one.due for one in voucher.lines] == [first.due, second.due + 10]


class TestTheLicence:
    def test_an_activated_one_is_noticed_on_the_same_day(self, tally: TallyRig) -> None:
        tally.sim.control.set_educational(True)
        desk = Desk.at(tally)
        with pytest.raises(Rejected) as told:
            desk.write(desk.create("Sales", desk.invoice()))
        assert (told.value.code, told.value.retryable) == ("educational_date", True)
        tally.sim.control.set_educational(False)
        again = Desk.at(tally)
        assert again.write(again.create("Sales", again.invoice())).record is not None


class TestOddDocuments:
    NAMES = ('O\'Brien & "Sons" <Pune> Ltd', "नमस्ते ट्रेडर्स & कंपनी", "A-B  C\\D; 100% %20 &amp; ]]>", "🙂 Traders")

    @pytest.mark.parametrize("name", NAMES)
    def test_names(self, desk: Desk, name: str) -> None:
        fields = {"NAME": name, "ADDRESS": f"{name}\n{name}", "PARENT": f"Agents {name}", "LEDSTATENAME": "Maharashtra"}
        made = desk.write(customer_op(WriteKind.CREATE, fields))
        assert made.record is not None
        assert made.record.label == " ".join(name.split(" "))
        record = desk.made("Sales", desk.invoice(PARTY=made.record.key, NARRATION=name, REFERENCE=name))
        assert (record.fields["PARTYNAME"], record.fields["NARRATION"], record.fields["REFERENCE"]) == (
            name,
            name,
            name,
        )
        desk.number_by_hand("Sales")
        numbered = desk.made("Sales", desk.invoice(VOUCHERNUMBER=f'"{name[:8]}"', PARTY=made.record.key))
        voucher = desk.rig.books.company.vouchers[int(numbered.id)]
        voucher.narration = "the key is gone"
        again = desk.read("Sales", numbered.id)
        assert desk.write(desk.update(again, REFERENCE="by number")).record is not None

    @pytest.mark.parametrize(
        "goods",
        [
            {"BILLEDQTY": "0", "RATE": "0.00", "AMOUNT": "0.00"},
            {"BILLEDQTY": "5", "RATE": "0.00", "AMOUNT": "0.00"},
            {"BILLEDQTY": None, "UNIT": None, "RATE": None, "AMOUNT": "75.00"},
            {"BILLEDQTY": "3", "RATE": "100.00", "DISCOUNT": "33.333", "AMOUNT": "200.00"},
        ],
    )
    def test_lines_of_nothing_and_of_money_alone(self, desk: Desk, goods: dict[str, str | None]) -> None:
        first, second = desk.items(2)
        rows = [line(first, "1", "100.00"), {**line(second, "1", "1.00"), **goods}]
        total = str(Decimal("100.00") + Decimal(goods["AMOUNT"] or 0))
        record = desk.made("Sales", desk.invoice(LINES=rows, **sums(total)))
        assert [row["AMOUNT"] for row in record.fields["LINES"]] == ["100.00", goods["AMOUNT"]]
        written = desk.write(desk.update(record, NARRATION="changed"))
        assert written.record is not None
        assert written.record.fields["LINES"] == record.fields["LINES"]

    def test_what_is_given_back_is_refused_in_words(self, desk: Desk) -> None:
        (item,) = desk.items(1)
        rows = [line(item, "-2", "100.00")]
        with pytest.raises(ConnectorError) as told:
            desk.write(desk.create("Sales", desk.invoice(LINES=rows, **sums("-200.00"))))
        assert "credit note" in told.value.message
        assert told.value.message.endswith(".")

    def test_a_type_below_another_and_renamed(self, desk: Desk) -> None:
        company = desk.rig.books.company
        kind = copy.copy(company.voucher_types["sales"])
        kind.id, kind.name, kind.parent_name = company.next_master_id(), 'Web "Sales" & Co', "Sales"
        kind.alter_id = company.touch_master()
        company.voucher_types['web "sales" & co'] = kind
        other = Desk.at(desk.rig, choices={**desk.connector._settings.auth["choices"], "type:Sales": kind.name})
        record = other.made("Sales", other.invoice())
        assert record.fields["VOUCHERTYPENAME"] == kind.name
        kind.name, kind.alter_id = "Shop Sales", company.touch_master()
        company.voucher_types["shop sales"] = company.voucher_types.pop('web "sales" & co')
        again = Desk.at(desk.rig)
        written = again.write(again.update(again.read("Sales", record.id), NARRATION="changed"))
        assert written.record is not None
        assert written.record.fields["VOUCHERTYPENAME"] == "Shop Sales"
