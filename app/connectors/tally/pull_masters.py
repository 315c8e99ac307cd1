"""The streams of ledgers (customers) and stock items (docs/protocols/tally.md: Incremental sync).

A master's own change moves its AlterID. Its closing figures move with vouchers and don't, so they come as partial
records of their own after vouchers changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lxml import etree

from app.connectors.base import ListedId, Listing, PullMode, PullRequest
from app.connectors.tally import masters, requests, values
from app.connectors.tally.changes import ChangedVouchers
from app.connectors.tally.masters import LEDGER, MasterReader
from app.connectors.tally.requests import MOST_IDS, Kind
from app.connectors.tally.roles import ledger_row, master_id, name_of
from app.connectors.tally.session import Reply, Session, between_ids
from app.connectors.tally.windows import LIST_ROWS, IdRanges
from app.connectors.tally.writing import name_book
from app.model.records import Page, RecordProblem, RemoteRecord

STREAM_OF = {LEDGER: "ledgers", masters.STOCK_ITEM: "items"}
KIND_OF = {LEDGER: Kind.LEDGER, masters.STOCK_ITEM: Kind.STOCK_ITEM}
_PAGE = 1_000
#: Masters whose closing figures are asked for by name; above it a light list of all is less work for Tally.
_MOST_TOUCHED = 400
#: Kinds whose changes move the masters' counter too: asked only to explain it.
_OTHERS = (Kind.GROUP, Kind.VOUCHER_TYPE, Kind.UNIT, Kind.STOCK_GROUP, Kind.GODOWN, Kind.COST_CENTRE, Kind.CURRENCY)

Row = RemoteRecord | RecordProblem
#: A master's id, how the roles have it, and its record when it is of the module.
Found = tuple[str, list[str], Row | None]


class MasterPull:
    """One run's pull of one module of masters."""

    def __init__(self, session: Session, request: PullRequest, module: str) -> None:
        self._session = session
        self._request = request
        self._cancel = request.cancel
        self._module = module
        self._kind = KIND_OF[module]
        self._wanted = request.modules[module]
        self._plural = "customers" if module == LEDGER else "stock items"
        self._cursor: Mapping[str, Any] = request.cursor or {}

    @property
    def is_quiet(self) -> bool:
        """Nothing changed that this stream tells of: no request is needed."""
        company, cursor = self._session.company, self._cursor
        same = cursor.get("mark") == company.altmstid and (
            not self._balances_wanted() or cursor.get("vch") == company.altvchid
        )
        return same and self._request.mode is PullMode.INCREMENTAL and not cursor.get("full")

    def run(self) -> Iterator[Page | Listing]:
        now, mark = self._session.company.altmstid, self._cursor.get("mark")
        going_on = bool(self._cursor.get("full"))
        if self._request.mode is PullMode.FULL or mark is None or going_on or mark > now:
            return self._full()
        return self._incremental(int(mark))

    # -- everything -----------------------------------------------------------------------------------------------

    def _full(self) -> Iterator[Page | Listing]:
        session, company = self._session, self._session.company
        roles = session.roles(self._cancel, ledgers=False)
        reader = MasterReader(self._module, self._wanted, roles)
        fresh = {"mst": company.altmstid, "vch": company.altvchid, "next": 0, "size": 2_000}
        full: dict[str, int] = dict(self._cursor.get("full") or fresh)
        begun_here = full["next"] == 0
        ranges = IdRanges(full["next"], max(company.altmstid, full["mst"]), full["size"])
        listed: list[ListedId] = []
        ledgers: dict[str, list[str]] = {}
        for low, high in ranges:
            self._request.say(f"Reading {self._plural} …")
            reply = self._read(reader, low, high)
            ranges.took(reply.seconds, reply.objects)
            for ident, role, row in reply.rows:
                ledgers[ident] = role
                if row is not None:
                    listed.append(ListedId(self._module, ident, getattr(row, "version", ""), getattr(row, "label", "")))
            rows = [row for *_, row in reply.rows if row is not None]
            here, after = {**full, "next": low}, {**full, "next": low if high is None else high, "size": ranges.size}
            for start in range(0, max(1, len(rows)), _PAGE):
                final = start + _PAGE >= len(rows)
                yield self._page(rows[start : start + _PAGE], {"full": after if final else here})
        if self._module == LEDGER and begun_here:
            session.keep_ledgers(ledgers)
        elif begun_here:
            name_book.distrust(session, self._kind)
        # A pull that went on from an earlier run saw only its own part: the list comes from a pass of its own.
        yield Listing((self._module,), tuple(listed)) if begun_here else self._listing()
        self._keep_customers()
        yield self._page((), {"mark": full["mst"], "vch": full["vch"]}, done=True)

    def _keep_customers(self) -> None:
        if self._module == LEDGER:
            self._session.keep_customers(self._cancel)

    def _read(self, reader: MasterReader, low: int, high: int | None) -> Reply[Found]:
        def read(element: etree._Element) -> Found:
            return master_id(element), ledger_row(element), self._row(reader, element)

        return self._session.collect(
            self._kind, reader.leaves, f"the {self._plural}", read, self._cancel, where=between_ids(low, high)
        )

    def _row(self, reader: MasterReader, element: etree._Element) -> Row | None:
        return read_row(reader, element) if reader.belongs(element) else None

    # -- changes --------------------------------------------------------------------------------------------------

    def _incremental(self, mark: int) -> Iterator[Page | Listing]:
        company, check = self._session.company, self._request.mode is PullMode.CHECK
        vch = int(self._cursor.get("vch") or 0)
        if company.altmstid != mark:
            yield from self._changed(mark, listing=not check)
        if check:
            yield self._listing()
        if self._balances_wanted() and (check or company.altvchid != vch):
            yield from self._balances(vch, everything=check or vch > company.altvchid)
        if company.altmstid != mark:
            self._keep_customers()
        yield self._page((), {"mark": company.altmstid, "vch": company.altvchid}, done=True)

    def _changed(self, mark: int, *, listing: bool) -> Iterator[Page | Listing]:
        session = self._session
        before = session.customers_before()
        roles = session.roles(self._cancel)
        reader = MasterReader(self._module, self._wanted, roles)
        seen: set[int] = set()

        def read(element: etree._Element) -> Row | None:
            seen.add(int(master_id(element)))
            return self._row(reader, element)

        reply: Reply[Row] = session.collect(
            self._kind,
            reader.leaves,
            f"changed {self._plural}",
            read,
            self._cancel,
            where=requests.alter_id_above(mark),
        )
        yield from self._pages(reply.rows)
        if self._module == LEDGER and before is not None:
            # A group moved below (or out of) Sundry Debtors takes its ledgers with it, without touching them.
            joined = sorted(set(roles.customer_ids()) - before - seen)
            yield from self._pages(read_masters(session, reader, joined, self._cancel))
        if listing and len(seen) + self._other_changes(mark) < session.company.altmstid - mark:
            yield self._listing()

    def _other_changes(self, mark: int) -> int:
        """How many masters of other kinds changed: with ours they explain the counter, unless something was deleted or
        changed twice."""
        key = ("others", self._module, mark)
        count: int | None = self._session.scratch.get(key)
        if count is None:
            kinds = [*_OTHERS, *(kind for kind in KIND_OF.values() if kind is not self._kind)]
            where = requests.alter_id_above(mark)
            count = sum(
                self._session.collect(
                    kind, ("MASTERID",), "counts of changed masters", master_id, self._cancel, where=where
                ).objects
                for kind in kinds
            )
            self._session.scratch[key] = count
        return count

    def _listing(self) -> Listing:
        """All ids of the module, read lightly."""
        roles = self._session.roles(self._cancel)
        reader = MasterReader(self._module, (), roles)
        rows: list[ListedId] = []

        def read(element: etree._Element) -> bool | None:
            if reader.belongs(element):
                rows.append(
                    ListedId(
                        self._module,
                        master_id(element),
                        str(values.whole(element.findtext("ALTERID"))),
                        name_of(element),
                    )
                )
            return None

        ranges = IdRanges(0, self._session.company.altmstid, size=LIST_ROWS, target_rows=LIST_ROWS)
        for low, high in ranges:
            reply = self._session.collect(
                self._kind,
                ("MASTERID", "ALTERID", "PARENT"),
                f"the list of {self._plural}",
                read,
                self._cancel,
                where=between_ids(low, high),
            )
            ranges.took(reply.seconds, reply.objects)
        return Listing((self._module,), tuple(rows))

    # -- closing figures ------------------------------------------------------------------------------------------

    def _balances_wanted(self) -> bool:
        return any(name in self._wanted for name in masters.BALANCES_OF[self._module])

    def _balances(self, vch: int, *, everything: bool) -> Iterator[Page]:
        """Closing figures after vouchers changed.

        What new vouchers name has moved, and of altered ones also what they named before, as far as we know it. Where
        we don't (a deletion, an altered journal or payment, too many changes), all are read, lightly. What stays stale
        until the daily check: the party that a voucher of another kind named before it was altered, if it was entered
        between the last sale we know and our first pull: it then looks new.
        """
        reader = MasterReader(self._module, self._wanted, self._session.roles(self._cancel))
        lots = None if everything else self._touched(ChangedVouchers.of(self._session, vch, self._cancel))
        self._request.say(f"Reading closing figures of {self._plural} …")
        if lots is not None:
            for lot in lots:
                yield from self._pages(self._read_balances(reader, _filter_for(lot)).rows)
            return
        ranges = IdRanges(0, self._session.company.altmstid, size=LIST_ROWS, target_rows=LIST_ROWS)
        for low, high in ranges:
            reply = self._read_balances(reader, between_ids(low, high))
            ranges.took(reply.seconds, reply.objects)
            yield from self._pages(reply.rows)

    def _touched(self, changed: ChangedVouchers) -> Sequence[Sequence[int | str]] | None:
        """Lots of ids and of names of the masters that the changed vouchers moved; ``None``: not known, or too many."""
        touched = changed.touched(self._request.named_before)
        if touched is None:
            return None
        ids: set[int] = {int(one) for one in touched.before.get(self._module, ())}
        plain: list[str] = []
        if self._module != LEDGER:
            plain = sorted(touched.items)
            if not all(requests.is_plain(one) for one in plain):
                return None
        else:
            roles = self._session.roles(self._cancel)
            if any(roles.ledger_id(name) is None for name in touched.ledgers):
                return None
            ids |= {one for name in touched.ledgers if roles.is_customer(name) and (one := roles.ledger_id(name))}
        if len(ids) + len(plain) > _MOST_TOUCHED:
            return None
        return [*_lots(sorted(ids)), *_lots(plain)]

    def _read_balances(self, reader: MasterReader, where: requests.Condition) -> Reply[Row]:
        wanted = [name for name in masters.BALANCES_OF[self._module] if name in self._wanted]
        leaves = tuple(dict.fromkeys(("MASTERID", "PARENT", *masters.leaves_for(self._module, wanted)[4:])))

        def read(element: etree._Element) -> Row | None:
            if not reader.belongs(element):
                return None
            try:
                return reader.balance(element)
            except ValueError as error:
                return problem(self._module, element, error)

        return self._session.collect(
            self._kind, leaves, f"closing figures of {self._plural}", read, self._cancel, where=where
        )

    # -- pages ----------------------------------------------------------------------------------------------------

    def _pages(self, rows: Sequence[Row]) -> Iterator[Page]:
        """Pages that do not move the cursor: until the last one, the changes would be found again."""
        for start in range(0, len(rows), _PAGE):
            yield self._page(rows[start : start + _PAGE], dict(self._cursor))

    def _page(self, rows: Sequence[Row], cursor: dict[str, Any], *, done: bool = False) -> Page:
        return Page(
            self._request.stream,
            tuple(row for row in rows if isinstance(row, RemoteRecord)),
            problems=tuple(row for row in rows if isinstance(row, RecordProblem)),
            cursor=cursor,
            done=done,
        )


