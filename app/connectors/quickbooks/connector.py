"""The QuickBooks connector: the contract's calls, each told in terms of the modules beside this one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from functools import cached_property
from time import monotonic
from typing import Any

from app.connectors.base import (
    Books,
    Choice,
    ConnectionSettings,
    Connector,
    ConnectorPorts,
    Listing,
    ModuleInfo,
    PullRequest,
    RemoteField,
    Standing,
    WriteOp,
    Written,
)
from app.connectors.checks import TestReport, run_checks
from app.connectors.put_away import PutAway
from app.connectors.quickbooks import shown
from app.connectors.quickbooks.chosen import Chosen
from app.connectors.quickbooks.client import Quickbooks
from app.connectors.quickbooks.entities import ENTITIES, ORDER
from app.connectors.quickbooks.environments import environment_of
from app.connectors.quickbooks.fields import custom_fields, remote_fields
from app.connectors.quickbooks.put_away import put_away
from app.connectors.quickbooks.reading import STREAM, Pull, Reader
from app.connectors.quickbooks.records import ALLOCATIONS, LINES, STATUS, SUBTOTAL, TAXES, RecordReader
from app.connectors.quickbooks.taxes import TaxNames
from app.connectors.quickbooks.template import SPEC
from app.connectors.quickbooks.writing import Writer
from app.model.cancel import CancelToken
from app.model.clock import Clock, utc_now
from app.model.errors import ConnectorError, Gone
from app.model.records import Page, RemoteFields, RemoteRecord, Tombstone
from app.model.values import FieldType

_DAY = timedelta(hours=24)
_STATUSES = ("posted", "cancelled")


class QuickbooksConnector(Connector):
    """One connection to one company in QuickBooks Online."""

    spec = SPEC

    def __init__(
        self,
        settings: ConnectionSettings,
        ports: ConnectorPorts,
        *,
        clock: Clock = utc_now,
        sleep: Callable[[CancelToken, float], None] = CancelToken.wait,
    ) -> None:
        self._settings = settings
        self._ports = ports
        self._clock = clock
        self._sleep = sleep
        self._readers: dict[str, RecordReader] = {}

    @cached_property
    def books_client(self) -> Quickbooks:
        """Made when first needed, so that wrong settings are the test's to tell, not an error of opening."""
        return Quickbooks(self._settings, self._ports, clock=self._clock, sleep=self._sleep)

    @cached_property
    def _put_away(self) -> PutAway:
        return put_away(self._ports.state)

    @cached_property
    def _taxes(self) -> TaxNames:
        return TaxNames(self.books_client, self._ports.state)

    @cached_property
    def _chosen(self) -> Chosen:
        return Chosen(self.books_client, self._settings)

    def close(self) -> None:
        if "books_client" in self.__dict__:
            self.books_client.close()

    # -- what there is --------------------------------------------------------------------------------------------

    def test(self, cancel: CancelToken) -> TestReport:
        return _Test(self).run(cancel)

    def books(self, cancel: CancelToken) -> list[Books]:
        company = self._company(cancel)
        about = tuple(filter(None, (f"Company no. {company['id']}", company["country"])))
        return [Books(company["name"], self._identity(company["id"]), company, {"realm_id": company["id"]}, about)]

    def preflight(self, known: Mapping[str, Any] | None, cancel: CancelToken) -> Standing:
        company = self._company(cancel)
        questions = []
        if known and known.get("id") not in (None, company["id"]):
            questions.append(
                (
                    "other_books",
                    f"The sign-in leads to another company now: “{company['name']}” instead of “{known.get('name')}”.",
                    "Let it go on only if these are the same books under a new number; else sign in to the old company.",
                )
            )
        ends = self.books_client.login_ends(cancel)
        notices = []
        if ends is not None:
            told = f"The login to “{company['name']}” in QuickBooks ends on {ends:%d %b %Y}. Connect it again before that day."
            notices.append(("A login ends soon", told))
        return Standing(
            {"id": company["id"], "name": company["name"]},
            tuple(questions),
            full_compare=bool(questions),
            books_id=self._identity(company["id"]),
            notices=tuple(notices),
        )

    def _identity(self, realm: str) -> str:
        return f"quickbooks:{environment_of(self._settings).name}:{realm}"

    def _company(self, cancel: CancelToken) -> dict[str, str]:
        """Id, name and country of the company; asked once a day: it is a metered read."""
        realm, now = str(self._settings.auth.get("realm_id") or ""), self._clock()
        kept = self._ports.state.load("company")
        if isinstance(kept, dict) and kept.get("id") == realm:
            at = datetime.fromisoformat(kept["at"])
            if at <= now < at + _DAY:
                return {name: kept[name] for name in ("id", "name", "country")}
        told = self.books_client.get(f"companyinfo/{realm}", {}, cancel).get("CompanyInfo") or {}
        company = {
            "id": realm,
            "name": str(told.get("CompanyName") or realm),
            "country": str(told.get("Country") or ""),
        }
        self._ports.state.save("company", {**company, "at": now.isoformat()})
        return company

    def modules(self) -> list[ModuleInfo]:
        return [ModuleInfo(one.name, one.title, one.entity, can_write=True) for one in ENTITIES.values()]

    def fields(self, module: str, cancel: CancelToken) -> list[RemoteField]:
        rows = self._reader([module], cancel).page(ENTITIES[module], 1, 50, "MetaData.LastUpdatedTime DESC")
        told = remote_fields(module, custom_fields(self._preferences(module, cancel), rows)) + _made(module)
        records, _ = self._reader([module], cancel, everything=True).records(module, rows)
        values = records[0].fields if records else {}
        return [_with_sample(field, values) for field in told]

    def _preferences(self, module: str, cancel: CancelToken) -> Mapping[str, Any]:
        """Of the company; they name the custom fields of its sales forms, also those that no document bears yet."""
        if ENTITIES[module].items is None:
            return {}
        found = self.books_client.get("preferences", {}, cancel).get("Preferences")
        return found if isinstance(found, Mapping) else {}

    def sample(self, module: str, count: int, cancel: CancelToken) -> list[RemoteRecord]:
        reader = self._reader([module], cancel, everything=True)
        records, _ = reader.records(module, reader.page(ENTITIES[module], 1, min(count * 5, 50)))
        records.sort(key=lambda one: -sum(value not in (None, [], {}) for value in one.fields.values()))
        return records[:count]

    def streams(self, modules: Sequence[str]) -> list[tuple[str, tuple[str, ...]]]:
        """One: a question for changes costs one read, however many entities it names."""
        known = tuple(name for name in ORDER if name in modules)
        return [(STREAM, known)] if known else []

    # -- reading --------------------------------------------------------------------------------------------------

    def _reader(self, modules: Sequence[str], cancel: CancelToken, *, everything: bool = False) -> Reader:
        readers = {
            name: (None if everything else self._readers.get(name))
            or RecordReader(ENTITIES[name], tax_name=self._taxes)
            for name in modules
        }
        return Reader(self.books_client, self._put_away, readers, self._taxes, cancel)

    def changes(self, request: PullRequest) -> Iterator[Page | Listing]:
        for name, wanted in request.modules.items():
            self._readers[name] = RecordReader(ENTITIES[name], wanted, self._taxes)
        reader = self._reader(list(request.modules), request.cancel)
        yield from Pull(self.books_client, reader, request, self._clock).run()

    def read(self, module: str, ids: Sequence[str], cancel: CancelToken) -> list[RemoteRecord]:
        reader = self._reader([module], cancel)
        records, _ = reader.records(module, reader.by_ids(ENTITIES[module], _ids(ids)))
        return records

    def confirm_gone(self, module: str, ids: Sequence[str], cancel: CancelToken) -> list[Tombstone]:
        """Not among those that are there (or put away by us), and not found alone."""
        rows = self._reader([module], cancel).by_ids(ENTITIES[module], _ids(ids))
        there = {str(row["Id"]) for row in self._put_away.leave_out(module, rows)}
        away = {str(row["Id"]) for row in rows} - there
        gone = [one for one in ids if one in away or (one not in there and self._is_gone(module, one, cancel))]
        return [Tombstone(module, ident) for ident in gone]

    def _is_gone(self, module: str, ident: str, cancel: CancelToken) -> bool:
        if not _ids([ident]):
            return True
        try:
            self.books_client.get(f"{ENTITIES[module].path}/{ident}", {}, cancel)
        except Gone:
            return True
        return False

    # -- writing --------------------------------------------------------------------------------------------------

    def _writer(self, module: str, cancel: CancelToken) -> Writer:
        reader = self._reader([module], cancel).readers[module]
        voids = self._settings.auth.get("removal") != "delete"
        return Writer(self.books_client, ENTITIES[module], reader, self._chosen, self._put_away, voids=voids)

    def write(self, op: WriteOp, cancel: CancelToken) -> Written:
        (outcome,) = self.write_many([op], cancel)
        if isinstance(outcome, ConnectorError):
            raise outcome
        return outcome

    def write_many(self, ops: Sequence[WriteOp], cancel: CancelToken) -> list[Written | ConnectorError]:
        return self._writer(ops[0].module, cancel).write_many(ops, cancel)

    def find(self, op: WriteOp, cancel: CancelToken) -> RemoteRecord | None:
        return self._writer(op.module, cancel).find(op, cancel)

    def as_shown(self, module: str, fields: RemoteFields) -> RemoteFields:
        return shown.as_shown(fields)

    def choices(self, cancel: CancelToken) -> list[Choice]:
        return self._chosen.offer(cancel)


