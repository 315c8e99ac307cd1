"""The records of a kind sorted by a field: where each page of the list begins, found by its first record and not by an OFFSET."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Float, Select, cast, func, literal, select, tuple_

from app.db.records.reading import query
from app.db.tables import entity_tables
from app.model.entities import EntitySpec
from app.model.values import FieldType

#: A record's place in the order: what it is sorted by, and its id.
Place = tuple[Any, str]
#: Of more records than this only what an index serves is sorted: each page would be a look at all of them.
MOST = 100_000
#: Stands before every number.
_NONE = -1e300


def sortable(spec: EntitySpec, count: int) -> frozenset[str]:
    """The fields by which so many records are sorted in no time. By name masters have an index (``match_key``); by date or
    amount nothing has."""
    if count > MOST:
        return frozenset() if spec.is_document else frozenset({spec.label_field})
    return frozenset(field.name for field in spec.scalar_fields if field.type is not FieldType.LOOKUP)


def starts(
    conn: Connection,
    spec: EntitySpec,
    given: Sequence[ColumnElement[bool]],
    field: str,
    size: int,
    *,
    descending: bool,
) -> tuple[int, list[Place]]:
    """The number of records that ``given`` lets through, and the place at which each page of ``size`` begins."""
    table, key = entity_tables[spec.name], _key(spec, field)
    order = [one.desc() if descending else one for one in (key, table.c.id)]
    numbered = (
        select(key.label("place"), table.c.id, func.row_number().over(order_by=order).label("n"))
        .where(*given)
        .subquery()
    )
    firsts = select(numbered.c.place, numbered.c.id).where((numbered.c.n - 1) % size == 0).order_by(numbered.c.n)
    total = conn.execute(select(func.count()).select_from(table).where(*given)).scalar_one()
    return int(total), [(row[0], row[1]) for row in conn.execute(firsts)]


def page(
    spec: EntitySpec,
    given: Sequence[ColumnElement[bool]],
    field: str,
    first: Place,
    limit: int,
    *,
    descending: bool,
) -> Select[Any]:
    """The records from ``first`` on."""
    table, key = entity_tables[spec.name], _key(spec, field)
    here, there = tuple_(key, table.c.id), tuple_(literal(first[0], key.type), literal(first[1]))
    order = [one.desc() if descending else one for one in (key, table.c.id)]
    return query(spec).where(*given, here <= there if descending else here >= there).order_by(*order).limit(limit)


def _key(spec: EntitySpec, field: str) -> ColumnElement[Any]:
    table = entity_tables[spec.name]
    kind, column = spec.field[field].type, table.c[field]
    if field == spec.label_field and not spec.is_document:
        return table.c.match_key
    if kind is FieldType.NUMBER:
        return func.coalesce(cast(func.nullif(column, ""), Float), _NONE, type_=Float)
    if kind is FieldType.BOOLEAN:
        return func.coalesce(column, False)
    return func.lower(func.coalesce(column, ""))
