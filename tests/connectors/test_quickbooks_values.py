"""QuickBooks' values and ours, by the kind of their field."""

from __future__ import annotations

from typing import Any

import pytest

from app.connectors.quickbooks.fields import FieldInfo, fields_of
from app.connectors.quickbooks.values import to_canonical, to_json
from app.model.errors import Rejected

CUSTOMER, ITEM, INVOICE, ESTIMATE = (fields_of(name) for name in ("Customer", "Item", "Invoice", "Estimate"))
EMAIL, ADDRESS, LINE = CUSTOMER["PrimaryEmailAddr"], CUSTOMER["BillAddr"], INVOICE["Line"]


def info(kind: str, **more: Any) -> FieldInfo:
    return FieldInfo(**{"name": "Field_1", "title": "Its title", "kind": kind, **more})


BOTH_WAYS: list[tuple[str, Any, FieldInfo, Any]] = [
    ("text", "  Nandi & Söhne\n", info("text"), "  Nandi & Söhne\n"),
    ("memo", {"value": "Thank you"}, INVOICE["CustomerMemo"], "Thank you"),
    ("number", 0.125, info("number"), "0.125"),
    ("money", 36580.5, INVOICE["Deposit"], "36580.50"),
    ("whole-money", 36580, INVOICE["Deposit"], "36580.00"),
    ("negative", -2, info("number"), "-2"),
    ("no", False, CUSTOMER["Active"], False),
    ("day", "2026-08-01", INVOICE["DueDate"], "2026-08-01"),
    ("choice", "Accepted", ESTIMATE["TxnStatus"], "Accepted"),
    ("reference", {"value": "58"}, INVOICE["CustomerRef"], "58"),
    ("old-reference", {"value": "NG:2285964"}, INVOICE["CustomerRef"], "NG:2285964"),
    ("parts", {"Address": "a@b.in"}, EMAIL, {"Address": "a@b.in"}),
    ("custom", [{"DefinitionId": "1", "Type": "StringType", "StringValue": "x"}], INVOICE["CustomField"], {"1": "x"}),
    ("nothing", None, info("text"), None),
]


@pytest.mark.parametrize(
    ("sent", "field", "ours"), [case[1:] for case in BOTH_WAYS], ids=[case[0] for case in BOTH_WAYS]
)
def test_there_and_back(sent: Any, field: FieldInfo, ours: Any) -> None:
    as_answered = str(sent) if isinstance(sent, float) else sent  # app.connectors.http.answers reads no floats
    assert to_canonical(as_answered, field) == ours
    back = to_json(ours, field)
    assert (back, type(back)) == (sent, type(sent))


@pytest.mark.parametrize(
    ("sent", "field", "ours"),
    [
        ("", info("text"), None),
        ({}, ADDRESS, None),
        ([], LINE, None),
        ({"value": "58", "name": "Acme"}, INVOICE["CustomerRef"], "58"),
        ({"name": "US Dollar"}, INVOICE["CustomerRef"], None),
        ({"value": "USD", "name": "US Dollar"}, INVOICE["CurrencyRef"], {"value": "USD", "name": "US Dollar"}),
        ({"value": "NON"}, INVOICE["ClassRef"], {"value": "NON", "name": None}),
        ("2026-08-01-07:00", INVOICE["TxnDate"], "2026-08-01"),
        ("1E+3", info("number"), "1000"),
        ("Discount", ITEM["Type"], "Discount"),
        (
            [
                {"DefinitionId": "2", "Type": "NumberType", "NumberValue": 7},
                {"DefinitionId": "3", "Type": "StringType"},
            ],
            INVOICE["CustomField"],
            {"2": "7", "3": None},
        ),
    ],
    ids=str,
)
def test_read(sent: Any, field: FieldInfo, ours: Any) -> None:
    assert to_canonical(sent, field) == ours


def test_what_a_group_leaves_out_is_empty() -> None:
    read = to_canonical({"Id": "5679", "Line1": "1 Station Road", "New": "unknown"}, ADDRESS)
    assert read["Line1"] == "1 Station Road"
    assert (read["City"], read["PostalCode"]) == (None, None)
    assert "New" not in read


