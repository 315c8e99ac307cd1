"""From a row of SAP's to a remote record: canonical values under SAP's names, and what is ours to make of a row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, tzinfo
from decimal import Decimal
from functools import lru_cache
from hashlib import sha256
from typing import Any

import orjson

from app.connectors.odata.dialect import Dialect
from app.connectors.odata.metadata import Property
from app.connectors.sap.codes import is_own_code
from app.connectors.sap.entities import CONTACTS, PARTNERS, PAYMENTS, Entity
from app.connectors.sap.values import canonical, decimal, is_text
from app.connectors.texts import texts_of
from app.model.clock import stamp
from app.model.records import RecordProblem, RemoteRecord, new_record
from app.model.values import Value, canonical_number

Row = Mapping[str, Any]
#: What is ours to make of a row (docs/protocols/sap.md: Names, Documents), and the fields that it is made of.
ACTIVE, BILL_TO, PRICE = "ACTIVE", "BILL_TO", "PRICE"
NUMBER, REFERENCE, STATUS = "NUMBER", "REFERENCE", "STATUS"
SUBTOTAL, BALANCE, AMOUNT, KIND = "SUBTOTAL", "BALANCE", "AMOUNT", "KIND"
ADDRESSES, PRICES, APPLIED = "BPAddresses", "ItemPrices", "PaymentInvoices"
MADE_OF: Mapping[str, tuple[str, ...]] = {
    ACTIVE: ("Frozen",),
    BILL_TO: (ADDRESSES, "BilltoDefault"),
    PRICE: (PRICES,),
    NUMBER: ("DocNum", "NumAtCard"),
    REFERENCE: ("NumAtCard",),
    STATUS: ("Cancelled",),
    SUBTOTAL: ("DocTotal", "VatSum"),
    BALANCE: ("DocTotal", "PaidToDate", "Cancelled"),
}
_DOCUMENT = (NUMBER, REFERENCE, STATUS, SUBTOTAL)
#: By module what is made of its rows.
MADE: Mapping[str, tuple[str, ...]] = {
    PARTNERS: (ACTIVE, BILL_TO),
    "Items": (ACTIVE, PRICE),
    "Quotations": _DOCUMENT,
    "Orders": _DOCUMENT,
    "Invoices": (*_DOCUMENT, BALANCE),
    PAYMENTS: (NUMBER, STATUS, AMOUNT, APPLIED),
}
#: Of a payment: what was paid, and how.
MEANS = ("CashSum", "TransferSum", "CheckSum")
YES, NO = "tYES", "tNO"
INVOICE_TYPE = "it_Invoice"
BILLING = "bo_BillTo"


class RecordReader:
    """Of one module. ``types``: what SAP's metadata tell of its fields. ``wanted``: the top-level fields that a mapping reads;
    ``None``: all. ``hub_key``: the field that carries our id, if one does. ``price_list``: whose prices are meant. ``zone``: the
    server's. ``marked``: rows bear an ETag; else their content tells one version from another, and all of it is read."""

    def __init__(
        self,
        entity: Entity,
        types: Mapping[str, Property],
        dialect: Dialect,
        wanted: Iterable[str] | None = None,
        *,
        hub_key: str = "",
        tells_ours: bool = True,
        price_list: int = 1,
        zone: tzinfo | None = None,
        marked: bool = True,
    ) -> None:
        self.entity = entity
        self.types = types
        self.hub_key = hub_key if hub_key in types else ""
        self._tells_ours = tells_ours
        self._dialect = dialect
        self.price_list = price_list
        self._zone = zone
        self.marked = marked and entity.etag
        #: The fields of its rows that are ours to make; none where the list is another service's.
        self.made = made = MADE.get(entity.name, ()) if entity.table else ()
        self._names = {*types, *made} if wanted is None else set(wanted)
        self._read = [
            (name, canonical(types[name], dialect))
            for name in types
            if name in self._names and name not in (*entity.changed, *made)
        ]
        self._texts = frozenset(name for name, _ in self._read if is_text(types[name]))
        address = types[ADDRESSES].parts if ADDRESSES in types else ()
        self._address = {part.name: canonical(part, dialect) for part in address if part.name not in PLACE}
        self._address_texts = frozenset(part.name for part in address if is_text(part))
        self._take_address = texts_of(self._address if self._address_texts >= self._address.keys() else ())
        self._no_address: dict[str, Any] = dict.fromkeys(self._address)
        self._make = [(name, _MAKE[name]) for name in made if name in self._names]
        self.select = self._fields() if wanted is not None else ()

    def _fields(self) -> tuple[str, ...]:
        """What is asked for; none stands for everything."""
        entity = self.entity
        if entity.inside:
            return (entity.inside_key, entity.name)
        if not self.marked:
            return ()
        made = [part for name in self._names for part in MADE_OF.get(name, ())]
        times = (*entity.changed, entity.made, entity.made_time)
        needed = (entity.key, entity.label, self.hub_key, *self.aside, *times, *(name for name, _ in self._read), *made)
        return tuple(dict.fromkeys(name for name in needed if name in self.types))

    @property
    def light(self) -> tuple[str, ...]:
        """The fewest fields that tell an id, its version and whether it is out of use; none where that takes everything."""
        if self.entity.inside or not self.marked:
            return self.select if self.entity.inside else ()
        times = (*self.entity.changed, self.entity.made, self.entity.made_time)
        return (self.entity.key, self.entity.label, *self.aside, *(name for name in times if name in self.types))

    @property
    def aside(self) -> tuple[str, ...]:
        """The fields that tell whether a row is out of use."""
        return tuple(name for name in ("Frozen", "Cancelled") if name in self.types)

    def read(self, row: Row, etag: str = "") -> RemoteRecord:
        """Raises ``ValueError`` for a value that is not what SAP's metadata say."""
        fields: dict[str, Any] = {}
        for name, read in self._read:
            if name in row:
                value = row[name]
                # Most of a row is empty or a text; looking is cheaper than asking.
                taken = value is None or (value.__class__ is str and (name in self._texts or not value))
                fields[name] = (value or None) if taken else read(value)
        for name, make in self._make:
            made = make(self, row)
            if made is not _UNREAD:
                fields[name] = made
        if self.entity.name == "Items" and is_own_code(str(row["ItemCode"])):
            fields.pop("ItemCode", None)  # it means nothing to anybody
        told, entity = self._told(row), self.entity
        ident, key = self.ident(row), row[entity.key]
        version = self._version(row, etag, told)
        sweep = sweep_key(key) if entity.numbered else ident
        hub_key = str(row.get(self.hub_key) or "") or None if self.hub_key else None
        label, at = self.label(row), self._moment(told)
        return new_record((entity.name, ident, version, fields, str(key), label, at, sweep, False, hub_key))

    def only(self, row: Row, name: str) -> dict[str, Any]:
        return {name: canonical(self.types[name], self._dialect)(row.get(name))}

    def ident(self, row: Row) -> str:
        return contact_id(row) if self.entity.inside else str(row[self.entity.key])

    def label(self, row: Row) -> str:
        return str(row.get(self.entity.label) or "")

    def version(self, row: Row, etag: str) -> str:
        return self._version(row, etag, self._told(row))

    def _version(self, row: Row, etag: str, told: str) -> str:
        if etag and not self.entity.inside:
            # Where a backup was restored the same number and the same tag are another record's.
            return f"{etag} {told}"
        content = orjson.dumps(self._dialect.plain(dict(row)), option=orjson.OPT_SORT_KEYS)
        return f"={sha256(content).hexdigest()[:24]}"

    def _told(self, row: Row) -> str:
        """When it was last changed, by the clock of SAP's server; empty where it does not say."""
        entity = self.entity
        return stamp_of(row, *entity.changed) or stamp_of(row, entity.made, entity.made_time)

    def _moment(self, told: str) -> str | None:
        """The same by everybody's clock."""
        start = _ten_minutes(told[:15], self._zone) if told else None
        return f"{start}{told[15:]}.000Z" if start else None

    # -- what is ours to make ---------------------------------------------------------------------------------------

    def _is_ours(self, row: Row) -> bool:
        return bool(self.hub_key and row.get(self.hub_key))

    def _number(self, row: Row) -> Value:
        """SAP numbers documents itself: one of ours has our number as the customer's reference."""
        if "DocNum" not in row:
            return None
        return str((row.get(_REFERRED) if self._is_ours(row) else None) or row["DocNum"])

    def _reference(self, row: Row) -> Any:
        """Our number stands in its place."""
        if not self._tells_ours:
            return _UNREAD
        return None if self._is_ours(row) else row.get(_REFERRED) or None

    def _price(self, row: Row) -> Any:
        """Lists leave prices out on some releases: then nothing was read."""
        if not row.get(PRICES) or not self.price_list:
            return _UNREAD
        found: Row = next((one for one in row[PRICES] if one.get("PriceList") == self.price_list), {})
        return canonical_number(str(found["Price"])) if decimal(found.get("Price")) else None

    def _bill_to(self, row: Row) -> Any:
        if not self._address or ADDRESSES not in row:
            return _UNREAD
        readers, address = self._address, billing_address(row)
        if (taken := self._take_address(address)) is not None:
            return taken
        made = self._no_address.copy()
        for name, value in address.items():
            if name in readers and value is not None:
                plain = value.__class__ is str and name in self._address_texts
                made[name] = (value or None) if plain else readers[name](value)
        return made

    def _applied(self, row: Row) -> Any:
        made: list[dict[str, Value]] = []
        for one in row.get(APPLIED) or ():
            if one.get("InvoiceType") == INVOICE_TYPE:
                amount = canonical_number(str(one.get("SumApplied") or 0))
                made.append({"DocEntry": str(one["DocEntry"]), KIND: "against", "SumApplied": amount})
        left = paid(row) - sum((decimal(one["SumApplied"]) for one in made), Decimal(0))
        if left > 0:
            made.append({"DocEntry": None, KIND: "on_account", "SumApplied": canonical_number(left)})
        return made


