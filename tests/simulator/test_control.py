"""What the accountant does, and how far AlterIDs and counters follow."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from http.client import HTTPException

import pytest

from tests.simulator.conftest import DEMO, values


@pytest.fixture
def books(sim):
    return sim.books(DEMO)


def test_edits_move_one_counter_and_one_alterid(sim, ask, books):
    mst, vch = books.company.alt_mst, books.company.alt_vch
    alter_id = sim.control.edit_customer(
        DEMO, "Peña Exports", mobile="9800000000", address="One\nTwo", gstin="27AAPCA7709C1Z7"
    )
    assert (books.company.alt_mst, books.company.alt_vch, alter_id) == (mst + 1, vch, mst + 1)
    text = ask.collection("Ledger", "LEDGERMOBILE, ALTERID, PARTYGSTIN", f"$AlterID > {mst}")
    assert values(text, "LEDGERMOBILE") == ["9800000000"]
    assert values(text, "PARTYGSTIN") == ["27AAPCA7709C1Z7"]


def test_rename_shows_in_old_vouchers_without_moving_them(sim, ask, books):
    voucher = next(v for v in books.vouchers() if v.party and v.party.name.startswith("नमस्ते"))
    alter_id = voucher.alter_id
    sim.control.rename_customer(DEMO, voucher.party.name, "Namaste & Co")
    text = ask.vouchers("PARTYLEDGERNAME, ALTERID", f"$MasterID = {voucher.id}")
    assert values(text, "PARTYLEDGERNAME") == ["Namaste &amp; Co"]
    assert values(text, "ALTERID") == [f" {alter_id}"]


def test_vouchers_move_balances_but_not_the_ledgers_alterid(sim, ask, books):
    before = books.customer("Peña Exports")
    made = sim.control.add_invoice(DEMO, "Peña Exports", "2026-08-05", [('Laptop 14"', 2, "100.00")])
    after = books.customer("Peña Exports")
    assert after.alter_id == before.alter_id
    assert after.closing_balance - (before.closing_balance or 0) == books.document(made).total
    sim.control.edit_voucher(DEMO, made, scale=2)
    assert books.customer("Peña Exports").closing_balance - (before.closing_balance or 0) == books.document(made).total
    sim.control.delete_voucher(DEMO, made)
    assert books.customer("Peña Exports").closing_balance == before.closing_balance


def test_delete_leaves_no_tombstone_only_the_counter(sim, ask, books):
    made = sim.control.add_receipt(DEMO, "Peña Exports", "2026-09-30", "10.00")
    counter = books.company.alt_vch
    sim.control.delete_voucher(DEMO, made)
    assert books.company.alt_vch == counter + 1
    assert "<VOUCHER " not in ask.vouchers("DATE", f"$AlterID > {counter}")
    sim.control.set_quirk("delete_moves_counter", False)
    sim.control.delete_voucher(DEMO, next(iter(books.company.vouchers)))
    assert books.company.alt_vch == counter + 1


def test_auto_renumber_moves_numbers_and_no_alterid(sim, books):
    receipts = [v for v in books.vouchers("Receipt") if v.date >= books.company.period[0]]
    before = {v.id: (v.number, v.alter_id) for v in receipts}
    assert [v.number for v in receipts] == [str(at + 1) for at in range(len(receipts))]
    made = sim.control.insert_voucher(DEMO, "2026-04-01")
    moved = [v for v in receipts if v.number != before[v.id][0]]
    assert len(moved) >= len(receipts) - 2
    assert all(v.alter_id == before[v.id][1] for v in receipts)
    sim.control.delete_voucher(DEMO, made)
    assert all((v.number, v.alter_id) == before[v.id] for v in receipts)


def test_auto_retain_keeps_numbers(sim, books):
    first = sim.control.add_invoice(DEMO, "Peña Exports", "2026-09-30", [('Laptop 14"', 1, "1.00")])
    number = books.document(first).number
    early = sim.control.add_invoice(DEMO, "Peña Exports", "2026-04-01", [('Laptop 14"', 1, "1.00")])
    assert books.document(first).number == number
    assert int(books.document(early).number) == int(number) + 1


def test_restored_backup_takes_the_counters_back(sim, ask, books):
    sim.control.take_backup(DEMO)
    before = books.company.alt_vch, books.company.alt_mst
    sim.control.add_receipt(DEMO, "Peña Exports", "2026-09-30", "10.00")
    sim.control.add_customer(DEMO, "Short lived")
    assert (books.company.alt_vch, books.company.alt_mst) != before
    sim.control.restore_backup(DEMO)
    text = ask.collection("Company", "ALTVCHID, ALTMSTID, GUID")
    assert values(text, "ALTVCHID") == [f" {before[0]}"]
    assert values(text, "ALTMSTID") == [f" {before[1]}"]
    assert values(text, "GUID") == [books.company.guid]
    assert "Short lived" not in ask.collection("Ledger", "NAME")


def test_only_unused_customers_can_be_deleted(sim, books):
    sim.control.add_customer(DEMO, "Unused", email="a@b.in", opening="-5.00")
    assert str(books.customer("Unused").opening_balance) == "5.00"
    sim.control.delete_customer(DEMO, "Unused")
    with pytest.raises(KeyError):
        books.customer("Unused")
    used = next(v.party.name for v in books.vouchers() if v.party)
    with pytest.raises(ValueError, match="used"):
        sim.control.delete_customer(DEMO, used)


def test_items_and_unknown_fields(sim, ask, books):
    sim.control.edit_item(DEMO, 'Laptop 14"', part_no="NEW", hsn_code="9999", gst_rate="12")
    item = books.item('Laptop 14"')
    assert (item.part_no, item.hsn_code, str(item.gst_rate)) == ("NEW", "9999", "12.00")
    sim.control.rename_item(DEMO, 'Laptop 14"', "Laptop 15")
    sim.control.add_item(DEMO, "Brand new", "Kgs.")
    assert "Brand new" in ask.collection("StockItem", "NAME")
    with pytest.raises(KeyError):
        sim.control.edit_customer(DEMO, "Cash", no_such_field=1)
    with pytest.raises(ValueError, match="balance"):
        sim.control.add_voucher(DEMO, "Journal", "2026-08-01", [("Cash", "-1.00")])
    assert sim.control.add_voucher(DEMO, "Journal", "2026-08-01", [("Cash", "-1.00"), ("Purchases", "1.00")])


def test_a_process_of_its_own_with_a_control_port():
    command = [
        sys.executable,
        "-m",
        "app.simulator",
        "--customers",
        "12",
        "--items",
        "5",
        "--vouchers",
        "30",
        "--control-port",
        "0",
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            control = process.stdout.readline().split()[-1]
            url = process.stdout.readline().split()[-1]
            with urllib.request.urlopen(url, timeout=10) as answer:
                assert b"Running" in answer.read()

            def call(method, **arguments):
                request = urllib.request.Request(f"{control}/{method}", json.dumps(arguments).encode(), method="POST")
                with urllib.request.urlopen(request, timeout=10) as answer:
                    return json.load(answer)["result"]

            made = call("add_receipt", company=DEMO, party="Peña Exports", date="2026-09-30", amount="12.50")
            assert made == 31
            for method in ("_company", "nothing"):
                with pytest.raises(urllib.error.HTTPError) as caught:
                    call(method, name=DEMO)
                caught.value.close()
            with urllib.request.urlopen(f"{control}/requests", timeout=10) as answer:
                log = json.load(answer)
            assert [entry["method"] for entry in log["requests"]] == ["GET"]
            with urllib.request.urlopen(f"{control}/state", timeout=10) as answer:
                assert json.load(answer)["companies"][0]["alt_vch"] == 31
        finally:
            process.send_signal(signal.SIGTERM)
            assert process.wait(10) == 0


class TestImportsAndBadLuck:
    OBJECTS = '<UNIT NAME="Mtr" ACTION="Create"><NAME>Mtr</NAME><ISSIMPLEUNIT>Yes</ISSIMPLEUNIT></UNIT>'

    @pytest.mark.parametrize(("when", "made"), [("before", False), ("after", True), ("cut", True)])
    def test_only_an_imports_answer_is_lost(self, sim, ask, when, made):
        sim.control.lose_next_import(when)
        assert ask.collection("Unit", "NAME")
        with pytest.raises((OSError, HTTPException)):
            ask.send(self.OBJECTS)
        assert ("mtr" in sim.books(DEMO).company.units) is made

    def test_somebody_acts_right_after_an_import(self, sim, ask):
        seen = []
        sim.control.after_next_import(lambda: seen.append("mtr" in sim.books(DEMO).company.units))
        ask.collection("Unit", "NAME")
        ask.send(self.OBJECTS)
        ask.send(self.OBJECTS)
        assert seen == [True]
