"""The same choice for several decisions: a question for each kind among them, and what the answer does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from app.ui.conflicts import presenter
from app.ui.conflicts.review import Option
from app.ui.widgets.basics import column, label
from app.ui.words import plural, tr


class BulkReview(QWidget):
    """``orders``: ``(resolution, ids)`` for each kind that was answered."""

    changed = Signal()

    def __init__(self, conflicts: Sequence[Any]) -> None:
        super().__init__()
        self._groups = presenter.by_kind(conflicts)
        self._answers: dict[str, str] = {}
        layout = column(space=0.35)
        for kind, members in self._groups.items():
            count = plural(len(members), "{n} record", "{n} records")
            layout.addWidget(label(f"{presenter.kind_words(kind)}  ·  {count}", bold=True))
            group = QButtonGroup(self)
            for resolution, words, effect in presenter.bulk_options(kind, members):
                option = Option(f"{words}\n{effect}", f"{words}: {effect}", group)
                option.setProperty("kind_", kind)
                option.setProperty("resolution", resolution)
                option.chosen.connect(self._picked)
                layout.addWidget(option)
        layout.addStretch(1)
        self.setLayout(layout)

    def _picked(self) -> None:
        self._answers[self.sender().property("kind_")] = self.sender().property("resolution")
        self.changed.emit()

    def orders(self) -> list[tuple[str, list[str]]]:
        return [(self._answers[kind], [each.id for each in self._groups[kind]]) for kind in self._answers]

    def effect(self) -> str:
        count = sum(len(ids) for _, ids in self.orders())
        if not count:
            return tr("Nothing is chosen yet.")
        return plural(count, "{n} record is decided.", "{n} records are decided.")
