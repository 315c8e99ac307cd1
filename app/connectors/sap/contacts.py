"""Writing contact persons: rows of their business partner, which is written with them, on the version that was just read
(docs/protocols/sap.md: Collections)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from app.connectors.base import WriteKind, WriteOp, Written
from app.connectors.odata.query import key
from app.connectors.put_away import PutAway
from app.connectors.sap import bodies
from app.connectors.sap.client import ServiceLayer
from app.connectors.sap.entities import CONTACTS, PARTNERS
from app.connectors.sap.reading import Reader
from app.connectors.sap.records import RecordReader, Row, contact_id, is_away, owner_of
from app.model.cancel import CancelToken
from app.model.errors import Cancelled, ConnectorError, Gone, NameTaken, Rejected, Stale, UnknownOutcome
from app.model.records import RemoteRecord

_LONGEST = 50


class ContactWriter:
    """As :class:`app.connectors.sap.writing.Writer` is for the modules that stand by themselves."""

    def __init__(self, sap: ServiceLayer, reader: Reader, told: RecordReader, put_away: PutAway) -> None:
        self._sap = sap
        self._reader = reader
        self._told = told
        self._put_away = put_away

    def write(self, op: WriteOp, cancel: CancelToken) -> Written:
        """Raises what :meth:`app.connectors.base.Connector.write` does."""
        if op.kind is WriteKind.CREATE:
            return self._add(op, cancel)
        if op.kind is WriteKind.DELETE:
            self._patch(op, {"Active": "tNO"}, cancel, away=True)
            return Written(None)
        if "CardCode" in op.fields and op.fields["CardCode"] != owner_of(str(op.remote_id))[0]:
            raise Rejected(
                "A contact person in SAP can't move to another business partner. Nothing was sent.",
                field="CardCode",
                hint="Make a new one there, and delete this one.",
            )
        row = self._patch(op, self._body(op), cancel)
        return Written(None if row is None else self._told.read(row), exact=False)

    def find(self, op: WriteOp) -> RemoteRecord | None:
        """By our id, else by the name, which each of a partner's has for itself."""
        try:
            owner, _ = self._owner(str(op.fields.get("CardCode") or ""))
        except Gone:
            return None
        rows = _people(owner)
        found = self._ours(rows, op) or [row for row in rows if _is_called(row, _name(op))]
        return self._told.read(found[0]) if len(found) == 1 else None

    # --- new ones ------------------------------------------------------------------------------------------------

    def _add(self, op: WriteOp, cancel: CancelToken) -> Written:
        code = str(op.fields.get("CardCode") or "")
        if not code:
            raise Rejected(
                "A contact person in SAP belongs to a business partner, and this one names none. Nothing was sent.",
                field="CardCode",
                hint="Enter the customer.",
            )
        owner, etag = self._owner(code)
        before = _people(owner)
        there = self._ours(before, op)
        name = _name(op)
        taken = next((row for row in before if _is_called(row, name)), None)
        there = there or [
            row for row in (taken,) if row is not None and self._put_away.holds(CONTACTS, contact_id(row))
        ]
        if there:  # made by an earlier call whose answer was lost; or deleted here, and restored
            return self._there_already(op, there[0], etag, cancel)
        if taken is not None:
            raise NameTaken(
                f"The business partner has a contact person “{name}” already.",
                remote_id=contact_id(taken),
                hint="Link the two if they are the same, else give one another name.",
            )
        fields = {**self._body(op), "Name": name}
        if self._told.hub_key:
            fields[self._told.hub_key] = op.hub_key
        self._sap.patch(key(PARTNERS, code), {CONTACTS: [fields]}, cancel, etag=etag)
        return Written(self._told.read(self._made(code, name, before)), exact=False)

    def _there_already(self, op: WriteOp, row: Row, etag: str, cancel: CancelToken) -> Written:
        if not is_away(CONTACTS, row):
            return Written(self._told.read(row), exact=False)
        ident = contact_id(row)
        code, number = owner_of(ident)
        fields = {"InternalCode": int(number), **self._body(replace(op, fields=op.whole)), "Active": "tYES"}
        self._sap.patch(key(PARTNERS, code), {CONTACTS: [fields]}, cancel, etag=etag)
        self._put_away.take_back(CONTACTS, {ident})
        return Written(self._told.read({**row, **fields}), exact=False)

    def _made(self, code: str, name: str, before: Sequence[Row]) -> Row:
        """The row that was not there before. It was written: whatever goes wrong now leaves its outcome open."""
        known = {row.get("InternalCode") for row in before}
        try:
            rows = _people(self._owner(code)[0])
        except (ConnectorError, Cancelled):
            rows = []
        mine = [row for row in rows if row.get("InternalCode") not in known and _is_called(row, name)]
        if len(mine) != 1:
            raise UnknownOutcome(
                "The contact person was sent to SAP, and how it reads there could not be asked.",
                hint="The next sync looks for it before anything else is sent.",
            )
        return mine[0]

    def _ours(self, rows: Sequence[Row], op: WriteOp) -> list[Row]:
        field = self._told.hub_key
        return [row for row in rows if field and row.get(field) == op.hub_key]

    # --- changes -------------------------------------------------------------------------------------------------

    def _patch(self, op: WriteOp, fields: Row, cancel: CancelToken, *, away: bool = False) -> Row | None:
        """The row as it reads then, ``None`` where that can't be asked. Raises :class:`Gone`, :class:`Stale`."""
        ident = str(op.remote_id)
        code, number = owner_of(ident)
        owner, etag = self._owner(code)
        row = _one(owner, number)
        if op.expected_version and self._told.version(row, "") != op.expected_version:
            raise Stale("Somebody changed this record in SAP in the meantime.", hint="The next sync reads it first.")
        if away:
            self._put_away.add(CONTACTS, [ident])
        if fields:
            body = {CONTACTS: [{"InternalCode": int(number), **fields}]}
            self._sap.patch(key(PARTNERS, code), body, cancel, etag=etag)
        try:
            return _one(self._owner(code)[0], number)
        except (ConnectorError, Cancelled):
            return None

    def _body(self, op: WriteOp) -> dict[str, Any]:
        fields = {name: value for name, value in op.fields.items() if name != "CardCode"}
        return bodies.plain(fields, self._told.types, self._told.entity)

    def _owner(self, code: str) -> tuple[Row, str]:
        found = self._sap.dialect.row(self._reader.get(key(PARTNERS, code)))
        return found, self._reader.etag(found)


def _people(owner: Row) -> list[Row]:
    return [{**row, "CardCode": owner["CardCode"]} for row in owner.get(CONTACTS) or ()]


def _one(owner: Row, number: str) -> Row:
    for row in _people(owner):
        if str(row.get("InternalCode")) == number:
            return row
    raise Gone("The contact person is not in SAP (any more).", hint="The next sync sees what became of it.")


def _name(op: WriteOp) -> str:
    parts = (op.whole.get("FirstName"), op.whole.get("LastName"))
    return (" ".join(str(one) for one in parts if one) or op.label)[:_LONGEST].strip()


def _is_called(row: Row, name: str) -> bool:
    return str(row.get("Name") or "").strip().casefold() == name.casefold()
