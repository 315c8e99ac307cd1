"""Where a document's lines, taxes and allocations are typed, with what they come to below."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from app.model.entities import EntitySpec, FieldSpec
from app.model.values import FieldType
from app.ui import formats
from app.ui.desk import Desk
from app.ui.records import lookup
from app.ui.records.lines import Document
from app.ui.records.lines_model import LinesModel
from app.ui.records.lines_table import LinesTable
from app.ui.theme import em
from app.ui.widgets.basics import align, button, column, label, row, selectable
from app.ui.words import tr


class LinesEditor(QWidget):
    """``other(name)`` is what the form around has in a field at present."""

    changed = Signal()

    def __init__(self, desk: Desk, spec: EntitySpec, record: Mapping[str, Any], other: Callable[[str], Any]) -> None:
        super().__init__()
        self.document = Document(spec, record)
        self._other = other
        self.groups = {field.name: _Group(desk, self.document, field, other) for field in spec.line_fields}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(em(self, 0.9))
        for group in self.groups.values():
            layout.addWidget(group)
            group.model.edited.connect(self._edited)
        self.totals = _Totals(self.document) if "total" in spec.field else None
        if self.totals is not None:
            layout.addWidget(self.totals)
            self.totals.edited.connect(self._edited)
        self.rest = label(wrap=True)
        self.rest.setVisible("allocations" in self.groups)
        layout.addWidget(self.rest)
        self.show_what_follows()

    @property
    def summary(self) -> str:
        """What it comes to, in a few words; of a payment nothing."""
        total = self.document.totals()["total"] if self.totals is not None else None
        return tr("Total: {amount}", amount=formats.grouped(total)) if total else ""

    def finish(self) -> None:
        """What is being typed is taken over."""
        for group in self.groups.values():
            group.table.finish()
        if self.totals is not None:
            self.totals.finish()

    def changes(self) -> dict[str, Any]:
        return self.document.changes()

    def load_again(self, record: Mapping[str, Any]) -> list[str]:
        """Answers the groups in which something typed stays."""
        kept = self.document.load_again(record)
        for group in self.groups.values():
            group.model.again()
        self.show_what_follows()
        self.changed.emit()
        return kept

    def begin_anew(self) -> None:
        """Nothing was typed yet."""
        self.document.show({})
        for group in self.groups.values():
            group.model.again()
        self.show_what_follows()
        self.changed.emit()

    def show_wrong(self, field: str, text: str) -> bool:
        """Marks the cell or total that is meant; ``False`` where there is none."""
        if self.totals is not None and self.totals.show_wrong(field, text):
            return True
        return any(group.show_wrong(field, text) for group in self.groups.values())

    def wrong(self) -> str:
        """All that is wrong, each with its place; a cell that was changed since is not."""
        said = [text for group in self.groups.values() for text in group.model.wrong()]
        return "\n".join([*said, self.totals.wrong] if self.totals is not None and self.totals.wrong else said)

    def clear_wrong(self) -> None:
        for group in self.groups.values():
            group.model.clear_wrong()
        if self.totals is not None:
            self.totals.wrong = ""

    def show_what_follows(self) -> None:
        """The totals; and of a payment what is allocated to nothing."""
        if self.totals is not None:
            self.totals.again()
        rest = self.document.unallocated(self._other("amount")) if "allocations" in self.groups else None
        if rest is None:
            self.rest.setText("")
        elif rest < 0:
            self.rest.setText(tr("{amount} more than the payment is allocated.", amount=formats.grouped(str(-rest))))
        else:
            self.rest.setText(tr("Not allocated to any bill: {amount}", amount=formats.grouped(str(rest))))

    def _edited(self) -> None:
        self.show_what_follows()
        for group in self.groups.values():
            group.model.repaint()
        self.changed.emit()


class _Group(QWidget):
    """One list of lines."""

    def __init__(self, desk: Desk, document: Document, field: FieldSpec, other: Callable[[str], Any]) -> None:
        super().__init__()
        self._desk, self._other = desk, other
        self.model = LinesModel(document, field)
        self.model.setParent(self)
        self._queries = {each.name: self._query(each) for each in field.children if each.type is FieldType.LOOKUP}
        name = tr(field.title)
        self.table = LinesTable(self.model, desk.work, self._queries, name)
        self.table.chosen.connect(self._choose)
        self.model.named.connect(self._look_for)
        title = label(name, bold=True)
        title.setBuddy(self.table)
        self.add = button(tr("Add a line"), self.table.add, icon="plus", name=tr("{group}: add a line", group=name))
        self.add.setToolTip(tr("Add a line  (Ins, or Enter in the last line)"))
        tools = row(self.add, space=0.3)
        for icon, words, keys, slot in (
            ("trash", tr("remove the line"), tr("Remove the line  (Del; Ctrl+Z brings it back)"), self.table.remove),
            ("up", tr("move the line up"), tr("Move the line up  (Alt+Up)"), lambda: self.table.move_line(-1)),
            ("down", tr("move the line down"), tr("Move the line down  (Alt+Down)"), lambda: self.table.move_line(1)),
        ):
            named = tr("{group}: {what}", group=name, what=words)
            tools.addWidget(button("", slot, icon=icon, kind="flat", name=named, tip=keys))
        tools.addStretch(1)
        self.setLayout(column(title, self.table, tools, space=0.3))

    def _query(self, field: FieldSpec) -> lookup.Query:
        records = self._desk.services.records
        if field.lookup == "invoice":
            return lookup.of_customer(records, lambda: self._other("customer"))
        return lookup.of_entity(records, str(field.lookup))

    def _choose(self, row_: int, column_: int, record: Any) -> None:
        self.model.choose(row_, column_, record, self._other("amount"))

    def _look_for(self, row_: int, column_: int, text: str) -> None:
        """The record of a name that was typed to its end: it brings what one that is chosen brings."""
        line, field = self.model.lines[row_], self.model.fields[column_]

        def take(given: list[lookup.Found]) -> None:
            only = lookup.only(given, text)
            if only is not None and line in self.model.lines and line.values.get(field.name) == text:
                self._choose(self.model.lines.index(line), column_, only.record)

        self._desk.work.read(self._queries[field.name](text), take, lambda problem: None, owner=self)

    def show_wrong(self, field: str, text: str) -> bool:
        index = self.model.show_wrong(field, text)
        if index is not None:
            self.table.go(index.row(), index.column())
            self.table.setFocus()
            self.table.reveal()
        return index is not None


class _Totals(QWidget):
    """Computed, but for the rounding, which is typed."""

    edited = Signal()

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(em(self, 1.0))
        self._grid.setVerticalSpacing(em(self, 0.25))
        self._figures: dict[str, Any] = {}
        self._titles: dict[str, Any] = {}
        fields = document.spec.field
        self.box = QLineEdit()
        self.box.setAccessibleName(tr(fields["round_off"].title))
        self.box.setAlignment(align("AlignRight"))
        self.box.setMaximumWidth(em(self, 7))
        self.box.editingFinished.connect(self.finish)
        self.whole = button(tr("Round to whole rupees"), self._to_rupees, kind="link")
        self.wrong = ""
        for name in ("subtotal", "tax_total", "besides", "round_off", "total"):
            self._add(name, tr(fields[name].title) if name in fields else tr("Other charges in the total"))
        self.setLayout(row(None, self._grid))

    def _add(self, name: str, title: str) -> None:
        at = self._grid.rowCount()
        words = label(title, bold=name == "total")
        figure: Any = self.box if name == "round_off" else selectable(label(bold=name == "total"))
        if name == "round_off":
            words.setBuddy(self.box)
            self._grid.addWidget(self.whole, at, 3)
        elif name != "besides":
            self._grid.addWidget(label(tr("computed"), tone="muted"), at, 3)
        self._grid.addWidget(words, at, 1, align("AlignVCenter"))
        self._grid.addWidget(figure, at, 2, align("AlignRight") | align("AlignVCenter"))
        self._titles[name], self._figures[name] = words, figure

    def again(self) -> None:
        for name, value in self._document.totals().items():
            if name != "round_off":
                self._figures[name].setText(formats.value(value, "number") or formats.NOTHING)
        if not self.box.hasFocus() or not self.box.isModified():
            self.box.setText(str(self._document.round_off or ""))
        besides = self._document.besides
        for each in (self._titles["besides"], self._figures["besides"]):
            each.setVisible(bool(besides))
        self._figures["besides"].setText(formats.grouped(besides))

    def finish(self) -> None:
        """What stands in the box is the rounding."""
        if self.box.isModified():
            self.box.setModified(False)
            self.wrong = ""
            self._document.set_round_off(self.box.text())
            self.again()
            self.edited.emit()

    def _to_rupees(self) -> None:
        self.finish()
        self._document.round_to_rupees()
        self.again()
        self.edited.emit()

    def show_wrong(self, field: str, text: str) -> bool:
        if field not in self._figures:
            return False
        self.wrong = f"{self._titles[field].text()}: {text}"
        self.box.setFocus()
        return True
