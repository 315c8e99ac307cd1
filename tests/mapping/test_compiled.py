"""Compiling a config's links, and what the compiled functions do with any input."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.mapping.compiled import MappingError, compile_mapping
from app.mapping.fields import FieldMapping
from app.model.entities import CUSTOMER, INVOICE
from app.model.errors import InvalidInput
from app.model.values import FieldType, canonical_number

INVOICE_LINKS = [
    FieldMapping("number", "VOUCHERNUMBER"),
    FieldMapping("date", "DATE", FieldType.DATE),
    FieldMapping("customer", "PARTY", FieldType.LOOKUP),
    FieldMapping("custom.party", "PARTYNAME"),
    FieldMapping("lines", "LINES[]", FieldType.LINES),
    FieldMapping("lines[].product", "LINES[].ITEM", FieldType.LOOKUP),
    FieldMapping("lines[].amount", "LINES[].AMOUNT", FieldType.NUMBER),
    FieldMapping("total", "TOTAL", FieldType.NUMBER),
]
MAPPING = compile_mapping(INVOICE, INVOICE_LINKS)


def test_a_document_comes_in_with_its_lines_and_lookups() -> None:
    raw = MAPPING.read(
        {
            "VOUCHERNUMBER": "7",
            "DATE": "2026-08-01",
            "PARTY": "acme",
            "LINES": [{"ITEM": "bolt", "AMOUNT": "1.5"}],
            "TOTAL": "1.50",
        }
    )
    assert set(MAPPING.lookups(raw)) == {("customer", "acme"), ("product", "bolt")}
    values, pending = MAPPING.to_local(raw, lambda entity, key: f"{entity}-id" if key == "acme" else None)
    assert values["customer"] == "customer-id"
    assert values["lines"] == [{"amount": "1.50", "product": None}]
    assert [(p.field, p.target, p.key, p.line) for p in pending] == [("lines[].product", "product", "bolt", 0)]
    # Null is not absent: PARTYNAME was not read at all.
    assert "custom.party" not in values


def test_paths_reach_into_lists_and_objects() -> None:
    mapping = compile_mapping(
        CUSTOMER,
        [FieldMapping("pincode", "LEDMAILINGDETAILS[].PINCODE"), FieldMapping("email", "PrimaryEmailAddr.Address")],
    )
    assert mapping.read({"LEDMAILINGDETAILS": [{"PINCODE": "411001"}, {"PINCODE": "old"}]}) == {"pincode": "411001"}
    assert mapping.read({"LEDMAILINGDETAILS": [], "PrimaryEmailAddr": {"Address": "a@b"}}) == {
        "pincode": None,
        "email": "a@b",
    }
    assert mapping.remote_fields == {"LEDMAILINGDETAILS", "PrimaryEmailAddr"}


@pytest.mark.parametrize(
    ("link", "field"),
    [
        (FieldMapping("nonsense", "NAME"), "fieldMappings[0].localField"),
        (FieldMapping("city", "A..B"), "fieldMappings[0].remoteField"),
        (FieldMapping("city", "CITY", transform=({"name": "explode"},)), "fieldMappings[0].transform[0].name"),
        (FieldMapping("custom.", "CITY"), "fieldMappings[0].localField"),
    ],
)
def test_a_bad_link_is_named(link: FieldMapping, field: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        compile_mapping(CUSTOMER, [link])
    assert caught.value.field == field


def test_a_field_is_linked_once_and_lines_need_their_group() -> None:
    with pytest.raises(InvalidInput, match="linked twice"):
        compile_mapping(CUSTOMER, [FieldMapping("city", "A"), FieldMapping("city", "B")])
    with pytest.raises(InvalidInput, match="lines itself is not"):
        compile_mapping(INVOICE, [FieldMapping("lines[].amount", "LINES[].AMOUNT", FieldType.NUMBER)])


def test_value_maps_and_defaults() -> None:
    links = [FieldMapping("customer_group", "LEVEL", value_map=(("Gold", "A"),), unmapped="error", default="None yet")]
    mapping = compile_mapping(CUSTOMER, links)
    assert mapping.to_local(mapping.read({"LEVEL": "A"}), lambda *_: None)[0] == {"customer_group": "Gold"}
    assert mapping.to_local(mapping.read({"LEVEL": None}), lambda *_: None)[0] == {"customer_group": "None yet"}
    with pytest.raises(MappingError, match="customer_group: 'B' is not in the value table"):
        mapping.to_local(mapping.read({"LEVEL": "B"}), lambda *_: None)


json_values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text()),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(), inner, max_size=3)),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(["VOUCHERNUMBER", "DATE", "PARTY", "LINES", "TOTAL"]), json_values))
def test_no_input_raises_anything_but_a_mapping_error(fields: dict[str, Any]) -> None:
    try:
        raw = MAPPING.read(fields)
        MAPPING.to_local(raw, lambda _entity, _key: None)
    except MappingError:
        return
    assert set(raw) <= MAPPING.fields


@given(
    st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**12), max_value=10**12), st.booleans()
)
def test_canonical_numbers_are_canonical(number: Any, is_money: bool) -> None:
    from decimal import Decimal

    text = canonical_number(number, money=is_money)
    assert Decimal(text) == number
    assert canonical_number(text, money=is_money) == text
    assert not text.startswith("-0") or Decimal(text) != 0
