"""A config's links as plain functions: remote record → raw values → hub values.

*Raw* values are the remote's own, typed and canonical, under the hub's field names: they are what ``base_remote`` keeps and
what is compared with it. Only what differs is carried on to the hub's form (value map, transforms, lookups). What is put together
of several remote fields is raw as a whole: it is what they came to when they were read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from app.mapping.errors import MappingError
from app.mapping.fields import FieldMapping, getter, top_field
from app.mapping.inward import (
    InGroup,
    InLink,
    PendingReference,
    Resolve,
    carried,
    line_to_local,
    read_carefully,
    value_to_local,
)
from app.mapping.links import Ways, check_link, compile_link, is_group, local_field, own_path, review_link
from app.mapping.outward import OutLink, Outward, sent_name
from app.mapping.places import check_places, doubled
from app.mapping.reader import Reader, ReadStep, reader
from app.mapping.validation import Checks, Problem, broken
from app.model.entities import EntitySpec
from app.model.errors import InvalidInput
from app.model.lines import project
from app.model.values import FieldType, Value

__all__ = [
    "CompiledMapping",
    "MappingError",
    "PendingReference",
    "Resolve",
    "compile_mapping",
    "local_field",
    "review_mapping",
]


@dataclass(frozen=True)
class CompiledMapping:
    """What the engine calls. Made by :func:`compile_mapping`."""

    spec: EntitySpec
    links: tuple[InLink, ...]
    groups: tuple[InGroup, ...]
    remote_fields: frozenset[str]
    fingerprint: str
    _read: Reader = field(repr=False, compare=False)
    #: As :meth:`read`, but what does not fit raises anything, and letters that are no text (:func:`app.mapping.coerce.text`) aren't
    #: seen. Who makes JSON of the values sees them there, all at once, and reads again.
    skim: Reader = field(repr=False, compare=False)
    _changing: tuple[InLink, ...] = field(default=())
    outward: Outward = field(default=Outward(), repr=False)
    checks: Checks = field(default=(), repr=False)
    mappings: tuple[FieldMapping, ...] = field(default=(), repr=False)

    @cached_property
    def changes(self) -> bool:
        """Does any raw value become another on its way to the hub?"""
        return bool(self._changing) or any(group.changing for group in self.groups)

    @cached_property
    def looks_up(self) -> bool:
        """Does anything in it name another record?"""
        return any(link.lookup for link in (*self.links, *(one for group in self.groups for one in group.changing)))

    @property
    def fields(self) -> frozenset[str]:
        """The local fields that come in (``custom.party`` among them)."""
        return frozenset(link.local for link in self.links) | {group.local for group in self.groups}

    def is_computed(self, name: str) -> bool:
        """Does the ERP compute the local field, so that nobody there ever enters it?"""
        return any(link.readonly and link.local == name for link in self.mappings)

    @property
    def follows_references(self) -> bool:
        """Is every lookup of the entity linked? Then a shadow names all that the record refers to."""
        return all(item.name in self.fields for item in self.spec.scalar_fields if item.lookup) and all(
            any(
                group.local == item.name and {one.name for one in item.children if one.lookup} <= set(group.names)
                for group in self.groups
            )
            for item in self.spec.line_fields
            if any(one.lookup for one in item.children)
        )

    def read(self, remote: Mapping[str, Any]) -> dict[str, Value]:
        """The raw values of a remote record; what it does not hold is left out. Raises :class:`MappingError`."""
        try:
            return self._read(remote)
        except (ValueError, TypeError, AttributeError):
            # Something does not fit: the slow way finds out what, and names it.
            return read_carefully(self.links, self.groups, remote)

    def project(self, hub: Mapping[str, Any]) -> dict[str, Any]:
        """A hub record's values as this mapping sees them: of lines only the linked fields, so that they can be compared
        with shadows."""
        seen = dict(hub)
        for group in self.groups:
            if group.local in hub:
                seen[group.local] = project(hub[group.local], group.names)
        return seen

    def lookups(self, raw: Mapping[str, Value]) -> Iterator[tuple[str, str]]:
        """The ``(target, key)`` of every lookup in ``raw``, to be resolved for a whole page at once."""
        for link in self.links:
            if link.lookup is not None:
                key = raw.get(link.local)
                if key and (link.carry is None or (key := carried(link, key))):
                    yield link.lookup, key  # type: ignore[misc]  # a lookup's raw value is text
        for group in self.groups:
            for link in group.changing:
                if link.lookup is not None:
                    for row in raw.get(group.local) or ():  # type: ignore[union-attr]
                        key = row.get(link.local)  # type: ignore[union-attr]
                        if key and (link.carry is None or (key := carried(link, key))):
                            yield link.lookup, key  # type: ignore[misc]

    def to_local(
        self, raw: Mapping[str, Value], resolve: Resolve, only: Sequence[str] | None = None
    ) -> tuple[dict[str, Value], list[PendingReference]]:
        """The hub's values for ``raw`` (or for the fields ``only`` of it), and the lookups that found nothing. The values are
        ``raw`` itself where nothing is changed on the way: to be read only.

        Raises :class:`MappingError`.
        """
        pending: list[PendingReference] = []
        if only is None and not self.changes:
            return raw if isinstance(raw, dict) else dict(raw), pending
        values = dict(raw) if only is None else {name: raw[name] for name in only}
        for link in self._changing:
            if link.local in values:
                values[link.local] = value_to_local(link, values[link.local], resolve, pending)
        for group in self.groups:
            if group.changing and values.get(group.local):
                values[group.local] = [
                    line_to_local(group, row, resolve, pending, number)
                    for number, row in enumerate(values[group.local])  # type: ignore[arg-type]
                ]
        return values, pending

    def problems(self, hub: Mapping[str, Value]) -> list[Problem]:
        """The hub's values that break a validation rule (of the fields that ``hub`` holds); nothing is refused here but lines that
        are none (:class:`MappingError`)."""
        return list(broken(self.checks, hub))


def compile_mapping(spec: EntitySpec, mappings: Sequence[FieldMapping]) -> CompiledMapping:
    """Check and compile. Raises :class:`InvalidInput` whose ``field`` is ``fieldMappings[n].…``.

    A link both ways whose transforms can't be undone comes in only; saving such a one is refused (:func:`review_mapping`).
    """
    seen: set[str] = set()
    parts: list[tuple[FieldMapping, Ways]] = []
    for number, mapping in enumerate(mappings):
        check_link(spec, mapping, f"fieldMappings[{number}]", seen)
        parts.append((mapping, compile_link(spec, mapping, f"fieldMappings[{number}]")))
    _check_lists(mappings)
    links, groups = _inward(spec, parts)
    remote_fields = frozenset(top_field(path) for mapping, ways in parts for path in _paths(mapping, ways))
    fingerprint = _fingerprint(spec, mappings)
    changing = tuple(link for link in links if link.lookup or link.carry)
    reads, skims = _fast_reader(links, groups, letters=True), _fast_reader(links, groups, letters=False)
    return CompiledMapping(
        spec,
        links,
        groups,
        remote_fields,
        fingerprint,
        reads,
        skims,
        changing,
        _outward(spec, parts),
        _checks(parts),
        tuple(mappings),
    )


def _check_lists(mappings: Sequence[FieldMapping]) -> None:
    """A line's field needs its list, linked in that direction, and stands in it on the other side, too."""
    for number, mapping in enumerate(mappings):
        heads = [one for one in mappings if one.local == mapping.group]
        if mapping.group is None or any(_serves(one, mapping) for one in heads):
            continue
        there = next((one.remote for one in heads), "")
        known = f"{mapping.group} is linked with {there}" if there else f"{mapping.group} itself is not"
        raise InvalidInput(
            f"{mapping.local} is linked with {mapping.remote}, but {known}.",
            field=f"fieldMappings[{number}].{'remoteField' if there else 'localField'}",
            hint=f"Link {mapping.group} to the list that holds its lines, in the same direction.",
        )


