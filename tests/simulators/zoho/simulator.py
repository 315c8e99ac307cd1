"""The simulated Zoho: an org, its accounts server and the API in front of them, on one loopback port."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, Self

from tests.simulators.clock import Clock
from tests.simulators.faults import Fault, Faults
from tests.simulators.web import Answer, LoggedRequest, Request, Server
from tests.simulators.zoho import routes
from tests.simulators.zoho.accounts import SCOPES, Accounts
from tests.simulators.zoho.bulk import Bulk
from tests.simulators.zoho.coql import Coql
from tests.simulators.zoho.limits import Limits
from tests.simulators.zoho.metadata import Metadata
from tests.simulators.zoho.office import Office
from tests.simulators.zoho.org import Org, Record, Table
from tests.simulators.zoho.people import people
from tests.simulators.zoho.reading import Reading
from tests.simulators.zoho.rendering import alone
from tests.simulators.zoho.schema import Field
from tests.simulators.zoho.search import Search
from tests.simulators.zoho.spec_check import SpecCheck, Violation
from tests.simulators.zoho.watch import Watch
from tests.simulators.zoho.writing import Writing


class SimulatedZoho:
    """``with SimulatedZoho(contacts=50) as sim: …``. ``slow`` is what each API call takes besides, in seconds; with
    ``check_answers`` our own answers are held against the vendor's specification too. ``crashes`` are mistakes of the simulator's
    own, which its end raises."""

    def __init__(
        self,
        port: int = 0,
        *,
        contacts: int = 0,
        edition: str = "enterprise",
        check_answers: bool = False,
        clock: Clock | None = None,
    ) -> None:
        self.clock = clock or Clock()
        self.org = Org(self.clock)
        self.accounts = Accounts(self.clock)
        self.limits = Limits(self.clock, edition)
        self.office, self.metadata = Office(self.org), Metadata(self.org)
        self.reading, self.writing = Reading(self.org), Writing(self.org)
        self.coql, self.search, self.bulk = Coql(self.org), Search(self.org), Bulk(self.org)
        self.watch = Watch(self.org)
        self.faults = Faults(routes.WRITES)
        self.slow = 0.0
        #: Calls that are still under way.
        self.held: list[Callable[[], Answer]] = []
        self.requests: list[LoggedRequest] = []
        self.violations: list[Violation] = []
        self.crashes: list[str] = []
        self.spec = SpecCheck.load()
        self.check_answers = check_answers
        self._server = Server(self, port)
        self._stopping = threading.Event()
        self._noting = threading.Lock()
        if contacts:
            people(self.org, contacts)

    # --- life --------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Serve, on the same port as before if there was one."""
        self._stopping.clear()
        self._server.start()
        self.accounts.url = self.url

    def stop(self) -> None:
        """As when the network is gone: nobody answers. What is stored stays."""
        self._stopping.set()
        self._server.stop()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        self.watch.stop()
        if self.crashes:
            raise RuntimeError(f"The simulator failed: {self.crashes[0]}")

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.port}"

    @property
    def accounts_url(self) -> str:
        return self.url

    @property
    def base_url(self) -> str:
        return f"{self.url}/crm/v8"

    # --- what the server tells ---------------------------------------------------------------------------------

    def found(self, request: Request) -> tuple[str, Callable[[], Answer]]:
        return routes.found(self, request)

    def is_secret(self, request: Request) -> bool:
        return request.path.startswith("/oauth")

    def pause(self) -> None:
        if self.slow:
            self._stopping.wait(self.slow)

    def note(self, entry: LoggedRequest, request: Request) -> None:
        with self._noting:
            self.requests.append(entry)
            if self.spec is not None:
                self.violations += self.spec.of_request(request)

    def note_answer(self, request: Request, answer: Answer) -> None:
        if self.spec is not None and self.check_answers:
            found = self.spec.of_answer(request, answer)
            with self._noting:
                self.violations += found

    def asked(self, *kinds: str) -> list[LoggedRequest]:
        """The requests of these kinds, or all of them."""
        return [entry for entry in self.requests if not kinds or entry.kind in kinds]

    # --- a person of that org ----------------------------------------------------------------------------------

    def add(self, module: str, **fields: Any) -> str:
        """A record that a person makes; its id. Raises :class:`ValueError` for what Zoho would not take."""
        with self.org.lock:
            table = self._table(module)
            made = self._made(table, {}, fields)
            self.org.store(table, made, "insert", sorted(fields))
            return str(made["id"])

    def change(self, module: str, id: str, **fields: Any) -> None:
        """What a person changes; it moves Modified_Time. Raises :class:`KeyError` for a record that there isn't."""
        with self.org.lock:
            table = self._table(module)
            self.org.store(table, self._made(table, table.records[id], fields), "update", sorted(fields))

    def delete(self, module: str, id: str) -> None:
        """Into the recycle bin."""
        with self.org.lock:
            if not self.org.delete(self._table(module), id, self.org.person):
                raise KeyError(id)

    def purge(self, module: str, id: str) -> None:
        """Out of the recycle bin, for good."""
        with self.org.lock:
            self.org.purge(self._table(module), id)

    def restore(self, module: str, id: str) -> None:
        """Back out of the recycle bin."""
        with self.org.lock:
            self.org.restore(self._table(module), id)

    def rows(self, module: str) -> list[Record]:
        """Every record as a single read tells it, the oldest id first."""
        with self.org.lock:
            table = self._table(module)
            return [alone(self.org, table.module, table.records[id]) for id in sorted(table.records)]

    def one(self, module: str, id: str) -> Record:
        """Raises :class:`KeyError` for a record that there isn't."""
        with self.org.lock:
            table = self._table(module)
            return alone(self.org, table.module, table.records[id])

    def add_field(
        self, module: str, name: str, data_type: str = "text", *, unique: bool = False, length: int = 255, **more: Any
    ) -> None:
        """A custom field, as the org's administrator makes it; ``more`` are attributes of :class:`Field`."""
        with self.org.lock:
            made = Field(name, name.replace("_", " "), data_type, length=length, unique=unique, custom=True, **more)
            if data_type in {"currency", "double", "percent"} and made.decimals is None:
                made.decimals = 2
            self.org.add_field(self.org.modules[module], made)

    def _table(self, module: str) -> Table:
        return self.org.tables[module]

    def _made(self, table: Table, before: Record, fields: Record) -> Record:
        made, problem = self.writing.made(table, before, fields, "$", self.org.person)
        if problem is not None:
            raise ValueError(str(problem))
        return made

    # --- logins ------------------------------------------------------------------------------------------------

    def grant(self, scopes: str = SCOPES) -> dict[str, object]:
        """The answer that a whole sign-in brings."""
        return self.accounts.grant(scopes)

    def kill_tokens(self) -> None:
        """No access token is good any more; logins are."""
        self.accounts.kill_tokens()

    def revoke_all(self) -> None:
        """A person took the program off the list: no login is good any more."""
        self.accounts.revoke_all()

    # --- faults ------------------------------------------------------------------------------------------------

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

    def fail_next(self, status: int, body: Any = None, kind: str = "any", times: int = 1) -> None:
        """The next call of that kind is answered with this, and nothing is done."""
        for _ in range(times):
            self.faults.plan(Fault(kind, "answer", Answer(status, body)))

    def before_next(self, kind: str, what: Callable[[], Any]) -> None:
        """Something that happens between the arrival of the next call of that kind and its work."""
        self.faults.call("before", kind, what)

    def after_next(self, kind: str, what: Callable[[], Any]) -> None:
        """Something that happens between that call's work and its answer."""
        self.faults.call("after", kind, what)

    # --- short names -------------------------------------------------------------------------------------------

    @property
    def watch_fires(self) -> bool:
        return self.watch.fires

    @watch_fires.setter
    def watch_fires(self, fires: bool) -> None:
        self.watch.fires = fires
