"""Creating calls that come again with their Idempotency-Key."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import uuid4

import httpx
import pytest

from app import bootstrap
from app.db.idempotency import IdempotencyStore

TEMPLATE = {"name": "Again", "kind": "field", "definition": {"transform": [{"name": "trim"}]}}
CONNECTION = {
    "erpSystem": "sap",
    "connectionName": "Again",
    "baseUrl": "https://sap.example/b1s/v2",
    "authConfig": {"company_db": "D", "username": "u", "password": "p4ssw0rd-again"},
}


@pytest.fixture
def key() -> dict[str, str]:
    return {"Idempotency-Key": str(uuid4())}


@pytest.fixture
def cleared(client: httpx.Client) -> Iterator[None]:
    yield
    for path, name, title in (
        ("connections", "connections", "connectionName"),
        ("transform-templates", "transformTemplates", "name"),
        ("records/customer", "records", "business_name"),
    ):
        for one in client.get(f"/api/erp/{path}", params={"limit": 1000}).json()[name]:
            if one[title] == "Again":
                client.delete(f"/api/erp/{path}/{one['id']}")


def creations(spare: str) -> dict[str, tuple[str, dict[str, Any], str]]:
    """For each creating call: its address, a body, and the name of its list."""
    config = {"connection_id": spare, "entityType": "customer"}
    return {
        "connection": ("/api/erp/connections", CONNECTION, "connections"),
        "config": ("/api/erp/sync-configs", config, "syncConfigs"),
        "template": ("/api/erp/transform-templates", TEMPLATE, "transformTemplates"),
        "record": ("/api/erp/records/customer", {"business_name": "Again"}, "records"),
    }


@pytest.mark.usefixtures("cleared")
@pytest.mark.parametrize("kind", ["connection", "config", "template", "record"])
def test_the_second_call_gets_the_first_answer(
    client: httpx.Client, spare: str, key: dict[str, str], kind: str
) -> None:
    path, body, name = creations(spare)[kind]

    def count() -> int:
        return len(client.get(path, params={"limit": 1000}).json()[name])

    before = count()
    first = client.post(path, json=body, headers=key)
    again = client.post(path, json=body, headers=key)
    assert (first.status_code, again.status_code) == (201, 201), first.text
    assert first.json() == again.json()
    assert ("idempotent-replayed" in first.headers, again.headers["idempotent-replayed"]) == (False, "true")
    assert count() == before + 1
    other = client.post(path, json={**body, "tenant_id": "other"}, headers=key)
    assert (other.status_code, other.json()["error"]["code"]) == (422, "idempotency_mismatch")
    elsewhere = client.post("/api/erp/records/product", json={"name": "x"}, headers=key)
    assert elsewhere.json()["error"]["code"] == "idempotency_mismatch"
    assert count() == before + 1


@pytest.mark.usefixtures("cleared")
def test_of_many_at_once_one_is_done(client: httpx.Client, key: dict[str, str]) -> None:
    def call(_number: int) -> httpx.Response:
        return client.post("/api/erp/records/customer", json={"business_name": "Again"}, headers=key)

    with ThreadPoolExecutor(12) as pool:
        found = list(pool.map(call, range(12)))
    assert {one.status_code for one in found} == {201}
    assert len({one.text for one in found}) == 1
    assert sum("idempotent-replayed" not in one.headers for one in found) == 1
    records = client.get("/api/erp/records/customer", params={"q": "Again"}).json()["records"]
    assert [one["id"] for one in records] == [found[0].json()["record"]["id"]]


@pytest.mark.usefixtures("cleared")
def test_what_was_refused_leaves_the_key_unused(client: httpx.Client, key: dict[str, str]) -> None:
    path = "/api/erp/records/contact"
    body = {"last_name": "Waiting", "customer": "Again"}
    assert client.post(path, json=body, headers=key).status_code == 422
    client.post("/api/erp/records/customer", json={"business_name": "Again"})
    made = client.post(path, json=body, headers=key)
    assert made.status_code == 201
    client.delete(f"{path}/{made.json()['record']['id']}")


def test_nothing_is_made_when_its_answer_could_not_be_kept(
    client: httpx.Client, hub: bootstrap.App, key: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The creation and its answer are one transaction: a crash leaves both or neither."""
    told: list[Any] = []

    def fail(*_args: Any) -> None:
        raise OSError("the machine stops here")

    with monkeypatch.context() as patch:
        patch.setattr(IdempotencyStore, "keep", fail)
        stop = hub.bus.subscribe(told.append)
        answer = client.post("/api/erp/records/customer", json={"business_name": "Again"}, headers=key)
        stop()
    assert answer.status_code == 500
    assert told == []
    assert client.get("/api/erp/records/customer", params={"q": "Again"}).json()["records"] == []


def test_who_listens_hears_of_it_once_it_is_there(
    client: httpx.Client, hub: bootstrap.App, key: dict[str, str], cleared: None
) -> None:
    seen: list[int] = []

    def look(_event: object) -> None:
        with ThreadPoolExecutor(1) as other:  # as another thread sees it: nothing that is not committed
            seen.append(len(other.submit(hub.services.records.page, "customer", q="Again").result()[0]))

    stop = hub.bus.subscribe(look)
    client.post("/api/erp/records/customer", json={"business_name": "Again"}, headers=key)
    stop()
    assert seen == [1]


@pytest.mark.parametrize("more", [{}, {"dry_run": True}, {"wait": False}], ids=["waited", "dry", "queued"])
def test_a_sync_asked_for_again_is_the_same_run(
    client: httpx.Client, connection_id: str, key: dict[str, str], more: dict[str, bool]
) -> None:
    def ask(**others: Any) -> httpx.Response:
        return client.post("/api/erp/sync", json={"connection_id": connection_id, **more, **others}, headers=key)

    first = ask()
    again = ask()
    assert first.status_code == again.status_code == (202 if "wait" in more else 200)
    assert first.json() == again.json()
    assert ask(triggered_by="somebody").json()["error"]["code"] == "idempotency_mismatch"
    if "wait" in more:
        ended(client, first.json()["logId"])


def ended(client: httpx.Client, log_id: str) -> None:
    while client.get(f"/api/erp/sync-logs/{log_id}").json()["syncLog"]["status"] in {"pending", "running"}:
        pass


@pytest.mark.parametrize("given", ["", "x" * 256, "caf\xe9", "tab\there"])
def test_a_key_that_is_none(client: httpx.Client, given: str) -> None:
    headers = {"Idempotency-Key": given.encode("latin-1")}
    answer = client.post("/api/erp/records/customer", json={"business_name": "Again"}, headers=headers)  # type: ignore[arg-type]
    assert answer.status_code == 422
    assert client.get("/api/erp/records/customer", params={"q": "Again"}).json()["records"] == []


def test_no_secret_is_kept_in_clear(
    client: httpx.Client, hub: bootstrap.App, key: dict[str, str], cleared: None, spare: str
) -> None:
    path, body, _ = creations(spare)["connection"]
    made = client.post(path, json=body, headers=key).json()["connection"]["id"]
    stored = (hub.folders.data / "hub.db").read_bytes() + (hub.folders.data / "hub.db-wal").read_bytes()
    assert made.encode() in stored
    assert b"p4ssw0rd-again" not in stored
    assert key["Idempotency-Key"].encode() not in stored