def test_lines() -> None:
    sale = {"ItemRef": {"value": "4", "name": "Design"}, "Qty": "4.5", "UnitPrice": 75, "TaxCodeRef": {"value": "NON"}}
    rows = [
        {"Id": "1", "LineNum": 1, "Amount": "337.5", "DetailType": "SalesItemLineDetail", "SalesItemLineDetail": sale},
        {"Amount": "337.5", "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}},
    ]
    first, second = to_canonical(rows, LINE)
    detail = first["SalesItemLineDetail"]
    assert (first["Amount"], detail["Qty"], detail["UnitPrice"], detail["ItemRef"]) == ("337.50", "4.5", "75.00", "4")
    assert detail["TaxCodeRef"]["value"] == "NON"
    assert (second["SalesItemLineDetail"], second["SubTotalLineDetail"]) == (None, None)
    ours = [
        {"Amount": "337.50", "LineNum": "9", "SalesItemLineDetail": {"ItemRef": "4", "Qty": "4.5", "UnitPrice": "75"}}
    ]
    assert to_json(ours, LINE) == [
        {"Amount": 337.5, "SalesItemLineDetail": {"ItemRef": {"value": "4"}, "Qty": 4.5, "UnitPrice": 75}}
    ]


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ("many", info("number")),
        (True, info("money")),
        ("true", info("boolean")),
        ("31-12-2026", info("date")),
        ("58", INVOICE["CustomerRef"]),
        ({"a": 1}, info("text")),
        ({"Amount": 1}, LINE),
        (["a"], LINE),
        ("a@b.in", EMAIL),
    ],
    ids=str,
)
def test_what_fits_no_form_is_no_value(sent: Any, field: FieldInfo) -> None:
    with pytest.raises(ValueError, match=r"not a|neither|Invalid"):
        to_canonical(sent, field)


@pytest.mark.parametrize(
    ("ours", "field", "sent"),
    [
        ("accepted", ESTIMATE["TxnStatus"], "Accepted"),
        ("", info("text"), None),
        ({"Line1": None, "City": "Pune", "Id": "1"}, ADDRESS, {"Line1": None, "City": "Pune"}),
        ({"value": "USD", "name": "US Dollar"}, INVOICE["CurrencyRef"], {"value": "USD"}),
        ("1000000.00", info("money"), 1000000),
        ("true", info("boolean"), True),
        (False, info("text"), "false"),
    ],
    ids=str,
)
def test_written(ours: Any, field: FieldInfo, sent: Any) -> None:
    back = to_json(ours, field)
    assert (back, type(back)) == (sent, type(sent))


@pytest.mark.parametrize(
    ("ours", "field", "said", "hint"),
    [
        ("x" * 101, ITEM["Name"], "101 characters", "Shorten"),
        ("12 boxes", info("number"), "wants a number", "number"),
        ("1.5", info("whole"), "whole number", "Round"),
        ("0.12345678901234567", info("number"), "more digits", "Round"),
        ("tomorrow", info("date"), "wants a date", "date"),
        ("maybe", info("boolean"), "yes or no", "another"),
        ("Bundle", ITEM["Type"], "not one of the choices", "Inventory, NonInventory"),
        ("Acme Ltd.", INVOICE["CustomerRef"], "does not have", "Sync the record"),
        ({"Address": "nobody"}, EMAIL, "not one e-mail address", "Correct"),
        (None, CUSTOMER["DisplayName"], "is empty", "Fill it in"),
        ("", CUSTOMER["DisplayName"], "is empty", "Fill it in"),
        ("Pune", ADDRESS, "not a group of fields", "another"),
        ("one", LINE, "not a list", "another"),
        (["one"], info("text"), "not one value", "another"),
        ("x", INVOICE["CustomField"], "not a group of fields", "another"),
    ],
    ids=str,
)
def test_refused_before_anything_is_sent(ours: Any, field: FieldInfo, said: str, hint: str) -> None:
    with pytest.raises(Rejected) as caught:
        to_json(ours, field)
    assert said in caught.value.message
    assert "Nothing of this record was sent" in caught.value.message
    assert hint in caught.value.hint
