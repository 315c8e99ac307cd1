"""Webhook events as a list shows them, on each database."""

from __future__ import annotations

import pytest
from sqlalchemy import event, insert

from app.db import tables, webhook_lines
from app.db.connections import Connection, ConnectionStore
from app.db.database import Database
from app.db.records import RecordStore
from app.db.webhook_events import FAILED, IGNORED, Arrival, EventStore, Settled
from app.db.webhooks import WebhookStore
from app.model.clock import stamp
from app.model.ids import new_id

NOW = stamp()


def make_hook(db: Database, connection_id: str) -> str:
    store = WebhookStore(db)
    made = store.create(
        webhook_id=new_id(),
        connection_id=connection_id,
        verification_token="hash",
        verification={"scheme": "auto"},
        subscribed_events=["update"],
    )
    return made.id


def arrive(db: Database, hook: str, module: str, remote_id: str) -> str:
    event_id = new_id()
    EventStore(db).add([[Arrival(event_id, hook, event_id, "update", module, remote_id, '{"a": 1}', "{}")]])
    return event_id


def link(db: Database, connection_id: str, entity: str, record_id: str, module: str, remote_id: str) -> None:
    row = {
        "connection_id": connection_id, "entity_type": entity, "local_entity_id": record_id, "remote_module": module,
        "remote_id": remote_id, "remote_label": "", "remote_version": "", "sync_status": "synced", "paused": False,
        "last_synced_at": NOW, "base_local": "{}", "base_remote": "{}",
    }  # fmt: skip
    with db.write() as conn:
        conn.execute(insert(tables.erp_entity_sync_records).values(row))


def test_each_is_listed_with_its_record(db: Database, connection: Connection, records: RecordStore) -> None:
    customer = records.create("customer", {"business_name": "Mehta Traders"}, source="user")
    product = records.create("product", {"name": "Cable"}, source="user")
    link(db, connection.id, "customer", customer["id"], "Ledger", "12")
    link(db, connection.id, "product", product["id"], "Stock Item", "12")
    other = ConnectionStore(db).create(
        erp_system="custom", connection_name="Other", auth_type="none", base_url="http://127.0.0.1:9"
    )
    hook, others = make_hook(db, connection.id), make_hook(db, other.id)
    named = {
        arrive(db, hook, "ledger", "12"): "Mehta Traders",
        arrive(db, hook, "products", "12"): "Cable",
        arrive(db, hook, "", "12"): "",  # it may be either
        arrive(db, hook, "Deals", "12"): "",
        arrive(db, hook, "Ledger", ""): "",
        arrive(db, others, "customer", "12"): "",
    }
    page, about = webhook_lines.lines(db, limit=50)
    assert [one.id for one in page.items] == list(reversed(named))
    assert {one.id: about[one.id].label if one.id in about else "" for one in page.items} == named
    assert {one.connection_id for one in page.items} == {connection.id, other.id}
    assert webhook_lines.last_received(db).keys() == {hook, others}


def test_pages_filters_and_counts(db: Database, connection: Connection) -> None:
    hook, silent = make_hook(db, connection.id), make_hook(db, connection.id)
    ids = [arrive(db, hook, "Ledger", str(n)) for n in range(5)]
    store = EventStore(db)
    store.settle([Settled(ids[1], FAILED, "failed", "No."), Settled(ids[3], IGNORED, "ignored")], NOW)
    page, _ = webhook_lines.lines(db, webhook_id=hook, limit=2)
    assert [one.id for one in page.items] == [ids[4], ids[3]]
    page, _ = webhook_lines.lines(db, webhook_id=hook, limit=5, cursor=page.next_cursor)
    assert [one.id for one in page.items] == [ids[2], ids[1], ids[0]]
    assert page.next_cursor is None
    page, _ = webhook_lines.lines(db, status=FAILED, limit=5)
    assert [(one.id, one.error) for one in page.items] == [(ids[1], "No.")]
    assert webhook_lines.lines(db, webhook_id=silent, limit=5)[0].items == ()
    assert webhook_lines.count(db, FAILED) == 1
    assert webhook_lines.last_received(db).keys() == {hook}


@pytest.mark.database("sqlite")
@pytest.mark.parametrize("given", [{}, {"status": FAILED}, {"webhook": True}, {"webhook": True, "status": FAILED}])
def test_no_list_sorts_or_reads_everything(db: Database, connection: Connection, given: dict[str, object]) -> None:
    hook = make_hook(db, connection.id)
    webhook_id = hook if given.get("webhook") else None
    said: list[tuple[str, object]] = []
    with db.read() as conn:

        @event.listens_for(conn.engine, "before_cursor_execute")
        def hear(_conn: object, _cursor: object, statement: str, parameters: object, *_more: object) -> None:
            said.append((statement, parameters))

        webhook_lines.lines(db, webhook_id=webhook_id, status=given.get("status"), limit=9)  # type: ignore[arg-type]
        webhook_lines.last_received(db)
        event.remove(conn.engine, "before_cursor_execute", hear)
        assert len(said) == 2
        for statement, parameters in said:
            plan = [row[3] for row in conn.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)]  # type: ignore[arg-type]
            assert not [step for step in plan if "TEMP B-TREE" in step or step == "SCAN erp_webhook_events"], plan
