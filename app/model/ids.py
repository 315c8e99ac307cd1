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
#: The first digit of a random part with its two highest bits as RFC 9562 has them.
_VARIANT = {digit: "89ab"[int(digit, 16) & 3] for digit in "0123456789abcdef"}


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
    noise = os.urandom(8 * count).hex()
    out = []
    for n in range(count):
        time_part, tail = f"{first + n:015x}", noise[16 * n : 16 * n + 16]
        out.append(f"{time_part[:8]}-{time_part[8:12]}-7{time_part[12:]}-{_VARIANT[tail[0]]}{tail[1:4]}-{tail[4:]}")
    return out


def is_id(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
