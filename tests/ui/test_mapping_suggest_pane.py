"""“Suggest links”: proposals to accept and dismiss; every link made by them is a step that can be taken back."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from app.mapping.suggest import Suggestion
from app.model.values import FieldType
from app.services.mapping.views import SideField
from app.services.views import MappingView
from app.ui.mappings import suggestions_presenter as presenter
from app.ui.mappings.suggestions import SuggestPane
from tests.ui.conftest import calm
from tests.ui.mapping_bench import CUSTOMERS, Steered, opened, said, serve
from tests.ui.test_screens import make, nameless

OURS = {"phone": SideField("phone", "Phone", samples=("1",)), "days": SideField("days", "Days", FieldType.NUMBER)}
THEIRS = {"TEL": SideField("TEL", "Telephone", samples=("2",)), "PERIOD": SideField("PERIOD", "Period")}
FOUND = (
    Suggestion("phone", "TEL", 0.95, "the names mean the same"),
    Suggestion("days", "PERIOD", 0.6, "the names share words"),
)


@pytest.fixture
def mappings(services: Any) -> Steered:
    return serve(services)


@pytest.fixture
def editor(desk: Any, mappings: Steered, qtbot: Any) -> Any:
    return opened(desk, qtbot)


@pytest.fixture
def pane(editor: Any, shown: Any, desk: Any, qtbot: Any) -> SuggestPane:
    made = shown(SuggestPane(editor, None))
    made.look()
    calm(qtbot, desk)
    return made


def linked(editor: Any) -> set[str]:
    return {link.local_field for link in editor.document.links}


# --- in words ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("score", "words"),
    [(1.0, "very likely"), (0.9, "very likely"), (0.89, "likely"), (0.6, "possible"), (0.5, "perhaps")],
)
def test_scores_in_words(score, words):
    assert presenter.score_words(score) == words


def test_a_proposal_says_all_of_it():
    first, second = presenter.proposals(FOUND, OURS, THEIRS, ())
    assert presenter.spoken(first) == (
        "Phone with Telephone: very likely 95 %, the names mean the same; here “1”, there “2”"
    )
    assert presenter.samples_words(second) == "no values to compare"
    assert second.fit.steps == ({"name": "number_parse"},)
    assert "a transform has to stand between" in presenter.reason_words(second)


def test_what_can_not_be_linked_is_not_proposed():
    lines = {"phone": SideField("phone", "Phone", FieldType.LINES)}
    assert presenter.proposals(FOUND[:1], lines, THEIRS, ()) == []
    assert presenter.proposals(FOUND[:1], OURS, THEIRS, (), [("phone", "TEL")]) == []


def test_accepting_several_offers_each_step_that_takes_in_more():
    found = presenter.proposals(FOUND, OURS, THEIRS, ())
    assert presenter.steps_of(found) == [(0.9, "Only very likely: 1 link"), (0.6, "All: 2 links")]
    assert presenter.steps_of([]) == []
    made = presenter.with_all((MappingView("x", "X", "text"),), found)
    assert [(link.local_field, link.transform) for link in made[1:]] == [
        ("phone", None),
        ("days", [{"name": "number_parse"}]),
    ]


# --- shown --------------------------------------------------------------------------------------------------


def test_nothing_is_linked_by_itself_and_every_widget_has_a_name(pane, editor):
    assert nameless(pane) == []
    assert len(pane.found) > 5
    assert not editor.is_dirty
    scores = [one.score for one in pane.found]
    assert scores == sorted(scores, reverse=True)


def test_the_keyboard_accepts_and_dismisses(pane, editor, desk, qtbot):
    first, second, third = (one.key for one in pane.found[:3])
    qtbot.keyClick(pane.list, Qt.Key.Key_Return)
    calm(qtbot, desk)
    assert first[0] in linked(editor)
    assert editor.document.undo_title.startswith("link ")
    assert pane.found[0].key == second  # the next one is chosen
    qtbot.keyClick(pane.list, Qt.Key.Key_Delete)
    calm(qtbot, desk)
    assert second[0] not in linked(editor)
    assert pane.found[0].key == third
    editor.document.undo()
    calm(qtbot, desk)
    keys = [one.key for one in pane.found]
    assert first in keys  # taken back: proposed again
    assert second not in keys  # dismissed
    with qtbot.waitSignal(pane.closed):
        qtbot.keyClick(pane.list, Qt.Key.Key_Escape)


def test_what_was_dismissed_stays_so_when_asked_again(pane, desk, qtbot):
    gone = pane.found[0].key
    pane.dismiss()
    pane.look()
    calm(qtbot, desk)
    assert gone not in [one.key for one in pane.found]


def test_types_that_differ_are_linked_with_the_step_between_them(pane, editor, desk, qtbot):
    at = next(at for at, one in enumerate(pane.found) if one.ours.path == "credit_days")
    pane.list.setCurrentIndex(pane.list.model().index(at, 0))
    pane.accept()
    link = editor.document.link
    assert link.local_field == "credit_days"
    assert bool(link.transform) == (editor.remote_field(link.remote_field).type is not FieldType.NUMBER)


def test_all_are_one_step_and_then_it_closes_with_a_sentence(pane, editor, desk, qtbot):
    told, before = said(editor), editor.document.links
    expected = {one.ours.path for one in pane.found}
    with qtbot.waitSignal(pane.closed):
        pane.all_menu.actions()[-1].trigger()
    assert expected <= linked(editor)
    assert told[-1] == ("info", "There is no further link to suggest.")
    editor.document.undo()
    assert editor.document.links == before
    assert editor.document.undo_title == ""


def test_only_the_surest(pane, editor):
    sure = {one.ours.path for one in pane.found if one.score >= 0.9}
    less = {one.ours.path for one in pane.found} - sure
    pane.accept_from(0.9)
    assert sure <= linked(editor)
    assert not less & linked(editor)


def test_another_mapping_puts_it_away(pane, editor, qtbot, desk):
    with qtbot.waitSignal(pane.closed):
        editor.open(CUSTOMERS)
    assert pane.found == []
    calm(qtbot, desk)


def test_on_the_screen_it_stays_until_nothing_is_left(desk, mappings, shown, qtbot):
    page = shown(make("mappings", desk))
    calm(qtbot, desk)
    page.show_suggestions()
    calm(qtbot, desk)
    page.suggestions.accept()
    calm(qtbot, desk)
    assert page.side.currentWidget() is page.suggestions
    page.suggestions.accept_from(0.0)
    qtbot.waitUntil(lambda: page.side.currentWidget() is page.panel)
    calm(qtbot, desk)
    page.editor.close()
