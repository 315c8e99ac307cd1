"""The webhooks screen of an office with Zoho: registered by itself, by hand, taken back, and what is said where it can't be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt

from app.ui.bridge import Bridge
from app.ui.desk import Desk
from app.ui.local import LocalSettings
from app.ui.webhooks import page as webhooks_page
from app.ui.work import Work
from tests.simulators.zoho import SimulatedZoho
from tests.ui.conftest import calm, throw_away
from tests.ui.test_screens import click, nameless
from tests.webhooks import zoho_office
from tests.webhooks.zoho_office import TUNNEL, ZohoOffice

pytestmark = pytest.mark.database("sqlite")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ZohoOffice]:
    folder = tmp_path_factory.mktemp("hub")
    with pytest.MonkeyPatch.context() as patch, SimulatedZoho() as sim:
        patch.setenv("SALESMATE_SYNC_LOCKS", str(folder / "locks"))
        app = zoho_office.start(folder)
        made = ZohoOffice(app, sim)
        app.services.connections.update(made.connection_id, {"auto_sync_interval": 900})
        yield made
        app.close()
        assert not sim.violations


@pytest.fixture
def desk(qapp: Any, theme: Any, office: ZohoOffice) -> Iterator[Desk]:
    work, bridge = Work(), Bridge()
    bridge.listen(office.app.bus)
    made = Desk(office.services, work, bridge, LocalSettings(None))
    made.listener = office.app.listener
    yield made
    bridge.close()
    work.close()
    for each in (made, bridge, work):
        each.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def page(desk: Desk, qtbot: Any) -> Iterator[Any]:
    made = webhooks_page.make(desk)
    made.resize(1100, 760)
    made.show()
    calm(qtbot, desk)
    yield made
    if made.dialog is not None:
        throw_away(made.dialog)
    throw_away(made)


def says(page: Any, words: str) -> Any:
    return lambda: words in page.hooks.registration.accessibleName()


def test_a_webhook_of_zoho_from_its_making_to_its_end(page: Any, desk: Desk, office: ZohoOffice, qtbot: Any) -> None:
    line, sim = page.hooks.registration, office.sim
    # Without an address of the Internet: said plainly, with what is done instead.
    click(qtbot, page, "Add a webhook…")
    click(qtbot, page.dialog, "Add")
    calm(qtbot, desk)
    assert nameless(page.dialog) == []
    click(qtbot, page.dialog, "Done")
    qtbot.waitUntil(says(page, "can't reach this PC"))
    assert "each ordinary sync: every 15 minutes." in line.state.words
    assert line.state.shape == "info"
    assert not page.hooks.register.isVisible()
    assert not page.hooks.unregister.isVisible()
    # With one it registers by itself.
    page.hooks.table.setFocus()
    qtbot.keyClick(page.hooks.table, Qt.Key.Key_Return)
    qtbot.keyClicks(page.dialog.public, TUNNEL)
    click(qtbot, page.dialog, "Save")
    qtbot.waitUntil(says(page, "in a moment"))
    sim.fail_next(403, {"code": "NO_PERMISSION", "details": {}, "message": "", "status": "error"}, "watch")
    office.look()
    qtbot.waitUntil(says(page, "The user who signed in may not do this in Zoho"))
    assert line.state.shape == "warning"
    assert page.hooks.model.rows[0][1][0].icon == "warning"
    calm(qtbot, desk)
    assert nameless(page) == []
    # By hand, with the keyboard.
    page.hooks.register.setFocus()
    qtbot.keyClick(page.hooks.register, Qt.Key.Key_Space)
    qtbot.waitUntil(says(page, "Registered with Zoho CRM until"))
    assert line.state.shape == "check"
    assert len(sim.watch.channels) == 1
    click(qtbot, page.hooks, "End the registration")
    qtbot.waitUntil(says(page, "was taken back by hand"))
    assert sim.watch.channels == {}
    click(qtbot, page.hooks, "Register now")
    qtbot.waitUntil(says(page, "Registered with Zoho CRM until"))
    # Removed here, and there.
    page.hooks.table.setFocus()
    qtbot.keyClick(page.hooks.table, Qt.Key.Key_Delete)
    assert "Zoho CRM is told." in page.dialog.informativeText()
    click(qtbot, page.dialog, "Remove the webhook")
    qtbot.waitUntil(lambda: page.hooks.model.rowCount() == 0)
    calm(qtbot, desk)
    assert sim.watch.channels == {}
