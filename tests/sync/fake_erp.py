"""A small ERP in memory: two masters and a document, a change counter, listings, and faults on demand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
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
from app.connectors.spec import Capabilities, ConnectorSpec, EntityTemplate, FieldTemplate
from app.model.cancel import CancelToken
from app.model.errors import Gone, NameTaken
from app.model.records import Page, RemoteRecord, Tombstone
from app.model.values import FieldType

CUSTOMER_FIELDS = (
    FieldTemplate("business_name", "NAME"),
    FieldTemplate("gstin", "GSTIN"),
    FieldTemplate("city", "CITY"),
    FieldTemplate("phone", "PHONE"),
    FieldTemplate("opening_balance", "OPENING", FieldType.NUMBER, transform=({"name": "negate"},)),
    FieldTemplate("closing_balance", "CLOSING", FieldType.NUMBER),
)
INVOICE_FIELDS = (
    FieldTemplate("number", "NO"),
    FieldTemplate("date", "DATE", FieldType.DATE),
    FieldTemplate("customer", "PARTY", FieldType.LOOKUP),
    FieldTemplate("custom.party", "CUSTOMPARTY"),
    FieldTemplate("total", "TOTAL", FieldType.NUMBER),
    FieldTemplate("lines", "LINES", FieldType.LINES),
    FieldTemplate("lines[].description", "LINES[].TEXT"),
    FieldTemplate("lines[].amount", "LINES[].AMOUNT", FieldType.NUMBER),
)
PAYMENT_FIELDS = (
    FieldTemplate("number", "NO"),
    FieldTemplate("date", "DATE", FieldType.DATE),
    FieldTemplate("customer", "PARTY", FieldType.LOOKUP),
    FieldTemplate("amount", "AMOUNT", FieldType.NUMBER),
    FieldTemplate("allocations", "BILLS", FieldType.LINES),
    FieldTemplate("allocations[].invoice", "BILLS[].INVOICE", FieldType.LOOKUP),
    FieldTemplate("allocations[].reference", "BILLS[].NAME"),
    FieldTemplate("allocations[].amount", "BILLS[].AMOUNT", FieldType.NUMBER),
)
MODULES = {"Parties": "customer", "Bills": "invoice", "Receipts": "payment"}
SPEC = ConnectorSpec(
    "custom",
    "Fake ERP",
    ("none",),
    (),
    Capabilities(incremental=True, id_sweep=True, write=True, find_by_our_key=True),
    (
        EntityTemplate("customer", "Parties", CUSTOMER_FIELDS),
        EntityTemplate("invoice", "Bills", INVOICE_FIELDS),
        EntityTemplate("payment", "Receipts", PAYMENT_FIELDS),
    ),
)


@dataclass
class FakeErp:
    """The ERP's own store: ``rows[module][id] = (version, fields)``; ``counter`` moves with every change."""

    rows: dict[str, dict[str, tuple[int, dict[str, Any]]]] = field(
        default_factory=lambda: {module: {} for module in MODULES}
    )
    counter: int = 0
    page_size: int = 3
    requests: int = 0
    books_guid: str = "books-1"
    books_id: str = ""
    spec: ConnectorSpec = SPEC
    #: What each write was: (kind, id, fields).
    writes: list[tuple[str, str, dict[str, Any]]] = field(default_factory=list)
    #: Our key of what we made: id → hub key.
    keys: dict[str, str] = field(default_factory=dict)
    #: When records were changed, by the ERP's own clock, where it tells: id → stamp.
    stamps: dict[str, str | None] = field(default_factory=dict)
    clock_skew: float | None = None
    #: Called with a label at each step; a test makes it raise or edit.
    hook: Callable[[str], None] = field(default=lambda _where: None)

    def put(self, module: str, rid: str, **fields: Any) -> None:
        self.counter += 1
        before = self.rows[module].get(rid, (0, {}))[1]
        self.rows[module][rid] = (self.counter, {**before, **fields})

    def drop(self, module: str, rid: str) -> None:
        self.counter += 1
        del self.rows[module][rid]

    def kind(self) -> ConnectorKind:
        return ConnectorKind(SPEC, lambda settings, ports: FakeConnector(self, settings, ports))

    def record(self, module: str, rid: str) -> RemoteRecord:
        version, fields = self.rows[module][rid]
        label = str(fields.get("NAME") or fields.get("NO") or rid)
        key = (
            str(fields["NAME"]).lower().replace("-", " ")
            if module == "Parties"
            else str(fields.get("NO"))
            if module == "Bills"
            else None
        )
        return RemoteRecord(
            module,
            rid,
            str(version),
            dict(fields),
            key,
            label,
            modified_at=self.stamps.get(rid),
            sweep_key=fields.get("DATE"),
            hub_key=self.keys.get(rid),
        )


