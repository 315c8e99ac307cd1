"""A program that is killed between doing what a call asks and answering it: the call is sent again with its Idempotency-Key."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from app import bootstrap
from app.services.options import ListenAt, Options

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="has no SIGKILL")

SAP = {
    "erpSystem": "sap",
    "connectionName": "New",
    "baseUrl": "https://sap.example/b1s/v2",
    "authConfig": {"company_db": "D", "username": "u", "password": "p4ssw0rd"},
}

#: Sends the call to itself, and dies: before it is committed, or just after.
_PROGRAM = """
import json, os, signal, sys
from pathlib import Path
import httpx
from app import bootstrap
from app.db.idempotency import IdempotencyStore
from app.services.idempotency import Idempotency
from app.services.options import ListenAt, Options
from app.sync.jobs import Jobs

def dying_after(real):
    def call(*given):
        real(*given)
        os.kill(os.getpid(), signal.SIGKILL)
    return call

folder, moment, path, body = sys.argv[1:]
options = Options(data_dir=Path(folder), secrets="file")
app = bootstrap.start(options, kind="serve", schedule=False, listen=ListenAt(port=0))
if moment == "stored":
    IdempotencyStore.keep = dying_after(IdempotencyStore.keep)
elif moment == "committed":
    Idempotency.once = dying_after(Idempotency.once)
else:
    Jobs._enqueue = dying_after(lambda *_: None)
headers = {"Authorization": f"Bearer {app.services.access.token()}", "Idempotency-Key": "once"}
httpx.post(app.listener.url + path, json=json.loads(body), headers=headers, timeout=60, verify=False)
"""


@pytest.mark.parametrize(
    ("moment", "path", "name", "replayed"),
    [
        ("stored", "connections", "connections", False),
        ("committed", "webhooks", "webhooks", True),
        ("stored", "sync", "syncLogs", False),
        ("not queued", "sync", "syncLogs", True),
    ],
)
def test_nothing_is_done_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str, path: str, name: str, replayed: bool
) -> None:
    monkeypatch.setenv("SALESMATE_SYNC_LOCKS", str(tmp_path / "locks"))
    folder = tmp_path / "data"
    with bootstrap.closing(_start(folder, None)) as app:
        draft = {"erp_system": "tally", "connection_name": "Spare", "auth_config": {"company": "Nobody & Sons"}}
        spare = app.services.connections.create({**draft, "base_url": "http://127.0.0.1:9"}).id
        app.services.configs.create({"connection_id": spare, "entity_type": "customer"})
    call, body = f"/api/erp/{path}", SAP if path == "connections" else {"connection_id": spare}

    command = [sys.executable, "-c", _PROGRAM, str(folder), moment, call, json.dumps(body)]
    died = subprocess.run(command, cwd=Path(__file__).parents[2], timeout=60)
    assert died.returncode == -signal.SIGKILL

    with bootstrap.closing(_start(folder, ListenAt(port=0))) as app:
        assert app.listener is not None
        headers = {"Authorization": f"Bearer {app.services.access.token()}", "Idempotency-Key": "once"}
        with httpx.Client(base_url=app.listener.url, headers=headers, timeout=60, verify=False) as client:
            listed = f"/api/erp/{'sync-logs' if path == 'sync' else path}"
            kept = client.get(listed).json()[name]
            first = client.post(call, json=body)
            again = client.post(call, json=body)
            there = client.get(listed).json()[name]
    assert first.json() == again.json()
    assert again.headers.get("idempotent-replayed") == (None if path == "sync" else "true")
    new = [one["id"] for one in there if one["id"] != spare]
    if path != "sync":
        assert (first.status_code, [first.json()[name[:-1]]["id"]]) == (201, new)
        assert first.headers.get("idempotent-replayed") == ("true" if replayed else None)
        assert [one["id"] for one in kept if one["id"] != spare] == (new if replayed else [])
        return
    assert [first.json()["result"]["logId"]] == new
    code = first.json()["error"]["code"]
    assert (first.json()["status"], code == "interrupted", len(kept)) == ("failed", replayed, replayed)


def _start(folder: Path, listen: ListenAt | None) -> bootstrap.App:
    options = Options(data_dir=folder, secrets="file")
    return bootstrap.start(options, kind="serve", schedule=False, listen=listen)
