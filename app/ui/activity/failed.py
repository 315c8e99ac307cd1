"""The records that failed in a run: the reason, the remedy, whether they are tried again by themselves, and Retry."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QWidget

from app.ui import states
from app.ui.activity import presenter
from app.ui.widgets.basics import button, card, column, label, row, selectable
from app.ui.words import from_below, plural, tr


class FailedRecords(QWidget):
    retry = Signal(str)  # an error's id
    retry_all = Signal()
    export = Signal()
    shown = Signal(str)  # a target for Desk.go
    AT_ONCE = 4  # a card takes five milliseconds
    MORE = 20

    def __init__(self, errors: Sequence[Any]) -> None:
        super().__init__()
        title = label(plural(len(errors), "{n} record failed", "{n} records failed"), bold=True, wrap=True)
        again = button(tr("Retry all"), self.retry_all, icon="sync")
        again.setToolTip(tr("Tries every failed record of this connection again now"))
        save = button(tr("Save as CSV…"), self.export, icon="download", name=tr("Save the failed records as CSV"))
        head = row(space=0.5)
        head.addWidget(title, 1)
        head.addWidget(again)
        head.addWidget(save)
        self._errors = errors
        self._made = self._wanted = 0
        self._cards = column(space=0.5)
        self._more = button("", self._show_more, kind="link")
        self._rest = QTimer(self, interval=1, singleShot=True)
        self._rest.timeout.connect(self._make)
        self.setLayout(column(head, self._cards, row(self._more, None), space=0.5))
        self._show_more()

    def _show_more(self) -> None:
        self._wanted = min(len(self._errors), self._wanted + self.MORE)
        self._more.hide()
        self._rest.start()

    def _make(self) -> None:
        """The next cards; the window has its turn before them and those after them."""
        first, self._made = self._made, min(self._wanted, self._made + self.AT_ONCE)
        for each in self._errors[first : self._made]:
            self._cards.addWidget(self._card(each))
        left = len(self._errors) - self._made
        self._more.setText(plural(left, "Show {n} more record", "Show {n} more records"))
        self._more.setVisible(left > 0 and self._made == self._wanted)
        if self._made < self._wanted:
            self._rest.start()

    def _card(self, each: Any) -> QFrame:
        happened, remedy = from_below(each.message), from_below(each.hint)
        words = column(selectable(label(happened, wrap=True)), space=0.1)
        if remedy:
            words.addWidget(selectable(label(remedy, tone="muted", wrap=True)))
        named = f"{states.entity_title(each.entity_type)} {each.label}".rstrip()
        about = f"{named}  ·  {presenter.again_words(each)}"
        words.addWidget(label(about, tone="muted", wrap=True))
        what = happened[:60]
        retry = button(tr("Retry"), self._retry, name=tr("Retry: {what}", what=what))
        retry.setProperty("error", each.id)
        buttons = column(retry, space=0.2)
        if each.local_id:
            show = button(tr("Show"), self._show, kind="flat", name=tr("Show the record: {what}", what=what))
            show.setProperty("target", f"record:{each.entity_type}:{each.local_id}")
            buttons.addWidget(show)
        buttons.addStretch(1)
        inner = row(space=0.6)
        inner.addLayout(words, 1)
        inner.addLayout(buttons)
        return card(inner, margins=0.6)

    def _retry(self) -> None:
        self.sender().setEnabled(False)
        self.retry.emit(self.sender().property("error"))

    def _show(self) -> None:
        self.shown.emit(self.sender().property("target"))
