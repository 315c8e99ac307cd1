"""What the Zoho connector asks for when it reads, and what it makes of the answers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.connectors.base import Feedback, Listing, PullMode, PullRequest
from app.connectors.zoho import bulk, reading
from app.model.cancel import CancelToken
from app.model.errors import BadAnswer
from app.model.records import Page, RemoteRecord
from tests.connectors.contract import Hub
from tests.connectors.zoho_rig import MODULES, ZohoRig, furnish
from tests.simulators.zoho import SimulatedZoho

DAY = 86_400


@pytest.fixture
def zoho(tmp_path: Path) -> Iterator[ZohoRig]:
    with SimulatedZoho() as sim:
        rig = ZohoRig(sim, tmp_path)
        furnish(sim)
        yield rig
        rig.close()
        assert not sim.violations


def pull(
    rig: ZohoRig, module: str, mode: PullMode = PullMode.INCREMENTAL, *, clock: Any = None
) -> list[Page | Listing]:
    """One module, the hub's knowledge of its versions told as the engine tells it."""
    connector = rig.open()
    if clock is not None:
        connector._clock = clock
    request = PullRequest(
        module, {module: MODULES[module]}, rig.hub.cursors.get(module), mode, CancelToken(), Feedback(), lambda _: None,
        known=lambda name, ids: {one: rig.hub.records[name, one].version for one in ids if (name, one) in rig.hub.records},
    )  # fmt: skip
    items = []
    for item in connector.changes(request):
        items.append(item)
        if isinstance(item, Page):
            rig.hub.take(module, item)
        else:
            rig.hub.look(connector, item, request)
            for record in connector.read(
                module, [row.id for row in item.rows if row.id not in rig.hub.ids(module)], request.cancel
            ):
                rig.hub.put(record)
    return items


def records(items: list[Page | Listing]) -> list[RemoteRecord]:
    return [record for item in items if isinstance(item, Page) for record in item.records]


def asked(rig: ZohoRig) -> list[str]:
    return [entry.kind for entry in rig.sim.requests]


def first(rig: ZohoRig, *modules: str) -> None:
    for module in modules:
        pull(rig, module, PullMode.FULL)
    rig.later(60)
    rig.sim.requests.clear()


def test_nothing_changed_takes_two_requests(zoho: ZohoRig) -> None:
    first(zoho, "Contacts", "Sales_Orders")
    for module in ("Contacts", "Sales_Orders"):
        zoho.sim.requests.clear()
        (page,) = pull(zoho, module)
        assert isinstance(page, Page)
        assert (page.records, page.tombstones, page.done) == ((), (), True)
        assert asked(zoho) == ["list", "deleted"]


def test_only_changed_documents_are_read_alone(zoho: ZohoRig) -> None:
    first(zoho, "Sales_Orders")
    changed = sorted(zoho.ids("Sales_Orders"))[3]
    zoho.sim.change("Sales_Orders", changed, Description="new")
    (one,) = records(pull(zoho, "Sales_Orders"))
    assert (one.id, one.fields["Description"]) == (changed, "new")
    assert asked(zoho).count("one") == 1
    zoho.sim.requests.clear()
    # Within the overlap Zoho tells of it again; it is known at this version.
    assert records(pull(zoho, "Sales_Orders")) == []
    assert asked(zoho) == ["list", "deleted"]


def test_a_document_read_in_the_second_of_its_change_is_read_once_more(zoho: ZohoRig) -> None:
    """Stamps have whole seconds: a workflow may have changed it again in the same one."""
    first(zoho, "Sales_Orders")
    ident = zoho.some("Sales_Orders")
    zoho.sim.org.changed.clear()
    zoho.sim.clock.set(zoho.sim.clock())
    zoho.sim.change("Sales_Orders", ident, Description="by a person")
    assert [one.fields["Description"] for one in records(pull(zoho, "Sales_Orders"))] == ["by a person"]
    zoho.sim.change("Sales_Orders", ident, Description="by a workflow")
    zoho.later(5)
    assert [one.fields["Description"] for one in records(pull(zoho, "Sales_Orders"))] == ["by a workflow"]
    assert records(pull(zoho, "Sales_Orders")) == []


