"""A person changes, deletes and brings back a record; what failed of it is found."""

from __future__ import annotations

import pytest

from app import bootstrap
from app.model.errors import Conflicting, InvalidInput, NotFound, StaleVersion


def test_a_record_is_deleted_and_brought_back(app: bootstrap.App) -> None:
    records = app.services.records
    one = records.page("customer")[0][-1]
    told: list[object] = []
    stop = app.bus.subscribe(told.append)
    gone = records.delete("customer", one["id"], version=one["version"])
    stop()
    assert any("records" in getattr(event, "kinds", ()) for event in told)  # open screens look again
    assert gone["deleted_at"]
    with pytest.raises(Conflicting, match="is deleted"):
        records.update("customer", one["id"], {"city": "Pune"})
    back = records.restore("customer", one["id"], version=gone["version"])
    assert back["deleted_at"] is None
    assert back["business_name"] == one["business_name"]
    assert [each.action for each in records.history("customer", one["id"])][:2] == ["restore", "delete"]


def test_what_moved_meanwhile_is_not_written_over(app: bootstrap.App) -> None:
    records = app.services.records
    one = records.page("customer")[0][-1]
    changed = records.update("customer", one["id"], {"city": "Nashik"}, version=one["version"])
    for call in (records.delete, records.restore):
        with pytest.raises(StaleVersion):
            call("customer", one["id"], version=one["version"])
    with pytest.raises(StaleVersion):
        records.update("customer", one["id"], {"city": "Pune"}, version=one["version"])
    with pytest.raises(InvalidInput) as wrong:
        records.update("customer", one["id"], {"credit_limit": "much"}, version=changed["version"])
    assert wrong.value.field == "credit_limit"
    assert records.get("customer", one["id"])["city"] == "Nashik"


def test_the_failures_of_a_record_are_its_own(app: bootstrap.App) -> None:
    services, stores = app.services, app.parts.stores
    first, second = services.records.page("customer")[0][:2]
    connection_id = services.connections.list()[0].id
    stores.errors.record(connection_id=connection_id, entity_type="customer", side="out", code="x", message="Refused.",
                         hint="Shorten it.", local_id=first["id"])  # fmt: skip
    (found,) = services.records.failures(first["id"])
    assert (found.message, found.hint) == ("Refused.", "Shorten it.")
    assert services.records.failures(second["id"]) == []
    stores.errors.resolve(connection_id, "customer", local_ids=[first["id"]], side="out")
    assert services.records.failures(first["id"]) == []


def test_a_record_goes_back_to_an_earlier_version_with_its_lines(app: bootstrap.App) -> None:
    records = app.services.records
    one = records.page("invoice")[0][-1]
    lines = [{**line, "description": "changed"} for line in one["lines"]]
    changed = records.update("invoice", one["id"], {"lines": lines[:1], "narration": "changed"})
    with pytest.raises(StaleVersion):
        records.go_back("invoice", one["id"], one["version"], version=one["version"])
    gone = records.delete("invoice", one["id"], version=changed["version"])
    back = records.go_back("invoice", one["id"], one["version"], version=gone["version"])
    assert back["deleted_at"] is None
    for name in ("narration", "taxes", "customer", "total"):
        assert back[name] == one[name]
    plain = [[{name: value for name, value in line.items() if name != "line_no"} for line in each["lines"]]
             for each in (one, back)]  # fmt: skip
    assert plain[0] == plain[1]
    with pytest.raises(NotFound):
        records.go_back("invoice", one["id"], 99)
