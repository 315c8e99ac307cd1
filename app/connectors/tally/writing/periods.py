"""Whether Tally will take a voucher of a day, asked before it is sent (docs/protocols/tally.md: Writing vouchers)."""

from __future__ import annotations

from datetime import date, timedelta

from app.connectors.tally.licence import Licence, read_licence
from app.connectors.tally.session import Session
from app.connectors.tally.writing.voucher_body import long_day
from app.model.cancel import CancelToken
from app.model.errors import ConnectorError, NotReady, Rejected, Unreachable

#: The days that an Educational licence takes. The sources differ on the last day of shorter months: Tally may answer that itself.
_EDUCATIONAL_DAYS = (1, 2, 31)


def check_day(session: Session, day: str, cancel: CancelToken) -> None:
    """That a voucher dated ``day`` (ISO) lies in the books and suits the licence. Raises :class:`Rejected`: nothing is sent."""
    try:
        when = date.fromisoformat(day)
    except ValueError:
        raise Rejected(f"“{day}” is not a date. Nothing was sent.", field="DATE") from None
    company = session.company
    if when < session.first_day:
        raise Rejected(
            f"The books of “{company.name}” begin on {long_day(session.first_day.isoformat())}; this document is dated "
            f"{long_day(day)}. Nothing was sent.",
            field="DATE",
            code="before_books",
            hint="Correct its date, or keep it in SalesMate Sync only.",
        )
    if company.ending_at and when > date.fromisoformat(company.ending_at) and when > session.today:
        # A day that has come opens a new year by itself.
        raise Rejected(
            f"The period of “{company.name}” ends on {long_day(company.ending_at)}; this document is dated {long_day(day)}, which "
            "is still to come. Nothing was sent.",
            field="DATE",
            code="after_period",
            hint="Correct its date, or set a longer period in Tally (Alt+F2); then send it again.",
            retryable=True,
        )
    if not _educational_day(when) and _is_educational(session, cancel):
        raise Rejected(
            f"Tally runs with an Educational licence, which takes vouchers dated the 1st, 2nd or 31st only; this one is dated "
            f"{long_day(day)}. Nothing was sent.",
            field="DATE",
            code="educational_date",
            hint="Activate the licence in Tally, then send it again.",
            retryable=True,
        )


def _educational_day(when: date) -> bool:
    return when.day in _EDUCATIONAL_DAYS or (when + timedelta(days=1)).day == 1


def _is_educational(session: Session, cancel: CancelToken) -> bool:
    """Asked once a day, an Educational one once a run: it may have been activated since. A release that doesn't tell is taken for
    licensed."""
    asked = session.scratch.get("educational")
    if asked is not None:
        return bool(asked)
    today = session.today.isoformat()
    known = session.load("licence")
    if isinstance(known, dict) and known.get("day") == today and not known["educational"]:
        return False
    try:
        licence = read_licence(session.client, cancel)
    except (NotReady, Unreachable):
        raise
    except ConnectorError:
        licence = Licence()
    educational = session.scratch["educational"] = bool(licence.educational)
    session.save("licence", {"day": today, "educational": educational})
    return educational
