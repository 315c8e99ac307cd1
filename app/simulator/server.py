"""The HTTP side: sockets, charsets, one request at a time, and the ways in which Tally goes silent.

See docs/protocols/tally.md, Transport and Encoding. Every connection has a thread, but requests are served one
after the other under one lock, as Tally serves them; a client that goes away does not stop the work it asked for.
"""

from __future__ import annotations

import contextlib
import itertools
import re
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from app.simulator import envelope
from app.simulator.program import Program
from app.simulator.request import Crash, Hang, Unintelligible, parse

_IMPORT = re.compile(rb">\0?I\0?m\0?p\0?o\0?r\0?t\0?<")
MAX_BODY = 512 * 1024 * 1024


@dataclass
class LoggedRequest:
    """One request as it went."""

    at: float
    method: str
    kind: str
    id: str
    company: str | None
    summary: str
    bytes_in: int
    bytes_out: int = 0
    duration: float = 0.0
    outcome: str = "answered"
    voucher_action: str = ""
    text: str = field(default="", repr=False)


@dataclass
class Mischief:
    """What the control surface has ordered for the next answers."""

    cut_after: int | None = None
    reset: str = ""
    slow: float = 0.0
    #: What the next import brings about: ``before`` and ``after`` reset its connection, ``cut`` breaks its answer off.
    lost_import: str = ""
    #: What a person does just before the next import, and between it and whatever is asked then.
    before_import: Callable[[], object] | None = None
    after_import: Callable[[], object] | None = None


class _Gone(Exception):
    """The connection is over."""


class _Wire:
    """Buffered reading from a socket, without a file object that would keep a closed socket open."""

    def __init__(self, connection: socket.socket) -> None:
        self.connection = connection
        self.buffer = bytearray()

    def _more(self) -> bool:
        data = self.connection.recv(262_144)
        self.buffer += data
        return bool(data)

    def line(self) -> bytes:
        """Up to and with the next line feed; empty at the end."""
        while (at := self.buffer.find(b"\n")) < 0:
            if len(self.buffer) > 65536 or not self._more():
                return b""
        line = bytes(self.buffer[: at + 1])
        del self.buffer[: at + 1]
        return line

    def exactly(self, length: int) -> bytes:
        while len(self.buffer) < length:
            if not self._more():
                raise _Gone
        body = bytes(self.buffer[:length])
        del self.buffer[:length]
        return body


