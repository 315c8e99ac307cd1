"""The webhooks screen on the real services and listener: what is clicked, what comes in, and what came of it."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from app import bootstrap
from app.model.errors import Conflicting
from app.services.options import ListenAt, Options
from app.ui.bridge import Bridge
from app.ui.desk import Desk
from app.ui.local import LocalSettings
from app.ui.webhooks import page as webhooks_page
from app.ui.work import Work
from tests.ui.conftest import calm, throw_away
from tests.ui.test_screens import click, nameless

pytestmark = pytest.mark.database("sqlite")


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A demo that was synced once, and listens. Its events are worked off by :func:`work_off` alone."""
    folder = tmp_path_factory.mktemp("hub")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SALESMATE_SYNC_LOCKS", str(folder / "locks"))
        options = Options(data_dir=folder / "data", secrets="file")
        made = bootstrap.start_demo(options, customers=6, items=3, vouchers=8, schedule=False, listen=ListenAt(port=0))
        try:
            services = made.services
            log_id = services.runs.start(connection_id=services.connections.list()[0].id)
            assert services.runs.wait(log_id, 60).status == "completed"
            _wake_listener(made)
            yield made
        finally:
            made.close()


def _wake_listener(hub: Any) -> None:
    """Its threads begin with the first event; no test leaves them behind."""
    view, token = hub.services.webhooks.create({"connection_id": hub.services.connections.list()[0].id})
    assert send(hub.listener.url + view.path, token, {"event": "update", "entityType": "deal", "remoteId": "1"}) == 202
    hub.services.webhooks.delete(view.id)


@pytest.fixture
def desk(qapp: Any, theme: Any, hub: Any) -> Iterator[Desk]:
    work, bridge = Work(), Bridge()
    bridge.listen(hub.bus)
    made = Desk(hub.services, work, bridge, LocalSettings(None))
    made.listener = hub.listener
    yield made
    bridge.close()
    work.close()
    for hook in hub.services.webhooks.list(limit=200)[0]:
        hub.services.webhooks.delete(hook.id)
    for each in (made, bridge, work):
        each.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def page(desk: Desk, qtbot: Any) -> Iterator[Any]:
    made = webhooks_page.make(desk)
    made.resize(1100, 760)
    made.show()
    calm(qtbot, desk)
    yield made
    if made.dialog is not None:
        throw_away(made.dialog)
    throw_away(made)


@pytest.fixture
def hook(hub: Any, desk: Desk) -> tuple[Any, str]:
    """A webhook that is there before the page is opened, and its token."""
    view = hub.services.connections.list()[0]
    made: tuple[Any, str] = hub.services.webhooks.create({"connection_id": view.id})
    return made


def send(url: str, token: str, body: Any) -> int:
    sent = urllib.request.Request(url, json.dumps(body).encode(), {"X-Verification-Token": token})
    try:
        with urllib.request.urlopen(sent, timeout=10) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code


def receive(hub: Any, hook: tuple[Any, str], *numbers: int | str, kind: str = "update") -> None:
    events = [{"event": kind, "entityType": "customer", "remoteId": str(n), "eventId": f"{kind} {n}"} for n in numbers]
    hub.services.webhooks.receive(hook[0].id, [("x-verification-token", hook[1])], json.dumps(events).encode())


def work_off(hub: Any) -> None:
    hub.services.webhooks.work.step()
    for run in hub.services.runs.current():
        hub.services.runs.wait(run.log_id, 30)
    hub.services.webhooks.work.step()


def press(qtbot: Any, root: QWidget, name: str) -> None:
    """With the mouse, on the button that a screen reader calls so."""
    found = [each for each in root.findChildren(QPushButton) if each.accessibleName() == name and each.isVisible()]
    assert len(found) == 1, name
    qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)


def customer_there(hub: Any, number: int = 0) -> tuple[dict[str, Any], str]:
    customer = hub.services.records.page("customer")[0][number]
    return customer, hub.services.records.links(customer["id"])[0].remote_id


