"""Taking a decision back, for as long as no sync has carried it on.

A decision leaves a trace: the rows that it could touch, as they stood before it and after it. It can be taken back while they
still stand as it left them and nothing of it is on its way; then they become again what they were, and the question is open
again. The hub's records go back through the hub's own writing (a version, a line of history, word to the other connections).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from typing import Any

from sqlalchemy import Connection, Table, and_, delete, insert, or_, select, update

from app.db import tables
from app.db.conflicts import Conflict, ConflictStore
from app.db.dirty import DirtyStore
from app.db.errors import ErrorStore
from app.db.journal import JournalStore
from app.db.merge import MergeStore
from app.db.records.writing import tell
from app.db.shapes import HubRow
from app.db.sql import dump, load
from app.model.clock import stamp
from app.model.errors import Conflicting
from app.model.values import Values
from app.sync.references import place_of
from app.sync.tools import Tools

#: What the trace of one decision remembers at most of records that wait for a match's record.
_MOST_NAMED = 500

Trace = Mapping[str, Any]


def look(conn: Connection, conflict: Conflict) -> dict[str, Any]:
    """What a decision about ``conflict`` can touch, as it stands now, as plain JSON: hub versions, links, waiting lookups, the
    inbox, what this connection has yet to hear, and the number of its last run."""
    own, entity = conflict.connection_id, conflict.entity_type
    ids = {one for one in (conflict.local_id, *(conflict.candidates or ())) if one}
    link = tables.erp_entity_sync_records
    links = _rows(
        conn,
        link,
        and_(
            link.c.connection_id == own,
            link.c.entity_type == entity,
            or_(link.c.remote_id == conflict.remote_id, link.c.local_entity_id.in_(ids)),
        ),
    )
    ids |= {row["local_entity_id"] for row in links}
    hub = tables.entity_tables[entity]
    versions = {row[0]: row[1] for row in conn.execute(select(hub.c.id, hub.c.version).where(hub.c.id.in_(ids)))}
    inbox = tables.inbox
    waits = (inbox.c.connection_id == own, inbox.c.entity_type == entity, inbox.c.remote_id == conflict.remote_id)
    kept = _rows(conn, inbox, and_(*waits))
    keys = {row["remote_key"] for row in links} | {load(row["record"]).get("key") for row in kept}
    pending, dirty = tables.pending_references, tables.dirty
    named = and_(
        pending.c.connection_id == own,
        or_(
            and_(pending.c.target_entity == entity, pending.c.remote_key.in_({key for key in keys if key})),
            pending.c.target_entity.startswith(f"{entity}."),
        ),
    )
    marked = select(dirty.c.local_entity_id).where(dirty.c.connection_id == own, dirty.c.local_entity_id.in_(ids))
    fence = select(tables.leases.c.fence).where(tables.leases.c.connection_id == own)
    return {
        "versions": versions,
        "links": links,
        "waiting": _rows(conn, pending, pending.c.local_entity_id.in_(ids)),
        "named": _rows(conn, pending, named, _MOST_NAMED + 1) if conflict.kind == "match" else [],
        "inbox": kept,
        "dirty": sorted(conn.execute(marked).scalars()),
        "fence": conn.execute(fence).scalar(),
    }


def trace_of(before: Trace, after: Trace) -> dict[str, Any] | None:
    """What is kept with the decision; ``None`` when so much hangs on it that it can't be taken back."""
    if len(before["named"]) > _MOST_NAMED:
        return None
    return {"before": before, "after": after}


def _rows(conn: Connection, table: Table, where: Any, limit: int | None = None) -> list[dict[str, Any]]:
    order = list(table.primary_key)
    return [
        {str(name): value for name, value in row._mapping.items()}
        for row in conn.execute(select(table).where(where).order_by(*order).limit(limit))
    ]


