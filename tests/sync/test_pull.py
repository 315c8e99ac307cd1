"""The engine's reading side against a small ERP: what comes in, what changes, what goes, and what a crash leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.connectors.spec import Capabilities
from app.db.records import RecordStore
from app.db.sql import load
from app.model.cancel import CancelToken
from app.model.errors import Unreachable
from tests.sync.fake_erp import SPEC, FakeErp
from tests.sync.rig import Rig

pytestmark = pytest.mark.database("sqlite")


@pytest.fixture
def rig(data_dir: Path, database_url: str) -> Iterator[Rig]:
    made = Rig(data_dir, database_url)
    yield made
    made.db.close()


def fill(erp: FakeErp, customers: int = 7) -> None:
    for n in range(customers):
        erp.put("Parties", f"c{n}", NAME=f"Customer {n}", GSTIN=f"GST{n}", CITY="Pune", OPENING="-10.50", CLOSING=None)
    erp.put(
        "Bills", "b1", NO="INV-1", DATE="2026-08-01", PARTY="customer 1", TOTAL="118.00",
        LINES=[{"TEXT": "Bolts", "AMOUNT": "100.00"}, {"TEXT": "Freight", "AMOUNT": "18.00"}],
    )  # fmt: skip
    erp.put(
        "Receipts", "r1", NO="R-1", DATE="2026-08-02", PARTY="customer 1", AMOUNT="50.00",
        BILLS=[{"INVOICE": "INV-1", "NAME": "INV-1", "AMOUNT": "50.00"}],
    )  # fmt: skip


@pytest.mark.database("both")
def test_a_first_pull_brings_everything_with_its_links(rig: Rig) -> None:
    one = rig.connect()
    fill(rig.erps["A"])
    run = rig.sync(one)
    assert (run.status, run.records_success, run.records_failed) == ("completed", 9, 0)
    customers = rig.hub("customer")
    assert len(customers) == 7
    assert customers["Customer 3"].values["opening_balance"] == "10.50"
    assert customers["Customer 3"].values["closing_balance"] is None
    assert customers["Customer 3"].values["is_active"] is True
    invoice = rig.hub("invoice")["INV-1"]
    assert invoice.values["customer"] == customers["Customer 1"].id
    assert [line["amount"] for line in invoice.values["lines"]] == ["100.00", "18.00"]
    payment = rig.hub("payment")["R-1"]
    assert payment.values["allocations"][0]["invoice"] == invoice.id
    assert rig.scalar("SELECT count(*) FROM record_history WHERE action = 'create' AND changes IS NULL") == 9


def test_at_rest_a_sync_writes_nothing_and_asks_once(rig: Rig) -> None:
    one = rig.connect()
    fill(rig.erps["A"])
    rig.sync(one)
    versions = {name: row.version for name, row in rig.hub("customer").items()}
    rig.erps["A"].requests = 0
    run = rig.sync(one)
    assert (run.status, run.records_processed, rig.erps["A"].requests) == ("completed", 0, 1)
    assert {name: row.version for name, row in rig.hub("customer").items()} == versions
    again = rig.sync(one, sync_type="full")
    assert (again.records_success, again.records_skipped) == (0, 9)
    assert {name: row.version for name, row in rig.hub("customer").items()} == versions


def test_a_change_there_changes_that_field_here_and_is_in_the_history(rig: Rig) -> None:
    one = rig.connect()
    fill(rig.erps["A"])
    rig.sync(one)
    rig.erps["A"].put("Parties", "c2", CITY="Nashik")
    rig.erps["A"].put("Bills", "b1", LINES=[{"TEXT": "Bolts", "AMOUNT": "90.00"}], TOTAL="90.00")
    run = rig.sync(one)
    assert run.counts is not None
    assert run.counts["customer"]["updated"] == 1
    customer = rig.hub("customer")["Customer 2"]
    assert (customer.values["city"], customer.version) == ("Nashik", 2)
    assert rig.scalar("SELECT changes FROM record_history WHERE action = 'update' AND entity_type = 'customer'") == (
        '{"city":["Pune","Nashik"]}'
    )
    invoice = rig.hub("invoice")["INV-1"]
    assert [line["amount"] for line in invoice.values["lines"]] == ["90.00"]
    assert invoice.values["total"] == "90.00"


def test_a_cleared_field_is_a_change_and_an_unread_one_is_not(rig: Rig) -> None:
    one = rig.connect()
    fill(rig.erps["A"])
    rig.sync(one)
    rig.erps["A"].put("Parties", "c2", CITY=None)
    _version, fields = rig.erps["A"].rows["Parties"]["c3"]
    del fields["CITY"]
    rig.erps["A"].put("Parties", "c3")
    rig.sync(one)
    assert rig.hub("customer")["Customer 2"].values["city"] is None
    assert rig.hub("customer")["Customer 3"].values["city"] == "Pune"
    assert rig.hub("customer")["Customer 3"].version == 1


@pytest.mark.parametrize(
    ("rule", "city", "resolution"),
    [("remote_wins", "Nashik", "remote"), ("local_wins", "Mumbai", "local"), ("manual", "Mumbai", None)],
)
def test_both_sides_changed_a_field(rig: Rig, rule: str, city: str, resolution: str | None) -> None:
    one = rig.connect(conflict_resolution=rule)
    fill(rig.erps["A"])
    rig.sync(one)
    RecordStore(rig.db).update(
        "customer", rig.hub("customer")["Customer 2"].id, {"city": "Mumbai", "phone": "1"}, "user:me"
    )
    rig.erps["A"].put("Parties", "c2", CITY="Nashik", GSTIN="NEW")
    run = rig.sync(one)
    customer = rig.hub("customer")["Customer 2"]
    # Fields changed on different sides merge without a question; the loser of the disputed one is kept.
    assert (customer.values["city"], customer.values["gstin"], customer.values["phone"]) == (city, "NEW", "1")
    (item,) = load(rig.scalar("SELECT fields FROM conflicts"))
    assert item.pop("link")
    assert item == {"base": "Pune", "local": "Mumbai", "name": "city", "raw": "Nashik", "remote": "Nashik"}
    assert rig.scalar("SELECT resolution FROM conflicts") == resolution
    assert run.status == "partial"
    # The same question is not asked twice.
    rig.sync(one, sync_type="full")
    assert rig.scalar("SELECT count(*) FROM conflicts WHERE status = 'open'") == (0 if resolution else 1)


@pytest.mark.database("both")
@pytest.mark.parametrize(("policy", "living", "flag"), [("ignore", 7, None), ("flag", 7, "A"), ("propagate", 6, None)])
def test_a_deletion_follows_the_policy(rig: Rig, policy: str, living: int, flag: str | None) -> None:
    one = rig.connect(delete_policy=policy)
    fill(rig.erps["A"])
    rig.sync(one)
    rig.erps["A"].drop("Parties", "c6")
    rig.sync(one)
    customers = rig.hub("customer")
    assert len(customers) == living
    if policy != "propagate":
        assert customers["Customer 6"].custom.get("deleted_in") == flag
    assert rig.scalar("SELECT count(*) FROM erp_entity_sync_records WHERE remote_deleted_at IS NOT NULL") == 1
    assert rig.sync(one).records_processed == 0


def test_an_edit_here_beats_a_delete_there(rig: Rig) -> None:
    one = rig.connect(delete_policy="propagate")
    fill(rig.erps["A"])
    rig.sync(one)
    RecordStore(rig.db).update("customer", rig.hub("customer")["Customer 6"].id, {"city": "Mumbai"}, "user:me")
    rig.erps["A"].drop("Parties", "c6")
    rig.sync(one)
    assert rig.hub("customer")["Customer 6"].values["city"] == "Mumbai"
    assert rig.scalar("SELECT kind FROM conflicts") == "delete"


def test_many_deletions_are_asked_about_first(rig: Rig) -> None:
    one = rig.connect(delete_policy="propagate")
    fill(rig.erps["A"], customers=40)
    rig.sync(one)
    for n in range(11):
        rig.erps["A"].drop("Parties", f"c{n}")
    run = rig.sync(one)
    assert run.status == "held"
    assert run.guard is not None
    assert run.guard["guard"] == "deletions"
    assert len(rig.hub("customer")) == 40
    rig.sync(one, approved=frozenset({"deletions"}))
    assert len(rig.hub("customer")) == 29


def test_an_empty_side_is_asked_about_whatever_its_size(rig: Rig) -> None:
    one = rig.connect(entities=("customer",), delete_policy="propagate")
    fill(rig.erps["A"], customers=3)
    rig.sync(one)
    for n in range(3):
        rig.erps["A"].drop("Parties", f"c{n}")
    run = rig.sync(one)
    assert run.guard is not None
    assert (run.status, run.guard["guard"]) == ("held", "empty")
    assert len(rig.hub("customer")) == 3


def test_more_than_half_changed_is_asked_about(rig: Rig) -> None:
    one = rig.connect(entities=("customer",))
    fill(rig.erps["A"], customers=80)
    rig.sync(one)
    for n in range(80):
        rig.erps["A"].put("Parties", f"c{n}", CITY="Nowhere")
    assert rig.sync(one).status == "held"
    assert rig.sync(one, approved=frozenset({"all_changed"})).status == "completed"
    assert {row.values["city"] for row in rig.hub("customer").values()} == {"Nowhere"}


def test_other_books_hold_the_run_before_anything_is_read(rig: Rig) -> None:
    one = rig.connect()
    fill(rig.erps["A"])
    rig.sync(one)
    rig.erps["A"].books_guid = "books-2"
    rig.erps["A"].requests = 0
    run = rig.sync(one)
    assert (run.status, rig.erps["A"].requests) == ("held", 1)


@pytest.mark.database("both")
def test_a_lookup_is_set_when_its_target_arrives(rig: Rig) -> None:
    one = rig.connect()
    erp = rig.erps["A"]
    erp.put("Bills", "b1", NO="INV-1", DATE="2026-08-01", PARTY="late", TOTAL="1.00", LINES=[])
    erp.put("Receipts", "r1", NO="R-1", DATE="2026-08-02", PARTY="late", AMOUNT="1.00",
            BILLS=[{"NAME": "X", "AMOUNT": "0.50"}, {"INVOICE": "INV-2", "NAME": "INV-2", "AMOUNT": "0.50"}])  # fmt: skip
    rig.sync(one)
    assert rig.hub("invoice")["INV-1"].values["customer"] is None
    erp.put("Parties", "c9", NAME="Late")
    erp.put("Bills", "b2", NO="INV-2", DATE="2026-08-01", PARTY="late", TOTAL="1.00", LINES=[])
    rig.sync(one)
    late, second = rig.hub("customer")["Late"].id, rig.hub("invoice")["INV-2"].id
    assert rig.hub("invoice")["INV-1"].values["customer"] == late
    assert [line["invoice"] for line in rig.hub("payment")["R-1"].values["allocations"]] == [None, second]
    assert rig.scalar("SELECT count(*) FROM pending_references") == 0
    # What we set ourselves is no change of a person's: the next sync is quiet.
    assert rig.sync(one, sync_type="full").conflicts == 0


def test_a_bad_value_fails_its_record_alone_and_heals(rig: Rig) -> None:
    one = rig.connect(entities=("customer",))
    fill(rig.erps["A"])
    rig.erps["A"].put("Parties", "c4", OPENING="ten")
    run = rig.sync(one)
    assert (run.status, run.records_success, run.records_failed) == ("partial", 6, 1)
    assert "'ten' is not a number" in rig.scalar("SELECT message FROM sync_errors WHERE resolved_at IS NULL")
    rig.erps["A"].put("Parties", "c4", OPENING="-10.00")
    assert rig.sync(one).status == "completed"
    assert rig.scalar("SELECT count(*) FROM sync_errors WHERE resolved_at IS NULL") == 0
    assert len(rig.hub("customer")) == 7


@pytest.mark.parametrize("name", ["A\0B", "A\ud800B"])
def test_letters_that_are_none_fail_their_record_alone(rig: Rig, name: str) -> None:
    one = rig.connect(entities=("customer",))
    fill(rig.erps["A"])
    rig.erps["A"].put("Parties", "c4", CITY=name)
    run = rig.sync(one)
    assert (run.status, run.records_success, run.records_failed) == ("partial", 6, 1)
    assert "holds a character that is not text" in rig.scalar(
        "SELECT message FROM sync_errors WHERE resolved_at IS NULL"
    )


@pytest.mark.parametrize("where", ["page:Parties:0", "page:Parties:3", "page:Bills:0", "page:Receipts:0"])
def test_a_run_that_breaks_is_gone_on_with(rig: Rig, where: str) -> None:
    one = rig.connect()
    erp = rig.erps["A"]
    fill(erp)

    def break_at(here: str) -> None:
        if here == where:
            raise Unreachable("The line is dead.")

    erp.hook = break_at
    run = rig.sync(one)
    assert (run.status, run.message) == ("failed", "The line is dead.")
    erp.hook = lambda _where: None
    assert rig.sync(one).status == "completed"
    assert (len(rig.hub("customer")), len(rig.hub("invoice")), len(rig.hub("payment"))) == (7, 1, 1)
    assert rig.scalar("SELECT count(*) FROM erp_entity_sync_records") == 9


def test_edits_in_the_middle_of_a_pull_arrive_with_the_next(rig: Rig) -> None:
    one = rig.connect(entities=("customer",))
    erp = rig.erps["A"]
    fill(erp)

    def edit(here: str) -> None:
        if here == "page:Parties:3":
            erp.put("Parties", "c0", CITY="Edited")
            erp.put("Parties", "c6", CITY="Edited")

    erp.hook = edit
    rig.sync(one)
    erp.hook = lambda _where: None
    rig.sync(one)
    customers = rig.hub("customer")
    assert (customers["Customer 0"].values["city"], customers["Customer 6"].values["city"]) == ("Edited", "Edited")


def test_cancel_stops_at_a_page_and_the_next_run_goes_on(rig: Rig) -> None:
    one = rig.connect(entities=("customer",))
    erp = rig.erps["A"]
    fill(erp, customers=9)
    token = CancelToken()
    erp.hook = lambda where: token.cancel() if where == "page:Parties:3" else None
    run = rig.sync(one, token)
    assert (run.status, len(rig.hub("customer"))) == ("cancelled", 6)
    erp.hook = lambda _where: None
    rig.sync(one)
    assert len(rig.hub("customer")) == 9


@pytest.mark.database("both")
def test_a_dry_run_changes_nothing_and_counts_rightly(rig: Rig) -> None:
    one = rig.connect()
    fill(rig.erps["A"])
    run = rig.sync(one, dry_run=True)
    assert run.status == "completed"
    assert rig.hub("customer") == {}
    assert rig.scalar("SELECT count(*) FROM cursors") == 0
    assert rig.scalar("SELECT count(*) FROM plan_items WHERE action = 'create'") == 9
    rig.sync(one)
    rig.erps["A"].put("Parties", "c2", CITY="Nashik")
    rig.sync(one, dry_run=True)
    assert rig.hub("customer")["Customer 2"].values["city"] == "Pune"
    assert rig.scalar("SELECT fields FROM plan_items WHERE action = 'update'") == (
        '[{"from":"Pune","name":"city","to":"Nashik"}]'
    )


def second(rig: Rig, edit: Callable[[FakeErp], None]) -> str:
    first = rig.connect("A", entities=("customer",))
    fill(rig.erps["A"])
    rig.sync(first)
    two = rig.connect("B", entities=("customer",))
    edit(rig.erps["B"])
    return two


def test_the_same_gstin_in_a_second_erp_is_the_same_customer(rig: Rig) -> None:
    two = second(rig, lambda erp: erp.put("Parties", "x1", NAME="Customer Three", GSTIN="gst3 ", PHONE="123"))
    run = rig.sync(two)
    assert run.counts is not None
    assert run.counts["customer"]["linked"] == 1
    assert len(rig.hub("customer")) == 7
    assert rig.hub("customer")["Customer 3"].values["phone"] == "123"


def test_two_there_with_one_gstin_wait_for_the_admin(rig: Rig) -> None:
    def edit(erp: FakeErp) -> None:
        erp.put("Parties", "x1", NAME="Branch one", GSTIN="GST3")
        erp.put("Parties", "x9", NAME="Branch two", GSTIN="GST3")

    two = second(rig, edit)
    rig.sync(two)
    assert len(rig.hub("customer")) == 7
    assert rig.scalar("SELECT count(*) FROM conflicts WHERE kind = 'match' AND status = 'open'") == 2
    # Asking once is enough, and a quiet run writes nothing.
    assert rig.sync(two).records_processed == 0


@pytest.mark.database("both")
@pytest.mark.parametrize("here", [1, 2])
def test_a_document_with_the_same_number_date_and_customer_is_the_same(rig: Rig, here: int) -> None:
    """The customer is named in each system's own way; two of them here are a question."""
    one = rig.connect()
    rig.erps["A"].put("Parties", "c", NAME="Acme")
    rig.sync(one)
    bill = {"number": "B-1", "date": "2026-08-01", "customer": rig.hub("customer")["Acme"].id}
    for _ in range(here):
        RecordStore(rig.db).create("invoice", bill, "user")
    rig.erps["A"].put("Bills", "b", NO="b-1", DATE="2026-08-01", PARTY="acme", TOTAL="1.00")
    run = rig.sync(one)
    assert run.counts["invoice"]["linked" if here == 1 else "waiting"] == 1
    assert rig.scalar("SELECT count(*) FROM invoices") == here
    assert rig.scalar("SELECT count(*) FROM inbox") == here - 1


