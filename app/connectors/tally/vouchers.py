"""Sales orders, sales invoices and receipts as records, from the collection form and from the Object form alike.

(docs/protocols/tally.md: Responses) An item invoice holds three lists that overlap. The stock lines are taken from
ALLINVENTORYENTRIES; all else from *one* list of ledger entries. In a collection that is ALLLEDGERENTRIES, which
repeats the stock lines as aggregated sales entries; in an Object export LEDGERENTRIES, which does not. Which of the
two it is the sums tell: debits and credits of a complete list are equal. Amounts are trusted as they are signed,
never the flags beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from lxml import etree

from app.connectors.tally import values
from app.connectors.tally.answers import parse_piece
from app.connectors.tally.folding import fold_name
from app.connectors.tally.lines import LineReader, Raw
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
    "GUID",
    *IDENTITY_LEAVES,
    "PARTYLEDGERNAME",
    "REFERENCE",
    "NARRATION",
    "PLACEOFSUPPLY",
    "ISCANCELLED",
    "ISOPTIONAL",
)
_ENTRY_LEAVES = tuple(f"{_ENTRIES}.{leaf}" for leaf in ("LEDGERNAME", "AMOUNT"))
_BILL_LEAVES = tuple(
    f"{_ENTRIES}.BILLALLOCATIONS.{leaf}" for leaf in ("NAME", "BILLTYPE", "BILLCREDITPERIOD", "AMOUNT")
)
_BANK_LEAVES = tuple(
    f"{_ENTRIES}.BANKALLOCATIONS.{leaf}" for leaf in ("TRANSACTIONTYPE", "INSTRUMENTNUMBER", "INSTRUMENTDATE")
)
_LINE_LEAVES = tuple(
    f"{_LINES}.{leaf}"
    for leaf in (
        "STOCKITEMNAME",
        "GSTHSNNAME",
        "RATE",
        "DISCOUNT",
        "AMOUNT",
        "BILLEDQTY",
        "ACCOUNTINGALLOCATIONS.LEDGERNAME",
        "ACCOUNTINGALLOCATIONS.AMOUNT",
        "RATEDETAILS.GSTRATEDUTYHEAD",
        "RATEDETAILS.GSTRATE",
    )
)
_DUE_LEAF = f"{_LINES}.BATCHALLOCATIONS.ORDERDUEDATE"

#: The fields of each module, derived by us; the mapping editor offers them.
_DOCUMENT_FIELDS = (
    "GUID",
    "VOUCHERNUMBER",
    "DATE",
    "PARTY",
    "PARTYNAME",
    "CUSTOMPARTY",
    "REFERENCE",
    "NARRATION",
    "STATUS",
    "DUEDATE",
    "VOUCHERTYPENAME",
    "LINES",
    "TAXES",
    "ROUNDOFF",
    "SUBTOTAL",
    "TAXTOTAL",
    "TOTAL",
)
FIELDS_OF: dict[str, tuple[str, ...]] = {
    ORDER: _DOCUMENT_FIELDS,
    SALE: (*_DOCUMENT_FIELDS, "PLACEOFSUPPLY", "BALANCEDUE"),
    RECEIPT: (
        "GUID",
        "VOUCHERNUMBER",
        "DATE",
        "PARTY",
        "PARTYNAME",
        "CUSTOMPARTY",
        "NARRATION",
        "STATUS",
        "VOUCHERTYPENAME",
        "AMOUNT",
        "ACCOUNT",
        "MODE",
        "INSTRUMENTNUMBER",
        "INSTRUMENTDATE",
        "ALLOCATIONS",
    ),
}

_MARKER = re.compile(r"\s*\[SMS:([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})\]\s*\Z")
_PERCENT = re.compile(r"([0-9]+(?:\.[0-9]+)?)\s*%")
_KIND = {"agst ref": "against", "new ref": "new", "advance": "advance", "on account": "on_account"}


def leaves_for(modules: Iterable[str], *, due_dates: bool = True) -> tuple[str, ...]:
    """The leaves that the records of ``modules`` are made of, each named in full from the voucher: lists below lists
    come back empty or wrong otherwise (docs/protocols/tally.md: Requests)."""
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

_RATES_OPEN, _RATES_CLOSE, _LINE_CLOSE = b"<RATEDETAILS.LIST>", b"</RATEDETAILS.LIST>", b"ENTRIES.LIST>"
_RATE_TAG = "SMSRATE"
_MOST_BLOCKS = 2_000


class RateCompactor:
    """Replaces a stock line's block of RATEDETAILS by our own short element before parsing.

    Five heads with two leaves each are two fifths of an invoice's bytes, and a book knows a dozen different blocks:
    each is parsed once and recognised by its bytes from then on.
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
            rate = _rate_of([raw_of(row) for row in rows])
            short = f"<{_RATE_TAG}>{rate or ''}</{_RATE_TAG}>".encode()
        self._short[block] = short
        return short


