"""Runs over REST: waited for, queued, planned, stopped, held; and their logs."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from app import bootstrap


@pytest.fixture
def busy(hub: bootstrap.App) -> Iterator[None]:
    """Tally is busy: runs hang in their first request until the test is over."""
    assert hub.simulator is not None
    hub.simulator.control.set_busy()
    yield
    hub.simulator.control.release()


def sync(client: httpx.Client, **body: Any) -> httpx.Response:
    return client.post("/api/erp/sync", json=body)


def test_a_run_is_waited_for(client: httpx.Client, connection_id: str) -> None:
    answer = sync(client, connection_id=connection_id, triggered_by="crm")
    assert answer.status_code == 200
    body = answer.json()
    assert body["status"] == "completed"
    assert body["error"] is None
    assert body["result"].keys() == {
        "logId", "recordsProcessed", "recordsSuccess", "recordsFailed", "recordsSkipped", "conflicts",
    }  # fmt: skip
    log = client.get(f"/api/erp/sync-logs/{body['result']['logId']}").json()["syncLog"]
    assert (log["status"], log["triggeredBy"], log["errors"]) == ("completed", "crm", [])
    assert log["phases"]


def test_one_config_runs_alone_and_a_changed_record_comes_in(
    client: httpx.Client, hub: bootstrap.App, connection_id: str
) -> None:
    assert hub.simulator is not None
    name = next(hub.simulator.books(bootstrap.DEMO_COMPANY).customers()).name
    hub.simulator.control.edit_customer(bootstrap.DEMO_COMPANY, name, email="new@example.com")
    configs = client.get("/api/erp/sync-configs", params={"connection_id": connection_id}).json()["syncConfigs"]
    customers = next(one["id"] for one in configs if one["entityType"] == "customer")
    body = sync(client, syncConfigId=customers, syncType="incremental").json()
    assert (body["status"], body["result"]["recordsSuccess"] >= 1) == ("completed", True)
    found = client.get("/api/erp/records/customers", params={"q": name}).json()["records"]
    assert "new@example.com" in {record["email"] for record in found}


def test_a_dry_run_tells_and_changes_nothing(client: httpx.Client, hub: bootstrap.App, connection_id: str) -> None:
    assert hub.simulator is not None
    hub.simulator.control.add_customer(bootstrap.DEMO_COMPANY, "Planned & Sons")
    before = client.get("/api/erp/records/customer", params={"limit": 1000}).json()["records"]
    body = sync(client, connection_id=connection_id, dry_run=True).json()
    assert body["plan"]["counts"]["local"]["create"] >= 1
    item = next(one for one in body["plan"]["items"] if one["label"] == "Planned & Sons")
    assert (item["action"], item["side"], item["entityType"]) == ("create", "local", "customer")
    assert client.get("/api/erp/records/customer", params={"limit": 1000}).json()["records"] == before
    assert sync(client, connection_id=connection_id).json()["status"] == "completed"
    after = client.get("/api/erp/records/customer", params={"q": "Planned"}).json()["records"]
    assert [record["business_name"] for record in after] == ["Planned & Sons"]


def test_an_erp_out_of_reach_is_a_failed_run_not_an_error(client: httpx.Client, spare: str) -> None:
    client.post("/api/erp/sync-configs", json={"connection_id": spare, "entityType": "customer"})
    answer = sync(client, connection_id=spare)
    assert answer.status_code == 200
    assert answer.json()["status"] == "failed"
    assert answer.json()["error"]["message"]
    assert answer.json()["error"]["hint"]


def test_what_can_not_run_says_so(client: httpx.Client, spare: str) -> None:
    assert sync(client, connection_id="unknown").status_code == 404
    assert sync(client, sync_config_id="unknown").status_code == 404
    assert sync(client).json()["error"]["details"]["field"] == "connectionId"
    assert sync(client, connection_id=spare).json()["error"]["code"] == "nothing_to_sync"
    assert sync(client, connection_id=spare, sync_type="sideways").status_code == 422
    client.put(f"/api/erp/connections/{spare}", json={"sync_enabled": False})
    assert sync(client, connection_id=spare).json()["error"]["code"] == "switched_off"


@pytest.mark.usefixtures("busy")
def test_a_queued_run_can_be_stopped(client: httpx.Client, connection_id: str) -> None:
    answer = sync(client, connection_id=connection_id, wait=False)
    assert answer.status_code == 202
    log_id = answer.json()["logId"]
    second = sync(client, connection_id=connection_id, wait=False).json()["logId"]
    assert client.get(f"/api/erp/sync-logs/{second}").json()["syncLog"]["status"] == "pending"
    for one in (second, log_id):
        assert client.post(f"/api/erp/sync/{one}/cancel").status_code == 200
    assert ended(client, log_id) == "cancelled"
    assert ended(client, second) == "cancelled"
    assert client.post(f"/api/erp/sync/{log_id}/cancel").status_code == 409
    assert client.post("/api/erp/sync/unknown/cancel").status_code == 404


def ended(client: httpx.Client, log_id: str) -> str:
    waiting = threading.Event()
    for _ in range(200):
        status: str = client.get(f"/api/erp/sync-logs/{log_id}").json()["syncLog"]["status"]
        if status not in {"pending", "running"}:
            return status
        waiting.wait(0.05)
    return "still running"


def test_calls_answer_while_many_wait_for_their_runs(
    client: httpx.Client, hub: bootstrap.App, connection_id: str
) -> None:
    """More waiting syncs than the listener has threads."""
    assert hub.simulator is not None
    hub.simulator.control.set_busy()
    try:
        with ThreadPoolExecutor(40) as pool:
            waiting = [pool.submit(sync, client, connection_id=connection_id) for _ in range(40)]
            while client.get("/api/erp/sync-logs", params={"status": "pending"}).json()["nextCursor"] is None:
                if len(client.get("/api/erp/sync-logs", params={"status": "pending"}).json()["syncLogs"]) >= 39:
                    break
            assert client.get("/health", timeout=5).status_code == 200
            assert client.get("/api/erp/dashboard", timeout=5).status_code == 200
            hub.simulator.control.release()
            assert {one.result().json()["status"] for one in waiting} == {"completed"}
    finally:
        hub.simulator.control.release()


def test_a_held_run_is_approved_or_rejected(client: httpx.Client, hub: bootstrap.App, connection_id: str) -> None:
    assert hub.simulator is not None
    control = hub.simulator.control
    control.take_backup(bootstrap.DEMO_COMPANY)
    control.add_customer(bootstrap.DEMO_COMPANY, "Lost with the backup")
    assert sync(client, connection_id=connection_id).json()["status"] == "completed"
    control.restore_backup(bootstrap.DEMO_COMPANY)
    body = sync(client, connection_id=connection_id).json()
    assert body["status"] == "held"
    assert body["error"]["message"]
    log_id = body["result"]["logId"]
    rejected = client.post(f"/api/erp/sync/{log_id}/approve", json={"reject": True})
    assert rejected.json()["status"] == "cancelled"
    assert client.post(f"/api/erp/sync/{log_id}/approve").status_code == 409
    log_id = sync(client, connection_id=connection_id).json()["result"]["logId"]
    assert client.post(f"/api/erp/sync/{log_id}/approve").status_code == 200
    assert ended(client, log_id) in {"completed", "partial", "held"}


def test_logs_are_listed_newest_first_page_by_page(client: httpx.Client, connection_id: str) -> None:
    first = client.get("/api/erp/sync-logs", params={"connection_id": connection_id, "limit": 1}).json()
    second = client.get("/api/erp/sync-logs", params={"limit": 1, "cursor": first["nextCursor"]}).json()
    assert first["syncLogs"][0]["startedAt"] >= second["syncLogs"][0]["startedAt"]
    assert client.get("/api/erp/sync-logs", params={"status": "nonsense"}).status_code == 422
    assert client.get("/api/erp/sync-logs", params={"limit": 1001}).status_code == 422
    assert client.get("/api/erp/sync-logs/unknown").status_code == 404
