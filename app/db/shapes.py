"""The rows that the engine reads and writes, and each entity's columns in the order in which they are written.

Record values are flat: ``{"number": …, "customer": id, "lines": [{…}], "custom.party": …}``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, NamedTuple

from app.db.tables import child_table_name, child_tables, column_of, entity_tables
from app.model.entities import ENTITIES, EntitySpec
from app.model.folding import searched_fields

HEAD = (
    "id",
    "tenant_id",
    "version",
    "created_at",
    "updated_at",
    "deleted_at",
    "source",
    "custom",
    "search",
    "match_key",
)


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A link as it is stored; the shadows are JSON text (equal text is equal value)."""

    id: int
    local_id: str
    module: str
    remote_id: str
    key: str | None
    label: str
    version: str
    sweep_key: str | None
    status: str
    paused: bool
    base_local: str
    base_remote: str


@dataclass(slots=True)
class HubRow:
    """A hub record with all its values, and the line numbers of its children in their order."""

    id: str
    version: int
    updated_at: str
    deleted_at: str | None
    custom: dict[str, Any]
    values: dict[str, Any]
    line_numbers: dict[str, list[int]] = field(default_factory=dict)


class LinkWrite(NamedTuple):
    """The part of a link that a merge sets."""

    entity: str
    local_id: str
    module: str
    remote_id: str
    key: str | None
    label: str
    version: str
    sweep_key: str | None
    status: str
    modified_at: str | None
    base_local: str
    base_remote: str


#: A :class:`LinkWrite` of all its fields in their order: by the class itself each costs three times as much.
new_link: Callable[[tuple[Any, ...]], LinkWrite] = partial(tuple.__new__, LinkWrite)


@dataclass(frozen=True)
class Shape:
    """An entity's columns in the order in which rows are written."""

    spec: EntitySpec
    table: str
    names: tuple[str, ...]
    columns: tuple[str, ...]
    searched: tuple[str, ...]
    #: All fields that an entity has by itself; others are custom.
    known: frozenset[str]
    #: What a new record has where nothing was given.
    defaults: Mapping[str, Any]
    #: (group, child table, child fields, its columns)
    groups: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...]], ...]


def _shape(spec: EntitySpec) -> Shape:
    scalars = spec.scalar_fields
    return Shape(
        spec,
        spec.table,
        tuple(item.name for item in scalars),
        HEAD + tuple(column_of(item) for item in scalars),
        searched_fields(spec),
        frozenset(spec.field),
        {item.name: item.default for item in scalars if item.default is not None},
        tuple(
            (
                group.name,
                child_table_name(spec, group),
                tuple(child.name for child in group.children),
                ("parent_id", "line_no", "position", *(column_of(child) for child in group.children)),
            )
            for group in spec.line_fields
        ),
    )


SHAPES: Mapping[str, Shape] = {name: _shape(spec) for name, spec in ENTITIES.items()}
assert set(SHAPES) == set(entity_tables)
assert len(child_tables) == sum(len(s.groups) for s in SHAPES.values())
