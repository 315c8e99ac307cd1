"""Ledgers and stock items as records (docs/protocols/tally.md: Masters and GST)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any

from lxml import etree

from app.connectors.tally import values
from app.connectors.tally.folding import fold_name
from app.connectors.tally.roles import Roles
from app.model.records import RemoteRecord

LEDGER, STOCK_ITEM = "Ledger", "StockItem"

#: What identifies a master and is always fetched.
_IDENTITY = ("GUID", "MASTERID", "ALTERID", "PARENT")
#: Wanted field → the leaves that it is made of, each named in full (docs/protocols/tally.md: Requests).
LEDGER_FIELDS: Mapping[str, tuple[str, ...]] = {
    "NAME": (),
    "ALIAS": (),
    "GUID": (),
    "PARENT": (),
    "EMAIL": ("EMAIL",),
    "LEDGERPHONE": ("LEDGERPHONE",),
    "LEDGERMOBILE": ("LEDGERMOBILE",),
    "LEDGERCONTACT": ("LEDGERCONTACT",),
    "WEBSITE": ("WEBSITE",),
    "PARTYGSTIN": ("PARTYGSTIN", "LEDGSTREGDETAILS.APPLICABLEFROM", "LEDGSTREGDETAILS.GSTIN"),
    "GSTREGISTRATIONTYPE": (
        "GSTREGISTRATIONTYPE",
        "LEDGSTREGDETAILS.APPLICABLEFROM",
        "LEDGSTREGDETAILS.GSTREGISTRATIONTYPE",
    ),
    "INCOMETAXNUMBER": ("INCOMETAXNUMBER",),
    "LEDSTATENAME": ("LEDSTATENAME", "LEDMAILINGDETAILS.APPLICABLEFROM", "LEDMAILINGDETAILS.STATE"),
    "PINCODE": ("PINCODE", "LEDMAILINGDETAILS.APPLICABLEFROM", "LEDMAILINGDETAILS.PINCODE"),
    "COUNTRYNAME": ("COUNTRYNAME", "LEDMAILINGDETAILS.APPLICABLEFROM", "LEDMAILINGDETAILS.COUNTRY"),
    "ADDRESS": ("ADDRESS", "LEDMAILINGDETAILS.APPLICABLEFROM", "LEDMAILINGDETAILS.ADDRESS"),
    "CREDITLIMIT": ("CREDITLIMIT",),
    "BILLCREDITPERIOD": ("BILLCREDITPERIOD",),
    "OPENINGBALANCE": ("OPENINGBALANCE",),
    "CLOSINGBALANCE": ("CLOSINGBALANCE",),
    "CURRENCYNAME": ("CURRENCYNAME",),
    "NARRATION": ("NARRATION",),
    "ISBILLWISEON": ("ISBILLWISEON",),
    "LEDMAILINGDETAILS": tuple(
        f"LEDMAILINGDETAILS.{leaf}"
        for leaf in ("APPLICABLEFROM", "MAILINGNAME", "ADDRESS", "STATE", "COUNTRY", "PINCODE")
    ),
    "LEDGSTREGDETAILS": tuple(
        f"LEDGSTREGDETAILS.{leaf}" for leaf in ("APPLICABLEFROM", "GSTREGISTRATIONTYPE", "PLACEOFSUPPLY", "GSTIN")
    ),
}
_GST_LEAVES = tuple(
    f"GSTDETAILS.{leaf}"
    for leaf in (
        "APPLICABLEFROM",
        "STATEWISEDETAILS.STATENAME",
        "STATEWISEDETAILS.RATEDETAILS.GSTRATEDUTYHEAD",
        "STATEWISEDETAILS.RATEDETAILS.GSTRATE",
    )
)
ITEM_FIELDS: Mapping[str, tuple[str, ...]] = {
    "NAME": (),
    "ALIAS": (),
    "GUID": (),
    "PARENT": (),
    "PARTNO": ("PARTNO",),
    "DESCRIPTION": ("DESCRIPTION",),
    "CATEGORY": ("CATEGORY",),
    "BASEUNITS": ("BASEUNITS",),
    "HSNCODE": ("HSNDETAILS.APPLICABLEFROM", "HSNDETAILS.HSNCODE"),
    "GSTRATE": _GST_LEAVES,
    "TAXABILITY": ("GSTDETAILS.APPLICABLEFROM", "GSTDETAILS.TAXABILITY"),
    "OPENINGBALANCE": ("BASEUNITS", "OPENINGBALANCE"),
    "OPENINGRATE": ("OPENINGRATE",),
    "OPENINGVALUE": ("OPENINGVALUE",),
    "CLOSINGBALANCE": ("BASEUNITS", "CLOSINGBALANCE"),
    "CLOSINGVALUE": ("CLOSINGVALUE",),
    "HSNDETAILS": ("HSNDETAILS.APPLICABLEFROM", "HSNDETAILS.HSNCODE", "HSNDETAILS.HSN"),
    "GSTDETAILS": (*_GST_LEAVES, "GSTDETAILS.TAXABILITY"),
}
#: Fields that move with vouchers, without the master's AlterID: what a balance refresh reads.
LEDGER_BALANCES = ("CLOSINGBALANCE",)
ITEM_BALANCES = ("CLOSINGBALANCE", "CLOSINGVALUE")
FIELDS_OF = {LEDGER: LEDGER_FIELDS, STOCK_ITEM: ITEM_FIELDS}
BALANCES_OF = {LEDGER: LEDGER_BALANCES, STOCK_ITEM: ITEM_BALANCES}


def leaves_for(module: str, wanted: Iterable[str]) -> tuple[str, ...]:
    """The leaves to fetch for ``wanted`` fields; a field that is not known brings none."""
    table = FIELDS_OF[module]
    leaves = dict.fromkeys(_IDENTITY)
    for name in wanted:
        leaves.update(dict.fromkeys(table.get(name, ())))
    return tuple(leaves)


def known_fields(module: str, wanted: Iterable[str]) -> tuple[str, ...]:
    table = FIELDS_OF[module]
    return tuple(name for name in table if name in wanted)


# -- reading an element -------------------------------------------------------------------------------------------


class _Element:
    """A master's children by tag: scalars as text, ``.LIST`` children as elements."""

    __slots__ = ("element", "lists", "texts")

    def __init__(self, element: etree._Element) -> None:
        self.element = element
        self.texts: dict[str, str | None] = {}
        self.lists: dict[str, list[etree._Element]] = {}
        for child in element:
            tag = child.tag
            if tag.endswith(".LIST"):
                if len(child):
                    self.lists.setdefault(tag[:-5], []).append(child)
            else:
                self.texts[tag] = child.text

    def newest(self, name: str) -> etree._Element | None:
        """The dated row that applies last; of rows without a date the last one."""
        rows = self.lists.get(name)
        if not rows:
            return None
        return max(enumerate(rows), key=lambda pair: (values.day(pair[1].findtext("APPLICABLEFROM")) or "", pair[0]))[1]