def test_a_webhook_is_added_shown_once_and_its_event_followed(page, desk, hub, qtbot):
    assert nameless(page) == []
    assert not page.empty.isHidden()
    assert page.listener.state.words == f"Ready at {hub.listener.url}"
    press(qtbot, page.empty, "Add a webhook…")
    dialog = page.dialog
    assert nameless(dialog) == []
    qtbot.mouseClick(dialog.kinds["delete"], Qt.MouseButton.LeftButton)
    click(qtbot, dialog, "Make one")
    click(qtbot, dialog, "Add")
    calm(qtbot, desk)
    handover = page.dialog
    assert nameless(handover) == []
    copied = {}
    for what in ("Address", "Verification token", "Secret"):
        press(qtbot, handover, f"Copy: {what}")
        copied[what] = QGuiApplication.clipboard().text()
    click(qtbot, handover, "Done")
    qtbot.waitUntil(lambda: page.hooks.model.rowCount() == 1)
    (hook,) = desk.services.webhooks.list()[0]
    assert hook.has_secret
    assert hook.subscribed_events == ("create", "update")
    assert page.hooks.model.rows[0][1][3] == "New, changed: all kinds of record"
    customer, number = customer_there(hub)
    sent = {"event": "update", "entityType": "customer", "remoteId": number}
    assert send(copied["Address"], "wrong", sent) == 401
    assert send(copied["Address"], copied["Verification token"], sent) == 202
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)  # by itself
    name = customer["business_name"]
    assert page.model.index(0, 3).data() == f"Customer changed: {name}"
    assert page.model.index(0, 4).data() == "Received, waits for its turn"
    work_off(hub)
    qtbot.waitUntil(lambda: page.model.index(0, 4).data() == "Nothing had changed")
    qtbot.waitUntil(lambda: "x-verification-token: [hidden]" in page.detail.kept.toPlainText())
    assert copied["Verification token"] not in page.detail.kept.toPlainText()
    assert page.detail._state.state.words == "Nothing had changed"
    assert nameless(page) == []
    with qtbot.waitSignal(desk.asked) as heard:
        click(qtbot, page, "Show the record")
    assert heard.args == [f"record:customer:{customer['id']}"]
    with qtbot.waitSignal(desk.asked) as heard:
        click(qtbot, page, "Show the sync")
    assert heard.args[0].startswith("run:")


def test_what_is_wrong_in_the_dialog_is_said_there(page, hook, desk, qtbot):
    qtbot.waitUntil(lambda: page.hooks.model.rowCount() == 1)
    click(qtbot, page, "Add a webhook…")
    dialog = page.dialog
    dialog.all_records.setFocus()
    qtbot.keyClick(dialog.all_records, Qt.Key.Key_Space)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert "at least one kind" in dialog.note.accessibleName()
    qtbot.mouseClick(dialog.records["invoice"], Qt.MouseButton.LeftButton)
    qtbot.keyClicks(dialog.secret, "short")
    qtbot.keyClick(dialog.secret, Qt.Key.Key_Return)
    calm(qtbot, desk)
    assert "8 characters" in dialog.note.accessibleName()
    assert dialog.save.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert page.dialog is None
    assert len(desk.services.webhooks.list()[0]) == 1


def test_events_are_replayed_by_keyboard_and_say_why_nothing_came_of_them(hook, page, desk, hub, qtbot):
    receive(hub, hook, 99999)
    work_off(hub)
    qtbot.waitUntil(
        lambda: str(page.model.index(0, 4).data()).startswith("Ignored: The other system has no such record")
    )
    page.take_focus()
    assert page.focusWidget() is page.table
    page.detail.again.setFocus()
    qtbot.keyClick(page.detail.again, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.model.index(0, 4).data() == "Received, waits for its turn")
    assert not page.detail.again.isVisible()
    receive(hub, hook, 99998)
    work_off(hub)
    qtbot.waitUntil(lambda: all(str(page.model.index(row, 4).data()).startswith("Ignored") for row in (0, 1)))
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    click(qtbot, page, "Work 2 events off again")
    qtbot.waitUntil(lambda: [page.model.line(row).status for row in (0, 1)] == ["received", "received"])
    assert not page.detail.again.isVisible()
    work_off(hub)


