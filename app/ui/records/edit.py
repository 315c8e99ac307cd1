"""Changing a record's fields and lines: saved only by its button; what is wrong stands at its place, nothing of another's is
written over."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QGridLayout, QMessageBox, QVBoxLayout, QWidget

from app.model.entities import ENTITIES, FieldSpec
from app.ui.desk import Desk
from app.ui.records import lookup, presenter
from app.ui.records.editor import FieldEditor
from app.ui.records.lines_editor import LinesEditor
from app.ui.theme import em
from app.ui.widgets.basics import Note, beside_field, button, column, fit, glyph, label, line, row, scrolled
from app.ui.words import tr


class EditRecord(QDialog):
    def __init__(self, desk: Desk, entity: str, record: dict[str, Any], where: str, parent: QWidget) -> None:
        """``where``: what becomes of a change, in words."""
        super().__init__(parent)
        self.desk, self.entity, self.record = desk, entity, record
        self._spec = ENTITIES[entity]
        self._asking: QMessageBox | None = None
        self._saving = self._wrong_lines = False
        self.setWindowTitle(self._title())
        self.editors: dict[str, FieldEditor] = {}
        self.complaints: dict[str, Any] = {}
        self.lines: LinesEditor | None = None
        self.heading = label(self._heading(), size=1.2, bold=True, wrap=True)
        self.where = label(where, tone="muted", wrap=True)
        self.note = Note()
        self.again = self.note.add(button(tr("Load it again"), self._load_again, icon="sync"))
        self.note.hide()
        self.save = button(tr("Save"), self._save, kind="primary", tip=tr("Save  (Ctrl+Enter)"))
        self.save.setDefault(True)
        self.sum = label(bold=True)
        self.buttons = row(self.sum, None, button(tr("Cancel"), self.reject), self.save)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.save.click)
        layout = QVBoxLayout(self)
        edge = em(self, 1.1)
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.setSpacing(em(self, 0.7))
        for each in (self.heading, self.where, self.note):
            layout.addWidget(each)
        self.area = scrolled(self._content(), tr("Fields"))
        layout.addWidget(self.area, 1)
        layout.addLayout(self.buttons)
        wide, high = (62, 46) if self._spec.is_document else (34, 36)
        fit(self, wide, high)
        next(iter(self.editors.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def _title(self) -> str:
        return tr("Edit {name}", name=self._heading())

    def _heading(self) -> str:
        kind, name = tr(self._spec.title), str(self.record.get(self._spec.label_field) or "")
        return f"{kind} {name}".strip() if self._spec.is_document else name or kind

    # --- what is shown ----------------------------------------------------------------------------------------------

    def _content(self) -> QWidget:
        """The fields, of a document two beside each other; its lines below."""
        form = QGridLayout()
        form.setHorizontalSpacing(em(self, 1.0))
        form.setVerticalSpacing(em(self, 0.3))
        beside = 2 if self._spec.is_document else 1
        for at in range(beside):
            form.setColumnStretch(2 * at + 1, 1)
        for at, spec in enumerate(presenter.editable(self.entity)):
            self._add(form, 2 * (at // beside), 2 * (at % beside), spec)
        content = QWidget()
        layout = column(form, space=0.9)
        layout.setContentsMargins(0, 0, em(self, 0.4), 0)
        if self._spec.is_document:
            self.lines = LinesEditor(self.desk, self._spec, self.record, self._now)
            self.lines.changed.connect(self._lines_changed)
            layout.addWidget(line())
            layout.addWidget(self.lines)
            self._show_sum()
            if "amount" in self.editors:
                self.editors["amount"].changed.connect(self.lines.show_what_follows)
        layout.addStretch(1)
        content.setLayout(layout)
        return content

    def _add(self, form: QGridLayout, at: int, beside: int, spec: FieldSpec) -> None:
        words = tr(spec.title) + (" *" if spec.required else "")
        editor = FieldEditor(spec, self.record.get(spec.name), lookup=lambda: self._lookup(spec))
        title = beside_field(label(words))
        title.setBuddy(editor)
        complaint = label(tone="error", wrap=True)
        complaint.hide()
        form.addWidget(title, at, beside, Qt.AlignmentFlag.AlignTop)
        form.addWidget(editor, at, beside + 1, Qt.AlignmentFlag.AlignTop)
        form.addWidget(complaint, at + 1, beside + 1)
        self.editors[spec.name], self.complaints[spec.name] = editor, complaint

    def _show_sum(self) -> None:
        """It stands beside the buttons, too: the totals may be out of sight while lines are typed."""
        assert self.lines is not None
        self.sum.setText(self.lines.summary)

    def _lines_changed(self) -> None:
        self._show_sum()
        if self._wrong_lines:
            self._tell_wrong_lines()

    def _tell_wrong_lines(self) -> None:
        """In the note, which is in sight wherever the form is scrolled to; the cells are marked besides."""
        assert self.lines is not None
        said = self.lines.wrong()
        self._wrong_lines = bool(said)
        self.again.hide()
        self.note.say("error", "", said)
        self.note.setVisible(bool(said))

    def _lookup(self, spec: FieldSpec) -> lookup.Lookup:
        return lookup.Lookup(self.desk.work, lookup.of_entity(self.desk.services.records, str(spec.lookup)))

    def _now(self, name: str) -> Any:
        """What stands in a field at present."""
        return self.editors[name].value() if name in self.editors else None

    def changes(self) -> dict[str, Any]:
        typed = {name: editor.value() for name, editor in self.editors.items()}
        changed = {name: value for name, value in typed.items() if value != self.record.get(name)}
        if self.lines is not None:
            self.lines.finish()
            changed |= self.lines.changes()
        return changed

    # --- saving -----------------------------------------------------------------------------------------------------

    def _save(self) -> None:
        self._send(self.accept)

    def _send(self, then: Any) -> None:
        changes = self.changes()
        if not changes and self._is_known:
            then()
            return
        for complaint in self.complaints.values():
            complaint.hide()
        if self.lines is not None:
            self.lines.clear_wrong()
        self._wrong_lines = False
        self.note.hide()
        self._set_saving(True)
        write = self._writing(changes)
        self.desk.work.do(lambda token: write(), lambda record: self._saved(record, then), self._failed, owner=self)

    @property
    def _is_known(self) -> bool:
        return "id" in self.record

    def _writing(self, changes: dict[str, Any]) -> Any:
        records, entity, record = self.desk.services.records, self.entity, self.record
        return lambda: records.update(entity, record["id"], changes, version=record["version"])

    def _set_saving(self, saving: bool) -> None:
        self._saving = saving
        self.save.setEnabled(not saving)

    def _saved(self, record: Any, then: Any) -> None:
        self._set_saving(False)
        then()

    def _failed(self, problem: Any) -> None:
        self._set_saving(False)
        field = str(problem.details.get("field") or "")
        if field in self.complaints:
            self.complaints[field].setText(problem.text)
            self.complaints[field].show()
            self.editors[field].setFocus(Qt.FocusReason.OtherFocusReason)
            self.area.ensureWidgetVisible(self.editors[field])
            return
        if self.lines is not None and self.lines.show_wrong(field, problem.text):
            self._tell_wrong_lines()
            return
        self.again.setVisible(problem.code == "stale_version")
        self.note.say("error", problem.message, problem.hint)
        self.note.show()

    # --- somebody else changed it -----------------------------------------------------------------------------------

    def _load_again(self) -> None:
        records, entity, record_id = self.desk.services.records, self.entity, self.record["id"]
        self.desk.work.read(lambda: records.get(entity, record_id), self._loaded, self._failed, owner=self)

    def _loaded(self, record: dict[str, Any]) -> None:
        """What was typed stays; every other field and line shows what it is now."""
        typed = {name for name, editor in self.editors.items() if editor.value() != self.record.get(name)}
        self.record = record
        for name, editor in self.editors.items():
            if name not in typed:
                editor.show_value(record.get(name))
        names = [name for name in self.editors if name in typed]
        if self.lines is not None:
            self.lines.finish()
            names += self.lines.load_again(record)
        kept = ", ".join(tr(self._spec.field[name].title) for name in names)
        self.again.hide()
        self.note.say("info", tr("This is the record as it is now"), tr("What you typed stays: {fields}.", fields=kept))
        self.note.show()

    # --- leaving ----------------------------------------------------------------------------------------------------

    def reject(self) -> None:
        """Escape, Cancel and the window's cross: what was typed is not lost without being asked for."""
        if self._saving:
            return
        if not self.changes():
            super().reject()
            return
        box = QMessageBox(self)
        box.setIconPixmap(glyph("question", "warn", 2.4).pixmap())
        box.setWindowTitle(self.windowTitle())
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(tr("Leave without saving?"))
        box.setInformativeText(tr("What you typed is not kept then."))
        self._leave = box.addButton(tr("Leave without saving"), QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(tr("Go on typing"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.buttonClicked.connect(self._answered)
        self._asking = box
        box.open()

    def _answered(self, clicked: Any) -> None:
        box, self._asking = self._asking, None
        if box is not None:
            box.deleteLater()
        if clicked is self._leave:
            super().reject()
