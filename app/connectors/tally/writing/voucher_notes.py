"""What Tally made of a voucher that it took, compared with what was meant. Pure.

(docs/protocols/tally.md: Writing vouchers) Tally changes much without a word and still counts it as saved: numbers, due dates,
allocations. What matters of that is told in plain words.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from app.connectors.tally.vouchers import RECEIPT


def notes_on(
    module: str, meant: Mapping[str, Any], shown: Mapping[str, Any], changed: Container[str] | None = None
) -> tuple[str, ...]:
    """The differences a person should know of, the gravest first. ``meant`` may lack fields. With ``changed`` only what Tally made
    of these is told, but for figures: the rest was told when it came about."""
    new = meant if changed is None else {name: value for name, value in meant.items() if name in changed}
    return (*_figures(module, meant, shown), *_details(module, new, shown))


def _figures(module: str, meant: Mapping[str, Any], shown: Mapping[str, Any]) -> Iterator[str]:
    total = "AMOUNT" if module == RECEIPT else "TOTAL"
    if _differs(meant, shown, total):
        yield (
            f"ATTENTION: it came to {meant[total]}, but in Tally it reads {shown.get(total) or 'nothing'}. Look at it in Tally"
        )
    if _differs(meant, shown, "DATE"):
        yield f"ATTENTION: it was dated {meant['DATE']}, but in Tally it is dated {shown.get('DATE')}. Look at it in Tally"
    for name, words in (("LINES", "lines"), ("TAXES", "taxes")):
        sent, kept = _rows(meant, name), _rows(shown, name)
        if name in meant and (len(kept) < len(sent) or _sum(sent) != _sum(kept)):
            yield (
                f"ATTENTION: {len(sent)} {words} that come to {_sum(sent)} were sent; Tally shows {len(kept)} that come to "
                f"{_sum(kept)}. Look at it in Tally"
            )


def _details(module: str, meant: Mapping[str, Any], shown: Mapping[str, Any]) -> Iterator[str]:
    if _differs(meant, shown, "VOUCHERNUMBER"):
        yield (
            f"Tally gave it the number {shown.get('VOUCHERNUMBER') or '(none)'} instead of {meant['VOUCHERNUMBER']}: its voucher "
            "type numbers by itself"
        )
    if meant.get("STATUS") == "posted" and shown.get("STATUS") == "draft":
        yield "It is an Optional voucher in Tally, a draft, until somebody accepts it there"
    if _differs(meant, shown, "DUEDATE"):
        yield f"Its due date {meant['DUEDATE']} reads {shown.get('DUEDATE') or 'empty'} in Tally"
    yield from _undescribed(_rows(meant, "LINES"))
    yield from _quantities(_rows(meant, "LINES"), _rows(shown, "LINES"))
    if module == RECEIPT:
        yield from _allocations(_rows(meant, "ALLOCATIONS"), _rows(shown, "ALLOCATIONS"))


def _undescribed(sent: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Of goods Tally keeps a description in a list of its own, whose form in a collection is told nowhere: it isn't sent."""
    lines = [str(at) for at, row in enumerate(sent, 1) if row.get("STOCKITEM") and row.get("DESCRIPTION")]
    if lines:
        yield f"What describes its goods (line {', '.join(lines)}) stays in SalesMate Sync: it is not sent to Tally"


def _quantities(sent: Sequence[Mapping[str, Any]], kept: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """A unit without decimals cuts them off."""
    goods = ([row for row in rows if row.get("STOCKITEM")] for rows in (sent, kept))
    for at, (one, other) in enumerate(zip(*goods, strict=False)):
        if one.get("BILLEDQTY") and one["BILLEDQTY"] != other.get("BILLEDQTY"):
            yield f"Line {at + 1}: the quantity {one['BILLEDQTY']} reads {other.get('BILLEDQTY') or 'empty'} in Tally"


def _allocations(sent: Sequence[Mapping[str, Any]], kept: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    left = [(row.get("KIND"), _amount(row)) for row in kept]
    lost = []
    for row in sent:
        entry = (row.get("KIND"), _amount(row))
        if entry in left:
            left.remove(entry)
        else:
            lost.append(row)
    if lost and not kept:
        yield "Tally kept none of its allocations: the customer's ledger is not bill-wise"
    elif lost:
        amounts = ", ".join(str(_amount(row)) for row in lost)
        yield f"Tally kept some of its allocations in another form ({amounts}). Look at it in Tally"


def _differs(meant: Mapping[str, Any], shown: Mapping[str, Any], name: str) -> bool:
    """Whether something was meant and reads otherwise."""
    return bool(meant.get(name)) and meant[name] != shown.get(name)


def _rows(fields: Mapping[str, Any], name: str) -> Sequence[Mapping[str, Any]]:
    return fields.get(name) or ()


def _amount(row: Mapping[str, Any]) -> Decimal:
    return Decimal(row.get("AMOUNT") or 0)


def _sum(rows: Sequence[Mapping[str, Any]]) -> Decimal:
    return sum((_amount(row) for row in rows), Decimal(0))
