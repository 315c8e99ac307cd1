"""Zoho's values and ours, by data type."""

from __future__ import annotations

from datetime import timedelta, timezone
from typing import Any

import pytest

from app.connectors.zoho.metadata import FieldInfo
from app.connectors.zoho.values import to_canonical, to_json
from app.model.errors import Rejected
from app.model.values import FieldType, Value

IST = timezone(timedelta(hours=5, minutes=30))
STAGES = {"Qualification": "Erste Prüfung", "Closed Won": "Gewonnen", "Closed Lost": "Verloren"}


def info(data_type: str, **more: Any) -> FieldInfo:
    return FieldInfo(**{"name": "Field_1", "title": "Its title", "data_type": data_type, **more})


STAGE, TAGS = info("picklist", choices=STAGES), info("multiselectpicklist", choices=STAGES)

BOTH_WAYS: list[tuple[str, Any, FieldInfo, Value]] = [
    ("text", "  Nandi & Söhne\n", info("text"), "  Nandi & Söhne\n"),
    ("whole", 12, info("integer"), "12"),
    ("long", 123456789012345678, info("bigint"), "123456789012345678"),
    ("fraction", 0.125, info("double"), "0.125"),
    ("money", 36580.5, info("currency"), "36580.50"),
    ("whole-money", 36580, info("currency"), "36580.00"),
    ("no", False, info("boolean"), False),
    ("day", "2026-08-01", info("date"), "2026-08-01"),
    ("moment", "2026-08-01T10:20:30+05:30", info("datetime"), "2026-08-01T10:20:30+05:30"),
    ("choice", "Closed Won", STAGE, "Closed Won"),
    ("choices", ["Qualification", "Closed Lost"], TAGS, "Qualification; Closed Lost"),
    ("nothing", None, info("text"), None),
]


@pytest.mark.parametrize(
    ("sent", "field", "ours"), [case[1:] for case in BOTH_WAYS], ids=[case[0] for case in BOTH_WAYS]
)
def test_there_and_back(sent: Any, field: FieldInfo, ours: Value) -> None:
    as_answered = str(sent) if isinstance(sent, float) else sent  # app.connectors.http.answers reads no floats
    assert to_canonical(as_answered, field) == ours
    back = to_json(ours, field)
    assert (back, type(back)) == (sent, type(sent))


@pytest.mark.parametrize(
    ("sent", "field", "ours"),
    [
        ("", info("text"), None),
        ([], TAGS, None),
        ("-None-", STAGE, None),
        ("Gewonnen", STAGE, "Closed Won"),
        ("No longer offered", STAGE, "No longer offered"),
        ("Closed Lost;Qualification", TAGS, "Qualification; Closed Lost"),
        ("1E+3", info("double"), "1000"),
        ("true", info("boolean"), True),
        ("2026-08-01T23:59:59+05:30", info("date"), "2026-08-01"),
        ({"name": "Acme", "id": "4150868000000376008"}, info("lookup"), "4150868000000376008"),
        ("4150868000000376008", info("lookup"), "4150868000000376008"),
        ({"name": "Patricia", "id": "1"}, info("multi_module_lookup"), "Patricia"),
        ([{"name": "A", "id": "1"}, {"name": "B", "id": "2"}], info("multiselectlookup"), "A; B"),
        (17, info("autonumber"), "17"),
    ],
    ids=str,
)
def test_read(sent: Any, field: FieldInfo, ours: Value) -> None:
    assert to_canonical(sent, field) == ours


@pytest.mark.parametrize(
    ("sent", "field"),
    [("many", info("integer")), (True, info("double")), ("maybe", info("boolean")), ("31-12-2026", info("date"))],
    ids=str,
)
def test_what_fits_no_form_is_no_value(sent: Any, field: FieldInfo) -> None:
    with pytest.raises(ValueError, match=r"not a|neither|Invalid"):
        to_canonical(sent, field)


@pytest.mark.parametrize(
    ("ours", "field", "sent"),
    [
        ("closed won", STAGE, "Closed Won"),
        ("Verloren", STAGE, "Closed Lost"),
        ("anything", info("picklist"), "anything"),
        ("4150868000000376008", info("lookup"), {"id": "4150868000000376008"}),
        ("2026-08-01", info("datetime"), "2026-08-01T00:00:00+05:30"),
        ("2026-08-01T10:20:30.5", info("datetime"), "2026-08-01T10:20:30+05:30"),
        ("", info("text"), None),
    ],
    ids=str,
)
def test_written(ours: Value, field: FieldInfo, sent: Any) -> None:
    assert to_json(ours, field, IST) == sent


@pytest.mark.parametrize(
    ("ours", "field", "said", "hint"),
    [
        ("x" * 26, info("text", length=25), "26 characters", "Shorten"),
        ("1234567890", info("integer", length=9), "10 digits", "right"),
        ("1.5", info("integer"), "whole number", "Round"),
        ("12 boxes", info("double"), "wants a number", "number"),
        ("0.12345678901234567", info("double"), "more digits", "Round"),
        ("tomorrow", info("date"), "wants a date", "date"),
        ("2026-08-01 noon", info("datetime"), "day and time", "both"),
        ("Maybe", STAGE, "not one of the choices", "Erste Prüfung, Gewonnen, Verloren"),
        ("Qualification; Maybe", TAGS, "not one of the choices", "Verloren"),
        ("Acme", info("lookup"), "does not have", "first"),
        ("perhaps", info("boolean"), "yes or no", "another field"),
        ("nobody", info("email"), "e-mail", "Correct"),
        ("a@x.in, b@x.in", info("email"), "one e-mail", "Correct"),
        (None, info("text", required=True), "is empty", "Fill"),
        ([{"a": "1"}], info("text"), "lines", "another field"),
        ("A", info("fileupload"), "can't be written", "one direction"),
    ],
    ids=str,
)
def test_what_zoho_would_refuse_is_said_before(ours: Value, field: FieldInfo, said: str, hint: str) -> None:
    with pytest.raises(Rejected) as caught:
        to_json(ours, field)
    assert said in caught.value.message
    assert caught.value.message.startswith("“Its title”")
    assert hint in caught.value.hint
    assert caught.value.field == "Field_1"


def test_types_for_the_mapping_editor() -> None:
    kinds = ("text", "currency", "lookup", "picklist", "multiselectpicklist", "date", "datetime", "boolean", "subform")
    text, number = FieldType.TEXT, FieldType.NUMBER
    assert [info(kind).type for kind in kinds] == [
        *(text, number, FieldType.LOOKUP, FieldType.PICKLIST, text, FieldType.DATE, text, FieldType.BOOLEAN),
        FieldType.LINES,
    ]
