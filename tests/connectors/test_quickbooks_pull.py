"""What the QuickBooks connector asks for when it reads, and what it makes of the answers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.connectors.base import Feedback, Listing, PullMode, PullRequest
from app.connectors.quickbooks import reading
from app.connectors.quickbooks.records import is_void
from app.model.cancel import CancelToken
from app.model.records import Page, RemoteRecord, Tombstone
from tests.connectors.contract import Hub
from tests.connectors.quickbooks_ops import asked, delete, made
from tests.connectors.quickbooks_rig import MODULES, QuickbooksRig, furnish
from tests.simulators.quickbooks import SimulatedQuickbooks

DAY, STREAM = 86_400, reading.STREAM


@pytest.fixture
def books(tmp_path: Path) -> Iterator[QuickbooksRig]:
    with SimulatedQuickbooks(limits=False) as sim:
        rig = QuickbooksRig(sim, tmp_path)
        furnish(sim)
        yield rig
        rig.close()
        assert not sim.violations


def pull(rig: QuickbooksRig, mode: PullMode = PullMode.INCREMENTAL, *modules: str) -> list[Page | Listing]:
    """The hub's knowledge told as the engine tells it; both clocks go alike."""
    connector = rig.open()
    connector._clock = rig.sim.clock
    wanted = {name: fields for name, fields in rig.modules.items() if not modules or name in modules}
    hub = rig.hub
    request = PullRequest(
        STREAM, wanted, hub.cursors.get(STREAM), mode, CancelToken(), Feedback(), lambda _: None,
        named_before=lambda ids: named(hub, ids),
        known=lambda name, ids: {one: hub.records[name, one].version for one in ids if (name, one) in hub.records},
    )  # fmt: skip
    items = []
    for item in connector.changes(request):
        items.append(item)
        if isinstance(item, Page):
            hub.take(STREAM, item)
        else:
            hub.look(connector, item, request)
    connector.close()
    return items


def named(hub: Hub, ids: Any) -> dict[str, frozenset[str]]:
    of = [fields for (_, ident), fields in hub.fields.items() if ident in ids]
    return {"Customer": frozenset(str(one["CustomerRef"]) for one in of if one.get("CustomerRef"))}


def records(items: list[Page | Listing]) -> list[RemoteRecord]:
    """Whole ones."""
    return [record for item in items if isinstance(item, Page) for record in item.records if not record.partial]


def tombstones(items: list[Page | Listing]) -> list[Tombstone]:
    return [one for item in items if isinstance(item, Page) for one in item.tombstones]


def first(rig: QuickbooksRig) -> None:
    pull(rig, PullMode.FULL)
    rig.later(60)
    rig.sim.clear()


def same_as_there(rig: QuickbooksRig, *modules: str) -> None:
    for module in modules or tuple(MODULES):
        assert rig.hub.ids(module) == rig.ids(module), module


def small(monkeypatch: pytest.MonkeyPatch, rig: QuickbooksRig, most: int) -> None:
    """Pages and answers of so many."""
    monkeypatch.setattr(reading, "MOST", most)
    monkeypatch.setattr(reading, "_AGAIN", 2)
    monkeypatch.setattr(reading.Reader.page, "__defaults__", (most, "Id"))
    rig.sim.changes.most = most


# --- what changed ------------------------------------------------------------------------------------------------


def test_nothing_changed_is_one_metered_read(books: QuickbooksRig) -> None:
    first(books)
    before = books.sim.metered
    (page,) = pull(books)
    assert isinstance(page, Page)
    assert (page.records, page.tombstones, page.done) == ((), (), True)
    assert asked(books) == ["cdc"]
    assert books.sim.metered == before + 1


def test_a_change_is_told_once(books: QuickbooksRig) -> None:
    first(books)
    ident = books.some("Estimate")
    books.sim.change("Estimate", ident, PrivateNote="new")
    (one,) = records(pull(books))
    assert (one.module, one.id, one.fields["PrivateNote"]) == ("Estimate", ident, "new")
    books.sim.clear()
    books.later(60)  # within the overlap QuickBooks tells of it again
    assert records(pull(books)) == []
    assert asked(books) == ["cdc"]


def test_a_change_that_is_told_late_is_not_missed(books: QuickbooksRig) -> None:
    first(books)
    books.sim.change("Customer", books.some("Customer"), Notes="x")
    pull(books)
    books.later(-300)  # it happened before the newest that we know
    late = books.sim.add("Customer", DisplayName="Late")
    books.later(600)
    assert [one.id for one in records(pull(books))] == [late]


