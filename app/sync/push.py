"""Sending what the hub changed (engine: Push): intent on the disk, then the write, then settled with what came back.

Masters before documents, each record on its own: one that is refused or slow never holds up the others. Deletions come
last, documents before masters.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from app.connectors.base import Connector, WriteKind, WriteOp, Written
from app.db import journal
from app.db.database import Database
from app.db.dirty import DirtyCounts, DirtyRow, DirtyStore
from app.db.errors import ErrorStore
from app.db.journal import JournalRow, JournalStore, Payload
from app.db.leases import check_fence
from app.db.merge import MergeStore
from app.db.shapes import LinkRow
from app.db.sql import load
from app.mapping.errors import MappingError
from app.model.cancel import CancelToken
from app.model.clock import Clock, stamp
from app.model.errors import Cancelled, ConnectorError, Gone, Held, NameTaken, Rejected, Stale, UnknownOutcome
from app.model.ids import new_id
from app.model.records import RemoteRecord
from app.sync.context import RunContext
from app.sync.deletions import Deletions
from app.sync.drafting import Drafter, Unfit, lacking, mark, unmapped
from app.sync.guards import FEW_DELETIONS, check_push
from app.sync.outgoing import Draft
from app.sync.progress import Phases, Reporter
from app.sync.reads import read_all
from app.sync.recover import Recovery, op_of
from app.sync.scope import EntityScope, in_order
from app.sync.settle import Settler
from app.sync.shadows import UNREAD, bare
from app.sync.unsent import Unsent

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
        dirty: DirtyStore,
        errors: ErrorStore,
        drafter: Drafter,
        unsent: Unsent,
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
    ) -> None:
        self._db = db
        self._connector = connector
        self._scopes: list[EntityScope] = []
        self._context = context
        self._store = store
        self._dirty = dirty
        self._errors = errors
        self._drafter = drafter
        self._unsent = unsent
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
        self._stale: set[str] = set()
        self._done = 0
        self._total = 0

    # --- the run's part ------------------------------------------------------------------------------------------

    def push(self, scopes: Mapping[str, EntityScope], seeded: frozenset[str]) -> None:
        """Send what is due of ``scopes``. ``seeded``: the entities of which all are looked at for the first time. Raises
        :class:`app.model.errors.Held`, and what the connection itself does to us."""
        self._scopes = in_order(scopes)
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
                    conn,
                    self._context.connection_id,
                    entity,
                    self._context.now(),
                    all_waiting=self._drafter.all_waiting,
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
        for rows in self._drafter.lots(scope):
            with self._db.read() as conn:
                drafts, _ = self._drafter.look(conn, scope, [row.local_id for row in rows])
            kinds.update(one.kind for one in drafts if isinstance(one, Draft))
            self._cancel.check()
        return DirtyCounts(kinds[WriteKind.CREATE], kinds[WriteKind.UPDATE], kinds[WriteKind.DELETE])

    def _send_all(self, scope: EntityScope, *, deletions: bool) -> None:
        begun = False
        for rows in self._drafter.lots(scope):
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

    # --- drafting ------------------------------------------------------------------------------------------------

    def _deletes(self, scope: EntityScope, rows: Sequence[DirtyRow]) -> list[Draft]:
        with self._db.read() as conn:
            drafts, _ = self._drafter.look(conn, scope, [row.local_id for row in rows])
        return [one for one in drafts if isinstance(one, Draft) and one.kind is WriteKind.DELETE]

    def _drafts(self, scope: EntityScope, rows: Sequence[DirtyRow]) -> list[Draft]:
        """What there is to send of ``rows`` but deletions; those with nothing to send are no longer marked. What can't be
        sent is noted."""
        with self._db.read() as conn:
            drafts, nothing = self._drafter.look(conn, scope, [row.local_id for row in rows])
        if nothing:
            self._forget(scope, [local_id for local_id, _ in nothing])
        sendable = []
        for one in drafts:
            if isinstance(one, Unfit):
                self._unsent.refuse(scope, one.local_id, one.error)
            elif one.missing:
                self._unsent.wait(one)
            elif one.lacking:
                self._unsent.refuse(scope, one.hub.id, lacking(one))
            elif one.kind is not WriteKind.DELETE:
                sendable.append(one)
        return sendable

    def _forget(self, scope: EntityScope, local_ids: Sequence[str]) -> None:
        """There is nothing to send of these; what was refused of them before is settled, too."""
        context, entity = self._context, scope.entity.name
        with self._writing() as conn:
            # Looked at again: a person may have decided about one meanwhile, which moves no version.
            _, still = self._drafter.look(conn, scope, local_ids)
            self._dirty.forget(conn, context.connection_id, entity, still)
            if healed := [local_id for local_id, _ in still if local_id in context.waiting]:
                self._errors.resolve(context.connection_id, entity, local_ids=healed, side="out")
                context.waiting.difference_update(healed)

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
        except UnknownOutcome:
            raise  # they stay open: the next run finds out
        except (ConnectorError, Cancelled) as error:
            # Not one of them was sent. (Any other error may have come after the sending: then they stay open, too.)
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
            self._cancel.check()  # that may be all that it is
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
            given = [fresh for each in moved if (fresh := self._drafter.again(scope, each.draft.hub.id)) is not None]
        return ready

    def _prepare(self, scope: EntityScope, first: Draft) -> _Ready | None:
        """The op. Where the ERP offers no conditional write the record is read just before, and what is new in it merged.
        ``None``: there is nothing to send (any more), or not now."""
        given: Draft | None = first
        before: RemoteRecord | None = None
        if first.link is not None and not self._connector.spec.capabilities.conditional_write:
            before = self._read_before(scope, first.link)
            given = self._drafter.again(scope, first.hub.id) if before is not None else None
            if given is not None and self._would_overwrite(given, before):
                return None
        if given is None or not self._context.allows("remote", scope.entity.name, given.hub.id, mark(given)):
            return None
        try:
            row = self._row(given, before)
        except MappingError as error:
            self._unsent.refuse(scope, given.hub.id, unmapped(error))
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

    def _would_overwrite(self, given: Draft, read: RemoteRecord | None) -> bool:
        """Does the record hold something, where we would write, that was not merged: because a plan that is being applied
        does not have it, or because a person has yet to decide? Then it is not for this run."""
        link, scope = given.link, given.scope
        if link is None or read is None:
            return False
        reads, _ = read_all(scope, [read])
        seen = load(link.base_remote)
        news = {
            name
            for one in reads
            for name, value in one.raw.items()
            if name not in scope.readonly and seen.get(name) != UNREAD and value != bare(seen.get(name))
        }
        return bool(news) if given.kind is WriteKind.DELETE else not news.isdisjoint(given.local)

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
            # A decision to make one anew that was taken back moves neither version nor link.
            stay = self._store.stay_away(conn, context.connection_id, [one for one in ids if one not in links])
            written: list[_Ready] = []
            moved: list[_Ready] = []
            for one in ops:
                hub, link = hubs.get(one.row.local_id), links.get(one.row.local_id)
                same = hub is not None and hub.version == one.draft.hub.version and hub.id not in stay
                (written if same and _marks(link) == _marks(one.draft.link) else moved).append(one)
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
            self._unsent.note(scope, row.local_id, outcome)
            self._context.counts.add(entity, "failed")
        elif isinstance(outcome, Gone) and row.kind == WriteKind.DELETE:
            self._settler.deleted(scope, row)
            self._context.counts.add(entity, "sent_deleted")
        elif isinstance(outcome, Stale | Gone):
            self._settler.not_done(row, journal.STALE, outcome.code)
            self._look_again(scope, one)
        elif isinstance(outcome, NameTaken) and outcome.remote_id is not None:
            self._settler.not_done(row, journal.REFUSED, outcome.message)
            self._unsent.ask_whether_the_same(scope, row, outcome)
        else:
            self._settler.not_done(row, journal.REFUSED, outcome.message)
            self._unsent.refuse(scope, row.local_id, outcome)

    def _look_again(self, scope: EntityScope, one: _Ready) -> None:
        """The record moved just before our write: merge it; what is still to be sent goes with another try."""
        link = one.draft.link
        found = self._read_before(scope, link) if link is not None else None
        if found is None:
            return
        fresh = self._drafter.again(scope, one.row.local_id)
        if fresh is None or self._would_overwrite(fresh, found):
            return
        if one.row.local_id not in self._stale:
            self._stale.add(one.row.local_id)  # once: somebody is at work there, the next run goes on
            self._send(scope, [fresh])


#: What one record's write comes to; anything else is the connection's, and nothing was sent.
_OF_A_RECORD = (Written, Rejected, Stale, Gone, UnknownOutcome)
_SENT = {WriteKind.CREATE: "sent_created", WriteKind.UPDATE: "sent_updated", WriteKind.DELETE: "sent_deleted"}


def _marks(link: LinkRow | None) -> tuple[str, str, str, bool] | None:
    return None if link is None else (link.version, link.base_local, link.base_remote, link.paused)


def _cut(drafts: Sequence[Draft], size: int) -> Iterator[Sequence[Draft]]:
    for at in range(0, len(drafts), max(size, 1)):
        yield drafts[at : at + max(size, 1)]
