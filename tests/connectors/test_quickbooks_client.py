"""Signing in to QuickBooks and calling it: where the login goes, what a refused token leads to, and what is counted."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from app.connectors.base import ConnectionSettings
from app.connectors.http.buckets import MemoryLimits
from app.connectors.oauth import Exchange, authorize_url
from app.connectors.quickbooks import errors as quickbooks_errors
from app.connectors.quickbooks.client import Quickbooks
from app.connectors.quickbooks.environments import api_of, discovery_of, may_sign_in
from app.connectors.quickbooks.meter import Metered
from app.connectors.quickbooks.sign_in import SCOPE, Endpoints, ends_soon, provider
from app.db.connections import ConnectionStore
from app.db.database import Database
from app.db.secrets import SecretStore
from app.db.tokens import TokenStore
from app.model import errors
from app.model.cancel import CancelToken
from app.model.tokens import MemoryTokens, Tokens
from tests.connectors.quickbooks_desk import QuickbooksDesk
from tests.connectors.tally_rig import MemoryState
from tests.simulators.quickbooks import SimulatedQuickbooks

REDIRECT = "http://localhost:8737/quickbooks"
NEW = {"DisplayName": "Nandi's Motors"}
ALL = "select * from Customer where Active in (true, false) orderby Id startposition 1 maxresults 1000"
pytestmark = pytest.mark.database("sqlite")


@pytest.fixture
def sim() -> Iterator[SimulatedQuickbooks]:
    with SimulatedQuickbooks(limits=False) as made:
        yield made
        assert made.violations == []


@pytest.fixture
def desk(sim: SimulatedQuickbooks) -> QuickbooksDesk:
    return QuickbooksDesk(sim)


@pytest.fixture
def stored(desk: QuickbooksDesk, database_url: str, data_dir: Path) -> Iterator[TokenStore]:
    """The hub's own, with a login in it."""
    db = Database(database_url, data_dir=data_dir)
    made = ConnectionStore(db).create(
        erp_system="quickbooks", connection_name="Books", auth_type="oauth2", base_url="", auth_config={}
    )
    secrets = SecretStore(db, lambda: b"k" * 32)
    store = TokenStore(db, secrets, made.id, hide=lambda _value: None, clock=desk.clock)
    store.put(desk.signed_in())
    desk.tokens = store
    yield store
    db.close()


@pytest.fixture
def books(desk: QuickbooksDesk) -> Iterator[Quickbooks]:
    made = desk.open()
    yield made
    made.close()


def settings(base_url: str = "", **auth: Any) -> ConnectionSettings:
    return ConnectionSettings("c", "Books", "quickbooks", base_url, "oauth2", auth)


# --- environments -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("base_url", "environment", "host"),
    [
        ("", "", "quickbooks.api.intuit.com"),
        ("https://quickbooks.api.intuit.com", "production", "quickbooks.api.intuit.com"),
        ("https://quickbooks.api.intuit.com/", "sandbox", "sandbox-quickbooks.api.intuit.com"),
        ("https://sandbox-quickbooks.api.intuit.com", "production", "quickbooks.api.intuit.com"),
        ("https://relay.example", "sandbox", "relay.example"),
    ],
)
def test_the_environment_names_the_host(base_url: str, environment: str, host: str) -> None:
    assert api_of(settings(base_url, environment=environment)) == f"https://{host}"


def test_each_environment_has_its_discovery_document() -> None:
    assert discovery_of(settings()).endswith("/openid_configuration/")
    assert discovery_of(settings(environment="sandbox")).endswith("/openid_sandbox_configuration/")
    assert discovery_of(settings(discovery_url="https://other.example/doc")) == "https://other.example/doc"


@pytest.mark.parametrize(
    "told",
    [
        "http://oauth.platform.intuit.com/token",
        "https://intuit.com.example/token",
        "https://evilintuit.com/token",
        "https://oauth.platform.intuit.com@example.com/token",
        "https://a@oauth.platform.intuit.com/token",
        "https://oauth.platform.intuit.com:8443/token",
        "http://127.0.0.1:9/token",
        "https://[",
        "",
    ],
)
def test_addresses_that_are_not_intuits(told: str) -> None:
    assert not may_sign_in(told, discovery_of(settings()))
    assert may_sign_in("https://oauth.platform.intuit.com/oauth2/v1/tokens/bearer", discovery_of(settings()))


