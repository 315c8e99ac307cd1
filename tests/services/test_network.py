"""The proxy: kept without its password in clear, used where it is meant, and tried out in words; and the look for a newer
version, through it or not."""

from __future__ import annotations

import base64
import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from app import __version__, bootstrap
from app.model.clock import utc_now
from app.model.errors import BadAnswer, InvalidInput
from app.model.events import Noticed
from app.platform.certificates import make_certificate
from app.services.network import ProxyDraft
from app.services.options import Options
from app.services.updates import is_newer

pytestmark = pytest.mark.database("sqlite")

LOGIN = "asha:p@ss/word"


class Web(ThreadingHTTPServer):
    """Answers ``/version.json``; as a proxy it wants ``LOGIN`` and answers for whatever host is asked."""

    daemon_threads = True

    def __init__(self, *, proxy: bool = False) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.proxy = proxy
        self.asked: list[str] = []
        self.answer: Any = {"version": "0.1"}

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self.server_address[1]}"


class _Handler(BaseHTTPRequestHandler):
    server: Web

    def do_GET(self) -> None:
        self.server.asked.append(f"{self.command} {self.path}")
        login = "Basic " + base64.b64encode(LOGIN.encode()).decode()
        if self.server.proxy and self.headers.get("Proxy-Authorization") != login:
            self.send_response(407)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        body = json.dumps(self.server.answer).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_CONNECT(self) -> None:
        self.do_GET()

    def log_message(self, *_: Any) -> None:
        """Tests are quiet."""


@pytest.fixture
def serve() -> Iterator[Callable[..., Web]]:
    running: list[tuple[Web, threading.Thread]] = []

    def start(web: Web) -> Web:
        thread = threading.Thread(target=web.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        running.append((web, thread))
        return web

    yield start
    for web, thread in running:
        web.shutdown()
        web.server_close()
        thread.join()


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[bootstrap.App]:
    monkeypatch.setenv("SALESMATE_SYNC_LOCKS", str(tmp_path / "locks"))
    with bootstrap.closing(
        bootstrap.start(Options(data_dir=tmp_path / "data", secrets="file"), schedule=False, listen=None)
    ) as app:
        yield app


def test_the_password_is_kept_locked(hub: bootstrap.App) -> None:
    network, ports_for = hub.services.network, hub.parts.opener.ports_for
    assert (network.proxy().kind, ports_for("c").proxy) == ("system", "")
    shown = network.choose(ProxyDraft("address", "proxy.office:8080/", "asha", "p@ss/word"))
    assert (shown.address, shown.user, shown.has_password) == ("http://proxy.office:8080", "asha", True)
    assert ports_for("c").proxy == "http://asha:p%40ss%2Fword@proxy.office:8080"
    assert "word" not in json.dumps(hub.services.settings.all())
    assert "p@ss/word" not in hub.parts.logs.redact("with p@ss/word and p%40ss%2Fword")
    assert network.choose(ProxyDraft("address", "http://proxy.office:8081", "asha")).has_password  # the stored one
    assert network.choose(ProxyDraft("none")).kind == "none"
    assert ports_for("c").proxy == "none"
    typed = network.choose(ProxyDraft("address", "https://meera:secret@proxy.office:3128"))
    assert (typed.address, typed.user) == ("https://proxy.office:3128", "meera")
    assert "secret" not in json.dumps(hub.services.settings.all())
    assert not network.choose(ProxyDraft("address", "proxy.office:8080")).has_password
    # A key that is gone costs the proxy's login, and nothing that needs no proxy.
    network.choose(ProxyDraft("address", "proxy.office:8080", "asha", "p"))
    hub.parts.change_key(bytes(32))
    assert ports_for("c").proxy == "http://asha@proxy.office:8080"


@pytest.mark.parametrize(
    ("address", "user", "password", "field", "words"),
    [
        ("", "", None, "address", "not the address"),
        ("ftp://proxy:21", "", None, "address", "not the address"),
        ("http://proxy", "", None, "address", "lacks its port"),
        ("http://proxy:80808", "", None, "address", "not the address"),
        ("proxy:8080", "", "x", "user", "needs the name"),
    ],
)
def test_what_is_no_proxy_is_refused(
    hub: bootstrap.App, address: str, user: str, password: str | None, field: str, words: str
) -> None:
    with pytest.raises(InvalidInput, match=words) as caught:
        hub.services.network.choose(ProxyDraft("address", address, user, password))
    assert caught.value.field == field
    assert hub.services.network.proxy().kind == "system"
    with pytest.raises(InvalidInput) as caught:
        hub.services.network.choose(ProxyDraft("address", "http://asha:s3cret@proxy"))
    assert "s3cret" not in caught.value.hint


def test_a_try_says_what_stands_in_the_way(hub: bootstrap.App, serve: Callable[..., Web]) -> None:
    try_out, proxy = hub.services.network.try_out, serve(Web(proxy=True))
    far = "http://zoho.example/"

    def outcome(user: str = "", password: str | None = None, target: str = far, address: str = "") -> str:
        return try_out(ProxyDraft("address", address or proxy.address, user, password), target).outcome

    assert outcome("asha", "p@ss/word") == "reached"
    assert outcome("asha", "wrong") == outcome() == "proxy_login"
    assert outcome("asha", "wrong", target="https://zoho.example") == "proxy_login"
    assert outcome(target="") == "proxy_answers"
    gone = Web()
    gone.server_close()
    assert outcome(address=gone.address) == "no_proxy"
    near = serve(Web())
    before = len(proxy.asked)
    assert outcome(target=f"http://{near.address}/") == "reached"
    assert len(proxy.asked) == before  # what is on this machine is never asked through a proxy
    assert try_out(ProxyDraft("none"), f"http://{gone.address}").outcome == "unreachable"
    for target in ("https://a..b", "https://\xad"):
        assert try_out(ProxyDraft("none"), target).outcome == "unreachable"
    assert outcome(address="a..b:80") == "no_proxy"
    for target in ("", "http://", "file:///etc", "https://[", "https://zoho.example:99999"):
        with pytest.raises(InvalidInput):
            try_out(ProxyDraft("none"), target)
    assert hub.services.network.proxy().kind == "system"  # nothing of it is stored


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, serve: Callable[..., Web]) -> Web:
    """An https site that this machine trusts."""
    import ssl

    certificate, key = tmp_path / "site.pem", tmp_path / "site.key"
    make_certificate(certificate, key, ("127.0.0.1", "localhost"), utc_now())
    web = Web()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    web.socket = context.wrap_socket(web.socket, server_side=True)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    return serve(web)


