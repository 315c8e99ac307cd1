from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import psutil
import pytest
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

from app.db import database as module
from app.db.database import DATABASE_FILE, Database, default_url
from app.db.failures import storage_error
from app.db.settings import SettingsStore
from app.db.tables import settings
from app.model.errors import StorageError


def put(conn, key: str, value: str = "1") -> None:
    conn.execute(insert(settings).values(key=key, value=value))


def put_all(conn, *keys: str) -> None:
    for key in keys:
        put(conn, key)


def keys(db: Database) -> list[str]:
    with db.read() as conn:
        return [row[0] for row in conn.exec_driver_sql("SELECT key FROM settings ORDER BY key")]


@pytest.mark.database("sqlite")
@pytest.mark.parametrize(("kind", "synchronous", "query_only"), [("read", 1, 1), ("write", 1, 0), ("full", 2, 0)])
def test_each_kind_of_connection_has_its_pragmas(db: Database, kind: str, synchronous: int, query_only: int) -> None:
    with db.unmanaged(kind) as raw:
        found = {
            name: raw.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout", "query_only")
        }
    assert found == {
        "journal_mode": "wal",
        "synchronous": synchronous,
        "foreign_keys": 1,
        "busy_timeout": 5000,
        "query_only": query_only,
    }


def test_a_write_is_kept_and_a_failed_one_is_not(db: Database) -> None:
    with db.write() as conn:
        put(conn, "a")
    with pytest.raises(IntegrityError), db.write() as conn:
        put_all(conn, "b", "a")
    assert keys(db) == ["a"]


@pytest.mark.database("sqlite")
def test_a_write_holds_sqlites_lock_from_its_beginning(db: Database) -> None:
    with db.write():
        other = sqlite3.connect(db.path, timeout=0, isolation_level=None)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        other.close()


def test_a_read_sees_one_moment(db: Database) -> None:
    with db.read() as conn:
        count = "SELECT count(*) FROM settings"
        assert conn.exec_driver_sql(count).scalar_one() == 0
        writer = threading.Thread(target=SettingsStore(db).set, args=("a", 1))
        writer.start()
        writer.join()
        assert conn.exec_driver_sql(count).scalar_one() == 0
    assert keys(db) == ["a"]


def test_a_read_inside_a_write_sees_what_was_written(db: Database) -> None:
    with db.write() as conn:
        put(conn, "a")
        assert keys(db) == ["a"]


def test_a_write_inside_a_write_is_undone_alone(db: Database) -> None:
    with db.write() as conn:
        put(conn, "outer")
        with pytest.raises(IntegrityError), db.write() as inner:
            put_all(inner, "inner", "outer")
        put(conn, "after")
    assert keys(db) == ["after", "outer"]


def test_a_write_inside_a_read_is_a_transaction_of_its_own(db: Database) -> None:
    with db.read() as outer:
        assert outer.exec_driver_sql("SELECT count(*) FROM settings").scalar_one() == 0
        with db.write() as conn:
            put(conn, "a")
            assert keys(db) == ["a"]
        assert keys(db) == []  # still the moment at which the outer read began
    assert keys(db) == ["a"]


def test_what_waits_for_the_commit_is_done_after_it_alone(db: Database) -> None:
    done: list[object] = []

    def note(name: str) -> None:
        db.after_commit(lambda: done.append((name, keys(db))))

    def fail(conn, name: str) -> None:
        note(name)
        put(conn, "a")

    with db.write() as conn:
        put(conn, "a")
        note("outer")
        with db.write():
            note("inner")
        with pytest.raises(IntegrityError), db.write() as inner:
            fail(inner, "taken back")
        assert done == []
    assert done == [("outer", ["a"]), ("inner", ["a"])]
    with pytest.raises(IntegrityError), db.write() as conn:
        fail(conn, "rolled back")
    with db.read():
        note("at once")
    assert [one[0] for one in done] == ["outer", "inner", "at once"]  # type: ignore[index]


def test_full_inside_a_write_is_refused_at_once(db: Database) -> None:
    with db.write(), pytest.raises(RuntimeError, match="write_full"), db.write_full():
        pass
    with db.write_full() as conn:
        put(conn, "a")
        SettingsStore(db).set("b", 1)  # a store joins it
    assert keys(db) == ["a", "b"]


def test_writing_through_a_read_fails(db: Database) -> None:
    with pytest.raises(StorageError) as caught, db.read() as conn:
        put(conn, "a")
    assert caught.value.code == "storage_readonly"


