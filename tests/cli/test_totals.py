"""``totals`` as a person types it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from app import bootstrap

COMPANY = bootstrap.DEMO_COMPANY
MONTHS = ("--from", "2026-07", "--to", "2026-09")


@pytest.fixture(scope="module")
def site(new_site: Any) -> Iterator[Any]:
    """Others count on theirs as nobody has synced it."""
    with new_site() as made:
        yield made


@pytest.fixture
def synced(command) -> None:
    assert command("sync", COMPANY).code == 0


def test_equal_books(command, synced) -> None:
    found = command("totals", COMPANY, *MONTHS)
    assert found.code == 0
    assert "Both sides come to the same." in found.out
    assert "Reading 2026-08 (2 of 3)" in found.err


def test_what_differs_is_named(command, site, synced) -> None:
    books = site.tally.books(COMPANY)
    customer, item = next(iter(books.customers())).name, next(iter(books.items())).name
    made = site.tally.control.add_invoice(COMPANY, customer, "2026-08-20", [(item, "2", "50.00")])
    try:
        number = books.document(made).number
        found = command("totals", COMPANY, *MONTHS)
        assert found.code == 1
        assert "≠" in found.out
        assert f"2026-08-20  Invoice {number}: only there; here –, there 118.00" in found.out
        answer = json.loads(command("totals", COMPANY, *MONTHS, "--json").out)
    finally:
        site.tally.control.delete_voucher(COMPANY, made)
    (row,) = [row for row in answer["totals"] if row["differs"]]
    assert (row["month"], row["module"], row["difference"]) == ("2026-08", "Sales", "-118.00")
    assert [one["kind"] for one in answer["differences"]] == ["only_there"]


def test_could_not_run(command, site) -> None:
    assert command("totals", "nobody").code == 2
    assert command("totals", COMPANY, "--from", "soon").code == 2
    site.tally.control.connector_off()
    try:
        found = command("totals", COMPANY, *MONTHS)
    finally:
        site.tally.control.connector_on()
    assert found.code == 2
    assert "Error:" in found.err
