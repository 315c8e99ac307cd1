"""What a test of a connection found: a line for each thing that was looked at, with what to do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.connections import presenter
from app.ui.theme import em
from app.ui.widgets.basics import Note, clear, column, glyph, label, row
from app.ui.words import from_below, tr


class Checks(QWidget):
    """The note at the head, and the lines. Hidden while there is nothing to tell."""

    def __init__(self) -> None:
        super().__init__()
        self.note = Note()
        self.lines = QVBoxLayout()
        self.lines.setSpacing(em(self, 0.25))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(em(self, 0.4))
        layout.addWidget(self.note)
        layout.addLayout(self.lines)
        self.hide()

    def say(self, level: str, title: str, text: str = "") -> None:
        clear(self.lines)
        self.note.say(level, title, text)
        self.show()

    def say_testing(self) -> None:
        self.say("info", tr("Testing the connection…"))

    def show_result(self, result: Any) -> None:
        took = tr("Answered in {n} ms.", n=result.latency_ms) if result.success else ""
        self.say("ok" if result.success else "error", from_below(result.message), took)
        self._show_lines(presenter.check_lines(result))

    def _show_lines(self, found: Sequence[tuple[bool, str, str]]) -> None:
        for ok, words, hint in found:
            shape = glyph("check" if ok else "error", "ok" if ok else "error", 1.0)
            text = column(label(words, wrap=True), space=0.05)
            if hint:
                text.addWidget(label(hint, tone="muted", wrap=True))
            line = row(space=0.5)
            line.addWidget(shape, 0, Qt.AlignmentFlag.AlignTop)
            line.addLayout(text, 1)
            self.lines.addLayout(line)
