"""A field in the hand, taken with Enter or dragged with the mouse: what fits is shown, said, and linked where it is laid down."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QMimeData, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QDrag
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.ui.mappings.carrying import Carry, Carrying, Verdict
from app.ui.mappings.editor import Editor
from app.ui.mappings.fields import MIME, FieldList
from app.ui.mappings.lines import Lines
from app.ui.mappings.row_paint import chip
from app.ui.mappings.sides import LOCAL, REMOTE, called, end, other
from app.ui.theme import em
from app.ui.words import tr


class Hand(QObject):
    """``arrived``: it was laid down and something was linked. ``by_mouse``: a drag of our own is going on; ``taken``: a field was
    taken with the keyboard. Neither: nothing, or a drag that only passes over us."""

    arrived = Signal()

    def __init__(
        self, editor: Editor, carrying: Carrying, left: FieldList, right: FieldList, lines: Lines, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._board = parent
        self._editor = editor
        self._carrying = carrying
        self._sides = {LOCAL: left, REMOTE: right}
        self._lines = lines
        self.by_mouse = self.taken = False
        for side in (left, right):
            side.view.drag_moved.connect(self._over_field)
            side.view.drag_left.connect(self._left)
            side.view.dropped.connect(self._dropped)
        lines.drag_moved.connect(self._over_line)
        lines.drag_left.connect(self._left)
        lines.dropped.connect(self._dropped_on_line)
        lines.end_dragged.connect(self._drag_end)

    def begin(self, carry: Carry | None) -> None:
        self._carrying.begin(carry)
        self.taken = False
        for name, side in self._sides.items():
            side.view.carried = carry.path if carry is not None and carry.side == name else ""
            side.view.target = ""
        self._lines.target = None
        self.repaint()

    def end(self) -> None:
        if self._carrying.carry is not None:
            self.begin(None)

    def refresh(self) -> None:
        """The links changed meanwhile (undone, redone): what fitted then may not fit now."""
        carry, taken = self._carrying.carry, self.taken
        if carry is not None:
            self.begin(carry if self._carrying.knows(carry) else None)
            self.taken = taken and self._carrying.carry is not None

    def repaint(self) -> None:
        for side in self._sides.values():
            side.view.viewport().update()
        self._lines.update()

    # --- taking a field to the other side, by keyboard --------------------------------------------------------------

    def entered(self, name: str, path: str) -> None:
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
        self.end()
        number = self._carrying.link_of(name, path)
        carry = Carry(name, path)
        self.begin(carry)
        self.taken = True
        self._sides[name].view.show_path(path)
        side = self._sides[other(name)]
        if number is not None:
            side.bring_up(end(self._editor.document.links[number], other(name)))
        side.view.setFocus()
        self._tell(carry, "", None)
        self.aim(side.view.path)
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
                side.bring_up(guess)
                self.aim(guess)

        mappings = editor.desk.services.mappings
        editor.desk.work.read(
            lambda: mappings.suggest(bench, links), show, lambda problem: None, owner=self, key="guess"
        )

    def cancel(self) -> None:
        carry = self._carrying.carry
        if carry is not None:
            self.end()
            self._editor.said.emit("info", "")
            self._sides[carry.side].view.show_path(carry.path)
            self._sides[carry.side].view.setFocus()

    def _finish(self, back_to: str) -> None:
        """It has arrived: show the new link, and go back to where it came from."""
        self.end()
        self.arrived.emit()
        self._sides[back_to].view.setFocus()

    def aim(self, path: str) -> None:
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
            self.repaint()

    def _tell(self, carry: Carry, target: str, verdict: Verdict | None) -> None:
        said = []
        if self.taken:
            field = called(self._carrying.field(carry.side, carry.path), carry.side)
            said.append(
                tr(
                    "{field} is picked up: choose its field on the other side and press Enter, or put it down with Esc.",
                    field=field,
                )
            )
        if verdict is not None:
            said.append(f"{target}: {verdict.why or verdict.words}")
        self._editor.said.emit("info" if verdict is None or verdict.fit.possible else "warning", " ".join(said))
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._board, " ".join(said)))

    # --- by mouse ---------------------------------------------------------------------------------------------------

    def drag(self, name: str, path: str) -> None:
        self._start_drag(Carry(name, path), self._sides[name].view, called(self._carrying.field(name, path), name))

    def _drag_end(self, number: int, name: str) -> None:
        """The handle at that end of the selected line: its other end stays."""
        stays = end(self._editor.document.links[number], other(name))
        said = called(self._carrying.field(other(name), stays), other(name))
        self._start_drag(Carry(other(name), stays, number), self._lines, said)

    def _start_drag(self, carry: Carry, source: QWidget, said: str) -> None:
        self.begin(carry)
        mime = QMimeData()
        mime.setData(MIME, carry.packed())
        drag = QDrag(source)
        drag.setMimeData(mime)
        drag.setPixmap(chip(self._board, said))
        drag.setHotSpot(QPoint(-em(self._board, 0.8), -em(self._board, 0.5)))
        self.by_mouse = True
        drag.exec(Qt.DropAction.LinkAction)
        if isValid(self):
            self.by_mouse = False
            if self._carrying.carry is not None:  # dropped nowhere, or Esc
                self.end()
                self._editor.said.emit("info", "")

    def _over_field(self, carry: Carry, path: str) -> None:
        if self._carrying.carry != carry:
            self.begin(carry)
        self._lines.target = None
        self.aim(path)

    def _over_line(self, carry: Carry, number: int | None) -> None:
        if self._carrying.carry != carry:
            self.begin(carry)
        self.aim("")
        if self._lines.target != number:
            self._lines.target = number
            target, verdict = "", None
            if number is not None:
                gone = self._carrying.field(carry.side, end(self._editor.document.links[number], carry.side))
                target = tr("In place of {field}", field=called(gone, carry.side))
                verdict = self._carrying.verdict_on(number)
            self._tell(carry, target, verdict)
            self.repaint()

    def _left(self) -> None:
        self.aim("")
        self._lines.target = None
        if not self.by_mouse:
            self.end()
        self.repaint()

    def _dropped(self, carry: Carry, path: str) -> None:
        self.begin(carry)
        if self._carrying.drop(path):
            self._finish(carry.side)
        self.end()

    def _dropped_on_line(self, carry: Carry, number: int) -> None:
        self.begin(carry)
        if self._carrying.drop_on(number):
            self._finish(carry.side)
        self.end()
