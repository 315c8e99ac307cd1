"""Events that arrive while others are being written share the next write: one transaction, one wait for the disk, for all
of them. Each caller is answered only after its own."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

from app.model.errors import StorageError
from app.services.webhooks import Arrival

#: What waits for the disk at most: calls, and bytes of their bodies. More is refused, to be sent again.
MOST_CALLS = 20_000
MOST_BYTES = 64 * 1024 * 1024
#: Calls that one transaction takes: it must not keep a sync's writes waiting for long.
_TOGETHER = 1_000

Lot = Sequence[Arrival]
Ids = Sequence[str]


class Commits:
    """Used on one event loop; ``store`` is called on a thread of its own, never twice at a time."""

    def __init__(self, store: Callable[[Sequence[Lot]], Sequence[Ids | None]]) -> None:
        self._store = store
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="webhook commits")
        self._waiting: list[tuple[Lot, asyncio.Future[Ids | None]]] = []
        self._bytes = 0
        self._writer: asyncio.Task[None] | None = None

    async def add(self, lot: Lot, size: int) -> Ids | None:
        """The ids when they are on the disk. Raises :class:`StorageError`."""
        if len(self._waiting) >= MOST_CALLS or self._bytes > MOST_BYTES:
            raise StorageError(
                "More events come in than can be kept at this moment.", hint="Send it again.", code="busy"
            )
        done: asyncio.Future[Ids | None] = asyncio.get_running_loop().create_future()
        self._waiting.append((lot, done))
        self._bytes += size
        if self._writer is None:
            self._writer = asyncio.create_task(self._write())
        try:
            return await done
        finally:
            self._bytes -= size

    def close(self) -> None:
        """What was taken in is written before this returns."""
        self._thread.shutdown()

    async def _write(self) -> None:
        loop = asyncio.get_running_loop()
        try:
            while self._waiting:
                taken, self._waiting = self._waiting[:_TOGETHER], self._waiting[_TOGETHER:]
                try:
                    found = await loop.run_in_executor(self._thread, self._store, [lot for lot, _ in taken])
                except Exception as error:  # noqa: BLE001 - each caller gets it
                    for _, done in taken:
                        if not done.done():
                            done.set_exception(error)
                else:
                    for (_, done), ids in zip(taken, found, strict=True):
                        if not done.done():
                            done.set_result(ids)
        finally:
            self._writer = None
