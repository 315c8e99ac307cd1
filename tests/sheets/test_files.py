"""Files are read whatever wrote them, and what was written is read back."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.xml.constants import SHEET_MAIN_NS

from app.model.entities import CUSTOMER, INVOICE, FieldSpec
from app.model.errors import InvalidInput
from app.sheets import reading
from app.sheets import writing as writing_module
from app.sheets.columns import Column, columns, targets
from app.sheets.gather import Choice, drafts
from app.sheets.headers import file_columns, guess
from app.sheets.reading import decoded, guess_delimiter, read
from app.sheets.writing import Sheet, writing

TABLE = "नाम;City\r\nA;पुणे\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_any_encoding(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(TABLE.encode(encoding))
    assert read(path).rows == ((1, ("नाम", "City")), (2, ("A", "पुणे")))


def test_what_windows_writes() -> None:
    found = decoded("Name\nCafé – ₹".encode("cp1252", "replace"))
    assert (found.text[:12], found.encoding, found.odd) == ("Name\nCafé – ", "cp1252", (2,))


def test_a_broken_byte_does_not_change_how_the_others_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("Name;City\nकमल;पुणे\n".encode() + b"Caf\xe9;Goa\n" + "राम;दिल्ली\n".encode())
    found = read(path)
    assert (found.encoding, found.odd) == ("utf-8", (3,))
    assert [row for number, row in found.rows if number != 3] == [("Name", "City"), ("कमल", "पुणे"), ("राम", "दिल्ली")]
    (one,) = drafts(CUSTOMER, [found.rows[2]], Choice({0: "business_name"}, {0: "Name"}))
    assert [fault.words for fault in one.faults] == ["Name: “Caf\ufffd” holds a character that is not text"]
    as_windows = read(path, encoding="cp1252")
    assert (as_windows.rows[2][1], as_windows.odd) == (("Café", "Goa"), ())


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a,b\n1,2\n", ","),
        ("a;b\n1,5;2\n", ";"),
        ("a\tb\n", "\t"),
        ("a|b\n", "|"),
        ("one\n", ","),
        ('"a;b",c\n"x;y",d\n', ","),
    ],
)
def test_delimiter(text: str, wanted: str) -> None:
    assert guess_delimiter(text) == wanted


def test_excel_s_own_mark_is_no_row(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("sep=;\na,b;c\n")
    assert read(path).rows == ((2, ("a,b", "c")),)


def test_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a\n1\n2\n3\n")
    monkeypatch.setattr(reading, "MOST_ROWS", 2)
    with pytest.raises(InvalidInput, match="more than 2 rows"):
        read(path)
    path.write_text('a,"' + "x" * 200_000 + '"\n')
    with pytest.raises(InvalidInput, match="no table of text"):
        read(path)


@pytest.mark.parametrize("endless", ["," * (2 << 20), '"\n",,,' * (1 << 18)], ids=["columns", "open"])
def test_a_row_that_never_ends_is_none(tmp_path: Path, endless: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a,b\n" + endless)
    with pytest.raises(InvalidInput, match="no table of text"):
        read(path)


SHEET = "xl/worksheets/sheet1.xml"
_ROWS = f'<worksheet xmlns="{SHEET_MAIN_NS}"><sheetData>{{}}</sheetData></worksheet>'


@pytest.mark.parametrize(
    ("part", "content", "words"),
    [
        (SHEET, _ROWS.format('<row r="2000000000"><c><v>1</v></c></row>'), "more than 200,000 rows"),
        (SHEET, _ROWS.format('<row r="1"><c r="ZZ1"><v>1</v></c></row>'), "more than 200 columns"),
        (SHEET, _ROWS.format('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'), "damaged"),
        (SHEET, _ROWS.format('<row r="1"><c r="A1" s="99"><v>1</v></c></row>'), "damaged"),
        (SHEET, '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>' + _ROWS.format("<row>&a;</row>"), "damaged"),
        ("xl/workbook.xml", "<workbook bad='1'/>", "damaged"),
        (
            "xl/styles.xml",
            f'<styleSheet xmlns="{SHEET_MAIN_NS}"><cellXfs><xf a="1"/></cellXfs></styleSheet>',
            "damaged",
        ),
        ("xl/sharedStrings.xml", "x" * 5000, "holds too much"),
    ],
    ids=["row", "columns", "text", "style", "entity", "workbook", "styles", "texts"],
)
def test_a_hostile_excel_file_is_refused_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: str, content: str, words: str
) -> None:
    plain, path = tmp_path / "plain.xlsx", tmp_path / "a.xlsx"
    book = Workbook()
    book.active.append(["Rate"])
    book.save(plain)
    monkeypatch.setattr(reading, "_MOST_BESIDE", sum(one.file_size for one in ZipFile(plain).infolist()) + 3000)
    with ZipFile(plain) as before, ZipFile(path, "w") as after:
        for name in {*before.namelist(), part}:
            after.writestr(name, content if name == part else before.read(name))
    with pytest.raises(InvalidInput, match=words):
        read(path)
    monkeypatch.setattr(reading, "_SMALL", 1)
    with ZipFile(path, "w", ZIP_DEFLATED) as file:
        file.writestr(SHEET, "x" * 10_000_000)
    with pytest.raises(InvalidInput, match="holds too much"):
        read(path)


def test_a_title_is_no_formula_either(tmp_path: Path) -> None:
    title = Column("", '=HYPERLINK("http://thief.example")', FieldSpec(""))
    with writing(tmp_path / "a.csv", [Sheet("", [title])]):
        pass
    assert (tmp_path / "a.csv").read_text(encoding="utf-8-sig").startswith("\"'=")
    assert read(tmp_path / "a.csv").rows == ((1, (title.title,)),)


def test_excel_shows_what_the_eye_reads(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = Workbook()
    book.active.append(["Rate", "Empty", None])
    book.active.append([0.18])
    book.active["A2"].number_format = "0.00%"
    book.active["Z2"].number_format = "0.00"
    book.save(path)
    assert read(path).rows == ((1, ("Rate", "Empty")), (2, ("18%",)))


def test_a_full_sheet_goes_on_in_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing_module, "MOST_ROWS", 3)
    some = columns(CUSTOMER)[:1]
    with writing(tmp_path / "a.xlsx", [Sheet("Customers", some)]) as writer:
        for number in range(3):
            writer.row("Customers", [f"\x01Firm {number}"])
    book = load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames == ["Customers", "Customers (2)"]
    assert book["Customers (2)"]["A2"].value == "Firm 2"


def words() -> st.SearchStrategy[str]:
    kept = st.characters(exclude_categories=["Cs", "Cc", "Zs"], exclude_characters="\ufffe\uffff\xa0")
    return st.text(kept, min_size=1, max_size=8).filter(lambda text: not text.startswith("#"))


def record() -> st.SearchStrategy[dict[str, Any]]:
    values = {"text": words(), "lookup": words(), "picklist": st.sampled_from(["draft", "posted"]), "boolean": st.booleans(),
              "date": st.dates().map(lambda day: day.isoformat()), "number": st.integers(-(10**9), 10**9).map(str)}  # fmt: skip
    fields = {name: one.field for name, one in targets(INVOICE).items() if name != "id"}
    return st.fixed_dictionaries(
        {}, optional={name: values[str(one.type)] for name, one in fields.items() if not one.money}
    )


@settings(max_examples=10)
@given(st.lists(record(), min_size=1, max_size=4), st.sampled_from(["a.csv", "a.xlsx"]))
def test_written_is_read(tmp_path_factory: pytest.TempPathFactory, found: list[dict[str, Any]], name: str) -> None:
    path = tmp_path_factory.getbasetemp() / name
    titles = columns(INVOICE)
    with writing(path, [Sheet("Invoices", titles)]) as writer:
        for at, one in enumerate(found):
            writer.row("Invoices", [*(one.get(column.name) for column in titles[:-1]), f"id-{at}"])
    sheet = read(path)
    shown = file_columns(sheet, 1)
    mapping = {at: column.name for at, column in enumerate(titles) if not column.readonly}
    guessed = guess(INVOICE, shown)
    assert {at: mapping[at] for at in guessed if mapping[at] != "id"} == {
        at: n for at, n in guessed.items() if n != "id"
    }
    made = drafts(INVOICE, [row for row in sheet.rows if row[0] > 1], Choice(mapping, {}))
    for at, (one, draft) in enumerate(zip(found, made, strict=True)):
        assert (draft.id, draft.faults) == (f"id-{at}", [])
        flat = {name: value for name, value in draft.values.items() if not isinstance(value, list)}
        for group, lines in draft.values.items():
            if isinstance(lines, list):
                flat |= {f"{group}[].{name}": value for name, value in lines[0].items() if value is not None}
        assert flat == one
