"""A fake ERP's own store: every state that a row ever had, in SQLite (a file where the store must outlive a SIGKILL)."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from typing import Any

_SCHEMA = """
CREATE TABLE IF NOT EXISTS states(seq INTEGER PRIMARY KEY AUTOINCREMENT, module TEXT, id TEXT, version INTEGER, stamp REAL,
    shown_at REAL, gone INTEGER, born REAL, hub_key TEXT, op TEXT, fields TEXT);
CREATE INDEX IF NOT EXISTS ix_states ON states(module, id, seq);
CREATE TABLE IF NOT EXISTS late(op_id TEXT PRIMARY KEY, due REAL, op BLOB);
CREATE TABLE IF NOT EXISTS notes(name TEXT PRIMARY KEY, value TEXT);
"""
_COLUMNS = "seq, module, id, version, stamp, shown_at, gone, born, hub_key, op, fields"


@dataclass(frozen=True, slots=True)
class State:
    """One state of one row. ``shown_at``: from when on lists show it; ``op``: the write of ours that made it."""

    seq: int
    module: str
    id: str
    version: int
    stamp: float
    shown_at: float
    gone: bool
    born: float
    hub_key: str | None
    op: str | None
    fields: dict[str, Any]


class ErpStore:
    def __init__(self, path: str = ":memory:") -> None:
        self._db = sqlite3.connect(path, isolation_level=None, check_same_thread=False, cached_statements=64)
        if path != ":memory:":
            self._db.execute("PRAGMA journal_mode=WAL")
            self._db.execute("PRAGMA synchronous=OFF")  # a killed process loses nothing by that, only a killed machine
            self._db.execute("PRAGMA busy_timeout=5000")
        self._db.executescript(_SCHEMA)

    def close(self) -> None:
        self._db.close()

    def snapshot(self) -> bytes:
        return self._db.serialize()

    def restore(self, content: bytes) -> None:
        self._db.deserialize(content)

    # --- states --------------------------------------------------------------------------------------------------

    def add(self, state: State) -> State:
        values = (
            state.module, state.id, state.version, state.stamp, state.shown_at, int(state.gone), state.born, state.hub_key,
            state.op, json.dumps(state.fields),
        )  # fmt: skip
        cursor = self._db.execute(
            "INSERT INTO states(module, id, version, stamp, shown_at, gone, born, hub_key, op, fields)"
            " VALUES (?,?,?,?,?,?,?,?,?,?)",
            values,
        )
        return _state((cursor.lastrowid, *values))

    def latest(self, module: str, shown_by: float | None = None) -> dict[str, State]:
        """The newest state of every row of a module, gone ones included; of those that lists show at ``shown_by``."""
        limit = 9e99 if shown_by is None else shown_by
        rows = self._db.execute(
            f"SELECT {_COLUMNS} FROM states WHERE seq IN"
            " (SELECT max(seq) FROM states WHERE module = ? AND shown_at <= ? GROUP BY id) ORDER BY seq",
            (module, limit),
        )
        return {row[2]: _state(row) for row in rows}

    def one(self, module: str, rid: str) -> State | None:
        row = self._db.execute(
            f"SELECT {_COLUMNS} FROM states WHERE module = ? AND id = ? ORDER BY seq DESC LIMIT 1", (module, rid)
        ).fetchone()
        return None if row is None else _state(row)

    def of_op(self, op_id: str) -> State | None:
        row = self._db.execute(f"SELECT {_COLUMNS} FROM states WHERE op = ? ORDER BY seq LIMIT 1", (op_id,)).fetchone()
        return None if row is None else _state(row)

    def counter(self) -> int:
        return int(self._db.execute("SELECT coalesce(max(seq), 0) FROM states").fetchone()[0])

    def count_gone(self, module: str) -> int:
        row = self._db.execute("SELECT count(*) FROM states WHERE module = ? AND gone = 1", (module,)).fetchone()
        return int(row[0])

    def ever(self, module: str) -> list[State]:
        return [
            _state(row)
            for row in self._db.execute(f"SELECT {_COLUMNS} FROM states WHERE module = ? ORDER BY seq", (module,))
        ]

    # --- writes under way ----------------------------------------------------------------------------------------

    def hold(self, op_id: str, due: float, op: bytes) -> None:
        self._db.execute("INSERT OR REPLACE INTO late VALUES (?,?,?)", (op_id, due, op))

    def held(self) -> list[tuple[str, float, bytes]]:
        return list(self._db.execute("SELECT op_id, due, op FROM late ORDER BY due"))

    def let_go(self, op_id: str) -> None:
        self._db.execute("DELETE FROM late WHERE op_id = ?", (op_id,))

    # --- small things --------------------------------------------------------------------------------------------

    def note(self, name: str, value: Any) -> None:
        self._db.execute("INSERT OR REPLACE INTO notes VALUES (?,?)", (name, json.dumps(value)))

    def noted(self, name: str, default: Any) -> Any:
        row = self._db.execute("SELECT value FROM notes WHERE name = ?", (name,)).fetchone()
        return default if row is None else json.loads(row[0])


def _state(row: Any) -> State:
    return State(*row[:6], bool(row[6]), *row[7:10], json.loads(row[10]))
