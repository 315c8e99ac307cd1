"""Which incoming records look like something the hub has, or like one another (contract: Matching)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from app.db.merge import MergeStore
from app.model.folding import fold_name
from app.model.records import RemoteRecord
from app.model.values import Values
from app.sync.context import RunContext
from app.sync.first_load import FirstLoad
from app.sync.lookups import Lookups
from app.sync.matching import match_key
from app.sync.problems import Problems
from app.sync.reads import Read
from app.sync.scope import EntityScope


class Likeness:
    def __init__(
        self, store: MergeStore, context: RunContext, lookups: Lookups, problems: Problems, first_load: FirstLoad
    ) -> None:
        self._store = store
        self._first_load = first_load
        self._context = context
        self._lookups = lookups
        self._problems = problems

    def lookalikes(self, conn: Connection, scope: EntityScope, ready: Sequence[tuple[Read, Values, Any]]) -> set[str]:
        """Remote ids of records for which the hub has a living, unlinked record that may be the same."""
        context, entity, spec = self._context, scope.entity.name, scope.entity
        found = {read.record.id for read, _, _ in ready if read.record.hub_key}
        if self._first_load.is_alone(conn, entity):
            return found
        first = scope.match_on[0] if scope.match_on else None
        if first is not None and spec.field[first].type != "lookup":
            by_value = defaultdict(list)
            for read, values, _ in ready:
                if (key := match_key(values, scope.match_on)) is not None:
                    by_value[key[0]].append((read.record.id, values))
            hits = self._store.unlinked_by_field(conn, context.connection_id, entity, first, list(by_value))
            rows = self._store.hub_rows(conn, entity, [hub_id for hub_id, _ in hits]) if hits else {}
            for hub_id, value in hits:
                here = match_key(rows[hub_id].values, scope.match_on)
                found.update(rid for rid, values in by_value[value] if match_key(values, scope.match_on) == here)
        if not spec.is_document:
            by_name = defaultdict(list)
            for read, values, _ in ready:
                label = values.get(spec.label_field)
                if isinstance(label, str) and label:
                    by_name[fold_name(label)].append(read.record.id)
            for _, name in self._store.unlinked_by_name(conn, context.connection_id, entity, list(by_name)):
                found.update(by_name[name])
        return found

    def note_name_clashes(self, conn: Connection, scope: EntityScope, records: Sequence[RemoteRecord]) -> None:
        """Two masters under one name as the ERP folds names: both come in, but what names them can't be told apart."""
        if scope.entity.is_document:
            return
        # What is named by its id shares that with none.
        records = [record for record in records if record.key and record.key != record.id]
        keys = [record.key for record in records if record.key]
        taken = self._store.bearers(conn, self._context.connection_id, scope.entity.name, keys)
        for record in records:
            if record.key and (other := taken.setdefault(record.key, record.label)) != record.label:
                self._lookups.forget(scope.entity.name, record.key)
                self._context.clashing.add((scope.entity.name, record.key))
                self._problems.note_clash(scope, record, other)
