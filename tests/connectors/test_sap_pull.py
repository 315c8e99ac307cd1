"""What a pull of SAP sees, and what it must not miss (docs/protocols/sap.md: Paging, Incremental reading, Stock)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.connectors.base import Feedback, Listing, PullMode, PullRequest
from app.connectors.sap import reading
from app.connectors.sap.entities import CONTACTS, PARTNERS
from app.model.cancel import CancelToken
from app.model.errors import Misconfigured, Unreachable
from tests.connectors.sap_rig import SapRig, furnish
from tests.simulators.sap import SimulatedSap


@pytest.fixture
def sim() -> Iterator[SimulatedSap]:
    with SimulatedSap() as sim:
        yield sim


@pytest.fixture
def rig(sim: SimulatedSap, tmp_path: Path) -> Iterator[SapRig]:
    furnish(sim)
    rig = SapRig(sim, tmp_path)
    yield rig
    rig.close()


def pull(rig: SapRig, mode: PullMode = PullMode.INCREMENTAL) -> None:
    rig.hub.pull(rig.open(), rig.modules, mode)


def partners(sim: SimulatedSap, count: int) -> None:
    for n in range(count):
        sim.add(PARTNERS, CardCode=f"C{n:03}", CardName=f"Firm {n}", CardType="cCustomer")


def test_suppliers_and_cancelling_documents_are_not_for_the_hub(rig: SapRig) -> None:
    invoice = int(rig.some("Invoices"))
    reversing = rig.sim.act("Invoices", invoice, "CreateCancellationDocument")
    pull(rig)
    assert "V1" not in rig.hub.ids(PARTNERS)
    assert str(reversing) not in rig.hub.ids("Invoices")
    assert rig.hub.records["Invoices", str(invoice)].fields["STATUS"] == "cancelled"


@pytest.mark.parametrize("stamped", [True, False], ids=["stamped", "without a stamp of change"])
def test_what_is_new_comes_in_whatever_it_is_stamped_with(rig: SapRig, stamped: bool) -> None:
    rig.sim.company.stamps_new = stamped
    pull(rig)
    rig.later()
    rig.sim.add(PARTNERS, CardCode="NEW", CardName="Newcomer", CardType="cCustomer")
    item = rig.sim.add("Items", ItemCode="N1", ItemName="New")
    order = rig.sim.add("Orders", CardCode="NEW", DocDueDate="2026-12-01", DocumentLines=[{"ItemCode": item}])
    pull(rig)
    assert {(PARTNERS, "NEW"), ("Items", "N1"), ("Orders", str(order))} <= rig.hub.records.keys()


def test_an_edit_in_the_morning_after_one_in_the_evening(rig: SapRig) -> None:
    """A filter on day and time apart from each other would not see it: 9 o'clock is before 18 o'clock."""
    rig.sim.clock.advance(11 * 3600)
    rig.sim.change(PARTNERS, "C0", FreeText="in the evening")
    pull(rig)
    rig.sim.clock.advance(13 * 3600)
    rig.sim.change(PARTNERS, "C1", FreeText="in the morning")
    pull(rig)
    assert rig.hub.records[PARTNERS, "C1"].fields["FreeText"] == "in the morning"


def test_two_edits_within_a_second_of_a_pull(rig: SapRig) -> None:
    rig.sim.change(PARTNERS, "C0", FreeText="first")
    pull(rig)
    rig.sim.change(PARTNERS, "C0", FreeText="second")
    pull(rig)
    assert rig.hub.records[PARTNERS, "C0"].fields["FreeText"] == "second"


def test_a_row_deleted_while_paging_skips_no_other(sim: SimulatedSap, tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr(reading, "PAGE", 10)
    partners(sim, 35)
    rig = SapRig(sim, tmp_path, modules={PARTNERS: frozenset({"CardName"})})
    sim.after_next("list", lambda: None)  # the first ones tell where the stamps stand
    sim.after_next("list", lambda: None)
    sim.after_next("list", lambda: sim.delete(PARTNERS, "C003"))
    pull(rig)
    assert rig.hub.ids(PARTNERS) >= {f"C{n:03}" for n in range(35)} - {"C003"}
    rig.close()


@pytest.mark.parametrize(("rows", "lots"), [(20, [200, 40]), (500, [1_000, 1_000, 1_000, 1_000, 1_000, 1_000])])
def test_pages_are_taken_over_many_at_once(rows: int, lots: list[int]) -> None:
    """A thousand rows, or ten pages of a server that keeps them small."""
    pages = [[{"DocEntry": at} for at in range(rows)]] * 12
    assert [len(lot) for lot in reading._lots(pages)] == lots


def test_what_came_before_the_server_failed_is_kept(rig: SapRig, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next pull goes on behind it."""
    partners(rig.sim, 12)
    first, pages = reading.Reader.pages, []

    def failing(self: Any, *given: Any, **more: Any) -> Iterator[Any]:
        for rows in first(self, *given, **{**more, "most": 5}):
            if len(pages) == 2:
                raise Unreachable("SAP does not answer.")
            pages.append(rows)
            yield rows

    monkeypatch.setattr(reading.Reader, "pages", failing)
    with pytest.raises(Unreachable):
        rig.hub.pull(rig.open(), {PARTNERS: rig.modules[PARTNERS]}, PullMode.INCREMENTAL)
    assert set(rig.hub.ids(PARTNERS)) == {row["CardCode"] for rows in pages for row in rows}
    monkeypatch.setattr(reading.Reader, "pages", first)
    rig.hub.pull(rig.open(), {PARTNERS: rig.modules[PARTNERS]}, PullMode.INCREMENTAL)
    assert {f"C{at:03}" for at in range(12)} <= set(rig.hub.ids(PARTNERS))


