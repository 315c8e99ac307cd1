"""What SAP says when it says no, in plain words: by its codes, never by its texts, which are in the user's language
(docs/protocols/sap.md: Errors).

Some codes (-1, -10, -5002) stand for many causes, and a company's own procedures say what they like: there SAP's text is shown.
"""

from __future__ import annotations

import re
from enum import StrEnum

from app.connectors.http.answers import Answer
from app.connectors.http.failures import Throttled
from app.connectors.odata.dialect import GATEWAY, Dialect, Fault
from app.connectors.sap.sentences import AGAIN, LET_IN, SUPPORT, TABLE, Refused
from app.model.errors import (
    ConnectorError,
    Misconfigured,
    NameTaken,
    NotReady,
    Rejected,
    Stale,
    UnknownOutcome,
)

TITLE = "SAP"
#: Of the login: the company is wrong; too many log in at the same time.
_NO_COMPANY, _CROWDED = "-306", "299"
_SESSION, _NODE, _MISSING = "301", "407", "-2028"
_FIELD = re.compile(r"[Pp]roperty '([A-Za-z]\w*)'|\[[A-Z0-9@_]+\.([A-Za-z]\w*)\]")
_LONGEST = 300


class Doing(StrEnum):
    """What a call is for: what an answer means depends on it."""

    READ = "read"
    CREATE = "create"
    CHANGE = "change"


class Again(ConnectorError):
    """What was sent was not looked at: it is sent once more, with a fresh proof of who we are."""

    def at_last(self) -> ConnectorError:
        """It was no use."""
        raise NotImplementedError


class SessionEnded(Again):
    """Unused for too long, or the server was restarted."""

    def at_last(self) -> ConnectorError:
        return _of_row("301")


class NodeBroken(Again):
    """Of several servers behind one address, the session's own is out of order."""

    def at_last(self) -> ConnectorError:
        return _of_row(_NODE, self.message)


class TokenWanted(Again):
    """Gateway takes writes only with a token that is fetched before."""

    def at_last(self) -> ConnectorError:
        return Misconfigured(
            "SAP Gateway gives us a token for writing and does not accept it. Nothing was written.",
            hint=LET_IN,
            code="sap_token",
        )


class Crowded(NotReady):
    """The login was refused because others log in at the same time."""


# --- whole answers -----------------------------------------------------------------------------------------------


def judge(answer: Answer, *, doing: Doing, dialect: Dialect) -> ConnectorError | Throttled | None:
    """What an answer means; ``None``: it is good, or its status says enough."""
    status = answer.status
    if status < 400 or status in {407, 429}:
        return None
    fault = dialect.fault(answer)
    if status == 401:
        return _of_row("-304") if dialect is GATEWAY else SessionEnded("")
    if status == 403 and answer.headers.get("x-csrf-token", "").lower() == "required":
        return TokenWanted("")
    if fault is None:
        alone = doing is not Doing.READ and status < 500 and status not in {408, 412, 428}
        return _refused_alone(status) if alone else _of_status(answer)
    if fault.code == _NODE:
        return NodeBroken(_reason(fault))
    if status == 408 or status >= 500:
        return _troubled(fault) if doing is Doing.READ else None
    return _of_fault(fault, status, doing)


def of_login(answer: Answer) -> ConnectorError | None:
    """What the answer to a login means. A password is refused under several codes, by the release."""
    if answer.good or answer.status in {403, 429}:
        return None
    fault = Dialect.fault(answer)
    code = fault.code if fault else ""
    if answer.status == 401:
        return _of_row(_NO_COMPANY if code == _NO_COMPANY else "-304")
    if code == _CROWDED:
        row = TABLE[_CROWDED]
        return Crowded(row.message, hint=row.hint, code="sap_299")
    if answer.status >= 500 and answer.status != 503:
        return NotReady(
            f"SAP could not let us in just now (status {answer.status}).",
            hint="It is tried again by itself. If it lasts, have the Service Layer looked at.",
            code=f"server_{answer.status}",
        )
    return _of_fault(fault, answer.status, Doing.READ) if fault else _of_status(answer)


