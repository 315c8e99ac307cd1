"""The books of a simulated company: masters, vouchers and the rules by which vouchers post to balances.

Vouchers point at master objects, so a renamed ledger shows its new name in old vouchers without moving their AlterID,
as in Tally. Amounts are paise in Tally's sign: debit negative, credit positive.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from app.simulator.values import financial_year, fold, half_up, year_start

ORDER_KINDS = frozenset({"Sales Order", "Purchase Order"})
OUTWARD_KINDS = frozenset({"Sales", "Delivery Note", "Debit Note"})


@dataclass(slots=True, eq=False)
class Master:
    """What all masters share."""

    id: int
    alter_id: int
    name: str
    aliases: tuple[str, ...] = ()


@dataclass(slots=True, eq=False)
class Group(Master):
    parent: Group | None = None
    reserved: str = ""
    revenue: bool = False

    def ancestry(self) -> Iterator[Group]:
        """This group, its parent and so on up to a primary group."""
        group: Group | None = self
        while group is not None:
            yield group
            group = group.parent


class Mailing(NamedTuple):
    """One dated row of LEDMAILINGDETAILS."""

    since: int
    name: str
    address: tuple[str, ...]
    state: str
    country: str
    pincode: str


class Registration(NamedTuple):
    """One dated row of LEDGSTREGDETAILS."""

    since: int
    kind: str
    place: str
    gstin: str


@dataclass(slots=True, eq=False)
class Ledger(Master):
    parent: Group = field(default=None)  # type: ignore[assignment]
    opening: int | None = 0
    movement: int = 0
    touched: int = 0
    billwise: bool = False
    mailing: tuple[Mailing, ...] = ()
    registrations: tuple[Registration, ...] = ()
    pan: str = ""
    email: str = ""
    phone: str = ""
    mobile: str = ""
    contact: str = ""
    website: str = ""
    narration: str = ""
    credit_limit: int | None = None
    credit_days: int | None = None
    price_level: str = ""
    tax_head: str = ""
    reserved: str = ""
    currency: str = "₹"
    imported: bool = False

    @property
    def closing(self) -> int | None:
        """Opening plus everything posted; None for a ledger that never had either, which Tally shows as empty."""
        if not self.opening and not self.touched:
            return None
        return (self.opening or 0) + self.movement

    @property
    def gstin(self) -> str:
        return self.registrations[-1].gstin if self.registrations else ""

    @property
    def gst_type(self) -> str:
        return self.registrations[-1].kind if self.registrations else ""

    @property
    def state(self) -> str:
        return self.mailing[-1].state if self.mailing else ""

    def under(self, reserved: str) -> bool:
        """Whether this ledger hangs below the reserved group, at any depth, whatever that was renamed to."""
        return any(group.reserved == reserved for group in self.parent.ancestry())


@dataclass(slots=True, eq=False)
class Unit(Master):
    formal: str = ""
    decimals: int = 0
    first: str = ""
    tail: str = ""
    conversion: int = 0

    @property
    def simple(self) -> bool:
        return not self.conversion

    @property
    def rate_unit(self) -> str:
        return self.tail or self.name

    def show(self, milli: int) -> str:
        """`` 2 Nos``, `` 1000.00 Kgs.``, `` 3 Dzn 6 Pcs``; a compound quantity is counted in its smaller unit."""
        if self.conversion:
            sign = "-" if milli < 0 else ""
            dozens, pieces = divmod(abs(milli) // 1000, self.conversion)
            if not pieces:
                return f" {sign}{dozens} {self.first}"
            return f" {sign}{dozens} {self.first} {pieces} {self.tail}"
        if self.decimals:
            return f" {milli / 1000:.{self.decimals}f} {self.name}"
        return f" {milli // 1000} {self.name}"


@dataclass(slots=True, eq=False)
class StockGroup(Master):
    parent: StockGroup | None = None


class Hsn(NamedTuple):
    since: int
    code: str
    description: str


class GstRate(NamedTuple):
    """One dated row of GSTDETAILS; the rate in hundredths of a percent, whole IGST."""

    since: int
    taxability: str
    rate: int


@dataclass(slots=True, eq=False)
class Item(Master):
    parent: StockGroup | None = None
    unit: Unit = field(default=None)  # type: ignore[assignment]
    category: str = ""
    part_no: str = ""
    description: str = ""
    hsn: tuple[Hsn, ...] = ()
    gst: tuple[GstRate, ...] = ()
    opening_qty: int | None = None
    opening_rate: int = 0
    opening_value: int = 0
    price: int = 0
    inward_qty: int = 0
    inward_value: int = 0
    outward_qty: int = 0
    touched: int = 0

    @property
    def closing_qty(self) -> int | None:
        if self.opening_qty is None and not self.touched:
            return None
        return (self.opening_qty or 0) + self.inward_qty - self.outward_qty

    @property
    def closing_value(self) -> int | None:
        """Average cost times what is left, positive in paise; Tally shows it negative, as a debit."""
        left, bought = self.closing_qty, (self.opening_qty or 0) + self.inward_qty
        if left is None:
            return None
        return half_up((self.opening_value + self.inward_value) * left, bought) if bought else 0

    def tax_on(self, day: int) -> GstRate:
        """The GST row in force on a day."""
        rows = [row for row in self.gst if row.since <= day]
        return rows[-1] if rows else (self.gst[0] if self.gst else GstRate(0, "", 0))


@dataclass(slots=True, eq=False)
class VoucherType(Master):
    kind: str = ""
    parent_name: str = ""
    method: str = "Automatic"
    submethod: str = "Auto Retain"
    prevent_duplicates: bool = False
    prefix: str = ""
    width: int = 0

    @property
    def renumbers(self) -> bool:
        return self.method == "Automatic" and self.submethod == "Auto Renumber"


class Bill(NamedTuple):
    """One BILLALLOCATIONS row."""

    name: str
    kind: str
    amount: int
    credit_days: int = 0
    date: int = 0


class Bank(NamedTuple):
    """One BANKALLOCATIONS row."""

    kind: str
    instrument: str
    instrument_date: int
    name: str
    unique: str
    amount: int


class Entry(NamedTuple):
    """One ledger line of a voucher."""

    ledger: Ledger
    amount: int
    bills: tuple[Bill, ...] = ()
    bank: Bank | None = None
    party: bool = False
    forex: str = ""
    centre: str = ""


class Line(NamedTuple):
    """One stock line; the amount has Tally's sign (a sale is positive)."""

    item: Item
    qty: int
    rate: int
    amount: int
    ledger: Ledger | None
    discount: int = 0
    hsn: str = ""
    gst: int = 0
    godown: str = ""
    batch: str = ""
    order_no: str = ""
    due: int = 0
    #: The due date as it was entered, where that was a period (``45 Days``).
    due_text: str = ""


