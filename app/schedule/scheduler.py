"""APScheduler on a thread of its own. Its jobs only enqueue runs, or do the daily upkeep: none waits for an ERP.

The job store is in memory and made from the tables: one job for each repeat, at the time that :mod:`app.schedule.upcoming`
names, which is asked again when the job is due and after each run. A tick every half minute wakes it, so that what was missed
while the PC slept runs soon after it woke: times are compared by the wall clock, and a late job runs once. Several programs on
one hub have the same schedule; each thing that is due is done by the one that claims it first.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, tzinfo
from typing import Any

from app.model.clock import Clock, parse_stamp, stamp, utc_now
from app.model.errors import AppError
from app.model.events import Changed
from app.schedule.repeats import Repeat, repeats
from app.schedule.times import Quiet, TimesOfDay
from app.schedule.upcoming import LOOKED_AT, Failing, Next, Situation, clock_words, failing, next_run
from app.services.facade import Services
from app.services.schedules import PAUSED, QUIET
from app.services.views import RunView

log = logging.getLogger(__name__)

#: When each connection's daily check runs, by this machine's clock (setting ``schedule.check_at``).
CHECK_AT = "02:30"
FOR_EVER = "9999-12-31T00:00:00.000Z"
#: When each repeat, and each connection's check, was last begun.
_FIRED = "schedule.fired"
_CHECKED = "schedule.checked"
#: How soon a change that no event tells of is seen, and a run that is in the way is looked for again; in seconds.
TICK = 30
_UPKEEP_HOURS = 6
#: A check that was missed (the PC is off at night) waits this long after the start.
_AFTER_START = timedelta(minutes=10)
#: Just woken up, the PC has no network yet.
_TO_WAKE = timedelta(seconds=15)
_DAY = timedelta(days=1)
_NEVER = parse_stamp(FOR_EVER)
_NOTHING: dict[str, str] = {}
_REBUILD_FOR = frozenset({"connections", "configs", "settings"})


class Scheduler:
    """``start`` begins, ``stop`` ends it; the rest is :class:`app.services.ports.SchedulerPort`. ``woke`` is told the wall clock
    (seconds) now and then and answers how long the PC slept, when it did."""

    def __init__(
        self,
        services: Services,
        clock: Clock = utc_now,
        *,
        woke: Callable[[float], float | None] = lambda _now: None,
        zone: tzinfo | None = None,
    ) -> None:
        self._services = services
        self._clock = clock
        self._woke = woke
        self._zone = zone
        self._lock = threading.Lock()
        self._building = threading.Lock()
        self._stale = False
        self._repeats: dict[str, Repeat] = {}
        self._next: dict[str, Next] = {}
        self._checks: set[str] = set()
        self._settled_at: datetime | None = None
        self._unsubscribe: Callable[[], None] = _nothing
        self._scheduler = _make()

    def start(self) -> None:
        """Build the jobs from the tables, then run them."""
        self._scheduler.add_job(self._tick, "interval", seconds=TICK, id="tick")
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
        if paused == FOR_EVER:
            return ()
        with self._lock:
            known = [(self._repeats[name], upcoming) for name, upcoming in self._next.items()]
        found = []
        for repeat, upcoming in known:
            at, reason = max(stamp(upcoming.at), stamp(self._clock())), upcoming.reason
            if paused is not None and paused > at:
                at, reason = paused, f"paused until {clock_words(parse_stamp(paused), self._clock(), self._zone)}"
            if at < FOR_EVER:
                found.append(
                    {
                        "connection_id": repeat.connection_id,
                        "connection_name": repeat.connection_name,
                        "at": at,
                        "reason": reason,
                    }
                )
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
        self._look_whether_it_slept()
        try:
            self._rebuild()
        except AppError as error:  # its server is away
            log.warning("the schedule was not looked at: %s", error.message)

    def _look_whether_it_slept(self) -> None:
        now = self._clock()
        slept = self._woke(now.timestamp())
        if slept is not None:
            log.info("the PC slept for about %d minutes; what was missed runs in a moment", slept // 60)
            self._settled_at = now + _TO_WAKE

    def _rebuild(self) -> None:
        """Make the jobs fit the tables."""
        with self._building:
            with self._lock:
                self._stale = False
            self._fit()

    def _fit(self) -> None:
        views = [one for one in self._services.connections.list() if self._services.connections.can_run(one.id)]
        wanted = {repeat.name: repeat for repeat in repeats(views, self._services.configs.list())}
        upcoming = self._upcoming(wanted.values())
        with self._lock:
            gone = self._repeats.keys() - wanted.keys()
            moved = {name: one for name, one in upcoming.items() if self._next.get(name) != one}
            self._repeats, self._next = wanted, upcoming
        for name in gone:
            self._remove(name)
        for name, one in moved.items():
            self._put(name, one.at)
        if gone or moved:
            self._services.bus.publish(Changed(frozenset({"schedule"})))
        self._rebuild_checks({repeat.connection_id for repeat in wanted.values()})

    def _upcoming(self, wanted: Iterable[Repeat]) -> dict[str, Next]:
        now, fired = self._clock(), self._stamps(_FIRED)
        paused = self.paused_until()
        held_off, because = (parse_stamp(paused), "paused") if paused is not None else (self._settled_at, "")
        overall = Quiet.of(self._services.settings.get(QUIET, _NOTHING))
        failures: dict[str, Failing | None] = {}
        found = {}
        for repeat in wanted:
            if repeat.connection_id not in failures:
                runs, _ = self._services.runs.list(connection_id=repeat.connection_id, limit=LOOKED_AT)
                failures[repeat.connection_id] = failing(runs)
            situation = Situation(
                now,
                fired=parse_stamp(fired[repeat.name]) if repeat.name in fired else None,
                failing=failures[repeat.connection_id],
                quiet=tuple(one for one in (overall, repeat.quiet) if one is not None),
                not_before=held_off,
                because=because,
                zone=self._zone,
            )
            found[repeat.name] = next_run(repeat, situation)
        return found

    def _put(self, name: str, at: datetime) -> None:
        if at < _NEVER:
            self._scheduler.add_job(self._fire, "date", run_date=at, args=(name,), id=name, replace_existing=True)
        else:
            self._remove(name)

    def _rebuild_checks(self, wanted: set[str]) -> None:
        with self._lock:
            gone, fresh = self._checks - wanted, wanted - self._checks
            self._checks = wanted
        for connection_id in gone:
            self._remove(f"check:{connection_id}")
        for connection_id in fresh:
            self._put_check(connection_id, self._first_check(connection_id))

    def _put_check(self, connection_id: str, at: datetime) -> None:
        self._scheduler.add_job(
            self._check, "date", run_date=at, args=(connection_id,), id=f"check:{connection_id}", replace_existing=True
        )

    def _first_check(self, connection_id: str) -> datetime:
        now = self._clock()
        checked = self._stamps(_CHECKED).get(connection_id)
        if checked and now - parse_stamp(checked) > _DAY + timedelta(hours=2):
            return now + _AFTER_START
        return self._next_check(now)

    def _next_check(self, now: datetime) -> datetime:
        return _daily(self._services.settings.get("schedule.check_at", CHECK_AT)).after(now, self._zone)

    def _remove(self, key: str) -> None:
        if self._scheduler.get_job(key) is not None:
            self._scheduler.remove_job(key)

    # --- firing ------------------------------------------------------------------------------------------------

    def _fire(self, name: str) -> None:
        """Queue the run of the repeat ``name`` if it is still due: the clock may have moved while the PC slept, or another
        program may have begun it."""
        self._look_whether_it_slept()
        with self._lock:
            repeat = self._repeats.get(name)
        if repeat is None:
            return
        if self._upcoming([repeat])[name].at <= self._clock():
            due = _Due(_FIRED, name, timedelta(seconds=repeat.pace.gap))
            self._enqueue(repeat.connection_id, repeat.config_ids, check=False, due=due)
        upcoming = self._upcoming([repeat])[name]
        if upcoming.at <= self._clock():  # something is in the way: look again
            upcoming = Next(self._clock() + timedelta(seconds=TICK), upcoming.reason)
        with self._lock:
            if name in self._repeats:
                self._next[name] = upcoming
        self._put(name, upcoming.at)

    def _check(self, connection_id: str) -> None:
        now = self._clock()
        with self._lock:
            own = next((one.quiet for one in self._repeats.values() if one.connection_id == connection_id), None)
        quiet = [one for one in (own, Quiet.of(self._services.settings.get(QUIET, _NOTHING))) if one is not None]
        if any(one.holds(now, self._zone) for one in quiet):
            self._put_check(connection_id, max(one.ends(now, self._zone) for one in quiet))
            return
        waits = self._services.connections.get(connection_id).waits
        if waits is not None:
            self._put_check(connection_id, parse_stamp(waits.until))
            return
        self._put_check(connection_id, self._next_check(now))
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

    def _stamps(self, key: str) -> dict[str, str]:
        return self._services.settings.get(key, _NOTHING)

    def _upkeep(self) -> None:
        """The daily backup (no-op when today's is there), the caps on logs, and the look for a newer version, if wished."""
        for step in (self._services.backups.daily, self._services.retention.tidy, self._services.updates.daily):
            try:
                step()
            except AppError as error:
                log.warning("upkeep: %s", error.message)


@dataclass(frozen=True)
class _Due:
    """Several machines on one hub have the same schedule: who claims ``name`` first does it, and ``gap`` must pass before
    it can be claimed again. ``key`` is the setting that holds the claims."""

    key: str
    name: str
    gap: timedelta


def _in_the_way(run: RunView) -> bool:
    """Is a run of the connection open, or does one wait for an answer? (A preview that waits holds nothing up.)"""
    return run.status in {"pending", "running"} or (run.status == "held" and not run.dry_run)


def _nothing() -> None:
    """Before the start there is nothing to unsubscribe."""


def _make() -> Any:
    from apscheduler.events import EVENT_JOB_ERROR
    from apscheduler.executors.pool import ThreadPoolExecutor
    from apscheduler.jobstores.base import JobLookupError
    from apscheduler.schedulers.background import BackgroundScheduler

    class Scheduler(BackgroundScheduler):  # type: ignore[misc]
        """Told to stop while it goes through its jobs, the library's own ends with an error that a single one is gone."""

        def _process_jobs(self) -> Any:
            try:
                return super()._process_jobs()
            except JobLookupError:
                if self.running:
                    raise
                return None

    made = Scheduler(
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


def _daily(text: str) -> TimesOfDay:
    """Every day at ``HH:MM``; at the usual time when that is none."""
    try:
        return TimesOfDay((time.fromisoformat(text),))
    except ValueError:
        return TimesOfDay((time.fromisoformat(CHECK_AT),))
