"""A thread that sees to it that webhooks stay registered: asked for when something of them changed, renewed in time by the wall
clock, also when the PC slept."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from app.model.cancel import CancelToken
from app.model.errors import AppError, Cancelled
from app.model.events import Changed

if TYPE_CHECKING:
    from app.services.webhook.subscribing import Subscribing

log = logging.getLogger(__name__)

#: Looked at so often in any case, in seconds: no event tells of the time, nor of what another program on this hub has changed.
_EVERY = 30.0
#: What changes within this many seconds is looked at together.
_GATHER = 1.0
_OF_INTEREST = frozenset({"webhooks", "connections", "configs"})


class Renewing:
    """``start`` begins, ``stop`` ends it."""

    def __init__(
        self, subscribing: Subscribing, subscribe: Callable[[Callable[[Any], None]], Callable[[], None]]
    ) -> None:
        """``subscribe`` is the bus's."""
        self._subscribing = subscribing
        self._subscribe = subscribe
        self._unsubscribe: Callable[[], None] | None = None
        self._cancel = CancelToken()
        self._woken = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        self._unsubscribe = self._subscribe(self._heard)
        self._thread = threading.Thread(target=self._work, name="webhook registrations", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """At once, but for a request that is under way: that thread is left behind."""
        self._cancel.cancel()
        self._woken.set()
        if self._unsubscribe is not None:
            self._unsubscribe()
        if self._thread is not None:
            self._thread.join(1.0)

    def _heard(self, event: Any) -> None:
        if isinstance(event, Changed) and event.kinds & _OF_INTEREST:
            self._woken.set()

    def _work(self) -> None:
        try:
            while True:
                self._look()
                self._woken.wait(_EVERY)
                self._cancel.wait(_GATHER)
                self._woken.clear()
        except Cancelled:
            pass

    def _look(self) -> None:
        try:
            self._subscribing.step(self._cancel)
        except Cancelled:
            raise
        except AppError as error:  # the hub's disk or server is away
            log.warning("the webhooks' registrations were not looked at: %s", error.message)
        except Exception:
            log.exception("the webhooks' registrations could not be looked at")
