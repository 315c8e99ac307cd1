"""The simulated Zoho against the vendor's specification and the samples."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.simulators.zoho.spec_check import SPEC, WHY_NOT, SpecCheck
from tests.simulators.zoho_desk import LIST, NAMES, Desk, document

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT.parent / "shared" / "samples" / "zoho"


@pytest.mark.skipif(SpecCheck.load() is None, reason=WHY_NOT)
def test_every_call_and_its_answer_fit_the_specification(desk: Desk) -> None:
    """One of each, asked and answered as the vendor's document says; the fixture looks at the answers."""
    sim, bulk = desk.sim, desk.sim.url + "/crm/bulk/v8/read"
    desk.get("/org")
    desk.get("/users", type="CurrentUser")
    for module in ("Contacts", "Products", "Invoices", "Invoiced_Items"):
        desk.get("/settings/fields", module=module)
        desk.get("/settings/layouts", module=module)
    stage = next(
        one for one in desk.get("/settings/fields", module="Deals").json()["fields"] if one["api_name"] == "Stage"
    )
    desk.get(f"/settings/fields/{stage['id']}/pick_list_values", module="Deals")
    desk.get("/settings/modules")
    desk.get("/settings/modules/Contacts")
    field = {"field_label": "Hub Id", "data_type": "text", "length": 64, "unique": {"case_sensitive": False}}
    desk.http.post("/settings/fields", params={"module": "Contacts"}, json={"fields": [field]})
    made = desk.write(
        "POST", "/Contacts", {"Last_Name": "Rao", "Email": "rao@example.in"}, {"Last_Name": "Iyer"}
    ).json()
    ids = [one["details"]["id"] for one in made["data"]]
    desk.write("PUT", "/Contacts", {"id": ids[0], "Phone": "+91 22 555"}, {"id": "5", "Phone": "+91 22 555"})
    desk.write("PUT", f"/Contacts/{ids[0]}", {"Phone": "+91 22 556"}, since="2020-01-01T00:00:00+05:30")
    desk.write("POST", "/Contacts/upsert", {"Last_Name": "Bose", "Hub_Id": "7"}, duplicate_check_fields=["Hub_Id"])
    quote = desk.write("POST", "/Quotes", document(desk)).json()["data"][0]["details"]["id"]
    for path in (f"/Quotes/{quote}", f"/Contacts/{ids[1]}", "/Contacts/5", "/Contacts/actions/count"):
        desk.get(path)
    desk.get("/Contacts", **LIST)
    desk.get("/Contacts", since="2100-01-01T00:00:00+05:30", **LIST)
    desk.coql("select id, Hub_Id from Contacts where Hub_Id in ('7') limit 10")
    sim.clock.advance(120)
    desk.get("/Contacts/search", email="rao@example.in")
    desk.http.delete("/Contacts", params={"ids": f"{ids[0]},5"})
    desk.http.delete(f"/Contacts/{ids[1]}")
    desk.get("/Contacts/deleted", type="all", page=1, per_page=200, since="2020-01-01T00:00:00+05:30")
    job = desk.http.post(bulk, json={"query": {"module": {"api_name": "Contacts"}, "fields": ["Last_Name"]}}).json()
    for _ in range(3):
        desk.http.get(f"{bulk}/{job['data'][0]['details']['id']}")
    desk.http.get(f"{bulk}/{job['data'][0]['details']['id']}/result")
    channel = {"channel_id": "10000", "events": ["Contacts.all"], "notify_url": "https://example.com/x", "token": "t"}
    for method in ("POST", "PUT", "PATCH"):
        desk.http.request(method, "/actions/watch", json={"watch": [channel]})
    desk.get("/actions/watch")
    desk.http.delete("/actions/watch", params={"channel_ids": "10000"})
    asked = {entry.kind for entry in sim.requests}
    assert {entry.status for entry in sim.requests} == {200, 201, 204, 207, 304, 412}
    assert len(asked) == 20
    assert {v.problem[:170] for v in sim.violations} == set()


