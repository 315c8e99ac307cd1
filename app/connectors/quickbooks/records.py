"""From an object of QuickBooks' to a remote record: canonical values under QuickBooks' names, and what we sum up of a document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from app.connectors.quickbooks.entities import Entity
from app.connectors.quickbooks.fields import fields_of
from app.connectors.quickbooks.taxes import rate_of, tax_lines
from app.connectors.quickbooks.values import EMPTY, Read, filled_reader_of, is_text, reader_of
from app.model.clock import stamp_of
from app.model.records import RecordProblem, RemoteRecord, new_record
from app.model.values import Value, canonical_number

Row = Mapping[str, Any]
#: What is ours to make of an object (docs/protocols/quickbooks.md: Documents).
SUBTOTAL, STATUS, ALLOCATIONS, LINES = "SUBTOTAL", "STATUS", "ALLOCATIONS", "LINES"
TAXES = "TAXES"
NOTE, _VOID = "PrivateNote", "Voided"
DETAIL, TOTAL_LINE = "SalesItemLineDetail", "SubTotalLineDetail"
ADDRESSES = ("BillAddr", "ShipAddr")
ADDRESS_LINES = ("Line1", "Line2", "Line3", "Line4", "Line5")
POSTED, CANCELLED = "posted", "cancelled"


class RecordReader:
    """Of one entity. ``wanted``: the top-level fields that a mapping reads; ``None``: all. ``tax_name``: what a rate is called."""

    def __init__(
        self, entity: Entity, wanted: Iterable[str] | None = None, tax_name: Callable[[str], str] = lambda _rate: "Tax"
    ) -> None:
        self.entity = entity
        self._tax_name = tax_name
        infos = fields_of(entity.name)
        names = set(infos) | {SUBTOTAL, STATUS, ALLOCATIONS, TAXES} if wanted is None else set(wanted)
        wanted_infos = [(name, info) for name, info in infos.items() if name in names and name not in _HEAD]
        self._lines_of = next((reader_of(info) for name, info in wanted_infos if name == "Line"), None)
        self._addresses = [name for name, _ in wanted_infos if name in ADDRESSES]
        self._read = [(name, filled_reader_of(info), is_text(info)) for name, info in wanted_infos if name != "Line"]
        self._names = names

    def read(self, row: Row) -> RemoteRecord:
        """Raises ``ValueError`` for a value that is not what Intuit's schema says."""
        fields: dict[str, Any] = {}
        for name, read, plain in self._read:
            value = row.get(name)
            # Most of them are empty or a text; looking is cheaper than asking.
            if not value and value.__class__ in EMPTY:
                fields[name] = None
            else:
                fields[name] = value if plain and value.__class__ is str else read(value)
        if self._lines_of is not None:
            fields["Line"] = self._lines(row, self._lines_of)
        for name in self._addresses:
            if address := fields[name]:
                address[LINES] = _joined(address)
        if row.get("Active") is False and isinstance(fields.get(self.entity.label), str):
            fields[self.entity.label] = _unmarked(fields[self.entity.label])
        if self.entity.items:
            fields |= self._made(row)
            if self.entity.void_params and fields.get(NOTE) and is_void(row):
                fields[NOTE] = fields[NOTE].removeprefix(_VOID).lstrip(" :-") or None
        ident = str(row["Id"])
        at = stamp_of(str((row.get("MetaData") or {}).get("LastUpdatedTime") or ""))
        version, label = str(row.get("SyncToken") or ""), self.label(row)
        # Ids are numbers that grow; of companies from the desktop product some have letters before them.
        sweep_key = ident.zfill(20)
        return new_record((self.entity.name, ident, version, fields, ident, label, at, sweep_key, False, None))

    def label(self, row: Row) -> str:
        named = str(row.get(self.entity.label) or row.get("DocNumber") or "")
        return _unmarked(named) if row.get("Active") is False else named

    def _lines(self, row: Row, read: Read) -> Any:
        """A document's lines that sell something; QuickBooks adds lines of its own, the subtotal and discounts."""
        if self.entity.name == "Payment":
            return read(row.get("Line"))
        return read(sold(row)) or []

    def _made(self, row: Row) -> dict[str, Value]:
        made: dict[str, Value] = {}
        if SUBTOTAL in self._names and self.entity.name != "Payment":
            made[SUBTOTAL] = _money(sum((decimal(line.get("Amount")) for line in sold(row)), Decimal(0)))
        if self.is_taxed:
            made[TAXES] = [self._tax(line) for line in tax_lines(row)]
        if STATUS in self._names:
            made[STATUS] = CANCELLED if is_void(row) else POSTED
        if ALLOCATIONS in self._names and self.entity.name == "Payment":
            made[ALLOCATIONS] = _allocations(row)
        return made

    @property
    def is_taxed(self) -> bool:
        """Are the names of taxes needed?"""
        return TAXES in self._names and self.entity.items is not None and self.entity.name != "Payment"

    def _tax(self, line: Row) -> dict[str, Value]:
        percent = (line.get("TaxLineDetail") or {}).get("TaxPercent")
        return {
            "name": self._tax_name(rate_of(line)),
            "percentage": None if percent is None else canonical_number(str(percent)),
            "value": _money(decimal(line.get("Amount"))),
        }


#: Told elsewhere of a record.
_HEAD = frozenset({"Id", "SyncToken", "MetaData"})


def sold(row: Row) -> Sequence[Row]:
    return [line for line in row.get("Line") or () if isinstance(line, Mapping) and line.get("DetailType") == DETAIL]


def is_void(row: Row) -> bool:
    """A voided document stays, with nothing in it and a word about it in its note. Of one that comes to nothing for another reason
    (a discount) the lines come to something."""
    amounts = [row.get("TotalAmt"), *(line.get("Amount") for line in row.get("Line") or ())]
    return str(row.get(NOTE) or "").startswith(_VOID) and not any(map(decimal, amounts))


def void_note(note: Any) -> str:
    """The note of a void document, which is void by that word alone."""
    return f"{_VOID}: {note}" if note else _VOID


def _allocations(row: Row) -> list[dict[str, Value]]:
    """What a payment pays: invoices, and what is left on account."""
    made: list[dict[str, Value]] = []
    for line in row.get("Line") or ():
        for linked in line.get("LinkedTxn") or ():
            if linked.get("TxnType") == "Invoice":
                amount = _money(decimal(line.get("Amount")))
                made.append({"Invoice": str(linked["TxnId"]), "Kind": "against", "Amount": amount})
    left = decimal(row.get("UnappliedAmt"))
    if left:
        made.append({"Invoice": None, "Kind": "on_account", "Amount": _money(left)})
    return made


def _unmarked(name: str) -> str:
    """QuickBooks may mark the name of what is out of use: taken into use again it has its own."""
    return name.removesuffix(" (deleted)")


def moment(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else None


def unreadable(entity: str, ident: str, error: ValueError) -> RecordProblem:
    return RecordProblem(
        entity,
        ident,
        "unreadable",
        f"A value of this record is not what QuickBooks says it is ({error}). The record was left as it is.",
        "Look at the record in QuickBooks and correct it there.",
    )


def decimal(value: Any) -> Decimal:
    return Decimal(str(value)) if value not in (None, "") else Decimal(0)


def _money(value: Decimal) -> str:
    return canonical_number(value, money=True)


def _joined(address: Mapping[str, Any]) -> str | None:
    return "\n".join([line for line in map(address.get, ADDRESS_LINES) if line]) or None
