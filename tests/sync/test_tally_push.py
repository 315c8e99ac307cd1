"""Both ways through the real engine and the simulated Tally: what the hub changes arrives once, whatever is lost on the way."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

import pytest

from app.db.database import DATABASE_FILE
from app.db.errors import ErrorStore
from app.db.runs import Run
from app.simulator import CompanySpec, SimulatedTally
from app.simulator.books import Company
from tests.sync.books_check import differences
from tests.sync.tally_desk import (
    BOLT,
    CHOICES,
    COMPANY,
    DAY,
    DETAILS,
    again,
    called,
    change,
    configs,
    document,
    errors,
    hub,
    imports,
    looks,
    narration,
    new_customer,
    new_invoice,
    new_product,
    numbers,
    open_rig,
    rows,
    settled,
)
from tests.sync.tally_rig import ALL, TallyRig

ROOT = Path(__file__).resolve().parents[2]
NUMBERED_BY_HAND = ("Sales", "Sales Order", "Receipt")


@contextmanager
def books() -> Iterator[SimulatedTally]:
    """The same at every start."""
    with SimulatedTally([CompanySpec(name=COMPANY, customers=40, items=12, vouchers=80, seed=5)]) as sim:
        for kind in NUMBERED_BY_HAND:
            sim.control.set_numbering(COMPANY, kind, "Manual")
        yield sim


@pytest.fixture
def tally() -> Iterator[SimulatedTally]:
    with books() as sim:
        yield sim


@pytest.fixture(scope="module")
def synced(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a hub that has read these books."""
    folder = tmp_path_factory.mktemp("synced")
    with books() as sim:
        made = open_rig(folder, sim)
        assert made.sync().status == "completed"
        made.db.checkpoint()
        made.close()
    return folder


@pytest.fixture
def rig(tally: SimulatedTally, synced: Path, data_dir: Path) -> Iterator[TallyRig]:
    shutil.copy(synced / DATABASE_FILE, data_dir)
    made = open_rig(data_dir, tally)
    made.connections.update(made.connection_id, base_url=tally.url)
    yield made
    made.close()


def told(run: Run) -> str:
    return str(run.message)


# -- both ways ----------------------------------------------------------------------------------------------------


def test_a_customer_changed_on_both_sides_in_different_fields(tally: SimulatedTally, rig: TallyRig) -> None:
    row = rows(rig, "customer")[3]
    change(rig, "customer", row, phone="022 555", address="1 रस्ता & Co\nपुणे")
    tally.control.edit_customer(COMPANY, row["business_name"], email="new@example.invalid")
    run = rig.sync(sync_type="incremental")
    assert (run.status, run.counts["customer"]["sent_updated"]) == ("completed", 1)
    one = tally.books(COMPANY).customer(row["business_name"])
    assert (one.phone, one.email, one.address) == ("022 555", "new@example.invalid", ("1 रस्ता & Co", "पुणे"))
    assert again(rig, "customer", row)["email"] == "new@example.invalid"
    settled(rig, tally)


def test_everything_new_goes_in_one_run_in_the_order_of_its_references(tally: SimulatedTally, rig: TallyRig) -> None:
    customer, product = new_customer(rig, gstin="27AABCA1234A1Z5", address="5 Rd\nPune"), new_product(rig)
    invoice = hub(rig).create("invoice", document("SM-1", customer, product, reference="PO-1"), "user")
    hub(rig).create("order", document("SMO-1", customer, product), "user")
    hub(rig).create(
        "payment",
        {
            "number": "SMR-1", "date": DAY, "customer": customer, "status": "posted", "amount": "150.00", "mode": "Cheque",
            "account": "HDFC Bank Current A/c", "instrument_number": "42", "instrument_date": DAY,
            "allocations": [
                {"invoice": invoice["id"], "kind": "against", "amount": "100.00"},
                {"reference": "ADV-1", "kind": "advance", "amount": "30.00"},
                {"kind": "on_account", "amount": "20.00"},
            ],
        },
        "user",
    )  # fmt: skip
    run = rig.sync(sync_type="incremental")
    assert run.status == "completed", errors(rig)
    assert [run.counts[entity]["sent_created"] for entity in ALL] == [1] * 5
    books = tally.books(COMPANY)
    assert books.customer("Acme & Söhne").gstin == "27AABCA1234A1Z5"
    (made,) = [one for one in books.invoices() if one.number == "SM-1"]
    assert (made.total, made.lines[0].product) == (Decimal("236.00"), BOLT)
    (receipt,) = [one for one in books.receipts() if one.number == "SMR-1"]
    assert sorted((one.reference, one.amount) for one in receipt.allocations) == [
        ("", Decimal("20.00")), ("ADV-1", Decimal("30.00")), ("SM-1", Decimal("100.00")),
    ]  # fmt: skip
    assert rig.sync(sync_type="incremental").status == "completed"  # what the documents moved comes in
    settled(rig, tally)


