"""A file into the hub and out of it, through the window and a real hub, by mouse and keyboard."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLineEdit

from app import bootstrap
from app.db.database import DATABASE_FILE
from app.services.importing import views as v
from app.services.options import Options
from app.sheets import gather, values
from app.ui.activity import page as activity_page
from app.ui.records import import_presenter as presenter
from app.ui.records import page as records_page
from app.ui.records.import_dialog import DONE, FILE, PREVIEW
from app.ui.records.presenter import by_whom
from tests.ui.conftest import calm
from tests.ui.test_screens import nameless


@pytest.fixture
def services(tmp_path: Path, sqlite_template: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    monkeypatch.setenv("SALESMATE_SYNC_LOCKS", str(tmp_path / "locks"))
    (tmp_path / "data").mkdir()
    shutil.copy(sqlite_template, tmp_path / "data" / DATABASE_FILE)
    options = Options(data_dir=tmp_path / "data", secrets="file")
    with bootstrap.closing(bootstrap.start(options, kind="guest", schedule=False, listen=None)) as app:
        for name in ("Mehta Steel", "Anand Electricals"):
            app.services.records.create("customer", {"business_name": name, "city": "Pune"})
        yield app.services


@pytest.fixture
def page(desk: Any, shown: Any, qtbot: Any) -> Any:
    made = shown(records_page.make(desk))
    qtbot.waitUntil(lambda: made.model.rowCount() == 2)
    return made


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "party list.csv"
    rows = [
        ["Party Name", "City", "Credit Limit", "Route"],
        ["Mehta Steel", "Nagpur", "", "x"],
        ["Anand Electricals", "Pune", "", ""],
        ["Fresh & Co", "Goa", "1,50,000", ""],
        ["Bad", "Goa", "1,5", ""],
    ]
    with path.open("w", newline="", encoding="utf-8-sig") as made:
        csv.writer(made).writerows(rows)
    return path


def press(qtbot: Any, button: Any) -> None:
    assert button.isVisible()
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def choose_file(qtbot: Any, dialog: QFileDialog, path: Path) -> None:
    """Type a name into the file dialog and press its button."""
    dialog.findChild(QLineEdit, "fileNameEdit").setText(str(path))
    press(qtbot, dialog.findChild(QDialogButtonBox).buttons()[0])


def test_a_file_is_imported_and_taken_back(page, desk, services, file, qtbot):
    qtbot.keyClick(page, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.dialog is not None)
    dialog = page.dialog
    calm(qtbot, desk)
    assert not dialog.next.isEnabled()
    assert nameless(dialog) == []
    dialog.open_file(str(file))
    calm(qtbot, desk)
    step = dialog.file
    assert step.chosen() == {0: "business_name", 1: "city", 2: "credit_limit"}
    assert "4 rows" in step.count.text()
    assert nameless(dialog) == []
    qtbot.waitUntil(lambda: len(step.boxes) == 4)
    box = step.boxes[3]
    box.setFocus()
    qtbot.keyClicks(box, "Notes")
    assert step.chosen()[3] == "notes"
    press(qtbot, dialog.next)
    calm(qtbot, desk)
    assert dialog.steps.currentIndex() == PREVIEW
    assert services.records.count("customer") == 2  # nothing is written before the button
    preview = dialog.preview
    assert preview.filter.currentData() == v.WRONG
    assert preview.model.index(0, 0).data() == "5"
    assert "“1,5” is not a number" in preview.more.text()
    preview.filter.setCurrentIndex(preview.filter.findData(v.CHANGED))
    assert preview.more.text() == "Found here by: Business name\nCity: Pune → Nagpur\nNotes: – → x"
    assert dialog.next.text() == "Import 2 records"
    assert nameless(dialog) == []
    press(qtbot, dialog.next)
    calm(qtbot, desk)
    assert dialog.steps.currentIndex() == DONE
    assert (
        "1 record was made. 1 record was changed. 1 stayed as it is. 1 could not be taken."
        in dialog.outcome.note.accessibleName()
    )
    assert services.records.count("customer") == 3
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)  # the list shows it
    left_out = file.with_name("left out.csv")
    press(qtbot, dialog.outcome.save_button)
    choose_file(qtbot, dialog.dialog, left_out)
    qtbot.waitUntil(left_out.exists)
    calm(qtbot, desk)
    assert "Bad" in left_out.read_text(encoding="utf-8-sig")
    press(qtbot, dialog.outcome.undo_button)
    press(qtbot, dialog.outcome.sure)
    calm(qtbot, desk)
    assert services.records.count("customer") == 2
    assert "2 records are again" in dialog.outcome.note.accessibleName()
    press(qtbot, dialog.close_button)
    assert page.dialog is None


def test_each_import_is_undone_from_activity(page, desk, services, file, shown, qtbot, tmp_path):
    for name in ("first", "second"):
        path = tmp_path / f"{name}.csv"
        path.write_text(f"Business name,City\nFrom {name},Goa\n", encoding="utf-8")
        look = services.imports.look(path, "customer")
        services.imports.run(v.ImportOrder(path, "customer", look.guessed, look.header))
    activity = shown(activity_page.make(desk))
    press(qtbot, activity.imports_button)
    calm(qtbot, desk)
    dialog = activity.dialog
    assert nameless(dialog) == []
    assert [dialog.model.index(row, 0).data() for row in range(2)] == ["second.csv", "first.csv"]
    dialog.table.selectRow(1)
    press(qtbot, dialog.undo_button)
    press(qtbot, dialog.outcome.keep)
    calm(qtbot, desk)
    press(qtbot, dialog.undo_button)
    press(qtbot, dialog.outcome.sure)
    calm(qtbot, desk)
    names = [one["business_name"] for one in services.records.page("customer")[0]]
    assert "From second" in names
    assert "From first" not in names
    press(qtbot, dialog.back)
    calm(qtbot, desk)
    assert dialog.model.index(1, 3).data() == "Undone"
    assert not dialog.undo_button.isEnabled()
    press(qtbot, dialog.close_button)


def test_a_doubtful_row_is_decided_and_odd_letters_are_named(page, desk, services, qtbot, tmp_path):
    mehta = services.records.page("customer", q="mehta")[0][0]
    services.records.update("customer", mehta["id"], {"gstin": "27AAPFU0939F1ZV"})
    path = tmp_path / "odd.csv"
    text = (
        "Business name,GSTIN,City\nMehta Steel,29AAPFU0939F1ZR,Nagpur\nMehta Steel,29AAPFU0939F1ZX,Goa\nकमल,,पुणे\nराम,,"
    )
    path.write_bytes(text.encode() + b"Caf\xe9\n")
    page.open_import(str(path))
    dialog = page.dialog
    calm(qtbot, desk)
    assert "line 5" in dialog.file.note.accessibleName()
    assert dialog.file.letters.isVisible()
    assert nameless(dialog) == []
    press(qtbot, dialog.next)
    calm(qtbot, desk)
    preview = dialog.preview
    assert dict(dialog._preview.counts) == {"new": 1, "changed": 0, "same": 0, "doubtful": 2, "wrong": 1}
    assert dialog.next.text() == "Import 1 record"
    preview.filter.setCurrentIndex(preview.filter.findData(v.DOUBTFUL))
    box = preview.decision
    assert [box.itemText(at) for at in range(box.count())] == [
        "Leave this row out",
        "It is “Mehta Steel” (27AAPFU0939F1ZV  ·  Pune)",
        "Make a new record of it",
    ]
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert preview.model.index(0, 1).data() == "Decided"
    preview.table.selectRow(1)
    box.setCurrentIndex(2)
    preview.table.selectRow(0)
    assert box.currentIndex() == 1
    assert dialog.next.text() == "Import 3 records"
    press(qtbot, dialog.next)
    calm(qtbot, desk)
    now = services.records.page("customer", q="mehta")[0]
    assert sorted((one["gstin"], one["city"]) for one in now) == [
        ("29AAPFU0939F1ZR", "Nagpur"),
        ("29AAPFU0939F1ZX", "Goa"),
    ]
    press(qtbot, dialog.close_button)
    page.open_import(str(path))
    dialog = page.dialog
    calm(qtbot, desk)
    dialog.file.letters.setCurrentIndex(dialog.file.letters.findData("cp1252"))
    calm(qtbot, desk)
    assert dialog.file.look.encoding == "cp1252"
    assert dialog.file.note.isHidden()
    assert "à¤•" in " ".join(dialog.file.look.columns[0].samples)
    press(qtbot, dialog.close_button)


def test_a_dropped_file_opens_the_import_with_the_columns_chosen_the_last_time(
    page, desk, services, file, qtbot, tmp_path
):
    def drop(path: Path) -> bool:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        entered = QDragEnterEvent(page.rect().center(), copy, data, left, none)
        entered.ignore()
        QApplication.sendEvent(page, entered)
        if entered.isAccepted():
            QApplication.sendEvent(page, QDropEvent(QPointF(page.rect().center()), copy, data, left, none))
        return entered.isAccepted()

    assert not drop(tmp_path / "picture.png")
    assert drop(file)
    dialog = page.dialog
    calm(qtbot, desk)
    dialog.file.boxes[1].setCurrentIndex(0)
    press(qtbot, dialog.next)
    calm(qtbot, desk)
    assert kinds(dialog) == {"new": 1, "same": 2, "wrong": 1}
    press(qtbot, dialog.back)
    dialog.file.here.setCurrentIndex(1)
    press(qtbot, dialog.close_button)
    assert drop(file)
    calm(qtbot, desk)
    assert page.dialog.file.chosen() == {0: "business_name", 2: "credit_limit"}
    qtbot.keyClick(page.dialog, Qt.Key.Key_Escape)


def kinds(dialog: Any) -> dict[str, int]:
    return {kind: count for kind, count in dialog._preview.counts.items() if count}


def test_another_sheet_another_kind_and_a_file_that_is_none(page, desk, services, qtbot, tmp_path):
    book = Workbook()
    book.active.append(["Nothing here"])
    goods = book.create_sheet("Goods")
    goods.append(["Price list"])
    goods.append(["Item Name", "GST %"])
    goods.append(["Bulb", 0.18])
    goods["B3"].number_format = "0%"
    book.save(tmp_path / "a.xlsx")
    page.open_import(str(tmp_path / "a.xlsx"))
    dialog = page.dialog
    calm(qtbot, desk)
    step = dialog.file
    step.kind.setCurrentIndex(step.kind.findData("product"))
    calm(qtbot, desk)
    step.sheet.setCurrentIndex(step.sheet.findText("Goods"))
    calm(qtbot, desk)
    assert (step.header.value(), step.chosen()) == (2, {0: "name", 1: "gst_rate"})
    step.header.setValue(1)
    step.header.editingFinished.emit()
    calm(qtbot, desk)
    assert step.look.header == 1
    (tmp_path / "b.xlsx").write_bytes(b"no")
    dialog.open_file(str(tmp_path / "b.xlsx"))
    calm(qtbot, desk)
    assert "no Excel file" in step.note.accessibleName()
    assert not dialog.next.isEnabled()
    assert dialog.steps.currentIndex() == FILE
    dialog.reject()


def test_the_list_is_exported_as_it_is_filtered(page, desk, services, qtbot, tmp_path):
    page.search.setText("mehta")
    qtbot.keyClick(page, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.dialog is not None)
    dialog = page.dialog
    assert dialog.listed.isChecked()
    assert "mehta" in dialog.listed.text()
    assert nameless(dialog) == []
    dialog.format.setCurrentIndex(1)
    path = tmp_path / "no such folder" / "out.csv"
    dialog.write(str(path))
    calm(qtbot, desk)
    assert "is not there" in dialog.note.accessibleName()
    press(qtbot, dialog.save)
    path = tmp_path / "out.csv"
    with qtbot.waitSignal(desk.said) as told:
        choose_file(qtbot, dialog.dialog, path)
    assert told.args[1] == "1 record is in the file"
    assert len(path.read_text(encoding="utf-8-sig").splitlines()) == 2
    assert desk.local.get("sheets_folder") == str(tmp_path)
    assert page.dialog is None
    calm(qtbot, desk)


def test_every_reason_is_translated():
    marked = set(presenter.SAID)
    assert marked == {*values.REASONS, gather.DIFFERS, *v.WHOLE_REASONS, *v.NOT_FOUND.values(), v.NOT_ONE}
    assert set(presenter.KINDS) == set(v.KINDS)
    assert by_whom("import:party list.csv", {}) == "import of party list.csv"


def test_choices_are_remembered_for_the_newest_files_only():
    kept = ""
    for number in range(30):
        kept = presenter.remember(kept, f"titles {number}", {0: "city"})
    assert presenter.remembered(kept, "titles 29") == {0: "city"}
    assert presenter.remembered(kept, "titles 5") is None
    assert presenter.remembered("nonsense", "x") is None
    assert presenter.rows_words([7]) + presenter.rows_words([7, 8, 9]) + presenter.rows_words([2, 9]) == "77–92, 9"
