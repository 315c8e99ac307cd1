from __future__ import annotations

import shutil
import sqlite3
import threading
from collections import namedtuple
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.db import backup as module
from app.db.backup import backup, daily_backup, inspect_backup, prune, refuse_other_place, restore
from app.db.database import DATABASE_FILE, Database, default_url
from app.db.migrations import migrate
from app.db.settings import SettingsStore
from app.model.errors import Conflicting, InvalidInput, StorageError

#: A server's databases are backed up by whoever runs the server.
pytestmark = pytest.mark.database("sqlite")
NOW = datetime(2026, 4, 1, 12, 30, tzinfo=UTC)


def values(path: Path) -> dict[str, str]:
    with closing(sqlite3.connect(path)) as conn:
        return dict(conn.execute("SELECT key, value FROM settings"))


@pytest.fixture
def copy(db: Database, tmp_path: Path) -> Path:
    """A backup in which ``a`` is 1."""
    SettingsStore(db).set("a", 1)
    return backup(db, tmp_path / "copies" / "copy.db")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


# --- backup ----------------------------------------------------------------------------------------------------


def test_a_backup_is_one_whole_file(db: Database, copy: Path) -> None:
    assert names(copy.parent) == ["copy.db"]
    assert values(copy) == {"a": "1"}
    assert inspect_backup(copy)
    assert names(copy.parent) == ["copy.db"]  # looking leaves nothing behind


def test_an_existing_file_is_kept_unless_told(db: Database, copy: Path) -> None:
    SettingsStore(db).set("a", 2)
    with pytest.raises(Conflicting, match="exists already"):
        backup(db, copy)
    assert values(copy) == {"a": "1"}
    assert values(backup(db, copy, overwrite=True)) == {"a": "2"}
    with pytest.raises(Conflicting):
        backup(db, db.path, overwrite=True)


def test_a_backup_during_writes_is_one_moment(db: Database, tmp_path: Path) -> None:
    """Two values that always change together are together in every copy."""
    store, stop, started = SettingsStore(db), threading.Event(), threading.Event()

    def write() -> None:
        n = 0
        while not stop.is_set():
            n += 1
            with db.write():
                store.set("left", n)
                store.set("right", n)
            started.set()

    writer = threading.Thread(target=write)
    writer.start()
    started.wait()
    try:
        copies = [values(backup(db, tmp_path / f"{n}.db")) for n in range(5)]
    finally:
        stop.set()
        writer.join()
    assert all(found["left"] == found["right"] for found in copies)
    assert int(copies[-1]["left"]) <= store.get("left", 0)


def test_no_room_is_told_before_anything_is_written(db: Database, tmp_path: Path, monkeypatch) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(module.shutil, "disk_usage", lambda folder: usage(0, 0, 1 << 20))
    with pytest.raises(StorageError) as caught:
        backup(db, tmp_path / "copies" / "copy.db")
    assert caught.value.code == "storage_full"
    assert names(tmp_path / "copies") == []


def test_a_damaged_database_makes_no_backup(db: Database, tmp_path: Path) -> None:
    damage(db)
    with pytest.raises(StorageError) as caught:
        backup(db, tmp_path / "copies" / "copy.db")
    assert caught.value.code == "storage_damaged"
    assert names(tmp_path / "copies") == []


def damage(db: Database) -> None:
    """Spoil every page but the first few."""
    for n in range(200):
        SettingsStore(db).set(f"k{n}", "x" * 500)
    db.checkpoint()
    db.close()
    content = bytearray(db.path.read_bytes())
    content[4096 * 2 :] = b"\xff" * (len(content) - 4096 * 2)
    db.path.write_bytes(content)


# --- restore ---------------------------------------------------------------------------------------------------


def test_restoring_keeps_what_it_replaces(db: Database, copy: Path) -> None:
    store = SettingsStore(db)
    store.set("a", 2)
    db.close()
    kept = restore(copy, db.data_dir, clock=lambda: NOW)
    assert kept == db.data_dir / "hub-replaced-20260401-123000.db"
    assert names(db.data_dir) == [kept.name, DATABASE_FILE]
    assert values(kept) == {"a": "2"}
    assert not migrate(db, db.data_dir)
    assert store.get("a", 0) == 1
    assert db.check() == []


def test_restoring_into_an_empty_folder(copy: Path, tmp_path: Path) -> None:
    assert restore(copy, tmp_path / "new") is None
    assert values(tmp_path / "new" / DATABASE_FILE) == {"a": "1"}


def test_nothing_is_restored_while_the_database_is_in_use(db: Database, copy: Path) -> None:
    SettingsStore(db).set("a", 2)  # the connection stays open in the pool
    with pytest.raises(Conflicting) as caught:
        restore(copy, db.data_dir)
    assert caught.value.code == "in_use"
    assert SettingsStore(db).get("a", 0) == 2
    assert not [name for name in names(db.data_dir) if "replaced" in name or "part" in name]


