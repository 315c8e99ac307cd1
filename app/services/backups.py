"""Copies of the hub's database: made at any time, put back when nothing runs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from app.db import backup as files
from app.db.backup import BackupFacts, BackupFile
from app.db.leases import LeaseStore
from app.model.clock import stamp
from app.model.entities import ENTITIES
from app.model.errors import Conflicting, InvalidInput, NotFound, StorageError
from app.model.events import Changed

if TYPE_CHECKING:
    from app.services.parts import Parts

__all__ = ["MOST_KEPT", "BackupFacts", "BackupFile", "Backups"]

_KEEP, _KEPT = "backup.keep", 14
MOST_KEPT = 366


class Backups:
    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    @property
    def possible(self) -> bool:
        """A server's databases are backed up by whoever runs the server."""
        return self._parts.db.path is not None

    @property
    def folder(self) -> Path:
        return self._parts.folders.backups

    def list(self) -> list[BackupFile]:
        """The backups that this program made and still has, and the databases that a restore replaced; the newest first."""
        return files.listed(self.folder, self._parts.folders.data)

    def backup(self, path: Path, overwrite: bool = False) -> Path:
        """A consistent, verified copy of the database, also while it is in use. Raises :class:`Conflicting` when the
        file is there and may not be replaced."""
        return files.backup(self._parts.db, Path(path), overwrite=overwrite)

    def now(self) -> Path:
        """A backup beside the daily ones, which stays until somebody deletes it."""
        return files.by_hand(self._parts.db, self.folder, clock=self._parts.clock)

    def delete(self, path: Path) -> None:
        """Delete one of :meth:`list`. Raises :class:`NotFound` for any other file, :class:`StorageError`."""
        if path not in {one.path for one in self.list()}:
            raise NotFound(f"{path.name} is not among the backups.")
        try:
            path.unlink()
        except OSError as error:
            raise StorageError(
                f"{path.name} can't be deleted: {error.strerror}.", hint="Close what uses it."
            ) from error

    def facts(self, path: Path) -> BackupFacts:
        """Check a file that is to be restored, and what it holds. Raises :class:`InvalidInput` for what is no backup,
        :class:`StorageError` for a damaged one or one of a newer program."""
        return files.facts(Path(path), tuple(spec.table for spec in ENTITIES.values()))

    def restore(self, path: Path, ready: Callable[[], None] = lambda: None) -> Path | None:
        """Check the backup, then put it in the database's place; the replaced database's new name.

        Raises :class:`Conflicting` while a sync runs or another process has the database open; nothing was changed
        then. The listener's and the window's reads go on with the restored one. ``ready`` is called just before it takes the
        database's place.
        """
        self.refuse_while_syncing()
        files.refuse_other_place(self._parts.db)
        kept = files.restore(Path(path), self._parts.folders.data, db=self._parts.db, ready=ready)
        try:
            self._parts.migrate()
        except BaseException:
            if kept is not None:
                files.restore(kept, self._parts.folders.data, db=self._parts.db)
            raise
        self._end_what_ran()
        kinds = "connections configs templates records runs conflicts errors settings webhooks limits".split()
        self._parts.bus.publish(Changed(frozenset(kinds)))
        return kept

    def refuse_while_syncing(self) -> None:
        """Raises :class:`Conflicting`."""
        if self._parts.jobs.running():
            raise Conflicting("A sync is running; nothing was done.", hint="Stop it or wait, then try again.")

    def _end_what_ran(self) -> None:
        """What ran when the backup was made runs no more: this process is the only one on the hub."""
        with self._parts.db.write():
            LeaseStore(self._parts.db).clear()
            self._parts.stores.runs.mark_interrupted(pending_before=stamp(self._parts.clock()))

    # --- the automatic ones ------------------------------------------------------------------------------------

    @property
    def keep(self) -> int:
        """How many daily backups are kept."""
        return min(max(self._parts.stores.settings.get(_KEEP, _KEPT), 1), MOST_KEPT)

    def choose_keep(self, count: int) -> None:
        """Raises :class:`InvalidInput`."""
        if not 1 <= count <= MOST_KEPT:
            raise InvalidInput(f"From 1 to {MOST_KEPT} daily backups can be kept.", field="keep")
        self._parts.stores.settings.set(_KEEP, count)
        self._parts.bus.publish(Changed(frozenset({"settings"})))

    def daily(self) -> Path | None:
        """Today's automatic backup, unless it is there; the oldest ones go."""
        if not self.possible:
            return None
        files.clear_leftovers(self._parts.folders.data, self.folder)
        return files.daily_backup(self._parts.db, self.folder, keep=self.keep)
