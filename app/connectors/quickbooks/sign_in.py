"""How a person signs in to QuickBooks Online (docs/protocols/quickbooks.md: Signing in)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from app.connectors.base import ConnectionSettings, ConnectorState
from app.connectors.http.answers import Answer
from app.connectors.oauth import Exchange, Kept, Provider
from app.connectors.quickbooks.environments import discovery_of, may_sign_in
from app.model.cancel import CancelToken
from app.model.clock import Clock
from app.model.errors import ConnectorError
from app.model.hosts import is_loopback
from app.model.tokens import Tokens

SCOPE = "com.intuit.quickbooks.accounting"
#: The login's last day, whatever is renewed; told only to those who ask.
HARD_END = "x_refresh_token_hard_expires_in"
#: How early a person is told that the login ends.
_NOTICE = timedelta(days=14)
_DAY = timedelta(hours=24)
_KEPT = "discovery"


@dataclass(frozen=True)
class Endpoints:
    authorize: str = "https://appcenter.intuit.com/connect/oauth2"
    token: str = "https://oauth.platform.intuit.com/oauth2/v1/tokens/bearer"
    revoke: str = "https://developer.api.intuit.com/v2/oauth2/tokens/revoke"


def provider(settings: ConnectionSettings, endpoints: Endpoints | None = None) -> Provider | None:
    """``None`` for settings without a sign-in. Contacts nobody: ``endpoints`` are those that are known for long, unless given."""
    if settings.auth_type != "oauth2":
        return None
    auth, known = settings.auth, endpoints or usual_endpoints(settings)
    return Provider(
        "QuickBooks Online",
        known.authorize,
        known.token,
        str(auth.get("client_id") or ""),
        str(auth.get("client_secret") or ""),
        revoke_url=known.revoke,
        revoke_json=True,
        redirect_uri=str(auth.get("redirect_uri") or ""),
        scopes=(SCOPE,),
        pkce=False,
        secret_in="header",
        token_headers={"x-include-refresh-token-hard-expires-in": "true"},
        kept=(Kept("realmId", "realm_id", _is_realm, lasting=True),),
        ends=(HARD_END,),
        client_hint="Are they of the same kind as the company: Intuit has development keys for its sandbox and production keys for "
        "real companies.",
    )


def usual_endpoints(settings: ConnectionSettings) -> Endpoints:
    """Intuit's; on this machine the same under the address of the discovery document."""
    parts, usual = urlsplit(discovery_of(settings)), Endpoints()
    if not is_loopback(parts.hostname or ""):
        return usual
    origin = f"{parts.scheme}://{parts.netloc}"
    return Endpoints(*(origin + urlsplit(url).path for url in asdict(usual).values()))


def _is_realm(told: str) -> bool:
    return told.isascii() and told.isdecimal()


class Renewal(Exchange):
    """The calls for tokens, to where Intuit's discovery document says. It is asked for once a day at most, before a renewal; one
    that can't be had or believed changes nothing."""

    def __init__(
        self,
        settings: ConnectionSettings,
        signed_by: Provider,
        state: ConnectorState,
        fetch: Callable[[str, CancelToken], Answer],
        *,
        proxy: str,
        clock: Clock,
    ) -> None:
        super().__init__(signed_by, proxy=proxy, clock=clock)
        self._url = discovery_of(settings)
        self._usual = usual_endpoints(settings)
        self._state = state
        self._fetch = fetch

    def renew(self, seen: Tokens, cancel: CancelToken) -> Tokens:
        known = self._endpoints(cancel)
        self._provider = replace(self._provider, token_url=known.token)
        return super().renew(seen, cancel)

    def _endpoints(self, cancel: CancelToken) -> Endpoints:
        kept = self._state.load(_KEPT)
        now = self._clock()
        if isinstance(kept, dict) and kept.get("url") == self._url:
            at = datetime.fromisoformat(kept["at"])
            if at <= now < at + _DAY:
                return Endpoints(**kept["told"])
        else:
            kept = None
        try:
            told = self._believed(self._fetch(self._url, cancel).json())
        except ConnectorError:
            told = None
        if told is None:
            return Endpoints(**kept["told"]) if kept else self._usual
        self._state.save(_KEPT, {"url": self._url, "at": now.isoformat(), "told": asdict(told)})
        return told

    def _believed(self, body: Any) -> Endpoints | None:
        if not isinstance(body, Mapping):
            return None
        told = [str(body.get(f"{name}_endpoint") or "") for name in ("authorization", "token", "revocation")]
        return Endpoints(*told) if all(may_sign_in(url, self._url) for url in told) else None


# --- how long a login is good ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class LoginDates:
    """``rolling`` is when the login ends unless it is renewed before, ``hard`` when it ends in any case; ``None``: not told."""

    rolling: datetime | None
    hard: datetime | None

    def near(self, now: datetime) -> date | None:
        """The day on which the login ends, when that is soon."""
        ends = min((end for end in (self.rolling, self.hard) if end is not None), default=None)
        return ends.date() if ends is not None and ends <= now + _NOTICE else None


def login_dates(tokens: Tokens) -> LoginDates:
    told = tokens.extras.get(HARD_END)
    return LoginDates(tokens.refresh_expires_at, datetime.fromisoformat(told) if told else None)
