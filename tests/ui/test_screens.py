"""Every screen opens alone on fake services, names all its widgets, and does what is clicked."""

from __future__ import annotations

import importlib
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from app.model.errors import Conflicting
from app.model.events import Changed, RunEnded, RunProgress
from app.services import views as v
from tests.ui.conftest import calm
from tests.ui.fakes import FakeServices
from tests.ui.samples import connection

SCREENS = ("overview", "connections", "records", "mappings", "conflicts", "activity", "webhooks", "settings")


def make(name: str, desk: Any) -> Any:
    return importlib.import_module(f"app.ui.{name}.page").make(desk)


def nameless(root: QWidget) -> list[str]:
    """The focusable widgets a screen reader would find nothing to say about."""
    found = []
    for widget in root.findChildren(QWidget):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or not widget.isVisibleTo(root):
            continue
        if widget.objectName().startswith("qt_") or isinstance(widget, QLabel):
            continue  # the insides of Qt's own widgets; a label is read by its text
        text = widget.text() if isinstance(widget, QAbstractButton) else ""
        if not (widget.accessibleName() or text):
            found.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    return found


@pytest.mark.parametrize("name", SCREENS)
@pytest.mark.parametrize("connections", [0, 1, 3])
def test_screen_opens_and_every_widget_has_a_name(desk, services, shown, qtbot, name, connections):
    services.connection_list = services.connection_list[:connections]
    page = shown(make(name, desk))
    calm(qtbot, desk)
    assert nameless(page) == []


@pytest.mark.parametrize("name", SCREENS)
def test_screen_asks_again_when_its_kind_changed(desk, services, shown, qtbot, name, monkeypatch):
    page = shown(make(name, desk))
    asked = []
    monkeypatch.setattr(type(page), "refresh", lambda self: asked.append(1))
    services.bus.publish(Changed(page.kinds))
    qtbot.waitUntil(lambda: asked == [1])
    page.hide()
    services.bus.publish(Changed(page.kinds))
    qtbot.waitUntil(lambda: page._stale)
    assert asked == [1]  # a hidden screen waits until it is seen
    page.show()
    assert asked == [1, 1]


def click(qtbot: Any, root: QWidget, text: str) -> None:
    """Press the button of that text or name, as soon as it is shown."""

    def found() -> list[QAbstractButton]:
        return [
            each
            for each in root.findChildren(QAbstractButton)
            if text in (each.text(), each.accessibleName()) and each.isVisibleTo(root)
        ]

    qtbot.waitUntil(lambda: bool(found()))
    found()[0].click()


def test_overview_shows_first_run(desk, services, shown, qtbot):
    services.connection_list = []
    page = shown(make("overview", desk))
    with qtbot.waitSignal(desk.wizard_asked):
        page.connect_button.click()
    with qtbot.waitSignal(desk.demo_asked):
        page.demo_button.click()


def test_overview_needs_are_one_click_from_their_remedy(desk, shown, qtbot):
    page = shown(make("overview", desk))
    with qtbot.waitSignal(desk.asked) as heard:
        click(qtbot, page, "Look at it: 84 customers are gone in Tally")
    assert heard.args == ["run:r2"]


def test_overview_card_follows_a_run(desk, services, shown, qtbot):
    page = shown(make("overview", desk))
    card = page._cards["c1"]
    assert card.view.state.words == "In step"
    services.bus.publish(RunProgress("run1", "c1", "reading", "invoice", 50, 200))
    qtbot.waitUntil(lambda: card.view.permille == 250)
    assert card.view.state.words == "Reading invoices: 50 of 200"
    click(qtbot, page, "Stop the sync: Mehta Traders")
    calm(qtbot, desk)
    assert ("cancel", "run1") in services.calls
    services.bus.publish(RunEnded("run1", "c1", "Mehta Traders", "completed"))
    services.bus.publish(Changed(frozenset({"runs"})))
    qtbot.waitUntil(lambda: card.view.permille is None)


def test_overview_card_is_kept_over_a_refresh(desk, services, shown, qtbot):
    page = shown(make("overview", desk))
    before = page._cards["c1"]
    services.connection_list[0] = replace(services.connection_list[0], name="New name")
    page.refresh()
    calm(qtbot, desk)
    assert page._cards["c1"] is before
    assert before.view.name == "New name"


