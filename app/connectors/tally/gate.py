"""One request at a time to a Tally, in the whole program and on the whole machine, also across a kill -9.

(docs/protocols/tally.md: Transport) Tally serves one request after the other and does not notice that a client has
gone: after a timeout it still works on the old request. So the exchange runs on a thread of its own that reads the
answer to its end, whoever still waits for it; until that end nothing else is sent. A file lock keeps other processes
out, and a mark beside it tells the next process what was under way when this one was killed.
"""

from __future__ import annotations

import json
import os
import queue
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from filelock import FileLock, Timeout

from app.connectors.tally import errors, transport
from app.connectors.tally.address import Address, parse_address
from app.connectors.tally.requests import Request
from app.model.cancel import CancelToken
from app.model.clock import Clock, parse_stamp, stamp, utc_now
from app.model.errors import ConnectorError

DEFAULT_TIMEOUT = 30.0
#: Chunks between the reading thread and the one that parses: the bound on what lies between them.
_QUEUE_CHUNKS = 16
#: After a killed process whose answer had begun: Tally has done the work and only needs to notice that nobody listens.
_SETTLE_SECONDS = 0.3
_POLL = 0.05
#: How long we wait for our turn while others are being answered.
_PATIENCE = 120.0
_LATE = timedelta(seconds=transport.LATE_SECONDS)


@dataclass(frozen=True)
class Mark:
    """What is under way, for the next process. ``phase``: ``waiting`` until the first byte has come, then
    ``answering``."""

    pid: int
    sent_at: str
    what: str
    phase: str

    @property
    def since(self) -> datetime:
        return parse_stamp(self.sent_at)


class MarkFile:
    """The mark of one host:port. A file that can't be read counts as a mark of unknown content, written when it was."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def write(self, mark: Mark) -> None:
        fresh = self._path.with_suffix(".new")
        fresh.write_text(json.dumps(asdict(mark)), "utf-8")
        # Windows refuses to replace a file that a virus scanner has open for a moment.
        for attempt in range(20):
            try:
                fresh.replace(self._path)
                return
            except PermissionError:
                if attempt == 19:
                    raise
                time.sleep(0.02)

    def read(self) -> Mark | None:
        try:
            return Mark(**json.loads(self._path.read_text("utf-8")))
        except FileNotFoundError:
            return None
        except (ValueError, TypeError):
            written = datetime.fromtimestamp(self._path.stat().st_mtime, UTC)
            return Mark(0, stamp(written), "an unknown request", "waiting")

    def clear(self) -> None:
        for _ in range(20):
            try:
                self._path.unlink(missing_ok=True)
                return
            except PermissionError:
                time.sleep(0.02)


@dataclass
class _End:
    """Closes the queue: the exchange is over."""

    error: ConnectorError | None = None


class Exchange:
    """A request under way as its caller sees it: the answer's chunks, and how long Tally took over it."""

    def __init__(self, what: str, sent_at: datetime) -> None:
        self.what = what
        self.sent_at = sent_at
        self.charset = ""
        #: Seconds in which it held Tally; what we ourselves held up is not counted. Known at the end.
        self.seconds = 0.0
        self.answering = False
        #: Whether a byte of it may have left. Certain once nobody waits any more (:meth:`abandon`).
        self.sent = False
        self._deciding = threading.Lock()
        self._abandoned = threading.Event()
        self._queue: queue.Queue[bytes | _End] = queue.Queue(_QUEUE_CHUNKS)

    @property
    def abandoned(self) -> bool:
        return self._abandoned.is_set()

    def abandon(self) -> None:
        """Nobody waits any more: what wasn't sent yet never is, the rest of an answer is read and thrown away."""
        with self._deciding:
            self._abandoned.set()

    def may_send(self) -> bool:
        """Called when the connection stands: from here on the request counts as sent, unless nobody waits for it."""
        with self._deciding:
            self.sent = not self.abandoned
            return self.sent

    def put(self, item: bytes | _End) -> float:
        """Hand over a chunk; answers the seconds we were held up. Nothing is kept once nobody waits."""
        started = time.monotonic()
        while not self.abandoned:
            try:
                self._queue.put(item, timeout=_POLL)
                break
            except queue.Full:
                continue
        return time.monotonic() - started

    def chunks(self, timeout: float, cancel: CancelToken) -> Iterator[bytes]:
        """The answer's bytes. Waits ``timeout`` for the first, and as long again whenever Tally pauses."""
        begun = False
        while True:
            item = self._take(timeout, cancel)
            if item is None:
                raise (
                    errors.stalled(timeout, self.what) if begun else errors.no_answer(timeout, self.what, self.sent_at)
                )
            if isinstance(item, _End):
                if item.error is not None:
                    raise item.error
                return
            begun = True
            yield item

    def _take(self, seconds: float, cancel: CancelToken) -> bytes | _End | None:
        until = time.monotonic() + seconds
        while True:
            cancel.check()
            with suppress(queue.Empty):
                return self._queue.get(timeout=max(0.001, min(_POLL, until - time.monotonic())))
            if time.monotonic() >= until:
                return None


