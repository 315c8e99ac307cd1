"""What goes wrong with Tally, in plain words: one table from its texts, and one function for each trouble on the wire.

(docs/protocols/tally.md: Errors) HTTP is always 200; what went wrong stands in the body, or there is no body.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.model.errors import (
    LEFT_IN_FLIGHT,
    BadAnswer,
    ConnectorError,
    Misconfigured,
    NotReady,
    Rejected,
    UnknownOutcome,
    Unreachable,
)

LOOK = (
    "Look at the Tally window for a message and answer it. If there is none, Tally is busy: the next sync goes on by "
    "itself."
)
WHERE_PORT = (
    "In Tally press F1 (Help) > Settings > Connectivity: set “TallyPrime acts as” to Both and note the port (9000 as a "
    "rule)."
)


@dataclass(frozen=True)
class _Row:
    pattern: re.Pattern[str]
    make: type[ConnectorError]
    code: str
    message: str
    hint: str


def _row(pattern: str, make: type[ConnectorError], code: str, message: str, hint: str) -> _Row:
    return _Row(re.compile(pattern, re.IGNORECASE | re.DOTALL), make, code, message, hint)


#: The code of the answer to a deleted or never-used id.
NO_SUCH_VOUCHER = "no_such_voucher"

#: Tally's own texts. ``{1}`` in a message is the pattern's first group, ``{0}`` the whole text.
TABLE: tuple[_Row, ...] = (
    _row(
        r"could not find voucher:id:\d+",
        BadAnswer,
        NO_SUCH_VOUCHER,
        "Tally has no such voucher.",
        "It was deleted in Tally.",
    ),
    _row(
        r"could not set '?SVCurrentCompany'? to '(.*?)'",
        NotReady,
        "company_not_open",
        "The company “{1}” is not open in Tally. Nothing was read or written.",
        "Open the company in Tally (F3), then sync again. If it was renamed, choose it anew in the settings.",
    ),
    _row(
        r"could not find company",
        NotReady,
        "no_company_open",
        "No company is open in Tally. Nothing was read or written.",
        "Open the company in Tally (F3), then sync again.",
    ),
    _row(
        r"unknown request",
        BadAnswer,
        "unknown_request",
        "Tally did not understand the request and did nothing.",
        "Another program may answer on this port, or this is a very old Tally. Run the connection test.",
    ),
    _row(
        r"could not find:? *(\$\$\w+)",
        BadAnswer,
        "unknown_function",
        "This release of Tally does not know “{1}”. Nothing was used.",
        "Run the connection test and tell support which release it shows.",
    ),
    _row(
        r"could not find report",
        BadAnswer,
        "unknown_report",
        "This release of Tally lacks a report that is needed: {0}",
        "Run the connection test and tell support which release it shows.",
    ),
    _row(
        r"error in tdl",
        BadAnswer,
        "error_in_tdl",
        "Tally could not carry out the request ({0}).",
        "If add-ons (TDLs) are loaded in Tally, try without them.",
    ),
    _row(
        r"voucher date is missing|out of range|date cannot be below",
        Rejected,
        "date_refused",
        "Tally does not take a voucher of that date ({0}).",
        "An Educational licence takes only the 1st, 2nd and 31st of a month; else it lies outside the books' period.",
    ),
)


def from_text(text: str) -> ConnectorError:
    """Our error for what Tally said in a LINEERROR, ERRORMSG or RESPONSE."""
    clean = " ".join(text.split())[:300]
    for row in TABLE:
        match = row.pattern.search(clean)
        if match:
            groups = [clean, *[group or "" for group in match.groups()], ""]
            return row.make(row.message.format(*groups), hint=row.hint, code=row.code)
    return BadAnswer(f"Tally refused the request: {clean or 'no reason given'}", hint="Nothing was used. " + LOOK)


# -- the wire -----------------------------------------------------------------------------------------------------


def bad_address(text: str, why: str) -> Misconfigured:
    return Misconfigured(
        f"“{text}” can't be the address of a Tally: {why}.",
        code="bad_address",
        hint="Write it like http://192.168.1.20:9000 or http://localhost:9000.",
    )


def unknown_host(host: str) -> Unreachable:
    return Unreachable(
        f"No computer named “{host}” can be found on the network. Nothing was sent.",
        code="unknown_host",
        hint="Check the spelling, or use the PC's IP address.",
    )


def refused(where: str) -> Unreachable:
    return Unreachable(
        f"{where} is reachable, but nothing listens there. Nothing was sent.",
        code="refused",
        hint="Tally is closed, its connection is switched off, or it uses another port. " + WHERE_PORT,
    )


def no_route(where: str) -> Unreachable:
    return Unreachable(
        f"{where} did not answer the call at all. Nothing was sent.",
        code="no_route",
        hint="Check that the PC is on and in the same network, and that its firewall lets the port through.",
    )


def not_tally(where: str, what: str) -> Misconfigured:
    return Misconfigured(
        f"{where} answers, but it is not Tally ({what}).",
        code="not_tally",
        hint="Another program uses this port. " + WHERE_PORT,
    )


def empty_answer() -> NotReady:
    return NotReady(
        "Tally gave an empty answer. Nothing was used.",
        code="empty_answer",
        hint="As a rule no company is open, or a message waits in the Tally window. " + LOOK,
    )


def cut_off(where: str = "") -> BadAnswer:
    return BadAnswer(
        f"Tally's answer was cut off{where}. None of it was used.",
        code="cut_off",
        hint="The next sync asks again and goes on from where this one stopped.",
    )


def reset_in_answer() -> BadAnswer:
    return BadAnswer(
        "The connection to Tally broke in the middle of an answer. None of it was used.",
        code="reset",
        hint="Tally may have been closed or restarted. The next sync goes on from where this one stopped.",
    )


def reset_before_answer() -> BadAnswer:
    return BadAnswer(
        "Tally closed the connection without an answer.",
        code="reset",
        hint="Tally may have been closed or restarted, or it crashed. Start it, open the company, then sync again.",
    )


def wrong_count(found: int, expected: int) -> BadAnswer:
    return BadAnswer(
        f"Tally's answer holds {expected} objects, but only {found} could be read. None of it was used.",
        code="wrong_count",
        hint="The next sync asks again.",
    )


def unreadable(reason: str) -> BadAnswer:
    return BadAnswer(
        f"Tally's answer can't be read ({reason}). None of it was used.",
        code="unreadable",
        hint="The next sync asks again. If it stays, send support the diagnostics bundle.",
    )


def failed_status() -> BadAnswer:
    return BadAnswer(
        "Tally says that it could not carry out the request, without a reason.", code="failed_status", hint=LOOK
    )


def not_honoured(what: str) -> BadAnswer:
    return BadAnswer(
        f"Tally did not keep to the {what} that was asked for. None of the answer was used.",
        code="not_honoured",
        hint="An Educational licence does this. Run the connection test: it shows the licence.",
    )


def filters_ignored() -> Misconfigured:
    return Misconfigured(
        "This Tally ignores the filters of a request, so it can't be read in parts.",
        code="filters_ignored",
        hint="Run the connection test and tell support which release it shows.",
    )


def lost_answer(what: str, why: ConnectorError) -> UnknownOutcome:
    """The answer to a write didn't come (whole)."""
    return UnknownOutcome(
        f"Whether our change of {what} was done in Tally is not known: {why.message}",
        hint=why.hint if isinstance(why, NotReady) else _LOOKED_UP,
    )


