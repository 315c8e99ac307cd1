"""The modules' fields for the mapping editor, with a sample value each."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from app.connectors.base import RemoteField
from app.connectors.tally import masters, vouchers
from app.connectors.tally.lines import Raw
from app.connectors.tally.pull_masters import KIND_OF, read_row
from app.connectors.tally.requests import Kind, Period, days
from app.connectors.tally.session import Session, between_ids
from app.connectors.tally.windows import FIRST_DAYS, TARGET_SECONDS, DayWindows, IdRanges, period_around
from app.model.cancel import CancelToken
from app.model.records import RemoteRecord
from app.model.values import FieldType

#: Vouchers older than this show nothing that newer ones do not.
_FAR_BACK = timedelta(days=60)
_TITLES = {
    "NAME": "Name",
    "ALIAS": "Aliases",
    "GUID": "GUID",
    "PARENT": "Group",
    "EMAIL": "E-mail",
    "LEDGERPHONE": "Phone",
    "LEDGERMOBILE": "Mobile",
    "LEDGERCONTACT": "Contact person",
    "WEBSITE": "Website",
    "PARTYGSTIN": "GSTIN",
    "GSTREGISTRATIONTYPE": "GST registration type",
    "INCOMETAXNUMBER": "PAN",
    "LEDSTATENAME": "State",
    "PINCODE": "PIN code",
    "COUNTRYNAME": "Country",
    "ADDRESS": "Address",
    "CREDITLIMIT": "Credit limit",
    "BILLCREDITPERIOD": "Credit days",
    "OPENINGBALANCE": "Opening balance",
    "CLOSINGBALANCE": "Closing balance",
    "CURRENCYNAME": "Currency",
    "NARRATION": "Narration",
    "ISBILLWISEON": "Bill-wise",
    "LEDMAILINGDETAILS": "Mailing details",
    "LEDGSTREGDETAILS": "GST registrations",
    "HSNDETAILS": "HSN details",
    "GSTDETAILS": "GST details",
    "HSN": "HSN description",
    "RATES": "Rates",
    "PARTNO": "Part number",
    "DESCRIPTION": "Description",
    "CATEGORY": "Category",
    "BASEUNITS": "Unit",
    "HSNCODE": "HSN code",
    "GSTRATE": "GST rate",
    "TAXABILITY": "Taxability",
    "OPENINGRATE": "Opening rate",
    "OPENINGVALUE": "Opening value",
    "CLOSINGVALUE": "Closing value",
    "VOUCHERNUMBER": "Voucher number",
    "DATE": "Date",
    "PARTY": "Customer",
    "PARTYNAME": "Party's name",
    "CUSTOMPARTY": "Party that is no customer",
    "REFERENCE": "Reference",
    "STATUS": "Status",
    "DUEDATE": "Due date",
    "VOUCHERTYPENAME": "Voucher type",
    "LINES": "Lines",
    "TAXES": "Taxes",
    "ROUNDOFF": "Round off",
    "SUBTOTAL": "Subtotal",
    "TAXTOTAL": "Tax total",
    "TOTAL": "Total",
    "PLACEOFSUPPLY": "Place of supply",
    "BALANCEDUE": "Balance due",
    "AMOUNT": "Amount",
    "ACCOUNT": "Bank or cash ledger",
    "MODE": "Mode",
    "INSTRUMENTNUMBER": "Instrument number",
    "INSTRUMENTDATE": "Instrument date",
    "ALLOCATIONS": "Allocations",
    "STOCKITEM": "Stock item",
    "STOCKITEMNAME": "Stock item's name",
    "GSTHSNNAME": "HSN code",
    "BILLEDQTY": "Quantity",
    "UNIT": "Unit",
    "RATE": "Rate",
    "DISCOUNT": "Discount %",
    "LEDGERNAME": "Ledger",
    "INVOICE": "Invoice",
    "KIND": "Kind",
    "APPLICABLEFROM": "Applicable from",
    "MAILINGNAME": "Mailing name",
    "STATE": "State",
    "COUNTRY": "Country",
    "GSTIN": "GSTIN",
}
_NUMBERS = frozenset(
    {
        "CREDITLIMIT",
        "BILLCREDITPERIOD",
        "OPENINGBALANCE",
        "CLOSINGBALANCE",
        "GSTRATE",
        "OPENINGRATE",
        "OPENINGVALUE",
        "CLOSINGVALUE",
        "ROUNDOFF",
        "SUBTOTAL",
        "TAXTOTAL",
        "TOTAL",
        "BALANCEDUE",
        "AMOUNT",
        "BILLEDQTY",
        "RATE",
        "DISCOUNT",
    }
)
_DATES = frozenset({"DATE", "DUEDATE", "INSTRUMENTDATE", "APPLICABLEFROM"})
_LOOKUPS = frozenset({"PARTY", "STOCKITEM", "INVOICE"})
_CHOICES = {"STATUS": ("draft", "posted", "cancelled"), "KIND": ("against", "new", "advance", "on_account")}
_READONLY = frozenset(
    {
        "GUID",
        "CLOSINGBALANCE",
        "CLOSINGVALUE",
        "BALANCEDUE",
        "CUSTOMPARTY",
        "PARTYNAME",
        "STOCKITEMNAME",
        # Dated rows are written through the plain fields of their newest one.
        "LEDMAILINGDETAILS",
        "LEDGSTREGDETAILS",
        "HSNDETAILS",
        "GSTDETAILS",
        "ALIAS",
        "CURRENCYNAME",
        "CATEGORY",
    }
)
_REQUIRED = frozenset({"NAME", "DATE"})
_CHILDREN: Mapping[str, tuple[str, ...]] = {
    "LINES": (
        "STOCKITEM",
        "STOCKITEMNAME",
        "DESCRIPTION",
        "GSTHSNNAME",
        "BILLEDQTY",
        "UNIT",
        "RATE",
        "DISCOUNT",
        "GSTRATE",
        "AMOUNT",
        "LEDGERNAME",
    ),
    "TAXES": ("NAME", "RATE", "AMOUNT"),
    "ALLOCATIONS": ("INVOICE", "NAME", "KIND", "AMOUNT"),
    "ALIAS": ("NAME",),
    "LEDMAILINGDETAILS": ("APPLICABLEFROM", "MAILINGNAME", "ADDRESS", "STATE", "COUNTRY", "PINCODE"),
    "LEDGSTREGDETAILS": ("APPLICABLEFROM", "GSTREGISTRATIONTYPE", "PLACEOFSUPPLY", "GSTIN"),
    "HSNDETAILS": ("APPLICABLEFROM", "HSNCODE", "HSN"),
    "GSTDETAILS": ("APPLICABLEFROM", "TAXABILITY"),
}


def _type(name: str) -> FieldType:
    if name in _CHILDREN:
        return FieldType.LINES
    if name in _NUMBERS:
        return FieldType.NUMBER
    if name in _DATES:
        return FieldType.DATE
    if name in _LOOKUPS:
        return FieldType.LOOKUP
    if name in _CHOICES:
        return FieldType.PICKLIST
    return FieldType.BOOLEAN if name == "ISBILLWISEON" else FieldType.TEXT


def _field(path: str, name: str, sample: Any, *, readonly: bool = False) -> RemoteField:
    shown = None if sample is None or isinstance(sample, list) else str(sample)
    return RemoteField(
        path,
        _TITLES.get(name, name.capitalize()),
        _type(name),
        name in _REQUIRED and path == name,
        readonly or name in _READONLY,
        shown,
        _CHOICES.get(name, ()),
    )


def describe(module: str, sample: Mapping[str, Any]) -> list[RemoteField]:
    """Every field of a module; a list's children stand right behind it."""
    names = vouchers.FIELDS_OF.get(module) or tuple(masters.FIELDS_OF.get(module, ()))
    fields: list[RemoteField] = []
    for name in names:
        value = sample.get(name)
        fields.append(_field(name, name, value))
        first = value[0] if isinstance(value, list) and value else {}
        fields += [
            _field(f"{name}[].{child}", child, first.get(child), readonly=name in _READONLY)
            for child in _CHILDREN.get(name, ())
        ]
    return fields


