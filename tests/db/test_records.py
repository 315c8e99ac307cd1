from __future__ import annotations

import pytest
from sqlalchemy import event, insert

from app.db import tables
from app.db.configs import ConfigStore
from app.db.connections import Connection
from app.db.database import Database
from app.db.dirty import DirtyStore
from app.db.errors import ErrorStore
from app.db.records import RecordStore, store
from app.db.records.sorting import sortable
from app.model.cancel import CancelToken
from app.model.entities import ENTITIES
from app.model.errors import Cancelled, Conflicting, InvalidInput, NotFound, StaleVersion


@pytest.fixture
def customer(records: RecordStore) -> dict:
    return records.create("customer", {"business_name": "Acme & Sons", "gstin": "33AAAAA0000A1Z5"}, "user")


@pytest.fixture
def invoice(records: RecordStore, customer: dict) -> dict:
    product = records.create("product", {"name": "Bolt"}, "user")
    lines = [
        {"product": product["id"], "quantity": "2", "rate": "10", "amount": "20"},
        {"description": "Freight", "amount": "5.5"},
        {"description": "Packing", "amount": "1"},
    ]
    values = {"number": "INV/1", "date": "2026-04-01", "customer": customer["id"], "total": 26.5, "lines": lines}
    return records.create("invoice", values, "user")


def statements(db: Database, work) -> int:
    """How many statements ``work`` sends to the database."""
    seen: list[str] = []

    def note(_conn, _cursor, statement: str, *_: object) -> None:
        seen.append(statement)

    with db.read() as conn:
        event.listen(conn, "before_cursor_execute", note)
        work()
        event.remove(conn, "before_cursor_execute", note)
    return len(seen)


# --- reading ---------------------------------------------------------------------------------------------------


def test_a_record_is_flat_under_the_contracts_names(records: RecordStore, customer: dict, invoice: dict) -> None:
    found = records.get("invoices", invoice["id"])
    assert list(found) == [
        "id", "number", "date", "customer", "due_date", "status", "reference", "place_of_supply", "narration", "lines",
        "taxes", "subtotal", "tax_total", "round_off", "total", "balance_due", "custom", "version", "created_at",
        "updated_at", "deleted_at", "source",
    ]  # fmt: skip
    assert found["customer"] == {"id": customer["id"], "label": "Acme & Sons"}
    assert found["total"] == "26.50"
    assert (found["version"], found["deleted_at"], found["custom"], found["taxes"]) == (1, None, {}, [])
    first = found["lines"][0]
    assert (first["line_no"], first["product"]["label"], first["quantity"], first["amount"]) == (
        1,
        "Bolt",
        "2",
        "20.00",
    )
    assert list(first)[1:] == [
        "product", "description", "hsn_code", "quantity", "unit", "rate", "discount_percent", "gst_rate", "amount",
    ]  # fmt: skip


def test_aliases_and_unknown_names(records: RecordStore, customer: dict) -> None:
    assert records.get("customer_profiles", customer["id"]) == customer
    with pytest.raises(NotFound, match="no entity type"):
        records.get("nonsense", customer["id"])
    with pytest.raises(NotFound, match="no such customer"):
        records.get("customer", "nonsense")


def test_pages_go_by_id_both_ways(records: RecordStore) -> None:
    made = [records.create("product", {"name": f"P{n}"}, "user")["id"] for n in range(7)]

    def ids(**how: object) -> list[str]:
        return [record["id"] for record in records.page("product", **how)]

    assert ids(limit=3) == made[:3]
    assert ids(limit=3, after_id=made[2]) == made[3:6]
    assert ids(limit=3, from_id=made[2]) == made[2:5]
    assert ids(limit=3, descending=True) == made[:3:-1]
    assert ids(limit=3, after_id=made[4], descending=True) == made[3:0:-1]
    assert ids(updated_since=records.get("product", made[5])["updated_at"])[-2:] == made[5:]


@pytest.mark.parametrize("count", [0, 1, 3, 4, 8])
@pytest.mark.parametrize("descending", [False, True])
def test_page_starts_fit_the_pages(records: RecordStore, count: int, descending: bool) -> None:
    made = [records.create("product", {"name": f"P{n}"}, "user")["id"] for n in range(count)]
    if count:
        records.delete("product", records.create("product", {"name": "gone"}, "user")["id"], "user")
    total, starts = records.page_starts("product", page_size=4, descending=descending)
    assert total == count == records.count("product")
    assert starts == (made[::-1] if descending else made)[::4]


