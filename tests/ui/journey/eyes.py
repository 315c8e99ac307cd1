"""``python -m tests.ui.journey.eyes SOCKET ARGUMENTS…``: the program as ``python -m app`` starts it, and somebody who tells what is
on its screen. The eyes only look; nothing in the window is done by them.

A question is a line of JSON on the socket, its answer another. What is told of a thing: ``kind``, ``text`` (as read: without the
mark of its key), ``name`` (its accessible name), ``box`` (left, top, width, height on the screen; ``None`` where it is scrolled out
of sight, and then ``scroll`` is a point to turn the wheel at and ``way`` its direction), ``enabled``, ``on`` (checked), ``focus``.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QObject, QPoint, QRect, Qt
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QRadioButton,
    QTabBar,
    QTextEdit,
    QWidget,
)

MOST_ROWS = 60


def plain(text: str) -> str:
    """As it is read: on one line, without the mark of its key."""
    return " ".join(re.sub(r"&(&|(?=\w))", lambda mark: "&" * (mark.group() == "&&"), text).split())


def text_of(widget: QWidget) -> tuple[str, str]:
    """Kind and text of a widget; an empty kind for one that is nothing to look at."""
    match widget:
        case QCheckBox() | QRadioButton():
            return "check", plain(widget.text())
        case QAbstractButton():
            return "button", plain(widget.text())
        case QComboBox():
            return "combo", widget.currentText()
        case QAbstractSpinBox() | QLineEdit():
            return "field", widget.text()
        case QTextEdit() | QPlainTextEdit():
            return "field", widget.toPlainText()
        case QProgressBar():
            return "progress", str(widget.value())
        case QLabel():
            return "label", plain(widget.text()) if widget.buddy() else " ".join(widget.text().split())
        case QAbstractItemView():
            return "list", ""
    return ("widget", "") if widget.accessibleName() else ("", "")


def boxed(widget: QWidget, area: QRect) -> dict[str, Any]:
    """Where the part of ``area`` that can be seen is."""
    seen = widget.visibleRegion().boundingRect().intersected(area)
    if seen.width() < 2 or seen.height() < 2 or (seen.height() < area.height() / 2 and area.height() < 60):
        return {"box": None, **scrolling(widget, area)}
    start = widget.mapToGlobal(seen.topLeft())
    return {"box": [start.x(), start.y(), seen.width(), seen.height()]}


def scrolling(widget: QWidget, area: QRect) -> dict[str, Any]:
    above = widget.parentWidget()
    while above is not None and not (isinstance(above, QAbstractScrollArea) and above.isAncestorOf(widget)):
        above = above.parentWidget()
    if above is None:
        return {}
    viewport = above.viewport()
    middle = viewport.mapToGlobal(viewport.rect().center())
    # The wheel over a choice or a number would turn that: the left edge is the page's own.
    edge = viewport.mapToGlobal(QPoint(2, viewport.height() // 2))
    return {"scroll": [edge.x(), edge.y()], "way": 1 if widget.mapToGlobal(area.center()).y() > middle.y() else -1}


def about(widget: QWidget) -> dict[str, Any]:
    kind, text = text_of(widget)
    on = widget.isChecked() if isinstance(widget, QAbstractButton) else None
    return {
        "kind": kind,
        "text": text,
        "name": widget.accessibleName(),
        "enabled": widget.isEnabled(),
        "on": on,
        "focus": widget.hasFocus(),
        "class": type(widget).__name__,
        **boxed(widget, widget.rect()),
    }


def window_in_use() -> QWidget | None:
    """The window that takes clicks: an open menu or list, else a dialog, else the newest of the others."""
    asked = QApplication.activePopupWidget() or QApplication.activeModalWidget()
    if asked is not None:
        return asked
    shown = (one for one in QApplication.topLevelWidgets() if one.isVisible() and one.windowTitle())
    return next(shown, None)


def children(window: QWidget) -> Iterator[QWidget]:
    yield window
    for each in window.findChildren(QWidget):
        if each.isVisible() and each.window() is window:
            yield each


def actions(menu: QMenu) -> Iterator[dict[str, Any]]:
    for action in menu.actions():
        if action.isVisible() and not action.isSeparator():
            yield {
                "kind": "menu",
                "text": plain(action.text().partition("\t")[0]),
                "name": "",
                "enabled": action.isEnabled(),
                "on": action.isChecked() if action.isCheckable() else None,
                "focus": menu.activeAction() is action,
                **boxed(menu, menu.actionGeometry(action)),
            }


def cells(view: QAbstractItemView) -> Iterator[dict[str, Any]]:
    """The items of a list, the cells of a table: those in sight."""
    model, root = view.model(), view.rootIndex()
    if model is None or isinstance(view, QHeaderView):
        return
    first = view.indexAt(QPoint(3, 3))
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(root)  # a list's is private here
    start = first.row() if first.isValid() and first.parent() == root else 0
    for row in range(start, min(model.rowCount(root), start + MOST_ROWS)):
        for column in range(columns):
            index = model.index(row, column, root)
            area = view.visualRect(index)
            if area.isEmpty() or not view.viewport().rect().intersects(area):
                continue
            words = model.data(index, Qt.ItemDataRole.DisplayRole)
            yield {
                "kind": "cell",
                "text": "" if words is None else plain(str(words)),
                "name": str(model.data(index, Qt.ItemDataRole.AccessibleTextRole) or ""),
                "row": row,
                "column": column,
                "list": view.accessibleName(),
                "enabled": bool(model.flags(index) & Qt.ItemFlag.ItemIsEnabled),
                "on": view.selectionModel().isSelected(index),
                "focus": view.hasFocus() and view.currentIndex() == index,
                **boxed(view.viewport(), area),
            }


def heads(view: QHeaderView) -> Iterator[dict[str, Any]]:
    model: QAbstractItemModel = view.model()
    for section in range(view.count() if model is not None and view.orientation() == Qt.Orientation.Horizontal else 0):
        area = QRect(view.sectionViewportPosition(section), 0, view.sectionSize(section), view.height())
        words = model.headerData(section, view.orientation())
        yield {
            "kind": "head", "text": str(words or ""), "name": "", "enabled": True, "on": None, "focus": False,
            **boxed(view.viewport(), area),
        }  # fmt: skip


def tabs(bar: QTabBar) -> Iterator[dict[str, Any]]:
    for at in range(bar.count()):
        yield {
            "kind": "tab", "text": plain(bar.tabText(at)), "name": bar.accessibleTabName(at), "enabled": bar.isTabEnabled(at),
            "on": bar.currentIndex() == at, "focus": bar.hasFocus(), **boxed(bar, bar.tabRect(at)),
        }  # fmt: skip


def things(window: QWidget) -> Iterator[dict[str, Any]]:
    for widget in children(window):
        match widget:
            case QMenu():
                yield from actions(widget)
            case QHeaderView():
                yield from heads(widget)
            case QTabBar():
                yield from tabs(widget)
            case _:
                if text_of(widget)[0]:
                    yield about(widget)
                if isinstance(widget, QAbstractItemView):
                    yield from cells(widget)
    if window is not window_in_use() or not isinstance(window, QMenu):
        return
    above = window.parentWidget()  # a menu opened from another: both are on the screen
    if isinstance(above, QMenu) and above.isVisible():
        yield from actions(above)


class Eyes(QObject):
    def __init__(self, name: str) -> None:
        super().__init__()
        self._server = QLocalServer(self)
        self._server.newConnection.connect(self._met)
        if not self._server.listen(name):
            raise OSError(self._server.errorString())

    def _met(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.readyRead.connect(self._asked)

    def _asked(self) -> None:
        socket = self.sender()
        assert isinstance(socket, QLocalSocket)
        while socket.canReadLine():
            asked = json.loads(bytes(socket.readLine().data()))
            answer = getattr(self, asked.pop("ask"))(**asked)
            socket.write(json.dumps(answer).encode() + b"\n")
            socket.flush()

    def look(self) -> dict[str, Any]:
        """Everything in the window that takes clicks, and which window that is. Without one: ``active`` once Qt has heard that the
        window that went has no keyboard any more."""
        window = window_in_use()
        if window is None:
            lone = QApplication.focusWindow() is None
            return {"title": "", "class": "", "window": 0, "active": lone, "things": []}
        return {
            "title": window.windowTitle(),
            "class": type(window).__name__,
            "window": int(window.winId()),
            "active": window.isActiveWindow() or window is QApplication.activePopupWidget(),
            "box": [window.x(), window.y(), window.width(), window.height()],
            "things": list(things(window)),
        }

    def photograph(self, path: str) -> bool:
        """The whole screen as it is, into a PNG file."""
        return bool(QApplication.primaryScreen().grabWindow(0).save(path))


def main() -> int:
    from app.cli import main as program

    name, arguments = sys.argv[1], sys.argv[2:]
    gui = QApplication([sys.argv[0], "-style", "Fusion"])
    eyes = Eyes(name)
    try:
        return program(arguments)
    finally:
        eyes.deleteLater()
        del gui


if __name__ == "__main__":
    sys.exit(main())
