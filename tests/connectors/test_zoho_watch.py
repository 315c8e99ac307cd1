"""Channels at the simulated Zoho: what is asked of it, and what is made of its answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from app.connectors.subscriptions import Wanted
from app.connectors.zoho import KIND
from app.connectors.zoho.watch import LIFE, Watches, channel_of, events_of
from app.model import errors
from app.model.cancel import CancelToken
from tests.connectors.zoho_rig import ZohoRig
from tests.simulators.zoho import SimulatedZoho

NEVER = CancelToken()
WANTED = Wanted(
    "0199a1b2-0000-7000-8000-000000000001",
    "https://hook.shop.co.in/api/erp/webhooks/1/receive",
    ("Contacts", "Products"),
    ("create", "update", "delete"),
    "k" * 43,
)
DONE = {"code": "SUCCESS", "details": {"events": []}, "message": "", "status": "success"}


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[ZohoRig]:
    with SimulatedZoho(check_answers=True) as sim:
        rig = ZohoRig(sim, tmp_path, keyed=False)
        yield rig
        rig.close()
        assert not sim.violations


@pytest.fixture
def watches(rig: ZohoRig) -> Watches:
    return Watches(rig.sim.clock)


def sent(rig: ZohoRig) -> list[tuple[str, dict[str, Any]]]:
    """But for calls with an access token that has ended."""
    asked = [one for one in rig.sim.asked("watch") if one.status != 401]
    return [(one.method, (one.body or {}).get("watch", [{}])[0]) for one in asked]


def test_a_channel_is_made_renewed_changed_and_ended(rig: ZohoRig, watches: Watches) -> None:
    connector = rig.open()
    first = watches.subscribe(connector, WANTED, NEVER)
    assert first.ends is not None
    assert abs(first.ends - rig.sim.clock() - LIFE) < timedelta(seconds=5)
    rig.later(86_400)
    more = replace(WANTED, modules=("Contacts",), events=("update",), token="n" * 43)
    second = watches.subscribe(connector, more, NEVER)
    assert second.ends is not None
    assert second.ends - first.ends > timedelta(hours=23)
    (channel,) = rig.sim.watch.channels.values()
    assert (channel.id, channel.events, channel.token) == (channel_of(WANTED.name), ["Contacts.edit"], "n" * 43)
    assert (first.remote, second.remote) == ({"channel_id": channel.id}, {"channel_id": channel.id})
    watches.unsubscribe(connector, second.remote, NEVER)
    watches.unsubscribe(connector, second.remote, NEVER)  # gone already
    assert rig.sim.watch.channels == {}
    assert [method for method, _ in sent(rig)] == ["GET", "POST", "GET", "PUT", "DELETE", "DELETE", "GET"]
    assert sent(rig)[1][1] == {
        "channel_id": channel.id,
        "events": ["Contacts.all", "Products.all"],
        "channel_expiry": sent(rig)[1][1]["channel_expiry"],
        "token": "k" * 43,
        "notify_url": WANTED.url,
        "return_affected_field_values": False,
        "notify_on_related_action": False,
    }


def test_one_that_zoho_has_forgotten_is_made_again(rig: ZohoRig, watches: Watches) -> None:
    connector = rig.open()
    watches.subscribe(connector, WANTED, NEVER)
    rig.sim.watch.channels.clear()
    watches.subscribe(connector, WANTED, NEVER)
    assert list(rig.sim.watch.channels) == [channel_of(WANTED.name)]


@pytest.mark.parametrize("done", [True, False], ids=["done", "not done"])
def test_an_answer_that_is_lost_leaves_one_channel(rig: ZohoRig, watches: Watches, done: bool) -> None:
    rig.sim.after_next("watch", lambda: rig.sim.lose_next_write(done, "watch"))  # the POST, not the look before it
    watches.subscribe(rig.open(), WANTED, NEVER)
    assert [method for method, _ in sent(rig)] == ["GET", "POST", "POST"]
    assert list(rig.sim.watch.channels) == [channel_of(WANTED.name)]


@pytest.mark.parametrize(
    ("status", "entry", "raises", "says"),
    [
        (400, {"code": "INVALID_DATA", "details": {"api_name": "notify_url"}}, errors.Misconfigured, "address"),
        (207, {"code": "INVALID_DATA", "details": {"api_name": "events"}}, errors.Misconfigured, "module"),
        (400, {"code": "LIMIT_REACHED", "details": {}}, errors.Misconfigured, "the number of such things"),
        (401, {"code": "OAUTH_SCOPE_MISMATCH", "details": {}}, errors.Forbidden, "permissions"),
        (403, {"code": "NO_PERMISSION", "details": {}}, errors.Forbidden, "may not do this"),
        (400, {"code": "NOT_SUBSCRIBED", "details": {}}, errors.BadAnswer, "does not know the watch"),
    ],
    ids=lambda value: value["code"] if isinstance(value, dict) else str(value) if isinstance(value, int) else "",
)
def test_what_zoho_refuses_is_said_in_words(
    rig: ZohoRig, watches: Watches, status: int, entry: dict[str, Any], raises: type[Exception], says: str
) -> None:
    rig.sim.check_answers = False
    body = {"watch": [{"message": "no", "status": "error", **entry}]}
    rig.sim.fail_next(204, None, "watch")  # no such channel yet
    rig.sim.fail_next(status, body, "watch")
    with pytest.raises(raises) as caught:
        watches.subscribe(rig.open(), WANTED, NEVER)
    assert isinstance(caught.value, errors.ConnectorError)
    assert says in caught.value.message
    assert caught.value.hint
    assert "k" * 43 not in f"{caught.value.message} {caught.value.hint} {WANTED!r}"


@pytest.mark.parametrize(
    ("body", "ends"),
    [
        ({"watch": [DONE]}, "asked"),
        ({"watch": [{**DONE, "details": {"events": [{"channel_expiry": "soon"}, None]}}]}, "asked"),
        ({"watch": [{**DONE, "details": {"events": [{"channel_expiry": "2026-01-02T03:04:05Z"}]}}]}, "told"),
        ({"watch": []}, None),
        ({}, None),
    ],
    ids=["no end", "no moment", "an end", "nothing", "something else"],
)
def test_the_end_is_what_zoho_says(rig: ZohoRig, watches: Watches, body: Any, ends: str | None) -> None:
    rig.sim.check_answers = False
    rig.sim.fail_next(204, None, "watch")  # no such channel yet
    rig.sim.fail_next(201, body, "watch")
    connector = rig.open()
    if ends is None:
        with pytest.raises(errors.BadAnswer, match="does not say whether"):
            watches.subscribe(connector, WANTED, NEVER)
        return
    found = watches.subscribe(connector, WANTED, NEVER).ends
    assert found is not None
    if ends == "told":
        assert found == datetime.fromisoformat("2026-01-02T03:04:05Z")
    else:
        assert abs(found - rig.sim.clock() - LIFE) < timedelta(seconds=30)


def test_channels_and_events_keep_zohos_bounds() -> None:
    numbers = {channel_of(f"webhook {n}") for n in range(1000)}
    assert len(numbers) == 1000
    assert all(one.isdigit() and 0 < int(one) < 2**63 for one in numbers)
    assert events_of(["Contacts"], ["create", "delete"]) == ["Contacts.create", "Contacts.delete"]
    many = [f"M{n}" for n in range(30)]
    assert events_of(many, ["create", "update"]) == [f"{module}.all" for module in many]
    assert len(events_of([f"M{n}" for n in range(60)], ["create", "update", "delete"])) == 50
    with pytest.raises(ValueError, match="50 characters"):
        Watches().subscribe(_Opened(), replace(WANTED, token="k" * 51), NEVER)  # type: ignore[arg-type]
    assert isinstance(KIND.subscriptions, Watches)


class _Opened:
    zoho = None
