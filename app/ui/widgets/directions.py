"""What to sync, and which way: a line for each kind of record. Used by the wizard and by a connection's settings."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QGridLayout, QLabel, QWidget

from app.ui import states
from app.ui.theme import em
from app.ui.widgets.basics import column, glyph, label
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
DOCUMENTS = frozenset({"order", "invoice", "payment"})


class DirectionTable(QWidget):
    """``plan`` maps each entity to ``pull``, ``push``, ``bidirectional`` or ``off``."""

    changed = Signal()

    def __init__(self, system: str, entities: list[str]) -> None:
        super().__init__()
        self._boxes: dict[str, QComboBox] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(em(self, 0.8))
        grid.setVerticalSpacing(em(self, 0.35))
        grid.setColumnStretch(2, 1)
        for at, entity in enumerate(entities):
            grid.addWidget(glyph(entity, "muted"), at, 0)
            title = label(states.entity_plural(entity), bold=True)
            grid.addWidget(title, at, 1)
            words = ABOUT if system == "Tally" else ABOUT_ELSEWHERE
            about = label(tr(words.get(entity, "")), tone="muted")
            grid.addWidget(about, at, 2)
            box = QComboBox()
            for value in ("pull", "bidirectional", "push"):
                box.addItem(tr(states.DIRECTIONS[value], system=system), value)
            box.addItem(tr("Leave out"), OFF)
            box.setAccessibleName(tr("Which way: {what}", what=states.entity_plural(entity)))
            box.currentIndexChanged.connect(self.changed)
            title.setBuddy(box)
            grid.addWidget(box, at, 3, Qt.AlignmentFlag.AlignRight)
            self._boxes[entity] = box

    def plan(self) -> dict[str, str]:
        return {entity: box.currentData() for entity, box in self._boxes.items()}

    def set_plan(self, plan: Mapping[str, str]) -> None:
        for entity, box in self._boxes.items():
            box.setCurrentIndex(max(0, box.findData(plan.get(entity, OFF))))

    @property
    def boxes(self) -> list[QComboBox]:
        """From top to bottom."""
        return list(self._boxes.values())

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


def optional_words() -> tuple[str, str]:
    """The switch for vouchers made in Tally, and what it means."""
    return (
        tr("New vouchers arrive in Tally as Optional"),
        tr(
            "An Optional voucher is a draft: it moves no balance and no stock until somebody accepts it in Tally. Switched "
            "off, what is made here counts in the books at once."
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
