"""Labels, buttons, cards and rows: made here, so that spacing, names and tones are the same everywhere."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, ClassVar

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.ui import formats, icons
from app.ui.theme import em


def align(name: str) -> Any:
    """``Qt.AlignmentFlag.…``, which is loaded late: the Qt namespace alone costs first paint 45 ms."""
    from PySide6.QtCore import Qt

    return Qt.AlignmentFlag[name]


def label(
    text: str = "", *, tone: str = "", size: float = 1.0, bold: bool = False, wrap: bool = False, own: bool = False
) -> QLabel:
    """``own``: a text of ours, shown before first paint; all others come from outside and are never read as HTML."""
    out = QLabel(text)
    if not own:
        from PySide6.QtCore import Qt

        out.setTextFormat(Qt.TextFormat.PlainText)
    if tone:
        out.setProperty("tone", tone)
    if size != 1.0 or bold:
        font = out.font()
        font.setPointSizeF(font.pointSizeF() * size)
        if bold:
            font.setWeight(font.Weight.DemiBold)
        out.setFont(font)
    if wrap:
        out.setWordWrap(True)
        out.setMinimumWidth(em(out, 4))
    return out


def beside_field(title: QLabel) -> QLabel:
    """Its words stand on the line of a field's, also where the field has several."""
    from PySide6.QtWidgets import QLineEdit

    field = QLineEdit()
    field.ensurePolished()
    title.setFixedHeight(field.sizeHint().height())
    return title


class Elided(QLabel):
    """One line that gives way: what does not fit ends in an ellipsis, and the tooltip has the whole."""

    def __init__(self, text: str = "", tone: str = "") -> None:
        super().__init__()
        self._whole = ""
        if tone:
            self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setText(text)

    def setText(self, text: str) -> None:
        self._whole = text.replace("\n", " ")
        self.setAccessibleName(self._whole)
        self._fit()

    def text(self) -> str:
        return self._whole

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        from PySide6.QtCore import Qt

        self.setTextFormat(Qt.TextFormat.PlainText)
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, max(self.width(), 1))
        super().setText(shown)
        self.setToolTip(formats.tip(self._whole) if shown != self._whole else "")


def retone(widget: QWidget, **properties: str) -> None:
    """Set the properties that the stylesheet looks at, and have it look again."""
    changed = False
    for name, value in properties.items():
        if widget.property(name) != value:
            widget.setProperty(name, value)
            changed = True
    if changed:
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def selectable(widget: QLabel) -> QLabel:
    """Let the text be copied with the mouse."""
    from PySide6.QtCore import Qt

    widget.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return widget


class _Button(QPushButton):
    """Enter presses the focused button, as it does elsewhere in Windows programs; Ctrl+Enter belongs to the page around it.
    The second click of a double click starts nothing twice, and does not press what has come under the pointer meanwhile (Stop
    in the place of Sync now)."""

    _pressed: ClassVar[int] = 0

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setAutoDefault(True)

    def keyPressEvent(self, event: Any) -> None:
        from PySide6.QtCore import Qt

        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: Any) -> None:
        _Button._pressed = id(self)
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: Any) -> None:
        if _Button._pressed == id(self) and self.property("kind") != "primary":
            super().mouseDoubleClickEvent(event)


def button(
    text: str,
    slot: Any = None,
    *,
    icon: str = "",
    kind: str = "",
    name: str = "",
    tip: str = "",
) -> QPushButton:
    """``name`` is what a screen reader says where the text alone would not tell (``Sync now: Mehta Traders``)."""
    out = _Button(text)
    if kind:
        out.setProperty("kind", kind)
    if icon:
        tone = {"primary": "on_accent", "danger": "error", "link": "accent"}.get(kind, "text")
        icons.put(out, icon, tone, 1.0)
    out.setAccessibleName(name or text)
    if tip:
        out.setToolTip(formats.tip(tip))
    if slot is not None:
        out.clicked.connect(slot)
    return out


def glyph(name: str, tone: str = "text", times: float = 1.15) -> QLabel:
    out = QLabel()
    icons.put(out, name, tone, times)
    out.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return out


