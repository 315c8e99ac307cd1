"""Files are read whatever wrote them, and what was written is read back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from app.model.entities import CUSTOMER, INVOICE
from app.model.errors import InvalidInput
from app.sheets import reading
from app.sheets import writing as writing_module
from app.sheets.columns import columns, targets
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
    assert decoded("Café – ₹".encode("cp1252", "replace")).startswith("Café –")


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
