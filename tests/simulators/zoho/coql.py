"""COQL: ``select … from … where … [order by …] [limit [offset,] n [offset m]]``, as much of it as a sync asks."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable
from typing import Any

from tests.simulators.web import Answer, Request
from tests.simulators.zoho.bodies import body_of
from tests.simulators.zoho.moments import read_moment, text_of
from tests.simulators.zoho.org import Org, Record, Table, key_of
from tests.simulators.zoho.problems import Refused, error, invalid
from tests.simulators.zoho.rendering import in_list

MOST_ROWS, MOST_FIELDS, MOST_VALUES = 200, 500, 100
_WORDS = re.compile(r"\s*('(?:[^'\\]|\\.|'')*'|<=|>=|!=|<>|[=<>(),]|[\w$.:+-]+)")
_SHAPE = re.compile(r"(?is)\s*select\s+(?P<fields>.+?)\s+from\s+(?P<module>\w+)(?P<rest>.*)")
_COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "=": lambda a, b: key_of(a) == key_of(b),
    "!=": lambda a, b: key_of(a) != key_of(b),
    ">": lambda a, b: a is not None and _pair(a, b)[0] > _pair(a, b)[1],
    "<": lambda a, b: a is not None and _pair(a, b)[0] < _pair(a, b)[1],
    ">=": lambda a, b: a is not None and _pair(a, b)[0] >= _pair(a, b)[1],
    "<=": lambda a, b: a is not None and _pair(a, b)[0] <= _pair(a, b)[1],
}
Test = Callable[[Record], bool]


def _pair(a: Any, b: Any) -> tuple[Any, Any]:
    """Two values that can be compared: as numbers where the stored one is a number, else as texts."""
    if isinstance(a, int | float) and not isinstance(a, bool):
        with contextlib.suppress(ValueError):
            return float(a), float(b)
    return str(a), str(b)


def syntax(**details: Any) -> Refused:
    message = "missing clause" if "clause" in details else "error occured while parsing the query"
    return Refused(400, error("SYNTAX_ERROR", message, details))


def _query(**details: Any) -> Refused:
    return Refused(400, error("INVALID_QUERY", "Invalid query formed", details))


class Coql:
    def __init__(self, org: Org) -> None:
        self.org = org

    def answer(self, request: Request) -> Answer:
        text = body_of(request).get("select_query")
        if text is None:
            raise Refused(400, error("MANDATORY_NOT_FOUND", "mandatory key not found", {"api_name": "select_query"}))
        if not isinstance(text, str):
            raise Refused(400, invalid("select_query", "$.select_query", expected_data_type="string"))
        shape = _SHAPE.fullmatch(text)
        if shape is None:
            raise Refused(400, error("SYNTAX_ERROR", "given coql query not supported"))
        table = self.org.tables.get(shape["module"])
        if table is None or table.module.is_subform:
            raise _query(module=shape["module"])
        names = [name.strip() for name in shape["fields"].split(",")]
        if len(names) > MOST_FIELDS:
            raise Refused(400, error("LIMIT_EXCEEDED", "limit exceeded", {"limit": MOST_FIELDS, "clause": "select"}))
        for name in names:
            _known(table, name)
        return self._rows(table, names, _Parser(table, _words(shape["rest"])))

    def _rows(self, table: Table, names: list[str], asked: _Parser) -> Answer:
        asked.read()
        found = [record for record in asked.candidates(table) if asked.test(record)]
        found.sort(key=lambda record: record["id"])
        for name, falling in reversed(asked.order):
            found.sort(key=lambda record: (record.get(name) is not None, str(record.get(name) or "")), reverse=falling)
        page = found[asked.offset : asked.offset + asked.limit]
        if not page:
            return Answer(204)
        plain = [name.split(".")[0] for name in names]
        data = in_list(self.org, table.module, page, plain)
        return Answer(
            200, {"data": data, "info": {"count": len(page), "more_records": asked.offset + asked.limit < len(found)}}
        )


def _words(text: str) -> list[str]:
    found, at = [], 0
    text = text.strip().rstrip(";")
    while at < len(text):
        word = _WORDS.match(text, at)
        if word is None:
            raise syntax(near=text[at : at + 20])
        found.append(word[1])
        at = word.end()
        while at < len(text) and text[at].isspace():
            at += 1
    return found


def _known(table: Table, name: str) -> str:
    """A field's name, or ``Lookup.field`` as its lookup. Raises the answer for one that there isn't."""
    plain = name.split(".", maxsplit=1)[0]
    field = table.module.fields.get(plain)
    if plain != "id" and (field is None or not field.in_lists):
        raise _query(column_name=name)
    return plain


class _Parser:
    """The clauses behind the module's name. More than two criteria have to stand in parentheses, two by two."""

    def __init__(self, table: Table, words: list[str]) -> None:
        self.table = table
        self.test: Test = lambda _: True
        self.order: list[tuple[str, bool]] = []
        self.limit, self.offset = MOST_ROWS, 0
        self._words = words
        self._at = 0
        self._exact: tuple[str, list[str]] | None = None

    def _peek(self) -> str:
        return self._words[self._at].lower() if self._at < len(self._words) else ""

    def _next(self) -> str:
        if self._at >= len(self._words):
            raise syntax(near=self._words[-1] if self._words else "")
        self._at += 1
        return self._words[self._at - 1]

    def _take(self, *wanted: str) -> bool:
        if [word.lower() for word in self._words[self._at : self._at + len(wanted)]] != list(wanted):
            return False
        self._at += len(wanted)
        return True

    def read(self) -> None:
        if not self._take("where"):
            raise syntax(clause="where")
        self.test = self._either()
        if self._take("order", "by"):
            self._order()
        if self._take("limit"):
            self._limits()
        if self._at < len(self._words):
            raise syntax(near=self._words[self._at])

    def _order(self) -> None:
        while True:
            name = _known(self.table, self._next())
            self.order.append((name, self._take("desc")))
            self._take("asc")
            if not self._take(","):
                return

    def _limits(self) -> None:
        self.limit = self._whole("limit")
        if self._take(","):
            self.offset, self.limit = self.limit, self._whole("limit")
        elif self._take("offset"):
            self.offset = self._whole("offset")
        if self.limit < 1:
            raise Refused(400, error("INVALID_DATA", "limit should be greater than 0"))
        if self.limit > MOST_ROWS:
            raise Refused(400, error("LIMIT_EXCEEDED", "limit exceeded", {"limit": MOST_ROWS, "clause": "limit"}))

    def _whole(self, what: str) -> int:
        word = self._next()
        if not word.isdigit():
            raise _query(**{what: word})
        return int(word)

    def _either(self) -> Test:
        first = self._single()
        word = self._peek()
        if word not in {"and", "or"}:
            return first
        self._next()
        if word == "or":
            self._exact = None
        second = self._single()
        if self._peek() in {"and", "or"}:
            raise syntax(near=self._peek())
        if word == "and":
            return lambda record: first(record) and second(record)
        return lambda record: first(record) or second(record)

    def _single(self) -> Test:
        if self._take("("):
            found = self._either()
            if not self._take(")"):
                raise syntax(near=self._peek())
            return found
        return self._criterion()

    def _criterion(self) -> Test:
        written = self._next()
        name = _known(self.table, written)
        if self._take("is", "not", "null"):
            return lambda record: record.get(name) is not None
        if self._take("is", "null"):
            return lambda record: record.get(name) is None
        if self._take("not", "in"):
            values = {key_of(value) for value in self._values()}
            return lambda record: key_of(record.get(name)) not in values
        if self._take("in"):
            return self._in(name, self._values())
        if self._take("not", "like"):
            pattern = _like(self._value())
            return lambda record: not pattern.fullmatch(str(record.get(name) or ""))
        if self._take("like"):
            pattern = _like(self._value())
            return lambda record: bool(pattern.fullmatch(str(record.get(name) or "")))
        if self._take("between"):
            low = self._value()
            if not self._take("and"):
                raise syntax(near=self._peek())
            return self._both(name, low, self._value())
        return self._compared(name, written)

    def _in(self, name: str, values: list[str]) -> Test:
        keys = {key_of(value) for value in values}
        self._narrow(name, values)
        return lambda record: key_of(record.get(name)) in keys

    def _both(self, name: str, low: str, high: str) -> Test:
        return lambda record: _COMPARE[">="](record.get(name), low) and _COMPARE["<="](record.get(name), high)

    def _compared(self, name: str, written: str) -> Test:
        sign = self._next()
        compare = _COMPARE.get("!=" if sign == "<>" else sign)
        if compare is None:
            raise syntax(near=sign)
        field = self.table.module.fields.get(name)
        if field and field.data_type in {"text", "email", "phone", "picklist"} and sign in {"<", ">", "<=", ">="}:
            raise _query(reason="invalid operator found", column_name=written, operator=sign)
        value = self._value()
        if sign == "=":
            self._narrow(name, [value])
        return lambda record: compare(record.get(name), value)

    def _narrow(self, name: str, values: list[str]) -> None:
        if self._exact is None:
            self._exact = name, values

    def candidates(self, table: Table) -> list[Record]:
        """All records, or those that an equality leaves; it must not be one side of an ``or``."""
        alone = not any(word.lower() == "or" for word in self._words)
        if self._exact is None or not alone:
            return list(table.records.values())
        name, values = self._exact
        ids = {id for value in values for id in ([value] if name == "id" else table.with_value(name, value))}
        return [table.records[id] for id in ids if id in table.records]

    def _value(self) -> str:
        word = self._next()
        if word.startswith("'"):
            word = re.sub(r"''|\\(.)", lambda found: found[1] or "'", word[1:-1])
        elif word.lower() in {"true", "false"}:
            return word.capitalize()
        moment = read_moment(word)
        return text_of(moment) if moment else word

    def _values(self) -> list[str]:
        if not self._take("("):
            raise syntax(near=self._peek())
        found = [self._value()]
        while self._take(","):
            found.append(self._value())
        if not self._take(")"):
            raise syntax(near=self._peek())
        if len(found) > MOST_VALUES:
            raise Refused(400, error("LIMIT_EXCEEDED", "limit exceeded", {"limit": MOST_VALUES, "operator": "in"}))
        return found


def _like(text: str) -> re.Pattern[str]:
    return re.compile(".*".join(map(re.escape, text.split("%"))), re.IGNORECASE | re.DOTALL)