class Voucher:
    """One voucher.

    ``entries`` are party, charges, taxes and round-off; of an item invoice the sales side is in ``lines``.
    """

    __slots__ = (
        "alter_id",
        "cancelled",
        "date",
        "entries",
        "id",
        "invoice_view",
        "lines",
        "narration",
        "number",
        "optional",
        "party",
        "place",
        "reference",
        "registration",
        "remote_key",
        "retain_key",
        "sent",
        "type",
    )

    def __init__(
        self,
        *,
        id: int,
        alter_id: int,
        date: int,
        type: VoucherType,
        number: str = "",
        party: Ledger | None = None,
        entries: tuple[Entry, ...] = (),
        lines: tuple[Line, ...] = (),
        narration: str = "",
        reference: str = "",
        place: str = "",
        optional: bool = False,
        cancelled: bool = False,
        invoice_view: bool = False,
        remote_key: str = "",
        retain_key: int = 0,
    ) -> None:
        self.id = id
        self.alter_id = alter_id
        self.date = date
        self.type = type
        self.number = number
        self.party = party
        self.entries = entries
        self.lines = lines
        self.narration = narration
        self.reference = reference
        self.place = place
        self.optional = optional
        self.cancelled = cancelled
        self.invoice_view = invoice_view
        self.remote_key = remote_key
        self.retain_key = retain_key or id
        #: The GST registration of the company that it belongs to: (name, GSTIN).
        self.registration: tuple[str, str] | None = None
        #: What an import said of the party; ``None`` for one entered on screen, which takes it from the ledger.
        self.sent: dict[str, str] | None = None

    def of_party(self, tag: str, own: str) -> str:
        """A party's detail: the ledger's ``own``, unless the voucher was imported (Tally then fills nothing in)."""
        return own if self.sent is None else self.sent.get(tag, "")

    @property
    def kind(self) -> str:
        return self.type.kind

    @property
    def posts(self) -> bool:
        """Whether balances follow this voucher: orders, optional and cancelled ones do not count."""
        return not (self.optional or self.cancelled or self.type.kind in ORDER_KINDS)

    def sales_side(self) -> dict[Ledger, int]:
        """The stock lines summed by their accounting ledger: the aggregated line of ALLLEDGERENTRIES."""
        sums: dict[Ledger, int] = {}
        for line in self.lines:
            if line.ledger is not None:
                sums[line.ledger] = sums.get(line.ledger, 0) + line.amount
        return sums

    def all_entries(self) -> list[Entry]:
        """ALLLEDGERENTRIES: party first, then the aggregated sales line, then charges and taxes."""
        if not self.lines or not self.entries:
            return list(self.entries)
        sales = [Entry(ledger, total) for ledger, total in self.sales_side().items()]
        return [self.entries[0], *sales, *self.entries[1:]]

    def balance(self) -> int:
        """Debit plus credit; zero when the voucher balances."""
        return sum(entry.amount for entry in self.entries) + sum(line.amount for line in self.lines if line.ledger)

    def total(self) -> int:
        """The party's line; where there is none, the first ledger line."""
        for entry in self.entries:
            if entry.ledger is self.party:
                return entry.amount
        return self.entries[0].amount if self.entries else 0


