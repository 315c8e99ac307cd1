"""Working off webhook events: what is due of a connection becomes one run that reads just those records; what arrives during
a run goes into the next. An event says nothing but "look at this record": what became of it is told from the run's traces,
at any time after it, so that nothing is lost when the program is killed in between."""

from __future__ import annotations

import logging
import threading
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from app.db.errors import backoff
from app.db.webhook_events import FAILED, IGNORED, PROCESSED, Queued, Settled
from app.db.webhook_outcomes import Outcome, outcomes
from app.model.clock import parse_stamp, stamp
from app.model.errors import AppError, Conflicting, NotFound, RateLimited
from app.model.events import Changed, RunEnded
from app.services.webhook.routing import Routes

if TYPE_CHECKING:
    from app.db.runs import Run
    from app.services.parts import Parts
    from app.services.runs import Runs

log = logging.getLogger(__name__)

#: So often an event's run may fail until it is given up, about two hours after it came.
ATTEMPTS = 8
#: What comes within this many seconds goes into one run.
GATHER = 0.3
#: Looked at so often in any case, in seconds: another program on this hub may have taken something in.
_EVERY = 15.0
_UNDER_WAY = frozenset({"pending", "running", "held"})
_WAITING = {
    "paused": "It waits: this connection's automatic syncs are paused.",
    "all_paused": "It waits: automatic syncs are paused.",
    "held": "It waits: a sync of this connection waits for your answer.",
}
_WHY = {
    "absent": "The other system has no such record, or not where we look for it.",
    "waits": "The record is read; it waits for another one or for a write that is under way.",
    "conflict": "The record waits for your decision.",
}


