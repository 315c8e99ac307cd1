"""Steps and checks as cards: a title, one line of what is set, the form behind it; a list of them that can be put in order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from app.mapping.parameters import Parameter
from app.ui import icons
from app.ui.mappings.parameters import Fields, ParameterForm
from app.ui.theme import colours, em
from app.ui.widgets.basics import Elided, button, column, glyph, label, retone, row
from app.ui.words import tr

_MIME = "application/x-salesmate-step"


class Card(QFrame):
    """``edited``: a setting's name and value. ``moved``: by how many places. It does nothing by itself."""

    edited = Signal(str, object)
    moved = Signal(int)
    removed = Signal()
    toggled = Signal()

    def __init__(
        self,
        name: str,
        title: str,
        parameters: Sequence[Parameter],
        *,
        movable: bool = False,
        fields: Fields | None = None,
    ) -> None:
        super().__init__()
        self.name, self.title = name, title
        self.entry: Mapping[str, Any] = {}
        self.setProperty("kind", "card")
        self._parameters, self._fields = tuple(parameters), fields
        self._form: ParameterForm | None = None  # made when it is first looked at
        self._arguments: Mapping[str, Any] = {}
        self._has_form = bool(parameters)
        self._complains = False
        self.head = button("", self.toggle, kind="flat", icon="right", name=title)
        self.head.setVisible(self._has_form)
        self.words = _Title(title, self)
        self.summary = Elided("", "muted")
        self.value = label(tone="muted", wrap=True)
        self._undo_shape, self._undo_words = glyph("check", "muted", 0.9), label(tone="muted", wrap=True)
        self.complaint = label(tone="error", wrap=True)
        self.up = self.down = None
        tools = row(space=0)
        if movable:
            self.up = self._tool(
                "up", tr("Move up: {what}", what=title), tr("Move up  (Alt+Up)"), lambda: self.moved.emit(-1)
            )
            self.down = self._tool(
                "down", tr("Move down: {what}", what=title), tr("Move down  (Alt+Down)"), lambda: self.moved.emit(1)
            )
            tools.addWidget(self.up)
            tools.addWidget(self.down)
        tools.addWidget(self._tool("trash", tr("Remove: {what}", what=title), tr("Remove"), self.removed.emit))
        top = row(space=0.1)
        if movable:
            top.addWidget(_Grip(self))
        top.addWidget(self.head)
        top.addWidget(self.words, 1)
        top.addLayout(tools)
        undo = row(self._undo_shape, space=0.3)
        undo.addWidget(self._undo_words, 1)
        self._undo = QWidget()
        self._undo.setLayout(undo)
        self._undo.setVisible(movable)
        self._below = column(self.summary, self.value, self._undo, self.complaint, space=0.25)
        self._below.setContentsMargins(em(self, 0.5), 0, em(self, 0.5), em(self, 0.3))
        self.setLayout(column(top, self._below, space=0, margins=0.25))
        self._show_head()
        self.show_value("")
        self.complain("", {})

    def _tool(self, icon: str, name: str, tip: str, slot: Callable[[], None]) -> QPushButton:
        return button("", lambda _checked: slot(), kind="flat", icon=icon, name=name, tip=tip)

    @property
    def form(self) -> ParameterForm:
        if self._form is None:
            self._form = ParameterForm(self.name, self._parameters, self.title, self._fields)
            self._form.show_arguments(self._arguments)
            self._form.changed.connect(self.edited)
            self._form.setVisible(False)
            self._below.addWidget(self._form)
        return self._form

    @property
    def is_open(self) -> bool:
        return self._form is not None and self._form.isVisibleTo(self)

    def set_open(self, on: bool) -> None:
        if on and self._has_form:
            self.form.show()
        elif self._form is not None:
            self._form.hide()
        self._show_head()

    def toggle(self) -> None:
        self.set_open(not self.is_open)
        self.toggled.emit()

    def _show_head(self) -> None:
        if self._has_form:
            icons.put(self.head, "down" if self.is_open else "right", "muted", 0.8)
        state = (tr("open") if self.is_open else tr("folded")) if self._has_form else ""
        self.head.setAccessibleName(", ".join(filter(None, (self.title, state))))
        self.summary.setVisible(bool(self.summary.text()) and not self.is_open)

    def show_entry(self, entry: Mapping[str, Any], arguments: Mapping[str, Any], summary: str) -> None:
        self.entry, self._arguments = entry, arguments
        if self._form is not None:
            self._form.show_arguments(arguments)
        self.summary.setText(summary)
        self.head.setAccessibleDescription(summary)
        self._show_head()

    def show_place(self, at: int, count: int) -> None:
        if self.up is not None and self.down is not None:
            self.up.setEnabled(at > 0)
            self.down.setEnabled(at < count - 1)

    def show_undo(self, shape: str, tone: str, words: str) -> None:
        icons.put(self._undo_shape, shape, tone, 0.9)
        self._undo_words.setText(words)
        self._undo.setToolTip(words)

    def show_value(self, text: str, *, wrong: bool = False) -> None:
        self.value.setText(text)
        self.value.setVisible(bool(text))
        retone(self.value, tone="error" if wrong else "accent")

    def complain(self, whole: str, by_parameter: Mapping[str, str]) -> None:
        """What is wrong with it as a whole, and with single settings: they are unfolded when that is news."""
        self.complaint.setText(whole)
        self.complaint.setVisible(bool(whole))
        if self._form is not None or by_parameter:
            self.form.complain(by_parameter)
        if by_parameter and not self._complains:
            self.set_open(True)
        self._complains = bool(by_parameter)

    def keyPressEvent(self, event: Any) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier and self.up is not None:
            self.moved.emit(step)
        elif event.key() == Qt.Key.Key_Delete and self.head.hasFocus():
            self.removed.emit()
        else:
            super().keyPressEvent(event)


