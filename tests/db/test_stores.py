from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import insert

from app.db import tables
from app.db.audit import AuditStore
from app.db.configs import ConfigStore, StoredMapping, SyncConfig
from app.db.conflicts import ConflictStore
from app.db.connections import Connection, ConnectionStore
from app.db.cursors import CursorStore
from app.db.dashboard import ConnectionCount, SyncStats, dashboard
from app.db.database import Database
from app.db.links import LinkStore
from app.db.records import RecordStore
from app.db.runs import RunStore
from app.db.secrets import SecretStore
from app.db.settings import SettingsStore
from app.db.state import DatabaseState
from app.model.errors import NotFound

NOW = datetime(2026, 8, 1, 12, tzinfo=UTC)


def make(db: Database, name: str = "Other", **more: object) -> Connection:
    given = {"erp_system": "zoho", "auth_type": "oauth2", "base_url": "https://www.zohoapis.com/crm/v8", **more}
    return ConnectionStore(db).create(connection_name=name, **given)


def config_of(db: Database, connection: Connection, **more: object) -> SyncConfig:
    given = {"entity_type": "customer", "local_table": "customers", "remote_module": "Ledger", **more}
    return ConfigStore(db).create(connection_id=connection.id, **given)


# --- connections -----------------------------------------------------------------------------------------------


def test_a_connection_round_trips(db: Database) -> None:
    store = ConnectionStore(db)
    made = make(db, auth_config={"client_id": "x", "scopes": ["a"]}, auto_sync_interval=900, tenant_id="t")
    assert store.get(made.id) == made
    assert (made.auth_config, made.sync_enabled, made.status) == ({"client_id": "x", "scopes": ["a"]}, True, "active")
    changed = store.update(made.id, connection_name="New", auth_config={"client_id": "y"}, sync_enabled=False)
    assert (changed.connection_name, changed.auth_config, changed.sync_enabled) == ("New", {"client_id": "y"}, False)
    store.set_books(made.id, {"guid": "g", "counter": 5})
    store.set_status(made.id, "error", "Tally is closed.")
    store.pause_until(made.id, "2026-04-01T00:00:00.000Z")
    store.touch_sync(made.id, success=False, at="a")
    store.touch_sync(made.id, success=True, at="b")
    store.touch_sync(made.id, success=False, at="c")
    found = store.get(made.id)
    assert (found.books, found.status_message) == ({"guid": "g", "counter": 5}, "Tally is closed.")
    assert (found.last_sync_at, found.last_success_at) == ("c", "b")
    assert found.paused_until == "2026-04-01T00:00:00.000Z"


def test_connections_by_tenant_system_and_status(db: Database, connection: Connection) -> None:
    store = ConnectionStore(db)
    other = make(db, tenant_id="t", status="inactive")
    assert store.list() == [connection, other]
    assert store.list(tenant_id="t") == store.list(system="zoho") == store.list(status="inactive") == [other]


@pytest.mark.parametrize("name", ["password", "client_secret", "refresh_token"])
def test_secrets_never_reach_the_connections_row(db: Database, connection: Connection, name: str) -> None:
    with pytest.raises(ValueError, match=name):
        make(db, auth_config={name: "x"})
    with pytest.raises(ValueError, match=name):
        ConnectionStore(db).update(connection.id, auth_config={name: "x"})


def test_a_name_that_is_no_field(db: Database, connection: Connection) -> None:
    with pytest.raises(TypeError, match="colour"):
        ConnectionStore(db).update(connection.id, colour="red")
    with pytest.raises(TypeError, match="id"):
        ConnectionStore(db).update(connection.id, id="x")


