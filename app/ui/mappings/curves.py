"""Where a line runs between two rows, and what is near it. Plain geometry."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QPainterPath

_HALVINGS = 14


@dataclass(frozen=True)
class Curve:
    """A line as it is drawn now, in the strip's coordinates. ``left`` and ``right`` say where that end is: empty where it is in
    view, ``up`` or ``down`` where it is scrolled away, ``hidden`` where search or filter leaves it out."""

    number: int
    x0: float
    y0: float
    x1: float
    y1: float
    left: str = ""
    right: str = ""

    def path(self) -> QPainterPath:
        made = QPainterPath(QPointF(self.x0, self.y0))
        half = (self.x0 + self.x1) / 2
        made.cubicTo(half, self.y0, half, self.y1, self.x1, self.y1)
        return made

    def height_at(self, share: float) -> float:
        return self.y0 + (self.y1 - self.y0) * (3 - 2 * share) * share * share

    def y_at(self, x: float) -> float | None:
        """``None``: it does not pass there."""
        if not self.x0 <= x <= self.x1 or self.x0 == self.x1:
            return None
        return self.height_at(_share((x - self.x0) / (self.x1 - self.x0)))

    def distance(self, point: QPoint) -> float:
        """Roughly: how far the point is, straight to the line."""
        y = self.y_at(point.x())
        if y is None:
            return float("inf")
        near = self.y_at(min(point.x() + 1, self.x1))
        slope = abs((near if near is not None else y) - y)
        return abs(point.y() - y) / (1 + slope * slope) ** 0.5


@dataclass(frozen=True)
class Window:
    """The part of a list that is in view, in pixels: where it begins in the strip, how high it is, how high a row is, how far it is
    scrolled, and how far from the edge the lines of rows out of view end."""

    top: int
    height: int
    row: int
    scrolled: int
    inset: int

    def end(self, place: int) -> tuple[float, str]:
        """Where a line to that row ends, and why there (:class:`Curve`). Worked out, so that 300 rows cost nothing."""
        if place < 0:
            return 0.0, "hidden"
        y = place * self.row + self.row // 2 - self.scrolled
        if y < 0:
            return self.top + self.inset, "up"
        if y > self.height:
            return self.top + self.height - self.inset, "down"
        return self.top + y, ""


def _share(x: float) -> float:
    """How far along the curve its ``x`` (0 to 1) is reached; it grows all the way."""
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        share = (low + high) / 2
        there = 1.5 * (1 - share) * share + share**3  # both handles stand in the middle
        low, high = (share, high) if there < x else (low, share)
    return (low + high) / 2
