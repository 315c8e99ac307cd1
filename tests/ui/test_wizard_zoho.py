"""Zoho CRM in the wizard, on a simulated one: from nothing to a first sync, with each way that customers can be kept there."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import httpx
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QWizard

from app import bootstrap
from app.services.options import Options
from app.ui.bridge import Bridge
from app.ui.connections.sync_settings import SyncSettings
from app.ui.desk import Desk
from app.ui.local import LocalSettings
from app.ui.wizard.wizard import ConnectionWizard
from app.ui.work import Work
from tests.connectors.zoho_rig import furnish
from tests.simulators.zoho import SimulatedZoho
from tests.simulators.zoho.accounts import CLIENT_ID, CLIENT_SECRET
from tests.ui import office
from tests.ui.conftest import calm, throw_away
from tests.ui.test_screens import click, nameless
from tests.ui.test_wizard_systems import begin, keyboard, press, said, type_into, walk_to, words

pytestmark = pytest.mark.database("sqlite")
COMMIT = QWizard.WizardButton.CommitButton


@pytest.fixture
def world(tmp_path: Any, monkeypatch: pytest.MonkeyPatch, qapp: Any, theme: Any) -> Iterator[Any]:
    """The whole program, a simulated Zoho with a few of everything, and a browser."""
    monkeypatch.setenv("SALESMATE_SYNC_LOCKS", str(tmp_path / "locks"))
    app = bootstrap.start(Options(data_dir=tmp_path / "data", secrets="file"), schedule=False, listen=None)
    with SimulatedZoho() as sim:
        furnish(sim, 4)
        browser, work, bridge = office.Browser(), Work(), Bridge()
        bridge.listen(app.bus)
        desk = Desk(app.services, work, bridge, LocalSettings(None))
        yield SimpleNamespace(desk=desk, services=app.services, sim=sim, port=office.free_port(), browser=browser)
        browser.close()
        bridge.close()
        work.close()
        for each in (desk, bridge, work, browser):
            each.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        app.close()
        assert not sim.violations


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


def to_sign_in(wizard: Any, world: Any, qtbot: Any, secret: str = CLIENT_SECRET) -> Any:
    form = begin(wizard, qtbot, "zoho")
    assert form.entries["data_centre"].value() == "in"
    click(qtbot, form, "More settings")
    back = f"http://127.0.0.1:{world.port}/zoho"
    type_into(qtbot, form, client_id=CLIENT_ID, client_secret=secret, redirect_uri=back)
    type_into(qtbot, form, base_url=world.sim.base_url, accounts_url=world.sim.accounts_url)
    press(qtbot, wizard)
    qtbot.waitUntil(lambda: wizard.currentPage() is wizard.sign_in)
    panel = wizard.sign_in.panel
    qtbot.waitUntil(lambda: panel.browser.isVisible())
    return panel


def agree(world: Any, panel: Any, qtbot: Any) -> str:
    """Open the browser and agree there; the address that Zoho sends it back to."""
    before = len(world.browser.opened)
    click(qtbot, panel, "Open the browser")
    qtbot.waitUntil(lambda: len(world.browser.opened) > before)
    return str(httpx.get(world.browser.opened[-1]).headers["location"])


def to_what(wizard: Any, world: Any, qtbot: Any) -> Any:
    httpx.get(agree(world, to_sign_in(wizard, world, qtbot), qtbot))
    qtbot.waitUntil(lambda: wizard.currentId() == 2)
    qtbot.waitUntil(wizard.currentPage().isComplete)
    press(qtbot, wizard)
    page = wizard.currentPage()
    calm(qtbot, world.desk)
    qtbot.waitUntil(lambda: bool(page.preset_buttons))
    return page


def choose(qtbot: Any, box: Any, words: str) -> None:
    """By keyboard, as nobody can press into a list that is not open."""
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Home)
    for _ in range(box.count()):
        if box.currentText() == words:
            return
        qtbot.keyClick(box, Qt.Key.Key_Down)
    raise AssertionError(f"{words!r} is not offered")


def first_sync(wizard: Any, world: Any, qtbot: Any) -> None:
    press(qtbot, wizard)
    assert wizard.currentPage() is wizard.preview  # Zoho has no ledgers to choose
    qtbot.waitUntil(wizard.preview.isComplete, timeout=30_000)
    assert "Ready" in wizard.preview.note.accessibleName(), words(wizard)
    assert not has_field(world, "Accounts")  # a trial writes nothing, there either
    assert "Tally" not in words(wizard)
    press(qtbot, wizard, COMMIT)
    qtbot.waitUntil(lambda: not wizard.setup.busy, timeout=30_000)
    assert wizard.sync.note.property("level") == "ok", words(wizard)
    wizard.accept()
    calm(qtbot, world.desk)


def box_of(table: Any, name: str) -> Any:
    return next(box for box in table.boxes if box.accessibleName() == name)


def has_field(world: Any, module: str) -> bool:
    return "Hub_Id" in world.sim.org.modules[module].fields


def test_customers_are_companies_and_contacts_their_people(wizard, world, qtbot):
    made = world.services.records.create("customer", {"business_name": "Nandi Motors", "phone": "020 77"})
    page = to_what(wizard, world, qtbot)
    assert nameless(wizard) == []
    with qtbot.waitSignal(world.desk.guide_asked) as asked:
        qtbot.keyClick(wizard, Qt.Key.Key_F1)
    assert asked.args == ["connect-zoho"]
    table, (customers, way) = page.table, page.table.boxes[:2]
    assert customers.accessibleName() == "Where in Zoho: Customers"
    assert customers.currentText() == "Zoho: Contacts (people)"
    contacts = box_of(table, "Which way: Contacts")
    assert (contacts.isEnabled(), table.plan()["contact"]) == (False, "off")
    assert "Contacts (people) holds your customers." in words(wizard)
    assert not page.hub_key.isVisible()  # nothing is written so far
    qtbot.mouseClick(page.preset_buttons[0], Qt.MouseButton.LeftButton)
    assert page.preset_buttons[0].isChecked()
    assert (way.currentData(), table.plan()["contact"]) == ("bidirectional", "off")
    walk_to(qtbot, wizard, "Where in Zoho: Customers")
    qtbot.keyClick(keyboard(wizard, qtbot), Qt.Key.Key_Down)
    assert customers.currentText() == "Zoho: Accounts (companies)"
    calm(qtbot, world.desk)
    assert (contacts.isEnabled(), table.plan()["contact"]) == (True, "bidirectional")
    assert page.preset_buttons[0].isChecked()
    assert page.hub_key.isVisible()
    assert page.hub_key.isChecked()
    press(qtbot, wizard)
    wizard.back()  # what was chosen is still there
    assert wizard.currentPage() is page
    assert (customers.currentData(), table.plan()["contact"]) == ("Accounts", "bidirectional")
    first_sync(wizard, world, qtbot)
    (view,) = world.services.connections.list()
    configs = {one.entity_type: one for one in world.services.configs.list(connection_id=view.id)}
    assert {name: one.remote_module for name, one in configs.items()} == {
        "customer": "Accounts",
        "product": "Products",
        "order": "Sales_Orders",
        "invoice": "Invoices",
        "deal": "Deals",
        "contact": "Contacts",
    }
    assert {one.hub_key_field for one in configs.values()} == {"Hub_Id"}
    counts = world.services.records.counts()
    assert (counts["customer"], counts["contact"], counts["product"], counts["order"]) == (5, 4, 5, 4)
    orders, _ = world.services.records.page("order")
    assert {order["customer"]["label"] for order in orders} == {f"Firm {n}" for n in range(4)}
    (ours,) = [row for row in world.sim.rows("Accounts") if row["Account_Name"] == "Nandi Motors"]
    assert ours["Hub_Id"] == made["id"]
    assert not has_field(world, "Products")  # nothing was made there
    assert view.auth["accounts_url"] == world.sim.accounts_url
    settings_keep_it(world, qtbot, view, list(configs.values()))


def settings_keep_it(world: Any, qtbot: Any, view: Any, configs: list[Any]) -> None:
    """What was chosen in the wizard stands in the settings, where it can be changed as far as records allow."""
    dialog = SyncSettings(world.desk, view, configs, None)
    dialog.show()
    place = dialog.table.boxes[0]
    assert (place.currentText(), place.isEnabled()) == ("Zoho: Accounts (companies)", False)
    assert nameless(dialog) == []
    assert dialog.hub_key.isChecked()
    dialog.hub_key.click()
    click(qtbot, dialog, "Save")
    qtbot.waitUntil(lambda: not dialog.isVisible())
    found = world.services.configs.list(connection_id=view.id)
    assert {one.hub_key_field for one in found} == {None}
    assert {one.remote_module for one in found} == {one.remote_module for one in configs}
    throw_away(dialog)


def test_customers_are_people_and_no_field_is_made(wizard, world, qtbot):
    world.services.records.create("customer", {"business_name": "Nandi Motors", "phone": "020 77"})
    page = to_what(wizard, world, qtbot)
    for box in page.table.boxes[2:]:
        if box.isEnabled():
            choose(qtbot, box, "Leave out")
    choose(qtbot, page.table.boxes[1], "Both ways")
    walk_to(qtbot, wizard, "Keep our own number in a field of Zoho")
    qtbot.keyClick(keyboard(wizard, qtbot), Qt.Key.Key_Space)
    assert not page.hub_key.isChecked()
    first_sync(wizard, world, qtbot)
    (view,) = world.services.connections.list()
    (config,) = world.services.configs.list(connection_id=view.id)
    assert (config.entity_type, config.remote_module, config.hub_key_field) == ("customer", "Contacts", None)
    assert world.services.records.counts()["customer"] == 5
    assert [row["Full_Name"] for row in world.sim.rows("Contacts")].count("Nandi Motors") == 1
    assert not has_field(world, "Contacts")


def test_what_goes_wrong_at_the_sign_in_is_one_sentence_each(wizard, world, qtbot):
    with socket.create_server(("127.0.0.1", world.port)):  # another program has the port
        panel = to_sign_in(wizard, world, qtbot, secret="wrong")
        assert "The redirect address is in use by another SalesMate Sync" in words(panel)
        assert "ZohoCRM.modules.accounts.ALL" in panel.scopes.text()
        click(qtbot, panel, "Copy: Scopes for a code")
        assert QApplication.clipboard().text() == panel.scopes.text()
        qtbot.keyClicks(panel.pasted, agree(world, panel, qtbot))
        click(qtbot, panel, "Use this address")
        qtbot.waitUntil(lambda: "does not know this client id" in said(panel))
        assert "Is the data centre the one where these keys were made?" in said(panel)
    wizard.back()
    type_into(qtbot, wizard.form.form, client_secret=CLIENT_SECRET)
    press(qtbot, wizard)
    qtbot.waitUntil(lambda: wizard.currentPage() is wizard.sign_in and panel.browser.isVisible())
    world.sim.accounts.deny = "access_denied"
    httpx.get(agree(world, panel, qtbot))
    qtbot.waitUntil(lambda: "somebody declined" in said(panel))
    world.sim.accounts.deny = ""
    click(qtbot, panel, "Begin again")
    qtbot.waitUntil(lambda: panel.browser.isVisible())
    world.sim.accounts.server = "https://accounts.example.com"  # none of Zoho's
    httpx.get(agree(world, panel, qtbot))
    qtbot.waitUntil(lambda: "a server that is none of Zoho CRM's" in said(panel))
    world.sim.accounts.server = ""
    click(qtbot, panel, "Begin again")
    qtbot.waitUntil(lambda: panel.browser.isVisible())
    qtbot.keyClicks(panel.pasted, world.sim.accounts.code())  # of the Self Client
    qtbot.keyClick(panel.pasted, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: wizard.currentId() == 2)
