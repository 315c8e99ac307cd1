"""The strip between the two lists, with a line for each link. Only what can be seen is worked out and painted."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from app.services.views import MappingView
from app.ui import formats, icons
from app.ui.mappings.carrying import Carrying
from app.ui.mappings.curves import Curve, Window
from app.ui.mappings.editor import Editor
from app.ui.mappings.fields import FieldList, carry_of
from app.ui.mappings.sides import LOCAL, REMOTE, WAYS, called, way
from app.ui.theme import colour, em
from app.ui.words import tr


class Lines(QWidget):
    """``painted`` are the numbers of the links that the last painting drew."""

    picked = Signal(object)  # a link's number, or None
    settings_asked = Signal(int)
    menu_asked = Signal(int, QPoint)
    end_asked = Signal(int, str)  # bring that end into view
    end_dragged = Signal(int, str)  # the handle at that end
    drag_moved = Signal(object, object)  # what is carried, the link under it
    drag_left = Signal()
    dropped = Signal(object, int)

    def __init__(self, editor: Editor, left: FieldList, right: FieldList, carrying: Carrying) -> None:
        super().__init__()
        self._editor, self._left, self._right, self._carrying = editor, left, right, carrying
        self._places: list[tuple[int, int, int]] = []
        self._seen: list[Curve] | None = None
        self._hover: int | None = None
        self._pressed: tuple[QPoint, str] | None = None
        self.target: int | None = None  # the link that a drag is over
        self.painted: list[int] = []
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setAccessibleName(tr("Links"))
        self.setMinimumWidth(em(self, 4.5))
        for side in (left, right):
            side.arranged.connect(self.look)
            side.view.verticalScrollBar().valueChanged.connect(self.moved)
            side.view.verticalScrollBar().rangeChanged.connect(self.moved)

    def look(self) -> None:
        """Links or rows are others now."""
        left, right = self._left.side, self._right.side
        self._places = [
            (number, left.place_of(link.local_field), right.place_of(link.remote_field))
            for number, link in enumerate(self._editor.document.links)
        ]
        self.moved()

    def moved(self) -> None:
        """They are the same, but stand elsewhere."""
        self._seen = None
        self.update()

    # --- where the lines are ----------------------------------------------------------------------------------------

    def curves(self) -> list[Curve]:
        """Of the links that have at least one end in view."""
        if self._seen is None:
            left, right = self._window(self._left), self._window(self._right)
            made = (self._curve(number, left.end(ours), right.end(theirs)) for number, ours, theirs in self._places)
            self._seen = [curve for curve in made if curve is not None]
        return self._seen

    def _curve(self, number: int, left: tuple[float, str], right: tuple[float, str]) -> Curve | None:
        (y0, where0), (y1, where1) = left, right
        if where0 and where1:
            return None
        width = float(self.width())
        if where1 == "hidden":
            return Curve(number, 0.0, y0, width * 0.3, y0, "", where1)
        if where0 == "hidden":
            return Curve(number, width * 0.7, y1, width, y1, where0, "")
        return Curve(number, 0.0, y0, width, y1, where0, where1)

    def _window(self, side: FieldList) -> Window:
        area, bar = self._area(side), side.view.verticalScrollBar()
        return Window(area.top(), area.height(), side.view.delegate.height, bar.value(), em(self, 0.3))

    def _area(self, side: FieldList) -> QRect:
        """Where that side's rows are, in the strip's coordinates."""
        viewport = side.view.viewport()
        top = self.mapFromGlobal(viewport.mapToGlobal(QPoint(0, 0))).y()
        return QRect(0, top, self.width(), viewport.height())

    def link_at(self, point: QPoint) -> int | None:
        """The link whose line passes there; of several the selected one, or the nearest."""
        reach = max(em(self, 0.4), 5)
        near = [(curve.distance(point), curve.number) for curve in self.curves()]
        hits = [(far, number) for far, number in near if far <= reach]
        if any(number == self._editor.document.selected for _, number in hits):
            return self._editor.document.selected
        return min(hits)[1] if hits else None

    def curve_of(self, number: int | None) -> Curve | None:
        return next((curve for curve in self.curves() if curve.number == number), None)

    def handle_at(self, point: QPoint) -> str:
        """The end of the selected line whose handle is there: ``local``, ``remote`` or nothing."""
        for side, middle in self._handles():
            if (QPointF(point) - middle).manhattanLength() <= em(self, 0.6):
                return side
        return ""

    def _handles(self) -> list[tuple[str, QPointF]]:
        curve = self.curve_of(self._editor.document.selected)
        if curve is None:
            return []
        inset = em(self, 0.95)
        ends = [(LOCAL, curve.x0 + inset, curve.left), (REMOTE, curve.x1 - inset, curve.right)]
        found = ((side, x, curve.y_at(x)) for side, x, where in ends if where != "hidden")
        return [(side, QPointF(x, y)) for side, x, y in found if y is not None]

    # --- painting ---------------------------------------------------------------------------------------------------

    def paintEvent(self, event: Any) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self._area(self._left).united(self._area(self._right)))
        self.painted = []
        selected = self._editor.document.selected
        front = {selected, self._hover, self.target} - {None}
        for curve in sorted(self.curves(), key=lambda one: (one.number in front, one.number == selected)):
            self._draw(painter, curve)
        self._draw_ghost(painter)
        painter.end()

    def _draw(self, painter: QPainter, curve: Curve) -> None:
        self.painted.append(curve.number)
        link = self._editor.document.links[curve.number]
        tone, width = self._ink(curve.number)
        unit = em(self)
        direction = self._way(link)
        pen = QPen(colour(tone), unit * width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        if direction != "both":
            pen.setWidthF(pen.widthF() * 0.8)
            pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(curve.path())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(tone))
        if direction != "to_remote":
            self._draw_end(painter, QPointF(curve.x0, curve.y0), curve.left, -1)
        if direction != "to_local":
            self._draw_end(painter, QPointF(curve.x1, curve.y1), curve.right, 1)
        for where, x, y in ((curve.left, curve.x0, curve.y0), (curve.right, curve.x1, curve.y1)):
            if where:
                self._draw_away(painter, where, x, y, tone)
        self._draw_badge(painter, curve, link, tone)
        if curve.number == self._editor.document.selected:
            self._draw_handles(painter)

    def _way(self, link: MappingView) -> str:
        bench = self._editor.bench
        return way(link, bench.config.sync_direction if bench is not None else "")

    def _ink(self, number: int) -> tuple[str, float]:
        """Colour and width (in lines of text)."""
        if number == self.target:
            return "warn", 0.2
        if number == self._editor.document.selected:
            return "accent", 0.2
        if number == self._hover:
            return "accent", 0.15
        levels = {fault.level for fault in self._editor.faults_of(number)}
        tone = "error" if "error" in levels else ("warn" if "warning" in levels else "muted")
        return ("strong_line" if self._carrying.carry is not None else tone), 0.1

    def _draw_end(self, painter: QPainter, tip: QPointF, where: str, to: int) -> None:
        """An arrow head that points outwards (``to``: -1 left, 1 right)."""
        if not where:
            long, wide = em(self, 0.5), em(self, 0.24)
            base = tip.x() - to * long
            painter.drawPolygon(QPolygonF([tip, QPointF(base, tip.y() - wide), QPointF(base, tip.y() + wide)]))

    def _draw_away(self, painter: QPainter, where: str, x: float, y: float, tone: str) -> None:
        """The end is not in view: which way it lies, or a ring where it is left out."""
        size = em(self, 0.26)
        if where == "hidden":
            painter.setPen(QPen(colour(tone), max(1.2, em(self) * 0.09)))
            painter.setBrush(colour("window"))
            painter.drawEllipse(QPointF(x, y), size, size)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(tone))
            return
        x += size * 1.4 if x < self.width() / 2 else -size * 1.4
        tip = -size if where == "up" else size
        painter.drawPolygon(
            QPolygonF([QPointF(x, y + tip), QPointF(x - size, y - tip * 0.6), QPointF(x + size, y - tip * 0.6)])
        )

    def _draw_badge(self, painter: QPainter, curve: Curve, link: MappingView, tone: str) -> None:
        """In the middle: something is wrong, or the value is changed on the way."""
        middle = QPointF((curve.x0 + curve.x1) / 2, (curve.y0 + curve.y1) / 2)
        levels = {fault.level for fault in self._editor.faults_of(curve.number)}
        name = "error" if "error" in levels else ("warning" if "warning" in levels else "")
        if name:
            size = em(self, 0.95)
            painter.setBrush(colour("window"))
            painter.drawEllipse(middle, size * 0.62, size * 0.62)
            picture = icons.pixmap(name, size, "error" if name == "error" else "warn", self.devicePixelRatioF())
            painter.drawPixmap(round(middle.x() - size / 2), round(middle.y() - size / 2), picture)
        elif link.transform or link.value_map:
            half = em(self, 0.26)
            painter.setBrush(colour("window"))
            painter.setPen(QPen(colour(tone), max(1.2, em(self) * 0.09)))
            corners = [(0, -half), (half, 0), (0, half), (-half, 0)]
            painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in corners]))

    def _draw_handles(self, painter: QPainter) -> None:
        painter.setBrush(colour("surface"))
        painter.setPen(QPen(colour("accent"), max(1.5, em(self) * 0.12)))
        for _, middle in self._handles():
            painter.drawEllipse(middle, em(self, 0.32), em(self, 0.32))

    def _draw_ghost(self, painter: QPainter) -> None:
        """The line that would come of it: from the carried field to the one that is aimed at."""
        left, right = self._left.view, self._right.view
        ours, theirs = left.carried or left.target, right.carried or right.target
        if self._carrying.carry is None or not ours or not theirs:
            return
        left_end = self._window(self._left).end(self._left.side.place_of(ours))
        curve = self._curve(-1, left_end, self._window(self._right).end(self._right.side.place_of(theirs)))
        if curve is not None:
            painter.setPen(QPen(colour("accent"), em(self) * 0.15, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(curve.path())

    # --- mouse ------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self.moved()

    def leaveEvent(self, event: Any) -> None:
        self._set_hover(None)

    def _set_hover(self, number: int | None) -> None:
        if number != self._hover:
            self._hover = number
            self.update()

    def mouseMoveEvent(self, event: Any) -> None:
        point = event.position().toPoint()
        if self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            start, side = self._pressed
            selected = self._editor.document.selected
            if selected is not None and (point - start).manhattanLength() >= QApplication.startDragDistance():
                self._pressed = None
                self.end_dragged.emit(selected, side)
            return
        self._set_hover(self.link_at(point))
        shape = Qt.CursorShape.ArrowCursor
        if self.handle_at(point):
            shape = Qt.CursorShape.OpenHandCursor
        elif self._hover is not None:
            shape = Qt.CursorShape.PointingHandCursor
        self.setCursor(shape)

    def mousePressEvent(self, event: Any) -> None:
        point = event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton:
            handle = self.handle_at(point)
            self._pressed = (point, handle) if handle else None
            if not handle:
                self.picked.emit(self.link_at(point))

    def mouseReleaseEvent(self, event: Any) -> None:
        self._pressed = None

    def mouseDoubleClickEvent(self, event: Any) -> None:
        curve = self.curve_of(self.link_at(event.position().toPoint()))
        if curve is None:
            return
        if curve.left or curve.right:
            self.end_asked.emit(curve.number, LOCAL if curve.left else REMOTE)
        else:
            self.settings_asked.emit(curve.number)

    def contextMenuEvent(self, event: Any) -> None:
        number = self.link_at(event.pos())
        if number is not None:
            self.menu_asked.emit(number, event.globalPos())

    def wheelEvent(self, event: Any) -> None:
        for side in (self._left, self._right):
            bar = side.view.verticalScrollBar()
            bar.setValue(bar.value() - event.angleDelta().y() * em(self, 4) // 120)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            given: Any = event
            number = self.link_at(given.pos())
            words = self.words(number) if number is not None else ""
            QToolTip.showText(given.globalPos(), formats.tip(words), self)
            return True
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.moved()
        return super().event(event)

    def words(self, number: int) -> str:
        """A link in words, and what is wrong with it."""
        editor = self._editor
        link = editor.document.links[number]
        theirs = called(editor.remote_field(link.remote_field), REMOTE)
        said = tr("{ours} and {theirs}, {way}", ours=editor.local_field(link.local_field).title, theirs=theirs,
                  way=tr(WAYS[self._way(link)]))  # fmt: skip
        changed = [tr("The value is changed on the way.")] if link.transform or link.value_map else []
        return "\n".join([said, *changed, *(fault.text for fault in editor.faults_of(number))])

    # --- drops ------------------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: Any) -> None:
        carry = carry_of(event)
        if carry is not None and self._carrying.knows(carry):
            event.accept()
        else:
            event.ignore()

    def dragMoveEvent(self, event: Any) -> None:
        carry = carry_of(event)
        event.ignore()
        if carry is None or not self._carrying.knows(carry):
            return
        number = self.link_at(event.position().toPoint()) if carry.link is None else None
        self.drag_moved.emit(carry, number)
        verdict = self._carrying.verdict_on(number) if number is not None else None
        if verdict is not None and verdict.fit.possible:
            event.setDropAction(Qt.DropAction.LinkAction)
            event.accept()

    def dragLeaveEvent(self, event: Any) -> None:
        self.drag_left.emit()

    def dropEvent(self, event: Any) -> None:
        carry = carry_of(event)
        number = self.link_at(event.position().toPoint())
        if carry is None or number is None or carry.link is not None or not self._carrying.knows(carry):
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.LinkAction)
        event.accept()
        self.dropped.emit(carry, number)