def test_page_starts_of_more_pages_than_one_statement_finds(
    records: RecordStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "_PAGES", 2)
    made = [records.create("product", {"name": f"P{n}"}, "user")["id"] for n in range(11)]
    assert records.page_starts("product", page_size=2) == (11, made[::2])


@pytest.mark.parametrize("descending", [False, True], ids=["up", "down"])
@pytest.mark.parametrize("field", ["name", "rate", "sku"])
def test_sorted_pages_hold_every_record_once_in_order(records: RecordStore, field: str, descending: bool) -> None:
    rates, names = ("9.50", None, "100", "-2", "9.5"), ("beta", "Alpha", "alpha", "Z", "é")
    for n, (rate, name) in enumerate(zip(rates, names, strict=True)):
        records.create("product", {"name": name, "rate": rate, "sku": None if n == 2 else f"S{n % 2}{n}"}, "user")
    more = {"q": None, "state": None, "descending": descending}
    total, starts = records.sorted_starts("product", field, page_size=2, **more)
    found = [one for start in starts for one in records.sorted_page("product", field, start, 2, **more)]
    assert total == len({one["id"] for one in found}) == len(found) == 5
    rows = found[::-1] if descending else found
    expected = {
        "name": ["Alpha", "alpha", "beta", "Z", "é"],
        "rate": ["Alpha", "Z", "beta", "é", "alpha"],
        "sku": ["alpha", "beta", "é", "Alpha", "Z"],
    }
    assert [one["name"] for one in rows] == expected[field]
    assert records.sorted_starts("product", field, page_size=2, **{**more, "q": "nobody"}) == (0, [])


def test_of_very_many_only_what_has_an_index_is_sorted() -> None:
    assert sortable(ENTITIES["customer"], 1_000_000) == {"business_name"}
    assert sortable(ENTITIES["invoice"], 1_000_000) == frozenset()
    assert {"date", "number", "total"} <= sortable(ENTITIES["invoice"], 50_000)
    assert "customer" not in sortable(ENTITIES["invoice"], 50_000)


@pytest.mark.database("sqlite")
def test_a_sorted_page_is_found_by_its_index(db: Database, records: RecordStore) -> None:
    with db.read() as conn:
        sql = (
            "SELECT id FROM products WHERE deleted_at IS NULL AND (match_key, id) >= ('a', '')"
            " ORDER BY match_key, id LIMIT 256"
        )
        plan = " ".join(step[3] for step in conn.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}"))
    assert "USING INDEX ix_products_match_key (match_key>?)" in plan


@pytest.mark.database("sqlite")
def test_counting_looks_at_no_row(db: Database, records: RecordStore) -> None:
    with db.read() as conn:
        for sql, index in (
            ("SELECT count(*) FROM invoices WHERE deleted_at IS NULL", "COVERING INDEX ix_invoices_living"),
            ("SELECT count(*) FROM sync_errors WHERE resolved_at IS NULL AND connection_id = ''", "ix_errors_open"),
            ("SELECT id FROM erp_sync_logs WHERE connection_id = '' ORDER BY id DESC", "connection_id_id"),
        ):
            plan = " ".join(step[3] for step in conn.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}"))
            assert index in plan
            assert "TEMP B-TREE" not in plan


def test_page_starts_can_be_cancelled(records: RecordStore, customer: dict) -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        records.page_starts("customer", cancel=token)


def test_a_page_costs_the_same_number_of_queries_whatever_its_size(db, records: RecordStore, customer: dict) -> None:
    values = {"number": "1", "date": "2026-04-01", "customer": customer["id"], "lines": [{"amount": "1"}]}
    for _ in range(3):
        records.create("invoice", values, "user")
    few = statements(db, lambda: records.page("invoice", limit=1))
    assert statements(db, lambda: records.page("invoice", limit=50)) == few <= 4


@pytest.mark.parametrize(
    ("q", "found"),
    [("acme", True), ("SONS  acme", True), ("33aaaaa", True), ("acme bolt", False), ("100%", False), ("_", False)],
)
def test_search_finds_every_word_anywhere(records: RecordStore, customer: dict, q: str, found: bool) -> None:
    assert [record["id"] for record in records.page("customer", q=q)] == ([customer["id"]] if found else [])
    assert records.count("customer", q=q) == int(found)


