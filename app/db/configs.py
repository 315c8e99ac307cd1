"""What is synchronised over a connection: one config for an entity and a remote module, with its field
mappings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from app.db import tables
from app.db.connections import DEFAULT_TENANT
from app.db.database import Database
from app.db.rows import Shape, where_given
from app.model.clock import stamp, stamp_after
from app.model.errors import NotFound, StaleVersion
from app.model.ids import new_id, new_ids


@dataclass(frozen=True, slots=True)
class StoredMapping:
    """One row of ``erp_field_mappings``, as the contract names it: ``transform`` is a list of ``{name,
    args}`` or a template's id, ``value_map`` ``{pairs, unmapped}``, ``validation`` a list of ``{rule,
    args}``. ``id`` is given when stored."""

    local_field: str
    remote_field: str
    field_type: str = "text"
    direction: str = "both"
    is_required: bool = False
    is_readonly: bool = False
    default_value: Any = None
    transform: Any = None
    value_map: Mapping[str, Any] | None = None
    validation: Sequence[Mapping[str, Any]] | None = None
    id: str = ""


@dataclass(frozen=True, slots=True)
class SyncConfig:
    """One row of ``erp_sync_configs`` with its mappings in their order. ``sync_frequency`` in seconds."""

    id: str
    tenant_id: str
    connection_id: str
    entity_type: str
    local_table: str
    remote_module: str
    sync_direction: str
    auto_sync: bool
    sync_frequency: int | None
    schedule: Mapping[str, Any] | None
    conflict_resolution: str
    delete_policy: str
    filter: Any
    match_on: Sequence[str] | None
    hub_key_field: str | None
    is_active: bool
    last_sync_at: str | None
    created_at: str
    updated_at: str
    mappings: tuple[StoredMapping, ...] = ()


_TABLE = tables.erp_sync_configs
_SHAPE = Shape(_TABLE, SyncConfig, json=("schedule", "filter", "match_on"))
_SETTABLE = frozenset(_SHAPE.names) - {"id", "connection_id", "created_at", "updated_at"}
_LINES = tables.erp_field_mappings
_LINE = Shape(_LINES, StoredMapping, json=("default_value", "transform", "value_map", "validation"))


class ConfigStore:
    def __init__(self, db: Database) -> None:
        self._db = db

    def create(
        self,
        *,
        connection_id: str,
        entity_type: str,
        local_table: str,
        remote_module: str,
        mappings: Iterable[StoredMapping] = (),
        sync_direction: str = "bidirectional",
        auto_sync: bool = False,
        sync_frequency: int | None = None,
        schedule: Mapping[str, Any] | None = None,
        conflict_resolution: str = "manual",
        delete_policy: str = "flag",
        filter: Any = None,
        match_on: Sequence[str] | None = None,
        hub_key_field: str | None = None,
        is_active: bool = True,
        tenant_id: str = DEFAULT_TENANT,
    ) -> SyncConfig:
        now = stamp()
        row = {
            "id": new_id(),
            "tenant_id": tenant_id,
            "connection_id": connection_id,
            "entity_type": entity_type,
            "local_table": local_table,
            "remote_module": remote_module,
            "sync_direction": sync_direction,
            "auto_sync": auto_sync,
            "sync_frequency": sync_frequency,
            "schedule": schedule,
            "conflict_resolution": conflict_resolution,
            "delete_policy": delete_policy,
            "filter": filter,
            "match_on": None if match_on is None else list(match_on),
            "hub_key_field": hub_key_field,
            "is_active": is_active,
            "created_at": now,
            "updated_at": now,
        }
        with self._db.write() as conn:
            conn.execute(insert(_TABLE).values(_SHAPE.values(row)))
            _write_mappings(conn, row["id"], mappings)
            return self.get(row["id"])

    def get(self, config_id: str) -> SyncConfig:
        """Raises :class:`NotFound`."""
        found = self._select(_TABLE.c.id == config_id)
        if not found:
            raise NotFound("There is no such sync config. It may have been deleted.")
        return found[0]

    def list(
        self,
        *,
        connection_id: str | None = None,
        entity_type: str | None = None,
        tenant_id: str | None = None,
        active: bool | None = None,
        after: str | None = None,
        limit: int | None = None,
    ) -> list[SyncConfig]:
        """In the order they were made, with their mappings: two queries whatever the number. At most ``limit`` of those
        ``after`` an id."""
        given = where_given(
            {
                _TABLE.c.connection_id: connection_id,
                _TABLE.c.entity_type: entity_type,
                _TABLE.c.tenant_id: tenant_id,
                _TABLE.c.is_active: active,
            }
        )
        if after is not None:
            given.append(_TABLE.c.id > after)
        return list(self._select(*given, limit=limit))

    def hub_keys(self, connection_id: str) -> Mapping[str, str]:
        """Module → the field that carries our id there (empty: none), of a connection's active configs."""
        found = self.list(connection_id=connection_id, active=True)
        return {one.remote_module: one.hub_key_field or "" for one in found}

    def written_to(self, entity_type: str) -> set[str]:
        """The connections to which the hub's changes of these records go."""
        query = select(_TABLE.c.connection_id).where(
            _TABLE.c.entity_type == entity_type,
            _TABLE.c.is_active.is_(True),
            _TABLE.c.sync_direction.in_(("push", "bidirectional")),
        )
        with self._db.read() as conn:
            return set(conn.execute(query).scalars())

    def update(
        self,
        config_id: str,
        *,
        mappings: Iterable[StoredMapping] | None = None,
        expected: str | None = None,
        **changes: Any,
    ) -> SyncConfig:
        """Set fields of :class:`SyncConfig` by name; ``mappings`` replaces them all. ``expected``: only while its ``updated_at`` is
        this. Raises :class:`NotFound`, :class:`StaleVersion`."""
        values = _SHAPE.values(changes, _SETTABLE)
        with self._db.write() as conn:
            was = self.get(config_id).updated_at
            # Every state has a stamp of its own: what was made of a mapping is known by it.
            change = update(_TABLE).where(_TABLE.c.id == config_id).values(**values, updated_at=stamp_after(was))
            if expected is not None:
                change = change.where(_TABLE.c.updated_at == expected)
            if conn.execute(change).rowcount == 0:
                raise StaleVersion(
                    "Somebody changed this mapping meanwhile; nothing was saved.",
                    hint="Open it again to see it as it is now, then make your changes once more.",
                )
            if mappings is not None:
                _write_mappings(conn, config_id, mappings)
            return self.get(config_id)

    def replace_mappings(self, config_id: str, mappings: Iterable[StoredMapping]) -> SyncConfig:
        """Raises :class:`NotFound`."""
        return self.update(config_id, mappings=mappings)

    def touch_sync(self, config_ids: Collection[str], at: str | None = None) -> None:
        """A run of these configs ended at ``at`` (now)."""
        if not config_ids:
            return
        with self._db.write() as conn:
            conn.execute(update(_TABLE).where(_TABLE.c.id.in_(config_ids)).values(last_sync_at=at or stamp()))

    def delete(self, config_id: str) -> None:
        """Remove it with its mappings; links stay. Raises :class:`NotFound`."""
        with self._db.write() as conn:
            if conn.execute(delete(_TABLE).where(_TABLE.c.id == config_id)).rowcount == 0:
                raise NotFound("There is no such sync config. It may have been deleted.")

    def _select(self, *conditions: Any, limit: int | None = None) -> tuple[SyncConfig, ...]:
        with self._db.read() as conn:
            rows = conn.execute(_SHAPE.select().where(*conditions).order_by(_TABLE.c.id).limit(limit)).all()
            lines = _read_mappings(conn, [row.id for row in rows])
        return tuple(_SHAPE.of(row, mappings=tuple(lines[row.id])) for row in rows)


def _read_mappings(conn: Connection, config_ids: list[str]) -> dict[str, list[StoredMapping]]:
    found: dict[str, list[StoredMapping]] = defaultdict(list)
    query = (
        _LINE.select()
        .add_columns(_LINES.c.sync_config_id)
        .where(_LINES.c.sync_config_id.in_(config_ids))
        .order_by(_LINES.c.sync_config_id, _LINES.c.position)
    )
    for row in conn.execute(query) if config_ids else ():
        found[row.sync_config_id].append(_LINE.of(row[:-1]))
    return found


def _write_mappings(conn: Connection, config_id: str, mappings: Iterable[StoredMapping]) -> None:
    conn.execute(delete(_LINES).where(_LINES.c.sync_config_id == config_id))
    wanted = list(mappings)
    rows = [
        # A mapping that was stored before keeps its id.
        {
            **_LINE.values(asdict(mapping)),
            "id": mapping.id or fresh,
            "sync_config_id": config_id,
            "position": position,
        }
        for position, (mapping, fresh) in enumerate(zip(wanted, new_ids(len(wanted)) if wanted else (), strict=True))
    ]
    if rows:
        conn.execute(insert(_LINES), rows)
