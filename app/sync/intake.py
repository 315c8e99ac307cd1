"""Taking remote records into the hub: one page, one transaction (engine: Merge in).

An :class:`Intake` serves one run of one connection. It resolves lookups, merges linked records, creates unlinked ones that
look like nothing the hub has, and parks the others until their stream has been read to the end.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection

from app.db.batch import Batch
from app.db.conflicts import ConflictStore
from app.db.errors import ErrorStore
from app.db.inbox import InboxStore
from app.db.merge import MergeStore
from app.db.shapes import HubRow, LinkRow, LinkWrite, new_link
from app.db.sql import dump, load
from app.mapping.compiled import MappingError, PendingReference
from app.model.ids import new_ids
from app.model.records import RecordProblem, RemoteRecord
from app.model.values import Values
from app.sync.context import RunContext
from app.sync.first_load import FirstLoad
from app.sync.guards import FEW_CHANGES, check_changes
from app.sync.likeness import Likeness
from app.sync.lookups import Lookups
from app.sync.merge import NEWEST_WINS, Merged, leave_absent, merge, newest
from app.sync.plan import mark_of
from app.sync.problems import Problems
from app.sync.questions import Questions
from app.sync.reads import Read, heard, holds, label_here, marks, problem_of, says_more
from app.sync.scope import EntityScope
from app.sync.shadows import not_compared
from app.sync.undecided import Seen, Undecided


@dataclass(frozen=True, slots=True)
class Written:
    """What became of a written record: the hub's record now, whether taking in what came back changed it, and the local
    shadow."""

    hub: HubRow
    changed: bool
    base_local: Values


class Intake:
    def __init__(self, store: MergeStore, errors: ErrorStore, conflicts: ConflictStore, context: RunContext) -> None:
        self._store = store
        self._context = context
        self.lookups = Lookups(store, context)
        self.problems = Problems(errors, context)
        self._questions = Questions(conflicts, context)
        self.first_load = FirstLoad(store, context)
        self._likeness = Likeness(store, context, self.lookups, self.problems, self.first_load)
        self._inbox = InboxStore(context.connection_id)
        self.undecided = Undecided(store, context)
        self._parked: dict[str, list[RemoteRecord]] = defaultdict(list)
        #: What is noted of many records of a dry run, once.
        self._alike: dict[Any, Any] = {}

    # --- merging, inside the transaction -------------------------------------------------------------------------

    def batch(self) -> Batch:
        context = self._context
        return self._store.begin(context.connection_id, context.source, context.run_id, context.now())

    def take(
        self,
        conn: Connection,
        batch: Batch,
        scope: EntityScope,
        reads: Sequence[Read],
        *,
        matched: Mapping[str, str | None] | None = None,
    ) -> list[RecordProblem]:
        """Merge ``reads`` into ``batch``. ``matched`` says for records from the inbox to which hub record each belongs
        (``None``: to none, create it); without it, doubtful ones are parked. Answers what could not be taken over."""
        entity = scope.entity.name
        reads = self._found_by_key(conn, entity, reads)
        if self._context.plan is not None:
            self._context.handled.update((scope.module, read.record.id) for read in reads)
        ids = [read.record.id for read in reads]
        unlinked = matched is None and self.first_load.none_is_linked(conn, entity, ids)
        links = {} if unlinked else self._store.links(conn, self._context.connection_id, entity, ids)
        self._leave_other_books(batch, reads, links)
        if self._context.unsettled:
            reads = [read for read in reads if not self._is_unsettled(links.get(read.record.id), read.record)]
        changed = [read for read in reads if self._is_news(links.get(read.record.id), read)] if links else reads
        self._note_quiet(batch, scope, reads, links)
        if not changed:
            return []
        self.lookups.resolve(conn, scope, [read.raw for read in changed])
        fresh = [read for read in changed if not read.record.partial and read.record.id not in links]
        known = [(links[read.record.id], read) for read in changed if read.record.id in links] if links else []
        problems = self._merge_known(conn, batch, scope, known)
        problems += self._take_fresh(conn, batch, scope, fresh, matched)
        return problems

    def _leave_other_books(self, batch: Batch, reads: Sequence[Read], links: dict[str, LinkRow]) -> None:
        """Take out the links of documents from before these books begin: after a split their ids may be given anew, and a
        new voucher must not be written over an old one."""
        begins = self._context.begins
        for read in reads if links else ():
            link = links.get(read.record.id)
            if link is not None and link.sweep_key and link.sweep_key < begins <= (read.record.sweep_key or ""):
                batch.remote_gone(links.pop(read.record.id).id)

    def _found_by_key(self, conn: Connection, entity: str, reads: Sequence[Read]) -> list[Read]:
        """``reads`` with the ids of those that are known by their key alone; a key that names no linked record is left out."""
        keys = [read.record.key for read in reads if not read.record.id and read.record.key]
        if not keys:
            return list(reads)
        ids = self._store.remote_ids_by_key(conn, self._context.connection_id, entity, keys)
        named = (read if read.record.id else self._named(read, ids.get(read.record.key or "")) for read in reads)
        return [read for read in named if read is not None]

    @staticmethod
    def _named(read: Read, remote_id: str | None) -> Read | None:
        return None if remote_id is None else read._replace(record=read.record._replace(id=remote_id))

    def _is_unsettled(self, link: LinkRow | None, record: RemoteRecord) -> bool:
        """Is a write of ours to this record still of unknown outcome?"""
        unsettled = self._context.unsettled
        return record.hub_key in unsettled if link is None else link.local_id in unsettled

    def _is_news(self, link: LinkRow | None, read: Read) -> bool:
        if link is None:
            return True
        if link.paused:
            return False
        if read.record.partial:
            return not holds(link.base_remote, read)
        # With a question open it is news that the other side is again as it was before.
        return link.base_remote != read.text or link.status == "conflict"

    def _note_quiet(
        self, batch: Batch, scope: EntityScope, reads: Sequence[Read], links: Mapping[str, LinkRow]
    ) -> None:
        """Count what is as it was; where only something unmapped changed, remember the new version."""
        quiet = 0
        for read in reads if links else ():
            link = links.get(read.record.id)
            if link is None or self._is_news(link, read):
                continue
            record = read.record
            if record.partial:
                continue
            quiet += 1
            if _marks(link) != marks(record):
                self._relink(batch, scope, link, record, link.base_local, link.base_remote, link.status)
        self._context.counts.add(scope.entity.name, "unchanged", quiet)

    def _merge_known(
        self, conn: Connection, batch: Batch, scope: EntityScope, known: Sequence[tuple[LinkRow, Read]]
    ) -> list[RecordProblem]:
        if not known:
            return []
        entity = scope.entity.name
        full = sum(1 for link, read in known if not read.record.partial and says_more(scope, link, read))
        if full:
            changed = self._context.counts.by_entity[entity]["updated"] + full
            if changed > FEW_CHANGES:  # counting all links is not for every run
                linked = self._context.linked_count(conn, self._store, entity)
                check_changes(scope.entity.plural.lower(), changed, linked, self._context.approved)
        rows = self._store.hub_rows(conn, entity, [link.local_id for link, _ in known])
        problems = []
        for link, read in known:
            try:
                self._merge_one(conn, batch, scope, link, read, rows[link.local_id])
            except MappingError as error:
                problems.append(problem_of(read.record, error))
        return problems

    def take_written(
        self, conn: Connection, scope: EntityScope, link: LinkRow, read: Read, shadows: tuple[Values, Values]
    ) -> Written:
        """Merge what a record reads after a write of ours; ``shadows`` are the two bases as the write left them."""
        self.lookups.resolve(conn, scope, [read.raw])
        hub = self._store.hub_rows(conn, scope.entity.name, [link.local_id])[link.local_id]
        batch = self.batch()
        link = replace(link, base_local=dump(shadows[0]), base_remote=dump(shadows[1]))
        merged, diff = self._merge_one(conn, batch, scope, link, read, hub, settling=True)
        batch.write(conn)
        return Written(replace(hub, values={**hub.values, **merged.hub}), bool(diff), merged.base_local)

    def _merge_one(
        self,
        conn: Connection,
        batch: Batch,
        scope: EntityScope,
        link: LinkRow,
        read: Read,
        hub: HubRow,
        *,
        settling: bool = False,
    ) -> tuple[Merged, Mapping[str, Any]]:
        base_local, base_remote = load(link.base_local), load(link.base_remote)
        absent, all_heard, whole = False, True, not read.record.partial
        if hub.deleted_at is not None:
            raw = heard(read.raw, base_remote, scope.readonly)
            read, all_heard = read._replace(raw=raw), raw is read.raw
        if hub.deleted_at is None and settling and self._context.applied is not None:
            # Not planned: the next pull reads what was written here.
            news = not_compared(base_remote)
            read = read._replace(raw={name: value for name, value in read.raw.items() if name not in news})
            whole = whole and not news
        elif all_heard and not read.record.partial:
            absent = leave_absent(scope.mapping, read.raw, base_local, base_remote)
        merged = self._merge_values(conn, scope, read, base_local, base_remote, hub)
        if absent:
            merged.moved = merged.dirty = True
        mark = self._mark("update", hub.id, {name: read.raw[name] for name in merged.hub})
        planned = settling or scope.readonly.issuperset(merged.hub)
        if not planned and not self._allows(scope, read.record, mark):
            return merged, {}
        # What the books compute is no edit: only a person's change brings a deleted record back (edit beats delete).
        edited = hub.deleted_at is None or not scope.readonly.issuperset(merged.hub)
        diff = batch.update(scope.entity.name, hub, merged.hub) if merged.moved and edited else {}
        if diff and hub.deleted_at is not None:
            self._questions.note_revival(scope, read.record, hub, diff)
        self.settle_lookups(batch, scope, hub.id, merged.agreed, merged.pending)
        self._after_merge(batch, scope, hub, merged, diff)
        status = self._questions.status(batch, scope, read.record, hub.id, merged, link.status, whole=whole)
        if read.record.partial:
            self._relink_partial(batch, scope, link, merged, status)
        elif settling or merged.moved or status != link.status or _marks(link) != marks(read.record):
            self._relink(batch, scope, link, read.record, dump(merged.base_local), dump(merged.base_remote), status)
        self._count_merge(scope, read, hub, diff, merged, mark)
        return merged, diff

    def _mark(self, *content: Any) -> str:
        return mark_of(*content) if self._context.marks else ""

    def _allows(self, scope: EntityScope, record: RemoteRecord, mark: str) -> bool:
        """Does it stand in the plan that is being applied, if one is?"""
        if self._context.allows("local", scope.entity.name, record.id, mark):
            return True
        self.problems.note_not_planned(scope, record)
        return False

    def _merge_values(
        self, conn: Connection, scope: EntityScope, read: Read, base_local: Values, base_remote: Values, hub: HubRow
    ) -> Merged:
        strategy = self._newest(conn, hub.id, read.record) if scope.strategy == NEWEST_WINS else scope.strategy
        return merge(
            scope.mapping,
            read.raw,
            base_local,
            base_remote,
            scope.mapping.project(hub.values),
            self.lookups.find,
            strategy,
            scope.readonly,
        )

    def _newest(self, conn: Connection, local_id: str, record: RemoteRecord) -> Callable[[str], str]:
        """Which side changed a field last. Asked of disputed fields only: that is seldom enough for a query each."""

        def strategy(name: str) -> str:
            changed = self._store.changed_at(conn, local_id, (name,)).get(name)
            return newest(changed, record.modified_at, self._context.clock_skew)

        return strategy

    def _count_merge(
        self, scope: EntityScope, read: Read, hub: HubRow, diff: Mapping[str, Any], merged: Merged, mark: str
    ) -> None:
        counts, entity = self._context.counts, scope.entity.name
        counts.add(entity, "conflicts", 1 if merged.conflicts else 0)
        counts.add(entity, "updated" if diff else "unchanged")
        if self._context.plan is not None and merged.moved:
            done = (frozenset(read.raw), frozenset(merged.agreed | merged.frozen))
            self._context.merged[hub.id] = self._alike.setdefault(done, done)
        if self._context.plan is not None and diff:
            fields = [{"name": name, "from": before, "to": after} for name, (before, after) in diff.items()]
            record = read.record if read.record.label else read.record._replace(label=label_here(scope, hub))
            self._context.plan.add("update", entity, hub.id, record, fields, "changed in the connected system", mark)
        if self._context.plan is not None and merged.conflicts:
            fields = [{"name": c.name, "from": c.local, "to": c.remote} for c in merged.conflicts]
            self._context.plan.add("conflict", entity, hub.id, read.record, fields, "changed on both sides")

    def _after_merge(
        self, batch: Batch, scope: EntityScope, hub: HubRow, merged: Merged, diff: Mapping[str, Any]
    ) -> None:
        """Other connections must hear of a change; this one of what it has yet to get: of a record that came back, too,
        whatever was edited in it before it was deleted."""
        entity, local_id = scope.entity.name, hub.id
        came_back = hub.deleted_at is not None and bool(diff)
        if not scope.readonly.issuperset(diff):  # what the books compute is nobody else's to hear
            for other in scope.fan_out:
                batch.dirty(other, entity, local_id)
        composed = scope.pushes and not scope.mapping.outward.reads.isdisjoint(diff)
        if merged.dirty or came_back or composed or (merged.moved and local_id in self._context.waiting):
            batch.dirty(self._context.connection_id, entity, local_id)

    def versions(self, conn: Connection, scope: EntityScope, ids: Sequence[str]) -> Mapping[str, str]:
        """The version of each linked record that nothing more has to be read of."""
        links = self._store.links(conn, self._context.connection_id, scope.entity.name, ids)
        return {
            remote_id: link.version for remote_id, link in links.items() if link.version and link.status != "conflict"
        }

    def is_linked(self, conn: Connection, scope: EntityScope) -> bool:
        """Is any record of it linked, or parked?"""
        connection_id, entity = self._context.connection_id, scope.entity.name
        return self._store.has_links(conn, connection_id, entity) or self._inbox.has_any(conn, entity)

    # --- unlinked records ----------------------------------------------------------------------------------------

    def _take_fresh(
        self,
        conn: Connection,
        batch: Batch,
        scope: EntityScope,
        fresh: Sequence[Read],
        matched: Mapping[str, str | None] | None,
    ) -> list[RecordProblem]:
        if not fresh:
            return []
        problems: list[RecordProblem] = []
        ready: list[Seen] = [] if scope.mapping.changes else [(read, read.raw, ()) for read in fresh]
        for read in fresh if scope.mapping.changes else ():
            try:
                ready.append((read, *scope.mapping.to_local(read.raw, self.lookups.find)))
            except MappingError as error:
                problems.append(problem_of(read.record, error))
        doubtful = self._doubtful(conn, scope, ready) if matched is None else set()
        joined = (
            {read.record.id: hub for read, _, _ in ready if (hub := matched.get(read.record.id))} if matched else {}
        )
        rows = self._store.hub_rows(conn, scope.entity.name, list(joined.values())) if joined else {}
        self._likeness.note_name_clashes(conn, scope, [read.record for read, _, _ in ready])
        new: list[Seen] = []
        if not doubtful and not joined:
            new, ready = ready, []
        for one in ready:
            read = one[0]
            if read.record.id in doubtful:
                self._park(batch, scope, read)
            elif read.record.id in joined:
                problem = self._join(conn, batch, scope, read, rows[joined[read.record.id]])
                problems += [problem] if problem else []
            else:
                new.append(one)
        self._create(batch, scope, new)
        return problems

    def _doubtful(self, conn: Connection, scope: EntityScope, ready: Sequence[Seen]) -> set[str]:
        """What is decided when its stream has been read to its end. So is what lies in the inbox and has come in anew: it may be
        certain now."""
        again = self._inbox.among(conn, scope.entity.name, [read.record.id for read, _, _ in ready])
        alike = self._likeness.lookalikes(conn, scope, ready)
        return again | alike | self.undecided.awaited(conn, scope, ready).keys()

    def parked(self, entity: str) -> list[RemoteRecord]:
        """What this run has parked since it was asked last (in a dry run it is nowhere else)."""
        return self._parked.pop(entity, [])

    def _park(self, batch: Batch, scope: EntityScope, read: Read) -> None:
        self._parked[scope.entity.name].append(read.record)
        batch.park(scope.entity.name, "match", read.record)
        self.undecided.note_parked(scope.entity.name, read.record)

    def _create(self, batch: Batch, scope: EntityScope, new: Sequence[Seen]) -> None:
        """All at once: of a first load this is every record, and a call for each would be dear."""
        entity = scope.entity.name
        if self._context.marks:
            new = [(read, values, pending) for read, values, pending in new if self._plans(scope, read, values)]
        ids = new_ids(len(new))
        batch.create(entity, [(local_id, values) for local_id, (_, values, _) in zip(ids, new, strict=True)])
        batch.link([
            new_link((
                entity, local_id, module, remote_id, key, label, version, sweep_key, "synced", modified_at,
                text if values is raw else dump(values), text,
            ))
            for local_id, (((module, remote_id, version, _, key, label, modified_at, sweep_key, _, _), raw, text), values, _)
            in zip(ids, new, strict=True)
        ])  # fmt: skip
        for local_id, (_, _, pending) in zip(ids, new, strict=True):
            if pending:
                self._note_pending(batch, entity, local_id, pending)
        for other in scope.fan_out:
            for local_id in ids:
                batch.dirty(other, entity, local_id)
        self.first_load.note_made(entity, len(new))
        self._context.counts.add(entity, "created", len(new))
        named = zip(new, ids, strict=True)
        self.lookups.remember(scope, [(key, local_id) for (read, _, _), local_id in named if (key := read.record.key)])

    def _plans(self, scope: EntityScope, read: Read, values: Values) -> bool:
        """May the record be made, in a run that makes or applies a plan?"""
        mark = mark_of("create", read.text)
        if not self._allows(scope, read.record, mark):
            return False
        if self._context.plan is not None:
            fields = [{"name": name, "from": None, "to": value} for name, value in values.items() if value is not None]
            where = "new in the connected system"
            self._context.plan.add("create", scope.entity.name, None, read.record, fields, where, mark)
        return True

    def _join(
        self, conn: Connection, batch: Batch, scope: EntityScope, read: Read, hub: HubRow
    ) -> RecordProblem | None:
        """Link a remote record to the hub record that it was matched with; nothing is agreed yet, so all is compared."""
        entity, record = scope.entity.name, read.record
        mark = self._mark("link", hub.id, read.text)
        if not self._allows(scope, record, mark):
            return None
        try:
            merged = self._merge_values(conn, scope, read, {}, {}, hub)
        except MappingError as error:
            return problem_of(record, error)
        diff = batch.update(entity, hub, merged.hub)
        if diff and hub.deleted_at is not None:
            self._questions.note_revival(scope, read.record, hub, diff)
        self.settle_lookups(batch, scope, hub.id, merged.agreed, merged.pending)
        self._after_merge(batch, scope, hub, merged, diff)
        status = self._questions.status(batch, scope, record, hub.id, merged, "synced")
        batch.link([self._link(scope, record, hub.id, status, dump(merged.base_local), dump(merged.base_remote))])
        if record.key:
            self.lookups.remember(scope, [(record.key, hub.id)])
        counts = self._context.counts
        counts.add(entity, "linked")
        counts.add(entity, "conflicts", 1 if merged.conflicts else 0)
        if self._context.plan is not None:
            fields = [{"name": name, "from": before, "to": after} for name, (before, after) in diff.items()]
            self._context.plan.add("link", entity, hub.id, record, fields, "the same record", mark)
        return None

    # --- lookups -------------------------------------------------------------------------------------------------

    def _note_pending(self, batch: Batch, entity: str, local_id: str, pending: Sequence[PendingReference]) -> None:
        for reference in pending:
            group, _, child = reference.field.partition("[].")
            where = reference.field if reference.line is None else f"{group}[{reference.line}].{child}"
            batch.pending(entity, local_id, where, reference.target, reference.key)

    def settle_lookups(
        self,
        batch: Batch,
        scope: EntityScope,
        local_id: str,
        changed: Iterable[str],
        pending: Sequence[PendingReference],
    ) -> None:
        for name in changed:
            found = scope.entity.field.get(name)
            if found is not None and (found.lookup or found.children):
                batch.settled(local_id, name)
        self._note_pending(batch, scope.entity.name, local_id, pending)

    # --- links ---------------------------------------------------------------------------------------------------

    def _link(
        self, scope: EntityScope, record: RemoteRecord, local_id: str, status: str, base_local: str, base_remote: str
    ) -> LinkWrite:
        module, remote_id, version, _, key, label, modified_at, sweep_key, _, _ = record
        return new_link((
            scope.entity.name, local_id, module, remote_id, key, label, version, sweep_key, status, modified_at, base_local,
            base_remote,
        ))  # fmt: skip

    def _relink(
        self,
        batch: Batch,
        scope: EntityScope,
        link: LinkRow,
        record: RemoteRecord,
        base_local: str,
        base_remote: str,
        status: str,
    ) -> None:
        batch.relink(link.id, self._link(scope, record, link.local_id, status, base_local, base_remote))
        if record.key and record.key != link.key:
            self._context.keys_moved = True
            self.lookups.remember(scope, [(record.key, link.local_id)])

    def _relink_partial(self, batch: Batch, scope: EntityScope, link: LinkRow, merged: Merged, status: str) -> None:
        """Only shadows move: a partial record says nothing of version, key or label."""
        batch.relink(
            link.id,
            LinkWrite(
                scope.entity.name, link.local_id, link.module, link.remote_id, link.key, link.label, link.version,
                link.sweep_key, status, None, dump(merged.base_local), dump(merged.base_remote),
            ),
        )  # fmt: skip


def _marks(link: LinkRow) -> tuple[str, str, str | None, str | None]:
    return (link.version, link.label, link.key, link.sweep_key)
