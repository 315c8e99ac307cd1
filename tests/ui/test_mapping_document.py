"""The document behind the mapping editor: whatever is done, it can be taken back, and it never contradicts itself."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.mapping.transforms import LIBRARY
from app.model.values import FieldType
from app.services.mapping.views import SideField
from app.services.views import MappingView
from app.ui.mappings.document import Document, list_of
from app.ui.mappings.fit import fit, fit_in, steps_for
from app.ui.mappings.sides import heads

T, N, D, B, L = FieldType.TEXT, FieldType.NUMBER, FieldType.DATE, FieldType.BOOLEAN, FieldType.LINES
OURS = (
    SideField("name", "Name", required=True),
    SideField("amount", "Amount", N),
    SideField("balance", "Balance", N, readonly=True),
    SideField("lines", "Lines", L),
    SideField("lines[].rate", "Rate", N, group="lines"),
    SideField("lines[].text", "Text", group="lines"),
    SideField("taxes", "Taxes", L),
    SideField("taxes[].amount", "Amount", N, group="taxes"),
)
THEIRS = (
    SideField("NAME", "Name"),
    SideField("CODE", "Code"),
    SideField("AMOUNT", "Amount", N),
    SideField("GUID", "GUID", readonly=True),
    SideField("LINES", "Lines", L),
    SideField("LINES[].RATE", "Rate", N, group="LINES"),
    SideField("LINES[].TEXT", "Text", group="LINES"),
    SideField("TAXES", "Taxes", L),
    SideField("TAXES[].AMOUNT", "Amount", group="TAXES"),
)
HERE, THERE = {field.path: field for field in OURS}, {field.path: field for field in THEIRS}
START = (
    MappingView("name", "NAME", "text", is_required=True),
    MappingView("lines", "LINES", "lines"),
    MappingView("lines[].rate", "LINES[].RATE", "number"),
    MappingView("amount", "CODE", "number", "to_remote", transform=[{"name": "number_format"}]),
)
number = st.integers(0, 9)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("connect"), st.sampled_from(OURS), st.sampled_from(THEIRS), st.booleans()),
        st.tuples(st.just("move here"), number, st.sampled_from(OURS), st.booleans()),
        st.tuples(st.just("move there"), number, st.sampled_from(THEIRS), st.booleans()),
        st.tuples(st.just("remove"), st.sets(number, max_size=3)),
        st.tuples(st.just("change"), number, st.sampled_from(["", "a", "ab"]), st.sampled_from(["", "text"])),
        st.tuples(st.just("select"), st.none() | number),
        st.tuples(st.just("undo")),
        st.tuples(st.just("redo")),
    ),
    max_size=25,
)


def do(document: Document, step: tuple[Any, ...]) -> None:
    """What a person can do: only what fits, only to links that are there."""
    links = document.links
    match step:
        case "connect", local, remote, instead:
            found = fit_in(local, remote, heads(links))
            if found.possible:
                gone = document.of_remote(remote.path) if instead else []
                document.connect(local, remote, "connect", steps=found.steps, instead=gone)
        case ("move here" | "move there") as where, at, field, clear if at < len(links):
            local = field if where == "move here" else HERE[links[at].local_field]
            remote = field if where == "move there" else THERE[links[at].remote_field]
            if fit_in(local, remote, heads(links)).possible:
                steps = steps_for(local, remote, links[at].direction) if clear else None
                ends = {"local": local} if where == "move here" else {"remote": remote}
                document.move(at, "move", steps=steps, **ends)
        case "remove", numbers:
            document.remove({at for at in numbers if at < len(links)}, "remove")
        case "change", at, text, merge if at < len(links):
            document.change(at, "change", merge and f"{merge}{at}", default_value=text)
        case "select", at:
            document.select(at)
        case ("undo",):
            document.undo()
        case ("redo",):
            document.redo()


def check(document: Document) -> None:
    filled = Counter(link.local_field for link in document.links if link.direction != "to_remote")
    assert all(times == 1 for times in filled.values()), filled
    linked = {link.local_field for link in document.links}
    assert all(list_of(link.local_field) in linked | {""} for link in document.links)
    pairs = [(link.local_field, link.remote_field) for link in document.links]
    assert len(pairs) == len(set(pairs))
    assert document.selected is None or 0 <= document.selected < len(document.links)
    for link in document.links:
        assert fit(HERE[link.local_field], THERE[link.remote_field]).possible
        if list_of(link.local_field):
            assert heads(document.links)[list_of(link.local_field)] == list_of(link.remote_field)


@given(STEPS)
def test_any_steps_are_taken_back_and_done_again(steps: list[tuple[Any, ...]]) -> None:
    document = Document(START)
    told: list[int] = []
    document.changed = lambda: told.append(len(document.links))
    for step in steps:
        before = document.links
        told.clear()
        do(document, step)
        check(document)
        assert bool(told) == (document.links != before) or step[0] in ("undo", "redo")
    last, taken = document.links, 0
    while document.undo_title:
        document.undo()
        taken += 1
        check(document)
    assert document.links == START
    assert not document.is_dirty
    assert document.changed_links() == 0
    for _ in range(taken):
        document.redo()
    assert document.links == last


@given(STEPS, STEPS)
def test_undo_goes_back_beyond_what_was_saved(steps: list[tuple[Any, ...]], more: list[tuple[Any, ...]]) -> None:
    document = Document(START)
    for step in steps:
        do(document, step)
    document.note_saved(document.links)
    assert not document.is_dirty
    saved = document.links
    for step in more:
        do(document, step)
    assert document.is_dirty == (document.links != saved)
    while document.undo_title:
        document.undo()
    assert document.links == START


def test_a_field_of_lines_brings_its_list() -> None:
    document = Document()
    document.connect(HERE["lines[].rate"], THERE["LINES[].RATE"], "link")
    assert [(one.local_field, one.remote_field) for one in document.links] == [
        ("lines", "LINES"),
        ("lines[].rate", "LINES[].RATE"),
    ]
    assert document.selected == 1
    document.undo()
    assert document.links == ()


def test_without_its_list_no_field_of_lines_stays() -> None:
    document = Document(START)
    document.remove({1}, "unlink")
    assert [one.local_field for one in document.links] == ["name", "amount"]


def test_the_selected_link_stays_selected_while_it_stays() -> None:
    document = Document(START)
    document.select(3)
    document.remove({0}, "unlink")
    assert document.link == START[3]
    document.remove({document.selected}, "unlink")
    assert document.link is None
    document.undo()
    assert document.link == START[3]


def test_with_another_list_the_links_of_its_lines_go() -> None:
    document = Document(START)
    document.move(1, "move", remote=THERE["TAXES"])
    assert [(one.local_field, one.remote_field) for one in document.links] == [
        ("name", "NAME"),
        ("lines", "TAXES"),
        ("amount", "CODE"),
    ]


def test_a_filled_field_is_filled_from_the_new_one_and_keeps_what_still_means_something() -> None:
    document = Document((MappingView("name", "NAME", "text", transform=[{"name": "trim"}], value_map={"pairs": []}),))
    document.connect(HERE["name"], THERE["CODE"], "link")
    assert document.links == (MappingView("name", "CODE", "text", transform=[{"name": "trim"}]),)


def test_links_that_give_way_go_in_the_same_step() -> None:
    document = Document((MappingView("name", "NAME", "text"),))
    document.connect(HERE["amount"], THERE["NAME"], "link", steps=[{"name": "number_parse"}], instead=[0])
    assert [one.local_field for one in document.links] == ["amount"]
    document.undo()
    assert [one.local_field for one in document.links] == ["name"]


def test_letters_of_one_text_are_one_step() -> None:
    document = Document(START)
    for text in ("a", "ab", "abc"):
        document.change(0, "default of Name", "default 0", default_value=text)
    assert document.undo_title == "default of Name"
    document.undo()
    assert document.links == START
    assert document.redo_title == "default of Name"
    document.redo()
    assert document.links[0].default_value == "abc"


def test_what_is_read_only_goes_one_way() -> None:
    document = Document()
    document.connect(HERE["name"], THERE["GUID"], "link")
    assert document.links[0].direction == "to_local"
    assert document.links[0].is_readonly
    assert document.links[0].is_required


@pytest.mark.parametrize(
    ("ours", "theirs", "verdict", "step"),
    [
        (T, T, "fits", ""),
        (FieldType.PICKLIST, T, "fits", ""),
        (FieldType.LOOKUP, T, "fits", ""),
        (N, T, "transform", "number_parse"),
        (T, N, "transform", "number_format"),
        (D, T, "transform", "date_parse"),
        (B, FieldType.PICKLIST, "transform", "words_to_boolean"),
        (T, B, "transform", "boolean_to_words"),
        (N, D, "transform", ""),
        (L, T, "never", ""),
    ],
)
def test_two_fields_fit_or_say_what_they_need(ours: FieldType, theirs: FieldType, verdict: str, step: str) -> None:
    found = fit(SideField("a", "A", ours), SideField("B", "B", theirs))
    assert found.verdict == verdict
    assert [one["name"] for one in found.steps] == ([step] if step else [])
    assert bool(found.why) == (verdict != "fits")
    assert not step or step in LIBRARY


def test_a_link_that_only_goes_there_is_written_the_other_way_round() -> None:
    local, remote = SideField("a", "A", N), SideField("B", "B", T)
    assert steps_for(local, remote) == ({"name": "number_parse"},)
    assert steps_for(local, remote, "to_remote") == ({"name": "number_format"},)


def test_lines_stay_with_lines_and_read_only_with_what_can_change() -> None:
    assert not fit(HERE["lines[].rate"], THERE["AMOUNT"]).possible
    assert not fit(HERE["balance"], THERE["GUID"]).possible
    assert not fit_in(HERE["lines[].rate"], THERE["TAXES[].AMOUNT"], {"lines": "LINES"}).possible
    assert fit_in(HERE["lines[].rate"], THERE["TAXES[].AMOUNT"], {}).possible
