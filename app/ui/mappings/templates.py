"""Templates of the mapping editor: the standard links, links kept under a name, and putting them to use again."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFormLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QRadioButton,
    QWidget,
)

from app.services.mapping.views import MappingBench
from app.ui import icons, states
from app.ui.mappings import templates_presenter as presenter
from app.ui.mappings.editor import Editor
from app.ui.mappings.template_batch import ApplyBatch
from app.ui.mappings.template_choice import TemplateChoice, lay_out
from app.ui.mappings.template_manager import ManageTemplates
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

        editor.desk.work.read(lambda: services.configs.template(config), self._put_standard, owner=self, key="standard")

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
        lay_out(
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
            self._not_loaded,
            owner=self,
            key="load",
        )

    def _not_loaded(self, problem: Any) -> None:
        self.load_button.setEnabled(True)
        self.choice.fail(problem)


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
        lay_out(
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
