"""One run of one connection, from the lease to the log (engine: A sync).

``recover → pull every module in dependency order → plan → guard → apply``. This module knows the order and what becomes of
errors; each step is a module of its own.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from app.connectors.base import ConnectionSettings, Connector, ConnectorPorts, PullMode, Registry
from app.db.configs import ConfigStore, SyncConfig
from app.db.conflicts import ConflictStore
from app.db.connections import Connection as StoredConnection
from app.db.connections import ConnectionStore
from app.db.cursors import CursorStore
from app.db.database import Database
from app.db.errors import ErrorStore
from app.db.leases import LeaseStore, own_holder
from app.db.merge import MergeStore
from app.db.plans import PlanStore
from app.db.runs import Run, RunStore
from app.mapping.compiled import CompiledMapping, compile_mapping
from app.mapping.stored import field_mappings
from app.model.cancel import CancelToken
from app.model.clock import Clock, stamp, utc_now
from app.model.entities import DEPENDENCY_ORDER, ENTITIES
from app.model.errors import AppError, Cancelled, Held, InvalidInput, Misconfigured
from app.model.events import Changed, EventBus, Noticed, RunEnded, RunStarted
from app.sync.context import RunContext
from app.sync.deletions import Deletions
from app.sync.inbox import InboxSettler
from app.sync.intake import Intake
from app.sync.plan import PlanNotes
from app.sync.progress import Phases, Reporter, RunCounts
from app.sync.pull import Puller
from app.sync.scope import EntityScope, by_module, readonly_fields
from app.sync.scratch import ScratchState

log = logging.getLogger(__name__)

#: A lease outlives this without being renewed; it is renewed with every page.
LEASE_SECONDS = 120.0
#: How long a run waits between two looks at a connection that another process runs.
_TURN_SECONDS = 0.5


@dataclass(frozen=True)
class RunOrder:
    """What is asked for. ``config_ids`` of ``None``: all active ones. ``check``: with the daily check. ``approved``: guards
    that a person has answered with "go on"."""

    connection_id: str
    config_ids: tuple[str, ...] | None = None
    sync_type: str = "manual"
    direction: str | None = None
    triggered_by: str = "user"
    dry_run: bool = False
    check: bool = False
    approved: frozenset[str] = field(default=frozenset())

    def kept(self) -> dict[str, Any]:
        """What the log's row does not say of it, as JSON: kept with a held run, which any process may let go on."""
        chosen = None if self.config_ids is None else list(self.config_ids)
        return {
            "config_ids": chosen,
            "direction": self.direction,
            "check": self.check,
            "approved": sorted(self.approved),
        }

    @classmethod
    def of_held(cls, run: Run) -> RunOrder:
        """The order of a held run, with its guard approved."""
        guard = dict(run.guard or {})
        kept = guard.get("order") or {}
        chosen = kept.get("config_ids")
        return cls(
            run.connection_id,
            None if chosen is None else tuple(chosen),
            run.sync_type,
            direction=kept.get("direction"),
            triggered_by=run.triggered_by,
            dry_run=run.dry_run,
            check=bool(kept.get("check")),
            approved=frozenset((*kept.get("approved", ()), str(guard.get("guard")))),
        )

    @property
    def mode(self) -> PullMode:
        if self.sync_type == "full":
            return PullMode.FULL
        return PullMode.CHECK if self.check else PullMode.INCREMENTAL


@dataclass(frozen=True)
class EnginePorts:
    """What the engine needs of the outside: a connector's ports and a connection's settings with its secrets in clear."""

    connector_ports: Callable[[str], ConnectorPorts]
    settings: Callable[[StoredConnection], ConnectionSettings]


