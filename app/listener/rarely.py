"""Log lines that strangers can cause, kept few."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable

_MINUTE = 60.0


class Rarely(logging.Filter):
    """Lets through the first lines of a kind (of one text before its values are filled in) in each minute; the next of its
    kind tells how many were left out. For a logger, not a handler, and for texts that are always the same."""

    def __init__(self, most: int = 20, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._most = most
        self._clock = clock
        self._lock = threading.Lock()
        self._seen: dict[str, tuple[float, int]] = {}  # since when, and how many

    def filter(self, record: logging.LogRecord) -> bool:
        kind = str(record.msg)
        with self._lock:
            now = self._clock()
            since, count = self._seen.get(kind, (now, 0))
            is_over = now - since >= _MINUTE
            self._seen[kind] = (now, 1) if is_over else (since, count + 1)
        left_out = count - self._most
        if is_over and left_out > 0:
            record.msg = f"{kind} ({left_out} more like this were not logged)"
        return is_over or left_out < 0
