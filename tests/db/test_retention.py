from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from app.db import retention as module
from app.db.audit import AuditStore
from app.db.conflicts import ConflictStore
from app.db.connections import Connection
from app.db.database import Database
from app.db.errors import ErrorStore
from app.db.retention import CAPS, prune
from app.db.runs import RunStore
from app.db.tables import erp_sync_logs
from app.model.clock import stamp

NOW = datetime(2026, 4, 1, tzinfo=UTC)


def run(db: Database, connection: Connection, age: int, *, ended: bool = True) -> str:
    store = RunStore(db)
    made = store.create(connection_id=connection.id, sync_type="full", sync_direction="pull", triggered_by="test").id
    if ended:
        store.finish(made, "completed")
    with db.write() as conn:
        at = stamp(NOW - timedelta(days=age))
        conn.execute(update(erp_sync_logs).where(erp_sync_logs.c.id == made).values(started_at=at))
    return made


def left(db: Database) -> set[str]:
    return {run.id for run in RunStore(db).list(limit=1000).items}


def test_old_logs_go_and_runs_under_way_stay(db: Database, connection: Connection) -> None:
    run(db, connection, 400)
    kept = {run(db, connection, 400, ended=False), run(db, connection, 5)}
    gone = prune(db, clock=lambda: NOW)
    assert gone["erp_sync_logs"] == 1
    assert left(db) == kept


@pytest.mark.parametrize("batch", [1, 2, 100])
def test_never_more_than_so_many(
    db: Database, connection: Connection, batch: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_BATCH", batch)
    made = [run(db, connection, age) for age in (5, 4, 3, 2, 1)]
    logs = replace(CAPS[0], rows=2)
    assert prune(db, (logs,), lambda: NOW) == {"erp_sync_logs": 3}
    assert left(db) == set(made[-2:])
    assert prune(db, (logs,), lambda: NOW) == {"erp_sync_logs": 0}


def test_what_waits_for_a_person_stays(db: Database, connection: Connection) -> None:
    errors = ErrorStore(db, lambda: NOW - timedelta(days=1000))
    given = {"connection_id": connection.id, "entity_type": "customer", "side": "in", "code": "x", "message": "m"}
    errors.record(**given, remote_id="open")
    errors.record(**given, remote_id="settled")
    errors.resolve(connection.id, "customer", remote_ids=["settled"])
    ConflictStore(db).create(
        connection_id=connection.id, entity_type="customer", remote_id="r", kind="match", label="A"
    )
    AuditStore(db).add("user", "x")
    far = NOW + timedelta(days=9999)
    gone = prune(db, clock=lambda: far)
    assert (gone["sync_errors"], gone["conflicts"], gone["audit"]) == (1, 0, 1)
    assert [error.remote_id for error in errors.list().items] == ["open"]


def test_days_that_somebody_chose(db: Database, connection: Connection) -> None:
    kept = run(db, connection, 20)
    run(db, connection, 40)
    assert module.rows_of(db)["runs"] == 2
    assert prune(db, module.caps_for({"runs": 30}), lambda: NOW)["erp_sync_logs"] == 1
    assert left(db) == {kept}
    assert db.size() > 0
