"""The table of a million rows, its search, and a record beside it."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QGuiApplication

from app.model.events import Changed
from app.ui.records import page as records_page
from app.ui.records import presenter
from app.ui.records.model import KEPT, SIZE, RecordsModel
from tests.ui.test_screens import click, nameless


@pytest.fixture
def model(desk: Any, qtbot: Any) -> Any:
    made = RecordsModel(desk.services, desk.work)
    yield made
    made.deleteLater()


def settled(qtbot: Any, desk: Any, model: RecordsModel) -> None:
    qtbot.waitUntil(lambda: not desk.work.busy and not model._soon.isActive() and model._asking is None)


def test_model_keeps_qts_rules(model, desk, qtbot, qtmodeltester):
    desk.services.records.totals["customer"] = 600
    model.choose("customer")
    settled(qtbot, desk, model)
    qtmodeltester.check(model)
    settled(qtbot, desk, model)
    qtmodeltester.check(model)


def test_a_million_rows_ask_only_for_the_pages_shown(desk, services, shown, qtbot):
    services.records.totals["customer"] = 1_000_000
    page = shown(records_page.make(desk))
    settled(qtbot, desk, page.model)
    assert page.model.rowCount() == 1_000_000
    qtbot.waitUntil(lambda: bool(services.records.asked))  # drawing asks
    settled(qtbot, desk, page.model)
    assert services.records.asked == ["customer-0000000"]
    services.records.asked.clear()
    page.table.scrollTo(page.model.index(700_000, 0))
    qtbot.waitUntil(lambda: page.model._pages.get(700_000 // SIZE) is not None)
    settled(qtbot, desk, page.model)
    assert page.model.index(700_000, 0).data() == "Anand Electricals 700000"
    assert len(services.records.asked) <= 2  # the page in view, and the one it borders on


def test_flying_over_pages_fetches_only_where_it_stops(model, desk, services, qtbot):
    services.records.totals["customer"] = 1_000_000
    model.choose("customer")
    settled(qtbot, desk, model)
    for row in range(0, 900_000, 10_000):
        assert model.index(row, 0).data() == "…"
    settled(qtbot, desk, model)
    assert len(services.records.asked) <= 5
    assert model.index(890_000, 0).data() == "Anand Electricals 890000"


def test_only_the_last_used_pages_are_kept(model, desk, services, qtbot):
    pages = KEPT + 5
    services.records.totals["customer"] = pages * SIZE
    model.choose("customer")
    settled(qtbot, desk, model)
    for page in range(pages):
        model.row(page * SIZE)
        settled(qtbot, desk, model)
    assert len(model._pages) == KEPT
    assert pages - 1 in model._pages
    assert 0 not in model._pages


def test_rows_that_come_in_keep_the_place(desk, services, shown, qtbot):
    services.records.totals["customer"] = 5000
    page = shown(records_page.make(desk))
    page.table.scrollTo(page.model.index(3000, 0), page.table.ScrollHint.PositionAtTop)
    page.table.selectRow(3000)
    settled(qtbot, desk, page.model)
    top = page.table.rowAt(0)
    services.records.totals["customer"] = 5100
    services.bus.publish(Changed(frozenset({"records"})))
    qtbot.waitUntil(lambda: page.model.rowCount() == 5100)
    settled(qtbot, desk, page.model)
    assert page.table.rowAt(0) == top
    assert page.table.currentIndex().row() == 3000
    services.records.totals["customer"] = 100
    page.model.refresh()
    settled(qtbot, desk, page.model)
    assert page.model.rowCount() == 100


def test_the_newest_documents_stand_first_and_keep_their_place(desk, services, shown, qtbot):
    services.records.totals["invoice"] = 600
    page = shown(records_page.make(desk))
    page.open("invoice:")
    qtbot.waitUntil(lambda: page.model.row(0) is not None)  # the first page is asked for when it is painted, or now
    settled(qtbot, desk, page.model)
    assert page.model.row(0).id == "invoice-0000599"
    page.table.selectRow(3)
    chosen = page.model.row(3).id
    services.records.totals["invoice"] = 610
    services.bus.publish(Changed(frozenset({"records"})))
    qtbot.waitUntil(lambda: page.model.rowCount() == 610)
    page.model.row(0)
    settled(qtbot, desk, page.model)
    assert page.model.row(0).id == "invoice-0000609"
    place = page.table.currentIndex().row()
    assert (place, page.model.row(place).id) == (13, chosen)


def test_answers_of_another_search_are_dropped(model, desk, services, qtbot):
    model.choose("customer")
    model.choose("invoice", "x")
    settled(qtbot, desk, model)
    assert model.rowCount() == 3
    assert model.index(0, 1).data() is not None
    settled(qtbot, desk, model)
    assert model.index(0, 1).data() == "SI/2026/0002"


def test_numbers_stand_right_and_are_grouped(model, desk, qtbot):
    model.choose("customer")
    settled(qtbot, desk, model)
    last = model.columnCount() - 1
    model.index(999, last).data()
    settled(qtbot, desk, model)
    assert model.index(300, last).data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    model.index(300, last).data()
    settled(qtbot, desk, model)
    assert model.index(300, last).data() == "23,75,700.50"


def test_search_waits_for_the_last_letter(desk, services, shown, qtbot):
    page = shown(records_page.make(desk))
    assert page.focus_search()
    for text in ("a", "an", "ana"):
        page.search.setText(text)
    assert page.model._query is None
    qtbot.waitUntil(lambda: page.model._query == "ana")
    settled(qtbot, desk, page.model)
    assert page.number.text() == "3 found"


def test_nothing_found_says_so(desk, services, shown, qtbot):
    services.records.totals = {"customer": 0}
    page = shown(records_page.make(desk))
    settled(qtbot, desk, page.model)
    assert page._left.currentWidget() is page.empty


def test_a_record_opens_beside_the_table(desk, shown, qtbot):
    page = shown(records_page.make(desk))
    page.open("invoice")
    page.select_row(4)
    qtbot.waitUntil(lambda: page.detail._shown is not None)
    detail = page.detail._shown
    assert detail.title == "SI/2026/8395"  # the newest stand first
    assert {name: value for name, value, _ in detail.fields}["Total"] == "43,164.00"
    assert nameless(page) == []
    assert page.table.isColumnHidden(3)  # what tells rows apart stays
    qtbot.keyClick(page.detail, Qt.Key.Key_Escape)
    assert not page.detail.isVisible()
    assert not page.table.isColumnHidden(3)


def test_a_record_is_opened_by_its_target(desk, shown, qtbot):
    page = shown(records_page.make(desk))
    page.open("customer:customer-0000007")
    qtbot.waitUntil(lambda: page.detail._shown is not None)
    assert page.detail._shown.title == "गणेश भंडार 7"


def test_an_opened_record_comes_before_the_list_beside_it(desk, services, shown, qtbot, monkeypatch):
    page = shown(records_page.make(desk))
    settled(qtbot, desk, page.model)
    asked: list[str] = []
    for name in ("get", "page_starts"):
        call = getattr(services.records, name)
        monkeypatch.setattr(
            services.records,
            name,
            lambda *args, _name=name, _call=call, **kw: asked.append(_name) or _call(*args, **kw),
        )
    page.open("invoice:invoice-0000007")
    qtbot.waitUntil(lambda: page.model.rowCount() == services.records.totals["invoice"])
    assert asked == ["get", "page_starts"]
    page.model.row(0)
    settled(qtbot, desk, page.model)
    assert page.model.row(0) is not None
    asked.clear()
    page.open("payment:nobody")  # there is no such record: the list comes all the same
    qtbot.waitUntil(lambda: page.detail._title.text() == "This record can't be shown")
    qtbot.waitUntil(lambda: page.model.rowCount() == services.records.totals["payment"])
    assert asked == ["get", "page_starts"]


def test_keyboard_opens_and_copies(desk, shown, qtbot):
    page = shown(records_page.make(desk))
    settled(qtbot, desk, page.model)
    page.model.row(0)
    settled(qtbot, desk, page.model)
    page.table.setCurrentIndex(page.model.index(0, 0))
    select = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    page.table.selectionModel().select(page.model.index(1, 0), select)
    qtbot.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert len(lines) == 3
    assert lines[0].startswith("Business name\t")
    assert lines[1].startswith("Anand Electricals 0\t")
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.detail._shown is not None)
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.detail._shown.title.endswith(" 1"))


def test_a_party_that_is_no_customer_is_named_all_the_same(model, desk, services, qtbot, monkeypatch):
    from app.ui.records import presenter

    cash = {"id": "invoice-0000000", "number": "11", "customer": None, "custom": {"party": "Cash"}, "status": "posted"}
    sold = {**cash, "id": "invoice-0000001", "customer": {"id": "c", "label": "Mehta Steel"}}
    monkeypatch.setattr(services.records, "from_id", lambda *a, **k: [cash, sold])
    services.records.totals["invoice"] = 2
    model.choose("invoice")
    settled(qtbot, desk, model)
    index = model.index(0, 2)
    index.data()
    settled(qtbot, desk, model)
    role = Qt.ItemDataRole
    assert index.data() == "Cash"
    assert index.data(role.FontRole).italic()
    assert "Not a customer" in index.data(role.ToolTipRole)
    other = model.index(1, 2)
    assert (other.data(), other.data(role.FontRole), other.data(role.ToolTipRole)) == ("Mehta Steel", None, None)
    page = presenter.detail("invoice", cash)
    assert ("Party", "Cash", presenter.no_customer()) in page.fields
    assert [name for name, _, _ in page.fields].count("Party") == 1
    assert page.subtitle.endswith("Cash")


def title_clicked(qtbot: Any, page: Any, name: str) -> None:
    header = page.table.horizontalHeader()
    column = [spec.name for spec, _ in presenter.columns(page.entity)].index(name)
    at = header.sectionViewportPosition(column) + 8
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(at, header.height() // 2))


def test_sorted_by_a_click_on_a_title_and_remembered(desk, services, shown, qtbot):
    services.records.totals["customer"] = 600
    page = shown(records_page.make(desk))
    settled(qtbot, desk, page.model)
    title_clicked(qtbot, page, "closing_balance")
    title_clicked(qtbot, page, "closing_balance")
    settled(qtbot, desk, page.model)
    assert page.order.currentText() == "Closing balance: largest first"
    assert services.records.asked[-1] == "customer-0000599"
    assert page.model.index(0, 0).data() == "D'Souza & Co. 599"
    assert page.table.selectionModel().selectedRows() == []  # a title chooses no rows
    page.show_entity("invoice")
    assert page.order.order is None
    page.show_entity("customer")
    assert page.order.order == ("closing_balance", True)
    title_clicked(qtbot, page, "closing_balance")
    assert page.order.order is None
    page.order.setCurrentIndex(page.order.findText("Business name: A to Z"))
    settled(qtbot, desk, page.model)
    assert page.table.horizontalHeader().sortIndicatorSection() == 0
    assert ("business_name", False) in services.records.asked
    services.records.totals["customer"] = 1_000_000
    page.refresh()
    settled(qtbot, desk, page.model)
    told: list[Any] = []
    desk.said.connect(lambda *words: told.append(words))
    title_clicked(qtbot, page, "closing_balance")
    assert told[0][1] == "Not sorted by Closing balance"
    assert page.order.order == ("business_name", False)
    page.show_entity("invoice")
    title_clicked(qtbot, page, "customer")
    assert "another record" in told[-1][2]
    settled(qtbot, desk, page.model)


def test_nothing_found_offers_everything_again(desk, services, shown, qtbot):
    services.records.totals["customer"] = 0
    page = shown(records_page.make(desk))
    settled(qtbot, desk, page.model)
    assert page.everything.isHidden()
    page.search.setText("nobody")
    page._choose()
    settled(qtbot, desk, page.model)
    click(qtbot, page, "Show all customers")
    settled(qtbot, desk, page.model)
    assert page.search.text() == ""
    assert page.everything.isHidden()
