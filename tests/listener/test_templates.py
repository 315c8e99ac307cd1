"""The calls under /api/erp/transform-templates, and links that refer to a template."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

PATH = "/api/erp/transform-templates"
TRIM = {"transform": [{"name": "trim"}]}
UPPER = {"transform": [{"name": "upper", "args": None}]}


@pytest.fixture
def create(client: httpx.Client) -> Iterator[Callable[..., dict[str, Any]]]:
    """Makes templates that go with the test."""
    made: list[str] = []

    def one(name: str = "Tidy", **more: Any) -> dict[str, Any]:
        answer = client.post(PATH, json={"name": name, "kind": "field", "definition": TRIM, **more})
        assert answer.status_code == 201, answer.text
        found: dict[str, Any] = answer.json()["transformTemplate"]
        made.append(found["id"])
        return found

    yield one
    for ident in made:
        client.delete(f"{PATH}/{ident}")


def test_created_shown_changed_and_deleted(client: httpx.Client, create: Callable[..., dict[str, Any]]) -> None:
    made = create(erp_system="tally", tenantId="acme")
    assert (made["erpSystem"], made["tenantId"], made["version"], made["uses"]) == ("tally", "acme", 1, 0)
    path = f"{PATH}/{made['id']}"
    assert client.get(path).json()["transformTemplate"] == made
    changed = client.put(path, json={"definition": UPPER, "erpSystem": None}).json()["transformTemplate"]
    assert (changed["definition"], changed["version"], changed["erpSystem"]) == (
        {"transform": [{"name": "upper"}]},
        2,
        None,
    )
    assert client.delete(path).json() == {"success": True}
    calls = (
        client.get(path),
        client.put(path, json={}),
        client.delete(path),
        client.get(f"{path}/versions"),
        client.get(f"{path}/uses"),
        client.post(f"{path}/restore", json={"version": 1}),
    )
    assert [call.status_code for call in calls] == [404] * 6


def test_lists_filter_and_go_on_from_their_cursor(client: httpx.Client, create: Callable[..., dict[str, Any]]) -> None:
    ids = [create(f"T{n}", tenant_id="t7")["id"] for n in range(3)]
    create("T0", tenant_id="t8", erpSystem="zoho")
    first = client.get(PATH, params={"tenant_id": "t7", "limit": 2}).json()
    assert [one["id"] for one in first["transformTemplates"]] == ids[:2]
    rest = client.get(PATH, params={"tenant_id": "t7", "limit": 2, "cursor": first["nextCursor"]}).json()
    assert ([one["id"] for one in rest["transformTemplates"]], rest["nextCursor"]) == (ids[2:], None)
    suiting = client.get(PATH, params={"tenant_id": "t8", "erp_system": "tally"}).json()
    assert suiting["transformTemplates"] == []
    assert client.get(PATH, params={"kind": "batch"}).json()["transformTemplates"] == []
    for params in ({"kind": "chain"}, {"erp_system": "oracle"}, {"cursor": "nonsense"}):
        assert client.get(PATH, params=params).status_code == 422


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"kind": "field", "definition": TRIM}, "name"),
        ({"name": "A", "definition": TRIM}, "kind"),
        ({"name": "A", "kind": "field"}, "definition"),
        ({"name": "A", "kind": "field", "definition": {}}, "definition.transform"),
        (
            {"name": "A", "kind": "field", "definition": {"transform": [{"name": "nope"}]}},
            "definition.transform[0].name",
        ),
        ({"name": "A", "kind": "record", "definition": {"entity_type": "ledger"}}, "definition.entityType"),
    ],
)
def test_bad_input_names_the_field_and_stores_nothing(client: httpx.Client, body: dict[str, Any], field: str) -> None:
    answer = client.post(PATH, json=body)
    assert (answer.status_code, answer.json()["error"]["details"]["field"]) == (422, field)
    assert client.get(PATH).json()["transformTemplates"] == []


def test_a_name_that_is_taken(client: httpx.Client, create: Callable[..., dict[str, Any]]) -> None:
    create()
    answer = client.post(PATH, json={"name": "TIDY", "kind": "field", "definition": TRIM})
    assert (answer.status_code, answer.json()["error"]["code"]) == (409, "name_taken")


@pytest.mark.parametrize(
    ("body", "header", "status"),
    [
        ({"version": 1}, None, 200),
        ({"version": 2}, None, 412),
        ({"version": 10**30}, None, 422),
        ({}, "1", 200),
        ({}, '"1"', 200),
        ({}, 'W/"1"', 200),
        ({}, "*", 200),
        ({}, '"9"', 412),
        ({}, "abc", 422),
        ({}, "", 422),
    ],
)
def test_only_the_version_that_was_seen_is_changed(
    client: httpx.Client,
    create: Callable[..., dict[str, Any]],
    body: dict[str, Any],
    header: str | None,
    status: int,
) -> None:
    path = f"{PATH}/{create()['id']}"
    headers = {} if header is None else {"If-Match": header}
    answer = client.put(path, json={"definition": UPPER, **body}, headers=headers)
    assert answer.status_code == status, answer.text
    assert client.get(path).json()["transformTemplate"]["version"] == (2 if status == 200 else 1)


def test_an_earlier_version_comes_back(client: httpx.Client, create: Callable[..., dict[str, Any]]) -> None:
    path = f"{PATH}/{create()['id']}"
    client.put(path, json={"definition": UPPER})
    back = client.post(f"{path}/restore", json={"version": 1}).json()["transformTemplate"]
    assert (back["version"], back["definition"]) == (3, TRIM)
    versions = client.get(f"{path}/versions").json()["versions"]
    assert [one["version"] for one in versions] == [3, 2, 1]
    assert client.post(f"{path}/restore", json={"version": 7}).status_code == 404


def test_a_link_takes_a_template_by_its_id(
    client: httpx.Client, create: Callable[..., dict[str, Any]], spare: str
) -> None:
    made = create()
    link = {"localField": "city", "remoteField": "CITY", "direction": "to_local", "transform": made["id"]}
    body = {"connectionId": spare, "entityType": "customer", "fieldMappings": [link]}
    config = client.post("/api/erp/sync-configs", json=body).json()["syncConfig"]["id"]
    assert client.get(f"{PATH}/{made['id']}").json()["transformTemplate"]["uses"] == 1
    (use,) = client.get(f"{PATH}/{made['id']}/uses").json()["usedBy"]
    assert (use["connectionName"], use["entityType"], use["field"]) == ("Spare", "customer", "city")
    assert client.delete(f"{PATH}/{made['id']}").status_code == 409
    refused = client.put(f"{PATH}/{made['id']}", json={"definition": {"transform": [{"name": "number_parse"}]}})
    assert (refused.status_code, refused.json()["error"]["details"]["field"]) == (422, "definition.transform")
    path = f"/api/erp/sync-configs/{config}"
    shown = client.get(path).json()["syncConfig"]["fieldMappings"][0]
    assert shown["transform"] == made["id"]
    unknown = client.put(path, json={"field_mappings": [{**link, "transform": "gone"}]})
    assert unknown.status_code == 422
    assert unknown.json()["error"]["details"]["field"] == "fieldMappings[0].transform"
    client.put(path, json={"field_mappings": [{**link, "transform": None}]})
    assert client.delete(f"{PATH}/{made['id']}").status_code == 200


def test_an_export_is_a_body_for_an_import(client: httpx.Client, create: Callable[..., dict[str, Any]]) -> None:
    first, second = create("A", tenant_id="out"), create("B", tenant_id="out", erpSystem="tally")
    exported = client.get(f"{PATH}/export", params={"tenant_id": "out"}).json()
    assert [one["name"] for one in exported["templates"]] == ["A", "B"]
    one = client.get(f"{PATH}/export", params={"ids": [second["id"]]}).json()["templates"]
    assert one == [{"name": "B", "kind": "field", "erpSystem": "tally", "definition": TRIM}]
    assert client.get(f"{PATH}/export", params={"ids": ["gone", first["id"]]}).status_code == 422
    again = client.post(f"{PATH}/import", json={**exported, "tenantId": "out"}).json()["imported"]
    assert again == {"added": [], "same": ["A", "B"], "renamed": [], "replaced": []}
    exported["templates"][0]["definition"] = UPPER
    beside = client.post(f"{PATH}/import", json={**exported, "tenantId": "out"}).json()["imported"]
    assert beside["renamed"] == [{"name": "A", "addedAs": "A (2)"}]
    replaced = client.post(f"{PATH}/import", json={**exported, "tenantId": "out", "replace": True}).json()["imported"]
    assert replaced["replaced"] == ["A"]
    assert client.get(f"{PATH}/{first['id']}").json()["transformTemplate"]["version"] == 2
    for found in client.get(PATH, params={"tenant_id": "out"}).json()["transformTemplates"]:
        client.delete(f"{PATH}/{found['id']}")
    newer = client.post(f"{PATH}/import", json={"format": 9, "templates": []})
    assert (newer.status_code, newer.json()["error"]["details"]["field"]) == (422, "format")


def test_a_template_may_go_to_another_tenant(client: httpx.Client, create: Callable[..., dict[str, Any]]) -> None:
    path = f"{PATH}/{create('Moved')['id']}"
    assert client.put(path, json={"tenant_id": "t10"}).json()["transformTemplate"]["tenantId"] == "t10"
    assert client.put(path, json={"tenant_id": None, "name": "Here"}).json()["transformTemplate"]["tenantId"] == "t10"
    create("Here")
    answer = client.put(path, json={"tenant_id": "default-tenant"})
    assert (answer.status_code, "Here" in answer.json()["error"]["message"]) == (409, True)
    assert client.get(path).json()["transformTemplate"]["tenantId"] == "t10"