def _lots(names: Sequence[int] | Sequence[str]) -> list[Sequence[int | str]]:
    return [names[start : start + MOST_IDS] for start in range(0, len(names), MOST_IDS)]


def _filter_for(ids: Sequence[int | str]) -> requests.Condition:
    if isinstance(ids[0], int):
        return requests.master_ids([one for one in ids if isinstance(one, int)])
    return requests.names([one for one in ids if isinstance(one, str)])


def read_row(reader: MasterReader, element: etree._Element) -> Row:
    try:
        return reader.record(element)
    except ValueError as error:
        return problem(reader.module, element, error)


def problem(module: str, element: etree._Element, error: ValueError) -> RecordProblem:
    return RecordProblem(
        module,
        master_id(element),
        "unreadable_value",
        f"“{name_of(element)}” in Tally holds a value that can't be read ({error}).",
        hint="The record keeps its last known state. Open it in Tally and look at that value.",
    )


def read_masters(session: Session, reader: MasterReader, ids: Sequence[int], cancel: Any) -> list[Row]:
    """The masters with these ids, as they are now; those that are gone or not of the module are left out."""
    rows: list[Row] = []
    for start in range(0, len(ids), MOST_IDS):
        lot = ids[start : start + MOST_IDS]
        reply: Reply[Row] = session.collect(
            KIND_OF[reader.module],
            reader.leaves,
            f"{len(lot)} records",
            lambda one: read_row(reader, one) if reader.belongs(one) else None,
            cancel,
            where=requests.master_ids(lot),
        )
        rows += reply.rows
    return rows