def test_a_choice_that_is_missing_is_asked_for_and_then_it_goes(tally: SimulatedTally, data_dir: Path) -> None:
    rig = open_rig(data_dir, tally, choices={})
    rig.sync()
    new_invoice(rig)
    run = rig.sync(sync_type="incremental")
    assert (run.counts or {}).get("invoice", {}).get("failed") == 1, (
        run.status,
        run.message,
        run.error,
        run.guard,
        run.counts,
        errors(rig),
    )
    (error,) = ErrorStore(rig.db).list(open_only=True).items
    assert (error.code, error.retryable) == ("choice_missing", True)
    assert error.message.endswith("Nothing was sent.")
    assert numbers(tally.books(COMPANY))["SM-1"] == 0
    connection = rig.connections.get(rig.connection_id)
    rig.connections.update(rig.connection_id, auth_config={**connection.auth_config, "choices": CHOICES})
    assert rig.sync().counts["invoice"]["sent_created"] == 1
    rig.sync(sync_type="incremental")
    settled(rig, tally)
    rig.close()


def test_an_optional_voucher_stays_one_whatever_else_is_changed(tally: SimulatedTally, data_dir: Path) -> None:
    rig = open_rig(data_dir, tally, optional_vouchers=True)
    rig.sync()
    invoice = new_invoice(rig)
    rig.sync(sync_type="incremental")
    (made,) = [one for one in tally.books(COMPANY).invoices() if one.number == "SM-1"]
    change(rig, "invoice", again(rig, "invoice", invoice), narration="changed in the hub")
    rig.sync(sync_type="incremental")
    voucher = tally.books(COMPANY).document(made.master_id)
    assert (voucher.status, narration(voucher)) == ("draft", "changed in the hub")
    rig.close()


def test_the_number_that_tally_gave_is_told_once_and_kept(tally: SimulatedTally, rig: TallyRig) -> None:
    tally.control.set_numbering(COMPANY, "Sales", "Automatic")
    rig.sync(sync_type="incremental")
    invoice = new_invoice(rig)
    assert "instead of SM-1" in told(rig.sync(sync_type="incremental"))
    (made,) = [one for one in tally.books(COMPANY).invoices() if one.narration and invoice["id"] in one.narration]
    tally.control.set_numbering(COMPANY, "Sales", "Manual")
    change(rig, "invoice", again(rig, "invoice", invoice), narration="changed in the hub")
    assert "instead of" not in told(rig.sync(sync_type="incremental"))
    assert tally.books(COMPANY).document(made.master_id).number == made.number


# -- lost answers -------------------------------------------------------------------------------------------------


def lose_and_recover(tally: SimulatedTally, rig: TallyRig, when: str) -> None:
    """The answer to the next import is lost; two syncs later everything is as if it hadn't been."""
    tally.control.lose_next_import(when)
    rig.sync(sync_type="incremental")
    for _ in range(2):
        assert rig.sync(sync_type="incremental").status == "completed", errors(rig)
    assert set(numbers(tally.books(COMPANY)).values()) <= {1}
    settled(rig, tally)


