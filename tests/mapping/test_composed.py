"""Links that put several fields together: both ways of one direction, in records and in lines, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest

from app.mapping.compiled import CompiledMapping, compile_mapping, review_mapping
from app.mapping.errors import MappingError
from app.mapping.fields import FieldMapping
from app.mapping.outward import is_sent_name, sent_name
from app.model.entities import CONTACT, CUSTOMER, INVOICE, EntitySpec
from app.model.errors import InvalidInput
from app.model.values import FieldType


def link(local: str, remote: str, direction: str, name: str, text: str, **more: Any) -> FieldMapping:
    argument = {"template": "text", "formula": "formula"}[name]
    args = {argument: text, **more}
    return FieldMapping(local, remote, FieldType.TEXT, direction, transform=({"name": name, "args": args},))


def text_in(text: str, spec: EntitySpec = CUSTOMER, local: str = "contact_person") -> CompiledMapping:
    return compile_mapping(spec, [link(local, "First_Name", "to_local", "template", text)])


PERSON = text_in("{First_Name} {Last_Name} ({Mailing.City})")


def test_what_comes_in_is_put_together_when_it_is_read() -> None:
    remote = {"First_Name": "Asha", "Last_Name": "Rao", "Mailing": {"City": "Pune"}}
    raw = PERSON.read(remote)
    assert raw == {"contact_person": "Asha Rao (Pune)"}  # what is kept and compared
    assert PERSON.to_local(raw, lambda *_: None)[0] == raw
    assert PERSON.remote_fields == {"First_Name", "Last_Name", "Mailing"}
    assert PERSON.outward.fields == frozenset()


def test_half_of_it_is_worse_than_nothing() -> None:
    assert PERSON.read({"First_Name": "Asha", "Mailing": {"City": "Pune"}}) == {}
    assert PERSON.read({"First_Name": "Asha", "Last_Name": "Rao", "Mailing": {}}) == {}
    # Read and empty is another thing: the gap closes.
    assert PERSON.read({"First_Name": "Asha", "Last_Name": None, "Mailing": None}) == {"contact_person": "Asha ()"}
    assert PERSON.read({"First_Name": None, "Last_Name": "", "Mailing": None}) == {"contact_person": None}


def test_the_links_own_field_need_not_be_read_where_it_does_not_count() -> None:
    mapping = text_in("{Last_Name}, {Initials}")
    assert mapping.remote_fields == {"Last_Name", "Initials"}
    assert mapping.read({"Last_Name": "Rao", "Initials": "A."}) == {"contact_person": "Rao, A."}
    with_own = text_in("{value} {Last_Name}")
    assert with_own.remote_fields == {"First_Name", "Last_Name"}
    assert with_own.read({"Last_Name": "Rao"}) == {}


def test_a_chain_goes_on_behind_it_and_the_default_fills_what_is_empty() -> None:
    steps = ({"name": "template", "args": ["{A} {B}"]}, {"name": "upper"})
    mapping = compile_mapping(CUSTOMER, [FieldMapping("city", "A", direction="to_local", transform=steps, default="?")])
    assert mapping.read({"A": "x", "B": "y"}) == {"city": "X Y"}
    raw = mapping.read({"A": None, "B": None})
    assert (raw, mapping.to_local(raw, lambda *_: None)[0]) == ({"city": None}, {"city": "?"})


@pytest.mark.parametrize(
    ("formula", "remote", "value"),
    [
        ("Qty * Rate", {"Qty": "3", "Rate": "19.5"}, "58.50"),
        ("Qty * [Unit Price]", {"Qty": "3", "Unit Price": "19.5"}, "58.50"),
        ("[Lines[].Rate] + Tax.Amount", {"Lines": [{"Rate": "1"}], "Tax": {"Amount": "0.5"}}, "1.50"),
        ("coalesce(Qty, Rate)", {"Qty": None, "Rate": "2"}, "2.00"),
        ("Qty * Rate", {"Qty": None, "Rate": "2"}, None),
        ("value + Rate", {"First_Name": "1", "Rate": "2"}, "3.00"),
    ],
)
def test_formulas_over_the_record(formula: str, remote: dict[str, Any], value: str | None) -> None:
    mapping = compile_mapping(
        CUSTOMER, [link("credit_limit", "First_Name", "to_local", "formula", formula, gives="number")]
    )
    assert mapping.read(remote) == {"credit_limit": value}


def test_what_can_not_be_put_together_is_said_with_its_parts() -> None:
    mapping = compile_mapping(CUSTOMER, [link("credit_limit", "Q", "to_local", "formula", "Q * R", gives="number")])
    with pytest.raises(MappingError, match=r"credit_limit: .*'12 kg' is not a number \(of Q '12 kg', R '2'\)"):
        mapping.read({"Q": "12 kg", "R": "2"})
    with pytest.raises(MappingError, match="contact_person: can't be put together: Last_Name is not a text"):
        PERSON.read({"First_Name": "a", "Last_Name": ["x"], "Mailing": None})


LINES = compile_mapping(
    INVOICE,
    [
        FieldMapping("lines", "Rows", FieldType.LINES),
        FieldMapping("lines[].quantity", "Rows[].Qty", FieldType.NUMBER),
        FieldMapping("lines[].rate", "Rows[].Rate", FieldType.NUMBER),
        link("lines[].amount", "Rows[].Qty", "to_local", "formula", "value * [Rows[].Rate]",
             gives="number"),
        link("lines[].description", "Rows[].Item", "to_local", "template", "{Item.Name} {Batch}"),
        link("lines[].amount", "Rows[].Sum", "to_remote", "formula", "quantity * rate", gives="number"),
        link("lines[].unit", "Rows[].Text", "to_remote", "template", "{lines[].description} {value}"),
    ],
)  # fmt: skip


def test_lines_put_together_what_stands_in_the_same_line() -> None:
    rows = [{"Qty": "2", "Rate": "5", "Item": {"Name": "Bolt"}, "Batch": "B1"}, {"Qty": "1", "Rate": "3", "Item": None}]
    assert LINES.read({"Rows": rows})["lines"] == [
        {"amount": "10.00", "description": "Bolt B1", "quantity": "2", "rate": "5.00"},
        {"amount": "3.00", "description": None, "quantity": "1", "rate": "3.00"},
    ]
    with pytest.raises(MappingError, match=r"^lines\[2\]\.amount: can't be calculated: 'x' is not a number") as caught:
        LINES.read({"Rows": [rows[0], {"Qty": "1", "Rate": "x"}]})
    assert (caught.value.field, caught.value.line) == ("lines[].amount", 1)


def test_lines_are_sent_with_what_is_put_together_of_them() -> None:
    hub = {"lines": [{"quantity": "2", "rate": "5.00", "description": "Bolt", "unit": "Nos", "amount": "99.00"}]}
    assert LINES.outward.build(hub, lambda *_: None)[0] == {
        "Rows": [{"Qty": "2", "Rate": "5.00", "Sum": "10", "Text": "Bolt Nos"}]
    }
    assert LINES.outward.fields == {"lines", sent_name("lines[]")}
    assert LINES.outward.unseen(hub) == {sent_name("lines[]"): [{"Sum": "10", "Text": "Bolt Nos"}]}
    assert LINES.outward.unseen({"lines": []}) == {sent_name("lines[]"): []}


OUT = compile_mapping(
    CONTACT,
    [
        FieldMapping("last_name", "Last_Name"),
        link("last_name", "Full_Name", "to_remote", "template", "{first_name} {last_name} {custom.suffix}"),
        FieldMapping("email", "Email", validation=({"rule": "email"},)),
    ],
)


def test_what_goes_out_is_put_together_of_the_hubs_fields() -> None:
    hub = {"first_name": "Asha", "last_name": "Rao", "email": None}
    assert OUT.outward.build(hub, lambda *_: None)[0] == {"Last_Name": "Rao", "Full_Name": "Asha Rao", "Email": None}
    (name,) = [one for one in OUT.outward.fields if is_sent_name(one)]
    assert OUT.outward.unseen(hub) == {name: "Asha Rao"}
    assert OUT.outward.reads == {"first_name", "last_name", "custom.suffix"}
    assert OUT.outward.local_fields == {"last_name", "email"}
    # It goes with each of its parts, and never half.
    assert OUT.outward.build(hub, lambda *_: None, ["first_name"])[0] == {"Full_Name": "Asha Rao"}
    assert OUT.outward.build(hub, lambda *_: None, [name])[0] == {"Full_Name": "Asha Rao"}
    assert OUT.outward.build({"first_name": "Asha"}, lambda *_: None)[0] == {}
    assert OUT.outward.build({**hub, "custom.suffix": "Jr"}, lambda *_: None, [name])[0] == {"Full_Name": "Asha Rao Jr"}


def test_nothing_is_put_together_of_a_field_that_waits_for_a_decision() -> None:
    held = OUT.outward.without({"first_name"})
    assert held.fields == {"last_name", "email"}
    assert held.build({"first_name": "A", "last_name": "Rao"}, lambda *_: None, ["last_name"])[0] == {
        "Last_Name": "Rao"
    }
    assert OUT.outward.without({"email"}).fields == OUT.outward.fields
    assert LINES.outward.without({"lines"}).fields == {"lines"}


def test_a_link_both_ways_knows_only_its_own_field() -> None:
    both = link("contact_person", "First_Name", "both", "template", "{First_Name} {Last_Name}")
    with pytest.raises(InvalidInput) as caught:
        review_mapping(CUSTOMER, [both])
    assert caught.value.message == (
        "Contact person is linked both ways, but “Put into a text” reads other fields (First_Name, Last_Name): what is put"
        " together of several can't be taken apart again. In a link both ways it knows only its own field, as value."
    )
    assert caught.value.field == "fieldMappings[0].transform"
    assert "only come in" in caught.value.hint
    # One that was stored all the same comes in only.
    mapping = compile_mapping(CUSTOMER, [both])
    assert mapping.read({"First_Name": "A", "Last_Name": "B"}) == {"contact_person": "A B"}
    assert mapping.outward.fields == frozenset()
    assert review_mapping(CUSTOMER, [link("contact_person", "N", "both", "template", "Dr {value}")]) == []


def test_a_mapping_with_many_parts_reads_one_record_as_another() -> None:
    """Nothing is kept from one record to the next."""
    first, second = (
        {"First_Name": "A", "Last_Name": "B", "Mailing": None},
        {"First_Name": "C", "Last_Name": "D", "Mailing": None},
    )
    assert [PERSON.read(one)["contact_person"] for one in (first, second, first)] == ["A B ()", "C D ()", "A B ()"]
