"""One run while it goes on: what it syncs, its parts wired together, their order, and how it ends (engine: A sync)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection

from app.connectors.base import Connector, PullMode, Standing
from app.db.again import AgainStore
from app.db.configs import SyncConfig
from app.db.conflicts import ConflictStore
from app.db.connections import Connection as StoredConnection
from app.db.cursors import CursorStore
from app.db.dirty import DirtyStore
from app.db.errors import ErrorStore
from app.db.leases import check_fence
from app.db.merge import MergeStore
from app.db.plans import PlanStore
from app.db.runs import Run
from app.db.state import DatabaseState
from app.model.cancel import CancelToken
from app.model.clock import stamp
from app.model.entities import DEPENDENCY_ORDER
from app.model.errors import AppError, Conflicting, Held, InvalidInput, Misconfigured, NotReady, RateLimited
from app.model.events import Noticed
from app.sync.context import RunContext
from app.sync.deletions import Deletions
from app.sync.drafting import Drafter
from app.sync.ending import close, hanging, summary
from app.sync.inbox import InboxSettler
from app.sync.intake import Intake
from app.sync.order import RunOrder
from app.sync.plan import Applied, PlanNotes, plan_scope
from app.sync.progress import Phases, Reporter, RunCounts
from app.sync.pull import Puller
from app.sync.push import Pusher
from app.sync.recover import Recovery
from app.sync.references import settle_references
from app.sync.remap import Remap, RemappedStore
from app.sync.scope import EntityScope, by_module
from app.sync.scratch import ScratchState
from app.sync.settle import Settler
from app.sync.tools import Tools, entity_scope
from app.sync.turns import KeepLease
from app.sync.unsent import Unsent


@dataclass(frozen=True)
class _Parts:
    """A run's parts, wired."""

    recovery: Recovery
    puller: Puller
    drafter: Drafter
    pusher: Pusher
    dirty: DirtyStore
    remap: Remap


