"""The Connections screen for systems with a sign-in, and with a certificate of their own, against real servers on loopback."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from PySide6.QtCore import Qt

from app.model.clock import stamp, utc_now
from app.model.events import Waiting
from app.ui.connections.page import make
from tests.connectors.http.server import self_signed, serving
from tests.oauth_server import CLIENT, SECRET
from tests.ui.conftest import calm, throw_away
from tests.ui.test_screens import click, nameless
from tests.ui.test_wizard_systems import hub, open_browser, said, type_into, words, world  # noqa: F401 - fixtures

pytestmark = pytest.mark.database("sqlite")


@pytest.fixture
def zoho(world: Any) -> str:  # noqa: F811
    auth = {
        "client_id": CLIENT,
        "client_secret": SECRET,
        "redirect_uri": f"http://127.0.0.1:{world.port}/callback",
        "organization": "60001",
    }
    draft = {"erp_system": "zoho", "connection_name": "CRM", "auth_type": "oauth2", "auth_config": auth}
    made = str(world.services.connections.create(draft).id)
    back = world.server.sign_in(world.services.authorisations.begin(made).authorize_url)
    world.services.authorisations.complete(made, back)
    return made


@pytest.fixture
def page(world: Any, qtbot: Any) -> Any:  # noqa: F811
    made = make(world.desk)
    made.resize(1100, 900)
    made.show()
    made.activateWindow()
    yield made
    if made.dialog is not None:
        made.dialog.reject()
    calm(qtbot, world.desk)
    throw_away(made)


def test_access_is_withdrawn_and_given_again(zoho, world, page, qtbot):  # noqa: F811
    calm(qtbot, world.desk)
    panel = page._cards[zoho]
    assert nameless(page) == []
    assert "good until it is withdrawn" in words(panel)
    click(qtbot, panel, "Withdraw access: CRM")
    assert "Nothing syncs over “CRM” until somebody signs in again" in page.dialog.informativeText()
    click(qtbot, page.dialog, "Withdraw access")
    qtbot.waitUntil(lambda: "has ended: sign in again" in words(panel))
    assert not world.server.logins  # the system knows
    assert not panel.withdraw_button.isEnabled()
    (need,) = [one for one in world.services.dashboard().needs_you if one.level == "error"]
    assert need.target == f"connection:{zoho}:authorise"
    page.open(need.target.partition(":")[2])  # one click from its remedy
    dialog = page.dialog
    assert nameless(dialog) == []
    qtbot.waitUntil(dialog.panel.browser.isVisible)
    httpx.get(open_browser(world, dialog.panel, qtbot))
    qtbot.waitUntil(lambda: "You are signed in" in said(dialog.panel))
    click(qtbot, dialog, "Close")
    qtbot.waitUntil(lambda: "good until it is withdrawn" in words(panel))
    assert world.services.connections.get(zoho).status == "active"


def test_closing_the_dialog_ends_the_waiting_and_keeps_the_login(zoho, world, page, qtbot):  # noqa: F811
    calm(qtbot, world.desk)
    page.sign_in(zoho)
    panel = page.dialog.panel
    qtbot.waitUntil(panel.browser.isVisible)
    back = open_browser(world, panel, qtbot)
    qtbot.keyClick(page.dialog, Qt.Key.Key_Escape)
    calm(qtbot, world.desk)
    with pytest.raises(httpx.ConnectError):
        httpx.get(back)
    assert len(world.server.logins) == 1
    assert world.services.connections.get(zoho).status == "active"


def test_edit_keeps_what_is_not_typed(zoho, world, page, qtbot):  # noqa: F811
    calm(qtbot, world.desk)
    click(qtbot, page._cards[zoho], "Edit: CRM")
    dialog = page.dialog
    form = dialog.form
    assert nameless(dialog) == []
    assert form.entries["client_secret"].field.placeholderText() == "kept; type to replace"
    assert form.entries["client_secret"].value() == ""
    click(qtbot, form, "More settings")
    type_into(qtbot, form, page_size="many")
    click(qtbot, dialog, "Save")
    assert "Records in one go must be a number above zero." in words(form)
    type_into(qtbot, form, page_size="50")
    form.entries["data_center"].put("com")
    click(qtbot, dialog, "Save")
    qtbot.waitUntil(lambda: page.dialog is None)
    auth = world.services.connections.get(zoho).auth
    assert (auth["page_size"], auth["data_center"], auth["client_secret"]) == (50, "com", {"set": True})
    panel = page._cards[zoho]  # what was changed is tested at once
    qtbot.waitUntil(lambda: "It answers." in words(panel.checks))
    calm(qtbot, world.desk)
    click(qtbot, panel, "Edit: CRM")
    type_into(qtbot, page.dialog.form, client_id="")
    click(qtbot, page.dialog, "Save")
    assert "Client ID is missing." in words(page.dialog.form)


def test_a_wait_for_a_limit_is_shown_and_goes(zoho, world, page, qtbot):  # noqa: F811
    calm(qtbot, world.desk)
    panel = page._cards[zoho]
    world.desk.services.bus.publish(Waiting(zoho, stamp(utc_now())))
    qtbot.waitUntil(panel.waits.isVisible)
    assert "Zoho CRM lets only so many questions through" in panel.waits.accessibleName()
    world.desk.services.bus.publish(Waiting(zoho, None))
    qtbot.waitUntil(lambda: not panel.waits.isVisible())


def test_remove_counts_what_goes(zoho, world, page, qtbot):  # noqa: F811
    world.services.configs.create({"connection_id": zoho, "entity_type": "customer", "sync_direction": "pull"})
    world.services.runs.wait(world.services.runs.start(connection_id=zoho), 20)
    calm(qtbot, world.desk)
    page.remove(zoho)
    qtbot.waitUntil(lambda: page.dialog is not None)
    told = page.dialog.informativeText()
    assert "its links of 4 records to Zoho CRM, the mapping of 1 kind of record, the history of 1 run" in told


def test_a_renewed_certificate_is_shown_with_both_fingerprints(world, page, qtbot, tmp_path):  # noqa: F811
    (tmp_path / "new").mkdir()
    with serving(self_signed(tmp_path)) as first, serving(self_signed(tmp_path / "new")) as second:
        auth = {"company_db": "SBO", "username": "manager", "password": "x"}
        draft = {"erp_system": "sap", "connection_name": "SAP", "auth_config": auth, "base_url": first.url}
        before = world.services.connections.certificate(draft).fingerprint
        draft["auth_config"] = {**auth, "fingerprint_sha256": before}
        made = world.services.connections.create(draft).id
        world.services.connections.update(made, {"base_url": second.url})
        calm(qtbot, world.desk)
        qtbot.waitUntil(lambda: made in page._cards)
        panel = page._cards[made]
        click(qtbot, panel, "Test: SAP")
        qtbot.waitUntil(lambda: "another certificate" in words(panel.checks))
        assert before in words(panel.checks)
        click(qtbot, panel, "Edit: SAP")
        dialog = page.dialog
        click(qtbot, dialog, "Look at the server's certificate")
        qtbot.waitUntil(dialog.certificate.isVisible)
        now = world.services.connections.certificate({**draft, "base_url": second.url}).fingerprint
        told = words(dialog.certificate)
        assert before in told
        assert now in told
        assert second.asked == []
        click(qtbot, dialog, "Trust this certificate")
        click(qtbot, dialog, "Save")
        qtbot.waitUntil(lambda: "SAP answers." in words(panel.checks))
        assert world.services.connections.get(made).auth["fingerprint_sha256"] == now