def _newest_text(row: etree._Element | None, tag: str) -> str | None:
    return None if row is None else values.text(row.findtext(tag))


def _address_of(row: etree._Element | None) -> str | None:
    if row is None:
        return None
    lines = [values.text(line.text) for line in row.iterfind("ADDRESS.LIST/ADDRESS")]
    return "\n".join(line for line in lines if line) or None


def _plain_address(source: _Element) -> str | None:
    lines = [values.text(line.text) for block in source.lists.get("ADDRESS", ()) for line in block]
    return "\n".join(line for line in lines if line) or None


def _days(raw: str | None) -> str | None:
    days = values.credit_days(raw)
    return None if days is None else str(days)


def _limit(raw: str | None) -> str | None:
    """A limit has no side: some builds write it as a debit."""
    value = values.money(raw)
    return value.removeprefix("-") if value else None


def _currency(raw: str | None) -> str | None:
    """A currency symbol that Tally itself has lost reads ``?`` (docs/protocols/tally.md: Encoding)."""
    value = values.text(raw)
    return None if value == "?" else value


_LEDGER_SCALARS: Mapping[str, Callable[[str | None], Any]] = {
    "EMAIL": values.text,
    "LEDGERPHONE": values.text,
    "LEDGERMOBILE": values.text,
    "LEDGERCONTACT": values.text,
    "WEBSITE": values.text,
    "INCOMETAXNUMBER": values.text,
    "CREDITLIMIT": _limit,
    "BILLCREDITPERIOD": _days,
    "OPENINGBALANCE": values.money,
    "CLOSINGBALANCE": values.money,
    "CURRENCYNAME": _currency,
    "NARRATION": values.text,
    "ISBILLWISEON": values.logical,
    "GUID": values.text,
}


