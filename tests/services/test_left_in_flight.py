"""The program was killed while Tally worked: it waits, says so where people look, and goes on once a person says so."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from app import bootstrap
from app.connectors.tally.address import parse_address
from app.connectors.tally.gate import Mark, MarkFile
from app.model.clock import stamp
from app.model.errors import LEFT_IN_FLIGHT


def test_a_wait_for_a_killed_programs_request_is_ended_by_a_person(app: bootstrap.App) -> None:
    services, folders = app.services, app.folders
    view = services.connections.list()[0]
    path = folders.locks / f"tally-{parse_address(view.base_url).slug}.json"
    MarkFile(path).write(Mark(4_000_000, stamp(datetime.now(UTC)), "vouchers of March", "waiting"))
    log_id = services.runs.start(connection_id=view.id)
    run = services.runs.wait(log_id, 30)
    assert (run.status, (run.error or {})["code"]) == ("failed", LEFT_IN_FLIGHT)
    (need,) = [need for need in services.dashboard().needs_you if need.target == f"run:{log_id}"]
    assert "still busy" in need.title
    assert services.connections.test(view.id).details["code"] == LEFT_IN_FLIGHT
    services.connections.tally_is_idle(view.id)
    assert services.connections.test(view.id).success
    assert services.runs.wait(services.runs.start(connection_id=view.id), 30).status == "completed"
    assert not [need for need in services.dashboard().needs_you if need.target == f"run:{log_id}"]
    with pytest.raises(KeyError):
        services.connections.test(view.id).details["code"]
