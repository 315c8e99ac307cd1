"""The scheduler on the real engine: it enqueues, keeps out of the way, and follows the tables."""

from __future__ import annotations

import queue
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app import bootstrap
from app.db.leases import LeaseStore
from app.model.clock import parse_stamp, stamp, utc_now
from app.model.events import RunEnded
from app.platform.power import ResumeWatch
from app.schedule.repeats import repeats
from app.schedule.scheduler import TICK, Scheduler, _daily
from app.services.options import Options
from app.services.schedules import QUIET


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[bootstrap.App]:
    monkeypatch.setenv("SALESMATE_SYNC_LOCKS", str(tmp_path / "locks"))
    options = Options(data_dir=tmp_path / "data", secrets="file")
    made = bootstrap.start_demo(options, customers=3, items=2, vouchers=5, schedule=False, listen=None)
    yield made
    made.close()


def test_a_connection_syncs_by_itself_and_stops_when_switched_off(app: bootstrap.App) -> None:
    ended: queue.Queue[RunEnded] = queue.Queue()
    app.bus.subscribe(lambda event: ended.put(event) if isinstance(event, RunEnded) else None)
    services = app.services
    connection_id = services.connections.list()[0].id
    services.connections.update(connection_id, {"auto_sync_interval": 1})
    app.schedule()
    assert [run["connection_id"] for run in services.scheduler.next_runs()] == [connection_id]
    assert ended.get(timeout=30).status == "completed"
    assert ended.get(timeout=30).status == "completed"
    assert services.runs.list()[0][0].triggered_by == "schedule"
    fitted: queue.Queue[None] = queue.Queue()
    scheduler = services.scheduler
    assert isinstance(scheduler, Scheduler)
    fit = scheduler._fit
    scheduler._fit = lambda: (fit(), fitted.put(None))[0]  # type: ignore[method-assign, func-returns-value]
    services.connections.update(connection_id, {"sync_enabled": False})
    while services.scheduler.next_runs():
        fitted.get(timeout=30)


def test_a_pause_holds_all_until_it_is_over(app: bootstrap.App) -> None:
    app.schedule()
    scheduler = app.services.scheduler
    assert isinstance(scheduler, Scheduler)
    scheduler.pause_all("2999-01-01T00:00:00.000Z")
    assert [run["at"] for run in scheduler.next_runs()] == ["2999-01-01T00:00:00.000Z"]
    connection_id = app.services.connections.list()[0].id
    assert scheduler._enqueue(connection_id, None, check=False) is False
    scheduler.pause_all(None)
    assert scheduler.next_runs() == ()
    scheduler.resume_all()
    assert scheduler.paused_until() is None
    assert scheduler._enqueue(connection_id, None, check=True) is True


def test_nothing_is_queued_behind_an_open_run(app: bootstrap.App) -> None:
    assert app.simulator is not None
    app.simulator.control.set_busy()
    try:
        app.schedule()
        scheduler = app.services.scheduler
        assert isinstance(scheduler, Scheduler)
        connection_id = app.services.connections.list()[0].id
        assert scheduler._enqueue(connection_id, None, check=False) is True
        assert scheduler._enqueue(connection_id, None, check=False) is False
    finally:
        app.simulator.control.release()


def test_a_run_of_a_machine_that_is_gone_is_closed_and_holds_nobody_up(app: bootstrap.App) -> None:
    connection_id = app.services.connections.list()[0].id
    runs = app.parts.stores.runs
    left = runs.create(connection_id=connection_id, sync_type="manual", sync_direction="pull", triggered_by="user")
    scheduler = Scheduler(app.services)
    leases = LeaseStore(app.parts.db)
    fence = leases.take(connection_id, "another-pc:1:1.00", 3600)
    assert fence == 1
    assert scheduler._enqueue(connection_id, None, check=False) is False
    leases.renew(connection_id, fence, 0)
    assert scheduler._enqueue(connection_id, None, check=False) is True
    assert (runs.get(left.id).error or {})["code"] == "interrupted"


def test_what_another_program_changed_is_taken_up(app: bootstrap.App) -> None:
    app.schedule()
    scheduler = app.services.scheduler
    assert isinstance(scheduler, Scheduler)
    connection_id = app.services.connections.list()[0].id
    app.parts.stores.connections.update(connection_id, sync_enabled=False)  # no event tells of it
    assert [run["connection_id"] for run in scheduler.next_runs()] == [connection_id]
    scheduler._tick()
    assert scheduler.next_runs() == ()


def test_two_programs_on_one_hub_do_what_is_due_once(app: bootstrap.App) -> None:
    connection_id = app.services.connections.list()[0].id
    app.services.connections.update(connection_id, {"auto_sync_interval": 3600})
    (repeat,) = repeats(app.services.connections.list(), app.services.configs.list())
    later = utc_now() + timedelta(hours=2)
    first, second = (Scheduler(app.services, lambda: later) for _ in range(2))
    for scheduler in (first, second):
        scheduler._rebuild()
    for scheduler in (first, second, first):
        scheduler._fire(repeat.name)
        scheduler._check(connection_id)
        for run, _ in [(one, app.services.runs.wait(one.id, 60)) for one in app.services.runs.list()[0]]:
            assert run.triggered_by == "schedule"
    assert len(app.services.runs.list()[0]) == 1 + 1


@pytest.mark.parametrize("text", ["02:30", "nonsense"])
def test_the_time_of_the_daily_check(text: str) -> None:
    now = datetime(2026, 8, 1, 12, tzinfo=UTC)
    at = _daily(text).after(now, UTC)
    assert at == datetime(2026, 8, 2, 2, 30, tzinfo=UTC)


