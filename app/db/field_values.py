"""What the hub's fields hold, and what was seen of the ERP's: looks for the mapping editor, each bounded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, func, literal, select

from app.db.database import Database
from app.db.sql import load
from app.db.tables import child_tables, column_of, entity_tables, erp_entity_sync_records
from app.model.entities import ENTITIES, FieldSpec
from app.model.values import FieldType

_OWN = "custom."
#: Different values of one field that are told.
MOST_VALUES = 200
#: Rows of a table that are counted, the newest ones.
_COUNTED = 50_000
#: Records whose own fields are looked at: they are JSON.
_CUSTOM = 2_000
#: Links whose shadows are looked at, and how many at once.
_SHADOWS, _AT_ONCE = 5_000, 500
#: Among so many of an entity's newest records linked ones are looked for first.
_RECENT = (2_000, 30_000)


class FieldValues:
    """Entities by name, hub fields by path (``phone``, ``lines[].unit``, ``custom.zone``)."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def custom_names(self, entity: str) -> list[str]:
        """The own fields (without ``custom.``) that the newest records have."""
        return sorted({name for custom in self._customs(entity, 200) for name in custom})

    def counted(self, entity: str, path: str) -> list[tuple[Any, int]]:
        """The different values of a field with how often, the commonest first; empty ones are not told."""
        if path.startswith(_OWN):
            name = path.removeprefix(_OWN)
            found = Counter(
                value for custom in self._customs(entity, _CUSTOM) if isinstance(value := custom.get(name), str | bool)
            )
            return found.most_common(MOST_VALUES)
        column, newest = self._column(entity, path)
        if column is None:
            return []
        looked = select(column.label("value")).where(column.is_not(None)).order_by(newest.desc()).limit(_COUNTED)
        rows = looked.subquery()
        query = (
            select(rows.c.value, func.count())
            .group_by(rows.c.value)
            .order_by(func.count().desc(), rows.c.value)
            .limit(MOST_VALUES)
        )
        with self._db.read() as conn:
            return [(row[0], row[1]) for row in conn.execute(query)]

    def newest_links(self, connection_id: str, entity: str, module: str, limit: int) -> list[tuple[str, str]]:
        """``(hub id, remote id)`` of living links, those of the newest records first."""
        links, records = erp_entity_sync_records, entity_tables[entity]
        query = (
            select(links.c.local_entity_id, links.c.remote_id)
            .where(*_living(connection_id, entity, module))
            .limit(limit)
        )
        with self._db.read() as conn:
            for recent in _RECENT:
                # Where they begin, and not a list of them: so SQLite stops at the last that is wanted.
                first = select(records.c.id).order_by(records.c.id.desc()).offset(recent).limit(1).scalar_subquery()
                among = (
                    query.join(records, records.c.id == links.c.local_entity_id)
                    .where(records.c.id > func.coalesce(first, ""))
                    .order_by(records.c.id.desc())
                )
                rows = conn.execute(among).all()
                if len(rows) == limit:
                    break
            else:  # other systems' records are newer; the order must not make SQLite go through all links for their ids
                rows = conn.execute(query.order_by((links.c.local_entity_id + literal("")).desc())).all()
        return [(row[0], row[1]) for row in rows]

    def shadows(self, connection_id: str, entity: str, module: str) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
        """What both sides agreed on and what the ERP showed then (``base_local``, ``base_remote``), of the newest links; between
        two lots no transaction is open."""
        links = erp_entity_sync_records
        query = select(links.c.id, links.c.base_local, links.c.base_remote)
        query = query.where(*_living(connection_id, entity, module)).order_by(links.c.id.desc()).limit(_AT_ONCE)
        before: int | None = None
        for _ in range(0, _SHADOWS, _AT_ONCE):
            with self._db.read() as conn:
                rows = conn.execute(query if before is None else query.where(links.c.id < before)).all()
            for row in rows:
                yield load(row.base_local), load(row.base_remote)
            if len(rows) < _AT_ONCE:
                return
            before = rows[-1].id

    def living_ids(self, entity: str, limit: int, *, newest: bool = False) -> list[str]:
        table = entity_tables[entity]
        order = table.c.id.desc() if newest else table.c.id
        with self._db.read() as conn:
            return list(
                conn.execute(
                    select(table.c.id).where(table.c.deleted_at.is_(None)).order_by(order).limit(limit)
                ).scalars()
            )

    def _customs(self, entity: str, limit: int) -> Iterator[dict[str, Any]]:
        table = entity_tables[entity]
        # Without an end every record would be looked at where none has an own field.
        first = select(table.c.id).order_by(table.c.id.desc()).offset(_COUNTED).limit(1).scalar_subquery()
        query = (
            select(table.c.custom)
            .where(table.c.custom.is_not(None), table.c.deleted_at.is_(None), table.c.id > func.coalesce(first, ""))
            .order_by(table.c.id.desc())
            .limit(limit)
        )
        with self._db.read() as conn:
            texts = list(conn.execute(query).scalars())
        return (load(text) or {} for text in texts)

    @staticmethod
    def _column(entity: str, path: str) -> tuple[ColumnElement[Any] | None, ColumnElement[Any]]:
        """The column of a field, and what orders its rows by age."""
        spec, table = ENTITIES[entity], entity_tables[entity]
        head, _, tail = path.partition("[].")
        field: FieldSpec | None = spec.field.get(head)
        if field is not None and field.type is FieldType.LINES:
            child = field.child.get(tail)
            table = child_tables[entity, head]
            return (None if child is None else table.c[column_of(child)]), table.c.parent_id
        return (None if field is None else table.c[column_of(field)]), table.c.id


def _living(connection_id: str, entity: str, module: str) -> tuple[ColumnElement[bool], ...]:
    links = erp_entity_sync_records
    return (
        links.c.connection_id == connection_id,
        links.c.entity_type == entity,
        links.c.remote_module == module,
        links.c.remote_deleted_at.is_(None),
    )
