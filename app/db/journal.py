"""The journal: intended remote writes, on the disk before they are sent (engine: State). At most one open for a hub record
and connection: the table itself sees to that. Every method works inside the caller's transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from app.db import tables
from app.db.sql import dump, load

_TABLE = tables.journal
INFLIGHT, DONE, STALE, NOT_APPLIED, REFUSED, REVIEW = (
    "inflight", "done", "stale", "not_applied", "refused", "review",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Payload:
    """What is sent. ``fields``, ``whole`` and ``references`` as in :class:`app.connectors.base.WriteOp` (references as
    ``[entity, id, key, label]``); ``local`` the hub's values that they were made of, ``raw`` how the ERP should show them;
    both under local names: they become the shadows."""

    module: str
    label: str
    fields: Mapping[str, Any]
    whole: Mapping[str, Any]
    references: Sequence[Sequence[str]]
    local: Mapping[str, Any]
    raw: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class JournalRow:
    """One row; ``state``: inflight, done, stale (the record had moved), not_applied, refused, review (undecidable: kept for a
    person)."""

    op_id: str
    connection_id: str
    entity: str
    local_id: str
    remote_id: str | None
    kind: str
    payload: Payload
    expected_version: str | None
    state: str
    sent_at: str
    settled_at: str | None = None
    error: str | None = None
    run_id: str | None = None


class JournalStore:
    def open(self, conn: Connection, rows: Sequence[JournalRow]) -> None:
        """Note intents. The caller's transaction must be :meth:`app.db.database.Database.write_full`."""
        conn.execute(
            insert(_TABLE),
            [
                {
                    "op_id": row.op_id,
                    "connection_id": row.connection_id,
                    "entity_type": row.entity,
                    "local_entity_id": row.local_id,
                    "remote_id": row.remote_id,
                    "kind": row.kind,
                    "payload": _text(row.payload),
                    "expected_version": row.expected_version,
                    "state": row.state,
                    "sent_at": row.sent_at,
                    "run_id": row.run_id,
                }
                for row in rows
            ],
        )

    def settle(self, conn: Connection, op_id: str, state: str, now: str, error: str | None = None) -> None:
        conn.execute(update(_TABLE).where(_TABLE.c.op_id == op_id).values(state=state, settled_at=now, error=error))

    def restamp(self, conn: Connection, op_id: str, now: str) -> None:
        """It counts as sent at ``now``: the clock it was stamped with was ahead."""
        conn.execute(update(_TABLE).where(_TABLE.c.op_id == op_id).values(sent_at=now))

    def reword(self, conn: Connection, op_id: str, payload: Payload) -> None:
        """What an open op's payload is to become when it is settled; what was sent stays as it was."""
        conn.execute(update(_TABLE).where(_TABLE.c.op_id == op_id).values(payload=_text(payload)))

    def unsettled(self, conn: Connection, connection_id: str) -> list[JournalRow]:
        """The open ones, in the order in which they were sent."""
        query = (
            select(_TABLE)
            .where(_TABLE.c.connection_id == connection_id, _TABLE.c.state == INFLIGHT)
            .order_by(_TABLE.c.sent_at, _TABLE.c.op_id)
        )
        return [_row(row) for row in conn.execute(query)]

    def is_open(self, conn: Connection, connection_id: str, local_id: str) -> bool:
        """Is a write of this hub record under way, or of unknown outcome?"""
        query = select(_TABLE.c.op_id).where(
            _TABLE.c.connection_id == connection_id, _TABLE.c.local_entity_id == local_id, _TABLE.c.state == INFLIGHT
        )
        return conn.execute(query).first() is not None

    def of_record(self, conn: Connection, local_id: str, limit: int = 50) -> list[JournalRow]:
        """What was sent of a hub record, the newest first: why it is as it is over there."""
        query = (
            select(_TABLE).where(_TABLE.c.local_entity_id == local_id).order_by(_TABLE.c.sent_at.desc()).limit(limit)
        )
        return [_row(row) for row in conn.execute(query)]

    def count(self, conn: Connection, connection_id: str, state: str = INFLIGHT) -> int:
        query = (
            select(func.count())
            .select_from(_TABLE)
            .where(_TABLE.c.connection_id == connection_id, _TABLE.c.state == state)
        )
        return int(conn.execute(query).scalar_one())


def _text(payload: Payload) -> str:
    return dump({name: getattr(payload, name) for name in Payload.__dataclass_fields__})


def _row(row: Any) -> JournalRow:
    return JournalRow(
        row.op_id,
        row.connection_id,
        row.entity_type,
        row.local_entity_id,
        row.remote_id,
        row.kind,
        Payload(**load(row.payload)),
        row.expected_version,
        row.state,
        row.sent_at,
        row.settled_at,
        row.error,
        row.run_id,
    )
