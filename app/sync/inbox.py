"""Records that looked like something the hub has, decided when their stream was read to its end (contract: Matching)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from app.db.conflicts import ConflictStore
from app.db.merge import MergeStore
from app.mapping.errors import MappingError
from app.model.folding import fold, fold_name
from app.model.records import RemoteRecord
from app.model.values import Values
from app.sync.context import RunContext
from app.sync.intake import Intake
from app.sync.matching import MatchKey, Verdict, count_keys, decide, match_key
from app.sync.reads import Read, read_all
from app.sync.scope import EntityScope


class InboxSettler:
    """Links what is certain, creates what turned out to be new, and asks about the rest."""

    def __init__(self, store: MergeStore, intake: Intake, conflicts: ConflictStore, context: RunContext) -> None:
        self._store = store
        self._intake = intake
        self._conflicts = conflicts
        self._context = context

    def settle(self, conn: Connection, scope: EntityScope, *, commit: bool) -> None:
        entity = scope.entity.name
        records = self._intake.parked(entity)
        if records or self._store.inbox_has_news(conn, self._context.connection_id, entity):
            kept = [RemoteRecord(**row) for row in self._store.inbox(conn, self._context.connection_id, entity)]
            records = kept if commit else kept + records
        if not records:
            return
        reads, problems = read_all(scope, records)
        self._intake.lookups.resolve(conn, scope, [read.raw for read in reads])
        values = {read.record.id: self._values(scope, read) for read in reads}
        verdicts = self._verdicts(conn, scope, [read.record for read in reads], values)
        ready = [read for read in reads if verdicts[read.record.id].action != "ask"]
        batch = self._intake.batch()
        matched = {read.record.id: verdicts[read.record.id].hub_id for read in ready}
        problems += self._intake.take(conn, batch, scope, ready, matched=matched)
        for read in reads:
            verdict = verdicts[read.record.id]
            if verdict.action == "ask":
                self._ask(scope, read.record, values[read.record.id], verdict, commit=commit)
        if commit:
            batch.write(conn)
            lost = {problem.id for problem in problems}
            taken = [rid for rid in matched if rid not in lost]
            self._store.leave_inbox(conn, self._context.connection_id, entity, taken)
            asked = self._conflicts.open_ids(self._context.connection_id, entity, "match")
            for rid in asked.keys() & set(taken):  # what it was asked about has changed, and it is certain now
                self._conflicts.resolve(asked[rid], "link" if matched[rid] else "separate", by="rule")
        self._intake.problems.note({scope.module: scope}, problems)

    def _values(self, scope: EntityScope, read: Read) -> Values:
        """What a record is matched by: documents by what they name, too."""
        try:
            return scope.mapping.to_local(read.raw, self._intake.lookups.find)[0]
        except MappingError:  # a lookup that names several: told of where the record is taken
            return scope.mapping.to_local(read.raw, lambda *_: None)[0]

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
