"""Who gets in: the token that other programs send, and whether other computers reach the records."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QCheckBox

from app.services.access import NetworkChoice, meaning
from app.ui.desk import Desk
from app.ui.settings.parts import SettingCard
from app.ui.widgets.basics import Note, button, label, row, selectable
from app.ui.words import tr


class AccessCard(SettingCard):
    name = "access"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Who gets in"))
        self._choice = NetworkChoice(False)
        self.token_file = selectable(label(tone="muted", wrap=True))
        self.new_token = button(tr("Make a new token…"), self.ask_token)
        self.network = QCheckBox(tr("Let other computers in this network reach the records"))
        self.network.setAccessibleName(self.network.text())
        self.network.setEnabled(False)
        self.network.clicked.connect(self._network_clicked)
        self.note = Note("warn", below=True)
        self.note.hide()
        self.protect = self.note.add(button(tr("Use a certificate"), self._use_certificate))
        self.fingerprint = selectable(label(tone="muted", wrap=True))
        self.fingerprint.hide()
        self.later = label(tr("This changes with the next start."), tone="muted", wrap=True)
        self.later.hide()
        self.add(
            self.token_file,
            row(self.new_token, None),
            self.network,
            self.note,
            self.fingerprint,
            self.later,
        )

    def refresh(self) -> None:
        access = self.desk.services.access
        self.desk.work.read(
            lambda: (access.token_file, access.choice(), _certificate(access)), self._got, owner=self, key="access"
        )

    def _got(self, found: Any) -> None:
        token_file, self._choice, certificate = found
        self.token_file.setText(
            tr("Other programs send the access token; it lies in {file}, which you alone can read.", file=token_file)
        )
        self.network.setEnabled(True)
        self.network.setChecked(self._choice.open)
        self.note.setVisible(self._choice.open and not self._choice.tls)
        self.note.say("warn", tr("Nothing protects what is sent to other computers"), meaning(tls=False))
        self.fingerprint.setVisible(self._choice.tls and certificate is not None)
        if certificate is not None:
            self.fingerprint.setText(
                tr(
                    "Other programs are to trust the certificate {file}, good until {day}. Its fingerprint: {fingerprint}",
                    file=self.desk.services.access.certificate_file,
                    day=f"{certificate.expires:%Y-%m-%d}",
                    fingerprint=certificate.fingerprint,
                )
            )

    # -- the token

    def ask_token(self) -> None:
        self.ask(
            tr("Make a new token"),
            tr("Make a new access token?"),
            tr("The present one is refused from then on, until each program that uses it is given the new one."),
            ((tr("Make a new one"), self._make_token),),
        )

    def _make_token(self) -> None:
        access = self.desk.services.access
        self.desk.work.do(lambda token: access.renew_token(by="window"), self._token_made, owner=self)

    def _token_made(self, _: Any) -> None:
        self.desk.say(
            tr("There is a new access token"),
            tr("Give it to the programs that use it: it lies in {file}.", file=self.desk.services.access.token_file),
        )

    # -- other computers

    def _network_clicked(self, on: bool) -> None:
        if not on:
            self._choose(NetworkChoice(False))
            return
        self.network.setChecked(False)  # until it is agreed to
        self.ask(
            tr("Other computers"),
            tr("Let other computers in this network reach the records?"),
            meaning(tls=False) + "\n\n" + tr("With a certificate of this computer's own what is sent is protected."),
            (
                (tr("With a certificate"), lambda: self._choose(NetworkChoice(True, tls=True))),
                (tr("Without"), lambda: self._choose(NetworkChoice(True))),
            ),
        )

    def _use_certificate(self) -> None:
        self._choose(NetworkChoice(True, tls=True))

    def _choose(self, choice: NetworkChoice) -> None:
        access = self.desk.services.access

        def call(token: Any) -> None:
            if choice.tls and access.certificate() is None:
                access.make_certificate(by="window")
            access.choose(choice, by="window")

        self.desk.work.do(call, self._chosen, self._not_chosen, owner=self)

    def _chosen(self, _: Any) -> None:
        self.later.show()
        self.refresh()

    def _not_chosen(self, problem: Any) -> None:
        self.refresh()
        self.desk.tell(problem)


def _certificate(access: Any) -> Any:
    """``None`` also for a damaged one: the listener's own message tells of that."""
    from app.model.errors import AppError

    try:
        return access.certificate()
    except AppError:
        return None
