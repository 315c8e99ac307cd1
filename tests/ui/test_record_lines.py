"""Typing the lines of a document, and new records: by keyboard alone, on the window's own dialog."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton
from shiboken6 import isValid

from app.model.entities import ENTITIES
from app.model.errors import InvalidInput
from app.ui.records import page as records_page
from app.ui.records import presenter
from app.ui.records.edit import EditRecord
from app.ui.records.edit_new import NEW, NewRecord, usual
from app.ui.theme import em
from tests.ui.conftest import calm, throw_away
from tests.ui.samples import record
from tests.ui.test_runs import texts
from tests.ui.test_screens import click, nameless

INVOICE = "invoice-0000003"
KEY = Qt.Key
POPUPS = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def opened(desk: Any, shown: Any, qtbot: Any) -> Any:
    """Opens the dialog of a record of that kind."""

    def open_(entity: str, record_id: str) -> Any:
        page = shown(records_page.make(desk))
        page.open(f"{entity}:{record_id}")
        qtbot.waitUntil(lambda: page.detail._shown is not None)
        calm(qtbot, desk)
        click(qtbot, page.detail, "Edit this record")
        return in_front(qtbot, page.detail.dialog)

    return open_


def in_front(qtbot: Any, window: Any) -> Any:
    """Keys and lists of found records belong to the window in front."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.fixture
def dialog(opened: Any) -> Any:
    return opened("invoice", INVOICE)


def table(dialog: Any, group: str = "lines") -> Any:
    return dialog.lines.groups[group].table


def at(dialog: Any, group: str = "lines") -> tuple[int, str]:
    made = table(dialog, group)
    return made.currentIndex().row(), made.lines.fields[made.currentIndex().column()].name


def cell(dialog: Any, row: int, name: str, group: str = "lines") -> Any:
    """Goes to a cell, with the table in focus."""
    made = table(dialog, group)
    made.setFocus()
    made.go(row, [field.name for field in made.lines.fields].index(name))
    return made


def box(made: Any) -> Any:
    """What a cell is typed in."""
    return made._delegate.open


def type_in(qtbot: Any, made: Any, text: str, end: Any = KEY.Key_Tab) -> None:
    """The first letter opens the cell, as in a spreadsheet."""
    qtbot.keyClicks(made, text[0])
    qtbot.keyClicks(box(made), text[1:])
    qtbot.keyClick(box(made), end)


# --- cells -----------------------------------------------------------------------------------------------------------


