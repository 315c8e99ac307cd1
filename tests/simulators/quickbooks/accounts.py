"""Intuit's identity service: the discovery documents, agreeing, codes, and tokens that change with each renewal."""

from __future__ import annotations

import base64
import itertools
import json
import secrets
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from urllib.parse import parse_qsl, urlencode, urlsplit

from tests.simulators.clock import Clock
from tests.simulators.quickbooks.problems import Refused
from tests.simulators.web import Answer, Request

CLIENT_ID, CLIENT_SECRET = "ABsimulatedQuickbooksClient", "simulated-client-secret"
SCOPE = "com.intuit.quickbooks.accounting"
_CODE_LIFE = timedelta(minutes=5)
_HARD_HEADER = "x-include-refresh-token-hard-expires-in"
_DOCUMENTS = {"production": "openid_configuration", "sandbox": "openid_sandbox_configuration"}


@dataclass
class Code:
    redirect_uri: str
    until: datetime
    realm: str


@dataclass
class Login:
    """What one sign-in brought; its refresh tokens and until when each is good."""

    realm: str
    environment: str
    hard_end: datetime
    refresh: dict[str, datetime] = field(default_factory=dict)
    newest: str = ""


@dataclass
class Access:
    login: Login
    until: datetime


@dataclass
class Accounts:
    """``life`` of an access token, ``rolling`` and ``hard`` of the lasting login, ``grace`` in which a refresh token
    is good beside its successor: seconds. ``each``: how long a refresh token is told again before a new one comes,
    0: never. ``redirects``: those that are registered, when it matters; ``strict``: the vendor's rules for them
    besides. ``deny``: what the page answers instead of a code."""

    clock: Clock
    realm: str
    environment: str = "sandbox"
    url: str = ""
    client_id: str = CLIENT_ID
    client_secret: str = CLIENT_SECRET
    redirects: frozenset[str] = frozenset()
    strict: bool = False
    life: float = 3600
    rolling: float = 100 * 86400
    hard: float = 5 * 365 * 86400
    grace: float = 86400
    each: float = 0
    deny: str = ""
    codes: dict[str, Code] = field(default_factory=dict)
    logins: list[Login] = field(default_factory=list)
    active: dict[str, Access] = field(default_factory=dict)
    given: int = 0
    refused: int = 0
    #: Every token there was.
    ever: list[str] = field(default_factory=list)
    _told_at: dict[str, datetime] = field(default_factory=dict)
    _numbers: itertools.count[int] = field(default_factory=lambda: itertools.count(1))
    _lock: threading.RLock = field(default_factory=threading.RLock)

    # --- where things are --------------------------------------------------------------------------------------

    def discovery(self) -> Answer:
        return Answer(
            200,
            {
                "issuer": f"{self.url}/op/v1",
                "authorization_endpoint": f"{self.url}/connect/oauth2",
                "token_endpoint": f"{self.url}/oauth2/v1/tokens/bearer",
                "userinfo_endpoint": f"{self.url}/v1/openid_connect/userinfo",
                "revocation_endpoint": f"{self.url}/v2/oauth2/tokens/revoke",
                "jwks_uri": f"{self.url}/op/v1/jwks",
                "response_types_supported": ["code"],
                "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["RS256"],
                "scopes_supported": ["openid", "email", "profile", "address", "phone"],
                "token_endpoint_auth_methods_supported": ["client_secret_post", "client_secret_basic"],
                "claims_supported": ["aud", "exp", "iat", "iss", "realmid", "sub"],
            },
        )

    @property
    def discovery_url(self) -> str:
        return f"{self.url}/.well-known/{_DOCUMENTS[self.environment]}/"

    # --- the page where a person agrees ------------------------------------------------------------------------

    def page(self, request: Request) -> Answer:
        """It doesn't ask anybody, but agrees at once."""
        asked, redirect = request.query, request.query.get("redirect_uri", "")
        wrong = (
            asked.get("client_id") != self.client_id
            or asked.get("response_type") != "code"
            or SCOPE not in asked.get("scope", "").split()
            or not asked.get("state")
            or not self._may_come_back(redirect)
        )
        if wrong:
            page = b"<html>Sorry, but the app didn't connect: a parameter of the request is missing or wrong.</html>"
            return Answer(400, page, content_type="text/html")
        back = {"state": asked["state"]}
        back |= {"error": self.deny} if self.deny else {"code": self.code(redirect), "realmId": self.realm}
        joint = "&" if "?" in redirect else "?"
        return Answer(302, b"", {"Location": f"{redirect}{joint}{urlencode(back)}"}, "text/html")

    def _may_come_back(self, redirect: str) -> bool:
        """Sandbox keys may come back to localhost, without https; production keys to a domain, with it."""
        if self.redirects and redirect not in self.redirects:
            return False
        parts = urlsplit(redirect)
        host = parts.hostname or ""
        if not self.strict:
            return parts.scheme in {"http", "https"} and bool(host)
        number = host.replace(".", "").isdigit() or ":" in host
        if host == "localhost":
            return self.environment == "sandbox" and parts.scheme == "http"
        return parts.scheme == "https" and "." in host and not number

    def code(self, redirect_uri: str = "") -> str:
        made = self._token("AB11")
        with self._lock:
            self.codes[made] = Code(redirect_uri, self.clock() + _CODE_LIFE, self.realm)
        return made

    # --- tokens ------------------------------------------------------------------------------------------------

    def token(self, request: Request) -> Answer:
        form = dict(parse_qsl(request.body.decode("utf-8", "replace")))
        if not self._known(request, form):
            return self._no("invalid_client", status=401)
        with self._lock:
            if form.get("grant_type") == "authorization_code":
                return self._redeemed(request, form)
            if form.get("grant_type") == "refresh_token":
                return self._renewed(request, form)
        return self._no("unsupported_grant_type")

    def _known(self, request: Request, form: Mapping[str, str]) -> bool:
        """By the Authorization header, or in the body."""
        kind, _, coded = request.headers.get("authorization", "").partition(" ")
        if kind.lower() == "basic":
            try:
                id, _, secret = base64.b64decode(coded).decode().partition(":")
            except ValueError:
                return False
        else:
            id, secret = form.get("client_id", ""), form.get("client_secret", "")
        return (id, secret) == (self.client_id, self.client_secret)

    def _redeemed(self, request: Request, form: Mapping[str, str]) -> Answer:
        code = self.codes.pop(form.get("code", ""), None)
        if code is None or self.clock() >= code.until:
            return self._no("invalid_grant", "Invalid authorization code")
        if code.redirect_uri != form.get("redirect_uri"):
            return self._no("invalid_grant", "Incorrect redirect uri")
        return Answer(200, {**self._tokens(self._login(code.realm), request), "id_token": self._token("eyJ")})

    def _renewed(self, request: Request, form: Mapping[str, str]) -> Answer:
        given, now = form.get("refresh_token", ""), self.clock()
        login = next((one for one in self.logins if given in one.refresh), None)
        if login is None or now >= min(login.refresh[given], login.hard_end):
            return self._no("invalid_grant", "Incorrect or invalid refresh token")
        return Answer(200, self._tokens(login, request))

    def _tokens(self, login: Login, request: Request | None = None) -> dict[str, object]:
        """A new access token, and the next refresh token; the one before is good for the grace."""
        now = self.clock()
        rolling = now + timedelta(seconds=self.rolling)
        if not login.newest or now >= self._told_at[login.newest] + timedelta(seconds=self.each):
            if login.newest:
                end = now + timedelta(seconds=self.grace)
                login.refresh[login.newest] = min(login.refresh[login.newest], end)
            login.newest = self._token("RT1-")
            self._told_at[login.newest] = now
        login.refresh[login.newest] = rolling
        access = self._token("eyJ")
        self.active[access] = Access(login, now + timedelta(seconds=self.life))
        self.given += 1
        left = (login.hard_end - now).total_seconds()
        told: dict[str, object] = {
            "token_type": "bearer",
            "expires_in": int(self.life),
            "refresh_token": login.newest,
            "x_refresh_token_expires_in": int(min(self.rolling, left)),
            "access_token": access,
        }
        if request is not None and request.headers.get(_HARD_HEADER, "").lower() == "true":
            told["x_refresh_token_hard_expires_in"] = int(left)
        return told

    def _login(self, realm: str, environment: str = "") -> Login:
        made = Login(realm, environment or self.environment, self.clock() + timedelta(seconds=self.hard))
        self.logins.append(made)
        return made

    def _token(self, begin: str) -> str:
        made = f"{begin}{next(self._numbers):06d}{secrets.token_urlsafe(24)}"
        self.ever.append(made)
        return made

    def _no(self, error: str, description: str = "", status: int = 400) -> Answer:
        self.refused += 1
        return Answer(status, {**({"error_description": description} if description else {}), "error": error})

    def revoke(self, request: Request) -> Answer:
        """It takes JSON, and either token; the whole login ends."""
        if not self._known(request, {}):
            return self._no("invalid_client", status=401)
        try:
            body = json.loads(request.body)
            token = str(body["token"])
        except (ValueError, KeyError, TypeError):
            return self._no("invalid_request")
        with self._lock:
            access = self.active.get(token)
            login = access.login if access else next((one for one in self.logins if token in one.refresh), None)
            if login is None:
                return self._no("invalid_request")
            self._forget(login)
        return Answer(200, {"statuscode": "200"})

    def _forget(self, login: Login) -> None:
        self.logins.remove(login)
        self.active = {token: access for token, access in self.active.items() if access.login is not login}

    def userinfo(self, request: Request) -> Answer:
        self.check(request, "")
        return Answer(
            200, {"sub": "1182d6ec", "email": "patricia@example.com", "emailVerified": True, "givenName": "Patricia"}
        )

    # --- for tests, and for the API ----------------------------------------------------------------------------

    def grant(self, environment: str = "", realm: str = "") -> dict[str, object]:
        """What a person's whole sign-in brings: the answer with both tokens, of the other environment if that is
        asked."""
        with self._lock:
            return self._tokens(self._login(realm or self.realm, environment))

    def kill_tokens(self) -> None:
        with self._lock:
            self.active.clear()

    def revoke_all(self) -> None:
        with self._lock:
            self.active.clear()
            self.logins.clear()

    def check(self, request: Request, realm: str) -> None:
        """Whether the token is good for that company. Raises the fault."""
        kind, _, token = request.headers.get("authorization", "").partition(" ")
        with self._lock:
            access = self.active.get(token.strip())
        if kind.lower() != "bearer" or access is None or self.clock() >= access.until:
            raise Refused("3200")
        if realm and (access.login.realm != realm or access.login.environment != self.environment):
            raise Refused("3100")
