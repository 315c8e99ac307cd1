"""What a person decides about conflicts, and what becomes of it on both sides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.db.conflicts import Conflict, ConflictStore
from app.db.errors import ErrorStore
from app.db.records import RecordStore
from app.model.errors import Conflicting, InvalidInput, NotFound
from tests.sync.fake_erp import SPEC
from tests.sync.rig import Rig
from tests.sync.test_push import dirty, edit, fill

pytestmark = pytest.mark.database("sqlite")

LOCAL, REMOTE = "Mumbai", "Nashik"


@pytest.fixture
def rig(data_dir: Path, database_url: str) -> Iterator[Rig]:
    made = Rig(data_dir, database_url)
    yield made
    made.db.close()


def both(rig: Rig, name: str = "A", **config: Any) -> str:
    return rig.connect(name, **{"sync_direction": "bidirectional", "conflict_resolution": "manual", **config})


def conflicts(rig: Rig, status: str | None = "open") -> list[Conflict]:
    return list(ConflictStore(rig.db).list(status=status).items)


def disputed(rig: Rig, **config: Any) -> tuple[str, Conflict]:
    """A connection, and a conflict about the city of one of its customers."""
    one = both(rig, **config)
    fill(rig)
    rig.sync(one)
    edit(rig, "Customer 1", city=LOCAL)
    rig.erps["A"].put("Parties", "c1", CITY=REMOTE)
    rig.sync(one)
    (found,) = conflicts(rig)
    return one, found


def there(rig: Rig, remote_id: str = "c1", name: str = "A") -> dict[str, Any]:
    return rig.erps[name].rows["Parties"][remote_id][1]


def status(rig: Rig, remote_id: str = "c1") -> str:
    return str(
        rig.scalar(
            f"SELECT sync_status FROM erp_entity_sync_records WHERE remote_id = '{remote_id}' AND remote_deleted_at IS NULL"
        )
    )


def source(rig: Rig, label: str = "Customer 1") -> str:
    return RecordStore(rig.db).history("customer", rig.hub("customer")[label].id)[0].source


@pytest.mark.database("both")
def test_a_disputed_field_moves_in_neither_direction(rig: Rig) -> None:
    one, _ = disputed(rig)
    for sync_type in ("incremental", "full"):
        rig.sync(one, sync_type=sync_type)
    assert (rig.hub("customer")["Customer 1"].values["city"], there(rig)["CITY"]) == (LOCAL, REMOTE)
    assert status(rig) == "conflict"
    assert len(conflicts(rig)) == 1
    edit(rig, "Customer 1", phone="7")
    rig.sync(one)
    assert (there(rig)["PHONE"], there(rig)["CITY"]) == ("7", REMOTE)
    assert status(rig) == "conflict"


@pytest.mark.parametrize(
    ("resolution", "fields", "city"),
    [
        ("local", None, LOCAL),
        ("remote", None, REMOTE),
        ("merge", {"city": "Thane"}, "Thane"),
        ("merge", {"city": LOCAL}, LOCAL),
        ("merge", {"city": REMOTE}, REMOTE),
        # What the sides agreed on before they both left it.
        ("merge", {"city": "Pune"}, "Pune"),
    ],
)
def test_what_was_decided_is_on_both_sides_after_a_sync(
    rig: Rig, resolution: str, fields: dict[str, Any] | None, city: str
) -> None:
    one, conflict = disputed(rig)
    decided = rig.engine.resolver.resolve(conflict.id, resolution, fields=fields, by="asha")
    assert (decided.status, decided.resolution, decided.resolved_by) == ("resolved", resolution, "asha")
    assert status(rig) == ("synced" if city == REMOTE else "pending")
    hub = rig.hub("customer")["Customer 1"]
    assert hub.values["city"] == city
    assert source(rig) == ("user" if city == LOCAL else "conflict:asha")
    rig.sync(one, sync_type="incremental")
    assert there(rig)["CITY"] == city
    assert rig.erps["A"].writes == ([] if city == REMOTE else [("update", "c1", {"CITY": city})])
    version = rig.hub("customer")["Customer 1"].version
    for sync_type in ("incremental", "full"):
        rig.sync(one, sync_type=sync_type)
    assert rig.hub("customer")["Customer 1"].version == version
    assert (conflicts(rig), dirty(rig), status(rig)) == ([], 0, "synced")


def test_fields_not_named_in_a_merge_keep_what_is_here(rig: Rig) -> None:
    one = both(rig)
    fill(rig)
    rig.sync(one)
    edit(rig, "Customer 1", city=LOCAL, opening_balance="7.00")
    rig.erps["A"].put("Parties", "c1", CITY=REMOTE, OPENING="-9.00")
    rig.sync(one)
    (conflict,) = conflicts(rig)
    assert {item["name"] for item in conflict.fields} == {"city", "opening_balance"}
    rig.engine.resolver.resolve(conflict.id, "merge", fields={"opening_balance": 9})
    rig.sync(one)
    hub = rig.hub("customer")["Customer 1"].values
    assert (hub["city"], hub["opening_balance"]) == (LOCAL, "9.00")
    assert (there(rig)["CITY"], there(rig)["OPENING"]) == (LOCAL, "-9.00")


def test_other_connections_hear_of_a_decision(rig: Rig) -> None:
    b = both(rig, "B")
    _, conflict = disputed(rig)
    rig.sync(b)
    rig.engine.resolver.resolve(conflict.id, "remote")
    rig.sync(b)
    assert [
        fields["CITY"] for _, fields in rig.erps["B"].rows["Parties"].values() if fields["NAME"] == "Customer 1"
    ] == [REMOTE]


@pytest.mark.database("both")
def test_a_decision_is_made_once(rig: Rig) -> None:
    _, conflict = disputed(rig)
    rig.engine.resolver.resolve(conflict.id, "local")
    with pytest.raises(Conflicting, match="already resolved"):
        rig.engine.resolver.resolve(conflict.id, "remote")
    with pytest.raises(NotFound):
        rig.engine.resolver.resolve("0" * 36, "local")


@pytest.mark.parametrize(
    ("resolution", "fields", "field"),
    [
        ("link", None, "resolution"),
        ("merge", None, "fields"),
        ("merge", {"phone": "1"}, "fields.phone"),
        ("merge", {"opening_balance": "a lot"}, "opening_balance"),
    ],
)
def test_an_answer_that_does_not_fit_changes_nothing(
    rig: Rig, resolution: str, fields: dict[str, Any] | None, field: str
) -> None:
    one = both(rig)
    fill(rig)
    rig.sync(one)
    edit(rig, "Customer 1", city=LOCAL, opening_balance="7.00")
    rig.erps["A"].put("Parties", "c1", CITY=REMOTE, OPENING="-9.00")
    rig.sync(one)
    (conflict,) = conflicts(rig)
    version = rig.hub("customer")["Customer 1"].version
    with pytest.raises(InvalidInput) as caught:
        rig.engine.resolver.resolve(conflict.id, resolution, fields=fields)
    assert caught.value.field == field
    assert (rig.hub("customer")["Customer 1"].version, len(conflicts(rig))) == (version, 1)


def test_nothing_is_written_over_that_the_person_has_not_seen(rig: Rig) -> None:
    _, conflict = disputed(rig)
    edit(rig, "Customer 1", city="Thane")
    with pytest.raises(Conflicting) as caught:
        rig.engine.resolver.resolve(conflict.id, "remote")
    assert caught.value.code == "outdated"
    (shown,) = conflicts(rig)
    assert [(item["name"], item["local"]) for item in shown.fields] == [("city", "Thane")]
    rig.engine.resolver.resolve(conflict.id, "remote")
    assert rig.hub("customer")["Customer 1"].values["city"] == REMOTE


def test_a_change_over_there_after_the_decision_is_a_new_question(rig: Rig) -> None:
    one, conflict = disputed(rig)
    rig.engine.resolver.resolve(conflict.id, "local")
    rig.erps["A"].put("Parties", "c1", CITY="Thane")
    rig.sync(one)
    (asked,) = conflicts(rig)
    assert [(item["local"], item["remote"]) for item in asked.fields] == [(LOCAL, "Thane")]
    assert rig.erps["A"].writes == []


@pytest.mark.parametrize("city", [LOCAL, "Pune"])
def test_a_question_that_answered_itself_is_closed(rig: Rig, city: str) -> None:
    """Both came to one value, or the other side went back to what it was."""
    one, conflict = disputed(rig)
    rig.erps["A"].put("Parties", "c1", CITY=city)
    rig.sync(one, sync_type="incremental")
    closed = ConflictStore(rig.db).get(conflict.id)
    assert (closed.status, closed.resolution, closed.resolved_by) == ("resolved", "agreed", "rule")
    rig.sync(one)
    assert there(rig)["CITY"] == LOCAL == rig.hub("customer")["Customer 1"].values["city"]
    assert (status(rig), dirty(rig)) == ("synced", 0)


def test_a_lookup_whose_record_came_since(rig: Rig) -> None:
    one = both(rig)
    fill(rig)
    rig.sync(one)
    records = RecordStore(rig.db)
    records.update(
        "invoice", rig.hub("invoice")["INV-1"].id, {"customer": rig.hub("customer")["Customer 0"].id}, "user"
    )
    rig.erps["A"].put("Bills", "b1", PARTY="late")
    rig.sync(one)
    (conflict,) = conflicts(rig)
    rig.erps["A"].put("Parties", "c9", NAME="Late", GSTIN="GST9")
    rig.sync(one)
    rig.engine.resolver.resolve(conflict.id, "remote")
    assert rig.hub("invoice")["INV-1"].values["customer"] == rig.hub("customer")["Late"].id


def test_a_lookup_whose_record_comes_later(rig: Rig) -> None:
    one = both(rig)
    fill(rig)
    rig.sync(one)
    RecordStore(rig.db).update(
        "invoice", rig.hub("invoice")["INV-1"].id, {"customer": rig.hub("customer")["Customer 0"].id}, "user"
    )
    rig.erps["A"].put("Bills", "b1", PARTY="late")
    rig.sync(one)
    (conflict,) = conflicts(rig)
    rig.engine.resolver.resolve(conflict.id, "remote")
    assert rig.hub("invoice")["INV-1"].values["customer"] is None
    rig.erps["A"].put("Parties", "c9", NAME="Late", GSTIN="GST9")
    rig.sync(one)
    assert rig.hub("invoice")["INV-1"].values["customer"] == rig.hub("customer")["Late"].id
    assert rig.erps["A"].rows["Bills"]["b1"][1]["PARTY"] == "late"


def test_lines_are_decided_about_as_a_whole(rig: Rig) -> None:
    one = both(rig)
    fill(rig)
    rig.sync(one)
    invoice = rig.hub("invoice")["INV-1"].id
    RecordStore(rig.db).update("invoice", invoice, {"lines": [{"description": "Here", "amount": "1.00"}]}, "user")
    rig.erps["A"].put("Bills", "b1", LINES=[{"TEXT": "There", "AMOUNT": "2.00"}])
    rig.sync(one)
    (conflict,) = conflicts(rig)
    rig.engine.resolver.resolve(conflict.id, "merge", fields={"lines": [{"description": "Both", "amount": 3}]})
    rig.sync(one)
    assert rig.erps["A"].rows["Bills"]["b1"][1]["LINES"] == [{"TEXT": "Both", "AMOUNT": "3.00"}]
    assert [line["description"] for line in rig.hub("invoice")["INV-1"].values["lines"]] == ["Both"]
    assert (conflicts(rig), dirty(rig)) == ([], 0)


@pytest.mark.database("both")
def test_a_decision_in_the_middle_of_a_push_is_seen_by_it(rig: Rig) -> None:
    """The run has drafted the record (nothing to send, the field is frozen) when the person decides."""
    one, conflict = disputed(rig)
    edit(rig, "Customer 1", phone="7")

    def hook(where: str) -> None:
        if where == "write:before:update":
            rig.erps["A"].hook = lambda _where: None
            rig.engine.resolver.resolve(conflict.id, "local")

    rig.erps["A"].hook = hook
    rig.sync(one, direction="push")
    rig.sync(one)
    assert (there(rig)["CITY"], there(rig)["PHONE"], dirty(rig)) == (LOCAL, "7", 0)
    assert (status(rig), conflicts(rig)) == ("synced", [])


# --- deleted there, edited here ------------------------------------------------------------------------------------------


def deleted_there(rig: Rig, **config: Any) -> str:
    one = both(rig, **{"delete_policy": "propagate", **config})
    fill(rig)
    rig.sync(one)
    edit(rig, "Customer 2", city=LOCAL)
    rig.erps["A"].drop("Parties", "c2")
    rig.sync(one, sync_type="full")
    return one


@pytest.mark.parametrize("strategy", ["manual", "remote_wins"])
@pytest.mark.parametrize("resolution", ["local", "remote"])
def test_a_deletion_of_an_edited_record_waits_for_a_person(rig: Rig, strategy: str, resolution: str) -> None:
    one = deleted_there(rig, conflict_resolution=strategy)
    rig.sync(one)
    (conflict,) = conflicts(rig)
    assert (conflict.kind, "Customer 2" in rig.hub("customer"), rig.erps["A"].writes) == ("delete", True, [])
    rig.engine.resolver.resolve(conflict.id, resolution)
    for _ in range(2):
        rig.sync(one, sync_type="full")
    names = [fields["NAME"] for _, fields in rig.erps["A"].rows["Parties"].values()]
    if resolution == "local":
        assert [kind for kind, _, _ in rig.erps["A"].writes] == ["create"]
        assert rig.hub("customer")["Customer 2"].values["city"] == LOCAL
    else:
        assert rig.erps["A"].writes == []
    assert ("Customer 2" in names) == (resolution == "local") == ("Customer 2" in rig.hub("customer"))
    assert dirty(rig) == 0


@pytest.mark.parametrize("strategy", ["local_wins", "newest_wins"])
def test_where_the_edit_wins_the_record_is_made_anew_unasked(rig: Rig, strategy: str) -> None:
    one = deleted_there(rig, conflict_resolution=strategy)
    (told,) = conflicts(rig, None)
    assert (told.kind, told.status, told.resolution, told.resolved_by) == ("delete", "resolved", "local", "rule")
    rig.sync(one)
    (made,) = [fields for _, fields in rig.erps["A"].rows["Parties"].values() if fields["NAME"] == "Customer 2"]
    assert made["CITY"] == LOCAL
    assert (len(rig.hub("customer")), dirty(rig)) == (3, 0)


# --- two that may be one -------------------------------------------------------------------------------------------------


def doubtful(rig: Rig, direction: str | None = "push") -> str:
    """A customer here, and one of the same name there with another city."""
    one = both(rig)
    rig.erps["A"].put("Parties", "x", NAME="Acme", CITY=REMOTE, PHONE="1")
    rig.erps["A"].put("Bills", "b", NO="B-1", DATE="2026-08-01", PARTY="acme", TOTAL="1.00")
    RecordStore(rig.db).create("customer", {"business_name": "ACME", "website": "acme.in"}, "user")
    rig.sync(one, direction=direction)
    return one


@pytest.mark.parametrize("direction", ["push", "pull", None])
def test_two_that_are_one_are_joined(rig: Rig, direction: str | None) -> None:
    one = doubtful(rig, direction)
    (conflict,) = conflicts(rig)
    hub_id = conflict.candidates[0]  # type: ignore[index]
    rig.engine.resolver.resolve(conflict.id, "link", local_id=hub_id)
    assert len(rig.hub("customer")) == 1
    if rig.hub("invoice"):  # what waited for the customer has it at once
        assert rig.hub("invoice")["B-1"].values["customer"] == hub_id
    for _ in range(2):
        rig.sync(one, sync_type="full")
    (name,) = [item for item in conflicts(rig) if item.kind == "fields"]
    assert {item["name"] for item in name.fields} == {"business_name"}
    assert rig.hub("customer")["ACME"].values["phone"] == "1"
    assert rig.hub("invoice")["B-1"].values["customer"] == hub_id
    assert [kind for kind, _, _ in rig.erps["A"].writes if kind == "create"] == []
    rig.engine.resolver.resolve(name.id, "remote")
    rig.sync(one)
    assert (conflicts(rig), dirty(rig), ErrorStore(rig.db).count_open()) == ([], 0, 0)


@pytest.mark.database("both")
@pytest.mark.parametrize("direction", ["push", "pull", None])
def test_two_that_stay_apart_are_not_asked_about_again(rig: Rig, direction: str | None) -> None:
    one = doubtful(rig, direction)
    (conflict,) = conflicts(rig)
    rig.engine.resolver.resolve(conflict.id, "separate")
    for sync_type in ("incremental", "full", "manual"):
        rig.sync(one, sync_type=sync_type)
    assert sorted(rig.hub("customer")) == ["ACME", "Acme"]
    assert (conflicts(rig), rig.erps["A"].writes) == ([], [])
    assert rig.hub("invoice")["B-1"].values["customer"] == rig.hub("customer")["Acme"].id
    (told,) = ErrorStore(rig.db).list(open_only=True).items
    assert (told.side, told.local_id) == ("out", rig.hub("customer")["ACME"].id)
    edit(rig, "ACME", business_name="Acme Two")
    rig.sync(one, sync_type="incremental")
    assert [fields["NAME"] for _, _, fields in rig.erps["A"].writes] == ["Acme Two"]
    assert (ErrorStore(rig.db).count_open(), dirty(rig)) == (0, 0)


def test_a_record_that_may_be_one_over_there_is_not_made_there_meanwhile(rig: Rig) -> None:
    one = both(rig)
    RecordStore(rig.db).create("customer", {"business_name": "Acme"}, "user")
    erp = rig.erps["A"]
    erp.put("Parties", "x", NAME="Acme", CITY=REMOTE)
    rig.sync(one)
    (conflict,) = conflicts(rig)
    erp.put("Parties", "x", NAME="Acme (old)")  # now nothing over there would refuse the name
    rig.sync(one, direction="push")
    assert erp.writes == []
    rig.engine.resolver.resolve(conflict.id, "separate")
    rig.sync(one, direction="push")
    assert [fields["NAME"] for _, _, fields in erp.writes] == ["Acme"]
    assert (dirty(rig), rig.scalar("SELECT count(*) FROM customers")) == (0, 2)


def test_only_a_candidate_can_be_linked(rig: Rig) -> None:
    one = both(rig)
    records = RecordStore(rig.db)
    other = records.create("customer", {"business_name": "Other"}, "user")["id"]
    found = [records.create("customer", {"business_name": "Acme", "city": city}, "user")["id"] for city in "AB"]
    rig.erps["A"].put("Parties", "x", NAME="Acme")
    rig.sync(one, direction="pull")
    (conflict,) = conflicts(rig)
    assert sorted(conflict.candidates or ()) == sorted(found)
    for wrong in (None, other):
        with pytest.raises(InvalidInput) as caught:
            rig.engine.resolver.resolve(conflict.id, "link", local_id=wrong)
        assert caught.value.field == "localId"
    records.delete("customer", found[0], "user")
    with pytest.raises(Conflicting, match="deleted"):
        rig.engine.resolver.resolve(conflict.id, "link", local_id=found[0])
    rig.engine.resolver.resolve(conflict.id, "link", local_id=found[1])
    assert rig.scalar("SELECT local_entity_id FROM erp_entity_sync_records WHERE remote_id = 'x'") == found[1]


# --- the newer one wins --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stamp", "skew", "winner"),
    [
        ("2000-01-01T00:00:00.000Z", 0.0, LOCAL),
        ("2999-01-01T00:00:00.000Z", 0.0, REMOTE),
        ("2999-01-01T00:00:00.000Z", None, None),
        (None, 0.0, None),
    ],
)
def test_the_newer_edit_wins_where_the_clocks_can_be_compared(
    rig: Rig, stamp: str | None, skew: float | None, winner: str | None
) -> None:
    one = both(rig, conflict_resolution="newest_wins")
    fill(rig)
    rig.sync(one)
    edit(rig, "Customer 1", city=LOCAL)
    erp = rig.erps["A"]
    erp.clock_skew = skew
    erp.put("Parties", "c1", CITY=REMOTE)
    erp.stamps["c1"] = stamp
    for _ in range(2):
        rig.sync(one, sync_type="incremental")
    if winner is None:
        assert (rig.hub("customer")["Customer 1"].values["city"], there(rig)["CITY"]) == (LOCAL, REMOTE)
        assert len(conflicts(rig)) == 1
    else:
        assert rig.hub("customer")["Customer 1"].values["city"] == winner == there(rig)["CITY"]
        assert conflicts(rig) == []


# --- a mapping that changed while the question was open ---------------------------------------------------------------


def relinked(rig: Rig, *, seen: bool, **changes: Any) -> tuple[str, Conflict]:
    """A conflict about a city whose link was changed since, which a run that only sends has ``seen``. The ERP takes a write
    without our reading the record before."""
    one, conflict = disputed(rig)
    rig.erps["A"].spec = replace(SPEC, capabilities=replace(SPEC.capabilities, conditional_write=True))
    for remote_id in ("c0", "c1", "c2"):
        rig.erps["A"].put("Parties", remote_id, PHONE="99")
    (config,) = rig.configs.list(connection_id=one, entity_type="customer")
    links = [each for each in config.mappings if each.local_field not in ("city", "phone")]
    city = replace(next(each for each in config.mappings if each.local_field == "city"), **changes)
    rig.configs.update(config.id, mappings=[*links, city])
    rig.engine._compiled.clear()  # stamps are coarse, and tests are fast
    if seen:
        rig.sync(one, direction="push")
    return one, conflict


@pytest.mark.parametrize("seen", [True, False])
@pytest.mark.parametrize(
    ("resolution", "fields", "city"),
    [("local", None, LOCAL), ("remote", None, REMOTE), ("merge", {"city": "Thane"}, "Thane")],
)
def test_an_answer_under_a_changed_link_writes_over_nothing_unread(
    rig: Rig, resolution: str, fields: dict[str, Any] | None, city: str, seen: bool
) -> None:
    one, conflict = relinked(rig, seen=seen, remote_field="PHONE")
    rig.engine.resolver.resolve(conflict.id, resolution, fields=fields, by="asha")
    assert rig.hub("customer")["Customer 1"].values["city"] == city
    rig.sync(one, direction="push")
    assert rig.erps["A"].writes == []
    rig.sync(one)
    assert (rig.erps["A"].writes, there(rig)["PHONE"]) == ([], "99")
    (again,) = conflicts(rig)
    (item,) = again.fields
    assert (item["local"], item["remote"]) == (city, "99")
    rig.engine.resolver.resolve(again.id, "local")
    rig.sync(one)
    assert rig.erps["A"].writes == [("update", "c1", {"PHONE": city})]
    assert (conflicts(rig), dirty(rig), status(rig)) == ([], 0, "synced")


@pytest.mark.parametrize("rule", ["remote_wins", "local_wins"])
def test_the_rule_decides_about_what_was_answered_before_it_was_read(rig: Rig, rule: str) -> None:
    one, conflict = relinked(rig, seen=True, remote_field="PHONE")
    rig.engine.resolver.resolve(conflict.id, "local", by="asha")
    (config,) = rig.configs.list(connection_id=one, entity_type="customer")
    rig.configs.update(config.id, conflict_resolution=rule)
    rig.engine._compiled.clear()
    rig.sync(one)
    won = "99" if rule == "remote_wins" else LOCAL
    assert (rig.hub("customer")["Customer 1"].values["city"], there(rig)["PHONE"]) == (won, won)
    assert (conflicts(rig), dirty(rig), status(rig)) == ([], 0, "synced")


@pytest.mark.parametrize("seen", [True, False])
def test_a_value_that_the_changed_link_reads_alike_is_agreed_upon(rig: Rig, seen: bool) -> None:
    one, conflict = relinked(rig, seen=seen, value_map={"pairs": [["Poona", "Pune"]], "unmapped": "keep"})
    rig.engine.resolver.resolve(conflict.id, "remote", by="asha")
    rig.sync(one)
    assert rig.hub("customer")["Customer 1"].values["city"] == REMOTE
    assert (rig.erps["A"].writes, conflicts(rig), dirty(rig), status(rig)) == ([], [], 0, "synced")


def test_a_rule_of_the_link_is_no_other_link(rig: Rig) -> None:
    one, conflict = relinked(rig, seen=True, is_required=True)
    rig.engine.resolver.resolve(conflict.id, "local", by="asha")
    rig.sync(one, direction="push")
    assert rig.erps["A"].writes == [("update", "c1", {"CITY": LOCAL})]
    rig.sync(one)
    assert (conflicts(rig), dirty(rig), status(rig)) == ([], 0, "synced")
