"""Lines of which the hub tells only some fields, against the lines that a voucher shows. Pure."""

from __future__ import annotations

from typing import Any

import pytest

from app.connectors.tally.writing.unlinked import completed
from app.connectors.tally.writing.voucher_plan import same_line
from app.model.errors import Rejected


def shown(item: str | None, quantity: str | None = "2", **more: Any) -> dict[str, Any]:
    given = {"STOCKITEM": item, "STOCKITEMNAME": item, "DESCRIPTION": None, "GSTHSNNAME": "8421", "BILLEDQTY": quantity}
    return {**given, "UNIT": "Nos", "RATE": "10.00", "DISCOUNT": "5", "GSTRATE": "18", "AMOUNT": "19.00"} | more


def fields(lines: list[Any], name: str) -> list[Any]:
    return [line.get(name) for line in lines]


def test_what_is_not_told_is_kept_and_what_is_told_counts() -> None:
    (line,) = completed(
        [{"STOCKITEM": "bolt", "BILLEDQTY": "3", "DISCOUNT": None, "AMOUNT": "30.00"}], [shown("bolt")], same_line
    )
    assert (line["GSTHSNNAME"], line["UNIT"], line["RATE"], line["GSTRATE"]) == ("8421", "Nos", "10.00", "18")
    assert (line["BILLEDQTY"], line["DISCOUNT"], line["AMOUNT"]) == ("3", None, "30.00")


@pytest.mark.parametrize(("quantity", "amount"), [("2", "19.00"), ("3", None)])
def test_an_amount_is_kept_while_nothing_moves_that_it_comes_of(quantity: str, amount: str | None) -> None:
    (line,) = completed([{"STOCKITEM": "bolt", "BILLEDQTY": quantity}], [shown("bolt")], same_line)
    assert line.get("AMOUNT") == amount


def test_lines_are_known_by_what_they_say_then_by_product_then_by_place() -> None:
    there = [shown("bolt", "2", UNIT="a"), shown("bolt", "4", UNIT="b"), shown("nut", "1", UNIT="c")]
    lines = [{"STOCKITEM": "nut", "BILLEDQTY": "9"}, {"STOCKITEM": "bolt", "BILLEDQTY": "4"}]
    assert fields(completed([*lines, {"STOCKITEM": "bolt", "BILLEDQTY": "5"}], there, same_line), "UNIT") == [
        "c",
        "b",
        "a",
    ]
    without = [{"BILLEDQTY": "4"}, {"BILLEDQTY": "7"}, {"BILLEDQTY": "1"}]
    assert fields(completed(without, there, same_line), "STOCKITEM") == ["bolt", "bolt", "nut"]


def test_another_product_takes_nothing_over() -> None:
    (line,) = completed([{"STOCKITEM": "screw", "BILLEDQTY": "2"}], [shown("bolt")], same_line)
    assert line == {"STOCKITEM": "screw", "BILLEDQTY": "2"}


def test_a_line_more_of_an_untold_product_is_refused() -> None:
    with pytest.raises(Rejected, match="Which product line 2 is of"):
        completed([{"BILLEDQTY": "2"}, {"BILLEDQTY": "1"}], [shown("bolt")], same_line)


def test_lines_without_goods_keep_what_they_are_called() -> None:
    there = [
        shown(None, None, DESCRIPTION="Freight", AMOUNT="40.00"),
        shown(None, None, DESCRIPTION="Packing", AMOUNT="5.00"),
    ]
    lines = completed([{"STOCKITEM": None, "AMOUNT": "5.00"}, {"STOCKITEM": None, "AMOUNT": "45.00"}], there, same_line)
    assert fields(lines, "DESCRIPTION") == ["Packing", "Freight"]
