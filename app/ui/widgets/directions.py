"""What to sync, and which way: a line for each kind of record. Used by the wizard and by a connection's settings."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QGridLayout, QLabel, QWidget

from app.ui import states
from app.ui.theme import em
from app.ui.widgets.basics import column, glyph, label, row
from app.ui.words import mark, tr

ABOUT = {
    "customer": mark("Ledgers under Sundry Debtors, with their balances"),
    "product": mark("Stock items, with stock and value"),
    "order": mark("Sales orders"),
    "invoice": mark("Sales invoices, with items, taxes and bills"),
    "payment": mark("Receipts, and the bills they settle"),
}
ABOUT_ELSEWHERE = {
    "customer": mark("Names, addresses and tax numbers"),
    "product": mark("Items, with their prices"),
    "order": mark("Sales orders"),
    "invoice": mark("Sales invoices, with items and taxes"),
    "payment": mark("Payments, and the invoices they settle"),
    "deal": mark("Deals, with their stage and amount"),
    "contact": mark("The people at your customers"),
}
OFF = "off"


class DirectionTable(QWidget):
    """``plan`` maps each entity to ``pull``, ``push``, ``bidirectional`` or ``off``.

    ``modules`` (``(module, title)`` of each entity, the usual one first) are those that it may be kept in there; with more than one
    there is a box for it, showing what ``places`` says. No two entities are synced with one module: the later one is off then, and
    says why. ``fixed`` are entities whose place can't be chosen any more; ``absent`` those that can't be synced, and why;
    ``about`` are lines that take the place of the usual ones."""

    changed = Signal()
    placed = Signal()

    def __init__(
        self,
        system: str,
        entities: list[str],
        modules: Mapping[str, Sequence[tuple[str, str]]] = MappingProxyType({}),
        places: Mapping[str, str] = MappingProxyType({}),
        fixed: Collection[str] = (),
        absent: Mapping[str, str] = MappingProxyType({}),
        about: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        super().__init__()
        self._modules = modules
        self._fixed = fixed
        self._boxes: dict[str, QComboBox] = {}
        self._places: dict[str, QComboBox] = {}
        self._about: dict[str, QLabel] = {}
        self._usual: dict[str, str] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(em(self, 0.8))
        grid.setVerticalSpacing(em(self, 0.35))
        grid.setColumnStretch(2, 1)
        for at, entity in enumerate(entities):
            grid.addWidget(glyph(entity, "muted"), at, 0)
            title = label(states.entity_plural(entity), bold=True)
            grid.addWidget(title, at, 1)
            words = {**(ABOUT if system == "Tally" else ABOUT_ELSEWHERE), **about}
            self._usual[entity] = tr(words.get(entity, ""))
            told = self._about[entity] = label(self._usual[entity], tone="muted", wrap=True)
            if len(modules.get(entity, ())) > 1:
                place = self._places[entity] = self._place(system, entity, places.get(entity, ""))
                grid.addLayout(column(told, row(place, None), space=0.2), at, 2)
            else:
                grid.addWidget(told, at, 2)
            box = QComboBox()
            for value in ("pull", "bidirectional", "push"):
                box.addItem(tr(states.DIRECTIONS[value], system=system), value)
            box.addItem(tr("Leave out"), OFF)
            box.setAccessibleName(tr("Which way: {what}", what=states.entity_plural(entity)))
            box.currentIndexChanged.connect(self._moved)
            title.setBuddy(box)
            grid.addWidget(box, at, 3, Qt.AlignmentFlag.AlignRight)
            self._boxes[entity] = box
        for entity, why in absent.items():
            if entity not in self._boxes:
                self._add_absent(grid, entity, tr(why))

    def _add_absent(self, grid: QGridLayout, entity: str, why: str) -> None:
        at = grid.rowCount()
        box = QComboBox()
        box.addItem(tr("Leave out"))
        box.setEnabled(False)
        box.setAccessibleName(tr("Which way: {what}", what=states.entity_plural(entity)))
        box.setAccessibleDescription(why)
        grid.addWidget(glyph(entity, "muted"), at, 0)
        grid.addWidget(label(states.entity_plural(entity), bold=True), at, 1)
        grid.addWidget(label(why, tone="muted", wrap=True), at, 2)
        grid.addWidget(box, at, 3, Qt.AlignmentFlag.AlignRight)

    def _place(self, system: str, entity: str, present: str) -> QComboBox:
        """The choice of the module."""
        box = QComboBox()
        for module, title in self._modules[entity]:
            box.addItem(f"{system}: {tr(title)}", module)
        box.setCurrentIndex(max(0, box.findData(present)))
        box.setAccessibleName(tr("Where in {system}: {what}", system=system, what=states.entity_plural(entity)))
        if entity in self._fixed:
            box.setEnabled(False)
            box.setToolTip(
                tr("The records here are linked to those: another place would need a connection of its own.")
            )
        box.currentIndexChanged.connect(self._moved)
        box.currentIndexChanged.connect(self.placed)
        return box

    def _moved(self) -> None:
        """One module is for one kind of record: a later kind that would share it is off."""
        holders: dict[str, str] = {}
        for entity, box in self._boxes.items():
            module = self._module(entity)
            holder = holders.get(module, "") if module else ""
            if holder:
                with QSignalBlocker(box):
                    box.setCurrentIndex(box.findData(OFF))
            elif box.currentData() != OFF:
                holders[module] = entity
            box.setEnabled(not holder)
            self._about[entity].setText(self._taken(holder) if holder else self._usual[entity])
            box.setAccessibleDescription(self._about[entity].text())
        self.changed.emit()

    def _module(self, entity: str) -> str:
        if entity in self._places:
            return str(self._places[entity].currentData())
        return next((module for module, _ in self._modules.get(entity, ())), "")

    def _taken(self, holder: str) -> str:
        title = dict(self._modules[holder])[self._module(holder)]
        what = states.entity_plural(holder).lower()
        taken = tr("{module} holds your {what}.", module=tr(title), what=what)
        if holder not in self._places or holder in self._fixed:
            return taken
        return f"{taken} {tr('Choose another place for them to sync these, too.')}"

    def places(self) -> dict[str, str]:
        """The chosen modules, of entities that have a choice."""
        return {entity: str(box.currentData()) for entity, box in self._places.items()}

    def plan(self) -> dict[str, str]:
        return {entity: box.currentData() for entity, box in self._boxes.items()}

    def set_plan(self, plan: Mapping[str, str]) -> None:
        for entity, box in self._boxes.items():
            box.setCurrentIndex(max(0, box.findData(plan.get(entity, OFF))))
        self._moved()

    @property
    def boxes(self) -> list[QComboBox]:
        """From top to bottom."""
        return [
            box
            for entity, way in self._boxes.items()
            for box in ((self._places[entity], way) if entity in self._places else (way,))
        ]

    def only_read(self) -> None:
        """The other system can't be written to: what would send is not offered."""
        for box in self._boxes.values():
            for value in ("bidirectional", "push"):
                at = box.findData(value)
                if at >= 0 and at != box.currentIndex():
                    box.removeItem(at)

    @property
    def writes(self) -> bool:
        """Is something to be written to the other system?"""
        return bool(self.written)

    @property
    def written(self) -> set[str]:
        """The kinds of record that are."""
        return {entity for entity, direction in self.plan().items() if direction in ("push", "bidirectional")}


