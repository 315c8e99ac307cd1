"""Previews, runs of a part, and questions answered, on a whole Tally company."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from app.db.database import DATABASE_FILE
from app.db.plans import PlanStore
from app.model.errors import Unreachable
from app.simulator import CompanySpec, SimulatedTally
from app.simulator.truth import Receipt
from app.sync.engine import RunOrder
from app.sync.pull import Puller
from tests.sync.books_check import by_remote_id, differences
from tests.sync.tally_rig import TallyRig

pytestmark = pytest.mark.database("sqlite")
COMPANY = "Demo Traders & Co"
SPEC = CompanySpec(name=COMPANY, customers=20, items=10, vouchers=120, seed=3)


@pytest.fixture
def tally() -> Iterator[SimulatedTally]:
    with SimulatedTally([SPEC]) as sim:
        yield sim


@pytest.fixture(scope="module")
def synced(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A hub after its first sync with that company."""
    folder = tmp_path_factory.mktemp("synced")
    with SimulatedTally([SPEC]) as sim:
        made = TallyRig(folder, sim.url, COMPANY)
        assert made.sync().status == "completed"
        made.db.checkpoint()
        made.close()
    return folder / DATABASE_FILE


@pytest.fixture
def rig(
    tally: SimulatedTally, data_dir: Path, database_url: str, dialect: str, request: pytest.FixtureRequest
) -> Iterator[TallyRig]:
    if dialect == "sqlite":
        shutil.copy(request.getfixturevalue("synced"), data_dir / DATABASE_FILE)
    made = TallyRig(data_dir, tally.url, COMPANY, database_url=database_url)
    if dialect == "sqlite":
        made.connections.update(made.connection_id, base_url=tally.url)
    else:
        assert made.sync().status == "completed"
    yield made
    made.close()


def config_of(rig: TallyRig, entity: str) -> str:
    return rig.configs.list(connection_id=rig.connection_id, entity_type=entity)[0].id


def last_receipt(tally: SimulatedTally) -> Receipt:
    return list(tally.books(COMPANY).receipts())[-1]


def test_a_preview_keeps_nothing_from_the_sync_after_it(tally: SimulatedTally, rig: TallyRig) -> None:
    """What is due of an invoice moves without the invoice: a preview that noted it as told would hide it."""
    due = {
        rid: row for rid, row in by_remote_id(rig, "invoice").items() if Decimal(row.values["balance_due"] or 0) > 50
    }
    rid, invoice = next((rid, row) for rid, row in due.items() if row.values["customer"])
    names = {row.id: str(row.values["business_name"]) for row in by_remote_id(rig, "customer").values()}
    party, bill = names[str(invoice.values["customer"])], f"INV-{invoice.values['number']}/{rid}"
    day = last_receipt(tally).date.isoformat()
    tally.control.add_receipt(COMPANY, party, day, "11.00", against=bill)
    preview = rig.sync(dry_run=True)
    assert preview.counts is not None
    assert preview.counts["invoice"]["updated"] == 1
    rig.sync()
    now = by_remote_id(rig, "invoice")[rid].values["balance_due"]
    assert Decimal(now) == Decimal(invoice.values["balance_due"]) - 11


def test_a_preview_names_what_it_would_change(tally: SimulatedTally, rig: TallyRig) -> None:
    customer = next(iter(tally.books(COMPANY).customers()))
    day = last_receipt(tally).date.isoformat()
    tally.control.add_receipt(COMPANY, customer.name, day, "11.00")
    plan = PlanStore(rig.db).of_run(rig.sync(dry_run=True).id)
    assert plan is not None
    assert customer.name in {item.label for item in plan.items if item.action == "update"}
    assert all(item.label for item in plan.items)


def test_a_run_of_the_invoices_alone_costs_the_next_run_nothing(tally: SimulatedTally, rig: TallyRig) -> None:
    invoices = (config_of(rig, "invoice"),)
    tally.clear_log()
    assert rig.sync(config_ids=invoices).records_processed == 0
    assert rig.sync().records_processed == 0
    assert len(tally.requests) == 2
    books = tally.books(COMPANY)
    tally.control.edit_voucher(COMPANY, next(iter(books.invoices())).master_id, narration="changed")
    tally.control.edit_voucher(COMPANY, last_receipt(tally).master_id, scale=3)
    assert set(rig.sync(config_ids=invoices).counts or {}) == {"invoice"}
    assert differences(rig, tally.books(COMPANY)) != []
    rig.sync()
    assert differences(rig, tally.books(COMPANY)) == []


