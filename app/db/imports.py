"""What an import of a file asks of the hub: records by what they are called, and the imports made so far."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, exists, select, true

from app.db.sql import load
from app.db.tables import audit, entity_tables, record_history
from app.model.entities import ENTITIES

#: Not more parameters than SQLite takes in one statement on any build.
_CHUNK = 500
ACTION, UNDO = "import", "undo"


@dataclass(frozen=True, slots=True)
class Made:
    """An import: ``at`` a stamp, ``undone`` whether it was taken back, ``kept`` whether its changes are still known."""

    id: str
    file: str
    entity: str
    at: str
    undone: bool
    kept: bool


def by_name(conn: Connection, entity: str, keys: Iterable[str]) -> dict[str, list[tuple[str, str]]]:
    """Living records by the folded name that they bear: ``{name: [(id, label), …]}``."""
    table = entity_tables[entity]
    label = table.c[ENTITIES[entity].label_field]
    ordered = sorted(set(keys))
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for at in range(0, len(ordered), _CHUNK):
        query = select(table.c.match_key, table.c.id, label).where(
            table.c.match_key.in_(ordered[at : at + _CHUNK]), table.c.deleted_at.is_(None)
        )
        for key, record_id, name in conn.execute(query.order_by(table.c.id)):
            found[key].append((record_id, name))
    return found


def numberless(conn: Connection, entity: str, days: Iterable[str]) -> list[tuple[str, str]]:
    """Living documents without a number, of those days: ``[(id, ""), …]``."""
    table = entity_tables[entity]
    ordered = sorted(set(days))
    found: list[tuple[str, str]] = []
    for at in range(0, len(ordered), _CHUNK):
        chosen = table.c.date.in_(ordered[at : at + _CHUNK])
        query = select(table.c.id).where(table.c.match_key == "", table.c.deleted_at.is_(None), chosen)
        found += [(row[0], "") for row in conn.execute(query.order_by(table.c.id))]
    return found


def target_of(import_id: str) -> str:
    """How the audit names an import."""
    return f"{ACTION}:{import_id}"


def made(conn: Connection, import_id: str) -> Made | None:
    return next(iter(_made(conn, audit.c.target == target_of(import_id), limit=1)), None)


def newest(conn: Connection, limit: int) -> list[Made]:
    return _made(conn, true(), limit=limit)


def _made(conn: Connection, wanted: ColumnElement[bool], *, limit: int) -> list[Made]:
    back = audit.alias()
    undone = exists().where(back.c.action == UNDO, back.c.target == audit.c.target, back.c.id > audit.c.id)
    query = select(audit.c.target, audit.c.details, audit.c.at, undone).where(audit.c.action == ACTION, wanted)
    # The history loses its oldest part first.
    oldest = conn.execute(
        select(record_history.c.id, record_history.c.at).order_by(record_history.c.id).limit(1)
    ).first()
    found = []
    for target, told, at, gone in conn.execute(query.order_by(audit.c.id.desc()).limit(limit)):
        details, kept = load(told), oldest is not None and (oldest[0] == 1 or at >= oldest[1])
        found.append(Made(target.partition(":")[2], details["file"], details["entity"], at, bool(gone), kept))
    return found
