"""Dry runs as stored plans: what would be done, to show and later to apply exactly or refuse."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy import insert, select

from app.db import tables
from app.db.database import Database
from app.db.sql import dump, insert_sql, load
from app.model.clock import stamp
from app.model.ids import new_id

_ITEM = ("plan_id", "action", "side", "entity_type", "local_id", "remote_id", "label", "fields", "reason")


class PlannedItem(Protocol):
    @property
    def action(self) -> str: ...
    @property
    def side(self) -> str: ...
    @property
    def entity(self) -> str: ...
    @property
    def local_id(self) -> str | None: ...
    @property
    def remote_id(self) -> str | None: ...
    @property
    def label(self) -> str: ...
    @property
    def fields(self) -> Sequence[Mapping[str, Any]]: ...
    @property
    def reason(self) -> str: ...


@dataclass(frozen=True, slots=True)
class StoredItem:
    action: str
    side: str
    entity: str
    local_id: str | None
    remote_id: str | None
    label: str
    fields: Sequence[Mapping[str, Any]]
    reason: str


@dataclass(frozen=True, slots=True)
class Plan:
    """``counts``: ``{side: {action: n}}``; ``items`` may be fewer than counted (the first of each kind)."""

    id: str
    connection_id: str
    log_id: str | None
    status: str
    counts: Mapping[str, Mapping[str, int]]
    created_at: str
    items: tuple[StoredItem, ...]


class PlanStore:
    def __init__(self, db: Database) -> None:
        self._db = db

    def save(
        self,
        connection_id: str,
        log_id: str,
        counts: Mapping[str, Mapping[str, int]],
        items: Sequence[PlannedItem],
    ) -> str:
        """Store a plan; its id."""
        plan_id = new_id()
        row = {
            "id": plan_id,
            "connection_id": connection_id,
            "log_id": log_id,
            "status": "open",
            "counts": dump(counts),
            "created_at": stamp(),
        }
        rows = [
            (plan_id, i.action, i.side, i.entity, i.local_id, i.remote_id, i.label, dump(list(i.fields)), i.reason)
            for i in items
        ]
        with self._db.write() as conn:
            conn.execute(insert(tables.plans).values(**row))
            if rows:
                conn.exec_driver_sql(insert_sql(self._db.dialect, "plan_items", _ITEM), rows)
        return plan_id

    def of_run(self, log_id: str) -> Plan | None:
        """The plan that a dry run left, or ``None``."""
        plans, items = tables.plans, tables.plan_items
        with self._db.read() as conn:
            head = conn.execute(select(plans).where(plans.c.log_id == log_id)).first()
            if head is None:
                return None
            rows = conn.execute(select(items).where(items.c.plan_id == head.id).order_by(items.c.id)).all()
        return Plan(
            head.id,
            head.connection_id,
            head.log_id,
            head.status,
            load(head.counts),
            head.created_at,
            tuple(
                StoredItem(
                    row.action,
                    row.side,
                    row.entity_type,
                    row.local_id,
                    row.remote_id,
                    row.label,
                    load(row.fields),
                    row.reason,
                )
                for row in rows
            ),
        )
