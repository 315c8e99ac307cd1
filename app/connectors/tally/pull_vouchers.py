"""The stream of sales orders, sales invoices and receipts, in one pass together (docs/protocols/tally.md: Incremental
sync)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import islice
from typing import Any

from app.connectors.base import ListedId, Listing, PullMode, PullRequest
from app.connectors.tally import errors, moved, requests, values, vouchers
from app.connectors.tally.bills import OpenBills
from app.connectors.tally.changes import LOT, ChangedVouchers, ListedVoucher, listed, problem, read_voucher
from app.connectors.tally.lines import Raw
from app.connectors.tally.probe import same_by_both_forms
from app.connectors.tally.requests import Kind, Period
from app.connectors.tally.roles import Roles
from app.connectors.tally.session import Reply, Session, identity_of
from app.connectors.tally.vouchers import SALE, VoucherReader
from app.connectors.tally.windows import LIST_ROWS, DayWindows, defer, period_around
from app.model.records import Page, RecordProblem, RemoteRecord

STREAM = "vouchers"
_PAGE = 1_000
#: More changed vouchers than this are cheaper by windows than one by one.
_MANY = 400
#: What one run spends on looking for the rest of an unexplained movement of the counter.
_SEARCH_SECONDS = 10.0
_SEARCH_WINDOWS = 12
#: How many vouchers are read in both forms, once an install, to see whether the collection form is complete.
_SAMPLE = 3

Row = RemoteRecord | RecordProblem


class VoucherPull:
    """One run's pull of the wanted modules of vouchers."""

    def __init__(self, session: Session, request: PullRequest, from_date: date | None) -> None:
        self._session = session
        self._request = request
        self._cancel = request.cancel
        self._modules = tuple(module for module in vouchers.MODULES if module in request.modules)
        self._from = max(session.first_day, from_date) if from_date else session.first_day
        self._cursor: Mapping[str, Any] = request.cursor or {}
        self._bills: OpenBills | None = None
        self._roles = Roles()
        due_wanted = "DUEDATE" in request.modules.get(vouchers.ORDER, ())
        self._leaves = vouchers.leaves_for(self._modules, due_dates=due_wanted)
        self._without = frozenset() if due_wanted else frozenset({"DUEDATE"})

    @property
    def is_quiet(self) -> bool:
        """Nothing changed: no request is needed."""
        cursor = self._cursor
        same = cursor.get("mark") == self._session.company.altvchid
        return same and self._request.mode is PullMode.INCREMENTAL and not cursor.get("full")

    def run(self) -> Iterator[Page | Listing]:
        company, mark = self._session.company, self._cursor.get("mark")
        going_on = bool(self._cursor.get("full"))
        if self._request.mode is PullMode.FULL or mark is None or going_on or mark > company.altvchid:
            return self._full()
        return self._incremental(int(mark))

    # -- everything -----------------------------------------------------------------------------------------------

    def _full(self) -> Iterator[Page | Listing]:
        session, company = self._session, self._session.company
        # The watermark is the counter at the start, never the greatest one seen: what changes meanwhile comes again.
        going_on = bool(self._cursor.get("full"))
        full = dict(
            self._cursor.get("full") or {"vch": company.altvchid, "next": self._from.isoformat(), "days": 7, "top": 0}
        )
        self._prepare()
        if self._bills is not None and not going_on:
            self._bills.keep()
        windows = DayWindows(date.fromisoformat(full["next"]), max(session.last_day, session.today), full["days"])
        seen_any = full["top"] > 0
        for low, high in self._with_future(windows):
            self._say(low, high)
            reply = self._window(low, high)
            windows.took(reply.seconds, reply.objects)
            seen_any = seen_any or bool(reply.rows)
            full["top"] = max([full["top"], *(int(row.id) for row in reply.rows)])
            yield from self._pages(reply.rows, {"full": dict(full)})
            yield self._listing_of(reply.rows, low, high)
            full |= {"next": (high + timedelta(days=1)).isoformat(), "days": windows.days}
            yield self._page((), {"full": dict(full)})
        if not seen_any:
            self._check_really_empty()
        if self._bills is not None and going_on:
            # What an earlier part of this pull was told of may have been paid since.
            yield from self._pages(self._bills.moved(), {"full": dict(full)})
        self._keep(full["top"])
        yield self._page((), {"mark": full["vch"]}, done=True)

    def _with_future(self, windows: DayWindows) -> Iterator[tuple[date, date]]:
        """The windows, then one for vouchers dated ahead."""
        yield from windows
        yield windows.start, max(self._session.far_day, windows.start)

    def _say(self, low: date, high: date) -> None:
        self._request.say(f"Reading vouchers from {low:%d %b %Y} to {min(high, self._session.last_day):%d %b %Y} …")

    def _prepare(self) -> None:
        self._roles = self._session.roles(self._cancel)
        if "BALANCEDUE" in self._request.modules.get(SALE, ()):
            self._bills = OpenBills(self._session, self._roles, self._cancel)

    def _window(self, low: date, high: date, above: int | None = None) -> Reply[Row]:
        """The wanted vouchers of some days, complete, or an error."""
        where = self._where(low, high, above)
        if where is None:
            return Reply([], 0.0, 0)
        if self._session.facts.nested is False:
            return self._window_by_id(low, high, where)
        reader = VoucherReader(self._roles)

        def read(raw: Raw) -> Row | None:
            row = self._row(reader, raw)
            if row is not None:
                _check_day(raw, low, high)
            return row

        reply: Reply[Row] = self._session.collect(
            Kind.VOUCHER,
            self._leaves,
            f"vouchers of {low} to {high}",
            read,
            self._cancel,
            where=where,
            period=Period(*period_around(low, high)),
        )
        if self._session.facts.nested is None and not self._complete(reply.rows):
            return self._window_by_id(low, high, where)
        return self._finished(reply)

    def _where(self, low: date, high: date, above: int | None) -> requests.Condition | None:
        """The filter of a window; ``None`` when these books have no type of the wanted modules."""
        types = self._roles.types_of(self._modules)
        if not types:
            return None
        where = requests.days(low, high)
        if all(requests.is_plain(name) for name in types):
            where = where & requests.voucher_types(types)
        return where & requests.alter_id_above(above) if above is not None else where

    def _row(self, reader: VoucherReader, raw: Raw) -> Row | None:
        try:
            record = reader.record(raw)
        except ValueError as error:
            ident = values.whole(raw.get("MASTERID")) or 0
            return problem(ident, self._wanted(reader.module_of(raw)), raw, error)
        return record if record is not None and self._wanted(record.module) else None

    def _wanted(self, module: str | None) -> str | None:
        return module if module in self._modules else None

    def _finished(self, reply: Reply[Row]) -> Reply[Row]:
        """Invoices get what is due of them; what was not fetched is left out, which is not the same as empty."""
        for row in reply.rows:
            if isinstance(row, RemoteRecord):
                self._finish(row)
        return reply

    def _finish(self, row: RemoteRecord) -> RemoteRecord:
        assert isinstance(row.fields, dict)
        if self._bills is not None and row.module == SALE:
            self._bills.note(row)
        if self._without and row.module == vouchers.ORDER:
            for name in self._without:
                row.fields.pop(name, None)
        return row

    def _complete(self, rows: Sequence[Row]) -> bool:
        """Once an install: whether some vouchers with lists below lists read the same by Object export."""
        telling = [row for row in rows if isinstance(row, RemoteRecord) and _has_bills(row)][:_SAMPLE]
        if not telling:
            return True
        self._session.check_open(self._cancel)
        alone = [read_voucher(self._session, int(row.id), self._roles, self._cancel).record for row in telling]
        same = same_by_both_forms(telling, [row for row in alone if isinstance(row, RemoteRecord)])
        self._session.facts.nested = same
        self._session.save_facts()
        return same

    def _window_by_id(self, low: date, high: date, where: requests.Condition) -> Reply[Row]:
        """A window on an install whose collections are incomplete: a list of ids, then each voucher by itself."""
        found = self._session.collect(
            Kind.VOUCHER,
            vouchers.IDENTITY_LEAVES,
            f"the list of vouchers of {low} to {high}",
            listed,
            self._cancel,
            where=where,
            period=Period(*period_around(low, high)),
        )
        rows = list(self._by_id([row.id for row in found.rows if self._wanted(self._roles.module_of(row.type))]))
        return Reply(rows, found.seconds, len(rows))

    def _by_id(self, ids: Sequence[int]) -> Iterator[Row]:
        for start in range(0, len(ids), LOT):
            self._session.check_open(self._cancel)
            for ident in ids[start : start + LOT]:
                row = read_voucher(self._session, ident, self._roles, self._cancel).record
                if row is not None and self._wanted(row.module):
                    yield self._finish(row) if isinstance(row, RemoteRecord) else row

    def _check_really_empty(self) -> None:
        """No voucher at all: that is so when the last day, asked without our types, holds none of them either."""
        if not self._session.company.last_voucher:
            return
        day = self._session.last_day
        reply = self._session.collect(
            Kind.VOUCHER,
            ("MASTERID",),
            "a check of the last day",
            identity_of,
            self._cancel,
            where=requests.days(day, day),
            period=Period(*period_around(day, day)),
        )
        if not reply.objects:
            raise errors.not_honoured("period")

    # -- changes --------------------------------------------------------------------------------------------------

    def _incremental(self, mark: int) -> Iterator[Page | Listing]:
        company, check = self._session.company, self._request.mode is PullMode.CHECK
        if company.altvchid == mark and not check:
            yield self._page((), {"mark": mark}, done=True)
            return
        self._prepare()
        read: set[str] = set()
        if company.altvchid != mark:
            yield from self._changed(mark, read, search=not check)
        if check:
            yield from self._list_everything(mark, read)
        if self._bills is not None:
            yield from self._pages(self._bills.moved(), dict(self._cursor))
        self._keep(max((int(one) for one in read), default=0))
        yield self._page((), {"mark": company.altvchid}, done=True)

    def _changed(self, mark: int, read: set[str], *, search: bool) -> Iterator[Page | Listing]:
        self._request.say("Looking for changed vouchers …")
        changed = ChangedVouchers.of(self._session, mark, self._cancel)
        ours = [row for row in changed.found.values() if self._wanted(self._roles.module_of(row.type))]
        yield from self._read_changed(changed, ours, mark, read)
        if changed.found:
            self._session.save("top_voucher", max(int(self._session.load("top_voucher") or 0), *changed.found))
        if search and changed.missing:
            yield from self._search_gone(changed.missing)
        yield from self._renumbered(ours)

    def _read_changed(
        self, changed: ChangedVouchers, ours: Sequence[ListedVoucher], mark: int, read: set[str]
    ) -> Iterator[Page]:
        self._request.say(f"Reading {len(ours)} changed vouchers …")
        if len(ours) > _MANY:
            yield from self._read_many(ours, mark, read)
            return
        for start in range(0, len(ours), LOT):
            lot = ours[start : start + LOT]
            self._session.check_open(self._cancel)
            rows = [changed.one(one.id, self._roles).record for one in lot]
            kept = [self._finish(row) if isinstance(row, RemoteRecord) else row for row in rows if row is not None]
            read.update(row.id for row in kept)
            yield from self._pages([row for row in kept if self._wanted(row.module)], dict(self._cursor))

    def _read_many(self, ours: Sequence[ListedVoucher], mark: int, read: set[str]) -> Iterator[Page]:
        days = [date.fromisoformat(one.date) for one in ours]
        windows = DayWindows(min(days), max(days))
        for low, high in windows:
            reply = self._window(low, high, above=mark)
            windows.took(reply.seconds, reply.objects)
            read.update(row.id for row in reply.rows)
            yield from self._pages(reply.rows, dict(self._cursor))

    # -- what is no longer there, or renumbered -------------------------------------------------------------------

    def _search_gone(self, missing: int) -> Iterator[Listing]:
        """The counter moved further than the changes found: lists of ids, newest days first, until the engine has
        missed as many. One voucher saved twice looks the same, so a run spends little on it; the daily check lists
        everything."""
        self._request.say("Looking for deleted vouchers …")
        feedback, before = self._request.feedback, self._request.feedback.gone
        spent = 0.0
        windows = DayWindows(self._from, self._session.last_day, days=31, backwards=True, target_rows=LIST_ROWS)
        yield self._list(self._session.last_day + timedelta(days=1), self._session.far_day)[0]
        for count, (low, high) in enumerate(windows, 1):
            listing, seconds = self._list(low, high)
            yield listing
            spent += seconds
            windows.took(seconds, len(listing.rows))
            if feedback.gone - before >= missing or spent > _SEARCH_SECONDS or count >= _SEARCH_WINDOWS:
                return

    def _renumbered(self, ours: Sequence[ListedVoucher]) -> Iterator[Listing]:
        """Series that renumber show later vouchers under new numbers without moving their AlterID: lists with
        numbers, so that the engine reads those again whose number differs (docs/protocols/tally.md: Incremental
        sync)."""
        first: dict[str, date] = {}
        for row in ours:
            module = self._roles.module_of(row.type)
            if module and self._roles.renumbers(row.type):
                day = _year_start(date.fromisoformat(row.date))
                first[module] = min(day, first.get(module, day))
        for module, day in first.items():
            windows = DayWindows(max(day, self._from), self._session.last_day, days=92, target_rows=LIST_ROWS)
            for low, high in self._with_future(windows):
                listing, seconds = self._list(low, high, (module,))
                windows.took(seconds, len(listing.rows))
                yield listing

    def _list_everything(self, mark: int, read: set[str]) -> Iterator[Page | Listing]:
        asked = False
        windows = DayWindows(
            self._from, max(self._session.last_day, self._session.today), days=92, target_rows=LIST_ROWS, most=3_660
        )
        for low, high in self._with_future(windows):
            self._request.say(f"Checking vouchers up to {min(high, self._session.last_day):%d %b %Y} …")
            listing, seconds = self._list(low, high)
            windows.took(seconds, len(listing.rows))
            late = [row for row in self._late(listing, mark) if row.id not in read]
            if late:
                rows = list(self._by_id([int(row.id) for row in late]))
                read.update(row.id for row in rows)
                yield from self._pages(rows, dict(self._cursor))
            yield listing
            if defer((high - low).days + 1, seconds, self._session.clock().astimezone().hour, asked=asked):
                return

    def _late(self, listing: Listing, mark: int) -> list[ListedId]:
        """Vouchers of the list that changed since the mark and that the narrow search has not read."""
        return [row for row in listing.rows if int(row.version) > mark]

    def _list(self, low: date, high: date, modules: Sequence[str] | None = None) -> tuple[Listing, float]:
        wanted = tuple(modules or self._modules)
        rows: list[ListedId] = []
        types = self._roles.types_of(wanted)
        where = requests.days(low, high)
        if types and all(requests.is_plain(name) for name in types):
            where = where & requests.voucher_types(types)

        def read(raw: Raw) -> None:
            row = listed(raw)
            module = self._roles.module_of(row.type)
            if module in wanted and module is not None:
                _check_day(raw, low, high)
                rows.append(ListedId(module, str(row.id), str(row.alter_id), row.number))

        if not types:
            return Listing(wanted, (), low.isoformat(), high.isoformat()), 0.0
        reply: Reply[None] = self._session.collect(
            Kind.VOUCHER,
            vouchers.IDENTITY_LEAVES,
            f"the list of vouchers of {low} to {high}",
            read,
            self._cancel,
            where=where,
            period=Period(*period_around(low, high)),
        )
        return Listing(wanted, tuple(rows), low.isoformat(), high.isoformat()), reply.seconds

    # -- pages ----------------------------------------------------------------------------------------------------

    def _listing_of(self, rows: Iterable[Row], low: date, high: date) -> Listing:
        ids = tuple(
            ListedId(row.module, row.id, getattr(row, "version", ""), getattr(row, "label", "")) for row in rows
        )
        return Listing(self._modules, ids, low.isoformat(), high.isoformat())

    def _keep(self, top: int) -> None:
        if top:
            self._session.save("top_voucher", max(int(self._session.load("top_voucher") or 0), top))
        moved.keep_pulled(self._session)
        if self._bills is not None:
            self._bills.keep()

    def _pages(self, rows: Iterable[Row], cursor: Mapping[str, Any]) -> Iterator[Page]:
        left = iter(rows)
        while lot := list(islice(left, _PAGE)):
            yield self._page(lot, cursor)

    def _page(self, rows: Sequence[Row], cursor: Mapping[str, Any], *, done: bool = False) -> Page:
        return Page(
            self._request.stream,
            tuple(row for row in rows if isinstance(row, RemoteRecord)),
            problems=tuple(row for row in rows if isinstance(row, RecordProblem)),
            cursor=dict(cursor),
            done=done,
        )


def _has_bills(row: RemoteRecord) -> bool:
    return bool(row.fields.get("ALLOCATIONS")) or (row.module == SALE and row.fields.get("DUEDATE") is not None)


def _check_day(raw: Raw, low: date, high: date) -> None:
    """A voucher outside the days that were asked for: the dates were not honoured, and then nothing of it can be
    relied on."""
    day = values.day(raw.get("DATE"))
    if day is None or not low.isoformat() <= day <= high.isoformat():
        raise errors.not_honoured("dates")


def _year_start(day: date) -> date:
    """1 April: numbering starts again each financial year."""
    return date(day.year if day.month >= 4 else day.year - 1, 4, 1)
