"""Reading what a front door was given: one small function per kind of value, each naming the field at fault.

A draft has snake_case keys; ``field`` in an error is the contract's camelCase name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from app.model.errors import InvalidInput
from app.services.names import camel

DIRECTIONS = ("push", "pull", "bidirectional")
LONGEST_INTERVAL = 31 * 24 * 3600


def text(draft: Mapping[str, Any], key: str, *, required: bool = False, longest: int = 500) -> str | None:
    """The text under ``key`` without spaces at its ends; ``None`` when it is missing or empty."""
    value = draft.get(key)
    if value is not None and not isinstance(value, str):
        raise InvalidInput(f"{camel(key)} must be a text.", field=camel(key))
    found = value.strip() if value else ""
    if required and not found:
        raise InvalidInput(f"{camel(key)} is missing.", field=camel(key))
    if len(found) > longest:
        raise InvalidInput(f"{camel(key)} is longer than {longest} characters.", field=camel(key))
    return found or None


def flag(draft: Mapping[str, Any], key: str, default: bool) -> bool:
    value = draft.get(key, default)
    if value is None:
        return default
    if not isinstance(value, bool):
        raise InvalidInput(f"{camel(key)} must be true or false.", field=camel(key))
    return value


def choice(draft: Mapping[str, Any], key: str, choices: Sequence[str], default: str | None = None) -> str:
    value = draft.get(key)
    if value is None and default is not None:
        return default
    if value not in choices:
        raise InvalidInput(
            f"{value!r} is not possible for {camel(key)}.",
            field=camel(key),
            hint=f"Choose {', '.join(choices)}.",
        )
    return str(value)


def interval(draft: Mapping[str, Any], key: str) -> int | None:
    """Seconds between two runs; ``None`` (also for 0): none."""
    value = draft.get(key)
    if value is None or value == 0:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= LONGEST_INTERVAL:
        raise InvalidInput(
            f"{camel(key)} must be a whole number of seconds.",
            field=camel(key),
            hint="From 1 second to 31 days.",
        )
    return value


def mapping(draft: Mapping[str, Any], key: str) -> dict[str, Any]:
    """The object under ``key``; an empty one when it is missing."""
    value = draft.get(key)
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise InvalidInput(f"{camel(key)} must be an object.", field=camel(key))
    return dict(value)
