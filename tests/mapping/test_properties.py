"""What holds for every mapping: ways back lead back, what it made it makes again, and nothing gets out but its own errors."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from app.db.sql import load
from app.mapping.chains import Chain, compile_chain, kind_of
from app.mapping.compiled import CompiledMapping, compile_mapping, review_mapping
from app.mapping.errors import MappingError
from app.mapping.fields import FieldMapping
from app.mapping.transforms import LIBRARY
from app.mapping.validation import RULES
from app.model.entities import CUSTOMER, DEAL, INVOICE, EntitySpec
from app.model.errors import InvalidInput
from app.model.records import RemoteRecord
from app.model.values import FieldType, Value
from app.sync.reads import read_all
from tests.mapping.strategies import BY_TYPE, HUGE, JSON, chains, entries, reversible_chains

KINDS = (FieldType.TEXT, FieldType.NUMBER, FieldType.DATE, FieldType.BOOLEAN)


def compiled_chain(steps: list[dict[str, Any]], kind: FieldType) -> Chain:
    try:
        return compile_chain(steps, "transform", (kind,))
    except InvalidInput:
        assume(False)
        raise


# --- ways back -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=60)
@given(st.data())
def test_what_a_chain_made_comes_out_again_or_is_refused(kind: FieldType, data: st.DataObject) -> None:
    """What a reversible chain makes of anything, sent and read again, is what it was; a value that can't be sent is refused."""
    made = compiled_chain(data.draw(reversible_chains(kind)), kind)
    assume(made.back is not None)
    assert made.forward is not None
    assert made.back is not None
    try:
        hub = made.forward(data.draw(BY_TYPE[kind]))
    except ValueError:
        return
    assume(hub not in (None, ""))  # an empty text is null in the hub, and null stays null
    try:
        sent = made.back(hub)
    except ValueError:
        return
    assert made.forward(sent) == hub


@pytest.mark.parametrize("kind", KINDS)
@given(st.data())
def test_no_chain_raises_anything_but_a_value_error(kind: FieldType, data: st.DataObject) -> None:
    made = compiled_chain(data.draw(chains(kind)), kind)
    value = data.draw(st.one_of(st.none(), st.just(""), BY_TYPE[kind], BY_TYPE[FieldType.TEXT]))
    for way in (made.forward, made.back):
        try:
            found = None if way is None else way(value)
        except ValueError:
            continue
        assert found is None or isinstance(found, str | bool)


# --- whole mappings --------------------------------------------------------------------------------------------------

FIELDS: dict[str, FieldType] = {
    "business_name": FieldType.TEXT, "city": FieldType.TEXT, "phone": FieldType.TEXT, "credit_limit": FieldType.NUMBER,
    "credit_days": FieldType.NUMBER, "is_active": FieldType.BOOLEAN, "custom.own": FieldType.TEXT,
}  # fmt: skip
LINE: dict[str, FieldType] = {
    "description": FieldType.TEXT,
    "rate": FieldType.NUMBER,
    "quantity": FieldType.NUMBER,
    "unit": FieldType.TEXT,
}


@st.composite
def links(draw: st.DrawFn, local: str, remote: str, kind: FieldType) -> FieldMapping:
    """A link both ways: as it is, through a chain, or through a table, with or without a default."""
    how = draw(st.sampled_from(["plain", "chain", "table"]))
    default = draw(st.none() | BY_TYPE[kind]) if how != "chain" else None
    if how == "table" and kind is FieldType.TEXT:
        pairs = draw(st.lists(st.tuples(st.sampled_from("ABC"), st.sampled_from("abcA")), min_size=1, max_size=4))
        unmapped = draw(st.sampled_from(["keep", "null", "error"] + (["default"] if default is not None else [])))
        return FieldMapping(local, remote, kind, default=default, value_map=tuple(pairs), unmapped=unmapped)
    steps = draw(reversible_chains(kind, longest=2)) if how == "chain" else []
    return FieldMapping(local, remote, kind, default=default, transform=tuple(steps))


@st.composite
def customer_mappings(draw: st.DrawFn) -> CompiledMapping:
    names = draw(st.lists(st.sampled_from(sorted(FIELDS)), min_size=1, max_size=5, unique=True))
    made = [draw(links(name, f"R{number}.X", FIELDS[name])) for number, name in enumerate(names)]
    return compiled(CUSTOMER, made)