@pytest.mark.skipif(SpecCheck.load() is None, reason=WHY_NOT)
def test_a_request_that_breaks_the_specification_is_noted(desk: Desk) -> None:
    desk.get("/Contacts", fields=NAMES, sort_by="Phone")
    desk.get("/Contacts", fields=NAMES, sort="id")
    desk.get("/Contacts", since="Wed, 01 Jul 2026 06:30:00 GMT", fields=NAMES)
    desk.write("POST", "/Contacts", *[{"Last_Name": "Rao"}] * 101)
    desk.write("POST", "/Contacts", {"Last_Name": "Rao"}, triggers=[])
    desk.http.request("DELETE", "/Contacts", headers={"Authorization": "Bearer x"})
    assert [violation.problem.split(":")[0] for violation in desk.sim.violations] == [
        "sort_by",
        "sort",
        "if-modified-since",
        "body/data",
        "body",
        "authorization",
    ]


def _refused(desk: Desk, *records: Any) -> httpx.Response:
    return desk.write("POST", "/Contacts", *records)


def _twice(desk: Desk) -> httpx.Response:
    desk.sim.add_field("Contacts", "Unique_1", unique=True)
    _refused(desk, {"Last_Name": "Rao", "Unique_1": "a"})
    return _refused(desk, {"Last_Name": "Rao", "Unique_1": "A"})


def _stale(desk: Desk) -> httpx.Response:
    id = desk.sim.add("Contacts", Last_Name="Rao")
    return desk.write("PUT", f"/Contacts/{id}", {"Phone": "1"}, since="2020-01-01T00:00:00+05:30")


def _mixed_delete(desk: Desk) -> httpx.Response:
    return desk.http.delete(
        "/Contacts", params={"ids": f"{desk.sim.add('Contacts', Last_Name='Rao')},4150868000005067099"}
    )


def _deleted_list(desk: Desk) -> httpx.Response:
    ids = [desk.sim.add("Contacts", Last_Name="Rao") for _ in range(2)]
    for id in ids:
        desk.sim.delete("Contacts", id)
    desk.sim.purge("Contacts", ids[1])
    return desk.get("/Contacts/deleted")


def _signed(desk: Desk, header: str | None) -> httpx.Response:
    del desk.http.headers["Authorization"]
    return desk.http.get("/org", headers={"Authorization": header} if header else {})


def _narrow(desk: Desk) -> httpx.Response:
    desk.sign("ZohoCRM.modules.contacts.READ")
    return desk.get("/org")


def _watching(desk: Desk) -> httpx.Response:
    channel = {"channel_id": "1", "events": ["Deals.all"], "notify_url": "https://example.com/x"}
    return desk.http.post("/actions/watch", json={"watch": [channel, {**channel, "channel_id": None}]})


