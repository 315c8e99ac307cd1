"""Tables: a view with our habits, and a model for lists that are already in memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from app.ui import formats, icons
from app.ui.theme import Theme, colour, em

Index = QModelIndex | QPersistentModelIndex
NUMBER = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
TEXT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
ROOT = QModelIndex()
DRAWN = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.TextAlignmentRole,
    Qt.ItemDataRole.ForegroundRole,
    Qt.ItemDataRole.DecorationRole,
    Qt.ItemDataRole.ToolTipRole,
)


@dataclass(frozen=True)
class Column:
    """``width`` in lines of text; one column of a table stretches."""

    title: str
    width: float = 8.0
    number: bool = False
    stretch: bool = False


@dataclass(frozen=True)
class Cell:
    text: str
    tone: str = ""
    icon: str = ""
    bold: bool = False
    tip: str = ""


class Cells(QAbstractTableModel):
    """Answers all roles of a cell in one call.

    A view asks seven things about each cell it draws. While a sync computes, each question waits for the interpreter,
    and 150 cells would hold the window up for a fifth of a second.
    """

    #: All others are nothing, and not asked for.
    ROLES: ClassVar[frozenset[int]] = frozenset(
        {
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.TextAlignmentRole,
            Qt.ItemDataRole.ForegroundRole,
            Qt.ItemDataRole.FontRole,
            Qt.ItemDataRole.DecorationRole,
            Qt.ItemDataRole.ToolTipRole,
        }
    )

    def multiData(self, index: Index, span: Any) -> None:
        for place in range(span.size()):
            asked = span[place]
            role = asked.role()
            value = self.data(index, role) if role in self.ROLES else None
            if value is None:
                asked.clearData()
            else:
                asked.setData(value)


class RowsModel(QStandardItemModel):
    """A list of rows; each row has a key, by which selection survives a refresh.

    Its cells lie on Qt's side: drawing them asks nothing of Python.
    """

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__(0, len(columns))
        self.columns = tuple(columns)
        self.rows: list[tuple[str, Sequence[Any]]] = []
        for at, each in enumerate(self.columns):
            self.setHeaderData(at, Qt.Orientation.Horizontal, each.title)
            self.setHeaderData(
                at, Qt.Orientation.Horizontal, NUMBER if each.number else TEXT, Qt.ItemDataRole.TextAlignmentRole
            )
        if Theme.current is not None:
            Theme.current.changed.connect(self._recolour)

    def set_rows(self, rows: Sequence[tuple[str, Sequence[Any]]]) -> None:
        rows = list(rows)
        if [key for key, _ in rows] == [key for key, _ in self.rows]:
            changed = [at for at, row in enumerate(rows) if row != self.rows[at]]
            self.rows = rows
            for at in changed:
                self._fill(at)
            return
        self.rows = rows
        self.removeRows(0, self.rowCount())
        self.beginResetModel()
        self.blockSignals(True)
        self.setRowCount(len(rows))
        for at in range(len(rows)):
            self._fill(at)
        self.blockSignals(False)
        self.endResetModel()

    def _fill(self, at: int) -> None:
        for column, cell in enumerate(self.rows[at][1]):
            given = cell if isinstance(cell, Cell) else Cell(str(cell))
            item = self.item(at, column)
            if item is None:
                item = QStandardItem()
                item.setEditable(False)
                self.setItem(at, column, item)
            for role in DRAWN:
                item.setData(cell_data(given, self.columns[column], role), role)

    def _recolour(self) -> None:
        for at in range(len(self.rows)):
            self._fill(at)

    def set_row(self, key: str, cells: Sequence[Any]) -> None:
        row = self.row_of(key)
        if row >= 0:
            self.rows[row] = (key, cells)
            self._fill(row)

    def key(self, row: int) -> str:
        return self.rows[row][0] if 0 <= row < len(self.rows) else ""

    def row_of(self, key: str) -> int:
        return next((row for row, (other, _) in enumerate(self.rows) if other == key), -1)


def header_data(columns: Sequence[Column], section: int, orientation: Qt.Orientation, role: int) -> Any:
    if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(columns):
        return None
    if role == Qt.ItemDataRole.DisplayRole:
        return columns[section].title
    if role == Qt.ItemDataRole.TextAlignmentRole:
        return NUMBER if columns[section].number else TEXT
    return None


def cell_data(cell: Cell, column: Column, role: int) -> Any:
    if role == Qt.ItemDataRole.DisplayRole:
        return cell.text.replace("\n", " ")
    if role == Qt.ItemDataRole.TextAlignmentRole:
        return NUMBER if column.number else TEXT
    if role == Qt.ItemDataRole.ForegroundRole and cell.tone:
        return colour(cell.tone)
    if role == Qt.ItemDataRole.DecorationRole and cell.icon:
        return icons.icon(cell.icon, cell.tone or "muted", 18)
    if role == Qt.ItemDataRole.ToolTipRole and (cell.tip or len(cell.text) > 28):
        return formats.tip(cell.tip or cell.text)
    return None


class Table(QTableView):
    """Rows are chosen whole; Enter and double click open one; Ctrl+C copies the chosen rows for Excel."""

    opened = Signal(int)
    current_changed = Signal(int)
    delete_pressed = Signal()

    def __init__(self, model: QAbstractItemModel, columns: Sequence[Column], name: str) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        # A fixed height: a million rows are never measured.
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(em(self, 1.9))
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(TEXT)
        self.horizontalHeader().setMinimumSectionSize(em(self, 2))
        self.doubleClicked.connect(self._double_clicked)
        self.set_columns(columns)

    def set_columns(self, columns: Sequence[Column]) -> None:
        header = self.horizontalHeader()
        for index, each in enumerate(columns):
            mode = QHeaderView.ResizeMode.Stretch if each.stretch else QHeaderView.ResizeMode.Interactive
            if index < header.count():
                header.setSectionResizeMode(index, mode)
                if not each.stretch:
                    self.setColumnWidth(index, em(self, each.width))

    def fit_rows(self, most: int = 8) -> None:
        """As high as its rows, at most ``most`` of them."""
        rows = min(most, max(1, self.model().rowCount()))
        height = em(self, 1.9) * rows + self.horizontalHeader().sizeHint().height() + 4
        self.setFixedHeight(height)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            self.current_changed.emit(current.row())

    def _double_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(index.row())

    def keyPressEvent(self, event: Any) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                event.ignore()  # for the page around it
            else:
                self.opened.emit(self.currentIndex().row())
        elif event.matches(QKeySequence.StandardKey.Delete):
            self.delete_pressed.emit()
        else:
            super().keyPressEvent(event)

    def copy(self, most: int = 5000) -> str:
        """The chosen rows as text that Excel takes: tabs between cells, titles first."""
        model = self.model()
        rows = sorted(
            {row for part in self.selectionModel().selection() for row in range(part.top(), part.bottom() + 1)}
        )
        titles = [str(model.headerData(c, Qt.Orientation.Horizontal)) for c in range(model.columnCount())]
        lines = ["\t".join(titles)]
        for row in rows[:most]:
            cells = (model.data(model.index(row, c)) for c in range(model.columnCount()))
            lines.append("\t".join(str(cell or "").replace("\t", " ") for cell in cells))
        text = "\n".join(lines)
        QGuiApplication.clipboard().setText(text)
        return text
