"""Rate limits, times of day and quiet hours over REST."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from app import bootstrap
from app.connectors.http.limits import Limits
from app.connectors.http.vendors import POLICIES
from app.model.cancel import CancelToken

URL = "/api/erp/rate-limits"


@pytest.fixture
def zoho(client: httpx.Client) -> Iterator[str]:
    body = {
        "erpSystem": "zoho",
        "connectionName": "Zoho",
        "authConfig": {"client_id": "x", "client_secret": "y"},
        "baseUrl": "https://www.zohoapis.example/crm/v8",
    }
    made = client.post("/api/erp/connections", json=body).json()["connection"]["id"]
    yield made
    client.delete(f"/api/erp/connections/{made}")


def limits(answer: httpx.Response) -> dict[str, Any]:
    assert answer.status_code == 200, answer.text
    return {one["kind"]: one for one in answer.json()["rateLimits"]}


def test_before_the_first_call_the_systems_own_limits_are_shown(client: httpx.Client, zoho: str) -> None:
    found = limits(client.get(URL, params={"connection_id": zoho}))
    assert set(found) == {"per_day", "concurrent"}
    assert found["per_day"] == {
        "connectionId": zoho, "kind": "per_day", "limit": 5000, "vendorLimit": 5000, "used": 0, "window": 86400,
        "blockedUntil": None,
    }  # fmt: skip
    assert found["concurrent"]["window"] is None


def test_tally_has_none_and_an_unknown_connection_is_404(client: httpx.Client, connection_id: str, zoho: str) -> None:
    assert limits(client.get(URL, params={"connection_id": connection_id})) == {}
    assert {one["connectionId"] for one in client.get(URL).json()["rateLimits"]} == {zoho}
    assert client.get(URL, params={"connection_id": "nothing"}).status_code == 404


def test_what_is_used_and_what_the_server_said_is_shown(client: httpx.Client, zoho: str, hub: bootstrap.App) -> None:
    one = Limits(hub.parts.stores.limits).of(zoho, POLICIES["zoho"])
    with one.turn(CancelToken()):
        found = limits(client.get(URL, params={"connection_id": zoho}))
        assert found["concurrent"]["used"] == 1
        assert found["per_day"]["used"] >= 1
        one.refused(600)
    one.rest()
    found = limits(client.get(URL, params={"connection_id": zoho}))
    assert found["per_day"]["used"] == 1
    assert found["per_day"]["blockedUntil"] is not None


def test_limits_are_lowered_and_given_back(client: httpx.Client, zoho: str) -> None:
    answer = client.put(URL, json={"connectionId": zoho, "kind": "per_day", "limit": 1000})
    assert (limits(answer)["per_day"]["limit"], answer.json()["warnings"]) == (1000, [])
    body = {
        "connection_id": zoho,
        "rate_limits": [{"kind": "per_day", "limit": None}, {"kind": "concurrent", "limit": 2}],
    }
    found = limits(client.put(URL, json=body))
    assert (found["per_day"]["limit"], found["concurrent"]["limit"]) == (5000, 2)


def test_raising_a_limit_above_the_systems_warns(client: httpx.Client, zoho: str) -> None:
    answer = client.put(URL, params={"connection_id": zoho}, json={"kind": "per_day", "limit": 9000})
    assert limits(answer)["per_day"]["limit"] == 9000
    (warning,) = answer.json()["warnings"]
    assert "5,000" in warning


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"kind": "per_day", "limit": 0}, "limit"),
        ({"kind": "per_year", "limit": 5}, "kind"),
        ({"kind": "per_minute", "limit": 5}, "kind"),
        ({"limit": 5}, "rateLimits"),
        ({"kind": "per_day", "limit": "5"}, "limit"),
    ],
    ids=["zero", "unknown", "not zoho's", "nothing named", "text"],
)
def test_what_cannot_be_used_changes_nothing(client: httpx.Client, zoho: str, body: dict[str, Any], field: str) -> None:
    answer = client.put(URL, json={"connectionId": zoho, **body})
    assert answer.status_code == 422
    assert answer.json()["error"]["details"]["field"] == field
    assert limits(client.get(URL, params={"connection_id": zoho}))["per_day"]["limit"] == 5000


def test_a_connection_must_be_named(client: httpx.Client) -> None:
    assert client.put(URL, json={"kind": "per_day", "limit": 5}).status_code == 422


def test_times_and_quiet_hours_of_a_connection_and_a_config(client: httpx.Client, spare: str) -> None:
    sent = {"times": ["13:00", "9:00"], "days": ["sat", "mon"], "quietHours": {"start": "22:00", "end": "7:00"}}
    changed = client.put(f"/api/erp/connections/{spare}", json={"schedule": sent}).json()["connection"]
    assert changed["schedule"] == {
        "times": ["09:00", "13:00"],
        "days": ["mon", "sat"],
        "quietHours": {"start": "22:00", "end": "07:00"},
    }
    assert client.get(f"/api/erp/connections/{spare}").json()["connection"]["schedule"] == changed["schedule"]
    draft = {"connectionId": spare, "entityType": "customer", "autoSync": True, "schedule": {"times": ["18:00"]}}
    config = client.post("/api/erp/sync-configs", json=draft).json()["syncConfig"]["id"]
    url = f"/api/erp/sync-configs/{config}"
    assert client.get(url).json()["syncConfig"]["schedule"] == {"times": ["18:00"], "days": []}
    assert client.put(url, json={"schedule": None}).json()["syncConfig"]["schedule"] is None


@pytest.mark.parametrize(
    ("schedule", "field"),
    [
        ({"times": ["25:00"]}, "schedule.times[0]"),
        ({"times": ["9"]}, "schedule.times[0]"),
        ({"days": ["mon"]}, "schedule.times"),
        ({"quietHours": {"start": "07:00", "end": "07:00"}}, "schedule.quietHours"),
        ({"quietHours": {"start": "late", "end": "07:00"}}, "schedule.quietHours.start"),
        ({"times": ["09:00"], "days": ["someday"]}, "schedule.days[0]"),
    ],
    ids=["no hour", "no minute", "days alone", "no time at all", "word", "no day"],
)
def test_a_schedule_that_makes_no_sense_is_refused(
    client: httpx.Client, spare: str, schedule: dict[str, Any], field: str
) -> None:
    answer = client.put(f"/api/erp/connections/{spare}", json={"schedule": schedule})
    assert answer.status_code == 422
    assert answer.json()["error"]["details"]["field"].endswith(field)
