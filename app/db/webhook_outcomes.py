"""What a run made of single remote records, told from what it left: history, links, errors, questions. It can be told at any
time after the run, by any process."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from app.db import tables
from app.db.database import Database

_LOT = 500
_LINKS = tables.erp_entity_sync_records
_HISTORY = tables.record_history
_ERRORS = tables.sync_errors
_CONFLICTS = tables.conflicts
_INBOX = tables.inbox
#: Of several rows of one run, the first of these tells what happened.
_ACTIONS = {"create": "created", "delete": "deleted", "restore": "updated", "update": "updated"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """``what``: created, updated, deleted, unchanged, conflict, failed, waits (it is parked until what it refers to, or a write
    of its own, is settled) or absent (there is nothing of it here or there). ``message`` is the failure's."""

    what: str
    message: str = ""


def outcomes(
    db: Database, connection_id: str, run_id: str, started_at: str, records: Mapping[str, Collection[str]]
) -> dict[tuple[str, str], Outcome]:
    """``records`` are remote ids by entity; the answer is by ``(entity, remote id)``. ``started_at`` is the run's."""
    found: dict[tuple[str, str], Outcome] = {}
    with db.read() as conn:
        for entity, wanted in records.items():
            ids = list(wanted)
            for at in range(0, len(ids), _LOT):
                part = ids[at : at + _LOT]
                told = _told(conn, connection_id, run_id, started_at, entity, part)
                found |= {(entity, one): told.get(one, Outcome("absent")) for one in part}
    return found


def _told(
    conn: Connection, connection_id: str, run_id: str, started_at: str, entity: str, ids: Sequence[str]
) -> dict[str, Outcome]:
    told: dict[str, Outcome] = {}
    links = conn.execute(
        select(_LINKS.c.remote_id, _LINKS.c.local_entity_id, _LINKS.c.remote_deleted_at)
        .where(_LINKS.c.connection_id == connection_id, _LINKS.c.entity_type == entity, _LINKS.c.remote_id.in_(ids))
        .order_by(_LINKS.c.id)
    ).all()
    actions: dict[str, set[str]] = {}
    local = [row.local_entity_id for row in links]
    query = select(_HISTORY.c.record_id, _HISTORY.c.action).where(
        _HISTORY.c.record_id.in_(local), _HISTORY.c.run_id == run_id
    )
    for record_id, action in conn.execute(query):
        actions.setdefault(record_id, set()).add(action)
    for row in links:
        told[row.remote_id] = _of_link(actions.get(row.local_entity_id, set()), row.remote_deleted_at, started_at)
    told |= _parked(conn, connection_id, entity, ids)
    told |= _asked(conn, connection_id, entity, ids)
    failed = select(_ERRORS.c.remote_id, _ERRORS.c.message).where(
        _ERRORS.c.connection_id == connection_id,
        _ERRORS.c.entity_type == entity,
        _ERRORS.c.remote_id.in_(ids),
        _ERRORS.c.side == "in",
        _ERRORS.c.resolved_at.is_(None),
    )
    return told | {row[0]: Outcome("failed", row[1]) for row in conn.execute(failed)}


def _of_link(actions: set[str], gone_at: str | None, started_at: str) -> Outcome:
    if gone_at is not None:
        return Outcome("deleted" if gone_at >= started_at else "absent")
    return Outcome(next((word for action, word in _ACTIONS.items() if action in actions), "unchanged"))


def _parked(conn: Connection, connection_id: str, entity: str, ids: Sequence[str]) -> dict[str, Outcome]:
    query = select(_INBOX.c.remote_id).where(
        _INBOX.c.connection_id == connection_id, _INBOX.c.entity_type == entity, _INBOX.c.remote_id.in_(ids)
    )
    return {one: Outcome("waits") for one in conn.execute(query).scalars()}


def _asked(conn: Connection, connection_id: str, entity: str, ids: Sequence[str]) -> dict[str, Outcome]:
    query = select(_CONFLICTS.c.remote_id).where(
        _CONFLICTS.c.connection_id == connection_id,
        _CONFLICTS.c.entity_type == entity,
        _CONFLICTS.c.remote_id.in_(ids),
        _CONFLICTS.c.status == "open",
    )
    return {one: Outcome("conflict") for one in conn.execute(query).scalars()}
