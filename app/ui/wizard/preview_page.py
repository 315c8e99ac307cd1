"""Step 5: a trial run. Real counts and the first problems; nothing is written before this page's button."""

from __future__ import annotations

import time
from typing import Any

from PySide6.QtWidgets import QGridLayout, QProgressBar, QVBoxLayout, QWidget, QWizard

from app.ui import states
from app.ui.theme import em
from app.ui.widgets.basics import Note, button, card, clear, column, glyph, label, row, scrolled
from app.ui.wizard import presenter
from app.ui.wizard.pages import SYNC, Step
from app.ui.words import tr


class PreviewPage(Step):
    def __init__(self) -> None:
        super().__init__(
            tr("What would be synced"),
            "",
        )
        self.setCommitPage(True)
        self.setButtonText(QWizard.WizardButton.CommitButton, tr("Start the first sync"))
        self._ok = False
        self._left = presenter.TimeLeft()
        self.step = label(tr("Reading…"), wrap=True)
        self.left = label(tone="muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress of the trial run"))
        self.stop = button(tr("Stop"), self._stop, name=tr("Stop the trial run"))
        self.again = button(tr("Try again"), self._start, icon="sync")
        self.live = QWidget()
        words = row(self.step, self.left)
        words.setStretch(0, 1)
        self.live.setLayout(column(words, row(self.bar, self.stop), space=0.3))
        self.note = Note()
        self.note.add(self.again)
        self.note.hide()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(em(self, 0.8))
        self._grid.setVerticalSpacing(em(self, 0.4))
        self._grid.setColumnStretch(1, 1)
        self.counts = card(self._grid)
        self.counts.hide()
        self._problems = QVBoxLayout()
        self._problems.setSpacing(em(self, 0.4))
        content = QWidget()
        content.setLayout(column(self.counts, self._problems, None, space=0.6))
        self.body.addWidget(self.live)
        self.body.addWidget(self.note)
        self.body.addWidget(scrolled(content, tr("What was found")), 1)

    def listen(self, setup: Any, bridge: Any) -> None:
        setup.tried.connect(self._tried)
        setup.try_failed.connect(self._failed)
        bridge.progress.connect(self._progressed)

    def initializePage(self) -> None:
        self.entitle(
            tr("What would be synced"),
            tr(
                "{system} is read once. Nothing is kept here and nothing is sent there before you press the button below.",
                system=self.draft.short,
            ),
        )
        self._start()

    def _start(self) -> None:
        self._ok = False
        self.note.hide()
        self.counts.hide()
        clear(self._problems)
        self.live.show()
        self.bar.setRange(0, 0)
        self.step.setText(tr("Reading {company}…", company=self.draft.books.name))
        self.left.setText("")
        self.completeChanged.emit()
        self.wizard().setup.try_out(self.draft)

    def _stop(self) -> None:
        self.step.setText(tr("Stopping at the next safe point…"))
        self.wizard().setup.stop()

    def cleanupPage(self) -> None:
        """Back: what is being tried will be tried anew."""
        self.wizard().setup.stop()

    def _progressed(self, event: Any) -> None:
        if not self.live.isVisible() or self._ok:
            return
        self.step.setText(states.progress_words(event))
        self.left.setText(self._left.words(event, time.monotonic()))
        self.bar.setRange(0, 1000 if event.total else 0)
        if event.total:
            self.bar.setValue(min(1000, event.done * 1000 // event.total))

    def _failed(self, problem: Any) -> None:
        self.live.hide()
        self.note.say("error", problem.message, problem.hint)
        self.note.show()
        self.again.show()

    def _tried(self, run: Any, plan: Any, errors: Any) -> None:
        self.live.hide()
        if run.status in ("completed", "partial"):
            self._ok = True
            self.note.say("ok", tr("Ready"), tr("Nothing was written so far. The button below starts the first sync."))
            self.again.hide()
        elif run.status == "cancelled":
            self._ok = True
            text = tr("You can go on all the same; the first sync shows what comes in.")
            self.note.say("info", tr("The trial run was stopped"), text)
            self.again.show()
        else:
            level, title, text = presenter.summary(run)
            self.note.say(level, title, text)
            self.again.show()
        self.note.show()
        self._show_counts(presenter.preview_lines(run.counts))
        sent = presenter.preview_sent(plan, self.draft.short)
        if sent:
            self._grid.addWidget(glyph("right", "muted"), self._grid.rowCount(), 0)
            self._grid.addWidget(label(sent, wrap=True), self._grid.rowCount() - 1, 1)
        self._show_problems(presenter.preview_problems(plan, errors))
        self.completeChanged.emit()

    def _show_counts(self, lines: list[tuple[str, str]]) -> None:
        clear(self._grid)
        for at, (entity, words) in enumerate(lines):
            self._grid.addWidget(glyph(entity, "muted"), at, 0)
            self._grid.addWidget(label(words, wrap=True), at, 1)
        self.counts.setVisible(bool(lines))

    def _show_problems(self, problems: list[tuple[str, str, str]]) -> None:
        clear(self._problems)
        if problems:
            self._problems.addWidget(label(tr("Worth a look"), bold=True))
        for level, what, why in problems:
            self._problems.addWidget(Note(level, what, why))

    def nextId(self) -> int:
        return SYNC

    def isComplete(self) -> bool:
        return self._ok