def _serves(head: FieldMapping, child: FieldMapping) -> bool:
    in_list = child.remote.partition("[].")[0] == head.remote.removesuffix("[]")
    return in_list and (head.direction in ("both", child.direction) or child.direction == "both")


def _fingerprint(spec: EntitySpec, mappings: Sequence[FieldMapping]) -> str:
    try:
        return hashlib.sha256(repr((spec.name, list(mappings))).encode()).hexdigest()[:24]
    except (RecursionError, ValueError):
        raise InvalidInput("A link's settings are nested too deeply, or too large.", field="fieldMappings") from None


def _paths(mapping: FieldMapping, ways: Ways) -> Collection[str]:
    """The remote paths that a link reads; a line is read with its list."""
    if not mapping.comes_in:
        return ()
    return ways.reads if ways.compose is not None and mapping.group is None else (mapping.remote,)


def review_mapping(spec: EntitySpec, mappings: Sequence[FieldMapping]) -> list[str]:
    """For links about to be saved: refuses (:class:`InvalidInput`) what :func:`compile_mapping` refuses, and a link both ways that
    has no way back; the answer is what a person should know (plain sentences)."""
    found = doubled(compile_mapping(spec, mappings).outward)
    for number, mapping in enumerate(mappings):
        found += review_link(spec, mapping, f"fieldMappings[{number}]")
    return found


