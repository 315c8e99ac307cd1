"""Customers and products written to the simulated Tally: only what was meant, never twice, never elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from app.connectors.base import PullMode, WriteKind, WriteOp, Written
from app.connectors.tally.connector import TallyConnector
from app.connectors.tally.folding import fold_name
from app.connectors.tally.writing.writer import Counter, LotGuard
from app.model.cancel import CancelToken
from app.model.errors import ConnectorError, Gone, NameTaken, NotReady, Rejected, Stale, UnknownOutcome, Unreachable
from app.model.records import RemoteRecord
from app.simulator import SimulatedTally
from app.simulator.books import Item, Ledger
from tests.connectors.tally_rig import COMPANY, MODULES, NEW_CUSTOMER, NEW_ITEM, TallyRig, company

OTHER = "Other Books"
ENTITY = {"Ledger": "customer", "StockItem": "product"}


@pytest.fixture
def two(tmp_path: Path) -> Iterator[TallyRig]:
    """Our company with another one open beside it."""
    with SimulatedTally([company(), company(name=OTHER, seed=9)]) as sim:
        yield TallyRig(sim, tmp_path / "locks")


class Desk:
    """A connector with the few words that these tests need."""

    def __init__(self, rig: TallyRig, **auth: Any) -> None:
        self.rig = rig
        self.connector: TallyConnector = rig.open(**auth)
        self.connector.preflight(None, CancelToken())

    def create(self, module: str, fields: Mapping[str, Any]) -> Written:
        return self.connector.write(self.op(WriteKind.CREATE, module, fields), CancelToken())

    def update(self, record: RemoteRecord, **fields: Any) -> Written:
        return self.connector.write(self.op(WriteKind.UPDATE, record.module, fields, record), CancelToken())

    def delete(self, record: RemoteRecord) -> Written:
        return self.connector.write(self.op(WriteKind.DELETE, record.module, {}, record), CancelToken())

    def find(self, module: str, fields: Mapping[str, Any]) -> RemoteRecord | None:
        return self.connector.find(self.op(WriteKind.CREATE, module, fields), CancelToken())

    def op(
        self, kind: WriteKind, module: str, fields: Mapping[str, Any], before: RemoteRecord | None = None
    ) -> WriteOp:
        return WriteOp(
            "op",
            kind,
            ENTITY[module],
            module,
            "hub",
            str(fields.get("NAME") or (before.label if before else "")),
            fields,
            {**(before.fields if before else {}), **fields},
            remote_id=before.id if before else None,
            before=before,
        )

    def read(self, module: str, ident: str) -> RemoteRecord:
        (record,) = self.connector.read(module, [ident], CancelToken())
        return record

    def customer(self, name: str) -> RemoteRecord:
        return self.read("Ledger", str(self.ledger(name).id))

    def item(self, name: str) -> RemoteRecord:
        item = self.rig.books.company.find_item(name)
        assert item is not None
        return self.read("StockItem", str(item.id))

    def ledger(self, name: str) -> Ledger:
        ledger = self.rig.books.company.find_ledger(name)
        assert ledger is not None
        return ledger

    def stock(self, name: str) -> Item:
        item = self.rig.books.company.find_item(name)
        assert item is not None
        return item

    def requests(self, act: Callable[[], object]) -> list[str]:
        """What Tally was asked meanwhile: ``import`` or ``export`` each."""
        before = len(self.rig.sim.requests)
        act()
        return [one.kind.split()[0] for one in self.rig.sim.requests[before:]]


@pytest.fixture
def desk(tally: TallyRig) -> Desk:
    return Desk(tally)


PARTY = "Peña Exports"


def masters_of(rig: TallyRig, name: str) -> dict[str, int]:
    """Every master of a company with its AlterID, by kind and name, and the counters."""
    books = rig.sim.books(name).company
    tables = {
        "ledger": books.ledgers,
        "item": books.items,
        "group": books.groups,
        "unit": books.units,
        "stock group": books.stock_groups,
    }
    found = {f"{kind} {one.name}": one.alter_id for kind, table in tables.items() for one in table.values()}  # type: ignore[attr-defined]
    return found | {"masters": books.alt_mst, "vouchers": books.alt_vch}


class TestUpdate:
    def test_it_sends_the_changed_fields_alone(self, desk: Desk) -> None:
        before = desk.customer(PARTY)
        written = desk.update(before, EMAIL="new@example.in")
        sent = desk.rig.sim.requests[-2].text
        assert '<LEDGER NAME="Peña Exports" ACTION="Alter"><EMAIL>new@example.in</EMAIL></LEDGER>' in sent
        assert written.record is not None
        assert written.exact
        assert {**written.record.fields, "EMAIL": None} == {**before.fields, "EMAIL": None}

    def test_it_costs_one_import_and_one_reading(self, desk: Desk) -> None:
        first, second = desk.customer(PARTY), desk.item('Laptop 14"')
        desk.update(first, EMAIL="a@example.in")  # with it comes the lot's look at the company
        assert desk.requests(lambda: desk.update(second, PARTNO="P-1")) == ["import", "export"]
        assert desk.requests(lambda: desk.update(first, LEDGERPHONE="1")) == ["import", "export"]

    def test_the_company_is_looked_at_once_a_lot(self, desk: Desk) -> None:
        record = desk.customer(PARTY)
        asked = desk.requests(lambda: [desk.update(record, EMAIL=f"{n}@example.in") for n in range(26)])
        assert asked.count("import") == 26
        assert asked.count("export") == 26 + 2
        assert desk.rig.sim.max_in_flight == 1

    def test_rename_keeps_id_and_aliases(self, desk: Desk) -> None:
        ledger = next(one for one in desk.rig.books.company.ledgers.values() if one.aliases and one.parent.reserved)
        before = desk.customer(ledger.name)
        written = desk.update(before, NAME="Nueva & Sons")
        assert written.record is not None
        assert (written.record.id, written.record.label) == (before.id, "Nueva & Sons")
        assert written.record.fields["ALIAS"] == before.fields["ALIAS"] != []
        assert fold_name(before.label) not in desk.rig.books.company.ledgers

    @pytest.mark.parametrize("taken", ["Cash", "sri-sai ram  agencies"])
    def test_rename_onto_a_name_in_use_writes_nothing(self, desk: Desk, taken: str) -> None:
        before, counter = desk.customer(PARTY), desk.rig.books.company.alt_mst
        with pytest.raises(NameTaken):
            desk.update(before, NAME=taken)
        assert desk.rig.books.company.alt_mst == counter

    def test_rename_in_another_spelling_of_its_own_name(self, desk: Desk) -> None:
        written = desk.update(desk.customer("Sri Sai-Ram Agencies"), NAME="SRI SAI RAM Agencies")
        assert written.record is not None
        assert written.record.label == "SRI SAI RAM Agencies"

    def test_a_field_is_cleared(self, desk: Desk) -> None:
        before = desk.customer(PARTY)
        wanted = ("EMAIL", "LEDGERMOBILE", "ADDRESS", "PINCODE", "PARTYGSTIN", "CREDITLIMIT", "BILLCREDITPERIOD")
        desk.update(before, EMAIL="x@example.in", CREDITLIMIT="5.00", BILLCREDITPERIOD="30")
        written = desk.update(before, **dict.fromkeys(wanted))
        assert written.record is not None
        assert {name: written.record.fields[name] for name in wanted} == dict.fromkeys(wanted)
        assert written.record.fields["LEDSTATENAME"] == before.fields["LEDSTATENAME"]
        assert written.record.fields["INCOMETAXNUMBER"] == before.fields["INCOMETAXNUMBER"]

    @pytest.mark.parametrize("replaced", [False, True], ids=["rows merged", "list replaced"])
    def test_dated_rows_change_in_the_newest_only(self, desk: Desk, replaced: bool) -> None:
        desk.rig.sim.control.set_quirk("dated_rows_replaced", replaced)
        ledger = next(
            one
            for one in desk.rig.books.company.ledgers.values()
            if len(one.mailing) == 2 and one.under("Sundry Debtors")
        )
        old, new = ledger.mailing
        written = desk.update(desk.customer(ledger.name), ADDRESS="7 New Lane\nMumbai", PINCODE="400007")
        assert ledger.mailing == (old, new._replace(address=("7 New Lane", "Mumbai"), pincode="400007"))
        assert written.record is not None
        assert written.record.fields["ADDRESS"] == "7 New Lane\nMumbai"

    @pytest.mark.parametrize("replaced", [False, True], ids=["rows merged", "list replaced"])
    def test_an_items_rate_changes_in_the_newest_row_only(self, desk: Desk, replaced: bool) -> None:
        desk.rig.sim.control.set_quirk("dated_rows_replaced", replaced)
        item = next(one for one in desk.rig.books.company.items.values() if len(one.gst) == 2)
        old, new = item.gst
        written = desk.update(desk.item(item.name), GSTRATE="5", HSNCODE="0101")
        assert item.gst == (old, new._replace(rate=500))
        assert item.hsn[-1].code == "0101"
        assert written.record is not None
        assert (written.record.fields["GSTRATE"], written.record.fields["HSNCODE"]) == ("5", "0101")

    def test_rows_are_read_where_the_record_lacks_them(self, desk: Desk) -> None:
        full = desk.customer(PARTY)
        slim = RemoteRecord(full.module, full.id, full.version, {"NAME": full.label}, label=full.label)
        since = desk.ledger(PARTY).mailing[-1].since
        desk.update(slim, PINCODE="400009")
        assert [row.since for row in desk.ledger(PARTY).mailing] == [since]
        assert desk.ledger(PARTY).mailing[-1].pincode == "400009"

    def test_the_first_address_applies_from_the_books_first_day(self, desk: Desk) -> None:
        made = desk.create("Ledger", {"NAME": "Bare"}).record
        assert made is not None
        assert desk.ledger("Bare").mailing == ()
        desk.update(made, PINCODE="400009")
        assert [row.since for row in desk.ledger("Bare").mailing] == [desk.rig.books.company.books_from]

    def test_without_what_was_read_before_it_reads(self, desk: Desk) -> None:
        record = desk.customer(PARTY)
        op = desk.op(WriteKind.UPDATE, "Ledger", {"EMAIL": "b@example.in"}, record)
        bare = WriteOp(
            op.op_id, op.kind, op.entity, op.module, op.hub_key, op.label, op.fields, op.fields, remote_id=record.id
        )
        assert desk.connector.write(bare, CancelToken()).record is not None
        assert desk.ledger(PARTY).email == "b@example.in"

    def test_renamed_meanwhile_is_stale_and_writes_nothing(self, desk: Desk) -> None:
        record = desk.customer(PARTY)
        desk.rig.sim.control.rename_customer(COMPANY, PARTY, "Another")
        with pytest.raises(Stale):
            desk.update(record, EMAIL="c@example.in")
        assert desk.ledger("Another").email != "c@example.in"

    @pytest.mark.parametrize("name", ["CLOSINGBALANCE", "ALIAS", "GUID", "SOMETHING"])
    def test_fields_that_are_not_ours_to_write(self, desk: Desk, name: str) -> None:
        with pytest.raises(Rejected) as caught:
            desk.update(desk.customer(PARTY), **{name: "1"})
        assert caught.value.field == name

    def test_opening_stock_keeps_quantity_rate_and_value_together(self, desk: Desk) -> None:
        desk.create("StockItem", NEW_ITEM)
        item = desk.stock(str(NEW_ITEM["NAME"]))
        assert (item.opening_qty, item.opening_rate, item.opening_value) == (100_000, 5_000, 500_000)
        desk.update(desk.item(item.name), OPENINGBALANCE="40")
        assert (item.opening_qty, item.opening_rate, item.opening_value) == (40_000, 5_000, 200_000)
        desk.update(desk.item(item.name), OPENINGVALUE="-1000.00")
        assert (item.opening_qty, item.opening_rate, item.opening_value) == (40_000, 2_500, 100_000)
        written = desk.update(desk.item(item.name), OPENINGBALANCE=None)
        assert item.opening_qty is None
        assert written.record is not None
        assert written.record.fields["OPENINGBALANCE"] is None

    def test_a_compound_unit_is_told_in_its_parts(self, desk: Desk) -> None:
        fields = {"NAME": "Eggs", "BASEUNITS": "Dzn of 12 Pcs", "OPENINGBALANCE": "30", "OPENINGRATE": "6.00"}
        written = desk.create("StockItem", fields)
        assert "<OPENINGBALANCE> 2 Dzn 6 Pcs</OPENINGBALANCE><OPENINGRATE>6.00/Pcs</OPENINGRATE>" in "".join(
            one.text for one in desk.rig.sim.requests
        )
        assert written.record is not None
        assert written.record.fields["OPENINGBALANCE"] == "30"
        assert written.record.fields["OPENINGVALUE"] == "-180.00"


class TestCreate:
    def test_it_costs_a_look_an_import_and_a_reading(self, desk: Desk) -> None:
        desk.create("Ledger", {"NAME": "First"})
        assert desk.requests(lambda: desk.create("Ledger", {"NAME": "Second"})) == ["export", "import", "export"]

    def test_a_new_customer_is_bill_wise_and_below_the_debtors(self, tmp_path: Path) -> None:
        with SimulatedTally([company(debtors_name="Kunden")]) as sim:
            desk = Desk(TallyRig(sim, tmp_path / "locks"))
            desk.create("Ledger", {"NAME": "Neu"})
            assert (desk.ledger("Neu").parent.name, desk.ledger("Neu").billwise) == ("Kunden", True)

    @pytest.mark.parametrize("name", ["Acme-Traders", "acme  traders ", "ACME TRADERS"])
    def test_a_name_that_folds_to_one_in_use(self, desk: Desk, name: str) -> None:
        made = desk.create("Ledger", {"NAME": "Acme Traders", "EMAIL": "a@example.in"}).record
        assert made is not None
        counter = desk.rig.books.company.alt_mst
        with pytest.raises(NameTaken) as caught:
            desk.create("Ledger", {"NAME": name, "EMAIL": "b@example.in"})
        assert caught.value.remote_id == made.id
        assert desk.rig.books.company.alt_mst == counter

    def test_an_ampersand_is_not_and(self, desk: Desk) -> None:
        desk.create("Ledger", {"NAME": "Tom & Jerry"})
        assert desk.create("Ledger", {"NAME": "Tom and Jerry"}).record is not None

    def test_a_name_that_is_an_alias(self, desk: Desk) -> None:
        ledger = next(one for one in desk.rig.books.company.ledgers.values() if one.aliases and one.parent.reserved)
        with pytest.raises(NameTaken) as caught:
            desk.create("Ledger", {"NAME": ledger.aliases[0].lower()})
        assert caught.value.remote_id == str(ledger.id)
        assert ledger.name in caught.value.message

    @pytest.mark.parametrize("name", ["cash", "Profit & Loss A/C"])
    def test_a_name_of_a_ledger_that_is_no_customer(self, desk: Desk, name: str) -> None:
        with pytest.raises(NameTaken) as caught:
            desk.create("Ledger", {"NAME": name})
        assert caught.value.remote_id is None

    def test_a_name_made_by_somebody_since_the_last_look(self, desk: Desk) -> None:
        desk.create("Ledger", {"NAME": "One"})
        made = desk.rig.sim.control.add_customer(COMPANY, "Two")
        with pytest.raises(NameTaken) as caught:
            desk.create("Ledger", {"NAME": "two"})
        assert caught.value.remote_id == str(made)

    def test_a_name_that_became_free(self, desk: Desk) -> None:
        desk.rig.sim.control.add_customer(COMPANY, "Short Lived")
        desk.create("Ledger", {"NAME": "One"})
        desk.rig.sim.control.delete_customer(COMPANY, "Short Lived")
        assert desk.create("Ledger", {"NAME": "Short-Lived"}).record is not None

    def test_an_item_and_a_ledger_may_share_a_name(self, desk: Desk) -> None:
        desk.create("Ledger", {"NAME": "Rope"})
        assert desk.create("StockItem", {"NAME": "Rope", "BASEUNITS": "Nos"}).record is not None

    def test_the_list_of_items_is_read_once(self, tally: TallyRig) -> None:
        Desk(tally).create("StockItem", {"NAME": "One", "BASEUNITS": "Nos"})
        later = Desk(tally)
        names = "SmSyncStockItem"
        before = len(tally.sim.requests)
        later.create("StockItem", {"NAME": "Two", "BASEUNITS": "Nos"})
        asked = [one for one in tally.sim.requests[before:] if one.id == names]
        assert len(asked) == 2  # the look and the reading
        assert all("$AlterID" in one.text for one in asked)

    def test_a_restored_backup_makes_the_list_anew(self, tally: TallyRig) -> None:
        tally.sim.control.take_backup(COMPANY)
        Desk(tally).create("StockItem", {"NAME": "One", "BASEUNITS": "Nos"})
        tally.sim.control.restore_backup(COMPANY)
        assert Desk(tally).create("StockItem", {"NAME": "One", "BASEUNITS": "Nos"}).record is not None

    def test_a_full_pull_makes_the_list_anew(self, tally: TallyRig) -> None:
        tally.sim.control.take_backup(COMPANY)
        Desk(tally).create("StockItem", {"NAME": "One", "BASEUNITS": "Nos"})
        tally.sim.control.restore_backup(COMPANY)
        # Restored, and worked on until the counter stood beyond what we knew: only a full pull sees it.
        company = tally.books.company
        company.items["two"] = Item(company.next_master_id(), company.touch_master(), "Two", unit=company.units["nos"])
        company.touch_master()
        tally.hub.pull(tally.open(), tally.modules, PullMode.FULL)
        with pytest.raises(NameTaken):
            Desk(tally).create("StockItem", {"NAME": "TWO", "BASEUNITS": "Nos"})

    def test_somebody_makes_it_in_the_same_moment(self, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
        ready = LotGuard.ready
        made: list[int] = []

        def ready_and_late(self: LotGuard, cancel: CancelToken) -> None:
            ready(self, cancel)
            made.append(desk.rig.sim.control.add_customer(COMPANY, "Twin"))

        monkeypatch.setattr(LotGuard, "ready", ready_and_late)
        with pytest.raises(NameTaken) as caught:
            desk.create("Ledger", {"NAME": "Twin", "EMAIL": "hub@example.in"})
        assert caught.value.remote_id == str(made[0])
        assert "changed it" in caught.value.message

    @pytest.mark.parametrize("fields", [{"NAME": " "}, {"EMAIL": "x@example.in"}], ids=["blank", "absent"])
    def test_without_a_name(self, desk: Desk, fields: dict[str, Any]) -> None:
        with pytest.raises(Rejected) as caught:
            desk.create("Ledger", fields)
        assert caught.value.field == "NAME"

    def test_an_item_without_a_unit(self, desk: Desk) -> None:
        with pytest.raises(Rejected) as caught:
            desk.create("StockItem", {"NAME": "Rope"})
        assert caught.value.field == "BASEUNITS"


class TestWhatARecordNeeds:
    def test_unit_and_stock_group_are_made_first(self, desk: Desk) -> None:
        written = desk.create("StockItem", {"NAME": "Wire", "BASEUNITS": "Mtr", "PARENT": "Cables"})
        assert len(written.notes) == 2
        assert written.exact
        item = desk.stock("Wire")
        assert item.parent is not None
        assert (item.unit.name, item.parent.name) == ("Mtr", "Cables")
        again = desk.create("StockItem", {"NAME": "Wire 2", "BASEUNITS": "mtr", "PARENT": "CABLES"})
        assert again.notes == ()
        assert desk.stock("Wire 2").unit is item.unit

    def test_a_group_of_customers_is_made_below_the_debtors(self, desk: Desk) -> None:
        record = desk.customer(PARTY)
        written = desk.update(record, PARENT="Agents West")
        assert written.notes == ("The group “Agents West” was created in Tally",)
        assert written.exact
        assert written.record is not None
        assert written.record.fields["PARENT"] == "Agents West"
        parent = desk.ledger(PARTY).parent
        assert parent.parent is not None
        assert parent.parent.reserved == "Sundry Debtors"

    @pytest.mark.parametrize("group", ["Sundry Creditors", "bank accounts", "Indirect Expenses"])
    def test_a_group_outside_the_debtors_is_refused(self, desk: Desk, group: str) -> None:
        before = masters_of(desk.rig, COMPANY)
        with pytest.raises(Rejected) as caught:
            desk.update(desk.customer(PARTY), PARENT=group)
        assert caught.value.field == "PARENT"
        with pytest.raises(Rejected):
            desk.create("Ledger", {"NAME": "New", "PARENT": group})
        assert masters_of(desk.rig, COMPANY) == before

    def test_nothing_is_made_for_a_record_that_cannot_be_sent(self, desk: Desk) -> None:
        before = masters_of(desk.rig, COMPANY)
        with pytest.raises(Rejected):
            desk.create("StockItem", {"NAME": "Wire", "PARENT": "Cables"})
        with pytest.raises(Rejected):
            desk.create("Ledger", {"NAME": "New", "PARENT": "Agents", "BILLCREDITPERIOD": "-1"})
        assert masters_of(desk.rig, COMPANY) == before

    def test_a_lost_answer_for_its_group_is_settled_by_trying_again(self, desk: Desk) -> None:
        fields = {"NAME": "New", "PARENT": "Agents West"}
        desk.rig.lose_next_write(True)
        with pytest.raises(UnknownOutcome, match="Agents West"):
            desk.create("Ledger", fields)
        assert desk.find("Ledger", fields) is None
        assert desk.create("Ledger", fields).notes == ()
        assert desk.ledger("New").parent.name == "Agents West"

    def test_a_group_somebody_just_made_is_used(self, desk: Desk) -> None:
        desk.create("Ledger", {"NAME": "One"})
        desk.rig.sim.control.add_customer(COMPANY, "Probe")
        other = Desk(desk.rig)
        other.create("Ledger", {"NAME": "Two", "PARENT": "Agents East"})
        written = desk.create("Ledger", {"NAME": "Three", "PARENT": "agents east"})
        assert written.notes == ()
        assert desk.ledger("Three").parent is desk.ledger("Two").parent

    def test_no_group_means_the_debtors_and_no_stock_group_the_top(self, desk: Desk) -> None:
        desk.create("StockItem", {"NAME": "Wire", "BASEUNITS": "Nos", "PARENT": "Cables"})
        written = desk.update(desk.item("Wire"), PARENT=None)
        assert written.record is not None
        assert written.record.fields["PARENT"] is None
        record = desk.customer(PARTY)
        desk.update(record, PARENT="Agents West")
        desk.update(record, PARENT=None)
        assert desk.ledger(PARTY).parent.reserved == "Sundry Debtors"


class TestDelete:
    def test_in_use_is_refused_plainly(self, desk: Desk) -> None:
        used = next(
            one for one in desk.rig.books.customers() if desk.rig.books.company.ledger_used(desk.ledger(one.name))
        )
        with pytest.raises(Rejected) as caught:
            desk.delete(desk.customer(used.name))
        assert caught.value.code == "in_use"
        assert used.name in caught.value.message
        assert desk.customer(used.name)

    def test_the_name_is_free_again(self, desk: Desk) -> None:
        made = desk.create("Ledger", {"NAME": "Once"}).record
        assert made is not None
        desk.delete(made)
        again = desk.create("Ledger", {"NAME": "Once"}).record
        assert again is not None
        assert again.id != made.id

    def test_renamed_meanwhile_deletes_nothing(self, desk: Desk) -> None:
        made = desk.create("Ledger", {"NAME": "Once"}).record
        assert made is not None
        desk.rig.sim.control.rename_customer(COMPANY, "Once", "Twice")
        with pytest.raises(Stale):
            desk.delete(made)
        assert desk.ledger("Twice")


class TestLostAnswers:
    @pytest.mark.parametrize("when", ["before", "after", "cut"])
    def test_an_update_is_settled_by_reading(self, desk: Desk, when: str) -> None:
        record = desk.customer(PARTY)
        desk.rig.sim.control.lose_next_import(when)
        with pytest.raises(UnknownOutcome):
            desk.update(record, EMAIL="lost@example.in")
        now = desk.customer(PARTY)
        assert (now.fields["EMAIL"] == "lost@example.in") is (when != "before")
        assert desk.update(now, EMAIL="lost@example.in").record is not None

    @pytest.mark.parametrize("when", ["before", "after", "cut"])
    def test_a_create_is_settled_by_its_name(self, desk: Desk, when: str) -> None:
        desk.rig.sim.control.lose_next_import(when)
        with pytest.raises(UnknownOutcome):
            desk.create("Ledger", NEW_CUSTOMER)
        found = desk.find("Ledger", NEW_CUSTOMER)
        assert (found is not None) is (when != "before")

    @pytest.mark.parametrize(("fields", "proven"), [(NEW_CUSTOMER, True), ({"NAME": "Bare"}, False)])
    def test_a_created_customer_that_was_renamed_since(
        self, desk: Desk, fields: dict[str, object], proven: bool
    ) -> None:
        """Known by all that was sent but its name; a name alone proves nothing."""
        desk.rig.hub.pull(desk.rig.open(), {"Ledger": MODULES["Ledger"]}, PullMode.FULL)
        desk.rig.sim.control.lose_next_import("after")
        with pytest.raises(UnknownOutcome):
            desk.create("Ledger", fields)
        desk.rig.sim.control.rename_customer(desk.rig.company, str(fields["NAME"]), "Renamed & Sons")
        found = Desk(desk.rig).find("Ledger", fields)
        assert (found.label if found else None) == ("Renamed & Sons" if proven else None)

    @pytest.mark.parametrize("done", [True, False])
    def test_a_delete(self, desk: Desk, done: bool) -> None:
        made = desk.create("Ledger", {"NAME": "Once"}).record
        assert made is not None
        desk.rig.lose_next_write(done)
        with pytest.raises(UnknownOutcome):
            desk.delete(made)
        assert bool(desk.connector.read("Ledger", [made.id], CancelToken())) is not done

    def test_a_timeout_is_unknown_and_nothing_follows_until_tally_answered(self, tally: TallyRig) -> None:
        desk = Desk(tally, timeout="0.4")
        record = desk.customer(PARTY)
        desk.update(record, LEDGERPHONE="1")
        tally.sim.control.open_dialog()
        with pytest.raises(UnknownOutcome) as caught:
            desk.update(record, EMAIL="late@example.in")
        assert "has not answered" in caught.value.message
        sent = len(tally.sim.requests)
        with pytest.raises(NotReady) as waiting:
            desk.find("Ledger", NEW_CUSTOMER)
        assert waiting.value.code == "still_waiting"
        assert len(tally.sim.requests) == sent
        tally.sim.control.click_ok()
        patient = Desk(tally)
        assert patient.customer(PARTY).fields["EMAIL"] == "late@example.in"
        assert tally.sim.max_in_flight == 1

    def test_an_unreachable_tally_was_sent_nothing(self, desk: Desk) -> None:
        record = desk.customer(PARTY)
        desk.update(record, LEDGERPHONE="1")
        desk.rig.sim.control.connector_off()
        with pytest.raises(Unreachable):
            desk.update(record, EMAIL="off@example.in")
        desk.rig.sim.control.connector_on()
        assert desk.ledger(PARTY).email != "off@example.in"

    def test_a_lost_reading_after_a_save_is_not_told_as_failure(self, desk: Desk) -> None:
        record = desk.customer(PARTY)
        desk.rig.sim.control.after_next_import(lambda: desk.rig.sim.control.close_company(COMPANY))
        with pytest.raises(UnknownOutcome):
            desk.update(record, EMAIL="kept@example.in")
        desk.rig.sim.control.open_company(COMPANY)
        assert desk.ledger(PARTY).email == "kept@example.in"

    def test_a_cancel_during_the_import_waits_for_the_answer(self, desk: Desk) -> None:
        record = desk.customer(PARTY)
        cancel = CancelToken()
        desk.rig.sim.control.after_next_import(cancel.cancel)
        written = desk.connector.write(desk.op(WriteKind.UPDATE, "Ledger", {"EMAIL": "c@example.in"}, record), cancel)
        assert written.record is not None
        assert written.record.fields["EMAIL"] == "c@example.in"


class TestExactness:
    def test_a_lot_of_our_own_is_exact(self, desk: Desk) -> None:
        record = desk.customer(PARTY)
        results = [desk.update(record, EMAIL=f"{n}@example.in") for n in range(3)]
        results.append(desk.create("Ledger", {"NAME": "One", "PARENT": "New Group"}))
        results.append(desk.create("StockItem", {"NAME": "Two", "BASEUNITS": "Bag", "PARENT": "New"}))
        assert [one.exact for one in results] == [True] * 5

    @pytest.mark.parametrize("who", ["the same record", "another one"])
    def test_somebody_saves_between(self, desk: Desk, who: str) -> None:
        record = desk.customer(PARTY)
        desk.update(record, EMAIL="1@example.in")
        control = desk.rig.sim.control
        if who == "the same record":
            control.after_next_import(lambda: control.edit_customer(COMPANY, PARTY, contact="Asha"))
        else:
            control.edit_customer(COMPANY, "Sri Sai-Ram Agencies", contact="Asha")
        between = desk.update(record, EMAIL="2@example.in")
        assert not between.exact
        assert desk.update(record, EMAIL="3@example.in").exact

    def test_somebody_saves_another_record_after_ours(self, desk: Desk) -> None:
        record = desk.customer(PARTY)
        control = desk.rig.sim.control
        control.after_next_import(lambda: control.edit_customer(COMPANY, "Sri Sai-Ram Agencies", contact="Asha"))
        assert desk.update(record, EMAIL="1@example.in").exact

    def test_after_a_deletion_the_counter_is_learnt_anew(self, desk: Desk) -> None:
        made = desk.create("Ledger", {"NAME": "Once"}).record
        assert made is not None
        desk.delete(made)
        record = desk.customer(PARTY)
        assert not desk.update(record, EMAIL="1@example.in").exact
        assert desk.update(record, EMAIL="2@example.in").exact

    def test_the_guard_looks_again_after_a_minute(self, desk: Desk) -> None:
        now = [0.0]
        session = desk.connector._open(CancelToken())
        guard = LotGuard(session, clock=lambda: now[0])
        looks = desk.requests(lambda: [guard.ready(CancelToken()) for _ in range(3)])
        now[0] = 61.0
        looks += desk.requests(lambda: guard.ready(CancelToken()))
        assert len(looks) == 2
        assert not guard.exact(Counter.VOUCHERS, "987")
        assert guard.exact(Counter.VOUCHERS, "987")


class TestTheRightBooks:
    @pytest.mark.parametrize("posts_anyway", [False, True], ids=["fails closed", "posts into the active one"])
    @pytest.mark.parametrize("kind", ["create", "update"])
    def test_a_closed_company_is_written_nowhere(self, two: TallyRig, kind: str, posts_anyway: bool) -> None:
        two.sim.control.set_quirk("mistyped_company_writes_to_active", posts_anyway)
        desk = Desk(two)
        record = desk.customer(PARTY)
        two.sim.control.set_active(OTHER)
        two.sim.control.close_company(COMPANY)
        before = masters_of(two, COMPANY), masters_of(two, OTHER)
        op = (
            desk.op(WriteKind.CREATE, "Ledger", {"NAME": "Stray"})
            if kind == "create"
            else desk.op(WriteKind.UPDATE, "Ledger", {"EMAIL": "stray@example.in"}, record)
        )
        with pytest.raises(NotReady) as caught:
            desk.connector.write(op, CancelToken())
        assert caught.value.code == "company_not_open"
        assert (masters_of(two, COMPANY), masters_of(two, OTHER)) == before

    def test_a_company_closed_within_a_lot_fails_closed(self, two: TallyRig) -> None:
        desk = Desk(two)
        record = desk.customer(PARTY)
        desk.update(record, EMAIL="1@example.in")
        two.sim.control.close_company(COMPANY)
        before = masters_of(two, COMPANY), masters_of(two, OTHER)
        with pytest.raises(NotReady):
            desk.update(record, EMAIL="stray@example.in")
        assert (masters_of(two, COMPANY), masters_of(two, OTHER)) == before

    def test_a_namesake_with_another_identity_is_not_written(self, two: TallyRig) -> None:
        desk = Desk(two)
        record = desk.customer(PARTY)
        books = two.sim.books(COMPANY).company
        books.guid = "00000000-0000-0000-0000-000000000000"
        before = masters_of(two, COMPANY)
        with pytest.raises(NotReady):
            desk.update(record, EMAIL="stray@example.in")
        assert masters_of(two, COMPANY) == before

    def test_our_company_is_written_whatever_is_active(self, two: TallyRig) -> None:
        two.sim.control.set_active(OTHER)
        other = masters_of(two, OTHER)
        Desk(two).create("Ledger", {"NAME": "Ours"})
        assert masters_of(two, OTHER) == other

    def test_after_trouble_the_company_is_looked_at_again(self, desk: Desk) -> None:
        record = desk.customer(PARTY)
        desk.update(record, EMAIL="1@example.in")
        desk.rig.sim.control.lose_next_import("before")
        with pytest.raises(UnknownOutcome):
            desk.update(record, EMAIL="2@example.in")
        asked = desk.requests(lambda: desk.update(record, EMAIL="3@example.in"))
        assert asked == ["export", "import", "export"]


class TestAsShown:
    @pytest.mark.parametrize(
        ("module", "fields", "shown"),
        [
            ("Ledger", {"NAME": " Acme "}, {"NAME": "Acme"}),
            ("Ledger", {"ADDRESS": "1 Road \n\n Pune\n"}, {"ADDRESS": "1 Road\nPune"}),
            ("Ledger", {"ADDRESS": " \n"}, {"ADDRESS": None}),
            ("Ledger", {"OPENINGBALANCE": "-12.345"}, {"OPENINGBALANCE": "-12.35"}),
            ("Ledger", {"CREDITLIMIT": "-5"}, {"CREDITLIMIT": "5.00"}),
            ("Ledger", {"BILLCREDITPERIOD": "0"}, {"BILLCREDITPERIOD": None}),
            ("Ledger", {"PARENT": "sundry-debtors"}, {"PARENT": "Sundry Debtors"}),
            ("Ledger", {"PARENT": None}, {"PARENT": "Sundry Debtors"}),
            ("Ledger", {"EMAIL": None}, {"EMAIL": None}),
            ("StockItem", {"BASEUNITS": "NOS"}, {"BASEUNITS": "Nos"}),
            ("StockItem", {"OPENINGBALANCE": "2.125"}, {"OPENINGBALANCE": "2.125"}),
            ("StockItem", {"OPENINGVALUE": "-10.005"}, {"OPENINGVALUE": "-10.01"}),
        ],
    )
    def test_it_tells_what_tally_will_show(
        self, desk: Desk, module: str, fields: dict[str, Any], shown: dict[str, Any]
    ) -> None:
        desk.customer(PARTY)
        assert desk.connector.as_shown(module, fields) == shown

    def test_a_credit_period_that_is_no_number_of_days(self, desk: Desk) -> None:
        with pytest.raises(Rejected) as caught:
            desk.update(desk.customer(PARTY), BILLCREDITPERIOD="1.5")
        assert caught.value.field == "BILLCREDITPERIOD"


def test_the_next_pull_tells_the_same(tally: TallyRig) -> None:
    tally.hub.pull(tally.open(), tally.modules, PullMode.FULL)
    desk = Desk(tally)
    desk.create("Ledger", {**NEW_CUSTOMER, "PARENT": "Agents West"})
    desk.create("StockItem", NEW_ITEM)
    desk.update(desk.customer(PARTY), ADDRESS="1 Road", PARENT="Agents West")
    desk.update(desk.item('Laptop 14"'), GSTRATE="5")
    tally.hub.pull(desk.connector, tally.modules)
    assert tally.differences() == []


def test_one_connector_reads_and_writes_in_turn(tally: TallyRig) -> None:
    """What the pull of a run has read is still right after the run's own writes."""
    desk = Desk(tally)
    made = desk.create("Ledger", {"NAME": "Fresh", "PARENT": "Agents North"}).record
    assert made is not None
    assert desk.read("Ledger", made.id) == made
    tally.sim.control.add_invoice(COMPANY, "Fresh", "2026-08-05", [('Laptop 14"', 1, "100.00")])
    tally.hub.pull(desk.connector, tally.modules, PullMode.FULL)
    assert tally.differences() == []


def test_a_write_that_is_gone_twice(desk: Desk) -> None:
    made = desk.create("Ledger", {"NAME": "Once"}).record
    assert made is not None
    desk.delete(made)
    with pytest.raises(Gone):
        desk.delete(made)


def test_many_are_told_one_by_one(desk: Desk) -> None:
    ops = [desk.op(WriteKind.CREATE, "Ledger", {"NAME": name}) for name in ("A1", "cash", "A2")]
    done = desk.connector.write_many(ops, CancelToken())
    assert [isinstance(one, ConnectorError) for one in done] == [False, True, False]