class _Test:
    """The steps of the connection test."""

    def __init__(self, connector: QuickbooksConnector) -> None:
        self._connector = connector
        self._details: dict[str, Any] = {}

    def run(self, cancel: CancelToken) -> TestReport:
        steps = (
            ("login", self._sign_in),
            ("company", self._company),
            ("sample", self._sample),
        )
        return run_checks(steps, self._details, cancel)

    def _sign_in(self, cancel: CancelToken) -> str:
        started = monotonic()
        login = self._connector.books_client.login(cancel)
        self._details["latency_ms"] = round((monotonic() - started) * 1000)
        unused, last = login.refresh_expires_at, login.ends_at
        ends = min((one for one in (unused, last) if one is not None), default=None)
        if ends is None:
            return "QuickBooks knows the login."
        self._details["login_ends"] = ends.date().isoformat()
        if ends == last:
            return f"QuickBooks knows the login; it ends on {ends:%d %b %Y}, also if it is used."
        if last is None:
            return f"QuickBooks knows the login; unused it ends on {ends:%d %b %Y}."
        return f"QuickBooks knows the login; unused it ends on {ends:%d %b %Y}, used on {last:%d %b %Y} at the latest."

    def _company(self, cancel: CancelToken) -> str:
        standing = self._connector.preflight(None, cancel)
        self._details |= {"company": standing.identity["name"], **standing.identity}
        return f"The company is “{standing.identity['name']}”."

    def _sample(self, cancel: CancelToken) -> str:
        found = self._connector.sample("Customer", 1, cancel)
        metered = self._connector.books_client.metered()
        self._details["reads_this_month"] = metered.count
        what = "A customer was read" if found else "There are no customers yet"
        return f"{what}; {metered.count} metered reads by this connection in this month."


