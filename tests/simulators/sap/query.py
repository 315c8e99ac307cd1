"""``$filter`` and ``$orderby``, as far as the Service Layer takes them: no functions but those of texts, no arithmetic."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from tests.simulators.sap.problems import Refused
from tests.simulators.sap.schema import ENUMS, Property
from tests.simulators.sap.values import Row, day, enumerated, moment

Test = Callable[[Row], bool]
_TOKEN = re.compile(
    r"\s*(?:(?P<literal>(?P<prefix>datetimeoffset|datetime|time|date)'(?P<inner>[^']*)')|(?P<text>'(?:[^']|'')*')"
    r"|(?P<bare>\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?|\d\d:\d\d(?::\d\d(?:\.\d+)?)?)"
    r"|(?P<number>-?\d+(?:\.\d+)?[mMdDfFL]?)|(?P<word>[A-Za-z_]\w*(?:/\w+)?)|(?P<mark>[(),]))"
)
_COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "eq": operator.eq, "ne": operator.ne, "gt": operator.gt, "ge": operator.ge, "lt": operator.lt, "le": operator.le,
}  # fmt: skip
_FUNCTIONS = ("startswith", "endswith", "contains", "substringof")
_SYNTAX = "Query string error - Invalid filter condition"


@dataclass(frozen=True)
class Options:
    """What one query is read with. ``cased``: capitals count; ``bare``: days and times may come without quotes;
    ``minutes``: the seconds of a time don't count."""

    properties: Mapping[str, Property]
    cased: bool = True
    bare: bool = True
    minutes: bool = True


@dataclass(frozen=True)
class Filter:
    """``after`` is the key that all rows come behind (``CardCode gt 'C3'``), when the filter says so."""

    test: Test
    after: tuple[str, Any] | None = None


def read_filter(text: str, options: Options) -> Filter:
    return _Parser(text, options).read()


def read_order(text: str, options: Options) -> Callable[[list[Row]], None]:
    """Sorts a list where it stands."""
    parts: list[tuple[str, bool]] = []
    for part in text.split(","):
        name, _, way = part.strip().partition(" ")
        named(options.properties, name)
        if way.strip() not in {"", "asc", "desc"}:
            raise Refused(201, "Query string error - Invalid orderby")
        parts.append((name, way.strip() == "desc"))

    def sort(rows: list[Row]) -> None:
        for name, falling in reversed(parts):
            rows.sort(key=lambda row: _sortable(row.get(name)), reverse=falling)

    return sort


def named(properties: Mapping[str, Property], name: str) -> Property:
    """A plain property. Raises the refusal for another."""
    found = properties.get(name)
    if found is None or not found.plain:
        raise Refused(201, f"Property '{name}' is invalid")
    return found


def _sortable(value: Any) -> Any:
    return (value is not None, value if value is not None else 0)


