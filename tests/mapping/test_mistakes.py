"""The usual mistakes in a definition: each is refused at the field at fault, in plain words, with what to do."""

from __future__ import annotations

from typing import Any

import pytest

from app.mapping.compiled import review_mapping
from app.mapping.fields import FieldMapping
from app.model.entities import CONTACT, CUSTOMER, DEAL, INVOICE, EntitySpec
from app.model.errors import InvalidInput
from app.model.values import FieldType


def step(name: str, args: Any = None) -> dict[str, Any]:
    return {"name": name} if args is None else {"name": name, "args": args}


def link(
    local: str, remote: str = "X", direction: str = "to_local", *steps: dict[str, Any], **more: Any
) -> FieldMapping:
    return FieldMapping(local, remote, direction=direction, transform=steps, **more)


#: Entity, links, where, what is said, how the hint begins.
MISTAKES: list[tuple[EntitySpec, list[FieldMapping], str, str, str]] = [
    (
        CUSTOMER,
        [link("bussiness_name")],
        "[0].localField",
        "Customer has no field 'bussiness_name'.",
        "Did you mean business_name?",
    ),
    (CUSTOMER, [link("nonsense")], "[0].localField", "Customer has no field 'nonsense'.", "Did you mean notes?"),
    (
        CUSTOMER,
        [link("custom.")],
        "[0].localField",
        "Customer has no field 'custom.'.",
        "See the list of fields, or use custom.<name> for a field of your own.",
    ),
    (
        CUSTOMER,
        [link("city", "A..B")],
        "[0].remoteField",
        "'A..B' is not a field path.",
        "A path looks like NAME, Address.City or LINES[].AMOUNT.",
    ),
    (
        INVOICE,
        [FieldMapping("lines", "L", FieldType.LINES), link("lines[].rate", "RATE")],
        "[1].remoteField",
        "'RATE' is not a field path.",
        "A field of a line is named with its list, like LINES[].AMOUNT.",
    ),
    (
        INVOICE,
        [link("lines[].rate", "L[].RATE")],
        "[0].localField",
        "lines[].rate is linked with L[].RATE, but lines itself is not.",
        "Link lines to the list that holds its lines, in the same direction.",
    ),
    (
        CUSTOMER,
        [link("city"), link("city", "Y")],
        "[1].localField",
        "city is linked twice.",
        "Remove one of the two links.",
    ),
    (
        CUSTOMER,
        [link("city", "X", "to_local", step("explode"))],
        "[0].transform[0].name",
        "There is no transform 'explode'.",
        "Use one of boolean_to_words",
    ),
    (
        CUSTOMER,
        [link("city", "X", "to_local", step("pad"))],
        "[0].transform[0].args.width",
        "Width is missing.",
        "Letters in all.",
    ),
    (
        CUSTOMER,
        [link("city", "X", "to_local", step("trim", {"side": "left"}))],
        "[0].transform[0].args.side",
        "'side' is not a setting here.",
        "It has no settings.",
    ),
    (
        CUSTOMER,
        [link("city", "X", "to_local", step("upper"), step("number_parse"))],
        "[0].transform",
        "The transforms lead to a number, but City is a text.",
        "Put “Write a number as text” (number_format) between them.",
    ),
    (
        CUSTOMER,
        [link("credit_limit", "X", "to_local", step("upper"))],
        "[0].transform",
        "The transforms lead to a text, but Credit limit is a number.",
        "Put “Read a number from text” (number_parse) between them.",
    ),
    (
        CUSTOMER,
        [link("city", "X", "to_local", step("number_parse"), step("upper"))],
        "[0].transform[1]",
        "“Upper case” works on a text, but gets a number here.",
        "Put “Write a number as text” (number_format) between them.",
    ),
    (
        CUSTOMER,
        [link("city", "X", "to_local", step("regex", {"pattern": "(a"}))],
        "[0].transform[0].args.pattern",
        "The pattern can't be read: missing ): (a.",
        "A pattern may not look ahead or behind, nor refer back to what it found (RE2 patterns).",
    ),
    (
        CUSTOMER,
        [link("city", "X", "to_local", step("regex", {"pattern": "(?=a)b"}))],
        "[0].transform[0].args.pattern",
        "The pattern can't be read: invalid perl operator: (?=.",
        "A pattern may not look ahead or behind, nor refer back to what it found (RE2 patterns).",
    ),
    (
        CUSTOMER,
        [link("city", "X", "to_local", step("regex", {"pattern": "a" * 501}))],
        "[0].transform[0].args.pattern",
        "Pattern is longer than 500 characters.",
        "A regular expression (RE2).",
    ),
    (
        CUSTOMER,
        [link("city", "X", "to_local", step("regex", {"pattern": "((a{1,100}){1,100}){1,100}"}))],
        "[0].transform[0].args.pattern",
        "The pattern can't be read: invalid repetition size: {1,100}.",
        "A pattern may not look ahead or behind, nor refer back to what it found (RE2 patterns).",
    ),
    (
        CUSTOMER,
        [link("city", "X", "to_local", step("formula", {"formula": "1+" * 1001 + "1"}))],
        "[0].transform[0].args.formula",
        "Formula is longer than 2000 characters.",
        "Like if(value > 1000, 'A', 'B'), or quantity * rate in a link that goes one way.",
    ),
    (
        CUSTOMER,
        [link("city", "X", "to_local", step("formula", {"formula": "(" * 40 + "1" + ")" * 40}))],
        "[0].transform[0].args.formula",
        "At character 31: the formula is nested too deeply.",
        "",
    ),
    (
        CUSTOMER,
        [link("city", "X", "to_local", step("formula", {"formula": "eval('1')"}))],
        "[0].transform[0].args.formula",
        "At character 1: there is no function 'eval'.",
        "",
    ),
    (
        CUSTOMER,
        [link("city", "X", "to_local", step("formula", {"formula": "value +"}))],
        "[0].transform[0].args.formula",
        "At character 8: the formula ends too early.",
        "",
    ),
    (
        CONTACT,
        [link("last_name", "N", "to_remote", step("template", {"text": "{first_nme} {last_name}"}))],
        "[0].transform[0].args.text",
        "There is no field 'first_nme' here; did you mean first_name?",
        "",
    ),
    (
        CONTACT,
        [link("last_name", "N", "to_remote", step("formula", {"formula": "first_nme & last_name"}))],
        "[0].transform[0].args.formula",
        "At character 1: there is no field 'first_nme' here; did you mean first_name?",
        "",
    ),
    (
        CONTACT,
        [link("last_name", "N", "to_remote", step("template", {"text": "{x}"}))],
        "[0].transform[0].args.text",
        "There is no field 'x' here; known are designation, email, first_name, last_name, mobile, notes, phone.",
        "",
    ),
    (
        CONTACT,
        [link("last_name", "N", "to_local", step("template", {"text": "{A..B}"}))],
        "[0].transform[0].args.text",
        "'A..B' is not a field path.",
        "",
    ),
    (
        CONTACT,
        [link("last_name", "N", "to_local", step("template", {"text": "no value"}))],
        "[0].transform[0].args.text",
        "The text holds no value.",
        "Write {value} where the value is to stand.",
    ),
    (
        CONTACT,
        [link("last_name", "N", "to_local", step("template", {"text": "{value"}))],
        "[0].transform[0].args.text",
        "The brace at character 1 has no partner.",
        "",
    ),
    (
        CONTACT,
        [link("last_name", "N", "both", step("template", {"text": "{First} {Last}"}))],
        "[0].transform",
        (
            "Last name is linked both ways, but “Put into a text” reads other fields (First, Last): what is put "
            "together of several can't be taken apart again. In a link both ways it knows only its own field, as "
            "value."
        ),
        "Let the link only come in if those are the other system's fields, and only go out if they are ours.",
    ),
    (
        CUSTOMER,
        [link("city", "X", "both", step("upper"))],
        "[0].transform",
        "City is linked both ways, but “Upper case” can't be undone: what is changed here could not be sent.",
        "Let the link go one way only, or choose a step that can be undone.",
    ),
    (
        CUSTOMER,
        [link("credit_days", "X", "both", step("scale", 3))],
        "[0].transform",
        (
            "Credit days is linked both ways, but “Multiply by a number” can't be undone: what is changed here "
            "could not be sent. It can be undone only when dividing by the factor always ends (by 100 it does, by "
            "3 it does not)."
        ),
        "Let the link go one way only, or choose a step that can be undone.",
    ),
    (
        CUSTOMER,
        [link("city", "X", "both", step("lookup_by", "email"))],
        "[0].transform[0].name",
        "City does not refer to another record.",
        "",
    ),
    (
        DEAL,
        [link("customer", "X", "both", step("lookup_by", "emial"))],
        "[0].transform[0].args.field",
        "Customers can't be looked up by 'emial'.",
        "Did you mean email?",
    ),
    (
        DEAL,
        [link("customer", "X", "both", step("lookup_by"))],
        "[0].transform[0].args.field",
        "Field is missing.",
        "The field of the record referred to that holds the value, like email or sku.",
    ),
    (
        DEAL,
        [link("customer", "X", "to_local", step("lookup_by", "email"), step("upper"))],
        "[0].transform[0].name",
        "“Look up by a field” can only stand last in the chain.",
        "",
    ),
    (
        DEAL,
        [link("customer", "X", "to_remote", step("template", "{name}"))],
        "[0].transform",
        "Customer names another record: nothing can be put together with it.",
        "Link a field of the record's own.",
    ),
    (
        CUSTOMER,
        [link("is_active", "X", "both", value_map=(("perhaps", "A"),))],
        "[0].valueMap.pairs[0]",
        "Active: 'perhaps' is neither yes nor no.",
        "",
    ),
    (
        CUSTOMER,
        [link("city", "X", "both", value_map=(("a", "1"), ("b", "1")))],
        "[0].valueMap.pairs[1]",
        "The value table gives two values for '1': 'a' and 'b'.",
        "Keep one of the two lines.",
    ),
    (
        CUSTOMER,
        [link("city", "X", "both", value_map=(("a", "1"),), unmapped="default")],
        "[0].valueMap.unmapped",
        "Values that are not in the table are to get the default, but there is none.",
        "Give the link a default value, or choose what else becomes of such values (unmapped: keep, null or error).",
    ),
    (
        CUSTOMER,
        [link("credit_limit", "X", "both", default="lots")],
        "[0].defaultValue",
        "The default of Credit limit, 'lots', is not a number.",
        "",
    ),
    (CUSTOMER, [link("city", "X", "both", default=["a"])], "[0].defaultValue", "A default is a single value.", ""),
    (
        INVOICE,
        [FieldMapping("lines", "X", FieldType.LINES, transform=(step("trim"),))],
        "[0].transform",
        "Lines is a list of lines: it takes no transforms and no value table.",
        "Give them to the fields of its lines.",
    ),
    (
        CUSTOMER,
        [link("city", "A", "both"), link("phone", "A.B", "both")],
        "[1].remoteField",
        "A.B and A can't both be sent: in one of them A is a single value, in the other a group of fields.",
        "Correct one of the two paths, or let one of the links only come in.",
    ),
    (
        CUSTOMER,
        [link("city", "X", "both", validation=({"rule": "lenght"},))],
        "[0].validation[0].rule",
        "There is no rule 'lenght'.",
        "Did you mean length?",
    ),
    (
        CUSTOMER,
        [link("city", "X", "both", validation=({"rule": "range", "args": {"min": 1}},))],
        "[0].validation[0].rule",
        "The rule “Range” does not go with City.",
        "",
    ),
    (
        CUSTOMER,
        [link("city", "X", "both", validation=({"rule": "formula", "args": "citty = 'x'"},))],
        "[0].validation[0].args.formula",
        "At character 1: there is no field 'citty' here; did you mean city?",
        "",
    ),
    (
        CUSTOMER,
        [link("city", "X", "to_local", *[step("trim")] * 21)],
        "[0].transform",
        "A chain has at most 20 transforms.",
        "",
    ),
]


