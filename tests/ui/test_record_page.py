"""A record's page: how it stands elsewhere, what was sent, and changing, deleting and bringing it back."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.model.entities import ENTITIES
from app.model.errors import InvalidInput
from app.services import views as v
from app.ui import formats
from app.ui.records import detail as records_detail
from app.ui.records import page as records_page
from app.ui.records import presenter
from app.ui.records.editor import FieldEditor
from app.ui.words import tr
from tests.ui.conftest import calm, throw_away
from tests.ui.samples import ERRORS, ago, record
from tests.ui.test_runs import texts
from tests.ui.test_screens import click, nameless

ID = "customer-0000004"


@pytest.fixture
def detail(desk: Any, shown: Any, qtbot: Any) -> Any:
    page = shown(records_page.make(desk))
    page.open(f"customer:{ID}")
    qtbot.waitUntil(lambda: page.detail._shown is not None)
    calm(qtbot, desk)
    return page.detail


def again(detail: Any, desk: Any, qtbot: Any) -> str:
    detail.again()
    calm(qtbot, desk)
    return texts(detail)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"sync_status": "synced"}, "In step since"),
        ({"sync_status": "pending"}, "Waiting"),
        ({"sync_status": "failed"}, "Failed"),
        ({"sync_status": "conflict"}, "Waits for your decision"),
        ({"sync_status": "synced", "paused": True}, "Paused for this record"),
        ({"remote_deleted_at": ago(hours=2)}, "Deleted there"),
    ],
)
def test_each_state_of_a_link_is_told(detail, desk, services, qtbot, changes, words):
    services.records.link_changes = changes
    assert words in again(detail, desk, qtbot)
    assert nameless(detail) == []


def test_a_long_record_is_filled_bit_by_bit_and_another_one_takes_its_place(detail, desk, qtbot, monkeypatch):
    monkeypatch.setattr(records_detail, "_SLICE_S", -1.0)  # every line, every event in a round of its own
    detail.show_record("invoice", "invoice-0000004")
    qtbot.waitUntil(lambda: detail._shown.title != record("customer", 4)["business_name"])
    assert desk.work.busy
    assert tr("Where it is") not in texts(detail)
    calm(qtbot, desk)
    assert tr("Where it is") in texts(detail)
    detail.show_record("invoice", "invoice-0000005")
    qtbot.waitUntil(lambda: "0005" in detail._shown.title)
    detail.show_record("customer", ID)
    calm(qtbot, desk)
    assert "invoice" not in texts(detail).lower()
    assert texts(detail).count(tr("Where it is")) == 1


def test_a_record_is_paused_for_one_system_and_resumed(detail, desk, services, qtbot):
    click(qtbot, detail, "Pause: Mehta Traders")
    calm(qtbot, desk)
    assert services.calls == [("pause_record", "customer", ID, "c1", True)]
    click(qtbot, detail, "Resume: Mehta Traders")
    calm(qtbot, desk)
    assert services.calls[-1] == ("pause_record", "customer", ID, "c1", False)


def test_why_it_failed_stands_at_its_system_with_retry(detail, desk, services, qtbot):
    services.records.link_changes = {"sync_status": "failed"}
    services.records.failed = [ERRORS[0]]
    said = again(detail, desk, qtbot)
    assert ERRORS[0].message in said
    assert ERRORS[0].hint in said
    with qtbot.waitSignal(desk.asked) as heard:
        click(qtbot, detail, "Retry: Mehta Traders")
    assert services.calls == [("retry", "e1")]
    assert heard.args == ["run:r0"]


def test_what_never_came_that_far_is_named_too():
    error = v.ErrorView(
        "e9", "c2", "customer", ID, None, "x", "No group of that name.", "Make it.", 1, None, ago(hours=1)
    )
    (place,) = presenter.places((), (error,), {"c2": "Sharma & Sons"})
    assert (place.where, place.reason, place.remedy, place.linked) == (
        "Sharma & Sons", "No group of that name.", "Make it.", False,
    )  # fmt: skip


def test_what_was_sent_is_listed(detail, desk, qtbot):
    said = again(detail, desk, qtbot)
    assert "Mehta Traders: changed there, refused" in said
    assert "Phone\nTally refused it: too long." in said
    assert "Business name, Phone, GSTIN" in said


def test_an_edit_saves_only_what_was_changed(detail, desk, services, qtbot):
    click(qtbot, detail, "Edit this record")
    dialog = detail.dialog
    assert nameless(dialog) == []
    assert "goes to Mehta Traders" in texts(dialog)
    assert "closing_balance" not in dialog.editors  # it comes from the books
    dialog.editors["phone"]._box.setText("  1800 1200 ")
    dialog.editors["credit_limit"]._box.setText("₹ 2,00,000.50")
    dialog.editors["is_active"]._box.setCurrentIndex(dialog.editors["is_active"]._box.findData(False))
    dialog.editors["mobile"]._box.setText("")
    qtbot.keyClick(dialog.editors["phone"]._box, Qt.Key.Key_Return)  # Enter saves
    calm(qtbot, desk)
    changes = {"phone": "1800 1200", "credit_limit": "200000.50", "is_active": False, "mobile": None}
    assert services.calls == [("update_record", ID, changes, 2)]
    assert detail.dialog is None
    assert "1800 1200" in again(detail, desk, qtbot)


def test_a_document_is_edited_without_what_follows_from_its_lines():
    names = {spec.name for spec in presenter.editable("invoice")}
    assert {"number", "date", "customer", "narration"} <= names
    assert not names & {"lines", "taxes", "total", "subtotal", "balance_due"}


def test_what_is_wrong_stands_at_its_field(detail, desk, services, qtbot):
    click(qtbot, detail, "Edit this record")
    dialog = detail.dialog
    services.records.refuse = InvalidInput("'Credit days' must be a number.", field="credit_days", hint="Such as 30.")
    dialog.editors["credit_days"]._box.setText("soon")
    dialog.save.click()
    calm(qtbot, desk)
    assert dialog.complaints["credit_days"].text() == "'Credit days' must be a number.\nSuch as 30."
    assert dialog.complaints["credit_days"].isVisibleTo(dialog)
    dialog.save.click()
    calm(qtbot, desk)
    assert detail.dialog is None


def test_a_record_that_moved_meanwhile_is_loaded_again_and_what_was_typed_stays(detail, desk, services, qtbot):
    click(qtbot, detail, "Edit this record")
    dialog = detail.dialog
    services.records.changed[ID] = {"version": 3, "city": "Nashik", "phone": "0253 1111"}
    dialog.editors["phone"]._box.setText("1800 1200")
    dialog.save.click()
    calm(qtbot, desk)
    click(qtbot, dialog, "Load it again")
    calm(qtbot, desk)
    assert dialog.editors["city"].value() == "Nashik"
    assert dialog.editors["phone"].value() == "1800 1200"
    assert "What you typed stays: Phone." in texts(dialog)
    dialog.save.click()
    calm(qtbot, desk)
    assert services.calls[-1] == ("update_record", ID, {"phone": "1800 1200"}, 3)


def test_deleting_asks_and_can_be_taken_back(detail, desk, services, qtbot):
    click(qtbot, detail, "Delete this record…")
    assert "can be brought back" in detail.dialog.informativeText()
    click(qtbot, detail.dialog, "Keep it")
    calm(qtbot, desk)
    assert services.calls == []
    click(qtbot, detail, "Delete this record…")
    click(qtbot, detail.dialog, "Delete record")
    calm(qtbot, desk)
    assert services.calls == [("delete_record", ID, 2)]
    assert not detail.edit.isEnabled()
    click(qtbot, detail, "Bring it back")
    calm(qtbot, desk)
    assert services.calls[-1] == ("restore_record", ID, 3)
    assert detail.edit.isEnabled()


@pytest.mark.parametrize(
    ("entity", "field", "typed", "value"),
    [
        ("invoice", "date", "1-8-2026", "2026-08-01"),
        ("invoice", "date", "31/08/2026", "2026-08-31"),
        ("invoice", "date", "2026-08-01", "2026-08-01"),
        ("invoice", "date", "1 Aug 2026", "2026-08-01"),
        ("invoice", "date", "soon", "soon"),  # the services say what is wrong with it
        ("invoice", "customer", "Mehta Steel", "Mehta Steel"),
        ("product", "gst_rate", " ", None),
    ],
)
def test_what_is_typed_reaches_the_services_as_they_take_it(qapp, theme, entity, field, typed, value):
    editor = FieldEditor(ENTITIES[entity].field[field], record(entity, 3).get(field))
    editor._box.setText(typed)
    assert editor.value() == value
    throw_away(editor)


def test_an_untouched_lookup_or_date_is_no_change(qapp, theme):
    given = record("invoice", 3)
    for name in ("customer", "date", "status"):
        editor = FieldEditor(ENTITIES["invoice"].field[name], given[name])
        assert editor.value() == given[name]
        throw_away(editor)
    assert formats.typed_day("32-8-2026") == "32-8-2026"


def test_going_back_shows_what_changes_first(detail, desk, services, qtbot):
    buttons = [each for each in detail.findChildren(QPushButton) if each.accessibleName().startswith("Go back to the")]
    (back,) = buttons  # not to the present version
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    dialog = detail.dialog
    qtbot.waitUntil(lambda: dialog.go.isEnabled())
    assert nameless(dialog) == []
    assert "As it was then" in texts(dialog)
    click(qtbot, dialog, "Go back")
    calm(qtbot, desk)
    ((what, entity, _, to, version),) = services.calls
    assert (what, entity, to) == ("go_back", "customer", 1)
    assert version is not None
    assert detail.dialog is None
