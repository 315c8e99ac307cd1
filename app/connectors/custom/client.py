"""Calls to the system that a definition describes: proved as it says, within its limits, its refusals understood."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, Protocol

from app.connectors.base import ConnectionSettings, ConnectorPorts
from app.connectors.custom.definition import ApiKey, Basic, Bearer, Definition, NoLogin, OAuth2
from app.connectors.custom.errors import Judging, LoginRefused
from app.connectors.custom.sign_in import ClientLogin, provider_of
from app.connectors.http.answers import Answer
from app.connectors.http.client import Call, Client, Times
from app.connectors.http.failures import Throttled
from app.connectors.http.vendors import Policy
from app.connectors.login import Login
from app.connectors.oauth import Exchange
from app.model.cancel import CancelToken
from app.model.clock import Clock, utc_now
from app.model.errors import ConnectorError, Misconfigured
from app.model.limits import CONCURRENT
from app.model.tokens import Tokens

#: Which kind of login of a connection fits which of a definition.
AUTH_TYPES = {
    "none": "none",
    "basic": "username_password",
    "bearer": "api_key",
    "api_key": "api_key",
    "oauth2": "oauth2",
}


class Signing(Protocol):
    """What gives the tokens of an OAuth login."""

    def tokens(self, cancel: CancelToken, refused: str = "") -> Tokens: ...


class System:
    """One connection's; ``seen`` is given every call, before it is signed, with its answer. Raises :class:`Misconfigured` for
    settings that don't fit."""

    def __init__(
        self,
        definition: Definition,
        settings: ConnectionSettings,
        ports: ConnectorPorts,
        *,
        clock: Clock = utc_now,
        times: Times = Times(),
        sleep: Callable[[CancelToken, float], None] = CancelToken.wait,
        seen: Callable[[Call, Answer], None] = lambda _call, _answer: None,
    ) -> None:
        self._seen = seen
        self.base_url = settings.base_url or definition.base_url or ""
        self.title = definition.title
        if not self.base_url:
            raise Misconfigured(
                "It is not said at which address the system is.", hint="Enter the address in the connection's settings."
            )
        self._login: Signing | None = None
        self._headers, self._params = self._proof(definition, settings, ports, clock)
        self._judge = Judging(definition)
        self._client = Client(
            self.base_url,
            definition.title,
            ports.limits.of(settings.id, policy_of(definition)),
            plain_http=settings.auth.get("allow_plain_http") is True,
            proxy=ports.proxy,
            times=times,
            sleep=sleep,
        )

    def close(self) -> None:
        self._client.close()

    def read(self, name: str, call: Call, cancel: CancelToken) -> Answer:
        """``name`` of the call as in the definition: list, read, find. Raises what :class:`Client` does."""
        return self._done(name, call, self._client.read, cancel)

    def write(self, name: str, call: Call, cancel: CancelToken) -> Answer:
        """Once: what was refused because of its login alone is sent a second time with a fresh one."""
        return self._done(name, call, self._client.write, cancel)

    def _done(self, name: str, call: Call, send: Callable[..., Answer], cancel: CancelToken) -> Answer:
        refused = ""
        while True:
            proof, token = self._headers, ""
            if self._login is not None:
                token = self._login.tokens(cancel, refused).access
                proof = _shown_as("Bearer", token)
            signed = replace(call, headers={**call.headers, **proof}, params={**call.params, **self._params})
            try:
                return send(signed, cancel, judge=partial(self._judged, name=name, call=call))
            except LoginRefused as error:
                if refused or self._login is None:
                    raise error.at_last() from None
                refused = token

    def _judged(self, answer: Answer, name: str, call: Call) -> ConnectorError | Throttled | None:
        self._seen(call, answer)
        return self._judge(answer, name)

    # --- who we are ---------------------------------------------------------------------------------------------

    def _proof(
        self, definition: Definition, settings: ConnectionSettings, ports: ConnectorPorts, clock: Clock
    ) -> tuple[Mapping[str, str], Mapping[str, str]]:
        """The headers, and the parameters, that go with each call."""
        login, auth = definition.authentication, settings.auth
        wanted = AUTH_TYPES[login.type]
        if settings.auth_type != wanted:
            raise Misconfigured(
                "The connection's kind of login is not that of its definition.",
                hint=f"Set the kind of login to {wanted}, or change “authentication” in the definition.",
                code="other_login",
            )
        if isinstance(login, NoLogin):
            return {}, {}
        if isinstance(login, Basic):
            pair = f"{_needed(auth, 'username', 'User name')}:{_needed(auth, 'password', 'Password')}"
            return _shown_as("Basic", base64.b64encode(pair.encode()).decode()), {}
        if isinstance(login, OAuth2):
            self._login = self._oauth(settings, ports, clock)
            return {}, {}
        key = _needed(auth, "api_key", "API key")
        if isinstance(login, Bearer):
            return _shown_as("Bearer", key), {}
        return self._key(login, key)

    @staticmethod
    def _key(login: ApiKey, key: str) -> tuple[Mapping[str, str], Mapping[str, str]]:
        shown = f"{login.prefix}{key}"
        if login.query is not None:
            return {}, {login.query: shown}
        return {str(login.header): shown}, {}

    @staticmethod
    def _oauth(settings: ConnectionSettings, ports: ConnectorPorts, clock: Clock) -> Signing:
        provider = provider_of(settings)
        assert provider is not None
        if provider.authorize_url:
            return Login(provider, ports.tokens, Exchange(provider, proxy=ports.proxy, clock=clock), clock)
        return ClientLogin(provider, proxy=ports.proxy, clock=clock)


def policy_of(definition: Definition) -> Policy:
    limits = definition.limits
    windows = {
        kind: count
        for kind in ("per_second", "per_minute", "per_hour", "per_day")
        if (count := getattr(limits, kind)) is not None
    }
    return Policy(
        definition.title,
        {**windows, CONCURRENT: limits.concurrent},
        statuses=frozenset(limits.statuses),
        backoff=float(limits.backoff),
        longest=float(limits.longest),
    )


def _shown_as(kind: str, proof: str) -> Mapping[str, str]:
    return {"Authorization": f"{kind} {proof}"}


def _needed(auth: Mapping[str, Any], name: str, title: str) -> str:
    value = str(auth.get(name) or "")
    if not value or not value.isprintable():
        raise Misconfigured(
            f"The setting “{title}” of this connection is empty, or can't be sent as it is.",
            hint="Enter it in the connection's settings.",
            code=f"no_{name}",
        )
    return value
