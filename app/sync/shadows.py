"""The values that two sides agreed on, when the link that they agreed under means something else by now. Pure.

Such a shadow is kept as ``{"was": value}``: it tells whether somebody changed a field since, and speaks for nothing else;
``{}`` stands for the value of a remote field that was never read. A field's value is never such an object, so they can't be taken
for one another; and since no value equals one, whoever does not know of them finds that the field is not agreed upon.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_WAS = "was"
#: The base of a field that was never agreed upon.
NEVER: Any = type("Never", (), {"__repr__": lambda self: "NEVER"})()
#: The remote shadow of a field that is linked since, and was not read yet.
UNREAD: Any = {}


def earlier(value: Any) -> Any:
    """``value`` as one of an earlier agreement."""
    return value if is_earlier(value) else {_WAS: value}


def is_earlier(value: Any) -> bool:
    """Is it of an earlier agreement, or of none?"""
    return isinstance(value, dict) and value.keys() <= {_WAS}


def bare(value: Any) -> Any:
    """The value itself, of whichever agreement."""
    return value.get(_WAS) if is_earlier(value) else value


def all_bare(shadow: Mapping[str, Any]) -> dict[str, Any]:
    return {name: bare(value) for name, value in shadow.items()}


def is_empty(value: Any) -> bool:
    return value is None or value == []


def is_same(now: Any, base: Any) -> bool:
    """Is the hub's value the one that was agreed upon? In lines a field that was linked since counts when it holds something, and
    one that is no longer linked doesn't count."""
    if now == base or not (isinstance(now, list) and isinstance(base, list) and len(now) == len(base)):
        return bool(now == base)
    return all(
        value == before[name] if name in before else is_empty(value)
        for line, before in zip(now, base, strict=True)
        for name, value in line.items()
    )


def is_unsent(now: Any, base: Any) -> bool:
    """Does the hub's value differ from what the sides agreed on? One that is not agreed upon counts when it holds something, or
    did when it last was."""
    if base is NEVER or is_earlier(base):
        return not (is_empty(now) and (base is NEVER or is_empty(bare(base))))
    return not is_same(now, base)


def not_compared(base_remote: Mapping[str, Any]) -> frozenset[str]:
    """The fields that were linked, or linked otherwise, since they were read last."""
    return frozenset(name for name, value in base_remote.items() if is_earlier(value))
