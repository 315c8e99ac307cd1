"""Statements compiled once for all hubs of a test process: each test has a hub of its own, and compiling for each anew what the
last one's engine knew is a sixth of what the tests of syncing take."""

from __future__ import annotations

from typing import Any

from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.engine import Engine
from sqlalchemy.util import LRUCache

_DIALECTS: tuple[Any, ...] = (SQLiteDialect_pysqlite, PGDialect_psycopg)


def compile_once() -> None:
    """A compiled statement is found by its dialect and its shape: dialects of one kind count as one, and share what they find."""
    compiled = {dialect: LRUCache(5000) for dialect in _DIALECTS}
    Engine._compiled_cache = property(  # type: ignore[assignment]
        lambda self: compiled[type(self.dialect)], lambda self, own: None
    )
    for dialect in _DIALECTS:
        dialect.__eq__ = lambda self, other: type(self) is type(other)
        dialect.__hash__ = lambda self: hash(type(self))
