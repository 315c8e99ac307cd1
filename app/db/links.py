"""The links as people see them: which hub record is which record of which ERP, and how they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, func, or_, select

from app.db import tables
from app.db.database import Database
from app.db.rows import Listed, page_of, where_given
from app.model.entities import ENTITIES
from app.model.errors import NotFound

_TABLE = tables.erp_entity_sync_records
_CONNECTIONS = tables.erp_connections
_LOT = 500


@dataclass(frozen=True, slots=True)
class Link:
    """One row of ``erp_entity_sync_records`` without its shadows. A stamp in ``remote_deleted_at``: the
    remote record is gone."""

    id: int
    connection_id: str
    connection_name: str
    erp_system: str
    entity_type: str
    local_entity_id: str
    remote_module: str
    remote_id: str
    remote_label: str
    remote_version: str
    sync_status: str
    paused: bool
    remote_modified_at: str | None
    last_synced_at: str
    remote_deleted_at: str | None


def _select() -> Select[Any]:
    of_connection = {"connection_name", "erp_system"}
    columns = [(_CONNECTIONS if name in of_connection else _TABLE).c[name] for name in Link.__dataclass_fields__]
    return select(*columns).join(_CONNECTIONS, _CONNECTIONS.c.id == _TABLE.c.connection_id)


def modules_of(conn: Connection, connection_id: str, remote_ids: Collection[str]) -> dict[str, list[tuple[str, str]]]:
    """``{remote id: [(module, entity)]}`` of the living links to these: ids are an entity's own, so one may be
    several records."""
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    wanted = sorted(remote_ids)
    for at in range(0, len(wanted), _LOT):
        query = select(
            _TABLE.c.remote_id, _TABLE.c.remote_module, _TABLE.c.entity_type
        ).where(
            _TABLE.c.connection_id == connection_id,
            _TABLE.c.entity_type.in_(ENTITIES),  # all there are: the index has it before the remote id
            _TABLE.c.remote_id.in_(wanted[at : at + _LOT]),
            _TABLE.c.remote_deleted_at.is_(None),
        )
        for remote_id, module, entity in conn.execute(query):
            found[remote_id].append((module, entity))
    return dict(found)


class LinkStore:
    def __init__(self, db: Database) -> None:
        self._db = db

    def list(
        self,
        *,
        entity_type: str | None = None,
        local_entity_id: str | None = None,
        sync_status: str | None = None,
        connection_id: str | None = None,
        include_gone: bool = False,
        limit: int = 50,
        cursor: str | None = None,
    ) -> Listed[Link]:
        """In the order they were made; those whose remote record is gone only on request."""
        given = where_given(
            {
                _TABLE.c.entity_type: entity_type,
                _TABLE.c.local_entity_id: local_entity_id,
                _TABLE.c.sync_status: sync_status,
                _TABLE.c.connection_id: connection_id,
            }
        )
        gone = _TABLE.c.remote_deleted_at
        if not include_gone:
            given.append(gone.is_(None))
        elif local_entity_id is not None:
            own = _TABLE.c.local_entity_id == local_entity_id
            given.append(or_(own & gone.is_(None), own & gone.is_not(None)))  # there is an index for each
        if cursor is not None:
            given.append(_TABLE.c.id > int(cursor))
        query = _select().where(*given).order_by(_TABLE.c.id).limit(limit + 1)
        with self._db.read() as conn:
            return page_of([Link(*row) for row in conn.execute(query)], limit)

    def get(self, link_id: int) -> Link:
        """Raises :class:`NotFound`."""
        with self._db.read() as conn:
            row = conn.execute(_select().where(_TABLE.c.id == link_id)).one_or_none()
        if row is None:
            raise NotFound("There is no such link.")
        return Link(*row)

    def counts(self, connection_id: str) -> dict[str, int]:
        """``{entity: living links}`` of one connection."""
        query = (
            select(_TABLE.c.entity_type, func.count())
            .where(_TABLE.c.connection_id == connection_id, _TABLE.c.remote_deleted_at.is_(None))
            .group_by(_TABLE.c.entity_type)
        )
        with self._db.read() as conn:
            return {row[0]: row[1] for row in conn.execute(query)}
