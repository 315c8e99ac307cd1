"""The part of Tally's formula language that filters use (docs/protocols/tally.md, Requests).

``$Date >= $$Date:"20260801" AND NOT $IsCancelled`` and the like. A formula that Tally cannot evaluate matches nothing;
a formula that kills Tally raises :class:`DeadlyFormula`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from app.simulator.values import fold, parse_date

Getter = Callable[[Any], Any]


class FormulaError(Exception):
    """The formula means nothing to Tally: the collection is empty, STATUS still 1."""


class DeadlyFormula(Exception):
    """The formula stops Tally: several numbers after one comparison, or a function whose name has spaces."""


@dataclass(frozen=True)
class Day:
    """A date constant: the ordinal, 0 when it is impossible."""

    ordinal: int


_TOKEN = re.compile(
    r'\s*(?:(?P<date>\$\$Date\s*:\s*"[^"]*")|(?P<func>\$\$[A-Za-z_]\w*(?:\s*:\s*(?:"[^"]*"|[$#@]{0,2}[A-Za-z_]\w*))?)'
    r'|(?P<method>\$[A-Za-z_]\w*)|(?P<var>##[A-Za-z_]\w*)|(?P<number>-?\d+(?:\.\d+)?)|(?P<text>"[^"]*")'
    r"|(?P<op><=|>=|<>|!=|=|<|>)|(?P<paren>[()])|(?P<word>[A-Za-z]+))",
    re.IGNORECASE,
)
_KEYWORDS = {"and", "or", "not"}
_FLIP = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "=": "=", "<>": "<>"}


@dataclass(frozen=True)
class Node:
    """A node of the parsed formula: ``and``, ``or``, ``not``, a comparison, a method, a constant or a function."""

    kind: str
    value: Any = None
    parts: tuple[Node, ...] = ()


def parse(text: str) -> Node:
    """The tree of a formula."""
    tokens: list[tuple[str, str]] = []
    at = 0
    text = text.strip()
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise FormulaError(text)
        kind = str(match.lastgroup)
        tokens.append((kind, match.group(kind)))
        at = match.end()
        if kind == "func" and re.match(r"\s+(?!and\b|or\b)[A-Za-z_]\w*", text[at:], re.IGNORECASE):
            raise DeadlyFormula(text)
    if not tokens:
        raise FormulaError(text)
    parser = _Parser(tokens)
    node = parser.either()
    if parser.at != len(tokens):
        if parser.peek()[0] == "number":
            raise DeadlyFormula(text)
        raise FormulaError(text)
    return node


class _Parser:
    def __init__(self, tokens: list[tuple[str, str]]) -> None:
        self.tokens = tokens
        self.at = 0

    def peek(self) -> tuple[str, str]:
        return self.tokens[self.at] if self.at < len(self.tokens) else ("end", "")

    def word(self, wanted: str) -> bool:
        kind, text = self.peek()
        if kind == "word" and text.lower() == wanted:
            self.at += 1
            return True
        return False

    def either(self) -> Node:
        parts = [self.both()]
        while self.word("or"):
            parts.append(self.both())
        return parts[0] if len(parts) == 1 else Node("or", None, tuple(parts))

    def both(self) -> Node:
        parts = [self.negation()]
        while self.word("and"):
            parts.append(self.negation())
        return parts[0] if len(parts) == 1 else Node("and", None, tuple(parts))

    def negation(self) -> Node:
        if self.word("not"):
            return Node("not", None, (self.negation(),))
        return self.comparison()

    def comparison(self) -> Node:
        left = self.operand()
        kind, op = self.peek()
        if kind != "op":
            return left
        self.at += 1
        right = self.operand()
        return Node("compare", "<>" if op == "!=" else op, (left, right))

    def operand(self) -> Node:
        kind, text = self.peek()
        self.at += 1
        if kind == "paren" and text == "(":
            inner = self.either()
            if self.peek() != ("paren", ")"):
                raise FormulaError("unclosed parenthesis")
            self.at += 1
            return inner
        if kind == "date":
            return Node("const", Day(parse_date(text.split('"')[1]) or 0))
        if kind == "text":
            return Node("const", text[1:-1])
        if kind == "number":
            return Node("const", float(text))
        if kind == "word" and text.lower() in ("yes", "no"):
            return Node("const", text.lower() == "yes")
        if kind == "method":
            return Node("method", text[1:].lower())
        if kind == "var":
            return Node("var", text[2:].lower())
        if kind == "func":
            name, _, argument = text[2:].partition(":")
            return Node("func", (name.strip().lower(), argument.strip()))
        raise FormulaError(text)


def date_bounds(node: Node, variables: dict[str, Any]) -> tuple[int, int]:
    """The dates outside which nothing can match, read off the outermost ANDs; an open side is 0 or a far day."""
    low, high = 0, 1 << 40
    for part in node.parts if node.kind == "and" else (node,):
        if part.kind != "compare":
            continue
        left, right, op = part.parts[0], part.parts[1], part.value
        if right.kind == "method":
            left, right, op = right, left, _FLIP[op]
        if left.kind != "method" or left.value != "date":
            continue
        day = right.value if right.kind == "const" else variables.get(right.value) if right.kind == "var" else None
        if not isinstance(day, Day):
            continue
        if op in (">", ">=", "="):
            low = max(low, day.ordinal + (op == ">"))
        if op in ("<", "<=", "="):
            high = min(high, day.ordinal - (op == "<"))
    return low, high


def compile_formula(
    node: Node, methods: dict[str, Getter], variables: dict[str, Any], functions: dict[str, Getter]
) -> Getter:
    """A function from an object to the formula's value."""
    if node.kind in ("and", "or"):
        parts = [compile_formula(part, methods, variables, functions) for part in node.parts]
        if node.kind == "and":
            return lambda row: all(part(row) for part in parts)
        return lambda row: any(part(row) for part in parts)
    if node.kind == "not":
        inner = compile_formula(node.parts[0], methods, variables, functions)
        return lambda row: not inner(row)
    if node.kind == "compare":
        left = compile_formula(node.parts[0], methods, variables, functions)
        right = compile_formula(node.parts[1], methods, variables, functions)
        compare = _COMPARE[node.value]
        return lambda row: compare(left(row), right(row))
    if node.kind == "const":
        constant = node.value
        return lambda row: constant
    if node.kind == "var":
        bound = variables.get(node.value)
        return lambda row: bound
    if node.kind == "func":
        if node.value[0] not in functions:
            raise FormulaError(node.value[0])
        return functions[node.value[0]]
    return methods.get(node.value) or (lambda row: None)


def _same(left: Any, right: Any) -> bool:
    if isinstance(left, str) and isinstance(right, str):
        return fold(left) == fold(right)
    return _comparable(left, right) and bool(left == right)


def _comparable(left: Any, right: Any) -> bool:
    if left is None or right is None:
        return False
    if isinstance(left, Day) or isinstance(right, Day):
        return isinstance(left, Day) and isinstance(right, Day)
    return isinstance(left, str) == isinstance(right, str)


def _order(test: Callable[[Any, Any], bool]) -> Callable[[Any, Any], bool]:
    def compare(left: Any, right: Any) -> bool:
        if not _comparable(left, right):
            return False
        if isinstance(left, Day):
            return test(left.ordinal, right.ordinal)
        if isinstance(left, str):
            return test(fold(left), fold(right))
        return test(left, right)

    return compare


_COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "=": _same,
    "<>": lambda left, right: left is not None and right is not None and not _same(left, right),
    "<": _order(lambda left, right: left < right),
    ">": _order(lambda left, right: left > right),
    "<=": _order(lambda left, right: left <= right),
    ">=": _order(lambda left, right: left >= right),
}