class Server:
    """A loopback HTTP server in front of a :class:`Program`."""

    def __init__(
        self, program: Program, host: str = "127.0.0.1", port: int = 0, sleep: Callable[[float], None] | None = None
    ) -> None:
        self.program = program
        self.host = host
        self.port = port
        self.log: list[LoggedRequest] = []
        self.keep_texts = True
        self.mischief = Mischief()
        self.in_flight = 0
        self.max_in_flight = 0
        self.stopping = threading.Event()
        self.free = threading.Event()
        self.free.set()
        self.restarted = threading.Event()
        self.dialog_answered = threading.Event()
        self.dialog_answered.set()
        self.generation = 0
        self._sleep = sleep or self._wait
        self._counting = threading.Lock()
        self._serving = threading.Lock()
        self._life = threading.RLock()
        self._listener: socket.socket | None = None
        self._connections: set[socket.socket] = set()
        self._acceptor: threading.Thread | None = None
        self._threads: list[threading.Thread] = []
        program.spend = lambda milliseconds: self._sleep(milliseconds / 1000)

    # -- life -----------------------------------------------------------------------------------------------------

    def start(self) -> None:
        self.stopping.clear()
        self._listener = self._bind()
        self.port = self._listener.getsockname()[1]
        self._listen()

    def _bind(self) -> socket.socket:
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        try:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind((self.host, self.port))
        except OSError:
            listener.close()
            raise
        return listener

    def _listen(self) -> None:
        assert self._listener is not None
        self._listener.listen(64)
        thread = threading.Thread(
            target=self._accept, args=(self._listener, self.generation), name="simulated-tally", daemon=True
        )
        thread.start()
        self._acceptor = thread

    def stop(self) -> None:
        """Close everything and wait for the threads."""
        self.stopping.set()
        self.generation += 1
        for event in (self.free, self.restarted, self.dialog_answered):
            event.set()
        with self._life:
            self._close_listener()
            self._drop_connections()
        for thread in self._threads:
            thread.join(5)
        self._threads.clear()

    def _close_listener(self) -> None:
        if self._listener is not None:
            with contextlib.suppress(OSError):
                self._listener.shutdown(socket.SHUT_RDWR)
            self._listener.close()
            self._listener = None
        if self._acceptor is not None:
            # Until it has left accept() the old socket still listens and the port cannot be bound again.
            self._acceptor.join(5)
            self._acceptor = None

    def _drop_connections(self) -> None:
        with self._counting:
            connections = list(self._connections)
        for connection in connections:
            _reset(connection)

    def refuse(self) -> None:
        """Refuse connections but keep the port: a bound socket that does not listen."""
        with self._life:
            self.generation += 1
            self._close_listener()
            self._drop_connections()
            self._listener = self._bind()

    def accept_again(self) -> None:
        """Serve again after :meth:`refuse`; whatever hung is forgotten."""
        with self._life:
            self.generation += 1
            self._close_listener()
            self._drop_connections()
            self.restarted.set()
            self.dialog_answered.set()
            self.free.set()
            self._listener = self._bind()
            self._listen()

    # -- connections ----------------------------------------------------------------------------------------------

    def _accept(self, listener: socket.socket, generation: int) -> None:
        while not self.stopping.is_set() and generation == self.generation:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            if generation != self.generation:
                _reset(connection)
                return
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            with self._counting:
                self._connections.add(connection)
            thread = threading.Thread(
                target=self._converse, args=(connection,), name="simulated-tally-client", daemon=True
            )
            thread.start()
            self._threads = [one for one in self._threads if one.is_alive()]
            self._threads.append(thread)

    def _converse(self, connection: socket.socket) -> None:
        try:
            wire = _Wire(connection)
            while not self.stopping.is_set() and self._one_request(connection, wire):
                pass
        except (OSError, _Gone, ValueError):
            pass
        finally:
            with self._counting:
                self._connections.discard(connection)
            with contextlib.suppress(OSError):
                connection.close()

    def _one_request(self, connection: socket.socket, wire: _Wire) -> bool:
        """Serve one request of a connection; whether another may follow."""
        head = _read_head(wire)
        if head is None:
            return False
        method, path, headers = head
        length = int(headers.get("content-length", "0") or 0)
        body = wire.exactly(min(length, MAX_BODY))
        wide = "utf-16" in headers.get("content-type", "").lower()
        entry = LoggedRequest(time.time(), method, "", path, None, path, len(body))
        started = time.perf_counter()
        with self._counting:
            self.in_flight += 1
            self.max_in_flight = max(self.max_in_flight, self.in_flight)
            self.log.append(entry)
        try:
            with self._serving:
                self._stand_by()
                payload = self._serve(connection, entry, method, body, wide)
            entry.bytes_out = sum(map(len, payload))
        finally:
            with self._counting:
                self.in_flight -= 1
            entry.duration = time.perf_counter() - started
        close = headers.get("connection", "").lower() == "close" or not self.program.quirks.keep_alive
        self._send(connection, payload, wide, close, entry)
        return not close

    def _stand_by(self) -> None:
        """Wait while Tally is busy or shows a dialog."""
        self.free.wait()
        self.dialog_answered.wait()
        if self.stopping.is_set():
            raise _Gone

    def _serve(
        self, connection: socket.socket, entry: LoggedRequest, method: str, body: bytes, wide: bool
    ) -> list[bytes]:
        is_import = _IMPORT.search(body, 0, 2000) is not None
        if is_import:
            self._arrange_import()
        mischief, self.mischief = self.mischief, replace(self.mischief, reset="", slow=0.0)
        if mischief.reset == "before":
            entry.outcome = "reset before"
            _reset(connection)
            raise _Gone
        if mischief.slow:
            self._sleep(mischief.slow)
        if is_import and mischief.before_import is not None:
            self.mischief.before_import = None
            mischief.before_import()
        generation = self.generation
        try:
            try:
                payload = self._payload(method, body, wide, entry)
            except Hang as hang:
                entry.outcome = f"hung: {hang}"
                payload = self._hang(hang, generation)
        except Crash as crash:
            entry.outcome = f"crashed: {crash}"
            # Deaf first, then the reset: a client that tries again at once must find the port refusing.
            self.refuse()
            _reset(connection)
            raise _Gone from None
        if is_import and mischief.after_import is not None:
            self.mischief.after_import = None
            mischief.after_import()
        if mischief.reset == "after":
            entry.outcome = "reset after"
            _reset(connection)
            raise _Gone
        return payload

    def _arrange_import(self) -> None:
        """What was ordered for the next import is due now."""
        lost, self.mischief.lost_import = self.mischief.lost_import, ""
        if lost == "cut":
            self.mischief.cut_after = 120
        elif lost:
            self.mischief.reset = lost

    def _hang(self, hang: Hang, generation: int) -> list[bytes]:
        """Be silent until the dialog is answered or the program restarted."""
        gate = self.restarted if hang.until == "restart" else self.dialog_answered
        gate.clear()
        while not gate.wait(0.2):
            if generation != self.generation or self.stopping.is_set():
                raise _Gone
        if generation != self.generation or self.stopping.is_set():
            raise _Gone
        if hang.then == "crash":
            raise Crash(str(hang))
        return [b""]

    def _payload(self, method: str, body: bytes, wide: bool, entry: LoggedRequest) -> list[bytes]:
        if method == "GET":
            entry.kind = "status"
            return _encode([envelope.RUNNING + "\r\n"], wide)
        looks_wide = body[:2] == b"\xff\xfe" or (len(body) > 1 and body[1] == 0)
        if body and wide != looks_wide:
            entry.kind = "mismatch"
            return _encode([envelope.UNKNOWN_REQUEST], wide)
        text = _decode(body, wide)
        if self.keep_texts:
            entry.text = text
        with self.program.lock:
            try:
                request = parse(text)
                entry.kind = f"{request.verb} {request.type}".strip()
                entry.id, entry.company, entry.summary = request.id, request.company, request.summary()
                return _encode(self.program.respond(request), wide)
            except Unintelligible:
                entry.kind = entry.kind or "unintelligible"
                return _encode([envelope.UNKNOWN_REQUEST], wide)

    def _send(
        self, connection: socket.socket, payload: list[bytes], wide: bool, close: bool, entry: LoggedRequest
    ) -> None:
        charset = "utf-16" if wide else "utf-8"
        head = f"HTTP/1.1 200 OK\r\nContent-Type: text/xml; charset={charset}\r\nContent-Length: {entry.bytes_out}\r\n"
        head += "Connection: close\r\n\r\n" if close else "\r\n"
        cut, self.mischief.cut_after = self.mischief.cut_after, None
        if cut is not None:
            entry.outcome = f"cut after {cut}"
            connection.sendall(head.encode("ascii") + b"".join(payload)[:cut])
            connection.shutdown(socket.SHUT_RDWR)
            raise _Gone
        connection.sendall(head.encode("ascii") + payload[0])
        for piece in payload[1:]:
            connection.sendall(piece)

    def _wait(self, seconds: float) -> None:
        self.stopping.wait(seconds)


