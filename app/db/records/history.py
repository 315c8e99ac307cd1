"""Every version of a record, made backwards from the present one: a creation stores no value twice.

A row's ``changes`` is ``{field: [before, after]}`` in the stored form, with children as they are but without
``line_no``, and custom fields one by one as ``custom.x``. Whether a version was deleted is told by the
actions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from app.db.records.reading import Labels, Stored, labels, one, shown
from app.db.sql import load
from app.db.tables import record_history
from app.model.entities import EntitySpec
from app.model.errors import NotFound


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a record. ``action``: create, update, delete or restore; ``source`` who wrote it, in
    which run; ``changes`` is ``{field: [before, after]}``, ``values`` the whole record then. Lookups are
    ``{"id", "label"}`` with the labels of today; children have no ``line_no``."""

    version: int
    action: str
    source: str
    run_id: str | None
    at: str
    changes: Mapping[str, Sequence[Any]]
    values: Mapping[str, Any]
    deleted: bool


def flat(values: Mapping[str, Any]) -> dict[str, Any]:
    """The stored form as history keeps it: custom fields by their names, children without ``line_no``."""
    out: dict[str, Any] = {}
    for name, value in values.items():
        if name == "custom":
            out |= {f"custom.{key}": item for key, item in value.items()}
        elif isinstance(value, list):
            out[name] = [{key: item for key, item in line.items() if key != "line_no"} for line in value]
        else:
            out[name] = value
    return out


def unflat(values: Mapping[str, Any]) -> dict[str, Any]:
    """Back from :func:`flat` (the children's numbers stay away)."""
    out: dict[str, Any] = {"custom": {}}
    for name, value in values.items():
        if name.startswith("custom."):
            if value is not None:
                out["custom"][name[7:]] = value
        else:
            out[name] = value
    return out


def difference(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, list[Any]]:
    """``{field: [before, after]}`` of two flat forms; an absent custom field is ``None``."""
    names = [*after, *(name for name in before if name not in after)]
    return {name: [before.get(name), after.get(name)] for name in names if before.get(name) != after.get(name)}


def take_back(values: Mapping[str, Any], changes: Mapping[str, Sequence[Any]]) -> dict[str, Any]:
    """The flat form before ``changes`` were made."""
    out = dict(values)
    for name, (before, _) in changes.items():
        if before is None and name.startswith("custom."):
            out.pop(name, None)
        else:
            out[name] = before
    return out


def _rows(conn: Connection, record_id: str) -> Iterator[Any]:
    """The newest first, read as they are asked for."""
    table = record_history
    yield from conn.execute(
        select(table.c.version, table.c.action, table.c.source, table.c.run_id, table.c.at, table.c.changes)
        .where(table.c.record_id == record_id)
        .order_by(table.c.version.desc(), table.c.id.desc())
    )


def _was_deleted(conn: Connection, record_id: str, version: int) -> bool:
    """Was the record deleted just before it came to ``version``?"""
    table = record_history
    last = conn.execute(
        select(table.c.action)
        .where(table.c.record_id == record_id, table.c.version < version, table.c.action != "update")
        .order_by(table.c.version.desc(), table.c.id.desc())
        .limit(1)
    ).scalar()
    return last == "delete"


def values_at(conn: Connection, present: Stored, version: int) -> dict[str, Any]:
    """The stored form of an earlier version (children without ``line_no``). Raises :class:`NotFound`."""
    values = flat(present.values)
    for row in _rows(conn, present.id):
        if row.version == version:
            return unflat(values)
        values = take_back(values, load(row.changes) or {})
    raise NotFound(f"This record has no version {version}.")


def versions(
    conn: Connection, spec: EntitySpec, record_id: str, limit: int | None = None, before: int | None = None
) -> list[Version]:
    """The versions (at most ``limit`` of those below ``before``), the newest first. Raises :class:`NotFound`. What is newer is
    gone through all the same: an older version is told by what was changed since."""
    values = flat(one(conn, spec, record_id).values)
    past: list[tuple[Any, dict[str, Any], dict[str, Any]]] = []
    for row in _rows(conn, record_id):
        if limit is not None and len(past) == limit:
            break
        changes = load(row.changes) or {}
        if before is None or row.version < before:
            past.append((row, changes, values))
        values = take_back(values, changes)
    known = labels(conn, spec, _all_values(past))
    out: list[Version] = []
    deleted = bool(past) and _was_deleted(conn, record_id, past[-1][0].version)
    for row, changes, then in reversed(past):
        deleted = row.action == "delete" or (deleted and row.action != "restore")
        out.append(
            Version(
                row.version, row.action, row.source, row.run_id, row.at,
                {name: [_shown(spec, name, side, known) for side in both] for name, both in changes.items()},
                {name: _shown(spec, name, value, known) for name, value in unflat(then).items()},
                deleted,
            )
        )  # fmt: skip
    return out[::-1]


def _all_values(past: Sequence[tuple[Any, dict[str, Any], dict[str, Any]]]) -> list[dict[str, Any]]:
    found = [then for _, _, then in past]
    for _, changes, _ in past:
        found += [{name: both[side] for name, both in changes.items()} for side in (0, 1)]
    return found


def _shown(spec: EntitySpec, name: str, value: Any, known: Labels) -> Any:
    return shown(spec.field.get(name), value, known)
