"""Where the key of the stored passwords is kept, and what to do when it is not there."""

from __future__ import annotations

from typing import Any

from app.ui.desk import Desk
from app.ui.settings.parts import SettingCard
from app.ui.widgets.basics import Note, button, label
from app.ui.words import from_below, tr


class PasswordsCard(SettingCard):
    name = "passwords"

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            tr("Passwords and logins"),
            tr("They are stored encrypted among your data. The key that opens them is kept apart from it."),
        )
        self.place = label(wrap=True)
        self.problem = Note("error", below=True)
        self.problem.add(button(tr("Look again"), self.refresh, icon="sync"))
        self.problem.hide()
        self.add(self.place, self.problem)

    def refresh(self) -> None:
        self.desk.work.do(lambda token: self.desk.services.master_key.place(), self._got, owner=self, key="place")

    def _got(self, found: Any) -> None:
        self.place.setText(place_words(found))
        self.problem.setVisible(found.problem is not None)
        if found.problem is not None:
            kept = tr("Your records are all there. Connections that need no password go on.") if found.in_use else ""
            remedy = f"{from_below(found.problem.hint)}\n{kept}".strip()
            self.problem.say("error", from_below(found.problem.message), remedy)


def place_words(found: Any) -> str:
    if found.kind == "file":
        where = tr("The key is in the file {file}, which only your user can read.", file=found.path)
    else:
        where = tr("The key is in the keyring of this computer (on Windows: the Credential Manager).")
    if found.problem is not None:
        return where
    opens = tr("It opens the stored passwords.") if found.in_use else tr("No password is stored yet.")
    return f"{where} {opens}"
