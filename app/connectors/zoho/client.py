"""Calls to one Zoho organisation: signed, to the right data centre, counted in Zoho's credits.

An access token that Zoho refuses is renewed once and the call sent again: a call with a bad token was not carried out. A second
refusal in a row ends the run: nothing more is sent. Only a refused refresh token asks a person to sign in.
"""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any
from urllib.parse import urljoin, urlsplit

from app.connectors.base import ConnectionSettings, ConnectorPorts
from app.connectors.http.answers import Answer
from app.connectors.http.client import LARGEST, Call, Client, Times
from app.connectors.http.limits import HOLD
from app.connectors.http.vendors import POLICIES, Policy
from app.connectors.login import Login
from app.connectors.oauth import Exchange
from app.connectors.zoho import errors
from app.connectors.zoho.centres import accounts_of, centre_of, may_call, same_centre
from app.connectors.zoho.sign_in import provider
from app.model.cancel import CancelToken
from app.model.clock import Clock, utc_now
from app.model.errors import ConnectorError, Misconfigured
from app.model.limits import CONCURRENT
from app.model.tokens import Tokens

_PATH = "/crm/v8"
#: By edition: credits in 24 hours (of one user's licence at least: more users have more) and calls at a time.
EDITIONS: Mapping[str, tuple[int, int]] = {
    "free": (5_000, 5),
    "standard": (50_000, 10),
    "professional": (50_000, 15),
    "enterprise": (50_000, 20),
    "ultimate": (50_000, 25),
}
#: We leave room for others: the limit holds for all programs of one kind together.
_MOST_AT_ONCE = 8
#: A credit is good for so many records of one write.
_A_CREDIT = 10


def policy_of(edition: str) -> Policy:
    credits, at_once = EDITIONS.get(edition, EDITIONS["free"])
    return replace(POLICIES["zoho"], limits={"per_day": credits, CONCURRENT: min(at_once, _MOST_AT_ONCE)})