SAME_AS: dict[str, Callable[[Desk], httpx.Response]] = {
    "deleted_records": _deleted_list,
    "error_AUTHENTICATION_FAILURE_401": lambda desk: _signed(desk, None),
    "error_INVALID_TOKEN_401": lambda desk: _signed(desk, "Zoho-oauthtoken 1000.of.elsewhere"),
    "error_OAUTH_SCOPE_MISMATCH_401": _narrow,
    "error_DISCRETE_PAGINATION_LIMIT_EXCEEDED_400": lambda desk: desk.get("/Contacts", fields=NAMES, page=11),
    "error_DUPLICATE_DATA_400": _twice,
    "error_ALREADY_MODIFIED_412": _stale,
    "error_INVALID_DATA_TYPE_400": lambda desk: _refused(desk, {"Last_Name": "R", "Date_of_Birth": "today"}),
    "error_INVALID_DATA_LENGTH_400": lambda desk: _refused(desk, {"Last_Name": "R" * 81}),
    "error_INVALID_URL_PATTERN_404": lambda desk: desk.http.get("/a/b/c/d"),
    "error_MANDATORY_NOT_FOUND_400": lambda desk: _refused(desk, {"First_Name": "R"}),
    "error_MULTIPLE_OR_MULTI_ERRORS_400": lambda desk: _refused(desk, {"Last_Name": None, "Phone": "call me"}),
    "get_records_page1": lambda desk: [desk.sim.add("Leads", Last_Name=n) for n in "ab"] and desk.get("/Leads", **LIST),
    "insert_success_201": lambda desk: _refused(desk, {"Last_Name": "Rao"}),
    "oas_coql_MANDATORY_NOT_FOUND_400": lambda desk: desk.http.post("/coql", json={}),
    "oas_coql_invalid_operator_400": lambda desk: desk.coql("select id from Leads where First_Name > 'A'"),
    "oas_coql_limit_zero_400": lambda desk: desk.coql("select id from Leads where id is not null limit 0"),
    "oas_coql_missing_where_400": lambda desk: desk.coql("select id from Leads"),
    "oas_coql_not_supported_400": lambda desk: desk.coql("update Leads set Phone = 1"),
    "oas_delete_REQUIRED_PARAM_MISSING_400": lambda desk: desk.http.delete("/Contacts"),
    "oas_delete_mixed_207": _mixed_delete,
    "oas_delete_one_not_deleted_400": lambda desk: desk.http.delete("/Contacts/5"),
    "oas_deleted_PATTERN_NOT_MATCHED_400": lambda desk: desk.get("/Contacts/deleted", type="some"),
    "oas_get_records_INVALID_MODULE_400": lambda desk: desk.get("/Persons", fields=NAMES),
    "oas_get_records_LIMIT_EXCEEDED_400": lambda desk: desk.get(
        "/Contacts", fields=",".join(f"F{n}" for n in range(51))
    ),
    "oas_get_records_REQUIRED_PARAM_MISSING_400": lambda desk: desk.get("/Contacts"),
    "oas_get_records_TOKEN_BOUND_DATA_MISMATCH_400": lambda desk: desk.get("/Contacts", fields=NAMES, page_token="a"),
    "oas_search_EXPECTED_PARAM_MISSING_400": lambda desk: desk.get("/Contacts/search"),
    "oas_write_INVALID_MODULE_400": lambda desk: desk.write("POST", "/Persons", {"Last_Name": "R"}),
    "oas_write_LIMIT_EXCEEDED_400": lambda desk: _refused(desk, *[{"Last_Name": "R"}] * 101),
    "watch_multistatus_207": _watching,
}


def _same(ours: Any, theirs: Any, at: str = "$") -> Iterator[str]:
    """What the sample has and ours has not: names, kinds, codes and messages. Values of records may be any."""
    if isinstance(theirs, dict) and isinstance(ours, dict):
        for name in theirs.keys() - ours.keys() - _OF_THAT_ORG:
            yield f"{at}.{name} is missing"
        for name in theirs.keys() & ours.keys():
            yield from _same(ours[name], theirs[name], f"{at}.{name}")
    elif isinstance(theirs, list) and isinstance(ours, list):
        for one, other in zip(ours, theirs, strict=False):
            yield from _same(one, other, f"{at}[]")
    elif type(ours) is not type(theirs) and None not in (ours, theirs):
        yield f"{at} is {ours!r}, not as {theirs!r}"
    elif re.search(r"\.(code|status)$", at) and ours != theirs:
        yield f"{at} is {ours!r}, not {theirs!r}"


#: Of the sample's own org and request: fields, a layout rule, who owns a record.
_OF_THAT_ORG = {"layout_rule", "zuid", "Converted_Date_Time", "Converted__s", "Record_Status__s"}


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples are not there")
@pytest.mark.parametrize("name", sorted(SAME_AS))
def test_what_it_answers_looks_like_the_sample(desk: Desk, name: str) -> None:
    answer = SAME_AS[name](desk)
    sample = json.loads((SAMPLES / f"{name}.json").read_text())
    status = re.search(r"_(\d{3})$", name)
    assert answer.status_code == (int(status[1]) if status else 200)
    ours = answer.json()
    if name == "error_MULTIPLE_OR_MULTI_ERRORS_400":
        assert [one["code"] for one in ours["data"][0]["details"].pop("errors")] == [
            "INVALID_DATA",
            "MANDATORY_NOT_FOUND",
        ]
        sample["data"][0]["details"].pop("errors")
    assert list(_same(ours, sample)) == []


def test_the_specification_is_where_it_is_looked_for() -> None:
    """Beside the repository, when that has a neighbour named ``shared``."""
    assert SPEC.is_file() or not (ROOT.parent / "shared" / "specs" / "zoho").is_dir()
