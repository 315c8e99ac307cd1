"""A thread that looks at the event files every few seconds, while automatic syncs may run."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Any

from app.model.clock import Clock, stamp, utc_now
from app.model.errors import AppError
from app.model.events import Changed
from app.schedule.times import Quiet
from app.services.facade import Services
from app.services.schedules import QUIET
from app.services.views import ConnectionView

log = logging.getLogger(__name__)

_EVERY = 3.0
#: After so many looks the connections are read again: no event tells what another program on this hub has changed.
_LOOKS = 10
_NOTHING: dict[str, str] = {}


class EventWatch:
    """``start`` begins, ``stop`` ends it."""

    def __init__(self, services: Services, clock: Clock = utc_now) -> None:
        self._services = services
        self._clock = clock
        self._stop = threading.Event()
        self._stale = threading.Event()
        self._followed: list[ConnectionView] = []
        self._looks = 0
        self._unsubscribe: Callable[[], None] = _nothing
        self._thread = threading.Thread(target=self._work, name="event files", daemon=True)

    def start(self) -> None:
        self._unsubscribe = self._services.bus.subscribe(self._heard)
        self._thread.start()

    def stop(self) -> None:
        """At once, but for a look at a share that does not answer: that thread is left behind."""
        self._unsubscribe()
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join(0.5)

    def look(self) -> None:
        """Look at each file whose connection may sync by itself now."""
        if self._looks % _LOOKS == 0 or self._stale.is_set():
            self._stale.clear()
            self._followed = self._services.event_files.follow(self._services.connections.list())
        self._looks += 1
        if not self._followed or self._services.scheduler.paused_until() is not None:
            return
        for view in self._followed:
            if self._may_run(view):
                self._services.event_files.look(view)

    def _may_run(self, view: ConnectionView) -> bool:
        now = self._clock()
        if not view.sync_enabled or view.status in {"inactive", "expired"} or (view.paused_until or "") > stamp(now):
            return False
        own = Quiet.of((view.schedule or {}).get("quiet_hours"))
        overall = Quiet.of(self._services.settings.get(QUIET, _NOTHING))
        if any(quiet is not None and quiet.holds(now) for quiet in (own, overall)):
            return False
        newest, _ = self._services.runs.list(connection_id=view.id, limit=1)
        return not (newest and newest[0].status == "held" and not newest[0].dry_run)

    def _heard(self, event: Any) -> None:
        if isinstance(event, Changed) and "connections" in event.kinds:
            self._stale.set()

    def _work(self) -> None:
        while not self._stop.wait(_EVERY):
            try:
                self.look()
            except AppError as error:  # the hub's server is away
                log.warning("the event files were not looked at: %s", error.message)
            except Exception:
                log.exception("the event files could not be looked at")


def _nothing() -> None:
    """Before the start there is nothing to unsubscribe."""
