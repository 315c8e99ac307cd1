"""Adding a webhook, and changing one. What is shown once, :mod:`app.ui.webhooks.guide_dialog` shows afterwards."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QFormLayout, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from app.model.entities import ENTITIES
from app.ui import states
from app.ui.desk import Desk
from app.ui.theme import em
from app.ui.webhooks import presenter
from app.ui.widgets.basics import Note, button, column, fit, label, line, row, tall
from app.ui.words import tr


class EditWebhook(QDialog):
    """``hook`` of ``None``: a new one. ``made`` hands over the webhook, its new token and the secret, as far as there are any
    to be shown."""

    made = Signal(object, str, str)

    def __init__(self, desk: Desk, connections: Sequence[Any], hook: Any, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk = desk
        self.hook = hook
        self._connections = {view.id: view for view in connections}
        self.setWindowTitle(tr("Edit the webhook") if hook else tr("Add a webhook"))
        self.connection = QComboBox()
        for view in connections:
            self.connection.addItem(f"{view.name}  ·  {view.system_title}", view.id)
        if hook:
            self.connection.setCurrentIndex(self.connection.findData(hook.connection_id))
            self.connection.setEnabled(False)
        self.kinds = {kind: QCheckBox(tr(words)) for kind, words in presenter.KINDS.items()}
        self.all_records = QCheckBox(tr("All that are synced"))
        self.records = {name: QCheckBox(states.entity_plural(name)) for name in ENTITIES}
        self.secret = QLineEdit()
        self.make_secret = button(tr("Make one"), self._make_secret)
        self.secret_about = label(tone="muted", wrap=True)
        self.public = QLineEdit(hook.webhook_url or "" if hook else "")
        self.public.setPlaceholderText("https://…")
        self.new_token = QCheckBox(tr("Make a new verification token; the present one is refused from then on"))
        self.new_token.setVisible(hook is not None)
        self.note = Note("error")
        self.note.hide()
        self.save = button(tr("Save") if hook else tr("Add"), self._save, kind="primary")
        self.save.setDefault(True)
        self._fill()
        self._lay_out()
        self._name_all()
        self.connection.currentIndexChanged.connect(self._say_secret)
        self.all_records.toggled.connect(self._records_toggled)
        self._say_secret()
        fit(self, 38)

    def showEvent(self, event: Any) -> None:
        """Where its texts wrap is known now."""
        super().showEvent(event)
        fit(self, 38)

    def _fill(self) -> None:
        chosen = self.hook.subscribed_events if self.hook else tuple(self.kinds)
        for kind, box in self.kinds.items():
            box.setChecked(kind in chosen)
        entities = self.hook.entity_types if self.hook else ()
        for name, box in self.records.items():
            box.setChecked(name in entities)
        self.all_records.setChecked(not entities)
        self._records_toggled(not entities)

    def _lay_out(self) -> None:
        kinds = row(*self.kinds.values(), None, space=1.0)
        grid = QGridLayout()
        grid.setHorizontalSpacing(em(self, 1.0))
        for at, box in enumerate(self.records.values()):
            grid.addWidget(box, at // 4, at % 4)
        public_about = label(
            tr(
                "Only where a tunnel or relay hands events on to this PC: the address at which the other system reaches it. Of a "
                "tunnel its beginning is enough."
            ),
            tone="muted",
            wrap=True,
        )
        form = QFormLayout()
        form.setHorizontalSpacing(em(self, 1.0))
        form.setVerticalSpacing(em(self, 0.6))
        form.addRow(tr("&Connection"), self.connection)
        form.addRow(tr("Told of"), kinds)
        form.addRow(tr("Kinds of record"), column(self.all_records, grid, space=0.3))
        form.addRow(line())
        form.addRow(
            _title(tr("&Secret"), self.secret),
            column(row(self.secret, self.make_secret), self.secret_about, space=0.25),
        )
        form.addRow(_title(tr("&Public address"), self.public), column(self.public, public_about, space=0.25))
        form.addRow("", self.new_token)
        layout = QVBoxLayout(self)
        edge = em(self, 1.1)
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.setSpacing(em(self, 0.7))
        content = QWidget()
        content.setLayout(column(form, self.note, None, space=0.7))
        layout.addWidget(tall(content, self.windowTitle()), 1)
        layout.addLayout(row(None, button(tr("Cancel"), self.reject), self.save))

    def _name_all(self) -> None:
        for widget, words in (
            (self.connection, tr("Connection")),
            (self.secret, tr("Secret")),
            (self.public, tr("Public address")),
            (self.make_secret, tr("Make a secret")),
            (self.new_token, self.new_token.text()),
            (self.all_records, tr("All kinds of record that are synced")),
            *((box, box.text()) for box in (*self.kinds.values(), *self.records.values())),
        ):
            widget.setAccessibleName(words)

    def _records_toggled(self, on: bool) -> None:
        for box in self.records.values():
            box.setEnabled(not on)

    def _say_secret(self) -> None:
        view = self._connections.get(self.connection.currentData())
        self.secret_about.setText(presenter.secret_words(view.system if view else "custom"))
        kept = self.hook is not None and self.hook.has_secret
        self.secret.setPlaceholderText(tr("The present one stays; type another to replace it") if kept else "")

    def _make_secret(self) -> None:
        self.secret.setText(secrets.token_urlsafe(24))

    # -- saving

    def draft(self) -> dict[str, Any]:
        """What was chosen, as the service takes it. A secret that was not typed stays as it is."""
        every = self.all_records.isChecked()
        out: dict[str, Any] = {
            "subscribed_events": [kind for kind, box in self.kinds.items() if box.isChecked()],
            "entity_types": [] if every else [name for name, box in self.records.items() if box.isChecked()],
            "webhook_url": self.public.text().strip() or None,
        }
        if self.secret.text().strip():
            out["webhook_secret"] = self.secret.text().strip()
        return out

    def _save(self) -> None:
        draft = self.draft()
        if not draft["subscribed_events"]:
            self._complain(tr("Choose what you want to be told of."))
            return
        if not draft["entity_types"] and not self.all_records.isChecked():
            self._complain(tr("Choose at least one kind of record, or all."))
            return
        self.save.setEnabled(False)
        webhooks, hook = self.desk.services.webhooks, self.hook
        if hook is None:
            draft["connection_id"] = self.connection.currentData()
        elif self.new_token.isChecked():
            draft["rotate_token"] = True
        self.desk.work.do(lambda token: _kept(webhooks, hook, draft), self._kept, self._failed, owner=self)

    def _kept(self, answer: Any) -> None:
        self.accept()
        self.made.emit(*answer)

    def _failed(self, problem: Any) -> None:
        self.save.setEnabled(True)
        self._complain(problem.message, problem.hint)

    def _complain(self, title: str, text: str = "") -> None:
        self.note.say("error", title, text)
        self.note.show()


def _kept(webhooks: Any, hook: Any, draft: dict[str, Any]) -> tuple[Any, str, str]:
    """The webhook, its new token and the secret that was given."""
    view, token = webhooks.create(draft) if hook is None else webhooks.update(hook.id, draft)
    if view.webhook_url:
        public = presenter.public_address(view.webhook_url, view.path)
        if public != view.webhook_url:
            view, _ = webhooks.update(view.id, {"webhook_url": public})
    return view, token or "", draft.get("webhook_secret", "")


def _title(words: str, field: QWidget) -> QWidget:
    out = label(words)
    out.setBuddy(field)
    return out
