"""The hub of a world: its database, an engine on it, and how it is put back to an earlier moment."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sqlalchemy import delete, insert, select

from app.connectors.base import ConnectionSettings, ConnectorKind, ConnectorPorts
from app.db import tables
from app.db.configs import ConfigStore, StoredMapping
from app.db.connections import Connection, ConnectionStore
from app.db.database import Database, default_url
from app.db.migrations import migrate
from app.db.records import RecordStore
from app.db.runs import Run
from app.db.state import DatabaseState
from app.model.cancel import CancelToken
from app.model.entities import ENTITIES, EntitySpec
from app.model.events import EventBus
from app.sync.engine import Engine, EnginePorts, RunOrder
from tests.chaos.clock import VirtualClock
from tests.chaos.connector import kind_of
from tests.chaos.erps import Erp
from tests.chaos.light import KnownConfigs, KnownConnections, LightLeases, LightRuns
from tests.chaos.model import Linked

#: What a sync changes even when nothing happened: its log, who runs it, where it stands, and a login that is renewed.
RESTLESS = frozenset({"erp_sync_logs", "leases", "cursors", "connector_state", "audit", "secrets"})
_OF_A_LOGIN = {"erp_connections": ("auth_config", "updated_at")}
_COLUMNS = {
    table.name: ", ".join(
        f'"{one.name}"'
        for one in table.c
        if one.name not in ("last_sync_at", "last_success_at", *_OF_A_LOGIN.get(table.name, ()))
    )
    for table in tables.metadata.sorted_tables
}


#: Of a connector's memory what is of its calls, not of any record: whoever asks, moves it.
_OF_CALLS = {"connector_state": "WHERE name NOT IN ('oauth_turns', 'metered', 'company', 'discovery')"}


@dataclass(frozen=True)
class Kept:
    """A hub record, read without the program's help."""

    id: str
    deleted_at: str | None
    values: dict[str, Any]


def _shape(spec: EntitySpec) -> tuple[list[str], str, dict[str, tuple[list[str], str]]]:
    """An entity's scalar fields, their columns, and of each group the fields and the query of its lines."""
    groups = {}
    for group in spec.line_fields:
        table = tables.child_table_name(spec, group)
        columns = ", ".join(f'"{tables.column_of(child)}"' for child in group.children)
        names = [child.name for child in group.children]
        groups[group.name] = (names, f'SELECT parent_id, {columns} FROM "{table}" ORDER BY parent_id, position')
    names = [item.name for item in spec.scalar_fields]
    return names, ", ".join(f'"{tables.column_of(item)}"' for item in spec.scalar_fields), groups


_SHAPES = {name: _shape(spec) for name, spec in ENTITIES.items()}


def fast_folder(prefix: str = "chaos-") -> Path:
    """A folder in memory where there is one: a trial writes much and keeps nothing."""
    memory = Path("/dev/shm")
    return Path(tempfile.mkdtemp(prefix=prefix, dir=memory if memory.is_dir() else None))


