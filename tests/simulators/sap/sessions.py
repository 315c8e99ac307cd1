"""Logging in, the session's cookies, and the servers behind the load balancer."""

from __future__ import annotations

import itertools
import threading
import time
import uuid
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Any

import orjson

from tests.simulators.clock import Clock
from tests.simulators.sap.company import Company
from tests.simulators.sap.problems import Refused
from tests.simulators.web import Answer, Request

_TRIES = 3


@dataclass
class Session:
    """``last``: when it was used, in the clock's seconds."""

    user: str
    last: float


@dataclass
class Sessions:
    """``users``: name → password. ``timeout``: minutes without use; ``parallel``: logins that are borne at once, each taking
    ``login_seconds``; ``old``: an older build's code of a refused login; ``nodes``; ``broken``: those that answer no read;
    ``down``: those that a ping doesn't reach; ``locks``: a user is locked after three wrong passwords."""

    company: Company
    users: dict[str, str] = field(default_factory=lambda: {"manager": "manager-password"})
    timeout: float = 30.0
    parallel: int = 6
    login_seconds: float = 0.0
    old: bool = False
    nodes: tuple[str, ...] = (".node1", ".node2")
    broken: set[str] = field(default_factory=set)
    down: set[str] = field(default_factory=set)
    locks: bool = True

    def __post_init__(self) -> None:
        #: Of the sessions alone: the company's may be moved by days without ending one.
        self.clock = Clock()
        self.open: dict[str, Session] = {}
        self.locked: set[str] = set()
        self.wrong: dict[str, int] = {}
        #: How many logins were answered with a session, how many were asked for, and how many at once at most.
        self.given = self.asked = self.most = 0
        self._going = 0
        self._turn = itertools.cycle(self.nodes)
        self._lock = threading.Lock()

    def login(self, request: Request) -> Answer:
        with self._lock:
            self.asked += 1
            self._going += 1
            self.most = max(self.most, self._going)
            too_many = self._going > self.parallel
        try:
            if self.login_seconds:
                time.sleep(self.login_seconds)
            if too_many:
                raise Refused(299)
            return self._let_in(request)
        finally:
            with self._lock:
                self._going -= 1

    def _let_in(self, request: Request) -> Answer:
        body = _body(request)
        user, password = str(body.get("UserName", "")), body.get("Password")
        if body.get("CompanyDB") != self.company.name:
            raise self._refused(-306)
        with self._lock:
            if self.users.get(user) != password or user in self.locked:
                self.wrong[user] = self.wrong.get(user, 0) + 1
                if self.locks and self.wrong[user] >= _TRIES:
                    self.locked.add(user)
                raise self._refused(-304)
            self.wrong.pop(user, None)
            node, id = self._node(request), str(uuid.uuid4())
            self.open[id] = Session(user, self.clock.seconds())
            self.given += 1
        told = {"SessionId": id, "Version": self.company.version, "SessionTimeout": int(self.timeout)}
        cookies = (f"B1SESSION={id};HttpOnly;", f"ROUTEID={node}; path=/b1s")
        return Answer(200, told, cookies=cookies)

    def _refused(self, code: int) -> Refused:
        return Refused(100000027 if self.old else code)

    def logout(self, request: Request) -> Answer:
        self.check(request)
        with self._lock:
            self.open.pop(cookies_of(request)["B1SESSION"], None)
        return Answer(204)

    def check(self, request: Request) -> tuple[Session, str]:
        """The session, and the node that has the request. Raises the refusal of a session that there isn't."""
        id, now = cookies_of(request).get("B1SESSION", ""), self.clock.seconds()
        with self._lock:
            found = self.open.get(id)
            if found is not None and now - found.last >= self.timeout * 60:
                del self.open[id]
                found = None
            if found is None:
                raise Refused(301)
            found.last = now
            return found, self._node(request)

    def _node(self, request: Request) -> str:
        """The same as before for who says so, else the next one."""
        wanted = cookies_of(request).get("ROUTEID", "")
        return wanted if wanted in self.nodes else next(self._turn)

    def end_all(self) -> None:
        """As after a restart of the service."""
        with self._lock:
            self.open.clear()

    def ping(self, where: str) -> Answer:
        """Nobody needs to be logged in for it."""
        senders = {"": "load balancer", "load-balancer": "load balancer"}
        senders |= {f"node/{number}": f"node {number}" for number in range(1, len(self.nodes) + 1)}
        if where not in senders:
            return Answer(404, b"")
        number = where.rpartition("/")[2]
        if f".node{number}" in self.down:
            return Answer(503, b"<html><body><h1>503 Service Unavailable</h1></body></html>", content_type="text/html")
        stamp = f"{self.company.clock().timestamp():.3f}"
        return Answer(200, {"message": "pong", "sender": senders[where], "timestamp": stamp})


def cookies_of(request: Request) -> dict[str, str]:
    jar: SimpleCookie = SimpleCookie()
    jar.load(request.headers.get("cookie", ""))
    return {name: morsel.value for name, morsel in jar.items()}


def _body(request: Request) -> dict[str, Any]:
    try:
        found = orjson.loads(request.body or b"{}")
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise Refused(-1000, "Invalid JSON format")
    return found
