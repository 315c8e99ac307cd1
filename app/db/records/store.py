"""RecordStore: the hub's records as flat dicts (contract §4)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, func, literal, select, update

from app.db.connections import DEFAULT_TENANT
from app.db.database import Database
from app.db.links import Link, LinkStore
from app.db.records import sorting
from app.db.records.history import Version, flat, values_at, versions
from app.db.records.reading import Labels, all_outside, conditions, labels_of, one, query, spec_of, stored
from app.db.records.validating import clean, empty
from app.db.records.writing import change_record, insert_record, recognised
from app.db.tables import column_of, entity_tables
from app.model.cancel import CancelToken
from app.model.entities import EntitySpec
from app.model.errors import Conflicting, StaleVersion

#: Found by one statement.
_PAGES = 32
#: Raises for flat values (before and after) that may not be written; nothing is then.
Check = Callable[[EntitySpec, Mapping[str, Any], Mapping[str, Any]], None]


class RecordStore:
    """Entity names and their aliases are both taken; an unknown one raises :class:`NotFound`.

    A record is flat, under exactly the contract's names: decimals as text, dates ISO, lookups ``{"id",
    "label"}``, children in their lists with ``line_no``, ``custom`` an object."""

    def __init__(self, db: Database) -> None:
        self._db = db

    # --- reading -------------------------------------------------------------------------------------------

    def get(self, entity: str, record_id: str) -> dict[str, Any]:
        """One record, deleted or not. Raises :class:`NotFound`."""
        spec = spec_of(entity)
        with self._db.read() as conn:
            return self._outside(conn, spec, record_id)

    def labels(self, wanted: Mapping[str, Collection[str]]) -> Labels:
        """``{(entity, id): what people call it}`` for ids by entity; an unknown one is left out."""
        with self._db.read() as conn:
            return labels_of(conn, wanted)

    def page(
        self,
        entity: str,
        *,
        q: str | None = None,
        after_id: str | None = None,
        from_id: str | None = None,
        limit: int = 50,
        updated_since: str | None = None,
        state: str | None = None,
        include_deleted: bool = False,
        descending: bool = False,
        refers_to: Mapping[str, str] | None = None,
    ) -> list[dict[str, Any]]:
        """Records in the order of their ids (the newest first when ``descending``), after ``after_id`` or beginning
        with ``from_id`` (see :meth:`page_starts`). ``q``: words to find; ``updated_since``: a stamp; ``state``: a
        link's sync status; ``refers_to``: ids that lookups have, by field. A fixed number of queries."""
        spec = spec_of(entity)
        key = entity_tables[spec.name].c.id
        wanted = query(spec).where(
            *conditions(spec, q=q, include_deleted=include_deleted, updated_since=updated_since, state=state)
        )
        for field, id_ in (refers_to or {}).items():
            wanted = wanted.where(entity_tables[spec.name].c[column_of(spec.field[field])] == id_)
        if after_id is not None:
            wanted = wanted.where(key < after_id if descending else key > after_id)
        if from_id is not None:
            wanted = wanted.where(key <= from_id if descending else key >= from_id)
        wanted = wanted.order_by(key.desc() if descending else key).limit(limit)
        with self._db.read() as conn:
            return all_outside(conn, spec, stored(conn, spec, conn.execute(wanted)))

    def page_starts(
        self,
        entity: str,
        *,
        page_size: int = 256,
        q: str | None = None,
        state: str | None = None,
        include_deleted: bool = False,
        descending: bool = False,
        cancel: CancelToken | None = None,
    ) -> tuple[int, list[str]]:
        """``(number of records, the first id of every page of page_size)``: what a virtual table needs to jump
        anywhere. A statement for so many pages, so that it can be cancelled and other threads get their turn."""
        spec = spec_of(entity)
        key = entity_tables[spec.name].c.id
        given = conditions(spec, q=q, include_deleted=include_deleted, state=state)
        ordered = key.desc() if descending else key
        first = bindparam("first", type_=key.type)

        def onward(start: ColumnElement[str]) -> Select[tuple[str]]:
            return select(key).where(*given, key <= start if descending else key >= start).order_by(ordered)

        # Each page begins so many records after the one before it, which the database steps over by itself.
        begun = select(key.label("id"), literal(0).label("n")).where(key == first).cte("begun", recursive=True)
        following = onward(begun.c.id).limit(1).offset(page_size).scalar_subquery()
        begun = begun.union_all(select(following, begun.c.n + 1).where(begun.c.id.is_not(None), begun.c.n < _PAGES))
        next_pages = select(begun.c.id).where(begun.c.n > 0, begun.c.id.is_not(None)).order_by(begun.c.n)
        rest = select(func.count()).select_from(onward(first).limit(page_size).subquery())
        with self._db.read() as conn:
            start = conn.execute(select(key).where(*given).order_by(ordered).limit(1)).scalar_one_or_none()
            starts: list[str] = [] if start is None else [start]
            more = starts
            while more:
                if cancel is not None:
                    cancel.check()
                more = list(conn.execute(next_pages, {"first": starts[-1]}).scalars())
                starts += more
            last = conn.execute(rest, {"first": starts[-1]}).scalar_one() if starts else 0
        return max(len(starts) - 1, 0) * page_size + int(last), starts

    def sorted_starts(
        self, entity: str, field: str, *, page_size: int, q: str | None, state: str | None, descending: bool
    ) -> tuple[int, list[sorting.Place]]:
        """The number of living records, and where each page begins, sorted by a field."""
        spec = spec_of(entity)
        given = conditions(spec, q=q, include_deleted=False, state=state)
        with self._db.read() as conn:
            return sorting.starts(conn, spec, given, field, page_size, descending=descending)

    def sorted_page(
        self,
        entity: str,
        field: str,
        first: sorting.Place,
        limit: int,
        *,
        q: str | None,
        state: str | None,
        descending: bool,
    ) -> list[dict[str, Any]]:
        """The page that begins at ``first`` of :meth:`sorted_starts`."""
        spec = spec_of(entity)
        given = conditions(spec, q=q, include_deleted=False, state=state)
        wanted = sorting.page(spec, given, field, first, limit, descending=descending)
        with self._db.read() as conn:
            return all_outside(conn, spec, stored(conn, spec, conn.execute(wanted)))

    def count(self, entity: str, *, q: str | None = None, include_deleted: bool = False) -> int:
        spec = spec_of(entity)
        wanted = (
            select(func.count())
            .select_from(entity_tables[spec.name])
            .where(*conditions(spec, q=q, include_deleted=include_deleted))
        )
        with self._db.read() as conn:
            return int(conn.execute(wanted).scalar_one())

    def history(
        self, entity: str, record_id: str, limit: int | None = None, before: int | None = None
    ) -> list[Version]:
        """Every version, the newest first; or at most ``limit`` of those below ``before``. Raises :class:`NotFound`."""
        with self._db.read() as conn:
            return versions(conn, spec_of(entity), record_id, limit, before)

    def links(self, record_id: str) -> list[Link]:
        """Where this record is known, gone ones included."""
        return list(LinkStore(self._db).list(local_entity_id=record_id, include_gone=True, limit=1000).items)

    # --- writing -------------------------------------------------------------------------------------------

    def create(
        self,
        entity: str,
        values: Mapping[str, Any],
        source: str,
        check: Check | None = None,
        *,
        tenant_id: str = DEFAULT_TENANT,
    ) -> dict[str, Any]:
        """A new record. ``source`` says who writes (``user``, ``api``); ``check`` sees the whole record (and nothing before
        it) before it is written. Raises :class:`InvalidInput`."""
        spec = spec_of(entity)
        with self._db.write() as conn:
            cleaned = {**empty(spec), **clean(conn, spec, values)}
            if check is not None:
                check(spec, {}, flat(cleaned))
            made = insert_record(conn, self._db.dialect, spec, cleaned, source=source, tenant_id=tenant_id)
            return self._outside(conn, spec, made)

    def update(
        self,
        entity: str,
        record_id: str,
        changes: Mapping[str, Any],
        source: str,
        expected_version: int | None = None,
        check: Check | None = None,
        *,
        tenant_id: str | None = None,
    ) -> dict[str, Any]:
        """Change the fields given, ``None`` clears one; nothing really changed makes no version. ``check`` sees the
        record before it is written. Raises :class:`InvalidInput`, :class:`NotFound`, :class:`StaleVersion`,
        :class:`Conflicting` for a deleted record."""
        spec = spec_of(entity)
        with self._db.write() as conn:
            before = one(conn, spec, record_id, lock=True)
            _check_version(before.version, expected_version)
            if before.deleted_at is not None:
                raise Conflicting(f"This {spec.title.lower()} is deleted.", hint="Restore it first.")
            cleaned = clean(conn, spec, changes, before)
            if check is not None:
                check(spec, flat(before.values), flat({**before.values, **cleaned}))
            change_record(conn, self._db.dialect, spec, before, cleaned, source=source)
            if tenant_id is not None:
                table = entity_tables[spec.name]
                conn.execute(update(table).where(table.c.id == record_id).values(tenant_id=tenant_id))
            return self._outside(conn, spec, record_id)

    def delete(self, entity: str, record_id: str, source: str, expected_version: int | None = None) -> dict[str, Any]:
        """Mark as deleted; a deleted one stays as it is. Raises :class:`NotFound`, :class:`StaleVersion`."""
        spec = spec_of(entity)
        with self._db.write() as conn:
            before = one(conn, spec, record_id, lock=True)
            _check_version(before.version, expected_version)
            if before.deleted_at is None:
                change_record(conn, self._db.dialect, spec, before, {}, source=source, action="delete")
            return self._outside(conn, spec, record_id)

    def restore_version(
        self,
        entity: str,
        record_id: str,
        version: int | None,
        source: str,
        expected_version: int | None = None,
        check: Check | None = None,
    ) -> dict[str, Any]:
        """Make the record what it was at ``version`` (``None``: as it is, only living again), as a new version. Fields that
        come from the books stay. ``check`` sees the record before it is written. Raises :class:`NotFound`,
        :class:`StaleVersion`."""
        spec = spec_of(entity)
        with self._db.write() as conn:
            before = one(conn, spec, record_id, lock=True)
            _check_version(before.version, expected_version)
            then = {} if version is None else values_at(conn, before, version)
            values = {name: value for name, value in then.items() if not _readonly(spec, name)}
            for group in spec.line_fields:
                if group.name in values:
                    values[group.name] = recognised(values[group.name] or [], before.values[group.name])
            if check is not None:
                check(spec, flat(before.values), flat({**before.values, **values}))
            change_record(conn, self._db.dialect, spec, before, values, source=source, action="restore")
            return self._outside(conn, spec, record_id)

    def _outside(self, conn: Connection, spec: EntitySpec, record_id: str) -> dict[str, Any]:
        return all_outside(conn, spec, [one(conn, spec, record_id)])[0]


def _check_version(present: int, expected: int | None) -> None:
    if expected is not None and expected != present:
        raise StaleVersion(
            "Somebody changed this record in between; your change was not made.",
            hint="Look at it again, then repeat the change.",
            details={"version": present},
        )


def _readonly(spec: EntitySpec, name: str) -> bool:
    field = spec.field.get(name)
    return field is not None and field.readonly
