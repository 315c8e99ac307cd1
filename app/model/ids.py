"""Ids of our own: UUIDs whose order is the order of their making (RFC 9562, version 7).

Random ids would make every insert touch another page of the database's index; these append.
"""

from __future__ import annotations

import os
import threading
import time
from uuid import UUID

_lock = threading.Lock()
_last = 0
#: A byte with its two highest bits as RFC 9562 has them.
_VARIANT = bytes(byte & 0x3F | 0x80 for byte in range(256))


def new_id() -> str:
    """A fresh UUIDv7 as text. Ids made by one process never go backwards, even when the PC's clock does."""
    return new_ids(1)[0]


def new_ids(count: int) -> list[str]:
    """``count`` fresh ids in order: one lock and one read of randomness for the lot."""
    global _last  # noqa: PLW0603 - the counter is the module's one piece of state
    with _lock:
        # 48 bits of milliseconds and 12 bits of sequence make one rising number.
        first = max((time.time_ns() // 1_000_000) << 12, _last + 1)
        _last = first + count - 1
    noise = bytearray(os.urandom(8 * count))
    noise[::8] = noise[::8].translate(_VARIANT)
    tails = noise.hex(" ", 8).split(" ")
    out: list[str] = []
    while len(out) < count:  # all of one millisecond begin alike
        moment, sequence = divmod(first + len(out), 4096)
        start, most = f"{moment:012x}", min(4096 - sequence, count - len(out))
        head = f"{start[:8]}-{start[8:]}-7"
        rest = zip(range(sequence, sequence + most), tails[len(out) : len(out) + most], strict=True)
        out += [f"{head}{number:03x}-{tail[:4]}-{tail[4:]}" for number, tail in rest]
    return out


def is_id(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
