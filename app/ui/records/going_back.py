"""Going back to an earlier version of a record: what would change is shown before it is done."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from app.model.entities import ENTITIES
from app.ui.desk import Desk
from app.ui.records import presenter
from app.ui.theme import em
from app.ui.widgets.basics import Note, button, fit, label, row, scrolled
from app.ui.words import tr


class GoBack(QDialog):
    def __init__(
        self, desk: Desk, entity: str, record: dict[str, Any], event: presenter.Event, where: str, parent: QWidget
    ) -> None:
        """``event``: the version to go back to; ``where``: what becomes of a change, in words."""
        super().__init__(parent)
        self.desk, self.entity, self.record, self.then = desk, entity, record, event
        self._spec = ENTITIES[entity]
        title = str(record.get(self._spec.label_field) or tr(self._spec.title))
        self.setWindowTitle(tr("Go back to an earlier version"))
        self.note = Note("error")
        self.note.hide()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(em(self, 1.0))
        self._grid.setVerticalSpacing(em(self, 0.3))
        for at in (1, 2):
            self._grid.setColumnStretch(at, 1)
        content = QWidget()
        content.setLayout(self._grid)
        area = scrolled(content, tr("What changes"), read=True)
        self.go = button(tr("Go back"), self._go, kind="primary")
        self.go.setEnabled(False)
        cancel = button(tr("Cancel"), self.reject)
        layout = QVBoxLayout(self)
        edge = em(self, 1.1)
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.setSpacing(em(self, 0.7))
        layout.addWidget(label(title, size=1.2, bold=True, wrap=True))
        layout.addWidget(label(f"{event.when}  ·  {event.what}", tone="muted", wrap=True))
        layout.addWidget(label(where, tone="muted", wrap=True))
        layout.addWidget(self.note)
        layout.addWidget(area, 1)
        layout.addLayout(row(None, cancel, self.go))
        fit(self, 40, 26)
        cancel.setFocus()
        self._load()

    def _load(self) -> None:
        records, entity, id_, to = self.desk.services.records, self.entity, self.record["id"], self.then.version
        self.desk.work.read(
            lambda: records.history(entity, id_, limit=1, cursor=str(to + 1)), self._loaded, self._failed, owner=self
        )

    def _loaded(self, found: list[Any]) -> None:
        lines = presenter.going_back(self._spec, self.record, found[0].record) if found else []
        heads = (tr("Field"), tr("As it is"), tr("As it was then"))
        for at, words in enumerate(heads):
            self._grid.addWidget(label(words, bold=True), 0, at)
        for at, (title, now, then) in enumerate(lines, start=1):
            self._grid.addWidget(label(title, tone="muted"), at, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(label(now, wrap=True), at, 1, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(label(then, bold=True, wrap=True), at, 2, Qt.AlignmentFlag.AlignTop)
        if not lines:
            self._grid.addWidget(label(tr("Nothing differs from then."), tone="muted"), 1, 0, 1, 3)
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        self.go.setEnabled(bool(lines) or bool(self.record.get("deleted_at")))

    def _go(self) -> None:
        self.go.setEnabled(False)
        records, entity, record, to = self.desk.services.records, self.entity, self.record, self.then.version
        self.desk.work.do(
            lambda token: records.go_back(entity, record["id"], to, version=record["version"]),
            lambda _: self.accept(),
            self._failed,
            owner=self,
        )

    def _failed(self, problem: Any) -> None:
        self.note.say("error", problem.message, problem.hint)
        self.note.show()
