"""Changing a connection: its name and address, how often, what and which way. Saved only by its button."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from app.ui import formats, states
from app.ui.connections import presenter
from app.ui.connections.choices import ChoicesDialog
from app.ui.desk import Desk
from app.ui.theme import em
from app.ui.widgets.basics import Note, button, label, line, row
from app.ui.widgets.directions import (
    DOCUMENTS,
    DirectionTable,
    deletion_words,
    explained,
    fill,
    optional_words,
    write_note,
)
from app.ui.words import tr

ENTITIES = ["customer", "product", "order", "invoice", "payment"]


class EditConnection(QDialog):
    def __init__(self, desk: Desk, view: Any, configs: list[Any], parent: QWidget) -> None:
        super().__init__(parent)
        self.desk = desk
        self.view = view
        self.configs = configs
        self.setWindowTitle(tr("Edit connection"))
        system = view.system_title.split()[0]
        self.name = QLineEdit(view.name)
        self.address = QLineEdit(view.base_url)
        self.interval = interval_box(view.auto_sync_interval or 0)
        self.times, self.quiet = typed_times(view.schedule)
        self.enabled = QCheckBox(tr("This connection is switched on"))
        self.enabled.setChecked(view.sync_enabled and view.status != "inactive")
        form = QFormLayout()
        form.setHorizontalSpacing(em(self, 1.0))
        form.setVerticalSpacing(em(self, 0.45))
        form.addRow(tr("&Name"), self.name)
        form.addRow(tr("&Address"), self.address)
        form.addRow(tr("&How often"), self.interval)
        form.addRow(tr("At these &times"), self.times)
        form.addRow(tr("&Quiet hours"), self.quiet)
        form.addRow("", self.enabled)
        entities = [*ENTITIES, *(c.entity_type for c in configs if c.entity_type not in ENTITIES)]
        self.table = DirectionTable(system, entities)
        active = {config.entity_type: config.sync_direction for config in configs if config.is_active}
        self.table.set_plan(active)
        self.table.changed.connect(self._say_writes)
        first = configs[0] if configs else None
        self.rule = fill(QComboBox(), states.RULES, first.conflict_resolution if first else "manual", system=system)
        self.deletions = fill(QComboBox(), states.DELETIONS, first.delete_policy if first else "flag")
        rules = QFormLayout()
        rules.setHorizontalSpacing(em(self, 1.0))
        rules.setVerticalSpacing(em(self, 0.45))
        rules.addRow(tr("Changed on &both sides"), self.rule)
        self.deletes = label(tone="muted", wrap=True)
        self.deletions.currentIndexChanged.connect(self._say_writes)
        rules.addRow(tr("&Deleted on one side"), explained(self.deletions, self.deletes))
        words, about = optional_words()
        self.optional = QCheckBox(words)
        self.optional.setChecked(is_on(view.auth.get("optional_vouchers", True)))
        self.optional_about = label(about, tone="muted", wrap=True)
        self.ledgers = button(tr("Ledgers for writing…"), self._choose_ledgers, icon="books")
        self.dialog: ChoicesDialog | None = None
        self.note = Note()
        self.note.hide()
        self.save = button(tr("Save"), self._save, kind="primary")
        self.save.setDefault(True)
        self._lay_out(form, rules)
        self._name_all(system)
        self.setMinimumWidth(em(self, 40))
        self._say_writes()

    def _lay_out(self, form: QFormLayout, rules: QFormLayout) -> None:
        layout = QVBoxLayout(self)
        edge = em(self, 1.1)
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.setSpacing(em(self, 0.7))
        layout.addLayout(form)
        layout.addWidget(line())
        layout.addWidget(label(tr("What is synced, and which way"), bold=True))
        layout.addWidget(self.table)
        layout.addLayout(rules)
        layout.addWidget(self.optional)
        layout.addWidget(self.optional_about)
        layout.addLayout(row(self.ledgers, None))
        layout.addWidget(self.note)
        layout.addStretch(1)
        layout.addLayout(row(None, button(tr("Cancel"), self.reject), self.save))

    def _name_all(self, system: str) -> None:
        for widget, words in (
            (self.name, tr("Name")),
            (self.address, tr("Address")),
            (self.interval, tr("How often")),
            (self.times, tr("At these times")),
            (self.quiet, tr("Quiet hours")),
            (self.rule, tr("Changed on both sides")),
            (self.deletions, tr("Deleted on one side")),
            (self.enabled, self.enabled.text()),
            (self.optional, self.optional.text()),
        ):
            widget.setAccessibleName(words)

    def _say_writes(self) -> None:
        system, sends = self.view.system_title.split()[0], self.table.writes
        self.deletes.setText(deletion_words(self.deletions.currentData(), system, sends=sends))
        if sends:
            self.note.say("info", "", write_note(system))
        vouchers = self.view.system == "tally" and bool(self.table.written & DOCUMENTS)
        for widget, shown in (
            (self.note, sends),
            (self.ledgers, sends),
            (self.optional, vouchers),
            (self.optional_about, vouchers),
        ):
            widget.setVisible(shown)
        self._grow()

    def _grow(self) -> None:
        """What was hidden needs its height: a dialog does not see to that by itself where texts wrap."""
        layout = self.layout()
        assert layout is not None
        layout.activate()
        needed = layout.totalHeightForWidth(self.width())
        if self.height() < needed:
            self.resize(self.width(), needed)

    def _choose_ledgers(self) -> None:
        self.dialog = ChoicesDialog(self.desk, self.view, self.table.written, self)
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()

    def _save(self) -> None:
        name, address = self.name.text(), self.address.text()
        if not name.strip():
            self._complain(tr("A connection needs a name."))
            self.name.setFocus()
            return
        interval = self.interval.currentData()
        changes = presenter.connection_changes(self.view, name, address, interval, self.enabled.isChecked())
        typed = self.times.text(), self.quiet.text()
        if typed != presenter.schedule_words(self.view.schedule):
            changes["schedule"] = presenter.schedule_of(self.view.schedule, *typed)
        if self.optional.isChecked() != is_on(self.view.auth.get("optional_vouchers", True)):
            changes["auth_config"] = {"optional_vouchers": self.optional.isChecked()}
        changed, drafts = presenter.config_changes(
            self.configs, self.table.plan(), self.rule.currentData(), self.deletions.currentData(), interval > 0
        )
        services, connection_id = self.desk.services, self.view.id

        def call(token: Any) -> None:
            if changes:
                services.connections.update(connection_id, changes)
            for config_id, change in changed:
                services.configs.update(config_id, change)
            for draft in drafts:
                services.configs.create({"connection_id": connection_id, **draft})

        self.save.setEnabled(False)
        self.desk.work.do(call, lambda _: self.accept(), self._failed, owner=self)

    def _failed(self, problem: Any) -> None:
        self.save.setEnabled(True)
        self._complain(problem.message, problem.hint)

    def _complain(self, title: str, text: str = "") -> None:
        self.note.say("error", title, text)
        self.note.show()


def is_on(setting: Any) -> bool:
    """A switch as it is stored: a program may have written it as text."""
    return str(setting).strip().lower() not in ("false", "no", "0", "off", "")


def typed_times(schedule: Any) -> tuple[QLineEdit, QLineEdit]:
    """Where times of day and quiet hours are typed."""
    times, quiet = (QLineEdit(words) for words in presenter.schedule_words(schedule))
    times.setPlaceholderText(tr("09:00, 13:00, 18:00 (instead of an interval)"))
    quiet.setPlaceholderText(tr("22:00 – 07:00: nothing syncs by itself then"))
    return times, quiet


def interval_box(present: int) -> QComboBox:
    box = QComboBox()
    choices = sorted({*presenter.INTERVALS, present})
    for seconds in choices:
        words = formats.every(seconds)
        box.addItem(words[:1].upper() + words[1:], seconds)
    box.setCurrentIndex(box.findData(present))
    return box