def test_a_quiet_company_leaves_its_overlap_behind(books: QuickbooksRig) -> None:
    first(books)
    before = books.hub.cursors[STREAM]
    pull(books)
    assert books.hub.cursors[STREAM] == before
    books.later(3600)
    pull(books)
    assert books.hub.cursors[STREAM]["at"] > before["at"]


def test_deletions_are_told_once(books: QuickbooksRig) -> None:
    first(books)
    ident = books.some("Estimate")
    books.sim.delete("Estimate", ident)
    assert tombstones(pull(books)) == [Tombstone("Estimate", ident)]
    books.later(60)
    assert tombstones(pull(books)) == []
    same_as_there(books)


def test_names_out_of_use_and_back_again(books: QuickbooksRig) -> None:
    first(books)
    books.sim.books.marks_inactive = True
    ident = books.some("Customer")
    books.sim.deactivate("Customer", ident)
    assert books.sim.one("Customer", ident)["DisplayName"] == "Firm 0 (deleted)"
    (one,) = records(pull(books))
    assert (one.label, one.fields["DisplayName"], one.fields["Active"]) == ("Firm 0", "Firm 0", False)
    books.later()
    books.sim.change("Customer", ident, Active=True)
    (one,) = records(pull(books))
    assert (one.fields["DisplayName"], one.fields["Active"]) == ("Firm 0", True)


def test_a_merged_name_is_gone_and_its_documents_name_the_other(books: QuickbooksRig) -> None:
    first(books)
    gone, into = sorted(books.ids("Customer"))[:2]
    books.sim.merge("Customer", gone, into)
    items = pull(books)
    assert tombstones(items) == [Tombstone("Customer", gone)]
    assert {one.fields["CustomerRef"] for one in records(items)} == {into}
    same_as_there(books)


def test_balances_follow_documents_while_the_version_stays(books: QuickbooksRig) -> None:
    first(books)
    invoice = next(row for row in books.sim.rows("Invoice") if row["Balance"] == 200)
    customer = invoice["CustomerRef"]["value"]
    version = books.hub.records["Customer", customer].version
    books.sim.add("Payment", CustomerRef={"value": customer}, TotalAmt=50, TxnDate="2026-08-09")
    assert books.sim.one("Customer", customer)["SyncToken"] == version
    pull(books)
    assert books.hub.fields["Customer", customer]["Balance"] == "150.00"
    assert asked(books) == ["cdc", "query"]
    books.sim.clear()
    books.later(60)
    pull(books)
    assert asked(books) == ["cdc"], "once"

    other = next(ident for ident in sorted(books.ids("Customer")) if ident != customer)
    owed = books.sim.one("Customer", other)["Balance"]
    books.sim.change("Invoice", invoice["Id"], CustomerRef={"value": other})
    pull(books)
    assert books.hub.fields["Customer", customer]["Balance"] == "-50.00", "whom it named before"
    assert books.hub.fields["Customer", other]["Balance"] == f"{owed + 200}.00"
    books.later()
    books.sim.delete("Invoice", invoice["Id"])
    pull(books)
    assert books.hub.fields["Customer", other]["Balance"] == f"{owed}.00"

    # Of what we took out of use ourselves, too, and once.
    line = {
        "DetailType": "SalesItemLineDetail",
        "Amount": 7,
        "SalesItemLineDetail": {"ItemRef": {"value": books.some("Item")}},
    }
    of_theirs = {"CustomerRef": {"value": other}, "Line": [line]}
    ident = books.sim.add("Invoice", **of_theirs)
    pull(books)
    assert books.hub.fields["Customer", other]["Balance"] == f"{owed + 7}.00"
    books.later()
    made(books, delete(books.hub.records["Invoice", ident]))
    books.hub.drop("Invoice", ident)
    pull(books)
    assert books.hub.fields["Customer", other]["Balance"] == f"{owed}.00"
    books.later()
    books.sim.clear()
    pull(books)
    assert asked(books) == ["cdc"]

    # A credit note is none of our documents: the daily check sees what it moved.
    books.sim.add("CreditMemo", **of_theirs)
    pull(books, PullMode.CHECK)
    assert books.hub.fields["Customer", other]["Balance"] == f"{owed - 7}.00"


