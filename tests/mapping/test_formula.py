"""The formula language: what it calculates, what it refuses and where, and that nothing gets out of it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.mapping.formula import FormulaError, compile_formula
from app.mapping.formula.functions import FUNCTIONS

RECORD: dict[str, Any] = {
    "n": "12.50", "days": "30", "name": "Acme", "empty": "", "nothing": None, "active": True, "day": "2026-08-01",
    "custom.party": "Walk in", "two words": "x", "lines": [{"a": "b"}],
}  # fmt: skip
NAMES = {*RECORD, "absent"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 + 2 * 3", "7"),
        ("(1 + 2) * 3", "9"),
        ("10 - 2 - 3", "5"),
        ("-n + 1", "-11.5"),
        ("--2", "2"),
        ("7 % 3", "1"),
        ("0.1 + 0.2 = 0.3", True),
        ("'a' & 1.50 & nothing & \"b\"", "a1.5b"),
        ("'it''s'", "it's"),
        ("n > 9 and days < 100", True),
        ("'9' < '10'", True),
        ("name = 'Acme' or 1 / 0", True),
        ("not not active", True),
        ("nothing = null", True),
        ("absent = null", True),
        ("empty = null", False),
        ("nothing > 1", False),
        ("nothing + 1", None),
        ("exists(nothing)", True),
        ("exists(absent)", False),
        ("is_empty(empty)", True),
        ("is_empty(nothing)", False),
        ("is_null(nothing)", True),
        ("coalesce(nothing, empty, name)", "Acme"),
        ("if(days > 45, 'late')", None),
        ("IF(days > 15, 'B', 'A')", "B"),
        ("custom.party", "Walk in"),
        ("[two words] & 'y'", "xy"),
        ("lines", None),
        ("upper(left(name, 2)) & right(name, 1) & mid(name, 2, 2)", "ACecm"),
        ("replace(name, 'c', 'k') & len(name)", "Akme4"),
        ("contains(name, 'cm') and starts_with(name, 'A') and ends_with(name, 'e')", True),
        ("round(10 / 3, 2)", "3.33"),
        ("max(1, '2', n) - min(1, 2) + abs(-1)", "12.5"),
        ("year(day) & '/' & month(day)", "2026/8"),
        ("days_between(day, '2026-08-31') + day(day)", "31"),
        ("number('5') + 1 & text(2)", "62"),
        ("trim('  a   b ') & lower('C')", "a bc"),
    ],
)
def test_what_formulas_calculate(text: str, value: Any) -> None:
    found = compile_formula(text, NAMES).value(RECORD)
    if isinstance(found, Decimal):
        assert found == Decimal(value)
    else:
        assert found == value


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("", 1),
        ("1 +", 4),
        ("(1", 3),
        ("1)", 2),
        ("1 2", 3),
        ("'open", 1),
        ("nme = 1", 1),
        ("1 + nme", 5),
        ("eval('1')", 1),
        ("name.__class__", 1),
        ("name['x']", 5),
        ("len(name", 9),
        ("len()", 1),
        ("if(true)", 1),
        ("exists(1)", 8),
        ("1 ; 2", 3),
        ("1 = 2 = 3", 7),
        ("lambda: 1", 7),
        ("1" * 40, 31),
        ("a" * 2_001, 0),
        ("(" * 500 + "1" + ")" * 500, 31),
    ],
)
def test_mistakes_are_named_with_their_place(text: str, position: int) -> None:
    with pytest.raises(FormulaError) as caught:
        compile_formula(text, NAMES)
    assert caught.value.position == position


@pytest.mark.parametrize(
    "text",
    [
        "1 / 0",
        "1 % 0",
        "name + 1",
        "name > 1",
        "if(name, 1, 2)",
        "year(name)",
        "left(name, -1)",
        "round(1, 99)",
        "9" * 30 + "*" + "9" * 30 + "*99",
    ],
)
def test_what_can_not_be_calculated_is_said(text: str) -> None:
    with pytest.raises(FormulaError):
        compile_formula(text, NAMES).value(RECORD)


def test_size_is_bounded() -> None:
    long = "+".join(["1"] * 1000)
    assert compile_formula(long, ()).value({}) == 1000
    grown = "replace(" * 20 + "'aaaaaaaaaa'" + ", 'a', 'aaaaaaaaaa')" * 20
    with pytest.raises(FormulaError, match="longer than"):
        compile_formula(grown, ()).value({})
    signs = "not " * 400 + "true"
    assert compile_formula(signs, ()).value({}) is True


_words = st.sampled_from(
    ["1", "2.5", "'a'", '"b"', "n", "name", "nothing", "absent", "day", "+", "-", "*", "/", "%", "&", "=", "!=", "<", ">=",
     "(", ")", ",", "and", "or", "not", "true", "null", "if(", "exists(", "[", "]", "'", *(f"{name}(" for name in FUNCTIONS)]
)  # fmt: skip


@given(st.one_of(st.text(max_size=60), st.lists(_words, max_size=25).map(" ".join)))
def test_no_text_raises_anything_but_our_error(text: str) -> None:
    try:
        found = compile_formula(text, NAMES).value(RECORD)
    except FormulaError:
        return
    assert found is None or isinstance(found, str | bool | Decimal)


@given(st.sampled_from(sorted(FUNCTIONS)), st.lists(st.none() | st.text() | st.booleans(), min_size=1, max_size=3))
def test_no_value_raises_anything_but_our_error(name: str, values: list[Any]) -> None:
    names = [f"f{number}" for number in range(len(values))]
    try:
        compile_formula(f"{name}({', '.join(names)})", names).value(dict(zip(names, values, strict=True)))
    except FormulaError:
        return