class OneRun:
    """The state of one run while it goes on. :meth:`go` answers the ended (or held) run and raises no :class:`AppError`."""

    def __init__(
        self,
        tools: Tools,
        connection: StoredConnection,
        order: RunOrder,
        log_id: str,
        cancel: CancelToken,
        reporter: Reporter,
        fence: int,
    ) -> None:
        self._tools = tools
        self._connection = connection
        self._order = order
        self._log_id = log_id
        self._cancel = cancel
        self._reporter = reporter
        self._fence = fence
        self._counts = RunCounts()
        self._phases = Phases()
        self._plans = PlanStore(tools.db)
        self._plan: PlanNotes | None = None
        self._plan_id: str | None = None
        self._context: RunContext | None = None
        self._only_marks = False
        self._begins = ""
        self._clock_skew: float | None = None
        self._news: tuple[str, ...] = ()
        self._books: Mapping[str, Any] | None = None

    def go(self) -> Run:
        tools, order = self._tools, self._order
        connector: Connector | None = None
        configs: list[SyncConfig] = []
        try:
            configs = self._configs()
            scopes = by_module([entity_scope(tools, config) for config in configs])
            self._keep_away()
            connector = self._open()
            self._refuse_one_way(connector, configs)
            self._preflight(connector)
            self._open_plan(scopes)
            with KeepLease(tools.leases, self._connection.id, self._fence):
                self._work(self._parts(connector, scopes), connector, configs, scopes)
            self._keep_books()
            self._phases.end()
            ended = self._finish()
        except AppError as error:
            if isinstance(error, Misconfigured):
                tools.connections.set_status(self._connection.id, "error", error.message)
            ended = close(tools.runs, self._log_id, order, error, self._counts, self._phases)
        finally:
            if connector is not None:
                connector.close()
        if not order.dry_run and ended.status != "held":
            good = ended.status in {"completed", "partial"}
            tools.connections.touch_sync(self._connection.id, success=good)
            tools.configs.touch_sync([config.id for config in configs])
            if good and self._connection.status == "error":
                tools.connections.set_status(self._connection.id, "active")
        return ended

    def _work(
        self, parts: _Parts, connector: Connector, configs: Sequence[SyncConfig], scopes: Mapping[str, EntityScope]
    ) -> None:
        """``recover → pull → push``. Nothing is read or written over a write of unknown outcome."""
        parts.remap.begin()
        writes = connector.spec.capabilities.write
        if writes:
            (parts.recovery.look if self._order.dry_run else parts.recovery.settle)()
        if parts.recovery.blind:
            raise NotReady(
                "It is not known yet whether a record that was sent has arrived. Until it is, nothing is read or sent.",
                hint="Sync again in a minute.",
                code="unsettled",
            )
        pulled = self._those(configs, scopes, not_only="push")
        pushed = self._those(configs, scopes, not_only="pull") if writes else {}
        fresh = self._never_linked(pushed)
        if pulled:
            self._pull(parts.puller, pulled)
        if pushed:
            self._push(parts, pushed, fresh)

    def _pull(self, puller: Puller, scopes: Mapping[str, EntityScope]) -> None:
        if self._order.hints:
            puller.read_again(scopes, self._order.hints)
            return
        mode = self._order.mode  # a question answered makes it a full one
        resumed = AgainStore(self._tools.db, self._connection.id)
        again = [one for one in resumed.list() if one[0] in scopes]
        if mode is not PullMode.FULL and (wanted := [*again, *self._due(scopes)]):
            puller.read_again(scopes, wanted)
        puller.pull(mode, scopes)
        if again and self._plan is None:
            with self._writing():
                resumed.drop(again)

    def _due(self, scopes: Mapping[str, EntityScope]) -> list[tuple[str, str]]:
        """Records that could not be taken over and are to be tried again: the cursors have passed them."""
        modules = {scope.entity.name: module for module, scope in scopes.items()}
        errors = ErrorStore(self._tools.db, self._tools.clock).due(self._connection.id, "in", _DUE)
        return [
            (modules[one.entity_type], one.remote_id) for one in errors if one.remote_id and one.entity_type in modules
        ]

    def _those(
        self, configs: Sequence[SyncConfig], scopes: Mapping[str, EntityScope], *, not_only: str
    ) -> dict[str, EntityScope]:
        """The scopes for which neither config nor order say ``not_only`` (push or pull)."""
        return {
            config.remote_module: scopes[config.remote_module]
            for config in configs
            if not_only not in (config.sync_direction, self._order.direction)
        }

    def _push(self, parts: _Parts, scopes: Mapping[str, EntityScope], fresh: frozenset[str]) -> None:
        seeded = self._seed(parts.dirty, scopes, fresh)
        if self._plan is not None:
            parts.drafter.plan(scopes, self._plan, seeded)
            return
        try:
            parts.pusher.push(scopes, frozenset(seeded))
        finally:
            if self._context is not None and self._context.keys_moved:
                settle_references(self._tools.db, self._context, self._fence, CancelToken())

    def _never_linked(self, scopes: Mapping[str, EntityScope]) -> frozenset[str]:
        """The entities of which nothing is linked yet: what this run pulls of them is equal on both sides."""
        store = MergeStore(self._tools.db.dialect)
        with self._tools.db.read() as conn:
            entities = {scope.entity.name for scope in scopes.values()}
            return frozenset(one for one in entities if not store.any_link(conn, self._connection.id, one))

    def _seed(self, dirty: DirtyStore, scopes: Mapping[str, EntityScope], fresh: frozenset[str]) -> dict[str, bool]:
        """The entities whose records this connection was never asked about under the present mapping: all of them (True),
        or those without a link (False), are looked at once."""
        state = DatabaseState(self._tools.db, self._connection.id)
        seeded: dict[str, bool] = {}
        for scope in scopes.values():
            entity = scope.entity.name
            if state.load(f"sent:{entity}") == scope.mapping.fingerprint:
                continue
            seeded[entity] = entity not in fresh
            if self._plan is None:
                with self._writing() as conn:
                    now = stamp(self._tools.clock())
                    dirty.seed(conn, self._connection.id, entity, now, linked_too=seeded[entity])
                    state.save(f"sent:{entity}", scope.mapping.fingerprint)
        return seeded

    # --- before reading ------------------------------------------------------------------------------------------

    def _configs(self) -> list[SyncConfig]:
        configs = [
            config for config in self._tools.configs.list(connection_id=self._connection.id) if self._wanted(config)
        ]
        if not configs:
            raise InvalidInput(
                "Nothing is chosen to be synced over this connection.",
                hint="Choose what to sync in the connection's settings.",
                code="nothing_to_sync",
            )
        return sorted(configs, key=lambda config: DEPENDENCY_ORDER.index(config.entity_type))

    def _keep_away(self) -> None:
        """The time that the connected system named counts for whoever asks. (What we count ourselves its connector looks at.)"""
        wait = self._tools.runs.wait(self._connection.id, stamp(self._tools.clock()))
        if wait is not None and not wait.limit:
            raise RateLimited(wait.message, until=wait.until, hint=wait.hint)

    def _wanted(self, config: SyncConfig) -> bool:
        if self._order.config_ids is not None:
            return config.id in self._order.config_ids
        return config.is_active

    def _open(self) -> Connector:
        kind = self._tools.registry.get(self._connection.erp_system)
        if kind is None:
            raise Misconfigured(
                f"This version can't connect to {self._connection.erp_system} yet.",
                hint="The connection is kept. It can be used once its connector is installed.",
                code="no_connector",
            )
        ports = self._tools.ports
        outside = ports.connector_ports(self._connection.id)
        if self._order.dry_run:
            outside = replace(outside, state=ScratchState(outside.state))
        return kind.open(ports.settings(self._connection), outside)

    def _refuse_one_way(self, connector: Connector, configs: Sequence[SyncConfig]) -> None:
        reads = any("push" not in (config.sync_direction, self._order.direction) for config in configs)
        if not reads and not connector.spec.capabilities.write:
            raise InvalidInput(
                f"{connector.spec.title} can only be read, and only writing to it was asked for. Nothing was sent.",
                hint="Choose “from the other system” or “both ways” as the direction.",
                code="push_not_available",
            )

    def _preflight(self, connector: Connector) -> None:
        """See that the books are the same as before; a question about them holds the run."""
        self._phases.begin("connecting")
        self._reporter.say("connecting", None, 0, None)
        standing = connector.preflight(self._connection.books, self._cancel)
        for guard, message, hint in standing.questions:
            if guard not in self._order.approved:
                raise Held(guard, message, hint=hint)
        self._refuse_same_books(standing.books_id)
        self._begins = standing.begins
        self._clock_skew = standing.clock_skew
        self._tell_news(standing)
        books = {**standing.identity, "books_id": standing.books_id}
        if not self._order.dry_run and books != self._connection.books:
            self._books = books
        if standing.full_compare:
            self._order = replace(self._order, sync_type="full", hints=())
            self._only_marks = True
        else:
            self._keep_books()

    def _tell_news(self, standing: Standing) -> None:
        """What is new about the books and holds nothing up: in the run's message, and to whoever looks."""
        if self._order.dry_run:
            return  # it keeps nothing: the run that follows tells it
        self._news = tuple(title for title, _ in standing.notices)
        for title, text in standing.notices:
            self._tools.publish(Noticed("info", title, text, f"run:{self._log_id}"))

    def _keep_books(self) -> None:
        """Remember which books these are. After a question about them only when all was compared: a run that is cut off
        before that is asked about again."""
        if self._books is not None:
            self._tools.connections.set_books(self._connection.id, self._books)
            self._books = None

    def _refuse_same_books(self, books_id: str) -> None:
        """One set of books over two connections would be every record twice."""
        for other in self._tools.connections.list(system=self._connection.erp_system):
            if books_id and other.id != self._connection.id and (other.books or {}).get("books_id") == books_id:
                raise Misconfigured(
                    f"These books are synced already, over the connection {other.connection_name!r}. Nothing was read.",
                    hint="Use that connection, or remove one of the two.",
                    code="same_books",
                )

    # --- plans ---------------------------------------------------------------------------------------------------

    def _open_plan(self, scopes: Mapping[str, EntityScope]) -> None:
        """A dry run's plan. Raises :class:`Conflicting` for a plan to be applied that no longer fits."""
        order, scope = self._order, plan_scope(scopes.values())
        if order.dry_run:
            plan_id = self._plan_id = self._plans.begin(self._connection.id, self._log_id, order.kept(), scope)
            self._plan = PlanNotes(lambda items: self._plans.add(plan_id, items))
        elif order.plan_id is not None:
            plan = self._plans.get(order.plan_id)
            if plan.status != "open" or plan.connection_id != self._connection.id or plan.scope != scope:
                if plan.status == "open":
                    self._plans.end(plan.id, "refused")
                raise Conflicting(
                    "This plan was applied already."
                    if plan.status == "applied"
                    else "This plan was made under other settings than today's. Nothing was changed.",
                    hint="Make a new one and look at it again.",
                    code="plan_stale",
                )

    def _applied(self) -> Applied | None:
        order = self._order
        if order.plan_id is None or order.dry_run:
            return None
        plan_id, left_out = order.plan_id, order.left_out
        return Applied(plan_id, lambda side, entity, key: self._plans.marks(plan_id, side, entity, key, left_out))

    # --- the parts -----------------------------------------------------------------------------------------------

    def _parts(self, connector: Connector, scopes: Mapping[str, EntityScope]) -> _Parts:
        db, tools = self._tools.db, self._tools
        remap = Remap(
            db, self._connection.id, scopes, self._writing, self._cancel, tools.ports.at, dry_run=self._order.dry_run
        )
        store = MergeStore(db.dialect, self._connection.tenant_id)
        if self._order.dry_run:
            store = RemappedStore(db.dialect, self._connection.tenant_id, remap, scopes)
        errors, conflicts, dirty = ErrorStore(db, tools.clock), ConflictStore(db), DirtyStore(db.dialect)
        with db.read() as conn:
            waiting = dirty.waiting(conn, self._connection.id) | errors.open_local_ids(self._connection.id)
        context = RunContext(
            self._connection.id,
            self._log_id,
            f"connection:{self._connection.id}",
            self._counts,
            self._order.approved,
            lambda: stamp(tools.clock()),
            self._plan,
            errors.open_remote_ids(self._connection.id),
            only_marks=self._only_marks,
            begins=self._begins,
            clock_skew=self._clock_skew,
            waiting=waiting,
            applied=self._applied(),
            at=tools.ports.at,
        )
        self._context = context
        intake = Intake(store, errors, conflicts, context)
        settler = Settler(store, dirty, errors, conflicts, context, intake, self._writing)
        recovery = Recovery(db, connector, scopes, context, intake, settler, tools.clock, self._cancel)
        deletions = Deletions(store, errors, conflicts, context, self._connection.connection_name)
        puller = Puller(
            db,
            connector,
            context,
            intake,
            deletions,
            InboxSettler(store, intake, conflicts, context),
            CursorStore(db),
            tools.runs,
            self._phases,
            self._reporter,
            self._cancel,
            self._fence,
        )
        all_waiting = self._order.sync_type in {"manual", "full"}
        drafter = Drafter(db, store, dirty, conflicts, context, self._cancel, all_waiting=all_waiting)
        unsent = Unsent(
            db,
            connector,
            store,
            dirty,
            errors,
            conflicts,
            context,
            intake,
            self._writing,
            self._cancel,
            tools.clock,
        )
        pusher = Pusher(
            db,
            connector,
            context,
            store,
            dirty,
            errors,
            drafter,
            unsent,
            settler,
            recovery,
            deletions,
            puller.take,
            self._writing,
            self._phases,
            self._reporter,
            self._cancel,
            tools.clock,
            self._fence,
        )
        return _Parts(recovery, puller, drafter, pusher, dirty, remap)

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """A write transaction under our lease."""
        with self._tools.db.write() as conn:
            check_fence(conn, self._connection.id, self._fence)
            yield conn

    # --- after reading -------------------------------------------------------------------------------------------

    def _finish(self) -> Run:
        failed, conflicts = self._counts.total("failed"), self._counts.total("conflicts")
        warnings = self._context.warnings if self._context is not None else 0
        undecided = self._context.undecided if self._context is not None else {}
        status = "partial" if failed or conflicts or warnings or undecided else "completed"
        columns = {**self._counts.columns(), "phases": self._phases.done}
        notes = list(self._context.notes[:_NOTES]) if self._context is not None else []
        if self._plan is not None and self._plan_id is not None:
            self._plan.flush()
            self._plans.end(self._plan_id, "open", self._plan.counts)
        if self._context is not None and self._context.applied is not None:
            self._plans.end(self._context.applied.plan_id, "applied")
            if left := len(self._context.applied.left):
                notes.insert(0, f"{left:,} changed since the plan was made and were left for the next sync")
        said = (*self._news, summary(self._counts), *map(hanging, undecided.items()), *notes)
        message = ". ".join(part.rstrip(".") for part in said)
        return self._tools.runs.finish(self._log_id, status, message=message, **columns)


#: Failed records that one run reads again.
_DUE = 50
#: What was done besides is told of so many records.
_NOTES = 5
