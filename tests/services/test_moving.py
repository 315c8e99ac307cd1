"""From one PC to another: the whole hub and its key in one file, on fresh folders with keys of their own."""

from __future__ import annotations

import json
import os
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app import bootstrap
from app.db import backup
from app.model.errors import AppError, Conflicting, InvalidInput, StorageError
from app.platform import moving_file
from app.services.moving import is_moving_file, strength
from app.services.options import Options

pytestmark = pytest.mark.database("sqlite")

PASSPHRASE = "blue mango 47 river"
Start = Callable[[str], bootstrap.App]


@pytest.fixture
def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Programs on folders of their own, as on so many PCs."""
    monkeypatch.setenv("SALESMATE_SYNC_LOCKS", str(tmp_path / "locks"))
    apps: list[bootstrap.App] = []

    def make(name: str) -> bootstrap.App:
        apps.append(bootstrap.start(Options(data_dir=tmp_path / name, secrets="file"), schedule=True, listen=None))
        return apps[-1]

    yield make
    for app in apps:
        app.close()


def connect(app: bootstrap.App) -> str:
    draft = {
        "erp_system": "quickbooks",
        "connection_name": "QuickBooks",
        "auth_config": {"client_id": "books", "client_secret": "s3cret-of-books"},
    }
    return app.services.connections.create(draft).id


def secret_of(app: bootstrap.App, connection_id: str) -> str | None:
    return app.parts.secrets.get(connection_id, "client_secret")


def state_of(app: bootstrap.App) -> tuple[object, ...]:
    data = app.folders.data
    return (
        (data / "master.key").read_bytes() if (data / "master.key").exists() else None,
        [one.name for one in app.services.connections.list()],
        sorted(path.name for path in data.iterdir() if not path.name.startswith("hub.db")),
    )


def test_a_hub_moves_with_its_passwords(start: Start, tmp_path: Path) -> None:
    old, file = start("old"), tmp_path / "stick" / "office.salesmate"
    file.parent.mkdir()
    connection = connect(old)
    old.services.settings.choose_quiet_hours("22:00", "7:00")
    old.services.moving.make(file, PASSPHRASE, pause=True)
    assert old.services.scheduler.paused_until() is not None
    assert is_moving_file(file)
    assert b"s3cret-of-books" not in file.read_bytes()
    assert list(file.parent.iterdir()) == [file]
    assert not list(old.folders.data.glob(".moving*"))

    new = start("new")
    other = connect(new)  # with a key of its own
    assert new.services.moving.look(file).machine
    kept = new.services.moving.open(file, PASSPHRASE)
    assert kept is not None
    assert kept.exists()
    assert secret_of(new, connection) == "s3cret-of-books"
    assert [one.id for one in new.services.connections.list()] == [connection]
    assert secret_of(new, other) is None
    assert new.services.scheduler.paused_until() is None  # it is the old one that rests
    assert new.services.settings.quiet_hours() == {"start": "22:00", "end": "07:00"}
    new.services.connections.update(connection, {"auth_config": {"client_secret": "another"}})
    new.close()
    again = start("new")  # the key is there to stay
    assert secret_of(again, connection) == "another"
    # What was there before can be put back, like any backup.
    assert [one.why for one in again.services.backups.list()] == ["replaced"]
    assert again.services.backups.facts(kept).connections == 1


def test_a_pause_of_before_moves_along(start: Start, tmp_path: Path) -> None:
    old, new, file = start("old"), start("new"), tmp_path / "x.salesmate"
    connect(old)
    old.services.scheduler.pause_all("2999-01-01T00:00:00.000Z")
    old.services.moving.make(file, PASSPHRASE, pause=True)
    new.services.moving.open(file, PASSPHRASE)
    assert new.services.scheduler.paused_until() == "2999-01-01T00:00:00.000Z"


def rewritten(source: Path, target: Path, name: str, change: Callable[[bytes], bytes]) -> Path:
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(target, "w") as after:
        for one in before.namelist():
            content = before.read(one)
            after.writestr(one, change(content) if one == name else content)
    return target


def other_address(database: bytes, folder: Path) -> bytes:
    path = folder / "changed.db"
    path.write_bytes(database)
    with closing(sqlite3.connect(path)) as conn, conn:
        conn.execute("UPDATE erp_connections SET base_url = 'https://thief.example'")
    return path.read_bytes()


def test_what_is_wrong_changes_nothing(start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old, new, file = start("old"), start("new"), tmp_path / "x.salesmate"
    connect(old)
    mine = connect(new)
    old.services.moving.make(file, PASSPHRASE)
    before = state_of(new)
    changed = rewritten(file, tmp_path / "a", "hub.db", lambda content: other_address(content, tmp_path))
    digest = moving_file.hashlib.sha256(zipfile.ZipFile(changed).read("hub.db")).hexdigest()
    resealed = rewritten(
        changed,
        tmp_path / "b",
        "about.json",
        lambda content: json.dumps({**json.loads(content), "database_sha256": digest}).encode(),
    )
    (tmp_path / "cut").write_bytes(file.read_bytes()[:-3000])
    (tmp_path / "text").write_text("hello")
    for wrong, passphrase, field, words in (
        (file, "blue mango 47 rivet", "passphrase", "does not open this moving file"),
        (changed, PASSPHRASE, "file", "was changed after"),
        (resealed, PASSPHRASE, "file", "was changed after"),
        (tmp_path / "cut", PASSPHRASE, "file", "not a whole moving file"),
        (tmp_path / "text", PASSPHRASE, "file", "not a whole moving file"),
        (tmp_path / "none", PASSPHRASE, "file", "can't be read"),
    ):
        with pytest.raises(InvalidInput, match=words) as caught:
            new.services.moving.open(wrong, passphrase)
        assert caught.value.field == field
    newer = bytearray(file.read_bytes())
    newer[newer.index(b"PK\x01\x02") + 6] = 250  # the version that a reader must know
    (tmp_path / "cut").write_bytes(newer)
    assert not is_moving_file(tmp_path / "cut")
    full = OSError(28, "No space left on device")

    def no_room(*_: object) -> None:
        raise full

    with monkeypatch.context() as patch:
        patch.setattr(moving_file, "_extract", no_room)
        with pytest.raises(StorageError, match="What was here is unchanged"):
            new.services.moving.open(file, PASSPHRASE)
    with monkeypatch.context() as patch:
        patch.setattr("app.db.backup._set_aside", no_room)
        with pytest.raises(StorageError, match="No space left"):  # after the key was changed: it is put back
            new.services.moving.open(file, PASSPHRASE)
    assert state_of(new) == before
    assert secret_of(new, mine) == "s3cret-of-books"


def test_the_key_changes_when_nothing_but_a_rename_is_left_to_do(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A kill while the database is copied, which takes its time, leaves passwords that the key opens."""
    old, new, file = start("old"), start("new"), tmp_path / "x.salesmate"
    connect(old)
    mine = connect(new)
    old.services.moving.make(file, PASSPHRASE)
    seen: list[str | None] = []
    copy = backup._copy

    def watched(source: Path, part: Path) -> None:
        copy(source, part)
        seen.append(secret_of(new, mine))

    monkeypatch.setattr(backup, "_copy", watched)
    new.services.moving.open(file, PASSPHRASE)
    assert seen == ["s3cret-of-books"]


