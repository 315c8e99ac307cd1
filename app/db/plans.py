"""Dry runs as stored plans: what would be done, to show and later to apply exactly or refuse."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy import insert, select, update

from app.db import tables
from app.db.database import Database
from app.db.sql import dump, insert_sql, load
from app.model.clock import stamp
from app.model.errors import NotFound
from app.model.ids import new_id

_ITEM = (
    "plan_id", "action", "side", "entity_type", "local_id", "remote_id", "label", "fields", "precondition", "reason",
)  # fmt: skip


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
    def fields(self) -> Sequence[Mapping[str, Any]] | None: ...
    @property
    def reason(self) -> str: ...
    @property
    def mark(self) -> str: ...


@dataclass(frozen=True, slots=True)
class StoredItem:
    """One item as it is shown."""

    id: int
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
    """``status``: building, open, applied, refused. ``asked`` is what the dry run was asked for, ``scope`` the mappings and
    rules that it was made under. ``counts``: ``{side: {action: n}}``; ``items`` are the first of each kind."""

    id: str
    connection_id: str
    log_id: str | None
    status: str
    asked: Mapping[str, Any]
    scope: str
    counts: Mapping[str, Mapping[str, int]]
    created_at: str
    items: tuple[StoredItem, ...] = ()


class PlanStore:
    def __init__(self, db: Database) -> None:
        self._db = db

    def begin(self, connection_id: str, log_id: str, asked: Mapping[str, Any], scope: str) -> str:
        """A plan that is being made; its id."""
        row = {
            "id": new_id(),
            "connection_id": connection_id,
            "log_id": log_id,
            "status": "building",
            "asked": dump(dict(asked)),
            "scope": scope,
            "counts": "{}",
            "created_at": stamp(),
        }
        with self._db.write() as conn:
            conn.execute(insert(tables.plans).values(**row))
        return str(row["id"])

    def add(self, plan_id: str, items: Sequence[PlannedItem]) -> None:
        """More of its items. Those without fields are kept, not shown."""
        rows = [
            (
                plan_id,
                one.action,
                one.side,
                one.entity,
                one.local_id,
                one.remote_id,
                one.label,
                "" if one.fields is None else dump(list(one.fields)),
                one.mark,
                one.reason,
            )
            for one in items
        ]
        with self._db.write() as conn:
            conn.exec_driver_sql(insert_sql(self._db.dialect, "plan_items", _ITEM), rows)

    def end(self, plan_id: str, status: str, counts: Mapping[str, Mapping[str, int]] | None = None) -> None:
        values: dict[str, Any] = {"status": status}
        if counts is not None:
            values["counts"] = dump(counts)
        with self._db.write() as conn:
            conn.execute(update(tables.plans).where(tables.plans.c.id == plan_id).values(**values))

    def marks(self, plan_id: str, side: str, entity: str, key: str, left_out: Collection[int]) -> set[str]:
        """The marks of one record's items but those left out; ``key`` is the remote's id for local items, the hub's for
        remote ones."""
        items = tables.plan_items
        named = items.c.remote_id if side == "local" else items.c.local_id
        query = select(items.c.id, items.c.precondition).where(
            items.c.plan_id == plan_id, named == key, items.c.side == side, items.c.entity_type == entity
        )
        with self._db.read() as conn:
            return {row.precondition for row in conn.execute(query) if row.id not in left_out}

    def get(self, plan_id: str) -> Plan:
        """A plan without its items. Raises :class:`NotFound`."""
        with self._db.read() as conn:
            head = conn.execute(select(tables.plans).where(tables.plans.c.id == plan_id)).first()
        if head is None:
            raise NotFound("There is no such plan. Plans are kept for 30 days.")
        return _plan(head, ())

    def of_run(self, log_id: str) -> Plan | None:
        """The plan that a dry run left, or ``None``."""
        plans, items = tables.plans, tables.plan_items
        with self._db.read() as conn:
            head = conn.execute(select(plans).where(plans.c.log_id == log_id, plans.c.status != "building")).first()
            if head is None:
                return None
            shown = select(items).where(items.c.plan_id == head.id, items.c.fields != "").order_by(items.c.id)
            rows = conn.execute(shown).all()
        return _plan(head, rows)


def _plan(head: Any, rows: Sequence[Any]) -> Plan:
    return Plan(
        head.id,
        head.connection_id,
        head.log_id,
        head.status,
        load(head.asked) or {},
        head.scope or "",
        load(head.counts),
        head.created_at,
        tuple(
            StoredItem(
                row.id,
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
