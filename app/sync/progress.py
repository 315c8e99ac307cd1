"""What a run has done so far: counts by entity, phases with their times, and the words a front door shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from app.model.clock import monotonic
from app.model.events import RunProgress

#: What became of records: here, over there (``sent_…``), or nowhere yet.
SENT = ("sent_created", "sent_updated", "sent_deleted")
OUTCOMES = ("created", "updated", "deleted", "linked", *SENT, "unchanged", "failed", "conflicts", "waiting")


@dataclass
class RunCounts:
    """``{entity: {outcome: n}}``. ``waiting``: records that wait for a person's decision on a match, or for what
    they refer to."""

    by_entity: dict[str, dict[str, int]] = field(
        default_factory=lambda: defaultdict(lambda: dict.fromkeys(OUTCOMES, 0))
    )

    def add(self, entity: str, outcome: str, count: int = 1) -> None:
        self.by_entity[entity][outcome] += count

    def total(self, *outcomes: str) -> int:
        return sum(counts[name] for counts in self.by_entity.values() for name in outcomes)

    def columns(self) -> dict[str, Any]:
        """The columns of ``erp_sync_logs`` that these counts fill."""
        success = self.total("created", "updated", "deleted", "linked", *SENT)
        failed, skipped = self.total("failed"), self.total("unchanged", "waiting")
        return {
            "records_processed": success + failed + skipped,
            "records_success": success,
            "records_failed": failed,
            "records_skipped": skipped,
            "conflicts": self.total("conflicts"),
            "counts": {entity: dict(counts) for entity, counts in self.by_entity.items()},
        }


class Phases:
    """Wall time and records of each phase, in order: ``[{phase, entity, seconds, records}]``. A stream that carries several
    entities names them all: ``order+invoice+payment``."""

    def __init__(self) -> None:
        self.done: list[dict[str, Any]] = []
        self._open: dict[str, Any] | None = None
        self._since = 0.0

    def begin(self, phase: str, entity: str | None = None) -> None:
        self.end()
        self._open = {"phase": phase, "entity": entity, "seconds": 0.0, "records": 0}
        self._since = monotonic()

    def add(self, records: int) -> None:
        if self._open is not None:
            self._open["records"] += records

    def end(self) -> None:
        if self._open is not None:
            self._open["seconds"] = round(monotonic() - self._since, 3)
            self.done.append(self._open)
            self._open = None


class Reporter:
    """Tells the bus where a run stands. Frequent calls are cheap: at most ten a second get through, and each new phase."""

    def __init__(
        self, publish: Callable[[RunProgress], None], log_id: str, connection_id: str, interval: float = 0.1
    ) -> None:
        self._publish = publish
        self._log_id = log_id
        self._connection_id = connection_id
        self._interval = interval
        self._phase: tuple[str, str | None] = ("starting", None)
        self._last = 0.0
        self.latest = self._step = RunProgress(log_id, connection_id, "waiting", None, 0, None, "")

    def say(self, phase: str, entity: str | None, done: int, total: int | None, text: str = "") -> None:
        self.latest = self._step = RunProgress(self._log_id, self._connection_id, phase, entity, done, total, text)
        now = monotonic()
        if (phase, entity) != self._phase or now - self._last >= self._interval:
            self._phase, self._last = (phase, entity), now
            self._publish(self.latest)

    def note(self, text: str) -> None:
        """Say what the step that is under way waits for; no text: it goes on."""
        self.latest = replace(self._step, phase="waiting", entity=None, text=text) if text else self._step
        self._publish(self.latest)
