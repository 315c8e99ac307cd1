"""A system that asks us to wait is left alone until the time that it named, whoever asks; what was done before is kept, and the
wait is told wherever one looks."""

from __future__ import annotations

import queue
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from app.connectors.base import ConnectionSettings, ConnectorKind, ConnectorPorts, Standing
from app.connectors.http.limits import Limiter
from app.connectors.http.vendors import Policy
from app.model.cancel import CancelToken
from app.model.clock import parse_stamp, stamp, utc_now
from app.model.errors import RateLimited
from app.model.events import RunProgress
from app.model.limits import CONCURRENT
from app.schedule.scheduler import Scheduler
from app.ui import states
from app.ui.shell.presenter import ShellState
from tests.sync.fake_erp import SPEC, FakeConnector, FakeErp
from tests.webhooks import hub_with_events

PARTIES = 9


class Program:
    """A whole program on a fake ERP, and its time."""

    def __init__(self, folder: Path) -> None:
        self.app, self.erp = hub_with_events.start(folder, schedule=False, parties=PARTIES)
        self.services = self.app.services
        self.connection_id, _, _ = hub_with_events.connect(self.app)
        self.services.connections.update(self.connection_id, {"auto_sync_interval": 600})
        self.now = utc_now() + timedelta(minutes=1)  # after all that the runs below write down
        self.scheduler = Scheduler(self.services, lambda: self.now, zone=UTC)
        self.services.scheduler = self.scheduler
        hub_with_events.keep_time(self.app, lambda: self.now)

    def sync(self, **order: Any) -> Any:
        return self.ended(self.services.runs.start(connection_id=self.connection_id, **order))

    def ended(self, log_id: str) -> Any:
        return self.services.runs.wait(log_id, 60)

    def come_in(self) -> int:
        with self.app.parts.db.read() as conn:
            return int(conn.exec_driver_sql("SELECT count(*) FROM customers").scalar_one())

    @property
    def view(self) -> Any:
        return self.services.connections.get(self.connection_id)


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    monkeypatch.setenv("SALESMATE_SYNC_LOCKS", str(tmp_path / "locks"))
    made = Program(tmp_path)
    yield made
    made.app.close()


def test_the_time_that_the_system_named_counts_for_all_and_then_the_run_goes_on(program: Program) -> None:
    until = program.now + timedelta(hours=1)
    erp, services = program.erp, program.services

    def refuse(where: str) -> None:
        if where == "page:Parties:6":
            raise RateLimited("The other system asks us to wait.", until=until)

    erp.hook = refuse
    ended = program.sync(sync_type="full")
    assert (ended.status, ended.error["code"]) == ("failed", "rate_limited")
    assert f"after {until.astimezone():%d %b %H:%M}" in ended.error["hint"]
    assert program.come_in() == 6  # two pages; they are kept

    # Nobody asks it for anything meanwhile: no timetable, no daily check, no event, and no person.
    calls = erp.requests
    program.scheduler._tick()
    (upcoming,) = program.scheduler.next_runs()
    assert upcoming["at"] == stamp(until)
    assert upcoming["reason"] == f"Another asks us to wait until {until:%H:%M}"
    program.scheduler._check(program.connection_id)
    assert len(services.runs.list()[0]) == 1
    again = program.sync()
    assert (again.status, again.error["code"], again.error["details"]) == (
        "failed",
        "rate_limited",
        {"until": until.isoformat()},
    )
    assert erp.requests == calls

    words = f"Waits until {until.astimezone():%H:%M}: {program.view.system_title} asked for a pause"
    same_day = until.astimezone().date() == program.now.astimezone().date()
    if same_day:  # (else: tomorrow 00:20)
        assert states.connection_state(program.view, now=program.now).words == words
    assert states.connection_state(program.view, now=program.now).shape == "waiting"
    shell = ShellState(connections=[program.view], loaded=True)
    assert "asked for a pause" in shell.line(program.now).text

    program.now = until
    assert program.view.waits is None
    pages: list[str] = []
    erp.hook = pages.append
    program.scheduler._tick()
    for name in list(program.scheduler._next):
        program.scheduler._fire(name)
    newest = services.runs.list()[0][0]
    assert (program.ended(newest.id).status, newest.triggered_by) == ("completed", "schedule")
    assert program.come_in() == PARTIES


def test_a_cursor_in_the_middle_is_gone_on_from(program: Program) -> None:
    until = program.now + timedelta(minutes=5)

    def refuse(where: str) -> None:
        if where == "page:Parties:3":
            raise RateLimited("The other system asks us to wait.", until=until)

    program.erp.hook = refuse
    program.sync(sync_type="full")
    program.now = until
    pages: list[str] = []
    program.erp.hook = pages.append
    assert program.sync(sync_type="full").status == "completed"
    assert [page for page in pages if page.startswith("page")] == [
        "page:Parties:0",
        "page:Parties:3",
    ]  # of the six left
    assert program.view.waits is None


def test_what_we_count_ourselves_is_asked_again_and_a_clock_put_back_holds_nothing_up(program: Program) -> None:
    until = program.now + timedelta(hours=1)

    def used_up(_where: str) -> None:
        raise RateLimited("The calls are used up.", until=until, limit="per_day")

    program.erp.hook = used_up
    program.sync()
    assert program.view.waits.used_up
    assert "used up" in states.connection_state(program.view, now=program.now).words
    program.erp.hook = lambda _where: None
    assert program.sync().status == "completed"  # the limit was raised
    assert program.view.waits is None

    def refuse(_where: str) -> None:
        raise RateLimited("The other system asks us to wait.", until=until)

    program.erp.hook = refuse
    program.sync()
    program.now -= timedelta(days=300)
    program.erp.hook = lambda _where: None
    assert program.sync().status == "completed"


class LimitedConnector(FakeConnector):
    """Takes a turn of its connection's limiter, as those that call over HTTP do."""

    def __init__(self, erp: FakeErp, settings: ConnectionSettings, ports: ConnectorPorts) -> None:
        super().__init__(erp, settings, ports)
        self.limiter: Limiter = ports.limits.of(settings.id, Policy("the shop", {"per_minute": 1, CONCURRENT: 1}))

    def preflight(self, known: Mapping[str, Any] | None, cancel: CancelToken) -> Standing:
        for _ in range(2):
            with self.limiter.turn(cancel):
                pass
        return super().preflight(known, cancel)


def test_a_wait_for_our_own_limit_is_seen_in_the_run_and_can_be_cancelled(program: Program) -> None:
    app, runs = program.app, program.services.runs
    app.parts.registry.add(ConnectorKind(SPEC, lambda settings, ports: LimitedConnector(program.erp, settings, ports)))
    steps: queue.Queue[RunProgress] = queue.Queue()
    app.bus.subscribe(lambda event: steps.put(event) if isinstance(event, RunProgress) else None)
    log_id = runs.start(connection_id=program.connection_id)
    while not (step := steps.get(timeout=30)).text:
        pass
    assert states.progress_words(step).startswith("The calls that the shop allows a minute are used up until ")
    assert (step.phase, runs.current()[0].text) == ("waiting", step.text)
    runs.cancel(log_id)
    ended = program.ended(log_id)
    assert (ended.status, program.view.waits) == ("cancelled", None)
    assert parse_stamp(ended.ended_at) < datetime.now(UTC)
