"""What the books really say, as plain dataclasses: the yardstick for everything read over XML.

Computed from the same generated vouchers but by other code than the renderers: balances are summed afresh here, never
taken from the running totals that the XML shows.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from app.simulator.books import OUTWARD_KINDS, Bill, Company, Entry, Item, Ledger, Line, Voucher
from app.simulator.values import half_up, money, quantity_decimal

TAX_GROUP = "Duties & Taxes"


@dataclass(frozen=True)
class Customer:
    """A ledger under Sundry Debtors. Balances in the hub's sense: what the customer owes is positive."""

    master_id: int
    guid: str
    alter_id: int
    name: str
    aliases: tuple[str, ...]
    group: str
    group_path: tuple[str, ...]
    gstin: str
    gst_registration_type: str
    pan: str
    email: str
    phone: str
    mobile: str
    contact_person: str
    website: str
    address: tuple[str, ...]
    state: str
    country: str
    pincode: str
    narration: str
    credit_limit: Decimal | None
    credit_days: int | None
    bill_wise: bool
    opening_balance: Decimal | None
    closing_balance: Decimal | None


@dataclass(frozen=True)
class Product:
    """A stock item; quantities and values positive. A compound unit is counted in its smaller unit."""

    master_id: int
    guid: str
    alter_id: int
    name: str
    aliases: tuple[str, ...]
    group: str
    unit: str
    part_no: str
    description: str
    hsn_code: str
    gst_rate: Decimal
    taxability: str
    opening_quantity: Decimal | None
    opening_rate: Decimal
    opening_value: Decimal
    closing_quantity: Decimal | None
    closing_value: Decimal | None


@dataclass(frozen=True)
class DocumentLine:
    """A stock line, or (product None) an income ledger of a sale without stock."""

    product: str | None
    ledger: str
    description: str
    quantity: Decimal | None
    quantity_text: str
    unit: str
    rate: Decimal | None
    discount_percent: Decimal
    amount: Decimal
    hsn_code: str
    gst_rate: Decimal
    due_date: dt.date | None = None
    order_no: str = ""


@dataclass(frozen=True)
class Charge:
    """A ledger line that is neither party nor sale: a tax, freight, round-off."""

    ledger: str
    amount: Decimal


@dataclass(frozen=True)
class Allocation:
    reference: str
    kind: str
    amount: Decimal
    credit_days: int


@dataclass(frozen=True)
class Document:
    """A sale or sales order. Amounts positive for what the customer owes."""

    master_id: int
    guid: str
    alter_id: int
    voucher_type: str
    base_type: str
    number: str
    date: dt.date
    party: str | None
    customer: str | None
    status: str
    reference: str
    narration: str
    place_of_supply: str
    lines: tuple[DocumentLine, ...]
    taxes: tuple[Charge, ...]
    charges: tuple[Charge, ...]
    round_off: Decimal
    subtotal: Decimal
    tax_total: Decimal
    total: Decimal
    allocations: tuple[Allocation, ...]

    @property
    def due_date(self) -> dt.date | None:
        """The earliest due date of the lines."""
        return min((line.due_date for line in self.lines if line.due_date), default=None)


class Invoice(Document):
    """A voucher whose base type is Sales."""


class Order(Document):
    """A voucher whose base type is Sales Order."""


@dataclass(frozen=True)
class Receipt:
    """A voucher whose base type is Receipt; the amount positive for money received."""

    master_id: int
    guid: str
    alter_id: int
    voucher_type: str
    number: str
    date: dt.date
    customer: str | None
    party: str | None
    account: str
    amount: Decimal
    status: str
    narration: str
    mode: str
    instrument_number: str
    instrument_date: dt.date | None
    allocations: tuple[Allocation, ...]


def status_of(voucher: Voucher) -> str:
    return "cancelled" if voucher.cancelled else "draft" if voucher.optional else "posted"


def _day(ordinal: int) -> dt.date | None:
    return dt.date.fromordinal(ordinal) if ordinal else None


def _allocations(bills: tuple[Bill, ...], sign: int) -> tuple[Allocation, ...]:
    return tuple(Allocation(bill.name, bill.kind, money(sign * bill.amount), bill.credit_days) for bill in bills)


