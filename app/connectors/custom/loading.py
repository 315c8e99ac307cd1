"""From a text (YAML or JSON) to a definition, or to what is wrong with it and in which line.

Only the plain parts of YAML count: ``no``, ``on`` and days are texts, tags are refused, and what aliases unfold to is counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache
from typing import Any

import yaml
from pydantic import BaseModel, ValidationError

from app.connectors.custom import definition as shape
from app.connectors.custom.definition import Definition
from app.connectors.custom.sense import Where, faults_in
from app.connectors.definitions import BadDefinition, Fault

#: No definition is longer, or has more parts, aliases unfolded.
LONGEST, _MOST, _DEEPEST = 256 * 1024, 20_000, 40
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,18})")
_DECIMAL = re.compile(r"[-+]?[0-9]{1,15}\.[0-9]{1,15}")
_WORDS: Mapping[str, Any] = {"": None, "~": None, "null": None, "true": True, "false": False}
_TAGS = frozenset(
    f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "map", "seq", "timestamp", "value")
)


def load(text: str) -> Definition:
    """Raises :class:`BadDefinition`."""
    found = _loaded(text)
    if isinstance(found, Definition):
        return found
    raise BadDefinition(found)


def faults_of(text: str) -> Sequence[Fault]:
    """Everything that is wrong with it, in the order of its lines; nothing for a good one."""
    found = _loaded(text)
    return () if isinstance(found, Definition) else found


def parts_of(text: str) -> Mapping[str, Any]:
    """What stands in it, whether or not it can be used. Raises :class:`BadDefinition` where it can't be read."""
    if len(text) > LONGEST:
        raise BadDefinition(faults_of(text))
    try:
        value, _ = _Reader(text).read()
    except _Unreadable as error:
        raise BadDefinition([error.fault]) from None
    if not isinstance(value, dict):
        raise BadDefinition(faults_of(text))
    return value


@lru_cache(maxsize=16)
def _loaded(text: str) -> Definition | tuple[Fault, ...]:
    if len(text) > LONGEST:
        return (
            Fault(0, 0, "", f"The definition is longer than {LONGEST // 1024} KB.", "Leave out what is not needed."),
        )
    try:
        value, marks = _Reader(text).read()
    except _Unreadable as error:
        return (error.fault,)
    try:
        made = Definition.model_validate(value)
    except ValidationError as error:
        return _sorted(_of_shape(value, one, marks) for one in error.errors(include_url=False))
    senseless = list(faults_in(made))
    if senseless:
        return _sorted(_fault(marks, where, message, hint) for where, message, hint in senseless)
    return made


def _sorted(faults: Iterator[Fault]) -> tuple[Fault, ...]:
    return tuple(sorted(set(faults), key=lambda one: (one.line, one.column, one.field)))


# --- reading ----------------------------------------------------------------------------------------------------------


class _Unreadable(Exception):
    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


@dataclass
class _Marks:
    """Where each part stands, by its path: ``(line, column)`` from 1, of names and of values."""

    names: dict[Where, tuple[int, int]] = field(default_factory=dict)
    values: dict[Where, tuple[int, int]] = field(default_factory=dict)

    def of(self, where: Where) -> tuple[int, int]:
        """Of the nearest part that stands there."""
        while where:
            if found := self.names.get(where) or self.values.get(where):
                return found
            where = where[:-1]
        return self.values.get((), (1, 1))


class _Reader:
    def __init__(self, text: str) -> None:
        text = text.removeprefix("\ufeff")
        # JSON may be set in with tabs, YAML may not.
        self._text = text.replace("\t", " ") if text.lstrip()[:1] == "{" else text
        self._marks = _Marks()
        self._count = 0

    def read(self) -> tuple[Any, _Marks]:
        """Raises :class:`_Unreadable`."""
        try:
            node = yaml.compose(self._text, Loader=yaml.SafeLoader)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
            raise _Unreadable(self._not_yaml(line, column, error.problem or "")) from None
        except (yaml.YAMLError, RecursionError):
            raise _Unreadable(Fault(0, 0, "", "This is no text that can be read as YAML or JSON.", "")) from None
        if node is None:
            raise _Unreadable(Fault(1, 1, "", "The definition is empty.", "Begin with one of the examples."))
        return self._value(node, (), 0), self._marks

    def _not_yaml(self, line: int, column: int, problem: str) -> Fault:
        shown = self._text.splitlines()[line - 1] if 0 < line <= len(self._text.splitlines()) else ""
        if "\t" in shown[:column]:
            said = "A line begins with a tab."
            return Fault(line, column, "", said, "Indent with spaces: YAML takes no tabs.")
        if "undefined alias" in problem:
            return Fault(line, column, "", "An alias names nothing that stands before it.", "Write out what it means.")
        hint = "Look at it and at the line before: a colon, a quotation mark or a bracket is missing, or it is set in wrongly."
        return Fault(line, column, "", "This line can't be read.", hint)

    def _value(self, node: Any, where: Where, depth: int) -> Any:
        self._count += 1
        if self._count > _MOST or depth > _DEEPEST:
            raise self._refused(node, where, "The definition unfolds to far too many parts.", "Use no nested aliases.")
        self._marks.values[where] = _place(node)
        if node.tag not in _TAGS:
            raise self._refused(
                node,
                where,
                f"“!{node.tag.rpartition(':')[2].lstrip('!')}” is not possible here.",
                "Leave out what begins with !.",
            )
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, where)
        if isinstance(node, yaml.SequenceNode):
            return [self._value(inner, (*where, n), depth + 1) for n, inner in enumerate(node.value)]
        return self._mapping(node, where, depth)

    def _mapping(self, node: Any, where: Where, depth: int) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for key, inner in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise self._refused(key, where, "A name must be a text.", "")
            name = key.value
            if name == "<<":
                raise self._refused(key, where, "“<<” is not possible here.", "Write out what is to be the same.")
            if name in made:
                raise self._refused(key, (*where, name), f"“{name}” stands here twice.", "Leave out one of them.")
            self._marks.names[(*where, name)] = _place(key)
            made[name] = self._value(inner, (*where, name), depth + 1)
        return made

    def _scalar(self, node: Any, where: Where) -> Any:
        text = node.value
        if "\x00" in text:
            raise self._refused(node, where, "A text holds a character that can't be used.", "")
        if node.style is not None:
            return text
        if text.lower() in _WORDS:
            return _WORDS[text.lower()]
        if _INTEGER.fullmatch(text):
            return int(text)
        return float(text) if _DECIMAL.fullmatch(text) else text

    def _refused(self, node: Any, where: Where, message: str, hint: str) -> _Unreadable:
        return _Unreadable(Fault(*_place(node), _shown(where), message, hint))


