"""Calls to a system over HTTP: what goes wrong on the wire becomes one of our errors.

A read is tried again after a while; a write never is, but for one that the server refused to take because we asked too
often. A write whose answer is lost raises :class:`UnknownOutcome`. Nothing of headers, parameters and bodies is logged.
"""

from __future__ import annotations

import logging
import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any
from urllib.parse import SplitResult, urljoin, urlsplit

import httpx
import tenacity

from app import __version__
from app.connectors.http import failures
from app.connectors.http.answers import Answer, retry_after
from app.connectors.http.failures import Throttled
from app.connectors.http.limits import HOLD, Limiter
from app.model.cancel import CancelToken
from app.model.clock import monotonic, utc_now
from app.model.errors import AppError, ConnectorError, Misconfigured
from app.model.hosts import is_loopback

log = logging.getLogger(__name__)

#: No answer is larger, in bytes, unless the connector says so.
LARGEST = 32 * 1024 * 1024
_TRIES, _HOPS = 4, 3
_REDIRECTS = frozenset({301, 302, 303, 307, 308})

#: What an answer means where the system's own codes tell: an error, that we have to wait, or ``None`` for what the status says.
Judge = Callable[[Answer], ConnectorError | Throttled | None]


@dataclass(frozen=True)
class Times:
    """Seconds: to connect, without a sign of life, and for the whole of a call."""

    connect: float = 10.0
    silence: float = 60.0
    whole: float = 150.0


@dataclass(frozen=True)
class Call:
    """``path`` within the base address, or a whole address on the same server. ``cost``: see :meth:`Limiter.turn`."""

    method: str
    path: str
    params: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None
    cost: Mapping[str, int] = field(default_factory=dict)
    largest: int = LARGEST


