"""What merging comes to that a person must know of: fields changed on both sides, a record that an edit brought back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.db.batch import Batch
from app.db.conflicts import ConflictStore
from app.db.shapes import HubRow
from app.model.records import RemoteRecord
from app.sync.context import RunContext
from app.sync.meaning import said_by
from app.sync.merge import Merged
from app.sync.reads import label_here
from app.sync.scope import EntityScope


class Questions:
    def __init__(self, conflicts: ConflictStore, context: RunContext) -> None:
        self._conflicts = conflicts
        self._context = context

    def status(
        self,
        batch: Batch,
        scope: EntityScope,
        record: RemoteRecord,
        local_id: str,
        merged: Merged,
        before: str,
        *,
        whole: bool = True,
    ) -> str:
        """The link's status after a merge; conflicts are noted with both values, whatever the rule decided. ``whole``: all fields
        were looked at; else a question may be about one of the others."""
        undecided = [conflict for conflict in merged.conflicts if conflict.winner is None]
        if before == "conflict" and not undecided:
            if not whole or self._context.plan is not None:
                return before
            self._close_question(batch, scope, record.id, local_id)
        if self._context.plan is None:
            for group, resolution in ((undecided, None), ([c for c in merged.conflicts if c.winner], "rule")):
                if group:
                    winner = group[0].winner if resolution else None
                    self._conflicts.create(
                        connection_id=self._context.connection_id,
                        entity_type=scope.entity.name,
                        remote_id=record.id,
                        kind="fields",
                        label=record.label,
                        fields=[
                            {"name": c.name, "base": c.base, "local": c.local, "remote": c.remote, "raw": c.raw}
                            | {"link": said_by(scope.mapping, c.name)}
                            for c in group
                        ],
                        strategy=scope.strategy,
                        local_id=local_id,
                        sync_config_id=scope.config_id,
                        run_id=self._context.run_id,
                        resolution=winner,
                    )
        return "conflict" if undecided else "pending" if merged.dirty else "synced"

    def _close_question(self, batch: Batch, scope: EntityScope, remote_id: str, local_id: str) -> None:
        """What was disputed is so no more: the two sides came to one value, or one went back to what it was."""
        context, entity = self._context, scope.entity.name
        asked = self._conflicts.open_of(context.connection_id, entity, remote_id, "fields")
        if asked is not None:
            self._conflicts.resolve(asked.id, "agreed", by="rule")
        if scope.pushes:
            batch.dirty(context.connection_id, entity, local_id)  # its fields may be sent again

    def note_revival(self, scope: EntityScope, record: RemoteRecord, hub: HubRow, diff: Mapping[str, Any]) -> None:
        """Deleted here, edited there: the edit won, and the log says so."""
        if self._context.plan is None:
            self._conflicts.create(
                connection_id=self._context.connection_id,
                entity_type=scope.entity.name,
                remote_id=record.id,
                kind="delete",
                label=record.label or label_here(scope, hub),
                fields=[
                    {"name": name, "base": before, "local": None, "remote": after, "raw": None}
                    for name, (before, after) in diff.items()
                ],
                strategy=scope.strategy,
                local_id=hub.id,
                sync_config_id=scope.config_id,
                run_id=self._context.run_id,
                resolution="remote",
            )
