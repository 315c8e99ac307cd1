"""A text file to which another program appends a line for each thing that happens there, followed across its rotations.

Docs: docs/webhooks-tally.md. Nothing in the file is trusted: a line says no more than where to look.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import re
import stat
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import BinaryIO

from app.platform.private import write_private

#: What was written at once beyond this is not read line by line, in bytes.
MOST = 8 * 1024 * 1024
#: A line that goes on for longer is none, in bytes.
LONGEST = 64 * 1024
_ENDS = 1024
_UTF8_MARK, _LE_MARK, _BE_MARK = b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"


@dataclass(frozen=True, slots=True)
class Position:
    """How far a file was read, in bytes. ``mark`` is made of what stands at the beginning and before ``offset``: another
    file under the same name has another one."""

    offset: int = 0
    mark: str = ""


@dataclass(frozen=True, slots=True)
class News:
    """What was appended, up to ``position``. ``lost``: more happened than the lines tell (the file was replaced, or so much
    was written that it was passed over)."""

    lines: tuple[str, ...]
    position: Position
    lost: bool = False


class EventFile:
    """One file. All methods raise ``OSError`` where it is there and can't be read (a share that is away, a lock)."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._seen: object = None

    def end(self) -> Position:
        """Behind the last whole line of now; the beginning when the file is not there."""
        try:
            with self.opened() as file:
                size = file.seek(0, os.SEEK_END)
                head = _at(file, 0, _ENDS)
                start = _aligned(max(size - LONGEST, 0))
                whole = _whole(_at(file, start, size - start), _encoding(head))
                return _position(file, start + whole)
        except FileNotFoundError:
            return Position()

    def news(self, since: Position) -> News | None:
        """What came after ``since``; ``None`` for nothing, and for a file that is not there. A file that looks as it did when
        nothing was found is not opened."""
        try:
            found = self.path.stat()
            look = (found.st_size, found.st_mtime_ns, found.st_ino, since)
            if look == self._seen:
                return None
            with self.opened() as file:
                news = _read(file, since)
        except FileNotFoundError:
            return None
        self._seen = look if news is None else None
        return news

    def opened(self) -> BinaryIO:
        if not stat.S_ISREG(self.path.stat().st_mode):  # a pipe would be waited for without end
            raise OSError(errno.EINVAL, "not a file")
        return self.path.open("rb")


def _read(file: BinaryIO, since: Position) -> News | None:
    size = _size(file)
    replaced = since.offset > size or _position(file, since.offset) != since
    start = 0 if replaced else since.offset
    if size - start > MOST:
        return News((), _position(file, _aligned(size)), lost=True)
    encoding = _encoding(_at(file, 0, _ENDS))
    data = _at(file, start, size - start)
    whole = _whole(data, encoding)
    if not whole and len(data) > LONGEST:
        return News((), _position(file, _aligned(size)), lost=True)
    if not whole:
        return News((), _position(file, 0), lost=True) if replaced else None
    # Each time it is opened anew the other program may write the mark of its encoding again.
    text = data[:whole].decode(encoding, "replace").replace("\ufeff", "").replace("\0", "")
    lines = tuple(line for line in (one.strip() for one in text.split("\n")) if line)
    return News(lines, _position(file, start + whole), lost=replaced)


def _size(file: BinaryIO) -> int:
    return os.fstat(file.fileno()).st_size


def _at(file: BinaryIO, start: int, length: int) -> bytes:
    file.seek(start)
    return file.read(length)


def _position(file: BinaryIO, offset: int) -> Position:
    if not offset:
        return Position()
    known = _at(file, 0, min(offset, _ENDS)) + _at(file, max(offset - _ENDS, 0), min(offset, _ENDS))
    return Position(offset, hashlib.sha256(known).hexdigest()[:32])


def _aligned(offset: int) -> int:
    """Not in the middle of a UTF-16 letter."""
    return offset - offset % 2


def _encoding(head: bytes) -> str:
    """UTF-16 with its mark or without, else UTF-8; what is neither costs a few letters of a name, and no number."""
    if head.startswith(_LE_MARK):
        return "utf-16-le"
    if head.startswith(_BE_MARK):
        return "utf-16-be"
    if head.startswith(_UTF8_MARK):
        return "utf-8"
    if head[1::2].count(0) > len(head) // 4:
        return "utf-16-le"
    return "utf-16-be" if head[::2].count(0) > len(head) // 4 else "utf-8"


def _whole(data: bytes, encoding: str) -> int:
    """How many bytes of ``data`` are whole lines. ``data`` begins with a line, so that letters of two bytes are even."""
    if encoding == "utf-8":
        return data.rfind(b"\n") + 1
    end = b"\n\0" if encoding == "utf-16-le" else b"\0\n"
    found = data.rfind(end)
    while found >= 0 and found % 2:
        found = data.rfind(end, 0, found + 1)
    return found + 2 if found >= 0 else 0


# --- a line ----------------------------------------------------------------------------------------------------------

_LINE = re.compile(r"SMS1\|(?P<fields>.*)")
_ID = re.compile(r"0*(?P<id>[1-9][0-9]{0,14})", re.ASCII)
_KINDS = frozenset({"save", "cancel", "delete"})


@dataclass(frozen=True, slots=True)
class FileEvent:
    """``kind``: save, cancel or delete. ``thing``: voucher, master, or nothing where the line does not say. ``id`` is the
    record's number there, ``company`` the identity of its company, where the line has one."""

    kind: str
    thing: str
    id: str
    company: str


def event_of(line: str) -> FileEvent | None:
    """``SMS1|ev=save|obj=Voucher|mid=1234|…``, as ``resources/tally/salesmate-events.tdl`` writes it; ``None`` for any other
    line."""
    found = _LINE.fullmatch(line)
    if found is None:
        return None
    fields = dict(field.partition("=")[::2] for field in found["fields"].split("|"))
    number = _ID.fullmatch(fields.get("mid", "").strip())
    kind = fields.get("ev", "").strip()
    if number is None or kind not in _KINDS:
        return None
    thing = {"voucher": "voucher", "ledger": "master"}.get(fields.get("obj", "").strip().lower(), "")
    if not thing and fields.get("vtype", "").strip():
        thing = "voucher"  # only vouchers have a type
    return FileEvent(kind, thing, number["id"], fields.get("cguid", "").strip())


# --- where we are ----------------------------------------------------------------------------------------------------


class Positions:
    """How far each file was read, by name, in a file of this machine's own: another machine on the same hub has other
    files. Raises ``OSError`` when it can't be written."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known: dict[str, Position] = {}
        try:
            for name, one in json.loads(path.read_text(encoding="utf-8")).items():
                self._known[name] = Position(int(one["offset"]), str(one["mark"]))
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            self._known = {}  # none yet, or damaged: each file is followed from where it ends now

    def get(self, name: str) -> Position | None:
        return self._known.get(name)

    def keep(self, name: str, position: Position) -> None:
        self._save({**self._known, name: position})

    def only(self, names: frozenset[str]) -> None:
        """Forget all others."""
        if self._known.keys() - names:
            self._save({name: one for name, one in self._known.items() if name in names})

    def _save(self, known: Mapping[str, Position]) -> None:
        text = json.dumps({name: asdict(one) for name, one in sorted(known.items())}, indent=1)
        write_private(self._path, text.encode())
        self._known = dict(known)
