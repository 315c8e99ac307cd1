"""What is the server's alone: who waits for whom, what it reports, and connections that break."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import insert, select, text
from sqlalchemy.exc import IntegrityError

from app.db import database as module
from app.db.database import Database
from app.db.postgresql import WRITERS
from app.db.settings import SettingsStore
from app.db.tables import settings
from app.model.errors import StorageError
from tests.postgres import Server

pytestmark = pytest.mark.database("postgresql")


def setting(db: Database, kind: str, name: str) -> str:
    opened = {"read": db.read, "write": db.write, "full": db.write_full}[kind]
    with opened() as conn:
        return str(conn.execute(text(f"SHOW {name}")).scalar_one())


@pytest.mark.parametrize(
    ("kind", "isolation", "readonly"),
    [("read", "repeatable read", "on"), ("write", "read committed", "off"), ("full", "read committed", "off")],
)
def test_each_kind_of_transaction_has_its_settings(db: Database, kind: str, isolation: str, readonly: str) -> None:
    assert setting(db, kind, "transaction_isolation") == isolation
    assert setting(db, kind, "transaction_read_only") == readonly
    assert setting(db, kind, "application_name") == "salesmate-sync"


def test_an_intent_is_on_the_servers_disk_before_it_is_sent(db: Database, postgres: Server) -> None:
    postgres.run(f"ALTER DATABASE {db.url.database} SET synchronous_commit = off")
    assert setting(db, "write", "synchronous_commit") == "off"  # a site's choice: the newest changes may be read again
    assert setting(db, "full", "synchronous_commit") == "on"


@pytest.mark.parametrize("kind", ["write", "write_full"])
def test_writers_come_one_after_the_other_and_readers_do_not_wait(db: Database, database_url: str, kind: str) -> None:
    with getattr(db, kind)() as conn:
        conn.execute(insert(settings).values(key="a", value="1"))
        with psycopg.connect(database_url, autocommit=True) as other:
            assert other.execute(f"SELECT pg_try_advisory_lock({WRITERS})").fetchone() == (False,)
        reader = threading.Thread(target=SettingsStore(db).all)
        reader.start()
        reader.join(60)
        assert not reader.is_alive()


def test_text_sorts_and_folds_by_its_bytes_whatever_the_databases_language(db: Database) -> None:
    """The tests' server sorts as English does, where "a" comes before "B" and "É" beside "E"."""
    keys = ["B", "a", "É", "Z", "_", "e"]
    with db.write() as conn:
        assert conn.execute(text("SELECT 'a' < 'B'")).scalar_one()
        conn.execute(insert(settings), [{"key": key, "value": "1"} for key in keys])
        assert list(conn.execute(select(settings.c.key).order_by(settings.c.key)).scalars()) == sorted(keys)
        lowered = conn.execute(text("SELECT lower(key) FROM settings WHERE key = 'É'")).scalar_one()
    assert lowered == "É"


def test_natural_keys_are_found_through_their_index(db: Database) -> None:
    query = "EXPLAIN SELECT id FROM products t WHERE lower(trim(t.\"sku\")) IN ('a', 'b')"
    with db.write() as conn:
        conn.execute(text("SET LOCAL enable_seqscan = off"))
        plan = "\n".join(conn.execute(text(query)).scalars())
    assert "ix_products_sku_folded" in plan


def test_names_fit(db: Database) -> None:
    """PostgreSQL cuts names at 63 bytes without a word."""
    with db.read() as conn:
        names = conn.execute(text("SELECT indexname FROM pg_indexes WHERE schemaname = 'public'")).scalars().all()
    assert len(names) > 60
    assert all(len(name) < 63 for name in names)


def test_after_a_failed_savepoint_the_transaction_goes_on(db: Database) -> None:
    with db.write() as conn:
        conn.execute(insert(settings).values(key="a", value="1"))
        with pytest.raises(IntegrityError), db.write() as inner:
            inner.execute(insert(settings).values(key="a", value="2"))
        conn.execute(insert(settings).values(key="b", value="1"))
    assert SettingsStore(db).all() == {"a": 1, "b": 1}


# --- what breaks ----------------------------------------------------------------------------------------------


def break_off(store: SettingsStore, how: Callable[[], None]) -> None:
    store.set("lost", 1)
    how()
    store.set("too", 1)


