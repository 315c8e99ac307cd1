"""What Zoho says when it says no, in plain words: by its codes (docs/protocols/zoho.md: Errors).

An error stands at the top of an answer, or for one record in a list (``{"data": [{"code": …}]}``). Of Zoho's own text nothing is
passed on; of its details the names of fields, lengths and choices.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from app.connectors.http.answers import Answer
from app.connectors.http.failures import Throttled, lost
from app.connectors.zoho.sentences import AGAIN, SUPPORT, TABLE, Refused
from app.model.errors import (
    BadAnswer,
    ConnectorError,
    Gone,
    Misconfigured,
    NameTaken,
    NotReady,
    Rejected,
    Stale,
)

TITLE = "Zoho CRM"
#: What refuses the access token; a fresh one is tried before anything is said.
LOGIN_CODES = frozenset({"INVALID_TOKEN", "AUTHENTICATION_FAILURE"})
#: Codes of our errors: a list can't be gone on with at its page token, and it has more rows than a list gives.
TOKEN_CODES = frozenset({"expired_value", "token_bound_data_mismatch"})
TOO_MANY_CODES = frozenset({"pagination_limit_exceeded", "discrete_pagination_limit_exceeded"})
#: Of one record, in whichever envelope: it is not there.
_GONE = frozenset({"NOT_FOUND", "RESOURCE_NOT_FOUND"})
_THROTTLED = frozenset({"TOO_MANY_REQUESTS", "RATE_LIMIT_EXCEEDED"})
#: It can't be told whether such a record was written.
_UNKNOWN = frozenset({"INTERNAL_ERROR", "SERVICE_UNAVAILABLE"})

Entry = Mapping[str, Any]
Titles = Mapping[str, str]


class LoginRefused(ConnectorError):
    """The access token was not accepted, whatever its time says: the client tries a fresh one."""

    def at_last(self) -> NotReady:
        """The fresh one wasn't accepted either."""
        return NotReady(self.message, hint=self.hint, code=self.code)


# --- whole answers -----------------------------------------------------------------------------------------------


def judge(answer: Answer, *, write: bool) -> ConnectorError | Throttled | None:
    """What an answer means as a whole; ``None``: it is good, or tells of each record, or its status says enough. A write that
    failed inside Zoho is left to the status: whether it was done is unknown."""
    if answer.good or answer.status in {304, 429}:
        return None
    found = _error_in(answer, write=write)
    code = _code(found)
    if code in LOGIN_CODES or (answer.status == 401 and code not in TABLE):
        row = TABLE.get(code, TABLE["INVALID_TOKEN"])
        return LoginRefused(row.message, hint=row.hint, code=code.lower() or "invalid_token")
    if code in _THROTTLED:
        return Throttled(None)
    if found is None or (answer.status >= 500 and write):
        return None
    return _of_call(found, answer, write=write)


def wrong_centre(api_url: str, accounts: str) -> Misconfigured:
    """The login is of another data centre than the one that is called."""
    return Misconfigured(
        f"The login of {accounts} is not good at {api_url}: these are two data centres of Zoho. Nothing was read or written.",
        hint="Choose the data centre of your Zoho account in the connection's settings (the ending of its address in the "
        "browser), set its address back to the usual one, then connect it again.",
        code="wrong_centre",
    )


def strange_address(api_url: str) -> Misconfigured:
    """The sign-in named an address that isn't Zoho's."""
    return Misconfigured(
        f"The sign-in told us to send everything to {api_url[:100]}, which is none of Zoho's addresses. Nothing was sent.",
        hint="Look at the address for signing in in the connection's settings. If your data centre is one that we don't know, "
        "enter this address there yourself as that of the connection.",
        code="strange_address",
    )


def _error_in(answer: Answer, *, write: bool) -> Entry | None:
    try:
        body = answer.json()
    except BadAnswer:  # a proxy's page
        return None
    if not isinstance(body, dict):
        return None
    if body.get("code"):
        return body
    wrapped = next((value for value in body.values() if isinstance(value, list)), [])
    # In a write's list each stands for a record; but nobody is let in for a part of them, and a header's condition is for all.
    alone = len(wrapped) == 1 and isinstance(wrapped[0], dict) and (not write or answer.status in {401, 403, 412})
    return wrapped[0] if alone else None


def _of_call(found: Entry, answer: Answer, *, write: bool) -> ConnectorError | None:
    code, details = _code(found), _details(found)
    if code == "INVALID_DATA" and "resource_path_index" in details:
        # The part of the address that is at fault: the module is the first one.
        code = "NOT_FOUND" if details["resource_path_index"] else "INVALID_MODULE"
    row = TABLE.get(code)
    if row is None:
        return _unknown_code(code) if answer.status not in {403, 407} and answer.status < 500 else None
    message = row.message.format(_named(code, found, {}))
    if row.make in {Gone, Stale}:
        return row.make(message, hint=row.hint)
    if row.make is Rejected and write:
        return Rejected(message, field=_path(details), hint=row.hint, retryable=row.again, code=code.lower())
    make = Refused if row.make is Rejected else row.make
    return make(message, hint=row.hint, code=code.lower())


def _unknown_code(code: str) -> Refused:
    return Refused(
        f"Zoho refused the call and calls it {code!r}. Nothing of the answer was used.",
        hint=f"{AGAIN} {SUPPORT}",
        code="refused",
    )


# --- one record --------------------------------------------------------------------------------------------------