def test_restoring_waits_for_own_work_and_own_work_for_it(db: Database, copy: Path) -> None:
    store, go, done = SettingsStore(db), threading.Event(), []
    store.set("a", 2)

    def read() -> None:
        with db.read():
            inside.set()
            go.wait(30)
            with db.read(), db.write() as conn:  # who is in may go on, whoever waits
                conn.exec_driver_sql("UPDATE settings SET value = '3' WHERE key = 'a'")

    inside = threading.Event()
    reader = threading.Thread(target=read)
    reader.start()
    assert inside.wait(30)
    restorer = threading.Thread(target=lambda: done.append(restore(copy, db.data_dir, clock=lambda: NOW, db=db)))
    restorer.start()
    while restorer.is_alive() and not db._shut:
        restorer.join(0.001)
    late = threading.Thread(target=store.set, args=("b", 1))
    late.start()
    go.set()
    for thread in (reader, restorer, late):
        thread.join(30)
    assert done == [db.data_dir / "hub-replaced-20260401-123000.db"]
    assert values(done[0]) == {"a": "3"}
    assert (store.get("a", 0), store.get("b", 0)) == (1, 1)


def test_work_that_does_not_end_is_not_waited_for(db: Database, copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.db.backup._OWN_READS", 0.0)
    SettingsStore(db).set("a", 2)
    with db.read(), pytest.raises(Conflicting, match="still working"):
        restore(copy, db.data_dir, db=db)
    assert SettingsStore(db).get("a", 0) == 2
    assert restore(copy, db.data_dir, db=db) is not None  # nothing was left open
    assert SettingsStore(db).get("a", 0) == 1


def test_a_damaged_database_can_be_replaced(db: Database, copy: Path) -> None:
    damage(db)
    log = db.path.with_name(f"{DATABASE_FILE}-wal")
    log.write_bytes(b"left over")
    spoiled = db.path.read_bytes()
    kept = restore(copy, db.data_dir, clock=lambda: NOW)
    assert kept is not None
    assert kept.read_bytes() == spoiled
    assert not log.exists()
    assert values(db.path) == {"a": "1"}


def foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("CREATE TABLE theirs (x)")
        conn.commit()


def truncated(path: Path) -> None:
    with path.open("rb+") as file:
        file.truncate(path.stat().st_size // 2)


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("UPDATE alembic_version SET version_num = '9999'")
        conn.commit()


@pytest.mark.parametrize(
    ("spoil", "error", "text"),
    [
        (lambda path: path.write_text("hello"), InvalidInput, "not a backup"),
        (lambda path: path.write_bytes(b""), InvalidInput, "not a backup"),
        (lambda path: path.unlink(), InvalidInput, "can't be read"),
        (lambda path: (path.unlink(), foreign(path)), InvalidInput, "another program"),
        (truncated, StorageError, "damaged"),
        (newer, StorageError, "newer version"),
    ],
)
def test_what_is_not_a_whole_backup_of_ours_changes_nothing(db, copy: Path, spoil, error, text: str) -> None:
    SettingsStore(db).set("a", 2)
    db.close()
    spoil(copy)
    with pytest.raises(error, match=text):
        restore(copy, db.data_dir)
    assert names(db.data_dir) == [DATABASE_FILE]
    assert values(db.path) == {"a": "2"}


def test_a_copied_database_with_its_log_restores_whole(db: Database, tmp_path: Path) -> None:
    """Somebody copied the files of a running hub by hand: what was only in the log comes along."""
    SettingsStore(db).set("a", 3)
    taken = tmp_path / "taken"
    taken.mkdir()
    for file in db.data_dir.glob(f"{DATABASE_FILE}*"):
        shutil.copy(file, taken)
    restore(taken / DATABASE_FILE, tmp_path / "new")
    assert values(tmp_path / "new" / DATABASE_FILE) == {"a": "3"}


# --- daily -----------------------------------------------------------------------------------------------------


def test_one_backup_a_day_and_the_oldest_go(db: Database, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    for day in range(5):
        moment = NOW + timedelta(days=day)
        assert daily_backup(db, folder, clock=lambda at=moment: at, keep=3) is not None
        assert daily_backup(db, folder, clock=lambda at=moment: at, keep=3) is None
    assert names(folder) == ["hub-2026-04-03.db", "hub-2026-04-04.db", "hub-2026-04-05.db"]


def test_pruning_leaves_other_peoples_files(tmp_path: Path) -> None:
    for name in ("hub-2026-04-01.db", "hub-mine.db", "notes.txt", "before-0002-20260401-120000.db"):
        (tmp_path / name).write_text("")
    assert prune(tmp_path, keep=1, keep_others=1) == []
    assert [path.name for path in prune(tmp_path, keep=0, keep_others=0)] == [
        "hub-2026-04-01.db", "before-0002-20260401-120000.db",
    ]  # fmt: skip
    assert names(tmp_path) == ["hub-mine.db", "notes.txt"]


def test_a_database_elsewhere_is_not_replaced_by_one_in_the_data_folder(tmp_path: Path) -> None:
    refuse_other_place(Database(default_url(tmp_path), data_dir=tmp_path))
    with pytest.raises(StorageError, match="another place"):
        refuse_other_place(Database(default_url(tmp_path / "other"), data_dir=tmp_path))


def test_a_hub_on_a_server_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="database server"):
        backup(Database("postgresql://localhost/hub", data_dir=tmp_path), tmp_path / "x.db")
    assert default_url(tmp_path).startswith("sqlite+pysqlite:///")
