"""What a connection syncs: how often, what and which way, who wins. Saved only by its button."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from app.ui import formats, states
from app.ui.connections import presenter
from app.ui.connections.booking import booking
from app.ui.connections.choices import ChoicesDialog
from app.ui.connections.options import SyncOptions
from app.ui.desk import Desk
from app.ui.theme import em
from app.ui.widgets.basics import Note, button, column, fit, label, line, row, tall
from app.ui.widgets.directions import (
    DirectionTable,
    deletion_words,
    explain,
    fill,
    hub_key_words,
    write_note,
)
from app.ui.words import tr


class SyncSettings(QDialog):
    def __init__(self, desk: Desk, view: Any, configs: list[Any], parent: QWidget | None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.view = view
        self.configs = configs
        self.setWindowTitle(tr("Sync settings"))
        system = states.short(view.system_title)
        self.interval = interval_box(view.auto_sync_interval or 0)
        self.times, self.quiet = typed_times(view.schedule)
        form = QFormLayout()
        form.setHorizontalSpacing(em(self, 1.0))
        form.setVerticalSpacing(em(self, 0.45))
        form.addRow(tr("&How often"), self.interval)
        form.addRow(tr("At these &times"), self.times)
        form.addRow(tr("&Quiet hours"), self.quiet)
        offers = desk.services.connections.systems()
        self.offer = presenter.offer_of(offers, view.system)
        places = {config.entity_type: config.remote_module for config in configs}
        self.table = DirectionTable(
            system,
            presenter.entities_of(offers, view.system, configs),
            presenter.modules_of(self.offer, places),
            places,
            fixed=places,
            absent=self.offer.absent,
            about=self.offer.about,
        )
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
        explain(rules, tr("&Deleted on one side"), self.deletions, self.deletes)
        self.options = SyncOptions(desk, rules)
        self.options.ask(self.offer.settings, view.auth)
        words, about = hub_key_words(system, presenter.hub_key_of(self.offer, configs))
        self.hub_key = QCheckBox(words)
        self.hub_key.setChecked(presenter.is_keyed(configs))
        self.hub_key_about = label(about, tone="muted", wrap=True)
        self.ledgers = button(tr(booking(view.system).button), self._choose_ledgers, icon="books")
        self.dialog: ChoicesDialog | None = None
        self.note = Note()
        self.note.hide()
        self.save = button(tr("Save"), self._save, kind="primary")
        self.save.setDefault(True)
        self._lay_out(form, rules)
        self._name_all(system)
        self._say_writes()

    def _lay_out(self, form: QFormLayout, rules: QFormLayout) -> None:
        layout = QVBoxLayout(self)
        edge = em(self, 1.1)
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.setSpacing(em(self, 0.7))
        content = QWidget()
        content.setLayout(
            column(
                form,
                line(),
                label(tr("What is synced, and which way"), bold=True),
                self.table,
                rules,
                self.hub_key,
                self.hub_key_about,
                row(self.ledgers, None),
                self.note,
                None,
                space=0.7,
            )
        )
        layout.addWidget(label(tr("What {name} syncs", name=self.view.name), size=1.2, bold=True, wrap=True))
        layout.addWidget(tall(content, self.windowTitle()), 1)
        layout.addLayout(row(None, button(tr("Cancel"), self.reject), self.save))

    def _name_all(self, system: str) -> None:
        for widget, words in (
            (self.interval, tr("How often")),
            (self.times, tr("At these times")),
            (self.quiet, tr("Quiet hours")),
            (self.rule, tr("Changed on both sides")),
            (self.deletions, tr("Deleted on one side")),
            (self.hub_key, self.hub_key.text()),
        ):
            widget.setAccessibleName(words)

    def _say_writes(self) -> None:
        system, sends = states.short(self.view.system_title), self.table.writes
        self.deletes.setText(deletion_words(self.deletions.currentData(), system, sends=sends))
        if sends:
            self.note.say("info", "", write_note(system))
        self.options.show_for(self.table.written, self.deletions.currentData())
        for widget, shown in (
            (self.note, sends),
            (self.ledgers, sends and self.offer.chooses),
            (self.hub_key, sends and bool(self.offer.hub_key)),
            (self.hub_key_about, sends and bool(self.offer.hub_key)),
        ):
            widget.setVisible(shown)
        fit(self, 40)  # what was hidden needs its height

    def _choose_ledgers(self) -> None:
        self.dialog = ChoicesDialog(self.desk, self.view, self.table.written, self)
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()

    def _save(self) -> None:
        interval = self.interval.currentData()
        changes: dict[str, Any] = {}
        if (interval or None) != (self.view.auto_sync_interval or None):
            changes["auto_sync_interval"] = interval or None
        typed = self.times.text(), self.quiet.text()
        if typed != presenter.schedule_words(self.view.schedule):
            changes["schedule"] = presenter.schedule_of(self.view.schedule, *typed)
        if options := self.options.changes():
            changes["auth_config"] = options
        changed, drafts = presenter.config_changes(
            self.configs, self.table.plan(), self.rule.currentData(), self.deletions.currentData(), interval > 0
        )
        places, hub_key = self.table.places(), presenter.hub_key_of(self.offer, self.configs)
        drafts = [presenter.placed(draft, places) for draft in drafts]
        if hub_key and self.table.writes:
            changed, drafts = presenter.keyed(
                self.configs, changed, drafts, hub_key if self.hub_key.isChecked() else None
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
