"""Which row holds the titles, and which of a file's columns is probably which field: proposals that a person can change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.mapping.suggest import suggest
from app.model.entities import EntitySpec, FieldSpec
from app.model.folding import fold
from app.model.ids import is_id
from app.model.values import FieldType
from app.sheets.columns import ID, columns
from app.sheets.reading import Row, Sheet
from app.sheets.values import Unreadable, as_text, is_empty, parse

#: A title row is looked for above here: Tally's reports begin with the company's name and address.
_HEADER_WITHIN = 20
_SAMPLES = 20
_STRICT = {kind: FieldSpec("", kind) for kind in (FieldType.NUMBER, FieldType.DATE, FieldType.BOOLEAN)}
#: What columns are called in Indian offices, beside the synonyms of mappings. Titles without points.
_ALSO: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "number": {
        "order": ("order no", "so no", "voucher no", "vch no"),
        "invoice": ("invoice no", "inv no", "bill no", "bill number", "voucher no", "vch no"),
        "payment": ("receipt no", "receipt number", "payment no", "voucher no", "vch no"),
    },
    "date": {"order": ("so date",), "invoice": ("inv date", "bill date"), "payment": ("receipt date",)},
    "business_name": {"customer": ("party name", "customer name", "name of party", "ledger name", "name")},
    "gstin": {"customer": ("gst no", "gst number", "gstin no", "gstin/uin")},
    "mobile": {"customer": ("mobile no", "mobile number"), "contact": ("mobile no", "mobile number")},
    "phone": {"customer": ("phone no", "phone number"), "contact": ("phone no", "phone number")},
    "notes": {"customer": ("remark",), "contact": ("remark",), "deal": ("remark",)},
    "name": {"product": ("item name", "product name", "name of item", "stock item")},
    "gst_rate": {"product": ("gst %", "gst", "tax %")},
    "lines[].gst_rate": {"order": ("gst %", "tax %"), "invoice": ("gst %", "tax %")},
    "lines[].discount_percent": {"order": ("disc %", "discount %"), "invoice": ("disc %", "discount %")},
}


@dataclass(frozen=True)
class FileColumn:
    """One column of a file: ``at`` its place from 0, ``samples`` its first values as text. The rest is what
    :func:`app.mapping.suggest.suggest` looks at."""

    at: int
    title: str
    type: FieldType = FieldType.TEXT
    samples: tuple[str, ...] = ()
    #: The same in canonical form.
    likeness: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class _Offered:
    path: str
    title: str
    type: FieldType
    samples: tuple[str, ...]
    sample: str | None = None
    readonly: bool = False


def header_row(sheet: Sheet, spec: EntitySpec) -> int:
    """The number of the row that holds the titles: the one of the first rows in which most are known; else the first."""
    best, found = 1, sheet.rows[0][0] if sheet.rows else 1
    known = _exact(spec)
    for number, row in sheet.rows[:_HEADER_WITHIN]:
        names = {as_text(cell) for cell in row if not is_empty(cell)}
        if not all(isinstance(cell, str) for cell in row if not is_empty(cell)):
            continue
        count = sum(1 for name in names if _folded(name) in known)
        count = count or len(suggest(spec, [_Offered(name, name, FieldType.TEXT, ()) for name in names]))
        if count > best:
            best, found = count, number
    return found


def file_columns(sheet: Sheet, header: int) -> tuple[FileColumn, ...]:
    """The columns that have a title or values below it. One without a title is called by its letter."""
    titles: Row = next((row for number, row in sheet.rows if number == header), ())
    below = [row for number, row in sheet.rows if number > header]
    width = max((len(row) for row in (titles, *below)), default=0)
    found = []
    for at in range(width):
        title = as_text(titles[at]) if at < len(titles) else ""
        samples = _samples(below, at)
        if title or samples:
            kind, likeness = _kind(samples)
            shown = tuple(map(as_text, samples))
            found.append(FileColumn(at, title or f"({_letter(at)})", kind, shown, likeness))
    return tuple(found)


def guess(spec: EntitySpec, found: Sequence[FileColumn]) -> dict[int, str]:
    """``{column's place: field}``: exact titles first (as this program exports them), then what the suggestions of mappings say."""
    chosen: dict[int, str] = {}
    known, taken = _exact(spec), set()
    for one in found:
        name = known.get(_folded(one.title))
        if name is not None and name not in taken and (name != ID or all(map(is_id, one.samples))):
            chosen[one.at] = name
            taken.add(name)
    own = [field for field in spec.scalar_fields if field.name not in taken and not field.readonly]
    _suggested(EntitySpec(spec.name, "", tuple(own), "", "", ""), "", found, chosen)
    for group in spec.line_fields:
        left = tuple(child for child in group.children if f"{group.name}[].{child.name}" not in taken)
        # Of a file that was not ours only the first list's: of a paper that is its items.
        if group is spec.line_fields[0] and group.name != "allocations":
            _suggested(EntitySpec(group.name, "", left, "", "", ""), f"{group.name}[].", found, chosen)
    readonly = {one.name for one in columns(spec) if one.readonly}
    return {at: name for at, name in chosen.items() if name not in readonly}


def _suggested(part: EntitySpec, prefix: str, found: Sequence[FileColumn], chosen: dict[int, str]) -> None:
    offered = {
        str(one.at): _Offered(str(one.at), one.title, one.type, one.likeness) for one in found if one.at not in chosen
    }
    for made in suggest(part, list(offered.values())):
        chosen[int(made.remote)] = prefix + made.local


def _exact(spec: EntitySpec) -> dict[str, str]:
    """Field by folded title and by its own name; the record's own before those of its lines."""
    found: dict[str, str] = {}
    for one in columns(spec):
        for name in (one.title, one.name, *_ALSO.get(one.name, {}).get(spec.name, ())):
            found.setdefault(_folded(name), one.name)
    return found


def _folded(title: str) -> str:
    return fold(title.replace(".", " "))


def _samples(rows: Sequence[Row], at: int) -> tuple[Any, ...]:
    found: list[Any] = []
    for row in rows:
        if at < len(row) and not is_empty(row[at]):
            found.append(row[at])
            if len(found) == _SAMPLES:
                break
    return tuple(found)


def _kind(samples: Sequence[Any]) -> tuple[FieldType, tuple[str, ...]]:
    """The type that most samples are of (a few typing mistakes are no reason against it), and what they are then."""
    for kind, spec in _STRICT.items():
        words, wrong = [], 0
        for cell in samples:
            try:
                value = parse(spec, cell)
                words.append("Yes" if value is True else "No" if value is False else str(value))
            except Unreadable:
                words.append(as_text(cell))
                wrong += 1
        if wrong < len(samples) / 2:
            return kind, tuple(words)
    return FieldType.TEXT, tuple(map(as_text, samples))


def _letter(at: int) -> str:
    """Excel's name of a column."""
    name = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