def test_a_newer_version_is_told_once(hub: bootstrap.App, site: Web) -> None:
    updates, heard = hub.services.updates, []
    hub.bus.subscribe(lambda event: heard.append(event) if isinstance(event, Noticed) else None)
    updates.daily()  # off, as it comes
    url = f"https://{site.address}/version.json"
    with pytest.raises(InvalidInput, match="no address"):
        updates.choose(on=True, url=" ")
    with pytest.raises(InvalidInput, match="https://"):
        updates.choose(on=True, url=url.replace("https", "http"))
    assert site.asked == []
    state = updates.choose(on=True, url=url)
    assert (state.on, state.newer, state.asked_at) == (True, "", None)
    site.answer = {"version": "9.1.0", "notes_url": "https://office.example/notes"}
    updates.daily()
    updates.daily()
    assert site.asked == ["GET /version.json"]  # once a day
    assert [one.title for one in heard] == ["A newer SalesMate Sync"]
    assert "9.1.0" in heard[0].text
    state = updates.ask()
    assert (state.newer, state.notes_url) == ("9.1.0", "https://office.example/notes")
    assert len(heard) == 1
    for notes in ("javascript:alert(1)", "file:///etc", "https://[", "https:notes", ["https://x"], 5):
        site.answer = {"version": "9.1.0", "notes_url": notes}
        assert updates.ask().notes_url == ""
    # Whoever made the database that was restored decides no more than that.
    hub.parts.stores.settings.set("updates.last", {"version": "9.1.0", "notes_url": "file:///C:/x.exe"})
    assert updates.state().notes_url == ""
    site.answer = {"version": __version__}
    state = updates.ask()
    assert (state.newer, state.notes_url) == ("", "")
    assert state.asked_at


@pytest.mark.parametrize("answer", [[], {}, {"version": 3}, {"version": "newest"}, "x"])
def test_an_answer_without_a_version_is_an_error(hub: bootstrap.App, site: Web, answer: Any) -> None:
    hub.services.updates.choose(on=False, url=f"https://{site.address}/v")
    site.answer = answer
    with pytest.raises(BadAnswer, match="names no version"):
        hub.services.updates.ask()
    assert hub.services.updates.state().asked_at is None


def test_versions_are_compared_by_their_numbers() -> None:
    assert is_newer("0.10", "0.9.3")
    assert is_newer("v1.0", "0.9.9")
    assert not is_newer("1.0", "1.0.0")
    assert not is_newer("0.9.9", "0.10")