class Engine:
    """Runs orders. Stateless between runs; safe to use from several threads for different connections."""

    def __init__(
        self, db: Database, registry: Registry, ports: EnginePorts, bus: EventBus, clock: Clock = utc_now
    ) -> None:
        self._db = db
        self._registry = registry
        self._ports = ports
        self._bus = bus
        self._clock = clock
        self._connections = ConnectionStore(db)
        self._configs = ConfigStore(db)
        self._runs = RunStore(db)
        self._leases = LeaseStore(db)
        self._compiled: dict[str, tuple[str, CompiledMapping]] = {}

    def compiled(self, config: SyncConfig) -> CompiledMapping:
        """The config's mapping; compiled once for each state of it."""
        kept = self._compiled.get(config.id)
        if kept is None or kept[0] != config.updated_at:
            kept = (config.updated_at, compile_mapping(ENTITIES[config.entity_type], field_mappings(config.mappings)))
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
        """Carry out ``order`` under the log ``log_id`` and answer the ended (or held) run. Never raises an
        :class:`AppError`: it is in the run. ``watch`` gets the run's reporter before it begins."""
        reporter = Reporter(self._bus.publish, log_id, order.connection_id)
        watch(reporter)
        name = ""
        fence: int | None = None
        try:
            connection = self._connections.get(order.connection_id)
            name = connection.connection_name
            fence = self._take_turn(connection, log_id, order, cancel, reporter)
            self._bus.publish(RunStarted(log_id, connection.id, name, order.sync_type))
            ended = _OneRun(self, connection, order, log_id, cancel, reporter, fence).go()
        except AppError as error:
            ended = self._close(log_id, order, error, RunCounts(), Phases())
        finally:
            if fence is not None:
                self._leases.release(order.connection_id, fence)
        self._tell(ended, name)
        return ended

    def _take_turn(
        self, connection: StoredConnection, log_id: str, order: RunOrder, cancel: CancelToken, reporter: Reporter
    ) -> int:
        """The lease of the connection; waits, visibly, while another process runs it."""
        while True:
            cancel.check()
            fence = self._leases.take(connection.id, own_holder(), LEASE_SECONDS)
            if fence is not None:
                self._runs.mark_interrupted(connection_id=connection.id, keep=log_id)
                if not order.dry_run:
                    self._runs.end_held(connection.id, keep=log_id)
                self._runs.progress(log_id, status="running")
                return fence
            reporter.say("waiting", None, 0, None, "Another run of this connection is under way.")
            cancel.wait(_TURN_SECONDS)

    def _close(self, log_id: str, order: RunOrder, error: AppError, counts: RunCounts, phases: Phases) -> Run:
        """The run's row after ``error`` ended it."""
        phases.end()
        columns = {**counts.columns(), "phases": phases.done}
        described = {"code": error.code, "message": error.message, "hint": error.hint, "details": error.details}
        if isinstance(error, Held):
            guard = {**described, "guard": error.guard, "order": order.kept()}
            self._runs.progress(log_id, status="held", guard=guard, message=error.message, **columns)
            return self._runs.get(log_id)
        status = "cancelled" if isinstance(error, Cancelled) else "failed"
        return self._runs.finish(log_id, status, message=error.message, error=described, **columns)

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


