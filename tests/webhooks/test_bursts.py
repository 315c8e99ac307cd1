"""Many events at a time: none is lost, and a burst is a few syncs."""

from __future__ import annotations

import http.client
import json
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from app import bootstrap
from tests.webhooks import hub_with_events
from tests.webhooks.hub_with_events import PARTIES

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def _own_locks(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SALESMATE_SYNC_LOCKS", str(tmp_path / "locks"))


class Sender:
    """One connection to the listener, kept open."""

    def __init__(self, url: str, token: str) -> None:
        parts = urlsplit(url)
        self._path = parts.path
        self._headers = {"X-Verification-Token": token, "Content-Type": "application/json"}
        self._wire = http.client.HTTPConnection(str(parts.hostname), parts.port, timeout=60)

    def close(self) -> None:
        self._wire.close()

    def send(self, body: Any) -> list[str]:
        """The ids of the stored events."""
        self._wire.request("POST", self._path, json.dumps(body), self._headers)
        answer = self._wire.getresponse()
        told = json.loads(answer.read())
        assert answer.status == 202, told
        ids: list[str] = told["eventIds"]
        return ids


def event(n: int) -> dict[str, Any]:
    return {"event": "update", "entityType": "customer", "remoteId": f"p{n % PARTIES}", "eventId": f"e{n}"}


def statuses(app: bootstrap.App) -> dict[str, int]:
    with app.parts.db.read() as conn:
        return dict(
            tuple(row)
            for row in conn.exec_driver_sql("SELECT status, count(*) FROM erp_webhook_events GROUP BY status")
        )


def settle(app: bootstrap.App) -> None:
    """Work off what waits; the runs are real."""
    services = app.services
    for _ in range(50):
        services.webhooks.work.step()
        for log_id in app.parts.jobs.known():
            services.runs.wait(log_id, 60)
        if not statuses(app).keys() & {"received", "processing"}:
            return


def test_a_burst_during_a_sync_is_one_more_sync(tmp_path: Path) -> None:
    app, erp = hub_with_events.start(tmp_path, schedule=False)
    try:
        connection_id, url, token = hub_with_events.connect(app)
        in_run, go_on = threading.Event(), threading.Event()

        def wait(where: str) -> None:
            if where == "preflight":
                in_run.set()
                assert go_on.wait(60)

        erp.hook = wait
        first = app.services.runs.start(connection_id=connection_id)
        assert in_run.wait(30)

        def burst(part: Sequence[int]) -> int:
            with closing(Sender(url, token)) as sender:
                return sum(len(sender.send([event(n + k) for k in range(10)])) for n in part)

        with ThreadPoolExecutor(4) as pool:
            stored = sum(pool.map(burst, [range(start, 10_000, 40) for start in (0, 10, 20, 30)]))
        assert stored == 10_000
        app.services.webhooks.work.step()  # the sync is still under way: nothing is begun beside it
        assert statuses(app) == {"received": 10_000}
        go_on.set()
        assert app.services.runs.wait(first, 60).status == "completed"
        for n in range(5):
            erp.put("Parties", f"p{n}", CITY="Delhi")
        settle(app)
        assert statuses(app) == {"processed": 10_000}
        runs, _ = app.services.runs.list(connection_id=connection_id)
        assert [run.sync_type for run in runs] == ["webhook", "manual"]
        with app.parts.db.read() as conn:
            told = conn.exec_driver_sql("SELECT outcome, count(*) FROM erp_webhook_events GROUP BY outcome").all()
        assert {row[0] for row in told} == {"updated", "unchanged"}
        with app.parts.db.read() as conn:
            assert conn.exec_driver_sql("SELECT count(*) FROM customers WHERE city = 'Delhi'").scalar() == 5
    finally:
        app.close()


def test_nothing_that_was_answered_is_lost_by_a_kill(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.webhooks.hub_with_events", str(tmp_path)]
    program = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    answered: list[str] = []
    try:
        assert program.stdout is not None
        url, token = program.stdout.readline().split()
        enough = threading.Event()

        def burst(start: int) -> None:
            with closing(Sender(url, token)) as sender:
                for n in range(start, 1_000_000, 4):
                    try:
                        answered.extend(sender.send(event(n)))
                    except (OSError, http.client.HTTPException):
                        return
                    if len(answered) > 1_000:
                        enough.set()

        with ThreadPoolExecutor(4) as pool:
            for start in range(4):
                pool.submit(burst, start)
            assert enough.wait(60)
            program.send_signal(signal.SIGKILL)
            program.wait()
    finally:
        program.kill()
        program.wait()
        if program.stdout is not None:
            program.stdout.close()
    app, _ = hub_with_events.start(tmp_path, schedule=False)
    try:
        with app.parts.db.read() as conn:
            kept = [row[0] for row in conn.exec_driver_sql("SELECT id FROM erp_webhook_events")]
        assert set(answered) <= set(kept)
        settle(app)
        assert statuses(app) == {"processed": len(kept)}
        with app.parts.db.read() as conn:
            names = conn.exec_driver_sql("SELECT count(*), count(DISTINCT business_name) FROM customers").one()
            histories = conn.exec_driver_sql("SELECT count(*) FROM record_history").scalar()
        assert tuple(names) == (PARTIES, PARTIES)
        assert histories == PARTIES  # each record came in once, and none was written again
    finally:
        app.close()
