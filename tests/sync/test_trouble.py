"""What goes wrong around a sync: a full disk, a locked database, a clock set back, a mapping changed in the middle. Each time
a clear error, and the next run is right."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.db.database import Database
from app.db.records import RecordStore
from app.model.clock import utc_now
from app.model.errors import StorageError, UnknownOutcome
from app.model.events import Noticed
from app.sync.engine import Engine, EnginePorts
from app.sync.jobs import Jobs
from app.sync.order import RunOrder
from tests.sync.rig import Rig
from tests.sync.test_push import both, dirty, edit, fill, raising


@pytest.fixture
def rig(data_dir: Path, database_url: str) -> Iterator[Rig]:
    made = Rig(data_dir, database_url)
    yield made
    made.db.close()


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Rig]:
    """On SQLite, whose file we can keep from growing."""
    made = Rig(tmp_path / "small")
    yield made
    made.db.close()


def pragma(db: Database, text: str) -> None:
    for kind in ("write", "full"):
        with db.unmanaged(kind) as raw:
            raw.execute(f"PRAGMA {text}")


def pages(db: Database) -> int:
    with db.unmanaged("write") as raw:
        return int(raw.execute("PRAGMA page_count").fetchone()[0])


def test_a_full_disk_in_the_middle_of_a_pull(small: Rig) -> None:
    one = both(small)
    fill(small, customers=400)
    small.erps["A"].page_size = 20
    pragma(small.db, f"max_page_count={pages(small.db) + 20}")
    jobs = Jobs(small.engine, small.runs, small.bus)
    told: list[Noticed] = []
    small.bus.subscribe(lambda event: told.append(event) if isinstance(event, Noticed) else None)
    log_id = jobs.submit(RunOrder(one))
    assert jobs.wait(log_id, 60)
    here = len(small.hub("customer"))
    assert 0 < here < 400
    assert here % 20 == 0
    assert any("full" in one.text.lower() or "disk" in one.text.lower() for one in told)
    pragma(small.db, "max_page_count=1073741823")
    run = small.sync(one)
    assert (run.status, len(small.hub("customer"))) == ("completed", 400)
    assert small.erps["A"].writes == []


def test_a_full_disk_before_a_write_sends_nothing(small: Rig) -> None:
    one = both(small)
    fill(small)
    small.sync(one)
    edit(small, "Customer 1", city="Mumbai " * 20_000)
    pragma(small.db, f"max_page_count={pages(small.db)}")
    run = small.sync(one, direction="push")
    assert (run.status, run.error["code"]) == ("failed", "storage_full")  # type: ignore[index]
    assert small.erps["A"].writes == []
    pragma(small.db, "max_page_count=1073741823")
    small.sync(one)
    assert len(small.erps["A"].writes) == 1
    assert dirty(small) == 0


def test_a_locked_database_is_waited_for_and_said(small: Rig) -> None:
    one = both(small)
    fill(small)
    small.sync(one)
    edit(small, "Customer 1", city="Mumbai")
    pragma(small.db, "busy_timeout=50")
    held, free = threading.Event(), threading.Event()
    other = Database(small.db.url.render_as_string(hide_password=False), data_dir=small.folder)

    def hold() -> None:
        with other.write() as conn:
            conn.exec_driver_sql("UPDATE settings SET value = value")
            held.set()
            free.wait(60)

    thread = threading.Thread(target=hold)

    def hook(where: str) -> None:
        if where == "write:before:update":
            thread.start()
            held.wait(60)

    small.erps["A"].hook = hook
    with pytest.raises(StorageError) as raised:
        small.sync(one)
    assert "in use" in raised.value.message
    free.set()
    thread.join()
    other.close()
    small.erps["A"].hook = lambda _where: None
    small.sync(one)
    # The write was done; that it was is found out, and it is not done twice.
    assert len(small.erps["A"].writes) == 1
    assert dirty(small) == 0
    assert small.scalar("SELECT count(*) FROM journal WHERE state = 'inflight'") == 0


class Clock:
    def __init__(self) -> None:
        self.offset = timedelta(0)

    def __call__(self) -> datetime:
        return utc_now() + self.offset


def test_a_clock_that_is_set_back_an_hour(rig: Rig) -> None:
    clock = Clock()
    rig.engine = Engine(rig.db, rig, EnginePorts(rig._ports, rig._settings), rig.bus, clock)  # type: ignore[arg-type]
    one = both(rig)
    fill(rig)
    rig.sync(one)
    erp = rig.erps["A"]
    RecordStore(rig.db).create("customer", {"business_name": "Acme"}, "user")
    erp.hook = raising("write:after:create", UnknownOutcome("No answer came."))
    erp.rows["Parties"]["c0"] = (erp.rows["Parties"]["c0"][0], {**erp.rows["Parties"]["c0"][1]})
    rig.sync(one)
    clock.offset = -timedelta(hours=1)
    erp.hook = lambda _where: None
    edit(rig, "Customer 1", city="Mumbai")
    erp.put("Parties", "c2", CITY="Nashik")
    for _ in range(2):
        run = rig.sync(one, sync_type="incremental")
    assert run.status == "completed"
    assert [kind for kind, _, _ in erp.writes] == ["create", "update"]
    assert rig.hub("customer")["Customer 2"].values["city"] == "Nashik"
    assert len(rig.hub("customer")) == len(erp.rows["Parties"]) == 4
    assert dirty(rig) == 0


def test_a_mapping_that_is_changed_in_the_middle_of_a_run(rig: Rig) -> None:
    one = both(rig)
    fill(rig, customers=7)
    config = next(item for item in rig.configs.list(connection_id=one) if item.entity_type == "customer")
    without_city = [item for item in rig.template("customer") if item.local_field != "city"]

    def hook(where: str) -> None:
        if where == "page:Parties:3":
            rig.erps["A"].hook = lambda _where: None
            rig.configs.update(config.id, mappings=without_city)

    rig.erps["A"].hook = hook
    first = rig.sync(one)
    assert first.status == "completed"  # under the mapping that it began with
    rig.configs.update(config.id, mappings=rig.template("customer"))
    edit(rig, "Customer 5", city="Mumbai")
    rig.erps["A"].put("Parties", "c4", CITY="Nashik")
    run = rig.sync(one, sync_type="incremental")
    assert run.status == "completed"
    assert {row.values["city"] for row in rig.hub("customer").values()} == {"Pune", "Mumbai", "Nashik"}
    assert rig.erps["A"].writes == [("update", "c5", {"CITY": "Mumbai"})]
    rig.sync(one, sync_type="incremental")
    assert len(rig.erps["A"].writes) == 1
    assert dirty(rig) == 0
