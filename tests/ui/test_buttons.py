"""A double click on a button is one order: nothing is started twice, and nothing else is pressed by it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.ui.widgets.basics import button, row
from tests.ui.conftest import throw_away


def double_click(first: QWidget, second: QWidget) -> None:
    """As Qt tells of it: the second press is a double click on what is there by then."""
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    for kind, buttons in (
        (QEvent.Type.MouseButtonDblClick, Qt.MouseButton.LeftButton),
        (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton),
    ):
        middle = QPointF(second.rect().center())
        event = QMouseEvent(
            kind, middle, second.mapToGlobal(middle), Qt.MouseButton.LeftButton, buttons, Qt.KeyboardModifier.NoModifier
        )
        QCoreApplication.sendEvent(second, event)


def test_a_double_click_starts_nothing_twice(qtbot: Any, theme: Any) -> None:
    told: list[str] = []
    page = QWidget()
    sync = button("Sync now", lambda: told.append("sync"), kind="primary")
    stop, undo = (button(words, lambda _, words=words: told.append(words)) for words in ("Stop", "Undo"))
    page.setLayout(row(sync, stop, undo))
    page.show()
    double_click(sync, sync)
    assert told == ["sync"]
    double_click(sync, stop)  # it came into the place of the other
    assert told == ["sync", "sync"]
    double_click(undo, undo)  # two steps back are meant
    assert told == ["sync", "sync", "Undo", "Undo"]
    throw_away(page)
