"""Signing a connection in: the states, what comes back, the catcher, on a real hub and a real OAuth server."""

from __future__ import annotations

import queue
import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

from app import bootstrap
from app.connectors.login import Login
from app.connectors.oauth import Exchange
from app.model import errors
from app.model.cancel import CancelToken
from app.model.clock import utc_now
from app.model.events import Changed, Noticed
from app.model.tokens import Tokens
from app.services.options import Options
from tests.oauth_server import CLIENT, REDIRECT, SECRET, OAuthServer, Reply, kind_of, oauth_server
from tests.systems import take_out


@pytest.fixture
def server() -> Iterator[OAuthServer]:
    with oauth_server() as made:
        yield made


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[bootstrap.App]:
    folder = tmp_path_factory.mktemp("hub")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SALESMATE_SYNC_LOCKS", str(folder / "locks"))
        app = bootstrap.start(
            Options(data_dir=folder / "data", secrets="file"), kind="serve", schedule=False, listen=None
        )
        yield app
        app.close()


@pytest.fixture
def app(hub: bootstrap.App, server: OAuthServer) -> bootstrap.App:
    hub.parts.registry.add(kind_of(server))
    return hub


@pytest.fixture
def connection_id(app: bootstrap.App) -> Iterator[str]:
    auth = {"client_id": CLIENT, "client_secret": SECRET, "redirect_uri": REDIRECT}
    draft = {"erp_system": "zoho", "connection_name": "CRM", "auth_type": "oauth2", "auth_config": auth}
    made = app.services.connections.create(draft).id
    yield made
    app.services.connections.delete(made)


def test_a_connection_is_signed_in(app: bootstrap.App, server: OAuthServer, connection_id: str) -> None:
    server.back = {"realmId": "4620", "accounts-server": server.url}
    app.services.connections.update(connection_id, {"status": "expired"})
    heard: list[Any] = []
    stop = app.bus.subscribe(heard.append)
    begun = app.services.authorisations.begin(connection_id)
    assert (begun.redirect_uri, begun.caught) == (REDIRECT, False)
    back = server.sign_in(begun.authorize_url)
    assert urlsplit(back).hostname == "office.example"
    view = app.services.authorisations.complete(connection_id, back)
    stop()
    assert (view.status, view.status_message) == ("active", "")
    assert (view.auth["realm_id"], view.auth["accounts_url"]) == ("4620", server.url)
    assert view.auth["refresh_token"] == {"set": True}
    tokens = app.parts.logins(connection_id).load()
    assert (tokens.access, {tokens.refresh}) == (server.given[0], server.logins)
    assert Changed(frozenset({"connections"}), connection_id) in heard
    for secret in (tokens.access, tokens.refresh):
        assert app.parts.logs.redact(f"got {secret}") == "got [hidden]"
        app.parts.logs.redact.forget(secret)
        assert secret in app.parts.logs.redact(f"got {secret}")


def test_connectors_get_the_login(app: bootstrap.App, server: OAuthServer, connection_id: str) -> None:
    authorisations = app.services.authorisations
    authorisations.complete(connection_id, server.sign_in(authorisations.begin(connection_id).authorize_url))
    ports = app.parts.opener.ports_for(connection_id)
    settings = app.parts.opener.settings(app.parts.stores.connections.get(connection_id))
    kind = app.parts.registry.get("zoho")
    assert kind is not None
    assert kind.oauth is not None
    provider = kind.oauth(settings, ports.state)
    assert provider is not None
    login = Login(provider, ports.tokens, Exchange(provider, proxy=ports.proxy))
    first = login.tokens(CancelToken())
    assert first.access == server.given[0]
    server.plan.append(Reply(400, {"error": "invalid_grant"}))
    with pytest.raises(errors.AuthRequired):
        login.tokens(CancelToken(), refused=first.access)
    view = app.services.connections.get(connection_id)
    assert view.status == "expired"
    assert "does not accept the stored login any more" in view.status_message


