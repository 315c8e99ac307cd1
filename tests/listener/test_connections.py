"""Connections and configs over REST."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from app import bootstrap
from tests.systems import take_out

KEYS = {"client_id": "1", "client_secret": "2"}


def tally(**more: Any) -> dict[str, Any]:
    return {
        "erpSystem": "tally",
        "connectionName": "T",
        "authConfig": {"company": "C"},
        "baseUrl": "http://h:9",
        **more,
    }


def create(client: httpx.Client, body: dict[str, Any]) -> str:
    answer = client.post("/api/erp/connections", json=body)
    assert answer.status_code == 201, answer.text
    made: str = answer.json()["connection"]["id"]
    return made


def test_created_shown_changed_and_deleted(client: httpx.Client) -> None:
    answer = client.post("/api/erp/connections", json=tally(tenantId="acme", autoSyncInterval=600))
    assert answer.status_code == 201
    made = answer.json()["connection"]
    assert made.keys() == {"id", "connectionName", "erpSystem", "status"}
    path = f"/api/erp/connections/{made['id']}"
    whole = client.get(path).json()["connection"]
    assert (whole["tenantId"], whole["autoSyncInterval"], whole["syncEnabled"]) == ("acme", 600, True)
    changed = client.put(path, json={"connection_name": "Other", "sync_enabled": False}).json()["connection"]
    assert (changed["connectionName"], changed["syncEnabled"], changed["autoSyncInterval"]) == ("Other", False, 600)
    assert client.delete(path).json() == {"success": True}
    for call in (client.get(path), client.put(path, json={}), client.delete(path), client.post(f"{path}/test")):
        assert call.status_code == 404


def test_snake_case_bodies_are_taken_and_lists_filter(client: httpx.Client) -> None:
    body = {
        "erp_system": "sap",
        "connection_name": "S",
        "base_url": "https://s:50000/b1s/v2",
        "tenant_id": "t9",
        "auth_type": "username_password",
        "auth_config": {"company_db": "D", "username": "u", "password": "pw-1"},
    }
    made = create(client, body)
    found = client.get("/api/erp/connections", params={"tenant_id": "t9", "erp_system": "sap", "status": "active"})
    assert [one["id"] for one in found.json()["connections"]] == [made]
    assert client.get("/api/erp/connections", params={"tenant_id": "t8"}).json()["connections"] == []
    client.delete(f"/api/erp/connections/{made}")


def test_secrets_never_leave(client: httpx.Client, hub: bootstrap.App, monkeypatch: pytest.MonkeyPatch) -> None:
    take_out(monkeypatch, hub.parts.registry, "quickbooks")  # which would miss its client secret
    secret = "sEcReT-value-123"
    auth = {"clientId": "id", "clientSecret": secret, "refresh_token": secret + "r", "redirect_uri": "https://x/y"}
    made = create(client, {"erpSystem": "quickbooks", "connectionName": "Q", "authType": "oauth2", "authConfig": auth})
    answer = client.get(f"/api/erp/connections/{made}")
    assert secret not in answer.text
    shown = answer.json()["connection"]["authConfig"]
    assert shown["client_secret"] == {"set": True}
    assert shown["redirect_uri"] == "https://x/y"
    stored = (hub.folders.data / "hub.db").read_bytes() + (hub.folders.data / "hub.db-wal").read_bytes()
    logged = "".join(file.read_text() for file in hub.folders.logs.glob("*.log"))
    assert secret.encode() not in stored
    assert secret not in logged
    assert hub.parts.secrets.get(made, "client_secret") == secret
    # What was shown may come back; a new value replaces, null forgets.
    client.put(f"/api/erp/connections/{made}", json={"authConfig": shown})
    assert hub.parts.secrets.get(made, "client_secret") == secret
    client.put(f"/api/erp/connections/{made}", json={"authConfig": {"client_secret": "other-1"}})
    assert hub.parts.secrets.get(made, "client_secret") == "other-1"
    gone = client.put(f"/api/erp/connections/{made}", json={"authConfig": {"client_secret": None}})
    assert "client_secret" not in gone.json()["connection"]["authConfig"]
    assert hub.parts.secrets.get(made, "client_secret") is None
    client.delete(f"/api/erp/connections/{made}")
    assert hub.parts.secrets.get(made, "refresh_token") is None


@pytest.mark.parametrize(
    ("body", "field"),
    [
        (tally(erpSystem="oracle"), "erpSystem"),
        ({"erpSystem": "tally"}, "connectionName"),
        (tally(baseUrl="nonsense"), "baseUrl"),
        (tally(authConfig={}), "authConfig.company"),
        (tally(syncEnabled="yes"), "syncEnabled"),
        (tally(autoSyncInterval=-1), "autoSyncInterval"),
        (tally(erpSystem="zoho", authConfig=KEYS, baseUrl="http://books.example"), "baseUrl"),
    ],
)
def test_bad_input_names_the_field_and_stores_nothing(client: httpx.Client, body: dict[str, Any], field: str) -> None:
    before = client.get("/api/erp/connections").json()["connections"]
    answer = client.post("/api/erp/connections", json=body)
    assert answer.status_code == 422
    assert answer.json()["error"]["details"]["field"] == field
    assert client.get("/api/erp/connections").json()["connections"] == before


def test_a_second_connection_to_the_same_books_is_refused(client: httpx.Client, connection_id: str) -> None:
    books = client.get(f"/api/erp/connections/{connection_id}").json()["connection"]["books"]
    assert books
    guid = books.get("guid") or books["company_guid"]
    auth = {"company": bootstrap.DEMO_COMPANY, "company_guid": guid, "data_folder": books.get("data_folder")}
    answer = client.post("/api/erp/connections", json=tally(authConfig=auth, baseUrl="http://other:9000"))
    assert answer.status_code == (409 if books.get("data_folder") else 201)
    if answer.status_code == 409:
        assert answer.json()["error"]["code"] == "same_books"


def test_a_test_tells_what_is_there(client: httpx.Client, connection_id: str) -> None:
    answer = client.post(f"/api/erp/connections/{connection_id}/test").json()
    assert answer["success"] is True
    assert answer["latency"] >= 0
    assert all(check["ok"] for check in answer["details"]["checks"])


def test_a_failed_test_says_what_to_do(client: httpx.Client, spare: str) -> None:
    answer = client.post(f"/api/erp/connections/{spare}/test")
    assert answer.status_code == 200
    assert answer.json()["success"] is False
    assert answer.json()["message"]
    assert answer.json()["details"]["hints"]


def test_modules_and_their_fields_come_with_samples(client: httpx.Client, connection_id: str) -> None:
    modules = client.get(f"/api/erp/connections/{connection_id}/modules").json()["modules"]
    assert {module["entity"] for module in modules} >= {"customer", "product", "order", "invoice", "payment"}
    name = next(module["name"] for module in modules if module["entity"] == "customer")
    fields = client.get(f"/api/erp/connections/{connection_id}/modules/{name}/fields").json()["fields"]
    assert any(field["path"] == "NAME" and field["sample"] for field in fields)
    assert client.get(f"/api/erp/connections/{connection_id}/modules/Nothing/fields").status_code == 404


def test_configs_are_created_shown_changed_and_deleted(client: httpx.Client, spare: str) -> None:
    body = {"connectionId": spare, "entityType": "customer_profiles", "autoSync": True, "syncFrequency": 900}
    answer = client.post("/api/erp/sync-configs", json=body)
    assert answer.status_code == 201
    made = answer.json()["syncConfig"]
    assert (made["entityType"], made["syncDirection"]) == ("customer", "bidirectional")
    path = f"/api/erp/sync-configs/{made['id']}"
    whole = client.get(path).json()["syncConfig"]
    assert whole["conflictResolution"] == "manual"
    assert "business_name" in {link["localField"] for link in whole["fieldMappings"]}
    assert client.post("/api/erp/sync-configs", json=body).status_code == 409
    links = [{"localField": "business_name", "remoteField": "NAME", "isRequired": True}]
    changes = {
        "sync_direction": "pull",
        "conflict_resolution": "remote_wins",
        "is_active": False,
        "field_mappings": links,
    }
    changed = client.put(path, json=changes).json()["syncConfig"]
    assert (changed["syncDirection"], changed["isActive"], changed["syncFrequency"]) == ("pull", False, 900)
    assert [link["remoteField"] for link in changed["fieldMappings"]] == ["NAME"]
    found = client.get("/api/erp/sync-configs", params={"connection_id": spare, "entity_type": "customers"}).json()
    assert [one["id"] for one in found["syncConfigs"]] == [made["id"]]
    assert client.delete(path).status_code == 200
    assert client.get(path).status_code == 404


def test_the_body_that_existing_integrations_send_is_taken(client: httpx.Client) -> None:
    auth = {"client_id": "1", "client_secret": "2"}
    made = create(client, {"erpSystem": "zoho", "connectionName": "Z", "authConfig": auth})
    body = {
        "connection_id": made,
        "tenant_id": "default-tenant",
        "entityType": "customer",
        "localTable": "customer_profiles_new",
        "remoteModule": "Contacts",
        "syncDirection": "bidirectional",
        "autoSync": True,
        "syncFrequency": 1800,
        "conflictResolution": "remote_wins",
        "fieldMappings": [
            {"localField": "business_name", "remoteField": "Company", "fieldType": "text", "isRequired": True},
            {"localField": "phone", "remoteField": "Phone", "fieldType": "text"},
            {"localField": "email", "remoteField": "Email", "fieldType": "text"},
            {"localField": "address", "remoteField": "Mailing_Street", "fieldType": "text"},
        ],
    }
    answer = client.post("/api/erp/sync-configs", json=body)
    assert answer.status_code == 201
    assert answer.json()["warnings"]
    whole = client.get(f"/api/erp/sync-configs/{answer.json()['syncConfig']['id']}").json()["syncConfig"]
    assert whole["localTable"] == "customer_profiles_new"
    assert len(whole["fieldMappings"]) == 4
    client.delete(f"/api/erp/connections/{made}")


def test_a_system_without_a_connector_is_stored_and_says_so(
    client: httpx.Client, hub: bootstrap.App, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_out(monkeypatch, hub.parts.registry, "quickbooks")
    made = create(client, {"erpSystem": "quickbooks", "connectionName": "Q", "authConfig": {"client_id": "1"}})
    run = client.post("/api/erp/sync", json={"connection_id": made})
    assert run.status_code == 409
    assert "QuickBooks Online" in run.json()["error"]["message"]
    tested = client.post(f"/api/erp/connections/{made}/test").json()
    assert tested["success"] is False
    assert "QuickBooks Online" in tested["message"]
    client.delete(f"/api/erp/connections/{made}")


@pytest.mark.parametrize(
    ("more", "status", "field"),
    [
        ({"entityType": "ledger"}, 422, "entityType"),
        ({"fieldMappings": [{"localField": "email", "remoteField": "E"}, {"localField": "x", "remoteField": "E"}]}, 422,
         "fieldMappings[1].localField"),
        ({"fieldMappings": [{"localField": "email"}]}, 422, "fieldMappings[0].remoteField"),
        ({"matchOn": ["nope"]}, 422, "matchOn[0]"),
        ({"conflictResolution": "coin"}, 422, "conflictResolution"),
        ({"connectionId": "unknown"}, 404, None),
    ],
)  # fmt: skip
def test_bad_configs(client: httpx.Client, spare: str, more: dict[str, Any], status: int, field: str | None) -> None:
    answer = client.post("/api/erp/sync-configs", json={"connectionId": spare, "entityType": "customer", **more})
    assert answer.status_code == status
    assert answer.json()["error"]["details"].get("field") == field
    assert client.get("/api/erp/sync-configs", params={"connection_id": spare}).json()["syncConfigs"] == []


def test_lists_go_on_from_their_cursor(client: httpx.Client, connection_id: str) -> None:
    seen: list[str] = []
    cursor = None
    while True:
        params = {"connection_id": connection_id, "limit": "2"} | ({"cursor": cursor} if cursor else {})
        page = client.get("/api/erp/sync-configs", params=params).json()
        seen += [one["entityType"] for one in page["syncConfigs"]]
        cursor = page["nextCursor"]
        if cursor is None:
            break
    assert sorted(seen) == ["customer", "invoice", "order", "payment", "product"]
    assert client.get("/api/erp/sync-configs", params={"cursor": "nonsense"}).status_code == 422


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("connections?erp_system=oracle", "erp_system"),
        ("connections?status=asleep", "status"),
        ("sync-configs?entity_type=ledger", "entity_type"),
        ("sync-records?local_entity_type=ledger", "local_entity_type"),
        ("sync-records?sync_status=lost", "sync_status"),
        ("sync-logs?status=lost", "status"),
        ("sync-logs?cursor=nonsense", "cursor"),
        ("sync-records?cursor=nonsense", "cursor"),
        ("conflicts?cursor=nonsense", "cursor"),
    ],
)
def test_a_filter_that_names_nothing_is_bad_input(client: httpx.Client, path: str, field: str) -> None:
    answer = client.get(f"/api/erp/{path}")
    assert (answer.status_code, answer.json()["error"]["details"]["field"]) == (422, field)


def test_a_table_name_filters_like_its_entity(client: httpx.Client, connection_id: str) -> None:
    params = {"connection_id": connection_id, "entity_type": "customer_profiles_new"}
    found = client.get("/api/erp/sync-configs", params=params).json()["syncConfigs"]
    assert [one["entityType"] for one in found] == ["customer"]


def test_a_config_that_comes_back_is_not_a_second_one(client: httpx.Client, spare: str) -> None:
    def create() -> httpx.Response:
        return client.post("/api/erp/sync-configs", json={"connection_id": spare, "entityType": "customer"})

    first = create().json()["syncConfig"]["id"]
    assert client.put(f"/api/erp/sync-configs/{first}", json={"is_active": False}).status_code == 200
    second = create().json()["syncConfig"]["id"]
    assert client.put(f"/api/erp/sync-configs/{first}", json={"is_active": True}).status_code == 409
    assert client.put(f"/api/erp/sync-configs/{second}", json={"is_active": True}).status_code == 200


def test_a_module_is_read_for_one_kind_of_record(client: httpx.Client, spare: str) -> None:
    """A run reads each module once: a second config for it would silently take the place of the first."""
    one = {"connection_id": spare, "entityType": "customer"}
    assert client.post("/api/erp/sync-configs", json=one).status_code == 201
    links = [{"localField": "last_name", "remoteField": "NAME"}]
    other = {"connection_id": spare, "entityType": "contact", "remoteModule": "Ledger", "fieldMappings": links}
    refused = client.post("/api/erp/sync-configs", json=other)
    assert refused.status_code == 409
    assert "customers" in refused.json()["error"]["message"]
