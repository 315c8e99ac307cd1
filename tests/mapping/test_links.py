"""Whole links: transforms and value tables both ways, their types, and what is refused when a link is saved."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.mapping.compiled import CompiledMapping, compile_mapping, review_mapping
from app.mapping.errors import MappingError
from app.mapping.fields import FieldMapping
from app.model.entities import CUSTOMER, DEAL, INVOICE, EntitySpec
from app.model.errors import InvalidInput
from app.model.values import FieldType, canonical_number


def step(name: str, **args: Any) -> dict[str, Any]:
    return {"name": name, "args": args}


def hub(mapping: CompiledMapping, remote: dict[str, Any]) -> dict[str, Any]:
    return mapping.to_local(mapping.read(remote), lambda _entity, key: f"id of {key}")[0]


def sent(mapping: CompiledMapping, values: dict[str, Any]) -> dict[str, Any]:
    return mapping.outward.build(values, lambda _entity, key: key.removeprefix("id of "))[0]


BOTH = compile_mapping(
    CUSTOMER,
    [
        FieldMapping("business_name", "Company"),
        FieldMapping("phone", "Mobile", transform=(step("phone_e164"),)),
        FieldMapping("customer_group", "Level", value_map=(("Gold", "A"), ("Silver", "B")), unmapped="error"),
        FieldMapping("state", "Code", transform=(step("code_to_state"),)),
        FieldMapping("credit_limit", "Limit", transform=(step("number_parse", grouping="indian"), step("scale", factor=100))),
        FieldMapping("is_active", "Status", value_map=(("true", "Active"), ("false", "Closed"))),
        FieldMapping("custom.since", "Since", transform=(step("date_parse"), step("date_format", format="D-MMM-YYYY"))),
    ],
)  # fmt: skip


def test_a_customer_both_ways() -> None:
    remote = {
        "Company": "Acme", "Mobile": "9876543210", "Level": "A", "Code": "27", "Limit": "1,500.5", "Status": "Active",
        "Since": "01/08/2026",
    }  # fmt: skip
    values = {
        "business_name": "Acme", "phone": "+919876543210", "customer_group": "Gold", "state": "Maharashtra",
        "credit_limit": "150050.00", "is_active": True, "custom.since": "1-Aug-2026",
    }  # fmt: skip
    assert hub(BOTH, remote) == values
    assert sent(BOTH, values) == remote


@given(
    st.fixed_dictionaries(
        {},
        optional={
            "phone": st.none() | st.from_regex(r"\+91[1-9][0-9]{9}", fullmatch=True),
            "customer_group": st.none() | st.sampled_from(["Gold", "Silver"]),
            "state": st.none() | st.sampled_from(["Goa", "Delhi", "Odisha"]),
            "credit_limit": st.none()
            | st.decimals(0, 10**9, places=2).map(lambda number: canonical_number(number, money=True)),
            "is_active": st.none() | st.booleans(),
        },
    )
)
def test_absent_null_and_values_survive_the_round(values: dict[str, Any]) -> None:
    remote = sent(BOTH, values)
    assert len(remote) == len(values)
    assert hub(BOTH, remote) == values
    assert sent(BOTH, hub(BOTH, remote)) == remote


_json = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.from_regex(r"[0-9]{0,70}([eE][0-9]{1,9})?")
)


@given(
    st.fixed_dictionaries(
        {}, optional=dict.fromkeys(["Company", "Mobile", "Level", "Code", "Limit", "Status", "Since"], _json)
    )
)
def test_no_input_raises_anything_but_a_mapping_error(remote: dict[str, Any]) -> None:
    try:
        values = hub(BOTH, remote)
        again = hub(BOTH, sent(BOTH, values))
    except MappingError:
        return
    assert again == values


def test_a_text_that_a_chain_leaves_empty_is_null_in_the_hub() -> None:
    mapping = compile_mapping(CUSTOMER, [FieldMapping("city", "CITY", transform=(step("trim"),), direction="to_local")])
    assert hub(mapping, {"CITY": "   "}) == {"city": None}
    assert hub(mapping, {"CITY": None}) == {"city": None}
    assert hub(mapping, {}) == {}


def test_a_link_that_goes_out_alone_has_its_chain_in_that_direction() -> None:
    links = [
        FieldMapping(
            "business_name", "SHORT", direction="to_remote", transform=(step("upper"), step("substring", length=3))
        ),
        FieldMapping("is_active", "STATUS", direction="to_remote", value_map=(("true", "A"), ("false", "C"))),
        FieldMapping("credit_limit", "LIMIT", direction="to_remote", transform=(step("number_format", places=0),)),
    ]
    mapping = compile_mapping(CUSTOMER, links)
    values = {"business_name": "Acme Ltd", "is_active": False, "credit_limit": "1500.50"}
    assert sent(mapping, values) == {"SHORT": "ACM", "STATUS": "C", "LIMIT": "1501"}
    assert review_mapping(CUSTOMER, links) == []
    assert mapping.read({"SHORT": "X"}) == {}


def test_a_lookup_is_looked_up_by_what_its_chain_makes_of_the_key() -> None:
    mapping = compile_mapping(
        DEAL, [FieldMapping("customer", "ACCOUNT", FieldType.LOOKUP, transform=(step("template", text="C-{value}"),))]
    )
    raw = mapping.read({"ACCOUNT": "7"})
    assert list(mapping.lookups(raw)) == [("customer", "C-7")]
    assert hub(mapping, {"ACCOUNT": "7"}) == {"customer": "id of C-7"}
    assert sent(mapping, {"customer": "id of C-7"}) == {"ACCOUNT": "7"}


@pytest.mark.parametrize(
    ("spec", "link", "field"),
    [
        (CUSTOMER, FieldMapping("city", "X", transform=(step("number_parse"),)), "transform"),
        (CUSTOMER, FieldMapping("credit_limit", "X", transform=(step("upper"),)), "transform"),
        (CUSTOMER, FieldMapping("is_active", "X", value_map=(("perhaps", "A"),)), "valueMap.pairs[0]"),
        (CUSTOMER, FieldMapping("city", "X", value_map=(("a", "1"), ("b", "1"))), "valueMap.pairs[1]"),
        (CUSTOMER, FieldMapping("city", "X", value_map=(("a", "1"),), unmapped="default"), "valueMap.unmapped"),
        (CUSTOMER, FieldMapping("credit_limit", "X", default="lots"), "defaultValue"),
        (INVOICE, FieldMapping("lines", "X", FieldType.LINES, transform=(step("trim"),)), "transform"),
    ],
)
def test_links_that_can_not_work_are_refused(spec: EntitySpec, link: FieldMapping, field: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        compile_mapping(spec, [link])
    assert caught.value.field == f"fieldMappings[0].{field}"


def test_a_link_both_ways_needs_a_way_back() -> None:
    one_way = FieldMapping("city", "X", transform=(step("upper"),))
    with pytest.raises(InvalidInput, match=r"City is linked both ways, but “Upper case” can't be undone") as caught:
        review_mapping(CUSTOMER, [one_way])
    assert caught.value.field == "fieldMappings[0].transform"
    assert "one way" in caught.value.hint
    with pytest.raises(InvalidInput, match="only when dividing by the factor always ends"):
        review_mapping(CUSTOMER, [FieldMapping("credit_days", "X", transform=(step("scale", factor=3),))])
    for fine in (
        FieldMapping("city", "X", direction="to_local", transform=(step("upper"),)),
        FieldMapping("city", "X", readonly=True, transform=(step("upper"),)),
        FieldMapping("closing_balance", "X", transform=(step("round"),)),
        FieldMapping("credit_days", "X", transform=(step("scale", factor=4),)),
    ):
        assert review_mapping(CUSTOMER, [fine]) == []


def test_several_of_theirs_for_one_of_ours_is_said() -> None:
    link = FieldMapping("city", "X", value_map=(("Mumbai", "BOM"), ("Mumbai", "MUM")))
    (said,) = review_mapping(CUSTOMER, [link])
    assert said == "city: 'BOM' and 'MUM' both stand for 'Mumbai'; 'BOM' is what will be sent."
    assert sent(compile_mapping(CUSTOMER, [link]), {"city": "Mumbai"}) == {"X": "BOM"}
