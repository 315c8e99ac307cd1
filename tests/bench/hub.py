"""A hub with many records, made in a minute: the program makes the schema and the connections, plain SQL the rows.

Everything follows from a row's number: ids are UUIDv7 that rise with it, so a list in the order of ids is in that of the numbers.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from app.bootstrap import start
from app.services.options import Options

ENTITIES = ("customer", "product", "order", "invoice", "payment")


@dataclass(frozen=True)
class Size:
    """Of each kind of row; ``failed`` is the number of open errors of one run, ``resolved`` that of the settled ones."""

    customers: int
    products: int
    orders: int
    invoices: int
    payments: int
    runs: int
    conflicts: int
    events: int
    failed: int = 2_000
    resolved: int = 20_000

    @property
    def records(self) -> int:
        return self.customers + self.products + self.orders + self.invoices + self.payments


SIZES = {
    "full": Size(50_000, 50_000, 200_000, 500_000, 200_000, 100_000, 20_000, 100_000),
    "small": Size(5_000, 5_000, 20_000, 50_000, 20_000, 10_000, 2_000, 10_000),
}
#: The number of the run whose records failed, from the newest.
FAILED_RUN = 3


def make(folder: Path, size: Size, url: str, company: str) -> None:
    """A hub in ``folder`` with a connection whose rows are made here, and one to the Tally at ``url`` with nothing yet."""
    app = start(Options(data_dir=folder, secrets="file"), schedule=False, listen=None)
    try:
        big = _connection(app, "http://127.0.0.1:1", "Big Traders Pvt Ltd")
        _connection(app, url, company)
        hook = app.services.webhooks.create({"connection_id": big})[0].id
    finally:
        app.close(timeout=5)
    with closing(sqlite3.connect(folder / "hub.db", isolation_level=None)) as store:
        store.execute("PRAGMA synchronous=OFF")
        store.execute("PRAGMA cache_size=-256000")
        store.create_function("uid", 2, _uid, deterministic=True)
        store.create_function("name", 1, _name, deterministic=True)
        store.execute("BEGIN")
        _records(store, size)
        _links(store, size, big)
        _log(store, size, big)
        _events(store, size, hook)
        store.execute("COMMIT")
        store.execute("ANALYZE")


def record_id(entity: str, number: int) -> str:
    return _uid(ENTITIES.index(entity) + 1, number)


def run_id(size: Size) -> str:
    """The run with the failed records."""
    return _uid(10, size.runs - FAILED_RUN)


def _connection(app: object, url: str, company: str) -> str:
    services = app.services  # type: ignore[attr-defined]
    made = services.connections.create(
        {"erp_system": "tally", "connection_name": company, "auth_type": "none", "auth_config": {"company": company},
         "base_url": url, "sync_direction": "pull"}
    )  # fmt: skip
    for entity in ENTITIES:
        services.configs.create({"connection_id": made.id, "entity_type": entity, "sync_direction": "pull"})
    return str(made.id)


def _uid(kind: int, number: int) -> str:
    """Of January 2025, so that whatever the program makes comes after it."""
    return f"0194{number >> 16:04x}-{number & 0xFFFF:04x}-7{kind:03x}-8000-{number:012x}"


_COUNT = "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ?)"
_OWNERS = ("Sharma", "Patel", "Iyer", "Khan", "Das", "Reddy", "Singh", "Mehta", "Bose", "Nair", "Jain")
_TRADES = ("Traders", "Agencies", "Electricals", "Stores", "Textiles", "Medicals", "Hardware")
_DAY = "printf('%d-%02d-%02d', 2020 + i % 6, 1 + i % 12, 1 + i % 28)"
_MONEY = "printf('%d.%02d', 100 + i * 7 % 90000, i % 100)"


def _insert(store: sqlite3.Connection, table: str, count: int, **columns: str) -> None:
    """``count`` rows; each column is SQL that may use ``i``, the row's number."""
    names, values = ", ".join(columns), ", ".join(columns.values())
    store.execute(f"INSERT INTO {table} ({names}) {_COUNT} SELECT {values} FROM n", (count,))


