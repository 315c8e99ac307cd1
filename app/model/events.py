"""What happens, told to whoever listens: frozen dataclasses on one bus. No screen polls for changes."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Event:
    """The root of events."""


@dataclass(frozen=True, slots=True)
class RunStarted(Event):
    log_id: str
    connection_id: str
    connection_name: str
    sync_type: str


@dataclass(frozen=True, slots=True)
class RunProgress(Event):
    """Where a run stands. ``done`` of ``total`` records of ``entity``; ``total`` is ``None`` while it isn't known.

    ``phase``: waiting, recovering, connecting, reading, checking, planning, writing, finishing. ``text`` is plain words.
    """

    log_id: str
    connection_id: str
    phase: str
    entity: str | None
    done: int
    total: int | None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Waiting(Event):
    """A connection's calls wait for the other system's limits until that stamp; ``None``: they go on."""

    connection_id: str
    until: str | None
    text: str = ""


@dataclass(frozen=True, slots=True)
class RunEnded(Event):
    log_id: str
    connection_id: str
    connection_name: str
    status: str
    message: str = ""
    counts: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Changed(Event):
    """Something stored changed: screens showing that kind re-query. ``kinds``: connections, configs, templates,
    records, runs, conflicts, errors, settings, schedule, webhooks, limits."""

    kinds: frozenset[str]
    connection_id: str | None = None


@dataclass(frozen=True, slots=True)
class Noticed(Event):
    """Something a person should see in words (becomes a grouped notification)."""

    level: str
    title: str
    text: str
    target: str = ""


Listener = Callable[[Any], None]


class EventBus:
    """Hands each event to every listener, on the thread that published it. A listener that fails is reported, not fatal."""

    def __init__(self, on_error: Callable[[BaseException], None] | None = None) -> None:
        self._listeners: list[Listener] = []
        self._lock = threading.Lock()
        self._on_error = on_error
        self._local = threading.local()

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Start listening; the answer stops it."""
        with self._lock:
            self._listeners = [*self._listeners, listener]

        def stop() -> None:
            with self._lock:
                # Bound methods are equal, not identical: compare with ==.
                self._listeners = [other for other in self._listeners if other != listener]

        return stop

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep back what this thread publishes meanwhile: nobody hears of what is not committed yet, nor, after an exception,
        of what was taken back."""
        if getattr(self._local, "held", None) is not None:
            yield
            return
        held: list[Event] = []
        self._local.held = held
        try:
            yield
        finally:
            self._local.held = None
        for event in held:
            self.publish(event)

    def publish(self, event: Event) -> None:
        held: list[Event] | None = getattr(self._local, "held", None)
        if held is not None:
            held.append(event)
            return
        for listener in self._listeners:
            try:
                listener(event)
            except Exception as error:
                if self._on_error is None:
                    raise
                self._on_error(error)