class Gate:
    """The one way to one Tally. Get it from :func:`gate_to`; a second one for the same address would not see the
    first."""

    def __init__(self, locks: Path, address: Address, *, clock: Clock = utc_now) -> None:
        locks.mkdir(parents=True, exist_ok=True)
        self.address = address
        self._clock = clock
        self._turn = threading.Lock()
        # The thread that ends an exchange is not the one that began it.
        self._file_lock = FileLock(locks / f"tally-{address.slug}.lock", thread_local=False)
        self._marks = MarkFile(locks / f"tally-{address.slug}.json")
        self._current: Exchange | None = None
        self._ending = threading.Lock()

    @contextmanager
    def exchange(self, request: Request, timeout: float, cancel: CancelToken) -> Iterator[Exchange]:
        """Send ``request`` when it is our turn. Leaving the block early leaves the rest of the answer to the reading
        thread."""
        cancel.check()
        self._take_turn(timeout, cancel)
        try:
            self._take_file_lock(timeout, cancel)
            try:
                self._settle_leftover(cancel)
                exchange = self._start(request)
            except BaseException:
                self._file_lock.release()
                raise
        except BaseException:
            self._turn.release()
            raise
        try:
            yield exchange
        finally:
            exchange.abandon()

    def clear(self) -> bool:
        """An admin says that Tally is idle: forget what was under way. ``False``: another program is at it right
        now."""
        late = self._current
        if late is not None and late.abandoned:
            self._end(late)
            return True
        try:
            self._file_lock.acquire(timeout=0)
        except Timeout:
            return False
        try:
            self._marks.clear()
        finally:
            self._file_lock.release()
        return True

    def late_answer(self) -> Exchange | None:
        """The exchange whose answer nobody waits for any more, if there is one."""
        current = self._current
        return current if current is not None and current.abandoned else None

    # -- before sending -------------------------------------------------------------------------------------------

    def _take_turn(self, timeout: float, cancel: CancelToken) -> None:
        """Wait for other threads; for a late answer only when it has begun to arrive."""
        until = time.monotonic() + max(timeout, _PATIENCE)
        while not self._turn.acquire(timeout=_POLL):
            cancel.check()
            late = self.late_answer()
            if late is not None and not late.answering:
                self._look_for_restart(late)
            if time.monotonic() >= until:
                raise errors.in_use(late.what if late else "")

    def _look_for_restart(self, late: Exchange) -> None:
        """Tally closed since: the old request died with it. Otherwise say what is waited for."""
        problem = transport.probe_connection(self.address)
        if self._current is not late:
            return
        if problem is not None and problem.code == "refused":
            self._end(late)
            return
        raise errors.still_waiting(late.what, late.sent_at, late.sent_at + _LATE)

    def _take_file_lock(self, timeout: float, cancel: CancelToken) -> None:
        """Wait for other processes. The system gives back the lock of one that died."""
        until = time.monotonic() + max(timeout, _PATIENCE)
        while True:
            try:
                self._file_lock.acquire(timeout=0)
                return
            except Timeout:
                pass
            mark = self._marks.read()
            late = mark is not None and mark.phase == "waiting" and self._age(mark) > timedelta(seconds=timeout)
            if late or time.monotonic() >= until:
                raise errors.in_use(mark.what if mark else "")
            cancel.wait(_POLL)

    def _settle_leftover(self, cancel: CancelToken) -> None:
        """A mark that nobody holds is of a process that died. Had the answer begun, Tally had done the work; else it
        may still be at it, and nothing is sent until it must be over or Tally was closed."""
        mark = self._marks.read()
        if mark is None:
            return
        if mark.phase == "answering":
            cancel.wait(_SETTLE_SECONDS)
        elif self._age(mark) < _LATE:
            problem = transport.probe_connection(self.address)
            if problem is None or problem.code != "refused":
                # A clock that was set back must not lengthen the wait.
                since = min(mark.since, self._clock())
                raise errors.left_in_flight(mark.what, since, since + _LATE)
        self._marks.clear()

    def _age(self, mark: Mark) -> timedelta:
        return self._clock() - mark.since

    # -- the exchange ---------------------------------------------------------------------------------------------

    def _start(self, request: Request) -> Exchange:
        sent_at = self._clock()
        mark = Mark(os.getpid(), stamp(sent_at), request.what, "waiting")
        self._marks.write(mark)
        exchange = self._current = Exchange(request.what, sent_at)
        threading.Thread(
            target=self._run, args=(exchange, request.payload, mark), name=f"tally {self.address.where}", daemon=True
        ).start()
        return exchange

    def _run(self, exchange: Exchange, payload: bytes, mark: Mark) -> None:
        error: ConnectorError | None = None
        try:
            self._read(exchange, payload, mark)
        except transport.NotWanted:
            pass
        except ConnectorError as problem:
            error = problem
        except Exception as problem:  # noqa: BLE001 - a thread's error must reach the caller
            error = errors.unreadable(f"{type(problem).__name__}: {problem}")
        self._end(exchange)
        exchange.put(_End(error))

    def _read(self, exchange: Exchange, payload: bytes, mark: Mark) -> None:
        started, held, waiting = time.monotonic(), 0.0, bytearray()
        try:
            with transport.exchange(self.address, payload, exchange.may_send) as answer:
                exchange.charset = answer.charset
                for chunk in answer.chunks:
                    if not exchange.answering:
                        exchange.answering = True
                        self._note_answering(exchange, mark)
                    waiting += chunk
                    if len(waiting) >= transport.CHUNK:
                        held += exchange.put(bytes(waiting))
                        waiting.clear()
                    if time.monotonic() - started > transport.LATE_SECONDS:
                        break
        finally:
            exchange.seconds = time.monotonic() - started - held
        if waiting:
            exchange.put(bytes(waiting))

    def _note_answering(self, exchange: Exchange, mark: Mark) -> None:
        with self._ending:
            if self._current is exchange:
                self._marks.write(replace(mark, phase="answering"))

    def _end(self, exchange: Exchange) -> None:
        """The exchange is over (or given up for dead): let the next one in. Only the first call counts."""
        with self._ending:
            if self._current is not exchange:
                return
            self._current = None
            self._marks.clear()
            self._file_lock.release()
            self._turn.release()


_gates: dict[tuple[str, str], Gate] = {}
_gates_lock = threading.Lock()


def gate_to(locks: Path, address: Address) -> Gate:
    """This process's gate to ``address``."""
    key = (str(locks.resolve()), address.slug)
    with _gates_lock:
        gate = _gates.get(key)
        if gate is None:
            gate = _gates[key] = Gate(locks, address)
        return gate


def clear_in_flight(locks: Path, base_url: str) -> bool:
    """“I looked at Tally; it is idle”: end the wait for an answer that nobody will read. ``False`` when another
    program of ours is talking to that Tally at this moment."""
    return gate_to(locks, parse_address(base_url)).clear()