def test_a_name_alone_is_a_question_and_a_stranger_is_created(rig: Rig) -> None:
    def edit(erp: FakeErp) -> None:
        erp.put("Parties", "x1", NAME="CUSTOMER-3", GSTIN=None)
        erp.put("Parties", "x2", NAME="Somebody else", GSTIN="OTHER")

    two = second(rig, edit)
    rig.sync(two)
    customers = rig.hub("customer")
    assert "Somebody else" in customers
    assert len(customers) == 8
    assert rig.scalar("SELECT kind FROM conflicts WHERE status = 'open'") == "match"


def test_a_changed_mapping_means_a_full_pass_and_no_loss(rig: Rig) -> None:
    from app.db.configs import StoredMapping

    one = rig.connect(entities=("customer",))
    fill(rig.erps["A"])
    rig.sync(one)
    (config,) = rig.configs.list(connection_id=one)
    rig.configs.update(config.id, mappings=[*config.mappings, StoredMapping("email", "MAIL")])
    for n in range(7):
        rig.erps["A"].rows["Parties"][f"c{n}"][1]["MAIL"] = f"c{n}@example.invalid"
    rig.sync(one)
    assert rig.hub("customer")["Customer 5"].values["email"] == "c5@example.invalid"


def test_the_same_books_over_a_second_connection_are_refused(rig: Rig) -> None:
    one, two = rig.connect("A"), rig.connect("B")
    rig.erps["A"].books_id = rig.erps["B"].books_id = "books"
    fill(rig.erps["B"])
    assert rig.sync(one).status == "completed"
    run = rig.sync(two)
    assert run.error is not None
    assert (run.status, run.error["code"], rig.hub("customer")) == ("failed", "same_books", {})