def _refused_alone(status: int) -> ConnectorError:
    """Something before SAP (a proxy, a firewall) does not let this one record pass; others may."""
    return Rejected(
        f"Something between this computer and SAP refused this record (status {status}). It was not taken.",
        hint=f"Often a firewall takes offence at a text in it. {SUPPORT}",
        code="refused",
    )


def _of_status(answer: Answer) -> ConnectorError | None:
    """Without a word that can be read."""
    if answer.status == 404:
        return Misconfigured(
            "There is no Service Layer of SAP at this address.",
            hint="Look at the address: it looks like https://server:50000/b1s/v2, in small letters.",
            code="bad_address",
        )
    if answer.status in {412, 428}:
        return Stale(TABLE["-2039"].message, hint=AGAIN)
    if answer.status in {403, 408} or answer.status >= 500:
        return None
    return Refused(
        f"SAP refused the call (status {answer.status}) and does not say why. Nothing of the answer was used.",
        hint=f"{AGAIN} {SUPPORT}",
        code="refused",
    )


def _troubled(fault: Fault) -> ConnectorError:
    return NotReady(
        f"SAP could not answer just now{_reason(fault)}.",
        hint="It is tried again by itself. If it lasts, have the Service Layer looked at.",
        code=_name(fault.code),
    )


def _of_fault(fault: Fault, status: int, doing: Doing) -> ConnectorError:
    code = fault.code
    if status in {412, 428}:
        return Stale(TABLE["-2039"].message, hint=AGAIN)
    if code == _MISSING and doing is Doing.CREATE:
        return _draft()
    if code not in TABLE and status == 404:
        code = _MISSING
    row = TABLE.get(code)
    if row is None:
        return _unknown(fault, doing)
    if not issubclass(row.make, Rejected):
        return _of_row(code, _reason(fault))
    message = row.message.format(_reason(fault))
    if doing is Doing.READ:
        return Refused(message, hint=row.hint, code=_name(code))
    if row.make is NameTaken and doing is Doing.CREATE:
        return NameTaken(message, hint=row.hint)
    return Rejected(message, field=_field(fault), hint=row.hint, retryable=row.again, code=_name(code))


def _of_row(code: str, reason: str = "") -> ConnectorError:
    row = TABLE[code]
    found = row.make(row.message.format(reason), hint=row.hint)
    if found.code not in {"gone", "stale"}:  # the engine's own words
        found.code = _name(code)
    return found


def _unknown(fault: Fault, doing: Doing) -> ConnectorError:
    message = f"SAP refused this and calls it {_clean(fault.code) or 'an error'}{_reason(fault)}."
    hint = f"Put it right if the message says what is wrong. {SUPPORT}"
    if doing is Doing.READ:
        return Refused(message, hint=hint, code="refused")
    return Rejected(message, field=_field(fault), hint=hint, code="refused")


def _draft() -> UnknownOutcome:
    """A create that finds nothing: an approval procedure has made a draft of it, or a record that it names is not there."""
    return UnknownOutcome(
        "SAP took it and has no such record: an approval procedure may keep it as a draft until somebody approves it.",
        hint="Look among the drafts in SAP. The next sync finds out before anything else is sent.",
        code="sap_draft",
    )


# --- parts of an error -------------------------------------------------------------------------------------------


def _name(code: str) -> str:
    """What programs know our error by."""
    return f"sap_{re.sub('[^0-9A-Za-z]', '', code)}"


def _field(fault: Fault) -> str | None:
    found = _FIELD.search(fault.text)
    return (found[1] or found[2]) if found else None


def _reason(fault: Fault) -> str:
    """SAP's own words."""
    said = _clean(fault.text).rstrip(".")
    return f": “{said}”" if said else ""


def _clean(text: str) -> str:
    return " ".join("".join(one if one.isprintable() else " " for one in text).split())[:_LONGEST]
