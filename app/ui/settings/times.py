"""Quiet hours of all connections, and a pause of everything."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QLineEdit

from app.model.clock import stamp
from app.model.errors import InvalidInput
from app.services.schedules import QUIET, read_time
from app.ui import formats
from app.ui.desk import Desk
from app.ui.settings.parts import Fields, SettingCard, choices, side_by_side
from app.ui.shell.presenter import pause_until
from app.ui.theme import em
from app.ui.widgets.basics import button, column, label, row
from app.ui.words import tr
from app.ui.work import Problem

_USUAL = {"start": "22:00", "end": "07:00"}


class TimesCard(SettingCard):
    name = "times"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("When it syncs by itself"))
        self.upcoming = label(wrap=True)
        self._stored: dict[str, str] | None = None
        self.quiet = QCheckBox(tr("Quiet hours for all connections"))
        self.quiet.setAccessibleName(self.quiet.text())
        self.quiet.clicked.connect(self._quiet_clicked)
        self.start, self.end = (self._clock(words) for words in (tr("Quiet from"), tr("Quiet to")))
        for field in (self.start, self.end):
            field.editingFinished.connect(self._hours_typed)
        about = label(
            tr(
                "Between these two times nothing syncs by itself. What falls into them runs when they are over; a sync that "
                "you ask for runs at any time. A connection may have quiet hours of its own besides."
            ),
            tone="muted",
            wrap=True,
        )
        hours = row(label(tr("from")), self.start, label(tr("to")), self.end, None)
        self.paused = label(wrap=True)
        pauses = (
            ("30", tr("For 30 minutes")),
            ("60", tr("For 1 hour")),
            ("tomorrow", tr("Until tomorrow")),
            ("day", tr("Until a day and time")),
            ("", tr("Until I end it")),
        )
        self.length = choices(QComboBox(), pauses, "30")
        self.length.currentIndexChanged.connect(self._show_moment)
        self.day = QDateEdit(QDate.currentDate().addDays(1))
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("d MMM yyyy")
        self.day.setAccessibleName(tr("Day on which the pause ends"))
        self.clock = self._clock(tr("Time at which the pause ends"))
        self.clock.setText("08:00")
        self.pause_button = button(tr("Pause everything"), self._pause, icon="pause")
        self.resume_button = button(tr("Go on"), self._resume, icon="play", name=tr("End the pause"))
        form = Fields(self)
        form.put(
            tr("Paus&e"),
            self.length,
            tr("Nothing syncs by itself until then. What runs now goes on to its end."),
            self.day,
            self.clock,
        )
        buttons = side_by_side(self, self.pause_button, self.resume_button)
        self.add(self.upcoming, column(self.quiet, about, hours, space=0.3), form, self.paused, buttons, self.told)
        self._show_hours(None)
        self._show_moment()
        self.resume_button.hide()
        self.paused.hide()

    def _clock(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setMaximumWidth(em(self, 5))
        field.setAccessibleName(name)
        field.setPlaceholderText("09:00")
        return field

    def refresh(self) -> None:
        services = self.desk.services
        self.desk.work.read(
            lambda: (
                services.settings.quiet_hours(),
                services.scheduler.paused_until(),
                list(services.scheduler.next_runs()),
            ),
            self._got,
            owner=self,
            key="times",
        )

    def _got(self, found: Any) -> None:
        hours, paused, runs = found
        self._show_hours(hours)
        self._show_paused(paused)
        self.upcoming.setText(next_words(runs, paused))

    # -- quiet hours

    def _show_hours(self, hours: dict[str, str] | None) -> None:
        self._stored = hours
        self.quiet.setChecked(hours is not None)
        for field, key in ((self.start, "start"), (self.end, "end")):
            field.setEnabled(hours is not None)
            if not field.hasFocus():
                field.setText((hours or _USUAL)[key])

    def _quiet_clicked(self, on: bool) -> None:
        self._choose(dict(_USUAL, start=self.start.text(), end=self.end.text()) if on else None)

    def _hours_typed(self) -> None:
        typed = {"start": self.start.text().strip(), "end": self.end.text().strip()}
        if self._stored is not None and typed != self._stored:
            self._choose(typed)

    def _choose(self, hours: dict[str, str] | None, *, undoable: bool = True) -> None:
        settings, before = self.desk.services.settings, self._stored

        def call() -> None:
            if hours is None:
                settings.set(QUIET, None)
            else:
                settings.choose_quiet_hours(hours["start"], hours["end"])

        words = tr("Quiet from {start} to {end}, from now on", **hours) if hours else tr("No quiet hours any more")
        undo = (lambda: self._choose(before, undoable=False)) if undoable else None
        self.change(call, words, undo, lambda _: self.refresh())

    # -- the pause

    def _show_moment(self) -> None:
        chosen = self.length.currentData() == "day"
        self.day.setVisible(chosen)
        self.clock.setVisible(chosen)

    def _pause(self) -> None:
        choice = self.length.currentData()
        try:
            until = self._moment() if choice == "day" else pause_until(choice) if choice else None
        except InvalidInput as error:
            self.refuse(Problem.of(error))
            return
        scheduler = self.desk.services.scheduler
        self.change(lambda: scheduler.pause_all(until), tr("Paused"), self._resume, lambda _: self.refresh())

    def _moment(self) -> str:
        """Raises :class:`InvalidInput`."""
        clock = time.fromisoformat(read_time(self.clock.text(), "clock"))
        day = self.day.date()
        until = datetime.combine(date(day.year(), day.month(), day.day()), clock).astimezone()
        if until <= datetime.now(UTC) + timedelta(minutes=1):
            raise InvalidInput(tr("That time is over already."), hint=tr("Choose a later day or time."))
        return stamp(until)

    def _resume(self) -> None:
        scheduler = self.desk.services.scheduler
        self.change(scheduler.resume_all, tr("Syncs go on"), None, lambda _: self.refresh())

    def _show_paused(self, until: str | None) -> None:
        self.resume_button.setVisible(until is not None)
        self.pause_button.setVisible(until is None)
        self.paused.setVisible(until is not None)
        if until is not None:
            self.paused.setText(pause_words(until))


def pause_words(until: str) -> str:
    if until.startswith("9999"):
        return tr("Everything is paused until you end it.")
    return tr("Everything is paused. It goes on {time}.", time=formats.ahead(until))


def next_words(runs: list[Any], paused: str | None) -> str:
    """The soonest run, and why not sooner."""
    if not runs:
        if paused is not None:
            return tr("Nothing syncs by itself while everything is paused.")
        return tr("No connection syncs by itself. How often each does stands under Connections.")
    first = runs[0]
    words = tr("Next: {name}, {time}.", name=first["connection_name"], time=formats.ahead(first["at"]))
    return f"{words} ({first['reason']})" if first["reason"] else words