def test_an_answer_that_is_full_is_asked_for_by_entity_and_then_all_of_it(
    books: QuickbooksRig, monkeypatch: pytest.MonkeyPatch
) -> None:
    first(books)
    small(monkeypatch, books, 10)
    gone = books.some("Customer")
    for row in books.sim.rows("Customer")[1:]:
        books.sim.change("Customer", row["Id"], Notes="of them all")
    added = [books.sim.add("Customer", DisplayName=f"Newcomer {n}") for n in range(12)]
    books.sim.delete("Customer", gone)
    estimate = books.some("Estimate")
    books.sim.change("Estimate", estimate, PrivateNote="one of few")
    books.sim.clear()
    items = pull(books)
    assert {one.id for one in records(items)} >= {*added, estimate}
    assert [item.modules for item in items if isinstance(item, Listing)] == [("Customer",)]
    assert asked(books).count("cdc") == 1 + len(MODULES)
    same_as_there(books)
    assert all(books.hub.fields["Customer", one]["Notes"] for one in books.ids("Customer") - {*added})
    assert books.hub.fields["Estimate", estimate]["PrivateNote"] == "one of few"


def test_after_a_long_gap_everything_is_compared(books: QuickbooksRig) -> None:
    first(books)
    gone, changed = sorted(books.ids("Estimate"))[:2]
    books.sim.delete("Estimate", gone)
    books.sim.change("Estimate", changed, PrivateNote="long ago")
    books.later(31 * DAY)  # of which nobody tells any more
    new = books.sim.add("Customer", DisplayName="Newcomer")
    items = pull(books)
    assert {name for item in items if isinstance(item, Listing) for name in item.modules} == set(MODULES)
    same_as_there(books)
    assert new in books.hub.ids("Customer")
    assert books.hub.fields["Estimate", changed]["PrivateNote"] == "long ago"


def test_the_daily_check_finds_what_no_change_told(books: QuickbooksRig) -> None:
    first(books)
    lost = books.some("Customer")
    books.hub.drop("Customer", lost)
    pull(books)
    assert lost not in books.hub.ids("Customer")
    items = pull(books, PullMode.CHECK)
    assert [one.id for one in records(items)] == [lost], "nothing else: it is known"
    same_as_there(books)


# --- everything --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("as_text", [True, False], ids=["as-text", "as-number"])
@pytest.mark.parametrize("deleted", [1, 15], ids=["a-row", "half-a-page"])
def test_rows_deleted_while_paging_hide_none(
    books: QuickbooksRig, monkeypatch: pytest.MonkeyPatch, as_text: bool, deleted: int
) -> None:
    books.sim.queries.ids_as_text = as_text
    for n in range(30):
        books.sim.add("Customer", DisplayName=f"More {n}")
    small(monkeypatch, books, 20)
    connector = books.open()
    request = PullRequest(
        STREAM, {"Customer": MODULES["Customer"]}, None, PullMode.FULL, CancelToken(), Feedback(), lambda _: None
    )
    seen: list[str] = []
    for item in connector.changes(request):
        if not isinstance(item, Page):
            continue
        if not seen:
            for record in item.records[:deleted]:
                books.sim.delete("Customer", record.id)
        seen += [record.id for record in item.records]
    assert books.ids("Customer") <= set(seen)


def test_a_last_page_that_has_moved_up_is_found(books: QuickbooksRig, monkeypatch: pytest.MonkeyPatch) -> None:
    """So many rows went that nothing is left where the next page was to begin."""
    small(monkeypatch, books, 5)
    connector = books.open()
    request = PullRequest(
        STREAM, {"Customer": MODULES["Customer"]}, None, PullMode.FULL, CancelToken(), Feedback(), lambda _: None
    )
    seen: list[str] = []
    for item in connector.changes(request):
        if isinstance(item, Page):
            for record in item.records if not seen else ():
                books.sim.delete("Customer", record.id)
            seen += [record.id for record in item.records]
    assert books.ids("Customer") < set(seen)


def test_a_page_with_one_more_than_was_asked_for(books: QuickbooksRig, monkeypatch: pytest.MonkeyPatch) -> None:
    small(monkeypatch, books, 5)
    books.sim.queries.one_more = True
    items = pull(books, PullMode.FULL)
    same_as_there(books)
    told = [(one.module, one.id) for one in records(items)]
    assert len(told) == len(set(told))


