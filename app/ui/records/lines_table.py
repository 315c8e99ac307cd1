"""The table in which a document's lines are typed: Tab goes from cell to cell, Enter to the next line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QScrollArea,
    QStyledItemDelegate,
    QTableView,
    QWidget,
)

from app.model.values import FieldType
from app.ui.records.editor import choices_of
from app.ui.records.lines_model import LinesModel
from app.ui.records.lookup import Lookup, Query
from app.ui.theme import em
from app.ui.widgets.table import Index
from app.ui.words import mark, tr
from app.ui.work import Work

_HIGH = 2.0
_MOST_SHOWN = 8
#: In lines of text; the first column takes what is left.
_WIDTHS: Mapping[str, float] = {
    "description": 8, "hsn_code": 5.5, "quantity": 5, "unit": 4, "rate": 6, "discount_percent": 6, "gst_rate": 4.5,
    "amount": 7.5, "reference": 8, "kind": 7.5,
}  # fmt: skip
_FIRST = 10
_ASKED: Mapping[tuple[str, str], str] = {
    ("taxes", "name"): mark("CGST, SGST or IGST, or its name in the books"),
}
_Hint = QAbstractItemDelegate.EndEditHint


class LinesTable(QTableView):
    """``queries``: how the records of each lookup are found; ``chosen``: row, column, and the record taken."""

    chosen = Signal(int, int, object)

    def __init__(self, model: LinesModel, work: Work, queries: Mapping[str, Query], name: str) -> None:
        super().__init__()
        self.lines = model
        self.setModel(model)
        self.setAccessibleName(name)
        self._delegate = _Cells(self, work, queries)
        self.setItemDelegate(self._delegate)
        self.setShowGrid(True)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.AnyKeyPressed | QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setIconSize(QSize(em(self, 0.9), em(self, 0.9)))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(em(self, _HIGH))
        self.horizontalHeader().setHighlightSections(False)
        for at, field in enumerate(model.fields[1:], start=1):
            self.setColumnWidth(at, em(self, _WIDTHS.get(field.name, 6)))
        self.clicked.connect(self._clicked)
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            signal.connect(self.fit)
        self.fit()

    def fit(self, *_: Any) -> None:
        """As high as its lines, some at least and not too many."""
        shown = min(_MOST_SHOWN, max(1, self.lines.rowCount()))
        edges = self.horizontalHeader().sizeHint().height() + self.horizontalScrollBar().sizeHint().height() + 4
        self.setFixedHeight(em(self, _HIGH) * shown + edges)

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        others = sum(self.columnWidth(at) for at in range(1, self.lines.columnCount()))
        self.setColumnWidth(0, max(em(self, _FIRST), self.viewport().width() - others))

    # --- moving about -----------------------------------------------------------------------------------------------

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes through the cells, and on from the last one."""
        return self.step(1 if forward else -1) or super().focusNextPrevChild(forward)

    def step(self, by: int, *, opened: bool = False) -> bool:
        """To the next cell, or back; ``False`` where there is none."""
        current, columns = self.currentIndex(), self.lines.columnCount()
        if not current.isValid():
            return False
        place = current.row() * columns + current.column() + by
        if not 0 <= place < self.lines.rowCount() * columns:
            return False
        self.go(place // columns, place % columns, opened=opened)
        return True

    def go(self, row: int, column: int, *, opened: bool = False) -> None:
        index = self.lines.index(row, column)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        if opened:
            self.open_cell(index)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if self.hasFocus() and current.isValid():
            self.reveal()

    def reveal(self) -> None:
        """Scrolls the form around to the current cell."""
        above: Any = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None:
            form: Any = above.widget()
            middle = self.viewport().mapTo(form, self.visualRect(self.currentIndex()).center())
            above.ensureVisible(middle.x(), middle.y(), 0, em(self, _HIGH))

    def below(self) -> None:
        """The same cell of the next line; after the last one comes a new one, unless it is blank."""
        current = self.currentIndex()
        if current.row() + 1 < self.lines.rowCount():
            self.go(current.row() + 1, current.column(), opened=True)
        elif current.isValid() and not self.lines.lines[current.row()].is_blank:
            self.add()

    def focusInEvent(self, event: Any) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.lines.rowCount():
            self.setCurrentIndex(self.lines.index(0, 0))

    # --- cells ------------------------------------------------------------------------------------------------------

    def open_cell(self, index: Index) -> None:
        if self.indexWidget(index) is None:  # otherwise it is open already
            self.edit(index)

    def finish(self) -> None:
        """What is being typed is taken over."""
        editor = self._delegate.open
        if editor is not None:
            self.commitData(editor)
            super().closeEditor(editor, _Hint.NoHint)

    def closeEditor(self, editor: QWidget, hint: Any) -> None:
        super().closeEditor(editor, _Hint.NoHint)
        if hint == _Hint.EditNextItem and not self.step(1, opened=True):
            super().focusNextPrevChild(True)
        elif hint == _Hint.EditPreviousItem and not self.step(-1, opened=True):
            super().focusNextPrevChild(False)
        elif hint == _Hint.SubmitModelCache:
            self.below()

    def _clicked(self, index: QModelIndex) -> None:
        self.open_cell(index)

    def keyPressEvent(self, event: Any) -> None:
        key, modifiers = event.key(), event.modifiers()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if modifiers & Qt.KeyboardModifier.ControlModifier:
                event.ignore()  # saves
            else:
                self.below()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.bring_back()
        elif event.matches(QKeySequence.StandardKey.Delete):
            self.remove()
        elif key == Qt.Key.Key_Insert:
            self.add()
        elif modifiers & Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_line(-1 if key == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    # --- lines ------------------------------------------------------------------------------------------------------

    def add(self) -> None:
        """A new line at the end, with its first cell open."""
        self.finish()
        self.go(self.lines.add(), 0, opened=True)

    def remove(self) -> None:
        self.finish()
        current = self.currentIndex()
        if current.isValid():
            self.lines.remove(current.row())
            self.setFocus()

    def bring_back(self) -> None:
        self.finish()
        at = self.lines.bring_back()
        if at is not None:
            self.go(at, 0)
            self.setFocus()

    def move_line(self, by: int) -> None:
        self.finish()
        current = self.currentIndex()
        if current.isValid():
            self.go(self.lines.move(current.row(), by), current.column())
            self.setFocus()


class _Cells(QStyledItemDelegate):
    def __init__(self, table: LinesTable, work: Work, queries: Mapping[str, Query]) -> None:
        super().__init__(table)
        self.table, self.open = table, None
        self._work, self._queries = work, queries

    def createEditor(self, parent: QWidget, option: Any, index: Index) -> QWidget:
        field = self.table.lines.fields[index.column()]
        box: Any
        if field.choices:
            box = choices_of(field)
        elif field.type is FieldType.LOOKUP:
            box = Lookup(self._work, self._queries[field.name])
            box.chosen.connect(self._chosen)
        else:
            box = QLineEdit()
            box.setPlaceholderText(tr(_ASKED.get((self.table.lines.group.name, field.name), "")))
        box.setParent(parent)
        box.setAccessibleName(self.table.lines.called(index.row(), index.column()))
        self.open = box
        return box

    def setEditorData(self, editor: Any, index: Index) -> None:
        value = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(value)))
        else:
            editor.setText(value)
            editor.selectAll()

    def setModelData(self, editor: Any, model: Any, index: Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
            return
        record = editor.taken if isinstance(editor, Lookup) else None
        if record is not None:
            self.table.chosen.emit(index.row(), index.column(), record)
        else:
            model.setData(index, editor.text())

    def eventFilter(self, editor: Any, event: Any) -> bool:
        """Enter is for the cell alone: Qt would hand it on to the table, too."""
        if event.type() == QEvent.Type.KeyPress and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                return False
            self.table.commitData(editor)
            self.table.closeEditor(editor, _Hint.SubmitModelCache)
            return True
        return super().eventFilter(editor, event)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        if editor is self.open:
            self.open = None
        super().destroyEditor(editor, index)

    def _chosen(self) -> None:
        """On to the next cell, once the list of found ones is out of the way."""
        QTimer.singleShot(0, self, self._onward)

    def _onward(self) -> None:
        if self.open is not None:
            self.table.commitData(self.open)
            self.table.closeEditor(self.open, _Hint.EditNextItem)
