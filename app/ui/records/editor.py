"""Where a field's value is typed: a line, a few lines, or a choice, as its type asks for."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.model.entities import FieldSpec
from app.model.values import FieldType
from app.ui import formats
from app.ui.records.presenter import shown
from app.ui.theme import em
from app.ui.words import tr

LONG = frozenset({"address", "notes", "narration", "description"})


class FieldEditor(QWidget):
    """``value`` is as the services take it: ``None`` for nothing, decimals and dates as text, a lookup's name as it was typed."""

    changed = Signal()

    def __init__(self, spec: FieldSpec, given: Any = None, name: str = "") -> None:
        super().__init__()
        self.spec = spec
        self._given = given
        self._box: Any = self._make()
        self._box.setAccessibleName(name or tr(spec.title))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._box)
        self.setFocusProxy(self._box)
        self.show_value(given)
        signal = self._box.currentIndexChanged if isinstance(self._box, QComboBox) else self._box.textChanged
        signal.connect(self._tell)

    def _make(self) -> QWidget:
        if self.spec.type is FieldType.BOOLEAN:
            return _choices([("", None), (tr("Yes"), True), (tr("No"), False)])
        if self.spec.choices:
            return _choices([("", None), *((shown(choice, self.spec), choice) for choice in self.spec.choices)])
        if self.spec.name in LONG:
            box = QPlainTextEdit()
            box.setTabChangesFocus(True)
            box.setFixedHeight(em(self, 4.2))
            return box
        line = QLineEdit()
        line.setMinimumWidth(em(self, 6))
        if self.spec.type is FieldType.DATE:
            line.setPlaceholderText(tr("day-month-year"))
        return line

    def show_value(self, given: Any) -> None:
        self._given = given
        if isinstance(self._box, QComboBox):
            self._box.setCurrentIndex(max(0, self._box.findData(given)))
        elif isinstance(self._box, QPlainTextEdit):
            self._box.setPlainText(self._as_text(given))
        else:
            self._box.setText(self._as_text(given))
            self._box.setCursorPosition(0)

    def value(self) -> Any:
        if isinstance(self._box, QComboBox):
            return self._box.currentData()
        text = self._text().strip()
        if text == self._as_text(self._given).strip():
            return self._given
        if self.spec.type is FieldType.NUMBER:
            text = text.replace(",", "").replace("₹", "").strip()
        elif self.spec.type is FieldType.DATE:
            text = formats.typed_day(text)
        return text or None

    def _text(self) -> str:
        return self._box.toPlainText() if isinstance(self._box, QPlainTextEdit) else self._box.text()

    def _as_text(self, given: Any) -> str:
        if self.spec.type in (FieldType.DATE, FieldType.LOOKUP):
            return formats.value(given, str(self.spec.type))
        return "" if given is None else str(given)

    def _tell(self) -> None:
        self.changed.emit()


def _choices(options: list[tuple[str, Any]]) -> QComboBox:
    box = QComboBox()
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # a wheel that scrolls the page must not change a value
    for words, value in options:
        box.addItem(words, value)
    return box