# --- signing in -------------------------------------------------------------------------------------------------


def test_a_sign_in_brings_the_company_and_both_ends_of_the_login(
    sim: SimulatedQuickbooks, desk: QuickbooksDesk
) -> None:
    wanted = provider(desk.settings(), desk.state)
    assert wanted is not None
    page = authorize_url(wanted, REDIRECT, "state", "")
    asked = parse_qs(urlsplit(page).query)
    assert (asked["scope"], asked["response_type"]) == ([SCOPE], ["code"])
    assert "code_challenge" not in asked
    back = parse_qs(urlsplit(httpx.get(page).headers["location"]).query)
    (kept,) = wanted.kept
    assert (kept.param, kept.setting, kept.lasting) == ("realmId", "realm_id", True)
    assert back["realmId"] == [sim.realm]
    assert kept.fits(sim.realm)
    assert not kept.fits("12/../13")
    tokens = Exchange(wanted, clock=desk.clock).redeem(back["code"][0], "", REDIRECT, CancelToken())
    assert tokens.refresh_expires_at == desk.clock.now + timedelta(days=100)
    assert tokens.ends_at is not None
    assert timedelta(days=1824) < tokens.ends_at - desk.clock.now <= timedelta(days=1825)
    Exchange(wanted).revoke(tokens.refresh, CancelToken())
    assert not sim.accounts.logins


def test_the_secret_goes_in_the_header_alone(sim: SimulatedQuickbooks, desk: QuickbooksDesk, books: Quickbooks) -> None:
    sim.kill_tokens()
    books.query(ALL, CancelToken())
    (asked,) = sim.asked("token")
    assert asked.headers["authorization"].startswith("Basic ")
    assert asked.headers["x-include-refresh-token-hard-expires-in"] == "true"
    assert "client_secret" not in str(asked.body)


def test_what_the_settings_say() -> None:
    assert provider(ConnectionSettings("c", "Books", "quickbooks", "", "none", {}), MemoryState()) is None
    usual = provider(settings(client_id="1", client_secret="2", redirect_uri=REDIRECT), MemoryState())
    assert usual is not None
    assert (usual.authorize_url, usual.token_url, usual.revoke_url) == (
        Endpoints().authorize,
        Endpoints().token,
        Endpoints().revoke,
    )
    assert usual.redirect_uri == REDIRECT


def test_discovery_is_asked_once_a_day_and_only_for_a_renewal(
    sim: SimulatedQuickbooks, desk: QuickbooksDesk, books: Quickbooks
) -> None:
    books.query(ALL, CancelToken())
    assert sim.asked("discovery") == []
    for _ in range(3):
        sim.kill_tokens()
        books.query(ALL, CancelToken())
    assert len(sim.asked("discovery")) == 1
    kept = desk.state.values["discovery"]["told"] = dict.fromkeys(
        ("authorize", "token", "revoke"), "https://x.intuit.com/y"
    )
    told = provider(desk.settings(), desk.state)  # also where a person signs in, and where a login is given back
    assert told is not None
    assert (told.authorize_url, told.token_url, told.revoke_url) == tuple(kept.values())
    desk.clock.forward(86_400)
    books.query(ALL, CancelToken())
    assert len(sim.asked("discovery")) == 2


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (500, {}),
        (200, []),
        (200, {"token_endpoint": "https://evil.example/token"}),
        (200, {"authorization_endpoint": "https://evil.example/", "token_endpoint": "", "revocation_endpoint": ""}),
    ],
    ids=str,
)
def test_a_document_that_cannot_be_believed_changes_nothing(
    sim: SimulatedQuickbooks, desk: QuickbooksDesk, books: Quickbooks, status: int, body: Any
) -> None:
    sim.kill_tokens()
    sim.fail_next(status, body, kind="discovery")
    books.query(ALL, CancelToken())
    assert len(sim.asked("token")) == 1
    assert "discovery" not in desk.state.values


def test_no_company_no_call(desk: QuickbooksDesk) -> None:
    desk.auth["realm_id"] = ""
    with pytest.raises(errors.Misconfigured) as caught:
        desk.open()
    assert caught.value.code == "no_realm"


# --- the login's end --------------------------------------------------------------------------------------------


