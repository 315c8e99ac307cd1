"""The connector to a fake ERP: all of the contract's reading and writing, and the duties that are a connector's own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Any

from app.connectors.base import (
    Books,
    ConnectionSettings,
    Connector,
    ConnectorKind,
    ConnectorPorts,
    ListedId,
    Listing,
    ModuleInfo,
    PullMode,
    PullRequest,
    RemoteField,
    Standing,
    WriteKind,
    WriteOp,
    Written,
)
from app.connectors.checks import Check, TestReport
from app.connectors.spec import ConnectorSpec, EntityTemplate, FieldTemplate
from app.model.cancel import CancelToken
from app.model.clock import stamp
from app.model.errors import BadAnswer, RateLimited, UnknownOutcome, Unreachable
from app.model.records import Page, RemoteFields, RemoteRecord, Tombstone
from app.model.values import FieldType
from tests.chaos.clock import moment, seconds_of
from tests.chaos.erps import BIRTH, MODULES, REFERENCES, Character, Erp
from tests.chaos.store import State

TEMPLATES = (
    EntityTemplate(
        "customer",
        "Parties",
        (
            FieldTemplate("business_name", "NAME", required=True),
            FieldTemplate("contact_person", "CODE"),
            FieldTemplate("city", "CITY"),
            FieldTemplate("notes", "NOTES"),
            FieldTemplate("credit_limit", "LIMIT", FieldType.NUMBER),
        ),
    ),
    EntityTemplate(
        "invoice",
        "Bills",
        (
            FieldTemplate("number", "NO"),
            FieldTemplate("reference", "BIRTH"),
            FieldTemplate("date", "DATE", FieldType.DATE),
            FieldTemplate("customer", "PARTY", FieldType.LOOKUP),
            FieldTemplate("narration", "NARRATION"),
            FieldTemplate("lines", "LINES", FieldType.LINES),
            FieldTemplate("lines[].description", "LINES[].TEXT"),
            FieldTemplate("lines[].amount", "LINES[].AMOUNT", FieldType.NUMBER),
        ),
    ),
    EntityTemplate(
        "payment",
        "Receipts",
        (
            FieldTemplate("instrument_number", "BIRTH"),
            FieldTemplate("date", "DATE", FieldType.DATE),
            FieldTemplate("customer", "PARTY", FieldType.LOOKUP),
            FieldTemplate("narration", "NARRATION"),
            FieldTemplate("amount", "AMOUNT", FieldType.NUMBER),
            FieldTemplate("allocations", "BILLS", FieldType.LINES),
            FieldTemplate("allocations[].invoice", "BILLS[].INVOICE", FieldType.LOOKUP),
            FieldTemplate("allocations[].amount", "BILLS[].AMOUNT", FieldType.NUMBER),
        ),
    ),
)
LABELS = {"Parties": "NAME", "Bills": "NO", "Receipts": "BIRTH"}


def spec_of(character: Character) -> ConnectorSpec:
    return ConnectorSpec(
        character.system, f"Fake ERP {character.name}", ("none",), (), character.capabilities, TEMPLATES
    )


def kind_of(erp: Erp) -> ConnectorKind:
    return ConnectorKind(spec_of(erp.character), lambda settings, ports: FakeConnector(erp, settings, ports))


class FakeConnector(Connector):
    def __init__(self, erp: Erp, settings: ConnectionSettings, ports: ConnectorPorts) -> None:
        self.erp = erp
        self.spec = spec_of(erp.character)

    # --- what there is -------------------------------------------------------------------------------------------

    def test(self, cancel: CancelToken) -> TestReport:
        return TestReport((Check("reach", True, "It answers."),))

    def books(self, cancel: CancelToken) -> list[Books]:
        return [Books("Books", self.erp.name)]

    def modules(self) -> list[ModuleInfo]:
        return [ModuleInfo(name, name, entity, can_write=True) for name, entity in MODULES.items()]

    def fields(self, module: str, cancel: CancelToken) -> list[RemoteField]:
        return []

    def sample(self, module: str, count: int, cancel: CancelToken) -> list[RemoteRecord]:
        self._ask("list", module)
        return [self.record(state) for state in self._shown(module) if not state.gone][:count]

    def streams(self, modules: Sequence[str]) -> list[tuple[str, tuple[str, ...]]]:
        wanted = tuple(module for module in MODULES if module in modules)
        if self.erp.character.one_stream:
            return [("all", wanted)]
        return [(module.lower(), (module,)) for module in wanted]

    def preflight(self, known: Mapping[str, Any] | None, cancel: CancelToken) -> Standing:
        self._ask("preflight")
        return Standing({"guid": self.erp.name}, books_id=self.erp.name)

    # --- reading -------------------------------------------------------------------------------------------------

    def changes(self, request: PullRequest) -> Iterator[Page | Listing]:
        """Cursor: ``since`` of the last complete pull; in the middle ``start`` of this one and ``at``, the place in each
        module."""
        cursor = dict(request.cursor or {})
        full = request.mode is PullMode.FULL
        since = 0 if full else cursor.get("since", 0)
        start = cursor.get("start") or self._start(request.modules)
        places: dict[str, Any] = dict(cursor.get("at") or {})
        seen = since
        for module in request.modules:
            while True:
                rows, more = self._page(module, since, places.get(module))
                if rows:
                    places[module] = [self._order(rows[-1]), rows[-1].id]
                    seen = max(seen, self._order(rows[-1]))
                    yield self._as_page(
                        request.stream, module, rows, {"since": since, "start": start, "at": dict(places)}
                    )
                    if self.erp.character.absence_in_part and not full:
                        yield Listing((module,), tuple(self._listed(row) for row in rows if not row.gone))
                if not more:
                    break
            if self._wants_listing(module, request.mode, cursor):
                self._ask("list", module)
                yield Listing((module,), tuple(self._listed(row) for row in self._shown(module) if not row.gone))
        mark = seen if self.erp.character.greatest_seen else start["mark"]
        yield Page(request.stream, cursor={"since": mark, "gone": start["gone"]}, done=True)

    def _start(self, modules: Mapping[str, Any]) -> dict[str, Any]:
        """Where the *next* pull begins: what happens from now on is its business."""
        character, store = self.erp.character, self.erp.store
        now = self.erp.clock.now
        if character.counts:
            mark: float = store.counter() + 1
        else:
            mark = (now - character.overlap) // character.grain * character.grain
        return {"mark": mark, "gone": {module: store.count_gone(module) for module in modules}}

    def _order(self, state: State) -> float:
        return state.seq if self.erp.character.counts else state.stamp

    def _shown(self, module: str) -> list[State]:
        shown = self.erp.store.latest(module, self.erp.clock.now).values()
        return sorted(shown, key=lambda state: (self._order(state), state.id))

    def _page(self, module: str, since: float, place: Any) -> tuple[list[State], bool]:
        fault = self._ask("list", module)
        late = self.erp.character.strict
        rows = [
            state
            for state in self._shown(module)
            if (self._order(state) > since if late else self._order(state) >= since)
            and (place is None or (self._order(state), state.id) > tuple(place))
        ]
        part = rows[: self.erp.character.page_size]
        if fault == "cut":
            raise BadAnswer("The answer broke off.", hint="Sync again.")
        return part, len(rows) > len(part)

    def _as_page(self, stream: str, module: str, rows: Sequence[State], cursor: Mapping[str, Any]) -> Page:
        """What is listed may be old where lists are late: the ids count, and each is read as it is now."""
        if self.erp.character.lag and not self.erp.character.trusts_lists:
            self._ask("read", module)
            now = [self.erp.store.one(module, row.id) for row in rows]
            rows = [state for state in now if state is not None]
        gone = [row for row in rows if row.gone] if self.spec.capabilities.tombstones else []
        return Page(
            stream,
            tuple(self.record(row) for row in rows if not row.gone),
            tuple(Tombstone(module, row.id) for row in gone),
            cursor=cursor,
        )

    def _wants_listing(self, module: str, mode: PullMode, cursor: Mapping[str, Any]) -> bool:
        """With a feed only a full pull needs it; else the ERP tells that something was deleted, not what."""
        if mode is not PullMode.INCREMENTAL:
            return True
        counted = (cursor.get("gone") or {}).get(module, 0)
        return not self.spec.capabilities.tombstones and self.erp.store.count_gone(module) != counted

    def _listed(self, state: State) -> ListedId:
        return ListedId(state.module, state.id, str(state.version), self._label(state))

    def read(self, module: str, ids: Sequence[str], cancel: CancelToken) -> list[RemoteRecord]:
        self._ask("read", module, ids[0] if ids else None)
        states = [self.erp.store.one(module, rid) for rid in ids]
        return [self.record(state) for state in states if state is not None and not state.gone]

    def confirm_gone(self, module: str, ids: Sequence[str], cancel: CancelToken) -> list[Tombstone]:
        self._ask("read", module, ids[0] if ids else None)
        if self.erp.character.absence_in_part:
            return [Tombstone(module, rid) for rid in ids]
        states = [(rid, self.erp.store.one(module, rid)) for rid in ids]
        return [Tombstone(module, rid) for rid, state in states if state is None or state.gone]

    # --- writing -------------------------------------------------------------------------------------------------

    def write(self, op: WriteOp, cancel: CancelToken) -> Written:
        erp = self.erp
        fault = erp.request("write", op.module, op.remote_id)
        if fault == "refused":
            raise Unreachable("Nobody answers.", hint="Look whether it runs.")
        if fault == "limited":
            raise RateLimited("Too many requests.", until=erp.clock.utc() + timedelta(seconds=30))
        if fault == "late" and self.spec.capabilities.request_life:
            erp.hold(op)
            raise UnknownOutcome("The answer was lost.")
        if fault == "before":
            raise UnknownOutcome("The answer was lost.")
        if self.spec.capabilities.conditional_write:
            erp.hook("write:before", op.module, op.remote_id)
        state = erp.carry_out(op)
        erp.hook("write:after", op.module, state.id)
        if fault in ("after", "late"):
            raise UnknownOutcome("The answer was lost.")
        if op.kind is WriteKind.DELETE:
            return Written(None)
        if self.spec.capabilities.conditional_write:
            return Written(self.record(state))
        return self._read_back(state)

    def _read_back(self, written: State) -> Written:
        """The answer of a write tells nothing of the record: it is read after it, and somebody may have been faster."""
        self._ask("read", written.module, written.id)
        now = self.erp.store.one(written.module, written.id)
        assert now is not None
        return Written(None if now.gone else self.record(now), exact=now.version == written.version)

    def find(self, op: WriteOp, cancel: CancelToken) -> RemoteRecord | None:
        self._ask("read", op.module)
        assert op.sent_at is not None
        character, now = self.erp.character, self.erp.clock.now
        sent = seconds_of(op.sent_at)
        for state in self._shown(op.module):
            if not state.gone and self._looks_like(state, op, sent):
                current = self.erp.store.one(op.module, state.id)
                if current is not None and not current.gone:
                    return self.record(current)
        if character.lag and now < sent + self.spec.capabilities.request_life + character.lag:
            raise UnknownOutcome("The lists may not show it yet.")
        return None

    def _looks_like(self, state: State, op: WriteOp, sent: float) -> bool:
        if self.spec.capabilities.find_by_our_key:
            return state.hub_key == op.hub_key
        birth = BIRTH[op.entity]
        return state.born >= sent - 1 and state.fields.get(birth) == op.fields.get(birth)

    def as_shown(self, module: str, fields: RemoteFields) -> RemoteFields:
        if not self.erp.character.knows_rewriting:
            return fields
        return {name: self.erp.rewritten(name, value) for name, value in fields.items()}

    # --- forms ---------------------------------------------------------------------------------------------------

    def record(self, state: State) -> RemoteRecord:
        """A state as the contract has records: references as the targets' keys."""
        fields = dict(state.fields)
        for (module, path), target in REFERENCES.items():
            group, inside, child = path.partition("[].")
            if module != state.module:
                continue
            if inside:
                fields[group] = [{**row, child: self._key(target, row.get(child))} for row in fields.get(group) or ()]
            else:
                fields[path] = self._key(target, fields.get(path))
        return RemoteRecord(
            state.module,
            state.id,
            str(state.version),
            fields,
            self.erp.key(state),
            self._label(state),
            stamp(moment(state.stamp)),
            hub_key=state.hub_key if self.spec.capabilities.find_by_our_key else None,
        )

    def _key(self, module: str, rid: str | None) -> str | None:
        target = self.erp.store.one(module, rid) if rid is not None else None
        return None if target is None else self.erp.key(target)

    def _label(self, state: State) -> str:
        return str(state.fields.get(LABELS[state.module]) or state.id)

    def _ask(self, kind: str, module: str = "", rid: str | None = None) -> str:
        fault = self.erp.request(kind, module, rid)
        if fault == "refused":
            raise Unreachable("Nobody answers.", hint="Look whether it runs.")
        return fault
