"""Signing in and renewing, before a real OAuth server on loopback and the hub's own store, by many at once."""

from __future__ import annotations

import logging
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from app.connectors.http.client import Times
from app.connectors.login import Login
from app.connectors.oauth import Exchange, Provider, authorize_url
from app.db.connections import Connection, ConnectionStore
from app.db.database import Database
from app.db.secrets import SecretStore
from app.db.tokens import TokenStore
from app.model import errors
from app.model.cancel import CancelToken
from app.model.tokens import Allowance, MemoryTokens, Tokens
from tests.connectors.http.clocks import HandClock
from tests.oauth_server import CLIENT, REDIRECT, SECRET, OAuthServer, Reply, oauth_server

KEY = b"k" * 32
STATE, VERIFIER = "state-" * 6, "verifier-" * 6
QUICK = Times(connect=5.0, silence=0.3, whole=5.0)


@pytest.fixture
def server() -> Iterator[OAuthServer]:
    with oauth_server() as made:
        yield made


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def db(database_url: str, data_dir: Path) -> Iterator[Database]:
    opened = Database(database_url, data_dir=data_dir)
    yield opened
    opened.close()


@pytest.fixture
def connection(db: Database) -> Connection:
    return ConnectionStore(db).create(
        erp_system="zoho", connection_name="CRM", auth_type="oauth2", base_url="", auth_config={"client_id": CLIENT}
    )


def provider(server: OAuthServer, **more: Any) -> Provider:
    return Provider(
        **{
            "title": "Books Online",
            "authorize_url": f"{server.url}/auth",
            "token_url": f"{server.url}/token",
            "client_id": CLIENT,
            "client_secret": SECRET,
            **more,
        }
    )


def store_of(db: Database, connection: Connection, **more: Any) -> TokenStore:
    return TokenStore(db, SecretStore(db, lambda: KEY), connection.id, **{"hide": lambda _value: None, **more})


def redeem(server: OAuthServer, wanted: Provider, **more: Any) -> Tokens:
    back = server.sign_in(authorize_url(wanted, REDIRECT, STATE, VERIFIER))
    code = parse_qs(urlsplit(back).query)["code"][0]
    return Exchange(wanted, **more).redeem(code, VERIFIER, REDIRECT, CancelToken())


# --- signing in -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("secret_in", ["header", "body"])
def test_a_code_is_redeemed_with_proof(server: OAuthServer, secret_in: Any) -> None:
    server.secret_in = secret_in
    server.more = {"api_domain": "https://api.example", "x_refresh_token_expires_in": 8640000, "id_token": "private"}
    wanted = provider(
        server,
        secret_in=secret_in,
        scopes=("one.READ", "two.ALL"),
        scope_separator=",",
        authorize_params={"access_type": "offline", "prompt": "consent"},
        token_headers={"x-include": "true"},
        extras=("api_domain",),
    )
    clock = HandClock()
    tokens = redeem(server, wanted, clock=clock)
    page = server.pages[0]
    assert (page["scope"], page["access_type"], page["prompt"]) == ("one.READ,two.ALL", "offline", "consent")
    assert (page["state"], page["redirect_uri"], page["code_challenge_method"]) == (STATE, REDIRECT, "S256")
    assert server.headers[0]["x-include"] == "true"
    assert (tokens.access, tokens.refresh) == (server.given[0], *server.logins)
    assert tokens.extras == {"api_domain": "https://api.example"}
    assert tokens.expires_at == clock.now + timedelta(hours=1)
    assert tokens.refresh_expires_at == clock.now + timedelta(days=100)
    assert SECRET not in repr(wanted)
    assert tokens.access not in repr(tokens)


def test_without_proof_where_the_system_knows_none(server: OAuthServer) -> None:
    assert redeem(server, provider(server, pkce=False)).access
    assert "code_challenge" not in server.pages[0]
    assert "code_verifier" not in server.forms[0]


