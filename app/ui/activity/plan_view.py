"""The plan of a trial run: what a sync would do here and in the other system, item by item, and the button that does it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QWidget

from app.ui.activity import plan
from app.ui.theme import em
from app.ui.widgets.basics import Note, button, clear, column, label, row, selectable
from app.ui.widgets.table import Cell, Column, RowsModel, Table
from app.ui.words import plural, tr


class PlanView(QWidget):
    wanted = Signal(tuple)  # do exactly this, but for the items of these ids
    asked_record = Signal(str)  # a target for Desk.go

    def __init__(self, given: Any, system: str) -> None:
        super().__init__()
        self._plan, self._system = given, system
        self._items: list[Any] = []
        self._left_out: set[int] = set()
        total = plan.total(given)
        self.note = Note("info", plan.title(given), plan.summary(given, system), below=True)
        self.do = button(tr("Do exactly this"), self._want, kind="primary")
        self.do.setToolTip(tr("Records that changed since then are left for the next sync"))
        if total and given.status == "open":
            self.note.add(self.do)
        columns = [
            Column(tr("Record"), 10, stretch=True),
            Column(tr("What would happen"), 9.2),
            Column(tr("Where"), 7),
        ]
        self.model = RowsModel(columns)
        self.model.setParent(self)
        self.table = Table(self.model, columns, tr("What a sync would do"))
        self.table.current_changed.connect(self._chosen)
        self.table.opened.connect(self._opened)
        self.table.delete_pressed.connect(self._leave)
        self.filter = QComboBox()
        self.filter.setAccessibleName(tr("Show a part of the plan"))
        for key, words in plan.filters(given, system):
            self.filter.addItem(words, key)
        self.filter.currentIndexChanged.connect(self._fill)
        self._more = label(tone="muted", wrap=True)
        self._about = QFrame()
        self._grid = QGridLayout(self._about)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(em(self, 0.9))
        self._grid.setVerticalSpacing(em(self, 0.2))
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self.setLayout(column(self.note, row(self.filter, None), self.table, self._more, self._about, space=0.5))
        for each in (self.filter, self.table, self._about):
            each.setVisible(bool(total))
        self._fill()

    def _fill(self) -> None:
        self._items = plan.items(self._plan, self.filter.currentData())
        shown = self._items[: plan.MOST]
        self.model.set_rows([(str(at), self._cells(item)) for at, item in enumerate(shown)])
        self.table.fit_rows(9)
        rest = plan.hidden(self._plan, self.filter.currentData(), len(shown))
        self._more.setText(plural(rest, "{n} more is not listed.", "{n} more are not listed."))
        self._more.setVisible(rest > 0)
        if shown:
            self.table.selectRow(0)
        self._chosen(0)

    def _cells(self, item: Any) -> tuple[Any, ...]:
        tone = {"conflict": "warn", "delete": "error"}.get(item.action, "")
        what = Cell(plan.action_words(item), tone)
        if item.id in self._left_out:
            what = Cell(tr("Left out"), "muted")
        return item.label or plan.kind(item), what, plan.where(item.side, self._system)

    def _chosen(self, row_: int) -> None:
        clear(self._grid)
        if not 0 <= row_ < len(self._items):
            return
        item = self._items[row_]
        name = item.label or plan.kind(item)
        words = column(label(name, bold=True, wrap=True), space=0.1)
        words.addWidget(selectable(label(plan.about(item), tone="muted", wrap=True)))
        head = row(space=0.6)
        head.addLayout(words, 1)
        if item.action != "conflict" and self._plan.status == "open":
            leave = tr("Put it back") if item.id in self._left_out else tr("Leave this out")
            head.addWidget(button(leave, self._leave, name=f"{leave}: {name}", tip=f"{leave}  (Del)"))
        self._grid.addLayout(head, 0, 0, 1, 3)
        lines = plan.field_lines(item)
        if lines:
            for place, title in enumerate((tr("Field"), tr("From"), tr("To"))):
                self._grid.addWidget(label(title, bold=True), 1, place)
        for at, (title, before, after) in enumerate(lines, start=2):
            self._grid.addWidget(label(title, tone="muted"), at, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(label(before, wrap=True), at, 1, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(label(after, bold=True, wrap=True), at, 2, Qt.AlignmentFlag.AlignTop)

    def _leave(self) -> None:
        row_ = self.table.currentIndex().row()
        if not 0 <= row_ < len(self._items) or self._items[row_].action == "conflict" or self._plan.status != "open":
            return
        item = self._items[row_]
        self._left_out ^= {item.id}
        self.model.set_row(str(row_), self._cells(item))
        count = len(self._left_out)
        self.do.setText(tr("Do all but {n}", n=count) if count else tr("Do exactly this"))
        self.do.setAccessibleName(self.do.text())
        self._chosen(row_)

    def _want(self) -> None:
        self.wanted.emit(tuple(sorted(self._left_out)))

    def _opened(self, row_: int) -> None:
        item = self._items[row_]
        if item.local_id:
            self.asked_record.emit(f"record:{item.entity_type}:{item.local_id}")
