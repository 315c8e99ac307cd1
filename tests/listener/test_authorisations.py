"""Signing a connection in over REST, before a real OAuth server; every answer is held against the document."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from app import bootstrap
from tests.oauth_server import CLIENT, REDIRECT, SECRET, OAuthServer, Reply, kind_of, oauth_server
from tests.systems import take_out

GONE = "019ab3c0-0000-7000-8000-000000000000"


@pytest.fixture
def server(hub: bootstrap.App) -> Iterator[OAuthServer]:
    with oauth_server() as made, pytest.MonkeyPatch.context() as patch:
        kinds = {**vars(hub.parts.registry)["_kinds"], "zoho": kind_of(made)}
        patch.setattr(hub.parts.registry, "_kinds", kinds)
        yield made


@pytest.fixture
def path(client: httpx.Client) -> Iterator[str]:
    auth = {"client_id": CLIENT, "client_secret": SECRET, "redirect_uri": REDIRECT}
    sent = {"erpSystem": "zoho", "connectionName": "CRM", "authType": "oauth2", "authConfig": auth}
    made = client.post("/api/erp/connections", json=sent).json()["connection"]["id"]
    yield f"/api/erp/connections/{made}"
    client.delete(f"/api/erp/connections/{made}")


@pytest.mark.parametrize("key", ["redirectedTo", "redirected_to"])
def test_signed_in_with_the_address(client: httpx.Client, server: OAuthServer, path: str, key: str) -> None:
    server.back = {"realmId": "4620"}
    server.more = {"x_refresh_token_expires_in": 8640000}
    client.put(path, json={"status": "expired"})
    begun = client.post(f"{path}/authorize")
    assert begun.status_code == 200
    body = begun.json()
    assert body.keys() == {"success", "authorizeUrl", "state", "expiresAt", "redirectUri"}
    assert body["redirectUri"] == REDIRECT
    back = server.sign_in(body["authorizeUrl"])
    answer = client.post(f"{path}/authorize/complete", json={key: back})
    assert answer.status_code == 200, answer.text
    shown = answer.json()["connection"]
    assert shown == client.get(path).json()["connection"]
    assert (shown["status"], shown["authConfig"]["realm_id"]) == ("active", "4620")
    assert shown["authConfig"]["refresh_token"].keys() == {"set", "expiresAt"}
    for secret in (*server.logins, *server.given, SECRET):
        assert secret not in answer.text
    again = client.post(f"{path}/authorize/complete", json={key: back})
    assert (again.status_code, again.json()["error"]["code"]) == (422, "state_used")


def test_signed_in_with_code_and_state(client: httpx.Client, server: OAuthServer, path: str) -> None:
    begun = client.post(f"{path}/authorize", json={"redirectUri": "http://localhost:8123/cb"}).json()
    back = httpx.URL(server.sign_in(begun["authorizeUrl"]))
    assert (back.host, back.port) == ("localhost", 8123)
    sent = {"code": back.params["code"], "state": begun["state"]}
    answer = client.post(f"{path}/authorize/complete", json=sent)
    assert (answer.status_code, answer.json()["connection"]["status"]) == (200, "active")


def test_what_is_shown_may_be_sent_back(client: httpx.Client, server: OAuthServer, path: str) -> None:
    server.more = {"x_refresh_token_expires_in": 8640000}
    back = server.sign_in(client.post(f"{path}/authorize").json()["authorizeUrl"])
    shown = client.post(f"{path}/authorize/complete", json={"redirectedTo": back}).json()["connection"]
    answer = client.put(path, json={"authConfig": shown["authConfig"]})
    assert answer.json()["connection"]["authConfig"] == shown["authConfig"]


def test_refusals(client: httpx.Client, server: OAuthServer, path: str, connection_id: str) -> None:
    def refused(call: str, sent: object = None) -> tuple[int, str]:
        answer = client.post(call, json=sent)
        return answer.status_code, answer.json()["error"]["code"]

    assert refused(f"{path}/authorize", {"redirectUri": "http://office.example/"}) == (422, "invalid_input")
    assert refused(f"{path}/authorize/complete", {}) == (422, "invalid_input")
    assert refused(f"{path}/authorize/complete", {"code": "a"}) == (422, "invalid_input")
    assert refused(f"{path}/authorize/complete", {"code": "a", "state": "b"}) == (422, "state_unknown")
    assert refused(f"{path}/authorize/complete", {"redirectedTo": "x" * 8001}) == (422, "invalid_input")
    tally = f"/api/erp/connections/{connection_id}/authorize"
    assert refused(tally) == (409, "no_authorisation")
    assert refused(f"{tally}/complete", {"code": "a", "state": "b"}) == (409, "no_authorisation")
    assert refused(f"/api/erp/connections/{GONE}/authorize") == (404, "not_found")
    assert refused(f"/api/erp/connections/{GONE}/authorize/complete", {"code": "a", "state": "b"}) == (404, "not_found")
    begun = client.post(f"{path}/authorize").json()
    bad = {"code": "code-9999", "state": begun["state"]}
    assert refused(f"{path}/authorize/complete", bad) == (502, "code_refused")
    server.deny = "access_denied"
    back = server.sign_in(client.post(f"{path}/authorize").json()["authorizeUrl"])
    assert refused(f"{path}/authorize/complete", {"redirectedTo": back}) == (409, "access_denied")


def test_withdrawn(client: httpx.Client, server: OAuthServer, path: str, connection_id: str) -> None:
    back = server.sign_in(client.post(f"{path}/authorize").json()["authorizeUrl"])
    client.post(f"{path}/authorize/complete", json={"redirectedTo": back})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(OAuthServer, "revoke", lambda *_: Reply(503, {"error": "temporarily_unavailable"}))
        answer = client.post(f"{path}/authorize/withdraw")
    assert (answer.status_code, answer.json()["error"]["code"]) == (502, "sign_in_down")
    kept = client.get(path).json()["connection"]
    assert (kept["status"], kept["authConfig"]["refresh_token"]["set"], len(server.logins)) == ("active", True, 1)
    for _again in range(2):
        answer = client.post(f"{path}/authorize/withdraw", json={})
        shown = answer.json()["connection"]
        assert (answer.status_code, shown["status"], server.logins) == (200, "expired", set())
        assert "refresh_token" not in shown["authConfig"]
        assert shown == client.get(path).json()["connection"]
    back = server.sign_in(client.post(f"{path}/authorize").json()["authorizeUrl"])
    client.post(f"{path}/authorize/complete", json={"redirectedTo": back})
    forgotten = client.put(path, json={"authConfig": {"refresh_token": None}}).json()["connection"]
    assert ("refresh_token" in forgotten["authConfig"], len(server.logins)) == (False, 1)
    tally = client.post(f"/api/erp/connections/{connection_id}/authorize/withdraw")
    assert (tally.status_code, tally.json()["error"]["code"]) == (409, "no_authorisation")
    assert client.post(f"/api/erp/connections/{GONE}/authorize/withdraw").status_code == 404


def test_a_system_that_is_not_installed(
    client: httpx.Client, hub: bootstrap.App, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_out(monkeypatch, hub.parts.registry, "quickbooks")
    sent = {"erpSystem": "quickbooks", "connectionName": "Q", "authType": "oauth2", "authConfig": {}}
    path = f"/api/erp/connections/{client.post('/api/erp/connections', json=sent).json()['connection']['id']}"
    answer = client.post(f"{path}/authorize", json={"redirectUri": REDIRECT})
    assert (answer.status_code, answer.json()["error"]["code"]) == (409, "not_installed")
    client.delete(path)


def test_the_token_comes_first(bare: httpx.Client) -> None:
    for call in ("authorize", "authorize/complete", "authorize/withdraw"):
        assert bare.post(f"/api/erp/connections/{GONE}/{call}", json={}).status_code == 401
