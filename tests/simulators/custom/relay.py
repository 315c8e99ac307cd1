"""Stands before a real server and counts what it is asked; some of its answers don't arrive."""

from __future__ import annotations

import http.client
from collections.abc import Callable
from typing import Self
from urllib.parse import urlencode

from tests.simulators.clock import Clock
from tests.simulators.faults import Fault, Faults
from tests.simulators.web import Answer, LoggedRequest, Request, Server

_WRITES = {"POST": "create", "PUT": "create", "PATCH": "update", "DELETE": "delete"}


class Relay:
    """``faults`` of the kinds read, create, update, delete, or ``write``."""

    def __init__(self, port: int) -> None:
        self.clock = Clock()
        self.faults = Faults(frozenset(_WRITES.values()))
        self.held: list[Callable[[], Answer]] = []
        self.crashes: list[str] = []
        self.requests: list[LoggedRequest] = []
        self._target = port
        self._server = Server(self, 0)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.port}"

    def __enter__(self) -> Self:
        self._server.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.stop()
        assert not self.crashes, self.crashes[0]

    def plan(self, kind: str, effect: str) -> None:
        self.faults.plan(Fault(kind, effect))  # type: ignore[arg-type]

    # --- what the server asks ----------------------------------------------------------------------------------

    def found(self, request: Request) -> tuple[str, Callable[[], Answer]]:
        return _WRITES.get(request.method, "read"), lambda: self._passed_on(request)

    def is_secret(self, request: Request) -> bool:
        return False

    def note(self, entry: LoggedRequest, request: Request) -> None:
        self.requests.append(entry)

    def note_answer(self, request: Request, answer: Answer) -> None:
        """Nothing is looked at."""

    def _passed_on(self, request: Request) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self._target, timeout=30)
        try:
            path = f"{request.path}?{urlencode(request.query)}" if request.query else request.path
            # With the relay's own name: the server makes addresses of it.
            headers = {name: value for name, value in request.headers.items() if name != "connection"}
            connection.request(request.method, path, request.body or None, headers)
            answer = connection.getresponse()
            body = answer.read()
            kept = {
                name: value
                for name, value in answer.getheaders()
                if name.lower() not in {"content-length", "content-type", "date", "connection", "transfer-encoding"}
            }
            return Answer(answer.status, body, kept, answer.headers.get("Content-Type", ""))
        finally:
            connection.close()
