"""How Tally compares names: two that fold to the same text are one name to it (docs/protocols/tally.md: Masters and
GST)."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=65_536)
def fold_name(name: str) -> str:
    """``name`` as Tally compares it: case, hyphens and runs of spaces don't count; letters do (``&`` is not
    ``and``)."""
    return " ".join(name.replace("-", " ").lower().split())
