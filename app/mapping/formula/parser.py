"""From tokens to functions that calculate: every rule of the grammar makes a closure over the closures of its parts."""

from __future__ import annotations

import decimal as decimals
import operator
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeAlias

from app.mapping.formula.functions import CONTEXT, FUNCTIONS, Item, bounded, call, number, number_or_none, text
from app.mapping.formula.tokens import FormulaError, Token, tokens
from app.mapping.names import Names, names_of
from app.model.values import Value

Record: TypeAlias = Mapping[str, Value]
_Node = Callable[[Record], Item]
_Operation = Callable[[Item, Item], Item]

_DEPTH = 30
_WORDS = {"true": True, "false": False, "null": None}
_SPECIAL = {"if", "exists"}


def _arithmetic(function: Callable[[Decimal, Decimal], Decimal]) -> _Operation:
    def operation(first: Item, second: Item) -> Item:
        return None if first is None or second is None else function(number(first), number(second))

    return operation


_SUMS: Mapping[str, _Operation] = {
    "+": _arithmetic(CONTEXT.add),
    "-": _arithmetic(CONTEXT.subtract),
    "&": lambda first, second: bounded(text(first) + text(second)),
}
_PRODUCTS: Mapping[str, _Operation] = {
    "*": _arithmetic(CONTEXT.multiply),
    "/": _arithmetic(CONTEXT.divide),
    "%": _arithmetic(CONTEXT.remainder),
}
_ORDERS: Mapping[str, Callable[[Any, Any], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


@dataclass(frozen=True)
class Formula:
    """A compiled formula. ``fields`` are the names it reads."""

    text: str
    fields: frozenset[str]
    _run: _Node

    def value(self, record: Record) -> Item:
        """Raises :class:`FormulaError`."""
        try:
            return self._run(record)
        except FormulaError:
            raise
        except decimals.DivisionByZero:
            raise FormulaError("divides by zero") from None
        except decimals.DecimalException:
            raise FormulaError("leads to a number that is too large") from None
        except ValueError as error:
            raise FormulaError(f"can't be calculated: {error}") from None

    def holds(self, record: Record) -> bool:
        """Is it true? Null is not. Raises :class:`FormulaError`."""
        return _truth(self.value(record))


def compile_formula(formula: str, names: Names | Collection[str]) -> Formula:
    """``names``: the fields it may read. Raises :class:`FormulaError` with the place at fault."""
    parser = _Parser(tokens(formula), names_of(names))
    node = parser.choice()
    parser.expect_end()
    return Formula(formula, frozenset(parser.read), node)


class _Parser:
    """Recursive descent; ``_depth`` keeps brackets within what a stack can hold."""

    def __init__(self, found: list[Token], names: Names) -> None:
        self._tokens = found
        self._at = 0
        self._names = names
        self._depth = 0
        self.read: set[str] = set()

    @property
    def _next(self) -> Token:
        return self._tokens[self._at]

    def _take(self) -> Token:
        token = self._next
        self._at += 1
        return token

    def _sign(self, *signs: str) -> str | None:
        if self._next.kind == "sign" and self._next.text in signs:
            return self._take().text
        return None

    def _word(self, word: str) -> bool:
        if self._next.kind == "name" and self._next.text.lower() == word:
            self._at += 1
            return True
        return False

    def _expect(self, sign: str) -> None:
        if self._sign(sign) is None:
            raise FormulaError(f"{sign!r} is missing", self._next.position)

    def expect_end(self) -> None:
        if self._next.kind != "end":
            raise FormulaError(f"{self._next.text!r} does not belong here", self._next.position)

    def choice(self) -> _Node:
        self._depth += 1
        if self._depth > _DEPTH:
            raise FormulaError("the formula is nested too deeply", self._next.position)
        parts = [self._both()]
        while self._word("or"):
            parts.append(self._both())
        self._depth -= 1
        return parts[0] if len(parts) == 1 else lambda record: any(_truth(part(record)) for part in parts)

    def _both(self) -> _Node:
        parts = [self._negation()]
        while self._word("and"):
            parts.append(self._negation())
        return parts[0] if len(parts) == 1 else lambda record: all(_truth(part(record)) for part in parts)

    def _negation(self) -> _Node:
        turns = 0
        while self._word("not"):
            turns += 1
        node = self._comparison()
        if not turns:
            return node
        wanted = turns % 2 == 0
        return lambda record: _truth(node(record)) is wanted

    def _comparison(self) -> _Node:
        left = self._sum()
        sign = self._sign("=", "==", "!=", "<>", "<", "<=", ">", ">=")
        if sign is None:
            return left
        right = self._sum()
        if sign in _ORDERS:
            return _ordered(_ORDERS[sign], left, right)
        wanted = sign in {"=", "=="}
        return lambda record: _equal(left(record), right(record)) is wanted

    def _sum(self) -> _Node:
        first, others = self._product(), list[tuple[_Operation, _Node]]()
        while sign := self._sign(*_SUMS):
            others.append((_SUMS[sign], self._product()))
        return _row(first, others)

    def _product(self) -> _Node:
        first, others = self._signed(), list[tuple[_Operation, _Node]]()
        while sign := self._sign(*_PRODUCTS):
            others.append((_PRODUCTS[sign], self._signed()))
        return _row(first, others)

    def _signed(self) -> _Node:
        minuses = 0
        while sign := self._sign("-", "+"):
            minuses += sign == "-"
        node = self._primary()
        return _row(lambda _record: Decimal(0), [(_SUMS["-"], node)]) if minuses % 2 else node

    def _primary(self) -> _Node:
        token = self._take()
        if token.kind == "number":
            figure = Decimal(token.text)
            return lambda _record: figure
        if token.kind == "text":
            quote = token.text[0]
            said = token.text[1:-1].replace(quote * 2, quote)
            return lambda _record: said
        if token.kind == "field":
            return self._field(token.text[1:-1].strip(), token)
        if token.kind == "name":
            return self._named(token)
        if token.kind == "sign" and token.text == "(":
            node = self.choice()
            self._expect(")")
            return node
        said = "the formula ends too early" if token.kind == "end" else f"{token.text!r} does not belong here"
        raise FormulaError(said, token.position)

    def _named(self, token: Token) -> _Node:
        name = token.text.lower()
        if self._next.kind == "sign" and self._next.text == "(":
            return self._call(name, token)
        if name in _WORDS and token.text not in (self._names.known or ()):
            value = _WORDS[name]
            return lambda _record: value
        return self._field(token.text, token)

    def _field(self, name: str, token: Token) -> _Node:
        found = self._names.find(name)
        if found is None:
            raise FormulaError(self._names.fault(name), token.position)
        self.read.add(found)
        return lambda record: _item(record.get(found))

    def _call(self, name: str, token: Token) -> _Node:
        if name not in FUNCTIONS and name not in _SPECIAL:
            raise FormulaError(f"there is no function {token.text!r}", token.position)
        self._expect("(")
        if name == "exists":
            return self._exists()
        parts: list[_Node] = []
        if not self._sign(")"):
            parts.append(self.choice())
            while self._sign(","):
                parts.append(self.choice())
            self._expect(")")
        if name == "if":
            if len(parts) not in {2, 3}:
                raise FormulaError("if() takes a condition and one or two values", token.position)
            return _if(*parts)
        function = FUNCTIONS[name]
        if not function.least <= len(parts) <= function.most:
            raise FormulaError(f"{name}() is used like {function.help}", token.position)
        return lambda record: call(function, [part(record) for part in parts])

    def _exists(self) -> _Node:
        token = self._take()
        if token.kind not in {"name", "field"}:
            raise FormulaError("exists() takes the name of a field", token.position)
        name = token.text[1:-1].strip() if token.kind == "field" else token.text
        self._field(name, token)
        self._expect(")")
        found = self._names.find(name)
        return lambda record: found in record


def _item(value: Value) -> Item:
    """A list is nothing that can be calculated with."""
    return value if isinstance(value, str | bool) else None


def _truth(item: Item) -> bool:
    if item is None or isinstance(item, bool):
        return bool(item)
    raise FormulaError(f"{text(item)[:40]!r} is neither true nor false")


def _if(condition: _Node, then: _Node, otherwise: _Node | None = None) -> _Node:
    def node(record: Record) -> Item:
        if _truth(condition(record)):
            return then(record)
        return None if otherwise is None else otherwise(record)

    return node


def _row(first: _Node, others: Sequence[tuple[_Operation, _Node]]) -> _Node:
    """Operations of one rank from left to right, in a loop: a long sum must not nest."""
    if not others:
        return first

    def node(record: Record) -> Item:
        item = first(record)
        for operation, other in others:
            item = operation(item, other(record))
        return item

    return node


def _comparable(first: Item, second: Item) -> tuple[Item, Item]:
    a, b = number_or_none(first), number_or_none(second)
    return (first, second) if a is None or b is None else (a, b)


def _equal(first: Item, second: Item) -> bool:
    if first is None or second is None:
        return first is second
    a, b = _comparable(first, second)
    return type(a) is type(b) and a == b


def _ordered(order: Callable[[Any, Any], bool], left: _Node, right: _Node) -> _Node:
    def node(record: Record) -> Item:
        first, second = left(record), right(record)
        if first is None or second is None:
            return False
        a, b = _comparable(first, second)
        if type(a) is not type(b) or isinstance(a, bool):
            raise ValueError(f"{text(first)[:40]!r} and {text(second)[:40]!r} can't be compared")
        return order(a, b)

    return node
