"""The lines of a document as Zoho takes them, and the adjustment that makes its total ours. Pure. (docs/protocols/zoho.md:
Documents)"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from app.connectors.zoho.records import Row, decimal, net
from app.model.errors import Rejected
from app.model.values import Value

_CENT = Decimal("0.01")


def to_items(wanted: Sequence[Mapping[str, Value]], present: Sequence[Row]) -> list[dict[str, Any]]:
    """``wanted`` lines beside those that are there: a line of the same product stays the same line, what is left over is deleted.
    All lines are told of, whatever Zoho makes of lines that a change does not name.

    Raises :class:`Rejected` for a line that Zoho does not take."""
    left = list(present)
    made: list[dict[str, Any]] = []
    for number, line in enumerate(wanted, start=1):
        row = _to_item(line, number)
        same = next((one for one in left if _product(one) == row["Product_Name"]["id"]), None)
        if same is not None:
            left.remove(same)
            row["id"] = str(same["id"])
        made.append(row)
    return made + [{"id": str(one["id"]), "_delete": None} for one in left]


def adjustment(total: Decimal, items: Sequence[Mapping[str, Any]], present: Sequence[Row]) -> Decimal:
    """What has to be added to the lines and their taxes so that a document comes to ``total``."""
    rates = {str(row["id"]): [decimal(tax.get("percentage")) for tax in row.get("Line_Tax") or ()] for row in present}
    found = Decimal(0)
    for row in items:
        if "_delete" in row:
            continue
        came = decimal(row["Quantity"]) * decimal(row["List_Price"]) - decimal(row["Discount"])
        taxes = ((came * rate / 100).quantize(_CENT, ROUND_HALF_UP) for rate in rates.get(row.get("id", ""), ()))
        found += sum(taxes, came)
    return (total - found).quantize(_CENT)


def kept(present: Sequence[Row]) -> list[dict[str, Any]]:
    """The lines that are there, as :func:`adjustment` counts them."""
    return [{"id": str(row["id"]), "Quantity": 1, "List_Price": float(net(row)), "Discount": 0} for row in present]


def _product(row: Row) -> str | None:
    product = row.get("Product_Name")
    return str(product["id"]) if isinstance(product, Mapping) and product.get("id") else None


def _to_item(line: Mapping[str, Value], number: int) -> dict[str, Any]:
    product = line.get("Product_Name")
    if not product:
        raise Rejected(
            f"Line {number} names no product, and Zoho CRM takes only lines that do. Nothing of this document was sent.",
            field="Product_Name",
            hint="Give the line a product, or keep this document out of the sync.",
        )
    quantity, amount = _figure(line.get("Quantity")), _figure(line.get("Amount"))
    price = _figure(line.get("List_Price"))
    if quantity is None:
        quantity = Decimal(1)
    if price is None:
        price = (amount or Decimal(0)) / quantity if quantity else Decimal(0)
    gross = quantity * price
    percent = _figure(line.get("Discount_Percent")) or Decimal(0)
    discount = (gross * percent / 100).quantize(_CENT)
    if amount is not None and abs(gross - discount - amount) <= Decimal(1):
        discount = (gross - amount).quantize(_CENT) if percent else discount
    return {
        "Product_Name": {"id": str(product)},
        "Quantity": _json(quantity),
        "List_Price": _json(price),
        "Discount": _json(discount),
        "Description": line.get("Description"),
    }


def _figure(value: Value) -> Decimal | None:
    return None if value in (None, "") else Decimal(str(value))


def _json(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
