"""Step 4 goes on where something is to be written: the ledgers that documents are booked to. It can be left for later."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QCheckBox

from app.ui.connections import presenter
from app.ui.connections.booking import booking
from app.ui.connections.choices import ChoicesForm
from app.ui.widgets.basics import Note, button, label, scrolled
from app.ui.wizard.pages import PREVIEW, Step
from app.ui.words import plural, tr


class ChoicesPage(Step):
    def __init__(self) -> None:
        super().__init__("", "")
        self._asking = False
        self.form = ChoicesForm()
        self.form.changed.connect(self._changed)
        self.note = Note()
        self.again = self.note.add(button(tr("Ask again"), self._ask, icon="sync"))
        self.later = QCheckBox(
            tr("Choose later: what needs it waits here until it is done under Connections > Sync settings")
        )
        self.later.setAccessibleName(self.later.text())
        self.later.toggled.connect(self.form.setDisabled)
        self.later.toggled.connect(self._changed)
        self.missing = label(tone="warn", wrap=True)
        self.body.addWidget(self.note)
        self._area = scrolled(self.form, "")
        self.body.addWidget(self._area, 1)
        self.body.addWidget(self.missing)
        self.body.addWidget(self.later)

    def initializePage(self) -> None:
        said = self.said = booking(self.draft.system)
        self.entitle(tr(said.question), tr(said.about, system=self.draft.short))
        self._area.setAccessibleName(tr(said.title))
        self._ask()

    def _ask(self) -> None:
        self._asking = True
        self.form.show_choices(())
        self.again.hide()
        self.later.hide()
        self.note.say("info", tr(self.said.asking, system=self.draft.short))
        self.note.show()
        ask, draft = self.desk.services.connections, self.draft.connection()
        connection_id, changes = self.draft.connection_id, self.draft.changes()

        def call(token: Any) -> Any:
            if not connection_id:
                return ask.draft_choices(draft, token)
            ask.update(connection_id, changes)
            return ask.choices(connection_id, token)

        self.desk.work.do(
            call,
            self._show,
            self._failed,
            owner=self,
            key="ask",
        )

    def _show(self, choices: Any) -> None:
        wanted = presenter.choices_for(choices, self.draft.written)
        self._asking = False
        self.form.show_choices(wanted, self.draft.written, self.draft.short)
        self.later.setVisible(bool(wanted))
        if self.form.open and not self.later.isChecked():
            self.form.first_open().setFocus()  # Next can't be pressed, and must not leave the keyboard to Back
        self.note.setVisible(not wanted)
        if not wanted:
            self.note.say("ok", tr("Nothing has to be chosen"), tr(self.said.nothing))

    def _failed(self, problem: Any) -> None:
        self.note.say("error", problem.message, problem.hint)
        self.note.show()
        self.again.show()
        self._asking = False
        self._changed()

    def _changed(self) -> None:
        count = 0 if self.later.isChecked() else self.form.open
        self.missing.setText(
            plural(
                count,
                "{n} choice that is needed is open: make it above, or tick “Choose later”.",
                "{n} choices that are needed are open: make them above, or tick “Choose later”.",
            )
        )
        self.missing.setVisible(count > 0)
        self.completeChanged.emit()

    def isComplete(self) -> bool:
        """Where Tally does not tell there is nothing to choose, and it goes on without."""
        return self.later.isChecked() or not self.form.open

    def validatePage(self) -> bool:
        """Next keeps what is shown; nothing where it was left for later, or Tally did not tell. It waits for the answer."""
        if self._asking:
            return False
        chosen = {} if self.later.isChecked() else self.form.values()
        self.draft.choices = {name: value for name, value in chosen.items() if value}
        return True

    def nextId(self) -> int:
        return PREVIEW
