"""The Tally connector: the contract's calls, each told in terms of the modules beside this one."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any

from app.connectors.base import (
    BookedAmount,
    Books,
    Choice,
    ConnectionSettings,
    Connector,
    ConnectorPorts,
    Listing,
    ModuleInfo,
    PeriodTotal,
    PullRequest,
    RemoteField,
    Standing,
    WriteOp,
    Written,
)
from app.connectors.checks import TestReport, run_checks
from app.connectors.tally import errors, masters, moved, probe, totals_read, vouchers
from app.connectors.tally.address import parse_address
from app.connectors.tally.changes import LOT, read_voucher
from app.connectors.tally.fields import describe, some_records
from app.connectors.tally.folding import fold_name
from app.connectors.tally.gate import DEFAULT_TIMEOUT, gate_to
from app.connectors.tally.identity import identity_of, notices, siblings_of
from app.connectors.tally.identity import questions as identity_questions
from app.connectors.tally.licence import Licence, read_licence
from app.connectors.tally.masters import MasterReader
from app.connectors.tally.pull_masters import KIND_OF, STREAM_OF, MasterPull, read_masters
from app.connectors.tally.pull_vouchers import STREAM, VoucherPull
from app.connectors.tally.requests import MOST_IDS, master_ids
from app.connectors.tally.roles import master_id
from app.connectors.tally.session import Client, Company, Session
from app.connectors.tally.template import SPEC
from app.connectors.tally.writing import choices, master_body
from app.connectors.tally.writing.writer import TallyWriter
from app.model.cancel import CancelToken
from app.model.clock import Clock, utc_now
from app.model.errors import ConnectorError, Misconfigured, NotReady
from app.model.records import Page, RemoteFields, RemoteRecord, Tombstone

_MODULES = (
    ModuleInfo(masters.LEDGER, "Customers (ledgers under Sundry Debtors)", "customer", can_write=True),
    ModuleInfo(masters.STOCK_ITEM, "Stock items", "product", can_write=True),
    ModuleInfo(vouchers.ORDER, "Sales orders", "order", can_write=True),
    ModuleInfo(vouchers.SALE, "Sales invoices", "invoice", can_write=True),
    ModuleInfo(vouchers.RECEIPT, "Receipts", "payment", can_write=True),
)


class TallyConnector(Connector):
    """One connection to one company in one Tally."""

    spec = SPEC

    def __init__(self, settings: ConnectionSettings, ports: ConnectorPorts, *, clock: Clock = utc_now) -> None:
        self._settings = settings
        self._state = ports.state
        self._clock = clock
        self._locks = ports.locks
        self._session: Session | None = None
        self._writer: TallyWriter | None = None
        #: Vouchers were pulled since the company's counter was seen: they are told of up to it.
        self._pulling = False

    @cached_property
    def _client(self) -> Client:
        """Made when first needed, so that a wrong address is the test's to tell, not an error of opening."""
        gate = gate_to(self._locks, parse_address(self._settings.base_url))
        return Client(gate, _seconds(self._settings.auth.get("timeout")))

    # -- companies ------------------------------------------------------------------------------------------------

    def _companies(self, cancel: CancelToken) -> list[Company]:
        """The open companies. Where the data folder is a leaf that the release doesn't know, no rows come: ask
        without it."""
        told = self._state.load("folder_told")
        found = self._client.companies(cancel, folder=told is not False)
        if not found and told is None:
            found = self._client.companies(cancel, folder=False)
            if found:
                self._state.save("folder_told", False)
        elif found and told is None:
            self._state.save("folder_told", True)
        return found

    def _choose(self, opened: Sequence[Company]) -> Company:
        """The company of this connection among the open ones."""
        name, guid = _word(self._settings.auth.get("company")), _word(self._settings.auth.get("company_guid"))
        names = [one.name for one in opened]
        if not name and not guid:
            raise errors.no_company_chosen(names)
        if not opened:
            raise errors.no_company_open()
        named = [one for one in opened if fold_name(one.name) == fold_name(name)] if name else []
        if guid:
            same = [one for one in opened if one.guid.lower() == guid.lower()]
            # Renamed in Tally: the GUID is still its own, unless a copy is open beside it.
            named = [one for one in named if one in same] or (same if len(same) == 1 and not named else [])
            if not named and any(fold_name(one.name) == fold_name(name) for one in opened):
                raise errors.other_company(name, guid)
        folder = _word(self._settings.auth.get("data_folder"))
        if len(named) > 1 and folder:
            named = [one for one in named if one.folder and fold_name(one.folder) == fold_name(folder)] or named
        if not named:
            raise errors.company_not_open(name or guid, names)
        return named[0]

    def books(self, cancel: CancelToken) -> list[Books]:
        return [
            Books(
                one.name,
                one.identity,
                {
                    "guid": one.guid,
                    "company_number": one.number,
                    "books_from": one.books_from,
                    "starting_from": one.starting_from,
                    "ending_at": one.ending_at,
                    "last_voucher": one.last_voucher,
                    "altvchid": one.altvchid,
                    "altmstid": one.altmstid,
                    "data_folder": one.folder,
                },
                {"company": one.name, "company_guid": one.guid, **({"data_folder": one.folder} if one.folder else {})},
            )
            for one in self._companies(cancel)
        ]

    def preflight(self, known: Mapping[str, Any] | None, cancel: CancelToken) -> Standing:
        opened = self._companies(cancel)
        company = self._choose(opened)
        self._session = Session(self._client, self._state, company, clock=self._clock)
        self._writer = TallyWriter(self._session, self._settings)
        self._pulling = False
        before, identity = known or {}, identity_of(company, opened, known or {})
        questions = tuple(identity_questions(before, identity, siblings_of(company, opened)))
        return Standing(
            identity,
            questions,
            # Books open beside ours are no reason to doubt what was read of ours.
            full_compare=any(guard != "split" for guard, _, _ in questions),
            books_id=company.identity,
            notices=tuple(notices(before, identity)),
            begins=company.books_from or "",
        )

    def _open(self, cancel: CancelToken) -> Session:
        if self._session is None:
            self.preflight(None, cancel)
        assert self._session is not None
        return self._session

    # -- test -----------------------------------------------------------------------------------------------------

    def test(self, cancel: CancelToken) -> TestReport:
        return _Test(self).run(cancel)

    # -- modules --------------------------------------------------------------------------------------------------

    def modules(self) -> list[ModuleInfo]:
        return list(_MODULES)

    def fields(self, module: str, cancel: CancelToken) -> list[RemoteField]:
        session = self._open(cancel)
        probe.ensure(session, cancel)
        fullest = some_records(session, module, 1, cancel)
        return describe(module, fullest[0].fields if fullest else {})

    def sample(self, module: str, count: int, cancel: CancelToken) -> list[RemoteRecord]:
        session = self._open(cancel)
        probe.ensure(session, cancel)
        return some_records(session, module, count, cancel)

    def streams(self, modules: Sequence[str]) -> list[tuple[str, tuple[str, ...]]]:
        wanted = set(modules)
        streams: list[tuple[str, tuple[str, ...]]] = [
            (stream, (module,)) for module, stream in STREAM_OF.items() if module in wanted
        ]
        documents = tuple(module for module in vouchers.MODULES if module in wanted)
        return [*streams, (STREAM, documents)] if documents else streams

    # -- reading --------------------------------------------------------------------------------------------------

    def changes(self, request: PullRequest) -> Iterator[Page | Listing]:
        session = self._open(request.cancel)
        pull: MasterPull | VoucherPull
        if request.stream == STREAM:
            self._pulling = True
            pull = VoucherPull(session, request, _day(self._settings.auth.get("from_date")))
        else:
            pull = MasterPull(session, request, next(iter(request.modules)))
        if not pull.is_quiet:
            probe.ensure(session, request.cancel)
        yield from pull.run()

    def read(self, module: str, ids: Sequence[str], cancel: CancelToken) -> list[RemoteRecord]:
        session = self._open(cancel)
        probe.ensure(session, cancel)
        roles = session.roles(cancel)
        if module in STREAM_OF:
            reader = MasterReader(module, masters.FIELDS_OF[module], roles)
            rows = read_masters(session, reader, _numbers(ids), cancel)
            return [row for row in rows if isinstance(row, RemoteRecord)]
        found = []
        for at, ident in enumerate(_numbers(ids)):
            if at % LOT == 0:
                session.check_open(cancel)
            row = read_voucher(session, ident, roles, cancel).record
            if isinstance(row, RemoteRecord) and row.module == module:
                found.append(row)
        if any(
            int(row.version) > (session.company.altvchid if self._pulling else moved.pulled(session)) for row in found
        ):
            moved.note_unknown(session)
        return found

    def confirm_gone(self, module: str, ids: Sequence[str], cancel: CancelToken) -> list[Tombstone]:
        """Twice "not found", with the company seen open before, between and after (docs/protocols/tally.md:
        Incremental sync)."""
        session = self._open(cancel)
        probe.ensure(session, cancel)
        missing = _numbers(ids)
        look = self._missing_masters if module in STREAM_OF else self._missing_vouchers
        session.check_open(cancel)
        for _ in range(2):
            missing = look(session, module, missing, cancel) if missing else []
            session.check_open(cancel)
        return [Tombstone(module, str(ident)) for ident in missing]

    def _missing_masters(self, session: Session, module: str, ids: Sequence[int], cancel: CancelToken) -> list[int]:
        there: set[int] = set()
        for start in range(0, len(ids), MOST_IDS):
            reply = session.collect(
                KIND_OF[module],
                ("MASTERID",),
                "a check of deleted records",
                lambda one: int(master_id(one)),
                cancel,
                where=master_ids(ids[start : start + MOST_IDS]),
            )
            there.update(reply.rows)
        return [ident for ident in ids if ident not in there]

    def _missing_vouchers(self, session: Session, module: str, ids: Sequence[int], cancel: CancelToken) -> list[int]:
        del module
        roles = session.roles(cancel)
        gone = []
        for at, ident in enumerate(ids):
            if at and at % LOT == 0:
                session.check_open(cancel)
            if read_voucher(session, ident, roles, cancel).gone:
                gone.append(ident)
        return gone

    # -- writing --------------------------------------------------------------------------------------------------

    def _open_writer(self, cancel: CancelToken) -> TallyWriter:
        self._open(cancel)
        assert self._writer is not None
        return self._writer

    def write(self, op: WriteOp, cancel: CancelToken) -> Written:
        return self._open_writer(cancel).write(op, cancel)

    def find(self, op: WriteOp, cancel: CancelToken) -> RemoteRecord | None:
        return self._open_writer(cancel).find(op, cancel)

    def as_shown(self, module: str, fields: RemoteFields) -> RemoteFields:
        if module not in STREAM_OF:
            return fields
        return master_body.as_shown(module, fields, self._session.known_roles if self._session else None)

    def choices(self, cancel: CancelToken) -> list[Choice]:
        return choices.offer(self._open(cancel), self._settings, cancel)

    # -- for the accountant ---------------------------------------------------------------------------------------

    def month_totals(self, modules: Sequence[str], first: str, last: str, cancel: CancelToken) -> list[PeriodTotal]:
        since = _day(self._settings.auth.get("from_date"))
        return totals_read.month_totals(self._open(cancel), modules, first, last, since, cancel)

    def month_amounts(self, module: str, month: str, cancel: CancelToken) -> list[BookedAmount]:
        since = _day(self._settings.auth.get("from_date"))
        return totals_read.month_amounts(self._open(cancel), module, month, since, cancel)


