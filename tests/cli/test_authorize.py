"""``authorize`` and ``withdraw``, as a person types them at a machine without a browser."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from app import bootstrap
from tests.cli.conftest import Outcome, Site
from tests.oauth_server import CLIENT, REDIRECT, SECRET, OAuthServer, kind_of, oauth_server


class Installed:
    """A connector as a third party's package brings it."""

    name = "books"

    def __init__(self, server: OAuthServer) -> None:
        self._server = server

    def load(self) -> Any:
        return kind_of(self._server)


@pytest.fixture
def server(site: Site, monkeypatch: pytest.MonkeyPatch) -> Iterator[OAuthServer]:
    with oauth_server() as made:
        monkeypatch.setattr(bootstrap, "entry_points", lambda group: [Installed(made)])
        auth = {"client_id": CLIENT, "client_secret": SECRET, "redirect_uri": REDIRECT}
        draft = {"erp_system": "zoho", "connection_name": "CRM", "auth_type": "oauth2", "auth_config": auth}
        with bootstrap.closing(bootstrap.start(site.options, kind="guest", schedule=False, listen=None)) as app:
            connection = app.services.connections.create({**draft, "status": "expired"}).id
        yield made
        with bootstrap.closing(bootstrap.start(site.options, kind="guest", schedule=False, listen=None)) as app:
            app.services.connections.delete(connection)


class Person(io.StringIO):
    """Reads the address off the screen and pastes the one that the browser comes back to."""

    def __init__(self, server: OAuthServer, screen: pytest.CaptureFixture[str]) -> None:
        super().__init__()
        self._server = server
        self._screen = screen
        self.told = ""

    def readline(self, _size: int = -1, /) -> str:
        shown = self._screen.readouterr()
        self.told = shown.err
        return f"{self._server.sign_in(shown.out.strip())}\n"


def test_signed_in_and_out_at_the_terminal(
    site: Site,
    server: OAuthServer,
    command: Callable[..., Outcome],
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    person = Person(server, capfd)
    monkeypatch.setattr("sys.stdin", person)
    done = command("authorize", "crm")
    assert (done.code, done.out) == (0, "CRM is connected.\n"), done.err
    assert "paste it here within 15 minutes" in person.told
    with bootstrap.closing(bootstrap.start(site.options, kind="guest", schedule=False, listen=None)) as app:
        assert app.services.connections.named("CRM").status == "active"
    done = command("withdraw", "crm")
    assert (done.code, done.out, server.logins) == (0, "CRM is signed out of Zoho CRM.\n", set()), done.err
    with bootstrap.closing(bootstrap.start(site.options, kind="guest", schedule=False, listen=None)) as app:
        assert app.services.connections.named("CRM").status == "expired"


@pytest.mark.parametrize(("pasted", "words"), [("", "No address was given"), ("hello\n", "holds no code")])
def test_nothing_that_could_be_used(
    server: OAuthServer, command: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch, pasted: str, words: str
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(pasted))
    done = command("authorize", "CRM", "--redirect", "http://localhost:8123/cb")
    assert done.code == 2
    assert words in done.err
    assert server.forms == []


def test_what_needs_no_sign_in(command: Callable[..., Outcome]) -> None:
    for word in ("authorize", "withdraw"):
        done = command(word, bootstrap.DEMO_COMPANY)
        assert done.code == 2
        assert "needs no sign-in" in done.err
