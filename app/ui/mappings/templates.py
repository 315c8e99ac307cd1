"""Templates of the mapping editor: the standard links, links kept under a name, and putting them to use again."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QDialog, QFormLayout, QLineEdit, QMenu, QPushButton, QRadioButton, QVBoxLayout, QWidget

from app.services.mapping_views import MappingBench
from app.ui import icons, states
from app.ui.mappings import templates_presenter as presenter
from app.ui.mappings.editor import Editor
from app.ui.mappings.template_choice import TemplateChoice
from app.ui.mappings.template_manager import ManageTemplates
from app.ui.theme import em
from app.ui.widgets.basics import Note, button, column, label, row
from app.ui.widgets.table import Column, RowsModel, Table
from app.ui.words import tr


class TemplatesMenu(QPushButton):
    """The button with the menu. ``dialog`` is the one that is open; it goes when it is closed."""

    def __init__(self, editor: Editor, parent: QWidget) -> None:
        super().__init__(tr("Templates"), parent)
        self._editor = editor
        self.dialog: QDialog | None = None
        self.setAccessibleName(tr("Templates"))
        icons.put(self, "down", "text", 1.0)
        menu = QMenu(self)
        self.standard = menu.addAction(tr("Start from the &standard mapping"), self._standard)
        self.load = menu.addAction(tr("&Load a template…"), lambda: self._open(LoadTemplate))
        menu.addSeparator()
        self.save = menu.addAction(tr("Save &as a template…"), lambda: self._open(SaveTemplate))
        self.batch = menu.addAction(tr("Apply to this whole &connection…"), lambda: self._open(ApplyBatch))
        menu.addSeparator()
        self.manage = menu.addAction(tr("&Manage templates…"), self._manage)
        self.setMenu(menu)
        editor.opened.connect(self._allow)
        self._allow()

    def _allow(self) -> None:
        for action in (self.standard, self.load, self.save, self.batch):
            action.setEnabled(self._editor.bench is not None)

    def _open(self, kind: Any) -> None:
        bench = self._editor.bench
        if bench is not None:
            self._show(kind(self._editor, bench, self.window()))

    def _manage(self) -> None:
        self._show(ManageTemplates(self._editor.desk, self.window()))

    def _show(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    # -- the standard mapping

    def _standard(self) -> None:
        """Put the connector's own links in place of the present ones; stored only by Save."""
        editor, bench = self._editor, self._editor.bench
        if bench is None:
            return
        services, config = editor.desk.services, bench.config

        def call() -> Any:
            system = services.connections.get(config.connection_id).system
            return services.configs.template(system, config.entity_type)

        editor.desk.work.read(call, self._put_standard, owner=self, key="standard")

    def _put_standard(self, links: Any) -> None:
        editor, bench = self._editor, self._editor.bench
        if bench is None:
            return
        if not links:
            what = states.entity_plural(bench.config.entity_type).lower()
            words = tr("{system} has no standard mapping for {what}.", system=bench.system_title, what=what)
            editor.said.emit("warning", words)
            return
        found = presenter.differences(editor.document.links, links)
        if not found:
            editor.said.emit("info", tr("This is the standard mapping already."))
            return
        editor.document.apply(links, tr("start from the standard mapping"))
        editor.said.emit(
            "info",
            tr("The standard mapping: {what}. Nothing is stored before you save.", what=presenter.summary(found)),
        )


