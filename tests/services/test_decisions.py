"""What a person decides, through the facade: conflicts, an undone run, failed records, paused ones. On a simulated Tally."""

from __future__ import annotations

from typing import Any

import pytest

from app import bootstrap
from app.model.errors import Conflicting, NotFound
from app.model.events import Changed
from app.services.views import ConflictView

COMPANY = bootstrap.DEMO_COMPANY


def connection(app: bootstrap.App) -> str:
    return app.services.connections.named(COMPANY).id


def sync(app: bootstrap.App, **asked: Any) -> str:
    log_id = app.services.runs.start(connection_id=connection(app), **asked)
    assert app.services.runs.wait(log_id, 60).status in {"completed", "partial"}
    return log_id


def customer(app: bootstrap.App, number: int) -> dict[str, Any]:
    """One of the demo's customers; each test has its own."""
    return app.services.records.page("customer", limit=50)[0][number]


def edit_there(app: bootstrap.App, name: str, **fields: Any) -> None:
    assert app.simulator is not None
    app.simulator.control.edit_customer(COMPANY, name, **fields)


def there(app: bootstrap.App, name: str) -> Any:
    assert app.simulator is not None
    return next(one for one in app.simulator.books(COMPANY).customers() if one.name == name)


def disputed(app: bootstrap.App, *numbers: int) -> list[ConflictView]:
    """Open conflicts about the phones of these customers."""
    chosen = [customer(app, number) for number in numbers]
    for one in chosen:
        app.services.records.update("customer", one["id"], {"phone": "111"})
        edit_there(app, one["business_name"], phone="222")
    sync(app)
    wanted = {one["id"] for one in chosen}
    return [one for one in app.services.conflicts.list()[0] if one.local_id in wanted]


def test_a_conflict_is_shown_and_resolved(app: bootstrap.App) -> None:
    (conflict,) = disputed(app, 0)
    shown = app.services.conflicts.get(conflict.id)
    assert shown == conflict
    (field,) = shown.fields
    assert set(field) == {"name", "base", "local", "remote"}  # not the books' own form of the value
    assert (field["name"], field["local"], field["remote"]) == ("phone", "111", "222")
    heard: list[Any] = []
    stop = app.bus.subscribe(heard.append)
    try:
        done = app.services.conflicts.resolve(conflict.id, "merge", fields={"phone": "333"}, by="asha")
    finally:
        stop()
    assert (done.status, done.resolution, done.resolved_by) == ("resolved", "merge", "asha")
    assert [event.kinds for event in heard if isinstance(event, Changed)] == [
        frozenset({"conflicts", "records", "errors"})
    ]
    sync(app)
    assert there(app, conflict.label).phone == "333"
    with pytest.raises(NotFound):
        app.services.conflicts.get("unknown")


def test_many_are_resolved_and_it_is_said_which_were_not(app: bootstrap.App) -> None:
    first, second = disputed(app, 1, 2)
    app.services.conflicts.resolve(first.id, "local")
    done, failed = app.services.conflicts.resolve_many([first.id, second.id, "unknown"], "remote")
    assert done == 1
    assert [one for one, _ in failed] == [first.id, "unknown"]
    assert "already" in failed[0][1]
    sync(app)
    assert [there(app, one.label).phone for one in (first, second)] == ["111", "222"]
    assert app.services.conflicts.count() == 0


def test_a_run_is_undone(app: bootstrap.App) -> None:
    one = customer(app, 3)
    edit_there(app, one["business_name"], phone="444", narration="Pays late")
    log_id = sync(app)
    app.services.records.update("customer", one["id"], {"notes": "Pays on time"})
    undone = app.services.runs.undo(log_id, by="asha")
    assert (undone.changed, [(each.entity_type, each.record_id, each.label) for each in undone.left]) == (
        1,
        [("customer", one["id"], one["business_name"])],
    )
    now = app.services.records.get("customer", one["id"])
    assert (now["phone"], now["notes"]) == (one["phone"], "Pays on time")
    (entry,) = [each for each in app.parts.stores.audit.list().items if each.action == "undo"]
    assert (entry.actor, entry.target) == ("asha", f"run:{log_id}")
    sync(app)
    assert there(app, one["business_name"]).narration == "Pays on time"
    with pytest.raises(NotFound):
        app.services.runs.undo("unknown")


def test_a_paused_record_waits_and_then_moves(app: bootstrap.App) -> None:
    one, records = customer(app, 4), app.services.records
    records.pause("customers", one["id"], connection(app), True)
    assert [link.paused for link in records.links(one["id"])] == [True]
    records.update("customer", one["id"], {"email": "new@example.com"})
    edit_there(app, one["business_name"], phone="555")
    sync(app, sync_type="full")
    assert records.get("customer", one["id"])["phone"] == one["phone"]
    assert there(app, one["business_name"]).email != "new@example.com"
    records.pause("customer", one["id"], connection(app), False)
    sync(app, sync_type="incremental")
    assert records.get("customer", one["id"])["phone"] == "555"
    assert there(app, one["business_name"]).email == "new@example.com"
    with pytest.raises(NotFound):
        records.pause("customer", one["id"], "unknown", True)


def test_what_was_sent_of_a_record(app: bootstrap.App) -> None:
    one, records = customer(app, 5), app.services.records
    assert records.sent("customer", one["id"]) == []
    records.update("customer", one["id"], {"phone": "666", "notes": "x"})
    sync(app)
    (sent,) = records.sent("customer", one["id"])
    assert (sent.connection_name, sent.kind, sent.state, sent.fields, sent.error) == (
        COMPANY, "changed there", "arrived", ("notes", "phone"), None,
    )  # fmt: skip
    with pytest.raises(NotFound):
        records.sent("customer", "unknown")


def test_failed_records_are_tried_again(app: bootstrap.App) -> None:
    services = app.services
    with pytest.raises(Conflicting) as caught:
        services.runs.retry_all(connection(app))
    assert caught.value.code == "nothing_to_retry"
    one, errors = customer(app, 6), app.parts.stores.errors
    # As it is left by a sync that could not take these two over.
    there_id = services.records.links(one["id"])[0].remote_id
    made = {"connection_id": connection(app), "entity_type": "customer", "code": "rejected", "message": "No."}
    failed = [
        errors.record(**made, side="in", remote_id=there_id),
        errors.record(**made, side="out", local_id=one["id"]),
    ]
    for error_id in failed:
        log_id = services.runs.retry(error_id)
        run = services.runs.wait(log_id, 60)
        assert (run.status, run.triggered_by) == ("completed", "retry")
    assert errors.count_open() == 0
    with pytest.raises(Conflicting, match="come through"):
        services.runs.retry(failed[0])
    errors.record(**made, side="in", remote_id=there_id)
    assert services.runs.wait(services.runs.retry_all(connection(app)), 60).status == "completed"
    assert errors.count_open() == 0
