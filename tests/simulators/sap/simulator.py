"""The simulated SAP Business One: one company behind the Service Layer's two versions and the Gateway, on one loopback port."""

from __future__ import annotations

import re
import ssl
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

from tests.simulators.clock import Clock
from tests.simulators.faults import Fault, Faults
from tests.simulators.sap import beginnings, gateway, routes
from tests.simulators.sap.company import Company, Key
from tests.simulators.sap.gateway import Gateway
from tests.simulators.sap.people import people
from tests.simulators.sap.problems import HTML, PROXY_ERROR, Refused
from tests.simulators.sap.reading import Reading
from tests.simulators.sap.schema import ENTITIES
from tests.simulators.sap.sessions import Sessions
from tests.simulators.sap.values import Row
from tests.simulators.sap.webhooks import Webhooks
from tests.simulators.sap.writing import Write, Writing
from tests.simulators.web import Answer, LoggedRequest, Request, Server

_SESSION = re.compile(r"(B1SESSION=)[^;]+")


class SimulatedSap:
    """``with SimulatedSap(partners=50) as sim: …``. What sites differ in is set at its parts: ``company``, ``sessions``,
    ``reading``, ``gateway``, ``webhooks``. ``slow`` is what each call takes besides, in seconds. ``certificate`` and its key
    make it HTTPS; with ``client_ca`` who calls must have a certificate that this file vouches for. ``crashes`` are mistakes
    of the simulator's own, which its end raises."""

    def __init__(
        self,
        port: int = 0,
        *,
        partners: int = 0,
        clock: Clock | None = None,
        certificate: tuple[Path, Path] | None = None,
        client_ca: Path | None = None,
    ) -> None:
        self.clock = clock or Clock()
        self.company = Company(self.clock)
        self.sessions = Sessions(self.company)
        self.reading, self.writing = Reading(self.company), Writing(self.company)
        self.gateway, self.webhooks = Gateway(), Webhooks(self.company)
        self.faults = Faults(routes.WRITES, apart=("ping",))
        self.slow = 0.0
        #: Calls that are still under way.
        self.held: list[Callable[[], Answer]] = []
        self.requests: list[LoggedRequest] = []
        self.crashes: list[str] = []
        self._scheme = "https" if certificate else "http"
        self._server = Server(self, port, _context(certificate, client_ca))
        self._stopping = threading.Event()
        self._noting = threading.Lock()
        beginnings.found(self.company)
        if partners:
            people(self.company, partners)

    # --- life ----------------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Serve, on the same port as before if there was one."""
        self._stopping.clear()
        self._server.start()

    def stop(self) -> None:
        """As when the network is gone: nobody answers. What is stored stays."""
        self._stopping.set()
        self._server.stop()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        self.webhooks.stop()
        if self.crashes:
            raise RuntimeError(f"The simulator failed: {self.crashes[0]}")

    @property
    def host(self) -> str:
        """Scheme, name and port."""
        return f"{self._scheme}://127.0.0.1:{self._server.port}"

    @property
    def url(self) -> str:
        """What the connection's setting is."""
        return f"{self.host}/b1s/v2"

    @property
    def url_v1(self) -> str:
        return f"{self.host}/b1s/v1"

    @property
    def gateway_url(self) -> str:
        return f"{self.host}{gateway.ROOT}"

    # --- what the server tells -----------------------------------------------------------------------------------------

    def found(self, request: Request) -> tuple[str, Callable[[], Answer]]:
        return routes.found(self, request)

    def is_secret(self, request: Request) -> bool:
        return routes.is_secret(request)

    def root_of(self, request: Request) -> str:
        return f"{self._scheme}://{request.headers.get('host', '')}"

    def pause(self) -> None:
        if self.slow:
            self._stopping.wait(self.slow)

    def note(self, entry: LoggedRequest, request: Request) -> None:
        """Neither sessions nor passwords are kept."""
        if "cookie" in entry.headers:
            entry.headers["cookie"] = _SESSION.sub(r"\1***", entry.headers["cookie"])
        if isinstance(entry.body, dict) and "Password" in entry.body:
            entry.body = {**entry.body, "Password": "***"}
        with self._noting:
            self.requests.append(entry)

    def note_answer(self, request: Request, answer: Answer) -> None:
        """Answers are not kept."""

    def clear(self) -> None:
        """Empty the log."""
        with self._noting:
            self.requests.clear()

    def asked(self, *kinds: str) -> list[LoggedRequest]:
        """The requests of these kinds, or all of them."""
        return [entry for entry in self.requests if not kinds or entry.kind in kinds]

    # --- a user of that company ----------------------------------------------------------------------------------------

    def add(self, entity: str, **fields: Any) -> Any:
        """A record that a user makes; its key. Raises :class:`ValueError` for what SAP would not take."""
        return self._done(lambda: self.writing.created(ENTITIES[entity], fields, Write(approved=True)))

    def change(self, entity: str, key: Key, replace: bool = False, **fields: Any) -> None:
        """What a user changes; ``replace``: collections are replaced. Raises :class:`ValueError` likewise."""
        self._done(lambda: self.writing.changed(ENTITIES[entity], key, fields, Write(replace)))

    def delete(self, entity: str, key: Key) -> None:
        self._done(lambda: self.writing.deleted(ENTITIES[entity], key))

    def act(self, entity: str, key: Key, action: str) -> Any:
        """``Cancel``, ``Close``, ``Reopen``, or ``CreateCancellationDocument``, whose document comes back."""
        return self._done(lambda: self.writing.acted(ENTITIES[entity], key, action))

    def move_stock(self, item: str, quantity: float, warehouse: str = "01") -> None:
        """Goods come, or go. The item's stamps stay."""
        with self.company.lock:
            self.writing.documents.move(item, warehouse, quantity)

    def approve(self, draft: Key) -> Any:
        """The key of the document that the draft becomes."""
        return self._done(lambda: self.writing.approve(draft))

    def rows(self, entity: str) -> list[Row]:
        """Every record as it is kept, in the order of the keys."""
        with self.company.lock:
            return self.company.rows(entity)

    def one(self, entity: str, key: Key) -> Row:
        """Raises :class:`KeyError` for a record that there isn't."""
        with self.company.lock:
            return self.company.tables[entity].rows[key]

    def _done(self, what: Callable[[], Any]) -> Any:
        with self.company.lock:
            try:
                return what()
            except Refused as refusal:
                raise ValueError(str(refusal)) from refusal

    # --- faults --------------------------------------------------------------------------------------------------------

    def cut_next(self, kind: str = "any") -> None:
        """The answer to the next call of that kind breaks off; the work is done."""
        self.faults.plan(Fault(kind, "cut"))

    def lose_next_write(self, done: bool, kind: str = "write") -> None:
        """The next write's connection ends without an answer, after the work or instead of it."""
        self.faults.plan(Fault(kind, "lose" if done else "drop"))

    def delay_next_write(self) -> None:
        """The next write's connection ends without an answer, and the work is done when it arrives."""
        self.faults.plan(Fault("write", "late"))

    def arrive(self) -> None:
        """What is under way is done now."""
        held, self.held = self.held, []
        for work in held:
            work()

    def fail_next(self, status: int, kind: str = "any", times: int = 1) -> None:
        """The next call of that kind is answered by the proxy, with a page, and nothing is done."""
        page = PROXY_ERROR.replace("502 Proxy Error", f"{status} Proxy Error").encode()
        for _ in range(times):
            self.faults.plan(Fault(kind, "answer", Answer(status, page, content_type=HTML)))

    def refuse_next(self, code: int, text: str = "", kind: str = "any", status: int = 0, dialect: str = "v2") -> None:
        """The next call of that kind is refused with that code, and nothing is done."""
        self.faults.plan(Fault(kind, "answer", Refused(code, text, status).answer(dialect)))

    def before_next(self, kind: str, what: Callable[[], Any]) -> None:
        """Something that happens between the arrival of the next call of that kind and its work."""
        self.faults.call("before", kind, what)

    def after_next(self, kind: str, what: Callable[[], Any]) -> None:
        """Something that happens between that call's work and its answer."""
        self.faults.call("after", kind, what)


def _context(certificate: tuple[Path, Path] | None, client_ca: Path | None) -> ssl.SSLContext | None:
    if certificate is None:
        return None
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    if client_ca is not None:
        context.load_verify_locations(client_ca)
        context.verify_mode = ssl.CERT_REQUIRED
    return context
