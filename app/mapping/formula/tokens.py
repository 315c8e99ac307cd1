"""A formula's text cut into tokens, and the one error that a formula raises."""

from __future__ import annotations

import re
from dataclasses import dataclass

MAX_LENGTH = 2_000
_TOKEN = re.compile(
    r"""\s*(?:
        (?P<number>[0-9]{1,30}(?:\.[0-9]{1,30})?)
      | (?P<text>'(?:[^']|'')*'|"(?:[^"]|"")*")
      | (?P<field>\[(?:[^\[\]]|\[\])+\])
      | (?P<name>[^\W\d]\w*(?:\.\w+)*)
      | (?P<sign><=|>=|<>|!=|==|[-+*/%&=<>(),])
    )""",
    re.VERBOSE,
)


class FormulaError(ValueError):
    """A formula that can't be read or calculated. ``position`` counts characters from 1, 0 when no place is at fault."""

    def __init__(self, message: str, position: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.position = position

    @property
    def sentence(self) -> str:
        said = f"At character {self.position}: {self.message}" if self.position else self.message
        return said if said.endswith("?") else f"{said}."


@dataclass(frozen=True)
class Token:
    """``kind`` is number, text, field, name, sign or end."""

    kind: str
    text: str
    position: int


def tokens(formula: str) -> list[Token]:
    """Raises :class:`FormulaError`."""
    if len(formula) > MAX_LENGTH:
        raise FormulaError(f"the formula is longer than {MAX_LENGTH:,} characters")
    found: list[Token] = []
    at, end = 0, len(formula.rstrip())
    while at < end:
        match = _TOKEN.match(formula, at)
        if match is None:
            at += len(formula[at:]) - len(formula[at:].lstrip())
            said = "this text has no end" if formula[at] in "'\"" else f"{formula[at]!r} does not belong here"
            raise FormulaError(said, at + 1)
        kind = match.lastgroup or ""
        found.append(Token(kind, match.group(kind), match.start(kind) + 1))
        at = match.end()
    return [*found, Token("end", "", end + 1)]
