"""Bodies held against the vendor's own schema, and calls against its conventions.

The schema lies beside the repository (``../shared``) and describes XML: JSON is walked along the entity's complex
type (keys are elements; ``domain``, ``sparse`` and ``status`` are attributes; a reference's ``value`` is its text),
written down in the schema's order, and checked. Without the schema, or without ``xmlschema``, nothing is checked and
:data:`WHY_NOT` says so. It doesn't know what is required, how long a text may be, or what rules there are between
fields.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, SubElement

import orjson

from tests.simulators.web import Answer, Request

SPEC = Path(__file__).resolve().parents[4] / "shared" / "specs" / "quickbooks" / "xsd" / "IntuitRestServiceDef.xsd"
WHY_NOT = f"the vendor's schema is not checked: {SPEC.name} or xmlschema is not there"
MINOR_VERSION = "75"
_NAMESPACE = "{http://schema.intuit.com/finance/v3}"
_OPERATIONS = {"create", "update", "delete", "void"}
_OF_ITEM = {"bId", "operation", "optionsData", "Query"}
_OF_LIST = {"startPosition", "maxResults", "totalCount"}
#: Of a list's records so many are looked at.
_OF_EACH = 20
_PATH = re.compile(r"/v3/company/[^/]+/([a-z]+)(/.*)?")


@dataclass(frozen=True)
class Violation:
    """``side`` is ``request`` or ``answer``."""

    side: str
    method: str
    path: str
    problem: str


class SpecCheck:
    """Not for several threads at once."""

    def __init__(self, path: Path) -> None:
        import xmlschema

        # The vendor's own is sound: checking it too takes most of the time.
        self._schema = xmlschema.XMLSchema(str(path), validation="skip")
        self._by_path = {name.lower(): name for name in self._schema.elements}

    @staticmethod
    @cache
    def load() -> SpecCheck | None:
        """``None`` when there is nothing to check against. It takes seconds, once."""
        try:
            return SpecCheck(SPEC) if SPEC.is_file() else None
        except ImportError:
            return None

    # --- calls -------------------------------------------------------------------------------------------------

    def of_request(self, request: Request) -> list[Violation]:
        found = _PATH.fullmatch(request.path)
        problems = list(self._asked(request, found[1])) if found else []
        return [Violation("request", request.method, request.path, problem) for problem in problems]

    def of_answer(self, request: Request, answer: Answer) -> list[Violation]:
        found = _PATH.fullmatch(request.path)
        if found is None or answer.status != 200 or "json" not in answer.content_type:
            return []
        body = orjson.loads(answer.content())
        problems = self._told({name: value for name, value in body.items() if name != "time"}, "")
        return [Violation("answer", request.method, request.path, problem) for problem in problems]

    def _asked(self, request: Request, what: str) -> Iterator[str]:
        if request.query.get("minorversion") != MINOR_VERSION:
            yield f"minorversion is {request.query.get('minorversion')}"
        if "json" not in request.headers.get("accept", ""):
            yield "it accepts XML"
        if request.method != "POST" or what == "query":
            return
        try:
            body = orjson.loads(request.body)
        except ValueError:
            yield "the body is not JSON"
            return
        if what == "batch":
            for item in body.get("BatchItemRequest", ()):
                yield from self._item(item)
        else:
            yield from self.of_entity(self._by_path.get(what, what), body)

    def _item(self, item: dict[str, Any]) -> Iterator[str]:
        if "Query" not in item and item.get("operation") not in _OPERATIONS:
            yield f"operation: {item.get('operation')!r}"
        for name, body in item.items():
            if name not in _OF_ITEM:
                yield from self.of_entity(name, body)

    def _told(self, body: dict[str, Any], at: str) -> Iterator[str]:
        for name, value in body.items():
            if name in {"Fault", "bId"} or (name in _OF_LIST and at):
                continue
            if name in {"QueryResponse", "CDCResponse", "BatchItemResponse"}:
                for one in value if isinstance(value, list) else [value]:
                    yield from self._told(one, name)
            else:
                for one in value[:_OF_EACH] if isinstance(value, list) else [value]:
                    yield from self.of_entity(name, one)

    # --- bodies ------------------------------------------------------------------------------------------------

    def of_entity(self, name: str, body: Any) -> list[str]:
        """What is wrong with a record of that entity, each with its place."""
        declared = self._schema.elements.get(name)
        if declared is None:
            return [f"{name}: there is no such entity"]
        unknown: list[str] = []
        made = Element(f"{_NAMESPACE}{name}")
        _walk(made, declared.type, body, name, unknown)
        found = [f"{_place(error.path or name)}: {error.reason}" for error in declared.iter_errors(made)]
        return unknown + found


def _walk(made: Element, kind: Any, value: Any, at: str, unknown: list[str]) -> None:
    """Write a JSON value into an element of that type; keys that the type doesn't have are told."""
    if not isinstance(value, dict):
        made.text = _text(value)
        return
    attributes = getattr(kind, "attributes", {})
    simple = kind.is_simple() or kind.has_simple_content()
    children: dict[str, Any] = {} if simple else {one.local_name: one for one in _elements(kind)}
    for name in value:
        if name in attributes:
            made.set(name, _text(value[name]))
        elif simple and name == "value":
            made.text = _text(value[name])
        elif name not in children:
            unknown.append(f"{at}.{name}: there is no such field")
    for name, declared in children.items():
        if name in attributes:
            continue
        given = value.get(name)
        for one in given if isinstance(given, list) else [given] if name in value else []:
            inner = SubElement(made, declared.name)
            _walk(inner, declared.type, one, f"{at}.{name}", unknown)


def _elements(kind: Any) -> Iterable[Any]:
    """In the schema's order, without those that stand for anything; with those that may stand in another's place."""
    for one in kind.content.iter_elements():
        if one.local_name is None:
            continue
        yield one
        yield from one.iter_substitutes()


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)


def _place(path: str) -> str:
    return re.sub(r"\{[^}]*\}|\w+:|^/", "", path).replace("/", ".")
