"""Parked incoming records of one connection: what may be a record of the hub, and what waits for the decision about such a one.

Every method works inside the caller's transaction.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, delete, func, select, update

from app.db import tables
from app.db.sql import load, marks, select_in_sql
from app.model.records import RemoteRecord

_TABLE = tables.inbox
_CONFLICTS = tables.conflicts
_CONFIGS = tables.erp_sync_configs
_LOT = 500


@dataclass(frozen=True, slots=True)
class Parked:
    """A record in the inbox."""

    entity: str
    remote_id: str


class InboxStore:
    def __init__(self, connection_id: str) -> None:
        self._own = connection_id

    # --- what lies in it -----------------------------------------------------------------------------------------

    def records(self, conn: Connection, entity: str) -> list[RemoteRecord]:
        """In the order of their arrival."""
        query = select(_TABLE.c.record).where(*self._of(entity)).order_by(_TABLE.c.arrived_at, _TABLE.c.remote_id)
        return [_record(text) for text in conn.execute(query).scalars()]

    def record(self, conn: Connection, entity: str, remote_id: str) -> RemoteRecord | None:
        query = select(_TABLE.c.record).where(*self._of(entity), _TABLE.c.remote_id == remote_id)
        text = conn.execute(query).scalar()
        return None if text is None else _record(text)

    def among(self, conn: Connection, entity: str, remote_ids: Sequence[str]) -> set[str]:
        """Those of ``remote_ids`` that are parked."""
        # At the driver's level: asked of every page of a first load.
        found: set[str] = set()
        if not self.has_any(conn, entity):
            return found
        for at in range(0, len(remote_ids), _LOT):
            part = remote_ids[at : at + _LOT]
            query = select_in_sql(conn.dialect.name, "inbox", ("remote_id",), "remote_id", len(part))
            own = f"{query} AND connection_id = {marks(conn.dialect.name, 1)} AND entity_type = {marks(conn.dialect.name, 1)}"
            found.update(row[0] for row in conn.exec_driver_sql(own, (*part, self._own, entity)))
        return found

    def has_any(self, conn: Connection, entity: str) -> bool:
        """Is any record of ``entity`` parked?"""
        mark = marks(conn.dialect.name, 1)
        sql = f"SELECT 1 FROM inbox WHERE connection_id = {mark} AND entity_type = {mark} LIMIT 1"  # noqa: S608 - no values
        return conn.exec_driver_sql(sql, (self._own, entity)).first() is not None

    def unlisted(
        self, conn: Connection, entity: str, module: str, listed: Collection[str], low: str | None, high: str | None
    ) -> list[str]:
        """The remote ids that a complete list of a module within ``low``…``high`` does not have."""
        query = select(_TABLE.c.remote_id).where(*self._of(entity))
        unseen = [one for one in conn.execute(query).scalars() if one not in listed]
        found = [record for one in unseen if (record := self.record(conn, entity, one)) is not None]
        return [
            one.id
            for one in found
            if one.module == module and (low is None or high is None or low <= (one.sweep_key or "") <= high)
        ]

    def by_key(self, conn: Connection, entity: str, keys: Collection[str]) -> dict[str, str]:
        """``{key: remote id}`` by the keys that others name them by, of records that can be decided about."""
        query = select(_TABLE.c.remote_key, _TABLE.c.remote_id).where(*self._of(entity), self._is_synced(_TABLE))
        parts = _lots(sorted(keys), _TABLE.c.remote_key)
        return {row[0]: row[1] for part in parts for row in conn.execute(query.where(part))}

    def has_news(self, conn: Connection, entity: str) -> bool:
        """Does a record lie here that is neither asked about nor waits for one that is? Only then is the inbox looked at again:
        a quiet run writes nothing."""
        asked = select(_CONFLICTS.c.id).where(
            _CONFLICTS.c.connection_id == self._own,
            _CONFLICTS.c.remote_id == _TABLE.c.remote_id,
            _CONFLICTS.c.entity_type == entity,
            _CONFLICTS.c.kind == "match",
            _CONFLICTS.c.status == "open",
        )
        other = _TABLE.alias()
        awaited = select(other.c.remote_id).where(
            other.c.connection_id == self._own,
            other.c.entity_type == _TABLE.c.waits_entity,
            other.c.remote_id == _TABLE.c.waits_for,
            self._is_synced(other),
        )
        query = select(_TABLE.c.remote_id).where(*self._of(entity), ~asked.exists(), ~awaited.exists())
        return conn.execute(query.limit(1)).first() is not None

    def leave(self, conn: Connection, entity: str, remote_ids: Sequence[str]) -> None:
        for part in _lots(remote_ids):
            conn.execute(delete(_TABLE).where(*self._of(entity), part))

    # --- what waits for the decision about another ---------------------------------------------------------------

    def wait(self, conn: Connection, entity: str, remote_id: str, parked: Parked | None) -> None:
        """Have a parked record wait for the decision about ``parked``, or for none."""
        waits = (None, None) if parked is None else (parked.entity, parked.remote_id)
        changes = dict(zip(("waits_entity", "waits_for"), waits, strict=True))
        conn.execute(update(_TABLE).where(*self._of(entity), _TABLE.c.remote_id == remote_id).values(**changes))

    def waiting(self, conn: Connection, entity: str) -> list[tuple[RemoteRecord, Parked]]:
        """What waits, and for which decision (which may have been made since)."""
        query = select(_TABLE.c.record, _TABLE.c.waits_entity, _TABLE.c.waits_for)
        rows = conn.execute(query.where(*self._of(entity), _TABLE.c.waits_for.is_not(None)))
        return [(_record(row[0]), Parked(row[1], row[2])) for row in rows]

    def waiting_for(self, conn: Connection, parked: Parked) -> dict[str, int]:
        """How many records of each entity wait for the decision about ``parked``."""
        return self.awaited(conn, *self._for(parked)).get(parked, {})

    def awaited(self, conn: Connection, *where: ColumnElement[bool]) -> dict[Parked, dict[str, int]]:
        """The same for all that are waited for."""
        columns = (_TABLE.c.waits_entity, _TABLE.c.waits_for, _TABLE.c.entity_type)
        own = (_TABLE.c.connection_id == self._own, _TABLE.c.waits_for.is_not(None), *where)
        found: dict[Parked, dict[str, int]] = defaultdict(dict)
        for row in conn.execute(select(*columns, func.count()).where(*own).group_by(*columns)):
            found[Parked(row[0], row[1])][row[2]] = row[3]
        return found

    def ids_waiting_for(self, conn: Connection, entity: str, parked: Parked, limit: int) -> set[str]:
        """The first of them that came in."""
        query = select(_TABLE.c.remote_id).where(*self._of(entity), *self._for(parked))
        return set(conn.execute(query.order_by(_TABLE.c.arrived_at, _TABLE.c.remote_id).limit(limit)).scalars())

    # -------------------------------------------------------------------------------------------------------------

    def _of(self, entity: str) -> tuple[ColumnElement[bool], ...]:
        return (_TABLE.c.connection_id == self._own, _TABLE.c.entity_type == entity)

    def _is_synced(self, table: FromClause) -> ColumnElement[bool]:
        """Are such records still synced? Nobody decides about one that isn't, and so nothing waits for it."""
        chosen = select(_CONFIGS.c.id).where(
            _CONFIGS.c.connection_id == self._own, _CONFIGS.c.entity_type == table.c.entity_type
        )
        return chosen.exists()

    def _for(self, parked: Parked) -> tuple[ColumnElement[bool], ...]:
        return (_TABLE.c.waits_entity == parked.entity, _TABLE.c.waits_for == parked.remote_id)


def _record(text: str) -> RemoteRecord:
    return RemoteRecord(**load(text))


def _lots(values: Sequence[str], column: Any = _TABLE.c.remote_id) -> Iterator[ColumnElement[bool]]:
    """``column IN (…)``, in parts of no more values than a statement takes."""
    return (column.in_(values[at : at + _LOT]) for at in range(0, len(values), _LOT))
