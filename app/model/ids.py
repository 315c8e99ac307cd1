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
    noise = os.urandom(8 * count)
    out = []
    for n in range(count):
        tick = first + n
        tail = int.from_bytes(noise[8 * n : 8 * n + 8], "big") & 0x3FFFFFFFFFFFFFFF | 0x8000000000000000
        text = f"{(tick >> 12) & 0xFFFFFFFFFFFF:012x}7{tick & 0xFFF:03x}{tail:016x}"
        out.append(f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}")
    return out


def is_id(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
