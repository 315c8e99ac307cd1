"""SAP Business One in the wizard, on a simulated one: from nothing to a first sync, and what goes wrong on the way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWizard

from app.ui.connections.sync_settings import SyncSettings
from app.ui.wizard.wizard import ConnectionWizard
from tests.connectors.http.server import self_signed
from tests.connectors.sap_desk import SapDesk
from tests.simulators.sap import COMPANY, PASSWORD, USER, SimulatedSap
from tests.ui.conftest import calm, throw_away
from tests.ui.test_screens import click, nameless
from tests.ui.test_wizard_systems import begin, press, type_into, words
from tests.ui.test_wizard_zoho import choose
from tests.ui.whole import opened, program

pytestmark = pytest.mark.database("sqlite")
COMMIT = QWizard.WizardButton.CommitButton


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: Any, theme: Any) -> Iterator[Any]:
    with program(tmp_path, monkeypatch) as made:
        yield made


@pytest.fixture
def wizard(world: Any, qtbot: Any) -> Iterator[ConnectionWizard]:
    with opened(world.desk, qtbot) as made:
        yield made


@pytest.fixture
def sim() -> Iterator[SimulatedSap]:
    with SimulatedSap() as made:
        SapDesk(made).furnish(3)
        yield made


def fill(wizard: Any, qtbot: Any, address: str, **more: str) -> Any:
    form = begin(wizard, qtbot, "sap")
    typed = {"base_url": address, "company_db": COMPANY, "username": USER, "password": PASSWORD, **more}
    type_into(qtbot, form, **typed)
    return form


def to_what(wizard: Any, world: Any, qtbot: Any) -> Any:
    press(qtbot, wizard)
    qtbot.waitUntil(lambda: wizard.currentId() == 2, timeout=10_000)
    qtbot.waitUntil(wizard.currentPage().isComplete, timeout=10_000)
    qtbot.waitUntil(lambda: COMPANY in words(wizard))
    press(qtbot, wizard)
    calm(qtbot, world.desk)
    page = wizard.currentPage()
    qtbot.waitUntil(lambda: bool(page.preset_buttons))
    return page


def test_from_nothing_to_a_first_sync_both_ways(wizard, world, sim, qtbot):
    world.services.records.create("customer", {"business_name": "Nandi Motors"})
    fill(wizard, qtbot, sim.url)
    assert nameless(wizard) == []
    assert "reached by RFC" in words(wizard.form)
    page = to_what(wizard, world, qtbot)
    assert nameless(wizard) == []
    click(qtbot, page, "Both ways")
    lines = page.options.entries["line_changes"].field
    assert lines.isVisibleTo(page)
    choose(qtbot, lines, "stays in SAP")
    assert (page.hub_key.isVisibleTo(page), page.hub_key.isChecked()) == (True, True)
    press(qtbot, wizard)
    calm(qtbot, world.desk)
    choices = wizard.currentPage()
    qtbot.waitUntil(lambda: bool(choices.form.boxes))
    boxes = choices.form.boxes
    assert set(boxes) == {"price_list", "tax_code", "deposit_account"}
    assert nameless(wizard) == []
    assert not choices.isComplete()
    choose(qtbot, boxes["deposit_account"], "Bank")
    press(qtbot, wizard)
    assert wizard.currentPage() is wizard.preview
    qtbot.waitUntil(wizard.preview.isComplete, timeout=30_000)
    assert "Ready" in wizard.preview.note.accessibleName(), words(wizard)
    assert {"3 customers come in", "3 orders come in"} < set(words(wizard).splitlines())
    assert len(customers(sim)) == 3  # a trial writes nothing
    assert "Tally" not in words(wizard)
    press(qtbot, wizard, COMMIT)
    qtbot.waitUntil(lambda: not wizard.setup.busy, timeout=30_000)
    assert wizard.sync.note.property("level") == "ok", words(wizard)
    wizard.accept()
    calm(qtbot, world.desk)
    (view,) = world.services.connections.list()
    counts = world.services.records.counts()
    kinds = ("customer", "contact", "product", "deal", "order", "invoice", "payment")
    assert {kind: counts[kind] for kind in kinds} == {
        "customer": 4,
        "contact": 3,
        "product": 4,
        "deal": 3,
        "order": 3,
        "invoice": 3,
        "payment": 1,
    }
    assert view.auth["line_changes"] == "merge"
    (nandi,) = [row for row in customers(sim) if row["CardName"] == "Nandi Motors"]
    assert nandi["U_HubId"]
    settings_keep_it(world, qtbot, view)


def customers(sim: SimulatedSap) -> list[Any]:
    return [row for row in sim.rows("BusinessPartners") if row["CardType"] == "cCustomer"]


def settings_keep_it(world: Any, qtbot: Any, view: Any) -> None:
    dialog = SyncSettings(world.desk, view, world.services.configs.list(connection_id=view.id), None)
    dialog.show()
    assert nameless(dialog) == []
    lines = dialog.options.entries["line_changes"].field
    assert (lines.isVisible(), lines.currentText()) == (True, "stays in SAP")
    choose(qtbot, lines, "is removed in SAP")
    click(qtbot, dialog, "Accounts for writing…")
    calm(qtbot, world.desk)
    assert dialog.dialog.form.boxes["deposit_account"].currentText() == "Bank"
    click(qtbot, dialog.dialog, "Cancel")
    click(qtbot, dialog, "Save")
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert world.services.connections.get(view.id).auth["line_changes"] == "replace"
    throw_away(dialog)


def test_a_certificate_is_looked_at_before_the_password_leaves(wizard, world, qtbot, tmp_path):
    (tmp_path / "ours").mkdir()
    pair, ours = self_signed(tmp_path), self_signed(tmp_path / "ours")
    with SimulatedSap(partners=2, certificate=pair, client_ca=ours[0]) as sim:
        form = fill(wizard, qtbot, sim.url)
        choose(qtbot, form.entries["auth_type"].field, "A certificate of our own")
        type_into(qtbot, form, certificate_file=str(ours[0]))
        click(qtbot, form, "More settings")
        form.entries["key_file"].chosen(str(ours[1]))
        qtbot.waitUntil(lambda: "PRIVATE KEY" in form.entries["key_file"].value())
        press(qtbot, wizard)
        qtbot.waitUntil(lambda: wizard.form.certificate.isVisible())
        assert "CN=books" in words(wizard.form.certificate)
        assert sim.requests == []
        click(qtbot, wizard.form, "Trust this certificate")
        click(qtbot, wizard.form, "Test the connection")
        qtbot.waitUntil(lambda: "SAP let us in" in words(wizard.form.checks), timeout=10_000)
        page = to_what(wizard, world, qtbot)
        click(qtbot, page, "Only from SAP")
        press(qtbot, wizard)
        qtbot.waitUntil(wizard.preview.isComplete, timeout=30_000)
        assert "Ready" in wizard.preview.note.accessibleName(), words(wizard)


WRONG = {
    "password": ({"password": "wrong"}, "does not accept this user name and password"),
    "company": ({"company_db": "SBO_NONE"}, "no company database of this name"),
    "port": ({"base_url": "http://127.0.0.1:9/b1s/v2"}, "could not be reached"),
    "path": ({"base_url": "{host}/b1s/V2"}, "not the address of SAP's Service Layer"),
    "scheme": ({"base_url": "https://127.0.0.1:{port}/b1s/v2"}, "not over a protected connection"),
}


def test_what_goes_wrong_is_one_sentence_each(wizard, world, sim, qtbot):
    form = fill(wizard, qtbot, sim.url)
    for typed, said in WRONG.values():
        right = {name: form.entries[name].value() for name in typed}
        place = {"host": sim.host, "port": sim.host.rpartition(":")[2]}
        type_into(qtbot, form, **{name: text.format_map(place) for name, text in typed.items()})
        click(qtbot, wizard.form, "Test the connection")
        # One that can't be reached is tried some times, with random pauses between.
        qtbot.waitUntil(lambda: said in words(wizard.form.checks), timeout=20_000)  # noqa: B023
        calm(qtbot, world.desk)
        type_into(qtbot, form, **right)
    assert len([one for one in sim.requests if one.path.endswith("/Login")]) == 2  # each wrong login went out once
    click(qtbot, wizard.form, "Test the connection")
    qtbot.waitUntil(lambda: "SAP let us in" in words(wizard.form.checks))
