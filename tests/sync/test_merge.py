"""Properties of the three-way merge."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.mapping.compiled import CompiledMapping, compile_mapping
from app.mapping.fields import FieldMapping
from app.model.entities import CUSTOMER
from app.model.lines import align
from app.model.values import FieldType
from app.sync.merge import LOCAL_WINS, MANUAL, REMOTE_WINS, merge, newest

FIELDS = ("business_name", "city", "phone", "opening_balance")
MAPPING: CompiledMapping = compile_mapping(
    CUSTOMER,
    [
        FieldMapping("business_name", "NAME"),
        FieldMapping("city", "CITY"),
        FieldMapping("phone", "PHONE"),
        FieldMapping("opening_balance", "OPENING", FieldType.NUMBER, transform=({"name": "negate"},)),
    ],
)
texts = st.one_of(st.none(), st.sampled_from(["a", "b", "c"]))
money = st.one_of(st.none(), st.sampled_from(["1.00", "-1.00", "0.00", "2.50"]))
hub_values = st.fixed_dictionaries({"business_name": texts, "city": texts, "phone": texts, "opening_balance": money})
remote_values = st.fixed_dictionaries(
    {}, optional={"business_name": texts, "city": texts, "phone": texts, "opening_balance": money}
)
strategies = st.sampled_from([REMOTE_WINS, LOCAL_WINS, MANUAL])


def nothing(_entity: str, _key: str) -> None:
    return None


def local(raw: dict[str, Any]) -> dict[str, Any]:
    return MAPPING.to_local(raw, nothing)[0]


@given(hub_values, remote_values, remote_values, strategies)
def test_merging_again_changes_nothing(hub: Any, base: Any, raw: Any, strategy: str) -> None:
    first = merge(MAPPING, raw, local(base), base, hub, nothing, strategy)
    after = {**hub, **first.hub}
    second = merge(MAPPING, raw, first.base_local, first.base_remote, after, nothing, strategy)
    assert second.hub == {}
    assert {c.name for c in second.conflicts} == {c.name for c in first.conflicts if c.winner is None}


@given(hub_values, remote_values, remote_values, strategies)
def test_every_value_survives_or_is_in_a_conflict(hub: Any, base: Any, raw: Any, strategy: str) -> None:
    """I2: what a person wrote in the hub is there afterwards, or is a logged conflict's loser; so is what came in."""
    base_local = local(base)
    merged = merge(MAPPING, raw, base_local, base, hub, nothing, strategy)
    after = {**hub, **merged.hub}
    disputed = {c.name: c for c in merged.conflicts}
    for name in FIELDS:
        edited_here = name in base_local and hub[name] != base_local[name]
        if edited_here and after[name] != hub[name]:
            assert disputed[name].local == hub[name]
        edited_there = name in raw and raw[name] != base.get(name, "unread")
        if edited_there and after[name] != local(raw)[name] and local(raw)[name] is not None:
            assert disputed[name].remote == local(raw)[name]


@given(hub_values, remote_values, strategies)
def test_what_was_not_read_is_not_touched(hub: Any, raw: Any, strategy: str) -> None:
    merged = merge(MAPPING, raw, {}, {}, hub, nothing, strategy)
    assert set(merged.hub) <= set(raw)
    assert set(merged.base_remote) <= set(raw)


@given(hub_values, remote_values, strategies)
def test_a_readonly_field_is_the_remotes(hub: Any, raw: Any, strategy: str) -> None:
    merged = merge(MAPPING, raw, {}, {}, hub, nothing, strategy, readonly=FIELDS)
    assert {**hub, **merged.hub} == {**hub, **local(raw)}
    assert merged.conflicts == []


@given(hub_values, remote_values, remote_values)
def test_nobody_is_asked_about_what_an_erp_computes(hub: Any, base: Any, raw: Any) -> None:
    links = [FieldMapping(name, name.upper(), direction="to_local", readonly=True) for name in FIELDS[:3]]
    computed = compile_mapping(CUSTOMER, links)
    raw = {name: value for name, value in raw.items() if name in FIELDS[:3]}
    merged = merge(computed, raw, dict(base), base, hub, nothing, MANUAL)
    assert merged.conflicts == []
    for name, value in raw.items():
        edited_here = hub[name] != base.get(name)
        assert {**hub, **merged.hub}[name] in ({hub[name]} if edited_here and name in base else {hub[name], value})


def test_an_erp_that_rewrites_values_causes_no_echo() -> None:
    # The hub holds "abc"; the ERP made "ABC" of it. With one shadow this would go back and forth for ever.
    merged = merge(MAPPING, {"city": "ABC"}, {"city": "abc"}, {"city": "ABC"}, {"city": "abc"}, nothing, REMOTE_WINS)
    assert not merged.moved
    assert merged.hub == {}


def test_newest_needs_two_stamps_that_can_be_compared_and_differ() -> None:
    early, late = "2026-01-01T10:00:00.000Z", "2026-01-01T10:00:05.000Z"
    assert newest(late, early, 0.0) == LOCAL_WINS
    assert newest(early, late, 0.0) == REMOTE_WINS
    assert newest(early, "2026-01-01T15:30:05+05:30", 0.0) == REMOTE_WINS
    assert newest(early, late, 60.0) == LOCAL_WINS  # their clock is ahead: it was earlier
    for here, there, skew in (
        (early, late, None),
        (early, late, 4.0),
        (early, early, 0.0),
        (early, None, 0.0),
        (None, late, 0.0),
        (early, "2026-01-01T10:00:05", 0.0),
        (early, "yesterday", 0.0),
    ):
        assert newest(here, there, skew) == MANUAL


line = st.fixed_dictionaries(
    {"description": st.sampled_from(["x", "y", "z"]), "amount": st.sampled_from(["1.00", "2.00"])}
)


@given(st.lists(line, max_size=6), st.lists(line, max_size=6))
def test_lines_are_aligned_once_and_equal_ones_first(old: Any, new: Any) -> None:
    found = align(old, new)
    used = [place for place in found if place is not None]
    assert len(found) == len(new)
    assert len(set(used)) == len(used)
    assert len(used) == min(len(old), len(new)) or all(place is not None for place in found) or len(used) <= len(old)
    for item in old:
        same = min(old.count(item), new.count(item))
        assert (
            sum(1 for place, line in zip(found, new, strict=True) if place is not None and line == item == old[place])
            >= same
        )


def test_a_line_in_front_leaves_the_others_what_they_were() -> None:
    old = [{"product": "p1", "amount": "1.00", "unit": "Nos"}, {"product": "p2", "amount": "2.00", "unit": "Kgs"}]
    new = [
        {"product": "p0", "amount": "9.00"},
        {"product": "p1", "amount": "1.50"},
        {"product": "p2", "amount": "2.00"},
    ]
    assert align(old, new) == [None, 0, 1]
