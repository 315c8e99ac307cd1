"""PostgreSQL's connections: what makes a hub on a server behave as one in a file does.

Writers come one after the other, as SQLite's do: each write transaction begins with one lock of the whole hub, so that
what holds for one writer at a time holds here too. Readers never wait: each sees the moment at which it began."""

from __future__ import annotations

from typing import Any

from sqlalchemy import URL, Column, Connection, Engine, String, create_engine, event
from sqlalchemy.dialects.postgresql.base import PGTypeCompiler
from sqlalchemy.types import TypeEngine

from app.model.errors import StorageError

#: The writers' advisory lock: any number, the same in every version of this program.
WRITERS = 7_205_759_403_792
#: A write transaction that nobody goes on with (its PC was shut while it ran) gives the lock back after this.
_ABANDONED_SECONDS = 60
#: (connections kept, more in a rush) of each kind: several agents share what the server allows (100 as it comes).
_POOL = {"read": (5, 15), "write": (2, 8), "full": (1, 4)}
_CONNECT = {
    "application_name": "salesmate-sync",
    "client_encoding": "utf8",
    "connect_timeout": "10",
    # Without them a server that vanished is noticed after two hours.
    "keepalives_idle": "30",
    "keepalives_interval": "10",
    "keepalives_count": "3",
    "tcp_user_timeout": "60000",
}


class _Types(PGTypeCompiler):
    """Every column of text is compared by its bytes, as SQLite does, whatever the language of the database: stamps and ids
    sort, ``lower`` knows the same letters."""

    def process(self, type_: TypeEngine[Any], **more: Any) -> str:
        text = super().process(type_, **more)
        of_column = isinstance(type_, String) and isinstance(more.get("type_expression"), Column)
        return f'{text} COLLATE "C"' if of_column else text


def connect(url: URL, kind: str, busy_ms: int) -> Engine:
    """The engine for one kind of transaction: read, write or full. A writer that has waited ``busy_ms`` for the others gives
    up."""
    given = {name: value for name, value in _CONNECT.items() if name not in url.query}
    kept, more = _POOL[kind]
    options: dict[str, Any] = {"isolation_level": "READ COMMITTED"}
    if kind == "read":
        options = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    engine = create_engine(
        url, pool_size=kept, max_overflow=more, pool_pre_ping=True, connect_args=given, execution_options=options
    )
    event.listen(engine, "connect", _connected)
    engine.dialect.type_compiler_instance = engine.dialect.type_compiler = _Types(engine.dialect)
    if kind != "read":
        begin = _begin(kind, busy_ms)

        def begun(conn: Connection) -> None:
            conn.exec_driver_sql(begin)

        event.listen(engine, "begin", begun)
    return engine


def _connected(raw: Any, _record: object) -> None:
    encoding = raw.info.parameter_status("server_encoding")
    if encoding != "UTF8":
        raise StorageError(
            f"This database keeps its text as {encoding}, which has no room for every name.",
            hint="Have it made with ENCODING 'UTF8' (TEMPLATE template0).",
            code="storage_kind",
        )


def _begin(kind: str, busy_ms: int) -> str:
    """One round trip. An ordinary write is as lasting as the server makes it; a full one is on its disk in any case."""
    settings = {"lock_timeout": f"{busy_ms}ms", "idle_in_transaction_session_timeout": f"{_ABANDONED_SECONDS}s"}
    if kind == "full":
        settings["synchronous_commit"] = "on"
    local = "".join(f"SET LOCAL {name} = '{value}'; " for name, value in settings.items())
    return f"{local}SELECT pg_advisory_xact_lock({WRITERS})"
