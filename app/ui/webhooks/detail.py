"""One event: what it told of, what came of it, and what it came with."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from app.ui.desk import Desk
from app.ui.theme import em
from app.ui.webhooks import presenter
from app.ui.widgets.basics import Empty, StateMark, button, clear, column, label, selectable
from app.ui.words import plural, tr


class EventDetail(QStackedWidget):
    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.event_id = ""
        self._line: Any = None
        self._several: list[str] = []
        self._title = label(size=1.15, bold=True, wrap=True)
        self._state = StateMark()
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(em(self, 0.9))
        self._facts.setVerticalSpacing(em(self, 0.2))
        self._facts.setColumnStretch(1, 1)
        self.record = button(tr("Show the record"), self._show_record, icon="records")
        self.run = button(tr("Show the sync"), self._show_run, icon="activity")
        self.again = button(tr("Work it off again"), self.replay, icon="redo")
        self.again.setToolTip(tr("The record is read from the other system once more"))
        buttons = QVBoxLayout()
        buttons.setSpacing(em(self, 0.35))
        for each in (self.again, self.record, self.run):
            buttons.addWidget(each, 0, Qt.AlignmentFlag.AlignLeft)
        self.kept = QPlainTextEdit()
        self.kept.setReadOnly(True)
        self.kept.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.kept.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.kept.setTabChangesFocus(True)
        self.kept.setAccessibleName(tr("What came in"))
        about = label(tr("Kept without passwords, tokens and signatures."), tone="muted", wrap=True)
        page = QWidget()
        inside = column(
            self._title,
            self._state,
            self._facts,
            buttons,
            label(tr("What came in"), bold=True),
            about,
            self.kept,
            space=0.5,
        )
        inside.setContentsMargins(em(self, 0.6), 0, 0, 0)
        page.setLayout(inside)
        self.addWidget(Empty("webhooks", tr("No event is chosen"), tr("Choose one to see what it came with.")))
        self.addWidget(page)

    def show_line(self, line: Any, name: str) -> None:
        """An event of the list; of the same one only what may have changed is shown anew."""
        if line is None:
            self.event_id, self._line = "", None
            self.setCurrentIndex(0)
            return
        self.setCurrentIndex(1)
        if line == self._line:
            return
        self._line = line
        self._title.setText(presenter.what(line))
        self._state.show_state(presenter.event_state(line))
        clear(self._facts)
        for at, (title, text) in enumerate(presenter.event_facts(line, name)):
            self._facts.addWidget(label(title, tone="muted"), at, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(selectable(label(text, wrap=True)), at, 1)
        decide = line.outcome == "conflict"
        self.record.setVisible(line.record_id is not None or decide)
        self.record.setText(tr("Decide…") if decide else tr("Show the record"))
        self.record.setAccessibleName(self.record.text())
        self.run.setVisible(bool(line.log_id))
        self._name_again()
        if line.id != self.event_id:
            self.event_id = line.id
            self.kept.clear()
            webhooks, event_id = self.desk.services.webhooks, line.id
            self.desk.work.read(
                lambda: (event_id, presenter.kept_text(webhooks.event(event_id))), self._got, owner=self, key="event"
            )

    def show_several(self, event_ids: list[str]) -> None:
        """More than one is chosen: those that can be worked off again are so together."""
        self._several = event_ids
        if self._line is not None:
            self._name_again()

    def _name_again(self) -> None:
        line, several = self._line, len(self._several)
        self.again.setVisible(bool(several) or presenter.may_go_again(line))
        once = tr("Try now") if line.next_attempt_at else tr("Work it off again")
        self.again.setText(
            plural(several, "Work {n} event off again", "Work {n} events off again") if several else once
        )
        self.again.setAccessibleName(self.again.text())

    def _got(self, answer: Any) -> None:
        event_id, text = answer
        if event_id == self.event_id:
            self.kept.setPlainText(text)

    def _show_record(self) -> None:
        decide = self._line.outcome == "conflict"
        self.desk.go("conflicts" if decide else f"record:{self._line.entity_type}:{self._line.record_id}")

    def _show_run(self) -> None:
        self.desk.go(f"run:{self._line.log_id}")

    def replay(self) -> None:
        webhooks, event_ids = self.desk.services.webhooks, self._several or [self.event_id]
        self.desk.work.do(lambda token: [webhooks.replay(event_id) for event_id in event_ids], owner=self)
