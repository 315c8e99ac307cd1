"""What is kept and for how long, the list of backups, and the hours in which nothing runs by itself."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from app import bootstrap
from app.db import tables
from app.model.clock import stamp, utc_now
from app.model.errors import InvalidInput, NotFound
from app.services.options import Options

pytestmark = pytest.mark.database("sqlite")


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[bootstrap.App]:
    monkeypatch.setenv("SALESMATE_SYNC_LOCKS", str(tmp_path / "locks"))
    with bootstrap.closing(
        bootstrap.start(Options(data_dir=tmp_path / "data", secrets="file"), schedule=False, listen=None)
    ) as made:
        yield made


def test_history_goes_when_somebody_says_so(app: bootstrap.App) -> None:
    records, retention = app.services.records, app.services.retention
    made = records.create("customer", {"business_name": "Mehta Traders"})
    changed = records.update("customer", made["id"], {"phone": "020 2553 1299"}, version=made["version"])
    with app.parts.db.write() as conn:
        old = stamp(utc_now() - timedelta(days=400))
        conn.execute(update(tables.record_history).where(tables.record_history.c.version == 1).values(at=old))
    assert retention.tidy()["record_history"] == 0  # for ever, as it comes
    with pytest.raises(InvalidInput, match="at least as long as the runs"):
        retention.choose("history", 90)
    retention.choose("runs", 60)
    retention.choose("history", 90)
    with pytest.raises(InvalidInput, match="at least as long as the runs"):
        retention.choose("runs", 180)
    with pytest.raises(InvalidInput, match="From 1 to 365 days"):
        retention.choose("events", 0)
    assert retention.tidy()["record_history"] == 1
    assert [one.version for one in records.history("customer", made["id"])] == [changed["version"]]
    kept = {one.kind: (one.days, one.rows) for one in retention.list()}
    assert kept["runs"] == (60, 0)
    assert kept["history"] == (90, 1)
    room = retention.room()
    assert room.database > 0 < room.free


def test_the_log_keeps_to_its_cap(app: bootstrap.App) -> None:
    retention, folder = app.services.retention, app.folders.logs
    for wrong in (4, 501):
        with pytest.raises(InvalidInput):
            retention.choose_log(wrong)
    line = "x" * 15_000
    for _ in range(500):
        logging.getLogger("test").info(line)
    assert sum(path.stat().st_size for path in folder.iterdir()) > 5 << 20
    retention.choose_log(5)
    for _ in range(400):
        logging.getLogger("test").info(line)
    assert sum(path.stat().st_size for path in folder.iterdir()) <= 5 << 20
    assert (folder / "app.log").exists()
    assert retention.log_megabytes == 5


def test_backups_are_listed_with_why(app: bootstrap.App, tmp_path: Path) -> None:
    backups = app.services.backups
    app.services.records.create("customer", {"business_name": "Mehta Traders"})
    daily, mine = backups.daily(), backups.now()
    assert daily is not None
    (backups.folder / "before-0006-x.db").write_bytes(daily.read_bytes())
    (backups.folder / "notes.db").write_bytes(b"not of ours")
    assert {(one.path.name, one.why) for one in backups.list()} == {
        (daily.name, "daily"),
        (mine.name, "hand"),
        ("before-0006-x.db", "upgrade"),
    }
    facts = backups.facts(mine)
    assert (facts.connections, facts.records) == (0, 1)
    with pytest.raises(InvalidInput, match="not a backup"):
        backups.facts(backups.folder / "notes.db")
    with pytest.raises(NotFound):
        backups.delete(backups.folder / "notes.db")
    backups.delete(mine)
    assert not mine.exists()
    for wrong in (0, 367):
        with pytest.raises(InvalidInput):
            backups.choose_keep(wrong)
    backups.choose_keep(3)
    assert backups.keep == 3


def test_what_ran_when_a_backup_was_made_runs_no_more(app: bootstrap.App) -> None:
    auth = {"client_id": "1", "client_secret": "2"}
    draft = {"erp_system": "quickbooks", "connection_name": "QuickBooks", "auth_config": auth}
    connection = app.services.connections.create(draft).id
    order = {"sync_type": "full", "sync_direction": "pull", "triggered_by": "user"}
    run = app.parts.stores.runs.create(connection_id=connection, **order)
    app.services.restore(app.services.backups.now())
    assert app.services.runs.get(run.id).status == "failed"


def test_quiet_hours_are_read_with_care(app: bootstrap.App) -> None:
    settings = app.services.settings
    assert settings.quiet_hours() is None
    assert settings.choose_quiet_hours("9:05", "18:00") == {"start": "09:05", "end": "18:00"}
    for start, end, field in (("25:00", "07:00", "start"), ("22:00", "", "end"), ("07:00", "7:00", None)):
        with pytest.raises(InvalidInput) as caught:
            settings.choose_quiet_hours(start, end)
        assert caught.value.field == (field or "")
    assert settings.quiet_hours() == {"start": "09:05", "end": "18:00"}
    settings.set("schedule.quiet_hours", "nonsense")
    assert settings.quiet_hours() is None


def test_the_keys_place_is_told(app: bootstrap.App) -> None:
    place = app.services.master_key.place()
    assert (place.kind, place.path, place.problem) == ("file", app.folders.key_file, None)
    app.folders.key_file.write_text("damaged")
    app.parts.change_key(bytes(32))
    place = app.services.master_key.place()
    assert place.problem is not None
    assert "not the key" in place.problem.message
    assert json.dumps(place.problem.hint)
