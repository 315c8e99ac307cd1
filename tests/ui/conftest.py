"""A window for each test, and the promise that nothing of it lives on: no thread, no running timer."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from app.ui import icons
from app.ui.bridge import Bridge
from app.ui.desk import Desk
from app.ui.local import LocalSettings
from app.ui.theme import Theme
from app.ui.work import Work
from tests.ui.fakes import FakeServices


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    icons.load()
    return Theme(qapp, "light")


def throw_away(*widgets: QWidget) -> None:
    for widget in widgets:
        if isValid(widget):
            widget.hide()
            widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="module", autouse=True)
def little_to_walk() -> None:
    """What the tests before these made, and what they left for the collector, is not looked through for timers at each test's
    end: a worker's heap grows to some millions of objects."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def nothing_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails a test that leaves a thread or a running timer behind."""
    before = set(threading.enumerate())
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    threads = [
        thread.name
        for thread in threading.enumerate()
        if thread not in before and thread.is_alive() and not thread.name.startswith("pytest")
    ]
    assert not threads, f"threads left running: {threads}"
    timers = [timer for timer in gc.get_objects() if type(timer) is QTimer and isValid(timer) and timer.isActive()]
    left = [f"{timer.parent()!r} every {timer.interval()} ms" for timer in timers]
    for timer in timers:
        timer.stop()
    assert not left, f"timers left running: {left}"


@pytest.fixture(autouse=True)
def no_window_stays(qapp: QApplication) -> Iterator[None]:
    """A window that a test leaves open would keep the keyboard from the next test's."""
    before = {id(each) for each in QApplication.topLevelWidgets()}
    yield
    left = [each for each in QApplication.topLevelWidgets() if id(each) not in before and each.isVisible()]
    throw_away(*left)


@pytest.fixture
def services() -> FakeServices:
    return FakeServices(2)


class QuickBridge(Bridge):
    """Tells what it hears at once, as far as a person would notice."""

    PROGRESS_MS, CHANGED_MS, RAREST_MS, QUIET_MS = 5, 10, 40, 30


@pytest.fixture
def desk(qapp: QApplication, theme: Theme, services: FakeServices) -> Iterator[Desk]:
    work, bridge = Work(), QuickBridge()
    bridge.listen(services.bus)
    made = Desk(services, work, bridge, LocalSettings(None))
    made.theme = theme  # type: ignore[attr-defined]
    made.can_demo = True
    yield made
    bridge.close()
    work.close()
    for each in (made, bridge, work):
        each.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def shown(qtbot: Any, desk: Desk) -> Iterator[Any]:
    """Shows a page and waits until its work is done; takes it away at the end."""
    kept: list[QWidget] = []

    def show(widget: QWidget) -> Any:
        kept.append(widget)
        widget.resize(1100, 760)
        widget.show()
        widget.activateWindow()  # it has the keyboard, whatever another test has left
        calm(qtbot, desk)
        return widget

    yield show
    throw_away(*kept)


def calm(qtbot: Any, desk: Desk) -> None:
    """Until the work asked for is done and its answers are shown."""
    qtbot.waitUntil(lambda: not desk.work.busy and not desk.bridge.busy, timeout=5000)