def of_item(item: Entry, *, module: str, creating: bool, titles: Titles) -> ConnectorError:
    """Our error for one record's ``item`` in the answer to a write; ``titles`` are the fields' by their name.

    The answer is a :class:`Rejected` (:class:`NameTaken` when a create falls on a record of ``module``), :class:`Stale`,
    :class:`Gone`, or :class:`UnknownOutcome`."""
    code, details = _code(item), _details(item)
    if code == "MULTIPLE_OR_MULTI_ERRORS":
        return _of_several(item, module=module, creating=creating, titles=titles)
    if code in _UNKNOWN:
        return lost(TITLE)
    if code in _GONE or (code == "INVALID_DATA" and not creating and _is_about_id(details)):
        return Gone(TABLE["NOT_FOUND"].message, hint=TABLE["NOT_FOUND"].hint)
    row = TABLE.get(code)
    if row is None:
        return Rejected(f"Zoho refused this record and calls it {code!r}.", hint=SUPPORT, code="refused")
    message, hint = row.message.format(_named(code, item, titles)), row.hint
    if code == "ALREADY_MODIFIED":
        return Stale(message, hint=hint)
    if code == "INVALID_DATA":
        message, hint = _of_value(message, hint, details)
    if code == "DUPLICATE_DATA" and creating:
        return NameTaken(message, remote_id=_taken_by(details, module), hint=hint)
    return Rejected(message, field=_path(details), hint=hint, retryable=row.again, code=code.lower())


def _of_several(item: Entry, *, module: str, creating: bool, titles: Titles) -> ConnectorError:
    inner = _details(item).get("errors")
    each = [one for one in inner if isinstance(one, dict)] if isinstance(inner, list) else []
    found = [of_item(one, module=module, creating=creating, titles=titles) for one in each]
    if len(found) == 1:
        return found[0]
    decided = next((one for one in found if isinstance(one, Stale | Gone) or not isinstance(one, Rejected)), None)
    if decided is not None:
        return decided
    row = TABLE["MULTIPLE_OR_MULTI_ERRORS"]
    said = " ".join(dict.fromkeys(one.message for one in found)) or "it does not say which."
    field = next((one.field for one in found if isinstance(one, Rejected) and one.field), None)
    return Rejected(row.message.format(said), field=field, hint=row.hint, code="multiple_or_multi_errors")


def _of_value(message: str, hint: str, details: Entry) -> tuple[str, str]:
    """What is wrong with a value, as far as Zoho says."""
    if (longest := details.get("maximum_length")) is not None:
        return f"{message} It may have {_clean(longest)} characters at most.", "Shorten it."
    if (kind := details.get("expected_data_type")) is not None:
        wanted = _KINDS.get(str(kind), f"a value of the kind {_clean(kind)!r}")
        return f"{message} It wants {wanted} there.", hint
    choices = details.get("supported_values")
    if isinstance(choices, list) and choices:
        return (
            f"{message} It is not one of the choices.",
            f"Choose one of these: {', '.join(map(_clean, choices[:12]))}.",
        )
    return message, hint


_KINDS: Mapping[str, str] = {
    "integer": "a whole number",
    "bigint": "a whole number",
    "long": "a whole number",
    "double": "a number",
    "currency": "an amount",
    "percent": "a percentage",
    "boolean": "yes or no",
    "date": "a date",
    "datetime": "a day and time",
    "email": "an e-mail address",
    "phone": "a phone number (digits, spaces and + - ( ) only)",
    "website": "a web address",
    "jsonobject": "another record",
    "jsonarray": "a list",
    "text": "a text",
    "string": "a text",
}


def _is_about_id(details: Entry) -> bool:
    """Is the record's own id at fault, and not that of one that it refers to?"""
    path = str(details.get("json_path") or "")
    if path:
        return re.fullmatch(r"\$(\.data)?(\[\d+\])?\.id", path) is not None
    return bool(details.get("api_name", "id") == "id")


def _taken_by(details: Entry, module: str) -> str | None:
    """The id of the one record of ``module`` that has the value."""
    other = details.get("duplicate_record")
    other = other if isinstance(other, dict) else {}
    of = other.get("module")
    named = of.get("api_name") if isinstance(of, dict) else of
    found = other.get("id") or details.get("id")
    if details.get("more_records") or (named and named != module) or not found:
        return None
    return str(found)


# --- parts of an entry -------------------------------------------------------------------------------------------


def _code(found: Entry | None) -> str:
    code = str((found or {}).get("code") or "").upper()
    return code if re.fullmatch(r"[A-Z0-9_]{1,60}", code) else "ERROR" if code else ""


def _details(found: Entry) -> Entry:
    details = found.get("details")
    return details if isinstance(details, dict) else {}


def _path(details: Entry) -> str | None:
    """The field at fault, as :class:`app.connectors.base.RemoteField` writes it: ``Quoted_Items[].Product_Name``."""
    path = re.sub(r"^\$\.data(\[\d+\])?\.?", "", str(details.get("json_path") or ""))
    return re.sub(r"\[\d+\]", "[]", path)[:200] or details.get("api_name") or None


def _named(code: str, found: Entry, titles: Titles) -> str:
    """What the details of an error name."""
    details = _details(found)
    if code == "NO_PERMISSION":
        wanted = details.get("permissions")
        return f" ({', '.join(map(_clean, wanted[:5]))})" if isinstance(wanted, list) and wanted else ""
    named = details.get("api_name") or details.get("param_name") or details.get("column_name")
    several = details.get("param_names")
    if not named and isinstance(several, list):
        named = ", ".join(map(str, several))
    return _clean(titles.get(str(named), named)) if named else "something that it does not name"


def _clean(text: object) -> str:
    return " ".join(str(text).split())[:100]
