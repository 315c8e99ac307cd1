"""Copies of the database while it is in use, putting one back, and the daily ones."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, nullcontext, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from app.db.database import DATABASE_FILE, Database
from app.db.failures import storage_error
from app.db.sql import dump
from app.model.clock import Clock, utc_now
from app.model.errors import Conflicting, InvalidInput, StorageError

_HEADER = b"SQLite format 3\0"
#: Room that must be left beside a copy, in bytes.
_SPARE = 16 << 20
_DAILY = re.compile(r"hub-(\d{4}-\d{2}-\d{2})\.db")
_REPLACED, _BY_HAND = "hub-replaced-", "by-hand-"
#: For so long own reads may go on before a database counts as in use, in seconds.
_OWN_READS = 5.0
_DAY = 86_400.0
_BESIDE = ("-wal", "-shm", "-journal")


def backup(db: Database, path: Path, *, overwrite: bool = False) -> Path:
    """A consistent, verified copy of the database at ``path``, also while others write. One file, complete or
    not there.

    Raises :class:`Conflicting` when ``path`` exists and ``overwrite`` is not set, :class:`StorageError` when
    the disk has no room, the source is damaged, or the hub is on a server."""
    source = _file_of(db)
    path = path.absolute()
    if path.exists() and (not overwrite or path.samefile(source)):
        raise Conflicting(f"{path} exists already.", hint="Choose another name, or say that it may be replaced.")
    _make_folder(path.parent)
    _need_room(path.parent, _size(source))
    with _part(path) as part:
        with db.unmanaged("read"):  # a use of the database: a restore waits for its end
            _copy(source, part)
        _verify(part)
        part.replace(path)
    _sync_folder(path.parent)
    return path


def inspect_backup(path: Path) -> str:
    """Look at a file that is to be restored; its revision. Raises :class:`InvalidInput` for what is not a
    whole database of ours, :class:`StorageError` (``storage_newer``) for one of a newer program."""
    try:
        with path.open("rb") as file:
            head = file.read(len(_HEADER))
    except OSError:
        raise InvalidInput(f"{path} can't be read.", field="file", hint="Check the name and the permissions.") from None
    if head != _HEADER:
        raise InvalidInput(f"{path} is not a backup of SalesMate Sync.", field="file", hint="Choose another file.")
    _verify(path)
    revision = _revision(path)
    if revision is None:
        raise InvalidInput(
            f"{path} is a database of another program.", field="file", hint="Choose a backup of SalesMate Sync."
        )
    _check_known(revision)
    return revision


def restore(
    path: Path,
    data_dir: Path,
    *,
    db: Database | None = None,
    ready: Callable[[], None] = lambda: None,
    clock: Clock = utc_now,
) -> Path | None:
    """Put the backup at ``path`` in the place of the data folder's database. The replaced database stays
    beside it under a dated name, which is the answer (``None`` when there was none). Call it under the
    instance lock; ``db`` is this process's own :class:`Database` of the folder, if it has one. ``ready`` is called when
    nothing but the renames is left to do; what it raises ends it.

    Raises what :func:`inspect_backup` raises, and :class:`Conflicting` while any program has the database
    open; nothing was changed then. An older backup is brought to this program's schema when it is next
    opened."""
    inspect_backup(path)
    target = data_dir / DATABASE_FILE
    _make_folder(data_dir)
    _need_room(data_dir, _size(path))
    with _part(target) as part:
        _copy(path, part)
        _verify(part)
        ready()
        kept = _swap(part, target, data_dir / f"{_REPLACED}{clock():%Y%m%d-%H%M%S}.db", db)
    _sync_folder(data_dir)
    return kept


def _swap(part: Path, target: Path, aside: Path, db: Database | None) -> Path | None:
    with db.away(_OWN_READS) if db is not None else nullcontext():
        kept = _set_aside(target, aside) if target.exists() else None
        part.replace(target)
        return kept


@dataclass(frozen=True, slots=True)
class BackupFile:
    """A backup that this program made. ``why``: daily, upgrade (before one), hand, or replaced (by a restore). ``size`` in
    bytes."""

    path: Path
    made: datetime
    size: int
    why: str


@dataclass(frozen=True, slots=True)
class BackupFacts:
    """What a backup holds, looked at before it is restored."""

    made: datetime
    connections: int
    records: int


def listed(folder: Path, data_dir: Path) -> list[BackupFile]:
    """The backups in ``folder`` and the replaced databases in the data folder, the newest first."""
    found = []
    for path in (*folder.glob("*.db"), *data_dir.glob(f"{_REPLACED}*.db")):
        why = _why(path.name)
        with suppress(FileNotFoundError):  # it went meanwhile
            if why:
                about = path.stat()
                found.append(BackupFile(path, datetime.fromtimestamp(about.st_mtime, UTC), about.st_size, why))
    return sorted(found, key=lambda one: (one.made, one.path.name), reverse=True)


def _why(name: str) -> str:
    if _DAILY.fullmatch(name):
        return "daily"
    starts = {"before-": "upgrade", _BY_HAND: "hand", _REPLACED: "replaced"}
    return next((why for start, why in starts.items() if name.startswith(start)), "")


def by_hand(db: Database, folder: Path, *, clock: Clock = utc_now) -> Path:
    """A backup under a name of its own, which is never deleted by itself."""
    return backup(db, folder / f"{_BY_HAND}{clock():%Y%m%d-%H%M%S}.db")


def facts(path: Path, tables: tuple[str, ...]) -> BackupFacts:
    """What is in a backup; ``tables`` are those of records. Raises what :func:`inspect_backup` raises."""
    inspect_backup(path)
    made = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    with closing(sqlite3.connect(_read_only(path), uri=True)) as conn:
        (connections,) = conn.execute("SELECT COUNT(*) FROM erp_connections").fetchone()
        present = {name for (name,) in conn.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        records = 0
        for table in present.intersection(tables):
            records += conn.execute(f"SELECT COUNT(*) FROM {table} WHERE deleted_at IS NULL").fetchone()[0]  # noqa: S608
    return BackupFacts(made, connections, records)


def put_setting(path: Path, key: str, value: str | None) -> None:
    """Change a setting in a copy; ``None`` takes it away."""
    with closing(sqlite3.connect(path)) as conn, conn:
        conn.execute("DELETE FROM settings WHERE key = ?", (key,))
        if value is not None:
            conn.execute("INSERT INTO settings (key, value) VALUES (?, ?)", (key, dump(value)))


def refuse_other_place(db: Database) -> None:
    """Raises :class:`StorageError` for a database that :func:`restore` does not replace: one on a server, or a file that
    is not the data folder's own."""
    if _file_of(db) != (db.data_dir / DATABASE_FILE).absolute():
        raise StorageError(
            "A backup is restored into a data folder, and --database-url names another place. Nothing was done.",
            hint="Leave --database-url out, or copy the file there yourself while no program uses it.",
            code="storage_kind",
        )


