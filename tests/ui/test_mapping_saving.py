"""Saving a mapping: what keeps it from being saved, what changes for synced records, and what somebody else saved meanwhile."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QWidget

from app.model.errors import InvalidInput, StaleVersion, StorageError
from app.services.mapping.views import Fault, MappingCheck, SideField
from app.services.views import MappingView
from app.sync.effects import Effects, Example, FieldEffect
from app.ui.mappings import saving_presenter as presenter
from app.ui.mappings.saving import Folded, SaveDialog, ask_to_leave
from app.ui.widgets.basics import Note
from tests.ui.conftest import calm
from tests.ui.mapping_bench import CUSTOMERS, Steered, opened, said, serve
from tests.ui.test_screens import click, nameless

PHONE = FieldEffect(
    "phone", "Phone", "changed", here=1204, there=0, questions=1, refused=2, unknown=3, said="",
    examples={"here": (Example("1", "Anand", "98220 12345", "+919822012345"), Example("2", "Balaji", None, "1")),
              "refused": (Example("3", "Ganesh", "none", None, "it is no telephone number"),)},
)  # fmt: skip
STATE = FieldEffect("state", "State", "changed", 0, 0, 0, 0, 0, {}, "")
EFFECTS = Effects(1204, (PHONE, STATE))


def named(path: str) -> SideField:
    return SideField(path, path.replace("_", " ").capitalize())


@pytest.fixture
def mappings(services: Any) -> Steered:
    made = serve(services)
    made.effects_answer = EFFECTS
    return made


@pytest.fixture
def editor(desk: Any, mappings: Steered, qtbot: Any) -> Any:
    made = opened(desk, qtbot)
    made.document.change(0, "touch", is_required=False)
    qtbot.waitUntil(lambda: not made._soon.isActive())
    calm(qtbot, desk)
    return made


@pytest.fixture
def dialog(editor: Any, shown: Any, qtbot: Any, desk: Any) -> SaveDialog:
    made = shown(SaveDialog(editor, QApplication.activeWindow()))
    calm(qtbot, desk)
    return made


def found(dialog: SaveDialog) -> str:
    """All that is said below the verdict."""
    return "\n".join(each.text() for each in dialog._area.findChildren(QLabel) if each.isVisible() and each.text())


# --- in words ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("levels", "changed", "expected"),
    [
        ("", 1, ("ok", "Nothing is wrong: it can be saved")),
        ("", 0, ("ok", "Nothing is wrong, and nothing was changed")),
        ("w", 1, ("warn", "It can be saved; look at 1 thing first")),
        ("ww", 1, ("warn", "It can be saved; look at 2 things first")),
        ("we", 1, ("error", "1 thing keeps this from being saved")),
        ("i", 1, ("ok", "Nothing is wrong: it can be saved")),
    ],
)
def test_the_verdict(levels, changed, expected):
    names = {"e": "error", "w": "warning", "i": "info"}
    assert presenter.verdict(MappingCheck(tuple(Fault(names[one], "x") for one in levels)), changed=changed) == expected


def test_what_was_tried():
    assert presenter.tried_words(MappingCheck(tried=1), (), "") == "Tried on 1 real record."
    assert (
        presenter.tried_words(MappingCheck(), (), "It is off.\nStart it.")
        == "Not tried on real records: It is off. Start it."
    )


def test_numbers_of_a_field_in_words():
    assert presenter.effect_words(PHONE) == (
        "Phone: 1,204 records change here, 3 are known only at the next sync, 1 will wait for your decision, "
        "2 have a value that does not fit"
    )
    assert presenter.touched(EFFECTS) == [PHONE]
    assert presenter.example_lines(PHONE) == [
        "Ganesh: none does not fit: it is no telephone number",
        "Anand: 98220 12345 → +919822012345",
        "Balaji: empty → 1",
    ]
    assert presenter.effects_words(Effects(5, (STATE,))) == (
        "Nothing changes for them. 5 synced records were looked at."
    )
    assert "No record is synced yet" in presenter.effects_words(Effects(0, ()))


def test_what_no_longer_syncs_is_said(services):
    config = replace(services.configs.made[0], last_sync_at="2026-11-22T10:00:00Z", field_mappings=(
        MappingView("phone", "TEL", "text"), MappingView("state", "STATE", "text"), MappingView("city", "CITY", "text"),
    ))  # fmt: skip
    links = (MappingView("state", "REGION", "text"), MappingView("city", "CITY", "text", is_required=True))
    assert presenter.dropped_words(config, links, named, named) == [
        "Phone is no longer synced; what is in it stays on both sides.",
        "State is linked with Region now, no longer with State.",
    ]
    assert presenter.dropped_words(replace(config, last_sync_at=None), links, named, named) == []


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("fieldMappings[3].transform[0].args", (3, "transform[0].args")),
        ("fieldMappings[0]", (0, "")),
        ("name", (None, "")),
    ],
)
def test_the_link_that_a_refusal_names(field, expected):
    assert presenter.refusal(field) == expected


# --- shown --------------------------------------------------------------------------------------------------


def test_what_changes_is_shown_before_it_is_saved(dialog, editor, services, desk, qtbot):
    assert nameless(dialog) == []
    assert dialog.note.accessibleName() == "Nothing is wrong: it can be saved Tried on 3 real records."
    qtbot.waitUntil(lambda: "Phone: 1,204 records change here" in found(dialog))
    assert "98220 12345" not in found(dialog)
    line = dialog.findChildren(Folded)[0]
    qtbot.keyClick(line.toggle, Qt.Key.Key_Space)
    assert "Anand: 98220 12345 → +919822012345" in found(dialog)
    assert services.calls == []
    assert dialog.save_button.isDefault()
    dialog.save_button.click()
    calm(qtbot, desk)
    assert services.calls[0][:2] == ("save_mapping", CUSTOMERS)
    assert not editor.is_dirty
    assert editor.bench.stamp == "stamp-1"


def test_after_saving_it_can_be_synced_at_once(dialog, editor, services, desk, qtbot):
    told = said(editor)
    dialog.save_button.click()
    calm(qtbot, desk)
    assert told == [("info", "Saved. It takes effect with the next sync.")]
    click(qtbot, dialog, "Sync now")
    calm(qtbot, desk)
    assert services.calls[-1] == ("start", {"connection_id": "c1"})
    assert not dialog.isVisible()


def test_an_error_keeps_it_from_being_saved_and_leads_to_its_link(editor, mappings, shown, desk, qtbot):
    mappings.faults = (
        Fault("warning", "In 3 records this is too long.", link=1, examples=("Shree Ganesh",)),
        Fault("error", "The steps can't be undone.", "Make it one way.", 2, "transform[0]"),
    )
    dialog = shown(SaveDialog(editor, None))
    calm(qtbot, desk)
    assert not dialog.save_button.isEnabled()
    assert not dialog.save_button.isDefault()
    assert "effects" not in mappings.asked
    notes = [each.accessibleName() for each in dialog._area.findChildren(Note)]
    assert notes[0].startswith("Phone The steps can't be undone.")
    assert "For example: Shree Ganesh" in notes[1]
    with qtbot.waitSignal(dialog.go_to) as heard:
        click(qtbot, dialog, "Show it: Phone")
    assert heard.args == [2, "transform[0]"]
    assert not dialog.isVisible()


def test_without_a_change_there_is_nothing_to_save(desk, mappings, qtbot, shown):
    dialog = shown(SaveDialog(opened(desk, qtbot), None))
    calm(qtbot, desk)
    assert not dialog.save_button.isEnabled()
    assert "effects" not in mappings.asked
    assert dialog.cancel.text() == "Close"


def test_the_check_can_be_stopped_and_begun_again(editor, mappings, desk, qtbot):
    mappings.gate = threading.Event()
    dialog = shown_unfinished(SaveDialog(editor, None), qtbot)
    click(qtbot, dialog, "Stop the check")
    calm(qtbot, desk)
    assert "Stopped" in dialog.note.accessibleName()
    assert not dialog.save_button.isEnabled()
    mappings.gate.set()
    click(qtbot, dialog, "Check again")
    calm(qtbot, desk)
    assert dialog.save_button.isEnabled()


def shown_unfinished(dialog: SaveDialog, qtbot: Any) -> SaveDialog:
    """Shown while its work is still held back."""
    dialog.show()
    qtbot.addWidget(dialog)
    return dialog


def test_what_changes_need_not_be_worked_out(editor, mappings, desk, qtbot):
    mappings.gate, mappings.held = threading.Event(), frozenset({"effects"})
    dialog = shown_unfinished(SaveDialog(editor, None), qtbot)
    qtbot.waitUntil(lambda: dialog.bar.maximum() == 120)
    assert dialog.bar.value() == 40
    click(qtbot, dialog, "Stop the check")
    calm(qtbot, desk)
    qtbot.waitUntil(lambda: "Stopped: it was not worked out." in found(dialog))
    assert dialog.save_button.isEnabled()


def test_closing_it_stops_the_work(editor, mappings, desk, qtbot, shown):
    mappings.gate = threading.Event()
    dialog = shown_unfinished(SaveDialog(editor, None), qtbot)
    dialog.reject()
    calm(qtbot, desk)
    assert not dialog.isVisible()


# --- somebody else --------------------------------------------------------------------------------------------


def stale(mappings: Steered, links: tuple[MappingView, ...]) -> None:
    """Somebody saves these meanwhile."""
    mappings.links[CUSTOMERS] = links
    mappings.saves += 1


def test_theirs_are_loaded_and_undo_brings_back_mine(dialog, editor, mappings, services, desk, qtbot):
    mine, theirs = editor.document.links, editor.document.links[:3]
    stale(mappings, theirs)
    dialog.save_button.click()
    calm(qtbot, desk)
    assert "Somebody changed these links meanwhile" in dialog.note.accessibleName()
    assert services.calls == []
    click(qtbot, dialog, "Load theirs")
    calm(qtbot, desk)
    assert editor.document.links == theirs
    assert not editor.is_dirty
    assert not dialog.isVisible()
    editor.document.undo()
    assert editor.document.links == mine
    assert editor.is_dirty


def test_mine_are_kept_over_theirs(dialog, editor, mappings, services, desk, qtbot):
    mine = editor.document.links
    stale(mappings, mine[:3])
    dialog.save_button.click()
    calm(qtbot, desk)
    click(qtbot, dialog, "Keep mine (save anyway)")
    calm(qtbot, desk)
    assert services.calls[-1] == ("save_mapping", CUSTOMERS, mine)
    assert not editor.is_dirty


@pytest.mark.parametrize("error", [StorageError("The disk is full."), StaleVersion("Changed.")], ids=["disk", "stale"])
def test_what_was_refused_was_not_saved(dialog, editor, mappings, services, desk, qtbot, error):
    mappings.refuse.append(error)
    dialog.save_button.click()
    calm(qtbot, desk)
    assert editor.is_dirty
    assert services.calls == []
    assert "saved" in dialog.note.accessibleName()


def test_a_refusal_leads_to_the_link_that_it_names(dialog, mappings, desk, qtbot):
    mappings.refuse.append(
        InvalidInput("This pattern can't be read.", field="fieldMappings[2].validation[0].args.pattern")
    )
    dialog.save_button.click()
    calm(qtbot, desk)
    with qtbot.waitSignal(dialog.go_to) as heard:
        click(qtbot, dialog, "Show it: Phone")
    assert heard.args == [2, "validation[0].args.pattern"]


# --- leaving ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("role", "answer"),
    [
        (QMessageBox.ButtonRole.AcceptRole, "save"),
        (QMessageBox.ButtonRole.DestructiveRole, "discard"),
        (QMessageBox.ButtonRole.RejectRole, "stay"),
    ],
    ids=["save", "discard", "stay"],
)
def test_leaving_is_asked_about(editor, shown, desk, qtbot, role, answer):
    parent = shown(QWidget())

    def press() -> None:
        box = parent.findChild(QMessageBox)
        assert box.text() == "1 link was changed and not saved."
        next(each for each in box.buttons() if box.buttonRole(each) is role).click()

    QTimer.singleShot(0, press)
    assert ask_to_leave(editor, parent) == answer


def test_to_check_is_not_to_save(editor, mappings, shown, desk, qtbot):
    dialog = shown(SaveDialog(editor, None, check_only=True))
    calm(qtbot, desk)
    assert not dialog.save_button.isVisible()
    assert "effects" in mappings.asked
    assert dialog.cancel.text() == "Close"
