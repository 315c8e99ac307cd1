"""Step 4: what to sync, and which way; who wins; what a deletion does; how far back."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QFormLayout, QPushButton, QWidget

from app.ui import states
from app.ui.connections.form import in_order
from app.ui.connections.options import SyncOptions
from app.ui.theme import em
from app.ui.widgets.basics import Note, button, card, clear, column, label, line, row, scrolled
from app.ui.widgets.directions import (
    DirectionTable,
    deletion_words,
    explain,
    fill,
    hub_key_words,
    write_note,
)
from app.ui.wizard.pages import CHOICES, PREVIEW, Step
from app.ui.words import mark, tr

#: What the services call these, in words.
PRESETS = {
    "both": mark("Both ways"),
    "leads": mark("{system} leads"),
    "from": mark("Only from {system}"),
    "to": mark("Only to {system}"),
}


class WhatPage(Step):
    def __init__(self) -> None:
        super().__init__(
            tr("What is to be synced, and which way?"),
            tr("Everything here can be changed later under Connections > Sync settings."),
        )
        self._offer: Any = None
        self._presets: list[tuple[str, str, dict[str, str]]] = []
        self.preset_buttons: list[
            QPushButton
        ] = []  # no group: in one, Tab reaches the chosen one alone, and there may be none
        self._preset_row = row(space=0.3)
        self.table = DirectionTable("", [])
        self._table_place = column(space=0)
        self.rule = QComboBox()
        self.deletions = fill(QComboBox(), states.DELETIONS, "flag")
        self.since = QCheckBox()
        self.date = QDateEdit()
        self.date.setCalendarPopup(True)
        self.date.setDisplayFormat("d MMM yyyy")
        self.date.setEnabled(False)
        self.since.toggled.connect(self.date.setEnabled)
        self.hub_key = QCheckBox()
        self.hub_key.setChecked(True)
        self.hub_key.toggled.connect(self._changed)
        self.hub_key_about = label(tone="muted", wrap=True)
        self.options: SyncOptions | None = None  # made with the first system
        self.deletes = label(tone="muted", wrap=True)
        for box in (self.rule, self.deletions):
            box.currentIndexChanged.connect(self._changed)
        self.since.toggled.connect(self._changed)
        self.date.dateChanged.connect(self._changed)
        self.rule.setAccessibleName(tr("Changed on both sides"))
        self.deletions.setAccessibleName(tr("Deleted on one side"))
        form = self._form = QFormLayout()
        form.setHorizontalSpacing(em(self, 1.0))
        form.setVerticalSpacing(em(self, 0.4))
        form.addRow(tr("Changed on &both sides"), self.rule)
        explain(form, tr("&Deleted on one side"), self.deletions, self.deletes)
        self._back = QWidget()
        self._back.setLayout(row(self.since, self.date, None))
        form.addRow(tr("How far back"), self._back)
        self.note = Note()
        self.note.hide()
        self.body.addLayout(self._preset_row)
        content = QWidget()
        table = card(self._table_place, line(), form, self.hub_key, self.hub_key_about, space=0.7)
        content.setLayout(column(table, self.note, None, space=0.6))
        self.body.addWidget(scrolled(content, tr("What is synced, and which way")), 1)

    def initializePage(self) -> None:
        if self._offer is not self.draft.offer:
            self._begin_anew()
        first = self.draft.books.books_from
        start = date.fromisoformat(first[:10]) if first else date(2017, 7, 1)
        self.date.setMinimumDate(QDate(start.year, start.month, start.day))
        if not self.since.isChecked():
            today = datetime.now().astimezone().date()
            year = today.year if today.month >= 4 else today.year - 1
            self.date.setDate(QDate(year, 4, 1))
        self.table.set_plan(self.draft.plan)
        if not self._presets:
            self._ask_presets()

    def _ask_presets(self) -> None:
        services, system, places = self.desk.services, self.draft.system, self.table.places()
        auth = dict(self.draft.auth)
        self.desk.work.read(
            lambda: services.configs.presets(system, places, auth),
            self._got_presets,
            lambda _: None,
            owner=self,
            key="presets",
        )

    def _begin_anew(self) -> None:
        """The table and the words of this system."""
        offer, system = self.draft.offer, self.draft.short
        self._offer = offer
        clear(self._table_place)
        self.table = DirectionTable(system, list(offer.entities), offer.modules, absent=offer.absent, about=offer.about)
        self.table.changed.connect(self._changed)
        self.table.placed.connect(self._ask_presets)
        if self.options is None:
            self.options = SyncOptions(self.desk, self._form)
            self.options.changed.connect(self._changed)
        self.options.ask(offer.settings, {})
        words, about = hub_key_words(system, offer.hub_key)
        self.hub_key.setText(words)
        self.hub_key.setAccessibleName(words)
        self.hub_key.setChecked(True)
        self.hub_key_about.setText(about)
        self._table_place.addWidget(self.table)
        present = self.rule.currentData() or "manual"
        self.rule.clear()
        fill(self.rule, states.RULES, present, system=system)
        self.preset_buttons = []
        clear(self._preset_row)
        self._presets = []
        tally = offer.name == "tally"
        self.since.setChecked(False)
        self.since.setText(tr("Only vouchers from") if tally else tr("Only documents from"))
        self.since.setAccessibleName(self.since.text())
        self.date.setAccessibleName(tr("Earliest voucher date") if tally else tr("Earliest date of documents"))
        self._form.setRowVisible(self._back, any(one.name == "from_date" for one in offer.settings))

    def _got_presets(self, presets: Any) -> None:
        chosen = next((each.property("preset") for each in self.preset_buttons if each.isChecked()), "")
        self._presets = list(presets)
        if self.preset_buttons:  # asked again because a place was chosen: what was wanted fits that now
            self._use_preset(chosen)
            self._changed()
            return
        if not any(way not in ("pull", "off") for _, _, plan in self._presets for way in plan.values()):
            self.table.only_read()
        for name, title, plan in self._presets:
            words = tr(PRESETS.get(name, title), system=self.draft.short)
            each = button(words, self._preset_clicked, kind="tab")
            each.setCheckable(True)
            each.setProperty("preset", name)
            self.preset_buttons.append(each)
            self._preset_row.addWidget(each)
            each.setChecked(plan == self.draft.plan)
        self._preset_row.addStretch(1)
        options = [each.field for each in self.options.entries.values()] if self.options is not None else []
        rest = (self.rule, self.deletions, self.since, self.date, *options, self.hub_key)
        in_order((*self.preset_buttons, *self.table.boxes, *rest))
        self._changed()

    def _preset_clicked(self) -> None:
        self._use_preset(self.sender().property("preset"))

    def _use_preset(self, wanted: str) -> None:
        for name, _, plan in self._presets:
            if name == wanted:
                self.table.set_plan(plan)

    def _changed(self) -> None:
        if self.wizard() is None or self.options is None:
            return
        self.draft.plan, self.draft.places = self.table.plan(), self.table.places()
        self.draft.hub_key = self.hub_key.isChecked()
        self.draft.rule = self.rule.currentData()
        self.draft.deletions = self.deletions.currentData()
        self.draft.from_date = self.date.date().toString("yyyy-MM-dd") if self.since.isChecked() else None
        for each in self.preset_buttons:
            plan = next((plan for name, _, plan in self._presets if name == each.property("preset")), {})
            each.setChecked(all(self.draft.plan.get(key, "off") == value for key, value in plan.items()))
        sends, system = self.table.writes, self.draft.short
        self.deletes.setText(deletion_words(self.draft.deletions, system, sends=sends))
        self.note.say("info", "", write_note(system))
        self.note.setVisible(sends)
        self.options.show_for(self.table.written, self.draft.deletions)
        self.draft.options = self.options.changes()
        for widget in (self.hub_key, self.hub_key_about):
            widget.setVisible(sends and bool(self.draft.offer.hub_key))
        self.completeChanged.emit()

    def nextId(self) -> int:
        return CHOICES if self.table.writes and self.draft.offer.chooses else PREVIEW

    def isComplete(self) -> bool:
        return any(way != "off" for way in self.table.plan().values())
