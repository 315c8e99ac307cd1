"""Step 6: the first sync, how it went, and how often from now on."""

from __future__ import annotations

import time
from typing import Any

from PySide6.QtWidgets import QFormLayout, QGridLayout, QProgressBar, QWidget

from app.ui import states
from app.ui.connections.sync_settings import interval_box
from app.ui.theme import em
from app.ui.widgets.basics import Note, button, card, clear, column, glyph, label, row, scrolled
from app.ui.wizard import presenter
from app.ui.wizard.pages import Step
from app.ui.words import mark, tr


class SyncPage(Step):
    def __init__(self) -> None:
        super().__init__(
            tr("The first sync"), tr("You may close this window: the sync goes on, and Activity shows how it went.")
        )
        self.setFinalPage(True)
        self._running = False
        self._left = presenter.TimeLeft()
        self.step = label(wrap=True)
        self.left = label(tone="muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress of the first sync"))
        self.stop = button(tr("Stop"), self._stop, name=tr("Stop the first sync"))
        self.live = QWidget()
        words = row(self.step, self.left)
        words.setStretch(0, 1)
        self.live.setLayout(column(words, row(self.bar, self.stop), space=0.3))
        self.note = Note()
        self.again = self.note.add(button(tr("Try again"), self._start, icon="sync"))
        self.note.hide()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(em(self, 0.8))
        self._grid.setVerticalSpacing(em(self, 0.4))
        self._grid.setColumnStretch(1, 1)
        self.counts = card(self._grid)
        self.counts.hide()
        self.interval = interval_box(presenter.DEFAULT_INTERVAL)
        self.interval.setAccessibleName(tr("How often to sync from now on"))
        form = QFormLayout()
        form.setHorizontalSpacing(em(self, 1.0))
        form.addRow(tr("&Sync"), self.interval)
        self.about = label(tone="muted", wrap=True)
        self.body.addWidget(self.live)
        self.body.addWidget(self.note)
        content = QWidget()
        then = card(label(tr("From now on"), bold=True), form, self.about, space=0.4)
        content.setLayout(column(self.counts, then, None, space=0.6))
        self.body.addWidget(scrolled(content, tr("The first sync")), 1)

    def listen(self, setup: Any, bridge: Any) -> None:
        setup.synced.connect(self._synced)
        setup.sync_failed.connect(self._failed)
        bridge.progress.connect(self._progressed)

    def nextId(self) -> int:
        return -1  # the last page, whatever the numbers of the others are

    def initializePage(self) -> None:
        words = mark(
            "When nothing changed, a sync asks {system} a few short questions; nobody working there notices it."
        )
        self.about.setText(tr(words, system=self.draft.short))
        self._start()

    def _start(self) -> None:
        self._running = True
        self.note.hide()
        self.live.show()
        self.step.setText(tr("Starting…"))
        self.left.setText("")
        self.bar.setRange(0, 0)
        self.wizard().setup.first_sync()

    def _stop(self) -> None:
        self.step.setText(tr("Stopping at the next safe point…"))
        self.wizard().setup.stop()

    def _progressed(self, event: Any) -> None:
        if not self._running or event.connection_id != self.wizard().setup.connection_id:
            return
        self.step.setText(states.progress_words(event))
        self.left.setText(self._left.words(event, time.monotonic()))
        self.bar.setRange(0, 1000 if event.total else 0)
        if event.total:
            self.bar.setValue(min(1000, event.done * 1000 // event.total))

    def _failed(self, problem: Any) -> None:
        self._over("error", problem.message, problem.hint)

    def _synced(self, run: Any) -> None:
        self._over(*presenter.summary(run))
        clear(self._grid)
        counted = states.ordered(run.counts)
        for at, entity in enumerate(counted):
            self._grid.addWidget(glyph(entity, "muted"), at, 0)
            words = f"{states.entity_plural(entity)}: {states.counts_words({entity: run.counts[entity]})}"
            self._grid.addWidget(label(words, wrap=True), at, 1)
        self.counts.setVisible(bool(counted))

    def _over(self, level: str, title: str, text: str) -> None:
        self._running = False
        self.live.hide()
        self.note.say(level, title, text)
        self.again.setVisible(level == "error")
        self.note.show()
