"""Every code that Zoho is known to say has its own sentence, and what it is of a call and of a record."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from app.connectors.http.answers import Answer
from app.connectors.http.failures import Throttled
from app.connectors.zoho import errors
from app.connectors.zoho.errors import judge, of_item
from app.connectors.zoho.sentences import TABLE
from app.model.errors import (
    BadAnswer,
    ConnectorError,
    Forbidden,
    Gone,
    Misconfigured,
    NameTaken,
    NotReady,
    Rejected,
    Stale,
    UnknownOutcome,
)

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT.parent / "shared" / "samples" / "zoho"
REFERENCE = ROOT.parent / "shared" / "reference" / "zoho.md"
TITLES = {"Email": "E-mail", "Number_1": "Number of seats"}


def answer(status: int, body: Any) -> Answer:
    return Answer("Zoho CRM", status, {}, body if isinstance(body, bytes) else json.dumps(body).encode())


def error(code: str, **details: Any) -> dict[str, Any]:
    return {"code": code, "details": details, "message": "said by Zoho", "status": "error"}


def item(code: str, *, creating: bool = False, **details: Any) -> ConnectorError:
    return of_item(error(code, **details), module="Contacts", creating=creating, titles=TITLES)


def documented() -> list[str]:
    text = (ROOT / "docs" / "protocols" / "zoho.md").read_text("utf-8")
    rows = [row for row in text.partition("## Errors")[2].partition("## Limits")[0].splitlines() if row.startswith("|")]
    return [code for row in rows[2:] for code in re.findall(r"[A-Z]+(?:_[A-Z]+)+", row.split("|")[1])]


# --- the table --------------------------------------------------------------------------------------------------


def test_each_code_has_a_sentence_and_a_next_step_of_its_own() -> None:
    assert set(documented()) == set(TABLE)
    if REFERENCE.is_file():
        told = set(
            re.findall(r"[A-Z]+(?:_[A-Z]+)+", REFERENCE.read_text("utf-8").partition("## 4.")[2].partition("## 5.")[0])
        )
        assert told - {"TOO_MANY_REQUESTS", *TABLE} == set()
    sentences = [row.message for row in TABLE.values()]
    assert len(set(sentences)) == len(sentences)
    steps = [(row.message, row.hint) for row in TABLE.values()]
    assert all(message.endswith((".", "{0}")) and hint.endswith(".") for message, hint in steps)


@pytest.mark.parametrize("code", sorted(TABLE))
def test_each_code_is_told_of_a_call_and_of_a_record(code: str) -> None:
    for write in (False, True):
        said = judge(answer(400, error(code)), write=write)
        assert isinstance(said, ConnectorError | Throttled)
        if isinstance(said, ConnectorError):
            assert "said by Zoho" not in said.message + said.hint
            assert "{" not in said.message
    said = item(code)
    assert isinstance(said, Rejected | Stale | Gone | UnknownOutcome)
    assert said.hint


# --- whole answers ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "body", "write", "kind", "code"),
    [
        (401, error("INVALID_TOKEN"), False, errors.LoginRefused, "invalid_token"),
        (401, error("AUTHENTICATION_FAILURE"), True, errors.LoginRefused, "authentication_failure"),
        (401, b"<html>sign in", False, errors.LoginRefused, "invalid_token"),
        (401, {"data": [error("INVALID_TOKEN")]}, True, errors.LoginRefused, "invalid_token"),
        (401, error("OAUTH_SCOPE_MISMATCH"), False, Forbidden, "oauth_scope_mismatch"),
        (403, error("NO_PERMISSION", permissions=["Crm_Implied_View_Leads"]), False, Forbidden, "no_permission"),
        (400, error("INVALID_MODULE", resource_path_index=0), False, Misconfigured, "invalid_module"),
        (400, error("INVALID_DATA", resource_path_index=0), False, Misconfigured, "invalid_module"),
        (400, error("INVALID_DATA", resource_path_index=1), True, Gone, "gone"),
        (404, error("INVALID_URL_PATTERN"), False, Misconfigured, "invalid_url_pattern"),
        (400, error("EXPIRED_VALUE"), False, BadAnswer, "expired_value"),
        (400, {"data": [error("LIMIT_EXCEEDED")]}, False, BadAnswer, "limit_exceeded"),
        (400, error("A_NEW_ONE"), False, BadAnswer, "refused"),
        (412, {"data": [error("ALREADY_MODIFIED")]}, True, Stale, "stale"),
        (500, error("INTERNAL_ERROR"), False, NotReady, "internal_error"),
        (400, error("DUPLICATE_DATA", api_name="Email"), True, Rejected, "duplicate_data"),
    ],
    ids=str,
)
def test_calls(status: int, body: Any, write: bool, kind: type[ConnectorError], code: str) -> None:
    said = judge(answer(status, body), write=write)
    assert isinstance(said, kind)
    assert said.code == code
    assert not (said.retryable and status < 500)  # the same question would get the same answer


@pytest.mark.parametrize(
    ("status", "body", "write"),
    [
        (200, {"data": [error("INVALID_DATA")]}, True),
        (207, {"data": [error("INVALID_DATA"), error("DUPLICATE_DATA")]}, True),
        (400, {"data": [error("INVALID_DATA")]}, True),
        (304, b"", False),
        (204, b"", False),
        (429, error("TOO_MANY_REQUESTS"), False),
        (500, error("INTERNAL_ERROR"), True),
        (502, b"<html>", False),
    ],
    ids=str,
)
def test_left_to_the_caller_or_to_the_status(status: int, body: Any, write: bool) -> None:
    assert judge(answer(status, body), write=write) is None


def test_too_often_under_any_status() -> None:
    assert judge(answer(400, error("RATE_LIMIT_EXCEEDED")), write=True) == Throttled(None)


# --- one record -------------------------------------------------------------------------------------------------


def test_a_create_that_falls_on_another_record() -> None:
    other = {"id": "42", "module": {"api_name": "Contacts"}, "Owner": {"name": "Pranav", "zuid": "75"}}
    taken = item("DUPLICATE_DATA", creating=True, api_name="Email", duplicate_record=other, json_path="$.data[0].Email")
    assert isinstance(taken, NameTaken)
    assert taken.remote_id == "42"
    assert "“E-mail”" in taken.message
    for unlike in ({"more_records": True}, {"duplicate_record": {"id": "42", "module": {"api_name": "Leads"}}}):
        found = item("DUPLICATE_DATA", creating=True, **{"api_name": "Email", "id": "42", **unlike})
        assert isinstance(found, NameTaken)
        assert found.remote_id is None
    updated = item("DUPLICATE_DATA", api_name="Email", id="42")
    assert isinstance(updated, Rejected)
    assert not isinstance(updated, NameTaken)


@pytest.mark.parametrize(
    ("details", "said"),
    [
        ({"api_name": "Number_1", "maximum_length": 2}, "2 characters"),
        ({"api_name": "Number_1", "expected_data_type": "integer"}, "a whole number"),
        ({"api_name": "Number_1", "expected_data_type": "quaternion"}, "'quaternion'"),
        ({"api_name": "Number_1", "supported_values": ["A", "B"]}, "not one of the choices"),
        ({"api_name": "id", "json_path": "$.data[0].Account_Name.id"}, "“id”"),
    ],
    ids=str,
)
def test_a_value_that_is_refused(details: dict[str, Any], said: str) -> None:
    found = item("INVALID_DATA", **details)
    assert isinstance(found, Rejected)
    assert said in found.message


def test_the_field_at_fault_in_a_line() -> None:
    found = item("MANDATORY_NOT_FOUND", api_name="Product_Name", json_path="$.data[3].Quoted_Items[1].Product_Name")
    assert isinstance(found, Rejected)
    assert found.field == "Quoted_Items[].Product_Name"


@pytest.mark.parametrize(
    "details", [{"id": "4150868000005067099"}, {"api_name": "id", "json_path": "$.data[0].id"}], ids=str
)
def test_a_record_that_is_gone(details: dict[str, Any]) -> None:
    assert isinstance(item("INVALID_DATA", **details), Gone)
    assert isinstance(item("INVALID_DATA", creating=True, **details), Rejected)


def test_several_things_at_once() -> None:
    one, two = (
        error("MANDATORY_NOT_FOUND", api_name="Email"),
        error("INVALID_DATA", api_name="Number_1", maximum_length=2),
    )
    found = item("MULTIPLE_OR_MULTI_ERRORS", errors=[one, two])
    assert isinstance(found, Rejected)
    assert "“E-mail”" in found.message
    assert "“Number of seats”" in found.message
    alone = item("MULTIPLE_OR_MULTI_ERRORS", creating=True, errors=[error("DUPLICATE_DATA", api_name="Email", id="7")])
    assert isinstance(alone, NameTaken)
    assert isinstance(item("MULTIPLE_OR_MULTI_ERRORS", errors=[one, error("ALREADY_MODIFIED")]), Stale)


def test_waiting_helps_with_some() -> None:
    again = {code for code in TABLE if item(code).retryable}
    assert again == {"RECORD_LOCKED", "NOT_APPROVED", "RECORD_IN_BLUEPRINT", "TOO_MANY_REQUESTS", "RATE_LIMIT_EXCEEDED"}


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples are not here")
def test_real_bodies() -> None:
    found = {}
    for file in sorted(SAMPLES.glob("error_*.json")):
        said = json.loads(file.read_text("utf-8"))
        entry = said["data"][0] if "data" in said else said
        found[file.stem.removeprefix("error_")] = type(
            of_item(entry, module="Leads", creating=True, titles={})
        ).__name__
        assert entry["code"] in TABLE
    assert found["DUPLICATE_DATA_400"] == "NameTaken"
    assert found["ALREADY_MODIFIED_412"] == "Stale"
    assert found["INTERNAL_ERROR_500"] == "UnknownOutcome"
    for file in SAMPLES.glob("oas_*_400.json"):
        body = json.loads(file.read_text("utf-8"))
        assert isinstance(judge(answer(400, body), write=False), ConnectorError)
