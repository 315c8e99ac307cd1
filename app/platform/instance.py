"""One running program for each data folder: a lock that dies with its process, and a note of who holds it.

Ringing the first instance's window is the Qt adapter's business (``app.ui``), behind :class:`Doorbell`.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from filelock import FileLock, Timeout

from app.model.clock import stamp
from app.model.errors import Conflicting


class Doorbell(Protocol):
    """How a second start reaches the first."""

    def ring(self, arguments: Sequence[str]) -> bool:
        """Hand ``arguments`` to the running instance and have it show its window. False when nobody
        answered."""
        ...

    def answer(self, heard: Callable[[list[str]], None]) -> None:
        """Be the one who is rung: call ``heard`` with the arguments of each later start."""
        ...


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds the data folder. ``kind``: window, serve, demo, restore; ``url``: where it listens, if it does."""

    pid: int
    kind: str
    since: str
    url: str = ""


class InstanceLock:
    """The data folder's lock. The system lets go of it when the process ends, however it ends."""

    def __init__(self, data_dir: Path) -> None:
        # Not of one thread: the window takes it on a worker thread and lets go of it on another.
        self._lock = FileLock(data_dir / "instance.lock", timeout=0, thread_local=False)
        self._note = data_dir / "instance.json"  # beside it: on Windows a locked file can't be read

    def take(self, kind: str) -> bool:
        """Become the one instance. False while another process is."""
        try:
            self._lock.acquire()
        except Timeout:
            return False
        self._write(Holder(os.getpid(), kind, stamp()))
        return True

    def note_url(self, url: str) -> None:
        """Write down where this process, which holds the lock, listens."""
        holder = self.holder()
        if holder is not None:
            self._write(replace(holder, url=url))

    def _write(self, holder: Holder) -> None:
        self._note.write_text(json.dumps(asdict(holder)), encoding="utf-8")

    def hold(self, kind: str) -> Self:
        """``with lock.hold("restore"):``. Raises :class:`Conflicting` (``in_use``) while another process has
        it."""
        if self.take(kind):
            return self
        other = self.holder()
        who = f" (process {other.pid}, {other.kind})" if other else ""
        raise Conflicting(
            f"SalesMate Sync is running with this data folder{who}.",
            hint="Close it (also its tray icon), then try again.",
            code="in_use",
        )

    def release(self) -> None:
        """Let go; safe to call when it isn't held."""
        if self._lock.is_locked:
            self._note.unlink(missing_ok=True)
            self._lock.release()

    def holder(self) -> Holder | None:
        """What the holder wrote down. Only worth something while :meth:`take` answers False."""
        try:
            return Holder(**json.loads(self._note.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()
