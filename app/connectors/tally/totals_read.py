"""What the vouchers of a month come to, for the accountant: light requests, one window of days at a time.

The amount of a voucher is read by :class:`app.connectors.tally.vouchers.VoucherReader` from its ledger entries, exactly as
a sync reads it, so that equal books compare equal. The voucher's own AMOUNT won't do: on a receipt it may be the bank's
(docs/protocols/tally.md: Responses).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from app.connectors.base import BookedAmount, PeriodTotal
from app.connectors.tally import errors, probe, requests, values, vouchers
from app.connectors.tally.lines import Raw
from app.connectors.tally.requests import Kind, Period
from app.connectors.tally.session import Reply, Session
from app.connectors.tally.vouchers import RECEIPT, VoucherReader
from app.connectors.tally.windows import FIRST_DAYS, LIST_ROWS, DayWindows, period_around
from app.model.cancel import CancelToken

#: One level below the voucher, which every install gives whole; of the rest only what tells vouchers apart.
LEAVES = (
    *vouchers.IDENTITY_LEAVES,
    "PARTYLEDGERNAME",
    "ISCANCELLED",
    "ISOPTIONAL",
    "ALLLEDGERENTRIES.LEDGERNAME",
    "ALLLEDGERENTRIES.AMOUNT",
)
_NOTHING = values.unscaled(0)
#: Where a session keeps the size of its windows from one month to the next.
_WINDOW = "totals_days"


def month_totals(
    session: Session, modules: Sequence[str], first: str, last: str, since: date | None, cancel: CancelToken
) -> list[PeriodTotal]:
    """Posted and draft vouchers of each module and month, in that order; months without a voucher are left out.
    ``since``: the earliest voucher date that is synced."""
    sums: dict[tuple[str, str, str], tuple[int, int]] = {}

    def add(one: BookedAmount) -> None:
        if one.status != "cancelled":
            key = (one.module, one.date[:7], one.status)
            count, amount = sums.get(key, (0, 0))
            sums[key] = (count + 1, amount + values.scaled(one.amount))

    _read(session, modules, _first_day(first), _last_day(last), since, add, cancel)
    return [
        PeriodTotal(module, month, count, values.unscaled(amount), status)
        for (module, month, status), (count, amount) in sorted(sums.items())
    ]


def month_amounts(
    session: Session, module: str, month: str, since: date | None, cancel: CancelToken
) -> list[BookedAmount]:
    """Every voucher of one module and month, cancelled ones (at nothing) included."""
    found: list[BookedAmount] = []
    _read(session, (module,), _first_day(month), _last_day(month), since, found.append, cancel)
    return found


def _read(
    session: Session,
    modules: Sequence[str],
    first: date,
    last: date,
    since: date | None,
    take: Callable[[BookedAmount], None],
    cancel: CancelToken,
) -> None:
    first = max(first, session.first_day, since or session.first_day)
    if first > last:
        return
    probe.ensure(session, cancel)
    reader = VoucherReader(roles := session.roles(cancel))
    types = roles.types_of(modules)
    if not types:
        return
    by_type = requests.voucher_types(types) if all(requests.is_plain(name) for name in types) else None
    windows = DayWindows(first, last, days=session.scratch.get(_WINDOW, FIRST_DAYS), target_rows=LIST_ROWS, most=31)
    for low, high in windows:
        cancel.check()
        where = requests.days(low, high)

        def read(raw: Raw, low: date = low, high: date = high) -> None:
            if reader.module_of(raw) not in modules:
                return
            one = _booked(reader, raw)
            if not low.isoformat() <= one.date <= high.isoformat():
                # The dates were not kept to (docs/protocols/tally.md: Educational mode): sums of that are worth nothing.
                raise errors.not_honoured("dates")
            take(one)

        reply: Reply[None] = session.collect(
            Kind.VOUCHER,
            LEAVES,
            f"totals of {low} to {high}",
            read,
            cancel,
            where=where & by_type if by_type else where,
            period=Period(*period_around(low, high)),
        )
        windows.took(reply.seconds, reply.objects)
        session.scratch[_WINDOW] = windows.days


def _booked(reader: VoucherReader, raw: Raw) -> BookedAmount:
    """A voucher that can't be read is there all the same, at nothing: the hub lacks it, and that must show."""
    number = values.text(raw.get("VOUCHERNUMBER")) or ""
    try:
        day = values.day(raw.get("DATE")) or ""
    except ValueError:
        raise errors.not_honoured("dates") from None
    try:
        record = reader.record(raw)
    except ValueError:
        record = None
    if record is None:
        return BookedAmount(reader.module_of(raw) or "", str(values.whole(raw.get("MASTERID"))), number, day, _NOTHING)
    status = str(record.fields["STATUS"])
    amount = record.fields["AMOUNT" if record.module == RECEIPT else "TOTAL"]
    came_to = _NOTHING if status == "cancelled" else amount or _NOTHING
    return BookedAmount(record.module, record.id, number, day, came_to, status)


def _first_day(month: str) -> date:
    return date.fromisoformat(f"{month}-01")


def _last_day(month: str) -> date:
    return (_first_day(month) + timedelta(days=31)).replace(day=1) - timedelta(days=1)
