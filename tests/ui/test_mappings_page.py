"""The mapping editor as a whole: what is opened, kept, taken back and saved, and that nothing of one's work is lost on the way."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QComboBox, QLineEdit, QWidget

from app.model.errors import Unreachable
from app.model.events import Changed
from app.services.views import MappingView
from app.ui.desk import Desk
from app.ui.mappings import page as page_module
from app.ui.mappings.drafts import Drafts
from app.ui.mappings.page import MappingsPage
from tests.ui.conftest import calm
from tests.ui.fakes import FakeServices

CUSTOMERS, INVOICES = "k-c1-customer", "k-c1-invoice"


@pytest.fixture
def page(qtbot: Any, desk: Desk, shown: Any, tmp_path: Any) -> MappingsPage:
    desk.folders = SimpleNamespace(data=tmp_path)
    made: MappingsPage = shown(MappingsPage(desk))
    return made


def locals_of(page: MappingsPage) -> list[str]:
    return [link.local_field for link in page.editor.document.links]


def unlink_phone(page: MappingsPage) -> None:
    page.editor.document.remove(page.editor.document.of_local("phone"), "unlink Phone")


def test_the_first_mapping_is_opened_with_both_sides_and_a_preview(page: MappingsPage) -> None:
    editor = page.editor
    assert editor.config_id == CUSTOMERS
    assert editor.bench is not None
    assert editor.bench.remote
    assert editor.preview is not None
    assert editor.preview.rows
    assert page.state.text() == "7 links"
    assert not page.save_button.isEnabled()


def test_another_kind_of_record_is_chosen_in_its_box(page: MappingsPage, qtbot: Any, desk: Desk) -> None:
    page.entity.setCurrentIndex(page.entity.findData("invoice"))
    page.entity.activated.emit(page.entity.currentIndex())
    calm(qtbot, desk)
    assert page.editor.config_id == INVOICES


def test_other_screens_open_a_mapping_by_connection_and_kind(page: MappingsPage, qtbot: Any, desk: Desk) -> None:
    page.open("c1:invoice")
    calm(qtbot, desk)
    assert page.editor.config_id == INVOICES
    assert page.entity.currentData() == "invoice"
    page.open(CUSTOMERS)
    calm(qtbot, desk)
    assert page.editor.config_id == CUSTOMERS


@pytest.mark.parametrize("answer", ["stay", "discard"])
def test_what_is_not_saved_is_asked_about_before_another_mapping_is_opened(
    page: MappingsPage, qtbot: Any, desk: Desk, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(page_module, "ask_to_leave", lambda editor, parent: asked.append(editor.config_id) or answer)
    unlink_phone(page)
    page.open("c1:invoice")
    calm(qtbot, desk)
    assert asked == [CUSTOMERS]
    if answer == "stay":
        assert page.editor.config_id == CUSTOMERS
        assert page.entity.currentData() == "customer"
        assert "phone" not in locals_of(page)
    else:
        assert page.editor.config_id == INVOICES


def test_saving_on_the_way_to_another_mapping_goes_there_when_it_is_saved(
    page: MappingsPage, qtbot: Any, desk: Desk, services: FakeServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_module, "ask_to_leave", lambda editor, parent: "save")
    unlink_phone(page)
    page.open("c1:invoice")
    page.dialog.accept()  # closed without saving: nobody goes anywhere
    calm(qtbot, desk)
    assert page.editor.config_id == CUSTOMERS
    page.open("c1:invoice")
    page.editor.note_saved(services.mappings.save(CUSTOMERS, page.editor.document.links, "stamp-0"))
    page.dialog.accept()
    calm(qtbot, desk)
    assert page.editor.config_id == INVOICES


def test_undo_and_redo_have_their_keys_and_say_what_they_do(page: MappingsPage, qtbot: Any, desk: Desk) -> None:
    before = page.editor.document.links
    unlink_phone(page)
    assert "1 change, not saved" in page.state.text()
    assert page.save_button.isEnabled()
    assert "unlink Phone" in page.undo_button.toolTip()
    page.activateWindow()
    page.take_focus()
    page.undo.trigger()
    assert page.editor.document.links == before
    assert not page.save_button.isEnabled()
    page.redo.trigger()
    assert "phone" not in locals_of(page)
    shortcuts = {keys.toString() for action in (page.undo, page.redo) for keys in action.shortcuts()}
    assert shortcuts == {"Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y"}


def test_what_was_not_saved_outlives_the_program(page: MappingsPage, qtbot: Any, desk: Desk, shown: Any) -> None:
    unlink_phone(page)
    page._keeping.stop()
    page._keeping.timeout.emit()  # the second of quiet is over
    calm(qtbot, desk)
    again: MappingsPage = shown(MappingsPage(desk))  # the next start
    assert again.draft_note.isVisible()
    assert "phone" in locals_of(again)
    QTest.mouseClick(again.draft_note.findChildren(QAbstractButton)[0], Qt.MouseButton.LeftButton)
    assert "phone" not in locals_of(again)
    assert again.editor.is_dirty
    assert not again.draft_note.isVisible()
    again.undo.trigger()
    again._keeping.timeout.emit()
    calm(qtbot, desk)
    assert again.drafts.find(CUSTOMERS) is None


def test_an_unsaved_draft_can_be_thrown_away(page: MappingsPage, desk: Desk, shown: Any) -> None:
    page.drafts.keep(CUSTOMERS, "stamp-of-old", (MappingView("phone", "EMAIL", "text"),))
    again: MappingsPage = shown(MappingsPage(desk))
    assert "was changed since" in " ".join(
        one.text() for one in again.draft_note.findChildren(QWidget) if hasattr(one, "text")
    )
    QTest.mouseClick(again.draft_note.findChildren(QAbstractButton)[1], Qt.MouseButton.LeftButton)
    assert again.drafts.find(CUSTOMERS) is None
    assert not again.draft_note.isVisible()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"stamp": "s"}', '{"stamp": "s", "at": "x", "links": []}'])
def test_a_damaged_draft_counts_as_none(tmp_path: Any, text: str) -> None:
    drafts = Drafts(tmp_path)
    drafts.keep("k", "s", ())
    (tmp_path / "drafts" / "mapping-k.json").write_text(text, encoding="utf-8")
    assert drafts.find("k") is None


def test_a_change_by_somebody_else_is_shown_at_once_unless_there_is_something_to_lose(
    page: MappingsPage, qtbot: Any, desk: Desk, services: FakeServices
) -> None:
    def somebody_saves(links: tuple[MappingView, ...]) -> None:
        services.mappings.links[CUSTOMERS] = links
        services.configs.made[0] = replace(services.configs.made[0], field_mappings=links)
        services.bus.publish(Changed(frozenset({"configs"}), "c1"))
        qtbot.wait(1)
        calm(qtbot, desk)

    somebody_saves(page.editor.document.links[:3])
    qtbot.waitUntil(lambda: len(page.editor.document.links) == 3)
    unlink_phone(page)
    mine = page.editor.document.links
    somebody_saves(mine[:1])
    qtbot.waitUntil(lambda: "Somebody else" in page.line.text())
    assert page.editor.document.links == mine


def test_when_the_fields_cannot_be_read_it_says_so_and_offers_to_try_again(
    qtbot: Any, desk: Desk, shown: Any, services: FakeServices
) -> None:
    services.mappings.open_error = Unreachable("Nothing answers at localhost:9000.", hint="Start Tally.")
    page: MappingsPage = shown(MappingsPage(desk))
    assert page.retry.isVisible()
    assert not page.save_button.isEnabled()
    services.mappings.open_error = None
    page.retry.click()
    calm(qtbot, desk)
    assert page.editor.bench is not None


def test_fields_that_were_not_read_live_are_announced(desk: Desk, shown: Any, services: FakeServices) -> None:
    services.mappings.notice = "Tally does not answer; these are the usual fields."
    page: MappingsPage = shown(MappingsPage(desk))
    assert page.notice.isVisible()


def test_without_a_connection_the_next_step_is_named(
    qtbot: Any, desk: Desk, shown: Any, services: FakeServices
) -> None:
    services.connection_list.clear()
    page: MappingsPage = shown(MappingsPage(desk))
    assert "Connect a system" in " ".join(
        one.text() for one in page.empty.findChildren(QWidget) if hasattr(one, "text")
    )


def test_check_and_save_open_the_same_dialog_once(page: MappingsPage, qtbot: Any, desk: Desk) -> None:
    page.open_save(check_only=True)
    first = page.dialog
    page.open_save()
    assert page.dialog is first
    calm(qtbot, desk)
    first.reject()
    assert page.dialog is None


def test_the_panel_gives_way_to_suggestions_and_comes_back_with_a_link(
    page: MappingsPage, qtbot: Any, desk: Desk
) -> None:
    page.show_suggestions()
    calm(qtbot, desk)
    assert page.side.currentWidget() is page.suggestions
    page.editor.document.select(2)
    assert page.side.currentWidget() is page.panel


def test_every_control_has_a_name(page: MappingsPage, qtbot: Any, desk: Desk) -> None:
    page.editor.document.select(2)
    calm(qtbot, desk)
    kinds = (QAbstractButton, QComboBox, QLineEdit, QAbstractItemView)
    unnamed = [
        f"{type(one).__name__} in {type(one.parent()).__name__}"
        for one in page.findChildren(QWidget)
        if isinstance(one, kinds)
        and one.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not (one.accessibleName() or (isinstance(one, QAbstractButton) and one.text()))
        and one.objectName() != "qt_spinbox_lineedit"
        and one.window() is page.window()  # what a box drops down is not the page's
    ]
    assert not unnamed


def test_three_hundred_fields_a_side_open_and_every_one_can_be_found(
    qtbot: Any, desk: Desk, shown: Any, services: FakeServices
) -> None:
    services.mappings.wide = 300
    page: MappingsPage = shown(MappingsPage(desk))
    assert len(page.editor.document.links) == 200
    assert page.focus_search()
    QTest.keyClicks(QApplication.focusWidget() or page, "Field 299")
    calm(qtbot, desk)