def test_deleting_a_connection_takes_all_but_the_hubs_records(db, connection: Connection, records: RecordStore) -> None:
    customer = records.create("customer", {"business_name": "Acme"}, "user")
    config = config_of(db, connection, mappings=[StoredMapping("business_name", "NAME")])
    run = run_of(db, connection)
    CursorStore(db).save(connection.id, "masters", scope="s", position={}, complete_at=None)
    DatabaseState(db, connection.id).save("probe", 1)
    secrets = SecretStore(db, lambda: b"k" * 32)
    secrets.put(connection.id, "password", "p")
    secrets.put("other", "password", "p")
    ConnectionStore(db).delete(connection.id)
    for gone in (
        lambda: ConnectionStore(db).get(connection.id),
        lambda: ConfigStore(db).get(config.id),
        lambda: RunStore(db).get(run),
        lambda: ConnectionStore(db).delete(connection.id),
    ):
        with pytest.raises(NotFound):
            gone()
    assert CursorStore(db).list(connection.id) == []
    assert DatabaseState(db, connection.id).load("probe") is None
    assert (secrets.has(connection.id, "password"), secrets.has("other", "password")) == (False, True)
    assert records.get("customer", customer["id"]) == customer
    assert db.check() == []


# --- configs ---------------------------------------------------------------------------------------------------

MAPPINGS = [
    StoredMapping("number", "VOUCHERNUMBER", is_required=True),
    StoredMapping(
        "total",
        "AMOUNT",
        "number",
        "to_local",
        transform=[{"name": "negate"}],
        validation=[{"rule": "max", "args": [9]}],
    ),
    StoredMapping(
        "status", "S", "picklist", value_map={"pairs": [["a", "b"]], "unmapped": "keep"}, default_value=False
    ),
]


def test_a_config_round_trips_with_its_mappings_in_order(db: Database, connection: Connection) -> None:
    store = ConfigStore(db)
    made = config_of(db, connection, mappings=MAPPINGS, filter={"a": 1}, match_on=("number", "date"))
    assert store.get(made.id) == made
    assert [mapping.local_field for mapping in made.mappings] == ["number", "total", "status"]
    assert made.mappings[1].transform == [{"name": "negate"}]
    assert made.mappings[2].value_map == {"pairs": [["a", "b"]], "unmapped": "keep"}
    assert made.mappings[2].default_value is False
    assert (made.filter, made.match_on, made.conflict_resolution) == ({"a": 1}, ["number", "date"], "manual")


def test_replacing_mappings_keeps_the_ids_of_those_that_stay(db: Database, connection: Connection) -> None:
    store = ConfigStore(db)
    made = config_of(db, connection, mappings=MAPPINGS)
    first, _, third = made.mappings
    changed = store.replace_mappings(made.id, [third, StoredMapping("notes", "NARRATION"), first])
    assert [mapping.id for mapping in changed.mappings][::2] == [third.id, first.id]
    assert store.update(made.id, is_active=False, sync_frequency=60).mappings == changed.mappings
    assert store.list(active=True) == []


def test_configs_by_connection_and_entity(db: Database, connection: Connection) -> None:
    store, other = ConfigStore(db), make(db)
    one, two = config_of(db, connection), config_of(db, other, entity_type="product")
    assert store.list() == [one, two]
    assert store.list(connection_id=other.id) == store.list(entity_type="product") == [two]
    store.touch_sync([one.id], "a")
    assert store.get(one.id).last_sync_at == "a"
    store.delete(one.id)
    with pytest.raises(NotFound):
        store.delete(one.id)


# --- runs ------------------------------------------------------------------------------------------------------


def run_of(db: Database, connection: Connection, **more: object) -> str:
    given = {"sync_type": "full", "sync_direction": "pull", "triggered_by": "test", **more}
    return RunStore(db).create(connection_id=connection.id, **given).id


def test_a_run_from_beginning_to_end(db: Database, connection: Connection) -> None:
    store = RunStore(db)
    run = run_of(db, connection)
    store.progress(run, records_processed=5, counts={"customer": {"created": 5}})
    assert (store.get(run).status, store.get(run).records_processed) == ("running", 5)
    ended = store.finish(
        run, "partial", message="1 failed", records_failed=1, error={"code": "x"}, phases=[{"phase": "p"}]
    )
    assert (ended.status, ended.records_processed, ended.records_failed) == ("partial", 5, 1)
    assert (ended.counts, ended.error, ended.phases) == ({"customer": {"created": 5}}, {"code": "x"}, [{"phase": "p"}])
    assert ended.ended_at is not None
    assert store.finish(run, "failed") == ended  # it ended once


