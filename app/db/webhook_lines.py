"""Webhook events as a list shows them: without what they came with, and with the record that each is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from app.db import tables
from app.db.database import Database
from app.db.records.reading import labels_of
from app.db.rows import Listed, page_of, where_given
from app.model.entities import ENTITIES, entity_named

_EVENTS = tables.erp_webhook_events
_HOOKS = tables.erp_webhooks
_LINKS = tables.erp_entity_sync_records


@dataclass(frozen=True, slots=True)
class Line:
    """An event without body and headers."""

    id: str
    webhook_id: str
    connection_id: str
    event_type: str | None
    remote_module: str | None
    entity_type: str | None
    remote_id: str | None
    status: str
    outcome: str | None
    attempts: int
    next_attempt_at: str | None
    run_id: str | None
    received_at: str
    processed_at: str | None
    error: str | None


@dataclass(frozen=True, slots=True)
class About:
    """The hub's record that an event is about."""

    entity_type: str
    record_id: str
    label: str


def lines(
    db: Database, *, webhook_id: str | None = None, status: str | None = None, limit: int, cursor: str | None = None
) -> tuple[Listed[Line], Mapping[str, About]]:
    """The newest first, and by an event's id the record it is about, where that is known."""
    names = [name for name in Line.__dataclass_fields__ if name != "connection_id"]
    columns = [*(_EVENTS.c[name] for name in names), _HOOKS.c.connection_id]
    given = where_given({_EVENTS.c.webhook_id: webhook_id, _EVENTS.c.status: status})
    if cursor is not None:
        given.append(_EVENTS.c.id < cursor)
    query = (
        select(*columns).join(_HOOKS, _HOOKS.c.id == _EVENTS.c.webhook_id).where(*given).order_by(_EVENTS.c.id.desc())
    )
    with db.read() as conn:
        found = [Line(**row._mapping) for row in conn.execute(query.limit(limit + 1))]
        page = page_of(found, limit)
        return page, _about(conn, page.items)


def last_received(db: Database) -> dict[str, str]:
    """When each webhook got its newest event; those that have none are left out."""
    newest = (
        select(_EVENTS.c.received_at)
        .where(_EVENTS.c.webhook_id == _HOOKS.c.id)
        .order_by(_EVENTS.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    with db.read() as conn:
        return {row[0]: row[1] for row in conn.execute(select(_HOOKS.c.id, newest)) if row[1] is not None}


def count(db: Database, status: str) -> int:
    with db.read() as conn:
        return int(conn.execute(select(func.count()).where(_EVENTS.c.status == status)).scalar_one())


def _about(conn: Connection, found: Sequence[Line]) -> dict[str, About]:
    by_connection: dict[str, list[Line]] = defaultdict(list)
    for one in found:
        if one.remote_id:
            by_connection[one.connection_id].append(one)
    linked: dict[str, tuple[str, str]] = {}
    for connection_id, events in by_connection.items():
        linked |= _linked(conn, connection_id, events)
    wanted: dict[str, set[str]] = defaultdict(set)
    for entity, record_id in linked.values():
        wanted[entity].add(record_id)
    labels = labels_of(conn, wanted)
    return {
        event_id: About(entity, record_id, labels.get((entity, record_id)) or "")
        for event_id, (entity, record_id) in linked.items()
    }


def _linked(conn: Connection, connection_id: str, events: Sequence[Line]) -> dict[str, tuple[str, str]]:
    """By an event's id the entity and id of its record."""
    query = select(_LINKS.c.remote_id, _LINKS.c.remote_module, _LINKS.c.entity_type, _LINKS.c.local_entity_id).where(
        _LINKS.c.connection_id == connection_id,
        _LINKS.c.entity_type.in_(ENTITIES),  # all there are: the index has it before the remote id
        _LINKS.c.remote_id.in_({one.remote_id for one in events}),
        _LINKS.c.remote_deleted_at.is_(None),
    )
    there: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for remote_id, module, entity, record_id in conn.execute(query):
        there[remote_id].append((module, entity, record_id))
    out = {}
    for one in events:
        records = {
            (entity, local) for module, entity, local in there[one.remote_id or ""] if _is_of(one, module, entity)
        }
        if len(records) == 1:
            out[one.id] = records.pop()
    return out


def _is_of(event: Line, module: str, entity: str) -> bool:
    """Numbers are a kind's own: 12 may be a customer and an invoice. Senders give their name of the kind, or ours."""
    if event.entity_type is not None:
        return entity == event.entity_type
    if not event.remote_module:
        return True
    spec = entity_named(event.remote_module.casefold())
    return module.casefold() == event.remote_module.casefold() or (spec is not None and entity == spec.name)
