"""The window on the real services and a simulated Tally: what the fakes promise is what the program does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from app.services.options import Options
from app.ui.activity.plan_view import PlanView
from app.ui.main import Program
from tests.ui.conftest import calm


@pytest.fixture
def program(qapp: Any, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    from app import bootstrap

    monkeypatch.setenv("SALESMATE_SYNC_LOCKS", str(tmp_path / "locks"))
    options = Options(data_dir=tmp_path / "data", secrets="file")
    app = bootstrap.start_demo(options, customers=8, items=6, vouchers=40, schedule=False, listen=None)
    made = Program(qapp, options, app)
    assert made.claim()
    made.start()
    qtbot.waitUntil(lambda: made.desk is not None)
    yield made
    made.end()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_sync_fills_the_screens(program, qtbot):
    window, services = program.window, program.app.services
    qtbot.waitUntil(lambda: bool(window.state.connections))
    window._sync_all()
    qtbot.waitUntil(lambda: services.runs.list(status="completed")[0] != [], timeout=20_000)
    window.show_screen("records")
    page = window.pages["records"]
    qtbot.waitUntil(lambda: page.model.rowCount() == services.records.count("customer") > 0)
    page.open("invoice")
    page.select_row(0)
    qtbot.waitUntil(lambda: page.detail._shown is not None)
    shown = page.detail._shown
    assert shown.tables
    assert shown.places[0].where == "Demo Traders & Co"
    assert shown.history[0].what == "Came in · Demo Traders & Co"
    for name in ("mappings", "conflicts", "activity", "settings", "connections", "overview"):
        window.show_screen(name)
        calm(qtbot, program.desk)
    editor = window.pages["mappings"].editor
    qtbot.waitUntil(lambda: editor.preview is not None)
    assert len(editor.document.links) > 10
    assert editor.bench.live
    assert not [row.problem for row in editor.preview.rows if row.problem]
    assert window.pages["activity"].model.rowCount() == 1
    panel = next(iter(window.pages["connections"]._cards.values()))
    panel.test_button.click()
    qtbot.waitUntil(lambda: panel.checks.note.property("level") == "ok")
    assert not window.message.isVisible()


def test_the_wizard_reaches_tally_and_refuses_the_same_books(program, qtbot):
    services = program.app.services
    services.runs.wait(services.runs.start(connection_id=services.connections.list()[0].id), 20)
    program.open_wizard()
    wizard = program.wizard
    wizard.next()
    calm(qtbot, program.desk)
    wizard.reach.hosts.setText(program.app.simulator.url)
    wizard.reach.look_elsewhere()
    qtbot.waitUntil(wizard.reach.isComplete, timeout=10_000)
    wizard.next()
    page = wizard.currentPage()
    qtbot.waitUntil(lambda: bool(page._group.buttons()), timeout=10_000)
    assert not page._group.buttons()[0].isEnabled()
    wizard.reject()
    calm(qtbot, program.desk)
    assert len(services.connections.list()) == 1


def test_the_wizard_connects_and_cancel_takes_it_away(program, qtbot):
    from app.bootstrap import demo_books

    services = program.app.services
    services.connections.delete(services.connections.list()[0].id)
    for confirm in (False, True):
        program.open_wizard()
        wizard = program.wizard
        wizard.next()
        wizard.reach.hosts.setText(program.app.simulator.url)
        wizard.reach.look_elsewhere()
        qtbot.waitUntil(wizard.reach.isComplete, timeout=10_000)
        wizard.next()
        page = wizard.currentPage()
        qtbot.waitUntil(lambda page=page: len(page._group.buttons()) == 2, timeout=10_000)
        page._group.buttons()[0].click()  # both of the demo's companies are free
        qtbot.waitUntil(page.isComplete)
        wizard.next()
        wizard.next()
        qtbot.waitUntil(wizard.preview.isComplete, timeout=20_000)
        assert sum(services.records.counts().values()) == 0  # nothing was written
        if confirm:
            wizard.next()
            qtbot.waitUntil(lambda wizard=wizard: not wizard.setup.busy, timeout=20_000)
            wizard.accept()
        else:
            wizard.reject()
        calm(qtbot, program.desk)
        qtbot.waitUntil(lambda: program.wizard is None)
    (made,) = services.connections.list()
    assert made.auto_sync_interval == 900
    assert "setup" not in made.auth
    books = demo_books(program.app)
    assert {name: count for name, count in services.records.counts().items() if count} == {
        name: count for name, count in books.items() if name != "invoice_total" and count
    }
    assert all(config.auto_sync for config in services.configs.list())


def edit_there(program: Any, name: str, **changes: Any) -> None:
    simulator = program.app.simulator
    simulator.control.edit_customer(program.app.services.connections.list()[0].books["name"], name, **changes)


def there(program: Any, name: str) -> Any:
    company = program.app.services.connections.list()[0].books["name"]
    return next(one for one in program.app.simulator.books(company).customers() if one.name == name)


def synced(program: Any, **order: Any) -> Any:
    runs = program.app.services.runs
    return runs.wait(runs.start(connection_id=program.app.services.connections.list()[0].id, **order), 20)


def test_a_decision_a_plan_and_an_undo_from_click_to_tally(program, qtbot):
    """Both ways: changed on both sides and decided, planned and done exactly so, and taken back here."""
    window, services = program.window, program.app.services
    config = next(one for one in services.configs.list() if one.entity_type == "customer")
    services.configs.update(config.id, {"sync_direction": "bidirectional"})
    assert synced(program).status == "completed"
    first, second = services.records.page("customer")[0][:2]
    edit_there(program, first["business_name"], phone="020 1111 1111")
    services.records.update("customer", first["id"], {"phone": "020 2222 2222"}, version=first["version"])
    assert synced(program).conflicts == 1

    window.show_screen("conflicts")
    page = window.pages["conflicts"]
    qtbot.waitUntil(lambda: page.panel.review is not None)
    page.panel.review._editors["phone"]._box.setText("020 3333 3333")
    page.panel.apply.click()
    qtbot.waitUntil(lambda: services.conflicts.count() == 0)
    assert synced(program).counts["customer"]["sent_updated"] == 1
    assert there(program, first["business_name"]).phone == "020 3333 3333"

    services.records.update("customer", second["id"], {"phone": "020 4444 4444"}, version=second["version"])
    window.show_screen("connections")
    cards = window.pages["connections"]._cards
    qtbot.waitUntil(lambda: bool(cards))
    next(iter(cards.values())).trial_button.click()
    qtbot.waitUntil(lambda: "activity" in window.pages)
    activity = window.pages["activity"]
    qtbot.waitUntil(lambda: activity.run_view.findChild(PlanView) is not None, timeout=20_000)
    plan = activity.run_view.findChild(PlanView)
    assert [plan.model.index(0, at).data() for at in (1, 2)] == ["Changed", "In Demo Traders & Co"]
    assert there(program, second["business_name"]).phone != "020 4444 4444"
    plan.do.click()
    qtbot.waitUntil(lambda: activity.run_view._run.triggered_by == "user" and not activity.run_view._run.dry_run)
    services.runs.wait(activity.run_view.run_id, 20)
    assert there(program, second["business_name"]).phone == "020 4444 4444"

    edit_there(program, second["business_name"], phone="020 5555 5555")
    log_id = synced(program).id
    window.go(f"run:{log_id}")
    qtbot.waitUntil(lambda: activity.run_view._run is not None and activity.run_view._run.id == log_id)
    activity.run_view._ask_undo()
    activity.run_view.dialog.undo.click()
    qtbot.waitUntil(lambda: not activity.run_view.dialog.undo.isVisibleTo(activity.run_view.dialog))
    assert services.records.get("customer", second["id"])["phone"] == "020 4444 4444"
    activity.run_view.dialog.close_.click()
    calm(qtbot, program.desk)
