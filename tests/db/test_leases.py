from __future__ import annotations

import os
import subprocess
import sys

import psutil
import pytest

from app.db import leases as module
from app.db.connections import Connection, ConnectionStore
from app.db.database import Database
from app.db.leases import LeaseStore, check_fence, is_dead, own_holder
from app.model.clock import parse_stamp
from app.model.errors import Conflicting

ELSEWHERE = "another-pc:1:1.00"


@pytest.fixture
def leases(db: Database) -> LeaseStore:
    return LeaseStore(db)


def test_one_holder_at_a_time(leases: LeaseStore, connection: Connection) -> None:
    fence = leases.take(connection.id, own_holder(), 60)
    assert fence == 1
    assert leases.take(connection.id, own_holder(), 60) is None
    assert leases.take(connection.id, ELSEWHERE, 60) is None
    assert leases.live() == {connection.id}
    assert leases.release(connection.id, 1)
    assert not leases.release(connection.id, 1)
    assert leases.live() == set()
    assert leases.take(connection.id, ELSEWHERE, 60) == 2


@pytest.mark.parametrize(("auth_type", "taken"), [("none", None), ("oauth2", 1)], ids=["tally", "cloud"])
def test_one_tally_is_asked_by_one_machine_at_a_time(
    leases: LeaseStore, connection: Connection, db: Database, auth_type: str, taken: int | None
) -> None:
    second = ConnectionStore(db).create(
        erp_system="tally", connection_name="Other books", auth_type=auth_type, base_url=connection.base_url
    )
    assert leases.take(connection.id, own_holder(), 60) == 1
    assert leases.take(second.id, ELSEWHERE, 60) == taken
    if taken:
        leases.release(second.id, taken)
    assert leases.take(second.id, own_holder(), 60) is not None  # this machine's locks see to it
    leases.release(connection.id, 1)


def test_a_lease_that_ran_out_is_free(leases: LeaseStore, connection: Connection) -> None:
    assert leases.take(connection.id, ELSEWHERE, 0) == 1
    assert leases.live() == set()
    assert leases.take(connection.id, own_holder(), 60) == 2
    # Whoever had it before notices: its fence is an old one.
    assert not leases.renew(connection.id, 1, 60)
    assert leases.renew(connection.id, 2, 60)


def test_renewing_holds_on(leases: LeaseStore, connection: Connection) -> None:
    fence = leases.take(connection.id, ELSEWHERE, 0)
    assert fence == 1
    assert leases.renew(connection.id, 1, 60)
    assert leases.take(connection.id, own_holder(), 60) is None


def test_expiry_is_the_databases_time(leases: LeaseStore, connection: Connection, db: Database) -> None:
    leases.take(connection.id, ELSEWHERE, 3600)
    lease = leases.get(connection.id)
    clock = {
        "sqlite": "SELECT strftime('%Y-%m-%dT%H:%M:%fZ', 'now')",
        "postgresql": """SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')""",
    }
    with db.read() as conn:
        now = conn.exec_driver_sql(clock[db.dialect])
        ahead = parse_stamp(lease.expires_at) - parse_stamp(now.scalar_one())
    assert 3590 < ahead.total_seconds() <= 3600
    assert len(lease.expires_at) == 24


def dead_holder() -> str:
    """A process of this machine that has ended."""
    code = "import psutil; print(psutil.Process().create_time())"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as process:
        started = float(process.communicate()[0])
    return f"{module.host()}:{process.pid}:{started:.2f}"


def test_a_dead_process_is_taken_over_at_once(leases: LeaseStore, connection: Connection) -> None:
    holder = dead_holder()
    assert is_dead(holder)
    assert leases.take(connection.id, holder, 3600) == 1
    assert leases.live() == set()
    assert leases.take(connection.id, own_holder(), 60) == 2


def test_a_number_that_another_process_has_now_counts_as_dead() -> None:
    started = psutil.Process().create_time()
    assert is_dead(f"{module.host()}:{os.getpid()}:{started - 3600:.2f}")
    assert not is_dead(f"{module.host()}:{os.getpid()}:{started + 0.5:.2f}")


@pytest.mark.parametrize(
    "holder",
    [ELSEWHERE, own_holder(), f"{module.host()}:x:1.0", "", f"{module.host()}:1:x"],
    ids=["elsewhere", "ourselves", "no pid", "nobody", "no start time"],  # every worker must name them alike
)
def test_who_is_not_known_to_be_dead_lives(holder: str) -> None:
    assert not is_dead(holder)


def test_a_process_that_may_not_be_looked_at_lives(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(pid: int) -> None:
        raise psutil.AccessDenied(pid)

    own_holder()
    monkeypatch.setattr(psutil, "Process", refused)
    assert not module.is_dead(f"{module.host()}:1:1.00")


def test_a_commit_of_an_older_fence_is_refused(leases: LeaseStore, connection: Connection, db: Database) -> None:
    first = leases.take(connection.id, ELSEWHERE, 0)
    assert first is not None
    with db.write() as conn:
        check_fence(conn, connection.id, first)
    second = leases.take(connection.id, own_holder(), 60)
    assert second is not None
    with db.write() as conn:
        check_fence(conn, connection.id, second)
        with pytest.raises(Conflicting) as caught:
            check_fence(conn, connection.id, first)
    assert caught.value.code == "lease_lost"
