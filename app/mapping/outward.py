"""The way out: hub values → the remote fields to send, through the same links backwards.

A link goes out unless it is one-way in, the remote field or the hub field is read-only, or one of its transforms can't be
reversed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.mapping.errors import MappingError
from app.mapping.validation import Checks, broken
from app.model.values import Value

#: ``(entity, hub id) → the ERP's key``, or ``None`` while the record is not there.
KeyOf = Callable[[str, str], str | None]


@dataclass(frozen=True)
class MissingReference:
    """A lookup whose target is not in the ERP yet. ``field`` is a path like ``lines[].product``."""

    field: str
    entity: str
    hub_id: str


@dataclass(frozen=True)
class OutLink:
    """One link outwards. ``remote`` is the path inside the record (inside a line for a group's child)."""

    local: str
    remote: str
    back: Callable[[Value], Value] | None
    lookup: str | None
    required: bool


@dataclass(frozen=True)
class Outward:
    """A mapping's way out. ``groups`` are ``(local, remote list, links of its lines)``."""

    links: tuple[OutLink, ...] = ()
    groups: tuple[tuple[str, str, tuple[OutLink, ...]], ...] = ()
    fields: frozenset[str] = field(default=frozenset())
    checks: Checks = ()

    def required(self) -> frozenset[str]:
        return frozenset(link.local for link in self.links if link.required)

    def references(self, values: Mapping[str, Value]) -> list[tuple[str, str]]:
        """``(entity, hub id)`` of every lookup in ``values``."""
        found = [
            (link.lookup, value)
            for link in self.links
            if link.lookup is not None and isinstance(value := values.get(link.local), str)
        ]
        for name, _, links in self.groups:
            for row in values.get(name) or ():  # type: ignore[union-attr]
                found += [
                    (link.lookup, value)
                    for link in links
                    if link.lookup is not None and isinstance(value := row.get(link.local), str)  # type: ignore[union-attr]
                ]
        return found

    def build(
        self, values: Mapping[str, Value], key_of: KeyOf, only: Sequence[str] | None = None
    ) -> tuple[dict[str, Any], list[MissingReference]]:
        """The remote fields for the hub's ``values`` (or for the fields ``only`` of them), and the lookups whose target is
        not there. Raises :class:`MappingError`.

        ``only`` is what is to be sent, and what the validation rules are asked about: a bad value that came in long ago does
        not keep another field from being sent, and a picture of the whole record is made of what is there."""
        if only is not None:
            for problem in broken(self.checks, values, frozenset(only)):
                raise MappingError(problem.field, problem.value, problem.reason, problem.rule)
        remote: dict[str, Any] = {}
        missing: list[MissingReference] = []
        wanted = set(values) if only is None else set(only)
        for link in self.links:
            if link.local in wanted and link.local in values:
                _put(remote, link.remote, _sent(link, values[link.local], key_of, missing, link.local))
        for name, path, links in self.groups:
            if name in wanted and name in values:
                _put(remote, path, [_line(name, links, row, key_of, missing) for row in values[name] or ()])  # type: ignore[union-attr]
        return remote, missing


def _line(
    group: str, links: Sequence[OutLink], row: Any, key_of: KeyOf, missing: list[MissingReference]
) -> dict[str, Any]:
    line: dict[str, Any] = {}
    for link in links:
        _put(line, link.remote, _sent(link, row.get(link.local), key_of, missing, f"{group}[].{link.local}"))
    return line


def _sent(link: OutLink, value: Value, key_of: KeyOf, missing: list[MissingReference], name: str) -> Value:
    if link.lookup is not None and isinstance(value, str):
        key = key_of(link.lookup, value)
        if key is None:
            missing.append(MissingReference(name, link.lookup, value))
            return None
        value = key
    if link.back is None:
        return value
    try:
        return link.back(value)
    except ValueError as error:
        raise MappingError(name, value, str(error)) from None


def _put(record: dict[str, Any], path: str, value: Any) -> None:
    """Set ``value`` at a dotted path; ``[]`` on the way is a list of which the first is meant (as in reading)."""
    *way, last = path.split(".")
    here = record
    for step in way:
        name = step.removesuffix("[]")
        if step.endswith("[]"):
            rows = here.setdefault(name, [{}])
            here = rows[0]
        else:
            here = here.setdefault(name, {})
    here[last.removesuffix("[]")] = value
