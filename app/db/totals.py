"""What the hub's documents of a connection come to, by month. Rows are streamed: sums are exact decimals, memory does not grow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import Select, and_, func, select

from app.db import tables
from app.db.database import Database

#: What a document comes to, by entity: its total, a payment's amount.
AMOUNT = {"order": "total", "invoice": "total", "payment": "amount"}
_LINKS = tables.erp_entity_sync_records
_CHUNK = 500
_AT_ONCE = 5_000


@dataclass(frozen=True, slots=True)
class MonthSum:
    """Of one month (``YYYY-MM``): ``status`` is posted or draft, ``linked`` whether the connection has these records, too."""

    month: str
    status: str
    linked: bool
    count: int
    amount: Decimal


@dataclass(frozen=True, slots=True)
class HubAmount:
    """A living hub document; ``remote_id`` is ``None`` where it is not linked to the connection."""

    id: str
    remote_id: str | None
    label: str
    date: str
    status: str
    amount: Decimal


class TotalsStore:
    def __init__(self, db: Database) -> None:
        self._db = db

    def months(self, connection_id: str, entity: str, first: str, last: str) -> list[MonthSum]:
        """The sums of what is dated ``first``…``last`` (days, inclusive), by month, status and link."""
        sums: dict[tuple[str, str, bool], tuple[int, Decimal]] = {}
        for one in self._read(_documents(connection_id, entity, first, last)):
            if one.status != "cancelled":
                key = (one.date[:7], one.status, one.remote_id is not None)
                count, amount = sums.get(key, (0, Decimal(0)))
                sums[key] = (count + 1, amount + one.amount)
        return [MonthSum(*key, *sums[key]) for key in sorted(sums)]

    def documents(self, connection_id: str, entity: str, first: str, last: str) -> list[HubAmount]:
        """Every living document of those days."""
        return list(self._read(_documents(connection_id, entity, first, last)))

    def by_remote_id(self, connection_id: str, entity: str, remote_ids: Sequence[str]) -> dict[str, HubAmount]:
        """The living documents that the connection's records of these ids are linked to, whenever they are dated."""
        found: dict[str, HubAmount] = {}
        for at in range(0, len(remote_ids), _CHUNK):
            query = _select(connection_id, entity).where(_LINKS.c.remote_id.in_(remote_ids[at : at + _CHUNK]))
            found |= {one.remote_id: one for one in self._read(query) if one.remote_id is not None}
        return found

    def _read(self, query: Select[Any]) -> Iterator[HubAmount]:
        with self._db.read() as conn:
            for ident, remote_id, label, date, status, amount in conn.execution_options(yield_per=_AT_ONCE).execute(
                query
            ):
                yield HubAmount(ident, remote_id, label or "", date or "", status or "posted", Decimal(amount or 0))


def _select(connection_id: str, entity: str) -> Select[Any]:
    own = tables.entity_tables[entity]
    linked = and_(
        _LINKS.c.local_entity_id == own.c.id,
        _LINKS.c.connection_id == connection_id,
        _LINKS.c.remote_deleted_at.is_(None),
    )
    columns = (own.c.id, _LINKS.c.remote_id, own.c.number, own.c.date, own.c.status, own.c[AMOUNT[entity]])
    return select(*columns).select_from(own.outerjoin(_LINKS, linked)).where(own.c.deleted_at.is_(None))


def _documents(connection_id: str, entity: str, first: str, last: str) -> Select[Any]:
    own = tables.entity_tables[entity]
    # The first ten characters are the day: a date with a time behind it counts to its day.
    day = func.substr(own.c.date, 1, 10)
    return _select(connection_id, entity).where(day >= first, day <= last)
