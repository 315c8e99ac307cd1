"""References by a field of the record that they name, and fields put together of several, through the engine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.db.configs import StoredMapping
from app.db.errors import ErrorStore
from app.db.merge import MergeStore
from app.db.records import RecordStore
from tests.sync.rig import Rig

pytestmark = pytest.mark.database("sqlite")

BY = "customer.email"


@pytest.fixture
def rig(data_dir: Path, database_url: str) -> Iterator[Rig]:
    made = Rig(data_dir, database_url)
    yield made
    made.db.close()


def connect(
    rig: Rig, *more: StoredMapping, field: str = "email", entities: tuple[str, ...] = ("customer", "invoice")
) -> str:
    """Bills name their customer by ``field``; customers have an e-mail address."""
    one = rig.connect("A", entities, sync_direction="bidirectional", conflict_resolution="remote_wins")
    for config in rig.configs.list(connection_id=one):
        links = list(config.mappings)
        if config.entity_type == "customer":
            links += [StoredMapping("email", "MAIL"), *more]
        else:
            by = [{"name": "lookup_by", "args": {"field": field}}]
            links = [replace(link, transform=by) if link.local_field == "customer" else link for link in links]
        rig.configs.update(config.id, mappings=links)
    return one


def customer(rig: Rig, rid: str, name: str, mail: str | None) -> None:
    rig.erps["A"].put("Parties", rid, NAME=name, GSTIN=f"G{rid}", MAIL=mail)


def bill(rig: Rig, rid: str, mail: str | None, **more: Any) -> None:
    rig.erps["A"].put("Bills", rid, NO=rid, DATE="2026-08-01", PARTY=mail, TOTAL="1.00", LINES=[], **more)


def of(rig: Rig, number: str) -> str | None:
    """The name of an invoice's customer."""
    found = rig.hub("invoice")[number].values["customer"]
    return next((name for name, row in rig.hub("customer").items() if row.id == found), None)


def test_a_value_names_the_record_that_has_it(rig: Rig) -> None:
    one = connect(rig)
    customer(rig, "c1", "Acme", "Accounts@Acme.example ")
    customer(rig, "c2", "Bolt", "é@bolt.example")
    for number, mail in (("1", "accounts@acme.example"), ("2", "é@bolt.example"), ("3", None)):
        bill(rig, number, mail)
    assert rig.sync(one).status == "completed"
    assert [of(rig, number) for number in "123"] == ["Acme", "Bolt", None]
    assert rig.scalar("SELECT count(*) FROM pending_references") == 0
    assert rig.sync(one, sync_type="incremental").records_processed == 0


def test_what_nobody_has_waits_until_somebody_has_it(rig: Rig) -> None:
    one = connect(rig)
    customer(rig, "c1", "Acme", None)
    bill(rig, "1", "late@acme.example")
    rig.sync(one)
    assert of(rig, "1") is None
    assert rig.rows("SELECT target_entity, remote_key FROM pending_references") == [(BY, "late@acme.example")]
    # Not only a new record: one that gets the address, here, will do.
    acme = rig.hub("customer")["Acme"].id
    RecordStore(rig.db).update("customer", acme, {"email": "Late@acme.example"}, "user")
    assert rig.sync(one, sync_type="incremental").status == "completed"
    assert of(rig, "1") == "Acme"
    assert rig.scalar("SELECT count(*) FROM pending_references") == 0
    sent = len(rig.erps["A"].writes)
    for _ in range(2):  # the first one hears of our own write
        run = rig.sync(one, sync_type="incremental")
    assert (run.records_processed, len(rig.erps["A"].writes)) == (0, sent)  # what was set is agreed upon


def test_what_several_have_names_none_of_them(rig: Rig) -> None:
    one = connect(rig)
    for number in (1, 2, 3):
        customer(rig, f"c{number}", f"Acme {number}", "same@acme.example")
    bill(rig, "1", "same@acme.example")
    run = rig.sync(one)
    assert run.status == "partial"
    (problem,) = ErrorStore(rig.db).list(open_only=True).items
    assert problem.message == (
        "1: customer: 'same@acme.example' names no single record: 3 customers have it as their E-mail. Change it in all but"
        " one of them."
    )
    for number in (2, 3):
        customer(rig, f"c{number}", f"Acme {number}", f"own{number}@acme.example")
    assert rig.sync(one, sync_type="incremental").status == "completed"
    assert of(rig, "1") == "Acme 1"
    assert ErrorStore(rig.db).list(open_only=True).items == ()


