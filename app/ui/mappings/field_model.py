"""The rows of a side as Qt's lists ask for them; what a screen reader says of each."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from app.ui import formats
from app.ui.mappings.editor import Editor
from app.ui.mappings.sides import LOCAL, Row, Side, end, more_words, other, way, words

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_FLAGS = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemIsDropEnabled
)


class FieldModel(QAbstractListModel):
    def __init__(self, editor: Editor, side: Side, parent: QWidget) -> None:
        super().__init__(parent)
        self._editor = editor
        self._side = side
        self.rows: tuple[Row, ...] = ()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _FLAGS

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.LinkAction

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._said(row)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return more_words(row.field, [fault for number in row.links for fault in self._editor.faults_of(number)])
        if role == Qt.ItemDataRole.ToolTipRole:
            said = filter(None, (self._said(row), self.data(index, Qt.ItemDataRole.AccessibleDescriptionRole)))
            return formats.tip("\n".join(said))
        return None

    def _said(self, row: Row) -> str:
        editor, bench = self._editor, self._editor.bench
        direction = bench.config.sync_direction if bench is not None else ""
        field = editor.remote_field if self._side.name == LOCAL else editor.local_field
        links = [editor.document.links[number] for number in row.links]
        return words(
            row, self._side.name, [(field(end(one, other(self._side.name))), way(one, direction)) for one in links]
        )

    def take_rows(self) -> None:
        """The side was arranged anew. Where the fields are the same ones, only what they say has changed."""
        same = [row.field.path for row in self.rows] == [row.field.path for row in self._side.rows]
        if same:
            self.rows = self._side.rows
            if self.rows:
                self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))
            return
        self.beginResetModel()
        self.rows = self._side.rows
        self.endResetModel()