def test_the_end_of_the_login_is_told_two_weeks_before(desk: QuickbooksDesk) -> None:
    signed_in, now = desk.signed_in(), desk.clock.now
    ends = now + timedelta(days=20)
    desk.tokens = MemoryTokens(replace(signed_in, ends_at=ends, expires_at=now + timedelta(days=30)))
    books = desk.open()
    assert books.login_ends(CancelToken()) is None
    desk.clock.forward(7 * 86_400)
    assert books.login_ends(CancelToken()) == ends.date()
    assert books.login(CancelToken()).refresh_expires_at == signed_in.refresh_expires_at
    books.close()
    assert ends_soon(Tokens(), now) is None


# --- tokens that are refused ------------------------------------------------------------------------------------


def test_a_refused_token_is_renewed_once_for_all_and_the_call_sent_again(
    sim: SimulatedQuickbooks, desk: QuickbooksDesk, books: Quickbooks
) -> None:
    sim.kill_tokens()
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(lambda _: books.query(ALL, CancelToken()), range(8)))
    assert len(sim.asked("token")) == 1
    sim.kill_tokens()
    made = books.post("customer", NEW, CancelToken(), requestid="one")["Customer"]
    assert made["DisplayName"] == NEW["DisplayName"]
    assert len(sim.rows("Customer")) == 1


@pytest.mark.parametrize("shape", ["json", "lower", "xml"])
@pytest.mark.parametrize(
    ("code", "kind"), [("3200", errors.AuthRequired), ("100", errors.AuthRequired), ("120", errors.Forbidden)]
)
def test_a_second_refusal_in_a_row_ends_the_run(
    sim: SimulatedQuickbooks,
    desk: QuickbooksDesk,
    caplog: pytest.LogCaptureFixture,
    books: Quickbooks,
    code: str,
    kind: type[errors.ConnectorError],
    shape: str,
) -> None:
    caplog.set_level(logging.DEBUG)
    sim.refuse_next(code, "query", times=2, shape=shape)
    for _ in range(3):
        with pytest.raises(kind) as caught:
            books.query(ALL, CancelToken())
        assert caught.value.code == f"qbo_{code}"
    assert (len(sim.asked("query")), len(sim.asked("token"))) == (2, 1)
    assert desk.tokens is not None
    tokens = desk.tokens.load()
    assert tokens.access not in caplog.text
    assert tokens.refresh not in caplog.text


def test_only_a_refused_login_asks_for_a_sign_in(
    sim: SimulatedQuickbooks, desk: QuickbooksDesk, books: Quickbooks
) -> None:
    sim.revoke_all()
    with pytest.raises(errors.AuthRequired) as caught:
        books.query(ALL, CancelToken())
    assert caught.value.code == "login_refused"
    assert len(sim.asked("query")) == 1


def test_a_login_of_the_other_world_is_named(sim: SimulatedQuickbooks, desk: QuickbooksDesk) -> None:
    desk.tokens = MemoryTokens(desk.signed_in(environment="production"))
    books = desk.open()
    with pytest.raises(errors.Misconfigured) as caught:
        books.query(ALL, CancelToken())
    books.close()
    assert caught.value.code == "qbo_3100"
    assert sim.asked("token") == []


@pytest.mark.parametrize(
    "body",
    [{"error": "invalid_client"}, {"error": "general_error"}, {"access_token": ""}, {}, [], "<html>maintenance</html>"],
    ids=str,
)
def test_an_error_body_is_never_a_token(
    sim: SimulatedQuickbooks, stored: TokenStore, books: Quickbooks, body: Any
) -> None:
    before = stored.load()
    sim.kill_tokens()
    sim.fail_next(200, body, kind="token")
    with pytest.raises(errors.ConnectorError):
        books.query(ALL, CancelToken())
    assert stored.load() == before


def test_no_login_is_lost_while_it_rotates(sim: SimulatedQuickbooks, desk: QuickbooksDesk, stored: TokenStore) -> None:
    """Each renewal brings another refresh token. Of every fifth the answer is lost, as by a kill before it was stored: what is
    stored is good for a while beside its successor."""
    lost, seen = 0, {stored.load().refresh}
    for number in range(40):
        books = desk.open()  # as a program that was started anew
        sim.kill_tokens()
        if number % 5 == 4:
            lost += 1
            sim.lose_next_write(done=True, kind="token")
            with pytest.raises(errors.Unreachable, match="did not arrive"):
                books.query(ALL, CancelToken())
        else:
            books.query(ALL, CancelToken())
        books.close()
        seen.add(stored.load().refresh)
    assert (lost, len(seen)) == (8, 33)
    assert sim.accounts.refused == 0