class _Parser:
    def __init__(self, text: str, options: Options) -> None:
        self._options = options
        self._tokens: list[tuple[str, str]] = []
        place, text = 0, text.rstrip()
        while place < len(text):
            found = _TOKEN.match(text, place)
            if found is None:
                raise Refused(201, _SYNTAX)
            kind = "prefixed" if found["literal"] else str(found.lastgroup)
            self._tokens.append((kind, found["inner"] if found["literal"] else found[kind]))
            place = found.end()
        self._at = 0
        self._after: tuple[str, Any] | None = None

    def read(self) -> Filter:
        test = self._either(top=True)
        if self._at < len(self._tokens):
            raise Refused(201, _SYNTAX)
        return Filter(test, self._after)

    def _either(self, top: bool = False) -> Test:
        tests = [self._all(top)]
        while self._word("or"):
            tests.append(self._all(False))
        if len(tests) == 1:
            return tests[0]
        self._after = None
        return lambda row: any(test(row) for test in tests)

    def _all(self, top: bool) -> Test:
        tests = [self._one(top)]
        while self._word("and"):
            tests.append(self._one(top))
        return tests[0] if len(tests) == 1 else lambda row: all(test(row) for test in tests)

    def _one(self, top: bool) -> Test:
        if self._word("not"):
            inner = self._one(False)
            return lambda row: not inner(row)
        if self._mark("("):
            inner = self._either(top)
            if not self._mark(")"):
                raise Refused(201, _SYNTAX)
            return inner
        kind, text = self._take()
        if kind != "word":
            raise Refused(201, _SYNTAX)
        if text in _FUNCTIONS and self._mark("("):
            return self._function(text)
        return self._comparison(named(self._options.properties, text), top)

    def _comparison(self, one: Property, top: bool) -> Test:
        _, sign = self._take()
        compare = _COMPARE.get(sign)
        if compare is None:
            raise Refused(201, _SYNTAX)
        wanted = self._literal(one)
        if top and sign == "gt" and one.key and self._after is None:
            self._after = (one.name, wanted)
        fold = self._fold(one)
        if wanted is None:
            is_equal = sign == "eq"
            return lambda row: (row.get(one.name) is None) == is_equal
        folded = fold(wanted)

        def test(row: Row) -> bool:
            value = row.get(one.name)
            return compare(fold(value), folded) if value is not None else sign == "ne"

        return test

    def _fold(self, one: Property) -> Callable[[Any], Any]:
        if one.kind == "text" and not self._options.cased:
            return lambda value: str(value).casefold()
        if one.kind == "time" and self._options.minutes:
            return lambda value: str(value)[:5]
        return lambda value: value

    def _function(self, name: str) -> Test:
        first, second = self._argument(","), self._argument(")")
        (_, field), (_, wanted) = (second, first) if name == "substringof" else (first, second)
        one = named(self._options.properties, field)
        fold = self._fold(one)
        text = str(fold(wanted))

        def test(row: Row) -> bool:
            value = str(fold(row.get(one.name) or ""))
            if name == "startswith":
                return value.startswith(text)
            return value.endswith(text) if name == "endswith" else text in value

        return test

    def _argument(self, closing: str) -> tuple[str, str]:
        kind, text = self._take()
        if kind not in {"word", "text"} or not self._mark(closing):
            raise Refused(201, _SYNTAX)
        return kind, _unquoted(text) if kind == "text" else text

    def _literal(self, one: Property) -> Any:
        kind, text = self._take()
        if (kind, text) == ("word", "null"):
            return None
        if kind == "text":
            text = _unquoted(text)
        elif kind == "bare" and not self._options.bare:
            raise Refused(201, _SYNTAX)
        found: Any = None
        if one.kind == "date":
            found = day(text) if kind in {"text", "prefixed", "bare"} else None
        elif one.kind == "time":
            found = moment(text) if kind in {"text", "prefixed", "bare"} else None
        elif one.kind in ENUMS:
            found = enumerated(one.kind, text) if kind == "text" else None
        elif one.kind == "text":
            found = text if kind == "text" else None
        elif kind in {"number", "text"}:
            found = _number(text)
        if found is None:
            raise Refused(201, _SYNTAX)
        return found

    def _take(self) -> tuple[str, str]:
        if self._at >= len(self._tokens):
            raise Refused(201, _SYNTAX)
        self._at += 1
        return self._tokens[self._at - 1]

    def _next(self, kind: str, text: str) -> bool:
        """Whether that comes next, which is then passed."""
        here = self._at < len(self._tokens) and self._tokens[self._at] == (kind, text)
        self._at += here
        return here

    def _word(self, text: str) -> bool:
        return self._next("word", text)

    def _mark(self, text: str) -> bool:
        return self._next("mark", text)


def _unquoted(text: str) -> str:
    return text[1:-1].replace("''", "'")


def _number(text: str) -> float | None:
    try:
        return float(text.rstrip("mMdDfFL"))
    except ValueError:
        return None
