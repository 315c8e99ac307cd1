"""A group of a document's lines as a table: a row for each line, a column for each field."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, Qt, Signal

from app.model.entities import FieldSpec
from app.model.values import FieldType
from app.ui import formats, icons
from app.ui.records import lines_sums as sums
from app.ui.records.lines import Document
from app.ui.records.presenter import shown
from app.ui.theme import colour
from app.ui.widgets.table import NUMBER, ROOT, TEXT, Index
from app.ui.words import mark, tr

#: Narrower than the fields' own names.
_HEADS: Mapping[tuple[str, str], str] = {
    ("lines", "discount_percent"): mark("Discount %"),
    ("lines", "gst_rate"): mark("GST %"),
    ("taxes", "rate"): mark("Rate %"),
}
_FIELD = re.compile(r"(\w+)\[(\d+)\](?:\.(\w+))?")


class LinesModel(QAbstractTableModel):
    """``named``: a lookup of that row and column was given a text that nobody chose from what was offered."""

    edited = Signal()
    named = Signal(int, int, str)

    def __init__(self, document: Document, group: FieldSpec) -> None:
        super().__init__()
        self.document, self.group = document, group
        self.fields = group.children
        self._wrong: dict[tuple[int, str], str] = {}  # by the line's identity and the field

    @property
    def lines(self) -> list[Any]:
        return self.document.groups[self.group.name]

    def title(self, column: int) -> str:
        field = self.fields[column]
        return tr(_HEADS.get((self.group.name, field.name), field.title))

    def called(self, row: int, column: int) -> str:
        """``Line 3, Quantity``."""
        return tr("Line {n}, {field}", n=row + 1, field=self.title(column))

    # --- what Qt asks -----------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.fields)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.title(section) if orientation == Qt.Orientation.Horizontal else str(section + 1)
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation == Qt.Orientation.Horizontal:
            return NUMBER if self.fields[section].type is FieldType.NUMBER else TEXT
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line, field = self.lines[index.row()], self.fields[index.column()]
        value, wrong = line.values.get(field.name), self._wrong.get((id(line), field.name))
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(field, value).replace("\n", " ")
        if role == Qt.ItemDataRole.EditRole:
            return value if field.choices else formats.value(value) if isinstance(value, Mapping) else str(value or "")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return NUMBER if field.type is FieldType.NUMBER else TEXT
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = f"{self.called(index.row(), index.column())}: {self._words(field, value)}"
            return f"{said}. {wrong}" if wrong else said
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(line, field, value, wrong)
        return _look_of_wrong(role) if wrong else None

    def _words(self, field: FieldSpec, value: Any) -> str:
        if field.type is FieldType.NUMBER and sums.number(value) is None:
            return str(value or "")  # not grouped: it is no number
        return shown(value, field)

    def _tip(self, line: Any, field: FieldSpec, value: Any, wrong: str | None) -> str | None:
        if wrong:
            return formats.tip(wrong)
        if line.typed and field.name == "amount" and self.group.name != "allocations":
            return tr("This amount was typed. Clear it to have it computed.")
        words = self._words(field, value)
        return formats.tip(words) if len(words) > 16 else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """``value``: a text, or a choice's value. A lookup that still says what it said stays as it is."""
        field = self.fields[index.column()]
        if isinstance(value, str):
            value = value.strip() or None
        if field.type is FieldType.LOOKUP and (value or "") == self.data(index, Qt.ItemDataRole.EditRole):
            return False
        self._clear(index)
        self.document.set(self.group.name, index.row(), field.name, value)
        self.tell()
        if field.type is FieldType.LOOKUP and value:
            self.named.emit(index.row(), index.column(), value)
        return True

    # --- what the table does ----------------------------------------------------------------------------------------

    def choose(self, row: int, column: int, record: Mapping[str, Any], paid: Any) -> None:
        """A record for a lookup."""
        self._clear(self.index(row, column))
        self.document.choose(self.group.name, row, self.fields[column].name, record, paid)
        self.tell()

    def add(self, at: int | None = None) -> int:
        place = len(self.lines) if at is None else at
        self.beginInsertRows(ROOT, place, place)
        self.document.add(self.group.name, place)
        self.endInsertRows()
        self.edited.emit()
        return place

    def remove(self, at: int) -> None:
        self.beginRemoveRows(ROOT, at, at)
        self.document.remove(self.group.name, at)
        self.endRemoveRows()
        self.edited.emit()

    def bring_back(self) -> int | None:
        self.beginResetModel()
        at = self.document.bring_back(self.group.name)
        self.endResetModel()
        self.edited.emit()
        return at

    def move(self, at: int, by: int) -> int:
        """Answers where the line is then."""
        to = at + by
        if not 0 <= to < len(self.lines):
            return at
        self.beginMoveRows(ROOT, at, at, ROOT, to + 1 if by > 0 else to)
        self.document.move(self.group.name, at, to)
        self.endMoveRows()
        self.edited.emit()
        return to

    def again(self) -> None:
        """The document has other lines now."""
        self.beginResetModel()
        self._wrong.clear()
        self.endResetModel()

    def repaint(self) -> None:
        """What follows may be another."""
        if self.lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.lines) - 1, len(self.fields) - 1))

    def tell(self) -> None:
        self.repaint()
        self.edited.emit()

    # --- what is wrong ----------------------------------------------------------------------------------------------

    def show_wrong(self, field: str, text: str) -> Index | None:
        """``lines[1].rate``: marks that cell and answers it, nothing where it is none of this group."""
        match = _FIELD.fullmatch(field)
        if match is None or match[1] != self.group.name:
            return None
        places = self.document.places(self.group.name)
        if int(match[2]) >= len(places):
            return None
        row = places[int(match[2])]
        column = next((at for at, each in enumerate(self.fields) if each.name == match[3]), 0)
        said = text.removeprefix(f"Line {int(match[2]) + 1}: ")  # its place stands before it already
        self._wrong[id(self.lines[row]), self.fields[column].name] = said
        self.repaint()
        return self.index(row, column)

    def clear_wrong(self) -> None:
        self._wrong.clear()
        self.repaint()

    def wrong(self) -> list[str]:
        """In words, each with its place."""
        return [
            f"{self.called(row, column)}: {text}"
            for row, line in enumerate(self.lines)
            for column, field in enumerate(self.fields)
            if (text := self._wrong.get((id(line), field.name)))
        ]

    def _clear(self, index: Index) -> None:
        self._wrong.pop((id(self.lines[index.row()]), self.fields[index.column()].name), None)


def _look_of_wrong(role: int) -> Any:
    """A sign besides the colours: a chosen cell has those of the choice."""
    if role == Qt.ItemDataRole.BackgroundRole:
        return colour("error_soft")
    if role == Qt.ItemDataRole.ForegroundRole:
        return colour("error")
    return icons.icon("error", "error", 32) if role == Qt.ItemDataRole.DecorationRole else None
