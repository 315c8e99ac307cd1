"""The fields of records that were seen, and what each looks like to be: for the mapping editor and the definition's guided form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from app.connectors.definitions import Learned
from app.model.values import FieldType

#: Rows of a list inside a record that are looked at, and how deep.
_ROWS, _DEEPEST = 20, 6
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}.*)?$")
_NAMING = re.compile(r"(^|[._])(id|ID)$|Id$")
_FINE = re.compile(r"[^.\[\]\s][^.\[\]]*$")


def learned(rows: Sequence[Any]) -> list[Learned]:
    """In the order in which they are seen first; what is empty in all of them is a text."""
    seen: dict[str, list[Any]] = {}
    for row in rows:
        for path, value in _leaves(row, "", 0):
            seen.setdefault(path, []).append(value)
    return [_field(path, values) for path, values in seen.items()]


def _leaves(row: Any, at: str, depth: int) -> Iterator[tuple[str, Any]]:
    if depth > _DEEPEST:
        return
    for name, value in row.items() if isinstance(row, Mapping) else ():
        path = f"{at}{name}"
        if not _FINE.match(name):
            continue
        if isinstance(value, Mapping):
            yield from _leaves(value, f"{path}.", depth + 1)
        elif isinstance(value, list):
            for item in value[:_ROWS]:
                yield from _leaves(item if isinstance(item, Mapping) else {"value": item}, f"{path}[].", depth + 1)
        else:
            yield path, value


def _field(path: str, values: Sequence[Any]) -> Learned:
    told = [value for value in values if value not in (None, "")]
    sample = "" if not told else str(told[0])[:200]
    if not told:
        return Learned(path, FieldType.TEXT)
    if all(isinstance(value, bool) for value in told):
        return Learned(path, FieldType.BOOLEAN, sample=sample)
    if all(isinstance(value, int) and not isinstance(value, bool) for value in told):
        # A whole number may be a count, or name a record.
        named = bool(_NAMING.search(path))
        kind = FieldType.LOOKUP if named else FieldType.NUMBER
        return Learned(path, kind, sent_as="number" if named else "", sample=sample)
    if all(isinstance(value, int | float) and not isinstance(value, bool) for value in told):
        return Learned(path, FieldType.NUMBER, sample=sample)
    if all(isinstance(value, str) and _DAY.match(value) for value in told):
        return Learned(path, FieldType.DATE, format="iso", sample=sample)
    return Learned(path, FieldType.TEXT, sample=sample)
