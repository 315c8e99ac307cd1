"""Records that could not be taken over: dead letters, closed when they come through."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from app.db.errors import ErrorStore
from app.model.records import RecordProblem, RemoteRecord
from app.sync.context import RunContext
from app.sync.scope import EntityScope


class Problems:
    def __init__(self, errors: ErrorStore, context: RunContext) -> None:
        self._errors = errors
        self._context = context

    def note(self, scopes: Mapping[str, EntityScope], problems: Iterable[RecordProblem]) -> None:
        """Failed records become dead letters; the rest of the page is not held up by them."""
        for problem in problems:
            scope = scopes.get(problem.module)
            if scope is None or (problem.module, problem.id) in self._context.handled:
                continue
            self._context.handled.add((problem.module, problem.id))
            self._context.counts.add(scope.entity.name, "failed")
            if self._context.plan is None:
                self._context.failed_before.add((scope.entity.name, problem.id))
                self._errors.record(
                    connection_id=self._context.connection_id,
                    entity_type=scope.entity.name,
                    side="in",
                    code=problem.code,
                    message=problem.message,
                    hint=problem.hint,
                    remote_id=problem.id,
                    run_id=self._context.run_id,
                )

    def clear(self, entity: str, came_through: Iterable[str]) -> None:
        """Records that failed before and are fine now."""
        if not self._context.failed_before:
            return
        healed = [rid for rid in came_through if (entity, rid) in self._context.failed_before]
        if healed:
            self._errors.resolve(self._context.connection_id, entity, remote_ids=healed, side="in")
            self._context.failed_before.difference_update((entity, rid) for rid in healed)

    def note_clash(self, scope: EntityScope, record: RemoteRecord, other: str) -> None:
        """Two masters under one name to the ERP."""
        if self._context.plan is not None:
            return
        self._context.warnings += 1
        self._errors.record(
            connection_id=self._context.connection_id,
            entity_type=scope.entity.name,
            side="in",
            code="name_clash",
            message=f"“{record.label}” and “{other}” are one name to the connected system. Both were taken over, but documents"
            " that name them can't be told apart and stay without a link.",
            hint="Give one of them another name there.",
            remote_id=record.id,
            run_id=self._context.run_id,
        )

    def note_not_planned(self, scope: EntityScope, record: RemoteRecord) -> None:
        """It does not stand in the plan that is being applied: the next sync reads it again."""
        context = self._context
        context.handled.add((scope.module, record.id))
        self._errors.record(
            connection_id=context.connection_id,
            entity_type=scope.entity.name,
            side="in",
            code="not_planned",
            message=f"“{record.label or record.id}” was not done: it is not in the plan as it is now.",
            hint="The next sync takes it over.",
            remote_id=record.id,
            retryable=True,
            run_id=context.run_id,
        )
