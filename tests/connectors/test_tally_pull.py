"""Whole pulls of a simulated company: after each, every value in the hub beside what the books say."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.connectors.base import Feedback, PullMode, PullRequest
from app.model.cancel import CancelToken
from app.model.errors import BadAnswer, ConnectorError, Misconfigured, NotReady
from app.simulator import Quirks, SimulatedTally
from tests.connectors.tally_rig import COMPANY, MemoryState, TallyRig, company, document_fields


@pytest.fixture
def synced(tally: TallyRig) -> TallyRig:
    """A company whose hub is up to date."""
    tally.hub.pull(tally.open(), tally.modules, PullMode.FULL)
    assert tally.differences() == []
    tally.sim.clear_log()
    return tally


def again(tally: TallyRig, mode: PullMode = PullMode.INCREMENTAL) -> list[str]:
    tally.hub.pull(tally.open(), tally.modules, mode)
    return tally.differences()


def test_full_pull_is_the_books_to_the_paisa(tally: TallyRig) -> None:
    tally.hub.pull(tally.open(), tally.modules, PullMode.FULL)
    assert tally.differences() == []
    assert tally.hub.problems == []
    assert tally.sim.max_in_flight == 1


def test_totals_tie(synced: TallyRig) -> None:
    """Lines, taxes and round-off make the total, in every document."""
    from decimal import Decimal

    for (module, ident), fields in synced.hub.fields.items():
        if module in ("Sales", "Sales Order") and fields["TOTAL"] is not None:
            parts = (
                [line["AMOUNT"] for line in fields["LINES"]]
                + [tax["AMOUNT"] for tax in fields["TAXES"]]
                + [fields["ROUNDOFF"]]
            )
            assert sum(map(Decimal, parts)) == Decimal(fields["TOTAL"]), ident


def test_balance_due_is_what_the_open_bills_say(synced: TallyRig) -> None:
    due = {key: fields["BALANCEDUE"] for key, fields in synced.hub.fields.items() if key[0] == "Sales"}
    assert any(value != "0.00" for value in due.values())
    invoice = next(
        one
        for one in synced.books.invoices()
        if due["Sales", str(one.master_id)] == f"{one.total:.2f}" and one.allocations
    )
    synced.sim.control.add_receipt(
        COMPANY, invoice.party or "", date(2026, 9, 30), "10.00", against=invoice.allocations[0].reference
    )
    assert again(synced) == []
    assert synced.hub.fields["Sales", str(invoice.master_id)]["BALANCEDUE"] == f"{invoice.total - 10:.2f}"


def test_both_forms_of_a_voucher_give_the_same_record(synced: TallyRig) -> None:
    """The collection form, which the full pull read, and the Object form, which one by one reads."""
    connector = synced.open()
    customers = {customer.name for customer in synced.books.customers()}
    for module in ("Sales Order", "Sales", "Receipt"):
        ids = sorted(synced.hub.ids(module), key=int)[:40]
        for record in connector.read(module, ids, CancelToken()):
            known = synced.hub.records[module, record.id]
            assert record.fields == {name: known.fields[name] for name in record.fields}
            if module == "Sales":
                expected = document_fields(module, synced.books.document(int(record.id)), customers)
                assert {name: record.fields[name] for name in expected} == expected


def test_quiet_run_is_one_request(synced: TallyRig) -> None:
    assert again(synced) == []
    assert len(synced.sim.requests) == 1


# -- changes ------------------------------------------------------------------------------------------------------


def test_masters_edited_renamed_added(synced: TallyRig) -> None:
    control = synced.sim.control
    names = [customer.name for customer in synced.books.customers()]
    items = [item.name for item in synced.books.items()]
    control.edit_customer(COMPANY, names[0], email="जय@example.in", address=["1 <Main> & Sons", "Pune"], credit_days=45)
    control.rename_customer(COMPANY, names[1], 'Peña "Ñandú" & Co')
    control.add_customer(COMPANY, "नई दुकान", opening="-125.50")
    control.edit_item(COMPANY, items[0], description="New\nlines")
    control.add_item(COMPANY, "Fresh item")
    # A voucher shows its party's new name without having been touched; the lookup leads to the same customer.
    assert [one for one in again(synced) if one.startswith(("('Ledger'", "('StockItem'"))] == []
    assert again(synced, PullMode.FULL) == []


def test_a_renamed_customer_keeps_what_is_due(synced: TallyRig) -> None:
    due = {key: fields["BALANCEDUE"] for key, fields in synced.hub.fields.items() if key[0] == "Sales"}
    party = next(
        fields["PARTYNAME"]
        for key, fields in synced.hub.fields.items()
        if key[0] == "Sales" and fields["BALANCEDUE"] != "0.00"
    )
    synced.sim.control.rename_customer(COMPANY, party, "Quite another name")
    synced.sim.control.add_voucher(COMPANY, "Journal", date(2026, 9, 30), [("Cash", "-5.00"), ("Round Off", "5.00")])
    again(synced)
    assert {key: fields["BALANCEDUE"] for key, fields in synced.hub.fields.items() if key[0] == "Sales"} == due


def test_new_vouchers_bring_their_balances_and_nothing_else(synced: TallyRig) -> None:
    control = synced.sim.control
    customer, item = synced.a_customer().name, next(synced.books.items()).name
    control.add_invoice(
        COMPANY, customer, date(2026, 9, 30), [(item, "2", "99.99")], narration="Line one\r\nline & two"
    )
    control.add_receipt(COMPANY, customer, date(2026, 9, 30), "250.00")
    assert again(synced) == []
    asked = [request.summary for request in synced.sim.requests]
    assert len(asked) < 20, asked


def test_a_voucher_altered_to_other_amounts(synced: TallyRig) -> None:
    invoice = list(synced.books.invoices())[5]
    synced.sim.control.edit_voucher(COMPANY, invoice.master_id, scale=3, narration="tripled")
    assert again(synced) == []


def test_a_purchase_moves_stock(synced: TallyRig) -> None:
    control = synced.sim.control
    control.add_voucher(
        COMPANY,
        "Journal",
        date(2026, 9, 30),
        [(synced.a_customer().name, "-75.00"), ("Freight Charges", "75.00")]
        if synced.sim.program.companies[0].find_ledger("Freight Charges")
        else [(synced.a_customer().name, "-75.00"), ("Cash", "75.00")],
    )
    assert again(synced) == []


def test_an_old_voucher_is_found_by_widening(synced: TallyRig) -> None:
    oldest = next(synced.books.invoices())
    synced.sim.control.edit_voucher(COMPANY, oldest.master_id, narration="found")
    assert again(synced) == []
    assert synced.hub.fields["Sales", str(oldest.master_id)]["NARRATION"] == "found"


def test_cancelled_and_optional(synced: TallyRig) -> None:
    first, second = list(synced.books.invoices())[-2:]
    synced.sim.control.cancel_voucher(COMPANY, first.master_id)
    synced.sim.control.edit_voucher(COMPANY, second.master_id, optional=True)
    assert again(synced) == []
    assert synced.hub.fields["Sales", str(first.master_id)]["STATUS"] == "cancelled"
    assert synced.hub.fields["Sales", str(second.master_id)]["STATUS"] == "draft"


def test_many_changes_come_by_windows(synced: TallyRig) -> None:
    for invoice in list(synced.books.vouchers()):
        for _ in range(2):
            synced.sim.control.edit_voucher(COMPANY, invoice.id, narration=f"bulk {invoice.id}")
    assert again(synced) == []


def test_a_saved_twice_voucher_ends_the_search(synced: TallyRig) -> None:
    invoice = list(synced.books.invoices())[-1]
    for text in ("once", "twice"):
        synced.sim.control.edit_voucher(COMPANY, invoice.master_id, narration=text)
    assert again(synced) == []
    synced.sim.clear_log()
    assert again(synced) == []
    assert len(synced.sim.requests) == 1


# -- what is gone, or renumbered ----------------------------------------------------------------------------------


def test_a_deletion_that_moved_the_counter_is_found_at_once(synced: TallyRig) -> None:
    invoice = list(synced.books.invoices())[-3]
    synced.sim.control.delete_voucher(COMPANY, invoice.master_id)
    assert again(synced) == []
    assert str(invoice.master_id) not in synced.hub.ids("Sales")


def test_a_deletion_that_moved_nothing_is_found_by_the_check(synced: TallyRig) -> None:
    synced.sim.control.set_quirk("delete_moves_counter", False)
    receipt = list(synced.books.receipts())[2]
    synced.sim.control.delete_voucher(COMPANY, receipt.master_id)
    again(synced)
    assert str(receipt.master_id) in synced.hub.ids("Receipt")
    assert again(synced, PullMode.CHECK) == []


def test_a_deleted_master_is_found(synced: TallyRig) -> None:
    control = synced.sim.control
    control.add_customer(COMPANY, "Short lived")
    assert again(synced) == []
    control.delete_customer(COMPANY, "Short lived")
    assert again(synced, PullMode.CHECK) == []


def test_renumbered_vouchers_are_read_again(synced: TallyRig) -> None:
    """Receipts of the demo are numbered anew when one is inserted; no AlterID of theirs moves."""
    synced.sim.control.set_numbering(COMPANY, "Receipt", "Automatic", "Auto Renumber")
    assert again(synced) == []
    synced.sim.control.insert_voucher(COMPANY, date(2026, 2, 3))
    assert again(synced) == []


def test_a_restored_backup_is_asked_about(synced: TallyRig) -> None:
    control = synced.sim.control
    control.take_backup(COMPANY)
    control.edit_voucher(COMPANY, list(synced.books.invoices())[-1].master_id, narration="after the backup")
    again(synced)
    control.restore_backup(COMPANY)
    standing = synced.open().preflight(synced.hub.known, CancelToken())
    assert [question[0] for question in standing.questions] == ["counters"]
    assert standing.full_compare
    assert again(synced) == []


def test_another_data_folder_is_asked_about(synced: TallyRig) -> None:
    synced.sim.control.move_data_folder(COMPANY, "D:\\Copy\\100000")
    standing = synced.open().preflight(synced.hub.known, CancelToken())
    assert [question[0] for question in standing.questions] == ["identity"]


# -- companies ----------------------------------------------------------------------------------------------------


def test_renamed_debtors_group_at_any_depth(tmp_path: Path) -> None:
    with SimulatedTally([company(debtors_name="ग्राहक (Customers)")]) as sim:
        tally = TallyRig(sim, tmp_path)
        tally.hub.pull(tally.open(), tally.modules, PullMode.FULL)
        assert tally.differences() == []
        assert len({fields["PARENT"] for (module, _), fields in tally.hub.fields.items() if module == "Ledger"}) > 1


def test_only_what_is_wanted_is_asked_for(tally: TallyRig) -> None:
    tally.modules = {"Ledger": frozenset({"NAME", "EMAIL"}), "Receipt": tally.modules["Receipt"]}
    tally.hub.pull(tally.open(), tally.modules, PullMode.FULL)
    assert set(next(fields for (module, _), fields in tally.hub.fields.items() if module == "Ledger")) == {
        "NAME",
        "EMAIL",
    }
    assert {module for module, _ in tally.hub.fields} == {"Ledger", "Receipt"}


def test_from_date_leaves_earlier_vouchers_out(tally: TallyRig) -> None:
    tally.hub.pull(tally.open(from_date="2026-01-15"), tally.modules, PullMode.FULL)
    days = [
        fields["DATE"]
        for (module, _), fields in tally.hub.fields.items()
        if module in ("Sales", "Receipt", "Sales Order")
    ]
    assert min(days) >= "2026-01-15"
    assert len(days) == sum(
        one.date >= date(2026, 1, 15)
        for one in [*tally.books.invoices(), *tally.books.receipts(), *tally.books.orders()]
    )


def test_educational_books(tmp_path: Path) -> None:
    with SimulatedTally([company(educational=True)], licence="educational") as sim:
        tally = TallyRig(sim, tmp_path)
        tally.hub.pull(tally.open(), tally.modules, PullMode.FULL)
        assert tally.differences() == []
        assert tally.open().test(CancelToken()).details["educational"] is True


def test_a_company_without_vouchers(tmp_path: Path) -> None:
    with SimulatedTally([company(vouchers=0)]) as sim:
        tally = TallyRig(sim, tmp_path)
        tally.hub.pull(tally.open(), tally.modules, PullMode.FULL)
        assert tally.differences() == []
        customer, item = tally.a_customer().name, next(tally.books.items()).name
        sim.control.add_invoice(COMPANY, customer, date(2026, 5, 1), [(item, "1", "10")])
        assert again(tally) == []


QUIRKS: dict[str, dict[str, object]] = {
    "only FILTER is obeyed": {"honour_filters": False},
    "only FILTERS is obeyed": {"honour_filter": False},
    "nested bills come back wrong": {"nested_bills_wrong": True},
    "closing figures follow the period": {"closing_follows_period": True},
    "raw narrations": {"raw_narrations": True},
    "no keep-alive": {"keep_alive": False},
}


@pytest.mark.parametrize("quirk", QUIRKS)
def test_habits_on_which_installs_disagree(quirk: str, tmp_path: Path) -> None:
    with SimulatedTally([company(vouchers=80)], quirks=Quirks(**QUIRKS[quirk])) as sim:  # type: ignore[arg-type]
        tally = TallyRig(sim, tmp_path)
        tally.hub.pull(tally.open(), tally.modules, PullMode.FULL)
        # A line end that is not escaped is a plain newline by the rules of XML.
        assert [one for one in tally.differences() if "NARRATION" not in one or quirk != "raw narrations"] == []
        sim.control.edit_voucher(COMPANY, list(tally.books.invoices())[-1].master_id, narration="changed")
        assert [one for one in again(tally) if "NARRATION" not in one or quirk != "raw narrations"] == []


@pytest.mark.parametrize("version", ["3.0", "5.1", "7.1"])
def test_releases(version: str, tmp_path: Path) -> None:
    with SimulatedTally([company(vouchers=80)], version=version) as sim:
        tally = TallyRig(sim, tmp_path)
        tally.hub.pull(tally.open(), tally.modules, PullMode.FULL)
        assert tally.differences() == []


# -- trouble in the middle ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("after", [400, 1_500])
def test_an_answer_cut_off_is_not_used(after: int, synced: TallyRig) -> None:
    invoice = list(synced.books.invoices())[-1]
    synced.sim.control.edit_voucher(COMPANY, invoice.master_id, narration="cut")
    connector = synced.open()
    connector.preflight(synced.hub.known, CancelToken())
    synced.sim.control.cut_next_answer(after)
    with pytest.raises(BadAnswer) as caught:
        connector.read("Sales", [str(invoice.master_id)], CancelToken())
    assert caught.value.code == "cut_off"
    assert again(synced) == []


def test_reset_in_an_answer(synced: TallyRig) -> None:
    for when in ("before", "after"):
        synced.sim.control.reset_next_connection(when)
        with pytest.raises(ConnectorError) as caught:
            again(synced)
        assert caught.value.code in ("reset", "cut_off"), when
    assert again(synced) == []


def test_company_closed_and_another_open(synced: TallyRig, tmp_path: Path) -> None:
    synced.sim.control.close_company(COMPANY)
    with pytest.raises(NotReady) as caught:
        again(synced)
    assert caught.value.code == "no_company_open"
    with SimulatedTally([company(name="Other Books")]) as other:
        tally = TallyRig(other, tmp_path / "other", state=MemoryState())
        with pytest.raises(NotReady, match="Other Books"):
            tally.hub.pull(tally.open(), tally.modules)


def test_a_company_closed_in_the_middle_is_not_an_empty_one(tally: TallyRig) -> None:
    connector = tally.open()
    connector.preflight(None, CancelToken())
    wanted = {"Sales": tally.modules["Sales"]}
    request = PullRequest("vouchers", wanted, None, PullMode.FULL, CancelToken(), Feedback(), lambda _: None)
    pull = connector.changes(request)
    next(pull)
    tally.sim.control.close_company(COMPANY)
    with pytest.raises(NotReady):
        list(pull)


def test_the_same_name_with_another_guid(tally: TallyRig) -> None:
    with pytest.raises(Misconfigured) as caught:
        tally.open(company_guid="11111111-2222-3333-4444-555555555555").preflight(None, CancelToken())
    assert caught.value.code == "other_company"


def test_a_company_renamed_in_tally_is_known_by_its_guid(tally: TallyRig) -> None:
    guid = tally.open().books(CancelToken())[0].details["guid"]
    standing = tally.open(company="Its former name", company_guid=guid).preflight(None, CancelToken())
    assert standing.identity["name"] == COMPANY


def test_no_company_chosen(tally: TallyRig) -> None:
    with pytest.raises(Misconfigured, match="which company"):
        tally.open(company="").preflight(None, CancelToken())


STOPS: list[tuple[str, Callable[[TallyRig], None]]] = [
    (
        "while pulling",
        lambda tally: tally.sim.control.edit_customer(COMPANY, tally.a_customer().name, email="meanwhile@example.in"),
    ),
    (
        "a voucher meanwhile",
        lambda tally: tally.sim.control.edit_voucher(
            COMPANY, next(tally.books.invoices()).master_id, narration="meanwhile"
        ),
    ),
]


@pytest.mark.parametrize(("name", "edit"), STOPS, ids=[name for name, _ in STOPS])
def test_edits_in_the_middle_of_a_full_pull(name: str, edit: Callable[[TallyRig], None], tally: TallyRig) -> None:
    tally.hub.pull(tally.open(), tally.modules, PullMode.FULL, stop_after=8)
    edit(tally)
    for _ in range(3):
        again(tally)
    assert tally.differences() == []


def test_customers_that_join_with_a_moved_group_come_even_after_a_test_in_between(tally: TallyRig) -> None:
    books = tally.books.company
    group = next(
        ledger.parent
        for ledger in books.ledgers.values()
        if ledger.under("Sundry Debtors")
        and not ledger.parent.reserved
        and not ledger_groups_below(tally, ledger.parent)
    )
    debtors, group.parent = group.parent, books.group_reserved("Sundry Creditors")
    tally.hub.pull(tally.open(), tally.modules, PullMode.FULL)
    apart = len(tally.hub.ids("Ledger"))
    group.parent, group.alter_id = debtors, books.touch_master()
    assert tally.open().test(CancelToken()).ok
    tally.hub.pull(tally.open(), tally.modules)
    assert len(tally.hub.ids("Ledger")) > apart
    assert tally.hub.ids("Ledger") == tally.ids("Ledger")


def ledger_groups_below(tally: TallyRig, group: Any) -> bool:
    return any(other.parent is group for other in tally.books.company.groups.values())
