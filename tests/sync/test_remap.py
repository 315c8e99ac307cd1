"""A changed mapping reaches records that were synced before: what is taken, sent, asked about, and what is left alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.db.configs import StoredMapping
from app.db.errors import ErrorStore
from app.db.plans import PlanStore
from app.db.records import RecordStore
from app.model.cancel import CancelToken
from app.sync import remap
from tests.sync.rig import Rig

pytestmark = pytest.mark.database("sqlite")

UPPER = [{"name": "upper"}]
TOWNS = {"pairs": [["Poona", "Pune"], ["Bombay", "Mumbai"]], "unmapped": "keep"}


@pytest.fixture
def rig(data_dir: Path, database_url: str) -> Iterator[Rig]:
    made = Rig(data_dir, database_url)
    yield made
    made.db.close()


def both(rig: Rig, name: str = "A", **config: Any) -> str:
    given = {"sync_direction": "bidirectional", "conflict_resolution": "remote_wins", **config}
    return rig.connect(name, entities=("customer",), **given)


def fill(rig: Rig, name: str = "A", customers: int = 3, **fields: Any) -> None:
    for n in range(customers):
        given = {"NAME": f"Customer {n}", "CITY": "Pune", "OPENING": "-10.50", **fields}
        rig.erps[name].put("Parties", f"c{n}", **given)


def link(rig: Rig, connection: str, field: str, **changes: Any) -> None:
    """Change a field's link; ``remote_field=None`` takes it away, and one that is not there is made."""
    (config,) = rig.configs.list(connection_id=connection, entity_type="customer")
    kept = [one for one in config.mappings if one.local_field != field]
    before = next((one for one in config.mappings if one.local_field == field), None)
    if "remote_field" in changes and changes["remote_field"] is None:
        rig.configs.update(config.id, mappings=kept)
        return
    new = replace(before, **changes) if before is not None else StoredMapping(field, **changes)
    rig.configs.update(config.id, mappings=[*kept, new])
    rig.engine._compiled.clear()  # stamps are coarse, and tests are fast


def edit(rig: Rig, label: str, **values: Any) -> str:
    record = rig.hub("customer")[label]
    RecordStore(rig.db).update("customer", record.id, values, "user")
    return record.id


def here(rig: Rig, name: str, label: str = "Customer 1") -> Any:
    return rig.hub("customer")[label].values[name]


def there(rig: Rig, name: str, rid: str = "c1", erp: str = "A") -> Any:
    return rig.erps[erp].rows["Parties"][rid][1].get(name)


def state(rig: Rig) -> list[list[tuple[Any, ...]]]:
    """All that a dry run, or a quiet one, may not touch."""
    links = "SELECT id, base_local, base_remote, remote_version, sync_status FROM erp_entity_sync_records ORDER BY id"
    notes = "SELECT name, value FROM connector_state ORDER BY name"
    rest = (
        "SELECT id, version FROM customers ORDER BY id",
        "SELECT local_entity_id, next_at FROM dirty ORDER BY 1",
        "SELECT stream, scope FROM cursors ORDER BY 1, 2",
    )
    return [rig.rows(one) for one in (links, notes, *rest)]


def rest(rig: Rig, connection: str, erp: str = "A") -> None:
    """Nothing more happens."""
    before, writes = state(rig), len(rig.erps[erp].writes)
    for _ in range(2):
        run = rig.sync(connection, sync_type="incremental")
        assert run.message == "Nothing had changed"
    assert len(rig.erps[erp].writes) == writes
    assert state(rig) == before


# --- fields that come in ----------------------------------------------------------------------------------------------


@pytest.mark.database("both")
def test_a_new_transform_is_applied_to_what_was_synced_before(rig: Rig) -> None:
    one = both(rig)
    fill(rig)
    rig.sync(one)
    link(rig, one, "city", direction="to_local", transform=UPPER)
    run = rig.sync(one, sync_type="incremental")
    assert {row.values["city"] for row in rig.hub("customer").values()} == {"PUNE"}
    assert run.counts["customer"]["updated"] == 3
    assert rig.erps["A"].writes == []
    assert rig.scalar("SELECT count(*) FROM conflicts") == 0
    rest(rig, one)


