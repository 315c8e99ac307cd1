"""The Zoho connector: the contract's calls, each told in terms of the modules beside this one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from time import monotonic
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.connectors.base import (
    Books,
    ConnectionSettings,
    Connector,
    ConnectorPorts,
    Listing,
    ModuleInfo,
    PullRequest,
    RemoteField,
    Standing,
    WriteKind,
    WriteOp,
    Written,
)
from app.connectors.checks import TestReport, run_checks
from app.connectors.spec import ConnectorSpec
from app.connectors.zoho import writing
from app.connectors.zoho.client import Zoho
from app.connectors.zoho.metadata import FieldInfo, Metadata, named
from app.connectors.zoho.modules import MODULES, ORDER, Module
from app.connectors.zoho.reading import MOST_IDS, Lister, Pull
from app.connectors.zoho.records import MODIFIED, NET_TOTAL, ORDER_DATE, TAX_TOTAL, TAXES, RecordReader
from app.connectors.zoho.sentences import Refused
from app.connectors.zoho.template import SPEC
from app.connectors.zoho.writing import Writer
from app.model.cancel import CancelToken
from app.model.clock import Clock, utc_now
from app.model.errors import ConnectorError, Misconfigured, NotReady, Rejected, UnknownOutcome
from app.model.records import Page, RemoteFields, RemoteRecord, Tombstone
from app.model.values import FieldType

#: Lines' fields as we tell of them, with their titles.
_ITEM_FIELDS: tuple[tuple[str, str, FieldType, bool], ...] = (
    ("Product_Name", "Product", FieldType.LOOKUP, False),
    ("Description", "Description", FieldType.TEXT, False),
    ("Quantity", "Quantity", FieldType.NUMBER, False),
    ("List_Price", "List price", FieldType.NUMBER, False),
    ("Discount_Percent", "Discount (%)", FieldType.NUMBER, False),
    ("Amount", "Amount before taxes", FieldType.NUMBER, False),
)
_TAX_FIELDS = (
    ("name", "Tax", FieldType.TEXT),
    ("percentage", "Rate", FieldType.NUMBER),
    ("value", "Amount", FieldType.NUMBER),
)


class ZohoConnector(Connector):
    """One connection to one organisation in Zoho CRM."""

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
        self._ours: dict[str, set[str]] = {}
        # Without a field for our id what was sent can't always be told from what others made.
        keyed = bool(settings.hub_keys) and all(settings.hub_keys.values())
        self.spec: ConnectorSpec = replace(SPEC, capabilities=replace(SPEC.capabilities, find_by_our_key=keyed))

    @cached_property
    def _zoho(self) -> Zoho:
        """Made when first needed, so that wrong settings are the test's to tell, not an error of opening."""
        return Zoho(self._settings, self._ports, clock=self._clock, sleep=self._sleep)

    @property
    def zoho(self) -> Zoho:
        """For what is asked of Zoho besides its records."""
        return self._zoho

    @cached_property
    def _metadata(self) -> Metadata:
        return Metadata(self._zoho, self._ports.state, self._clock)

    def close(self) -> None:
        if "_zoho" in self.__dict__:
            self._zoho.close()

    # -- what there is --------------------------------------------------------------------------------------------

    def test(self, cancel: CancelToken) -> TestReport:
        return _Test(self).run(cancel)

    def books(self, cancel: CancelToken) -> list[Books]:
        org = self._metadata.org(cancel)
        about = tuple(
            filter(None, (f"Organisation no. {org.id}", org.currency, org.type if org.type != "production" else ""))
        )
        details = {"id": org.id, "time_zone": org.time_zone, "currency": org.currency, "type": org.type}
        return [Books(org.name, _identity(org.id), details, {"organization": org.id}, about)]

    def preflight(self, known: Mapping[str, Any] | None, cancel: CancelToken) -> Standing:
        org = self._metadata.org(cancel)
        chosen = str(self._settings.auth.get("organization") or "")
        if chosen and chosen != org.id:
            raise Misconfigured(
                f"The sign-in leads to the organisation “{org.name}”, not to the one that this connection was made for. "
                "Nothing was read or written.",
                hint="Sign in as a user of the other organisation, or make a connection of its own for this one.",
                code="other_organization",
            )
        identity = {"id": org.id, "name": org.name, "type": org.type}
        questions = []
        if known and known.get("id") not in (None, org.id):
            questions.append(
                (
                    "other_books",
                    f"The sign-in leads to another organisation now: “{org.name}” instead of “{known.get('name')}”.",
                    "Let it go on only if these are the same records under a new number; else sign in to the old one.",
                )
            )
        return Standing(identity, tuple(questions), full_compare=bool(questions), books_id=_identity(org.id))

    def modules(self) -> list[ModuleInfo]:
        return [ModuleInfo(one.name, one.title, one.entity, can_write=True) for one in MODULES.values()]

    def fields(self, module: str, cancel: CancelToken) -> list[RemoteField]:
        self._metadata.forget(module)  # somebody may just have made one in Zoho
        infos = self._metadata.of(module, cancel)
        found = self.sample(module, 1, cancel)
        values: Mapping[str, Any] = found[0].fields if found else {}
        told = [
            RemoteField(
                info.name,
                info.title,
                info.type,
                required=info.required,
                readonly=info.readonly and info.name not in _WRITTEN,
                sample=_sample(values.get(info.name)),
                choices=tuple(info.choices),
            )
            for info in infos.values()
            if info.data_type != "subform"
        ]
        return told + self._computed(_module(module), infos)

    def _computed(self, module: Module, infos: Mapping[str, FieldInfo]) -> list[RemoteField]:
        """What we make of a document (docs/protocols/zoho.md: Documents)."""
        if module.items is None:
            return []
        lines = [RemoteField(module.items, "Products", FieldType.LINES)]
        lines += [
            RemoteField(f"{module.items}[].{name}", title, type_, readonly=readonly)
            for name, title, type_, readonly in _ITEM_FIELDS
        ]
        taxes = [RemoteField(TAXES, "Taxes of all lines", FieldType.LINES, readonly=True)]
        taxes += [RemoteField(f"{TAXES}[].{name}", title, type_, readonly=True) for name, title, type_ in _TAX_FIELDS]
        taxes.append(RemoteField(NET_TOTAL, "Total before taxes", FieldType.NUMBER, readonly=True))
        taxes.append(RemoteField(TAX_TOTAL, "Total of all taxes", FieldType.NUMBER, readonly=True))
        if module.name == "Sales_Orders" and ORDER_DATE not in infos:
            taxes.append(
                RemoteField(ORDER_DATE, "Order date (the day it was made in Zoho)", FieldType.DATE, readonly=True)
            )
        return lines + taxes

    def sample(self, module: str, count: int, cancel: CancelToken) -> list[RemoteRecord]:
        lister = self._lister(module, cancel, everything=True)
        page = lister.page((MODIFIED,), "id", None, rows=min(count * 5, 50)) if count else None
        ids = [str(row["id"]) for row in page.rows] if page is not None else []
        records = [record for record, _ in lister.records(ids if lister.reader.is_whole else ids[:count])]
        records.sort(key=lambda one: -sum(value not in (None, []) for value in one.fields.values()))
        return records[:count]

    def streams(self, modules: Sequence[str]) -> list[tuple[str, tuple[str, ...]]]:
        known = [name for name in ORDER if name in modules]
        return [(name, (name,)) for name in (*known, *(name for name in modules if name not in known))]

    # -- reading --------------------------------------------------------------------------------------------------

    def _reader(self, module: str, wanted: Iterable[str] | None, cancel: CancelToken) -> RecordReader:
        infos = self._metadata.of(module, cancel)
        return RecordReader(_module(module), infos, self._hub_key(module, infos), wanted, self._made_here(module))

    def _made_here(self, module: str) -> set[str]:
        """The documents that are ours and don't say so: found after a lost answer, where there is no field for our id."""
        if module not in self._ours:
            self._ours[module] = set(self._ports.state.load(f"ours:{module}") or ())
        return self._ours[module]

    def _hub_key(self, module: str, infos: Mapping[str, FieldInfo]) -> str:
        """The field with our id as Zoho calls it; empty for none (yet)."""
        wanted = self._settings.hub_keys.get(module, "")
        found = named(infos, wanted) if wanted else None
        return found.name if found is not None else ""

    def _lister(self, module: str, cancel: CancelToken, *, everything: bool = False) -> Lister:
        """As the last pull read it, else with all fields."""
        reader = None if everything else self._readers.get(module)
        return Lister(self._zoho, reader or self._reader(module, None, cancel), cancel, self._clock)

    def changes(self, request: PullRequest) -> Iterator[Page | Listing]:
        (module,) = request.modules
        reader = self._readers[module] = self._reader(module, request.modules[module], request.cancel)
        yield from Pull(self._zoho, reader, request, self._clock).run()

    def read(self, module: str, ids: Sequence[str], cancel: CancelToken) -> list[RemoteRecord]:
        return [record for record, _ in self._lister(module, cancel).records(_ids(ids))]

    def confirm_gone(self, module: str, ids: Sequence[str], cancel: CancelToken) -> list[Tombstone]:
        """Neither in a list that names them, nor when asked for alone."""
        lister, gone = self._lister(module, cancel), []
        for start in range(0, len(ids), MOST_IDS):
            some = ids[start : start + MOST_IDS]
            there = {str(row["id"]) for row in lister.by_ids(_ids(some), (MODIFIED,))}
            gone += [one for one in some if one not in there and (not _ids([one]) or lister.alone(one) is None)]
        return [Tombstone(module, ident) for ident in gone]

    # -- writing --------------------------------------------------------------------------------------------------

    def _writer(self, module: str, cancel: CancelToken) -> Writer:
        infos = self._metadata.of(module, cancel)
        zone = _zone(self._metadata.org(cancel).time_zone)
        hub_key = self._hub_key(module, infos)
        return Writer(self._zoho, _module(module), infos, hub_key, self._lister(module, cancel), zone)

    def _provide_hub_key(self, module: str, cancel: CancelToken) -> None:
        """Before the first record is made there: a field for our id that is wanted and isn't there is made."""
        wanted, infos = self._settings.hub_keys.get(module, ""), self._metadata.of(module, cancel)
        present = named(infos, wanted) if wanted else None
        if not wanted or (present is not None and present.unique):
            return
        try:
            self._metadata.create_hub_key(module, wanted, cancel)
        except UnknownOutcome:
            raise NotReady(
                f"Zoho did not answer whether it made the field “{wanted}” in {_module(module).title}. No record was sent.",
                hint="The next sync looks whether it is there, and goes on.",
                code="no_answer",
            ) from None
        self._readers.pop(module, None)  # it does not know the field

    def write(self, op: WriteOp, cancel: CancelToken) -> Written:
        (outcome,) = self.write_many([op], cancel)
        if isinstance(outcome, ConnectorError):
            raise outcome
        return outcome

    def write_many(self, ops: Sequence[WriteOp], cancel: CancelToken) -> list[Written | ConnectorError]:
        module = ops[0].module  # an engine's lot is of one entity
        if any(op.kind is WriteKind.CREATE for op in ops):
            self._provide_hub_key(module, cancel)
        outcomes = self._writer(module, cancel).write_many(ops, cancel)
        if any(map(self._is_outdated, ops, outcomes)):
            self._metadata.forget(module)
        return outcomes

    def _is_outdated(self, op: WriteOp, outcome: Written | ConnectorError) -> bool:
        """May a field be another one by now, have another choice, or be gone?"""
        if not isinstance(outcome, Written):
            return isinstance(outcome, Rejected) and bool(outcome.field)
        keyed = op.kind is WriteKind.CREATE and bool(self._settings.hub_keys.get(op.module))
        return keyed and outcome.record is not None and outcome.record.hub_key is None

    def find(self, op: WriteOp, cancel: CancelToken) -> RemoteRecord | None:
        try:
            found = self._writer(op.module, cancel).find(op, cancel)
        except Refused:
            self._metadata.forget(op.module)  # a field that was asked by is gone
            found = self._writer(op.module, cancel).find(op, cancel)
        if found is None or found.hub_key is not None or not _module(op.module).items:
            return found
        ours = self._made_here(op.module)
        ours.add(found.id)
        self._ports.state.save(f"ours:{op.module}", sorted(ours))
        return next(iter(self.read(op.module, [found.id], cancel)), None)

    def as_shown(self, module: str, fields: RemoteFields) -> RemoteFields:
        return writing.as_shown(fields)