def test_runs_newest_first_in_pages(db: Database, connection: Connection) -> None:
    store, other = RunStore(db), make(db)
    made = [run_of(db, connection) for _ in range(5)]
    run_of(db, other, status="held")
    seen: list[str] = []
    cursor = None
    while True:
        page = store.list(connection_id=connection.id, limit=2, cursor=cursor)
        seen += [run.id for run in page.items]
        cursor = page.next_cursor
        if cursor is None:
            break
    assert seen == made[::-1]
    assert [run.connection_id for run in store.list(status="held").items] == [other.id]


def test_runs_of_dead_processes_are_closed(db: Database, connection: Connection) -> None:
    store, other = RunStore(db), make(db)
    dead, mine = run_of(db, connection), run_of(db, connection)
    waiting, alive = run_of(db, connection, status="pending"), run_of(db, other)
    held = run_of(db, connection, status="held")
    assert store.mark_interrupted(connection_id=connection.id, keep=(mine,)) == 1
    assert (store.get(dead).status, store.get(dead).error["code"]) == ("failed", "interrupted")
    assert store.mark_interrupted(live={other.id}, pending_before="9999") == 2
    statuses = [store.get(run).status for run in (mine, waiting, alive, held)]
    assert statuses == ["failed", "failed", "running", "held"]


# --- small ones ------------------------------------------------------------------------------------------------


def test_cursors(db: Database, connection: Connection) -> None:
    store = CursorStore(db)
    assert store.get(connection.id, "masters") is None
    store.save(connection.id, "masters", scope="s", position={"page": 1}, complete_at=None)
    store.save(connection.id, "masters", scope="s", position={"page": 2}, complete_at="now")
    store.save(connection.id, "vouchers", scope="s", position={}, complete_at=None)
    found = store.get(connection.id, "masters")
    assert found is not None
    assert (found.position, found.complete_at) == ({"page": 2}, "now")
    store.clear(connection.id, "masters")
    assert [cursor.stream for cursor in store.list(connection.id)] == ["vouchers"]
    store.clear(connection.id)
    assert store.list(connection.id) == []


def test_a_cursor_never_outlives_its_page(db: Database, connection: Connection) -> None:
    def page() -> None:
        with db.write():
            CursorStore(db).save(connection.id, "masters", scope="s", position={}, complete_at=None)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        page()
    assert CursorStore(db).list(connection.id) == []


def test_connector_state(db: Database, connection: Connection) -> None:
    state = DatabaseState(db, connection.id)
    assert state.load("probe") is None
    state.save("probe", {"a": [1]})
    state.save("probe", {"a": [2]})
    assert state.load("probe") == {"a": [2]}
    assert DatabaseState(db, make(db).id).load("probe") is None
    state.save("probe", None)
    assert state.load("probe") is None


def test_settings_have_the_type_of_their_default(db: Database) -> None:
    store = SettingsStore(db)
    assert store.get("port", 8055) == 8055
    store.set("port", 9000)
    store.set("flag", True)
    store.set("rate", 2)
    assert (store.get("port", 8055), store.get("flag", False), store.get("rate", 0.5)) == (9000, True, 2.0)
    assert (store.get("flag", 7), store.get("port", "x"), store.get("port", False)) == (7, "x", False)
    assert store.all() == {"flag": True, "port": 9000, "rate": 2}
    store.set("port", None)
    assert (store.get_json("port"), store.get_json("rate")) == (None, 2)


