"""What a changed mapping would do, said beforehand, against what the next sync then does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.db.configs import StoredMapping
from app.db.records import RecordStore
from app.mapping.compiled import compile_mapping
from app.mapping.stored import field_mappings
from app.model.cancel import CancelToken
from app.model.entities import ENTITIES
from app.model.errors import Cancelled
from app.sync import effects as module
from app.sync.effects import Effects, Example, FieldEffect, effects
from app.sync.tools import entity_scope
from tests.sync.rig import Rig
from tests.sync.test_remap import TOWNS, UPPER, both, edit, fill, here, link, state, there

pytestmark = pytest.mark.database("sqlite")


@pytest.fixture
def rig(data_dir: Path, database_url: str) -> Iterator[Rig]:
    made = Rig(data_dir, database_url)
    yield made
    made.db.close()


def preview(
    rig: Rig, connection: str, field: str, entity: str = "customer", cancel: Any = None, **changes: Any
) -> Effects:
    """What a change of one field's link would do (``remote_field=None``: its removal)."""
    (config,) = rig.configs.list(connection_id=connection, entity_type=entity)
    before = next((one for one in config.mappings if one.local_field == field), None)
    links = [one for one in config.mappings if one.local_field != field]
    if changes.get("remote_field", "") is not None:
        links.append(replace(before, **changes) if before else StoredMapping(field, **changes))
    new = compile_mapping(ENTITIES[entity], field_mappings(links, {}))
    scope = entity_scope(rig.engine._tools, config)
    held = state(rig)
    requests = rig.erps["A"].requests
    found = effects(rig.db, connection, scope, new, cancel or CancelToken())
    assert (state(rig), rig.erps["A"].requests) == (held, requests)
    return found


def counts(effect: FieldEffect) -> dict[str, int]:
    return {kind: count for kind in module.KINDS if (count := getattr(effect, kind))}


@pytest.mark.database("both")
def test_what_changes_here_is_what_the_sync_then_changes(rig: Rig) -> None:
    one = both(rig)
    fill(rig, customers=7)
    rig.erps["A"].put("Parties", "c6", CITY="Nashik")
    rig.sync(one)
    found = preview(rig, one, "city", value_map=TOWNS)
    (city,) = found.fields
    assert (found.records, city.field, city.title, city.change, counts(city)) == (
        7,
        "city",
        "City",
        "changed",
        {"here": 6},
    )
    assert city.said == "City: 6 records get another value here."
    assert len(city.examples["here"]) == module.EXAMPLES
    first = rig.hub("customer")["Customer 0"]
    assert city.examples["here"][0] == Example(first.id, "Customer 0", "Pune", "Poona")
    link(rig, one, "city", value_map=TOWNS)
    run = rig.sync(one, sync_type="incremental")
    assert run.counts["customer"]["updated"] == 6


@pytest.mark.parametrize(
    ("rule", "expected"),
    [("remote_wins", {"here": 3}), ("local_wins", {"here": 2, "there": 1}), ("manual", {"here": 2, "questions": 1})],
)
def test_what_was_edited_here_is_decided_by_the_rule(rig: Rig, rule: str, expected: dict[str, int]) -> None:
    one = both(rig, conflict_resolution=rule)
    fill(rig)
    rig.sync(one)
    edit(rig, "Customer 1", city="Goa")
    (city,) = preview(rig, one, "city", value_map=TOWNS).fields
    assert counts(city) == expected
    if rule == "manual":
        (question,) = city.examples["questions"]
        assert (question.label, question.before, question.after) == ("Customer 1", "Goa", "Poona")


def test_what_only_goes_out_is_counted_where_it_becomes_another_value(rig: Rig) -> None:
    one = both(rig)
    fill(rig)
    link(rig, one, "city", direction="to_remote")
    rig.sync(one)
    for n, town in enumerate(("goa", "GOA", "surat")):
        edit(rig, f"Customer {n}", city=town)
    rig.sync(one)
    checks = [{"rule": "length", "args": {"max": 4}}]
    (city,) = preview(rig, one, "city", transform=UPPER, validation=checks).fields
    assert counts(city) == {"there": 1, "refused": 1}
    assert [(each.label, each.before, each.after) for each in city.examples["there"]] == [("Customer 0", "goa", "GOA")]
    assert [(each.label, each.reason) for each in city.examples["refused"]] == [
        ("Customer 2", "is longer than 4 characters")
    ]


