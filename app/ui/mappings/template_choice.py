"""A list of templates to choose one of, with version, how often it was used and when it was changed; and the dialogs around it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from app.ui.mappings import templates_presenter as presenter
from app.ui.theme import em
from app.ui.widgets.basics import Empty, Note, column, fit
from app.ui.widgets.table import Column, RowsModel, Table
from app.ui.words import tr


class TemplateChoice(QWidget):
    """``changed`` when another one is chosen, ``opened`` at Enter or a double click. ``note`` tells what went wrong."""

    changed = Signal()
    opened = Signal()

    def __init__(self, none: str, hint: str) -> None:
        super().__init__()
        self._templates: list[Any] = []
        columns = [
            Column(tr("Template"), stretch=True),
            Column(tr("For"), 12),
            Column(tr("Version"), 4.5),
            Column(tr("Used"), 5.5),
            Column(tr("Changed"), 7.5),
        ]
        self.model = RowsModel(columns)
        self.model.setParent(self)
        self.table = Table(self.model, columns, tr("Templates"))
        self.table.setSelectionMode(Table.SelectionMode.SingleSelection)
        self.table.current_changed.connect(lambda _row: self.changed.emit())
        self.table.opened.connect(lambda _row: self.opened.emit())
        self.note = Note()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(Empty("mappings", none, hint))
        layout = column(self.note, self._stack, space=0.5)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.note.hide()

    @property
    def template(self) -> Any:
        at = self.table.currentIndex().row()
        return self._templates[at] if 0 <= at < len(self._templates) else None

    def show_templates(self, found: Sequence[Any]) -> None:
        self._templates = list(found)
        self.model.set_rows([(one.id, presenter.list_cells(one)) for one in found])
        self._stack.setCurrentIndex(0 if found else 1)
        if found:
            self.table.selectRow(0)
            self.table.setFocus()

    def fail(self, problem: Any) -> None:
        self.note.say("error", problem.message, problem.hint)
        self.note.show()


def lay_out(dialog: QDialog, *items: Any, size: tuple[float, float] = (44, 32)) -> None:
    """One below the other: widgets, layouts, ``(widget, stretch)``, ``None`` for a stretch."""
    layout = QVBoxLayout(dialog)
    edge = em(dialog, 1.1)
    layout.setContentsMargins(edge, edge, edge, edge)
    layout.setSpacing(em(dialog, 0.6))
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, tuple):
            layout.addWidget(*item)
        elif isinstance(item, QWidget):
            layout.addWidget(item)
        else:
            layout.addLayout(item)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    fit(dialog, *size)
