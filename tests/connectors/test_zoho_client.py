"""Signing in to Zoho and calling it: which addresses get the login, what a refused token leads to, and what is counted."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from app.connectors.base import ConnectionSettings
from app.connectors.http.buckets import MemoryLimits
from app.connectors.oauth import Exchange, authorize_url
from app.connectors.zoho import centres
from app.connectors.zoho.client import EDITIONS, Zoho, policy_of
from app.connectors.zoho.sign_in import SCOPES, provider
from app.db.connections import ConnectionStore
from app.db.database import Database
from app.db.secrets import SecretStore
from app.db.tokens import TokenStore
from app.model import errors
from app.model.cancel import CancelToken
from app.model.limits import CONCURRENT
from app.model.tokens import MemoryTokens, Tokens
from tests.connectors.zoho_desk import ZohoDesk
from tests.simulators.zoho import SimulatedZoho

REDIRECT = "http://127.0.0.1:8737/zoho"
VERIFIER = "verifier-" * 6
LIST = {"fields": "Last_Name"}
NEW = {"data": [{"Last_Name": f"N{n}"} for n in range(25)], "trigger": []}
pytestmark = pytest.mark.database("sqlite")


@pytest.fixture
def sim() -> Iterator[SimulatedZoho]:
    with SimulatedZoho() as made:
        yield made


@pytest.fixture
def desk(sim: SimulatedZoho) -> ZohoDesk:
    return ZohoDesk(sim)


@pytest.fixture
def stored(desk: ZohoDesk, database_url: str, data_dir: Path) -> Iterator[TokenStore]:
    """The hub's own, with a login in it."""
    db = Database(database_url, data_dir=data_dir)
    made = ConnectionStore(db).create(
        erp_system="zoho", connection_name="CRM", auth_type="oauth2", base_url="", auth_config={}
    )
    secrets = SecretStore(db, lambda: b"k" * 32)
    store = TokenStore(db, secrets, made.id, hide=lambda _value: None, clock=desk.clock)
    store.put(desk.signed_in())
    desk.tokens = store
    yield store
    db.close()


@pytest.fixture
def zoho(desk: ZohoDesk) -> Iterator[Zoho]:
    made = desk.open()
    yield made
    made.close()


def settings(**auth: Any) -> ConnectionSettings:
    return ConnectionSettings("c", "CRM", "zoho", "https://www.zohoapis.com/crm/v8", "oauth2", auth)


# --- data centres -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", centres.CENTRES)
def test_each_data_centre(name: str) -> None:
    centre = centres.CENTRES[name]
    assert centres.accounts_of(settings(data_centre=name)) == f"https://{centre.accounts}"
    assert centres.may_sign_in(centre.accounts_url, "https://accounts.zoho.com")
    for place in ("www", "sandbox", "developer"):
        url = f"https://{place}.{centre.domain}"
        assert centres.may_call(url, centre.accounts_url)
        assert centres.same_centre(url, centre.accounts_url)
    assert centres.same_centre(centre.api_url, "https://accounts.zoho.com") is (name == "us")


@pytest.mark.parametrize(
    "told",
    [
        "http://www.zohoapis.in",
        "https://www.zohoapis.in.example.com",
        "https://evil.zohoapis.in",
        "https://www.zohoapis.in@example.com",
        "https://www.zohoapis.in/else",
        "https://www.zohoapis.in:8443",
        "http://127.0.0.1:9",
        "https://[",
        "www.zohoapis.in",
        "",
    ],
)
def test_addresses_that_are_not_zohos(told: str) -> None:
    assert not centres.may_call(told, "https://accounts.zoho.in")
    assert not centres.may_sign_in(told.replace("www.zohoapis", "accounts.zoho"), "https://accounts.zoho.in")


def test_this_machine_may_name_itself() -> None:
    assert centres.may_call("http://127.0.0.1:9", "http://localhost:8")
    assert centres.may_sign_in("http://127.0.0.1:9", "http://127.0.0.1:8")


# --- signing in -------------------------------------------------------------------------------------------------


def test_a_sign_in_asks_for_what_is_needed_and_redeems_with_proof(sim: SimulatedZoho, desk: ZohoDesk) -> None:
    sim.accounts.redirects = frozenset({REDIRECT})
    wanted = provider(desk.settings())
    assert wanted is not None
    page = authorize_url(wanted, REDIRECT, "state", VERIFIER)
    asked = parse_qs(urlsplit(page).query)
    assert asked["scope"] == [",".join(SCOPES)]
    assert (asked["access_type"], asked["prompt"]) == (["offline"], ["consent"])
    assert asked["code_challenge_method"] == ["S256"]
    back = parse_qs(urlsplit(httpx.get(page).headers["location"]).query)
    (kept,) = wanted.kept
    assert (kept.param, kept.setting) == ("accounts-server", "accounts_url")
    assert kept.fits(back["accounts-server"][0])
    assert not kept.fits("https://accounts.zoho.example")
    tokens = Exchange(wanted).redeem(back["code"][0], VERIFIER, REDIRECT, CancelToken())
    assert tokens.refresh in sim.accounts.logins
    assert tokens.extras == {"api_domain": sim.url}
    Exchange(wanted).revoke(tokens.refresh, CancelToken())
    assert not sim.accounts.logins


