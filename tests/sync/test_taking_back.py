"""A decision that is taken back before it was synced leaves nothing behind but its lines of history."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import delete, insert

from app.db import tables
from app.db.conflicts import Conflict
from app.db.errors import ErrorStore
from app.db.records import RecordStore
from app.model.errors import Conflicting, NotFound, Rejected
from app.services.conflicts import Conflicts
from app.services.parts import Stores
from app.sync.engine import Engine, EnginePorts
from tests.sync.rig import Rig
from tests.sync.test_push import dirty, edit, fill, raising
from tests.sync.test_resolve import LOCAL, REMOTE, both, conflicts, deleted_there, disputed, doubtful, there

pytestmark = pytest.mark.database("sqlite")


@pytest.fixture
def rig(data_dir: Path, database_url: str) -> Iterator[Rig]:
    made = Rig(data_dir, database_url)
    yield made
    made.db.close()


def asked(rig: Rig, kind: str) -> tuple[str, Conflict]:
    """A connection, and a question of this kind."""
    if kind == "fields":
        return disputed(rig)
    one = deleted_there(rig) if kind == "delete" else doubtful(rig, "pull" if kind == "match" else "push")
    (found,) = conflicts(rig)
    return one, found


def stands(rig: Rig) -> dict[str, Any]:
    """All that a decision could have touched, but versions and times."""
    links = (
        "SELECT entity_type, local_entity_id, remote_id, remote_key, remote_label, remote_version, sync_status, paused,"
        " remote_deleted_at, base_local, base_remote FROM erp_entity_sync_records ORDER BY entity_type, remote_id, id"
    )
    return {
        "hub": {
            (entity, label): (one.id, one.values)
            for entity in ("customer", "invoice")
            for label, one in rig.hub(entity).items()
        },
        "links": [tuple(row) for row in rig.rows(links)],
        "inbox": [tuple(row) for row in rig.rows("SELECT * FROM inbox ORDER BY remote_id")],
        "waiting": sorted(
            tuple(row)
            for row in rig.rows("SELECT local_entity_id, field, target_entity, remote_key FROM pending_references")
        ),
        "asked": [(one.id, one.kind, one.fields, one.candidates) for one in conflicts(rig)],
        "marked": [tuple(row) for row in rig.rows("SELECT * FROM dirty ORDER BY connection_id, local_entity_id")],
        "errors": ErrorStore(rig.db).count_open(),
    }


CASES = [
    ("fields", "local", None),
    ("fields", "remote", None),
    ("fields", "merge", {"city": "Thane"}),
    ("delete", "local", None),
    ("delete", "remote", None),
    ("match", "link", None),
    ("match", "separate", None),
    ("name", "link", None),
    ("name", "separate", None),
]


@pytest.mark.parametrize(("kind", "answer", "fields"), CASES)
def test_all_is_as_it_was_and_the_other_answer_counts(
    rig: Rig, kind: str, answer: str, fields: dict[str, Any] | None
) -> None:
    """``name``: a question that sending gave rise to."""
    one, conflict = asked(rig, kind)
    before = stands(rig)
    rig.engine.resolver.resolve(conflict.id, answer, fields=fields, by="asha")
    assert stands(rig) != before
    again = rig.engine.resolver.take_back(conflict.id, by="asha")
    assert (again.status, again.resolution, again.resolved_by) == ("open", None, None)
    assert stands(rig) == before
    other = {"local": "remote", "remote": "local", "merge": "remote", "link": "separate", "separate": "link"}[answer]
    rig.engine.resolver.resolve(conflict.id, other)
    for sync_type in ("incremental", "full"):
        rig.sync(one, sync_type=sync_type)
    if kind == "fields":
        wanted = LOCAL if other == "local" else REMOTE
        assert (rig.hub("customer")["Customer 1"].values["city"], there(rig)["CITY"]) == (wanted, wanted)
    elif kind == "delete":
        names = [values["NAME"] for _, values in rig.erps["A"].rows["Parties"].values()]
        assert ("Customer 2" in names) == ("Customer 2" in rig.hub("customer")) == (other == "local")
    else:
        assert sorted(rig.hub("customer")) == (["ACME"] if other == "link" else ["ACME", "Acme"])
        named = "ACME" if other == "link" else "Acme"
        assert rig.hub("invoice")["B-1"].values["customer"] == rig.hub("customer")[named].id
    assert [kind for kind, _, _ in rig.erps["A"].writes if kind == "create"] == (
        ["create"] if (kind, other) == ("delete", "local") else []
    )


@pytest.mark.parametrize(("kind", "answer", "fields"), CASES[:3])
def test_what_was_taken_back_is_sent_by_nobody(rig: Rig, kind: str, answer: str, fields: dict[str, Any] | None) -> None:
    one, conflict = asked(rig, kind)
    rig.engine.resolver.resolve(conflict.id, answer, fields=fields)
    rig.engine.resolver.take_back(conflict.id)
    for sync_type in ("incremental", "full"):
        rig.sync(one, sync_type=sync_type)
    assert (rig.hub("customer")["Customer 1"].values["city"], there(rig)["CITY"]) == (LOCAL, REMOTE)
    assert [item.id for item in conflicts(rig)] == [conflict.id]
    assert rig.erps["A"].writes == []


def synced(rig: Rig, one: str) -> None:
    rig.sync(one)


def edited(rig: Rig, one: str) -> None:
    edit(rig, "Customer 1", city="Goa")


def read(rig: Rig, one: str) -> None:
    rig.erps["A"].put("Parties", "c1", CITY="Surat")
    rig.sync(one, direction="pull")


@pytest.mark.parametrize("since", [synced, edited, read])
def test_what_was_carried_on_is_not_taken_back(rig: Rig, since: Callable[[Rig, str], None]) -> None:
    one, conflict = disputed(rig)
    rig.engine.resolver.resolve(conflict.id, "merge", fields={"city": "Thane"})
    since(rig, one)
    before = stands(rig)
    with pytest.raises(Conflicting) as caught:
        rig.engine.resolver.take_back(conflict.id)
    assert caught.value.code == "synced_since"
    assert stands(rig) == before


def test_a_write_under_way_keeps_its_decision(rig: Rig) -> None:
    one, conflict = disputed(rig)
    rig.engine.resolver.resolve(conflict.id, "local")
    told: list[str] = []

    def hook(where: str) -> None:
        if where.startswith("write") and not told:
            with pytest.raises(Conflicting) as caught:
                rig.engine.resolver.take_back(conflict.id)
            told.append(caught.value.code)

    rig.erps["A"].hook = hook
    rig.sync(one)
    assert told == ["synced_since"]
    assert there(rig)["CITY"] == LOCAL


def test_a_record_that_was_joined_is_not_parted_after_a_sync_that_may_have_named_it(rig: Rig) -> None:
    one = doubtful(rig, "pull")
    (conflict,) = conflicts(rig)
    rig.engine.resolver.resolve(conflict.id, "separate")
    rig.erps["A"].put("Bills", "b2", NO="B-2", DATE="2026-08-02", PARTY="acme", TOTAL="2.00")
    rig.sync(one)
    with pytest.raises(Conflicting):
        rig.engine.resolver.take_back(conflict.id)
    assert rig.hub("invoice")["B-2"].values["customer"] == rig.hub("customer")["Acme"].id


def test_a_lookup_that_a_person_has_set_since_stays(rig: Rig) -> None:
    doubtful(rig, "pull")
    (conflict,) = conflicts(rig)
    rig.engine.resolver.resolve(conflict.id, "separate")
    other = RecordStore(rig.db).create("customer", {"business_name": "Other"}, "user")["id"]
    edit(rig, "B-1", "invoice", customer=other)
    rig.engine.resolver.take_back(conflict.id)
    assert rig.hub("invoice")["B-1"].values["customer"] == other
    assert rig.rows("SELECT 1 FROM pending_references") == []


def test_what_another_connection_made_meanwhile_stays(rig: Rig) -> None:
    doubtful(rig, "pull")
    (conflict,) = conflicts(rig)
    other = both(rig, "B")
    rig.engine.resolver.resolve(conflict.id, "separate")
    rig.sync(other)
    with pytest.raises(Conflicting):
        rig.engine.resolver.take_back(conflict.id)
    assert "Acme" in rig.hub("customer")


def test_other_connections_hear_of_it(rig: Rig) -> None:
    one, conflict = disputed(rig)
    other = both(rig, "B")
    rig.sync(other)
    rig.engine.resolver.resolve(conflict.id, "remote")
    rig.sync(other)
    rig.engine.resolver.take_back(conflict.id)
    rig.sync(other)
    (sent,) = [values for _, values in rig.erps["B"].rows["Parties"].values() if values["NAME"] == "Customer 1"]
    assert sent["CITY"] == LOCAL
    rig.sync(one)
    assert (there(rig)["CITY"], dirty(rig)) == (REMOTE, 0)


def test_only_a_decision_of_a_person_is_taken_back(rig: Rig) -> None:
    deleted_there(rig, conflict_resolution="local_wins")
    (told,) = conflicts(rig, "resolved")
    with pytest.raises(Conflicting, match="can't be taken back"):
        rig.engine.resolver.take_back(told.id)
    with pytest.raises(NotFound):
        rig.engine.resolver.take_back("0" * 36)


def moment(rig: Rig, place: str, do: Callable[[], object]) -> list[str]:
    """Have ``do`` done once, when a run comes to ``place``; the list tells that it was."""
    done: list[str] = []

    def at(where: str) -> None:
        if where == place and not done:
            done.append(where)
            do()

    rig.engine = Engine(rig.db, rig, EnginePorts(rig._ports, rig._settings, at), rig.bus)  # type: ignore[arg-type]
    return done


def test_what_was_drafted_to_be_made_anew_is_not(rig: Rig) -> None:
    """The run has drafted the record when the decision, which moved neither version nor link, is taken back."""
    one, conflict = asked(rig, "delete")
    rig.engine.resolver.resolve(conflict.id, "local")
    done = moment(rig, "push:intent:before", lambda: rig.engine.resolver.take_back(conflict.id))
    rig.sync(one)
    assert done
    assert rig.erps["A"].writes == []
    assert [item.id for item in conflicts(rig)] == [conflict.id]


def test_a_match_that_a_run_under_way_may_have_named_stays(rig: Rig) -> None:
    one = doubtful(rig, "pull")
    (conflict,) = conflicts(rig)
    erp = rig.erps["A"]
    erp.put("Bills", "b2", NO="B-2", DATE="2026-08-02", PARTY="acme", TOTAL="2.00")

    def hook(where: str) -> None:
        if where == "page:Bills:0":
            erp.hook = lambda _where: None
            rig.engine.resolver.resolve(conflict.id, "separate")
            with pytest.raises(Conflicting):
                rig.engine.resolver.take_back(conflict.id)

    erp.hook = hook
    rig.sync(one)
    with pytest.raises(Conflicting):
        rig.engine.resolver.take_back(conflict.id)
    assert rig.hub("invoice")["B-2"].values["customer"] == rig.hub("customer")["Acme"].id


def test_a_lookup_that_waits_elsewhere_stays_as_it_is(rig: Rig) -> None:
    """SQLite gives the id of the last waiting lookup again once that waits no more."""
    doubtful(rig, "pull")
    (conflict,) = conflicts(rig)
    other = both(rig, "B")
    before = stands(rig)
    rig.engine.resolver.resolve(conflict.id, "separate")
    rig.erps["B"].put("Bills", "z", NO="Z-1", DATE="2026-08-01", PARTY="nobody", TOTAL="1.00")
    rig.sync(other, direction="pull")
    rig.engine.resolver.take_back(conflict.id)
    assert rig.hub("invoice")["B-1"].values["customer"] is None
    (waits,) = (row for row in stands(rig)["waiting"] if row not in before["waiting"])
    assert waits[3] == "nobody"


def test_what_waits_in_the_record_for_another_connection_waits_on(rig: Rig) -> None:
    _, conflict = disputed(rig)
    other = both(rig, "B")
    row = ("customer", conflict.local_id, "custom.owner", "customer", "k")
    names = ("entity_type", "local_entity_id", "field", "target_entity", "remote_key")
    with rig.db.write() as conn:
        values = dict(zip(names, row, strict=True))
        conn.execute(insert(tables.pending_references).values(connection_id=other, **values))
    before = stands(rig)["waiting"]
    rig.engine.resolver.resolve(conflict.id, "remote")
    rig.engine.resolver.take_back(conflict.id)
    assert stands(rig)["waiting"] == before == [(*row[1:],)]


def test_where_it_was_deleted_before_it_stays_deleted(rig: Rig) -> None:
    """A record that lives again is made anew in every system where it was deleted, but for those where it was so already."""
    deleted_there(rig)
    (conflict,) = conflicts(rig)
    other = both(rig, "B")
    at = "2026-01-01T00:00:00.000Z"
    with rig.db.write() as conn:
        conn.execute(
            insert(tables.erp_entity_sync_records).values(
                connection_id=other, entity_type="customer", local_entity_id=conflict.local_id, remote_module="Parties",
                remote_id="gone", remote_label="Customer 2", remote_version="1", sync_status="synced", paused=False,
                last_synced_at=at, remote_deleted_at=at, base_local="{}", base_remote="{}",
            )
        )  # fmt: skip
    before = stands(rig)
    rig.engine.resolver.resolve(conflict.id, "remote")
    rig.engine.resolver.take_back(conflict.id)
    assert stands(rig)["links"] == before["links"]


def test_without_its_history_a_record_does_not_go_back(rig: Rig) -> None:
    _, conflict = disputed(rig)
    rig.engine.resolver.resolve(conflict.id, "remote")
    with rig.db.write() as conn:
        conn.execute(delete(tables.record_history))
    before = stands(rig)
    with pytest.raises(Conflicting, match="history"):
        rig.engine.resolver.take_back(conflict.id)
    assert stands(rig) == before


def test_a_record_that_others_name_since_is_not_unmade(rig: Rig) -> None:
    one = both(rig)
    fill(rig)
    rig.sync(one)
    customer = rig.hub("customer")["Customer 1"].id
    records = RecordStore(rig.db)
    for _ in range(2):
        records.create("invoice", {"number": "B-1", "date": "2026-08-01", "customer": customer}, "user")
    rig.erps["A"].put("Bills", "b", NO="B-1", DATE="2026-08-01", PARTY="customer 1", TOTAL="1.00")
    rig.sync(one, direction="pull")
    (conflict,) = conflicts(rig)
    rig.engine.resolver.resolve(conflict.id, "separate")
    made = rig.scalar("SELECT local_entity_id FROM erp_entity_sync_records WHERE remote_id = 'b'")
    lines = [{"invoice": made, "amount": "1"}]
    payment = {"number": "P", "date": "2026-08-02", "customer": customer, "amount": "1", "allocations": lines}
    paid = records.create("payment", payment, "user")["id"]
    with pytest.raises(Conflicting, match="names this one"):
        rig.engine.resolver.take_back(conflict.id)
    records.update("payment", paid, {"allocations": []}, "user")
    rig.engine.resolver.take_back(conflict.id)
    assert rig.scalar(f"SELECT deleted_at FROM invoices WHERE id = '{made}'") is not None


def test_of_several_the_last_is_taken_back_first(rig: Rig) -> None:
    doubtful(rig, "pull")
    (match,) = conflicts(rig)
    before = stands(rig)
    rig.engine.resolver.resolve(match.id, "link")
    (name,) = conflicts(rig)
    rig.engine.resolver.resolve(name.id, "remote")
    parts = SimpleNamespace(db=rig.db, stores=Stores(rig.db), resolver=rig.engine.resolver, bus=rig.bus)
    service = Conflicts(parts)  # type: ignore[arg-type]
    assert service.take_back_many([name.id, match.id]) == (2, [])
    assert stands(rig) == before


def test_what_could_not_be_sent_before_is_told_of_again(rig: Rig) -> None:
    """Linking settles what failed of the record here; its mark says again that it waits, and so does the list of what failed."""
    one = both(rig)
    erp = rig.erps["A"]
    RecordStore(rig.db).create("customer", {"business_name": "Acme"}, "user")
    erp.hook = raising("write:before:create", Rejected("No.", hint="", field="city"))
    rig.sync(one)
    erp.hook = lambda _where: None
    erp.put("Parties", "x", NAME="Acme", CITY=REMOTE)
    rig.sync(one, direction="pull")
    (conflict,) = conflicts(rig)
    before = stands(rig)
    assert before["errors"] == 1
    for answer in ("link", "separate"):
        rig.engine.resolver.resolve(conflict.id, answer)
        rig.engine.resolver.take_back(conflict.id)
        assert stands(rig) == before