def _parent(raw: str | None) -> str | None:
    value = values.text(raw)
    return None if value == "Primary" else value


def _aliases(element: etree._Element) -> tuple[str, list[dict[str, Any]]]:
    """Name and aliases: the first NAME is the master's own, later ones are aliases."""
    names = [values.text(one.text) for one in element.iterfind("LANGUAGENAME.LIST/NAME.LIST/NAME")]
    found = [name for name in names if name]
    own = found[0] if found else values.text(element.get("NAME")) or ""
    return own, [{"NAME": name} for name in found[1:]]


def _mailing_row(row: etree._Element) -> dict[str, Any]:
    return {
        "APPLICABLEFROM": values.day(row.findtext("APPLICABLEFROM")),
        "MAILINGNAME": values.text(row.findtext("MAILINGNAME")),
        "ADDRESS": _address_of(row),
        "STATE": values.text(row.findtext("STATE")),
        "COUNTRY": values.text(row.findtext("COUNTRY")),
        "PINCODE": values.text(row.findtext("PINCODE")),
    }


def _registration_row(row: etree._Element) -> dict[str, Any]:
    return {
        "APPLICABLEFROM": values.day(row.findtext("APPLICABLEFROM")),
        "GSTREGISTRATIONTYPE": values.text(row.findtext("GSTREGISTRATIONTYPE")),
        "PLACEOFSUPPLY": values.text(row.findtext("PLACEOFSUPPLY")),
        "GSTIN": values.text(row.findtext("GSTIN")),
    }


def _ledger_fields(source: _Element, wanted: Iterable[str]) -> dict[str, Any]:
    texts = source.texts
    fields: dict[str, Any] = {}
    mailing, registration = source.newest("LEDMAILINGDETAILS"), source.newest("LEDGSTREGDETAILS")
    for name in wanted:
        reader = _LEDGER_SCALARS.get(name)
        if reader is not None:
            fields[name] = reader(texts.get(name))
        elif name == "PARTYGSTIN":
            fields[name] = values.text(texts.get(name)) or _newest_text(registration, "GSTIN")
        elif name == "GSTREGISTRATIONTYPE":
            fields[name] = values.text(texts.get(name)) or _newest_text(registration, name)
        elif name == "LEDSTATENAME":
            fields[name] = values.text(texts.get(name)) or _newest_text(mailing, "STATE")
        elif name == "PINCODE":
            fields[name] = values.text(texts.get(name)) or _newest_text(mailing, name)
        elif name == "COUNTRYNAME":
            fields[name] = values.text(texts.get(name)) or _newest_text(mailing, "COUNTRY")
        elif name == "ADDRESS":
            fields[name] = _address_of(mailing) or _plain_address(source)
        elif name == "LEDMAILINGDETAILS":
            fields[name] = [_mailing_row(row) for row in source.lists.get(name, ())]
        elif name == "LEDGSTREGDETAILS":
            fields[name] = [_registration_row(row) for row in source.lists.get(name, ())]
    return fields


def gst_rate(rows: Iterable[tuple[str | None, str | None]]) -> str | None:
    """The whole GST rate of (head, rate) rows: IGST, or CGST and SGST together."""
    rates = {(head or "").strip().upper(): values.number(rate) for head, rate in rows if head and head.strip()}
    whole = rates.get("IGST")
    if whole and whole != "0":
        return whole
    halves = [rates.get("CGST"), rates.get("SGST/UTGST") or rates.get("SGST")]
    if any(half and half != "0" for half in halves):
        return values.number(str(sum(Decimal(half or 0) for half in halves)))
    return whole


def _hsn_row(row: etree._Element) -> dict[str, Any]:
    return {
        "APPLICABLEFROM": values.day(row.findtext("APPLICABLEFROM")),
        "HSNCODE": values.text(row.findtext("HSNCODE")),
        "HSN": values.text(row.findtext("HSN")),
    }