def test_a_link_both_ways_takes_the_value_anew_and_sends_nothing_back(rig: Rig) -> None:
    one = both(rig)
    fill(rig)
    rig.sync(one)
    link(rig, one, "opening_balance", transform=None)
    rig.sync(one, sync_type="incremental")
    assert here(rig, "opening_balance") == "-10.50"
    rest(rig, one)
    edit(rig, "Customer 1", opening_balance="3.00")
    rig.sync(one, sync_type="incremental")
    assert rig.erps["A"].writes == [("update", "c1", {"OPENING": "3.00"})]


def test_a_value_table_changes_only_the_records_that_it_speaks_of(rig: Rig) -> None:
    one = both(rig)
    fill(rig)
    rig.erps["A"].put("Parties", "c2", CITY="Nashik")
    rig.sync(one)
    before = rig.hub("customer")["Customer 2"].version
    link(rig, one, "city", value_map=TOWNS)
    run = rig.sync(one, sync_type="incremental")
    assert [here(rig, "city", f"Customer {n}") for n in range(3)] == ["Poona", "Poona", "Nashik"]
    assert (run.counts["customer"]["updated"], rig.hub("customer")["Customer 2"].version) == (2, before)
    rest(rig, one)
    link(rig, one, "city", value_map={**TOWNS, "pairs": [*TOWNS["pairs"], ["Nasik", "Nashik"]]})
    run = rig.sync(one, sync_type="incremental")
    assert (run.counts["customer"]["updated"], here(rig, "city", "Customer 2")) == (1, "Nasik")


def test_another_remote_field_is_read_and_not_written_over(rig: Rig) -> None:
    one = both(rig)
    fill(rig, PHONE="99")
    rig.sync(one)
    link(rig, one, "city", remote_field="PHONE")
    rig.sync(one, sync_type="incremental", direction="push")  # what PHONE holds is not known yet: nothing goes there
    assert rig.erps["A"].writes == []
    edit(rig, "Customer 2", city="Surat")
    rig.sync(one, sync_type="incremental", direction="push")
    assert there(rig, "PHONE", "c2") == "99"
    rig.sync(one, sync_type="incremental")
    assert [here(rig, "city", f"Customer {n}") for n in range(3)] == ["99", "99", "99"]
    assert rig.rows("SELECT resolution, kind FROM conflicts") == [("remote", "fields")]  # the edit was not lost unseen
    assert rig.erps["A"].writes == []
    rest(rig, one)


@pytest.mark.parametrize(("rule", "value"), [("remote_wins", "PUNE"), ("local_wins", "Goa"), ("manual", "Goa")])
def test_what_was_edited_here_and_not_sent_is_decided_by_the_rule(rig: Rig, rule: str, value: str) -> None:
    one = both(rig, conflict_resolution=rule)
    fill(rig)
    rig.sync(one)
    edit(rig, "Customer 1", city="Goa")
    link(rig, one, "city", direction="both", value_map={"pairs": [["PUNE", "Pune"]], "unmapped": "keep"})
    rig.sync(one, sync_type="incremental")
    assert here(rig, "city") == value
    assert here(rig, "city", "Customer 2") == "PUNE"
    assert there(rig, "CITY") == ("Goa" if rule == "local_wins" else "Pune")
    assert rig.rows("SELECT status FROM conflicts") == [("open" if rule == "manual" else "resolved",)]
    rest(rig, one) if rule != "manual" else None


def test_the_other_connections_hear_of_it(rig: Rig) -> None:
    one, two = both(rig, "A"), both(rig, "B")
    fill(rig)
    rig.sync(one)
    rig.sync(two)
    assert there(rig, "CITY", "new-1", "B") == "Pune"
    link(rig, one, "city", direction="to_local", transform=UPPER)
    rig.sync(one, sync_type="incremental")
    rig.sync(two, sync_type="incremental")
    assert {rig.erps["B"].rows["Parties"][rid][1]["CITY"] for rid in rig.erps["B"].rows["Parties"]} == {"PUNE"}
    rest(rig, two, "B")
    rest(rig, one)


def test_a_change_of_most_records_holds_nothing_up(rig: Rig) -> None:
    """The guard asks about what nobody expects; whoever changes the mapping is shown what it does."""
    one = both(rig)
    fill(rig, customers=60)
    rig.sync(one)
    link(rig, one, "city", direction="to_local", transform=UPPER)
    assert rig.sync(one, sync_type="incremental").status == "completed"
    for n in range(60):
        rig.erps["A"].put("Parties", f"c{n}", CITY=f"Town {n}")
    assert rig.sync(one, sync_type="incremental").status == "held"


