"""The import's first step: the file, and which of its columns is which field."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QFormLayout, QGridLayout, QSpinBox, QWidget

from app.sheets.columns import ID
from app.ui import states
from app.ui.mappings.parameters import Choice
from app.ui.records import import_presenter as presenter
from app.ui.records.page import ALWAYS
from app.ui.theme import em
from app.ui.widgets.basics import Elided, Empty, Note, button, clear, column, label, row, scrolled
from app.ui.words import tr

_SAMPLES = 4
_AT_ONCE = 3


class FileStep(QWidget):
    """``asked`` to look at the file anew: of another kind of record, another sheet, another row of titles."""

    choose = Signal()
    asked = Signal()
    changed = Signal()

    def __init__(self, entity: str) -> None:
        super().__init__()
        self.look: Any = None
        self.boxes: dict[int, Choice] = {}
        self._filling = False
        self._chosen: dict[int, str] = {}
        self._waiting: list[tuple[int, Any]] = []
        self._soon = QTimer(self, interval=0)
        self._soon.timeout.connect(self._add_rows)
        self.file = Elided()
        about = tr(
            "A CSV or Excel file: choose it, or drop it here. Nothing is written before you have seen what would be done."
        )
        self.hint = Empty("folder", tr("No file chosen yet"), about)
        self.choose_button = button(tr("Choose a file…"), self.choose, icon="folder")
        self.note = Note("error")
        self.note.hide()
        self.count = label(tone="muted", wrap=True)
        where, self._ways = self._add_file(entity), self._add_ways()
        top = row(self.choose_button)
        top.addWidget(self.file, 1)
        layout = column(top, where, self.note, self.count)
        layout.addWidget(self._add_columns(), 1)
        layout.addWidget(self.hint, 1)
        layout.addWidget(self._ways)
        self.setLayout(layout)
        self.show_look(None)

    def _add_file(self, entity: str) -> Any:
        self.kind = self._box(tr("What the file holds"))
        for name in states.ordered(states.ENTITIES):
            self.kind.addItem(states.entity_plural(name), name)
        self.kind.setCurrentIndex(max(0, self.kind.findData(entity or ALWAYS[0])))
        self.kind.currentIndexChanged.connect(self._ask)
        self.sheet = self._box(tr("Sheet"))
        self.sheet.currentIndexChanged.connect(self._ask)
        self.header = QSpinBox()
        self.header.setAccessibleName(tr("The titles are in row"))
        self.header.setRange(1, 10_000)
        self.header.setProperty("kind", "number")
        self.header.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.header.editingFinished.connect(self._ask_header)
        self.letters = self._box(tr("How the letters are written"))
        self.letters.addItem(tr("As recognised"), "")
        for key, words in presenter.ENCODINGS.items():
            self.letters.addItem(tr(words), key)
        self.letters.currentIndexChanged.connect(self._ask)
        self._letters_form = QFormLayout()
        self._letters_form.addRow(tr("&Letters"), self.letters)
        self._sheet_form, head = QFormLayout(), QFormLayout()
        self._sheet_form.addRow(tr("&Sheet"), self.sheet)
        head.addRow(tr("&Titles in row"), self.header)
        kind = QFormLayout()
        kind.addRow(tr("&Holds"), self.kind)
        self._more = QWidget()
        self._more.setLayout(row(self._sheet_form, head, self._letters_form, None, space=0.8))
        return row(kind, self._more, None, space=0.8)

    def _add_ways(self) -> QWidget:
        self.here = self._box(tr("Records that are here already"))
        self.here.addItem(tr("Change them as the file says"), False)
        self.here.addItem(tr("Leave them as they are: only new ones"), True)
        self.empty = self._box(tr("Empty cells"))
        self.empty.addItem(tr("Leave the field as it is"), False)
        self.empty.addItem(tr("Empty the field"), True)
        ways = QFormLayout()
        ways.addRow(tr("&Records that are here already"), self.here)
        ways.addRow(tr("&Empty cells"), self.empty)
        made = QWidget()
        made.setLayout(column(ways))
        return made

    def _add_columns(self) -> Any:
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, em(self, 0.4), 0)
        self._grid.setHorizontalSpacing(em(self, 0.9))
        self._grid.setVerticalSpacing(em(self, 0.25))
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3)
        self._grid.setColumnStretch(2, 3)
        content = QWidget()
        content.setLayout(column(self._grid, None, space=0))
        self._area = scrolled(content, tr("The file's columns"))
        return self._area

    @staticmethod
    def _box(name: str) -> Choice:
        made = Choice(name)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        return made

    # --- what is chosen ----------------------------------------------------------------------------------------------

    @property
    def entity(self) -> str:
        return str(self.kind.currentData())

    @property
    def only_new(self) -> bool:
        return bool(self.here.currentData())

    @property
    def clear_empty(self) -> bool:
        return bool(self.empty.currentData())

    @property
    def encoding(self) -> str:
        """What a person says of a text file; empty: as it is recognised."""
        return str(self.letters.currentData() or "")

    def forget_encoding(self) -> None:
        """Another file."""
        self._filling = True
        self.letters.setCurrentIndex(0)
        self._filling = False

    def chosen(self) -> dict[int, str]:
        """``{column's place: field}`` of the columns that are taken."""
        return {at: name for at, name in self._chosen.items() if name}

    def all_chosen(self) -> dict[int, str]:
        """The same with ``""`` for those that are not."""
        return dict(self._chosen)

    def _ask(self) -> None:
        if not self._filling:
            self.asked.emit()

    def _ask_header(self) -> None:
        if self.look is not None and self.header.value() != self.look.header:
            self.asked.emit()

    # --- what is shown -----------------------------------------------------------------------------------------------

    def show_look(self, look: Any, remembered: dict[int, str] | None = None) -> None:
        """The file's columns, taken as they were the last time, else as guessed."""
        self.look = look
        self._soon.stop()
        for each in (self._more, self._area, self._ways, self.count):
            each.setVisible(look is not None)
        self.hint.setVisible(look is None)
        if look is None:
            return
        self.note.hide()
        self.file.setText(look.path.name)
        self._filling = True
        self.header.setValue(look.header)
        self.sheet.clear()
        for name in look.sheets:
            self.sheet.addItem(name, name)
        self.sheet.setCurrentIndex(self.sheet.findData(look.sheet))
        self._filling = False
        self._sheet_form.setRowVisible(self.sheet, len(look.sheets) > 1)
        title, about = presenter.odd_words(look)
        self._letters_form.setRowVisible(self.letters, bool(title or self.encoding))
        if title:
            self.note.say("warn", title, about)
            self.note.show()
        self._fill(remembered if remembered is not None else look.guessed)

    def _fill(self, chosen: Any) -> None:
        clear(self._grid)
        self.boxes = {}
        known = dict(presenter.fields(self.entity))
        self._chosen = {one.at: chosen.get(one.at, "") for one in self.look.columns}
        self._chosen = {at: name if name in known else "" for at, name in self._chosen.items()}
        for at, words in enumerate((tr("In the file"), tr("First values"), tr("Goes into"))):
            self._grid.addWidget(label(words, bold=True), 0, at)
        self._choices = self._all_choices()
        self._waiting = list(enumerate(self.look.columns, start=1))
        self._tell_choice()
        self._add_rows()
        if self._waiting:
            self._soon.start()

    def _add_rows(self) -> None:
        """Some at a time: boxes for a hundred columns would hold the window up."""
        for at, one in self._waiting[:_AT_ONCE]:
            box = Choice(tr("{column} goes into", column=one.title))
            box.setModel(self._choices)
            box.setCurrentIndex(max(0, box.findData(self._chosen[one.at])))
            box.setProperty("column", one.at)
            box.currentIndexChanged.connect(self._changed)
            self.boxes[one.at] = box
            self._grid.addWidget(label(one.title, wrap=True), at, 0, Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(Elided("  ·  ".join(one.samples[:_SAMPLES]), "muted"), at, 1)
            self._grid.addWidget(box, at, 2)
        del self._waiting[:_AT_ONCE]
        if not self._waiting:
            self._soon.stop()

    def _all_choices(self) -> QStandardItemModel:
        """What a column can go into: one list for all boxes, however many columns a file has."""
        made = QStandardItemModel(self._area.widget())
        for name, words in (("", tr("(don't take)")), *presenter.fields(self.entity)):
            item = QStandardItem(words)
            item.setData(name, Qt.ItemDataRole.UserRole)
            made.appendRow(item)
        return made

    def _changed(self) -> None:
        box = self.sender()
        self._chosen[box.property("column")] = box.currentData()
        self._tell_choice()

    def _tell_choice(self) -> None:
        self.count.setText(self._words())
        self.changed.emit()

    def _words(self) -> str:
        chosen = self.chosen()
        twice = [name for name in chosen.values() if list(chosen.values()).count(name) > 1]
        if twice:
            name = presenter.field_words(self.entity, twice[0]).removesuffix(" *")
            return tr("Two columns go into “{field}”. Take one of them only.", field=name)
        words = tr(
            "{rows} rows below the titles; {n} of {all} columns are taken.",
            rows=self.look.rows, n=len(chosen), all=len(self._chosen),
        )  # fmt: skip
        missing = [] if ID in chosen.values() else presenter.missing(self.entity, chosen.values())
        if missing:
            words += " " + tr("New records also need: {fields}.", fields=", ".join(missing))
        return words

    @property
    def is_ready(self) -> bool:
        chosen = list(self.chosen().values())
        return self.look is not None and bool(chosen) and len(set(chosen)) == len(chosen)

    def fail(self, problem: Any) -> None:
        """The file can't be looked at."""
        self.show_look(None)
        self.tell(problem)

    def tell(self, problem: Any) -> None:
        self.note.say("error", problem.message, problem.hint)
        self.note.show()
