"""The activity screen: runs newest first, and the chosen one's page beside them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QSplitter, QStackedWidget, QWidget

from app.ui import icons, states
from app.ui.activity import presenter
from app.ui.activity.run_view import RunView
from app.ui.desk import Desk, Page
from app.ui.theme import em
from app.ui.widgets.basics import Empty, button, column, row
from app.ui.widgets.table import Cell, Column, RowsModel, Table
from app.ui.words import tr


def make(desk: Desk) -> Page:
    return ActivityPage(desk)


class ActivityPage(Page):
    kinds = frozenset({"runs", "errors", "connections"})
    name = "activity"
    MORE = 100
    LETTERS_MS = 250

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Activity"))
        self._runs: list[Any] = []
        self._limit = self.MORE
        self._progress: dict[str, Any] = {}
        self._wanted = ""
        self.dialog: Any = None
        self.tools.addWidget(button(tr("Sync now"), self._sync, icon="sync", tip=tr("Sync every connection  (F5)")))
        tip = tr("Monthly totals here beside the connected system's")
        self.tools.addWidget(button(tr("Compare totals"), self._compare, icon="books", tip=tip))
        tip = tr("The files that were imported, and their undoing")
        self.imports_button = button(tr("Imports…"), self.show_imports, icon="folder", tip=tip)
        self.tools.addWidget(self.imports_button)
        self.tools.addWidget(button(tr("Save…"), self._ask_file, icon="download", name=tr("Save this list as CSV")))
        self._add_filters()
        columns = [
            Column("", 2),
            Column(tr("Connection"), 8.5, spare=1),
            Column(tr("Result"), 14, stretch=True),
            Column(tr("Started"), 7.5, spare=2),
            Column(tr("Took"), 4.8, True, spare=3),
        ]
        self.model = RowsModel(columns)
        self.model.setParent(self)
        self.table = Table(self.model, columns, tr("Runs"))
        self.table.current_changed.connect(self._chosen)
        self.more = button(tr("Show older runs"), self._show_more, kind="link")
        self.more.hide()
        left = QWidget()
        left.setLayout(column(self.table, self.more, space=0.3))
        self.run_view = RunView(desk)
        self.run_view.wide.connect(self._give_room)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.addWidget(left)
        self._split.addWidget(self.run_view)
        self._split.setStretchFactor(0, 3)
        self._split.setStretchFactor(1, 2)
        self._split.setSizes([em(self, 36), em(self, 21)])
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(em(self, 0.5))
        self.empty = Empty("activity", "")
        self.everything = button(tr("Show all runs"), self._show_everything)
        self.everything.hide()
        self.empty.buttons.addWidget(self.everything)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._split)
        self._stack.addWidget(self.empty)
        self.body.addLayout(row(self.search, self.status, self.connection, None, space=0.6))
        self.body.addWidget(self._stack, 1)
        desk.bridge.progress.connect(self._progressed)
        desk.bridge.started.connect(self._started)
        desk.bridge.ended.connect(self._ended)
        self._tick = QTimer(self, interval=1000)
        self._tick.timeout.connect(self._show_running)

    def _add_filters(self) -> None:
        self.status = QComboBox()
        self.status.setAccessibleName(tr("Show runs by how they went"))
        for key, words in presenter.FILTERS:
            self.status.addItem(tr(words), key)
        self.connection = QComboBox()
        self.connection.setAccessibleName(tr("Show runs of one connection"))
        self.connection.addItem(tr("All connections"), None)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search"))
        self.search.setAccessibleName(tr("Search in results and reasons"))
        self.search.setToolTip(tr("Search in results and reasons"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icons.in_line("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self._later = QTimer(self, interval=self.LETTERS_MS, singleShot=True)
        self._later.timeout.connect(self._filtered)
        self.search.textChanged.connect(self._later.start)
        for box in (self.status, self.connection):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.status.currentIndexChanged.connect(self._filtered)
        self.connection.currentIndexChanged.connect(self._filtered)

    def take_focus(self) -> None:
        self.table.setFocus()

    def focus_search(self) -> bool:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()
        return True

    def refresh(self) -> None:
        services, limit = self.desk.services, self._limit
        status, connection = self.status.currentData() or None, self.connection.currentData()
        text = self.search.text().strip() or None

        def call() -> Any:
            runs, more = services.runs.list(connection_id=connection, status=status, text=text, limit=limit)
            views = [(view.id, view.name) for view in services.connections.list() if not states.is_unfinished(view)]
            return runs, more, views, services.runs.current()

        self.desk.work.read(call, self._loaded, owner=self, key="list")
        if self.run_view.run_id:
            self.run_view.show_run(self.run_view.run_id)

    def open(self, what: str) -> None:
        """A run's id. A filter that hides it is taken away."""
        self._wanted = what
        if self.status.currentIndex() or self.connection.currentIndex() or self.search.text():
            self._clear_filters()
        self.run_view.show_run(what)
        self._take_wanted()

    def _clear_filters(self) -> None:
        self.search.clear()
        self.status.setCurrentIndex(0)
        self.connection.setCurrentIndex(0)

    def _show_everything(self) -> None:
        self._clear_filters()
        self._later.stop()
        self._filtered()
        self.search.setFocus()

    def select_row(self, number: int) -> None:
        if self._runs:
            self.table.selectRow(min(number, len(self._runs) - 1))

    def _filtered(self) -> None:
        self._limit = self.MORE
        self.refresh()

    def _show_more(self) -> None:
        self._limit += self.MORE
        self.refresh()

    def _loaded(self, answer: Any) -> None:
        self._runs, more, views, current = answer
        for step in current:
            self._progress[step.log_id] = step
        self._fill_connections(views)
        self.more.setVisible(bool(more))
        self._stack.setCurrentIndex(0 if self._runs else 1)
        filtered = bool(self.status.currentData() or self.connection.currentData() or self.search.text())
        self.everything.setVisible(filtered)
        if filtered:
            self.empty.say(tr("No such runs"), tr("Choose another filter to see the others."))
        else:
            self.empty.say(
                tr("No sync has run yet"), tr("Each sync appears here with what it did and how long it took.")
            )
        self.model.set_rows([(run.id, self._cells(run)) for run in self._runs])
        running = any(run.status == "running" for run in self._runs)
        if running != self._tick.isActive():
            if running:
                self._tick.start()
            else:
                self._tick.stop()
        self._take_wanted()
        if self._runs and not self.table.currentIndex().isValid() and not self._wanted:
            self.table.selectRow(0)

    def _fill_connections(self, views: list[tuple[str, str]]) -> None:
        known = [(self.connection.itemData(i), self.connection.itemText(i)) for i in range(1, self.connection.count())]
        if known == views:
            return
        chosen = self.connection.currentData()
        self.connection.blockSignals(True)
        while self.connection.count() > 1:
            self.connection.removeItem(1)
        for key, name in views:
            self.connection.addItem(name, key)
        self.connection.setCurrentIndex(max(0, self.connection.findData(chosen)))
        self.connection.blockSignals(False)

    def _cells(self, run: Any) -> tuple[Any, ...]:
        state, *texts = presenter.row(run, self._progress.get(run.id))
        tone = state.tone if run.status in ("failed", "held", "running") else ""
        first = Cell("", state.tone, state.shape, tip=state.words)
        return (first, texts[0], Cell(texts[1], tone), texts[2], texts[3])

    def _take_wanted(self) -> None:
        row_ = self.model.row_of(self._wanted) if self._wanted else -1
        if row_ >= 0:
            self._wanted = ""
            self.table.selectRow(row_)

    def _chosen(self, row_: int) -> None:
        key = self.model.key(row_)
        if key and key != self.run_view.run_id:
            self.run_view.show_run(key)

    def _give_room(self) -> None:
        """A plan is a table of its own: half of the width, unless it has more already."""
        width = sum(self._split.sizes())
        if self._split.sizes()[1] < width // 2:
            self._split.setSizes([width - width // 2, width // 2])

    # -- live

    def _started(self, event: Any) -> None:
        if self.isVisible():
            self.refresh()

    def _progressed(self, step: Any) -> None:
        self._progress[step.log_id] = step
        self.run_view.show_progress(step)
        if self.isVisible():
            self._show_running()

    def _show_running(self) -> None:
        for run in self._runs:
            if run.status == "running":
                self.model.set_row(run.id, self._cells(run))

    def _ended(self, event: Any) -> None:
        self._progress.pop(event.log_id, None)
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def hideEvent(self, event: Any) -> None:
        super().hideEvent(event)
        self._tick.stop()
        self._stale = True

    def _ask_file(self) -> None:
        dialog = QFileDialog(self, tr("Save this list as CSV"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(tr("CSV file (*.csv)"))
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(tr("runs") + f" {date.today():%Y-%m-%d}.csv")  # noqa: DTZ011 - the person's own day
        dialog.fileSelected.connect(self.save_runs)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def save_runs(self, path: str) -> None:
        text = presenter.runs_csv(self._runs)

        def call(token: Any) -> None:
            Path(path).write_text(text, encoding="utf-8", newline="")

        self.desk.work.do(call, lambda _: self.desk.say(tr("Saved"), path), owner=self)

    def show_imports(self) -> None:
        from app.ui.activity.imports import ImportsDialog

        self.dialog = ImportsDialog(self.desk, self.window())
        self.dialog.finished.connect(self._closed)
        self.dialog.open()

    def _closed(self) -> None:
        dialog, self.dialog = self.dialog, None
        dialog.deleteLater()

    def _compare(self) -> None:
        self.desk.go(f"totals:{self.connection.currentData() or ''}")

    def _sync(self) -> None:
        self.desk.sync()
