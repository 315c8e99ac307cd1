"""The way out is the way in, backwards: what is built from the hub's values reads as them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.mapping.compiled import CompiledMapping, compile_mapping
from app.mapping.errors import MappingError
from app.mapping.fields import FieldMapping
from app.model.entities import ENTITIES
from app.model.values import FieldType, canonical_number

INVOICE = compile_mapping(
    ENTITIES["invoice"],
    [
        FieldMapping("number", "Doc.No"),
        FieldMapping("date", "Doc.Date", FieldType.DATE),
        FieldMapping("customer", "Party", FieldType.LOOKUP),
        FieldMapping("place_of_supply", "Address[].State", value_map=(("Maharashtra", "27"), ("Goa", "30"))),
        FieldMapping("total", "Total", FieldType.NUMBER, transform=({"name": "negate"},)),
        FieldMapping("balance_due", "Due", FieldType.NUMBER),
        FieldMapping("reference", "Ref", direction="to_local"),
        FieldMapping("narration", "Text", transform=({"name": "upper"},)),
        FieldMapping("lines", "Rows", FieldType.LINES),
        FieldMapping("lines[].product", "Rows[].Item.Key", FieldType.LOOKUP),
        FieldMapping("lines[].quantity", "Rows[].Qty", FieldType.NUMBER),
    ],
)
_text = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=12)
_number = st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**6), max_value=10**6)
_money = _number.map(lambda number: canonical_number(number, money=True))
_plain = _number.map(canonical_number)
_ids = st.sampled_from(["one", "two", "three"])
_values = st.fixed_dictionaries(
    {},
    optional={
        "number": st.none() | _text,
        "date": st.none() | st.dates().map(str),
        "customer": st.none() | _ids,
        "place_of_supply": st.none() | st.sampled_from(["Maharashtra", "Goa", "Kerala"]),
        "total": st.none() | _money,
        "lines": st.lists(st.fixed_dictionaries({"product": st.none() | _ids, "quantity": st.none() | _plain})),
    },
)


def key_of(entity: str, hub_id: str) -> str:
    return f"{entity}:{hub_id}"


def find(entity: str, key: str) -> str | None:
    return key.removeprefix(f"{entity}:")


def back(mapping: CompiledMapping, remote: dict[str, Any]) -> dict[str, Any]:
    return mapping.to_local(mapping.read(remote), find)[0]


@given(_values)
def test_what_is_built_reads_as_what_it_was_built_from(values: dict[str, Any]) -> None:
    remote, missing = INVOICE.outward.build(values, key_of)
    assert missing == []
    assert back(INVOICE, remote) == values


@given(_values, st.sets(st.sampled_from(["number", "date", "customer", "total", "lines"])))
def test_only_what_is_asked_for_is_built(values: dict[str, Any], only: set[str]) -> None:
    remote, _ = INVOICE.outward.build(values, key_of, sorted(only))
    assert back(INVOICE, remote) == {name: value for name, value in values.items() if name in only}


def test_what_only_comes_in_or_cannot_be_turned_back_is_not_sent() -> None:
    assert INVOICE.outward.fields == {"number", "date", "customer", "place_of_supply", "total", "lines"}
    remote, _ = INVOICE.outward.build({"reference": "R", "narration": "X", "balance_due": "1.00"}, key_of)
    assert remote == {}


def test_a_reference_that_is_not_there_is_named() -> None:
    _, missing = INVOICE.outward.build({"customer": "c", "lines": [{"product": "p"}]}, lambda *_: None)
    assert [(one.field, one.entity, one.hub_id) for one in missing] == [
        ("customer", "customer", "c"),
        ("lines[].product", "product", "p"),
    ]
    assert INVOICE.outward.references({"customer": "c", "lines": [{"product": "p"}]}) == [
        ("customer", "c"),
        ("product", "p"),
    ]


@pytest.mark.parametrize(("unmapped", "sent"), [("keep", "Kerala"), ("null", None), ("default", "99")])
def test_a_value_that_is_not_in_the_table(unmapped: str, sent: str | None) -> None:
    made = compile_mapping(
        ENTITIES["invoice"],
        [FieldMapping("place_of_supply", "State", value_map=(("Goa", "30"),), unmapped=unmapped, default="99")],
    )
    assert made.outward.build({"place_of_supply": "Kerala"}, key_of)[0] == {"State": sent}


def test_a_value_that_must_be_in_the_table() -> None:
    made = compile_mapping(
        ENTITIES["invoice"],
        [FieldMapping("place_of_supply", "State", value_map=(("Goa", "30"),), unmapped="error")],
    )
    with pytest.raises(MappingError, match=r"place_of_supply: 'Kerala' is not in the value table"):
        made.outward.build({"place_of_supply": "Kerala"}, key_of)
