"""The hands on the simulated Tally: what an accountant, an administrator or bad luck would do to it.

Edits move AlterIDs and counters exactly as far as Tally moves them. Everything takes plain values, so that the same
methods serve tests in process and the JSON control surface.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from app.simulator.books import (
    OUTWARD_KINDS,
    Bill,
    Company,
    Entry,
    Item,
    Ledger,
    Line,
    Mailing,
    Registration,
    Voucher,
    VoucherType,
)
from app.simulator.values import fold, half_up, parse_amount, parse_date

if TYPE_CHECKING:
    from app.simulator.server import Server

LEDGER_TEXTS = frozenset({"pan", "email", "phone", "mobile", "contact", "website", "narration", "price_level"})
MAILING_FIELDS = frozenset({"address", "state", "country", "pincode", "mailing_name"})
ITEM_TEXTS = frozenset({"part_no", "description"})


def paise(value: object) -> int:
    """Paise of a Decimal, number or text."""
    return int((Decimal(str(value)) * 100).to_integral_value())


def day_of(value: object) -> int:
    """Ordinal of a date or of a text in any form Tally takes, ISO included."""
    if isinstance(value, date):
        return value.toordinal()
    if isinstance(value, int):
        return value
    text = str(value)
    return parse_date(text) or date.fromisoformat(text).toordinal()


class Control:
    """See the module. Methods return what a test needs next: ids, mostly."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._program = server.program
        self._backups: dict[str, bytes] = {}

    # -- finding ------------------------------------------------------------------------------------------------------

    def _company(self, name: str) -> Company:
        for company in [*self._program.companies, *self._program.closed]:
            if company.name.lower() == name.strip().lower():
                return company
        raise KeyError(name)

    def _ledger(self, company: Company, name: str) -> Ledger:
        ledger = company.find_ledger(name)
        if ledger is None:
            raise KeyError(name)
        return ledger

    # -- masters ------------------------------------------------------------------------------------------------------

    def edit_customer(self, company: str, name: str, **fields: Any) -> int:
        """Change fields of a ledger as its alteration screen does; answers the new AlterID.

        Names: pan, email, phone, mobile, contact, website, narration, price_level, address (lines or text), state,
        country, pincode, mailing_name, gstin, gst_type, group, opening, credit_limit, credit_days, bill_wise,
        aliases.
        """
        with self._program.lock:
            books = self._company(company)
            ledger = self._ledger(books, name)
            for key, value in fields.items():
                self._set_ledger(books, ledger, key, value)
            ledger.alter_id = books.touch_master()
            return ledger.alter_id

    def _set_ledger(self, books: Company, ledger: Ledger, key: str, value: Any) -> None:
        if key in LEDGER_TEXTS:
            setattr(ledger, key, str(value or ""))
        elif key in MAILING_FIELDS:
            last = ledger.mailing[-1] if ledger.mailing else Mailing(books.books_from, ledger.name, (), "", "", "")
            if key == "address":
                value = tuple(value.split("\n")) if isinstance(value, str) else tuple(value)
            changed = last._replace(**{"name" if key == "mailing_name" else key: value})
            ledger.mailing = (*ledger.mailing[:-1], changed)
        elif key in ("gstin", "gst_type"):
            row = (
                ledger.registrations[-1]
                if ledger.registrations
                else Registration(books.books_from, "Regular", ledger.state, "")
            )
            row = row._replace(gstin=str(value)) if key == "gstin" else row._replace(kind=str(value))
            ledger.registrations = (*ledger.registrations[:-1], row)
        elif key == "group":
            ledger.parent = books.groups[fold(str(value))]
        elif key == "opening":
            ledger.opening = None if value is None else paise(value)
        elif key == "credit_limit":
            ledger.credit_limit = None if value is None else paise(value)
        elif key == "credit_days":
            ledger.credit_days = None if value is None else int(value)
        elif key == "bill_wise":
            ledger.billwise = bool(value)
        elif key == "aliases":
            ledger.aliases = tuple(value)
            for alias in ledger.aliases:
                books.ledger_aliases[fold(alias)] = ledger
        else:
            raise KeyError(key)

    def rename_customer(self, company: str, name: str, new_name: str) -> int:
        """Rename a ledger; its GUID and MasterID stay, vouchers show the new name without moving."""
        with self._program.lock:
            books = self._company(company)
            ledger = self._ledger(books, name)
            other = books.ledgers.get(fold(new_name))
            if other is not None and other is not ledger:
                raise ValueError(f"{new_name} exists")
            books.rename(books.ledgers, ledger, new_name)
            return ledger.id

    def add_customer(self, company: str, name: str, group: str = "", **fields: Any) -> int:
        """A new ledger below the debtors' group; answers its MasterID."""
        with self._program.lock:
            books = self._company(company)
            if books.find_ledger(name) is not None:
                raise ValueError(f"{name} exists")
            parent = books.groups[fold(group)] if group else books.group_reserved("Sundry Debtors")
            ledger = Ledger(books.next_master_id(), books.touch_master(), name, parent=parent, billwise=True)
            for key, value in fields.items():
                self._set_ledger(books, ledger, key, value)
            return books.add_ledger(ledger).id

    def delete_customer(self, company: str, name: str) -> None:
        """Delete an unused ledger; it leaves nothing behind, but ALTMSTID moves."""
        with self._program.lock:
            books = self._company(company)
            ledger = self._ledger(books, name)
            if books.ledger_used(ledger):
                raise ValueError(f"{name} is used")
            books.ledgers.pop(fold(ledger.name))
            for alias in ledger.aliases:
                books.ledger_aliases.pop(fold(alias), None)
            if self._program.quirks.delete_moves_counter:
                books.touch_master()

    def edit_item(self, company: str, name: str, **fields: Any) -> int:
        """Change part_no, description, aliases, opening_quantity, price, hsn_code or gst_rate of an item."""
        with self._program.lock:
            books = self._company(company)
            item = books.find_item(name)
            if item is None:
                raise KeyError(name)
            for key, value in fields.items():
                self._set_item(item, key, value)
            item.alter_id = books.touch_master()
            return item.alter_id

    @staticmethod
    def _set_item(item: Item, key: str, value: Any) -> None:
        if key in ITEM_TEXTS:
            setattr(item, key, str(value or ""))
        elif key == "aliases":
            item.aliases = tuple(value)
        elif key == "opening_quantity":
            item.opening_qty = None if value is None else int(Decimal(str(value)) * 1000)
        elif key == "price":
            item.price = paise(value)
        elif key == "hsn_code":
            item.hsn = (*item.hsn[:-1], item.hsn[-1]._replace(code=str(value)))
        elif key == "gst_rate":
            item.gst = (*item.gst[:-1], item.gst[-1]._replace(rate=paise(value)))
        else:
            raise KeyError(key)

    def rename_item(self, company: str, name: str, new_name: str) -> int:
        with self._program.lock:
            books = self._company(company)
            item = books.items[fold(name)]
            books.rename(books.items, item, new_name)
            return item.id

    def add_item(self, company: str, name: str, unit: str = "Nos", price: object = "10.00") -> int:
        with self._program.lock:
            books = self._company(company)
            item = Item(
                books.next_master_id(), books.touch_master(), name, unit=books.units[fold(unit)], price=paise(price)
            )
            books.items[fold(name)] = item
            return item.id

    # -- vouchers -----------------------------------------------------------------------------------------------------

    def add_invoice(
        self,
        company: str,
        party: str,
        date: object,
        lines: Sequence[tuple[str, object, object]],
        *,
        voucher_type: str = "Sales",
        narration: str = "",
        optional: bool = False,
        reference: str = "",
        number: str = "",
        tax_rate: object = "18",
        due_date: object = None,
        order_no: str = "",
    ) -> int:
        """An item invoice (or sales order) of lines (item, quantity, rate); taxes by state. Answers the MasterID."""
        with self._program.lock:
            books = self._company(company)
            kind = books.voucher_types[fold(voucher_type)]
            ledger, rate = self._ledger(books, party), paise(tax_rate)
            sales = next(one for one in books.ledgers.values() if one.parent.reserved == "Sales Accounts")
            order = order_no or number if "Order" in kind.kind else ""
            due = day_of(due_date or date) if order else 0
            rows = [self._line(books, one, sales, rate, order, due) for one in lines]
            entries = self._invoice_entries(books, ledger, rows, rate)
            voucher = Voucher(
                id=0,
                alter_id=0,
                date=day_of(date),
                type=kind,
                number=number,
                party=ledger,
                entries=entries,
                lines=tuple(rows),
                narration=narration,
                optional=optional,
                reference=reference,
                place=ledger.state,
                invoice_view=True,
            )
            return self._enter(books, voucher)

    def _line(
        self, books: Company, row: tuple[str, object, object], sales: Ledger, rate: int, order: str, due: int
    ) -> Line:
        item = books.find_item(row[0])
        if item is None:
            raise KeyError(row[0])
        qty, price = int(Decimal(str(row[1])) * 1000), paise(row[2])
        godown = "Main Location" if books.multi_godown else ""
        return Line(
            item,
            qty,
            price,
            half_up(qty * price, 1000),
            sales,
            0,
            item.hsn[-1].code if item.hsn else "",
            rate,
            godown,
            "Primary Batch",
            order,
            due,
        )

    @staticmethod
    def _invoice_entries(books: Company, party: Ledger, rows: list[Line], rate: int) -> tuple[Entry, ...]:
        taxable = sum(line.amount for line in rows)
        inside = not party.state or party.state == books.state
        heads = (("CGST", 20_000), ("SGST/UTGST", 20_000)) if inside else (("IGST", 10_000),)
        taxes = []
        for head, divisor in heads:
            ledger = next((one for one in books.ledgers.values() if one.tax_head == head), None)
            if ledger is not None and rate:
                taxes.append(Entry(ledger, half_up(taxable * rate, divisor)))
        total = taxable + sum(tax.amount for tax in taxes)
        bills = (Bill("", "New Ref", -total, 30),) if party.billwise else ()
        return (Entry(party, -total, bills, None, True), *taxes)

    def _enter(self, books: Company, voucher: Voucher) -> int:
        """Save a voucher as Tally does: id, AlterID, number, bill name; renumbers where the type says so."""
        books.last_voucher_id += 1
        voucher.id = voucher.retain_key = books.last_voucher_id
        voucher.alter_id = books.touch_voucher()
        if voucher.type.method == "Automatic":
            voucher.number = books.next_number(voucher.type, voucher.date)
        if voucher.entries and voucher.entries[0].bills:
            first = voucher.entries[0]
            bills = tuple(
                bill._replace(name=bill.name or f"INV-{voucher.number}/{voucher.id}", date=voucher.date)
                if bill.kind == "New Ref"
                else bill
                for bill in first.bills
            )
            voucher.entries = (first._replace(bills=bills), *voucher.entries[1:])
        books.insert(voucher)
        if voucher.type.renumbers:
            books.renumber(voucher.type, voucher.date)
        return voucher.id

    def add_receipt(
        self,
        company: str,
        party: str,
        date: object,
        amount: object,
        *,
        bank: str = "HDFC Bank Current A/c",
        against: str = "",
        narration: str = "",
    ) -> int:
        """A receipt into a bank; ``against`` names the bill it settles, else it is On Account."""
        with self._program.lock:
            books = self._company(company)
            ledger, account, value = self._ledger(books, party), self._ledger(books, bank), paise(amount)
            bills = (Bill(against, "Agst Ref" if against else "On Account", value),) if ledger.billwise else ()
            voucher = Voucher(
                id=0,
                alter_id=0,
                date=day_of(date),
                type=books.voucher_types["receipt"],
                party=account,
                narration=narration,
                entries=(Entry(ledger, value, bills, None, True), Entry(account, -value, (), None, True)),
            )
            return self._enter(books, voucher)

    def add_voucher(
        self,
        company: str,
        voucher_type: str,
        date: object,
        entries: Sequence[tuple[str, object]],
        *,
        party: str = "",
        narration: str = "",
        number: str = "",
        optional: bool = False,
    ) -> int:
        """Any accounting voucher of entries (ledger, amount in Tally's sign)."""
        with self._program.lock:
            books = self._company(company)
            rows = tuple(
                Entry(self._ledger(books, name), parse_amount(str(value)) or 0, party=name == party)
                for name, value in entries
            )
            if sum(row.amount for row in rows):
                raise ValueError("does not balance")
            voucher = Voucher(
                id=0,
                alter_id=0,
                date=day_of(date),
                type=books.voucher_types[fold(voucher_type)],
                number=number,
                party=self._ledger(books, party) if party else None,
                entries=rows,
                narration=narration,
                optional=optional,
            )
            return self._enter(books, voucher)

    def insert_voucher(self, company: str, date: object, party: str = "", amount: object = "100.00") -> int:
        """A receipt dated before others: its type is Auto Renumber, so later ones change number, not AlterID."""
        books = self._company(company)
        name = party or next(ledger.name for ledger in books.ledgers.values() if ledger.under("Sundry Debtors"))
        return self.add_receipt(company, name, date, amount, narration="inserted")

    def edit_voucher(self, company: str, master_id: int, **changes: Any) -> int:
        """Change narration, reference, date, number, optional, or scale (all amounts times a whole number)."""
        with self._program.lock:
            books = self._company(company)
            voucher = books.vouchers[master_id]
            books.remove(voucher)
            for key, value in changes.items():
                if key in ("narration", "reference", "number", "place"):
                    setattr(voucher, key, str(value))
                elif key == "date":
                    voucher.date = day_of(value)
                elif key == "optional":
                    voucher.optional = bool(value)
                elif key == "scale":
                    _scale(voucher, int(value))
                else:
                    raise KeyError(key)
            voucher.alter_id = books.touch_voucher()
            books.insert(voucher)
            if "date" in changes and voucher.type.renumbers:
                books.renumber(voucher.type, voucher.date)
            return voucher.alter_id

    def delete_voucher(self, company: str, master_id: int) -> None:
        """Gone without a tombstone; later numbers of an Auto Renumber type close the gap."""
        with self._program.lock:
            books = self._company(company)
            voucher = books.vouchers[master_id]
            books.remove(voucher)
            if self._program.quirks.delete_moves_counter:
                books.touch_voucher()
            if voucher.type.renumbers:
                books.renumber(voucher.type, voucher.date)

    def cancel_voucher(self, company: str, master_id: int) -> int:
        """Cancel: number and date stay, party, lines and amounts go; the AlterID moves."""
        with self._program.lock:
            books = self._company(company)
            voucher = books.vouchers[master_id]
            cancel(books, voucher)
            return voucher.alter_id

    def renumber(self, company: str, voucher_type: str, date: object) -> list[int]:
        """Number a year's vouchers of a type afresh, without moving AlterIDs; answers the changed ids."""
        with self._program.lock:
            books = self._company(company)
            return books.renumber(books.voucher_types[fold(voucher_type)], day_of(date))

    def set_numbering(self, company: str, voucher_type: str, method: str, submethod: str = "Auto Retain") -> None:
        with self._program.lock:
            books = self._company(company)
            kind: VoucherType = books.voucher_types[fold(voucher_type)]
            kind.method, kind.submethod, kind.alter_id = method, submethod, books.touch_master()

    # -- companies ----------------------------------------------------------------------------------------------------

    def close_company(self, name: str) -> None:
        with self._program.lock:
            company = self._company(name)
            self._program.companies.remove(company)
            self._program.closed.append(company)
            if self._program.active is company:
                self._program.active = self._program.companies[0] if self._program.companies else None

    def open_company(self, name: str) -> None:
        with self._program.lock:
            company = self._company(name)
            if company in self._program.closed:
                self._program.closed.remove(company)
                self._program.companies.append(company)
            self._program.active = self._program.active or company

    def set_active(self, name: str) -> None:
        """The company on screen: what requests without SVCURRENTCOMPANY mean."""
        self._program.active = self._company(name)

    def set_educational(self, on: bool) -> None:
        self._program.educational = on

    def set_quirk(self, name: str, value: Any) -> None:
        """Switch one disputed habit (see Quirks)."""
        if not hasattr(self._program.quirks, name):
            raise KeyError(name)
        setattr(self._program.quirks, name, value)

    def move_data_folder(self, name: str, path: str) -> None:
        """The same company from another folder: same GUID, other $Destination."""
        self._company(name).data_path = path

    def set_period(self, name: str, first: object, last: object) -> None:
        """The current period moves (Alt+F2): another year of the same books."""
        self._company(name).period = (day_of(first), day_of(last))

    def split_company(self, name: str, first_day: object, new_name: str, path: str) -> None:
        """Split the books as Tally does: a child opens beside them that begins on ``first_day``, with the same GUID, the
        same ids of masters, vouchers since that day, and what was before in the openings. The parent stays as it was."""
        with self._program.lock:
            child: Company = pickle.loads(pickle.dumps(self._company(name)))  # noqa: S301  (our own dump)
            start = day_of(first_day)
            for voucher in child.between(0, start - 1):
                _carry_forward(voucher)
                child.remove(voucher)
            child.name, child.data_path, child.books_from = new_name, path, start
            child.number += 1
            self._program.companies.append(child)

    def take_backup(self, name: str, label: str = "") -> None:
        with self._program.lock:
            self._backups[label or name.lower()] = pickle.dumps(self._company(name))

    def restore_backup(self, name: str, label: str = "") -> None:
        """Put the company back as it was: counters go back too."""
        with self._program.lock:
            old, new = self._company(name), pickle.loads(self._backups[label or name.lower()])  # noqa: S301  (our own dump)
            for companies in (self._program.companies, self._program.closed):
                if old in companies:
                    companies[companies.index(old)] = new
            if self._program.active is old:
                self._program.active = new

    # -- the program --------------------------------------------------------------------------------------------------

    def open_dialog(self) -> None:
        """A dialog on Tally's screen: the port takes requests and says nothing until :meth:`click_ok`."""
        self._server.dialog_answered.clear()

    def click_ok(self) -> None:
        self._server.dialog_answered.set()

    def set_busy(self) -> None:
        """Busy with something long; requests wait until :meth:`release`."""
        self._server.free.clear()

    def release(self) -> None:
        self._server.free.set()

    def cut_next_answer(self, after_bytes: int) -> None:
        """Send only so many bytes of the next answer's body, then close."""
        self._server.mischief.cut_after = after_bytes

    def reset_next_connection(self, when: str = "before") -> None:
        """Reset the next request's connection, ``before`` or ``after`` its work is done."""
        self._server.mischief.reset = when

    def lose_next_import(self, when: str) -> None:
        """Lose the answer to the next import, whatever is asked before it: reset ``before`` or ``after`` its work is done, or
        ``cut`` the answer off."""
        self._server.mischief.lost_import = when

    def after_next_import(self, act: Callable[[], object]) -> None:
        """What a person does right after the next import was done and before anything else is asked."""
        self._server.mischief.after_import = act

    def before_next_import(self, act: Callable[[], object]) -> None:
        """What a person does between our last look and the next import."""
        self._server.mischief.before_import = act

    def slow_next(self, seconds: float) -> None:
        """Hold the next answer for so long."""
        self._server.mischief.slow = seconds

    def connector_off(self) -> None:
        """Refuse connections, as Tally does when its HTTP server is switched off."""
        self._server.refuse()

    def connector_on(self) -> None:
        self._server.accept_again()

    def restart(self) -> None:
        """Start Tally again on the same port, with the same companies."""
        self._server.accept_again()


