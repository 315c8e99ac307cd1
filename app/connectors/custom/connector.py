"""The custom connector: the contract's calls, done as a definition says."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from time import monotonic
from typing import Any

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
    WriteOp,
    Written,
)
from app.connectors.checks import Step, TestReport, run_checks
from app.connectors.custom.calls import Calls
from app.connectors.custom.client import System
from app.connectors.custom.definition import Definition, Numbered, Offset, Resource
from app.connectors.custom.learning import learned
from app.connectors.custom.reading import Pull
from app.connectors.custom.records import RecordReader
from app.connectors.custom.settings import definition_of
from app.connectors.custom.source import Source
from app.connectors.custom.template import spec_of
from app.connectors.custom.templates import at
from app.connectors.custom.values import Kind, as_read_again, kinds_of
from app.connectors.custom.writing import Writer
from app.connectors.http.answers import Answer
from app.connectors.http.client import Call
from app.connectors.spec import ConnectorSpec
from app.model.cancel import CancelToken
from app.model.clock import Clock, utc_now
from app.model.entities import ENTITIES
from app.model.errors import Gone, Misconfigured
from app.model.records import Page, RemoteFields, RemoteRecord, Tombstone
from app.model.values import FieldType

_ORDER = {name: n for n, name in enumerate(ENTITIES)}


class CustomConnector(Connector):
    """One connection to a system that its definition describes; ``seen`` is given every call with its answer. With a definition
    that can't be used all raises :class:`Misconfigured`, but for the test, which tells it."""

    def __init__(
        self,
        settings: ConnectionSettings,
        ports: ConnectorPorts,
        *,
        clock: Clock = utc_now,
        sleep: Callable[[CancelToken, float], None] = CancelToken.wait,
        seen: Callable[[Call, Answer], None] = lambda _call, _answer: None,
    ) -> None:
        self._seen = seen
        self._settings = settings
        self._ports = ports
        self._clock = clock
        self._sleep = sleep
        self._readers: dict[str, RecordReader] = {}
        self._known_kinds: dict[str, Mapping[str, Kind]] = {}
        self.spec: ConnectorSpec = spec_of(settings.auth, settings.hub_keys)

    @cached_property
    def _definition(self) -> Definition:
        return definition_of(self._settings)

    @cached_property
    def system(self) -> System:
        """Made when first needed, so that wrong settings are the test's to tell, not an error of opening."""
        return System(
            self._definition, self._settings, self._ports, clock=self._clock, sleep=self._sleep, seen=self._seen
        )

    def close(self) -> None:
        if "system" in self.__dict__:
            self.system.close()

    # -- what there is --------------------------------------------------------------------------------------------

    def test(self, cancel: CancelToken) -> TestReport:
        return _Test(self, lambda: self._definition).run(cancel)

    def books(self, cancel: CancelToken) -> list[Books]:
        ident, name = self._whose(cancel)
        return [Books(name, self._identity(ident), {"id": ident, "name": name})]

    def preflight(self, known: Mapping[str, Any] | None, cancel: CancelToken) -> Standing:
        ident, name = self._whose(cancel)
        questions = []
        if known and known.get("id") not in (None, ident):
            questions.append(
                (
                    "other_books",
                    f"The connection leads to other books now: “{name}” instead of “{known.get('name')}”.",
                    "Let it go on only if these are the same books at a new place; else put the connection's settings right.",
                )
            )
        return Standing(
            {"id": ident, "name": name},
            tuple(questions),
            full_compare=bool(questions),
            books_id=self._identity(ident),
        )

    def _whose(self, cancel: CancelToken) -> tuple[str, str]:
        """Id and name of the books: as the definition says, else the address."""
        about = self._definition.about
        if about is None:
            return self.system.base_url, self._definition.title
        call = Calls(self._definition, "", self._general()).made("about", about, {})
        body = at(self.system.read("about", call, cancel).json(), about.record)
        ident = at(body, about.id)
        if ident in (None, "") or isinstance(ident, Mapping | list):
            raise Misconfigured(
                f"{self._definition.title} does not say whose books these are. Nothing was read or written.",
                hint="Look at “about” in the connection's definition.",
                code="no_identity",
            )
        name = at(body, about.name) if about.name else None
        return str(ident), str(name or self._definition.title)

    def _identity(self, ident: str) -> str:
        return f"custom:{self.system.base_url.rstrip('/')}:{ident}"

    def modules(self) -> list[ModuleInfo]:
        return [
            ModuleInfo(name, one.title or name, one.entity, can_write=bool(one.create or one.update))
            for name, one in self._definition.resources.items()
        ]

    def fields(self, module: str, cancel: CancelToken) -> list[RemoteField]:
        resource = self._resource(module)
        found = {one.path: one for one in _declared(resource)}
        for one in learned(self.seen(module, cancel)):
            known = found.get(one.path)
            kind = known.type if known else one.type
            readonly, choices = (known.readonly, known.choices) if known else (one.path == resource.id, ())
            title, required = (known.title, known.required) if known else (one.path, False)
            found[one.path] = RemoteField(one.path, title, kind, required, readonly, one.sample or None, choices)
        for group in [path.rpartition("[]")[0] for path in found if "[]" in path]:
            found.setdefault(group, RemoteField(group, group, FieldType.LINES))
        return list(found.values())

    def seen(self, module: str, cancel: CancelToken) -> Sequence[Any]:
        """The first rows of a list, numbers as they were sent."""
        source = self.source(module, None, cancel)
        sheet = next(source.everything())
        rows = at(json.loads(sheet.answer.body), source.resource.listing.rows)
        if source.resource.listing.whole or not rows:
            return list(rows)
        return [source.row(source.reader.id(row))[0] for row in rows[:5]]

    def sample(self, module: str, count: int, cancel: CancelToken) -> list[RemoteRecord]:
        source = self.source(module, None, cancel)
        sheet = next(source.everything())
        most = count * 5 if source.resource.listing.whole else count
        records, _ = source.records(source.living(sheet.rows)[:most])
        records.sort(key=lambda one: -sum(value not in (None, "", [], {}) for value in one.fields.values()))
        return records[:count]

    def streams(self, modules: Sequence[str]) -> list[tuple[str, tuple[str, ...]]]:
        """In the order in which our records refer to each other, whatever that of the definition is."""
        known = [name for name in self._definition.resources if name in modules]
        known.sort(key=lambda name: _ORDER.get(self._definition.resources[name].entity or "", len(_ORDER)))
        return [(name, (name,)) for name in known]

    # -- reading --------------------------------------------------------------------------------------------------

    def _resource(self, module: str) -> Resource:
        found = self._definition.resources.get(module)
        if found is None:
            raise Misconfigured(
                f"The definition of this connection has no resource “{module}” (any more). Nothing was read or written.",
                hint="Put it back into the definition, or sync these records with another.",
                code="no_resource",
            )
        return found

    def _reader(self, module: str, wanted: Iterable[str] | None) -> RecordReader:
        resource = self._resource(module)
        hub_key = self._settings.hub_keys.get(module) or resource.hub_key or ""
        return RecordReader(module, resource, self._kinds(module), hub_key, wanted)

    def _kinds(self, module: str) -> Mapping[str, Kind]:
        if module not in self._known_kinds:
            self._known_kinds[module] = kinds_of(self._resource(module))
        return self._known_kinds[module]

    def source(self, module: str, reader: RecordReader | None, cancel: CancelToken) -> Source:
        calls = Calls(self._definition, self._resource(module).path, self._general())
        return Source(self.system, self._definition, calls, reader or self._reader(module, None), cancel)

    def _general(self) -> Mapping[str, Any]:
        return {"organization": self._settings.organization_id, "api_version": self._settings.api_version}

    def changes(self, request: PullRequest) -> Iterator[Page | Listing]:
        name = request.stream
        self._readers[name] = self._reader(name, request.modules[name])
        source = self.source(name, self._readers[name], request.cancel)
        yield from Pull(source, request, self._clock).run()

    def read(self, module: str, ids: Sequence[str], cancel: CancelToken) -> list[RemoteRecord]:
        return self.source(module, self._readers.get(module), cancel).read(ids)

    def confirm_gone(self, module: str, ids: Sequence[str], cancel: CancelToken) -> list[Tombstone]:
        source = self.source(module, self._readers.get(module), cancel)
        gone = []
        for ident in ids:
            try:
                source.row(ident)
            except Gone:
                gone.append(Tombstone(module, ident))
        return gone

    # -- writing --------------------------------------------------------------------------------------------------

    def _writer(self, module: str, cancel: CancelToken) -> Writer:
        return Writer(self.source(module, self._readers.get(module), cancel), self._clock)

    def write(self, op: WriteOp, cancel: CancelToken) -> Written:
        return self._writer(op.module, cancel).write(op)

    def find(self, op: WriteOp, cancel: CancelToken) -> RemoteRecord | None:
        return self._writer(op.module, cancel).find(op)

    def as_shown(self, module: str, fields: RemoteFields) -> RemoteFields:
        return as_read_again(fields, self._kinds(module))


