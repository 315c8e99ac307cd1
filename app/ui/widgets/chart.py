"""Records synced and failed by day: a bar for each day, drawn by hand (no chart library)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.ui import formats
from app.ui.theme import colour, em
from app.ui.words import tr


def nice_top(most: int) -> int:
    """The smallest of 1, 2, 5 × 10ⁿ (at least 10) that holds ``most``: the axis ends on a round number, whose half, which is
    marked too, is whole."""
    top = 1
    while True:
        for step in (1, 2, 5):
            if top * step >= max(most, 10):
                return top * step
        top *= 10


class DayChart(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._days: Sequence[Any] = ()
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Records synced and failed by day"))

    def show_days(self, days: Sequence[Any]) -> None:
        if self._days == tuple(days):
            return
        self._days = tuple(days)
        synced, failed = sum(d.synced for d in days), sum(d.failed for d in days)
        self.setAccessibleDescription(
            tr("{synced} synced, {failed} failed in {n} days", synced=synced, failed=failed, n=len(days))
        )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(em(self, 26), em(self, 10))

    def minimumSizeHint(self) -> QSize:
        return QSize(em(self, 14), em(self, 8))

    def _area(self) -> QRectF:
        line = float(em(self))
        return QRectF(line * 2.8, line * 0.6, self.width() - line * 3.0, self.height() - line * 2.0)

    def _slot(self, index: int) -> QRectF:
        area = self._area()
        width = area.width() / max(1, len(self._days))
        return QRectF(area.left() + index * width, area.top(), width, area.height())

    def paintEvent(self, event: QEvent) -> None:
        if not self._days:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self._area()
        top = nice_top(max(day.synced + day.failed for day in self._days))
        self._draw_axis(painter, area, top)
        for index, each in enumerate(self._days):
            self._draw_day(painter, area, top, index, each)
        painter.end()

    def _draw_axis(self, painter: QPainter, area: QRectF, top: int) -> None:
        small = self.font()
        small.setPointSizeF(small.pointSizeF() * 0.85)
        painter.setFont(small)
        for share in (0.0, 0.5, 1.0):
            y = area.bottom() - area.height() * share
            painter.setPen(QPen(colour("line"), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(colour("muted"))
            words = _short(top * share)
            box = QRectF(0, y - em(self) / 2, area.left() - em(self) * 0.4, em(self))
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)

    def _draw_day(self, painter: QPainter, area: QRectF, top: int, index: int, each: Any) -> None:
        slot = self._slot(index)
        width = min(slot.width() * 0.58, em(self, 1.5))
        x = slot.center().x() - width / 2
        good = area.height() * each.synced / top
        bad = area.height() * each.failed / top
        if each.failed:
            bad = max(bad, 4.0)  # one failed record among thousands is still seen
        if each.synced:
            good = max(good, 2.0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent"))
        radius = min(3.0, width / 4)
        painter.drawRoundedRect(QRectF(x, area.bottom() - good, width, good), radius, radius)
        if bad:
            # Hatched: told from the synced part without colour too.
            box = QRectF(x, area.bottom() - good - bad - 1, width, bad)
            painter.setBrush(colour("error"))
            painter.drawRoundedRect(box, radius, radius)
            painter.setBrush(QBrush(colour("knock"), Qt.BrushStyle.BDiagPattern))
            painter.drawRoundedRect(box, radius, radius)
        count = len(self._days)
        every = max(1, -(-count * em(self, 3.6) // max(1, int(area.width()))))
        if (count - 1 - index) % every == 0:
            painter.setPen(colour("muted"))
            words = formats.day(each.day, short=True)
            box = QRectF(slot.center().x() - em(self, 3), area.bottom() + em(self, 0.3), em(self, 6), em(self))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def mouseMoveEvent(self, event: Any) -> None:
        for index, each in enumerate(self._days):
            if self._slot(index).contains(event.position()):
                text = tr(
                    "{day}: {synced} synced, {failed} failed",
                    day=formats.day(each.day),
                    synced=formats.grouped(each.synced),
                    failed=formats.grouped(each.failed),
                )
                QToolTip.showText(event.globalPosition().toPoint(), text, self)
                return


def _short(number: float) -> str:
    """Lakh and thousand, as the axis of an Indian chart reads."""
    if number >= 100_000:
        return tr("{n} lakh", n=f"{number / 100_000:g}")
    if number >= 1000:
        return tr("{n} k", n=f"{number / 1000:g}")
    return f"{number:g}"
