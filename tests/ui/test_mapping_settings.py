"""What a link's forms show and how it goes back into the link: without a window."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.mapping.chains import compile_chain
from app.mapping.names import Names
from app.mapping.parameters import Parameter
from app.mapping.transforms import LIBRARY
from app.mapping.validation import RULES
from app.model.values import FieldType
from app.services.mapping.views import SampleRecord, SideField, SideValues
from app.services.views import MappingView
from app.ui.mappings import library, settings, steps
from app.ui.mappings.settings import Ends

T, N, D, B = FieldType.TEXT, FieldType.NUMBER, FieldType.DATE, FieldType.BOOLEAN
PHONE = SideField("phone", "Phone", samples=("020 2553 1200",))
THEIR_PHONE = SideField("LEDGERPHONE", "Phone", samples=("098765 43210",))


def ends(link: MappingView | None = None, local: SideField = PHONE, remote: SideField = THEIR_PHONE) -> Ends:
    return Ends(0, link or MappingView(local.path, remote.path, local.type.value), local, remote, "Tally Prime")


# --- the library in words -------------------------------------------------------------------------------------------


def described() -> list[Any]:
    return [*LIBRARY.values(), *RULES.values()]


def test_every_text_of_the_library_can_be_translated():
    wanted = {text for one in described() for text in (one.title, one.example, getattr(one, "when", ""))}
    for one in described():
        for parameter in one.parameters:
            wanted.add(parameter.title)
            if library.help_words(one.name, parameter.name, parameter.help) == parameter.help:
                wanted.add(parameter.help)
    assert wanted - {""} == set(library.TEXTS)


@pytest.mark.parametrize("one", described(), ids=lambda one: one.name)
def test_every_choice_has_words(one):
    for parameter in one.parameters:
        for choice in parameter.choices:
            assert library.choice_words(one.name, parameter.name, choice) not in ("", choice) or choice in (
                "quintal", "tonne", "litre", "piece", "pair", "dozen", "gross", "paise", "rupee", "lakh", "crore",
            )  # fmt: skip


def test_separators_are_shown_by_name_and_taken_back():
    assert library.separator_shown("\n") == "line break"
    assert library.separator_typed("line break") == "\n"
    assert library.separator_typed(" / ") == " / "
    assert all(library.separator_typed(words) != words for words in library.separators())


# --- a chain --------------------------------------------------------------------------------------------------------


def test_types_and_the_way_back_along_a_chain():
    views = steps.walk(
        [{"name": "trim"}, {"name": "number_parse"}, {"name": "scale", "args": {"factor": "100"}}], (N, T)
    )
    assert [(view.gets, view.gives) for view in views] == [(T, T), (T, N), (N, N)]
    assert [view.undoes for view in views] == [False, True, True]
    assert [view.undo.words for view in views] == ["Can't be undone", "Can be undone", "Can be undone"]
    assert views[2].summary == "Factor: 100"


def test_what_depends_on_its_settings_says_on_what():
    (view,) = steps.walk([{"name": "scale", "args": {"factor": 3}}], (N,))
    assert not view.undoes
    assert view.undo.words.startswith("Can be undone only if dividing by the factor")


def test_a_faulty_step_hides_no_other():
    views = steps.walk(
        [{"name": "regex", "args": {"pattern": "(["}}, {"name": "trim"}, {"name": "round"}, {"name": "nonsense"}], (T,)
    )
    assert views[0].part == "args.pattern"
    assert views[1].fault == ""
    assert "number_parse" in views[2].fault or "gets a text" in views[2].fault
    assert views[2].part == ""
    assert views[3].fault == "This program does not know this transform."


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"find": "a"}, {"find": "a"}),
        (["a", "b"], {"find": "a", "replacement": "b"}),
        ("a", {"find": "a"}),
        (None, {}),
    ],
    ids=["by name", "in order", "the first alone", "none"],
)
def test_arguments_in_any_of_their_forms(given, expected):
    assert steps.named(LIBRARY["replace"].parameters, given) == expected


def test_a_list_that_stands_alone():
    assert steps.named(RULES["one_of"].parameters, ["A", "B"]) == {"values": ["A", "B"]}


def sample(value: Any, **around: Any) -> steps.Sample:
    return steps.Sample(value, around)


def test_the_sample_is_shown_step_by_step():
    found = steps.try_steps([{"name": "trim"}, {"name": "phone_e164"}], (T,), sample(" 098765 43210"))
    assert found == [
        steps.Tried("“ 098765 43210”", "“098765 43210”"),
        steps.Tried("“098765 43210”", "“+919876543210”"),
    ]


def test_the_sample_stops_where_it_fails():
    found = steps.try_steps([{"name": "number_parse"}, {"name": "round"}], (T,), sample("many"))
    assert found == [steps.Tried("“many”", problem="This value is not a number.")]
    assert steps.try_steps([{"name": "round"}], (N,), sample("many"))[0].problem
    assert steps.try_steps([{"name": "regex", "args": {"pattern": "(["}}], (T,), sample("x"))[0].problem


def test_a_text_of_several_fields_is_tried_with_the_record():
    entry = {"name": "template", "args": {"text": "{FIRST} {value}"}}
    (one,) = steps.try_steps([entry], (T,), sample("Rao", FIRST="Asha"), Names(None))
    assert one.after == "“Asha Rao”"
    (view,) = steps.walk([entry], (T,), Names(None))
    assert (view.fault, view.undoes) == ("", False)


def test_offers_fit_or_say_what_to_put_between():
    found = {one.name: one for one in steps.offers((N,))}
    assert found["round"].fits
    assert not found["trim"].fits
    assert "Put “Write a number as text” before it." in found["trim"].why
    assert steps.LOOKUP_BY not in found
    assert set(found) == set(LIBRARY) - {steps.LOOKUP_BY}


def test_offers_are_searched_and_grouped():
    assert {one.name for one in steps.offers((T,), "gst state")} >= {"state_to_code", "code_to_state"}
    groups = [one.group for one in steps.offers((T,))]
    assert list(dict.fromkeys(groups)) == ["Texts", "Numbers", "Dates", "Phone and state codes", "Words and formulas"]
    assert groups == sorted(groups, key=list(dict.fromkeys(groups)).index)
    assert steps.offers((T,), "zzz") == []


@pytest.mark.parametrize(("found", "wanted", "name"), [(T, N, "number_parse"), (D, T, "date_format"), (T, T, "")])
def test_what_leads_from_one_type_to_another(found, wanted, name):
    assert steps.between(found, wanted) == name


def test_a_chain_is_turned_round_where_every_step_has_a_counterpart():
    chain = [{"name": "trim"}, {"name": "number_parse", "args": {"grouping": "indian"}}, {"name": "negate"}]
    other = steps.turned(chain)
    assert other == [{"name": "negate"}, {"name": "number_format", "args": {"grouping": "indian"}}, {"name": "trim"}]
    compile_chain(other, "transform", (N,))
    assert steps.turned([{"name": "convert_unit", "args": {"from": "kg", "to": "g"}}]) == [
        {"name": "convert_unit", "args": {"from": "g", "to": "kg"}}
    ]
    assert steps.turned([{"name": "split", "args": {"separator": ","}}]) is None


# --- directions -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("local", "remote", "reason"),
    [
        (replace(PHONE, readonly=True), THEIR_PHONE, "Phone can't be changed here: it is only read from Tally Prime."),
        (PHONE, replace(THEIR_PHONE, readonly=True), "Phone is read only in Tally Prime."),
        (PHONE, THEIR_PHONE, ""),
    ],
    ids=["ours", "theirs", "neither"],
)
def test_a_direction_that_can_not_be_says_why(local, remote, reason):
    found = {way.direction: way.reason for way in settings.ways(ends(local=local, remote=remote))}
    assert found == {"both": reason, "to_local": "", "to_remote": reason}


def test_the_chain_turns_with_the_link():
    link = MappingView("phone", "P", "text", transform=[{"name": "date_parse"}])
    changes, meant = settings.redirected(link, "to_remote")
    assert changes == {"direction": "to_remote", "transform": [{"name": "date_format"}]}
    assert meant
    assert settings.redirected(link, "to_local") == ({"direction": "to_local"}, True)
    stuck = replace(link, transform=[{"name": "split"}])
    assert settings.redirected(stuck, "to_remote") == ({"direction": "to_remote"}, False)
    assert settings.redirected(replace(link, transform="t1"), "to_remote")[1] is False


# --- samples and names ----------------------------------------------------------------------------------------------


def test_the_sample_is_the_record_s_own_after_the_table():
    record = SampleRecord("1", "A", {"LEDGERPHONE": "1", "NAME": "Acme"}, {"phone": "2"})
    assert settings.sample_of(record, ends()) == steps.Sample("1", record.remote)
    table = {"pairs": [["one", "1"]], "unmapped": "keep"}
    assert settings.sample_of(record, ends(MappingView("phone", "LEDGERPHONE", "text", value_map=table))).value == "one"
    out = ends(MappingView("phone", "LEDGERPHONE", "text", "to_remote"))
    assert settings.sample_of(record, out) == steps.Sample("2", record.hub)
    assert settings.sample_of(None, ends()).value == "098765 43210"
    assert settings.sample_of(None, ends(remote=SideField("X", "X"))) is None


def test_a_field_of_a_line_is_tried_on_the_first_line():
    local = SideField("lines[].rate", "Rate", N, group="lines")
    remote = SideField("LINES[].RATE", "Rate", N, group="LINES")
    record = SampleRecord("1", "A", {"LINES": [{"RATE": "95.00", "QTY": "2"}, {"RATE": "1"}]})
    assert settings.sample_of(record, ends(None, local, remote)) == steps.Sample("95.00", {"RATE": "95.00", "QTY": "2"})


def test_a_text_names_the_fields_of_the_side_it_comes_from():
    local = (PHONE, SideField("email", "E-mail"), SideField("lines[].rate", "Rate", group="lines"))
    remote = (THEIR_PHONE, SideField("EMAIL", "Mail"), SideField("LINES", "Lines", FieldType.LINES))
    both = ends()
    assert settings.nameable(both, local, remote) == [("This field's value", "value")]
    inwards = ends(MappingView("phone", "LEDGERPHONE", "text", "to_local"))
    assert settings.nameable(inwards, local, remote)[1:] == [("Mail", "EMAIL")]
    outwards = ends(MappingView("phone", "LEDGERPHONE", "text", "to_remote"))
    assert settings.nameable(outwards, local, remote)[1:] == [("E-mail", "email")]
    names = settings.names_in_reach(outwards, local)
    assert (names.find("email"), names.find("rate")) == ("email", None)
    assert settings.names_in_reach(both, local).find("email") is None


# --- what is typed --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "text", "stored"),
    [
        ("text", " a ", " a "),
        ("text", "", None),
        ("integer", "12", 12),
        ("integer", "-1", -1),
        ("integer", "twelve", "twelve"),
        ("number", "1,00,000.50", "100000.50"),
        ("number", "", None),
        ("date", "1/8/2026", "2026-08-01"),
        ("date", "soon", "soon"),
        ("list", "a\n\n b ", ["a", "b"]),
        ("list", "\n", None),
    ],
)
def test_typed_values_are_stored(kind, text, stored):
    assert settings.typed(Parameter("x", "X", kind), text) == stored


def test_an_empty_text_counts_where_the_default_is_another():
    assert settings.typed(Parameter("between", "Between", default=", "), "") == ""


def test_a_setting_is_changed_and_taken_out():
    parameters = LIBRARY["split"].parameters
    entry = settings.with_argument({"name": "split", "args": [","]}, parameters, "part", 2)
    assert entry == {"name": "split", "args": {"separator": ",", "part": 2}}
    assert settings.with_argument(entry, parameters, "part", None) == {"name": "split", "args": {"separator": ","}}
    assert settings.with_argument({"name": "trim"}, (), "x", None) == {"name": "trim"}


def test_the_default_is_typed_as_the_field_asks():
    assert settings.default_parameter(SideField("x", "X", D)).type == "date"
    assert settings.default_parameter(SideField("x", "X", B)).type == "boolean"
    assert settings.default_parameter(SideField("x", "X", choices=("a", "b"))).choices == ("a", "b")
    assert settings.default_parameter(SideField("x", "X", FieldType.LOOKUP)) is None


def test_a_reference_is_found_at_the_hub_s_end_of_the_chain():
    chain = settings.with_find_by([{"name": "trim"}], "email", comes_in=True)
    assert chain == [{"name": "trim"}, {"name": "lookup_by", "args": {"field": "email"}}]
    assert settings.with_find_by(chain, "email", comes_in=False)[0]["name"] == "lookup_by"
    assert settings.find_by(chain) == "email"
    assert settings.with_find_by(chain, "", comes_in=True) == [{"name": "trim"}]
    assert ("E-mail", "email") in settings.find_fields("customer")


# --- value tables ---------------------------------------------------------------------------------------------------


def test_a_value_of_theirs_stands_for_one_of_ours():
    pairs = [("Gold", "A"), ("Silver", "B")]
    assert settings.clash(pairs, ("Bronze", "A"), True, system="Tally Prime").startswith(
        "“A” of Tally Prime stands for"
    )
    assert settings.clash(pairs, ("Gold", "C"), True, system="Tally Prime") == ""
    assert settings.clash(pairs, ("Gold", "C"), False, system="Tally Prime").startswith("“Gold” becomes “A”")
    assert settings.clash(pairs, ("Gold", "A"), True, system="Tally Prime")


def test_more_lines_join_those_that_are_there():
    pairs, refused = settings.added(
        [("Gold", "A")], [("Gold", "A"), ("Silver", "B"), ("Tin", "A")], True, "Tally Prime"
    )
    assert pairs == [("Gold", "A"), ("Silver", "B")]
    assert len(refused) == 1


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["unix", "windows", "old mac"])
def test_two_columns_are_pasted_and_copied(end):
    heads = ("Here", "Tally Prime")
    text = end.join(["Here\tTally Prime", "Gold\tA", "alone", " Silver \tB\tmore", "\tC", ""])
    assert settings.pasted(text, heads) == [("Gold", "A"), ("Silver", "B")]
    assert settings.pasted(settings.copied([("Gold", "A")], heads), heads) == [("Gold", "A")]


def test_sorting_keeps_what_is_sent():
    assert settings.in_order([("b", "1"), ("A", "2"), ("b", "0")]) == [("A", "2"), ("b", "1"), ("b", "0")]


def test_values_without_a_line_are_listed():
    values = SideValues((("Gold", 3), ("Tin", 9)), (("A", 5),))
    assert settings.missing([("Gold", "A")], values) == ([("Tin", 9)], [])
    assert settings.count_words(("Gold", "A"), values) == "3 here  ·  5 there"


def test_an_empty_table_is_none():
    assert settings.table([], "keep") is None
    assert settings.table([], "null") == {"pairs": [], "unmapped": "null"}
    assert settings.pairs_of(settings.table([("a", "b")], "keep")) == [("a", "b")]


def test_a_fault_belongs_below_its_part():
    rest_of = settings.under("transform[1]")
    assert rest_of("transform[1].args.pattern") == "args.pattern"
    assert rest_of("transform[1]") == ""
    assert rest_of("transform[10]") is None
    assert settings.under("transform")("transform[1].name") == "[1].name"