def test_documents_are_found_by_their_customer(records: RecordStore, invoice: dict) -> None:
    assert [record["id"] for record in records.page("invoice", q="acme")] == [invoice["id"]]
    assert records.page_starts("invoice", q="acme") == (1, [invoice["id"]])
    assert records.page("invoice", q="somebody") == []


def test_a_list_by_sync_state(db: Database, records: RecordStore, customer: dict, connection: Connection) -> None:
    add_link(db, connection, customer["id"], "failed")
    assert [record["id"] for record in records.page("customer", state="failed")] == [customer["id"]]
    assert records.page_starts("customer", state="synced") == (0, [])
    (link,) = records.links(customer["id"])
    assert (link.connection_name, link.erp_system, link.remote_id, link.sync_status) == (
        "Books",
        "tally",
        "r1",
        "failed",
    )


def add_link(db: Database, connection: Connection, local_id: str, status: str) -> None:
    with db.write() as conn:
        conn.execute(
            insert(tables.erp_entity_sync_records).values(
                connection_id=connection.id, entity_type="customer", local_entity_id=local_id, remote_module="Ledger",
                remote_id="r1", remote_label="Acme", remote_version="7", sync_status=status, paused=False,
                last_synced_at="now", base_local="{}", base_remote="{}",
            )
        )  # fmt: skip


# --- writing ---------------------------------------------------------------------------------------------------


def test_a_change_makes_a_version_and_only_touches_what_was_sent(records: RecordStore, customer: dict) -> None:
    changed = records.update("customer", customer["id"], {"city": "Pune"}, "api")
    assert changed == {
        **customer, "city": "Pune", "version": 2, "source": "api", "updated_at": changed["updated_at"],
    }  # fmt: skip
    assert records.update("customer", customer["id"], {"city": None}, "api")["city"] is None
    assert records.page("customer", q="pune") == []


def test_nothing_changed_makes_no_version(records: RecordStore, invoice: dict) -> None:
    """Also when a program sends the whole record back as it read it."""
    assert records.update("invoice", invoice["id"], {"total": "26.5", "narration": ""}, "api") == invoice
    assert records.update("invoice", invoice["id"], invoice, "api") == invoice


def test_a_stale_version_changes_nothing(records: RecordStore, customer: dict) -> None:
    records.update("customer", customer["id"], {"city": "Pune"}, "api", expected_version=1)
    for attempt in (
        lambda: records.update("customer", customer["id"], {"city": "Goa"}, "api", expected_version=1),
        lambda: records.delete("customer", customer["id"], "api", expected_version=1),
        lambda: records.restore_version("customer", customer["id"], 1, "api", expected_version=1),
    ):
        with pytest.raises(StaleVersion):
            attempt()
    assert records.get("customer", customer["id"])["city"] == "Pune"


def test_deleting_marks_and_restoring_brings_back(records: RecordStore, customer: dict) -> None:
    gone = records.delete("customer", customer["id"], "user")
    assert gone["deleted_at"] == gone["updated_at"]
    assert records.delete("customer", customer["id"], "user") == gone
    assert records.page("customer") == []
    assert [record["id"] for record in records.page("customer", include_deleted=True)] == [customer["id"]]
    with pytest.raises(Conflicting, match="deleted"):
        records.update("customer", customer["id"], {"city": "Pune"}, "user")
    back = records.restore_version("customer", customer["id"], None, "user")
    assert (back["deleted_at"], back["version"]) == (None, 3)


def test_lines_keep_their_numbers(records: RecordStore, invoice: dict) -> None:
    def numbers(lines: list) -> list[tuple[int, str]]:
        found = records.update("invoice", invoice["id"], {"lines": lines}, "user")["lines"]
        return [(line["line_no"], line["description"]) for line in found]

    first, _, third = invoice["lines"]
    # Moved, the second left out, and one more: who sends the numbers keeps them whatever the order.
    assert numbers([third, first, {"description": "New"}]) == [(3, "Packing"), (1, None), (4, "New")]
    # Without numbers a line is the one that was in its place.
    assert numbers([{"description": "A"}, {"description": "B"}]) == [(3, "A"), (1, "B")]
    assert numbers([{"description": "A"}, {"line_no": 3, "description": "C"}]) == [(4, "A"), (3, "C")]
    assert numbers([]) == []


