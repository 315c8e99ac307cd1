"""“Undo what this run changed here”: asked first, done off this thread, and what was left is named."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.ui import states
from app.ui.activity import presenter
from app.ui.desk import Desk
from app.ui.theme import em
from app.ui.widgets.basics import Note, button, column, fit, label, row, scrolled, selectable
from app.ui.words import from_below, plural, tr


class UndoDialog(QDialog):
    def __init__(self, desk: Desk, run: Any, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk, self.run = desk, run
        self.setWindowTitle(tr("Undo what this run changed here"))
        self.note = Note("warn", tr("Undo what this run changed here?"), presenter.undo_words(run))
        self._left = column(space=0.4)
        content = QWidget()
        content.setLayout(self._left)
        self._area = scrolled(content, tr("Left as they are"), read=True)
        self._area.hide()
        self.undo = button(tr("Undo"), self._undo, kind="primary")
        self.close_ = button(tr("Keep it as it is"), self.reject)
        layout = QVBoxLayout(self)
        edge = em(self, 1.1)
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.setSpacing(em(self, 0.7))
        layout.addWidget(self.note)
        layout.addWidget(self._area, 1)
        layout.addStretch(0)
        layout.addLayout(row(None, self.close_, self.undo))
        fit(self, 34)
        self.close_.setFocus()

    def _undo(self) -> None:
        self._busy(True)
        runs, log_id = self.desk.services.runs, self.run.id
        self.desk.work.do(lambda token: runs.undo(log_id), self._done, self._failed, owner=self)

    def _busy(self, busy: bool) -> None:
        self.undo.setDisabled(busy)
        self.close_.setDisabled(busy)

    def reject(self) -> None:
        """Not while it is being done: what was left is told here alone."""
        if self.close_.isEnabled():
            super().reject()

    def _done(self, answer: Any) -> None:
        self._busy(False)
        self.undo.hide()
        self.close_.setText(tr("Close"))
        self.close_.setAccessibleName(tr("Close"))
        words = plural(
            answer.changed,
            "{n} record is again as it was before this run.",
            "{n} records are again as they were before this run.",
        )
        self.note.say("warn" if answer.left else "ok", tr("Undone"), f"{words} {presenter.undo_next(self.run)}".strip())
        if answer.left:
            self._show_left(answer.left)

    def _show_left(self, left: Any) -> None:
        head = plural(len(left), "{n} record was left as it is:", "{n} records were left as they are:")
        self._left.addWidget(label(head, bold=True))
        for each in left[:200]:
            what = f"{each.label}  ·  {states.entity_title(each.entity_type)}"
            reason = selectable(label(from_below(each.reason), tone="muted", wrap=True))
            self._left.addLayout(column(selectable(label(what, wrap=True)), reason, space=0))
        self._left.addStretch(1)
        self._area.show()
        self._area.setMinimumHeight(em(self, min(14, 3 + 2.4 * len(left))))

    def _failed(self, problem: Any) -> None:
        self._busy(False)
        self.note.say("error", problem.message, problem.hint)
