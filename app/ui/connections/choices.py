"""Ledgers for writing (elsewhere: accounts): what is chosen once per connection before documents can be written there.

A suggestion is shown as chosen, but nothing is kept before the person saves it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QVBoxLayout, QWidget

from app.ui import states
from app.ui.connections import presenter
from app.ui.connections.booking import booking
from app.ui.desk import Desk
from app.ui.theme import em
from app.ui.widgets.basics import Note, button, clear, fit, glyph, label, row, scrolled
from app.ui.words import from_below, tr


class ChoicesForm(QWidget):
    """One box for each choice, the likeliest option first. What can't be written until one is chosen is said below it."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._choices: list[Any] = []
        self.boxes: dict[str, QComboBox] = {}
        self._open: dict[str, QWidget] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, em(self, 0.4), 0)
        self._grid.setHorizontalSpacing(em(self, 1.0))
        self._grid.setVerticalSpacing(em(self, 0.4))
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3)

    def show_choices(self, choices: Sequence[Any], written: Collection[str] = (), system: str = "") -> None:
        self._choices, self.boxes, self._open = list(choices), {}, {}
        clear(self._grid)
        self._grid.setRowStretch(self._grid.rowCount() - 1, 0)
        for title, told, own in presenter.choice_sections(self._choices):
            self._add_line(label(title, bold=True))
            if told:
                self._add_line(label(told, tone="muted", wrap=True))
            for choice in own:
                self._add_choice(choice, told, presenter.choice_open(choice, written, system))
        self._say_open()
        self._grid.setRowStretch(self._grid.rowCount(), 1)  # a last row, which takes what is left

    def _add_line(self, line: QWidget) -> None:
        self._grid.addWidget(line, self._grid.rowCount(), 0, 1, 2)

    def _add_choice(self, choice: Any, told: str, while_open: str) -> None:
        at = self._grid.rowCount()
        box = QComboBox()
        for words, value in presenter.choice_options(choice):
            box.addItem(words, value)
        box.setCurrentIndex(max(0, box.findData(choice.chosen or choice.suggested)))
        box.setAccessibleName(from_below(choice.title))
        box.setAccessibleDescription(from_below(choice.help))
        title = label(from_below(choice.title), wrap=True)
        title.setBuddy(box)
        self._grid.addWidget(title, at, 0)
        self._grid.addWidget(box, at, 1)
        about = presenter.choice_about(choice, told)
        if about:
            self._grid.addWidget(label(about, tone="muted", wrap=True), at + 1, 1)
        self.boxes[choice.name] = box
        if while_open:
            self._open[choice.name] = holder = QWidget()
            line = row(glyph("warning", "warn"), label(while_open, tone="warn", wrap=True), space=0.4)
            line.setStretch(1, 1)
            holder.setLayout(line)
            self._grid.addWidget(holder, self._grid.rowCount(), 1)
            box.currentIndexChanged.connect(self._say_open)

    def _say_open(self) -> None:
        for name, holder in self._open.items():
            holder.setVisible(self.boxes[name].currentData() is None)
        self.changed.emit()

    @property
    def open(self) -> int:
        """So many are needed and not chosen."""
        return sum(self.boxes[name].currentData() is None for name in self._open)

    def first_open(self) -> QComboBox:
        return next(self.boxes[name] for name in self._open if self.boxes[name].currentData() is None)

    def values(self) -> dict[str, str | None]:
        return {name: box.currentData() for name, box in self.boxes.items()}

    def changes(self) -> dict[str, str | None]:
        """What differs from what is kept."""
        kept = {choice.name: choice.chosen for choice in self._choices}
        return {name: value for name, value in self.values().items() if value != kept[name]}


class ChoicesDialog(QDialog):
    """Asks the other system what there is to choose; Save keeps it."""

    def __init__(self, desk: Desk, view: Any, written: set[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.desk = desk
        self.view = view
        self.written = written
        said = self.said = booking(view.system)
        self.setWindowTitle(tr(said.title))
        system = states.short(view.system_title)
        about = tr(said.about, system=system)
        self.form = ChoicesForm()
        self.note = Note("info", "", tr(said.asking, system=system))
        self.again = self.note.add(button(tr("Ask again"), self._ask, icon="sync"))
        self.save = button(tr("Save"), self._save, kind="primary")
        self.save.setDefault(True)
        self.cancel = button(tr("Cancel"), self.reject)
        layout = QVBoxLayout(self)
        edge = em(self, 1.1)
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.setSpacing(em(self, 0.7))
        layout.addWidget(label(tr(said.title), size=1.2, bold=True))
        layout.addWidget(label(about, tone="muted", wrap=True))
        layout.addWidget(self.note)
        layout.addWidget(scrolled(self.form, tr(said.title)), 1)
        layout.addLayout(row(None, self.cancel, self.save))
        fit(self, 42, 34)
        self._ask()

    def _ask(self) -> None:
        self.again.hide()
        self.save.setEnabled(False)
        services, connection_id = self.desk.services, self.view.id
        self._job = self.desk.work.do(
            lambda token: services.connections.choices(connection_id, token),
            self._show,
            self._failed,
            owner=self,
            key="ask",
        )

    def _show(self, choices: Any) -> None:
        wanted = presenter.choices_for(choices, self.written)
        self.form.show_choices(wanted, self.written, states.short(self.view.system_title))
        self.note.setVisible(not wanted)
        if not wanted:
            self.note.say("ok", tr("Nothing has to be chosen"), tr(self.said.nothing))
        self.save.setEnabled(bool(wanted))
        if wanted:
            next(iter(self.form.boxes.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def _failed(self, problem: Any) -> None:
        self.note.say("error", problem.message, problem.hint)
        self.note.show()
        self.again.show()

    def _save(self) -> None:
        changes, services, connection_id = self.form.changes(), self.desk.services, self.view.id
        if not changes:
            self.accept()
            return
        self.save.setEnabled(False)
        self.desk.work.do(
            lambda token: services.connections.set_choices(connection_id, changes, token),
            lambda _: self.accept(),
            self._not_saved,
            owner=self,
        )

    def _not_saved(self, problem: Any) -> None:
        self.save.setEnabled(True)
        self.note.say("error", problem.message, problem.hint)
        self.note.show()

    def reject(self) -> None:
        self._job.drop()
        super().reject()
