"""The way in, one value at a time: what a link does with it, what a line, and what is said of one that does not fit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.mapping.coerce import Coerce
from app.mapping.errors import MappingError
from app.mapping.fields import ABSENT
from app.model.values import Value

#: ``(target, key) → hub id``, or ``None`` while the record is not in the hub. A target is an entity, its key the ERP's, or a field
#: of one (``customer.email``), its key a value of that. Raises ``ValueError`` (the end of a sentence) for a key that names several.
Resolve = Callable[[str, str], str | None]


@dataclass(frozen=True)
class PendingReference:
    """A lookup whose target was not in the hub. ``line`` counts from 0 inside ``field`` of a group; ``target`` as in
    :data:`Resolve`."""

    field: str
    target: str
    key: str
    line: int | None = None


@dataclass(frozen=True)
class InLink:
    """One compiled link: ``take`` coerces the remote value, ``carry`` turns a raw value into the hub's. What several fields are put
    together to has no ``path``."""

    local: str
    path: str | None
    get: Callable[[Mapping[str, Any]], Any]
    take: Coerce
    carry: Callable[[Value], Value] | None
    lookup: str | None


@dataclass(frozen=True)
class InGroup:
    local: str
    path: str
    get: Callable[[Mapping[str, Any]], Any]
    links: tuple[InLink, ...]
    #: Links whose raw value is not yet the hub's: lookups and carried ones.
    changing: tuple[InLink, ...]

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(link.local for link in self.links)


def carried(link: InLink, key: Value) -> Value:
    """The key that a lookup asks for; one that can't be carried is named when the record is."""
    assert link.carry is not None
    try:
        return link.carry(key)
    except ValueError:
        return None


def _read_line(group: InGroup, row: Mapping[str, Any], number: int) -> dict[str, Value]:
    line: dict[str, Value] = {}
    for link in group.links:
        name = f"{group.local}[].{link.local}"
        value = _fetch(link, row, name, number)
        line[link.local] = None if value is ABSENT else _take(link, value, name, number)
    return line


def _fetch(link: InLink, fields: Mapping[str, Any], name: str, line: int | None = None) -> Any:
    try:
        return link.get(fields)
    except ValueError as error:
        raise MappingError(name, None, str(error), line=line) from None
    except TypeError:
        raise MappingError(name, None, "is not a single value", line=line) from None


def _take(link: InLink, value: Any, name: str, line: int | None = None) -> Value:
    try:
        return link.take(value)
    except ValueError as error:
        raise MappingError(name, value, str(error), line=line) from None
    except TypeError:
        raise MappingError(name, value, "is not a single value", line=line) from None


def line_to_local(
    group: InGroup, row: Any, resolve: Resolve, pending: list[PendingReference], number: int
) -> dict[str, Value]:
    line: dict[str, Value] = dict(row)
    for link in group.changing:
        line[link.local] = value_to_local(link, line[link.local], resolve, pending, group.local, number)
    return line


def value_to_local(
    link: InLink,
    value: Value,
    resolve: Resolve,
    pending: list[PendingReference],
    group: str | None = None,
    line: int | None = None,
) -> Value:
    try:
        if link.carry is not None:
            value = link.carry(value)
        if link.lookup is None or not isinstance(value, str):
            return value
        found = resolve(link.lookup, value)
    except ValueError as error:
        raise MappingError(_path(group, link), value, str(error), line=line) from None
    if found is None:
        pending.append(PendingReference(_path(group, link), link.lookup, value, line))
    return found


def _path(group: str | None, link: InLink) -> str:
    return f"{group}[].{link.local}" if group else link.local


def read_carefully(links: Sequence[InLink], groups: Sequence[InGroup], remote: Mapping[str, Any]) -> dict[str, Value]:
    """The slow way to read: it names what does not fit. Raises :class:`MappingError`."""
    raw: dict[str, Value] = {}
    for link in links:
        value = _fetch(link, remote, link.local)
        if value is ABSENT:
            continue
        raw[link.local] = _take(link, value, link.local)
    for group in groups:
        rows = group.get(remote)
        if rows is ABSENT:
            continue
        if rows is not None and not (isinstance(rows, list) and all(isinstance(row, Mapping) for row in rows)):
            raise MappingError(group.local, rows, "is not a list of lines")
        raw[group.local] = [_read_line(group, row, number) for number, row in enumerate(rows or ())]
    return raw
