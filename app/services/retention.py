"""How long what only grows is kept, and how much room everything takes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from shutil import disk_usage
from typing import TYPE_CHECKING

from app.db.retention import CAPS, caps_for, prune, rows_of
from app.model.errors import InvalidInput
from app.model.events import Changed
from app.platform.logs import TOTAL

if TYPE_CHECKING:
    from app.services.parts import Parts

FOR_EVER = 0
_DAYS, _LOG = "retention.days", "retention.log_mb"
_NONE: dict[str, int] = {}
#: The fewest and the most days of each kind. The history of records may also stay for ever.
LIMITS = {"runs": (7, 3650), "errors": (7, 3650), "conflicts": (30, 3650), "events": (1, 365), "history": (30, 3650)}
#: Megabytes of all log files together.
LEAST_LOG, MOST_LOG = 5, 500


@dataclass(frozen=True)
class Kept:
    """``kind``: runs, errors (that came right), conflicts (that were decided), events (of webhooks), history (of records).
    ``days`` 0: for ever. ``rows``: how many there are now."""

    kind: str
    days: int
    rows: int


@dataclass(frozen=True)
class Room:
    """Bytes: of the database, the backups, the log files, and free on the disk."""

    database: int
    backups: int
    logs: int
    free: int


class Retention:
    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def list(self) -> list[Kept]:
        days, rows = self._days(), rows_of(self._parts.db)
        return [Kept(kind, days[kind], rows[kind]) for kind in LIMITS]

    def choose(self, kind: str, days: int) -> None:
        """Keep a kind for so many days, from the next upkeep on. Raises :class:`InvalidInput` (field: the kind)."""
        least, most = LIMITS[kind]
        if not least <= days <= most and not (kind == "history" and days == FOR_EVER):
            raise InvalidInput(f"From {least} to {most} days.", field=kind)
        chosen = {**self._days(), kind: days}
        runs, history = chosen["runs"], chosen["history"]
        if FOR_EVER < history < runs:
            raise InvalidInput(
                "The history of records must be kept at least as long as the runs: a run is undone with it.",
                field=kind,
                hint=f"Keep the runs for {history} days or fewer, or the history for {runs} days or more.",
            )
        self._set(_DAYS, chosen)

    @property
    def log_megabytes(self) -> int:
        """All log files together never hold more."""
        return min(max(self._parts.stores.settings.get(_LOG, TOTAL >> 20), LEAST_LOG), MOST_LOG)

    def choose_log(self, megabytes: int) -> None:
        """At once. Raises :class:`InvalidInput`."""
        if not LEAST_LOG <= megabytes <= MOST_LOG:
            raise InvalidInput(f"From {LEAST_LOG} to {MOST_LOG} MB.", field="log")
        self._set(_LOG, megabytes)
        self.limit_log()

    def limit_log(self) -> None:
        """Have the log of this process keep to what was chosen."""
        self._parts.logs.limit(self.log_megabytes << 20)

    def room(self) -> Room:
        folders = self._parts.folders
        return Room(
            self._parts.db.size(),
            _size(folders.backups.glob("*")) + _size(folders.data.glob("hub-replaced-*")),
            _size(folders.logs.glob("*")),
            disk_usage(folders.data).free,
        )

    def tidy(self) -> dict[str, int]:
        """Delete what is over its days or rows; ``{table: rows deleted}``."""
        return prune(self._parts.db, caps_for(self._days()), self._parts.clock)

    def _days(self) -> dict[str, int]:
        """Of every kind, what was chosen or is usual."""
        stored = self._parts.stores.settings.get(_DAYS, _NONE)
        chosen = {kind: days for kind, days in stored.items() if kind in LIMITS and type(days) is int and days >= 0}
        return {cap.kind: cap.days for cap in CAPS if cap.kind} | chosen

    def _set(self, key: str, value: object) -> None:
        self._parts.stores.settings.set(key, value)
        self._parts.bus.publish(Changed(frozenset({"settings"})))


def _size(paths: Iterable[Path]) -> int:
    total = 0
    for path in paths:
        try:
            total += path.stat().st_size if path.is_file() else 0
        except OSError:  # it went meanwhile
            continue
    return total
