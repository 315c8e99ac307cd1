"""The accounts server: agreeing, codes, and the tokens made of them. It says no with status 200."""

from __future__ import annotations

import base64
import hashlib
import itertools
import secrets
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from urllib.parse import parse_qsl, urlencode

from tests.simulators.clock import Clock
from tests.simulators.web import Answer, Request
from tests.simulators.zoho.problems import bad_token, not_signed, wrong_scope

CLIENT_ID, CLIENT_SECRET = "1000.SIMULATEDCLIENT", "simulated-client-secret"
SCOPES = (
    "ZohoCRM.modules.ALL,ZohoCRM.settings.ALL,ZohoCRM.org.READ,ZohoCRM.users.READ,ZohoCRM.coql.READ,ZohoCRM.bulk.ALL,"
    "ZohoCRM.notifications.ALL,ZohoSearch.securesearch.READ"
)
_CODE_LIFE, _WINDOW = timedelta(minutes=2), timedelta(minutes=10)
_OFTEN, _ACTIVE, _LOGINS = 10, 15, 20


@dataclass
class Code:
    asked: Mapping[str, str]
    until: datetime
    lasting: bool


@dataclass
class Access:
    login: str
    scopes: frozenset[str]
    until: datetime


@dataclass
class Accounts:
    """``life`` is an access token's, in seconds. ``deny``: what the page answers instead of a code. ``api_domain``,
    ``location`` and ``server`` are told to the client; ``server`` and ``api_domain`` are ours unless they are set."""

    clock: Clock
    url: str = ""
    client_id: str = CLIENT_ID
    client_secret: str = CLIENT_SECRET
    secret_needed: bool = True
    redirects: frozenset[str] = frozenset()
    life: int = 3600
    deny: str = ""
    location: str = "in"
    server: str = ""
    api_domain: str = ""
    codes: dict[str, Code] = field(default_factory=dict)
    logins: dict[str, frozenset[str]] = field(default_factory=dict)
    active: dict[str, Access] = field(default_factory=dict)
    given: int = 0
    #: Every token and login there was.
    ever: list[str] = field(default_factory=list)
    refused: int = 0
    _agreed: set[str] = field(default_factory=set)
    _made: dict[str, list[datetime]] = field(default_factory=dict)
    _numbers: itertools.count[int] = field(default_factory=lambda: itertools.count(1))
    _lock: threading.RLock = field(default_factory=threading.RLock)

    # --- the page where a person agrees ------------------------------------------------------------------------

    def page(self, asked: Mapping[str, str]) -> Answer:
        """It doesn't ask anybody, but agrees at once."""
        redirect = asked.get("redirect_uri", "")
        fits = redirect in self.redirects if self.redirects else redirect.startswith(("http://", "https://"))
        if asked.get("client_id") != self.client_id or asked.get("response_type") != "code" or not fits:
            return Answer(400, b"<html>ERROR: Invalid Client or Redirect Uri</html>", content_type="text/html")
        back = {"state": asked["state"]} if "state" in asked else {}
        error = self.deny or ("invalid_scope" if not asked.get("scope") else "")
        with self._lock:
            if not error and not self._often("codes"):
                error = "access_denied"
        if error:
            return _sent_to(redirect, {"error": error, **back})
        lasting = asked.get("access_type") == "offline"
        again = self.client_id in self._agreed and asked.get("prompt") != "consent"
        self._agreed.add(self.client_id)
        back |= {"location": self.location, "accounts-server": self.server or self.url}
        return _sent_to(redirect, {"code": self.code(asked, lasting=lasting and not again), **back})

    def code(self, asked: Mapping[str, str] | None = None, *, lasting: bool = True) -> str:
        """A code as the page gives it; without parameters, one of a self client, which knows no redirect."""
        made = self._token()
        with self._lock:
            self.codes[made] = Code(asked or {"scope": SCOPES}, self.clock() + _CODE_LIFE, lasting)
        return made

    # --- tokens ------------------------------------------------------------------------------------------------

    def token(self, request: Request) -> Answer:
        form = _form(request)
        if form.get("client_id") != self.client_id:
            return self._no("invalid_client")
        secret = form.get("client_secret")
        if (secret is not None or self.secret_needed) and secret != self.client_secret:
            return self._no("invalid_client_secret")
        with self._lock:
            if form.get("grant_type") == "authorization_code":
                return self._redeemed(form)
            if form.get("grant_type") == "refresh_token":
                return self._renewed(form)
        return self._no("unsupported_grant_type")

    def _redeemed(self, form: Mapping[str, str]) -> Answer:
        code = self.codes.pop(form.get("code", ""), None)
        if code is None or self.clock() >= code.until or not _proves(code.asked, form.get("code_verifier", "")):
            return self._no("invalid_code")
        if code.asked.get("redirect_uri", form.get("redirect_uri")) != form.get("redirect_uri"):
            return self._no("invalid_redirect_uri")
        scopes = frozenset(code.asked["scope"].replace(" ", ",").split(","))
        if not code.lasting:
            return Answer(200, self._access("", scopes))
        login = self._login(scopes)
        return Answer(200, {**self._access(login, scopes), "refresh_token": login})

    def _renewed(self, form: Mapping[str, str]) -> Answer:
        login = form.get("refresh_token", "")
        if login not in self.logins:
            return self._no("invalid_code")
        if not self._often(login):
            message = "You have made too many requests continuously. Please try again after some time."
            return self._no("Access Denied", {"error_description": message, "status": "failure"})
        return Answer(200, {**self._access(login, self.logins[login]), "scope": " ".join(sorted(self.logins[login]))})

    def _no(self, error: str, more: Mapping[str, str] | None = None) -> Answer:
        self.refused += 1
        return Answer(200, {"error": error, **(more or {})})

    def _access(self, login: str, scopes: frozenset[str]) -> dict[str, object]:
        made = self._token()
        self.given += 1
        self.ever.append(made)
        self.active[made] = Access(login, scopes, self.clock() + timedelta(seconds=self.life))
        of_login = [token for token, access in self.active.items() if login and access.login == login]
        for token in of_login[:-_ACTIVE]:
            del self.active[token]
        domain = self.api_domain or self.url
        return {"access_token": made, "api_domain": domain, "token_type": "Bearer", "expires_in": self.life}

    def _login(self, scopes: frozenset[str]) -> str:
        made = self._token()
        self.ever.append(made)
        self.logins[made] = scopes
        for old in list(self.logins)[:-_LOGINS]:
            self._forget(old)
        return made

    def _forget(self, login: str) -> None:
        self.logins.pop(login, None)
        self.active = {token: access for token, access in self.active.items() if access.login != login}

    def _often(self, what: str) -> bool:
        """Whether there may be one more within ten minutes, which is then counted."""
        now = self.clock()
        made = [at for at in self._made.get(what, []) if now - at < _WINDOW]
        self._made[what] = made
        if len(made) >= _OFTEN:
            return False
        made.append(now)
        return True

    def _token(self) -> str:
        return f"1000.{next(self._numbers):06x}{secrets.token_hex(13)}.{secrets.token_hex(16)}"

    def revoke(self, request: Request) -> Answer:
        token = _form(request).get("token", "")
        with self._lock:
            if token in self.logins:
                self._forget(token)
            elif self.active.pop(token, None) is None:
                return Answer(200, {"error": "invalid_token"})
        return Answer(200, {"status": "success"})

    # --- for tests, and for the API ----------------------------------------------------------------------------

    def grant(self, scopes: str = SCOPES) -> dict[str, object]:
        """What a person's whole sign-in brings: the answer with both tokens."""
        with self._lock:
            granted = frozenset(scopes.split(","))
            login = self._login(granted)
            return {**self._access(login, granted), "refresh_token": login}

    def kill_tokens(self) -> None:
        with self._lock:
            self.active.clear()

    def revoke_all(self) -> None:
        with self._lock:
            self.active.clear()
            self.logins.clear()

    def check(self, header: str | None, wanted: tuple[str, str]) -> None:
        """Whether the token is good for ``wanted`` (area, operation). Raises the 401."""
        if not header:
            raise not_signed()
        kind, _, token = header.partition(" ")
        with self._lock:
            access = self.active.get(token.strip())
        if kind != "Zoho-oauthtoken" or access is None or self.clock() >= access.until:
            raise bad_token()
        area, operation = wanted
        first = ".".join(area.split(".")[:1])
        names = {f"{name}.{right}" for name in (area, first) for right in (operation, "ALL")}
        if not any(scope in names or scope in {f"ZohoCRM.{name}" for name in names} for scope in access.scopes):
            raise wrong_scope()


def _proves(asked: Mapping[str, str], verifier: str) -> bool:
    challenge = asked.get("code_challenge")
    if challenge is None:
        return True
    if asked.get("code_challenge_method", "plain") == "plain":
        return challenge == verifier
    digest = hashlib.sha256(verifier.encode()).digest()
    return challenge == base64.urlsafe_b64encode(digest).decode().rstrip("=")


def _sent_to(redirect: str, back: Mapping[str, str]) -> Answer:
    joint = "&" if "?" in redirect else "?"
    return Answer(302, b"", {"Location": f"{redirect}{joint}{urlencode(back)}"}, "text/html")


def _form(request: Request) -> dict[str, str]:
    return {**request.query, **dict(parse_qsl(request.body.decode("utf-8", "replace")))}
