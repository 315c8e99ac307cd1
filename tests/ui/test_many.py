"""What keeps the window quick where there is much: changes told rarely in a burst, rows touched only where they differ, cards made
little by little, nothing read that does not concern it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel

from app.model.events import Changed
from app.ui.activity.failed import FailedRecords
from app.ui.bridge import Bridge
from app.ui.shell.window import MainWindow
from app.ui.widgets.table import Cell, Column, RowsModel, Table
from tests.ui.conftest import calm, throw_away
from tests.ui.samples import ERRORS


class Fast(Bridge):
    CHANGED_MS, RAREST_MS, QUIET_MS = 10, 60, 20_000


@pytest.fixture
def bridge(qapp: Any) -> Iterator[Bridge]:
    made = Fast()
    yield made
    made.close()
    made.deleteLater()


def test_changes_that_keep_coming_are_told_less_and_less_often(bridge: Bridge, qtbot: Any) -> None:
    waits: list[int] = []

    def again(kinds: frozenset[str]) -> None:
        waits.append(bridge._slow.interval())
        if len(waits) < 5:
            bridge.hear(Changed(frozenset({"webhooks"})))

    bridge.changed.connect(again)
    bridge.hear(Changed(frozenset({"webhooks"})))
    qtbot.waitUntil(lambda: len(waits) == 5)
    assert waits == [10, 20, 40, 60, 60]
    bridge._quiet.stop()  # nothing changed for a while
    bridge.hear(Changed(frozenset({"webhooks"})))
    qtbot.waitUntil(lambda: len(waits) == 6)
    assert waits[-1] == 10


def row(key: str, text: str = "") -> tuple[str, tuple[Any, ...]]:
    return key, (Cell(text or key), "same")


@pytest.mark.parametrize(
    ("before", "after", "inserted", "removed", "changed"),
    [
        ("abc", "abc", [], [], []),
        ("abc", "xabc", [(0, 0)], [], []),
        ("abc", "abcx", [(3, 3)], [], []),
        ("abc", "ac", [], [(1, 1)], []),
        ("abcd", "axyd", [(1, 2)], [(1, 2)], []),
        ("abc", "aBc", [], [], [1]),
        ("abc", "xyz", None, None, []),
    ],
)
def test_only_rows_that_differ_are_touched(
    qapp: Any, before: str, after: str, inserted: Any, removed: Any, changed: list[int]
) -> None:
    model = RowsModel([Column("What"), Column("More")])
    model.set_rows([row(key) for key in before])
    heard: dict[str, list[Any]] = {"inserted": [], "removed": [], "changed": [], "reset": []}
    model.rowsInserted.connect(lambda _, first, last: heard["inserted"].append((first, last)))
    model.rowsRemoved.connect(lambda _, first, last: heard["removed"].append((first, last)))
    model.dataChanged.connect(lambda first, *_: heard["changed"].append(first.row()))
    model.modelReset.connect(lambda: heard["reset"].append(True))
    model.set_rows([row(key.lower(), key) for key in after])
    assert (heard["inserted"], heard["removed"], heard["changed"]) == (inserted or [], removed or [], changed)
    assert bool(heard["reset"]) is (inserted is None)
    assert [model.data(model.index(at, 0)) for at in range(model.rowCount())] == list(after)


def test_what_is_chosen_stays_chosen_when_rows_come(qapp: Any) -> None:
    columns = [Column("What"), Column("More")]
    model = RowsModel(columns)
    table = Table(model, columns, "Runs")
    model.set_rows([row(key) for key in "abc"])
    select = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    table.selectionModel().select(model.index(1, 0), select)
    model.set_rows([row(key) for key in "xyabc"])
    assert [model.key(index.row()) for index in table.selectionModel().selectedRows()] == ["b"]
    throw_away(table)


def test_of_many_failed_records_the_first_are_shown_and_the_others_on_request(qtbot: Any, shown: Any) -> None:
    errors = [replace(ERRORS[0], id=str(number)) for number in range(50)]
    view = shown(FailedRecords(errors))
    retries = lambda: [each for each in view.findChildren(type(view._more)) if each.property("error")]  # noqa: E731
    assert len(retries()) < 50
    qtbot.waitUntil(lambda: len(retries()) == 20 and view._more.isVisible())
    assert "30" in view._more.text()
    view._more.click()
    qtbot.waitUntil(lambda: len(retries()) == 40)
    view._more.click()
    qtbot.waitUntil(lambda: len(retries()) == 50)
    assert not view._more.isVisible()


def test_events_that_come_in_do_not_read_the_whole_overview(desk: Any, services: Any, qtbot: Any) -> None:
    window = MainWindow()
    window.show()
    window.connect_desk(desk)
    calm(qtbot, desk)
    read: list[str] = []
    services.dashboard, dashboard = lambda: (read.append("dashboard"), dashboard())[1], services.dashboard
    services.webhooks.failed = lambda: 7
    desk.bridge.changed.emit(frozenset({"webhooks"}))
    calm(qtbot, desk)
    assert read == []
    assert window.rail.buttons["webhooks"].count == "7"
    told: list[Any] = []
    window.stateful.connect(lambda: told.append(True))
    window.show_state()
    assert told == []  # nothing is shown that stands there already
    desk.bridge.changed.emit(frozenset({"runs"}))
    calm(qtbot, desk)
    assert "dashboard" in read
    window.status.tick.stop()
    throw_away(window)