@st.composite
def invoice_mappings(draw: st.DrawFn) -> CompiledMapping:
    names = draw(st.lists(st.sampled_from(sorted(LINE)), min_size=1, max_size=4, unique=True))
    made = [FieldMapping("lines", "Rows[]", FieldType.LINES)]
    made += [draw(links(f"lines[].{name}", f"Rows[].R{number}", LINE[name])) for number, name in enumerate(names)]
    return compiled(INVOICE, made)


def compiled(spec: EntitySpec, made: list[FieldMapping]) -> CompiledMapping:
    try:
        review_mapping(spec, made)  # no link that can't be undone
        return compile_mapping(spec, made)
    except InvalidInput:
        assume(False)
        raise


def stable(mapping: CompiledMapping, remote: dict[str, Any]) -> None:
    """What came out of a record, sent and read again, is the same; sent once more, too."""
    try:
        hub = hub_of(mapping, remote)
        sent, _ = mapping.outward.build(hub, lambda _target, key: key)
    except MappingError:
        return  # refused, not changed
    again = hub_of(mapping, sent)
    assert again == hub
    assert mapping.outward.build(again, lambda _target, key: key)[0] == sent
    assert mapping.read(sent) == mapping.read(mapping.outward.build(again, lambda _target, key: key)[0])


def hub_of(mapping: CompiledMapping, remote: dict[str, Any]) -> dict[str, Value]:
    return mapping.to_local(mapping.read(remote), lambda _target, key: key)[0]


def remote_values(draw: st.DrawFn, mappings: list[FieldMapping], path: int) -> dict[str, Any]:
    return {
        one.remote.split(".")[path]: draw(st.none() | BY_TYPE[one.type] | st.sampled_from(["a", "b", "c", "A"]))
        for one in mappings
        if draw(st.integers(0, 4))  # now and then it was not read
    }


@settings(max_examples=60)
@given(st.data())
def test_a_mapping_applied_to_what_it_made_changes_nothing(data: st.DataObject) -> None:
    mapping = data.draw(customer_mappings())
    values = remote_values(data.draw, list(mapping.mappings), 0)
    stable(mapping, {name: {"X": value} for name, value in values.items()})


@settings(max_examples=60)
@given(st.data())
def test_nor_do_lines_change(data: st.DataObject) -> None:
    mapping = data.draw(invoice_mappings())
    children = [one for one in mapping.mappings if one.group]
    rows = [remote_values(data.draw, children, 1) for _ in range(data.draw(st.integers(0, 3)))]
    stable(mapping, {"Rows": rows})


@settings(max_examples=60)
@given(st.data())
def test_what_has_no_transform_goes_out_as_it_came_in(data: st.DataObject) -> None:
    names = data.draw(st.lists(st.sampled_from(sorted(FIELDS)), min_size=1, max_size=5, unique=True))
    mapping = compile_mapping(
        CUSTOMER, [FieldMapping(name, f"R.{name.partition('.')[2] or name}", FIELDS[name]) for name in names]
    )
    remote = {"R": {one.remote[2:]: data.draw(st.none() | BY_TYPE[one.type]) for one in mapping.mappings}}
    raw = mapping.read(remote)
    sent, _ = mapping.outward.build(mapping.to_local(raw, lambda *_: None)[0], lambda *_: None)
    assert mapping.read(sent) == raw


# --- nothing gets out but our own errors -----------------------------------------------------------------------------

STEPS = st.one_of(
    entries(),
    st.fixed_dictionaries({"name": st.sampled_from([*sorted(LIBRARY), "nope"]) | JSON}, optional={"args": JSON}),
)
RULE = st.fixed_dictionaries({"rule": st.sampled_from([*sorted(RULES), "nope"]) | JSON}, optional={"args": JSON})
LOCALS = ["business_name", "city", "credit_limit", "is_active", "custom.own", "customer", "close_date", "lines", "lines[].rate",
          "lines[].product", "taxes", "taxes[].name", "nope", "", "custom.", "lines[].nope"]  # fmt: skip
REMOTES = ["A", "A.B", "A[].B", "Name", "A[]", "B", "A.B.C", "", "..", "a b", "x[]y"]
ANY_LINK = st.builds(
    FieldMapping,
    local=st.sampled_from(LOCALS) | st.text(max_size=8),
    remote=st.sampled_from(REMOTES) | st.text(max_size=8),
    type=st.sampled_from(list(FieldType)),
    direction=st.sampled_from(["both", "to_local", "to_remote"]),
    required=st.booleans(),
    readonly=st.booleans(),
    default=st.none() | JSON,
    transform=st.lists(STEPS, max_size=3).map(tuple),
    value_map=st.lists(st.tuples(st.text(max_size=3), st.text(max_size=3)), max_size=3).map(tuple),
    unmapped=st.sampled_from(["keep", "null", "error", "default"]),
    validation=st.lists(RULE, max_size=2).map(tuple),
)
TEMPLATES = ["{A} {B}", "{A.B}{value}", "{lines[].rate}", "{city} {custom.own}", "{value}", "{", "{A..B}", "{A[].B}"]
FORMULAS = [
    "A * B",
    "[A[].B] & value",
    "city & credit_limit",
    "quantity * rate",
    "1 / A",
    "year(A)",
    "exists(A) and B",
    "A =",
]


