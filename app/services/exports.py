"""Records as a CSV or Excel file: read page by page, written row by row."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.db.records.reading import spec_of
from app.model.cancel import CancelToken
from app.model.entities import EntitySpec
from app.model.errors import InvalidInput
from app.sheets.columns import ID, ID_COLUMN, PARTY, Column, columns, head_columns, line_columns
from app.sheets.writing import Sheet, Writer, writing

if TYPE_CHECKING:
    from app.services.parts import Parts

#: Records of one query.
_AT_ONCE = 500
#: What a line's row says of its document, in a sheet of lines.
_KEYS = ("number", "date", "customer")
#: Told as ``(records done, records in all)``.
Told = Callable[[int, int], None]


@dataclass(frozen=True)
class ExportOrder:
    """``q`` and ``state`` as the records screen has them. ``own_sheets``: lines on sheets of their own (Excel alone); else a row a
    line, with the document's fields in each."""

    entity: str
    q: str | None = None
    state: str | None = None
    own_sheets: bool = False


@dataclass(frozen=True)
class Exported:
    path: Path
    records: int


class Exports:
    def __init__(self, parts: Parts) -> None:
        self._records = parts.stores.records

    def count(self, order: ExportOrder, cancel: CancelToken | None = None) -> int:
        """How many records it would be."""
        return self._records.page_starts(order.entity, q=order.q, state=order.state, page_size=_AT_ONCE, cancel=cancel)[
            0
        ]

    def run(
        self,
        order: ExportOrder,
        path: Path,
        cancel: CancelToken | None = None,
        say: Told = lambda *_: None,
    ) -> Exported:
        """Write the file, Excel for ``.xlsx`` and CSV for ``.csv``; it is there when all is in it. Raises :class:`InvalidInput`
        for another kind of file, :class:`StorageError` where it can't be written, :class:`Cancelled`."""
        spec = spec_of(order.entity)
        if path.suffix.lower() not in (".xlsx", ".csv"):
            raise InvalidInput(f"{path.name} is neither .xlsx nor .csv.", hint="Choose one of the two.", field="file")
        if order.own_sheets and path.suffix.lower() != ".xlsx":
            raise InvalidInput(
                "A CSV file has one sheet.", hint="Choose Excel, or one row for each line.", field="own_sheets"
            )
        cancel = cancel or CancelToken()
        apart = order.own_sheets and spec.is_document
        total, done = self.count(order, cancel), 0
        with writing(path, _own_sheets(spec) if apart else [Sheet(spec.plural, columns(spec))]) as writer:
            for page in self._pages(spec, order):
                cancel.check()
                for record in page:
                    _write(writer, spec, record, apart=apart)
                done += len(page)
                say(done, max(total, done))
        return Exported(path, done)

    def _pages(self, spec: EntitySpec, order: ExportOrder) -> Iterator[list[dict[str, Any]]]:
        after: str | None = None
        while True:
            page = self._records.page(spec.name, q=order.q, state=order.state, after_id=after, limit=_AT_ONCE)
            if not page:
                return
            yield page
            after = page[-1]["id"]


def _own_sheets(spec: EntitySpec) -> list[Sheet]:
    return [
        Sheet(spec.plural, (*head_columns(spec), ID_COLUMN)),
        *(Sheet(group.title, (*_keys(spec), *line_columns(group), ID_COLUMN)) for group in spec.line_fields),
    ]


def _keys(spec: EntitySpec) -> tuple[Column, ...]:
    return tuple(one for one in head_columns(spec) if one.name in _KEYS)


def _write(writer: Writer, spec: EntitySpec, record: Mapping[str, Any], *, apart: bool) -> None:
    head = [_value(record, one.name) for one in head_columns(spec)]
    groups = [[_line(group.child, line) for line in record[group.name]] for group in spec.line_fields]
    if apart:
        writer.row(spec.plural, [*head, record[ID]])
        keys = [_value(record, one.name) for one in _keys(spec)]
        for group, lines in zip(spec.line_fields, groups, strict=True):
            for line in lines:
                writer.row(group.title, [*keys, *line, record[ID]])
        return
    empty = [[None] * len(group.children) for group in spec.line_fields]
    for side_by_side in list(zip_longest(*groups)) or [()]:
        lines = [line or none for line, none in zip_longest(side_by_side, empty)]
        writer.row(spec.plural, [*head, *(cell for line in lines for cell in line), record[ID]])


def _value(record: Mapping[str, Any], name: str) -> Any:
    if name == PARTY:
        return None if record.get("customer") else record["custom"].get("party")
    return _plain(record[name])


def _line(fields: Mapping[str, Any], line: Mapping[str, Any]) -> Sequence[Any]:
    return [_plain(line.get(name)) for name in fields]


def _plain(value: Any) -> Any:
    return value["label"] if isinstance(value, dict) else value
