"""The settings on the real services: what is chosen there is so at once, and can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app import bootstrap
from app.services.options import Options
from app.ui.bridge import Bridge
from app.ui.desk import Desk
from app.ui.local import LocalSettings
from app.ui.settings.background import BackgroundCard
from app.ui.settings.presenter import size
from app.ui.shell.presenter import wants
from app.ui.starting import start_command
from app.ui.theme import scale_text
from app.ui.work import Work
from tests.ui.conftest import calm, throw_away
from tests.ui.test_screens import click, make, nameless

pytestmark = pytest.mark.database("sqlite")

PASSPHRASE = "blue mango 47 river"


@dataclass
class Office:
    app: bootstrap.App
    desk: Desk
    page: Any
    qtbot: Any

    def card(self, name: str) -> Any:
        """Bring it up by its name in the index, as a person does."""
        entry = self.page.entries[name]
        self.page._index_area.ensureWidgetVisible(entry)
        QTest.mouseClick(entry, Qt.MouseButton.LeftButton)
        return self.page.cards[name]

    def calm(self) -> None:
        """All that was asked for is done, and what the screens ask again then."""
        calm(self.qtbot, self.desk)

    def type(self, field: Any, text: str, *, enter: bool = True) -> None:
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, text)
        if enter:
            QTest.keyClick(field, Qt.Key.Key_Return)
        self.calm()


@pytest.fixture
def office(qtbot: Any, theme: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    monkeypatch.setenv("SALESMATE_SYNC_LOCKS", str(tmp_path / "locks"))
    options = Options(data_dir=tmp_path / "data", secrets="file")
    app = bootstrap.start(options, schedule=True, listen=None)
    work, bridge = Work(), Bridge()
    bridge.listen(app.bus)
    desk = Desk(app.services, work, bridge, LocalSettings(tmp_path))
    desk.theme, desk.folders, desk.options, desk.can_demo = theme, app.folders, options, True  # type: ignore[attr-defined]
    page = make("settings", desk)
    page.resize(1100, 760)
    page.show()
    page.activateWindow()
    calm(qtbot, desk)
    yield Office(app, desk, page, qtbot)
    throw_away(page)
    bridge.close()
    work.close()
    for each in (desk, bridge, work):
        each.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    app.close()


def test_every_part_is_reached_and_named(office: Office) -> None:
    assert nameless(office.page) == []
    for name in ("support", "times", "backups"):
        office.card(name)
        assert office.page.entries[name].isChecked()
        assert office.page.cards[name].visibleRegion().boundingRect().height() > 40
    office.page.open("move")
    office.qtbot.waitUntil(lambda: office.page.entries["move"].isChecked())
    assert office.page.cards["move"].open_button.hasFocus()
    # The wheel moves the page, and not what it passes over.
    box = office.page.cards["look"].theme
    box.clearFocus()
    before, no = box.currentIndex(), Qt.KeyboardModifier.NoModifier
    wheel = QWheelEvent(QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, no,
                        Qt.ScrollPhase.NoScrollPhase, False)  # fmt: skip
    QApplication.sendEvent(box, wheel)
    assert box.currentIndex() == before


def test_quiet_hours_hold_at_once(office: Office) -> None:
    services, card = office.app.services, office.card("times")
    tally = {"erp_system": "tally", "connection_name": "Mehta Traders", "auth_config": {"company": "X"}}
    made = services.connections.create({**tally, "auto_sync_interval": 900})
    services.configs.create({"connection_id": made.id, "entity_type": "customer", "remote_module": "Ledger"})
    office.qtbot.waitUntil(lambda: "Mehta Traders, in 1" in card.upcoming.text())
    QTest.mouseClick(card.quiet, Qt.MouseButton.LeftButton, pos=QPoint(8, card.quiet.height() // 2))
    office.calm()
    assert services.settings.quiet_hours() == {"start": "22:00", "end": "07:00"}
    assert "22:00" in card.told.accessibleName()
    office.type(card.start, "7:00")  # the same as the end
    assert "can't end when they start" in card.told.accessibleName()
    assert services.settings.quiet_hours() == {"start": "22:00", "end": "07:00"}
    office.type(card.start, "25:00")
    assert "not a time of day" in card.told.accessibleName()
    office.type(card.start, "0:00")
    office.type(card.end, "23:59")
    office.qtbot.waitUntil(lambda: "(quiet until 23:59)" in card.upcoming.text())
    assert services.settings.quiet_hours() == {"start": "00:00", "end": "23:59"}
    click(office.qtbot, card, "Take back")
    office.calm()
    assert services.settings.quiet_hours() == {"start": "00:00", "end": "07:00"}
    QTest.keyClick(card.quiet, Qt.Key.Key_Space)
    office.calm()
    assert services.settings.quiet_hours() is None


def test_everything_is_paused_until_a_moment(office: Office) -> None:
    scheduler, card = office.app.services.scheduler, office.card("times")
    card.length.setCurrentIndex(card.length.findData("day"))
    card.day.setDate(card.day.date().addDays(-3))
    click(office.qtbot, card, "Pause everything")
    assert "over already" in card.told.accessibleName()
    assert scheduler.paused_until() is None
    card.day.setDate(card.day.date().addDays(30))
    office.type(card.clock, "6:15", enter=False)
    click(office.qtbot, card, "Pause everything")
    office.calm()
    assert scheduler.paused_until() is not None
    office.qtbot.waitUntil(card.paused.isVisible)
    assert "06:15" in card.paused.text()
    click(office.qtbot, card, "End the pause")
    office.calm()
    assert scheduler.paused_until() is None
    office.qtbot.waitUntil(card.pause_button.isVisible)


def test_a_proxy_is_tried_kept_and_taken_back(office: Office) -> None:
    network, card = office.app.services.network, office.card("network")
    card.radios["address"].click()
    office.type(card.address, "127.0.0.1:9", enter=False)
    office.type(card.user, "asha", enter=False)
    office.type(card.password, "secret word", enter=False)
    click(office.qtbot, card, "Try it")
    office.calm()
    assert "Nothing answers at 127.0.0.1:9" in card.result.accessibleName()
    assert network.proxy().kind == "system"
    click(office.qtbot, card, "Use this proxy")
    office.calm()
    assert (network.proxy().address, network.proxy().has_password) == ("http://127.0.0.1:9", True)
    assert card.password.text() == ""
    assert card.password.placeholderText() == "stored"
    office.type(card.address, "proxy", enter=False)
    click(office.qtbot, card, "Use this proxy")
    office.calm()
    assert "lacks its port" in card.told.accessibleName()
    card.radios["none"].click()
    office.calm()
    assert network.proxy().kind == "none"
    click(office.qtbot, card, "Take back")
    office.calm()
    assert (network.proxy().user, network.proxy().has_password) == ("asha", True)


def test_how_long_things_are_kept(office: Office) -> None:
    retention, card = office.app.services.retention, office.card("data")
    assert "Free on this disk" in card.room.text()
    office.type(card.days["events"], "60")
    assert {one.kind: one.days for one in retention.list()}["events"] == 60
    assert "60 days" in card.told.accessibleName()
    click(office.qtbot, card, "Take back")
    office.calm()
    assert card.days["events"].value() == 30
    office.type(card.days["history"], "40")
    assert "at least as long as the runs" in card.told.accessibleName()
    office.calm()
    assert card.days["history"].text() == "for ever"
    office.type(card.log, "40")
    assert retention.log_megabytes == 40


def test_a_backup_is_made_put_back_and_deleted(office: Office, tmp_path: Path) -> None:
    services, card = office.app.services, office.card("backups")
    click(office.qtbot, card, "Back up now")
    office.qtbot.waitUntil(lambda: card.model.rowCount() == 1)
    made = services.records.create("customer", {"business_name": "Mehta Traders"})
    office.calm()
    card.table.selectRow(0)
    QTest.keyClick(card.table, Qt.Key.Key_Return)
    office.qtbot.waitUntil(lambda: card.dialog is not None)
    assert "0 records" in card.dialog.informativeText()
    assert nameless(card.dialog) == []
    click(office.qtbot, card.dialog, "Restore")
    office.calm()
    assert "hub-replaced" in card.told.accessibleName()
    assert services.records.count("customer") == 0
    assert made["id"]
    office.qtbot.waitUntil(lambda: card.model.rowCount() == 2)
    card.table.selectRow(0)
    QTest.keyClick(card.table, Qt.Key.Key_Delete)
    click(office.qtbot, card.dialog, "Delete")
    office.qtbot.waitUntil(lambda: card.model.rowCount() == 1)
    bad = tmp_path / "bad.db"
    bad.write_text("no database")
    card.ask_restore(str(bad))
    office.calm()
    assert "not a backup" in card.told.accessibleName()
    assert card.dialog is None
    office.type(card.keep, "5")
    assert services.backups.keep == 5


def test_a_move_from_one_pc_to_another(office: Office, tmp_path: Path) -> None:
    services, card, file = office.app.services, office.card("move"), str(tmp_path / "office.salesmate")
    services.records.create("customer", {"business_name": "Mehta Traders"})
    click(office.qtbot, card, "Make a moving file…")
    dialog = card.dialog
    assert nameless(dialog) == []
    QTest.keyClicks(dialog.first, "mango")
    assert "at least 10" in dialog.worth.text()
    QTest.keyClicks(dialog.first, " river 47 blue")
    QTest.keyClicks(dialog.again, "mango tree")
    assert "not the same" in dialog.worth.text()
    assert not dialog.make_button.isEnabled()
    dialog.again.setText(dialog.first.text())
    assert dialog.make_button.isEnabled()
    dialog.make(file)
    office.calm()
    assert "is made" in dialog.note.accessibleName()
    assert services.scheduler.paused_until() is not None
    click(office.qtbot, dialog, "Close")
    services.scheduler.resume_all()
    services.records.create("customer", {"business_name": "Another"})
    click(office.qtbot, card, "Open a moving file…")
    dialog = card.dialog
    assert nameless(dialog) == []
    dialog.take(str(office.app.folders.data / "hub.db"))
    office.calm()
    assert "not a whole moving file" in dialog.note.accessibleName()
    dialog.take(file)
    office.calm()
    assert "office.salesmate" in dialog.about.text()
    QTest.keyClicks(dialog.passphrase, PASSPHRASE)
    assert not dialog.open_button.isEnabled()  # the other PC comes first
    QTest.mouseClick(dialog.rests, Qt.MouseButton.LeftButton, pos=QPoint(8, dialog.rests.height() // 2))
    QTest.keyClick(dialog.passphrase, Qt.Key.Key_Return)
    office.calm()
    assert "does not open this moving file" in dialog.note.accessibleName()
    assert services.records.count("customer") == 2
    dialog.passphrase.setText("mango river 47 blue")
    click(office.qtbot, dialog, "Check and open it")
    office.calm()
    assert "has taken over" in dialog.note.accessibleName()
    assert services.records.count("customer") == 1
    click(office.qtbot, dialog, "Close")
    assert card.dialog is None


def test_a_look_for_newer_versions_wants_an_address(office: Office) -> None:
    updates, card = office.app.services.updates, office.card("updates")
    QTest.keyClick(card.on, Qt.Key.Key_Space)
    office.calm()
    assert "no address" in card.told.accessibleName()
    assert not card.on.isChecked()
    office.type(card.url, "http://office.example/v")
    assert "https://" in card.told.accessibleName()
    office.type(card.url, "https://127.0.0.1:9/v.json")
    QTest.keyClick(card.on, Qt.Key.Key_Space)
    office.calm()
    assert updates.state().on
    assert card.ask_button.isEnabled()
    assert "Nobody was asked yet" in card.state.text()


def test_look_and_habits(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    desk, look, habits = office.desk, office.card("look"), office.card("background")
    look.theme.setCurrentIndex(look.theme.findData("dark"))
    assert desk.theme.dark
    click(office.qtbot, look, "Take back")
    assert not desk.theme.dark
    asked: list[int] = []
    desk.restart = lambda: asked.append(1)
    look.again.show()
    look.text_size.setCurrentIndex(look.text_size.findData("150"))
    click(office.qtbot, look, "Start again now")
    assert (asked, desk.local.get("text_size")) == ([1], "150")
    look.text_size.setCurrentIndex(0)
    assert not look.later.isVisible()
    look.language.setCurrentIndex(look.language.findData("hi"))
    assert look.later.isVisible()
    habits.notify.setCurrentIndex(habits.notify.findData("needs"))
    assert desk.local.get("notifications") == "needs"
    click(office.qtbot, habits, "Take back")
    assert desk.local.get("notifications") == "all"
    done: list[Any] = []
    switch = type("Switch", (), {"enable": lambda self, command: done.append(command), "enabled": lambda self: False,
                                 "disable": lambda self: done.append("off")})  # fmt: skip
    monkeypatch.setattr("app.platform.autostart.autostart", switch)
    habits.refresh()
    office.calm()
    habits.autostart.click()
    office.calm()
    assert done[0][-5:] == ["--data-dir", str(office.app.folders.data), "--secrets", "file", "--background"]
    click(office.qtbot, habits, "Take back")
    office.calm()
    assert done[1:] == ["off"]


def test_checks_bundle_and_log(office: Office, tmp_path: Path) -> None:
    card = office.card("support")
    click(office.qtbot, card, "Check everything")
    office.calm()
    assert card.checks.count() >= 4
    card.bundle_to(str(tmp_path / "a.zip"))
    office.calm()
    assert (tmp_path / "a.zip").exists()
    card.show_log()
    office.calm()
    assert nameless(card.dialog) == []
    card.dialog.filter.setText("no such line")
    assert card.dialog.text.toPlainText() == ""
    card.dialog.accept()
    passwords = office.card("passwords")
    assert "master.key" in passwords.place.text()


def test_the_text_grows(qapp: Any) -> None:
    font, height = qapp.font(), QFontMetricsF(qapp.font()).height()
    try:
        for odd in ("", "100", "9999", "x"):
            scale_text(qapp, odd)
            assert QFontMetricsF(qapp.font()).height() == height
        scale_text(qapp, "200")
        assert QFontMetricsF(qapp.font()).height() > 1.7 * height
    finally:
        qapp.setFont(font)


@pytest.mark.parametrize(
    ("choice", "level", "told"),
    [("all", "info", True), ("", "info", True), ("yes", "info", True), ("needs", "info", False),
     ("needs", "warning", True), ("none", "error", False), ("no", "error", False)],
)  # fmt: skip
def test_what_is_told_beside_the_clock(choice: str, level: str, told: bool) -> None:
    assert wants(choice, type("Notice", (), {"level": level})) is told


def test_words(tmp_path: Path) -> None:
    assert [size(count) for count in (0, 10, 640_000, 12_400_000, 1_200_000_000)] == [
        "0 KB", "1 KB", "640 KB", "12.4 MB", "1.2 GB",
    ]  # fmt: skip
    assert start_command()[-2:] != ["--background"]
    assert BackgroundCard.name == "background"
