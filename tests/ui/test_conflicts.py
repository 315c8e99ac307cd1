"""The review queue: what is chosen, what it would do, and what the services are asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QRadioButton

from app.model.errors import Conflicting, InvalidInput
from app.ui.conflicts import page as conflicts_page
from app.ui.conflicts import presenter
from tests.ui.conftest import calm
from tests.ui.samples import conflicts, record
from tests.ui.test_screens import click, nameless


@pytest.fixture
def page(desk: Any, shown: Any, qtbot: Any) -> Any:
    made = shown(conflicts_page.make(desk))
    calm(qtbot, desk)
    return made


def choose(page: Any, desk: Any, qtbot: Any, *rows: int) -> None:
    select = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    page.table.clearSelection()
    for row in rows:
        page.table.selectionModel().select(page.model.index(row, 0), select)
    calm(qtbot, desk)


def radio(page: Any, name: str) -> QRadioButton:
    return next(each for each in page.findChildren(QRadioButton) if each.accessibleName().startswith(name))


def test_each_field_is_chosen_and_the_result_is_shown_before_it_is_applied(page, desk, services, qtbot):
    assert nameless(page) == []
    panel = page.panel
    assert not panel.apply.isEnabled()
    assert panel._effect.text() == "2 fields are still to be decided."
    radio(page, "Phone, here").setChecked(True)
    assert not panel.apply.isEnabled()
    radio(page, "City, Mehta Traders").setChecked(True)
    assert panel.review._results["phone"].text() == "020 2553 1299"
    assert panel.review._results["city"].text() == "Pune City"
    panel.apply.click()
    calm(qtbot, desk)
    assert services.calls == [("resolve", "x1", "merge", {"city": "Pune City"}, None)]
    assert page.model.rowCount() == 2
    assert page.table.currentIndex().row() == 0  # on to the next


@pytest.mark.parametrize(
    ("button", "resolution"), [("Take every field from here", "local"), ("All from &there", "remote")]
)
def test_the_whole_record_is_one_choice(page, desk, services, qtbot, button, resolution):
    click(qtbot, page, button)
    qtbot.keyClick(page.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    calm(qtbot, desk)
    assert services.calls == [("resolve", "x1", resolution, None, None)]


def test_what_waits_for_a_decision_is_told_with_it():
    match = replace(conflicts()[1], waiting={"payment": 1, "invoice": 3})
    assert presenter.waiting_words(match).startswith("Waiting for this decision: 3 invoices, 1 payment. ")
    assert presenter.waiting_words(conflicts()[1]) == ""


def test_a_third_value_is_typed(page, desk, services, qtbot):
    click(qtbot, page, "Take every field from here")
    editor = page.panel.review._editors["phone"]
    qtbot.keyClicks(editor._box, "1800 1200")
    assert radio(page, "Phone: another value").isChecked()
    assert page.panel.review._results["phone"].text() == "1800 1200"
    page.panel.apply.click()
    calm(qtbot, desk)
    assert services.calls == [("resolve", "x1", "merge", {"phone": "1800 1200"}, None)]


def test_what_is_wrong_stands_at_its_field(page, desk, services, qtbot):
    services.conflicts.refuse["x1"] = InvalidInput("'Phone' is too long.", field="phone")
    click(qtbot, page, "Take every field from here")
    page.panel.apply.click()
    calm(qtbot, desk)
    assert page.panel.review._complaints["phone"].text() == "'Phone' is too long."
    assert page.panel.apply.isEnabled()
    services.conflicts.refuse["x1"] = Conflicting("This was decided elsewhere.", hint="Look at the list again.")
    page.panel.apply.click()
    calm(qtbot, desk)
    assert page.panel.note.isVisible()


def test_what_was_changed_meanwhile_is_asked_anew(page, desk, services, qtbot):
    services.conflicts.refuse["x1"] = Conflicting("This record was changed here.", hint="Look again.", code="outdated")
    phone = {"name": "phone", "base": "1", "local": "2", "remote": "3"}
    click(qtbot, page, "Take every field from here")
    services.conflict_list[0] = replace(services.conflict_list[0], fields=(phone,))
    with qtbot.waitSignal(desk.said):
        page.panel.apply.click()
    calm(qtbot, desk)
    assert page.panel.review.choices.fields["phone"]["local"] == "2"
    assert page.panel.review.choices.picked == {}


def test_a_refresh_keeps_what_was_chosen_so_far(page, desk, qtbot):
    radio(page, "Phone, here").setChecked(True)
    review = page.panel.review
    page.refresh()
    calm(qtbot, desk)
    assert page.panel.review is review
    assert review.choices.picked == {"phone": "local"}


def test_new_decisions_do_not_disturb_one_that_is_half_made(page, desk, services, qtbot):
    radio(page, "Phone, here").setChecked(True)
    review = page.panel.review
    services.conflict_list.insert(0, replace(conflicts()[0], id="new"))
    page.refresh()
    calm(qtbot, desk)
    assert page.model.rowCount() == 4
    assert page.panel.review is review
    choose(page, desk, qtbot, 1, 3)
    bulk = page.panel.review
    services.conflict_list.pop(0)
    page.refresh()
    calm(qtbot, desk)
    assert page.panel.review is bulk


def test_a_doubtful_match_is_linked_to_the_chosen_one(page, desk, services, qtbot):
    choose(page, desk, qtbot, 1)
    assert nameless(page) == []
    radio(page, "The same as “Anand Electricals 5”").setChecked(True)
    assert "one record" in page.panel._effect.text()
    page.panel.apply.click()
    calm(qtbot, desk)
    assert services.calls == [("resolve", "x2", "link", None, "customer-0000005")]


def test_a_doubtful_match_is_kept_apart(page, desk, services, qtbot):
    choose(page, desk, qtbot, 1)
    radio(page, "No, keep both apart").setChecked(True)
    page.panel.apply.click()
    calm(qtbot, desk)
    assert services.calls == [("resolve", "x2", "separate", None, None)]


@pytest.mark.parametrize(
    ("words", "resolution"), [("Keep it, and make it anew", "local"), ("Delete it here", "remote")]
)
def test_deleted_there_and_edited_here(page, desk, services, qtbot, words, resolution):
    choose(page, desk, qtbot, 2)
    assert nameless(page) == []
    radio(page, words).setChecked(True)
    page.panel.apply.click()
    calm(qtbot, desk)
    assert services.calls == [("resolve", "x3", resolution, None, None)]


def test_many_get_the_same_choice_and_what_could_not_be_done_is_told(page, desk, services, qtbot):
    services.conflict_list += [replace(conflicts()[0], id=f"y{n}", label=f"Record {n}") for n in range(3)]
    page.refresh()
    calm(qtbot, desk)
    choose(page, desk, qtbot, 0, 1, 3, 4, 5)
    assert nameless(page) == []
    assert not page.panel.apply.isEnabled()
    radio(page, "Take what is there").setChecked(True)
    assert page.panel._effect.text() == "4 records are decided."
    services.conflicts.refuse["y1"] = Conflicting("It was changed since.")
    with qtbot.waitSignal(desk.said) as heard:
        page.panel.apply.click()
    assert heard.args == ["warn", "3 records are decided.", "Record 1: It was changed since."]
    assert [call[1] for call in services.calls] == ["x1", "y0", "y2"]


def test_several_possible_matches_are_not_linked_in_bulk():
    two, one = conflicts()[1], replace(conflicts()[1], candidates=("a",))
    assert [option[0] for option in presenter.bulk_options("match", [one])] == ["link", "separate"]
    assert [option[0] for option in presenter.bulk_options("match", [one, two])] == ["separate"]


def test_the_queue_is_filtered(page, desk, services, qtbot):
    services.conflict_list.append(
        replace(conflicts()[0], id="z", entity_type="product", connection_id="c2", connection_name="S")
    )
    page.refresh()
    calm(qtbot, desk)
    page.entity.setCurrentIndex(page.entity.findData("product"))
    assert [page.model.key(row) for row in range(page.model.rowCount())] == ["z"]
    assert page.number.text() == "1 shown  ·  4 decisions wait"
    page.entity.setCurrentIndex(0)
    page.kind.setCurrentIndex(page.kind.findData("match"))
    page.connection.setCurrentIndex(page.connection.findData("c1"))
    assert [page.model.key(row) for row in range(page.model.rowCount())] == ["x2"]
    calm(qtbot, desk)


def test_the_keyboard_reaches_everything(page, desk, services, qtbot):
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert page.panel.isAncestorOf(page.focusWidget())
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Space)  # All from here
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    calm(qtbot, desk)
    assert services.calls == [("resolve", "x1", "local", None, None)]


def test_more_than_a_page_is_read_to_the_end(desk, services, shown, qtbot):
    services.conflict_list = [replace(conflicts()[0], id=f"y{n}") for n in range(1203)]
    page = shown(conflicts_page.make(desk))
    calm(qtbot, desk)
    assert page.model.rowCount() == 1203


def test_with_a_one_way_sync_the_effect_says_what_stays_different():
    chosen = presenter.Choices(conflicts()[0])
    chosen.pick_all("local")
    assert chosen.effect("Mehta Traders", "bidirectional").endswith(
        "2 fields change in Mehta Traders with the next sync."
    )
    assert "only read from it" in chosen.effect("Mehta Traders", "pull")


def test_values_are_said_as_people_say_them():
    invoice = record("invoice", 3)
    customer = invoice["customer"]
    assert presenter.said("invoice", "customer", customer["id"], invoice) == customer["label"]
    assert presenter.said("invoice", "total", "1234567.00") == "12,34,567.00"
    assert presenter.said("invoice", "taxes", [{"name": "CGST", "rate": "9", "amount": "9.00"}]) == "CGST  9 %  ·  9.00"
    assert presenter.said("customer", "custom.colour", "blue") == "blue"
    assert presenter.title_of("customer", "custom.favourite_colour") == "Favourite colour"


def test_a_decision_is_taken_back_at_once(page, desk, services, qtbot):
    click(qtbot, page, "Take every field from here")
    page.panel.apply.click()
    calm(qtbot, desk)
    assert page.way_back.note.isVisible()
    assert page.model.rowCount() == 2
    qtbot.keyClick(page.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    calm(qtbot, desk)
    assert services.calls[-1] == ("take_back", ["x1"])
    assert page.model.rowCount() == 3
    assert not page.way_back.note.isVisible()
    qtbot.keyClick(page.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)  # there is nothing more
    assert len(services.calls) == 2


def test_what_was_decided_is_listed_and_taken_back(page, desk, services, qtbot):
    choose(page, desk, qtbot, 0)
    click(qtbot, page, "Take every field from here")
    page.panel.apply.click()
    calm(qtbot, desk)
    page.state.setCurrentIndex(1)
    calm(qtbot, desk)
    assert page.model.rowCount() == 1
    assert page.model.rows[0][1][3] == "What was here was taken"
    assert nameless(page) == []
    assert not page.panel.apply.isVisible()
    services.conflicts.refuse["x1"] = Conflicting("This decision was synced since.")
    with qtbot.waitSignal(desk.said) as said:
        click(qtbot, page, "Take the decision back")
    assert said.args == ["warn", "1 decision stays", "This decision was synced since."]
    calm(qtbot, desk)
    click(qtbot, page, "Take the decision back")
    calm(qtbot, desk)
    assert page.model.rowCount() == 0
    page.state.setCurrentIndex(0)
    calm(qtbot, desk)
    assert page.model.rowCount() == 3
    assert page.panel.apply.isVisible()
