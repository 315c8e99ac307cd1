"""Work off the main thread: one reader for the window's queries, a few threads for what takes long.

The answer comes back on the GUI thread through one queued signal, and only to an owner that still exists. Nothing else
in ``app.ui`` starts a thread.
"""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, QThread, QTimer, Signal, Slot
from shiboken6 import isValid

from app.model.cancel import CancelToken
from app.model.errors import AppError, Cancelled
from app.ui.words import from_below, tr

log = logging.getLogger(__name__)

#: With 0 ms it would still be the same round.
_NEXT_ROUND_MS = 1


class Problem:
    """An error as a screen shows it: what happened, and the next step."""

    def __init__(self, message: str, hint: str = "", code: str = "error", details: dict | None = None) -> None:
        self.message = message
        self.hint = hint
        self.code = code
        self.details = details or {}

    @property
    def text(self) -> str:
        return f"{self.message}\n{self.hint}" if self.hint else self.message

    @classmethod
    def of(cls, error: BaseException) -> Problem:
        if isinstance(error, AppError):
            return cls(from_below(error.message), from_below(error.hint), error.code, error.details)
        log.error("unexpected error", exc_info=error)
        return cls(
            tr("Something in the program went wrong ({kind}). Nothing was changed by it.", kind=type(error).__name__),
            tr("Try again. If it happens again, Settings > Diagnostics makes a file to send us."),
            "internal",
        )


class Job:
    """One call under way. ``stop`` asks it to end (the answer still comes); ``drop`` also forgets the answer."""

    def __init__(
        self, call: Callable[[], Any], done: Any, failed: Any, owner: QObject | None, token: CancelToken
    ) -> None:
        self.call = call
        self.done = done
        self.failed = failed
        self.owner = owner
        self.token = token
        self.dropped = False
        self.answer: Any = None
        self.error: BaseException | None = None

    def stop(self) -> None:
        self.token.cancel()

    def drop(self) -> None:
        self.dropped = True
        self.token.cancel()

    def run(self) -> None:
        try:
            if self.dropped:
                raise Cancelled(tr("Stopped."))
            self.answer = self.call()
        except BaseException as error:  # noqa: BLE001 - it is handed to the GUI thread
            self.error = error


