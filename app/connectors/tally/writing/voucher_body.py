"""Vouchers as XML: sales orders, sales invoices with and without goods, receipts. Pure.

(docs/protocols/tally.md: Writing vouchers) What is shown as an invoice has its goods in ALLINVENTORYENTRIES and all else in
LEDGERENTRIES; what is shown as a voucher has ALLLEDGERENTRIES alone, its goods below the ledger they are sold by. A list of the
other form is thrown away by Tally without a word, so both come from one :class:`View`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from app.connectors.tally.vouchers import ORDER, RECEIPT, SALE
from app.connectors.tally.writing.xml_out import VOUCHER, Xml, element, listing
from app.model.values import canonical_number

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
#: Tally's own names of the heads; under another one a rate is stored without a head.
_HEADS = (("CGST", 2), ("SGST/UTGST", 2), ("IGST", 1))
_LEDGER_LISTS = {True: "LEDGERENTRIES.LIST", False: "ALLLEDGERENTRIES.LIST"}


class View(StrEnum):
    """How a voucher was entered: it decides which lists Tally looks at."""

    INVOICE = "Invoice Voucher View"
    VOUCHER = "Accounting Voucher View"


@dataclass(frozen=True)
class Bill:
    """A bill-wise row. ``amount`` has Tally's sign, ``days`` is the credit period of a new bill."""

    kind: str
    amount: Decimal
    name: str = ""
    days: int | None = None


@dataclass(frozen=True)
class Instrument:
    """How money came: a row of BANKALLOCATIONS. ``day`` is ISO."""

    mode: str
    number: str
    day: str
    payer: str


@dataclass(frozen=True)
class Entry:
    """A ledger entry. ``amount`` has Tally's sign (debit negative). ``as_is`` is all that Tally has in the row, for one that stays;
    ``kept`` is what a changed one takes over."""

    ledger: str
    amount: Decimal
    party: bool = False
    bills: tuple[Bill, ...] = ()
    instrument: Instrument | None = None
    kept: tuple[Xml, ...] = ()
    as_is: tuple[Xml, ...] = ()


@dataclass(frozen=True)
class Goods:
    """A stock line of a sale: ``amount`` positive. ``order`` is an order's number and due date, as they are sent; ``kept`` as an
    entry's."""

    item: str
    amount: Decimal
    ledger: str
    quantity: Decimal | None = None
    unit: str = ""
    rate: Decimal | None = None
    discount: Decimal | None = None
    gst_rate: Decimal | None = None
    hsn: str = ""
    godown: str = ""
    batch: str = ""
    order: tuple[str, str] | None = None
    kept: tuple[Xml, ...] = ()
    as_is: tuple[Xml, ...] = ()


@dataclass(frozen=True)
class Party:
    """What a document says of its party besides the ledger: Tally does not fill it in from the master."""

    name: str
    address: tuple[str, ...] = ()
    state: str = ""
    country: str = ""
    pincode: str = ""
    gstin: str = ""
    gst_type: str = ""


@dataclass(frozen=True)
class Head:
    """A voucher's own fields; ``None`` is left out (and stays as it is), ``""`` is sent and clears. ``day`` is ISO, ``narration``
    has our key at its end. ``company`` are elements that these books' own vouchers carry (their GST registration), ``lists`` those
    of a present voucher that go back as they are. Of a party or day that stays nothing more is sent: a buyer's name that was typed
    in, another effective date, stay as they are."""

    module: str
    type: str
    day: str
    party: Party
    number: str | None = None
    reference: str | None = None
    narration: str | None = None
    place: str | None = None
    optional: bool | None = None
    view: View = View.VOUCHER
    company: tuple[Xml, ...] = ()
    lists: tuple[Xml, ...] = ()
    party_stays: bool = False
    day_stays: bool = False


@dataclass(frozen=True)
class Target:
    """How Tally shall find the voucher: by our key, or (entered by hand there) by number and day."""

    key: str = ""
    day: str = ""
    number: str = ""

    def attributes(self, action: str, vch_type: str) -> dict[str, str]:
        """``Create`` replaces what has our key. By number it takes the day as ``1-Aug-2026`` only: with ``20260801`` it makes a
        new voucher (docs/protocols/tally.md: Writing vouchers)."""
        if self.key:
            return {"REMOTEID": self.key, "VCHTYPE": vch_type, "ACTION": action}
        return {
            "DATE": long_day(self.day),
            "TAGNAME": "Voucher Number",
            "TAGVALUE": self.number,
            "VCHTYPE": vch_type,
            "ACTION": "Alter" if action == "Create" else action,
        }


def plain_day(iso: str) -> str:
    """``20260801``."""
    return iso.replace("-", "")


def short_day(iso: str) -> str:
    """``1-Aug-26``: the form of due dates."""
    day = date.fromisoformat(iso)
    return f"{day.day}-{_MONTHS[day.month - 1]}-{day.year % 100:02d}"


