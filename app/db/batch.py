"""The writes of one page, gathered row by row and written together: driver-level statements, tuples in column order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from app.db.shapes import SHAPES, HubRow, LinkWrite, Shape
from app.db.sql import delete_sql, dump, insert_alike, update_sql, upsert_sql
from app.db.tables import column_of
from app.model.entities import ENTITIES
from app.model.folding import fold_name, search_text
from app.model.lines import align
from app.model.records import RemoteRecord
from app.model.values import Values

#: The fields of a :class:`LinkWrite`.
_LINK_WRITE = (
    "entity_type", "local_entity_id", "remote_module", "remote_id", "remote_key", "remote_label", "remote_version",
    "sweep_key", "sync_status", "remote_modified_at", "base_local", "base_remote",
)  # fmt: skip
_LINK_UPDATE = (
    "remote_key", "remote_label", "remote_version", "sweep_key", "sync_status", "remote_modified_at", "last_synced_at",
    "base_local", "base_remote",
)  # fmt: skip
#: What each new record has, as :func:`_rows` makes it.
_HEAD = ("id", "search", "match_key")
_GONE = ("remote_deleted_at", "sync_status")
DIRTY = ("connection_id", "local_entity_id", "entity_type", "since", "attempts", "next_at", "waits_for")
_HISTORY = ("entity_type", "record_id", "version", "action", "changes", "source", "run_id", "at")
_INBOX = (
    "connection_id", "entity_type", "remote_id", "reason", "record", "arrived_at", "remote_key", "waits_entity",
    "waits_for",
)  # fmt: skip
_PENDING = ("connection_id", "entity_type", "local_entity_id", "field", "target_entity", "remote_key")
#: A field (or all of a group's lines) that was set anew waits for nothing any more.
_SETTLE = {
    dialect: f"DELETE FROM pending_references WHERE local_entity_id = {mark} AND (field = {mark} OR field LIKE {mark})"  # noqa: S608
    for dialect, mark in (("sqlite", "?"), ("postgresql", "%s"))
}
#: A record that lives again is made anew wherever it was deleted.
_COME_BACK = {
    dialect: "UPDATE erp_entity_sync_records SET sync_status = 'pending' WHERE remote_deleted_at IS NOT NULL"  # noqa: S608
    f" AND local_entity_id = {mark}"
    for dialect, mark in (("sqlite", "?"), ("postgresql", "%s"))
}


def custom_of(values: Mapping[str, Any]) -> dict[str, Any]:
    """The ``custom.x`` values as the custom object; empty ones are left out."""
    return {name[7:]: value for name, value in values.items() if name.startswith("custom.") and value is not None}


class Batch:
    """The writes of one page, gathered row by row and written together by :meth:`write`."""

    def __init__(
        self, dialect: str, tenant_id: str, connection_id: str, source: str, run_id: str | None, now: str
    ) -> None:
        self._dialect = dialect
        self._tenant_id = tenant_id
        self._connection_id = connection_id
        self._source = source
        self._run_id = run_id
        self._now = now
        self._created: dict[str, list[tuple[str, Values]]] = defaultdict(list)
        self._children: dict[tuple[str, tuple[str, ...]], list[tuple[Any, ...]]] = defaultdict(list)
        self._drop_children: dict[str, list[tuple[str]]] = defaultdict(list)
        self._updates: dict[tuple[str, tuple[str, ...]], list[tuple[Any, ...]]] = defaultdict(list)
        self._history: list[tuple[Any, ...]] = []
        self._new_links: list[LinkWrite] = []
        self._links: list[tuple[Any, ...]] = []
        self._gone: list[tuple[Any, ...]] = []
        self._revived: list[tuple[str]] = []
        self._pending: list[tuple[Any, ...]] = []
        self._settled: list[tuple[str, str]] = []
        self._dirty: list[tuple[Any, ...]] = []
        self._inbox: list[tuple[Any, ...]] = []

    def create(self, entity: str, made: Sequence[tuple[str, Values]]) -> None:
        """New hub records by their ids, with their children and the first line of their history. The values are the batch's from
        now on."""
        shape = SHAPES[entity]
        self._created[entity] += made
        for group, table, names, columns in shape.groups:
            rows = self._children[(table, columns)]
            for record_id, values in made:
                lines = values.get(group)
                if isinstance(lines, list):
                    rows += [(record_id, number, number, *map(line.get, names)) for number, line in enumerate(lines, 1)]

    def update(self, entity: str, before: HubRow, changes: Values, *, deleted_at: str | None = None) -> dict[str, Any]:
        """Change a hub record; answers what really changed as ``{field: [before, after]}`` (empty: nothing, no version).

        ``deleted_at`` marks it as deleted. A record that was deleted and is changed comes back (edit beats delete).
        """
        shape = SHAPES[entity]
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
        if revived:
            self._revived.append((before.id,))
        action = "delete" if deleted_at is not None else "restore" if revived else "update"
        self._history.append(
            (entity, before.id, before.version + 1, action, dump(diff), self._source, self._run_id, self._now)
        )
        return diff

    def _changed_columns(
        self, shape: Shape, diff: Mapping[str, Any], after: Mapping[str, Any], columns: dict[str, Any]
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
        self, shape: Shape, before: HubRow, changes: Values
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
        self, shape: Shape, record_id: str, diff: Mapping[str, Any], numbers: Mapping[str, list[int]]
    ) -> None:
        for group, table, names, columns in shape.groups:
            if group not in diff:
                continue
            self._drop_children[table].append((record_id,))
            rows = self._children[(table, columns)]
            lines = diff[group][1] or ()
            for position, (line, number) in enumerate(zip(lines, numbers.get(group, ()), strict=True), 1):
                rows.append((record_id, number, position, *map(line.get, names)))

    def link(self, links: Iterable[LinkWrite]) -> None:
        """New links."""
        self._new_links += links

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

    def remote_gone(self, link_id: int, *, comes_back: bool = False) -> None:
        """The link becomes a tombstone. ``comes_back``: the hub's record, should it live (again), is made anew over there;
        otherwise what was deleted there stays deleted there."""
        self._gone.append((self._now, "pending" if comes_back else "synced", link_id))

    def pending(self, entity: str, local_id: str, where: str, target: str, key: str) -> None:
        self._pending.append((self._connection_id, entity, local_id, where, target, key))

    def settled(self, local_id: str, name: str) -> None:
        """The field (or group) was set anew: what waited for it no longer does."""
        self._settled.append((local_id, name))

    def dirty(self, connection_id: str, entity: str, local_id: str) -> None:
        """The connection has yet to hear of the record as it is now: whatever it waited for before."""
        self._dirty.append((connection_id, local_id, entity, self._now, 0, None, None))

    def park(self, entity: str, reason: str, record: RemoteRecord) -> None:
        text = dump(record._asdict())
        self._inbox.append((self._connection_id, entity, record.id, reason, text, self._now, record.key, None, None))

    def write(self, conn: Connection) -> None:
        """Write everything, parents before children."""
        dialect = self._dialect

        def many(sql: str, rows: Sequence[tuple[Any, ...]]) -> None:
            if rows:
                conn.exec_driver_sql(sql, rows)

        def insert(table: str, columns: tuple[str, ...], rows: Sequence[tuple[Any, ...]], **same: Any) -> None:
            if rows:
                many(*insert_alike(dialect, table, columns, rows, same))

        many(_SETTLE[dialect], [(local_id, name, f"{name}[%") for local_id, name in self._settled])
        for entity in ENTITIES:
            if made := self._created.get(entity):
                columns, rows, defaults = _rows(SHAPES[entity], made)
                insert(
                    SHAPES[entity].table,
                    columns,
                    rows,
                    tenant_id=self._tenant_id,
                    version=1,
                    created_at=self._now,
                    updated_at=self._now,
                    source=self._source,
                    **defaults,
                )
        for (table, names), rows in self._updates.items():
            many(update_sql(dialect, table, names, ("id",)), rows)
        for table, parents in self._drop_children.items():
            many(delete_sql(dialect, table, ("parent_id",)), parents)
        for (table, columns), rows in self._children.items():
            if rows:
                insert(table, *_filled(columns, rows))
        for entity, made in self._created.items():
            insert(
                "record_history",
                ("record_id",),
                [(record_id,) for record_id, _ in made],
                entity_type=entity,
                version=1,
                action="create",
                source=self._source,
                run_id=self._run_id,
                at=self._now,
            )
        insert("record_history", _HISTORY, self._history)
        many(update_sql(dialect, "erp_entity_sync_records", _GONE, ("id",)), self._gone)
        many(_COME_BACK[dialect], self._revived)
        insert(
            "erp_entity_sync_records",
            _LINK_WRITE,
            self._new_links,
            connection_id=self._connection_id,
            paused=False,
            last_synced_at=self._now,
        )
        many(update_sql(dialect, "erp_entity_sync_records", _LINK_UPDATE, ("id",)), self._links)
        insert("pending_references", _PENDING, self._pending)
        many(
            upsert_sql(
                dialect,
                "dirty",
                DIRTY,
                DIRTY[:2],
            ),
            self._dirty,
        )
        many(
            upsert_sql(
                dialect,
                "inbox",
                _INBOX,
                _INBOX[:3],
            ),
            self._inbox,
        )


def _rows(
    shape: Shape, made: Sequence[tuple[str, Values]]
) -> tuple[tuple[str, ...], Sequence[tuple[Any, ...]], Mapping[str, Any]]:
    """New records' columns and rows, without the fields that none of them has: SQLite's driver takes longer over a ``None`` than
    over a text, and of an ERP's records most fields stay empty. With them the columns that have their default in all."""
    given: set[str] = set().union(*(values for _, values in made))
    names = [name for name in shape.names if name in given and any(values.get(name) is not None for _, values in made)]
    searched = tuple(name for name in shape.searched if name in names)
    spec, label = shape.spec, shape.spec.label_field
    defaults = {column_of(spec.field[name]): value for name, value in shape.defaults.items() if name not in given}
    if len(defaults) < len(shape.defaults) and any(not shape.defaults.keys() <= values.keys() for _, values in made):
        made = [(record_id, {**shape.defaults, **values}) for record_id, values in made]
    rows: list[tuple[Any, ...]] = [
        (
            record_id,
            search_text(spec, values, searched),
            fold_name(named) if (named := values.get(label)).__class__ is str else "",
            *map(values.get, names),
        )
        for record_id, values in made
    ]
    columns = (*_HEAD, *(column_of(spec.field[name]) for name in names))
    if shape.known.issuperset(given):
        return columns, rows, defaults
    customs = [custom_of(values) for _, values in made]
    dumped = [(dump(custom) if custom else None,) for custom in customs]
    return (*columns, "custom"), [row + custom for row, custom in zip(rows, dumped, strict=True)], defaults


def _filled(
    columns: tuple[str, ...], rows: Sequence[tuple[Any, ...]]
) -> tuple[tuple[str, ...], Sequence[tuple[Any, ...]]]:
    """Without the columns in which no row has anything, as :func:`_rows`."""
    filled = [
        (name, values)
        for name, values in zip(columns, zip(*rows, strict=True), strict=True)
        if values[0] is not None or values.count(None) < len(values)
    ]
    return tuple(name for name, _ in filled), list(zip(*(values for _, values in filled), strict=True))
