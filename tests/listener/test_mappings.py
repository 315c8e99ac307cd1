"""Trying a mapping over the API: what is wrong with it, what becomes of a record; bad definitions change nothing."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from app import bootstrap

NAME = {"localField": "business_name", "remoteField": "NAME"}
PHONE = {"localField": "phone", "remoteField": "LEDGERPHONE"}


@pytest.fixture
def config(client: httpx.Client, spare: str) -> str:
    """A customer config of a connection that nobody answers at."""
    made = client.post("/api/erp/sync-configs", json={"connectionId": spare, "entityType": "customer"}).json()
    return f"/api/erp/sync-configs/{made['syncConfig']['id']}"


def _phone(**settings: Any) -> list[dict[str, Any]]:
    return [NAME, {**PHONE, **settings}]


def _step(name: Any, args: Any = None) -> dict[str, Any]:
    return {"transform": [{"name": name, "args": args}]}


def _rule(rule: str, **args: Any) -> dict[str, Any]:
    return {"validation": [{"rule": rule, "args": args}]}


BAD: tuple[tuple[str, Any, str], ...] = (
    ("no list", "links", "fieldMappings"),
    ("no object", [NAME, 4], "fieldMappings[1]"),
    ("nothing of ours", [{"remoteField": "NAME"}], "fieldMappings[0].localField"),
    ("empty of ours", [{"localField": " ", "remoteField": "NAME"}], "fieldMappings[0].localField"),
    ("unknown of ours", [{"localField": "phnoe", "remoteField": "NAME"}], "fieldMappings[0].localField"),
    ("no path", [{"localField": "phone", "remoteField": "A..B"}], "fieldMappings[0].remoteField"),
    ("linked twice", [NAME, PHONE, {**PHONE, "remoteField": "LEDGERMOBILE"}], "fieldMappings[2].localField"),
    ("wrong type", _phone(fieldType="telephone"), "fieldMappings[1].fieldType"),
    ("wrong way", _phone(direction="sideways"), "fieldMappings[1].direction"),
    ("default of another type", [NAME, {"localField": "credit_days", "remoteField": "D", "defaultValue": "soon"}],
     "fieldMappings[1].defaultValue"),
    ("unknown transform", _phone(**_step("shout")), "fieldMappings[1].transform[0].name"),
    ("types that don't meet", [NAME, {"localField": "credit_days", "remoteField": "D", **_step("upper")}],
     "fieldMappings[1].transform"),
    ("a template that is not there", _phone(transform="0199a0b2-0000-7000-8000-000000000000"),
     "fieldMappings[1].transform"),
    ("huge pattern", _phone(**_rule("pattern", pattern="a" * 501)), "fieldMappings[1].validation[0].args.pattern"),
    ("pattern that explodes", _phone(**_rule("pattern", pattern="(a{1,999}){1,999}")),
     "fieldMappings[1].validation[0].args.pattern"),
    ("broken pattern", _phone(**_rule("pattern", pattern="(")), "fieldMappings[1].validation[0].args.pattern"),
    ("formula too long", _phone(**_rule("formula", formula="1 = 1 or " * 2_000 + "1 = 1")),
     "fieldMappings[1].validation[0].args.formula"),
    ("formula too deep", _phone(**_rule("formula", formula="(" * 400 + "1 = 1" + ")" * 400)),
     "fieldMappings[1].validation[0].args.formula"),
    ("formula of unknown fields", _phone(**_rule("formula", formula="fax = 1")),
     "fieldMappings[1].validation[0].args.formula"),
    ("unknown rule", _phone(**_rule("nice")), "fieldMappings[1].validation[0].rule"),
    ("a rule of another type", [NAME, {"localField": "is_active", "remoteField": "A", **_rule("gstin")}],
     "fieldMappings[1].validation[0].rule"),
    ("a table of nothing", _phone(valueMap={"pairs": [["a"]]}), "fieldMappings[1].valueMap"),
    ("two values for one", _phone(valueMap={"pairs": [["a", "x"], ["b", "x"]]}), "fieldMappings[1].valueMap.pairs[1]"),
    ("no default for the rest", _phone(valueMap={"pairs": [["a", "x"]], "unmapped": "default"}),
     "fieldMappings[1].valueMap.unmapped"),
    ("both ways through a one-way transform", _phone(direction="both", **_step("substring", {"start": 1, "length": 2})),
     "fieldMappings[1].transform"),
)  # fmt: skip


@pytest.mark.parametrize(("links", "field"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_a_bad_definition_is_refused_with_its_field_and_changes_nothing(
    client: httpx.Client, config: str, links: Any, field: str
) -> None:
    before = client.get(config).json()["syncConfig"]
    answer = client.put(config, json={"fieldMappings": links, "syncDirection": "pull"})
    assert answer.status_code == 422, answer.text
    error = answer.json()["error"]
    assert error["details"]["field"] == field or error["details"]["field"].startswith(f"{field}[")
    assert error["message"]
    assert client.get(config).json()["syncConfig"] == before


@pytest.mark.parametrize(("links", "field"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_a_check_says_beforehand_what_saving_refuses(client: httpx.Client, config: str, links: Any, field: str) -> None:
    answer = client.post(f"{config}/check", json={"fieldMappings": links})
    if answer.status_code == 422:  # not even the shape of links
        assert client.put(config, json={"fieldMappings": links}).status_code == 422
        return
    assert not answer.json()["canBeSaved"]
    faults = [fault for fault in answer.json()["faults"] if fault["level"] == "error"]
    assert client.put(config, json={"fieldMappings": links}).json()["error"]["message"] in [
        one["message"] for one in faults
    ]
    assert any(str(one["field"]).startswith(field) for one in faults)


def test_every_fault_is_told_at_once(client: httpx.Client, config: str) -> None:
    links = [NAME, {**PHONE, **_step("shout")}, {"localField": "phnoe", "remoteField": "X"}]
    found = client.post(f"{config}/check", json={"fieldMappings": links}).json()
    fields = [fault["field"] for fault in found["faults"] if fault["level"] == "error"]
    assert fields == ["fieldMappings[1].transform[0].name", "fieldMappings[2].localField"]
    assert client.post(f"{config}/check", json={}).json()["canBeSaved"]  # the stored ones


def test_a_real_record_is_previewed(client: httpx.Client, hub: bootstrap.App, connection_id: str) -> None:
    config = next(one for one in hub.services.configs.list(connection_id) if one.entity_type == "customer")
    path = f"/api/erp/sync-configs/{config.id}/preview"
    record = hub.services.records.page("customer")[0][0]
    links = [NAME, {**PHONE, **_step("upper"), "direction": "to_local"}]
    found = client.post(path, json={"fieldMappings": links, "recordId": record["id"]}).json()
    assert found["label"] == record["business_name"]
    name, phone = found["rows"]
    assert name["becomes"] == name["here"] == {"text": record["business_name"], "state": "value"}
    assert (phone["localField"], phone["sent"]["state"]) == ("phone", "none")
    assert client.post(path, json={"recordId": "nobody"}).status_code == 404
    assert client.post(path, json={}).json()["rows"]


def test_what_a_change_does_to_synced_records_is_told(
    client: httpx.Client, hub: bootstrap.App, connection_id: str
) -> None:
    config = next(one for one in hub.services.configs.list(connection_id) if one.entity_type == "customer")
    path = f"/api/erp/sync-configs/{config.id}"
    links = client.get(path).json()["syncConfig"]["fieldMappings"]
    same = client.post(f"{path}/effects", json={"fieldMappings": links}).json()
    assert same["records"] >= 10
    assert same["fields"] == []
    for link in links:
        if link["localField"] == "business_name":
            link.update(_step("upper"), direction="to_local")
    changed = client.post(f"{path}/effects", json={"fieldMappings": links}).json()
    (name,) = changed["fields"]
    assert name["field"] == "business_name"
    assert name["here"] > 0
    assert name["examples"]["here"][0]["after"] == name["examples"]["here"][0]["before"].upper()
    links[0]["localField"] = "nothing"
    assert client.post(f"{path}/effects", json={"fieldMappings": links}).status_code == 422
