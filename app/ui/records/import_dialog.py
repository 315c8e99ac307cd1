"""Records from a file, in three steps: the file and its columns, the preview, what was done. Written only by the last button."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from app.services.importing import views as v
from app.ui import files
from app.ui.desk import Desk
from app.ui.records import import_presenter as presenter
from app.ui.records.import_columns import FileStep
from app.ui.records.import_done import DoneStep
from app.ui.records.import_preview import PreviewStep
from app.ui.theme import em
from app.ui.widgets.basics import Note, button, fit, label, row, tall
from app.ui.words import plural, tr

_KEPT = "import_columns"
FILE, PREVIEW, DONE = range(3)


class ImportDialog(QDialog):
    _told = Signal(int, int)  # from the thread that reads

    def __init__(self, desk: Desk, entity: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setWindowTitle(tr("Import records from a file"))
        self.setAcceptDrops(True)
        self._path: Path | None = None
        self._order: Any = None
        self._preview: Any = None
        self._job: Any = None
        self._last: Any = None
        self.dialog: Any = None
        self.file = FileStep(entity)
        self.file.choose.connect(self.ask_file)
        self.file.asked.connect(self._look_again)
        self.file.changed.connect(self._allow)
        self.preview = PreviewStep()
        self.preview.save.connect(self._ask_where)
        self.preview.decided.connect(self._allow)
        self.outcome = DoneStep()
        self.outcome.undo.connect(self._undo)
        self.outcome.save.connect(self._ask_where)
        self.steps = QStackedWidget()
        for each in (self.file, self.preview, self.outcome):
            self.steps.addWidget(each)
        self.title = label(size=1.3, bold=True, wrap=True)
        self.last = Note("info")
        self.last_undo = self.last.add(button(tr("Undo it"), self._undo_last, name=tr("Undo the last import")))
        self.last.hide()
        self._add_progress()
        self.close_button = button(tr("Cancel"), self.reject)
        self.back = button(tr("Back"), self._back, icon="back")
        self.next = button(tr("Preview"), self._next, kind="primary")
        self.next.setDefault(True)
        layout = QVBoxLayout(self)
        edge = em(self, 1.1)
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.setSpacing(em(self, 0.7))
        layout.addWidget(self.title)
        layout.addWidget(self.last)
        layout.addWidget(tall(self.steps, self.windowTitle()), 1)
        layout.addWidget(self.live)
        layout.addLayout(row(self.close_button, None, self.back, self.next))
        fit(self, 52, 40)
        self._told.connect(self._progressed)
        self._show_step(FILE)
        self.file.choose_button.setFocus()
        desk.work.read(desk.services.imports.last, self._show_last, owner=self)

    def _add_progress(self) -> None:
        self.step = label()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress of the import"))
        self.stop = button(tr("Stop"), self._stop, name=tr("Stop the import"))
        self.live = QWidget()
        self.live.setLayout(row(self.step, self.bar, self.stop))
        self.live.hide()

    # --- the file ----------------------------------------------------------------------------------------------------

    def ask_file(self) -> None:
        self.dialog = files.ask_open(
            self, self.desk.local, tr("Choose a file to import"), files.sheet_filters(), self.open_file
        )

    def open_file(self, path: str) -> None:
        """Look at this file."""
        self._path = Path(path)
        self.file.forget_encoding()
        files.remember_folder(self.desk.local, path)
        self._look()

    def _look_again(self) -> None:
        if self._path is not None:
            look = self.file.look
            same_sheet = look is not None and look.sheet == (self.file.sheet.currentData() or "")
            moved = look is not None and same_sheet and self.file.header.value() != look.header
            self._look(self.file.sheet.currentData() or None, self.file.header.value() if moved else None)

    def _look(self, sheet: str | None = None, header: int | None = None) -> None:
        imports, path, entity = self.desk.services.imports, self._path, self.file.entity
        encoding = self.file.encoding
        self._begin(
            tr("Reading the file…"),
            lambda token: imports.look(path, entity, sheet, header, token, encoding=encoding),
            self._show_look,
            self.file.fail,
        )

    def _show_look(self, look: Any) -> None:
        key = presenter.titles_key(self.file.entity, look.columns)
        self.file.show_look(look, presenter.remembered(self.desk.local.get(_KEPT), key))
        self.next.setFocus()

    # --- the steps ---------------------------------------------------------------------------------------------------

    def _show_step(self, step: int) -> None:
        self.steps.setCurrentIndex(step)
        titles = (tr("1. The file"), tr("2. What would be done"), tr("3. Done"))
        self.title.setText(titles[step])
        self.back.setVisible(step == PREVIEW)
        self.next.setVisible(step != DONE)
        self.close_button.setText(tr("Close") if step == DONE else tr("Cancel"))
        self.close_button.setAccessibleName(self.close_button.text())
        self.last.setVisible(step == FILE and self._last is not None)
        self._allow()

    def _allow(self) -> None:
        free, step = self._job is None, self.steps.currentIndex()
        for each in (self.file, self.preview, self.outcome, self.back, self.close_button):
            each.setEnabled(free)
        self.last_undo.setEnabled(free)
        if step == FILE:
            self.next.setText(tr("Preview"))
            self.next.setEnabled(free and self.file.is_ready)
        elif step == PREVIEW:
            count = self._to_do()
            self.next.setText(plural(count, "Import {n} record", "Import {n} records"))
            self.next.setEnabled(free and count > 0)
        self.next.setAccessibleName(self.next.text())

    def _to_do(self) -> int:
        counts = self._preview.counts
        sure = counts[v.NEW] + (0 if self._order.only_new else counts[v.CHANGED])
        return int(sure + len(self.preview.model.decided))

    def _back(self) -> None:
        self._show_step(FILE)

    def _next(self) -> None:
        if self.steps.currentIndex() == FILE:
            self._ask_preview()
        else:
            self._import()

    def _ask_preview(self) -> None:
        look, local = self.file.look, self.desk.local
        key = presenter.titles_key(self.file.entity, look.columns)
        local.set(_KEPT, presenter.remember(local.get(_KEPT), key, self.file.all_chosen()))
        order = v.ImportOrder(
            look.path, self.file.entity, self.file.chosen(), look.header, look.sheet, self.file.only_new,
            self.file.clear_empty, encoding=self.file.encoding,
        )  # fmt: skip
        self._order = order
        self.file.note.hide()
        imports = self.desk.services.imports
        self._begin(
            tr("Comparing the file with what is here…"),
            lambda token: imports.preview(order, token, self._told.emit),
            self._show_preview,
            self.file.tell,
        )

    def _show_preview(self, preview: Any) -> None:
        self._preview = preview
        self._order = replace(self._order, stamp=preview.stamp)
        self.preview.show_preview(self._order.entity, preview, only_new=self._order.only_new)
        self._show_step(PREVIEW)
        self.next.setFocus()

    def _import(self) -> None:
        self._order = replace(self._order, decided=dict(self.preview.model.decided))
        imports, order = self.desk.services.imports, self._order
        self._begin(
            tr("Importing…"), lambda token: imports.run(order, token, self._told.emit), self._show_done, self._cut_short
        )

    def _show_done(self, done: Any) -> None:
        self.outcome.show_done(done)
        self._show_step(DONE)
        self.close_button.setFocus()

    def _cut_short(self, problem: Any) -> None:
        self.preview.note.say("error", problem.message, problem.hint)

    # --- taking back, and what could not be taken --------------------------------------------------------------------

    def _show_last(self, last: Any) -> None:
        if last is not None and last.can_undo:
            self._last = last
            self.last.say("info", "", presenter.last_words(last))
            self.last.setVisible(self.steps.currentIndex() == FILE)

    def _undo_last(self) -> None:
        """Its page is the last step's: it asks first."""
        self.outcome.show_last(self._last)
        self._show_step(DONE)
        self.title.setText(tr("Undo the last import"))

    def _undo(self, import_id: str) -> None:
        imports = self.desk.services.imports
        self._begin(
            tr("Taking it back…"),
            lambda token: imports.undo(import_id, token),
            self.outcome.show_undone,
            self.outcome.fail,
        )

    def _ask_where(self) -> None:
        name = tr("{file} left out", file=self._order.path.stem)
        self.dialog = files.ask_save(
            self, self.desk.local, tr("Save what is left out"), files.save_filters(), f"{name}.xlsx", self.save_left_out
        )

    def save_left_out(self, path: str) -> None:
        imports, order = self.desk.services.imports, self._order

        def saved(count: int) -> None:
            self.desk.say(plural(count, "{n} row is saved", "{n} rows are saved"), path)

        self._begin(tr("Saving…"), lambda token: imports.save_failed(order, Path(path), token), saved, self.desk.tell)

    # --- work --------------------------------------------------------------------------------------------------------

    def _begin(self, words: str, call: Callable[[Any], Any], done: Any, failed: Any) -> None:
        def over(then: Any) -> Callable[[Any], None]:
            def take(answer: Any) -> None:
                self._job = None
                self.live.hide()
                if then is not failed or answer.code != "cancelled":
                    then(answer)
                self._allow()

            return take

        self._job = self.desk.work.do(call, over(done), over(failed), owner=self, key="import")
        self.step.setText(words)
        self.bar.setRange(0, 0)
        self.live.show()
        self.stop.setEnabled(True)
        self._allow()

    def _progressed(self, done: int, total: int) -> None:
        if self._job is not None:
            self.bar.setRange(0, total)
            self.bar.setValue(done)

    def _stop(self) -> None:
        if self._job is not None:
            self.stop.setEnabled(False)
            self.step.setText(tr("Stopping at the next safe point…"))
            self._job.stop()

    def reject(self) -> None:
        """Under way it is stopped first: what came of it is told here alone."""
        if self._job is not None:
            self._stop()
            return
        super().reject()

    # --- a file that is dropped --------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: Any) -> None:
        if self._job is None and self.steps.currentIndex() == FILE and files.dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: Any) -> None:
        event.acceptProposedAction()
        self.open_file(files.dropped(event))
