"""One HTTP exchange with Tally, as a stream of chunks; what httpx raises becomes one of our errors.

Only the gate calls this: nothing may go past it (docs/protocols/tally.md: Transport).
"""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import httpx

from app.connectors.tally import errors
from app.connectors.tally.address import Address
from app.model.errors import ConnectorError

CONNECT_SECONDS = 5.0
#: How long a late answer is waited for (and read and thrown away) before Tally is taken to have forgotten it.
LATE_SECONDS = 600.0

_HEADERS = {"Content-Type": "text/xml; charset=utf-16", "Accept": "*/*", "Accept-Encoding": "identity", "User-Agent": "SalesMateSync"}
#: Without TCP_NODELAY each small answer costs 40 ms; with keepalive probes a PC that is switched off is noticed.
_SOCKET_OPTIONS: list[tuple[int, int, int]] = [
    (socket.IPPROTO_TCP, socket.TCP_NODELAY, 1),
    (socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1),
]


@dataclass
class Answer:
    """An answer whose head has arrived."""

    charset: str
    chunks: Iterator[bytes]


def open_client() -> httpx.Client:
    """A client that trusts nothing from the environment and keeps no connection: whether Tally takes a second request on
    one is documented nowhere (docs/protocols/tally.md: Transport)."""
    transport = httpx.HTTPTransport(
        verify=False, trust_env=False, socket_options=_SOCKET_OPTIONS, limits=httpx.Limits(max_keepalive_connections=0)
    )
    timeout = httpx.Timeout(LATE_SECONDS, connect=CONNECT_SECONDS, pool=CONNECT_SECONDS)
    return httpx.Client(transport=transport, trust_env=False, follow_redirects=False, timeout=timeout, headers=_HEADERS)


@contextmanager
def exchange(client: httpx.Client, address: Address, payload: bytes) -> Iterator[Answer]:
    """Send ``payload`` and give the answer when its head is there. Raises our errors, also out of ``chunks``."""
    answering = False
    try:
        with client.stream("POST", address.url, content=payload, headers={"Content-Length": str(len(payload))}) as response:
            _check_server(response, address)
            answering = True
            yield Answer(response.headers.get("content-type", ""), response.iter_raw(65_536))
    except httpx.HTTPError as error:
        raise translate(error, address, answering=answering) from None


def _check_server(response: httpx.Response, address: Address) -> None:
    if response.status_code == 200:
        return
    server = response.headers.get("server", "")
    raise errors.not_tally(address.where, f"HTTP {response.status_code}{f' from {server[:60]}' if server else ''}")


def translate(error: Exception, address: Address, *, answering: bool) -> ConnectorError:
    """Our error for what went wrong on the wire. ``answering``: the head of the answer had come."""
    if isinstance(error, httpx.ConnectTimeout):
        return errors.no_route(address.where)
    if isinstance(error, httpx.ConnectError):
        return _no_connection(error, address)
    if isinstance(error, httpx.RemoteProtocolError):
        if answering:
            return errors.cut_off()
        if "disconnected" in str(error).lower():
            return errors.reset_before_answer()
        return errors.not_tally(address.where, "what it sends is not HTTP")
    if isinstance(error, httpx.TimeoutException):
        return errors.reset_in_answer() if answering else errors.reset_before_answer()
    return errors.reset_in_answer() if answering else errors.reset_before_answer()


def _no_connection(error: Exception, address: Address) -> ConnectorError:
    for cause in _causes(error):
        if isinstance(cause, socket.gaierror):
            return errors.unknown_host(address.host)
        if isinstance(cause, ConnectionRefusedError):
            return errors.refused(address.where)
    return errors.no_route(address.where)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def probe_connection(address: Address, seconds: float = 2.0) -> ConnectorError | None:
    """Connect and hang up, sending nothing: what is wrong, or ``None`` when somebody listens."""
    try:
        with socket.create_connection((address.host, address.port), timeout=seconds):
            return None
    except socket.gaierror:
        return errors.unknown_host(address.host)
    except ConnectionRefusedError:
        return errors.refused(address.where)
    except OSError:
        return errors.no_route(address.where)


def greeting(address: Address, seconds: float = 2.0) -> tuple[str, str]:
    """What the server says to GET /: (``tally``, its text), (``silent``, why) or (``other``, what)."""
    options: dict[str, Any] = {"trust_env": False, "follow_redirects": False, "verify": False}
    try:
        with httpx.Client(timeout=seconds, **options) as client:
            text = client.get(address.url).content[:400].replace(b"\x00", b"").decode("utf-8", "replace")
    except httpx.TimeoutException:
        return "silent", "it does not answer"
    except httpx.HTTPError as error:
        return "other", type(error).__name__
    if "Server is Running" in text and "Tally" in text:
        return "tally", text.replace("<RESPONSE>", "").replace("</RESPONSE>", "").strip()
    return "other", "a web server" if "<html" in text.lower() or "<!doctype" in text.lower() else "another program"