class _Title(QLabel):
    """The card's title: as long as it is, and a click on it unfolds the card."""

    def __init__(self, text: str, card: Card) -> None:
        super().__init__(text)
        self._card = card
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setMinimumWidth(em(self, 4))
        font = self.font()
        font.setWeight(font.Weight.DemiBold)
        self.setFont(font)
        self.setContentsMargins(em(self, 0.2), em(self, 0.2), 0, em(self, 0.2))

    def mousePressEvent(self, event: Any) -> None:
        self._card.toggle()


class _Grip(QLabel):
    """Where a card is taken to be dragged; the buttons beside it do the same."""

    def __init__(self, card: Card) -> None:
        super().__init__()
        self._card = card
        self._pressed: QPoint | None = None
        icons.put(self, "grip", "muted", 1.0)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(tr("Drag it to another place"))

    def mousePressEvent(self, event: Any) -> None:
        self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: Any) -> None:
        if self._pressed is None:
            return
        if (event.position().toPoint() - self._pressed).manhattanLength() < QApplication.startDragDistance():
            return
        self._pressed = None
        drag = QDrag(self._card)
        data = QMimeData()
        data.setData(_MIME, b"step")
        drag.setMimeData(data)
        drag.setPixmap(self._card.grab())
        drag.exec(Qt.DropAction.MoveAction)


class CardList(QWidget):
    """Cards one below the other. ``dropped``: a card was dragged from one place to another."""

    dropped = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self.cards: list[Card] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(em(self, 0.4))
        self._mark = QFrame(self)
        self._mark.setFixedHeight(max(2, em(self, 0.12)))
        self._mark.hide()
        self.setAcceptDrops(True)

    def arrange(self, entries: Sequence[Mapping[str, Any]], make: Callable[[int], Card], key: str) -> bool:
        """One card for each entry, of those that are there as many as serve. True when any came, went or moved."""
        free = list(self.cards)
        wanted = [_taken(free, partial(_shows, entry)) for entry in entries]
        for at, entry in enumerate(entries):
            if wanted[at] is None:
                wanted[at] = _taken(free, partial(_bears, str(entry.get(key))))
        for card in free:
            self._layout.removeWidget(card)
            card.hide()
            card.deleteLater()
        cards = [card if card is not None else make(at) for at, card in enumerate(wanted)]
        changed = cards != self.cards
        if changed:
            for at, card in enumerate(cards):
                if self._layout.indexOf(card) != at:
                    self._layout.insertWidget(at, card)
        self.cards = cards
        return changed

    def dragEnterEvent(self, event: Any) -> None:
        if event.mimeData().hasFormat(_MIME) and event.source() in self.cards:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: Any) -> None:
        at = self.place_at(event.position().toPoint().y())
        edge = self.cards[at].y() if at < len(self.cards) else self.cards[-1].geometry().bottom()
        self._mark.setStyleSheet(f"background: {colours().accent};")
        self._mark.setGeometry(0, max(0, edge - self._layout.spacing() // 2), self.width(), self._mark.height())
        self._mark.show()
        self._mark.raise_()
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: Any) -> None:
        self._mark.hide()

    def dropEvent(self, event: Any) -> None:
        self._mark.hide()
        at, to = self.cards.index(event.source()), self.place_at(event.position().toPoint().y())
        to -= to > at
        event.acceptProposedAction()
        if to != at:
            self.dropped.emit(at, to)

    def place_at(self, y: int) -> int:
        """Between which cards ``y`` is: the place that what is dropped there gets."""
        return sum(1 for card in self.cards if card.geometry().center().y() < y)


def _shows(entry: Mapping[str, Any], card: Card) -> bool:
    return card.entry == entry


def _bears(name: str, card: Card) -> bool:
    return card.name == name


def _taken(free: list[Card], fits: Callable[[Card], bool]) -> Card | None:
    for at, card in enumerate(free):
        if fits(card):
            return free.pop(at)
    return None
