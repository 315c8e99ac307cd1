"""Rows of a file as records to be: cells parsed by their fields' types, rows of the same document put together. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.model.entities import EntitySpec
from app.model.folding import fold
from app.sheets.columns import ID, Column, targets
from app.sheets.reading import Row
from app.sheets.values import Unreadable, is_empty, parse

DIFFERS = "differs from the first row of the same document"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a row: ``column`` is the title in the file (or empty), ``shown`` the cell's text, ``reason`` the end of the
    sentence, or a whole one where nothing is shown."""

    row: int
    column: str
    shown: str
    reason: str

    @property
    def words(self) -> str:
        """``Credit limit: “1,5” is not a number …``."""
        said = f"“{self.shown}” {self.reason}" if self.shown else self.reason
        return f"{self.column}: {said}" if self.column else said


@dataclass(slots=True)
class Draft:
    """A record as the file has it: ``rows`` are its rows' numbers, ``values`` canonical, a lookup by what it names. A field that
    is absent is not to be touched."""

    rows: list[int]
    id: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


@dataclass(frozen=True)
class Choice:
    """Which columns are taken into which fields (``{column's place: field}``), under which titles; ``clear``: an empty cell
    empties its field."""

    columns: Mapping[int, str]
    titles: Mapping[int, str]
    clear: bool = False

    def title(self, name: str) -> str:
        """The file's title of the column that is taken into a field; of ``lines[2].rate`` that of ``lines[].rate``."""
        plain = name if "[" not in name else f"{name.partition('[')[0]}[]{name.partition(']')[2]}"
        for at, field_name in self.columns.items():
            if field_name in (name, plain):
                return self.titles.get(at, "")
        return ""


def drafts(
    spec: EntitySpec, rows: Sequence[tuple[int, Row]], choice: Choice, check: Callable[[], None] = lambda: None
) -> list[Draft]:
    """The records of ``rows``, in the file's order. Rows of a document are those with the same id, or the same number and date; one
    that has neither goes on with the document above it."""
    known = targets(spec)
    taken = [(at, known[name]) for at, name in sorted(choice.columns.items()) if name in known]
    found: list[Draft] = []
    documents: dict[tuple[str, ...], Draft] = {}
    for count, (number, row) in enumerate(rows):
        if count % 500 == 0:
            check()
        one = _draft(number, row, taken, choice)
        if spec.is_document:
            key = _document(one)
            above = documents.get(key) if key else _continued(one, found)
            if above is not None:
                _join(above, one, choice)
                continue
            if key:
                documents[key] = one
        found.append(one)
    return found


def _draft(number: int, row: Row, taken: Sequence[tuple[int, Column]], choice: Choice) -> Draft:
    made = Draft([number])
    lines: dict[str, dict[str, Any]] = {}
    for at, column in taken:
        cell = row[at] if at < len(row) else None
        try:
            value = parse(column.field, cell)
        except Unreadable as error:
            made.faults.append(Fault(number, choice.titles.get(at, column.title), error.shown, error.reason))
            continue
        if column.name == ID:
            made.id = str(value or "").lower()
        elif column.group:
            lines.setdefault(column.group, {})[column.field.name] = value
        elif value is not None or (choice.clear and is_empty(cell)):
            made.values[column.name] = value
    for group, line in lines.items():
        if any(value is not None for value in line.values()):
            made.values[group] = [line]
    return made


def _document(one: Draft) -> tuple[str, ...]:
    if one.id:
        return (one.id,)
    number, date = one.values.get("number"), one.values.get("date")
    return (fold(number), date) if number and date else ()


def _continued(one: Draft, found: Sequence[Draft]) -> Draft | None:
    """The document above, for a row that has nothing but lines."""
    only_lines = all(value is None or isinstance(value, list) for value in one.values.values())
    has_lines = any(isinstance(value, list) for value in one.values.values())
    return found[-1] if found and has_lines and only_lines else None


def _join(above: Draft, one: Draft, choice: Choice) -> None:
    number = one.rows[0]
    above.rows.append(number)
    above.faults += one.faults
    for name, value in one.values.items():
        if isinstance(value, list):
            above.values.setdefault(name, []).extend(value)
        elif value is not None and above.values.get(name) is None:
            above.values[name] = value
        elif value is not None and above.values[name] != value:
            above.faults.append(Fault(number, choice.title(name), str(value), DIFFERS))
