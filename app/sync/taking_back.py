"""Taking a decision back, for as long as no sync has carried it on.

A decision leaves a trace: the rows that it could touch, as they stood before it and after it. It can be taken back while they
still stand as it left them and nothing of it is on its way; then they become again what they were, and the question is open
again. The hub's records go back through the hub's own writing (a version, a line of history, word to the other connections).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from hashlib import blake2b
from typing import Any

from sqlalchemy import Connection, Select, Table, and_, delete, insert, or_, select, update

from app.db import tables
from app.db.conflicts import Conflict, ConflictStore
from app.db.inbox import InboxStore, Parked
from app.db.journal import JournalStore
from app.db.leases import is_dead
from app.db.merge import MergeStore
from app.db.records.writing import tell
from app.db.shapes import HubRow
from app.db.sql import dump, load
from app.db.tables import column_of
from app.model.clock import stamp
from app.model.entities import ENTITIES
from app.model.errors import Conflicting
from app.model.values import Values
from app.sync.references import place_of
from app.sync.tools import Tools

#: What the trace of one decision remembers at most of records that wait for a match's record.
_MOST_NAMED = 500

Trace = Mapping[str, Any]
#: Rows by what tells them from each other.
_Rows = Mapping[tuple[Any, ...], Trace]
_WAIT = ("connection_id", "local_entity_id", "field", "target_entity", "remote_key")
#: The parts of a trace that are rows as they stand: their table, and what tells them from each other.
_PARTS = (
    ("links", tables.erp_entity_sync_records, ("id",)),
    ("waiting", tables.pending_references, _WAIT),
    ("inbox", tables.inbox, ("connection_id", "entity_type", "remote_id")),
    ("dirty", tables.dirty, ("connection_id", "local_entity_id")),
)


def look(conn: Connection, conflict: Conflict) -> dict[str, Any]:
    """What a decision about ``conflict`` can touch, as it stands now, as plain JSON: hub versions, links, waiting lookups, the
    inbox, how many records there wait for it, what this connection has yet to hear, what failed, where the record was deleted,
    the number of the connection's last run, and whether that goes on."""
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
    gone = select(link.c.id).where(link.c.local_entity_id.in_(ids), link.c.remote_deleted_at.is_not(None))
    errors = tables.sync_errors
    failed = select(errors.c.id).where(
        errors.c.connection_id == own, errors.c.resolved_at.is_(None), errors.c.local_id.in_(ids)
    )
    lease = conn.execute(select(tables.leases).where(tables.leases.c.connection_id == own)).one_or_none()
    return {
        "versions": versions,
        "links": links,
        "waiting": _rows(conn, pending, pending.c.local_entity_id.in_(ids)),
        "named": _rows(conn, pending, named, _MOST_NAMED + 1) if conflict.kind == "match" else [],
        "inbox": kept,
        "awaited": sum(InboxStore(own).waiting_for(conn, Parked(entity, conflict.remote_id)).values()),
        "dirty": _rows(conn, dirty, and_(dirty.c.connection_id == own, dirty.c.local_entity_id.in_(ids))),
        "errors": sorted(conn.execute(failed).scalars()),
        "gone": sorted(conn.execute(gone).scalars()),
        "fence": None if lease is None else lease.fence,
        "runs": lease is not None and lease.holder is not None and not is_dead(lease.holder),
    }


def trace_of(before: Trace, after: Trace) -> dict[str, Any] | None:
    """What is kept with the decision; ``None`` when so much hangs on it that it can't be taken back, ``{"settled": n}`` where n
    records waited for it and were taken over with it. Shadows are long: of the links after it only what tells that they are
    others is kept."""
    if before["awaited"]:
        return {"settled": before["awaited"]}
    if len(before["named"]) > _MOST_NAMED:
        return None
    return {"before": before, "after": {**after, "links": _digest(after["links"]), "named": []}}


def _digest(rows: Sequence[Trace]) -> str:
    return blake2b(dump(rows).encode(), digest_size=16).hexdigest()


