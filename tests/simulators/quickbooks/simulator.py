"""The simulated QuickBooks Online: one company, the identity service and the API, on one loopback port."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, Self

from tests.simulators.clock import Clock
from tests.simulators.faults import Fault, Faults
from tests.simulators.quickbooks import company, routes
from tests.simulators.quickbooks.accounts import Accounts
from tests.simulators.quickbooks.batch import Batch
from tests.simulators.quickbooks.books import Books, Record
from tests.simulators.quickbooks.changes import Changes
from tests.simulators.quickbooks.entities import ENTITIES, Entity
from tests.simulators.quickbooks.limits import FREE_READS, Limits
from tests.simulators.quickbooks.people import people
from tests.simulators.quickbooks.problems import Refused
from tests.simulators.quickbooks.query import Queries
from tests.simulators.quickbooks.replays import Replays
from tests.simulators.quickbooks.spec_check import SpecCheck, Violation
from tests.simulators.quickbooks.webhooks import Webhooks
from tests.simulators.quickbooks.writing import Write, Writing
from tests.simulators.web import Answer, LoggedRequest, Request, Server

_BY_PERSON = Write(by_person=True)


class SimulatedQuickbooks:
    """``with SimulatedQuickbooks(customers=50) as sim: …``. ``slow`` is what each API call takes besides, in
    seconds; with ``check_answers`` our own answers are held against the vendor's schema too. ``sign_in_shape`` of
    the refusals 3100 and 3200 (``lower``, ``xml``), ``throttle_shape`` of 3001 (``json``, ``xml``); with
    ``faults_with_200`` other refusals come with that status. ``checks_spec`` off: requests are not kept for
    :attr:`violations`. ``crashes`` are mistakes of the simulator's own, which its end raises."""

    def __init__(
        self,
        port: int = 0,
        *,
        customers: int = 0,
        environment: str = "sandbox",
        country: str = "US",
        limits: bool = True,
        check_answers: bool = False,
        clock: Clock | None = None,
    ) -> None:
        self.clock = clock or Clock()
        self.books = Books(self.clock, country)
        self.accounts = Accounts(self.clock, self.books.realm, environment)
        self.limits = Limits(self.clock, limits, FREE_READS if environment == "production" else None)
        self.faults = Faults(routes.WRITES, apart=("item",))
        self.writing, self.queries, self.changes = Writing(self.books), Queries(self.books), Changes(self.books)
        self.replays = Replays()
        self.batch = Batch(self.books, self.writing, self.queries, self.replays, self.limits, self.faults)
        self.webhooks = Webhooks(self.books)
        self.slow = 0.0
        #: Calls that are still under way.
        self.held: list[Callable[[], Answer]] = []
        self.sign_in_shape, self.throttle_shape, self.faults_with_200 = "lower", "json", False
        self.requests: list[LoggedRequest] = []
        self.crashes: list[str] = []
        self.checks_spec = True
        self.check_answers = check_answers
        self._unchecked: list[tuple[Request, Answer | None]] = []
        self._violations: list[Violation] = []
        self._server = Server(self, port)
        self._stopping = threading.Event()
        self._noting = threading.Lock()
        company.found(self.books)
        if customers:
            people(self.books, customers)

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
        self.webhooks.stop()
        if self.crashes:
            raise RuntimeError(f"The simulator failed: {self.crashes[0]}")

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.port}"

    @property
    def base_url(self) -> str:
        """What the connection's setting is; the company's calls are below ``/v3/company/{realm}``."""
        return self.url

    @property
    def company_url(self) -> str:
        return f"{self.url}/v3/company/{self.realm}"

    @property
    def discovery_url(self) -> str:
        return self.accounts.discovery_url

    @property
    def realm(self) -> str:
        return self.books.realm

    # --- what the server tells ---------------------------------------------------------------------------------

    def found(self, request: Request) -> tuple[str, Callable[[], Answer]]:
        return routes.found(self, request)

    def is_secret(self, request: Request) -> bool:
        return routes.is_secret(request)

    def pause(self) -> None:
        if self.slow:
            self._stopping.wait(self.slow)

    def note(self, entry: LoggedRequest, request: Request) -> None:
        with self._noting:
            self.requests.append(entry)
            if self.checks_spec:
                self._unchecked.append((request, None))

    def note_answer(self, request: Request, answer: Answer) -> None:
        if self.checks_spec and self.check_answers:
            with self._noting:
                self._unchecked.append((request, answer))

    @property
    def violations(self) -> list[Violation]:
        """What the calls had that the vendor's schema doesn't know, checked when this is asked: none when there is
        no schema."""
        with self._noting:
            spec = SpecCheck.load() if self._unchecked else None
            for request, answer in self._unchecked if spec is not None else ():
                assert spec is not None
                self._violations += spec.of_request(request) if answer is None else spec.of_answer(request, answer)
            self._unchecked.clear()
            return list(self._violations)

    def clear(self) -> None:
        """Empty the log and the violations."""
        with self._noting:
            self.requests.clear()
            self._unchecked.clear()
            self._violations.clear()

    def asked(self, *kinds: str) -> list[LoggedRequest]:
        """The requests of these kinds, or all of them."""
        return [entry for entry in self.requests if not kinds or entry.kind in kinds]

    @property
    def metered(self) -> int:
        """Reads of this month."""
        return self.limits.metered[f"{self.clock():%Y-%m}"]

    # --- a person of that company ------------------------------------------------------------------------------

    def add(self, entity: str, **fields: Any) -> str:
        """A record that a person makes; its id. Raises :class:`ValueError` for what QuickBooks would not take."""
        return str(self._saved(ENTITIES[entity], fields)["Id"])

    def change(self, entity: str, id: str, **fields: Any) -> None:
        """What a person changes; the SyncToken moves. ``None`` clears. Raises :class:`KeyError` for a record that
        there isn't."""
        with self.books.lock:
            token = self._record(entity, id)["SyncToken"]
            said = {name: "" if value is None else value for name, value in fields.items()}
            self._saved(ENTITIES[entity], {**said, "Id": id, "SyncToken": token, "sparse": True})

    def deactivate(self, entity: str, id: str) -> None:
        self.change(entity, id, Active=False)

    def delete(self, entity: str, id: str) -> None:
        """For good. Of a list's record it is what a merge leaves."""
        with self.books.lock:
            token = self._record(entity, id)["SyncToken"]
            if ENTITIES[entity].listed:
                self.books.remove(ENTITIES[entity], id)
            else:
                self.writing.deleted(ENTITIES[entity], {"Id": id, "SyncToken": token}, _BY_PERSON)

    def void(self, entity: str, id: str) -> None:
        with self.books.lock:
            token, made = self._record(entity, id)["SyncToken"], ENTITIES[entity]
            self.writing.voided(made, {"Id": id, "SyncToken": token}, made.voids, _BY_PERSON)

    def merge(self, entity: str, id: str, into: str) -> None:
        """Two names become one: whatever named the first names the second, and the first is gone."""
        with self.books.lock:
            self._record(entity, into)
            for table in self.books.tables.values():
                for name in [name for name, of in table.entity.refs.items() if of == entity]:
                    for record in [one for one in table.records.values() if one.get(name, {}).get("value") == id]:
                        self.books.store(table.entity, {**record, name: {"value": into}}, "Update")
            self.books.remove(ENTITIES[entity], id, "Merge")

    def rows(self, entity: str) -> list[Record]:
        """Every record as a read tells it, inactive ones too, in the order they were made in."""
        with self.books.lock:
            found = self.books.tables[entity].records.values()
            return [
                self.books.told(ENTITIES[entity], one)
                for one in sorted(found, key=lambda one: (len(one["Id"]), one["Id"]))
            ]

    def one(self, entity: str, id: str) -> Record:
        """Raises :class:`KeyError` for a record that there isn't."""
        with self.books.lock:
            return self.books.told(ENTITIES[entity], self._record(entity, id))

    def _record(self, entity: str, id: str) -> Record:
        return self.books.tables[entity].records[id]

    def _saved(self, entity: Entity, fields: Record) -> Record:
        with self.books.lock:
            try:
                return self.writing.saved(entity, fields, _BY_PERSON)
            except Refused as refusal:
                raise ValueError(f"{refusal.code} {refusal.detail}") from refusal

    # --- logins ------------------------------------------------------------------------------------------------

    def grant(self, environment: str = "", realm: str = "") -> dict[str, object]:
        """The answer that a whole sign-in brings."""
        return self.accounts.grant(environment, realm)

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
        """The next call of that kind is answered with this, and nothing is done. A body that is text is XML."""
        answer = (
            Answer(status, body.encode(), content_type="application/xml")
            if isinstance(body, str)
            else Answer(status, body)
        )
        for _ in range(times):
            self.faults.plan(Fault(kind, "answer", answer))

    def refuse_next(self, code: str, kind: str = "any", times: int = 1, shape: str = "") -> None:
        """The next call of that kind is refused with that code. ``kind`` ``item``: the next item of a batch.
        ``shape``: ``json``, ``lower`` or ``xml``."""
        refusal = Refused(code)
        usual = routes.shape_of(self, refusal, "json") if kind != "item" else "json"
        for _ in range(times):
            self.faults.plan(Fault(kind, "answer", refusal.answer(self.books.moments, shape or usual)))

    def before_next(self, kind: str, what: Callable[[], Any]) -> None:
        """Something that happens between the arrival of the next call of that kind and its work."""
        self.faults.call("before", kind, what)

    def after_next(self, kind: str, what: Callable[[], Any]) -> None:
        """Something that happens between that call's work and its answer."""
        self.faults.call("after", kind, what)