@pytest.mark.parametrize("when", ["before", "after", "cut"])
@pytest.mark.parametrize("entity", ["customer", "product", "invoice", "payment"])
def test_a_lost_create_is_there_once(tally: SimulatedTally, rig: TallyRig, entity: str, when: str) -> None:
    if entity == "customer":
        new_customer(rig, **DETAILS)
    elif entity == "product":
        new_product(rig)
    elif entity == "invoice":
        new_invoice(rig)
    else:
        customer = rows(rig, "customer")[0]["id"]
        values = {"number": "SMR-1", "date": DAY, "customer": customer, "amount": "5.00", "status": "posted"}
        hub(rig).create("payment", values, "user")
    lose_and_recover(tally, rig, when)
    books = tally.books(COMPANY)
    names = Counter(one.name for one in books.customers())
    names.update(one.name for one in books.items())
    assert names["Acme & Söhne"] + names[BOLT] + numbers(books)["SM-1"] + numbers(books)["SMR-1"] == 1


@pytest.mark.parametrize(
    ("whose", "what", "when"),  # any two of them together
    [
        ("ours", "update", "before"), ("by hand", "update", "after"), ("ours", "update", "cut"),
        ("by hand", "cancel", "before"), ("ours", "cancel", "after"), ("by hand", "cancel", "cut"),
        ("ours", "delete", "before"), ("by hand", "delete", "after"), ("by hand", "delete", "cut"),
    ],
)  # fmt: skip
def test_a_lost_change_is_made_once(tally: SimulatedTally, rig: TallyRig, whose: str, what: str, when: str) -> None:
    for config in configs(rig):
        rig.configs.update(config.id, delete_policy="propagate")
    if whose == "ours":
        invoice = new_invoice(rig)
        rig.sync(sync_type="incremental")
    else:
        document_ = next(
            one for one in tally.books(COMPANY).invoices() if one.status == "posted" and one.customer and one.taxes
        )
        tally.control.edit_voucher(COMPANY, document_.master_id, number="SM-1")
        rig.sync(sync_type="incremental")
        invoice = called(rig, "invoice", "number", "SM-1")
    if what == "delete":
        hub(rig).delete("invoice", invoice["id"], "user")
    else:
        values = {"narration": "changed in the hub"} if what == "update" else {"status": "cancelled"}
        change(rig, "invoice", again(rig, "invoice", invoice), **values)
    lose_and_recover(tally, rig, when)
    found = [one for one in tally.books(COMPANY).invoices() if one.number == "SM-1"]
    if what == "delete":
        assert found == []
    else:
        (made,) = found
        assert (made.status == "cancelled") is (what == "cancel")
        assert (narration(made) == "changed in the hub") is (what == "update")


def test_a_dialog_in_the_middle_of_a_push(tally: SimulatedTally, data_dir: Path) -> None:
    rig = open_rig(data_dir, tally, timeout=0.5)
    rig.sync()
    first, second = rows(rig, "customer")[:2]
    for row in (first, second):
        change(rig, "customer", row, phone="022 777")
    tally.control.before_next_import(tally.control.open_dialog)
    run = rig.sync(sync_type="incremental")
    tally.control.click_ok()
    assert run.status != "completed" or run.counts["customer"].get("failed")
    for _ in range(3):
        rig.sync(sync_type="incremental")
    books = tally.books(COMPANY)
    assert {books.customer(row["business_name"]).phone for row in (first, second)} == {"022 777"}
    settled(rig, tally)
    rig.close()


# -- somebody else, at the same moment ----------------------------------------------------------------------------


def test_a_customer_renamed_in_the_very_moment(tally: SimulatedTally, rig: TallyRig) -> None:
    row = rows(rig, "customer")[4]
    old = row["business_name"]
    change(rig, "customer", row, phone="022 888")
    tally.control.before_next_import(lambda: tally.control.rename_customer(COMPANY, old, "Renamed & Co"))
    assert rig.sync(sync_type="incremental").status == "completed"
    assert tally.books(COMPANY).customer("Renamed & Co").phone == "022 888"
    settled(rig, tally)


