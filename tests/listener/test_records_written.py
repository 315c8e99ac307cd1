"""Records made, changed and deleted over REST. Every answer is held against the OpenAPI document."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
from sqlalchemy import select

from app import bootstrap
from app.db.tables import dirty, entity_tables

PATH = "/api/erp/records"
Make = Callable[..., dict[str, Any]]


@pytest.fixture
def make(client: httpx.Client) -> Iterator[Make]:
    """Makes records that go with the test."""
    made: list[str] = []

    def one(entity: str, **fields: Any) -> dict[str, Any]:
        answer = client.post(f"{PATH}/{entity}", json=fields)
        assert answer.status_code == 201, answer.text
        record: dict[str, Any] = answer.json()["record"]
        made.append(f"{PATH}/{entity}/{record['id']}")
        return record

    yield one
    for path in made:
        client.delete(path)


@pytest.mark.parametrize("name", ["customer", "customers", "customer_profiles", "customer_profiles_new"])
def test_created_under_every_name_of_the_entity(client: httpx.Client, make: Make, name: str) -> None:
    made = make(name, business_name="Written & Sons", credit_limit=1000.5, custom={"Zone": "N"})
    assert (made["credit_limit"], made["custom"], made["version"], made["source"]) == (
        "1000.50",
        {"Zone": "N"},
        1,
        "api",
    )
    assert (made["is_active"], made["phone"], made["deleted_at"]) == (True, None, None)
    assert client.get(f"{PATH}/customer/{made['id']}").json()["record"] == made
    (first,) = client.get(f"{PATH}/customer/{made['id']}/history").json()["history"]
    assert (first["version"], first["action"], first["source"]) == (1, "create", "api")


def test_a_document_with_its_lines(make: Make) -> None:
    customer = make("customer", business_name="Lines & Sons")
    product = make("product", name="Blue pen", gst_rate="18")
    sent = {
        "number": "W-1",
        "date": "2026-08-01",
        "customer": "Lines & Sons",
        "lines": [
            {"product": product["id"], "quantity": 10, "rate": "12.5", "gstRate": 18, "amount": "125"},
            {"product": {"id": product["id"], "label": "whatever"}, "description": "more", "hsn_code": "9608"},
        ],
        "taxes": [{"name": "IGST", "rate": "18", "amount": "22.50"}],
        "roundOff": "-0.5",
        "total": 147,
    }
    made = make("invoices", **sent)
    assert made["customer"] == {"id": customer["id"], "label": "Lines & Sons"}
    assert [line["product"] for line in made["lines"]] == [{"id": product["id"], "label": "Blue pen"}] * 2
    first = made["lines"][0]
    assert (first["line_no"], first["quantity"], first["rate"], first["gst_rate"], first["amount"]) == (
        1, "10", "12.50", "18", "125.00",
    )  # fmt: skip
    assert (made["round_off"], made["total"], made["taxes"][0]["amount"]) == ("-0.50", "147.00", "22.50")
    payment = make(
        "payment",
        date="2026-08-02",
        customer={"id": customer["id"]},
        amount="147.00",
        allocations=[{"invoice": "W-1", "kind": "against", "amount": 147}],
    )
    assert payment["allocations"][0]["invoice"] == {"id": made["id"], "label": "W-1"}


@pytest.mark.parametrize(
    ("entity", "fields", "field"),
    [
        ("customer", {}, "business_name"),
        ("customer", {"business_name": ""}, "business_name"),
        ("customer", {"business_name": 7}, "business_name"),
        ("customer", {"business_name": "A", "businessName": "B"}, "business_name"),
        ("customer", {"business_name": "A", "closing_balance": "1"}, "closing_balance"),
        ("customer", {"business_name": "A", "credit_limit": "much"}, "credit_limit"),
        ("customer", {"business_name": "A", "credit_limit": 1234567890123456789.5}, "credit_limit"),
        ("customer", {"business_name": "A", "credit_limit": "1e999999999"}, "credit_limit"),
        ("customer", {"business_name": "A", "is_active": "yes"}, "is_active"),
        ("customer", {"business_name": "A", "shoe_size": 44}, "shoe_size"),
        ("customer", {"business_name": "A", "custom": [1]}, "custom"),
        ("customer", {"business_name": "A", "tenant_id": 5}, "tenant_id"),
        ("contact", {"last_name": "A", "customer": "Nobody at all"}, "customer"),
        ("contact", {"last_name": "A", "customer": "019ab3c0-0000-7000-8000-000000000000"}, "customer"),
        ("contact", {"last_name": "A", "customer": 5}, "customer"),
        ("deal", {"name": "A", "close_date": "soon"}, "close_date"),
        ("invoice", {"number": "1", "date": "2026-08-01"}, "customer"),
        ("invoice", {"number": "1", "customer": "X"}, "customer"),
        ("invoice", {"number": "1", "date": "2026-02-30"}, "date"),
        ("invoice", {"number": "1", "date": "2026-08-01", "status": "paid"}, "status"),
        ("invoice", {"number": "1", "date": "2026-08-01", "balance_due": "5"}, "balance_due"),
        ("invoice", {"lines": {}}, "lines"),
        ("invoice", {"lines": [5]}, "lines[0]"),
        ("invoice", {"lines": [{}, {"rate": "dear"}]}, "lines[1].rate"),
        ("invoice", {"lines": [{"colour": "blue"}]}, "lines[0].colour"),
        ("invoice", {"lines": [{"gst_rate": 1, "gstRate": 2}]}, "lines[0].gst_rate"),
        ("invoice", {"lines": [{"product": "No such product"}]}, "lines[0].product"),
        ("payment", {"allocations": [{"kind": "gift"}]}, "allocations[0].kind"),
    ],
)
def test_what_can_not_be_stored_names_the_field(
    client: httpx.Client, entity: str, fields: dict[str, Any], field: str
) -> None:
    before = client.get(f"{PATH}/{entity}", params={"limit": 1000}).json()["records"]
    answer = client.post(f"{PATH}/{entity}", json=fields)
    assert (answer.status_code, answer.json()["error"]["details"].get("field")) == (422, field), answer.text
    assert client.get(f"{PATH}/{entity}", params={"limit": 1000}).json()["records"] == before


def test_a_label_that_two_bear_is_not_enough(client: httpx.Client, make: Make) -> None:
    make("customer", business_name="Twin")
    make("customer", business_name="Twin")
    answer = client.post(f"{PATH}/contact", json={"last_name": "A", "customer": "Twin"})
    assert (answer.status_code, answer.json()["error"]["details"]["field"]) == (422, "customer")
    assert "More than one" in answer.json()["error"]["message"]


def test_only_what_is_sent_changes(client: httpx.Client, make: Make) -> None:
    made = make("customer", business_name="Change & Sons", phone="1", email="a@b.in", custom={"a": 1, "b": 2})
    path = f"{PATH}/customer/{made['id']}"
    changed = client.put(path, json={"phone": "2", "email": None, "custom": {"b": None, "c": 3}}).json()["record"]
    expected = {**made, "phone": "2", "email": None, "custom": {"a": 1, "c": 3}, "version": 2}
    assert changed == {**expected, "updated_at": changed["updated_at"]}
    same = client.put(path, json={"phone": "2"}).json()["record"]
    assert same == changed  # no version for nothing
    assert client.put(path, json=changed).json()["record"] == changed  # read, and written back whole
    assert client.put(path, json={"custom": None}).json()["record"]["custom"] == {}
    history = client.get(f"{path}/history").json()["history"]
    assert [one["version"] for one in history] == [3, 2, 1]
    assert history[1]["changes"]["phone"] == ["1", "2"]


@pytest.mark.parametrize(
    ("header", "body", "status"),
    [
        ("1", {}, 200),
        ('"1"', {}, 200),
        ('W/"1"', {}, 200),
        ("*", {}, 200),
        ("2", {}, 412),
        ('"2"', {}, 412),
        ("9" * 60, {}, 412),
        ("one", {}, 422),
        (None, {"version": 1}, 200),
        (None, {"version": 2}, 412),
        (None, {"version": "1"}, 422),
    ],
)
def test_only_the_version_that_was_seen_is_changed(
    client: httpx.Client, make: Make, header: str | None, body: dict[str, Any], status: int
) -> None:
    path = f"{PATH}/customer/{make('customer', business_name='Versions')['id']}"
    headers = {} if header is None else {"If-Match": header}
    assert client.put(path, json={"phone": "5", **body}, headers=headers).status_code == status
    assert client.get(path).json()["record"]["phone"] == ("5" if status == 200 else None)


def test_deleted_ones_are_marked(client: httpx.Client, make: Make) -> None:
    path = f"{PATH}/customer/{(made := make('customer', business_name='Going & Gone'))['id']}"
    assert client.delete(path, headers={"If-Match": '"2"'}).status_code == 412
    gone = client.delete(path, headers={"If-Match": '"1"'}).json()["record"]
    assert gone["deleted_at"]
    assert (gone["id"], gone["version"]) == (made["id"], 2)
    assert client.delete(path).json()["record"] == gone
    assert client.get(path).json()["record"] == gone
    assert client.put(path, json={"phone": "1"}).status_code == 409
    listed = client.get(f"{PATH}/customer", params={"q": "Going Gone"}).json()["records"]
    assert listed == []
    listed = client.get(f"{PATH}/customer", params={"q": "Going Gone", "include_deleted": True}).json()["records"]
    assert [one["id"] for one in listed] == [made["id"]]


def test_a_deleted_one_is_brought_back(client: httpx.Client, make: Make) -> None:
    path = f"{PATH}/customer/{(made := make('customers', business_name='Back & Forth'))['id']}"
    restore = f"{PATH}/customer_profiles/{made['id']}/restore"
    assert client.post(restore).json()["record"] == made  # it lives
    gone = client.delete(path).json()["record"]
    for stale in ("1", '"1"', 'W/"1"'):
        answer = client.post(restore, headers={"If-Match": stale})
        assert (answer.status_code, answer.json()["error"]["details"]["version"]) == (412, 2)
    assert client.post(restore, headers={"If-Match": "new"}).status_code == 422
    assert client.get(path).json()["record"] == gone
    back = client.post(restore, headers={"If-Match": '"2"'}).json()["record"]
    assert (back["version"], back["deleted_at"], back["source"]) == (3, None, "api")
    assert client.get(path).json()["record"] == back
    assert client.post(restore, json={}).json()["record"] == back
    assert client.put(path, json={"phone": "1"}).status_code == 200
    for call in (f"{PATH}/customer/x/restore", f"{PATH}/nonsense/{made['id']}/restore"):
        assert client.post(call).status_code == 404


def test_history_goes_on_from_its_cursor(client: httpx.Client, make: Make) -> None:
    path = f"{PATH}/customer/{make('customer', business_name='Long story', custom={'Zone': 'N'})['id']}"
    for number in range(3):
        client.put(path, json={"phone": str(number), "custom": {"Zone": number}})
    client.delete(path)
    whole = client.get(f"{path}/history").json()
    assert ([one["version"] for one in whole["history"]], whole["nextCursor"]) == ([5, 4, 3, 2, 1], None)
    assert [one["record"]["phone"] for one in whole["history"]] == ["2", "2", "1", "0", None]
    paged, cursor = [], ""
    while cursor is not None:
        page = client.get(f"{path}/history", params={"limit": 2, **({"cursor": cursor} if cursor else {})}).json()
        paged, cursor = [*paged, *page["history"]], page["nextCursor"]
    assert paged == whole["history"]
    for cursor in ("x", "-1", "1.5", "²", "9" * 30, ""):
        answer = client.get(f"{path}/history", params={"cursor": cursor})
        assert (answer.status_code, answer.json()["error"]["details"]["field"]) == (422, "cursor"), cursor
    assert client.get(f"{path}/history", params={"cursor": "1"}).json()["history"] == []
    assert client.get(f"{path}/history", params={"limit": 1001}).status_code == 422


def test_what_does_not_exist(client: httpx.Client) -> None:
    for call in (
        client.post(f"{PATH}/nonsense", json={}),
        client.put(f"{PATH}/nonsense/x", json={}),
        client.delete(f"{PATH}/nonsense/x"),
        client.put(f"{PATH}/customer/x", json={}),
        client.delete(f"{PATH}/customer/x"),
    ):
        assert call.status_code == 404


def test_the_connections_that_send_it_hear_of_it(hub: bootstrap.App, make: Make, connection_id: str) -> None:
    made = make("customer", business_name="Heard of", tenant_id="acme")
    with hub.parts.db.read() as conn:
        waiting = conn.execute(select(dirty.c.connection_id).where(dirty.c.local_entity_id == made["id"])).scalars()
        assert list(waiting) == [connection_id]
        table = entity_tables["customer"]
        assert conn.execute(select(table.c.tenant_id).where(table.c.id == made["id"])).scalar_one() == "acme"


def test_a_mappings_rules_hold(client: httpx.Client, spare: str) -> None:
    links = [
        {"localField": "business_name", "remoteField": "NAME", "isRequired": True},
        {"localField": "pan", "remoteField": "INCOMETAXNUMBER", "validation": [{"rule": "pan"}]},
        {"localField": "city", "remoteField": "CITY", "validation": [{"rule": "required"}]},
    ]
    body = {"connection_id": spare, "entityType": "customer", "fieldMappings": links}
    assert client.post("/api/erp/sync-configs", json=body).status_code == 201
    for fields, field in (({"pan": "nope", "city": "Pune"}, "pan"), ({}, "city")):
        answer = client.post(f"{PATH}/customer", json={"business_name": "Ruled", **fields})
        assert (answer.status_code, answer.json()["error"]["details"]["field"]) == (422, field), answer.text
    assert client.get(f"{PATH}/customer", params={"q": "Ruled"}).json()["records"] == []
