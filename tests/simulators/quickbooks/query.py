"""The query language: ``SELECT * | count(*) FROM Entity [WHERE …] [ORDERBY …] [STARTPOSITION n] [MAXRESULTS n]``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tests.simulators.quickbooks.books import Books, Record
from tests.simulators.quickbooks.entities import ENTITIES, Entity
from tests.simulators.quickbooks.moments import read_moment
from tests.simulators.quickbooks.problems import Body, Refused

MOST, DEFAULT = 1000, 100
_TOKEN = re.compile(
    r"\s*(?:(?P<text>'(?:[^'\\]|\\.)*')|(?P<count>count\s*\(\s*\*\s*\))|(?P<op><=|>=|<|>|=)|(?P<mark>[(),*])"
    r"|(?P<number>-?\d+(?:\.\d+)?)(?![\w.])|(?P<word>[A-Za-z_][\w.]*))",
    re.IGNORECASE,
)
_OPERATORS = {"=", "<", ">", "<=", ">=", "LIKE", "IN"}
Value = str | float | bool


@dataclass(frozen=True)
class Condition:
    name: str
    operator: str
    values: tuple[Value, ...]


@dataclass(frozen=True)
class Query:
    """``order``: (field, falling) pairs."""

    entity: Entity
    count: bool
    where: tuple[Condition, ...]
    order: tuple[tuple[str, bool], ...]
    start: int
    most: int


class Queries:
    """``ids_as_text``: Ids are compared and ordered as text; as numbers when it is off. ``one_more``: a page has a
    record more than it was asked for."""

    def __init__(self, books: Books) -> None:
        self._books = books
        self.ids_as_text = True
        self.one_more = False

    def answer(self, statement: str, unseen: Iterable[tuple[str, str]] = ()) -> Body:
        """The ``QueryResponse``. Raises the fault."""
        query = _Parser(statement).parsed()
        table = self._books.tables[query.entity.name]
        found = table.listed((query.where, query.order, self.ids_as_text), lambda: self._found(query))
        hidden = {id for name, id in unseen if name == query.entity.name}
        if hidden:
            found = [record for record in found if record["Id"] not in hidden]
        if query.count:
            return {"totalCount": len(found)}
        most = query.most + (1 if self.one_more else 0)
        page = found[query.start - 1 : query.start - 1 + most]
        if not page:
            return {}
        told = [self._books.told(query.entity, record) for record in page]
        return {query.entity.name: told, "startPosition": query.start, "maxResults": len(told)}

    def _found(self, query: Query) -> list[Record]:
        tests = [self._test(condition) for condition in query.where]
        if query.entity.listed and all(condition.name != "Active" for condition in query.where):
            tests.append(lambda record: bool(record["Active"]))
        rows = self._books.tables[query.entity.name].records.values()
        found = [record for record in rows if all(test(record) for test in tests)]
        for name, falling in reversed(query.order):
            found.sort(key=self._key(name), reverse=falling)
        return found

    def _key(self, name: str) -> Callable[[Record], Any]:
        def key(record: Record) -> Any:
            value = _of(record, name)
            if name == "Id":
                return value if self.ids_as_text else int(value)
            if isinstance(value, (int, float)):
                return (1, value, "")
            return (0, 0, "") if value is None else (2, 0, str(value).casefold())

        return key

    def _test(self, condition: Condition) -> Callable[[Record], bool]:
        name, operator, values = condition.name, condition.operator, condition.values
        if name == "MetaData.LastUpdatedTime" or name == "MetaData.CreateTime":
            return self._at(name, operator, values)
        if operator == "IN":
            return lambda record: any(_equal(_of(record, name), value) for value in values)
        wanted = values[0]
        if operator == "LIKE":
            pattern = re.compile(".*".join(map(re.escape, str(wanted).split("%"))), re.IGNORECASE | re.DOTALL)
            return lambda record: bool(pattern.fullmatch(str(_of(record, name) or "")))
        if operator == "=":
            return lambda record: _equal(_of(record, name), wanted)
        compare = _COMPARE[operator]
        as_number = not (name == "Id" and self.ids_as_text)
        return lambda record: _compared(_of(record, name), wanted, compare, as_number)

    def _at(self, name: str, operator: str, values: tuple[Value, ...]) -> Callable[[Record], bool]:
        moments = [moment for value in values if (moment := read_moment(str(value)))]
        if len(moments) != len(values) or operator in {"LIKE", "IN"}:
            raise Refused("4001", f"value {values[0]} is not a date-time for property {name}")
        wanted, field = moments[0], name.partition(".")[2]
        compare = _COMPARE[operator]
        return lambda record: compare(datetime.fromisoformat(record["MetaData"][field]), wanted)


_COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "=": lambda one, other: bool(one == other),
    "<": lambda one, other: bool(one < other),
    ">": lambda one, other: bool(one > other),
    "<=": lambda one, other: bool(one <= other),
    ">=": lambda one, other: bool(one >= other),
}


def _of(record: Record, name: str) -> Any:
    """A field's value; a reference's is what it refers to."""
    value: Any = record
    for part in name.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    if not isinstance(value, dict):
        return value
    return next((value[part] for part in ("value", "Address", "FreeFormNumber", "URI") if part in value), None)


def _equal(value: Any, wanted: Value) -> bool:
    if isinstance(value, bool) or isinstance(wanted, bool):
        return str(value).lower() == str(wanted).lower()
    if isinstance(value, (int, float)):
        return _number(wanted) == value
    return value is not None and str(value).casefold() == str(wanted).casefold()


def _compared(value: Any, wanted: Value, compare: Callable[[Any, Any], bool], as_number: bool) -> bool:
    if value is None:
        return False
    number, other = _number(value), _number(wanted)
    if as_number and number is not None and other is not None:
        return compare(number, other)
    return compare(str(value).casefold(), str(wanted).casefold())


def _number(value: Any) -> float | None:
    try:
        return float(value)
    except ValueError:
        return None


class _Parser:
    def __init__(self, statement: str) -> None:
        self._tokens: list[tuple[str, str]] = []
        place = 0
        statement = statement.strip()
        while place < len(statement):
            found = _TOKEN.match(statement, place)
            if found is None:
                raise Refused("4000", f"Invalid content. Lexical error at line 1, column {place + 1}.")
            self._tokens.append((str(found.lastgroup), found[str(found.lastgroup)]))
            place = found.end()
        self._at = 0

    def parsed(self) -> Query:
        self._word("SELECT")
        kind, text = self._take()
        if kind != "count" and text != "*":
            raise self._unexpected(text)
        self._word("FROM")
        entity = self._entity()
        where = tuple(self._conditions()) if self._is("WHERE") else ()
        order = tuple(self._ordering()) if self._is("ORDERBY") else ()
        start = self._number("STARTPOSITION") if self._is("STARTPOSITION") else 1
        most = self._number("MAXRESULTS") if self._is("MAXRESULTS") else DEFAULT
        if self._at < len(self._tokens):
            raise self._unexpected(self._tokens[self._at][1])
        if most > MOST:
            raise Refused("4001", f"value {most} is too large. Max allowed value is {MOST}.")
        if start < 1:
            raise Refused("4001", f"value {start} is too small. Min allowed value is 1.")
        return Query(entity, kind == "count", where, order, start, most)

    def _entity(self) -> Entity:
        _, name = self._take()
        if name not in ENTITIES:
            raise Refused("4001", f"Metadata not found for Entity: {name}")
        return ENTITIES[name]

    def _conditions(self) -> Iterable[Condition]:
        while True:
            kind, name = self._take()
            if kind != "word":
                raise self._unexpected(name)
            if "." in name and not name.startswith("MetaData."):
                raise Refused("4001", f"property '{name}' is not queryable")
            _, operator = self._take()
            if operator.upper() not in _OPERATORS:
                raise self._unexpected(operator)
            yield Condition(name, operator.upper(), self._values(operator.upper()))
            if not self._is("AND"):
                return

    def _values(self, operator: str) -> tuple[Value, ...]:
        if operator != "IN":
            return (self._value(),)
        self._mark("(")
        found = [self._value()]
        while (mark := self._take()[1]) == ",":
            found.append(self._value())
        if mark != ")":
            raise self._unexpected(mark)
        return tuple(found)

    def _value(self) -> Value:
        kind, text = self._take()
        if kind == "text":
            return re.sub(r"\\(.)", r"\1", text[1:-1], flags=re.DOTALL)
        if kind == "number":
            return float(text)
        if text.lower() in {"true", "false"}:
            return text.lower() == "true"
        raise self._unexpected(text)

    def _ordering(self) -> Iterable[tuple[str, bool]]:
        while True:
            _, name = self._take()
            falling = self._is("DESC")
            if not falling:
                self._is("ASC")
            yield name, falling
            if self._at >= len(self._tokens) or self._tokens[self._at][1] != ",":
                return
            self._at += 1

    def _number(self, after: str) -> int:
        kind, text = self._take()
        if kind != "number" or "." in text:
            raise self._unexpected(text)
        return int(text)

    def _take(self) -> tuple[str, str]:
        if self._at >= len(self._tokens):
            raise Refused("4000", 'Encountered "<EOF>"')
        self._at += 1
        return self._tokens[self._at - 1]

    def _is(self, word: str) -> bool:
        """Whether that word comes next, which is then passed."""
        here = self._at < len(self._tokens) and self._tokens[self._at][1].upper() == word
        self._at += here
        return here

    def _word(self, word: str) -> None:
        if not self._is(word):
            raise self._unexpected(self._tokens[self._at][1] if self._at < len(self._tokens) else "<EOF>")

    def _mark(self, mark: str) -> None:
        if self._take()[1] != mark:
            raise self._unexpected(mark)

    def _unexpected(self, text: str) -> Refused:
        return Refused("4000", f'Encountered "{text}"')