# --- reading ----------------------------------------------------------------------------------------------------


def test_a_query_answers_rows_or_a_count(sim: SimulatedQuickbooks, books: Quickbooks) -> None:
    assert books.query(ALL, CancelToken()).rows == []
    ident = sim.add("Customer", DisplayName="A")
    (row,) = books.query(ALL, CancelToken()).rows
    assert (row["Id"], row["SyncToken"]) == (ident, "0")
    assert books.query("select count(*) from Customer", CancelToken()).total == 1
    assert books.get(f"customer/{ident}", {}, CancelToken())["Customer"]["DisplayName"] == "A"
    with pytest.raises(errors.Gone):
        books.get("customer/999", {}, CancelToken())
    asked = sim.asked("query", "read")
    assert all(one.headers["accept"] == "application/json" for one in asked)
    assert all("minorversion=75" in one.path or one.query.get("minorversion") == "75" for one in asked)


def test_a_long_query_goes_in_a_body(sim: SimulatedQuickbooks, books: Quickbooks) -> None:
    wanted = sim.add("Customer", DisplayName="A")
    ids = ", ".join(f"'{number}'" for number in [*range(1000, 1500), int(wanted)])
    assert [row["Id"] for row in books.query(f"select * from Customer where Id in ({ids})", CancelToken()).rows] == [
        wanted
    ]
    assert sim.asked("query")[-1].method == "POST"


def test_changes_of_several_entities_in_one_call(
    sim: SimulatedQuickbooks, desk: QuickbooksDesk, books: Quickbooks
) -> None:
    since = sim.clock() - timedelta(days=1)
    assert books.cdc(["Customer", "Invoice"], since, CancelToken()).count == 0
    kept, gone = (sim.add("Customer", DisplayName=name) for name in "AB")
    sim.merge("Customer", gone, kept)
    found = books.cdc(["Customer", "Invoice"], since, CancelToken())
    assert {row["Id"]: row.get("status") for row in found.rows["Customer"]} == {kept: None, gone: "Deleted"}
    assert found.rows["Invoice"] == []
    assert found.time


@pytest.mark.parametrize("body", [{}, {"QueryResponse": []}, {"QueryResponse": {"Customer": [1]}}], ids=str)
def test_an_answer_of_another_shape_is_not_used(sim: SimulatedQuickbooks, books: Quickbooks, body: Any) -> None:
    sim.fail_next(200, body, kind="query")
    with pytest.raises(errors.BadAnswer):
        books.query(ALL, CancelToken())


@pytest.mark.parametrize(
    ("status", "body"),
    [(500, {"Fault": {"Error": [{"code": "10000"}]}}), (400, {"Fault": {"Error": [{"code": "500"}]}}), (200, "<html>")],
    ids=str,
)
def test_a_read_is_tried_again_when_quickbooks_has_trouble(
    sim: SimulatedQuickbooks, desk: QuickbooksDesk, books: Quickbooks, status: int, body: Any
) -> None:
    sim.fail_next(status, body, kind="query")
    assert books.query(ALL, CancelToken()).rows == []
    assert len(desk.waits) == 1


# --- writing ----------------------------------------------------------------------------------------------------


def test_the_same_requestid_is_done_once(sim: SimulatedQuickbooks, books: Quickbooks) -> None:
    sim.lose_next_write(done=True)
    with pytest.raises(errors.UnknownOutcome):
        books.post("customer", NEW, CancelToken(), requestid="hub-1:g1")
    made = books.post("customer", NEW, CancelToken(), requestid="hub-1:g1")["Customer"]
    assert [row["Id"] for row in sim.rows("Customer")] == [made["Id"]]
    assert len(sim.asked("create")) == 2