def test_a_full_pull_cut_off_goes_on_and_takes_nothing_for_missing(
    books: QuickbooksRig, monkeypatch: pytest.MonkeyPatch
) -> None:
    small(monkeypatch, books, 5)
    books.hub.pull(books.open(), MODULES, PullMode.FULL, stop_after=2)
    assert books.hub.cursors[STREAM]["full"]["start"] > 1
    at = books.hub.cursors[STREAM]["full"]["at"]
    changed, *gone = sorted(books.hub.ids("Customer"))
    books.later(60)
    for ident in gone[:3]:  # those behind them move up, to before the row that comes next
        books.sim.delete("Customer", ident)
    books.sim.change("Customer", changed, Notes="meanwhile")
    books.sim.clear()
    books.hub.pull(books.open(), MODULES)
    assert books.ids("Customer") <= books.hub.ids("Customer")
    assert books.hub.cursors[STREAM]["at"] == at, "what changed since it began is asked for next"
    assert "read" not in asked(books), "nothing that was read before is asked for as missing"
    pull(books)
    same_as_there(books)
    assert books.hub.fields["Customer", changed]["Notes"] == "meanwhile"


def test_the_inactive_are_pulled_too(books: QuickbooksRig) -> None:
    ident = books.some("Item")
    books.sim.deactivate("Item", ident)
    pull(books, PullMode.FULL)
    assert books.hub.fields["Item", ident]["Active"] is False
    assert [one.id for one in books.open().read("Item", [ident], CancelToken())] == [ident]
    assert books.open().confirm_gone("Item", [ident], CancelToken()) == []


# --- records -----------------------------------------------------------------------------------------------------


def test_what_can_not_be_read_is_a_problem_and_not_gone(books: QuickbooksRig) -> None:
    first(books)
    ident = books.some("Invoice")
    raw = books.sim.books.tables["Invoice"].records[ident]
    books.sim.books.tables["Invoice"].put({**raw, "TxnDate": "soon"})
    items = pull(books, PullMode.CHECK)
    (problem,) = [one for item in items if isinstance(item, Page) for one in item.problems]
    assert (problem.module, problem.id, problem.code) == ("Invoice", ident, "unreadable")
    assert ident in books.hub.ids("Invoice")
    assert any(row.id == ident for item in items if isinstance(item, Listing) for row in item.rows)
    assert books.open().confirm_gone("Invoice", [ident], CancelToken()) == []


def test_a_document_is_told_with_what_we_sum_up(books: QuickbooksRig) -> None:
    item, customer = books.some("Item"), books.some("Customer")
    line = {
        "DetailType": "SalesItemLineDetail", "Amount": 99.9, "Description": "blue",
        "SalesItemLineDetail": {"ItemRef": {"value": item}, "Qty": 3, "UnitPrice": 33.3},
    }  # fmt: skip
    off = {"DetailType": "DiscountLineDetail", "Amount": 10, "DiscountLineDetail": {"PercentBased": False}}
    custom = [{"DefinitionId": "1", "Name": "Crew #", "Type": "StringType", "StringValue": "102"}]
    ident = books.sim.add(
        "Invoice", CustomerRef={"value": customer}, Line=[line, line, off], TxnTaxDetail={"TotalTax": 5.5}, CustomField=custom
    )  # fmt: skip
    books.modules = {**MODULES, "Invoice": MODULES["Invoice"] | {"CustomField"}}
    pull(books, PullMode.FULL)
    fields = books.hub.fields["Invoice", ident]
    assert fields["SUBTOTAL"] == "199.80"
    assert fields["TxnTaxDetail"]["TotalTax"] == "5.50"
    assert (fields["TotalAmt"], fields["Balance"]) == ("195.30", "195.30")
    assert len(fields["Line"]) == 2
    assert fields["Line"][0]["SalesItemLineDetail"]["ItemRef"] == item
    assert fields["CustomField"] == {"1": "102"}
    assert fields["STATUS"] == "posted"


def test_custom_fields_are_named_by_documents_and_by_the_company(books: QuickbooksRig) -> None:
    custom = [{"DefinitionId": "1", "Name": "Crew #", "Type": "StringType", "StringValue": "102"}]
    books.later()
    books.sim.change("Invoice", books.some("Invoice"), CustomField=custom)
    (preferences,) = books.sim.books.tables["Preferences"].records.values()
    given = [
        {"CustomField": [{"Name": "SalesFormsPrefs.SalesCustomName2", "Type": "StringType", "StringValue": "Van"}]}
    ]
    forms = {**preferences["SalesFormsPrefs"], "CustomField": given}
    books.sim.books.tables["Preferences"].put({**preferences, "SalesFormsPrefs": forms})
    told = {one.path: (one.title, one.sample) for one in books.open().fields("Invoice", CancelToken())}
    assert told["CustomField.1"] == ("Crew #", "102")
    assert told["CustomField.2"] == ("Van", None)


