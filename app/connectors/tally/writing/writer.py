"""Writing to Tally: the guard around each lot of writes, and which module writes what (docs/protocols/tally.md: Writing)."""

from __future__ import annotations

import time
from collections.abc import Callable
from enum import StrEnum
from typing import Protocol

from app.connectors.base import ConnectionSettings, WriteOp, Written
from app.connectors.tally.changes import LOT
from app.connectors.tally.masters import FIELDS_OF
from app.connectors.tally.session import Company, Session
from app.model.cancel import CancelToken
from app.model.errors import ConnectorError, Gone, Rejected, Stale
from app.model.records import RemoteRecord

#: So long a look at the open companies is believed.
_BELIEVED = 60.0


class Counter(StrEnum):
    """Tally's two counters of saves; each object's AlterID is the counter's value at its last save."""

    MASTERS = "masters"
    VOUCHERS = "vouchers"


class LotGuard:
    """Sees that our company is open, and knows whether a record that was read back is just as our write left it.

    Each save moves the company's counter by one, and the saved object has that AlterID. So after our save the object reads the
    counter we knew plus our saves since, unless somebody else saved in between (docs/protocols/tally.md: Writing).
    """

    def __init__(self, session: Session, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._session = session
        self._clock = clock
        self._seen_at: float | None = None
        self._writes = 0
        #: What the counters must be at now; ``None``: not known.
        self._at: dict[Counter, int | None] = {Counter.MASTERS: None, Counter.VOUCHERS: None}

    def ready(self, cancel: CancelToken) -> None:
        """Call before each write (and before each Object export). Looks at the open companies before the first one of a lot, again
        after 25 writes or a minute, and after any trouble. Raises ``NotReady`` when our company isn't open, or another one answers
        to its name: nothing may be sent."""
        fresh = self._seen_at is not None and self._clock() - self._seen_at < _BELIEVED and self._writes < LOT
        if not fresh:
            self._saw(self._session.check_open(cancel, alone=True))
        self._writes += 1

    def _saw(self, company: Company) -> None:
        self._seen_at, self._writes = self._clock(), 0
        self._at = {Counter.MASTERS: company.altmstid, Counter.VOUCHERS: company.altvchid}

    def trouble(self) -> None:
        """Something went wrong, or its outcome isn't known: the next write looks anew."""
        self._seen_at = None
        self._at = dict.fromkeys(self._at)

    def saved(self, counter: Counter) -> None:
        """A save of ours was confirmed (a create, an alteration, a cancellation)."""
        known = self._at[counter]
        self._at[counter] = None if known is None else known + 1

    def deleted(self, counter: Counter) -> None:
        """A deletion of ours was confirmed. Nothing is left whose AlterID would tell by how much it moved the counter."""
        self._at[counter] = None

    def exact(self, counter: Counter, alter_id: int | str) -> bool:
        """Whether an object that reads ``alter_id`` is as our last save of that kind left it. Where not, the counter is taken
        from it."""
        read = int(alter_id)
        if self._at[counter] == read:
            return True
        self._at[counter] = read
        return False


class RecordWriter(Protocol):
    """What writes the records of some entities."""

    def write(self, op: WriteOp, cancel: CancelToken) -> Written: ...

    def find(self, op: WriteOp, cancel: CancelToken) -> RemoteRecord | None: ...


class TallyWriter:
    """One connection's writes, sent to the module that knows the record's kind. One per session."""

    def __init__(self, session: Session, settings: ConnectionSettings) -> None:
        self.guard = LotGuard(session)
        self._session = session
        self._settings = settings
        self._masters: RecordWriter | None = None
        self._vouchers: RecordWriter | None = None

    def write(self, op: WriteOp, cancel: CancelToken) -> Written:
        """See :meth:`app.connectors.base.Connector.write`."""
        try:
            return self._writer(op).write(op, cancel)
        except (Rejected, Stale, Gone):
            raise  # told by Tally itself: the company is open, the counters are where we think
        except ConnectorError:
            self.guard.trouble()
            raise

    def find(self, op: WriteOp, cancel: CancelToken) -> RemoteRecord | None:
        """See :meth:`app.connectors.base.Connector.find`."""
        return self._writer(op).find(op, cancel)

    def _writer(self, op: WriteOp) -> RecordWriter:
        # Imported here: both are built upon this module's guard.
        if op.module in FIELDS_OF:
            if self._masters is None:
                from app.connectors.tally.writing.master_writer import MasterWriter

                self._masters = MasterWriter(self._session, self.guard)
            return self._masters
        if self._vouchers is None:
            from app.connectors.tally.writing.voucher_writer import VoucherWriter

            self._vouchers = VoucherWriter(self._session, self.guard, self._settings)
        return self._vouchers
