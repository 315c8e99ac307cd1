"""What is written to SAP, and what must not be (docs/protocols/sap.md: Writing, Collections, Deleting, Concurrency)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.connectors.base import ConnectorPorts, WriteKind, WriteOp
from app.connectors.sap.connector import SapConnector
from app.connectors.sap.entities import CONTACTS, PARTNERS
from app.connectors.sap.records import is_away
from app.model.cancel import CancelToken
from app.model.errors import NameTaken, Rejected, Stale, UnknownOutcome
from app.model.records import RemoteRecord
from tests.connectors.contract import WriteCase, change_op, create_op
from tests.connectors.sap_rig import SapRig, furnish, give_room
from tests.simulators.sap import SimulatedSap

GO = CancelToken()


@pytest.fixture
def sim() -> Iterator[SimulatedSap]:
    with SimulatedSap() as sim:
        furnish(sim)
        give_room(sim)
        yield sim


@pytest.fixture
def rig(sim: SimulatedSap, tmp_path: Path) -> Iterator[SapRig]:
    rig = SapRig(sim, tmp_path, hub_key="U_HubId")
    yield rig
    rig.close()


def case_of(rig: SapRig, module: str) -> WriteCase:
    return next(one for one in rig.write_cases() if one.module == module)


def made(rig: SapRig, module: str, **fields: Any) -> tuple[WriteCase, RemoteRecord]:
    case = case_of(rig, module)
    case = replace(case, fields={**case.fields, **fields})
    record = rig.open().write(create_op(case), GO).record
    assert record is not None
    return case, record


def changed(case: WriteCase, record: RemoteRecord, **fields: Any) -> WriteOp:
    return change_op(case, record, fields)


def test_the_field_for_our_id_is_made_by_the_first_write(tmp_path: Path) -> None:
    with SimulatedSap() as sim:
        furnish(sim)
        rig = SapRig(sim, tmp_path, hub_key="U_HubId")
        rig.hub.pull(rig.open(), rig.modules)
        assert not sim.rows("UserFieldsMD")
        record = rig.open().write(create_op(case_of(rig, "Orders")), GO).record
        assert record is not None
        assert record.hub_key == "hub-1"
        tables = [row["TableName"] for row in sim.rows("UserFieldsMD")]
        assert {"ORDR", "OINV"} <= set(tables)  # on one document's table it is on all of them
        rig.open().write(create_op(case_of(rig, "Invoices"), "hub-2"), GO)
        assert [row["TableName"] for row in sim.rows("UserFieldsMD")] == tables
        rig.close()


def test_a_partner_made_twice_is_one(rig: SapRig) -> None:
    """Its code follows from our id: SAP refuses the second."""
    op = create_op(case_of(rig, PARTNERS))
    first = rig.open().write(op, GO).record
    assert first is not None
    again = rig.open().write(op, GO).record
    assert again is not None
    assert again.id == first.id
    rig.hub_key = ""
    for record in (rig.open().write(op, GO).record, rig.open().find(op, GO)):
        assert record is not None
        assert record.id == first.id


@pytest.mark.parametrize(
    ("hub_keys", "certain"),
    [
        ({PARTNERS: "", "Items": ""}, True),  # by their codes
        ({PARTNERS: "U_HubId", "Orders": "U_HubId"}, True),
        ({PARTNERS: "U_HubId", "Orders": ""}, False),
        ({CONTACTS: ""}, False),
    ],
)
def test_what_was_sent_is_found_for_certain_by_a_code_or_a_field_of_ours(
    rig: SapRig, hub_keys: dict[str, str], certain: bool
) -> None:
    settings = replace(rig.open()._settings, hub_keys=hub_keys)
    assert SapConnector(settings, ConnectorPorts(rig.state, rig.folder)).spec.capabilities.find_by_our_key is certain


def test_an_item_s_code_that_is_taken_leads_to_its_record(rig: SapRig) -> None:
    case = case_of(rig, "Items")
    with pytest.raises(NameTaken) as caught:
        rig.open().write(create_op(replace(case, fields={**case.fields, "ItemCode": "I0"})), GO)
    assert caught.value.remote_id == "I0"


def test_a_code_stays(rig: SapRig) -> None:
    case, record = made(rig, "Items")
    with pytest.raises(Rejected, match="code in SAP can't be changed"):
        rig.open().write(changed(case, record, ItemCode="R-13"), GO)


def test_an_address_is_changed_where_it_is_and_others_stay(rig: SapRig) -> None:
    shipping = {"AddressName": "Store", "AddressType": "bo_ShipTo", "Street": "Dock 4"}
    rig.sim.change(PARTNERS, "C0", BPAddresses=[shipping])
    connector = rig.open()
    (record,) = connector.read(PARTNERS, ["C0"], GO)
    case = case_of(rig, PARTNERS)
    connector.write(changed(case, record, BILL_TO={**record.fields["BILL_TO"], "City": "Nashik"}), GO)
    rows = rig.sim.one(PARTNERS, "C0")["BPAddresses"]
    assert [(row["AddressName"], row.get("Street"), row.get("City")) for row in rows] == [
        ("Office", "0 Main Road", "Nashik"),
        ("Store", "Dock 4", None),
    ]


def test_lines_keep_their_numbers_and_removed_ones_go(rig: SapRig) -> None:
    lines = [{"ItemCode": f"I{n}", "Quantity": "1", "UnitPrice": str(n + 1)} for n in range(3)]
    case, record = made(rig, "Orders", DocumentLines=lines)
    fewer = [{**lines[2], "Quantity": "5"}, lines[0]]
    after = rig.open().write(changed(case, record, DocumentLines=fewer), GO).record
    assert after is not None
    kept = rig.sim.one("Orders", int(record.id))["DocumentLines"]
    assert {(row["LineNum"], row["ItemCode"], int(row["Quantity"])) for row in kept} == {(0, "I0", 1), (2, "I2", 5)}


def test_removed_lines_stay_where_the_admin_says_so(rig: SapRig) -> None:
    lines = [{"ItemCode": f"I{n}", "Quantity": "1", "UnitPrice": "1"} for n in range(2)]
    case, record = made(rig, "Orders", DocumentLines=lines)
    rig.open(line_changes="merge").write(changed(case, record, DocumentLines=lines[:1]), GO)
    assert len(rig.sim.one("Orders", int(record.id))["DocumentLines"]) == 2


def test_the_chosen_tax_code_is_on_new_lines_alone(rig: SapRig) -> None:
    rig.choices["tax_code"] = "GST 18%"
    case, record = made(rig, "Orders")
    rig.sim.change("Orders", int(record.id), DocumentLines=[{"LineNum": 0, "TaxCode": "GST5"}])
    (record,) = rig.open().read("Orders", [record.id], GO)
    line = case.fields["DocumentLines"][0]
    rig.open().write(changed(case, record, DocumentLines=[line, {**line, "Quantity": "1"}]), GO)
    kept = rig.sim.one("Orders", int(record.id))["DocumentLines"]
    assert [row["TaxCode"] for row in kept] == ["GST5", "GST18"]


def test_documents_are_cancelled_not_deleted(rig: SapRig) -> None:
    connector = rig.open()
    for module in ("Orders", "Invoices", "IncomingPayments"):
        case, record = made(rig, module)
        connector.write(change_op(case, record, {}, WriteKind.DELETE), GO)
        assert is_away(module, rig.sim.one(module, int(record.id)))
        assert connector.read(module, [record.id], GO) == []


def test_a_document_cancelled_here_reads_as_cancelled(rig: SapRig) -> None:
    case, record = made(rig, "Orders")
    after = rig.open().write(changed(case, record, STATUS="cancelled"), GO).record
    assert after is not None
    assert after.fields["STATUS"] == "cancelled"
    with pytest.raises(Rejected, match="stays so"):
        rig.open().write(changed(case, after, STATUS="posted"), GO)


def test_masters_are_frozen_and_come_back(rig: SapRig) -> None:
    connector = rig.open()
    case, record = made(rig, PARTNERS)
    connector.write(change_op(case, record, {}, WriteKind.DELETE), GO)
    assert rig.sim.one(PARTNERS, record.id)["Frozen"] == "tYES"
    assert connector.read(PARTNERS, [record.id], GO) == []
    rig.sim.change(PARTNERS, record.id, Frozen="tNO", Valid="tYES")
    assert [one.id for one in connector.read(PARTNERS, [record.id], GO)] == [record.id]


def test_somebody_else_s_frozen_partner_is_one_out_of_use(rig: SapRig) -> None:
    rig.sim.change(PARTNERS, "C0", Frozen="tYES", Valid="tNO")
    (record,) = rig.open().read(PARTNERS, ["C0"], GO)
    assert record.fields["ACTIVE"] is False


def test_what_waits_for_approval_is_sent_once(rig: SapRig) -> None:
    rig.sim.company.approval.add("Orders")
    op = create_op(case_of(rig, "Orders"))
    before = rig.ids("Orders")
    with pytest.raises(UnknownOutcome, match="draft"):
        rig.open().write(op, GO)
    with pytest.raises(UnknownOutcome, match="draft in SAP until"):
        rig.open().find(op, GO)
    (draft,) = [row["DocEntry"] for row in rig.sim.rows("Drafts")]
    rig.sim.approve(draft)
    found = rig.open().find(op, GO)
    assert found is not None
    assert rig.ids("Orders") - before == {found.id}


def test_a_payment_pays_its_invoice_into_the_chosen_account(rig: SapRig) -> None:
    _, invoice = made(rig, "Invoices")
    paid = [{"DocEntry": invoice.id, "KIND": "against", "SumApplied": "60"}]
    _, record = made(rig, "IncomingPayments", PaymentInvoices=paid)
    assert record.fields["PaymentInvoices"] == [*paid, {"DocEntry": None, "KIND": "on_account", "SumApplied": "40"}]
    assert rig.sim.one("IncomingPayments", int(record.id))["TransferAccount"] == "_SYS00000000010"
    (after,) = rig.open().read("Invoices", [invoice.id], GO)
    assert after.fields["BALANCE"] == "140"
    rig.choices.clear()
    with pytest.raises(Rejected, match="not chosen yet"):
        rig.open().write(create_op(case_of(rig, "IncomingPayments"), "hub-9"), GO)


def test_a_payment_without_a_tag_is_compared_before_it_is_changed(rig: SapRig) -> None:
    case, record = made(rig, "IncomingPayments")
    rig.touch("IncomingPayments", record.id)
    with pytest.raises(Stale):
        rig.open().write(changed(case, record, Remarks="ours"), GO)
    assert rig.sim.one("IncomingPayments", int(record.id))["Remarks"] == "TOUCHED"


def test_a_contact_person_stays_with_its_partner(rig: SapRig) -> None:
    case, record = made(rig, CONTACTS)
    with pytest.raises(Rejected, match="another business partner"):
        rig.open().write(changed(case, record, CardCode="C1"), GO)
    bare = {name: value for name, value in case.fields.items() if name != "CardCode"}
    with pytest.raises(Rejected, match="belongs to a business partner"):
        rig.open().write(create_op(replace(case, fields=bare), "hub-2"), GO)


def test_a_total_that_differs_is_told(rig: SapRig) -> None:
    rig.choices["tax_code"] = "GST 18%"
    case = case_of(rig, "Orders")
    op = create_op(case)
    written = rig.open().write(replace(op, whole={**op.whole, "DocTotal": "200"}), GO)
    assert "236" in written.notes[0]
    assert "200" in written.notes[0]


def test_what_a_partner_s_own_rule_says_is_shown(rig: SapRig) -> None:
    rig.sim.company.rules.append(lambda entity, _row: "PO number is missing" if entity.set == "Orders" else "")
    with pytest.raises(Rejected, match="PO number is missing"):
        rig.open().write(create_op(case_of(rig, "Orders")), GO)


@pytest.mark.parametrize("module", [PARTNERS, CONTACTS, "Items"])
@pytest.mark.parametrize("keyed", [True, False], ids=["our field", "no field"])
def test_what_was_deleted_here_and_restored_is_in_use_again(rig: SapRig, module: str, keyed: bool) -> None:
    rig.hub_key = "U_HubId" if keyed else ""
    connector = rig.open()
    case = case_of(rig, module)
    if module == "Items":
        case = replace(case, fields={"ItemName": "Rope"})
    record = connector.write(create_op(case), GO).record
    assert record is not None
    connector.write(change_op(case, record, {}, WriteKind.DELETE), GO)
    again = connector.write(create_op(case), GO).record
    assert again is not None
    assert again.id == record.id
    assert [one.id for one in rig.open().read(module, [record.id], GO)] == [record.id]


def test_what_is_restored_reads_as_it_is_here(rig: SapRig) -> None:
    case, record = made(rig, PARTNERS)
    connector = rig.open()
    connector.write(change_op(case, record, {}, WriteKind.DELETE), GO)
    fields = {name: value for name, value in case.fields.items() if name != "FreeText"} | {
        "BILL_TO": {"City": "Nashik"}
    }
    op = replace(create_op(replace(case, fields=fields)), whole={**fields, "FreeText": None})
    rig.lose_next_write(done=False)
    with pytest.raises(UnknownOutcome):
        connector.write(op, GO)
    assert connector.find(op, GO) is None  # it is out of use still
    again = connector.write(op, GO).record
    assert again is not None
    assert (again.id, again.fields["FreeText"], again.fields["BILL_TO"]["City"]) == (record.id, None, "Nashik")
    assert len(rig.sim.one(PARTNERS, record.id)["BPAddresses"]) == 1


def test_an_order_cancelled_for_us_and_restored_is_a_new_one(rig: SapRig) -> None:
    case, record = made(rig, "Orders")
    rig.open().write(change_op(case, record, {}, WriteKind.DELETE), GO)
    again = rig.open().write(create_op(case), GO).record
    assert again is not None
    assert again.id != record.id


def test_what_changed_besides_is_written_before_a_document_is_cancelled(rig: SapRig) -> None:
    case, record = made(rig, "Orders")
    after = rig.open().write(changed(case, record, STATUS="cancelled", Comments="ordered twice"), GO).record
    assert after is not None
    assert (after.fields["STATUS"], after.fields["Comments"]) == ("cancelled", "ordered twice")


def test_two_lines_of_one_item_keep_what_is_theirs(rig: SapRig) -> None:
    """Each is in a warehouse of its own, of which the hub knows nothing."""
    lines = [
        {"ItemCode": "I0", "Quantity": "1", "UnitPrice": "10"},
        {"ItemCode": "I0", "Quantity": "9", "UnitPrice": "10"},
    ]
    case, record = made(rig, "Orders", DocumentLines=lines)
    rig.sim.change("Orders", int(record.id), DocumentLines=[{"LineNum": 1, "WarehouseCode": "02"}])
    (record,) = rig.open().read("Orders", [record.id], GO)
    rig.open().write(changed(case, record, DocumentLines=lines[1:]), GO)
    (line,) = rig.sim.one("Orders", int(record.id))["DocumentLines"]
    assert (line["LineNum"], line["WarehouseCode"]) == (1, "02")


def test_a_draft_without_our_field_is_not_sent_again(rig: SapRig) -> None:
    rig.hub_key = ""
    rig.sim.company.approval.add("Orders")
    op = create_op(case_of(rig, "Orders"))
    with pytest.raises(UnknownOutcome, match="draft"):
        rig.open().write(op, GO)
    with pytest.raises(UnknownOutcome, match="draft in SAP until"):
        rig.open().find(op, GO)


def test_while_drafts_can_not_be_asked_for_nothing_is_told_of_them(rig: SapRig) -> None:
    op = create_op(case_of(rig, "Orders"))
    connector = rig.open()
    assert connector.find(op, GO) is None
    rig.sim.after_next("list", lambda: [rig.sim.fail_next(502, "list") for _ in range(4)])
    with pytest.raises(UnknownOutcome, match="can't be told"):
        connector.find(op, GO)


def test_another_cause_for_a_taken_code_is_told(rig: SapRig) -> None:
    rig.sim.refuse_next(-10, "Enter a valid federal tax ID", "create")
    with pytest.raises(Rejected, match="federal tax ID") as caught:
        rig.open().write(create_op(case_of(rig, PARTNERS)), GO)
    assert not isinstance(caught.value, NameTaken)


def test_a_price_list_that_is_gone_stops_only_prices(rig: SapRig) -> None:
    rig.choices["price_list"] = "Retail"
    (record,) = rig.open().read("Items", ["I0"], GO)
    assert "PRICE" not in record.fields
    with pytest.raises(Rejected, match="price list that was chosen"):
        rig.open().write(changed(case_of(rig, "Items"), record, PRICE="5"), GO)


@pytest.mark.parametrize("value", ["ten", "NaN"])
def test_what_is_no_number_is_refused_before_anything_is_sent(rig: SapRig, value: str) -> None:
    case = case_of(rig, "Items")
    rig.open().as_shown("Items", {"PRICE": value})
    rig.sim.clear()
    with pytest.raises(Rejected, match="no number"):
        rig.open().write(create_op(replace(case, fields={**case.fields, "PRICE": value})), GO)
    assert not rig.sim.asked("create")


def test_a_page_of_a_firewall_refuses_one_record_alone(rig: SapRig) -> None:
    rig.sim.fail_next(403, "create")
    with pytest.raises(Rejected, match="Something between"):
        rig.open().write(create_op(case_of(rig, "Orders")), GO)


def test_a_long_name_of_a_contact_person_is_cut_where_sap_cuts_it(rig: SapRig) -> None:
    _, record = made(rig, CONTACTS, FirstName="A" * 49, LastName="Rao")
    assert record.label == "A" * 49


def test_what_was_emptied_by_a_cancellation_elsewhere_stays_in_sap(rig: SapRig) -> None:
    """Tally's cancelled vouchers have neither customer nor lines."""
    case, record = made(rig, "Orders")
    emptied = {"STATUS": "cancelled", "CardCode": None, "DocumentLines": [], "Comments": None}
    rig.open().write(changed(case, record, **emptied), GO)
    row = rig.sim.one("Orders", int(record.id))
    assert row["Cancelled"] == "tYES"
    assert (row["CardCode"], len(row["DocumentLines"])) == (case.fields["CardCode"], 1)
