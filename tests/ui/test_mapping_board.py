"""The board of the mapping editor: dropped on, driven by the keyboard alone, and with 300 fields a side."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QImage,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from app.model.values import FieldType
from app.services.mapping.views import Fault, SideField
from app.services.views import MappingView
from app.ui.mappings import hand as hand_module
from app.ui.mappings import lines as lines_module
from app.ui.mappings.board import Board
from app.ui.mappings.carrying import Carry
from app.ui.mappings.curves import Curve, Window
from app.ui.mappings.fields import MIME, FieldView
from app.ui.mappings.sides import LOCAL, REMOTE, Side
from app.ui.theme import Theme
from tests.ui.conftest import calm
from tests.ui.mapping_bench import CUSTOMERS, INVOICES, opened, said
from tests.ui.test_screens import nameless

KEY, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ROOT = Path(__file__).parents[2]


@pytest.fixture
def make(desk: Any, shown: Any, qtbot: Any) -> Iterator[Any]:
    editors = []

    def made(config: str = CUSTOMERS) -> Board:
        editor = opened(desk, qtbot, config)
        editors.append(editor)
        board = shown(Board(editor, None))
        board.activateWindow()
        qtbot.waitUntil(board.isActiveWindow)
        board.take_focus()
        return board

    yield made
    for editor in editors:
        editor.close()


@pytest.fixture
def board(make: Any) -> Board:
    return make()


def pairs(board: Board) -> list[tuple[str, str]]:
    return [(one.local_field, one.remote_field) for one in board._editor.document.links]


def view(board: Board, side: str) -> FieldView:
    return (board.left if side == LOCAL else board.right).view


def place(board: Board, side: str, path: str) -> QPoint:
    """The middle of a field's row, brought into view, in its viewport."""
    where = view(board, side)
    index = where.model().index(where.side.row_of(path), 0)
    where.scrollTo(index)
    return where.visualRect(index).center()