def _name(number: int) -> str:
    return f"{_OWNERS[number % len(_OWNERS)]} {_TRADES[number % len(_TRADES)]} {number:06d}"


def _ago(minutes: float, per_row: float) -> str:
    """The stamp of row ``i``: ``minutes`` ago, less ``per_row`` minutes for each row."""
    return f"strftime('%Y-%m-%dT%H:%M:%S.000Z', 'now', printf('-%f minutes', {minutes} - i * {per_row}))"


def _records(store: sqlite3.Connection, size: Size) -> None:
    def put(entity: str, count: int, **columns: str) -> None:
        head = {
            "id": f"uid({ENTITIES.index(entity) + 1}, i)", "tenant_id": "'default-tenant'", "version": "1",
            "created_at": "'2025-01-01T00:00:00.000Z'",
            "updated_at": "printf('2025-%02d-%02dT09:00:00.000Z', 1 + i % 12, 1 + i % 28)",
            "source": "'connection:big'",
        }  # fmt: skip
        _insert(store, f"{entity}s", count, **head, **columns)

    put(
        "customer", size.customers, search="lower(name(i) || printf(' 27aaa%07d', i))", match_key="lower(name(i))",
        business_name="name(i)", city="'Pune'", state="'Maharashtra'", mobile="printf('98%08d', i)",
        gstin="printf('27AAA%07dZ5', i)", customer_group="'Sundry Debtors'", closing_balance=_MONEY, is_active="1",
    )  # fmt: skip
    named = "'LED Bulb ' || name(i)"
    put(
        "product", size.products, search=f"lower({named})", match_key=f"lower({named})", name=named,
        sku="printf('SKU-%06d', i)", category="'Lighting'", unit="'Nos'", hsn_code="'85395000'", gst_rate="'18'", rate=_MONEY,
        closing_quantity="i % 500", closing_value=_MONEY, is_active="1",
    )  # fmt: skip
    for entity, letters, count in (("order", "SO", size.orders), ("invoice", "INV", size.invoices)):
        number = f"printf('{letters}/%07d', i)"
        own = {"balance_due": _MONEY} if entity == "invoice" else {}
        put(
            entity, count, search=f"lower({number})", match_key=f"lower({number})", number=number, date=_DAY,
            customer_id=f"uid(1, i * 7919 % {size.customers})", status="'posted'", subtotal=_MONEY,
            tax_total="'18.00'", total=_MONEY, **own,
        )  # fmt: skip
        _insert(
            store, f"{entity}_lines", count, parent_id=f"uid({ENTITIES.index(entity) + 1}, i)", line_no="1", position="0",
            product_id=f"uid(2, i * 31 % {size.products})", quantity="'2'", unit="'Nos'", rate=_MONEY, amount=_MONEY,
        )  # fmt: skip
    put(
        "payment", size.payments, search="printf('rcpt/%07d', i)", match_key="printf('rcpt/%07d', i)",
        number="printf('RCPT/%07d', i)", status="'posted'", date=_DAY, customer_id=f"uid(1, i * 7919 % {size.customers})",
        amount=_MONEY, mode="'NEFT'", account="'HDFC Bank'",
    )  # fmt: skip


def _links(store: sqlite3.Connection, size: Size, connection_id: str) -> None:
    """Each record is linked once and has come in once; a few wait, failed, or are in conflict."""
    for number, entity in enumerate(ENTITIES, start=1):
        count = getattr(size, f"{entity}s")
        _insert(
            store, "erp_entity_sync_records", count, connection_id=f"'{connection_id}'", entity_type=f"'{entity}'",
            local_entity_id=f"uid({number}, i)", remote_module=f"'{entity}'", remote_id="i", remote_label=f"'{entity} ' || i",
            remote_version="i", sweep_key=_DAY,
            sync_status="CASE i % 500 WHEN 0 THEN 'failed' WHEN 1 THEN 'pending' WHEN 2 THEN 'conflict' ELSE 'synced' END",
            paused="0", last_synced_at="'2025-01-01T00:00:00.000Z'", base_local="'{}'", base_remote="'{}'",
        )  # fmt: skip
        _insert(
            store, "record_history", count, entity_type=f"'{entity}'", record_id=f"uid({number}, i)", version="1",
            action="'create'", source="'connection:big'", run_id=f"uid(10, i % {size.runs})", at="'2025-01-01T00:00:00.000Z'",
        )  # fmt: skip


