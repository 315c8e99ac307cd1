"""A connection's lease while something of ours talks to its ERP: waiting for a turn, and keeping it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from app.db.leases import LeaseStore, own_holder
from app.model.cancel import CancelToken
from app.model.errors import StorageError

#: A lease outlives this without being renewed.
LEASE_SECONDS = 120.0
#: How long one waits between two looks at a connection that something else uses.
TURN_SECONDS = 0.5


class KeepLease:
    """Renews the lease from a thread: one request may hold Tally for longer than a lease lasts."""

    def __init__(self, leases: LeaseStore, connection_id: str, fence: int) -> None:
        self._leases = leases
        self._connection_id = connection_id
        self._fence = fence
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._renew, name="lease", daemon=True)

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(self, *_: Any) -> None:
        self._stop.set()
        self._thread.join()

    def _renew(self) -> None:
        while not self._stop.wait(LEASE_SECONDS / 4):
            with suppress(StorageError):  # busy or away for a moment: the next time is well before the lease's end
                self._leases.renew(self._connection_id, self._fence, LEASE_SECONDS)


@contextmanager
def own_turn(leases: LeaseStore, connection_id: str, cancel: CancelToken, waits: Callable[[], None]) -> Iterator[None]:
    """Nothing of ours runs this connection meanwhile. ``waits`` is called while something still does."""
    while (fence := leases.take(connection_id, own_holder(), LEASE_SECONDS)) is None:
        waits()
        cancel.wait(TURN_SECONDS)
    try:
        with KeepLease(leases, connection_id, fence):
            yield
    finally:
        leases.release(connection_id, fence)
