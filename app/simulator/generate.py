"""Vouchers of a generated company: balanced, in date order, the same for the same seed.

Made at start-up, not lazily: receipts settle earlier invoices and balances need every voucher. Plain tuples keep
100,000 of them small.
"""

from __future__ import annotations

import gc
from collections import deque
from datetime import date
from random import Random

from app.simulator import names
from app.simulator.books import Bank, Bill, Company, Entry, Ledger, Line, Voucher
from app.simulator.masters import Cast, MasterBuilder, new_company
from app.simulator.spec import CompanySpec
from app.simulator.values import educational_day, half_up, ymd


def generate(spec: CompanySpec, number: int = 100_000) -> Company:
    """The whole company of a spec."""
    company = new_company(spec, number)
    collecting = gc.isenabled()
    gc.disable()  # a hundred thousand small objects and no garbage: the collector would only walk them again and again
    try:
        cast = MasterBuilder(company, spec).build()
        VoucherBuilder(company, spec, cast).build()
    finally:
        if collecting:
            gc.enable()
    return company


class VoucherBuilder:
    """Writes the day books of a company."""

    def __init__(self, company: Company, spec: CompanySpec, cast: Cast) -> None:
        self.company = company
        self.spec = spec
        self.cast = cast
        self.random = Random(f"{spec.seed}/vouchers")  # noqa: S311  (books, not secrets)
        self.open_bills: deque[tuple[Ledger, str, int, int]] = deque(maxlen=5000)
        self.types = company.voucher_types
        self.serials = {"web": 0, "order": 0, "advance": 0}
        self.forex_done = not spec.forex or cast.export_customer is None

    def build(self) -> None:
        spec, company, random = self.spec, self.company, self.random
        if not spec.vouchers or not spec.customers:
            return
        days = self._days()
        count = spec.vouchers
        for at in range(count):
            voucher = self._one(days[at * len(days) // count], random.random())
            roll = random.random()
            if roll < 0.02:
                self._cancel(voucher)
            elif roll < 0.04:
                voucher.optional = True
            if voucher.type.method == "Automatic":
                voucher.number = company.next_number(voucher.type, voucher.date)
            self._name_bills(voucher)
            # Dates only grow, so appending keeps the index sorted.
            company.vouchers[voucher.id] = voucher
            company.by_date.append((voucher.date, voucher.id))
            company.post(voucher)

    def _days(self) -> list[int]:
        first, last = self.spec.from_date.toordinal(), self.spec.to_date.toordinal()
        days = [day for day in range(first, last + 1) if date.fromordinal(day).weekday() != 6]
        if self.spec.educational:
            days = [day for day in range(first, last + 1) if educational_day(day)]
        return days or [first]

    def _one(self, day: int, roll: float) -> Voucher:
        self.company.last_voucher_id += 1
        if self.cast.items:
            if roll < 0.47:
                return self._item_invoice(day)
            if roll >= 0.55 and roll < 0.70:
                return self._order(day)
        if roll < 0.55:
            return self._service_invoice(day)
        if roll < 0.90:
            return self._receipt(day)
        if roll < 0.94 and self.cast.items and self.cast.creditors:
            return self._purchase(day)
        return self._journal(day) if roll < 0.97 or not self.cast.creditors else self._payment(day)

    def _pick_customer(self) -> Ledger:
        customers = self.cast.customers
        # A few parties do most of the business, as in real books.
        return customers[int(len(customers) * self.random.random() ** 1.6)]

    def _lines(self, day: int, *, order_no: str = "", due: int = 0) -> list[Line]:
        random, cast = self.random, self.cast
        rand = random.random
        items, count = cast.items, 1 + int(rand() * rand() * 5)
        lines = []
        godown, batch = (
            ("Main Location" if self.company.multi_godown else ""),
            ("Primary Batch" if not order_no else "Any"),
        )
        for _ in range(count):
            item = items[int(len(items) * rand())]
            if item.unit.conversion:
                qty = int(1 + rand() * 60) * 1000
            elif item.unit.decimals:
                qty = int(1 + rand() * 4000) * 10
            else:
                qty = int(1 + rand() * 20) * 1000
            tax = item.tax_on(day)
            discount = 500 if rand() < 0.08 else 0
            value = half_up(qty * item.price * (10_000 - discount), 10_000_000)
            code = item.hsn[-1].code if item.hsn else ""
            ledger = cast.sales.get(tax.rate) or cast.sales[500]
            lines.append(
                Line(item, qty, item.price, value, ledger, discount, code, tax.rate, godown, batch, order_no, due)
            )
        return lines

    def _tax_entries(self, lines: list[Line], party: Ledger) -> list[Entry]:
        cast = self.cast
        by_rate: dict[int, int] = {}
        for line in lines:
            by_rate[line.gst] = by_rate.get(line.gst, 0) + line.amount
        if party.state and party.state != self.company.state:
            igst = sum(half_up(value * rate, 10_000) for rate, value in by_rate.items())
            return [Entry(cast.igst, igst)] if igst else []
        half = sum(half_up(value * rate, 20_000) for rate, value in by_rate.items())
        return [Entry(cast.cgst, half), Entry(cast.sgst, half)] if half else []

    def _round(self, entries: list[Entry], value: int) -> int:
        """Round the total to the rupee, through the Round Off ledger."""
        total = half_up(value, 100) * 100
        if total != value:
            entries.append(Entry(self.cast.round_off, total - value))
        return total

    def _item_invoice(self, day: int) -> Voucher:
        random, cast, types = self.random, self.cast, self.types
        roll = random.random()
        party = cast.cash if roll < 0.06 else self._pick_customer()
        lines = self._lines(day)
        rest = self._tax_entries(lines, party)
        if random.random() < 0.15:
            rest.insert(0, Entry(cast.freight, int(50 + random.random() * 950) * 100))
        value = sum(line.amount for line in lines) + sum(entry.amount for entry in rest)
        total = self._round(rest, value)
        kind = types["sales"] if roll < 0.75 else types["tax invoice"] if roll < 0.92 else types["web sales"]
        bills = (
            (Bill("", "New Ref", -total, party.credit_days or 30 * int(random.random() * 3), day),)
            if party.billwise
            else ()
        )
        voucher = Voucher(
            id=self.company.last_voucher_id,
            alter_id=self.company.touch_voucher(),
            date=day,
            type=kind,
            party=party,
            entries=(Entry(party, -total, bills, None, True), *rest),
            lines=tuple(lines),
            invoice_view=True,
            narration=self._narration(),
            place=party.state or self.company.state,
            reference=f"PO-{self.company.last_voucher_id}" if roll < 0.3 else "",
        )
        if kind.method == "Manual":
            self.serials["web"] += 1
            voucher.number = f"WEB-{1000 + self.serials['web']}"
        return voucher

    def _service_invoice(self, day: int) -> Voucher:
        """A sale without stock lines: an accounting voucher; the first one to the export customer is in dollars."""
        random, cast = self.random, self.cast
        forex, party = "", self._pick_customer()
        taxable = int(500 + random.random() * 50_000) * 100
        rest = [Entry(cast.services, taxable)]
        if not self.forex_done and cast.export_customer is not None:
            self.forex_done, party, taxable = True, cast.export_customer, 860_000
            rest = [Entry(cast.services, taxable, forex="$ 100.00 @ I₹ 86/$  = I₹ 8600.00")]
            forex = "-$ 100.00 @ I₹ 86/$  = -I₹ 8600.00"
        elif party.state == self.company.state:
            rest += [Entry(cast.cgst, half_up(taxable * 9, 100)), Entry(cast.sgst, half_up(taxable * 9, 100))]
        else:
            rest.append(Entry(cast.igst, half_up(taxable * 18, 100)))
        total = sum(entry.amount for entry in rest)
        bills = (Bill("", "New Ref", -total, 30, day),) if party.billwise else ()
        return Voucher(
            id=self.company.last_voucher_id,
            alter_id=self.company.touch_voucher(),
            date=day,
            type=self.types["sales"],
            party=party,
            entries=(Entry(party, -total, bills, None, True, forex), *rest),
            narration=self._narration(),
            place=party.state,
        )

    def _order(self, day: int) -> Voucher:
        random = self.random
        party = self._pick_customer()
        self.serials["order"] += 1
        order_no = f"SO-{self.serials['order']}"
        lines = self._lines(day, order_no=order_no, due=day + 3 + int(random.random() * 30))
        rest = self._tax_entries(lines, party)
        total = sum(line.amount for line in lines) + sum(entry.amount for entry in rest)
        kind = self.types["sales order"] if random.random() < 0.8 else self.types["website order"]
        return Voucher(
            id=self.company.last_voucher_id,
            alter_id=self.company.touch_voucher(),
            date=day,
            type=kind,
            number=order_no,
            party=party,
            entries=(Entry(party, -total, (), None, True), *rest),
            lines=tuple(lines),
            narration=self._narration(),
            reference=order_no,
            place=party.state,
            invoice_view=True,
        )

    def _receipt(self, day: int) -> Voucher:
        random, cast = self.random, self.cast
        bank = cast.cash if random.random() < 0.12 else cast.banks[int(random.random() * len(cast.banks))]
        roll = random.random()
        if roll < 0.7 and self.open_bills:
            party, value, bills = self._settle(roll)
        else:
            party = self._pick_customer()
            value = int(100 + random.random() * 40_000) * 100
            self.serials["advance"] += 1
            kind = "Advance" if roll > 0.9 else "On Account"
            name = f"ADV-{self.serials['advance']}" if kind == "Advance" else ""
            bills = (Bill(name, kind, value, 0, day),) if party.billwise else ()
        allocation = None
        if bank is not cast.cash:
            serial = self.company.last_voucher_id
            cheque = random.random() < 0.5
            instrument = f"{serial * 7 % 1_000_000:06d}" if cheque else f"UTR{ymd(day)}{serial:06d}"
            allocation = Bank("Cheque" if cheque else "NEFT", instrument, day, party.name, f"U{serial:011d}", -value)
        return Voucher(
            id=self.company.last_voucher_id,
            alter_id=self.company.touch_voucher(),
            date=day,
            type=self.types["receipt"],
            party=bank,
            entries=(Entry(party, value, bills, None, True), Entry(bank, -value, (), allocation, True)),
            narration=self._narration(),
        )

    def _settle(self, roll: float) -> tuple[Ledger, int, tuple[Bill, ...]]:
        """Settle one or two bills of a party, the last one sometimes in part."""
        party, name, owed, _ = self.open_bills.popleft()
        paid = owed if roll < 0.5 else max(100, owed // 200 * 100)
        bills = [Bill(name, "Agst Ref", paid)]
        if self.open_bills and self.open_bills[0][0] is party:
            _, other, more, _ = self.open_bills.popleft()
            bills.append(Bill(other, "Agst Ref", more))
        return party, sum(bill.amount for bill in bills), tuple(bills)

    def _purchase(self, day: int) -> Voucher:
        random, cast = self.random, self.cast
        party = cast.creditors[int(random.random() * len(cast.creditors))]
        item = cast.items[int(random.random() * len(cast.items))]
        qty = int(10 + random.random() * 200) * 1000
        cost = item.price * 7 // 10
        value = half_up(qty * cost, 1000)
        godown = "Main Location" if self.company.multi_godown else ""
        line = Line(item, qty, cost, -value, cast.purchase, 0, "", 0, godown, "Primary Batch")
        bill = Bill(f"SUP-{self.company.last_voucher_id}", "New Ref", value, 30, day)
        return Voucher(
            id=self.company.last_voucher_id,
            alter_id=self.company.touch_voucher(),
            date=day,
            type=self.types["purchase"],
            party=party,
            entries=(Entry(party, value, (bill,), None, True),),
            lines=(line,),
            invoice_view=True,
            reference=f"S/{self.company.last_voucher_id}",
        )

    def _journal(self, day: int) -> Voucher:
        value = int(100 + self.random.random() * 900) * 100
        party = self._pick_customer()
        bills = (Bill("", "On Account", value, 0, day),) if party.billwise else ()
        return Voucher(
            id=self.company.last_voucher_id,
            alter_id=self.company.touch_voucher(),
            date=day,
            type=self.types["journal"],
            party=party,
            entries=(Entry(self.cast.expense, -value, centre="Head Office"), Entry(party, value, bills)),
            narration="Rate difference allowed",
        )

    def _payment(self, day: int) -> Voucher:
        random = self.random
        party = self.cast.creditors[int(random.random() * len(self.cast.creditors))]
        bank, value = self.cast.banks[0], int(1000 + random.random() * 9000) * 100
        allocation = Bank("Cheque", f"{self.company.last_voucher_id:06d}", day, party.name, "", value)
        return Voucher(
            id=self.company.last_voucher_id,
            alter_id=self.company.touch_voucher(),
            date=day,
            type=self.types["payment"],
            party=bank,
            entries=(
                Entry(party, -value, (Bill("", "On Account", -value, 0, day),), None, True),
                Entry(bank, value, (), allocation, True),
            ),
        )

    def _narration(self) -> str:
        return names.NARRATIONS[int(self.random.random() * len(names.NARRATIONS))]

    def _cancel(self, voucher: Voucher) -> None:
        """A cancelled voucher keeps its number and date and loses party, lines and amounts."""
        voucher.cancelled = True
        voucher.party, voucher.entries, voucher.lines = None, (), ()

    def _name_bills(self, voucher: Voucher) -> None:
        """A New Ref is named after the invoice number, which automatic numbering gives only now."""
        if not self.spec.receipts_have_numbers and voucher.kind == "Receipt":
            voucher.number = ""
        if voucher.kind != "Sales" or not voucher.entries or not voucher.entries[0].bills:
            return
        first = voucher.entries[0]
        bill = first.bills[0]._replace(name=f"INV-{voucher.number}/{voucher.id}")
        voucher.entries = (first._replace(bills=(bill,)), *voucher.entries[1:])
        if voucher.posts:
            self.open_bills.append((first.ledger, bill.name, -first.amount, voucher.date))