@pytest.mark.database("both")
def test_two_names_that_the_erp_folds_to_one_are_told_and_never_mixed_up(rig: Rig) -> None:
    one = rig.connect()
    erp = rig.erps["A"]
    erp.put("Parties", "c1", NAME="Om Sai")
    erp.put("Parties", "c2", NAME="Om-Sai")
    erp.put("Bills", "b1", NO="INV-1", DATE="2026-08-01", PARTY="om sai", TOTAL="1.00", LINES=[])
    run = rig.sync(one)
    assert run.status == "partial"
    assert rig.scalar("SELECT code FROM sync_errors WHERE resolved_at IS NULL") == "name_clash"
    assert len(rig.hub("customer")) == 2
    assert rig.hub("invoice")["INV-1"].values["customer"] is None
    erp.put("Parties", "c2", NAME="Om Sai Two")
    rig.sync(one)
    assert rig.hub("invoice")["INV-1"].values["customer"] == rig.hub("customer")["Om Sai"].id
    assert rig.scalar("SELECT count(*) FROM sync_errors WHERE resolved_at IS NULL") == 0


def test_a_run_that_could_only_write_says_so(rig: Rig) -> None:
    one = rig.connect()
    fill(rig.erps["A"])
    rig.erps["A"].spec = replace(SPEC, capabilities=Capabilities(incremental=True))
    run = rig.sync(one, direction="push")
    assert run.error is not None
    assert (run.status, run.error["code"], rig.erps["A"].requests) == ("failed", "push_not_available", 0)
