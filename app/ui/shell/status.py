"""The line at the foot: what runs now, how far it is, the next run, and the buttons that stop or pause it."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from app.ui import formats, icons
from app.ui.theme import em
from app.ui.widgets.basics import glyph, label, retone
from app.ui.words import tr


class StatusLine(QFrame):
    cancel_asked = Signal(str)
    pause_asked = Signal(str)  # 30, 60, tomorrow
    resume_asked = Signal()

    TICK_MS = 20_000  # "in 5 min" grows old

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("statusline")
        self._log_id = ""
        self._shape = glyph("info", "muted", 1.0)
        self._text = label(own=True)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(em(self, 0.9), em(self, 0.28), em(self, 0.9), em(self, 0.28))
        self._line.setSpacing(em(self, 0.6))
        self._line.addWidget(self._shape)
        self._line.addWidget(self._text, 1)
        self.setMinimumHeight(em(self, 2.1))

    def furnish(self) -> None:
        """After first paint: the bar and the buttons."""
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QMenu, QProgressBar, QPushButton

        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setMaximumWidth(em(self, 12))
        self._bar.setAccessibleName(tr("Progress of the sync"))
        self._next = label(tone="muted")
        self._stop = QPushButton(tr("Stop"))
        self._stop.setAccessibleName(tr("Stop the sync that runs now"))
        self._stop.setToolTip(tr("Stops at the next safe point. What was done so far is kept.  (Esc)"))
        self._stop.clicked.connect(self._cancel)
        self._pause = QPushButton(tr("Pause"))
        icons.put(self._pause, "pause", "text", 0.9)
        self._menu = QMenu(self._pause)
        for choice, words in (
            ("30", tr("For 30 minutes")),
            ("60", tr("For 1 hour")),
            ("tomorrow", tr("Until tomorrow")),
        ):
            self._menu.addAction(words).setData(choice)
        self._menu.triggered.connect(self._chosen)
        self._pause.setMenu(self._menu)
        self._pause.setAccessibleName(tr("Pause syncing"))
        self._resume = QPushButton(tr("Go on"))
        icons.put(self._resume, "play", "text", 0.9)
        self._resume.setAccessibleName(tr("End the pause"))
        self._resume.clicked.connect(self.resume_asked)
        for widget in (self._bar, self._stop, self._next, self._pause, self._resume):
            self._line.addWidget(widget)
            widget.hide()
        self.tick = QTimer(self, interval=self.TICK_MS)

    def _cancel(self) -> None:
        if self._log_id:
            self.cancel_asked.emit(self._log_id)

    def _chosen(self, action) -> None:
        self.pause_asked.emit(action.data())

    def say(self, shape: str, tone: str, text: str) -> None:
        """Before there is anything to run."""
        icons.put(self._shape, shape, tone, 1.0)
        self._text.setText(text)

    def show_line(self, line, *, paused: bool, any_connection: bool) -> None:
        icons.put(self._shape, line.shape, line.tone, 1.0)
        self._text.setText(line.text)
        self._text.setToolTip(formats.tip(line.text))
        retone(self._text, tone="error" if line.tone == "error" else "")
        self._log_id = line.log_id or ""
        running = line.log_id is not None
        self._bar.setVisible(running)
        self._stop.setVisible(running)
        if running:
            self._bar.setRange(0, 0 if line.permille is None else 1000)
            if line.permille is not None:
                self._bar.setValue(line.permille)
        self._next.setText(line.next_text)
        self._next.setVisible(bool(line.next_text) and not running)
        self._pause.setVisible(any_connection and not paused)
        self._resume.setVisible(any_connection and paused)

    def cancel_now(self) -> bool:
        """Esc on the window: only when something runs."""
        self._cancel()
        return bool(self._log_id)
