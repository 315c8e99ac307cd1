"""Signing in to a system with OAuth 2: the page where a person agrees, and the calls that give and renew tokens.

Each of these calls is sent once: a code is good for one, and a system that changes the lasting login with every renewal may take
a second try for a thief's. Nothing of what is sent or answered is logged, or passed on in an error.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any, Literal
from urllib.parse import urlencode, urlsplit

from app.connectors.http import failures
from app.connectors.http.answers import Answer
from app.connectors.http.client import Call, Client, Times
from app.connectors.http.failures import Throttled
from app.connectors.http.limits import Limits
from app.connectors.http.vendors import Policy
from app.model.cancel import CancelToken
from app.model.clock import Clock, utc_now
from app.model.errors import (
    AuthRequired,
    BadAnswer,
    ConnectorError,
    Misconfigured,
    NotReady,
    UnknownOutcome,
    Unreachable,
)
from app.model.hosts import is_loopback
from app.model.tokens import Allowance, Tokens

#: Seconds; the whole is less than the turn that :mod:`app.connectors.login` takes.
TIMES = Times(connect=10.0, silence=20.0, whole=30.0)
#: The code of the error that means: a person has to sign in again.
REFUSED = "login_refused"
#: Codes of :class:`Unreachable` that mean: the system was not reached at all.
NOT_SENT = frozenset({"unreachable", "proxy"})
#: An access token of which the system doesn't say how long it is good, in seconds.
_LIFE = 3600
_LARGEST = 256 * 1024
_HOLD = 5.0
_CLOCK_PLAY = timedelta(minutes=5)
_METHODS = {"header": "client_secret_basic", "body": "client_secret_post", "none": "none"}
_WRONG_CLIENT = frozenset({"invalid_client", "unauthorized_client", "invalid_client_secret"})
#: Statuses that say enough by themselves, and redirects.
_CLIENTS_OWN = frozenset({301, 302, 303, 307, 308, 403, 407, 429})
#: What stands after a call whose answer did not come, and what to do.
_UNANSWERED = {
    "code": ("Nothing was stored.", "Begin the sign-in again."),
    "refresh": ("The stored login is unchanged.", "It is tried again."),
    "revoke": ("The stored login is unchanged.", "Withdraw it once more."),
}
_LATER = frozenset({"temporarily_unavailable", "server_error"})


@dataclass(frozen=True)
class Kept:
    """A parameter of the address that the person comes back to which becomes a setting (``authConfig``): QuickBooks' ``realmId``,
    Zoho's ``accounts-server``. ``fits`` says whether a value may be believed. ``lasting``: with another value than the stored
    one the person signed in to other books."""

    param: str
    setting: str
    fits: Callable[[str], bool] = bool
    lasting: bool = False


@dataclass(frozen=True)
class Provider:
    """A system's sign-in, as one connection uses it. A connector makes it from the connection's settings; it is made anew with the
    settings that :class:`Kept` brought before a code is sent anywhere.

    ``secret_in``: how we say who we are: in the Authorization header, in the body, or by the client id alone.
    ``authorize_params`` go into the page's address (``access_type``, ``prompt``), ``token_headers`` with each call for tokens.
    ``extras`` names what of an answer is kept beside the tokens; ``hard_end`` what of it tells in how many seconds the login ends,
    renewed or not. ``revoke_json``: a login is given back in JSON, not in a form. ``lost_login`` are error names that mean the
    same as ``invalid_grant``, ``too_often`` those that mean the allowance is used up; ``lasting``: a sign-in without a refresh
    token is no use. ``own_code`` is the pattern of codes that the system's own pages give to a person, without a browser's coming
    back, ``own_code_from`` where in them. ``client_hint``: what else may be wrong when the system does not know the client.
    ``redirect_fault`` tells of an address why the system sends no browser there, in a sentence."""

    title: str
    authorize_url: str
    token_url: str
    client_id: str
    client_secret: str = field(default="", repr=False)
    revoke_url: str = ""
    redirect_uri: str = ""
    scopes: tuple[str, ...] = ()
    scope_separator: str = " "
    pkce: bool = True
    secret_in: Literal["header", "body", "none"] = "header"
    authorize_params: Mapping[str, str] = field(default_factory=dict)
    token_headers: Mapping[str, str] = field(default_factory=dict)
    kept: tuple[Kept, ...] = ()
    extras: tuple[str, ...] = ()
    hard_end: str = ""
    revoke_json: bool = False
    allowance: Allowance | None = None
    lost_login: frozenset[str] = frozenset()
    too_often: frozenset[str] = frozenset()
    lasting: bool = True
    plain_http: bool = False
    own_code: str = ""
    own_code_from: str = ""
    client_hint: str = ""
    redirect_fault: Callable[[str], str] = lambda _address: ""


def authorize_url(provider: Provider, redirect_uri: str, state: str, verifier: str) -> str:
    """The address of the page where a person agrees. Raises :class:`Misconfigured` for one that is not protected."""
    parts = urlsplit(provider.authorize_url)
    if parts.scheme != "https" and not (provider.plain_http or is_loopback(parts.hostname or "")):
        raise failures.not_protected(provider.title)
    made, _ = _client(provider, redirect_uri).create_authorization_url(
        provider.authorize_url,
        state=state,
        code_verifier=verifier if provider.pkce else None,
        **provider.authorize_params,
    )
    return str(made)


def _client(provider: Provider, redirect_uri: str = "", session: Any = None) -> Any:
    from authlib.oauth2.client import OAuth2Client

    return OAuth2Client(
        session,
        client_id=provider.client_id,
        client_secret=provider.client_secret or None,
        token_endpoint_auth_method=_METHODS[provider.secret_in],
        revocation_endpoint_auth_method=_METHODS[provider.secret_in],
        scope=provider.scope_separator.join(provider.scopes) or None,
        redirect_uri=redirect_uri or None,
        code_challenge_method="S256",
    )


class Exchange:
    """The calls of one :class:`Provider`. Close it after use.

    Raises :class:`AuthRequired` (``login_refused``, ``code_refused``), :class:`Misconfigured` (``wrong_client``,
    ``wrong_scope``), :class:`RateLimited`, :class:`Unreachable`, :class:`NotReady`, :class:`BadAnswer`; whatever is raised, no
    token came."""

    def __init__(
        self,
        provider: Provider,
        *,
        proxy: str = "",
        clock: Clock = utc_now,
        times: Times = TIMES,
        plain_http: bool = False,
    ) -> None:
        self._provider = provider
        self._proxy = proxy
        self._clock = clock
        self._times = times
        self._plain_http = plain_http or provider.plain_http

    def redeem(self, code: str, verifier: str, redirect_uri: str, cancel: CancelToken) -> Tokens:
        """What a code is good for, once."""
        more = {"code_verifier": verifier} if self._provider.pkce else {}

        def ask(client: Any) -> Mapping[str, Any]:
            found: Mapping[str, Any] = client.fetch_token(
                self._provider.token_url,
                grant_type="authorization_code",
                code=code,
                headers=dict(self._provider.token_headers),
                **more,
            )
            return found

        found = self._asked(ask, "code", cancel, redirect_uri)
        tokens = self._tokens(found, Tokens())
        if self._provider.lasting and not tokens.refresh:
            raise AuthRequired(
                f"{self._provider.title} let you in for an hour only and gave no lasting login. Nothing was stored.",
                hint=f"Take SalesMate Sync off the list of connected programs in {self._provider.title}, then begin again.",
                code="no_lasting_login",
            )
        return tokens

    def renew(self, seen: Tokens, cancel: CancelToken) -> Tokens:
        """Fresh tokens for ``seen.refresh``; what the answer doesn't tell anew stays as it was."""

        def ask(client: Any) -> Mapping[str, Any]:
            client.scope = None  # as it was granted
            found: Mapping[str, Any] = client.refresh_token(
                self._provider.token_url,
                refresh_token=seen.refresh,
                headers=dict(self._provider.token_headers),
            )
            return found

        return self._tokens(self._asked(ask, "refresh", cancel), seen)

    def revoke(self, token: str, cancel: CancelToken) -> None:
        """Have the system forget a login, where it takes such a call."""
        if self._provider.revoke_url:
            self._asked(lambda client: client.revoke_token(self._provider.revoke_url, token=token), "revoke", cancel)

    def _asked(self, ask: Callable[[Any], Any], what: str, cancel: CancelToken, redirect_uri: str = "") -> Any:
        provider = self._provider
        base = provider.revoke_url if what == "revoke" else provider.token_url
        limiter = Limits().of("sign-in", Policy(provider.title, {}, backoff=10.0))
        http = Client(base, provider.title, limiter, plain_http=self._plain_http, proxy=self._proxy, times=self._times)
        try:
            in_json = what == "revoke" and provider.revoke_json
            wire = _Wire(http, cancel, lambda answer: _meaning(provider, answer, what, self._clock()), in_json=in_json)
            return ask(_client(provider, redirect_uri, wire))
        except UnknownOutcome:
            raise Unreachable(
                f"The answer of {provider.title} did not arrive. {_UNANSWERED[what][0]}",
                hint=_UNANSWERED[what][1],
                code="no_answer",
            ) from None
        except UnicodeError:
            raise _wrong_client(provider) from None
        finally:
            http.close()

    def _tokens(self, found: Mapping[str, Any], before: Tokens) -> Tokens:
        now = self._clock()
        life = _seconds(found.get("expires_in"))
        rest = _seconds(found.get("x_refresh_token_expires_in") or found.get("refresh_token_expires_in"))
        told = {name: str(found[name]) for name in self._provider.extras if found.get(name)}
        last = _seconds(found.get(self._provider.hard_end))
        refresh = str(found.get("refresh_token") or before.refresh)
        return replace(
            before,
            refresh=refresh,
            access=str(found["access_token"]),
            obtained_at=now,
            expires_at=now + timedelta(seconds=_LIFE if life is None else life),
            refresh_expires_at=before.refresh_expires_at if rest is None else now + timedelta(seconds=rest),
            ends_at=before.ends_at if last is None else now + timedelta(seconds=last),
            extras={**before.extras, **told},
        )


