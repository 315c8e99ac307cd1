"""Where a field's value is typed: a line, a few lines, or a choice, as its type asks for."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.model.entities import FieldSpec
from app.model.values import FieldType
from app.ui import formats
from app.ui.records.lines_sums import cleaned
from app.ui.records.presenter import shown
from app.ui.theme import em
from app.ui.words import tr

LONG = frozenset({"address", "notes", "narration", "description"})


class FieldEditor(QWidget):
    """``value`` is as the services take it: ``None`` for nothing, decimals and dates as text, a lookup's name as it was typed."""

    changed = Signal()

    def __init__(self, spec: FieldSpec, given: Any = None, name: str = "", lookup: Any = None) -> None:
        """``lookup``: makes the box of a lookup, where its records can be looked for."""
        super().__init__()
        self.spec = spec
        self._given = given
        self._lookup = lookup
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
            return choices_of(self.spec)
        if self.spec.name in LONG:
            box = QPlainTextEdit()
            box.setTabChangesFocus(True)
            box.setFixedHeight(em(self, 4.2))
            return box
        line = QLineEdit() if self._lookup is None or self.spec.type is not FieldType.LOOKUP else self._lookup()
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
        taken = getattr(self._box, "taken", None)
        if taken is not None:
            return self._named(taken)
        if text == self._as_text(self._given).strip():
            return self._given
        if self.spec.type is FieldType.NUMBER:
            return cleaned(text)
        if self.spec.type is FieldType.DATE:
            text = formats.typed_day(text)
        return text or None

    def _named(self, record: Any) -> Any:
        """A lookup's value; the one given where it is that record."""
        given = self._given if isinstance(self._given, dict) else {}
        same = given.get("id") == record["id"]
        return self._given if same else {"id": record["id"], "label": self._text().strip()}

    def _text(self) -> str:
        return self._box.toPlainText() if isinstance(self._box, QPlainTextEdit) else self._box.text()

    def _as_text(self, given: Any) -> str:
        if self.spec.type in (FieldType.DATE, FieldType.LOOKUP):
            return formats.value(given, str(self.spec.type))
        return "" if given is None else str(given)

    def _tell(self) -> None:
        self.changed.emit()


def choices_of(spec: FieldSpec) -> QComboBox:
    return _choices([("", None), *((shown(choice, spec), choice) for choice in spec.choices)])


def _choices(options: list[tuple[str, Any]]) -> QComboBox:
    box = QComboBox()
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # a wheel that scrolls the page must not change a value
    for words, value in options:
        box.addItem(words, value)
    return box
