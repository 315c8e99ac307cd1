"""The contract every connector keeps to, for a definition of a real server that nobody here wrote: Kinto."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import bootstrap
from app.connectors.base import PullMode
from app.connectors.custom import KIND
from app.services.options import Options
from tests.connectors.contract import ConnectorContract, WritingContract
from tests.connectors.custom_rig import EXAMPLES, KintoRig, furnish
from tests.connectors.kinto import PASSWORD, USER, Kinto, running
from tests.simulators.custom import Relay

ROOT = Path(__file__).resolve().parents[2]


WHOLE = """
format: 1
title: Kinto
authentication: {type: basic}
resources:
  customers:
    entity: customer
    path: /buckets/office/collections/customers/records
    list: {rows: data}
    unchanged: etag
    read: {record: data}
    mapping: {business_name: name}
"""


@pytest.fixture(scope="module")
def kinto(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kinto]:
    with running(tmp_path_factory.mktemp("kinto")) as server:
        yield server


class TestKinto(ConnectorContract, WritingContract):
    @pytest.fixture
    def rig(self, kinto: Kinto, tmp_path: Path) -> Iterator[KintoRig]:  # type: ignore[override]
        furnish(kinto)
        with Relay(kinto.port) as relay:
            rig = KintoRig(kinto, relay, tmp_path)
            yield rig
            rig.close()


def test_a_list_that_is_as_it_was_is_not_sent_again(kinto: Kinto, tmp_path: Path) -> None:
    """Without changes, by the list's ETag."""
    furnish(kinto)
    with Relay(kinto.port) as relay:
        rig = KintoRig(kinto, relay, tmp_path)
        rig.definition = WHOLE
        statuses = []
        for mode in (PullMode.FULL, PullMode.INCREMENTAL, PullMode.INCREMENTAL):
            rig.hub.pull(rig.open(), rig.modules, mode)
            statuses.append(relay.requests[-1].status)
        kinto.delete("customers", rig.some("customers"))
        rig.hub.pull(rig.open(), rig.modules)
        assert rig.hub.ids("customers") == rig.ids("customers")
        assert statuses == [200, 200, 304]
        rig.close()


def test_the_definition_has_fewer_than_60_lines() -> None:
    assert len((EXAMPLES / "kinto.yaml").read_text(encoding="utf-8").splitlines()) < 60


# --- the whole program, killed ---------------------------------------------------------------------------------------

_KILLED = """
import itertools, os, sys
sys.path.insert(0, {root!r})
from pathlib import Path
import httpx
from app import bootstrap
from tests.connectors.test_custom_kinto import start

left = itertools.count(1)

def send(self, *given, **more):
    answer = sent(self, *given, **more)
    if given[0].method == "PUT" and next(left) == {at}:
        os.kill(os.getpid(), 9)
    return answer

sent, httpx.Client.send = httpx.Client.send, send
app = start(Path({folder!r}))
with bootstrap.closing(app):
    services = app.services
    services.runs.wait(services.runs.start(connection_id={connection!r}), 100)
"""


def start(folder: Path) -> bootstrap.App:
    app = bootstrap.start(Options(data_dir=folder / "data", secrets="file"), schedule=False, listen=None)
    app.parts.registry.add(KIND)
    return app


def connect(app: bootstrap.App, kinto: Kinto) -> str:
    draft = {
        "erp_system": "custom",
        "connection_name": "Kinto",
        "auth_type": "username_password",
        "auth_config": {
            "definition": (EXAMPLES / "kinto.yaml").read_text(encoding="utf-8"),
            "username": USER,
            "password": PASSWORD,
        },
        "base_url": f"http://127.0.0.1:{kinto.port}/v1",
    }
    made = app.services.connections.create(draft).id
    for entity in ("customer", "invoice"):
        config = {"connection_id": made, "entity_type": entity, "sync_direction": "bidirectional"}
        app.services.configs.create({**config, "delete_policy": "propagate"})
    return made


def sync(app: bootstrap.App, connection: str) -> str:
    return app.services.runs.wait(app.services.runs.start(connection_id=connection), 100).status


def test_killed_while_it_creates_nothing_is_there_twice(
    kinto: Kinto, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SALESMATE_SYNC_LOCKS", str(tmp_path / "locks"))
    furnish(kinto)
    app = start(tmp_path)
    connection = connect(app, kinto)
    assert sync(app, connection) == "completed"
    for n in range(4):
        app.services.records.create("customer", {"business_name": f"New {n}", "credit_limit": "12.50"})
    app.close()
    script = _KILLED.format(root=str(ROOT), folder=str(tmp_path), connection=connection, at=2)
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False, env={**os.environ}, timeout=100)
    assert done.returncode == -signal.SIGKILL
    assert sum(row["name"].startswith("New") for row in kinto.rows("customers")) == 2  # the second's answer was lost
    app = start(tmp_path)
    with bootstrap.closing(app):
        assert sync(app, connection) == "completed"
        there = sorted(row["name"] for row in kinto.rows("customers"))
        assert there == sorted([*(f"Firm {n}" for n in range(5)), *(f"New {n}" for n in range(4))])
        assert {row["limit"] for row in kinto.rows("customers") if row["name"].startswith("New")} == {12.5}
        _people_go_on(app, kinto)
        assert sync(app, connection) == "completed"
        names = {row["business_name"] for row in app.services.records.page("customer")[0]}
        assert names == {row["name"] for row in kinto.rows("customers")} == {"Firm 1 & Sons", *there[2:]}
        before = {row["id"]: row["last_modified"] for row in kinto.rows("customers")}
        assert sync(app, connection) == "completed"
        assert {row["id"]: row["last_modified"] for row in kinto.rows("customers")} == before  # no echo


def _people_go_on(app: bootstrap.App, kinto: Kinto) -> None:
    """One goes there, one is renamed there."""
    by_name = {row["name"]: row["id"] for row in kinto.rows("customers")}
    kinto.delete("customers", by_name["Firm 0"])
    kinto.change("customers", by_name["Firm 1"], name="Firm 1 & Sons")