def _encode(pieces: Iterable[str], wide: bool) -> list[bytes]:
    """An answer in the request's charset, some hundred rows at a time: all of it as text would double the memory."""
    encoded: list[bytes] = []
    remaining = iter(pieces)
    while rows := list(itertools.islice(remaining, 500)):
        text = "".join(rows)
        encoded.append(text.encode("utf-16-le") if wide else text.encode("cp1252", "replace"))
    return encoded or [b""]


def _decode(body: bytes, wide: bool) -> str:
    if wide:
        return body.decode("utf-16-le", "replace").lstrip("\ufeff")
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        return body.decode("cp1252", "replace")


def _read_head(wire: _Wire) -> tuple[str, str, dict[str, str]] | None:
    parts = wire.line().decode("latin-1").split()
    if len(parts) < 2:
        return None
    headers: dict[str, str] = {}
    while line := wire.line().strip():
        name, _, value = line.decode("latin-1").partition(":")
        headers[name.strip().lower()] = value.strip()
    return parts[0].upper(), parts[1], headers


def _reset(connection: socket.socket) -> None:
    """End a connection with a reset instead of a goodbye."""
    with contextlib.suppress(OSError):
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    with contextlib.suppress(OSError):
        connection.shutdown(socket.SHUT_RD)
    with contextlib.suppress(OSError):
        connection.close()
