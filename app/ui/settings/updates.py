"""Whether there is a newer version: off until somebody switches it on, and never more than a word."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QLineEdit

from app.ui import formats
from app.ui.desk import Desk
from app.ui.settings.parts import Fields, SettingCard
from app.ui.theme import em
from app.ui.widgets.basics import button, label, row
from app.ui.words import tr


class UpdatesCard(SettingCard):
    name = "updates"

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            tr("Newer versions"),
            tr(
                "Asks an address once a day which version is the newest, and tells you when it is newer than this one. "
                "Nothing about you or your books is sent, and nothing is downloaded or installed."
            ),
        )
        self._stored: Any = None
        self.on = QCheckBox(tr("Look for a newer version once a day"))
        self.on.setAccessibleName(self.on.text())
        self.on.clicked.connect(self._on_clicked)
        self.url = QLineEdit()
        self.url.setMinimumWidth(em(self, 18))
        self.url.setPlaceholderText("https://office.example/salesmate-sync.json")
        self.url.editingFinished.connect(self._typed)
        form = Fields(self)
        form.put(
            tr("Address t&o ask"),
            self.url,
            tr(
                "Whoever gave you this program names it. It begins with https://; while there is none, nothing is asked."
            ),
        )
        self.state = label(wrap=True)
        self.ask_button = button(tr("Ask now"), self._ask, icon="sync")
        self.notes_button = button(tr("What is new…"), self._notes)
        self.notes_button.hide()
        self.add(self.on, form, self.state, row(self.ask_button, self.notes_button, None), self.told)

    def refresh(self) -> None:
        self.desk.work.read(self.desk.services.updates.state, self._got, owner=self, key="updates")

    def _got(self, state: Any) -> None:
        self._stored = state
        self.on.setChecked(state.on)
        if not self.url.hasFocus():
            self.url.setText(state.url)
        self.ask_button.setEnabled(bool(state.url))
        self.notes_button.setVisible(bool(state.newer and state.notes_url))
        self.state.setText(state_words(state))

    def _on_clicked(self, on: bool) -> None:
        self._choose(on, self.url.text())
        if on and not self.url.text().strip():
            self.url.setFocus()

    def _typed(self) -> None:
        if self._stored is not None and self.url.text().strip() != self._stored.url:
            self._choose(self.on.isChecked() and bool(self.url.text().strip()), self.url.text())

    def _choose(self, on: bool, url: str, *, undoable: bool = True) -> None:
        updates, before = self.desk.services.updates, self._stored
        undo = (lambda: self._choose(before.on, before.url, undoable=False)) if undoable and before else None
        words = tr("It is asked once a day") if on else tr("Nothing is asked by itself")
        self.change(lambda: updates.choose(on=on, url=url), words, undo, self._got)

    def _ask(self) -> None:
        self.ask_button.setEnabled(False)
        self.state.setText(tr("Asking…"))
        self.desk.work.do(self.desk.services.updates.ask, self._got, self._not_asked, owner=self)

    def _not_asked(self, problem: Any) -> None:
        self.refuse(problem)

    def _notes(self) -> None:
        QDesktopServices.openUrl(QUrl(self._stored.notes_url))


def state_words(state: Any) -> str:
    present = tr("This is version {version}.", version=state.present)
    if state.newer:
        return f"{present} " + tr("Version {version} is there.", version=state.newer)
    if state.asked_at:
        return f"{present} " + tr("It was the newest when last asked, {time}.", time=formats.when(state.asked_at))
    return f"{present} " + tr("Nobody was asked yet whether there is a newer one.")
