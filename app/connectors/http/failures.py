"""What can go wrong between us and a server, in plain sentences. No text of the server or the library is passed on: it may hold
what is secret."""

from __future__ import annotations

import re
import ssl
from dataclasses import dataclass

import httpx

from app.connectors.http.answers import Answer
from app.model.errors import (
    AuthRequired,
    BadAnswer,
    ConnectorError,
    Forbidden,
    Misconfigured,
    NotReady,
    UnknownOutcome,
    Unreachable,
)

#: Nothing had left when these were raised.
_BEFORE = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError, httpx.UnsupportedProtocol)
_TRY_LATER = "It is tried again by itself. If it lasts, look at the system's own status page."


@dataclass(frozen=True)
class Throttled:
    """The server refused a call because it was asked too often. ``seconds``: what it said, if anything."""

    seconds: float | None


class OtherCertificate(ssl.SSLError):
    """A server showed another certificate than the one that was trusted: fingerprints in small letters."""

    def __init__(self, seen: str, wanted: str) -> None:
        super().__init__("another certificate")
        self.seen, self.wanted = seen, wanted


def of_status(answer: Answer, *, write: bool) -> ConnectorError | None:
    """What an answer's status alone tells; ``None`` for what is the connector's to understand."""
    title, status = answer.title, answer.status
    if status == 401:
        return AuthRequired(f"{title} does not accept the login any more.", hint="Connect it again.")
    if status == 403:
        return Forbidden(
            f"The login is not allowed to do this in {title}.", hint=f"Give its user the permission in {title}."
        )
    if status == 407:
        return Unreachable(
            "The proxy wants a login.", hint="Look at the proxy's address in the settings.", code="proxy"
        )
    if status != 408 and status < 500:
        return None
    if write:
        return lost(title)
    return NotReady(f"{title} could not answer just now (status {status}).", hint=_TRY_LATER, code=f"server_{status}")


def of_wire(error: Exception, title: str, host: str, *, write: bool) -> ConnectorError:
    """What a failure below the answer means."""
    if isinstance(error, httpx.InvalidURL | UnicodeError):  # the latter for "https://a..b"
        return Misconfigured("That is not a web address.", code="bad_address")
    if isinstance(error, _BEFORE):
        return _not_reached(error, title, host)
    if write:
        return lost(title)
    if isinstance(error, httpx.TimeoutException):
        return Unreachable(f"{title} did not answer in time.", hint=_TRY_LATER, code="no_answer")
    if isinstance(error, httpx.DecodingError):
        return BadAnswer(f"What {title} answered can't be unpacked; nothing of it was used.", code="unreadable")
    return BadAnswer(
        f"The answer of {title} was cut off; nothing of it was used.", hint="It is tried again.", code="cut_off"
    )


def _not_reached(error: Exception, title: str, host: str) -> ConnectorError:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, OtherCertificate):
            return _other_certificate(cause, title, host)
        if isinstance(cause, ssl.SSLError):
            return Misconfigured(
                f"{host} could not prove that it is {title}: its certificate is not trusted. Nothing was sent.",
                hint="Look at the address. Behind a company's own proxy or certificate, have its authority installed here.",
                code="tls",
            )
        cause = cause.__cause__ or cause.__context__
    if isinstance(error, httpx.ProxyError):
        return Unreachable(
            "The proxy could not be used.", hint="Look at the proxy's address in the settings.", code="proxy"
        )
    return Unreachable(
        f"{title} could not be reached at {host}. Nothing was sent.",
        hint="Look whether this PC is online and the address is right.",
        code="unreachable",
    )


def _other_certificate(error: OtherCertificate, title: str, host: str) -> Misconfigured:
    trusted, now = _pairs(error.wanted), _pairs(error.seen)
    return Misconfigured(
        f"{host} shows another certificate than the one that was trusted for {title}. Nothing was sent. "
        f"Trusted: {trusted}. Shown now: {now}.",
        hint="Ask whoever looks after the server whether it was renewed. If so, trust the new one under Connections > Edit.",
        code="other_certificate",
        details={"trusted": trusted, "shown": now},
    )


def _pairs(fingerprint: str) -> str:
    """As browsers show it."""
    return ":".join(re.findall("..", fingerprint.upper()))


def lost(title: str) -> UnknownOutcome:
    return UnknownOutcome(
        f"It was sent to {title}, but no answer came: it may or may not have been taken.",
        hint="The next sync finds out before anything else is sent.",
    )


def too_large(title: str, largest: int, *, write: bool) -> ConnectorError:
    if write:
        return lost(title)
    return _Final(
        f"The answer of {title} is larger than {largest // 1024 // 1024 or 1} MB; nothing of it was used.",
        hint="Look whether the address is that of the system itself.",
        code="too_large",
    )


def too_slow(title: str, seconds: float, *, write: bool) -> ConnectorError:
    if write:
        return lost(title)
    return NotReady(f"{title} had not done answering after {seconds:g} s.", hint=_TRY_LATER, code="too_slow")


def not_protected(title: str) -> Misconfigured:
    return Misconfigured(
        f"The address of {title} begins with http:// and would send the login unprotected. Nothing was sent.",
        hint="Use https://, or set allow_plain_http if this network is safe.",
        code="plain_http",
    )


def bad_proxy() -> Misconfigured:
    return Misconfigured("The proxy's address can't be used.", hint="It looks like http://host:port.", code="bad_proxy")


def elsewhere(title: str, host: str) -> Misconfigured:
    return Misconfigured(
        f"{title} pointed to another server ({host[:100]}). It was not asked, and nothing was sent there.",
        hint="Look at the connection's address.",
        code="redirected",
    )


def moved(title: str) -> Misconfigured:
    return Misconfigured(
        f"{title} answers that this address has moved.", hint="Look at the connection's address.", code="redirected"
    )


class _Final(BadAnswer):
    """Would come again."""

    retryable = False
