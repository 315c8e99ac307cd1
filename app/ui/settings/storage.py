"""Where the data lies, how much room it takes, and how long what only grows is kept."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QSpinBox

from app.services.retention import LEAST_LOG, LIMITS, MOST_LOG
from app.ui.desk import Desk
from app.ui.settings.parts import Fields, SettingCard, without_key
from app.ui.settings.presenter import days_words, kept_words, room_words
from app.ui.widgets.basics import button, label, row, selectable
from app.ui.words import mark, tr

KINDS = {
    "runs": (mark("&Runs under Activity"), mark("What each sync did. A run that is deleted can't be undone any more.")),
    "errors": (mark("&Failed records that came right"), mark("What still fails always stays.")),
    "conflicts": (mark("&Decisions that were taken"), mark("What waits for you always stays.")),
    "events": (mark("&Messages of other systems"), mark("Webhook events that were worked off.")),
    "history": (
        mark("&History of the records"),
        mark("Earlier versions, to look at and to go back to. The records themselves always stay. 0: for ever."),
    ),
}


class StorageCard(SettingCard):
    name = "data"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Your data"))
        self._days: dict[str, int] = {}
        self._log = 0
        folder = desk.folders.data if desk.folders is not None else None
        self.folder = selectable(label(str(folder) if folder else "", wrap=True))
        open_folder = button(tr("Open folder"), self._open_folder, icon="folder")
        self.room = label(wrap=True)
        form = Fields(self)
        self.days: dict[str, QSpinBox] = {}
        self._now: dict[str, Any] = {}
        for kind, (words, meaning) in KINDS.items():
            box = QSpinBox()
            box.setRange(0, LIMITS[kind][1])
            box.setSuffix(tr(" days"))
            box.setSpecialValueText(tr("for ever") if kind == "history" else "")
            box.editingFinished.connect(self._days_typed)
            self.days[kind] = box
            self._now[kind] = label(tone="muted")
            form.put(tr(words), box, tr(meaning), self._now[kind])
        self.log = QSpinBox()
        self.log.setRange(LEAST_LOG, MOST_LOG)
        self.log.setSuffix(tr(" MB"))
        self.log.editingFinished.connect(self._log_typed)
        form.put(tr("Lo&g files at most"), self.log, tr("All of them together never take more; the oldest lines go."))
        self.add(
            self.folder,
            self.room,
            row(open_folder, None),
            label(tr("How long is kept what only grows:")),
            form,
            self.told,
        )

    def refresh(self) -> None:
        retention = self.desk.services.retention
        self.desk.work.read(
            lambda: (retention.list(), retention.log_megabytes, retention.room()), self._got, owner=self, key="room"
        )

    def _got(self, found: Any) -> None:
        kinds, log, room = found
        self._log = log
        for each in kinds:
            self._days[each.kind] = each.days
            self._now[each.kind].setText(kept_words(each))
            if not self.days[each.kind].hasFocus():
                self.days[each.kind].setValue(each.days)
        if not self.log.hasFocus():
            self.log.setValue(log)
        self.room.setText(room_words(room))

    def _days_typed(self) -> None:
        for kind, box in self.days.items():
            if kind in self._days and box.value() != self._days[kind]:
                self._choose(kind, box.value())

    def _choose(self, kind: str, days: int, *, undoable: bool = True) -> None:
        retention, before = self.desk.services.retention, self._days[kind]
        self._days[kind] = days  # asked for: leaving the field asks no second time
        undo = (lambda: self._choose(kind, before, undoable=False)) if undoable else None
        words = f"{without_key(tr(KINDS[kind][0]))}: {days_words(days)}"
        self.change(lambda: retention.choose(kind, days), words, undo, lambda _: self._show(self.days[kind], days))

    def _log_typed(self) -> None:
        if self._log and self.log.value() != self._log:
            self._choose_log(self.log.value())

    def _choose_log(self, megabytes: int, *, undoable: bool = True) -> None:
        retention, before = self.desk.services.retention, self._log
        self._log = megabytes
        undo = (lambda: self._choose_log(before, undoable=False)) if undoable else None
        words = tr("The log takes at most {n} MB", n=megabytes)
        self.change(lambda: retention.choose_log(megabytes), words, undo, lambda _: self._show(self.log, megabytes))

    def _show(self, box: QSpinBox, value: int) -> None:
        box.setValue(value)
        self.refresh()

    def refuse(self, problem: Any) -> None:
        field = str(problem.details.get("field"))
        super().refuse(problem)
        box = self.log if field == "log" else self.days.get(field)
        if box is not None and box.hasFocus():
            box.clearFocus()  # the stored value is shown again

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self.folder.text()))
