"""Vouchers by import: what Tally refuses, what it changes silently, and how it finds the voucher meant.

See docs/protocols/tally.md, Writing. A refused voucher counts as EXCEPTIONS, with or without a LINEERROR.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

from app.simulator.books import ORDER_KINDS, Bank, Bill, Company, Entry, Item, Ledger, Line, Voucher, VoucherType
from app.simulator.envelope import ImportCounts
from app.simulator.request import child, child_text, children, text_of
from app.simulator.spec import Quirks
from app.simulator.values import amount, educational_day, financial_year, fold, parse_amount, parse_date

if TYPE_CHECKING:
    from app.simulator.program import Program

DUE_WORDS = re.compile(r"^(\d{1,2}-[A-Za-z]{3}-\d{2,4}|\d+ Days)$", re.IGNORECASE)
INVOICE_VIEW = "invoice voucher view"
DAY_IN_WORDS = re.compile(r"^\d{1,2}-[A-Za-z]{3}-\d{4}$")
#: What a document says of its party; an import must bring it.
PARTY_TAGS = (
    "BASICBUYERNAME",
    "PARTYMAILINGNAME",
    "STATENAME",
    "COUNTRYOFRESIDENCE",
    "PARTYPINCODE",
    "PARTYGSTIN",
    "GSTREGISTRATIONTYPE",
)


class Refused(Exception):
    """EXCEPTIONS 1; the text is the LINEERROR, none when Tally says nothing."""


def import_voucher(program: Program, company: Company, element: ET.Element, counts: ImportCounts) -> None:
    """Do what a VOUCHER element asks and count it."""
    try:
        _Import(program, company, element, counts).run()
        counts.touched["VOUCHER"] = counts.touched.get("VOUCHER", 0) + 1
    except Refused as refusal:
        counts.exceptions += 1
        if str(refusal):
            counts.line_errors.append(str(refusal))
            company.exceptions.append(str(refusal))


class _Import:
    def __init__(self, program: Program, company: Company, element: ET.Element, counts: ImportCounts) -> None:
        self.program = program
        self.quirks: Quirks = program.quirks
        self.company = company
        self.element = element
        self.counts = counts
        self.action = (element.get("ACTION") or "Create").strip().lower()
        self.key = (element.get("REMOTEID") or "").strip()
        #: The voucher that is being replaced.
        self.target: Voucher | None = None

    def run(self) -> None:
        if self.action in ("delete", "cancel"):
            self._remove_or_cancel()
            return
        target = self._by_key() if self.action == "create" else self._by_tag()
        if self.action == "alter" and target is None and not self._may_duplicate():
            raise Refused("Voucher does not exist!")
        self._save(target)

    # -- which voucher is meant ---------------------------------------------------------------------------------------

    def _by_key(self) -> Voucher | None:
        """REMOTEID as an attribute finds what it created, or the voucher whose GUID it is."""
        if not self.key:
            return None
        found = self.company.by_remote_key.get(self.key)
        if found is None and self.key.startswith(self.company.guid + "-"):
            tail = self.key[len(self.company.guid) + 1 :]
            found = int(tail, 16) if re.fullmatch(r"[0-9a-fA-F]{8}", tail) else None
        return self.company.vouchers.get(found) if found is not None else None

    def _by_tag(self) -> Voucher | None:
        """TAGNAME/TAGVALUE with a date: the first voucher of that day with that number, of whatever type.

        An alteration finds it with ``1-Aug-2026`` only."""
        if (self.element.get("TAGNAME") or "").strip().lower() not in ("voucher number", "vouchernumber"):
            return None
        words = DAY_IN_WORDS.match((self.element.get("DATE") or "").strip())
        if self.action == "alter" and self.quirks.alter_by_number_needs_words and not words:
            return None
        number = (self.element.get("TAGVALUE") or "").strip()
        day = parse_date(self.element.get("DATE") or child_text(self.element, "DATE") or "") or 0
        return next((v for v in self.company.between(day, day) if v.number == number), None)

    def _may_duplicate(self) -> bool:
        """Alter by REMOTEID, GUID or MASTERID makes a second voucher on the builds that were measured; by number with a date in
        figures, too."""
        if self.element.get("TAGNAME") is None:
            return self.quirks.alter_by_id_duplicates
        words = DAY_IN_WORDS.match((self.element.get("DATE") or "").strip())
        return self.quirks.alter_by_number_needs_words and not words

    def _remove_or_cancel(self) -> None:
        company = self.company
        target = self._by_key() or self._by_tag()
        if self.action == "cancel" and not len(self.element):
            raise Refused("Object is empty!")
        if target is None:
            raise Refused("Item does not exist!")
        self.counts.lastvchid = target.id
        if self.action == "cancel":
            company.post(target, -1)
            target.cancelled = True
            target.party, target.entries, target.lines = None, (), ()
            if (narration := child(self.element, "NARRATION")) is not None:
                target.narration = text_of(narration)
            target.alter_id = company.touch_voucher()
            self.counts.altered += 1  # CANCELLED stays 0
            return
        company.remove(target)
        if self.quirks.delete_moves_counter:
            company.touch_voucher()
        if target.type.renumbers:
            company.renumber(target.type, target.date)
        self.counts.deleted += 1

    # -- saving -------------------------------------------------------------------------------------------------------

    def _save(self, target: Voucher | None) -> None:
        company, element = self.company, self.element
        self.target = target
        kind = self._type(target)
        sent_number = child_text(element, "VOUCHERNUMBER") or ""
        day = self._day(kind, sent_number, target)
        optional_text = child_text(element, "ISOPTIONAL")
        optional = optional_text.lower() == "yes" if optional_text is not None else bool(target and target.optional)
        invoice = INVOICE_VIEW in (
            (element.get("OBJVIEW") or "").lower(),
            (child_text(element, "PERSISTEDVIEW") or "").lower(),
        ) or ((child_text(element, "ISINVOICE") or "").lower() == "yes")
        lines = self._lines(kind, day, invoice)
        entries = self._entries(invoice, day)
        self._check(kind, entries, lines, invoice)
        number = self._number(kind, sent_number, day, target, optional)
        party = self._party(kind, entries, target)
        if target is not None:
            company.remove(target)
            voucher = target
        else:
            company.last_voucher_id += 1
            voucher = Voucher(id=company.last_voucher_id, alter_id=0, date=day, type=kind, remote_key=self.key)
        voucher.date, voucher.type, voucher.number, voucher.party = day, kind, number, party
        voucher.entries, voucher.lines = tuple(entries), tuple(lines)
        voucher.optional, voucher.cancelled, voucher.invoice_view = optional, False, invoice
        # Omitted scalars are kept on a second create.
        for tag, attribute in (("NARRATION", "narration"), ("REFERENCE", "reference"), ("PLACEOFSUPPLY", "place")):
            found = child(element, tag)
            if found is not None:
                setattr(voucher, attribute, text_of(found))
        self._party_details(voucher)
        voucher.alter_id = company.touch_voucher()
        company.insert(voucher)
        if kind.renumbers:
            company.renumber(kind, day)
        self.counts.lastvchid = voucher.id
        if target is None:
            self.counts.created += 1
        else:
            self.counts.altered += 1

    def _party_details(self, voucher: Voucher) -> None:
        """What was sent of the party and of the company's registration; of a voucher entered on screen the rest stays."""
        sent = {tag: text for tag in PARTY_TAGS if (text := child_text(self.element, tag)) is not None}
        address = child(self.element, "ADDRESS.LIST")
        if address is not None:
            sent["ADDRESS"] = "\n".join(text_of(row).strip() for row in children(address, "ADDRESS"))
        if sent or not voucher.alter_id:
            voucher.sent = {**(voucher.sent or {}), **sent}
        registration = child_text(self.element, "GSTREGISTRATION")
        if registration is not None:
            voucher.registration = (registration, child_text(self.element, "CMPGSTIN") or "")

    def _type(self, target: Voucher | None) -> VoucherType:
        name = (
            child_text(self.element, "VOUCHERTYPENAME")
            or self.element.get("VCHTYPE")
            or (target.type.name if target else "")
        )
        kind = self.company.voucher_types.get(fold(name))
        if kind is None:
            raise Refused(f"Voucher Type '{name}' does not exist!")
        # An alteration by number goes to whatever voucher has it; VCHTYPE is ignored.
        return target.type if target is not None and self.action == "alter" else kind

    def _day(self, kind: VoucherType, number: str, target: Voucher | None) -> int:
        text = child_text(self.element, "DATE") or self.element.get("DATE") or ""
        day = parse_date(text) or (target.date if target and not text else 0)
        # Misleading on purpose: Educational mode says this of a date that is there but not allowed.
        missing = (
            f"Voucher date is missing for: '{kind.name}' voucher {number or 'No. not available'}. "
            "[Verify the data, resolve any errors, and retry Split.]"
        )
        if not day or (self.program.educational and not educational_day(day)):
            raise Refused(missing)
        if day < self.company.books_from:
            raise Refused("Out of Range")
        return day

    def _ledger(self, name: str) -> Ledger:
        ledger = self.company.find_ledger(name)
        if ledger is None:
            raise Refused(f"Ledger '{name}' does not exist!")
        return ledger

    # -- stock lines --------------------------------------------------------------------------------------------------

    def _lines(self, kind: VoucherType, day: int, invoice: bool) -> list[Line]:
        rows = children(self.element, "ALLINVENTORYENTRIES.LIST") + children(self.element, "INVENTORYENTRIES.LIST")
        lines = [self._line(row, kind, day, None) for row in rows if len(row)]
        if not invoice:
            for entry in children(self.element, "ALLLEDGERENTRIES.LIST"):
                allocations = children(entry, "INVENTORYALLOCATIONS.LIST")
                ledger = self._ledger(child_text(entry, "LEDGERNAME") or "") if allocations else None
                lines += [self._line(row, kind, day, ledger) for row in allocations]
        return lines

    def _line(self, row: ET.Element, kind: VoucherType, day: int, ledger: Ledger | None) -> Line:
        name = child_text(row, "STOCKITEMNAME") or ""
        item = self.company.find_item(name)
        if item is None:
            raise Refused(f"Stock Item '{name}' does not exist!")
        batch = child(row, "BATCHALLOCATIONS.LIST")
        godown = (child_text(batch, "GODOWNNAME") or "") if batch is not None else ""
        self._check_godown(godown)
        order_no, due, due_text = self._order(batch, kind, day)
        accounting = child(row, "ACCOUNTINGALLOCATIONS.LIST")
        if accounting is not None:
            ledger = self._ledger(child_text(accounting, "LEDGERNAME") or "")
        value = parse_amount(child_text(row, "AMOUNT") or "") or 0
        if not value and kind.kind in ORDER_KINDS:
            raise Refused("")
        quantity = parse_stock_quantity(child_text(row, "BILLEDQTY") or child_text(row, "ACTUALQTY") or "", item)
        rate = parse_amount((child_text(row, "RATE") or "").split("/")[0]) or 0
        discount = parse_amount(child_text(row, "DISCOUNT") or "") or 0
        # HSN comes from the item, whatever was sent.
        code = item.hsn[-1].code if item.hsn else ""
        batch_name = (child_text(batch, "BATCHNAME") or "Primary Batch") if batch is not None else "Primary Batch"
        return Line(
            item,
            quantity,
            rate,
            value,
            ledger,
            discount,
            code,
            self._rate(row, item, day),
            godown,
            batch_name,
            order_no,
            due,
            due_text,
        )

    def _check_godown(self, godown: str) -> None:
        known = self.company.godowns
        if godown.lower() == "any" and self.quirks.any_godown_refused:
            raise Refused("")
        if self.company.multi_godown and fold(godown) not in known and godown.lower() != "any":
            raise Refused("" if self.quirks.missing_godown_is_silent else f"Godown '{godown}' does not exist!")
        if godown and godown.lower() != "any" and fold(godown) not in known:
            raise Refused(f"Godown '{godown}' does not exist!")

    def _order(self, batch: ET.Element | None, kind: VoucherType, day: int) -> tuple[str, int, str]:
        """An order needs its number and due date in each line's batch allocation: number, day, and a period as it was sent."""
        number = (child_text(batch, "ORDERNO") or "") if batch is not None else ""
        due_text = (child_text(batch, "ORDERDUEDATE") or "") if batch is not None else ""
        if kind.kind not in ORDER_KINDS:
            return number.replace("\x04 Not Applicable", ""), parse_date(due_text) or 0, ""
        period = due_text.lower().endswith("days")
        bad = not number or not due_text or (self.quirks.order_due_date_words_only and not DUE_WORDS.match(due_text))
        if (bad or (self.quirks.order_due_in_days_only and not period)) and self.quirks.bad_order_number:
            raise Refused("Bad Order Number in Voucher!")
        if period:
            return number, day + int(due_text.split()[0]), due_text
        return number, parse_date(due_text) or 0, ""

    def _rate(self, row: ET.Element, item: Item, day: int) -> int:
        """The GST rate: from RATEDETAILS (IGST, or twice CGST), else the item's."""
        heads = {
            child_text(one, "GSTRATEDUTYHEAD") or "": parse_amount(child_text(one, "GSTRATE") or "") or 0
            for one in children(row, "RATEDETAILS.LIST")
        }
        return heads.get("IGST") or 2 * heads.get("CGST", 0) or item.tax_on(day).rate

    # -- ledger lines -------------------------------------------------------------------------------------------------

    def _entries(self, invoice: bool, day: int) -> list[Entry]:
        # In invoice view ALLLEDGERENTRIES are discarded.
        rows = children(self.element, "LEDGERENTRIES.LIST")
        if not invoice:
            rows = children(self.element, "ALLLEDGERENTRIES.LIST") + rows
        entries = []
        for row in rows:
            ledger = self._ledger(child_text(row, "LEDGERNAME") or "")
            value = parse_amount(child_text(row, "AMOUNT") or "") or 0
            if children(row, "INVENTORYALLOCATIONS.LIST") and not invoice:
                continue  # its amount comes back as the stock lines' sales side
            if not value and (child_text(row, "REMOVEZEROENTRIES") or "Yes").lower() != "no":
                continue
            party = (child_text(row, "ISPARTYLEDGER") or "").lower() == "yes"
            bank = child(row, "BANKALLOCATIONS.LIST")
            centre = child_text(row, "CATEGORYALLOCATIONS.LIST", "COSTCENTREALLOCATIONS.LIST", "NAME") or ""
            entries.append(Entry(ledger, value, self._bills(row, ledger, day), _bank(bank, value), party, "", centre))
        return entries

    def _bills(self, row: ET.Element, ledger: Ledger, day: int) -> tuple[Bill, ...]:
        """Bill allocations as Tally keeps them: none without bill-wise, dates and kinds rewritten."""
        if not ledger.billwise:
            return ()
        bills = []
        for one in children(row, "BILLALLOCATIONS.LIST"):
            if not len(one):
                continue
            name, kind = child_text(one, "NAME") or "", child_text(one, "BILLTYPE") or "New Ref"
            value = parse_amount(child_text(one, "AMOUNT") or "") or 0
            digits = re.match(r"\d+", child_text(one, "BILLCREDITPERIOD") or "")
            known = self._bill_date(ledger, name) if kind in ("Agst Ref", "Advance") else 0
            if kind == "On Account":
                name = ""
            elif kind == "Advance" and known:
                kind = "Agst Ref"
            bills.append(Bill(name, kind, value, int(digits[0]) if digits else 0, known or day))
        return tuple(bills)

    def _bill_date(self, ledger: Ledger, name: str) -> int:
        for voucher in self.company.vouchers.values():
            # A bill is not known by the voucher that is just being replaced.
            for entry in voucher.entries if voucher is not self.target else ():
                if entry.ledger is ledger and any(bill.name == name for bill in entry.bills):
                    return voucher.date
        return 0

    # -- the whole ----------------------------------------------------------------------------------------------------

    def _check(self, kind: VoucherType, entries: list[Entry], lines: list[Line], invoice: bool) -> None:
        if invoice and not lines and kind.kind in ("Sales", "Purchase"):
            raise Refused("")  # a sale without items in invoice view: EXCEPTIONS 1 and no text
        if not entries and not lines:
            raise Refused("No Entries in Voucher!")
        sides = [entry.amount for entry in entries] + [line.amount for line in lines if line.ledger is not None]
        if sum(sides):
            debit, credit = -sum(v for v in sides if v < 0), sum(v for v in sides if v > 0)
            raise Refused(f"Voucher totals do not match! Dr. {amount(debit)} Cr {amount(credit)}")

    def _number(self, kind: VoucherType, sent: str, day: int, target: Voucher | None, optional: bool) -> str:
        """Automatic numbering discards what was sent; manual needs it and may silently refuse a second one."""
        if kind.method == "Automatic":
            same = target is not None and target.type is kind and financial_year(target.date) == financial_year(day)
            return target.number if same and target is not None else self.company.next_number(kind, day)
        number = sent or (target.number if target else "")
        if not number and not optional:
            raise Refused("Voucher Number cannot be left BLANK!")
        if (
            kind.prevent_duplicates
            and not optional
            and self.company.number_taken(kind, number, target.id if target else 0)
        ):
            raise Refused("")
        return number

    def _party(self, kind: VoucherType, entries: list[Entry], target: Voucher | None) -> Ledger | None:
        """The party; of receipts and payments the bank or cash ledger, whatever PARTYLEDGERNAME was sent."""
        if kind.kind in ("Receipt", "Payment"):
            for entry in entries:
                if entry.ledger.under("Bank Accounts") or entry.ledger.under("Cash-in-Hand"):
                    return entry.ledger
        name = child_text(self.element, "PARTYLEDGERNAME")
        if name:
            return self._ledger(name)
        return next((entry.ledger for entry in entries if entry.party), target.party if target else None)


