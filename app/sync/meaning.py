"""What each local field's link means, kept as it was when its records were last agreed upon; and how it changed since. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from hashlib import sha256
from typing import Any

from app.db.sql import dump
from app.mapping.compiled import CompiledMapping, MappingError, compile_mapping
from app.mapping.fields import FieldMapping, getter
from app.mapping.outward import is_sent_name, sent_name
from app.model.entities import EntitySpec
from app.model.errors import InvalidInput
from app.model.values import FieldType, Value, Values
from app.sync.shadows import bare, is_earlier

#: What of a link says when a value is wanted or right, or which way it goes, and nothing of what it becomes.
_NOT_MEANT = {"required": False, "readonly": False, "validation": ()}


def links_by_field(mappings: Iterable[FieldMapping]) -> dict[str, list[FieldMapping]]:
    """The links of each local field; of a group the head's and its children's."""
    found: dict[str, list[FieldMapping]] = defaultdict(list)
    for mapping in mappings:
        found[mapping.group or mapping.local].append(mapping)
    return found


def kept(mapping: CompiledMapping) -> list[dict[str, Any]]:
    """A mapping's links as JSON."""
    return [dict(vars(one)) for one in mapping.mappings]


def restored(spec: EntitySpec, links: Sequence[Mapping[str, Any]]) -> CompiledMapping | None:
    """The mapping of :func:`kept` links; ``None`` where this version can't read them."""
    known = {one.name for one in fields(FieldMapping)}
    try:
        return compile_mapping(
            spec,
            [
                FieldMapping(
                    **{
                        **{name: value for name, value in link.items() if name in known},
                        "type": FieldType(link["type"]),
                        "transform": tuple(link["transform"]),
                        "value_map": tuple((local, remote) for local, remote in link["value_map"]),
                        "validation": tuple(link["validation"]),
                    }
                )
                for link in links
            ],
        )
    except (InvalidInput, KeyError, TypeError, ValueError):
        return None


def _meaning(links: Iterable[FieldMapping]) -> str:
    # Transforms are written in the direction of the link: those of one that only goes out are other ones turned round. Which way
    # a field of lines goes says what the list is made of.
    plain = (
        replace(
            link,
            direction=link.direction if link.group or (link.transform and not link.comes_in) else "both",
            **_NOT_MEANT,  # type: ignore[arg-type]
        )
        for link in links
    )
    return dump(sorted(dump(vars(link)) for link in plain))


def said_by(mapping: CompiledMapping, name: str) -> str:
    """What a field's link means, in short: whether it is the same as at another time."""
    return sha256(_meaning(links_by_field(mapping.mappings).get(name, ())).encode()).hexdigest()[:16]


def _inward_paths(links: Iterable[FieldMapping]) -> list[tuple[str, str]]:
    return sorted((link.local, link.remote) for link in links if link.comes_in)


def _there_and_back(mapping: CompiledMapping, name: str) -> set[str]:
    """Of a field, or of the fields of its lines, those that come in and go out."""
    group = next((group for group in mapping.groups if group.local == name), None)
    if group is None:
        return {name} & mapping.outward.fields
    out = next((links for one, _, links in mapping.outward.groups if one == name), ())
    return {*group.names} & {link.local for link in out}


@dataclass(frozen=True)
class FieldChange:
    """A local field whose link changed: whether it came in and went out before, and does now. ``differs``: its values become
    others, or may; ``moved``: it is read from another remote field, or put together of several; ``gains``: what came in goes out
    now, too, of lines at least a field; ``known``: the old link is known well enough to compare what the two make of a value."""

    name: str
    came_in: bool
    comes_in: bool
    went_out: bool
    goes_out: bool
    differs: bool
    moved: bool
    gains: bool
    known: bool = True

    @property
    def is_new(self) -> bool:
        return not (self.came_in or self.went_out)

    @property
    def is_gone(self) -> bool:
        return not (self.comes_in or self.goes_out)


