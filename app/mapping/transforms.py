"""The transform library: named, typed steps, each with its way back where there is one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from app.model.values import FieldType, Value

Step = Callable[[Value], Value]


@dataclass(frozen=True)
class Transform:
    """``build`` makes the step towards the hub from the arguments, ``back`` the step towards the ERP, or ``None`` when the
    transform loses information and can't be reversed."""

    name: str
    title: str
    types: frozenset[FieldType]
    build: Callable[[Mapping[str, Any]], Step]
    back: Callable[[Mapping[str, Any]], Step] | None = None


def _on_text(function: Callable[[str], str]) -> Callable[[Mapping[str, Any]], Step]:
    def step(value: Value) -> Value:
        return (function(value) or None) if isinstance(value, str) else value

    return lambda _args: step


def _negate(value: Value) -> Value:
    if not isinstance(value, str) or not value.strip("0."):
        return value  # nothing, or zero, which has no sign
    return value[1:] if value.startswith("-") else f"-{value}"


_TEXT = frozenset({FieldType.TEXT, FieldType.PICKLIST})
LIBRARY: Mapping[str, Transform] = {
    transform.name: transform
    for transform in (
        Transform("trim", "Trim spaces at both ends", _TEXT, _on_text(str.strip)),
        Transform("squeeze", "Squeeze runs of spaces", _TEXT, _on_text(lambda text: " ".join(text.split()))),
        Transform("upper", "Upper case", _TEXT, _on_text(str.upper)),
        Transform("lower", "Lower case", _TEXT, _on_text(str.lower)),
        Transform(
            "negate", "Turn the sign", frozenset({FieldType.NUMBER}), lambda _args: _negate, lambda _args: _negate
        ),
    )
}


def known_transform(name: str) -> Transform:
    """Raises ``ValueError`` for a name that is not in the library."""
    try:
        return LIBRARY[name]
    except KeyError:
        raise ValueError(f"unknown transform {name!r}; known are {', '.join(sorted(LIBRARY))}") from None
