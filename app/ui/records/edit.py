"""Changing a record's fields: saved only by its button; what is wrong stands at the field, nothing of another's is written over."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from app.model.entities import ENTITIES
from app.ui.desk import Desk
from app.ui.records import presenter
from app.ui.records.editor import FieldEditor
from app.ui.theme import em
from app.ui.widgets.basics import Note, button, label, row, scrolled
from app.ui.words import tr


class EditRecord(QDialog):
    def __init__(self, desk: Desk, entity: str, record: dict[str, Any], where: str, parent: QWidget) -> None:
        """``where``: what becomes of a change, in words."""
        super().__init__(parent)
        self.desk, self.entity, self.record = desk, entity, record
        self._spec = ENTITIES[entity]
        title = str(record.get(self._spec.label_field) or tr(self._spec.title))
        self.setWindowTitle(tr("Edit {name}", name=title))
        self.editors: dict[str, FieldEditor] = {}
        self.complaints: dict[str, Any] = {}
        form = QGridLayout()
        form.setContentsMargins(0, 0, em(self, 0.4), 0)
        form.setHorizontalSpacing(em(self, 1.0))
        form.setVerticalSpacing(em(self, 0.3))
        form.setColumnStretch(1, 1)
        for at, spec in enumerate(presenter.editable(entity)):
            self._add(form, 2 * at, spec)
        form.setRowStretch(form.rowCount(), 1)
        content = QWidget()
        content.setLayout(form)
        self.note = Note()
        self.again = self.note.add(button(tr("Load it again"), self._load_again, icon="sync"))
        self.note.hide()
        self.save = button(tr("Save"), self._save, kind="primary")
        self.save.setDefault(True)
        layout = QVBoxLayout(self)
        edge = em(self, 1.1)
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.setSpacing(em(self, 0.7))
        layout.addWidget(label(title, size=1.2, bold=True, wrap=True))
        layout.addWidget(label(where, tone="muted", wrap=True))
        if self._spec.is_document:
            text = tr("Lines and totals are not changed here: change them in the system that the document comes from.")
            layout.addWidget(label(text, tone="muted", wrap=True))
        layout.addWidget(self.note)
        layout.addWidget(scrolled(content, tr("Fields")), 1)
        layout.addLayout(row(None, button(tr("Cancel"), self.reject), self.save))
        self.resize(em(self, 34), em(self, 36))
        first = next(iter(self.editors.values()))
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, form: QGridLayout, at: int, spec: Any) -> None:
        words = tr(spec.title) + (" *" if spec.required else "")
        editor = FieldEditor(spec, self.record.get(spec.name))
        title = label(words)
        title.setBuddy(editor)
        complaint = label(tone="error", wrap=True)
        complaint.hide()
        form.addWidget(title, at, 0, Qt.AlignmentFlag.AlignTop)
        form.addWidget(editor, at, 1)
        form.addWidget(complaint, at + 1, 1)
        self.editors[spec.name], self.complaints[spec.name] = editor, complaint

    def changes(self) -> dict[str, Any]:
        typed = {name: editor.value() for name, editor in self.editors.items()}
        return {name: value for name, value in typed.items() if value != self.record.get(name)}

    def _save(self) -> None:
        changes = self.changes()
        if not changes:
            self.accept()
            return
        for complaint in self.complaints.values():
            complaint.hide()
        self.note.hide()
        self.save.setEnabled(False)
        records, entity, record = self.desk.services.records, self.entity, self.record
        self.desk.work.do(
            lambda token: records.update(entity, record["id"], changes, version=record["version"]),
            lambda _: self.accept(),
            self._failed,
            owner=self,
        )

    def _failed(self, problem: Any) -> None:
        self.save.setEnabled(True)
        field = str(problem.details.get("field") or "")
        if field in self.complaints:
            self.complaints[field].setText(problem.text)
            self.complaints[field].show()
            self.editors[field].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.again.setVisible(problem.code == "stale_version")
        self.note.say("error", problem.message, problem.hint)
        self.note.show()

    def _load_again(self) -> None:
        records, entity, record_id = self.desk.services.records, self.entity, self.record["id"]
        self.desk.work.read(lambda: records.get(entity, record_id), self._loaded, self._failed, owner=self)

    def _loaded(self, record: dict[str, Any]) -> None:
        """What was typed stays; every other field shows what it is now."""
        typed = self.changes()
        self.record = record
        for name, editor in self.editors.items():
            if name not in typed:
                editor.show_value(record.get(name))
        kept = ", ".join(tr(self._spec.field[name].title) for name in typed)
        self.again.hide()
        self.note.say("info", tr("This is the record as it is now"), tr("What you typed stays: {fields}.", fields=kept))
        self.note.show()