@pytest.mark.parametrize(
    ("spec", "links", "where", "message", "hint"),
    MISTAKES,
    ids=[f"{number}-{one[2]}" for number, one in enumerate(MISTAKES)],
)
def test_a_mistake_is_named_where_it_is(
    spec: EntitySpec, links: list[FieldMapping], where: str, message: str, hint: str
) -> None:
    with pytest.raises(InvalidInput) as caught:
        review_mapping(spec, links)
    assert caught.value.field == f"fieldMappings{where}"
    assert caught.value.message == message
    assert caught.value.hint.startswith(hint)
    assert bool(caught.value.hint) == bool(hint)


def test_nothing_can_go_round_in_circles() -> None:
    """A template or formula reads what a record holds, never what another link made of it: one that names its own field reads the
    value that stands there, once."""
    from app.mapping.compiled import compile_mapping

    own = link("last_name", "Name", "to_remote", step("template", "{last_name} {last_name}"))
    assert compile_mapping(CONTACT, [own]).outward.build({"last_name": "Rao"}, lambda *_: None)[0] == {
        "Name": "Rao Rao"
    }
    first = link("first_name", "A", "to_local", step("template", "{B}!"))
    second = link("last_name", "B", "to_local", step("template", "{A}?"))
    assert compile_mapping(CONTACT, [first, second]).read({"A": "a", "B": "b"}) == {
        "first_name": "b!",
        "last_name": "a?",
    }
