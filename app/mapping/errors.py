"""What goes wrong with a value on its way through a mapping."""

from __future__ import annotations


class MappingError(Exception):
    """A value that its link can't take over. The message names field, value and rule in plain words; ``rule`` is the name of the
    validation rule that it breaks, if it is one."""

    def __init__(self, field_name: str, value: object, reason: str, rule: str = "") -> None:
        shown = repr(value) if len(repr(value)) <= 60 else repr(value)[:57] + "…"
        super().__init__(f"{field_name}: {reason}" if value is None else f"{field_name}: {shown} {reason}")
        self.rule = rule
        self.field = field_name
        self.value = value
        self.reason = reason