def long_day(iso: str) -> str:
    """``1-Aug-2026``."""
    day = date.fromisoformat(iso)
    return f"{day.day}-{_MONTHS[day.month - 1]}-{day.year:04d}"


def amount_text(value: Decimal) -> str:
    return f"{value:.2f}"


def quantity_text(quantity: Decimal, unit: str) -> str:
    """`` 2 Nos``."""
    return f" {canonical_number(quantity)} {unit}".rstrip()


def with_key(narration: str | None, hub_key: str) -> str:
    """A narration with our key at its end, where :func:`app.connectors.tally.vouchers.split_marker` finds it."""
    text = (narration or "").rstrip()
    return f"{text} [SMS:{hub_key}]" if text else f"[SMS:{hub_key}]"


# -- the whole ----------------------------------------------------------------------------------------------------


def document(target: Target, head: Head, entries: Sequence[Entry], goods: Sequence[Goods] = ()) -> Xml:
    """A voucher to create or to replace. ``entries`` begin with the party and balance together with ``goods``."""
    return element(
        VOUCHER,
        *_head(head),
        *_entries(head, entries, goods),
        **target.attributes("Create", head.type),
        OBJVIEW=head.view.value,
    )


def cancellation(target: Target, type_: str, day: str, number: str, narration: str) -> Xml:
    """An empty one would be refused: the narration goes with it."""
    return _short(target, "Cancel", type_, day, number, element("NARRATION", text=narration or " "))


def deletion(target: Target, type_: str, day: str, number: str) -> Xml:
    return _short(target, "Delete", type_, day, number)


def _short(target: Target, action: str, type_: str, day: str, number: str, *more: Xml) -> Xml:
    return element(
        VOUCHER,
        element("DATE", text=plain_day(day)),
        element("VOUCHERTYPENAME", text=type_),
        element("VOUCHERNUMBER", text=number) if number else None,
        *more,
        **target.attributes(action, type_),
    )


# -- the head -----------------------------------------------------------------------------------------------------


def _head(head: Head) -> Iterator[Xml]:
    party = head.party
    day = plain_day(head.day)
    yield element("DATE", text=day)
    if not head.day_stays:
        yield element("EFFECTIVEDATE", text=day)
    yield element("VOUCHERTYPENAME", text=head.type)
    yield from _given(("VOUCHERNUMBER", head.number), ("REFERENCE", head.reference), ("NARRATION", head.narration))
    yield element("PARTYLEDGERNAME", text=party.name)
    if not head.party_stays:
        yield element("PARTYNAME", text=party.name)
    if head.module != RECEIPT:
        yield from _party(party) if not head.party_stays else ()
        yield from _given(("PLACEOFSUPPLY", head.place))
    yield from head.company
    yield from head.lists
    yield element("PERSISTEDVIEW", text=head.view.value)
    # An order is shown as an invoice, but is none (docs/protocols/tally.md: Responses).
    yield element("ISINVOICE", text=_yes(head.view is View.INVOICE and head.module == SALE))
    if head.optional is not None:
        yield element("ISOPTIONAL", text=_yes(head.optional))


def _party(party: Party) -> Iterator[Xml]:
    yield element("BASICBUYERNAME", text=party.name)
    yield element("PARTYMAILINGNAME", text=party.name)
    if party.address:
        yield listing("ADDRESS", *(element("ADDRESS", text=row) for row in party.address), TYPE="String")
        rows = (element("BASICBUYERADDRESS", text=row) for row in party.address)
        yield listing("BASICBUYERADDRESS", *rows, TYPE="String")
    yield from _given(
        ("STATENAME", party.state or None),
        ("COUNTRYOFRESIDENCE", party.country or None),
        ("PARTYPINCODE", party.pincode or None),
        ("PARTYGSTIN", party.gstin or None),
        ("GSTREGISTRATIONTYPE", party.gst_type or None),
    )


def _given(*fields: tuple[str, str | None]) -> Iterator[Xml]:
    for tag, text in fields:
        if text is not None:
            yield element(tag, text=text)


def _yes(flag: bool) -> str:
    return "Yes" if flag else "No"


# -- entries ------------------------------------------------------------------------------------------------------


def _entries(head: Head, entries: Sequence[Entry], goods: Sequence[Goods]) -> Iterator[Xml]:
    tag = _LEDGER_LISTS[head.view is View.INVOICE]
    party, *others = entries
    yield _entry(tag, head, party)
    if head.view is View.VOUCHER:
        yield from _sold_by_ledger(goods)
    for entry in others:
        yield _entry(tag, head, entry)
    if head.view is View.INVOICE:
        for line in goods:
            yield _goods("ALLINVENTORYENTRIES.LIST", line)


