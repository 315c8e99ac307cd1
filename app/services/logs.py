"""The program's log: a file with a hard cap, the newest lines in memory, secrets masked before either."""

from __future__ import annotations

import logging
import re
from collections import deque
from logging.handlers import RotatingFileHandler
from pathlib import Path

LEVELS = ("debug", "info", "warning", "error")
_FILE_SIZE = 5 * 1024 * 1024
_FILES = 4
_FORMAT = "%(asctime)s %(levelname)-7s %(threadName)s %(name)s: %(message)s"

#: What looks like a secret, wherever it turns up.
_SECRETS = (
    (re.compile(r"(?i)\b(bearer|basic|zoho-oauthtoken)\s+[\w.~+/=-]{6,}"), r"\1 ***"),
    (
        re.compile(
            r"(?i)([\"']?\b[\w-]*(?:password|passwd|secret|token|api_?key|authorization|b1session)[\"']?\s*[=:]\s*)"
            r"(?:\"[^\"]*\"|'[^']*'|[^\s,;&}\"']+)"
        ),
        r"\1***",
    ),
    (re.compile(r"(://[^/\s:@]+):[^/\s@]+@"), r"\1:***@"),
    # What SQLAlchemy adds to a failed statement holds customers' data.
    (re.compile(r"\[parameters: .*?\]\s*(?=\(|$)", re.DOTALL), "[parameters: ***]"),
)


def masked(text: str) -> str:
    """``text`` without what looks like a secret."""
    for pattern, replacement in _SECRETS:
        text = pattern.sub(replacement, text)
    return text


class _Masking(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return masked(super().format(record))


class LogBook(logging.Handler):
    """Keeps the newest lines for the log page and diagnostics."""

    def __init__(self, lines: int = 2000) -> None:
        super().__init__()
        self._lines: deque[str] = deque(maxlen=lines)

    def emit(self, record: logging.LogRecord) -> None:
        self._lines.append(self.format(record))

    def lines(self) -> list[str]:
        return list(self._lines)


class Logging:
    """The handlers that one start adds to the root logger; :meth:`close` takes them away again."""

    def __init__(self, folder: Path, level: str) -> None:
        self.book = LogBook()
        self.file = folder / "salesmate-sync.log"
        self._root = logging.getLogger()
        self._level_before = self._root.level
        self._handlers = [self.book, _file_handler(self.file)]
        for handler in self._handlers:
            handler.setFormatter(_Masking(_FORMAT))
            self._root.addHandler(handler)
        self._root.setLevel(level.upper())
        for chatty in ("httpx", "httpcore", "apscheduler", "alembic", "uvicorn.access"):
            logging.getLogger(chatty).setLevel(logging.WARNING)

    def close(self) -> None:
        for handler in self._handlers:
            self._root.removeHandler(handler)
            handler.close()
        self._root.setLevel(self._level_before)


def _file_handler(file: Path) -> logging.Handler:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        return RotatingFileHandler(file, maxBytes=_FILE_SIZE, backupCount=_FILES, encoding="utf-8", delay=True)
    except OSError:  # a full or read-only disk must not keep the program from saying so
        return logging.NullHandler()
