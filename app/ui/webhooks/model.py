"""Events, the newest first: pages of a hundred, read off this thread as somebody scrolls down."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal

from app.ui.webhooks import presenter
from app.ui.widgets.table import ROOT, Cell, Cells, Column, Index, cell_data, header_data
from app.ui.words import tr

SIZE = 100


class EventsModel(Cells):
    """``names`` are the webhooks' by id. What changed is read again where somebody looks; rows keep their places."""

    FROM = 2  # the column that is of use with several webhooks

    filled = Signal()
    failed = Signal(object)

    def __init__(self, services: Any, work: Any, parent: Any = None) -> None:
        super().__init__(parent)
        self._webhooks = services.webhooks
        self._work = work
        self.columns = (
            Column("", 2),
            Column(tr("When"), 6.5),
            Column(tr("Sent by"), 8.5),
            Column(tr("What"), 14),
            Column(tr("What came of it"), 14, stretch=True),
            Column(tr("Tries"), 3.4, True),
        )
        self.names: Mapping[str, str] = {}
        self.more = False
        self._lines: list[Any] = []
        self._cells: list[tuple[Cell, ...]] = []
        self._filter: tuple[str | None, str | None] = (None, None)
        self._generation = 0
        self._fetching = False

    # -- what is shown

    def choose(self, webhook_id: str | None, status: str | None) -> None:
        """Another filter: everything is asked anew."""
        self._filter = webhook_id, status
        self._start_with([], [], more=False)
        self.refresh()

    def refresh(self, top: int = 0) -> None:
        """Read the page again that begins with row ``top``."""
        self._read(self._lines[top - 1].id if 0 < top <= len(self._lines) else None, "page")

    def line(self, row: int) -> Any:
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, event_id: str) -> int:
        return next((row for row, one in enumerate(self._lines) if one.id == event_id), -1)

    # -- reading

    def _read(self, before: str | None, key: str) -> None:
        """The page that follows the event ``before``, the newest one without it."""
        generation, names, (webhook_id, status) = self._generation, self.names, self._filter
        webhooks = self._webhooks

        def call() -> Any:
            lines, cursor = webhooks.lines(webhook_id, status, SIZE, before)
            cells = [presenter.event_cells(line, names.get(line.webhook_id, "")) for line in lines]
            return generation, key, before, list(lines), cells, cursor is not None

        self._work.read(call, self._got, self._not_read, owner=self, key=key)

    def _not_read(self, problem: Any) -> None:
        self._fetching = False
        self.failed.emit(problem)

    def _got(self, answer: Any) -> None:
        generation, key, before, lines, cells, more = answer
        if generation != self._generation:
            return
        if key == "more":
            self._fetching = False
        start = self._below(before) if before is not None else 0
        end = self._below(lines[-1].id) if more else len(self._lines)
        if before is None and end == 0 and self._lines:
            # More came than a page holds: what lies between them and those held is not known.
            self._start_with(lines, cells, more=more)
        else:
            if end == len(self._lines):
                self.more = more
            self._replace(start, end, lines, cells)
        self.filled.emit()

    def _below(self, event_id: str) -> int:
        """The first row that is older than the event."""
        return bisect_left(self._lines, True, key=lambda line: line.id < event_id)

    def _start_with(self, lines: list[Any], cells: list[tuple[Cell, ...]], *, more: bool) -> None:
        self.beginResetModel()
        self._generation += 1
        self._fetching = False
        self._lines, self._cells, self.more = lines, cells, more
        self.endResetModel()

    def _replace(self, start: int, end: int, lines: list[Any], cells: list[tuple[Cell, ...]]) -> None:
        """Rows ``start`` to ``end`` become these; those that stay are not moved, so that a chosen one stays chosen."""
        kept = {line.id for line in lines}
        for row in range(end - 1, start - 1, -1):
            if self._lines[row].id not in kept:
                self.beginRemoveRows(ROOT, row, row)
                del self._lines[row], self._cells[row]
                self.endRemoveRows()
        at, place = start, 0
        held = {line.id for line in self._lines[start:]}
        while place < len(lines):
            new = place
            while new < len(lines) and lines[new].id not in held:
                new += 1
            if new > place:
                self.beginInsertRows(ROOT, at, at + new - place - 1)
                self._lines[at:at], self._cells[at:at] = lines[place:new], cells[place:new]
                self.endInsertRows()
                at, place = at + new - place, new
            else:
                self._lines[at], self._cells[at] = lines[place], cells[place]
                at, place = at + 1, place + 1
        if lines:
            self.dataChanged.emit(self.index(start, 0), self.index(at - 1, len(self.columns) - 1))

    # -- Qt's side

    def canFetchMore(self, parent: Index = ROOT) -> bool:
        return self.more and not self._fetching and not parent.isValid()

    def fetchMore(self, parent: Index = ROOT) -> None:
        if self._lines:
            self._fetching = True
            self._read(self._lines[-1].id, "more")

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return header_data(self.columns, section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._cells):
            return None
        return cell_data(self._cells[index.row()][index.column()], self.columns[index.column()], role)
