"""What a test has ordered for the next requests."""

from __future__ import annotations

import threading
from collections.abc import Callable, Container
from dataclasses import dataclass
from typing import Any, Literal

from tests.simulators.web import Answer


@dataclass
class Fault:
    """``kind`` is a call's kind, ``write`` or ``any``. ``effect``: ``cut`` breaks the answer off in its middle,
    ``lose`` does the work and answers nothing, ``drop`` does nothing and answers nothing, ``late`` answers nothing
    and the work waits in ``held``, ``answer`` answers this instead."""

    kind: str
    effect: Literal["cut", "lose", "drop", "late", "answer"]
    answer: Answer | None = None


class Faults:
    """Each fault strikes once. ``before`` and ``after`` are called once, around the work of the next fitting
    request. ``writes`` are the kinds that ``write`` means; ``apart`` those that ``any`` does not."""

    def __init__(self, writes: Container[str], apart: Container[str] = ()) -> None:
        self._writes = writes
        self._apart = apart
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
            found = next((fault for fault in self._planned if self._fits(fault.kind, kind)), None)
            if found is not None:
                self._planned.remove(found)
            return found

    def run(self, when: str, kind: str) -> None:
        with self._lock:
            found = [one for one in self._calls if one[0] == when and self._fits(one[1], kind)]
            for one in found:
                self._calls.remove(one)
        for _, _, what in found:
            what()

    def _fits(self, ordered: str, kind: str) -> bool:
        if ordered == "any":
            return kind not in self._apart
        return ordered == kind or (ordered == "write" and kind in self._writes)
