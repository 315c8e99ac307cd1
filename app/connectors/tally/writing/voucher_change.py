"""Changes of a voucher that is there: altered, cancelled, brought back, deleted (docs/protocols/tally.md: Writing vouchers)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.connectors.base import ConnectionSettings, WriteKind, WriteOp, Written
from app.connectors.tally.roles import Roles
from app.connectors.tally.writing import periods, totals, unlinked, voucher_body
from app.connectors.tally.writing.importing import CreatedInstead, Expected, ImportAnswer
from app.connectors.tally.writing.voucher_body import Target
from app.connectors.tally.writing.voucher_compose import Composer
from app.connectors.tally.writing.voucher_plan import same_line
from app.connectors.tally.writing.voucher_present import Present
from app.connectors.tally.writing.voucher_wire import LOOKED_UP, Wire, called, saved_already, sentence
from app.connectors.tally.writing.writer import Counter
from app.connectors.tally.writing.xml_out import Xml
from app.model.cancel import CancelToken
from app.model.errors import Gone, Rejected, UnknownOutcome
from app.model.records import RemoteRecord

#: Sums that a change makes anew: the present ones don't count.
_SUMS = ("TOTAL", "SUBTOTAL", "TAXTOTAL")
_SUMMED = frozenset({"LINES", "TAXES", "ROUNDOFF"})
#: What can be changed together with a cancellation.
_WITH_CANCEL = frozenset({"NARRATION", "STATUS"})


@dataclass
class Change:
    """One op on a voucher that is there: an update, a cancellation, a deletion."""

    wire: Wire
    settings: ConnectionSettings
    op: WriteOp
    roles: Roles
    present: Present

    @property
    def _what(self) -> str:
        return called(self.op)

    def run(self, cancel: CancelToken) -> Written:
        op, present = self.op, self.present
        if op.kind is WriteKind.DELETE:
            return self._delete(cancel)
        # What isn't sent stays as Tally has it: the hub may think otherwise (a conflict that waits for a decision, a number that
        # Tally gave, a draft). Sums are the hub's where it changes what they are of.
        fields = {name: value for name, value in present.record.fields.items() if name not in _SUMS}
        revived = present.status == "cancelled" and op.fields.get("STATUS") not in (None, "cancelled")
        # A cancelled voucher shows nothing of what it held.
        fields |= totals.completed(op.whole if revived else self._with_unlinked(op.fields))
        if _SUMMED & op.fields.keys():
            fields |= {name: op.whole[name] for name in _SUMS if name in op.whole and name not in op.fields}
        fields["STATUS"] = fields.get("STATUS") or present.status
        fields["DATE"] = fields.get("DATE") or present.day
        if fields["STATUS"] == "cancelled":
            return self._cancel(fields, cancel)
        return self._alter(fields, cancel)

    def _with_unlinked(self, fields: Mapping[str, Any]) -> Mapping[str, Any]:
        lines, shown = fields.get("LINES"), self.present.record.fields.get("LINES")
        if not lines or not shown:
            return fields
        return {**fields, "LINES": unlinked.completed(lines, shown, same_line)}

    def _alter(self, fields: Mapping[str, Any], cancel: CancelToken) -> Written:
        op, present, wire = self.op, self.present, self.wire
        if fields["DATE"] != present.day:
            periods.check_day(wire.session, fields["DATE"], cancel)
        target = wire.target(present, op, cancel)
        if present.status == "cancelled" and not target.key:
            raise Rejected(
                f"{sentence(self._what)} was cancelled in Tally, where it was entered by hand. Nothing was sent.",
                field="STATUS",
                code="cancelled_there",
                hint="Enter it anew in Tally, or make a new one in SalesMate Sync.",
            )
        composer = Composer(wire.session, wire.lookup, self.settings, op, self.roles, fields, present)
        body, notes = composer.compose(target, cancel)
        answer = self._send(body, "alter", target, cancel)
        record = self._read_back(answer)
        return wire.written(op, record, fields, notes, changed=op.fields)

    def _cancel(self, fields: Mapping[str, Any], cancel: CancelToken) -> Written:
        op, present, wire = self.op, self.present, self.wire
        if present.status == "cancelled" and set(op.fields) - _WITH_CANCEL:
            raise Rejected(
                f"{sentence(self._what)} is cancelled in Tally: only its narration can be changed. Nothing was sent.",
                code="cancelled_there",
                hint="Set its status to posted first, if it shall count again.",
            )
        key, narration = present.record.hub_key, fields.get("NARRATION")
        target = wire.target(present, op, cancel)
        body = voucher_body.cancellation(
            target,
            present.type,
            present.day,
            present.number,
            voucher_body.with_key(narration, key) if key else str(narration or ""),
        )
        answer = self._send(body, "cancel", target, cancel)
        record = self._read_back(answer)
        if record.fields.get("STATUS") != "cancelled":
            raise UnknownOutcome(
                f"Tally says that it cancelled {self._what}, but shows it uncancelled.", hint=LOOKED_UP
            )
        besides = set(op.fields) - _WITH_CANCEL
        notes = ["It was cancelled; what else was changed in it was not sent"] if besides else []
        return wire.written(op, record, {}, notes)

    def _delete(self, cancel: CancelToken) -> Written:
        present, wire = self.present, self.wire
        target = wire.target(present, self.op, cancel)
        body = voucher_body.deletion(target, present.type, present.day, present.number)
        self._send(body, "delete", target, cancel)
        with saved_already(self._what):
            gone = wire.is_gone(int(present.record.id), self.roles)
        if not gone:
            raise UnknownOutcome(f"Tally says that it deleted {self._what}, but still shows it.", hint=LOOKED_UP)
        return Written(None)

    def _send(self, body: Xml, expected: Expected, target: Target, cancel: CancelToken) -> ImportAnswer:
        try:
            answer = self.wire.send(body, expected, self._what, cancel)
        except CreatedInstead as error:
            raise self.wire.made_another(error, self.op, self.present, target) from error
        except Rejected as error:
            if error.code == "not_there":
                raise Gone(f"{sentence(self._what)} is not in Tally any more. Nothing was sent.") from error
            raise
        guard = self.wire.guard
        (guard.deleted if expected == "delete" else guard.saved)(Counter.VOUCHERS)
        return answer

    def _read_back(self, answer: ImportAnswer) -> RemoteRecord:
        """Our voucher, and that it is the one that was changed."""
        present = self.present
        record = self.wire.read_back(int(present.record.id), self.op, self.roles)
        if int(record.version) <= int(present.record.version):
            raise Rejected(
                f"ATTENTION: Tally says that it changed {self._what}, but must have changed another voucher "
                f"(perhaps the one with id {answer.last_voucher_id}). Both must be looked at in Tally.",
                code="wrong_voucher",
                hint="Compare the vouchers of that day in Tally, and correct the one that should not have changed.",
            )
        return record