def test_what_was_never_read_is_not_known_unless_another_link_reads_it(rig: Rig) -> None:
    one = both(rig)
    fill(rig, PHONE="99")
    rig.sync(one)
    (notes,) = preview(rig, one, "notes", remote_field="REMARK").fields
    assert (notes.change, counts(notes)) == ("linked", {"unknown": 3})
    assert notes.said == "Notes: 3 are read anew first."
    (notes,) = preview(rig, one, "notes", remote_field="PHONE", direction="to_local").fields
    assert counts(notes) == {"here": 3}
    assert notes.examples["here"][0].after == "99"
    (city,) = preview(rig, one, "city", remote_field="PHONE").fields
    assert counts(city) == {"here": 3}


def test_a_removed_link_changes_nothing(rig: Rig) -> None:
    one = both(rig)
    fill(rig)
    rig.sync(one)
    (city,) = preview(rig, one, "city", remote_field=None).fields
    assert (city.change, counts(city), city.examples) == ("removed", {}, {})
    assert city.said == "City is no longer synced. What is here stays, and so does what is there."


def test_what_can_not_be_mapped_is_named(rig: Rig) -> None:
    one = both(rig)
    fill(rig)
    rig.sync(one)
    (city,) = preview(rig, one, "city", value_map={"pairs": [["x", "X"]], "unmapped": "error"}).fields
    assert counts(city) == {"refused": 3}
    assert city.examples["refused"][0].before == "Pune"
    assert city.examples["refused"][0].reason


def test_a_change_that_makes_no_difference_is_said_to_make_none(rig: Rig) -> None:
    one = both(rig)
    fill(rig)
    rig.sync(one)
    (city,) = preview(rig, one, "city", value_map={"pairs": [["x", "X"]], "unmapped": "keep"}).fields
    assert (counts(city), city.said) == ({}, "City: nothing changes in the records synced so far.")
    assert preview(rig, one, "city").fields == ()


def test_lookups_are_called_by_their_names(rig: Rig) -> None:
    one = rig.connect("A", sync_direction="bidirectional", conflict_resolution="remote_wins")
    fill(rig)
    rig.erps["A"].put("Bills", "b1", NO="INV-1", DATE="2026-08-01", PARTY="customer 1", CUSTOMPARTY="customer 2")
    rig.sync(one)
    (customer,) = preview(rig, one, "customer", "invoice", remote_field="CUSTOMPARTY").fields
    (example,) = customer.examples["here"]
    assert (example.label, example.before, example.after) == ("INV-1", "Customer 1", "Customer 2")


def test_what_was_deleted_here_or_stands_still_is_left_out(rig: Rig) -> None:
    one = both(rig, delete_policy="ignore")
    fill(rig)
    rig.sync(one)
    RecordStore(rig.db).delete("customer", rig.hub("customer")["Customer 0"].id, "user")
    (city,) = preview(rig, one, "city", value_map=TOWNS).fields
    assert counts(city) == {"here": 2}


def test_it_compares_with_what_was_synced_not_with_what_was_only_saved(rig: Rig) -> None:
    one = both(rig)
    fill(rig)
    rig.sync(one)
    link(rig, one, "city", direction="to_local", transform=UPPER)  # saved, and not synced since
    (city,) = preview(rig, one, "city", transform=[{"name": "lower"}]).fields
    assert city.examples["here"][0].before == "Pune"
    assert preview(rig, one, "city", direction="both", transform=None).fields == ()
    assert here(rig, "city") == there(rig, "CITY")


def test_it_says_how_far_it_is_and_can_be_stopped(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_AT_ONCE", 2)
    one = both(rig)
    fill(rig, customers=5)
    rig.sync(one)
    (config,) = rig.configs.list(connection_id=one)
    scope = entity_scope(rig.engine._tools, config)
    links = [replace(each, value_map=TOWNS) if each.local_field == "city" else each for each in config.mappings]
    new = compile_mapping(ENTITIES["customer"], field_mappings(links, {}))
    said: list[tuple[int, int]] = []
    effects(rig.db, one, scope, new, CancelToken(), lambda done, total: said.append((done, total)))
    assert said == [(2, 5), (4, 5), (5, 5)]
    cancel = CancelToken()
    with pytest.raises(Cancelled):
        effects(rig.db, one, scope, new, cancel, lambda done, _total: cancel.cancel() if done == 2 else None)
