"""From rows to records: the stored form with ids in its lookups, and the outside form with labels (contract
§4).

The stored form of a record's values is flat: ``{"number": …, "customer": id, "lines": [{"line_no": 1,
"product": id, …}], "custom": {…}}``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, or_, select, text

from app.db.sql import load
from app.db.tables import child_tables, column_of, entity_tables, erp_entity_sync_records
from app.model.entities import ENTITIES, EntitySpec, FieldSpec, entity_named
from app.model.errors import NotFound
from app.model.folding import fold
from app.model.values import FieldType

#: Not more parameters than SQLite takes in one statement on any build.
_CHUNK = 500
_HEAD = ("id", "version", "created_at", "updated_at", "deleted_at", "source", "custom")
Labels = dict[tuple[str, str], str | None]


@dataclass(slots=True)
class Stored:
    """A record in its stored form."""

    id: str
    version: int
    created_at: str
    updated_at: str
    deleted_at: str | None
    source: str
    values: dict[str, Any]


def spec_of(entity: str) -> EntitySpec:
    """The entity of that name or alias. Raises :class:`NotFound`."""
    spec = entity_named(entity)
    if spec is None:
        raise NotFound(f"There is no entity type {entity!r}.", hint=f"There are: {', '.join(ENTITIES)}.")
    return spec


@cache
def _columns(spec: EntitySpec) -> tuple[ColumnElement[Any], ...]:
    table = entity_tables[spec.name]
    return tuple(table.c[name] for name in (*_HEAD, *(column_of(field) for field in spec.scalar_fields)))


def query(spec: EntitySpec) -> Select[Any]:
    """A select whose rows :func:`stored` takes."""
    return select(*_columns(spec))


def conditions(
    spec: EntitySpec,
    *,
    q: str | None,
    include_deleted: bool,
    updated_since: str | None = None,
    state: str | None = None,
) -> list[ColumnElement[bool]]:
    """What a list is limited to. Every word of ``q`` must occur in the record's search text, or all of them in that of
    one record it refers to (an invoice is found by its customer). ``state``: one of its links has this sync status."""
    table = entity_tables[spec.name]
    found: list[ColumnElement[bool]] = []
    if not include_deleted:
        found.append(table.c.deleted_at.is_(None))
    if updated_since is not None:
        found.append(table.c.updated_at >= updated_since)
    if state is not None:
        links = erp_entity_sync_records
        linked = select(links.c.local_entity_id).where(
            links.c.sync_status == state, links.c.entity_type == spec.name, links.c.remote_deleted_at.is_(None)
        )
        if state != "synced":
            linked = linked.where(text("sync_status <> 'synced'"))  # word for word the index's condition
        found.append(table.c.id.in_(linked))
    words = fold(q or "").split()
    if words:
        ways = [_contains(spec.name, words)]
        for field in spec.scalar_fields:
            if field.lookup is not None:
                target = entity_tables[field.lookup]
                ways.append(table.c[column_of(field)].in_(select(target.c.id).where(_contains(field.lookup, words))))
        found.append(or_(*ways))
    return found


def _contains(entity: str, words: Sequence[str]) -> ColumnElement[bool]:
    search = entity_tables[entity].c.search
    return and_(*(search.contains(word, autoescape=True) for word in words))


def stored(conn: Connection, spec: EntitySpec, rows: Iterable[Sequence[Any]]) -> list[Stored]:
    """The records of :func:`query`'s rows, children included: one query for each group, whatever the
    number."""
    names = [field.name for field in spec.scalar_fields]
    records = []
    for row in rows:
        values = dict(zip(names, row[len(_HEAD) :], strict=True))
        values["custom"] = load(row[6]) or {}
        records.append(Stored(row[0], row[1], row[2], row[3], row[4], row[5], values))
    for group in spec.line_fields:
        children = _children(conn, spec, group, [record.id for record in records])
        for record in records:
            record.values[group.name] = children[record.id]
    return records


def _children(
    conn: Connection, spec: EntitySpec, group: FieldSpec, parents: Sequence[str]
) -> dict[str, list[dict[str, Any]]]:
    table = child_tables[spec.name, group.name]
    names = ["line_no", *(child.name for child in group.children)]
    columns = [table.c.parent_id, table.c.line_no, *(table.c[column_of(child)] for child in group.children)]
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for at in range(0, len(parents), _CHUNK):
        chosen = table.c.parent_id.in_(parents[at : at + _CHUNK])
        for row in conn.execute(select(*columns).where(chosen).order_by(table.c.parent_id, table.c.position)):
            found[row[0]].append(dict(zip(names, row[1:], strict=True)))
    return found


def one(conn: Connection, spec: EntitySpec, record_id: str, *, lock: bool = False) -> Stored:
    """One record, deleted or not. ``lock``: nobody else changes it before this transaction ends. Raises
    :class:`NotFound`."""
    wanted = query(spec).where(entity_tables[spec.name].c.id == record_id)
    row = conn.execute(wanted.with_for_update() if lock else wanted).one_or_none()
    if row is None:
        raise NotFound(f"There is no such {spec.title.lower()}.")
    return stored(conn, spec, [row])[0]


# --- the outside form ---------------------------------------------------------------------------------------


def labels(conn: Connection, spec: EntitySpec, all_values: Iterable[dict[str, Any]]) -> Labels:
    """``{(entity, id): label}`` of everything that these values refer to: one query for each entity referred
    to."""
    wanted: dict[str, set[str]] = defaultdict(set)
    own, in_lines = _references(spec)
    for values in all_values:
        _gather(own, values, wanted)
        for group, lookups in in_lines:
            for line in values.get(group) or ():
                _gather(lookups, line, wanted)
    return labels_of(conn, wanted)


def labels_of(conn: Connection, wanted: Mapping[str, Collection[str]]) -> Labels:
    """What people call the records of these ids, by entity: one query for each."""
    found: Labels = {}
    for entity, ids in wanted.items():
        table = entity_tables[entity]
        label = table.c[ENTITIES[entity].label_field]
        ordered = sorted(ids)
        for at in range(0, len(ordered), _CHUNK):
            chosen = table.c.id.in_(ordered[at : at + _CHUNK])
            found |= {(entity, row[0]): row[1] for row in conn.execute(select(table.c.id, label).where(chosen))}
    return found


@cache
def _references(spec: EntitySpec) -> tuple[Sequence[FieldSpec], Sequence[tuple[str, Sequence[FieldSpec]]]]:
    """The lookups of an entity: its own, and those of each group of lines that has some."""
    groups = ((group.name, _lookups(group.children)) for group in spec.line_fields)
    return _lookups(spec.scalar_fields), [(name, lookups) for name, lookups in groups if lookups]


def _lookups(fields: Iterable[FieldSpec]) -> list[FieldSpec]:
    return [field for field in fields if field.type is FieldType.LOOKUP and field.lookup is not None]


def _gather(lookups: Iterable[FieldSpec], values: Mapping[str, Any], wanted: dict[str, set[str]]) -> None:
    for field in lookups:
        value = values.get(field.name)
        if field.lookup is not None and isinstance(value, str):
            wanted[field.lookup].add(value)


def shown(field: FieldSpec | None, value: Any, known: Labels) -> Any:
    """One stored value as it is shown outside."""
    if value is None or field is None:
        return value
    if field.type is FieldType.LOOKUP and field.lookup is not None:
        return {"id": value, "label": known.get((field.lookup, value))}
    if field.type is FieldType.LINES:
        lookups = _lookups(field.children)
        return [
            {**line, **{one.name: shown(one, line[one.name], known) for one in lookups if one.name in line}}
            for line in value
        ]
    return value


def outside(spec: EntitySpec, record: Stored, known: Labels) -> dict[str, Any]:
    """The flat record of the contract."""
    flat: dict[str, Any] = {"id": record.id}
    for field in spec.fields:
        value = record.values.get(field.name)
        plain = value is None or field.type not in (FieldType.LOOKUP, FieldType.LINES)
        flat[field.name] = value if plain else shown(field, value, known)
    flat["custom"] = record.values["custom"]
    flat["version"] = record.version
    flat["created_at"] = record.created_at
    flat["updated_at"] = record.updated_at
    flat["deleted_at"] = record.deleted_at
    flat["source"] = record.source
    return flat


def all_outside(conn: Connection, spec: EntitySpec, records: Sequence[Stored]) -> list[dict[str, Any]]:
    known = labels(conn, spec, (record.values for record in records))
    return [outside(spec, record, known) for record in records]
