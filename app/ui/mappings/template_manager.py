"""All templates: rename, delete, go back to an earlier version, take them along in a file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.services.template.files import read_file, write_file
from app.ui.desk import Desk
from app.ui.mappings import templates_presenter as presenter
from app.ui.theme import em
from app.ui.widgets.basics import Empty, Note, button, clear, column, fit, label, row, tall
from app.ui.widgets.enter_line import EnterLine
from app.ui.widgets.table import Column, RowsModel, Table
from app.ui.words import plural, tr


class ManageTemplates(QDialog):
    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk = desk
        self._templates: list[Any] = []
        self._versions: list[Any] = []
        self._shown: Any = None  # the template whose name and versions are shown
        self.setWindowTitle(tr("Templates"))
        self.note = Note()
        self.note.hide()
        self._add_list()
        self._add_details()
        split = QSplitter(Qt.Orientation.Vertical)
        for each in (self._stack, self.details):
            split.addWidget(each)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(em(self, 0.5))
        split.setSizes([em(self, 16), em(self, 12)])
        self.export_button = button(tr("Export the chosen…"), self._ask_where, icon="download")
        self.export_all = button(tr("Export all…"), self._ask_where_all)
        self.import_button = button(tr("Import…"), self._ask_which, icon="folder")
        self.replace = QCheckBox(tr("Replace templates of the same name"))
        self.replace.setToolTip(tr("Otherwise one that differs is added under another name"))
        layout = QVBoxLayout(self)
        edge = em(self, 1.1)
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.setSpacing(em(self, 0.6))
        layout.addWidget(self.note)
        layout.addWidget(tall(split, tr("Templates")), 1)
        layout.addLayout(row(self.export_button, self.export_all, None))
        close = button(tr("Close"), self.accept)
        layout.addLayout(row(self.import_button, self.replace, None, close))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        fit(self, 54, 38)
        desk.bridge.changed.connect(self._changed)
        self._read()

    def _add_list(self) -> None:
        columns = [
            Column(tr("Template"), stretch=True),
            Column(tr("Kind"), 10),
            Column(tr("For"), 12),
            Column(tr("Version"), 4.5),
            Column(tr("Used"), 5.5),
            Column(tr("Changed"), 7.5),
        ]
        self.model = RowsModel(columns)
        self.model.setParent(self)
        self.table = Table(self.model, columns, tr("Templates"))
        self.table.selectionModel().selectionChanged.connect(self._chosen)
        self.table.delete_pressed.connect(self._ask_delete)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(
            Empty(
                "mappings",
                tr("There are no templates yet"),
                tr("“Save as a template” in the mapping editor makes one; Import takes them over from a file."),
            )
        )

    def _add_details(self) -> None:
        self.name = EnterLine()
        self.name.setAccessibleName(tr("Name of the template"))
        self.name.setMaxLength(200)
        self.name.textChanged.connect(self._allow)
        self.name.returnPressed.connect(self._rename)
        self.rename_button = button(tr("Rename"), self._rename, icon="edit")
        self.delete_button = button(tr("Delete…"), self._ask_delete, icon="trash", kind="danger")
        columns = [
            Column(tr("Version"), 6),
            Column(tr("Name then"), 14),
            Column(tr("Contains"), stretch=True),
            Column(tr("Since"), 8),
        ]
        self.version_model = RowsModel(columns)
        self.version_model.setParent(self)
        self.versions = Table(self.version_model, columns, tr("Versions"))
        self.versions.setSelectionMode(Table.SelectionMode.SingleSelection)
        self.versions.current_changed.connect(lambda _row: self._allow())
        self.back_button = button(tr("Go back to this version"), self._restore, icon="back")
        self.details = QWidget()
        inside = column(
            row(label(tr("Name")), self.name, self.rename_button, self.delete_button),
            self.versions,
            row(None, self.back_button),
            space=0.4,
        )
        inside.setStretch(1, 1)
        self.details.setLayout(inside)

    # -- the list

    def _changed(self, kinds: frozenset[str]) -> None:
        if "templates" in kinds:
            self._read()

    def _read(self) -> None:
        templates = self.desk.services.templates
        self.desk.work.read(lambda: presenter.everything(templates), self._show, self._fail, owner=self, key="list")

    def _show(self, found: Sequence[Any]) -> None:
        kept = [one.id for one in self._selected()]
        self._templates = list(found)
        self.model.set_rows([(one.id, presenter.manage_cells(one)) for one in found])
        self._stack.setCurrentIndex(0 if found else 1)
        if not self.table.selectionModel().hasSelection() and found:
            self.table.selectRow(max(0, self.model.row_of(kept[0]) if kept else 0))
        self._chosen()

    def _selected(self) -> list[Any]:
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [self._templates[at] for at in rows if at < len(self._templates)]

    @property
    def template(self) -> Any:
        """The one that is chosen alone."""
        chosen = self._selected()
        return chosen[0] if len(chosen) == 1 else None

    def _chosen(self, *_: Any) -> None:
        template, templates = self.template, self.desk.services.templates
        shown, self._shown = self._shown, template
        if shown is None or template is None or shown.id != template.id or self.name.text() == shown.name:
            self.name.setText(template.name if template is not None else "")  # what is being typed stays
        if shown is None or template is None or shown.id != template.id:
            self._versions = []
            self.version_model.set_rows([])
        self._allow()
        if template is not None:
            self.desk.work.read(
                lambda: templates.versions(template.id), self._show_versions, self._fail, owner=self, key="versions"
            )

    def _show_versions(self, found: Sequence[Any]) -> None:
        self._versions = list(found)
        self.version_model.set_rows(
            [(str(one.version), presenter.version_cells(one, present=at == 0)) for at, one in enumerate(found)]
        )
        self._allow()

    def _allow(self) -> None:
        template, at = self.template, self.versions.currentIndex().row()
        self.details.setEnabled(bool(self._selected()))
        self.name.setEnabled(template is not None)
        typed = self.name.text().strip()
        self.rename_button.setEnabled(template is not None and bool(typed) and typed != template.name)
        self.delete_button.setEnabled(template is not None)
        self.back_button.setEnabled(template is not None and 0 < at < len(self._versions))
        self.export_button.setEnabled(bool(self._selected()))
        self.export_all.setEnabled(bool(self._templates))

    # -- one template

    def _do(self, call: Any, done: Any) -> None:
        self._say_nothing()
        self.desk.work.do(lambda token: call(), done, self._fail, owner=self, key="do")

    def _rename(self) -> None:
        template, templates, name = self.template, self.desk.services.templates, self.name.text().strip()
        if template is not None and self.rename_button.isEnabled():
            self._do(
                lambda: templates.update(template.id, {"name": name}, template.version),
                lambda changed: self._tell("ok", tr("Renamed to “{name}”", name=changed.name)),
            )

    def _ask_delete(self) -> None:
        """The question, with the two answers beside it."""
        template = self.template
        if template is None:
            return
        self._say("warn", tr("Delete “{name}” with its versions?", name=template.name), tr("This can't be undone."))
        self.note.add(button(tr("Delete"), self._delete, kind="danger"))
        self.note.add(button(tr("Keep it"), self._say_nothing)).setFocus()

    def _delete(self) -> None:
        template, templates = self.template, self.desk.services.templates
        if template is not None:
            self._do(
                lambda: templates.delete(template.id),
                lambda _: self._tell("ok", tr("“{name}” was deleted", name=template.name)),
            )

    def _restore(self) -> None:
        template, templates, at = self.template, self.desk.services.templates, self.versions.currentIndex().row()
        if template is None or not 0 < at < len(self._versions):
            return
        version = self._versions[at].version
        words = tr("“{name}” is again as it was in version {n}", name=template.name, n=version)
        self._do(lambda: templates.restore(template.id, version), lambda changed: self._tell("ok", words))

    # -- files

    def _ask_where(self) -> None:
        self._ask_file([one.id for one in self._selected()])

    def _ask_where_all(self) -> None:
        self._ask_file(None)

    def _ask_file(self, ids: list[str] | None) -> None:
        dialog = QFileDialog(self, tr("Export templates"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([tr("Templates (*.json)")])
        dialog.setDefaultSuffix("json")
        dialog.selectFile(tr("templates") + ".json")
        dialog.fileSelected.connect(lambda path: self.export(path, ids))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def export(self, path: str, ids: list[str] | None = None) -> None:
        """``ids``: ``None`` for all. The file dialog has asked before it names a file that is there."""
        templates = self.desk.services.templates
        count = len(self._templates) if ids is None else len(ids)
        words = plural(count, "{n} template was exported", "{n} templates were exported")
        self._do(
            lambda: write_file(Path(path), templates.export(ids), overwrite=True),
            lambda _: self._say("ok", words, path),
        )

    def _ask_which(self) -> None:
        dialog = QFileDialog(self, tr("Import templates"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([tr("Templates (*.json)"), tr("All files (*)")])
        dialog.fileSelected.connect(self.import_)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def import_(self, path: str) -> None:
        templates, replace = self.desk.services.templates, self.replace.isChecked()
        self._do(
            lambda: templates.import_(read_file(Path(path)), replace),
            lambda report: self._tell("ok", tr("Imported"), presenter.import_words(report)),
        )

    # -- what is said

    def _tell(self, level: str, title: str, text: str = "") -> None:
        self._say(level, title, text)
        self._read()

    def _say(self, level: str, title: str, text: str = "") -> None:
        clear(self.note.actions_row)
        self.note.say(level, title, text)
        self.note.show()

    def _say_nothing(self) -> None:
        clear(self.note.actions_row)
        self.note.hide()

    def _fail(self, problem: Any) -> None:
        self._say("error", problem.message, problem.hint)
