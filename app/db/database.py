"""The door to the hub's database: read and write transactions on SQLite or PostgreSQL.

``read()``, ``write()`` and ``write_full()`` open transactions of the thread that calls them. Inside a
transaction of the same thread ``read()`` joins it, and ``write()`` inside a ``write()`` becomes a savepoint
of it: stores open what they need and still take part in the transaction of whoever calls them."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.exc import TimeoutError as NoConnectionFree
from sqlalchemy.pool import QueuePool

from app.db import postgresql
from app.db.failures import no_connection_free, storage_error
from app.model.errors import Conflicting, StorageError

DATABASE_FILE = "hub.db"
#: How long a writer waits for another process's write transaction, in milliseconds.
BUSY_MS = 5000

#: What each kind of connection adds on SQLite. ``query_only`` turns a write through ``read()`` into an error.
PRAGMAS = {
    "read": ("PRAGMA synchronous=NORMAL", "PRAGMA query_only=ON"),
    # Folding the log in every 32 MB instead of every 4: a long pull rewrites the same index pages over and over.
    "write": ("PRAGMA synchronous=NORMAL", "PRAGMA cache_size=-16000", "PRAGMA wal_autocheckpoint=8000"),
    "full": ("PRAGMA synchronous=FULL",),
}
_BEGIN = {"read": "BEGIN", "write": "BEGIN IMMEDIATE", "full": "BEGIN IMMEDIATE"}
_HINT = "Leave --database-url out for SQLite in the data folder, or give postgresql://user@host/name."


def default_url(data_dir: Path) -> str:
    """The SQLite database in a data folder."""
    return URL.create("sqlite+pysqlite", database=str(data_dir / DATABASE_FILE)).render_as_string(hide_password=False)


def _url(text: str) -> URL:
    try:
        # Other programs write it in short.
        url = make_url(f"postgresql://{text[11:]}" if text.startswith("postgres://") else text)
    except (ArgumentError, ValueError):  # not the text itself: it may hold a password
        raise StorageError("That is not the address of a database.", hint=_HINT, code="storage_kind") from None
    if url.get_backend_name() == "postgresql":
        return url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() == "sqlite" and url.database not in (None, "", ":memory:"):
        return url.set(drivername="sqlite+pysqlite")
    raise StorageError(
        f"A database of the kind {url.drivername!r} can't hold the hub.", hint=_HINT, code="storage_kind"
    )


class Database:
    """The hub's database. Safe to use from any thread; a connection never crosses threads.

    ``url``: ``sqlite:///path`` or ``postgresql://…``. ``data_dir`` is made when it is missing. Whatever the
    disk or the server does to us comes out as :class:`app.model.errors.StorageError`."""

    def __init__(self, url: str, *, data_dir: Path) -> None:
        self.url = _url(url)
        self.data_dir = data_dir
        self.dialect = self.url.get_backend_name()
        self._engines: dict[str, Engine] = {}
        # Guards the engines and how many uses of them are under way; told when that becomes less or the way is free again.
        self._gate = threading.Condition()
        self._uses = 0
        self._shut = False
        self._local = threading.local()
        try:
            data_dir.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StorageError(
                f"The data folder {data_dir} can't be made.",
                hint="Start SalesMate Sync with another data folder.",
                code="storage_missing",
            ) from error

    @property
    def path(self) -> Path | None:
        """SQLite's file; ``None`` for a server."""
        return Path(self.url.database or "") if self.dialect == "sqlite" else None

    # --- transactions ---------------------------------------------------------------------------------------

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A consistent snapshot. Inside another transaction of this thread: that one."""
        held = self._stack
        if held:
            yield held[-1][1]
            return
        with self._transaction("read") as conn:
            yield conn

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A write transaction: committed at the end, rolled back by an exception. Inside another one of this
        thread: a savepoint of it."""
        held = self._stack
        if held and held[-1][0] != "read":
            conn = held[-1][1]
            before = len(self._local.after)
            try:
                with conn.begin_nested():
                    yield conn
            except BaseException:
                del self._local.after[before:]
                raise
            return
        with self._transaction("write") as conn:
            yield conn

    @contextmanager
    def write_along(self) -> Iterator[Connection]:
        """In the write transaction that this thread is in, which fails with it: no savepoint. Without one: a transaction of its
        own."""
        held = self._stack
        if held and held[-1][0] != "read":
            yield held[-1][1]
            return
        with self._transaction("write") as conn:
            yield conn

    @contextmanager
    def write_full(self) -> Iterator[Connection]:
        """Like ``write``, but on the disk for good before it returns (journal intents). Never inside another
        write: the two would wait for each other."""
        if any(kind != "read" for kind, _ in self._stack):
            raise RuntimeError("write_full() inside a write transaction of the same thread")
        with self._transaction("full") as conn:
            yield conn

    def after_commit(self, do: Callable[[], object]) -> None:
        """Call ``do`` once this thread's write transaction is committed, and not at all when it is rolled back; at once when
        there is none."""
        if any(kind != "read" for kind, _ in self._stack):
            self._local.after.append(do)
        else:
            do()

    @property
    def _stack(self) -> list[tuple[str, Connection]]:
        stack: list[tuple[str, Connection]] | None = getattr(self._local, "stack", None)
        if stack is None:
            stack = self._local.stack = []
        return stack

    @contextmanager
    def _transaction(self, kind: str) -> Iterator[Connection]:
        stack = self._stack
        after: list[Callable[[], object]] = []
        if kind != "read":
            self._local.after = after
        try:
            with self._using(kind) as engine, engine.connect() as conn, conn.begin() as transaction:
                stack.append((kind, conn))
                try:
                    yield conn
                finally:
                    stack.pop()
                if kind == "read":
                    transaction.rollback()
        except sqlite3.Error as error:  # from driver-level cursors; SQLAlchemy's own go through _translate
            raise storage_error(error) or error from error
        except NoConnectionFree as error:
            raise no_connection_free() from error
        for do in after:
            do()

    # --- upkeep ---------------------------------------------------------------------------------------------

    @contextmanager
    def unmanaged(self, kind: str = "write") -> Iterator[Any]:
        """The driver's own connection, with no transaction open (for pragmas and SQLite's backup)."""
        try:
            with self._using(kind) as engine:
                conn = engine.raw_connection()
                try:
                    yield conn.driver_connection
                finally:
                    conn.close()
        except sqlite3.Error as error:
            raise storage_error(error) or error from error

    @contextmanager
    def schema_change(self) -> Iterator[Connection]:
        """A write transaction with SQLite's foreign keys off, for migrations: Alembic rebuilds tables, and
        dropping the old one would cascade. Broken references at its end raise :class:`StorageError` and undo
        it all."""
        if self.dialect != "sqlite":
            with self.write() as conn:
                yield conn
            return
        with self._using("write") as engine, engine.connect() as conn:
            run = conn.connection.driver_connection.execute  # type: ignore[union-attr]
            run("PRAGMA foreign_keys=OFF")
            try:
                with conn.begin():
                    yield conn
                    if conn.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                        raise StorageError(
                            "The database could not be brought to this version: records refer to others that are gone."
                            " It was left as it was.",
                            hint="Send the diagnostics bundle to support; go on with the version used before.",
                            code="storage_damaged",
                        )
            finally:
                run("PRAGMA foreign_keys=ON")

    def checkpoint(self) -> bool:
        """Move the write-ahead log into the database file. False when a reader was in the way (no harm)."""
        if self.dialect != "sqlite":
            return True
        with self.unmanaged() as raw:
            busy, _, _ = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy

    def check(self) -> list[str]:
        """What is wrong with the database, in words for the log; an empty list when nothing is."""
        if self.dialect != "sqlite":
            with self.read() as conn:
                conn.exec_driver_sql("SELECT 1")
            return []
        with self.unmanaged("read") as raw:
            problems = [row[0] for row in raw.execute("PRAGMA quick_check(20)") if row[0] != "ok"]
            problems += [
                f"row {row[1]} of {row[0]} refers to a row of {row[2]} that is not there"
                for row in raw.execute("PRAGMA foreign_key_check").fetchmany(20)
            ]
            mode = raw.execute("PRAGMA journal_mode").fetchone()[0]
        if mode != "wal":
            problems.append(f"journal mode is {mode}, not wal: is the data folder on a network share?")
        return problems

    def size(self) -> int:
        """Bytes that it takes, with what still lies in its log."""
        if self.path is None:
            with self.read() as conn:
                return int(conn.exec_driver_sql("SELECT pg_database_size(current_database())").scalar_one())
        log = self.path.with_name(self.path.name + "-wal")
        return self.path.stat().st_size + (log.stat().st_size if log.exists() else 0)

    def rest(self) -> None:
        """Close SQLite's connections that nobody uses: each keeps pages in memory. What is needed again is opened anew."""
        if self.dialect != "sqlite":
            return
        for kind in tuple(self._engines):
            with self._using(kind) as engine:
                for conn in [engine.raw_connection() for _ in range(_idle(engine))]:
                    conn.invalidate()
                    conn.close()

    def close(self) -> None:
        """Close every connection that nobody uses. The object can be used again afterwards: it opens new ones."""
        with self._gate:
            engines, self._engines = self._engines, {}
        self._dispose(engines)

    @contextmanager
    def away(self, patience: float = 0.0) -> Iterator[None]:
        """Close every connection; whoever wants one waits for the end. Another file can be put in the place of SQLite's
        meanwhile. Raises :class:`Conflicting` (``in_use``) when own threads use it for longer than ``patience`` seconds."""
        with self._gate:
            self._gate.wait_for(lambda: not self._shut)
            self._shut = True
        try:
            with self._gate:
                # A connection in use could not be closed, and would lie open in a pool that nobody knows any more.
                if not self._gate.wait_for(lambda: not self._uses, patience):
                    raise Conflicting(
                        "SalesMate Sync is still working with the database.",
                        hint="Wait a minute, then try again.",
                        code="in_use",
                    )
            self.close()
            yield
        finally:
            with self._gate:
                self._shut = False
                self._gate.notify_all()

    def _dispose(self, engines: dict[str, Engine]) -> None:
        writer = engines.get("write")
        if writer is not None and self.dialect == "sqlite":
            with suppress(Exception):  # a courtesy to the next start's query planner, no more
                _optimize(writer)
        for engine in engines.values():
            engine.dispose()

    # --- engines --------------------------------------------------------------------------------------------

    @contextmanager
    def _using(self, kind: str) -> Iterator[Engine]:
        with self._gate:
            # A thread that has a connection already may have another: away() waits for its end.
            self._gate.wait_for(lambda: not self._shut or bool(self._stack))
            engine = self._engines.get(kind)
            if engine is None:
                engine = self._engines[kind] = self._made(kind)
            self._uses += 1
        try:
            yield engine
        finally:
            with self._gate:
                self._uses -= 1
                if self._shut:
                    self._gate.notify_all()

    def _made(self, kind: str) -> Engine:
        engine = _sqlite(self.url, kind) if self.path else postgresql.connect(self.url, kind, BUSY_MS)
        event.listen(engine, "handle_error", _translate)
        return engine