def _rate_of(rows: Iterable[Raw]) -> str | None:
    return gst_rate((row.get("GSTRATEDUTYHEAD"), row.get("GSTRATE")) for row in rows)


# -- one voucher's parts ------------------------------------------------------------------------------------------


def raw_of(element: etree._Element) -> Raw:
    """Everything that is in an element, in the form that :class:`LineReader` gives."""
    found: Raw = {}
    for child in element:
        tag = child.tag
        if len(child):
            rows = found.get(tag)
            if rows is None:
                found[tag] = [raw_of(child)]
            else:
                rows.append(raw_of(child))
        else:
            text = child.text
            if text:
                found[tag] = text
    return found


class VoucherParser:
    """Pieces of whole VOUCHER elements to their contents: by their lines where they are laid out as usual, else by the
    XML parser. Kept as long as the connector: it learns the lines that these books repeat."""

    def __init__(self) -> None:
        self._compact = RateCompactor()
        self._lines = LineReader("VOUCHER")

    def __call__(self, piece: bytes) -> list[Raw]:
        piece = self._compact(piece)
        found = self._lines.read(piece)
        return [raw_of(element) for element in parse_piece(piece)] if found is None else found


class _Entry:
    """A ledger entry; ``amount`` scaled, credit positive."""

    __slots__ = ("amount", "ledger", "raw")

    def __init__(self, raw: Raw) -> None:
        self.raw = raw
        self.ledger = values.text(raw.get("LEDGERNAME")) or ""
        self.amount = values.scaled(values.money(raw.get("AMOUNT")))

    @property
    def bills(self) -> list[Raw]:
        return rows_of(self.raw, "BILLALLOCATIONS.LIST")


class _Line:
    """A stock line; ``amount`` scaled, ``allocations`` the ledgers it is posted to."""

    __slots__ = ("allocations", "amount", "raw")

    def __init__(self, raw: Raw) -> None:
        self.raw = raw
        self.amount = values.scaled(values.money(raw.get("AMOUNT")))
        self.allocations = [
            (row["LEDGERNAME"], values.scaled(values.money(row.get("AMOUNT"))))
            for row in rows_of(raw, "ACCOUNTINGALLOCATIONS.LIST")
            if row.get("LEDGERNAME")
        ]

    @property
    def gst(self) -> str | None:
        short = self.raw.get(_RATE_TAG)
        return short or _rate_of(rows_of(self.raw, "RATEDETAILS.LIST"))

    def due(self, since: str | None) -> str | None:
        """The earliest of its batches' due dates."""
        batches = self.raw.get("BATCHALLOCATIONS.LIST")
        if not batches or isinstance(batches, str):
            return None
        return min((day for row in batches if (day := values.due_day(row.get("ORDERDUEDATE"), since))), default=None)


def rows_of(raw: Raw, tag: str) -> list[Raw]:
    """The rows of a list; an empty one holds spaces (docs/protocols/tally.md: Responses)."""
    rows = raw.get(tag)
    return rows if isinstance(rows, list) else []


def _parts(raw: Raw) -> tuple[list[_Entry], list[_Line]]:
    """A voucher's ledger entries and stock lines. Where both lists of entries are there, the one that holds
    everything."""
    entries = [_Entry(row) for row in rows_of(raw, "ALLLEDGERENTRIES.LIST") or rows_of(raw, "LEDGERENTRIES.LIST")]
    lines = [_Line(row) for row in rows_of(raw, "ALLINVENTORYENTRIES.LIST")]
    return entries, lines or _lines_inside(entries)


def _lines_inside(entries: Sequence[_Entry]) -> list[_Line]:
    """The accounting form of a sale with stock: its lines hang below the sales ledger."""
    lines = []
    for entry in entries:
        for row in rows_of(entry.raw, "INVENTORYALLOCATIONS.LIST"):
            line = _Line(row)
            line.allocations = line.allocations or [(entry.ledger, line.amount)]
            lines.append(line)
    return lines


def _without_stock(entries: Sequence[_Entry], lines: Sequence[_Line], roles: Roles) -> list[tuple[_Entry, int]]:
    """The entries with the part of their amount that does not stand in a stock line as well."""
    if lines:
        total, stock = sum(entry.amount for entry in entries), sum(line.amount for line in lines)
        if total == 0 or total + stock != 0:
            return _less_stock(entries, lines, roles)
    return [(entry, entry.amount) for entry in entries]