def test_a_server_that_comes_back_is_used_again(db: Database, postgres: Server) -> None:
    store = SettingsStore(db)
    store.set("a", 1)
    with pytest.raises(StorageError) as caught, db.write():
        break_off(store, postgres.restart)
    assert caught.value.code == "storage_away"
    assert caught.value.retryable
    assert store.all() == {"a": 1}
    store.set("b", 2)
    postgres.restart()
    with db.write_full():
        store.set("c", 3)
    assert store.all() == {"a": 1, "b": 2, "c": 3}


def test_a_server_that_ends_our_connections_is_told_in_words(db: Database, postgres: Server) -> None:
    store = SettingsStore(db)

    def terminate() -> None:
        with db.read() as conn:
            pid = conn.execute(text("SELECT pg_backend_pid()")).scalar_one()
        postgres.run(f"SELECT pg_terminate_backend({pid}, 10000)")

    with pytest.raises(StorageError) as caught, db.write():
        break_off(store, terminate)
    assert caught.value.code == "storage_away"
    assert store.all() == {}


def refused(url: str, folder: Path) -> StorageError:
    opened = Database(url, data_dir=folder)
    try:
        with pytest.raises(StorageError) as caught, opened.read() as conn:
            conn.execute(text("SELECT 1"))
        return caught.value
    finally:
        opened.close()


def test_a_wrong_password_is_told_and_not_shown(postgres: Server, tmp_path: Path) -> None:
    error = refused(postgres.url("postgres", password="sekret"), tmp_path)
    assert (error.code, error.retryable) == ("storage_refused", False)
    assert "login" in error.message
    assert "sekret" not in f"{error.message} {error.hint} {error.details}"


def test_a_database_that_is_not_there(postgres: Server, tmp_path: Path) -> None:
    error = refused(postgres.url("nowhere"), tmp_path)
    assert error.code == "storage_refused"
    assert "no database of that name" in error.message


def test_nobody_at_that_address(tmp_path: Path) -> None:
    assert refused("postgresql://hub@127.0.0.1:1/hub", tmp_path).code == "storage_away"


@pytest.fixture
def small(postgres: Server) -> Iterator[str]:
    """A database that lets in one connection of a user who is not its owner."""
    name = postgres.create("CONNECTION LIMIT 1")
    postgres.run(f"CREATE ROLE clerk_{name} LOGIN PASSWORD 'clerk'")
    yield postgres.url(name, password="clerk").replace("//hub:", f"//clerk_{name}:")
    postgres.drop(name)
    postgres.run(f"DROP ROLE clerk_{name}")


def test_no_connection_left(small: str, tmp_path: Path) -> None:
    with psycopg.connect(small):
        error = refused(small, tmp_path)
    assert error.code == "storage_busy"
    assert "no connection left" in error.message


def test_a_user_who_may_not_make_tables(small: str, tmp_path: Path) -> None:
    opened = Database(small, data_dir=tmp_path)
    with pytest.raises(StorageError) as caught, opened.schema_change() as conn:
        conn.execute(text("CREATE TABLE public.mine (x integer)"))
    opened.close()
    assert caught.value.code == "storage_refused"
    assert "OWNER" in caught.value.hint


def test_a_database_that_has_no_room_for_every_letter(postgres: Server, tmp_path: Path) -> None:
    name = postgres.create("TEMPLATE template0 ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C' LOCALE_PROVIDER libc")
    error = refused(postgres.url(name), tmp_path)
    postgres.drop(name)
    assert error.code == "storage_kind"
    assert "UTF8" in error.hint


def test_too_many_of_our_own_threads_are_told_in_words(
    db: Database, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = module.postgresql.create_engine
    monkeypatch.setitem(module.postgresql._POOL, "read", (1, 0))
    monkeypatch.setattr(module.postgresql, "create_engine", lambda *a, **k: made(*a, **k, pool_timeout=0.01))
    crowded = Database(database_url, data_dir=db.data_dir)
    caught: list[StorageError] = []

    def look() -> None:
        try:
            SettingsStore(crowded).all()
        except StorageError as error:
            caught.append(error)

    with crowded.read():
        thread = threading.Thread(target=look)
        thread.start()
        thread.join()
    crowded.close()
    assert caught[0].code == "storage_busy"


def test_a_short_scheme_is_understood(database_url: str, tmp_path: Path) -> None:
    opened = Database(database_url.replace("postgresql://", "postgres://"), data_dir=tmp_path)
    assert opened.check() == []
    opened.close()