def test_unconfirmed_connections_are_not_shown(desk, services, shown, qtbot):
    services.connection_list = [connection(1, auth={"setup": "unfinished"})]
    for name in ("overview", "connections"):
        page = shown(make(name, desk))
        assert not page._cards


def test_connections_test_shows_each_check(desk, services, shown, qtbot):
    page = shown(make("connections", desk))
    panel = page._cards["c1"]
    services.connections.test_answer = v.TestResult(
        False,
        "No company is open.",
        12,
        {
            "checks": [
                {"name": "reach", "ok": True, "message": "Tally answers.", "hint": ""},
                {"name": "books", "ok": False, "message": "No company is open.", "hint": "Open it in Tally."},
            ]
        },
    )
    panel.test_button.click()
    calm(qtbot, desk)
    assert panel.checks.note.property("level") == "error"
    assert panel.checks.lines.count() == 2
    assert panel.test_button.isEnabled()


def test_connections_edit_sends_only_what_changed(desk, services, shown, qtbot):
    page = shown(make("connections", desk))
    page.edit("c1")
    dialog = page.dialog
    assert nameless(dialog) == []
    dialog.name.setText("Mehta & Co")
    dialog.save.click()
    calm(qtbot, desk)
    assert ("update", "c1", {"connection_name": "Mehta & Co"}) in services.calls
    page.sync_settings("c1")
    dialog = page.dialog
    assert nameless(dialog) == []
    dialog.table.set_plan(
        {"customer": "pull", "product": "pull", "order": "bidirectional", "invoice": "pull", "payment": "off"}
    )
    assert dialog.note.isVisibleTo(dialog)  # says what is sent
    assert dialog.options.entries["optional_vouchers"].field.isVisibleTo(dialog)
    dialog.save.click()
    calm(qtbot, desk)
    changed = [call[1:] for call in services.calls if call[0] == "update_config"]
    assert changed == [("k-c1-payment", {"is_active": False}), ("k-c1-order", {"sync_direction": "bidirectional"})]


def test_connections_edit_takes_times_of_day_and_quiet_hours(desk, services, shown, qtbot):
    page = shown(make("connections", desk))
    page.sync_settings("c1")
    dialog = page.dialog
    assert (dialog.times.text(), dialog.quiet.text()) == ("", "")
    dialog.times.setText("9:00, 18:30")
    dialog.quiet.setText("22:00 to 07:00")
    dialog.save.click()
    calm(qtbot, desk)
    schedule = {"times": ["9:00", "18:30"], "quiet_hours": {"start": "22:00", "end": "07:00"}}
    assert ("update", "c1", {"schedule": schedule}) in services.calls


def test_connections_edit_says_what_a_deletion_does_and_keeps_the_switch_for_drafts(desk, services, shown, qtbot):
    page = shown(make("connections", desk))
    page.sync_settings("c1")
    dialog = page.dialog
    assert not dialog.options.entries["optional_vouchers"].field.isVisibleTo(dialog)  # nothing is sent
    assert "Deleted here" not in dialog.deletes.text()
    dialog.table.set_plan({"customer": "bidirectional", "invoice": "push"})
    dialog.deletions.setCurrentIndex(dialog.deletions.findData("propagate"))
    assert "Deleted here: deleted in Tally, too" in dialog.deletes.text()
    assert dialog.options.entries["optional_vouchers"].field.isChecked()
    dialog.options.entries["optional_vouchers"].field.setChecked(False)
    dialog.save.click()
    calm(qtbot, desk)
    assert ("update", "c1", {"auth_config": {"optional_vouchers": False}}) in services.calls


def test_connections_show_what_a_sync_would_do(desk, services, shown, qtbot):
    page = shown(make("connections", desk))
    with qtbot.waitSignal(desk.asked) as heard:
        click(qtbot, page, "Show what a sync would do: Mehta Traders")
    assert services.calls == [("start", {"connection_id": "c1", "dry_run": True})]
    assert heard.args == ["run:run1"]


def test_connections_remove_says_what_stays_and_asks(desk, services, shown, qtbot):
    page = shown(make("connections", desk))
    page.remove("c1")
    calm(qtbot, desk)
    box = page.dialog
    assert "15,766 records stay" in box.informativeText()
    click(qtbot, box, "Keep it")
    calm(qtbot, desk)
    assert not [call for call in services.calls if call[0] == "delete"]
    page.remove("c1")
    calm(qtbot, desk)
    click(qtbot, page.dialog, "Remove connection")
    calm(qtbot, desk)
    assert ("delete", "c1") in services.calls


