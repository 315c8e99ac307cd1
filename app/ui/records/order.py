"""In which order the records are listed: remembered for each kind, chosen here or by a click on a column's title."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from app.ui.desk import Desk
from app.ui.records import presenter
from app.ui.words import tr

_KEPT = "order_of_"


class OrderBox(QComboBox):
    """``order``: a field's name, and whether downwards; ``None`` is the list's own order."""

    chosen = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._entity = ""
        self._shown: list[tuple[str, str]] = []
        self.setAccessibleName(tr("Order of the records"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.currentIndexChanged.connect(self._changed)

    @property
    def order(self) -> tuple[str, bool] | None:
        name, _, way = str(self.currentData() or "").partition(":")
        return (name, way == "down") if name else None

    def show_entity(self, entity: str, count: int) -> None:
        """What so many records can be sorted by, and what was chosen the last time."""
        if not entity:
            return
        self._entity = entity
        orders = presenter.orders(entity, self._desk.services.records.sortable(entity, count))
        if orders == self._shown:
            return
        self._shown = orders
        self.blockSignals(True)
        self.clear()
        for words, key in orders:
            self.addItem(words, key)
        self.setCurrentIndex(max(0, self.findData(self._desk.local.get(_KEPT + entity))))
        self.blockSignals(False)

    def put(self, name: str, *, down: bool) -> bool:
        """Choose a field (none: the list's own order). False where it is not to be had."""
        at = self.findData(presenter.order_key(name, down=down))
        if at < 0:
            return False
        self.blockSignals(True)
        self.setCurrentIndex(at)
        self.blockSignals(False)
        self._keep()
        return True

    def _keep(self) -> None:
        self._desk.local.set(_KEPT + self._entity, str(self.currentData() or ""))

    def _changed(self, *_: Any) -> None:
        self._keep()
        self.chosen.emit()
