"""Writing to QuickBooks (docs/protocols/quickbooks.md: Writing): sparse updates on the version that is known, nothing read after a
write, a new record sent under a number that makes it once however often it is sent.

New records go one by one: a batch answers for its own number only, so that one of its items could not be sent again alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.connectors.base import WriteKind, WriteOp, Written
from app.connectors.http.failures import lost
from app.connectors.put_away import PutAway
from app.connectors.quickbooks import documents
from app.connectors.quickbooks.chosen import DEPOSIT, INCOME, TAXED, Chosen
from app.connectors.quickbooks.client import MOST_IN_BATCH, Quickbooks
from app.connectors.quickbooks.entities import DELETE, Entity, Removal
from app.connectors.quickbooks.errors import TITLE, faults_of, of_write
from app.connectors.quickbooks.fields import FieldInfo, fields_of
from app.connectors.quickbooks.records import (
    ADDRESSES,
    ALLOCATIONS,
    CANCELLED,
    NOTE,
    POSTED,
    STATUS,
    SUBTOTAL,
    TAXES,
    RecordReader,
    Row,
    is_void,
    void_note,
)
from app.connectors.quickbooks.shown import split_address
from app.connectors.quickbooks.values import as_read, to_json
from app.model.cancel import CancelToken
from app.model.errors import Cancelled, ConnectorError, Gone, NameTaken, NotReady, Rejected, Stale, UnknownOutcome
from app.model.records import RemoteRecord

Outcome = Written | ConnectorError
#: What we make of a document, and QuickBooks knows under no name.
_OURS = frozenset({SUBTOTAL, STATUS, ALLOCATIONS, TAXES})
_TAX, _TOTAL = "TxnTaxDetail", "TotalAmt"
#: What a void document has nothing of.
_COUNTING = frozenset({"Line", ALLOCATIONS, _TAX, _TOTAL})
#: Of an object that was read and is sent again as a whole.
_ENVELOPE = frozenset({"domain", "sparse"})
_EMPTIED_BY_TEXT: Mapping[str, Any] = {"text": "", "memo": {"value": ""}}


@dataclass(frozen=True)
class _Ready:
    """An op, the item of a batch that it is, and the parameters of sending it alone."""

    at: int
    op: WriteOp
    body: Mapping[str, Any]
    params: Mapping[str, str]


class Writer:
    """Of one entity. ``voids``: transactions are voided where they can be, else deleted."""

    def __init__(
        self, books: Quickbooks, entity: Entity, reader: RecordReader, chosen: Chosen, put_away: PutAway, *, voids: bool
    ) -> None:
        self._books = books
        self._entity = entity
        self._reader = reader
        self._chosen = chosen
        self._put_away = put_away
        self._voids = voids
        self._infos = fields_of(entity.name)
        self._titles = {name: info.title for name, info in self._infos.items()}

    def write_many(self, ops: Sequence[WriteOp], cancel: CancelToken) -> list[Outcome]:
        """As :meth:`app.connectors.base.Connector.write_many`."""
        outcomes: list[Outcome | None] = [None] * len(ops)
        ready: list[_Ready] = []
        present = self._present([op for op in ops if self._replaces(op)], cancel)
        for at, op in enumerate(ops):
            try:
                one = self._ready(at, op, present, cancel)
            except (Rejected, Stale, Gone) as error:
                outcomes[at] = error
                continue
            if one is None:
                outcomes[at] = Written(None)  # nothing of it can be written to QuickBooks
            else:
                ready.append(one)
        if self._takes_away():
            self._put_away.add(self._entity.name, [str(one.op.remote_id) for one in ready if _removes(one.op)])
        alone = [one for one in ready if one.op.kind is WriteKind.CREATE or one.params]
        together = [one for one in ready if one not in alone]
        groups = [[one] for one in alone]
        groups += [together[at : at + MOST_IN_BATCH] for at in range(0, len(together), MOST_IN_BATCH)]
        trouble: ConnectorError | None = None
        for group in groups:
            if trouble is None:
                trouble = self._send(group, outcomes, cancel)
            else:
                for one in group:
                    outcomes[one.at] = trouble
        return [one if one is not None else lost(TITLE) for one in outcomes]

    def _send(
        self, group: Sequence[_Ready], outcomes: list[Outcome | None], cancel: CancelToken
    ) -> ConnectorError | None:
        """Send a group; the answer is what keeps the others from being sent. Raises it when nothing was sent before."""
        try:
            told = self._told(group, cancel)
        except (Rejected, Stale, Gone, UnknownOutcome) as error:
            for one in group:
                outcomes[one.at] = self._taken(one, error, cancel)
            return None
        except (ConnectorError, Cancelled) as error:
            if not any(isinstance(one, Written | UnknownOutcome) for one in outcomes):
                raise
            trouble = error if isinstance(error, ConnectorError) else _stopped()
            for one in group:
                outcomes[one.at] = trouble
            return trouble
        for one, item in zip(group, told, strict=True):
            outcome = self._outcome(one, item)
            outcomes[one.at] = outcome if isinstance(outcome, Written) else self._taken(one, outcome, cancel)
        return None

    def _told(self, group: Sequence[_Ready], cancel: CancelToken) -> Sequence[Row | None]:
        if len(group) == 1:
            one = group[0]
            # The op's own id: a record that is made anew after a deletion is another op.
            requestid = one.op.op_id if one.op.kind is WriteKind.CREATE else ""
            return [self._books.post(self._entity.path, one.body, cancel, params=one.params, requestid=requestid)]
        operations = [{"operation": "update", self._entity.name: one.body} for one in group]
        return self._books.batch(operations, cancel)

    def _outcome(self, one: _Ready, told: Row | None) -> Outcome:
        faults = faults_of(told)
        if faults:
            return of_write(faults, one.body, self._titles)
        row = told.get(self._entity.name) if told is not None else None
        if not isinstance(row, Mapping) or not row.get("Id"):
            return lost(TITLE)
        if one.op.kind is WriteKind.DELETE:
            return Written(None)
        try:
            return Written(self._reader.read(row))
        except ValueError:
            return lost(TITLE)

    # --- which record it is -------------------------------------------------------------------------------------

    def find(self, op: WriteOp, cancel: CancelToken) -> RemoteRecord | None:
        """By what a person would know it by: nothing in QuickBooks bears our id. Raises :class:`UnknownOutcome` where that tells
        nothing; sending it again under the same number does."""
        label = op.fields.get(self._entity.label)
        if not label:
            raise UnknownOutcome(
                f"It can't be told whether “{op.label}” was made in QuickBooks.",
                hint="It is sent again under the same number, which makes it once.",
            )
        rows = self._named(str(label), cancel)
        return self._reader.read(rows[0]) if len(rows) == 1 else None

    def _taken(self, one: _Ready, error: ConnectorError, cancel: CancelToken) -> ConnectorError:
        """With the record that has the name, where it is one of the entity's own. No trouble with asking may hide what was sent."""
        name = one.body.get(self._entity.unique or "")
        if not isinstance(error, NameTaken) or not name:
            return error
        try:
            rows = self._put_away.leave_out(self._entity.name, self._named(str(name), cancel))
        except (ConnectorError, Cancelled):
            return error
        ident = str(rows[0]["Id"]) if len(rows) == 1 else None
        return NameTaken(error.message, remote_id=ident, hint=error.hint)

    def _named(self, label: str, cancel: CancelToken) -> list[dict[str, Any]]:
        quoted = label.replace("\\", "\\\\").replace("'", "\\'")
        where = f"{self._entity.label} = '{quoted}'" + (" AND Active IN (true, false)" if self._entity.listed else "")
        return self._books.query(f"SELECT * FROM {self._entity.name} WHERE {where}", cancel).rows  # noqa: S608

    # --- what is sent -------------------------------------------------------------------------------------------

    def _ready(self, at: int, op: WriteOp, present: Mapping[str, Row], cancel: CancelToken) -> _Ready | None:
        base: dict[str, Any] = {}
        if op.kind is not WriteKind.CREATE:
            base = {"Id": op.remote_id, "SyncToken": op.expected_version or "0"}
        if op.kind is WriteKind.DELETE:
            return self._removal(at, op, base)
        if op.kind is WriteKind.UPDATE and op.fields.get(STATUS) == CANCELLED:
            return self._void(at, op, base) if self._entity.void_params else None
        there = self._unmoved(op, present) if self._replaces(op) else {}
        self._check_status(op, there)
        body = self._body(op, there, cancel)
        if op.kind is WriteKind.CREATE:
            return _Ready(at, op, {**self._needed(op, body, cancel), **_without_empty(body)}, {})
        if None in body.values():
            # A sparse update empties texts only. In a whole one what is left out is emptied.
            return _Ready(at, op, {**_without_empty({**self._whole(there), **body}), **base}, {})
        return _Ready(at, op, {**base, "sparse": True, **body}, {}) if body else None

    def _check_status(self, op: WriteOp, there: Row) -> None:
        """A document in QuickBooks counts, until it is voided, for good."""
        status = op.fields.get(STATUS)
        if op.whole.get(STATUS) == CANCELLED and status is None and not _COUNTING.isdisjoint(op.fields):
            raise Rejected(
                "This document is void in QuickBooks, and amounts would make it count again. Nothing was sent.",
                field=STATUS,
                hint="Leave its amounts as they are, and make a new one in its place.",
            )
        if not self._entity.void_params or status is None:
            return
        if status != POSTED:
            raise Rejected(
                "QuickBooks has neither drafts nor documents that were cancelled from the beginning. Nothing of this one was sent.",
                field=STATUS,
                hint="It is sent when its status is “posted”.",
            )
        if is_void(there):
            raise Rejected(
                "This document is void in QuickBooks, and what is void there stays so. Nothing was sent.",
                field=STATUS,
                hint="Cancel it here too, and make a new one in its place.",
            )

    def _takes_away(self) -> bool:
        """Is what was removed there still, out of use?"""
        ways = self._entity.removals
        return ways[0] is Removal.DEACTIVATE or (self._voids and Removal.VOID in ways)

    def _removal(self, at: int, op: WriteOp, base: dict[str, Any]) -> _Ready:
        if self._entity.removals[0] is Removal.DEACTIVATE:
            return _Ready(at, op, {**base, "sparse": True, "Active": False}, {})
        return self._void(at, op, base) if self._takes_away() else _Ready(at, op, base, DELETE)

    def _void(self, at: int, op: WriteOp, base: dict[str, Any]) -> _Ready:
        """Where voiding is said of an update it has to be a sparse one: else it would empty what it leaves out."""
        params = self._entity.void_params
        return _Ready(at, op, {**base, "sparse": True} if params["operation"] == "update" else base, params)

    def _body(self, op: WriteOp, there: Row, cancel: CancelToken) -> dict[str, Any]:
        body: dict[str, Any] = {}
        for name, value in op.fields.items():
            info = self._infos.get(name)
            if info is None and name not in _OURS:
                raise Rejected(
                    f"QuickBooks' {self._entity.title.lower()} have no field {name}. Nothing of this record was sent.",
                    field=name,
                    hint="Take it out of the mapping, or map another field.",
                )
            if info is None or info.readonly or name == _TAX:
                continue
            if name in ADDRESSES and isinstance(value, Mapping):
                value = split_address(value)
            if name == "Line" and self._entity.name != "Payment":
                code = self._chosen.reference(TAXED, cancel)
                body[name] = documents.to_lines(value or (), there, info, code)
            elif op.kind is WriteKind.CREATE:
                body[name] = to_json(value, info)
            elif name == NOTE and op.whole.get(STATUS) == CANCELLED:
                body[name] = to_json(void_note(value), info)
            else:
                body[name] = _kept(to_json(value, info), info, there.get(name))
        if self._entity.name == "Payment" and ALLOCATIONS in op.fields:
            body["Line"] = documents.to_payments(op.fields[ALLOCATIONS] or (), there, self._infos["Line"])
        return body | self._tax(op, there)

    def _tax(self, op: WriteOp, there: Row) -> dict[str, Any]:
        """The tax that the document has here. Sent with its lines, too: without it QuickBooks works out another."""
        told = op.fields if _TAX in op.fields else op.whole if "Line" in op.fields else {}
        tax = documents.to_tax(told.get(_TAX), there, self._infos[_TAX]) if _TAX in self._infos else None
        return {_TAX: tax} if tax else {}

    def _needed(self, op: WriteOp, body: Row, cancel: CancelToken) -> dict[str, Any]:
        """What QuickBooks takes no new record without, where the mapping doesn't give it."""
        needed: dict[str, Any] = {}
        if self._entity.name == "Item":
            needed["Type"] = "NonInventory"
            if not body.get("IncomeAccountRef"):
                needed["IncomeAccountRef"] = self._chosen.reference(INCOME, cancel, needed=True)
        if self._entity.name == "Payment":
            deposit = None if body.get("DepositToAccountRef") else self._chosen.reference(DEPOSIT, cancel)
            needed |= {"DepositToAccountRef": deposit} if deposit else {}
            needed |= {_TOTAL: documents.paid(op.fields[ALLOCATIONS])} if op.fields.get(ALLOCATIONS) else {}
        return needed

    def _whole(self, there: Row) -> dict[str, Any]:
        """A record as it is, without what only QuickBooks writes."""
        fixed = {name for name, info in self._infos.items() if info.readonly} | _ENVELOPE
        infos = self._infos
        return {
            name: as_read(value, infos[name]) if name in infos else value
            for name, value in there.items()
            if name not in fixed
        }

    def _replaces(self, op: WriteOp) -> bool:
        """Must the record be known as it is? The change replaces a list or a group of fields, of which there may be more than a
        mapping knows, or empties what only a whole update does."""
        if op.kind is not WriteKind.UPDATE or op.fields.get(STATUS) == CANCELLED:
            return False
        infos = self._infos
        return not _OURS.isdisjoint(op.fields) or any(
            _needs_more(value, infos[name])
            for name, value in op.fields.items()
            if name in infos and not infos[name].readonly
        )

    def _present(self, ops: Sequence[WriteOp], cancel: CancelToken) -> Mapping[str, Row]:
        """Those records as they are, by id: one question for all."""
        if not ops:
            return {}
        listed = ", ".join(f"'{op.remote_id}'" for op in ops)
        where = f"Id IN ({listed})" + (" AND Active IN (true, false)" if self._entity.listed else "")
        rows = self._books.query(f"SELECT * FROM {self._entity.name} WHERE {where}", cancel).rows  # noqa: S608
        return {str(row["Id"]): row for row in rows}

    @staticmethod
    def _unmoved(op: WriteOp, present: Mapping[str, Row]) -> Row:
        row = present.get(str(op.remote_id))
        if row is None:
            raise Gone("The record is not in QuickBooks (any more).", hint="The next sync sees what became of it.")
        if op.expected_version and str(row.get("SyncToken")) != op.expected_version:
            raise Stale(
                "Somebody changed this record in QuickBooks in the meantime.", hint="The next sync reads it first."
            )
        return row