class LoadTemplate(QDialog):
    """The templates for this kind of record, and what each would change."""

    def __init__(self, editor: Editor, bench: MappingBench, parent: QWidget) -> None:
        super().__init__(parent)
        self._editor, self._config = editor, bench.config
        what = states.entity_plural(bench.config.entity_type).lower()
        self.setWindowTitle(tr("Load a template"))
        none = tr("“Save as a template” keeps the present links under a name.")
        self.choice = TemplateChoice(tr("There is no template for {what} yet", what=what), none)
        self.choice.changed.connect(self._chosen)
        self.choice.opened.connect(self._load)
        columns = [Column("", 6), Column(tr("Field here"), 11), Column(tr("Field there"), stretch=True)]
        self.model = RowsModel(columns)
        self.model.setParent(self)
        self.changes = Table(self.model, columns, tr("What would change"))
        self.summary = label(bold=True, wrap=True)
        self.load_button = button(tr("Load"), self._load, kind="primary")
        about = tr(
            "It takes the place of the present links. Nothing is stored before you save, and Undo brings them back."
        )
        _lay_out(
            self,
            label(about, tone="muted", wrap=True),
            (self.choice, 2),
            self.summary,
            (self.changes, 3),
            row(None, button(tr("Cancel"), self.reject), self.load_button),
        )
        self.load_button.setEnabled(False)
        self.changes.hide()
        self._ask()

    def _ask(self) -> None:
        services, config = self._editor.desk.services, self._config

        def call() -> list[Any]:
            system = services.connections.get(config.connection_id).system
            return presenter.for_config(presenter.everything(services.templates, kind="record", system=system), config)

        self._editor.desk.work.read(call, self.choice.show_templates, self.choice.fail, owner=self, key="list")

    def _chosen(self) -> None:
        template, links, config = self.choice.template, self._editor.document.links, self._config
        self.load_button.setEnabled(False)
        if template is None:
            return
        self._editor.desk.work.read(
            lambda: presenter.differences(links, presenter.links_of(template.definition, config)),
            self._show_changes,
            self.choice.fail,
            owner=self,
            key="changes",
        )

    def _show_changes(self, found: list[presenter.Difference]) -> None:
        title = presenter.local_titles(self._config)
        self.choice.note.hide()
        self.summary.setText(tr("What would change: {what}", what=presenter.summary(found)))
        self.model.set_rows(
            [(f"{one.what}{one.local} {one.remote}", presenter.difference_cells(one, title)) for one in found]
        )
        self.changes.setVisible(bool(found))
        self.load_button.setEnabled(bool(found))
        self.load_button.setDefault(bool(found))

    def _load(self) -> None:
        template, config = self.choice.template, self._config
        if template is None or not self.load_button.isEnabled():
            return
        templates = self._editor.desk.services.templates
        self.load_button.setEnabled(False)

        def loaded(links: Any) -> None:
            self._editor.document.apply(links, tr("load the template {name}", name=template.name))
            self.accept()

        self._editor.desk.work.do(
            lambda token: templates.apply_record(template.id, config.id),
            loaded,
            self.choice.fail,
            owner=self,
            key="load",
        )