class FakeConnector(Connector):
    def __init__(self, erp: FakeErp, settings: ConnectionSettings, ports: ConnectorPorts) -> None:
        self.erp = erp
        self.spec = erp.spec

    def test(self, cancel: CancelToken) -> TestReport:
        return TestReport((Check("reach", True, "It answers."),))

    def books(self, cancel: CancelToken) -> list[Books]:
        return [Books("Books", self.erp.books_guid)]

    def modules(self) -> list[ModuleInfo]:
        return [ModuleInfo(name, name, entity) for name, entity in MODULES.items()]

    def fields(self, module: str, cancel: CancelToken) -> list[RemoteField]:
        return []

    def sample(self, module: str, count: int, cancel: CancelToken) -> list[RemoteRecord]:
        self.erp.requests += 1
        self.erp.hook("sample")
        return [self.erp.record(module, rid) for rid in sorted(self.erp.rows[module])[:count]]

    def streams(self, modules: Sequence[str]) -> list[tuple[str, tuple[str, ...]]]:
        return [(module.lower(), (module,)) for module in MODULES if module in modules]

    def preflight(self, known: Mapping[str, Any] | None, cancel: CancelToken) -> Standing:
        self.erp.requests += 1
        self.erp.hook("preflight")
        questions: tuple[tuple[str, str, str], ...] = ()
        if known and known.get("guid") != self.erp.books_guid:
            questions = (("identity", "These are other books.", "Look first."),)
        erp = self.erp
        return Standing({"guid": erp.books_guid}, questions, books_id=erp.books_id, clock_skew=erp.clock_skew)

    def changes(self, request: PullRequest) -> Iterator[Page | Listing]:
        (module,) = request.modules
        rows = self.erp.rows[module]
        full = request.mode is PullMode.FULL
        cursor = request.cursor or {}
        mark = 0 if full else int(cursor.get("mark", 0))
        start = int(cursor.get("start", self.erp.counter)) if full else self.erp.counter
        after = str(cursor.get("after", "")) if full else ""
        if not full and start == mark and request.mode is PullMode.INCREMENTAL:
            yield Page(request.stream, cursor=cursor, done=True)
            return
        ids = sorted(rid for rid, (version, _) in rows.items() if version > mark and rid > after)
        for at in range(0, len(ids), self.erp.page_size):
            self.erp.requests += 1
            self.erp.hook(f"page:{module}:{at}")
            part = [self.erp.record(module, rid) for rid in ids[at : at + self.erp.page_size] if rid in rows]
            position = {"start": start, "after": ids[min(at + self.erp.page_size, len(ids)) - 1]} if full else cursor
            yield Page(request.stream, tuple(part), cursor=position)
        listed = tuple(
            ListedId(module, rid, version, label)
            for rid in sorted(rows)
            for version, label in [(self.erp.record(module, rid).version, self.erp.record(module, rid).label)]
        )
        self.erp.requests += 1
        yield Listing((module,), listed)
        yield Page(request.stream, cursor={"mark": start}, done=True)

    def read(self, module: str, ids: Sequence[str], cancel: CancelToken) -> list[RemoteRecord]:
        self.erp.requests += 1
        return [self.erp.record(module, rid) for rid in ids if rid in self.erp.rows[module]]

    def confirm_gone(self, module: str, ids: Sequence[str], cancel: CancelToken) -> list[Tombstone]:
        self.erp.requests += 1
        return [Tombstone(module, rid) for rid in ids if rid not in self.erp.rows[module]]

    # --- writing: names are the parties' key; what is written reads back as it was sent ---------------------------

    def write(self, op: WriteOp, cancel: CancelToken) -> Written:
        self.erp.requests += 1
        self.erp.hook(f"write:before:{op.kind}")
        rows = self.erp.rows[op.module]
        if op.kind is WriteKind.CREATE:
            rid = f"new-{len(self.erp.keys) + 1}"
            same = [one for one in rows if self.erp.record(op.module, one).key == str(op.fields.get("NAME")).lower()]
            if op.module == "Parties" and same:
                raise NameTaken("That name is taken.", remote_id=same[0])
        else:
            rid = str(op.remote_id)
            if rid not in rows:
                raise Gone("It is gone.")
        if op.kind is WriteKind.DELETE:
            self.erp.drop(op.module, rid)
        else:
            self.erp.put(op.module, rid, **op.fields)
            if op.kind is WriteKind.CREATE:
                self.erp.keys[rid] = op.hub_key
        self.erp.writes.append((op.kind.value, rid, dict(op.fields)))
        self.erp.hook(f"write:after:{op.kind}")
        return Written(None if op.kind is WriteKind.DELETE else self.erp.record(op.module, rid))

    def find(self, op: WriteOp, cancel: CancelToken) -> RemoteRecord | None:
        self.erp.requests += 1
        found = [rid for rid, key in self.erp.keys.items() if key == op.hub_key and rid in self.erp.rows[op.module]]
        return self.erp.record(op.module, found[0]) if found else None