def _rows(conn: Connection, table: Table, where: Any, limit: int | None = None) -> list[dict[str, Any]]:
    """Without the id of a waiting lookup: SQLite gives the last one again when its row is gone."""
    columns = [column for column in table.c if table is not tables.pending_references or column.name != "id"]
    return [
        {str(name): value for name, value in row._mapping.items()}
        for row in conn.execute(select(*columns).where(where).order_by(*table.primary_key).limit(limit))
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
            if trace.get("settled"):
                raise Conflicting(
                    "Records that waited for this decision were taken over with it. Nothing was taken back.",
                    hint="Change the records instead: the next sync sends it.",
                    code="taken_over",
                )
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
        self._now_there = look(conn, conflict)
        #: What the decision made.
        self._made = [local_id for local_id in self._hub if local_id not in self._before["versions"]]

    def do(self) -> None:
        self._refuse_synced()
        changed = [local_id for local_id in self._hub if self._put_back(local_id)]
        unset = self._unset_lookups()
        self._write()
        self._refuse_named()
        tell(self._conn, self._tools.db.dialect, self._entity, changed, self._now, but=(self._own,))
        for entity, ids in unset.items():
            tell(self._conn, self._tools.db.dialect, entity, ids, self._now, but=(self._own,))
        self._restore_rows()

    # --- may it be? ----------------------------------------------------------------------------------------------

    def _refuse_synced(self) -> None:
        now, after = self._now_there, self._after
        journal = JournalStore()
        on_its_way = any(journal.is_open(self._conn, self._own, local_id) for local_id in after["versions"])
        moved = _digest(now["links"]) != after["links"] or any(map(self._has_moved, after["versions"]))
        # Records that came in since may name what the decision joined, or made.
        is_read = now["fence"] != after["fence"] or after["runs"] or now["runs"]
        read_since = self._conflict.kind == "match" and is_read
        if on_its_way or moved or read_since or self._is_elsewhere():
            raise Conflicting(
                "This decision was synced, or its record changed, since. Nothing was taken back.",
                hint="Change the record instead: the next sync sends it.",
                code="synced_since",
            )

    def _has_moved(self, local_id: str) -> bool:
        """Is the hub's record otherwise than the decision left it? One that went elsewhere and back is not: a later decision
        about it that was taken back, say."""
        hub = self._hub.get(local_id)
        if hub is None:
            return True
        steps = self._steps(hub, self._after["versions"][local_id])
        was = _before(steps)
        return any(step.action != "update" for step in steps) or any(hub.values.get(name) != was[name] for name in was)

    def _is_elsewhere(self) -> bool:
        """Did another connection make the record that this decision brought in?"""
        link, journal = tables.erp_entity_sync_records, tables.journal
        for table in (link, journal):
            query = select(table.c.connection_id).where(
                table.c.local_entity_id.in_(self._made), table.c.connection_id != self._own
            )
            if self._made and self._conn.execute(query.limit(1)).first() is not None:
                return True
        return False

    def _refuse_named(self) -> None:
        """A record that the decision made, and that a person or another connection named since, is not deleted."""
        if self._made and any(self._conn.execute(query.limit(1)).first() is not None for query in self._naming()):
            raise Conflicting(
                "Another record names this one since. Nothing was taken back.", hint="Change the records instead."
            )

    def _naming(self) -> Iterator[Select[Any]]:
        """Queries for the living records that name what the decision made."""
        for name, spec in ENTITIES.items():
            whole = tables.entity_tables[name]
            living = select(whole.c.id).where(whole.c.deleted_at.is_(None))
            for field in spec.scalar_fields:
                if field.lookup == self._entity:
                    yield living.where(whole.c[column_of(field)].in_(self._made))
            for group in spec.line_fields:
                lines = tables.child_tables[name, group.name]
                # Lookups of lines have no index: of the records written since it was made.
                recent = living.join(lines, lines.c.parent_id == whole.c.id).where(
                    whole.c.updated_at >= (self._conflict.resolved_at or "")
                )
                for child in group.children:
                    if child.lookup == self._entity:
                        yield recent.where(lines.c[column_of(child)].in_(self._made))

    # --- the hub's records ---------------------------------------------------------------------------------------

    def _put_back(self, local_id: str) -> bool:
        """The record as it was before; whether it was otherwise."""
        hub, before = self._hub[local_id], self._before["versions"].get(local_id)
        if before is None:  # the decision made it
            self._batch.update(self._entity, hub, {}, deleted_at=self._now)
            return True
        if before == hub.version:
            return False
        steps = self._steps(hub, before)
        was_deleted = steps[-1].action == "restore"
        self._batch.update(self._entity, hub, _before(steps), deleted_at=self._now if was_deleted else None)
        return True

    def _steps(self, hub: HubRow, version: int) -> Sequence[Any]:
        """Its history since ``version``, the newest first."""
        if hub.version == version:
            return ()
        history = tables.record_history
        steps = self._conn.execute(
            select(history.c.action, history.c.changes)
            .where(history.c.record_id == hub.id, history.c.version > version)
            .order_by(history.c.version.desc(), history.c.id.desc())
        ).all()
        if len(steps) != hub.version - version:
            raise Conflicting(
                "The history of this record was cleared away since. Nothing was taken back.",
                hint="Change the record instead.",
            )
        return steps

    def _unset_lookups(self) -> dict[str, list[str]]:
        """Lookups that waited for the record over there and were set by the decision wait again; the records they are in, by
        entity. What a person has set since stays."""
        pending = tables.pending_references
        by_record: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
        for row in self._before["named"]:
            if self._conn.execute(select(pending.c.id).where(*_is(pending, row))).first() is None:
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

    def _write(self) -> None:
        """A record that lives again is made anew wherever it was deleted; but where it was deleted before the decision, and
        stays so, that is as it was."""
        link = tables.erp_entity_sync_records
        gone = select(link.c.id, link.c.sync_status).where(link.c.id.in_(self._before["gone"]))
        stood = self._conn.execute(gone).all()
        self._batch.write(self._conn)
        for link_id, status in stood:
            self._conn.execute(update(link).where(link.c.id == link_id).values(sync_status=status))

    def _restore_rows(self) -> None:
        conflict, now = self._conflict, self._now_there
        after = {**self._after, "links": now["links"]}  # they are the same
        for part, table, keys in _PARTS:
            self._restore(table, keys, *(_by(keys, stood[part]) for stood in (self._before, after, now)))
        failed, failing = set(self._before["errors"]), set(after["errors"])
        errors = tables.sync_errors
        for ids, at in ((failed - failing, None), (failing - failed, self._now)):
            self._conn.execute(update(errors).where(errors.c.id.in_(ids)).values(resolved_at=at))
        if conflict.kind == "match":
            ConflictStore(self._tools.db).forget_open(self._own, self._entity, conflict.remote_id, "fields")

    def _restore(self, table: Table, keys: Sequence[str], before: _Rows, after: _Rows, now: _Rows) -> None:
        """What the decision did to the rows of a table, undone; what was done to them since stays."""
        for key in before.keys() | after.keys():
            was, became = before.get(key), after.get(key)
            if was == became or now.get(key) != became:
                continue
            this = _is(table, dict(zip(keys, key, strict=True)))
            if was is None:
                self._conn.execute(delete(table).where(*this))
            elif became is None:
                self._conn.execute(insert(table).values(**was))
            else:
                self._conn.execute(update(table).where(*this).values(**was))


def _before(steps: Sequence[Any]) -> Values:
    """What ``steps`` changed (the newest first), as it was."""
    return {name: change[0] for step in steps for name, change in (load(step.changes) or {}).items()}


def _by(keys: Sequence[str], rows: Sequence[Trace]) -> _Rows:
    return {tuple(row[name] for name in keys): row for row in rows}


def _is(table: Table, values: Trace) -> list[Any]:
    return [table.c[name] == value for name, value in values.items()]


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