def test_another_verifier_gets_nothing(server: OAuthServer) -> None:
    wanted = provider(server)
    back = server.sign_in(authorize_url(wanted, REDIRECT, STATE, "another-" * 8))
    code = parse_qs(urlsplit(back).query)["code"][0]
    with pytest.raises(errors.AuthRequired) as caught:
        Exchange(wanted).redeem(code, VERIFIER, REDIRECT, CancelToken())
    assert caught.value.code == "code_refused"
    assert "clock" not in caught.value.hint


def test_a_wrong_clock_is_named_when_a_code_is_refused(server: OAuthServer) -> None:
    clock = HandClock()  # far from the server's
    with pytest.raises(errors.AuthRequired) as caught:
        Exchange(provider(server), clock=clock).redeem("code-9999", VERIFIER, REDIRECT, CancelToken())
    assert "clock is wrong by" in caught.value.hint


@pytest.mark.parametrize("secret", ["wrong", "пароль", ""])
def test_a_wrong_client_is_told(server: OAuthServer, secret: str) -> None:
    with pytest.raises(errors.Misconfigured) as caught:
        redeem(server, provider(server, client_secret=secret))
    assert caught.value.code == "wrong_client"


def test_no_lasting_login(server: OAuthServer) -> None:
    server.plan.append(Reply(200, {"access_token": "once", "expires_in": 3600}))
    with pytest.raises(errors.AuthRequired) as caught:
        redeem(server, provider(server))
    assert caught.value.code == "no_lasting_login"
    server.plan.append(Reply(200, {"access_token": "once", "expires_in": 3600}))
    assert redeem(server, provider(server, lasting=False)).access == "once"


def test_pages_and_calls_are_protected(server: OAuthServer) -> None:
    plain = provider(server, authorize_url="http://books.example/auth", token_url="http://books.example/token")
    with pytest.raises(errors.Misconfigured, match="unprotected"):
        authorize_url(plain, REDIRECT, STATE, VERIFIER)
    with pytest.raises(errors.Misconfigured, match="unprotected"):
        Exchange(plain).renew(Tokens("refresh"), CancelToken())


# --- what a renewal may meet ------------------------------------------------------------------------------------

SAID = [
    ("error with 200", Reply(200, {"error": "invalid_code"}), errors.AuthRequired, "login_refused"),
    ("too often with 200", Reply(200, {"error": "Access Denied", "status": "failure"}), errors.RateLimited, "rate_limited"),
    ("429", Reply(429, {}, headers={"Retry-After": "3000"}), errors.RateLimited, "rate_limited"),
    ("another error", Reply(200, {"error": "odd thing <b>"}), errors.BadAnswer, "sign_in_refused"),
    ("scope", Reply(400, {"error": "invalid_scope"}), errors.Misconfigured, "wrong_scope"),
    ("no token", Reply(200, {"token_type": "Bearer"}), errors.BadAnswer, "no_token"),
    ("token is no text", Reply(200, {"access_token": {"a": 1}}), errors.BadAnswer, "no_token"),
    ("a list", Reply(200, ["access_token"]), errors.BadAnswer, "no_token"),
    ("a page", Reply(200, b"<html>Sign in here</html>"), errors.BadAnswer, "no_token"),
    ("bad request without a word", Reply(400, b""), errors.BadAnswer, "no_token"),
    ("down", Reply(503, b"<html>busy</html>"), errors.NotReady, "sign_in_down"),
    ("down for now", Reply(400, {"error": "temporarily_unavailable"}), errors.NotReady, "sign_in_down"),
    ("moved", Reply(302, b"", headers={"Location": "https://evil.example/"}), errors.Misconfigured, "redirected"),
    ("cut", Reply(200, {"access_token": "half", "refresh_token": "x"}, cut=5), errors.Unreachable, "no_answer"),
    ("forbidden", Reply(403, b""), errors.Forbidden, "forbidden"),
]  # fmt: skip


