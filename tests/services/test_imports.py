"""Files into the hub and out of it, on a real hub: judged first, written in parts, undone as a whole."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from app import bootstrap
from app.model.cancel import CancelToken
from app.model.errors import Cancelled, Conflicting, InvalidInput, NotFound, StorageError
from app.services import imports as imports_module
from app.services.exports import ExportOrder
from app.services.facade import Services
from app.services.importing import views as v
from app.services.importing.views import ImportOrder
from app.services.options import Options
from app.sheets import writing
from app.sheets.reading import read

GSTIN = "27AAPFU0939F1ZV"
pytestmark = pytest.mark.database("sqlite")


@pytest.fixture
def services(database_url: str, data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Services]:
    monkeypatch.setenv("SALESMATE_SYNC_LOCKS", str(data_dir / "locks"))
    options = Options(data_dir=data_dir, database_url=database_url, secrets="file")
    with bootstrap.closing(bootstrap.start(options, kind="guest", schedule=False, listen=None)) as app:
        yield app.services


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    def make(*rows: Sequence[Any], name: str = "file.csv") -> Path:
        path = tmp_path / name
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
        return path

    return make


def order(services: Services, path: Path, entity: str = "customer", **more: Any) -> ImportOrder:
    look = services.imports.look(path, entity)
    return ImportOrder(path, entity, look.guessed, look.header, look.sheet, **more)


def customer(services: Services, **values: Any) -> dict[str, Any]:
    return services.records.create("customer", values)


def kinds(preview: v.Preview | v.Imported) -> dict[str, int]:
    return {kind: count for kind, count in preview.counts.items() if count}


def everything(services: Services, entity: str) -> list[dict[str, Any]]:
    return services.records.page(entity, limit=1000)[0]


def test_new_changed_same_doubtful_and_wrong_are_told_before_anything_is_written(services, write):
    mehta = customer(services, business_name="Mehta Steel", gstin=GSTIN, city="Pune", phone="020 1")
    customer(services, business_name="Same & Co", city="Goa")
    for _ in range(2):
        customer(services, business_name="Double")
    customer(services, business_name="Other GST", gstin="29AAPFU0939F1ZR")
    path = write(
        ["Party Name", "GST No", "City", "Credit Limit", "Phone"],
        ["Mehta Steel Ltd", GSTIN.lower(), "Nagpur", "1,50,000", ""],
        ["same & co", "", "Goa", "", ""],
        ["Double", "", "Goa", "", ""],
        ["Other GST", GSTIN[:-1] + "X", "", "", ""],
        ["New & Sons", "", "दिल्ली", "(2,500.50)", ""],
        ["New & Sons", "", "", "", ""],
        ["Bad Limit", "", "", "1,5", ""],
        ["", "", "Goa", "", ""],
    )
    before = everything(services, "customer")
    preview = services.imports.preview(order(services, path))
    assert kinds(preview) == {"new": 1, "changed": 2, "doubtful": 3, "wrong": 2}
    assert everything(services, "customer") == before
    by_row = {item.rows[0]: item for item in preview.items}
    changed = by_row[2]
    assert (changed.record_id, changed.by) == (mehta["id"], ("gstin",))
    assert [(one.name, one.before, one.after) for one in changed.changes] == [
        ("business_name", "Mehta Steel", "Mehta Steel Ltd"),
        ("gstin", GSTIN, GSTIN.lower()),
        ("city", "Pune", "Nagpur"),
        ("credit_limit", None, "150000.00"),
    ]
    assert by_row[3].by == ("business_name",)
    assert [by_row[row].reason for row in (4, 5, 7)] == [v.SEVERAL_NAME, v.OTHER_KEY, v.TWICE]
    assert by_row[6].kind == v.NEW
    (fault,) = by_row[8].faults
    assert (fault.row, fault.column, fault.shown) == (8, "Credit Limit", "1,5")
    assert by_row[9].faults[0].reason == v.NEEDED

    done = services.imports.run(order(services, path, stamp=preview.stamp))
    assert kinds(done) == kinds(preview)
    made = services.records.page("customer", q="new sons")[0][0]
    assert (made["credit_limit"], made["city"], made["is_active"]) == ("-2500.50", "दिल्ली", True)
    assert made["source"] == "import:file.csv"
    now = services.records.get("customer", mehta["id"])
    assert (now["city"], now["phone"], now["version"]) == ("Nagpur", "020 1", 2)  # an empty cell leaves what is there
    assert services.records.history("customer", mehta["id"])[0].source == "import:file.csv"
    again = services.imports.run(order(services, path))
    assert kinds(again) == {"same": 3, "doubtful": 3, "wrong": 2}
    assert again.import_id == ""


def test_empty_cells_clear_only_where_that_was_chosen_and_only_new_changes_nothing(services, write):
    mine = customer(services, business_name="Mehta", city="Pune", phone="1")
    path = write(["Business name", "City", "Phone"], ["Mehta", "", "2"], ["Fresh", "", ""])
    done = services.imports.run(order(services, path, only_new=True))
    assert (kinds(done), done.left) == ({"new": 1, "changed": 1}, 1)
    assert services.records.get("customer", mine["id"])["phone"] == "1"
    services.imports.run(order(services, path, clear=True))
    now = services.records.get("customer", mine["id"])
    assert (now["city"], now["phone"]) == (None, "2")


def test_an_import_is_undone_as_a_whole_but_for_what_was_changed_since(services, write):
    old = customer(services, business_name="Old", city="Pune")
    path = write(["Business name", "City"], ["Old", "Goa"], ["A", "x"], ["B", "y"])
    assert services.imports.last() is None
    done = services.imports.run(order(services, path))
    last = services.imports.last()
    assert last is not None
    assert (last.id, last.file, last.entity, last.undone) == (done.import_id, "file.csv", "customer", False)
    touched = next(one for one in everything(services, "customer") if one["business_name"] == "B")
    services.records.update("customer", touched["id"], {"city": "mine"})
    undone = services.imports.undo(done.import_id)
    assert undone.changed == 2
    assert [(one.label, one.reason) for one in undone.left] == [("B", "Changed since: City.")]
    assert sorted(one["business_name"] for one in everything(services, "customer")) == ["B", "Old"]
    assert services.records.get("customer", old["id"])["city"] == "Pune"
    assert services.imports.last().undone
    with pytest.raises(NotFound):
        services.imports.undo("no-such-import")


DOCUMENT = ["Invoice No", "Invoice Date", "Party", "Item", "Qty", "Rate", "Amount", "HSN/SAC", "Disc %"]


def test_rows_of_one_number_and_date_are_one_document(services, write):
    party = customer(services, business_name="Mehta Steel")
    bulb = services.records.create("product", {"name": "Bulb"})
    path = write(
        ["Sales Register of Mehta"],
        DOCUMENT,
        ["S/1", "1/8/26", "Mehta Steel", "Bulb", "2", "10", "20", "8539", "5%"],
        ["S/2", "02-Aug-2026", "Mehta Steel", "Bulb", "1", "10", "10", "", ""],
        ["S/1", "1/8/26", "Mehta Steel", "Bulb", "3", "10", "30", "", ""],
        ["", "", "", "Bulb", "4", "1", "4", "", ""],
        ["S/3", "32/8/26", "Mehta Steel", "Bulb", "1", "1", "1", "", ""],
        ["S/4", "1/8/26", "Nobody", "Lamp", "1", "1", "1", "", ""],
        ["S/5", "1/8/26", "Mehta Steel", "Bulb", "1", "1", "1", "", ""],
        ["S/5", "1/8/26", "Someone", "Bulb", "1", "1", "1", "", ""],
    )
    asked = order(services, path, "invoice")
    assert asked.header == 2
    preview = services.imports.preview(asked)
    assert kinds(preview) == {"new": 2, "wrong": 3}
    faults = {(one.row, one.column, one.shown) for item in preview.items for one in item.faults}
    assert faults == {
        (7, "Invoice Date", "32/8/26"), (8, "Party", "Nobody"), (8, "Item", "Lamp"), (10, "Party", "Someone"),
    }  # fmt: skip
    services.imports.run(asked)
    first, second = everything(services, "invoice")
    assert (first["number"], first["date"], first["customer"]["id"]) == ("S/1", "2026-08-01", party["id"])
    assert [line["quantity"] for line in first["lines"]] == ["2", "3"]
    assert [line["quantity"] for line in second["lines"]] == ["1", "4"]  # the row without a number goes on with it
    assert first["lines"][0]["product"] == {"id": bulb["id"], "label": "Bulb"}
    assert first["lines"][0]["discount_percent"] == "5"
    assert kinds(services.imports.preview(asked)) == {"same": 2, "wrong": 3}

    changed = write(
        [*DOCUMENT[:5], "Rate"],
        ["S/1", "1/8/26", "Mehta Steel", "Bulb", "2", "12"],
        ["S/1", "1/8/26", "Mehta Steel", "Bulb", "3", "10"],
    )
    (item,) = services.imports.preview(order(services, changed, "invoice")).items
    assert [(one.name, one.before, one.after) for one in item.changes] == [("lines[0].rate", "10.00", "12.00")]
    services.imports.run(order(services, changed, "invoice"))
    now = services.records.get("invoice", first["id"])
    assert (now["lines"][0]["rate"], now["lines"][0]["hsn_code"]) == ("12.00", "8539")  # what the file has not, stays


def test_papers_without_a_number_are_not_doubled(services, write):
    customer(services, business_name="Mehta Steel")
    rows = [["1/8/26", "Mehta Steel", "500"], ["1/8/26", "Mehta Steel", "700"], ["1/8/26", "Mehta Steel", "500"]]
    path = write(["Receipt date", "Customer", "Amount"], *rows)
    asked = order(services, path, "payment")
    assert asked.columns == {0: "date", 1: "customer", 2: "amount"}
    assert kinds(services.imports.run(asked)) == {"new": 2, "doubtful": 1}
    assert kinds(services.imports.run(asked)) == {"same": 2, "doubtful": 1}


@pytest.fixture
def filled(services: Services) -> Services:
    for number in range(3):
        customer(
            services, business_name=f"=Firm {number}", phone="+91 98", pincode="011001", opening_balance="-1234567.5"
        )
    for _ in range(2):
        customer(services, business_name="Twin")
    twin = everything(services, "customer")[-1]
    product = services.records.create("product", {"name": "Bulb", "gst_rate": "18"})
    for number in range(2):
        services.records.create(
            "invoice",
            {
                "number": f"00{number}", "date": "2026-08-01", "customer": twin["id"], "narration": " one\r\ntwo\x01",
                "lines": [{"product": product["id"], "quantity": "0.125", "rate": "99999999999999.99"}, {"description": "'-x"}],
                "taxes": [{"name": "CGST", "rate": "9", "amount": "1"}], "total": "5",
            },
        )  # fmt: skip
    return services


@pytest.mark.parametrize("name", ["out.csv", "out.xlsx"])
@pytest.mark.parametrize("entity", ["customer", "invoice"])
def test_what_was_exported_comes_back_unchanged(filled, tmp_path, entity, name):
    path = tmp_path / name
    said: list[tuple[int, int]] = []
    out = filled.exports.run(ExportOrder(entity), path, say=lambda *step: said.append(step))
    assert said[-1] == (out.records, out.records)
    preview = filled.imports.preview(order(filled, path, entity))
    assert kinds(preview) == {"same": out.records}
    assert not (tmp_path / f"{name}.part").exists()


def test_lines_on_sheets_of_their_own_say_whose_they_are(filled, tmp_path):
    path = tmp_path / "out.xlsx"
    filled.exports.run(ExportOrder("invoice", own_sheets=True), path)
    book = load_workbook(path)
    assert book.sheetnames == ["Invoices", "Lines", "Taxes"]
    head, first = (list(row) for row in book["Lines"].iter_rows(max_row=2))
    assert [cell.value for cell in head][:5] == ["Number", "Date", "Customer", "Lines: Product", "Lines: Description"]
    assert (first[0].value, first[0].data_type, first[1].is_date) == ("000", "s", True)
    assert book["Invoices"].freeze_panes == "A2"
    for sheet in book.sheetnames:
        look = filled.imports.look(path, "invoice", sheet)
        asked = ImportOrder(path, "invoice", look.guessed, look.header, sheet)
        assert kinds(filled.imports.preview(asked)) == {"same": 2}
    with pytest.raises(InvalidInput, match="one sheet"):
        filled.exports.run(ExportOrder("invoice", own_sheets=True), tmp_path / "a.csv")


def test_an_export_is_what_the_screen_shows(filled, tmp_path):
    path = tmp_path / "out.csv"
    assert filled.exports.count(ExportOrder("customer", q="twin")) == 2
    filled.exports.run(ExportOrder("customer", q="firm 2"), path)
    lines = path.read_bytes().decode("utf-8-sig").splitlines()
    assert len(lines) == 2
    assert lines[1].startswith("'=Firm 2,,,'+91 98,")


def test_a_file_that_can_not_be_written_leaves_the_old_one(filled, tmp_path, monkeypatch):
    path = tmp_path / "out.xlsx"
    path.write_text("old")
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        filled.exports.run(ExportOrder("customer"), path, token)

    def locked(self: Path, target: Any) -> None:
        raise PermissionError(13, "in use")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", locked)
        with pytest.raises(StorageError, match="can't be written"):
            filled.exports.run(ExportOrder("customer"), path)
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == ["out.xlsx"]
    assert path.read_text() == "old"
    with pytest.raises(StorageError, match="is not there"):
        filled.exports.run(ExportOrder("customer"), tmp_path / "no" / "a.csv")
    with monkeypatch.context() as patch:
        patch.setattr(writing.os, "fsync", full)
        for name in ("full.csv", "full.xlsx"):
            with pytest.raises(StorageError, match="disk is full"):
                filled.exports.run(ExportOrder("customer"), tmp_path / name)
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == ["out.xlsx"]


def test_stopped_or_cut_short_it_goes_on_where_it_was(services, write, monkeypatch):
    monkeypatch.setattr(imports_module, "_AT_ONCE", 2)
    path = write(["Business name"], *([f"Firm {number}"] for number in range(5)))
    token = CancelToken()
    done = services.imports.run(order(services, path), token, lambda done, total: token.cancel())
    assert (done.stopped, kinds(done)) == (True, {"new": 2})
    assert len(everything(services, "customer")) == 2

    def ended(done: int, total: int) -> None:
        if done == 4:
            raise RuntimeError("the program ends")

    with pytest.raises(RuntimeError, match="program ends"):
        services.imports.run(order(services, path), say=ended)
    assert len(everything(services, "customer")) == 4
    assert kinds(services.imports.run(order(services, path))) == {"same": 4, "new": 1}
    services.imports.undo(services.imports.last().id)
    assert len(everything(services, "customer")) == 4

    def full(*_: Any) -> None:
        raise StorageError("The disk is full.", hint="Free some space.")

    more = write(["Business name"], *([f"More {number}"] for number in range(5)))
    with monkeypatch.context() as patch:
        patch.setattr(imports_module, "tell", full)
        with pytest.raises(StorageError):
            services.imports.run(order(services, more))
        assert services.imports.last().undone  # nothing of it is there
        real = iter([lambda *_: None, full])
        patch.setattr(imports_module, "tell", lambda *given: next(real)(*given))
        done = services.imports.run(order(services, more))
    assert (done.stopped, done.trouble, kinds(done)) == (True, "Free some space.", {"new": 2})
    assert services.imports.last().id == done.import_id
    assert len(everything(services, "customer")) == 6


def test_the_rules_of_mappings_hold_and_connections_hear_of_it(services, write):
    connection = services.connections.create(
        {
            "erp_system": "tally",
            "connection_name": "Books",
            "auth_config": {"company": "C"},
            "base_url": "http://localhost:9",
        }
    )
    links = [
        {"local_field": "business_name", "remote_field": "NAME", "field_type": "text"},
        {
            "local_field": "phone",
            "remote_field": "LEDGERPHONE",
            "field_type": "text",
            "validation": [{"rule": "phone"}],
        },
    ]
    services.configs.create(
        {
            "connection_id": connection.id,
            "entity_type": "customer",
            "remote_module": "customer",
            "field_mappings": links,
        }
    )
    path = write(["Business name", "Phone"], ["A", "12"], ["B", "+919876543210"])
    done = services.imports.run(order(services, path))
    assert kinds(done) == {"new": 1, "wrong": 1}
    (fault,) = (fault for item in done.items for fault in item.faults)
    assert (fault.column, fault.reason.split(",")[0]) == ("Phone", "Phone: “12” is not a telephone number")
    (made,) = everything(services, "customer")
    with services._parts.db.read() as conn:
        dirty = conn.exec_driver_sql("SELECT connection_id, local_entity_id FROM dirty").all()
    assert [tuple(row) for row in dirty] == [(connection.id, made["id"])]


def test_what_is_wrong_can_be_saved_corrected_and_imported(services, write, tmp_path):
    path = write(["Business name", "Credit limit"], ["A", "1"], ["B", "x"], ["", "2"])
    asked = order(services, path)
    services.imports.run(asked)
    out = tmp_path / "wrong.xlsx"
    assert services.imports.save_failed(asked, out) == 2
    rows = [[cell.value for cell in row] for row in load_workbook(out).active.iter_rows()]
    assert rows[0] == ["Business name", "Credit limit", "What is wrong"]
    assert rows[1][:2] == ["B", "x"]
    assert "“x” is not a number" in rows[1][2]
    assert services.imports.look(out, "customer").guessed == {0: "business_name", 1: "credit_limit"}


def test_files_that_are_none_are_refused_in_words(services, write, tmp_path):
    path = write(["Business name"], ["A"])
    asked = order(services, path, stamp=(1, 1))
    with pytest.raises(Conflicting, match="changed since the preview"):
        services.imports.run(asked)
    seen = services.imports.preview(order(services, path)).stamp
    asked = order(services, path, stamp=seen)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(imports_module, "read", lambda *given: (path.write_text("Business name\nZZ\n"), read(*given))[1])
        with pytest.raises(Conflicting, match="changed since the preview"):
            services.imports.run(asked)  # it is saved while it is read
    assert everything(services, "customer") == []
    (tmp_path / "x.xlsx").write_bytes(b"PK nothing")
    for name, words in (("x.xlsx", "no Excel file"), ("x.pdf", "neither"), ("gone.csv", "not there")):
        with pytest.raises(InvalidInput, match=words):
            services.imports.look(tmp_path / name, "customer") if name != "x.pdf" else services.imports.look(
                write(["a"], name="x.pdf"), "customer"
            )
    with pytest.raises(InvalidInput, match="is empty"):
        services.imports.look(write(name="e.csv"), "customer")
    book = Workbook()
    book.create_sheet("Second").append(["Business name", "City"])
    book["Second"].append(["A", "#N/A"])
    book.save(tmp_path / "two.xlsx")
    look = services.imports.look(tmp_path / "two.xlsx", "customer")
    assert (look.sheet, look.sheets) == ("Second", ("Sheet", "Second"))
    (item,) = services.imports.preview(order(services, tmp_path / "two.xlsx")).items
    assert item.faults[0].shown == "#N/A"


def test_doubtful_rows_are_decided_one_by_one(services, write):
    other = customer(services, business_name="Other GST", gstin="29AAPFU0939F1ZR")
    twins = [customer(services, business_name="Double", city=city) for city in ("Pune", "Goa")]
    path = write(
        ["Party Name", "GST No", "Phone"],
        ["Other GST", GSTIN, "1"],
        ["Double", "", "2"],
        ["Double", "", "3"],
        ["Other GST", GSTIN[:-1] + "X", "4"],
    )
    asked = order(services, path)
    items = services.imports.preview(asked).items
    assert [(item.kind, item.may_be_new, [one["id"] for one in item.candidates]) for item in items] == [
        (v.DOUBTFUL, True, [other["id"]]),
        (v.DOUBTFUL, True, [one["id"] for one in twins]),
        (v.DOUBTFUL, True, [one["id"] for one in twins]),
        (v.DOUBTFUL, True, [other["id"]]),
    ]
    assert (items[1].candidates[1]["city"], items[1].candidates[1]["business_name"]) == ("Goa", "Double")
    decided = {2: v.DECIDED_NEW, 3: twins[1]["id"], 4: twins[1]["id"], 5: "nonsense"}
    done = services.imports.run(replace(asked, decided=decided))
    assert kinds(done) == {"new": 1, "changed": 1, "doubtful": 2}
    assert [item.reason for item in done.items if item.kind == v.DOUBTFUL] == [v.TWICE, v.OTHER_KEY]
    assert services.records.get("customer", twins[1]["id"])["phone"] == "2"
    assert sorted(one["gstin"] for one in services.records.page("customer", q="other gst")[0]) == [
        GSTIN,
        other["gstin"],
    ]