AnyMaster = TypeVar("AnyMaster", bound=Master)


class Company:
    """One company: masters by folded name, vouchers by id and by date, and the two counters."""

    def __init__(
        self,
        name: str,
        guid: str,
        company_number: int,
        books_from: int,
        period: tuple[int, int],
        data_path: str,
        state: str = "Maharashtra",
        multi_godown: bool = False,
    ) -> None:
        self.name = name
        self.guid = guid
        self.number = company_number
        self.books_from = books_from
        self.period = period
        self.data_path = data_path
        self.state = state
        self.multi_godown = multi_godown
        self.alt_mst = 0
        self.alt_vch = 0
        self.last_master_id = 0
        self.last_voucher_id = 0
        self.groups: dict[str, Group] = {}
        self.ledgers: dict[str, Ledger] = {}
        self.ledger_aliases: dict[str, Ledger] = {}
        self.item_aliases: dict[str, Item] = {}
        self.units: dict[str, Unit] = {}
        self.stock_groups: dict[str, StockGroup] = {}
        self.stock_categories: dict[str, Master] = {}
        self.items: dict[str, Item] = {}
        self.godowns: dict[str, Master] = {}
        self.voucher_types: dict[str, VoucherType] = {}
        self.cost_centres: dict[str, Master] = {}
        self.currencies: dict[str, Master] = {}
        self.vouchers: dict[int, Voucher] = {}
        self.by_date: list[tuple[int, int]] = []
        self.by_remote_key: dict[str, int] = {}
        self.last_number: dict[tuple[int, int], int] = {}
        #: Vouchers entered on screen belong to this GST registration of the company: (name, GSTIN).
        self.registration: tuple[str, str] | None = None
        self.exceptions: list[str] = []

    # -- identity -------------------------------------------------------------------------------------------------

    def guid_of(self, object_id: int) -> str:
        """GUID = company GUID, hyphen, MasterID as 8 hex digits; masters and vouchers count separately."""
        return f"{self.guid}-{object_id:08x}"

    def touch_master(self) -> int:
        self.alt_mst += 1
        return self.alt_mst

    def touch_voucher(self) -> int:
        self.alt_vch += 1
        return self.alt_vch

    def next_master_id(self) -> int:
        self.last_master_id += 1
        return self.last_master_id

    # -- masters --------------------------------------------------------------------------------------------------

    def rename(self, table: dict[str, AnyMaster], master: AnyMaster, new_name: str) -> None:
        """Give a master another name; GUID and MasterID stay, the AlterID moves."""
        table.pop(fold(master.name), None)
        master.name = new_name
        master.alter_id = self.touch_master()
        table[fold(new_name)] = master

    def add_ledger(self, ledger: Ledger) -> Ledger:
        self.ledgers[fold(ledger.name)] = ledger
        for alias in ledger.aliases:
            self.ledger_aliases[fold(alias)] = ledger
        return ledger

    def find_ledger(self, name: str) -> Ledger | None:
        """A ledger by name or alias, compared as Tally compares."""
        return self.ledgers.get(fold(name)) or self.ledger_aliases.get(fold(name))

    def find_item(self, name: str) -> Item | None:
        return self.items.get(fold(name)) or self.item_aliases.get(fold(name))

    def group_reserved(self, reserved: str) -> Group:
        """The reserved group, whatever it is called now."""
        return next(group for group in self.groups.values() if group.reserved == reserved)

    def ledger_used(self, ledger: Ledger) -> bool:
        """Whether any voucher names this ledger."""
        for voucher in self.vouchers.values():
            if voucher.party is ledger or any(entry.ledger is ledger for entry in voucher.entries):
                return True
            if any(line.ledger is ledger for line in voucher.lines):
                return True
        return False

    def item_used(self, item: Item) -> bool:
        return any(line.item is item for voucher in self.vouchers.values() for line in voucher.lines)

    # -- vouchers -------------------------------------------------------------------------------------------------

    def post(self, voucher: Voucher, sign: int = 1) -> None:
        """Let a voucher move (or, with -1, give back) the balances. Masters' AlterIDs do not move."""
        if not voucher.posts:
            return
        for entry in voucher.entries:
            entry.ledger.movement += sign * entry.amount
            entry.ledger.touched += sign
        for line in voucher.lines:
            if line.ledger is not None:
                line.ledger.movement += sign * line.amount
                line.ledger.touched += sign
            line.item.touched += sign
            if voucher.type.kind in OUTWARD_KINDS:
                line.item.outward_qty += sign * line.qty
            else:
                line.item.inward_qty += sign * line.qty
                line.item.inward_value += sign * abs(line.amount)

    def insert(self, voucher: Voucher) -> None:
        """Put a finished voucher into the books."""
        if voucher.sent is None and voucher.registration is None:
            voucher.registration = self.registration
        self.vouchers[voucher.id] = voucher
        bisect.insort(self.by_date, (voucher.date, voucher.id))
        if voucher.remote_key:
            self.by_remote_key[voucher.remote_key] = voucher.id
        self.post(voucher)

    def remove(self, voucher: Voucher) -> None:
        """Take a voucher out without a trace; only the caller may move the counter."""
        self.post(voucher, -1)
        del self.vouchers[voucher.id]
        at = bisect.bisect_left(self.by_date, (voucher.date, voucher.id))
        del self.by_date[at]
        if self.by_remote_key.get(voucher.remote_key) == voucher.id:
            del self.by_remote_key[voucher.remote_key]

    def between(self, first: int, last: int) -> Iterable[Voucher]:
        """Vouchers dated first..last inclusive, in date order."""
        low = bisect.bisect_left(self.by_date, (first, 0))
        high = bisect.bisect_right(self.by_date, (last, 1 << 60))
        vouchers = self.vouchers
        return [vouchers[voucher_id] for _, voucher_id in self.by_date[low:high]]

    def count_between(self, first: int, last: int) -> int:
        return bisect.bisect_right(self.by_date, (last, 1 << 60)) - bisect.bisect_left(self.by_date, (first, 0))

    @property
    def last_voucher_date(self) -> int:
        return self.by_date[-1][0] if self.by_date else 0

    # -- numbers --------------------------------------------------------------------------------------------------

    def format_number(self, kind: VoucherType, year: int, value: int) -> str:
        if not kind.prefix:
            return str(value)
        return f"{kind.prefix.format(year=f'{year % 100:02d}-{(year + 1) % 100:02d}')}{value:0{kind.width}d}"

    def next_number(self, kind: VoucherType, day: int) -> str:
        """The next automatic number of a type; numbering starts again each financial year."""
        key = (kind.id, financial_year(day))
        self.last_number[key] = self.last_number.get(key, 0) + 1
        return self.format_number(kind, key[1], self.last_number[key])

    def renumber(self, kind: VoucherType, day: int) -> list[int]:
        """Auto Renumber: number the year's vouchers of a type afresh, by date, and answer the changed ids.

        No AlterID moves, so no reader of AlterIDs sees it.
        """
        year = financial_year(day)
        changed, value = [], 0
        for voucher in self.between(year_start(year), year_start(year + 1) - 1):
            if voucher.type is not kind:
                continue
            value += 1
            text = self.format_number(kind, year, value)
            if voucher.number != text:
                voucher.number = text
                changed.append(voucher.id)
        self.last_number[(kind.id, year)] = value
        return changed

    def number_taken(self, kind: VoucherType, text: str, other_than: int = 0) -> bool:
        return any(v.number == text and v.type is kind and v.id != other_than for v in self.vouchers.values())