def deletion_words(policy: str, system: str, *, sends: bool) -> str:
    """What a deletion does under this rule."""
    there, here = states.DELETES[policy]
    return " ".join(tr(words, system=system) for words in ((there, here) if sends else (there,)))


def write_note(system: str) -> str:
    return tr(
        "New and changed records are sent to {system} with each sync. A record that {system} refuses waits in Activity with "
        "the reason; the others go on. “Show what a sync would do” on the connection shows everything before it is sent.",
        system=system,
    )


def hub_key_words(system: str, name: str) -> tuple[str, str]:
    """The switch for a field with our own number, and what it is good for."""
    return (
        tr("Keep our own number in a field of {system}", system=system),
        tr(
            "So nothing is created twice: when an answer gets lost on the way, the record is found again by this number. Without "
            "it records are told apart by their usual fields (e-mail, name). The field is “{name}”; it is made if it isn't there.",
            name=name,
        ),
    )


def explain(form: QFormLayout, title: str, box: QComboBox, about: QLabel) -> None:
    """A row of a form: a box with the line below it that says what its choice means."""
    head = label(title)
    head.setBuddy(box)
    form.addRow(head, column(box, about, space=0.2))


def fill(box: QComboBox, table: Mapping[str, str], present: str = "", **values: str) -> QComboBox:
    """The choices of a table of :mod:`app.ui.states`, with the present one chosen."""
    for key, words in table.items():
        box.addItem(tr(words, **values), key)
    box.setCurrentIndex(max(0, box.findData(present)))
    return box
