"""Settings that are part of what is synced: rows of a form, in the wizard and in a connection's sync settings."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFormLayout, QWidget

from app.ui.connections import schema
from app.ui.connections.entries import Entry, entry_for
from app.ui.desk import Desk
from app.ui.widgets.basics import column, label


class SyncOptions(QObject):
    """They stand at the end of ``form``, each while it matters. ``changed``: by a person."""

    changed = Signal()

    def __init__(self, desk: Desk, form: QFormLayout) -> None:
        super().__init__(form)
        self._desk = desk
        self._form = form
        self._settings: Sequence[Any] = ()
        self._rows: dict[str, QWidget] = {}
        self._begun: dict[str, Any] = {}
        self._mattering: set[str] = set()
        self.entries: dict[str, Entry] = {}

    def ask(self, settings: Sequence[Any], kept: Mapping[str, Any]) -> None:
        """Those of a system, filled with what is kept."""
        for holder in self._rows.values():
            self._form.removeRow(holder)
        self._settings, self._rows, self.entries, self._begun = schema.of_sync(settings), {}, {}, {}
        for setting in self._settings:
            self._add(setting, kept)
        self.show_for((), "")

    def _add(self, setting: Any, kept: Mapping[str, Any]) -> None:
        entry = entry_for(setting, self._desk, kept=False)
        title, about = schema.said(setting.title), schema.said(setting.help)
        entry.put(schema.initial(setting, kept))
        entry.name(title, about)
        entry.changed.connect(self.changed)
        holder = QWidget()
        holder.setLayout(column(entry, label(about, tone="muted", wrap=True), space=0.2))
        if schema.bears_title(setting):
            self._form.addRow(holder)
        else:
            head = label(title)
            head.setBuddy(entry.field)
            self._form.addRow(head, holder)
        self.entries[setting.name], self._rows[setting.name] = entry, holder
        self._begun[setting.name] = entry.value()

    def show_for(self, written: Collection[str], delete_policy: str) -> None:
        """``written``: the kinds of record that are sent."""
        self._mattering = {one.name for one in self._settings if schema.matters(one, written, delete_policy)}
        for name, holder in self._rows.items():
            self._form.setRowVisible(holder, name in self._mattering)

    def changes(self) -> dict[str, Any]:
        """Of those that matter, what differs from what was kept."""
        values = {name: self.entries[name].value() for name in self.entries if name in self._mattering}
        return {name: value for name, value in values.items() if value != self._begun[name]}
