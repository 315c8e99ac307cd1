"""The imports of files, each with its undo while what it changed is still known."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from app.ui import formats, states
from app.ui.desk import Desk
from app.ui.records.import_done import DoneStep
from app.ui.theme import em
from app.ui.widgets.basics import Empty, button, fit, label, row
from app.ui.widgets.table import Cell, Column, RowsModel, Table
from app.ui.words import tr

LIST, UNDO, NONE = range(3)


class ImportsDialog(QDialog):
    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setWindowTitle(tr("Imports of files"))
        self._imports: list[Any] = []
        columns = [
            Column(tr("File"), stretch=True),
            Column(tr("Kind"), 7),
            Column(tr("When"), 9),
            Column(tr("Undo"), 12),
        ]
        self.model = RowsModel(columns)
        self.model.setParent(self)
        self.table = Table(self.model, columns, tr("Imports of files"))
        self.table.current_changed.connect(self._allow)
        self.outcome = DoneStep()
        self.outcome.undo.connect(self._undo)
        self.outcome.kept.connect(self._back)
        empty = Empty(
            "folder",
            tr("No file was imported yet"),
            tr("Files are imported under Records. Each import stands here then."),
        )
        self.pages = QStackedWidget()
        for page in (self.table, self.outcome, empty):
            self.pages.addWidget(page)
        self.undo_button = button(tr("Undo this import…"), self._ask, icon="undo")
        self.back = button(tr("All imports"), self._back, icon="back")
        self.close_button = button(tr("Close"), self.reject)
        layout = QVBoxLayout(self)
        edge = em(self, 1.1)
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.setSpacing(em(self, 0.7))
        layout.addWidget(label(self.windowTitle(), size=1.2, bold=True, wrap=True))
        layout.addWidget(self.pages, 1)
        layout.addLayout(row(self.undo_button, self.back, None, self.close_button))
        fit(self, 44, 28)
        self._busy = False
        self._back()

    def _back(self) -> None:
        self._show(LIST)
        self.desk.work.read(self.desk.services.imports.list, self._loaded, owner=self, key="imports")

    def _loaded(self, found: Any) -> None:
        self._imports = list(found)
        self.model.set_rows([(one.id, self._cells(one)) for one in found])
        if not found:
            self._show(NONE)
        elif not self.table.currentIndex().isValid():
            self.table.selectRow(0)
            self.table.setFocus()
        self._allow()

    @staticmethod
    def _cells(one: Any) -> tuple[Any, ...]:
        if one.undone:
            state = Cell(tr("Undone"), "muted", "undo")
        elif one.kept:
            state = Cell(tr("Can be undone"), "", "check")
        else:
            state = Cell(tr("Too long ago to be undone"), "muted", "info")
        return one.file, states.entity_plural(one.entity), formats.when(one.at), state

    def _show(self, page: int) -> None:
        self.pages.setCurrentIndex(page)
        self.undo_button.setVisible(page == LIST)
        self.back.setVisible(page == UNDO)

    @property
    def _current(self) -> Any:
        at = self.table.currentIndex().row()
        return self._imports[at] if 0 <= at < len(self._imports) else None

    def _allow(self, *_: Any) -> None:
        self.undo_button.setEnabled(self._current is not None and self._current.can_undo)
        for each in (self.outcome, self.back, self.close_button):
            each.setEnabled(not self._busy)

    def _ask(self) -> None:
        self._show(UNDO)
        self.outcome.show_last(self._current)

    def _undo(self, import_id: str) -> None:
        imports = self.desk.services.imports
        self._busy = True
        self._allow()
        self.desk.work.do(lambda token: imports.undo(import_id, token), self._undone, self._failed, owner=self)

    def _undone(self, answer: Any) -> None:
        self._busy = False
        self._allow()
        self.outcome.show_undone(answer)
        self.back.setFocus()

    def _failed(self, problem: Any) -> None:
        self._busy = False
        self._allow()
        self.outcome.fail(problem)

    def reject(self) -> None:
        """Not while it is being done: what was left is told here alone."""
        if not self._busy:
            super().reject()
