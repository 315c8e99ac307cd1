"""Writes whose answer was lost: found out by looking, before anything else is read or written (engine: Answer lost)."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import datetime, timedelta

from app.connectors.base import Connector, Reference, WriteKind, WriteOp
from app.connectors.spec import Capabilities
from app.db.database import Database
from app.db.journal import REFUSED, JournalRow, JournalStore
from app.model.cancel import CancelToken
from app.model.clock import Clock, stamp
from app.model.errors import Gone, Rejected, Stale, UnknownOutcome
from app.model.records import RemoteRecord
from app.sync.context import RunContext
from app.sync.intake import Intake
from app.sync.reads import read_all
from app.sync.scope import EntityScope
from app.sync.settle import Settler

log = logging.getLogger(__name__)


class Recovery:
    """Settles one connection's open ops. What can't be told yet stays open: nothing of that record is read or written until
    a later run has settled it."""

    def __init__(
        self,
        db: Database,
        connector: Connector,
        scopes: Mapping[str, EntityScope],
        context: RunContext,
        intake: Intake,
        settler: Settler,
        clock: Clock,
        cancel: CancelToken,
    ) -> None:
        self._db = db
        self._connector = connector
        self._scopes = {scope.entity.name: scope for scope in scopes.values()}
        self._context = context
        self._intake = intake
        self._settler = settler
        self._clock = clock
        self._cancel = cancel
        self._journal = JournalStore()
        #: A create of unknown outcome on an ERP without room for our key: what is pulled may be our own record.
        self.blind = False

    @property
    def _can(self) -> Capabilities:
        return self._connector.spec.capabilities

    def look(self) -> list[JournalRow]:
        """The open ops; their records are left alone from now on."""
        with self._db.read() as conn:
            rows = self._journal.unsettled(conn, self._context.connection_id)
        self._context.unsettled.update(row.local_id for row in rows)
        self.blind = not self._can.find_by_our_key and any(
            row.kind == WriteKind.CREATE and row.entity in self._scopes for row in rows
        )
        return rows

    def settle(self) -> None:
        """Settle what can be. Errors of the connection itself end the run: nothing is known then."""
        for row in self.look():
            self._cancel.check()
            self._context.at("recover:op")
            scope = self._scopes.get(row.entity)
            if scope is None:
                continue  # not part of this run: stays open, its record is left alone
            try:
                self._settle(scope, row)
            except UnknownOutcome as error:
                log.info("a write of connection %s is still open: %s", row.connection_id, error.code)
        self.look()

    def _settle(self, scope: EntityScope, row: JournalRow) -> None:
        if row.kind == WriteKind.CREATE:
            self._created(scope, row)
        elif row.kind == WriteKind.UPDATE:
            self._updated(scope, row)
        else:
            self._deleted(scope, row)

    def _is_over(self, row: JournalRow) -> bool:
        """Can the request no longer be under way?"""
        now = self._clock()
        sent = datetime.fromisoformat(row.sent_at)
        if now < sent:  # the clock was set back: count from now
            with self._db.write() as conn:
                self._journal.restamp(conn, row.op_id, stamp(now))
            return False
        return now - sent >= timedelta(seconds=self._can.request_life)

    def _created(self, scope: EntityScope, row: JournalRow) -> None:
        if self._can.idempotency_key:
            self._replay(scope, row)
            return
        record = self._connector.find(op_of(row), self._cancel)
        if record is not None:
            self._settler.found(scope, row, record)
        elif self._is_over(row):
            self._settler.not_done(row)

    def _replay(self, scope: EntityScope, row: JournalRow) -> None:
        """The same key and body again: done once whatever happened. The answer may be an old one: read the record anew."""
        try:
            written = self._connector.write(op_of(row), self._cancel)
        except Rejected as error:
            # The first one may still be under way, and be judged otherwise.
            if self._is_over(row):
                self._settler.not_done(row, REFUSED, error.message)
            return
        if written.record is None:
            self._settler.written(scope, row, None, exact=False)
            return
        now = self._read(row, written.record.id)
        if now is None:
            self._settler.undecidable(scope, row)
        else:
            self._settler.found(scope, row, now)

    def _updated(self, scope: EntityScope, row: JournalRow) -> None:
        record = self._read(row, row.remote_id or "")
        if record is None:
            if self._is_unreadable(row):
                return  # stays open: what became of it can be told when somebody has put it right there
            self._settler.undecidable(scope, row)
        elif record.version != row.expected_version or self._reads_as_sent(scope, row, record):
            self._settler.found(scope, row, record)
        elif self._is_over(row):
            self._settler.not_done(row)

    def _is_unreadable(self, row: JournalRow) -> bool:
        """Is the record there, though it is not among those that can be read?"""
        ident = row.remote_id or ""
        return bool(ident) and not self._connector.confirm_gone(row.payload.module, [ident], self._cancel)

    def _reads_as_sent(self, scope: EntityScope, row: JournalRow, record: RemoteRecord) -> bool:
        reads, _ = read_all(scope, [record])
        return bool(reads) and all(reads[0].raw.get(name) == value for name, value in row.payload.raw.items())

    def _deleted(self, scope: EntityScope, row: JournalRow) -> None:
        if self._read(row, row.remote_id or "") is None:
            self._settler.deleted(scope, row)
        elif self._is_over(row):
            self._settler.not_done(row)  # an edit made meanwhile comes in with the pull and beats the delete

    def _read(self, row: JournalRow, remote_id: str) -> RemoteRecord | None:
        try:
            found = self._connector.read(row.payload.module, [remote_id], self._cancel)
        except (Gone, Stale):
            return None
        return found[0] if found else None


def op_of(row: JournalRow) -> WriteOp:
    """The journal's row as it was (or will be) sent."""
    sent = row.payload
    references = {(entity, key): Reference(entity, ident, key, label) for entity, ident, key, label in sent.references}
    return WriteOp(
        row.op_id,
        WriteKind(row.kind),
        row.entity,
        sent.module,
        row.local_id,
        sent.label,
        sent.fields,
        sent.whole,
        references,
        remote_id=row.remote_id,
        expected_version=row.expected_version,
        sent_at=datetime.fromisoformat(row.sent_at),
    )
