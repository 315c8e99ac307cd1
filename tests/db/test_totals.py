"""Sums by month: exact, apart by status and link, and streamed."""

from __future__ import annotations

import tracemalloc
from decimal import Decimal
from typing import Any

from sqlalchemy import insert

from app.db import tables
from app.db.connections import Connection
from app.db.database import Database
from app.db.records import RecordStore
from app.db.totals import MonthSum, TotalsStore
from app.model.clock import stamp
from app.model.ids import new_id

YEAR = ("2026-04-01", "2027-03-31")


def link(connection: Connection, local_id: str, remote_id: str, **more: Any) -> dict[str, Any]:
    row = {
        "connection_id": connection.id,
        "entity_type": "invoice",
        "local_entity_id": local_id,
        "remote_module": "Sales",
        "remote_id": remote_id,
        "remote_label": "",
        "remote_version": "1",
        "sync_status": "synced",
        "paused": False,
        "last_synced_at": stamp(),
        "base_local": "{}",
        "base_remote": "{}",
        "remote_deleted_at": None,
    }
    return {**row, **more}


def test_by_month_status_and_link(db: Database, records: RecordStore, connection: Connection) -> None:
    party = records.create("customer", {"business_name": "Acme"}, source="test")["id"]

    def sold(day: str, total: str | None, status: str | None = "posted") -> str:
        given = {"number": "1", "date": day, "customer": party, "total": total, "status": status}
        return str(records.create("invoice", given, source="test")["id"])

    made = [
        sold("2026-04-01", "0.10"),
        sold("2026-04-30", "0.20"),
        sold("2026-04-30", "-1000000000000.15"),
        sold("2026-05-01", None, None),
        sold("2026-05-02", "7.00", "cancelled"),
        sold("2026-05-03", "9.00", "draft"),
        sold("2026-05-04", "11.00"),
        sold("2026-03-31", "1.00"),
        sold("2026-05-05", "13.00"),
    ]
    unlinked, gone, deleted = made[6], made[7], made[8]
    with db.write() as conn:
        rows = [link(connection, one, str(at)) for at, one in enumerate(made) if one not in (unlinked, gone)]
        conn.execute(insert(tables.erp_entity_sync_records), rows)
        conn.execute(
            insert(tables.erp_entity_sync_records), [link(connection, unlinked, "6", remote_deleted_at=stamp())]
        )
    records.delete("invoice", deleted, source="test")
    store = TotalsStore(db)
    assert store.months(connection.id, "invoice", *YEAR) == [
        MonthSum("2026-04", "posted", True, 3, Decimal("-999999999999.85")),
        MonthSum("2026-05", "draft", True, 1, Decimal("9.00")),
        MonthSum("2026-05", "posted", False, 1, Decimal("11.00")),
        MonthSum("2026-05", "posted", True, 1, Decimal(0)),
    ]
    found = {one.id: one for one in store.documents(connection.id, "invoice", "2026-05-01", "2026-05-31")}
    assert found.keys() == {made[3], made[4], made[5], unlinked}
    assert (found[unlinked].remote_id, found[made[4]].status) == (None, "cancelled")
    named = store.by_remote_id(connection.id, "invoice", ["0", "6", "8", "99"])
    assert {key: one.id for key, one in named.items()} == {"0": made[0]}


def test_memory_does_not_follow_the_books(db: Database, connection: Connection) -> None:
    def fill(count: int) -> None:
        rows = [
            {
                "id": new_id(),
                "tenant_id": "default-tenant",
                "version": 1,
                "created_at": stamp(),
                "updated_at": stamp(),
                "source": "test",
                "search": "",
                "match_key": "",
                "number": str(at),
                "date": f"2026-{at % 9 + 4:02d}-15",
                "status": "posted",
                "amount": "12.50",
            }
            for at in range(count)
        ]
        with db.write() as conn:
            conn.execute(insert(tables.entity_tables["payment"]), rows)

    def peak() -> int:
        tracemalloc.start()
        sums = TotalsStore(db).months(connection.id, "payment", *YEAR)
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert {one.amount / one.count for one in sums} == {Decimal("12.5")}
        return most

    fill(6_000)
    peak()  # what is made once is made
    small = peak()
    fill(18_000)
    assert peak() < small * 1.5
