"""A real OAuth 2 server on loopback with one client: it proves PKCE, redeems each code once, and renews as it is told to."""

from __future__ import annotations

import base64
import hashlib
import itertools
import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import httpx

from app.connectors.base import ConnectionSettings, ConnectorKind, ConnectorState
from app.connectors.oauth import Kept, Provider
from app.connectors.spec import Capabilities, ConnectorSpec

CLIENT, SECRET = "salesmate", "s3cret-of-client"
REDIRECT = "https://office.example/callback"

Form = Mapping[str, str]


@dataclass
class Reply:
    """``cut``: so many bytes less than were promised."""

    status: int = 200
    body: Any = None
    cut: int = 0
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass
class OAuthServer:
    """``rotation``: what a renewal does to the login: ``none`` (Zoho), ``grace`` (a new one, the old one still works),
    ``strict`` (a new one, the old one is dead at once). ``plan`` answers the next calls for tokens instead.
    ``before_answer`` is called when a token was made and before that is told. ``back`` is what the page tells besides."""

    url: str = ""
    rotation: str = "none"
    secret_in: str = "header"
    back: Mapping[str, str] = field(default_factory=dict)
    more: Mapping[str, Any] = field(default_factory=dict)
    deny: str = ""
    plan: list[Reply | Callable[[], Reply]] = field(default_factory=list)
    before_answer: Callable[[], None] = lambda: None
    pages: list[Form] = field(default_factory=list)
    forms: list[Form] = field(default_factory=list)
    headers: list[Mapping[str, str]] = field(default_factory=list)
    codes: dict[str, Form] = field(default_factory=dict)
    logins: set[str] = field(default_factory=set)
    given: list[str] = field(default_factory=list)
    _numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def renewals(self) -> int:
        return sum(form.get("grant_type") == "refresh_token" for form in self.forms)

    def login(self) -> str:
        """A lasting login, as if somebody had signed in."""
        with self._lock:
            return self._login()

    def _login(self) -> str:
        made = f"refresh-{next(self._numbers):04}"
        self.logins.add(made)
        return made

    def sign_in(self, authorize_url: str) -> str:
        """What a person with a browser does; the address that it comes back to."""
        answer = httpx.get(authorize_url)
        assert answer.status_code == 302, answer.text
        return answer.headers["location"]

    # --- the page ----------------------------------------------------------------------------------------------

    def page(self, asked: Form) -> tuple[int, str]:
        self.pages.append(asked)
        if asked["client_id"] != CLIENT or asked["response_type"] != "code":
            return 400, "who are you?"
        back = {"state": asked["state"], **self.back}
        if self.deny:
            return 302, f"{asked['redirect_uri']}?{urlencode({'error': self.deny, **back})}"
        with self._lock:
            code = f"code-{next(self._numbers):04}"
            self.codes[code] = asked
        return 302, f"{asked['redirect_uri']}?{urlencode({'code': code, **back})}"

    # --- the tokens --------------------------------------------------------------------------------------------

    def token(self, form: Form, headers: Mapping[str, str]) -> Reply:
        with self._lock:
            self.forms.append(form)
            self.headers.append(headers)
            planned = self.plan.pop(0) if self.plan else None
        if planned is not None:
            return planned() if callable(planned) else planned
        if not self._is_client(form, headers):
            return Reply(401, {"error": "invalid_client"})
        with self._lock:
            reply = self._redeemed(form) if form["grant_type"] == "authorization_code" else self._renewed(form)
        if reply.status == 200:
            self.before_answer()
        return reply

    def _is_client(self, form: Form, headers: Mapping[str, str]) -> bool:
        if self.secret_in == "header":
            wanted = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
            return headers.get("authorization") == f"Basic {wanted}" and "client_secret" not in form
        return (form.get("client_id"), form.get("client_secret")) == (CLIENT, SECRET)

    def _redeemed(self, form: Form) -> Reply:
        asked = self.codes.pop(form["code"], None)
        if asked is None or asked.get("redirect_uri") != form.get("redirect_uri"):
            return Reply(400, {"error": "invalid_grant"})
        if "code_challenge" in asked:
            digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
            proof = base64.urlsafe_b64encode(digest).decode().rstrip("=")
            if asked["code_challenge_method"] != "S256" or asked["code_challenge"] != proof:
                return Reply(400, {"error": "invalid_grant", "error_description": "PKCE"})
        return self._given({"refresh_token": self._login()})

    def _renewed(self, form: Form) -> Reply:
        login = form["refresh_token"]
        if login not in self.logins:
            return Reply(400, {"error": "invalid_grant", "error_description": "Incorrect or invalid refresh token"})
        if self.rotation == "none":
            return self._given({})
        if self.rotation == "strict":
            self.logins.remove(login)
        return self._given({"refresh_token": self._login()})

    def _given(self, more: Mapping[str, Any]) -> Reply:
        self.given.append(f"access-{next(self._numbers):04}")
        return Reply(
            200, {"access_token": self.given[-1], "token_type": "Bearer", "expires_in": 3600, **more, **self.more}
        )

    def revoke(self, form: Form) -> Reply:
        if form["token"] not in self.logins:
            return Reply(400, {"error": "invalid_token"})
        self.logins.remove(form["token"])
        return Reply(200, {"status": "success"})


