"""Waiting for the end of a run without holding a thread for it."""

from __future__ import annotations

import asyncio
from typing import Any

import anyio.to_thread

from app.model.events import RunEnded
from app.services.facade import Services
from app.services.runs import ENDED
from app.services.views import RunView

#: The run's row is looked at this often as well, in seconds: an approved run may end in another process.
LOOK_EVERY = 2.0


class Waiting:
    """Made on the listener's event loop; told of ends by the bus, on any thread."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._loop = asyncio.get_running_loop()
        self._ends: dict[str, asyncio.Event] = {}
        self._closing = False
        self._unsubscribe = services.bus.subscribe(self._heard)

    def close(self) -> None:
        """Let everybody who waits go, with the run as it stands."""
        self._closing = True
        self._unsubscribe()
        for event in self._ends.values():
            event.set()

    async def until_ended(self, log_id: str) -> RunView:
        """The run when it has ended or is held (or the listener stops)."""
        event = self._ends.setdefault(log_id, asyncio.Event())
        try:
            while True:
                run = await anyio.to_thread.run_sync(self._services.runs.get, log_id)
                if run.status in ENDED or self._closing:
                    return run
                event.clear()
                try:
                    await asyncio.wait_for(event.wait(), LOOK_EVERY)
                except TimeoutError:
                    continue
        finally:
            self._ends.pop(log_id, None)

    def _heard(self, event: Any) -> None:
        if isinstance(event, RunEnded) and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._wake, event.log_id)

    def _wake(self, log_id: str) -> None:
        waiting = self._ends.get(log_id)
        if waiting is not None:
            waiting.set()
