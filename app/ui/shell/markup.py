"""Whether a notification's text is taken for markup. Linux desktops differ in it (Desktop Notifications Specification,
``body-markup``): a customer “A <b> & Co” would lose a part of its name, or the whole text would not be shown."""

from __future__ import annotations

import html
import sys
from typing import Any

from PySide6.QtCore import QObject

_NOTIFICATIONS = "org.freedesktop.Notifications"
#: Where there is one, Qt hands its icons and messages to the desktop; elsewhere it draws them itself, as plain text.
_ICONS = "org.kde.StatusNotifierWatcher"


class Markup(QObject):
    """Asks the desktop once, in the background. Until it answers, and where nobody does, a text goes as it is."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desktop = self._taken = False
        self._asked: list[Any] = []
        if sys.platform == "linux":
            self._ask()

    @property
    def escapes(self) -> bool:
        return self._desktop and self._taken

    def text(self, words: str) -> str:
        """The words as they are to be handed over, so that they are shown as they are."""
        return html.escape(words, quote=False) if self.escapes else words

    def _ask(self) -> None:
        from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return
        owner = QDBusMessage.createMethodCall(
            "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner"
        )
        owner.setArguments([_ICONS])
        skills = QDBusMessage.createMethodCall(
            _NOTIFICATIONS, "/org/freedesktop/Notifications", _NOTIFICATIONS, "GetCapabilities"
        )
        for message, answered in ((owner, self._has_owner), (skills, self._has_skills)):
            waiting = QDBusPendingCallWatcher(bus.asyncCall(message), self)
            waiting.finished.connect(answered)
            self._asked.append(waiting)

    def _has_owner(self, answer: Any) -> None:
        self._desktop = answer.reply().arguments() == [True]

    def _has_skills(self, answer: Any) -> None:
        said = answer.reply().arguments()
        self._taken = bool(said) and isinstance(said[0], list) and "body-markup" in said[0]