def _entry(tag: str, head: Head, entry: Entry) -> Xml:
    if entry.as_is:
        return element(tag, *entry.as_is)
    return element(
        tag,
        element("LEDGERNAME", text=entry.ledger),
        element("ISDEEMEDPOSITIVE", text=_yes(entry.amount < 0)),
        element("LEDGERFROMITEM", text="No"),
        # Else a line of nothing is taken out, and a voucher of such lines refused.
        element("REMOVEZEROENTRIES", text="No"),
        element("ISPARTYLEDGER", text=_yes(entry.party)),
        element("AMOUNT", text=amount_text(entry.amount)),
        _bank(head, entry) if entry.instrument is not None else None,
        *(_bill(bill) for bill in entry.bills),
        *entry.kept,
    )


def _bill(bill: Bill) -> Xml:
    return listing(
        "BILLALLOCATIONS",
        element("NAME", text=bill.name) if bill.name else None,
        element("BILLTYPE", text=bill.kind),
        element("BILLCREDITPERIOD", text=f"{bill.days} Days") if bill.days else None,
        element("AMOUNT", text=amount_text(bill.amount)),
    )


def _bank(head: Head, entry: Entry) -> Xml:
    instrument = entry.instrument
    assert instrument is not None
    return listing(
        "BANKALLOCATIONS",
        element("DATE", text=plain_day(head.day)),
        element("INSTRUMENTDATE", text=plain_day(instrument.day)),
        element("TRANSACTIONTYPE", text=instrument.mode) if instrument.mode else None,
        element("INSTRUMENTNUMBER", text=instrument.number) if instrument.number else None,
        element("PAYMENTFAVOURING", text=instrument.payer),
        element("AMOUNT", text=amount_text(entry.amount)),
    )


def _sold_by_ledger(goods: Sequence[Goods]) -> Iterator[Xml]:
    """The form of goods in what is shown as a voucher: below their ledger."""
    for ledger in dict.fromkeys(line.ledger for line in goods):
        own = [line for line in goods if line.ledger == ledger]
        yield element(
            "ALLLEDGERENTRIES.LIST",
            element("LEDGERNAME", text=ledger),
            element("ISDEEMEDPOSITIVE", text="No"),
            element("LEDGERFROMITEM", text="No"),
            element("REMOVEZEROENTRIES", text="No"),
            element("AMOUNT", text=amount_text(sum((line.amount for line in own), Decimal(0)))),
            *(_goods("INVENTORYALLOCATIONS.LIST", line) for line in own),
        )


def _goods(tag: str, line: Goods) -> Xml:
    if line.as_is:
        return element(tag, *line.as_is)
    amount = element("AMOUNT", text=amount_text(line.amount))
    quantities = _quantities(line)
    return element(
        tag,
        element("STOCKITEMNAME", text=line.item),
        element("GSTHSNNAME", text=line.hsn) if line.hsn else None,
        element("ISDEEMEDPOSITIVE", text="No"),
        element("RATE", text=_rate(line)) if line.rate is not None else None,
        element("DISCOUNT", text=f" {canonical_number(line.discount)}") if line.discount else None,
        amount,
        *quantities,
        _batch(line, amount, quantities) if line.godown or line.batch or line.order else None,
        _sold_by(line, amount) if tag == "ALLINVENTORYENTRIES.LIST" else None,
        *(_rate_rows(line.gst_rate) if line.gst_rate is not None else ()),
        *line.kept,
    )


def _quantities(line: Goods) -> list[Xml]:
    if line.quantity is None:
        return []
    text = quantity_text(line.quantity, line.unit)
    return [element("ACTUALQTY", text=text), element("BILLEDQTY", text=text)]


def _rate(line: Goods) -> str:
    assert line.rate is not None
    price = canonical_number(line.rate, money=True)
    return f"{price}/{line.unit}" if line.unit else price


def _batch(line: Goods, amount: Xml, quantities: Sequence[Xml]) -> Xml:
    number, due = line.order or ("", "")
    return listing(
        "BATCHALLOCATIONS",
        element("GODOWNNAME", text=line.godown) if line.godown else None,
        element("BATCHNAME", text=line.batch) if line.batch else None,
        element("ORDERNO", text=number) if number else None,
        amount,
        *quantities,
        element("ORDERDUEDATE", text=due) if due else None,
    )


def _sold_by(line: Goods, amount: Xml) -> Xml:
    return listing(
        "ACCOUNTINGALLOCATIONS",
        element("LEDGERNAME", text=line.ledger),
        element("ISDEEMEDPOSITIVE", text="No"),
        element("LEDGERFROMITEM", text="No"),
        amount,
    )


def _rate_rows(rate: Decimal) -> Iterator[Xml]:
    for head, parts in _HEADS:
        yield listing(
            "RATEDETAILS",
            element("GSTRATEDUTYHEAD", text=head),
            element("GSTRATEVALUATIONTYPE", text="Based on Value"),
            element("GSTRATE", text=f" {canonical_number(rate / parts)}"),
        )


def view_of(module: str, has_goods: bool) -> View:
    """An order and a sale of goods are shown as invoices; in that view a sale without goods is refused without a text."""
    return View.INVOICE if module == ORDER or (module == SALE and has_goods) else View.VOUCHER
