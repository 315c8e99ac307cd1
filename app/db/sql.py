"""Statements and JSON for hot paths: driver-level SQL, made once for each shape.

The statements go to ``conn.exec_driver_sql(sql, rows)`` with ``rows`` a list of tuples in the order of
``columns``. They skip SQLAlchemy's per-row work; values must already be what the driver takes (text, int,
bool, bytes, ``None``)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

import orjson

_MARK = {"sqlite": "?", "postgresql": "%s"}


def dump(value: Any) -> str:
    """Canonical JSON text: sorted keys, no spaces. Raises ``TypeError`` for what is not plain JSON."""
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS).decode()


def load(text: str | bytes | None) -> Any:
    """The value of a JSON text; ``None`` for no text."""
    return None if text is None else orjson.loads(text)


def marks(dialect: str, count: int) -> str:
    """``?, ?, ?`` for ``count`` parameters."""
    return ", ".join([_MARK[dialect]] * count)


def names(columns: tuple[str, ...]) -> str:
    return ", ".join(f'"{column}"' for column in columns)


@lru_cache(maxsize=512)
def insert_sql(dialect: str, table: str, columns: tuple[str, ...]) -> str:
    """``INSERT INTO table (columns) VALUES (…)``."""
    return f'INSERT INTO "{table}" ({names(columns)}) VALUES ({marks(dialect, len(columns))})'  # noqa: S608 - our own names


def insert_alike(
    dialect: str, table: str, columns: tuple[str, ...], rows: Sequence[tuple[Any, ...]], same: Mapping[str, Any]
) -> tuple[str, Sequence[tuple[Any, ...]]]:
    """An insert of ``rows``, and what it is given for each, where further columns have the ``same`` value in all: that stands in
    the statement, which saves the driver a fifth of its work. A value with other characters than these is given with the rows."""
    plain = {name: literal for name, value in same.items() if (literal := _literal(value)) is not None}
    others = {name: value for name, value in same.items() if name not in plain}
    if others:
        columns, rows = (*columns, *others), [(*row, *others.values()) for row in rows]
    listed = names((*columns, *plain))
    values = ", ".join((marks(dialect, len(columns)), *plain.values()))
    return f'INSERT INTO "{table}" ({listed}) VALUES ({values})', rows  # noqa: S608 - our own names, and see _literal


_HARMLESS = re.compile(r"[A-Za-z0-9 _:.-]*")


def _literal(value: Any) -> str | None:
    """A value as it stands in SQL, if there is nothing in it to take care of: ids, stamps, words of ours."""
    if value is None:
        return "NULL"
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int):
        return str(value)
    return f"'{value}'" if isinstance(value, str) and _HARMLESS.fullmatch(value) else None


@lru_cache(maxsize=512)
def upsert_sql(
    dialect: str,
    table: str,
    columns: tuple[str, ...],
    key: tuple[str, ...],
    update: tuple[str, ...] | None = None,
) -> str:
    """An insert that updates the row which has the same ``key``. ``update``: which columns (default: all but
    the key; ``()``: leave the old row as it is)."""
    changed = tuple(column for column in columns if column not in key) if update is None else update
    action = (
        "DO UPDATE SET " + ", ".join(f'"{name}" = excluded."{name}"' for name in changed) if changed else "DO NOTHING"
    )
    return f"{insert_sql(dialect, table, columns)} ON CONFLICT ({names(key)}) {action}"


@lru_cache(maxsize=512)
def update_sql(dialect: str, table: str, columns: tuple[str, ...], where: tuple[str, ...]) -> str:
    """``UPDATE table SET columns WHERE where``: parameters are the new values, then the values of
    ``where``."""
    mark = _MARK[dialect]
    changes = ", ".join(f'"{name}" = {mark}' for name in columns)
    condition = " AND ".join(f'"{name}" = {mark}' for name in where)
    return f'UPDATE "{table}" SET {changes} WHERE {condition}'  # noqa: S608 - our own names


@lru_cache(maxsize=512)
def delete_sql(dialect: str, table: str, where: tuple[str, ...]) -> str:
    condition = " AND ".join(f'"{name}" = {_MARK[dialect]}' for name in where)
    return f'DELETE FROM "{table}" WHERE {condition}'  # noqa: S608 - our own names


@lru_cache(maxsize=512)
def select_in_sql(dialect: str, table: str, columns: tuple[str, ...], by: str, count: int) -> str:
    """``SELECT columns FROM table WHERE by IN (count parameters)``."""
    return f'SELECT {names(columns)} FROM "{table}" WHERE "{by}" IN ({marks(dialect, count)})'  # noqa: S608 - our own names
