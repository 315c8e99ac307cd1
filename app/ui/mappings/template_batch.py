"""A template put to use for a whole connection: what it does to each kind of record is said before it is done."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from app.services.mapping.views import MappingBench
from app.ui.mappings import templates_presenter as presenter
from app.ui.mappings.editor import Editor
from app.ui.mappings.template_choice import TemplateChoice, lay_out
from app.ui.widgets.basics import Note, button, label, row
from app.ui.widgets.table import Column, RowsModel, Table
from app.ui.words import tr


class ApplyBatch(QDialog):
    """Sets the links of all kinds of record of a connection; what that does to each is said before."""

    def __init__(self, editor: Editor, bench: MappingBench, parent: QWidget) -> None:
        super().__init__(parent)
        self._editor, self._bench = editor, bench
        self._lines: list[presenter.BatchLine] = []
        self._busy = False
        self.setWindowTitle(tr("Apply to the whole connection"))
        none = tr("“Save as a template” keeps the links of every kind of record of a connection under a name.")
        self.choice = TemplateChoice(tr("There is no template for a whole connection yet"), none)
        self.choice.changed.connect(self._chosen)
        columns = [
            Column(tr("Kind of record"), 8),
            Column(tr("What it does to the links"), 14),
            Column(tr("What changes for synced records"), stretch=True),
        ]
        self.model = RowsModel(columns)
        self.model.setParent(self)
        self.effects = Table(self.model, columns, tr("What it does to each kind of record"))
        about = tr(
            "This is stored at once for every kind of record of {connection}, and takes effect with the next sync.",
            connection=bench.connection_name,
        )
        self.unsaved = Note("warn", "", tr("What you changed here and did not save is replaced; Undo brings it back."))
        self.unsaved.setVisible(editor.is_dirty)
        self.apply_button = button(tr("Apply to {name}", name=bench.connection_name), self._apply, kind="primary")
        self.cancel = button(tr("Cancel"), self.reject)
        lay_out(
            self, label(about, wrap=True), self.unsaved, (self.choice, 2), (self.effects, 3),
            row(None, self.cancel, self.apply_button), size=(54, 32),
        )  # fmt: skip
        self.apply_button.setEnabled(False)
        self.effects.hide()
        self._ask()

    def _ask(self) -> None:
        services, connection_id = self._editor.desk.services, self._bench.config.connection_id

        def call() -> list[Any]:
            system = services.connections.get(connection_id).system
            return presenter.everything(services.templates, kind="batch", system=system)

        self._editor.desk.work.read(call, self.choice.show_templates, self.choice.fail, owner=self, key="list")

    def _chosen(self) -> None:
        template, services, config = self.choice.template, self._editor.desk.services, self._bench.config
        self.apply_button.setEnabled(False)
        if template is not None:
            self._editor.desk.work.read(
                lambda: presenter.batch_lines(template, services.configs.list(config.connection_id)),
                self._show_lines, self.choice.fail, owner=self, key="lines",
            )  # fmt: skip

    def _show_lines(self, lines: list[presenter.BatchLine]) -> None:
        self.choice.note.hide()
        self._lines = lines
        self.model.set_rows(
            [(str(at), presenter.batch_cells(one, tr("working it out…"))) for at, one in enumerate(lines)]
        )
        self.effects.show()
        self.apply_button.setEnabled(any(one.links for one in lines) and not any(one.problem for one in lines))
        mappings = self._editor.desk.services.mappings

        def call(token: Any) -> list[str]:
            return [presenter.synced_words(mappings, one, token) for one in lines]

        self._editor.desk.work.do(call, self._show_synced, self.choice.fail, owner=self, key="synced")

    def _show_synced(self, words: list[str]) -> None:
        both = zip(self._lines, words, strict=True)
        self.model.set_rows([(str(at), presenter.batch_cells(one, said)) for at, (one, said) in enumerate(both)])

    def _apply(self) -> None:
        template, services, config = self.choice.template, self._editor.desk.services, self._bench.config
        if template is None:
            return
        self._set_busy(True)
        self._editor.desk.work.do(
            lambda token: services.templates.apply_batch(template.id, config.connection_id),
            self._applied, self._not_applied, owner=self, key="apply",
        )  # fmt: skip

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.apply_button.setEnabled(not busy)
        self.cancel.setEnabled(not busy)

    def _applied(self, applied: Any) -> None:
        mappings, editor, config_id = self._editor.desk.services.mappings, self._editor, self._bench.config.id
        editor.desk.work.do(
            lambda token: mappings.open(config_id, token), self._reopened, self._not_reopened, owner=self, key="again"
        )
        self.unsaved.hide()
        self.choice.note.say("ok", tr("Done"), presenter.applied_words(applied))
        self.choice.note.show()
        self.apply_button.hide()
        self.cancel.setText(tr("Close"))
        self.cancel.setAccessibleName(tr("Close"))

    def _reopened(self, bench: MappingBench) -> None:
        """What is on the bench is stored differently now."""
        self._set_busy(False)
        self._editor.note_saved(bench)
        self._editor.document.apply(bench.config.field_mappings, tr("apply a template to the connection"))
        self.cancel.setFocus()

    def _not_reopened(self, problem: Any) -> None:
        self._set_busy(False)
        self._editor.said.emit("error", problem.text)

    def _not_applied(self, problem: Any) -> None:
        self._set_busy(False)
        self.choice.fail(problem)

    def reject(self) -> None:
        """Not while it is being done: what was left out is told here alone."""
        if not self._busy:
            self._editor.desk.work.drop_all_of(self)
            super().reject()
