"""The tray icon and its menu. The menu is made of plain actions, so that it is tested where there is no tray."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from app.ui import icons
from app.ui.shell.markup import Markup
from app.ui.shell.presenter import Grouping
from app.ui.words import plural, tr


class Tray(QObject):
    open_asked = Signal()
    sync_asked = Signal()
    pause_asked = Signal(str)
    resume_asked = Signal()
    target_asked = Signal(str)
    quit_asked = Signal()
    LOOK_MS = 3000
    LOOKS = 40

    def __init__(self, parent: QObject | None = None, *, available: bool | None = None) -> None:
        super().__init__(parent)
        self.available = QSystemTrayIcon.isSystemTrayAvailable() if available is None else available
        self.menu = QMenu()
        self.state_action = self._add("", self.open_asked)
        self.menu.addSeparator()
        self.sync_action = self._add(tr("Sync now"), self.sync_asked)
        self.pause_menu = self.menu.addMenu(tr("Pause for"))
        for choice, words in (("30", tr("30 minutes")), ("60", tr("1 hour")), ("tomorrow", tr("Until tomorrow"))):
            self.pause_menu.addAction(words).setData(choice)
        self.pause_menu.triggered.connect(self._pause_chosen)
        self.resume_action = self._add(tr("End the pause"), self.resume_asked)
        self.conflicts_action = self._add("", None)
        self.conflicts_action.triggered.connect(self._conflicts)
        self.menu.addSeparator()
        self._add(tr("Open SalesMate Sync"), self.open_asked)
        self._add(tr("Quit"), self.quit_asked)
        self.name = ""
        self.last_note: tuple[str, str, str] | None = None
        self._grouping = Grouping()
        self._target = ""
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self._tell_held)
        self.icon: QSystemTrayIcon | None = None
        self._looks = self.LOOKS if available is None else 0
        self._look = QTimer(self, interval=self.LOOK_MS)
        self._look.timeout.connect(self._look_again)
        if self.available:
            self._appear()
        elif self._looks:
            self._look.start()

    def _look_again(self) -> None:
        """Started with the computer, the program may be there before the place beside the clock is."""
        self._looks -= 1
        if QSystemTrayIcon.isSystemTrayAvailable():
            self.available = True
            self._appear()
        if self.available or self._looks <= 0:
            self._look.stop()

    def _appear(self) -> None:
        self.icon = QSystemTrayIcon(self)
        self._markup = Markup(self)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._activated)
        self.icon.messageClicked.connect(self._message_clicked)
        if self.name:
            self.icon.setIcon(icons.coloured(f"tray-{self.name}"))
            self.icon.setToolTip(tr("SalesMate Sync: {state}", state=self.state_action.text()))
            self.icon.show()

    def _add(self, text: str, signal) -> QAction:
        action = self.menu.addAction(text)
        if signal is not None:
            action.triggered.connect(signal)
        return action

    def show_state(self, shell) -> None:
        state = shell.tray()
        words = shell.tray_words()
        if state != self.name:
            self.name = state
            if self.icon is not None:
                self.icon.setIcon(icons.coloured(f"tray-{state}"))
                self.icon.show()
        self.state_action.setText(words)
        if self.icon is not None:
            self.icon.setToolTip(tr("SalesMate Sync: {state}", state=words))
        any_connection = bool(shell.connections)
        paused = shell.all_paused()
        self.sync_action.setEnabled(any_connection)
        self.pause_menu.menuAction().setVisible(any_connection and not paused)
        self.resume_action.setVisible(any_connection and paused)
        waiting = shell.open_conflicts
        self.conflicts_action.setVisible(waiting > 0)
        self.conflicts_action.setText(plural(waiting, "{n} decision waits for you…", "{n} decisions wait for you…"))

    def notice(self, notice) -> None:
        """Tell it now, or with the others once the minute is over."""
        told = self._grouping.offer(notice, time.monotonic())
        if told is not None:
            self._tell(*told)
        elif not self._later.isActive():
            self._later.start(int(self._grouping.wait(time.monotonic()) * 1000) + 50)

    def say_still_running(self) -> None:
        self._tell(
            tr("SalesMate Sync is still running"),
            tr("It goes on syncing here beside the clock. Right-click this icon and choose Quit to end it."),
            "overview",
        )

    def close(self) -> None:
        self._later.stop()
        self._look.stop()
        if self.icon is not None:
            self.icon.hide()
        self.menu.deleteLater()

    def _tell_held(self) -> None:
        told = self._grouping.due(time.monotonic())
        if told is not None:
            self._tell(*told)

    def _tell(self, title: str, text: str, target: str) -> None:
        self.last_note = (title, text, target)
        self._target = target
        if self.icon is not None:
            self.icon.showMessage(title, self._markup.text(text), self.icon.icon(), 8000)

    def _message_clicked(self) -> None:
        self.target_asked.emit(self._target or "overview")

    def _conflicts(self) -> None:
        self.target_asked.emit("conflicts")

    def _pause_chosen(self, action: QAction) -> None:
        self.pause_asked.emit(action.data())

    def _activated(self, reason) -> None:
        if reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self.open_asked.emit()