def test_activity_answers_a_held_run(desk, services, shown, qtbot):
    page = shown(make("activity", desk))
    page.open("r2")
    calm(qtbot, desk)
    assert page.run_view._question.isVisibleTo(page)
    click(qtbot, page, "Approve: let the sync go on")
    calm(qtbot, desk)
    assert ("answer", "r2", True) in services.calls


def test_activity_retries_and_exports_errors(desk, services, shown, qtbot, tmp_path):
    page = shown(make("activity", desk))
    page.open("r1")
    calm(qtbot, desk)
    assert nameless(page) == []
    retry = [each for each in page.findChildren(QAbstractButton) if each.property("error") == "e1"]
    retry[0].click()
    page.run_view.save_errors(str(tmp_path / "errors.csv"))
    calm(qtbot, desk)
    assert ("retry", "e1") in services.calls
    text = (tmp_path / "errors.csv").read_text(encoding="utf-8-sig")
    assert "Ganesh Stores" in text
    assert text.count("\n") == 3


def test_activity_follows_a_run_live(desk, services, shown, qtbot):
    services.instant = False
    page = shown(make("activity", desk))
    log_id = services.runs.start(connection_id="c1")
    qtbot.waitUntil(lambda: page.model.row_of(log_id) == 0)
    services.bus.publish(RunProgress(log_id, "c1", "reading", "invoice", 10, 40))
    qtbot.waitUntil(lambda: "10 of 40" in str(page.model.index(0, 2).data()))
    services.runs.finish(log_id)
    qtbot.waitUntil(lambda: page._runs[0].status == "completed")
    calm(qtbot, desk)
    assert not page._tick.isActive()


def test_activity_filters(desk, shown, qtbot):
    page = shown(make("activity", desk))
    page.status.setCurrentIndex(page.status.findData("failed"))
    calm(qtbot, desk)
    assert page.model.rowCount() == 1
    page.open("r0")  # a filter that would hide it is taken away
    calm(qtbot, desk)
    assert page.status.currentIndex() == 0
    assert page.model.key(page.table.currentIndex().row()) == "r0"


def test_an_error_of_a_service_is_told_in_the_window(desk, services, shown, qtbot):
    def broken(*args: Any, **more: Any) -> None:
        raise RuntimeError("boom")

    services.scheduler.pause_all = broken
    with qtbot.waitSignal(desk.said) as heard:
        desk.pause(None, "2026-01-01")
    assert heard.args[0] == "error"
    assert "boom" not in heard.args[1]  # the log has the details; a person gets plain words


def test_fakes_know_what_the_facade_knows() -> None:
    """The fake must not offer what the real one has not."""
    facade = pytest.importorskip("app.services.facade")
    import inspect

    source = inspect.getsource(facade.Services)
    for name in vars(FakeServices(1)):
        if name in ("calls", "rests", "instant", "pending", "connection_list", "conflict_list", "kept"):
            continue
        assert name in source, name


def test_a_taken_port_is_told_with_its_remedy(desk, services, shown, qtbot):
    desk.listener_error = Conflicting("Port 8055 is in use by another program.", details={"port": 8055, "free": 8056})
    page = shown(make("overview", desk))
    with qtbot.waitSignal(desk.asked) as heard:
        click(qtbot, page, "Choose a port: Other programs can't reach SalesMate Sync")
    assert heard.args == ["settings:listener"]
    settings = shown(make("settings", desk))
    settings.open("listener")
    card = settings.cards["listener"]
    assert card.port_note.isVisible()
    click(qtbot, settings, "Use port 8056")
    calm(qtbot, desk)
    assert services.kept["listener.port"] == 8056
    assert desk.listener_error is None
    assert card.told.isVisible()
    assert not card.port_note.isVisible()


def test_the_overview_fills_the_window(desk, services, shown, qtbot):
    services.connection_list = services.connection_list[:1]
    page = shown(make("overview", desk))
    for width, height in ((1100, 760), (1280, 1000)):
        page.resize(width, height)
        calm(qtbot, desk)
        qtbot.waitUntil(lambda: page._lower.geometry().bottom() >= page._lower.parentWidget().height() - 30)
