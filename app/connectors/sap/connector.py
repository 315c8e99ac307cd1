"""The SAP connector: the contract's calls, each told in terms of the modules beside this one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cached_property
from time import monotonic
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

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
    WriteKind,
    WriteOp,
    Written,
)
from app.connectors.checks import TestReport, run_checks
from app.connectors.chosen import Chosen
from app.connectors.odata.dialect import GATEWAY
from app.connectors.odata.metadata import EntityType, Property
from app.connectors.odata.query import key
from app.connectors.put_away import PutAway
from app.connectors.sap import made
from app.connectors.sap.catalogue import described
from app.connectors.sap.chosen import PRICE_LIST, chosen
from app.connectors.sap.client import Pong, ServiceLayer
from app.connectors.sap.contacts import ContactWriter
from app.connectors.sap.entities import ENTITIES, PARTNERS, Entity
from app.connectors.sap.fields import remote_fields
from app.connectors.sap.hub_keys import HubKeys
from app.connectors.sap.reading import Pull, Reader
from app.connectors.sap.records import RecordReader, Row, contact_id, is_away, owner_of
from app.connectors.sap.sentences import Refused
from app.connectors.sap.template import SPEC
from app.connectors.sap.writing import Writer
from app.connectors.spec import ConnectorSpec
from app.model.cancel import CancelToken
from app.model.clock import Clock, utc_now
from app.model.errors import ConnectorError, Forbidden, Gone, Misconfigured, Rejected, UnknownOutcome
from app.model.records import Page, RemoteFields, RemoteRecord, Tombstone
from app.model.values import FieldType

_DAY = timedelta(hours=24)
_PLAIN = "_unmarked"


class SapConnector(Connector):
    """One connection to one company in SAP Business One."""

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
        self._wanted: dict[str, frozenset[str]] = {}
        self._known: Mapping[str, EntityType] | None = None
        self._pong: Pong | None = None
        # Partners and items are made under a code of ours. Of what SAP numbers, and of contact persons, it can't always be told
        # without a field for our id whether it is what was sent (docs/protocols/sap.md: User fields).
        keyed = all(field or _has_own_code(module) for module, field in settings.hub_keys.items())
        self.spec: ConnectorSpec = replace(SPEC, capabilities=replace(SPEC.capabilities, find_by_our_key=keyed))

    @cached_property
    def sap(self) -> ServiceLayer:
        """Made when first needed, so that wrong settings are the test's to tell, not an error of opening."""
        return ServiceLayer(self._settings, self._ports, clock=self._clock, sleep=self._sleep)

    @property
    def _is_gateway(self) -> bool:
        return self.sap.dialect is GATEWAY

    @cached_property
    def _entities(self) -> Mapping[str, Entity]:
        return described(self._described(CancelToken())) if self._is_gateway else ENTITIES

    @cached_property
    def _put_away(self) -> PutAway:
        def ident(module: str, row: Row) -> str:
            entity = self._entities[module]
            return contact_id(row) if entity.inside else str(row[entity.key])

        return PutAway(self._ports.state, ident, is_away)

    @cached_property
    def _hub_keys(self) -> HubKeys:
        return HubKeys(self.sap, self._ports.state, self._settings.hub_keys, self._clock)

    @cached_property
    def _chosen(self) -> Chosen:
        return chosen(self.sap, self._settings)

    @cached_property
    def _zone(self) -> ZoneInfo | None:
        """The server's; that of this computer where none is given."""
        name = str(self._settings.auth.get("time_zone") or "")
        try:
            return ZoneInfo(name) if name else None
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise Misconfigured(
                f"There is no time zone “{name}”.",
                hint="It looks like Asia/Kolkata. Empty stands for the zone of this computer.",
                code="bad_zone",
            ) from None

    def close(self) -> None:
        if "sap" in self.__dict__:
            self.sap.close()

    # -- what there is --------------------------------------------------------------------------------------------

    def test(self, cancel: CancelToken) -> TestReport:
        return _Test(self).run(cancel)

    def books(self, cancel: CancelToken) -> list[Books]:
        company = self._company(cancel)
        about = tuple(filter(None, (company["database"], company["country"])))
        return [Books(company["name"], self._identity(), company, {}, about)]

    def preflight(self, known: Mapping[str, Any] | None, cancel: CancelToken) -> Standing:
        company = self._company(cancel)
        questions = []
        if known and known.get("id") not in (None, self._identity()):
            questions.append(
                (
                    "other_books",
                    f"The address leads to another company now: “{company['name']}” instead of “{known.get('name')}”.",
                    "Let it go on only if these are the same books under a new name; else put the old settings back.",
                )
            )
        return Standing(
            {"id": self._identity(), "name": company["name"]},
            tuple(questions),
            full_compare=bool(questions),
            books_id=self._identity(),
            clock_skew=self._ping(cancel).skew,
        )

    def _ping(self, cancel: CancelToken) -> Pong:
        if self._pong is None:
            try:
                self._pong = self.sap.ping(cancel)
            except ConnectorError:  # a firewall may let nothing through but the service itself
                self._pong = Pong(answered=False)
        return self._pong

    def _identity(self) -> str:
        parts = urlsplit(self._settings.base_url)
        return f"sap:{(parts.hostname or '').lower()}:{parts.port or ''}:{self._settings.auth.get('company_db') or ''}"

    def _company(self, cancel: CancelToken) -> dict[str, str]:
        """Name, database and country of the company; asked once a day. Raises what a login does."""
        database, now = str(self._settings.auth.get("company_db") or ""), self._clock()
        if self._is_gateway:
            self._described(cancel)  # what is behind it has no name of its own
            return {
                "name": urlsplit(self._settings.base_url).path.rsplit("/", 1)[-1],
                "database": database,
                "country": "",
            }
        self.sap.version(cancel)
        kept = self._ports.state.load("company")
        if isinstance(kept, dict) and kept.get("database") == database:
            at = datetime.fromisoformat(kept["at"])
            if at <= now < at + _DAY:
                return {name: kept[name] for name in ("name", "database", "country")}
        try:
            told = self.sap.action("CompanyService_GetAdminInfo", None, cancel).json() or {}
        except (Gone, Rejected, Forbidden, UnknownOutcome):  # not everybody may ask for it
            told = {}
        company = {
            "name": str(told.get("CompanyName") or database),
            "database": database,
            "country": str(told.get("Country") or ""),
        }
        self._ports.state.save("company", {**company, "at": now.isoformat()})
        return company

    def modules(self) -> list[ModuleInfo]:
        return [ModuleInfo(one.name, one.title, one.entity, can_write=True) for one in self._entities.values()]

    def fields(self, module: str, cancel: CancelToken) -> list[RemoteField]:
        entity = self._entities[module]
        type_ = self._type(entity, cancel)
        own = {"": self.sap.user_fields(entity.table, cancel)} if entity.table else {}
        if entity.line_table:
            own[str(entity.lines)] = self.sap.user_fields(entity.line_table, cancel)
        told = remote_fields(type_ if not entity.inside else made.type_inside(type_, module), own)
        told += made.fields(entity, type_)
        found = self.sample(module, 1, cancel)
        values = found[0].fields if found else {}
        return [made.with_sample(field, values) for field in told]

    def sample(self, module: str, count: int, cancel: CancelToken) -> list[RemoteRecord]:
        entity = self._entities[module]
        reader = self._reader([module], cancel, everything=True)
        rows = next(reader.pages(self._entities[entity.inside or module], most=min(count * 5, 50)), [])
        records, _ = reader.records(self._entities[entity.inside or module], rows)
        records.sort(key=lambda one: -sum(value not in (None, [], {}) for value in one.fields.values()))
        return records[:count]

    def streams(self, modules: Sequence[str]) -> list[tuple[str, tuple[str, ...]]]:
        """Contact persons come with their business partners."""
        found: dict[str, list[str]] = {}
        for name, entity in self._entities.items():
            if name in modules:
                found.setdefault(entity.inside or name, []).append(name)
        return [(stream, tuple(names)) for stream, names in found.items()]

    # -- reading --------------------------------------------------------------------------------------------------

    def _types(self, entity: Entity, wanted: Iterable[str], cancel: CancelToken) -> Mapping[str, Property]:
        """Of a module's fields what SAP says. Of the company's own ones its description may not know yet."""
        type_ = self._type(entity, cancel)
        known = made.inside(type_, entity.name) if entity.inside else type_.properties
        own = {name: Property(name, FieldType.TEXT) for name in wanted if name.startswith("U_")}
        return own | {one.name: one for one in known}

    def _type(self, entity: Entity, cancel: CancelToken) -> EntityType:
        """What the service's description says of the records that a module is, or lives in."""
        type_ = self._described(cancel).get(entity.inside or entity.name)
        if type_ is None:
            raise Misconfigured(
                f"This SAP has no {entity.title} to read ({entity.name}).",
                hint="Look whether its user may see them, and whether its release has them.",
                code="no_module",
            )
        return type_

    def _described(self, cancel: CancelToken) -> Mapping[str, EntityType]:
        if self._known is None:
            sets = None if self._is_gateway else [name for name, one in ENTITIES.items() if not one.inside]
            self._known = self.sap.metadata(sets, cancel)
        return self._known

    def _reader(self, modules: Sequence[str], cancel: CancelToken, *, everything: bool = False) -> Reader:
        told = [one for name, one in self._entities.items() if name in modules]
        readers = {one.name: self._told(one, cancel, everything=everything) for one in told}
        return Reader(self.sap, readers, self._put_away, cancel, self._note_unmarked)

    def _told(self, entity: Entity, cancel: CancelToken, *, everything: bool = False) -> RecordReader:
        wanted = None if everything else self._wanted.get(entity.name)
        hub_key = self._hub_keys.of(entity, cancel)
        return RecordReader(
            entity,
            self._types(entity, [hub_key, *(wanted or ())], cancel),
            self.sap.dialect,
            wanted,
            hub_key=hub_key,
            tells_ours=bool(self._settings.hub_keys.get(entity.name)),
            price_list=self._price_list(cancel) if entity.name == "Items" else 1,
            zone=self._zone,
            marked=entity.name not in (self._ports.state.load(_PLAIN) or ()),
        )

    def _price_list(self, cancel: CancelToken) -> int:
        """0 where the chosen one is gone: prices are left as they are then."""
        try:
            return int(self._chosen.ident(PRICE_LIST, cancel) or 1)
        except Rejected:
            return 0

    def _note_unmarked(self, module: str) -> None:
        kept = self._ports.state.load(_PLAIN) or []
        if module not in kept:
            self._ports.state.save(_PLAIN, [*kept, module])

    def changes(self, request: PullRequest) -> Iterator[Page | Listing]:
        self._wanted |= request.modules
        reader = self._reader(list(request.modules), request.cancel)
        skew = self._ping(request.cancel).skew
        clock = None if skew is None else self._clock().timestamp() + skew
        entity = self._entities[request.stream]
        names = {one.name for one in self._type(entity, request.cancel).properties}
        try:
            yield from Pull(reader, request, entity, names, clock).run()
        except Refused as error:
            if self._hub_keys.is_named(error.message):
                self._hub_keys.forget()
            raise

    def read(self, module: str, ids: Sequence[str], cancel: CancelToken) -> list[RemoteRecord]:
        entity, reader = self._entities[module], self._reader([module], cancel)
        if not entity.inside:
            records, _ = reader.records(entity, reader.by_ids(entity, _ids(entity, ids)))
            return records
        owner = self._entities[entity.inside]
        rows = reader.by_ids(owner, sorted({owner_of(one)[0] for one in ids if "/" in one}))
        records, _ = reader.records(owner, rows)
        return [one for one in records if one.id in set(ids)]

    def confirm_gone(self, module: str, ids: Sequence[str], cancel: CancelToken) -> list[Tombstone]:
        """Not among those that are there (or put away by us), and not found alone."""
        there = {one.id for one in self.read(module, ids, cancel)}
        return [Tombstone(module, one) for one in ids if one not in there and self._is_gone(module, one, cancel)]

    def _is_gone(self, module: str, ident: str, cancel: CancelToken) -> bool:
        entity = self._entities[module]
        if not _ids(entity, [ident]):
            return True
        name, own = (entity.inside, owner_of(ident)[0]) if entity.inside else (module, ident)
        try:
            row = self.sap.dialect.row(self.sap.get(key(name, _key(self._entities[name], own)), cancel).json())
        except Gone:
            return True
        if entity.inside:
            inner = [{**one, "CardCode": own} for one in row.get(module) or ()]
            return all(contact_id(one) != ident or is_away(module, one) for one in inner)
        return is_away(module, row) or not made.belongs(entity, row)

    # -- writing --------------------------------------------------------------------------------------------------

    def _writer(self, op: WriteOp, cancel: CancelToken) -> Writer | ContactWriter:
        reader = self._reader([op.module], cancel)
        replaces = self._settings.auth.get("line_changes") != "merge"
        told = reader.readers[op.module]
        if told.entity.inside:
            return ContactWriter(self.sap, reader, told, self._put_away)
        return Writer(self.sap, reader, told, self._chosen, self._put_away, replaces=replaces)

    def write(self, op: WriteOp, cancel: CancelToken) -> Written:
        if op.kind is WriteKind.CREATE:
            self._hub_keys.make(self._entities[op.module], cancel)
        return self._writer(op, cancel).write(op, cancel)

    def find(self, op: WriteOp, cancel: CancelToken) -> RemoteRecord | None:
        try:
            return self._writer(op, cancel).find(op)
        except ValueError:  # a value of it is not what SAP says it is
            raise UnknownOutcome(
                f"“{op.label}” may be in SAP, and can't be read.",
                hint="Look at the record in SAP Business One and correct it there.",
            ) from None

    def as_shown(self, module: str, fields: RemoteFields) -> RemoteFields:
        return made.as_shown(fields)

    def choices(self, cancel: CancelToken) -> list[Choice]:
        return self._chosen.offer(cancel)