@st.composite
def likely_links(draw: st.DrawFn) -> FieldMapping:
    """Links that mostly compile, a good part of them of several fields."""
    local = draw(st.sampled_from(LOCALS[:12]))
    head, inside, _ = local.partition("[].")
    remote = (
        f"{head.upper()}[].{draw(st.sampled_from('AB'))}"
        if inside
        else draw(st.sampled_from(["A", "B", "A.B", "C[].B"]))
    )
    kind = FieldType.LINES if head in ("lines", "taxes") and not inside else FieldType.TEXT
    step = draw(
        st.one_of(
            entries(),
            st.builds(lambda text: {"name": "template", "args": [text]}, st.sampled_from(TEMPLATES)),
            st.builds(
                lambda text, gives: {"name": "formula", "args": [text, gives]},
                st.sampled_from(FORMULAS),
                st.sampled_from(["text", "number", "date", "boolean"]),
            ),
        )
    )
    direction = draw(st.sampled_from(["both", "to_local", "to_remote"]))
    steps = () if kind is FieldType.LINES or not draw(st.booleans()) else (step,)
    default = draw(st.sampled_from([None, "1", "x"])) if kind is not FieldType.LINES else None
    return FieldMapping(
        local, head.upper() if kind is FieldType.LINES else remote, kind, direction, transform=steps, default=default
    )


REMOTE_RECORDS = st.dictionaries(st.sampled_from(["A", "B", "C", "LINES", "TAXES", "Name"]), JSON, max_size=6)
HUB_VALUES = st.one_of(
    JSON, st.lists(st.dictionaries(st.sampled_from(["rate", "product", "name"]), JSON, max_size=3), max_size=2)
)
HUB_RECORDS = st.dictionaries(st.sampled_from([*LOCALS[:8], "taxes"]), HUB_VALUES, max_size=6)


def refusal(spec: EntitySpec, made: list[FieldMapping]) -> InvalidInput | None:
    try:
        review_mapping(spec, made)
    except InvalidInput as error:
        return error
    return None


def problem(call: Any) -> MappingError | None:
    try:
        call()
    except MappingError as error:
        return error
    return None


def work(mapping: CompiledMapping, remote: dict[str, Any], hub: dict[str, Any]) -> None:
    """All that the engine asks of a mapping, with whatever values."""
    outward = mapping.outward
    calls: list[Any] = [
        lambda: list(mapping.lookups(mapping.read(remote))),
        lambda: mapping.to_local(mapping.read(remote), lambda _target, key: key),
        lambda: outward.build(mapping.to_local(mapping.read(remote), lambda *_: None)[0], lambda *_: None),
        lambda: outward.build(hub, lambda _target, key: key),
        lambda: outward.build(hub, lambda _target, key: key, sorted(outward.fields)),
        lambda: outward.unseen(hub),
        lambda: outward.references(hub),
        lambda: mapping.problems(hub),
        lambda: mapping.problems(mapping.to_local(mapping.read(remote), lambda *_: None)[0]),
    ]
    for call in calls:
        found = problem(call)
        assert found is None or 0 < len(str(found)) < 2_000
    same_in_a_page(mapping, remote)


def same_in_a_page(mapping: CompiledMapping, remote: dict[str, Any]) -> None:
    """Where letters are looked at in the JSON of all values, the same is read, or the same is wrong."""
    found, wrong = read_all(SimpleNamespace(mapping=mapping), [RemoteRecord("Contacts", "1", "", remote)])  # type: ignore[arg-type]
    error = problem(lambda: mapping.read(remote))
    if error is None:
        assert found[0].raw == mapping.read(remote)
        assert load(found[0].text) == found[0].raw
    else:
        assert [one.message for one in wrong] == [f"1: {error}."]


