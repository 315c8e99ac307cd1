"""Two machines on one hub: each connection is run by one of them at a time, and one that was thought dead changes nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.db.leases import LeaseStore
from app.simulator import CompanySpec, SimulatedTally
from tests.sync.books_check import differences
from tests.sync.tally_rig import TallyRig

pytestmark = pytest.mark.database("postgresql")
COMPANY = "Demo Traders & Co"
ROOT = Path(__file__).resolve().parents[2]
ELSEWHERE = "another-pc:1:1.00"

#: An agent with a data folder (and so locks) of its own. It tells how its runs ended.
AGENT = """
import os, signal, sys
from pathlib import Path
from app.db.batch import Batch
from app.db.database import Database
from tests.sync.tally_rig import TallyRig

folder, url, company, database, runs, stops = sys.argv[1:]
write, write_page, left = Database.write, Batch.write, 3

def counted(self, conn):
    global left
    write_page(self, conn)
    left -= 1

def stopping(self):
    global stops
    if stops == "yes" and left <= 0 and not self._stack:
        stops = "no"
        os.kill(os.getpid(), signal.SIGSTOP)
    return write(self)

Batch.write, Database.write = counted, stopping
rig = TallyRig(Path(folder), url, company, database_url=database)
print(*(rig.sync().status for _ in range(int(runs))))
rig.close()
"""


@pytest.fixture
def tally() -> Iterator[SimulatedTally]:
    with SimulatedTally([CompanySpec(name=COMPANY, customers=30, items=20, vouchers=200, seed=3)]) as sim:
        yield sim


@pytest.fixture
def rig(tally: SimulatedTally, data_dir: Path, database_url: str) -> Iterator[TallyRig]:
    made = TallyRig(data_dir, tally.url, COMPANY, database_url=database_url)
    yield made
    made.close()


def agent(rig: TallyRig, tally: SimulatedTally, name: str, database_url: str, *, runs: int = 1, stops: bool = False):
    """``stops``: when it has written three pages, as a PC that falls asleep."""
    folder = rig.folder / name
    folder.mkdir()
    arguments = [str(folder), tally.url, COMPANY, database_url, str(runs), "yes" if stops else "no"]
    return subprocess.Popen([sys.executable, "-c", AGENT, *arguments], cwd=ROOT, stdout=subprocess.PIPE, text=True)


def said(process: subprocess.Popen[str]) -> list[str]:
    out, _ = process.communicate(timeout=100)
    assert process.returncode == 0
    return out.split()


def test_two_agents_take_turns(tally: SimulatedTally, rig: TallyRig, database_url: str) -> None:
    both = [agent(rig, tally, name, database_url, runs=3) for name in ("one", "two")]
    assert [said(process) for process in both] == [["completed"] * 3] * 2
    assert differences(rig, tally.books(COMPANY)) == []
    # Their locks are in two folders, as on two machines: the lease alone kept them apart.
    assert tally.max_in_flight == 1


def test_a_killed_agents_connection_is_taken_over_at_once(
    tally: SimulatedTally, rig: TallyRig, database_url: str
) -> None:
    other = agent(rig, tally, "other", database_url, stops=True)
    os.waitpid(other.pid, os.WUNTRACED)
    other.kill()
    other.communicate()
    assert rig.sync().status == "completed"
    assert differences(rig, tally.books(COMPANY)) == []
    runs = rig.runs.list().items
    assert [(run.status, (run.error or {}).get("code")) for run in runs] == [
        ("completed", None), ("failed", "interrupted"),
    ]  # fmt: skip


def test_another_machines_lease_is_waited_for(tally: SimulatedTally, rig: TallyRig) -> None:
    leases = LeaseStore(rig.db)
    assert leases.take(rig.connection_id, ELSEWHERE, 1) == 1
    assert rig.sync().status == "completed"
    lease = leases.get(rig.connection_id)
    assert lease is not None
    assert lease.fence == 2


def test_an_agent_that_was_away_saves_nothing_more(tally: SimulatedTally, rig: TallyRig, database_url: str) -> None:
    """A PC that slept in the middle of a run wakes when another one has done it all."""
    other = agent(rig, tally, "other", database_url, stops=True)
    os.waitpid(other.pid, os.WUNTRACED)
    with rig.db.write() as conn:
        conn.exec_driver_sql("UPDATE leases SET expires_at = '2026-01-01T00:00:00.000Z'")
    assert rig.sync().status == "completed"
    before = rig.count("record_history")
    other.send_signal(signal.SIGCONT)
    assert said(other) == ["failed"]
    assert rig.count("record_history") == before
    assert differences(rig, tally.books(COMPANY)) == []