def _is_group(info: FieldInfo) -> bool:
    return info.kind == "parts" and not info.many


def _needs_more(value: Any, info: FieldInfo) -> bool:
    """Takes it more than ``value`` to write it without losing anything?"""
    if info.many or not _is_group(info):
        return info.many or (value is None and info.kind not in _EMPTIED_BY_TEXT)
    given = value if isinstance(value, Mapping) else {}
    missing = {name for name, part in info.parts.items() if not part.readonly} - given.keys()
    return bool(missing) or ("value" in info.parts and not given["value"])


def _kept(value: Any, info: FieldInfo, there: Any) -> Any:
    """``value`` with what ``there`` holds besides: a group or a list of fields is replaced whole. A text is emptied by an empty
    one; ``None`` for what isn't emptied like that."""
    if info.kind == "custom":
        sent = {one["DefinitionId"] for one in value or ()}
        return [one for one in there or () if one.get("DefinitionId") not in sent] + list(value or ())
    if not _is_group(info):
        return _EMPTIED_BY_TEXT.get(info.kind) if value is None else value
    parts = info.parts
    kept = {name: inner for name, inner in (there or {}).items() if name not in parts or not parts[name].readonly}
    given = dict.fromkeys(parts) if value is None else value
    for name, inner in given.items():
        if not parts[name].readonly:
            kept[name] = _kept(inner, parts[name], kept.get(name))
    if "value" in parts:  # a reference
        return kept if kept.get("value") else None
    return {
        name: as_read(inner, parts[name]) if name in parts else inner
        for name, inner in kept.items()
        if inner is not None
    }


def _without_empty(body: Mapping[str, Any]) -> dict[str, Any]:
    """A new record has nothing that would have to be emptied."""
    made = {}
    for name, value in body.items():
        inner = _without_empty(value) if isinstance(value, Mapping) else value
        if inner is not None and inner != {}:
            made[name] = inner
    return made


def _removes(op: WriteOp) -> bool:
    return op.kind is WriteKind.DELETE


def _stopped() -> NotReady:
    return NotReady("The sync was stopped before this record was sent.", hint="The next sync sends it.")