class Hub:
    """``erps`` by name; a connection to each, named like it. An engine is thrown away after a crash. ``light``: see
    :mod:`tests.chaos.light`."""

    def __init__(
        self, clock: VirtualClock, folder: Path | None = None, url: str | None = None, *, light: bool = False
    ) -> None:
        self.clock = clock
        self.light = light
        self.folder = folder or fast_folder()
        self.own_folder = folder is None
        self.db = Database(url or default_url(self.folder), data_dir=self.folder)
        migrate(self.db, self.folder / "backups")
        self.records = RecordStore(self.db)
        self.connections = ConnectionStore(self.db)
        self.erps: dict[str, Erp] = {}
        self.ids: dict[str, str] = {}
        self._compiled: dict[str, Any] = {}
        self._known: dict[str, Any] = {}
        self._kinds: dict[str, ConnectorKind] = {}
        self._systems: dict[str, str] = {}
        self._raw: sqlite3.Connection | None = None
        self.at: Callable[[str], None] = lambda _where: None
        self.forget()

    def close(self) -> None:
        if self._raw is not None:
            self._raw.close()
        self.db.close()
        if self.own_folder:
            shutil.rmtree(self.folder, ignore_errors=True)

    # --- wiring --------------------------------------------------------------------------------------------------

    def new_engine(self) -> Engine:
        ports = EnginePorts(self._ports, self._settings, lambda where: self.at(where))
        engine = Engine(self.db, self, ports, EventBus(), self.clock.utc)  # type: ignore[arg-type]
        engine._compiled = self._compiled
        if self.light:
            engine._tools = replace(engine._tools, **self._known)
            engine._runs, engine._leases = self._known["runs"], self._known["leases"]
            engine._connections = self._known["connections"]
        return engine

    def get(self, system: str) -> ConnectorKind | None:
        """The registry's part."""
        return self._kinds.get(system)

    def _ports(self, connection_id: str) -> ConnectorPorts:
        locks = self.folder / "locks"
        locks.mkdir(exist_ok=True)
        return ConnectorPorts(DatabaseState(self.db, connection_id), locks)

    def _settings(self, connection: Connection) -> ConnectionSettings:
        return ConnectionSettings(
            connection.id,
            connection.connection_name,
            connection.erp_system,
            connection.base_url,
            "none",
            connection.auth_config,
        )

    def know(self, erp: Erp) -> None:
        """The ERP of a connection that is there already."""
        self.erps[erp.name] = erp
        self.know_kind(kind_of(erp))

    def know_kind(self, kind: ConnectorKind) -> None:
        self._kinds[kind.spec.system] = kind

    def connect(self, erp: Erp, entities: Sequence[str], strategy: str, delete_policy: str) -> None:
        self.know(erp)
        self.connect_kind(kind_of(erp), erp.name, entities, strategy, delete_policy)

    def connect_kind(
        self,
        kind: ConnectorKind,
        name: str,
        entities: Sequence[str],
        strategy: str,
        delete_policy: str,
        *,
        url: str = "",
        auth: Mapping[str, Any] | None = None,
        only: Collection[str] | None = None,
    ) -> None:
        """A connection that syncs ``entities`` both ways; ``only`` these fields of them."""
        spec = kind.spec
        connection = self.connections.create(
            erp_system=spec.system, connection_name=name, auth_type="none", base_url=url, auth_config=auth,
            sync_direction="bidirectional",
        )  # fmt: skip
        self.ids[name] = connection.id
        self._systems[name] = spec.system
        configs = ConfigStore(self.db)
        for template in spec.templates:
            if template.entity in entities:
                configs.create(
                    connection_id=connection.id,
                    entity_type=template.entity,
                    local_table=ENTITIES[template.entity].table,
                    remote_module=template.module,
                    sync_direction="bidirectional",
                    conflict_resolution=strategy,
                    delete_policy=delete_policy,
                    mappings=[
                        StoredMapping(one.local, one.remote, str(one.type), is_required=one.required)
                        for one in template.fields
                        if only is None or one.local in only
                    ],
                )
        if self.light:
            with self.db.write() as conn:
                conn.execute(insert(tables.leases).values(connection_id=connection.id, fence=LightLeases.FENCE))
        self.forget()

    def map_anew(self, erp: Erp, entity: str, links: Mapping[str, Linked]) -> None:
        """A connection's template with some fields linked otherwise, or not at all."""
        store = ConfigStore(self.db)
        (config,) = store.list(connection_id=self.ids[erp.name], entity_type=entity)
        templates = self._kinds[self._systems[erp.name]].spec.templates
        template = next(one for one in templates if one.entity == entity)
        mappings = []
        for one in template.fields:
            stored = StoredMapping(one.local, one.remote, str(one.type), is_required=one.required)
            link = links.get(one.local)
            if link is not None:
                stored = replace(
                    stored,
                    remote_field=erp.names.get(link.remote, link.remote),
                    direction=link.direction,
                    transform=[{"name": "negate"}] if link.negated else None,
                )
            if link is None or link.on:
                mappings.append(stored)
        store.update(config.id, mappings=mappings)
        self.forget_mappings()

    def forget_mappings(self) -> None:
        self._compiled.clear()
        self._known["configs"] = KnownConfigs(self.db)
        self.engine = self.new_engine()

    def forget(self) -> None:
        """Nothing that was read before is right any more."""
        self._compiled.clear()
        self._known = {
            "configs": KnownConfigs(self.db),
            "connections": KnownConnections(self.db),
            "runs": LightRuns(),
            "leases": LightLeases(),
        }
        self.engine = self.new_engine()

    # --- running -------------------------------------------------------------------------------------------------

    def sync(self, name: str, **order: Any) -> Run:
        asked = RunOrder(self.ids[name], **order)
        row = self.engine.open_log(asked)
        return self.engine.run(row.id, asked, CancelToken(), lambda _reporter: None)

    # --- looking -------------------------------------------------------------------------------------------------

    def rows(self, entity: str) -> dict[str, Kept]:
        """Every record, deleted ones too, by id."""
        spec, columns, groups = _SHAPES[entity]
        found = {
            row[0]: Kept(row[0], row[1], dict(zip(spec, row[2:], strict=True)))
            for row in self.select(f'SELECT id, deleted_at, {columns} FROM "{ENTITIES[entity].table}"')
        }
        for group, (names, query) in groups.items():
            for kept in found.values():
                kept.values[group] = []
            for row in self.select(query):
                found[row[0]].values[group].append(dict(zip(names, row[1:], strict=True)))
        return found

    def select(self, sql: str) -> list[Any]:
        if self.db.path is not None:
            return self._file().execute(sql).fetchall()
        with self.db.read() as conn:
            return list(conn.exec_driver_sql(sql))

    def dump(self, but: frozenset[str] = RESTLESS) -> dict[str, list[Any]]:
        """Every row of every table that a quiet sync may not change; stamps of the last sync left out."""
        return {
            name: sorted(map(repr, self.select(f'SELECT {columns} FROM "{name}" {_OF_CALLS.get(name, "")}')))
            for name, columns in _COLUMNS.items()
            if name not in but
        }

    # --- going back ----------------------------------------------------------------------------------------------

    def snapshot(self) -> Any:
        if self.db.path is None:
            with self.db.read() as conn:
                return [(table, [dict(row._mapping) for row in conn.execute(select(table))]) for table in _tables()]
        kept = sqlite3.connect(":memory:", check_same_thread=False)
        self._file().backup(kept)
        return kept

    def restore(self, kept: Any) -> None:
        """A hub with the same connections goes on with what it knows of them."""
        if self.db.path is None:
            with self.db.write() as conn:
                for table, _ in reversed(kept):
                    conn.execute(delete(table))
                for table, rows in kept:
                    if rows:
                        conn.execute(insert(table), rows)
            return
        for _ in range(100):
            try:
                kept.backup(self._file())
                return
            except sqlite3.OperationalError:  # a connection is just being given back
                time.sleep(0.01)
        raise AssertionError("the hub could not be put back")

    def _file(self) -> sqlite3.Connection:
        if self._raw is None:
            self._raw = sqlite3.connect(str(self.db.path), isolation_level=None, check_same_thread=False)
        return self._raw


def _tables() -> Iterator[Any]:
    return iter(tables.metadata.sorted_tables)
