"""What a database can do to us, in plain words: one table from the drivers' errors to
:class:`StorageError`."""

from __future__ import annotations

import re
import sqlite3
from typing import NamedTuple

from app.model.errors import StorageError


class _Trouble(NamedTuple):
    code: str
    message: str
    hint: str
    retryable: bool = True


_BUSY = "Close other copies of SalesMate Sync and programs that look into its database, then try again."
_RIGHTS = "Give your user write permission on the data folder, or start SalesMate Sync with another one."
_RESTORE = "Restore the newest backup (Settings, Backups); the damaged file is kept beside it."

#: By SQLite's primary result code.
_SQLITE = {
    sqlite3.SQLITE_FULL: _Trouble(
        "storage_full",
        "The disk that holds SalesMate Sync's database is full. What was saved before is kept.",
        "Free some space on that disk, then try again.",
    ),
    sqlite3.SQLITE_BUSY: _Trouble(
        "storage_busy",
        "SalesMate Sync's database is in use and did not become free in time. Nothing was changed.",
        _BUSY,
    ),
    sqlite3.SQLITE_LOCKED: _Trouble(
        "storage_busy",
        "SalesMate Sync's database is busy with another task. Nothing was changed.",
        _BUSY,
    ),
    sqlite3.SQLITE_READONLY: _Trouble(
        "storage_readonly",
        "SalesMate Sync's database can be read but not written.",
        _RIGHTS,
        retryable=False,
    ),
    sqlite3.SQLITE_PERM: _Trouble(
        "storage_readonly",
        "The system refuses access to SalesMate Sync's database.",
        _RIGHTS,
        retryable=False,
    ),
    sqlite3.SQLITE_CANTOPEN: _Trouble(
        "storage_missing",
        "SalesMate Sync's database could not be opened.",
        "See that the data folder exists and that your user may read and write it.",
    ),
    sqlite3.SQLITE_CORRUPT: _Trouble(
        "storage_damaged",
        "SalesMate Sync's database is damaged. It was left as it is.",
        _RESTORE,
        retryable=False,
    ),
    sqlite3.SQLITE_NOTADB: _Trouble(
        "storage_damaged",
        "SalesMate Sync's database file is not a database any more. It was left as it is.",
        _RESTORE,
        retryable=False,
    ),
    sqlite3.SQLITE_IOERR: _Trouble(
        "storage_io",
        "The disk that holds SalesMate Sync's database reported an error. What was saved before is kept.",
        "Check the disk and its cable; the database belongs on a disk of this PC, not on a network share.",
    ),
}

_SERVER = "Ask who runs the database server, then try again."
_AWAY = _Trouble(
    "storage_away",
    "The database server can't be reached. What was saved before is kept.",
    "Check the network and that the database server runs, then try again.",
)
_LOGIN = _Trouble(
    "storage_refused",
    "The database server refuses this login.",
    "Check the user and password in --database-url, and that the server lets this PC in (pg_hba.conf).",
    retryable=False,
)
_NO_DATABASE = _Trouble(
    "storage_refused",
    "The database server has no database of that name.",
    "Check the name in --database-url, or have the database made.",
    retryable=False,
)
_CROWDED = _Trouble("storage_busy", "The database server has no connection left for this program.", _SERVER)
_STARTING = _Trouble("storage_away", "The database server is starting or stopping just now.", "Try again in a moment.")
_BROKEN_SERVER = _Trouble(
    "storage_damaged",
    "The database server reports that its files are damaged. Nothing was changed.",
    "Ask who runs the database server; SalesMate Sync may have to be restored from its backup.",
    retryable=False,
)
#: By the beginning of PostgreSQL's SQLSTATE, the longest first.
_POSTGRESQL = {
    "53100": _Trouble(
        "storage_full",
        "The database server's disk is full. What was saved before is kept.",
        "Ask who runs the database server to free space, then try again.",
    ),
    "25006": _Trouble(
        "storage_readonly",
        "The database server accepts no changes at present.",
        "It may be a standby server: connect to the main one.",
    ),
    "25P03": _Trouble(
        "storage_busy",
        "This PC was away for too long in the middle of a change. Nothing of it was saved.",
        "Try again.",
    ),
    "42501": _Trouble(
        "storage_refused",
        "This login may not work with SalesMate Sync's tables.",
        "Have the database made for this user: CREATE DATABASE … OWNER ….",
        retryable=False,
    ),
    "53300": _CROWDED,
    "55P03": _Trouble(
        "storage_busy",
        "SalesMate Sync's database is in use and did not become free in time. Nothing was changed.",
        "Try again in a moment.",
    ),
    "57014": _Trouble("storage_busy", "The database server stopped this step because it took too long.", _SERVER),
    "57P03": _STARTING,
    "57P": _AWAY,
    "08": _AWAY,
    "28": _LOGIN,
    "3D": _NO_DATABASE,
    "40": _Trouble(
        "storage_busy",
        "Another program changed the same rows at the same moment. Nothing was changed by this one.",
        "Try again.",
    ),
    "53": _Trouble("storage_busy", "The database server has not enough room to work. Nothing was changed.", _SERVER),
    "58": _Trouble(
        "storage_io", "The database server's disk reported an error. What was saved before is kept.", _SERVER
    ),
    "XX001": _BROKEN_SERVER,
    "XX002": _BROKEN_SERVER,
}
#: A server that does not let us in has told us why in words only: the driver knows no SQLSTATE of it.
_AT_THE_DOOR = (
    (re.compile(r"password|authentication|pg_hba|role .* does not exist|not permitted to log in"), _LOGIN),
    (re.compile(r"permission denied for database"), _LOGIN),
    (re.compile(r"database .* does not exist"), _NO_DATABASE),
    (re.compile(r"too many (clients|connections)|connection slots"), _CROWDED),
    (re.compile(r"starting up|shutting down|recovery"), _STARTING),
)


def _from_sqlite(error: sqlite3.Error) -> _Trouble | None:
    number = getattr(error, "sqlite_errorcode", None)
    # The low byte is the primary code; the rest says more exactly why.
    return None if number is None else _SQLITE.get(number & 0xFF)


def _from_postgresql(error: BaseException) -> _Trouble | None:
    state = getattr(error, "sqlstate", None)
    if state:
        return next((trouble for start, trouble in _POSTGRESQL.items() if state.startswith(start)), None)
    names = {kind.__name__ for kind in type(error).__mro__}
    if not names & {"OperationalError", "InterfaceError"}:
        return None
    return next((trouble for words, trouble in _AT_THE_DOOR if words.search(str(error))), _AWAY)


def no_connection_free() -> StorageError:
    """Too many of our own threads want the database at once."""
    return StorageError(
        "SalesMate Sync's database is busy with other tasks of this program. Nothing was changed.",
        hint="Try again in a moment.",
        code="storage_busy",
    )


def storage_error(error: BaseException | None) -> StorageError | None:
    """The :class:`StorageError` for a driver's error, or ``None`` when it is not the storage's fault (a
    broken constraint, a mistake in a statement)."""
    trouble = None
    if isinstance(error, sqlite3.Error):
        trouble = _from_sqlite(error)
    elif error is not None and type(error).__module__.startswith("psycopg"):
        trouble = _from_postgresql(error)
    if trouble is None:
        return None
    ours = StorageError(trouble.message, hint=trouble.hint, code=trouble.code, details={"reason": type(error).__name__})
    ours.retryable = trouble.retryable
    return ours
