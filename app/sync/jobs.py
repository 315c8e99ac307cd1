"""The job pool: one run of a connection at a time, at most four at once; queueing, cancelling, answering held runs."""

from __future__ import annotations

import logging
import threading
from collections import deque
from dataclasses import dataclass, field

from app.db.runs import RunStore
from app.model.cancel import CancelToken
from app.model.errors import AppError, Conflicting
from app.model.events import Changed, EventBus, Noticed, RunProgress
from app.sync.engine import Engine
from app.sync.order import RunOrder
from app.sync.progress import Reporter

log = logging.getLogger(__name__)

__all__ = ["Jobs", "RunOrder"]


@dataclass
class _Job:
    log_id: str
    order: RunOrder
    cancel: CancelToken = field(default_factory=CancelToken)
    ended: threading.Event = field(default_factory=threading.Event)
    reporter: Reporter | None = None


class Jobs:
    """Runs orders on its own threads. ``submit`` never blocks on a run."""

    def __init__(self, engine: Engine, runs: RunStore, bus: EventBus, workers: int = 4) -> None:
        self._engine = engine
        self._runs = runs
        self._bus = bus
        self._workers = workers
        self._lock = threading.Lock()
        self._queue: deque[_Job] = deque()
        self._running: dict[str, _Job] = {}
        self._jobs: dict[str, _Job] = {}
        self._threads: set[threading.Thread] = set()
        self._closing = False

    # --- asking --------------------------------------------------------------------------------------------------

    def submit(self, order: RunOrder) -> str:
        """Queue a run; the id of its log. Inside a write transaction it begins when that is committed. Raises
        :class:`app.model.errors.NotFound` for an unknown connection and :class:`Conflicting` while the program closes."""
        if self._closing:
            raise Conflicting("The program is closing; no new sync is started.", code="closing")
        row = self._engine.open_log(order)
        self._runs.after_commit(lambda: self._enqueue(_Job(row.id, order)))
        self._bus.publish(Changed(frozenset({"runs"}), order.connection_id))
        return row.id

    def wait(self, log_id: str, timeout: float | None = None) -> bool:
        """Until the run has ended (or is held); False when ``timeout`` seconds were not enough."""
        job = self._jobs.get(log_id)
        return True if job is None else job.ended.wait(timeout)

    def cancel(self, log_id: str) -> bool:
        """Ask a run to stop at its next safe point. False when it is not under way here."""
        with self._lock:
            job = self._jobs.get(log_id)
            if job is None:
                return False
            job.cancel.cancel()
            return True

    def answer(self, log_id: str, approve: bool) -> str:
        """Answer the question of a held run: go on (under the same log), or end it. Raises :class:`Conflicting` when the
        run is not held."""
        row = self._runs.get(log_id)
        answered = {**(row.guard or {}), "answer": "approved" if approve else "rejected"}
        if row.guard is None or not self._runs.take_held(log_id, answered):
            raise Conflicting(
                "This run does not wait for an answer.", hint="Look at the newest run of this connection."
            )
        if not approve:
            self._runs.finish(log_id, "cancelled", message="Rejected. Nothing more was changed.")
            self._bus.publish(Changed(frozenset({"runs"}), row.connection_id))
            return log_id
        self._enqueue(_Job(log_id, RunOrder.of_held(row)))
        return log_id

    def running(self) -> dict[str, str]:
        """Connection id → log id of what runs now."""
        with self._lock:
            return {connection_id: job.log_id for connection_id, job in self._running.items()}

    def known(self) -> frozenset[str]:
        """The logs of what runs or waits here."""
        with self._lock:
            return frozenset(self._jobs)

    def progress(self) -> list[RunProgress]:
        with self._lock:
            return [job.reporter.latest for job in self._running.values() if job.reporter is not None]

    def note(self, connection_id: str, text: str) -> None:
        """Say in the run of that connection, if there is one, what it waits for."""
        with self._lock:
            job = self._running.get(connection_id)
        if job is not None and job.reporter is not None:
            job.reporter.note(text)

    def shutdown(self, timeout: float = 5.0) -> bool:
        """Cancel what runs and wait for its safe points, at most ``timeout`` seconds. False when something still ran."""
        with self._lock:
            self._closing = True
            waiting, self._queue = list(self._queue), deque()
            for job in self._running.values():
                job.cancel.cancel("The program was closed.")
            threads = list(self._threads)
        for job in waiting:
            self._runs.finish(job.log_id, "cancelled", message="The program was closed before this run began.")
            job.ended.set()
        deadline = _Deadline(timeout)
        for thread in threads:
            thread.join(deadline.left())
        return not any(thread.is_alive() for thread in threads)

    # --- running -------------------------------------------------------------------------------------------------

    def _enqueue(self, job: _Job) -> None:
        with self._lock:
            self._jobs[job.log_id] = job
            self._queue.append(job)
        self._start_what_can()

    def _start_what_can(self) -> None:
        """Start queued jobs whose connection is free, in order, while there are workers."""
        with self._lock:
            waiting: deque[_Job] = deque()
            while self._queue:
                job = self._queue.popleft()
                if self._closing or job.order.connection_id in self._running or len(self._running) >= self._workers:
                    waiting.append(job)
                    continue
                self._running[job.order.connection_id] = job
                thread = threading.Thread(target=self._work, args=(job,), name=f"sync-{job.log_id[-6:]}", daemon=True)
                self._threads.add(thread)
                thread.start()
            self._queue = waiting

    def _work(self, job: _Job) -> None:
        try:
            self._engine.run(job.log_id, job.order, job.cancel, lambda reporter: setattr(job, "reporter", reporter))
        except Exception as error:
            # A defect of ours, or the database is gone: the run must still end, and say so.
            log.exception("run %s broke", job.log_id)
            self._end_broken(job, error)
        finally:
            with self._lock:
                self._running.pop(job.order.connection_id, None)
                self._jobs.pop(job.log_id, None)
                self._threads.discard(threading.current_thread())
            job.ended.set()
            self._start_what_can()

    def _end_broken(self, job: _Job, error: Exception) -> None:
        ours = error if isinstance(error, AppError) else None
        message = ours.message if ours else "The program made a mistake in this run. What was saved before it is kept."
        hint = ours.hint if ours else "Sync again. If it happens again, send us a diagnostics bundle."
        described = {"code": ours.code if ours else "internal", "message": message, "hint": hint}
        try:
            self._runs.finish(job.log_id, "failed", message=message, error=described)
        except AppError:
            # The log can't say so (the disk is full, say): the person must hear of it all the same.
            log.exception("run %s could not be closed", job.log_id)
        self._bus.publish(Noticed("error", "A sync broke off", f"{message} {hint}".strip(), f"run:{job.log_id}"))
        self._bus.publish(Changed(frozenset({"runs"}), job.order.connection_id))


class _Deadline:
    def __init__(self, seconds: float) -> None:
        from app.model.clock import monotonic

        self._now = monotonic
        self._end = monotonic() + seconds

    def left(self) -> float:
        return max(0.0, self._end - self._now())