class Zoho:
    """One connection's. Safe to use from several threads. ``path`` is within ``/crm/v8`` (``Contacts``, ``settings/fields``) or
    the server's own (``/crm/bulk/v8/read``).

    Everything raises what :class:`app.connectors.http.client.Client`, :class:`app.connectors.login.Login` and
    :func:`app.connectors.zoho.errors.judge` do. An answer to a write is the caller's to look through, record by record."""

    def __init__(
        self,
        settings: ConnectionSettings,
        ports: ConnectorPorts,
        *,
        clock: Clock = utc_now,
        times: Times = Times(),
        sleep: Callable[[CancelToken, float], None] = CancelToken.wait,
    ) -> None:
        signed_by = provider(settings)
        if signed_by is None:
            raise Misconfigured("Zoho needs a sign-in.", hint="Set the kind of login to OAuth 2 in the settings.")
        self._settings = settings
        self._ports = ports
        self._times = times
        self._sleep = sleep
        self._accounts = accounts_of(settings)
        self._limiter = ports.limits.of(settings.id, policy_of(str(settings.auth.get("edition") or "")))
        self._login = Login(signed_by, ports.tokens, Exchange(signed_by, proxy=ports.proxy, clock=clock), clock)
        self._lock = threading.Lock()
        self._bases: dict[str, str] = {}
        self._clients: dict[str, Client] = {}
        self._calling = threading.local()
        self._ended: ConnectorError | None = None

    def close(self) -> None:
        with self._lock:
            clients, self._clients = self._clients, {}
        for client in clients.values():
            client.close()

    def login_mark(self, cancel: CancelToken) -> str:
        """Tells one login from another, and nothing else about it."""
        return hashlib.sha256(self._login.tokens(cancel).refresh.encode()).hexdigest()[:16]

    # --- calls ---------------------------------------------------------------------------------------------------

    def get(
        self,
        path: str,
        params: Mapping[str, str],
        cancel: CancelToken,
        *,
        headers: Mapping[str, str] = {},
        largest: int = LARGEST,
        hold: float = HOLD,
    ) -> Answer:
        """Read. 204 is "nothing", 304 "nothing newer"."""
        call = Call("GET", path, params, headers, largest=largest)
        return self._done(call, cancel, write=False, hold=hold)

    def post(self, path: str, body: Any, cancel: CancelToken, **more: Any) -> Answer:
        return self._sent("POST", path, body, cancel, **more)

    def put(self, path: str, body: Any, cancel: CancelToken, **more: Any) -> Answer:
        return self._sent("PUT", path, body, cancel, **more)

    def delete(self, path: str, params: Mapping[str, str], cancel: CancelToken, **more: Any) -> Answer:
        return self._sent("DELETE", path, None, cancel, params=params, **more)

    def _sent(
        self,
        method: str,
        path: str,
        body: Any,
        cancel: CancelToken,
        *,
        params: Mapping[str, str] = {},
        headers: Mapping[str, str] = {},
        records: int = 1,
        changes: bool = True,
        hold: float = HOLD,
    ) -> Answer:
        """``records``: how many are written, for the credits that it costs. ``changes``: not for what may be sent again without
        harm (a query, a bulk read, a watch)."""
        sent = None if body is None else json.dumps(body, ensure_ascii=False, allow_nan=False).encode()
        cost = {"per_day": -(-records // _A_CREDIT)}
        return self._done(Call(method, path, params, headers, sent, cost), cancel, write=changes, hold=hold)

    def _done(self, call: Call, cancel: CancelToken, *, write: bool, hold: float) -> Answer:
        refused = ""
        while True:
            if self._ended is not None:
                raise self._ended
            tokens = self._login.tokens(cancel, refused)
            base = self._base(tokens)
            client = self._client(base)
            send = client.write if write else client.read
            self._calling.access = tokens.access
            path = urljoin(base, call.path) if call.path.startswith("/") else call.path
            try:
                return send(replace(call, path=path), cancel, judge=partial(errors.judge, write=write), hold=hold)
            except errors.LoginRefused as error:
                if refused:
                    here = same_centre(base, self._accounts)
                    self._ended = error.at_last() if here else errors.wrong_centre(_host(base), _host(self._accounts))
                refused = tokens.access

    # --- where to, and as whom -----------------------------------------------------------------------------------

    def _base(self, tokens: Tokens) -> str:
        """Where calls go, by what the sign-in told; looked at once. Raises :class:`Misconfigured` for an address that must not get
        the login."""
        told = tokens.extras.get("api_domain", "").rstrip("/")
        if told not in self._bases:
            self._bases[told] = self._base_of(told)
        return self._bases[told]

    def _base_of(self, told: str) -> str:
        """``told`` with the settings' path; an address of the settings that is none of Zoho's goes before it."""
        chosen = urlsplit(self._settings.base_url.rstrip("/"))
        origin = f"{chosen.scheme}://{chosen.netloc}"
        if chosen.netloc and not may_call(origin, self._accounts):
            return chosen.geturl()
        path = chosen.path or _PATH
        if told:
            if not may_call(told, self._accounts):
                raise errors.strange_address(told)
            return told + path
        centre = centre_of(self._accounts)
        return (centre.api_url if centre else origin) + path

    def _client(self, base: str) -> Client:
        with self._lock:
            if base not in self._clients:
                self._clients[base] = Client(
                    base,
                    errors.TITLE,
                    self._limiter,
                    sign=self._signed,
                    proxy=self._ports.proxy,
                    times=self._times,
                    sleep=self._sleep,
                )
            return self._clients[base]

    def _signed(self) -> Mapping[str, str]:
        """Zoho calls its tokens Bearer and takes them by another name."""
        return {"Authorization": f"Zoho-oauthtoken {self._calling.access}"}


def _host(url: str) -> str:
    return urlsplit(url).netloc
