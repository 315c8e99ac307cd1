"""The HTTP side of a simulated system: sockets, the log, and answers that don't arrive."""

from __future__ import annotations

import contextlib
import http.client
import json
import socket
import ssl
import threading
import time
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import parse_qsl, urlsplit

import orjson

if TYPE_CHECKING:
    from tests.simulators.clock import Clock
    from tests.simulators.faults import Faults

JSON = "application/json;charset=utf-8"
_SECRETS = ("client_secret", "code", "refresh_token", "token", "code_verifier", "code_challenge", "state")
_PHRASES = http.client.responses


@dataclass(frozen=True)
class Request:
    """``query`` has each name once, and ``raw_query`` is as it came; header names are small letters."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes = b""
    raw_query: str = ""


@dataclass
class Answer:
    """``body`` is JSON unless it is bytes already."""

    status: int = 200
    body: Any = None
    headers: Mapping[str, str] = field(default_factory=dict)
    content_type: str = JSON
    cookies: tuple[str, ...] = ()

    def content(self) -> bytes:
        if self.body is None:
            return b""
        return self.body if isinstance(self.body, bytes) else orjson.dumps(self.body)


@dataclass
class LoggedRequest:
    """One request as it went. ``at`` is in seconds of ``time.monotonic``; ``status`` 0: nothing was answered;
    ``body`` is the JSON, or what was sent for tokens without its secrets."""

    at: float
    kind: str
    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: Any
    status: int = 0
    seconds: float = 0.0
    bytes_out: int = 0


class Served(Protocol):
    """What the server needs of a simulated system. ``held``: work of calls that are still under way."""

    clock: Clock
    faults: Faults
    held: list[Callable[[], Answer]]
    crashes: list[str]

    def found(self, request: Request) -> tuple[str, Callable[[], Answer]]:
        """The request's kind, and the work."""

    def is_secret(self, request: Request) -> bool:
        """Whether its parameters hold secrets."""

    def note(self, entry: LoggedRequest, request: Request) -> None: ...

    def note_answer(self, request: Request, answer: Answer) -> None: ...


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    sim: Served

    def _serve(self) -> None:
        began = time.monotonic()
        request = self._request()
        kind, work = self.sim.found(request)
        secret = self.sim.is_secret(request)
        entry = LoggedRequest(
            began,
            kind,
            request.method,
            request.path,
            _without_secrets(request.query) if secret else dict(request.query),
            _headers(request.headers),
            _readable(request, secret),
        )
        self.sim.note(entry, request)
        fault = self.sim.faults.take(kind)
        effect = fault.effect if fault else ""
        if effect == "drop":
            self._hang_up()
            return
        if effect == "late":
            self.sim.held.append(lambda: self._answer(work))
            self._hang_up()
            return
        if fault and fault.answer:
            answer = fault.answer
        else:
            self.sim.faults.run("before", kind)
            answer = self._answer(work)
            self.sim.faults.run("after", kind)
        if effect == "lose":
            self._hang_up()
            return
        entry.status = answer.status
        self.sim.note_answer(request, answer)
        entry.bytes_out = self._send(answer, cut=effect == "cut")
        entry.seconds = time.monotonic() - began

    def _answer(self, work: Callable[[], Answer]) -> Answer:
        try:
            return work()
        except Exception:
            self.sim.crashes.append(traceback.format_exc())
            return Answer(500, {"error": "the simulator failed"})

    def __getattr__(self, name: str) -> Any:
        if name.startswith("do_"):  # the handler's hooks, one for each method
            return self._serve
        raise AttributeError(name)

    def _request(self) -> Request:
        parts = urlsplit(self.path)
        headers = {name.lower(): value for name, value in self.headers.items()}
        body = self.rfile.read(int(headers.get("content-length") or 0))
        query = dict(parse_qsl(parts.query, keep_blank_values=True))
        return Request(self.command, parts.path, query, headers, body, parts.query)

    def _send(self, answer: Answer, cut: bool) -> int:
        content = answer.content()
        named = {"Date": format_datetime(self.sim.clock(), usegmt=True), "Content-Length": str(len(content))}
        if answer.status in {204, 304}:
            del named["Content-Length"]
        elif content:
            named["Content-Type"] = answer.content_type
        lines = [f"HTTP/1.1 {answer.status} {_PHRASES.get(answer.status, '')}"]
        lines += [f"{name}: {value}" for name, value in {**named, **answer.headers}.items()]
        lines += [f"Set-Cookie: {cookie}" for cookie in answer.cookies]
        sent = "\r\n".join([*lines, "", ""]).encode("latin-1") + content
        if cut:
            sent = sent[: len(sent) - max(len(content) // 2, 3)]
        with contextlib.suppress(OSError):
            self.connection.sendall(sent)
        if cut:
            self._hang_up()
        return len(sent)

    def _hang_up(self) -> None:
        self.close_connection = True
        with contextlib.suppress(OSError):
            self.connection.shutdown(socket.SHUT_RDWR)

    def log_message(self, format: str, *args: object) -> None:
        """Quiet: the log is ``sim.requests``."""


def _headers(headers: Mapping[str, str]) -> dict[str, str]:
    return {
        name: f"{value.partition(' ')[0]} ***" if name == "authorization" else value for name, value in headers.items()
    }


def _readable(request: Request, secret: bool) -> Any:
    if not request.body:
        return None
    text = request.body.decode("utf-8", "replace")
    try:
        read = json.loads(text)
    except ValueError:
        return _without_secrets(dict(parse_qsl(text))) if secret else text
    return _without_secrets(read) if secret and isinstance(read, dict) else read


def _without_secrets(form: Mapping[str, str]) -> dict[str, str]:
    return {name: "***" if name in _SECRETS else value for name, value in form.items()}


class _Listener(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 100
    allow_reuse_address = True

    def __init__(self, address: tuple[str, int], handler: type[_Handler]) -> None:
        self.open: set[socket.socket] = set()
        self.guard = threading.Lock()
        super().__init__(address, handler)

    def process_request(self, request: Any, client_address: Any) -> None:
        with self.guard:
            self.open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        with self.guard:
            self.open.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that was killed."""

    def hang_up(self) -> None:
        """End every connection, so that its thread ends too."""
        with self.guard:
            for one in self.open:
                with contextlib.suppress(OSError):
                    one.shutdown(socket.SHUT_RDWR)


class Server:
    """A loopback HTTP server in front of a simulated system. It can be stopped and started again on its port. With
    ``tls`` it is HTTPS."""

    def __init__(self, sim: Served, port: int, tls: ssl.SSLContext | None = None) -> None:
        self.port = port
        self._sim = sim
        self._tls = tls
        self._listener: _Listener | None = None
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        handler = type("Handler", (_Handler,), {"sim": self._sim})
        self._listener = _Listener(("127.0.0.1", self.port), handler)
        self.port = self._listener.server_address[1]
        if self._tls is not None:  # hands are shaken by each connection's own thread
            self._listener.socket = self._tls.wrap_socket(
                self._listener.socket, server_side=True, do_handshake_on_connect=False
            )
        self._thread = threading.Thread(target=self._listener.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()

    def stop(self) -> None:
        if self._listener is None or self._thread is None:
            return
        self._listener.shutdown()
        self._listener.hang_up()
        self._listener.server_close()
        self._thread.join(10)
        self._listener = self._thread = None
