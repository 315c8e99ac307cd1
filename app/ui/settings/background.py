"""Starting with the computer, staying beside the clock, and what is told there."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QCheckBox, QComboBox

from app.ui.desk import Desk
from app.ui.settings.parts import Fields, SettingCard, choices, put_choice
from app.ui.starting import start_command
from app.ui.widgets.basics import button, column, label, row
from app.ui.words import tr


class BackgroundCard(SettingCard):
    name = "background"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("In the background"))
        self.autostart = QCheckBox(tr("Start with the computer"))
        self.autostart.setEnabled(False)
        self.autostart.clicked.connect(self._autostart_clicked)
        self.autostart_about = label(tone="muted", wrap=True)
        self.keep = QCheckBox(tr("Go on syncing when the window is closed"))
        self.keep.setChecked(desk.local.flag("keep_running", True))
        self.keep.clicked.connect(self._keep_clicked)
        for box in (self.autostart, self.keep):
            box.setAccessibleName(box.text())
        told = (
            ("all", tr("Everything worth knowing")),
            ("needs", tr("Only what needs me")),
            ("none", tr("Nothing")),
        )
        self.notify = choices(QComboBox(), told, _told(desk))
        self.notify.currentIndexChanged.connect(self._notify_chosen)
        form = Fields(self)
        form.put(
            tr("&Tell me beside the clock"),
            self.notify,
            tr("While the window is in front it tells there. What waits for you always stands under Overview."),
        )
        end = button(tr("Quit SalesMate Sync"), self._quit, tip=tr("Ends the program, the syncs too  (Ctrl+Q)"))
        self.add(
            column(self.autostart, self.autostart_about, space=0.1),
            column(
                self.keep,
                label(
                    tr("Then it stays beside the clock, or small in the task bar where there is no such place."),
                    tone="muted",
                    wrap=True,
                ),
                space=0.1,
            ),
            form,
            row(end, None),
            self.told,
        )

    @property
    def _may_autostart(self) -> bool:
        """Not the demo's scratch folder, nor a hub on a server, whose address holds a password."""
        return self.desk.can_demo and not getattr(self.desk.options, "database_url", None)

    def refresh(self) -> None:
        self.desk.work.read(self._is_autostarted, self._got_autostart, lambda _: None, owner=self, key="autostart")
        if self._may_autostart:
            about = tr("When you log in it starts beside the clock, without opening this window.")
        elif not self.desk.can_demo:
            about = tr("Not for the demo company.")
        else:
            about = tr(
                "Not where the records are on a database server: start it there with a task of the system's own."
            )
        self.autostart_about.setText(about)

    @staticmethod
    def _is_autostarted() -> bool:
        from app.platform.autostart import autostart

        return autostart().enabled()

    def _got_autostart(self, on: bool) -> None:
        self.autostart.setEnabled(self._may_autostart)
        self.autostart.setChecked(on)

    def _autostart_clicked(self, on: bool) -> None:
        command = start_command(self.desk.options, background=True)

        def call() -> None:
            from app.platform.autostart import autostart

            if on:
                autostart().enable(command)
            else:
                autostart().disable()

        words = tr("It starts with the computer from now on") if on else tr("It starts only when you open it")
        self.change(call, words, self.autostart.click)

    def _keep_clicked(self, on: bool) -> None:
        self.desk.local.set("keep_running", on)
        words = tr("Closing the window lets the syncs go on") if on else tr("Closing the window ends the program")
        self.tell(words, self.keep.click)

    def _notify_chosen(self) -> None:
        before = _told(self.desk)
        self.desk.local.set("notifications", self.notify.currentData())

        def undo() -> None:
            self.desk.local.set("notifications", before)
            put_choice(self.notify, before)

        self.tell(tr("Told beside the clock: {what}", what=self.notify.currentText()), undo)

    def _quit(self) -> None:
        self.desk.quit()


def _told(desk: Any) -> str:
    """An earlier version knew yes and no."""
    stored = str(desk.local.get("notifications", "all"))
    return {"yes": "all", "no": "none"}.get(stored, stored)
