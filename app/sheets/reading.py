"""A CSV or Excel file as rows of cells. Nothing is trusted: the file's size, its inside's size and its shape have limits."""

from __future__ import annotations

import csv
import io
import os
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from app.model.errors import InvalidInput
from app.sheets.cells import restored
from app.sheets.values import is_empty, plain

MOST_ROWS = 200_000
MOST_COLUMNS = 200
_MOST_BYTES = 200 << 20
#: What an Excel file may hold unpacked; what is not a sheet (the texts, the styles) is kept in memory as a whole.
_MOST_UNPACKED, _MOST_BESIDE = 1 << 30, 256 << 20
_SHEETS = "xl/worksheets/"
#: No file that a person made unpacks to more than so many times its size; a small one may.
_MOST_TIMES, _SMALL = 100, 1 << 20
#: Excel has no rows below this one.
_LAST_ROW = 1_048_576
#: A row of a CSV file that has more letters than this is none.
_LONGEST_ROW = 1 << 20
_SAMPLE_LINES = 60
_DELIMITERS = ",;\t|"
EXCEL = frozenset({".xlsx", ".xlsm"})
TEXT = frozenset({".csv", ".txt", ".tsv"})
#: What a text file may be written in, where neither a mark nor zeros tell.
UTF8, WINDOWS, UTF16 = "utf-8", "cp1252", "utf-16"
#: Of the lines that are no UTF-8 so many are named.
_MOST_ODD = 100
_SAVE_AS = "Open it in Excel and save it as an Excel workbook (.xlsx) or as CSV."

Row = tuple[Any, ...]


@dataclass(frozen=True)
class Sheet:
    """``rows`` with the number that each has in the file, empty ones left out; ``names`` are all sheets of an Excel file.
    ``encoding`` of a text file, and the numbers of its lines that are ``odd``: no UTF-8, so that it was guessed."""

    name: str
    names: tuple[str, ...]
    rows: tuple[tuple[int, Row], ...]
    encoding: str = ""
    odd: tuple[int, ...] = ()