class HandClock:
    """The time of the tests below; a run that is asked for is done before the test goes on."""

    def __init__(self, app: bootstrap.App) -> None:
        self.now = utc_now()
        self.app = app
        self.connection_id = app.services.connections.list()[0].id
        self.woke = ResumeWatch(TICK)
        self.scheduler = Scheduler(app.services, lambda: self.now, woke=self.woke.tick, zone=UTC)
        app.services.scheduler = self.scheduler

    def go_to(self, moment: datetime) -> None:
        """Awake all the time."""
        self.now = moment
        self.woke.tick(moment.timestamp())

    def fire(self) -> int:
        """Have the clock reach the jobs that are due; how many runs there are then."""
        self.scheduler._tick()
        for name, upcoming in list(self.scheduler._next.items()):
            if upcoming.at <= self.now:
                self.scheduler._fire(name)
        runs = self.app.services.runs.list(limit=100)[0]
        for run in runs:
            self.app.services.runs.wait(run.id, 60)
        self.scheduler._tick()
        return len(runs)

    @property
    def upcoming(self) -> tuple[str, str]:
        """When the next run is, and why not sooner."""
        (found,) = self.scheduler.next_runs()
        view = self.app.services.connections.get(self.connection_id)
        assert (view.next_run_at, view.next_run_reason) == (found["at"], found["reason"])
        return found["at"], found["reason"]


def test_quiet_hours_of_the_connection_and_of_all_are_kept(app: bootstrap.App) -> None:
    hand = HandClock(app)
    hand.now = hand.now.replace(hour=23, minute=10, second=0, microsecond=0) + timedelta(days=1)
    connections = app.services.connections
    connections.update(
        hand.connection_id,
        {"auto_sync_interval": 600, "schedule": {"quietHours": {"start": "22:00", "end": "7:00"}}},
    )
    assert connections.get(hand.connection_id).schedule == {"quiet_hours": {"start": "22:00", "end": "07:00"}}
    assert hand.fire() == 0
    seven = (hand.now + timedelta(days=1)).replace(hour=7, minute=0)
    assert hand.upcoming == (stamp(seven), "quiet until 07:00")
    app.services.settings.set(QUIET, {"start": "06:00", "end": "08:00"})
    hand.scheduler._tick()
    assert hand.upcoming == (stamp(seven + timedelta(hours=1)), "quiet until 08:00")
    hand.scheduler._check(hand.connection_id)
    assert app.services.runs.list()[0] == []
    hand.go_to(seven + timedelta(hours=1))
    assert hand.fire() == 1


def test_a_time_of_day_that_was_slept_through_is_caught_up_once_a_moment_after_waking(app: bootstrap.App) -> None:
    hand = HandClock(app)
    hand.now = hand.now.replace(hour=8, minute=0, second=0, microsecond=0) + timedelta(days=1)
    times = {"schedule": {"times": ["09:00", "13:00", "18:00"]}}
    app.services.connections.update(hand.connection_id, {**times, "auto_sync_interval": None})
    hand.fire()
    before = len(app.services.runs.list()[0])
    hand.now += timedelta(hours=6)
    assert hand.fire() == before  # just awake
    hand.now += timedelta(seconds=20)
    assert hand.fire() == before + 1
    hand.now += timedelta(seconds=40)
    assert hand.fire() == before + 1
    assert hand.upcoming[0][11:16] == "18:00"


def test_tries_come_less_and_less_often_while_the_erp_is_away_and_a_run_asked_for_goes_at_once(
    app: bootstrap.App,
) -> None:
    hand = HandClock(app)
    services = app.services
    services.connections.update(hand.connection_id, {"auto_sync_interval": 600})
    assert app.simulator is not None
    app.simulator.stop()
    hand.go_to(hand.now + timedelta(hours=1))
    waits = []
    for _ in range(3):
        runs = hand.fire()
        ended = services.runs.list()[0][0].ended_at
        assert ended is not None
        at, reason = hand.upcoming
        assert reason.startswith("waiting: Tally does not answer, next try ")
        waits.append(parse_stamp(at) - hand.now)
        hand.go_to(parse_stamp(at))
    assert runs == 3
    assert waits == sorted(waits)
    log_id = services.runs.start(connection_id=hand.connection_id)
    assert services.runs.wait(log_id, 60).error["code"] == "refused"  # type: ignore[index]


def test_the_time_that_the_other_system_named_is_waited_for(app: bootstrap.App) -> None:
    hand = HandClock(app)
    runs = app.parts.stores.runs
    left = runs.create(
        connection_id=hand.connection_id, sync_type="manual", sync_direction="pull", triggered_by="schedule"
    )
    until = hand.now + timedelta(hours=3)
    error = {"code": "rate_limited", "message": "Wait.", "hint": "", "details": {"until": until.isoformat()}}
    runs.finish(left.id, "failed", message="Wait.", error={**error, "retryable": True})
    app.services.connections.update(hand.connection_id, {"auto_sync_interval": 60})
    hand.scheduler._tick()
    at, reason = hand.upcoming
    assert at == stamp(until)
    assert reason == f"Tally asks us to wait until {until:%H:%M}"
    hand.go_to(until)
    assert hand.fire() == 2


@pytest.mark.parametrize(("dry_run", "starts"), [(False, False), (True, True)])
def test_a_run_that_waits_for_an_answer_holds_others_up_but_a_preview_does_not(
    app: bootstrap.App, dry_run: bool, starts: bool
) -> None:
    app.schedule()
    scheduler = app.services.scheduler
    assert isinstance(scheduler, Scheduler)
    connection_id = app.services.connections.list()[0].id
    app.parts.stores.runs.create(
        connection_id=connection_id,
        sync_type="manual",
        sync_direction="pull",
        triggered_by="user",
        dry_run=dry_run,
        status="held",
    )
    assert scheduler._enqueue(connection_id, None, check=False) is starts
