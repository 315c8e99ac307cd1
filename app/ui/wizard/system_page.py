"""Step 1: which system."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QButtonGroup, QGridLayout

from app.ui.theme import em
from app.ui.widgets.basics import button, row
from app.ui.wizard.pages import Choice, Step
from app.ui.words import mark, tr

SYSTEMS = (
    ("tally", "Tally Prime", mark("Also Tally.ERP 9. Looks for it on this PC first."), True),
    ("zoho", "Zoho CRM", mark("Comes in a later version."), False),
    ("quickbooks", "QuickBooks Online", mark("Comes in a later version."), False),
    ("sap", "SAP Business One", mark("Comes in a later version."), False),
    ("custom", mark("Another system"), mark("Comes in a later version."), False),
)


class SystemPage(Step):
    def __init__(self, wizard: Any) -> None:
        super().__init__(
            tr("Which system do you want to connect?"), tr("You can connect more than one, one after the other.")
        )
        self._group = QButtonGroup(self)
        grid = QGridLayout()
        grid.setSpacing(em(self, 0.6))
        self.choices: dict[str, Choice] = {}
        for at, (name, title, text, ready) in enumerate(SYSTEMS):
            choice = Choice(
                "books" if name == "tally" else "network", tr(title), tr(text), tone="accent" if ready else "muted"
            )
            choice.key = name
            choice.setEnabled(ready)
            choice.clicked.connect(self._chosen)
            self._group.addButton(choice)
            grid.addWidget(
                choice, 0 if at == 0 else (at + 1) // 2, 0 if at == 0 else (at + 1) % 2, 1, 2 if at == 0 else 1
            )
            self.choices[name] = choice
        self.choices["tally"].setChecked(True)
        self.body.addLayout(grid)
        self.body.addStretch(1)
        self.demo = button(tr("Just show me: open a made-up company"), wizard.show_demo, icon="demo")
        self.demo.setVisible(wizard.desk.can_demo)
        self.body.addLayout(row(self.demo, None))

    def _chosen(self) -> None:
        self.draft.system = self.sender().key
        self.completeChanged.emit()

    def isComplete(self) -> bool:
        return self._group.checkedButton() is not None