class SaveTemplate(QDialog):
    """Keeps links under a name: those of this kind of record as they stand here, or all of the connection as they are stored."""

    def __init__(self, editor: Editor, bench: MappingBench, parent: QWidget) -> None:
        super().__init__(parent)
        self._editor, self._config = editor, bench.config
        self.setWindowTitle(tr("Save as a template"))
        self.name = QLineEdit()
        self.name.setAccessibleName(tr("Name"))
        self.name.setMaxLength(200)
        self.name.textChanged.connect(self._allow)
        form = QFormLayout()
        form.addRow(tr("&Name"), self.name)
        what = states.entity_plural(bench.config.entity_type)
        self.one = QRadioButton(tr("The links of this kind of record: {what}", what=what))
        self.all = QRadioButton(
            tr("The links of every kind of record of {connection}", connection=bench.connection_name)
        )
        group = QButtonGroup(self)
        for each in (self.one, self.all):
            each.setAccessibleName(each.text())
            group.addButton(each)
        self.one.setChecked(True)
        self.all.toggled.connect(self._allow)
        self.unsaved = Note(
            "info", "", tr("Changes that are not saved yet are left out: the template holds what is stored.")
        )
        self.note = Note()
        self.save_button = button(tr("Save"), self._save, kind="primary")
        self.save_button.setDefault(True)
        _lay_out(
            self, form, column(self.one, self.all, space=0.3), self.unsaved, self.note, None,
            row(None, button(tr("Cancel"), self.reject), self.save_button), size=(34, 15),
        )  # fmt: skip
        self.note.hide()
        self._allow()
        self.name.setFocus()

    def _allow(self) -> None:
        self.save_button.setEnabled(bool(self.name.text().strip()))
        self.unsaved.setVisible(self.all.isChecked() and self._editor.is_dirty)

    def _save(self) -> None:
        services, config, links = self._editor.desk.services, self._config, self._editor.document.links
        name, whole = self.name.text().strip(), self.all.isChecked()

        def call(token: Any) -> Any:
            if whole:
                return services.templates.from_connection(config.connection_id, name)
            definition = {
                "entity_type": config.entity_type, "remote_module": config.remote_module, "field_mappings": links,
            }  # fmt: skip
            system = services.connections.get(config.connection_id).system
            draft = {"name": name, "kind": "record", "erp_system": system, "tenant_id": config.tenant_id}
            return services.templates.create(draft | {"definition": definition})

        self.save_button.setEnabled(False)
        self._editor.desk.work.do(call, self._saved, self._not_saved, owner=self, key="save")

    def _saved(self, template: Any) -> None:
        self._editor.said.emit("info", tr("Saved as the template “{name}”.", name=template.name))
        self.accept()

    def _not_saved(self, problem: Any) -> None:
        self._allow()
        self.note.say("error", problem.message, problem.hint)
        self.note.show()
        if problem.code == "name_taken":
            self.name.setFocus()
            self.name.selectAll()


class ApplyBatch(QDialog):
    """Sets the links of all kinds of record of a connection; what that does to each is said before."""

    def __init__(self, editor: Editor, bench: MappingBench, parent: QWidget) -> None:
        super().__init__(parent)
        self._editor, self._bench = editor, bench
        self._busy = False
        self.setWindowTitle(tr("Apply to the whole connection"))
        none = tr("“Save as a template” keeps the links of every kind of record of a connection under a name.")
        self.choice = TemplateChoice(tr("There is no template for a whole connection yet"), none)
        self.choice.changed.connect(self._chosen)
        columns = [Column(tr("Kind of record"), 9), Column(tr("What it does to the links"), stretch=True)]
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
        _lay_out(
            self, label(about, wrap=True), self.unsaved, (self.choice, 2), (self.effects, 3),
            row(None, self.cancel, self.apply_button),
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
                self._show_effects, self.choice.fail, owner=self, key="effects",
            )  # fmt: skip

    def _show_effects(self, lines: list[presenter.BatchLine]) -> None:
        self.choice.note.hide()
        self.model.set_rows([(f"{at}", presenter.batch_cells(one)) for at, one in enumerate(lines)])
        self.effects.show()
        self.apply_button.setEnabled(any(one.applies for one in lines) and not any(one.problem for one in lines))

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
            lambda token: mappings.open(config_id, token), self._reopened, self._not_applied, owner=self, key="again"
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

    def _not_applied(self, problem: Any) -> None:
        self._set_busy(False)
        self.choice.fail(problem)

    def reject(self) -> None:
        """Not while it is being done: what was left out is told here alone."""
        if not self._busy:
            super().reject()


def _lay_out(dialog: QDialog, *items: Any, size: tuple[float, float] = (44, 32)) -> None:
    """One below the other: widgets, layouts, ``(widget, stretch)``, ``None`` for a stretch."""
    layout = QVBoxLayout(dialog)
    edge = em(dialog, 1.1)
    layout.setContentsMargins(edge, edge, edge, edge)
    layout.setSpacing(em(dialog, 0.6))
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, tuple):
            layout.addWidget(*item)
        elif isinstance(item, QWidget):
            layout.addWidget(item)
        else:
            layout.addLayout(item)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    room = dialog.screen().availableGeometry()
    wide, high = (em(dialog, each) for each in size)
    dialog.resize(min(wide, room.width() - em(dialog, 2)), min(high, room.height() - em(dialog, 3)))
