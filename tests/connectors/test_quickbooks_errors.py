"""Every code that QuickBooks is known to say has its own sentence, whichever of its three shapes it comes in."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from app.connectors.http.answers import Answer
from app.connectors.http.failures import Throttled
from app.connectors.quickbooks.errors import LOGIN_CODES, LoginRefused, faults_of, judge, of_write
from app.connectors.quickbooks.sentences import TABLE
from app.model.errors import (
    AuthRequired,
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
SAMPLES = ROOT.parent / "shared" / "samples" / "quickbooks"
REFERENCE = ROOT.parent / "shared" / "reference" / "quickbooks.md"
CREATE: dict[str, Any] = {"DisplayName": "A", "CurrencyRef": {"value": "USD"}}
UPDATE: dict[str, Any] = {"Id": "7", "SyncToken": "0", "sparse": True, "Notes": "x"}
REFERRING = {**UPDATE, "Line": [{"SalesItemLineDetail": {"ItemRef": {"value": "3"}}}]}
WAYS = [None, CREATE, UPDATE]


def answer(status: int, body: Any) -> Answer:
    return Answer("QuickBooks", status, {}, body if isinstance(body, bytes) else json.dumps(body).encode())


def fault(code: int | str, detail: str = "", kind: str = "ValidationFault", **more: Any) -> dict[str, Any]:
    error = {"Message": "said by Intuit", "Detail": detail, "code": str(code), "element": "", **more}
    return {"Fault": {"Error": [error], "type": kind}, "time": "2026-04-15T09:01:18.141-07:00"}


def lower(code: int, kind: str = "AUTHENTICATION") -> dict[str, Any]:
    error = {"message": f"errorCode=00{code}", "detail": None, "code": str(code), "element": None}
    return {"warnings": None, "fault": {"error": [error], "type": kind}, "queryResponse": None, "batchItemResponse": []}


def xml(code: int | str, detail: str = "") -> bytes:
    return (
        '<?xml version="1.0"?><IntuitResponse xmlns="http://schema.intuit.com/finance/v3"><Fault type="SERVICE">'
        f'<Error code="{code}"><Message>m</Message><Detail>{detail}</Detail></Error></Fault></IntuitResponse>'
    ).encode()


def of_record(code: int, sent: dict[str, Any], detail: str = "", **more: Any) -> ConnectorError:
    return of_write(faults_of(fault(code, detail, **more)), sent)


def codes_of(text: str) -> set[int]:
    """The codes in the first column of a table's rows."""
    rows = [row.split("|")[1] for row in text.splitlines() if re.match(r"\|\s*\d", row)]
    return {int(code) for row in rows for code in re.findall(r"\d{3,5}", row)}


# --- the table --------------------------------------------------------------------------------------------------


def test_each_code_has_a_sentence_and_a_next_step_of_its_own() -> None:
    text = (ROOT / "docs" / "protocols" / "quickbooks.md").read_text("utf-8")
    assert codes_of(text.partition("## Errors")[2].partition("\n## ")[0]) == set(TABLE)
    if REFERENCE.is_file():
        section = REFERENCE.read_text("utf-8").partition("## 6.")[2].partition("## 7.")[0]
        told = {
            int(code) for row in section.splitlines() if row.startswith("|") for code in re.findall(r"\b\d{3,5}\b", row)
        }
        assert told - set(TABLE) <= {429, 120}
    for values in ([row.message for row in TABLE.values()], [(row.message, row.hint) for row in TABLE.values()]):
        assert len(set(values)) == len(TABLE)
    assert all(row.message.endswith(".") and row.hint.endswith(".") for row in TABLE.values())


@pytest.mark.parametrize("code", sorted(TABLE))
@pytest.mark.parametrize("shape", [fault, lower, xml], ids=["usual", "small", "xml"])
def test_each_code_is_told_in_every_shape(code: int, shape: Any) -> None:
    for sent in WAYS:
        said = judge(answer(400, shape(code)), sent)
        assert isinstance(said, ConnectorError | Throttled)
        if isinstance(said, ConnectorError):
            assert said.hint
            assert "Intuit" not in said.message or code == 3100
            assert "{" not in said.message
    again = judge(answer(200, shape(f"00{code}" if shape is xml else code)))
    assert type(again) is type(judge(answer(400, shape(code))))


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples are not here")
def test_real_bodies() -> None:
    found, said = {}, []
    for file in sorted(SAMPLES.glob("fault_*")):
        told = judge(answer(400, file.read_bytes()), CREATE)
        found[file.stem.removeprefix("fault_")] = type(told).__name__
        if isinstance(told, ConnectorError):
            said.append((told.message, told.hint))
    assert found == {
        "2020": "Rejected",
        "2500": "Rejected",
        "5010": "Stale",
        "6000_gst": "Rejected",
        "610": "Rejected",
        "6140": "Rejected",
        "6190": "Forbidden",
        "6210": "Rejected",
        "6240": "NameTaken",
        "6520_missing_qty": "Rejected",
        "6540": "Rejected",
        "auth_100": "LoginRefused",
        "auth_3200_lowercase_401": "LoginRefused",
        "throttle_3001": "Throttled",
    }
    assert len(set(said)) == len(said) == 13
    batch = json.loads((SAMPLES / "batch_response_mixed.json").read_text("utf-8"))["BatchItemResponse"]
    assert [[one.code for one in faults_of(item)] for item in batch] == [[6240], [610], [5010], []]