@pytest.mark.parametrize("form", ["address", "query", "parts"])
def test_a_state_is_good_for_once(app: bootstrap.App, server: OAuthServer, connection_id: str, form: str) -> None:
    begun = app.services.authorisations.begin(connection_id)
    back = server.sign_in(begun.authorize_url)
    query = dict(pair.split("=") for pair in urlsplit(back).query.split("&"))

    def complete() -> Any:
        if form == "parts":
            return app.services.authorisations.complete(connection_id, code=query["code"], state=begun.state)
        return app.services.authorisations.complete(
            connection_id, f" {back}\n" if form == "address" else urlsplit(back).query
        )

    assert complete().status == "active"
    with pytest.raises(errors.InvalidInput) as caught:
        complete()
    assert caught.value.code == "state_used"
    assert len(server.forms) == 1


def test_a_code_from_the_systems_own_pages(app: bootstrap.App, server: OAuthServer, connection_id: str) -> None:
    server.codes["own-4711"] = {}
    begun = app.services.authorisations.begin(connection_id)
    with pytest.raises(errors.InvalidInput):
        app.services.authorisations.complete(connection_id, "own-47110")
    assert app.services.authorisations.complete(connection_id, " own-4711\n").status == "active"
    (form,) = server.forms
    assert "code_verifier" not in form
    assert {app.parts.logins(connection_id).load().refresh} == server.logins
    with pytest.raises(errors.AuthRequired):
        app.services.authorisations.complete(connection_id, "own-4711")
    assert app.services.authorisations.complete(connection_id, server.sign_in(begun.authorize_url)).status == "active"


def test_of_many_at_once_one_completes(app: bootstrap.App, server: OAuthServer, connection_id: str) -> None:
    back = server.sign_in(app.services.authorisations.begin(connection_id).authorize_url)

    def complete(_number: int) -> str:
        try:
            return app.services.authorisations.complete(connection_id, back).status
        except errors.InvalidInput as error:
            return error.code

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(complete, range(8)))
    assert sorted(found) == ["active", *["state_used"] * 7]
    assert len(server.forms) == 1


def test_a_state_belongs_to_its_connection(app: bootstrap.App, server: OAuthServer, connection_id: str) -> None:
    other = app.services.connections.create(
        {"erp_system": "zoho", "connection_name": "Other", "auth_type": "oauth2", "auth_config": {"client_id": CLIENT}}
    )
    back = server.sign_in(app.services.authorisations.begin(connection_id).authorize_url)
    for address in (back, back.replace("state=", "state=x"), f"{REDIRECT}?code=a&state=%C3%BC"):
        with pytest.raises(errors.InvalidInput) as caught:
            app.services.authorisations.complete(other.id, address)
        assert caught.value.code == "state_unknown"
    assert server.forms == []
    assert app.services.authorisations.complete(connection_id, back).status == "active"
    app.services.connections.delete(other.id)


@pytest.mark.parametrize("later", [timedelta(minutes=16), timedelta(hours=-3)], ids=["too late", "clock put back"])
def test_a_state_ends(app: bootstrap.App, server: OAuthServer, connection_id: str, later: timedelta) -> None:
    back = server.sign_in(app.services.authorisations.begin(connection_id).authorize_url)
    clock = lambda: utc_now() + later  # noqa: E731
    store = app.parts.logins(connection_id)
    store._clock, before = clock, store._clock
    try:
        with pytest.raises(errors.InvalidInput) as caught:
            app.services.authorisations.complete(connection_id, back)
    finally:
        store._clock = before
    assert caught.value.code == "state_expired"
    assert server.forms == []


