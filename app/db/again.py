"""Records that a connection's next run reads by their ids: its cursors have passed what happened to them while they were paused."""

from __future__ import annotations

from collections.abc import Collection

from app.db.database import Database
from app.db.state import DatabaseState

_NAME = "read_again"


class AgainStore:
    """``(module, remote id)`` of one connection."""

    def __init__(self, db: Database, connection_id: str) -> None:
        self._db = db
        self._state = DatabaseState(db, connection_id)

    def list(self) -> list[tuple[str, str]]:
        return [(module, remote_id) for module, remote_id in self._state.load(_NAME) or ()]

    def add(self, module: str, remote_id: str) -> None:
        with self._db.write():
            kept = self.list()
            if (module, remote_id) not in kept:
                self._state.save(_NAME, [*kept, (module, remote_id)])

    def drop(self, done: Collection[tuple[str, str]]) -> None:
        """They have been read."""
        with self._db.write():
            self._state.save(_NAME, [one for one in self.list() if one not in done] or None)
