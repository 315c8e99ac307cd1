"""One import: it is sent, its answer understood, and what the answer means decided (docs/protocols/tally.md: Import answers)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from lxml import etree

from app.connectors.tally import errors
from app.connectors.tally.answers import parse_piece
from app.connectors.tally.requests import Request
from app.connectors.tally.session import Session
from app.connectors.tally.writing import refusals
from app.model.cancel import CancelToken
from app.model.errors import BadAnswer, ConnectorError, Rejected, UnknownOutcome

Expected = Literal["create", "alter", "delete", "cancel"]
_NEEDED = ("CREATED", "ALTERED", "DELETED", "ERRORS", "EXCEPTIONS")


@dataclass(frozen=True)
class ImportAnswer:
    """Tally's counters. ``last_voucher_id`` is the MasterID of the last voucher saved; masters have none."""

    created: int = 0
    altered: int = 0
    deleted: int = 0
    last_voucher_id: int = 0
    combined: int = 0
    ignored: int = 0
    errors: int = 0
    cancelled: int = 0
    exceptions: int = 0
    line_errors: tuple[str, ...] = ()

    @property
    def said(self) -> str:
        return " ".join(self.line_errors)


class AlteredInstead(Rejected):
    """A create fell on an object that was there, and altered it: the name (or the voucher's key) wasn't free any more. **Something
    was saved.** ``answer`` is Tally's."""

    code = "altered_instead"

    def __init__(self, what: str, answer: ImportAnswer) -> None:
        super().__init__(
            f"Tally had {what} already and changed it instead of making a new one.",
            code=self.code,
            hint="It was made in Tally in the very same moment. Compare it with SalesMate Sync's record.",
        )
        self.answer = answer


class CreatedInstead(UnknownOutcome):
    """A change of what was there made a new object: what was meant isn't there any more, or Tally didn't find it. **Something was
    saved.** ``answer`` is Tally's."""

    def __init__(self, what: str, answer: ImportAnswer) -> None:
        super().__init__(
            f"Tally made a new record instead of changing {what}.",
            hint="It is looked up in Tally before anything else is done with it.",
        )
        self.answer = answer


def send(session: Session, request: Request, cancel: CancelToken) -> ImportAnswer:
    """Send one import and understand the answer.

    Raises :class:`UnknownOutcome` when a byte may have left and no clear answer came; :class:`Rejected` when Tally did not
    understand the request at all; what hinders the sending (``Unreachable``, ``NotReady``) as it is: nothing was sent then.
    """
    return understand(session.client.deliver(request, cancel), request.what)


def understand(answer: bytes, what: str) -> ImportAnswer:
    """The counters in an answer (clean bytes), in whichever of Tally's forms. Raises as :func:`send`."""
    if not answer.strip():
        raise errors.no_import_answer(what, "Tally gave an empty answer")
    if b"Unknown Request" in answer:
        raise Rejected(
            f"Tally did not understand the request for {what} and did nothing.",
            code="unknown_request",
            hint="Another program may answer on this port, or this is a very old Tally. Run the connection test.",
        )
    try:
        root = parse_piece(answer)
    except BadAnswer as error:
        raise errors.lost_answer(what, error) from error
    said = tuple(_texts(root))
    counters = _counters(root)
    if counters is not None:
        return ImportAnswer(**counters, line_errors=said)
    if said:
        # Refused as a whole (the company isn't open): Tally counts nothing then.
        return ImportAnswer(errors=1, line_errors=said)
    raise errors.no_import_answer(what, "its answer does not say what was done")


def _texts(root: etree._Element) -> Iterator[str]:
    for one in root.iter("LINEERROR", "ERRORMSG"):
        text = " ".join((one.text or "").split())
        if text:
            yield text


_COUNTERS = {
    "created": "CREATED",
    "altered": "ALTERED",
    "deleted": "DELETED",
    "last_voucher_id": "LASTVCHID",
    "combined": "COMBINED",
    "ignored": "IGNORED",
    "errors": "ERRORS",
    "cancelled": "CANCELLED",
    "exceptions": "EXCEPTIONS",
}


def _counters(root: etree._Element) -> dict[str, Any] | None:
    """The counters: in a bare RESPONSE, or in an ENVELOPE's IMPORTRESULT."""
    for holder in root.iter("IMPORTRESULT", "RESPONSE"):
        found = {str(one.tag): (one.text or "").strip() for one in holder}
        if all(name in found for name in _NEEDED):
            try:
                return {name: int(found.get(tag) or 0) for name, tag in _COUNTERS.items()}
            except ValueError:
                return None
    return None


def judge(answer: ImportAnswer, expected: Expected, what: str) -> None:
    """That Tally did what was meant: the intended counter moved, nothing was refused and nothing said.

    Raises :class:`Rejected` (or ``NotReady`` when the company isn't open), :class:`AlteredInstead` when a create altered what was
    there, :class:`CreatedInstead` the other way round, :class:`UnknownOutcome` when Tally says both that it did it and that it
    didn't.
    """
    done = answer.created + answer.altered + answer.deleted + answer.cancelled
    refused = answer.errors or answer.exceptions or answer.line_errors
    if refused and done:
        raise UnknownOutcome(
            f"Tally says of {what} both that it was saved and that it was refused"
            f" ({answer.said or 'without a reason'}).",
            hint="It is looked up in Tally before anything else is done with it.",
        )
    if refused:
        raise refusal(answer, what)
    if not done:
        raise refusals.nothing_done(what)
    if expected == "create" and not answer.created:
        if answer.altered:
            raise AlteredInstead(what, answer)
        raise _other_counter(what, answer)
    if expected != "create" and answer.created:
        raise CreatedInstead(what, answer)
    # A cancelled voucher is counted as altered (docs/protocols/tally.md: Writing).
    meant = {
        "create": answer.created,
        "alter": answer.altered,
        "delete": answer.deleted,
        "cancel": answer.altered + answer.cancelled,
    }
    if not meant[expected]:
        raise _other_counter(what, answer)


def refusal(answer: ImportAnswer, what: str) -> ConnectorError:
    """Our error for a refusal."""
    return refusals.from_text(answer.said, what) if answer.line_errors else refusals.silent(what)


def _other_counter(what: str, answer: ImportAnswer) -> UnknownOutcome:
    return UnknownOutcome(
        f"Tally did something else with {what} than was asked (created {answer.created}, altered {answer.altered}, "
        f"deleted {answer.deleted}).",
        hint="It is looked up in Tally before anything else is done with it.",
    )
