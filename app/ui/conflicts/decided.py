"""Decisions that were made: what became of each field, and the way back while no sync has carried it on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.ui.conflicts import presenter
from app.ui.desk import Desk
from app.ui.theme import em
from app.ui.widgets.basics import Note, button, column, label, line
from app.ui.words import plural, tr


class DecidedReview(QWidget):
    """One or several decisions as they were made; ``take_back`` asks for them to be open again."""

    def __init__(self, conflicts: Sequence[Any], take_back: Callable[[], None]) -> None:
        super().__init__()
        layout = column(space=0.6)
        if len(conflicts) == 1:
            (one,) = conflicts
            layout.addWidget(label(presenter.decided_words(one), bold=True, wrap=True))
            layout.addWidget(label(presenter.decided_by(one), tone="muted", wrap=True))
            if one.fields:
                layout.addLayout(_values(self, one))
        if any(presenter.by_person(each) for each in conflicts):
            words = tr("The question is then open again. This works until a sync has carried the decision on.")
            layout.addWidget(line())
            layout.addWidget(
                button(tr("Take the decision back"), take_back, icon="undo"), 0, Qt.AlignmentFlag.AlignLeft
            )
            layout.addWidget(label(words, tone="muted", wrap=True))
        else:
            layout.addWidget(label(tr("Your rule decided this; it can't be taken back here."), tone="muted", wrap=True))
        layout.addStretch(1)
        self.setLayout(layout)


def _values(widget: QWidget, conflict: Any) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(em(widget, 1.0))
    grid.setVerticalSpacing(em(widget, 0.25))
    heads = (tr("Field"), tr("How it was"), tr("Here"), tr("In {name}", name=conflict.connection_name))
    for at, words in enumerate(heads):
        grid.addWidget(label(words, bold=True, wrap=True), 0, at)
        grid.setColumnStretch(at, 0 if at == 0 else 1)
    for at, side in enumerate(presenter.sides(conflict), start=1):
        for place, words in enumerate((side.title, side.base, side.here, side.there)):
            cell = label(words, tone="muted" if place == 1 else "", wrap=place > 0)
            grid.addWidget(cell, at, place, Qt.AlignmentFlag.AlignTop)
    return grid


class WayBack(QObject):
    """Takes decisions back, and offers it for those just made. ``note`` stands on the page; ``over``: look again."""

    over = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self.desk = desk
        self._ids: list[str] = []
        self.note = Note("ok")
        self.button = self.note.add(
            button(tr("Take it back"), self.last, icon="undo", tip=tr("Take it back  (Ctrl+Z)"))
        )
        self.note.add(button(tr("Close"), self.note.hide, kind="flat", icon="close", name=tr("Close the message")))
        self.note.hide()

    def offer(self, ids: Sequence[str], words: str) -> None:
        """These were decided just now."""
        self._ids = list(ids)
        self.note.say("ok", tr("Decided"), words)
        self.note.setVisible(bool(ids))

    def last(self) -> None:
        """What was decided last, if it was decided here."""
        self.take_back(self._ids)

    def take_back(self, ids: Sequence[str]) -> None:
        if not ids:
            return
        self._ids = []
        self.note.hide()
        conflicts = self.desk.services.conflicts
        self.desk.work.do(lambda token: conflicts.take_back_many(list(ids)), self._done, owner=self)

    def _done(self, answer: Any) -> None:
        done, left = answer
        if done:
            self.desk.say(
                tr("Taken back"), plural(done, "{n} question is open again.", "{n} questions are open again."), "info"
            )
        if left:
            words = plural(len(left), "{n} decision stays", "{n} decisions stay")
            self.desk.say(words, "\n".join(dict.fromkeys(why for _, why in left)), "warn")
        self.over.emit()
