"""Settings > Who gets in: nothing is let in without a question that says what it means."""

from __future__ import annotations

import pytest

from app.model.errors import InvalidInput
from app.services.access import NetworkChoice
from tests.ui.test_screens import calm, click, make, nameless


@pytest.fixture
def card(desk, shown, qtbot):
    page = shown(make("settings", desk))
    page.refresh()
    calm(qtbot, desk)
    return page.cards["access"]


def test_a_new_token_is_made_once_it_is_agreed_to(card, desk, services, qtbot):
    assert "api-token" in card.token_file.text()
    click(qtbot, card, "Make a new token…")
    assert nameless(card.dialog) == []
    click(qtbot, card.dialog, "Cancel")
    calm(qtbot, desk)
    assert services.calls == []
    click(qtbot, card, "Make a new token…")
    with qtbot.waitSignal(desk.said) as heard:
        click(qtbot, card.dialog, "Make a new one")
    assert services.calls == [("renew_token",)]
    assert "api-token" in heard.args[2]


def test_other_computers_are_let_in_with_a_certificate(card, desk, services, qtbot):
    card.network.click()
    assert "can read and change SalesMate Sync's records" in card.dialog.informativeText()
    assert not card.network.isChecked()
    click(qtbot, card.dialog, "With a certificate")
    calm(qtbot, desk)
    assert services.calls == [("make_certificate",), ("choose", NetworkChoice(True, tls=True))]
    assert card.network.isChecked()
    assert not card.note.isVisible()
    assert "AB:CD" in card.fingerprint.text()
    assert card.later.isVisible()
    card.network.click()
    calm(qtbot, desk)
    assert services.calls[-1] == ("choose", NetworkChoice(False))
    assert not card.network.isChecked()


def test_without_a_certificate_the_page_goes_on_warning(card, desk, services, qtbot):
    card.network.click()
    click(qtbot, card.dialog, "Without")
    calm(qtbot, desk)
    assert services.calls == [("choose", NetworkChoice(True))]
    assert card.note.isVisible()
    click(qtbot, card, "Use a certificate")
    calm(qtbot, desk)
    assert services.access.chosen == NetworkChoice(True, tls=True)
    assert not card.note.isVisible()


def test_a_change_of_mind_lets_nobody_in(card, desk, services, qtbot):
    card.network.click()
    click(qtbot, card.dialog, "Cancel")
    calm(qtbot, desk)
    assert services.calls == []
    assert not card.network.isChecked()


def test_a_choice_that_could_not_be_kept_is_not_shown_as_made(card, desk, services, qtbot):
    def broken(choice, by="user"):
        raise InvalidInput("No.")

    services.access.choose = broken
    card.network.click()
    with qtbot.waitSignal(desk.said) as heard:
        click(qtbot, card.dialog, "Without")
    calm(qtbot, desk)
    assert heard.args[:2] == ["error", "No."]
    assert not card.network.isChecked()
