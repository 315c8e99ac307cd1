"""QuickBooks Online in the wizard, on a simulated one: from nothing to a first sync, with the accounts chosen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import httpx
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QWizard

from app import bootstrap
from app.db.state import DatabaseState
from app.model.clock import stamp, utc_now
from app.services.options import Options
from app.ui.bridge import Bridge
from app.ui.connections.page import ConnectionsPage
from app.ui.connections.sync_settings import SyncSettings
from app.ui.desk import Desk
from app.ui.local import LocalSettings
from app.ui.wizard.wizard import ConnectionWizard
from app.ui.work import Work
from tests.simulators.quickbooks import SimulatedQuickbooks
from tests.simulators.quickbooks.accounts import CLIENT_ID, CLIENT_SECRET
from tests.ui import office
from tests.ui.conftest import calm, throw_away
from tests.ui.test_screens import click, nameless
from tests.ui.test_wizard_systems import begin, press, said, type_into, words
from tests.ui.test_wizard_zoho import choose

pytestmark = pytest.mark.database("sqlite")
COMMIT = QWizard.WizardButton.CommitButton
WEBSITE = "https://www.nandi.example/quickbooks"


@pytest.fixture
def sim() -> Iterator[SimulatedQuickbooks]:
    """A real company with a few of everything, by the vendor's rules."""
    with SimulatedQuickbooks(environment="production") as made:
        made.accounts.strict = True
        furnish(made)
        yield made
        assert not made.violations


def furnish(sim: SimulatedQuickbooks) -> None:
    account = next(str(row["Id"]) for row in sim.rows("Account") if row["AccountType"] == "Income")
    rope = sim.add("Item", Name="Rope", Type="Service", UnitPrice=100, IncomeAccountRef={"value": account})
    for number in range(3):
        customer = sim.add("Customer", DisplayName=f"Firm {number}")
        line = {
            "Amount": 200,
            "DetailType": "SalesItemLineDetail",
            "SalesItemLineDetail": {"ItemRef": {"value": rope}, "Qty": 2, "UnitPrice": 100},
        }
        head = {"CustomerRef": {"value": customer}, "TxnDate": "2026-08-01"}
        invoice = sim.add("Invoice", **head, DocNumber=f"I-{number}", Line=[line])
        paid = {"Amount": 200, "LinkedTxn": [{"TxnId": invoice, "TxnType": "Invoice"}]}
        sim.add("Payment", **head, TotalAmt=200, Line=[paid])


@pytest.fixture
def world(tmp_path: Any, monkeypatch: pytest.MonkeyPatch, sim: Any, qapp: Any, theme: Any) -> Iterator[Any]:
    """The whole program, a simulated QuickBooks, and a browser."""
    monkeypatch.setenv("SALESMATE_SYNC_LOCKS", str(tmp_path / "locks"))
    app = bootstrap.start(Options(data_dir=tmp_path / "data", secrets="file"), schedule=False, listen=None)
    browser, work, bridge = office.Browser(), Work(), Bridge()
    bridge.listen(app.bus)
    desk = Desk(app.services, work, bridge, LocalSettings(None))
    yield SimpleNamespace(desk=desk, app=app, services=app.services, sim=sim, browser=browser)
    browser.close()
    bridge.close()
    work.close()
    for each in (desk, bridge, work, browser):
        each.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    app.close()


@pytest.fixture
def wizard(world: Any, qtbot: Any) -> Iterator[ConnectionWizard]:
    made = ConnectionWizard(world.desk)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    if made.isVisible():
        made.reject()
    calm(qtbot, world.desk)
    throw_away(made)


def to_sign_in(wizard: Any, world: Any, qtbot: Any, redirect: str, environment: str = "A real company") -> Any:
    form = begin(wizard, qtbot, "quickbooks")
    choose(qtbot, form.entries["environment"].field, environment)
    click(qtbot, form, "More settings")
    type_into(qtbot, form, client_id=CLIENT_ID, client_secret=CLIENT_SECRET, redirect_uri=redirect)
    type_into(qtbot, form, base_url=world.sim.base_url, discovery_url=world.sim.discovery_url)
    press(qtbot, wizard)
    qtbot.waitUntil(lambda: wizard.currentPage() is wizard.sign_in)
    return wizard.sign_in.panel


