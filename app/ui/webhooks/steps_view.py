"""The steps of a guide, numbered, each with what is to be copied."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.ui import icons
from app.ui.theme import em
from app.ui.webhooks import guide
from app.ui.widgets.basics import Note, button, card, clear, label, row, selectable
from app.ui.words import tr


def copy_button(text: str, what: str) -> QPushButton:
    """Copies ``text``; ``what`` it is, a screen reader says."""
    out = button(tr("Copy"), icon="copy", name=tr("Copy: {what}", what=what))

    def copy() -> None:
        QGuiApplication.clipboard().setText(text)
        out.setText(tr("Copied"))
        out.setAccessibleName(tr("Copied: {what}", what=what))
        icons.put(out, "tick", "ok", 1.0)

    out.clicked.connect(copy)
    return out


def to_copy(text: str, what: str) -> QWidget:
    """A text in type of equal widths, and the button that copies it."""
    words = selectable(label(text, wrap=True))
    words.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    line = row(space=0.6)
    line.addWidget(words, 1)
    line.addWidget(copy_button(text, what), 0, Qt.AlignmentFlag.AlignTop)
    return card(line, margins=0.5)


class StepsView(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, em(self, 0.4), 0)
        self._lines.setSpacing(em(self, 0.55))

    def show_steps(self, steps: Sequence[Any], doubt: str = "") -> None:
        clear(self._lines)
        if doubt:
            self._lines.addWidget(Note("warn", "", doubt))
        for number, step in enumerate(steps, start=1):
            line = row(space=0.6)
            line.addWidget(label(f"{number}.", tone="muted"), 0, Qt.AlignmentFlag.AlignTop)
            words = QVBoxLayout()
            words.setSpacing(em(self, 0.3))
            words.addWidget(label(step.text, wrap=True))
            if step.copy:
                words.addWidget(to_copy(step.copy, tr("step {n}", n=number)))
            line.addLayout(words, 1)
            self._lines.addLayout(line)

    def show_guide(self, system: str, given: guide.Given) -> None:
        self.show_steps(guide.steps(system, given), guide.unproven(system))