# --- fields that only go out ------------------------------------------------------------------------------------------


def test_what_only_goes_out_is_sent_anew_where_it_becomes_another_value(rig: Rig) -> None:
    one = both(rig)
    fill(rig)
    link(rig, one, "city", direction="to_remote")
    rig.sync(one)
    edit(rig, "Customer 1", city="goa")
    edit(rig, "Customer 2", city="GOA")
    rig.sync(one, sync_type="incremental")
    writes = len(rig.erps["A"].writes)
    link(rig, one, "city", transform=UPPER)
    rig.sync(one, sync_type="incremental")
    assert rig.erps["A"].writes[writes:] == [("update", "c1", {"CITY": "GOA"})]
    assert here(rig, "city") == "goa"
    rest(rig, one)


def test_a_deletion_over_there_is_no_edit_because_a_field_is_to_be_sent_anew(rig: Rig) -> None:
    one = both(rig, delete_policy="propagate", conflict_resolution="local_wins")
    fill(rig, customers=12)
    link(rig, one, "city", direction="to_remote")
    rig.sync(one)
    edit(rig, "Customer 1", city="goa")
    rig.sync(one, sync_type="incremental")
    link(rig, one, "city", transform=UPPER)
    rig.erps["A"].drop("Parties", "c1")
    rig.sync(one, sync_type="incremental")
    assert "Customer 1" not in rig.hub("customer")
    assert "c1" not in rig.erps["A"].rows["Parties"]


# --- links that turn --------------------------------------------------------------------------------------------------


def test_what_was_edited_while_a_link_only_came_in_is_compared_not_sent(rig: Rig) -> None:
    one = both(rig, conflict_resolution="manual")
    fill(rig)
    rig.sync(one)
    link(rig, one, "city", direction="to_local")
    edit(rig, "Customer 1", city="Goa")
    rig.sync(one, sync_type="incremental")
    rest(rig, one)
    link(rig, one, "city", direction="both")
    rig.sync(one, sync_type="incremental")
    assert rig.erps["A"].writes == []
    assert rig.rows("SELECT status, label FROM conflicts") == [("open", "Customer 1")]


def test_a_link_that_turns_outwards_writes_over_nothing(rig: Rig) -> None:
    one = both(rig)
    fill(rig)
    rig.sync(one)
    rig.erps["A"].put("Parties", "c1", CITY="Nashik")  # nobody here has seen it
    edit(rig, "Customer 2", city="Goa")
    link(rig, one, "city", direction="to_remote")
    rig.sync(one, sync_type="incremental")
    assert [there(rig, "CITY", f"c{n}") for n in range(3)] == ["Pune", "Nashik", "Goa"]
    rest(rig, one)
    link(rig, one, "city", direction="both")  # the config's rule: what is there wins, and the loser is kept
    rig.sync(one, sync_type="incremental")
    assert here(rig, "city") == "Nashik"
    assert len(rig.erps["A"].writes) == 1
    assert rig.rows("SELECT label, resolution FROM conflicts") == [("Customer 1", "remote")]
    rest(rig, one)


def test_a_removed_link_leaves_everything_and_a_new_one_knows_nothing_of_it(rig: Rig) -> None:
    one = both(rig, conflict_resolution="manual")
    fill(rig, customers=5)
    rig.sync(one)
    link(rig, one, "city", remote_field=None)
    rig.sync(one, sync_type="incremental")
    assert {row.values["city"] for row in rig.hub("customer").values()} == {"Pune"}
    assert "city" not in rig.scalar("SELECT min(base_remote) FROM erp_entity_sync_records")
    rest(rig, one)
    # Meanwhile: 0 as it was, 1 emptied here, 2 emptied there, 3 another value here, 4 the same on both sides.
    edit(rig, "Customer 1", city=None)
    rig.erps["A"].put("Parties", "c2", CITY=None)
    edit(rig, "Customer 3", city="Goa")
    edit(rig, "Customer 4", city="Goa")
    rig.erps["A"].put("Parties", "c4", CITY="Goa")
    rig.sync(one, sync_type="incremental")
    link(rig, one, "city", remote_field="CITY")
    rig.sync(one, sync_type="incremental")
    assert [here(rig, "city", f"Customer {n}") for n in range(5)] == ["Pune", None, "Pune", "Goa", "Goa"]
    assert [there(rig, "CITY", f"c{n}") for n in range(5)] == ["Pune", "Pune", "Pune", "Pune", "Goa"]
    # What was emptied here was emptied by somebody: that is not undone without a question.
    assert rig.rows("SELECT label FROM conflicts WHERE status = 'open' ORDER BY label") == [
        ("Customer 1",), ("Customer 3",),
    ]  # fmt: skip