def daily_backup(db: Database, folder: Path, *, clock: Clock = utc_now, keep: int = 14) -> Path | None:
    """Today's backup, unless it is there; older ones than the newest ``keep`` go. ``None``: nothing was to
    do."""
    path = folder / f"hub-{clock():%Y-%m-%d}.db"
    if path.exists():
        return None
    backup(db, path)
    prune(folder, keep=keep)
    return path


def prune(folder: Path, *, keep: int = 14, keep_others: int = 3) -> list[Path]:
    """Delete all but the newest ``keep`` daily backups and ``keep_others`` of those made before migrations.
    Answers what went; files that we did not make are never touched."""
    daily = sorted(path for path in folder.glob("hub-*.db") if _DAILY.fullmatch(path.name))
    before = sorted(folder.glob("before-*.db"), key=lambda path: path.stat().st_mtime)
    gone = daily[: max(len(daily) - keep, 0)] + before[: max(len(before) - keep_others, 0)]
    for path in gone:
        path.unlink(missing_ok=True)
    return gone


def clear_leftovers(*folders: Path) -> None:
    """Delete what a killed program left half done there: parts of copies, unpacked moving files. What is younger than a day
    may be another program's that is at work."""
    before = time.time() - _DAY
    for folder in folders:
        for path in (*folder.glob(".*.part"), *folder.glob(".*.part-*"), *folder.glob(".moving-*")):
            with suppress(OSError):
                if path.stat().st_mtime >= before:
                    continue
                if path.is_dir():
                    shutil.rmtree(path)
                else:
                    path.unlink()


# --- the steps ----------------------------------------------------------------------------------------------


def _file_of(db: Database) -> Path:
    if db.path is None:
        raise StorageError(
            "The records are on a database server. SalesMate Sync backs up and restores them only where they are a file; "
            "nothing was done.",
            hint="Use the server's own tools: pg_dump makes a backup, pg_restore brings it back.",
            code="storage_kind",
        )
    return db.path.absolute()


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(
            f"The folder {folder} can't be made.", hint="Choose another place.", code="storage_missing"
        ) from error