class Client:
    """One system's server. ``title`` names it for a person; ``sign`` gives the headers that prove who we are, for each call;
    ``proxy`` is an address, ``none``, or empty for this machine's own setting (loopback never goes through one).

    Raises :class:`Misconfigured` for plain http to another machine without ``plain_http``."""

    def __init__(
        self,
        base_url: str,
        title: str,
        limiter: Limiter,
        *,
        sign: Callable[[], Mapping[str, str]] = dict,
        plain_http: bool = False,
        proxy: str = "",
        tls: ssl.SSLContext | None = None,
        times: Times = Times(),
        sleep: Callable[[CancelToken, float], None] = CancelToken.wait,
    ) -> None:
        self._base = urlsplit(base_url.rstrip("/") + "/")
        self._origin = _origin(self._base)
        self._title = title
        self._limiter = limiter
        self._sign = sign
        self._times = times
        self._sleep = sleep
        loopback = is_loopback(self._base.hostname or "")
        if self._base.scheme != "https" and not (self._base.scheme == "http" and (loopback or plain_http)):
            raise failures.not_protected(title)
        try:
            self._http = httpx.Client(
                verify=tls or (tls_context() if self._base.scheme == "https" else False),
                trust_env=not proxy and not loopback,
                proxy=proxy if proxy not in {"", "none"} and not loopback else None,
                follow_redirects=False,
                cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),  # none is kept: who needs one sends it
                timeout=httpx.Timeout(times.silence, connect=times.connect),
                # An idle connection that the server has given up would lose the next write's answer.
                limits=httpx.Limits(keepalive_expiry=5.0),
                headers={"User-Agent": f"SalesMateSync/{__version__}", "Accept": "application/json"},
            )
        except (ValueError, httpx.InvalidURL):
            raise failures.bad_proxy() from None

    def close(self) -> None:
        """Let go of the connections, and of what was taken of the limits ahead."""
        self._http.close()
        self._limiter.rest()

    def read(self, call: Call, cancel: CancelToken, *, judge: Judge | None = None, hold: float = HOLD) -> Answer:
        """Ask something that changes nothing there, whatever its method. What may pass by itself is tried again.

        Answers with 401, 403, 408 and 5xx raise, any other is the caller's to look at; ``judge`` decides before that."""
        again = tenacity.Retrying(
            stop=tenacity.stop_after_attempt(_TRIES),
            wait=tenacity.wait_random_exponential(multiplier=1.0, max=15.0),
            retry=tenacity.retry_if_exception(_may_pass),
            sleep=lambda seconds: self._sleep(cancel, seconds),
            reraise=True,
        )
        return again(lambda: self._done(call, cancel, judge, hold, write=False))

    def write(self, call: Call, cancel: CancelToken, *, judge: Judge | None = None, hold: float = HOLD) -> Answer:
        """Change something there, once. Raises :class:`UnknownOutcome` when it can't be told whether that was done: also for
        408 and 5xx, unless ``judge`` knows better."""
        return self._done(call, cancel, judge, hold, write=True)

    # --- one call ----------------------------------------------------------------------------------------------

    def _done(self, call: Call, cancel: CancelToken, judge: Judge | None, hold: float, *, write: bool) -> Answer:
        """Send until it was taken: a refusal because we ask too often is no try."""
        address = self._address(call)
        for _hop in range(_HOPS + 1):
            answer = None
            while answer is None:
                answer = self._sent(call, address, cancel, judge, hold, write=write)
            if answer.status not in _REDIRECTS:
                return answer
            address = self._moved(answer, address, write=write)
        raise failures.moved(self._title)

    def _sent(
        self, call: Call, address: str, cancel: CancelToken, judge: Judge | None, hold: float, *, write: bool
    ) -> Answer | None:
        """The answer; ``None`` when it says no more than that we have to wait: the next turn waits."""
        with self._limiter.turn(cancel, cost=call.cost, hold=hold):
            answer = self._exchange(call, address, cancel, write=write)
            found = self._judged(answer, judge, write=write)
            if isinstance(found, Throttled):
                self._limiter.refused(found.seconds)
                return None
            if answer.status == 503 and (seconds := retry_after(answer, utc_now())) is not None:
                self._limiter.refused(seconds)
            elif answer.status < 500:
                self._limiter.went_well()
                self._learn(answer)
        if found is not None:
            raise found
        return answer

    def _judged(self, answer: Answer, judge: Judge | None, *, write: bool) -> ConnectorError | Throttled | None:
        policy = self._limiter.policy
        marked = answer.status >= 400 and any(mark in answer.text for mark in policy.marks)
        if answer.status in policy.statuses or marked:
            return Throttled(retry_after(answer, utc_now()))
        found = judge(answer) if judge is not None else None
        return found or failures.of_status(answer, write=write)

    def _exchange(self, call: Call, address: str, cancel: CancelToken, *, write: bool) -> Answer:
        headers = {**call.headers, **self._sign()}
        if call.body is not None:
            headers.setdefault("Content-Type", "application/json")
        cancel.check()
        started = monotonic()
        with self._wire_errors(write=write):
            request = self._http.build_request(call.method, address, headers=headers, content=call.body)
            response = self._http.send(request, stream=True)
            try:
                # A write that has left must be known to the end.
                body = self._body(response, call.largest, started, None if write else cancel, write=write)
            finally:
                response.close()
        log.debug("%s %s: %s in %.2f s", call.method, self._base.hostname, response.status_code, monotonic() - started)
        return Answer(self._title, response.status_code, _lower(response.headers), body)

    def _body(
        self, response: httpx.Response, largest: int, started: float, cancel: CancelToken | None, *, write: bool
    ) -> bytes:
        found: list[bytes] = []
        size = 0
        for chunk in response.iter_bytes():
            found.append(chunk)
            size += len(chunk)
            if size > largest:
                raise failures.too_large(self._title, largest, write=write)
            if monotonic() - started > self._times.whole:
                raise failures.too_slow(self._title, self._times.whole, write=write)
            if cancel is not None:
                cancel.check()
        return b"".join(found)

    @contextmanager
    def _wire_errors(self, *, write: bool) -> Iterator[None]:
        try:
            yield
        except AppError:
            raise
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, UnicodeError) as error:
            # Without its text: that may hold the address with all its parameters.
            raise failures.of_wire(error, self._title, self._base.hostname or "", write=write) from None

    def _learn(self, answer: Answer) -> None:
        for name, kind in self._limiter.policy.remaining.items():
            left = answer.headers.get(name.lower(), "")
            if left.isdecimal():
                self._limiter.learn(kind, int(left))

    # --- addresses ---------------------------------------------------------------------------------------------

    def _address(self, call: Call) -> str:
        """The call's whole address. Raises :class:`Misconfigured` for one that leads to another server."""
        parts = _joined(self._base.geturl(), call.path if "://" in call.path else call.path.lstrip("/"))
        if _origin(parts) != self._origin:
            raise failures.elsewhere(self._title, parts.hostname or "")
        address = parts.geturl()
        if not call.params:
            return address
        if not parts.query and not parts.fragment:
            return f"{address}?{httpx.QueryParams(call.params)}"
        with self._wire_errors(write=False):
            return str(httpx.URL(address).copy_merge_params(dict(call.params)))

    def _moved(self, answer: Answer, address: str, *, write: bool) -> str:
        """Where a redirect leads, on the same server. A write follows none: it may have been done. Raises
        :class:`Misconfigured`."""
        target = _joined(address, answer.headers.get("location", ""))
        if _origin(target) != self._origin:
            raise failures.elsewhere(self._title, target.hostname or "")
        if write:
            raise failures.moved(self._title)
        return target.geturl()


def tls_context() -> ssl.SSLContext:
    """The usual authorities, and those that this machine trusts besides (an office's own)."""
    context = httpx.create_ssl_context()
    context.load_default_certs()
    return context


def _may_pass(error: BaseException) -> bool:
    """Is it worth another try soon? Not what a person must put right, nor what names a time."""
    return isinstance(error, ConnectorError) and error.retryable and error.code != "rate_limited"


def _joined(base: str, path: str) -> SplitResult:
    try:
        return urlsplit(urljoin(base, path))
    except ValueError:  # "https://["
        raise Misconfigured("That is not a web address.", code="bad_address") from None


def _origin(parts: SplitResult) -> tuple[str, str, int]:
    try:
        port = parts.port
    except ValueError:
        raise Misconfigured("An address with an impossible port was given.", code="bad_address") from None
    return parts.scheme, (parts.hostname or "").lower(), port or (443 if parts.scheme == "https" else 80)


def _lower(headers: Any) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}
