"""The scheduler on the real engine: it enqueues, keeps out of the way, and follows the tables."""

from __future__ import annotations

import queue
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app import bootstrap
from app.db.leases import LeaseStore
from app.model.clock import parse_stamp
from app.model.events import RunEnded
from app.schedule.repeats import repeats
from app.schedule.scheduler import Scheduler, _next_time
from app.services.options import Options


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
    first, second = Scheduler(app.services), Scheduler(app.services)
    for scheduler in (first, second, first):
        scheduler._fire(repeat)
        scheduler._check(connection_id)
        for run, _ in [(one, app.services.runs.wait(one.id, 60)) for one in app.services.runs.list()[0]]:
            assert run.triggered_by == "schedule"
    assert len(app.services.runs.list()[0]) == 1 + 1


def test_the_time_of_the_daily_check() -> None:
    now = datetime(2026, 8, 1, 12, tzinfo=UTC)
    for text in ("02:30", "nonsense"):
        at = _next_time(now, text)
        assert 0 < (at - now).total_seconds() <= 86_400
        assert (at.astimezone().hour, at.astimezone().minute) == (2, 30)
    assert parse_stamp("2026-08-01T12:00:00.000Z") == now


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