class _OneRun:
    """The state of one run while it goes on."""

    def __init__(
        self,
        engine: Engine,
        connection: StoredConnection,
        order: RunOrder,
        log_id: str,
        cancel: CancelToken,
        reporter: Reporter,
        fence: int,
    ) -> None:
        self._engine = engine
        self._connection = connection
        self._order = order
        self._log_id = log_id
        self._cancel = cancel
        self._reporter = reporter
        self._fence = fence
        self._counts = RunCounts()
        self._phases = Phases()
        self._plan = PlanNotes() if order.dry_run else None
        self._context: RunContext | None = None
        self._only_marks = False
        self._books: Mapping[str, Any] | None = None

    def go(self) -> Run:
        engine, order = self._engine, self._order
        connector: Connector | None = None
        scopes: Mapping[str, EntityScope] = {}
        try:
            scopes = self._scopes()
            connector = self._open()
            self._preflight(connector)
            with _KeepLease(engine._leases, self._connection.id, self._fence):
                self._puller(connector, scopes).pull(self._order.mode)  # a question answered makes it a full one
            self._keep_books()
            self._phases.end()
            ended = self._finish()
        except AppError as error:
            if isinstance(error, Misconfigured):
                engine._connections.set_status(self._connection.id, "error", error.message)
            ended = engine._close(self._log_id, order, error, self._counts, self._phases)
        finally:
            if connector is not None:
                connector.close()
        if not order.dry_run and ended.status != "held":
            good = ended.status in {"completed", "partial"}
            engine._connections.touch_sync(self._connection.id, success=good)
            engine._configs.touch_sync([scope.config_id for scope in scopes.values()])
            if good and self._connection.status == "error":
                engine._connections.set_status(self._connection.id, "active")
        return ended

    # --- before reading ------------------------------------------------------------------------------------------

    def _scopes(self) -> Mapping[str, EntityScope]:
        configs = [
            config for config in self._engine._configs.list(connection_id=self._connection.id) if self._wanted(config)
        ]
        if not configs:
            raise InvalidInput(
                "Nothing is chosen to be synced over this connection.",
                hint="Choose what to sync in the connection's settings.",
                code="nothing_to_sync",
            )
        configs.sort(key=lambda config: DEPENDENCY_ORDER.index(config.entity_type))
        pulled = [config for config in configs if "push" not in (config.sync_direction, self._order.direction)]
        if not pulled:
            raise InvalidInput(
                "Only writing to the connected system was asked for, and this version only reads from it. Nothing was sent.",
                hint="Choose “from the other system” or “both ways” as the direction.",
                code="push_not_available",
            )
        return by_module([self._scope(config) for config in pulled])

    def _wanted(self, config: SyncConfig) -> bool:
        if self._order.config_ids is not None:
            return config.id in self._order.config_ids
        return config.is_active

    def _scope(self, config: SyncConfig) -> EntityScope:
        spec = ENTITIES[config.entity_type]
        others = self._engine._configs.list(entity_type=config.entity_type, active=True)
        fan_out = {
            other.connection_id
            for other in others
            if other.connection_id != self._connection.id and other.sync_direction in {"push", "bidirectional"}
        }
        return EntityScope(
            config.id,
            spec,
            config.remote_module,
            self._engine.compiled(config),
            config.conflict_resolution,
            config.delete_policy,
            tuple(config.match_on) if config.match_on else spec.match_on,
            tuple(sorted(fan_out)),
            readonly_fields(spec),
        )

    def _open(self) -> Connector:
        kind = self._engine._registry.get(self._connection.erp_system)
        if kind is None:
            raise Misconfigured(
                f"This version can't connect to {self._connection.erp_system} yet.",
                hint="The connection is kept. It can be used once its connector is installed.",
                code="no_connector",
            )
        ports = self._engine._ports
        outside = ports.connector_ports(self._connection.id)
        if self._order.dry_run:
            outside = replace(outside, state=ScratchState(outside.state))
        return kind.open(ports.settings(self._connection), outside)

    def _preflight(self, connector: Connector) -> None:
        """See that the books are the same as before; a question about them holds the run."""
        self._phases.begin("connecting")
        self._reporter.say("connecting", None, 0, None)
        standing = connector.preflight(self._connection.books, self._cancel)
        for guard, message, hint in standing.questions:
            if guard not in self._order.approved:
                raise Held(guard, message, hint=hint)
        self._refuse_same_books(standing.books_id)
        books = {**standing.identity, "books_id": standing.books_id}
        if not self._order.dry_run and books != self._connection.books:
            self._books = books
        if standing.full_compare:
            self._order = replace(self._order, sync_type="full")
            self._only_marks = True
        else:
            self._keep_books()

    def _keep_books(self) -> None:
        """Remember which books these are. After a question about them only when all was compared: a run that is cut off
        before that is asked about again."""
        if self._books is not None:
            self._engine._connections.set_books(self._connection.id, self._books)
            self._books = None

    def _refuse_same_books(self, books_id: str) -> None:
        """One set of books over two connections would be every record twice."""
        for other in self._engine._connections.list(system=self._connection.erp_system):
            if books_id and other.id != self._connection.id and (other.books or {}).get("books_id") == books_id:
                raise Misconfigured(
                    f"These books are synced already, over the connection {other.connection_name!r}. Nothing was read.",
                    hint="Use that connection, or remove one of the two.",
                    code="same_books",
                )

    def _puller(self, connector: Connector, scopes: Mapping[str, EntityScope]) -> Puller:
        db = self._engine._db
        store, errors, conflicts = MergeStore(db.dialect, self._connection.tenant_id), ErrorStore(db), ConflictStore(db)
        context = RunContext(
            self._connection.id,
            self._log_id,
            f"connection:{self._connection.id}",
            self._counts,
            self._order.approved,
            lambda: stamp(self._engine._clock()),
            self._plan,
            errors.open_remote_ids(self._connection.id),
            only_marks=self._only_marks,
        )
        self._context = context
        intake = Intake(store, errors, conflicts, context)
        return Puller(
            db,
            connector,
            scopes,
            context,
            intake,
            Deletions(store, conflicts, context, self._connection.connection_name),
            InboxSettler(store, intake, conflicts, context),
            CursorStore(db),
            self._engine._runs,
            self._phases,
            self._reporter,
            self._cancel,
            self._fence,
        )

    # --- after reading -------------------------------------------------------------------------------------------

    def _finish(self) -> Run:
        failed, conflicts = self._counts.total("failed"), self._counts.total("conflicts")
        warnings = self._context.warnings if self._context is not None else 0
        status = "partial" if failed or conflicts or warnings else "completed"
        columns = {**self._counts.columns(), "phases": self._phases.done}
        if self._plan is not None:
            PlanStore(self._engine._db).save(self._connection.id, self._log_id, self._plan.counts, self._plan.items)
        return self._engine._runs.finish(self._log_id, status, message=_summary(self._counts), **columns)


def _summary(counts: RunCounts) -> str:
    parts = [
        f"{count:,} {word}"
        for word in ("created", "updated", "deleted", "linked", "failed")
        if (count := counts.total(word))
    ]
    if waiting := counts.total("conflicts"):
        parts.append(f"{waiting:,} waiting for a decision")
    return ", ".join(parts) or "Nothing had changed"


class _KeepLease:
    """Renews the lease from a thread while a run reads: one request may hold Tally for longer than a lease lasts."""

    def __init__(self, leases: LeaseStore, connection_id: str, fence: int) -> None:
        self._leases = leases
        self._connection_id = connection_id
        self._fence = fence
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._renew, name="lease", daemon=True)

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(self, *_: Any) -> None:
        self._stop.set()
        self._thread.join()

    def _renew(self) -> None:
        while not self._stop.wait(LEASE_SECONDS / 4):
            self._leases.renew(self._connection_id, self._fence, LEASE_SECONDS)
