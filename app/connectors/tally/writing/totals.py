"""That a document's figures agree, before any of it is sent. Pure.

Tally refuses a voucher that does not balance, but takes one whose line is not quantity times rate, or whose total is not what
the customer was told (docs/protocols/tally.md: Writing vouchers). Figures are exact decimals; all amounts positive for what the
customer owes (or, of a receipt, has paid), as the records have them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any

from app.model.errors import Rejected
from app.model.values import canonical_number

PAISA = Decimal("0.01")
_HALF = PAISA / 2


def figure(value: Any, field: str, what: str) -> Decimal | None:
    """A canonical number as a decimal. Raises :class:`Rejected` for what is none."""
    if value is None or value == "":
        return None
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        raise Rejected(f"The {what} “{value}” is not a number. Nothing was sent.", field=field) from None
    return number


def money(value: Any, field: str, what: str) -> Decimal | None:
    """An amount to the paisa; Tally keeps no finer ones."""
    number = figure(value, field, what)
    if number is not None and number != number.quantize(PAISA):
        raise Rejected(
            f"The {what} {number} has more than two decimals, which Tally does not keep. Nothing was sent.",
            field=field,
            hint="Round it to two decimals.",
        )
    return number


def product(quantity: Decimal, rate: Decimal, discount: Decimal | None) -> Decimal:
    """Quantity times rate less the discount, rounded as Tally rounds."""
    return (quantity * rate * (100 - (discount or 0)) / 100).quantize(PAISA, ROUND_HALF_UP)


def check_line(line: Mapping[str, Any], number: int) -> None:
    """That a stock line comes to quantity × rate − discount. The rate may itself have been rounded, to its last decimal: half of
    that for each piece is allowed."""
    at = f"LINES[{number}]"
    quantity = figure(line.get("BILLEDQTY"), f"{at}.BILLEDQTY", f"quantity of line {number + 1}")
    rate = figure(line.get("RATE"), f"{at}.RATE", f"rate of line {number + 1}")
    amount = money(line.get("AMOUNT"), f"{at}.AMOUNT", f"amount of line {number + 1}")
    discount = figure(line.get("DISCOUNT"), f"{at}.DISCOUNT", f"discount of line {number + 1}")
    if quantity is None or rate is None or amount is None:
        return
    expected = product(quantity, rate, discount)
    if abs(expected - amount) > PAISA + abs(quantity) * _half_of_last_decimal(rate):
        less = f" less {discount} %" if discount else ""
        raise Rejected(
            f"Line {number + 1}: {quantity} × {rate}{less} is {expected}, but the line's amount is {amount}. "
            "Nothing was sent.",
            field=f"{at}.AMOUNT",
            hint="Correct the quantity, the rate or the amount.",
            code="line_amount",
        )


def _half_of_last_decimal(rate: Decimal) -> Decimal:
    exponent = rate.normalize().as_tuple().exponent
    places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    # A rate in whole rupees or tens of paise is a rounded one as little as one in paise.
    return _HALF if places <= 2 else Decimal(5).scaleb(-places - 1)


def sum_of(rows: Sequence[Mapping[str, Any]], field: str, what: str) -> Decimal:
    """The rows' amounts together."""
    total = Decimal(0)
    for at, row in enumerate(rows):
        total += money(row.get("AMOUNT"), f"{field}[{at}].AMOUNT", f"amount of {what} {at + 1}") or Decimal(0)
    return total


