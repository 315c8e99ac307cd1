"""Records that looked like something the hub has, decided when their stream was read to its end (contract: Matching); those that
hang on a person's decision about another one, with that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Connection

from app.db.conflicts import ConflictStore
from app.db.inbox import InboxStore, Parked
from app.db.journal import JournalStore
from app.db.merge import MergeStore
from app.mapping.compiled import PendingReference
from app.mapping.errors import MappingError
from app.model.entities import ENTITIES
from app.model.folding import fold, fold_name
from app.model.records import RecordProblem, RemoteRecord
from app.model.values import Values
from app.sync.context import RunContext
from app.sync.intake import Intake
from app.sync.matching import MatchKey, Verdict, count_keys, decide, match_key
from app.sync.reads import Read, read_all
from app.sync.scope import EntityScope

#: Records that one decision takes over: a person waits, and so do other writers. The next run sees to the others.
_IN_ONE_GO = 1_000


class InboxSettler:
    """Links what is certain, creates what turned out to be new, and asks about the rest."""

    def __init__(self, store: MergeStore, intake: Intake, conflicts: ConflictStore, context: RunContext) -> None:
        self._store = store
        self._intake = intake
        self._conflicts = conflicts
        self._context = context
        self._inbox = InboxStore(context.connection_id)

    def settle(self, conn: Connection, scope: EntityScope, *, commit: bool) -> None:
        """The stream has been read to its end."""
        entity = scope.entity.name
        records = self._intake.parked(entity)
        if records or self._inbox.has_news(conn, entity):
            kept = self._inbox.records(conn, entity)
            self._settle(conn, scope, kept if commit else kept + records, commit=commit)

    def settle_waiting(self, conn: Connection, scope: EntityScope, parked: Parked) -> None:
        """It was decided about ``parked``: so it is about what waited for that."""
        entity = scope.entity.name
        waiting = self._inbox.ids_waiting_for(conn, entity, parked, _IN_ONE_GO)
        self._settle(conn, scope, self._inbox.records(conn, entity), commit=True, only=waiting)

    def _settle(
        self,
        conn: Connection,
        scope: EntityScope,
        records: Sequence[RemoteRecord],
        *,
        commit: bool,
        only: Collection[str] | None = None,
    ) -> None:
        """Decide about ``records`` (about the ids in ``only`` of them: the others are what they may be taken for)."""
        entity = scope.entity.name
        reads, problems = read_all(scope, records)
        self._intake.lookups.resolve(conn, scope, [read.raw for read in reads])
        seen = {read.record.id: self._values(scope, read) for read in reads}
        values = {rid: found for rid, (found, _) in seen.items()}
        verdicts = self._verdicts(conn, scope, [read.record for read in reads], values)
        unknown = [(read, *seen[read.record.id]) for read in reads if verdicts[read.record.id].action == "create"]
        awaited = self._intake.undecided.awaited(conn, scope, unknown)
        if only is not None:
            reads = [one for one in reads if one.record.id in only and not self._is_sent(conn, verdicts[one.record.id])]
            problems = [one for one in problems if one.id in only]
        stood = {record.id: other for record, other in self._inbox.waiting(conn, entity)}
        ready = []
        for read in reads:
            verdict, other = verdicts[read.record.id], awaited.get(read.record.id)
            if commit and other != stood.get(read.record.id):
                self._inbox.wait(conn, entity, read.record.id, other)
            if other is not None:
                self._wait(scope, read.record, other)
            elif verdict.action == "ask":
                self._ask(scope, read.record, values[read.record.id], verdict, commit=commit)
            else:
                ready.append(read)
        matched = {read.record.id: verdicts[read.record.id].hub_id for read in ready}
        self._take(conn, scope, ready, matched, problems, commit=commit)

    def _take(
        self,
        conn: Connection,
        scope: EntityScope,
        ready: Sequence[Read],
        matched: dict[str, str | None],
        problems: list[RecordProblem],
        *,
        commit: bool,
    ) -> None:
        entity = scope.entity.name
        batch = self._intake.batch()
        problems += self._intake.take(conn, batch, scope, ready, matched=matched)
        lost = {problem.id for problem in problems}
        taken = [rid for rid in matched if rid not in lost]
        for rid in taken:
            self._intake.undecided.note_taken(entity, rid)
        if commit:
            asked = self._conflicts.open_matches(self._context.connection_id, entity)
            for rid in asked.keys() & set(taken):  # what it was asked about has changed, and it is certain now
                conflict_id, candidates = asked[rid]
                self._conflicts.resolve(conflict_id, "link" if matched[rid] else "separate", by="rule")
                for local_id in candidates if scope.pushes else ():
                    batch.dirty(self._context.connection_id, entity, local_id)
            batch.write(conn)
            self._inbox.leave(conn, entity, taken)
        self._intake.problems.note({scope.module: scope}, problems)

    def _is_sent(self, conn: Connection, verdict: Verdict) -> bool:
        """Is the hub's record on its way to the connected system just now?"""
        hub_id = verdict.hub_id
        return hub_id is not None and JournalStore().is_open(conn, self._context.connection_id, hub_id)

    def _wait(self, scope: EntityScope, record: RemoteRecord, other: Parked) -> None:
        entity = scope.entity.name
        self._context.counts.add(entity, "waiting")
        self._context.undecided[entity, other.entity] += 1
        if self._context.plan is not None:
            named = ENTITIES[other.entity].title.lower()
            self._context.plan.add("conflict", entity, None, record, (), f"waits for the decision about its {named}")

    def _values(self, scope: EntityScope, read: Read) -> tuple[Values, list[PendingReference]]:
        """What a record is matched by (documents by what they name, too), and what of that is not known."""
        try:
            return scope.mapping.to_local(read.raw, self._intake.lookups.find)
        except MappingError:  # a lookup that names several: told of where the record is taken
            return scope.mapping.to_local(read.raw, lambda *_: None)

    def _verdicts(
        self, conn: Connection, scope: EntityScope, records: Sequence[RemoteRecord], values: dict[str, Any]
    ) -> dict[str, Verdict]:
        spec, entity = scope.entity, scope.entity.name
        keys = {record.id: match_key(values[record.id], scope.match_on) for record in records}
        there = count_keys(list(keys.values()))
        here = self._hub_by_key(conn, scope, list(values.values()))
        names = {rid: fold_name(value.get(spec.label_field) or "") for rid, value in values.items()}
        by_name: dict[str, list[str]] = defaultdict(list)
        if not spec.is_document:
            wanted = [name for name in set(names.values()) if name]
            for hub_id, name in self._store.unlinked_by_name(conn, self._context.connection_id, entity, wanted):
                by_name[name].append(hub_id)
        own = [record.hub_key for record in records if record.hub_key]
        living = {rid for rid, row in self._store.hub_rows(conn, entity, own).items() if row.deleted_at is None}
        linked = self._store.links_of(conn, self._context.connection_id, own)
        verdicts = {}
        for record in records:
            if record.hub_key in living and record.hub_key not in linked:
                verdicts[record.id] = Verdict("link", record.hub_key, reason="our own key")
                continue
            key = keys[record.id]
            verdicts[record.id] = decide(
                key,
                here.get(key, []) if key else [],
                there[key] if key else 0,
                by_name[names[record.id]],
                scope.match_on,
            )
        return verdicts

    def _hub_by_key(
        self, conn: Connection, scope: EntityScope, values: Sequence[dict[str, Any]]
    ) -> dict[MatchKey, list[str]]:
        first = scope.match_on[0] if scope.match_on else None
        if first is None:
            return {}
        wanted = {fold(str(value[first])) for value in values if match_key(value, scope.match_on) is not None}
        hits = self._store.unlinked_by_field(conn, self._context.connection_id, scope.entity.name, first, list(wanted))
        rows = self._store.hub_rows(conn, scope.entity.name, [hub_id for hub_id, _ in hits])
        found: dict[MatchKey, list[str]] = defaultdict(list)
        for hub_id, row in rows.items():
            if (key := match_key(row.values, scope.match_on)) is not None:
                found[key].append(hub_id)
        return found

    def _ask(
        self, scope: EntityScope, record: RemoteRecord, values: dict[str, Any], verdict: Verdict, *, commit: bool
    ) -> None:
        entity, known = scope.entity.name, scope.entity.field
        self._context.counts.add(entity, "waiting")
        self._context.counts.add(entity, "conflicts")
        fields = [
            {"name": name, "base": None, "local": None, "remote": value}
            for name, value in values.items()
            if value is not None and not isinstance(value, list) and not (name in known and known[name].lookup)
        ]
        if self._context.plan is not None:
            shown = [{"name": item["name"], "from": None, "to": item["remote"]} for item in fields]
            self._context.plan.add("conflict", entity, verdict.candidates[0], record, shown, verdict.reason)
        if commit:
            self._conflicts.create(
                connection_id=self._context.connection_id,
                entity_type=entity,
                remote_id=record.id,
                kind="match",
                label=record.label,
                fields=fields,
                strategy=scope.strategy,
                sync_config_id=scope.config_id,
                candidates=verdict.candidates,
                run_id=self._context.run_id,
            )
