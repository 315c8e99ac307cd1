"""A new financial year, and a company that was split: what comes in, what is asked, and that nothing old is lost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.db.merge import MergeStore
from app.db.records import RecordStore
from app.db.shapes import HubRow
from app.model.events import Noticed
from app.simulator import CompanySpec, SimulatedTally
from tests.sync.tally_rig import TallyRig

COMPANY = "Demo Traders & Co"
CHILD = f"{COMPANY} - (from 1-Apr-26)"
LIVING = "invoices WHERE deleted_at IS NULL"


@pytest.fixture
def tally() -> Iterator[SimulatedTally]:
    with SimulatedTally([CompanySpec(name=COMPANY, customers=12, items=8, vouchers=120, seed=3)]) as sim:
        yield sim


@pytest.fixture
def rig(tally: SimulatedTally, tmp_path: Path) -> TallyRig:
    made = TallyRig(tmp_path, tally.url, COMPANY, company_guid=tally.books(COMPANY).company.guid)
    assert made.sync().status == "completed"
    return made


def linked(rig: TallyRig) -> dict[str, HubRow]:
    """The hub's invoices by the id of the voucher that each is linked to."""
    with rig.db.read() as conn:
        links = conn.exec_driver_sql(
            "SELECT remote_id, local_entity_id FROM erp_entity_sync_records"
            " WHERE entity_type = 'invoice' AND remote_deleted_at IS NULL"
        ).fetchall()
        rows = MergeStore(rig.db.dialect).hub_rows(conn, "invoice", [row[1] for row in links])
    return {rid: rows[local_id] for rid, local_id in links}


def split(tally: SimulatedTally) -> None:
    """The company's place is taken by its child; the parent is closed."""
    tally.control.split_company(COMPANY, date(2026, 4, 1), CHILD, "D:\\Tally\\100007")
    tally.control.close_company(COMPANY)


def sell(tally: SimulatedTally, company: str, day: str, number: str = "") -> int:
    books = tally.books(company)
    customer, item = next(iter(books.customers())), next(iter(books.items()))
    return tally.control.add_invoice(company, customer.name, day, [(item.name, "2", "75.00")], number=number)


def test_the_new_year_comes_in_and_is_told_of_once(tally: SimulatedTally, rig: TallyRig) -> None:
    told: list[Noticed] = []
    rig.bus.subscribe(lambda event: told.append(event) if isinstance(event, Noticed) else None)
    tally.control.set_period(COMPANY, date(2027, 4, 1), date(2028, 3, 31))
    made = sell(tally, COMPANY, "2027-04-01")
    run = rig.sync()
    assert run.status == "completed"
    assert (run.message or "").startswith(f"The books of “{COMPANY}” now run to 31-Mar-2028. 1 created")
    assert [(one.level, one.title) for one in told] == [("info", f"The books of “{COMPANY}” now run to 31-Mar-2028")]
    assert str(made) in linked(rig)
    assert rig.sync().message == "Nothing had changed"
    assert len(told) == 1


def test_a_preview_leaves_the_telling_to_the_run(tally: SimulatedTally, rig: TallyRig) -> None:
    tally.control.set_period(COMPANY, date(2027, 4, 1), date(2028, 3, 31))
    assert "now run to" not in (rig.sync(dry_run=True).message or "")
    assert "now run to" in (rig.sync().message or "")


def test_the_same_number_in_the_new_year_is_another_invoice(tally: SimulatedTally, rig: TallyRig) -> None:
    """Numbers begin again on 1 April: the hub's invoice of last year that Tally does not have is not taken for it."""
    tally.control.set_numbering(COMPANY, "Sales", "Manual")
    old = sell(tally, COMPANY, "2026-03-31", number="NY-1")
    rig.sync()
    hub_id = linked(rig)[str(old)].id
    tally.control.delete_voucher(COMPANY, old)
    rig.sync(check=True)
    new = sell(tally, COMPANY, "2026-04-01", number="NY-1")
    run = rig.sync()
    assert (run.status, run.conflicts) == ("completed", 0)
    assert linked(rig)[str(new)].id != hub_id
    assert rig.count("invoices WHERE number = 'NY-1'") == 2


@pytest.mark.parametrize("policy", ["flag", "propagate"])
def test_the_child_of_a_split_is_asked_about_and_loses_nothing(
    tally: SimulatedTally, rig: TallyRig, policy: str
) -> None:
    for config in rig.configs.list(connection_id=rig.connection_id):
        rig.configs.update(config.id, delete_policy=policy)
    living = rig.count(LIVING)
    before = {rid: row.values for rid, row in linked(rig).items()}
    split(tally)
    held = rig.sync()
    assert held.status == "held"
    assert "1-Apr-2026" in (held.message or "")
    assert rig.sync(approved=frozenset({"identity"})).status == "completed"
    for run in (rig.sync(), rig.sync(check=True), rig.sync(sync_type="full")):
        assert run.status == "completed"  # not asked again, and the old year is in no list
    assert rig.count(LIVING) == living
    assert rig.count("invoices WHERE custom LIKE '%deleted_in%'") == 0
    after = linked(rig)
    old = [rid for rid, values in before.items() if str(values["date"]) < "2026-04-01"]
    assert old
    assert all(after[rid].values["total"] == before[rid]["total"] for rid in old)


def test_an_id_that_the_child_gives_anew_is_another_voucher(tally: SimulatedTally, rig: TallyRig) -> None:
    old_id, old = min(linked(rig).items(), key=lambda found: str(found[1].values["date"]))
    split(tally)
    books = tally.books(CHILD).company
    books.last_voucher_id = int(old_id) - 1
    assert sell(tally, CHILD, "2026-04-02") == int(old_id)
    assert rig.sync(approved=frozenset({"identity"})).status == "completed"
    assert linked(rig)[old_id].id != old.id
    with rig.db.read() as conn:
        number, total, deleted = conn.exec_driver_sql(
            "SELECT number, total, deleted_at FROM invoices WHERE id = ?", (old.id,)
        ).one()
    assert (number, total, deleted) == (old.values["number"], old.values["total"], None)


def test_the_child_beside_the_company_is_asked_about_once(tally: SimulatedTally, rig: TallyRig) -> None:
    tally.control.split_company(COMPANY, date(2026, 4, 1), CHILD, "D:\\Tally\\100007")
    held = rig.sync()
    assert (held.status, (held.guard or {})["guard"]) == ("held", "split")
    run = rig.sync(approved=frozenset({"split"}))
    assert (run.status, run.records_processed) == ("completed", 0)  # nothing to compare: our own books are as they were
    assert rig.sync().status == "completed"


def test_a_document_of_the_old_year_is_not_sent_to_the_child(tally: SimulatedTally, rig: TallyRig) -> None:
    for config in rig.configs.list(connection_id=rig.connection_id):
        rig.configs.update(config.id, sync_direction="bidirectional", delete_policy="propagate")
    rig.sync()
    _, old = min(linked(rig).items(), key=lambda found: str(found[1].values["date"]))
    split(tally)
    rig.sync(approved=frozenset({"identity"}))
    RecordStore(rig.db).update("invoice", old.id, {"narration": "changed"}, "user")
    before = len(tally.requests)
    run = rig.sync(sync_type="incremental")
    assert len(tally.requests) - before <= 2
    assert run.records_failed == 1
    assert rig.count("sync_errors WHERE code = 'closed_books' AND resolved_at IS NULL") == 1
