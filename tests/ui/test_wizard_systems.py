"""The wizard for any registered system: forms, sign-ins and certificates, by mouse and keyboard, on servers on loopback."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import httpx
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWizard

from app import bootstrap
from app.services.options import Options
from app.ui.bridge import Bridge
from app.ui.desk import Desk
from app.ui.local import LocalSettings
from app.ui.wizard.wizard import ConnectionWizard
from app.ui.work import Work
from tests.connectors.http.server import self_signed, serving
from tests.oauth_server import CLIENT, SECRET, oauth_server
from tests.ui import office
from tests.ui.conftest import calm, throw_away
from tests.ui.test_screens import click, nameless

pytestmark = pytest.mark.database("sqlite")


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[bootstrap.App]:
    folder = tmp_path_factory.mktemp("hub")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SALESMATE_SYNC_LOCKS", str(folder / "locks"))
        app = bootstrap.start(Options(data_dir=folder / "data", secrets="file"), schedule=False, listen=None)
        yield app
        app.close()


@pytest.fixture
def world(hub: bootstrap.App, qapp: Any, theme: Any) -> Iterator[Any]:
    """The services with two more systems, their servers, a browser, and a desk for a window."""
    with oauth_server() as server:
        port, erp = office.free_port(), office.books()
        hub.parts.registry.add(office.signing_in(server, erp, port))
        hub.parts.registry.add(office.with_certificate(erp))
        browser, work, bridge = office.Browser(), Work(), Bridge()
        bridge.listen(hub.bus)
        desk = Desk(hub.services, work, bridge, LocalSettings(None))
        yield SimpleNamespace(desk=desk, services=hub.services, server=server, port=port, erp=erp, browser=browser)
        browser.close()
        bridge.close()
        work.close()
        for each in (desk, bridge, work, browser):
            each.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        for view in hub.services.connections.list():
            hub.services.connections.delete(view.id)


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


def press(qtbot: Any, wizard: Any, which: QWizard.WizardButton = QWizard.WizardButton.NextButton) -> None:
    qtbot.mouseClick(wizard.button(which), Qt.MouseButton.LeftButton)


def begin(wizard: Any, qtbot: Any, system: str) -> Any:
    """Choose a system with the mouse; answers its form."""
    qtbot.mouseClick(wizard.currentPage().choices[system], Qt.MouseButton.LeftButton)
    press(qtbot, wizard)
    assert wizard.currentPage() is wizard.form
    return wizard.form.form


def type_into(qtbot: Any, form: Any, **texts: str) -> None:
    for name, text in texts.items():
        form.entries[name].field.clear()
        qtbot.keyClicks(form.entries[name].field, text)


def to_sign_in(wizard: Any, world: Any, qtbot: Any, secret: str = SECRET) -> Any:
    form = begin(wizard, qtbot, "zoho")
    type_into(qtbot, form, client_id=CLIENT, client_secret=secret)
    qtbot.keyClick(form.entries["client_secret"].field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: wizard.currentPage() is wizard.sign_in)
    panel = wizard.sign_in.panel
    qtbot.waitUntil(lambda: panel.browser.isVisible())
    return panel


def open_browser(world: Any, panel: Any, qtbot: Any) -> str:
    """The address that the person's browser is sent back to."""
    before = len(world.browser.opened)
    click(qtbot, panel, "Open the browser")
    qtbot.waitUntil(lambda: len(world.browser.opened) > before)
    return str(world.server.sign_in(world.browser.opened[-1]))


def said(panel: Any) -> str:
    return str(panel.note.accessibleName())


def words(widget: Any) -> str:
    return "\n".join(each.text() for each in widget.findChildren(QLabel) if each.isVisibleTo(widget))


def names(world: Any) -> list[str]:
    return [view.name for view in world.services.connections.list()]


# --- a sign-in in the browser ------------------------------------------------------------------------------------