def test_a_payment_is_told_with_what_it_pays(books: QuickbooksRig) -> None:
    pull(books, PullMode.FULL)
    row = books.sim.rows("Payment")[0]
    invoice = row["Line"][0]["LinkedTxn"][0]["TxnId"]
    assert books.hub.fields["Payment", row["Id"]]["ALLOCATIONS"] == [
        {"Invoice": invoice, "Kind": "against", "Amount": "80.00"},
        {"Invoice": None, "Kind": "on_account", "Amount": "20.00"},
    ]
    assert books.hub.fields["Invoice", invoice]["Balance"] == "120.00"


def test_voided_documents_are_cancelled_ones(books: QuickbooksRig) -> None:
    first(books)
    invoice, payment = books.some("Invoice"), books.some("Payment")
    books.sim.void("Invoice", invoice)
    books.sim.void("Payment", payment)
    pull(books)
    assert books.hub.fields["Invoice", invoice]["STATUS"] == "cancelled"
    paid = books.hub.fields["Payment", payment]
    assert (paid["STATUS"], paid["ALLOCATIONS"], paid["TotalAmt"]) == ("cancelled", [], "0.00")
    others = [
        f["STATUS"] for (module, ident), f in books.hub.fields.items() if module == "Invoice" and ident != invoice
    ]
    assert set(others) == {"posted"}


@pytest.mark.parametrize(
    "row",
    [
        {"TotalAmt": 0, "PrivateNote": "Free sample", "Line": []},
        {"TotalAmt": 10, "PrivateNote": "Voided: no, this one counts", "Line": []},
        {"TotalAmt": 0, "PrivateNote": "Voided warranty", "Line": [{"Amount": "99.50"}, {"Amount": "99.50"}]},
        {"TotalAmt": 0, "PrivateNote": None},
    ],
    ids=["for-nothing", "a-note", "all-off", "bare"],
)
def test_not_every_zero_is_a_void(row: dict[str, Any]) -> None:
    assert not is_void(row)


def test_another_company_stops_before_anything_is_read(books: QuickbooksRig) -> None:
    connector = books.open()
    known = connector.preflight(None, CancelToken()).identity
    standing = connector.preflight({**known, "id": "999"}, CancelToken())
    assert [guard for guard, _, _ in standing.questions] == ["other_books"]
    books.sim.clear()
    books.open().preflight(known, CancelToken())
    assert asked(books) == [], "the company's own data are read once a day"


def test_taxes_are_read_by_the_names_of_their_rates(books: QuickbooksRig) -> None:
    """The rates are asked for when one is met that isn't known; a mere sum is one tax."""
    sim = books.sim
    code = next(row for row in sim.rows("TaxCode") if row["Id"] not in {"TAX", "NON"})
    line = {
        "DetailType": "SalesItemLineDetail", "Amount": 200,
        "SalesItemLineDetail": {"ItemRef": {"value": books.some("Item")}, "TaxCodeRef": {"value": "TAX"}},
    }  # fmt: skip
    of = {"CustomerRef": {"value": books.some("Customer")}, "TxnDate": "2026-08-01", "Line": [line]}
    taxed = sim.add("Invoice", TxnTaxDetail={"TxnTaxCodeRef": {"value": code["Id"]}}, **of)
    summed = sim.add("Invoice", TxnTaxDetail={"TotalTax": 7}, **of)
    pull(books)
    (tax,) = books.hub.fields["Invoice", taxed]["TAXES"]
    rate = next(row for row in sim.rows("TaxRate") if row["Name"] == tax["name"])
    assert float(tax["percentage"]) == float(rate["RateValue"])
    assert float(tax["value"]) == 200 * float(rate["RateValue"]) / 100
    assert books.hub.fields["Invoice", summed]["TAXES"] == [{"name": "Tax", "percentage": None, "value": "7.00"}]
    sim.clear()
    pull(books)
    assert len(sim.requests) <= 2  # the names are kept
