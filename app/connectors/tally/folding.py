"""How Tally compares names: two that fold to the same text are one name to it (docs/protocols/tally.md: Masters and
GST)."""

from __future__ import annotations

from functools import lru_cache

#: Joins the party and the bill in the key of an invoice: no name holds it.
KEY_SEPARATOR = "\x1f"


@lru_cache(maxsize=65_536)
def fold_name(name: str) -> str:
    """``name`` as Tally compares it: case, hyphens and runs of spaces don't count; letters do (``&`` is not
    ``and``)."""
    return " ".join(name.replace("-", " ").lower().split())


def bill_key(party: str, reference: str) -> str:
    """The key of the invoice that ``party`` knows as bill ``reference``."""
    return fold_name(party) + KEY_SEPARATOR + reference.strip()