def test_from_nothing_to_a_first_sync_with_a_sign_in(wizard, world, qtbot):
    form = begin(wizard, qtbot, "zoho")
    assert nameless(wizard) == []
    press(qtbot, wizard)  # without keys
    assert wizard.currentPage() is wizard.form
    assert "Client ID is missing." in words(form)
    assert form.entries["client_id"].field.hasFocus()
    click(qtbot, form, "Open the page for: Client ID")
    assert world.browser.opened == [office.KEYS_PAGE]
    click(qtbot, form, "Copy: Redirect address (needed)")
    assert QApplication.clipboard().text() == f"http://127.0.0.1:{world.port}/callback"
    type_into(qtbot, form, client_id=CLIENT, client_secret=SECRET)
    assert "Client ID is missing." not in words(form)
    assert form.entries["client_secret"].field.displayText() != SECRET
    click(qtbot, form, "Show what is typed: Client secret (needed)")
    assert form.entries["client_secret"].field.displayText() == SECRET
    qtbot.keyClick(form.entries["client_secret"].field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: wizard.currentPage() is wizard.sign_in)
    panel = wizard.sign_in.panel
    qtbot.waitUntil(lambda: panel.browser.isVisible())
    assert nameless(wizard) == []
    assert panel.redirect.text() == f"http://127.0.0.1:{world.port}/callback"
    assert not wizard.sign_in.isComplete()
    back = open_browser(world, panel, qtbot)
    assert httpx.get(back).status_code == 200
    qtbot.waitUntil(lambda: wizard.currentId() == 2)  # by itself
    page = wizard.currentPage()
    qtbot.waitUntil(page.isComplete)
    assert page._group.checkedButton().accessibleDescription() == "Organisation no. 60001"
    press(qtbot, wizard)
    page = wizard.currentPage()
    calm(qtbot, world.desk)
    assert [each.text() for each in page.preset_buttons] == [
        "Both ways",
        "Zoho leads",
        "Only from Zoho",
        "Only to Zoho",
    ]
    assert list(page.table.plan()) == ["customer", "invoice", "payment"]
    assert "Tally" not in words(wizard)
    press(qtbot, wizard)
    qtbot.waitUntil(wizard.preview.isComplete, timeout=20_000)
    assert "4 customers come in" in words(wizard.preview)
    assert sum(world.services.records.counts().values()) == 0
    assert "Tally" not in words(wizard)
    press(qtbot, wizard, QWizard.WizardButton.CommitButton)
    qtbot.waitUntil(lambda: not wizard.setup.busy, timeout=20_000)
    assert world.services.records.counts()["customer"] == 4
    assert "Tally" not in words(wizard)
    wizard.accept()
    calm(qtbot, world.desk)
    (view,) = world.services.connections.list()
    assert (view.name, view.auto_sync_interval, view.status) == ("Mehta Traders", 900, "active")
    assert (view.auth["organization"], view.auth["books_id"]) == ("60001", "org-60001")
    assert "setup" not in view.auth

    again = ConnectionWizard(world.desk)  # the same books once more
    again.show()
    world.browser.opened.clear()
    panel = to_sign_in(again, world, qtbot)
    httpx.get(open_browser(world, panel, qtbot))
    qtbot.waitUntil(lambda: again.currentId() == 2)
    qtbot.waitUntil(lambda: bool(again.currentPage()._group.buttons()))
    (taken,) = again.currentPage()._group.buttons()
    assert not taken.isEnabled()
    assert "Already connected as “Mehta Traders”" in taken.accessibleDescription()
    qtbot.keyClick(again, Qt.Key.Key_Escape)
    calm(qtbot, world.desk)
    assert names(world) == ["Mehta Traders"]
    throw_away(again)


def test_an_address_is_pasted_where_nothing_can_catch_it(wizard, world, qtbot):
    with socket.create_server(("127.0.0.1", world.port)):  # another program has the port
        panel = to_sign_in(wizard, world, qtbot)
        back = open_browser(world, panel, qtbot)
        qtbot.keyClicks(panel.pasted, "http://127.0.0.1/callback?code=x&state=of-another-sign-in")
        qtbot.keyClick(panel.pasted, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: panel.note.property("level") == "error")
        assert panel.pasted.isVisible()  # it goes on waiting
        panel.pasted.clear()
        qtbot.keyClicks(panel.pasted, "what is this")
        click(qtbot, panel, "Use this address")
        qtbot.waitUntil(lambda: "it holds no code" in said(panel))
        panel.pasted.clear()
        qtbot.keyClicks(panel.pasted, back)
        click(qtbot, panel, "Use this address")
        qtbot.waitUntil(lambda: wizard.currentId() == 2)
    wizard.back()
    wizard.back()
    assert wizard.form.form.entries["client_id"].value() == CLIENT  # choices are kept
    press(qtbot, wizard)
    assert wizard.currentPage() is wizard.sign_in
    assert wizard.sign_in.isComplete()  # still signed in
    press(qtbot, wizard)
    qtbot.waitUntil(wizard.currentPage().isComplete)
    wizard.reject()
    calm(qtbot, world.desk)
    assert names(world) == []