def completed(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields with the amount of each stock line that tells only quantity and rate."""
    if "LINES" not in fields:
        return dict(fields)
    return {**fields, "LINES": [_completed(line, at) for at, line in enumerate(fields["LINES"] or ())]}


def _completed(line: Mapping[str, Any], number: int) -> Mapping[str, Any]:
    if not line.get("STOCKITEM") or line.get("AMOUNT"):
        return line
    quantity = figure(line.get("BILLEDQTY"), f"LINES[{number}].BILLEDQTY", f"quantity of line {number + 1}")
    rate = figure(line.get("RATE"), f"LINES[{number}].RATE", f"rate of line {number + 1}")
    discount = figure(line.get("DISCOUNT"), f"LINES[{number}].DISCOUNT", f"discount of line {number + 1}")
    if quantity is None or rate is None:
        return line
    return {**line, "AMOUNT": canonical_number(product(quantity, rate, discount), money=True)}


def check_document(fields: Mapping[str, Any], known: Sequence[Mapping[str, Any]] = ()) -> Decimal:
    """That lines, taxes and rounding come to the document's total; answers the total. ``known`` are lines that are in Tally
    already: those are as Tally computes them.

    Raises :class:`Rejected` with the figures.
    """
    rows = list(fields.get("LINES") or ())
    for number, line in enumerate(rows):
        if line.get("STOCKITEM") and not any(_computes_alike(line, one) for one in known):
            check_line(line, number)
    lines = sum_of(rows, "LINES", "line")
    taxes = sum_of(list(fields.get("TAXES") or ()), "TAXES", "tax")
    rounding = money(fields.get("ROUNDOFF"), "ROUNDOFF", "rounding") or Decimal(0)
    computed = lines + taxes + rounding
    total = money(fields.get("TOTAL"), "TOTAL", "total")
    if total is not None and total != computed:
        raise Rejected(
            f"The lines ({lines}), the taxes ({taxes}) and the rounding ({rounding}) come to {computed}, but the total says "
            f"{total}. Nothing was sent.",
            field="TOTAL",
            hint="Correct the lines, the taxes, the rounding or the total.",
            code="totals_differ",
        )
    _check_part(fields, "TAXTOTAL", "taxes", (taxes,))
    _check_part(fields, "SUBTOTAL", "lines", (lines, _stock_only(rows)))
    return computed


def _computes_alike(line: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return all(line.get(name) == other.get(name) for name in ("BILLEDQTY", "RATE", "DISCOUNT", "AMOUNT"))


def _stock_only(rows: Sequence[Mapping[str, Any]]) -> Decimal:
    """The lines of goods: many count freight and the like below the subtotal."""
    return sum((Decimal(str(row["AMOUNT"])) for row in rows if row.get("STOCKITEM") and row.get("AMOUNT")), Decimal(0))


def _check_part(fields: Mapping[str, Any], name: str, what: str, sums: Sequence[Decimal]) -> None:
    """That a sum which the document states of a part is that part's."""
    stated = money(fields.get(name), name, f"sum of the {what}")
    if stated is not None and stated not in sums:
        raise Rejected(
            f"The document says that its {what} come to {stated}, but they come to {sums[0]}. Nothing was sent.",
            field=name,
            hint=f"Correct the {what} or their sum.",
            code="totals_differ",
        )


def check_receipt(fields: Mapping[str, Any]) -> tuple[Decimal, Decimal]:
    """A receipt's amount, and what of it is allocated to nothing."""
    amount = money(fields.get("AMOUNT"), "AMOUNT", "amount")
    if amount is None or amount <= 0:
        raise Rejected(
            f"A receipt needs an amount above zero; this one has {amount if amount is not None else 'none'}. Nothing was sent.",
            field="AMOUNT",
        )
    rows = list(fields.get("ALLOCATIONS") or ())
    allocated = sum_of(rows, "ALLOCATIONS", "allocation")
    if any(Decimal(str(row.get("AMOUNT") or 0)) <= 0 for row in rows):
        raise Rejected("An allocation needs an amount above zero. Nothing was sent.", field="ALLOCATIONS")
    if allocated > amount:
        raise Rejected(
            f"The allocations come to {allocated}, more than the {amount} that were received. Nothing was sent.",
            field="ALLOCATIONS",
            hint="Lower an allocation, or raise the amount.",
            code="totals_differ",
        )
    return amount, amount - allocated