def changes(
    old: CompiledMapping, new: CompiledMapping, unsure: Iterable[str] = (), *, pulls: bool = True
) -> list[FieldChange]:
    """What changed from ``old`` to ``new``, by the fields' names. ``unsure``: fields whose last agreement may have been under
    yet another mapping; without ``pulls`` nothing comes in, whatever the links say."""
    before, after = links_by_field(old.mappings), links_by_field(new.mappings)
    doubted, composed = set(unsure), _composed(old) | _composed(new)
    # What is put together of several fields is known by what was sent of it; only where nothing is any more that is forgotten.
    put_together = {name for name in old.outward.fields - new.outward.fields if is_sent_name(name)}
    found = []
    for name in sorted({*before, *after, *doubted, *put_together}):
        was, is_now = before.get(name, []), after.get(name, [])
        one = FieldChange(
            name,
            pulls and name in old.fields,
            pulls and name in new.fields,
            name in old.outward.fields,
            name in new.outward.fields,
            name in doubted or _meaning(was) != _meaning(is_now),
            _inward_paths(was) != _inward_paths(is_now) or name in composed,
            not _there_and_back(new, name) <= _there_and_back(old, name),
            name not in doubted,
        )
        if one.differs or (one.came_in, one.went_out) != (one.comes_in, one.goes_out):
            found.append(one)
    return found


class Comparison:
    """What the old and the new mapping make of one value."""

    def __init__(self, old: CompiledMapping, new: CompiledMapping) -> None:
        self._old = old
        self._new = new
        self._paths = _all_paths(old)
        self._now = _all_paths(new)

    def reads_alike(self, change: FieldChange, raw: Value) -> bool:
        """Does the remote's ``raw`` value mean the same in the hub as before?"""
        if not change.known or change.moved or is_earlier(raw):
            return False
        try:
            before, _ = self._old.to_local({change.name: raw}, _key, (change.name,))
            now, _ = self._new.to_local({change.name: raw}, _key, (change.name,))
        except (MappingError, ValueError, TypeError, AttributeError):
            return False
        return bool(before == now)

    def sends_alike(self, change: FieldChange, hub: Values) -> bool:
        """Is the same sent for the hub's values as before?"""
        if not change.known or self._paths.get(change.name) != self._now.get(change.name):
            return False
        try:
            before, now = (sent(one, hub, [change.name])[change.name] for one in (self._old, self._new))
        except (MappingError, ValueError, TypeError, AttributeError):
            return False
        return before == now

    def begin_sent(self, local: dict[str, Any]) -> None:
        """Fields of lines that went both ways and only go out now: of them was sent what was agreed on. Changes the shadow."""
        went_out = {name: {link.local for link in links} for name, _, links in self._old.outward.groups}
        before = {name for name, _ in self._old.outward.silent}
        for group, links in self._new.outward.silent:
            rows = bare(local.get(group))
            if group in before or not isinstance(rows, list):
                continue
            if any(one.compose is not None or one.local not in went_out.get(group, ()) for one in links):
                continue
            if all(one.local in row for one in links for row in rows):
                local[sent_name(f"{group}[]")] = [{one.remote: row[one.local] for one in links} for row in rows]


def _composed(mapping: CompiledMapping) -> set[str]:
    """The fields whose remote value is itself put together of several: a shadow holds what came of it."""
    groups = {group.local for group in mapping.groups if any(link.path is None for link in group.links)}
    return groups | {link.local for link in mapping.links if link.path is None}


def sent(mapping: CompiledMapping, hub: Values, names: Sequence[str]) -> dict[str, list[Any]]:
    """What is sent for fields of the hub: the values at their remote paths, references as the hub's ids. Raises
    :class:`MappingError`."""
    remote, _ = mapping.outward.build(mapping.project(hub), _key)
    return {name: [getter(path)(remote) for path in _outward_paths(mapping, name)] for name in names}


def _outward_paths(mapping: CompiledMapping, name: str) -> list[str]:
    links = links_by_field(mapping.mappings).get(name, [])
    return sorted(
        {link.remote.removesuffix("[]") for link in links if link.group is None and link.direction != "to_local"}
    )


def _all_paths(mapping: CompiledMapping) -> dict[str, list[str]]:
    return {name: _outward_paths(mapping, name) for name in mapping.outward.fields}


def _key(_target: str, key: str) -> str:
    return key
