"""What a page of remote records finds in the hub's tables: read in bulk, a fixed number of queries a page.

This and :mod:`app.db.batch` are the hot path of every pull.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from app.db.batch import Batch
from app.db.shapes import HEAD, SHAPES, HubRow, LinkRow
from app.db.sql import delete_sql, load, update_sql
from app.db.tables import column_of
from app.model.entities import EntitySpec
from app.model.folding import fold

#: Not more parameters than SQLite takes in one statement on any build.
_CHUNK = 500

_LINK_READ = (
    "id", "local_entity_id", "remote_module", "remote_id", "remote_key", "remote_label", "remote_version", "sweep_key",
    "sync_status", "paused", "base_local", "base_remote",
)  # fmt: skip


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

    def links_after(self, conn: Connection, connection_id: str, entity: str, after: int, limit: int) -> list[LinkRow]:
        """The next living links by id."""
        rows = conn.exec_driver_sql(
            self._sql(
                f"SELECT {', '.join(_LINK_READ)} FROM erp_entity_sync_records WHERE connection_id = ? AND entity_type = ?"  # noqa: S608
                " AND id > ? AND remote_deleted_at IS NULL ORDER BY id LIMIT ?"
            ),
            (connection_id, entity, after, limit),
        )
        return [LinkRow(*row) for row in rows]

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
        rows = conn.exec_driver_sql(self._sql(sql), parameters).fetchall()
        return {remote_id: (version, label) for remote_id, version, label in rows}

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

    def has_links(self, conn: Connection, connection_id: str, entity: str) -> bool:
        """Is any record of ``entity`` linked?"""
        sql = (
            "SELECT 1 FROM erp_entity_sync_records WHERE connection_id = ? AND entity_type = ?"
            " AND remote_deleted_at IS NULL LIMIT 1"
        )
        return conn.exec_driver_sql(self._sql(sql), (connection_id, entity)).first() is not None

    def any_link(self, conn: Connection, connection_id: str, entity: str) -> bool:
        """Is, or was, any record of ``entity`` linked?"""
        row = conn.exec_driver_sql(
            self._sql("SELECT 1 FROM erp_entity_sync_records WHERE connection_id = ? AND entity_type = ? LIMIT 1"),
            (connection_id, entity),
        ).first()
        return row is not None

    def changed_at(self, conn: Connection, record_id: str, names: Collection[str]) -> dict[str, str]:
        """When each of these fields of a hub record was changed last (or made, with the record)."""
        rows = conn.exec_driver_sql(
            self._sql("SELECT changes, at FROM record_history WHERE record_id = ? ORDER BY version DESC, id DESC"),
            (record_id,),
        )
        found: dict[str, str] = {}
        for changes, at in rows:
            named = names if changes is None else load(changes)
            found.update({name: at for name in names if name in named and name not in found})
            if len(found) == len(names):
                break
        return found

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

    def by_field(self, conn: Connection, entity: str, name: str, values: Collection[str]) -> dict[str, list[str]]:
        """Hub ids of living records by ``values`` of their field ``name``: equal but for case and spaces, as ``matchOn`` compares
        (letters beyond ASCII: as the database lowers them). The field that an entity is matched on has an index for this; of
        another all records are gone through, once for each 500 values."""
        column = f'lower(trim(t."{column_of(SHAPES[entity].spec.field[name])}"))'
        wanted = {fold(value): value for value in values}
        rows = self._in(
            conn,
            f'SELECT t.id, {column} FROM "{SHAPES[entity].table}" t WHERE {column} IN {{in}} AND t.deleted_at IS NULL',  # noqa: S608
            (),
            sorted({*wanted, *(value.strip() for value in wanted.values() if not value.isascii())}),
        )
        found: dict[str, list[str]] = defaultdict(list)
        for hub_id, value in rows:
            found[fold(value)].append(hub_id)
        return {value: found[fold(value)] for value in values if fold(value) in found}

    def waits_by_field(self, conn: Connection, connection_id: str) -> bool:
        """Does a lookup by a field wait for its record?"""
        sql = "SELECT 1 FROM pending_references WHERE connection_id = ? AND target_entity LIKE ? LIMIT 1"
        return conn.exec_driver_sql(self._sql(sql), (connection_id, "%.%")).first() is not None

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
        shape = SHAPES[entity]
        rows = self._in(
            conn,
            f'SELECT {", ".join(shape.columns)} FROM "{shape.table}" WHERE id IN {{in}}',  # noqa: S608 - our own names
            (),
            ids,
        )
        first = len(HEAD)
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

    def last_row(self, conn: Connection, entity: str) -> int | None:
        """The number of the newest row of an entity's table, 0 for an empty one: a new row gets the next number. ``None``: this
        database does not number them."""
        if self._dialect != "sqlite":
            return None
        sql = f'SELECT max(rowid) FROM "{SHAPES[entity].table}"'  # noqa: S608 - our own names
        return int(conn.exec_driver_sql(sql).scalar() or 0)

    def unlinked_by_field(
        self, conn: Connection, connection_id: str, entity: str, column: str, values: Sequence[str]
    ) -> list[tuple[str, str]]:
        """``(hub id, folded value)`` of living hub records that this connection has no link to."""
        table = SHAPES[entity].table
        return self._unlinked(conn, connection_id, table, f'lower(trim(t."{column}"))', values)

    def unlinked_by_name(
        self, conn: Connection, connection_id: str, entity: str, keys: Sequence[str]
    ) -> list[tuple[str, str]]:
        return self._unlinked(conn, connection_id, SHAPES[entity].table, "t.match_key", keys)

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
        return Batch(self._dialect, self.tenant_id, connection_id, source, run_id, now)

    def settled_references(self, conn: Connection, connection_id: str, limit: int) -> list[tuple[Any, ...]]:
        """References whose target is in the hub now:
        ``(id, entity, local id, field, the target's hub id)``."""
        return [
            tuple(row)
            for row in conn.exec_driver_sql(
                self._sql(
                    "SELECT p.id, p.entity_type, p.local_entity_id, p.field, t.local_entity_id"
                    # CROSS: SQLite goes through what waits, not through all links.
                    " FROM pending_references p CROSS JOIN erp_entity_sync_records t"
                    " WHERE p.connection_id = ? AND t.connection_id = p.connection_id AND t.entity_type = p.target_entity"
                    " AND t.remote_key = p.remote_key AND t.remote_deleted_at IS NULL"
                    # A key that two records bear names neither.
                    " AND NOT EXISTS (SELECT 1 FROM erp_entity_sync_records o"
                    " WHERE o.connection_id = t.connection_id AND o.entity_type = t.entity_type"
                    " AND o.remote_key = t.remote_key AND o.remote_deleted_at IS NULL AND o.id <> t.id)"
                    " ORDER BY p.local_entity_id, p.id LIMIT ?"
                ),
                (connection_id, limit),
            )
        ]

    def settled_by_field(self, conn: Connection, connection_id: str, limit: int) -> list[tuple[Any, ...]]:
        """The same of references by a field (their target is ``customer.email``) that one record of the hub bears now."""
        keys: dict[str, list[str]] = defaultdict(list)
        distinct = (
            "SELECT DISTINCT target_entity, remote_key FROM pending_references"
            " WHERE connection_id = ? AND target_entity LIKE ?"
        )
        for target, key in conn.exec_driver_sql(self._sql(distinct), (connection_id, "%.%")):
            keys[target].append(key)
        settled: list[tuple[Any, ...]] = []
        for target, waiting in keys.items():
            entity, _, name = target.partition(".")
            one = {key: ids[0] for key, ids in self.by_field(conn, entity, name, waiting).items() if len(ids) == 1}
            rows = self._in(
                conn,
                "SELECT id, entity_type, local_entity_id, field, remote_key FROM pending_references"
                " WHERE connection_id = ? AND target_entity = ? AND remote_key IN {in} ORDER BY local_entity_id, id",
                (connection_id, target),
                sorted(one),
            )
            settled += [(*row[:4], one[row[4]]) for row in rows]
        return settled[:limit]

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

    def stay_away(self, conn: Connection, connection_id: str, local_ids: Sequence[str]) -> set[str]:
        """Of hub records without a link, those that were deleted over there and are not to be made anew."""
        rows = self._in(
            conn,
            "SELECT local_entity_id, sync_status, id FROM erp_entity_sync_records WHERE connection_id = ?"
            " AND local_entity_id IN {in} AND remote_deleted_at IS NOT NULL",
            (connection_id,),
            local_ids,
        )
        newest: dict[str, str] = {row[0]: row[1] for row in sorted(rows, key=lambda row: row[2])}
        return {local_id for local_id, status in newest.items() if status != "pending"}

    def set_status(self, conn: Connection, connection_id: str, local_id: str, status: str) -> None:
        """How the living link of a hub record stands. One in conflict stays so."""
        conn.exec_driver_sql(
            self._sql(
                "UPDATE erp_entity_sync_records SET sync_status = ? WHERE connection_id = ? AND local_entity_id = ?"
                " AND remote_deleted_at IS NULL AND sync_status <> 'conflict'"
            ),
            (status, connection_id, local_id),
        )

    def come_back(self, conn: Connection, connection_id: str, local_id: str) -> None:
        """Have a record that was deleted over there made anew."""
        conn.exec_driver_sql(
            self._sql(
                "UPDATE erp_entity_sync_records SET sync_status = 'pending' WHERE connection_id = ? AND local_entity_id = ?"
                " AND remote_deleted_at IS NOT NULL"
            ),
            (connection_id, local_id),
        )

    def drop_references(self, conn: Connection, ids: Sequence[int]) -> None:
        conn.exec_driver_sql(delete_sql(self._dialect, "pending_references", ("id",)), [(one,) for one in ids])

    def set_shadows(self, conn: Connection, link_id: int, base_local: str, base_remote: str, status: str) -> None:
        columns = ("base_local", "base_remote", "sync_status")
        sql = update_sql(self._dialect, "erp_entity_sync_records", columns, ("id",))
        conn.exec_driver_sql(sql, (base_local, base_remote, status, link_id))

    def set_bases(self, conn: Connection, bases: Sequence[tuple[str, str, int]]) -> None:
        """New shadows, ``(base_local, base_remote, link id)``, and nothing else."""
        sql = update_sql(self._dialect, "erp_entity_sync_records", ("base_local", "base_remote"), ("id",))
        if bases:
            conn.exec_driver_sql(sql, list(bases))

    def pause(self, conn: Connection, link_ids: Sequence[int], *, paused: bool) -> None:
        """Have nothing move over these links, in either direction; or let it move again."""
        sql = update_sql(self._dialect, "erp_entity_sync_records", ("paused",), ("id",))
        if link_ids:
            conn.exec_driver_sql(sql, [(paused, one) for one in link_ids])

    def set_base_local(self, conn: Connection, link_id: int, base_local: str) -> None:
        sql = update_sql(self._dialect, "erp_entity_sync_records", ("base_local",), ("id",))
        conn.exec_driver_sql(sql, (base_local, link_id))


def _booleans(spec: EntitySpec, values: dict[str, Any]) -> None:
    for item in spec.scalar_fields:
        if item.type == "boolean" and values[item.name] is not None:
            values[item.name] = bool(values[item.name])