def test_a_state_outlives_a_restart(tmp_path: Path, server: OAuthServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SALESMATE_SYNC_LOCKS", str(tmp_path / "locks"))
    options = Options(data_dir=tmp_path / "data", secrets="file")

    def started() -> bootstrap.App:
        made = bootstrap.start(options, kind="serve", schedule=False, listen=None)
        made.parts.registry.add(kind_of(server))
        return made

    app = started()
    auth = {"client_id": CLIENT, "client_secret": SECRET}
    draft = {"erp_system": "zoho", "connection_name": "CRM", "auth_type": "oauth2", "auth_config": auth}
    made = app.services.connections.create(draft).id
    begun = app.services.authorisations.begin(made, REDIRECT)
    app.close()
    stored = b"".join(file.read_bytes() for file in (tmp_path / "data").glob("*.db*"))
    assert begun.state.encode() not in stored
    again = started()
    assert again.services.authorisations.complete(made, server.sign_in(begun.authorize_url)).status == "active"
    again.close()
    stored = b"".join(file.read_bytes() for file in (tmp_path / "data").rglob("*") if file.is_file())
    for secret in (server.given[0], *server.logins):
        assert secret.encode() not in stored


REFUSED = [
    ("access_denied", "access_denied", "somebody declined"),
    ("invalid_scope", "sign_in_refused", "permissions"),
    ("unauthorized_client", "sign_in_refused", "client id"),
    ("<script>", "sign_in_refused", "refused the sign-in"),
]


@pytest.mark.parametrize(("error", "code", "words"), REFUSED, ids=[row[0] for row in REFUSED])
def test_the_system_says_no(
    app: bootstrap.App, server: OAuthServer, connection_id: str, error: str, code: str, words: str
) -> None:
    server.deny = error
    back = server.sign_in(app.services.authorisations.begin(connection_id).authorize_url)
    with pytest.raises(errors.Conflicting, match=words) as caught:
        app.services.authorisations.complete(connection_id, back)
    assert caught.value.code == code
    assert "<script>" not in caught.value.message


def test_what_fails_leaves_the_login_that_was_there(
    app: bootstrap.App, server: OAuthServer, connection_id: str
) -> None:
    authorisations = app.services.authorisations
    authorisations.complete(connection_id, server.sign_in(authorisations.begin(connection_id).authorize_url))
    before = app.parts.logins(connection_id).load()
    back = server.sign_in(authorisations.begin(connection_id).authorize_url)
    server.plan.append(Reply(200, {"error": "invalid_client"}))
    with pytest.raises(errors.Misconfigured) as caught:
        authorisations.complete(connection_id, back)
    assert caught.value.code == "wrong_client"
    assert app.parts.logins(connection_id).load() == before
    assert app.services.connections.get(connection_id).status == "active"


def test_other_books_are_refused(app: bootstrap.App, server: OAuthServer, connection_id: str) -> None:
    authorisations = app.services.authorisations
    app.services.connections.update(connection_id, {"auth_config": {"realm_id": "1"}})
    server.back = {"realmId": "2"}
    back = server.sign_in(authorisations.begin(connection_id).authorize_url)
    with pytest.raises(errors.Conflicting) as caught:
        authorisations.complete(connection_id, back)
    assert caught.value.code == "other_books"
    server.back = {"accounts-server": "http://evil.example"}
    back = server.sign_in(authorisations.begin(connection_id).authorize_url)
    with pytest.raises(errors.InvalidInput, match="a server that is none of"):
        authorisations.complete(connection_id, back)
    assert server.forms == []


PASTED = {
    "nothing": "",
    "the sign-in page": "https://books.example/auth?client_id=a&state=b",
    "no state": f"{REDIRECT}?code=1",
    "twice": f"{REDIRECT}?code=1&state=a&state=b",
    "words": "I signed in!",
    "long": "x" * 8001,
}


@pytest.mark.parametrize("pasted", PASTED.values(), ids=PASTED.keys())
def test_what_is_no_such_address(app: bootstrap.App, connection_id: str, pasted: str) -> None:
    with pytest.raises(errors.InvalidInput) as caught:
        app.services.authorisations.complete(connection_id, pasted)
    assert caught.value.field == "redirectedTo"
    assert "Paste the whole address" in caught.value.hint


BACK = {
    "plain http": "http://office.example/callback",
    "no address": "callback",
    "a script": "javascript:alert(1)",
    "a fragment": f"{REDIRECT}#a",
    "a user": "https://a:b@office.example/",
    "port 0": "http://127.0.0.1:0/",
    "bad port": "http://127.0.0.1:x/",
    "spaces": "https://office.example/a b",
}


@pytest.mark.parametrize("redirect", BACK.values(), ids=BACK.keys())
def test_where_no_browser_can_come_back_to(app: bootstrap.App, connection_id: str, redirect: str) -> None:
    with pytest.raises(errors.InvalidInput) as caught:
        app.services.authorisations.begin(connection_id, redirect)
    assert caught.value.field == "redirectUri"


def test_what_is_missing_is_named(
    app: bootstrap.App, server: OAuthServer, connection_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_out(monkeypatch, app.parts.registry, "sap")
    begin = app.services.authorisations.begin
    app.services.connections.update(connection_id, {"auth_config": {"redirect_uri": None}})
    with pytest.raises(errors.InvalidInput) as caught:
        begin(connection_id)
    assert caught.value.field == "redirectUri"
    app.services.connections.update(connection_id, {"auth_config": {"client_id": None}})
    with pytest.raises(errors.InvalidInput) as caught:
        begin(connection_id, REDIRECT)
    assert caught.value.field == "authConfig.client_id"
    app.services.connections.update(connection_id, {"auth_type": "none"})
    tally = app.services.connections.create(
        {"erp_system": "tally", "auth_config": {"company": "A"}, "connection_name": "T"}
    )
    sap = app.services.connections.create(
        {"erp_system": "sap", "base_url": "https://sap.example", "connection_name": "S"}
    )
    for one, code in ((connection_id, "no_authorisation"), (tally.id, "no_authorisation"), (sap.id, "not_installed")):
        with pytest.raises(errors.Conflicting) as refused:
            begin(one, REDIRECT)
        assert refused.value.code == code
    for one in (tally.id, sap.id):
        app.services.connections.delete(one)
    with pytest.raises(errors.NotFound):
        begin("gone", REDIRECT)


@pytest.mark.parametrize("gone", [False, True], ids=["it is there", "it is gone there already"])
def test_withdrawn_there_and_here(app: bootstrap.App, server: OAuthServer, connection_id: str, gone: bool) -> None:
    authorisations = app.services.authorisations
    authorisations.complete(connection_id, server.sign_in(authorisations.begin(connection_id).authorize_url))
    if gone:
        server.logins.clear()
    view = authorisations.withdraw(connection_id)
    assert (view.status, "refresh_token" in view.auth, server.logins) == ("expired", False, set())
    assert "You signed out" in view.status_message
    assert app.parts.logins(connection_id).load().refresh == ""


def another(app: bootstrap.App, server: OAuthServer, **auth: Any) -> str:
    """A connection that a person has signed in to."""
    keys = {"client_id": CLIENT, "client_secret": SECRET, "redirect_uri": REDIRECT, **auth}
    draft = {"erp_system": "zoho", "connection_name": "Other", "auth_type": "oauth2", "auth_config": keys}
    made = app.services.connections.create(draft).id
    back = server.sign_in(app.services.authorisations.begin(made).authorize_url)
    app.services.authorisations.complete(made, back)
    return made


def test_a_removed_connection_gives_its_login_back(
    app: bootstrap.App, server: OAuthServer, heard: queue.Queue[Noticed], monkeypatch: pytest.MonkeyPatch
) -> None:
    connections = app.services.connections
    first, same, books = (another(app, server, realm_id=realm) for realm in ("1", "1", "2"))
    connections.delete(first)
    assert len(server.logins) == 3  # another connection may live by it
    connections.delete(same)
    assert len(server.logins) == 2
    unsure = another(app, server, realm_id="3", setup="unfinished")
    connections.delete(unsure)
    assert len(server.logins) == 3
    monkeypatch.setattr(OAuthServer, "revoke", lambda *_: Reply(503, {"error": "temporarily_unavailable"}))
    connections.delete(books)
    told = [heard.get_nowait() for _ in range(heard.qsize())]
    assert [one.title for one in told] == ["Other: Zoho CRM was not told that its login is not wanted any more"]
    assert "Other" not in [one.name for one in connections.list()]


def test_the_overview_tells_in_time_that_a_login_ends(
    app: bootstrap.App, server: OAuthServer, connection_id: str
) -> None:
    def told(days: int | None, last: int | None) -> list[tuple[str, str]]:
        ends = {"refresh_expires_at": days, "ends_at": last}
        moments = {name: None if one is None else utc_now() + timedelta(days=one) for name, one in ends.items()}
        app.parts.logins(connection_id).put(Tokens("login", "access", **moments))
        return [(one.text.partition(".")[0], one.target) for one in app.services.dashboard().needs_you]

    here = f"connection:{connection_id}"
    assert told(None, None) == told(100, 1800) == told(15, None) == []
    assert (
        told(100, 13)
        == told(13, 13)
        == [("Sign in again before that day: syncs go on without a break then", f"{here}:authorise")]
    )
    assert told(13, 1800) == [("It was not used for long", here)]
    shown = app.services.connections.get(connection_id).auth["refresh_token"]
    assert shown.keys() == {"set", "expiresAt", "endsAt"}
    app.services.connections.update(connection_id, {"auth_config": {"refresh_token": shown}})  # as it is shown
    assert app.parts.logins(connection_id).load().refresh == "login"
    app.parts.logins(connection_id).forget()


# --- catching the browser ---------------------------------------------------------------------------------------


@pytest.fixture
def heard(app: bootstrap.App) -> Iterator[queue.Queue[Noticed]]:
    events: queue.Queue[Noticed] = queue.Queue()
    stop = app.bus.subscribe(lambda event: events.put(event) if isinstance(event, Noticed) else None)
    yield events
    stop()


def listening(redirect_uri: str) -> bool:
    try:
        socket.create_connection(("127.0.0.1", urlsplit(redirect_uri).port or 80), timeout=1).close()
    except OSError:
        return False
    return True


def catchers() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "sign-in"]


def test_the_browser_is_caught(
    app: bootstrap.App, server: OAuthServer, connection_id: str, heard: queue.Queue[Noticed]
) -> None:
    begun = app.services.authorisations.begin(connection_id, "http://localhost:0/callback", catch=True)
    assert begun.caught
    assert begun.redirect_uri.startswith("http://localhost:")
    back = server.sign_in(begun.authorize_url).replace("localhost", "127.0.0.1")
    for wrong in ("/favicon.ico", "/callback", "/callback?code=a&state=b", f"/other?{urlsplit(back).query}"):
        answer = httpx.get(f"http://127.0.0.1:{urlsplit(begun.redirect_uri).port}{wrong}")
        assert (answer.status_code, server.forms) == (404, [])
    answer = httpx.get(back)
    assert answer.status_code == 200
    assert "CRM is connected" in answer.text
    assert heard.get(timeout=10).title == "CRM is connected"
    for thread in catchers():
        thread.join(10)
    assert not listening(begun.redirect_uri)
    assert app.services.connections.get(connection_id).status == "active"


def test_a_refusal_is_told_in_the_browser_and_here(
    app: bootstrap.App, server: OAuthServer, connection_id: str, heard: queue.Queue[Noticed]
) -> None:
    app.services.connections.update(connection_id, {"auth_config": {"redirect_uri": None}})
    server.deny = "access_denied"
    begun = app.services.authorisations.begin(connection_id, catch=True)
    assert "somebody declined" in httpx.get(server.sign_in(begun.authorize_url)).text
    told = heard.get(timeout=10)
    assert (told.level, "somebody declined" in told.text) == ("error", True)


def test_what_can_not_be_caught_is_pasted(app: bootstrap.App, server: OAuthServer, connection_id: str) -> None:
    assert not app.services.authorisations.begin(connection_id, catch=True).caught  # not this computer's address
    with socket.create_server(("127.0.0.1", 0)) as taken:
        redirect = f"http://127.0.0.1:{taken.getsockname()[1]}/callback"
        begun = app.services.authorisations.begin(connection_id, redirect, catch=True)
        assert not begun.caught
        back = server.sign_in(begun.authorize_url)
    assert app.services.authorisations.complete(connection_id, back).status == "active"


def test_a_catcher_ends_with_the_program_and_with_the_next(app: bootstrap.App, connection_id: str) -> None:
    first = app.services.authorisations.begin(connection_id, "http://127.0.0.1:0/", catch=True)
    again = app.services.authorisations.begin(connection_id, first.redirect_uri, catch=True)  # the same port
    assert again.caught
    app.services.authorisations.stop()
    for thread in catchers():
        thread.join(10)
    assert not listening(first.redirect_uri)
