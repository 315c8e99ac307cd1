"""One HTTP exchange with Tally, as a stream of chunks; what goes wrong on the wire becomes one of our errors.

Only the gate calls :func:`exchange`: nothing may go past it (docs/protocols/tally.md: Transport). The standard
library's client does it: answers of hundreds of megabytes pass through here, and it needs a seventh of the time of a
client in pure Python.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse, RemoteDisconnected

from app.connectors.tally import errors
from app.connectors.tally.address import Address
from app.model.errors import ConnectorError

CONNECT_SECONDS = 5.0
#: How long a late answer is waited for (and read and thrown away) before Tally is taken to have forgotten it.
LATE_SECONDS = 600.0
CHUNK = 128 * 1024

_HEADERS = {
    "Content-Type": "text/xml; charset=utf-16",
    "Accept": "*/*",
    "Accept-Encoding": "identity",
    "User-Agent": "SalesMateSync",
}


@dataclass
class Answer:
    """An answer whose head has arrived."""

    charset: str
    chunks: Iterator[bytes]


class NotWanted(Exception):
    """Nobody waits for the answer any more: nothing was sent."""


@contextmanager
def exchange(address: Address, payload: bytes, may_send: Callable[[], bool] = lambda: True) -> Iterator[Answer]:
    """Send ``payload`` and give the answer when its head is there. Raises our errors, also out of ``chunks``.

    ``may_send`` is asked when the connection stands, just before the first byte leaves; when it refuses, :class:`NotWanted`
    is raised. Each exchange has a connection of its own: whether Tally takes a second request on one is documented nowhere.
    """
    connection = _connect(address)
    try:
        if not may_send():
            raise NotWanted
        response = _send(connection, address, payload)
        if response.status != 200:
            raise errors.not_tally(address.where, f"HTTP {response.status}{_server_of(response)}")
        yield Answer(response.headers.get("Content-Type", ""), _chunks(response))
    finally:
        connection.close()


def _connect(address: Address, seconds: float = CONNECT_SECONDS) -> HTTPConnection:
    connection = HTTPConnection(address.host, address.port, timeout=seconds)
    try:
        connection.connect()  # turns Nagle's algorithm off: with it each small answer costs 40 ms
    except OSError as error:
        connection.close()
        raise no_connection(error, address) from None
    connection.sock.settimeout(LATE_SECONDS)
    # A PC that is switched off while we wait is noticed.
    connection.sock.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    return connection


def _send(connection: HTTPConnection, address: Address, payload: bytes) -> HTTPResponse:
    try:
        connection.request("POST", "/", body=payload, headers=_HEADERS)
        return connection.getresponse()
    except (RemoteDisconnected, OSError):
        raise errors.reset_before_answer() from None
    except HTTPException:
        raise errors.not_tally(address.where, "what it sends is not HTTP") from None


def _chunks(response: HTTPResponse) -> Iterator[bytes]:
    """The body. Its first bytes come as soon as they are there: they tell that Tally has done computing."""
    try:
        while True:
            chunk = response.read1(CHUNK)
            if not chunk:
                break
            yield chunk
    except HTTPException:
        raise errors.cut_off() from None
    except OSError:
        raise errors.reset_in_answer() from None
    if response.length:
        raise errors.cut_off()


def _server_of(response: HTTPResponse) -> str:
    server = response.headers.get("Server", "")
    return f" from {server[:60]}" if server else ""


def no_connection(error: OSError, address: Address) -> ConnectorError:
    """Why nobody could be reached."""
    if isinstance(error, socket.gaierror):
        return errors.unknown_host(address.host)
    if isinstance(error, ConnectionRefusedError):
        return errors.refused(address.where)
    return errors.no_route(address.where)


def probe_connection(address: Address, seconds: float = 2.0) -> ConnectorError | None:
    """Connect and hang up, sending nothing: what is wrong, or ``None`` when somebody listens."""
    try:
        with socket.create_connection((address.host, address.port), timeout=seconds):
            return None
    except OSError as error:
        return no_connection(error, address)


@dataclass(frozen=True)
class Greeting:
    """What a server says to GET /. ``kind``: ``tally``, ``silent`` or ``other``."""

    kind: str
    text: str


def greeting(address: Address, seconds: float = 2.0) -> Greeting:
    """Who is there. Raises our errors when nobody is."""
    connection = _connect(address, min(seconds, 0.5))
    try:
        connection.sock.settimeout(seconds)
        connection.request("GET", "/")
        text = connection.getresponse().read(400).replace(b"\x00", b"").decode("utf-8", "replace")
    except TimeoutError:
        return Greeting("silent", "it does not answer: a message may wait in its window, or it is busy")
    except (HTTPException, OSError):
        return Greeting("other", "it does not speak HTTP")
    finally:
        connection.close()
    if "Tally" in text and "Server is Running" in text:
        return Greeting("tally", text.replace("<RESPONSE>", "").replace("</RESPONSE>", "").strip())
    return Greeting(
        "other", "a web server" if "<html" in text.lower() or "<!doctype" in text.lower() else "another program"
    )
