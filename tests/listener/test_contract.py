"""The contract's table of calls (§2), row by row, and the calls beyond it: what is asked, the status, and what stands in the
answer.

What a call does beyond that is in the other modules; every answer is held against the OpenAPI document besides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from app import bootstrap

GONE = "019ab3c0-0000-7000-8000-000000000000"

CONNECTION = set(
    "id connectionName erpSystem status tenantId authType authConfig baseUrl apiVersion organizationId syncEnabled "
    "autoSyncInterval syncDirection".split()
)
CONFIG = set(
    "id connectionId entityType localTable remoteModule syncDirection autoSync syncFrequency conflictResolution deletePolicy "
    "filter matchOn hubKeyField isActive fieldMappings".split()
)
MAPPING = set(
    "localField remoteField fieldType direction isRequired isReadonly defaultValue transform valueMap validation".split()
)
RESULT = set("logId recordsProcessed recordsSuccess recordsFailed recordsSkipped conflicts".split())
CUSTOMER = set(
    "id version created_at updated_at deleted_at source custom business_name contact_person email phone mobile website address "
    "city state pincode country gstin pan gst_registration_type customer_group credit_limit credit_days opening_balance "
    "closing_balance currency notes is_active".split()
)
INVOICE = set(
    "id version created_at updated_at deleted_at source custom number date customer due_date status reference place_of_supply "
    "narration lines taxes subtotal tax_total round_off total balance_due".split()
)
LINE = set("product description hsn_code quantity unit rate discount_percent gst_rate amount".split())
LOG = {"id", "connectionId", "syncConfigId", "status", "counts", "phases", *RESULT - {"logId"}}

#: (call, query, path into the answer, keys that must be there). A list is looked at by its first element.
READING: list[tuple[str, dict[str, Any], str, set[str]]] = [
    ("/health", {}, "", {"status", "version"}),
    ("/api/erp/connections", {}, "connections", CONNECTION),
    ("/api/erp/connections", {"tenant_id": "default-tenant"}, "connections", CONNECTION),
    ("/api/erp/connections", {"erp_system": "tally"}, "connections", CONNECTION),
    ("/api/erp/connections", {"status": "active", "limit": 1000}, "connections", CONNECTION),
    ("/api/erp/connections/{connection}", {}, "connection", CONNECTION),
    ("/api/erp/connections/{connection}/modules", {}, "modules", {"name", "title", "entity"}),
    ("/api/erp/connections/{connection}/modules/Ledger/fields", {}, "fields", {"path", "title", "type", "sample"}),
    ("/api/erp/sync-configs", {}, "syncConfigs", CONFIG),
    ("/api/erp/sync-configs", {"connection_id": "{connection}"}, "syncConfigs", CONFIG),
    ("/api/erp/sync-configs", {"entity_type": "customer"}, "syncConfigs.fieldMappings", MAPPING),
    ("/api/erp/sync-configs/{config}", {}, "syncConfig", CONFIG),
    ("/api/erp/sync-configs/{config}", {}, "syncConfig.fieldMappings", MAPPING),
    ("/api/erp/sync-logs", {}, "syncLogs", LOG),
    ("/api/erp/sync-logs", {"connection_id": "{connection}", "limit": 1}, "syncLogs", LOG),
    ("/api/erp/sync-logs", {"status": "completed"}, "syncLogs", LOG),
    ("/api/erp/sync-logs", {"sync_config_id": "{config}"}, "syncLogs", LOG),
    ("/api/erp/sync-logs/{log}", {}, "syncLog", {*LOG, "errors"}),
    ("/api/erp/sync-records", {"connection_id": "{connection}"}, "syncRecords", {"localEntityType", "localEntityId"}),
    ("/api/erp/sync-records", {"local_entity_type": "customer"}, "syncRecords", {"remoteId", "syncStatus"}),
    ("/api/erp/sync-records", {"local_entity_id": "{record}"}, "syncRecords", {"remoteId", "syncStatus"}),
    ("/api/erp/sync-records", {"sync_status": "synced", "limit": 3}, "syncRecords", {"remoteId", "syncStatus"}),
    ("/api/erp/conflicts", {}, "conflicts", {"id", "entityType", "localId", "remoteId", "fields"}),
    ("/api/erp/conflicts", {}, "conflicts.fields", {"name", "base", "local", "remote"}),
    ("/api/erp/records/customer", {}, "records", CUSTOMER),
    ("/api/erp/records/customer_profiles", {"q": "a"}, "records", CUSTOMER),
    ("/api/erp/records/customers",
      {"updated_since": "2020-01-01T00:00:00Z", "include_deleted": "true"}, "records", CUSTOMER),
    ("/api/erp/records/invoices", {}, "records", INVOICE),
    ("/api/erp/records/invoices", {}, "records.lines", LINE),
    ("/api/erp/records/invoices", {}, "records.customer", {"id", "label"}),
    ("/api/erp/records/customer/{record}", {}, "record", CUSTOMER),
    ("/api/erp/records/customer/{record}/history", {}, "history", {"version", "changes", "source", "at"}),
    ("/api/erp/records/customer/{gone}/history", {"limit": 1}, "history", {"version", "changes", "source", "at"}),
    ("/api/erp/webhooks", {}, "webhooks", {"id", "webhookUrl", "subscribedEvents", "entityTypes", "connectionId"}),
    ("/api/erp/webhooks", {"connection_id": "{connection}"}, "webhooks", {"id", "webhookUrl"}),
    ("/api/erp/webhook-events", {"webhook_id": "{hook}", "limit": 3}, "", {"webhookEvents", "nextCursor"}),
    ("/api/erp/webhook-events", {"status": "failed"}, "", {"webhookEvents", "nextCursor"}),
    ("/api/erp/transform-templates", {}, "transformTemplates", {"id", "name", "kind", "definition"}),
    ("/api/erp/transform-templates/{template}", {}, "transformTemplate", {"id", "name", "kind", "definition"}),
    ("/api/erp/rate-limits", {"connection_id": "{connection}"}, "", {"rateLimits"}),
    ("/api/erp/dashboard", {}, "dashboard",
      {"connections", "syncStats", "recentSyncs", "activeWebhooks", "openConflicts", "nextRuns"}),
    ("/api/erp/dashboard", {}, "dashboard.connections", {"erp_system", "status", "count"}),
    ("/api/erp/dashboard", {}, "dashboard.syncStats",
      {"total_syncs", "completed", "failed", "total_records", "successful_records"}),
    ("/api/erp/dashboard", {}, "dashboard.recentSyncs", LOG),
]  # fmt: skip

SYNC = "/api/erp/sync"
#: (method, call, body, status, path into the answer, keys).
DOING: list[tuple[str, str, dict[str, Any] | None, int, str, set[str]]] = [
    ("POST", "/api/erp/connections/{connection}/test", None, 200, "", {"success", "message", "latency", "details"}),
    ("PUT", "/api/erp/connections/{connection}",
      {"sync_enabled": True, "auto_sync_interval": None}, 200, "connection", CONNECTION),
    ("PUT", "/api/erp/connections/{connection}",
      {"tenantId": "default-tenant", "status": "active"}, 200, "connection", CONNECTION),
    ("PUT", "/api/erp/sync-configs/{config}",
      {"sync_direction": "bidirectional", "auto_sync": False, "sync_frequency": 600,
      "is_active": True, "conflict_resolution": "manual", "tenant_id": "default-tenant"}, 200, "syncConfig", CONFIG),
    ("POST", SYNC, {"sync_config_id": "{config}"}, 200, "result", RESULT),
    ("POST", SYNC,
      {"connection_id": "{connection}", "sync_direction": "pull", "sync_type": "full", "triggered_by": "crm"}, 200, "",
      {"success", "result", "status", "error"}),
    ("POST", SYNC,
      {"syncConfigId": "{config}", "syncType": "incremental", "tenant_id": "default-tenant"}, 200, "result", RESULT),
    ("POST", SYNC, {"connectionId": "{connection}", "syncType": "webhook", "dryRun": True}, 200, "plan",
      {"id", "counts", "items"}),
    ("POST", SYNC, {"connectionId": "{connection}", "dry_run": True}, 200, "plan.counts.remote",
      {"create", "update", "delete", "link", "conflict"}),
    ("POST", SYNC, {"connectionId": "{connection}", "dry_run": True}, 200, "plan.items",
      {"action", "side", "entityType", "localId", "remoteId", "fields", "reason"}),
    ("POST", SYNC, {"connection_id": "{connection}", "wait": False}, 202, "", {"logId"}),
    ("POST", "/api/erp/sync/{log}/cancel", None, 409, "error", {"code", "message", "details"}),
    ("POST", "/api/erp/sync/{log}/approve", {"reject": True}, 409, "error", {"code", "message", "details"}),
    ("POST", "/api/erp/sync/{log}/approve", None, 409, "error", {"code", "message", "details"}),
    ("POST", SYNC, {}, 422, "error.details", {"field"}),
    ("POST", SYNC, {"connection_id": GONE}, 404, "error", {"code", "message", "details"}),
    ("POST", SYNC, {"sync_config_id": GONE}, 404, "error", {"code", "message", "details"}),
    ("POST", SYNC, {"connection_id": "{connection}", "sync_type": "sideways"}, 422, "error.details", {"field"}),
    ("POST", SYNC, {"connection_id": "{connection}", "sync_direction": "sideways"}, 422, "error.details", {"field"}),
    ("POST", "/api/erp/conflicts/{conflict}/resolve", {"resolution": "coin"}, 422, "error.details", {"field"}),
    ("POST", "/api/erp/connections", {"erpSystem": "abacus"}, 422, "error.details", {"field"}),
    ("POST", "/api/erp/sync-configs", {"connection_id": "{connection}"}, 422, "error.details", {"field"}),
    ("POST", SYNC, {"connection_id": "{connection}", "connectionId": GONE}, 422, "error.details", {"field"}),
    ("POST", SYNC, {"connection_id": "{connection}", "connectionId": "{connection}", "wait": False}, 202, "", {"logId"}),
    ("GET", "/api/erp/sync-logs?status=", None, 422, "error.details", {"field"}),
    ("PUT", "/api/erp/sync-configs/{config}", {"tenantId": None}, 200, "syncConfig", CONFIG),
    ("POST", "/api/erp/records/customer", {"phone": 5}, 422, "error.details", {"field"}),
    ("PUT", "/api/erp/records/customer/{record}", {"custom": {}, "tenantId": "default-tenant"}, 200, "record", CUSTOMER),
    ("POST", "/api/erp/webhooks", {"connectionId": "{connection}", "subscribedEvents": 1}, 422, "error.details", {"field"}),
    ("PUT", "/api/erp/webhooks/{hook}",
      {"subscribed_events": ["create"], "tenantId": "default-tenant"}, 200, "webhook", {"id", "webhookUrl"}),
    ("POST", "/api/erp/webhooks/{hook}/receive", {"event": "update"}, 401, "error", {"code", "message", "details"}),
    ("POST", "/api/erp/transform-templates", {"name": "X"}, 422, "error.details", {"field"}),
    ("PUT", "/api/erp/transform-templates/{template}", {"tenant_id": "default-tenant"}, 200, "transformTemplate", {"id"}),
    ("PUT", "/api/erp/rate-limits", {"connection_id": "{connection}"}, 422, "error.details", {"field"}),
]  # fmt: skip

_ERROR = {"code", "message", "details"}
_CONNECTION, _CONFIG = "/api/erp/connections/{connection}", "/api/erp/sync-configs/{config}"
_TEMPLATES = "/api/erp/transform-templates"
#: What the contract does not name, in the same form.
BEYOND: list[tuple[str, str, dict[str, Any] | None, int, str, set[str]]] = [
    ("POST", f"{_CONNECTION}/authorize", None, 409, "error", _ERROR),
    ("POST", f"{_CONNECTION}/authorize", {"redirect_uri": 1}, 422, "error.details", {"field"}),
    ("POST", f"{_CONNECTION}/authorize/complete", {"redirectedTo": "https://x.example/?code=a&state=b"}, 409, "error", _ERROR),
    ("POST", f"{_CONNECTION}/authorize/withdraw", None, 409, "error", _ERROR),
    ("GET", f"{_CONNECTION}/choices", None, 200, "choices", {"name", "options", "chosen", "neededFor"}),
    ("PUT", f"{_CONNECTION}/choices", {"choices": {}}, 200, "choices", {"name", "options", "chosen", "neededFor"}),
    ("GET", f"{_CONNECTION}/totals", None, 200, "totals", {"entity", "month", "hereAmount", "thereAmount", "differs"}),
    ("GET", f"{_CONNECTION}/totals/Sales/2026-08", None, 200, "", {"differences"}),
    ("POST", f"{_CONFIG}/check", {}, 200, "", {"canBeSaved", "faults"}),
    ("POST", f"{_CONFIG}/preview", {"record_id": "{record}"}, 200, "rows", {"localField", "remoteField", "becomes"}),
    ("POST", f"{_CONFIG}/effects", {"fieldMappings": []}, 200, "", {"records", "fields"}),
    ("POST", "/api/erp/sync-records/{link}/pause", {"paused": False}, 200, "syncRecord", {"remoteId", "paused"}),
    ("POST", "/api/erp/records/customer/{gone}/restore", None, 200, "record", CUSTOMER),
    ("POST", "/api/erp/conflicts/{conflict}/take-back", None, 409, "error", _ERROR),
    ("GET", "/api/erp/webhooks/{hook}", None, 200, "webhook", {"id", "webhookUrl", "verification"}),
    ("GET", f"{_TEMPLATES}/export", None, 200, "templates", {"name", "kind", "definition"}),
    ("POST", f"{_TEMPLATES}/import", {"format": 99, "templates": []}, 422, "error.details", {"field"}),
    ("GET", f"{_TEMPLATES}/{{template}}/versions", None, 200, "versions", {"version", "definition", "at"}),
    ("GET", f"{_TEMPLATES}/{{template}}/uses", None, 200, "", {"usedBy"}),
    ("POST", f"{_TEMPLATES}/{{template}}/restore", {"version": 1}, 200, "transformTemplate", {"id", "version"}),
]  # fmt: skip

_GET = (
    "connections/{}", "connections/{}/modules", "connections/{}/modules/Ledger/fields", "connections/{}/choices",
    "connections/{}/totals", "connections/{}/totals/Sales/2026-08", "sync-configs/{}", "sync-logs/{}", "webhooks/{}",
    "records/customer/{}", "records/customer/{}/history", "transform-templates/{}", "transform-templates/{}/versions",
    "transform-templates/{}/uses",
)  # fmt: skip
_PUT = ("connections/{}", "sync-configs/{}", "webhooks/{}", "records/deal/{}", "transform-templates/{}")
_POST = (
    "connections/{}/test", "connections/{}/authorize", "connections/{}/authorize/withdraw", "sync/{}/cancel",
    "sync/{}/approve", "sync-logs/{}/undo", "sync-errors/{}/retry", "records/customer/{}/restore",
    "webhook-events/{}/replay", "conflicts/{}/take-back",
)  # fmt: skip
UNKNOWN = [
    *(("GET", f"/api/erp/{path}", None) for path in _GET),
    *(("PUT", f"/api/erp/{path}", {}) for path in _PUT),
    *(("DELETE", f"/api/erp/{path}", None) for path in _PUT),
    *(("POST", f"/api/erp/{path}", None) for path in _POST),
    ("POST", "/api/erp/connections/{}/authorize/complete", {"code": "a", "state": "b"}),
    ("PUT", "/api/erp/connections/{}/choices", {"choices": {}}),
    ("POST", "/api/erp/sync-configs/{}/check", {}),
    ("POST", "/api/erp/sync-configs/{}/preview", {}),
    ("POST", "/api/erp/sync-configs/{}/effects", {"fieldMappings": []}),
    ("POST", "/api/erp/sync-records/{}/pause", {"paused": True}),
    ("POST", "/api/erp/conflicts/{}/resolve", {"resolution": "local"}),
    ("POST", "/api/erp/transform-templates/{}/restore", {"version": 1}),
    ("GET", "/api/erp/records/{}", None),
    ("POST", "/api/erp/records/{}", {}),
]  # fmt: skip


@pytest.fixture(scope="module")
def ids(hub: bootstrap.App) -> Iterator[dict[str, str]]:
    """What the placeholders stand for. One record is in conflict, one waits to be sent, one template is there."""
    assert hub.simulator is not None
    services = hub.services
    connection = services.connections.named(bootstrap.DEMO_COMPANY).id
    config = services.configs.list(connection, "customer")[0].id
    one, two = services.records.page("customer")[0][4:6]
    services.records.update("customer", one["id"], {"phone": "1"})
    hub.simulator.control.edit_customer(bootstrap.DEMO_COMPANY, one["business_name"], phone="2")
    log = services.runs.start(config_id=config)
    services.runs.wait(log, 60)
    (conflict,) = services.conflicts.list("open")[0]
    services.configs.update(services.configs.list(connection, "product")[0].id, {"is_active": True})
    services.records.create("product", {"name": "Waits to be sent", "unit": "nos"})
    template = services.templates.create(
        {"name": "Contract", "kind": "field", "definition": {"transform": [{"name": "trim"}]}}
    )
    hook, _token = services.webhooks.create({"connection_id": connection})
    gone = services.records.create("customer", {"business_name": "Gone & Sons"})["id"]
    services.records.delete("customer", gone)
    yield {
        "connection": connection,
        "config": config,
        "log": log,
        "record": two["id"],
        "gone": gone,
        "link": str(services.records.links(two["id"])[0].id),
        "conflict": conflict.id,
        "template": template.id,
        "hook": hook.id,
    }
    services.records.delete("customer", gone)
    services.webhooks.delete(hook.id)
    services.templates.delete(template.id)
    services.conflicts.resolve(conflict.id, "remote")


@pytest.mark.parametrize(
    ("call", "query", "place", "keys"), READING, ids=[f"{at} {row[0]}" for at, row in enumerate(READING)]
)
def test_reading(
    client: httpx.Client, ids: dict[str, str], call: str, query: dict[str, Any], place: str, keys: set[str]
) -> None:
    filled = {name: str(value).format(**ids) for name, value in query.items()}
    answer = client.get(call.format(**ids), params=filled)
    assert answer.status_code == 200, answer.text
    body = answer.json()
    assert keys <= at(body, place).keys()
    if call != "/health":
        assert body["success"] is True
    if isinstance(body.get(place), list):
        assert "nextCursor" in body or place in {"modules", "fields"}
        assert len(body[place]) <= int(query.get("limit", 50))


@pytest.mark.parametrize(
    ("method", "call", "body", "status", "place", "keys"),
    [*DOING, *BEYOND],
    ids=[f"{at} {row[1]}" for at, row in enumerate([*DOING, *BEYOND])],
)
def test_doing(
    client: httpx.Client,
    ids: dict[str, str],
    method: str,
    call: str,
    body: dict[str, Any] | None,
    status: int,
    place: str,
    keys: set[str],
) -> None:
    answer = client.request(method, call.format(**ids), json=filled_in(body, ids))
    assert answer.status_code == status, answer.text
    assert keys <= at(answer.json(), place).keys()
    assert answer.json()["success"] is (status < 400)


def test_every_call_has_its_rows(document: dict[str, Any]) -> None:
    """Each call of the document is in a table; each with an id in its address among the unknown ones, too."""
    unknown = {(method, call) for method, call, _ in UNKNOWN}
    asked = {*unknown, *(("GET", row[0]) for row in READING), *(row[:2] for row in [*DOING, *BEYOND])}

    def is_in(rows: set[tuple[str, str]], method: str, path: str) -> bool:
        shape = re.compile(re.sub(r"\{\w+\}", "[^/]+", path))
        return any(row[0] == method and shape.fullmatch(row[1]) for row in rows)

    calls = [(method.upper(), path) for path, methods in document["paths"].items() for method in methods]
    assert [call for call in calls if not is_in(asked, *call)] == []
    needing = [call for call in calls if "{" in call[1] and not call[1].endswith("/receive")]
    assert [call for call in needing if not is_in(unknown, *call)] == []


@pytest.mark.parametrize(("method", "call", "body"), UNKNOWN)
def test_unknown_ids(bare: httpx.Client, token: str, method: str, call: str, body: dict[str, Any] | None) -> None:
    """401 before 404 and 422; then 404, in the shape of every error."""
    for ident in (GONE, "nonsense"):
        path = call.format(ident)
        assert bare.request(method, path, json=body).status_code == 401
        answer = bare.request(method, path, json=body, headers={"Authorization": f"Bearer {token}"})
        assert answer.status_code == 404
        assert answer.json()["success"] is False
        assert answer.json()["error"].keys() == {"code", "message", "details"}


@pytest.mark.parametrize("system", ["tally", "zoho", "quickbooks", "sap", "custom"])
def test_every_system_is_stored_with_the_defaults(client: httpx.Client, system: str) -> None:
    keys = {"client_id": "1", "client_secret": "2"}
    user = {"company_db": "D", "username": "u", "password": "p"}
    needed = {"tally": {"company": "C"}, "zoho": keys, "quickbooks": keys, "sap": user}
    auth = {"redirect_uri": "https://x.example/cb", **needed.get(system, {})}
    sent = {
        "erpSystem": system,
        "connectionName": "D",
        "authConfig": auth,
        "baseUrl": "https://h.example:1",
        "apiVersion": "v99",
    }
    made = client.post("/api/erp/connections", json=sent).json()["connection"]
    path = f"/api/erp/connections/{made['id']}"
    whole = client.get(path).json()["connection"]
    assert made == {"id": made["id"], "connectionName": "D", "erpSystem": system, "status": "active"}
    assert (whole["tenantId"], whole["syncEnabled"], whole["syncDirection"]) == (
        "default-tenant",
        True,
        "bidirectional",
    )
    assert (whole["authConfig"]["redirect_uri"], whole["apiVersion"]) == ("https://x.example/cb", "v99")
    links = [{"localField": "name", "remoteField": "Whatever_Name"}]
    sent = {"connection_id": made["id"], "entityType": "deal", "remoteModule": "Deals", "fieldMappings": links}
    answer = client.post("/api/erp/sync-configs", json=sent)
    assert (answer.status_code, bool(answer.json()["warnings"])) == (201, True)
    config = client.get(f"/api/erp/sync-configs/{answer.json()['syncConfig']['id']}").json()["syncConfig"]
    assert (config["autoSync"], config["isActive"], config["syncDirection"]) == (False, True, "bidirectional")
    assert (config["conflictResolution"], config["deletePolicy"], config["tenantId"]) == (
        "manual",
        "flag",
        "default-tenant",
    )
    assert (config["fieldMappings"][0]["direction"], config["matchOn"]) == ("both", [])
    assert client.delete(path).json() == {"success": True}
    assert client.get(f"/api/erp/sync-configs/{config['id']}").status_code == 404


def test_a_sync_that_can_not_reach_the_system_is_answered(client: httpx.Client, spare: str) -> None:
    assert (
        client.post("/api/erp/sync-configs", json={"connection_id": spare, "entityType": "customer"}).status_code == 201
    )
    answer = client.post(SYNC, json={"connection_id": spare})
    body = answer.json()
    assert (answer.status_code, body["success"], body["status"]) == (200, True, "failed")
    assert body["error"]["message"]
    assert body["result"].keys() == RESULT


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("connections", "connections"),
        ("sync-configs", "syncConfigs"),
        ("sync-logs", "syncLogs"),
        ("sync-records", "syncRecords"),
        ("records/invoice", "records"),
        ("transform-templates", "transformTemplates"),
        ("webhooks", "webhooks"),
        ("conflicts?status=resolved", "conflicts"),
    ],
)
def test_lists_go_on_from_their_cursor_to_their_end(
    client: httpx.Client, ids: dict[str, str], path: str, name: str
) -> None:
    whole = client.get(f"/api/erp/{path}", params={"limit": 1000}).json()
    assert whole["nextCursor"] is None
    assert client.get(f"/api/erp/{path}", params={"limit": 1001}).status_code == 422
    paged: list[Any] = []
    cursor: str | None = ""
    while cursor is not None:
        page = client.get(f"/api/erp/{path}", params={"limit": 2, **({"cursor": cursor} if cursor else {})}).json()
        paged, cursor = [*paged, *page[name]], page["nextCursor"]
    assert [one["id"] for one in paged] == [one["id"] for one in whole[name]]


def at(body: Any, place: str) -> Any:
    """What stands at a dotted place; of a list its first element that has something there."""
    for name in filter(None, place.split(".")):
        body = next((one[name] for one in body if one[name]), None) if isinstance(body, list) else body[name]
        assert body, f"nothing in {place}"
    return body[0] if isinstance(body, list) else body


def filled_in(body: dict[str, Any] | None, ids: dict[str, str]) -> dict[str, Any] | None:
    if body is None:
        return None
    return {name: value.format(**ids) if isinstance(value, str) else value for name, value in body.items()}
