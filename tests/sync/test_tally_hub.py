"""A whole Tally company in the hub, correct to the paisa: at first, after changes, after a kill."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from app.simulator import CompanySpec, SimulatedTally
from tests.sync.books_check import differences
from tests.sync.tally_rig import TallyRig

pytestmark = pytest.mark.database("sqlite")

COMPANY = "Demo Traders & Co"
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def tally() -> Iterator[SimulatedTally]:
    with SimulatedTally([CompanySpec(name=COMPANY, customers=60, items=40, vouchers=400, seed=3)]) as sim:
        yield sim


@pytest.fixture
def rig(tally: SimulatedTally, data_dir: Path, database_url: str) -> Iterator[TallyRig]:
    made = TallyRig(data_dir, tally.url, COMPANY, database_url=database_url)
    yield made
    made.close()


@pytest.mark.database("both")
def test_the_hub_equals_the_books_and_a_second_sync_is_quiet(tally: SimulatedTally, rig: TallyRig) -> None:
    run = rig.sync()
    assert (run.status, run.records_failed) == ("completed", 0)
    assert differences(rig, tally.books(COMPANY)) == []
    tally.clear_log()
    before = rig.count("record_history")
    run = rig.sync()
    assert (run.status, run.records_processed, len(tally.requests)) == ("completed", 0, 1)
    run = rig.sync(check=True)
    assert (run.status, run.records_success) == ("completed", 0)
    run = rig.sync(sync_type="full")
    assert (run.status, run.records_success) == ("completed", 0)
    assert rig.count("record_history") == before
    assert tally.max_in_flight == 1


def test_what_people_do_in_tally_arrives(tally: SimulatedTally, rig: TallyRig) -> None:
    rig.sync()
    books = tally.books(COMPANY)
    customers = sorted(books.customers(), key=lambda one: one.master_id)
    invoices = [one for one in books.invoices() if one.status == "posted" and one.customer]
    receipts = [one for one in books.receipts() if one.status == "posted"]
    tally.control.edit_customer(COMPANY, customers[3].name, email="new@example.invalid", phone="0201234567")
    tally.control.rename_customer(COMPANY, customers[5].name, "नया नाम & Söhne ₹")
    tally.control.add_customer(COMPANY, 'Peña\'s "Best" <Shop>')
    tally.control.edit_voucher(COMPANY, invoices[2].master_id, narration='first line\nsecond & "third"')
    tally.control.edit_voucher(COMPANY, invoices[4].master_id, scale=3)
    tally.control.cancel_voucher(COMPANY, invoices[6].master_id)
    tally.control.delete_voucher(COMPANY, invoices[8].master_id)
    tally.control.delete_voucher(COMPANY, receipts[1].master_id)
    run = rig.sync()
    assert run.status in {"completed", "partial"}, run.error
    left = differences_without_deleted(rig, tally)
    assert left == []
    assert rig.count("erp_entity_sync_records WHERE remote_deleted_at IS NOT NULL") == 2
    tally.clear_log()
    run = rig.sync()
    assert (run.records_processed, len(tally.requests)) == (0, 1)


def differences_without_deleted(rig: TallyRig, tally: SimulatedTally) -> list[str]:
    """The default policy flags what Tally deleted and keeps it: for the comparison it is taken out here."""
    with rig.db.write() as conn:
        for table in ("customers", "products", "orders", "invoices", "payments"):
            conn.execute(
                text(
                    f"UPDATE {table} SET deleted_at = 'test' WHERE custom LIKE '%deleted_in%' AND id IN"
                    " (SELECT local_entity_id FROM erp_entity_sync_records WHERE remote_deleted_at IS NOT NULL)"
                )
            )
    return differences(rig, tally.books(COMPANY))


_KILLED = """
import os, sys
sys.path.insert(0, {root!r})
from pathlib import Path
from tests.sync.tally_rig import TallyRig
from app.db.batch import Batch

count = 0
write = Batch.write

def write_and_die(self, conn):
    global count
    count += 1
    if count == {n} and {before}:
        os.kill(os.getpid(), 9)
    write(self, conn)
    if count == {n}:
        os.kill(os.getpid(), 9)

Batch.write = write_and_die
TallyRig(Path({folder!r}), {url!r}, {company!r}, database_url={database!r}).sync()
"""


def _die_and_go_on(tally: SimulatedTally, rig: TallyRig, database_url: str, n: int, before: bool) -> None:
    script = _KILLED.format(
        root=str(ROOT),
        folder=str(rig.folder),
        url=tally.url,
        company=COMPANY,
        database=database_url,
        n=n,
        before=before,
    )
    killed = subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False, env={**os.environ}, timeout=100)
    assert killed.returncode == -signal.SIGKILL
    run = rig.sync()
    assert run.status == "completed", run.error
    assert differences(rig, tally.books(COMPANY)) == []
    assert tally.max_in_flight == 1


@pytest.mark.parametrize(("n", "before"), [(1, True), (1, False), (3, True), (4, False), (6, False), (8, True)])
def test_kill_9_in_the_middle_and_nothing_is_doubled_or_missing(
    tally: SimulatedTally, rig: TallyRig, database_url: str, n: int, before: bool
) -> None:
    _die_and_go_on(tally, rig, database_url, n, before)


@pytest.mark.database("postgresql")
def test_kill_9_while_a_server_holds_what_was_written(tally: SimulatedTally, rig: TallyRig, database_url: str) -> None:
    _die_and_go_on(tally, rig, database_url, 4, False)


@pytest.mark.parametrize("at", [20_000, 90_000])
def test_a_cut_answer_is_not_used_and_the_next_run_is_right(tally: SimulatedTally, rig: TallyRig, at: int) -> None:
    tally.control.cut_next_answer(at)
    first = rig.sync()
    if first.status != "completed":  # a small answer had ended before the cut
        assert first.error is not None
        assert first.error["hint"]
    assert rig.sync().status == "completed"
    assert differences(rig, tally.books(COMPANY)) == []


@pytest.mark.database("both")
def test_a_restored_backup_is_asked_about_and_loses_nothing(tally: SimulatedTally, rig: TallyRig) -> None:
    tally.control.take_backup(COMPANY)
    invoice = next(one for one in tally.books(COMPANY).invoices() if one.status == "posted")
    tally.control.edit_voucher(COMPANY, invoice.master_id, narration="after the backup")
    rig.sync()
    tally.control.restore_backup(COMPANY)
    run = rig.sync()
    assert run.status == "held"
    assert run.guard is not None
    assert run.guard["guard"] == "counters"
    run = rig.sync(approved=frozenset({"counters"}))
    assert run.status == "completed", run.error
    assert differences(rig, tally.books(COMPANY)) == []
