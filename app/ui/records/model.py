"""A million rows: pages of 128, fetched off this thread as they come into view, the 128 last used are kept."""

from __future__ import annotations

from collections import OrderedDict
from typing import Any, ClassVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFont

from app.model.cancel import CancelToken
from app.model.entities import ENTITIES
from app.ui import formats
from app.ui.records import presenter
from app.ui.theme import colour
from app.ui.widgets.table import (
    NUMBER,
    ROLE_FONT,
    ROLE_SIDE,
    ROLE_TEXT,
    ROLE_TONE,
    ROOT,
    TEXT,
    Cells,
    Column,
    Index,
    header_data,
)
from app.ui.words import tr

#: Rows of a page: some screenfuls. Making more of them takes the interpreter from the window for longer.
SIZE = 128
KEPT = 128
WANTED = 4  # pages a scroll bar flew over are not fetched


class RecordsModel(Cells):
    """Rows are found by the first id of their page (keyset): no OFFSET, so the last page costs what the first does."""

    ROLES: ClassVar[frozenset[int]] = Cells.ROLES - {Qt.ItemDataRole.DecorationRole}
    counted = Signal(int)
    failed = Signal(object)
    sort_asked = Signal(int, bool)  # by a click on that column's title, downwards; column -1 is the list's own order

    def __init__(self, services: Any, work: Any, parent: Any = None) -> None:
        super().__init__(parent)
        self._records = services.records
        self._work = work
        self.entity = ""
        self._query: str | None = None
        self._state: str | None = None
        self._newest_first = False
        self._order: tuple[str, bool] | None = None
        self.columns: tuple[Column, ...] = ()
        self._total = 0
        self._starts: list[Any] = []
        self._pages: OrderedDict[int, list[presenter.Row]] = OrderedDict()
        self._stale: set[int] = set()
        self._wanted: list[int] = []
        self._asking: int | None = None
        self._generation = 0
        self._token = CancelToken()
        self.loading = False
        self._held = False
        self._italic = QFont()
        self._italic.setItalic(True)
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._ask)

    # -- what is shown

    def choose(self, entity: str, query: str = "", state: str = "", order: tuple[str, bool] | None = None) -> None:
        """Another kind, search, filter or order: everything is asked anew. ``order``: a field, and whether downwards."""
        self._token.cancel()
        self._generation += 1
        self.beginResetModel()
        self.entity = entity
        self._query, self._state = query or None, state or None
        self._order = order
        self._newest_first = (
            order is None and ENTITIES[entity].is_document
        )  # people look for the last invoice, not for the first
        self.columns = tuple(
            Column(tr(spec.title), width or 12, presenter.is_number(spec), stretch=not width)
            for spec, width in presenter.columns(entity)
        )
        self._total, self._starts = 0, []
        self._forget()
        self.endResetModel()
        self._count()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.sort_asked.emit(column, order == Qt.SortOrder.DescendingOrder)

    def refresh(self) -> None:
        """Something changed: rows stay where they are, and are fetched again as they are looked at."""
        if self.entity and not self.loading:
            self._count()

    def hold(self) -> None:
        """Ask nothing until :meth:`go_on`: what is shown first would wait for the interpreter."""
        self._held = True

    def go_on(self) -> None:
        if self._held:
            self._held = False
            self._count()
            self._soon.start()

    def _count(self) -> None:
        if self._held:
            return
        self.loading = True
        token = self._token = CancelToken()
        generation, entity, query, state = self._generation, self.entity, self._query, self._state
        newest, order = self._newest_first, self._order

        def call() -> Any:
            if order is not None:
                field, down = order
                return generation, self._records.sorted_starts(
                    entity, field, q=query, state=state, size=SIZE, descending=down
                )
            return generation, self._records.page_starts(
                entity, q=query, state=state, size=SIZE, newest_first=newest, cancel=token
            )

        self._work.read(call, self._counted, self._count_failed, owner=self, key="count")

    def _count_failed(self, problem: Any) -> None:
        self.loading = False
        if problem.code != "cancelled":
            self.failed.emit(problem)

    def _counted(self, answer: Any) -> None:
        generation, (total, starts) = answer
        if generation != self._generation:
            return
        self.loading = False
        self._stale.update(self._pages)
        before = self._total
        if total > before:
            at = 0 if self._newest_first else before  # what came in stands at the head, or at the foot
            if not at:
                self._generation += 1  # an answer that is under way is about other rows
                self._forget()
            self.beginInsertRows(ROOT, at, at + total - before - 1)
            self._total, self._starts = total, list(starts)
            self.endInsertRows()
        elif total < before:
            self.beginRemoveRows(ROOT, total, before - 1)
            self._total, self._starts = total, list(starts)
            self.endRemoveRows()
        else:
            self._starts = list(starts)
        for page in [page for page in self._pages if page >= len(self._starts)]:
            del self._pages[page]
        if self._total:
            self.dataChanged.emit(self.index(0, 0), self.index(self._total - 1, len(self.columns) - 1))
        self.counted.emit(self._total)

    def _forget(self) -> None:
        self._pages.clear()
        self._stale.clear()
        self._wanted.clear()
        self._asking = None

    # -- pages

    def row(self, row: int) -> presenter.Row | None:
        """The row, when its page is here; otherwise the page is asked for."""
        page, place = divmod(row, SIZE)
        held = self._pages.get(page)
        if held is None or page in self._stale:
            self._want(page)
        if held is None:
            return None
        self._pages.move_to_end(page)
        return held[place] if place < len(held) else None

    def _want(self, page: int) -> None:
        if page == self._asking or page >= len(self._starts):
            return
        if page in self._wanted:
            self._wanted.remove(page)
        self._wanted.append(page)
        del self._wanted[:-WANTED]
        if self._asking is None and not self._soon.isActive():
            self._soon.start()

    def _ask(self) -> None:
        if self._held or self._asking is not None or not self._wanted:
            return
        page = self._wanted.pop()
        if page >= len(self._starts):
            return
        self._asking = page
        generation, entity, query, state = self._generation, self.entity, self._query, self._state
        first, newest, order = self._starts[page], self._newest_first, self._order

        def call() -> Any:
            if order is not None:
                field, down = order
                found = self._records.from_place(entity, field, first, SIZE, q=query, state=state, descending=down)
                return generation, page, presenter.rows(entity, found)
            found = self._records.from_id(entity, first, SIZE, query, state, newest_first=newest)
            return generation, page, presenter.rows(entity, found)

        self._work.read(call, self._got, self._page_failed, owner=self)

    def _page_failed(self, problem: Any) -> None:
        self._asking = None
        self.failed.emit(problem)

    def _got(self, answer: Any) -> None:
        generation, page, rows = answer
        if generation != self._generation:
            return
        self._asking = None
        self._stale.discard(page)
        self._pages[page] = rows
        self._pages.move_to_end(page)
        while len(self._pages) > KEPT:
            self._pages.popitem(last=False)
        last = min(self._total, page * SIZE + SIZE) - 1
        if last >= page * SIZE:
            self.dataChanged.emit(self.index(page * SIZE, 0), self.index(last, len(self.columns) - 1))
        if self._wanted:
            self._soon.start()

    # -- Qt's side

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else self._total

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return header_data(self.columns, section, orientation, role)

    def data(self, index: Index, role: int = ROLE_TEXT) -> Any:
        if not index.isValid() or index.row() >= self._total:
            return None
        if role == ROLE_SIDE:
            return NUMBER if self.columns[index.column()].number else TEXT
        if role not in self.ROLES:
            return None
        row = self.row(index.row())
        if row is not None:
            return self._cell(row, index.column(), role)
        if role == ROLE_TONE:
            return colour("muted")
        return "…" if role == ROLE_TEXT else None

    def _cell(self, row: presenter.Row, column: int, role: int) -> Any:
        text, named = row.cells[column], column == row.party
        if role == ROLE_TEXT:
            return text.replace("\n", ", ")
        if role == ROLE_TONE:
            return colour("muted") if row.faded or named else None
        if role == ROLE_FONT:
            return self._italic if named else None
        if named:
            return formats.tip(f"{text}\n{presenter.no_customer()}")
        return formats.tip(text) if len(text) > 24 else None
