"""A voucher's write on its way: how Tally finds it, the import, the reading back (docs/protocols/tally.md: Writing vouchers)."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date
from typing import Any

from app.connectors.base import WriteOp, Written
from app.connectors.tally import changes, requests
from app.connectors.tally.roles import Roles
from app.connectors.tally.session import Session
from app.connectors.tally.vouchers import ORDER, RECEIPT, SALE
from app.connectors.tally.writing import importing, voucher_body
from app.connectors.tally.writing.importing import CreatedInstead, Expected, ImportAnswer
from app.connectors.tally.writing.voucher_body import Target
from app.connectors.tally.writing.voucher_lookup import Lookup
from app.connectors.tally.writing.voucher_notes import notes_on
from app.connectors.tally.writing.voucher_present import Present, read_present
from app.connectors.tally.writing.writer import Counter, LotGuard
from app.connectors.tally.writing.xml_out import Xml
from app.model.cancel import CancelToken
from app.model.errors import ConnectorError, Gone, Rejected, Stale, UnknownOutcome
from app.model.records import RemoteRecord

_WORDS = {ORDER: "order", SALE: "invoice", RECEIPT: "receipt"}
LOOKED_UP = "It is looked up in Tally before anything else is done with it."


class Wire:
    """What all writes of vouchers in one session go through."""

    def __init__(self, session: Session, guard: LotGuard) -> None:
        self.session = session
        self.guard = guard
        self.lookup = Lookup(session)

    # -- what is there --------------------------------------------------------------------------------------------

    def present(self, op: WriteOp, roles: Roles, cancel: CancelToken) -> Present:
        present = read_present(self.session, ident_of(op), roles, cancel)
        if present is None or present.record.module != op.module:
            raise Gone(f"{sentence(called(op))} is not in Tally (any more). Nothing was sent.")
        expected = op.before.version if op.before is not None else op.expected_version
        if expected and present.record.version != expected:
            raise Stale(f"{sentence(called(op))} was changed in Tally in the meantime. Nothing was sent.")
        return present

    def target(self, present: Present, op: WriteOp, cancel: CancelToken) -> Target:
        """How Tally shall find a voucher that is there. Raises :class:`Rejected` where it can't be told apart from another."""
        if present.record.hub_key == op.hub_key.lower():
            return Target(key=op.hub_key)
        what = called(op)
        if not present.number:
            raise Rejected(
                f"{sentence(what)} was entered in Tally by hand and has no number, so it can't be changed from here. Nothing was "
                "sent.",
                code="no_number",
                hint="Make this change in Tally, or give it a number there and send it again.",
                retryable=True,
            )
        same = self.lookup.with_number(present.number, date.fromisoformat(present.day), cancel)
        others = [one for one in same if str(one.id) != present.record.id]
        if others:
            kinds = ", ".join(sorted({one.type for one in others}))
            raise Rejected(
                f"On {voucher_body.long_day(present.day)} Tally has other vouchers numbered {present.number}, too ({kinds}); it "
                f"would not tell them apart from {what}. Nothing was sent.",
                code="number_shared",
                field="VOUCHERNUMBER",
                hint="Make this change in Tally, or give one of them another number there and send it again.",
                retryable=True,
            )
        return Target(day=present.day, number=present.number)

    # -- sending ----------------------------------------------------------------------------------------------------

    def send(self, body: Xml, expected: Expected, what: str, cancel: CancelToken) -> ImportAnswer:
        """One import, judged. The company was just seen open."""
        request = requests.import_vouchers(self.session.company.name, body, what)
        answer = importing.send(self.session, request, cancel)
        importing.judge(answer, expected, what)
        return answer

    def made_another(self, error: CreatedInstead, op: WriteOp, present: Present, target: Target) -> Rejected | Gone:
        """A change made a new voucher. Was the one that was meant deleted in that moment, the new one is taken away again; else
        both are there, and only a person can tell what to do with them."""
        self.guard.saved(Counter.VOUCHERS)
        what, made = called(op), error.answer.last_voucher_id
        number = f"(id {made})"
        with suppress(ConnectorError):  # told all the same: nothing is tried again
            roles = self.session.roles(CancelToken())
            if made and target.key and self.is_gone(int(present.record.id), roles):
                record = self.read(made, roles, op, CancelToken())
                if record.hub_key == op.hub_key.lower():
                    body = voucher_body.deletion(target, present.type, str(record.fields["DATE"]), record.label)
                    self.send(body, "delete", what, CancelToken())
                    self.guard.deleted(Counter.VOUCHERS)
                    return Gone(f"{sentence(what)} was deleted in Tally just now; our change was taken back.")
            number = self._named(made, roles)
        return Rejected(
            f"ATTENTION: instead of changing {what}, Tally made a second voucher {number}. Both are in Tally now.",
            code="doubled",
            hint=f"Compare {what} with voucher {number} in Tally, and delete the one that is wrong.",
        )

    def _named(self, ident: int, roles: Roles) -> str:
        made = changes.read_voucher(self.session, ident, roles, CancelToken()).record if ident else None
        if not isinstance(made, RemoteRecord):
            return f"(id {ident})"
        return f"{made.label or 'without a number'} of {made.fields.get('DATE')} (id {ident})"

    # -- reading back -----------------------------------------------------------------------------------------------

    def read_back(self, ident: int, op: WriteOp, roles: Roles) -> RemoteRecord:
        """The voucher after our write. Never cancelled: it is saved."""
        with saved_already(called(op)):
            if not ident:
                day = date.fromisoformat(day_of(op))
                found = self.lookup.with_key(op.module, roles, op.hub_key, day, day, CancelToken())
                ident = found[-1] if found else 0
            if ident:
                return self.read(ident, roles, op, CancelToken())
        raise UnknownOutcome(f"Tally says that it saved {called(op)}, but does not show it.", hint=LOOKED_UP)

    def read(self, ident: int, roles: Roles, op: WriteOp, cancel: CancelToken) -> RemoteRecord:
        row = changes.read_voucher(self.session, ident, roles, cancel).record
        if not isinstance(row, RemoteRecord) or row.module != op.module:
            raise UnknownOutcome(f"Tally has {called(op)}, but it can't be read.", hint=LOOKED_UP)
        return row

    def written(
        self,
        op: WriteOp,
        record: RemoteRecord,
        meant: Mapping[str, Any],
        notes: list[str],
        changed: Container[str] | None = None,
    ) -> Written:
        """The outcome, with what Tally made of it (of an alteration only of what was ``changed``, but for its figures)."""
        exact = self.guard.exact(Counter.VOUCHERS, record.version)
        return Written(record, exact, (*notes, *notes_on(op.module, meant, record.fields, changed)))

    def is_gone(self, ident: int, roles: Roles) -> bool:
        return changes.read_voucher(self.session, ident, roles, CancelToken()).gone


@contextmanager
def saved_already(what: str) -> Iterator[None]:
    """Around the reading after a write: its errors say nothing was sent, but something was."""
    try:
        yield
    except ConnectorError as error:
        raise UnknownOutcome(
            f"Tally took {what}, but it could not be read back: {error.message}", hint=LOOKED_UP
        ) from error


def called(op: WriteOp) -> str:
    return f"the {_WORDS[op.module]} “{op.label}”" if op.label else f"the {_WORDS[op.module]}"


def sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def ident_of(op: WriteOp) -> int:
    ident = op.remote_id or (op.before.id if op.before is not None else "")
    if not ident.isdigit() or not int(ident):
        raise Gone(f"{sentence(called(op))} has no id of Tally's. Nothing was sent.")
    return int(ident)


def day_of(op: WriteOp) -> str:
    day = op.whole.get("DATE") or (op.before.fields.get("DATE") if op.before is not None else None)
    if not day:
        raise Rejected(f"{sentence(called(op))} has no date. Nothing was sent.", field="DATE", hint="Fill in its date.")
    return str(day)
