"""Sheets as a CSV or Excel file. Runs on a worker thread."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from app.sheets.cells import harmless

Sheets = Mapping[str, Sequence[Sequence[Any]]]


def save(path: Path, sheets: Sheets) -> None:
    """Excel for ``.xlsx``, otherwise CSV. Raises ``OSError``."""
    if path.suffix.lower() == ".xlsx":
        _save_excel(path, sheets)
    else:
        _save_csv(path, sheets)


def _save_csv(path: Path, sheets: Sheets) -> None:
    """One sheet below the other; a byte order mark, so that Excel reads Devanagari."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        for at, (title, rows) in enumerate(sheets.items()):
            writer.writerows([[], [title]] if at else [[title]])
            writer.writerows([harmless(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)


def _save_excel(path: Path, sheets: Sheets) -> None:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    book = Workbook(write_only=True)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title[:31])
        sheet.freeze_panes = "A2"
        for at in range(1, len(rows[0]) + 1):
            sheet.column_dimensions[chr(ord("A") + at - 1)].width = 18
        for number, row in enumerate(rows):
            cells = []
            for value in row:
                cell = WriteOnlyCell(sheet, value)
                if isinstance(value, str):
                    cell.data_type = "s"  # a name that begins with = is no formula
                if isinstance(value, Decimal):
                    cell.number_format = "#,##0.00"
                if number == 0:
                    cell.font = Font(bold=True)
                cells.append(cell)
            sheet.append(cells)
    book.save(path)
