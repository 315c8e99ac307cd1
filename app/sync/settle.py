"""Settling a write: the op is done, the shadows become what was sent and what came back, and what came back is merged, in one
transaction (engine: Push, Answer lost)."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

from sqlalchemy import Connection

from app.connectors.base import WriteKind
from app.db import journal
from app.db.conflicts import ConflictStore
from app.db.dirty import NEVER, DirtyStore
from app.db.errors import ErrorStore
from app.db.inbox import InboxStore
from app.db.journal import JournalRow, JournalStore
from app.db.merge import MergeStore
from app.db.shapes import LinkRow, LinkWrite
from app.db.sql import dump, load
from app.mapping.outward import is_sent_name
from app.model.records import RemoteRecord
from app.model.values import Values
from app.sync.context import RunContext
from app.sync.intake import Intake
from app.sync.outgoing import changed_fields
from app.sync.reads import Read, read_all
from app.sync.scope import EntityScope
from app.sync.shadows import bare

#: A write transaction under the run's lease.
Writing = Callable[[], AbstractContextManager[Connection]]


class Settler:
    def __init__(
        self,
        store: MergeStore,
        dirty: DirtyStore,
        errors: ErrorStore,
        conflicts: ConflictStore,
        context: RunContext,
        intake: Intake,
        writing: Writing,
    ) -> None:
        self._store = store
        self._dirty = dirty
        self._errors = errors
        self._conflicts = conflicts
        self._context = context
        self._intake = intake
        self._writing = writing
        self._journal = JournalStore()

    # --- it was done ---------------------------------------------------------------------------------------------

    def written(self, scope: EntityScope, row: JournalRow, record: RemoteRecord | None, *, exact: bool) -> None:
        """Our write was done; ``record`` is what the record reads now (``None``: not told). With ``exact`` what differs from
        what was sent is the ERP's own rewriting, else it may be another person's edit and is merged as one."""
        read = self._read(scope, record)
        seen = dict(row.payload.raw)
        if exact and read is not None:
            seen = {name: read.raw.get(name, value) for name, value in seen.items()}
        self._settle(scope, row, read, dict(row.payload.local), seen)

    def found(self, scope: EntityScope, row: JournalRow, record: RemoteRecord) -> None:
        """The answer was lost, and the record is there: fields that read as sent were ours, the rest is merged."""
        read = self._read(scope, record)
        sent = row.payload
        ours = set(sent.raw)
        if read is not None and row.kind == WriteKind.UPDATE:
            ours = {name for name, value in sent.raw.items() if read.raw.get(name) == bare(value)}
        local = {name: value for name, value in sent.local.items() if name in ours or name not in sent.raw}
        self._settle(scope, row, read, local, {name: sent.raw[name] for name in ours})

    def _read(self, scope: EntityScope, record: RemoteRecord | None) -> Read | None:
        if record is None:
            return None
        reads, problems = read_all(scope, [record])
        self._intake.problems.note({scope.module: scope}, problems)
        return reads[0] if reads else None

    def _settle(self, scope: EntityScope, row: JournalRow, read: Read | None, local: Values, remote: Values) -> None:
        context, entity = self._context, scope.entity.name
        context.at("settle:before")
        with self._writing() as conn:
            link = self._store.links_of(conn, context.connection_id, [row.local_id]).get(row.local_id)
            if read is not None and self._is_anothers(conn, scope, row, read.record):
                return
            if link is None:
                link = self._link(conn, scope, row, read, local, remote)
            # A field that only comes in from where another one was sent has yet to be taken.
            agreed = {name: value for name, value in remote.items() if name in local}
            shadows = ({**load(link.base_local), **local}, {**load(link.base_remote), **agreed})
            if read is None:
                self._keep_shadows(conn, scope, link, shadows)
                hub = self._store.hub_rows(conn, entity, [row.local_id])[row.local_id]
                base_local = shadows[0]
            else:
                taken = self._intake.take_written(conn, scope, link, read, shadows)
                hub, base_local = taken.hub, taken.base_local
            if hub.deleted_at is None and not changed_fields(scope, hub.values, base_local):
                self._forget(conn, entity, row.local_id)
            self._journal.settle(conn, row.op_id, journal.DONE, context.now())
            self._clear(entity, row.local_id)
            context.at("settle:inside")
        context.unsettled.discard(row.local_id)
        context.at("settle:after")

    def _is_anothers(self, conn: Connection, scope: EntityScope, row: JournalRow, record: RemoteRecord) -> bool:
        """Is the record that our write came to linked to another record of the hub? Then nothing is linked, and a person
        is told: two of the hub's are one over there."""
        context, entity = self._context, scope.entity.name
        other = self._store.links(conn, context.connection_id, entity, [record.id]).get(record.id)
        if other is None or other.local_id == row.local_id:
            return False
        self._journal.settle(conn, row.op_id, journal.REVIEW, context.now(), "the record is linked to another one")
        self._errors.record(
            connection_id=context.connection_id,
            entity_type=entity,
            side="out",
            code="doubled",
            message=f"“{row.payload.label}” is the same record over there as “{other.label}”, which is another one here.",
            hint="Look at both here and delete one of them, or give one another name.",
            local_id=row.local_id,
            run_id=context.run_id,
        )
        self._dirty.postpone(conn, context.connection_id, row.local_id, next_at=NEVER, attempts=1)
        context.unsettled.discard(row.local_id)
        context.counts.add(entity, "failed")
        return True

    def _forget(self, conn: Connection, entity: str, local_id: str) -> None:
        version = self._store.hub_rows(conn, entity, [local_id])[local_id].version
        self._dirty.forget(conn, self._context.connection_id, entity, [(local_id, version)])

    def _link(
        self, conn: Connection, scope: EntityScope, row: JournalRow, read: Read | None, local: Values, remote: Values
    ) -> LinkRow:
        """The new record's link. What the ERP doesn't tell of it comes with the next pull."""
        record = read.record if read is not None else RemoteRecord(scope.module, row.remote_id or "", "", {})
        batch = self._intake.batch()
        link = LinkWrite(
            scope.entity.name, row.local_id, scope.module, record.id, record.key, record.label or row.payload.label,
            record.version, record.sweep_key, "synced", record.modified_at, dump(local), dump(remote),
        )  # fmt: skip
        batch.link([link])
        batch.write(conn)
        if record.key:
            self._intake.lookups.remember(scope, [(record.key, row.local_id)])
            self._context.keys_moved = True
        InboxStore(self._context.connection_id).leave(conn, scope.entity.name, [record.id])
        return self._store.links_of(conn, self._context.connection_id, [row.local_id])[row.local_id]

    def _keep_shadows(
        self, conn: Connection, scope: EntityScope, link: LinkRow, shadows: tuple[Values, Values]
    ) -> None:
        batch = self._intake.batch()
        batch.relink(
            link.id,
            LinkWrite(
                scope.entity.name, link.local_id, link.module, link.remote_id, link.key, link.label, link.version,
                link.sweep_key, "conflict" if link.status == "conflict" else "synced", None, dump(shadows[0]),
                dump(shadows[1]),
            ),
        )  # fmt: skip
        batch.write(conn)

    def _clear(self, entity: str, local_id: str) -> None:
        if local_id in self._context.waiting:
            self._errors.resolve(self._context.connection_id, entity, local_ids=[local_id], side="out")
            self._context.waiting.discard(local_id)

    # --- it was not done, or can't be told -----------------------------------------------------------------------

    def not_done(self, row: JournalRow, state: str = journal.NOT_APPLIED, error: str | None = None) -> None:
        """Nothing was written over there; the record stays marked and is planned again."""
        with self._writing() as conn:
            self._journal.settle(conn, row.op_id, state, self._context.now(), error)
        self._context.unsettled.discard(row.local_id)

    def deleted(self, scope: EntityScope, row: JournalRow) -> None:
        """The record is gone over there, as was wanted."""
        context = self._context
        context.at("settle:before")
        with self._writing() as conn:
            link = self._store.links_of(conn, context.connection_id, [row.local_id]).get(row.local_id)
            if link is not None:
                batch = self._intake.batch()
                batch.remote_gone(link.id, comes_back=True)
                batch.write(conn)
            if self._store.hub_rows(conn, scope.entity.name, [row.local_id])[row.local_id].deleted_at is not None:
                self._forget(conn, scope.entity.name, row.local_id)
            self._journal.settle(conn, row.op_id, journal.DONE, context.now())
            self._clear(scope.entity.name, row.local_id)
        context.unsettled.discard(row.local_id)
        context.at("settle:after")

    def undecidable(self, scope: EntityScope, row: JournalRow) -> None:
        """A write of unknown outcome, and the record is gone: whether its deleter saw our change nobody can tell. The hub's
        record is kept, and a person is asked."""
        context = self._context
        with self._writing() as conn:
            link = self._store.links_of(conn, context.connection_id, [row.local_id]).get(row.local_id)
            if link is not None:
                batch = self._intake.batch()
                batch.remote_gone(link.id)
                batch.write(conn)
            self._journal.settle(
                conn, row.op_id, journal.REVIEW, context.now(), "gone after a write of unknown outcome"
            )
            self._conflicts.create(
                connection_id=context.connection_id,
                entity_type=scope.entity.name,
                remote_id=row.remote_id or "",
                kind="delete",
                label=row.payload.label,
                fields=[
                    {"name": name, "base": None, "local": bare(value), "remote": None, "raw": None}
                    for name, value in row.payload.local.items()
                    if not is_sent_name(name)
                ],
                strategy=scope.strategy,
                local_id=row.local_id,
                sync_config_id=scope.config_id,
                run_id=context.run_id,
            )
            self._forget(conn, scope.entity.name, row.local_id)
        context.counts.add(scope.entity.name, "conflicts")
        context.unsettled.discard(row.local_id)
