"""The watch over the event files: when it looks, and that it goes with the program."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app import bootstrap
from app.model.clock import stamp, utc_now
from app.model.events import RunEnded
from app.schedule import event_watch
from app.schedule.event_watch import EventWatch
from app.services.options import Options
from app.services.schedules import QUIET


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[bootstrap.App]:
    monkeypatch.setenv("SALESMATE_SYNC_LOCKS", str(tmp_path / "locks"))
    options = Options(data_dir=tmp_path / "data", secrets="file")
    made = bootstrap.start_demo(options, customers=3, items=2, vouchers=5, schedule=False, listen=None)
    services = made.services
    connection_id = services.connections.list()[0].id
    services.connections.update(connection_id, {"auth_config": {"events_file": str(tmp_path / "events.txt")}})
    assert services.runs.wait(services.runs.start(connection_id=connection_id), 60).status == "completed"
    yield made
    made.close()


def runs(app: bootstrap.App) -> int:
    return len(app.services.runs.list(limit=1000)[0])


def test_a_running_program_follows_the_file(
    app: bootstrap.App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(event_watch, "_EVERY", 0.02)
    ended: queue.Queue[RunEnded] = queue.Queue()
    app.bus.subscribe(lambda event: ended.put(event) if isinstance(event, RunEnded) else None)
    followed = threading.Event()
    look = app.services.event_files.look
    app.services.event_files.look = lambda view: (look(view), followed.set())[0]  # type: ignore[method-assign, func-returns-value]
    app.schedule()
    assert followed.wait(30)
    (tmp_path / "events.txt").write_text("SMS1|ev=save|obj=Ledger|mid=1\n")
    assert ended.get(timeout=30).status == "completed"
    app.close()
    assert not [one for one in threading.enumerate() if one.name == "event files"]


@pytest.mark.parametrize(
    "why",
    ["", "all paused", "paused", "switched off", "quiet", "its own quiet hours"],
    ids=lambda why: why or "nothing",
)
def test_it_does_not_look_while_nothing_may_run_by_itself(app: bootstrap.App, tmp_path: Path, why: str) -> None:
    services = app.services
    watch = EventWatch(services, clock=lambda: datetime(2026, 5, 4, 12, tzinfo=UTC))
    watch.look()
    (tmp_path / "events.txt").write_text("SMS1|ev=save|obj=Ledger|mid=1\n")
    connection_id = services.connections.list()[0].id
    now = datetime(2026, 5, 4, 12, tzinfo=UTC).astimezone()
    hours = {"start": f"{now - timedelta(hours=1):%H:%M}", "end": f"{now + timedelta(hours=1):%H:%M}"}
    if why == "all paused":
        services.scheduler.paused_until = lambda: stamp(utc_now() + timedelta(hours=1))  # type: ignore[method-assign]
    elif why == "paused":
        services.connections.pause(connection_id, stamp(utc_now() + timedelta(days=9000)))
    elif why == "switched off":
        services.connections.update(connection_id, {"sync_enabled": False})
    elif why == "quiet":
        services.settings.set(QUIET, hours)
    elif why:
        services.connections.update(connection_id, {"schedule": {"quiet_hours": hours}})
    before = runs(app)
    fresh = EventWatch(services, clock=lambda: datetime(2026, 5, 4, 12, tzinfo=UTC))
    fresh.look()
    assert runs(app) == before + (not why)


def test_a_program_without_such_a_file_looks_at_nothing(app: bootstrap.App) -> None:
    connection_id = app.services.connections.list()[0].id
    app.services.connections.update(connection_id, {"auth_config": {"events_file": None}})
    watch = EventWatch(app.services)
    watch.look()
    assert watch._followed == []
