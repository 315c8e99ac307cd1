"""From a row of Zoho's answer to a remote record: canonical values under Zoho's names, and what Zoho leaves for us to compute."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any

from app.connectors.texts import texts_of
from app.connectors.zoho.metadata import TEXTS, FieldInfo
from app.connectors.zoho.modules import Module
from app.connectors.zoho.values import to_canonical
from app.model.clock import stamp, stamp_of
from app.model.records import RemoteRecord, new_record
from app.model.values import Value, canonical_number

MODIFIED, CREATED = "Modified_Time", "Created_Time"
#: Sales orders have no date of their own: a field of this name, if the organisation made one (docs/protocols/zoho.md: Orders).
ORDER_DATE = "Order_Date"
#: What we sum up from the lines; Zoho's own sums may hold taxes, or not (docs/protocols/zoho.md: Documents).
TAXES, NET_TOTAL, TAX_TOTAL = "TAXES", "NET_TOTAL", "TAX_TOTAL"
SUMS = frozenset({TAXES, NET_TOTAL, TAX_TOTAL})
#: What a document comes to in parts. We write no taxes there, so of a document that we made they tell nothing.
_COMPUTED = frozenset({"Sub_Total", "Tax", "Adjustment", *SUMS})
#: Behind a version: it was read in the second in which it was written, and more may have been written since
#: (docs/protocols/zoho.md: Versions have whole seconds).
UNSETTLED = "~"
_FRESH = timedelta(seconds=2)
_CENT = Decimal("0.01")
_PERCENT = Decimal("0.0001")
Row = Mapping[str, Any]


class RecordReader:
    """Of one module. ``wanted``: the top-level fields that a mapping reads (``None``: all there are); ``ours``: ids of records that
    we made and that don't say so. ``asked`` are the fields that a list must be asked for; ``is_whole``: a list tells all that is
    wanted, no record has to be read alone."""

    def __init__(
        self,
        module: Module,
        infos: Mapping[str, FieldInfo],
        hub_key: str,
        wanted: Iterable[str] | None = None,
        ours: Container[str] = (),
    ) -> None:
        self.module = module
        self._ours = ours
        self._hub_key = hub_key if hub_key in infos else ""
        names = set(infos if wanted is None else wanted)
        self._items = module.items if module.items and (wanted is None or names & {module.items, *SUMS}) else None
        self._wants_items = self._items is not None and module.items in names
        self._sums = SUMS if wanted is None else SUMS & names
        self._order_date = (
            module.name == "Sales_Orders" and ORDER_DATE not in infos and (wanted is None or ORDER_DATE in names)
        )
        real = [name for name in infos if name in names and name != module.items and infos[name].data_type != "subform"]
        self._texts = [name for name in real if infos[name].data_type in TEXTS]
        self._take_texts = texts_of(self._texts)
        self._others = [(name, infos[name]) for name in real if name not in self._texts and name != "id"]
        besides = (MODIFIED, module.label, self._hub_key, CREATED if self._order_date else "")
        self.asked = tuple(dict.fromkeys(name for name in (*besides, *real) if name in infos and name != "id"))
        self._infos = infos

    @property
    def is_whole(self) -> bool:
        return self._items is None

    def read(self, row: Row, *, now: datetime | None = None, leave: bool = False) -> RemoteRecord:
        """``now``: Zoho's own time when it told of the record. Raises :class:`ValueError` for a value that can't be read, or leaves
        it out (``leave``): it counts as not read then."""
        ident = str(row["id"])
        hub_key = _text(row.get(self._hub_key)) if self._hub_key else None
        is_ours = hub_key is not None or ident in self._ours
        taken = self._take_texts(row)
        fields: dict[str, Value] = taken if taken is not None else self._one_by_one(row)
        for name, info in self._others:
            if name in row:
                try:
                    fields[name] = to_canonical(row[name], info)
                except ValueError:
                    if not leave:
                        raise
        if self._order_date and not is_ours and row.get(CREATED):
            fields[ORDER_DATE] = str(row[CREATED])[:10]
        if self._items is not None and isinstance(row.get(self._items), list):
            try:
                fields |= self._of_items(self._items, row[self._items])
            except ValueError:
                if not leave:
                    raise
        if is_ours and self.module.items:
            for name in _COMPUTED:
                fields.pop(name, None)
        modified = str(row.get(MODIFIED) or "")
        at = stamp_of(modified)
        fresh = at is not None and now is not None and at > _edge(now)
        version = modified + UNSETTLED if fresh else modified
        label = self.label(row)
        return new_record((self.module.name, ident, version, fields, ident, label, at, ident.zfill(20), False, hub_key))

    def _one_by_one(self, row: Row) -> dict[str, Value]:
        return {name: _text(row[name]) for name in self._texts if name in row}

    def label(self, row: Row) -> str:
        label = row.get(self.module.label)
        return label if label.__class__ is str else _text(label) or ""

    def _of_items(self, name: str, items: Sequence[Row]) -> dict[str, Value]:
        found: dict[str, Value] = {name: [self._item(one) for one in items]} if self._wants_items else {}
        return found | self._summed(items) if self._sums else found

    def _summed(self, items: Sequence[Row]) -> dict[str, Value]:
        taxes = _taxes(items)
        sums: dict[str, Value] = {
            TAXES: taxes,
            NET_TOTAL: _money(sum(map(net, items), Decimal(0))),
            TAX_TOTAL: _money(sum((Decimal(str(one["value"])) for one in taxes), Decimal(0))),
        }
        return {name: value for name, value in sums.items() if name in self._sums}

    def _item(self, row: Row) -> dict[str, Value]:
        product = row.get("Product_Name")
        return {
            "Product_Name": str(product["id"]) if isinstance(product, Mapping) and product.get("id") else None,
            "Description": _text(row.get("Description")),
            "Quantity": _number(row.get("Quantity")),
            "List_Price": _number(row.get("List_Price")),
            "Discount_Percent": _discount(row),
            "Amount": _money(net(row)),
        }


@lru_cache(maxsize=8)
def _edge(now: datetime) -> str:
    """The stamp before which a second is over for certain."""
    return stamp(now - _FRESH)


def sweep_key(ident: object) -> str:
    """Ids are numbers in the order in which records were made; so they sort as text."""
    return str(ident).zfill(20)


def moment(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else None


def _text(value: Any) -> str | None:
    if value is None or value == "":
        return None
    return value if isinstance(value, str) else str(value)


def decimal(value: Any) -> Decimal:
    """A figure of Zoho's; nothing is 0. Raises :class:`ValueError`."""
    try:
        return Decimal(str(value)) if value not in (None, "") else Decimal(0)
    except InvalidOperation:
        raise ValueError("not a number") from None