def test_a_refusal_and_wrong_keys_are_told_apart(wizard, world, qtbot):
    panel = to_sign_in(wizard, world, qtbot, secret="wrong")
    world.server.deny = "access_denied"
    httpx.get(open_browser(world, panel, qtbot))
    qtbot.waitUntil(lambda: "somebody declined" in said(panel))
    world.server.deny = ""
    click(qtbot, panel, "Begin again")
    qtbot.waitUntil(lambda: panel.browser.isVisible())
    httpx.get(open_browser(world, panel, qtbot))
    qtbot.waitUntil(lambda: "does not know this client id" in said(panel))
    assert not wizard.sign_in.isComplete()
    wizard.back()
    type_into(qtbot, wizard.form.form, client_secret=SECRET)
    press(qtbot, wizard)
    qtbot.waitUntil(lambda: wizard.currentPage() is wizard.sign_in and panel.browser.isVisible())
    httpx.get(open_browser(world, panel, qtbot))
    qtbot.waitUntil(lambda: wizard.currentId() == 2)
    assert len(world.services.connections.list()) == 1


def test_stop_stops_and_time_runs_out(wizard, world, qtbot):
    panel = to_sign_in(wizard, world, qtbot)
    back = open_browser(world, panel, qtbot)
    click(qtbot, panel, "Stop waiting")
    calm(qtbot, world.desk)
    assert "Stopped" in said(panel)
    with pytest.raises(httpx.ConnectError):
        httpx.get(back)
    click(qtbot, panel, "Begin again")
    qtbot.waitUntil(lambda: panel.browser.isVisible())
    panel.pasted.setText(back)  # of the sign-in that was stopped
    click(qtbot, panel, "Use this address")
    qtbot.waitUntil(lambda: panel.again.isVisible())
    assert panel.note.property("level") == "error"
    click(qtbot, panel, "Begin again")
    qtbot.waitUntil(lambda: panel.browser.isVisible())
    panel._clock.timeout.emit()
    assert "The time for signing in is over" in said(panel)
    qtbot.keyClick(wizard, Qt.Key.Key_Escape)
    calm(qtbot, world.desk)
    assert names(world) == []


def test_another_system_takes_the_place_of_the_first(wizard, world, qtbot):
    to_sign_in(wizard, world, qtbot)
    assert names(world) == ["Zoho CRM"]
    wizard.back()
    wizard.back()
    qtbot.mouseClick(wizard.currentPage().choices["tally"], Qt.MouseButton.LeftButton)
    calm(qtbot, world.desk)
    assert names(world) == []
    press(qtbot, wizard)
    assert wizard.currentPage() is wizard.reach


# --- a certificate that nobody vouches for -----------------------------------------------------------------------


def to_certificate(wizard: Any, world: Any, qtbot: Any, url: str) -> Any:
    form = begin(wizard, qtbot, "sap")
    type_into(qtbot, form, base_url=url, company_db="SBO_MEHTA", username="manager", password="s3cret")
    press(qtbot, wizard)
    qtbot.waitUntil(lambda: wizard.form.certificate.isVisible())
    return form


def test_a_certificate_is_trusted_only_by_a_click(wizard, world, qtbot, tmp_path):
    with serving(self_signed(tmp_path)) as server:
        form = to_certificate(wizard, world, qtbot, server.url)
        assert "reached by RFC" in words(wizard.form)
        assert server.asked == []  # the password did not leave
        assert not wizard.form.certificate.trust.hasFocus()  # Enter, pressed once more, must not trust
        shown = words(wizard.form.certificate)
        assert "CN=books" in shown
        seen = world.services.connections.certificate(wizard.draft.reach())
        assert seen.fingerprint in shown
        assert (seen.trusted, seen.issuer) == (False, seen.owner)
        press(qtbot, wizard)  # Next alone does not trust
        calm(qtbot, world.desk)
        assert wizard.currentPage() is wizard.form
        click(qtbot, wizard.form, "Trust this certificate")
        click(qtbot, wizard.form, "Test the connection")
        qtbot.waitUntil(lambda: "SAP answers." in words(wizard.form.checks))
        press(qtbot, wizard)
        qtbot.waitUntil(lambda: wizard.currentId() == 2)
        qtbot.waitUntil(wizard.currentPage().isComplete)
        assert wizard.draft.connection()["auth_config"]["fingerprint_sha256"] == seen.fingerprint
        wizard.back()
        assert form.entries["password"].value() == "s3cret"
        qtbot.keyClicks(form.entries["company_db"].field, "2")
        (tmp_path / "new").mkdir()
        draft = wizard.draft.reach()
    with serving(self_signed(tmp_path / "new")) as other:
        changed = {**draft, "base_url": other.url}
        report = world.services.connections.test_draft(changed)
        now = world.services.connections.certificate(changed)
        assert not report.success
        assert seen.fingerprint in report.message
        assert now.fingerprint in report.message
        assert (now.trusted, now.before) == (False, seen.fingerprint)
        assert other.asked == []