def test_a_field_that_was_never_filled_here_is_taken_when_it_is_linked_again(rig: Rig) -> None:
    one = both(rig, conflict_resolution="manual")
    fill(rig, CITY=None)
    rig.sync(one)
    link(rig, one, "city", remote_field=None)
    rig.sync(one, sync_type="incremental")
    rig.erps["A"].put("Parties", "c1", CITY="Goa")
    link(rig, one, "city", remote_field="CITY")
    rig.sync(one, sync_type="incremental")
    assert here(rig, "city") == "Goa"
    assert rig.scalar("SELECT count(*) FROM conflicts") == 0
    rest(rig, one)


def test_what_is_here_stays_where_the_new_remote_field_is_empty(rig: Rig) -> None:
    one = both(rig)
    fill(rig)
    rig.erps["A"].put("Parties", "c1", PHONE="99")
    rig.erps["A"].put("Parties", "c2", PHONE=None)
    rig.sync(one)
    link(rig, one, "phone", remote_field=None)
    link(rig, one, "city", remote_field="PHONE")
    rig.sync(one, sync_type="incremental")
    assert [here(rig, "city", f"Customer {n}") for n in range(3)] == ["Pune", "99", "Pune"]
    assert [there(rig, "PHONE", f"c{n}") for n in range(3)] == ["Pune", "99", "Pune"]
    rest(rig, one)


# --- records that are in no plain state -------------------------------------------------------------------------------


def test_what_was_deleted_here_does_not_come_back_because_of_a_mapping(rig: Rig) -> None:
    one = both(rig, delete_policy="ignore")
    fill(rig)
    rig.sync(one)
    RecordStore(rig.db).delete("customer", rig.hub("customer")["Customer 1"].id, "user")
    link(rig, one, "city", direction="to_local", transform=UPPER)
    rig.sync(one, sync_type="incremental")
    assert sorted(rig.hub("customer")) == ["Customer 0", "Customer 2"]
    rest(rig, one)
    rig.sync(one, sync_type="full")
    assert sorted(rig.hub("customer")) == ["Customer 0", "Customer 2"]
    rig.erps["A"].put("Parties", "c1", GSTIN="G1")  # somebody there works with it: then it lives, as it is now
    rig.sync(one, sync_type="incremental")
    assert (here(rig, "city"), here(rig, "gstin")) == ("PUNE", "G1")


def test_an_edit_over_there_still_beats_a_deletion_here(rig: Rig) -> None:
    one = both(rig, delete_policy="propagate")
    fill(rig)
    rig.sync(one)
    for n in (1, 2):
        RecordStore(rig.db).delete("customer", rig.hub("customer")[f"Customer {n}"].id, "user")
    rig.erps["A"].put("Parties", "c1", CITY="Mumbai")
    link(rig, one, "city", value_map=TOWNS)
    rig.sync(one, sync_type="incremental")
    assert here(rig, "city") == "Bombay"
    assert sorted(rig.erps["A"].rows["Parties"]) == ["c0", "c1"]
    rest(rig, one)


def test_a_record_that_comes_back_sends_what_the_new_remote_field_lacks(rig: Rig) -> None:
    one = both(rig, delete_policy="ignore")
    fill(rig)
    rig.sync(one)
    RecordStore(rig.db).delete("customer", rig.hub("customer")["Customer 1"].id, "user")
    rig.erps["A"].put("Parties", "c1", GSTIN="G1")
    link(rig, one, "city", remote_field="TOWN")
    rig.sync(one, sync_type="incremental")
    assert here(rig, "city") == there(rig, "TOWN") == "Pune"
    rest(rig, one)


