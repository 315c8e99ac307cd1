"""Templates: texts with ``{names}`` in them, and whole values that begin with ``=`` and are formulas of the mapping engine. Nothing
of Python is reachable from either.

``{record}`` alone is the record's object, ``{record.city}`` one value of it. In an address every value is quoted. ``{{`` is a
brace.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from app.mapping.formula import Formula, FormulaError, compile_formula
from app.mapping.names import Names

_PIECE = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")
_NAME = re.compile(r"^[a-z_]+$|^record\.[^\s{}]+$")
#: Names that stand for an object and therefore alone.
OBJECTS = frozenset({"record", "whole"})

#: What the names stand for. A value is a text, a number, or (``record``, ``whole``) an object in the other system's JSON.
Values = Mapping[str, Any]


class BadTemplate(ValueError):
    """A template that can't be used; the text is the end of a sentence."""


def names_in(template: Any) -> Iterator[str]:
    """All names of a template, of a whole body, too. Raises :class:`BadTemplate`."""
    if isinstance(template, Mapping):
        for value in template.values():
            yield from names_in(value)
    elif isinstance(template, list):
        for value in template:
            yield from names_in(value)
    elif isinstance(template, str):
        yield from _names(template)


def _names(text: str) -> Iterator[str]:
    if text.startswith("="):
        yield from _formula(text[1:]).fields
        return
    for piece in _PIECE.finditer(text):
        if piece[0] in {"{{", "}}"}:
            continue
        if piece[1] is None:
            raise BadTemplate(f"has a “{piece[0]}” that belongs to no name: write it twice for a brace")
        if not _NAME.match(piece[1]):
            raise BadTemplate(f"has no name in “{piece[0]}”")
        if piece[1] in OBJECTS and piece[0] != text:
            raise BadTemplate(f"has {piece[0]} beside other text: it must stand alone")
        yield piece[1]


def check(template: Any, known: Collection[str], *, objects: bool = False) -> None:
    """That only ``known`` names are in it, and objects only where they may be. Raises :class:`BadTemplate`."""
    for name in names_in(template):
        head = name.split(".", 1)[0]
        if head not in known or (name in OBJECTS and not objects):
            raise BadTemplate(f"names “{name}”, which there is not here; known are {', '.join(sorted(known))}")


@lru_cache(maxsize=256)
def _formula(text: str) -> Formula:
    try:
        return compile_formula(text, Names(None, with_value=False))
    except FormulaError as error:
        raise BadTemplate(f"is no formula that can be used: {error.sentence}") from None


def text_of(template: str, values: Values) -> str:
    """``template`` as a text. Raises :class:`BadTemplate` for a formula that can't be calculated."""
    return _words(value_of(template, values))


def address_of(template: str, values: Values) -> str:
    """``template`` as a part of an address."""
    return _filled(template, values, lambda value: quote(_words(value), safe=""))


def value_of(template: Any, values: Values) -> Any:
    """``template`` as JSON: an object, a list, a text, a number, a flag."""
    if isinstance(template, Mapping):
        return {name: value_of(inner, values) for name, inner in template.items()}
    if isinstance(template, list):
        return [value_of(inner, values) for inner in template]
    if not isinstance(template, str):
        return template
    if template.startswith("="):
        return _calculated(template[1:], values)
    alone = _PIECE.fullmatch(template)
    if alone and alone[1]:
        return _named(alone[1], values)
    return _filled(template, values, _words)


def _filled(template: str, values: Values, write: Callable[[Any], str]) -> str:
    def put(piece: re.Match[str]) -> str:
        return write(_named(piece[1], values)) if piece[1] else piece[0][:1]

    return _PIECE.sub(put, template)


def _calculated(formula: str, values: Values) -> Any:
    made = _formula(formula)
    try:
        found = made.value({name: _flat(_named(name, values)) for name in made.fields})
    except FormulaError as error:
        raise BadTemplate(f"“={formula}” {error.message}") from None
    if isinstance(found, Decimal):
        return int(found) if found == found.to_integral_value() else float(found)
    return found


def _named(name: str, values: Values) -> Any:
    head, _, rest = name.partition(".")
    return at(values.get(head), rest)


def _flat(value: Any) -> Any:
    """As a formula takes it: numbers as text."""
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


def _words(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def at(value: Any, place: str) -> Any:
    """What stands at a place (``meta.next``) of a JSON value; ``None`` where there is nothing."""
    for step in place.split(".") if place else ():
        if isinstance(value, Mapping):
            value = value.get(step)
        elif isinstance(value, list) and step.isdecimal() and int(step) < len(value):
            value = value[int(step)]
        else:
            return None
    return value


def within(row: Any, path: str) -> Any:
    """What stands at a field's path of a row; of a list the first."""
    for step in path.split("."):
        value = row.get(step.removesuffix("[]")) if isinstance(row, Mapping) else None
        row = (value[0] if value else None) if step.endswith("[]") and isinstance(value, list) else value
    return row