def _bank(row: ET.Element | None, value: int) -> Bank | None:
    if row is None or not len(row):
        return None
    day = parse_date(child_text(row, "INSTRUMENTDATE") or child_text(row, "DATE") or "") or 0
    return Bank(
        child_text(row, "TRANSACTIONTYPE") or "",
        child_text(row, "INSTRUMENTNUMBER") or "",
        day,
        child_text(row, "PAYMENTFAVOURING") or child_text(row, "NAME") or "",
        child_text(row, "UNIQUEREFERENCENUMBER") or "",
        parse_amount(child_text(row, "AMOUNT") or "") or value,
    )


def parse_stock_quantity(text: str, item: Item) -> int:
    """Thousandths of a quantity; ``3 Dzn 6 Pcs`` counts in the smaller unit."""
    text = text.split("=", maxsplit=1)[0]
    numbers = re.findall(r"(-?[\d,]+(?:\.\d+)?)\s*([^\d\s-]\S*)?", text)
    total = 0
    for figure, unit in numbers:
        whole, _, part = figure.replace(",", "").lstrip("-").partition(".")
        milli = int(whole) * 1000 + int((part + "000")[:3])
        if item.unit.conversion and unit and fold(unit) == fold(item.unit.first):
            milli *= item.unit.conversion
        total += -milli if figure.startswith("-") else milli
    return total
