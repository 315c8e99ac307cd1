"""The board: the hub's fields, the other system's, and the lines between them. What dragging does, the keyboard does as well."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from app.ui.mappings.carrying import Carrying
from app.ui.mappings.editor import Editor
from app.ui.mappings.fields import FieldList
from app.ui.mappings.hand import Hand
from app.ui.mappings.lines import Lines
from app.ui.mappings.sides import LOCAL, REMOTE, called, end, other
from app.ui.theme import Theme
from app.ui.words import tr

#: How large the rows are; those below 1 have one line.
ZOOMS = (0.75, 0.85, 1.0, 1.15, 1.35, 1.6, 2.0)
_USUAL = ZOOMS.index(1.0)
_ZOOM = "mappings.board.zoom"


class Board(QWidget):
    """``settings_asked``: somebody wants to go on in the selected link's settings."""

    settings_asked = Signal()

    def __init__(self, editor: Editor, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._carrying = Carrying(editor)
        self.left = FieldList(editor, LOCAL, self._carrying)
        self.right = FieldList(editor, REMOTE, self._carrying)
        self.lines = Lines(editor, self.left, self.right, self._carrying)
        self.hand = Hand(editor, self._carrying, self.left, self.right, self.lines, self)
        self.hand.arrived.connect(self._selected)
        self._sides = {LOCAL: self.left, REMOTE: self.right}
        self._focused = LOCAL
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget, stretch in ((self.left, 5), (self.lines, 2), (self.right, 5)):
            layout.addWidget(widget, stretch)
        self._connect_lists()
        self._connect_lines()
        kept = editor.desk.local.get(_ZOOM, "")
        self._zoom = int(kept) if kept.isdigit() and int(kept) < len(ZOOMS) else _USUAL
        self._apply_zoom()
        self._order_tabs()
        editor.opened.connect(self._opened)
        editor.links_changed.connect(self._look)
        editor.examples_changed.connect(self._look)
        editor.selection_changed.connect(self._selected)
        editor.faults_changed.connect(self.hand.repaint)
        if Theme.current is not None:
            Theme.current.changed.connect(self.hand.repaint)
        self._opened()

    def _connect_lists(self) -> None:
        for name, side in self._sides.items():
            view = side.view
            view.chosen.connect(partial(self._chosen, name))
            view.entered.connect(partial(self.hand.entered, name))
            view.settings_asked.connect(partial(self._ask_settings, name))
            view.unlink_asked.connect(partial(self._unlink, name))
            view.jump_asked.connect(partial(self._jump, name))
            view.menu_asked.connect(partial(self._field_menu, name))
            view.drag_started.connect(partial(self.hand.drag, name))
            view.zoom_asked.connect(self.zoom)

    def _connect_lines(self) -> None:
        lines = self.lines
        lines.picked.connect(self._picked)
        lines.settings_asked.connect(self._line_settings)
        lines.menu_asked.connect(self._line_menu)
        lines.end_asked.connect(self._show_end)

    def _order_tabs(self) -> None:
        """Both heads, then from list to list."""
        left, right = self.left, self.right
        order = [left.search, left.free, right.search, right.free, left.view, right.view]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    # --- for the page -----------------------------------------------------------------------------------------------

    def take_focus(self) -> None:
        self._sides[self._focused].view.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_search(self) -> bool:
        """In the list that has the focus, or had it last."""
        box = self._sides[self._side_in_focus()].search
        box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        box.selectAll()
        return True

    def _side_in_focus(self) -> str:
        for name, side in self._sides.items():
            if side.isAncestorOf(self.focusWidget() or self):
                self._focused = name
        return self._focused

    # --- what the editor says ---------------------------------------------------------------------------------------

    def _opened(self) -> None:
        self.hand.end()
        for side in self._sides.values():
            side.opened()
        for side in self._sides.values():
            if side.side.rows:
                side.view.show_path(side.side.rows[0].field.path)
        self._selected()

    def _look(self) -> None:
        for side in self._sides.values():
            side.look()
        self.hand.refresh()

    def _selected(self) -> None:
        """Show both ends of the selected link."""
        link = self._editor.document.link
        for name, side in self._sides.items():
            path = end(link, name) if link is not None else ""
            side.view.ends = frozenset({path} - {""})
            if path and self._carrying.carry is None:
                side.bring_up(path)
        self.hand.repaint()

    # --- choosing ---------------------------------------------------------------------------------------------------

    def _chosen(self, name: str, path: str) -> None:
        self._focused = name
        carry = self._carrying.carry
        if carry is None:
            self._editor.document.select(self._carrying.link_of(name, path))
        elif name != carry.side:
            self.hand.aim(path)

    def _picked(self, number: int | None) -> None:
        if self.hand.taken:
            self._editor.said.emit("info", "")
        self.hand.end()
        self._editor.document.select(number)
        if not any(side.view.hasFocus() for side in self._sides.values()):
            self.take_focus()

    def _ask_settings(self, name: str, path: str) -> None:
        number = self._carrying.link_of(name, path)
        if number is None:
            self._editor.said.emit("info", tr("This field is not linked. Press Enter to choose one for it."))
        else:
            self._line_settings(number)

    def _line_settings(self, number: int) -> None:
        self.hand.end()
        self._editor.document.select(number)
        self.settings_asked.emit()

    def _jump(self, name: str, path: str) -> None:
        number = self._carrying.link_of(name, path)
        if number is not None:
            self._show_end(number, other(name))
        self._sides[other(name)].view.setFocus()

    def _show_end(self, number: int, name: str) -> None:
        """Bring an end into view, whatever was searched there, and go to it."""
        document, side = self._editor.document, self._sides[name]
        path = end(document.links[number], name)
        if side.side.place_of(path) < 0:
            side.show_all()
        document.select(number)
        side.bring_up(path)
        side.view.setFocus()

    def _unlink(self, name: str, path: str) -> None:
        numbers = self._carrying.links_of(name, path)
        if numbers:
            self._remove(numbers, called(self._carrying.field(name, path), name))

    def _remove(self, numbers: list[int], field: str) -> None:
        self.hand.end()
        self._editor.document.remove(numbers, tr("unlink {field}", field=field))
        self._editor.said.emit("info", tr("{field} is not linked any more. Undo takes it back.", field=field))

    # --- menus ------------------------------------------------------------------------------------------------------

    def _field_menu(self, name: str, path: str, at: QPoint) -> None:
        self._sides[name].view.show_path(path)
        linked = bool(self._carrying.links_of(name, path))
        self._menu(
            at,
            (tr("&Link to…"), partial(self.hand.take, name, path), True),
            (tr("&Go to the other end"), partial(self._jump, name, path), linked),
            (tr("&Settings of the link"), partial(self._ask_settings, name, path), linked),
            (tr("&Unlink"), partial(self._unlink, name, path), linked),
        )

    def _line_menu(self, number: int, at: QPoint) -> None:
        self._editor.document.select(number)
        ours = self._editor.local_field(self._editor.document.links[number].local_field).title
        self._menu(
            at,
            (tr("&Settings of the link"), partial(self._line_settings, number), True),
            (tr("Go to the &left end"), partial(self._show_end, number, LOCAL), True),
            (tr("Go to the &right end"), partial(self._show_end, number, REMOTE), True),
            (tr("&Unlink"), partial(self._remove, [number], ours), True),
        )

    def _menu(self, at: QPoint, *actions: tuple[str, Any, bool]) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(tr("What can be done"))
        for text, slot, allowed in actions:
            menu.addAction(text, slot).setEnabled(allowed)
        menu.popup(at)

    # --- size and keys ----------------------------------------------------------------------------------------------

    def zoom(self, steps: int) -> None:
        """Make the rows larger or smaller; 0: as they usually are."""
        wanted = self._zoom + steps if steps else _USUAL
        self._zoom = max(0, min(wanted, len(ZOOMS) - 1))
        self._editor.desk.local.set(_ZOOM, str(self._zoom))
        self._apply_zoom()

    def _apply_zoom(self) -> None:
        for side in self._sides.values():
            side.view.set_zoom(ZOOMS[self._zoom])
        self.lines.moved()

    def keyPressEvent(self, event: Any) -> None:
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape and self._carrying.carry is not None:
            self.hand.cancel()
        elif event.matches(QKeySequence.StandardKey.Find):
            self.focus_search()
        elif ctrl and event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(1)
        elif ctrl and event.key() == Qt.Key.Key_Minus:
            self.zoom(-1)
        elif ctrl and event.key() == Qt.Key.Key_0:
            self.zoom(0)
        else:
            super().keyPressEvent(event)
