"""Sales orders, sales invoices and receipts written to Tally (docs/protocols/tally.md: Writing vouchers).

What we make carries our key twice: as REMOTEID, by which Tally finds it again, and at the end of the narration, by which we do. A
voucher that was entered by hand is found by its number and day, and only where no other has the same.
"""

from __future__ import annotations

from datetime import date, timedelta

from app.connectors.base import ConnectionSettings, WriteKind, WriteOp, Written
from app.connectors.tally import moved, probe
from app.connectors.tally.session import Session
from app.connectors.tally.vouchers import ORDER, raw_of, touched
from app.connectors.tally.writing import order_shape, periods, totals
from app.connectors.tally.writing.importing import AlteredInstead
from app.connectors.tally.writing.voucher_body import Target
from app.connectors.tally.writing.voucher_change import Change
from app.connectors.tally.writing.voucher_compose import Composer
from app.connectors.tally.writing.voucher_notes import notes_on
from app.connectors.tally.writing.voucher_wire import LOOKED_UP, Wire, called, day_of
from app.connectors.tally.writing.writer import Counter, LotGuard
from app.model.cancel import CancelToken
from app.model.errors import Rejected, UnknownOutcome
from app.model.records import RemoteRecord

#: How far around its day a voucher is looked for that may have been moved in Tally.
_AROUND = timedelta(days=31)


class VoucherWriter:
    """Writes the vouchers of one session."""

    def __init__(self, session: Session, guard: LotGuard, settings: ConnectionSettings) -> None:
        self._session = session
        self._guard = guard
        self._settings = settings
        self._wire = Wire(session, guard)

    def write(self, op: WriteOp, cancel: CancelToken) -> Written:
        probe.ensure(self._session, cancel)
        if op.kind is WriteKind.CREATE:
            return self._create(op, cancel)
        self._guard.ready(cancel)
        roles = self._session.roles(cancel)
        present = self._wire.present(op, roles, cancel)
        moved.note(self._session, *touched(raw_of(present.node)))
        return Change(self._wire, self._settings, op, roles, present).run(cancel)

    def find(self, op: WriteOp, cancel: CancelToken) -> RemoteRecord | None:
        """The voucher that bears our key: on its day, else in the month before or after. Tally does one thing after the other, so
        this look is answered after whatever became of the create."""
        probe.ensure(self._session, cancel)
        self._guard.ready(cancel)
        roles = self._session.roles(cancel)
        day = date.fromisoformat(day_of(op))
        for low, high in ((day, day), (day - _AROUND, day + _AROUND)):
            found = self._wire.lookup.with_key(op.module, roles, op.hub_key, low, high, cancel)
            if found:
                # A copy made in Tally bears our key, too: the first one is ours.
                return self._wire.read(found[0], roles, op, cancel)
        return None

    def _create(self, op: WriteOp, cancel: CancelToken) -> Written:
        if op.whole.get("STATUS") == "cancelled":
            raise Rejected(
                f"“{op.label}” was cancelled before it reached Tally. Nothing was sent.",
                field="STATUS",
                code="cancelled_unsent",
                hint="There is nothing to do in Tally.",
            )
        day, whole = day_of(op), totals.completed(op.whole)
        periods.check_day(self._session, day, cancel)
        self._guard.ready(cancel)
        roles = self._session.roles(cancel)
        when = date.fromisoformat(day)
        there = self._wire.lookup.with_key(op.module, roles, op.hub_key, when, when, cancel)
        if there:
            record = self._wire.read(there[0], roles, op, cancel)
            note = "It was in Tally already, under our key; nothing was sent"
            return Written(record, exact=False, notes=(note, *notes_on(op.module, whole, record.fields)))
        composer = Composer(self._session, self._wire.lookup, self._settings, op, roles, whole)
        body, notes = composer.compose(Target(key=op.hub_key), cancel)
        what = called(op)
        try:
            answer = self._wire.send(body, "create", what, cancel)
        except AlteredInstead as error:
            self._guard.saved(Counter.VOUCHERS)
            record = self._wire.read_back(error.answer.last_voucher_id, op, roles)
            note = f"It was in Tally already, dated {record.fields.get('DATE')}, and was written over with what SalesMate Sync has"
            return Written(record, exact=False, notes=(note, *notes_on(op.module, whole, record.fields)))
        except Rejected as error:
            raise self._learn_from(error, composer) from error
        self._guard.saved(Counter.VOUCHERS)
        record = self._wire.read_back(answer.last_voucher_id, op, roles)
        if record.hub_key != op.hub_key.lower():
            raise UnknownOutcome(f"Tally says that it saved {what}, but shows another voucher for it.", hint=LOOKED_UP)
        return self._wire.written(op, record, whole, notes)

    def _learn_from(self, error: Rejected, composer: Composer) -> Rejected:
        """A refusal of the form that we gave it: learn the form anew next time."""
        if error.code not in ("order_number", "godown_missing"):
            return error
        op = composer.op
        order_shape.forget(self._session, op.module, composer.type)
        name = "sales order" if op.module == ORDER else "sales invoice with goods"
        return Rejected(
            error.message,
            code=error.code,
            field=error.field,
            hint=f"Enter one {name} by hand in Tally, then try again: its form is taken over."
            + (" Or choose the godown in the connection's settings." if error.code == "godown_missing" else ""),
            retryable=True,
        )
