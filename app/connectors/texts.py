"""Fields that are texts, taken out of a row together. They are most of what is read, and nearly all are as they should be: no look
at each then."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from operator import itemgetter
from typing import Any

#: What a text may be in JSON: there, or not.
TEXT_OR_NOTHING = frozenset({str, type(None)})


def texts_of(names: Collection[str]) -> Callable[[Mapping[str, Any]], dict[str, Any] | None]:
    """What takes these fields of a row, empty ones as ``None``. It answers ``None`` for a row that lacks one, or where one is no
    text: its fields have to be looked at one by one."""
    if len(names) < 2:  # not worth it, and an itemgetter of one gives no tuple
        return lambda _row: None
    take = itemgetter(*names)

    def taken(row: Mapping[str, Any]) -> dict[str, Any] | None:
        try:
            values = take(row)
        except KeyError:
            return None
        if not TEXT_OR_NOTHING.issuperset(map(type, values)):
            return None
        return dict(zip(names, values if "" not in values else [one or None for one in values], strict=True))

    return taken