def _number(value: Any) -> str | None:
    return None if value in (None, "") else canonical_number(str(value))


def _money(value: Decimal) -> str:
    return canonical_number(value.quantize(_CENT) if value == value.quantize(_CENT) else value, money=True)


def net(row: Row) -> Decimal:
    """What a line comes to without taxes."""
    told = row.get("Total_After_Discount")
    return decimal(told) if told is not None else decimal(row.get("Total")) - decimal(row.get("Discount"))


def _discount(row: Row) -> str | None:
    """Zoho keeps a line's discount as an amount."""
    gross = decimal(row.get("Quantity")) * decimal(row.get("List_Price"))
    discount = decimal(row.get("Discount"))
    return canonical_number((discount * 100 / gross).quantize(_PERCENT)) if discount and gross else None


def _taxes(items: Sequence[Row]) -> list[dict[str, Value]]:
    """The lines' taxes, summed by name and rate."""
    sums: dict[tuple[str, str], Decimal] = {}
    for row in items:
        for tax in row.get("Line_Tax") or ():
            rate = canonical_number(str(tax.get("percentage") or 0))
            key = (_text(tax.get("name")) or "", rate)
            value = tax.get("value")
            amount = decimal(value) if value is not None else net(row) * Decimal(rate) / 100
            sums[key] = sums.get(key, Decimal(0)) + amount
    return [
        {"name": name, "percentage": rate, "value": _money(amount.quantize(_CENT))}
        for (name, rate), amount in sums.items()
    ]
