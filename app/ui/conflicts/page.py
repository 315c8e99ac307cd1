"""The review queue: what waits, by connection, kind of record and kind of conflict, and the chosen one below it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QComboBox, QSplitter, QStackedWidget, QWidget

from app.ui import formats, states
from app.ui.conflicts import presenter
from app.ui.conflicts.decided import WayBack
from app.ui.conflicts.panel import DecisionPanel
from app.ui.desk import Desk, Page
from app.ui.theme import em
from app.ui.widgets.basics import Empty, Note, column, label, row
from app.ui.widgets.table import Column, RowsModel, Table
from app.ui.words import plural, tr


def make(desk: Desk) -> Page:
    return ConflictsPage(desk)


class ConflictsPage(Page):
    kinds = frozenset({"conflicts", "connections"})
    name = "conflicts"
    MOST = 3000
    AT_ONCE = 500

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Conflicts"))
        self._all: list[Any] = []
        self._shown: list[Any] = []
        self._more = False
        self._decided = False
        self._status = ""
        self._rows: dict[str, Any] = {}
        self._filling = False
        columns = [
            Column(tr("Record"), 13, stretch=True),
            Column(tr("Kind"), 5.5),
            Column(tr("What happened"), 11.5),
            Column(tr("Where they differ"), 9),
            Column(tr("Connection"), 8.5),
            Column(tr("Since"), 5.5),
        ]
        self.model = RowsModel(columns)
        self.model.setParent(self)
        self.table = Table(self.model, columns, tr("Decisions that wait"))
        self.table.selectionModel().selectionChanged.connect(self._selected)
        self.table.opened.connect(self._opened)
        self.model.modelReset.connect(self._selected)
        self.state = self._state_box()
        self.connection = self._filter(tr("Show decisions of one connection"), tr("All connections"))
        self.entity = self._filter(tr("Show decisions of one kind of record"), tr("All kinds of record"))
        self.kind = self._filter(tr("Show one kind of decision"), tr("All kinds of decision"))
        for key in presenter.KINDS:
            self.kind.addItem(presenter.kind_words(key), key)
        self.number = label(tone="muted")
        self.panel = DecisionPanel(desk)
        self.way_back = WayBack(desk, self)
        self.way_back.over.connect(self._taken_back)
        self.panel.applied.connect(self._applied)
        self.panel.outdated.connect(self.refresh)
        self.panel.back_asked.connect(self.way_back.take_back)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.table)
        split.addWidget(self.panel)
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 3)
        split.setSizes([em(self, 13), em(self, 24)])
        split.setChildrenCollapsible(False)
        split.setHandleWidth(em(self, 0.5))
        text = tr("Nothing is lost while a record waits here: both versions are kept, and the rest goes on syncing.")
        self.note = Note("info", "", text)
        filled = QWidget()
        inside = column(self.note, split, space=0.6)
        inside.setStretch(1, 1)
        filled.setLayout(inside)
        self._stack = QStackedWidget()
        self._stack.addWidget(filled)
        self.empty = Empty("check", "", "")
        self._stack.addWidget(self.empty)
        filters = row(self.state, self.connection, self.entity, self.kind, None, self.number, space=0.6)
        self.body.addWidget(self.way_back.note)
        self.body.addLayout(filters)
        self.body.addWidget(self._stack, 1)

    def keyPressEvent(self, event: Any) -> None:
        """Ctrl+Enter applies, Ctrl+Z takes back, from anywhere on the page: what the widgets leave comes here."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if enter and control:
            self.panel.apply.click()
        elif event.key() == Qt.Key.Key_Z and control:
            self.way_back.last()
        else:
            super().keyPressEvent(event)

    def _applied(self, ids: list[str], words: str) -> None:
        self.way_back.offer(ids, words)
        self.refresh()

    def _taken_back(self) -> None:
        self.refresh()
        self.table.setFocus()  # what had the keyboard is hidden

    def _other_state(self) -> None:
        decided = self.state.currentData() != "open"
        self.note.setVisible(not decided)
        for at, words in (
            (3, tr("Decision") if decided else tr("Where they differ")),
            (5, tr("When") if decided else tr("Since")),
        ):
            self.model.set_title(at, words)
        self.refresh()

    def _state_box(self) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(tr("Show what waits, or what was decided"))
        box.addItem(tr("Waiting for you"), "open")
        box.addItem(tr("Decided"), "resolved")
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.currentIndexChanged.connect(self._other_state)
        return box

    def _filter(self, name: str, everything: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.addItem(everything, None)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.currentIndexChanged.connect(self._show)
        return box

    def take_focus(self) -> None:
        self.table.setFocus()

    def refresh(self) -> None:
        self._read(self.state.currentData(), [], None)

    def _read(self, status: str, before: list[Any], cursor: str | None) -> None:
        """One page after the other, so that other screens' questions come in between."""
        conflicts, at_once = self.desk.services.conflicts, self.AT_ONCE

        def call() -> Any:
            page, onward = conflicts.list(status=status, limit=at_once, cursor=cursor, newest_first=status != "open")
            rows = (presenter.rows if status == "open" else presenter.decided_rows)(page)
            return status, [*before, *zip(page, rows, strict=True)], onward

        self.desk.work.read(call, self._loaded, owner=self, key="list")

    def _loaded(self, answer: Any) -> None:
        status, found, onward = answer
        more = onward is not None and status == "open" and len(found) < self.MOST
        if more:
            self._read(status, found, onward)
        if not more or len(found) > len(self._all) or status != self._status:
            self._fill(status, found, more=onward is not None)

    def _fill(self, status: str, found: list[Any], *, more: bool) -> None:
        """The first page at once; later on what is known stays until all is known anew."""
        self._status, self._more = status, more
        self._all = [each for each, _ in found]
        self._rows = dict(row for _, row in found)
        self._decided = status != "open"
        if not self._decided:
            self.empty.say(
                tr("Nothing waits for your decision"), tr("Records that were changed on both sides appear here.")
            )
        else:
            self.empty.say(
                tr("Nothing was decided yet"), tr("What you or your rule decide about records appears here.")
            )
        self._stack.setCurrentIndex(0 if self._all else 1)
        self._offer(self.connection, {each.connection_id: each.connection_name for each in self._all})
        kinds = {each.entity_type for each in self._all}
        self._offer(self.entity, {name: states.entity_plural(name) for name in states.ordered(kinds)})
        self._show()

    def _offer(self, box: QComboBox, choices: dict[str, str]) -> None:
        """What there is to filter by; a choice that has nothing left to show is taken back."""
        present = {box.itemData(at): box.itemText(at) for at in range(1, box.count())}
        if present == choices:
            return
        chosen = box.currentData()
        box.blockSignals(True)
        while box.count() > 1:
            box.removeItem(1)
        for key, words in choices.items():
            box.addItem(words, key)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        box.blockSignals(False)

    def _show(self) -> None:
        kept, place = self._chosen_ids(), self.table.currentIndex().row()
        wanted = (self.connection.currentData(), self.entity.currentData(), self.kind.currentData())
        self._shown = presenter.filtered(self._all, *wanted)
        self._filling = True  # what is half decided below must not see the list empty for a moment
        self.model.set_rows([(each.id, self._rows[each.id]) for each in self._shown])
        self._choose([self.model.row_of(key) for key in kept], place)
        self._filling = False
        words = plural(len(self._all), "{n} decision waits", "{n} decisions wait")
        if self._decided:
            words = plural(len(self._all), "{n} decision", "{n} decisions")
        words += "+" if self._more else ""
        if len(self._shown) != len(self._all):
            words = tr("{n} shown  ·  {all}", n=formats.grouped(len(self._shown)), all=words)
        self.number.setText(words)
        self._selected()

    def _choose(self, kept: list[int], place: int) -> None:
        """The rows that were chosen; where they are decided and gone, what stands in their place."""
        if not self._shown or self._chosen_ids():
            return
        rows = [row_ for row_ in kept if row_ >= 0] or [min(max(place, 0), len(self._shown) - 1)]
        self.table.setCurrentIndex(self.model.index(rows[0], 0))
        select = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for row_ in rows:
            self.table.selectionModel().select(self.model.index(row_, 0), select)

    def _chosen_ids(self) -> list[str]:
        selection = self.table.selectionModel()
        return [self.model.key(index.row()) for index in selection.selectedRows()] if selection else []

    def _selected(self, *_: Any) -> None:
        if self._filling:
            return
        chosen = set(self._chosen_ids())
        self.panel.show_conflicts([each for each in self._shown if each.id in chosen])

    def _opened(self, row_: int) -> None:
        self.panel.take_focus()