@pytest.mark.parametrize("more", [{}, {"customer_group": "Sundry Debtors"}])
def test_a_customer_renamed_where_an_alteration_makes_a_new_one(
    tally: SimulatedTally, rig: TallyRig, more: dict[str, str]
) -> None:
    tally.control.set_quirk("alter_missing_creates", True)
    row = next(one for one in rows(rig, "customer") if one["customer_group"] != "Sundry Debtors")
    old = row["business_name"]
    change(rig, "customer", row, phone="022 888", **more)
    tally.control.before_next_import(lambda: tally.control.rename_customer(COMPANY, old, "Renamed & Co"))
    run = rig.sync(sync_type="incremental")
    assert run.status == "completed", (run.counts, errors(rig))
    names = [one.name for one in tally.books(COMPANY).customers()]
    assert ("Renamed & Co" in names, old in names) == (True, False)
    assert tally.books(COMPANY).customer("Renamed & Co").phone == "022 888"
    settled(rig, tally)


def test_an_invoice_deleted_in_the_very_moment_stays_deleted(tally: SimulatedTally, rig: TallyRig) -> None:
    invoice = new_invoice(rig)
    rig.sync(sync_type="incremental")
    (made,) = [one for one in tally.books(COMPANY).invoices() if one.number == "SM-1"]
    change(rig, "invoice", again(rig, "invoice", invoice), narration="changed in the hub")
    tally.control.before_next_import(lambda: tally.control.delete_voucher(COMPANY, made.master_id))
    rig.sync(sync_type="incremental")
    assert numbers(tally.books(COMPANY))["SM-1"] == 0
    rig.sync(sync_type="incremental")
    assert numbers(tally.books(COMPANY))["SM-1"] == 0
    assert again(rig, "invoice", invoice)["narration"] == "changed in the hub"


def test_balances_follow_what_was_cancelled_between_pull_and_push(tally: SimulatedTally, rig: TallyRig) -> None:
    """The hub takes it in before it would send, so that the next pull can't learn from the hub what the voucher named before."""
    document_ = next(
        one for one in tally.books(COMPANY).invoices() if one.status == "posted" and one.customer and one.taxes
    )
    change(rig, "customer", rows(rig, "customer")[0], phone="022 1")
    change(
        rig, "invoice", called(rig, "invoice", "number", str(document_.number)), reference="a cancelled one takes none"
    )
    tally.control.after_next_import(lambda: tally.control.cancel_voucher(COMPANY, document_.master_id))
    assert rig.sync(sync_type="incremental").counts["invoice"]["failed"] == 1
    assert rig.sync(sync_type="incremental").status == "completed"
    assert len(differences(rig, tally.books(COMPANY))) == 1  # the reference


def test_what_waits_for_a_decision_is_not_sent_with_something_else(tally: SimulatedTally, rig: TallyRig) -> None:
    for config in configs(rig):
        rig.configs.update(config.id, conflict_resolution="manual")
    invoice = new_invoice(rig)
    rig.sync(sync_type="incremental")
    (made,) = [one for one in tally.books(COMPANY).invoices() if one.number == "SM-1"]
    tally.control.edit_voucher(COMPANY, made.master_id, narration="the accountant's [SMS:" + invoice["id"] + "]")
    change(rig, "invoice", again(rig, "invoice", invoice), narration="the hub's")
    rig.sync(sync_type="incremental")
    change(rig, "invoice", again(rig, "invoice", invoice), reference="PO-77")
    rig.sync(sync_type="incremental")
    voucher = tally.books(COMPANY).document(made.master_id)
    assert (narration(voucher), voucher.reference) == ("the accountant's", "PO-77")


# -- costs and order ----------------------------------------------------------------------------------------------


def test_thirty_changed_customers_cost_three_requests_each_and_a_few_looks(
    tally: SimulatedTally, rig: TallyRig
) -> None:
    for row in rows(rig, "customer")[:30]:
        change(rig, "customer", row, phone=f"022 {row['id'][-6:]}")
    run = rig.sync(sync_type="incremental", approved=frozenset({"push_changes"}))
    assert (run.status, run.counts["customer"]["sent_updated"]) == ("completed", 30)
    assert len(imports(tally)) == 30
    assert looks(tally) <= 3
    assert len(tally.requests) <= 3 * 30 + looks(tally)
    settled(rig, tally)