def test_pages_are_read_as_one_scrolls_and_new_events_move_nothing_under_the_eyes(hook, page, desk, hub, qtbot):
    receive(hub, hook, *range(5000, 5250))
    qtbot.waitUntil(lambda: page.model.rowCount() == 100)
    assert page.number.text() == "the newest 100 events"
    page.table.setFocus()
    for rows in (200, 250):
        qtbot.keyClick(page.table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda rows=rows: page.model.rowCount() == rows)
    qtbot.keyClick(page.table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    calm(qtbot, desk)
    assert page.number.text() == "250 events"
    assert page.model.line(249).remote_id == "5000"
    assert page.model.line(page.table.currentIndex().row()).remote_id == "5000"
    top = page.table.rowAt(0)
    receive(hub, hook, *range(6000, 6150))  # more than a page
    qtbot.waitUntil(page.newest.isVisible)
    calm(qtbot, desk)
    assert page.table.rowAt(0) == top
    assert page.model.line(249).remote_id == "5000"
    press(qtbot, page, "Show the newest")
    qtbot.waitUntil(lambda: page.model.line(0).remote_id == "6149")
    calm(qtbot, desk)
    assert not page.newest.isVisible()
    assert page.model.rowCount() == 100  # what lies between is read when it is looked at
    held = page.model.line(0).id
    receive(hub, hook, 7000, 7001)
    qtbot.waitUntil(lambda: page.model.rowCount() == 102)
    assert page.model.line(2).id == held
    page.status.setCurrentIndex(page.status.findData("failed"))
    calm(qtbot, desk)
    assert page.model.rowCount() == 0
    assert not page.no_events.isHidden()
    page.status.setCurrentIndex(page.status.findData("received"))
    page.webhook.setCurrentIndex(1)
    calm(qtbot, desk)
    assert page.model.rowCount() == 100


def test_one_is_edited_switched_off_and_removed(hook, page, desk, hub, qtbot):
    view, token = hook
    url = hub.listener.url + view.path
    press(qtbot, page, "Copy the address: Demo Traders & Co")
    assert QGuiApplication.clipboard().text() == url
    event = {"event": "update", "entityType": "customer", "remoteId": "1"}
    assert send(url, token, event) == 202
    page.hooks.table.setFocus()
    qtbot.keyClick(page.hooks.table, Qt.Key.Key_Return)
    dialog = page.dialog
    assert nameless(dialog) == []
    dialog.new_token.setFocus()
    qtbot.keyClick(dialog.new_token, Qt.Key.Key_Space)
    qtbot.keyClicks(dialog.public, "https://hooks.example.in")
    click(qtbot, dialog, "Save")
    calm(qtbot, desk)
    given = QGuiApplication.clipboard()
    press(qtbot, page.dialog, "Copy: Verification token")
    fresh = given.text()
    click(qtbot, page.dialog, "Done")
    assert send(url, token, event) == 401
    assert send(url, fresh, event) == 202
    assert desk.services.webhooks.get(view.id).webhook_url == "https://hooks.example.in" + view.path
    qtbot.waitUntil(lambda: page._hooks[0].webhook_url is not None)
    press(qtbot, page, "Switch off: Demo Traders & Co")
    qtbot.waitUntil(lambda: not page._hooks[0].is_active)
    assert send(url, fresh, event) == 404
    page.hooks.table.setFocus()
    qtbot.keyClick(page.hooks.table, Qt.Key.Key_Delete)
    assert "Stays: every record" in page.dialog.informativeText()
    click(qtbot, page.dialog, "Remove the webhook")
    qtbot.waitUntil(lambda: page.hooks.model.rowCount() == 0)
    calm(qtbot, desk)
    assert not page.empty.isHidden()


def test_the_guide_shows_each_system_and_keeps_the_file_that_tally_is_followed_by(
    page, desk, hub, qtbot, tmp_path: Path
):
    click(qtbot, page, "How to set it up…")
    dialog = page.dialog
    assert dialog.system.currentData() == "tally"
    assert nameless(dialog) == []
    tally = dialog.tally
    click(qtbot, dialog, "Follow this file")
    assert "Which file?" in tally.note.accessibleName()
    events = tmp_path / "tally-events.txt"
    events.write_text("")
    qtbot.keyClicks(tally.path, str(events))
    qtbot.keyClick(tally.path, Qt.Key.Key_Return)
    calm(qtbot, desk)
    connection = hub.services.connections.list()[0]
    assert connection.auth["events_file"] == str(events)
    qtbot.waitUntil(lambda: "is followed" in tally.note.accessibleName())
    events.unlink()
    tally._show()
    qtbot.waitUntil(lambda: "is not there" in tally.note.accessibleName())
    click(qtbot, dialog, "Stop following")
    calm(qtbot, desk)
    assert "events_file" not in hub.services.connections.list()[0].auth
    tally.save_add_on_to(str(tmp_path / "add-on.tdl"))
    calm(qtbot, desk)
    assert "[System: Events]" in (tmp_path / "add-on.tdl").read_text()
    tally.save_add_on_to(str(tmp_path / "nowhere" / "add-on.tdl"))
    calm(qtbot, desk)
    assert "can't be saved" in tally.note.accessibleName()
    for at in range(dialog.system.count()):
        dialog.system.setCurrentIndex(at)
        calm(qtbot, desk)
        assert nameless(dialog) == []
        assert tally.isVisibleTo(dialog) == (dialog.system.currentData() == "tally")


def test_a_taken_port_is_said_with_its_remedy(page, desk, qtbot):
    desk.listener = None
    desk.listener_error = Conflicting("Port 8055 on 127.0.0.1 is in use.", code="port_in_use")
    page.refresh()
    calm(qtbot, desk)
    assert page.listener.state.shape == "error"
    assert page.listener_about.text().startswith("Port 8055 on 127.0.0.1 is in use.")
    assert not page.copy.isVisible()
    with qtbot.waitSignal(desk.asked) as heard:
        press(qtbot, page, "Settings for receiving")
    assert heard.args == ["settings:listener"]