def read(path: Path, sheet: str | None = None, check: Callable[[], None] = lambda: None, encoding: str = "") -> Sheet:
    """One sheet (by default the first that is not empty) of a file. ``check`` is called now and then and may raise;
    ``encoding``: a text file's, where a person says so. Raises :class:`InvalidInput` for what is no such file, is too large, or
    can't be read."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise InvalidInput(f"{path.name} is larger than 200 MB.", hint="Split it into several files.")
        if path.suffix.lower() in EXCEL:
            return _excel(path, sheet, check)
        if path.suffix.lower() not in TEXT:
            raise InvalidInput(f"{path.name} is neither a CSV nor an Excel file (.xlsx).", hint=_SAVE_AS)
        return _csv(path, check, encoding)
    except FileNotFoundError:
        raise InvalidInput(f"{path.name} is not there any more.", hint="Choose the file again.") from None
    except PermissionError:
        raise InvalidInput(
            f"{path.name} can't be opened.", hint="Close it where it is open (Excel locks a file), then try again."
        ) from None
    except OSError as error:
        raise InvalidInput(
            f"{path.name} can't be read: {error.strerror or error}.", hint="Check the disk or the network drive."
        ) from None


# --- CSV ----------------------------------------------------------------------------------------------------------


def _csv(path: Path, check: Callable[[], None], wanted: str) -> Sheet:
    found = decoded(path.read_bytes(), wanted)
    text = found.text
    first, _, rest = text.partition("\n")
    delimiter = ""
    if first.lower().startswith("sep=") and len(first.strip()) == 5:  # Excel's own mark
        delimiter, text = first.strip()[4], "\n" + rest
    delimiter = delimiter or guess_delimiter(text)
    try:
        rows = _limited(_csv_rows(text, delimiter), path, check)
    except csv.Error:
        raise InvalidInput(
            f"{path.name} is no table of text: a quotation mark that is not closed, or a cell that never ends.",
            hint=_SAVE_AS,
        ) from None
    return Sheet("", (), rows, found.encoding, found.odd)


def _csv_rows(text: str, delimiter: str) -> Iterator[Row]:
    lines = _Lines(text)
    for row in csv.reader(lines, delimiter=delimiter):
        lines.letters = 0
        yield tuple(map(restored, row))


class _Lines:
    """The lines of a text. Raises ``csv.Error`` when those of one row have too many ``letters``."""

    def __init__(self, text: str) -> None:
        self._lines = io.StringIO(text, newline="")
        self.letters = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._lines.readline(_LONGEST_ROW + 1)
        if not line:
            raise StopIteration
        self.letters += len(line)
        if self.letters > _LONGEST_ROW:
            raise csv.Error("a row that never ends")
        return line


@dataclass(frozen=True)
class Decoded:
    """``odd``: the numbers of the lines that are no UTF-8, where the encoding was guessed in spite of them."""

    text: str
    encoding: str
    odd: tuple[int, ...] = ()


def decoded(data: bytes, wanted: str = "") -> Decoded:
    """The text of a file: as is ``wanted``; else by its mark, by its zeros (UTF-16), by being UTF-8. Where it is neither, most of
    the lines with other letters than English ones decide whether it is UTF-8 with a few bytes broken (a cell that holds one is no
    text) or what Windows writes."""
    if wanted == WINDOWS:
        return Decoded(data.decode(WINDOWS, "replace"), WINDOWS)
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return Decoded(data.decode(encoding, "replace"), UTF8 if "8" in encoding else UTF16)
    if wanted == UTF16:
        return Decoded(data.decode("utf-16-le", "replace"), UTF16)
    head = data[:4000]
    if head and len(head) % 2 == 0 and not wanted:
        for encoding, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[0::2])):
            if zeros.count(0) * 2 > len(zeros):
                return Decoded(data.decode(encoding, "replace"), UTF16)
    try:
        return Decoded(data.decode(UTF8), UTF8)
    except UnicodeDecodeError:
        good, odd = _by_line(data)
        if wanted == UTF8 or (good and good >= len(odd)):
            return Decoded(data.decode(UTF8, "surrogateescape"), UTF8, tuple(odd[:_MOST_ODD]))
        return Decoded(data.decode(WINDOWS, "replace"), WINDOWS, tuple(odd[:_MOST_ODD]))


def _by_line(data: bytes) -> tuple[int, list[int]]:
    """So many lines with other letters than English ones are UTF-8, and the numbers of those that are not."""
    good, odd = 0, []
    for number, line in enumerate(data.split(b"\n"), start=1):
        if not line.isascii():
            try:
                line.decode(UTF8)
                good += 1
            except UnicodeDecodeError:
                odd.append(number)
    return good, odd


def guess_delimiter(text: str) -> str:
    """The one that splits most of the first lines into the same number of cells, two at least."""
    sample = "\n".join(text[:_LONGEST_ROW].splitlines()[:_SAMPLE_LINES])
    best, found = (0.0, 0), ","
    for delimiter in _DELIMITERS:
        try:
            counts = Counter(len(line) for line in csv.reader(io.StringIO(sample), delimiter=delimiter) if any(line))
        except csv.Error:
            continue
        if not counts:
            continue
        width, lines = max(counts.items(), key=lambda one: (one[0] > 1, one[1], one[0]))
        score = (lines / counts.total() if width > 1 else 0.0, width)
        if score > best:
            best, found = score, delimiter
    return found


def _limited(lines: Iterator[Row], path: Path, check: Callable[[], None]) -> tuple[tuple[int, Row], ...]:
    rows: list[tuple[int, Row]] = []
    for number, line in enumerate(lines, start=1):
        if number % 1000 == 0:
            check()
        nothing = all(map(is_empty, line))
        if number > _LAST_ROW or (len(rows) > MOST_ROWS and not nothing):
            raise InvalidInput(f"{path.name} has more than {MOST_ROWS:,} rows.", hint="Split it into several files.")
        if nothing:
            continue
        if len(line) > MOST_COLUMNS:
            raise InvalidInput(f"Row {number} of {path.name} has more than {MOST_COLUMNS} columns.", hint=_SAVE_AS)
        rows.append((number, line))
    return tuple(rows)


# --- Excel --------------------------------------------------------------------------------------------------------


def _excel(path: Path, wanted: str | None, check: Callable[[], None]) -> Sheet:
    broken = InvalidInput(f"{path.name} is no Excel file, or a damaged or protected one.", hint=_SAVE_AS)
    with path.open("rb") as file:  # openpyxl leaves a damaged one open, and Windows then locks it
        book = _book(file, path, broken)
        names = tuple(sheet.title for sheet in book.worksheets)
        if wanted is not None and wanted not in names:
            raise InvalidInput(f"{path.name} has no sheet “{wanted}”.", hint="Choose the file again.")
        sheet = Sheet("", names, ())
        for name in [wanted] if wanted is not None else names:
            found: Any = book[name]
            found.reset_dimensions()  # some programs write a wrong one, and rows beyond it would be lost
            sheet = Sheet(name, names, _limited(_excel_rows(found, broken), path, check))
            if sheet.rows:
                break
        return sheet


def _book(file: BinaryIO, path: Path, broken: InvalidInput) -> Any:
    from openpyxl import load_workbook

    try:
        with zipfile.ZipFile(file) as packed:
            parts = packed.infolist()
        beside = sum(part.file_size for part in parts if not part.filename.startswith(_SHEETS))
        most = min(_MOST_UNPACKED, _MOST_TIMES * max(os.fstat(file.fileno()).st_size, _SMALL))
        if beside > _MOST_BESIDE or sum(part.file_size for part in parts) > most:
            raise InvalidInput(f"{path.name} holds too much to be read.", hint="Split it into several files.")
        return load_workbook(file, read_only=True, data_only=True, keep_links=False)
    except (InvalidInput, OSError):
        raise
    except Exception as error:  # openpyxl raises whatever it stumbles over
        raise broken from error


def _excel_rows(sheet: Any, broken: InvalidInput) -> Iterator[Row]:
    try:
        for row in sheet.iter_rows():
            yield _trimmed(tuple(map(_cell, row)))
    except OSError:
        raise
    except Exception as error:
        raise broken from error


def _cell(cell: Any) -> Any:
    """Its value; 0.18 that Excel shows as 18 % is what the eye reads."""
    value = cell.value
    if isinstance(value, float | int) and not isinstance(value, bool) and "%" in (cell.number_format or ""):
        return f"{plain(value * 100.0)}%"
    return value


def _trimmed(row: Row) -> Row:
    """Without the formatted but empty cells at a row's end."""
    end = len(row)
    while end and is_empty(row[end - 1]):
        end -= 1
    return row[:end]
