"""Writing a CSV or Excel file row by row: whole at the end or not there at all, and the memory does not grow with the rows."""

from __future__ import annotations

import csv
import errno
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Protocol

from app.model.errors import StorageError
from app.model.values import FieldType
from app.sheets.cells import harmless, writable
from app.sheets.columns import Column

#: Excel has no room for more.
MOST_ROWS = 1_048_576
#: Excel keeps no more digits of a number.
_EXCEL_DIGITS = 15
_WIDTHS = {FieldType.DATE: 12, FieldType.NUMBER: 14, FieldType.BOOLEAN: 9, FieldType.LOOKUP: 28, FieldType.PICKLIST: 12}
_FORMATS = {FieldType.TEXT: "@", FieldType.LOOKUP: "@", FieldType.PICKLIST: "@", FieldType.DATE: "dd-mm-yyyy"}
_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))


@dataclass(frozen=True)
class Sheet:
    title: str
    columns: Sequence[Column]


class Writer(Protocol):
    """``cells`` are canonical values, one for each column of the sheet of that title."""

    def row(self, sheet: str, cells: Sequence[Any]) -> None: ...


@contextmanager
def writing(path: Path, sheets: Sequence[Sheet]) -> Iterator[Writer]:
    """Excel for ``.xlsx``, otherwise CSV (with one sheet). The file is replaced when all rows are in; whatever is raised inside
    leaves the old one. Raises :class:`StorageError` for a full disk, a file that another program holds, a folder without
    rights."""
    part = path.with_name(f"{path.name}.part")
    try:
        try:
            with _excel(part, sheets) if path.suffix.lower() == ".xlsx" else _csv(part, sheets[0]) as writer:
                yield writer
            part.replace(path)
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)
    except OSError as error:
        raise _trouble(path, error) from error


def _trouble(path: Path, error: OSError) -> StorageError:
    if error.errno in _FULL:
        return StorageError(
            f"The disk is full: {path.name} was not written.",
            hint="Free some space or choose another disk.",
            code="full",
        )
    if isinstance(error, FileNotFoundError):
        return StorageError(f"The folder {path.parent} is not there.", hint="Choose another folder.", code="no_folder")
    if isinstance(error, PermissionError):
        return StorageError(
            f"{path.name} can't be written; what was there before is unchanged.",
            hint="Close it where it is open (Excel locks a file), or choose another name or folder.",
            code="locked",
        )
    return StorageError(
        f"{path.name} can't be written: {error.strerror or error}.", hint="Choose another folder.", code="not_written"
    )


# --- CSV ----------------------------------------------------------------------------------------------------------


class _CsvWriter:
    def __init__(self, writer: Any, sheet: Sheet) -> None:
        self._writer = writer
        self._columns = sheet.columns

    def row(self, sheet: str, cells: Sequence[Any]) -> None:
        self._writer.writerow([_csv_cell(one, cell) for one, cell in zip(self._columns, cells, strict=True)])


@contextmanager
def _csv(part: Path, sheet: Sheet) -> Iterator[_CsvWriter]:
    """With a byte order mark, so that Excel reads Devanagari."""
    with part.open("w", encoding="utf-8-sig", newline="", errors="replace") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow([harmless(one.title) for one in sheet.columns])
        yield _CsvWriter(writer, sheet)
        file.flush()
        os.fsync(file.fileno())


def _csv_cell(column: Column, value: Any) -> Any:
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return harmless(value) if isinstance(value, str) and not column.is_number else value


# --- Excel --------------------------------------------------------------------------------------------------------


class _ExcelWriter:
    """A sheet that is full goes on in another: ``Invoices (2)``."""

    def __init__(self, book: Any, sheets: Sequence[Sheet]) -> None:
        from openpyxl.styles import Font

        self._book = book
        self._bold = Font(bold=True)
        self._sheets: Mapping[str, Sheet] = {one.title: one for one in sheets}
        self._open: dict[str, tuple[Any, int, int]] = {}  # the sheet, its rows, the how manieth it is
        for one in sheets:
            self._begin(one.title, 1)

    def row(self, sheet: str, cells: Sequence[Any]) -> None:
        made, rows, number = self._open[sheet]
        if rows == MOST_ROWS:
            made, rows, number = self._begin(sheet, number + 1)
        columns = self._sheets[sheet].columns
        made.append([self._cell(made, one, value) for one, value in zip(columns, cells, strict=True)])
        self._open[sheet] = (made, rows + 1, number)

    def _begin(self, title: str, number: int) -> tuple[Any, int, int]:
        from openpyxl.utils import get_column_letter

        made = self._book.create_sheet(title if number == 1 else f"{title} ({number})")
        made.freeze_panes = "A2"
        columns = self._sheets[title].columns
        for at, one in enumerate(columns, start=1):
            width = max(_WIDTHS.get(one.field.type, 20), len(one.title) + 2)
            made.column_dimensions[get_column_letter(at)].width = width
        made.append([self._title(made, one) for one in columns])
        self._open[title] = (made, 1, number)
        return self._open[title]

    def _title(self, sheet: Any, column: Column) -> Any:
        cell = self._typed(sheet, column.title)
        cell.font = self._bold
        return cell

    def _typed(self, sheet: Any, text: str) -> Any:
        from openpyxl.cell import WriteOnlyCell

        cell = WriteOnlyCell(sheet, writable(text))
        cell.data_type = "s"  # a name that begins with = is no formula
        return cell

    def _cell(self, sheet: Any, column: Column, value: Any) -> Any:
        from openpyxl.cell import WriteOnlyCell

        if value is None or value == "":
            return None
        kind = column.field.type
        typed: Any  # openpyxl's types know neither dates nor decimals
        if isinstance(value, bool):
            return "Yes" if value else "No"
        if kind is FieldType.DATE:
            typed = date.fromisoformat(value)
            cell = WriteOnlyCell(sheet, typed)
        elif kind is FieldType.NUMBER and len(value.strip("-").replace(".", "").strip("0")) <= _EXCEL_DIGITS:
            typed = Decimal(value)
            cell = WriteOnlyCell(sheet, typed)
        else:
            cell = self._typed(sheet, value)
        cell.number_format = "#,##0.00" if column.field.money else _FORMATS.get(kind, "General")
        return cell


@contextmanager
def _excel(part: Path, sheets: Sequence[Sheet]) -> Iterator[_ExcelWriter]:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    try:
        yield _ExcelWriter(book, sheets)
        with part.open("wb") as file:
            book.save(file)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        sheets_: list[Any] = book.worksheets
        for sheet in sheets_:  # they write into files of their own until they are saved
            with suppress(Exception):
                sheet.close()
            with suppress(Exception):
                sheet._writer.cleanup()
        raise