class _Test:
    """The steps of the connection test."""

    def __init__(self, connector: SapConnector) -> None:
        self._connector = connector
        self._details: dict[str, Any] = {}

    def run(self, cancel: CancelToken) -> TestReport:
        steps = (
            ("Server", self._server),
            ("Login", self._login),
            ("Company", self._company),
            ("Reading", self._sample),
        )
        return run_checks(steps, self._details, cancel)

    def _server(self, cancel: CancelToken) -> str:
        started = monotonic()
        pong = self._connector.sap.ping(cancel)
        self._details["latency_ms"] = round((monotonic() - started) * 1000)
        if not pong.answered:
            return "The address is a good one; this release answers no call before the login."
        return f"The server answered in {self._details['latency_ms']} ms."

    def _login(self, cancel: CancelToken) -> str:
        self._connector.sap.try_login_again()
        version = self._connector.sap.version(cancel)
        self._details["version"] = version
        return f"SAP let us in (release {version})." if version else "SAP let us in."

    def _company(self, cancel: CancelToken) -> str:
        standing = self._connector.preflight(None, cancel)
        self._details |= {"company": standing.identity["name"], **standing.identity}
        return f"The company is “{standing.identity['name']}”."

    def _sample(self, cancel: CancelToken) -> str:
        modules = self._connector.modules()
        module = next((one for one in modules if one.name == PARTNERS), modules[0] if modules else None)
        if module is None:
            return "There is nothing to read yet."
        found = self._connector.sample(module.name, 1, cancel)
        return f"{module.title}: {'one was read' if found else 'there are none yet'}."


def _has_own_code(module: str) -> bool:
    entity = ENTITIES.get(module)
    return entity is not None and not entity.numbered and entity.inside is None


def _key(entity: Entity, ident: str) -> str | int:
    return int(ident) if entity.numbered else ident


def _ids(entity: Entity, ids: Sequence[str]) -> list[str]:
    """Ids as SAP has them; anything else names nothing there."""
    if entity.inside:
        return [one for one in ids if owner_of(one)[1].isdecimal()]
    return [one for one in ids if one.isascii() and one.isdecimal()] if entity.numbered else list(ids)
