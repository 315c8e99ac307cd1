"""The fast way to read a record's raw values: one function written for one mapping.

Reading a hundred thousand vouchers of thirty values each spends its time in loops and calls. The mapping is known before, so
its function is written out as Python and compiled once. The text is made of our own words and of quoted field names only
(``repr``), nothing of it is the user's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.mapping.coerce import Coerce, as_it_is, text
from app.mapping.fields import ABSENT
from app.model.values import Value

Reader = Callable[[Mapping[str, Any]], dict[str, Value]]


@dataclass(frozen=True)
class ReadStep:
    """One link: the ``local`` name, the remote ``path`` with its getter, and what makes the value canonical. Without a path only
    the getter knows where the value comes from."""

    local: str
    path: str | None
    get: Callable[[Mapping[str, Any]], Any]
    take: Coerce


Group = tuple[str, str, Callable[[Mapping[str, Any]], Any], Sequence[ReadStep]]


def reader(steps: Sequence[ReadStep], groups: Sequence[Group], *, letters: bool = True) -> Reader:
    """A function from remote fields to raw values. It raises ``ValueError``, ``TypeError`` or ``AttributeError`` for what
    does not fit, without saying where: the caller goes the slow way then. Without ``letters`` it does not look at those of texts:
    half a surrogate pair or a NUL is the caller's to find."""
    names: dict[str, Any] = {"ABSENT": ABSENT}
    lines = ["def read(fields):", "    get = fields.get", "    raw = {}"]
    part = ""
    for number, step in enumerate(steps):
        names[f"take{number}"], names[f"get{number}"] = step.take, step.get
        outer, inner = _in_part(step.path)
        if outer and outer != part:  # several that follow each other are of one part, mostly
            lines += [f"    part = get({outer!r})", "    there = part.get if part.__class__ is dict else None"]
        part = outer or part
        if outer:
            lines.append(f"    value = get{number}(fields) if there is None else there({inner!r}, ABSENT)")
        else:
            lines.append(f"    value = {_fetch(step.path, f'get{number}', 'fields')}")
        lines += [
            "    if value is not ABSENT:",
            f"        raw[{step.local!r}] = {_taken(step.take, f'take{number}', letters)}",
        ]
    for number, (local, path, get, children) in enumerate(groups):
        names[f"group{number}"], names[f"line{number}"] = get, _line_reader(children, letters)
        lines += [
            f"    rows = {_fetch(path, f'group{number}', 'fields')}",
            "    if rows is not ABSENT:",
            "        if rows is not None and rows.__class__ is not list: raise TypeError",
            f"        raw[{local!r}] = [line{number}(row) for row in rows] if rows else []",
        ]
    lines.append("    return raw")
    made: Reader = _compile(lines, names, "read")
    return made


def _line_reader(steps: Sequence[ReadStep], letters: bool) -> Reader:
    names: dict[str, Any] = {"ABSENT": ABSENT}
    lines = ["def line(fields):", "    get = fields.get"]
    parts = []
    for number, step in enumerate(steps):
        names[f"take{number}"], names[f"get{number}"] = step.take, step.get
        simple = _is_simple(step.path)
        fetched = f"get({step.path!r})" if simple else f"get{number}(fields)"
        lines.append(f"    value = {fetched}")
        if not simple:
            lines.append("    if value is ABSENT: value = None")
        lines.append(f"    v{number} = {_taken(step.take, f'take{number}', letters)}")
        parts.append(f"{step.local!r}: v{number}")
    lines.append(f"    return {{{', '.join(parts)}}}")
    made: Reader = _compile(lines, names, "line")
    return made


def _in_part(path: str | None) -> tuple[str, str]:
    """``BillAddr.City`` taken apart; empty for any other path."""
    outer, dot, inner = (path or "").partition(".")
    return (outer, inner) if dot and _is_simple(outer) and _is_simple(inner) else ("", "")


def _is_simple(path: str | None) -> bool:
    return path is not None and "." not in path and "[" not in path


def _fetch(path: str | None, get: str, record: str) -> str:
    return f"get({path!r}, ABSENT)" if _is_simple(path) else f"{get}({record})"


def _taken(take: Coerce, name: str, letters: bool) -> str:
    """A text that is not empty and nothing at all are canonical already; of one with other letters than ASCII :func:`text` looks at
    each."""
    if take is text:
        plain = "value.__class__ is str and value"
        if letters:
            plain += " and value.isascii() and '\\0' not in value"
        return f"value if value is None or ({plain}) else {name}(value)"
    if take is as_it_is:
        return "value"
    return f"None if value is None else {name}(value)"


def _compile(lines: Sequence[str], names: dict[str, Any], function: str) -> Any:
    exec(compile("\n".join(lines), f"<mapping {function}>", "exec"), names)  # noqa: S102 - our own text, see the head
    return names[function]
