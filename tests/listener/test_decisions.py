"""What a person decides, over REST. Every answer is held against the OpenAPI document."""

from __future__ import annotations

from typing import Any

import httpx

from app import bootstrap

COMPANY = bootstrap.DEMO_COMPANY


def customer(hub: bootstrap.App, number: int) -> dict[str, Any]:
    return hub.services.records.page("customer", limit=50)[0][number]


def sync(client: httpx.Client, connection_id: str) -> str:
    answer = client.post("/api/erp/sync", json={"connectionId": connection_id}).json()
    assert answer["status"] in {"completed", "partial"}
    return str(answer["result"]["logId"])


def test_a_conflict_is_resolved(client: httpx.Client, hub: bootstrap.App, connection_id: str) -> None:
    assert hub.simulator is not None
    one = customer(hub, 0)
    hub.services.records.update("customer", one["id"], {"phone": "111"}, by="api")
    hub.simulator.control.edit_customer(COMPANY, one["business_name"], phone="222")
    sync(client, connection_id)
    (conflict,) = client.get("/api/erp/conflicts").json()["conflicts"]
    assert conflict["fields"] == [{"name": "phone", "base": one["phone"], "local": "111", "remote": "222"}]
    path = f"/api/erp/conflicts/{conflict['id']}/resolve"
    assert client.post(path, json={"resolution": "toss"}).status_code == 422
    assert client.post(path, json={"resolution": "link"}).json()["error"]["details"]["field"] == "resolution"
    wrong = client.post(path, json={"resolution": "merge", "fields": {"pan": "x"}})
    assert (wrong.status_code, wrong.json()["error"]["details"]["field"]) == (422, "fields.pan")
    assert client.post(path, json={"resolution": "local", "remoteId": "another"}).status_code == 422
    done = client.post(path, json={"resolution": "merge", "fields": {"phone": "333"}}).json()["conflict"]
    assert (done["status"], done["resolution"], done["resolvedBy"]) == ("resolved", "merge", "api")
    assert client.post(path, json={"resolution": "local"}).status_code == 409
    back = client.post(path.replace("/resolve", "/take-back"))
    assert (back.status_code, back.json()["conflict"]["status"]) == (200, "open")
    assert client.post(path, json={"resolution": "merge", "fields": {"phone": "333"}}).status_code == 200
    assert client.post("/api/erp/conflicts/unknown/resolve", json={"resolution": "local"}).status_code == 404
    assert client.get("/api/erp/conflicts").json()["conflicts"] == []
    sync(client, connection_id)
    assert hub.services.records.get("customer", one["id"])["phone"] == "333"


def test_a_doubtful_match_is_answered(client: httpx.Client, hub: bootstrap.App, connection_id: str) -> None:
    assert hub.simulator is not None
    made = hub.parts.stores.records.create("customer", {"business_name": "Look Alike"}, "api")
    hub.simulator.control.add_customer(COMPANY, "Look  alike")
    sync(client, connection_id)
    (conflict,) = client.get("/api/erp/conflicts").json()["conflicts"]
    assert (conflict["kind"], conflict["candidates"]) == ("match", [made["id"]])
    body = {"resolution": "link", "localId": made["id"], "remoteId": conflict["remoteId"]}
    assert client.post(f"/api/erp/conflicts/{conflict['id']}/resolve", json=body).status_code == 200
    links = client.get("/api/erp/sync-records", params={"local_entity_id": made["id"]}).json()["syncRecords"]
    assert [link["remoteId"] for link in links] == [conflict["remoteId"]]
    for asked in client.get("/api/erp/conflicts").json()["conflicts"]:  # how the name is written, say
        client.post(f"/api/erp/conflicts/{asked['id']}/resolve", json={"resolution": "remote"})


def test_a_link_is_paused(client: httpx.Client, hub: bootstrap.App) -> None:
    one = customer(hub, 1)
    (link,) = client.get("/api/erp/sync-records", params={"local_entity_id": one["id"]}).json()["syncRecords"]
    path = f"/api/erp/sync-records/{link['id']}/pause"
    assert link["paused"] is False
    assert client.post(path, json={"paused": True}).json()["syncRecord"]["paused"] is True
    assert client.post(path, json={"paused": False}).json()["syncRecord"]["paused"] is False
    assert client.post(path, json={}).status_code == 422
    assert client.post("/api/erp/sync-records/999999/pause", json={"paused": True}).status_code == 404
    assert client.post("/api/erp/sync-records/x/pause", json={"paused": True}).status_code == 404


def test_a_run_is_undone(client: httpx.Client, hub: bootstrap.App, connection_id: str) -> None:
    assert hub.simulator is not None
    one = customer(hub, 2)
    hub.simulator.control.edit_customer(COMPANY, one["business_name"], phone="777")
    log_id = sync(client, connection_id)
    assert hub.services.records.get("customer", one["id"])["phone"] == "777"
    undone = client.post(f"/api/erp/sync-logs/{log_id}/undo").json()["undone"]
    assert undone == {"changed": 1, "left": []}
    assert hub.services.records.get("customer", one["id"])["phone"] == one["phone"]
    assert client.post(f"/api/erp/sync-logs/{log_id}/undo").json()["undone"]["changed"] == 0
    assert client.post("/api/erp/sync-logs/unknown/undo").status_code == 404


def test_a_failed_record_is_tried_again(client: httpx.Client, hub: bootstrap.App, connection_id: str) -> None:
    one = customer(hub, 3)
    error_id = hub.parts.stores.errors.record(
        connection_id=connection_id,
        entity_type="customer",
        side="out",
        code="rejected",
        message="No.",
        local_id=one["id"],
    )
    answer = client.post(f"/api/erp/sync-errors/{error_id}/retry")
    assert answer.status_code == 202
    run = hub.services.runs.wait(answer.json()["logId"], 60)
    assert (run.status, run.sync_direction) == ("completed", "push")
    assert client.post(f"/api/erp/sync-errors/{error_id}/retry").status_code == 409
    assert client.post("/api/erp/sync-errors/unknown/retry").status_code == 404
