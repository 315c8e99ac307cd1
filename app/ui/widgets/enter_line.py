"""A line to type in whose Enter is its own."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit


class EnterLine(QLineEdit):
    """``returnPressed`` is all that Enter does: a dialog would press some button with it as well."""

    def keyPressEvent(self, event: Any) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
