"""Pages of files that nobody changed are handed back, and only they."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from app.platform.memory import _as_in_files, leave_files

_MAPPED = """\
7f0000000000-7f0000002000 r-xp 00001000 08:01 11 /usr/lib/Sales Mate/libQt6Gui.so.6
Rss:                   8 kB
Anonymous:             0 kB
7f0000002000-7f0000003000 r--p 00002000 08:01 11 /usr/lib/Sales Mate/libQt6Gui.so.6
Anonymous:             4 kB
7f0000003000-7f0000004000 rw-p 00003000 08:01 11 /usr/lib/Sales Mate/libQt6Gui.so.6
Anonymous:             0 kB
7f0000004000-7f0000005000 r--s 00000000 08:01 12 /home/asha/hub.db-shm
Anonymous:             0 kB
7f0000005000-7f0000006000 r--p 00000000 00:00 0
Anonymous:             0 kB
7f0000006000-7f0000007000 r--p 00000000 00:00 0 [vvar]
Anonymous:             0 kB
7f0000007000-7f0000008000 r--p 00000000 08:01 13 /usr/share/fonts/NotoSans.ttf
Anonymous:             0 kB
"""


def test_only_what_is_as_in_its_file_is_left() -> None:
    found = list(_as_in_files(_MAPPED.splitlines()))

    assert found == [(0x7F0000000000, 0x7F0000002000), (0x7F0000007000, 0x7F0000008000)]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells where they lie")
def test_the_program_goes_on_without_them() -> None:
    before = _of_files()

    leave_files()

    assert _of_files() < before / 2
    assert sorted(str(number) for number in range(20_000, 0, -1))[0] == "1"


def _of_files() -> int:
    """KB of files in memory."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("RssFile:"))
