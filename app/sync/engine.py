"""Runs orders: one run of a connection at a time, from the lease to the log. What a run does is in :mod:`app.sync.run`."""

from __future__ import annotations

import logging
from collections.abc import Callable

from app.connectors.base import Registry
from app.db.configs import ConfigStore, SyncConfig
from app.db.connections import Connection as StoredConnection
from app.db.connections import ConnectionStore
from app.db.database import Database
from app.db.leases import LeaseStore, own_holder
from app.db.runs import Run, RunStore
from app.db.templates import TemplateStore
from app.mapping.compiled import CompiledMapping, compile_mapping
from app.mapping.stored import field_mappings
from app.model.cancel import CancelToken
from app.model.clock import Clock, utc_now
from app.model.entities import ENTITIES
from app.model.errors import AppError, StorageError
from app.model.events import Changed, EventBus, Noticed, RunEnded, RunStarted
from app.sync.ending import close
from app.sync.order import RunOrder
from app.sync.progress import Phases, Reporter, RunCounts
from app.sync.resolve import Resolver
from app.sync.run import OneRun
from app.sync.tools import EnginePorts, Tools
from app.sync.turns import LEASE_SECONDS, TURN_SECONDS
from app.sync.undo import Undo

__all__ = ["Engine", "EnginePorts", "RunOrder"]

log = logging.getLogger(__name__)


class Engine:
    """Runs orders. Stateless between runs; safe to use from several threads for different connections. ``resolver`` and
    ``undoer`` carry out what a person decides, outside any run."""

    def __init__(
        self, db: Database, registry: Registry, ports: EnginePorts, bus: EventBus, clock: Clock = utc_now
    ) -> None:
        self._bus = bus
        self._connections = ConnectionStore(db)
        self._runs = RunStore(db)
        self._leases = LeaseStore(db)
        self._templates = TemplateStore(db)
        self._tools = Tools(
            db,
            registry,
            ports,
            clock,
            self._connections,
            ConfigStore(db),
            self._runs,
            self._leases,
            bus.publish,
            self.compiled,
        )
        self.resolver = Resolver(self._tools)
        self.undoer = Undo(self._tools)
        self._held_on: dict[str, int] = {}
        self._compiled: dict[str, tuple[str, CompiledMapping]] = {}

    def compiled(self, config: SyncConfig) -> CompiledMapping:
        """The config's mapping; compiled once for each state of it (a template that its links refer to is part of it)."""
        kept = self._compiled.get(config.id)
        if kept is None or kept[0] != config.updated_at:
            links = field_mappings(config.mappings, self._templates.chain)
            kept = (config.updated_at, compile_mapping(ENTITIES[config.entity_type], links))
            self._compiled[config.id] = kept
        return kept[1]

    def open_log(self, order: RunOrder) -> Run:
        """The run's row, pending. Raises :class:`NotFound` and :class:`InvalidInput`."""
        connection = self._connections.get(order.connection_id)
        only = order.config_ids[0] if order.config_ids and len(order.config_ids) == 1 else None
        return self._runs.create(
            connection_id=connection.id,
            sync_type=order.sync_type,
            sync_direction=order.direction or connection.sync_direction,
            triggered_by=order.triggered_by,
            sync_config_id=only,
            dry_run=order.dry_run,
            status="pending",
            tenant_id=connection.tenant_id,
        )

    def run(self, log_id: str, order: RunOrder, cancel: CancelToken, watch: Callable[[Reporter], None]) -> Run:
        """Carry out ``order`` under the log ``log_id`` and answer the ended (or held) run. Raises no :class:`AppError` (it is
        in the run) but the :class:`StorageError` that keeps the run from being written.
        ``watch`` gets the run's reporter before it begins."""
        reporter = Reporter(self._bus.publish, log_id, order.connection_id)
        watch(reporter)
        name = ""
        fence: int | None = None
        try:
            connection = self._connections.get(order.connection_id)
            name = connection.connection_name
            fence = self._take_turn(connection, log_id, order, cancel, reporter)
            self._bus.publish(RunStarted(log_id, connection.id, name, order.sync_type))
            ended = OneRun(self._tools, connection, order, log_id, cancel, reporter, fence).go()
        except AppError as error:
            ended = close(self._runs, log_id, order, error, RunCounts(), Phases())
        finally:
            if fence is not None:
                self._give_back(order.connection_id, fence)
        self._tell(ended, name)
        return ended

    def _give_back(self, connection_id: str, fence: int) -> None:
        try:
            self._leases.release(connection_id, fence)
        except (
            StorageError
        ):  # the disk is full, the database locked: the next run here gives it back, or would wait for itself
            log.exception("the lease of connection %s could not be given back", connection_id)
            self._held_on[connection_id] = fence

    def _take_turn(
        self, connection: StoredConnection, log_id: str, order: RunOrder, cancel: CancelToken, reporter: Reporter
    ) -> int:
        """The lease of the connection; waits, visibly, while another process runs it."""
        if (left := self._held_on.pop(connection.id, None)) is not None:
            self._give_back(connection.id, left)
        while True:
            cancel.check()
            fence = self._leases.take(connection.id, own_holder(), LEASE_SECONDS)
            if fence is not None:
                self._runs.mark_interrupted(connection_id=connection.id, keep=(log_id,))
                if not order.dry_run:
                    self._runs.end_held(connection.id, keep=log_id)
                self._runs.begin(log_id)
                return fence
            reporter.say("waiting", None, 0, None, "Another run of this connection is under way.")
            cancel.wait(TURN_SECONDS)

    def _tell(self, run: Run, name: str) -> None:
        # Not the message: it may name a customer.
        code = (run.error or run.guard or {}).get("code", "")
        log.info("run %s of connection %s: %s %s", run.id, run.connection_id, run.status, code)
        counters = {"processed": run.records_processed, "failed": run.records_failed, "conflicts": run.conflicts}
        self._bus.publish(RunEnded(run.id, run.connection_id, name, run.status, run.message or "", counters))
        kinds = {"runs", "connections", "errors", "conflicts"} | ({"records"} if run.records_success else set())
        self._bus.publish(Changed(frozenset(kinds), run.connection_id))
        if run.status in {"failed", "held"} and not run.dry_run:
            self._bus.publish(Noticed("warning", name, run.message or "", f"run:{run.id}"))
