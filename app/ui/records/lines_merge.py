"""Lines that two have changed: what was typed here on top of what the record has now. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

Values = Mapping[str, Any]


def merged(
    mine: Sequence[tuple[dict[str, Any], Values | None]], before: Sequence[Values], now: Sequence[Values]
) -> list[tuple[dict[str, Any], Values | None, int]]:
    """``(values, the record's own line, id of my values)`` in the order in which the record has them now, lines of mine at the
    end. ``mine``: values and the line of ``before`` that they came from. A line that was removed here stays away unless it was
    changed there; one removed there stays as a new one if something was typed into it."""
    if list(before) == list(now):
        return [(values, given, id(values)) for values, given in mine]
    left = {given.get("line_no"): (values, given) for values, given in mine if given is not None}
    known = {line.get("line_no"): line for line in before}
    out: list[tuple[dict[str, Any], Values | None, int]] = []
    for line in now:
        number = line.get("line_no")
        pair = left.pop(number, None)
        if pair is not None:
            values, base = pair
            typed = {name: value for name, value in values.items() if value != base.get(name)}
            out.append(({**line, **typed}, line, id(values)))
        elif number not in known or known[number] != line:
            out.append((dict(line), line, 0))
    for values, given in mine:
        if given is None:
            out.append((values, None, id(values)))
        elif left.get(given.get("line_no"), (None,))[0] is values and values != given:
            out.append(({**values, "line_no": None}, None, id(values)))
    return out