def test_a_code_of_the_self_client_needs_no_browser(sim: SimulatedZoho, desk: ZohoDesk) -> None:
    wanted, code = provider(desk.settings()), sim.accounts.code()
    assert wanted is not None
    assert re.fullmatch(wanted.own_code, code)
    assert not re.fullmatch(wanted.own_code, f"{REDIRECT}?code={code}")
    tokens = Exchange(replace(wanted, pkce=False)).redeem(code, "", "", CancelToken())
    assert tokens.refresh in sim.accounts.logins
    (asked,) = sim.asked("token")
    assert "code_verifier" not in asked.body
    assert "redirect_uri" not in asked.body


def test_what_the_settings_say(desk: ZohoDesk) -> None:
    assert provider(ConnectionSettings("c", "CRM", "zoho", "", "none", {})) is None
    without = provider(settings(client_id="1", scopes="ZohoCRM.modules.ALL, ZohoCRM.org.READ"))
    assert without is not None
    assert without.secret_in == "none"
    assert without.scopes == ("ZohoCRM.modules.ALL", "ZohoCRM.org.READ")
    assert without.token_url == "https://accounts.zoho.com/oauth/v2/token"


def test_calls_go_where_the_sign_in_said(sim: SimulatedZoho, desk: ZohoDesk) -> None:
    desk.base_url = "http://127.0.0.1:9/crm/v8"
    zoho = desk.open()
    assert zoho.get("Contacts", LIST, CancelToken()).status == 204
    zoho.close()
    (asked,) = sim.asked("list")
    assert asked.headers["authorization"].startswith("Zoho-oauthtoken ")
    assert asked.path == "/crm/v8/Contacts"


def test_the_login_is_not_sent_to_strangers(desk: ZohoDesk) -> None:
    signed_in = desk.signed_in()
    desk.tokens = MemoryTokens(
        Tokens(
            signed_in.refresh,
            signed_in.access,
            signed_in.obtained_at,
            signed_in.expires_at,
            extras={"api_domain": "https://api.example"},
        )
    )
    with pytest.raises(errors.Misconfigured) as caught:
        desk.open().get("Contacts", LIST, CancelToken())
    assert caught.value.code == "strange_address"


# --- tokens that are refused ------------------------------------------------------------------------------------


def test_a_refused_token_is_renewed_once_for_all_and_the_call_sent_again(
    sim: SimulatedZoho, desk: ZohoDesk, zoho: Zoho
) -> None:
    sim.kill_tokens()
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(lambda _: zoho.get("Contacts", LIST, CancelToken()), range(8)))
    assert len(sim.asked("token")) == 1
    sim.kill_tokens()
    assert zoho.post("Contacts", NEW, CancelToken(), records=25).status == 201
    assert len(sim.rows("Contacts")) == 25
    assert desk.waits == []


def test_a_second_refusal_in_a_row_ends_the_run_and_asks_nobody_to_sign_in(
    sim: SimulatedZoho, desk: ZohoDesk, caplog: pytest.LogCaptureFixture, zoho: Zoho
) -> None:
    caplog.set_level(logging.DEBUG)
    no = {"code": "INVALID_TOKEN", "details": {}, "message": "invalid oauth token", "status": "error"}
    sim.fail_next(401, no, kind="list", times=2)
    for _ in range(3):
        with pytest.raises(errors.NotReady) as caught:
            zoho.get("Contacts", LIST, CancelToken())
        assert caught.value.code == "invalid_token"
    assert len(sim.asked("list")) == 2
    assert len(sim.asked("token")) == 1
    assert desk.tokens is not None
    tokens = desk.tokens.load()
    assert tokens.access not in caplog.text
    assert tokens.refresh not in caplog.text


def test_only_a_refused_login_asks_for_a_sign_in(sim: SimulatedZoho, desk: ZohoDesk, zoho: Zoho) -> None:
    sim.revoke_all()
    with pytest.raises(errors.AuthRequired) as caught:
        zoho.get("Contacts", LIST, CancelToken())
    assert "Connect it again" in caught.value.hint
    assert len(sim.asked("list")) == 1