def _size(database: Path) -> int:
    """Bytes of a database, with what still lies in its log."""
    log = database.with_name(database.name + "-wal")
    return database.stat().st_size + (log.stat().st_size if log.exists() else 0)


def _need_room(folder: Path, size: int) -> None:
    free = shutil.disk_usage(folder).free
    if free < size + _SPARE:
        raise StorageError(
            f"The disk with {folder} has {free >> 20} MB free; {(size + _SPARE) >> 20} MB are needed.",
            hint="Free some space, or choose another disk.",
            code="storage_full",
        )


@contextmanager
def _part(path: Path) -> Iterator[Path]:
    """A name beside ``path`` to write under; nothing of it is left behind. What the disk refuses is a :class:`StorageError`."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        yield part
    except OSError as error:
        raise StorageError(
            f"{path} can't be written: {error.strerror or error}.", hint="Free some space, or choose another disk."
        ) from error
    finally:
        for leftover in (part, *(part.with_name(part.name + end) for end in _BESIDE)):
            leftover.unlink(missing_ok=True)


def _copy(source: Path, part: Path) -> None:
    """SQLite's own online copy, in one step: in WAL it reads one snapshot and no writer waits for it."""
    part.unlink(missing_ok=True)
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))  # it holds customers' data: its owner's alone
    try:
        with closing(_open(source)) as reader, closing(sqlite3.connect(part)) as writer:
            reader.backup(writer)
            writer.execute("PRAGMA journal_mode=DELETE")  # one file, without a log beside it
    except sqlite3.Error as error:
        raise storage_error(error) or error from error
    with part.open("rb+") as file:
        os.fsync(file.fileno())


def _open(path: Path) -> sqlite3.Connection:
    # Not mode=ro for a database in use: reading a log needs the right to write its index beside it.
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw" if os.access(path, os.W_OK) else _read_only(path), uri=True
    )


def _read_only(path: Path) -> str:
    return f"{path.absolute().as_uri()}?mode=ro&immutable=1"


def _verify(path: Path) -> None:
    try:
        with closing(sqlite3.connect(_read_only(path), uri=True)) as conn:
            answer = conn.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.Error as error:
        answer = str(error)
    if answer != "ok":
        raise StorageError(
            f"{path.name} is damaged and was not used.", hint="Choose another backup.", code="storage_damaged",
            details={"reason": answer},
        )  # fmt: skip


def _revision(path: Path) -> str | None:
    with closing(sqlite3.connect(_read_only(path), uri=True)) as conn:
        try:
            conn.execute("SELECT 1 FROM erp_connections LIMIT 1")
            row = conn.execute("SELECT version_num FROM alembic_version").fetchone()
        except sqlite3.Error:
            return None
    return None if row is None else str(row[0])


def _check_known(revision: str) -> None:
    from app.db.migrations import HEAD, known_revisions

    if revision != HEAD and revision not in known_revisions():
        raise StorageError(
            "This backup was made by a newer version of SalesMate Sync.",
            hint="Install the newest version, then restore it.",
            code="storage_newer",
        )


def _set_aside(target: Path, kept: Path) -> Path:
    """Keep ``target`` as ``kept`` as well. Raises :class:`Conflicting` while a program has it open."""
    _fold_in_log(target)
    for end in _BESIDE:
        # A log that could not be folded in (a damaged database) must never meet the new file: SQLite would
        # replay it.
        beside = target.with_name(target.name + end)
        with suppress(FileNotFoundError):
            beside.rename(kept.with_name(kept.name + end))
    try:
        os.link(target, kept)
    except OSError:  # a file system without hard links
        shutil.copy2(target, kept)
    return kept


def _fold_in_log(target: Path) -> None:
    """Take the database out of WAL: that needs it to oneself, so it also tells whether anybody has it
    open."""
    try:
        with closing(sqlite3.connect(target, timeout=0)) as conn:
            conn.execute("PRAGMA journal_mode=DELETE").fetchone()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise Conflicting(
                "The database is in use; nothing was restored.",
                hint="Close SalesMate Sync (also its tray icon and any `salesmate-sync serve`), then restore.",
                code="in_use",
            ) from None
    except sqlite3.Error:
        pass  # damaged: it is set aside as it is


def _sync_folder(folder: Path) -> None:
    """Make a rename last through a power cut, where the system lets us."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
