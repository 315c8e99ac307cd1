"""What all runs of an engine share, and a config as a run uses it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.connectors.base import ConnectionSettings, ConnectorPorts, Registry
from app.db.configs import ConfigStore, SyncConfig
from app.db.connections import Connection as StoredConnection
from app.db.connections import ConnectionStore
from app.db.database import Database
from app.db.leases import LeaseStore
from app.db.runs import RunStore
from app.mapping.compiled import CompiledMapping
from app.model.clock import Clock
from app.model.entities import ENTITIES
from app.model.events import Noticed
from app.sync.scope import EntityScope, readonly_fields


@dataclass(frozen=True)
class EnginePorts:
    """What the engine needs of the outside: a connector's ports, a connection's settings with its secrets in clear, and
    somebody to tell where a run is (the proof's faults strike there)."""

    connector_ports: Callable[[str], ConnectorPorts]
    settings: Callable[[StoredConnection], ConnectionSettings]
    at: Callable[[str], None] = lambda _place: None


@dataclass(frozen=True)
class Tools:
    """What all runs of an engine share."""

    db: Database
    registry: Registry
    ports: EnginePorts
    clock: Clock
    connections: ConnectionStore
    configs: ConfigStore
    runs: RunStore
    leases: LeaseStore
    publish: Callable[[Noticed], None]
    compiled: Callable[[SyncConfig], CompiledMapping]


def entity_scope(tools: Tools, config: SyncConfig) -> EntityScope:
    """A config as a run uses it."""
    spec = ENTITIES[config.entity_type]
    fan_out = tools.configs.written_to(config.entity_type) - {config.connection_id}
    return EntityScope(
        config.id,
        spec,
        config.remote_module,
        tools.compiled(config),
        config.conflict_resolution,
        config.delete_policy,
        tuple(config.match_on) if config.match_on else spec.match_on,
        tuple(sorted(fan_out)),
        readonly_fields(spec),
        config.sync_direction != "pull",
        config.sync_direction != "push",
    )