def _declared(resource: Resource) -> Iterator[RemoteField]:
    """The fields that the definition names, those of its links too."""
    from app.connectors.custom.links import link_templates

    spec = ENTITIES.get(resource.entity or "")
    named = {one.path for one in resource.fields}
    for one in resource.fields:
        yield RemoteField(
            one.path, one.title or one.path, FieldType(one.type), one.required, one.readonly, None, tuple(one.choices)
        )
    for link in link_templates(spec, resource.mapping) if spec else ():
        if link.remote not in named:
            yield RemoteField(link.remote, link.remote, link.type, link.required, link.readonly)


class _Test:
    """The steps of the connection test."""

    def __init__(self, connector: CustomConnector, definition: Callable[[], Definition]) -> None:
        self._connector = connector
        self._definition = definition
        self._details: dict[str, Any] = {}

    def run(self, cancel: CancelToken) -> TestReport:
        steps: list[Step] = [("Definition", self._describes), ("Sign-in", self._sign_in)]
        return run_checks([*steps, ("Reading", self._read), ("Order", self._order)], self._details, cancel)

    def _describes(self, _cancel: CancelToken) -> str:
        definition = self._definition()
        return f"It describes {definition.title}: {', '.join(definition.resources)}."

    def _sign_in(self, cancel: CancelToken) -> str:
        started = monotonic()
        standing = self._connector.preflight(None, cancel)
        self._details |= {"company": standing.identity["name"], "address": self._connector.system.base_url}
        self._details["latency_ms"] = round((monotonic() - started) * 1000)
        return f"The books are “{standing.identity['name']}”."

    def _read(self, cancel: CancelToken) -> str:
        names = list(self._definition().resources)
        read = [name for name in names if self._connector.sample(name, 1, cancel)]
        if len(read) == len(names):
            return f"One record was read of each: {', '.join(read)}."
        if not read:
            return "There is nothing to read yet."
        return f"One record was read of {', '.join(read)}. There are none yet of the others."

    def _order(self, _cancel: CancelToken) -> str:
        """A list that is cut into counted pages in no lasting order may show a row twice and another not at all."""
        definition = self._definition()
        loose = [
            name
            for name, one in definition.resources.items()
            if isinstance(definition.paging_of(one.listing), Numbered | Offset) and not one.listing.sorted_by
        ]
        if not loose:
            return "The lists are read in an order that lasts."
        return (
            f"The definition doesn't say in which order {', '.join(loose)} are listed. While somebody changes records there, one "
            "may be passed by; the daily check finds it."
        )