@pytest.mark.parametrize(
    "body",
    [
        {"error": "Access Denied", "error_description": "too many", "status": "failure"},
        {"error": "invalid_client"},
        {"error": "general_error"},
        {"access_token": ""},
        {"status": "success"},
        [],
        b"<html>maintenance</html>",
    ],
    ids=str,
)
def test_an_error_body_is_never_a_token(
    sim: SimulatedZoho, desk: ZohoDesk, stored: TokenStore, body: Any, zoho: Zoho
) -> None:
    before = stored.load()
    sim.kill_tokens()
    sim.fail_next(200, body, kind="token")
    with pytest.raises(errors.ConnectorError):
        zoho.get("Contacts", LIST, CancelToken())
    assert stored.load() == before


def test_ten_renewals_in_ten_minutes_and_no_eleventh(
    sim: SimulatedZoho, desk: ZohoDesk, stored: TokenStore, zoho: Zoho
) -> None:
    for _ in range(9):  # the sign-in was the first of the ten
        sim.kill_tokens()
        zoho.get("Contacts", LIST, CancelToken())
    sim.kill_tokens()
    with pytest.raises(errors.RateLimited) as caught:
        zoho.get("Contacts", LIST, CancelToken())
    assert len(sim.asked("token")) == 9
    assert sim.accounts.refused == 0
    wait = (caught.value.until - desk.clock.now).total_seconds()
    assert 600 <= wait <= 610
    desk.clock.forward(wait)
    sim.clock.advance(wait)
    assert zoho.get("Contacts", LIST, CancelToken()).status == 204


# --- limits -----------------------------------------------------------------------------------------------------


def test_limits_by_edition(desk: ZohoDesk) -> None:
    assert {name: dict(policy_of(name).limits) for name in ("", *EDITIONS)} == {
        "": {"per_day": 5_000, CONCURRENT: 5},
        "free": {"per_day": 5_000, CONCURRENT: 5},
        **{name: {"per_day": 50_000, CONCURRENT: 8} for name in ("standard", "professional", "enterprise", "ultimate")},
    }


def test_a_write_costs_a_credit_for_ten_records(sim: SimulatedZoho, desk: ZohoDesk) -> None:
    desk.store = store = MemoryLimits()
    zoho = desk.open()
    zoho.get("Contacts", LIST, CancelToken())
    zoho.post("Contacts", NEW, CancelToken(), records=25)
    zoho.post(
        "coql", {"select_query": "select id from Contacts where id is not null limit 1"}, CancelToken(), changes=False
    )
    zoho.close()
    used = store.change("c", lambda buckets: buckets["per_day"].used(desk.clock.ms))
    assert used == sim.limits.used == 5


def test_a_429_names_no_time_and_is_waited_for(sim: SimulatedZoho, desk: ZohoDesk, zoho: Zoho) -> None:
    started = desk.clock.now
    sim.fail_next(429, {"code": "TOO_MANY_REQUESTS", "details": {}, "message": "", "status": "error"}, times=2)
    assert zoho.post("Contacts", NEW, CancelToken(), records=25).status == 201
    assert (desk.clock.now - started).total_seconds() >= 2 + 4
    assert len(sim.rows("Contacts")) == 25


# --- writes -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("done", [True, False], ids=["done", "not-done"])
def test_a_write_whose_answer_is_lost_is_sent_once(sim: SimulatedZoho, desk: ZohoDesk, done: bool, zoho: Zoho) -> None:
    sim.lose_next_write(done)
    with pytest.raises(errors.UnknownOutcome):
        zoho.post("Contacts", NEW, CancelToken(), records=25)
    assert len(sim.asked("create")) == 1
    sim.fail_next(500, {"code": "INTERNAL_ERROR", "details": {}, "message": "", "status": "error"})
    with pytest.raises(errors.UnknownOutcome):
        zoho.put("Contacts/1", {"data": [{"Last_Name": "X"}]}, CancelToken())


def test_what_is_sent(sim: SimulatedZoho, desk: ZohoDesk, zoho: Zoho) -> None:
    cancel = CancelToken()
    made = zoho.post("Contacts", {"data": [{"Last_Name": "नंदी", "Description": "1 < 2"}], "trigger": []}, cancel)
    ident = made.json()["data"][0]["details"]["id"]
    assert sim.one("Contacts", ident)["Last_Name"] == "नंदी"
    late = {"If-Unmodified-Since": "2020-01-01T00:00:00+05:30"}
    with pytest.raises(errors.Stale):
        zoho.put(f"Contacts/{ident}", {"data": [{"Last_Name": "X"}], "trigger": []}, cancel, headers=late)
    body = {"query": {"module": {"api_name": "Contacts"}, "fields": ["id"]}, "file_type": "csv"}
    assert zoho.post("/crm/bulk/v8/read", body, cancel, changes=False).status == 201
    with pytest.raises(errors.Gone):
        zoho.delete("Contacts/1", {}, cancel)
    assert sim.violations == []
    assert "simulated-client-secret" not in json.dumps([entry.headers for entry in sim.requests])
