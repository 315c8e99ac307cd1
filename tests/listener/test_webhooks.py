"""Webhooks over REST: registered, sent to, refused, worked off, put back."""

from __future__ import annotations

import hashlib
import hmac
import socket
import threading
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

from app import bootstrap
from app.listener import receiving
from app.model.events import Changed

MIB = 1024 * 1024
BODY = {"event": "update", "entityType": "customer", "remoteId": "1"}
SECRET = "a secret to sign with"


class Hook:
    def __init__(self, client: httpx.Client, made: dict[str, Any]) -> None:
        self.id: str = made["id"]
        self.url: str = made["webhookUrl"]
        self.token: str = made["verificationToken"]
        self._client = client

    def send(self, body: Any = BODY, **headers: str) -> httpx.Response:
        return self._client.post(self.url, json=body, headers={"X-Verification-Token": self.token, **headers})

    def events(self, **given: str) -> list[dict[str, Any]]:
        found = self._client.get("/api/erp/webhook-events", params={"webhook_id": self.id, **given}).json()
        return found["webhookEvents"]


@pytest.fixture
def hook(client: httpx.Client, spare: str) -> Hook:
    """Of a connection whose ERP nobody answers for."""
    return made(client, spare)


def made(client: httpx.Client, connection_id: str, **more: Any) -> Hook:
    answer = client.post("/api/erp/webhooks", json={"connection_id": connection_id, **more})
    assert answer.status_code == 201
    return Hook(client, answer.json()["webhook"])


@pytest.fixture
def settled(hub: bootstrap.App) -> Iterator[Callable[[], None]]:
    """Works events off until none waits; the runs are real."""
    ended = threading.Event()
    stop = hub.bus.subscribe(
        lambda event: ended.set() if isinstance(event, Changed) and "runs" in event.kinds else None
    )

    def work() -> None:
        services = hub.services
        for _ in range(100):
            services.webhooks.work.step()
            open_ones = [
                one
                for status in ("received", "processing")
                for one in services.webhooks.events(status=status)[0]
                if one.next_attempt_at is None
            ]
            if not open_ones:
                return
            if open_ones[0].log_id:
                services.runs.wait(open_ones[0].log_id, 30)

    yield work
    stop()


def test_registered_shown_changed_and_removed(client: httpx.Client, spare: str) -> None:
    hook = made(client, spare, entityTypes=["customers"], subscribedEvents=["create", "delete"], webhookSecret=SECRET)
    assert hook.url.endswith(f"/api/erp/webhooks/{hook.id}/receive")
    (shown,) = client.get("/api/erp/webhooks", params={"connection_id": spare}).json()["webhooks"]
    assert (shown["entityTypes"], shown["subscribedEvents"]) == (["customer"], ["create", "delete"])
    assert shown["hasSecret"]
    assert SECRET not in str(shown)
    assert hook.token not in str(shown)
    changed = client.put(f"/api/erp/webhooks/{hook.id}", json={"rotateToken": True, "webhookSecret": None}).json()
    assert not changed["webhook"]["hasSecret"]
    assert hook.send().status_code == 401
    hook.token = changed["verificationToken"]
    assert hook.send().status_code == 202
    assert client.delete(f"/api/erp/webhooks/{hook.id}").status_code == 200
    assert hook.send().status_code == 404


def test_an_event_is_stored_before_it_is_answered(hook: Hook, hub: bootstrap.App) -> None:
    answer = hook.send({**BODY, "password": "hush"}, Cookie="crumbs")
    assert (answer.status_code, answer.json()["status"]) == (202, "received")
    (event,) = hook.events()
    assert event["id"] == answer.json()["eventId"]
    assert (event["eventType"], event["remoteModule"], event["remoteId"]) == ("update", "customer", "1")
    assert event["payload"]["password"] == "[hidden]"
    assert event["headers"]["x-verification-token"] == event["headers"]["cookie"] == "[hidden]"
    with hub.parts.db.read() as conn:
        rows = conn.exec_driver_sql("SELECT payload, headers FROM erp_webhook_events").all()
        hooks = conn.exec_driver_sql("SELECT verification_token FROM erp_webhooks").all()
    assert hook.token not in str(rows)
    assert hook.token not in str(hooks)


def test_the_same_event_is_known_again(hook: Hook) -> None:
    first, second = hook.send({**BODY, "eventId": "e1"}), hook.send({**BODY, "eventId": "e1"})
    assert first.json()["eventId"] == second.json()["eventId"]
    assert hook.send({**BODY, "eventId": "e2"}).json()["eventId"] != first.json()["eventId"]
    plain = {hook.send().json()["eventId"] for _ in range(3)}
    assert len(plain) == 1
    assert len(hook.events()) == 3


