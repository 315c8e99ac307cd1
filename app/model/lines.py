"""A document's lines: which new line is which old one. Pure.

An ERP sends a document whole, without saying which line is which. A line keeps its number (its identity) and the fields that
are not mapped when it can be recognised: first by equal values, then by what it is about, then by its place.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

#: What a line is about, in the groups of documents.
_ABOUT = ("product", "description", "name", "reference")

Line = Mapping[str, Any]


def project(lines: Sequence[Line] | None, names: Sequence[str]) -> list[dict[str, Any]]:
    """The lines with only the fields ``names``."""
    return [{name: line.get(name) for name in names} for line in lines or ()]


def align(old: Sequence[Line], new: Sequence[Line]) -> list[int | None]:
    """For each new line the index of the old line that it is, or ``None`` for a line that was not there."""
    if len(old) == len(new) and all(_covers(before, after) for before, after in zip(old, new, strict=True)):
        return list(range(len(new)))
    free = set(range(len(old)))
    found: list[int | None] = [None] * len(new)

    def claim(same: Any) -> None:
        for number, line in enumerate(new):
            if found[number] is None:
                match = next((place for place in sorted(free) if same(place, number, old[place], line)), None)
                if match is not None:
                    found[number] = match
                    free.discard(match)

    claim(lambda _place, _number, before, after: _covers(before, after))
    claim(lambda _place, _number, before, after: _same_subject(before, after))
    claim(lambda place, number, _before, _after: place == number)
    return found


def _covers(before: Line, after: Line) -> bool:
    return all(before.get(name) == value for name, value in after.items())


def _same_subject(before: Line, after: Line) -> bool:
    return any(after.get(name) and before.get(name) == after.get(name) for name in _ABOUT)
