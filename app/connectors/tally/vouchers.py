"""Sales orders, sales invoices and receipts as records, from the collection form and from the Object form alike.

(docs/protocols/tally.md: Responses) An item invoice holds three lists that overlap. The stock lines are taken from
ALLINVENTORYENTRIES; all else from *one* list of ledger entries. In a collection that is ALLLEDGERENTRIES, which repeats the
stock lines as aggregated sales entries; in an Object export LEDGERENTRIES, which does not. Which of the two it is the sums
tell: debits and credits of a complete list are equal. Amounts are trusted as they are signed, never the flags beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from lxml import etree

from app.connectors.tally import values
from app.connectors.tally.answers import parse_piece
from app.connectors.tally.folding import bill_key, fold_name
from app.connectors.tally.masters import gst_rate
from app.connectors.tally.roles import Role, Roles
from app.model.errors import ConnectorError
from app.model.records import RemoteRecord

ORDER, SALE, RECEIPT = "Sales Order", "Sales", "Receipt"
MODULES = (ORDER, SALE, RECEIPT)

_LINES = "ALLINVENTORYENTRIES"
_ENTRIES = "ALLLEDGERENTRIES"
IDENTITY_LEAVES = ("MASTERID", "ALTERID", "DATE", "VOUCHERTYPENAME", "VOUCHERNUMBER")
_HEAD_LEAVES = (
    "GUID", *IDENTITY_LEAVES, "PARTYLEDGERNAME", "REFERENCE", "NARRATION", "PLACEOFSUPPLY", "ISCANCELLED", "ISOPTIONAL",
)
_ENTRY_LEAVES = tuple(f"{_ENTRIES}.{leaf}" for leaf in ("LEDGERNAME", "AMOUNT"))
_BILL_LEAVES = tuple(f"{_ENTRIES}.BILLALLOCATIONS.{leaf}" for leaf in ("NAME", "BILLTYPE", "BILLCREDITPERIOD", "AMOUNT"))
_BANK_LEAVES = tuple(f"{_ENTRIES}.BANKALLOCATIONS.{leaf}" for leaf in ("TRANSACTIONTYPE", "INSTRUMENTNUMBER", "INSTRUMENTDATE"))
_LINE_LEAVES = tuple(
    f"{_LINES}.{leaf}"
    for leaf in (
        "STOCKITEMNAME", "GSTHSNNAME", "RATE", "DISCOUNT", "AMOUNT", "BILLEDQTY", "ACCOUNTINGALLOCATIONS.LEDGERNAME",
        "ACCOUNTINGALLOCATIONS.AMOUNT", "RATEDETAILS.GSTRATEDUTYHEAD", "RATEDETAILS.GSTRATE",
    )
)
_DUE_LEAF = f"{_LINES}.BATCHALLOCATIONS.ORDERDUEDATE"

#: The fields of each module, derived by us; the mapping editor offers them.
_DOCUMENT_FIELDS = (
    "GUID", "VOUCHERNUMBER", "DATE", "PARTY", "PARTYNAME", "CUSTOMPARTY", "REFERENCE", "NARRATION", "STATUS", "DUEDATE", "VOUCHERTYPENAME",
    "LINES", "TAXES", "ROUNDOFF", "SUBTOTAL", "TAXTOTAL", "TOTAL",
)
FIELDS_OF: dict[str, tuple[str, ...]] = {
    ORDER: _DOCUMENT_FIELDS,
    SALE: (*_DOCUMENT_FIELDS, "PLACEOFSUPPLY", "BALANCEDUE"),
    RECEIPT: (
        "GUID", "VOUCHERNUMBER", "DATE", "PARTY", "PARTYNAME", "CUSTOMPARTY", "NARRATION", "STATUS", "VOUCHERTYPENAME", "AMOUNT",
        "ACCOUNT", "MODE", "INSTRUMENTNUMBER", "INSTRUMENTDATE", "ALLOCATIONS",
    ),
}

_MARKER = re.compile(r"\s*\[SMS:([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})\]\s*\Z")
_PERCENT = re.compile(r"([0-9]+(?:\.[0-9]+)?)\s*%")
_KIND = {"agst ref": "against", "new ref": "new", "advance": "advance", "on account": "on_account"}


def leaves_for(modules: Iterable[str], *, due_dates: bool = True) -> tuple[str, ...]:
    """The leaves that the records of ``modules`` are made of, each named in full from the voucher: lists below lists come
    back empty or wrong otherwise (docs/protocols/tally.md: Requests)."""
    wanted = set(modules)
    leaves = [*_HEAD_LEAVES, *_ENTRY_LEAVES, *_BILL_LEAVES]
    if wanted & {ORDER, SALE}:
        leaves += _LINE_LEAVES
    if ORDER in wanted and due_dates:
        leaves.append(_DUE_LEAF)
    if RECEIPT in wanted:
        leaves += _BANK_LEAVES
    return tuple(leaves)


# -- rates of lines: the same few blocks of text over and over ------------------------------------------------------

_RATES_OPEN, _RATES_CLOSE, _LINE_CLOSE = b"<RATEDETAILS.LIST>", b"</RATEDETAILS.LIST>", b"</ALLINVENTORYENTRIES.LIST>"
_RATE_TAG = "SMSRATE"
_MOST_BLOCKS = 2_000


class RateCompactor:
    """Replaces a stock line's block of RATEDETAILS by our own short element before parsing.

    Five heads with two leaves each are two fifths of an invoice's bytes, and a book knows a dozen different blocks: each is
    parsed once and recognised by its bytes from then on.
    """

    def __init__(self) -> None:
        self._short: dict[bytes, bytes | None] = {}

    def __call__(self, piece: bytes) -> bytes:
        at = piece.find(_RATES_OPEN)
        if at < 0:
            return piece
        parts: list[bytes] = []
        done = 0
        while at >= 0:
            line_end = piece.find(_LINE_CLOSE, at)
            end = piece.rfind(_RATES_CLOSE, at, line_end) + len(_RATES_CLOSE) if line_end >= 0 else -1
            if end <= at:
                break
            block = piece[at:end]
            short = self._short.get(block) or self._learn(block)
            if short is not None:
                parts += (piece[done:at], short)
                done = end
            at = piece.find(_RATES_OPEN, end)
        parts.append(piece[done:])
        return b"".join(parts)

    def _learn(self, block: bytes) -> bytes | None:
        if block in self._short:
            return self._short[block]
        if len(self._short) >= _MOST_BLOCKS:
            self._short.clear()
        try:
            rows = list(parse_piece(block))
        except ConnectorError:
            rows = []
        short = None
        if rows and all(row.tag == "RATEDETAILS.LIST" for row in rows):
            rate = _rate_of(rows)
            short = f"<{_RATE_TAG}>{rate or ''}</{_RATE_TAG}>".encode()
        self._short[block] = short
        return short


def _rate_of(rows: Iterable[etree._Element]) -> str | None:
    return gst_rate((row.findtext("GSTRATEDUTYHEAD"), row.findtext("GSTRATE")) for row in rows)


# -- one voucher's parts ------------------------------------------------------------------------------------------


class _Line:
    """A stock line as Tally has it."""

    __slots__ = ("allocations", "amount", "discount", "due", "gst", "hsn", "item", "quantity", "rate")

    def __init__(self, element: etree._Element) -> None:
        self.item = self.hsn = self.rate = self.discount = self.quantity = self.gst = self.due = None
        self.amount: str | None = None
        self.allocations: list[tuple[str, int]] = []
        rows: list[etree._Element] = []
        for child in element.iterchildren(*_LINE_TAGS):
            tag = child.tag
            if tag == "AMOUNT":
                self.amount = values.money(child.text)
            elif tag == "ACCOUNTINGALLOCATIONS.LIST":
                ledger = child.findtext("LEDGERNAME")
                if ledger:
                    self.allocations.append((ledger, values.scaled(values.money(child.findtext("AMOUNT")))))
            elif tag == "RATEDETAILS.LIST":
                rows.append(child)
            elif tag == "BATCHALLOCATIONS.LIST":
                self._take_due(child)
            else:
                setattr(self, _LINE_SLOT[tag], child.text)
        if rows:
            self.gst = _rate_of(rows)

    def _take_due(self, batch: etree._Element) -> None:
        due = batch.findtext("ORDERDUEDATE")
        if due and (self.due is None or due != self.due):
            self.due = due if self.due is None else min(self.due, due, key=lambda one: values.due_day(one, "0001-01-01") or "")


_LINE_SLOT = {
    "STOCKITEMNAME": "item", "GSTHSNNAME": "hsn", "RATE": "rate", "DISCOUNT": "discount", "BILLEDQTY": "quantity", _RATE_TAG: "gst",
}
_LINE_TAGS = (*_LINE_SLOT, "AMOUNT", "ACCOUNTINGALLOCATIONS.LIST", "RATEDETAILS.LIST", "BATCHALLOCATIONS.LIST")


class _Entry:
    """A ledger entry as Tally has it; ``amount`` scaled, credit positive."""

    __slots__ = ("amount", "bank", "bills", "ledger", "stock")

    def __init__(self, element: etree._Element) -> None:
        self.ledger = ""
        self.amount = 0
        self.bills: list[etree._Element] = []
        self.bank: etree._Element | None = None
        self.stock: list[etree._Element] = []
        for child in element.iterchildren(*_ENTRY_TAGS):
            tag = child.tag
            if tag == "LEDGERNAME":
                self.ledger = values.text(child.text) or ""
            elif tag == "AMOUNT":
                self.amount = values.scaled(values.money(child.text))
            elif not len(child):
                continue
            elif tag == "BILLALLOCATIONS.LIST":
                self.bills.append(child)
            elif tag == "BANKALLOCATIONS.LIST":
                self.bank = child if self.bank is None else self.bank
            else:
                self.stock.append(child)


_ENTRY_TAGS = ("LEDGERNAME", "AMOUNT", "BILLALLOCATIONS.LIST", "BANKALLOCATIONS.LIST", "INVENTORYALLOCATIONS.LIST")
_HEAD_TAGS = frozenset(_HEAD_LEAVES)
_VOUCHER_TAGS = (*_HEAD_LEAVES, f"{_LINES}.LIST", f"{_ENTRIES}.LIST", "LEDGERENTRIES.LIST")


class _Voucher:
    """A voucher element taken apart."""

    __slots__ = ("entries", "head", "lines")

    def __init__(self, element: etree._Element) -> None:
        self.head: dict[str, str | None] = {}
        lines: list[_Line] = []
        every: list[_Entry] = []
        own: list[_Entry] = []
        for child in element.iterchildren(*_VOUCHER_TAGS):
            tag = child.tag
            if tag in _HEAD_TAGS:
                self.head[tag] = child.text
            elif not len(child):
                continue
            elif tag == "ALLLEDGERENTRIES.LIST":
                every.append(_Entry(child))
            elif tag == "LEDGERENTRIES.LIST":
                own.append(_Entry(child))
            else:
                lines.append(_Line(child))
        # Where both lists are there, the one that holds everything.
        self.entries = every or own
        self.lines = lines or self._lines_inside()

    def _lines_inside(self) -> list[_Line]:
        """The accounting form of a sale with stock: its lines hang below the sales ledger."""
        lines = []
        for entry in self.entries:
            for element in entry.stock:
                line = _Line(element)
                line.allocations = line.allocations or [(entry.ledger, values.scaled(line.amount))]
                lines.append(line)
        return lines


def _without_stock(entries: Sequence[_Entry], lines: Sequence[_Line], roles: Roles) -> list[tuple[_Entry, int]]:
    """The entries with the part of their amount that does not stand in a stock line as well."""
    stock = sum(values.scaled(line.amount) for line in lines)
    if not lines or (sum(entry.amount for entry in entries) != 0 and sum(entry.amount for entry in entries) + stock == 0):
        return [(entry, entry.amount) for entry in entries]
    left: dict[str, int] = {}
    loose = 0
    for line in lines:
        for ledger, amount in line.allocations:
            left[ledger] = left.get(ledger, 0) + amount
        loose += values.scaled(line.amount) - sum(amount for _, amount in line.allocations)
    return [(entry, _take(entry, left, roles, loose)) for entry in entries]


def _take(entry: _Entry, left: dict[str, int], roles: Roles, loose: int) -> int:
    """What remains of ``entry`` once the stock lines posted to its ledger are taken off."""
    share = left.pop(entry.ledger, 0)
    if not share and loose and not left and roles.role(entry.ledger) is Role.INCOME and entry.amount == loose:
        return 0
    return entry.amount - share


# -- records ------------------------------------------------------------------------------------------------------


class VoucherReader:
    """Voucher elements to records, for books whose ledgers have ``roles``."""

    def __init__(self, roles: Roles) -> None:
        self._roles = roles

    def module_of(self, element: etree._Element) -> str | None:
        return self._roles.module_of(element.findtext("VOUCHERTYPENAME") or "")

    def record(self, element: etree._Element) -> RemoteRecord | None:
        """The record, or ``None`` for a voucher of no module of ours. Raises ``ValueError`` for a value of no known form."""
        voucher = _Voucher(element)
        head = voucher.head
        kind = values.text(head.get("VOUCHERTYPENAME")) or ""
        module = self._roles.module_of(kind)
        if module is None:
            return None
        when = values.day(head.get("DATE"))
        narration, hub_key = split_marker(values.text(head.get("NARRATION")))
        number = values.text(head.get("VOUCHERNUMBER"))
        fields: dict[str, Any] = {
            "GUID": head.get("GUID"),
            "VOUCHERNUMBER": number,
            "DATE": when,
            "NARRATION": narration,
            "STATUS": _status(head),
            "VOUCHERTYPENAME": kind,
        }
        key = None
        if module == RECEIPT:
            self._receipt(voucher, fields)
        else:
            bill = self._document(voucher, module, fields)
            if module == SALE and fields["PARTYNAME"]:
                key = bill_key(fields["PARTYNAME"], bill or number or "")
        return RemoteRecord(
            module, str(values.whole(head.get("MASTERID"))), str(values.whole(head.get("ALTERID"))), fields, key=key, label=number or "",
            sweep_key=when, hub_key=hub_key,
        )

    # -- orders and invoices --------------------------------------------------------------------------------------

    def _document(self, voucher: _Voucher, module: str, fields: dict[str, Any]) -> str | None:
        """Fill an order's or invoice's fields; answers the name of its bill."""
        head, entries = voucher.head, voucher.entries
        party = self._party(entries, values.text(head.get("PARTYLEDGERNAME")))
        self._name_party(fields, party)
        fields["REFERENCE"] = values.text(head.get("REFERENCE"))
        if module == SALE:
            fields["PLACEOFSUPPLY"] = values.text(head.get("PLACEOFSUPPLY"))
        lines = [self._stock_line(line) for line in voucher.lines]
        taxes: list[dict[str, Any]] = []
        rounding = tax_total = 0
        subtotal = sum(values.scaled(line.amount) for line in voucher.lines)
        for entry, amount in _without_stock(entries, voucher.lines, self._roles):
            if entry.ledger == party or not amount:
                continue
            role = self._roles.role(entry.ledger)
            if role is Role.ROUNDING:
                rounding += amount
            elif role is Role.TAX:
                tax_total += amount
                taxes.append({"NAME": entry.ledger, "RATE": _named_rate(entry.ledger), "AMOUNT": values.unscaled(amount)})
            else:
                subtotal += amount
                lines.append(_ledger_line(entry.ledger, amount))
        owed = [entry for entry in entries if entry.ledger == party]
        fields["LINES"], fields["TAXES"] = lines, taxes
        known = bool(entries)
        fields["SUBTOTAL"] = values.unscaled(subtotal) if known or lines else None
        fields["TAXTOTAL"] = values.unscaled(tax_total) if known else None
        fields["ROUNDOFF"] = values.unscaled(rounding) if known else None
        fields["TOTAL"] = values.unscaled(-sum(entry.amount for entry in owed)) if owed else None
        bill, fields["DUEDATE"] = _new_bill(owed, fields["DATE"])
        if module == ORDER:
            fields["DUEDATE"] = min((day for line in voucher.lines if (day := values.due_day(line.due, fields["DATE"]))), default=None)
        return bill

    def _party(self, entries: Sequence[_Entry], named: str | None) -> str | None:
        """The ledger that owes: a customer before all others, since PARTYLEDGERNAME may name the bank."""
        customers = [entry.ledger for entry in entries if self._roles.is_customer(entry.ledger)]
        if customers:
            return named if named in customers else customers[0]
        if named and (not entries or any(entry.ledger == named for entry in entries)):
            return named
        debit = next((entry.ledger for entry in entries if entry.amount < 0 and self._roles.role(entry.ledger) is not Role.ROUNDING), None)
        return debit or (entries[0].ledger if entries else named)

    def _name_party(self, fields: dict[str, Any], party: str | None) -> None:
        customer = party is not None and self._roles.is_customer(party)
        fields["PARTY"] = fold_name(party) if customer and party else None
        fields["PARTYNAME"] = party
        fields["CUSTOMPARTY"] = None if customer else party

    def _stock_line(self, line: _Line) -> dict[str, Any]:
        item = values.text(line.item)
        price, per = values.rate(line.rate)
        quantity, unit = values.quantity(line.quantity, self._roles.conversions, per)
        return {
            "STOCKITEM": fold_name(item) if item else None,
            "STOCKITEMNAME": item,
            "DESCRIPTION": None,
            "GSTHSNNAME": values.text(line.hsn),
            "BILLEDQTY": quantity,
            "UNIT": unit,
            "RATE": price,
            "DISCOUNT": values.number(line.discount),
            "GSTRATE": line.gst,
            "AMOUNT": line.amount,
            "LEDGERNAME": line.allocations[0][0] if line.allocations else None,
        }

    # -- receipts -------------------------------------------------------------------------------------------------

    def _receipt(self, voucher: _Voucher, fields: dict[str, Any]) -> None:
        entries = voucher.entries
        payer = self._payer(entries, values.text(voucher.head.get("PARTYLEDGERNAME")))
        self._name_party(fields, payer)
        paid = [entry for entry in entries if entry.ledger == payer]
        account = self._account(entries, payer)
        bank = account.bank if account is not None else None
        fields["AMOUNT"] = values.unscaled(sum(entry.amount for entry in paid)) if paid else None
        fields["ACCOUNT"] = account.ledger if account is not None else None
        fields["MODE"] = _text_of(bank, "TRANSACTIONTYPE")
        fields["INSTRUMENTNUMBER"] = _text_of(bank, "INSTRUMENTNUMBER")
        fields["INSTRUMENTDATE"] = values.day(bank.findtext("INSTRUMENTDATE")) if bank is not None else None
        fields["ALLOCATIONS"] = [_allocation(bill, payer or "") for entry in paid for bill in entry.bills]

    def _payer(self, entries: Sequence[_Entry], named: str | None) -> str | None:
        """Who paid, by the ledgers' roles: on a receipt PARTYLEDGERNAME may be the bank (docs/protocols/tally.md: Responses)."""
        credits_ = [entry for entry in entries if entry.amount > 0]
        customers = [entry.ledger for entry in (*credits_, *entries) if self._roles.is_customer(entry.ledger)]
        if customers:
            return named if named in customers else customers[0]
        others = [entry.ledger for entry in credits_ if self._roles.role(entry.ledger) is not Role.BANK]
        if named in others:
            return named
        if others or credits_:
            return others[0] if others else credits_[0].ledger
        return named

    def _account(self, entries: Sequence[_Entry], payer: str | None) -> _Entry | None:
        """Where the money went."""
        debits = [entry for entry in entries if entry.amount < 0 and entry.ledger != payer]
        banks = [entry for entry in debits if self._roles.role(entry.ledger) is Role.BANK]
        return next(iter(banks or debits), None)


