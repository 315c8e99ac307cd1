"""The card of one connection on the overview. It is kept and told anew, so that focus stays while a sync runs."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QMenu, QProgressBar, QSizePolicy

from app.ui.overview.presenter import CardView
from app.ui.theme import em
from app.ui.widgets.basics import StateMark, button, column, label, row
from app.ui.words import plural, tr


class ConnectionCard(QFrame):
    sync_asked = Signal(str)
    stop_asked = Signal(str)
    pause_asked = Signal(str, str)
    resume_asked = Signal(str)
    open_asked = Signal(str)
    decide_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.view: Any = None
        self._name = label(size=1.15, bold=True, wrap=True)
        self._system = label(tone="muted")
        self._state = StateMark(bold=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(em(self, 0.8))
        self._facts.setVerticalSpacing(em(self, 0.15))
        self._facts.setColumnStretch(1, 1)
        self._lines: list[tuple] = []
        self._sync = button(tr("Sync now"), self._sync_clicked, icon="sync", kind="primary")
        self._stop = button(tr("Stop"), self._stop_clicked)
        self._pause = button(tr("Pause"))
        menu = QMenu(self._pause)
        for choice, words in (
            ("30", tr("For 30 minutes")),
            ("60", tr("For 1 hour")),
            ("tomorrow", tr("Until tomorrow")),
        ):
            menu.addAction(words).setData(choice)
        menu.triggered.connect(self._pause_chosen)
        self._pause.setMenu(menu)
        self._resume = button(tr("Go on"), self._resume_clicked)
        self._decide = button("", self._decide_clicked, kind="link")
        self._open = button(tr("Open"), self._open_clicked, kind="flat")
        foot = row(self._sync, self._stop, self._pause, self._resume, None, self._open, space=0.4)
        head = row(self._name, space=0.4)
        head.addWidget(self._system, 0, Qt.AlignmentFlag.AlignTop)
        head.setStretch(0, 1)
        body = column(head, self._state, self._bar, self._facts, self._decide, None, foot, space=0.5, margins=0.9)
        self.setLayout(body)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def show_card(self, view: CardView) -> None:
        if view == self.view:
            return
        self.view = view
        self._name.setText(view.name)
        self._system.setText(view.system)
        self._state.show_state(view.state)
        running = view.running_log_id is not None
        self._bar.setVisible(running)
        self._bar.setRange(0, 1000 if view.permille is not None else 0)
        if view.permille is not None:
            self._bar.setValue(view.permille)
        self._bar.setAccessibleName(tr("Progress of {name}", name=view.name))
        self._show_facts(view.facts)
        self._decide.setVisible(view.decisions > 0)
        self._decide.setText(plural(view.decisions, "{n} decision waits", "{n} decisions wait"))
        self._sync.setVisible(not running)
        self._sync.setEnabled(view.active)
        self._stop.setVisible(running)
        self._pause.setVisible(view.active and not view.paused and not running)
        self._resume.setVisible(view.paused and not running)
        for each, words in (
            (self._sync, tr("Sync now: {name}", name=view.name)),
            (self._stop, tr("Stop the sync: {name}", name=view.name)),
            (self._pause, tr("Pause: {name}", name=view.name)),
            (self._resume, tr("End the pause: {name}", name=view.name)),
            (self._open, tr("Open connection: {name}", name=view.name)),
            (self._decide, tr("Decisions of {name}", name=view.name)),
        ):
            each.setAccessibleName(words)
        self.setAccessibleName(f"{view.name}: {view.state.words}")

    def _show_facts(self, facts) -> None:
        while len(self._lines) < len(facts):
            pair = (label(tone="muted"), label(wrap=True))
            at = len(self._lines)
            self._facts.addWidget(pair[0], at, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(pair[1], at, 1)
            self._lines.append(pair)
        for index, (name, text) in enumerate(self._lines):
            shown = index < len(facts)
            name.setVisible(shown)
            text.setVisible(shown)
            if shown:
                name.setText(facts[index][0])
                text.setText(facts[index][1])

    def _sync_clicked(self) -> None:
        self.sync_asked.emit(self.view.id)

    def _stop_clicked(self) -> None:
        self.stop_asked.emit(self.view.running_log_id or "")

    def _pause_chosen(self, action) -> None:
        self.pause_asked.emit(self.view.id, action.data())

    def _resume_clicked(self) -> None:
        self.resume_asked.emit(self.view.id)

    def _open_clicked(self) -> None:
        self.open_asked.emit(self.view.id)

    def _decide_clicked(self) -> None:
        self.decide_asked.emit()
