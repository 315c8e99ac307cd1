"""The one QObject that hears the program's events and hands them to the window, on the window's thread.

Events come from worker threads. Only bound slots of an object that lives on the GUI thread are run there, so every
screen connects to this object's signals and never to the bus. Progress is coalesced: the last one of each run, 20
times a second; changes are joined to one set of kinds, told less and less often while they keep coming.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from app.model.events import Changed, Event, EventBus, Noticed, RunEnded, RunProgress, RunStarted, Waiting


class Bridge(QObject):
    started = Signal(object)  # RunStarted
    progress = Signal(object)  # RunProgress
    ended = Signal(object)  # RunEnded
    changed = Signal(object)  # frozenset[str]
    noticed = Signal(object)  # Noticed
    waiting = Signal(object)  # Waiting
    _poked = Signal()

    PROGRESS_MS = 50
    CHANGED_MS = 300
    RAREST_MS = 2000  # the same in a burst of changes
    QUIET_MS = 700

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._told: list[Event] = []
        self._progress: dict[str, RunProgress] = {}
        self._kinds: set[str] = set()
        self._waiting = False
        self._stop: Callable[[], None] | None = None
        self._fast = QTimer(self, interval=self.PROGRESS_MS, singleShot=True)
        self._fast.timeout.connect(self._flush)
        self._slow = QTimer(self, interval=self.CHANGED_MS, singleShot=True)
        self._slow.timeout.connect(self._flush_changes)
        self._quiet = QTimer(self, interval=self.QUIET_MS, singleShot=True)  # a change while it runs is one of a burst
        self._poked.connect(self._wake, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Is something that was heard still to be told?"""
        return self._waiting or self._fast.isActive() or self._slow.isActive()

    def listen(self, bus: EventBus) -> None:
        self._stop = bus.subscribe(self.hear)

    def close(self) -> None:
        if self._stop is not None:
            self._stop()
            self._stop = None
        self._fast.stop()
        self._slow.stop()
        self._quiet.stop()

    def hear(self, event: Event) -> None:
        """Called on any thread: only puts the event down; at most one poke is under way at a time."""
        with self._lock:
            if isinstance(event, RunProgress):
                self._progress[event.log_id] = event
            elif isinstance(event, Changed):
                self._kinds |= event.kinds
            else:
                self._told.append(event)
            if self._waiting:
                return
            self._waiting = True
        self._poked.emit()

    @Slot()
    def _wake(self) -> None:
        if not self._fast.isActive():
            self._fast.start()

    @Slot()
    def _flush(self) -> None:
        with self._lock:
            told, self._told = self._told, []
            progress, self._progress = self._progress, {}
            changes = bool(self._kinds)
            self._waiting = False
        over = {event.log_id for event in told if isinstance(event, RunEnded)}
        for event in told:
            if isinstance(event, RunStarted):
                self.started.emit(event)
        for step in progress.values():
            if step.log_id not in over:
                self.progress.emit(step)
        for event in told:
            if isinstance(event, RunEnded):
                self.ended.emit(event)
            elif isinstance(event, Noticed):
                self.noticed.emit(event)
            elif isinstance(event, Waiting):
                self.waiting.emit(event)
        if changes and not self._slow.isActive():
            burst = self._quiet.isActive()
            self._slow.start(min(self._slow.interval() * 2, self.RAREST_MS) if burst else self.CHANGED_MS)

    @Slot()
    def _flush_changes(self) -> None:
        with self._lock:
            kinds, self._kinds = frozenset(self._kinds), set()
        if kinds:
            self._quiet.start()
            self.changed.emit(kinds)
