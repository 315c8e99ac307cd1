"""What a page of remote records does to the hub's tables: read in bulk, written in bulk, one transaction a page.

This is the hot path of every pull: driver-level statements, tuples in column order, a fixed number of queries a page.
Record values are flat: ``{"number": …, "customer": id, "lines": [{…}], "custom.party": …}``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from app.db.sql import delete_sql, dump, insert_sql, load, update_sql, upsert_sql
from app.db.tables import child_table_name, child_tables, column_of, entity_tables
from app.model.entities import ENTITIES, EntitySpec
from app.model.folding import fold_name, search_text, searched_fields
from app.model.values import Values

#: Not more parameters than SQLite takes in one statement on any build.
_CHUNK = 500

_LINK_READ = (
    "id", "local_entity_id", "remote_module", "remote_id", "remote_key", "remote_label", "remote_version", "sweep_key",
    "sync_status", "paused", "base_local", "base_remote",
)  # fmt: skip
_LINK_WRITE = (
    "connection_id", "entity_type", "local_entity_id", "remote_module", "remote_id", "remote_key", "remote_label",
    "remote_version", "sweep_key", "sync_status", "paused", "remote_modified_at", "last_synced_at", "base_local",
    "base_remote",
)  # fmt: skip
_LINK_UPDATE = (
    "remote_key", "remote_label", "remote_version", "sweep_key", "sync_status", "remote_modified_at", "last_synced_at",
    "base_local", "base_remote",
)  # fmt: skip
_HISTORY = ("entity_type", "record_id", "version", "action", "changes", "source", "run_id", "at")
_PENDING = ("connection_id", "entity_type", "local_entity_id", "field", "target_entity", "remote_key")
_HEAD = ("id", "tenant_id", "version", "created_at", "updated_at", "deleted_at", "source", "custom", "search", "match_key")


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


@dataclass(frozen=True, slots=True)
class LinkWrite:
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


@dataclass(frozen=True)
class _Shape:
    """An entity's columns in the order in which rows are written."""

    spec: EntitySpec
    table: str
    names: tuple[str, ...]
    columns: tuple[str, ...]
    searched: tuple[str, ...]
    #: (group, child table, child fields, its columns)
    groups: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...]], ...]


