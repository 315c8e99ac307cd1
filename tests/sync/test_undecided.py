"""Documents of a second system whose customer may be one that the hub has, while nobody has said so yet: none is made twice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.db.conflicts import Conflict
from app.db.records import RecordStore
from app.model.errors import Conflicting
from app.sync.engine import Engine, EnginePorts
from app.sync.inbox import InboxSettler
from tests.sync.rig import Rig
from tests.sync.test_resolve import both, conflicts
from tests.sync.test_taking_back import stands

pytestmark = pytest.mark.database("sqlite")

DOCUMENTS = {
    "Bills": ("invoice", {"NO": "B-1", "DATE": "2026-08-01", "PARTY": "acme", "TOTAL": "9.00"}),
    "Receipts": ("payment", {"NO": "R-1", "DATE": "2026-08-02", "PARTY": "acme", "AMOUNT": "9.00", "BILLS": []}),
}


@pytest.fixture
def rig(data_dir: Path, database_url: str) -> Iterator[Rig]:
    made = Rig(data_dir, database_url)
    yield made
    made.db.close()


def doubtful(rig: Rig, modules: tuple[str, ...] = ("Bills",), **config: Any) -> tuple[str, str]:
    """Two connections; in both a customer of one name and its documents. Only the first was synced."""
    one, two = both(rig, "A"), both(rig, "B", **config)
    rig.erps["A"].put("Parties", "c", NAME="ACME", GSTIN="27A")
    rig.erps["B"].put("Parties", "x", NAME="Acme", CITY="Nashik")
    for module in modules:
        rig.erps["A"].put(module, "d", **DOCUMENTS[module][1])
        rig.erps["B"].put(module, "y", **DOCUMENTS[module][1])
    rig.sync(one)
    return one, two


def asked(rig: Rig) -> Conflict:
    """The one question: about the customer."""
    (found,) = conflicts(rig)
    assert (found.kind, found.entity_type, found.remote_id) == ("match", "customer", "x")
    return found


def parked(rig: Rig) -> list[tuple[Any, ...]]:
    return [
        tuple(row) for row in rig.rows("SELECT entity_type, remote_id, waits_entity, waits_for FROM inbox ORDER BY 1")
    ]


def hub_id(rig: Rig, remote_id: str, connection_id: str, entity: str = "%") -> Any:
    return rig.scalar(
        "SELECT local_entity_id FROM erp_entity_sync_records WHERE remote_deleted_at IS NULL"
        f" AND remote_id = '{remote_id}' AND connection_id = '{connection_id}' AND entity_type LIKE '{entity}'"
    )


def made(rig: Rig, name: str = "B") -> list[str]:
    return [
        str(fields.get("NO") or fields.get("NAME")) for kind, _, fields in rig.erps[name].writes if kind == "create"
    ]


WAITS = [("customer", "x", None, None), ("invoice", "y", "customer", "x")]


@pytest.mark.database("both")
@pytest.mark.parametrize("module", DOCUMENTS)
def test_a_document_waits_with_its_customer_and_is_linked_with_it(rig: Rig, module: str) -> None:
    one, two = doubtful(rig, (module,))
    entity = DOCUMENTS[module][0]
    run = rig.sync(two)
    assert (run.status, len(rig.hub(entity)), made(rig)) == ("partial", 1, [])
    assert f"1 {entity} waits for the decision about its customer" in str(run.message)
    # A quiet sync looks at nothing again, and a full one comes to the same.
    assert rig.sync(two, sync_type="incremental").records_processed == 0
    rig.sync(two, sync_type="full")
    assert parked(rig) == [("customer", "x", None, None), (entity, "y", "customer", "x")]
    rig.engine.resolver.resolve(asked(rig).id, "link")
    assert parked(rig) == []
    assert hub_id(rig, "y", two) == hub_id(rig, "d", one)
    for _ in range(2):
        rig.sync(two, sync_type="full")
        rig.sync(one, sync_type="full")
    assert (len(rig.hub(entity)), made(rig, "A"), made(rig)) == (1, [], [])
    assert {item.kind for item in conflicts(rig)} == {"fields"}  # what the customer is called


def test_of_a_customer_of_its_own_it_is_another_document(rig: Rig) -> None:
    one, two = doubtful(rig, ("Bills", "Receipts"))
    rig.sync(two)
    rig.engine.resolver.resolve(asked(rig).id, "separate")
    assert parked(rig) == []
    for module, (entity, _) in DOCUMENTS.items():
        assert rig.scalar(f"SELECT count(*) FROM {entity}s WHERE deleted_at IS NULL") == 2, module
        customers = dict(rig.rows(f"SELECT id, customer_id FROM {entity}s"))
        assert customers[hub_id(rig, "y", two, entity)] == hub_id(rig, "x", two) == rig.hub("customer")["Acme"].id
        assert customers[hub_id(rig, "d", one, entity)] == rig.hub("customer")["ACME"].id


def test_what_can_be_no_record_of_the_hub_comes_in_at_once(rig: Rig) -> None:
    _, two = doubtful(rig)
    RecordStore(rig.db).create("customer", {"business_name": "Other", "gstin": "27O"}, "user")
    bill = {"number": "B-2", "date": "2026-08-01", "customer": rig.hub("customer")["Other"].id}
    RecordStore(rig.db).create("invoice", bill, "user")
    erp = rig.erps["B"]
    erp.put("Parties", "o", NAME="Other Ltd", GSTIN="27O")
    for number in ("B-2", "B-3"):  # like one of a customer who is certain; like none
        erp.put("Bills", number, **{**DOCUMENTS["Bills"][1], "NO": number})
    rig.sync(two)
    assert parked(rig) == WAITS
    assert rig.scalar("SELECT count(*) FROM invoices") == 4
    assert made(rig) == ["B-2"]  # the hub's own


def test_a_document_that_is_another_now_waits_no_more(rig: Rig) -> None:
    _, two = doubtful(rig)
    rig.sync(two)
    rig.erps["B"].put("Bills", "y", NO="B-9")
    rig.sync(two)
    assert sorted(rig.hub("invoice")) == ["B-1", "B-9"]
    assert parked(rig) == WAITS[:1]


def test_several_that_may_be_the_one_are_asked_about(rig: Rig) -> None:
    _, two = doubtful(rig)
    rig.erps["B"].put("Bills", "z", **DOCUMENTS["Bills"][1])
    assert "2 invoices wait for the decision about their customer" in str(rig.sync(two).message)
    rig.engine.resolver.resolve(asked(rig).id, "link")
    assert sorted(item.remote_id for item in conflicts(rig) if item.kind == "match") == ["y", "z"]
    rig.sync(two)
    assert (made(rig), len(rig.hub("invoice"))) == ([], 1)


def test_a_rule_that_is_certain_by_now_decides_for_both(rig: Rig) -> None:
    one, two = doubtful(rig)
    rig.sync(two)
    rig.erps["B"].put("Parties", "x", GSTIN="27A")
    rig.sync(two)
    assert (parked(rig), [item.kind for item in conflicts(rig)]) == ([], ["fields"])
    assert hub_id(rig, "y", two) == hub_id(rig, "d", one)


def test_until_it_is_settled_what_it_may_be_is_not_sent(rig: Rig) -> None:
    """The customer became certain in a run that read nothing else, and the next one only sends."""
    one, two = doubtful(rig)
    rig.sync(two)
    rig.erps["B"].put("Parties", "x", GSTIN="27A")
    (customers,) = rig.configs.list(connection_id=two, entity_type="customer")
    rig.sync(two, config_ids=(customers.id,))
    rig.sync(two, direction="push")
    assert (hub_id(rig, "x", two), made(rig)) == (hub_id(rig, "c", one), [])
    assert parked(rig) == WAITS[1:]
    rig.sync(two)
    assert (parked(rig), made(rig), hub_id(rig, "y", two)) == ([], [], hub_id(rig, "d", one))


def test_a_decision_while_a_run_sends(rig: Rig) -> None:
    one, two = doubtful(rig)
    rig.sync(two)
    RecordStore(rig.db).create("customer", {"business_name": "New"}, "user")
    question, erp = asked(rig), rig.erps["B"]

    def decide(where: str) -> None:
        if where == "write:before:create":
            erp.hook = lambda _where: None
            rig.engine.resolver.resolve(question.id, "link")

    erp.hook = decide
    rig.sync(two)
    rig.sync(two)
    assert (made(rig), hub_id(rig, "y", two)) == (["New"], hub_id(rig, "d", one))


class Killed(BaseException):
    pass


def test_killed_between_parking_and_deciding(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = doubtful(rig)

    def kill(where: str) -> None:
        if where == "pull:page:after" and len(parked(rig)) == 2:
            raise Killed

    engine, ports = rig.engine, EnginePorts(rig._ports, rig._settings, kill)  # type: ignore[arg-type]
    rig.engine = Engine(rig.db, rig, ports, rig.bus)  # type: ignore[arg-type]
    with pytest.raises(Killed):
        rig.sync(two)
    assert parked(rig) == [("customer", "x", None, None), ("invoice", "y", None, None)]
    rig.engine = engine
    rig.sync(two)
    assert (parked(rig), len(rig.hub("invoice"))) == (WAITS, 1)

    def die(*_: object) -> None:
        raise Killed

    question, before = asked(rig), stands(rig)
    with monkeypatch.context() as patched:
        patched.setattr(InboxSettler, "settle_waiting", die)
        with pytest.raises(Killed):
            rig.engine.resolver.resolve(question.id, "link")
    assert stands(rig) == before
    rig.engine.resolver.resolve(question.id, "link")
    assert hub_id(rig, "y", two) == hub_id(rig, "d", one)


def test_a_customer_that_is_deleted_there_lets_its_documents_go_on(rig: Rig) -> None:
    _, two = doubtful(rig, delete_policy="propagate")
    rig.sync(two)
    rig.erps["B"].drop("Parties", "x")
    rig.sync(two, direction="pull")
    (told,) = conflicts(rig, "resolved")
    assert (told.kind, told.resolution, told.resolved_by, conflicts(rig)) == ("match", "gone", "rule", [])
    assert (parked(rig), sorted(rig.hub("customer"))) == ([], ["ACME"])
    assert dict(rig.rows("SELECT id, customer_id FROM invoices"))[hub_id(rig, "y", two)] is None


def test_nothing_waits_for_what_nobody_can_decide(rig: Rig) -> None:
    _, two = doubtful(rig)
    rig.sync(two)
    (customers,) = rig.configs.list(connection_id=two, entity_type="customer")
    rig.configs.delete(customers.id)
    rig.sync(two, direction="pull")
    assert (parked(rig), rig.scalar("SELECT count(*) FROM invoices")) == (WAITS[:1], 2)


def test_a_document_that_is_deleted_there_is_forgotten(rig: Rig) -> None:
    _, two = doubtful(rig)
    rig.sync(two)
    rig.erps["B"].drop("Bills", "y")
    rig.sync(two)
    assert parked(rig) == WAITS[:1]
    rig.engine.resolver.resolve(asked(rig).id, "link")
    rig.sync(two)
    assert (made(rig), len(rig.hub("invoice"))) == (["B-1"], 1)  # there is none there now


def test_what_could_not_be_made_there_is_tried_again_when_its_like_is_gone(rig: Rig) -> None:
    one = both(rig)
    erp = rig.erps["A"]
    RecordStore(rig.db).create("customer", {"business_name": "Acme"}, "user")
    erp.hook = lambda where: (
        erp.put("Parties", "x", NAME="Acme") if where.startswith("write") and not erp.writes else None
    )
    rig.sync(one)
    erp.hook = lambda _where: None
    asked(rig)
    rig.sync(one)
    erp.drop("Parties", "x")
    rig.sync(one, sync_type="incremental")
    assert (conflicts(rig), made(rig, "A")) == ([], ["Acme"])


@pytest.mark.parametrize("answer", ["link", "separate"])
def test_a_decision_that_others_waited_for_is_not_taken_back(rig: Rig, answer: str) -> None:
    _, two = doubtful(rig)
    rig.sync(two)
    question = asked(rig)
    rig.engine.resolver.resolve(question.id, answer)
    before = stands(rig)
    with pytest.raises(Conflicting, match="waited for this decision") as caught:
        rig.engine.resolver.take_back(question.id)
    assert caught.value.code == "taken_over"
    assert stands(rig) == before


def test_a_dry_run_says_so_and_its_plan_does_it(rig: Rig) -> None:
    _, two = doubtful(rig)
    rig.sync(two, dry_run=True)
    shown = rig.rows("SELECT action, entity_type, reason FROM plan_items WHERE remote_id = 'y'")
    assert shown == [("conflict", "invoice", "waits for the decision about its customer")]
    assert parked(rig) == []
    rig.sync(two, plan_id=rig.scalar("SELECT id FROM plans"))
    assert (parked(rig), len(rig.hub("invoice")), made(rig)) == (WAITS, 1, [])
