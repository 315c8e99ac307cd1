"""The board: the hub's fields, the other system's, and the lines between them. What dragging does, the keyboard does as well."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QDrag, QKeySequence, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget
from shiboken6 import isValid

from app.ui import icons
from app.ui.mappings.carrying import Carry, Carrying, Verdict
from app.ui.mappings.editor import Editor
from app.ui.mappings.fields import MIME, FieldList
from app.ui.mappings.lines import Lines
from app.ui.mappings.sides import LOCAL, REMOTE, called, end, other
from app.ui.theme import Theme, colour, em
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
        self._by_mouse = False  # a drag of our own is going on
        self._taken = False  # a field was taken with the keyboard
        self.left = FieldList(editor, LOCAL, self._carrying)
        self.right = FieldList(editor, REMOTE, self._carrying)
        self.lines = Lines(editor, self.left, self.right, self._carrying)
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
        editor.selection_changed.connect(self._selected)
        editor.faults_changed.connect(self._repaint)
        if Theme.current is not None:
            Theme.current.changed.connect(self._repaint)
        self._opened()

    def _connect_lists(self) -> None:
        for name, side in self._sides.items():
            view = side.view
            view.chosen.connect(partial(self._chosen, name))
            view.entered.connect(partial(self._entered, name))
            view.settings_asked.connect(partial(self._ask_settings, name))
            view.unlink_asked.connect(partial(self._unlink, name))
            view.jump_asked.connect(partial(self._jump, name))
            view.menu_asked.connect(partial(self._field_menu, name))
            view.drag_started.connect(partial(self._drag, name))
            view.drag_moved.connect(self._drag_over_field)
            view.drag_left.connect(self._drag_left)
            view.dropped.connect(self._dropped)
            view.zoom_asked.connect(self.zoom)

    def _connect_lines(self) -> None:
        lines = self.lines
        lines.picked.connect(self._picked)
        lines.settings_asked.connect(self._line_settings)
        lines.menu_asked.connect(self._line_menu)
        lines.end_asked.connect(self._show_end)
        lines.end_dragged.connect(self._drag_end)
        lines.drag_moved.connect(self._drag_over_line)
        lines.drag_left.connect(self._drag_left)
        lines.dropped.connect(self._dropped_on_line)

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
        self._end()
        for side in self._sides.values():
            side.opened()
        self.lines.look()
        for side in self._sides.values():
            if side.side.rows:
                side.view.show_path(side.side.rows[0].field.path)
        self._selected()

    def _look(self) -> None:
        for side in self._sides.values():
            side.look()
        self.lines.look()
        carry = self._carrying.carry
        if carry is not None:
            # Undone or redone meanwhile: what fitted then may not fit now.
            taken = self._taken
            self._begin(carry if self._carrying.knows(carry) else None)
            self._taken = taken and self._carrying.carry is not None

    def _selected(self) -> None:
        """Show both ends of the selected link."""
        link = self._editor.document.link
        for name, side in self._sides.items():
            path = end(link, name) if link is not None else ""
            side.view.ends = frozenset({path} - {""})
            if path and self._carrying.carry is None:
                self._bring_up(name, path)
        self._repaint()

    def _bring_up(self, name: str, path: str) -> None:
        side = self._sides[name]
        if side.side.row_of(path) < 0:
            side.unfold(path.partition("[].")[0])
        side.view.show_path(path)

    def _repaint(self) -> None:
        for side in self._sides.values():
            side.view.viewport().update()
        self.lines.update()

    # --- choosing ---------------------------------------------------------------------------------------------------

    def _links_of(self, name: str, path: str) -> list[int]:
        document = self._editor.document
        return document.of_local(path) if name == LOCAL else document.of_remote(path)

    def _link_of(self, name: str, path: str) -> int | None:
        """The selected one where it ends there, else the first."""
        numbers, selected = self._links_of(name, path), self._editor.document.selected
        return selected if selected in numbers else next(iter(numbers), None)

    def _chosen(self, name: str, path: str) -> None:
        self._focused = name
        carry = self._carrying.carry
        if carry is None:
            self._editor.document.select(self._link_of(name, path))
        elif name != carry.side:
            self._aim(path)

    def _picked(self, number: int | None) -> None:
        self._end()
        self._editor.document.select(number)
        if not any(side.view.hasFocus() for side in self._sides.values()):
            self.take_focus()

    def _ask_settings(self, name: str, path: str) -> None:
        number = self._link_of(name, path)
        if number is None:
            self._editor.said.emit("info", tr("This field is not linked. Press Enter to choose one for it."))
        else:
            self._line_settings(number)

    def _line_settings(self, number: int) -> None:
        self._end()
        self._editor.document.select(number)
        self.settings_asked.emit()

    def _jump(self, name: str, path: str) -> None:
        number = self._link_of(name, path)
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
        self._bring_up(name, path)
        side.view.setFocus()

    def _unlink(self, name: str, path: str) -> None:
        self._end()
        numbers = self._links_of(name, path)
        if numbers:
            field = called(self._carrying.field(name, path), name)
            self._remove(numbers, tr("{field} is not linked any more. Undo takes it back.", field=field), field)

    def _remove(self, numbers: list[int], said: str, field: str) -> None:
        self._editor.document.remove(numbers, tr("unlink {field}", field=field))
        self._editor.said.emit("info", said)

    # --- taking a field to the other side, by keyboard --------------------------------------------------------------

    def _entered(self, name: str, path: str) -> None:
        carry = self._carrying.carry
        if carry is None:
            self.take(name, path)
        elif carry.side != name:
            if self._carrying.drop(path):
                self._finish(other(name))
        elif carry.path == path:
            self.cancel()
        else:
            self.take(name, path)

    def take(self, name: str, path: str) -> None:
        """Mark a field as taken and go to the best guess on the other side."""
        self._end()
        number = self._link_of(name, path)
        carry = Carry(name, path)
        self._begin(carry)
        self._taken = True
        self._sides[name].view.show_path(path)
        side = self._sides[other(name)]
        if number is not None:
            self._bring_up(other(name), end(self._editor.document.links[number], other(name)))
        side.view.setFocus()
        self._tell(carry, "", None)
        self._aim(side.view.path)
        if number is None:
            self._guess(name, path, side.view.path)

    def _guess(self, name: str, path: str, at: str) -> None:
        """Ask which field is the likeliest, and go there unless somebody has moved on."""
        bench, links, editor = self._editor.bench, self._editor.document.links, self._editor
        carry, side = self._carrying.carry, self._sides[other(name)]

        def show(found: Any) -> None:
            best = next((one for one in found if (one.local if name == LOCAL else one.remote) == path), None)
            if best is not None and self._carrying.carry == carry and side.view.path == at:
                guess = best.remote if name == LOCAL else best.local
                self._bring_up(other(name), guess)
                self._aim(guess)

        mappings = editor.desk.services.mappings
        editor.desk.work.read(
            lambda: mappings.suggest(bench, links), show, lambda problem: None, owner=self, key="guess"
        )

    def cancel(self) -> None:
        carry = self._carrying.carry
        if carry is not None:
            self._end()
            self._editor.said.emit("info", "")
            self._sides[carry.side].view.show_path(carry.path)
            self._sides[carry.side].view.setFocus()

    def _begin(self, carry: Carry | None) -> None:
        self._carrying.begin(carry)
        self._taken = False
        for name, side in self._sides.items():
            side.view.carried = carry.path if carry is not None and carry.side == name else ""
            side.view.target = ""
        self.lines.target = None
        self._repaint()

    def _end(self) -> None:
        if self._carrying.carry is not None:
            self._begin(None)

    def _finish(self, back_to: str) -> None:
        """It has arrived: show the new link, and go back to where it came from."""
        self._end()
        self._selected()
        self._sides[back_to].view.setFocus()

    def _aim(self, path: str) -> None:
        """The field that the carried one would be linked with, if any: say how the two go together."""
        carry = self._carrying.carry
        if carry is None:
            return
        side = other(carry.side)
        view = self._sides[side].view
        if view.target != path:
            view.target = path
            target = called(self._carrying.field(side, path), side) if path else ""
            self._tell(carry, target, self._carrying.verdict(path) if path else None)
            self._repaint()

    def _tell(self, carry: Carry, target: str, verdict: Verdict | None) -> None:
        said = []
        if self._taken:
            field = called(self._carrying.field(carry.side, carry.path), carry.side)
            said.append(
                tr("{field} is taken: choose its field on the other side and press Enter, or Esc.", field=field)
            )
        if verdict is not None:
            said.append(f"{target}: {verdict.why or verdict.words}")
        self._editor.said.emit("info" if verdict is None or verdict.fit.possible else "warning", " ".join(said))
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, " ".join(said)))

    # --- by mouse ---------------------------------------------------------------------------------------------------

    def _drag(self, name: str, path: str) -> None:
        self._start_drag(Carry(name, path), self._sides[name].view, called(self._carrying.field(name, path), name))

    def _drag_end(self, number: int, name: str) -> None:
        """The handle at that end of the selected line: its other end stays."""
        stays = end(self._editor.document.links[number], other(name))
        said = called(self._carrying.field(other(name), stays), other(name))
        self._start_drag(Carry(other(name), stays, number), self.lines, said)

    def _start_drag(self, carry: Carry, source: QWidget, said: str) -> None:
        self._begin(carry)
        mime = QMimeData()
        mime.setData(MIME, carry.packed())
        drag = QDrag(source)
        drag.setMimeData(mime)
        picture = _chip(self, said)
        drag.setPixmap(picture)
        drag.setHotSpot(QPoint(-em(self, 0.8), -em(self, 0.5)))
        self._by_mouse = True
        drag.exec(Qt.DropAction.LinkAction)
        if isValid(self):
            self._by_mouse = False
            self._end()

    def _drag_over_field(self, carry: Carry, path: str) -> None:
        if self._carrying.carry != carry:
            self._begin(carry)
        self.lines.target = None
        self._aim(path)

    def _drag_over_line(self, carry: Carry, number: int | None) -> None:
        if self._carrying.carry != carry:
            self._begin(carry)
        self._aim("")
        if self.lines.target != number:
            self.lines.target = number
            links, verdict = self._editor.document.links, None
            target = ""
            if number is not None:
                field = self._carrying.field(carry.side, end(links[number], carry.side))
                target, verdict = (
                    tr("In place of {field}", field=called(field, carry.side)),
                    self._carrying.verdict_on(number),
                )
            self._tell(carry, target, verdict)
            self._repaint()

    def _drag_left(self) -> None:
        self._aim("")
        self.lines.target = None
        if not self._by_mouse:
            self._end()
        self._repaint()

    def _dropped(self, carry: Carry, path: str) -> None:
        self._begin(carry)
        if self._carrying.drop(path):
            self._finish(carry.side)
        self._end()

    def _dropped_on_line(self, carry: Carry, number: int) -> None:
        self._begin(carry)
        if self._carrying.drop_on(number):
            self._finish(carry.side)
        self._end()

    # --- menus ------------------------------------------------------------------------------------------------------

    def _field_menu(self, name: str, path: str, at: QPoint) -> None:
        self._sides[name].view.show_path(path)
        linked = bool(self._links_of(name, path))
        menu = self._menu()
        menu.addAction(tr("&Link to…"), partial(self.take, name, path))
        self._add_to(menu, tr("&Go to the other end"), partial(self._jump, name, path), linked)
        self._add_to(menu, tr("&Settings of the link"), partial(self._ask_settings, name, path), linked)
        self._add_to(menu, tr("&Unlink"), partial(self._unlink, name, path), linked)
        menu.popup(at)

    def _line_menu(self, number: int, at: QPoint) -> None:
        self._editor.document.select(number)
        link = self._editor.document.links[number]
        ours = self._editor.local_field(link.local_field).title
        said = tr("{field} is not linked any more. Undo takes it back.", field=ours)
        menu = self._menu()
        self._add_to(menu, tr("&Settings of the link"), partial(self._line_settings, number))
        self._add_to(menu, tr("Go to the &left end"), partial(self._show_end, number, LOCAL))
        self._add_to(menu, tr("Go to the &right end"), partial(self._show_end, number, REMOTE))
        self._add_to(menu, tr("&Unlink"), partial(self._remove, [number], said, ours))
        menu.popup(at)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(tr("What can be done"))
        return menu

    def _add_to(self, menu: QMenu, text: str, slot: Any, allowed: bool = True) -> None:
        menu.addAction(text, slot).setEnabled(allowed)

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
            self.cancel()
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


def _chip(widget: QWidget, text: str) -> QPixmap:
    """What hangs at the cursor during a drag: the field's name."""
    metrics = widget.fontMetrics()
    text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, em(widget, 16))
    ratio, edge, icon = widget.devicePixelRatioF(), em(widget, 0.6), em(widget, 0.95)
    width, height = metrics.horizontalAdvance(text) + icon + round(edge * 2.6), em(widget, 1.8)
    picture = QPixmap(round(width * ratio), round(height * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(colour("accent"))
    painter.setBrush(colour("accent_soft"))
    painter.drawRoundedRect(1, 1, width - 2, height - 2, height / 2, height / 2)
    painter.drawPixmap(edge, (height - icon) // 2, icons.pixmap("mappings", icon, "accent", ratio))
    painter.setPen(colour("text"))
    painter.setFont(widget.font())
    painter.drawText(edge + icon + edge // 2, 0, width, height, Qt.AlignmentFlag.AlignVCenter, text)
    painter.end()
    return picture
