"""Texts with places for values: ``{first_name} {last_name}``. ``{{`` and ``}}`` are the braces themselves."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from app.mapping.names import Names, names_of
from app.mapping.parameters import BadArgument
from app.model.values import Value

_PART = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")


@dataclass(frozen=True)
class Template:
    """``parts`` are ``(text before, name of the value)``; the last one's name is empty."""

    parts: tuple[tuple[str, str], ...]

    @property
    def reads(self) -> frozenset[str]:
        return frozenset(name for _, name in self.parts if name)

    @property
    def ends(self) -> tuple[str, str] | None:
        """What stands before and after the value of a template that holds one value once: it can be read back."""
        return (self.parts[0][0], self.parts[1][0]) if len(self.parts) == 2 else None

    def render(self, record: Mapping[str, Value]) -> str:
        """Absent, null and empty values leave their place empty; the spaces around such a gap become one."""
        said = "".join(text + (_shown(record.get(name)) if name else "") for text, name in self.parts)
        gaps = len(self.parts) > 2 and any(name and not record.get(name) for _, name in self.parts)
        return " ".join(said.split()) if gaps else said


def _shown(value: Value) -> str:
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return value if isinstance(value, str) else ""


def compile_template(text: str, names: Names | Collection[str], parameter: str) -> Template:
    """Raises :class:`BadArgument`."""
    known = names_of(names)
    parts: list[tuple[str, str]] = []
    said, at = "", 0
    for found in _PART.finditer(text):
        said += text[at : found.start()]
        at = found.end()
        whole, name = found.group(), found.group(1)
        if whole in {"{{", "}}"}:
            said += whole[0]
        elif name is None:
            raise BadArgument(parameter, f"The brace at character {found.start() + 1} has no partner.")
        elif (read := known.find(name.strip())) is None:
            fault = known.fault(name.strip())
            raise BadArgument(parameter, f"{fault[:1].upper()}{fault[1:]}" + ("" if fault.endswith("?") else "."))
        else:
            parts.append((said, read))
            said = ""
    if not parts:
        raise BadArgument(parameter, "The text holds no value.", "Write {value} where the value is to stand.")
    return Template((*parts, (said + text[at:], "")))