def test_one_that_is_refused_or_slow_holds_up_no_other(tally: SimulatedTally, rig: TallyRig) -> None:
    good, bad, slow = rows(rig, "customer")[:3]
    books_: Company = tally.books(COMPANY).company
    change(rig, "customer", bad, customer_group="Sundry Creditors")
    change(rig, "customer", slow, phone="022 1")
    change(rig, "customer", good, phone="022 2")
    tally.control.slow_next(0.3)
    run = rig.sync(sync_type="incremental")
    assert (run.counts["customer"]["sent_updated"], run.counts["customer"]["failed"]) == (2, 1)
    (error,) = ErrorStore(rig.db).list(open_only=True).items
    assert "not below" in error.message
    assert error.message.endswith("Nothing was written.")
    assert books_.find_ledger(bad["business_name"]).parent.name != "Sundry Creditors"  # type: ignore[union-attr]


def test_two_connections_to_two_companies_in_one_tally_push_at_once(data_dir: Path) -> None:
    specs = [
        CompanySpec(name=name, customers=12, items=12, vouchers=20, seed=at) for at, name in enumerate(("One", "Two"))
    ]
    wanted = {"One": ("customer", "phone"), "Two": ("product", "sku")}
    with SimulatedTally(specs) as tally:
        rigs = {name: open_rig(data_dir, tally, name, entities=(entity,)) for name, (entity, _) in wanted.items()}
        for name, (entity, field) in wanted.items():
            rigs[name].sync()
            for row in rows(rigs[name], entity):
                change(rigs[name], entity, row, **{field: row["id"][-6:]})
        with ThreadPoolExecutor(2) as pool:
            approved = frozenset({"push_changes"})
            runs = list(pool.map(lambda rig: rig.sync(sync_type="incremental", approved=approved), rigs.values()))
        assert [run.status for run in runs] == ["completed", "completed"], [run.message for run in runs]
        for row in rows(rigs["One"], "customer"):
            assert tally.books("One").customer(row["business_name"]).phone == row["id"][-6:]
        for row in rows(rigs["Two"], "product"):
            assert tally.books("Two").item(row["name"]).part_no == row["id"][-6:]
        assert tally.max_in_flight == 1
        for rig in rigs.values():
            rig.close()


# -- killed -------------------------------------------------------------------------------------------------------

_KILLED = """
import os, sys
sys.path.insert(0, {root!r})
from pathlib import Path
from tests.sync.tally_rig import TallyRig

left = {n}

def at(place):
    global left
    if place == {place!r}:
        left -= 1
        if not left:
            os.kill(os.getpid(), 9)

TallyRig(Path({folder!r}), {url!r}, {company!r}, at=at).sync(sync_type="incremental")
"""


@pytest.mark.parametrize("n", [1, 3])
@pytest.mark.parametrize("place", ["push:intent", "push:sent", "settle:before", "settle:after"])
def test_kill_9_in_the_middle_of_a_push_doubles_nothing(
    tally: SimulatedTally, rig: TallyRig, place: str, n: int
) -> None:
    customer, product = new_customer(rig), new_product(rig)
    hub(rig).create("invoice", document("SM-1", customer, product), "user")
    hub(rig).create("order", document("SMO-1", customer, product), "user")
    change(rig, "customer", rows(rig, "customer")[7], phone="022 999")
    script = _KILLED.format(root=str(ROOT), folder=str(rig.folder), url=tally.url, company=COMPANY, place=place, n=n)
    killed = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, check=False, env={**os.environ}, timeout=100, capture_output=True
    )
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    for _ in range(2):
        assert rig.sync(sync_type="incremental").status == "completed"
    books = tally.books(COMPANY)
    assert max(numbers(books).values()) == 1
    assert (numbers(books)["SM-1"], numbers(books)["SMO-1"]) == (1, 1)
    assert Counter(one.name for one in books.customers())["Acme & Söhne"] == 1
    settled(rig, tally)