#: Zoho calls these read-only; we write them another way (docs/protocols/zoho.md: Names of contacts; Documents).
_WRITTEN = frozenset({"Full_Name", "Grand_Total"})


class _Test:
    """The steps of the connection test."""

    def __init__(self, connector: ZohoConnector) -> None:
        self._connector = connector
        self._details: dict[str, Any] = {}

    def run(self, cancel: CancelToken) -> TestReport:
        steps = (
            ("login", self._sign_in),
            ("books", self._organization),
            ("sample", self._sample),
        )
        return run_checks(steps, self._details, cancel)

    def _sign_in(self, cancel: CancelToken) -> str:
        started = monotonic()
        self._connector._zoho.login_mark(cancel)
        self._details["latency_ms"] = round((monotonic() - started) * 1000)
        return "Zoho knows the login."

    def _organization(self, cancel: CancelToken) -> str:
        standing = self._connector.preflight(None, cancel)
        self._details |= {"company": standing.identity["name"], **standing.identity}
        kind = "" if standing.identity["type"] in ("", "production") else f" (a {standing.identity['type']})"
        return f"The organisation is “{standing.identity['name']}”{kind}."

    def _sample(self, cancel: CancelToken) -> str:
        module = next((name for name in ("Contacts", *self._connector._settings.hub_keys)), "Contacts")
        infos = self._connector._metadata.of(module, cancel)
        found = self._connector.sample(module, 1, cancel)
        self._details["fields"] = len(infos)
        return f"{len(infos)} fields of {module} read; {'one record, too' if found else 'it has no records yet'}."


def _module(name: str) -> Module:
    """One of a module of the organisation's own: nothing is known of it beforehand."""
    return MODULES.get(name) or Module(name, name.replace("_", " "), None, "Name", "Name", "Name", "custom")


def _identity(organization: str) -> str:
    return f"zoho:{organization}"


def _ids(ids: Sequence[str]) -> list[str]:
    """Zoho's ids are whole numbers; anything else names nothing there."""
    return [one for one in ids if one.isascii() and one.isdigit()]


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")


def _sample(value: Any) -> str | None:
    return None if value is None or isinstance(value, list) else str(value)