def test_it_is_sent_by_the_same_field_and_nothing_is_waited_for(rig: Rig) -> None:
    one = connect(rig, entities=("invoice",))  # customers are not synced with this system at all
    rig.sync(one)
    records = RecordStore(rig.db)
    acme = records.create("customer", {"business_name": "Acme", "email": "a@acme.example"}, "user")["id"]
    values = {"number": "7", "date": "2026-08-02", "customer": acme, "total": "5.00"}
    made = records.create("invoice", values, "user")["id"]
    assert rig.sync(one, sync_type="incremental").status == "completed"
    ((kind, rid, fields),) = rig.erps["A"].writes
    assert (kind, fields["PARTY"]) == ("create", "a@acme.example")
    # Its e-mail address is gone: the invoice's other fields still go, the reference can't.
    records.update("customer", acme, {"email": None}, "user")
    records.update("invoice", made, {"total": "6.00"}, "user")
    assert rig.sync(one, sync_type="incremental").status == "completed"
    assert rig.erps["A"].writes[-1] == ("update", rid, {"TOTAL": "6.00"})
    other = records.create("customer", {"business_name": "Bolt"}, "user")["id"]
    records.update("invoice", made, {"customer": other}, "user")
    rig.sync(one, sync_type="incremental")
    (problem,) = ErrorStore(rig.db).list(open_only=True).items
    assert problem.message == (
        "customer: refers to the customer “Bolt”, where E-mail is empty: nothing names it there."
    )
    records.update("customer", other, {"email": "b@bolt.example"}, "user")
    records.update("invoice", made, {"total": "7.00"}, "user")
    assert rig.sync(one, sync_type="incremental").status == "completed"
    assert rig.erps["A"].writes[-1] == ("update", rid, {"PARTY": "b@bolt.example", "TOTAL": "7.00"})
    assert ErrorStore(rig.db).list(open_only=True).items == ()


@pytest.mark.database("both")
def test_a_page_costs_one_query_and_the_matched_field_has_an_index(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    one = connect(rig, field="gstin")
    for number in range(6):
        customer(rig, f"c{number}", f"Acme {number}", None)
        bill(rig, str(number), f"gc{number}")
    asked: list[int] = []
    found = MergeStore.by_field

    def counted(self: MergeStore, conn: Any, entity: str, name: str, values: Any) -> Any:
        asked.append(len(values))
        return found(self, conn, entity, name, values)

    monkeypatch.setattr(MergeStore, "by_field", counted)
    rig.sync(one)
    assert asked == [3, 3]  # two pages
    if rig.db.dialect == "sqlite":
        steps = rig.rows(
            "EXPLAIN QUERY PLAN SELECT t.id FROM \"customers\" t WHERE lower(trim(t.\"gstin\")) IN ('a', 'b')"
        )
        assert "USING INDEX ix_customers_gstin_folded" in str(steps)


# --- put together of several -----------------------------------------------------------------------------------------

FULL = StoredMapping(
    "contact_person", "FULL", direction="to_remote",
    transform=[{"name": "template", "args": {"text": "{contact_person} of {business_name}"}}],
)  # fmt: skip
SHORT = StoredMapping(
    "notes", "CITY", direction="to_local", transform=[{"name": "template", "args": {"text": "{CITY} {PHONE}"}}]
)


@pytest.mark.database("both")
def test_what_is_put_together_is_sent_whenever_a_part_changed_and_once(rig: Rig) -> None:
    one = connect(rig, FULL)
    customer(rig, "c1", "Acme", "a@acme.example")
    rig.sync(one)
    erp, records = rig.erps["A"], RecordStore(rig.db)
    acme = rig.hub("customer")["Acme"].id
    assert erp.writes == []
    records.update("customer", acme, {"contact_person": "Asha"}, "user")
    rig.sync(one, sync_type="incremental")
    assert erp.writes == [("update", "c1", {"FULL": "Asha of Acme"})]
    records.update("customer", acme, {"business_name": "Acme Ltd"}, "user")
    rig.sync(one, sync_type="incremental")
    assert erp.writes[1:] == [("update", "c1", {"NAME": "Acme Ltd", "FULL": "Asha of Acme Ltd"})]
    # Another field takes nothing along, and a quiet sync sends nothing.
    records.update("customer", acme, {"city": "Pune"}, "user")
    for _ in range(2):
        rig.sync(one, sync_type="incremental")
    assert erp.writes[2:] == [("update", "c1", {"CITY": "Pune"})]
    # A part that was changed over there changes what it is put together to.
    erp.put("Parties", "c1", NAME="Acme India")
    for _ in range(2):
        rig.sync(one, sync_type="incremental")
    assert erp.writes[3:] == [("update", "c1", {"FULL": "Asha of Acme India"})]
    assert rig.scalar("SELECT count(*) FROM dirty") == 0
    # It is no edit of the hub's record.
    erp.drop("Parties", "c1")
    rig.sync(one, check=True)
    assert rig.scalar("SELECT count(*) FROM conflicts") == 0


def test_what_is_put_together_comes_in_as_one_value(rig: Rig) -> None:
    one = connect(rig, SHORT)
    rig.erps["A"].put("Parties", "c1", NAME="Acme", CITY="Pune", PHONE="1")
    rig.sync(one)
    assert rig.hub("customer")["Acme"].values["notes"] == "Pune 1"
    rig.erps["A"].put("Parties", "c1", PHONE="2")
    rig.sync(one, sync_type="incremental")
    assert rig.hub("customer")["Acme"].values["notes"] == "Pune 2"
    assert rig.sync(one, sync_type="incremental").records_processed == 0
    # What a person made of it here stays; nothing is sent of it.
    records = RecordStore(rig.db)
    records.update("customer", rig.hub("customer")["Acme"].id, {"notes": "by hand", "city": "Mumbai"}, "user")
    rig.sync(one, sync_type="incremental")
    assert rig.erps["A"].writes == [("update", "c1", {"CITY": "Mumbai"})]
