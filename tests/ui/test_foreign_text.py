"""What comes from outside, a customer's name or a field of a far system, is shown as it stands and never read as HTML: a label or a
tooltip would fetch its images, on Windows from another machine and with this user's login."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox

from app.ui.mappings.pairs import PairsModel
from app.ui.records.model import RecordsModel
from app.ui.records.presenter import Row
from app.ui.shell.status import StatusLine
from tests.ui.conftest import throw_away

HOSTILE = "<img src='file://thief.example/x.png'> Traders"
SOURCES = Path(__file__).parents[2] / "app" / "ui"
#: Where in a call the tooltip's text stands.
SHOWN = {"setToolTip": 0, "showText": 1}
#: Labels with a letter to press, and those of an icon or a number.
OWN_LABELS = {"widgets/basics.py", "settings/parts.py", "shell/rail.py"}
#: Tooltips of our own words alone, or (in the tray) never read as HTML.
OWN_TIPS = {
    "f'{title}  ({shortcut})'",
    "f'{shown.state.words}\\n{shown.counts}'",
    "tr('SalesMate Sync: {state}', state=self.state_action.text())",
    "tr('SalesMate Sync: {state}', state=words)",
    "one.undo.words",
    "each.accessibleName()",
    "shut.accessibleName()",
    "tr('Show {what}', what=title.lower())",
    "words",
    "link",
    "alone",
    "text",
    "kind",
}


def calls() -> Iterator[tuple[str, ast.Call]]:
    for path in sorted(SOURCES.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield path.relative_to(SOURCES).as_posix(), node


def name_of(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def is_safe(node: ast.expr) -> bool:
    match node:
        case ast.Constant():
            return True
        case ast.IfExp():
            return is_safe(node.body) and is_safe(node.orelse)
        case ast.Call():
            return (
                name_of(node) == "tip" or (name_of(node) == "tr" and not node.keywords) or ast.unparse(node) in OWN_TIPS
            )
    return ast.unparse(node) in OWN_TIPS


def test_a_tooltip_of_what_comes_from_outside_goes_through_tip() -> None:
    found = {
        f"{where}: {ast.unparse(call)}"
        for where, call in calls()
        if name_of(call) in SHOWN and not is_safe(call.args[SHOWN[name_of(call)]])
    }
    assert found == set()


def test_labels_are_made_where_their_format_is_set() -> None:
    assert {where for where, call in calls() if name_of(call) == "QLabel"} <= OWN_LABELS
    readers = {where for where, call in calls() if name_of(call) in {"QTextBrowser", "setHtml", "setOpenExternalLinks"}}
    assert readers <= {"guide.py"}  # our own pages


def is_plain(tip: str) -> bool:
    return "thief" in tip and "<img" not in tip


@pytest.mark.parametrize("party", [0, -1], ids=["named", "linked"])
def test_a_name_in_a_table(party: int) -> None:
    row = Row("id", (HOSTILE,), party=party)
    assert is_plain(RecordsModel._cell(None, row, 0, Qt.ItemDataRole.ToolTipRole))


def test_a_value_of_a_far_system(qapp: Any) -> None:
    model = PairsModel(lambda row, pair: True)
    model.show_pairs([(HOSTILE, HOSTILE)])
    assert is_plain(model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole))
    assert model.index(0, 0).data() == HOSTILE


def test_a_connection_s_name_in_the_line_at_the_foot(qapp: Any, theme: Any) -> None:
    line = StatusLine()
    line.furnish()
    line.show_line(
        SimpleNamespace(shape="info", tone="muted", text=HOSTILE, log_id=None, next_text=""),
        paused=False,
        any_connection=True,
    )
    assert line._text.textFormat() == Qt.TextFormat.PlainText
    assert is_plain(line._text.toolTip())
    throw_away(line)


def test_a_question(qapp: Any) -> None:
    """Its second text follows the format of its first."""
    box = QMessageBox()
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(HOSTILE)
    formats_ = {one.textFormat() for one in box.findChildren(QLabel) if one.text() == HOSTILE}
    assert formats_ == {Qt.TextFormat.PlainText}
    throw_away(box)
