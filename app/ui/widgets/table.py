"""Tables: a view with our habits, and a model for lists that are already in memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from app.ui import formats, icons
from app.ui.theme import Theme, colour, em

Index = QModelIndex | QPersistentModelIndex
NUMBER = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
TEXT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
ROOT = QModelIndex()
#: As numbers: naming an enumeration's member costs more than all else that a cell needs.
ROLE_TEXT, ROLE_SIDE, ROLE_TONE = map(
    int, (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.TextAlignmentRole, Qt.ItemDataRole.ForegroundRole)
)
ROLE_ICON, ROLE_TIP, ROLE_FONT = map(
    int, (Qt.ItemDataRole.DecorationRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.FontRole)
)


@dataclass(frozen=True)
class Column:
    """``width`` in lines of text; one column of a table stretches. ``spare``: it goes where there is no room, the highest first."""

    title: str
    width: float = 8.0
    number: bool = False
    stretch: bool = False
    spare: int = 0


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
        int(role)
        for role in {
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.TextAlignmentRole,
            Qt.ItemDataRole.ForegroundRole,
            Qt.ItemDataRole.FontRole,
            Qt.ItemDataRole.DecorationRole,
            Qt.ItemDataRole.ToolTipRole,
        }
    )

    def multiData(self, index: Index, span: Any) -> None:
        data, known = self.data, self.ROLES
        for place in range(span.size()):
            asked = span[place]
            role = asked.role()
            value = data(index, role) if role in known else None
            if value is None:
                asked.clearData()
            else:
                asked.setData(value)


class RowsModel(Cells):
    """A list of rows; each row has a key, by which selection survives a refresh."""

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.rows: list[tuple[str, Sequence[Any]]] = []
        if Theme.current is not None:
            Theme.current.changed.connect(self._recolour)

    def set_rows(self, rows: Sequence[tuple[str, Sequence[Any]]]) -> None:
        """Only what differs is touched: rows that stay keep their places and the choice among them."""
        rows, before = list(rows), self.rows
        head = _same(rows, before)
        tail = _same(rows[head:][::-1], before[head:][::-1])
        if not head + tail:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
            return
        gone, come = len(before) - tail, len(rows) - tail
        self.rows = before[:]
        if gone > head:
            self.beginRemoveRows(ROOT, head, gone - 1)
            del self.rows[head:gone]
            self.endRemoveRows()
        if come > head:
            self.beginInsertRows(ROOT, head, come - 1)
            self.rows[head:head] = rows[head:come]
            self.endInsertRows()
        for at, row in enumerate(rows):
            if row != self.rows[at]:
                self._put(at, row)

    def _put(self, at: int, row: tuple[str, Sequence[Any]]) -> None:
        self.rows[at] = row
        self.dataChanged.emit(self.index(at, 0), self.index(at, len(self.columns) - 1))

    def _recolour(self) -> None:
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(self.columns) - 1))

    def set_row(self, key: str, cells: Sequence[Any]) -> None:
        at = self.row_of(key)
        if at >= 0 and self.rows[at][1] != cells:
            self._put(at, (key, cells))

    def set_title(self, column: int, title: str) -> None:
        columns = list(self.columns)
        columns[column] = replace(columns[column], title=title)
        self.columns = tuple(columns)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, column, column)

    def key(self, row: int) -> str:
        return self.rows[row][0] if 0 <= row < len(self.rows) else ""

    def row_of(self, key: str) -> int:
        return next((row for row, (other, _) in enumerate(self.rows) if other == key), -1)

    # -- Qt's side

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return header_data(self.columns, section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        cells = self.rows[index.row()][1]
        if index.column() >= len(cells):
            return None
        cell = cells[index.column()]
        return cell_data(cell if isinstance(cell, Cell) else Cell(str(cell)), self.columns[index.column()], role)


def _same(one: Sequence[tuple[str, Any]], other: Sequence[tuple[str, Any]]) -> int:
    """With so many keys both begin."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (left, right) in enumerate(pairs) if left[0] != right[0]), min(len(one), len(other)))


def header_data(columns: Sequence[Column], section: int, orientation: Qt.Orientation, role: int) -> Any:
    if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(columns):
        return None
    if role == Qt.ItemDataRole.DisplayRole:
        return columns[section].title
    if role == Qt.ItemDataRole.TextAlignmentRole:
        return NUMBER if columns[section].number else TEXT
    return None


def cell_data(cell: Cell, column: Column, role: int) -> Any:
    if role == ROLE_TEXT:
        return cell.text.replace("\n", " ")
    if role == ROLE_SIDE:
        return NUMBER if column.number else TEXT
    if role == ROLE_TONE and cell.tone:
        return colour(cell.tone)
    if role == ROLE_ICON and cell.icon:
        return icons.in_line(cell.icon, cell.tone or "muted")
    if role == ROLE_TIP and (cell.tip or len(cell.text) > 28):
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
        self.setIconSize(QSize(em(self, 1), em(self, 1)))
        self.doubleClicked.connect(self._double_clicked)
        self._columns: Sequence[Column] = ()
        self.set_columns(columns)

    def set_columns(self, columns: Sequence[Column]) -> None:
        header = self.horizontalHeader()
        self._columns = columns[: header.count()]
        for index, each in enumerate(self._columns):
            header.setSectionResizeMode(index, QHeaderView.ResizeMode.Interactive)
            self.setColumnWidth(index, em(self, each.width))
        self._stretch()

    def _stretch(self) -> None:
        """A column that stretches takes what the others leave. It gives way by a third before the table scrolls: what
        stands in the last column is not to be looked for."""
        header = self.horizontalHeader()
        self._spare()
        columns = [(at, each) for at, each in enumerate(self._columns) if not header.isSectionHidden(at)]
        taken = sum(self._least(at) for at, _ in columns)
        fits = taken <= self.viewport().width()
        mode = QHeaderView.ResizeMode.Stretch if fits else QHeaderView.ResizeMode.Interactive
        for at, each in columns:
            if each.stretch and header.sectionResizeMode(at) != mode:
                header.setSectionResizeMode(at, mode)
                if not fits:
                    self.setColumnWidth(at, em(self, each.width))

    def _spare(self) -> None:
        """What can be spared goes before the table scrolls sideways, and comes back with the room."""
        header, room = self.horizontalHeader(), self.viewport().width()
        spare = sorted(
            (at for at, each in enumerate(self._columns) if each.spare), key=lambda at: self._columns[at].spare
        )
        if not spare:
            return
        taken = sum(self._least(at) for at, each in enumerate(self._columns) if not each.spare)
        for at in spare:
            taken += self._least(at)
            header.setSectionHidden(at, taken > room)

    def _least(self, at: int) -> int:
        each, header = self._columns[at], self.horizontalHeader()
        if each.stretch:
            return em(self, each.width * 0.67)
        return em(self, each.width) if header.isSectionHidden(at) else header.sectionSize(at)

    def resizeEvent(self, event: Any) -> None:
        self._stretch()
        super().resizeEvent(event)

    def paintEvent(self, event: Any) -> None:
        """Begun here, the painting is done with the interpreter in hand: that is twice as quick as asking for it at each cell."""
        super().paintEvent(event)

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