#: What tells of an address which of the partner's it is.
PLACE = frozenset({"RowNum", "BPCode", "AddressName", "AddressType"})
_REFERRED = "NumAtCard"
_UNREAD: Any = object()
_MAKE: Mapping[str, Callable[[RecordReader, Row], Any]] = {
    ACTIVE: lambda _self, row: row["Frozen"] != YES if "Frozen" in row else _UNREAD,
    BILL_TO: RecordReader._bill_to,
    PRICE: RecordReader._price,
    NUMBER: lambda self, row: self._number(row) or _UNREAD,
    REFERENCE: RecordReader._reference,
    STATUS: lambda _self, row: "cancelled" if is_cancelled(row) else "posted",
    SUBTOTAL: lambda _self, row: canonical_number(decimal(row.get("DocTotal")) - decimal(row.get("VatSum"))),
    BALANCE: lambda _self, row: canonical_number(
        Decimal(0) if is_cancelled(row) else decimal(row.get("DocTotal")) - decimal(row.get("PaidToDate"))
    ),
    AMOUNT: lambda _self, row: canonical_number(paid(row)),
    APPLIED: RecordReader._applied,
}


def paid(row: Row) -> Decimal:
    """What a payment comes to, however it was made."""
    return sum((decimal(row.get(name)) for name in MEANS), Decimal(0))


