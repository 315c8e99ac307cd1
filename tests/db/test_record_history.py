"""Every version of a record is what it was when it was written: told backwards, compared with what was seen
forwards."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.db.database import Database
from app.db.merge import MergeStore
from app.db.records import RecordStore
from app.db.records.history import difference, flat, take_back, unflat
from app.model.errors import NotFound

OURS = {"id", "version", "created_at", "updated_at", "deleted_at", "source"}
texts = st.none() | st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=6)
numbers = st.none() | st.decimals("-9999", "9999", places=2).map(str)
lines = st.lists(st.fixed_dictionaries({"description": texts, "amount": numbers}), max_size=3)
fields = st.fixed_dictionaries(
    {},
    optional={
        "narration": texts,
        "total": numbers,
        "lines": lines,
        "taxes": st.lists(st.fixed_dictionaries({"name": texts}), max_size=2),
        "custom": st.dictionaries(st.sampled_from("abc"), st.integers(0, 3), max_size=3),
    },
)
steps = st.lists(
    st.one_of(
        fields.map(lambda changes: ("update", changes)),
        st.just(("delete", None)),
        st.integers(1, 9).map(lambda version: ("restore", version)),
    ),
    max_size=8,
)


def content(record: dict[str, Any]) -> dict[str, Any]:
    """A record as history shows it."""
    out = {name: value for name, value in record.items() if name not in OURS}
    for name in ("lines", "taxes"):
        out[name] = [{key: value for key, value in line.items() if key != "line_no"} for line in out[name]]
    return out


@pytest.fixture
def invoice(records: RecordStore) -> dict:
    customer = records.create("customer", {"business_name": "Acme"}, "user")
    return records.create("invoice", {"number": "1", "date": "2026-04-01", "customer": customer["id"]}, "user")


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(steps=steps)
def test_history_is_the_replay(records: RecordStore, invoice: dict, steps: list) -> None:
    made = records.create("invoice", {**invoice, "narration": "n"}, "user")
    seen = {1: made}
    for action, what in steps:
        present = seen[max(seen)]
        if action == "update" and present["deleted_at"] is None:
            record = records.update("invoice", made["id"], what, "user")
        elif action == "restore" and what in seen:
            record = records.restore_version("invoice", made["id"], what, "user")
            assert content(record) == content(seen[what])
            assert record["deleted_at"] is None
        elif action == "delete":
            record = records.delete("invoice", made["id"], "user")
        else:
            continue
        assert record["version"] - present["version"] in (0, 1)
        seen[record["version"]] = record
    told = records.history("invoice", made["id"])
    assert [version.version for version in told] == sorted(seen, reverse=True)
    for version in told:
        record = seen[version.version]
        assert dict(version.values) == content(record)
        assert version.deleted == (record["deleted_at"] is not None)
    assert records.get("invoice", made["id"]) == seen[max(seen)]
    paged = records.history("invoice", made["id"], 2)
    while more := records.history("invoice", made["id"], 2, paged[-1].version):
        paged += more
    assert paged == told


flats = st.dictionaries(st.sampled_from(["a", "b", "custom.x", "custom.y"]), st.none() | st.integers(0, 2))


@given(before=flats, after=flats)
def test_taking_a_difference_back(before: dict, after: dict) -> None:
    for side in (before, after):
        side.setdefault("a", None)
        side.setdefault("b", None)
    back = unflat(take_back(after, difference(before, after)))
    assert back == unflat(before)


def test_flat_keeps_custom_fields_apart() -> None:
    values = {"a": 1, "custom": {"x": 1}, "lines": [{"line_no": 2, "amount": "1.00"}]}
    assert flat(values) == {"a": 1, "custom.x": 1, "lines": [{"amount": "1.00"}]}


def test_a_version_says_who_and_what(records: RecordStore, invoice: dict) -> None:
    other = records.create("customer", {"business_name": "Bolt"}, "user")
    records.update("invoice", invoice["id"], {"customer": other["id"], "total": "5"}, "api")
    newest, oldest = records.history("invoice", invoice["id"])
    assert (newest.action, newest.source, newest.version) == ("update", "api", 2)
    assert newest.changes["total"] == [None, "5.00"]
    assert [side["label"] for side in newest.changes["customer"]] == ["Acme", "Bolt"]
    assert (oldest.action, oldest.changes, oldest.values["customer"]["label"]) == ("create", {}, "Acme")


def test_restoring_keeps_the_numbers_of_lines_that_are_still_there(records: RecordStore, invoice: dict) -> None:
    record_id = invoice["id"]
    a, b, c = records.update("invoice", record_id, {"lines": [{"unit": "a"}, {"unit": "b"}, {"unit": "c"}]}, "u")[
        "lines"
    ]
    records.update("invoice", record_id, {"lines": [c, a]}, "u")
    back = records.restore_version("invoice", record_id, 2, "u")["lines"]
    assert [(line["unit"], line["line_no"]) for line in back] == [("a", 1), ("b", 4), ("c", 3)]
    assert b["line_no"] == 2  # it was gone, so it is a new line now


def test_an_unknown_version(records: RecordStore, invoice: dict) -> None:
    with pytest.raises(NotFound, match="no version 7"):
        records.restore_version("invoice", invoice["id"], 7, "user")


def test_what_a_merge_wrote_is_told_the_same_way(db: Database, records: RecordStore) -> None:
    """The engine writes history by itself (app.db.merge): one form for both."""
    store = MergeStore(db.dialect)
    first = {"number": "7", "date": "2026-04-01", "lines": [{"unit": "a"}, {"unit": "b"}], "custom.party": "Cash"}
    with db.write() as conn:
        batch = store.begin("connection", "connection:x", None, "2026-04-01T00:00:00.000Z")
        batch.create("invoice", [("00000000-0000-7000-8000-000000000001", first)])
        batch.write(conn)
        for now, changes, deleted in (
            ("2026-04-02T00:00:00.000Z", {"custom.party": None, "total": "5.00", "lines": [{"unit": "c"}]}, None),
            ("2026-04-03T00:00:00.000Z", {}, "2026-04-03T00:00:00.000Z"),
            ("2026-04-04T00:00:00.000Z", {"narration": "back"}, None),
        ):
            batch = store.begin("connection", "connection:x", None, now)
            (row,) = store.hub_rows(conn, "invoice", ["00000000-0000-7000-8000-000000000001"]).values()
            batch.update("invoice", row, changes, deleted_at=deleted)
            batch.write(conn)
    told = records.history("invoice", "00000000-0000-7000-8000-000000000001")
    assert [(one.version, one.action, one.deleted) for one in told] == [
        (4, "restore", False), (3, "delete", True), (2, "update", False), (1, "create", False),
    ]  # fmt: skip
    oldest = told[-1].values
    assert (oldest["number"], oldest["total"], oldest["custom"]) == ("7", None, {"party": "Cash"})
    assert [line["unit"] for line in oldest["lines"]] == ["a", "b"]
    back = records.restore_version("invoice", "00000000-0000-7000-8000-000000000001", 1, "user")
    assert back["custom"] == {"party": "Cash"}
    assert [line["unit"] for line in back["lines"]] == ["a", "b"]


@pytest.mark.parametrize("given", [({}, {}), ({}, {"is_active": False}), ({"is_active": None}, {"is_active": True})])
def test_what_was_not_given_has_its_default(db: Database, given: tuple[dict[str, Any], ...]) -> None:
    """Also where one record of a page has it and the next has not. Nothing is something that was given."""
    store = MergeStore(db.dialect)
    made = [(f"00000000-0000-7000-8000-00000000000{at}", {"business_name": "A", **own}) for at, own in enumerate(given)]
    with db.write() as conn:
        batch = store.begin("", "user", None, "2026-08-01T00:00:00.000Z")
        batch.create("customer", made)
        batch.write(conn)
        rows = store.hub_rows(conn, "customer", [record_id for record_id, _ in made])
    assert [rows[record_id].values["is_active"] for record_id, _ in made] == [
        one.get("is_active", True) for one in given
    ]
