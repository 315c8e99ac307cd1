"""Cells as an Indian office writes them, read as the hub's values; and titles as fields."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.entities import CUSTOMER, INVOICE, PAYMENT, PRODUCT, FieldSpec
from app.model.values import FieldType, canonical_number
from app.sheets import values
from app.sheets.cells import harmless, restored
from app.sheets.headers import file_columns, guess, header_row
from app.sheets.reading import Sheet
from app.sheets.values import Unreadable, parse
from app.ui.formats import grouped

NUMBER, MONEY = FieldSpec("n", FieldType.NUMBER), FieldSpec("m", FieldType.NUMBER, money=True)
DATE, FLAG, TEXT = FieldSpec("d", FieldType.DATE), FieldSpec("b", FieldType.BOOLEAN), FieldSpec("t")
KIND = PAYMENT.field["allocations"].child["kind"]

READ = [
    (MONEY, "1,23,456.50", "123456.50"), (MONEY, "(1,234)", "-1234.00"), (MONEY, "₹ 500/-", "500.00"),
    (MONEY, "1,200.00 Cr", "-1200.00"), (MONEY, "Dr 5", "5.00"), (MONEY, "Rs. -5", "-5.00"), (MONEY, "12-", "-12.00"),
    (NUMBER, "18 %", "18"), (NUMBER, ".5", "0.5"), (NUMBER, "1e3", "1000"), (NUMBER, "१२३", "123"), (NUMBER, "–", None),
    (NUMBER, 0.1 + 0.2, "0.3"), (NUMBER, 5, "5"),
    (DATE, "31-12-2026", "2026-12-31"), (DATE, "1/2/26", "2026-02-01"), (DATE, "1-Aug-2026", "2026-08-01"),
    (DATE, "1st August 26", "2026-08-01"), (DATE, "Aug 3, 2026", "2026-08-03"), (DATE, "2026-08-01 10:00:00", "2026-08-01"),
    (DATE, "20260801", "2026-08-01"), (DATE, 46235, "2026-08-01"), (DATE, datetime(2026, 8, 1, 9), "2026-08-01"),
    (DATE, date(2026, 8, 1), "2026-08-01"), (FLAG, "हाँ", True), (FLAG, 0, False), (FLAG, "Yes", True),
    (TEXT, 400001.0, "400001"), (TEXT, True, "Yes"), (TEXT, datetime(2026, 8, 1), "2026-08-01"), (TEXT, " a\r\nb ", "a\nb"),
    (KIND, "Agst Ref", "against"), (KIND, "on account", "on_account"),
]  # fmt: skip
WRONG = [
    (NUMBER, "1,5", values.NOT_A_NUMBER), (NUMBER, "12,34", values.NOT_A_NUMBER), (NUMBER, True, values.NOT_A_NUMBER),
    (NUMBER, "1e999", values.NOT_A_NUMBER), (NUMBER, "9" * 41, values.NOT_A_NUMBER), (NUMBER, "NaN", values.NOT_A_NUMBER),
    (DATE, "12/13/2026", values.NO_SUCH_DAY), (DATE, "31/02/2026", values.NO_SUCH_DAY), (DATE, "soon", values.NOT_A_DATE),
    (DATE, "5", values.NOT_A_DATE), (FLAG, "perhaps", values.NOT_YES_OR_NO), (KIND, "other", values.NOT_A_CHOICE),
    (TEXT, "#REF!", values.EXCEL_ERROR), (TEXT, "a\0b", values.NOT_TEXT),
]  # fmt: skip


@pytest.mark.parametrize(("field", "cell", "wanted"), READ)
def test_read(field: FieldSpec, cell: Any, wanted: Any) -> None:
    assert parse(field, cell) == wanted


@pytest.mark.parametrize(("field", "cell", "reason"), WRONG)
def test_told_what_is_wrong(field: FieldSpec, cell: Any, reason: str) -> None:
    with pytest.raises(Unreadable) as told:
        parse(field, cell)
    assert told.value.reason == reason


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**12), max_value=10**12))
def test_grouped_figures_are_read_back(number: Decimal) -> None:
    text = canonical_number(number, money=True)
    ways = [text, grouped(text), f"₹ {grouped(text)}", f"{grouped(text.lstrip('-'))} {'Cr' if number < 0 else 'Dr'}"]
    assert {parse(MONEY, way) for way in ways} == {text}


@given(st.dates(min_value=date(1970, 1, 1), max_value=date(2069, 12, 31)))
def test_days_are_read_however_they_are_written(day: date) -> None:
    ways = ["%d-%m-%Y", "%d/%m/%y", "%d.%m.%Y", "%d-%b-%Y", "%d %B %y", "%Y-%m-%d", "%Y%m%d", "%B %d, %Y"]
    assert {parse(DATE, day.strftime(way)) for way in ways} == {day.isoformat()}


@given(
    st.sampled_from([NUMBER, MONEY, DATE, FLAG, TEXT, KIND]), st.text() | st.floats() | st.integers() | st.datetimes()
)
def test_any_cell_is_a_value_or_unreadable(field: FieldSpec, cell: Any) -> None:
    with suppress(Unreadable):
        parse(field, cell)


@given(st.text())
def test_no_cell_is_a_formula_and_each_comes_back(text: str) -> None:
    assert harmless(text)[:1] not in ("=", "+", "-", "@", "\t", "\r")
    assert restored(harmless(text)) == text


def sheet(*rows: tuple[Any, ...]) -> Sheet:
    return Sheet("", (), tuple(enumerate(rows, start=1)))


def test_titles_are_found_and_known() -> None:
    found = sheet(
        ("Mehta Traders Pvt Ltd",),
        (
            "Party Name",
            "GST No.",
            "Mobile No",
            "Opening Balance",
            "City",
            "Pin Code",
            "Email Id",
            "Closing balance",
            "",
        ),
        ("A & Co", "27AAPFU0939F1ZV", "98200 12345", "1,23,456 Dr", "Pune", "411001", "a@b.in", "5", "more"),
    )
    assert header_row(found, CUSTOMER) == 2
    columns = file_columns(found, 2)
    names = dict(enumerate(("business_name", "gstin", "mobile", "opening_balance", "city", "pincode", "email")))
    assert guess(CUSTOMER, columns) == names  # what comes from the books alone is not taken
    assert columns[-1].title == "(I)"
    goods = sheet(
        ("Item Name", "Part No", "HSN/SAC", "GST %", "Rate", "UOM"), ("Bulb", "P1", "8539", "18%", "95.00", "Nos")
    )
    wanted = dict(enumerate(("name", "sku", "hsn_code", "gst_rate", "rate", "unit")))
    assert guess(PRODUCT, file_columns(goods, header_row(goods, PRODUCT))) == wanted
    bill = sheet(("Bill No", "Bill Date", "Party", "Item", "Qty", "Total"), ("1", "1/8/26", "A", "Bulb", "1", "20"))
    wanted = dict(enumerate(("number", "date", "customer", "lines[].product", "lines[].quantity", "total")))
    assert guess(INVOICE, file_columns(bill, header_row(bill, INVOICE))) == wanted
