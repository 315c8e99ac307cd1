"""An error nobody foresaw: what is safe, and the file that helps us find it. One dialog, however often it happens."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget

from app.ui.desk import Desk
from app.ui.theme import em
from app.ui.widgets.basics import Note, button, fit, label, row
from app.ui.words import plural, tr


class FailureDialog(QDialog):
    def __init__(self, desk: Desk, kind: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk = desk
        self.dialog: Any = None
        self._times = 0
        self._kinds: list[str] = []
        self.setWindowTitle(tr("Something went wrong in the program"))
        safe = tr(
            "Your records are safe: a change is kept whole or not at all, and nothing was sent that you did not ask "
            "for. Syncs go on. You can go on working; if something looks odd, start the program again."
        )
        help_ = tr(
            "This is a mistake of the program, not of yours. The file for support tells us where it happened; it holds no "
            "password and no record."
        )
        self.note = Note("error", tr("Something went wrong in the program"), safe)
        self.about = label("", tone="muted", wrap=True)
        self.bundle = button(tr("Make a file for support…"), self._ask_file, icon="download", kind="primary")
        self.log = button(tr("Show the log"), self._show_log, icon="log")
        self.close_ = button(tr("Close"), self.reject)
        layout = QVBoxLayout(self)
        edge = em(self, 1.1)
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.setSpacing(em(self, 0.7))
        layout.addWidget(self.note)
        layout.addWidget(label(help_, wrap=True))
        layout.addWidget(self.about)
        layout.addStretch(1)
        layout.addLayout(row(self.log, None, self.bundle, self.close_))
        fit(self, 36, 17)
        self.again(kind)
        self.close_.setFocus()

    def again(self, kind: str) -> None:
        """It happened once more."""
        self._times += 1
        if kind not in self._kinds:
            self._kinds.append(kind)
        times = plural(self._times, "It happened once", "It happened {n} times")
        self.about.setText(f"{times}: {', '.join(self._kinds)}")

    def _ask_file(self) -> None:
        dialog = QFileDialog(self, tr("Make a file for support"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(tr("Zip file (*.zip)"))
        dialog.setDefaultSuffix("zip")
        dialog.selectFile(f"salesmate-sync support {datetime.now().astimezone():%Y-%m-%d}.zip")
        dialog.fileSelected.connect(self.save_to)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def save_to(self, path: str) -> None:
        self.bundle.setEnabled(False)
        diagnostics = self.desk.services.diagnostics
        self.desk.work.do(
            lambda token: diagnostics.bundle(Path(path)), lambda _: self._saved(path), self._not_saved, owner=self
        )

    def _saved(self, path: str) -> None:
        self.bundle.setEnabled(True)
        self.note.say("ok", tr("The file for support is saved"), path)

    def _not_saved(self, problem: Any) -> None:
        self.bundle.setEnabled(True)
        self.note.say("error", problem.message, problem.hint)

    def _show_log(self) -> None:
        from app.ui.settings.log import LogDialog

        self.dialog = LogDialog(self.desk, self)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.open()
