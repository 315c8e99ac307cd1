"""SAP's refusals: by code and by what was asked, never by text; its text is shown where the code says too little."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from app.connectors.http.answers import Answer
from app.connectors.odata.dialect import GATEWAY, V3, V4
from app.connectors.sap import errors as sap_errors
from app.connectors.sap.errors import Doing, judge, of_login
from app.connectors.sap.sentences import TABLE, Refused
from app.model import errors

READ, CREATE, CHANGE = Doing.READ, Doing.CREATE, Doing.CHANGE
CODE = "1320000140 - Business partner code 'c1' already assigned to a business partner; enter a unique business partner code"


def told(status: int, code: str = "", text: str = "", **headers: str) -> Answer:
    body = {"error": {"code": code, "message": text, "details": [{"code": "", "message": ""}]}}
    return Answer("SAP", status, headers, json.dumps(body).encode())


def judged(answer: Answer, doing: Doing = READ) -> Any:
    return judge(answer, doing=doing, dialect=V4)


@pytest.mark.parametrize(
    ("status", "code", "text", "doing", "kind"),
    [
        (404, "-2028", "No matching records found (ODBC -2028)", READ, errors.Gone),
        (404, "-2028", "Entity with value('X') does not exist", CHANGE, errors.Gone),
        (404, "-2028", "No matching records found (ODBC -2028)", CREATE, errors.UnknownOutcome),
        (404, "SY/530", "Resource not found", READ, errors.Gone),
        (400, "-10", CODE, CREATE, errors.NameTaken),
        (400, "-10", "10001131 - Enter a valid date", CHANGE, errors.Rejected),
        (400, "-2035", "This entry already exists (ODBC -2035)", CREATE, errors.NameTaken),
        (412, "-2039", "Another user or another operation modified data", CHANGE, errors.Stale),
        (412, "0", "", CHANGE, errors.Stale),
        (400, "-1000", "Property 'NoSuchField' of 'BusinessPartner' is invalid", CHANGE, errors.Rejected),
        (400, "-1004", "'Z' is not a valid value for property 'U_X'.", CREATE, errors.Rejected),
        (400, "-5002", "Code undefined  [OCRD.CardCode]", CREATE, errors.Rejected),
        (400, "-5006", "The requested action is not supported for this object.", CHANGE, errors.Rejected),
        (400, "-1", "Stop: credit limit", CREATE, errors.Rejected),
        (400, "600", "Script says no", CREATE, errors.Rejected),
        (400, "201", "Property 'X' is invalid", READ, Refused),
        (400, "77", "A rule of the house", CREATE, errors.Rejected),
        (400, "77", "", READ, Refused),
        (403, "-6006", "You are not permitted to perform this action", CHANGE, errors.Forbidden),
        (401, "301", "Invalid session or session already timeout.", CREATE, sap_errors.SessionEnded),
        (401, "", "", READ, sap_errors.SessionEnded),
        (500, "407", "Table definition not found for '@X'.", CREATE, sap_errors.NodeBroken),
        (500, "-1", "Internal", READ, errors.NotReady),
    ],
)
def test_each_code_by_what_was_asked(status: int, code: str, text: str, doing: Doing, kind: type[Exception]) -> None:
    found = judged(told(status, code, text), doing)
    assert type(found) is kind
    v3 = {
        "error": {
            "code": int(code) if re.fullmatch(r"-?\d+", code) else code,
            "message": {"lang": "en-us", "value": text},
        }
    }
    same = judge(Answer("SAP", status, {}, json.dumps(v3).encode()), doing=doing, dialect=V3)
    assert (type(same), str(same), getattr(same, "code", "")) == (kind, str(found), found.code)


def test_what_is_at_fault_is_named() -> None:
    field = judged(told(400, "-1000", "Property 'NoSuchField' of 'BusinessPartner' is invalid"), CHANGE)
    assert (field.field, field.code) == ("NoSuchField", "sap_1000")
    column = judged(told(400, "-5002", "Code undefined  [OCRD.CardCode]"), CREATE)
    assert column.field == "CardCode"
    assert "“Code undefined [OCRD.CardCode]”" in column.message
    house = judged(told(400, "77", "Ask Meera first"), CREATE)
    assert (house.message, house.code) == ("SAP refused this and calls it 77: “Ask Meera first”.", "refused")


def test_a_status_says_enough_where_there_is_nothing_to_read() -> None:
    page = b"<html><h1>502 Proxy Error</h1></html>"
    for doing in Doing:
        assert judged(Answer("SAP", 502, {}, page), doing) is None  # a read comes again, a write's outcome is unknown
        assert judged(Answer("SAP", 429, {}, b""), doing) is None
    assert judged(told(500, "-1", "Internal"), CREATE) is None
    assert judged(Answer("SAP", 404, {}, page)).code == "bad_address"
    assert isinstance(judged(Answer("SAP", 412, {}, b"")), errors.Stale)
    assert isinstance(judged(Answer("SAP", 400, {}, page)), Refused)


def test_gateways_token_and_password() -> None:
    wanted = Answer("SAP", 403, {"x-csrf-token": "Required"}, b"CSRF token validation failed")
    assert isinstance(judge(wanted, doing=CHANGE, dialect=GATEWAY), sap_errors.TokenWanted)
    assert isinstance(judge(Answer("SAP", 401, {}, b""), doing=READ, dialect=GATEWAY), errors.AuthRequired)


@pytest.mark.parametrize(
    ("status", "code", "kind"),
    [
        (401, "-304", errors.AuthRequired),
        (401, "100000027", errors.AuthRequired),
        (401, "301", errors.AuthRequired),
        (401, "-306", errors.Misconfigured),
        (500, "299", sap_errors.Crowded),
        (500, "-1", errors.NotReady),
        (404, "", errors.Misconfigured),
    ],
)
def test_a_login_is_refused_under_several_codes(status: int, code: str, kind: type[Exception]) -> None:
    text = "Fail to NONE-SSO login from SLD."  # the same for all
    answer = told(status, code, text) if code else Answer("SAP", status, {}, b"<html>")
    assert type(of_login(answer)) is kind


def test_every_sentence_ends_and_says_what_to_do() -> None:
    for code, row in TABLE.items():
        assert row.message.format("").endswith("."), code
        assert row.hint.endswith("."), code
        assert len(row.message) < 220, code
