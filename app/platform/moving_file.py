"""A moving file: a hub's database and its master key in one file, for another PC.

A zip of ``about.json`` (when and where it was made, the database's SHA-256), ``key.json`` (the key under a passphrase, as
:func:`app.platform.keys.export_key` writes it), ``seal`` (an HMAC of ``about.json`` under the key: whoever does not know the
passphrase changes nothing unseen) and ``hub.db``. The records in it are in clear; passwords are encrypted with the key.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import shutil
import socket
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from app.model.clock import Clock, stamp, utc_now
from app.model.errors import InvalidInput, StorageError
from app.platform.keys import export_key, import_key

_FORMAT = "salesmate-sync-moving"
_ABOUT, _KEY, _SEAL, _DATABASE = "about.json", "key.json", "seal", "hub.db"
#: No part but the database is larger, in bytes.
_SMALL = 64 * 1024
_CHUNK = 1 << 20
#: Room that must be left beside what is unpacked, in bytes.
_SPARE = 16 << 20


@dataclass(frozen=True, slots=True)
class MovingFile:
    """What a moving file says of itself, before the passphrase proves it. ``size``: of its database, in bytes."""

    made_at: str
    machine: str
    size: int


def is_moving_file(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as file:
            return _ABOUT in file.namelist()
    except (OSError, zipfile.BadZipFile, NotImplementedError):  # the last of a zip that needs a newer reader
        return False


def pack(path: Path, database: Path, key: bytes, passphrase: str, clock: Clock = utc_now) -> None:
    """Write the file, complete or not at all, in the place of another. Raises :class:`InvalidInput` for a short passphrase,
    :class:`StorageError`."""
    sealed_key = export_key(key, passphrase)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with database.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        about = json.dumps(
            {
                "format": _FORMAT,
                "version": 1,
                "made_at": stamp(clock()),
                "machine": socket.gethostname(),
                "database_sha256": digest,
            },
            indent=1,
        )
        with _private(part) as handle, zipfile.ZipFile(handle, "w", zipfile.ZIP_DEFLATED) as file:
            file.writestr(_ABOUT, about)
            file.writestr(_KEY, sealed_key)
            file.writestr(_SEAL, _seal(key, about.encode()))
            file.write(database, _DATABASE)
        part.replace(path)
    except OSError as error:
        raise StorageError(
            f"The moving file {path} can't be written: {error.strerror or error}. Nothing was made.",
            hint="Free some space, or choose another place.",
        ) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def look(path: Path) -> MovingFile:
    """What the file says of itself. Raises :class:`InvalidInput` for another one."""
    with _opened(path) as file:
        about = json.loads(_small(file, _ABOUT))
        return MovingFile(str(about["made_at"]), str(about["machine"]), file.getinfo(_DATABASE).file_size)


def unpack(path: Path, passphrase: str, database: Path) -> bytes:
    """The key; the database is written to ``database``, checked against the seal. Raises :class:`InvalidInput` (field ``file``
    or ``passphrase``) and :class:`StorageError`; ``database`` may be half written then."""
    with _opened(path) as file:
        key = _key(_small(file, _KEY).decode(), passphrase)
        about = _small(file, _ABOUT)
        if not hmac.compare_digest(_small(file, _SEAL).decode(), _seal(key, about)):
            raise _changed()
        _need_room(database.parent, file.getinfo(_DATABASE).file_size)
        try:
            digest = _extract(file, database)
        except OSError as error:
            raise StorageError(
                f"The moving file can't be unpacked into {database.parent}: {error.strerror or error}. "
                "What was here is unchanged.",
                hint="Free some space on this disk, then open it again.",
            ) from error
        if digest != json.loads(about)["database_sha256"]:
            raise _changed()
        return key


def _key(text: str, passphrase: str) -> bytes:
    try:
        return import_key(text, passphrase)
    except InvalidInput as error:
        if error.field != "passphrase":
            raise _changed() from None
        raise InvalidInput(
            "The passphrase does not open this moving file. Nothing was changed.",
            field="passphrase",
            hint="Type it as it was typed on the other PC. It can't be found out: without it make a new moving file there.",
        ) from None


def _extract(file: zipfile.ZipFile, database: Path) -> str:
    digest = hashlib.sha256()
    with file.open(_DATABASE) as source, _private(database) as target:
        while chunk := source.read(_CHUNK):
            digest.update(chunk)
            target.write(chunk)
    return digest.hexdigest()


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(path) as file:
            if json.loads(_small(file, _ABOUT))["format"] != _FORMAT:
                raise _not_ours(path)
            yield file
    except (
        zipfile.BadZipFile,
        zlib.error,
        KeyError,
        TypeError,
        ValueError,
        EOFError,
        NotImplementedError,
        RuntimeError,
    ):
        raise _not_ours(path) from None
    except OSError:
        raise InvalidInput(f"{path} can't be read.", field="file", hint="Check the name and the permissions.") from None


def _small(file: zipfile.ZipFile, name: str) -> bytes:
    with file.open(name) as part:
        return part.read(_SMALL)


@contextmanager
def _private(path: Path) -> Iterator[IO[bytes]]:
    path.unlink(missing_ok=True)
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "w+b") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())


def _need_room(folder: Path, size: int) -> None:
    free = shutil.disk_usage(folder).free
    if free < 2 * size + _SPARE:  # unpacked, then copied into place
        raise StorageError(
            f"The disk with {folder} has {free >> 20} MB free; {(2 * size + _SPARE) >> 20} MB are needed.",
            hint="Free some space, then open it again.",
            code="storage_full",
        )


def _seal(key: bytes, about: bytes) -> str:
    return hmac.new(key, _FORMAT.encode() + b"\0" + about, hashlib.sha256).hexdigest()


def _changed() -> InvalidInput:
    return InvalidInput(
        "This moving file is damaged, or was changed after it was made; nothing of it was used.",
        field="file",
        hint="Copy it again from the other PC, or make a new one there.",
    )


def _not_ours(path: Path) -> InvalidInput:
    return InvalidInput(
        f"{path.name} is not a whole moving file of SalesMate Sync; nothing of it was used.",
        field="file",
        hint="Choose the file that was made on the other PC, or copy it again.",
    )
