"""The window's longest stall while 10,000 webhook events arrive during a running sync, and what is left of them after kill -9.

``python -m tests.bench.burst measure|survive URL COMPANY FOLDER``, with a simulated Tally there. ``measure`` starts the real
program (window, listener and engine in one process) and sends from another process; ``survive`` kills the program in the middle of
the burst and starts it again.
"""

from __future__ import annotations

import asyncio
import json
import os
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from tests.bench.webhooks import SENDERS, Place, event, post

ROOT = Path(__file__).resolve().parents[2]
EVENTS = 10_000
_EVERY_MS = 5
_OPEN = {"received", "processing"}
#: After so many seconds the window has made all its screens.
_SETTLED = 3.0


# --- the program, in a process of its own ---------------------------------------------------------------------------


def program(url: str, company: str, folder: Path) -> None:
    """Tells where it listens and of which records; begins when it is told of a burst, and tells how it went when all was
    worked off. On a folder that is in use already: works off what is left."""
    from PySide6.QtCore import Qt, QTimer

    from app.bootstrap import start
    from app.services.options import ListenAt, Options
    from app.ui.main import Program, application

    options = Options(data_dir=folder, secrets="file")
    app = start(options, listen=ListenAt(port=0), schedule=False)
    services = app.services
    known = services.connections.list()
    place = None if known else _prepared(app, url, company)
    for one in known:  # else nothing is asked of Tally for ten minutes: the kill left a request there
        services.connections.tally_is_idle(one.id)
    app.schedule()
    gui = application()
    gui.setQuitOnLastWindowClosed(False)
    window = Program(gui, options, app)
    watch = _Watch()
    ticker = QTimer()
    ticker.setTimerType(Qt.TimerType.PreciseTimer)
    ticker.timeout.connect(watch.tick)
    window.claim()
    window.start()
    ticker.start(_EVERY_MS)

    def go() -> None:
        if place is not None:
            customers = _ids(folder)
            connection_id = services.connections.list()[0].id
            _say({"place": place, "customers": customers})
            sys.stdin.readline()
            services.runs.start(connection_id=connection_id, sync_type="full")
            watch.begin()
            sys.stdin.readline()
        _until(lambda: not _counts(folder).keys() & _OPEN and not services.runs.current())
        _say({"longest_ms": watch.longest() * 1000, "events": _counts(folder), "runs": _runs(folder)})
        os._exit(0)

    threading.Timer(_SETTLED, go).start()
    gui.exec()


class _Watch:
    """Gaps between two rounds of a thread, in seconds."""

    def __init__(self) -> None:
        self.on = False
        self._last = self._longest = 0.0

    def begin(self) -> None:
        self.on = True

    def tick(self) -> None:
        now = time.monotonic()
        if self.on and self._last:
            self._longest = max(self._longest, now - self._last)
        self._last = now

    def longest(self) -> float:
        self.on = False
        return self._longest


def _prepared(app: Any, url: str, company: str) -> Place:
    """A connection whose first pull is done, and its webhook."""
    services = app.services
    connection = services.connections.create(
        {"erp_system": "tally", "connection_name": company, "auth_type": "none", "auth_config": {"company": company},
         "base_url": url, "sync_direction": "pull"}
    )  # fmt: skip
    for entity in ("customer", "product", "invoice"):
        services.configs.create({"connection_id": connection.id, "entity_type": entity, "sync_direction": "pull"})
    services.runs.wait(services.runs.start(connection_id=connection.id, sync_type="full"))
    view, token = services.webhooks.create({"connection_id": connection.id})
    return app.listener.port, view.path, token


def _ids(folder: Path) -> list[str]:
    return [
        row[0]
        for row in _rows(
            folder, "SELECT remote_id FROM erp_entity_sync_records WHERE entity_type = 'customer' ORDER BY 1"
        )
    ]


def _counts(folder: Path) -> dict[str, int]:
    return dict(_rows(folder, "SELECT status, count(*) FROM erp_webhook_events GROUP BY status"))


