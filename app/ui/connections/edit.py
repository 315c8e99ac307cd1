"""Changing how a connection reaches its system: its name, and the form of its connector. Saved only by its button."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QCheckBox, QDialog, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from app.ui.connections import presenter, schema
from app.ui.connections.certificate import CertificateCard
from app.ui.connections.form import SettingsForm
from app.ui.desk import Desk
from app.ui.theme import em
from app.ui.widgets.basics import Note, button, column, fit, label, row, scrolled
from app.ui.words import tr


class EditConnection(QDialog):
    """``reaches_anew``: after Save, was something changed that a test should look at?"""

    def __init__(self, desk: Desk, view: Any, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.view = view
        self.reaches_anew = False
        self.offer = presenter.offer_of(desk.services.connections.systems(), view.system)
        self._fingerprint = str(view.auth.get(schema.FINGERPRINT) or "")
        self.setWindowTitle(tr("Edit connection"))
        self.name = QLineEdit(view.name)
        self.name.setAccessibleName(tr("Name"))
        self.enabled = QCheckBox(tr("This connection is switched on"))
        self.enabled.setAccessibleName(self.enabled.text())
        self.enabled.setChecked(view.sync_enabled and view.status != "inactive")
        head = QFormLayout()
        head.setHorizontalSpacing(em(self, 1.0))
        head.addRow(tr("&Name"), self.name)
        head.addRow("", self.enabled)
        self.form = SettingsForm(desk)
        self.form.ask(self.offer, view.auth, view.base_url, view.auth_type)
        self.certificate = CertificateCard()
        self.certificate.trusted.connect(self._trusted)
        self.look = button(tr("Look at the server's certificate"), self._look, icon="lock")
        self.look.setVisible(self._proves_itself)
        self.note = Note()
        self.note.hide()
        self.save = button(tr("Save"), self._save, kind="primary")
        self.save.setDefault(True)
        content = QWidget()
        content.setLayout(column(head, self.form, row(self.look, None), self.certificate, None, space=0.8))
        layout = QVBoxLayout(self)
        edge = em(self, 1.1)
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.setSpacing(em(self, 0.7))
        layout.addWidget(label(tr("How {name} is reached", name=view.name), size=1.2, bold=True, wrap=True))
        layout.addWidget(scrolled(content, tr("Settings of the connection")), 1)
        layout.addWidget(self.note)
        layout.addLayout(row(None, button(tr("Cancel"), self.reject), self.save))
        fit(self, 44, 30)

    @property
    def _proves_itself(self) -> bool:
        return any(one.name == schema.FINGERPRINT for one in self.offer.settings)

    # -- the certificate

    def _look(self) -> None:
        if not self.form.check():
            return
        services, draft = self.desk.services, presenter.server_draft(self.view, self.form.address, self._fingerprint)
        self._say("info", tr("Looking at the server's certificate…"))
        self.desk.work.do(
            lambda token: services.connections.certificate(draft), self._seen, self._failed, owner=self, key="look"
        )

    def _seen(self, found: Any) -> None:
        if found is None:
            self._say("info", tr("This address is not protected by a certificate"))
        elif found.trusted:
            self._say("ok", tr("The server shows a certificate that is trusted"), found.fingerprint)
        else:
            self.note.hide()
            self.certificate.ask(found)

    def _trusted(self, fingerprint: str) -> None:
        self._fingerprint = fingerprint
        self.save.setFocus()

    # -- saving

    def _save(self) -> None:
        name = self.name.text()
        if not name.strip():
            self._say("error", tr("A connection needs a name."))
            self.name.setFocus()
            return
        if not self.form.check():
            return
        changes = presenter.connection_changes(self.view, name, self.form.address, self.enabled.isChecked())
        auth = self.form.changes()
        if self._fingerprint != str(self.view.auth.get(schema.FINGERPRINT) or ""):
            auth[schema.FINGERPRINT] = self._fingerprint
        if auth:
            changes["auth_config"] = auth
        if self.form.auth_type != self.view.auth_type:
            changes["auth_type"] = self.form.auth_type
        if not changes:
            self.accept()
            return
        self.reaches_anew = bool({"base_url", "auth_config", "auth_type"} & set(changes))
        services, connection_id = self.desk.services, self.view.id
        self.save.setEnabled(False)
        self.desk.work.do(
            lambda token: services.connections.update(connection_id, changes),
            lambda _: self.accept(),
            self._failed,
            owner=self,
        )

    def _failed(self, problem: Any) -> None:
        self.save.setEnabled(True)
        if not self.form.take_refusal(problem):
            self._say("error", problem.message, problem.hint)

    def _say(self, level: str, title: str, text: str = "") -> None:
        self.note.say(level, title, text)
        self.note.show()