class _Wire:
    """Authlib's session: its calls go through our client, and what comes back was understood already."""

    def __init__(
        self,
        http: Client,
        cancel: CancelToken,
        judge: Callable[[Answer], ConnectorError | Throttled | None],
        *,
        in_json: bool = False,
    ) -> None:
        self._http = http
        self._cancel = cancel
        self._judge = judge
        self._in_json = in_json

    def post(self, url: str, data: Mapping[str, str], headers: Mapping[str, str], auth: Any) -> _Response:
        kind, text = ("json", json.dumps(data)) if self._in_json else ("x-www-form-urlencoded", urlencode(data))
        url, asked, body = auth.prepare("POST", url, {**headers, "Content-Type": f"application/{kind}"}, text)
        call = Call("POST", url, headers=asked, body=body.encode(), largest=_LARGEST)
        return _Response(self._http.write(call, self._cancel, judge=self._judge, hold=_HOLD))


class _Response:
    """As much of a response as Authlib looks at."""

    def __init__(self, answer: Answer) -> None:
        self.status_code = answer.status
        self._answer = answer

    def json(self) -> Any:
        return self._answer.json()


def _meaning(provider: Provider, answer: Answer, what: str, now: datetime) -> ConnectorError | Throttled | None:
    """What an answer says; ``None`` for one that holds what was asked for, or whose status the client understands. The status alone
    tells little: Zoho says no with 200."""
    title, body = provider.title, _read(answer)
    name = _error_name(body)
    if what == "revoke" and name in {"invalid_grant", "invalid_token"}:
        return None  # it is gone already
    if name in provider.too_often:
        return Throttled(provider.allowance.seconds if provider.allowance else None)
    if name == "invalid_grant" or name in provider.lost_login:
        return _refused(title, answer, what, now)
    if name in _LATER or answer.status == 408 or answer.status >= 500:
        return NotReady(f"{title} can't sign anybody in just now.", hint="Try again later.", code="sign_in_down")
    if name or answer.status == 401:
        return _named(provider, name)
    token = body.get("access_token")
    came = answer.good and (what == "revoke" or (isinstance(token, str) and token))
    return None if came or answer.status in _CLIENTS_OWN else _no_token(title)


