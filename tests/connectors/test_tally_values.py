"""Tally's value grammar, folding and the typed requests."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.connectors.tally import requests, values
from app.connectors.tally.folding import fold_name
from app.connectors.tally.requests import Kind, Period
from app.connectors.tally.values import MARK
from app.model.values import canonical_number


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("-36580.00", "-36580.00"),
        ("0.00", "0.00"),
        ("-0.00", "0.00"),
        (" 12.5", "12.50"),
        ("", None),
        ("   ", None),
        (None, None),
        ("-$ 100.00 @ I₹ 86/$  = -I₹ 8600.00", "-8600.00"),
        ("$ 100.00 @ I₹ 86/$  = I₹ 8600.00", "8600.00"),
        ("₹ 1,00,000.50", "100000.50"),
        ("(1234.00)", "-1234.00"),
        ("8600.00 Dr", "-8600.00"),
        ("8600.00 Cr", "8600.00"),
        ("1.2345", "1.2345"),
        ("007.10", "7.10"),
        (".5", "0.50"),
        (f"{MARK} Not Applicable", None),
    ],
)
def test_money(raw: str | None, value: str | None) -> None:
    assert values.money(raw) == value


@pytest.mark.parametrize("raw", ["abc", "12.3.4", "1-2", "--5"])
def test_money_that_is_none(raw: str) -> None:
    with pytest.raises(ValueError, match="amount"):
        values.money(raw)


DOZENS = {"dzn": (Decimal(12), "Pcs")}


@pytest.mark.parametrize(
    ("raw", "unit", "value"),
    [
        (" 2 Nos", None, ("2", "Nos")),
        (" 100 nos", None, ("100", "nos")),
        ("1000.00 Kgs.", None, ("1000", "Kgs.")),
        ("-0.125 Kgs.", None, ("-0.125", "Kgs.")),
        (" 3 Dzn 6 Pcs", None, ("42", "Pcs")),
        ("-3 Dzn 6 Pcs", None, ("-42", "Pcs")),
        (" 3 Dzn", None, ("3", "Dzn")),
        (" 3 Dzn", "Pcs", ("36", "Pcs")),
        (" 2 Box = 24 Pcs", None, ("2", "Box")),
        (" 5", None, ("5", None)),
        ("", None, (None, None)),
        (None, None, (None, None)),
        ("1,250 Nos", None, ("1250", "Nos")),
    ],
)
def test_quantity(raw: str | None, unit: str | None, value: tuple[str | None, str | None]) -> None:
    assert values.quantity(raw, DOZENS, unit) == value


def test_a_compound_of_unknown_units_is_no_number() -> None:
    with pytest.raises(ValueError, match="compound"):
        values.quantity(" 3 Crate 6 Bottle", DOZENS)


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("30000.00/Nos", ("30000.00", "Nos")),
        ("50.00/Piece", ("50.00", "Piece")),
        ("12.5", ("12.50", None)),
        ("", (None, None)),
        ("$ 10.00 = I₹ 860.00/Nos", ("860.00", "Nos")),
    ],
)
def test_rate(raw: str, value: tuple[str | None, str | None]) -> None:
    assert values.rate(raw) == value


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("20261001", "2026-10-01"),
        ("1-Aug-26", "2026-08-01"),
        ("31-Mar-2027", "2027-03-31"),
        ("", None),
        (None, None),
        (" 20240229 ", "2024-02-29"),
    ],
)
def test_day(raw: str | None, value: str | None) -> None:
    assert values.day(raw) == value


@pytest.mark.parametrize("raw", ["2026-04-01", "20240631", "soon", "1-Foo-26"])
def test_a_day_that_is_none(raw: str) -> None:
    with pytest.raises(ValueError, match=r"date|day|month"):
        values.day(raw)


def test_due_days() -> None:
    assert values.due_day("30 Days", "2026-01-15") == "2026-02-14"
    assert values.due_day("1-Aug-26", "2026-01-15") == "2026-08-01"
    assert values.due_day("", "2026-01-15") is None
    assert values.credit_days("45 Days") == 45
    assert values.credit_days("1 Week") == 7
    assert values.day_of_serial("45870") == "2025-08-01"


def test_logical_and_numbers() -> None:
    assert (values.logical("Yes"), values.logical("No"), values.logical(""), values.logical(None)) == (
        True,
        False,
        None,
        None,
    )
    assert (values.number(" 18"), values.number("9.50"), values.number("2.5%"), values.number("")) == (
        "18",
        "9.5",
        "2.5",
        None,
    )
    assert values.whole(" 4003") == 4003


def test_text_keeps_what_it_is_given() -> None:
    assert values.text("Tom & Jerry\r\nñ नमस्ते") == "Tom & Jerry\r\nñ नमस्ते"
    assert values.text(f"{MARK} Not Applicable") is None
    assert values.text(f"{MARK} Primary") is None
    assert values.text(f"{MARK} Applicable") == "Applicable"
    assert values.text("Not Applicable") == "Not Applicable"
    assert values.text("   ") is None


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**12), max_value=10**12))
def test_sums_are_exact(number: Decimal) -> None:
    money = canonical_number(number, money=True)
    assert values.money(str(number)) == money
    assert values.unscaled(values.scaled(money)) == money
    assert Decimal(values.negated(money) or "0") == -number


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**9), max_value=10**9))
def test_sums_of_finer_money(number: Decimal) -> None:
    money = canonical_number(number, money=True)
    assert values.unscaled(values.scaled(money)) == money


# -- names --------------------------------------------------------------------------------------------------------


def test_folding() -> None:
    assert fold_name("  Acme-Traders  ") == fold_name("ACME traders") == fold_name("acme  traders")
    assert fold_name("A & B") != fold_name("A and B")
    assert fold_name("Café") == "café"


@given(st.text())
def test_folding_twice_is_folding_once(name: str) -> None:
    assert fold_name(fold_name(name)) == fold_name(name)


# -- requests -----------------------------------------------------------------------------------------------------


def test_a_request_is_the_canonical_shape() -> None:
    request = requests.collection(
        "ACME & CO",
        Kind.VOUCHER,
        ("MASTERID", "ALLLEDGERENTRIES.AMOUNT"),
        "vouchers",
        where=requests.days(date(2026, 8, 1), date(2026, 8, 7)) & requests.alter_id_above(5),
        period=Period(date(2026, 8, 1), date(2026, 8, 31)),
    )
    assert request.payload.decode("utf-16-le") == request.body
    assert not request.payload.startswith(b"\xff\xfe")
    assert "<SVCURRENTCOMPANY>ACME &amp; CO</SVCURRENTCOMPANY>" in request.body
    assert '<SVFROMDATE TYPE="Date">20260801</SVFROMDATE><SVTODATE TYPE="Date">20260831</SVTODATE>' in request.body
    assert (
        "$Date &gt;= $$Date:&quot;20260801&quot; AND $Date &lt;= $$Date:&quot;20260807&quot; AND $AlterID &gt; 5"
        in request.body
    )
    assert "<ID>SmSyncVoucher</ID>" in request.body
    assert '<COLLECTION NAME="SmSyncVoucher" ISMODIFY="No"><TYPE>Voucher</TYPE>' in request.body


@given(st.text(min_size=1))
def test_free_text_goes_in_escaped(name: str) -> None:
    from lxml import etree

    if not name.strip():
        return
    body = requests.collection(name, Kind.LEDGER, ("MASTERID",), "x").body
    root = etree.fromstring(body.encode("utf-8"))
    said = root.findtext("BODY/DESC/STATICVARIABLES/SVCURRENTCOMPANY")
    assert len(root.findall(".//COLLECTION")) == 1
    assert (said or "").split() == "".join(
        one for one in name if one >= " " and one not in "\x7f\ufffe\uffff" and not "\ud800" <= one <= "\udfff"
    ).split()


def test_what_cannot_be_asked() -> None:
    with pytest.raises(ValueError, match="company"):
        requests.collection(" ", Kind.LEDGER, ("MASTERID",), "x")
    with pytest.raises(ValueError, match="leaf"):
        requests.collection("A", Kind.LEDGER, ("MASTERID</FETCH>",), "x")
    with pytest.raises(ValueError, match="ids"):
        requests.master_ids(list(range(101)))
    with pytest.raises(ValueError, match="formula"):
        requests.voucher_types(['Sales "A"'])
    with pytest.raises(ValueError, match="voucher"):
        requests.voucher("A", 0)


def test_several_ids_are_several_comparisons() -> None:
    """One comparison with several numbers ends Tally."""
    assert requests.master_ids([3, 5]).formula == "($MasterID = 3 OR $MasterID = 5)"


def test_an_object_request_has_a_fetch_list() -> None:
    """Without it Tally never answers."""
    assert "<FETCHLIST><FETCH>MASTERID</FETCH></FETCHLIST>" in requests.voucher("A", 25730).body
    assert '<ID TYPE="Name">ID:25730</ID>' in requests.voucher("A", 25730).body
