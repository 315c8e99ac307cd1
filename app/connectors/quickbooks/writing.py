"""Writing to QuickBooks (docs/protocols/quickbooks.md: Writing): sparse updates on the version that is known, nothing read after a
write, a new record sent under a number that makes it once however often it is sent.

New records go one by one: a batch answers for its own number only, so that one of its items could not be sent again alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from app.connectors.base import WriteKind, WriteOp, Written
from app.connectors.http.failures import lost
from app.connectors.quickbooks.chosen import DEPOSIT, INCOME, TAXED, Chosen
from app.connectors.quickbooks.client import MOST_IN_BATCH, Quickbooks
from app.connectors.quickbooks.entities import DELETE, Entity, Removal
from app.connectors.quickbooks.errors import TITLE, faults_of, of_write
from app.connectors.quickbooks.fields import FieldInfo, fields_of
from app.connectors.quickbooks.put_away import PutAway, is_away
from app.connectors.quickbooks.records import (
    ADDRESS_LINES,
    ADDRESSES,
    ALLOCATIONS,
    CANCELLED,
    DETAIL,
    LINES,
    STATUS,
    SUBTOTAL,
    RecordReader,
    Row,
    decimal,
    sold,
)
from app.connectors.quickbooks.values import to_json
from app.model.cancel import CancelToken
from app.model.errors import ConnectorError, Gone, NameTaken, Rejected, Stale, UnknownOutcome
from app.model.records import RemoteFields, RemoteRecord
from app.model.values import canonical_number

Outcome = Written | ConnectorError
#: Figures that QuickBooks computes from a document's lines.
_COMPUTED = frozenset({SUBTOTAL, STATUS, ALLOCATIONS, "TotalAmt", "Balance", "HomeTotalAmt"})


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
        except ConnectorError as error:
            if not any(isinstance(one, Written | UnknownOutcome) for one in outcomes):
                raise
            for one in group:
                outcomes[one.at] = error
            return error
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
            if is_away(row):
                self._put_away.add(self._entity.name, str(row["Id"]))
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
        """With the record that has the name, where it is one of the entity's own."""
        name = one.body.get(self._entity.unique or "")
        if not isinstance(error, NameTaken) or not name:
            return error
        rows = self._named(str(name), cancel)
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
            return _Ready(at, op, base, self._entity.void_params) if self._entity.void_params else None
        there = self._unmoved(op, present) if self._replaces(op) else {}
        body = self._body(op, there, cancel)
        if op.kind is WriteKind.UPDATE:
            return _Ready(at, op, {**base, "sparse": True, **body}, {}) if body else None
        return _Ready(at, op, {**self._needed(cancel), **_without_empty(body)}, {})

    def _removal(self, at: int, op: WriteOp, base: dict[str, Any]) -> _Ready:
        ways = self._entity.removals
        if ways[0] is Removal.DEACTIVATE:
            return _Ready(at, op, {**base, "sparse": True, "Active": False}, {})
        if self._voids and Removal.VOID in ways:
            return _Ready(at, op, base, self._entity.void_params)
        return _Ready(at, op, base, DELETE)

    def _body(self, op: WriteOp, there: Row, cancel: CancelToken) -> dict[str, Any]:
        body: dict[str, Any] = {}
        for name, value in op.fields.items():
            info = self._infos.get(name)
            if info is None and name not in _COMPUTED:
                raise Rejected(
                    f"QuickBooks' {self._entity.title.lower()} have no field {name}. Nothing of this record was sent.",
                    field=name,
                    hint="Take it out of the mapping, or map another field.",
                )
            if name in ADDRESSES and isinstance(value, Mapping):
                value = _split(value)
            if name == "Line" and self._entity.name != "Payment":
                body["Line"] = self._lines(value, there, cancel)
            elif name == "TxnTaxDetail" and isinstance(value, Mapping):
                body[name] = {"TotalTax": float(decimal(value.get("TotalTax")))}
            elif info is not None and not info.readonly and (name not in _COMPUTED or self._entity.name == "Payment"):
                body[name] = (
                    to_json(value, info) if op.kind is WriteKind.CREATE else _emptied(to_json(value, info), info)
                )
        if self._entity.name == "Payment" and ALLOCATIONS in op.fields:
            body["Line"] = _payments(op.fields[ALLOCATIONS] or ())
        return body

    def _needed(self, cancel: CancelToken) -> dict[str, Any]:
        """What QuickBooks takes no new record without."""
        if self._entity.name == "Item":
            return {"Type": "NonInventory", "IncomeAccountRef": self._chosen.reference(INCOME, cancel, needed=True)}
        if self._entity.name == "Payment":
            deposit = self._chosen.reference(DEPOSIT, cancel)
            return {"DepositToAccountRef": deposit} if deposit else {}
        return {}

    def _lines(self, wanted: Any, there: Row, cancel: CancelToken) -> list[dict[str, Any]]:
        """All lines, since a list is replaced whole. What of a line that stays isn't ours (its tax code, its class) is kept."""
        present, code = list(sold(there)), self._chosen.reference(TAXED, cancel)
        return [_line(line, number, present, code) for number, line in enumerate(wanted or (), start=1)]

    def _replaces(self, op: WriteOp) -> bool:
        """Does the change replace a list or a group of fields, of which there may be more than a mapping knows?"""
        infos = (self._infos.get(name) for name in op.fields)
        return op.kind is WriteKind.UPDATE and any(
            info is not None and (info.many or _is_group(info)) for info in infos
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


def as_shown(fields: RemoteFields) -> RemoteFields:
    """QuickBooks keeps no spaces around a text, and of a line what makes quantity times price the amount."""
    shown: dict[str, Any] = {
        name: value.strip() or None if isinstance(value, str) else value for name, value in fields.items()
    }
    for name in ADDRESSES:
        address = shown.get(name)
        if isinstance(address, Mapping) and LINES in address:
            split = _split(address)
            joined = "\n".join(str(split[one]) for one in ADDRESS_LINES if split.get(one)) or None
            shown[name] = {**address, LINES: joined}
    if isinstance(shown.get("Line"), list):
        shown["Line"] = [_as_shown(line) for line in shown["Line"]]
    return shown


def _as_shown(line: Any) -> Any:
    if not isinstance(line, Mapping) or not isinstance(line.get(DETAIL), Mapping):
        return line
    quantity, price, amount = _figures(line)
    detail = {**line[DETAIL], "Qty": canonical_number(quantity), "UnitPrice": canonical_number(price, money=True)}
    return {**line, "Amount": canonical_number(amount, money=True), DETAIL: detail}


def _split(address: Mapping[str, Any]) -> dict[str, Any]:
    """Our one text as QuickBooks' five lines; what is more goes into the last."""
    if LINES not in address:
        return dict(address)
    rows = [row.strip() for row in str(address[LINES] or "").splitlines() if row.strip()]
    most = len(ADDRESS_LINES)
    if len(rows) > most:
        rows = [*rows[: most - 1], ", ".join(rows[most - 1 :])]
    lines: dict[str, Any] = dict(zip(ADDRESS_LINES, [*rows, *[None] * (most - len(rows))], strict=True))
    return {**{name: value for name, value in address.items() if name != LINES}, **lines}


def _line(line: Mapping[str, Any], number: int, present: list[Row], code: Mapping[str, str] | None) -> dict[str, Any]:
    detail = line.get(DETAIL) or {}
    item = detail.get("ItemRef")
    if not item:
        raise Rejected(
            f"Line {number} names no product, and QuickBooks' lines need one. Nothing of this document was sent.",
            field="ItemRef",
            hint="Give the line a product, or keep this document out of the sync.",
        )
    quantity, price, amount = _figures(line)
    same = next((one for one in present if (one.get(DETAIL) or {}).get("ItemRef", {}).get("value") == item), None)
    kept: dict[str, Any] = {}
    if same is not None:
        present.remove(same)
        kept = dict(same.get(DETAIL) or {})
    made = {**kept, "ItemRef": {"value": str(item)}, "Qty": _json(quantity), "UnitPrice": _json(price)}
    if code is not None and "TaxCodeRef" not in made:
        made["TaxCodeRef"] = dict(code)
    row: dict[str, Any] = {"DetailType": DETAIL, "Amount": _json(amount), DETAIL: made}
    if same is not None:
        row["Id"] = str(same["Id"])
    if line.get("Description"):
        row["Description"] = line["Description"]
    return row


def _figures(line: Mapping[str, Any]) -> tuple[Decimal, Decimal, Decimal]:
    """Quantity, price and amount, the one times the other being the third: a discount lies in the price."""
    detail = line.get(DETAIL) or {}
    quantity = decimal(detail.get("Qty")) or Decimal(1)
    price, amount = detail.get("UnitPrice"), line.get("Amount")
    if amount in (None, ""):
        return quantity, decimal(price), (quantity * decimal(price)).quantize(Decimal("0.01"))
    if price in (None, "") or (quantity * decimal(price)).quantize(Decimal("0.01")) != decimal(amount):
        return quantity, (decimal(amount) / quantity).quantize(Decimal("0.0000001")), decimal(amount)
    return quantity, decimal(price), decimal(amount)


def _payments(allocations: Any) -> list[dict[str, Any]]:
    return [
        {
            "Amount": _json(decimal(one.get("Amount"))),
            "LinkedTxn": [{"TxnId": str(one["Invoice"]), "TxnType": "Invoice"}],
        }
        for one in allocations
        if one.get("Invoice")
    ]


def _is_group(info: FieldInfo) -> bool:
    return info.kind == "parts" and not info.many


def _emptied(value: Any, info: FieldInfo) -> Any:
    """In a sparse update nothing at all means "as it was": a text is emptied by an empty one."""
    if isinstance(value, dict) and _is_group(info):
        return {name: _emptied(inner, info.parts[name]) for name, inner in value.items()}
    if value is None and _is_group(info):
        return {
            name: _emptied(None, part) for name, part in info.parts.items() if part.kind == "text" and not part.readonly
        }
    return "" if value is None and info.kind in {"text", "memo"} else value


def _without_empty(body: Mapping[str, Any]) -> dict[str, Any]:
    """A new record has nothing that would have to be emptied."""
    made = {}
    for name, value in body.items():
        inner = _without_empty(value) if isinstance(value, Mapping) else value
        if inner is not None and inner != {}:
            made[name] = inner
    return made


def _json(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
