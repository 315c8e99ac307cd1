"""The preview at the foot of the editor: a real record's values, what fails, and the link that a line belongs to."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app.model.errors import Unreachable
from app.services.mapping.views import PreviewRow, SampleRecord, Shown, SideField
from app.ui.mappings import preview_presenter as presenter
from app.ui.mappings.preview import PreviewPane
from tests.ui.conftest import calm
from tests.ui.mapping_bench import CUSTOMERS, INVOICES, Steered, opened, serve
from tests.ui.test_screens import nameless

GOOD = PreviewRow(0, "phone", "PHONE", Shown("1"), Shown("1"), Shown("1"), Shown("1"))


@pytest.fixture
def mappings(services: Any) -> Steered:
    return serve(services)


@pytest.fixture
def editor(desk: Any, mappings: Steered, qtbot: Any) -> Any:
    return opened(desk, qtbot)


@pytest.fixture
def pane(editor: Any, shown: Any) -> PreviewPane:
    return shown(PreviewPane(editor, None))


def texts(pane: PreviewPane, column: int) -> list[str]:
    return [pane.model.index(at, column).data() for at in range(pane.model.rowCount())]


def settle(pane: PreviewPane, desk: Any, qtbot: Any) -> None:
    """Until the look that follows a change is taken."""
    qtbot.waitUntil(lambda: not pane._editor._soon.isActive())
    calm(qtbot, desk)


# --- in words ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "tone", "words"),
    [
        ({"problem": "“abc” is no number.", "side": "in"}, "error", "“abc” is no number."),
        ({"problem": "too long", "side": "out"}, "error", "On the way there: too long"),
        ({"loses": True}, "warn", "something gets lost"),
        ({"lines": 3}, "muted", "below is the first of 3 lines"),
        ({"lines": 3, "local": "lines[].rate"}, "muted", ""),
        ({"lines": 1}, "muted", "below is the only line"),
        ({"lines": 0}, "muted", "no lines"),
        ({"here": Shown("2")}, "muted", "not what is here now"),
        ({"here": Shown("", "absent")}, "muted", ""),
        ({}, "muted", ""),
    ],
    ids=str,
)
def test_a_line_says_what_there_is_to_say(row, tone, words):
    said = presenter.note(replace(GOOD, **row))
    assert said[1] == tone
    assert words in said[0] if words else not said[0]


def test_three_kinds_of_nothing_are_told_apart():
    row = PreviewRow(0, "a", "A", Shown("", "empty"), Shown("", "absent"), Shown("", "none"), Shown("x"))
    cells = presenter.cells(row, SideField("a", "A"), SideField("A", "A"))
    assert [cell.text for cell in cells[1:5]] == ["empty", "not read", "—", "x"]
    assert len({cell.tip for cell in cells[1:4]}) == 3


def test_where_the_record_is():
    assert "only in Tally" in presenter.sample_words(SampleRecord("1", "x", {}, None), "Tally")
    assert "not in Tally" in presenter.sample_words(SampleRecord("1", "x", None, {}), "Tally")
    assert presenter.sample_words(SampleRecord("1", "x", {}, {}), "Tally") == ""


# --- shown --------------------------------------------------------------------------------------------------


def test_each_link_is_a_line_with_both_sides_and_every_widget_has_a_name(pane, editor):
    assert nameless(pane) == []
    assert texts(pane, 0)[:3] == ["Business name", "GSTIN", "Phone"]
    assert texts(pane, 1)[2] == "020 2553 1200"
    assert pane.model.headerData(1, Qt.Orientation.Horizontal) == "In Tally Prime"
    assert pane.record.currentText() == "Anand Electricals 7"


def test_fields_of_lines_are_indented(desk, mappings, qtbot, shown):
    pane = shown(PreviewPane(opened(desk, qtbot, INVOICES), None))
    names = texts(pane, 0)
    assert names[2] == "Lines"
    assert names[3].startswith("\u2003")


def test_a_problem_has_an_icon_and_a_sentence_and_can_be_shown_alone(pane, editor, mappings, desk, qtbot):
    mappings.problems["phone"] = ("“abc” is no telephone number.", "in")
    mappings.lossy.add("state")
    editor.document.change(0, "touch", is_required=False)
    settle(pane, desk, qtbot)
    at = texts(pane, 0).index("Phone")
    for column in (2, 5):
        assert not pane.model.index(at, column).data(Qt.ItemDataRole.DecorationRole).isNull()
    assert pane.number.text() == "2 problems"
    pane.only.setChecked(True)
    assert texts(pane, 0) == ["Phone", "State"]
    pane.table.selectRow(0)
    assert pane.detail.text() == "“abc” is no telephone number."
    mappings.problems.clear()
    mappings.lossy.clear()
    editor.document.change(0, "touch", is_required=True)
    settle(pane, desk, qtbot)
    assert pane.empty.isVisible()


def test_a_line_selects_its_link_and_the_link_its_line(pane, editor):
    pane.table.selectRow(2)
    assert editor.document.selected == 2
    editor.document.select(4)
    assert {index.row() for index in pane.table.selectionModel().selectedRows()} == {4}
    editor.document.select(None)
    assert not pane.table.selectionModel().hasSelection()


def test_a_line_selects_the_right_link_after_one_before_it_went(pane, editor, desk, qtbot):
    editor.document.remove([0], "unlink")
    pane.table.selectRow(2)  # the preview of before is still shown
    assert editor.document.link.local_field == "phone"
    settle(pane, desk, qtbot)
    assert texts(pane, 0)[0] == "GSTIN"


def test_editing_leaves_the_scroll_position_and_what_did_not_change(desk, mappings, qtbot, shown):
    mappings.wide = 90
    editor = opened(desk, qtbot)
    pane = shown(PreviewPane(editor, None))
    pane.table.verticalScrollBar().setValue(700)
    touched: list[int] = []
    pane.model.dataChanged.connect(lambda first, last, *_: touched.extend(range(first.row(), last.row() + 1)))
    reset: list[int] = []
    pane.model.modelReset.connect(lambda: reset.append(1))
    mappings.lossy.add(editor.document.links[3].local_field)
    editor.document.change(3, "touch", is_required=True)
    settle(pane, desk, qtbot)
    assert (set(touched), reset) == ({3}, [])
    editor.document.select(None)
    pane.table.verticalScrollBar().setValue(700)
    editor.document.remove([0], "unlink")
    settle(pane, desk, qtbot)
    assert pane.table.verticalScrollBar().value() == 700


def test_the_record_is_chosen_by_name_and_by_the_arrows(pane, editor, desk, qtbot):
    pane.following.click()
    calm(qtbot, desk)
    assert editor.sample.label == "Bharat Hardware & Paints 8"
    pane.following.click()
    assert not pane.following.isEnabled()
    assert pane.state.text() == "Not here yet, only in Tally Prime"
    pane.record.setEditText("anand")
    pane.record.lineEdit().editingFinished.emit()
    calm(qtbot, desk)
    assert editor.sample.label == "Anand Electricals 7"
    pane.record.setEditText("nobody")
    pane.record.lineEdit().editingFinished.emit()
    assert pane.record.currentText() == "Anand Electricals 7"


def test_it_says_that_the_other_system_is_asked(pane, mappings, desk, qtbot):
    mappings.gate = threading.Event()
    pane.another.click()
    assert pane.state.text() == "asking Tally Prime…"
    assert not pane.another.isEnabled()
    mappings.gate.set()
    calm(qtbot, desk)
    assert pane.another.isEnabled()
    assert mappings.asked.count("samples") == 2


def test_no_record_to_show_says_why(desk, mappings, qtbot, shown):
    mappings.samples_error = Unreachable("Nothing answers at localhost:9000.", hint="Start Tally.")
    pane = shown(PreviewPane(opened(desk, qtbot), None))
    assert pane.empty.isVisible()
    assert "Nothing answers" in pane.empty._text.text()
    assert pane.another.isEnabled()


def test_links_that_can_not_be_used_have_no_preview(pane, editor, mappings, desk, qtbot):
    mappings.preview_error = "Phone is linked twice."
    editor.document.change(0, "touch", is_required=False)
    settle(pane, desk, qtbot)
    assert pane.note.isVisible()
    assert "Phone is linked twice." in pane.note.accessibleName()
    assert not pane.table.isVisible()


def test_folding_is_remembered(pane, editor, desk, shown, qtbot):
    with qtbot.waitSignal(pane.folded):
        pane.fold_button.click()
    assert not pane.table.isVisible()
    assert shown(PreviewPane(editor, None)).is_folded
    pane.fold_button.click()
    assert pane.table.isVisible()


def test_it_is_copied_for_a_spreadsheet(pane, qtbot):
    pane.table.selectRow(2)
    qtbot.keyClick(pane.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().splitlines()[1].startswith("Phone\t020 2553 1200")


def test_what_comes_from_outside_is_never_read_as_html(pane):
    text = "<b>Anand</b> Electricals and Sons <img src=x>"
    row = PreviewRow(0, "a", "A", Shown(text), *[Shown("")] * 3)
    pane.model.set_rows([("a", presenter.cells(row, SideField("a", "A"), SideField("A", "A")))])
    assert pane.model.index(0, 1).data() == text
    assert "&lt;img" in pane.model.index(0, 1).data(Qt.ItemDataRole.ToolTipRole)


def test_another_mapping_clears_it(pane, editor, desk, qtbot):
    editor.close()
    assert pane.model.rowCount() == 0
    assert not pane.record.isEnabled()
    editor.open(CUSTOMERS)
    calm(qtbot, desk)
    assert pane.model.rowCount() == 7