def billing_address(row: Row) -> Row:
    """The partner's usual address for bills, else the first one."""
    bills = [one for one in row.get(ADDRESSES) or () if one.get("AddressType") == BILLING]
    if len(bills) > 1 and (usual := row.get("BilltoDefault")):
        return next((one for one in bills if one.get("AddressName") == usual), bills[0])
    return bills[0] if bills else {}


def is_cancelled(row: Row) -> bool:
    return row.get("Cancelled") == YES


def is_away(module: str, row: Row) -> bool:
    if module == CONTACTS:
        return row.get("Active") == NO
    return is_cancelled(row) or row.get("Frozen") == YES


def contact_id(row: Row) -> str:
    return f"{row['CardCode']}/{row['InternalCode']}"


def owner_of(ident: str) -> tuple[str, str]:
    """The partner's code and the contact person's own number."""
    code, _, number = ident.rpartition("/")
    return code, number


def stamp_of(row: Row, day: str, time: str) -> str:
    """``YYYY-MM-DD HH:MM:SS``; empty where the row bears none that is a time."""
    try:
        on = Dialect.read_date(row.get(day)) if day else None
        if not on:
            return ""
        at = (Dialect.read_time(row.get(time)) if time else None) or "00:00:00"
        datetime.fromisoformat(told := f"{on} {at}")
        return told
    except ValueError:
        return ""


@lru_cache(maxsize=4096)
def _ten_minutes(start: str, zone: tzinfo | None) -> str | None:
    """``YYYY-MM-DD HH:M`` in a zone, or this machine's, by everybody's clock: rows changed within ten minutes are converted
    together."""
    at = datetime.fromisoformat(f"{start}0")
    try:
        return stamp(at.replace(tzinfo=zone) if zone else at.astimezone())[:15]
    except (OSError, OverflowError):  # before this machine's calendar begins
        return None


def etag_in(version: str) -> str:
    """The tag as SAP gave it; none where the version is of the content."""
    return "" if version.startswith("=") else version.partition(" ")[0]


def sweep_key(key: str | int) -> str:
    return str(key).zfill(20)


def unreadable(module: str, ident: str, error: ValueError) -> RecordProblem:
    return RecordProblem(
        module,
        ident,
        "unreadable",
        f"A value of this record is not what SAP says it is ({error}). The record was left as it is.",
        "Look at the record in SAP Business One and correct it there.",
    )
