"""Validation rules: what each takes and refuses, and that they hold for what is sent and never for what comes in."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.mapping.compiled import compile_mapping
from app.mapping.errors import MappingError
from app.mapping.fields import FieldMapping
from app.mapping.india import check_letter, gstin_fault
from app.mapping.validation import RULES, compile_rules
from app.model.entities import CUSTOMER, INVOICE, FieldSpec
from app.model.errors import InvalidInput
from app.model.values import FieldType
from app.simulator.names import gstin, pan

_TEXT, _NUMBER, _DATE = FieldSpec("f"), FieldSpec("f", FieldType.NUMBER), FieldSpec("f", FieldType.DATE)


@pytest.mark.parametrize(
    ("rule", "args", "target", "good", "bad"),
    [
        ("required", None, _TEXT, ["x"], [None, ""]),
        ("length", {"max": 3}, _TEXT, ["abc", None, ""], ["abcd"]),
        ("length", [2, 3], _TEXT, ["ab"], ["a", "abcd"]),
        ("pattern", {"pattern": "[A-Z]{3}-[0-9]+"}, _TEXT, ["INV-1", None], ["INV-", "xINV-1", "inv-1"]),
        ("range", {"min": "0", "max": 100}, _NUMBER, ["0", "99.9", None], ["-1", "100.01"]),
        ("range", {"min": "2026-04-01"}, _DATE, ["2026-04-01"], ["2026-03-31"]),
        ("one_of", ["Retail", "Wholesale"], _TEXT, ["Retail", None], ["retail"]),
        ("one_of", {"values": ["5", "18.0"]}, _NUMBER, ["18"], ["12"]),
        ("gstin", None, _TEXT, ["27AAPFU0939F1ZV", None], ["27AAPFU0939F1ZW", "27aapfu0939f1zv", "00AAPFU0939F1ZV", "27"]),
        ("pan", None, _TEXT, ["AAPFU0939F"], ["AAPXU0939F", "AAPFU093F"]),
        ("email", None, _TEXT, ["a.b+c@acme.co.in", "x@y.example"], ["a@b", "a b@c.de", "a@@c.de", "a@c..de", "@c.de"]),
        ("phone", None, _TEXT, ["+919876543210", "098765 43210", "+14155552671"], ["12345", "call me", "+91123"]),
        ("pincode", None, _TEXT, ["411001", "411 001"], ["011001", "41100", "4110011"]),
        ("formula", {"formula": "f = null or other > 3"}, _NUMBER, [None], ["1"]),
    ],
)  # fmt: skip
def test_rules(rule: str, args: Any, target: FieldSpec, good: list[Any], bad: list[Any]) -> None:
    (check,) = compile_rules([{"rule": rule, "args": args}], target, "f", {"f", "other"}, "validation")
    for value in good:
        assert check.fault({"f": value}) is None, value
    for value in bad:
        assert check.fault({"f": value}), value


def test_every_rule_is_described() -> None:
    assert all(rule.title and rule.example for rule in RULES.values())


@pytest.mark.parametrize(
    ("link", "field"),
    [
        ({"rule": "nope"}, "validation[0].rule"),
        ({"name": "length"}, "validation[0].rule"),
        ({"rule": "length"}, "validation[0].args.min"),
        ({"rule": "length", "args": {"min": 5, "max": 2}}, "validation[0].args.max"),
        ({"rule": "pattern", "args": {"pattern": "(a"}}, "validation[0].args.pattern"),
        ({"rule": "range", "args": {"min": "1"}}, "validation[0].rule"),
        ({"rule": "one_of"}, "validation[0].args.values"),
        ({"rule": "formula", "args": {"formula": "citty = 'x'"}}, "validation[0].args.formula"),
        ({"rule": "formula", "args": {"formula": "city ="}}, "validation[0].args.formula"),
    ],
)
def test_bad_rules_are_named(link: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        compile_mapping(CUSTOMER, [FieldMapping("city", "CITY", validation=(link,))])
    assert caught.value.field == f"fieldMappings[0].{field}"


MAPPING = compile_mapping(
    CUSTOMER,
    [
        FieldMapping("business_name", "NAME", validation=({"rule": "length", "args": {"max": 10}},)),
        FieldMapping("gstin", "GSTIN", validation=({"rule": "gstin"},)),
        FieldMapping("phone", "PHONE", validation=({"rule": "required"},)),
        FieldMapping("credit_days", "DAYS", FieldType.NUMBER),
        FieldMapping(
            "credit_limit", "LIMIT", FieldType.NUMBER,
            validation=({"rule": "formula", "args": ["credit_limit = null or credit_days > 0", "needs days of credit"]},),
        ),
    ],
)  # fmt: skip


def test_what_comes_in_is_kept_and_reported() -> None:
    hub, _ = MAPPING.to_local(MAPPING.read({"NAME": "A very long name", "GSTIN": "bad"}), lambda *_: None)
    assert hub == {"business_name": "A very long name", "gstin": "bad"}
    problems = MAPPING.problems(hub)
    assert [(one.field, one.rule) for one in problems] == [("business_name", "length"), ("gstin", "gstin")]
    assert problems[0].reason == "is longer than 10 characters"


def test_what_breaks_a_rule_is_not_sent_but_keeps_nothing_else_back() -> None:
    hub = {"business_name": "Acme", "gstin": "bad", "phone": None, "credit_limit": "5.00", "credit_days": None}
    assert MAPPING.outward.build(hub, lambda *_: None, ["business_name"])[0] == {"NAME": "Acme"}
    assert MAPPING.outward.build(hub, lambda *_: None)[0]["GSTIN"] == "bad"
    with pytest.raises(MappingError, match="gstin: 'bad' is not a GSTIN") as caught:
        MAPPING.outward.build(hub, lambda *_: None, ["gstin"])
    assert caught.value.rule == "gstin"
    with pytest.raises(MappingError, match="phone: is missing"):
        MAPPING.outward.build(hub, lambda *_: None, ["phone"])
    # A rule over several fields is asked when any of them is to be sent.
    with pytest.raises(MappingError, match=r"credit_limit: '5\.00' needs days of credit"):
        MAPPING.outward.build(hub, lambda *_: None, ["credit_days"])
    assert MAPPING.outward.required() == {"business_name", "phone"}


def test_lines_have_rules_of_their_own() -> None:
    mapping = compile_mapping(
        INVOICE,
        [
            FieldMapping("lines", "L", FieldType.LINES, validation=({"rule": "required"},)),
            FieldMapping(
                "lines[].rate", "L[].R", FieldType.NUMBER,
                validation=({"rule": "formula", "args": ["quantity = null or rate >= quantity"]},),
            ),
        ],
    )  # fmt: skip
    hub: dict[str, Any] = {"lines": [{"rate": "2.00", "quantity": "1"}, {"rate": "1.00", "quantity": "3"}]}
    assert [(one.field, one.line) for one in mapping.problems(hub)] == [("lines[].rate", 1)]
    with pytest.raises(MappingError, match=r"lines\[2\]\.rate: '1\.00' breaks the rule"):
        mapping.outward.build(hub, lambda *_: None, ["lines"])
    with pytest.raises(MappingError, match=r"lines: \[\] is missing"):
        mapping.outward.build({"lines": []}, lambda *_: None, ["lines"])


@given(st.integers(0, 10**6), st.integers(0, 13), st.sampled_from("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
def test_a_gstin_with_one_letter_mistyped_is_found(serial: int, place: int, letter: str) -> None:
    good = gstin("27", pan(serial))
    assert gstin_fault(good) is None
    assert check_letter(good[:14]) == good[14]
    wrong = good[:place] + letter + good[place + 1 :]
    assert (gstin_fault(wrong) is None) == (wrong == good)
