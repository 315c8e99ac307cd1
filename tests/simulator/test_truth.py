"""The generated books are sound, and the XML says what the books say, to the paisa."""

from __future__ import annotations

import html
import re
from decimal import Decimal

import pytest

from app.simulator import CompanySpec, SimulatedTally
from app.simulator.generate import generate
from app.simulator.names import gstin_check
from tests.simulator.conftest import DEMO, Asker, values

SPEC = CompanySpec(DEMO, customers=60, items=40, vouchers=400)


@pytest.fixture(scope="module")
def world():
    with SimulatedTally([SPEC]) as sim:
        yield sim, Asker(sim), sim.books(DEMO)


def blocks(text, tag):
    return re.findall(rf"<{tag} [^>]*>.*?</{tag}>", text, re.S)


def lists(text, tag):
    return [body for body in re.findall(rf"<{tag}\.LIST>(.*?)</{tag}\.LIST>", text, re.S) if body.strip()]


def one(text, tag):
    found = values(text, tag)
    return html.unescape(found[0]) if found else None


def test_deterministic():
    first, second = generate(SPEC), generate(SPEC)
    assert first.guid == second.guid

    def row(v):
        return (
            v.id,
            v.date,
            v.number,
            v.narration,
            [(e.ledger.name, e.amount, e.bills) for e in v.entries],
            [(x.item.name, x.qty, x.amount) for x in v.lines],
        )

    assert [row(v) for v in first.vouchers.values()] == [row(v) for v in second.vouchers.values()]
    other = generate(CompanySpec(DEMO, seed=2))
    assert [v.total() for v in other.vouchers.values()] != [v.total() for v in first.vouchers.values()]


def test_every_voucher_balances_and_dates_grow(world):
    _, _, books = world
    vouchers = list(books.vouchers())
    assert all(v.balance() == 0 for v in vouchers)
    assert [v.date for v in vouchers] == sorted(v.date for v in vouchers)
    assert sum(total for total, _ in books.balances().values()) == 0


def test_the_mix(world):
    _, _, books = world
    vouchers = list(books.vouchers())
    share = {
        kind: sum(v.kind == kind for v in vouchers) / len(vouchers) for kind in ("Sales", "Sales Order", "Receipt")
    }
    assert 0.45 < share["Sales"] < 0.65
    assert 0.10 < share["Sales Order"] < 0.20
    assert 0.15 < share["Receipt"] < 0.27
    assert any(v.cancelled for v in vouchers)
    assert any(v.optional for v in vouchers)
    assert {v.type.name for v in vouchers} >= {
        "Sales",
        "Tax Invoice",
        "Web Sales",
        "Sales Order",
        "Receipt",
        "Purchase",
        "Journal",
        "Payment",
    }
    assert any(v.party and v.party.name == "Cash" and v.kind == "Sales" for v in vouchers)
    assert {e.ledger.name for v in vouchers for e in v.entries} >= {
        "Output CGST",
        "Output IGST",
        "Round Off",
        "Freight & Forwarding",
    }
    kinds = {bill.kind for v in vouchers for e in v.entries for bill in e.bills}
    assert kinds == {"New Ref", "Agst Ref", "On Account", "Advance"}


def test_gstins_pass_their_checksum_and_are_unique(world):
    _, _, books = world
    gstins = [c.gstin for c in books.customers() if c.gstin]
    assert len(gstins) == len(set(gstins)) > 20
    assert all(len(g) == 15 and gstin_check(g[:14]) == g[14] for g in gstins)
    assert gstin_check("27AAPFU0939F1Z") == "V"  # a published example


def test_customers_sit_at_three_depths(world):
    _, _, books = world
    assert {len(c.group_path) for c in books.customers()} == {2, 3, 4}


def test_ledgers_equal_the_books(world):
    _, ask, books = world
    text = ask.collection(
        "Ledger",
        "GUID, PARENT, OPENINGBALANCE, CLOSINGBALANCE, PARTYGSTIN, EMAIL, CREDITLIMIT, INCOMETAXNUMBER, LEDMAILINGDETAILS.LIST",
    )
    by_guid = {one(block, "GUID"): block for block in blocks(text, "LEDGER")}
    for customer in books.customers():
        block = by_guid[customer.guid]
        assert html.unescape(re.search(r'NAME="([^"]*)"', block)[1]) == customer.name
        assert one(block, "PARENT") == customer.group
        for tag, value in (("OPENINGBALANCE", customer.opening_balance), ("CLOSINGBALANCE", customer.closing_balance)):
            assert one(block, tag) == ("" if value is None else f"{-value:.2f}"), (customer.name, tag)
        assert (one(block, "PARTYGSTIN") or "") == customer.gstin
        assert one(block, "EMAIL") == customer.email
        mailing = lists(block, "LEDMAILINGDETAILS")
        assert tuple(html.unescape(line) for line in values(mailing[-1], "ADDRESS")) == customer.address


