"""Runs: asked for, waited for, stopped, answered, looked back at."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from app.db.dirty import DirtyStore
from app.db.leases import LeaseStore
from app.model.cancel import CancelToken
from app.model.clock import stamp
from app.model.errors import Conflicting, InvalidInput, NotFound
from app.model.events import Changed
from app.services.cursors import check_cursor
from app.services.failures import error_views
from app.services.systems import installed
from app.services.views import ErrorView, PlanItemView, PlanView, Progress, RunView, UndoLeft, UndoView
from app.sync.jobs import RunOrder

if TYPE_CHECKING:
    from app.db.errors import SyncError
    from app.db.plans import Plan
    from app.db.runs import Run
    from app.services.parts import Parts

SYNC_TYPES = ("full", "incremental", "manual", "webhook")
#: Failed records that one run tries again.
_RETRIED = 1000
#: A run of another machine that has waited for longer is taken for one whose program is gone.
_LONGEST_TURN = timedelta(minutes=10)
ENDED = frozenset({"completed", "partial", "failed", "held", "cancelled"})


class Runs:
    """Raises :class:`NotFound` for an unknown id."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._store = parts.stores.runs

    # --- asking for one ----------------------------------------------------------------------------------------

    def start(
        self,
        *,
        connection_id: str | None = None,
        config_id: str | None = None,
        sync_type: str = "manual",
        direction: str | None = None,
        triggered_by: str = "user",
        dry_run: bool = False,
        check: bool = False,
        config_ids: tuple[str, ...] | None = None,
        hints: tuple[tuple[str, str], ...] = (),
    ) -> str:
        """Queue a run of a connection's active configs, of one config or of some; the id of its log. It waits its
        turn. ``check`` asks for the daily check as well; with ``hints``, ``(module, remote id)``, just these are read.

        Raises :class:`InvalidInput` when neither is given, :class:`Conflicting` for a system without a connector
        (``not_installed``), a connection that is switched off, or one with nothing to sync.
        """
        if sync_type not in SYNC_TYPES:
            raise InvalidInput(f"{sync_type!r} is not a kind of sync.", field="syncType", hint=", ".join(SYNC_TYPES))
        if config_id is not None:
            config = self._parts.stores.configs.get(config_id)
            if connection_id not in (None, config.connection_id):
                raise InvalidInput("That config belongs to another connection.", field="syncConfigId")
            connection_id, config_ids = config.connection_id, (config.id,)
        if connection_id is None:
            raise InvalidInput("Say what to sync: syncConfigId or connectionId.", field="connectionId")
        self._may_run(connection_id, config_ids)
        order = RunOrder(
            connection_id=connection_id,
            config_ids=config_ids,
            sync_type=sync_type,
            direction=direction,
            triggered_by=triggered_by,
            dry_run=dry_run,
            check=check,
            hints=hints,
        )
        return self._parts.jobs.submit(order)

    def _may_run(self, connection_id: str, config_ids: tuple[str, ...] | None) -> None:
        connection = self._parts.stores.connections.get(connection_id)
        installed(self._parts.registry, connection.erp_system)
        if not connection.sync_enabled or connection.status == "inactive":
            raise Conflicting(
                f"The connection {connection.connection_name!r} is switched off.",
                hint="Switch it on again, then sync.",
                code="switched_off",
            )
        if config_ids is None and not self._parts.stores.configs.list(connection_id=connection_id, active=True):
            raise Conflicting(
                "Nothing is chosen to be synced over this connection.",
                hint="Choose what to sync in the connection's settings.",
                code="nothing_to_sync",
            )

    def wait(self, log_id: str, timeout: float | None = None) -> RunView:
        """Until the run has ended or is held, at most ``timeout`` seconds; then as it stands."""
        self._parts.jobs.wait(log_id, timeout)
        return self.get(log_id)

    def cancel(self, log_id: str) -> RunView:
        """Ask it to stop at its next safe point. Raises :class:`Conflicting` when it is not under way here."""
        run = self._store.get(log_id)
        if run.status == "held":
            self._parts.jobs.answer(log_id, approve=False)
        elif not self._parts.jobs.cancel(log_id):
            ended = run.status in ENDED
            raise Conflicting(
                "This run has ended." if ended else "This run is under way in another process.",
                hint="Look at the newest run of this connection." if ended else "Stop it there.",
                code="not_running",
            )
        return self.get(log_id)

    def answer(self, log_id: str, approve: bool) -> str:
        """Answer the question of a held run: let it go on, or end it; the id of the log to watch."""
        self._store.get(log_id)
        return self._parts.jobs.answer(log_id, approve)

    def end_abandoned(self, connection_id: str | None = None) -> int:
        """Close the runs (of one connection) whose process is gone, on whichever machine it was; how many there were.
        Those of another machine that wait their turn get a while, for nobody can ask whether their program still runs."""
        waiting_since = stamp(self._parts.clock() - _LONGEST_TURN)
        with self._parts.db.write():
            return self._store.mark_interrupted(
                connection_id=connection_id,
                live=LeaseStore(self._parts.db).live(),
                keep=self._parts.jobs.known(),
                pending_before=waiting_since,
            )

    def retry(self, error_id: str) -> str:
        """Try a failed record again at once, in a new run of its connection that does little else; the id of its log. Raises
        :class:`Conflicting` when it has come through since."""
        error = self._parts.stores.errors.get(error_id)
        if error.resolved_at is not None:
            raise Conflicting("This record has come through since.", hint="Look at the list again.")
        return self._retry(error.connection_id, [error])

    def retry_all(self, connection_id: str) -> str:
        """Try all failed records of a connection again (at most a thousand), in one run; the id of its log. Raises
        :class:`Conflicting` when there is none."""
        self._parts.stores.connections.get(connection_id)
        failed = self._parts.stores.errors.list(connection_id=connection_id, open_only=True, limit=_RETRIED).items
        if not failed:
            raise Conflicting("No record of this connection has failed.", code="nothing_to_retry")
        return self._retry(connection_id, failed)

    def _retry(self, connection_id: str, failed: Sequence[SyncError]) -> str:
        self._may_run(connection_id, None)
        modules = {
            config.entity_type: config.remote_module
            for config in self._parts.stores.configs.list(connection_id=connection_id, active=True)
        }
        hints = tuple(
            (modules[one.entity_type], one.remote_id)
            for one in failed
            if one.side == "in" and one.remote_id and one.entity_type in modules
        )
        dirty, now = DirtyStore(self._parts.db.dialect), stamp(self._parts.clock())
        out = [one for one in failed if one.side == "out" and one.local_id]
        with self._parts.db.write() as conn:
            for one in out:
                dirty.mark(conn, connection_id, one.entity_type, [one.local_id or ""], now)
        direction = None if hints and out else "pull" if hints else "push"
        order = RunOrder(connection_id, direction=direction, triggered_by="retry", hints=hints)
        return self._parts.jobs.submit(order)

    def undo(self, log_id: str, *, by: str = "user", cancel: CancelToken | None = None) -> UndoView:
        """Take back what a run changed in the hub; the next syncs bring the connected systems back. Records that came in with
        the run are deleted here, and nothing more is synced of them; those changed since are left. Raises :class:`NotFound`,
        and :class:`Conflicting` for a run that has not ended."""
        connection_id = self._store.get(log_id).connection_id
        try:
            done = self._parts.undoer.undo(log_id, cancel or CancelToken())
        finally:
            self._parts.bus.publish(Changed(frozenset({"records", "runs", "errors"}), connection_id))
        self._parts.stores.audit.add(by, "undo", f"run:{log_id}", {"changed": done.changed, "left": len(done.left)})
        return UndoView(
            done.changed, tuple(UndoLeft(one.entity, one.record_id, one.label, one.reason) for one in done.left)
        )

    # --- looking -----------------------------------------------------------------------------------------------

    def get(self, log_id: str) -> RunView:
        run = self._store.get(log_id)
        return run_view(run, self._names())

    def list(
        self,
        connection_id: str | None = None,
        config_id: str | None = None,
        status: str | None = None,
        limit: int = 50,
        cursor: str | None = None,
        text: str | None = None,
    ) -> tuple[Sequence[RunView], str | None]:
        """The newest first, and the cursor of the next page. ``text``: in the result, or in why a record failed. Raises
        :class:`InvalidInput` for a cursor not ours."""
        check_cursor(cursor)
        page = self._store.list(
            connection_id=connection_id,
            sync_config_id=config_id,
            status=status,
            text=text,
            limit=limit,
            cursor=cursor,
        )
        names = self._names()
        return [run_view(run, names) for run in page.items], page.next_cursor

    def errors(self, log_id: str) -> Sequence[ErrorView]:
        """The records that failed in this run and have not come through since (at most a thousand)."""
        self._store.get(log_id)
        stores = self._parts.stores
        return error_views(stores.errors.list(run_id=log_id, limit=1000).items, stores.records)

    def apply(self, log_id: str, *, leave_out: Collection[int] = (), triggered_by: str = "user") -> str:
        """Do exactly what the dry run ``log_id`` showed, but for the items ``leave_out``; the id of the new run's log. What
        changed since is left for the next sync. Raises :class:`NotFound` for a run without a plan and
        :class:`Conflicting` for one applied already."""
        plan = self._parts.stores.plans.of_run(log_id)
        if plan is None:
            raise NotFound("That run left no plan.", hint="Make one with a dry run.")
        if plan.status != "open":
            raise Conflicting("This plan can't be applied any more.", hint="Make a new one.", code="plan_stale")
        dry = self._store.get(log_id)
        chosen = plan.asked.get("config_ids")
        config_ids = None if chosen is None else tuple(chosen)
        self._may_run(plan.connection_id, config_ids)
        return self._parts.jobs.submit(
            RunOrder(
                plan.connection_id,
                config_ids,
                dry.sync_type,
                direction=plan.asked.get("direction"),
                triggered_by=triggered_by,
                check=bool(plan.asked.get("check")),
                approved=frozenset(plan.asked.get("approved") or ()),
                plan_id=plan.id,
                left_out=frozenset(leave_out),
            )
        )

    def plan(self, log_id: str) -> PlanView | None:
        """What a dry run would do; ``None`` when it did not come that far."""
        found = self._parts.stores.plans.of_run(log_id)
        return None if found is None else _plan_view(found)

    def current(self) -> Sequence[Progress]:
        """The runs under way in this process."""
        names = self._names()
        found = []
        for one in self._parts.jobs.progress():
            try:
                started = self._store.get(one.log_id).started_at
            except NotFound:  # its connection was deleted a moment ago
                continue
            found.append(
                Progress(
                    log_id=one.log_id,
                    connection_id=one.connection_id,
                    connection_name=names.get(one.connection_id, ""),
                    phase=one.phase,
                    entity=one.entity,
                    done=one.done,
                    total=one.total,
                    text=one.text,
                    started_at=started,
                )
            )
        return found

    def _names(self) -> dict[str, str]:
        return {one.id: one.connection_name for one in self._parts.stores.connections.list()}


