"""All keys at a glance (Ctrl+F1, and under Settings > Diagnostics)."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from app.ui.theme import em
from app.ui.widgets.basics import button, column, fit, label, row, scrolled
from app.ui.words import mark, tr

#: By place: the keys as Qt writes them, several with ``, `` between, and what they do there.
KEYS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        mark("Everywhere"),
        (
            ("Ctrl+1, Ctrl+8", mark("From the first screen on the left to the last")),
            ("Tab, Shift+Tab", mark("To the next thing, or back; the arrow keys choose among several")),
            ("Alt", mark("With an underlined letter: to that field")),
            ("Ctrl+F", mark("Search")),
            ("F5", mark("Sync every connection now")),
            ("Ctrl+N", mark("Connect a system")),
            ("Esc", mark("Close a message or a dialog; stop the sync that runs")),
            ("F1", mark("The guide's page of this screen")),
            ("Ctrl+F1", mark("This list")),
            ("Ctrl+Q", mark("End the program")),
        ),
    ),
    (
        mark("Lists"),
        (
            ("Return", mark("Open the chosen row")),
            ("Ctrl+A", mark("Choose all rows")),
            ("Ctrl+C", mark("Copy the chosen rows, for Excel")),
        ),
    ),
    (
        mark("Records"),
        (
            ("Ctrl+Shift+N", mark("A new record of this kind")),
            ("Ctrl+I", mark("Import from a CSV or Excel file")),
            ("Ctrl+E", mark("Export to a CSV or Excel file")),
            ("Esc", mark("Close the record beside the list")),
        ),
    ),
    (
        mark("Lines of an invoice or order"),
        (
            ("Tab, Shift+Tab", mark("To the next field, or back")),
            ("Return", mark("To the same field of the next line; after the last comes a new one")),
            ("Ins, Del", mark("Add a line, or remove it")),
            ("Alt+Up, Alt+Down", mark("Move the line")),
            ("Ctrl+Z", mark("Bring back a removed line")),
            ("Ctrl+Return", mark("Save the record")),
        ),
    ),
    (
        mark("Mappings"),
        (
            ("Return", mark("On one side, then on the other: link the two fields")),
            ("Right, Left", mark("From a field to the one it is linked with")),
            ("F2, Ctrl+Return", mark("The settings of the link")),
            ("Space", mark("Fold or unfold a list")),
            ("Del", mark("Take the link away")),
            ("Menu, Shift+F10", mark("What else can be done with it")),
            ("Ctrl+Z, Ctrl+Shift+Z", mark("Undo and redo")),
            ("Ctrl++, Ctrl+-, Ctrl+0", mark("Larger, smaller, as it was")),
            ("Ctrl+S", mark("Save…")),
        ),
    ),
    (
        mark("Conflicts"),
        (
            ("Ctrl+Return", mark("Apply the decision")),
            ("Ctrl+Z", mark("Take the last decision back")),
        ),
    ),
)


def spoken(keys: str) -> str:
    """As they stand on this keyboard: ``Ctrl+1, Ctrl+8`` as ``Ctrl+1 … Ctrl+8``, others with a bar between."""
    native = QKeySequence.SequenceFormat.NativeText
    each = [one if one == "Alt" else QKeySequence(one).toString(native) for one in keys.split(", ")]
    return (" … " if keys.endswith("Ctrl+8") else "  |  ").join(each).replace("Return", "Enter")


class KeysDialog(QDialog):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keys"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(em(self, 1.2))
        grid.setVerticalSpacing(em(self, 0.3))
        grid.setColumnStretch(1, 1)
        for place, keys in KEYS:
            at = grid.rowCount()
            grid.setRowMinimumHeight(at, em(self, 0.4))
            grid.addWidget(label(tr(place), bold=True), at + 1, 0, 1, 2)
            for number, (names, words) in enumerate(keys, start=at + 2):
                grid.addWidget(label(spoken(names)), number, 0)
                grid.addWidget(label(tr(words), tone="muted", wrap=True), number, 1)
        content = QWidget()
        content.setLayout(grid)
        close = button(tr("Close"), self.accept, kind="primary")
        layout = column(scrolled(content, tr("Keys"), read=True), row(None, close), space=0.6, margins=1.0)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        fit(self, 40, 38)
