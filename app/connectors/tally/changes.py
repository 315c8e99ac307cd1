"""Which vouchers changed since a mark, found in as narrow a stretch of days as explains the counter.

(docs/protocols/tally.md: Incremental sync) A filter on ``$AlterID`` makes Tally walk every voucher of the loaded
period, so the latest weeks are asked first and earlier ones only while the counter says that something is still
missing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from app.connectors.tally import moved, requests, values, vouchers
from app.connectors.tally.errors import NO_SUCH_VOUCHER
from app.connectors.tally.lines import Raw
from app.connectors.tally.requests import Kind, Period
from app.connectors.tally.roles import Roles
from app.connectors.tally.session import Session
from app.connectors.tally.windows import LIST_ROWS, DayWindows, defer, period_around
from app.model.cancel import CancelToken
from app.model.errors import BadAnswer
from app.model.records import RecordProblem, RemoteRecord

#: Vouchers read by themselves between two looks at the list of open companies.
LOT = 25
#: Up to here changed vouchers are read one by one, of every type; above it closing figures are read for all.
FEW = 200
RECENT = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class ListedVoucher:
    """A line of a minimal list."""

    id: int
    alter_id: int
    date: str
    number: str
    type: str


def listed(raw: Raw) -> ListedVoucher:
    return ListedVoucher(
        values.whole(raw.get("MASTERID")) or 0,
        values.whole(raw.get("ALTERID")) or 0,
        values.day(raw.get("DATE")) or "",
        values.text(raw.get("VOUCHERNUMBER")) or "",
        values.text(raw.get("VOUCHERTYPENAME")) or "",
    )


@dataclass(frozen=True)
class OneVoucher:
    """A voucher read by itself: its record when it is of a module of ours, and what it moves. ``None`` record and no
    ledgers: it is gone."""

    record: RemoteRecord | RecordProblem | None
    ledgers: frozenset[str] = frozenset()
    items: frozenset[str] = frozenset()
    gone: bool = False


def read_voucher(session: Session, ident: int, roles: Roles, cancel: CancelToken) -> OneVoucher:
    """One voucher by Object export. The company must just have been seen open."""
    reader = vouchers.VoucherReader(roles)

    def read(raw: Raw) -> OneVoucher:
        try:
            ledgers, items = vouchers.touched(raw)
            return OneVoucher(reader.record(raw), frozenset(ledgers), frozenset(items))
        except ValueError as error:
            return OneVoucher(problem(ident, reader.module_of(raw), raw, error))

    try:
        rows = session.client.ask(requests.voucher(session.company.name, ident), read, cancel).rows
    except BadAnswer as error:
        if error.code == NO_SUCH_VOUCHER:
            return OneVoucher(None, gone=True)
        raise
    return rows[0] if rows else OneVoucher(None, gone=True)


def problem(ident: int, module: str | None, raw: Raw, error: ValueError) -> RecordProblem | None:
    if module is None:
        return None
    number = values.text(raw.get("VOUCHERNUMBER")) or str(ident)
    return RecordProblem(
        module,
        str(ident),
        "unreadable_value",
        f"Voucher {number} in Tally holds a value that can't be read ({error}).",
        hint="The record keeps its last known state. Open the voucher in Tally and look at that value.",
    )


#: See :attr:`app.connectors.base.PullRequest.named_before`.
NamedBefore = Callable[[Sequence[str]], Mapping[str, frozenset[str]] | None]


@dataclass(frozen=True)
class Touched:
    """Names of ledgers and items that vouchers name now, and ids by module of masters that they named before."""

    ledgers: set[str]
    items: set[str]
    before: Mapping[str, frozenset[str]]


@dataclass
class ChangedVouchers:
    """The search since one mark; kept for the run, since the streams of masters and of vouchers both need it."""

    session: Session
    mark: int
    cancel: CancelToken
    found: dict[int, ListedVoucher] = field(default_factory=dict)
    #: The oldest day that was looked at.
    since: date | None = None
    deferred: bool = False
    _read: dict[int, OneVoucher] = field(default_factory=dict)

    @classmethod
    def of(cls, session: Session, mark: int, cancel: CancelToken) -> ChangedVouchers:
        key = ("changed", mark)
        search: ChangedVouchers | None = session.scratch.get(key)
        if search is None:
            search = session.scratch[key] = cls(session, mark, cancel)
            search._search()
        return search

    @property
    def missing(self) -> int:
        """How far the counter moved beyond what was found: a deletion, or a voucher that was saved twice."""
        highest = max([self.session.company.altvchid, *(one.alter_id for one in self.found.values())])
        return max(0, highest - self.mark - len(self.found))

    def _search(self) -> None:
        session = self.session
        recent = min(session.today, session.last_day) - RECENT
        start = max(session.first_day, recent)
        seconds = self._look(start, session.far_day)
        windows = DayWindows(
            session.first_day, start - timedelta(days=1), days=92, backwards=True, target_rows=LIST_ROWS, most=3_660
        )
        if start > session.first_day:
            windows.took(seconds, 1)
            windows.days = max(windows.days, 92) if seconds < 2 else windows.days
        for low, high in windows if self.missing and session.facts.alter_filter is not False else ():
            seconds = self._look(low, high)
            windows.took(seconds, 1)
            if not self.missing:
                break
            if defer((high - low).days + 1, seconds, session.clock().astimezone().hour, asked=False):
                self.deferred = True
                break

    def _look(self, low: date, high: date) -> float:
        session = self.session
        where = requests.alter_id_above(self.mark) & requests.days(low, high)
        reply = session.collect(
            Kind.VOUCHER,
            vouchers.IDENTITY_LEAVES,
            "changed vouchers",
            listed,
            self.cancel,
            where=where,
            period=Period(*period_around(low, high)),
        )
        for row in reply.rows:
            # Where the filter is not obeyed, all come back.
            if row.alter_id > self.mark:
                self.found[row.id] = row
        self.since = low
        return reply.seconds

    def one(self, ident: int, roles: Roles) -> OneVoucher:
        """A changed voucher, read once a run."""
        known = self._read.get(ident)
        if known is None:
            known = self._read[ident] = read_voucher(self.session, ident, roles, self.cancel)
        return known

    def touched(self, named_before: NamedBefore) -> Touched | None:
        """What the changes moved, when that is all that they moved; ``None`` when it isn't known.

        A new voucher moves what it names. An altered one also moves what it named before, which only ``named_before``
        can tell, and only of vouchers that we follow: an altered journal may have named anybody.
        """
        top = int(self.session.load("top_voucher") or 0)
        unseen = moved.since(self.session, self.mark)
        if self.missing or not top or len(self.found) > FEW or unseen is None:
            return None
        altered = [str(ident) for ident in self.found if ident <= top]
        before = named_before(altered) if altered else {}
        if before is None:
            return None
        roles = self.session.roles(self.cancel)
        ledgers, items = unseen
        for at, ident in enumerate(sorted(self.found)):
            if at % LOT == 0:
                self.session.check_open(self.cancel)
            voucher = self.one(ident, roles)
            if voucher.gone or isinstance(voucher.record, RecordProblem):
                return None
            ledgers |= voucher.ledgers
            items |= voucher.items
        return Touched(ledgers, items, before)