def _error_name(body: Mapping[str, Any]) -> str:
    """Its error in small letters (Zoho's "Access Denied" is ``access_denied``); nothing when there is none."""
    error = body.get("error")
    return re.sub(r"[^a-z_]", "", str(error).casefold().replace(" ", "_"))[:60] or "error" if error else ""


def _named(provider: Provider, name: str) -> ConnectorError:
    title = provider.title
    if not name or name in _WRONG_CLIENT:
        return _wrong_client(provider)
    if name == "invalid_scope":
        return Misconfigured(
            f"{title} does not know one of the permissions that were asked for. Nothing was stored.",
            hint="Look at the scopes in the connection's settings.",
            code="wrong_scope",
        )
    return BadAnswer(
        f"{title} refused the sign-in and calls it {name!r}. Nothing was stored.",
        hint="Look at the connection's settings; if they are right, try again.",
        code="sign_in_refused",
    )


def _no_token(title: str) -> BadAnswer:
    return BadAnswer(
        f"What {title} answered is no login. Nothing was stored.",
        hint="Look whether the address is that of the system itself and no sign-in page comes in between.",
        code="no_token",
    )


def _read(answer: Answer) -> Mapping[str, Any]:
    try:
        found = answer.json()
    except BadAnswer:
        return {}
    return found if isinstance(found, dict) else {}


