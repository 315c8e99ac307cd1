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
from app.connectors.quickbooks.environments import discovery_of, environment_of, may_sign_in
from app.model.cancel import CancelToken
from app.model.clock import Clock
from app.model.errors import ConnectorError
from app.model.hosts import is_loopback
from app.model.tokens import Tokens

SCOPE = "com.intuit.quickbooks.accounting"
#: Told only to those who ask.
HARD_END = "x_refresh_token_hard_expires_in"
#: How early a person is told that the login ends.
_NOTICE = timedelta(days=14)
_DAY = timedelta(hours=24)
_KEPT = "discovery"
#: Where the browser comes back to unless the settings say: keys of the sandbox may name it.
_LOCAL = "http://localhost:8738/quickbooks"


@dataclass(frozen=True)
class Endpoints:
    authorize: str = "https://appcenter.intuit.com/connect/oauth2"
    token: str = "https://oauth.platform.intuit.com/oauth2/v1/tokens/bearer"
    revoke: str = "https://developer.api.intuit.com/v2/oauth2/tokens/revoke"


def provider(settings: ConnectionSettings, state: ConnectorState) -> Provider | None:
    """``None`` for settings without a sign-in. Contacts nobody: its addresses are those of the discovery document that was last had
    (kept in ``state``), or those that are known for long."""
    if settings.auth_type != "oauth2":
        return None
    auth, kept = settings.auth, _kept(settings, state)
    known = Endpoints(**kept["told"]) if kept else usual_endpoints(settings)
    return Provider(
        "QuickBooks Online",
        known.authorize,
        known.token,
        str(auth.get("client_id") or ""),
        str(auth.get("client_secret") or ""),
        revoke_url=known.revoke,
        revoke_json=True,
        redirect_uri=str(auth.get("redirect_uri") or "") or _LOCAL,
        scopes=(SCOPE,),
        pkce=False,
        secret_in="header",
        token_headers={"x-include-refresh-token-hard-expires-in": "true"},
        kept=(Kept("realmId", "realm_id", _is_realm, lasting=True),),
        hard_end=HARD_END,
        client_hint="Are they of the same kind as the company: Intuit has development keys for its sandbox and production keys for "
        "real companies.",
        redirect_fault=_real_company_fault if environment_of(settings).name == "production" else lambda _address: "",
    )


def usual_endpoints(settings: ConnectionSettings) -> Endpoints:
    """Intuit's; on this machine the same under the address of the discovery document."""
    parts, usual = urlsplit(discovery_of(settings)), Endpoints()
    if not is_loopback(parts.hostname or ""):
        return usual
    origin = f"{parts.scheme}://{parts.netloc}"
    return Endpoints(*(origin + urlsplit(url).path for url in asdict(usual).values()))


def _real_company_fault(address: str) -> str:
    parts = urlsplit(address)
    if parts.scheme == "https" and not is_loopback(parts.hostname or ""):
        return ""
    return (
        "For a real company Intuit sends the browser only to an https address of a domain of yours: your firm's website, for "
        "example. The browser ends there, and you paste its address here."
    )


def _kept(settings: ConnectionSettings, state: ConnectorState) -> dict[str, Any] | None:
    """The discovery document as it was kept: ``url`` it is of, ``at`` when, ``told`` the :class:`Endpoints`."""
    found = state.load(_KEPT)
    return found if isinstance(found, dict) and found.get("url") == discovery_of(settings) else None


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
        self._settings = settings
        self._url = discovery_of(settings)
        self._state = state
        self._fetch = fetch

    def renew(self, seen: Tokens, cancel: CancelToken) -> Tokens:
        told = self._told(cancel)
        if told is not None:
            self._provider = replace(self._provider, token_url=told.token)
        return super().renew(seen, cancel)

    def _told(self, cancel: CancelToken) -> Endpoints | None:
        kept, now = _kept(self._settings, self._state), self._clock()
        if kept is not None:
            at = datetime.fromisoformat(kept["at"])
            if at <= now < at + _DAY:
                return Endpoints(**kept["told"])
        try:
            told = self._believed(self._fetch(self._url, cancel).json())
        except ConnectorError:
            return None
        if told is not None:
            self._state.save(_KEPT, {"url": self._url, "at": now.isoformat(), "told": asdict(told)})
        return told

    def _believed(self, body: Any) -> Endpoints | None:
        if not isinstance(body, Mapping):
            return None
        told = [str(body.get(f"{name}_endpoint") or "") for name in ("authorization", "token", "revocation")]
        return Endpoints(*told) if all(may_sign_in(url, self._url) for url in told) else None


# --- how long a login is good ------------------------------------------------------------------------------------


def ends_soon(tokens: Tokens, now: datetime) -> date | None:
    """The day on which the login ends, when that is near."""
    ends = min((end for end in (tokens.refresh_expires_at, tokens.ends_at) if end is not None), default=None)
    return ends.date() if ends is not None and ends <= now + _NOTICE else None
