from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from app.db.conflicts import ConflictStore
from app.db.connections import Connection
from app.db.database import Database
from app.db.errors import ErrorStore, backoff
from app.model.errors import Conflicting, NotFound

NOWHERE = "00000000-0000-7000-8000-000000000000"


# --- errors ----------------------------------------------------------------------------------------------------


class Moment:
    """A clock that stands where it is put."""

    def __init__(self) -> None:
        self.now = datetime(2026, 4, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def moment() -> Moment:
    return Moment()


@pytest.fixture
def errors(db: Database, moment: Moment) -> ErrorStore:
    return ErrorStore(db, moment)


Note = Callable[..., str]


@pytest.fixture
def note(errors: ErrorStore, connection: Connection) -> Note:
    def record(remote_id: str | None = "r1", **more: object) -> str:
        given = {"entity_type": "customer", "side": "in", "code": "bad", "message": "no", "retryable": True, **more}
        return errors.record(connection_id=connection.id, remote_id=remote_id, **given)

    return record


def test_a_record_has_one_open_row(errors: ErrorStore, note: Note, moment: Moment) -> None:
    first = note(run_id="1")
    moment.now += timedelta(hours=1)
    assert note(code="worse", run_id="2") == first
    row = errors.get(first)
    assert (row.attempts, row.code, row.run_id) == (2, "worse", "2")
    assert (row.first_at, row.last_at) == ("2026-04-01T00:00:00.000Z", "2026-04-01T01:00:00.000Z")
    assert row.next_retry_at == "2026-04-01T01:02:00.000Z"
    assert len({first, note("r2"), note(side="out"), note(entity_type="product"), note(None, local_id="l")}) == 5
    assert note(None, local_id="l") != note(None, local_id="m")


def test_resolved_rows_stay_and_new_trouble_is_a_new_row(
    errors: ErrorStore, note: Note, connection: Connection
) -> None:
    first = note()
    note("r2")
    assert errors.open_remote_ids(connection.id) == {("customer", "r1"), ("customer", "r2")}
    assert errors.resolve(connection.id, "customer", remote_ids=["r1"], side="in") == 1
    assert errors.resolve(connection.id, "customer", remote_ids=["r1"]) == 0
    assert (errors.count_open(), errors.get(first).resolved_at) == (1, "2026-04-01T00:00:00.000Z")
    assert note() != first
    assert len(errors.list(open_only=True).items) == 2
    assert len(errors.list().items) == 3


def test_retries_are_due_after_a_growing_wait(
    errors: ErrorStore, note: Note, connection: Connection, moment: Moment
) -> None:
    assert [backoff(attempts) for attempts in (1, 2, 5, 50)] == [
        timedelta(minutes=1), timedelta(minutes=2), timedelta(minutes=16), timedelta(days=1),
    ]  # fmt: skip
    row = note()
    note("never", retryable=False)
    assert errors.due(connection.id) == []
    moment.now += timedelta(minutes=1)
    assert [error.id for error in errors.due(connection.id)] == [row]
    errors.retry_now(connection.id, remote_ids=["never"])
    assert len(errors.due(connection.id, "in")) == 2
    assert errors.due(connection.id, "out") == []


def test_many_ids_are_resolved_at_once(errors: ErrorStore, note: Note, connection: Connection) -> None:
    for n in range(3):
        note(f"r{n}")
    assert errors.resolve(connection.id, "customer", remote_ids=[f"r{n}" for n in range(1200)]) == 3
    with pytest.raises(NotFound):
        errors.get(NOWHERE)


# --- conflicts -------------------------------------------------------------------------------------------------


def test_conflicts_wait_once_and_are_resolved_once(db: Database, connection: Connection) -> None:
    store = ConflictStore(db)
    given = {"connection_id": connection.id, "entity_type": "customer", "remote_id": "r1", "kind": "fields"}
    field = {"name": "city", "base": None, "local": "Pune", "remote": "Goa"}
    first = store.create(**given, label="Acme")
    assert store.create(**given, label="Acme", fields=[field]) == first
    match = store.create(**{**given, "kind": "match"}, label="Acme", candidates=["a", "b"])
    assert [conflict.id for conflict in store.list().items] == [first, match]
    assert (store.get(first).fields, store.get(match).candidates) == ([field], ["a", "b"])
    assert store.open_of(connection.id, "customer", "r1", "match") == store.get(match)
    done = store.resolve(first, "remote", by="user")
    assert (done.status, done.resolution, done.resolved_by) == ("resolved", "remote", "user")
    with pytest.raises(Conflicting, match="already"):
        store.resolve(first, "local", by="user")
    assert store.create(**given, label="Acme") != first
    assert (store.count(), store.count(connection.id), store.count(NOWHERE)) == (2, 2, 0)
    with pytest.raises(NotFound):
        store.get(NOWHERE)


def test_a_conflict_that_a_rule_decided_is_kept_for_its_loser(db: Database, connection: Connection) -> None:
    store = ConflictStore(db)
    given = {
        "connection_id": connection.id,
        "entity_type": "customer",
        "remote_id": "r1",
        "kind": "fields",
        "label": "A",
    }
    decided = store.create(**given, strategy="remote_wins", resolution="remote")
    assert store.create(**given, strategy="remote_wins", resolution="remote") != decided
    assert (store.count(), store.get(decided).resolved_by) == (0, "rule")
    assert len(store.list(status=None).items) == 2
