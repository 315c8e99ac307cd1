"""Links that put several fields together (“first name + last name”): what they read, and what it comes to, either way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from app.mapping.coerce import Coerce, text
from app.mapping.errors import shown
from app.mapping.fields import ABSENT, getter
from app.mapping.transforms.base import RecordStep, Step
from app.model.values import Value

#: From a record (or line) to what its fields come to.
Composed = Callable[[Mapping[str, Any]], Any]


def remote_value(
    own: str | None, take: Coerce, parts: frozenset[str], run: RecordStep, finish: Step, *, in_line: bool
) -> Composed:
    """The raw value of a link that comes in. ``own`` is the link's own path where its value counts, ``take`` and ``finish`` make
    what goes in and what comes out canonical.

    A part that was not read makes the whole :data:`ABSENT`: half a name is a wrong one. Lines are read whole: what one of them
    does not hold is empty. Raises ``ValueError`` with the end of a sentence.
    """
    own_value = getter(own) if own is not None else None
    readers = [(name, getter(name)) for name in sorted(parts)]

    def compose(fields: Mapping[str, Any]) -> Any:
        value = own_value(fields) if own_value is not None else None
        record: dict[str, Value] = {}
        for name, read in readers:
            found = read(fields)
            if found is not ABSENT:
                record[name] = _single(name, found)
        if not in_line and (value is ABSENT or len(record) < len(readers)):
            return ABSENT
        try:
            return finish(run(None if value is ABSENT else take(value), record))
        except ValueError as error:
            raise ValueError(f"{error}{_of(record)}") from None

    return compose


def local_value(local: str, reads: frozenset[str], run: RecordStep, finish: Step | None) -> Composed:
    """What a link that goes out makes of a hub record's fields (or a line's)."""

    def compose(values: Mapping[str, Any]) -> Any:
        record = {name: values[name] for name in reads if name in values}
        try:
            made = run(values.get(local), record)
            return made if finish is None else finish(made)
        except ValueError as error:
            raise ValueError(f"{error}{_of(record)}") from None

    return compose


def _single(name: str, value: Any) -> Value:
    if value is None or isinstance(value, bool):
        return value
    try:
        return text(value) if value != "" else ""
    except ValueError as error:
        raise ValueError(f"can't be put together: {name} {error}") from None


def _of(record: Mapping[str, Value]) -> str:
    listed = [f"{name} {shown(value)}" for name, value in sorted(record.items()) if value is not None]
    return f" (of {', '.join(listed[:6])})" if listed else ""
