"""Ledgers for writing: suggested, saved only by a person, and left for later without harm."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel

from app.model.errors import Unreachable
from app.ui.connections.choices import ChoicesDialog
from tests.ui.conftest import calm
from tests.ui.fakes import FakeServices
from tests.ui.test_screens import click, make, nameless
from tests.ui.test_wizard import to_step, wizard  # noqa: F401 - the fixture


@pytest.fixture
def dialog(desk: Any, services: FakeServices, shown: Any) -> ChoicesDialog:
    return shown(ChoicesDialog(desk, services.connections.get("c1"), {"invoice"}, None))


def test_only_what_the_written_kinds_need_is_asked(dialog):
    assert list(dialog.form.boxes) == ["sales", "tax:CGST:9"]
    assert nameless(dialog) == []
    heads = [
        each.text() for each in dialog.form.findChildren(QLabel) if each.font().bold() or each.font().weight() > 400
    ]
    assert heads == ["Needed before anything is written"]
    sales = dialog.form.boxes["sales"]
    assert [sales.itemText(at) for at in range(3)] == [
        "Not chosen yet",
        "Sales GST 18%   (used 214 times)",
        "Sales   (used 9 times)",
    ]
    assert sales.currentData() == "Sales GST 18%"  # suggested
    tax = dialog.form.boxes["tax:CGST:9"]
    assert tax.currentText() == "CGST (old)   (not there any more)"


def test_save_sends_what_differs(dialog, desk, services, qtbot):
    assert [call for call in services.calls if call[0] == "set_choices"] == []
    dialog.form.boxes["tax:CGST:9"].setCurrentIndex(0)
    click(qtbot, dialog, "Save")
    calm(qtbot, desk)
    assert ("set_choices", "c1", {"sales": "Sales GST 18%", "tax:CGST:9": None}) in services.calls


def test_a_silent_tally_can_be_asked_again(desk, services, shown, qtbot):
    answer, services.connections.choice_answer = services.connections.choice_answer, Unreachable("Tally is off.")
    dialog = shown(ChoicesDialog(desk, services.connections.get("c1"), {"invoice"}, None))
    assert "Tally is off." in dialog.note.accessibleName()
    assert not dialog.save.isEnabled()
    services.connections.choice_answer = answer
    click(qtbot, dialog, "Ask again")
    calm(qtbot, desk)
    assert dialog.save.isEnabled()


def test_customers_alone_need_no_ledger(desk, services, shown):
    dialog = shown(ChoicesDialog(desk, services.connections.get("c1"), {"customer"}, None))
    assert "Nothing has to be chosen" in dialog.note.accessibleName()
    assert dialog.form.boxes == {}


def test_offered_where_something_is_written(desk, shown, qtbot):
    page = shown(make("connections", desk))
    page.sync_settings("c1")
    edit = page.dialog
    assert not edit.ledgers.isVisible()
    edit.table.set_plan({"invoice": "bidirectional"})
    click(qtbot, edit, "Ledgers for writing…")
    calm(qtbot, desk)
    assert list(edit.dialog.form.boxes) == ["sales", "tax:CGST:9"]
    edit.dialog.reject()
    edit.reject()


def to_choices(wizard: Any, desk: Any, qtbot: Any) -> Any:  # noqa: F811
    to_step(wizard, desk, qtbot, 4)
    wizard.currentPage().table.set_plan({"customer": "pull", "invoice": "bidirectional"})
    wizard.next()
    calm(qtbot, desk)
    return wizard.currentPage()


def start(wizard: Any, desk: Any, qtbot: Any, services: FakeServices) -> dict[str, Any]:  # noqa: F811
    """From the choices to the stored connection's settings."""
    wizard.next()
    calm(qtbot, desk)
    return dict(services.connection_list[-1].auth)


def test_the_wizard_asks_where_documents_are_written(wizard, desk, services, qtbot):  # noqa: F811
    page = to_choices(wizard, desk, qtbot)
    assert type(page).__name__ == "ChoicesPage"
    assert nameless(wizard) == []
    (draft,) = [call[1] for call in services.calls if call[0] == "draft_choices"]
    assert draft["auth_config"]["company_guid"]
    said = "Until it is chosen, invoices can't be written to Tally: they wait here."
    shown = [each for each in page.form.findChildren(QLabel) if each.text() == said and each.isVisible()]
    assert shown == []  # each has a suggestion, or a choice
    sales = page.form.boxes["sales"]
    sales.setCurrentIndex(0)
    shown = [each for each in page.form.findChildren(QLabel) if each.text() == said and each.isVisible()]
    assert len(shown) == 1
    assert "1 choice that is needed is open" in page.missing.text()
    assert not page.isComplete()
    page.later.click()
    assert page.isComplete()
    assert page.missing.isHidden()
    page.later.click()
    assert not page.isComplete()
    sales.setCurrentIndex(1)
    assert page.isComplete()
    page.form.boxes["tax:CGST:9"].setCurrentIndex(1)
    auth = start(wizard, desk, qtbot, services)
    assert auth["choices"] == {"sales": "Sales GST 18%", "tax:CGST:9": "Output CGST 9%"}
    assert wizard.currentPage() is wizard.preview
    wizard.next()
    calm(qtbot, desk)
    assert wizard.currentPage() is wizard.sync
    assert wizard.nextId() == -1


def test_the_wizard_goes_on_without(wizard, desk, services, qtbot):  # noqa: F811
    page = to_choices(wizard, desk, qtbot)
    page.later.setChecked(True)
    assert "choices" not in start(wizard, desk, qtbot, services)


def test_the_wizard_goes_on_when_tally_does_not_tell(wizard, desk, services, qtbot):  # noqa: F811
    services.connections.choice_answer = Unreachable("Tally is off.")
    page = to_choices(wizard, desk, qtbot)
    assert "Tally is off." in page.note.accessibleName()
    assert "choices" not in start(wizard, desk, qtbot, services)


def test_reading_alone_is_not_asked(wizard, desk, services, qtbot):  # noqa: F811
    to_step(wizard, desk, qtbot, 5)
    assert wizard.currentPage() is wizard.preview
    assert [call for call in services.calls if call[0] == "draft_choices"] == []


def test_the_wizard_puts_the_keyboard_where_a_choice_is_open(wizard, desk, services, qtbot):  # noqa: F811
    sales = replace(services.connections.choice_answer[0], suggested=None)
    services.connections.choice_answer = (sales,)
    wizard.activateWindow()
    page = to_choices(wizard, desk, qtbot)
    qtbot.waitUntil(wizard.isActiveWindow)
    assert wizard.focusWidget() is page.form.boxes["sales"]
    assert not page.isComplete()