def test_items_equal_the_books(world):
    _, ask, books = world
    text = ask.collection(
        "StockItem",
        "GUID, BASEUNITS, PARTNO, OPENINGBALANCE, CLOSINGBALANCE, CLOSINGVALUE, GSTDETAILS.LIST, HSNDETAILS.LIST",
    )
    by_guid = {one(block, "GUID"): block for block in blocks(text, "STOCKITEM")}
    compound = 0
    for product in books.items():
        block = by_guid[product.guid]
        assert one(block, "CLOSINGVALUE") == ("" if product.closing_value is None else f"{-product.closing_value:.2f}")
        shown = one(block, "CLOSINGBALANCE")
        if product.unit.startswith("Dzn") and shown:
            compound += 1
            dozens = re.match(r" (-?)(\d+) Dzn(?: (\d+) Pcs)?$", shown)
            pieces = Decimal(dozens[2]) * 12 + Decimal(dozens[3] or 0)
            assert (-pieces if dozens[1] else pieces) == product.closing_quantity
        elif product.closing_quantity:
            assert Decimal(shown.split()[0]) == product.closing_quantity
        else:
            assert shown == ""
        assert Decimal(values(lists(block, "GSTDETAILS")[-1], "GSTRATE")[2].strip()) == product.gst_rate
        assert values(block, "HSNCODE")[-1] == product.hsn_code
    assert compound


def test_documents_equal_the_books(world):
    _, ask, books = world
    fetch = (
        "MASTERID, DATE, NARRATION, PARTYLEDGERNAME, ISOPTIONAL, ISCANCELLED, REFERENCE, ALLINVENTORYENTRIES.STOCKITEMNAME, "
        "ALLINVENTORYENTRIES.AMOUNT, ALLINVENTORYENTRIES.BILLEDQTY, ALLINVENTORYENTRIES.RATE, ALLLEDGERENTRIES.LEDGERNAME, "
        "ALLLEDGERENTRIES.AMOUNT, ALLLEDGERENTRIES.BILLALLOCATIONS.NAME, ALLLEDGERENTRIES.BILLALLOCATIONS.AMOUNT"
    )
    rows = {int(one(block, "MASTERID")): block for block in blocks(ask.vouchers(fetch), "VOUCHER")}
    documents = [*books.invoices(), *books.orders()]
    assert len(documents) > 200
    for document in documents:
        block = rows[document.master_id]
        assert one(block, "DATE") == document.date.strftime("%Y%m%d")
        assert one(block, "VOUCHERNUMBER") == document.number
        assert one(block, "NARRATION") == document.narration
        assert (one(block, "ISCANCELLED"), one(block, "ISOPTIONAL")) == (
            "Yes" if document.status == "cancelled" else "No",
            "Yes" if document.status == "draft" else "No",
        )
        entries = lists(block, "ALLLEDGERENTRIES")
        if document.status == "cancelled":
            assert entries == []
            continue
        goods = [line for line in document.lines if line.product]
        stock = lists(block, "ALLINVENTORYENTRIES")
        assert [html.unescape(values(row, "STOCKITEMNAME")[0]) for row in stock] == [line.product for line in goods]
        assert [Decimal(values(row, "AMOUNT")[0]) for row in stock] == [line.amount for line in goods]
        amounts = {
            html.unescape(values(row, "LEDGERNAME")[0]): values(row, "AMOUNT")[0]
            .rsplit("=", 1)[-1]
            .replace("I₹", "")
            .replace(" ", "")
            for row in entries
        }
        assert -Decimal(amounts[document.party]) == document.total
        for tax in document.taxes:
            assert Decimal(amounts[tax.ledger]) == tax.amount
        assert (
            document.subtotal + document.tax_total + document.round_off + sum(c.amount for c in document.charges)
            == document.total
        )
        bills = [
            (html.unescape(values(row, "NAME")[0]), -Decimal(values(row, "AMOUNT")[0]))
            for row in lists(entries[0], "BILLALLOCATIONS")
        ]
        assert bills == [(a.reference, a.amount) for a in document.allocations]


def test_receipts_equal_the_books(world):
    _, ask, books = world
    for receipt in books.receipts():
        if receipt.status == "cancelled":
            continue
        text = ask.object("Voucher", f"ID:{receipt.master_id}")
        names, amounts = (
            values(text, "LEDGERNAME"),
            [values(block, "AMOUNT")[-1] for block in lists(text, "ALLLEDGERENTRIES")],
        )
        assert html.unescape(names[0]) == receipt.party
        assert names[1] == receipt.account
        assert Decimal(one(lists(text, "ALLLEDGERENTRIES")[0].split("<BILLALLOCATIONS")[0], "AMOUNT")) == receipt.amount
        assert amounts
        if receipt.instrument_number:
            assert one(text, "INSTRUMENTNUMBER") == receipt.instrument_number


def test_running_balances_equal_the_sums(world):
    _, _, books = world
    balances = books.balances()
    for ledger in books.company.ledgers.values():
        moved, count = balances.get(ledger.id, (0, 0))
        assert (ledger.movement, ledger.touched) == (moved, count)


def test_closing_follows_the_period_where_the_install_does(make_sim, asker):
    sim = make_sim()
    ask = asker(sim)
    name = next(v.party.name for v in reversed(list(sim.books(DEMO).vouchers("Sales"))) if v.party and v.posts)
    fetch = {"SVFROMDATE": "20250401", "SVTODATE": "20250402"}
    now = ask.collection("Ledger", "CLOSINGBALANCE", f'$Name = "{name}"', **fetch)
    sim.control.set_quirk("closing_follows_period", True)
    then = ask.collection("Ledger", "CLOSINGBALANCE", f'$Name = "{name}"', **fetch)
    assert values(now, "CLOSINGBALANCE") != values(then, "CLOSINGBALANCE")
