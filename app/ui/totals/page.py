"""The totals screen: months as lines, kinds of document side by side, and below them what makes the difference.

It stands behind the connections screen. Nothing is read before somebody presses its button: it asks the other system.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QProgressBar,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.ui import states
from app.ui.desk import Desk, Page
from app.ui.theme import em
from app.ui.totals import presenter, saving
from app.ui.widgets.basics import Empty, Note, button, clear, column, label, row
from app.ui.widgets.table import Cell, Column, RowsModel, Table
from app.ui.words import tr


def make(desk: Desk) -> Page:
    return TotalsPage(desk)


class TotalsPage(Page):
    kinds = frozenset({"connections", "configs"})
    name = "totals"
    _told = Signal(int, int, str)  # from the thread that reads

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Compare totals"))
        self._views: list[Any] = []
        self._rows: list[Any] = []
        self._found: list[Any] = []
        self._wanted = ""
        self._soon = ""  # what is to be done once the connections are known: focus, or compare
        self._job: Any = None
        self.tools.addWidget(button(tr("Connections"), self._back, icon="back", tip=tr("Back to the connections")))
        self.save_button = button(tr("Save…"), self._ask_where, icon="download", name=tr("Save as CSV or Excel"))
        self.save_button.setEnabled(False)
        self.tools.addWidget(self.save_button)
        self._add_choices()
        self._add_progress()
        self.note = Note()
        self.note.hide()
        self.body.addWidget(self.note)
        self.months = QVBoxLayout()
        self.table: Table | None = None
        self._add_differences()
        top = QWidget()
        top.setLayout(self.months)
        self.months.setContentsMargins(0, 0, 0, 0)
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._split.addWidget(top)
        self._split.addWidget(self.below)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(em(self, 0.5))
        self.empty = Empty(
            "books",
            tr("Nothing is compared yet"),
            tr("Choose the months and press Compare: orders, invoices and receipts, month by month, here and there."),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._split)
        self.body.addWidget(self._stack, 1)
        self.below.hide()
        self._told.connect(self._progressed)
        self._allow()

    def _add_choices(self) -> None:
        self.connection = QComboBox()
        self.connection.setAccessibleName(tr("Connection"))
        self.connection.setMinimumWidth(em(self, 11))
        self.connection.currentIndexChanged.connect(self._other_connection)
        self.first, self.last = QComboBox(), QComboBox()
        for box, name in ((self.first, tr("First month")), (self.last, tr("Last month"))):
            box.setAccessibleName(name)
            for month in presenter.months(datetime.now().astimezone().date()):
                box.addItem(presenter.month_words(month), month)
        self.compare_button = button(tr("Compare"), self.compare, kind="primary", icon="books")
        self.compare_button.setToolTip(tr("Reads the vouchers of these months from Tally, a few days at a time"))
        form = QFormLayout()
        form.addRow(tr("&Connection"), self.connection)
        since, until = QFormLayout(), QFormLayout()
        since.addRow(tr("&From"), self.first)
        until.addRow(tr("&To"), self.last)
        self.body.addLayout(row(form, since, until, self.compare_button, None, space=0.8))

    def _add_progress(self) -> None:
        self.step = label()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress of the comparison"))
        self.stop_button = button(tr("Stop"), self._stop, name=tr("Stop the comparison"))
        self.live = QWidget()
        self.live.setLayout(row(self.step, self.bar, self.stop_button))
        self.live.hide()
        self.body.addWidget(self.live)

    def _add_differences(self) -> None:
        columns = [
            Column(tr("What differs"), 11),
            Column(tr("Kind"), 5),
            Column(tr("Number"), stretch=True),
            Column(tr("Date"), 6.5),
            Column(tr("Here"), 10, True),
            Column(tr("There"), 10, True),
            Column(tr("Difference"), 7.5, True),
        ]
        self.difference_model = RowsModel(columns)
        self.difference_model.setParent(self)
        self.difference_table = Table(self.difference_model, columns, tr("What makes the difference"))
        self.difference_table.opened.connect(self._open_record)
        self.difference_table.current_changed.connect(self._chosen)
        self.difference_title = label(bold=True)
        self.show_button = button(tr("Show the record"), self._show_record, icon="records")
        self.show_button.setEnabled(False)
        self.below = QWidget()
        self.below.setLayout(
            column(row(self.difference_title, None, self.show_button), self.difference_table, space=0.4)
        )

    # -- the connections

    def refresh(self) -> None:
        services = self.desk.services
        self.desk.work.read(
            lambda: (services.connections.list(), services.totals.this_year()), self._loaded, owner=self, key="list"
        )

    def open(self, what: str) -> None:
        """A connection's id."""
        self._wanted = what
        self._take_wanted()

    def take_focus(self) -> None:
        if self.table is not None:
            self.table.setFocus()
        elif self.compare_button.isEnabled():
            self.compare_button.setFocus()
        else:
            self._soon = self._soon or "focus"

    def compare_soon(self) -> None:
        """Compare, as soon as the connections are known."""
        if self.compare_button.isEnabled():
            self.compare()
        else:
            self._soon = "compare"

    def _do_soon(self) -> None:
        soon, self._soon = self._soon, ""
        if soon == "compare":
            self.compare()
        elif soon:
            self.compare_button.setFocus()

    def _loaded(self, answer: Any) -> None:
        views, year = answer
        self._views = [view for view in views if not states.is_unfinished(view)]
        known = [(self.connection.itemData(i), self.connection.itemText(i)) for i in range(self.connection.count())]
        present = [(view.id, view.name) for view in self._views]
        if known != present:
            chosen = self.connection.currentData()
            self.connection.blockSignals(True)
            self.connection.clear()
            for key, name in present:
                self.connection.addItem(name, key)
            self.connection.setCurrentIndex(max(0, self.connection.findData(chosen)))
            self.connection.blockSignals(False)
            if self.connection.currentData() != chosen:
                self._other_connection()
        if not self._rows and self._job is None:
            for box, month in zip((self.first, self.last), year, strict=True):
                box.setCurrentIndex(max(0, box.findData(month)))
        self._take_wanted()
        self._allow()
        if self._views:
            self._do_soon()

    def _take_wanted(self) -> None:
        at = self.connection.findData(self._wanted) if self._wanted else -1
        if at >= 0:
            self._wanted = ""
            self.connection.setCurrentIndex(at)

    def _other_connection(self) -> None:
        """What is shown was another one's."""
        if self._job is not None:
            self._job.drop()
            self._over()
        self._rows, self._found = [], []
        self._show_months()
        self.below.hide()
        self.note.hide()
        self._allow()

    @property
    def _system(self) -> str:
        view = next((view for view in self._views if view.id == self.connection.currentData()), None)
        return view.system_title.split()[0] if view is not None else ""

    # -- comparing

    def compare(self) -> None:
        connection_id, first, last = self.connection.currentData(), self.first.currentData(), self.last.currentData()
        totals = self.desk.services.totals
        self._begin(
            lambda token: totals.compare(connection_id, first, last, token, self._told.emit), self._compared, "compare"
        )

    def _begin(self, call: Any, done: Any, key: str) -> None:
        self._job = self.desk.work.do(call, done, self._failed, owner=self, key=key)
        self.note.hide()
        self.step.setText(tr("Asking {system}…", system=self._system))
        self.bar.setRange(0, 0)
        self.live.show()
        self._allow()

    def _stop(self) -> None:
        if self._job is not None:
            self.step.setText(tr("Stopping after this question…"))
            self._job.stop()

    def _progressed(self, done: int, total: int, month: str) -> None:
        if self._job is None or self._job.token.cancelled:
            return
        self.bar.setRange(0, total if month else 0)
        self.bar.setValue(done)
        if month:
            self.step.setText(
                tr("Reading {month} from {system}…", month=presenter.month_words(month), system=self._system)
            )
        elif done < total:
            self.step.setText(tr("Waiting until the sync that runs has ended…"))

    def _over(self) -> None:
        self._job = None
        self.live.hide()
        self._allow()

    def _failed(self, problem: Any) -> None:
        self._over()
        if problem.code == "cancelled":
            self.note.say("info", tr("Stopped"), tr("Nothing was changed by it. Press Compare to begin again."))
        else:
            self.note.say("error", problem.message, problem.hint)
        self.note.show()

    def _allow(self) -> None:
        free = self._job is None
        self.compare_button.setEnabled(free and bool(self._views))
        for box in (self.first, self.last):
            box.setEnabled(free)
        self.save_button.setEnabled(free and bool(self._rows))

    def _compared(self, rows: Any) -> None:
        self._rows, self._found = list(rows), []
        self._over()
        self.below.hide()
        self.note.say(*presenter.verdict(self._rows, self._system))
        self.note.show()
        self._show_months()

    def _show_months(self) -> None:
        """The columns depend on what the connection syncs: another table each time."""
        clear(self.months)
        self.table = None
        self._stack.setCurrentIndex(1 if self._rows else 0)
        if not self._rows:
            return
        titles = presenter.titles(presenter.entities(self._rows), self._system)
        columns = [Column(title, number=bool(at)) for at, title in enumerate(titles)]
        model = RowsModel(columns)
        self.table = Table(model, columns, tr("Totals by month"))
        model.setParent(self.table)
        lines = presenter.table(self._rows, self._system)
        model.set_rows([(key, [_cell(one) for one in cells]) for key, cells in lines])
        self.table.opened.connect(self._open_month)
        self.table.resizeColumnsToContents()
        self.table.horizontalHeader().setStretchLastSection(True)
        self.months.addWidget(self.table)
        differing = _first_differing(lines)
        self.table.selectRow(differing)
        self.table.setFocus()

    # -- one month

    def open_first_difference(self) -> None:
        self._open_month(_first_differing(presenter.table(self._rows, self._system)))

    def _open_month(self, at: int) -> None:
        if self.table is None or self._job is not None:
            return
        key = self.table.model().key(at)  # type: ignore[attr-defined]
        if not key or key == presenter.TOTAL:
            return
        month, entities = presenter.to_open(self._rows, key)
        if not entities:
            words = tr("{month}: both sides have the same documents", month=presenter.month_words(month))
            self.note.say("ok", words)
            self.note.show()
            return
        connection_id, totals = self.connection.currentData(), self.desk.services.totals

        def call(token: Any) -> Any:
            found: list[Any] = []
            for entity in entities:
                found += totals.differences(connection_id, entity, month, token, self._told.emit)
            return month, found

        self._begin(call, self._show_differences, "month")

    def _show_differences(self, answer: Any) -> None:
        month, self._found = answer
        self._over()
        self.difference_title.setText(
            tr("{month}: what makes the difference", month=presenter.month_words(month))
            if self._found
            else tr("{month}: no document differs (any more)", month=presenter.month_words(month))
        )
        lines = [(str(at), presenter.difference_cells(one, self._system)) for at, one in enumerate(self._found)]
        self.difference_model.set_rows([(key, [_cell(one) for one in cells]) for key, cells in lines])
        if not self.below.isVisible():
            self.below.show()
            height = self._split.height()
            self._split.setSizes([height * 3 // 5, height * 2 // 5])
        self.note.hide()
        if self._found:
            self.difference_table.selectRow(0)
            self._chosen(0)
            self.difference_table.setFocus()

    def _chosen(self, at: int) -> None:
        self.show_button.setEnabled(0 <= at < len(self._found) and bool(self._found[at].local_id))

    def _show_record(self) -> None:
        self._open_record(self.difference_table.currentIndex().row())

    def _open_record(self, at: int) -> None:
        one = self._found[at] if 0 <= at < len(self._found) else None
        if one is not None and one.local_id:
            self.desk.go(f"record:{one.entity}:{one.local_id}")
        elif one is not None:
            self.desk.say(
                tr("{label} is not here", label=one.label),
                tr("It is in {system} alone. The next sync brings it, or says why it can't.", system=self._system),
                "info",
            )

    def _back(self) -> None:
        self.desk.go(f"connection:{self.connection.currentData() or ''}")

    # -- saving

    def _ask_where(self) -> None:
        dialog = QFileDialog(self, tr("Save the comparison"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([tr("Excel file (*.xlsx)"), tr("CSV file (*.csv)")])
        dialog.setDefaultSuffix("xlsx")
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix("csv" if "csv" in chosen else "xlsx"))
        first, last = self._rows[0].month, self._rows[-1].month
        dialog.selectFile(tr("totals") + f" {self.connection.currentText()} {first} {last}.xlsx".replace("/", "-"))
        dialog.fileSelected.connect(self.save)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def save(self, path: str) -> None:
        sheets = presenter.sheets(self._rows, self._found, self._system)
        self.desk.work.do(
            lambda token: saving.save(Path(path), sheets), lambda _: self.desk.say(tr("Saved"), path), owner=self
        )


def _cell(shown: presenter.Shown) -> Cell:
    return Cell(shown.text, shown.tone, shown.icon, tip=shown.tip)


def _first_differing(lines: list[tuple[str, list[presenter.Shown]]]) -> int:
    return next((at for at, (_, cells) in enumerate(lines) if cells[0].tone == "warn"), 0)
