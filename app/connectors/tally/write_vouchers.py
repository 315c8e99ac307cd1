"""Sales orders, sales invoices and receipts written to Tally (docs/protocols/tally.md: Writing vouchers).

What we make carries our key twice: as REMOTEID, by which Tally finds it again, and at the end of the narration, by which we do. A
voucher that was entered by hand is found by its number and day, and only where no other has the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

from app.connectors.base import ConnectionSettings, WriteKind, WriteOp, Written
from app.connectors.tally import changes, importing, order_shape, periods, probe, requests, voucher_body
from app.connectors.tally.choices import Chosen
from app.connectors.tally.importing import AlteredInstead, Expected, ImportAnswer
from app.connectors.tally.order_shape import Shape
from app.connectors.tally.receipt_plan import ReceiptPlanner
from app.connectors.tally.roles import Roles
from app.connectors.tally.session import Session
from app.connectors.tally.voucher_body import Entry, Goods, Head, Party, Target, View
from app.connectors.tally.voucher_lookup import Lookup
from app.connectors.tally.voucher_notes import notes_on
from app.connectors.tally.voucher_plan import DocumentPlanner
from app.connectors.tally.voucher_present import Present, read_present
from app.connectors.tally.vouchers import ORDER, RECEIPT, SALE
from app.connectors.tally.writer import Counter, LotGuard
from app.connectors.tally.xml_out import Xml
from app.model.cancel import CancelToken
from app.model.errors import ConnectorError, Gone, Rejected, Stale, UnknownOutcome
from app.model.records import RemoteRecord

_WORDS = {ORDER: "order", SALE: "invoice", RECEIPT: "receipt"}
#: Sums that a change makes anew: the present ones don't count.
_SUMS = ("TOTAL", "SUBTOTAL", "TAXTOTAL")
#: How far around its day a voucher is looked for that may have been moved in Tally.
_AROUND = timedelta(days=31)
_LOOKED_UP = "It is looked up in Tally before anything else is done with it."


class VoucherWriter:
    """Writes the vouchers of one session."""

    def __init__(self, session: Session, guard: LotGuard, settings: ConnectionSettings) -> None:
        self._session = session
        self._guard = guard
        self._settings = settings
        self._lookup = Lookup(session)

    def write(self, op: WriteOp, cancel: CancelToken) -> Written:
        probe.ensure(self._session, cancel)
        if op.kind is WriteKind.CREATE:
            return self._create(op, cancel)
        self._guard.ready(cancel)
        roles = self._session.roles(cancel)
        present = self._present(op, roles, cancel)
        return _Change(self, op, roles, present).run(cancel)

    def find(self, op: WriteOp, cancel: CancelToken) -> RemoteRecord | None:
        """The voucher that bears our key: on its day, else in the month before or after. Tally does one thing after the other, so
        this look is answered after whatever became of the create."""
        probe.ensure(self._session, cancel)
        self._guard.ready(cancel)
        roles = self._session.roles(cancel)
        day = date.fromisoformat(_day(op))
        for low, high in ((day, day), (day - _AROUND, day + _AROUND)):
            found = self._lookup.with_key(op.module, roles, op.hub_key, low, high, cancel)
            if found:
                # A copy made in Tally bears our key, too: the first one is ours.
                return self._read(found[0], roles, op, cancel)
        return None

    # -- create ---------------------------------------------------------------------------------------------------

    def _create(self, op: WriteOp, cancel: CancelToken) -> Written:
        if op.whole.get("STATUS") == "cancelled":
            raise Rejected(
                f"“{op.label}” was cancelled before it reached Tally. Nothing was sent.",
                field="STATUS",
                code="cancelled_unsent",
                hint="There is nothing to do in Tally.",
            )
        day = _day(op)
        periods.check_day(self._session, day, cancel)
        self._guard.ready(cancel)
        roles = self._session.roles(cancel)
        when = date.fromisoformat(day)
        there = self._lookup.with_key(op.module, roles, op.hub_key, when, when, cancel)
        if there:
            record = self._read(there[0], roles, op, cancel)
            note = "It was in Tally already, under our key; nothing was sent."
            return Written(record, exact=False, notes=(note, *notes_on(op.module, op.whole, record.fields)))
        body, notes = self.body(op, roles, op.whole, Target(key=op.hub_key), None, cancel)
        what = _called(op)
        try:
            answer = self.send(body, "create", what, cancel)
        except AlteredInstead as error:
            self._guard.saved(Counter.VOUCHERS)
            record = self.read_back(error.answer.last_voucher_id, op, roles)
            note = f"It was in Tally already, dated {record.fields.get('DATE')}, and was written over with what the hub has."
            return Written(record, exact=False, notes=(note, *notes_on(op.module, op.whole, record.fields)))
        except Rejected as error:
            raise self._learn_from(error, op, roles) from error
        self._guard.saved(Counter.VOUCHERS)
        record = self.read_back(answer.last_voucher_id, op, roles)
        if record.hub_key != op.hub_key.lower():
            raise UnknownOutcome(f"Tally says that it saved {what}, but shows another voucher for it.", hint=_LOOKED_UP)
        return self.written(op, record, op.whole, notes)

    def _learn_from(self, error: Rejected, op: WriteOp, roles: Roles) -> Rejected:
        """A refusal of the form that we gave it: learn the form anew next time."""
        if error.code not in ("order_number", "godown_missing"):
            return error
        order_shape.forget(self._session, op.module, self._type(op, roles))
        name = "sales order" if op.module == ORDER else "sales invoice with goods"
        return Rejected(
            error.message,
            code=error.code,
            field=error.field,
            hint=f"Enter one {name} by hand in Tally, then try again: its form is taken over."
            + (" Or choose the godown in the connection's settings." if error.code == "godown_missing" else ""),
            retryable=True,
        )

    # -- bodies ---------------------------------------------------------------------------------------------------

    def body(
        self,
        op: WriteOp,
        roles: Roles,
        fields: Mapping[str, Any],
        target: Target,
        present: Present | None,
        cancel: CancelToken,
        *,
        optional: bool | None = None,
    ) -> tuple[Xml, list[str]]:
        """The voucher as it is sent, and what is to be told of its form."""
        chosen = Chosen.of(self._settings, roles)
        type_ = present.type if present is not None else self._type(op, roles)
        if op.module == RECEIPT:
            receipt = ReceiptPlanner(op.module, roles, chosen, fields, op.references, present)
            party, entries, goods, shape = receipt.party(), receipt.receipt(), list[Goods](), order_shape.DEFAULT_SALE
        else:
            shape = self._shape(op, roles, type_, fields, cancel)
            units = self._units(op, fields, roles, cancel)
            plan = DocumentPlanner(
                op.module, roles, chosen, fields, op.references, present, shape, lambda item: units.get(item, "")
            )
            party = plan.party()
            entries, goods = plan.document()
        _check_balanced(entries, goods)
        head = self._head(op, roles, fields, type_, party, bool(goods), present, shape, cancel)
        if present is None:
            optional = self._as_optional or fields.get("STATUS") == "draft"
        body = voucher_body.document(target, _with(head, optional), entries, goods)
        notes = []
        if op.module == ORDER and present is None and not shape.learnt:
            notes.append("Tally had no sales order entered by hand to copy the form of; the usual form was sent.")
        return body, notes

    @property
    def _as_optional(self) -> bool:
        """Whether what we make is a draft in Tally (the default)."""
        setting = self._settings.auth.get("optional_vouchers", True)
        return str(setting).strip().lower() not in ("false", "no", "0", "off", "")

    def _type(self, op: WriteOp, roles: Roles) -> str:
        named = op.whole.get("VOUCHERTYPENAME")
        if named and roles.module_of(str(named)) == op.module:
            return str(named)
        return Chosen.of(self._settings, roles).voucher_type(op.module, "VOUCHERTYPENAME")

    def _shape(
        self, op: WriteOp, roles: Roles, type_: str, fields: Mapping[str, Any], cancel: CancelToken
    ) -> Shape:
        """The form of these books' own vouchers, where it matters: for goods."""
        if not any(line.get("STOCKITEM") for line in fields.get("LINES") or ()):
            return order_shape.DEFAULT_SALE
        return order_shape.shape_for(self._session, roles, op.module, type_, cancel)

    def _units(self, op: WriteOp, fields: Mapping[str, Any], roles: Roles, cancel: CancelToken) -> dict[str, str]:
        wanted = {
            str(line["STOCKITEM"])
            for line in fields.get("LINES") or ()
            if line.get("STOCKITEM") and line.get("BILLEDQTY") and not line.get("UNIT")
        }
        references = [one for (entity, key), one in op.references.items() if entity == "product" and key in wanted]
        return self._lookup.units(references, roles, cancel) if references else {}

    def _head(
        self,
        op: WriteOp,
        roles: Roles,
        fields: Mapping[str, Any],
        type_: str,
        party: str,
        has_goods: bool,
        present: Present | None,
        shape: Shape,
        cancel: CancelToken,
    ) -> Head:
        details = Party(party)
        stays = present is not None and present.record.fields.get("PARTYNAME") == party
        if op.module != RECEIPT and not stays:
            reference = op.references.get(("customer", str(fields.get("PARTY"))))
            details = self._lookup.party(party, reference, roles, cancel)
        view = voucher_body.view_of(op.module, has_goods)
        if present is not None and present.goods and has_goods:
            # Entered as a voucher, its goods below the sales ledger: so it stays.
            view = present.view
        # Scalars that are left out stay; on a change an empty one clears (docs/protocols/tally.md: Writing).
        empty = None if present is None else ""
        key = op.hub_key if present is None else present.record.hub_key
        narration = fields.get("NARRATION")
        return Head(
            op.module,
            type_,
            str(fields["DATE"]),
            details,
            number=str(fields.get("VOUCHERNUMBER") or "") or None,
            reference=None if op.module == RECEIPT else str(fields.get("REFERENCE") or "") or empty,
            narration=voucher_body.with_key(narration, key) if key else str(narration or "") or empty,
            place=str(fields.get("PLACEOFSUPPLY") or details.state) or None,
            view=view,
            company=shape.elements if present is None else (),
        )

    # -- sending and reading back ---------------------------------------------------------------------------------

    def send(self, body: Xml, expected: Expected, what: str, cancel: CancelToken) -> ImportAnswer:
        """One import, judged. The company was just seen open."""
        request = requests.import_vouchers(self._session.company.name, body, what)
        answer = importing.send(self._session, request, cancel)
        if expected != "create" and answer.created and not (answer.errors or answer.exceptions or answer.line_errors):
            self._guard.saved(Counter.VOUCHERS)
            raise self._doubled(answer, what)
        importing.judge(answer, expected, what)
        return answer

    def _doubled(self, answer: ImportAnswer, what: str) -> Rejected:
        """A change made a second voucher. Only a person can tell what to do with it."""
        number = f"(id {answer.last_voucher_id})"
        try:
            made = changes.read_voucher(
                self._session, answer.last_voucher_id, self._session.roles(CancelToken()), CancelToken()
            ).record
            if isinstance(made, RemoteRecord):
                number = f"{made.label or 'without a number'} of {made.fields.get('DATE')} {number}"
        except ConnectorError:
            pass
        return Rejected(
            f"ATTENTION: instead of changing {what}, Tally made a second voucher {number}. Both are in Tally now.",
            code="doubled",
            hint=f"Compare {what} with voucher {number} in Tally, and delete the one that is wrong.",
        )

    def _present(self, op: WriteOp, roles: Roles, cancel: CancelToken) -> Present:
        present = read_present(self._session, _ident(op), roles, cancel)
        if present is None or present.record.module != op.module:
            raise Gone(f"{_sentence(_called(op))} is not in Tally (any more). Nothing was sent.")
        expected = op.before.version if op.before is not None else op.expected_version
        if expected and present.record.version != expected:
            raise Stale(f"{_sentence(_called(op))} was changed in Tally in the meantime. Nothing was sent.")
        return present

    def read_back(self, ident: int, op: WriteOp, roles: Roles) -> RemoteRecord:
        """The voucher after our write. Never cancelled: it is saved."""
        with saved_already(_called(op)):
            if not ident:
                day = date.fromisoformat(_day(op))
                found = self._lookup.with_key(op.module, roles, op.hub_key, day, day, CancelToken())
                ident = found[-1] if found else 0
            if ident:
                return self._read(ident, roles, op, CancelToken())
        raise UnknownOutcome(f"Tally says that it saved {_called(op)}, but does not show it.", hint=_LOOKED_UP)

    def _read(self, ident: int, roles: Roles, op: WriteOp, cancel: CancelToken) -> RemoteRecord:
        row = changes.read_voucher(self._session, ident, roles, cancel).record
        if not isinstance(row, RemoteRecord) or row.module != op.module:
            raise UnknownOutcome(f"Tally has {_called(op)}, but it can't be read.", hint=_LOOKED_UP)
        return row

    def written(self, op: WriteOp, record: RemoteRecord, meant: Mapping[str, Any], notes: list[str]) -> Written:
        """The outcome, with what Tally made of it."""
        exact = self._guard.exact(Counter.VOUCHERS, record.version)
        return Written(record, exact, (*notes, *notes_on(op.module, meant, record.fields)))

    def target(self, present: Present, op: WriteOp, cancel: CancelToken) -> Target:
        """How Tally shall find a voucher that is there. Raises :class:`Rejected` where it can't be told apart from another."""
        if present.record.hub_key == op.hub_key.lower():
            return Target(key=op.hub_key)
        what = _called(op)
        if not present.number:
            raise Rejected(
                f"{_sentence(what)} was entered in Tally by hand and has no number, so it can't be changed from here. Nothing was sent.",
                code="no_number",
                hint="Make this change in Tally, or give it a number there and send it again.",
                retryable=True,
            )
        same = self._lookup.with_number(present.number, date.fromisoformat(present.day), cancel)
        others = [one for one in same if str(one.id) != present.record.id]
        if others:
            kinds = ", ".join(sorted({one.type for one in others}))
            raise Rejected(
                f"On {voucher_body.long_day(present.day)} Tally has other vouchers numbered {present.number}, too ({kinds}); it would "
                f"not tell them apart from {what}. Nothing was sent.",
                code="number_shared",
                field="VOUCHERNUMBER",
                hint="Make this change in Tally, or give one of them another number there and send it again.",
                retryable=True,
            )
        return Target(day=present.day, number=present.number)

    # -- what the guard is told -----------------------------------------------------------------------------------

    def saved(self) -> None:
        self._guard.saved(Counter.VOUCHERS)

    def removed(self) -> None:
        self._guard.deleted(Counter.VOUCHERS)

    def is_gone(self, ident: int, roles: Roles) -> bool:
        return changes.read_voucher(self._session, ident, roles, CancelToken()).gone

    def check_day(self, day: str, cancel: CancelToken) -> None:
        periods.check_day(self._session, day, cancel)


