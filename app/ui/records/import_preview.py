"""The import's second step: what would become of each record of the file. Nothing is written here."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from app.services.importing import views as v
from app.ui.mappings.parameters import Choice
from app.ui.records import import_presenter as presenter
from app.ui.theme import em
from app.ui.widgets.basics import Note, button, column, label, row, scrolled, selectable
from app.ui.widgets.table import ROOT, Cell, Cells, Column, Index, Table, cell_data, header_data
from app.ui.words import plural, tr


class PreviewModel(Cells):
    """Thousands of items; words are made for those in view."""

    def __init__(self) -> None:
        super().__init__()
        self.columns = (
            Column(tr("Row"), 5), Column(tr("What"), 8), Column(tr("Name"), 14), Column(tr("Details"), stretch=True),
        )  # fmt: skip
        self._entity = ""
        self._items: list[Any] = []
        self._drawn: tuple[int, list[Cell]] = (-1, [])  # the row drawn last: a row's cells are asked for together
        self.decided: dict[int, str] = {}  # by the number of its first row, what is to become of a doubtful one

    def show_items(self, entity: str, items: list[Any]) -> None:
        self.beginResetModel()
        self._entity, self._items = entity, items
        self._drawn = (-1, [])
        self.endResetModel()

    def decide(self, row_: int, choice: str) -> None:
        """``""``: it is left out."""
        first = self._items[row_].rows[0]
        if choice:
            self.decided[first] = choice
        else:
            self.decided.pop(first, None)
        self._drawn = (-1, [])
        self.dataChanged.emit(self.index(row_, 0), self.index(row_, len(self.columns) - 1))

    def item(self, row_: int) -> Any:
        """The item of a row, or ``None``."""
        return self._items[row_] if 0 <= row_ < len(self._items) else None

    def _cells(self, row_: int) -> list[Cell]:
        if self._drawn[0] != row_:
            item = self._items[row_]
            shape, tone, _ = presenter.KINDS[item.kind]
            at, what, name, short = presenter.table_row(self._entity, item)
            if item.rows[0] in self.decided:
                shape, tone, what = "check", "ok", tr("Decided")
                short = presenter.decision_words(self._entity, item, self.decided[item.rows[0]])
            self._drawn = (row_, [Cell(at), Cell(what, tone, shape), Cell(name), Cell(short)])
        return self._drawn[1]

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._items)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return header_data(self.columns, section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self.item(index.row()) is None or role not in self.ROLES:
            return None
        return cell_data(self._cells(index.row())[index.column()], self.columns[index.column()], role)


class PreviewStep(QWidget):
    save = Signal()
    decided = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._items: list[Any] = []
        self._entity = ""
        self._only_new = False
        self.note = Note()
        self.filter = QComboBox()
        self.filter.setAccessibleName(tr("Show rows by what becomes of them"))
        self.filter.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.filter.currentIndexChanged.connect(self._fill)
        self.save_button = button(tr("Save what is left out…"), self.save, icon="download")
        self.save_button.setToolTip(tr("A file with these rows and what is wrong: correct it, then import it"))
        self.model = PreviewModel()
        self.model.setParent(self)
        self.table = Table(self.model, self.model.columns, tr("What would become of each record"))
        self.table.current_changed.connect(self._tell)
        self.more = selectable(label(wrap=True))
        self.decision = Choice(tr("What becomes of this row"))
        self.decision.currentIndexChanged.connect(self._decide)
        content = QWidget()
        content.setLayout(column(self.decision, self.more, None, space=0.3))
        self._area = scrolled(content, tr("The chosen row"))
        self._area.setFixedHeight(em(self, 7.5))
        self.rest = label(tone="muted", wrap=True)
        layout = column(self.note, row(self.filter, None, self.save_button))
        layout.addWidget(self.table, 1)
        layout.addWidget(self.rest)
        layout.addWidget(self._area)
        self.setLayout(layout)

    def show_preview(self, entity: str, preview: Any, *, only_new: bool) -> None:
        self._entity, self._items = entity, list(preview.items)
        self._only_new = only_new
        self.model.decided = {}
        self.note.say(*presenter.preview_words(entity, preview, only_new=only_new))
        counts = preview.counts
        listed = [kind for kind in v.KINDS if counts[kind] and kind != v.SAME]
        self.filter.blockSignals(True)
        self.filter.clear()
        self.filter.addItem(tr("All but the same"), "")
        for kind in listed:
            self.filter.addItem(presenter.kind_words(kind, counts[kind]), kind)
        self.filter.blockSignals(False)
        first = next((kind for kind in (v.WRONG, v.DOUBTFUL) if counts[kind]), "")
        self.filter.setCurrentIndex(max(0, self.filter.findData(first)))
        self.save_button.setVisible(bool(counts[v.WRONG] + counts[v.DOUBTFUL]))
        hidden = sum(counts[kind] for kind in listed) - len(self._items)
        words = plural(hidden, "{n} more is counted, but not listed.", "{n} more are counted, but not listed.")
        self.rest.setText(words if hidden > 0 else "")
        self.rest.setVisible(hidden > 0)
        self._fill()

    def _fill(self) -> None:
        kind = self.filter.currentData()
        shown = [one for one in self._items if not kind or one.kind == kind]
        self.model.show_items(self._entity, shown)
        if shown:
            self.table.selectRow(0)
        self._tell(0)

    def _tell(self, at: int) -> None:
        item = self.model.item(at)
        lines = presenter.details(self._entity, item) if item is not None else []
        self.more.setText("\n".join(lines))
        self._area.setVisible(bool(lines))
        self._ask(item)

    def _ask(self, item: Any) -> None:
        """What a doubtful row may be: left out, one of those here, or a new record."""
        options = presenter.decisions(self._entity, item, only_new=self._only_new) if item is not None else []
        self.decision.setVisible(bool(options))
        self.decision.blockSignals(True)
        self.decision.clear()
        for words, key in options:
            self.decision.addItem(words, key)
        chosen = self.model.decided.get(item.rows[0], "") if options else ""
        self.decision.setCurrentIndex(max(0, self.decision.findData(chosen)))
        self.decision.blockSignals(False)

    def _decide(self) -> None:
        self.model.decide(self.table.currentIndex().row(), str(self.decision.currentData() or ""))
        self.decided.emit()