def no_import_answer(what: str, why: str) -> UnknownOutcome:
    """What came isn't the answer to a write."""
    return UnknownOutcome(f"Whether our change of {what} was done in Tally is not known: {why}.", hint=_LOOKED_UP)


_LOOKED_UP = "Nothing is sent again before it was looked up in Tally. " + LOOK


# -- waiting ------------------------------------------------------------------------------------------------------


def _clock(moment: datetime) -> str:
    return moment.astimezone().strftime("%H:%M:%S")


def no_answer(seconds: float, what: str, since: datetime) -> NotReady:
    return NotReady(
        f"Tally has not answered for {seconds:g} s (asked at {_clock(since)} for {what}).", code="no_answer", hint=LOOK
    )


def stalled(seconds: float, what: str) -> NotReady:
    return NotReady(
        f"Tally stopped in the middle of its answer for {seconds:g} s ({what}). None of it was used.",
        code="stalled",
        hint=LOOK,
    )


def still_waiting(what: str, since: datetime, until: datetime) -> NotReady:
    return NotReady(
        f"Tally still works on an earlier request (asked at {_clock(since)} for {what}); nothing more is sent until it "
        f"has answered or was restarted, at the latest until {_clock(until)}.",
        code="still_waiting",
        hint=LOOK,
    )


def left_in_flight(what: str, since: datetime, until: datetime) -> NotReady:
    return NotReady(
        f"SalesMate Sync was ended while Tally worked on a request (asked at {_clock(since)} for {what}). It may "
        f"still be at it, so nothing is sent until {_clock(until)}.",
        code=LEFT_IN_FLIGHT,
        hint="If the Tally window is idle and shows no message, say so on this run's page or after a test of the "
        "connection: that ends the wait.",
    )


def in_use(what: str) -> NotReady:
    doing = f" (for {what})" if what else ""
    return NotReady(
        f"Another run of SalesMate Sync on this PC is talking to this Tally{doing}.",
        code="in_use",
        hint="Wait until it has ended, then sync again. If that takes long, look at the Tally window for a message.",
    )


# -- companies ----------------------------------------------------------------------------------------------------


def no_company_open() -> NotReady:
    return NotReady(
        "Tally runs, but no company is open in it.",
        code="no_company_open",
        hint="Open the company in Tally (F3). Just after its start Tally needs some seconds to open it.",
    )


def company_not_open(name: str, open_names: Sequence[str]) -> NotReady:
    opened = ", ".join(f"“{one}”" for one in open_names)
    return NotReady(
        f"The company “{name}” is not open in Tally. Open are: {opened}. Nothing was read or written.",
        code="company_not_open",
        hint="Open it in Tally (F3), or choose another company in the connection's settings.",
    )


def other_data(name: str, where: str) -> NotReady:
    return NotReady(
        f"Another company named “{name}” was opened in Tally in place of ours; its data lie in {where}. Nothing was read or "
        "written.",
        code="company_not_open",
        hint="Open the right one in Tally (F3), then sync again.",
    )


def same_name_twice(name: str, folders: Sequence[str]) -> NotReady:
    where = " and ".join(folders)
    return NotReady(
        f"Two companies named “{name}” are open in Tally ({where}); it can't be told which of them would be written to. "
        "Nothing was sent.",
        code="same_name_twice",
        hint="Close the other one in Tally, then sync again.",
    )


def other_company(name: str, guid: str) -> Misconfigured:
    return Misconfigured(
        f"A company named “{name}” is open in Tally, but it is not the one this connection was made for ({guid}).",
        code="other_company",
        hint="Open the right company, or make a new connection for this one.",
    )


def no_company_chosen(open_names: Sequence[str]) -> Misconfigured:
    opened = ", ".join(f"“{one}”" for one in open_names) or "none"
    return Misconfigured(
        f"The connection does not say which company to sync. Open in Tally: {opened}.",
        code="no_company",
        hint="Choose the company in the connection's settings.",
    )