def _less_stock(entries: Sequence[_Entry], lines: Sequence[_Line], roles: Roles) -> list[tuple[_Entry, int]]:
    left: dict[str, int] = {}
    loose = 0
    for line in lines:
        loose += line.amount
        for ledger, amount in line.allocations:
            left[ledger] = left.get(ledger, 0) + amount
            loose -= amount
    rest = []
    for entry in entries:
        amount = entry.amount - left.pop(entry.ledger, 0)
        if loose and amount == loose and roles.role(entry.ledger) is Role.INCOME:
            # Lines that say no ledger: the income entry of just that sum is theirs.
            amount = loose = 0
        rest.append((entry, amount))
    return rest


# -- records ------------------------------------------------------------------------------------------------------


class VoucherReader:
    """Vouchers' contents to records, for books whose ledgers have ``roles``."""

    def __init__(self, roles: Roles) -> None:
        self._roles = roles

    def module_of(self, raw: Raw) -> str | None:
        return self._roles.module_of(raw.get("VOUCHERTYPENAME") or "")

    def record(self, head: Raw) -> RemoteRecord | None:
        """The record, or ``None`` for a voucher of no module of ours. Raises ``ValueError`` for a value of no known
        form."""
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
        entries, lines = _parts(head)
        named = values.text(head.get("PARTYLEDGERNAME"))
        if module == RECEIPT:
            self._receipt(entries, named, fields)
        else:
            fields["REFERENCE"] = values.text(head.get("REFERENCE"))
            if module == SALE:
                fields["PLACEOFSUPPLY"] = values.text(head.get("PLACEOFSUPPLY"))
            bill = self._document(entries, lines, named, fields)
            if module == ORDER:
                fields["DUEDATE"] = min((day for line in lines if (day := line.due(when))), default=None)
            if module == SALE and fields["PARTYNAME"]:
                key = self._roles.bill_key(fields["PARTYNAME"], bill or number or "")
        return RemoteRecord(
            module,
            str(values.whole(head.get("MASTERID"))),
            str(values.whole(head.get("ALTERID"))),
            fields,
            key=key,
            label=number or "",
            sweep_key=when,
            hub_key=hub_key,
        )

    # -- orders and invoices --------------------------------------------------------------------------------------

    def _document(
        self, entries: list[_Entry], stock: list[_Line], named: str | None, fields: dict[str, Any]
    ) -> str | None:
        """Fill an order's or invoice's fields; answers the name of its bill."""
        party = self._party(entries, named)
        self._name_party(fields, party)
        lines = [self._stock_line(line) for line in stock]
        taxes: list[dict[str, Any]] = []
        rounding = tax_total = 0
        subtotal = sum(line.amount for line in stock)
        for entry, amount in _without_stock(entries, stock, self._roles):
            if entry.ledger == party or not amount:
                continue
            role = self._roles.role(entry.ledger)
            if role is Role.ROUNDING:
                rounding += amount
            elif role is Role.TAX:
                tax_total += amount
                taxes.append(
                    {"NAME": entry.ledger, "RATE": _named_rate(entry.ledger), "AMOUNT": values.unscaled(amount)}
                )
            else:
                subtotal += amount
                lines.append(_ledger_line(entry.ledger, amount))
        owed = [entry for entry in entries if entry.ledger == party]
        known = bool(entries)
        fields["LINES"], fields["TAXES"] = lines, taxes
        fields["SUBTOTAL"] = values.unscaled(subtotal) if known or lines else None
        fields["TAXTOTAL"] = values.unscaled(tax_total) if known else None
        fields["ROUNDOFF"] = values.unscaled(rounding) if known else None
        fields["TOTAL"] = values.unscaled(-sum(entry.amount for entry in owed)) if owed else None
        bill, fields["DUEDATE"] = _new_bill(owed, fields["DATE"])
        return bill

    def _party(self, entries: Sequence[_Entry], named: str | None) -> str | None:
        """The ledger that owes: a customer before all others, since PARTYLEDGERNAME may name the bank."""
        customers = [entry.ledger for entry in entries if self._roles.is_customer(entry.ledger)]
        if customers:
            return named if named in customers else customers[0]
        if named and (not entries or any(entry.ledger == named for entry in entries)):
            return named
        debit = next(
            (
                entry.ledger
                for entry in entries
                if entry.amount < 0 and self._roles.role(entry.ledger) is not Role.ROUNDING
            ),
            None,
        )
        return debit or (entries[0].ledger if entries else named)

    def _name_party(self, fields: dict[str, Any], party: str | None) -> None:
        customer = party is not None and self._roles.is_customer(party)
        fields["PARTY"] = fold_name(party) if customer and party else None
        fields["PARTYNAME"] = party
        fields["CUSTOMPARTY"] = None if customer else party

    def _stock_line(self, line: _Line) -> dict[str, Any]:
        raw = line.raw
        item = values.text(raw.get("STOCKITEMNAME"))
        price, per = values.rate(raw.get("RATE"))
        quantity, unit = values.quantity(raw.get("BILLEDQTY"), self._roles.conversions, per)
        return {
            "STOCKITEM": fold_name(item) if item else None,
            "STOCKITEMNAME": item,
            "DESCRIPTION": None,
            "GSTHSNNAME": values.text(raw.get("GSTHSNNAME")),
            "BILLEDQTY": quantity,
            "UNIT": unit,
            "RATE": price,
            "DISCOUNT": values.number(raw.get("DISCOUNT")),
            "GSTRATE": line.gst,
            "AMOUNT": values.money(raw.get("AMOUNT")),
            "LEDGERNAME": line.allocations[0][0] if line.allocations else None,
        }

    # -- receipts -------------------------------------------------------------------------------------------------

    def _receipt(self, entries: list[_Entry], named: str | None, fields: dict[str, Any]) -> None:
        payer = self._payer(entries, named)
        self._name_party(fields, payer)
        paid = [entry for entry in entries if entry.ledger == payer]
        account = self._account(entries, payer)
        bank = next(iter(rows_of(account.raw, "BANKALLOCATIONS.LIST")), {}) if account is not None else {}
        fields["AMOUNT"] = values.unscaled(sum(entry.amount for entry in paid)) if paid else None
        fields["ACCOUNT"] = account.ledger if account is not None else None
        fields["MODE"] = values.text(bank.get("TRANSACTIONTYPE"))
        fields["INSTRUMENTNUMBER"] = values.text(bank.get("INSTRUMENTNUMBER"))
        fields["INSTRUMENTDATE"] = values.day(bank.get("INSTRUMENTDATE"))
        fields["ALLOCATIONS"] = [self._allocation(bill, payer or "") for entry in paid for bill in entry.bills]

    def _allocation(self, bill: Raw, party: str) -> dict[str, Any]:
        name = values.text(bill.get("NAME"))
        said = (bill.get("BILLTYPE") or "").strip().lower()
        kind = _KIND.get(said, said.replace(" ", "_") or None)
        return {
            "INVOICE": self._roles.bill_key(party, name) if kind == "against" and name else None,
            "NAME": name,
            "KIND": kind,
            "AMOUNT": values.money(bill.get("AMOUNT")),
        }

    def _payer(self, entries: Sequence[_Entry], named: str | None) -> str | None:
        """Who paid, by the ledgers' roles: on a receipt PARTYLEDGERNAME may be the bank (docs/protocols/tally.md:
        Responses)."""
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


