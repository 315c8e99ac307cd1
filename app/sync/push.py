"""Sending what the hub changed (engine: Push): intent on the disk, then the write, then settled with what came back.

Masters before documents, each record on its own: one that is refused or slow never holds up the others. Deletions come
last, documents before masters.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass, replace
from typing import Any

from sqlalchemy import Connection

from app.connectors.base import Connector, Reference, WriteKind, WriteOp, Written
from app.db import journal
from app.db.conflicts import ConflictStore
from app.db.database import Database
from app.db.dirty import NEVER, DirtyCounts, DirtyRow, DirtyStore
from app.db.errors import ErrorStore, backoff
from app.db.journal import JournalRow, JournalStore, Payload
from app.db.leases import check_fence
from app.db.merge import MergeStore
from app.db.shapes import LinkRow
from app.db.sql import load
from app.mapping.errors import MappingError
from app.model.cancel import CancelToken
from app.model.clock import Clock, stamp
from app.model.entities import DEPENDENCY_ORDER, ENTITIES
from app.model.errors import AppError, ConnectorError, Gone, Held, NameTaken, Rejected, Stale, UnknownOutcome
from app.model.ids import new_id
from app.model.records import RemoteRecord
from app.sync.context import RunContext
from app.sync.deletions import Deletions
from app.sync.guards import FEW_DELETIONS, check_push
from app.sync.intake import Intake
from app.sync.outgoing import Draft, draft, label_of
from app.sync.plan import PlanNotes, mark_of
from app.sync.progress import Phases, Reporter
from app.sync.recover import Recovery, op_of
from app.sync.scope import EntityScope
from app.sync.settle import Settler

#: Records looked at in one go.
_AT_ONCE = 100
#: A record that keeps changing while it is to be sent is left for the next run.
_TRIES = 3

Take = Callable[[Mapping[str, EntityScope], Sequence[RemoteRecord]], None]


@dataclass(frozen=True)
class _Ready:
    draft: Draft
    row: JournalRow
    op: WriteOp


class Pusher:
    """One run's writing side. ``take`` merges remote records into the hub in transactions of their own."""

    def __init__(
        self,
        db: Database,
        connector: Connector,
        context: RunContext,
        store: MergeStore,
        errors: ErrorStore,
        conflicts: ConflictStore,
        intake: Intake,
        settler: Settler,
        recovery: Recovery,
        deletions: Deletions,
        take: Take,
        writing: Callable[[], AbstractContextManager[Connection]],
        phases: Phases,
        reporter: Reporter,
        cancel: CancelToken,
        clock: Clock,
        fence: int,
        *,
        all_waiting: bool,
    ) -> None:
        self._db = db
        self._connector = connector
        self._scopes: list[EntityScope] = []
        self._context = context
        self._store = store
        self._dirty = DirtyStore(db.dialect)
        self._errors = errors
        self._conflicts = conflicts
        self._intake = intake
        self._settler = settler
        self._recovery = recovery
        self._deletions = deletions
        self._take = take
        self._writing = writing
        self._phases = phases
        self._reporter = reporter
        self._cancel = cancel
        self._clock = clock
        self._fence = fence
        self._journal = JournalStore()
        self._all_waiting = all_waiting
        self._stale: set[str] = set()
        self._done = 0
        self._total = 0

    # --- the run's part ------------------------------------------------------------------------------------------

    def push(self, scopes: Mapping[str, EntityScope], seeded: frozenset[str]) -> None:
        """Send what is due of ``scopes``. ``seeded``: the entities of which all are looked at for the first time. Raises
        :class:`app.model.errors.Held`, and what the connection itself does to us."""
        self._scopes = _in_order(scopes)
        self._guard(seeded)
        for scope in self._scopes:
            self._send_all(scope, deletions=False)
        for scope in reversed(self._scopes):
            if scope.delete_policy == "propagate":
                self._send_all(scope, deletions=True)
        if self._context.unsettled:
            # Later answers have come since: what was unknown may be known now.
            self._recovery.settle()

    def _guard(self, seeded: frozenset[str]) -> None:
        for scope in self._scopes:
            entity, title = scope.entity.name, scope.entity.plural.lower()
            with self._db.read() as conn:
                most = self._dirty.counts(
                    conn, self._context.connection_id, entity, self._context.now(), all_waiting=self._all_waiting
                )
                many = max(most.unlinked, most.linked, most.deleted) > FEW_DELETIONS  # or counting is not worth it
                linked = self._context.linked_count(conn, self._store, entity) if many else 0
            self._total += most.unlinked + most.linked + most.deleted
            try:
                self._check(title, most, entity in seeded, scope.delete_policy, linked)
            except Held:
                # Of what is marked not all need differ (a field that isn't linked here changed): count what does.
                self._check(title, self._really(scope), entity in seeded, scope.delete_policy, linked)

    def _check(self, title: str, counts: DirtyCounts, first: bool, policy: str, linked: int) -> None:
        deletes = counts.deleted if policy == "propagate" else 0
        creates = 0 if first else counts.unlinked
        check_push(title, creates, counts.linked, deletes, linked, self._context.approved)

    def _really(self, scope: EntityScope) -> DirtyCounts:
        kinds: Counter[WriteKind] = Counter()
        for rows in self._lots(scope):
            with self._db.read() as conn:
                drafts, _ = self.look(conn, scope, [row.local_id for row in rows])
            kinds.update(one.kind for one in drafts if isinstance(one, Draft))
            self._cancel.check()
        return DirtyCounts(kinds[WriteKind.CREATE], kinds[WriteKind.UPDATE], kinds[WriteKind.DELETE])

    def _send_all(self, scope: EntityScope, *, deletions: bool) -> None:
        begun = False
        for rows in self._lots(scope):
            wanted = self._deletes(scope, rows) if deletions else self._drafts(scope, rows)
            if wanted and not begun:
                self._phases.begin("sending", scope.entity.name)
                begun = True
            for lot in _cut(wanted, self._connector.spec.capabilities.lot):
                self._cancel.check()
                self._send(scope, lot)
                self._done += len(lot)
                self._phases.add(len(lot))
                self._reporter.say("sending", scope.entity.name, self._done, max(self._total, self._done))

    def _lots(self, scope: EntityScope) -> Iterator[list[DirtyRow]]:
        after = ""
        while True:
            with self._db.read() as conn:
                rows = self._dirty.due(
                    conn, self._context.connection_id, scope.entity.name, self._context.now(),
                    after=after, limit=_AT_ONCE, all_waiting=self._all_waiting,
                )  # fmt: skip
            if not rows:
                return
            yield rows
            after = rows[-1].local_id

    def plan(self, scopes: Mapping[str, EntityScope], notes: PlanNotes, seeded: Mapping[str, bool]) -> None:
        """What :meth:`push` would send, noted and nothing done. ``seeded``: entity → whether its linked records are looked at
        too."""
        for scope in _in_order(scopes):
            for rows in self._lots_of_plan(scope, seeded.get(scope.entity.name)):
                with self._db.read() as conn:
                    drafts, _ = self.look(conn, scope, [row.local_id for row in rows])
                for one in drafts:
                    self._note_plan(notes, scope, one)
                self._cancel.check()

    def _lots_of_plan(self, scope: EntityScope, linked_too: bool | None) -> Iterator[list[DirtyRow]]:
        yield from self._lots(scope)
        after = ""
        while linked_too is not None:
            with self._db.read() as conn:
                rows = self._dirty.everyone(
                    conn, self._context.connection_id, scope.entity.name,
                    after=after, limit=_AT_ONCE, linked_too=linked_too,
                )  # fmt: skip
                marked = self._dirty.marked(conn, self._context.connection_id, [row.local_id for row in rows])
            if not rows:
                return
            yield [row for row in rows if row.local_id not in marked]
            after = rows[-1].local_id

    def _note_plan(self, notes: PlanNotes, scope: EntityScope, one: Draft | _Unfit) -> None:
        entity = scope.entity.name
        if isinstance(one, _Unfit):
            record = RemoteRecord(scope.module, "", "", {}, label="")
            notes.add("conflict", entity, one.local_id, record, (), one.error.message, side="remote")
            return
        link = one.link
        record = RemoteRecord(scope.module, link.remote_id if link else "", "", {}, label=one.label)
        before = load(link.base_remote) if link is not None else {}
        shown = scope.mapping.read(one.fields) if one.fields else {}
        fields = [{"name": name, "from": before.get(name), "to": value} for name, value in shown.items()]
        if one.lacking:
            notes.add("conflict", entity, one.hub.id, record, fields, _lacking(one).message, side="remote")
            return
        mark = _mark(one)
        reason = "waits for what it refers to" if one.missing else _REASON[one.kind]
        notes.add(one.kind.value, entity, one.hub.id, record, fields, reason, mark, "remote")

    # --- drafting ------------------------------------------------------------------------------------------------

    def _deletes(self, scope: EntityScope, rows: Sequence[DirtyRow]) -> list[Draft]:
        with self._db.read() as conn:
            drafts, _ = self.look(conn, scope, [row.local_id for row in rows])
        return [one for one in drafts if isinstance(one, Draft) and one.kind is WriteKind.DELETE]

    def _drafts(self, scope: EntityScope, rows: Sequence[DirtyRow]) -> list[Draft]:
        """What there is to send of ``rows`` but deletions; those with nothing to send are no longer marked. What can't be
        sent is noted."""
        attempts = {row.local_id: row.attempts for row in rows}
        with self._db.read() as conn:
            drafts, nothing = self.look(conn, scope, list(attempts))
        if nothing:
            self._forget(scope, [local_id for local_id, _ in nothing])
        sendable = []
        for one in drafts:
            if isinstance(one, _Unfit):
                self._refuse(scope, one.local_id, one.error, attempts[one.local_id])
            elif one.missing:
                self._wait(one)
            elif one.lacking:
                self._refuse(scope, one.hub.id, _lacking(one), attempts[one.hub.id])
            elif one.kind is not WriteKind.DELETE:
                sendable.append(one)
        return sendable

    def _forget(self, scope: EntityScope, local_ids: Sequence[str]) -> None:
        """There is nothing to send of these; what was refused of them before is settled, too."""
        context, entity = self._context, scope.entity.name
        with self._writing() as conn:
            # Looked at again: a person may have decided about one meanwhile, which moves no version.
            _, still = self.look(conn, scope, local_ids)
            self._dirty.forget(conn, context.connection_id, entity, still)
            if healed := [local_id for local_id, _ in still if local_id in context.waiting]:
                self._errors.resolve(context.connection_id, entity, local_ids=healed, side="out")
                context.waiting.difference_update(healed)

    def look(
        self, conn: Connection, scope: EntityScope, local_ids: Sequence[str]
    ) -> tuple[list[Draft | _Unfit], list[tuple[str, int]]]:
        """``(drafts, (hub id, version) of those with nothing to send)``. Paused records, those with an open op
        and those that may be one over there (a person is asked) are in neither."""
        context, entity = self._context, scope.entity.name
        hubs = self._store.hub_rows(conn, entity, local_ids)
        links = self._store.links_of(conn, context.connection_id, local_ids)
        unlinked = [one for one in hubs if one not in links]
        stay = self._store.stay_away(conn, context.connection_id, unlinked)
        asked = self._conflicts.asked_about(context.connection_id, entity) if unlinked else set()
        frozen = self._frozen(conn, entity, links.values())
        wanted = {one for hub in hubs.values() for one in scope.mapping.outward.references(hub.values)}
        references = self._references(conn, wanted)
        drafts: list[Draft | _Unfit] = []
        nothing: list[tuple[str, int]] = [(local_id, 0) for local_id in local_ids if local_id not in hubs]
        for local_id, hub in hubs.items():
            link = links.get(local_id)
            waits = local_id in asked if link is None else link.paused
            if waits or local_id in context.unsettled:
                continue
            named = {one: references[one] for one in scope.mapping.outward.references(hub.values) if one in references}
            try:
                made = draft(
                    scope, hub, link, frozen.get(local_id, frozenset()), named, may_create=local_id not in stay
                )
            except MappingError as error:
                drafts.append(_Unfit(local_id, _unmapped(error)))
                continue
            if made is None:
                nothing.append((local_id, hub.version))
            elif link is not None and link.sweep_key and link.sweep_key < context.begins:
                # What bears its id in these books may be another document (a split company's child).
                drafts.append(_Unfit(local_id, _closed(link.label, context.begins)))
            else:
                drafts.append(made)
        return drafts, nothing

    def _frozen(self, conn: Connection, entity: str, links: Any) -> dict[str, frozenset[str]]:
        """By hub record the fields that wait for a person's decision."""
        found = {}
        for link in links:
            if link.status == "conflict":
                open_one = self._conflicts.open_of(self._context.connection_id, entity, link.remote_id, "fields")
                if open_one is not None:
                    found[link.local_id] = frozenset(str(item["name"]) for item in open_one.fields)
        return found

    def _references(self, conn: Connection, wanted: set[tuple[str, str]]) -> dict[tuple[str, str], Reference]:
        links = self._store.links_of(conn, self._context.connection_id, [hub_id for _, hub_id in wanted])
        return {
            (entity, hub_id): Reference(entity, link.remote_id, link.key or link.remote_id, link.label)
            for entity, hub_id in wanted
            if (link := links.get(hub_id)) is not None
        }

    # --- sending -------------------------------------------------------------------------------------------------

    def _send(self, scope: EntityScope, lot: Sequence[Draft]) -> None:
        """Send a lot: all intents in one commit, then all ops, then each settled."""
        ready = self._ready(scope, lot)
        if not ready:
            return
        context = self._context
        context.unsettled.update(one.row.local_id for one in ready)
        context.at("push:intent")
        try:
            outcomes = self._connector.write_many([one.op for one in ready], self._cancel)
        except AppError as error:
            # Not one of them was sent.
            for one in ready:
                self._settler.not_done(one.row, error=error.code)
            raise
        context.at("push:sent")
        trouble = None
        for one, outcome in zip(ready, outcomes, strict=True):
            if isinstance(outcome, _OF_A_RECORD):
                self._conclude(one, outcome)
            else:
                self._settler.not_done(one.row, error=outcome.code)
                trouble = outcome
        if trouble is not None:
            raise trouble

    def _ready(self, scope: EntityScope, lot: Sequence[Draft]) -> list[_Ready]:
        """The ops of a lot, in the journal. A record that moved in between is drafted anew; one that keeps moving is left
        for the next run."""
        ready: list[_Ready] = []
        given = list(lot)
        for _ in range(_TRIES):
            ops = [one for each in given if (one := self._prepare(scope, each)) is not None]
            written, moved = self._intend(scope, ops)
            ready += written
            if not moved:
                break
            given = [fresh for each in moved if (fresh := self._again(scope, each.draft.hub.id)) is not None]
        return ready

    def _prepare(self, scope: EntityScope, first: Draft) -> _Ready | None:
        """The op. Where the ERP offers no conditional write the record is read just before, and what is new in it merged.
        ``None``: there is nothing to send (any more), or not now."""
        given: Draft | None = first
        before: RemoteRecord | None = None
        if first.link is not None and not self._connector.spec.capabilities.conditional_write:
            before = self._read_before(scope, first.link)
            given = self._again(scope, first.hub.id) if before is not None else None
        if given is None or not self._context.allows("remote", scope.entity.name, given.hub.id, _mark(given)):
            return None
        try:
            row = self._row(given, before)
        except MappingError as error:
            self._refuse(scope, given.hub.id, _unmapped(error), self._attempts(given.hub.id))
            return None
        return _Ready(given, row, replace(op_of(row), before=before, sent_at=None))

    def _read_before(self, scope: EntityScope, link: LinkRow) -> RemoteRecord | None:
        """The record as it is now; what is new in it has been merged. ``None``: it is gone, and that was seen to."""
        found = self._connector.read(scope.module, [link.remote_id], self._cancel)
        if found:
            self._take({scope.module: scope}, found)
            return found[0]
        gone = self._deletions.confirm(self._connector, scope, scope.module, [link.remote_id], self._cancel)
        if gone:
            with self._writing() as conn:
                self._deletions.apply(conn, {scope.module: scope}, commit=True)
        return None

    def _again(self, scope: EntityScope, local_id: str) -> Draft | None:
        with self._db.read() as conn:
            drafts, _ = self.look(conn, scope, [local_id])
        fit = [one for one in drafts if isinstance(one, Draft) and not one.missing and not one.lacking]
        return fit[0] if fit else None

    def _row(self, given: Draft, before: RemoteRecord | None) -> JournalRow:
        scope, link = given.scope, given.link
        shown = self._connector.as_shown(scope.module, given.fields)
        return JournalRow(
            new_id(),
            self._context.connection_id,
            scope.entity.name,
            given.hub.id,
            link.remote_id if link is not None else None,
            given.kind,
            Payload(
                scope.module,
                given.label,
                given.fields,
                given.whole,
                [[one.entity, one.id, one.key, one.label] for one in given.references],
                given.local,
                scope.mapping.read(shown) if given.fields else {},
            ),
            before.version if before is not None else link.version if link is not None else None,
            journal.INFLIGHT,
            stamp(self._clock()),
            run_id=self._context.run_id,
        )

    def _intend(self, scope: EntityScope, ops: Sequence[_Ready]) -> tuple[list[_Ready], list[_Ready]]:
        """Write the intents, on the disk when this returns: ``(written, moved)``, the latter not being as they were
        drafted any more."""
        if not ops:
            return [], []
        context = self._context
        context.at("push:intent:before")
        ids = [one.row.local_id for one in ops]
        with self._db.write_full() as conn:
            check_fence(conn, context.connection_id, self._fence)
            hubs = self._store.hub_rows(conn, scope.entity.name, ids)
            links = self._store.links_of(conn, context.connection_id, ids)
            written: list[_Ready] = []
            moved: list[_Ready] = []
            for one in ops:
                hub, link = hubs.get(one.row.local_id), links.get(one.row.local_id)
                same = (
                    hub is not None and hub.version == one.draft.hub.version and _marks(link) == _marks(one.draft.link)
                )
                (written if same else moved).append(one)
            if written:
                self._journal.open(conn, [one.row for one in written])
        return written, moved

    # --- outcomes ------------------------------------------------------------------------------------------------

    def _conclude(self, one: _Ready, outcome: Written | ConnectorError) -> None:
        scope, row = one.draft.scope, one.row
        entity = scope.entity.name
        if isinstance(outcome, Written):
            if row.kind == WriteKind.DELETE:
                self._settler.deleted(scope, row)
            else:
                self._settler.written(scope, row, outcome.record, exact=outcome.exact)
            self._context.counts.add(entity, _SENT[one.draft.kind])
            self._context.notes += [f"{row.payload.label}: {note}" for note in outcome.notes]
        elif isinstance(outcome, UnknownOutcome):
            # Stays open: recovery finds out. The next records go on.
            self._note(scope, row.local_id, outcome)
            self._context.counts.add(entity, "failed")
        elif isinstance(outcome, Gone) and row.kind == WriteKind.DELETE:
            self._settler.deleted(scope, row)
            self._context.counts.add(entity, "sent_deleted")
        elif isinstance(outcome, Stale | Gone):
            self._settler.not_done(row, journal.STALE, outcome.code)
            self._look_again(scope, one)
        elif isinstance(outcome, NameTaken) and outcome.remote_id is not None:
            self._settler.not_done(row, journal.REFUSED, outcome.message)
            self._ask_whether_the_same(scope, one, outcome)
        else:
            self._settler.not_done(row, journal.REFUSED, outcome.message)
            self._refuse(scope, row.local_id, outcome, self._attempts(row.local_id))

    def _look_again(self, scope: EntityScope, one: _Ready) -> None:
        """The record moved just before our write: merge it; what is still to be sent goes with another try."""
        link = one.draft.link
        if link is None or self._read_before(scope, link) is None:
            return
        fresh = self._again(scope, one.row.local_id)
        if fresh is not None and one.row.local_id not in self._stale:
            self._stale.add(one.row.local_id)  # once: somebody is at work there, the next run goes on
            self._send(scope, [fresh])

    def _ask_whether_the_same(self, scope: EntityScope, one: _Ready, outcome: NameTaken) -> None:
        """A record of that name is there already. Linked to another of ours, it is a plain refusal; else a person says
        whether the two are one."""
        context, entity, row = self._context, scope.entity.name, one.row
        assert outcome.remote_id is not None  # its caller has seen it
        with self._db.read() as conn:
            taken = self._store.links(conn, context.connection_id, entity, [outcome.remote_id])
        found = [] if taken else self._connector.read(scope.module, [outcome.remote_id], self._cancel)
        if not found:
            self._refuse(scope, row.local_id, outcome, self._attempts(row.local_id))
            return
        reads, _ = self._intake.read(scope, found)
        with self._writing() as conn:
            batch = self._intake.batch()
            batch.park(entity, found[0].id, "match", asdict(found[0]))
            batch.write(conn)
            self._conflicts.create(
                connection_id=context.connection_id,
                entity_type=entity,
                remote_id=outcome.remote_id,
                kind="match",
                label=found[0].label or row.payload.label,
                fields=[
                    {"name": name, "base": None, "local": row.payload.local.get(name), "remote": value, "raw": value}
                    for name, value in (reads[0].raw if reads else {}).items()
                    if value is not None and not isinstance(value, list)
                ],
                strategy=scope.strategy,
                local_id=row.local_id,
                sync_config_id=scope.config_id,
                candidates=[row.local_id],
                run_id=context.run_id,
            )
            self._dirty.postpone(conn, context.connection_id, row.local_id, next_at=NEVER, attempts=1)
        context.waiting.add(row.local_id)
        context.counts.add(entity, "conflicts")
        context.counts.add(entity, "waiting")

    def _wait(self, given: Draft) -> None:
        """What it refers to is not there: it goes when that has arrived."""
        missing = given.missing[0]
        with self._db.read() as conn:
            hub = self._store.hub_rows(conn, missing.entity, [missing.hub_id]).get(missing.hub_id)
        named = label_of(ENTITIES[missing.entity], hub) if hub is not None else missing.hub_id
        error = Rejected(
            f"“{given.label}” waits: the {missing.entity} “{named}” is not in the connected system yet.",
            hint=f"It is sent as soon as that {missing.entity} is there. Is {missing.entity} synced in both directions?",
            code="waiting",
            retryable=True,
        )
        with self._writing() as conn:
            self._dirty.postpone(
                conn, self._context.connection_id, given.hub.id, next_at=None, attempts=0, waits_for=missing.hub_id
            )
            self._note(given.scope, given.hub.id, error)
        self._context.counts.add(given.scope.entity.name, "waiting")

    def _refuse(self, scope: EntityScope, local_id: str, error: AppError, attempts: int) -> None:
        """It can't be sent as it is: a dead letter, tried again later if that can help, or when it is changed."""
        again = stamp(self._clock() + backoff(attempts + 1)) if error.retryable else NEVER
        with self._writing() as conn:
            self._dirty.postpone(conn, self._context.connection_id, local_id, next_at=again, attempts=attempts + 1)
            self._note(scope, local_id, error)
        self._context.counts.add(scope.entity.name, "failed")

    def _note(self, scope: EntityScope, local_id: str, error: AppError) -> None:
        with self._writing() as conn:
            self._errors.record(
                connection_id=self._context.connection_id,
                entity_type=scope.entity.name,
                side="out",
                code=error.code,
                message=error.message,
                hint=error.hint,
                local_id=local_id,
                retryable=error.retryable,
                run_id=self._context.run_id,
            )
            self._store.set_status(conn, self._context.connection_id, local_id, "failed")
        self._context.waiting.add(local_id)

    def _attempts(self, local_id: str) -> int:
        with self._db.read() as conn:
            return self._dirty.attempts(conn, self._context.connection_id, local_id)


