"""Where other programs reach the records."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit

from app.services.options import ListenAt
from app.ui.desk import Desk
from app.ui.settings.parts import Fields, SettingCard
from app.ui.theme import em
from app.ui.widgets.basics import Note, button, label, selectable
from app.ui.words import from_below, tr


class ProgramsCard(SettingCard):
    name = "listener"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Other programs"))
        self._port = ListenAt().port
        self.reached = selectable(label(tone="muted", wrap=True))
        self.port_note = Note("warn")
        self.free_port = self.port_note.add(button("", self._take_free_port))
        self.port = QLineEdit(str(self._port))
        self.port.setValidator(QIntValidator(1024, 65535, self.port))
        self.port.setMaximumWidth(em(self, 6))
        self.port.setAccessibleName(tr("Port for other programs"))
        self.port.editingFinished.connect(self._port_chosen)
        form = Fields(self)
        form.put(
            tr("&Port"),
            self.port,
            tr("The number behind the colon in the address; from 1024 to 65535. It changes with the next start."),
        )
        self.add(self.reached, self.port_note, form, self.told)
        self._show_reached()

    def begin(self) -> None:
        self.port.setFocus()

    def refresh(self) -> None:
        settings = self.desk.services.settings
        self.desk.work.read(
            lambda: settings.get("listener.port", ListenAt().port), self._got_port, owner=self, key="port"
        )

    def _show_reached(self) -> None:
        error, listener = self.desk.listener_error, self.desk.listener
        if listener is not None:
            text = tr("Programs on this PC reach the records at {address}.", address=listener.url)
            if listener.is_open:
                text = tr(
                    "Programs on this PC and on other computers reach the records at {address}.", address=listener.url
                )
        elif error is not None:
            text = tr("No other program can reach the records at the moment.")
        else:
            text = tr("Reaching the records from other programs is switched off in this window.")
        self.reached.setText(text)
        self.port_note.setVisible(error is not None)
        if error is not None:
            free = error.details.get("free")
            remedy = tr("Syncs go on. Choose another port, then start again.") if free else from_below(error.hint)
            self.port_note.say("warn", from_below(error.message), remedy)
            self.free_port.setVisible(bool(free))
            self.free_port.setText(tr("Use port {port}", port=free))
            self.free_port.setAccessibleName(self.free_port.text())

    def _got_port(self, port: int) -> None:
        self._port = port
        if not self.port.hasFocus():
            self.port.setText(str(port))

    def _take_free_port(self) -> None:
        self.port.setText(str(self.desk.listener_error.details["free"]))
        self._port_chosen()

    def _port_chosen(self) -> None:
        port = int(self.port.text())
        if port != self._port:
            before = self._port
            self._use_port(port, lambda: self._use_port(before, None))

    def _use_port(self, port: int, undo: Any) -> None:
        settings = self.desk.services.settings
        self._got_port(port)
        self.port.setText(str(port))
        words = tr("Port {port} is used from the next start on", port=port)
        self.change(lambda: settings.set("listener.port", port), words, undo, self._port_kept)

    def _port_kept(self, _: Any) -> None:
        self.desk.listener_error = None  # answered; whether it helped shows at the next start
        self.port_note.hide()
