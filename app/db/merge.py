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
from app.model.lines import align
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
_HEAD = (
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
    #: What a new record has where nothing was given.
    defaults: Mapping[str, Any]
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


_SHAPES: Mapping[str, _Shape] = {name: _shape(spec) for name, spec in ENTITIES.items()}
assert set(_SHAPES) == set(entity_tables)
assert len(child_tables) == sum(len(s.groups) for s in _SHAPES.values())


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

    def listed_links(
        self, conn: Connection, connection_id: str, module: str, low: str | None, high: str | None
    ) -> dict[str, tuple[str, str]]:
        """Living links of a module with their ``sweep_key`` in ``low``…``high`` (all of them without bounds):
        ``{remote id: (version, label)}``."""
        sql = (
            "SELECT remote_id, remote_version, remote_label FROM erp_entity_sync_records"
            " WHERE connection_id = ? AND remote_module = ? AND remote_deleted_at IS NULL"
        )
        parameters: tuple[Any, ...] = (connection_id, module)
        if low is not None and high is not None:
            sql += " AND sweep_key >= ? AND sweep_key <= ?"
            parameters += (low, high)
        return {row[0]: (row[1], row[2]) for row in conn.exec_driver_sql(self._sql(sql), parameters)}

    def elsewhere(
        self, conn: Connection, connection_id: str, module: str, remote_ids: Sequence[str], listed: Mapping[str, Any]
    ) -> set[str]:
        """Of ``remote_ids``, those that need no reading after a listing: linked outside its bounds with the version and
        label listed, or waiting in the inbox."""
        same = self._in(
            conn,
            "SELECT remote_id, remote_version, remote_label FROM erp_entity_sync_records"
            " WHERE connection_id = ? AND remote_module = ? AND remote_deleted_at IS NULL AND remote_id IN {in}",
            (connection_id, module),
            remote_ids,
        )
        found = {row[0] for row in same if (row[1], row[2]) == (listed[row[0]].version, listed[row[0]].label)}
        waiting = self._in(
            conn,
            "SELECT remote_id FROM inbox WHERE connection_id = ? AND remote_id IN {in}",
            (connection_id,),
            remote_ids,
        )
        return found | {row[0] for row in waiting}

    def count_links(self, conn: Connection, connection_id: str, entity: str) -> int:
        row = conn.exec_driver_sql(
            self._sql(
                "SELECT count(*) FROM erp_entity_sync_records"
                " WHERE connection_id = ? AND entity_type = ? AND remote_deleted_at IS NULL"
            ),
            (connection_id, entity),
        ).one()
        return int(row[0])

    def inbox(self, conn: Connection, connection_id: str, entity: str) -> list[dict[str, Any]]:
        """The remote records that wait for their stream's end, as JSON objects, in the order of their arrival."""
        rows = conn.exec_driver_sql(
            self._sql(
                "SELECT record FROM inbox WHERE connection_id = ? AND entity_type = ? ORDER BY arrived_at, remote_id"
            ),
            (connection_id, entity),
        )
        return [load(row[0]) for row in rows]

    def inbox_has_news(self, conn: Connection, connection_id: str, entity: str) -> bool:
        """Does a record wait that no open question is about? Only then is the inbox looked at again: a quiet run writes
        nothing."""
        row = conn.exec_driver_sql(
            self._sql(
                "SELECT 1 FROM inbox i WHERE i.connection_id = ? AND i.entity_type = ? AND NOT EXISTS (SELECT 1 FROM conflicts"
                " c WHERE c.connection_id = i.connection_id AND c.remote_id = i.remote_id AND c.entity_type = i.entity_type"
                " AND c.kind = 'match' AND c.status = 'open') LIMIT 1"
            ),
            (connection_id, entity),
        ).first()
        return row is not None

    def leave_inbox(self, conn: Connection, connection_id: str, entity: str, remote_ids: Sequence[str]) -> None:
        sql = delete_sql(self._dialect, "inbox", ("connection_id", "entity_type", "remote_id"))
        if remote_ids:
            conn.exec_driver_sql(sql, [(connection_id, entity, rid) for rid in remote_ids])

    def local_ids_by_key(
        self, conn: Connection, connection_id: str, entity: str, keys: Sequence[str]
    ) -> dict[str, str]:
        """Hub ids by the key under which the ERP's records name them. A key that several records bear names none of them."""
        return self._by_key(conn, "local_entity_id", connection_id, entity, keys)

    def remote_ids_by_key(
        self, conn: Connection, connection_id: str, entity: str, keys: Sequence[str]
    ) -> dict[str, str]:
        """The same for remote ids."""
        return self._by_key(conn, "remote_id", connection_id, entity, keys)

    def _by_key(
        self, conn: Connection, column: str, connection_id: str, entity: str, keys: Sequence[str]
    ) -> dict[str, str]:
        rows = self._in(
            conn,
            f"SELECT remote_key, {column} FROM erp_entity_sync_records WHERE connection_id = ? AND entity_type = ?"  # noqa: S608
            " AND remote_key IN {in} AND remote_deleted_at IS NULL",
            (connection_id, entity),
            keys,
        )
        found: dict[str, str] = {}
        doubled = set()
        for key, wanted in rows:
            if found.setdefault(key, wanted) != wanted:
                doubled.add(key)
        return {key: wanted for key, wanted in found.items() if key not in doubled}

    def bearers(self, conn: Connection, connection_id: str, entity: str, keys: Sequence[str]) -> dict[str, str]:
        """The label of a living link's record by the key that it bears."""
        rows = self._in(
            conn,
            "SELECT remote_key, remote_label FROM erp_entity_sync_records WHERE connection_id = ? AND entity_type = ?"
            " AND remote_key IN {in} AND remote_deleted_at IS NULL",
            (connection_id, entity),
            keys,
        )
        return {row[0]: row[1] for row in rows}

    def hub_rows(self, conn: Connection, entity: str, ids: Sequence[str]) -> dict[str, HubRow]:
        """Whole hub records, children included: one query for the records and one for each group."""
        shape = _SHAPES[entity]
        rows = self._in(
            conn,
            f'SELECT {", ".join(shape.columns)} FROM "{shape.table}" WHERE id IN {{in}}',  # noqa: S608 - our own names
            (),
            ids,
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
        """``(hub id, folded value)`` of living hub records that this connection has no link to."""
        table = _SHAPES[entity].table
        return self._unlinked(conn, connection_id, table, f'lower(trim(t."{column}"))', values)

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

    def settled_references(self, conn: Connection, connection_id: str, limit: int) -> list[tuple[Any, ...]]:
        """References whose target is in the hub now:
        ``(id, entity, local id, field, the target's hub id)``."""
        return [
            tuple(row)
            for row in conn.exec_driver_sql(
                self._sql(
                    "SELECT p.id, p.entity_type, p.local_entity_id, p.field, t.local_entity_id"
                    " FROM pending_references p JOIN erp_entity_sync_records t ON t.connection_id = p.connection_id"
                    " AND t.entity_type = p.target_entity AND t.remote_key = p.remote_key AND t.remote_deleted_at IS NULL"
                    # A key that two records bear names neither.
                    " WHERE p.connection_id = ? AND NOT EXISTS (SELECT 1 FROM erp_entity_sync_records o"
                    " WHERE o.connection_id = t.connection_id AND o.entity_type = t.entity_type"
                    " AND o.remote_key = t.remote_key AND o.remote_deleted_at IS NULL AND o.id <> t.id)"
                    " ORDER BY p.local_entity_id, p.id LIMIT ?"
                ),
                (connection_id, limit),
            )
        ]

    def links_of(self, conn: Connection, connection_id: str, local_ids: Sequence[str]) -> dict[str, LinkRow]:
        """The living links of hub records in this connection, by hub id."""
        rows = self._in(
            conn,
            f"SELECT {', '.join(_LINK_READ)} FROM erp_entity_sync_records WHERE connection_id = ?"  # noqa: S608
            " AND local_entity_id IN {in} AND remote_deleted_at IS NULL",
            (connection_id,),
            local_ids,
        )
        return {row[1]: LinkRow(*row) for row in rows}

    def drop_references(self, conn: Connection, ids: Sequence[int]) -> None:
        conn.exec_driver_sql(delete_sql(self._dialect, "pending_references", ("id",)), [(one,) for one in ids])

    def set_base_local(self, conn: Connection, link_id: int, base_local: str) -> None:
        sql = update_sql(self._dialect, "erp_entity_sync_records", ("base_local",), ("id",))
        conn.exec_driver_sql(sql, (base_local, link_id))

    def delete_pending(self, conn: Connection, local_id: str, fields: Iterable[str]) -> None:
        sql = self._sql("DELETE FROM pending_references WHERE local_entity_id = ? AND (field = ? OR field LIKE ?)")
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
        if shape.defaults:
            values = {**shape.defaults, **values}
        custom = custom_of(values)
        label = values.get(shape.spec.label_field)
        self._records[entity].append(
            (
                record_id,
                self._store.tenant_id,
                1,
                self._now,
                self._now,
                None,
                self._source,
                dump(custom) if custom else None,
                search_text(shape.spec, values, shape.searched),
                fold_name(label) if isinstance(label, str) else "",
                *map(values.get, shape.names),
            )
        )
        for group, table, names, columns in shape.groups:
            lines = values.get(group)
            if isinstance(lines, list):
                rows = self._children[(table, columns)]
                for number, line in enumerate(lines, 1):
                    rows.append((record_id, number, number, *map(line.get, names)))
        self._history.append((entity, record_id, 1, "create", None, self._source, self._run_id, self._now))

    def update(self, entity: str, before: HubRow, changes: Values, *, deleted_at: str | None = None) -> dict[str, Any]:
        """Change a hub record; answers what really changed as ``{field: [before, after]}`` (empty: nothing, no version).

        ``deleted_at`` marks it as deleted. A record that was deleted and is changed comes back (edit beats delete).
        """
        shape = _SHAPES[entity]
        changes, numbers = self._whole_lines(shape, before, changes)
        diff = {
            name: [before.values.get(name), value]
            for name, value in changes.items()
            if before.values.get(name) != value
        }
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
            self._changed_children(shape, before.id, diff, numbers)
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

    def _whole_lines(
        self, shape: _Shape, before: HubRow, changes: Values
    ) -> tuple[dict[str, Any], dict[str, list[int]]]:
        """``changes`` with every line whole (fields that were not given keep what the line had), and the lines' numbers.
        A number is never given twice in one document."""
        whole: dict[str, Any] = dict(changes)
        numbers: dict[str, list[int]] = {}
        for group, _, names, _ in shape.groups:
            new = changes.get(group)
            if not isinstance(new, list):
                continue
            old, old_numbers = before.values.get(group) or [], before.line_numbers.get(group, [])
            fresh = max(old_numbers, default=0)
            whole[group], numbers[group] = [], []
            for line, place in zip(new, align(old, new), strict=True):
                kept = old[place] if place is not None else dict.fromkeys(names)
                whole[group].append({**kept, **line})
                if place is None:
                    fresh += 1
                numbers[group].append(fresh if place is None else old_numbers[place])
        return whole, numbers

    def _changed_children(
        self, shape: _Shape, record_id: str, diff: Mapping[str, Any], numbers: Mapping[str, list[int]]
    ) -> None:
        for group, table, names, columns in shape.groups:
            if group not in diff:
                continue
            self._drop_children[table].append((record_id,))
            rows = self._children[(table, columns)]
            lines = diff[group][1] or ()
            for position, (line, number) in enumerate(zip(lines, numbers.get(group, ()), strict=True), 1):
                rows.append((record_id, number, position, *map(line.get, names)))

    def link(self, link: LinkWrite) -> None:
        """A new link."""
        self._new_links.append(
            (
                self._connection_id,
                link.entity,
                link.local_id,
                link.module,
                link.remote_id,
                link.key,
                link.label,
                link.version,
                link.sweep_key,
                link.status,
                False,
                link.modified_at,
                self._now,
                link.base_local,
                link.base_remote,
            )
        )

    def relink(self, link_id: int, link: LinkWrite) -> None:
        """New shadows and version of a link."""
        self._links.append(
            (
                link.key,
                link.label,
                link.version,
                link.sweep_key,
                link.status,
                link.modified_at,
                self._now,
                link.base_local,
                link.base_remote,
                link_id,
            )
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
                dialect,
                "dirty",
                ("connection_id", "local_entity_id", "entity_type", "since"),
                ("connection_id", "local_entity_id"),
                (),
            ),
            self._dirty,
        )
        many(
            upsert_sql(
                dialect,
                "inbox",
                ("connection_id", "entity_type", "remote_id", "reason", "record", "arrived_at"),
                ("connection_id", "entity_type", "remote_id"),
            ),
            self._inbox,
        )
