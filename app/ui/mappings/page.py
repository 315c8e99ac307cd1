"""The field links of each connection and kind of record, to look at. The editor comes later."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QComboBox, QStackedWidget, QWidget

from app.ui import states
from app.ui.desk import Desk, Page
from app.ui.mappings import presenter
from app.ui.theme import em
from app.ui.widgets.basics import Empty, column, label, row
from app.ui.widgets.table import Column, RowsModel, Table
from app.ui.words import plural, tr


def make(desk: Desk) -> Page:
    return MappingsPage(desk)


class MappingsPage(Page):
    kinds = frozenset({"connections", "configs"})
    name = "mappings"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Mappings"))
        self._configs: list[Any] = []
        self._views: dict[str, Any] = {}
        self.connection = QComboBox()
        self.connection.setAccessibleName(tr("Connection"))
        self.entity = QComboBox()
        self.entity.setAccessibleName(tr("Kind of record"))
        for box in (self.connection, self.entity):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.connection.setMinimumWidth(em(self, 14))
        self.connection.currentIndexChanged.connect(self._connection_chosen)
        self.entity.currentIndexChanged.connect(self._show)
        self.about = label(tone="muted", wrap=True)
        self.number = label(tone="muted")
        columns = [
            Column(tr("Here"), 15),
            Column("", 3),
            Column(tr("There"), 22),
            Column(tr("Kind"), 7),
            Column(tr("Notes"), 12, stretch=True),
        ]
        self.model = RowsModel(columns)
        self.model.setParent(self)
        self.table = Table(self.model, columns, tr("Field links"))
        filled = QWidget()
        filled.setLayout(
            column(row(self.connection, self.entity, None, self.number, space=0.6), self.about, self.table, space=0.6)
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(filled)
        self._stack.addWidget(
            Empty(
                "mappings", tr("No field links yet"), tr("They are made with the first connection, from its templates.")
            )
        )
        self.body.addWidget(self._stack, 1)

    def take_focus(self) -> None:
        self.table.setFocus()

    def refresh(self) -> None:
        services = self.desk.services
        self.desk.work.read(
            lambda: (services.connections.list(), services.configs.list()), self._loaded, owner=self, key="list"
        )

    def _loaded(self, answer: Any) -> None:
        views, configs = answer
        self._views = {view.id: view for view in views if not states.is_unfinished(view)}
        self._configs = [config for config in configs if config.connection_id in self._views]
        self._stack.setCurrentIndex(0 if self._configs else 1)
        chosen = self.connection.currentData()
        self.connection.blockSignals(True)
        self.connection.clear()
        for view in self._views.values():
            if any(config.connection_id == view.id for config in self._configs):
                self.connection.addItem(view.name, view.id)
        self.connection.setCurrentIndex(max(0, self.connection.findData(chosen)))
        self.connection.blockSignals(False)
        self._connection_chosen()

    def _connection_chosen(self) -> None:
        chosen = self.entity.currentData()
        mine = [config for config in self._configs if config.connection_id == self.connection.currentData()]
        self.entity.blockSignals(True)
        self.entity.clear()
        for name in states.ordered({config.entity_type for config in mine}):
            self.entity.addItem(states.entity_plural(name), name)
        self.entity.setCurrentIndex(max(0, self.entity.findData(chosen)))
        self.entity.blockSignals(False)
        self._show()

    def _show(self) -> None:
        for config in self._configs:
            if (config.connection_id, config.entity_type) == (self.connection.currentData(), self.entity.currentData()):
                system = self._views[config.connection_id].system_title
                self.about.setText(presenter.summary(config, system))
                self.model.set_rows(presenter.lines(config))
                count = len(config.field_mappings)
                self.number.setText(plural(count, "{n} field link", "{n} field links"))
                return
        self.model.set_rows([])