class _Change:
    """One change of a voucher that is there: an update, a cancellation, a deletion."""

    def __init__(self, writer: VoucherWriter, op: WriteOp, roles: Roles, present: Present) -> None:
        self._writer = writer
        self._op = op
        self._roles = roles
        self._present = present
        self._what = _called(op)

    def run(self, cancel: CancelToken) -> Written:
        op, present = self._op, self._present
        if op.kind is WriteKind.DELETE:
            return self._delete(cancel)
        # What the hub doesn't map stays as it is; sums of what changes are made anew.
        fields = {name: value for name, value in present.record.fields.items() if name not in _SUMS} | dict(op.whole)
        wanted = fields.get("STATUS") or present.status
        if wanted == "cancelled":
            return self._cancel(fields, cancel)
        return self._alter(fields, str(wanted), cancel)

    def _alter(self, fields: Mapping[str, Any], wanted: str, cancel: CancelToken) -> Written:
        op, present, writer = self._op, self._present, self._writer
        if str(fields.get("DATE")) != present.day:
            writer.check_day(str(fields.get("DATE")), cancel)
        target = writer.target(present, op, cancel)
        if present.status == "cancelled" and not target.key:
            raise Rejected(
                f"{_sentence(self._what)} was cancelled in Tally, where it was entered by hand. Nothing was sent.",
                field="STATUS",
                code="cancelled_there",
                hint="Enter it anew in Tally, or make a new one in the hub.",
            )
        body, notes = writer.body(
            op, self._roles, fields, target, present, cancel, optional=wanted == "draft"
        )
        answer = writer.send(body, "alter", self._what, cancel)
        writer.saved()
        record = self._read_back(answer)
        return writer.written(op, record, fields, notes)

    def _cancel(self, fields: Mapping[str, Any], cancel: CancelToken) -> Written:
        op, present, writer = self._op, self._present, self._writer
        if present.status == "cancelled" and set(op.fields) - {"NARRATION", "STATUS"}:
            raise Rejected(
                f"{_sentence(self._what)} is cancelled in Tally: only its narration can be changed. Nothing was sent.",
                code="cancelled_there",
                hint="Set its status to posted first, if it shall count again.",
            )
        key, narration = present.record.hub_key, fields.get("NARRATION")
        body = voucher_body.cancellation(
            writer.target(present, op, cancel),
            present.type,
            present.day,
            present.number,
            voucher_body.with_key(narration, key) if key else str(narration or ""),
        )
        answer = writer.send(body, "cancel", self._what, cancel)
        writer.saved()
        record = self._read_back(answer)
        if record.fields.get("STATUS") != "cancelled":
            raise UnknownOutcome(f"Tally says that it cancelled {self._what}, but shows it uncancelled.", hint=_LOOKED_UP)
        besides = set(op.fields) - {"NARRATION", "STATUS"}
        notes = ["It was cancelled; what else was changed in it was not sent."] if besides else []
        return writer.written(op, record, {}, notes)

    def _delete(self, cancel: CancelToken) -> Written:
        present, writer = self._present, self._writer
        target = writer.target(present, self._op, cancel)
        body = voucher_body.deletion(target, present.type, present.day, present.number)
        writer.send(body, "delete", self._what, cancel)
        writer.removed()
        with saved_already(self._what):
            gone = writer.is_gone(int(present.record.id), self._roles)
        if not gone:
            raise UnknownOutcome(f"Tally says that it deleted {self._what}, but still shows it.", hint=_LOOKED_UP)
        return Written(None)

    def _read_back(self, answer: ImportAnswer) -> RemoteRecord:
        """Our voucher, and that it is the one that was changed."""
        present = self._present
        record = self._writer.read_back(int(present.record.id), self._op, self._roles)
        other = answer.last_voucher_id and answer.last_voucher_id != int(present.record.id)
        if other or record.version == present.record.version:
            raise Rejected(
                f"ATTENTION: Tally says that it changed {self._what}, but changed another voucher"
                f"{f' (id {answer.last_voucher_id})' if other else ''}. Both must be looked at in Tally.",
                code="wrong_voucher",
                hint="Compare the vouchers of that day in Tally, and correct the one that should not have changed.",
            )
        return record