def test_the_audit_trail(db: Database) -> None:
    store = AuditStore(db)
    for n in range(3):
        store.add("user", "connection.create", f"c{n}", {"n": n})
    store.add("api", "backup")
    page = store.list(limit=3)
    assert [(entry.actor, entry.target, entry.details) for entry in page.items][:2] == [
        ("api", None, None), ("user", "c2", {"n": 2}),
    ]  # fmt: skip
    assert [entry.target for entry in store.list(cursor=page.next_cursor).items] == ["c0"]


def test_what_is_due_is_claimed_once_on_a_hub(db: Database, database_url: str) -> None:
    other = Database(database_url, data_dir=db.data_dir)
    won: list[datetime] = []

    def claim(hub: Database) -> None:
        moments = [NOW + timedelta(minutes=minute) for minute in range(0, 60, 5)]
        won.extend(at for at in moments if SettingsStore(hub).claim("due", "sync", at, timedelta(minutes=15)))

    threads = [threading.Thread(target=claim, args=(hub,)) for hub in (db, other)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    other.close()
    assert sorted(won) == [NOW + timedelta(minutes=minute) for minute in (0, 15, 30, 45)]


def test_claims_are_by_name_and_old_ones_are_forgotten(db: Database) -> None:
    store = SettingsStore(db)
    assert store.claim("due", "a", NOW, timedelta(hours=1))
    assert store.claim("due", "b", NOW, timedelta(hours=1))
    assert not store.claim("due", "a", NOW, timedelta(hours=1))
    assert store.claim("due", "a", NOW + timedelta(days=60), timedelta(hours=1))
    assert list(store.get_json("due")) == ["a"]


def test_links_of_a_connection(db: Database, connection: Connection) -> None:
    with db.write() as conn:
        for n, (status, gone) in enumerate([("synced", None), ("failed", None), ("synced", "now")]):
            conn.execute(
                insert(tables.erp_entity_sync_records).values(
                    connection_id=connection.id, entity_type="customer", local_entity_id=f"l{n}",
                    remote_module="Ledger", remote_id=f"r{n}", remote_label="A", remote_version="1",
                    sync_status=status, paused=False, last_synced_at="now", base_local="{}", base_remote="{}",
                    remote_deleted_at=gone,
                )
            )  # fmt: skip
    store = LinkStore(db)
    assert [link.remote_id for link in store.list().items] == ["r0", "r1"]
    assert [link.remote_id for link in store.list(include_gone=True, limit=2, cursor="1").items] == ["r1", "r2"]
    assert [link.local_entity_id for link in store.list(sync_status="failed").items] == ["l1"]
    assert store.list(limit=1).next_cursor == "1"
    assert store.counts(connection.id) == {"customer": 2}


def test_the_dashboard(db: Database, connection: Connection) -> None:
    other = make(db, tenant_id="t", status="expired")
    runs = RunStore(db)
    runs.finish(run_of(db, connection), "completed", records_processed=10, records_success=9)
    runs.finish(run_of(db, other, tenant_id="t"), "failed", records_processed=1)
    run_of(db, connection, dry_run=True)
    ConflictStore(db).create(connection_id=other.id, entity_type="customer", remote_id="r", kind="match", label="A")
    look = dashboard(db)
    assert look.connections == (ConnectionCount("tally", "active", 1), ConnectionCount("zoho", "expired", 1))
    assert look.sync_stats == SyncStats(2, 1, 1, 11, 9)
    assert (len(look.recent_syncs), look.active_webhooks, look.open_conflicts, look.open_errors) == (3, 0, 1, 0)
    mine = dashboard(db, "t")
    assert (mine.sync_stats, len(mine.recent_syncs)) == (SyncStats(1, 0, 1, 1, 0), 1)


def test_of_two_answers_to_a_held_run_one_counts(db: Database, connection: Connection) -> None:
    store = RunStore(db)
    run_id = run_of(db, connection)
    store.progress(run_id, status="held", guard={"guard": "deletions"})
    assert store.take_held(run_id, {"guard": "deletions", "answer": "approved"})
    assert not store.take_held(run_id, {"guard": "deletions", "answer": "rejected"})
    assert store.get(run_id).guard == {"guard": "deletions", "answer": "approved"}
