"""The registered webhooks, and what can be done with the chosen one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.webhooks import presenter
from app.ui.widgets.basics import StateMark, button, column, row
from app.ui.widgets.table import Column, RowsModel, Table
from app.ui.words import tr


class HookList(QWidget):
    """``asked``: copy, guide, edit, switch, remove, register or unregister, and the webhook's id."""

    asked = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._hooks: dict[str, Any] = {}
        self._names: Mapping[str, str] = {}
        self._connections: Mapping[str, Any] = {}
        columns = [
            Column("", 2),
            Column(tr("Connection"), 10),
            Column(tr("System"), 8.5),
            Column(tr("Told of"), 16),
            Column(tr("How senders prove themselves"), 14, stretch=True),
            Column(tr("Last event"), 7),
        ]
        self.model = RowsModel(columns)
        self.model.setParent(self)
        self.table = Table(self.model, columns, tr("Webhooks"))
        self.table.setSelectionMode(Table.SelectionMode.SingleSelection)
        self.table.current_changed.connect(self._chosen)
        self.table.opened.connect(self._edit)
        self.table.delete_pressed.connect(self._remove)
        self.copy = button(tr("Copy the address"), self._copy, icon="copy")
        self.guide = button(tr("How to set it up…"), self._guide)
        self.edit = button(tr("Edit…"), self._edit, icon="edit")
        self.switch = button(tr("Switch off"), self._switch, icon="pause")
        self.remove = button(tr("Remove…"), self._remove, icon="trash", kind="danger")
        self._buttons = (self.copy, self.guide, self.edit, self.switch, self.remove)
        self.registration = StateMark()
        self.register = button(tr("Register now"), self._register)
        self.unregister = button(tr("End the registration"), self._unregister)
        self._registering = (self.register, self.unregister)
        line = row(space=0.6)
        line.addWidget(self.registration, 1)
        for each in self._registering:
            line.addWidget(each)
        self.setLayout(column(self.table, row(*self._buttons, None), line, space=0.4))

    @property
    def chosen(self) -> str:
        return self.model.key(self.table.currentIndex().row())

    def show_hooks(
        self,
        hooks: Sequence[Any],
        names: Mapping[str, str],
        connections: Mapping[str, Any],
        last: Mapping[str, str],
    ) -> None:
        held = self.chosen
        self._hooks, self._names, self._connections = {hook.id: hook for hook in hooks}, names, connections
        rows = [
            (
                hook.id,
                presenter.hook_cells(hook, names[hook.id], connections.get(hook.connection_id), last.get(hook.id)),
            )
            for hook in hooks
        ]
        self.model.set_rows(rows)
        self.table.fit_rows(4)
        if hooks and self.table.currentIndex().row() < 0:
            self.table.selectRow(max(0, self.model.row_of(held)))
        self._chosen(self.table.currentIndex().row())

    def _chosen(self, row_: int) -> None:
        hook = self._hooks.get(self.model.key(row_))
        for each in self._buttons:
            each.setEnabled(hook is not None)
        if hook is not None:
            self.switch.setText(tr("Switch off") if hook.is_active else tr("Switch on"))
            for each in (*self._buttons, *self._registering):
                each.setAccessibleName(f"{each.text().rstrip('…')}: {self._names[hook.id]}")
        self._show_registration(hook)

    def _show_registration(self, hook: Any) -> None:
        state = presenter.registration(hook, self._connections.get(hook.connection_id)) if hook is not None else None
        self.registration.setVisible(state is not None)
        may_ask = may_end = False
        if state is not None:
            self.registration.show_state(state)
            found = hook.registration
            may_end = found.state != "off"
            may_ask = (
                found.state in ("waiting", "failed") or bool(found.message and may_end) or found.reason == "stopped"
            )
        self.register.setVisible(may_ask)
        self.unregister.setVisible(may_end)

    def _copy(self) -> None:
        self.asked.emit("copy", self.chosen)

    def _guide(self) -> None:
        self.asked.emit("guide", self.chosen)

    def _edit(self) -> None:
        self.asked.emit("edit", self.chosen)

    def _switch(self) -> None:
        self.asked.emit("switch", self.chosen)

    def _register(self) -> None:
        self.asked.emit("register", self.chosen)

    def _unregister(self) -> None:
        self.asked.emit("unregister", self.chosen)

    def _remove(self) -> None:
        self.asked.emit("remove", self.chosen)
