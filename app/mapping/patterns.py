"""Patterns that people write: always RE2, whose time grows with the text and never explodes."""

from __future__ import annotations

import re
from typing import Any

import re2

from app.mapping.parameters import BadArgument

_HINT = "A pattern may not look ahead or behind, nor refer back to what it found (RE2 patterns)."
_ESCAPE = re.compile(r"\\(.?)", re.DOTALL)


def compile_pattern(text: str, parameter: str) -> Any:
    """A compiled RE2 pattern. Raises :class:`BadArgument`."""
    options = re2.Options()
    options.max_mem = 1 << 20
    options.log_errors = False
    try:
        return re2.compile(text, options)
    except re2.error as error:
        said = error.args[0] if error.args else ""
        plain = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
        raise BadArgument(parameter, f"The pattern can't be read: {plain}.", _HINT) from None


def compile_replacement(text: str, groups: int, parameter: str) -> str:
    r"""The text that takes the place of a match; ``\1`` is a group, ``\\`` a backslash. Raises :class:`BadArgument`."""
    for found in _ESCAPE.finditer(text):
        letter = found.group(1)
        if letter == "\\":
            continue
        if not (letter.isascii() and letter.isdigit()):
            raise BadArgument(parameter, f"\\{letter} means nothing in a replacement.", "Write \\\\ for a backslash.")
        if int(letter) > groups:
            raise BadArgument(parameter, f"The pattern has {groups} groups, there is no \\{letter}.")
    # "\1" followed by a digit would read as group 10 and more: the long form says what is meant.
    return _ESCAPE.sub(lambda found: found.group() if found.group(1) == "\\" else f"\\g<{found.group(1)}>", text)
