"""Copies of the hub's database: made at any time, put back when nothing runs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from app.db import backup as files
from app.db.retention import prune
from app.model.errors import Conflicting
from app.model.events import Changed

if TYPE_CHECKING:
    from app.services.parts import Parts


class Backups:
    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def backup(self, path: Path, overwrite: bool = False) -> Path:
        """A consistent, verified copy of the database, also while it is in use. Raises :class:`Conflicting` when the
        file is there and may not be replaced."""
        return files.backup(self._parts.db, Path(path), overwrite=overwrite)

    def restore(self, path: Path) -> Path | None:
        """Check the backup, then put it in the database's place; the replaced database's new name.

        Raises :class:`Conflicting` while a sync runs or another process has the database open; nothing was changed
        then. The listener's and the window's reads go on with the restored one.
        """
        if self._parts.jobs.running():
            raise Conflicting("A sync is running; nothing was restored.", hint="Stop it or wait, then restore.")
        files.refuse_other_place(self._parts.db)
        files.inspect_backup(Path(path))
        self._parts.db.close()
        kept = files.restore(Path(path), self._parts.folders.data)
        self._parts.migrate()
        kinds = frozenset({"connections", "configs", "records", "runs", "conflicts", "errors", "settings"})
        self._parts.bus.publish(Changed(kinds))
        return kept

    def daily(self) -> Path | None:
        """Today's automatic backup, unless it is there; the oldest ones go."""
        if self._parts.db.path is None:  # a server's databases are backed up by whoever runs the server
            return None
        keep = self._parts.stores.settings.get("backup.keep", 14)
        return files.daily_backup(self._parts.db, self._parts.folders.backups, keep=max(keep, 1))

    def tidy(self) -> dict[str, int]:
        """Delete what is over the caps of logs and settled errors; ``{table: rows deleted}``."""
        return prune(self._parts.db)
