"""Step 1: which system. What this version can connect to can be chosen; the others are shown as coming."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from app.ui.theme import em
from app.ui.widgets.basics import button, row, scrolled
from app.ui.wizard.pages import REACH, SETTINGS, Choice, Step
from app.ui.words import mark, tr

ABOUT = {
    "tally": mark("Also Tally.ERP 9. Looks for it on this PC first."),
    "zoho": mark("You sign in with your browser; the keys are made once in Zoho's console."),
    "quickbooks": mark("You sign in with your browser; the keys are made once on Intuit's page for programs."),
    "sap": mark("With the address of its Service Layer, the company database, and a user there."),
    "custom": mark("Any system with a web interface, by a definition that tells how to talk to it."),
}
PLUGGED = mark("By a plug-in that is installed on this PC.")
TITLES = {"custom": mark("Another system")}


class SystemPage(Step):
    def __init__(self, wizard: Any) -> None:
        super().__init__(
            tr("Which system do you want to connect?"), tr("You can connect more than one, one after the other.")
        )
        self._group = QButtonGroup(self)
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(em(self, 0.6))
        self.choices: dict[str, Choice] = {}
        for at, offer in enumerate(wizard.desk.services.connections.systems()):
            name = offer.name
            choice = Choice(
                "books" if name == "tally" else "network",
                tr(TITLES.get(name, offer.title)),
                tr(ABOUT.get(name, PLUGGED)) if offer.installed else tr("Comes in a later version."),
                tone="accent" if offer.installed else "muted",
                key=offer,
            )
            choice.setEnabled(offer.installed)
            choice.clicked.connect(self._chosen)
            self._group.addButton(choice)
            grid.addWidget(
                choice, 0 if at == 0 else (at + 1) // 2, 0 if at == 0 else (at + 1) % 2, 1, 2 if at == 0 else 1
            )
            self.choices[name] = choice
        self.choices["tally"].setChecked(True)
        wizard.draft.choose(self.choices["tally"].key)
        grid.setRowStretch(grid.rowCount(), 1)
        self.body.addWidget(scrolled(content, tr("Which system do you want to connect?")), 1)
        self.demo = button(tr("Just show me: open a made-up company"), wizard.show_demo, icon="demo")
        self.demo.setVisible(wizard.desk.can_demo)
        self.body.addLayout(row(self.demo, None))

    def _chosen(self) -> None:
        before, offer = self.draft.offer, self.sender().key
        if before.name != offer.name:
            self.wizard().forget_reached()
        self.draft.choose(offer)
        self.completeChanged.emit()

    def nextId(self) -> int:
        return REACH.get(self.draft.system, SETTINGS) if self.wizard() is not None else SETTINGS

    def isComplete(self) -> bool:
        return self._group.checkedButton() is not None
