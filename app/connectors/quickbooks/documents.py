"""Lines, taxes and payments as QuickBooks takes them (docs/protocols/quickbooks.md: Documents)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from app.connectors.quickbooks.fields import FieldInfo
from app.connectors.quickbooks.records import DETAIL, TOTAL_LINE, Row, decimal, sold
from app.connectors.quickbooks.values import as_read, to_json
from app.model.errors import Rejected
from app.model.values import canonical_number

_CENT = Decimal("0.01")
#: What a document's tax is worked out by, where it isn't given.
_TAX_CODES = ("TxnTaxCodeRef", "DefaultTaxCodeRef")


def to_lines(
    wanted: Sequence[Row], there: Row, info: FieldInfo, code: Mapping[str, str] | None
) -> list[dict[str, Any]]:
    """All lines, since a list is replaced whole. What of a line that stays isn't ours (its tax code, its class) is kept, and so are
    lines that sell nothing (a discount, a remark). ``code`` is for those without a tax code. Raises :class:`Rejected`."""
    present = as_read(sold(there), info)
    rows = [_line(line, number, present, info, code) for number, line in enumerate(wanted, start=1)]
    others = [line for line in there.get("Line") or () if line.get("DetailType") not in {DETAIL, TOTAL_LINE}]
    return rows + list(as_read(others, info))


def _line(
    line: Row, number: int, present: list[Row], info: FieldInfo, code: Mapping[str, str] | None
) -> dict[str, Any]:
    item = (line.get(DETAIL) or {}).get("ItemRef")
    if not item:
        raise Rejected(
            f"Line {number} names no product, and QuickBooks' lines need one. Nothing of this document was sent.",
            field="ItemRef",
            hint="Give the line a product, or keep this document out of the sync.",
        )
    quantity, price, amount = figures(line)
    if quantity == 0 and amount:
        raise Rejected(
            f"Line {number} has an amount and the quantity 0. Nothing of this document was sent.",
            field="Qty",
            hint="Give the line a quantity: in QuickBooks it is the amount divided by the price.",
        )
    same = next((one for one in present if one[DETAIL].get("ItemRef", {}).get("value") == item), None)
    if same is not None:
        present.remove(same)
    (sent,) = to_json([line], info)
    detail = _over((same or {}).get(DETAIL) or {}, sent[DETAIL])
    detail |= {name: _json(value) for name, value in (("Qty", quantity), ("UnitPrice", price)) if value is not None}
    if code is not None and "TaxCodeRef" not in detail:
        detail["TaxCodeRef"] = dict(code)
    made = {name: value for name, value in (same or {}).items() if name != "LineNum"}
    return {**_over(made, sent), "DetailType": DETAIL, "Amount": _json(amount), DETAIL: detail}


def _over(kept: Row, sent: Row) -> dict[str, Any]:
    """Without what ``sent`` empties."""
    both = {**kept, **sent}
    return {
        name: value
        for name, value in both.items()
        if value is not None and not (isinstance(value, Mapping) and all(inner is None for inner in value.values()))
    }


def figures(line: Row) -> tuple[Decimal | None, Decimal | None, Decimal]:
    """Quantity, price and amount, the one times the other being the third: a discount lies in the price. A line may have an
    amount alone."""
    detail = line.get(DETAIL) or {}
    quantity, price, amount = (
        None if value in (None, "") else decimal(value)
        for value in (detail.get("Qty"), detail.get("UnitPrice"), line.get("Amount"))
    )
    if amount is not None and quantity is None and price is None:
        return None, None, amount
    many = Decimal(1) if quantity is None else quantity
    if amount is None:
        return many, price or Decimal(0), (many * (price or Decimal(0))).quantize(_CENT)
    if many and (price is None or (many * price).quantize(_CENT) != amount):
        return many, (amount / many).quantize(Decimal("0.0000001")), amount
    return many, price or Decimal(0), amount


def line_as_shown(line: Any) -> Any:
    """With the figures that it is sent with."""
    if not isinstance(line, Mapping) or not isinstance(line.get(DETAIL), Mapping):
        return line
    quantity, price, amount = figures(line)
    detail = {
        **line[DETAIL],
        "Qty": None if quantity is None else canonical_number(quantity),
        "UnitPrice": None if price is None else canonical_number(price, money=True),
    }
    return {**line, "Amount": canonical_number(amount, money=True), DETAIL: detail}


def to_tax(wanted: Any, there: Row, info: FieldInfo) -> dict[str, Any] | None:
    """The tax of a document; ``None`` where none is given: QuickBooks then works it out."""
    if not isinstance(wanted, Mapping):
        return None
    sent = to_json({name: value for name, value in wanted.items() if name != "TaxLine"}, info)
    made = {name: value for name, value in (sent or {}).items() if value is not None}
    present = there.get("TxnTaxDetail") or {}
    codes = {name: present[name] for name in _TAX_CODES if present.get(name)}
    return {**codes, **made} if made else None


def to_payments(allocations: Sequence[Row], there: Row, info: FieldInfo) -> list[dict[str, Any]]:
    """What a payment pays; what it pays besides invoices (a journal entry) is kept."""
    others = [line for line in there.get("Line") or () if not _pays_invoice(line)]
    return [
        *as_read(others, info),
        *(
            {
                "Amount": _json(decimal(one.get("Amount"))),
                "LinkedTxn": [{"TxnId": str(one["Invoice"]), "TxnType": "Invoice"}],
            }
            for one in allocations
            if one.get("Invoice")
        ),
    ]


def paid(allocations: Sequence[Row]) -> int | float:
    """What a payment comes to that says only what it is for."""
    return _json(sum((decimal(one.get("Amount")) for one in allocations), Decimal(0)))


def _pays_invoice(line: Row) -> bool:
    return any(linked.get("TxnType") == "Invoice" for linked in line.get("LinkedTxn") or ())


def _json(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