@pytest.mark.database("both")
@pytest.mark.parametrize("place", ["before", "after"])
def test_a_write_whose_answer_was_lost_is_settled_under_the_new_mapping(rig: Rig, place: str) -> None:
    one = both(rig, conflict_resolution="local_wins")
    fill(rig)
    rig.sync(one)
    edit(rig, "Customer 1", opening_balance="25.00")
    erp = rig.erps["A"]

    def dies(where: str) -> None:
        if where == f"write:{place}:update":
            raise KeyboardInterrupt

    erp.hook = dies
    with pytest.raises(KeyboardInterrupt):
        rig.sync(one)
    erp.hook = lambda _where: None
    link(rig, one, "opening_balance", transform=None)
    rig.sync(one)
    rig.sync(one)
    assert here(rig, "opening_balance") == there(rig, "OPENING")
    assert here(rig, "opening_balance", "Customer 2") == "-10.50"
    assert rig.scalar("SELECT count(*) FROM journal WHERE state = 'inflight'") == 0
    rest(rig, one)


@pytest.mark.database("both")
def test_undoing_the_run_brings_the_values_back_and_sends_them(rig: Rig) -> None:
    one = both(rig)
    fill(rig)
    rig.sync(one)
    link(rig, one, "opening_balance", transform=None)
    run = rig.sync(one, sync_type="incremental")
    assert here(rig, "opening_balance") == "-10.50"
    assert rig.engine.undoer.undo(run.id, CancelToken()).changed == 3
    assert here(rig, "opening_balance") == "10.50"
    rig.sync(one, sync_type="incremental")
    assert there(rig, "OPENING") == "10.50"
    rest(rig, one)


# --- the pass ---------------------------------------------------------------------------------------------------------


@pytest.mark.database("both")
@pytest.mark.parametrize("place", ["remap:before", "remap:inside"])
@pytest.mark.parametrize("nth", [1, 2, 3])
def test_a_kill_in_the_pass_loses_nothing(rig: Rig, monkeypatch: pytest.MonkeyPatch, place: str, nth: int) -> None:
    monkeypatch.setattr(remap, "_AT_ONCE", 2)
    one = both(rig)
    fill(rig, customers=5)
    rig.sync(one)
    left = [nth]

    def at(where: str) -> None:
        left[0] -= where == place
        if where == place and not left[0]:
            raise KeyboardInterrupt

    tools = rig.engine._tools
    rig.engine._tools = replace(tools, ports=replace(tools.ports, at=at))
    link(rig, one, "city", direction="to_local", transform=UPPER)
    with pytest.raises(KeyboardInterrupt):
        rig.sync(one, sync_type="incremental")
    # It is even changed once more before the next run.
    link(rig, one, "city", transform=[{"name": "lower"}])
    rig.engine._tools = tools
    rig.sync(one, sync_type="incremental")
    assert {row.values["city"] for row in rig.hub("customer").values()} == {"pune"}
    assert rig.erps["A"].writes == []
    rest(rig, one)


def test_what_was_agreed_before_this_was_remembered_stays(rig: Rig) -> None:
    """The first run of a version that remembers what a link meant."""
    one = both(rig)
    fill(rig)
    rig.sync(one)
    with rig.db.write() as conn:
        conn.exec_driver_sql("DELETE FROM connector_state WHERE name LIKE 'mapped:%%'" if rig.db.path is None else
                             "DELETE FROM connector_state WHERE name LIKE 'mapped:%'")  # fmt: skip
    before = rig.rows("SELECT base_local, base_remote FROM erp_entity_sync_records ORDER BY id")
    rig.sync(one, sync_type="incremental")
    assert rig.rows("SELECT base_local, base_remote FROM erp_entity_sync_records ORDER BY id") == before
    link(rig, one, "city", direction="to_local", transform=UPPER)
    rig.sync(one, sync_type="incremental")
    assert here(rig, "city") == "PUNE"


def test_a_mapping_that_goes_back_before_a_sync_changes_nothing(rig: Rig) -> None:
    one = both(rig)
    fill(rig)
    rig.sync(one)
    before = state(rig)
    link(rig, one, "city", direction="to_local", transform=UPPER)
    (config,) = rig.configs.list(connection_id=one)
    link(rig, one, "city", direction="both", transform=None)
    rig.sync(one, sync_type="incremental")
    assert state(rig)[0] == before[0]
    assert config.mappings


# --- plans ------------------------------------------------------------------------------------------------------------


