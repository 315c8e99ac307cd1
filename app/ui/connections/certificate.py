"""A server's certificate that nobody vouches for: shown with its owner and fingerprint, and trusted only by a click."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.ui.connections import presenter
from app.ui.theme import em
from app.ui.widgets.basics import Note, button, clear, column, label, row, selectable
from app.ui.words import tr


class CertificateCard(QWidget):
    """``trusted``: its fingerprint, when the person has said so. Hidden while there is nothing to decide."""

    trusted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._seen: Any = None
        self.note = Note()
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(em(self, 0.9))
        self._facts.setVerticalSpacing(em(self, 0.2))
        self._facts.setColumnStretch(1, 1)
        self.trust = button(tr("Trust this certificate"), self._trust, icon="lock")
        self.trust.setAutoDefault(False)  # Enter, pressed to go on, must not trust
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(column(self.note, self._facts, row(self.trust, None), space=0.5))
        self.hide()

    def ask(self, seen: Any) -> None:
        """Show a :class:`app.services.views.CertificateView` that is not trusted yet."""
        self._seen = seen
        self.note.say("warn", *presenter.certificate_question(seen))
        clear(self._facts)
        for at, (name, text) in enumerate(presenter.certificate_facts(seen)):
            self._facts.addWidget(label(name, tone="muted"), at, 0)
            self._facts.addWidget(selectable(label(text, wrap=True)), at, 1)
        self.trust.show()
        self.show()

    def _trust(self) -> None:
        self.trust.hide()
        clear(self._facts)
        told = tr("Only this one is taken, any other is refused: {fingerprint}", fingerprint=self._seen.fingerprint)
        self.note.say("ok", tr("You trust this certificate"), told)
        self.trusted.emit(self._seen.fingerprint)