def _log(store: sqlite3.Connection, size: Size, connection_id: str) -> None:
    """A run every ten minutes, the errors of the past and those of one run, and the decisions."""
    of = {"connection_id": f"'{connection_id}'"}
    _insert(
        store, "erp_sync_logs", size.runs, **of, id="uid(10, i)", tenant_id="'default-tenant'", sync_type="'incremental'",
        sync_direction="'pull'", triggered_by="'schedule'",
        status="CASE i % 97 WHEN 0 THEN 'failed' WHEN 1 THEN 'partial' ELSE 'completed' END", dry_run="0",
        started_at=_ago(size.runs * 10, 10), ended_at=_ago(size.runs * 10 - 1, 10), records_processed="i % 50",
        records_success="i % 50", records_failed="i % 97 = 1", records_skipped="0", conflicts="0", counts="'{}'",
        phases="'[]'", message="'Up to date.'",
    )  # fmt: skip
    store.execute(
        "UPDATE erp_sync_logs SET status = 'partial', records_failed = ?, message = 'Some records failed.' WHERE id = ?",
        (size.failed, run_id(size)),
    )
    error = {
        **of, "entity_type": "'invoice'", "remote_id": "i", "side": "'in'", "code": "'rejected'",
        "message": "printf('The invoice INV/%07d names a customer that is not in the books.', i)",
        "hint": "'Correct it in Tally; the next sync takes it over.'", "retryable": "1", "attempts": "3",
    }  # fmt: skip
    _insert(
        store, "sync_errors", size.resolved, **error, id="uid(11, i)", first_at=_ago(size.runs * 10, 5),
        last_at=_ago(size.runs * 10, 5), run_id=f"uid(10, i * 3 % {size.runs})", resolved_at=_ago(size.runs * 9, 5),
    )  # fmt: skip
    _insert(
        store, "sync_errors", size.failed, **error, id=f"uid(11, {size.resolved} + i)", local_id="uid(4, i)",
        first_at=_ago(30, 0), last_at=_ago(30, 0), run_id=f"'{run_id(size)}'",
    )  # fmt: skip
    fields = '[{"name":"mobile","base":"9800000000","local":"9811111111","remote":"9822222222"}]'
    for at, status in enumerate(("open", "resolved")):
        decided = {"resolution": "'local'", "resolved_at": _ago(100, 0), "resolved_by": "'user'"} if at else {}
        _insert(
            store, "conflicts", size.conflicts // 2, **of, id=f"uid(12, i * 2 + {at})", entity_type="'customer'",
            local_id="uid(1, i)", remote_id="i", kind="'fields'", label="name(i)", fields=f"'{fields}'", strategy="'ask'",
            status=f"'{status}'", created_at=_ago(size.conflicts, 1), **decided,
        )  # fmt: skip


def _events(store: sqlite3.Connection, size: Size, hook: str) -> None:
    _insert(
        store, "erp_webhook_events", size.events, id="uid(13, i)", webhook_id=f"'{hook}'", event_key="i",
        event_type="'customer.updated'", remote_module="'customer'", entity_type="'customer'", remote_id="i",
        payload="""printf('{"id": "%d", "name": "x"}', i)""", headers="'{}'",
        status="CASE i % 50 WHEN 0 THEN 'failed' WHEN 1 THEN 'ignored' ELSE 'processed' END", outcome="'Changed here.'",
        attempts="1", again="0", received_at=_ago(size.events, 1), processed_at=_ago(size.events, 1),
    )  # fmt: skip
