"""Failed records tried again, records read by a hint, and records that are paused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.db.again import AgainStore
from app.db.errors import ErrorStore
from app.db.merge import MergeStore
from app.db.records import RecordStore
from tests.sync.rig import Rig
from tests.sync.test_push import both, dirty, edit, fill

pytestmark = pytest.mark.database("sqlite")


@pytest.fixture
def rig(data_dir: Path, database_url: str) -> Iterator[Rig]:
    made = Rig(data_dir, database_url)
    yield made
    made.db.close()


def spoilt(rig: Rig) -> tuple[str, str]:
    """A connection, and the hub id of a customer of which a change could not be taken over."""
    one = both(rig)
    fill(rig)
    rig.sync(one)
    rig.erps["A"].put("Parties", "c1", OPENING="a lot", CITY="Nashik")
    run = rig.sync(one, sync_type="incremental")
    assert (run.status, ErrorStore(rig.db).count_open()) == ("partial", 1)
    return one, rig.hub("customer")["Customer 1"].id


def mend(rig: Rig) -> None:
    """The value is what it should be, and no cursor tells of it."""
    version, fields = rig.erps["A"].rows["Parties"]["c1"]
    rig.erps["A"].rows["Parties"]["c1"] = (version, {**fields, "OPENING": "-7.00"})


def city(rig: Rig, label: str = "Customer 1") -> object:
    return rig.hub("customer")[label].values["city"]


@pytest.mark.database("both")
def test_a_hint_reads_that_record_and_no_other(rig: Rig) -> None:
    one = both(rig)
    fill(rig)
    rig.sync(one)
    rig.erps["A"].put("Parties", "c0", CITY="Thane")
    rig.erps["A"].put("Parties", "c1", CITY="Nashik")
    edit(rig, "Customer 2", city="Mumbai")
    run = rig.sync(one, hints=(("Parties", "c1"), ("Parties", "c1"), ("Unknown", "x")))
    assert (city(rig, "Customer 0"), city(rig)) == ("Pune", "Nashik")
    assert rig.erps["A"].rows["Parties"]["c2"][1]["CITY"] == "Mumbai"  # and then it pushes as ever
    assert (run.status, run.counts["customer"]["updated"]) == ("completed", 1)  # type: ignore[index]
    rig.sync(one, sync_type="incremental")
    assert city(rig, "Customer 0") == "Thane"


def test_a_hint_of_a_new_record_brings_it_in(rig: Rig) -> None:
    one = both(rig)
    fill(rig)
    rig.sync(one)
    rig.erps["A"].put("Parties", "c9", NAME="New", GSTIN="G9")
    rig.erps["A"].put("Bills", "b9", NO="INV-9", DATE="2026-08-09", PARTY="new")
    rig.sync(one, hints=(("Bills", "b9"), ("Parties", "c9")), direction="pull")
    assert rig.hub("invoice")["INV-9"].values["customer"] == rig.hub("customer")["New"].id
    version = rig.hub("customer")["New"].version
    rig.sync(one, sync_type="full")
    assert (rig.hub("customer")["New"].version, len(rig.hub("customer"))) == (version, 4)


def test_a_hint_of_a_deletion_is_confirmed_and_done(rig: Rig) -> None:
    one = both(rig, delete_policy="propagate")
    fill(rig)
    rig.sync(one)
    rig.erps["A"].drop("Parties", "c2")
    rig.sync(one, hints=(("Parties", "c2"), ("Parties", "never-there")))
    assert sorted(rig.hub("customer")) == ["Customer 0", "Customer 1"]


def test_a_failed_record_is_read_again_when_its_time_has_come(rig: Rig) -> None:
    one, _ = spoilt(rig)
    mend(rig)
    rig.sync(one, sync_type="incremental")
    assert city(rig) == "Pune"  # the cursor has passed it, and nothing asked for it
    ErrorStore(rig.db).retry_now(one, remote_ids=["c1"])
    run = rig.sync(one, sync_type="incremental")
    assert (run.status, city(rig), ErrorStore(rig.db).count_open()) == ("completed", "Nashik", 0)
    before = rig.erps["A"].requests
    rig.sync(one, sync_type="incremental")
    assert rig.erps["A"].requests == before + 1


def test_one_that_fails_again_is_still_told_of(rig: Rig) -> None:
    one, _ = spoilt(rig)
    ErrorStore(rig.db).retry_now(one, remote_ids=["c1"])
    run = rig.sync(one, sync_type="incremental")
    (told,) = ErrorStore(rig.db).list(open_only=True).items
    assert (run.status, run.records_failed, told.attempts, told.run_id) == ("partial", 1, 2, run.id)


def test_one_that_is_no_longer_there_fails_no_more(rig: Rig) -> None:
    one = both(rig, entities=("customer",))
    rig.erps["A"].put("Parties", "c1", NAME="Bad", OPENING="a lot")
    rig.sync(one)
    rig.erps["A"].drop("Parties", "c1")
    run = rig.sync(one, hints=(("Parties", "c1"),))
    assert (run.status, ErrorStore(rig.db).count_open(), rig.hub("customer")) == ("completed", 0, {})


# --- paused --------------------------------------------------------------------------------------------------------------


def pause(rig: Rig, connection_id: str, local_id: str, *, paused: bool) -> None:
    store = MergeStore(rig.db.dialect)
    with rig.db.write() as conn:
        link = store.links_of(conn, connection_id, [local_id])[local_id]
        store.pause(conn, [link.id], paused=paused)
        if not paused:
            AgainStore(rig.db, connection_id).add(link.module, link.remote_id)


@pytest.mark.database("both")
def test_nothing_of_a_paused_record_moves_and_nothing_is_lost(rig: Rig) -> None:
    one = both(rig)
    fill(rig)
    rig.sync(one)
    local_id = edit(rig, "Customer 1", city="Mumbai")
    pause(rig, one, local_id, paused=True)
    rig.erps["A"].put("Parties", "c1", PHONE="7")
    for sync_type in ("incremental", "full", "incremental"):
        rig.sync(one, sync_type=sync_type)
    assert (rig.hub("customer")["Customer 1"].values["phone"], rig.erps["A"].writes) == (None, [])
    pause(rig, one, local_id, paused=False)
    rig.sync(one, sync_type="incremental")
    assert rig.hub("customer")["Customer 1"].values["phone"] == "7"
    assert rig.erps["A"].rows["Parties"]["c1"][1]["CITY"] == "Mumbai"
    assert (AgainStore(rig.db, one).list(), dirty(rig)) == ([], 0)


def test_a_deletion_of_a_paused_record_waits_until_it_moves_again(rig: Rig) -> None:
    one = both(rig, delete_policy="propagate")
    fill(rig)
    rig.sync(one)
    local_id = rig.hub("customer")["Customer 1"].id
    pause(rig, one, local_id, paused=True)
    rig.erps["A"].drop("Parties", "c1")
    rig.sync(one, sync_type="full")
    assert "Customer 1" in rig.hub("customer")
    pause(rig, one, local_id, paused=False)
    rig.sync(one, sync_type="incremental")
    assert "Customer 1" not in rig.hub("customer")


def test_a_paused_record_that_was_deleted_here_is_no_deletion_to_ask_about(rig: Rig) -> None:
    one = both(rig, delete_policy="propagate")
    fill(rig, customers=30)
    rig.sync(one)
    records = RecordStore(rig.db)
    for n in range(15):
        local_id = rig.hub("customer")[f"Customer {n}"].id
        pause(rig, one, local_id, paused=True)
        records.delete("customer", local_id, "user")
    run = rig.sync(one)
    assert (run.status, rig.erps["A"].writes) == ("completed", [])
