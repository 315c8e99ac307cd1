"""Finding out what is wrong: the checks, the log, and a file for whoever helps."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from app.ui.desk import Desk
from app.ui.settings.log import LogDialog
from app.ui.settings.parts import SettingCard, side_by_side
from app.ui.shell.keys import KeysDialog
from app.ui.theme import em
from app.ui.widgets.basics import Note, button, clear, column, glyph, label, row
from app.ui.words import from_below, tr


class SupportCard(SettingCard):
    name = "support"

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            tr("Diagnostics"),
            tr("The file for support holds versions, settings and the log, and no password or customer data."),
        )
        self.checks = QVBoxLayout()
        self.checks.setSpacing(em(self, 0.3))
        self.doctor_button = button(tr("Check everything"), self._doctor, icon="tick")
        bundle = button(tr("Make a file for support…"), self._bundle, icon="download")
        log = button(tr("Show the log"), self.show_log, icon="log")
        guide = button(tr("Open the guide"), self._guide, icon="info", tip=tr("The page of each screen  (F1)"))
        keys = button(tr("Keys…"), self.show_keys, icon="menu", tip=tr("What each key does  (Ctrl+F1)"))
        self.add(side_by_side(self, self.doctor_button, bundle, log, guide, keys), self.checks, self.told)

    def _doctor(self) -> None:
        self.doctor_button.setEnabled(False)
        clear(self.checks)
        self.checks.addWidget(label(tr("Looking…"), tone="muted"))
        services = self.desk.services
        self.desk.work.do(services.diagnostics.doctor, self._show_checks, self._doctor_failed, owner=self, key="doctor")

    def _doctor_failed(self, problem: Any) -> None:
        self.doctor_button.setEnabled(True)
        clear(self.checks)
        self.checks.addWidget(Note("error", problem.message, problem.hint))

    def _show_checks(self, checks: list[Any]) -> None:
        self.doctor_button.setEnabled(True)
        clear(self.checks)
        for check in checks:
            found, remedy = f"{from_below(check.area)}: {from_below(check.message)}", from_below(check.hint)
            shape = glyph("check" if check.ok else "error", "ok" if check.ok else "error", 1.0)
            words = column(label(found, wrap=True), space=0.05)
            if remedy:
                words.addWidget(label(remedy, tone="muted", wrap=True))
            line = row(space=0.5)
            line.addWidget(shape, 0, Qt.AlignmentFlag.AlignTop)
            line.addLayout(words, 1)
            self.checks.addLayout(line)

    def _bundle(self) -> None:
        name = f"salesmate-sync support {datetime.now().astimezone():%Y-%m-%d}.zip"
        self.choose_file(tr("Make a file for support"), tr("Zip file (*.zip)"), self.bundle_to, save=name)

    def bundle_to(self, path: str) -> None:
        services = self.desk.services
        self.change(lambda: services.diagnostics.bundle(Path(path)), tr("Saved as {file}", file=path))

    def _guide(self) -> None:
        self.desk.guide_asked.emit("README")

    def show_keys(self) -> None:
        self.open_dialog(KeysDialog(self.window()))

    def show_log(self) -> None:
        self.open_dialog(LogDialog(self.desk, self.window()))
