"""What must hold before any thread starts: collection of cycles on the GUI thread only, one place for exceptions, and
Python's own way to import."""

from __future__ import annotations

import builtins
import gc
import sys
import threading
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType


class Collector(QObject):
    """Python's cycle collector on a worker thread can destroy Qt objects there, which crashes: collect here instead."""

    INTERVAL_MS = 1500

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._limits = gc.get_threshold()
        gc.disable()
        self._timer = QTimer(self, interval=self.INTERVAL_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> int:
        """The youngest generation often, the older ones when they have grown: a full pass at every tick would stall."""
        young, middle, old = gc.get_count()
        if old > self._limits[2]:
            return gc.collect()
        if middle > self._limits[1]:
            return gc.collect(1)
        return gc.collect(0) if young > self._limits[0] else 0

    def stop(self) -> None:
        self._timer.stop()
        gc.enable()


class Failures(QObject):
    """Exceptions of slots, models and threads come together here: logged, and told to the window once each."""

    happened = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._telling = False
        self._before: tuple[Any, Any] = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._from_main
        threading.excepthook = self._from_thread

    def restore(self) -> None:
        sys.excepthook, threading.excepthook = self._before

    def _from_main(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        _log("unhandled error", (kind, error, trace))
        if self._telling:
            return  # it happened while one was being told: the log is enough
        self._telling = True
        try:
            self.happened.emit(kind.__name__)
        finally:
            self._telling = False

    def _from_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not issubclass(args.exc_type, SystemExit):
            name = args.thread.name if args.thread else "?"
            _log(f"unhandled error in thread {name}", (args.exc_type, args.exc_value, args.exc_traceback))
            self.happened.emit(args.exc_type.__name__)


def quiet_switching() -> Callable[[], None]:
    """Hand the interpreter over often: with busy threads the window's jitter falls from 92 to 15 ms."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(0.0005)
    return lambda: sys.setswitchinterval(before)


def import_plainly() -> None:
    """PySide puts a step before every import, for its ``__feature__`` switches, which we don't use: it reads the source of each
    module that is loaded and keeps it, 32 MB in all."""
    plain = getattr(builtins, "__orig_import__", None)
    if plain is not None:
        builtins.__import__ = plain


def _log(message: str, error: Any) -> None:
    import logging

    logging.getLogger(__name__).critical(message, exc_info=error)


import_plainly()  # here, and not when the program begins: first paint needs some more modules
