"""Totals of both sides by month, on a synced hub and a simulated Tally that is then changed behind its back."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from app import bootstrap
from app.db.leases import LeaseStore, own_holder
from app.db.totals import TotalsStore
from app.model.cancel import CancelToken
from app.model.errors import Cancelled, Conflicting, InvalidInput, NotFound
from app.services.options import Options
from app.services.views import AmountDifference, MonthTotal
from tests.sync.fake_erp import FakeErp

COMPANY = bootstrap.DEMO_COMPANY
FIRST, LAST = "2025-04", "2026-09"


@pytest.fixture
def app(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[bootstrap.App]:
    monkeypatch.setenv("SALESMATE_SYNC_LOCKS", str(tmp_path / "locks"))
    options = Options(data_dir=tmp_path / "data", secrets="file")
    made = bootstrap.start_demo(options, customers=10, items=6, vouchers=60, schedule=False, listen=None)
    try:
        log_id = made.services.runs.start(connection_id=connection_of(made))
        assert made.services.runs.wait(log_id, 60).status == "completed"
        yield made
    finally:
        made.close()


def connection_of(app: bootstrap.App) -> str:
    return app.services.connections.named(COMPANY).id


def compare(app: bootstrap.App, **more: Any) -> list[MonthTotal]:
    return app.services.totals.compare(connection_of(app), FIRST, LAST, **more)


def differing(app: bootstrap.App) -> list[MonthTotal]:
    return [one for one in compare(app) if one.differs]


def differences(app: bootstrap.App, row: MonthTotal) -> list[AmountDifference]:
    return app.services.totals.differences(connection_of(app), row.module, row.month)


def test_after_a_sync_both_sides_are_equal(app: bootstrap.App) -> None:
    told: list[tuple[int, int, str]] = []
    rows = compare(app, progress=lambda *step: told.append(step))
    assert [one for one in rows if one.differs or one.unlinked_count] == []
    assert {(one.entity, one.module) for one in rows} == {
        ("order", "Sales Order"),
        ("invoice", "Sales"),
        ("payment", "Receipt"),
    }
    posted = [one for one in rows if one.status == "posted"]
    assert len(posted) == 18 * 3  # every month has a row, also one without a document
    assert app.simulator is not None
    books = app.simulator.books(COMPANY)
    invoiced = sum(one.total for one in books.invoices() if one.status == "posted")
    assert sum(Decimal(one.here_amount) for one in posted if one.entity == "invoice") == invoiced
    assert told[0] == (0, 18, FIRST)
    assert told[-1] == (18, 18, "")
    row = next(one for one in posted if one.entity == "invoice" and one.here_count)
    assert differences(app, row) == []


def test_each_kind_of_difference_is_told_with_its_document(app: bootstrap.App) -> None:
    assert app.simulator is not None
    control, books = app.simulator.control, app.simulator.books(COMPANY)
    customer, item = next(iter(books.customers())), next(iter(books.items()))
    days = [f"2026-08-{day:02d}" for day in (3, 4, 5, 6, 7)]
    gone, changed, cancelled, moved, draft = [
        control.add_invoice(COMPANY, customer.name, day, [(item.name, "3", "100.00")]) for day in days
    ]
    services, connection_id = app.services, connection_of(app)
    assert services.runs.wait(services.runs.start(connection_id=connection_id), 60).status == "completed"
    assert differing(app) == []
    control.delete_voucher(COMPANY, gone)
    control.edit_voucher(COMPANY, changed, scale=2)
    control.cancel_voucher(COMPANY, cancelled)
    control.edit_voucher(COMPANY, moved, date="2026-07-07")
    control.edit_voucher(COMPANY, draft, optional=True)
    new = control.add_invoice(COMPANY, customer.name, "2026-08-20", [(item.name, "1", "50.00")])
    party = services.records.page("customer", limit=1)[0][0]["id"]
    own = {"number": "HUB-1", "date": "2026-08-21", "customer": party, "total": "10.00"}  # Tally has not heard of it
    mine = app.parts.stores.records.create("invoice", own, source="test")["id"]
    july, august = (
        {one.remote_id or one.local_id: one for one in services.totals.differences(connection_id, "invoice", month)}
        for month in ("2026-07", "2026-08")
    )
    assert {key: one.kind for key, one in august.items()} == {
        str(gone): "only_here",
        str(changed): "amount",
        str(cancelled): "status",
        str(moved): "only_here",
        str(draft): "status",
        str(new): "only_there",
        mine: "not_linked",
    }
    assert {key: one.kind for key, one in july.items()} == {str(moved): "month"}
    assert july[str(moved)].local_id == august[str(moved)].local_id
    assert Decimal(august[str(changed)].there_amount or 0) == 2 * Decimal(august[str(changed)].here_amount or 0)
    assert (august[str(cancelled)].there_status, august[str(cancelled)].there_amount) == ("cancelled", "0.00")
    assert august[str(new)].local_id is None
    rows = {(one.month, one.status): one for one in compare(app) if one.entity == "invoice"}
    assert rows["2026-08", "draft"].there_count == 1
    assert rows["2026-08", "posted"].here_count - rows["2026-08", "posted"].there_count == 3
    assert (rows["2026-08", "posted"].unlinked_count, rows["2026-08", "posted"].unlinked_amount) == (1, "10.00")
    assert rows["2026-07", "posted"].differs
    assert not rows["2026-06", "posted"].differs


def test_a_deleted_record_of_the_hub_is_missed_here(app: bootstrap.App) -> None:
    row = next(one for one in compare(app) if one.entity == "payment" and one.here_count)
    days = (f"{row.month}-01", f"{row.month}-31")
    found = TotalsStore(app.parts.db).documents(connection_of(app), "payment", *days)[0]
    app.parts.stores.records.delete("payment", found.id, source="test")
    (one,) = differences(app, row)
    assert (one.kind, one.remote_id, one.local_id) == ("only_there", found.remote_id, None)


def test_it_waits_for_a_run_and_can_be_stopped_meanwhile(app: bootstrap.App) -> None:
    leases, connection_id = LeaseStore(app.parts.db), connection_of(app)
    fence = leases.take(connection_id, own_holder(), 60)
    assert fence is not None
    waiting, cancel, outcome = threading.Event(), CancelToken(), []

    def told(done: int, total: int, month: str) -> None:
        if not month:
            waiting.set()

    def ask() -> None:
        try:
            compare(app, cancel=cancel, progress=told)
        except Cancelled as error:
            outcome.append(error)

    thread = threading.Thread(target=ask)
    thread.start()
    assert waiting.wait(10)
    assert app.simulator is not None
    before = len(app.simulator.requests)
    cancel.cancel()
    thread.join(10)
    assert len(outcome) == 1
    assert len(app.simulator.requests) == before
    leases.release(connection_id, fence)
    assert compare(app)  # and leaves the connection free


def test_books_that_are_in_doubt_are_not_compared(app: bootstrap.App) -> None:
    assert app.simulator is not None
    app.simulator.control.move_data_folder(COMPANY, "D:\\Copy")
    with pytest.raises(Conflicting) as caught:
        compare(app)
    assert caught.value.code == "books_in_doubt"


def test_days_that_are_not_synced_are_left_out_on_both_sides(app: bootstrap.App) -> None:
    connection_id = connection_of(app)
    app.services.connections.update(connection_id, {"auth_config": {"from_date": "2026-06-15"}})
    rows = compare(app)
    assert {one.month for one in rows} == {"2026-06", "2026-07", "2026-08", "2026-09"}
    assert [one for one in rows if one.differs] == []


@pytest.mark.parametrize(
    ("first", "last"), [("2026-13", "2026-14"), ("2026-09", "2026-08"), ("April", "2026-08"), ("1990-01", "2026-01")]
)
def test_months_that_are_none(app: bootstrap.App, first: str, last: str) -> None:
    with pytest.raises(InvalidInput):
        app.services.totals.compare(connection_of(app), first, last)


def test_what_is_not_there_to_compare(app: bootstrap.App) -> None:
    services, connection_id = app.services, connection_of(app)
    with pytest.raises(NotFound):
        services.totals.compare("0" * 36)
    with pytest.raises(InvalidInput):
        services.totals.differences(connection_id, "customer", "2026-08")
    for config in services.configs.list(connection_id):
        services.configs.update(config.id, {"is_active": config.entity_type == "customer"})
    with pytest.raises(Conflicting):
        services.totals.compare(connection_id)


def test_a_system_that_tells_no_totals(app: bootstrap.App) -> None:
    app.parts.registry.add(FakeErp().kind())
    services = app.services
    made = services.connections.create(
        {"erp_system": "custom", "connection_name": "Other", "base_url": "https://erp.example"}
    ).id
    services.configs.create({"connection_id": made, "entity_type": "invoice", "remote_module": "Bills"})
    with pytest.raises(Conflicting) as caught:
        services.totals.compare(made, FIRST, LAST)
    assert caught.value.code == "no_totals"