def cancel(books: Company, voucher: Voucher) -> None:
    """Cancel a voucher in place."""
    books.post(voucher, -1)
    voucher.cancelled = True
    voucher.party, voucher.entries, voucher.lines = None, (), ()
    voucher.alter_id = books.touch_voucher()


def _carry_forward(voucher: Voucher) -> None:
    """What a voucher of an earlier year moved stands in the openings from now on."""
    if not voucher.posts:
        return
    for entry in voucher.entries:
        entry.ledger.opening = (entry.ledger.opening or 0) + entry.amount
    for line in voucher.lines:
        if line.ledger is not None:
            line.ledger.opening = (line.ledger.opening or 0) + line.amount
        sold = voucher.type.kind in OUTWARD_KINDS
        line.item.opening_qty = (line.item.opening_qty or 0) + (-line.qty if sold else line.qty)
        line.item.opening_value += 0 if sold else abs(line.amount)


def _scale(voucher: Voucher, factor: int) -> None:
    voucher.entries = tuple(
        entry._replace(
            amount=entry.amount * factor,
            forex="",  # its text names the old figure; scaled, the entry is one in rupees
            bills=tuple(bill._replace(amount=bill.amount * factor) for bill in entry.bills),
            bank=entry.bank._replace(amount=entry.bank.amount * factor) if entry.bank else None,
        )
        for entry in voucher.entries
    )
    voucher.lines = tuple(line._replace(qty=line.qty * factor, amount=line.amount * factor) for line in voucher.lines)