_OF_TAXES = (
    ("name", "Tax", FieldType.TEXT),
    ("percentage", "Percentage", FieldType.NUMBER),
    ("value", "Amount", FieldType.NUMBER),
)


def _made(module: str) -> list[RemoteField]:
    """What is ours to make of an object (docs/protocols/quickbooks.md: Documents)."""
    if module == "Customer":
        return [RemoteField(f"BillAddr.{LINES}", "Billing address: all lines", FieldType.TEXT)]
    found = []
    if module in {"Invoice", "Estimate"}:
        found.append(RemoteField(SUBTOTAL, "Total before taxes", FieldType.NUMBER, readonly=True))
        found.append(RemoteField(TAXES, "Taxes", FieldType.LINES, readonly=True))
        found += [RemoteField(f"{TAXES}[].{name}", title, type_, readonly=True) for name, title, type_ in _OF_TAXES]
    if module in {"Invoice", "Payment"}:
        found.append(RemoteField(STATUS, "State (posted, or voided)", FieldType.PICKLIST, choices=_STATUSES))
    if module == "Payment":
        found += [
            RemoteField(ALLOCATIONS, "What was paid", FieldType.LINES),
            RemoteField(f"{ALLOCATIONS}[].Invoice", "Invoice", FieldType.LOOKUP),
            RemoteField(f"{ALLOCATIONS}[].Kind", "Kind", FieldType.PICKLIST, choices=("against", "on_account")),
            RemoteField(f"{ALLOCATIONS}[].Amount", "Amount", FieldType.NUMBER),
        ]
    return found


def _with_sample(field: RemoteField, values: Mapping[str, Any]) -> RemoteField:
    value: Any = values
    for step in field.path.replace("[]", "").split("."):
        if isinstance(value, list):
            value = value[0] if value else None
        value = value.get(step) if isinstance(value, Mapping) else None
    if value is None or isinstance(value, list | Mapping):
        return field
    return RemoteField(field.path, field.title, field.type, field.required, field.readonly, str(value), field.choices)


def _ids(ids: Sequence[str]) -> list[str]:
    """Ids as QuickBooks writes them; anything else names nothing there."""
    return [one for one in ids if one.isascii() and one.replace(":", "").isalnum()]
