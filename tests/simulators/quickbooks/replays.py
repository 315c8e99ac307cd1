"""``requestid``: a write that comes again is answered as it was, and not done."""

from __future__ import annotations

from collections.abc import Callable

import orjson

from tests.simulators.quickbooks.problems import Body, Refused

LONGEST = 50


class Replays:
    """Answers are kept as they were, whatever became of the object since. A fault is not kept, unless ``faults``
    says so: with the same id the write can be tried again."""

    def __init__(self) -> None:
        self.faults = False
        self.count = 0
        self._answers: dict[str, bytes | Refused] = {}

    def answer(self, requestid: str, work: Callable[[], Body]) -> Body:
        """What the first of that id was answered. Raises the fault."""
        if not requestid:
            return work()
        if len(requestid) > LONGEST:
            raise Refused("2050", f"Min:0 Max:{LONGEST} supported. Supplied length:{len(requestid)}")
        kept = self._answers.get(requestid)
        if kept is not None:
            self.count += 1
            if isinstance(kept, Refused):
                raise kept
            return dict(orjson.loads(kept))
        try:
            made = work()
        except Refused as refusal:
            if self.faults:
                self._answers[requestid] = refusal
            raise
        self._answers[requestid] = orjson.dumps(made)
        return made