def test_deletions_are_told_once(zoho: ZohoRig) -> None:
    first(zoho, "Contacts")
    ident = zoho.some("Contacts")
    zoho.sim.delete("Contacts", ident)
    (page,) = pull(zoho, "Contacts")
    assert isinstance(page, Page)
    assert [one.id for one in page.tombstones] == [ident]
    (page,) = pull(zoho, "Contacts")
    assert isinstance(page, Page)
    assert page.tombstones == ()


def test_a_restored_record_is_no_deletion(zoho: ZohoRig) -> None:
    first(zoho, "Contacts")
    ident = zoho.some("Contacts")
    zoho.sim.delete("Contacts", ident)
    zoho.sim.restore("Contacts", ident)
    zoho.sim.change("Contacts", ident, Phone="1")
    items = pull(zoho, "Contacts")
    assert ident in {one.id for one in records(items)}
    assert not any(item.tombstones for item in items if isinstance(item, Page))


def test_after_a_long_gap_everything_is_compared(zoho: ZohoRig) -> None:
    first(zoho, "Contacts", "Sales_Orders")
    gone, changed = sorted(zoho.ids("Contacts"))[:2]
    zoho.sim.delete("Contacts", gone)
    zoho.later(70 * DAY)
    zoho.sim.purge("Contacts", gone)
    zoho.later(60 * DAY)  # Zoho's list of deletions has forgotten it
    zoho.sim.change("Contacts", changed, Phone="12345")
    new = zoho.sim.add("Contacts", Last_Name="Newcomer")
    zoho.sim.requests.clear()
    items = pull(zoho, "Contacts", clock=zoho.sim.clock)
    assert any(isinstance(item, Listing) for item in items)
    assert zoho.hub.ids("Contacts") == zoho.ids("Contacts")
    assert zoho.hub.fields["Contacts", changed]["Phone"] == "12345"
    assert new in zoho.hub.ids("Contacts")
    assert "deleted" not in asked(zoho)
    zoho.sim.requests.clear()
    pull(zoho, "Sales_Orders", clock=zoho.sim.clock)
    assert "one" not in asked(zoho), "no unchanged document is read alone"


def test_the_daily_check_finds_what_no_stamp_tells(zoho: ZohoRig) -> None:
    first(zoho, "Contacts")
    lost = zoho.some("Contacts")
    zoho.hub.drop("Contacts", lost)
    pull(zoho, "Contacts")
    assert lost not in zoho.hub.ids("Contacts")
    pull(zoho, "Contacts", PullMode.CHECK)
    assert lost in zoho.hub.ids("Contacts")


def test_a_quiet_module_leaves_its_overlap_behind(zoho: ZohoRig) -> None:
    zoho.sim.change("Contacts", zoho.some("Contacts"), Phone="1")
    pull(zoho, "Contacts", PullMode.FULL)
    before = zoho.hub.cursors["Contacts"]
    assert records(pull(zoho, "Contacts")) != []
    assert zoho.hub.cursors["Contacts"] == before
    zoho.later(3600)
    assert records(pull(zoho, "Contacts")) != []
    assert zoho.hub.cursors["Contacts"]["at"] > before["at"]
    assert records(pull(zoho, "Contacts")) == []


def test_more_fields_than_one_question_takes(zoho: ZohoRig) -> None:
    for number in range(60):
        zoho.sim.add_field("Contacts", f"Extra_{number}")
    ident = zoho.some("Contacts")
    zoho.sim.change("Contacts", ident, **{f"Extra_{number}": f"value {number}" for number in range(60)})
    wanted = {"Contacts": frozenset({*MODULES["Contacts"], *(f"Extra_{number}" for number in range(60))})}
    Hub.pull(zoho.hub, zoho.open(), wanted, PullMode.FULL)
    for number in range(60):
        assert zoho.hub.fields["Contacts", ident][f"Extra_{number}"] == f"value {number}"
    assert all(entry.query["fields"].count(",") < 50 for entry in zoho.sim.requests if entry.kind == "list")
    (alone,) = zoho.open().read("Contacts", [ident], CancelToken())
    assert alone.fields["Extra_59"] == "value 59"


