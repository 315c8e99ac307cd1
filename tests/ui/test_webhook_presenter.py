"""The listener, webhooks and events in words, and the steps of each system, without a screen."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest

from app.model.errors import Conflicting
from app.services.views import Dashboard
from app.services.webhook.views import EventLine, EventView, WebhookView
from app.ui.shell.presenter import ShellState
from app.ui.webhooks import guide, presenter
from tests.ui.samples import connection

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
HOOK = WebhookView(
    "h1", "t", "c1", None, "/api/erp/webhooks/h1/receive", ("create", "delete"), ("invoice", "customer"),
    {"scheme": "auto"}, False, True, "2026-11-22T11:00:00Z", "2026-11-22T11:00:00Z",
)  # fmt: skip
LINE = EventLine(
    "e1", "h1", "c1", "update", "Accounts", "customer", "42", "processed", "updated", None, 0, None, "r1",
    "2026-11-22T11:58:00Z", "2026-11-22T11:58:01Z", "k1", "Mehta Traders",
)  # fmt: skip


def listener(url: str, *, is_open: bool = False, is_tls: bool = False) -> SimpleNamespace:
    return SimpleNamespace(url=url, is_open=is_open, is_tls=is_tls)


@pytest.mark.parametrize(
    ("heard", "error", "shape", "base", "words"),
    [
        (listener("http://127.0.0.1:8055"), None, "check", "http://127.0.0.1:8055", "Only programs on this PC"),
        (
            listener("https://0.0.0.0:9", is_open=True, is_tls=True),
            None,
            "check",
            "https://pc:9",
            "certificate protects",
        ),
        (listener("http://0.0.0.0:9", is_open=True), None, "warning", "http://pc:9", "nothing protects"),
        (None, Conflicting("Port 8055 is in use."), "error", "http://127.0.0.1:8055", "Port 8055 is in use."),
        (None, None, "offline", "http://127.0.0.1:8055", "switched off"),
    ],
    ids=["here", "certificate", "open", "taken", "off"],
)
def test_the_listener_says_who_reaches_it(heard, error, shape, base, words):
    reach = presenter.reach(heard, error, "pc", 8055)
    assert (reach.state.shape, reach.base, reach.works) == (shape, base, heard is not None)
    assert words in reach.text


@pytest.mark.parametrize(
    ("system", "scheme", "has_secret", "shape", "words"),
    [
        ("quickbooks", "auto", False, "warning", "Still missing: Intuit's verifier token, as this webhook's secret"),
        ("quickbooks", "auto", True, "lock", "Intuit's signature"),
        ("sap", "auto", False, "warning", "Still missing: the secret with which SAP signs"),
        ("zoho", "auto", False, "lock", "The verification token in each message"),
        ("custom", "auto", True, "lock", "A signature made with the secret, or the verification token"),
        ("custom", "auto", False, "lock", "The verification token, sent along"),
        ("custom", "hmac", True, "lock", "A signature of the message, made with the secret (in x-cms)"),
    ],
)
def test_how_senders_prove_themselves(system, scheme, has_secret, shape, words):
    hook = replace(HOOK, has_secret=has_secret, verification={"scheme": scheme, "header": "x-cms" * (scheme == "hmac")})
    proof = presenter.proof(hook, connection(1, system=system, auth={}))
    assert (proof.shape, proof.words) == (shape, words)


def test_intuits_token_may_be_the_connections():
    view = connection(1, system="quickbooks", auth={"webhook_verifier_token": {"set": True}})
    assert presenter.proof(HOOK, view).words == "Intuit's signature"


def test_a_webhook_in_words():
    assert presenter.told_of(HOOK) == "New, deleted: customers, invoices"
    assert presenter.address(HOOK, "http://pc:1") == "http://pc:1/api/erp/webhooks/h1/receive"
    assert presenter.public_address("https://t.example/", HOOK.path) == "https://t.example" + HOOK.path
    assert presenter.public_address("https://relay.example/in/7", HOOK.path) == "https://relay.example/in/7"
    names = presenter.hook_names([HOOK, replace(HOOK, id="h2")], {"c1": connection(1, name="Books")})
    assert names == {"h1": "Books", "h2": "Books (2)"}


@pytest.mark.parametrize(
    ("changes", "shape", "words"),
    [
        ({}, "check", "Updated here"),
        ({"outcome": "conflict"}, "question", "Waits for your decision"),
        ({"status": "received", "outcome": None}, "waiting", "Received, waits for its turn"),
        ({"status": "received", "error": "It waits: automatic syncs are paused."}, "waiting", "It waits: automatic"),
        (
            {
                "status": "received",
                "next_attempt_at": (NOW + timedelta(minutes=4)).isoformat(),
                "error": "Tally is closed.",
            },
            "waiting",
            "Tried again in 4 min: Tally is closed.",
        ),
        ({"status": "processing", "outcome": None}, "running", "Being worked on"),
        (
            {"status": "ignored", "outcome": "ignored", "error": "It names no record."},
            "info",
            "Ignored: It names no record.",
        ),
        ({"status": "failed", "outcome": "failed", "error": "No GSTIN."}, "error", "Failed: No GSTIN."),
    ],
    ids=["updated", "conflict", "received", "paused", "put off", "processing", "ignored", "failed"],
)
def test_what_came_of_an_event(changes, shape, words):
    state = presenter.event_state(replace(LINE, **changes), NOW)
    assert state.shape == shape
    assert state.words.startswith(words)


def test_an_event_in_a_line_and_in_full():
    assert presenter.what(LINE) == "Customer changed: Mehta Traders"
    unknown = replace(LINE, entity_type=None, remote_module="invoices", label="", event_type="delete")
    assert presenter.what(unknown) == "Invoice deleted: number 42"
    assert presenter.what(replace(unknown, remote_module="Cases", event_type="other")) == "Cases: number 42"
    assert [cell.text for cell in presenter.event_cells(replace(LINE, attempts=2), "Books", NOW)] == [
        "", "2 min ago", "Books", "Customer changed: Mehta Traders", "Updated here", "2",
    ]  # fmt: skip
    facts = dict(presenter.event_facts(replace(LINE, attempts=2), "Books", NOW))
    assert (facts["Failed tries"], facts["There"]) == ("2 times", "Accounts 42")
    event = EventView(
        "e1", "h1", "update", None, None, "42", "processed", None, None, 0, None, None, "", None, {"name": "मेहता"},
        {"b": "2", "a": "1"},
    )  # fmt: skip
    assert presenter.kept_text(event) == '{\n  "name": "मेहता"\n}\n\na: 1\nb: 2'


def test_the_steps_hold_what_is_to_be_entered():
    given = guide.Given("https://t.example/in", "tok", "sec")
    assert not any(step.copy for step in guide.steps("zoho", given))  # it registers by itself
    sap = [json.loads(step.copy) for step in guide.steps("sap", given) if step.copy.startswith("{")]
    assert json.loads(sap[1]["AuthenticationCred"]) == {"Key": "sec", "Algorithm": "HMACSha256"}
    assert "https://t.example/in" in [step.copy for step in guide.steps("quickbooks", given)]
    custom = [step.copy for step in guide.steps("custom", guide.Given())]
    assert "X-Verification-Token: (the verification token)" in custom
    assert guide.unproven("tally").startswith("Not yet proven on a live Tally.")
    assert [guide.unproven(system) for system in ("zoho", "quickbooks", "custom")] == ["", "", ""]


def test_failed_events_are_counted_in_the_rail():
    shell = ShellState()
    shell.take_dashboard(Dashboard((), (), (), (), failed_events=3))
    assert shell.counts()["webhooks"] == 3
