"""APScheduler on a thread of its own. Its jobs only enqueue runs, or do the daily upkeep: none waits for an ERP.

The job store is in memory and made from the tables. A tick every half minute wakes it, so that what was missed while
the PC slept runs soon after it woke: times are compared by the wall clock, and a late job runs once. Several programs on
one hub have the same schedule; each thing that is due is done by the one that claims it first.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from app.model.clock import Clock, parse_stamp, stamp, utc_now
from app.model.errors import AppError
from app.model.events import Changed
from app.schedule.repeats import Repeat, repeats
from app.services.facade import Services
from app.services.views import RunView

log = logging.getLogger(__name__)

#: When each connection's daily check runs, by this machine's clock (setting ``schedule.check_at``).
CHECK_AT = "02:30"
PAUSED = "schedule.paused_until"
FOR_EVER = "9999-12-31T00:00:00.000Z"
#: When each repeat, and each connection's check, was last begun.
_FIRED = "schedule.fired"
_CHECKED = "schedule.checked"
_TICK = 30
_UPKEEP_HOURS = 6
#: A check that was missed (the PC is off at night) waits this long after the start.
_AFTER_START = timedelta(minutes=10)
_DAY = timedelta(days=1)
_REBUILD_FOR = frozenset({"connections", "configs", "settings"})


class Scheduler:
    """``start`` begins, ``stop`` ends it; the rest is :class:`app.services.ports.SchedulerPort`."""

    def __init__(self, services: Services, clock: Clock = utc_now) -> None:
        self._services = services
        self._clock = clock
        self._lock = threading.Lock()
        self._building = threading.Lock()
        self._stale = False
        self._repeats: dict[str, Repeat] = {}
        self._checks: set[str] = set()
        self._unsubscribe: Callable[[], None] = _nothing
        self._scheduler = _make()

    def start(self) -> None:
        """Build the jobs from the tables, then run them."""
        self._scheduler.add_job(self._tick, "interval", seconds=_TICK, id="tick")
        first = self._clock() + timedelta(minutes=2)
        self._scheduler.add_job(self._upkeep, "interval", hours=_UPKEEP_HOURS, id="upkeep", next_run_time=first)
        self._scheduler.start()
        self._unsubscribe = self._services.bus.subscribe(self._heard)
        self._rebuild()

    def stop(self) -> None:
        self._unsubscribe()
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    # --- for the front doors -----------------------------------------------------------------------------------

    def next_runs(self) -> tuple[Mapping[str, Any], ...]:
        paused = self.paused_until()
        with self._lock:
            known = dict(self._repeats)
        found = []
        for job in self._scheduler.get_jobs():
            repeat = known.get(job.id)
            if repeat is not None and job.next_run_time is not None:
                at = max(stamp(job.next_run_time), paused or "")
                found.append(
                    {"connection_id": repeat.connection_id, "connection_name": repeat.connection_name, "at": at}
                )
        if paused == FOR_EVER:
            return ()
        return tuple(sorted(found, key=lambda run: run["at"]))

    def pause_all(self, until: str | None) -> None:
        self._services.settings.set(PAUSED, until or FOR_EVER)

    def resume_all(self) -> None:
        self._services.settings.set(PAUSED, None)

    def paused_until(self) -> str | None:
        until = self._services.settings.get(PAUSED, "")
        return until if until > stamp(self._clock()) else None

    # --- building ----------------------------------------------------------------------------------------------

    def _heard(self, event: Any) -> None:
        if isinstance(event, Changed) and event.kinds & _REBUILD_FOR and self._scheduler.running:
            with self._lock:
                already, self._stale = self._stale, True
            if not already:
                # Not here: this is the publisher's thread, maybe inside its transaction. Without an id of its own: a
                # job whose last instance still runs would be skipped, and this change forgotten.
                self._scheduler.add_job(self._rebuild)

    def _tick(self) -> None:
        """Take up what another program on this hub has changed: no event tells of it."""
        try:
            self._rebuild()
        except AppError as error:  # its server is away
            log.warning("the schedule was not looked at: %s", error.message)

    def _rebuild(self) -> None:
        """Make the jobs fit the tables; one that stays as it was keeps its next time."""
        with self._building:
            with self._lock:
                self._stale = False
            self._fit()

    def _fit(self) -> None:
        views = [one for one in self._services.connections.list() if self._services.connections.can_run(one.id)]
        wanted = {repeat.key: repeat for repeat in repeats(views, self._services.configs.list())}
        with self._lock:
            gone, fresh = self._repeats.keys() - wanted.keys(), wanted.keys() - self._repeats.keys()
            self._repeats = wanted
        for key in gone:
            self._remove(key)
        now = self._clock()
        for key in fresh:
            repeat = wanted[key]
            self._scheduler.add_job(
                self._fire,
                "interval",
                seconds=repeat.seconds,
                args=(repeat,),
                id=key,
                replace_existing=True,
                jitter=_jitter(repeat.seconds) or None,
                next_run_time=repeat.first(now),
            )
        self._rebuild_checks({repeat.connection_id for repeat in wanted.values()})

    def _rebuild_checks(self, wanted: set[str]) -> None:
        with self._lock:
            gone, fresh = self._checks - wanted, wanted - self._checks
            self._checks = wanted
        for connection_id in gone:
            self._remove(f"check:{connection_id}")
        for connection_id in fresh:
            self._scheduler.add_job(
                self._check,
                "interval",
                days=1,
                args=(connection_id,),
                id=f"check:{connection_id}",
                replace_existing=True,
                next_run_time=self._first_check(connection_id),
            )

    def _first_check(self, connection_id: str) -> datetime:
        now = self._clock()
        checked = self._checked().get(connection_id)
        if checked and now - parse_stamp(checked) > _DAY + timedelta(hours=2):
            return now + _AFTER_START
        return _next_time(now, self._services.settings.get("schedule.check_at", CHECK_AT))

    def _remove(self, key: str) -> None:
        if self._scheduler.get_job(key) is not None:
            self._scheduler.remove_job(key)

    # --- firing ------------------------------------------------------------------------------------------------

    def _fire(self, repeat: Repeat) -> None:
        due = _Due(_FIRED, repeat.name, timedelta(seconds=repeat.seconds * 0.9 - 2 * _jitter(repeat.seconds)))
        self._enqueue(repeat.connection_id, repeat.config_ids, check=False, due=due)

    def _check(self, connection_id: str) -> None:
        self._enqueue(connection_id, None, check=True, due=_Due(_CHECKED, connection_id, _DAY / 2))

    def _enqueue(
        self, connection_id: str, config_ids: tuple[str, ...] | None, *, check: bool, due: _Due | None = None
    ) -> bool:
        """Queue a run, unless syncs are paused, the connection's newest run is still open or waits for an answer, or
        another program on this hub has just done what is ``due``."""
        try:
            if self.paused_until() is not None or self._held_up(connection_id):
                return False
            if due is not None and not self._services.settings.claim(due.key, due.name, self._clock(), due.gap):
                return False
            self._services.runs.start(
                connection_id=connection_id,
                config_ids=config_ids,
                sync_type="incremental",
                triggered_by="schedule",
                check=check,
            )
        except AppError as error:
            log.warning("no automatic sync of %s: %s", connection_id, error.message)
            return False
        return True

    def _held_up(self, connection_id: str) -> bool:
        """Is a run in the way, of a process that still lives?"""
        newest, _ = self._services.runs.list(connection_id=connection_id, limit=1)
        if not newest or not _in_the_way(newest[0]):
            return False
        return newest[0].status == "held" or not self._services.runs.end_abandoned(connection_id)

    def _checked(self) -> dict[str, str]:
        none: dict[str, str] = {}
        return self._services.settings.get(_CHECKED, none)

    def _upkeep(self) -> None:
        """The daily backup (no-op when today's is there), and the caps on logs."""
        try:
            self._services.backups.daily()
            self._services.backups.tidy()
        except AppError as error:
            log.warning("upkeep: %s", error.message)


@dataclass(frozen=True)
class _Due:
    """Several machines on one hub have the same schedule: who claims ``name`` first does it, and ``gap`` must pass before
    it can be claimed again. ``key`` is the setting that holds the claims."""

    key: str
    name: str
    gap: timedelta


def _jitter(seconds: int) -> int:
    return min(seconds // 10, 30)


def _in_the_way(run: RunView) -> bool:
    """Is a run of the connection open, or does one wait for an answer? (A preview that waits holds nothing up.)"""
    return run.status in {"pending", "running"} or (run.status == "held" and not run.dry_run)


def _nothing() -> None:
    """Before the start there is nothing to unsubscribe."""


def _make() -> Any:
    from apscheduler.events import EVENT_JOB_ERROR
    from apscheduler.executors.pool import ThreadPoolExecutor
    from apscheduler.schedulers.background import BackgroundScheduler

    made = BackgroundScheduler(
        daemon=True,
        timezone=UTC,
        executors={"default": ThreadPoolExecutor(2)},
        # Its own default drops a run that is a second late.
        job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
    )
    made.add_listener(
        lambda event: log.error("scheduled job %s failed", event.job_id, exc_info=event.exception), EVENT_JOB_ERROR
    )
    return made


def _next_time(now: datetime, text: str) -> datetime:
    """The next moment at which this machine's clock shows ``HH:MM``."""
    try:
        hour, minute = (int(part) for part in text.split(":"))
        local = now.astimezone().replace(hour=hour, minute=minute, second=0, microsecond=0)
    except ValueError:
        return _next_time(now, CHECK_AT)
    return local if local > now else local + _DAY
