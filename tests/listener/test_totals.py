"""Totals and choices over REST; every answer is held against the OpenAPI document."""

from __future__ import annotations

import httpx
import pytest

from app import bootstrap


def test_months_and_their_documents(client: httpx.Client, hub: bootstrap.App, connection_id: str) -> None:
    path = f"/api/erp/connections/{connection_id}/totals"
    rows = client.get(path, params={"first": "2026-07", "last": "2026-09"}).json()["totals"]
    assert [row for row in rows if row["differs"]] == []
    assert {row["entity"] for row in rows} == {"order", "invoice", "payment"}
    row = next(row for row in rows if row["entity"] == "invoice" and row["hereCount"])
    assert row["hereAmount"] == row["thereAmount"]
    assert client.get(f"{path}/Sales/{row['month']}").json() == {"success": True, "differences": []}
    assert hub.simulator is not None
    books = hub.simulator.books(bootstrap.DEMO_COMPANY)
    customer, item = next(iter(books.customers())).name, next(iter(books.items())).name
    made = hub.simulator.control.add_invoice(bootstrap.DEMO_COMPANY, customer, "2026-09-30", [(item, "1", "10.00")])
    try:
        (one,) = client.get(f"{path}/Sales/2026-09").json()["differences"]
        assert (one["kind"], one["remoteId"], one["localId"]) == ("only_there", str(made), None)
    finally:
        hub.simulator.control.delete_voucher(bootstrap.DEMO_COMPANY, made)


@pytest.mark.parametrize(
    ("rest", "status"),
    [("?first=2026-13", 422), ("?first=2026-09&last=2026-08", 422), ("/Ledger/2026-08", 422), ("/Sales/August", 422)],
)
def test_what_can_not_be_compared(client: httpx.Client, connection_id: str, rest: str, status: int) -> None:
    assert client.get(f"/api/erp/connections/{connection_id}/totals{rest}").status_code == status


def test_unknown_and_unreachable(client: httpx.Client, spare: str) -> None:
    assert client.get("/api/erp/connections/nobody/totals").status_code == 404
    assert client.get(f"/api/erp/connections/{spare}/totals").status_code == 409  # it syncs nothing
    assert client.get("/api/erp/connections/nobody/choices").status_code == 404
    assert client.put("/api/erp/connections/nobody/choices", json={"choices": {}}).status_code == 404


def test_choices(client: httpx.Client, hub: bootstrap.App, connection_id: str) -> None:
    path = f"/api/erp/connections/{connection_id}/choices"
    assert client.get(path).json()["success"] is True
    answer = client.put(path, json={"choices": {"nonsense": "Sales"}})
    assert (answer.status_code, answer.json()["error"]["details"]["field"]) == (422, "choices.nonsense")
    assert client.put(path, json={"choices": {"sales": 5}}).status_code == 422
    assert "choices" not in hub.services.connections.get(connection_id).auth
