"""A hub, an engine and any number of fake ERPs, wired as the program wires them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import text

from app.connectors.base import ConnectionSettings, ConnectorPorts, Registry
from app.db.configs import ConfigStore, StoredMapping
from app.db.connections import Connection, ConnectionStore
from app.db.database import Database, default_url
from app.db.merge import MergeStore
from app.db.migrations import migrate
from app.db.runs import Run, RunStore
from app.db.shapes import HubRow
from app.model.cancel import CancelToken
from app.model.entities import ENTITIES
from app.model.events import EventBus
from app.sync.engine import Engine, EnginePorts, RunOrder
from tests.sync.fake_erp import SPEC, FakeErp


class MemoryState:
    def __init__(self) -> None:
        self.values: dict[str, Any] = {}

    def load(self, name: str) -> Any | None:
        return self.values.get(name)

    def save(self, name: str, value: Any) -> None:
        self.values[name] = value


class Rig:
    def __init__(self, folder: Path, url: str | None = None) -> None:
        self.db = Database(url or default_url(folder), data_dir=folder)
        migrate(self.db, folder / "backups")
        self.folder = folder
        self.erps: dict[str, FakeErp] = {}
        self.connections = ConnectionStore(self.db)
        self.configs = ConfigStore(self.db)
        self.runs = RunStore(self.db)
        self.bus = EventBus()
        self.engine = Engine(self.db, self, EnginePorts(self._ports, self._settings), self.bus)  # type: ignore[arg-type]

    def get(self, system: str) -> Any:
        """The registry's part: every connection has an ERP of its own, found by its address."""
        registry = Registry()

        def open_(settings: ConnectionSettings, ports: ConnectorPorts) -> Any:
            return self.erps[settings.base_url].kind().open(settings, ports)

        from app.connectors.base import ConnectorKind

        registry.add(ConnectorKind(SPEC, open_))
        return registry.get(system)

    def _ports(self, connection_id: str) -> ConnectorPorts:
        return ConnectorPorts(MemoryState(), self.folder / "locks")

    def _settings(self, connection: Connection) -> ConnectionSettings:
        return ConnectionSettings(
            connection.id, connection.connection_name, connection.erp_system, connection.base_url, "none", {}
        )

    def connect(
        self, name: str = "A", entities: tuple[str, ...] = ("customer", "invoice", "payment"), **config: Any
    ) -> str:
        self.erps[name] = FakeErp()
        connection = self.connections.create(
            erp_system="custom", connection_name=name, auth_type="none", base_url=name, sync_direction="pull"
        )
        for entity in entities:
            template = SPEC.template(entity)
            assert template is not None
            self.configs.create(
                connection_id=connection.id,
                entity_type=entity,
                local_table=ENTITIES[entity].table,
                remote_module=template.module,
                mappings=self.template(entity),
                **{"sync_direction": "pull", **config},
            )
        return connection.id

    @staticmethod
    def template(entity: str) -> list[StoredMapping]:
        template = SPEC.template(entity)
        assert template is not None
        return [
            StoredMapping(
                one.local, one.remote, str(one.type), transform=[dict(step) for step in one.transform] or None
            )
            for one in template.fields
        ]

    def sync(self, connection_id: str, cancel: CancelToken | None = None, **order: Any) -> Run:
        asked = RunOrder(connection_id, **order)
        row = self.engine.open_log(asked)
        return self.engine.run(row.id, asked, cancel or CancelToken(), lambda _reporter: None)

    def hub(self, entity: str) -> dict[str, HubRow]:
        """Living records by label."""
        spec = ENTITIES[entity]
        with self.db.read() as conn:
            ids = [row[0] for row in conn.exec_driver_sql(f"SELECT id FROM {spec.table} WHERE deleted_at IS NULL")]
            rows = MergeStore(self.db.dialect).hub_rows(conn, entity, ids)
        assert len(rows) == len(ids)
        return {str(row.values[spec.label_field]): row for row in rows.values()}

    def scalar(self, sql: str) -> Any:
        with self.db.read() as conn:
            return conn.execute(text(sql)).scalar()

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        with self.db.read() as conn:
            return [tuple(row) for row in conn.exec_driver_sql(sql)]