def split_marker(narration: str | None) -> tuple[str | None, str | None]:
    """A narration without our key at its end, and that key."""
    match = _MARKER.search(narration) if narration and "[SMS:" in narration else None
    if match is None or narration is None:
        return narration, None
    return narration[: match.start()] or None, match[1].lower()


def _status(head: dict[str, str | None]) -> str:
    if values.logical(head.get("ISCANCELLED")):
        return "cancelled"
    return "draft" if values.logical(head.get("ISOPTIONAL")) else "posted"


def _named_rate(ledger: str) -> str | None:
    """The rate that a tax ledger's name states; Tally keeps none with the entry."""
    match = _PERCENT.search(ledger)
    return values.number(match[1]) if match else None


def _ledger_line(ledger: str, amount: int) -> dict[str, Any]:
    return {
        "STOCKITEM": None, "STOCKITEMNAME": None, "DESCRIPTION": ledger, "GSTHSNNAME": None, "BILLEDQTY": None, "UNIT": None, "RATE": None,
        "DISCOUNT": None, "GSTRATE": None, "AMOUNT": values.unscaled(amount), "LEDGERNAME": ledger,
    }


def _new_bill(owed: Sequence[_Entry], when: str | None) -> tuple[str | None, str | None]:
    """Name and due date of the first new reference among the party's entries."""
    for entry in owed:
        for bill in entry.bills:
            if (bill.findtext("BILLTYPE") or "").strip().lower() == "new ref":
                return values.text(bill.findtext("NAME")), values.due_day(bill.findtext("BILLCREDITPERIOD"), when) or when
    return None, None


def _allocation(bill: etree._Element, party: str) -> dict[str, Any]:
    name = _text_of(bill, "NAME")
    said = (bill.findtext("BILLTYPE") or "").strip().lower()
    kind = _KIND.get(said, said.replace(" ", "_") or None)
    return {
        "INVOICE": bill_key(party, name) if kind == "against" and name else None,
        "NAME": name,
        "KIND": kind,
        "AMOUNT": values.money(bill.findtext("AMOUNT")),
    }


def _text_of(element: etree._Element | None, tag: str) -> str | None:
    return None if element is None else values.text(element.findtext(tag))


def touched(element: etree._Element) -> tuple[set[str], set[str]]:
    """The ledgers and the stock items that a voucher of any type moves."""
    voucher = _Voucher(element)
    ledgers = {entry.ledger for entry in voucher.entries if entry.ledger}
    ledgers.update(ledger for line in voucher.lines for ledger, _ in line.allocations)
    items = {item for line in voucher.lines if (item := values.text(line.item))}
    return ledgers, items
