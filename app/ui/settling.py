"""What the window does while nothing else is to be done: make its other screens, and later give memory back."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Iterator


class Settling(QObject):
    """Screens are imported and made bit by bit, so that the first visit costs little. While a sync runs it computes as
    well, and only a screen that is asked for is made."""

    PAGE_MS = 60
    IMPORT_MS = 10
    WHILE_BUSY_MS = 500
    SLICE_S = 0.008
    REST_MS = 5000

    def __init__(self, window: Any, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._to_import = _screen_modules()
        self._next = QTimer(self, interval=self.PAGE_MS, singleShot=True)
        self._next.timeout.connect(self._go_on)
        self._resting = QTimer(self, interval=self.REST_MS, singleShot=True)
        self._resting.timeout.connect(self._rest)

    def start(self) -> None:
        self._next.start(self.PAGE_MS)

    def stop(self) -> None:
        self._next.stop()
        self._resting.stop()

    def rest_soon(self) -> None:
        """The window goes away, or a run has ended: unless there is more to do, what was kept for speed is given back."""
        self._resting.start()

    def _go_on(self) -> None:
        if self._window.state.running:
            self._next.start(self.WHILE_BUSY_MS)
        elif self._import_some():
            self._next.start(self.IMPORT_MS)
        elif self._make_one():
            self._next.start(self.PAGE_MS)
        else:
            desk = self._window.desk
            desk.work.do(lambda token: desk.services.prepare(), self._keep, self._keep, owner=self, key="prepare")

    def _keep(self, _answer: Any) -> None:
        import gc

        gc.freeze()  # what was loaded stays: the collector need not walk it at every pass

    def _import_some(self) -> bool:
        from importlib import import_module

        until = time.monotonic() + self.SLICE_S
        for name in self._to_import:
            import_module(name)
            if time.monotonic() > until:
                return True
        return False

    def _make_one(self) -> bool:
        for name in self._window.rail.buttons:
            if name not in self._window.pages:
                self._window.page(name)
                return True
        return False

    def _rest(self) -> None:
        if not self._window.state.running:
            desk, away = self._window.desk, not self._window.isVisible()
            desk.work.do(lambda token: desk.services.rest(away=away), owner=self, key="rest")


def _screen_modules() -> Iterator[str]:
    """All modules of all screens. They are imported on the GUI thread, a few at a time: PySide makes its classes' enums when they
    are first asked for, and two threads at that end the process now and then."""
    from importlib import import_module
    from pkgutil import iter_modules

    from app.ui.shell.rail import SCREENS

    for name, _ in SCREENS:
        package = import_module(f"app.ui.{name}")
        yield from (f"{package.__name__}.{module.name}" for module in iter_modules(package.__path__))