def _refused(title: str, answer: Answer, what: str, now: datetime) -> ConnectorError:
    if what == "refresh":
        return AuthRequired(
            f"{title} does not accept the stored login any more.",
            hint="Connect it again: a person has to sign in once more.",
            code=REFUSED,
        )
    hint = "Begin the sign-in again, and go through it without a break: its code is good for a few minutes, once."
    off = _clock_off(answer, now)
    if off is not None:
        hint = f"This computer's clock is wrong by {off}: put it right, then begin the sign-in again."
    return AuthRequired(
        f"{title} did not accept this sign-in: it is too old or was used already. Nothing was stored.",
        hint=hint,
        code="code_refused",
    )


def _clock_off(answer: Answer, now: datetime) -> str | None:
    """By how much our clock differs from the server's, when that is more than a little."""
    try:
        off = abs(parsedate_to_datetime(answer.headers.get("date", "")) - now)
    except (ValueError, TypeError):
        return None
    if off <= _CLOCK_PLAY:
        return None
    minutes = round(off.total_seconds() / 60)
    return f"{minutes} minutes" if minutes < 120 else f"{round(minutes / 60)} hours"


def _wrong_client(provider: Provider) -> Misconfigured:
    return Misconfigured(
        f"{provider.title} does not know this client id, or its secret is another one. Nothing was stored.",
        hint=f"Copy client_id and client_secret anew from the program's page in {provider.title}. {provider.client_hint}".strip(),
        code="wrong_client",
    )


def _seconds(value: Any) -> int | None:
    """A number of seconds above zero; some send it as a text."""
    try:
        found = int(value)
    except (TypeError, ValueError):
        return None
    return found if 0 < found < 10**9 else None
