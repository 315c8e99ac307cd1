"""The log: a file with a hard cap on its total size, the last lines in memory, secrets taken out of both."""

from __future__ import annotations

import logging
import sys
import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Any

from app.platform.private import make_private_folder
from app.platform.redaction import Redactor

#: All log files of a data folder together never hold more than this, in bytes.
TOTAL = 20 << 20
_FILES = 5
#: A longer message is cut: one line must not fill the disk.
_LONGEST = 16_384
LINES = 2000

log = logging.getLogger(__name__)


class RedactingFormatter(logging.Formatter):
    """Formats, then takes secrets out of the whole text, tracebacks included."""

    def __init__(self, redact: Redactor) -> None:
        super().__init__(
            "%(asctime)s.%(msecs)03d %(levelname)-7s %(threadName)s %(name)s: %(message)s", "%Y-%m-%dT%H:%M:%S"
        )
        self._redact = redact

    def format(self, record: logging.LogRecord) -> str:
        text = super().format(record)
        # Cut before redacting (patterns cost time on huge texts), with room so that no secret is cut in two
        # at the end.
        text = self._redact(text[: 2 * _LONGEST])
        return text if len(text) <= _LONGEST else text[:_LONGEST] + " … (cut)"


@dataclass(frozen=True, slots=True)
class Line:
    """One log entry in memory. ``number`` rises by one, so that a reader knows what is new. Redacted."""

    number: int
    level: int
    name: str
    text: str


class MemoryLog(logging.Handler):
    """The last lines, for the log page and diagnostics bundles."""

    def __init__(self, lines: int = LINES) -> None:
        super().__init__()
        self._lines: deque[Line] = deque(maxlen=lines)
        self._count = 0

    def emit(self, record: logging.LogRecord) -> None:
        try:
            text = self.format(record)
        except Exception:  # noqa: BLE001 - a handler's rule: a bad log call never stops the program
            self.handleError(record)
            return
        self._count += 1
        self._lines.append(Line(self._count, record.levelno, record.name, text))

    def lines(self, after: int = 0) -> list[Line]:
        """Those numbered higher than ``after``, in order. From any thread."""
        with self.lock or threading.Lock():
            return [line for line in self._lines if line.number > after]


@dataclass(frozen=True, slots=True)
class Logs:
    """What :func:`start_logging` set up. ``limit`` sets another cap for all files together, in bytes."""

    memory: MemoryLog
    redact: Redactor
    stop: Callable[[], None]
    limit: Callable[[int], None]


def start_logging(folder: Path, name: str = "app", level: int | str = logging.INFO, total: int = TOTAL) -> Logs:
    """Send every logger to ``folder/name.log`` and to memory. ``stop`` takes it back. A disk that can't be
    written costs the file, not the program."""
    redact = Redactor()
    formatter = RedactingFormatter(redact)
    memory = MemoryLog()
    handlers: list[logging.Handler] = [memory]
    file: RotatingFileHandler | None = None
    unwritable: OSError | None = None
    try:
        make_private_folder(folder)
        cap_folder(folder, total // 2)  # the other half is for what this run writes
        file = _file_handler(folder / f"{name}.log", total // 2)
        handlers.append(file)
    except OSError as error:
        unwritable = error
    root = logging.getLogger()
    before = root.level
    for handler in handlers:
        handler.setFormatter(formatter)
        root.addHandler(handler)
    root.setLevel(level)
    if unwritable is not None:
        log.warning("no log file can be written in %s: %s", folder, unwritable)

    def stop() -> None:
        root.setLevel(before)
        for handler in handlers:
            root.removeHandler(handler)
            handler.close()

    def limit(most: int) -> None:
        if file is None:
            return
        with file.lock or threading.Lock(), suppress(OSError):
            file.maxBytes = _each(most // 2)
            if sum(path.stat().st_size for path in folder.glob("*.log*")) > most // 2:
                file.doRollover()  # the one that is written must stay when the others go
                cap_folder(folder, most // 2)

    return Logs(memory, redact, stop, limit)


def _file_handler(path: Path, most: int) -> RotatingFileHandler:
    return RotatingFileHandler(
        path, maxBytes=_each(most), backupCount=_FILES - 1, encoding="utf-8", errors="replace", delay=True
    )


def _each(most: int) -> int:
    """Bytes of one file, where it and its older ones together hold ``most``: a text is written whole, so there is room for
    the longest."""
    return max(most // _FILES - 4 * _LONGEST, 4096)


def cap_folder(folder: Path, most: int) -> list[Path]:
    """Delete the oldest log files until all of them together hold at most ``most`` bytes. Answers what
    went."""
    newest_first = sorted(folder.glob("*.log*"), key=lambda path: path.stat().st_mtime, reverse=True)
    gone, held = [], 0
    for path in newest_first:
        held += path.stat().st_size
        if held > most:
            with suppress(OSError):  # open in another process, on Windows
                path.unlink()
                gone.append(path)
    return gone


# --- errors that nobody caught ------------------------------------------------------------------------------

#: Told of an error that nobody caught, and where it came from.
Report = Callable[[BaseException, str], None]


def catch_uncaught(report: Report) -> Callable[[], None]:
    """Send the errors that nobody caught, of any thread, to the log and to ``report``. The answer takes it
    back."""
    before: tuple[Any, ...] = (sys.excepthook, threading.excepthook, sys.unraisablehook)

    def tell(error: BaseException | None, where: str) -> None:
        if error is None:
            return
        log.critical("uncaught in %s", where, exc_info=error)
        try:
            report(error, where)
        except Exception:
            log.exception("the report of an uncaught error failed")

    def of_main(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            tell(error, "the main thread")

    def of_thread(caught: threading.ExceptHookArgs) -> None:
        if not issubclass(caught.exc_type, SystemExit):
            tell(caught.exc_value, f"thread {caught.thread.name if caught.thread else '?'}")

    def of_nobody(caught: sys.UnraisableHookArgs) -> None:
        tell(caught.exc_value, f"clean-up ({caught.err_msg or 'no message'})")

    sys.excepthook, threading.excepthook, sys.unraisablehook = of_main, of_thread, of_nobody

    def undo() -> None:
        sys.excepthook, threading.excepthook, sys.unraisablehook = before

    return undo
