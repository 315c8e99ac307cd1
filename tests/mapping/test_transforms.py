"""The transform library: a table of examples for each, the three kinds of nothing, and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.mapping.chains import compile_chain
from app.mapping.transforms import LIBRARY
from app.mapping.transforms.base import BOOLEAN, DATE, NUMBER, TEXT, Transform
from app.model.errors import InvalidInput
from app.model.values import FieldType, Value, canonical_number

KINDS = (FieldType.TEXT, FieldType.NUMBER, FieldType.DATE, FieldType.BOOLEAN)
#: name, args, value, what comes out
EXAMPLES: list[tuple[str, Any, Value, Value]] = [
    ("trim", None, "  Acme ", "Acme"),
    ("squeeze", None, " Acme \t Ltd\n", "Acme Ltd"),
    ("upper", None, "acme é", "ACME É"),
    ("lower", None, "ACME", "acme"),
    ("title", None, "ACME o'brien LTD", "Acme O'brien Ltd"),
    ("split", {"separator": ",", "part": 2}, "Pune, Maharashtra", "Maharashtra"),
    ("split", {"separator": ",", "part": -1}, "a,b,c", "c"),
    ("split", {"separator": ",", "part": 9}, "a,b", ""),
    ("join", None, "12 MG Road\n\nPune ", "12 MG Road, Pune"),
    ("join", {"separator": ";", "between": "/"}, "a; b", "a/b"),
    ("replace", {"find": "M/s "}, "M/s Acme", "Acme"),
    ("replace", ["a", "bb"], "aca", "bbcbb"),
    ("regex", {"pattern": "[^0-9]"}, "+91 98765", "9198765"),
    ("regex", {"pattern": "([A-Z]+)-([0-9]+)", "replacement": "\\2/\\1", "mode": "extract"}, "No INV-42!", "42/INV"),
    ("regex", {"pattern": "(x)", "replacement": "\\1", "mode": "extract"}, "abc", ""),
    ("regex", {"pattern": "(b)", "replacement": "\\12\\\\"}, "abc", "ab2\\c"),
    ("substring", {"start": 3, "length": 10}, "27AAPFU0939F1ZV", "AAPFU0939F"),
    ("substring", {"start": -3}, "abcdef", "def"),
    ("pad", {"width": 6}, "42", "000042"),
    ("pad", {"width": 4, "fill": ".", "side": "right"}, "42", "42.."),
    ("negate", None, "-1500.00", "1500.00"),
    ("negate", [], "0.00", "0.00"),
    ("scale", {"factor": "100"}, "0.18", "18"),
    ("scale", 0.01, "18", "0.18"),
    ("round", None, "12.345", "12.35"),
    ("round", {"places": 0, "mode": "half_even"}, "2.5", "2"),
    ("round", {"places": -2, "mode": "down"}, "1999", "1900"),
    ("convert_unit", {"from": "kg", "to": "g"}, "1.5", "1500"),
    ("convert_unit", {"from": "g", "to": "kg"}, "250", "0.25"),
    ("convert_unit", {"from": "dozen", "to": "piece"}, "2", "24"),
    ("convert_unit", {"from": "piece", "to": "dozen"}, "6", "0.5"),
    ("convert_unit", {"from": "lakh", "to": "rupee"}, "1.25", "125000"),
    ("number_format", {"grouping": "indian"}, "-12345678.5", "-1,23,45,678.5"),
    ("number_format", {"grouping": "western", "places": 2}, "1234567", "1,234,567.00"),
    ("number_format", {"grouping": "western", "decimal_mark": ","}, "1234.5", "1.234,5"),
    ("number_parse", None, "₹ 1,50,000.50", "150000.5"),
    ("number_parse", {"decimal_mark": ","}, "1.234,5", "1234.5"),
    ("number_parse", None, "(1,234.00)", "-1234"),
    ("date_parse", {"format": "DD/MM/YYYY"}, "01/08/2026", "2026-08-01"),
    ("date_parse", {"format": "D-MMM-YY"}, "1-aug-26", "2026-08-01"),
    ("date_parse", {"format": "YYYYMMDD"}, "20260801", "2026-08-01"),
    ("date_format", {"format": "D. MMMM YYYY"}, "2026-08-01", "1. August 2026"),
    ("words_to_boolean", {"yes": ["Active", "On"], "no": ["Closed"]}, " on ", True),
    ("words_to_boolean", None, "No", False),
    ("boolean_to_words", {"yes": ["Active"], "no": ["Closed"]}, False, "Closed"),
    ("phone_e164", None, "098765 43210", "+919876543210"),
    ("phone_e164", None, "91-9876543210", "+919876543210"),
    ("phone_e164", None, "0091 98765 43210", "+919876543210"),
    ("phone_e164", None, "+1 (415) 555-2671", "+14155552671"),
    ("phone_e164", None, "020-2612 3456", "+912026123456"),
    ("phone_e164", None, "see notes", "see notes"),
    ("phone_e164", {"country": "AE"}, "050 123 4567", "+971501234567"),
    ("state_to_code", None, "maharashtra", "27"),
    ("state_to_code", None, "Jammu and  Kashmir", "01"),
    ("state_to_code", None, "Orissa", "21"),
    ("state_to_code", None, "Nowhere", "Nowhere"),
    ("code_to_state", None, "7", "Delhi"),
    ("code_to_state", None, "28", "Andhra Pradesh"),
    ("default_if_empty", {"value": "India"}, None, "India"),
    ("default_if_empty", {"value": "India"}, "", "India"),
    ("default_if_empty", {"value": "India", "when": "null"}, "", ""),
    ("default_if_empty", {"value": "India", "when": "empty"}, None, None),
    ("default_if_empty", {"value": "India"}, "Nepal", "Nepal"),
    ("constant", ["INR"], None, "INR"),
    ("template", ["INV-{value}/{{x}}"], "42", "INV-42/{x}"),
    ("formula", {"formula": "if(value > 1000, 'A', 'B')"}, "1500", "A"),
    ("formula", {"formula": "value * 1.18", "gives": "number"}, "100", "118"),
    ("lookup_by", {"field": "email"}, "accounts@acme.example", "accounts@acme.example"),
]


@pytest.mark.parametrize(
    ("name", "args", "value", "out"), EXAMPLES, ids=[f"{number}-{row[0]}" for number, row in enumerate(EXAMPLES)]
)
def test_examples(name: str, args: Any, value: Value, out: Value) -> None:
    forward = chain((name, args)).forward
    assert forward is not None
    assert forward(value) == out


def test_every_transform_has_an_example_and_says_what_it_does() -> None:
    assert {row[0] for row in EXAMPLES} == set(LIBRARY)
    for transform in LIBRARY.values():
        assert transform.title
        assert transform.example
        assert len({one.name for one in transform.parameters}) == len(transform.parameters)


def chain(*steps: tuple[str, Any], starts: Sequence[FieldType] = KINDS) -> Any:
    return compile_chain([{"name": name, "args": args} for name, args in steps], "transform", starts)


@pytest.mark.parametrize(
    ("name", "args", "value", "said"),
    [
        ("number_parse", None, "12 kg", "is not a number"),
        ("number_parse", None, "₹", "is not a number"),
        ("date_parse", None, "31/02/2026", "a day that does not exist"),
        ("date_parse", None, "2026-08-01", "not a date written like DD/MM/YYYY"),
        ("words_to_boolean", None, "perhaps", "neither a word for yes nor for no"),
        ("phone_e164", {"unknown": "error"}, "see notes", "not a telephone number"),
        ("state_to_code", {"unknown": "error"}, "Nowhere", "not a state of India"),
        ("scale", ["1000000000000"], "9" * 59, "too large or has too many digits"),
        ("formula", ["1 / value"], "0", "divides by zero"),
        ("replace", ["a", "b" * 2000], "a" * 5000, "too long"),
    ],
)
def test_what_does_not_fit_is_said(name: str, args: Any, value: Value, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        chain((name, args)).forward(value)


@pytest.mark.parametrize(
    ("name", "args", "field"),
    [
        ("nope", None, "transform[0].name"),
        ("trim", {"side": "left"}, "transform[0].args.side"),
        ("pad", None, "transform[0].args.width"),
        ("pad", {"width": "wide"}, "transform[0].args.width"),
        ("pad", {"width": 10**9}, "transform[0].args.width"),
        ("pad", {"width": 3, "side": "top"}, "transform[0].args.side"),
        ("pad", {"width": 3, "fill": "ab"}, "transform[0].args.fill"),
        ("pad", [1, 2, 3, 4], "transform[0].args"),
        ("split", {"separator": ",", "part": 0}, "transform[0].args.part"),
        ("scale", {"factor": 0}, "transform[0].args.factor"),
        ("scale", {"factor": "1e999999999"}, "transform[0].args.factor"),
        ("scale", {"factor": True}, "transform[0].args.factor"),
        ("convert_unit", {"from": "kg", "to": "m"}, "transform[0].args.to"),
        ("regex", {"pattern": "("}, "transform[0].args.pattern"),
        ("regex", {"pattern": "(?=a)"}, "transform[0].args.pattern"),
        ("regex", {"pattern": "((a{100}){100}){100}"}, "transform[0].args.pattern"),
        ("regex", {"pattern": "a" * 501}, "transform[0].args.pattern"),
        ("regex", {"pattern": "a", "replacement": "\\1"}, "transform[0].args.replacement"),
        ("regex", {"pattern": "a", "replacement": "\\q"}, "transform[0].args.replacement"),
        ("date_parse", {"format": "DD/MM"}, "transform[0].args.format"),
        ("date_parse", {"format": "DDD/MM/YYYY"}, "transform[0].args.format"),
        ("words_to_boolean", {"yes": ["x"], "no": ["X "]}, "transform[0].args.no"),
        ("template", {"text": "{first_name}"}, "transform[0].args.text"),
        ("template", {"text": "{value"}, "transform[0].args.text"),
        ("template", {"text": "nothing"}, "transform[0].args.text"),
        ("formula", {"formula": "other + 1"}, "transform[0].args.formula"),
        ("formula", {"formula": "__import__('os')"}, "transform[0].args.formula"),
    ],
)
def test_bad_arguments_are_named(name: str, args: Any, field: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        chain((name, args))
    assert caught.value.field == field


@pytest.mark.parametrize(
    ("steps", "start", "field"),
    [
        ([("upper", None)], FieldType.NUMBER, "transform[0]"),
        ([("number_parse", None), ("upper", None)], FieldType.TEXT, "transform[1]"),
        ([("date_parse", None), ("scale", ["2"])], FieldType.TEXT, "transform[1]"),
        ([("constant", ["x"])], FieldType.NUMBER, "transform[0].args.value"),
        ([("trim", None)] * 21, FieldType.TEXT, "transform"),
    ],
)
def test_chains_whose_types_do_not_fit_are_refused(steps: Any, start: FieldType, field: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        chain(*steps, starts=(start,))
    assert caught.value.field == field


def test_a_chain_is_undone_from_its_end() -> None:
    made = chain(("number_parse", {"grouping": "indian"}), ("scale", ["100"]), ("negate", None))
    assert made.takes is FieldType.TEXT
    assert made.gives is FieldType.NUMBER
    assert made.forward("1,500.5") == "-150050"
    assert made.back("-150050") == "1,500.5"
    one_way = chain(("number_parse", None), ("round", None))
    assert one_way.back is None
    assert one_way.one_way.name == "round"


@pytest.mark.parametrize(
    ("name", "args", "exact"),
    [
        ("scale", ["8"], True),
        ("scale", ["3"], False),
        ("convert_unit", {"from": "kg", "to": "g"}, True),
        ("convert_unit", {"from": "dozen", "to": "piece"}, False),
        ("convert_unit", {"from": "piece", "to": "dozen"}, False),
        ("number_format", {}, True),
        ("number_format", {"places": 2}, False),
        ("date_parse", ["D/M/YYYY"], True),
        ("date_parse", ["DMYYYY"], False),
        ("date_parse", ["DD/MM/YY"], False),
        ("template", ["A {value}"], True),
        ("template", ["{value}{value}"], False),
        ("trim", None, False),
        ("formula", ["value"], False),
    ],
)
def test_what_can_be_undone_depends_on_the_arguments(name: str, args: Any, exact: bool) -> None:
    assert (chain((name, args)).back is not None) is exact
    assert LIBRARY[name].reversible in (("exactly", "sometimes") if exact else ("sometimes", "not"))


_texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
_numbers = st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9).map(
    canonical_number
)
_dates = st.dates().map(str)
_phones = st.from_regex(r"(\+91|0|91|)[ -]?[1-9][0-9]{4}[ -]?[0-9]{5}", fullmatch=True)
_states = st.sampled_from(["Goa", "orissa", "27", "7", "28", "Tamil Nadu", "x"])
_shaped = st.one_of(_texts, _numbers, _phones, _states, st.sampled_from(["yes", "NO", "01/08/2026", "INV-7"]))
_args: dict[str, list[Any]] = {row[0]: [] for row in EXAMPLES}
for _name, _given, _, _ in EXAMPLES:
    _args[_name].append(_given)


def _values(transform: Transform) -> Any:
    if transform.takes & TEXT:
        return _shaped
    found = [
        made
        for kinds, made in ((NUMBER, _numbers), (DATE, _dates), (BOOLEAN, st.booleans()))
        if kinds & transform.takes
    ]
    return st.one_of(found)


@pytest.mark.parametrize("name", sorted(LIBRARY))
@settings(max_examples=40)
@given(st.data())
def test_what_was_made_comes_out_again_after_the_way_back(name: str, data: Any) -> None:
    made = chain((name, data.draw(st.sampled_from(_args[name]))))
    value = data.draw(_values(LIBRARY[name]))
    try:
        hub = made.forward(value)
    except ValueError:
        return
    if made.back is None or not isinstance(hub, str | bool) or hub == "":
        return
    sent = made.back(hub)
    assert made.forward(sent) == hub
    assert made.back(made.forward(sent)) == sent


@pytest.mark.parametrize(
    "steps",
    [
        [("number_parse", {"grouping": "indian"}), ("scale", ["100"])],
        [("date_parse", ["D-MMM-YYYY"]), ("date_format", ["YYYYMMDD"])],
        [
            ("number_parse", None),
            ("convert_unit", {"from": "g", "to": "kg"}),
            ("number_format", {"grouping": "western"}),
        ],
    ],
)
@given(number=_numbers, day=_dates)
def test_exact_chains_lose_nothing_of_what_the_hub_holds(steps: Any, number: str, day: str) -> None:
    made = chain(*steps)
    end = made.gives
    hub = number if end is FieldType.NUMBER else day.replace("-", "") if steps[-1][0] == "date_format" else None
    hub = chain(("number_format", {"grouping": "western"})).forward(number) if hub is None else hub
    assert made.forward(made.back(hub)) == hub


@pytest.mark.parametrize("name", sorted(set(LIBRARY) - {"default_if_empty", "constant", "formula"}))
@pytest.mark.parametrize("nothing", [None, ""], ids=["null", "empty"])
def test_null_stays_null_and_empty_stays_empty(name: str, nothing: Value) -> None:
    for args in _args[name]:
        made = chain((name, args))
        # An empty text is neither yes nor no: a boolean has no third value but null.
        expected = None if made.gives is FieldType.BOOLEAN else nothing
        assert made.forward(nothing) == expected
        if made.back is not None:
            assert (
                made.back(nothing) in (nothing, None) if name == "boolean_to_words" else made.back(nothing) == nothing
            )


@pytest.mark.parametrize("name", sorted(LIBRARY))
@settings(max_examples=40)
@given(st.data())
def test_no_value_makes_a_step_raise_anything_but_a_value_error(name: str, data: Any) -> None:
    made = chain((name, data.draw(st.sampled_from(_args[name]))))
    value = data.draw(st.one_of(st.none(), st.booleans(), st.text(), _numbers, st.from_regex(r"[-+(]?[0-9.,eE]{0,80}")))
    for step in (made.forward, made.back):
        try:
            found = None if step is None else step(value)
        except ValueError:
            continue
        assert found is None or isinstance(found, str | bool)