def test_threads_write_one_after_the_other(db: Database) -> None:
    def work(name: int) -> None:
        for n in range(20):
            with db.write() as conn:
                put(conn, f"{name}-{n}")

    threads = [threading.Thread(target=work, args=(name,)) for name in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(keys(db)) == 80


COUNTING = """
import sys
from pathlib import Path
from app.db.database import Database
from app.db.settings import SettingsStore
db = Database(sys.argv[1], data_dir=Path(sys.argv[2]))
store = SettingsStore(db)
for _ in range(60):
    with db.write():
        store.set("count", store.get("count", 0) + 1)
db.close()
"""


def test_two_processes_write_without_losing_an_update(db: Database, database_url: str) -> None:
    command = [sys.executable, "-c", COUNTING, database_url, str(db.data_dir)]
    processes = [subprocess.Popen(command, cwd=Path(__file__).parents[2]) for _ in range(2)]
    assert [process.wait(timeout=60) for process in processes] == [0, 0]
    assert SettingsStore(db).get("count", 0) == 120


def test_a_lock_that_stays_taken_is_told_in_words(
    db: Database, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "BUSY_MS", 1)
    impatient = Database(database_url, data_dir=db.data_dir)
    with db.write():
        caught = []

        def attempt() -> None:
            try:
                with impatient.write():
                    pass
            except StorageError as error:
                caught.append(error)

        thread = threading.Thread(target=attempt)
        thread.start()
        thread.join()
    impatient.close()
    assert caught[0].code == "storage_busy"
    assert caught[0].retryable
    assert "Nothing was changed" in caught[0].message


@pytest.mark.database("sqlite")
def test_a_full_disk_loses_nothing(db: Database) -> None:
    SettingsStore(db).set("before", 1)
    with db.unmanaged() as raw:
        pages = raw.execute("PRAGMA page_count").fetchone()[0]
        raw.execute(f"PRAGMA max_page_count={pages}")
    with pytest.raises(StorageError) as caught:
        SettingsStore(db).set("big", "x" * 100_000)
    assert caught.value.code == "storage_full"
    assert keys(db) == ["before"]


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / DATABASE_FILE
    file.write_bytes(b"not a database" * 1000)
    opened = Database(default_url(tmp_path), data_dir=tmp_path)
    with pytest.raises(StorageError) as caught, opened.read():
        pass
    opened.close()
    assert caught.value.code == "storage_damaged"
    assert not caught.value.retryable
    assert file.read_bytes().startswith(b"not a database")


def test_a_folder_that_cannot_be_made_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError, match="can't be made"):
        Database(default_url(tmp_path), data_dir=tmp_path / "file" / "data")


@pytest.mark.parametrize(
    "url", ["sqlite://", "sqlite:///:memory:", "mysql://host/name", "nonsense", "postgresql://me:sekret@host:port/name"]
)
def test_other_databases_are_refused(url: str, tmp_path: Path) -> None:
    with pytest.raises(StorageError) as caught:
        Database(url, data_dir=tmp_path)
    assert caught.value.code == "storage_kind"
    assert "sekret" not in f"{caught.value.message} {caught.value.hint}"


@pytest.mark.database("sqlite")
def test_check_finds_broken_references(db: Database) -> None:
    assert db.check() == []
    with db.unmanaged() as raw:
        raw.execute("PRAGMA foreign_keys=OFF")
        raw.execute("INSERT INTO cursors VALUES ('nobody', 's', 'x', '{}', NULL, 'now')")
        raw.execute("PRAGMA foreign_keys=ON")
    assert db.check() == ["row 1 of cursors refers to a row of erp_connections that is not there"]


def test_it_can_be_used_again_after_closing(db: Database) -> None:
    SettingsStore(db).set("a", 1)
    assert db.checkpoint()
    db.close()
    assert keys(db) == ["a"]


@pytest.mark.database("sqlite")
def test_at_rest_it_keeps_the_connections_in_use_alone(db: Database) -> None:
    def opened() -> int:
        return sum(one.path == db.url.database for one in psutil.Process().open_files())

    assert keys(db) == []
    with db.write() as conn:
        put(conn, "a")
        db.rest()
        put(conn, "b")
    assert opened() == 2
    db.rest()
    assert opened() == 0
    assert keys(db) == ["a", "b"]
    with pytest.raises(StorageError), db.read() as conn:
        put(conn, "c")


class Psycopg(Exception):
    __module__ = "psycopg.errors"

    def __init__(self, sqlstate: str | None) -> None:
        self.sqlstate = sqlstate


class OperationalError(Psycopg):
    __module__ = "psycopg"


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (OperationalError(None), "storage_away"),
        (Psycopg("57P01"), "storage_away"),
        (Psycopg("28P01"), "storage_refused"),
        (Psycopg("53100"), "storage_full"),
        (Psycopg("40001"), "storage_busy"),
        (Psycopg("23505"), None),
        (Psycopg(None), None),
        (ValueError("x"), None),
        (None, None),
    ],
)
def test_what_a_server_reports(error: BaseException | None, code: str | None) -> None:
    found = storage_error(error)
    assert (found.code if found else None) == code