def _status(head: Raw) -> str:
    if values.logical(head.get("ISCANCELLED")):
        return "cancelled"
    return "draft" if values.logical(head.get("ISOPTIONAL")) else "posted"


def _named_rate(ledger: str) -> str | None:
    """The rate that a tax ledger's name states; Tally keeps none with the entry."""
    match = _PERCENT.search(ledger)
    return values.number(match[1]) if match else None


def _ledger_line(ledger: str, amount: int) -> dict[str, Any]:
    return {
        "STOCKITEM": None,
        "STOCKITEMNAME": None,
        "DESCRIPTION": ledger,
        "GSTHSNNAME": None,
        "BILLEDQTY": None,
        "UNIT": None,
        "RATE": None,
        "DISCOUNT": None,
        "GSTRATE": None,
        "AMOUNT": values.unscaled(amount),
        "LEDGERNAME": ledger,
    }


def _new_bill(owed: Sequence[_Entry], when: str | None) -> tuple[str | None, str | None]:
    """Name and due date of the first new reference among the party's entries."""
    for entry in owed:
        for bill in entry.bills:
            if (bill.get("BILLTYPE") or "").strip().lower() == "new ref":
                return values.text(bill.get("NAME")), values.due_day(bill.get("BILLCREDITPERIOD"), when) or when
    return None, None


def touched(raw: Raw) -> tuple[set[str], set[str]]:
    """The ledgers and the stock items that a voucher of any type moves."""
    entries, lines = _parts(raw)
    ledgers = {entry.ledger for entry in entries if entry.ledger}
    ledgers.update(ledger for line in lines for ledger, _ in line.allocations)
    items = {item for line in lines if (item := values.text(line.raw.get("STOCKITEMNAME")))}
    return ledgers, items