class _Test:
    """The steps of the connection test."""

    def __init__(self, connector: TallyConnector) -> None:
        self._connector = connector
        self._details: dict[str, Any] = {}
        self._licence: Licence | None = None

    def run(self, cancel: CancelToken) -> TestReport:
        steps = (
            ("Address", self._address),
            ("Tally answers", self._reach),
            ("Release and licence", self._release),
            ("Company open", self._company),
            ("Reading", self._sample),
        )
        return run_checks(steps, self._details, cancel)

    def _address(self, cancel: CancelToken) -> str:
        del cancel
        return f"{self._connector._client.where} is a good address."

    def _reach(self, cancel: CancelToken) -> str:
        started = time.monotonic()
        opened = self._connector._companies(cancel)
        latency = round((time.monotonic() - started) * 1000)
        self._details |= {"latency_ms": latency, "companies": [one.name for one in opened]}
        return f"Tally answered in {latency} ms."

    def _release(self, cancel: CancelToken) -> str:
        try:
            self._licence = read_licence(self._connector._client, cancel)
        except NotReady:
            raise
        except ConnectorError:
            self._licence = Licence()
        self._details |= {
            "version": self._licence.release,
            "licence": self._licence.kind,
            "educational": self._licence.educational,
        }
        return self._licence.sentence

    def _company(self, cancel: CancelToken) -> str:
        standing = self._connector.preflight(None, cancel)
        self._details |= {"company": standing.identity["name"], **standing.identity}
        return f"The company “{standing.identity['name']}” is open."

    def _sample(self, cancel: CancelToken) -> str:
        session = self._connector._open(cancel)
        probe.ensure(session, cancel)
        started = time.monotonic()
        roles = session.roles(cancel)
        self._details["sample_ms"] = round((time.monotonic() - started) * 1000)
        customers = len(roles.customer_ids())
        self._details |= {"customers": customers, "voucher_types": len(roles.types)}
        return f"{len(roles.ledgers)} ledgers read, {customers} of them customers; {len(roles.types)} voucher types."


def _word(value: Any) -> str:
    return str(value).strip() if value is not None else ""


def _seconds(value: Any) -> float:
    try:
        seconds = float(value) if value not in (None, "") else DEFAULT_TIMEOUT
    except (TypeError, ValueError):
        raise Misconfigured(
            f"The waiting time “{value}” is not a number.", hint="Write it in seconds, for example 30."
        ) from None
    return min(max(seconds, 0.1), 600.0)


def _day(value: Any) -> date | None:
    if not value:
        return None
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        raise Misconfigured(
            f"“{value}” is not a date.", hint="Write the earliest voucher date like 2026-04-01."
        ) from None


def _numbers(ids: Sequence[str]) -> list[int]:
    """Tally's ids are whole numbers; anything else names nothing there."""
    return [int(one) for one in ids if one.isascii() and one.isdigit() and int(one) > 0]


def open_connector(settings: ConnectionSettings, ports: ConnectorPorts) -> TallyConnector:
    return TallyConnector(settings, ports)
