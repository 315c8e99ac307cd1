"""The whole program on a simulated Zoho: a sync of everything, and no secret left anywhere."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app import bootstrap
from app.services.options import Options
from tests.connectors.zoho_rig import furnish
from tests.simulators.zoho import SimulatedZoho
from tests.simulators.zoho.accounts import CLIENT_ID, CLIENT_SECRET

pytestmark = pytest.mark.database("sqlite")


@pytest.fixture
def sim() -> Iterator[SimulatedZoho]:
    with SimulatedZoho() as sim:
        furnish(sim)
        yield sim
        assert not sim.violations


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[bootstrap.App]:
    monkeypatch.setenv("SALESMATE_SYNC_LOCKS", str(tmp_path / "locks"))
    options = Options(data_dir=tmp_path / "data", secrets="file", log_level="debug")
    with bootstrap.closing(bootstrap.start(options, schedule=False, listen=None)) as app:
        yield app


def connect(app: bootstrap.App, sim: SimulatedZoho, **modules: str) -> str:
    """A connection that syncs each entity with that module, both ways."""
    login = sim.grant()
    made = app.services.connections.create(
        {
            "erp_system": "zoho",
            "connection_name": "CRM",
            "auth_type": "oauth2",
            "base_url": sim.base_url,
            "auth_config": {
                "client_id": CLIENT_ID,
                "client_secret": CLIENT_SECRET,
                "accounts_url": sim.accounts_url,
                "refresh_token": login["refresh_token"],
                "edition": "ultimate",
            },
        }
    )
    for entity, module in modules.items():
        app.services.configs.create(
            {
                "connection_id": made.id,
                "entity_type": entity,
                "remote_module": module,
                "sync_direction": "bidirectional",
            }
        )
    return made.id


def sync(app: bootstrap.App, connection_id: str) -> Any:
    return app.services.runs.wait(app.services.runs.start(connection_id=connection_id), 60)


COMPANIES = {
    "customer": "Accounts",
    "contact": "Contacts",
    "product": "Products",
    "deal": "Deals",
    "order": "Sales_Orders",
    "invoice": "Invoices",
}


def test_everything_comes_in_and_belongs_together(app: bootstrap.App, sim: SimulatedZoho) -> None:
    connection = connect(app, sim, **COMPANIES)
    run = sync(app, connection)
    assert (run.status, run.failed, run.conflicts) == ("completed", 0, 0), run
    orders, _ = app.services.records.page("order")
    assert len(orders) == 12
    assert all(order["customer"]["label"].startswith("Firm") for order in orders)
    assert all(order["lines"][0]["product"]["label"].startswith("Rope") for order in orders)
    assert {order["total"] for order in orders} == {"180.00"}
    sim.clock.advance(60)
    sim.requests.clear()
    assert sync(app, connection).status == "completed"
    assert {entry.kind for entry in sim.requests} <= {"list", "deleted"}
    assert len(sim.requests) == 2 * len(COMPANIES)


def test_no_preset_syncs_two_kinds_with_one_module(app: bootstrap.App) -> None:
    (offer,) = [one for one in app.services.connections.systems() if one.name == "zoho"]
    assert offer.modules["customer"] == (("Contacts", "Contacts (people)"), ("Accounts", "Accounts (companies)"))
    assert offer.modules["deal"] == (("Deals", "Deals"),)
    assert (offer.hub_key, offer.chooses) == ("Hub_Id", False)
    for modules, contact in (({}, "off"), ({"customer": "Contacts"}, "off"), ({"customer": "Accounts"}, None)):
        for _, _, plan in app.services.configs.presets("zoho", modules):
            assert "off" not in {way for entity, way in plan.items() if entity != "contact"}
            assert plan["contact"] == (contact or plan["product"])
    assert all("off" not in plan.values() for _, _, plan in app.services.configs.presets("tally"))


def test_orders_follow_where_customers_are_kept(app: bootstrap.App, sim: SimulatedZoho) -> None:
    for module, field in (("Contacts", "Contact_Name"), ("Accounts", "Account_Name")):
        connection = connect(app, sim, customer=module, order="Sales_Orders")
        order = app.services.configs.list(connection_id=connection, entity_type="order")[0]
        assert {link.local_field: link.remote_field for link in order.field_mappings}["customer"] == field
        app.services.connections.delete(connection)


def test_another_data_centre_takes_the_old_address_for_signing_in_away(app: bootstrap.App, sim: SimulatedZoho) -> None:
    connection = connect(app, sim, customer="Contacts")

    def change(**auth: str) -> Any:
        return app.services.connections.update(connection, {"auth_config": auth}).auth.get("accounts_url")

    assert change(edition="free") == sim.accounts_url
    assert change(data_centre="us") == sim.accounts_url  # which it is where nothing is said
    assert change(data_centre="eu") is None
    begun = app.services.authorisations.begin(connection, "http://127.0.0.1:8737/zoho")
    assert begun.authorize_url.startswith("https://accounts.zoho.eu/oauth/v2/auth?")
    assert "ZohoCRM.settings.fields.ALL" in begun.scopes
    assert change(data_centre="in", accounts_url=sim.accounts_url) == sim.accounts_url


def test_a_field_that_can_not_be_made_ends_the_run_and_says_the_way_out(app: bootstrap.App, sim: SimulatedZoho) -> None:
    connection = connect(app, sim, customer="Contacts")
    (config,) = app.services.configs.list(connection_id=connection)
    app.services.configs.update(config.id, {"hub_key_field": "Hub_Id"})
    app.services.records.create("customer", {"business_name": "Nandi Motors"})
    sim.metadata.may_create = False
    run = sync(app, connection)
    assert (run.status, run.error["code"]) == ("failed", "no_hub_key")
    assert "Connections > Sync settings" in run.error["hint"]
    sim.metadata.may_create = True
    assert sync(app, connection).status == "completed"
    assert [row["Hub_Id"] for row in sim.rows("Contacts") if row["Full_Name"] == "Nandi Motors"] != [None]


def test_no_secret_is_left_anywhere(
    app: bootstrap.App, sim: SimulatedZoho, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    connection = connect(app, sim, customer="Contacts")
    sync(app, connection)
    sim.kill_tokens()
    sync(app, connection)
    sim.revoke_all()
    failed = sync(app, connection)
    assert failed.status == "failed"
    app.services.diagnostics.bundle(tmp_path / "data" / "bundle.zip")
    secrets = [CLIENT_SECRET, *sim.accounts.ever]
    assert len(secrets) > 3
    everything = b"".join(path.read_bytes() for path in (tmp_path / "data").rglob("*") if path.is_file())
    shown = caplog.text + repr(failed) + repr(app.services.connections.get(connection))
    assert [one for one in secrets if one.encode() in everything or one in shown] == []


@pytest.mark.parametrize("keyed", [True, False], ids=["keyed", "unkeyed"])
def test_what_zoho_computes_clears_nothing_of_a_document_made_here(
    app: bootstrap.App, sim: SimulatedZoho, keyed: bool
) -> None:
    """Not even where the answer to making it was lost."""
    connection = connect(app, sim, customer="Accounts", product="Products", order="Sales_Orders")
    if keyed:
        for config in app.services.configs.list(connection_id=connection):
            app.services.configs.update(config.id, {"hub_key_field": "Hub_Id"})
    assert sync(app, connection).status == "completed"
    customer = app.services.records.page("customer")[0][0]
    product = app.services.records.page("product")[0][0]
    order = app.services.records.create(
        "order",
        {
            "number": "SO-77",
            "date": "2026-08-01",
            "customer": customer["id"],
            "lines": [{"product": product["id"], "quantity": "2", "rate": "100", "amount": "200.00"}],
            "taxes": [{"name": "GST", "rate": "18", "amount": "36.00"}],
            "subtotal": "200.00",
            "tax_total": "36.00",
            "round_off": "0.40",
            "total": "236.40",
        },
    )
    parts = ("date", "taxes", "subtotal", "tax_total", "round_off", "total")
    before = {name: order[name] for name in parts}

    def same(status: str = "completed") -> None:
        sim.clock.advance(60)
        assert sync(app, connection).status == status
        now = app.services.records.get("order", order["id"])
        assert {name: now[name] for name in parts} == before

    sim.lose_next_write(True)
    same("partial")
    same()
    (made,) = [row for row in sim.rows("Sales_Orders") if row["Subject"] == "SO-77"]
    assert made["Grand_Total"] == 236.4
    same()
    sim.change("Sales_Orders", made["id"], Description="by a person")
    same()
    assert app.services.records.get("order", order["id"])["narration"] == "by a person"
    assert len(sim.rows("Sales_Orders")) == 13


def test_a_date_that_zoho_has_no_room_for_is_not_taken_back(app: bootstrap.App, sim: SimulatedZoho) -> None:
    connection = connect(app, sim, customer="Accounts", product="Products", order="Sales_Orders")
    assert sync(app, connection).status == "completed"
    order = app.services.records.page("order")[0][0]
    app.services.records.update("order", order["id"], {"date": "2026-05-05"})
    sim.clock.advance(60)
    assert sync(app, connection).status == "completed"
    (row,) = [row for row in sim.rows("Sales_Orders") if row["Subject"] == order["number"]]
    sim.change("Sales_Orders", row["id"], Description="by a person")
    sim.clock.advance(60)
    assert sync(app, connection).status == "completed"
    now = app.services.records.get("order", order["id"])
    assert (now["narration"], now["date"]) == ("by a person", "2026-05-05")


def test_a_stop_between_two_writes_is_a_stop_and_doubles_nothing(app: bootstrap.App, sim: SimulatedZoho) -> None:
    connection = connect(app, sim, customer="Contacts")
    assert sync(app, connection).status == "completed"
    sim.clock.advance(60)
    one, other = app.services.records.page("customer")[0][:2]
    rows = {row["Full_Name"]: row["id"] for row in sim.rows("Contacts")}
    sim.change("Contacts", rows[one["business_name"]], Description="on a version of its own")
    sim.clock.advance(60)
    for record in (one, other):
        app.services.records.update("customer", record["id"], {"phone": "020 77"})
    runs = app.services.runs
    sim.after_next("update", lambda: [runs.cancel(one.log_id) for one in runs.current()])
    run = sync(app, connection)
    assert (run.status, [row["Phone"] for row in sim.rows("Contacts")].count("020 77")) == ("cancelled", 1)
    sim.clock.advance(60)
    assert sync(app, connection).status == "completed"
    assert [row["Phone"] for row in sim.rows("Contacts")].count("020 77") == 2
    assert len(sim.asked("update")) == 2