def test_fields_come_and_go_with_the_way_to_sign_in(wizard, world, qtbot, tmp_path):
    form = begin(wizard, qtbot, "sap")
    assert form.entries["username"].isVisible()
    assert not form.entries["certificate_file"].isVisible()
    form.entries["auth_type"].put("certificate")
    assert not form.entries["username"].isVisible()
    assert form.entries["certificate_file"].isVisible()
    assert not form.entries["notes"].isVisible()
    click(qtbot, form, "More settings")
    assert form.entries["notes"].isVisible()
    definition = tmp_path / "definition.yaml"
    definition.write_text("resources: []\n", encoding="utf-8")
    form.entries["notes"].chosen(str(definition))
    qtbot.waitUntil(lambda: form.entries["notes"].value() == "resources: []\n")
    type_into(qtbot, form, base_url="http://sap-server:50000/b1s/v2")
    press(qtbot, wizard)
    told = words(form)
    assert "Plain http would send the login unprotected" in told
    assert "Company database is missing." in told
    assert "Certificate file is missing." in told
    assert "Password is missing." not in told


def focus_words() -> str:
    widget = QApplication.focusWidget()
    return "" if widget is None else widget.accessibleName()


def keyboard(wizard: Any, qtbot: Any) -> Any:
    """The widget that has it; the window is made the active one, as a window manager would."""
    wizard.activateWindow()
    qtbot.waitUntil(lambda: wizard.isActiveWindow() and QApplication.focusWidget() is not None)
    return QApplication.focusWidget()


def walk_to(qtbot: Any, wizard: Any, words: str, most: int = 30) -> None:
    """Tab until that widget has the keyboard."""
    for _ in range(most):
        place = keyboard(wizard, qtbot)
        if focus_words() == words:
            return
        qtbot.keyClick(place, Qt.Key.Key_Tab)
    raise AssertionError(f"{words!r} can't be reached; the keyboard is at {focus_words()!r}")


def test_the_whole_wizard_by_keyboard(wizard, world, qtbot):
    def press_key(words: str, key: Any = Qt.Key.Key_Space) -> None:
        walk_to(qtbot, wizard, words)
        qtbot.keyClick(keyboard(wizard, qtbot), key)

    press_key("Tally Prime", Qt.Key.Key_Down)  # the systems are one group, as radio buttons are
    for key, words_, system in (
        (Qt.Key.Key_Down, "QuickBooks Online", "quickbooks"),  # in reading order, though it stands beside
        (Qt.Key.Key_Left, "Zoho CRM", "zoho"),
        (Qt.Key.Key_Up, "Tally Prime", "tally"),
        (Qt.Key.Key_Up, "Tally Prime", "tally"),  # the first
        (Qt.Key.Key_Right, "Zoho CRM", "zoho"),
    ):
        qtbot.keyClick(keyboard(wizard, qtbot), key)
        assert (focus_words(), wizard.draft.system) == (words_, system)
    press_key("Next")
    for name, text in (("Client ID (needed)", CLIENT), ("Client secret (needed)", SECRET)):
        walk_to(qtbot, wizard, name)
        qtbot.keyClicks(keyboard(wizard, qtbot), text)
    qtbot.keyClick(keyboard(wizard, qtbot), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: wizard.currentPage() is wizard.sign_in)
    qtbot.waitUntil(lambda: focus_words() == "Open the browser")
    qtbot.keyClick(keyboard(wizard, qtbot), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: focus_words() == "Stop waiting")
    httpx.get(world.server.sign_in(world.browser.opened[-1]))
    qtbot.waitUntil(lambda: wizard.currentId() == 2)
    qtbot.waitUntil(wizard.currentPage().isComplete)
    walk_to(qtbot, wizard, "Name of the connection")
    qtbot.keyClick(keyboard(wizard, qtbot), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(keyboard(wizard, qtbot), "CRM")
    qtbot.keyClick(keyboard(wizard, qtbot), Qt.Key.Key_Return)
    calm(qtbot, world.desk)
    qtbot.waitUntil(
        lambda: bool(wizard.currentPage().preset_buttons) and wizard.currentPage().preset_buttons[0].isVisible()
    )
    press_key("Only from Zoho")
    press_key("Next")
    qtbot.waitUntil(wizard.preview.isComplete, timeout=20_000)
    press_key("Back")  # and on again: the choices are as they were, and it is stored once
    calm(qtbot, world.desk)
    assert [view.name for view in world.services.connections.list()] == ["CRM"]
    press_key("Next")
    qtbot.waitUntil(wizard.preview.isComplete, timeout=20_000)
    press_key("Start the first sync")
    qtbot.waitUntil(lambda: not wizard.setup.busy, timeout=20_000)
    press_key("Done")
    calm(qtbot, world.desk)
    assert names(world) == ["CRM"]
    assert world.services.records.counts()["customer"] == 4