@contextmanager
def oauth_server() -> Iterator[OAuthServer]:
    made = OAuthServer()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, text = made.page(dict(parse_qsl(urlsplit(self.path).query)))
            self.send_response(status)
            if status == 302:
                self.send_header("Location", text)
            self.end_headers()

        def do_POST(self) -> None:
            form = dict(parse_qsl(self.rfile.read(int(self.headers["Content-Length"])).decode()))
            headers = {name.lower(): value for name, value in self.headers.items()}
            reply = made.revoke(form) if self.path == "/revoke" else made.token(form, headers)
            body = reply.body if isinstance(reply.body, bytes) else json.dumps(reply.body).encode()
            self.send_response_only(reply.status)
            named = {"Date": formatdate(usegmt=True), "Content-Length": str(len(body)), "Connection": "close"}
            for name, value in {**named, **reply.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body[: len(body) - reply.cut])

        def log_message(self, format: str, *args: Any) -> None:
            """Quiet."""

    class Server(ThreadingHTTPServer):
        request_queue_size = 100

        def handle_error(self, request: Any, client_address: Any) -> None:
            """A client that was killed."""

    server = Server(("127.0.0.1", 0), Handler)
    made.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield made
    finally:
        server.shutdown()
        server.server_close()
        thread.join(10)


def kind_of(server: OAuthServer, system: str = "zoho") -> ConnectorKind:
    """A system that can be signed in to, and no more; its sign-in is as a connector would describe it."""

    def oauth(settings: ConnectionSettings, _state: ConnectorState) -> Provider | None:
        if settings.auth_type != "oauth2":
            return None
        accounts = settings.auth.get("accounts_url") or server.url
        return Provider(
            "Books Online",
            f"{server.url}/auth",
            f"{accounts}/token",
            settings.auth.get("client_id", ""),
            settings.auth.get("client_secret", ""),
            revoke_url=f"{accounts}/revoke",
            redirect_uri=settings.auth.get("redirect_uri", ""),
            kept=(
                Kept("accounts-server", "accounts_url", lambda value: value.startswith("http://127.0.0.1:")),
                Kept("realmId", "realm_id", str.isdigit, lasting=True),
            ),
            scopes=("all",),
            own_code=r"own-[0-9]{4}",
        )

    spec = ConnectorSpec(system, "Books Online", ("oauth2", "none"), (), Capabilities(), ())
    return ConnectorKind(spec, _never_opened, oauth=oauth)


def _never_opened(*_given: Any) -> Any:
    raise AssertionError("nobody should have asked the system")