@settings(max_examples=80)
@given(st.sampled_from([CUSTOMER, DEAL, INVOICE]), st.lists(ANY_LINK, max_size=3), REMOTE_RECORDS, HUB_RECORDS)
def test_no_definition_and_no_input_raise_anything_else(
    spec: EntitySpec, made: list[FieldMapping], remote: dict[str, Any], hub: dict[str, Any]
) -> None:
    refused = refusal(spec, made)
    if refused is None:
        work(compile_mapping(spec, made), remote, hub)
    else:
        assert refused.message
        assert str(refused.field).startswith("fieldMappings")


@settings(max_examples=60)
@given(st.sampled_from([CUSTOMER, DEAL, INVOICE]), st.lists(likely_links(), max_size=4), REMOTE_RECORDS, HUB_RECORDS)
def test_nor_do_definitions_that_are_likely(
    spec: EntitySpec, made: list[FieldMapping], remote: dict[str, Any], hub: dict[str, Any]
) -> None:
    fitting = []
    for one in made:  # what compiles alone, or in its list
        head = [FieldMapping(one.group, one.group.upper(), FieldType.LINES)] if one.group else []
        try:
            compile_mapping(spec, [*fitting, *(part for part in head if part not in fitting), one])
        except InvalidInput:
            continue
        fitting += [*(part for part in head if part not in fitting), one]
    work(compile_mapping(spec, fitting), remote, hub)


EVERYTHING = compile_mapping(
    INVOICE,
    [
        FieldMapping("number", "A", transform=({"name": "phone_e164"},)),
        FieldMapping("date", "B", FieldType.DATE),
        FieldMapping("customer", "C", FieldType.LOOKUP, transform=({"name": "lookup_by", "args": "email"},)),
        FieldMapping("total", "A", FieldType.NUMBER, "to_local"),
        FieldMapping("round_off", "A", FieldType.NUMBER, "to_local", transform=({"name": "number_parse"}, {"name": "negate"})),
        FieldMapping("custom.yes", "A", direction="to_local", transform=({"name": "boolean_to_words"},)),
        FieldMapping("narration", "A", direction="to_local", transform=({"name": "template", "args": "{A} {B.A} {value}"},)),
        FieldMapping("subtotal", "A", direction="to_local", transform=({"name": "formula", "args": ["A * C & B", "number"]},)),
        FieldMapping("reference", "D", direction="to_remote", transform=({"name": "template", "args": "{number} {total}"},)),
        FieldMapping("status", "A", direction="to_local", value_map=(("posted", "p"),), unmapped="null"),
        FieldMapping("lines", "L", FieldType.LINES),
        FieldMapping("lines[].product", "L[].A", FieldType.LOOKUP),
        FieldMapping("lines[].rate", "L[].A.A", FieldType.NUMBER, "to_local"),
        FieldMapping("lines[].unit", "L[].B", transform=({"name": "regex", "args": ["(a+)+b", "x"]},), direction="to_local"),
        FieldMapping("lines[].unit", "L[].U", direction="to_remote", transform=({"name": "formula", "args": "rate * 2"},)),
    ],
)  # fmt: skip


@pytest.mark.parametrize("what", sorted(HUGE))
@pytest.mark.parametrize("path", ["A", "B", "C", "L", "line"])
def test_nor_does_what_fills_the_memory(what: str, path: str) -> None:
    value = HUGE[what]
    remote = {"A": "1", "B": None, "C": "2", "L": [{"A": "1", "B": "b"}]}
    remote |= {"L": [{"A": value, "B": value}]} if path == "line" else {path: value}
    hub = {
        "number": value,
        "date": value,
        "customer": value,
        "total": value,
        "lines": value if path == "L" else [{"rate": value}],
    }
    work(EVERYTHING, remote, hub)


@pytest.mark.parametrize("what", sorted(HUGE))
@pytest.mark.parametrize("where", ["default", "args", "beside", "rule"])
def test_nor_does_a_definition_that_fills_it(what: str, where: str) -> None:
    value = HUGE[what]
    made = {
        "default": FieldMapping("city", "A", direction="to_remote", default=value),
        "args": FieldMapping(
            "city", "A", direction="to_local", transform=({"name": "replace", "args": [value, value]},)
        ),
        "beside": FieldMapping("city", "A", transform=({"name": "template", "args": "{value}", "note": value},)),
        "rule": FieldMapping("city", "A", validation=({"rule": "pattern", "args": value},)),
    }[where]
    refused = refusal(CUSTOMER, [made])
    assert refused is None or len(refused.message) < 2_000


def test_the_types_of_a_link_are_those_of_the_library() -> None:
    assert {kind_of(kind) for one in LIBRARY.values() for kind in one.takes} == set(KINDS)