def _gst_row(row: etree._Element) -> dict[str, Any]:
    rates = [
        {"HEAD": values.text(one.findtext("GSTRATEDUTYHEAD")), "RATE": values.number(one.findtext("GSTRATE"))}
        for one in row.iter("RATEDETAILS.LIST")
    ]
    return {
        "APPLICABLEFROM": values.day(row.findtext("APPLICABLEFROM")),
        "TAXABILITY": values.text(row.findtext("TAXABILITY")),
        "RATES": [rate for rate in rates if rate["HEAD"]],
    }


def _item_gst_rate(row: etree._Element | None) -> str | None:
    if row is None:
        return None
    return gst_rate((one.findtext("GSTRATEDUTYHEAD"), one.findtext("GSTRATE")) for one in row.iter("RATEDETAILS.LIST"))


def _item_fields(source: _Element, wanted: Iterable[str], roles: Roles) -> dict[str, Any]:
    texts = source.texts
    unit = values.text(texts.get("BASEUNITS"))
    small = roles.small_unit(unit)
    fields: dict[str, Any] = {}
    for name in wanted:
        if name in ("OPENINGBALANCE", "CLOSINGBALANCE"):
            fields[name] = values.quantity(texts.get(name), roles.conversions, small)[0]
        elif name in ("OPENINGVALUE", "CLOSINGVALUE"):
            fields[name] = values.money(texts.get(name))
        elif name == "OPENINGRATE":
            fields[name] = values.rate(texts.get(name))[0]
        elif name == "HSNCODE":
            fields[name] = _newest_text(source.newest("HSNDETAILS"), name)
        elif name == "TAXABILITY":
            fields[name] = _newest_text(source.newest("GSTDETAILS"), name)
        elif name == "GSTRATE":
            fields[name] = _item_gst_rate(source.newest("GSTDETAILS"))
        elif name == "HSNDETAILS":
            fields[name] = [_hsn_row(row) for row in source.lists.get(name, ())]
        elif name == "GSTDETAILS":
            fields[name] = [_gst_row(row) for row in source.lists.get(name, ())]
        elif name in ("PARTNO", "DESCRIPTION", "CATEGORY", "BASEUNITS", "GUID"):
            fields[name] = values.text(texts.get(name))
    return fields


class MasterReader:
    """Elements of one module to records, for one set of wanted fields."""

    def __init__(self, module: str, wanted: Iterable[str], roles: Roles) -> None:
        self.module = module
        self.roles = roles
        self.wanted = known_fields(module, frozenset(wanted))
        self.leaves = leaves_for(module, self.wanted)

    def belongs(self, element: etree._Element) -> bool:
        """Whether the element is of our module: every stock item is, of the ledgers the customers."""
        if self.module == STOCK_ITEM:
            return True
        parent = element.findtext("PARENT")
        return parent is not None and self.roles.is_customer_group(parent)

    def record(self, element: etree._Element) -> RemoteRecord:
        """The record of one element. Raises ``ValueError`` for a value that fits no form of Tally's."""
        source = _Element(element)
        name, aliases = _aliases(element)
        fields = self._fields(source, self.wanted)
        for key in ("NAME", "ALIAS", "PARENT"):
            if key in self.wanted:
                fields[key] = (
                    name if key == "NAME" else aliases if key == "ALIAS" else _parent(source.texts.get("PARENT"))
                )
        return RemoteRecord(
            self.module,
            str(values.whole(source.texts.get("MASTERID"))),
            str(values.whole(source.texts.get("ALTERID"))),
            fields,
            key=fold_name(name),
            label=name,
        )

    def _fields(self, source: _Element, wanted: Iterable[str]) -> dict[str, Any]:
        return _ledger_fields(source, wanted) if self.module == LEDGER else _item_fields(source, wanted, self.roles)

    def balance(self, element: etree._Element) -> RemoteRecord:
        """A partial record: the closing figures alone."""
        source = _Element(element)
        wanted = [name for name in BALANCES_OF[self.module] if name in self.wanted]
        fields = self._fields(source, wanted)
        return RemoteRecord(self.module, str(values.whole(source.texts.get("MASTERID"))), "", fields, partial=True)