def test_what_a_killed_program_left_half_done_goes_with_the_next_day_s_backup(start: Start) -> None:
    app = start("old")
    data = app.folders.data
    left, part, young = data / ".moving-abc", data / ".hub.db.77.part", data / ".moving-def"
    for folder in (left, young):
        folder.mkdir()
        (folder / "hub.db").write_bytes(b"x")
    part.touch()
    for path in (left, part):
        os.utime(path, (1, 1))
    app.services.backups.daily()
    assert [path.exists() for path in (left, part, young)] == [False, False, True]
    assert (data / "hub.db").exists()


def test_a_database_that_can_not_be_upgraded_is_taken_out_again(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new, file = start("old"), start("new"), tmp_path / "x.salesmate"
    connect(old)
    mine = connect(new)
    old.services.moving.make(file, PASSPHRASE)

    def broken() -> None:
        raise StorageError("The database is damaged.")

    monkeypatch.setattr(new.parts, "migrate", broken)
    with pytest.raises(StorageError, match="damaged"):
        new.services.moving.open(file, PASSPHRASE)
    assert secret_of(new, mine) == "s3cret-of-books"


def test_a_file_that_could_not_be_made_leaves_nothing(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, file = start("old"), tmp_path / "x.salesmate"
    connect(app)
    with pytest.raises(InvalidInput, match="at least 10 characters"):
        app.services.moving.make(file, "short", pause=True)

    def no_room(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(zipfile.ZipFile, "write", no_room)
        with pytest.raises(StorageError, match="Nothing was made"):
            app.services.moving.make(file, PASSPHRASE, pause=True)
    with monkeypatch.context() as patch:
        patch.setattr(app.parts.jobs, "running", lambda: {"c": "r"})
        with pytest.raises(Conflicting):
            app.services.moving.make(file, PASSPHRASE, pause=True)
        with pytest.raises(Conflicting):
            app.services.moving.open(file, PASSPHRASE)
    assert app.services.scheduler.paused_until() is None
    assert list(tmp_path.glob("*.salesmate*")) == []
    assert not list(app.folders.data.glob(".moving*"))


def test_a_restore_waits_for_own_reads_and_refuses_another_program(start: Start, tmp_path: Path) -> None:
    app = start("old")
    connect(app)
    copy = app.services.backups.now()
    app.services.connections.delete(app.services.connections.list()[0].id)
    with closing(sqlite3.connect(app.folders.data / "hub.db")) as other:
        other.execute("BEGIN")
        other.execute("SELECT COUNT(*) FROM erp_connections").fetchone()
        with pytest.raises(AppError, match="in use"):
            app.services.restore(copy)
    assert app.services.connections.list() == []
    app.services.restore(copy)
    assert [one.name for one in app.services.connections.list()] == ["QuickBooks"]
    assert {one.why for one in app.services.backups.list()} == {"hand", "replaced"}


@pytest.mark.parametrize(
    ("passphrase", "said"),
    [
        ("short", "short"),
        ("aaaaaaaaaaaa", "weak"),
        ("123456789012", "weak"),
        ("mangoriver", "fair"),
        (PASSPHRASE, "strong"),
        ("correct horse battery staple", "strong"),
    ],
)
def test_a_passphrase_is_judged(passphrase: str, said: str) -> None:
    assert strength(passphrase) == said
