"""What goes wrong with a value on its way through a mapping."""

from __future__ import annotations

from collections.abc import Mapping

_LONGEST = 60
_HUGE = 10**30


class MappingError(Exception):
    """A value that its link can't take over. The message names field, value and rule in plain words; ``rule`` is the name of the
    validation rule that it breaks, if it is one. ``line`` counts from 0 inside the group that ``field`` (``lines[].rate``) names;
    people read ``lines[1].rate``."""

    def __init__(self, field_name: str, value: object, reason: str, rule: str = "", line: int | None = None) -> None:
        named = field_name if line is None else field_name.replace("[]", f"[{line + 1}]", 1)
        super().__init__(f"{named}: {reason}" if value is None else f"{named}: {shown(value)} {reason}")
        self.rule = rule
        self.field = field_name
        self.value = value
        self.reason = reason
        self.line = line


def shown(value: object) -> str:
    """A value as it stands in a message: short, and of whatever it may be made."""
    if isinstance(value, list | tuple):
        return f"a list of {len(value):,}" if value else "[]"
    if isinstance(value, Mapping):
        return "an object"
    if isinstance(value, int) and abs(value) > _HUGE:
        return "a huge number"
    text = repr(value[: _LONGEST + 1] if isinstance(value, str) else value)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 3] + "…"