def test_a_long_read_that_took_more_than_a_day_begins_anew(zoho: ZohoRig, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_LOT", 200)
    for number in range(450):
        zoho.sim.add("Leads", Last_Name=f"Lead {number}", Company="Firm")
    leads = {"Leads": frozenset({"Last_Name"})}
    zoho.hub.pull(zoho.open(), leads, PullMode.FULL, stop_after=1)
    assert 0 < len(zoho.hub.ids("Leads")) < 450
    assert zoho.hub.cursors["Leads"]["full"]["token"]
    zoho.later(2 * DAY)
    zoho.hub.pull(zoho.open(), leads)
    assert zoho.hub.ids("Leads") == zoho.ids("Leads")


def test_a_full_pull_gone_on_with_takes_nothing_for_missing(zoho: ZohoRig, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_LOT", 200)
    for number in range(450):
        zoho.sim.add("Leads", Last_Name=f"Lead {number}", Company="Firm")
    leads = {"Leads": frozenset({"Last_Name"})}
    zoho.hub.pull(zoho.open(), leads, PullMode.FULL, stop_after=2)
    zoho.sim.requests.clear()
    zoho.hub.pull(zoho.open(), leads)
    assert zoho.hub.ids("Leads") == zoho.ids("Leads")
    assert "one" not in asked(zoho), "nothing that was read before is asked for as missing"


def test_a_large_module_comes_as_a_file(zoho: ZohoRig, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "_FIRST_LOOK", 0.0)
    pull(zoho, "Contacts", PullMode.FULL)
    listed = dict(zoho.hub.fields)
    for limit in (reading, bulk):
        monkeypatch.setattr(limit, "BULK_FROM", 5)
    zoho.sim.requests.clear()
    zoho.hub = Hub()
    pull(zoho, "Contacts", PullMode.FULL)
    assert zoho.hub.fields == listed, "the same values as in lists"
    assert "list" not in asked(zoho)
    zoho.sim.requests.clear()
    assert records(pull(zoho, "Contacts")) == [] or asked(zoho)[-1] == "deleted"
    orders = zoho.hub = Hub()
    pull(zoho, "Sales_Orders", PullMode.FULL)
    assert orders.ids("Sales_Orders") == zoho.ids("Sales_Orders")
    assert all(fields["Ordered_Items"] for fields in orders.fields.values())


def test_a_file_cut_off_is_gone_on_with(zoho: ZohoRig, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "_FIRST_LOOK", 0.0)
    monkeypatch.setattr(bulk, "_IN_A_PAGE", 4)
    for limit in (reading, bulk):
        monkeypatch.setattr(limit, "BULK_FROM", 5)
    contacts = {"Contacts": MODULES["Contacts"]}
    zoho.hub.pull(zoho.open(), contacts, PullMode.FULL, stop_after=2)
    zoho.sim.requests.clear()
    zoho.hub.pull(zoho.open(), contacts)
    assert zoho.hub.ids("Contacts") == zoho.ids("Contacts")
    assert "bulk_read" not in asked(zoho), "the job that was asked for is fetched"


def test_an_answer_that_is_no_list_is_refused(zoho: ZohoRig) -> None:
    zoho.sim.fail_next(200, {"info": {}}, kind="list")
    with pytest.raises(BadAnswer):
        pull(zoho, "Contacts", PullMode.FULL)
    assert "Contacts" not in zoho.hub.cursors


def test_documents_are_told_with_what_we_compute(zoho: ZohoRig) -> None:
    product, contact = zoho.some("Products"), zoho.some("Contacts")
    line: dict[str, Any] = {
        "Product_Name": {"id": product}, "Quantity": 3, "List_Price": 100, "Discount": 30,
        "Line_Tax": [{"name": "GST", "percentage": 18}],
    }  # fmt: skip
    ident = zoho.sim.add("Sales_Orders", Subject="S1", Contact_Name={"id": contact}, Ordered_Items=[line, line])
    pull(zoho, "Sales_Orders", PullMode.FULL)
    fields = zoho.hub.fields["Sales_Orders", ident]
    assert fields["TAXES"] == [{"name": "GST", "percentage": "18", "value": "97.20"}]
    assert fields["Ordered_Items"][0] == {
        "Product_Name": product, "Description": None, "Quantity": "3", "List_Price": "100",
        "Discount_Percent": "10", "Amount": "270.00",
    }  # fmt: skip
    assert (fields["NET_TOTAL"], fields["TAX_TOTAL"], fields["Grand_Total"]) == ("540.00", "97.20", "637.20")
    assert fields["Order_Date"] == zoho.sim.one("Sales_Orders", ident)["Created_Time"][:10]


def test_another_organisation_stops_before_anything_is_read(zoho: ZohoRig) -> None:
    connector = zoho.open()
    known = connector.preflight(None, CancelToken()).identity
    standing = connector.preflight({**known, "id": "999"}, CancelToken())
    assert [guard for guard, _, _ in standing.questions] == ["other_books"]
    with pytest.raises(Exception, match="not to the one that this connection was made for"):
        zoho.open(organization="999").preflight(None, CancelToken())


def test_quiet_runs_ask_nothing_of_metadata_for_a_day(zoho: ZohoRig) -> None:
    zoho.hub.pull(zoho.open(), MODULES, PullMode.FULL)
    zoho.sim.requests.clear()
    zoho.hub.pull(zoho.open(), MODULES)
    assert set(asked(zoho)) <= {"list", "deleted", "one"}


def test_a_file_misses_nothing_when_our_clock_is_ahead(zoho: ZohoRig, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "_FIRST_LOOK", 0.0)
    for limit in (reading, bulk):
        monkeypatch.setattr(limit, "BULK_FROM", 5)
    zoho.sim.clock.advance(-DAY)
    pull(zoho, "Contacts", PullMode.FULL)
    zoho.later(60)
    ident = zoho.some("Contacts")
    zoho.sim.change("Contacts", ident, Phone="777")
    pull(zoho, "Contacts")
    assert zoho.hub.fields["Contacts", ident]["Phone"] == "777"


@pytest.mark.parametrize("mode", [PullMode.INCREMENTAL, PullMode.CHECK])
def test_more_changes_than_a_list_gives(zoho: ZohoRig, monkeypatch: pytest.MonkeyPatch, mode: PullMode) -> None:
    for number in range(450):
        zoho.sim.add("Products", Product_Name=f"Bolt {number}")
    first(zoho, "Products")
    monkeypatch.setattr("tests.simulators.zoho.reading.BY_TOKEN", 200)
    zoho.sim.org.changed.clear()
    for ident in zoho.ids("Products"):
        zoho.sim.change("Products", ident, Product_Code="X")
    gone = max(zoho.ids("Products"))
    zoho.sim.delete("Products", gone)
    items = pull(zoho, "Products", mode)
    assert any(isinstance(item, Page) and item.done for item in items)
    assert zoho.hub.ids("Products") == zoho.ids("Products")
    assert {zoho.hub.fields["Products", ident]["Product_Code"] for ident in zoho.ids("Products")} == {"X"}


def test_more_deletions_than_a_list_gives(zoho: ZohoRig) -> None:
    first(zoho, "Contacts")
    ident = zoho.some("Contacts")
    zoho.sim.delete("Contacts", ident)
    too_many = {
        "code": "DISCRETE_PAGINATION_LIMIT_EXCEEDED",
        "details": {"limit": 2000},
        "message": "",
        "status": "error",
    }
    zoho.sim.fail_next(400, too_many, "deleted")
    items = pull(zoho, "Contacts")
    assert any(isinstance(item, Listing) for item in items)
    assert ident not in zoho.hub.ids("Contacts")


def test_a_field_that_was_just_made_is_offered(zoho: ZohoRig) -> None:
    assert "Shelf" not in {one.path for one in zoho.open().fields("Products", CancelToken())}
    zoho.sim.add_field("Products", "Shelf")
    assert "Shelf" in {one.path for one in zoho.open().fields("Products", CancelToken())}