@pytest.mark.database("sqlite")
@pytest.mark.parametrize(("reply", "kind", "code"), [row[1:] for row in SAID], ids=[row[0] for row in SAID])
def test_what_is_no_token_is_never_stored(
    db: Database, connection: Connection, server: OAuthServer, reply: Reply, kind: type[Exception], code: str
) -> None:
    store = store_of(db, connection)
    store.put(Tokens(server.login(), extras={"api_domain": "x"}))
    before = store.load()
    server.plan.append(reply)
    allowance = Allowance(10, 600)
    wanted = provider(
        server,
        lost_login=frozenset({"invalid_code"}),
        too_often=frozenset({"access_denied"}),
        allowance=allowance,
    )
    login = Login(wanted, store, Exchange(wanted))
    with pytest.raises(kind) as caught:
        login.tokens(CancelToken())
    assert isinstance(caught.value, errors.AppError)
    assert caught.value.code == code
    assert len(server.forms) == 1
    assert store.load() == before
    status = ConnectionStore(db).get(connection.id).status
    assert status == ("expired" if code == "login_refused" else "active")
    if kind is errors.RateLimited:  # that is remembered, by all
        with pytest.raises(errors.RateLimited):
            Login(wanted, store_of(db, connection), Exchange(wanted)).tokens(CancelToken())
        assert len(server.forms) == 1
    elif code != "login_refused":
        assert login.tokens(CancelToken()).access == server.given[0]


@pytest.mark.database("sqlite")
def test_a_slow_or_absent_server_leaves_the_login(db: Database, connection: Connection, server: OAuthServer) -> None:
    store, wanted = store_of(db, connection), provider(server)
    store.put(Tokens(server.login()))
    go_on = threading.Event()
    server.before_answer = lambda: go_on.wait(30) and None
    with pytest.raises(errors.Unreachable) as slow:
        Login(wanted, store, Exchange(wanted, times=QUICK)).tokens(CancelToken())
    assert slow.value.code == "no_answer"
    go_on.set()
    nobody = replace(wanted, token_url="http://127.0.0.1:9/token")
    with pytest.raises(errors.Unreachable):
        Login(nobody, store, Exchange(nobody)).tokens(CancelToken())
    assert ConnectionStore(db).get(connection.id).status == "active"
    assert Login(wanted, store, Exchange(wanted)).tokens(CancelToken()).access == server.given[1]


# --- renewing ---------------------------------------------------------------------------------------------------


def test_renewed_in_time_and_stored_before_use(
    db: Database, connection: Connection, server: OAuthServer, clock: HandClock
) -> None:
    server.rotation = "strict"
    server.more = {"x_refresh_token_expires_in": 86400}
    hidden: list[str] = []
    store, wanted = store_of(db, connection, clock=clock, hide=hidden.append), provider(server)
    first = server.login()
    store.put(Tokens(first))
    login = Login(wanted, store, Exchange(wanted, clock=clock), clock)
    tokens = login.tokens(CancelToken())
    stored = store_of(db, connection).load()
    assert (stored.access, stored.refresh) == (tokens.access, tokens.refresh)
    assert tokens.refresh != first
    shown = ConnectionStore(db).get(connection.id).auth_config["refresh_token"]
    assert shown == {"set": True, "expiresAt": "2026-08-02T08:30:00.000Z"}
    clock.forward(3600 - 61)
    assert login.tokens(CancelToken()) == tokens
    clock.forward(2)
    assert login.tokens(CancelToken()).access != tokens.access
    assert server.renewals == 2
    clock.forward(-7200)  # the clock was put back: nobody knows how old it is
    login.tokens(CancelToken())
    assert server.renewals == 3
    assert {first, tokens.access, tokens.refresh} <= set(hidden)
    raw = db.path.read_bytes() + db.path.with_name(db.path.name + "-wal").read_bytes() if db.path else b""
    assert tokens.refresh.encode() not in raw
    assert tokens.access.encode() not in raw


@pytest.mark.database("sqlite")
def test_a_token_that_is_taken_no_more_is_renewed_once(
    db: Database, connection: Connection, server: OAuthServer
) -> None:
    store, wanted = store_of(db, connection), provider(server)
    store.put(Tokens(server.login()))
    one, other = (Login(wanted, store, Exchange(wanted)) for _ in range(2))
    old = one.tokens(CancelToken()).access
    assert other.tokens(CancelToken()).access == old
    new = one.tokens(CancelToken(), refused=old).access
    assert new != old
    assert other.tokens(CancelToken(), refused=old).access == new
    assert server.renewals == 2