def agree(world: Any, panel: Any, qtbot: Any) -> str:
    """Open the browser and agree there; the address that QuickBooks sends it to."""
    before = len(world.browser.opened)
    qtbot.waitUntil(lambda: panel.browser.isVisible())
    click(qtbot, panel, "Open the browser")
    qtbot.waitUntil(lambda: len(world.browser.opened) > before)
    return str(httpx.get(world.browser.opened[-1]).headers["location"])


def to_what(wizard: Any, world: Any, qtbot: Any) -> Any:
    panel = to_sign_in(wizard, world, qtbot, WEBSITE)
    back = agree(world, panel, qtbot)
    assert back.startswith(WEBSITE)
    assert "copy its whole address" in said(panel)
    qtbot.keyClicks(panel.pasted, back)
    qtbot.keyClick(panel.pasted, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: wizard.currentId() == 2)
    qtbot.waitUntil(wizard.currentPage().isComplete)
    qtbot.waitUntil(lambda: "Demo Traders Overseas" in words(wizard))  # Qt shows what was added a round later
    press(qtbot, wizard)
    calm(qtbot, world.desk)
    page = wizard.currentPage()
    qtbot.waitUntil(lambda: bool(page.preset_buttons))
    return page


def test_from_nothing_to_a_first_sync_both_ways(wizard, world, sim, qtbot):
    world.services.records.create("customer", {"business_name": "Nandi Motors"})
    world.services.records.create("product", {"name": "Net", "rate": "20.00"})
    page = to_what(wizard, world, qtbot)
    assert nameless(wizard) == []
    assert "each customer bears the name of one person" in words(page)  # why contacts are off
    assert "contact" not in page.table.plan()
    removal = page.options.entries["removal"].field
    qtbot.mouseClick(page.preset_buttons[0], Qt.MouseButton.LeftButton)
    assert not removal.isVisibleTo(page)  # what is deleted here stays there, so far
    choose(qtbot, page.deletions, "Delete the other one, too")
    assert removal.isVisibleTo(page)
    assert removal.accessibleName() == "Deleted invoices and payments"
    choose(qtbot, removal, "are deleted in QuickBooks")
    press(qtbot, wizard)
    calm(qtbot, world.desk)
    choices = wizard.currentPage()
    boxes = choices.form.boxes
    qtbot.waitUntil(lambda: bool(boxes) or bool(choices.form.boxes))
    boxes = choices.form.boxes
    assert list(boxes) == ["income_account", "deposit_account", "tax_code"]
    assert nameless(wizard) == []
    assert "ledger" not in words(wizard).lower()
    assert not choices.isComplete()
    assert "products can't be written to QuickBooks" in words(choices)
    choose(qtbot, boxes["income_account"], "Services")
    choose(qtbot, boxes["deposit_account"], "Checking")
    press(qtbot, wizard)
    assert wizard.currentPage() is wizard.preview
    qtbot.waitUntil(wizard.preview.isComplete, timeout=30_000)
    assert "Ready" in wizard.preview.note.accessibleName(), words(wizard)
    assert len(sim.rows("Customer")) == 3  # a trial writes nothing
    assert "Tally" not in words(wizard)
    press(qtbot, wizard, COMMIT)
    qtbot.waitUntil(lambda: not wizard.setup.busy, timeout=30_000)
    assert wizard.sync.note.property("level") == "ok", words(wizard)
    wizard.accept()
    calm(qtbot, world.desk)
    (view,) = world.services.connections.list()
    counts = world.services.records.counts()
    assert {name: counts[name] for name in ("customer", "product", "invoice", "payment")} == {
        "customer": 4,
        "product": 2,
        "invoice": 3,
        "payment": 3,
    }
    assert view.auth["removal"] == "delete"
    assert view.auth["choices"] == {"income_account": "Services", "deposit_account": "Checking"}
    assert view.auth["realm_id"] == sim.realm
    services = next(str(row["Id"]) for row in sim.rows("Account") if row["Name"] == "Services")
    (net,) = [row for row in sim.rows("Item") if row["Name"] == "Net"]
    assert net["IncomeAccountRef"]["value"] == services
    settings_keep_it(world, qtbot, view)
    the_card_tells(world, qtbot, view)
    removal_gives_the_login_back(world, sim, view)


