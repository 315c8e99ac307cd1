"""Between a table's rows and a frozen dataclass with the same field names: JSON columns are parsed on the
way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, Select, Table, select

from app.db.sql import dump, load

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Listed(Generic[T]):
    """Some rows of a list, and the ``cursor`` that goes on from there (``None`` at the end)."""

    items: tuple[T, ...]
    next_cursor: str | None = None


class Shape(Generic[T]):
    """How the rows of ``table`` become ``kind``. ``json`` names the columns that hold JSON text."""

    def __init__(self, table: Table, kind: type[T], json: Iterable[str] = ()) -> None:
        self.table = table
        self.kind = kind
        self.json = frozenset(json)
        self.names = tuple(field.name for field in fields(kind) if field.name in table.c)  # type: ignore[arg-type]

    def select(self) -> Select[Any]:
        return select(*(self.table.c[name] for name in self.names))

    def of(self, row: Sequence[Any], **more: Any) -> T:
        """The dataclass of a row of :meth:`select`; ``more`` are the fields that the table does not have."""
        values = {
            name: load(value) if name in self.json else value for name, value in zip(self.names, row, strict=True)
        }
        return self.kind(**values, **more)

    def values(self, changes: Mapping[str, Any], allowed: frozenset[str] | None = None) -> dict[str, Any]:
        """``changes`` as the table stores them. Raises ``TypeError`` for a name that may not be set: a
        mistake of ours."""
        unknown = set(changes) - (set(self.names) if allowed is None else allowed)
        if unknown:
            raise TypeError(f"{self.table.name} has no field {', '.join(sorted(unknown))} to set")
        return {
            name: dump(value) if name in self.json and value is not None else value for name, value in changes.items()
        }


def page_of(items: list[T], limit: int, key: str = "id") -> Listed[T]:
    """``items`` were read with ``limit + 1``: one more than asked for tells that there is a next page."""
    if len(items) <= limit:
        return Listed(tuple(items))
    return Listed(tuple(items[:limit]), str(getattr(items[limit - 1], key)))


def where_given(conditions: Mapping[ColumnElement[Any], Any]) -> list[ColumnElement[bool]]:
    """``column == value`` for every value that is not ``None``."""
    return [column == value for column, value in conditions.items() if value is not None]