class TakingBack:
    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._conflicts = ConflictStore(tools.db)

    def take_back(self, conflict_id: str, *, by: str = "user") -> Conflict:
        """Have a decided question be open again, and all that the decision did be undone. Raises :class:`NotFound`, and
        :class:`Conflicting` when it can't be taken back (any more); then nothing was done."""
        with self._tools.db.write() as conn:
            conflict = self._conflicts.get(conflict_id)
            if conflict.status == "open":
                raise Conflicting("This question is open: there is no decision to take back.")
            trace = self._conflicts.trace(conflict_id)
            if trace is None:
                raise Conflicting("This decision can't be taken back.", hint="Change the record instead.")
            _Back(self._tools, conn, conflict, trace, by).do()
            return self._conflicts.reopen(conflict_id)


class _Back:
    """One decision, in the transaction that takes it back."""

    def __init__(self, tools: Tools, conn: Connection, conflict: Conflict, trace: Trace, by: str) -> None:
        self._tools = tools
        self._conn = conn
        self._conflict = conflict
        self._entity = conflict.entity_type
        self._own = conflict.connection_id
        self._before, self._after = trace["before"], trace["after"]
        self._now = stamp(tools.clock())
        self._store = MergeStore(tools.db.dialect, tools.connections.get(self._own).tenant_id)
        self._batch = self._store.begin(self._own, f"conflict:{by}", None, self._now)
        self._hub: dict[str, HubRow] = self._store.hub_rows(conn, self._entity, list(self._after["versions"]))

    def do(self) -> None:
        self._refuse_synced()
        changed = [local_id for local_id in self._hub if self._put_back(local_id)]
        unset = self._unset_lookups()
        self._batch.write(self._conn)
        tell(self._conn, self._tools.db.dialect, self._entity, changed, self._now, but=(self._own,))
        for entity, ids in unset.items():
            tell(self._conn, self._tools.db.dialect, entity, ids, self._now, but=(self._own,))
        self._restore_rows()

    # --- may it be? ----------------------------------------------------------------------------------------------

    def _refuse_synced(self) -> None:
        now, after = look(self._conn, self._conflict), self._after
        journal = JournalStore()
        on_its_way = any(journal.is_open(self._conn, self._own, local_id) for local_id in after["versions"])
        moved = any(now[part] != after[part] for part in ("versions", "links"))
        # Records that came in since may name what the decision joined, or made.
        read_since = self._conflict.kind == "match" and now["fence"] != after["fence"]
        if on_its_way or moved or read_since or self._is_elsewhere():
            raise Conflicting(
                "This decision was synced, or its record changed, since. Nothing was taken back.",
                hint="Change the record instead: the next sync sends it.",
                code="synced_since",
            )

    def _is_elsewhere(self) -> bool:
        """Did another connection make the record that this decision brought in?"""
        made = [local_id for local_id in self._after["versions"] if local_id not in self._before["versions"]]
        link, journal = tables.erp_entity_sync_records, tables.journal
        for table in (link, journal):
            query = select(table.c.connection_id).where(
                table.c.local_entity_id.in_(made), table.c.connection_id != self._own
            )
            if made and self._conn.execute(query.limit(1)).first() is not None:
                return True
        return False

    # --- the hub's records ---------------------------------------------------------------------------------------

    def _put_back(self, local_id: str) -> bool:
        """The record as it was before; whether it was otherwise."""
        hub, before = self._hub[local_id], self._before["versions"].get(local_id)
        if before is None:  # the decision made it
            self._batch.update(self._entity, hub, {}, deleted_at=self._now)
            return True
        if before == hub.version:
            return False
        history = tables.record_history
        steps = self._conn.execute(
            select(history.c.action, history.c.changes)
            .where(history.c.record_id == local_id, history.c.version > before)
            .order_by(history.c.version.desc(), history.c.id.desc())
        ).all()
        fields = {name: change[0] for step in steps for name, change in (load(step.changes) or {}).items()}
        was_deleted = steps[-1].action == "restore"
        self._batch.update(self._entity, hub, fields, deleted_at=self._now if was_deleted else None)
        return True

    def _unset_lookups(self) -> dict[str, list[str]]:
        """Lookups that waited for the record over there and were set by the decision wait again; the records they are in, by
        entity. What a person has set since stays."""
        pending = tables.pending_references
        ids = [row["id"] for row in self._before["named"]]
        left = set(self._conn.execute(select(pending.c.id).where(pending.c.id.in_(ids))).scalars())
        by_record: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
        for row in self._before["named"]:
            if row["id"] not in left:
                by_record[row["entity_type"], row["local_entity_id"]].append(row)
        unset: dict[str, list[str]] = defaultdict(list)
        links = self._store.links_of(self._conn, self._own, [local_id for _, local_id in by_record])
        for (entity, local_id), rows in by_record.items():
            hub, link = self._store.hub_rows(self._conn, entity, [local_id]).get(local_id), links.get(local_id)
            if hub is None or link is None or hub.deleted_at is not None:
                continue
            base = load(link.base_local)
            fields, waiting = without_lookups(hub.values, base, rows, set(self._after["versions"]))
            if waiting:
                self._batch.update(entity, hub, fields)
                self._store.set_base_local(self._conn, link.id, dump({**base, **_seen(base, fields)}))
                self._conn.execute(insert(pending), waiting)
                unset[entity].append(local_id)
        return unset

    # --- the rows beside them ------------------------------------------------------------------------------------

    def _restore_rows(self) -> None:
        conflict, before, now = self._conflict, self._before, look(self._conn, self._conflict)
        self._put_rows(tables.erp_entity_sync_records, before["links"], now["links"])
        waiting = [row for row in now["waiting"] if row["connection_id"] == self._own]
        self._put_rows(tables.pending_references, before["waiting"], waiting)
        self._put_rows(tables.inbox, before["inbox"], now["inbox"])
        marked = sorted(set(now["dirty"]) - set(before["dirty"]))
        DirtyStore(self._tools.db.dialect).drop(self._conn, self._own, marked)
        if conflict.kind == "match":
            ConflictStore(self._tools.db).forget_open(self._own, self._entity, conflict.remote_id, "fields")
            if conflict.resolution == "separate" and conflict.local_id is not None:
                errors = ErrorStore(self._tools.db, self._tools.clock)
                errors.resolve(self._own, self._entity, local_ids=[conflict.local_id], side="out")

    def _put_rows(self, table: Table, before: Sequence[Trace], now: Sequence[Trace]) -> None:
        keys = [column.name for column in table.primary_key]

        def key(row: Trace) -> tuple[Any, ...]:
            return tuple(row[name] for name in keys)

        there = {key(row): row for row in now}
        wanted = {key(row): row for row in before}
        for found in there.keys() - wanted.keys():
            self._conn.execute(delete(table).where(*_is(table, keys, found)))
        for which, row in wanted.items():
            if which not in there:
                self._conn.execute(insert(table).values(**row))
            elif there[which] != row:
                self._conn.execute(update(table).where(*_is(table, keys, which)).values(**row))


