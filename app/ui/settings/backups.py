"""The copies of the data: those made by themselves and by hand, and putting one back."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractItemView, QSpinBox

from app.services.backups import MOST_KEPT
from app.ui import formats
from app.ui.desk import Desk
from app.ui.settings.parts import Fields, SettingCard, side_by_side
from app.ui.settings.presenter import WHY, facts_words, made, size
from app.ui.widgets.basics import button, label
from app.ui.widgets.table import Cell, Column, RowsModel, Table
from app.ui.words import tr


class BackupsCard(SettingCard):
    name = "backups"

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            tr("Backups"),
            tr(
                "A copy is made every day and before each upgrade. "
                "It holds all records and settings; passwords stay locked."
            ),
        )
        columns = (Column(tr("Made"), 12), Column(tr("Why"), 12, stretch=True), Column(tr("Size"), 7, number=True))
        self._keep = 0
        self._restoring = ""
        self.model = RowsModel(columns)
        self.table = Table(self.model, columns, tr("Backups"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.selectionModel().selectionChanged.connect(self._selected)
        self.table.opened.connect(self._restore_row)
        self.table.delete_pressed.connect(self._delete)
        self.now_button = button(tr("Back up now"), self._now, icon="plus", kind="primary")
        self.restore_button = button(tr("Restore…"), self._restore, icon="undo", name=tr("Restore the chosen backup"))
        self.delete_button = button(tr("Delete…"), self._delete, icon="trash", name=tr("Delete the chosen backup"))
        elsewhere = button(tr("Save a copy elsewhere…"), self._elsewhere, icon="download")
        from_file = button(tr("Restore from a file…"), self._from_file)
        folder = button(tr("Open folder"), self._open_folder, icon="folder", name=tr("Open the folder of the backups"))
        self.keep = QSpinBox()
        self.keep.setRange(1, MOST_KEPT)
        self.keep.editingFinished.connect(self._keep_typed)
        form = Fields(self)
        form.put(
            tr("Daily backups &kept"),
            self.keep,
            tr("Older daily ones go by themselves, and those before upgrades but for the newest three. Others stay."),
        )
        self.server = label(tr("Your data is on a database server: its own tools back it up."), tone="muted", wrap=True)
        self.server.hide()
        self.add(
            self.server,
            side_by_side(self, self.now_button, elsewhere, from_file, folder),
            self.table,
            side_by_side(self, self.restore_button, self.delete_button),
            form,
            self.told,
        )
        self._own = (self.now_button, elsewhere, from_file, self.table, self.keep)
        self._selected()
        self.table.fit_rows(6)

    def refresh(self) -> None:
        backups = self.desk.services.backups
        self.desk.work.read(
            lambda: (backups.possible, backups.list(), backups.keep), self._got, owner=self, key="backups"
        )

    def _got(self, found: Any) -> None:
        possible, files, self._keep = found
        self.server.setVisible(not possible)
        for widget in self._own:
            widget.setEnabled(possible)
        self.model.set_rows(
            [
                (str(one.path), (Cell(made(one.made), tip=one.path.name), tr(WHY[one.why]), size(one.size)))
                for one in files
            ]
        )
        self.table.fit_rows(6)
        if not self.keep.hasFocus():
            self.keep.setValue(self._keep)
        self._selected()

    @property
    def chosen(self) -> str:
        rows = self.table.selectionModel().selectedRows()
        return self.model.key(rows[0].row()) if rows else ""

    def _selected(self) -> None:
        for each in (self.restore_button, self.delete_button):
            each.setEnabled(bool(self.chosen))

    # -- making

    def _now(self) -> None:
        backups = self.desk.services.backups
        self.now_button.setEnabled(False)
        self.change(backups.now, tr("Backed up and checked"), None, lambda _: self.refresh())

    def _elsewhere(self) -> None:
        name = f"salesmate-sync {datetime.now().astimezone():%Y-%m-%d %H-%M}.db"
        self.choose_file(tr("Back up"), tr("Backup (*.db)"), self.back_up_to, save=name)

    def back_up_to(self, path: str) -> None:
        services = self.desk.services
        # The file dialog has already asked whether to replace a file.
        self.change(lambda: services.backup(Path(path), overwrite=True), tr("Backed up to {file}", file=path))

    def refuse(self, problem: Any) -> None:
        super().refuse(problem)
        self.now_button.setEnabled(True)

    # -- putting back

    def _restore_row(self, at: int) -> None:
        self.ask_restore(self.model.key(at))

    def _restore(self) -> None:
        self.ask_restore(self.chosen)

    def _from_file(self) -> None:
        self.choose_file(tr("Restore a backup"), tr("Backup (*.db)"), self.ask_restore)

    def ask_restore(self, path: str) -> None:
        """Check it first; what it holds stands in the question."""
        if path:
            backups = self.desk.services.backups
            self._restoring = path
            self.desk.work.do(lambda token: backups.facts(Path(path)), self._checked, self.refuse, owner=self)

    def _checked(self, facts: Any) -> None:
        meaning = tr(
            "Records, connections and settings become as they were then; syncs go on from there, and what has changed since "
            "in the other systems comes in again. The present data is kept and stands in this list."
        )
        self.ask(
            tr("Restore a backup"),
            tr("Put back “{name}”?", name=Path(self._restoring).name),
            f"{facts_words(facts)}\n\n{meaning}",
            ((tr("Restore"), self._put_back),),
        )

    def _put_back(self) -> None:
        services, path = self.desk.services, Path(self._restoring)
        self.desk.work.do(lambda token: services.restore(path), self._restored, self.refuse, owner=self)

    def _restored(self, kept: Any) -> None:
        text = tr("What was there before is kept as {file}.", file=kept.name) if kept else ""
        self.tell(tr("The backup is back in place"), None, text)
        self.refresh()

    # -- the list

    def _delete(self) -> None:
        path = self.chosen
        if path:
            self.ask(
                tr("Delete a backup"),
                tr("Delete “{name}”?", name=Path(path).name),
                tr("It can't be brought back. Your present data stays as it is."),
                ((tr("Delete"), lambda: self._delete_now(path)),),
            )

    def _delete_now(self, path: str) -> None:
        backups = self.desk.services.backups
        words = tr("{name} is deleted", name=Path(path).name)
        self.change(lambda: backups.delete(Path(path)), words, None, lambda _: self.refresh())

    def _keep_typed(self) -> None:
        if self._keep and self.keep.value() != self._keep:
            self._choose_keep(self.keep.value())

    def _choose_keep(self, count: int, *, undoable: bool = True) -> None:
        backups, before = self.desk.services.backups, self._keep
        self._keep = count
        undo = (lambda: self._choose_keep(before, undoable=False)) if undoable else None
        words = tr("Daily backups kept: {n}", n=formats.grouped(count))
        self.change(lambda: backups.choose_keep(count), words, undo, lambda _: self.keep.setValue(count))

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.desk.services.backups.folder)))
