"""A wait for another system's limits is seen in the run and on the bus, and can be stopped."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app import bootstrap
from app.connectors.http.vendors import Policy
from app.model.cancel import CancelToken
from app.model.errors import Cancelled
from app.model.events import RunProgress, Waiting
from app.model.limits import CONCURRENT
from app.services.options import Options


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[bootstrap.App]:
    monkeypatch.setenv("SALESMATE_SYNC_LOCKS", str(tmp_path / "locks"))
    options = Options(data_dir=tmp_path / "data", secrets="file")
    made = bootstrap.start_demo(options, customers=3, items=2, vouchers=5, schedule=False, listen=None)
    yield made
    made.close()


def test_a_run_says_what_it_waits_for(app: bootstrap.App) -> None:
    assert app.simulator is not None
    connection_id = app.services.connections.list()[0].id
    heard: queue.Queue[Any] = queue.Queue()
    app.bus.subscribe(heard.put)

    def next_of(kind: type) -> Any:
        while not isinstance(event := heard.get(timeout=30), kind):
            pass
        return event

    app.simulator.control.set_busy()  # the run is under way and asks nothing
    log_id = app.services.runs.start(connection_id=connection_id)
    next_of(RunProgress)
    limiter = app.parts.opener.ports_for(connection_id).limits.of(connection_id, Policy("Zoho", {CONCURRENT: 1}))
    until = limiter.refused(100)
    cancel, ended = CancelToken(), queue.Queue[Exception | None]()

    def call() -> None:
        try:
            with limiter.turn(cancel):
                ended.put(None)
        except Cancelled as error:
            ended.put(error)

    thread = threading.Thread(target=call)
    thread.start()
    told = next_of(Waiting)
    words = f"Zoho asks us to wait until {until.astimezone():%H:%M}"
    assert (told.connection_id, told.until is not None, told.text) == (connection_id, True, words)
    assert app.services.runs.current()[0].text == words
    cancel.cancel()
    assert isinstance(ended.get(timeout=30), Cancelled)
    assert next_of(Waiting).until is None
    thread.join(30)
    assert app.services.runs.current()[0].text == ""
    app.simulator.control.release()
    assert app.services.runs.wait(log_id, 60).status == "completed"
    (limit,) = app.services.limits.list(connection_id)
    assert (limit.kind, limit.limit, limit.blocked_until is not None) == (CONCURRENT, 1, True)