class EventWork:
    """``start`` begins, ``stop`` ends it; :meth:`wake` may be called from any thread."""

    def __init__(self, parts: Parts, runs: Runs) -> None:
        self._parts = parts
        self._runs = runs
        self._events = parts.stores.events
        self._stop = threading.Event()
        self._woken = threading.Event()
        self._unsubscribe: Callable[[], None] | None = None
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        self._unsubscribe = self._parts.bus.subscribe(self._heard)
        self._thread = threading.Thread(target=self._work, name="webhook events", daemon=True)
        self._thread.start()
        self.wake()

    def stop(self) -> None:
        self._stop.set()
        self._woken.set()
        if self._unsubscribe is not None:
            self._unsubscribe()
        if self._thread is not None:
            self._thread.join(2.0)

    def wake(self) -> None:
        self._woken.set()

    def _heard(self, event: Any) -> None:
        if isinstance(event, RunEnded) or (isinstance(event, Changed) and event.kinds & {"connections", "settings"}):
            self._woken.set()

    def _work(self) -> None:
        while not self._stop.is_set():
            try:
                wait = self.step()
            except AppError as error:  # the hub's disk or server is away
                log.warning("webhook events were not looked at: %s", error.message)
                wait = _EVERY
            except Exception:
                log.exception("webhook events could not be looked at")
                wait = _EVERY
            self._woken.wait(wait)
            self._woken.clear()
            self._stop.wait(GATHER)

    def step(self) -> float:
        """Settle what was read, take up what is due; the seconds until something else is due."""
        for connection_id in self._events.waiting():
            if self._stop.is_set():
                break
            self._settle_ended(connection_id)
            self._take_up(connection_id)
        due = self._events.next_due()
        if due is None:
            return _EVERY
        return min(_EVERY, max(0.5, (parse_stamp(due) - self._parts.clock()).total_seconds()))

    # --- into a run ----------------------------------------------------------------------------------------------

    def _take_up(self, connection_id: str) -> None:
        if connection_id in self._parts.jobs.running() or self._events.runs(connection_id):
            return
        why = self._waits(connection_id)
        if why is not None:
            self._events.explain(connection_id, why)
            return
        taken = self._events.claim(connection_id, self._now())
        if taken:
            self._begin(connection_id, taken)

    def _waits(self, connection_id: str) -> str | None:
        connection = self._parts.stores.connections.get(connection_id)
        if self._parts.scheduler.paused_until() is not None:
            return _WAITING["all_paused"]
        if (connection.paused_until or "") > self._now():
            return _WAITING["paused"]
        if (wait := self._parts.stores.runs.wait(connection_id, self._now())) is not None:
            return f"It waits: {wait.message}"
        newest, _ = self._runs.list(connection_id=connection_id, limit=1)
        # A run would end the one that waits for an answer.
        return _WAITING["held"] if newest and newest[0].status == "held" and not newest[0].dry_run else None

    def _begin(self, connection_id: str, taken: Sequence[Queued]) -> None:
        hooks = {one.webhook_id: self._parts.stores.webhooks.get(one.webhook_id) for one in _one_of_each(taken)}
        routes = Routes(self._parts.stores.configs.list(connection_id=connection_id), hooks)
        ignored: list[Settled] = []
        wanted: list[Queued] = []
        hints: dict[tuple[str, str], None] = {}
        configs: set[str] = set()
        for one in taken:
            found, why = routes.of(one)
            if found:
                wanted.append(one)
                hints |= dict.fromkeys((config.remote_module, one.remote_id) for config in found)
                configs |= {config.id for config in found}
            else:
                ignored.append(Settled(one.id, IGNORED, "ignored", why))
        self._keep(connection_id, ignored)
        if not wanted:
            return
        try:
            log_id = self._runs.start(
                connection_id=connection_id,
                config_ids=tuple(sorted(configs)),
                sync_type="webhook",
                direction="pull",
                triggered_by="webhook",
                hints=tuple(hints),
            )
        except Conflicting as error:
            if error.code == "closing":
                self._events.put_off([one.id for one in wanted], None, error.message, counted=False)
                return
            # Switched off, or no connector: nothing is read; the next ordinary sync catches up.
            self._keep(connection_id, [Settled(one.id, IGNORED, "ignored", error.message) for one in wanted])
            return
        self._events.in_run([one.id for one in wanted], log_id)

    # --- out of it -----------------------------------------------------------------------------------------------

    def _settle_ended(self, connection_id: str) -> None:
        for run_id in self._events.runs(connection_id):
            run = self._run(run_id)
            if run is None:
                # Claimed by a process that ended before it asked for a run.
                ids = [one.id for one in self._events.of_run(connection_id, run_id)]
                self._events.put_off(ids, None, "", counted=False)
            elif run.status not in _UNDER_WAY:
                self._settle(connection_id, run, self._events.of_run(connection_id, run_id))
            elif run.status != "held" and run.id not in self._parts.jobs.known():
                self._runs.end_abandoned(connection_id)

    def _run(self, run_id: str | None) -> Run | None:
        if run_id is None:
            return None
        try:
            return self._parts.stores.runs.get(run_id)
        except NotFound:
            return None

    def _settle(self, connection_id: str, run: Run, events: Sequence[Queued]) -> None:
        if run.status not in {"completed", "partial"}:
            self._again(connection_id, run, events)
            return
        hooks = {one.webhook_id: self._parts.stores.webhooks.get(one.webhook_id) for one in _one_of_each(events)}
        routes = Routes(self._parts.stores.configs.list(connection_id=connection_id), hooks)
        places = {one.id: {config.entity_type for config in routes.of(one)[0]} for one in events}
        records: dict[str, set[str]] = defaultdict(set)
        for one in events:
            for entity in places[one.id]:
                records[entity].add(one.remote_id)
        told = outcomes(self._parts.db, connection_id, run.id, run.started_at, records)
        self._keep(connection_id, [_settled(one, places[one.id], told) for one in events])

    def _again(self, connection_id: str, run: Run, events: Sequence[Queued]) -> None:
        """The run came to nothing: another try later, or none any more."""
        code, why = (run.error or {}).get("code"), run.message or "The sync did not succeed."
        if code == RateLimited.code:  # no fault of theirs
            self._events.put_off([one.id for one in events], self._named_time(connection_id), why, counted=False)
            return
        lost = [one for one in events if one.attempts + 1 >= ATTEMPTS]
        self._keep(connection_id, [Settled(one.id, FAILED, "failed", why) for one in lost])
        waits: dict[timedelta, list[str]] = defaultdict(list)
        for one in events:
            if one.attempts + 1 < ATTEMPTS:
                waits[timedelta(0) if code == "interrupted" else backoff(one.attempts + 1)].append(one.id)
        for wait, ids in waits.items():
            self._events.put_off(ids, stamp(self._parts.clock() + wait), why)
        self._tell(connection_id)

    def _named_time(self, connection_id: str) -> str:
        """When a system that asked us to wait may be asked again: not within a minute."""
        soonest = self._parts.clock() + backoff(1)
        wait = self._parts.stores.runs.wait(connection_id, self._now())
        return stamp(soonest if wait is None else max(wait.until, soonest))

    def _keep(self, connection_id: str, results: Sequence[Settled]) -> None:
        if results:
            self._events.settle(results, self._now())
            self._tell(connection_id)

    def _tell(self, connection_id: str) -> None:
        self._parts.bus.publish(Changed(frozenset({"webhooks"}), connection_id))

    def _now(self) -> str:
        return stamp(self._parts.clock())


def _one_of_each(events: Sequence[Queued]) -> list[Queued]:
    return list({one.webhook_id: one for one in events}.values())


def _settled(event: Queued, entities: set[str], told: Mapping[tuple[str, str], Outcome]) -> Settled:
    """A module may be several of our kinds of record: the one in which something was found counts."""
    found = [(entity, told[entity, event.remote_id]) for entity in sorted(entities)]
    if not found:
        return Settled(event.id, IGNORED, "ignored", "Nothing is synced of this kind of record any more.")
    entity, outcome = next(((name, one) for name, one in found if one.what != "absent"), found[0])
    if outcome.what == "failed":
        return Settled(event.id, FAILED, "failed", outcome.message, entity)
    if outcome.what in {"absent", "waits"}:
        return Settled(event.id, IGNORED, "ignored", _WHY[outcome.what], entity)
    return Settled(event.id, PROCESSED, outcome.what, _WHY.get(outcome.what), entity)
