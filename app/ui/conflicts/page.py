"""The open decisions with what differs, to look at. Deciding them comes with the review queue."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.ui.conflicts import presenter
from app.ui.desk import Desk, Page
from app.ui.theme import em
from app.ui.widgets.basics import Empty, Note, button, card, clear, column, label, row
from app.ui.widgets.table import Column, RowsModel, Table
from app.ui.words import plural, tr


def make(desk: Desk) -> Page:
    return ConflictsPage(desk)


class ConflictsPage(Page):
    kinds = frozenset({"conflicts", "connections"})
    name = "conflicts"
    MOST = 500

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Conflicts"))
        self._all: list[Any] = []
        columns = [
            Column(tr("Record"), 14, stretch=True),
            Column(tr("Kind"), 7),
            Column(tr("What happened"), 15),
            Column(tr("Where they differ"), 14),
            Column(tr("Connection"), 10),
            Column(tr("Since"), 8),
        ]
        self.model = RowsModel(columns)
        self.model.setParent(self)
        self.table = Table(self.model, columns, tr("Decisions that wait"))
        self.table.current_changed.connect(self._show)
        self.number = label(tone="muted")
        self._detail = QVBoxLayout()
        self._panel = card(self._detail, None)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.table)
        split.addWidget(self._panel)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(em(self, 0.5))
        self.note = Note(
            "info",
            "",
            tr("Nothing is lost while a record waits here: both versions are kept, and the rest goes on syncing."),
        )
        filled = QWidget()
        inside = column(self.note, row(self.number, None), split, space=0.6)
        inside.setStretch(2, 1)
        filled.setLayout(inside)
        self._stack = QStackedWidget()
        self._stack.addWidget(filled)
        self._stack.addWidget(
            Empty(
                "check",
                tr("Nothing waits for your decision"),
                tr("Records that were changed on both sides appear here."),
            )
        )
        self.body.addWidget(self._stack, 1)

    def take_focus(self) -> None:
        self.table.setFocus()

    def refresh(self) -> None:
        self.desk.work.read(
            lambda: self.desk.services.conflicts.list(status="open", limit=self.MOST),
            self._loaded,
            owner=self,
            key="list",
        )

    def _loaded(self, answer: Any) -> None:
        self._all, more = answer
        self._stack.setCurrentIndex(0 if self._all else 1)
        self.model.set_rows(presenter.rows(self._all))
        words = plural(len(self._all), "{n} decision waits", "{n} decisions wait")
        self.number.setText(words + ("+" if more else ""))
        if self._all and not self.table.currentIndex().isValid():
            self.table.selectRow(0)
        elif self._all:
            self._show(self.table.currentIndex().row())

    def _show(self, row_: int) -> None:
        clear(self._detail)
        if not 0 <= row_ < len(self._all):
            return
        each = self._all[row_]
        head = row(label(each.label or each.remote_id, size=1.1, bold=True), None)
        if each.local_id:
            show = button(tr("Show the record"), self._go, kind="link")
            show.setProperty("target", f"record:{each.entity_type}:{each.local_id}")
            head.addWidget(show)
        self._detail.addLayout(head)
        self._detail.addWidget(label(presenter.kind_words(each.kind), tone="warn"))
        sides = presenter.sides(each)
        if sides:
            columns = [
                Column(tr("Field"), 10),
                Column(tr("How it was"), 12, stretch=True),
                Column(tr("Here"), 14),
                Column(tr("In {name}", name=each.connection_name), 14),
            ]
            model = RowsModel(columns)
            table = Table(model, columns, tr("The two versions"))
            model.setParent(table)
            model.set_rows([(line[0], line) for line in sides])
            table.fit_rows(6)
            self._detail.addWidget(table)
        for candidate in each.candidates[:5]:
            open_ = button(tr("Show the possible match"), self._go, kind="link")
            open_.setProperty("target", f"record:{each.entity_type}:{candidate}")
            self._detail.addWidget(open_, 0, Qt.AlignmentFlag.AlignLeft)
        hint = tr("The simplest way today: make both sides say the same, then sync. It leaves this list by itself.")
        self._detail.addWidget(label(hint, tone="muted", wrap=True))

    def _go(self) -> None:
        self.desk.go(self.sender().property("target"))