def test_a_quantity_is_typed_and_everything_follows(dialog, desk, services, qtbot):
    assert nameless(dialog) == []
    assert "are not changed here" not in texts(dialog)
    made = cell(dialog, 0, "quantity")
    qtbot.keyClicks(made, "1")
    assert box(made).accessibleName() == "Line 1, Quantity"
    qtbot.keyClicks(box(made), "00")
    qtbot.keyClick(box(made), KEY.Key_Tab)
    assert at(dialog) == (0, "unit")
    assert box(made).selectedText() == "Nos"
    qtbot.keyClick(box(made), KEY.Key_Escape)
    assert dialog.isVisible()
    assert "Total: 41,034.10" in texts(dialog)
    assert made.lines.index(0, 8).data(Qt.ItemDataRole.AccessibleTextRole) == "Line 1, Amount: 9,025.00"
    click(qtbot, dialog, "Round to whole rupees")
    qtbot.keyClick(dialog, KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    calm(qtbot, desk)
    ((what, id_, changes, version),) = services.calls
    assert (what, id_, version) == ("update_record", INVOICE, 2)
    before = record("invoice", 3)
    assert changes == {
        "lines": [{**before["lines"][0], "quantity": "100", "amount": "9025.00"}, before["lines"][1]],
        "taxes": [{**one, "amount": "3129.75"} for one in before["taxes"]],
        "subtotal": "34775.00", "tax_total": "6259.50", "round_off": "0.50", "total": "41035.00",
    }  # fmt: skip


def test_opening_saving_and_leaving_change_nothing(dialog, desk, services, qtbot):
    made = cell(dialog, 0, "product")
    made.open_cell(made.currentIndex())
    for _ in range(20):  # through every cell of both lines, and out
        if box(made) is not None:
            qtbot.keyClick(box(made), KEY.Key_Tab)
    assert not made.hasFocus()
    qtbot.keyClick(dialog, KEY.Key_Escape)
    calm(qtbot, desk)
    assert services.calls == []
    assert not isValid(dialog) or not dialog.isVisible()


def test_tab_goes_through_the_cells_and_on(dialog, qtbot):
    made = cell(dialog, 1, "gst_rate")
    qtbot.keyClick(made, KEY.Key_Tab)
    assert at(dialog) == (1, "amount")
    qtbot.keyClick(made, KEY.Key_Tab)
    assert dialog.focusWidget() is dialog.lines.groups["lines"].add
    qtbot.keyClick(dialog.focusWidget(), KEY.Key_Backtab)
    assert made.hasFocus()
    qtbot.keyClick(made, KEY.Key_Backtab)
    assert at(dialog) == (1, "gst_rate")


def test_enter_goes_to_the_next_line_and_makes_one(dialog, qtbot):
    made = cell(dialog, 0, "rate")
    type_in(qtbot, made, "90", KEY.Key_Return)
    assert at(dialog) == (1, "rate")
    qtbot.keyClick(box(made), KEY.Key_Return)
    assert at(dialog) == (2, "product")
    qtbot.keyClick(box(made), KEY.Key_Return)  # a blank line has no other after it
    assert made.lines.rowCount() == 3
    assert len(dialog.changes()["lines"]) == 2


def test_lines_are_removed_brought_back_and_moved_by_keys(dialog, qtbot):
    made = cell(dialog, 0, "product")
    first, second = (row["amount"] for row in record("invoice", 3)["lines"])
    amounts = lambda: [row["amount"] for row in dialog.lines.document.rows("lines")]  # noqa: E731
    qtbot.keyClick(made, KEY.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert amounts() == [second, first]
    assert at(dialog)[0] == 1
    qtbot.keyClick(made, KEY.Key_Delete)
    assert amounts() == [second]
    qtbot.keyClick(made, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert amounts() == [second, first]
    qtbot.keyClick(made, KEY.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert dialog.changes() == {}
    names = {each.accessibleName() for each in dialog.findChildren(QPushButton)}
    for what in ("add a line", "remove the line", "move the line up", "move the line down"):
        assert f"Lines: {what}" in names


@POPUPS
def test_a_product_is_found_while_it_is_typed(dialog, desk, qtbot):
    qtbot.mouseClick(dialog.lines.groups["lines"].add, Qt.MouseButton.LeftButton)
    made = table(dialog)
    line = box(made)
    qtbot.keyClicks(line, "bulb 7")
    qtbot.waitUntil(lambda: line.completer().popup().isVisible())
    popup = line.completer().popup()
    qtbot.keyClick(popup, KEY.Key_Down)
    qtbot.keyClick(popup, KEY.Key_Return)
    qtbot.waitUntil(lambda: at(dialog) == (2, "description"))
    found = record("product", 4)
    values = dialog.lines.document.groups["lines"][2].values
    assert values["product"] == {"id": found["id"], "label": "LED Bulb 7 W"}
    assert [values[name] for name in ("unit", "hsn_code", "gst_rate", "rate")] == ["Nos", "85395000", "12", "84.00"]


def test_a_product_whose_name_is_typed_to_its_end_brings_the_same(dialog, desk, qtbot):
    made = cell(dialog, 1, "product")
    made.open_cell(made.currentIndex())
    box(made).setText("led bulb 21 w")
    qtbot.keyClick(box(made), KEY.Key_Tab)
    calm(qtbot, desk)
    values = dialog.lines.document.groups["lines"][1].values
    assert values["product"] == {"id": record("product", 18)["id"], "label": "LED Bulb 21 W"}
    assert values["gst_rate"] == "12"


# --- payments --------------------------------------------------------------------------------------------------------


@POPUPS
def test_a_payment_is_allocated_to_what_its_customer_owes(opened, desk, qtbot):
    dialog = opened("payment", "payment-0000003")
    assert "Not allocated to any bill: 0.00" in texts(dialog)
    dialog.editors["amount"]._box.setText("1,25,600")
    assert "Not allocated to any bill: 600.00" in texts(dialog)
    qtbot.mouseClick(dialog.lines.groups["allocations"].add, Qt.MouseButton.LeftButton)
    made = table(dialog, "allocations")
    line = box(made)
    qtbot.keyClick(line, KEY.Key_Down)
    qtbot.waitUntil(lambda: line.completer().popup().isVisible())
    popup = line.completer().popup()
    offered = [popup.model().index(row, 0).data() for row in range(popup.model().rowCount())]
    assert offered[0].startswith("SI/2026/0004")
    assert offered[0].endswith("900.00 due")
    assert offered[-1].endswith("0.00 due")  # what is paid comes last
    qtbot.keyClick(popup, KEY.Key_Down)
    qtbot.keyClick(popup, KEY.Key_Return)
    qtbot.waitUntil(lambda: at(dialog, "allocations") == (1, "reference"))
    values = dialog.lines.document.groups["allocations"][1].values
    assert (values["kind"], values["amount"]) == ("against", "600.00")
    type_in(qtbot, cell(dialog, 1, "amount", "allocations"), "700")
    assert "100.00 more than the payment is allocated." in texts(dialog)
    made.open_cell(made.lines.index(1, 2))
    assert isinstance(box(made), QComboBox)
    made.finish()


# --- what is wrong, and what is lost ---------------------------------------------------------------------------------


def test_what_is_wrong_stands_at_its_cell(dialog, desk, services, qtbot):
    dialog.lines.groups["lines"].model.add(0)  # blank: it is not saved, and does not count
    type_in(qtbot, cell(dialog, 2, "rate"), "12abc")
    services.records.refuse = InvalidInput("'Rate' must be a number.", field="lines[1].rate", hint="Such as 12.50.")
    dialog.save.click()
    calm(qtbot, desk)
    assert at(dialog) == (2, "rate")
    assert "Line 3, Rate: 'Rate' must be a number.\nSuch as 12.50." in texts(dialog)
    made = table(dialog)
    said = made.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Line 3, Rate: 12abc. 'Rate' must be a number.\nSuch as 12.50."
    assert not made.currentIndex().data(Qt.ItemDataRole.DecorationRole).isNull()
    type_in(qtbot, made, "12.50")
    assert "must be a number" not in texts(dialog)
    services.records.refuse = InvalidInput("It does not add up.", field="total")
    dialog.save.click()
    calm(qtbot, desk)
    assert "It does not add up." in texts(dialog)


def test_a_document_that_moved_meanwhile_keeps_what_was_typed(dialog, desk, services, qtbot):
    type_in(qtbot, cell(dialog, 0, "quantity"), "100")
    services.records.changed[INVOICE] = {"version": 3, "narration": "By rail."}
    dialog.save.click()
    calm(qtbot, desk)
    click(qtbot, dialog, "Load it again")
    calm(qtbot, desk)
    assert "What you typed stays: Lines, Taxes." in texts(dialog)
    assert dialog.editors["narration"].value() == "By rail."
    dialog.save.click()
    calm(qtbot, desk)
    _, _, changes, version = services.calls[-1]
    assert (changes["lines"][0]["quantity"], version) == ("100", 3)
    assert "narration" not in changes


def test_leaving_with_something_typed_asks_first(dialog, desk, services, qtbot):
    type_in(qtbot, cell(dialog, 0, "quantity"), "5")
    qtbot.keyClick(table(dialog)._delegate.open, KEY.Key_Escape)
    qtbot.keyClick(dialog, KEY.Key_Escape)
    assert "Leave without saving?" in dialog._asking.text()
    click(qtbot, dialog._asking, "Go on typing")
    assert dialog.isVisible()
    dialog.close()  # the window's cross
    assert dialog.isVisible()
    click(qtbot, dialog._asking, "Leave without saving")
    calm(qtbot, desk)
    assert not isValid(dialog) or not dialog.isVisible()
    assert services.calls == []


# --- new ones --------------------------------------------------------------------------------------------------------


def test_a_new_record_is_made_told_where_it_goes_and_shown(desk, services, shown, qtbot):
    services.configs.made = [replace(one, sync_direction="bidirectional") for one in services.configs.made]
    page = shown(records_page.make(desk))
    page.open("customer")
    calm(qtbot, desk)
    in_front(qtbot, page)
    qtbot.keyClick(page, KEY.Key_N, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: page.dialog is not None)
    dialog = page.dialog
    assert isinstance(dialog, NewRecord)
    calm(qtbot, desk)
    assert nameless(dialog) == []
    said = texts(dialog)
    assert "sent to Mehta Traders with the next sync" in said
    assert "Business name *" in said
    services.records.refuse = InvalidInput("'Business name' is needed.", field="business_name")
    dialog.save.click()
    calm(qtbot, desk)
    assert "'Business name' is needed." in texts(dialog)
    for name, pressed in (("First", dialog.save_and_new), ("Second", dialog.save)):
        dialog.editors["business_name"]._box.setText(name)
        qtbot.mouseClick(pressed, Qt.MouseButton.LeftButton)
        calm(qtbot, desk)
    assert services.calls[1:] == [
        ("create_record", "customer", {"is_active": True, "business_name": name}) for name in ("First", "Second")
    ]
    assert page.dialog is None
    qtbot.waitUntil(lambda: page.detail._record.get("id") == record("customer", 9)["id"])


@POPUPS
def test_a_new_invoice_begins_today_with_a_line_to_type_into(desk, services, shown, qtbot):
    page = shown(records_page.make(desk))
    page.open("invoice")
    calm(qtbot, desk)
    click(qtbot, page, "New…")
    dialog = page.dialog
    calm(qtbot, desk)
    assert "no connection sends records of this kind" in texts(dialog)
    who = in_front(qtbot, dialog).editors["customer"]._box
    who.setFocus()
    qtbot.keyClicks(who, "traders 3")
    qtbot.waitUntil(lambda: who.completer().popup().isVisible())
    qtbot.keyClick(who.completer().popup(), KEY.Key_Down)
    qtbot.keyClick(who.completer().popup(), KEY.Key_Return)
    dialog.editors["number"]._box.setText("SM-1")
    made = cell(dialog, 0, "description")
    type_in(qtbot, made, "Carriage", KEY.Key_Return)
    type_in(qtbot, cell(dialog, 0, "amount"), "1,500")
    dialog.lines.groups["taxes"].add.click()
    taxes = table(dialog, "taxes")
    assert "CGST" in box(taxes).placeholderText()
    qtbot.keyClicks(box(taxes), "IGST 18%")
    qtbot.keyClick(dialog, KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)  # also takes over what is being typed
    calm(qtbot, desk)
    ((what, entity, values),) = services.calls
    assert (what, entity) == ("create_record", "invoice")
    assert values.pop("date")
    assert values.pop("customer") == {"id": record("customer", 3)["id"], "label": "Chennai Traders 3"}
    assert values == {
        "status": "posted", "number": "SM-1", "lines": [{"description": "Carriage", "amount": "1500.00"}],
        "taxes": [{"name": "IGST 18%", "amount": "270.00"}], "subtotal": "1500.00", "tax_total": "270.00",
        "total": "1770.00",
    }  # fmt: skip


@pytest.mark.parametrize("entity", list(ENTITIES))
def test_every_kind_can_be_made_and_nothing_is_cut_at_the_largest_text(desk, qapp, qtbot, shown, entity):
    font = qapp.font()
    large = qapp.font()
    large.setPointSizeF(font.pointSizeF() * 2)
    qapp.setFont(large)
    parent = records_page.make(desk)
    try:
        dialog = NewRecord(desk, entity, parent)
        dialog.resize(1320, 700)
        dialog.show()
        calm(qtbot, desk)
        assert set(NEW) == set(ENTITIES)
        assert {field.name for field in presenter.editable(entity)} == set(dialog.editors)
        content = dialog.area.widget()
        assert content.width() <= dialog.area.viewport().width()  # it scrolls downwards only
        for each in content.findChildren(QLineEdit):
            if each.isVisibleTo(content):
                assert each.height() >= each.fontMetrics().height()
                assert each.width() >= em(each, 3)
        dialog.reject()
        assert not dialog.isVisible()  # nothing was typed: nothing is asked
        throw_away(dialog)
    finally:
        qapp.setFont(font)
        throw_away(parent)


def test_what_a_new_record_has_is_what_its_kind_says():
    from datetime import date

    day = date(2026, 8, 5)
    assert usual(ENTITIES["invoice"], day) == {"date": "2026-08-05", "status": "posted"}
    assert usual(ENTITIES["product"], day) == {"is_active": True}
    assert usual(ENTITIES["contact"], day) == {}
    assert issubclass(NewRecord, EditRecord)
