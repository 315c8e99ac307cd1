"""The list of one side's fields: searched, folded, dragged from and dropped on, and all of that from the keyboard too."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QDragLeaveEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QLineEdit, QListView, QPushButton, QStackedWidget

from app.ui import icons
from app.ui.mappings.carrying import Carry, Carrying, Verdict
from app.ui.mappings.document import list_of
from app.ui.mappings.editor import Editor
from app.ui.mappings.field_model import FieldModel, Index
from app.ui.mappings.row_paint import FieldDelegate
from app.ui.mappings.sides import LOCAL, REMOTE, Row, Side
from app.ui.theme import em
from app.ui.widgets.basics import Elided, Empty, button, column, label, row
from app.ui.words import tr

#: What a dragged field is between our own widgets; nothing else is let in.
MIME = "application/x-salesmate-field"
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def carry_of(event: Any) -> Carry | None:
    """What a drag brings, when it is one of ours."""
    mime = event.mimeData()
    return Carry.unpacked(bytes(mime.data(MIME).data())) if mime.hasFormat(MIME) else None


class FieldView(QListView):
    """Says what is asked of a field (by its path); the board does it. ``ends``: the fields of the selected link, ``carried``: the
    field that is on its way, ``target``: the one that a drag is over."""

    chosen = Signal(str)
    entered = Signal(str)
    settings_asked = Signal(str)
    unlink_asked = Signal(str)
    jump_asked = Signal(str)
    fold_asked = Signal(str)
    menu_asked = Signal(str, QPoint)
    drag_started = Signal(str)
    drag_moved = Signal(object, str)
    drag_left = Signal()
    dropped = Signal(object, str)
    zoom_asked = Signal(int)

    def __init__(self, side: Side, carrying: Carrying) -> None:
        super().__init__()
        self.side = side
        self.zoom = 1.0
        self.ends: frozenset[str] = frozenset()
        self.carried = self.target = ""
        self._carrying = carrying
        self._quiet = False
        self.delegate = FieldDelegate(self)
        self.setItemDelegate(self.delegate)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDropIndicatorShown(False)
        self.setAutoScrollMargin(em(self, 1.6))
        self.setMouseTracking(True)
        if side.name == LOCAL:
            # The lines begin at the right edge: the scroll bar stands at the other.
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.clicked.connect(lambda index: self.chosen.emit(self.path_at(index)))
        self.doubleClicked.connect(self._double_clicked)

    # --- rows and paths ---------------------------------------------------------------------------------------------

    def path_at(self, index: Index) -> str:
        return self.side.rows[index.row()].field.path if 0 <= index.row() < len(self.side.rows) else ""

    @property
    def path(self) -> str:
        """The current field's; empty without one."""
        return self.path_at(self.currentIndex())

    def row(self, path: str) -> Row | None:
        at = self.side.row_of(path)
        return self.side.rows[at] if at >= 0 else None

    def set_current(self, path: str) -> bool:
        """Make it the current one, without scrolling or asking for anything. False: it is not shown."""
        at = self.side.row_of(path)
        if at < 0:
            return False
        self._quiet = True
        self.setAutoScroll(False)
        self.setCurrentIndex(self.model().index(at, 0))
        self.setAutoScroll(True)
        self._quiet = False
        return True

    def show_path(self, path: str) -> bool:
        """The same, and bring it into view."""
        found = self.set_current(path)
        if found and not self.viewport().rect().contains(self.visualRect(self.currentIndex())):
            self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)
        return found

    def verdict(self, row: Row) -> Verdict | None:
        """What the field says to the one that is carried from the other side."""
        carry = self._carrying.carry
        return None if carry is None or carry.side == self.side.name else self._carrying.verdict(row.field.path)

    def set_zoom(self, zoom: float) -> None:
        kept = self.path
        font = QApplication.font()
        font.setPointSizeF(font.pointSizeF() * zoom)
        self.zoom = zoom
        self.setFont(font)
        self.delegate.measure()
        self.scheduleDelayedItemsLayout()
        self.show_path(kept)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if not self._quiet and self.hasFocus():
            self.chosen.emit(self.path_at(current))

    def focusInEvent(self, event: Any) -> None:
        super().focusInEvent(event)
        if not self.path and self.side.rows:
            self.show_path(self.side.rows[0].field.path)

    # --- keyboard and mouse -----------------------------------------------------------------------------------------

    def keyPressEvent(self, event: Any) -> None:
        path, key, ctrl = self.path, event.key(), bool(event.modifiers() & _CTRL)
        shift = bool(event.modifiers() & _SHIFT)
        found = self.row(path)
        asked: Any = None
        if key == Qt.Key.Key_F2 or (key in _ENTER and ctrl):
            asked = self.settings_asked
        elif key in _ENTER:
            asked = self.entered
        elif event.matches(QKeySequence.StandardKey.Delete):
            asked = self.unlink_asked
        elif key == (Qt.Key.Key_Right if self.side.name == LOCAL else Qt.Key.Key_Left):
            asked = self.jump_asked
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Left, Qt.Key.Key_Right) and found is not None and not ctrl:
            # Away from the middle, or space: a list folds and unfolds.
            asked = self.fold_asked if found.folded is not None else None
        if asked is not None and path:
            asked.emit(path)
        elif key == Qt.Key.Key_Menu or (key == Qt.Key.Key_F10 and shift):
            self._ask_menu(path)
        elif key == Qt.Key.Key_Escape or ctrl:
            event.ignore()  # the board's, or the page's
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: Any) -> None:
        if event.reason() == event.Reason.Keyboard:
            self._ask_menu(self.path)
        elif self.indexAt(event.pos()).isValid():
            self.menu_asked.emit(self.path_at(self.indexAt(event.pos())), event.globalPos())

    def _ask_menu(self, path: str) -> None:
        if path:
            rect = self.visualRect(self.currentIndex())
            self.menu_asked.emit(path, self.viewport().mapToGlobal(rect.center()))

    def mousePressEvent(self, event: Any) -> None:
        index = self.indexAt(event.position().toPoint())
        found = self.row(self.path_at(index))
        fold = found is not None and found.folded is not None
        if fold and self.delegate.fold_rect(self.visualRect(index)).contains(event.position().toPoint()):
            self.fold_asked.emit(self.path_at(index))
        else:
            super().mousePressEvent(event)

    def _double_clicked(self, index: QModelIndex) -> None:
        found = self.row(self.path_at(index))
        if found is not None:
            to_settings = bool(found.links) and self._carrying.carry is None
            (self.settings_asked if to_settings else self.entered).emit(found.field.path)

    def wheelEvent(self, event: Any) -> None:
        if event.modifiers() & _CTRL:
            self.zoom_asked.emit(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    # --- dragging ---------------------------------------------------------------------------------------------------

    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        if self.path:
            self.drag_started.emit(self.path)

    def dragEnterEvent(self, event: Any) -> None:
        carry = carry_of(event)
        if carry is not None and carry.side != self.side.name and self._carrying.knows(carry):
            event.accept()
        else:
            event.ignore()

    def dragMoveEvent(self, event: Any) -> None:
        super().dragMoveEvent(event)  # scrolls at the edges
        carry = carry_of(event)
        event.ignore()
        if carry is None or carry.side == self.side.name or not self._carrying.knows(carry):
            return
        path = self.path_at(self.indexAt(event.position().toPoint()))
        self.drag_moved.emit(carry, path)
        verdict = self._carrying.verdict(path) if path else None
        if verdict is not None and verdict.fit.possible:
            event.setDropAction(Qt.DropAction.LinkAction)
            event.accept()

    def dragLeaveEvent(self, event: Any) -> None:
        super().dragLeaveEvent(event)
        self.drag_left.emit()

    def dropEvent(self, event: Any) -> None:
        super().dragLeaveEvent(QDragLeaveEvent())  # no more scrolling
        carry = carry_of(event)
        path = self.path_at(self.indexAt(event.position().toPoint()))
        if carry is None or carry.side == self.side.name or not path or not self._carrying.knows(carry):
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.LinkAction)
        event.accept()
        self.dropped.emit(carry, path)