@dataclass(frozen=True)
class _Unfit:
    """A record that its mapping can't turn into what is sent."""

    local_id: str
    error: Rejected


#: What one record's write comes to; anything else is the connection's, and nothing was sent.
_OF_A_RECORD = (Written, Rejected, Stale, Gone, UnknownOutcome)
_SENT = {WriteKind.CREATE: "sent_created", WriteKind.UPDATE: "sent_updated", WriteKind.DELETE: "sent_deleted"}


def _mark(given: Draft) -> str:
    return mark_of(given.kind.value, given.fields)


def _unmapped(error: MappingError) -> Rejected:
    return Rejected(
        f"{error}.", field=error.field, hint="Correct the value here, or change the field's mapping.", code="mapping"
    )


def _lacking(given: Draft) -> Rejected:
    titles = [
        given.scope.entity.field[name].title if name in given.scope.entity.field else name for name in given.lacking
    ]
    return Rejected(
        f"“{given.label}” can't be sent: {', '.join(titles)} {'is' if len(titles) == 1 else 'are'} empty.",
        field=given.lacking[0],
        hint="Fill it in; it is sent with the next sync.",
        code="required",
    )


_REASON = {WriteKind.CREATE: "new here", WriteKind.UPDATE: "changed here", WriteKind.DELETE: "deleted here"}


def _in_order(scopes: Mapping[str, EntityScope]) -> list[EntityScope]:
    return sorted(scopes.values(), key=lambda scope: DEPENDENCY_ORDER.index(scope.entity.name))


def _closed(label: str, begins: str) -> Rejected:
    return Rejected(
        f"“{label}” is of a time before the connected books begin ({begins}); what was changed here is not sent.",
        hint="Change it in the books of that time.",
        code="closed_books",
    )


def _marks(link: LinkRow | None) -> tuple[str, str, str, bool] | None:
    return None if link is None else (link.version, link.base_local, link.base_remote, link.paused)


def _cut(drafts: Sequence[Draft], size: int) -> Iterator[Sequence[Draft]]:
    for at in range(0, len(drafts), max(size, 1)):
        yield drafts[at : at + max(size, 1)]
