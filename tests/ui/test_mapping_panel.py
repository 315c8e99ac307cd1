"""The panel of one link: every setting goes into the document at once, and the panel follows the document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from app.model.errors import Conflicting, Unreachable
from app.services.mapping.views import Fault
from app.services.views import MappingView
from app.ui.mappings.panel import LinkPanel
from app.ui.mappings.picker import TransformPicker
from app.ui.mappings.sections import stops
from tests.ui.conftest import throw_away
from tests.ui.mapping_bench import CUSTOMERS, INVOICES, opened, said, serve
from tests.ui.test_screens import click, nameless

PHONE = MappingView("phone", "LEDGERPHONE", "text")
LIMIT = MappingView("credit_limit", "CREDITLIMIT", "number")
CLOSING = MappingView("closing_balance", "CLOSINGBALANCE", "number", "to_local", is_readonly=True)
GST = MappingView(
    "gst_registration_type", "GSTREGISTRATIONTYPE", "text",
    value_map={"pairs": [["Normal", "Regular"], ["Small", "Composition"]], "unmapped": "keep"},
)  # fmt: skip


class Templates:
    """Field templates in memory."""

    def __init__(self, *made: Any) -> None:
        self.made = list(made)

    def list(self, kind: str | None = None, limit: int = 50) -> tuple[Sequence[Any], None]:
        return [one for one in self.made if one.kind == kind], None

    def get(self, template_id: str) -> Any:
        return next(one for one in self.made if one.id == template_id)

    def create(self, draft: Any) -> Any:
        if any(one.name == draft["name"] for one in self.made):
            raise Conflicting("There is a template of that name already.", hint="Choose another name.")
        made = SimpleNamespace(id=f"t{len(self.made) + 1}", version=1, **draft)
        self.made.append(made)
        return made


@pytest.fixture
def bench(desk: Any, services: Any, qtbot: Any, qapp: Any) -> Any:
    """Opens a mapping with these links, the first one chosen, in a panel of its own."""
    steered = serve(services)
    telephone = {"transform": [{"name": "trim"}, {"name": "phone_e164"}]}
    services.templates = Templates(
        SimpleNamespace(id="t1", name="Telephone", kind="field", version=3, definition=telephone)
    )
    kept: list[QWidget] = []

    def make(*links: MappingView, config: str = CUSTOMERS) -> LinkPanel:
        steered.links[config] = links
        editor = opened(desk, qtbot, config)
        host = QWidget()
        kept.append(host)
        panel = LinkPanel(editor, host)
        editor.setParent(host)
        host.resize(520, 900)
        panel.resize(520, 900)
        host.show()
        if links:
            editor.document.select(0)
        settle(panel, qtbot)
        return panel

    yield make
    throw_away(*kept)


def settle(panel: LinkPanel, qtbot: Any) -> None:
    """Until what was asked for in the background is shown."""
    timers = (panel.editor._soon, panel.chain._soon, panel._tabs)
    work = panel.editor.desk.work
    qtbot.waitUntil(lambda: not work.busy and not any(timer.isActive() for timer in timers), timeout=5000)


def link(panel: LinkPanel, at: int = 0) -> MappingView:
    return panel.editor.document.links[at]


def unfold(panel: LinkPanel) -> None:
    for section in panel.sections.values():
        section.unfold()


def texts(root: QWidget) -> str:
    return "\n".join(each.text() for each in root.findChildren(QLabel) if each.isVisibleTo(root))


def test_without_a_link_it_says_how_to_make_one(bench):
    panel = bench()
    assert "Drag a field of one side to a field of the other" in texts(panel)
    assert panel.ends is None


@pytest.mark.parametrize("made", [PHONE, LIMIT, CLOSING, GST], ids=lambda one: one.local_field)
def test_every_widget_has_a_name(bench, qtbot, made):
    steps = [{"name": "replace", "args": {"find": "a"}}, {"name": "join"}, {"name": "words_to_boolean"}]
    panel = bench(replace(made, transform=steps, validation=[{"rule": "length", "args": {"max": 5}}]))
    unfold(panel)
    for card in (*panel.chain.list.cards, *panel.rules.list.cards):
        card.set_open(True)
    settle(panel, qtbot)
    assert nameless(panel) == []


def test_tab_goes_from_top_to_bottom(bench, qtbot):
    panel = bench(replace(PHONE, transform=[{"name": "trim"}, {"name": "replace", "args": {"find": "a"}}]))
    unfold(panel)
    panel.chain.append("split")
    settle(panel, qtbot)
    found = stops(panel)
    places = [each.mapTo(panel, QPoint(0, 0)).y() for each in found]
    assert all(after >= before - 12 for before, after in pairwise(places))
    found[0].setFocus(Qt.FocusReason.TabFocusReason)
    walked = []
    for _ in found:
        walked.append(panel.window().focusWidget())
        panel.window().focusNextChild()
    once = list(dict.fromkeys(each for each in walked if each in found))
    assert once == [each for each in found if each in once]
    reached = [each for each in found if each.isEnabled()]
    assert len(once) >= len(reached) - 2  # a group of radio buttons is one stop


def test_the_link_is_unlinked_and_closed(bench):
    panel = bench(PHONE, LIMIT)
    panel.head.close_it.click()
    assert panel.editor.document.selected is None
    assert panel.ends is None
    panel.editor.document.select(0)
    panel.head.unlink.click()
    assert [one.local_field for one in panel.editor.document.links] == ["credit_limit"]
    assert panel.editor.document.undo_title == "unlink Phone"


# --- direction ------------------------------------------------------------------------------------------------------


def test_the_direction_is_chosen_and_taken_back(bench):
    panel = bench(PHONE)
    panel.direction.radios["to_local"].click()
    assert link(panel).direction == "to_local"
    assert panel.sections["direction"]._summary.text() == "← Only from Tally Prime"
    panel.editor.document.undo()
    assert panel.direction.radios["both"].isChecked()


def test_a_direction_that_can_not_be_is_off_and_says_why(bench):
    panel = bench(CLOSING)
    radio = panel.direction.radios["both"]
    assert not radio.isEnabled()
    assert radio.toolTip() == "Closing balance can't be changed here: it is only read from Tally Prime."
    assert radio.toolTip() in texts(panel)
    assert panel.direction.radios["to_local"].isEnabled()


def test_both_ways_with_a_step_that_can_not_be_undone_is_said_at_once(bench, qtbot):
    panel = bench(replace(PHONE, direction="to_local", transform=[{"name": "trim"}]))
    assert not panel.one_way.isVisibleTo(panel)
    panel.direction.radios["both"].click()
    assert "“Trim spaces at both ends” can't be undone, but the link goes both ways" in texts(panel.one_way)
    settle(panel, qtbot)
    assert panel._notes.count() == 0  # the check's own words would say it a second time
    panel.turn.click()
    assert link(panel).direction == "to_local"
    assert not panel.one_way.isVisibleTo(panel)


def test_what_the_check_says_as_well_is_said_once(bench):
    panel = bench(replace(PHONE, transform=[{"name": "trim"}]))
    assert panel.one_way.isVisibleTo(panel)
    assert panel._notes.count() == 0


def test_a_link_that_turns_takes_its_steps_along_or_says_that_it_can_not(bench):
    panel = bench(replace(LIMIT, transform=[{"name": "negate"}, {"name": "split", "args": {"separator": ","}}]))
    heard = said(panel.editor)
    panel.direction.radios["to_remote"].click()
    assert heard[0][0] == "warning"
    panel.editor.document.undo()
    panel.editor.document.change(0, "x", transform=[{"name": "number_parse"}])
    panel.direction.radios["to_remote"].click()
    assert link(panel).transform == [{"name": "number_format"}]
    assert len(heard) == 1


def test_required_and_read_only(bench):
    panel = bench(PHONE)
    panel.direction.required.click()
    panel.direction.readonly.click()
    assert (link(panel).is_required, link(panel).is_readonly) == (True, True)
    panel.editor.document.undo()
    assert not panel.direction.readonly.isChecked()


def test_typing_a_default_is_one_step(bench, qtbot):
    panel = bench(PHONE)
    line = panel.direction.default.box
    qtbot.keyClicks(line, "none")
    assert link(panel).default_value == "none"
    qtbot.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == "none"  # undo is the mapping's, not the line's
    panel.editor.document.undo()
    assert link(panel).default_value is None
    assert line.text() == ""


def test_a_default_is_typed_by_its_kind(bench, qtbot):
    panel = bench(LIMIT, MappingView("is_active", "ISBILLWISEON", "boolean"))
    qtbot.keyClicks(panel.direction.default.box, "1,00,000")
    assert link(panel).default_value == "100000"
    assert panel.direction.default.box.text() == "1,00,000"
    panel.editor.document.select(1)
    box = panel.direction.default.box
    assert [box.itemText(at) for at in range(box.count())] == ["nothing", "Yes", "No"]
    box.setCurrentIndex(1)
    assert link(panel, 1).default_value is True


# --- transforms -----------------------------------------------------------------------------------------------------


def test_a_transform_is_found_and_added(bench, qtbot):
    panel = bench(PHONE)
    panel.chain.add.click()
    picker = panel.findChild(TransformPicker)
    assert nameless(picker) == []
    qtbot.keyClicks(picker.search, "country")
    assert picker.list.currentItem().text() == "Telephone number with country code"
    qtbot.keyClick(picker.search, Qt.Key.Key_Return)
    assert link(panel).transform == [{"name": "phone_e164"}]
    card = panel.chain.list.cards[0]
    assert card.is_open
    settle(panel, qtbot)
    assert card.value.text() == "“020 2553 1200”  →  “+912025531200”"
    assert "Can be undone" in texts(card)
    assert panel.sections["transform"]._summary.text() == "Telephone number with country code"


def test_the_list_moves_by_the_arrows_and_shows_what_does_not_fit_when_asked(bench, qtbot):
    panel = bench(LIMIT)
    panel.chain.append("round")
    panel.chain.add.click()
    picker = panel.findChild(TransformPicker)
    first = picker.list.currentItem().text()
    qtbot.keyClick(picker.search, Qt.Key.Key_Down)
    assert picker.list.currentItem().text() != first
    qtbot.keyClick(picker.search, Qt.Key.Key_Up)
    assert picker.list.currentItem().text() == first
    qtbot.keyClicks(picker.search, "trim")
    assert not picker.add.isEnabled()
    assert "does not fit here" in texts(picker)
    picker.all.click()
    assert picker.list.count() == 2  # its group, and it
    qtbot.keyClick(picker.search, Qt.Key.Key_Return)
    assert [one["name"] for one in link(panel).transform] == ["round"]
    picker.reject()


def test_settings_are_typed_and_merged(bench, qtbot):
    panel = bench(replace(PHONE, transform=[{"name": "replace"}]))
    card = panel.chain.list.cards[0]
    line = card.form.edits["find"].box
    qtbot.keyClicks(line, "020")
    assert link(panel).transform == [{"name": "replace", "args": {"find": "020"}}]
    assert panel.chain.list.cards[0] is card
    panel.editor.document.undo()
    assert link(panel).transform == [{"name": "replace"}]
    assert line.text() == ""
    panel.editor.document.redo()
    assert line.text() == "020"


def test_an_undo_elsewhere_leaves_the_cursor_where_it_is(bench, qtbot):
    panel = bench(replace(PHONE, transform=[{"name": "replace", "args": {"find": "abc"}}]))
    line = panel.chain.list.cards[0].form.edits["find"].box
    panel.direction.required.click()
    line.setCursorPosition(1)
    panel.editor.document.undo()
    assert line.cursorPosition() == 1


def test_what_is_wrong_stands_at_its_setting(bench, qtbot):
    panel = bench(replace(PHONE, direction="to_local", transform=[{"name": "regex", "args": {"pattern": "(["}}]))
    card = panel.chain.list.cards[0]
    assert "can't be read" in card.form.complaints["pattern"].text()
    assert card.is_open
    assert "can't be read" in texts(panel._notes.itemAt(0).widget())
    line = card.form.edits["pattern"].box
    line.clear()
    qtbot.keyClicks(line, "[0-9]+")
    settle(panel, qtbot)
    assert card.form.complaints["pattern"].text() == ""
    assert panel._notes.count() == 0


@pytest.mark.parametrize("way", ["button", "keys", "drag"])
def test_steps_change_places(bench, qtbot, way):
    panel = bench(replace(PHONE, transform=[{"name": "trim"}, {"name": "upper"}, {"name": "lower"}]))
    cards = panel.chain.list.cards
    if way == "button":
        cards[0].down.click()
    elif way == "keys":
        qtbot.keyClick(cards[0].words, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    else:
        drop(panel.chain.list, cards[0], cards[1].geometry().center() + QPoint(0, 4))
    assert [one["name"] for one in link(panel).transform] == ["upper", "trim", "lower"]
    assert [card.name for card in panel.chain.list.cards] == ["upper", "trim", "lower"]
    assert panel.chain.list.cards[1] is cards[0]
    assert not panel.chain.list.cards[0].up.isEnabled()


def drop(into: Any, card: QWidget, at: QPoint) -> None:
    data = QMimeData()
    data.setData("application/x-salesmate-step", b"step")
    event = QDropEvent(
        at.toPointF(), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    into.dropEvent(SimpleNamespace(
        source=lambda: card, position=event.position, mimeData=event.mimeData, acceptProposedAction=event.acceptProposedAction,
    ))  # fmt: skip


def test_a_step_is_removed_and_comes_back(bench):
    panel = bench(replace(PHONE, transform=[{"name": "trim"}]))
    click_card(panel.chain.list.cards[0], "Remove: Trim spaces at both ends")
    assert link(panel).transform is None
    panel.editor.document.undo()
    assert [card.name for card in panel.chain.list.cards] == ["trim"]


def click_card(card: QWidget, name: str) -> None:
    next(each for each in card.findChildren(QAbstractButton) if each.accessibleName() == name).click()


def test_steps_that_lead_elsewhere_say_what_would_help(bench, qtbot):
    panel = bench(replace(LIMIT, transform=[{"name": "number_format"}]))
    assert "The steps give: text. Credit limit needs: number." in texts(panel.chain.note)
    panel.chain.bridge.click()
    assert [one["name"] for one in link(panel).transform] == ["number_format", "number_parse"]
    assert not panel.chain.note.isVisibleTo(panel)


def test_the_value_of_the_chosen_record_is_tried(bench, qtbot):
    panel = bench(MappingView("business_name", "NAME", "text", transform=[{"name": "upper"}]))
    assert panel.chain.list.cards[0].value.text() == "“Anand Electricals 7”  →  “ANAND ELECTRICALS 7”"
    panel.editor.show_sample("r1")
    settle(panel, qtbot)
    assert "BHARAT" in panel.chain.list.cards[0].value.text()


def test_a_text_takes_other_fields_where_the_link_goes_one_way(bench, qtbot):
    panel = bench(replace(PHONE, direction="to_local", transform=[{"name": "template", "args": {"text": "Tel. "}}]))
    form = panel.chain.list.cards[0].form
    form.edits["text"].box.setCursorPosition(5)
    (inserter,) = [each for each in form.findChildren(QAbstractButton) if each.text() == "Insert a field"]
    menu = inserter.menu()
    menu.aboutToShow.emit()
    titles = {action.text(): action for action in menu.actions()}
    assert {"This field's value", "Name", "E-mail"} <= set(titles)
    titles["Name"].trigger()
    assert link(panel).transform == [{"name": "template", "args": {"text": "Tel. {NAME}"}}]
    settle(panel, qtbot)
    assert panel.chain.list.cards[0].value.text().endswith("“Tel. Anand Electricals 7”")


def test_a_separator_is_chosen_by_name(bench):
    panel = bench(replace(PHONE, direction="to_local", transform=[{"name": "split"}]))
    box = panel.chain.list.cards[0].form.edits["separator"].box
    box.setEditText("line break")
    assert link(panel).transform == [{"name": "split", "args": {"separator": "\n"}}]
    box.setEditText("::")
    assert link(panel).transform == [{"name": "split", "args": {"separator": "::"}}]


def test_a_reference_is_found_by_a_field(bench):
    party = MappingView("customer", "PARTY", "lookup", "to_local", transform=[{"name": "trim"}])
    panel = bench(party, config=INVOICES)
    assert panel.chain.find_box.currentText() == "What Tally Prime itself uses"
    panel.chain.find_box.setCurrentIndex(panel.chain.find_box.findText("E-mail"))
    assert link(panel).transform == [{"name": "trim"}, {"name": "lookup_by", "args": {"field": "email"}}]
    assert [card.name for card in panel.chain.list.cards] == ["trim"]
    assert panel.sections["transform"]._summary.text() == "Trim spaces at both ends"
    panel.chain.append("lower")
    assert [one["name"] for one in link(panel).transform] == ["trim", "lower", "lookup_by"]
    panel.chain.find_box.setCurrentIndex(0)
    assert [one["name"] for one in link(panel).transform] == ["trim", "lower"]


def test_a_list_has_neither_transforms_nor_a_value_table(bench):
    panel = bench(MappingView("lines", "LINES", "lines"), config=INVOICES)
    shown = [part for part, section in panel.sections.items() if section.isVisibleTo(panel)]
    assert shown == ["direction", "validation"]
    assert panel.direction.default is None


# --- templates ------------------------------------------------------------------------------------------------------


def test_a_template_is_used_and_its_steps_copied(bench, qtbot):
    panel = bench(replace(PHONE, direction="to_local"))
    panel.chain.menu.aboutToShow.emit()
    settle(panel, qtbot)
    next(action for action in panel.chain.menu.actions() if action.text().startswith("Telephone")).trigger()
    assert link(panel).transform == "t1"
    settle(panel, qtbot)
    assert "Version 3." in texts(panel.chain.kept)
    assert "1.  Trim spaces at both ends" in texts(panel.chain.kept)
    assert not panel.chain.add.isVisibleTo(panel)
    panel.chain.kept.copy.click()
    assert [one["name"] for one in link(panel).transform] == ["trim", "phone_e164"]
    assert len(panel.chain.list.cards) == 2


def test_a_template_that_can_not_be_undone_is_said_as_well(bench, qtbot):
    panel = bench(replace(PHONE, transform="t1"))
    assert "“Trim spaces at both ends” can't be undone" in texts(panel.one_way)


def test_steps_are_kept_as_a_template(bench, services, qtbot):
    panel = bench(replace(PHONE, direction="to_local", transform=[{"name": "upper"}]))
    heard = said(panel.editor)
    panel.chain.menu.keep_asked.emit()
    dialog = panel.chain.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)[-1]
    assert nameless(dialog) == []
    dialog.name.setText("Telephone")
    dialog.save.click()
    settle(panel, qtbot)
    assert "There is a template of that name already." in texts(dialog)
    dialog.name.setText("Shout")
    dialog.save.click()
    settle(panel, qtbot)
    assert services.templates.made[-1].definition == {"transform": [{"name": "upper"}]}
    assert heard == [("info", "“Shout” is saved as a template. Other links can use it now.")]


# --- the value table ------------------------------------------------------------------------------------------------


@pytest.fixture
def table(bench: Any, qtbot: Any) -> Any:
    panel = bench(GST, PHONE)
    panel.sections["valueMap"].unfold()
    settle(panel, qtbot)
    return panel


def pairs(panel: LinkPanel) -> list[list[str]]:
    return (link(panel).value_map or {}).get("pairs", [])


def type_in(panel: LinkPanel, qtbot: Any, row: int, column: int, text: str) -> None:
    view = panel.table.view
    view.open_cell(row, column)
    box: Any = view.indexWidget(panel.table.model.index(row, column))
    box.setEditText(text)
    view.commitData(box)
    view.closeEditor(box, view.itemDelegate().EndEditHint.NoHint)


def test_a_line_is_typed_with_the_values_of_both_sides_offered(table, qtbot):
    table.table.add.click()
    box: Any = table.table.view.indexWidget(table.table.model.index(2, 0))
    assert box.accessibleName() == "Here, value"
    assert [box.itemText(at) for at in range(box.count())] == ["Regular", "Composition"]
    table.table.view.closeEditor(box, table.table.view.itemDelegate().EndEditHint.NoHint)
    type_in(table, qtbot, 2, 0, "Shop")
    assert len(pairs(table)) == 2  # half a line is none yet
    type_in(table, qtbot, 2, 1, "Consumer")
    assert pairs(table)[-1] == ["Shop", "Consumer"]
    table.editor.document.undo()
    assert len(pairs(table)) == 2
    assert table.table.model.rowCount() == 2


def test_a_value_that_stands_for_another_already_is_refused(table, qtbot):
    type_in(table, qtbot, 1, 1, "Regular")
    assert "“Regular” of Tally Prime stands for “Normal” already" in texts(table.table.note)
    assert pairs(table) == GST.value_map["pairs"]
    type_in(table, qtbot, 1, 1, "Consumer")
    assert not table.table.note.isVisibleTo(table)
    assert pairs(table)[1] == ["Small", "Consumer"]


def test_lines_are_removed_sorted_and_counted(table):
    view = table.table.view
    assert table.table.model.data(table.table.model.index(0, 2)) == "820 there"
    table.editor.document.change(0, "x", value_map={"pairs": [["b", "1"], ["a", "2"]], "unmapped": "keep"})
    click_card(table.table, "Sort")
    assert pairs(table) == [["a", "2"], ["b", "1"]]
    view.selectRow(0)
    table.table.take_out.click()
    assert pairs(table) == [["b", "1"]]
    view.selectRow(0)
    table.table.take_out.click()
    assert link(table).value_map is None
    assert not view.isVisibleTo(table)


def test_two_columns_are_pasted_from_excel_and_copied(table, qtbot):
    QGuiApplication.clipboard().setText("Here\tTally Prime\r\nShop\tConsumer\r\nOther\tRegular\r\n")
    qtbot.keyClick(table.table.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert pairs(table)[2:] == [["Shop", "Consumer"]]
    assert "1 line was left out" in texts(table.table.note)
    table.table.view.clearSelection()
    qtbot.keyClick(table.table.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().splitlines()[0::3] == ["Here\tTally Prime", "Shop\tConsumer"]
    QGuiApplication.clipboard().setText("nothing of the kind")
    table.table.paste()
    assert "There are no two columns to paste" in texts(table.table.note)


def test_what_is_known_is_filled_in(bench, qtbot):
    panel = bench(replace(GST, value_map=None))
    panel.sections["valueMap"].unfold()
    click(qtbot, panel, "Look up the values of both sides")
    settle(panel, qtbot)
    panel.table.fill_in.click()
    assert pairs(panel) == [["Regular", "Regular"]]
    assert not panel.table.fill_in.isEnabled()


def test_values_without_a_line_are_offered(table, qtbot):
    assert "In Tally Prime, not in the table yet:" in texts(table.table)
    click(qtbot, table, "Add “Consumer”")
    assert table.table.model.rows[-1] == ("", "Consumer")
    type_in(table, qtbot, 2, 0, "Shop")
    assert pairs(table)[-1] == ["Shop", "Consumer"]
    settle(table, qtbot)
    assert "In Tally Prime, not in the table yet:" not in texts(table.table)


def test_the_rule_for_other_values(table):
    table.table.rule.setCurrentIndex(table.table.rule.findData("default"))
    assert link(table).value_map["unmapped"] == "default"
    assert "There is no default value yet" in texts(table.table)
    table.editor.document.change(0, "x", default_value="Normal")
    assert "There is no default value yet" not in texts(table.table)


def test_another_link_s_table_begins_afresh(table, qtbot):
    table.table.model.add(("half", ""))
    table.editor.document.select(1)
    assert table.table.model.rows == []
    assert table.table.model.values is None
    settle(table, qtbot)


def test_values_that_can_not_be_read_are_told(bench, services, qtbot):
    def fails(*_: Any, **__: Any) -> Any:
        raise Unreachable("Tally does not answer.", hint="Start it.")

    services.mappings.values = fails
    panel = bench(GST)
    panel.sections["valueMap"].unfold()
    settle(panel, qtbot)
    assert "Tally does not answer." in texts(panel.table.note)
    assert panel.table.look.isVisibleTo(panel)


# --- checks ---------------------------------------------------------------------------------------------------------


def test_a_check_is_added_set_and_removed(bench, qtbot):
    panel = bench(PHONE)
    unfold(panel)
    panel.rules.menu.aboutToShow.emit()
    offered = {action.text(): action for action in panel.rules.menu.actions()}
    assert not offered["Range"].isEnabled()  # of numbers and dates
    offered["Length"].trigger()
    assert link(panel).validation == [{"rule": "length"}]
    card = panel.rules.list.cards[0]
    settle(panel, qtbot)
    assert "Give the smallest or the largest, or both." in card.form.complaints["min"].text()
    qtbot.keyClicks(card.form.edits["max"].box, "50")
    assert link(panel).validation == [{"rule": "length", "args": {"max": 50}}]
    settle(panel, qtbot)
    assert card.form.complaints["min"].text() == ""
    assert panel.sections["validation"]._summary.text() == "Length"
    click_card(card, "Remove: Length")
    assert link(panel).validation is None


def test_a_list_is_typed_a_text_a_line(bench, qtbot):
    panel = bench(replace(PHONE, validation=[{"rule": "one_of", "args": ["Retail"]}]))
    unfold(panel)
    box = panel.rules.list.cards[0].form.edits["values"].box
    assert box.toPlainText() == "Retail"
    box.setPlainText("Retail\n\nTrade")
    assert link(panel).validation == [{"rule": "one_of", "args": {"values": ["Retail", "Trade"]}}]
    assert box.toPlainText() == "Retail\n\nTrade"  # as it is being typed


# --- what is wrong, and what is remembered --------------------------------------------------------------------------


def test_faults_stand_at_the_top_and_lead_to_their_section(bench, services, qtbot):
    services.mappings.faults = (
        Fault("warning", "Two values stand for one.", "Look at it.", 0, "valueMap.pairs[0]", ("A", "B")),
        Fault("error", "The default is no phone.", "", 0, "defaultValue"),
        Fault("error", "Of another link.", "", 1, ""),
    )
    panel = bench(PHONE, LIMIT)
    shown = texts(panel)
    assert "For instance: A, B" in shown
    assert "Of another link." not in shown
    assert panel.direction._default_complaint.text() == "The default is no phone."
    assert not panel.table.is_open
    click(qtbot, panel, "Show where: Two values stand for one.")
    assert panel.table.is_open
    settle(panel, qtbot)


def test_many_faults_are_counted(bench, services, qtbot):
    services.mappings.faults = tuple(Fault("warning", f"Number {at}.", link=0) for at in range(5))
    panel = bench(PHONE)
    assert panel._notes.count() == 4
    assert "and 2 more below" in texts(panel)


def test_folded_sections_stay_folded(bench, desk):
    panel = bench(PHONE)
    panel.sections["transform"].head.click()
    assert not panel.chain.isVisibleTo(panel)
    other = LinkPanel(panel.editor, panel.parentWidget())
    assert not other.chain.is_open
    assert other.direction.is_open