def run_view(run: Run, names: dict[str, str]) -> RunView:
    return RunView(
        id=run.id,
        connection_id=run.connection_id,
        connection_name=names.get(run.connection_id, ""),
        sync_config_id=run.sync_config_id,
        sync_type=run.sync_type,
        sync_direction=run.sync_direction,
        triggered_by=run.triggered_by,
        status=run.status,
        dry_run=run.dry_run,
        started_at=run.started_at,
        ended_at=run.ended_at,
        processed=run.records_processed,
        success=run.records_success,
        failed=run.records_failed,
        skipped=run.records_skipped,
        conflicts=run.conflicts,
        counts=run.counts or {},
        phases=tuple(run.phases or ()),
        message=run.message or "",
        error=run.error,
        guard=None if run.guard is None else {key: value for key, value in run.guard.items() if key != "order"},
    )


def _plan_view(plan: Plan) -> PlanView:
    items = tuple(
        PlanItemView(
            id=item.id,
            action=item.action,
            side=item.side,
            entity_type=item.entity,
            local_id=item.local_id,
            remote_id=item.remote_id,
            label=item.label,
            fields=tuple(item.fields),
            reason=item.reason,
        )
        for item in plan.items
    )
    return PlanView(plan.id, plan.counts, items, plan.status)
