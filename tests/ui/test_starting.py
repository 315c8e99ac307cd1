"""Starting beside the clock, without the window, and starting again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QSystemTrayIcon

from app.model.errors import StorageError
from app.model.events import Noticed, RunStarted
from app.services.options import Options
from app.ui.main import Program
from app.ui.settling import Settling
from app.ui.starting import BACKGROUND
from tests.ui.fakes import FakeApp


@pytest.fixture
def start(qapp: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    kept: list[Program] = []

    def begin(*, tray: bool, hub: Any = FakeApp) -> Program:
        answers = iter([tray])  # to the start; an icon can't be made on an offscreen display
        monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: next(answers, False))
        kept.append(Program(qapp, Options(data_dir=tmp_path), begin=hub, background=True))
        assert kept[-1].claim()
        kept[-1].start()
        return kept[-1]

    yield begin
    for program in kept:
        program.end()
        program.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_it_stays_beside_the_clock_until_asked_for(start, qtbot):
    program = start(tray=True)
    qtbot.waitUntil(lambda: program.desk is not None and not program.work.busy)
    assert not program.window.isVisible()
    program._raised(["--data-dir", "x", BACKGROUND])  # the login starts it once more
    assert not program.window.isVisible()
    program.local.set("notifications", "needs")
    program.app.bus.publish(Noticed("info", "Synced", "All well"))
    program.app.bus.publish(Noticed("warning", "Tally", "A sync waits", "overview"))
    qtbot.waitUntil(lambda: program.tray.last_note is not None)
    assert program.tray.last_note[0] == "Tally"
    assert list(program.window.pages) == ["overview"]  # the others take memory
    program.tray.open_asked.emit()
    assert program.window.isVisible()
    qtbot.waitUntil(lambda: program.window.pages.keys() == program.window.rail.buttons.keys(), timeout=20_000)
    qtbot.waitUntil(lambda: program.window._painted)
    qtbot.waitUntil(lambda: not program.work.busy)


def test_beside_the_clock_it_gives_memory_back_once_nothing_runs(start, qtbot, monkeypatch):
    monkeypatch.setattr(Settling, "REST_MS", 20)
    program = start(tray=True)
    qtbot.waitUntil(lambda: program.app is not None and program.app.services.rests == [True])
    services = program.app.services
    run = RunStarted("r9", "c1", "Tally", "incremental")
    program.bridge.started.emit(run)
    program.bridge.ended.emit(run)
    qtbot.waitUntil(lambda: services.rests == [True, True])
    program.bridge.started.emit(run)
    program.close_asked()
    program._settling._rest()
    program.window.bring_up()
    program._settling._go_on()
    assert list(program.window.pages) == ["overview"]  # while one computes, screens are made only when asked for
    assert services.rests == [True, True]
    program.bridge.ended.emit(run)
    qtbot.waitUntil(lambda: services.rests == [True, True, False])
    qtbot.waitUntil(lambda: not program.work.busy)


def test_without_a_place_beside_the_clock_it_is_small(start, qtbot):
    program = start(tray=False)
    qtbot.waitUntil(lambda: program.desk is not None and not program.work.busy)
    assert program.window.isMinimized()
    program.restart()
    assert program.start_again
    qtbot.waitUntil(lambda: not program.work.busy)


def test_a_hub_that_cannot_be_opened_brings_the_window_up(start, qtbot):
    def broken() -> Any:
        raise StorageError("The data folder can't be written.")

    program = start(tray=True, hub=broken)
    qtbot.waitUntil(program.window.isVisible)
    assert "can't be written" in program.window.message.accessibleName()
