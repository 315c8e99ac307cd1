"""What QuickBooks says when it says no, in plain words: by its codes (docs/protocols/quickbooks.md: Errors).

An error comes as ``{"Fault": …}``, as ``{"fault": …}`` in small letters, or as XML, under any status, 200 as well. Of QuickBooks'
own text only the reason of a business rule is passed on: nothing else says what is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any

from app.connectors.http.answers import Answer
from app.connectors.http.failures import Throttled, lost
from app.connectors.quickbooks.sentences import AGAIN, GONE, SUPPORT, TABLE, Refused
from app.model.errors import BadAnswer, ConnectorError, Forbidden, Gone, Misconfigured, NameTaken, Rejected, Stale

TITLE = "QuickBooks"
STALE, NOT_FOUND, THROTTLED, TAKEN = 5010, 610, 3001, 6240
#: What refuses the access token; a fresh one is tried before anything is said.
LOGIN_CODES = frozenset({100, 120, 3200})
#: It can't be told whether such a write was done.
_UNKNOWN = frozenset({10000})
_OF_LOGIN = re.compile(r"authenticat|authoriz", re.IGNORECASE)
#: Codes whose details say in QuickBooks' words what is wrong.
_SAYS = frozenset({2050, 2170, 2500, 6000, 6070})

_SAME_EACH_TIME = re.compile(
    r"^(Business Validation( Error)?|Invalid Reference Id|Invalid Enumeration)\s*:?\s*(Error \d+:\s*)?"
)

Object = Mapping[str, Any]


@dataclass(frozen=True)
class Fault:
    """One error of an answer. ``code`` is 0 where there is none that is a number; ``kind`` the fault's type. ``message`` is the
    same for all errors of a code, ``detail`` is not."""

    code: int
    kind: str
    detail: str
    message: str = ""
    element: str = ""


class LoginRefused(ConnectorError):
    """The access token was not accepted, whatever its time says: the client tries a fresh one."""

    def __init__(self, code: int) -> None:
        number = code if code in LOGIN_CODES else 3200
        self._row = TABLE[number]
        super().__init__(self._row.message, hint=self._row.hint, code=_name(number))

    def at_last(self) -> ConnectorError:
        """The fresh one wasn't accepted either."""
        return self._row.make(self.message, hint=self.hint, code=self.code)


# --- the three shapes --------------------------------------------------------------------------------------------


def faults_of(body: Any) -> list[Fault]:
    """Those of a body, or of one item of a batch; none for one that holds what was asked for."""
    if not isinstance(body, Mapping):
        return []
    found = body.get("Fault") or body.get("fault")
    if not isinstance(found, Mapping):
        return []
    kind, rows = str(found.get("type") or ""), found.get("Error") or found.get("error")
    made = [
        Fault(_number(row.get("code")), kind, *(_text(row, name) for name in ("Detail", "Message", "element")))
        for row in (rows if isinstance(rows, list) else ())
        if isinstance(row, Mapping)
    ]
    return made or [Fault(0, kind, "")]


def _text(row: Object, name: str) -> str:
    return str(row.get(name) or row.get(name.lower()) or "")


def _number(code: Any) -> int:
    text = str(code)
    return int(text) if text.isascii() and text.isdecimal() else 0


def _in_xml(text: str) -> list[Fault]:
    kind = re.search(r'<Fault\b[^>]*\btype="([^"]*)"', text)
    made = []
    for error in re.finditer(r"<Error\b([^>]*)>(.*?)</Error>", text, re.DOTALL):
        code = re.search(r'\bcode="(\d+)"', error[1])
        detail = re.search(r"<Detail>(.*?)</Detail>", error[2], re.DOTALL)
        made.append(
            Fault(_number(code[1]) if code else 0, kind[1] if kind else "", unescape(detail[1]) if detail else "")
        )
    return made


def _faults_in(answer: Answer) -> list[Fault]:
    """Cheap for an answer that holds what was asked for: large ones are read only once."""
    if _begins(answer) == b"<":
        return _in_xml(answer.text)
    start = answer.body[:_HEAD]
    if answer.good and b'"Fault"' not in start and b'"fault"' not in start:
        return []
    try:
        return faults_of(answer.json())
    except BadAnswer:  # a proxy's page
        return []


#: Of an answer as a whole a fault is told at its beginning, before or behind the time; within a list those of its items are.
_HEAD = 4096


def _begins(answer: Answer) -> bytes:
    return answer.body[:100].lstrip()[:1]


# --- whole answers -----------------------------------------------------------------------------------------------


def judge(answer: Answer, sent: Object | None = None) -> ConnectorError | Throttled | None:
    """What an answer means as a whole; ``None``: it is good, or tells of each item, or its status says enough. ``sent``: the object
    that was to be written, an empty one for several; ``None`` when something was asked."""
    if answer.status == 429:
        return None
    faults = _faults_in(answer)
    if not faults:
        return LoginRefused(0) if answer.status == 401 else _strange(answer) if sent is None else None
    codes = {fault.code for fault in faults}
    if THROTTLED in codes:
        return Throttled(None)
    for fault in faults:
        unnamed = fault.code not in TABLE and (answer.status == 401 or _OF_LOGIN.search(fault.kind))
        if fault.code in LOGIN_CODES or unnamed:
            return LoginRefused(fault.code)
    if sent is not None and (answer.status >= 500 or codes & _UNKNOWN):
        return lost(TITLE)
    return of_write(faults, sent) if sent else _of_question(faults[0])


