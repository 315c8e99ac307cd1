"""The facade as the front doors use it, on real parts."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from app import bootstrap
from app.model.errors import Conflicting, InvalidInput, NotFound
from app.model.events import Changed
from app.services.options import Options
from tests.systems import take_out


def demo(app: bootstrap.App) -> str:
    return app.services.connections.named(bootstrap.DEMO_COMPANY).id


def test_records_in_pages_and_by_their_starts(app: bootstrap.App) -> None:
    records = app.services.records
    total, starts = records.page_starts("invoice", size=10)
    assert total == records.count("invoice") == records.counts()["invoice"]
    by_starts = [record for start in starts for record in records.from_id("invoice", start, 10)]
    page, cursor = records.page("invoice", limit=10)
    assert page == by_starts[:10]
    assert cursor == page[-1]["id"]
    assert len({record["id"] for record in by_starts}) == total
    assert records.page("invoice", limit=1000, state="synced")[0] == by_starts
    assert records.page("invoice", state="failed")[0] == []
    with pytest.raises(InvalidInput):
        records.page("invoice", state="odd")


def test_a_record_its_history_and_its_links(app: bootstrap.App) -> None:
    records = app.services.records
    customer = records.page("customer", limit=1)[0][0]
    assert records.get("customers", customer["id"]) == customer
    assert records.history("customer", customer["id"])[0].version == customer["version"]
    assert [link.connection_id for link in records.links(customer["id"])] == [demo(app)]
    with pytest.raises(NotFound):
        records.get("customer", "unknown")


def test_a_connection_is_found_by_id_and_by_name(app: bootstrap.App) -> None:
    found = app.services.connections.named("DEMO traders & CO")
    assert app.services.connections.named(found.id) == found
    with pytest.raises(NotFound, match="no connection"):
        app.services.connections.named("nobody")


def test_what_is_changed_is_told_on_the_bus(app: bootstrap.App) -> None:
    heard: list[object] = []
    stop = app.bus.subscribe(heard.append)
    try:
        app.services.connections.pause(demo(app), "2999-01-01T00:00:00.000Z")
        assert app.services.connections.get(demo(app)).paused_until == "2999-01-01T00:00:00.000Z"
        app.services.connections.resume(demo(app))
        app.services.settings.set("ui.theme", "dark")
    finally:
        stop()
    kinds = [event.kinds for event in heard if isinstance(event, Changed)]
    assert kinds == [frozenset({"connections"})] * 2 + [frozenset({"settings"})]
    assert app.services.settings.get("ui.theme", "light") == "dark"


def test_presets_and_templates_for_the_wizard(app: bootstrap.App, monkeypatch: pytest.MonkeyPatch) -> None:
    presets = app.services.configs.presets("tally")
    assert [title for _, title, _ in presets] == ["Both ways", "Tally leads", "Only from Tally", "Only to Tally"]
    assert set(presets[2][2].values()) == {"pull"}
    (config,) = app.services.configs.list(connection_id=demo(app), entity_type="customer")
    assert "business_name" in {link.local_field for link in app.services.configs.template(config)}
    take_out(monkeypatch, app.parts.registry, "sap")
    with pytest.raises(Conflicting, match="can't connect to SAP Business One yet"):
        app.services.configs.presets("sap")


def test_the_books_that_an_address_offers(app: bootstrap.App) -> None:
    assert app.simulator is not None
    found = app.services.connections.books({"erp_system": "tally", "base_url": app.simulator.url})
    assert [one.name for one in found] == [bootstrap.DEMO_COMPANY, bootstrap.SECOND_DEMO_COMPANY]
    assert found[0].guid
    tested = app.services.connections.test_draft(
        {"erp_system": "tally", "base_url": app.simulator.url, "auth_config": {"company": "Another"}}
    )
    assert tested.success is False
    assert tested.details["hints"]


def test_a_second_connection_to_the_same_books_is_refused(app: bootstrap.App) -> None:
    assert app.simulator is not None
    services = app.services
    books = services.connections.books({"erp_system": "tally", "base_url": app.simulator.url})[0]
    draft = {
        "erp_system": "tally",
        "connection_name": "Twice",
        "base_url": app.simulator.url.replace("127.0.0.1", "localhost"),
        "auth_config": {"company": books.name, "company_guid": books.guid, "data_folder": books.data_folder},
    }
    with pytest.raises(Conflicting) as caught:
        services.connections.create(draft)
    assert caught.value.code == "same_books"
    elsewhere = {**draft["auth_config"], "data_folder": r"D:\A copy of it"}  # type: ignore[dict-item]
    made = services.connections.create({**draft, "auth_config": elsewhere})
    services.connections.delete(made.id)


def test_the_dashboard_says_what_needs_a_person(app: bootstrap.App) -> None:
    services = app.services
    spare = services.connections.create(
        {"erp_system": "tally", "connection_name": "Spare", "auth_config": {"company": "X"}, "status": "error"}
    )
    try:
        found = services.dashboard()
        assert [one.target for one in found.needs_you] == [f"connection:{spare.id}"]
        assert found.recent
        assert sum(day.synced for day in found.days) >= 1
        assert found.totals["completed"] >= 1
    finally:
        services.connections.delete(spare.id)


def test_backup_and_restore_under_a_running_program(app: bootstrap.App, tmp_path: Path) -> None:
    services = app.services
    before = services.records.counts()
    services.backup(tmp_path / "a.db")
    with pytest.raises(Conflicting):
        services.backup(tmp_path / "a.db")
    extra = services.connections.create(
        {"erp_system": "tally", "connection_name": "Later", "auth_config": {"company": "X"}}
    )
    kept = services.restore(tmp_path / "a.db")
    assert kept is not None
    assert kept.exists()
    assert services.records.counts() == before
    with pytest.raises(NotFound):
        services.connections.get(extra.id)


def test_the_bundle_holds_counts_but_no_customer(app: bootstrap.App, tmp_path: Path) -> None:
    path = app.services.diagnostics.bundle(tmp_path / "bundle.zip")
    with zipfile.ZipFile(path) as opened:
        texts = {name: opened.read(name).decode() for name in opened.namelist()}
    assert json.loads(texts["counts.json"])["customer"] == app.services.records.count("customer")
    whole = "".join(texts.values())
    for record in app.services.records.page("customer", limit=50)[0]:
        assert record["business_name"] not in whole


def test_the_daily_backup_is_made_once_a_day(app: bootstrap.App) -> None:
    assert app.services.backups.daily() is not None
    assert app.services.backups.daily() is None
    assert app.services.retention.tidy()["erp_sync_logs"] == 0


def test_a_second_program_on_a_data_folder_only_shows(app: bootstrap.App) -> None:
    options = Options(data_dir=app.folders.data, secrets="file")
    second = bootstrap.start(options)
    try:
        assert second.listener is None
        assert second.services.scheduler.next_runs() == ()
        assert second.services.records.counts() == app.services.records.counts()
    finally:
        second.close()
    with pytest.raises(Conflicting, match="running with this data folder"):
        bootstrap.start(options, kind="serve")


def test_a_doctor_finds_nothing_wrong(app: bootstrap.App) -> None:
    assert [check for check in app.services.diagnostics.doctor() if not check.ok and check.area != "Listener"] == []


def test_tally_is_looked_for_where_it_is_said_to_be(app: bootstrap.App) -> None:
    assert app.simulator is not None
    seen: list[tuple[int, int]] = []
    heard: list[str] = []
    here = app.simulator.url.removeprefix("http://")
    found = app.services.connections.discover(
        [here], None, lambda done, total, text: seen.append((done, total)), lambda server: heard.append(server.base_url)
    )
    assert [server.state for server in found] == ["ready"]
    assert bootstrap.DEMO_COMPANY in [books.name for books in found[0].companies]
    assert heard == [found[0].base_url]
    assert seen == [(1, 1)]
    nobody = app.services.connections.discover(["127.0.0.1:9"])
    assert [server.state for server in nobody] == ["refused"]


def test_a_look_at_an_idle_tally_is_taken_as_said(app: bootstrap.App) -> None:
    app.services.connections.tally_is_idle(demo(app))