# --- whole answers ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "body", "sent", "kind", "code"),
    [
        (401, lower(3200), None, LoginRefused, "qbo_3200"),
        (401, b"<html>sign in", None, LoginRefused, "qbo_3200"),
        (401, fault(999, kind="AuthenticationFault"), UPDATE, LoginRefused, "qbo_3200"),
        (403, fault(120, kind="AuthorizationFault"), UPDATE, LoginRefused, "qbo_120"),
        (403, lower(3100, "AUTHORIZATION"), None, Misconfigured, "qbo_3100"),
        (400, fault(6190), UPDATE, Forbidden, "qbo_6190"),
        (400, fault(610), None, Gone, "gone"),
        (400, fault(610), UPDATE, Gone, "gone"),
        (400, fault(610), REFERRING, Rejected, "qbo_610"),
        (400, fault(610), CREATE, Rejected, "qbo_610"),
        (400, fault(6240), CREATE, NameTaken, "name_taken"),
        (400, fault(6240), UPDATE, Rejected, "qbo_6240"),
        (400, fault(5010), UPDATE, Stale, "stale"),
        (500, fault(10000, kind="SystemFault"), None, NotReady, "qbo_10000"),
        (500, fault(10000, kind="SystemFault"), UPDATE, UnknownOutcome, "unknown_outcome"),
        (500, fault(6000), UPDATE, UnknownOutcome, "unknown_outcome"),
        (200, fault(10000), UPDATE, UnknownOutcome, "unknown_outcome"),
        (400, fault(500), None, BadAnswer, "qbo_500"),
        (400, fault(500), UPDATE, Rejected, "qbo_500"),
        (400, fault(4711), None, BadAnswer, "refused"),
        (400, fault("oops"), UPDATE, Rejected, "refused"),
        (400, {"Fault": {"type": "SystemFault"}}, None, BadAnswer, "refused"),
        (200, b"<html>sign in</html>", None, BadAnswer, "unreadable"),
    ],
    ids=str,
)
def test_calls(status: int, body: Any, sent: Any, kind: type[ConnectorError], code: str) -> None:
    said = judge(answer(status, body), sent)
    assert type(said) is kind or (kind is BadAnswer and isinstance(said, BadAnswer))
    assert isinstance(said, ConnectorError)
    assert said.code == code


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (200, {"Customer": {"Id": "1", "Notes": 'the "Fault" of nobody'}}),
        (200, {"BatchItemResponse": [{"bId": "0", **fault(6240)}]}),
        (200, b""),
        (429, xml(3001)),
        (502, b"<html>"),
        (404, b"nothing here"),
    ],
    ids=str,
)
def test_left_to_the_caller_or_to_the_status(status: int, body: Any) -> None:
    for sent in WAYS:
        assert judge(answer(status, body), sent) is None


@pytest.mark.parametrize(
    "body", [fault("003001"), lower(3001, "SERVICE"), xml("003001")], ids=["usual", "small", "xml"]
)
@pytest.mark.parametrize("status", [200, 400, 503])
def test_too_often_under_any_status(status: int, body: Any) -> None:
    assert judge(answer(status, body), UPDATE) == Throttled(None)


@pytest.mark.parametrize(("code", "kind"), [(100, AuthRequired), (3200, AuthRequired), (120, Forbidden)])
def test_a_login_that_is_refused_again(code: int, kind: type[ConnectorError]) -> None:
    assert code in LOGIN_CODES
    at_last = LoginRefused(code).at_last()
    assert type(at_last) is kind
    assert at_last.message == TABLE[code].message


# --- one record -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "detail", "said"),
    [
        (6000, "Business Validation\n  Error 2: Make sure all your transactions have a GST/HST rate before you save.",
         "“Make sure all your transactions have a GST/HST rate before you save”"),
        (6000, "Business Validation Error: The total is negative.", "“The total is negative”"),
        (6000, "", "A rule of QuickBooks stands against it."),
        (2500, "Invalid Reference Id : Something you're trying to use has been made inactive.", "made inactive”"),
        (2020, "Required parameter Line is missing in the request.", "“Line”"),
        (2020, "", "something that it does not name"),
        (2170, "Invalid Enumeration : Nix\x00\n" + "x" * 500, "Nix x"),
        (4711, "Something new", "4711: “Something new”"),
    ],
    ids=str,
)  # fmt: skip
def test_what_is_wrong_is_told(code: int, detail: str, said: str) -> None:
    found = of_record(code, CREATE, detail)
    assert isinstance(found, Rejected)
    assert said in found.message
    assert len(found.message) < 400
    assert "\x00" not in found.message


def test_the_field_at_fault() -> None:
    assert getattr(of_record(2020, CREATE, "Required parameter Line.Amount is missing"), "field", None) == "Line.Amount"
    assert getattr(of_record(6000, CREATE, element="TxnDate"), "field", None) == "TxnDate"
    told = of_write(faults_of(fault(2020, "Required parameter Line is missing")), CREATE, {"Line": "Lines"})
    assert "“Lines”" in told.message


def test_several_things_at_once() -> None:
    both = {"Fault": {"Error": [fault(6000, "One")["Fault"]["Error"][0], fault(2020)["Fault"]["Error"][0]]}}
    found = of_write(faults_of(both), CREATE)
    assert isinstance(found, Rejected)
    assert "“One”" in found.message
    assert "is missing" in found.message
    both["Fault"]["Error"].append(fault(5010)["Fault"]["Error"][0])
    assert isinstance(of_write(faults_of(both), UPDATE), Stale)


def test_waiting_helps_with_some() -> None:
    of_records = {code: of_record(code, CREATE) for code in TABLE}
    again = {code for code, one in of_records.items() if isinstance(one, Rejected) and one.retryable}
    assert again == {100, 120, 3200, 3001, 500}
    assert {code for code, one in of_records.items() if isinstance(one, UnknownOutcome)} == {10000}
    assert {code for code, one in of_records.items() if isinstance(one, Forbidden | Misconfigured)} == {3100, 6190}
