"""A hub and an engine on a Tally (simulated, in this process or another), wired without front doors."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import text

from app.connectors.base import ConnectionSettings, ConnectorPorts, Registry
from app.connectors.tally import KIND
from app.db.configs import ConfigStore, StoredMapping
from app.db.connections import Connection, ConnectionStore
from app.db.database import Database, default_url
from app.db.migrations import migrate
from app.db.runs import Run, RunStore
from app.db.state import DatabaseState
from app.model.cancel import CancelToken
from app.model.entities import ENTITIES
from app.model.events import EventBus
from app.sync.engine import Engine, EnginePorts, RunOrder

ALL = ("customer", "product", "order", "invoice", "payment")


class TallyRig:
    """One hub with one Tally connection; opening the same hub again finds it."""

    def __init__(
        self,
        folder: Path,
        url: str,
        company: str,
        entities: tuple[str, ...] = ALL,
        *,
        database_url: str | None = None,
        direction: str = "pull",
        at: Callable[[str], None] = lambda _place: None,
        **auth: Any,
    ) -> None:
        self.folder = folder
        self.direction = direction
        self.db = Database(database_url or default_url(folder), data_dir=folder)
        migrate(self.db, folder / "backups")
        self.connections, self.configs, self.runs = ConnectionStore(self.db), ConfigStore(self.db), RunStore(self.db)
        self.registry = Registry()
        self.registry.add(KIND)
        self.bus = EventBus()
        self.engine = Engine(self.db, self.registry, EnginePorts(self._ports, self._settings, at), self.bus)
        found = next((one for one in self.connections.list() if one.connection_name == company), None)
        self.connection_id = found.id if found else self._connect(url, company, entities, auth)

    def _connect(self, url: str, company: str, entities: tuple[str, ...], auth: dict[str, Any]) -> str:
        connection = self.connections.create(
            erp_system="tally",
            connection_name=company,
            auth_type="none",
            base_url=url,
            auth_config={"company": company, **auth},
            sync_direction=self.direction,
        )
        for entity in entities:
            template = KIND.spec.template(entity)
            assert template is not None
            self.configs.create(
                connection_id=connection.id,
                entity_type=entity,
                local_table=ENTITIES[entity].table,
                remote_module=template.module,
                sync_direction=self.direction,
                mappings=[
                    StoredMapping(
                        one.local,
                        one.remote,
                        str(one.type),
                        one.direction,
                        one.required,
                        one.readonly,
                        transform=[dict(step) for step in one.transform] or None,
                    )
                    for one in template.fields
                ],
            )
        return connection.id

    def _ports(self, connection_id: str) -> ConnectorPorts:
        locks = self.folder / "locks"
        locks.mkdir(exist_ok=True)
        return ConnectorPorts(DatabaseState(self.db, connection_id), locks)

    def _settings(self, connection: Connection) -> ConnectionSettings:
        return ConnectionSettings(
            connection.id, connection.connection_name, "tally", connection.base_url, "none", connection.auth_config
        )

    def sync(self, **order: Any) -> Run:
        asked = RunOrder(self.connection_id, **order)
        row = self.engine.open_log(asked)
        return self.engine.run(row.id, asked, CancelToken(), lambda _reporter: None)

    def count(self, table: str) -> int:
        with self.db.read() as conn:
            return int(conn.execute(text(f"SELECT count(*) FROM {table}")).scalar_one())

    def close(self) -> None:
        self.db.close()
