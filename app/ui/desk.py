"""What every screen is given: the services, the ways to ask them, and the ways to other screens."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.bridge import Bridge
from app.ui.theme import em
from app.ui.widgets.basics import label, row
from app.ui.work import Work


class Desk(QObject):
    """``go`` takes the targets of ``NeedsYou``: a screen's name, ``run:<id>``, ``record:<entity>:<id>`` …"""

    asked = Signal(str)
    wizard_asked = Signal()
    demo_asked = Signal()
    guide_asked = Signal(str)  # a page of the guide
    said = Signal(str, str, str)  # level, title, text: a passing message in the window

    def __init__(self, services: Any, work: Work, bridge: Bridge, local: Any, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.services = services
        self.work = work
        self.bridge = bridge
        self.local = local  # what this window keeps for itself: look, size, language
        self.folders: Any = None
        self.listener: Any = None  # where other programs reach us; None where that is off or did not work
        self.listener_error: Any = None  # why not
        self.can_demo = False
        self.options: Any = None  # what this start was asked for
        self.restart: Any = None  # ends the program and starts it again, where that can be done
        work.unhandled.connect(self.tell)

    def go(self, target: str) -> None:
        self.asked.emit(target)

    def tell(self, problem: Any) -> None:
        self.said.emit("error", problem.message, problem.hint)

    def say(self, title: str, text: str = "", level: str = "ok") -> None:
        self.said.emit(level, title, text)

    def sync(self, connection_id: str | None = None, **order: Any) -> None:
        """Start a run of one connection, or of every one that is switched on."""
        if connection_id is not None:
            self.work.do(lambda token: self.services.runs.start(connection_id=connection_id, **order), owner=self)
            return

        def all_of_them(token: Any) -> int:
            started = 0
            for view in self.services.connections.list():
                if view.sync_enabled and view.status != "inactive":
                    self.services.runs.start(connection_id=view.id, **order)
                    started += 1
            return started

        self.work.do(all_of_them, owner=self)

    def pause(self, connection_id: str | None, until: str | None) -> None:
        services = self.services
        if connection_id is None:
            self.work.do(lambda token: services.scheduler.pause_all(until), owner=self)
        else:
            self.work.do(lambda token: services.connections.pause(connection_id, until), owner=self)

    def resume(self, connection_id: str | None) -> None:
        services = self.services
        if connection_id is None:
            self.work.do(lambda token: services.scheduler.resume_all(), owner=self)
        else:
            self.work.do(lambda token: services.connections.resume(connection_id), owner=self)


class Page(QWidget):
    """A screen. It names the kinds of change it cares for; while it is hidden they only mark it as out of date."""

    kinds: frozenset[str] = frozenset()
    name = ""

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__()
        self.desk = desk
        self.title = title
        self._stale = True
        self.body = QVBoxLayout()
        self.body.setSpacing(em(self, 0.7))
        self.heading = label(title, size=1.5, bold=True)
        self.tools = row(space=0.5)
        self.head = row(self.heading, None, self.tools, space=0.8)
        outer = QVBoxLayout(self)
        edge = em(self, 1.2)
        outer.setContentsMargins(edge, em(self, 1.0), edge, em(self, 0.9))
        outer.setSpacing(em(self, 0.8))
        outer.addLayout(self.head)
        outer.addLayout(self.body, 1)
        desk.bridge.changed.connect(self._changed)

    def refresh(self) -> None:
        """Ask the services again; called on the GUI thread, must not block."""

    def open(self, what: str) -> None:
        """Show one thing of this screen (``run:<id>``: the id)."""

    def take_focus(self) -> None:
        """The screen was chosen: the keyboard goes to what matters most on it."""
        self.setFocus()

    def focus_search(self) -> bool:
        """Put the cursor in the search box, where there is one."""
        return False

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.refresh()

    def _changed(self, kinds: frozenset[str]) -> None:
        if not kinds & self.kinds:
            return
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True
