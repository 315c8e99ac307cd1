"""The totals screen: what differs is marked by sign and shape, opened by Enter, saved to a file, and stopped at will."""

from __future__ import annotations

import threading
from decimal import Decimal
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt

from app.model.errors import Conflicting
from app.ui.totals import page as totals_page
from app.ui.totals import presenter
from tests.ui.conftest import calm
from tests.ui.test_screens import click, make, nameless

SYSTEM = "Tally"


@pytest.fixture
def page(desk: Any, shown: Any) -> totals_page.TotalsPage:
    return shown(make("totals", desk))


def compared(page: Any, desk: Any, qtbot: Any) -> Any:
    page.compare()
    calm(qtbot, desk)
    return page


def texts(table: Any) -> list[list[str]]:
    model = table.model()
    return [[model.index(r, c).data() for c in range(model.columnCount())] for r in range(model.rowCount())]


def test_months_are_compared_only_when_asked(page, desk, services, qtbot):
    assert [call for call in services.calls if call[0] == "compare"] == []
    assert (page.first.currentData(), page.last.currentData()) == ("2026-07", "2026-09")
    compared(page, desk, qtbot)
    assert ("compare", "c1", "2026-07", "2026-09") in services.calls
    lines = texts(page.table)
    assert [line[0] for line in lines] == ["Jul 2026", "Aug 2026", "Aug 2026, drafts", "Sep 2026", "Together"]
    assert lines[0][1:4] == ["4,12,380.50  (31)", "4,12,380.50  (31)", "="]
    assert lines[1][4:7] == ["4,00,000.50  (30)", "4,12,380.50  (31)", "-12,380.00"]
    assert lines[4][6] == "-12,380.00"
    assert page.table.currentIndex().row() == 1  # where something differs
    assert not page.table.model().index(1, 0).data(Qt.ItemDataRole.DecorationRole).isNull()
    assert nameless(page) == []
    assert "2 (1,180.00)" in page.note.accessibleName()


def test_a_month_opens_its_documents_and_they_lead_to_their_records(page, desk, services, qtbot):
    compared(page, desk, qtbot)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    calm(qtbot, desk)
    assert [call for call in services.calls if call[0] == "differences"] == [
        ("differences", "c1", "invoice", "2026-08")
    ]
    lines = texts(page.difference_table)
    assert [line[0] for line in lines] == ["Only in Tally", "Another amount", "Another status", "Here in another month"]
    assert [line[6] for line in lines] == ["-12,380.00", "+100.00", "+50.00", "="]
    assert lines[2][5] == "0.00  (Cancelled)"
    assert not page.show_button.isEnabled()  # it is not here
    assert nameless(page) == []
    with qtbot.waitSignal(desk.said) as told:
        qtbot.keyClick(page.difference_table, Qt.Key.Key_Return)
    assert "SI/2026/0031" in told.args[1]
    page.difference_table.selectRow(1)
    with qtbot.waitSignal(desk.asked) as asked:
        click(qtbot, page, "Show the record")
    assert asked.args == ["record:invoice:invoice-0000007"]
    with qtbot.waitSignal(desk.asked):
        page.difference_table.doubleClicked.emit(page.difference_model.index(2, 0))


def test_a_month_without_a_difference_says_so(page, desk, services, qtbot):
    compared(page, desk, qtbot)
    page.table.selectRow(0)
    page.table.opened.emit(0)
    page.table.opened.emit(4)  # the sums open nothing
    assert [call for call in services.calls if call[0] == "differences"] == []
    assert "same documents" in page.note.accessibleName()


def test_it_is_stopped_and_begun_again(page, desk, services, qtbot):
    services.totals.gate = threading.Event()
    page.compare()
    qtbot.waitUntil(lambda: "Aug 2026" in page.step.text())
    assert not page.compare_button.isEnabled()
    assert nameless(page) == []
    click(qtbot, page, "Stop the comparison")
    calm(qtbot, desk)
    assert page.note.accessibleName().startswith("Stopped")
    services.totals.gate = None
    assert compared(page, desk, qtbot).table.model().rowCount() == 5


def test_why_it_can_not_be_compared_is_told(page, desk, services, qtbot):
    services.totals.error = Conflicting("There is nothing.", hint="Choose something.")
    compared(page, desk, qtbot)
    assert page.note.accessibleName() == "There is nothing. Choose something."
    assert not page.save_button.isEnabled()


def test_another_connection_begins_anew(page, desk, qtbot):
    compared(page, desk, qtbot)
    page.open("c2")
    assert page.connection.currentData() == "c2"
    assert (page._rows, page.table) == ([], None)


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
def test_saved_for_a_spreadsheet(page, desk, qtbot, tmp_path, name):
    compared(page, desk, qtbot)
    page.table.opened.emit(1)
    calm(qtbot, desk)
    with qtbot.waitSignal(desk.said):
        page.save(str(tmp_path / name))
    if name.endswith("csv"):
        text = (tmp_path / name).read_bytes().decode("utf-8-sig")
        assert "2026-08,Invoices,Posted,30,400000.50,31,412380.50,-12380.00,2,1180.00\r\n" in text
        assert "'=SI/8" in text
        return
    book = load_workbook(tmp_path / name)
    totals = [[cell.value for cell in row] for row in book["Totals"].iter_rows()]
    assert ["2026-08", "Invoices", "Posted", 30, 400000.5, 31, 412380.5, -12380, 2, 1180] in totals
    cell = book["Differences"]["C4"]
    assert (cell.value, cell.data_type) == ("=SI/8", "s")


def test_the_ways_to_it(desk, shown, qtbot):
    cards = shown(make("connections", desk))
    with qtbot.waitSignal(desk.asked) as asked:
        click(qtbot, cards, "Compare totals: Mehta Traders")
    assert asked.args == ["totals:c1"]
    runs = shown(make("activity", desk))
    with qtbot.waitSignal(desk.asked) as asked:
        click(qtbot, runs, "Compare totals")
    assert asked.args == ["totals:"]


def test_equal_sums_of_other_documents_are_no_equality():
    from app.services.views import MonthTotal

    row = MonthTotal("invoice", "Sales", "2026-08", "posted", 3, "10.00", 2, "10.00", "0.00")
    ((_, cells),) = presenter.table([row], SYSTEM)
    assert (cells[3].text, cells[3].icon) == ("+1 document", "warning")
    assert presenter.verdict([row], SYSTEM)[0] == "warn"
    sheet = presenter.sheets([row], (), SYSTEM)["Totals"]
    assert sheet[1][4] == Decimal("10.00")