def changed_city(rig: Rig, one: str) -> None:
    link(rig, one, "city", direction="to_local", transform=UPPER)


def outward_city(rig: Rig, one: str) -> None:
    link(rig, one, "city", direction="to_remote", transform=[{"name": "lower"}])


def relinked_city(rig: Rig, one: str) -> None:
    link(rig, one, "city", remote_field=None)
    rig.sync(one, sync_type="incremental")
    rig.erps["A"].put("Parties", "c1", CITY="Goa")
    edit(rig, "Customer 2", city="Surat")
    link(rig, one, "city", remote_field="CITY")


@pytest.mark.parametrize("rule", ["remote_wins", "local_wins", "manual"])
@pytest.mark.parametrize("change", [changed_city, outward_city, relinked_city])
def test_a_dry_run_shows_what_the_run_will_do(rig: Rig, change: Callable[[Rig, str], None], rule: str) -> None:
    one = both(rig, conflict_resolution=rule)
    fill(rig)
    rig.sync(one)
    edit(rig, "Customer 0", phone="5")
    change(rig, one)
    before = state(rig)
    dry = rig.sync(one, sync_type="incremental", dry_run=True)
    assert state(rig) == before
    plan = PlanStore(rig.db).of_run(dry.id)
    assert plan is not None
    shown = sorted((item.side, item.action, item.label) for item in plan.items if item.action == "update")
    writes, versions = len(rig.erps["A"].writes), {key: row.version for key, row in rig.hub("customer").items()}
    rig.sync(one, plan_id=plan.id)
    done = [("local", "update", key) for key, row in rig.hub("customer").items() if row.version > versions[key]]
    done += [("remote", "update", there(rig, "NAME", rid)) for _, rid, _ in rig.erps["A"].writes[writes:]]
    asked = sum(item.action == "conflict" for item in plan.items)
    assert asked == rig.scalar("SELECT count(*) FROM conflicts")
    if rule == "remote_wins" and change is relinked_city:
        # What a rule decides for the other side is shown as the conflict that it is.
        assert set(done) <= set(shown) | {("local", "update", "Customer 1"), ("local", "update", "Customer 2")}
    else:
        assert sorted(done) == shown
    assert ErrorStore(rig.db).count_open() == 0


def test_a_plan_made_under_another_mapping_is_refused_whole(rig: Rig) -> None:
    one = both(rig)
    fill(rig)
    rig.sync(one)
    dry = rig.sync(one, dry_run=True)
    plan = PlanStore(rig.db).of_run(dry.id)
    assert plan is not None
    changed_city(rig, one)
    before = state(rig)
    run = rig.sync(one, plan_id=plan.id)
    assert (run.status, (run.error or {})["code"]) == ("failed", "plan_stale")
    assert state(rig) == before


def test_a_question_stays_open_when_a_planned_write_of_another_field_is_settled(rig: Rig) -> None:
    one = both(rig, conflict_resolution="manual")
    fill(rig)
    rig.sync(one)
    edit(rig, "Customer 1", city="Goa", phone="5")
    link(rig, one, "city", transform=UPPER)
    plan = PlanStore(rig.db).of_run(rig.sync(one, dry_run=True).id)
    assert plan is not None
    rig.sync(one, plan_id=plan.id)
    assert (there(rig, "PHONE"), there(rig, "CITY")) == ("5", "Pune")
    assert rig.rows("SELECT kind, status FROM conflicts") == [("fields", "open")]


# --- one remote field, two of ours ------------------------------------------------------------------------------------


@pytest.mark.parametrize("changed", [True, False])
def test_what_comes_in_from_where_another_field_is_sent_is_taken(rig: Rig, changed: bool) -> None:
    one = both(rig)
    link(rig, one, "city", direction="to_local")
    link(rig, one, "notes", remote_field="CITY", direction="to_remote")
    fill(rig)
    rig.sync(one)
    if changed:
        link(rig, one, "city", direction="to_local", transform=UPPER)
    edit(rig, "Customer 1", notes="Goa")
    rig.sync(one, direction="push")
    rig.sync(one, sync_type="incremental")
    assert there(rig, "CITY") == "Goa"
    assert [here(rig, "city", f"Customer {n}") for n in (0, 1)] == (["PUNE", "GOA"] if changed else ["Pune", "Goa"])
    rest(rig, one)