def _shape(spec: EntitySpec) -> _Shape:
    scalars = spec.scalar_fields
    return _Shape(
        spec,
        spec.table,
        tuple(item.name for item in scalars),
        _HEAD + tuple(column_of(item) for item in scalars),
        searched_fields(spec),
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


_SHAPES: Mapping[str, _Shape] = {name: _shape(spec) for name, spec in ENTITIES.items()}
assert set(_SHAPES) == set(entity_tables) and len(child_tables) == sum(len(s.groups) for s in _SHAPES.values())


def custom_of(values: Mapping[str, Any]) -> dict[str, Any]:
    """The ``custom.x`` values as the custom object; empty ones are left out."""
    return {name[7:]: value for name, value in values.items() if name.startswith("custom.") and value is not None}


class MergeStore:
    """Reads and writes for one dialect. Every method works inside the caller's transaction."""

    def __init__(self, dialect: str, tenant_id: str = "default-tenant") -> None:
        self._dialect = dialect
        self._mark = "?" if dialect == "sqlite" else "%s"
        self.tenant_id = tenant_id

    # --- reading -------------------------------------------------------------------------------------------------

    def _in(
        self, conn: Connection, sql: str, before: Sequence[Any], values: Sequence[Any], after: Sequence[Any] = ()
    ) -> list[Any]:
        """Rows of a query with ``{in}`` for ``values`` (in chunks) and ``?`` for the other parameters."""
        rows: list[Any] = []
        for start in range(0, len(values), _CHUNK):
            chunk = values[start : start + _CHUNK]
            marks = ",".join(["?"] * len(chunk))
            rows += conn.exec_driver_sql(
                self._sql(sql.replace("{in}", f"({marks})")), (*before, *chunk, *after)
            ).fetchall()
        return rows

    def _sql(self, sql: str) -> str:
        return sql if self._mark == "?" else sql.replace("?", self._mark)

    def links(self, conn: Connection, connection_id: str, entity: str, remote_ids: Sequence[str]) -> dict[str, LinkRow]:
        """The living links of ``remote_ids``, by remote id."""
        rows = self._in(
            conn,
            f"SELECT {', '.join(_LINK_READ)} FROM erp_entity_sync_records WHERE connection_id = ? AND entity_type = ?"  # noqa: S608
            " AND remote_id IN {in} AND remote_deleted_at IS NULL",
            (connection_id, entity),
            remote_ids,
        )
        return {row[3]: LinkRow(*row) for row in rows}

    def local_ids_by_key(
        self, conn: Connection, connection_id: str, entity: str, keys: Sequence[str]
    ) -> dict[str, str]:
        """Hub ids by the key under which the ERP's records name them."""
        rows = self._in(
            conn,
            "SELECT remote_key, local_entity_id FROM erp_entity_sync_records WHERE connection_id = ? AND entity_type = ?"
            " AND remote_key IN {in} AND remote_deleted_at IS NULL",
            (connection_id, entity),
            keys,
        )
        return {row[0]: row[1] for row in rows}

    def hub_rows(self, conn: Connection, entity: str, ids: Sequence[str]) -> dict[str, HubRow]:
        """Whole hub records, children included: one query for the records and one for each group."""
        shape = _SHAPES[entity]
        rows = self._in(
            conn, f'SELECT {", ".join(shape.columns)} FROM "{shape.table}" WHERE id IN {{in}}', (), ids  # noqa: S608
        )
        first = len(_HEAD)
        out: dict[str, HubRow] = {}
        for row in rows:
            values: dict[str, Any] = dict(zip(shape.names, row[first:], strict=True))
            _booleans(shape.spec, values)
            custom = load(row[7]) or {}
            values.update({f"custom.{name}": value for name, value in custom.items()})
            out[row[0]] = HubRow(row[0], row[2], row[4], row[5], custom, values)
        for group, table, names, columns in shape.groups:
            for record in out.values():
                record.values[group] = []
                record.line_numbers[group] = []
            children = self._in(
                conn,
                f'SELECT {", ".join(columns)} FROM "{table}" WHERE parent_id IN {{in}} ORDER BY parent_id, position',  # noqa: S608
                (),
                list(out),
            )
            for child in children:
                record = out[child[0]]
                record.line_numbers[group].append(child[1])
                record.values[group].append(dict(zip(names, child[3:], strict=True)))
        return out

    def unlinked_by_field(
        self, conn: Connection, connection_id: str, entity: str, column: str, values: Sequence[str]
    ) -> list[tuple[str, str]]:
        """``(hub id, lower-cased value)`` of living hub records that this connection has no link to."""
        table = _SHAPES[entity].table
        return self._unlinked(conn, connection_id, table, f'lower(t."{column}")', values)

    def unlinked_by_name(
        self, conn: Connection, connection_id: str, entity: str, keys: Sequence[str]
    ) -> list[tuple[str, str]]:
        return self._unlinked(conn, connection_id, _SHAPES[entity].table, "t.match_key", keys)

    def _unlinked(
        self, conn: Connection, connection_id: str, table: str, expression: str, values: Sequence[str]
    ) -> list[tuple[str, str]]:
        rows = self._in(
            conn,
            f'SELECT t.id, {expression} FROM "{table}" t WHERE {expression} IN {{in}} AND t.deleted_at IS NULL'  # noqa: S608
            " AND NOT EXISTS (SELECT 1 FROM erp_entity_sync_records l WHERE l.local_entity_id = t.id"
            " AND l.connection_id = ? AND l.remote_deleted_at IS NULL)",
            (),
            values,
            (connection_id,),
        )
        return [(row[0], row[1]) for row in rows]

    # --- writing -------------------------------------------------------------------------------------------------

    def begin(self, connection_id: str, source: str, run_id: str | None, now: str) -> Batch:
        """An empty batch for one page. ``source`` is who wrote (history), ``now`` the page's stamp."""
        return Batch(self, connection_id, source, run_id, now)

    def delete_pending(self, conn: Connection, local_id: str, fields: Iterable[str]) -> None:
        sql = self._sql(
            "DELETE FROM pending_references WHERE local_entity_id = ? AND (field = ? OR field LIKE ?)"
        )
        rows = [(local_id, name, f"{name}[%") for name in fields]
        if rows:
            conn.exec_driver_sql(sql, rows)


def _booleans(spec: EntitySpec, values: dict[str, Any]) -> None:
    for item in spec.scalar_fields:
        if item.type == "boolean" and values[item.name] is not None:
            values[item.name] = bool(values[item.name])


class Batch:
    """The writes of one page, gathered row by row and written together by :meth:`write`."""

    def __init__(self, store: MergeStore, connection_id: str, source: str, run_id: str | None, now: str) -> None:
        self._store = store
        self._connection_id = connection_id
        self._source = source
        self._run_id = run_id
        self._now = now
        self._records: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
        self._children: dict[tuple[str, tuple[str, ...]], list[tuple[Any, ...]]] = defaultdict(list)
        self._drop_children: dict[str, list[tuple[str]]] = defaultdict(list)
        self._updates: dict[tuple[str, tuple[str, ...]], list[tuple[Any, ...]]] = defaultdict(list)
        self._history: list[tuple[Any, ...]] = []
        self._new_links: list[tuple[Any, ...]] = []
        self._links: list[tuple[Any, ...]] = []
        self._gone: list[tuple[Any, ...]] = []
        self._pending: list[tuple[Any, ...]] = []
        self._settled: list[tuple[str, str]] = []
        self._dirty: list[tuple[Any, ...]] = []
        self._inbox: list[tuple[Any, ...]] = []

    def create(self, entity: str, record_id: str, values: Values) -> None:
        """A new hub record with its children and the first line of its history."""
        shape = _SHAPES[entity]
        custom = custom_of(values)
        label = values.get(shape.spec.label_field)
        self._records[entity].append(
            (
                record_id, self._store.tenant_id, 1, self._now, self._now, None, self._source,
                dump(custom) if custom else None,
                search_text(shape.spec, values, shape.searched),
                fold_name(label) if isinstance(label, str) else "",
                *map(values.get, shape.names),
            )  # fmt: skip
        )
        for group, table, names, columns in shape.groups:
            lines = values.get(group)
            if lines:
                rows = self._children[(table, columns)]
                for number, line in enumerate(lines, 1):
                    rows.append((record_id, number, number, *map(line.get, names)))  # type: ignore[union-attr]
        self._history.append((entity, record_id, 1, "create", None, self._source, self._run_id, self._now))

    def update(self, entity: str, before: HubRow, changes: Values, *, deleted_at: str | None = None) -> dict[str, Any]:
        """Change a hub record; answers what really changed as ``{field: [before, after]}`` (empty: nothing, no version).

        ``deleted_at`` marks it as deleted. A record that was deleted and is changed comes back (edit beats delete).
        """
        shape = _SHAPES[entity]
        diff = {name: [before.values.get(name), value] for name, value in changes.items() if before.values.get(name) != value}
        revived = before.deleted_at is not None and deleted_at is None
        if not diff and deleted_at is None and not revived:
            return {}
        after = {**before.values, **changes}
        columns: dict[str, Any] = {
            "version": before.version + 1,
            "updated_at": self._now,
            "deleted_at": deleted_at,
            "source": self._source,
        }
        if diff:
            self._changed_columns(shape, diff, after, columns)
            self._changed_children(shape, before, diff)
        names = tuple(columns)
        self._updates[(shape.table, names)].append((*columns.values(), before.id))
        action = "delete" if deleted_at is not None else "restore" if revived else "update"
        self._history.append(
            (entity, before.id, before.version + 1, action, dump(diff), self._source, self._run_id, self._now)
        )
        return diff

    def _changed_columns(
        self, shape: _Shape, diff: Mapping[str, Any], after: Mapping[str, Any], columns: dict[str, Any]
    ) -> None:
        spec = shape.spec
        for name, (_, value) in diff.items():
            found = spec.field.get(name)
            if found is not None and found.type != "lines":
                columns[column_of(found)] = value
        if any(name.startswith("custom.") for name in diff):
            custom = custom_of(after)
            columns["custom"] = dump(custom) if custom else None
        if spec.label_field in diff:
            columns["match_key"] = fold_name(after[spec.label_field] or "")
        if any(name in diff for name in shape.searched):
            columns["search"] = search_text(spec, after, shape.searched)

    def _changed_children(self, shape: _Shape, before: HubRow, diff: Mapping[str, Any]) -> None:
        for group, table, names, columns in shape.groups:
            if group not in diff:
                continue
            self._drop_children[table].append((before.id,))
            numbers = before.line_numbers.get(group, [])
            fresh = max(numbers, default=0) + 1
            rows = self._children[(table, columns)]
            for position, line in enumerate(diff[group][1] or (), 1):
                # A line keeps its number by its place; a number is never given twice in one document.
                number = numbers[position - 1] if position <= len(numbers) else fresh + position - len(numbers) - 1
                rows.append((before.id, number, position, *map(line.get, names)))

    def link(self, link: LinkWrite) -> None:
        """A new link."""
        self._new_links.append(
            (
                self._connection_id, link.entity, link.local_id, link.module, link.remote_id, link.key, link.label,
                link.version, link.sweep_key, link.status, False, link.modified_at, self._now, link.base_local,
                link.base_remote,
            )  # fmt: skip
        )

    def relink(self, link_id: int, link: LinkWrite) -> None:
        """New shadows and version of a link."""
        self._links.append(
            (
                link.key, link.label, link.version, link.sweep_key, link.status, link.modified_at, self._now,
                link.base_local, link.base_remote, link_id,
            )  # fmt: skip
        )

    def remote_gone(self, link_id: int) -> None:
        """The link becomes a tombstone."""
        self._gone.append((self._now, link_id))

    def pending(self, entity: str, local_id: str, where: str, target: str, key: str) -> None:
        self._pending.append((self._connection_id, entity, local_id, where, target, key))

    def settled(self, local_id: str, name: str) -> None:
        """The field (or group) was set anew: what waited for it no longer does."""
        self._settled.append((local_id, name))

    def dirty(self, connection_id: str, entity: str, local_id: str) -> None:
        self._dirty.append((connection_id, local_id, entity, self._now))

    def park(self, entity: str, remote_id: str, reason: str, record: Mapping[str, Any]) -> None:
        self._inbox.append((self._connection_id, entity, remote_id, reason, dump(record), self._now))

    def write(self, conn: Connection) -> None:
        """Write everything, parents before children."""
        dialect = self._store._dialect

        def many(sql: str, rows: Sequence[tuple[Any, ...]]) -> None:
            if rows:
                conn.exec_driver_sql(sql, list(rows))

        for local_id, name in self._settled:
            self._store.delete_pending(conn, local_id, (name,))
        for entity in ENTITIES:
            many(insert_sql(dialect, _SHAPES[entity].table, _SHAPES[entity].columns), self._records.get(entity, ()))
        for (table, names), rows in self._updates.items():
            many(update_sql(dialect, table, names, ("id",)), rows)
        for table, parents in self._drop_children.items():
            many(delete_sql(dialect, table, ("parent_id",)), parents)
        for (table, columns), rows in self._children.items():
            many(insert_sql(dialect, table, columns), rows)
        many(insert_sql(dialect, "record_history", _HISTORY), self._history)
        many(update_sql(dialect, "erp_entity_sync_records", ("remote_deleted_at",), ("id",)), self._gone)
        many(insert_sql(dialect, "erp_entity_sync_records", _LINK_WRITE), self._new_links)
        many(update_sql(dialect, "erp_entity_sync_records", _LINK_UPDATE, ("id",)), self._links)
        many(insert_sql(dialect, "pending_references", _PENDING), self._pending)
        many(
            upsert_sql(
                dialect, "dirty", ("connection_id", "local_entity_id", "entity_type", "since"),
                ("connection_id", "local_entity_id"), (),
            ),
            self._dirty,
        )  # fmt: skip
        many(
            upsert_sql(
                dialect, "inbox", ("connection_id", "entity_type", "remote_id", "reason", "record", "arrived_at"),
                ("connection_id", "entity_type", "remote_id"),
            ),
            self._inbox,
        )  # fmt: skip