class Books:
    """The truth of one company, read when asked; iterators, so that large books need no second copy."""

    def __init__(self, company: Company) -> None:
        self.company = company

    # -- balances, summed afresh ------------------------------------------------------------------------------------

    def balances(self) -> dict[int, tuple[int, int]]:
        """Ledger id to (sum of posted entries in paise, number of them)."""
        found: dict[int, tuple[int, int]] = {}

        def add(ledger: Ledger, paise: int) -> None:
            total, count = found.get(ledger.id, (0, 0))
            found[ledger.id] = (total + paise, count + 1)

        for voucher in self.company.vouchers.values():
            if voucher.cancelled or voucher.optional or "Order" in voucher.kind:
                continue
            for entry in voucher.entries:
                add(entry.ledger, entry.amount)
            for line in voucher.lines:
                if line.ledger is not None:
                    add(line.ledger, line.amount)
        return found

    def stock(self) -> dict[int, tuple[int, int, int]]:
        """Item id to (inward milli, inward paise, outward milli) of posted vouchers."""
        found: dict[int, tuple[int, int, int]] = {}
        for voucher in self.company.vouchers.values():
            if voucher.cancelled or voucher.optional or "Order" in voucher.kind:
                continue
            for line in voucher.lines:
                bought, cost, sold = found.get(line.item.id, (0, 0, 0))
                if voucher.kind in OUTWARD_KINDS:
                    found[line.item.id] = (bought, cost, sold + line.qty)
                else:
                    found[line.item.id] = (bought + line.qty, cost + abs(line.amount), sold)
        return found

    # -- masters ------------------------------------------------------------------------------------------------------

    def customers(self) -> Iterator[Customer]:
        """Every ledger under Sundry Debtors, at any depth."""
        balances = self.balances()
        for ledger in self.company.ledgers.values():
            if ledger.under("Sundry Debtors"):
                yield self._customer(ledger, *balances.get(ledger.id, (0, 0)))

    def customer(self, name: str) -> Customer:
        ledger = self.company.find_ledger(name)
        if ledger is None:
            raise KeyError(name)
        return self._customer(ledger, *self.balances().get(ledger.id, (0, 0)))

    def _customer(self, ledger: Ledger, moved: int, count: int) -> Customer:
        mailing = ledger.mailing[-1] if ledger.mailing else None
        closing = None if not ledger.opening and not count else -((ledger.opening or 0) + moved)
        return Customer(
            ledger.id,
            self.company.guid_of(ledger.id),
            ledger.alter_id,
            ledger.name,
            ledger.aliases,
            ledger.parent.name,
            tuple(group.name for group in ledger.parent.ancestry()),
            ledger.gstin,
            ledger.gst_type,
            ledger.pan,
            ledger.email,
            ledger.phone,
            ledger.mobile,
            ledger.contact,
            ledger.website,
            mailing.address if mailing else (),
            ledger.state,
            mailing.country if mailing else "",
            mailing.pincode if mailing else "",
            ledger.narration,
            None if ledger.credit_limit is None else money(ledger.credit_limit),
            ledger.credit_days,
            ledger.billwise,
            None if ledger.opening is None else money(-ledger.opening),
            None if closing is None else money(closing),
        )

    def items(self) -> Iterator[Product]:
        stock = self.stock()
        for item in self.company.items.values():
            yield self._product(item, stock.get(item.id))

    def item(self, name: str) -> Product:
        item = self.company.find_item(name)
        if item is None:
            raise KeyError(name)
        return self._product(item, self.stock().get(item.id))

    def _product(self, item: Item, moved: tuple[int, int, int] | None) -> Product:
        bought, cost, sold = moved or (0, 0, 0)
        closing = None if item.opening_qty is None and moved is None else (item.opening_qty or 0) + bought - sold
        basis = (item.opening_qty or 0) + bought
        value = None if closing is None else half_up((item.opening_value + cost) * closing, basis) if basis else 0
        gst = item.gst[-1] if item.gst else None
        return Product(
            item.id,
            self.company.guid_of(item.id),
            item.alter_id,
            item.name,
            item.aliases,
            item.parent.name if item.parent else "",
            item.unit.name,
            item.part_no,
            item.description,
            item.hsn[-1].code if item.hsn else "",
            money(gst.rate) if gst else Decimal(0),
            gst.taxability if gst else "",
            None if item.opening_qty is None else quantity_decimal(item.opening_qty),
            money(item.opening_rate),
            money(item.opening_value),
            None if closing is None else quantity_decimal(closing),
            None if value is None else money(value),
        )

    # -- vouchers -----------------------------------------------------------------------------------------------------

    def vouchers(self, kind: str | None = None) -> Iterator[Voucher]:
        """The raw vouchers in date order."""
        for _, voucher_id in self.company.by_date:
            voucher = self.company.vouchers[voucher_id]
            if kind is None or voucher.kind == kind:
                yield voucher

    def invoices(self) -> Iterator[Invoice]:
        for voucher in self.vouchers("Sales"):
            yield Invoice(**self._document(voucher))  # type: ignore[arg-type]

    def orders(self) -> Iterator[Order]:
        for voucher in self.vouchers("Sales Order"):
            yield Order(**self._document(voucher))  # type: ignore[arg-type]

    def receipts(self) -> Iterator[Receipt]:
        for voucher in self.vouchers("Receipt"):
            yield self._receipt(voucher)

    def document(self, master_id: int) -> Document:
        return Document(**self._document(self.company.vouchers[master_id]))  # type: ignore[arg-type]

    def receipt(self, master_id: int) -> Receipt:
        return self._receipt(self.company.vouchers[master_id])

    def _document(self, voucher: Voucher) -> dict[str, object]:
        lines = [_line(line) for line in voucher.lines]
        taxes: list[Charge] = []
        charges: list[Charge] = []
        allocations: list[Allocation] = []
        round_off = Decimal(0)
        for entry in voucher.entries:
            if entry.ledger is voucher.party and entry is voucher.entries[0]:
                allocations += _allocations(entry.bills, -1)
            elif entry.ledger.under(TAX_GROUP):
                taxes.append(Charge(entry.ledger.name, money(entry.amount)))
            elif entry.ledger.name == "Round Off":
                round_off += money(entry.amount)
            elif not voucher.lines and list(entry.ledger.parent.ancestry())[-1].reserved in (
                "Sales Accounts",
                "Direct Incomes",
            ):
                lines.append(_ledger_line(entry))
            else:
                charges.append(Charge(entry.ledger.name, money(entry.amount)))
        party = voucher.party
        return {
            "master_id": voucher.id,
            "guid": self.company.guid_of(voucher.id),
            "alter_id": voucher.alter_id,
            "voucher_type": voucher.type.name,
            "base_type": voucher.kind,
            "number": voucher.number,
            "date": dt.date.fromordinal(voucher.date),
            "party": party.name if party else None,
            "customer": party.name if party and party.under("Sundry Debtors") else None,
            "status": status_of(voucher),
            "reference": voucher.reference,
            "narration": voucher.narration,
            "place_of_supply": voucher.place,
            "lines": tuple(lines),
            "taxes": tuple(taxes),
            "charges": tuple(charges),
            "round_off": round_off,
            "subtotal": sum((line.amount for line in lines), Decimal(0)),
            "tax_total": sum((tax.amount for tax in taxes), Decimal(0)),
            "total": money(-voucher.total()),
            "allocations": tuple(allocations),
        }

    def _receipt(self, voucher: Voucher) -> Receipt:
        payer: Entry | None = None
        account: Entry | None = None
        for entry in voucher.entries:
            if entry.amount > 0 and payer is None:
                payer = entry
            elif entry.amount < 0 and account is None:
                account = entry
        bank = account.bank if account else None
        name = payer.ledger.name if payer else None
        return Receipt(
            voucher.id,
            self.company.guid_of(voucher.id),
            voucher.alter_id,
            voucher.type.name,
            voucher.number,
            dt.date.fromordinal(voucher.date),
            name if payer and payer.ledger.under("Sundry Debtors") else None,
            name,
            account.ledger.name if account else "",
            money(payer.amount) if payer else Decimal(0),
            status_of(voucher),
            voucher.narration,
            bank.kind if bank else "",
            bank.instrument if bank else "",
            _day(bank.instrument_date) if bank else None,
            _allocations(payer.bills, 1) if payer else (),
        )


def _line(line: Line) -> DocumentLine:
    return DocumentLine(
        line.item.name,
        line.ledger.name if line.ledger else "",
        "",
        quantity_decimal(line.qty),
        line.item.unit.show(line.qty).strip(),
        line.item.unit.rate_unit,
        money(line.rate),
        money(line.discount),
        money(line.amount),
        line.hsn,
        money(line.gst),
        _day(line.due),
        line.order_no,
    )


def _ledger_line(entry: Entry) -> DocumentLine:
    return DocumentLine(
        None, entry.ledger.name, "", None, "", "", None, Decimal(0), money(entry.amount), "", Decimal(0)
    )
