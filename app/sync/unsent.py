"""What can't be sent as it is: refused, waiting for what it refers to, or a question to a person (engine: Errors)."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

from sqlalchemy import Connection

from app.connectors.base import Connector
from app.db.conflicts import ConflictStore
from app.db.database import Database
from app.db.dirty import NEVER, DirtyStore
from app.db.errors import ErrorStore, backoff
from app.db.journal import JournalRow
from app.db.merge import MergeStore
from app.model.cancel import CancelToken
from app.model.clock import Clock, stamp
from app.model.entities import ENTITIES
from app.model.errors import AppError, NameTaken, Rejected
from app.sync.context import RunContext
from app.sync.intake import Intake
from app.sync.outgoing import Draft, label_of
from app.sync.reads import read_all
from app.sync.scope import EntityScope


class Unsent:
    def __init__(
        self,
        db: Database,
        connector: Connector,
        store: MergeStore,
        dirty: DirtyStore,
        errors: ErrorStore,
        conflicts: ConflictStore,
        context: RunContext,
        intake: Intake,
        writing: Callable[[], AbstractContextManager[Connection]],
        cancel: CancelToken,
        clock: Clock,
    ) -> None:
        self._db = db
        self._connector = connector
        self._store = store
        self._dirty = dirty
        self._errors = errors
        self._conflicts = conflicts
        self._context = context
        self._intake = intake
        self._writing = writing
        self._cancel = cancel
        self._clock = clock

    def wait(self, given: Draft) -> None:
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
            self.note(given.scope, given.hub.id, error)
        self._context.counts.add(given.scope.entity.name, "waiting")

    def refuse(self, scope: EntityScope, local_id: str, error: AppError) -> None:
        """It can't be sent as it is: a dead letter, tried again later if that can help, or when it is changed."""
        attempts = self._attempts(local_id)
        again = stamp(self._clock() + backoff(attempts + 1)) if error.retryable else NEVER
        with self._writing() as conn:
            self._dirty.postpone(conn, self._context.connection_id, local_id, next_at=again, attempts=attempts + 1)
            self.note(scope, local_id, error)
        self._context.counts.add(scope.entity.name, "failed")

    def note(self, scope: EntityScope, local_id: str, error: AppError) -> None:
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

    def ask_whether_the_same(self, scope: EntityScope, row: JournalRow, outcome: NameTaken) -> None:
        """A record of that name is there already. Linked to another of ours, it is a plain refusal; else a person says
        whether the two are one."""
        context, entity = self._context, scope.entity.name
        assert outcome.remote_id is not None  # its caller has seen it
        with self._db.read() as conn:
            taken = self._store.links(conn, context.connection_id, entity, [outcome.remote_id])
        found = [] if taken else self._connector.read(scope.module, [outcome.remote_id], self._cancel)
        if not found:
            self.refuse(scope, row.local_id, outcome)
            return
        reads, _ = read_all(scope, found)
        with self._writing() as conn:
            batch = self._intake.batch()
            batch.park(entity, "match", found[0])
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