def test_a_server_with_smaller_pages_is_read_to_its_end(sim: SimulatedSap, tmp_path: Path) -> None:
    partners(sim, 45)
    sim.reading.most = 20
    rig = SapRig(sim, tmp_path, modules={PARTNERS: frozenset({"CardName"})})
    pull(rig)
    assert len(rig.hub.ids(PARTNERS)) == 45
    rig.close()


def test_stock_and_balances_come_with_the_daily_check(rig: SapRig) -> None:
    """Neither moves a stamp."""
    pull(rig)
    rig.later()
    before = rig.hub.fields["Items", "I0"]["QuantityOnStock"]
    rig.sim.move_stock("I0", 12)
    pull(rig)
    assert rig.hub.fields["Items", "I0"]["QuantityOnStock"] == before
    pull(rig, PullMode.CHECK)
    assert rig.hub.fields["Items", "I0"]["QuantityOnStock"] == str(int(before) + 12)


def test_an_import_in_one_minute_is_not_read_again_for_ever(rig: SapRig) -> None:
    pull(rig)
    before = rig.hub.cursors[PARTNERS]
    rig.sim.clock.advance(3 * 3600)
    pull(rig)
    after = rig.hub.cursors[PARTNERS]
    assert (after["at"], after["made"]) > (before["at"], before["made"])
    rig.sim.change(PARTNERS, "C0", FreeText="now")
    pull(rig)
    assert rig.hub.records[PARTNERS, "C0"].fields["FreeText"] == "now"


def test_contact_persons_come_and_go_with_their_partner(rig: SapRig) -> None:
    pull(rig)
    assert len(rig.hub.ids(CONTACTS)) == 3
    rig.later()
    rig.sim.change(PARTNERS, "C0", ContactEmployees=[{"Name": "Asha Rao", "FirstName": "Asha", "LastName": "Rao"}])
    pull(rig)
    fresh = next(one for (module, _), one in rig.hub.records.items() if module == CONTACTS and one.label == "Asha Rao")
    assert fresh.fields["CardCode"] == "C0"
    rig.later()
    rig.sim.change(PARTNERS, "C0", replace=True, ContactEmployees=[])
    pull(rig, PullMode.CHECK)
    assert fresh.id not in rig.hub.ids(CONTACTS)


def test_an_old_release_without_etags(rig: SapRig) -> None:
    """Its rows tell by their content that they are other ones: all of it is read from then on."""
    rig.sim.company.etags = False
    pull(rig)
    pull(rig)
    rig.later()
    rig.sim.change(PARTNERS, "C0", FreeText="changed")
    pull(rig, PullMode.CHECK)
    assert rig.hub.records[PARTNERS, "C0"].fields["FreeText"] == "changed"
    assert rig.hub.records[PARTNERS, "C0"].version.startswith("=")


def test_a_zone_that_there_is_not(rig: SapRig) -> None:
    with pytest.raises(Misconfigured, match="no time zone"):
        rig.open(time_zone="Asia/Nowhere").sample(PARTNERS, 1, CancelToken())


@pytest.mark.parametrize("stamp", ["8:05", "24:00:00", ""])
def test_a_stamp_that_is_none_stops_nothing(rig: SapRig, stamp: str) -> None:
    rig.sim.one(PARTNERS, "C1")["UpdateTime"] = stamp
    pull(rig)
    pull(rig)
    assert (PARTNERS, "C1") in rig.hub.records


def test_a_row_of_another_backup_is_another_row(rig: SapRig) -> None:
    """It has the same number, and the tag counts its changes: only its stamps tell."""
    pull(rig)
    key = int(rig.some("Orders"))
    rig.sim.clock.advance(60)
    rig.sim.one("Orders", key).update(CardCode="C5", UpdateTime="23:59:59", CreationDate="2026-11-01")
    pull(rig, PullMode.CHECK)
    assert rig.hub.records["Orders", str(key)].fields["CardCode"] == "C5"


def test_who_may_not_ask_for_everything_is_let_in_all_the_same(rig: SapRig) -> None:
    rig.sim.refuse_next(-6006, "You are not permitted", "service", status=403)
    rig.sim.fail_next(403, "ping")
    pull(rig)
    assert rig.hub.ids(PARTNERS) == rig.ids(PARTNERS)


@pytest.mark.parametrize("linked", [True, False])
def test_ids_are_listed_where_one_could_be_missing(rig: SapRig, linked: bool) -> None:
    """A first load would only keep them all in memory."""
    wanted = {PARTNERS: rig.modules[PARTNERS]}
    request = PullRequest(
        PARTNERS, wanted, None, PullMode.FULL, CancelToken(), Feedback(), lambda _: None, linked=lambda _module: linked
    )
    assert any(isinstance(item, Listing) for item in rig.open().changes(request)) is linked
