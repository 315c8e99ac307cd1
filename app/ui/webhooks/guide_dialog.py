"""What a new webhook hands over, shown once; and how to set up each system's side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QComboBox, QDialog, QVBoxLayout, QWidget

from app.ui.desk import Desk
from app.ui.theme import em
from app.ui.webhooks import guide
from app.ui.webhooks.steps_view import StepsView, to_copy
from app.ui.webhooks.tally_file import TallyFile
from app.ui.widgets.basics import Note, button, fit, label, row, scrolled
from app.ui.words import tr


class _Dialog(QDialog):
    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._lines = QVBoxLayout(self)
        edge = em(self, 1.1)
        self._lines.setContentsMargins(edge, edge, edge, edge)
        self._lines.setSpacing(em(self, 0.6))
        self.steps = StepsView()
        fit(self, 46, 42)

    def _add_steps(self, *below: QWidget) -> None:
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(em(self, 0.7))
        inside.addWidget(self.steps)
        for each in below:
            inside.addWidget(each)
        inside.addStretch(1)
        self._lines.addWidget(scrolled(content, tr("How to set it up")), 1)

    def _add_close(self, words: str) -> None:
        self.close_button = button(words, self.accept, kind="primary")
        self._lines.addLayout(row(None, self.close_button))


class Handover(_Dialog):
    """Of a new webhook, or one with a new token or secret."""

    def __init__(self, system: str, given: guide.Given, parent: QWidget) -> None:
        super().__init__(tr("The webhook is ready"), parent)
        self._lines.addWidget(
            Note(
                "warn",
                tr("Copy these now"),
                tr("The token and the secret can't be shown again. New ones can be made later (Edit…)."),
            )
            if given.token or given.secret
            else Note("ok", tr("Saved"))
        )
        for title, text in (
            (tr("Address"), given.address),
            (tr("Verification token"), given.token),
            (tr("Secret"), given.secret),
        ):
            if text:
                self._lines.addWidget(label(title, tone="muted"))
                self._lines.addWidget(to_copy(text, title))
        self._lines.addWidget(label(tr("How to set it up"), bold=True))
        self.steps.show_guide(system, given)
        self._add_steps()
        self._add_close(tr("Done"))


class GuideDialog(_Dialog):
    """``chosen``: the system shown first. ``given`` belongs to it; the others show what goes where."""

    def __init__(self, desk: Desk, views: Sequence[Any], chosen: str, given: guide.Given, parent: QWidget) -> None:
        super().__init__(tr("How to set it up"), parent)
        self._chosen, self._given = chosen, given
        self.system = QComboBox()
        self.system.setAccessibleName(tr("System"))
        for key, words in guide.SYSTEMS.items():
            self.system.addItem(tr(words), key)
        self.system.setCurrentIndex(max(0, self.system.findData(chosen)))
        self.system.currentIndexChanged.connect(self._show)
        self._lines.addLayout(row(label(tr("System")), self.system, None))
        self.tally = TallyFile(desk, [view for view in views if view.system == "tally"])
        self._add_steps(self.tally)
        self._add_close(tr("Close"))
        self._show()

    def _show(self) -> None:
        system = self.system.currentData()
        self.steps.show_guide(system, self._given if system == self._chosen else guide.Given())
        self.tally.setVisible(system == "tally")