def test_a_signature_takes_the_place_of_the_token(client: httpx.Client, spare: str) -> None:
    hook = made(client, spare, webhookSecret=SECRET)
    body = b'{"event":"update","entityType":"customer","remoteId":"9"}'
    good = hmac.new(SECRET.encode(), body, hashlib.sha256).hexdigest()
    signed = {"X-Hub-Signature-256": f"sha256={good}"}
    assert client.post(hook.url, content=body, headers=signed).status_code == 202
    assert client.post(hook.url, content=body + b" ", headers=signed).status_code == 401
    forged = {**signed, "X-Verification-Token": hook.token}
    assert client.post(hook.url, content=body + b" ", headers=forged).status_code == 401


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 422),
        (b"{", 422),
        (b'"text"', 422),
        (b'[1, "a"]', 422),
        (b"[]", 422),
        (b'{"event": "\xff"}', 422),
        (b'{"a":' * 50_000, 422),
        (b'{"a":' * 200 + b"1" + b"}" * 200, 422),
        (b" " * (5 * MIB + 1), 413),
    ],
    ids=["empty", "cut", "text", "scalars", "nothing", "not utf-8", "deep and cut", "deep", "long"],
)
def test_bad_bodies_are_refused(hook: Hook, bare: httpx.Client, body: bytes, status: int) -> None:
    answer = bare.post(hook.url, content=body, headers={"X-Verification-Token": hook.token})
    assert answer.status_code == status
    assert hook.events() == []


def test_what_proves_nothing_is_refused_and_leaves_nothing(
    hook: Hook, bare: httpx.Client, hub: bootstrap.App, caplog: pytest.LogCaptureFixture
) -> None:
    del bare.headers["Authorization"]
    for headers in ({}, {"X-Verification-Token": "wrong-and-long"}, {"Authorization": "Bearer made-up"}):
        answer = bare.post(hook.url, json=BODY, headers=headers)
        assert (answer.status_code, answer.json()["error"]["code"]) == (401, "not_genuine")
    assert hub.services.webhooks.events(hook.id)[0] == []
    assert "refused (401 not_genuine)" in caplog.text
    assert "wrong-and-long" not in caplog.text


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("POST", "/api/erp/webhooks/nothing/receive", 404),
        ("POST", "/api/erp/webhooks/019aa0b4-0000-7000-8000-000000000000/receive", 404),
        ("POST", "/api/erp/webhooks/../receive", 401),
        ("POST", "/api/erp/webhooks/a%2fb/receive", 401),
        ("POST", "/api/erp/webhooks/%00/receive", 404),
        ("POST", "/api/erp/webhooks//receive", 404),
        ("POST", "/api/erp/webhooks/{id}/receive/", 401),
        ("GET", "/api/erp/webhooks/{id}/receive", 401),
        ("PUT", "/api/erp/webhooks/{id}/receive", 401),
        ("DELETE", "/api/erp/webhooks/{id}", 401),
    ],
)
def test_path_tricks_and_other_methods_find_nothing(
    hook: Hook, bare: httpx.Client, method: str, path: str, status: int
) -> None:
    del bare.headers["Authorization"]
    bare.event_hooks = {"response": []}
    headers = {"X-Verification-Token": hook.token}
    assert bare.request(method, path.format(id=hook.id), json=BODY, headers=headers).status_code == status


def test_one_that_is_switched_off_takes_nothing(client: httpx.Client, hook: Hook) -> None:
    client.put(f"/api/erp/webhooks/{hook.id}", json={"isActive": False})
    assert hook.send().status_code == 404
    client.put(f"/api/erp/webhooks/{hook.id}", json={"isActive": True})
    assert hook.send().status_code == 202


def test_saps_handshake_is_answered(client: httpx.Client, bare: httpx.Client) -> None:
    body = {
        "erpSystem": "sap",
        "connectionName": "B1",
        "baseUrl": "https://b1.example:50000/b1s/v2",
        "authConfig": {"company_db": "DEMO", "username": "u", "password": "p"},
    }
    connection = client.post("/api/erp/connections", json=body).json()["connection"]["id"]
    hook = made(client, connection)
    del bare.headers["Authorization"]
    bare.event_hooks = {"response": []}
    answer = bare.get(hook.url, headers={"X-B1-Webhook-Token": "t-1"})
    assert (answer.status_code, answer.json()) == (200, {"Challenge": "t-1"})
    # Without a secret of its own SAP was asked to sign with the token.
    event = b'[{"id": "1", "type": "sap.b1.Orders.Created.v1", "source": "/default/sap.b1/ELSE", "subject": "91"}]'
    for key, status in ((hook.token, 202), ("another", 401)):
        signed = {"X-B1-Webhook-Signature": hmac.new(key.encode(), event, hashlib.sha256).hexdigest()}
        assert bare.post(hook.url, content=event, headers=signed).status_code == status
    client.headers["Authorization"] = ""
    assert bare.get(f"/api/erp/webhooks/{hook.id}", headers={"X-B1-Webhook-Token": "t-1"}).status_code == 401


