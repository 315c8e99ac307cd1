"""The lines of a value table: ours, theirs, how often. What is typed is offered to the form, which says whether it can stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QTableView, QWidget

from app.services.mapping.views import SideValues
from app.ui import formats
from app.ui.mappings import settings
from app.ui.mappings.parameters import TypedChoice
from app.ui.mappings.settings import Pair
from app.ui.theme import colour, em
from app.ui.words import tr

Index = QModelIndex | QPersistentModelIndex
OURS, THEIRS, COUNT = range(3)
_ROOT = QModelIndex()


class PairsModel(QAbstractTableModel):
    """``rows`` hold a line that is only half filled, too; ``pairs`` are the whole ones. ``accept(row, pair)`` is asked before a
    line changes."""

    def __init__(self, accept: Callable[[int, Pair], bool]) -> None:
        super().__init__()
        self.rows: list[Pair] = []
        self.values: SideValues | None = None
        self.heads: tuple[str, str] = ("", "")
        self._accept = accept

    @property
    def pairs(self) -> list[Pair]:
        return [pair for pair in self.rows if pair[0] and pair[1]]

    def others(self, row: int) -> list[Pair]:
        return [pair for at, pair in enumerate(self.rows) if at != row and pair[0] and pair[1]]

    def show_pairs(self, rows: Sequence[Pair]) -> None:
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def show_values(self, values: SideValues | None) -> None:
        self.values = values
        if self.rows:
            self.dataChanged.emit(self.index(0, COUNT), self.index(len(self.rows) - 1, COUNT))

    def add(self, pair: Pair) -> int:
        at = len(self.rows)
        self.beginInsertRows(_ROOT, at, at)
        self.rows.append(pair)
        self.endInsertRows()
        return at

    def take(self, rows: Sequence[int]) -> None:
        for at in sorted(rows, reverse=True):
            self.beginRemoveRows(_ROOT, at, at)
            del self.rows[at]
            self.endRemoveRows()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (*self.heads, tr("How often"))[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return plain if index.column() == COUNT else plain | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        pair, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.EditRole:
            return "" if column == COUNT else pair[column]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            if column == COUNT:
                return settings.count_words(pair, self.values)
            if role == Qt.ItemDataRole.ToolTipRole:
                return formats.tip(pair[column]) or None
            return pair[column] or tr("choose …")
        if role == Qt.ItemDataRole.ForegroundRole and (column == COUNT or not pair[column]):
            return colour("muted")
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row, text = index.row(), str(value).strip()
        pair = (text, self.rows[row][1]) if index.column() == OURS else (self.rows[row][0], text)
        if pair == self.rows[row] or not self._accept(row, pair):
            return False
        self.rows[row] = pair
        self.dataChanged.emit(self.index(row, OURS), self.index(row, COUNT))
        return True


class PairsView(QTableView):
    """``paste_asked``, ``copy_asked``, ``remove_asked``: by the usual keys. A click or any letter opens a cell."""

    paste_asked = Signal()
    copy_asked = Signal()
    remove_asked = Signal()

    def __init__(self, model: PairsModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(tr("Value table"))
        self.setItemDelegate(_Offering(self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.AnyKeyPressed | QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(em(self, 2.0))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(OURS, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(THEIRS, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(COUNT, QHeaderView.ResizeMode.ResizeToContents)
        header.setResizeContentsPrecision(40)
        self.clicked.connect(self._clicked)
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            signal.connect(self.fit)
        self.fit()

    def fit(self, *_: Any) -> None:
        """As high as its lines, at most ten of them."""
        lines = min(10, max(1, self.model().rowCount()))
        self.setFixedHeight(em(self, 2.0) * lines + self.horizontalHeader().sizeHint().height() + 4)

    def open_cell(self, row: int, column: int) -> None:
        index = self.model().index(row, column)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self._edit(index)

    def _edit(self, index: Index) -> None:
        if self.indexWidget(index) is None:  # otherwise it is open already
            self.edit(index)

    def chosen(self) -> list[int]:
        return sorted({index.row() for index in self.selectionModel().selectedIndexes()})

    def _clicked(self, index: QModelIndex) -> None:
        if len(self.chosen()) <= 1 and index.column() != COUNT:
            self._edit(index)

    def keyPressEvent(self, event: Any) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste_asked.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_asked.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._edit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class _Offering(QStyledItemDelegate):
    """A box to type in that offers the values which the side has."""

    def createEditor(self, parent: QWidget, option: Any, index: Index) -> QWidget:
        model: Any = index.model()
        values: SideValues | None = model.values
        known = () if values is None else values.local if index.column() == OURS else values.remote
        box = TypedChoice(f"{model.heads[index.column()]}, {tr('value')}", [value for value, _ in known])
        box.setParent(parent)
        box.setMinimumContentsLength(3)
        return box

    def setEditorData(self, editor: Any, index: Index) -> None:
        editor.setEditText(str(index.data(Qt.ItemDataRole.EditRole)))
        editor.lineEdit().selectAll()

    def setModelData(self, editor: Any, model: Any, index: Index) -> None:
        model.setData(index, editor.currentText())