def _place(node: Any) -> tuple[int, int]:
    return node.start_mark.line + 1, node.start_mark.column + 1


def _shown(where: Where) -> str:
    """``resources.customers.errors[0].status``."""
    text = ""
    for step in where:
        text += f"[{step}]" if isinstance(step, int) else f".{step}"
    return text.removeprefix(".")


# --- what is wrong with the shape -------------------------------------------------------------------------------------


def _fault(marks: _Marks, where: Where, message: str, hint: str) -> Fault:
    return Fault(*marks.of(where), _shown(where), message, hint)


def _of_shape(value: Any, error: Any, marks: _Marks) -> Fault:
    where = _real(value, error["loc"])
    kind, told, name = error["type"], error.get("ctx") or {}, str(error["loc"][-1]) if error["loc"] else ""
    if kind == "missing":
        return _fault(marks, where[:-1], f"“{name}” is missing here.", f"Add a line “{name}: …”.")
    if kind == "extra_forbidden":
        close = get_close_matches(name, sorted(_known_names()), 1, 0.6)
        hint = f"Did you mean “{close[0]}”?" if close else "Leave it out, or look up how it is called."
        return _fault(marks, where, f"“{name}” is not known here.", hint)
    said, hint = _expected(kind, told)
    return _fault(
        marks, where, f"“{_shown(where).rpartition('.')[2]}” {said}" if where else f"A definition {said}", hint
    )


def _expected(kind: str, told: Mapping[str, Any]) -> tuple[str, str]:
    if kind == "literal_error":
        return "can't be that.", f"Possible is {told['expected']}."
    if kind in {"union_tag_invalid", "union_tag_not_found"}:
        said = "is of a kind that is not known." if kind == "union_tag_invalid" else "does not say of which kind it is."
        tags = f" Possible is {told['expected_tags']}." if "expected_tags" in told else ""
        return said, f"Give it a {told['discriminator']}.{tags}"
    if kind in {"greater_than_equal", "less_than_equal"}:
        return (f"must be at least {told['ge']}." if "ge" in told else f"must be at most {told['le']}."), ""
    if kind.startswith(("string_too", "too_")):
        return "is too short or too long.", ""
    if kind == "string_pattern_mismatch":
        return "is not written as it must be.", "A field's path looks like address.city or lines[].product."
    wanted = next((words for begin, words in _KINDS.items() if kind.startswith(begin)), "something else")
    return f"must be {wanted}.", ""


_KINDS = {
    "string": "a text (put it in quotation marks)",
    "int": "a whole number",
    "bool": "true or false",
    "list": "a list",
    "dict": "a group of names and values",
    "model": "a group of names and values",
}


def _real(value: Any, loc: Sequence[Any]) -> Where:
    """The path in the document: pydantic names the branch of a choice, too."""
    where: list[Any] = []
    for n, step in enumerate(loc):
        last = n == len(loc) - 1
        there = (isinstance(value, dict) and step in value) or (
            isinstance(value, list) and isinstance(step, int) and step < len(value)
        )
        if there:
            value = value[step]
            where.append(step)
        elif last and isinstance(value, dict) and not _is_branch(step):
            where.append(step)
    return tuple(where)


def _is_branch(step: Any) -> bool:
    return isinstance(step, str) and (step in {"str", "int", "bool", "LinkDef"} or "[" in step or "(" in step)


@lru_cache(maxsize=1)
def _known_names() -> frozenset[str]:
    """Those of all parts of a definition."""
    parts = [one for one in vars(shape).values() if isinstance(one, type) and issubclass(one, BaseModel)]
    return frozenset(info.alias or name for part in parts for name, info in part.model_fields.items())