def test_an_event_brings_the_changed_record_and_says_so(
    client: httpx.Client, hub: bootstrap.App, connection_id: str, settled: Callable[[], None]
) -> None:
    assert hub.simulator is not None
    link = client.get(
        "/api/erp/sync-records", params={"connection_id": connection_id, "local_entity_type": "customer", "limit": 1}
    ).json()["syncRecords"][0]
    hub.simulator.control.edit_customer(bootstrap.DEMO_COMPANY, link["remoteLabel"], email="hook@example.com")
    hook = made(client, connection_id, entityTypes=["customer"], subscribedEvents=["update"])
    hook.send({**BODY, "remoteId": link["remoteId"], "at": "1"})
    hook.send({**BODY, "remoteId": link["remoteId"], "at": "2"})
    hook.send({**BODY, "remoteId": "999999"})
    hook.send({**BODY, "entityType": "product", "remoteId": "1"})
    hook.send({**BODY, "event": "delete"})
    settled()
    found = [(one["status"], one["outcome"], one["entityType"]) for one in reversed(hook.events())]
    assert found[:3] == [("processed", "updated", "customer")] * 2 + [("ignored", "ignored", "customer")]
    assert [status for status, _, _ in found[3:]] == ["ignored"] * 2
    assert all(one["error"] for one in hook.events(status="ignored"))
    logs = {one["logId"] for one in hook.events() if one["logId"]}
    assert len(logs) == 1
    run = hub.services.runs.get(logs.pop())
    assert (run.sync_type, run.triggered_by, run.status) == ("webhook", "webhook", "completed")
    last = hook.events(status="processed")[0]["id"]
    assert client.post(f"/api/erp/webhook-events/{last}/replay").json()["webhookEvent"]["status"] == "received"
    settled()
    assert next(one for one in hook.events() if one["id"] == last)["outcome"] == "unchanged"
    client.delete(f"/api/erp/webhooks/{hook.id}")


def test_what_could_not_be_read_is_tried_again(
    client: httpx.Client, spare: str, hook: Hook, settled: Callable[[], None]
) -> None:
    client.post("/api/erp/sync-configs", json={"connection_id": spare, "entityType": "customer"})
    hook.send()
    settled()
    (event,) = hook.events()
    assert (event["status"], event["attempts"]) == ("received", 1)
    assert event["nextAttemptAt"]
    assert event["error"]


@pytest.mark.parametrize("given", ["019ab3c0-0000-7000-8000-000000000000", "nonsense"])
def test_an_unknown_webhook_is_refused_before_the_body_is_read(client: httpx.Client, given: str) -> None:
    """The rest of this body never comes."""
    port = client.base_url.port
    head = f"POST /api/erp/webhooks/{given}/receive HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {5 * MIB}\r\n\r\n"
    with socket.create_connection(("127.0.0.1", port), timeout=20) as sock:
        sock.sendall(head.encode())
        assert sock.recv(65536).startswith(b"HTTP/1.1 404 ")


def test_a_webhook_that_is_switched_off_looks_like_none(client: httpx.Client, hook: Hook) -> None:
    client.put(f"/api/erp/webhooks/{hook.id}", json={"isActive": False})
    url = hook.url.replace(hook.id, "019ab3c0-0000-7000-8000-000000000000")
    assert hook.send().json() == client.post(url, json=BODY).json()


def test_a_token_in_a_header_of_the_senders_own_is_not_kept(client: httpx.Client, spare: str) -> None:
    hook = made(client, spare, verification={"scheme": "token", "header": "X-Site-Proof"})
    answer = client.post(hook.url, json=BODY, headers={"X-Site-Proof": hook.token})
    assert answer.status_code == 202
    (event,) = hook.events()
    assert event["headers"]["x-site-proof"] == "[hidden]"
    assert hook.token not in str(event)


def test_a_long_body_is_taken_like_a_short_one(client: httpx.Client, hook: Hook) -> None:
    answer = hook.send([{**BODY, "eventId": f"long {n}", "more": "x" * 1000} for n in range(200)])
    assert (answer.status_code, len(answer.json()["eventIds"])) == (202, 200)
    assert hook.send([BODY] * 3000, **{"X-Verification-Token": "wrong"}).status_code == 401


def test_of_a_flood_of_refused_events_a_few_lines_are_logged(client: httpx.Client, hub: bootstrap.App) -> None:
    url = "/api/erp/webhooks/019ab3c0-0000-7000-8000-00000000f100/receive"
    assert {client.post(url, json=BODY).status_code for _ in range(60)} == {404}
    lines = "".join(file.read_text() for file in hub.folders.logs.glob("*.log")).splitlines()
    assert len([line for line in lines if "00000000f100" in line]) <= 20


def test_a_body_that_is_too_long_is_logged(
    client: httpx.Client, hook: Hook, hub: bootstrap.App, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(receiving.log, "filters", [])
    assert client.post(hook.url, content=b" " * (5 * MIB + 1)).status_code == 413
    lines = "".join(file.read_text() for file in hub.folders.logs.glob("*.log")).splitlines()
    assert [line for line in lines if hook.id in line and "refused (413" in line]
