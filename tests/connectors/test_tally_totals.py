"""What the months come to, read by light requests, against the books themselves."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app.connectors.base import BookedAmount, PeriodTotal
from app.model.cancel import CancelToken
from app.model.errors import Cancelled
from app.simulator import CompanySpec, Quirks, SimulatedTally
from app.simulator.truth import Books
from tests.connectors.tally_rig import COMPANY, TallyRig

MODULES = ("Sales Order", "Sales", "Receipt")
FIRST, LAST = "2025-04", "2026-09"


@pytest.fixture
def tally(tmp_path: Path) -> Iterator[TallyRig]:
    with SimulatedTally([CompanySpec(COMPANY, customers=15, items=8, vouchers=160, seed=5)]) as sim:
        yield TallyRig(sim, tmp_path)


def documents(books: Books) -> dict[str, list[tuple[str, str, str, Decimal]]]:
    """``(id, month, status, amount)`` of each module, by the books' own reckoning."""
    found: dict[str, list[Any]] = {"Receipt": list(books.receipts())}
    found |= {"Sales Order": list(books.orders()), "Sales": list(books.invoices())}
    return {
        module: [
            (str(one.master_id), f"{one.date:%Y-%m}", one.status, getattr(one, "amount", None) or one.total)
            if module != "Receipt"
            else (str(one.master_id), f"{one.date:%Y-%m}", one.status, one.amount)
            for one in rows
        ]
        for module, rows in found.items()
    }


def expected(books: Books) -> dict[tuple[str, str, str], tuple[int, Decimal]]:
    sums: dict[tuple[str, str, str], tuple[int, Decimal]] = {}
    for module, rows in documents(books).items():
        for _, month, status, amount in rows:
            if status != "cancelled":
                count, total = sums.get((module, month, status), (0, Decimal(0)))
                sums[module, month, status] = (count + 1, total + amount)
    return sums


def as_dict(totals: list[PeriodTotal]) -> dict[tuple[str, str, str], tuple[int, Decimal]]:
    return {(one.module, one.month, one.status): (one.count, Decimal(one.amount)) for one in totals}


def test_months_come_to_what_the_books_say(tally: TallyRig) -> None:
    invoices = list(tally.books.invoices())
    tally.sim.control.cancel_voucher(COMPANY, invoices[3].master_id)
    tally.sim.control.edit_voucher(COMPANY, invoices[5].master_id, optional=True)
    tally.sim.control.edit_voucher(COMPANY, invoices[7].master_id, scale=-1)  # a credit
    found = as_dict(tally.open().month_totals(MODULES, FIRST, LAST, CancelToken()))
    assert found == expected(tally.books)
    assert any(status == "draft" for _, _, status in found)


@pytest.mark.parametrize("quirk", ["nested_bills_wrong", "honour_filters"])
def test_installs_that_differ(quirk: str, tally: TallyRig) -> None:
    tally.sim.control.set_quirk(quirk, not getattr(Quirks(), quirk))
    assert as_dict(tally.open().month_totals(MODULES, FIRST, LAST, CancelToken())) == expected(tally.books)


def test_one_month_voucher_by_voucher(tally: TallyRig) -> None:
    rows = documents(tally.books)["Sales"]
    month = rows[len(rows) // 2][1]
    cancelled = next(ident for ident, when, _, _ in rows if when == month)
    tally.sim.control.cancel_voucher(COMPANY, int(cancelled))
    found = {one.id: one for one in tally.open().month_amounts("Sales", month, CancelToken())}
    truth = {row[0]: row for row in documents(tally.books)["Sales"] if row[1] == month}
    assert found.keys() == truth.keys()
    for ident, one in found.items():
        _, _, status, amount = truth[ident]
        assert (one.status, Decimal(one.amount)) == (status, Decimal(0) if status == "cancelled" else amount)
        assert one.date.startswith(month)
    assert found[cancelled] == BookedAmount(
        "Sales", cancelled, found[cancelled].label, found[cancelled].date, "0.00", "cancelled"
    )


def test_receipts_whose_party_is_said_to_be_the_bank(tally: TallyRig) -> None:
    customer = tally.a_customer()
    made = tally.sim.control.add_receipt(COMPANY, customer.name, "2026-09-30", "1234.56")
    found = {one.id: one.amount for one in tally.open().month_amounts("Receipt", "2026-09", CancelToken())}
    assert found[str(made)] == "1234.56"


def test_only_from_the_earliest_date_that_is_synced(tally: TallyRig) -> None:
    connector = tally.open(from_date="2026-02-10")
    months = {one.month for one in connector.month_totals(MODULES, FIRST, LAST, CancelToken())}
    assert min(months) == "2026-02"
    assert all(one.date >= "2026-02-10" for one in connector.month_amounts("Sales", "2026-02", CancelToken()))
    asked = tally.requests()
    assert connector.month_amounts("Sales", "2025-12", CancelToken()) == []
    assert tally.requests() == asked


def test_in_parts_one_at_a_time_and_stopped_between(tally: TallyRig) -> None:
    connector = tally.open()
    connector.month_totals(("Sales",), "2026-09", "2026-09", CancelToken())
    before = tally.requests()
    connector.month_totals(("Sales",), FIRST, LAST, CancelToken())
    assert tally.requests() - before > 10  # no request asks for more than a month
    assert tally.sim.max_in_flight == 1
    stopped = CancelToken()
    stopped.cancel()
    with pytest.raises(Cancelled):
        connector.month_totals(("Sales",), FIRST, LAST, stopped)


def test_educational_days(tmp_path: Path) -> None:
    with SimulatedTally([CompanySpec(COMPANY, customers=10, items=5, vouchers=80, educational=True)]) as sim:
        tally = TallyRig(sim, tmp_path)
        assert as_dict(tally.open().month_totals(MODULES, FIRST, LAST, CancelToken())) == expected(tally.books)