# -- small things -------------------------------------------------------------------------------------------------


@contextmanager
def saved_already(what: str) -> Iterator[None]:
    """Around the reading after a write: its errors say nothing was sent, but something was."""
    try:
        yield
    except ConnectorError as error:
        raise UnknownOutcome(
            f"Tally took {what}, but it could not be read back: {error.message}", hint=_LOOKED_UP
        ) from error


def _check_balanced(entries: list[Entry], goods: list[Goods]) -> None:
    """Nothing unbalanced is ever sent."""
    rest = sum(entry.amount for entry in entries) + sum(line.amount for line in goods)
    if rest:
        raise Rejected(
            f"What would be sent does not balance: {rest} is left over. Nothing was sent.",
            code="not_balanced",
            hint="Make this change in Tally, and send support the diagnostics bundle.",
        )


def _with(head: Head, optional: bool | None) -> Head:
    from dataclasses import replace

    return replace(head, optional=optional)


def _called(op: WriteOp) -> str:
    return f"the {_WORDS[op.module]} “{op.label}”" if op.label else f"the {_WORDS[op.module]}"


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _ident(op: WriteOp) -> int:
    ident = op.remote_id or (op.before.id if op.before is not None else "")
    if not ident.isdigit() or not int(ident):
        raise Gone(f"{_sentence(_called(op))} has no id of Tally's. Nothing was sent.")
    return int(ident)


def _day(op: WriteOp) -> str:
    day = op.whole.get("DATE") or (op.before.fields.get("DATE") if op.before is not None else None)
    if not day:
        raise Rejected(f"{_sentence(_called(op))} has no date. Nothing was sent.", field="DATE", hint="Fill in its date.")
    return str(day)


__all__ = ["VoucherWriter", "View"]
