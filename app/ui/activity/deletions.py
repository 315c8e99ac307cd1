"""What a plan would delete is asked about once more before it is done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from app.ui.widgets.basics import glyph
from app.ui.words import tr


class DeletionsAsked(QMessageBox):
    """``lines``: what would be deleted on each side. Cancel is the answer of Esc and of Enter."""

    agreed = Signal()

    def __init__(self, lines: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setIconPixmap(glyph("warning", "warn", 2.4).pixmap())
        self.setWindowTitle(tr("Delete records"))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(tr("This plan deletes records. Do it?"))
        after = tr("What is deleted here can be brought back from its page; what is deleted in the other system can't.")
        self.setInformativeText("\n".join(lines) + "\n\n" + after)
        self.yes = self.addButton(tr("Delete them, and do the rest"), QMessageBox.ButtonRole.DestructiveRole)
        no = self.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(no)
        self.setEscapeButton(no)
        self.buttonClicked.connect(self._answered)

    def _answered(self, clicked: Any) -> None:
        if clicked is self.yes:
            self.agreed.emit()
