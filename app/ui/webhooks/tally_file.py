"""The file in which Tally's add-on tells of changes: the add-on to save, and for each Tally connection the file to follow."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QFrame

from app.ui.desk import Desk
from app.ui.resources import RESOURCES
from app.ui.webhooks import guide
from app.ui.widgets.basics import Note, button, column, label, row
from app.ui.widgets.enter_line import EnterLine
from app.ui.words import tr

ADD_ON = RESOURCES / "tally" / "salesmate-events.tdl"
#: Where the add-on writes unless it was changed.
USUAL = "C:\\ProgramData\\SalesMateSync\\tally-events.txt"


class TallyFile(QFrame):
    """``views``: the Tally connections."""

    def __init__(self, desk: Desk, views: list[Any]) -> None:
        super().__init__()
        self.desk = desk
        self._views = {view.id: view for view in views}
        self.setProperty("kind", "card")
        self.connection = QComboBox()
        self.connection.setAccessibleName(tr("Tally connection"))
        for view in views:
            self.connection.addItem(view.name, view.id)
        self.connection.currentIndexChanged.connect(self._show)
        self.path = EnterLine()
        self.path.setPlaceholderText(USUAL)
        self.path.setAccessibleName(tr("Events file"))
        self.path.returnPressed.connect(self.follow)
        self.choose = button(tr("Choose…"), self._choose, icon="folder", name=tr("Choose the events file"))
        self.keep = button(tr("Follow this file"), self.follow, kind="primary")
        self.end = button(tr("Stop following"), self._end)
        self.note = Note()
        self.note.hide()
        save = button(tr("Save the add-on…"), self._save_add_on, icon="download")
        parts: list[Any] = [row(save, None)]
        if views:
            title = label(tr("The events file of"), bold=True)
            parts += [row(title, self.connection, None), row(self.path, self.choose), row(self.keep, self.end, None)]
        else:
            parts.append(
                label(tr("Connect Tally first; then its events file is chosen here."), tone="muted", wrap=True)
            )
        self.setLayout(column(*parts, self.note, space=0.5, margins=0.8))
        if views:
            self._show()

    def _show(self) -> None:
        view = self._views[self.connection.currentData()]
        path = guide.file_words(view)
        self.path.setText(path)
        self.end.setVisible(bool(path))
        self.note.hide()
        if path:
            event_files = self.desk.services.event_files
            self.desk.work.do(lambda token: event_files.check(view), self._looked_at, owner=self, key="look")

    def _looked_at(self, check: Any) -> None:
        if check is not None:
            self.note.say("ok" if check.ok else "warn", check.message, "" if check.ok else check.hint)
            self.note.show()

    # -- what is chosen

    def follow(self) -> None:
        path = self.path.text().strip()
        if path:
            self._keep(path)
        else:
            self.note.say("error", tr("Which file? Choose it, or type its path."))
            self.note.show()

    def _end(self) -> None:
        self._keep(None)

    def _keep(self, path: str | None) -> None:
        connections, connection_id = self.desk.services.connections, self.connection.currentData()
        self.keep.setEnabled(False)
        self.desk.work.do(
            lambda token: connections.update(connection_id, {"auth_config": {"events_file": path}}),
            self._kept,
            self._not_kept,
            owner=self,
        )

    def _kept(self, view: Any) -> None:
        self.keep.setEnabled(True)
        self._views[view.id] = view
        self._show()

    def _not_kept(self, problem: Any) -> None:
        self.keep.setEnabled(True)
        self.note.say("error", problem.message, problem.hint)
        self.note.show()

    # -- files

    def _choose(self) -> None:
        dialog = QFileDialog(self.window(), tr("Choose the events file"))
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)  # it appears with the first voucher
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, tr("Choose"))
        dialog.setNameFilter(tr("Text file (*.txt)"))
        dialog.fileSelected.connect(self.path.setText)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _save_add_on(self) -> None:
        dialog = QFileDialog(self.window(), tr("Save the add-on"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(tr("Tally add-on (*.tdl)"))
        dialog.setDefaultSuffix("tdl")
        dialog.selectFile(ADD_ON.name)
        dialog.fileSelected.connect(self.save_add_on_to)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def save_add_on_to(self, path: str) -> None:
        self.desk.work.do(lambda token: _copied(path), self._saved, self._not_kept, owner=self)

    def _saved(self, path: str) -> None:
        self.note.say("ok", tr("The add-on is saved"), path)
        self.note.show()


def _copied(path: str) -> str:
    from app.model.errors import StorageError

    try:
        shutil.copyfile(ADD_ON, Path(path))
    except OSError as error:
        raise StorageError(
            tr("The add-on can't be saved there: {why}.", why=error.strerror or str(error)),
            hint=tr("Choose another folder, or start as an administrator."),
        ) from error
    return path
