"""Calls that may be repeated: one that comes again with its ``Idempotency-Key`` is answered as the first time, and nothing is done
twice, whenever the program was stopped in between."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from app.db.idempotency import IdempotencyStore

if TYPE_CHECKING:
    from app.services.parts import Parts

Answer = Mapping[str, Any]


class Idempotency:
    """``asked`` is plain JSON: the call and all that was sent with it. What is refused leaves its key unused. Raises
    :class:`InvalidInput` (``idempotency_mismatch``) for a key that was used for something else in the last 24 hours."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._store = IdempotencyStore(parts.db, parts.clock)

    def once(self, key: str, asked: Any, do: Callable[[], Answer]) -> tuple[Answer, bool]:
        """What ``do`` answers, or answered, and whether that was before. ``do`` only writes to the hub (a run that it
        asks for begins afterwards): it and the answer are one transaction, and writers come one after the other."""
        with self._parts.bus.held(), self._parts.db.write():
            known = self._store.find(key, asked)
            if known is not None:
                return known, True
            answer = do()
            self._store.keep(key, asked, answer)
            return answer, False