def test_a_batch_answers_in_the_order_of_its_items(sim: SimulatedQuickbooks, books: Quickbooks) -> None:
    taken = sim.add("Customer", DisplayName="Taken")
    items = [
        {"operation": "create", "Customer": {"DisplayName": "A"}},
        {"operation": "create", "Customer": {"DisplayName": "Taken"}},
        {"operation": "update", "Customer": {"Id": taken, "SyncToken": "7", "sparse": True, "Notes": "x"}},
    ]
    made, name, stale = books.batch(items, CancelToken(), requestid="lot-1")
    assert made is not None
    assert made["Customer"]["DisplayName"] == "A"
    found = [
        quickbooks_errors.of_write(quickbooks_errors.faults_of(told), dict(item["Customer"]))
        for told, item in ((name, items[1]), (stale, items[2]))
        if isinstance(item["Customer"], dict)
    ]
    assert [type(one) for one in found] == [errors.NameTaken, errors.Stale]


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (500, {}),
        (200, "<html>sign in</html>"),
        (200, []),
        (404, "<html>"),
        (500, {"Fault": {"Error": [{"code": "10000"}]}}),
    ],
    ids=str,
)
def test_a_write_whose_answer_cannot_be_read_is_not_known_to_be_done(
    sim: SimulatedQuickbooks, books: Quickbooks, status: int, body: Any
) -> None:
    sim.fail_next(status, body, kind="create")
    with pytest.raises(errors.UnknownOutcome):
        books.post("customer", NEW, CancelToken())
    assert len(sim.asked("create")) == 1


# --- limits and what is metered ---------------------------------------------------------------------------------


@pytest.mark.parametrize("shape", ["json", "xml"])
def test_too_often_is_waited_for_a_minute(
    sim: SimulatedQuickbooks, desk: QuickbooksDesk, books: Quickbooks, shape: str
) -> None:
    started = desk.clock.now
    sim.refuse_next("3001", "create", shape=shape)
    books.post("customer", NEW, CancelToken())
    assert desk.clock.now - started >= timedelta(seconds=60)
    assert len(sim.rows("Customer")) == 1


def test_a_200_may_mean_too_often_as_well(sim: SimulatedQuickbooks, desk: QuickbooksDesk, books: Quickbooks) -> None:
    started = desk.clock.now
    sim.fail_next(200, {"Fault": {"Error": [{"code": "003001"}], "type": "SERVICE"}}, kind="query")
    assert books.query(ALL, CancelToken()).rows == []
    assert desk.clock.now - started >= timedelta(seconds=60)


def test_an_item_that_came_too_often_makes_the_next_call_wait(
    sim: SimulatedQuickbooks, desk: QuickbooksDesk, books: Quickbooks
) -> None:
    started = desk.clock.now
    sim.refuse_next("3001", "item")
    (told,) = books.batch([{"operation": "create", "Customer": NEW}], CancelToken())
    refused = quickbooks_errors.of_write(quickbooks_errors.faults_of(told), NEW)
    assert isinstance(refused, errors.Rejected)
    assert refused.retryable
    books.query(ALL, CancelToken())
    assert desk.clock.now - started >= timedelta(seconds=60)


def test_batches_take_their_share_of_a_minute(desk: QuickbooksDesk) -> None:
    desk.store = store = MemoryLimits()
    books = desk.open()
    books.batch([{"operation": "create", "Customer": NEW}], CancelToken())
    books.query(ALL, CancelToken())
    books.close()
    assert store.change("c", lambda buckets: buckets["per_minute"].used(desk.clock.ms)) == 13


def test_reads_are_counted_for_the_month_with_few_writes(
    sim: SimulatedQuickbooks, desk: QuickbooksDesk, books: Quickbooks
) -> None:
    other = desk.open()
    sim.kill_tokens()  # a refused call is none
    sim.refuse_next("3001", "query")
    for _ in range(120):
        books.query(ALL, CancelToken())
    for _ in range(4):
        other.cdc(["Customer"], sim.clock(), CancelToken())
    books.post("customer", NEW, CancelToken())
    with pytest.raises(errors.Gone):
        books.get("customer/999", {}, CancelToken())
    books.close()
    other.close()
    other.close()
    assert other.metered() == Metered(125, "2026-08")
    assert sim.metered == 125
    assert desk.state.saves.count("metered") <= 5
    desk.clock.forward(31 * 86_400)
    assert desk.open().metered() == Metered(0, "2026-09")
