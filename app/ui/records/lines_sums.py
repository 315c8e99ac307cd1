"""What the figures of a document's lines come to: exact decimals, rounded to two places as the books round. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation, localcontext
from typing import Any

from app.model.values import canonical_number

Line = Mapping[str, Any]
PAISA = Decimal("0.01")
_NOTHING = Decimal(0)
#: More than any book has, few enough that no product of three of them is rounded.
_MOST_DIGITS, _PRECISION = 30, 120
_RATE_IN_NAME = re.compile(r"(\d+(?:\.\d+)?)\s*%")
#: What of a line's GST rate a tax takes, by what its name holds.
_SHARES = (
    ("IGST", Decimal(1)), ("CGST", Decimal("0.5")), ("SGST", Decimal("0.5")), ("UTGST", Decimal("0.5")),
)  # fmt: skip


def cleaned(text: str) -> str | None:
    """A typed number as the services take it: ``₹ 2,00,000.50`` is ``200000.50``. What is none stays as it was typed."""
    return text.replace(",", "").replace("₹", "").replace("%", "").strip() or None


def number(value: Any) -> Decimal | None:
    """Nothing, too, for what is no number: the services say so when it is saved."""
    try:
        found = Decimal(str(value)) if value not in (None, "") else None
    except InvalidOperation:
        return None
    if found is None or not found.is_finite() or len(found.as_tuple().digits) > _MOST_DIGITS:
        return None
    return found if abs(found.adjusted()) <= _MOST_DIGITS else None


def written(amount: Decimal) -> str:
    """``1234.50``."""
    return canonical_number(_rounded(amount), money=True)


def total(lines: Sequence[Line]) -> Decimal:
    """The amounts together."""
    with localcontext() as context:
        context.prec = _PRECISION
        return sum((number(each.get("amount")) or _NOTHING for each in lines), _NOTHING)


def line_amount(line: Line) -> Decimal | None:
    """Quantity × rate less the discount; nothing where one of the two is missing."""
    quantity, rate = number(line.get("quantity")), number(line.get("rate"))
    if quantity is None or rate is None:
        return None
    with localcontext() as context:
        context.prec = _PRECISION
        return _rounded(quantity * rate * (100 - (number(line.get("discount_percent")) or _NOTHING)) / 100)


def tax_amount(tax: Line, lines: Sequence[Line], rate_without: Decimal | None = None) -> Decimal | None:
    """A tax with a rate (its own, or one in its name) is taken of the lines with that GST rate or, for the halves of CGST and
    SGST, twice it; of all lines where none has a GST rate. One without takes its share of each line's GST rate, and
    ``rate_without`` (percent) of the lines that have none. Nothing where that says nothing of this tax."""
    share, rate = _share(tax), _rate(tax)
    with localcontext() as context:
        context.prec = _PRECISION
        if rate is not None:
            base = _base(rate, share, lines)
            return None if base is None else _rounded(base * rate / 100)
        if rate_without is None and (share is None or not any(_gst(line) is not None for line in lines)):
            return None
        return _rounded(sum((_part(line, share, rate_without) for line in lines), _NOTHING))


def implied_rate(tax: Line, lines: Sequence[Line]) -> Decimal | None:
    """The percentage of all lines that a tax comes to, where neither says one: two decimals at most, or nothing."""
    amount, base = number(tax.get("amount")), total(lines)
    if _rate(tax) is not None or not amount or not base or any(_gst(line) is not None for line in lines):
        return None
    with localcontext() as context:
        context.prec = _PRECISION
        rate = _rounded(amount * 100 / base)
        return rate if _rounded(base * rate / 100) == amount else None


def _base(rate: Decimal, share: Decimal | None, lines: Sequence[Line]) -> Decimal | None:
    rates = [_gst(line) for line in lines]
    if all(each is None for each in rates):
        return total(lines)
    wanted = {rate / share} if share is not None else {rate, 2 * rate}
    chosen = [line for line, each in zip(lines, rates, strict=True) if each in wanted]
    return total(chosen) if chosen else None


def _part(line: Line, share: Decimal | None, rate_without: Decimal | None) -> Decimal:
    gst = _gst(line)
    percent = rate_without if gst is None else gst * share if share is not None else None
    return (number(line.get("amount")) or _NOTHING) * (percent or _NOTHING) / 100


def _gst(line: Line) -> Decimal | None:
    return number(line.get("gst_rate"))


def _rate(tax: Line) -> Decimal | None:
    given = number(tax.get("rate"))
    if given is not None:
        return given
    named = _RATE_IN_NAME.search(str(tax.get("name") or ""))
    return Decimal(named[1]) if named else None


def _share(tax: Line) -> Decimal | None:
    name = str(tax.get("name") or "").upper()
    return next((share for head, share in _SHARES if head in name), None)


def _rounded(amount: Decimal) -> Decimal:
    with localcontext() as context:
        context.prec = _PRECISION
        return amount.quantize(PAISA, ROUND_HALF_UP)
