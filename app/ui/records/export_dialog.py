"""Records into a file: which of them, as what, and where to."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QFormLayout,
    QProgressBar,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.model.entities import ENTITIES
from app.services.exports import ExportOrder
from app.ui import files, formats, states
from app.ui.desk import Desk
from app.ui.theme import em
from app.ui.widgets.basics import Note, button, column, fit, label, row
from app.ui.words import plural, tr


class ExportDialog(QDialog):
    _told = Signal(int, int)  # from the thread that writes

    def __init__(self, desk: Desk, entity: str, query: str, state: str, parent: QWidget | None = None) -> None:
        """``query`` and ``state``: what the list shows at present."""
        super().__init__(parent)
        self.desk, self.entity = desk, entity
        self._query, self._state = query, state
        self._job: Any = None
        self.dialog: Any = None
        self.setWindowTitle(tr("Export {kind}", kind=states.entity_plural(entity)))
        self.note = Note("error")
        self.note.hide()
        which, form = self._add_which(), self._add_form()
        self._add_progress()
        self.close_button = button(tr("Cancel"), self.reject)
        self.save = button(tr("Choose where…"), self._ask_where, kind="primary", icon="download")
        self.save.setDefault(True)
        about = tr("The last column, SalesMate id, lets changed rows be imported again: leave it as it is.")
        layout = QVBoxLayout(self)
        edge = em(self, 1.1)
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.setSpacing(em(self, 0.7))
        layout.addWidget(label(self.windowTitle(), size=1.3, bold=True))
        layout.addLayout(which)
        layout.addLayout(form)
        layout.addWidget(label(about, tone="muted", wrap=True))
        layout.addWidget(self.note)
        layout.addWidget(self.live)
        layout.addStretch(1)
        layout.addLayout(row(self.close_button, None, self.save))
        fit(self, 34)
        self._told.connect(self._progressed)
        self.save.setFocus()
        self._allow()

    def _add_which(self) -> Any:
        kind = states.entity_plural(self.entity).lower()
        self.listed, self.all = QRadioButton(), QRadioButton(tr("All {kind}", kind=kind))
        self._which = QButtonGroup(self)
        for each in (self.listed, self.all):
            self._which.addButton(each)
        filtered = bool(self._query or self._state)
        self.listed.setText(self._listed_words())
        if not filtered:
            self.listed.hide()
        (self.listed if filtered else self.all).setChecked(True)
        return column(self.listed, self.all, space=0.3)

    def _add_form(self) -> QFormLayout:
        self.format = QComboBox()
        self.format.setAccessibleName(tr("Kind of file"))
        self.format.addItem(tr("Excel (.xlsx)"), ".xlsx")
        self.format.addItem(tr("CSV (.csv)"), ".csv")
        self.format.currentIndexChanged.connect(self._allow)
        self.lines = QComboBox()
        self.lines.setAccessibleName(tr("Lines of a document"))
        self.lines.addItem(tr("A row for each line, with the document's fields in each"), False)
        self.lines.addItem(tr("On sheets of their own"), True)
        form = QFormLayout()
        form.addRow(tr("&Kind of file"), self.format)
        if ENTITIES[self.entity].is_document:
            form.addRow(tr("&Lines"), self.lines)
        return form

    def _add_progress(self) -> None:
        self.step = label()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress of the export"))
        self.stop = button(tr("Stop"), self._stop, name=tr("Stop the export"))
        self.live = QWidget()
        self.live.setLayout(row(self.step, self.bar, self.stop))
        self.live.hide()

    def _listed_words(self) -> str:
        parts = []
        if self._query:
            parts.append(tr("search “{text}”", text=self._query))
        if self._state:
            parts.append(states.of_table(states.LINKS, self._state).words)
        return tr("What the list shows: {how}", how=", ".join(parts))

    def _ask_where(self) -> None:
        ending = self.format.currentData()
        filters = [one for one in files.save_filters() if ending in one]
        name = f"{states.entity_plural(self.entity)}{ending}"
        self.dialog = files.ask_save(self, self.desk.local, self.windowTitle(), filters, name, self.write)

    def write(self, path: str) -> None:
        """Write the file there."""
        files.remember_folder(self.desk.local, path)
        listed, apart = self.listed.isChecked(), self.lines.isEnabled() and bool(self.lines.currentData())
        order = ExportOrder(
            self.entity, (self._query or None) if listed else None, (self._state or None) if listed else None, apart
        )
        exports = self.desk.services.exports
        self.note.hide()
        self._job = self.desk.work.do(
            lambda token: exports.run(order, Path(path), token, self._told.emit), self._done, self._failed, owner=self
        )
        self.step.setText(tr("Writing the file…"))
        self.bar.setRange(0, 0)
        self.live.show()
        self._allow()

    def _progressed(self, done: int, total: int) -> None:
        if self._job is not None:
            self.bar.setRange(0, total)
            self.bar.setValue(done)
            self.step.setText(tr("{done} of {total}", done=formats.grouped(done), total=formats.grouped(total)))

    def _over(self) -> None:
        self._job = None
        self.live.hide()
        self._allow()

    def _done(self, exported: Any) -> None:
        self._over()
        words = plural(exported.records, "{n} record is in the file", "{n} records are in the file")
        self.desk.say(words, str(exported.path))
        self.accept()

    def _failed(self, problem: Any) -> None:
        self._over()
        if problem.code == "cancelled":
            self.note.say("info", tr("Stopped"), tr("No file was written."))
        else:
            self.note.say("error", problem.message, problem.hint)
        self.note.show()

    def _allow(self) -> None:
        free = self._job is None
        for each in (self.listed, self.all, self.format, self.save, self.close_button):
            each.setEnabled(free)
        self.stop.setEnabled(not free)
        self.lines.setEnabled(free and self.format.currentData() == ".xlsx")

    def _stop(self) -> None:
        if self._job is not None:
            self.stop.setEnabled(False)
            self.step.setText(tr("Stopping…"))
            self._job.stop()

    def reject(self) -> None:
        if self._job is not None:
            self._stop()
            return
        super().reject()