def test_a_run_of_the_invoices_alone_in_full_is_gone_on_with(tally: SimulatedTally, rig: TallyRig) -> None:
    again = rig.sync(config_ids=(config_of(rig, "invoice"),), sync_type="full")
    assert again.records_processed == len(list(tally.books(COMPANY).invoices()))
    assert rig.sync().records_processed == 0


def test_a_moved_folder_that_was_approved_is_compared_whole(tally: SimulatedTally, rig: TallyRig) -> None:
    tally.control.move_data_folder(COMPANY, r"D:\Data\100001")
    held = rig.sync()
    assert held.status == "held"
    run = rig.sync(approved=frozenset({"identity"}))
    everything = sum(len(by_remote_id(rig, one)) for one in ("customer", "product", "order", "invoice", "payment"))
    assert (run.status, run.records_processed) == ("completed", everything)
    assert rig.sync().records_processed == 0


@pytest.mark.database("both")
def test_a_restored_backup_that_was_approved_deletes_nothing(tally: SimulatedTally, rig: TallyRig) -> None:
    rig.configs.update(config_of(rig, "invoice"), delete_policy="propagate")
    customer, item = next(iter(tally.books(COMPANY).customers())), next(iter(tally.books(COMPANY).items()))
    day = next(iter(tally.books(COMPANY).invoices())).date.isoformat()
    tally.control.take_backup(COMPANY, "before")
    tally.control.add_invoice(COMPANY, customer.name, day, [(item.name, "1", "10.00")])
    rig.sync()
    living = rig.count("invoices WHERE deleted_at IS NULL")
    tally.control.restore_backup(COMPANY, "before")
    assert rig.sync().status == "held"
    assert rig.sync(approved=frozenset({"counters"})).status == "completed"
    assert rig.count("invoices WHERE deleted_at IS NULL") == living
    assert rig.count("invoices WHERE custom LIKE '%deleted_in%'") == 1


def test_after_a_question_a_run_that_was_cut_off_is_asked_about_again(
    tally: SimulatedTally, rig: TallyRig, monkeypatch: pytest.MonkeyPatch
) -> None:
    tally.control.move_data_folder(COMPANY, r"D:\Data\100001")

    def cut_off(*_args: object) -> None:
        raise Unreachable("Cut off.")

    with monkeypatch.context() as patch:
        patch.setattr(Puller, "pull", cut_off)
        assert rig.sync(approved=frozenset({"identity"})).status == "failed"
    assert rig.sync().status == "held"


def test_a_held_run_goes_on_as_it_was_asked_for(tally: SimulatedTally, rig: TallyRig) -> None:
    tally.control.move_data_folder(COMPANY, r"D:\Data\100001")
    chosen = (config_of(rig, "customer"), config_of(rig, "product"))
    held = rig.sync(config_ids=chosen, direction="pull", triggered_by="me", dry_run=True, check=True)
    assert held.status == "held"
    asked = RunOrder(rig.connection_id, chosen, "manual", "pull", "me", dry_run=True, check=True)
    assert RunOrder.of_held(held) == replace(asked, approved=frozenset({"identity"}))


@pytest.mark.database("both")
def test_a_newer_run_takes_the_place_of_one_that_waits(tally: SimulatedTally, rig: TallyRig) -> None:
    tally.control.move_data_folder(COMPANY, r"D:\Data\100001")
    first = rig.sync()
    rig.sync(dry_run=True)
    assert rig.runs.get(first.id).status == "held"
    second = rig.sync()
    assert [rig.runs.get(one.id).status for one in (first, second)] == ["cancelled", "held"]


def test_each_config_of_a_run_knows_when_it_ran(rig: TallyRig) -> None:
    before = {one.entity_type: one.last_sync_at for one in rig.configs.list(connection_id=rig.connection_id)}
    assert all(before.values())
    rig.sync(config_ids=(config_of(rig, "invoice"),))
    after = {one.entity_type: one.last_sync_at for one in rig.configs.list(connection_id=rig.connection_id)}
    assert {name for name, at in after.items() if at != before[name]} == {"invoice"}