def _is(table: Table, keys: Sequence[str], values: Iterable[Any]) -> list[Any]:
    return [table.c[name] == value for name, value in zip(keys, values, strict=True)]


def without_lookups(
    hub: Values, base: Values, rows: Sequence[Trace], targets: set[str]
) -> tuple[Values, list[dict[str, Any]]]:
    """The fields of a record (a group of lines as a whole) with the lookups of ``rows`` empty again, and the rows that wait
    again; pure. A lookup that no longer names one of ``targets``, or is otherwise than agreed, was set by somebody: left alone.
    """
    fields: Values = {}
    waiting = []
    for row in rows:
        name, number, child = place_of(row["field"])
        value = fields[name] if name in fields else deepcopy(hub.get(name))
        if number is None or child is None:
            if value not in targets or base.get(name) != value:
                continue
            fields[name] = None
        else:
            lines: Any = value or []
            agreed: Any = base.get(name) or []
            if number >= min(len(lines), len(agreed)) or lines[number].get(child) not in targets:
                continue
            if agreed[number].get(child) != lines[number].get(child):
                continue
            lines[number][child] = None
            fields[name] = lines
        waiting.append(dict(row))
    return fields, waiting


def _seen(base: Values, fields: Values) -> Values:
    """``fields`` as the shadow has them: lines reduced to the fields that it knows."""
    out: Values = {}
    for name, value in fields.items():
        known: Any = base.get(name)
        if isinstance(value, list) and isinstance(known, list) and known:
            out[name] = [{child: line.get(child) for child in known[0]} for line in value]
        else:
            out[name] = value
    return out
