"""Icons: SVG files drawn in the present colours. A widget that bears one is tinted anew when the look changes."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.ui.theme import ICONS, colours

NONE = QColor(0, 0, 0, 0)
SIZES = (16, 20, 24, 32, 48)


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    return (ICONS / f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def _drawn(name: str, size: int, ink: str, knock: str, ratio: float) -> QPixmap:
    from PySide6.QtCore import QByteArray
    from PySide6.QtGui import QPainter
    from PySide6.QtSvg import QSvgRenderer

    text = _source(name).replace("currentColor", ink).replace("#knock", knock)
    renderer = QSvgRenderer(QByteArray(text.encode()))
    image = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    image.fill(NONE)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


def pixmap(name: str, size: int, tone: str = "text", ratio: float = 1.0) -> QPixmap:
    return _drawn(name, size, getattr(colours(), tone), colours().knock, ratio)


def icon(name: str, tone: str = "text", size: int = 20) -> QIcon:
    screen = QApplication.primaryScreen()
    return QIcon(pixmap(name, size, tone, screen.devicePixelRatio() if screen else 1.0))


def in_line(name: str, tone: str = "text") -> QIcon:
    """As high as a line of text."""
    return icon(name, tone, QFontMetrics(QApplication.font()).height())


def coloured(name: str) -> QIcon:
    """An icon with colours of its own, at the sizes a tray or a task bar asks for."""
    out = QIcon()
    for size in SIZES:
        out.addPixmap(_drawn(name, size, "#000000", "#FFFFFF", 1.0))
    return out


_ready = False


def load() -> None:
    """After first paint, which does not wait for icons: draw those that were put so far."""
    global _ready  # noqa: PLW0603 - the module's one piece of state
    if not _ready:
        _ready = True
        retint()


def put(widget: Any, name: str, tone: str = "text", times: float = 1.15) -> None:
    """Give a button, label or action its icon, and remember it for :func:`retint`."""
    widget.setProperty("iconName", name)
    widget.setProperty("iconTone", tone)
    widget.setProperty("iconTimes", times)
    _draw(widget)


def _draw(widget: Any) -> None:
    name, tone, times = (widget.property(key) for key in ("iconName", "iconTone", "iconTimes"))
    metrics = widget.fontMetrics() if isinstance(widget, QWidget) else QFontMetrics(QApplication.font())
    size = round(metrics.height() * float(times))
    if not _ready:
        blank = QPixmap(size, size)
        blank.fill(NONE)
        if isinstance(widget, QLabel):
            widget.setPixmap(blank)
        else:
            widget.setIcon(QIcon(blank))
            widget.setIconSize(QSize(size, size))
        return
    if isinstance(widget, QLabel):
        widget.setPixmap(pixmap(name, size, tone, widget.devicePixelRatioF()))
        return
    widget.setIcon(icon(name, tone, size))
    if isinstance(widget, QWidget):
        widget.setIconSize(QSize(size, size))


def retint() -> None:
    for widget in QApplication.allWidgets():
        if widget.property("iconName"):
            _draw(widget)
        for action in widget.actions():
            if action.property("iconName"):
                _draw(action)
