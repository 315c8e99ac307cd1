"""The engine's writing side against a small ERP: what is sent, what waits, what is refused, and what a lost answer leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from app.db.errors import ErrorStore
from app.db.records import RecordStore
from app.model.errors import Rejected, UnknownOutcome, Unreachable
from tests.sync.rig import Rig

pytestmark = pytest.mark.database("sqlite")


@pytest.fixture
def rig(data_dir: Path, database_url: str) -> Iterator[Rig]:
    made = Rig(data_dir, database_url)
    yield made
    made.db.close()


def both(rig: Rig, name: str = "A", **config: Any) -> str:
    return rig.connect(name, **{"sync_direction": "bidirectional", "conflict_resolution": "remote_wins", **config})


def fill(rig: Rig, name: str = "A", customers: int = 3) -> None:
    erp = rig.erps[name]
    for n in range(customers):
        erp.put(
            "Parties", f"c{n}", NAME=f"Customer {n}", GSTIN=f"GST{n}", CITY="Pune", OPENING="-10.50", CLOSING="-1.00"
        )
    erp.put(
        "Bills", "b1", NO="INV-1", DATE="2026-08-01", PARTY="customer 1", TOTAL="118.00",
        LINES=[{"TEXT": "Bolts", "AMOUNT": "100.00"}, {"TEXT": "Freight", "AMOUNT": "18.00"}],
    )  # fmt: skip


def edit(rig: Rig, label: str, entity: str = "customer", **values: Any) -> str:
    record = rig.hub(entity)[label]
    RecordStore(rig.db).update(entity, record.id, values, "user")
    return record.id


def raising(place: str, error: BaseException) -> Callable[[str], None]:
    def hook(where: str) -> None:
        if where == place:
            raise error

    return hook


def dirty(rig: Rig) -> int:
    return int(rig.scalar("SELECT count(*) FROM dirty"))


def test_only_the_changed_fields_go_and_nothing_comes_back_as_a_change(rig: Rig) -> None:
    one = both(rig)
    fill(rig)
    rig.sync(one)
    assert rig.erps["A"].writes == []
    assert dirty(rig) == 0
    edit(rig, "Customer 1", city="Mumbai", opening_balance="25.00")
    assert rig.scalar("SELECT count(*) FROM erp_entity_sync_records WHERE sync_status = 'pending'") == 1
    run = rig.sync(one, sync_type="incremental")
    assert rig.erps["A"].writes == [("update", "c1", {"CITY": "Mumbai", "OPENING": "-25.00"})]
    assert (run.status, run.counts["customer"]["sent_updated"], run.message) == ("completed", 1, "1 sent")
    assert rig.hub("customer")["Customer 1"].version == 2
    assert rig.scalar("SELECT count(*) FROM erp_entity_sync_records WHERE sync_status <> 'synced'") == 0
    for _ in range(2):
        run = rig.sync(one, sync_type="incremental")
    assert len(rig.erps["A"].writes) == 1
    assert dirty(rig) == 0
    assert rig.hub("customer")["Customer 1"].version == 2
    assert rig.scalar("SELECT state FROM journal") == "done"


def test_a_quiet_sync_costs_a_fixed_number_of_requests(rig: Rig) -> None:
    one = both(rig)
    fill(rig)
    rig.sync(one)
    before = rig.erps["A"].requests
    rig.sync(one, sync_type="incremental")
    quiet = rig.erps["A"].requests - before
    rig.sync(one, sync_type="incremental")
    assert rig.erps["A"].requests - before == 2 * quiet == 2  # the look at the books


@pytest.mark.database("both")
def test_new_records_go_with_their_references_first(rig: Rig) -> None:
    one = both(rig)
    records = RecordStore(rig.db)
    customer = records.create("customer", {"business_name": "Acme", "gstin": "G"}, "user")
    records.create(
        "invoice",
        {
            "number": "7", "date": "2026-08-02", "customer": customer["id"], "total": "5.00",
            "lines": [{"description": "Nut", "amount": "5.00"}],
        },
        "user",
    )  # fmt: skip
    run = rig.sync(one)
    assert [(kind, fields) for kind, _, fields in rig.erps["A"].writes] == [
        ("create", {"NAME": "Acme", "GSTIN": "G"}),
        (
            "create",
            {
                "NO": "7", "DATE": "2026-08-02", "PARTY": "acme", "TOTAL": "5.00",
                "LINES": [{"TEXT": "Nut", "AMOUNT": "5.00"}],
            },
        ),
    ]  # fmt: skip
    assert run.status == "completed"
    assert dirty(rig) == 0
    rig.sync(one, sync_type="full")
    assert len(rig.erps["A"].writes) == 2
    assert len(rig.hub("customer")) == 1


def test_a_record_waits_for_what_it_refers_to(rig: Rig) -> None:
    one = both(rig, entities=("invoice",))
    records = RecordStore(rig.db)
    customer = records.create("customer", {"business_name": "Acme"}, "user")
    records.create("invoice", {"number": "7", "date": "2026-08-02", "customer": customer["id"]}, "user")
    run = rig.sync(one)
    assert rig.erps["A"].writes == []
    assert run.counts["invoice"]["waiting"] == 1
    (told,) = ErrorStore(rig.db).list(open_only=True).items
    assert told.code == "waiting"
    assert "Acme" in told.message
    before = rig.erps["A"].requests
    rig.sync(one)  # it is not even looked at
    assert rig.erps["A"].requests == before + 1
    # From now on the customers are synced over this connection, too.
    rig.configs.create(
        connection_id=one,
        entity_type="customer",
        local_table="customers",
        remote_module="Parties",
        sync_direction="bidirectional",
        conflict_resolution="remote_wins",
        mappings=rig.template("customer"),
    )
    rig.sync(one)
    assert [kind for kind, _, _ in rig.erps["A"].writes] == ["create", "create"]
    assert ErrorStore(rig.db).count_open() == 0
    assert dirty(rig) == 0


def test_fields_changed_on_different_sides_merge(rig: Rig) -> None:
    one = both(rig)
    fill(rig)
    rig.sync(one)
    edit(rig, "Customer 1", city="Mumbai")
    rig.erps["A"].put("Parties", "c1", PHONE="99")
    rig.sync(one)
    assert rig.erps["A"].rows["Parties"]["c1"][1]["CITY"] == "Mumbai"
    assert rig.hub("customer")["Customer 1"].values["phone"] == "99"


def test_an_edit_over_there_just_before_the_write_is_merged_first(rig: Rig) -> None:
    """Without conditional writes the record is read just before: what is new there is not written over."""
    one = both(rig)
    fill(rig)
    rig.sync(one)
    edit(rig, "Customer 1", city="Mumbai", phone="1")
    erp = rig.erps["A"]
    real_read = erp.record
    first = [True]

    def record(module: str, rid: str) -> Any:
        if rid == "c1" and first:
            first.clear()
            erp.put("Parties", "c1", CITY="Nashik")
        return real_read(module, rid)

    erp.record = record  # type: ignore[method-assign]
    rig.sync(one, sync_type="incremental", direction="push")
    assert erp.rows["Parties"]["c1"][1] | {"CLOSING": None} == {
        "NAME": "Customer 1", "GSTIN": "GST1", "CITY": "Nashik", "OPENING": "-10.50", "CLOSING": None, "PHONE": "1",
    }  # fmt: skip
    assert rig.hub("customer")["Customer 1"].values["city"] == "Nashik"
    assert rig.scalar("SELECT resolution FROM conflicts") == "remote"


@pytest.mark.parametrize("place", ["before", "after"])
@pytest.mark.parametrize("kind", ["create", "update", "delete"])
def test_a_lost_answer_is_found_out_and_nothing_is_doubled(rig: Rig, kind: str, place: str) -> None:
    one = both(rig, delete_policy="propagate")
    fill(rig)
    rig.sync(one)
    erp, records = rig.erps["A"], RecordStore(rig.db)
    if kind == "create":
        records.create("customer", {"business_name": "Acme"}, "user")
    elif kind == "update":
        edit(rig, "Customer 1", city="Mumbai")
    else:
        records.delete("customer", rig.hub("customer")["Customer 2"].id, "user")
    erp.hook = raising(f"write:{place}:{kind}", UnknownOutcome("No answer came."))
    run = rig.sync(one)
    # What was unknown is looked up at the run's end already: the next answers have come since.
    assert run.status == "partial"
    erp.hook = lambda _where: None
    rig.sync(one)
    names = sorted(fields["NAME"] for _, fields in erp.rows["Parties"].values())
    assert names == {
        "create": ["Acme", "Customer 0", "Customer 1", "Customer 2"],
        "update": ["Customer 0", "Customer 1", "Customer 2"],
        "delete": ["Customer 0", "Customer 1"],
    }[kind]  # fmt: skip
    assert len([one for one in erp.writes if one[0] == kind]) == 1
    assert rig.scalar("SELECT count(*) FROM journal WHERE state = 'inflight'") == 0 == dirty(rig)
    assert ErrorStore(rig.db).count_open() == 0


@pytest.mark.database("both")
def test_a_kill_between_the_write_and_its_settling(rig: Rig) -> None:
    one = both(rig)
    fill(rig)
    rig.sync(one)
    edit(rig, "Customer 1", city="Mumbai")
    RecordStore(rig.db).create("customer", {"business_name": "Acme"}, "user")
    erp = rig.erps["A"]
    erp.hook = raising("write:after:create", KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        rig.sync(one)
    erp.hook = lambda _where: None
    erp.put("Parties", "new-1", PHONE="5")  # somebody there saw it and added to it
    rig.sync(one)
    assert len([write for write in erp.writes if write[0] == "create"]) == 1
    assert rig.hub("customer")["Acme"].values["phone"] == "5"
    assert rig.scalar("SELECT count(*) FROM journal WHERE state = 'inflight'") == 0 == dirty(rig)


def test_a_refused_record_holds_nothing_up_and_goes_when_it_was_changed(rig: Rig) -> None:
    one = both(rig)
    fill(rig)
    rig.sync(one)
    first = edit(rig, "Customer 0", city="Mumbai")
    edit(rig, "Customer 1", city="Mumbai")
    erp = rig.erps["A"]
    erp.hook = lambda where: None
    real = erp.put

    def put(module: str, rid: str, **fields: Any) -> None:
        if rid == "c0" and fields.get("CITY") == "Mumbai":
            raise Rejected("That city is not known there.", field="city", hint="Write it as they do.")
        real(module, rid, **fields)

    erp.put = put  # type: ignore[method-assign]
    run = rig.sync(one)
    assert (run.status, run.records_failed, erp.rows["Parties"]["c1"][1]["CITY"]) == ("partial", 1, "Mumbai")
    (told,) = ErrorStore(rig.db).list(open_only=True).items
    assert (told.side, told.local_id, told.message, told.retryable) == (
        "out", first, "That city is not known there.", False
    )  # fmt: skip
    rig.sync(one, sync_type="incremental")
    before = erp.requests
    rig.sync(one, sync_type="incremental")
    assert erp.requests == before + 1  # refused for good: not sent again by itself
    edit(rig, "Customer 0", city="Bombay")
    rig.sync(one, sync_type="incremental")
    assert erp.rows["Parties"]["c0"][1]["CITY"] == "Bombay"
    assert ErrorStore(rig.db).count_open() == 0 == dirty(rig)


def test_no_connection_in_the_middle_ends_the_run_and_the_next_goes_on(rig: Rig) -> None:
    one = both(rig)
    fill(rig)
    rig.sync(one)
    for n in range(3):
        edit(rig, f"Customer {n}", city="Mumbai")
    erp = rig.erps["A"]
    calls: list[str] = []

    def hook(where: str) -> None:
        calls.append(where)
        if calls.count("write:before:update") == 2 and where == "write:before:update":
            raise Unreachable("Nobody answers.")

    erp.hook = hook
    run = rig.sync(one)
    assert run.status == "failed"
    assert len(erp.writes) == 1
    erp.hook = lambda _where: None
    rig.sync(one)
    assert len(erp.writes) == 3
    assert dirty(rig) == 0


def test_a_name_that_is_taken_is_asked_about(rig: Rig) -> None:
    one = both(rig)
    rig.erps["A"].put("Parties", "x", NAME="Acme", CITY="Pune")
    RecordStore(rig.db).create("customer", {"business_name": "ACME", "city": "Mumbai"}, "user")
    run = rig.sync(one, direction="push")
    assert rig.erps["A"].writes == []
    assert run.conflicts == 1
    assert rig.scalar("SELECT kind FROM conflicts WHERE status = 'open'") == "match"
    # Coming in it is the same question, asked once.
    rig.sync(one)
    assert rig.scalar("SELECT count(*) FROM conflicts") == 1
    assert len(rig.hub("customer")) == 1


@pytest.mark.parametrize("policy", ["ignore", "flag", "propagate"])
def test_a_record_deleted_here(rig: Rig, policy: str) -> None:
    one = both(rig, delete_policy=policy)
    fill(rig)
    rig.sync(one)
    RecordStore(rig.db).delete("customer", rig.hub("customer")["Customer 2"].id, "user")
    rig.sync(one)
    assert ("c2" in rig.erps["A"].rows["Parties"]) == (policy != "propagate")
    rig.sync(one, sync_type="full")
    assert len(rig.hub("customer")) == 2
    assert dirty(rig) == 0


def test_an_edit_there_beats_a_deletion_here(rig: Rig) -> None:
    one = both(rig, delete_policy="propagate")
    fill(rig)
    rig.sync(one)
    RecordStore(rig.db).delete("customer", rig.hub("customer")["Customer 2"].id, "user")
    rig.erps["A"].put("Parties", "c2", CITY="Nashik", CLOSING="-7.00")
    rig.sync(one, direction="push")
    assert rig.hub("customer")["Customer 2"].values["city"] == "Nashik"
    assert "c2" in rig.erps["A"].rows["Parties"]


def test_what_only_the_books_compute_revives_nothing(rig: Rig) -> None:
    one = both(rig, delete_policy="propagate")
    fill(rig)
    rig.sync(one)
    RecordStore(rig.db).delete("customer", rig.hub("customer")["Customer 2"].id, "user")
    rig.erps["A"].put("Parties", "c2", CLOSING="-7.00")
    rig.sync(one)
    assert "c2" not in rig.erps["A"].rows["Parties"]
    assert len(rig.hub("customer")) == 2


def test_a_deletion_there_is_not_undone_by_us(rig: Rig) -> None:
    one = both(rig, delete_policy="flag")
    fill(rig)
    rig.sync(one)
    rig.erps["A"].drop("Parties", "c2")
    rig.sync(one, sync_type="full")
    edit(rig, "Customer 2", city="Mumbai")
    rig.sync(one, sync_type="full")
    assert "c2" not in rig.erps["A"].rows["Parties"]
    assert rig.erps["A"].writes == []


@pytest.mark.database("both")
def test_two_connections_hear_of_each_other_once(rig: Rig) -> None:
    a, b = both(rig, "A"), both(rig, "B")
    fill(rig)
    for connection in (a, b, a, b):
        rig.sync(connection)
    assert sorted(fields["NAME"] for _, fields in rig.erps["B"].rows["Parties"].values()) == [
        "Customer 0", "Customer 1", "Customer 2",
    ]  # fmt: skip
    writes = len(rig.erps["B"].writes)
    rig.erps["B"].put("Parties", "new-1", CITY="Nashik")
    for connection in (b, a, b, a, b):
        rig.sync(connection, sync_type="incremental")
    assert (rig.erps["A"].writes, len(rig.erps["B"].writes)) == ([("update", "c0", {"CITY": "Nashik"})], writes)
    versions = rig.hub("customer")["Customer 0"].version
    for connection in (a, b):
        rig.sync(connection, sync_type="full")
    assert rig.hub("customer")["Customer 0"].version == versions


@pytest.mark.database("both")
def test_many_deletions_are_asked_about_before_one_is_sent(rig: Rig) -> None:
    one = both(rig, delete_policy="propagate")
    fill(rig, customers=30)
    rig.sync(one)
    records = RecordStore(rig.db)
    for n in range(5, 20):
        records.delete("customer", rig.hub("customer")[f"Customer {n}"].id, "user")
    run = rig.sync(one)
    assert (run.status, run.guard["guard"]) == ("held", "push_deletions")  # type: ignore[index]
    assert rig.erps["A"].writes == []
    run = rig.sync(one, approved=frozenset({"push_deletions"}))
    assert run.counts["customer"]["sent_deleted"] == 15


def test_a_dry_run_shows_what_would_be_sent_and_sends_nothing(rig: Rig) -> None:
    one = both(rig)
    fill(rig)
    rig.sync(one)
    edit(rig, "Customer 1", city="Mumbai")
    RecordStore(rig.db).create("customer", {"business_name": "Acme"}, "user")
    before = rig.scalar("SELECT count(*) FROM dirty")
    rig.sync(one, dry_run=True)
    shown = rig.rows("SELECT action, label, fields FROM plan_items WHERE side = 'remote' ORDER BY action")
    assert shown == [
        ("create", "Acme", '[{"from":null,"name":"business_name","to":"Acme"}]'),
        ("update", "Customer 1", '[{"from":"Pune","name":"city","to":"Mumbai"}]'),
    ]
    assert rig.erps["A"].writes == []
    assert rig.scalar("SELECT count(*) FROM dirty") == before
    assert rig.scalar("SELECT count(*) FROM journal") == 0


@pytest.mark.database("both")
def test_a_plan_is_applied_exactly_and_what_changed_since_is_left(rig: Rig) -> None:
    one = both(rig)
    fill(rig)
    rig.sync(one)
    erp, records = rig.erps["A"], RecordStore(rig.db)
    edit(rig, "Customer 0", city="Mumbai")
    edit(rig, "Customer 1", city="Mumbai")
    erp.put("Parties", "c2", CITY="Nashik")
    erp.put("Parties", "n1", NAME="New one")
    erp.put("Parties", "n2", NAME="New two")
    rig.sync(one, dry_run=True)
    plan = rig.scalar("SELECT id FROM plans")
    # Meanwhile: another edit here, another there, and new ones on both sides.
    edit(rig, "Customer 1", city="Delhi")
    records.create("customer", {"business_name": "Late"}, "user")
    erp.put("Parties", "n2", NAME="New two", CITY="Agra")
    erp.put("Parties", "n3", NAME="New three")
    run = rig.sync(one, plan_id=plan)
    assert [(kind, rid, fields) for kind, rid, fields in erp.writes] == [("update", "c0", {"CITY": "Mumbai"})]
    assert sorted(rig.hub("customer")) == ["Customer 0", "Customer 1", "Customer 2", "Late", "New one"]
    assert rig.hub("customer")["Customer 2"].values["city"] == "Nashik"
    assert "4 changed since the plan was made" in (run.message or "")
    again = rig.sync(one, plan_id=plan)
    assert (again.status, again.error["code"]) == ("failed", "plan_stale")  # type: ignore[index]
    rig.sync(one, sync_type="full")
    assert {"New two", "New three", "Late"} <= set(rig.hub("customer"))
    assert erp.rows["Parties"]["c1"][1]["CITY"] == "Delhi"
    assert ErrorStore(rig.db).count_open() == 0


def test_a_plan_made_under_another_mapping_is_refused(rig: Rig) -> None:
    one = both(rig)
    fill(rig)
    rig.sync(one, dry_run=True)
    plan = rig.scalar("SELECT id FROM plans")
    config = rig.configs.list(connection_id=one)[0]
    rig.configs.update(config.id, conflict_resolution="manual")
    run = rig.sync(one, plan_id=plan)
    assert (run.status, run.error["code"]) == ("failed", "plan_stale")  # type: ignore[index]
    assert rig.hub("customer") == {}


def test_items_left_out_of_a_plan_are_not_done(rig: Rig) -> None:
    one = both(rig)
    fill(rig)
    rig.sync(one, dry_run=True)
    left = rig.rows("SELECT id FROM plan_items WHERE label = 'Customer 1'")[0][0]
    rig.sync(one, plan_id=rig.scalar("SELECT id FROM plans"), left_out=frozenset({left}))
    assert sorted(rig.hub("customer")) == ["Customer 0", "Customer 2"]
