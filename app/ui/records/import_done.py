"""The import's last step: what was done, and its undoing."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.services.importing import views as v
from app.ui import states
from app.ui.records import import_presenter as presenter
from app.ui.widgets.basics import Note, button, clear, column, label, row, scrolled, selectable
from app.ui.words import from_below, plural, tr

_MOST = 200


class DoneStep(QWidget):
    undo = Signal(str)  # the import's id
    kept = Signal()
    save = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._id = ""
        self.note = Note("ok")
        self.undo_button = button(tr("Undo this import…"), self._ask, icon="undo")
        self.save_button = button(tr("Save what is left out…"), self.save, icon="download")
        self.question = Note("warn")
        self.sure = self.question.add(button(tr("Undo"), self._undo, kind="primary", name=tr("Undo the import now")))
        self.keep = self.question.add(button(tr("Keep it as it is"), self._keep))
        self.question.hide()
        self._left = column(space=0.4)
        content = QWidget()
        content.setLayout(self._left)
        self._area = scrolled(content, tr("Left as they are"), read=True)
        layout = column(self.note, row(self.undo_button, self.save_button, None), self.question)
        layout.addWidget(self._area, 1)
        layout.addStretch(0)
        self.setLayout(layout)

    def show_done(self, done: Any) -> None:
        self._id = done.import_id
        self.note.say(*presenter.done_words(done))
        self._settle(left_out=bool(done.counts[v.WRONG] + done.counts[v.DOUBTFUL]))

    def show_last(self, last: Any) -> None:
        self._id = last.id
        self.note.say("info", "", presenter.last_words(last))
        self._settle(left_out=False)
        self._ask()

    def _settle(self, *, left_out: bool) -> None:
        self.undo_button.setVisible(bool(self._id))
        self.save_button.setVisible(left_out)
        self.question.hide()
        self._area.hide()

    def _ask(self) -> None:
        text = tr(
            "Records that it made are marked as deleted, changed ones are as they were before. What was changed since stays, and"
            " is listed here. Where the connected systems had it already, the next sync takes it back there, too, as your"
            " settings for deletions say."
        )
        self.question.say("warn", tr("Undo this import?"), text)
        self.question.show()
        self.undo_button.hide()
        self.keep.setFocus()

    def _keep(self) -> None:
        self.question.hide()
        self.undo_button.show()
        self.undo_button.setFocus()
        self.kept.emit()

    def _undo(self) -> None:
        self.undo.emit(self._id)

    def show_undone(self, answer: Any) -> None:
        words = plural(
            answer.changed,
            "{n} record is again as it was before this import.",
            "{n} records are again as they were before this import.",
        )
        self.note.say("warn" if answer.left else "ok", tr("Undone"), words)
        self._id = ""
        self._settle(left_out=False)
        if answer.left:
            self._show_left(answer.left)

    def _show_left(self, left: Any) -> None:
        clear(self._left)
        head = plural(len(left), "{n} record was left as it is:", "{n} records were left as they are:")
        self._left.addWidget(label(head, bold=True))
        for each in left[:_MOST]:
            what = f"{each.label}  ·  {states.entity_title(each.entity_type)}"
            reason = selectable(label(from_below(each.reason), tone="muted", wrap=True))
            self._left.addLayout(column(selectable(label(what, wrap=True)), reason, space=0))
        self._left.addStretch(1)
        self._area.show()

    def fail(self, problem: Any) -> None:
        self.note.say("error", problem.message, problem.hint)