def row(*items: Any, space: float = 0.5, margins: float = 0.0) -> QHBoxLayout:
    """Widgets, layouts, ``None`` for a stretch."""
    return _fill(QHBoxLayout(), items, space, margins)


def column(*items: Any, space: float = 0.5, margins: float = 0.0) -> QVBoxLayout:
    return _fill(QVBoxLayout(), items, space, margins)


def _fill(layout: Any, items: tuple[Any, ...], space: float, margins: float) -> Any:
    line = QFontMetrics(QApplication.font()).height()
    layout.setSpacing(round(line * space))
    edge = round(line * margins)
    layout.setContentsMargins(edge, edge, edge, edge)
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, QLayout):
            layout.addLayout(item)
        else:
            layout.addWidget(item)
    return layout


def card(*items: Any, kind: str = "card", space: float = 0.5, margins: float = 0.9) -> QFrame:
    out = QFrame()
    out.setProperty("kind", kind)
    out.setLayout(column(*items, space=space, margins=margins))
    return out


def line() -> QFrame:
    out = QFrame()
    out.setProperty("kind", "line")
    out.setFixedHeight(1)
    return out


def clear(layout: QLayout) -> None:
    """Take everything out; the widgets are deleted once the present event is over."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)
            inner.deleteLater()


def scrolled(content: QWidget, name: str, *, read: bool = False) -> Any:
    """A page that is longer than the window. It takes no focus of its own: the arrow keys belong to what is inside.
    ``read``: there is little but text inside; Tab comes to the page itself, and the arrow keys scroll it."""
    area = _scrolling(_area()(), content, name)
    if read:
        from PySide6.QtCore import Qt

        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setProperty("kind", "read")
    return area


def tall(content: QWidget, name: str) -> Any:
    """What a dialog holds, as high as it is; where the screen is lower, it is scrolled."""
    area = _scrolling(_area()(), content, name)
    area.is_tall = True
    return area


@lru_cache(maxsize=1)
def _area() -> Any:
    """First paint does not wait for it."""
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QScrollArea

    class Area(QScrollArea):
        """Never narrower than what is in it, which is not scrolled sideways. ``is_tall``: it asks for its height, too."""

        is_tall = False

        def eventFilter(self, watched: Any, event: Any) -> bool:
            if event.type() == QEvent.Type.LayoutRequest and watched is self.widget():
                self.updateGeometry()
            return super().eventFilter(watched, event)

        def sizeHint(self) -> QSize:
            content = self.widget()
            if not self.is_tall or content is None:
                return super().sizeHint()
            wanted = content.sizeHint()
            if content.hasHeightForWidth():
                wanted.setHeight(content.heightForWidth(max(self.width(), content.minimumSizeHint().width())))
            return wanted

        def minimumSizeHint(self) -> QSize:
            content, beside = self.widget(), self.verticalScrollBar().sizeHint().width()
            least = content.minimumSizeHint().width() if content is not None else 0
            return QSize(least + beside + 2 * self.frameWidth(), em(self, 5))

    return Area


def _scrolling(area: Any, content: QWidget, name: str) -> Any:
    from PySide6.QtCore import Qt

    content.setObjectName("content")
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setAccessibleName(name)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


def room_for(dialog: QWidget) -> QSize:
    """What the screen has for it, without the frame of a window."""
    return dialog.screen().availableGeometry().size() - QSize(em(dialog, 2), em(dialog, 3))


def fit(dialog: QWidget, wide: float, high: float = 0.0) -> None:
    """As large as that in lines of text, without ``high`` as high as what is in it; never larger than the screen. One that is shown
    already does not become smaller."""
    room, layout = room_for(dialog), dialog.layout()
    width = min(max(em(dialog, wide), dialog.width() if dialog.isVisible() else 0), room.width())
    needed = em(dialog, high)
    if not high and layout is not None:
        for each in (dialog, *dialog.findChildren(QWidget)):
            each.ensurePolished()  # before, a field does not know how large its look makes it
        dialog.resize(width, max(dialog.height(), room.height()) if not dialog.isVisible() else dialog.height())
        layout.activate()
        for each in dialog.findChildren(_area()):
            each.updateGeometry()  # now that it knows its width
        needed = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
        needed = max(needed, dialog.height() if dialog.isVisible() else 0)
    dialog.resize(width, min(needed, room.height()))


class StateMark(QWidget):
    """A state: its shape and its words side by side."""

    def __init__(self, *, size: float = 1.0, bold: bool = False) -> None:
        super().__init__()
        self._shape = glyph("info", "muted", 1.1 * size)
        self._words = label(size=size, bold=bold, wrap=True)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        layout = row(self._shape, self._words, space=0.35)
        layout.setAlignment(self._shape, align("AlignVCenter"))
        self.setLayout(layout)
        self.state: Any = None

    def show_state(self, state: Any) -> None:
        if state == self.state:
            return
        self.state = state
        icons.put(self._shape, state.shape, state.tone, self._shape.property("iconTimes"))
        retone(self._words, tone=state.tone)
        self._words.setText(state.words)
        self.setAccessibleName(state.words)


class Note(QFrame):
    """A message in the page: level by shape and colour, one or two lines, and at most a few buttons."""

    SHAPES: ClassVar[dict[str, tuple[str, str]]] = {
        "info": ("info", "accent"),
        "ok": ("check", "ok"),
        "warn": ("warning", "warn"),
        "error": ("error", "error"),
    }

    def __init__(self, level: str = "info", title: str = "", text: str = "", *, below: bool = False) -> None:
        """``below``: the buttons stand under the text, for narrow places."""
        super().__init__()
        self._below = below
        self.setProperty("kind", "note")
        self._shape = glyph("info", "accent")
        self._title = label(bold=True, wrap=True)
        self._text = label(wrap=True)
        selectable(self._text)
        self.actions_row = row(space=0.5)
        words = column(self._title, self._text, space=0.15)
        layout = row(space=0.6, margins=0.6)
        layout.addWidget(self._shape, 0, align("AlignTop"))
        layout.addLayout(words, 1)
        if below:
            self.actions_row.addStretch(1)
            words.addLayout(self.actions_row)
        else:
            layout.addLayout(self.actions_row)
        self.setLayout(layout)
        self.say(level, title, text)

    def say(self, level: str, title: str, text: str = "") -> None:
        level = {"warning": "warn", "question": "warn"}.get(level, level)
        shape, tone = self.SHAPES.get(level, self.SHAPES["info"])
        icons.put(self._shape, shape, tone)
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._text.setText(text)
        self._text.setVisible(bool(text))
        retone(self, level=level)
        self.setAccessibleName(f"{title} {text}".strip())

    def add(self, action: QPushButton) -> QPushButton:
        stretched = self.actions_row.count() - 1 if self._below else self.actions_row.count()
        self.actions_row.insertWidget(stretched, action, 0, align("AlignVCenter"))
        return action


class Empty(QWidget):
    """Nothing to show: says why, and what to do."""

    def __init__(self, icon: str, title: str, text: str = "") -> None:
        super().__init__()
        self._line = em(self)  # layouts ask for the sizes hundreds of times
        picture = glyph(icon, "strong_line", 2.6)
        self._title = label(title, size=1.15, bold=True, wrap=True)
        self._text = label(tone="muted", wrap=True)
        self.buttons = row(space=0.6)
        for each in (self._title, self._text):
            each.setAlignment(align("AlignHCenter"))
        layout = column(None, space=0.5)
        for widget in (picture, self._title, self._text):
            layout.addWidget(widget, 0, align("AlignHCenter"))
        holder = row(None, self.buttons, None)
        layout.addLayout(holder)
        layout.addStretch(2)
        self.setLayout(layout)
        self.say(title, text)

    def say(self, title: str, text: str = "") -> None:
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self._fit()

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """A centred label is given its width, so that it knows its height; in a narrow pane it gives way."""
        for each in (self._title, self._text):
            if each.text():
                wanted = each.fontMetrics().horizontalAdvance(each.text()) + em(self, 1)
                width = max(em(self, 4), min(wanted, em(self, 26), self.width() - em(self, 2)))
                each.setFixedWidth(width)
                each.setFixedHeight(each.heightForWidth(width))

    def sizeHint(self) -> QSize:
        return QSize(self._line * 24, self._line * 10)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._line * 10, self._line * 8)