class SearchBox(QLineEdit):
    """Esc clears it; Esc in an empty one, Enter and Down go to the list."""

    left = Signal()

    def keyPressEvent(self, event: Any) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (*_ENTER, Qt.Key.Key_Down, Qt.Key.Key_Escape):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class FieldList(QFrame):
    """One side: its name, how much is linked, search and filter, the list. ``arranged`` follows each change of what is shown."""

    arranged = Signal()

    def __init__(self, editor: Editor, name: str, carrying: Carrying) -> None:
        super().__init__()
        self._editor = editor
        self.side = Side(name)
        self.model = FieldModel(editor, self.side, self)
        self.view = FieldView(self.side, carrying)
        self.view.setModel(self.model)
        self.title = Elided()
        font = self.title.font()
        font.setWeight(font.Weight.DemiBold)
        self.title.setFont(font)
        self.count = label(tone="muted")
        self.search = SearchBox()
        self.search.setPlaceholderText(tr("Search fields"))
        self.search.setClearButtonEnabled(True)
        sign = QAction(self.search)
        icons.put(sign, "search", "muted")
        self.search.addAction(sign, QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(self._search)
        self.search.left.connect(self.view.setFocus)
        self.free: QPushButton = button(
            tr("Not linked"), kind="tab", tip=tr("Show only the fields that are not linked")
        )
        self.free.setCheckable(True)
        self.free.toggled.connect(self._filter)
        self.empty = Empty("search", "")
        self._all = button(tr("Show all fields"), self.show_all)
        self.empty.buttons.addWidget(self._all)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        head = row(self.title, self.count, space=0.5)
        head.setStretch(0, 1)
        tools = row(self.search, self.free, space=0.3)
        tools.setStretch(0, 1)
        layout = column(head, tools, self._stack, space=0.35)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self.view.fold_asked.connect(self.fold)

    def look(self) -> None:
        """Show the fields and links as the editor has them now."""
        editor, bench = self._editor, self._editor.bench
        local = self.side.name == LOCAL
        fields = () if bench is None else (bench.local if local else bench.remote)
        self.side.look(fields, editor.document.links, editor.local_field if local else editor.remote_field)
        self._shown()

    def opened(self) -> None:
        """Another mapping: what was searched and folded belonged to the last one."""
        bench = self._editor.bench
        system = bench.system_title if bench is not None else ""
        title = tr("SalesMate (here)") if self.side.name == LOCAL else system
        self.title.setText(title)
        self.view.setAccessibleName(tr("Fields of {side}", side=title))
        self.search.setAccessibleName(tr("Search the fields of {side}", side=title))
        self.free.setAccessibleName(tr("Show only the fields of {side} that are not linked", side=title))
        self.side.folded.clear()
        self.show_all()
        self.look()

    def show_all(self) -> None:
        self.search.clear()
        self.free.setChecked(False)

    def fold(self, path: str) -> None:
        self._arrange(folded=self.side.folded ^ {path})

    def bring_up(self, path: str) -> None:
        """Show a field and make it the current one; its list is unfolded for it."""
        if self.side.row_of(path) < 0 and list_of(path) in self.side.folded:
            self.fold(list_of(path))
        self.view.show_path(path)

    def _search(self, text: str) -> None:
        self._arrange(search=text.strip())

    def _filter(self, on: bool) -> None:
        self._arrange(only_free=on)

    def _arrange(self, **choice: Any) -> None:
        vars(self.side).update(choice)
        self.side.arrange()
        self._shown()

    def _shown(self) -> None:
        view, rows = self.view, self.side.rows
        path, at = view.path, view.currentIndex().row()
        self.model.take_rows()
        if path and rows and not view.path:
            # It keeps the place where it was, also when the field itself has gone from sight.
            kept = path if self.side.row_of(path) >= 0 else rows[min(at, len(rows) - 1)].field.path
            view.set_current(kept)
        self.count.setText(self.side.counted if self.side.total else "")
        self._stack.setCurrentIndex(0 if rows else 1)
        if not rows:
            self._say_empty()
        self.arranged.emit()

    def _say_empty(self) -> None:
        side, bench = self.side, self._editor.bench
        chosen = bool(side.search or side.only_free) and side.total > 0
        self._all.setVisible(chosen)
        if chosen and side.search:
            self.empty.say(tr("Nothing found"), tr("No field is called “{text}”.", text=side.search))
        elif chosen:
            self.empty.say(tr("Everything is linked"), "")
        elif side.name == REMOTE and bench is not None:
            self.empty.say(tr("No fields"), bench.notice or tr("It offers no fields for this kind of record."))
        else:
            self.empty.say(tr("No fields"), "")
