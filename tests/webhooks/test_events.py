from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.webhooks.events import MOST, BadEvent, Origin, parse
from app.webhooks.redaction import kept_body, kept_headers

QB = Origin("w", "quickbooks", "310687")


def told(origin: Origin, body: Any, **headers: str) -> list[tuple[str, str, str]]:
    sent = json.dumps(body).encode()
    return [(one.type, one.module, one.remote_id) for one in parse(origin, headers, sent)]


def test_quickbooks_older_form() -> None:
    def note(realm: str, *entities: dict[str, Any]) -> dict[str, Any]:
        return {"realmId": realm, "dataChangeEvent": {"entities": list(entities)}}

    one = {"id": "1234", "operation": "Create", "name": "Account", "lastUpdated": "2025-09-08T20:52:31.657Z"}
    merge = {"id": "2", "operation": "Merge", "name": "Customer", "deletedId": "3"}
    body = {"eventNotifications": [note("310687", one, merge), note("other", one)]}
    events = parse(QB, {}, json.dumps(body).encode())
    assert [(one.type, one.module, one.remote_id, bool(one.ignored)) for one in events] == [
        ("create", "Account", "1234", False),
        ("update", "Customer", "2", False),
        ("delete", "Customer", "3", False),
        ("create", "Account", "1234", True),
    ]
    assert "another company" in events[3].ignored
    assert len({one.key for one in events}) == 4


def test_quickbooks_cloudevents() -> None:
    one = {
        "specversion": "1.0",
        "id": "88cd52aa",
        "type": "qbo.account.created.v1",
        "time": "2025-09-10T21:31:25.179851517Z",
        "intuitentityid": "1234",
        "intuitaccountid": "310687",
        "data": {},
    }
    (event, foreign) = parse(QB, {}, json.dumps([one, {**one, "id": "x", "intuitaccountid": "1"}]).encode())
    assert (event.key, event.type, event.module, event.remote_id) == ("88cd52aa", "create", "account", "1234")
    assert foreign.ignored
    assert told(QB, [{**one, "type": "QBO.Invoice.Voided.v1"}]) == [("update", "Invoice", "1234")]


def test_zoho_names_several_records() -> None:
    body = {"server_time": 1718117126473, "module": "Leads", "ids": ["57", "58"], "operation": "insert", "token": "T"}
    events = parse(Origin("w", "zoho"), {}, json.dumps(body).encode())
    assert [(one.type, one.module, one.remote_id, one.timeless) for one in events] == [
        ("create", "Leads", "57", False),
        ("create", "Leads", "58", False),
    ]
    assert kept_body(events[0].part) == {**body, "ids": ["57"], "token": "[hidden]"}


def test_sap() -> None:
    body = [
        {
            "id": "e1",
            "source": "/default/sap.b1/DEMODB1",
            "type": "sap.b1.Orders.Created.v1",
            "subject": "91",
            "time": "2025-11-10T23:10:22.917Z",
            "data": {"DocEntry": "91"},
        }
    ]
    (event,) = parse(Origin("w", "sap", "DEMODB1"), {}, json.dumps(body).encode())
    assert (event.key, event.type, event.module, event.remote_id, event.ignored) == ("e1", "create", "Orders", "91", "")
    (foreign,) = parse(Origin("w", "sap", "OTHER"), {}, json.dumps(body).encode())
    assert foreign.ignored


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"event": "create", "entityType": "customer", "remoteId": "7"}, ("create", "customer", "7")),
        ({"event_type": "customer.deleted", "entity_id": 7}, ("delete", "customer", "7")),
        ({"type": "recordUpdated", "module": "Parties", "record": {"id": "a"}}, ("update", "Parties", "a")),
        ({"action": "EDIT", "model": "deal", "id": 5}, ("update", "deal", "5")),
        (
            {"event": "entry.create", "createdAt": "x", "model": "client", "uid": "api::c", "entry": {"id": 3}},
            ("create", "client", "3"),
        ),
        (
            {"specversion": "1.0", "id": "e", "type": "invoice.updated", "subject": "12"},
            ("update", "invoice", "12"),
        ),
        ({"event": "ping"}, ("other", "", "")),
        ({"event": "create", "entityType": "customer", "remoteId": True}, ("create", "customer", "")),
    ],
)
def test_our_own_form_and_its_spellings(body: Any, expected: tuple[str, str, str]) -> None:
    assert told(Origin("w", "custom"), body) == [expected]


def test_keys_tell_events_apart_and_know_them_again() -> None:
    origin, body = Origin("w", "custom"), {"event": "update", "entityType": "customer", "remoteId": "7"}

    def key(sent: Any, of: Origin = origin, **headers: str) -> tuple[str, bool]:
        (one,) = parse(of, headers, json.dumps(sent).encode())
        return one.key, one.timeless

    assert key(body) == key(dict(reversed(body.items())))
    assert key(body)[1]
    assert key(body)[0] != key(body, Origin("v", "custom"))[0]
    assert not key({**body, "at": "2026"})[1]
    assert key({**body, "eventId": "e"}) == ("e", False)
    assert key(body, **{"webhook-id": "m"}) == ("m", False)
    assert len(key({**body, "eventId": "e" * 400})[0]) == 64
    several = parse(origin, {"webhook-id": "m"}, json.dumps([body, body]).encode())
    assert [one.key for one in several] == ["m:0", "m:1"]


def test_too_many_events_are_refused() -> None:
    body = json.dumps([{"event": "update", "remoteId": "1"}] * (MOST + 1)).encode()
    with pytest.raises(BadEvent):
        parse(Origin("w", "custom"), {}, body)


_NAMES = st.sampled_from(
    "event type operation module ids id remoteId entry data events eventNotifications dataChangeEvent entities realmId"
    " intuitentityid subject specversion source token".split()
)
_VALUES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8) | _NAMES
_JSON = st.recursive(
    _VALUES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_NAMES | st.text(max_size=5), inner, max_size=5),
)


@given(st.sampled_from(["quickbooks", "zoho", "sap", "custom"]), _JSON | st.sampled_from(["sap.b1.A.B"]))
def test_no_body_makes_it_stumble(system: str, body: Any) -> None:
    sent = json.dumps(body).encode("utf-8", "surrogatepass")
    try:
        events = parse(Origin("w", system, "c"), {}, sent)
    except BadEvent:
        return
    assert all(
        one.key and "\x00" not in one.remote_id + one.module and kept_body(one.part) is not None for one in events
    )


@given(st.binary(max_size=60))
def test_no_bytes_make_it_stumble(sent: bytes) -> None:
    with suppress(BadEvent):
        assert all(event.ignored for event in parse(Origin("w", "custom"), {}, b"{" + sent))


def test_proofs_are_not_kept() -> None:
    names = ["Authorization", "Cookie", "X-Hub-Signature-256", "intuit-signature", "X-Verification-Token", "X-Api-Key"]
    kept = kept_headers([(name.lower(), "hush") for name in names] + [("x-event-id", "e1")])
    assert kept.pop("x-event-id") == "e1"
    assert set(kept.values()) == {"[hidden]"}
    deep: Any = "end"
    for _ in range(60):
        deep = {"a": deep}
    assert "end" not in json.dumps(kept_body(deep))
