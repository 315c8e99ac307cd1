"""The records screen: kinds, search, filter, the table, and one record beside it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QButtonGroup, QComboBox, QLineEdit, QSplitter, QStackedWidget

from app.ui import formats, icons, states
from app.ui.desk import Desk, Page
from app.ui.records import presenter
from app.ui.records.detail import RecordDetail
from app.ui.records.model import RecordsModel
from app.ui.records.order import OrderBox
from app.ui.theme import em
from app.ui.widgets.basics import Empty, button, label, row
from app.ui.widgets.table import Table
from app.ui.words import tr

ALWAYS = ("customer", "product", "order", "invoice", "payment")


def make(desk: Desk) -> Page:
    return RecordsPage(desk)


class RecordsPage(Page):
    kinds = frozenset({"records", "errors"})
    name = "records"
    SEARCH_MS = 250

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Records"))
        self.model = RecordsModel(desk.services, desk.work, self)
        self.model.counted.connect(self._counted)
        self.model.failed.connect(desk.tell)
        self._tabs: dict[str, Any] = {}
        self._group = QButtonGroup(self)
        self._tab_row = row(space=0.2)
        self._counts: dict[str, int] = {}
        self._tab_row.addStretch(1)
        self._show_tabs({})
        self._add_search()
        self.filter = QComboBox()
        self.filter.setAccessibleName(tr("Show records by how their sync stands"))
        self.filter.addItem(tr("All records"), "")
        for key in ("synced", "pending", "failed", "conflict"):
            self.filter.addItem(states.of_table(states.LINKS, key).words, key)
        self.filter.currentIndexChanged.connect(self._choose)
        self.order = OrderBox(desk)
        self.order.chosen.connect(self._choose)
        self.number = label(tone="muted")
        self._add_tools()
        self.body.addLayout(self._tab_row)
        self.body.addLayout(row(self.search, self.filter, self.order, None, self.number, space=0.6))
        self.table = Table(self.model, (), tr("Records"))
        self._let_sort()
        self.table.opened.connect(self._opened)
        self.table.current_changed.connect(self._current)
        self.table.clicked.connect(self._clicked)
        self.detail = RecordDetail(desk)
        self.detail.closed.connect(self._close_detail)
        self.detail.filled.connect(self.model.go_on)
        self.detail.hide()
        self.empty = Empty("records", "")
        self._add_everything()
        self._left = QStackedWidget()
        self._left.addWidget(self.table)
        self._left.addWidget(self.empty)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.addWidget(self._left)
        self._split.addWidget(self.detail)
        self._split.setStretchFactor(0, 1)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(em(self, 0.5))
        self.body.addWidget(self._split, 1)
        self.entity = ""
        self._wanted_row: int | None = None

    def _add_search(self) -> None:
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search"))
        self.search.setAccessibleName(tr("Search the records"))
        self.search.setToolTip(tr("Names, numbers, GSTIN, phone…  (Ctrl+F)"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icons.in_line("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.setMinimumWidth(em(self, 6))
        self._later = QTimer(self, interval=self.SEARCH_MS, singleShot=True)
        self._later.timeout.connect(self._choose)
        self.search.textChanged.connect(self._later.start)

    def _add_everything(self) -> None:
        self.everything = button("", self._show_everything)
        self.everything.hide()
        self.empty.buttons.addWidget(self.everything)

    def _let_sort(self) -> None:
        header = self.table.horizontalHeader()
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.table.setSortingEnabled(True)
        self.model.sort_asked.connect(self._sort)

    def _add_tools(self) -> None:
        self.dialog: Any = None
        self.setAcceptDrops(True)
        self.new_button = button(
            tr("New…"), self.open_new, icon="plus", tip=tr("A new record of this kind  (Ctrl+Shift+N)")
        )
        self.new_button.setShortcut("Ctrl+Shift+N")
        about = tr("Records from a CSV or Excel file; the file may also be dropped here  (Ctrl+I)")
        self.import_button = button(tr("Import…"), self._import, icon="folder", tip=about)
        self.import_button.setShortcut("Ctrl+I")
        about = tr("Records into a CSV or Excel file  (Ctrl+E)")
        self.export_button = button(tr("Export…"), self.open_export, icon="download", tip=about)
        self.export_button.setShortcut("Ctrl+E")
        for each in (self.new_button, self.import_button, self.export_button):
            self.tools.addWidget(each)

    def refresh(self) -> None:
        self.desk.work.read(self.desk.services.records.counts, self._got_counts, owner=self, key="counts")
        if not self.entity:
            self.show_entity("customer")
        else:
            self.model.refresh()
        self.detail.again()

    def open(self, what: str) -> None:
        """``invoice``, or ``invoice:<id>``."""
        entity, _, record_id = what.partition(":")
        if entity in ("pending", "failed", "conflict", "synced"):
            self.filter.setCurrentIndex(self.filter.findData(entity))
            return
        if record_id:
            self.model.hold()  # the record first, then the list beside it
        self.show_entity(entity)
        if record_id:
            self.detail.show()
            self._give_room()
            self.detail.show_record(entity, record_id)

    def focus_search(self) -> bool:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()
        return True

    def take_focus(self) -> None:
        self.table.setFocus()

    def show_entity(self, entity: str) -> None:
        if entity == self.entity or entity not in states.ENTITIES:
            return
        self.entity = entity
        self._show_tabs(self._counts)
        self._close_detail()
        self._choose()

    def select_row(self, number: int) -> None:
        """Choose a row as soon as it is there."""
        self._wanted_row = number
        self._take_wanted()

    def _choose(self) -> None:
        self._later.stop()
        self.order.show_entity(self.entity, self._counts.get(self.entity, 0))
        order = self.order.order
        self.model.choose(self.entity, self.search.text().strip(), self.filter.currentData(), order)
        self.table.set_columns(self.model.columns)
        self._show_order(order)
        self.table.setAccessibleName(states.entity_plural(self.entity))
        self.number.setText(tr("Counting…"))

    def _sort(self, column: int, down: bool) -> None:
        """A click on a column's title."""
        name = presenter.columns(self.entity)[column][0].name if column >= 0 else ""
        if self.order.put(name, down=down):
            self._choose()
            return
        self._show_order(self.order.order)
        self.desk.say(*presenter.not_sorted(self.entity, name))

    def _show_order(self, order: tuple[str, bool] | None) -> None:
        header, names = self.table.horizontalHeader(), [spec.name for spec, _ in presenter.columns(self.entity)]
        column = names.index(order[0]) if order is not None else -1
        down = order is not None and order[1]
        header.blockSignals(True)
        header.setSortIndicator(column, Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder)
        header.blockSignals(False)
        header.viewport().update()

    def _show_everything(self) -> None:
        self.search.clear()
        self.filter.setCurrentIndex(0)
        self._choose()
        self.search.setFocus()

    def open_new(self) -> None:
        from app.ui.records.edit_new import NewRecord

        dialog = NewRecord(self.desk, self.entity, self.window())
        dialog.made.connect(self._made)
        self._open(dialog)

    def _made(self, record_id: str) -> None:
        self.detail.show()
        self._give_room()
        self.detail.show_record(self.entity, record_id)

    # -- files

    def open_import(self, path: str = "") -> None:
        """From a file: this one, or one that is chosen there."""
        from app.ui.records.import_dialog import ImportDialog

        dialog = ImportDialog(self.desk, self.entity, self.window())
        self._open(dialog)
        if path:
            dialog.open_file(path)

    def _import(self) -> None:
        self.open_import()

    def open_export(self) -> None:
        """What the list shows at present, or all."""
        from app.ui.records.export_dialog import ExportDialog

        query, state = self.search.text().strip(), self.filter.currentData()
        self._open(ExportDialog(self.desk, self.entity, query, state, self.window()))

    def _open(self, dialog: Any) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()

    def dragEnterEvent(self, event: Any) -> None:
        from app.ui import files

        if files.dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: Any) -> None:
        from app.ui import files

        event.acceptProposedAction()
        self.open_import(files.dropped(event))

    # -- answers

    def _got_counts(self, counts: Any) -> None:
        self._counts = dict(counts)
        before = self.order.order
        self.order.show_entity(self.entity, self._counts.get(self.entity, 0))
        if self.order.order != before:
            self._choose()  # they have become too many for it
        self._show_tabs(self._counts)

    def _show_tabs(self, counts: dict[str, int]) -> None:
        wanted = [name for name in states.ordered(states.ENTITIES) if name in ALWAYS or counts.get(name)]
        for name in wanted:
            if name not in self._tabs:
                tab = button("", self._tab_clicked, kind="tab")
                tab.setCheckable(True)
                tab.setProperty("entity", name)
                self._group.addButton(tab)
                self._tabs[name] = tab
        for name in states.ordered(self._tabs):
            tab = self._tabs[name]
            title = states.entity_plural(name)
            tab.setText(f"{title}  {formats.grouped(counts[name])}" if counts.get(name) else title)
            tab.setAccessibleName(title)
            tab.setChecked(name == getattr(self, "entity", ""))
            if self._tab_row.indexOf(tab) < 0:
                place = wanted.index(name)
                self._tab_row.insertWidget(place, tab)

    def _counted(self, total: int) -> None:
        words = formats.grouped(total)
        filtered = bool(self.search.text().strip() or self.filter.currentData())
        self.number.setText(tr("{n} found", n=words) if filtered else tr("{n} records", n=words))
        self._left.setCurrentIndex(0 if total else 1)
        self.everything.setVisible(filtered)
        if not total:
            what = states.entity_plural(self.entity).lower()
            self.everything.setText(tr("Show all {what}", what=what))
            self.everything.setAccessibleName(self.everything.text())
            if filtered:
                self.empty.say(tr("Nothing found"), tr("No {what} match this search and filter.", what=what))
            else:
                self.empty.say(
                    tr("No {what} yet", what=what), tr("They appear here with the first sync that brings some.")
                )
        self._take_wanted()

    def _take_wanted(self) -> None:
        if self._wanted_row is None or self.model.rowCount() <= self._wanted_row:
            return
        if self.model.row(self._wanted_row) is None:
            QTimer.singleShot(30, self, self._take_wanted)
            return
        row_, self._wanted_row = self._wanted_row, None
        self.table.selectRow(row_)
        self._opened(row_)

    # -- what is clicked

    def _tab_clicked(self) -> None:
        self.show_entity(self.sender().property("entity"))

    def _clicked(self, index: Any) -> None:
        self._opened(index.row())

    def _opened(self, row_: int) -> None:
        found = self.model.row(row_)
        if found is not None:
            self.detail.show()
            self._give_room()
            self.detail.show_record(self.entity, found.id)

    def _give_room(self) -> None:
        self._show_columns(compact=True)
        sizes = self._split.sizes()
        if sizes[1] < em(self, 18):
            width = sum(sizes)
            self._split.setSizes([width - max(em(self, 24), width * 2 // 5), max(em(self, 24), width * 2 // 5)])

    def _show_columns(self, *, compact: bool) -> None:
        """Beside an open record only the columns that tell rows apart stay."""
        for at, (spec, _) in enumerate(presenter.columns(self.entity)):
            self.table.setColumnHidden(at, compact and spec.name not in presenter.COMPACT[self.entity])

    def _current(self, row_: int) -> None:
        if self.detail.isVisible():
            self._opened(row_)

    def _close_detail(self) -> None:
        had_focus = self.detail.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self.detail.hide()
        if self.entity:
            self._show_columns(compact=False)
        if had_focus:
            self.table.setFocus()