@pytest.mark.database("sqlite")
def test_a_login_that_a_person_put_in_counts_at_once(db: Database, connection: Connection, server: OAuthServer) -> None:
    store, wanted = store_of(db, connection), provider(server)
    store.put(Tokens(server.login()))
    old = Login(wanted, store, Exchange(wanted)).tokens(CancelToken())
    SecretStore(db, lambda: KEY).put(connection.id, "refresh_token", server.login())
    assert store.load().access == ""
    assert Login(wanted, store, Exchange(wanted)).tokens(CancelToken()).access != old.access


@pytest.mark.database("sqlite")
def test_signing_in_during_a_renewal_wins(db: Database, connection: Connection, server: OAuthServer) -> None:
    store, wanted = store_of(db, connection), provider(server)
    store.put(Tokens(server.login()))
    server.before_answer = lambda: store_of(db, connection).put(Tokens("of the person"))
    login = Login(wanted, store, Exchange(wanted))
    with pytest.raises(errors.AuthRequired):
        login.tokens(CancelToken())  # it goes on with the person's, which this server doesn't know
    assert store.load().refresh == "of the person"


@pytest.mark.database("sqlite")
def test_nobody_signed_in(db: Database, connection: Connection, server: OAuthServer) -> None:
    told: list[str] = []
    store, wanted = store_of(db, connection, changed=told.append), provider(server)
    for _ in range(2):
        with pytest.raises(errors.AuthRequired, match="Nobody has signed in"):
            Login(wanted, store, Exchange(wanted)).tokens(CancelToken())
    now = ConnectionStore(db).get(connection.id)
    assert (now.status, told) == ("expired", [connection.id])
    assert "a person has to sign in" in (now.status_message or "")
    assert server.forms == []


def test_never_more_than_the_system_allows(
    db: Database, connection: Connection, server: OAuthServer, clock: HandClock
) -> None:
    wanted = provider(server, allowance=Allowance(3, 600))
    store_of(db, connection, clock=clock).put(Tokens(server.login()))  # (one)
    refused = ""

    def renew() -> str:
        store = store_of(db, connection, clock=clock)
        return Login(wanted, store, Exchange(wanted, clock=clock), clock).tokens(CancelToken(), refused).access

    server.plan.append(Reply(503, b""))  # (two: it may have given one)
    with pytest.raises(errors.NotReady):
        renew()
    wanted, right = replace(wanted, token_url="http://127.0.0.1:9/token"), wanted
    with pytest.raises(errors.Unreachable):  # (none: it was never asked)
        renew()
    wanted = right
    clock.forward(100)
    refused = renew()  # (three)
    with pytest.raises(errors.RateLimited) as caught:
        renew()
    assert caught.value.until == clock.now + timedelta(seconds=505)
    assert server.renewals == 2
    clock.forward(506)
    assert renew() != refused


@pytest.mark.database("sqlite")
def test_the_log_forgets_tokens_of_long_ago(db: Database, connection: Connection, server: OAuthServer) -> None:
    hidden: list[str] = []
    store = store_of(db, connection, hide=hidden.append, unhide=hidden.remove)
    wanted, refused = provider(server), ""
    store.put(Tokens(server.login()))
    login = Login(wanted, store, Exchange(wanted))
    for _ in range(10):
        refused = login.tokens(CancelToken(), refused).access
    assert sorted(hidden) == sorted([*server.logins, *server.given[-5:]])


