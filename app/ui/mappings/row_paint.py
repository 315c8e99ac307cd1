"""How a field looks in its list: name, kind, marks, an example, and the plug at the inner edge where its lines begin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.ui import icons
from app.ui.mappings.carrying import Verdict
from app.ui.mappings.fit import KINDS
from app.ui.mappings.sides import LOCAL, Row
from app.ui.theme import colour, em
from app.ui.words import tr

if TYPE_CHECKING:
    from app.ui.mappings.fields import FieldView

#: Rows below this zoom have one line only.
ONE_LINE = 1.0
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class FieldDelegate(QStyledItemDelegate):
    """Lengths follow the view's font, which follows its zoom."""

    def __init__(self, view: FieldView) -> None:
        super().__init__(view)
        self._view = view
        self.measure()

    def measure(self) -> None:
        """After a change of the font or of the zoom."""
        self._font = QFont(self._view.font())
        self._strong = QFont(self._font)
        self._strong.setWeight(QFont.Weight.DemiBold)
        self._small = QFont(self._font)
        self._small.setPointSizeF(max(self._font.pointSizeF() * 0.88, 1.0))
        self._metrics, self._strong_metrics = QFontMetrics(self._font), QFontMetrics(self._strong)
        self._small_metrics = QFontMetrics(self._small)
        self._line, self._small_line = self._strong_metrics.height(), self._small_metrics.height()
        self._two = self._view.zoom >= ONE_LINE
        text = self._line + self._small_line if self._two else self._line
        self.height = round(text + self._line * (0.55 if self._two else 0.45))

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(self._line * 6, self.height)

    def fold_rect(self, rect: QRect) -> QRect:
        """Where the arrow of a list stands in its row."""
        inner = self._inside(rect, 0)
        return QRect(inner.left(), inner.top(), self._line, inner.height())

    def _inside(self, rect: QRect, depth: int) -> QRect:
        plug, edge = round(self._line * 1.05), round(self._line * 0.5)
        left, right = (edge, plug) if self._view.side.name == LOCAL else (plug, edge)
        return rect.adjusted(left + round(depth * self._line * 1.3), 0, -right, 0)

    # --- one row ----------------------------------------------------------------------------------------------------

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        given: Any = option
        row, rect = self._view.side.rows[index.row()], given.rect
        verdict = self._view.verdict(row)
        painter.save()
        painter.setLayoutDirection(
            Qt.LayoutDirection.LeftToRight
        )  # the list of the left side has its scroll bar outside
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, rect, row, verdict, given.state, index)
        faded = verdict is not None and not verdict.fit.possible
        self._texts(painter, self._inside(rect, row.depth), row, verdict, faded)
        self._plug(painter, rect, row, verdict)
        painter.restore()

    def _ground(
        self, painter: QPainter, rect: QRect, row: Row, verdict: Verdict | None, state: Any, index: Any
    ) -> None:
        view, path = self._view, row.field.path
        box = QRectF(rect).adjusted(2.5, 1.5, -2.5, -1.5)
        round_ = self._line * 0.28
        fill = ""
        if verdict is not None and verdict.fit.verdict == "fits":
            fill = "ok_soft"
        elif path in view.ends or path == view.carried:
            fill = "accent_soft"
        elif state & QStyle.StateFlag.State_MouseOver and verdict is None:
            fill = "window"
        if fill:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(fill))
            painter.drawRoundedRect(box, round_, round_)
        current = index == view.currentIndex() and view.hasFocus()
        if current or path in (view.target, view.carried):
            # Taken: dashed. Under the cursor of a drag, or of the keyboard: whole.
            style = Qt.PenStyle.DashLine if path == view.carried else Qt.PenStyle.SolidLine
            painter.setPen(QPen(colour("accent"), max(1.5, self._line * 0.1), style))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, round_, round_)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("line"))
        painter.drawRect(
            QRect(rect.left(), rect.bottom(), rect.width(), 1)
        )  # fillRect() would have PySide load all gradients

    def _texts(self, painter: QPainter, area: QRect, row: Row, verdict: Verdict | None, faded: bool) -> None:
        if row.folded is not None:
            self._icon(painter, area, "right" if row.folded else "down", "muted", 0.9)
            area.setLeft(area.left() + round(self._line * 1.1))
        if not self._two:
            area = self._kind(painter, area, row, verdict)
            used = self._name(painter, area, row, faded)
            self._more(painter, area.adjusted(used + round(self._line * 0.7), 0, 0, 0), row, verdict)
            return
        pad = (self.height - self._line - self._small_line) // 2
        first = QRect(area.left(), area.top() + pad, area.width(), self._line)
        second = QRect(area.left(), first.bottom() + 1, area.width(), self._small_line)
        if not self._second(row) and verdict is None:
            first = area
        self._name(painter, self._kind(painter, first, row, None), row, faded)
        self._more(painter, second, row, verdict)

    def _kind(self, painter: QPainter, area: QRect, row: Row, verdict: Verdict | None) -> QRect:
        """The kind at the right, as a small word; ``area`` without it. It goes before the name is cut to less than its half."""
        if verdict is not None:
            return area
        text = tr(KINDS[row.field.type])
        if not row.field.known:
            text = tr("not offered any more")
        width = self._small_metrics.horizontalAdvance(text)
        if width > area.width() * 0.45:
            return area
        painter.setFont(self._small)
        painter.setPen(colour("warn" if not row.field.known else "muted"))
        painter.drawText(area, _RIGHT, text)
        return area.adjusted(0, 0, -width - round(self._line * 0.5), 0)

    def _name(self, painter: QPainter, area: QRect, row: Row, faded: bool) -> int:
        """The name and its marks; answers how wide they are."""
        font, metrics = (self._strong, self._strong_metrics) if row.links else (self._font, self._metrics)
        marks = (metrics.horizontalAdvance(" *") if row.field.required else 0) + (
            round(self._line * 0.95) if row.field.readonly else 0
        )
        name = metrics.elidedText(row.title, Qt.TextElideMode.ElideRight, max(area.width() - marks, self._line))
        width = metrics.horizontalAdvance(name)
        painter.setFont(font)
        painter.setPen(colour("muted" if faded else "text"))
        painter.drawText(area, _MIDDLE, name)
        at = area.left() + width
        if row.field.required:
            painter.setPen(colour("muted" if faded else "error"))
            painter.drawText(QRect(at, area.top(), self._line, area.height()), _MIDDLE, " *")
            at += metrics.horizontalAdvance(" *")
        if row.field.readonly:
            place = QRect(at + round(self._line * 0.2), area.top(), self._line, area.height())
            self._icon(painter, place, "lock", "muted", 0.75)
        return width + marks

    def _more(self, painter: QPainter, area: QRect, row: Row, verdict: Verdict | None) -> None:
        """The fine print: what a carried field would find here, else path and example."""
        if area.width() < self._line:
            return
        painter.setFont(self._small)
        metrics = self._small_metrics
        if verdict is not None:
            self._icon(painter, area, verdict.icon, verdict.tone, 0.8)
            area = area.adjusted(self._line, 0, 0, 0)
            painter.setPen(colour(verdict.tone))
            painter.drawText(
                area, _MIDDLE, metrics.elidedText(verdict.words, Qt.TextElideMode.ElideRight, area.width())
            )
            return
        left, right = self._fine_print(row)
        painter.setPen(colour("muted"))
        if left:
            room = (
                area.width()
                if not right
                else max(round(area.width() * 0.5), area.width() - metrics.horizontalAdvance(right))
            )
            left = metrics.elidedText(left, Qt.TextElideMode.ElideMiddle, room)
            painter.drawText(area, _MIDDLE, left)
            area = area.adjusted(metrics.horizontalAdvance(left) + round(self._line * 0.6), 0, 0, 0)
        if right and area.width() > self._line:
            place = _RIGHT if left else _MIDDLE
            painter.drawText(area, place, metrics.elidedText(right, Qt.TextElideMode.ElideRight, area.width()))

    def _fine_print(self, row: Row) -> tuple[str, str]:
        """Path and example, or what is inside a folded list."""
        field = row.field
        path = field.path if self._view.side.name != LOCAL and field.path != field.title else ""
        if row.depth:
            path = path.rpartition("[].")[2]
        example = field.sample or ""
        if row.folded:
            example = tr("{n} linked inside", n=len(row.inside))
        return path, example.replace("\n", " ")

    def _second(self, row: Row) -> bool:
        return any(self._fine_print(row))

    def _plug(self, painter: QPainter, rect: QRect, row: Row, verdict: Verdict | None) -> None:
        """Filled where a line begins, hollow where none does; for a list a square."""
        size = self._line * 0.52
        inset = size / 2 + 1.5
        x = rect.right() + 1 - inset if self._view.side.name == LOCAL else rect.left() + inset
        middle = QPointF(x, QRectF(rect).center().y())
        linked = bool(row.links or (row.folded and row.inside))
        tone = "accent" if row.field.path in self._view.ends else "muted"
        if row.field.path == self._view.carried or (verdict is not None and verdict.fit.possible):
            tone = "accent"
        pen = QPen(colour(tone), max(1.2, self._line * 0.09))
        painter.setPen(pen)
        painter.setBrush(colour(tone) if linked else colour("surface"))
        box = QRectF(middle.x() - size / 2, middle.y() - size / 2, size, size)
        if row.field.is_list:
            painter.drawRoundedRect(box, size * 0.2, size * 0.2)
        else:
            painter.drawEllipse(box)

    def _icon(self, painter: QPainter, area: QRect, name: str, tone: str, times: float) -> None:
        """At the left end of ``area``, in its middle."""
        size = round(self._line * times)
        picture = icons.pixmap(name, size, tone, self._view.devicePixelRatioF())
        painter.drawPixmap(area.left(), area.top() + (area.height() - size) // 2, picture)


def chip(widget: QWidget, text: str) -> QPixmap:
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
