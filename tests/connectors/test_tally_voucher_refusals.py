"""What is not sent to Tally, or refused there, in plain words; what is chosen and learnt first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.model.cancel import CancelToken
from app.model.errors import NotReady, Rejected
from app.simulator import SimulatedTally
from tests.connectors.tally_rig import COMPANY, TallyRig, company
from tests.connectors.voucher_desk import CHOICES, DAY, Desk, charge, line, sums


class TestRefused:
    """Nothing is sent, and nothing in Tally moves."""

    @pytest.fixture(autouse=True)
    def _nothing_moves(self, desk: Desk) -> Iterator[None]:
        counter, count = desk.rig.books.company.alt_vch, desk.count()
        yield
        assert (desk.rig.books.company.alt_vch, desk.count()) == (counter, count)

    def refused(self, desk: Desk, module: str, whole: dict[str, object]) -> Rejected:
        with pytest.raises(Rejected) as caught:
            desk.write(desk.create(module, whole))
        return caught.value

    def test_totals(self, desk: Desk) -> None:
        error = self.refused(desk, "Sales", desk.invoice(TOTAL="237.00"))
        assert (error.code, error.field, error.retryable) == ("totals_differ", "TOTAL", False)
        assert all(figure in error.message for figure in ("200.00", "36.00", "236.00", "237.00"))

    def test_a_line_that_does_not_compute(self, desk: Desk) -> None:
        (item,) = desk.items(1)
        lines = [line(item, "2", "100.00", AMOUNT="210.00")]
        error = self.refused(desk, "Sales", desk.invoice(LINES=lines, **sums("210.00")))
        assert (error.code, error.field) == ("line_amount", "LINES[0].AMOUNT")

    def test_allocated_more_than_received(self, desk: Desk) -> None:
        row = {"NAME": "A", "KIND": "new", "AMOUNT": "500.01"}
        assert self.refused(desk, "Receipt", desk.receipt("500.00", row)).field == "ALLOCATIONS"

    def test_another_customer_s_invoice(self, desk: Desk) -> None:
        other = next(one for one in desk.rig.books.customers() if one.name != desk.customer)
        row = {"INVOICE": desk.bill_key(other.name, "B-1"), "KIND": "against", "AMOUNT": "5.00"}
        assert "another customer" in self.refused(desk, "Receipt", desk.receipt("500.00", row)).message

    def test_no_customer(self, desk: Desk) -> None:
        assert self.refused(desk, "Sales", desk.invoice(PARTY=None)).field == "PARTY"

    def test_a_customer_that_is_not_there(self, desk: Desk) -> None:
        error = self.refused(desk, "Sales", desk.invoice(PARTY="nobody"))
        assert (error.code, error.retryable) == ("reference_missing", True)

    @pytest.mark.parametrize(
        ("name", "title"),
        [
            ("sales", "ledger for sales of goods"),
            ("tax:CGST", "ledger for CGST 9 %"),
            ("type:Sales", "voucher type"),
        ],
        ids=["sales", "tax", "type"],
    )
    def test_a_choice_that_is_missing(self, desk: Desk, name: str, title: str) -> None:
        chosen = {key: value for key, value in CHOICES.items() if key != name}
        error = self.refused(Desk.at(desk.rig, choices=chosen), "Sales", desk.invoice())
        assert (error.code, error.retryable, title in error.message) == ("choice_missing", True, True)

    def test_a_chosen_ledger_that_is_gone(self, desk: Desk) -> None:
        error = self.refused(Desk.at(desk.rig, choices={**CHOICES, "sales": "Gone"}), "Sales", desk.invoice())
        assert (error.code, "Gone" in error.message) == ("choice_gone", True)

    def test_a_tax_that_is_none(self, desk: Desk) -> None:
        taxes = [{"NAME": "Luxury", "RATE": "9", "AMOUNT": "36.00"}]
        assert self.refused(desk, "Sales", desk.invoice(TAXES=taxes)).code == "tax_unknown"

    def test_before_the_books_begin(self, desk: Desk) -> None:
        error = self.refused(desk, "Sales", desk.invoice(DATE="2020-01-01", DUEDATE=None))
        assert error.code == "before_books"

    def test_far_ahead(self, desk: Desk) -> None:
        error = self.refused(desk, "Sales", desk.invoice(DATE="2031-01-01", DUEDATE=None))
        assert (error.code, error.retryable) == ("after_period", True)

    def test_due_before_its_date(self, desk: Desk) -> None:
        assert self.refused(desk, "Sales", desk.invoice(DUEDATE="2026-08-01")).field == "DUEDATE"

    def test_an_order_without_goods(self, desk: Desk) -> None:
        whole = desk.order(LINES=[charge("Service Income", "10.00")], **sums("10.00"))
        assert self.refused(desk, "Sales Order", whole).field == "LINES"

    def test_educational(self, desk: Desk) -> None:
        desk.rig.sim.control.set_educational(True)
        error = self.refused(desk, "Sales", desk.invoice())
        assert (error.code, error.retryable) == ("educational_date", True)

    def test_a_bank_that_is_none(self, desk: Desk) -> None:
        assert self.refused(desk, "Receipt", desk.receipt(ACCOUNT="No Bank")).code == "ledger_missing"

    def test_another_company_open(self, desk: Desk) -> None:
        desk.connector.preflight(None, CancelToken())
        desk.rig.sim.control.close_company(COMPANY)
        with pytest.raises(NotReady):
            desk.write(desk.create("Sales", desk.invoice()))

    def test_refused_by_tally_without_a_reason(self, desk: Desk) -> None:
        desk.number_by_hand("Sales")
        taken = next(one.number for one in desk.rig.books.invoices() if one.voucher_type == "Sales" and one.number)
        desk.rig.books.company.voucher_types["sales"].prevent_duplicates = True
        error = self.refused(desk, "Sales", desk.invoice(VOUCHERNUMBER=taken))
        assert error.code == "silent_exception"


class TestEducational:
    @pytest.mark.parametrize("day", ["2026-08-01", "2026-08-02", "2026-08-31"])
    def test_days_that_it_takes(self, desk: Desk, day: str) -> None:
        desk.rig.sim.control.set_educational(True)
        record = desk.made("Sales", desk.invoice(DATE=day, DUEDATE=None))
        assert record.fields["DATE"] == day


class TestShape:
    """The form of orders and the godowns of these books."""

    @pytest.fixture
    def godowns(self, tmp_path: Path) -> Iterator[TallyRig]:
        with SimulatedTally([company(multi_godown=True)]) as sim:
            yield TallyRig(sim, tmp_path / "locks")

    def test_godowns_are_learnt_from_the_company_s_own(self, godowns: TallyRig) -> None:
        godowns.sim.control.set_quirk("any_godown_refused", True)
        desk = Desk.at(godowns)
        sale = desk.made("Sales", desk.invoice())
        order = desk.made("Sales Order", desk.order())
        for record in (sale, order):
            assert godowns.books.company.vouchers[int(record.id)].lines[0].godown == "Main Location"

    def test_a_chosen_godown(self, godowns: TallyRig) -> None:
        desk = Desk.at(godowns, choices={**CHOICES, "godown": "गोदाम 2"})
        record = desk.made("Sales", desk.invoice())
        assert godowns.books.company.vouchers[int(record.id)].lines[0].godown == "गोदाम 2"

    def test_no_order_to_learn_from(self, tmp_path: Path) -> None:
        with SimulatedTally([company(vouchers=0)]) as sim:
            rig = TallyRig(sim, tmp_path / "locks")
            desk = Desk.at(rig)
            written = desk.write(desk.create("Sales Order", desk.order()))
            assert any("no sales order entered by hand" in note for note in written.notes)
            assert written.record is not None
            sim.control.set_quirk("any_godown_refused", True)
            with pytest.raises(Rejected):
                desk.write(desk.create("Sales Order", desk.order()))

    def test_bad_order_number_asks_for_an_example(self, tmp_path: Path) -> None:
        with SimulatedTally([company(vouchers=0)]) as sim:
            rig = TallyRig(sim, tmp_path / "locks")
            desk = Desk.at(rig)
            sim.control.set_quirk("order_due_in_days_only", True)
            with pytest.raises(Rejected) as caught:
                desk.write(desk.create("Sales Order", desk.order()))
            assert (caught.value.code, caught.value.retryable) == ("order_number", True)
            assert "by hand" in caught.value.hint
            (item,) = desk.items(1)
            made = sim.control.add_invoice(
                COMPANY,
                desk.customer,
                DAY,
                [(item, "1", "1.00")],
                voucher_type="Sales Order",
                number="SO-1",
                order_no="SO-1",
            )
            voucher = rig.books.company.vouchers[made]
            voucher.lines = (voucher.lines[0]._replace(due_text="0 Days"),)
            record = Desk.at(rig).made("Sales Order", desk.order())
            assert record.fields["DUEDATE"] == "2026-09-04"

    def test_the_registration_of_a_company_with_several(self, desk: Desk) -> None:
        books = desk.rig.books.company
        books.registration = ("Pune Registration", "27AAACB1234C1Z5")
        (item,) = desk.items(1)
        desk.rig.sim.control.add_invoice(COMPANY, desk.customer, "2026-09-30", [(item, "1", "1.00")])
        record = desk.made("Sales", desk.invoice())
        assert books.vouchers[int(record.id)].registration == books.registration


class TestChoices:
    def test_what_is_offered(self, desk: Desk) -> None:
        offered = {one.name: one for one in desk.connector.choices(CancelToken())}
        assert {"sales", "sales:18", "tax:CGST", "tax:CGST:9", "tax:IGST:18", "round_off", "freight", "bank"} <= set(
            offered
        )
        assert offered["tax:CGST:9"].suggested == "Output CGST"
        assert (offered["tax:CGST:9"].title, offered["tax:IGST"].chosen) == ("Ledger for CGST 9 %", "Output IGST")
        assert offered["type:Sales"].options[0][0] == "Sales"
        assert offered["type:Sales"].needed_for == ("invoice",)
        assert "type:Receipt" not in offered
        assert offered["round_off"].suggested == "Round Off"
        assert {name for name, _ in offered["bank"].options} >= {"Cash", "HDFC Bank Current A/c"}
        counts = [count for _, count in offered["sales"].options]
        assert counts == sorted(counts, reverse=True)

    def test_by_rate(self, desk: Desk) -> None:
        chosen = Desk.at(desk.rig, choices={**CHOICES, "sales:12": "Sales @12%"})
        (item,) = chosen.items(1)
        whole = chosen.invoice(LINES=[line(item, "1", "10.00", GSTRATE="12")], **sums("10.00"))
        assert chosen.made("Sales", whole).fields["LINES"][0]["LEDGERNAME"] == "Sales @12%"

    def test_an_empty_company(self, tmp_path: Path) -> None:
        with SimulatedTally([company(vouchers=0)]) as sim:
            offered = {one.name for one in Desk.at(TallyRig(sim, tmp_path / "locks")).connector.choices(CancelToken())}
            assert {"sales", "tax:CGST", "tax:SGST", "tax:IGST", "bank"} <= offered
