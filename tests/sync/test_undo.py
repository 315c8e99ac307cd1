"""Undoing a run: the hub is as it was before it, but for what somebody changed since (P16)."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from app.db.records import RecordStore
from app.model.cancel import CancelToken
from app.model.errors import Cancelled, Conflicting, NotFound
from app.sync import undo as undoing
from app.sync.undo import Undone
from tests.sync.rig import Rig
from tests.sync.test_push import both, dirty, edit, fill

pytestmark = pytest.mark.database("sqlite")


@pytest.fixture
def rig(data_dir: Path, database_url: str) -> Iterator[Rig]:
    made = Rig(data_dir, database_url)
    yield made
    made.db.close()


def undo(rig: Rig, log_id: str) -> Undone:
    return rig.engine.undoer.undo(log_id, CancelToken())


def city(rig: Rig, label: str = "Customer 1") -> Any:
    return rig.hub("customer")[label].values["city"]


def left(undone: Undone) -> list[tuple[str, str]]:
    return [(one.label, one.reason) for one in undone.left]


@pytest.mark.database("both")
def test_changed_fields_go_back_here_and_then_there(rig: Rig) -> None:
    one = both(rig)
    fill(rig)
    rig.sync(one)
    erp = rig.erps["A"]
    erp.put("Parties", "c1", CITY="Nashik", PHONE="7", CLOSING="-9.00")
    run = rig.sync(one, sync_type="incremental")
    undone = undo(rig, run.id)
    assert (undone.changed, undone.left) == (1, [])
    hub = rig.hub("customer")["Customer 1"]
    assert (hub.values["city"], hub.values["phone"]) == ("Pune", None)
    assert hub.values["closing_balance"] == "-9.00"  # the books say so
    newest = RecordStore(rig.db).history("customer", hub.id)[0]
    assert (newest.source, newest.run_id) == (f"undo:{run.id}", None)
    rig.sync(one)
    assert (erp.rows["Parties"]["c1"][1]["CITY"], erp.rows["Parties"]["c1"][1]["PHONE"]) == ("Pune", None)
    version = rig.hub("customer")["Customer 1"].version
    assert undo(rig, run.id) == Undone()
    rig.sync(one, sync_type="full")
    assert (rig.hub("customer")["Customer 1"].version, dirty(rig)) == (version, 0)


def test_what_was_edited_since_stays(rig: Rig) -> None:
    one = both(rig)
    fill(rig)
    rig.sync(one)
    rig.erps["A"].put("Parties", "c1", CITY="Nashik", PHONE="7")
    run = rig.sync(one, sync_type="incremental")
    edit(rig, "Customer 1", city="Mumbai")
    undone = undo(rig, run.id)
    assert (undone.changed, left(undone)) == (1, [("Customer 1", "Changed since: City.")])
    assert (city(rig), rig.hub("customer")["Customer 1"].values["phone"]) == ("Mumbai", None)


def test_what_a_later_run_changed_stays(rig: Rig) -> None:
    one = both(rig)
    fill(rig)
    first = rig.sync(one).id
    runs = []
    for where in ("Nashik", "Thane"):
        rig.erps["A"].put("Parties", "c1", CITY=where)
        runs.append(rig.sync(one, sync_type="incremental").id)
    assert left(undo(rig, runs[0])) == [("Customer 1", "Changed since: City.")]
    assert undo(rig, runs[1]).changed == 1
    assert city(rig) == "Nashik"
    assert undo(rig, runs[0]).changed == 1
    assert city(rig) == "Pune"
    # All that came after the first run is undone: so can that be.
    assert undo(rig, first).changed == 4
    assert rig.hub("customer") == {}


@pytest.mark.database("both")
def test_lines_go_back_as_a_whole(rig: Rig) -> None:
    one = both(rig)
    fill(rig)
    rig.sync(one)
    before = rig.hub("invoice")["INV-1"].values["lines"]
    rig.erps["A"].put("Bills", "b1", LINES=[{"TEXT": "Nuts", "AMOUNT": "2.00"}], TOTAL="2.00")
    run = rig.sync(one, sync_type="incremental")
    assert undo(rig, run.id).changed == 1
    invoice = rig.hub("invoice")["INV-1"].values
    assert (invoice["lines"], invoice["total"]) == (before, "118.00")
    rig.sync(one)
    assert rig.erps["A"].rows["Bills"]["b1"][1]["LINES"] == [
        {"TEXT": "Bolts", "AMOUNT": "100.00"}, {"TEXT": "Freight", "AMOUNT": "18.00"},
    ]  # fmt: skip


@pytest.mark.database("both")
def test_records_that_came_in_are_deleted_here_and_stay_there(rig: Rig) -> None:
    one = both(rig, delete_policy="propagate")
    fill(rig, customers=20)
    run = rig.sync(one)
    edit(rig, "Customer 1", city="Mumbai")
    undone = undo(rig, run.id)
    assert (undone.changed, left(undone)) == (20, [("Customer 1", "Changed since: City.")])
    assert (list(rig.hub("customer")), rig.hub("invoice")) == (["Customer 1"], {})
    for sync_type in ("incremental", "full"):
        after = rig.sync(one, sync_type=sync_type)
        assert after.status == "completed"
    assert (list(rig.hub("customer")), rig.hub("invoice")) == (["Customer 1"], {})
    assert [kind for kind, _, _ in rig.erps["A"].writes] == ["update"]
    assert (len(rig.erps["A"].rows["Parties"]), dirty(rig)) == (20, 0)
    again = undo(rig, run.id)
    assert (again.changed, left(again)) == (0, left(undone))


def test_other_connections_hear_that_it_is_gone(rig: Rig) -> None:
    a, b = both(rig, "A", delete_policy="propagate"), both(rig, "B", delete_policy="propagate")
    fill(rig)
    run = rig.sync(a)
    rig.sync(b)
    assert len(rig.erps["B"].rows["Parties"]) == 3
    undo(rig, run.id)
    rig.sync(b)
    rig.sync(a)
    assert (len(rig.erps["B"].rows["Parties"]), len(rig.erps["A"].rows["Parties"])) == (0, 3)


@pytest.mark.database("both")
def test_a_record_deleted_by_a_run_lives_again(rig: Rig) -> None:
    one = both(rig, delete_policy="propagate")
    fill(rig)
    rig.sync(one)
    before = rig.hub("customer")["Customer 2"].values
    rig.erps["A"].drop("Parties", "c2")
    run = rig.sync(one, sync_type="full")
    assert "Customer 2" not in rig.hub("customer")
    assert undo(rig, run.id).changed == 1
    assert rig.hub("customer")["Customer 2"].values == before
    for _ in range(2):
        rig.sync(one, sync_type="full")
    names = sorted(fields["NAME"] for _, fields in rig.erps["A"].rows["Parties"].values())
    assert names == ["Customer 0", "Customer 1", "Customer 2"] == sorted(rig.hub("customer"))
    assert (dirty(rig), undo(rig, run.id)) == (0, Undone())


def test_a_record_brought_back_by_a_run_is_deleted_again(rig: Rig) -> None:
    one = both(rig, delete_policy="propagate")
    fill(rig)
    rig.sync(one)
    RecordStore(rig.db).delete("customer", rig.hub("customer")["Customer 2"].id, "user")
    rig.erps["A"].put("Parties", "c2", CITY="Nashik")
    run = rig.sync(one, sync_type="incremental")
    assert city(rig, "Customer 2") == "Nashik"
    assert undo(rig, run.id).changed == 1
    rig.sync(one, sync_type="full")
    assert "Customer 2" not in rig.hub("customer")
    assert ("c2" in rig.erps["A"].rows["Parties"], rig.erps["A"].writes) == (True, [])


def test_a_record_deleted_since_is_told_of(rig: Rig) -> None:
    one = both(rig)
    fill(rig)
    rig.sync(one)
    rig.erps["A"].put("Parties", "c1", CITY="Nashik")
    run = rig.sync(one, sync_type="incremental")
    RecordStore(rig.db).delete("customer", rig.hub("customer")["Customer 1"].id, "user")
    assert left(undo(rig, run.id)) == [("Customer 1", "Deleted since.")]


def test_a_long_undo_can_be_stopped_and_gone_on_with(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(undoing, "_AT_ONCE", 4)
    one = both(rig)
    fill(rig, customers=10)
    run = rig.sync(one)
    cancel = CancelToken()
    seen: list[tuple[int, int]] = []

    def say(done: int, total: int) -> None:
        seen.append((done, total))
        if done > 4:
            cancel.cancel()

    with pytest.raises(Cancelled):
        rig.engine.undoer.undo(run.id, cancel, say)
    assert seen == [(1, 11), (5, 11)]
    assert len(rig.hub("customer")) == 6
    assert undo(rig, run.id).changed == 6
    assert rig.hub("customer") == {}


def test_a_run_under_way_is_not_undone(rig: Rig) -> None:
    one = both(rig)
    fill(rig)
    log_id = rig.runs.create(
        connection_id=one, sync_type="manual", sync_direction="pull", triggered_by="user", dry_run=False
    ).id
    with pytest.raises(Conflicting):
        undo(rig, log_id)
    with pytest.raises(NotFound):
        undo(rig, "0" * 36)


# --- P16 ---------------------------------------------------------------------------------------------------------------

_NAMES = ("city", "phone")
_REMOTE = {"city": "CITY", "phone": "PHONE"}
_edits = st.lists(
    st.tuples(st.sampled_from(["here", "there", "add", "drop"]), st.integers(0, 3), st.sampled_from(_NAMES)), max_size=6
)


class _World:
    """A hub with one ERP; every value is written once, so that it names its write."""

    def __init__(self, template: Path, folder: Path) -> None:
        import shutil

        from app.db.database import DATABASE_FILE

        shutil.copy(template, folder / DATABASE_FILE)
        self.rig = Rig(folder)
        self.one = both(self.rig, delete_policy="propagate", conflict_resolution="local_wins", entities=("customer",))
        self.written = 0
        for _ in range(4):
            self.add()
        self.sync()

    def sync(self) -> str:
        guards = frozenset({"deletions", "empty", "push_deletions"})
        return self.rig.sync(self.one, sync_type="full", approved=guards).id

    def add(self) -> None:
        self.written += 1
        self.rig.erps["A"].put("Parties", f"c{self.written}", NAME=f"Customer {self.written}", GSTIN=f"G{self.written}")

    def do(self, edits: list[tuple[str, int, str]]) -> None:
        for what, number, name in edits:
            self.written += 1
            erp, hub = self.rig.erps["A"], self.rig.hub("customer")
            if what == "here" and hub:
                label = sorted(hub)[number % len(hub)]
                edit(self.rig, label, **{name: f"h{self.written}"})
            elif what == "add":
                self.add()
            elif erp.rows["Parties"]:
                rid = sorted(erp.rows["Parties"])[number % len(erp.rows["Parties"])]
                if what == "drop":
                    erp.drop("Parties", rid)
                else:
                    erp.put("Parties", rid, **{_REMOTE[name]: f"r{self.written}"})

    def state(self) -> dict[str, dict[str, Any]]:
        return {label: {name: row.values[name] for name in _NAMES} for label, row in self.rig.hub("customer").items()}


@settings(max_examples=12, phases=[Phase.explicit, Phase.generate])
@given(before=_edits, during=_edits, since=_edits)
def test_undo_then_sync_is_the_state_before_the_run(
    sqlite_template: Path, before: list[Any], during: list[Any], since: list[Any]
) -> None:
    """P16: but for what was edited since. Undoing once more changes nothing."""
    with tempfile.TemporaryDirectory() as folder:
        world = _World(sqlite_template, Path(folder))
        try:
            world.do(before)
            world.sync()
            world.do(during)
            state = world.state()
            run = world.sync()
            after = world.state()
            world.do([each for each in since if each[0] == "here"])
            edited = world.state()
            undone = undo(world.rig, run)
            for label in {*state, *edited}:
                for name in _NAMES:
                    was, made, now = (one.get(label, {}).get(name) for one in (state, after, edited))
                    found = world.state().get(label, {}).get(name)
                    touched = edited.get(label) != after.get(label)
                    if now != made:
                        assert found == now, (label, name)  # somebody's own
                    elif label not in state and touched:
                        assert found == now
                    else:
                        assert found == was, (label, name)
            there = {row["NAME"] for _, row in world.rig.erps["A"].rows["Parties"].values()}
            settled = world.state()
            assert undo(world.rig, run).changed == 0
            for _ in range(3):
                world.sync()
            assert world.state() == settled
            erp = {row["NAME"]: row for _, row in world.rig.erps["A"].rows["Parties"].values()}
            assert there <= set(erp)
            for label, values in settled.items():
                assert {name: erp[label].get(_REMOTE[name]) for name in _NAMES} == values
            assert undone.changed >= len(set(after) - set(edited) - set(state))
        finally:
            world.rig.db.close()