def _runs(folder: Path) -> int:
    return int(_rows(folder, "SELECT count(*) FROM erp_sync_logs WHERE sync_type = 'webhook'")[0][0])


def _rows(folder: Path, query: str) -> list[Any]:
    with closing(sqlite3.connect(folder / "hub.db", timeout=30)) as store:
        return store.execute(query).fetchall()


def _until(done: Callable[[], bool]) -> None:
    while not done():
        time.sleep(0.5)


def _say(what: Any) -> None:
    print(json.dumps(what), flush=True)


# --- the senders, in another -----------------------------------------------------------------------------------------


def senders() -> None:
    """Reads what to send; tells the ids that were answered with 202, until all is sent or nobody answers any more."""
    told = json.loads(sys.stdin.readline())
    answered: list[str] = []

    async def one(first: int) -> None:
        customers = told["customers"]
        bodies = (event(customers[n % len(customers)], f"burst {n}") for n in range(first, EVENTS, SENDERS))
        with suppress(OSError, asyncio.IncompleteReadError):
            async for body in post(Place(*told["place"]), bodies):
                answered.extend(json.loads(body)["eventIds"])
                if len(answered) == told["stop_at"] < EVENTS:
                    _say("enough")

    async def all_of_them() -> None:
        await asyncio.gather(*(one(first) for first in range(SENDERS)))

    began = time.monotonic()
    asyncio.run(all_of_them())
    _say({"answered": answered, "seconds": time.monotonic() - began})


# --- both ------------------------------------------------------------------------------------------------------------


def measure(url: str, company: str, folder: Path) -> dict[str, Any]:
    """The whole burst: the window's longest gap, how many events came through, in how many syncs. ``idle_ms`` is the longest gap of
    a process beside it that does nothing: what the machine does to anybody."""
    idle = _Watch()
    with _started("program", url, company, folder) as program:
        with _sending(program, stop_at=EVENTS) as sender:
            threading.Thread(target=_tick, args=(idle,), daemon=True).start()
            told = _heard(sender)
        program.stdin.write("sent\n")
        program.stdin.flush()
        found = _heard(program)
    return {**found, "idle_ms": idle.longest() * 1000, "answered": len(told["answered"]), "seconds": told["seconds"]}


def _tick(watch: _Watch) -> None:
    watch.begin()
    while watch.on:
        watch.tick()
        time.sleep(_EVERY_MS / 1000)


def survive(url: str, company: str, folder: Path) -> dict[str, Any]:
    """Killed in the middle of a burst: how many events were answered, and how many of those are lost."""
    with _started("program", url, company, folder) as program, _sending(program, stop_at=EVENTS // 3) as sender:
        assert _heard(sender) == "enough"
        program.kill()
        answered = _heard(sender)["answered"]
    with _started("program", url, company, folder) as program:
        found = _heard(program)
    kept = {row[0] for row in _rows(folder, "SELECT id FROM erp_webhook_events")}
    return {**found, "answered": len(answered), "lost": len(set(answered) - kept)}


@contextmanager
def _started(*arguments: object) -> Iterator[Any]:
    command = [sys.executable, "-m", "tests.bench.burst", *map(str, arguments)]
    process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


@contextmanager
def _sending(program: Any, stop_at: int) -> Iterator[Any]:
    told = _heard(program)
    program.stdin.write("go\n")
    program.stdin.flush()
    with _started("senders") as sender:
        sender.stdin.write(json.dumps({**told, "stop_at": stop_at}) + "\n")
        sender.stdin.flush()
        yield sender


def _heard(process: Any) -> Any:
    line = process.stdout.readline()
    if not line:
        raise SystemExit("the program ended")
    return json.loads(line)


if __name__ == "__main__":
    if sys.argv[1] == "senders":
        senders()
    elif sys.argv[1] == "program":
        program(sys.argv[2], sys.argv[3], Path(sys.argv[4]))
    else:
        print(
            json.dumps(
                {"measure": measure, "survive": survive}[sys.argv[1]](sys.argv[2], sys.argv[3], Path(sys.argv[4]))
            )
        )
