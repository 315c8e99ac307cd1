"""Cards side by side, as many as fit: a grid whose number of columns follows its width."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from app.ui.theme import em


class CardGrid(QWidget):
    """Holds widgets of at least ``least`` lines of width; they share each row evenly. A row is at most ``high`` lines high."""

    def __init__(self, least: float = 20.0, most: int = 4, high: float = 0.0) -> None:
        super().__init__()
        self._least, self._most, self._high = least, most, high
        self._cards: list[QWidget] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(em(self, 0.7))

    def set_cards(self, cards: Sequence[QWidget]) -> None:
        if list(cards) == self._cards:
            return
        for old in self._cards:
            if old not in cards:
                self._grid.removeWidget(old)
                old.hide()
                old.deleteLater()
        self._cards = list(cards)
        self._columns = 0
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        fit = max(1, min(self._most, self.width() // max(1, em(self, self._least)), max(1, len(self._cards))))
        if fit == self._columns:
            return
        for column in range(self._columns):
            self._grid.setColumnStretch(column, 0)
        self._columns = fit
        for index, card in enumerate(self._cards):
            self._grid.addWidget(card, index // fit, index % fit)
            card.show()
        for column in range(fit):
            self._grid.setColumnStretch(column, 1)
        if self._high:
            self.setMaximumHeight(em(self, self._high) * -(-len(self._cards) // fit))