def some_records(session: Session, module: str, count: int, cancel: CancelToken) -> list[RemoteRecord]:
    """Up to ``count`` records, the fullest first: of the masters made first, of the latest vouchers."""
    read = _some_masters if module in masters.FIELDS_OF else _some_vouchers
    records = read(session, module, count, cancel)
    records.sort(key=lambda record: -sum(value not in (None, []) for value in record.fields.values()))
    return records[:count]


def _some_masters(session: Session, module: str, count: int, cancel: CancelToken) -> list[RemoteRecord]:
    reader = masters.MasterReader(module, masters.FIELDS_OF[module], session.roles(cancel))
    records: list[RemoteRecord] = []
    ranges, held = IdRanges(0, session.company.altmstid, size=500), 0.0
    for low, high in ranges:
        reply = session.collect(
            KIND_OF[module],
            reader.leaves,
            "a sample",
            lambda one: read_row(reader, one) if reader.belongs(one) else None,
            cancel,
            where=between_ids(low, high),
        )
        records += [row for row in reply.rows if isinstance(row, RemoteRecord)]
        ranges.took(reply.seconds, reply.objects)
        held += reply.seconds
        if len(records) >= count or (records and held > TARGET_SECONDS):
            break
    return records


def _some_vouchers(session: Session, module: str, count: int, cancel: CancelToken) -> list[RemoteRecord]:
    """Day by day back from the last one that has a voucher: nobody knows how many a day holds."""
    reader = vouchers.VoucherReader(session.roles(cancel))

    def read(raw: Raw) -> RemoteRecord | None:
        try:
            record = reader.record(raw)
        except ValueError:
            return None
        return record if record is not None and record.module == module else None

    records: list[RemoteRecord] = []
    first = max(session.first_day, session.last_day - _FAR_BACK)
    windows, held = DayWindows(first, session.last_day, days=1, backwards=True, most=FIRST_DAYS), 0.0
    for low, high in windows:
        reply = session.collect(
            Kind.VOUCHER,
            vouchers.leaves_for((module,)),
            "a sample",
            read,
            cancel,
            where=days(low, high),
            period=Period(*period_around(low, high)),
        )
        records += reply.rows
        windows.took(reply.seconds, reply.objects)
        held += reply.seconds
        if len(records) >= count or held > TARGET_SECONDS:
            break
    return records
