"""What a test has ordered for the next requests."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.simulators.zoho.answers import Answer
from tests.simulators.zoho.routes import WRITES


@dataclass
class Fault:
    """``kind`` is a call's kind, ``write`` or ``any``. ``effect``: ``cut`` breaks the answer off in its middle, ``lose`` does the
    work and answers nothing, ``drop`` does nothing and answers nothing, ``late`` answers nothing and does the work when
    :meth:`SimulatedZoho.arrive` is called, ``answer`` answers this instead."""

    kind: str
    effect: str
    answer: Answer | None = None

    def fits(self, kind: str) -> bool:
        return self.kind in {"any", kind} or (self.kind == "write" and kind in WRITES)


class Faults:
    """Each fault strikes once. ``before`` and ``after`` are called once, around the work of the next fitting request."""

    def __init__(self) -> None:
        self._planned: list[Fault] = []
        self._calls: list[tuple[str, str, Callable[[], Any]]] = []
        self._lock = threading.Lock()

    def plan(self, fault: Fault) -> None:
        with self._lock:
            self._planned.append(fault)

    def forget(self) -> None:
        """Nothing more is to happen."""
        with self._lock:
            self._planned.clear()
            self._calls.clear()

    def call(self, when: str, kind: str, what: Callable[[], Any]) -> None:
        with self._lock:
            self._calls.append((when, kind, what))

    def take(self, kind: str) -> Fault | None:
        with self._lock:
            found = next((fault for fault in self._planned if fault.fits(kind)), None)
            if found is not None:
                self._planned.remove(found)
            return found

    def run(self, when: str, kind: str) -> None:
        with self._lock:
            found = [one for one in self._calls if one[0] == when and Fault(one[1], "").fits(kind)]
            for one in found:
                self._calls.remove(one)
        for _, _, what in found:
            what()
