"""The hub's records, their links and the dashboard over REST."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import httpx

from app import bootstrap


def every(client: httpx.Client, path: str, key: str, **params: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    cursor: str | None = ""
    while cursor is not None:
        page = client.get(path, params={**params, **({"cursor": cursor} if cursor else {})}).json()
        found += page[key]
        cursor = page["nextCursor"]
    return found


def test_pages_hold_every_record_once_in_the_order_of_ids(client: httpx.Client) -> None:
    whole = every(client, "/api/erp/records/invoice", "records", limit=1000)
    paged = every(client, "/api/erp/records/invoices", "records", limit=7)
    assert paged == whole
    assert [record["id"] for record in whole] == sorted(record["id"] for record in whole)


def test_a_record_is_flat_and_exact(client: httpx.Client, hub: bootstrap.App) -> None:
    assert hub.simulator is not None
    truth = next(
        one for one in hub.simulator.books(bootstrap.DEMO_COMPANY).invoices() if one.status == "posted" and one.customer
    )
    found = every(client, "/api/erp/records/invoice", "records", q=truth.number)
    record = next(one for one in found if one["number"] == truth.number and one["date"] == truth.date.isoformat())
    assert Decimal(record["total"]) == truth.total
    assert record["customer"]["label"] == truth.customer
    assert len(record["lines"]) >= len(truth.lines)
    assert record["version"] >= 1
    path = f"/api/erp/records/invoice/{record['id']}"
    assert client.get(path).json()["record"] == record
    history = client.get(f"{path}/history").json()["history"]
    assert history[-1]["action"] == "create"
    links = client.get("/api/erp/sync-records", params={"local_entity_id": record["id"]}).json()["syncRecords"]
    assert [link["localEntityType"] for link in links] == ["invoice"]
    assert links[0]["syncStatus"] == "synced"


def test_what_does_not_exist(client: httpx.Client) -> None:
    assert client.get("/api/erp/records/nonsense").status_code == 404
    assert client.get("/api/erp/records/invoice/unknown").status_code == 404
    assert client.get("/api/erp/records/invoice/unknown/history").status_code == 404
    assert client.get("/api/erp/records/invoice", params={"cursor": "x"}).status_code == 422
    assert client.get("/api/erp/records/invoice", params={"updated_since": "yesterday"}).status_code == 422
    assert client.get("/api/erp/sync-records", params={"sync_status": "odd"}).status_code == 422
    assert client.get("/api/erp/conflicts", params={"status": "odd"}).status_code == 422


def test_updated_since_limits(client: httpx.Client) -> None:
    some = client.get("/api/erp/records/product", params={"updated_since": "2000-01-01"}).json()["records"]
    assert some
    later = client.get("/api/erp/records/product", params={"updated_since": "2999-01-01T00:00:00Z"}).json()["records"]
    assert later == []


def test_links_are_listed_by_connection_and_status(client: httpx.Client, connection_id: str) -> None:
    links = every(
        client,
        "/api/erp/sync-records",
        "syncRecords",
        connection_id=connection_id,
        local_entity_type="products",
        limit=3,
    )
    products = every(client, "/api/erp/records/product", "records", include_deleted="true")
    # Other tests make some of their own; what came from the books is linked.
    pulled = {record["id"] for record in products if record["source"] not in {"user", "api"}}
    assert pulled
    assert pulled <= {link["localEntityId"] for link in links} <= {record["id"] for record in products}


def test_conflicts_are_listed(client: httpx.Client) -> None:
    assert isinstance(client.get("/api/erp/conflicts").json()["conflicts"], list)


def test_the_dashboard_counts(client: httpx.Client) -> None:
    found = client.get("/api/erp/dashboard").json()["dashboard"]
    assert {"erp_system": "tally", "status": "active", "count": 1} in found["connections"]
    assert found["syncStats"]["total_syncs"] >= 1
    assert found["syncStats"].keys() == {"total_syncs", "completed", "failed", "total_records", "successful_records"}
    assert found["recentSyncs"]
    assert found["activeWebhooks"] == 0
