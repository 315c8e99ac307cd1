"""What templates and formulas may name: ``value``, which is the link's own, and other fields of the same record or line."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from difflib import get_close_matches

from app.mapping.fields import is_path

VALUE = "value"
CUSTOM = "custom."
_SHOWN = 12


@dataclass(frozen=True)
class Names:
    """``known`` are the fields' names; ``None``: any path of the ERP's, whose fields only the ERP knows. ``own_fields``: the hub's
    ``custom.…`` count, too. ``prefix`` (``lines[].``) may stand before the names inside a line; ``with_value``: is there a value of
    the link's own?"""

    known: frozenset[str] | None = frozenset()
    own_fields: bool = False
    prefix: str = ""
    with_value: bool = True

    def find(self, name: str) -> str | None:
        """The name as it is read from the record; ``None`` for one that can't be."""
        short = name.removeprefix(self.prefix)
        if (name == VALUE and self.with_value) or (self.known is not None and short in self.known):
            return short
        if self.known is None:
            return short if is_path(short) else None
        return short if self.own_fields and short.startswith(CUSTOM) and len(short) > len(CUSTOM) else None

    def fault(self, name: str) -> str:
        """What is wrong with a name that was not found, and what was probably meant."""
        if self.known is None:
            return f"{name!r} is not a field path"
        close = get_close_matches(name, self.known, 1)
        if close:
            return f"there is no field {name!r} here; did you mean {close[0]}?"
        known = sorted(self.known) or [VALUE]
        listed = ", ".join(known[:_SHOWN]) + (", …" if len(known) > _SHOWN else "")
        return f"there is no field {name!r} here; known are {listed}"


#: A link that knows its own value only.
OWN = Names()


def names_of(names: Names | Collection[str]) -> Names:
    return names if isinstance(names, Names) else Names(frozenset(names), with_value=False)