def _inward(
    spec: EntitySpec, parts: Sequence[tuple[FieldMapping, Ways]]
) -> tuple[tuple[InLink, ...], tuple[InGroup, ...]]:
    links: list[InLink] = []
    heads: dict[str, FieldMapping] = {}
    children: dict[str, list[InLink]] = {}
    for mapping, ways in parts:
        if not mapping.comes_in:
            continue
        if mapping.type is FieldType.LINES or is_group(spec, mapping.local):
            heads[mapping.local] = mapping
        elif mapping.group is not None:
            children.setdefault(mapping.group, []).append(_link(mapping, ways))
        else:
            links.append(_link(mapping, ways))
    for group_links in children.values():
        group_links.sort(key=lambda link: link.local)
    groups = tuple(
        InGroup(
            name,
            head.remote.removesuffix("[]"),
            getter(head.remote.removesuffix("[]")),
            tuple(children.get(name, ())),
            tuple(link for link in children.get(name, ()) if link.lookup or link.carry),
        )
        for name, head in heads.items()
    )
    return tuple(links), groups


def _outward(spec: EntitySpec, parts: Sequence[tuple[FieldMapping, Ways]]) -> Outward:
    links: list[OutLink] = []
    heads: dict[str, FieldMapping] = {}
    children: dict[str, list[OutLink]] = {}
    silent: dict[str, list[OutLink]] = {}
    for number, (mapping, ways) in enumerate(parts):
        if not ways.goes_out:
            continue
        if mapping.type is FieldType.LINES or is_group(spec, mapping.local):
            heads[mapping.local] = mapping
            continue
        link = _out_link(spec, mapping, ways)
        siblings = links if mapping.group is None else children.setdefault(mapping.group, [])
        check_places([one.remote for one in siblings], link.remote, f"fieldMappings[{number}].remoteField")
        siblings.append(link)
        if mapping.group is not None and not mapping.comes_in:
            silent.setdefault(mapping.group, []).append(link)
    # A list of which no field goes out would be sent as empty lines.
    heads = {name: head for name, head in heads.items() if name in children}
    groups = tuple((name, head.remote.removesuffix("[]"), tuple(children[name])) for name, head in heads.items())
    unseen = tuple((name, tuple(silent[name])) for name, head in heads.items() if head.comes_in and name in silent)
    names = {link.name for link in links} | set(heads) | {sent_name(f"{name}[]") for name, _ in unseen}
    checks = _checks([(mapping, ways) for mapping, ways in parts if ways.goes_out])
    return Outward(tuple(links), groups, frozenset(names), checks, unseen)


def _out_link(spec: EntitySpec, mapping: FieldMapping, ways: Ways) -> OutLink:
    target = local_field(spec, mapping.local)
    local = mapping.local.partition("[].")[2] if mapping.group else mapping.local
    asked = mapping.required or any(check.rule == "required" for check in ways.checks)
    return OutLink(
        local,
        own_path(mapping),
        ways.back,
        ways.lookup,
        asked or (mapping.group is None and target is not None and target.required),
        local if ways.compose is None else sent_name(own_path(mapping)),
        ways.reads if not mapping.comes_in else frozenset({local}),
        ways.compose,
    )


def _checks(parts: Sequence[tuple[FieldMapping, Ways]]) -> Checks:
    return tuple((mapping.group, check) for mapping, ways in parts for check in ways.checks)


def _fast_reader(links: Sequence[InLink], groups: Sequence[InGroup], *, letters: bool) -> Reader:
    return reader(
        [ReadStep(link.local, link.path, link.get, link.take) for link in links],
        [
            (
                group.local,
                group.path,
                group.get,
                [ReadStep(one.local, one.path, one.get, one.take) for one in group.links],
            )
            for group in groups
        ],
        letters=letters,
    )


def _link(mapping: FieldMapping, ways: Ways) -> InLink:
    local = mapping.local.partition("[].")[2] if mapping.group else mapping.local
    if ways.compose is not None:
        return InLink(local, None, ways.compose, ways.take, ways.carry, ways.lookup)
    path = own_path(mapping)
    return InLink(local, path, getter(path), ways.take, ways.carry, ways.lookup)
