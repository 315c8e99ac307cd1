"""Moving to another PC: the whole hub and the key of its passwords in one file, made here and opened there."""

from __future__ import annotations

import string
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from app.db import backup as files
from app.model.errors import InvalidInput, StorageError
from app.platform.keys import SHORTEST_PASSPHRASE
from app.platform.moving_file import MovingFile, is_moving_file, look, pack, unpack
from app.services.schedules import PAUSED

if TYPE_CHECKING:
    from app.services.backups import Backups
    from app.services.parts import Parts

__all__ = ["SHORTEST_PASSPHRASE", "SUFFIX", "Moving", "MovingFile", "is_moving_file", "strength"]

SUFFIX = "salesmate"


class Moving:
    def __init__(self, parts: Parts, backups: Backups) -> None:
        self._parts = parts
        self._backups = backups

    def make(self, path: Path, passphrase: str, *, pause: bool = False, by: str = "user") -> Path:
        """Write the moving file, in the place of another. ``pause``: from now on nothing syncs here of its own accord, and the
        other PC goes on.

        Raises :class:`InvalidInput` (field ``passphrase``) for a short one, :class:`SecretsLocked` when the key is not this
        hub's, :class:`StorageError`, and with ``pause`` :class:`Conflicting` while a sync runs. There is no file then and
        nothing is paused."""
        if len(passphrase) < SHORTEST_PASSPHRASE:
            raise InvalidInput(
                f"The passphrase must have at least {SHORTEST_PASSPHRASE} characters.", field="passphrase"
            )
        self._parts.check_secrets()
        key = self._parts.keeper().load()
        assert key is not None, "the check made one"
        # Beside the database, which lies on a disk with room for it; the other place may be a stick.
        with _scratch(self._parts.folders.data) as folder, self._paused(pause) as before:
            if pause:
                self._backups.refuse_while_syncing()
            copy = self._backups.backup(folder / "hub.db")
            if pause:  # it is this PC that rests, not the other
                files.put_setting(copy, PAUSED, before)
            pack(Path(path), copy, key, passphrase, self._parts.clock)
        self._parts.stores.audit.add(by, "moving_file_made", details={"paused": pause})
        return Path(path)

    def look(self, path: Path) -> MovingFile:
        """What a moving file says of itself. Raises :class:`InvalidInput` for another file."""
        return look(Path(path))

    def open(self, path: Path, passphrase: str, by: str = "user") -> Path | None:
        """Check the file and the passphrase, then put its database and key in the place of those here; the replaced
        database's new name. Raises :class:`InvalidInput` (field ``file`` or ``passphrase``), :class:`Conflicting` while a sync
        runs or another program works with this hub, :class:`StorageError`, the keyring's errors; nothing is changed then."""
        self._backups.refuse_while_syncing()
        files.refuse_other_place(self._parts.db)
        with _scratch(self._parts.folders.data) as folder:
            database = folder / "hub.db"
            key = unpack(Path(path), passphrase, database)
            files.inspect_backup(database)
            with self._key_kept():
                # At the last moment: a kill between the two would leave passwords that no key opens.
                kept = self._backups.restore(database, ready=lambda: self._parts.change_key(key))
        self._parts.stores.audit.add(by, "moving_file_opened")
        return kept

    @contextmanager
    def _paused(self, wanted: bool) -> Iterator[str | None]:
        """Until when all was paused before. A failure ends the new pause."""
        before = self._parts.scheduler.paused_until()
        if wanted:
            self._parts.scheduler.pause_all(None)
        try:
            yield before
        except BaseException:
            if wanted and before is not None:
                self._parts.scheduler.pause_all(before)
            elif wanted:
                self._parts.scheduler.resume_all()
            raise

    @contextmanager
    def _key_kept(self) -> Iterator[None]:
        """A failure puts the key of before back: the one of the two that is easily put back, so it is changed first."""
        keeper = self._parts.keeper()
        before = keeper.load()
        try:
            yield
        except BaseException:
            if before is not None and keeper.load() != before:
                self._parts.change_key(before)
            raise


def strength(passphrase: str) -> str:
    """``short`` (it is refused), ``weak``, ``fair`` or ``strong``: by its length and how varied it is."""
    if len(passphrase) < SHORTEST_PASSPHRASE:
        return "short"
    kinds = sum(
        any(mark in kind for mark in passphrase)
        for kind in (string.ascii_lowercase, string.ascii_uppercase, string.digits)
    ) + any(not mark.isascii() or not mark.isalnum() for mark in passphrase)
    different = len(set(passphrase.casefold()))
    if different < 6 or (passphrase.isdecimal() and len(passphrase) < 16):
        return "weak"
    points = min(len(passphrase), 2 * different) + 3 * (kinds - 1)
    return "strong" if points >= 24 else "fair"


@contextmanager
def _scratch(data: Path) -> Iterator[Path]:
    """A folder of its owner alone, in the data folder."""
    try:
        made = TemporaryDirectory(prefix=".moving-", dir=data)
    except OSError as error:
        raise StorageError(
            f"The data folder {data} can't be written: {error.strerror}.", hint="Check its disk and permissions."
        ) from error
    with made as folder:
        yield Path(folder)
