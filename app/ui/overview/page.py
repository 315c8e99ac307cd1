"""The overview: what needs you, a card for each connection, what the hub holds, the last days and the last runs."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from app.ui import states
from app.ui.desk import Desk, Page
from app.ui.overview import presenter
from app.ui.overview.cards import ConnectionCard
from app.ui.overview.run_rows import RunRows
from app.ui.shell.presenter import own_needs, pause_until
from app.ui.theme import em
from app.ui.widgets.basics import Empty, Note, button, card, clear, glyph, label, row, scrolled
from app.ui.widgets.chart import DayChart
from app.ui.widgets.flow import CardGrid
from app.ui.words import from_below, plural, tr

#: So many of the last runs are shown.
_RUNS = 6


def make(desk: Desk) -> Page:
    return OverviewPage(desk)


class OverviewPage(Page):
    kinds = frozenset({"connections", "conflicts", "errors", "runs", "records", "configs", "settings"})
    name = "overview"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Overview"))
        self._progress: dict[str, Any] = {}
        self._board: Any = None
        self._views: list[Any] = []
        self._lines: list[Any] = []
        self._told: Any = None
        self._last_runs: dict[str, Any] = {}
        self._cards: dict[str, ConnectionCard] = {}
        self._sync_button = button(tr("Sync all"), self._sync_all, icon="sync", tip=tr("Sync every connection  (F5)"))
        self.tools.addWidget(self._sync_button)
        self._pages = QStackedLayout()
        self._empty = self._first_run()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self._filled())
        self.body.addLayout(self._pages)
        self._pages.setCurrentIndex(1)
        self._sync_button.hide()
        desk.bridge.started.connect(self._event)
        desk.bridge.progress.connect(self._event)
        desk.bridge.ended.connect(self._over)

    def _first_run(self) -> Empty:
        empty = Empty(
            "connections",
            tr("Connect your first system"),
            tr(
                "SalesMate Sync reads customers, items, orders, invoices and receipts from Tally, Zoho CRM and others, and "
                "keeps them up to date. Nothing is changed there while you try."
            ),
        )
        self.connect_button = button(tr("Connect a system"), self.desk.wizard_asked, kind="primary", icon="plus")
        empty.buttons.addWidget(self.connect_button)
        self.demo_button = button(
            tr("Just show me"),
            self.desk.demo_asked,
            icon="demo",
            tip=tr("Opens a made-up company in a window of its own"),
        )
        self.demo_button.setVisible(self.desk.can_demo)
        empty.buttons.addWidget(self.demo_button)
        return empty

    def _filled(self) -> QWidget:
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, em(self, 0.4), 0)
        layout.setSpacing(em(self, 0.8))
        self._needs = QVBoxLayout()
        self._needs.setSpacing(em(self, 0.4))
        self._needs_title = label(tr("Needs you"), bold=True, size=1.1)
        self._grid = CardGrid(least=19, most=3)
        self._totals = CardGrid(least=9.5, most=8)
        self._chart = DayChart()
        self._chart_text = label(tone="muted", wrap=True)
        self._runs = RunRows(self._go)
        layout.addWidget(self._needs_title)
        layout.addLayout(self._needs)
        layout.addWidget(self._grid)
        layout.addWidget(self._totals)
        chart = card(label(tr("Records by day"), bold=True), self._chart_text, self._chart, space=0.3)
        runs = card(label(tr("Last runs"), bold=True), self._runs, None, space=0.4)
        self._lower = CardGrid(least=24, most=2, high=34)  # they fill the window, not a wall
        self._lower.set_cards([chart, runs])
        layout.addWidget(self._lower, 1)
        layout.addStretch(0)
        return scrolled(content, tr("Overview"))

    def refresh(self) -> None:
        services = self.desk.services
        self.desk.work.read(
            lambda: (services.dashboard(), services.records.counts()), self._loaded, owner=self, key="board"
        )

    def _loaded(self, answer: Any) -> None:
        board, counts = answer
        self._board = board
        self._views = [view for view in board.connections if not states.is_unfinished(view)]
        first = not self._views
        self._pages.setCurrentIndex(0 if first else 1)
        self._sync_button.setVisible(not first)
        if first:
            return
        self._show_needs((*own_needs(self.desk.listener_error), *board.needs_you))
        self._last_runs = states.last_runs(board.recent)
        self._show_cards()
        self._show_totals(counts)
        days = presenter.filled_days(board.days)
        self._chart.show_days(days)
        self._chart_text.setText(presenter.days_total(days))
        self._runs.show_runs([presenter.run_line(run) for run in board.recent[:_RUNS]])

    def _show_needs(self, needs) -> None:
        if needs == self._told:
            return
        self._told = needs
        clear(self._needs)
        self._needs_title.setVisible(bool(needs))
        for need in needs[:5]:
            title = from_below(need.title)
            note = Note(presenter.level(need.level), title, from_below(need.text))
            words = presenter.remedy(need.target)
            act = note.add(button(words, self._go, name=f"{words}: {title}"))
            act.setProperty("target", need.target)
            self._needs.addWidget(note)
        if len(needs) > 5:
            text = plural(len(needs) - 5, "{n} more is in Activity", "{n} more are in Activity")
            more = button(text, self._go, kind="link")
            more.setProperty("target", "activity")
            self._needs.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _go(self) -> None:
        self.desk.go(self.sender().property("target"))

    def _show_cards(self) -> None:
        shown = []
        for view in self._views:
            each = self._cards.get(view.id)
            if each is None:
                each = self._cards[view.id] = self._new_card()
            each.show_card(presenter.card(view, self._progress.get(view.id), last_run=self._last_runs.get(view.id)))
            shown.append(each)
        kept = {view.id for view in self._views}
        self._cards = {key: each for key, each in self._cards.items() if key in kept}
        self._grid.set_cards(shown)

    def _new_card(self) -> ConnectionCard:
        each = ConnectionCard()
        each.sync_asked.connect(self.desk.sync)
        each.stop_asked.connect(self._stop)
        each.pause_asked.connect(self._pause)
        each.resume_asked.connect(self.desk.resume)
        each.open_asked.connect(self._open_connection)
        each.decide_asked.connect(self._decide)
        return each

    def _show_totals(self, counts) -> None:
        lines = presenter.totals(counts)
        if lines == self._lines:
            return
        self._lines = lines
        tiles = []
        for entity, title, number in lines:
            tile = button("", self._go, kind="choice", name=f"{title}: {number}")
            tile.setProperty("target", f"records:{entity}")
            tile.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            tile.setToolTip(tr("Show {what}", what=title.lower()))
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(label(number, size=1.25, bold=True))
            words.addWidget(label(title, tone="muted"))
            inner = row(glyph(entity, "muted", 1.4), words, None, space=0.6, margins=0.6)
            tile.setLayout(inner)
            tile.setMinimumHeight(inner.sizeHint().height())
            tiles.append(tile)
        self._totals.set_cards(tiles)

    # -- what is clicked, and what happens meanwhile

    def _sync_all(self) -> None:
        self.desk.sync()

    def _stop(self, log_id: str) -> None:
        self.desk.work.do(lambda token: self.desk.services.runs.cancel(log_id), owner=self)

    def _pause(self, connection_id: str, choice: str) -> None:
        self.desk.pause(connection_id, pause_until(choice))

    def _open_connection(self, connection_id: str) -> None:
        self.desk.go(f"connection:{connection_id}")

    def _decide(self) -> None:
        self.desk.go("conflicts")

    def _event(self, event) -> None:
        if hasattr(event, "phase"):
            self._progress[event.connection_id] = event
        if self._board is not None and self.isVisible():
            for view in self._views:
                if view.id == event.connection_id and view.id in self._cards:
                    self._cards[view.id].show_card(
                        presenter.card(view, self._progress.get(view.id), last_run=self._last_runs.get(view.id))
                    )

    def _over(self, event) -> None:
        self._progress.pop(event.connection_id, None)
