"""The program's own settings: JSON values by key, read with their type."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, TypeVar

from sqlalchemy import delete, select

from app.db import tables
from app.db.database import Database
from app.db.sql import dump, load, upsert_sql
from app.model.clock import stamp

T = TypeVar("T")
_TABLE = tables.settings
#: What was claimed longer ago is forgotten: it may be of something that is no more.
_LONGEST_GAP = timedelta(days=40)


class SettingsStore:
    def __init__(self, db: Database) -> None:
        self._db = db

    def get(self, key: str, default: T) -> T:
        """The stored value, or ``default`` when there is none or it is of another type than ``default``."""
        with self._db.read() as conn:
            text = conn.execute(select(_TABLE.c.value).where(_TABLE.c.key == key)).scalar_one_or_none()
        value = load(text)
        # True is an int in Python, but not a number that anybody set.
        fits = type(value) is type(default) or (isinstance(default, float) and type(value) is int)
        return type(default)(value) if text is not None and fits else default  # type: ignore[call-arg]

    def get_json(self, key: str) -> Any | None:
        """The stored value as it is, or ``None``."""
        with self._db.read() as conn:
            return load(conn.execute(select(_TABLE.c.value).where(_TABLE.c.key == key)).scalar_one_or_none())

    def set(self, key: str, value: Any) -> None:
        """Store plain JSON; ``None`` takes the key away."""
        with self._db.write() as conn:
            if value is None:
                conn.execute(delete(_TABLE).where(_TABLE.c.key == key))
                return
            conn.exec_driver_sql(
                upsert_sql(self._db.dialect, _TABLE.name, ("key", "value"), ("key",)), (key, dump(value))
            )

    def claim(self, key: str, name: str, at: datetime, gap: timedelta) -> bool:
        """Be the one who does what is ``name`` now: the setting ``key`` holds when each name was claimed last. False when
        that is less than ``gap`` ago, by whichever process on this hub."""
        with self._db.write():
            claimed: dict[str, str] = self.get(key, {})
            if claimed.get(name, "") > stamp(at - gap):
                return False
            kept = {one: when for one, when in claimed.items() if when > stamp(at - _LONGEST_GAP)}
            self.set(key, {**kept, name: stamp(at)})
            return True

    def all(self) -> dict[str, Any]:
        with self._db.read() as conn:
            return {row.key: load(row.value) for row in conn.execute(select(_TABLE).order_by(_TABLE.c.key))}
