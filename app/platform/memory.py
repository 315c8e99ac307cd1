"""Memory that is not needed at present, handed to the system."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

_MADV_DONTNEED = 4


def give_back() -> None:
    """What was freed: glibc keeps what threads have freed, 46 MB after a large sync. Nothing is done elsewhere."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim is not None:
        trim(0)


def leave_files() -> None:
    """The pages of libraries and fonts, 48 MB after a start: most were needed once. They are as in their files, and the
    system brings those that are touched again. Nothing is done where it does not tell which they are."""
    try:
        lines = Path("/proc/self/smaps").read_text(errors="replace").splitlines()
    except OSError:
        return
    leave = ctypes.CDLL(None).madvise
    leave.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int]
    for start, end in _as_in_files(lines):
        leave(start, end - start, _MADV_DONTNEED)


def _as_in_files(lines: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where parts of files lie that nobody here can write to, and of which no page was changed in memory (``Anonymous``)."""
    where, readable = "", False
    for line in lines:
        first, *rest = line.split()
        if not first.endswith(":"):  # 7f48… r-xp 00001000 08:01 1234 /usr/lib/libQt6Gui.so.6
            where, readable = first, rest[0] in ("r-xp", "r--p") and len(rest) > 4 and rest[4].startswith("/")
        elif readable and first == "Anonymous:" and rest[0] == "0":
            start, end = where.split("-")
            yield int(start, 16), int(end, 16)
