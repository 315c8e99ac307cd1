"""Where a record is: how it stands in each system, what failed there, and pausing it for one of them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui import formats
from app.ui.records import presenter
from app.ui.widgets.basics import StateMark, button, column, label, row, selectable
from app.ui.words import tr


class Places(QWidget):
    pause = Signal(str, bool)  # connection, paused
    retry = Signal(str)  # an error's id
    decide = Signal()

    def __init__(self, places: tuple[presenter.Place, ...]) -> None:
        super().__init__()
        layout = column(space=0.5)
        for each in places:
            layout.addLayout(self._place(each))
        if not places:
            layout.addWidget(label(tr("Only here: it is linked to no other system."), tone="muted", wrap=True))
        self.setLayout(layout)

    def _place(self, each: presenter.Place) -> Any:
        state = StateMark()
        state.show_state(each.state)
        words = column(label(each.where, bold=True, wrap=True), space=0.1)
        if each.called:
            words.addWidget(selectable(label(each.called, tone="muted", wrap=True)))
        words.addWidget(state)
        for text, tone in ((each.reason, "error"), (each.remedy, "muted")):
            if text:
                words.addWidget(selectable(label(text, tone=tone, wrap=True)))
        buttons = column(space=0.2)
        if each.error_id:
            retry = button(tr("Retry"), self._retry, name=tr("Retry: {what}", what=each.where))
            retry.setProperty("error", each.error_id)
            buttons.addWidget(retry)
        if each.undecided:
            buttons.addWidget(button(tr("Decide"), self.decide, name=tr("Decide: {what}", what=each.where)))
        if each.linked:
            words_ = tr("Resume") if each.paused else tr("Pause")
            pause = button(words_, self._pause, icon="play" if each.paused else "pause", kind="flat")
            pause.setAccessibleName(f"{words_}: {each.where}")
            about = (
                tr("Sync this record with {name} again", name=each.where)
                if each.paused
                else tr("Leave this record out of every sync with {name}", name=each.where)
            )
            pause.setToolTip(formats.tip(about))
            pause.setProperty("connection", each.connection_id)
            pause.setProperty("paused", not each.paused)
            buttons.addWidget(pause)
        buttons.addStretch(1)
        out = row(space=0.6)
        out.addLayout(words, 1)
        out.addLayout(buttons)
        return out

    def _retry(self) -> None:
        self.sender().setEnabled(False)
        self.retry.emit(self.sender().property("error"))

    def _pause(self) -> None:
        self.sender().setEnabled(False)
        self.pause.emit(self.sender().property("connection"), self.sender().property("paused"))
