"""Writing to SAP Business One (docs/protocols/sap.md: Writing): one record at a time, on the version that is known, read again
after each change, for SAP answers a change with nothing.

A business partner and an item are made under a code of ours that follows from our id, so that the same one sent twice is refused;
a document bears our id in a user field, or our number as the customer's reference.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from app.connectors.base import WriteKind, WriteOp, Written
from app.connectors.chosen import Chosen
from app.connectors.http.failures import lost
from app.connectors.odata.query import Query, and_, key, text
from app.connectors.put_away import PutAway
from app.connectors.sap import bodies
from app.connectors.sap.chosen import DEPOSIT, TAX_CODE
from app.connectors.sap.client import ServiceLayer
from app.connectors.sap.codes import CUSTOMER, ITEM, own_code
from app.connectors.sap.entities import PARTNERS, PAYMENTS, Entity, Removal
from app.connectors.sap.errors import TITLE
from app.connectors.sap.reading import Reader
from app.connectors.sap.records import (
    AMOUNT,
    NUMBER,
    STATUS,
    RecordReader,
    Row,
    etag_in,
    is_away,
    is_cancelled,
    paid,
)
from app.connectors.sap.sentences import Refused
from app.connectors.sap.values import decimal
from app.model.cancel import CancelToken
from app.model.errors import Cancelled, ConnectorError, Gone, NameTaken, Rejected, Stale, UnknownOutcome
from app.model.records import RemoteRecord

#: A lost create was sent at a time by our clock; theirs is another, in another zone.
_SLACK = timedelta(days=1)
#: So many things have to be equal, where there is room for them.
_TELLING = 2
_FROZEN, _IN_USE = {"Valid": "tNO", "Frozen": "tYES"}, {"Valid": "tYES", "Frozen": "tNO"}
_REMARKS = "Remarks"
#: What a list that there isn't is answered with.
_NO_SUCH_LIST = frozenset({"sap_200", "sap_1002"})


class Writer:
    """Of one module. ``replaces``: lines that were removed here are removed in SAP."""

    def __init__(
        self,
        sap: ServiceLayer,
        reader: Reader,
        told: RecordReader,
        chosen: Chosen,
        put_away: PutAway,
        *,
        replaces: bool,
    ) -> None:
        self._sap = sap
        self._reader = reader
        self._told = told
        self._entity: Entity = told.entity
        self._chosen = chosen
        self._put_away = put_away
        self._replaces = replaces

    def write(self, op: WriteOp, cancel: CancelToken) -> Written:
        if op.kind is WriteKind.CREATE:
            return self._create(op, cancel)
        if op.kind is WriteKind.DELETE:
            return self._remove(op, cancel)
        return self._update(op, cancel)

    # --- new records ---------------------------------------------------------------------------------------------

    def _create(self, op: WriteOp, cancel: CancelToken) -> Written:
        if STATUS in self._told.made and op.whole.get(STATUS) not in (None, "posted"):
            raise Rejected(
                "SAP has no document that is a draft or cancelled from the beginning. Nothing of this one was sent.",
                field=STATUS,
                hint="It is sent when its status is “posted”.",
            )
        there = self._ours(op) if self._told.hub_key else None
        if there is not None:
            return self._there_already(op, there, cancel)
        body = self._made(op, cancel)
        try:
            answer = self._sap.post(self._entity.name, body, cancel)
        except NameTaken as error:
            return self._taken(op, body, error, cancel)
        row = self._sap.made(answer)
        return self._as_made(op, row)

    def _there_already(self, op: WriteOp, row: Row, cancel: CancelToken) -> Written:
        """Made by an earlier call whose answer was lost; or deleted here, taken out of use there for it, and restored: then all of
        it is sent, what is empty here too."""
        if not is_away(self._entity.name, row):
            return Written(self._read(row), exact=False)
        ident = str(row[self._entity.key])
        whole = {name: value for name, value in op.whole.items() if name != self._entity.key}
        body = self._body(replace(op, kind=WriteKind.UPDATE, fields=whole), row, cancel)
        path = key(self._entity.name, self._key(ident))
        self._sap.patch(path, {**_IN_USE, **body}, cancel, self._reader.etag(row))
        self._put_away.take_back(self._entity.name, {ident})
        return Written(self._again(ident), exact=False)

    def _as_made(self, op: WriteOp, row: Row) -> Written:
        """The answer holds the record, with all that SAP computes."""
        try:
            return Written(self._read(row), notes=self._remarks(op, row))
        except (KeyError, ValueError):
            raise lost(TITLE) from None

    def _made(self, op: WriteOp, cancel: CancelToken) -> dict[str, Any]:
        body = self._body(op, {}, cancel)
        name = self._entity.name
        if name == PARTNERS:
            body = {"CardCode": own_code(CUSTOMER, op.hub_key), "CardType": "cCustomer", **body}
        elif name == "Items":
            body["ItemCode"] = body.get("ItemCode") or own_code(ITEM, op.hub_key)
        elif name == PAYMENTS:
            body |= self._means(op, cancel)
        elif self._entity.lines == "DocumentLines":
            body.setdefault("DocDueDate", body.get("DocDate"))  # an order wants one
        if self._told.hub_key:
            body[self._told.hub_key] = op.hub_key
        return {field: value for field, value in body.items() if value is not None}

    def _means(self, op: WriteOp, cancel: CancelToken) -> dict[str, Any]:
        account = self._chosen.ident(DEPOSIT, cancel, needed=True)
        amount = bodies.number(op.fields.get(AMOUNT))
        return {"TransferAccount": account, "TransferSum": amount, "TransferDate": op.fields.get("DocDate")}

    def _taken(self, op: WriteOp, body: dict[str, Any], error: NameTaken, cancel: CancelToken) -> Written:
        """A code of ours that is taken is our own record. SAP has the same code for other causes, too."""
        code = body.get(self._entity.key)
        if code is None:
            raise error
        try:
            self._one(str(code))
        except Gone:
            raise Rejected(error.message, hint=error.hint) from None
        if code != self._code(op):
            raise NameTaken(error.message, remote_id=str(code), hint=error.hint)
        rows = self._reader.by_ids(self._entity, [str(code)])
        if not rows:
            raise Rejected(
                f"“{op.label}” is in SAP under the code {code}, and is no customer there. Nothing of it was sent.",
                hint="Make it a customer in SAP again, or delete it there.",
            )
        return self._there_already(op, rows[0], cancel)

    def _remarks(self, op: WriteOp, row: Row) -> tuple[str, ...]:
        """SAP works totals out by its own taxes and rounding."""
        total, theirs = op.whole.get("DocTotal"), row.get("DocTotal")
        if total is None or theirs is None or decimal(total) == decimal(theirs):
            return ()
        return (
            f"SAP makes the total {decimal(theirs)}, here it is {decimal(total)}: look at the tax code of the lines",
        )

    # --- changes -------------------------------------------------------------------------------------------------

    def _update(self, op: WriteOp, cancel: CancelToken) -> Written:
        ident = str(op.remote_id)
        path = key(self._entity.name, self._key(ident))
        status = op.fields.get(STATUS) if STATUS in self._told.made else None
        if status == "cancelled":
            self._cancel(op, path, cancel)
            return Written(self._again(ident), exact=False)
        if status is not None:
            raise Rejected(
                "A document that is cancelled in SAP stays so. Nothing was sent.",
                field=STATUS,
                hint="Cancel it here too, and make a new one in its place.",
            )
        there = self._unmoved(op) if self._needs_present(op) else {}
        body = self._body(op, there, cancel)
        if body:
            whole = self._replaces and bodies.leaves_out(self._entity, body, there)
            self._sap.patch(path, body, cancel, etag=self._etag(op), replace_collections=whole)
        return Written(self._again(ident), exact=False)

    def _cancel(self, op: WriteOp, path: str, cancel: CancelToken) -> None:
        """What was changed besides goes first: of a cancelled document nothing can be changed. One that was cancelled elsewhere may
        be empty there (Tally's are): in SAP it keeps what it was."""
        there = self._unmoved(op)
        changed = {
            name: value for name, value in op.fields.items() if name != STATUS and value not in (None, "", [], {})
        }
        rest = replace(op, fields=changed)
        body = self._body(rest, there, cancel) if rest.fields else {}
        if not body:
            self._withdraw(path, cancel, self._etag(op))
            return
        self._sap.patch(path, body, cancel, etag=self._etag(op))
        try:
            self._withdraw(path, cancel)
        except (ConnectorError, Cancelled):
            raise UnknownOutcome(
                f"“{op.label}” was changed in SAP, and it is not known whether it was cancelled, too.",
                hint="The next sync looks how it is there.",
            ) from None

    def _etag(self, op: WriteOp) -> str:
        """As it was received, or none: SAP ignores one of any other form and writes."""
        return etag_in(op.expected_version or "")

    def _needs_present(self, op: WriteOp) -> bool:
        """Is there no tag by which SAP refuses what is not current, or does the change depend on what is there?"""
        return not self._etag(op) or bodies.depends(self._entity, op.fields)

    def _unmoved(self, op: WriteOp) -> Row:
        """The record as it is. Raises :class:`Gone`, :class:`Stale`."""
        row = self._one(str(op.remote_id))
        if op.expected_version and self._told.version(row, self._reader.etag(row)) != op.expected_version:
            raise Stale("Somebody changed this record in SAP in the meantime.", hint="The next sync reads it first.")
        return row

    def _one(self, ident: str) -> Row:
        """With what a version is made of, and every line."""
        return self._reader.one(self._entity, self._key(ident))

    def _again(self, ident: str) -> RemoteRecord | None:
        """How the record reads now; ``None`` where that can't be asked: it was written all the same."""
        try:
            row = self._one(ident)
            return self._told.read(row, self._reader.etag(row))
        except (ConnectorError, Cancelled, ValueError):
            return None

    # --- out of use ----------------------------------------------------------------------------------------------

    def _remove(self, op: WriteOp, cancel: CancelToken) -> Written:
        ident = str(op.remote_id)
        self._unmoved(op)
        path = key(self._entity.name, self._key(ident))
        if self._entity.removal is Removal.DELETE:
            self._sap.delete(path, cancel, self._etag(op))
            return Written(None)
        self._put_away.add(self._entity.name, [ident])
        self._withdraw(path, cancel, self._etag(op))
        return Written(None)

    def _withdraw(self, path: str, cancel: CancelToken, etag: str = "") -> None:
        if self._entity.removal is Removal.FREEZE:
            self._sap.patch(path, _FROZEN, cancel, etag=etag)
        else:
            self._sap.action(f"{path}/{self._entity.removal.value}", None, cancel, etag=etag)

    # --- what is sent --------------------------------------------------------------------------------------------

    def _body(self, op: WriteOp, there: Row, cancel: CancelToken) -> dict[str, Any]:
        code = self._chosen.ident(TAX_CODE, cancel) if self._entity.lines == "DocumentLines" else None
        return bodies.body_of(op, self._told, there, tax_code=code, price_list=self._told.price_list)

    def _key(self, ident: str) -> str | int:
        return int(ident) if self._entity.numbered else ident

    # --- which record it is --------------------------------------------------------------------------------------

    def find(self, op: WriteOp) -> RemoteRecord | None:
        """Raises :class:`UnknownOutcome` where that can't be told, or while a draft waits to be approved."""
        if self._told.hub_key:
            found = self._ours(op)
            if found is None:
                self._check_drafts(op, f"{self._told.hub_key} eq {text(op.hub_key)}")
        elif self._entity.numbered:
            found = self._alike(op)
        else:
            code = str(op.fields.get(self._entity.key) or self._code(op))
            rows = [row for row in self._reader.by_ids(self._entity, [code]) if self._may_be(row, op)]
            found = rows[0] if rows else None
        return None if found is None or self._is_put_away(found) else self._read(found)

    def _is_put_away(self, row: Row) -> bool:
        """Still: the create that was to take it into use again did not get there."""
        name, ident = self._entity.name, str(row[self._entity.key])
        return is_away(name, row) and self._put_away.holds(name, ident)

    def _code(self, op: WriteOp) -> str:
        return own_code(CUSTOMER if self._entity.name == PARTNERS else ITEM, op.hub_key)

    def _ours(self, op: WriteOp) -> Row | None:
        """A document that was cancelled is none any more: what is made again is a new one."""
        rows = self._where(f"{self._told.hub_key} eq {text(op.hub_key)}")
        rows = [row for row in rows if not is_cancelled(row)]
        if len(rows) > 1:
            raise UnknownOutcome(
                f"SAP has {len(rows)} records with our number of “{op.label}”.",
                hint="Cancel in SAP what is there twice; the next sync looks again.",
            )
        return rows[0] if rows else None

    def _where(self, condition: str) -> list[Row]:
        return [row for rows in self._reader.pages(self._entity, condition) for row in rows]

    def _read(self, row: Row) -> RemoteRecord:
        return self._told.read(row, self._reader.etag(row))

    def _check_drafts(self, op: WriteOp, condition: str) -> None:
        """Where new documents wait for approval there is a draft, and no document yet."""
        if self._entity.lines != "DocumentLines" or not condition:
            return
        query = Query("Drafts").select("DocEntry").filter(condition).top(1)
        try:
            rows = self._sap.dialect.rows(self._reader.get(query.path))
        except Gone:
            return
        except (ConnectorError, Cancelled) as error:
            if isinstance(error, Refused) and error.code in _NO_SUCH_LIST:
                return  # a release without drafts
            raise UnknownOutcome(
                f"It can't be told whether “{op.label}” is a draft in SAP: {error.message}",
                hint="The next sync looks again before anything else is sent.",
            ) from None
        if rows:
            raise UnknownOutcome(
                f"“{op.label}” is a draft in SAP until somebody approves it.",
                hint="Have it approved in SAP; the next sync then links the two.",
            )

    def _alike(self, op: WriteOp) -> Row | None:
        """By what a person would know it by."""
        conditions = [
            f"{name} eq {text(str(value))}"
            for name, value in (
                ("NumAtCard", op.fields.get(NUMBER)),
                ("CardCode", op.fields.get("CardCode")),
                (self._entity.label, op.fields.get(self._entity.label)),
            )
            if value and name in self._told.types
        ]
        if not op.fields.get("CardCode") or (self._entity.lines and len(conditions) < _TELLING):
            raise UnknownOutcome(
                f"It can't be told whether “{op.label}” was made in SAP: its answer was lost and nothing tells it apart.",
                hint="Look for it in SAP. A field for our id there (sync settings) rules this out.",
            )
        rows = [row for row in self._where(and_(*conditions)) if not is_cancelled(row) and self._may_be(row, op)]
        if len(rows) > 1 or (rows and self._entity.name == PAYMENTS and not op.fields.get(_REMARKS)):
            raise UnknownOutcome(
                f"SAP has {len(rows)} records that may be “{op.label}”, sent before its answer was lost.",
                hint="Cancel in SAP what is there twice; the next sync looks again.",
            )
        if not rows:
            self._check_drafts(op, and_(*conditions) if "NumAtCard" in self._told.types else "")
        return rows[0] if rows else None

    def _may_be(self, row: Row, op: WriteOp) -> bool:
        """Made on the day of the call or later, with the same date and amount."""
        made = str(row.get(self._entity.made) or "")[:10]
        if made and op.sent_at is not None and made < (op.sent_at - _SLACK).date().isoformat():
            return False
        if "DocDate" in op.fields and str(row.get("DocDate") or "")[:10] != str(op.fields["DocDate"] or "")[:10]:
            return False
        for name in (self._entity.label, _REMARKS):
            given = op.fields.get(name)
            if given and name in self._told.types and str(row.get(name) or "").strip() != str(given).strip():
                return False
        return AMOUNT not in op.fields or paid(row) == bodies.number(op.fields[AMOUNT])
