"""Asking a long piece of work to stop at its next safe point."""

from __future__ import annotations

import threading

from app.model.errors import Cancelled


class CancelToken:
    """Set once, never cleared; fresh for each run."""

    def __init__(self) -> None:
        self._event = threading.Event()
        self.reason = ""

    def cancel(self, reason: str = "Stopped on request.") -> None:
        self.reason = self.reason or reason
        self._event.set()

    @property
    def cancelled(self) -> bool:
        return self._event.is_set()

    def check(self) -> None:
        """Raise :class:`Cancelled` when it was asked for. Call it only where stopping is safe."""
        if self._event.is_set():
            raise Cancelled(
                self.reason or "Stopped on request.", hint="What was done so far is kept. Sync again to go on."
            )

    def wait(self, seconds: float) -> None:
        """Sleep, but wake up and raise :class:`Cancelled` as soon as it was asked for."""
        self._event.wait(seconds)
        self.check()