def test_a_copied_document_gets_numbers_of_its_own(records: RecordStore, invoice: dict) -> None:
    lines = [invoice["lines"][2]]
    values = {"number": "2", "date": "2026-04-01", "customer": invoice["customer"], "lines": lines}
    assert [line["line_no"] for line in records.create("invoice", values, "user")["lines"]] == [1]


def test_custom_fields(records: RecordStore, customer: dict) -> None:
    changed = records.update("customer", customer["id"], {"custom": {"region": "South", "visits": 3}}, "user")
    assert changed["custom"] == {"region": "South", "visits": 3}
    assert records.update("customer", customer["id"], {"custom": None}, "user")["custom"] == {}


@pytest.mark.parametrize(
    ("entity", "values", "field"),
    [
        ("customer", {}, "business_name"),
        ("customer", {"business_name": ""}, "business_name"),
        ("customer", {"business_name": "A", "colour": "red"}, "colour"),
        ("customer", {"business_name": 5}, "business_name"),
        ("customer", {"business_name": "A\0"}, "business_name"),
        ("customer", {"business_name": "A\ud800"}, "business_name"),
        ("customer", {"business_name": "A", "closing_balance": "5"}, "closing_balance"),
        ("customer", {"business_name": "A", "is_active": "yes"}, "is_active"),
        ("customer", {"business_name": "A", "credit_limit": "12,000"}, "credit_limit"),
        ("customer", {"business_name": "A", "credit_limit": "1e999999999"}, "credit_limit"),
        ("customer", {"business_name": "A", "credit_limit": "NaN"}, "credit_limit"),
        ("customer", {"business_name": "A", "credit_limit": True}, "credit_limit"),
        ("customer", {"business_name": "A", "credit_limit": 0.1 + 0.2}, "credit_limit"),
        ("customer", {"business_name": "A", "custom": [1]}, "custom"),
        ("customer", {"business_name": "A", "id": "x"}, None),
        ("deal", {"name": "D", "close_date": "2026-02-30"}, "close_date"),
        ("deal", {"name": "D", "close_date": 5}, "close_date"),
        ("deal", {"name": "D", "customer": "Nobody"}, "customer"),
        ("deal", {"name": "D", "customer": 7}, "customer"),
        ("deal", {"name": "D", "customer": "00000000-0000-7000-8000-000000000000"}, "customer"),
        ("invoice", {"number": "1", "date": "2026-04-01"}, "customer"),
        ("invoice", {"number": "1", "date": "2026-04-01", "customer": "Acme", "status": "lost"}, "status"),
        ("invoice", {"number": "1", "date": "2026-04-01", "customer": "Acme", "lines": {}}, "lines"),
        ("invoice", {"number": "1", "date": "2026-04-01", "customer": "Acme", "lines": [5]}, "lines[0]"),
        ("invoice", {"number": "1", "date": "2026-04-01", "customer": "Acme", "lines": [{"x": 1}]}, "lines[0].x"),
        (
            "invoice",
            {"number": "1", "date": "2026-04-01", "customer": "Acme", "lines": [{}, {"rate": "x"}]},
            "lines[1].rate",
        ),
        (
            "invoice",
            {"number": "1", "date": "2026-04-01", "customer": "Acme", "lines": [{"line_no": "1"}]},
            "lines[0].line_no",
        ),
    ],
)
def test_what_cannot_be_used_is_named_and_nothing_is_stored(
    records: RecordStore, entity: str, values: dict, field: str | None
) -> None:
    records.create("customer", {"business_name": "Acme"}, "user")
    before = {name: records.count(name) for name in ("customer", "deal", "invoice")}
    if field is None:
        records.create(entity, values, "user")  # the hub's own keys are let pass on a copy
        return
    with pytest.raises(InvalidInput) as caught:
        records.create(entity, values, "user")
    assert caught.value.field == field
    assert {name: records.count(name) for name in before} == before


def test_line_numbers_that_the_document_does_not_have(records: RecordStore, invoice: dict) -> None:
    one = {"line_no": 1, "amount": "1"}
    for lines, field in (([{"line_no": 9}], "lines[0].line_no"), ([one, one], "lines[1].line_no")):
        with pytest.raises(InvalidInput) as caught:
            records.update("invoice", invoice["id"], {"lines": lines}, "user")
        assert caught.value.field == field