class Work(QObject):
    """``read`` for short queries (in order, one thread), ``do`` for long calls (a few threads)."""

    unhandled = Signal(object)  # Problem: nobody asked to hear of it
    idle = Signal()
    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None, *, long_threads: int = 3) -> None:
        super().__init__(parent)
        self._reads: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._longs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._limit = long_threads
        self._threads: list[threading.Thread] = []
        self._started = {"read": 0, "long": 0}
        self._latest: dict[tuple[int, str], Job] = {}
        self._open: set[Job] = set()
        self._late: dict[Job, QTimer] = {}
        self._asked: list[Job] = []
        self._asking = QTimer(self, interval=_NEXT_ROUND_MS, singleShot=True)
        self._asking.timeout.connect(self._ask)
        self._closed = False
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def read(
        self,
        call: Callable[[], Any],
        done: Callable[[Any], None] | None = None,
        failed: Callable[[Problem], None] | None = None,
        *,
        owner: QObject | None = None,
        key: str = "",
    ) -> Job:
        """A query on the reader thread, from the next round of this one on: the screen that asks is shown and painted by then, and
        the two do not take the interpreter from each other. A newer one of the same owner and ``key`` replaces it: that answer
        is lost."""
        job = self._job(call, done, failed, owner, key, CancelToken())
        if self._closed:
            job.dropped = True
            return job
        self._open.add(job)
        self._asked.append(job)
        if not self._asking.isActive():
            self._asking.start()
        return job

    def do(
        self,
        call: Callable[[CancelToken], Any],
        done: Callable[[Any], None] | None = None,
        failed: Callable[[Problem], None] | None = None,
        *,
        owner: QObject | None = None,
        key: str = "",
    ) -> Job:
        """A long call on the pool; it is handed a token that ``Job.stop`` sets."""
        token = CancelToken()
        job = self._job(lambda: call(token), done, failed, owner, key, token)
        return self._queue(job, self._longs, "long", self._limit)

    def _ask(self) -> None:
        asked, self._asked = self._asked, []
        for job in asked:
            self._queue(job, self._reads, "read", 1)

    def later(self, call: Callable[[], None], ms: int = _NEXT_ROUND_MS, *, owner: QObject) -> None:
        """A call on the GUI thread, in a later round of it, so that none becomes long. Until it is done it counts as work, and
        :meth:`drop_all_of` drops it."""
        job = self._job(call, None, None, owner, "", CancelToken())
        self._open.add(job)
        timer = self._late[job] = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(lambda: self._call_late(job))
        timer.start(ms)

    def _call_late(self, job: Job) -> None:
        self._open.discard(job)
        self._late.pop(job).deleteLater()
        try:
            if not (job.dropped or self._closed) and isValid(job.owner):
                job.call()
        finally:
            if not self._open:
                self.idle.emit()

    @property
    def busy(self) -> bool:
        return bool(self._open)

    def drop_all_of(self, owner: QObject) -> None:
        for job in list(self._open):
            if job.owner is owner:
                job.drop()

    def close(self, timeout: float = 2.0) -> None:
        """Ask everything to stop and wait for the threads; those that hang on are daemons."""
        self._closed = True
        self._asking.stop()
        for timer in self._late.values():
            timer.stop()
        for job in list(self._open):
            job.drop()
        for _ in range(self._started["read"]):
            self._reads.put(None)
        for _ in range(self._started["long"]):
            self._longs.put(None)
        for thread in self._threads:
            thread.join(timeout)
        self._open.clear()
        self._latest.clear()

    def _job(self, call: Any, done: Any, failed: Any, owner: Any, key: str, token: CancelToken) -> Job:
        assert QThread.currentThread() is self.thread(), "work is asked for on the GUI thread"
        job = Job(call, done, failed, owner, token)
        if key:
            place = (id(owner), key)
            before = self._latest.get(place)
            if before is not None:
                before.drop()
            self._latest[place] = job
        return job

    def _queue(self, job: Job, jobs: queue.SimpleQueue[Job | None], kind: str, limit: int) -> Job:
        if self._closed:
            job.dropped = True
            return job
        self._open.add(job)
        running = sum(1 for other in self._open if other is not job)
        if self._started[kind] < limit and (self._started[kind] == 0 or running):
            self._started[kind] += 1
            thread = threading.Thread(
                target=self._loop, args=(jobs,), name=f"window-{kind}-{self._started[kind]}", daemon=True
            )
            self._threads.append(thread)
            thread.start()
        jobs.put(job)
        return job

    def _loop(self, jobs: queue.SimpleQueue[Job | None]) -> None:
        while (job := jobs.get()) is not None:
            job.run()
            if self._closed or not isValid(self):
                return
            self._finished.emit(job)

    @Slot(object)
    def _deliver(self, job: Job) -> None:
        self._open.discard(job)
        for place, latest in list(self._latest.items()):
            if latest is job:
                del self._latest[place]
        try:
            self._call_back(job)
        finally:
            # Neither the answer nor the callbacks' objects outlive the delivery.
            job.call = job.done = job.failed = job.owner = None  # type: ignore[assignment]
            if not self._open:
                self.idle.emit()

    def _call_back(self, job: Job) -> None:
        if job.dropped or self._closed or (job.owner is not None and not isValid(job.owner)):
            return
        if job.error is None:
            if job.done is not None:
                job.done(job.answer)
            return
        problem = Problem.of(job.error)
        if job.failed is not None:
            job.failed(problem)
        elif not isinstance(job.error, Cancelled):
            self.unhandled.emit(problem)