class Drag:
    """Synthesised: what Qt sends to a widget while a real one is over it."""

    def __init__(self, carry: Carry | None, **other: bytes) -> None:
        self.mime = QMimeData()
        if carry is not None:
            self.mime.setData(MIME, carry.packed())
        for name, data in other.items():
            self.mime.setData(name.replace("_", "/"), data)

    def over(self, widget: Any, point: QPoint) -> bool:
        """Would it be taken there?"""
        common = (Qt.DropAction.LinkAction, self.mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        enter = QDragEnterEvent(point, *common)
        QApplication.sendEvent(widget, enter)
        if not enter.isAccepted():
            return False
        move = QDragMoveEvent(point, *common)
        QApplication.sendEvent(widget, move)
        return move.isAccepted()

    def drop(self, widget: Any, point: QPoint) -> bool:
        taken = self.over(widget, point)
        common = (Qt.DropAction.LinkAction, self.mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(widget, QDropEvent(QPointF(point), *common) if taken else QDragLeaveEvent())
        return taken


def drop(board: Board, carry: Carry, path: str) -> bool:
    side = REMOTE if carry.side == LOCAL else LOCAL
    return Drag(carry).drop(view(board, side).viewport(), place(board, side, path))


def press(board: Board, *keys: Any) -> None:
    """Wherever the focus is."""
    for key in keys:
        code, modifier = key if isinstance(key, tuple) else (key, Qt.KeyboardModifier.NoModifier)
        QTest.keyClick(board.focusWidget(), code, modifier)


def go(board: Board, side: str, path: str) -> None:
    """With the arrows, from the first row."""
    press(board, KEY.Key_Home, *[KEY.Key_Down] * view(board, side).side.row_of(path))
    assert view(board, side).path == path


# --- dragging -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("side", "carried", "onto"), [(LOCAL, "email", "EMAIL"), (REMOTE, "EMAIL", "email")])
def test_a_drop_links_from_either_side(board: Board, side: str, carried: str, onto: str) -> None:
    before = pairs(board)
    heard = said(board._editor)
    assert drop(board, Carry(side, carried), onto)
    assert pairs(board) == [*before, ("email", "EMAIL")]
    document = board._editor.document
    assert document.selected == len(before)
    assert document.undo_title == "link E-mail"
    assert heard[-1] == ("info", "E-mail is linked with E-mail (EMAIL).")
    assert board._carrying.carry is None
    document.undo()
    assert pairs(board) == before


def test_while_dragging_every_field_says_whether_it_fits(board: Board) -> None:
    where = view(board, REMOTE)
    heard = said(board._editor)
    drag = Drag(Carry(LOCAL, "credit_days"))
    assert drag.over(where.viewport(), place(board, REMOTE, "BILLCREDITPERIOD"))
    told = {row.field.path: where.verdict(row) for row in where.side.rows}
    assert (told["BILLCREDITPERIOD"].fit.verdict, told["BILLCREDITPERIOD"].words) == ("fits", "fits")
    assert told["EMAIL"].words == "needs: Read a number from text"
    assert told["ISBILLWISEON"].words == "needs a transform"
    assert told["LEDMAILINGDETAILS"].fit.verdict == "never"
    assert told["CREDITLIMIT"].why == "It takes the place of the link with Credit limit."
    assert len({(one.icon, one.tone) for one in told.values()}) == 3
    assert where.target == "BILLCREDITPERIOD"
    assert heard[-1] == ("info", "Credit days (BILLCREDITPERIOD): fits")
    assert not drag.over(where.viewport(), place(board, REMOTE, "LEDMAILINGDETAILS"))
    assert heard[-1][0] == "warning"
    assert "A list of lines can only be linked with a list of lines." in heard[-1][1]
    before = pairs(board)
    assert not drag.drop(where.viewport(), place(board, REMOTE, "LEDMAILINGDETAILS"))
    assert pairs(board) == before
    assert where.verdict(where.side.rows[0]) is None


def test_a_transform_that_is_put_in_between_is_said(board: Board) -> None:
    heard = said(board._editor)
    assert drop(board, Carry(REMOTE, "NARRATION"), "credit_days")
    assert board._editor.document.link == MappingView(
        "credit_days", "NARRATION", "number", transform=[{"name": "number_parse"}]
    )
    assert "“Read a number from text” was put in between." in heard[-1][1]
    assert drop(board, Carry(LOCAL, "is_active"), "CREDITLIMIT")
    assert heard[-1][0] == "warning"
    assert "Choose a transform in its settings" in heard[-1][1]


def test_a_field_that_is_taken_is_replaced_in_one_step(board: Board) -> None:
    before = pairs(board)
    heard = said(board._editor)
    assert drop(board, Carry(LOCAL, "phone"), "LEDGERMOBILE")  # the hub's field was linked
    assert ("phone", "LEDGERMOBILE") in pairs(board)
    assert ("phone", "LEDGERPHONE") not in pairs(board)
    assert heard[-1][1] == (
        "Phone is linked with Mobile (LEDGERMOBILE). The link of Phone with Phone (LEDGERPHONE) is gone. Undo takes it back."
    )
    board._editor.document.undo()
    assert pairs(board) == before
    assert drop(board, Carry(LOCAL, "mobile"), "LEDGERPHONE")  # theirs was
    assert ("mobile", "LEDGERPHONE") in pairs(board)
    assert ("phone", "LEDGERPHONE") not in pairs(board)
    assert "The link of Phone with Phone (LEDGERPHONE) is gone." in heard[-1][1]
    board._editor.document.undo()
    assert pairs(board) == before


def test_what_is_linked_already_is_only_selected(board: Board) -> None:
    before = pairs(board)
    assert drop(board, Carry(LOCAL, "gstin"), "PARTYGSTIN")
    assert pairs(board) == before
    assert board._editor.document.link.local_field == "gstin"


def middle(board: Board, number: int) -> QPoint:
    curve = board.lines.curve_of(number)
    return QPoint(round((curve.x0 + curve.x1) / 2), round((curve.y0 + curve.y1) / 2))


def test_a_drop_on_a_line_takes_the_place_of_its_end(board: Board) -> None:
    point = middle(board, 2)
    assert pairs(board)[2] == ("phone", "LEDGERPHONE")
    drag = Drag(Carry(LOCAL, "mobile"))
    assert drag.over(board.lines, point)
    assert board.lines.target == 2
    assert drag.drop(board.lines, point)
    assert pairs(board)[2] == ("mobile", "LEDGERPHONE")
    assert Drag(Carry(REMOTE, "LEDGERMOBILE")).drop(board.lines, middle(board, 2))
    assert pairs(board)[2] == ("mobile", "LEDGERMOBILE")
    board._editor.document.undo()
    board._editor.document.undo()
    assert pairs(board)[2] == ("phone", "LEDGERPHONE")
    assert not Drag(Carry(LOCAL, "mobile")).drop(
        board.lines, QPoint(board.lines.width() // 2, board.lines.height() - 3)
    )


def test_an_end_of_the_selected_line_moves_to_another_field(board: Board) -> None:
    assert drop(board, Carry(REMOTE, "LEDGERPHONE", 2), "mobile")  # the end here was dragged: that there stays
    assert pairs(board)[2] == ("mobile", "LEDGERPHONE")
    assert drop(board, Carry(LOCAL, "mobile", 2), "LEDGERMOBILE")
    assert pairs(board)[2] == ("mobile", "LEDGERMOBILE")
    assert drop(board, Carry(LOCAL, "mobile", 2), "CREDITLIMIT")
    link = board._editor.document.links[board._editor.document.selected]
    assert (link.local_field, link.transform) == ("mobile", [{"name": "number_format"}])


@pytest.mark.parametrize(
    "drag",
    [
        Drag(None, text_plain=b'["local", "email", null]'),
        Drag(Carry(REMOTE, "EMAIL")),
        Drag(Carry(LOCAL, "nowhere")),
        Drag(Carry(LOCAL, "email", 99)),
        Drag(Carry(LOCAL, "email", 0)),
        Drag(Carry("middle", "email")),
    ],
    ids=["text", "own side", "unknown", "no such link", "not its end", "no side"],
)
def test_anything_else_is_refused(board: Board, drag: Drag) -> None:
    before = pairs(board)
    assert not drag.drop(view(board, REMOTE).viewport(), place(board, REMOTE, "EMAIL"))
    assert pairs(board) == before
    assert board._carrying.carry is None


@pytest.mark.parametrize("data", [b"", b"[1]", b"{}", b"\xff", b'["local", 1, null]', b'["local", "a", "b"]', b"null"])
def test_bytes_that_are_not_ours_carry_nothing(data: bytes) -> None:
    assert Carry.unpacked(data) is None
    assert Carry.unpacked(Carry(LOCAL, "é", 3).packed()) == Carry(LOCAL, "é", 3)


def test_the_mouse_starts_a_drag_with_the_fields_name(board: Board, monkeypatch: Any) -> None:
    began: list[Any] = []

    class Seen(hand_module.QDrag):
        def exec(self, actions: Any) -> Any:
            began.append((bytes(self.mimeData().data(MIME).data()), self.pixmap().width()))
            assert view(board, REMOTE).verdict(view(board, REMOTE).side.rows[0]) is not None
            return Qt.DropAction.IgnoreAction

    monkeypatch.setattr(hand_module, "QDrag", Seen)
    start = place(board, LOCAL, "email")
    port = view(board, LOCAL).viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(port, start + QPoint(40, 0))
    QTest.mouseMove(port, start + QPoint(80, 0))
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=start + QPoint(80, 0))
    assert [data for data, _ in began] == [Carry(LOCAL, "email").packed()]
    assert began[0][1] > 30
    assert board._carrying.carry is None  # Esc, or dropped nowhere
    began.clear()
    board._editor.document.select(2)
    handle = dict(board.lines._handles())[REMOTE].toPoint()
    QTest.mousePress(board.lines, Qt.MouseButton.LeftButton, pos=handle)
    QTest.mouseMove(board.lines, handle - QPoint(40, 0))
    QTest.mouseRelease(board.lines, Qt.MouseButton.LeftButton, pos=handle)
    assert [data for data, _ in began] == [Carry(LOCAL, "phone", 2).packed()]


# --- the keyboard alone -------------------------------------------------------------------------------------------


def test_the_keyboard_links_replaces_and_removes(board: Board, desk: Any, qtbot: Any) -> None:
    before = pairs(board)
    heard = said(board._editor)
    go(board, LOCAL, "email")
    press(board, KEY.Key_Return)
    assert view(board, LOCAL).carried == "email"
    assert view(board, REMOTE).hasFocus()
    assert heard[-1][1].startswith(
        "E-mail is picked up: choose its field on the other side and press Enter, or put it down with Esc."
    )
    calm(qtbot, desk)
    assert view(board, REMOTE).path == "EMAIL"  # what was suggested
    press(board, KEY.Key_Return)
    assert pairs(board) == [*before, ("email", "EMAIL")]
    assert view(board, LOCAL).hasFocus()
    assert view(board, LOCAL).path == "email"

    press(board, KEY.Key_Return)
    assert view(board, REMOTE).path == "EMAIL"  # its present partner
    go(board, REMOTE, "WEBSITE")
    assert heard[-1][1].endswith("Website (WEBSITE): It takes the place of the link with E-mail (EMAIL).")
    press(board, KEY.Key_Return)
    assert pairs(board) == [*before, ("email", "WEBSITE")]

    press(board, KEY.Key_Delete)
    assert pairs(board) == before
    assert heard[-1] == ("info", "E-mail is not linked any more. Undo takes it back.")
    assert view(board, LOCAL).path == "email"
    assert board._editor.document.selected is None


def test_from_the_other_side_too(board: Board) -> None:
    press(board, KEY.Key_Tab)
    assert view(board, REMOTE).hasFocus()
    go(board, REMOTE, "EMAIL")
    press(board, KEY.Key_Enter)
    assert view(board, LOCAL).hasFocus()
    go(board, LOCAL, "email")
    press(board, KEY.Key_Enter)
    assert ("email", "EMAIL") in pairs(board)
    assert view(board, REMOTE).hasFocus()


def test_esc_lays_a_taken_field_down(board: Board) -> None:
    before = pairs(board)
    go(board, LOCAL, "email")
    press(board, KEY.Key_Return, KEY.Key_Escape)
    assert board._carrying.carry is None
    assert view(board, LOCAL).hasFocus()
    assert view(board, LOCAL).path == "email"
    press(board, KEY.Key_Return, (KEY.Key_Tab, SHIFT), KEY.Key_Return)  # the same one again: laid down
    assert board._carrying.carry is None
    press(board, KEY.Key_Return, (KEY.Key_Tab, SHIFT), KEY.Key_Down, KEY.Key_Return)  # another one instead
    assert board._carrying.carry == Carry(LOCAL, "phone")
    assert pairs(board) == before


def test_what_does_not_fit_is_not_linked(board: Board) -> None:
    before = pairs(board)
    heard = said(board._editor)
    go(board, LOCAL, "email")
    press(board, KEY.Key_Return)
    go(board, REMOTE, "LEDMAILINGDETAILS")
    press(board, KEY.Key_Return)
    assert pairs(board) == before
    assert heard[-1] == ("warning", "A list of lines can only be linked with a list of lines.")
    assert board._carrying.carry == Carry(LOCAL, "email")


def test_an_undo_while_a_field_is_taken_is_noticed(board: Board) -> None:
    assert drop(board, Carry(LOCAL, "email"), "EMAIL")
    go(board, LOCAL, "mobile")
    press(board, KEY.Key_Return)
    assert "place of the link with E-mail" in board._carrying.verdict("EMAIL").why
    board._editor.document.undo()
    assert board._carrying.verdict("EMAIL").why == ""
    press(board, KEY.Key_Escape)
    assert board._carrying.carry is None


def test_the_settings_are_asked_for(board: Board, qtbot: Any) -> None:
    go(board, LOCAL, "state")
    for key in (KEY.Key_F2, (KEY.Key_Return, CTRL)):
        with qtbot.waitSignal(board.settings_asked):
            press(board, key)
    assert board._editor.document.link.local_field == "state"
    go(board, LOCAL, "email")
    with qtbot.assertNotEmitted(board.settings_asked):
        press(board, KEY.Key_F2)


def test_left_and_right_go_to_the_partner(board: Board) -> None:
    go(board, LOCAL, "closing_balance")
    press(board, KEY.Key_Right)
    assert view(board, REMOTE).hasFocus()
    assert view(board, REMOTE).path == "CLOSINGBALANCE"
    press(board, KEY.Key_Left)
    assert view(board, LOCAL).hasFocus()
    assert view(board, LOCAL).path == "closing_balance"


def test_lists_are_folded(make: Any) -> None:
    board = make(INVOICES)
    rows = len(board.left.side.rows)
    go(board, LOCAL, "lines")
    press(board, KEY.Key_Space)
    assert len(board.left.side.rows) < rows
    assert view(board, LOCAL).path == "lines"
    assert board.left.side.place_of("lines[].rate") == board.left.side.row_of("lines")
    assert board.left.side.row_of("lines[].rate") == -1
    board._editor.document.select(4)  # one of its fields: it is unfolded to show it
    assert view(board, LOCAL).path == "lines[].rate"
    assert len(board.left.side.rows) == rows
    at = view(board, LOCAL).visualRect(view(board, LOCAL).model().index(board.left.side.row_of("lines"), 0))
    QTest.mouseClick(view(board, LOCAL).viewport(), Qt.MouseButton.LeftButton,
                     pos=view(board, LOCAL).delegate.fold_rect(at).center())  # fmt: skip
    assert len(board.left.side.rows) < rows


def test_lines_fields_go_to_the_list_that_theirs_is_linked_with(make: Any) -> None:
    board = make(INVOICES)
    assert drop(board, Carry(LOCAL, "lines[].product"), "LINES[].STOCKITEM")
    before = pairs(board)
    assert not drop(board, Carry(LOCAL, "lines[].description"), "TAXES[].NAME")
    assert not drop(board, Carry(LOCAL, "lines[].description"), "NARRATION")
    assert pairs(board) == before
    go(board, LOCAL, "lines")
    press(board, KEY.Key_Delete)
    assert all("lines" not in ours for ours, _ in pairs(board))
    board._editor.document.undo()
    assert drop(board, Carry(LOCAL, "taxes[].amount"), "TAXES[].AMOUNT")
    assert ("taxes", "TAXES") in pairs(board)


def test_search_and_filter(board: Board) -> None:
    press(board, (KEY.Key_F, CTRL))
    assert board.left.search.hasFocus()
    QTest.keyClicks(board.left.search, "bal")
    assert [row.field.path for row in board.left.side.rows] == ["opening_balance", "closing_balance"]
    assert board.left.count.text() == "7 of 22 linked"
    press(board, KEY.Key_Return)
    assert view(board, LOCAL).hasFocus()
    press(board, (KEY.Key_F, CTRL))
    QTest.keyClicks(board.left.search, "zzz")
    assert board.left._stack.currentWidget() is board.left.empty
    assert "zzz" in board.left.empty._text.text()
    assert nameless(board) == []
    press(board, KEY.Key_Escape)
    assert board.left.search.text() == ""
    assert len(board.left.side.rows) == 22
    board.right.free.setChecked(True)
    assert "NAME" not in [row.field.path for row in board.right.side.rows]
    assert drop(board, Carry(LOCAL, "email"), "EMAIL")
    assert board.right.side.row_of("EMAIL") == -1
    assert board.right.count.text() == "8 of 23 linked"
    view(board, REMOTE).setFocus()
    assert board.focus_search()
    assert board.right.search.hasFocus()


def test_a_partner_that_is_left_out_is_found_again(board: Board) -> None:
    board.right.search.setText("e-mail")
    board._editor.document.select(2)
    curve = board.lines.curve_of(2)
    assert (curve.left, curve.right) == ("", "hidden")
    QTest.mouseDClick(board.lines, Qt.MouseButton.LeftButton, pos=QPoint(4, round(curve.y0)))
    assert board.right.search.text() == ""
    assert view(board, REMOTE).path == "LEDGERPHONE"


def test_zoom_is_remembered(board: Board, make: Any, desk: Any) -> None:
    usual = view(board, LOCAL).delegate.height
    press(board, (KEY.Key_Plus, CTRL))
    assert view(board, REMOTE).delegate.height == view(board, LOCAL).delegate.height > usual
    larger = view(board, LOCAL).delegate.height
    assert view(make(), LOCAL).delegate.height == larger
    press(board, (KEY.Key_0, CTRL))
    assert view(board, LOCAL).delegate.height == usual
    press(board, (KEY.Key_Minus, CTRL))
    assert view(board, LOCAL).delegate.height < usual
    press(board, *[(KEY.Key_Minus, CTRL)] * 9, *[(KEY.Key_Plus, CTRL)] * 20)
    desk.local.set("mappings.board.zoom", "99")
    assert view(make(), LOCAL).delegate.height == usual


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize("key", [KEY.Key_Menu, (KEY.Key_F10, SHIFT)], ids=["menu key", "shift F10"])
def test_the_menu_of_a_field(board: Board, qtbot: Any, key: Any) -> None:
    go(board, LOCAL, "phone")
    press(board, key)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    actions = {action.text().replace("&", ""): action for action in menu.actions()}
    assert list(actions) == ["Link to…", "Go to the other end", "Settings of the link", "Unlink"]
    actions["Unlink"].trigger()
    menu.close()
    assert ("phone", "LEDGERPHONE") not in pairs(board)
    press(board, key)
    menu = QApplication.activePopupWidget()
    actions = {action.text().replace("&", ""): action for action in menu.actions()}
    assert [name for name, action in actions.items() if action.isEnabled()] == ["Link to…"]
    actions["Link to…"].trigger()
    menu.close()
    assert board._carrying.carry == Carry(LOCAL, "phone")


# --- what is selected ---------------------------------------------------------------------------------------------


def test_a_field_selects_its_link_and_a_link_its_fields(board: Board) -> None:
    document = board._editor.document
    go(board, LOCAL, "gstin")
    assert document.link.remote_field == "PARTYGSTIN"
    assert view(board, REMOTE).path == "PARTYGSTIN"
    assert (view(board, LOCAL).ends, view(board, REMOTE).ends) == ({"gstin"}, {"PARTYGSTIN"})
    press(board, KEY.Key_Down)
    assert document.selected is None
    assert view(board, REMOTE).path == "PARTYGSTIN"
    document.select(6)
    for side, path in ((LOCAL, "closing_balance"), (REMOTE, "CLOSINGBALANCE")):
        where = view(board, side)
        assert where.path == path
        assert where.viewport().rect().contains(where.visualRect(where.currentIndex()))


def test_a_click_selects_a_line(board: Board, qtbot: Any) -> None:
    document = board._editor.document
    point = middle(board, 2)
    assert board.lines.link_at(point) == 2
    QTest.mouseClick(board.lines, Qt.MouseButton.LeftButton, pos=point)
    assert document.selected == 2
    with qtbot.waitSignal(board.settings_asked):
        QTest.mouseDClick(board.lines, Qt.MouseButton.LeftButton, pos=point)
    nowhere = QPoint(board.lines.width() // 2, board.lines.height() - 2)
    assert board.lines.link_at(nowhere) is None
    QTest.mouseClick(board.lines, Qt.MouseButton.LeftButton, pos=nowhere)
    assert document.selected is None


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_line_has_a_menu(board: Board) -> None:
    point = middle(board, 2)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, board.lines.mapToGlobal(point))
    QApplication.sendEvent(board.lines, event)
    menu = QApplication.activePopupWidget()
    assert board._editor.document.selected == 2
    actions = {action.text().replace("&", ""): action for action in menu.actions()}
    actions["Go to the right end"].trigger()
    assert view(board, REMOTE).hasFocus()
    assert view(board, REMOTE).path == "LEDGERPHONE"
    actions["Unlink"].trigger()
    menu.close()
    assert ("phone", "LEDGERPHONE") not in pairs(board)


def wheel(widget: Any, turn: int, modifier: Any = Qt.KeyboardModifier.NoModifier) -> None:
    at = QPointF(widget.rect().center())
    event = QWheelEvent(at, QPointF(widget.mapToGlobal(at.toPoint())), QPoint(), QPoint(0, turn),
                        Qt.MouseButton.NoButton, modifier, Qt.ScrollPhase.NoScrollPhase, False)  # fmt: skip
    QApplication.sendEvent(widget, event)


def test_the_wheel(board: Board) -> None:
    bars = [view(board, side).verticalScrollBar() for side in (LOCAL, REMOTE)]
    wheel(board.lines, -120)
    assert all(bar.value() > 0 for bar in bars)
    wheel(board.lines, 240)
    assert [bar.value() for bar in bars] == [0, 0]
    usual = view(board, LOCAL).delegate.height
    wheel(view(board, LOCAL).viewport(), 120, CTRL)
    assert view(board, REMOTE).delegate.height > usual
    wheel(view(board, LOCAL).viewport(), -120, CTRL)
    assert view(board, REMOTE).delegate.height == usual


def test_a_list_scrolls_when_a_drag_is_at_its_edge(board: Board, qtbot: Any) -> None:
    port, bar = view(board, REMOTE).viewport(), view(board, REMOTE).verticalScrollBar()
    drag = Drag(Carry(LOCAL, "email"))
    drag.over(port, QPoint(port.width() // 2, port.height() - 4))
    qtbot.waitUntil(lambda: bar.value() > 20)
    QApplication.sendEvent(port, QDragLeaveEvent())
    assert board._carrying.carry is None


def test_lines_differ_by_more_than_their_colour(board: Board) -> None:
    """Linked both ways, one way, changed on the way, faulty, selected: all different in shades of grey, and in both looks."""
    document, editor = board._editor.document, board._editor
    phone = document.links[2]
    document.apply([phone], "alone")
    looks = {}

    def keep(name: str) -> None:
        image = board.lines.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        looks[name] = bytes(image.constBits())

    editor.faults = ()
    keep("both ways")
    for direction in ("to_local", "to_remote"):
        document.apply([replace(phone, direction=direction)], "way")
        keep(direction)
    document.apply([replace(phone, transform=[{"name": "trim"}])], "changed")
    keep("changed on the way")
    document.apply([phone], "as it was")
    for level in ("warning", "error"):
        editor.faults = (Fault(level, "Something.", link=0),)
        board.hand.repaint()
        keep(level)
    editor.faults = ()
    document.select(0)
    keep("selected")
    document.select(None)
    board.right.search.setText("gst")
    keep("left out")
    assert len(set(looks.values())) == len(looks) == 8
    Theme.current.choose("dark")
    keep("dark")
    Theme.current.choose("light")
    assert looks["dark"] != looks["left out"]


def test_a_mouse_may_finish_what_the_keyboard_began(board: Board, qtbot: Any) -> None:
    go(board, LOCAL, "gstin")
    press(board, KEY.Key_Return)
    port, point = view(board, REMOTE).viewport(), place(board, REMOTE, "LEDGERPHONE")
    with qtbot.assertNotEmitted(board.settings_asked):
        QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=point)
        assert view(board, REMOTE).target == "LEDGERPHONE"
        QTest.mouseDClick(port, Qt.MouseButton.LeftButton, pos=point)
    assert ("gstin", "LEDGERPHONE") in pairs(board)
    with qtbot.waitSignal(board.settings_asked):
        QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=point)
        QTest.mouseDClick(port, Qt.MouseButton.LeftButton, pos=point)
    board.hand.take(LOCAL, "email")
    QTest.mouseClick(
        board.lines, Qt.MouseButton.LeftButton, pos=QPoint(board.lines.width() // 2, board.lines.height() - 2)
    )
    assert board._carrying.carry is None


def test_another_mapping_is_another_board(board: Board, desk: Any, qtbot: Any) -> None:
    board.left.search.setText("gst")
    go(board, LOCAL, "gstin")
    press(board, KEY.Key_Return)
    board._editor.open(INVOICES)
    calm(qtbot, desk)
    assert board._carrying.carry is None
    assert board.left.search.text() == ""
    assert board.left.side.row_of("lines") >= 0
    board._editor.close()
    assert board.left.side.rows == ()
    assert board.lines.curves() == []


def test_no_fields_there_says_why(desk: Any, services: Any, shown: Any, qtbot: Any, monkeypatch: Any) -> None:
    kept = services.mappings.open

    def without_fields(config_id: str, cancel: Any = None) -> Any:
        bench = kept(config_id, cancel)
        config = replace(bench.config, field_mappings=())
        return replace(bench, config=config, remote=(), live=False, notice="Tally does not answer.")

    monkeypatch.setattr(services.mappings, "open", without_fields)
    editor = opened(desk, qtbot)
    board = shown(Board(editor, None))
    assert board.right._stack.currentWidget() is board.right.empty
    assert board.right.empty._text.text() == "Tally does not answer."
    assert nameless(board) == []
    editor.close()


def test_a_field_that_is_not_offered_any_more_is_shown(board: Board) -> None:
    document = board._editor.document
    document.apply([*document.links, MappingView("email", "OLDMAIL", "text")], "link")
    row = view(board, REMOTE).row("OLDMAIL")
    assert row is not None
    assert not row.field.known
    model = view(board, REMOTE).model()
    index = model.index(view(board, REMOTE).side.row_of("OLDMAIL"), 0)
    assert "not offered any more" in model.data(index, Qt.ItemDataRole.AccessibleTextRole)


# --- said in words ------------------------------------------------------------------------------------------------


def test_a_screen_reader_is_told_everything(board: Board) -> None:
    assert nameless(board) == []
    board._editor.faults = (Fault("warning", "One of 12 is too long.", link=2),)

    def told(side: str, path: str, role: Any = Qt.ItemDataRole.AccessibleTextRole) -> str:
        model = view(board, side).model()
        return str(model.data(model.index(view(board, side).side.row_of(path), 0), role))

    assert told(LOCAL, "phone") == "Phone, text, linked with Phone (LEDGERPHONE), both ways"
    assert told(REMOTE, "CLOSINGBALANCE") == (
        "Closing balance (CLOSINGBALANCE), number, read only, linked with Closing balance, only to here"
    )
    assert told(REMOTE, "NAME").startswith("Name (NAME), text, required, linked with")
    assert told(LOCAL, "email") == "E-mail, text, not linked"
    description = Qt.ItemDataRole.AccessibleDescriptionRole
    assert told(LOCAL, "phone", description).endswith("1 thing to look at. One of 12 is too long.")
    assert told(REMOTE, "LEDGERPHONE", description).startswith("for example 020 2553 1200")
    assert board.lines.words(2) == "Phone and Phone (LEDGERPHONE), both ways\nOne of 12 is too long."
    assert board.left.view.accessibleName() == "Fields of SalesMate (here)"
    assert board.right.view.accessibleName() == "Fields of Tally Prime"


# --- 300 fields a side --------------------------------------------------------------------------------------------


def test_only_what_can_be_seen_is_worked_out(make: Any, services: Any, monkeypatch: Any) -> None:
    services.mappings.wide = 300
    board = make()
    assert len(pairs(board)) == 200
    ends, drawn, judged = [], [], []
    end, draw, judge = Window.end, lines_module.Lines._draw, board._carrying._judge
    monkeypatch.setattr(Window, "end", lambda self, place: (ends.append(1), end(self, place))[1])
    monkeypatch.setattr(lines_module.Lines, "_draw", lambda self, *given: (drawn.append(1), draw(self, *given))[1])
    monkeypatch.setattr(board._carrying, "_judge", lambda *given: (judged.append(1), judge(*given))[1])
    rows = 2 * (view(board, LOCAL).viewport().height() // view(board, LOCAL).delegate.height + 2)
    for scrolled in (300, 700, 4000):
        ends.clear()
        drawn.clear()
        view(board, LOCAL).verticalScrollBar().setValue(scrolled)
        board.lines.grab()
        assert 0 < len(drawn) <= rows
        assert board.lines.painted == sorted(board.lines.painted)
        assert len(ends) == 2 * 200
        board.lines.grab()
        board.lines.link_at(QPoint(20, 200))
        assert len(ends) == 2 * 200  # nothing has moved: nothing is worked out again
    board.hand.take(LOCAL, "custom.field_1")
    judged.clear()
    board.grab()
    assert 0 < len(judged) <= rows
    board.grab()
    assert len(judged) <= rows


def test_a_step_along_the_list_asks_for_no_more_rows(make: Any, services: Any, monkeypatch: Any) -> None:
    services.mappings.wide = 300
    board = make()
    painted = []
    paint = type(view(board, LOCAL).delegate).paint
    monkeypatch.setattr(
        type(view(board, LOCAL).delegate), "paint", lambda *given: (painted.append(1), paint(*given))[1]
    )
    rows = 2 * (view(board, LOCAL).viewport().height() // view(board, LOCAL).delegate.height + 2)
    for _ in range(5):
        painted.clear()
        press(board, KEY.Key_PageDown)
        board.grab()
        assert len(painted) <= 2 * rows


@pytest.mark.parametrize("ends", [(10.0, 200.0), (200.0, 10.0), (50.0, 50.0)])
def test_a_line_is_near_its_own_points(ends: tuple[float, float]) -> None:
    curve = Curve(0, 0.0, ends[0], 120.0, ends[1])
    path = curve.path()
    for part in range(21):
        at = path.pointAtPercent(part / 20).toPoint()
        assert curve.distance(at) < 2
        assert curve.distance(at + QPoint(0, 60)) > 8
    assert curve.distance(QPoint(500, 50)) == float("inf")


def test_fields_of_lines_stand_below_their_list_without_its_name() -> None:
    side = Side(REMOTE)
    fields = (
        SideField("LINES[].RATE", "Lines › Rate", group="LINES"),
        SideField("NAME", "Name"),
        SideField("LINES", "Lines", FieldType.LINES),
        SideField("ALONE[].X", "X", group="ALONE"),
    )
    side.look(fields, (), lambda path: SideField(path, path))
    assert [(row.title, row.depth) for row in side.rows] == [("Name", 0), ("Lines", 0), ("Rate", 1), ("X", 0)]
    side.search = "rate"
    side.arrange()
    assert [row.title for row in side.rows] == ["Lines", "Rate"]


# --- a real mouse -------------------------------------------------------------------------------------------------


def test_a_real_mouse_drags_under_a_real_x_server(tmp_path: Path) -> None:
    for tool in ("xvfb-run", "xauth"):
        if shutil.which(tool) is None:
            pytest.skip(f"there is no {tool} on this machine")
    environment = {name: value for name, value in os.environ.items() if name not in ("WAYLAND_DISPLAY", "DISPLAY")}
    environment |= {"QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT), "HOME": str(tmp_path)}
    done = subprocess.run(
        ["xvfb-run", "-a", "-s", "-screen 0 1280x900x24", sys.executable, "-m", "tests.ui.real_mouse"],
        capture_output=True, text=True, timeout=120, env=environment, cwd=ROOT, check=False,
    )  # fmt: skip
    if done.returncode == 77:
        pytest.skip(done.stdout.strip())
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.split() == ["cancelled", "linked", "replaced", "moved"]
