"""Lines of which not every field is linked outwards: what isn't is kept as the voucher shows it. Pure.

A change sends a voucher's lines whole. A field that no link sends is missing in the hub's line (one that is cleared is there, and
empty), and would be lost with a line that is made anew.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from app.model.errors import Rejected

Line = Mapping[str, Any]

#: What the hub may know of a line besides its amount, which comes of some of these.
_KEPT = ("STOCKITEM", "DESCRIPTION", "GSTHSNNAME", "BILLEDQTY", "UNIT", "RATE", "DISCOUNT", "GSTRATE")
_FIGURES = ("BILLEDQTY", "RATE", "DISCOUNT")


def completed(lines: Sequence[Line], shown: Sequence[Line], alike: Callable[[Line, Line], bool]) -> list[Line]:
    """The hub's ``lines`` with what they lack of the ``shown`` ones that they are. ``alike``: does a shown line read as a line of
    the hub's? Raises :class:`Rejected` where it can't be told which product a line is of."""
    found: list[Line | None] = [None] * len(lines)
    free = list(enumerate(shown))
    same_count = len(lines) == len(shown)
    tests: tuple[Callable[[int, int, Line, Line], bool], ...] = (
        # A line whose product isn't told is the one in its place.
        lambda at, place, line, _one: same_count and at == place and "STOCKITEM" not in line,
        lambda _at, _place, line, one: alike(one, line) and _same_kind(line, one),
        lambda _at, _place, line, one: bool(one.get("STOCKITEM")) and one["STOCKITEM"] == line.get("STOCKITEM"),
        lambda _at, _place, line, one: same_count and _same_kind(line, one),
    )
    for test in tests:
        for at, line in enumerate(lines):
            pair = next(((place, one) for place, one in free if test(at, place, line, one)), None)
            if found[at] is None and pair is not None:
                found[at] = pair[1]
                free.remove(pair)
    return [_completed(at, line, found[at], shown) for at, line in enumerate(lines)]


def _same_kind(line: Line, shown: Line) -> bool:
    """Of the same product or, as far as the hub tells, of none."""
    return "STOCKITEM" not in line or (line["STOCKITEM"] or None) == (shown.get("STOCKITEM") or None)


def _completed(at: int, line: Line, one: Line | None, shown: Sequence[Line]) -> Line:
    if one is None:
        if "STOCKITEM" not in line and any(other.get("STOCKITEM") for other in shown):
            raise Rejected(
                f"Which product line {at + 1} is of is not sent to Tally, and the lines there do not tell. Nothing was sent.",
                field=f"LINES[{at}].STOCKITEM",
                code="line_unknown",
                hint="Link the product of the lines both ways, or make this change in Tally.",
            )
        return line
    kept = {name: one.get(name) for name in _KEPT if name not in line}
    if "AMOUNT" not in line and all(line.get(name, one.get(name)) == one.get(name) for name in _FIGURES):
        kept["AMOUNT"] = one.get("AMOUNT")
    return {**line, **kept}