def _sqlite(url: URL, kind: str) -> Engine:
    # Last in, first out: the connection that was used last has the pages in memory, and few have any.
    engine = create_engine(
        url, pool_size=8, max_overflow=56, pool_use_lifo=True, connect_args={"timeout": BUSY_MS / 1000}
    )
    begin = _BEGIN[kind]

    def connected(raw: sqlite3.Connection, _record: object) -> None:
        raw.isolation_level = None  # the driver begins no transactions of its own
        for pragma in (
            f"PRAGMA busy_timeout={BUSY_MS}",
            "PRAGMA journal_mode=WAL",
            "PRAGMA foreign_keys=ON",
            *PRAGMAS[kind],
        ):
            raw.execute(pragma)

    def begun(conn: Connection) -> None:
        conn.exec_driver_sql(begin)

    event.listen(engine, "connect", connected)
    event.listen(engine, "begin", begun)
    return engine


def _idle(engine: Engine) -> int:
    pool = engine.pool
    assert isinstance(pool, QueuePool)
    return pool.checkedin()


def _translate(context: Any) -> None:
    """SQLAlchemy's hook for driver errors: ours takes the place of those that are the storage's."""
    if context.is_pre_ping:
        return
    ours = storage_error(context.original_exception)
    if ours is not None:
        raise ours from context.original_exception


def _optimize(writer: Engine) -> None:
    conn = writer.raw_connection()
    try:
        run: Callable[[str], object] = conn.driver_connection.execute  # type: ignore[union-attr]
        run("PRAGMA analysis_limit=400")
        run("PRAGMA optimize")
    finally:
        conn.close()
