"""The way out: hub values → the remote fields to send, through the same links backwards.

A link goes out unless it is one-way in, the remote field or the hub field is read-only, or one of its transforms can't be
reversed.

What is put together of several fields, and fields of lines that only go out, have no counterpart among the values that come in:
what was sent of them is remembered in the local shadow under names of their own (:func:`is_sent_name`), beside the hub's fields.
So they are sent when, and only when, they come to something else than was sent last, whoever changed a field that they read.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from app.mapping.composed import Composed
from app.mapping.errors import MappingError
from app.mapping.names import CUSTOM
from app.mapping.validation import Checks, broken, rows_of
from app.model.values import Value

#: ``(target, hub id) → the ERP's key``, or ``None`` while the record is not there; for a target that is looked up by a field
#: (``customer.email``) that field's value. It may raise ``ValueError`` with the end of a sentence.
KeyOf = Callable[[str, str], str | None]

_SENT = "="


def is_sent_name(name: str) -> bool:
    """Is this the shadow's name of something sent that is no field of the hub's?"""
    return name.startswith(_SENT)


def sent_name(remote: str) -> str:
    return _SENT + remote


@dataclass(frozen=True)
class MissingReference:
    """A lookup whose target is not in the ERP yet. ``field`` is a path like ``lines[].product``."""

    field: str
    entity: str
    hub_id: str


@dataclass(frozen=True)
class OutLink:
    """One link outwards. ``remote`` is the path inside the record (inside a line for a group's child), ``reads`` are the hub's
    fields that it is made of; with several of them ``compose`` makes it, and ``name`` is not the hub's (:func:`sent_name`)."""

    local: str
    remote: str
    back: Callable[[Value], Value] | None
    lookup: str | None
    required: bool
    name: str = ""
    reads: frozenset[str] = frozenset()
    compose: Composed | None = None

    def given(self, values: Mapping[str, Value]) -> bool:
        """Does ``values`` hold what it takes? A field of one's own that a record lacks is empty."""
        if self.compose is None:
            return self.local in values
        return all(name in values or name.startswith(CUSTOM) for name in self.reads)

    def composed(self, values: Mapping[str, Value], path: str, line: int | None = None) -> Value:
        """Raises :class:`MappingError`."""
        assert self.compose is not None
        try:
            made: Value = self.compose(values)
        except ValueError as error:
            raise MappingError(path, None, str(error), line=line) from None
        return made


@dataclass(frozen=True)
class Outward:
    """A mapping's way out. ``groups`` are ``(local, remote list, links of its lines)``, ``silent`` those links, by group, that only
    go out while their lines come in. ``fields`` are the names of all that goes out: hub fields, and :func:`is_sent_name` ones."""

    links: tuple[OutLink, ...] = ()
    groups: tuple[tuple[str, str, tuple[OutLink, ...]], ...] = ()
    fields: frozenset[str] = field(default=frozenset())
    checks: Checks = ()
    silent: tuple[tuple[str, tuple[OutLink, ...]], ...] = ()

    @property
    def reads(self) -> frozenset[str]:
        """The hub fields that something is put together of: a change of one may have to be sent, wherever it came from."""
        found = frozenset(name for link in self.links if link.compose is not None for name in link.reads)
        return found | {group for group, _ in self.silent}

    @property
    def local_fields(self) -> frozenset[str]:
        """The hub's fields at the local ends of what goes out."""
        return frozenset(link.local for link in self.links) | {name for name, _, _ in self.groups}

    def required(self) -> frozenset[str]:
        return frozenset(link.name for link in self.links if link.required)

    def local_name(self, name: str) -> str:
        """The hub field at a link's local end."""
        return next((link.local for link in self.links if link.name == name), name)

    def part(self, name: str, value: Any) -> Any:
        """Of a field's value what goes out: of lines the fields that do."""
        links = next((links for group, _, links in self.groups if group == name), None)
        if links is None or not isinstance(value, list):
            return value
        names = {link.local for link in links}
        return [{key: item for key, item in line.items() if key in names} for line in value]

    def without(self, frozen: Collection[str]) -> Outward:
        """The way out while ``frozen`` fields wait for a decision: nothing is put together of them."""
        held = {link.name for link in self.links if link.compose is not None and not link.reads.isdisjoint(frozen)}
        links = tuple(link for link in self.links if link.name not in held)
        silent = tuple(one for one in self.silent if one[0] not in frozen)
        held |= {sent_name(f"{group}[]") for group, _ in self.silent if group in frozen}
        return replace(self, links=links, silent=silent, fields=self.fields - held)

    def unseen(self, values: Mapping[str, Value]) -> dict[str, Value]:
        """What goes out of a whole hub record that is no field of it, under the names of :func:`sent_name`. Raises
        :class:`MappingError`."""
        found = {link.name: link.composed(values, link.local) for link in self.links if link.compose is not None}
        for group, links in self.silent:
            rows: list[dict[str, Value]] = [
                {link.remote: _shadow(group, link, row, line) for link in links}
                for line, row in enumerate(rows_of(group, values.get(group)))
            ]
            held = any(value is not None for row in rows for value in row.values())
            found[sent_name(f"{group}[]")] = rows if held else []
        return found

    def references(self, values: Mapping[str, Value]) -> list[tuple[str, str]]:
        """``(target, hub id)`` of every lookup in ``values``."""
        found = [
            (link.lookup, value)
            for link in self.links
            if link.lookup is not None and isinstance(value := values.get(link.local), str)
        ]
        for name, _, links in self.groups:
            for row in rows_of(name, values.get(name)):
                found += [
                    (link.lookup, value)
                    for link in links
                    if link.lookup is not None and isinstance(value := row.get(link.local), str)
                ]
        return found

    def build(
        self, values: Mapping[str, Value], key_of: KeyOf, only: Sequence[str] | None = None
    ) -> tuple[dict[str, Any], list[MissingReference]]:
        """The remote fields for the hub's ``values`` (or for the fields ``only`` of them), and the lookups whose target is
        not there. Raises :class:`MappingError`.

        ``only`` is what is to be sent, and what the validation rules are asked about: a bad value that came in long ago does
        not keep another field from being sent, and a picture of the whole record is made of what is there. A link that puts
        several fields together goes with each of them."""
        wanted = None if only is None else self.going_with(only)
        if wanted is not None:
            made_of = {name for link in self.links if link.name in wanted for name in link.reads}
            for problem in broken(self.checks, values, wanted | made_of):
                raise MappingError(problem.field, problem.value, problem.reason, problem.rule, problem.line)
        remote: dict[str, Any] = {}
        missing: list[MissingReference] = []
        for link in self.links:
            if link.given(values) and (wanted is None or link.name in wanted):
                _put(remote, link.remote, _sent(link, values, key_of, missing, link.local))
        for name, path, links in self.groups:
            if name in values and (wanted is None or name in wanted):
                rows = rows_of(name, values[name])
                _put(remote, path, [_line(name, links, row, key_of, missing, at) for at, row in enumerate(rows)])
        return remote, missing

    def going_with(self, only: Sequence[str]) -> set[str]:
        """``only`` and what goes with these fields: what is put together of them, the list of a line's field."""
        wanted = set(only)
        due = {link.name for link in self.links if link.compose is not None and not link.reads.isdisjoint(wanted)}
        return wanted | due | {group for group, _ in self.silent if sent_name(f"{group}[]") in wanted}


def _shadow(group: str, link: OutLink, row: Mapping[str, Value], line: int) -> Value:
    path = f"{group}[].{link.local}"
    return row.get(link.local) if link.compose is None else link.composed(row, path, line)


def _line(
    group: str,
    links: Sequence[OutLink],
    row: Mapping[str, Value],
    key_of: KeyOf,
    missing: list[MissingReference],
    at: int,
) -> dict[str, Any]:
    line: dict[str, Any] = {}
    for link in links:
        _put(line, link.remote, _sent(link, row, key_of, missing, f"{group}[].{link.local}", at))
    return line


def _sent(
    link: OutLink,
    values: Mapping[str, Value],
    key_of: KeyOf,
    missing: list[MissingReference],
    path: str,
    line: int | None = None,
) -> Value:
    if link.compose is not None:
        return link.composed(values, path, line)
    value = values.get(link.local)
    if link.lookup is not None and isinstance(value, str):
        try:
            key = key_of(link.lookup, value)
        except ValueError as error:
            raise MappingError(path, None, str(error), line=line) from None
        if key is None:
            missing.append(MissingReference(path, link.lookup, value))
            return None
        value = key
    if link.back is None:
        return value
    try:
        return link.back(value)
    except ValueError as error:
        raise MappingError(path, value, str(error), line=line) from None


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