def _strange(answer: Answer) -> ConnectorError | None:
    """QuickBooks answers in JSON, when it is asked for it."""
    if answer.good and _begins(answer) not in {b"{", b""}:
        return BadAnswer(
            "What QuickBooks answered can't be read; nothing of it was used.",
            hint="Look whether the address is that of QuickBooks itself and no sign-in page comes in between.",
            code="unreadable",
        )
    return None


def _of_question(fault: Fault) -> ConnectorError:
    row = TABLE.get(fault.code)
    if fault.code == NOT_FOUND:
        return Gone(GONE.message, hint=GONE.hint)
    if row is None:
        return Refused(
            f"QuickBooks refused the call and calls it {_called(fault)}. Nothing of the answer was used.",
            hint=f"{AGAIN} {SUPPORT}",
            code="refused",
        )
    make = Refused if issubclass(row.make, Rejected | Stale) else row.make
    return make(row.message.format(_named(fault)), hint=row.hint, code=_name(fault.code))


# --- one record --------------------------------------------------------------------------------------------------


def of_write(faults: list[Fault], sent: Object, titles: Mapping[str, str] = {}) -> ConnectorError:
    """Our error for the object that was ``sent`` to be written; ``titles`` are the fields' by their name.

    The answer is a :class:`Rejected` (:class:`NameTaken` when a create falls on another record), :class:`Stale`, :class:`Gone`,
    :class:`UnknownOutcome`, or, when nothing at all can be written, :class:`Forbidden` or :class:`Misconfigured`."""
    found = [_of_one(fault, sent, titles) for fault in faults]
    decided = next((one for one in found if not isinstance(one, Rejected)), None)
    if decided is not None or len(found) == 1:
        return decided or found[0]
    said = list(dict.fromkeys(one.message for one in found))
    first = found[0]
    if len(said) == 1:
        return first
    again = all(one.retryable for one in found)
    return Rejected(" ".join(said), hint=first.hint, retryable=again, code=first.code)


def _of_one(fault: Fault, sent: Object, titles: Mapping[str, str]) -> ConnectorError:
    code, creating = fault.code, "Id" not in sent
    if code in _UNKNOWN:
        return lost(TITLE)
    if code == NOT_FOUND and not creating and not any(_references(sent)):
        return Gone(GONE.message, hint=GONE.hint)
    row = TABLE.get(code)
    if row is None:
        return _unknown(fault)
    message = row.message.format(_named(fault, titles))
    if issubclass(row.make, Stale):
        return Stale(message, hint=row.hint)
    if issubclass(row.make, Forbidden | Misconfigured) and code not in LOGIN_CODES:
        return row.make(message, hint=row.hint, code=_name(code))
    if code == TAKEN and creating:
        return NameTaken(message, hint=row.hint)
    return Rejected(message, field=_field(fault), hint=row.hint, retryable=row.again, code=_name(code))


def _unknown(fault: Fault) -> Rejected:
    return Rejected(
        f"QuickBooks refused this record and calls it {_called(fault)}{_reason(fault)}.",
        field=_field(fault),
        hint=f"Put it right if the message says what is wrong. {SUPPORT}",
        code="refused",
    )


def _references(sent: Any, name: str = "") -> Iterator[str]:
    """The names of what an object refers to."""
    if isinstance(sent, Mapping):
        if sent and (name.endswith("Ref") or name == "LinkedTxn"):
            yield name
        for key, inner in sent.items():
            yield from _references(inner, str(key))
    elif isinstance(sent, list):
        for one in sent:
            yield from _references(one, name)


# --- parts of an error -------------------------------------------------------------------------------------------


def _name(code: int) -> str:
    """What programs know our error by."""
    return f"qbo_{code}"


def _called(fault: Fault) -> str:
    return str(fault.code) if fault.code else repr(_clean(fault.kind) or "an error")


def _named(fault: Fault, titles: Mapping[str, str] = {}) -> str:
    """What stands in the sentence's gap."""
    if fault.code in _SAYS:
        return _reason(fault)
    wanted = _field(fault)
    return _clean(titles.get(wanted, wanted)) if wanted else "something that it does not name"


def _field(fault: Fault) -> str | None:
    told = re.search(r"[Pp]arameter ([A-Za-z][\w.]*)", fault.detail)
    found = told[1].rstrip(".") if told else fault.element
    return found[:100] if re.fullmatch(r"[A-Za-z][\w.\[\]]*", found) else None


def _reason(fault: Fault) -> str:
    """QuickBooks' own words without what is the same each time."""
    text = fault.detail or ("" if fault.code in TABLE else fault.message)
    said = _clean(re.sub(_SAME_EACH_TIME, "", text.strip())).rstrip(".")
    return f": “{said}”" if said else ""


def _clean(text: object) -> str:
    return " ".join("".join(one if one.isprintable() else " " for one in str(text)).split())[:200]