def test_drafts_renew_in_memory(server: OAuthServer) -> None:
    wanted = provider(server)
    login = Login(wanted, MemoryTokens(Tokens(server.login())), Exchange(wanted))
    with ThreadPoolExecutor(8) as pool:
        found = {tokens.access for tokens in pool.map(lambda _: login.tokens(CancelToken()), range(8))}
    assert found == {server.given[0]}
    server.plan.append(Reply(400, {"error": "invalid_grant"}))
    with pytest.raises(errors.AuthRequired):
        login.tokens(CancelToken(), refused=server.given[0])
    assert login.tokens(CancelToken(), refused=server.given[0]).access == server.given[1]


def test_nothing_secret_is_logged(server: OAuthServer, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "app")
    tokens = redeem(server, provider(server))
    Exchange(provider(server)).renew(tokens, CancelToken())
    for secret in (SECRET, tokens.access, tokens.refresh, VERIFIER, "code-"):
        assert secret not in caplog.text


# --- many at once -----------------------------------------------------------------------------------------------

PROGRAM = """
import sys, threading
from pathlib import Path
from concurrent.futures import ThreadPoolExecutor
from app.connectors.login import Login
from app.connectors.oauth import Exchange, Provider
from app.db.database import Database
from app.db.secrets import SecretStore
from app.db.tokens import TokenStore
from app.model.cancel import CancelToken

url, folder, connection, server, client, secret, threads = sys.argv[1:]
db = Database(url, data_dir=Path(folder))
wanted = Provider("Books Online", server + "/auth", server + "/token", client, secret)
secrets = SecretStore(db, lambda: b"k" * 32)

store = TokenStore(db, secrets, connection, hide=lambda value: None)

def ask(_number):
    return Login(wanted, store, Exchange(wanted)).tokens(CancelToken()).access

print("ready", flush=True)
sys.stdin.readline()
with ThreadPoolExecutor(int(threads)) as pool:
    print(" ".join(sorted(set(pool.map(ask, range(int(threads)))))), flush=True)
db.close()
"""


def started(db: Database, url: str, connection: Connection, server: OAuthServer, threads: int) -> subprocess.Popen[str]:
    made = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, url, str(db.data_dir), connection.id, server.url, CLIENT, SECRET, str(threads)],
        cwd=Path(__file__).parents[2],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert made.stdout is not None
    assert made.stdout.readline() == "ready\n"
    return made


def go(one: subprocess.Popen[str]) -> None:
    assert one.stdin is not None
    one.stdin.write("\n")
    one.stdin.flush()


def test_many_threads_and_processes_renew_once(
    db: Database, database_url: str, connection: Connection, server: OAuthServer
) -> None:
    server.rotation = "strict"
    store_of(db, connection).put(Tokens(server.login()))
    programs = [started(db, database_url, connection, server, 20) for _ in range(3)]
    for one in programs:
        go(one)
    outs = [one.communicate(timeout=60)[0].split() for one in programs]
    assert outs == [server.given] * 3
    assert (len(server.given), server.renewals) == (1, 1)


class AtOnce(CancelToken):
    def wait(self, seconds: float) -> None:
        raise AssertionError("a dead process's turn is waited for")


@pytest.mark.database("sqlite")
@pytest.mark.parametrize("rotation", ["none", "grace", "strict"])
def test_killed_between_the_answer_and_its_being_stored(
    db: Database, database_url: str, connection: Connection, server: OAuthServer, rotation: str
) -> None:
    """The answer is lost. With a system that takes a login once, a person has to sign in; with others nothing is lost."""
    server.rotation = rotation
    wanted, made, killed = provider(server), threading.Event(), threading.Event()

    def hold() -> None:
        if not made.is_set():
            made.set()
            killed.wait(30)

    server.before_answer = hold
    store = store_of(db, connection)
    store.put(Tokens(server.login()))
    program = started(db, database_url, connection, server, 1)
    go(program)
    assert made.wait(30)
    program.kill()
    program.communicate()
    killed.set()
    login = Login(wanted, store, Exchange(wanted))
    if rotation == "strict":
        with pytest.raises(errors.AuthRequired):
            login.tokens(AtOnce())
        assert ConnectionStore(db).get(connection.id).status == "expired"
    else:
        assert login.tokens(AtOnce()).access == server.given[1]
    assert server.renewals == 2
