"""The program's own settings."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, TypeVar

from app.model.errors import InvalidInput
from app.model.events import Changed
from app.services.schedules import QUIET, read_quiet

if TYPE_CHECKING:
    from app.services.parts import Parts

T = TypeVar("T")


class Settings:
    """Plain JSON by key. Keys in use: ``schedule.*`` (see :mod:`app.schedule`), ``backup.keep``, ``retention.*``, ``listener.*``,
    ``network.*``, ``updates.*``, ``ui.*``."""

    def __init__(self, parts: Parts) -> None:
        self._store = parts.stores.settings
        self._bus = parts.bus

    def get(self, key: str, default: T) -> T:
        """The stored value; ``default`` when there is none or it is of another type."""
        if default is None:
            return self._store.get_json(key)  # type: ignore[return-value]
        return self._store.get(key, default)

    def set(self, key: str, value: Any) -> None:
        """Store plain JSON; ``None`` takes the key away."""
        self._store.set(key, value)
        self._bus.publish(Changed(frozenset({"settings"})))

    def claim(self, key: str, name: str, at: datetime, gap: timedelta) -> bool:
        """Be the one of all programs on this hub who does ``name`` now, unless one did less than ``gap`` ago."""
        return self._store.claim(key, name, at, gap)

    def quiet_hours(self) -> dict[str, str] | None:
        """Those of all connections: ``{"start": "22:00", "end": "07:00"}``."""
        stored = self._store.get_json(QUIET)
        try:
            return read_quiet(stored, "quiet_hours")
        except InvalidInput:  # none, or what somebody else wrote there
            return None

    def choose_quiet_hours(self, start: str, end: str) -> dict[str, str]:
        """Have nothing run of its own accord from ``start`` to ``end`` (``9:05``), from now on. Raises :class:`InvalidInput`
        (field ``start`` or ``end``, or none where the two don't go together)."""
        chosen = read_quiet({"start": start, "end": end}, "")
        self.set(QUIET, chosen)
        return chosen

    def all(self) -> dict[str, Any]:
        return self._store.all()
