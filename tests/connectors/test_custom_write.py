"""Writing by a definition: what is sent, what a lost answer comes to, and what the error table makes of a no."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from app.connectors.base import WriteKind, WriteOp
from app.model.cancel import CancelToken
from app.model.errors import (
    Cancelled,
    ConnectorError,
    NameTaken,
    NotReady,
    RateLimited,
    Rejected,
    Stale,
    UnknownOutcome,
)
from app.model.records import RemoteRecord
from tests.connectors.custom_rig import RestRig, stock
from tests.simulators.custom import RestErp
from tests.simulators.faults import Fault
from tests.simulators.web import Answer


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[RestRig]:
    with RestErp("shelf", "customers", "products") as erp:
        stock(erp)
        rig = RestRig(erp, tmp_path)
        yield rig
        rig.close()


@pytest.fixture
def cloud(tmp_path: Path) -> Iterator[RestRig]:
    with RestErp("cloud", "customers") as erp:
        stock(erp)
        rig = RestRig(erp, tmp_path)
        yield rig
        rig.close()


def create(**fields: Any) -> WriteOp:
    given = {"name": "Nandi", **fields}
    return WriteOp("op-1", WriteKind.CREATE, "customer", "customers", "hub-1", "Nandi", given, given)


def change(record: RemoteRecord, **fields: Any) -> WriteOp:
    return WriteOp(
        "op-2", WriteKind.UPDATE, "customer", "customers", "hub-1", record.label, fields, fields,
        remote_id=record.id, expected_version=record.version,
    )  # fmt: skip


def written(rig: RestRig, op: WriteOp) -> RemoteRecord:
    record = rig.open().write(op, CancelToken()).record
    assert record is not None
    return record


def one(rig: RestRig, ident: str) -> RemoteRecord:
    (record,) = rig.open().read("customers", [ident], CancelToken())
    return record


def test_what_is_sent_has_the_types_of_the_definition(shelf: RestRig, cloud: RestRig) -> None:
    written(shelf, create(credit="1500.50", address={"city": "Pune"}))
    body = shelf.erp.sent("create")[0].body
    assert body == {"name": "Nandi", "credit": 1500.5, "address": {"city": "Pune"}, "external_id": "hub-1"}
    assert shelf.erp.sent("create")[0].headers["idempotency-key"] == "op-1"
    written(cloud, create(since="2026-08-31", limit="7", tags=[{"value": "a"}, {"value": "b"}]))
    body = cloud.erp.sent("create")[0].body
    assert (body["since"], body["limit"], body["tags"]) == ("31/08/2026", 7, ["a", "b"])
    with pytest.raises(Rejected, match="more digits"):
        written(shelf, create(credit="0.12345678901234567891"))
    with pytest.raises(Rejected, match="a number is wanted"):
        written(shelf, create(credit="much"))
    with pytest.raises(Rejected, match="another kind of value"):
        written(cloud, create(since="soon"))
    assert (len(shelf.erp.sent("create")), len(cloud.erp.sent("create"))) == (1, 1)


def test_what_a_group_holds_besides_is_kept(shelf: RestRig, cloud: RestRig) -> None:
    for rig in (shelf, cloud):
        record = one(rig, rig.some("customers"))
        written(rig, change(record, address={"city": "Goa"}))
        row = next(row for row in rig.erp.rows("customers") if str(row["id"]) == record.id)
        assert row["address"] == {"city": "Goa", "zip": "411001", "floor": "2"}
        assert row["email"] == "firm0@example.in"  # also where the whole record is put


def test_the_same_sent_again_is_one_record(shelf: RestRig) -> None:
    shelf.lose_next_write(True)
    op = create()
    with pytest.raises(UnknownOutcome):
        written(shelf, op)
    again = replace(op, sent_at=datetime.now(UTC))
    assert written(shelf, again).hub_key == "hub-1"
    assert len(shelf.erp.sent("create")) == 1  # found by our key: not even sent
    assert sum(row["name"] == "Nandi" for row in shelf.erp.rows("customers")) == 1


def test_a_key_that_is_forgotten_by_now_is_not_relied_on(shelf: RestRig) -> None:
    old = replace(create(), sent_at=datetime.now(UTC) - timedelta(days=2))
    with pytest.raises(UnknownOutcome):
        written(shelf, old)
    assert not shelf.erp.sent("create")


def test_without_any_way_to_know_it_again_a_person_is_asked(cloud: RestRig) -> None:
    lines = [line for line in cloud.definition.splitlines() if "hub_key" not in line]
    cloud.definition = "\n".join(lines)
    with pytest.raises(UnknownOutcome) as caught:
        cloud.open().find(create(), CancelToken())
    assert "can't be told" in caught.value.message
    assert not cloud.open().spec.capabilities.find_by_our_key


def test_found_by_what_it_looks_like(cloud: RestRig) -> None:
    text = "\n".join(line for line in cloud.definition.splitlines() if "hub_key: external_id" not in line)
    find = 'find: {rows: data, params: {external_id: "{hub_key}"}}'
    cloud.definition = text.replace(find, "find: {rows: data, match: [email, name]}")
    connector = cloud.open()
    found = connector.find(create(name="Firm 3", email="FIRM3@example.in"), CancelToken())
    assert found is not None
    assert found.label == "Firm 3"
    assert connector.find(create(name="Firm 3", email="x@example.in"), CancelToken()) is None


@pytest.mark.parametrize(
    ("status", "body", "error", "says"),
    [
        (422, {"error": {"code": "DUPLICATE", "message": "x"}}, NameTaken, "has such a record already"),
        (422, {"error": {"code": "MISSING", "message": "A GSTIN\nis needed"}}, Rejected, "“A GSTIN is needed”"),
        (409, {}, Stale, "in the meantime"),
        (400, b"<html>no</html>", Rejected, "did not take this record. Nothing"),
        (500, {}, UnknownOutcome, "no answer came"),
        (503, {}, UnknownOutcome, "no answer came"),
    ],
    ids=["taken", "rejected", "stale", "page", "500", "503"],
)
def test_a_no_is_understood(shelf: RestRig, status: int, body: Any, error: type[ConnectorError], says: str) -> None:
    record = one(shelf, shelf.some("customers"))
    shelf.erp.faults.plan(Fault("update", "answer", Answer(status, body)))
    with pytest.raises(error, match=says) as caught:
        written(shelf, change(record, phone="1"))
    assert caught.value.hint
    assert "<html>" not in caught.value.message


def test_the_sites_own_words_and_fields_are_told(shelf: RestRig) -> None:
    row = "  - {status: 400, text: closed, means: rejected, say: The year is closed., hint: Open it., field: date}\nresources:"
    shelf.definition = shelf.definition.replace("resources:", row, 1)
    record = one(shelf, shelf.some("customers"))
    shelf.erp.faults.plan(Fault("update", "answer", Answer(400, {"why": "Year CLOSED"})))
    with pytest.raises(Rejected) as caught:
        written(shelf, change(record, phone="1"))
    assert (caught.value.message, caught.value.hint, caught.value.field) == ("The year is closed.", "Open it.", "date")


def test_an_error_that_comes_with_a_good_status_is_one(shelf: RestRig) -> None:
    row = "  - {status: 200, at: error, means: down}\nresources:"
    shelf.definition = shelf.definition.replace("resources:", row, 1)
    for _ in range(4):
        shelf.erp.faults.plan(Fault("list", "answer", Answer(200, {"error": "maintenance"})))
    with pytest.raises(NotReady):
        shelf.open().sample("customers", 1, CancelToken())


def test_a_server_that_asks_to_wait_is_obeyed(shelf: RestRig) -> None:
    shelf.erp.faults.plan(Fault("list", "answer", Answer(429, None, {"Retry-After": "7200"})))
    with pytest.raises(RateLimited):
        shelf.open().sample("customers", 1, CancelToken())


def test_a_cancel_after_the_write_does_not_hide_it(cloud: RestRig) -> None:
    """The answer names the id alone; the record would be read now."""
    cancel = CancelToken()
    cloud.erp.faults.call("after", "create", cancel.cancel)
    with pytest.raises((UnknownOutcome, Cancelled)) as caught:
        cloud.open().write(create(), cancel)
    assert isinstance(caught.value, UnknownOutcome)
    found = cloud.open().find(create(), CancelToken())
    assert found is not None


def test_what_the_definition_does_not_offer_is_refused(shelf: RestRig) -> None:
    record = one(shelf, shelf.some("customers"))
    shelf.definition = "\n".join(
        line for line in shelf.definition.splitlines() if not line.strip().startswith("delete:")
    )
    op = replace(change(record), kind=WriteKind.DELETE)
    with pytest.raises(Rejected) as caught:
        shelf.open().write(op, CancelToken())
    assert caught.value.code == "not_offered"


def test_a_value_can_not_break_out_of_its_place(shelf: RestRig) -> None:
    """Ids and names go into addresses and headers quoted, or not at all."""
    assert shelf.open().read("customers", ["1/../../company", "x?y=1", "a b"], CancelToken()) == []
    paths = [one.path for one in shelf.erp.sent("read")]
    assert paths == ["/customers/1%2F..%2F..%2Fcompany", "/customers/x%3Fy%3D1", "/customers/a%20b"]
    shelf.definition = shelf.definition.replace("taken: {rows", "taken: {headers: {X-Name: '{label}'}, rows", 1)
    shelf.erp.faults.plan(Fault("create", "answer", Answer(422, {"error": {"code": "DUPLICATE"}})))
    with pytest.raises(NameTaken) as caught:
        written(shelf, replace(create(), label="a\r\nX-Evil: 1"))
    assert caught.value.remote_id is None
