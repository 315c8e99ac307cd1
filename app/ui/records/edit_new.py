"""A new record: the same fields and lines, empty but for what is usual."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.model.entities import ENTITIES, EntitySpec
from app.ui.desk import Desk
from app.ui.records.edit import EditRecord
from app.ui.widgets.basics import button
from app.ui.words import mark, tr

_SENDS = frozenset({"push", "bidirectional"})
#: By kind, so that every language can say it its own way.
NEW = {
    "customer": mark("New customer"), "product": mark("New product"), "contact": mark("New contact"),
    "deal": mark("New deal"), "order": mark("New order"), "invoice": mark("New invoice"),
    "payment": mark("New payment"),
}  # fmt: skip


def usual(spec: EntitySpec, today: date) -> dict[str, Any]:
    """What a new record has before anything is typed: a document is of today, and counts."""
    values = {field.name: field.default for field in spec.scalar_fields if field.default is not None}
    if "date" in spec.field:
        values["date"] = today.isoformat()
    if "posted" in (spec.field["status"].choices if "status" in spec.field else ()):
        values["status"] = "posted"
    return values


def where_new_goes(services: Any, entity: str) -> str:
    """Which systems a new record is sent to, in words; asks the services."""
    configs = services.configs.list(entity_type=entity)
    sending = {one.connection_id for one in configs if one.is_active and one.sync_direction in _SENDS}
    names = [
        view.name
        for view in services.connections.list()
        if view.id in sending and view.sync_enabled and view.status != "inactive"
    ]
    if not names:
        return tr("It stays here: no connection sends records of this kind.")
    return tr("It is kept here at once, and sent to {names} with the next sync.", names=", ".join(names))


class NewRecord(EditRecord):
    """``made``: the id of a record that was saved."""

    made = Signal(str)

    def __init__(self, desk: Desk, entity: str, parent: QWidget) -> None:
        self._usual = usual(ENTITIES[entity], datetime.now().astimezone().date())
        super().__init__(desk, entity, dict(self._usual), "", parent)
        self.again.hide()
        self.save_and_new = button(tr("Save and new"), self._save_and_new, tip=tr("Save, and begin the next one"))
        self.buttons.insertWidget(self.buttons.count() - 1, self.save_and_new)
        self._begin()
        services = desk.services
        desk.work.read(lambda: where_new_goes(services, entity), self._tell_where, lambda problem: None, owner=self)

    def _title(self) -> str:
        return tr(NEW[self.entity])

    def _heading(self) -> str:
        return tr(NEW[self.entity])

    def _tell_where(self, words: str) -> None:
        self.where.setText(f"{words}  {tr('Fields with * are needed.')}")

    def _begin(self) -> None:
        """A first line is there to be typed into."""
        if self.lines is not None:
            next(iter(self.lines.groups.values())).model.add()
        next(iter(self.editors.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def _writing(self, changes: dict[str, Any]) -> Any:
        records, entity, values = self.desk.services.records, self.entity, {**self._usual, **changes}
        return lambda: records.create(entity, values)

    def _set_saving(self, saving: bool) -> None:
        super()._set_saving(saving)
        self.save_and_new.setEnabled(not saving)

    def _saved(self, record: Any, then: Any) -> None:
        self.made.emit(str(record["id"]))
        super()._saved(record, then)

    def _save_and_new(self) -> None:
        self._send(self._next)

    def _next(self) -> None:
        said = str(self._now(self._spec.label_field) or tr(self._spec.title))
        for name, editor in self.editors.items():
            editor.show_value(self._usual.get(name))
        if self.lines is not None:
            self.lines.begin_anew()
        self.note.say("ok", tr("“{name}” was saved.", name=said))
        self.note.show()
        self._begin()
