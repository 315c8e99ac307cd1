"""A whole program with a fake ERP in memory and a webhook for it. As a program of its own it prints where to send events, and
serves until it is killed."""

from __future__ import annotations

import sys
import threading
from dataclasses import replace
from pathlib import Path

from app import bootstrap
from app.connectors.base import ConnectorKind
from app.model.clock import Clock
from app.services.options import ListenAt, Options
from tests.sync.fake_erp import SPEC, FakeConnector, FakeErp

PARTIES = 300


def start(folder: Path, *, schedule: bool = True, parties: int = PARTIES) -> tuple[bootstrap.App, FakeErp]:
    erp = FakeErp()
    for n in range(parties):
        erp.put("Parties", f"p{n}", NAME=f"Party {n}", GSTIN=f"GST{n}", CITY="Pune")
    options = Options(data_dir=folder / "data", secrets="file")
    app = bootstrap.start(options, schedule=False, listen=ListenAt(port=0))
    app.parts.registry.add(ConnectorKind(SPEC, lambda settings, ports: FakeConnector(erp, settings, ports)))
    if schedule:
        app.services.webhooks.work.start()
    return app, erp


def keep_time(app: bootstrap.App, clock: Clock) -> None:
    """Services and engine go by ``clock``."""
    app.parts.clock = clock
    engine = app.parts.jobs._engine
    engine._tools = replace(engine._tools, clock=clock)


def connect(app: bootstrap.App) -> tuple[str, str, str]:
    """The connection's id, the address of a webhook's events, and its token."""
    services = app.services
    connection = services.connections.create(
        {"erp_system": "custom", "connection_name": "Fake", "auth_type": "none", "base_url": "http://127.0.0.1:9"}
    )
    services.configs.create(
        {
            "connection_id": connection.id,
            "entity_type": "customer",
            "sync_direction": "pull",
            "remote_module": "Parties",
        }
    )
    view, token = services.webhooks.create({"connection_id": connection.id})
    assert app.listener is not None
    return connection.id, app.listener.url + view.path, token


if __name__ == "__main__":
    running, _ = start(Path(sys.argv[1]))
    _, url, token = connect(running)
    print(url, token, flush=True)
    threading.Event().wait()
