"""Which hub record is an unlinked remote record? Certain, doubtful, or none (contract: Matching). Pure.

Certain is our own key, or all ``match_on`` fields equal after folding with one candidate on either side. Anything weaker waits
for a person; several candidates wait; none creates.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.model.folding import fold

MatchKey = tuple[str, ...]


@dataclass(frozen=True)
class Verdict:
    """``link`` (to ``hub_id``), ``ask`` (about ``candidates``) or ``create``."""

    action: str
    hub_id: str | None = None
    candidates: tuple[str, ...] = ()
    reason: str = ""


def match_key(values: Mapping[str, Any], match_on: Sequence[str]) -> MatchKey | None:
    """The folded values of ``match_on``; ``None`` when one of them is empty (then there is nothing to match on)."""
    parts = []
    for name in match_on:
        value = values.get(name)
        if not isinstance(value, str) or not (folded := fold(value)):
            return None
        parts.append(folded)
    return tuple(parts) if parts else None


def decide(
    key: MatchKey | None,
    same_key_here: Sequence[str],
    same_key_there: int,
    same_name_here: Sequence[str],
    names: Sequence[str],
) -> Verdict:
    """``same_key_here``: unlinked hub records with that match key; ``same_key_there``: unlinked remote records with it (this
    one included); ``same_name_here``: unlinked hub records of the same folded name; ``names``: the match fields."""
    if key is not None and len(same_key_here) == 1 and same_key_there == 1:
        return Verdict("link", same_key_here[0], reason=f"same {' and '.join(names)}")
    if key is not None and same_key_here:
        return Verdict("ask", None, tuple(same_key_here), f"several records with the same {' and '.join(names)}")
    if same_name_here:
        return Verdict("ask", None, tuple(same_name_here), "the name is the same, nothing else is certain")
    return Verdict("create")


def count_keys(keys: Sequence[MatchKey | None]) -> Counter[MatchKey]:
    return Counter(key for key in keys if key is not None)