def settings_keep_it(world: Any, qtbot: Any, view: Any) -> None:
    configs = world.services.configs.list(connection_id=view.id)
    dialog = SyncSettings(world.desk, view, configs, None)
    dialog.show()
    assert nameless(dialog) == []
    removal = dialog.options.entries["removal"].field
    assert (removal.isVisible(), removal.currentText()) == (True, "are deleted in QuickBooks")
    choose(qtbot, removal, "are voided in QuickBooks")
    click(qtbot, dialog, "Accounts for writing…")
    calm(qtbot, world.desk)
    chosen = dialog.dialog.form.boxes["deposit_account"]
    assert chosen.currentText() == "Checking"
    click(qtbot, dialog.dialog, "Cancel")
    click(qtbot, dialog, "Save")
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert world.services.connections.get(view.id).auth["removal"] == "void"
    throw_away(dialog)


def the_card_tells(world: Any, qtbot: Any, view: Any) -> None:
    """Reads of this month, and both ends of the login; the overview says in time that it ends."""
    page = ConnectionsPage(world.desk)
    page.show()
    page.refresh()
    calm(qtbot, world.desk)
    shown = words(page)
    reads = DatabaseState(world.app.parts.db, view.id).load("metered")["count"]
    assert f"{reads} this month; Intuit's free tier ends at 500,000" in shown
    assert "unused, it ends on" in shown
    page.test(view.id)
    qtbot.waitUntil(lambda: "QuickBooks knows the login; unused it ends on" in words(page))
    calm(qtbot, world.desk)
    throw_away(page)
    assert not world.services.dashboard().needs_you
    soon = stamp(utc_now() + timedelta(days=9))
    auth = {**view.auth, "refresh_token": {"set": True, "expiresAt": soon, "endsAt": soon}}
    world.app.parts.stores.connections.update(view.id, auth_config=auth)
    (need,) = world.services.dashboard().needs_you
    assert need.title.startswith(f"{view.name}: the login ends on ")
    assert need.target == f"connection:{view.id}:authorise"


def removal_gives_the_login_back(world: Any, sim: Any, view: Any) -> None:
    assert len(sim.accounts.logins) == 1
    world.services.connections.delete(view.id)
    assert not sim.accounts.logins


def test_a_sandbox_sends_the_browser_back_and_a_real_company_does_not(wizard, world, sim, qtbot):
    panel = to_sign_in(wizard, world, qtbot, "http://localhost:8738/quickbooks")
    qtbot.waitUntil(lambda: "only to an https address of a domain of yours" in said(panel))
    assert not panel.browser.isVisible()
    wizard.back()
    form = wizard.form.form
    sim.accounts.environment = "sandbox"
    choose(qtbot, form.entries["environment"].field, "Intuit's sandbox, for trying")
    type_into(qtbot, form, redirect_uri=f"http://localhost:{office.free_port()}/quickbooks")
    type_into(qtbot, form, discovery_url=sim.discovery_url)
    press(qtbot, wizard)
    qtbot.waitUntil(lambda: wizard.currentPage() is wizard.sign_in and panel.browser.isVisible())
    back = agree(world, panel, qtbot)
    httpx.get(back.replace("localhost", "127.0.0.1"))
    qtbot.waitUntil(lambda: wizard.currentId() == 2)
