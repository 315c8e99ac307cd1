"""A first load asks nothing that can't be so (engine: A first load): what makes it so all the same is seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.connectors.base import Listing, PullRequest
from app.db.conflicts import ConflictStore
from app.db.merge import MergeStore
from app.db.records import RecordStore
from app.model.records import Page
from tests.sync.fake_erp import FakeConnector, FakeErp
from tests.sync.rig import Rig

pytestmark = pytest.mark.database("sqlite")


@pytest.fixture
def rig(data_dir: Path, database_url: str) -> Iterator[Rig]:
    made = Rig(data_dir, database_url)
    yield made
    made.db.close()


def fill(erp: FakeErp, customers: int = 9) -> None:
    for number in range(customers):
        erp.put("Parties", f"c{number}", NAME=f"Customer {number}", GSTIN=f"GST{number}", CITY="Pune")


def at_second_page(do: Callable[[], object]) -> Callable[[str], None]:
    def hook(where: str) -> None:
        if where == "page:Parties:3":
            do()

    return hook


@pytest.mark.database("both")
@pytest.mark.parametrize("gstin", ["gst7", None])
def test_what_somebody_enters_meanwhile_is_not_made_a_second_time(rig: Rig, gstin: str | None) -> None:
    """The hub was empty when the load began. The same by its GSTIN is linked, by its name alone asked about."""
    one = rig.connect(entities=("customer",))
    erp = rig.erps["A"]
    fill(erp)
    entered = {"business_name": "Customer 7", "gstin": gstin, "phone": "123"}
    erp.hook = at_second_page(lambda: RecordStore(rig.db).create("customer", entered, "user"))
    run = rig.sync(one)
    assert run.counts is not None
    assert run.counts["customer"]["created"] == 8
    assert run.counts["customer"]["linked" if gstin else "waiting"] == 1
    assert len(rig.hub("customer")) == 9
    assert rig.hub("customer")["Customer 7"].values["phone"] == "123"


def test_a_hub_that_somebody_filled_and_emptied_is_not_taken_for_an_empty_one(rig: Rig) -> None:
    one = rig.connect(entities=("customer",))
    store = RecordStore(rig.db)
    there = store.create("customer", {"business_name": "Customer 7", "gstin": "GST7"}, "user")
    store.delete("customer", there["id"], "user")
    erp = rig.erps["A"]
    fill(erp)
    erp.hook = at_second_page(lambda: store.restore_version("customer", there["id"], 1, "user"))
    run = rig.sync(one)
    assert run.counts is not None
    assert (run.counts["customer"]["created"], run.counts["customer"]["linked"]) == (8, 1)


@pytest.mark.parametrize("answer", ["link", "separate"])
def test_what_is_decided_about_meanwhile_is_not_made_a_second_time(rig: Rig, answer: str) -> None:
    """Nothing is linked yet, for all of it may be here: each record waits for a person, who decides while a run goes on."""
    one = rig.connect(entities=("customer",))
    erp = rig.erps["A"]
    fill(erp)
    for number in range(9):
        RecordStore(rig.db).create("customer", {"business_name": f"Customer {number}"}, "user")
    assert rig.sync(one).records_success == 0
    asked = {found.label: found.id for found in ConflictStore(rig.db).list(status="open").items}
    erp.hook = at_second_page(lambda: rig.engine.resolver.resolve(asked["Customer 7"], answer))
    run = rig.sync(one, sync_type="full")
    assert run.counts is not None
    assert (run.records_failed, run.counts["customer"].get("created", 0)) == (0, 0)
    assert rig.scalar("SELECT remote_id FROM erp_entity_sync_records") == "c7"
    assert rig.scalar("SELECT count(*) FROM customers") == (9 if answer == "link" else 10)


def again(pages: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """So many of the first pages come a second time before the stream ends."""
    changes = FakeConnector.changes

    def doubled(self: FakeConnector, request: PullRequest) -> Iterator[Page | Listing]:
        seen: list[Page] = []
        for item in changes(self, request):
            if isinstance(item, Page) and item.done:
                yield from seen[:pages]
            elif isinstance(item, Page):
                seen.append(item)
            yield item

    monkeypatch.setattr(FakeConnector, "changes", doubled)


@pytest.mark.database("both")
def test_a_record_that_comes_again_is_not_made_again(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    one = rig.connect(entities=("customer",))
    fill(rig.erps["A"])
    again(2, monkeypatch)
    run = rig.sync(one)
    assert run.counts is not None
    assert (run.status, run.counts["customer"]["created"], run.counts["customer"]["unchanged"]) == ("completed", 9, 6)


@pytest.mark.parametrize("ids", [[*range(95, 107)], [*range(12, 0, -1)], [5, 1, 9, 3, 12, 7, 2]])
def test_ids_may_come_in_any_order(rig: Rig, ids: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    """As numbers, backwards, in none: each is taken once."""
    one = rig.connect(entities=("customer",))
    erp = rig.erps["A"]
    erp.page_size = 2
    for number in ids:
        erp.put("Parties", str(number), NAME=f"Customer {number}", GSTIN=f"GST{number}")
    order = {str(number): place for place, number in enumerate(ids)}
    monkeypatch.setattr("tests.sync.fake_erp.sorted", lambda found: sorted(found, key=order.__getitem__), raising=False)
    again(1, monkeypatch)
    first, second = rig.sync(one), rig.sync(one, sync_type="full")
    assert first.counts is not None
    assert second.counts is not None
    assert (first.counts["customer"]["created"], first.counts["customer"]["unchanged"]) == (len(ids), 2)
    assert second.counts["customer"].get("created", 0) == 0
    assert len(rig.hub("customer")) == len(ids)


def test_an_empty_hub_is_asked_for_no_lookalikes_and_a_rising_id_for_no_link(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each would be a look for every record."""
    asked: list[str] = []
    for name in ("unlinked_by_name", "unlinked_by_field", "links"):
        real = getattr(MergeStore, name)

        def spy(*given: object, _real: Callable[..., object] = real, _name: str = name) -> object:
            asked.append(_name)
            return _real(*given)

        monkeypatch.setattr(MergeStore, name, spy)
    one = rig.connect(entities=("customer",))
    fill(rig.erps["A"])
    assert rig.sync(one).records_success == 9
    assert asked == []
    rig.erps["A"].put("Parties", "c9", NAME="Customer 9", GSTIN="GST9")
    rig.sync(one)
    assert sorted(asked) == ["links", "unlinked_by_field", "unlinked_by_name"]
