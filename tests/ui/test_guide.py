"""The guide in the window: F1 opens the page that goes with the screen, and its links and pictures are there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

from app.ui.shell.rail import BEHIND, SCREENS
from app.ui.shell.window import MainWindow
from app.ui.wizard.wizard import ConnectionWizard
from tests.ui.conftest import calm, throw_away
from tests.ui.test_screens import nameless


@pytest.fixture
def window(desk: Any, qtbot: Any) -> Iterator[MainWindow]:
    made = MainWindow()
    made.show()
    made.connect_desk(desk)
    calm(qtbot, desk)
    yield made
    made.status.tick.stop()
    throw_away(made, *([made._guide] if made._guide is not None else []))


def press(window: MainWindow) -> str:
    window.activateWindow()
    QCoreApplication.processEvents()
    QTest.keyClick(window, Qt.Key.Key_F1)
    name = window._guide.text.source().fileName()
    window._guide.close()
    return str(name)


def test_f1_opens_the_page_of_the_screen(window: MainWindow, desk: Any, qtbot: Any, services: Any) -> None:
    for name in (*(screen for screen, _ in SCREENS), *BEHIND):
        window.show_screen(name)
        calm(qtbot, desk)
        assert press(window) == f"{name}.md"
        assert len(window._guide.text.toPlainText()) > 400
    services.connection_list = []
    window.reload()
    window.show_screen("overview")
    calm(qtbot, desk)
    assert press(window) == "first-start.md"  # nothing is connected: how to


def test_it_is_read_beside_the_wizard(window: MainWindow, desk: Any, qtbot: Any) -> None:
    wizard = ConnectionWizard(desk, window)
    wizard.open()
    calm(qtbot, desk)
    wizard.activateWindow()
    QCoreApplication.processEvents()
    QTest.keyClick(wizard, Qt.Key.Key_F1)
    QCoreApplication.processEvents()
    text = window._guide.text
    assert text.source().fileName() == "first-start.md"
    text.setFocus()
    qtbot.waitUntil(lambda: text.verticalScrollBar().maximum() > 0)  # laid out
    QTest.keyClick(text, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: text.verticalScrollBar().value() > 0)  # the wizard holds the main window up, not this
    throw_away(wizard)


def test_pages_are_read_with_their_pictures_and_links(window: MainWindow, desk: Any) -> None:
    desk.guide_asked.emit("records")
    guide = window._guide
    QCoreApplication.processEvents()
    assert nameless(guide) == []
    assert guide.isVisible()
    assert guide.text.document().size().height() > 3 * guide.text.viewport().height()  # the pictures have room
    assert guide.text.horizontalScrollBar().maximum() == 0
    QTest.mouseClick(guide.contents, Qt.MouseButton.LeftButton)
    assert guide.text.source().fileName() == "README.md"
    QTest.mouseClick(guide.back, Qt.MouseButton.LeftButton)
    assert guide.text.source().fileName() == "records.md"
    guide.search.setFocus()
    QTest.keyClicks(guide.search, "Nothing Listens There")
    QTest.keyClick(guide.search, Qt.Key.Key_Return)
    assert guide.text.source().fileName() == "messages-tally.md"
    assert guide.text.textCursor().selectedText() == "nothing listens there"
    assert guide.focusWidget() is guide.search
    guide.search.setText("no such words")
    QTest.keyClick(guide.search, Qt.Key.Key_Return)
    assert guide.missing.isVisible()
    QTest.keyClick(guide, Qt.Key.Key_Escape)
    assert not guide.isVisible()
