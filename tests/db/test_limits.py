"""The limits in the hub's database: kept through restarts, shared by processes."""

from __future__ import annotations

import subprocess
import sys
from datetime import timedelta

import pytest

from app.connectors.http.limits import Limiter, Limits
from app.connectors.http.vendors import Policy
from app.db.connections import Connection, ConnectionStore
from app.db.database import Database
from app.db.limits import LimitStore
from app.model.cancel import CancelToken
from app.model.clock import stamp
from app.model.errors import NotFound, RateLimited
from app.model.limits import CONCURRENT
from tests.connectors.http.clocks import START, HandClock

POLICY = Policy("Books Online", {"per_minute": 5, "per_day": 8, CONCURRENT: 2})


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


def limiter(db: Database, connection: Connection, clock: HandClock, policy: Policy = POLICY) -> Limiter:
    return Limits(LimitStore(db), clock=clock, pause=clock.pause, spread=lambda: 0.0).of(connection.id, policy)


def calls_until_refused(one: Limiter) -> int:
    for count in range(1000):
        try:
            with one.turn(CancelToken(), hold=0):
                pass
        except RateLimited:
            return count
    raise AssertionError("nothing is limited")


def test_a_restart_forgets_nothing(db: Database, connection: Connection, clock: HandClock) -> None:
    assert calls_until_refused(limiter(db, connection, clock)) == 5
    db.close()
    clock.forward(30)
    assert calls_until_refused(limiter(db, connection, clock)) == 0
    clock.forward(60)
    assert calls_until_refused(limiter(db, connection, clock)) == 3  # of the day's
    clock.forward(3600)
    assert calls_until_refused(limiter(db, connection, clock)) == 0
    clock.forward(24 * 3600)
    assert calls_until_refused(limiter(db, connection, clock)) == 5


def test_what_the_server_said_is_kept(db: Database, connection: Connection, clock: HandClock) -> None:
    until = limiter(db, connection, clock).refused(7200)
    with pytest.raises(RateLimited) as caught, limiter(db, connection, clock).turn(CancelToken()):
        raise AssertionError("no turn was given")
    assert caught.value.until == until == START + timedelta(hours=2)


def test_the_table_can_be_read_by_people(db: Database, connection: Connection, clock: HandClock) -> None:
    one = limiter(db, connection, clock)
    with one.turn(CancelToken()), one.turn(CancelToken()):
        with db.read() as conn:
            rows = conn.exec_driver_sql(
                "SELECT kind, limit_value, vendor_value, used, window_start FROM erp_rate_limits ORDER BY kind"
            ).all()
        minute = stamp(START.replace(second=0, microsecond=0))
        assert [tuple(row) for row in rows] == [
            (CONCURRENT, 2, 2, 2, None),
            ("per_day", 8, 8, 2, minute),
            ("per_minute", 5, 5, 2, minute),
        ]


def test_a_limit_set_by_a_person_stays_and_kinds_that_are_no_more_go(
    db: Database, connection: Connection, clock: HandClock
) -> None:
    store = LimitStore(db)
    limiter(db, connection, clock)
    store.change(connection.id, lambda buckets: setattr(buckets["per_day"], "limit", 3))
    limiter(db, connection, clock, Policy("Books Online", {"per_day": 50, "per_hour": 9, CONCURRENT: 4}))
    found = {kind: (one.limit, one.vendor) for kind, one in store.look(connection.id).items()}
    assert found == {"per_day": (3, 50), "per_hour": (9, 9), CONCURRENT: (4, 4)}


def test_seats_of_a_process_that_is_gone_are_free(db: Database, connection: Connection, clock: HandClock) -> None:
    """A process that ends while its call is under way gives nothing back."""
    child = subprocess.run(
        [sys.executable, "-c", DIES, db.url.render_as_string(hide_password=False), str(db.data_dir), connection.id],
        check=False,
        capture_output=True,
        text=True,
    )
    assert child.returncode == 0, child.stderr
    assert sum(count for count, _ in LimitStore(db).look(connection.id)[CONCURRENT].seats.values()) == 1
    with Limits(LimitStore(db)).of(connection.id, Policy("Books Online", {CONCURRENT: 1})).turn(CancelToken()):
        pass


DIES = """
import os, sys
from pathlib import Path
from app.connectors.http.limits import Limits
from app.connectors.http.vendors import Policy
from app.db.database import Database
from app.db.limits import LimitStore
from app.model.cancel import CancelToken

db = Database(sys.argv[1], data_dir=Path(sys.argv[2]))
one = Limits(LimitStore(db)).of(sys.argv[3], Policy("Books Online", {"concurrent": 1}))
one.turn(CancelToken()).__enter__()
os._exit(0)
"""
CALLER = """
import sys, time
from datetime import UTC, datetime
from pathlib import Path
from app.connectors.http.limits import Limits
from app.connectors.http.vendors import Policy
from app.db.database import Database
from app.db.limits import LimitStore
from app.model.cancel import CancelToken
from app.model.errors import RateLimited

db = Database(sys.argv[1], data_dir=Path(sys.argv[2]))
one = Limits(LimitStore(db)).of(sys.argv[3], Policy("Books Online", {"per_hour": 60, "concurrent": 4}))
sys.stdout.write("ready\\n")
sys.stdout.flush()
sys.stdin.readline()
done = 0
try:
    while True:
        with one.turn(CancelToken(), hold=0):
            done += 1
except RateLimited:
    pass
one.rest()
db.close()
print(done)
"""


def test_processes_share_one_limit(db: Database, connection: Connection) -> None:
    """With real clocks: together they get the whole limit and no more."""
    LimitStore(db).prepare(connection.id, {"per_hour": 60, CONCURRENT: 4})
    url = db.url.render_as_string(hide_password=False)
    children = [
        subprocess.Popen(
            [sys.executable, "-c", CALLER, url, str(db.data_dir), connection.id],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    for child in children:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
    counts = []
    for child in children:
        assert child.stdin is not None
        child.stdin.write("\n")
        child.stdin.flush()
    for child in children:
        out, _ = child.communicate(timeout=60)
        counts.append(int(out))
    # One that came when the other held turns ahead may have left a few unused: never too many.
    assert 50 <= sum(counts) <= 60


def test_a_connection_that_is_gone_has_no_limits(db: Database, connection: Connection, clock: HandClock) -> None:
    one = limiter(db, connection, clock)
    ConnectionStore(db).delete(connection.id)
    assert LimitStore(db).look(connection.id) == {}
    for work in (lambda: one.refused(1), lambda: LimitStore(db).prepare(connection.id, {CONCURRENT: 1})):
        with pytest.raises(NotFound):
            work()