def test_the_hubs_own_fields_are_not_for_writing(records: RecordStore, customer: dict) -> None:
    for name in ("id", "version", "deleted_at", "source"):
        with pytest.raises(InvalidInput) as caught:
            records.update("customer", customer["id"], {name: "other"}, "user")
        assert caught.value.field == name


def test_lookups_are_written_as_id_or_as_the_label_of_exactly_one(records: RecordStore, customer: dict) -> None:
    for value in (customer["id"], "Acme & Sons", "ACME &  SONS", {"id": customer["id"]}):
        assert records.create("deal", {"name": "D", "customer": value}, "user")["customer"]["id"] == customer["id"]
    twin = records.create("customer", {"business_name": "Acme & sons"}, "user")
    # The label exactly as written is one record's alone.
    assert records.create("deal", {"name": "D", "customer": "Acme & sons"}, "user")["customer"]["id"] == twin["id"]
    with pytest.raises(InvalidInput, match="More than one customer"):
        records.create("deal", {"name": "D", "customer": "ACME & SONS"}, "user")
    records.delete("customer", twin["id"], "user")
    assert records.create("deal", {"name": "D", "customer": "ACME & SONS"}, "user")["customer"]["id"] == customer["id"]


# --- word to the connections -----------------------------------------------------------------------------------


def dirty(db: Database) -> list[tuple[str, str]]:
    with db.read() as conn:
        return [tuple(row) for row in conn.exec_driver_sql("SELECT local_entity_id, entity_type FROM dirty")]


@pytest.mark.parametrize(
    ("entity", "direction", "active", "told"),
    [
        ("customer", "push", True, True),
        ("customer", "bidirectional", True, True),
        ("customer", "pull", True, False),
        ("customer", "push", False, False),
        ("product", "push", True, False),
    ],
)
def test_connections_that_push_are_told(
    db: Database, records: RecordStore, connection: Connection, entity: str, direction: str, active: bool, told: bool
) -> None:
    ConfigStore(db).create(
        connection_id=connection.id,
        entity_type=entity,
        local_table=f"{entity}s",
        remote_module="M",
        sync_direction=direction,
        is_active=active,
    )
    made = records.create("customer", {"business_name": "Acme"}, "user")
    records.update("customer", made["id"], {"city": "Pune"}, "user")
    assert dirty(db) == ([(made["id"], "customer")] if told else [])
    with db.write() as conn:
        store_ = DirtyStore(db.dialect)
        assert store_.unsent(conn, connection.id, 10) == int(told)
        store_.postpone(conn, connection.id, made["id"], next_at="9999", attempts=1)
        assert store_.unsent(conn, connection.id, 10) == 0  # it was refused, which is told by itself
        store_.mark(conn, connection.id, "customer", ["a", "b", "c"], "2026-01-01")
        assert store_.unsent(conn, connection.id, 2) == (2 if told else 0)  # of what is not sent any more nothing waits


def test_a_change_lets_what_failed_be_tried_again(db, records, customer: dict, connection: Connection) -> None:
    errors = ErrorStore(db)
    failed = {"connection_id": connection.id, "entity_type": "customer", "side": "out", "code": "x", "message": "no"}
    errors.record(**failed, local_id=customer["id"])
    assert errors.due(connection.id) == []
    records.update("customer", customer["id"], {"city": "Pune"}, "user")
    assert [error.local_id for error in errors.due(connection.id)] == [customer["id"]]


def test_a_lookup_that_a_person_set_no_longer_waits(db, records, connection: Connection, customer: dict) -> None:
    deal = records.create("deal", {"name": "D"}, "user")
    with db.write() as conn:
        for field in ("customer", "contact"):
            conn.execute(
                insert(tables.pending_references).values(
                    connection_id=connection.id, entity_type="deal", local_entity_id=deal["id"], field=field,
                    target_entity="customer", remote_key="acme",
                )
            )  # fmt: skip
    records.update("deal", deal["id"], {"customer": customer["id"]}, "user")
    with db.read() as conn:
        assert conn.exec_driver_sql("SELECT field FROM pending_references").scalars().all() == ["contact"]
