"""What an import shows: plain values, made by :mod:`app.services.imports`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.sheets.gather import Fault
from app.sheets.headers import FileColumn
from app.sheets.reading import UTF8, UTF16, WINDOWS

NEW, CHANGED, SAME, DOUBTFUL, WRONG = "new", "changed", "same", "doubtful", "wrong"
#: What a person decides of a doubtful row, besides a record's id: it is none of those here.
DECIDED_NEW = "new"
#: What a text file may be written in (:mod:`app.sheets.reading`).
ENCODINGS = (UTF8, WINDOWS, UTF16)
KINDS = (NEW, CHANGED, SAME, DOUBTFUL, WRONG)
#: Why a row is doubtful, or wrong as a whole. Fixed sentences, so that they can be translated.
SEVERAL_KEY = "Several records here have the same identifying fields. Correct them, or add the SalesMate id."
SEVERAL_NAME = "Several records here bear this name. Add what tells them apart, or the SalesMate id."
OTHER_KEY = "A record here bears this name, but another GSTIN, e-mail or SKU. Is it the same?"
OTHER_CUSTOMER = "A document here has this number and date, but another customer. Is it the same?"
TWICE = "An earlier row of this file is about the same record."
NO_SUCH_ID = "No record here has this SalesMate id. Empty the cell to make a new record."
IS_DELETED = "The record with this SalesMate id was deleted here. Bring it back first, or empty the cell."
NEEDED = "This field is needed."
WHOLE_REASONS = (SEVERAL_KEY, SEVERAL_NAME, OTHER_KEY, OTHER_CUSTOMER, TWICE, NO_SUCH_ID, IS_DELETED, NEEDED)
NOT_FOUND = {
    "customer": "is not a customer here; import or add the customer first",
    "product": "is not a product here; import or add the product first",
    "contact": "is not a contact here; import or add the contact first",
    "invoice": "is not an invoice here; import or add the invoice first",
}
NOT_ONE = "is the name of several records here; write the SalesMate id instead"


@dataclass(frozen=True)
class FileLook:
    """A file as it was opened. ``header`` is the number of the titles' row; ``guessed`` the proposal ``{column's place:
    field}``; ``rows`` those below the titles. ``encoding`` of a text file (:data:`ENCODINGS`); ``odd``: the numbers of its lines
    that are no UTF-8."""

    path: Path
    sheets: tuple[str, ...]
    sheet: str
    header: int
    columns: tuple[FileColumn, ...]
    guessed: Mapping[int, str]
    rows: int
    encoding: str = ""
    odd: tuple[int, ...] = ()


@dataclass(frozen=True)
class ImportOrder:
    """``columns``: ``{column's place: field}`` (:func:`app.sheets.columns.targets`). ``only_new`` leaves records that are here as
    they are; ``clear``: an empty cell empties its field. ``stamp``: the file as the preview read it; ``encoding``: a text file's,
    where a person says so. ``decided``: ``{number of its first row: the id of the record that it is, or DECIDED_NEW}`` for doubtful
    rows; the others are left out."""

    path: Path
    entity: str
    columns: Mapping[int, str]
    header: int
    sheet: str = ""
    only_new: bool = False
    clear: bool = False
    stamp: tuple[int, int] | None = None
    encoding: str = ""
    decided: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True)
class FieldChange:
    """``name`` like ``city`` or ``lines[2].rate`` (from 0); lookups are ``{"id", "label"}``. A whole line that comes or goes is
    ``lines[2]``, with what it is about on one side."""

    name: str
    before: Any
    after: Any


@dataclass(frozen=True)
class ImportItem:
    """What becomes of one record of the file. ``by``: the fields by which it was found here; ``reason`` why it is doubtful;
    ``changes`` from what is here, or from nothing. A doubtful one may be one of the ``candidates`` (flat records from here), and
    may be made anew where it ``may_be_new``."""

    kind: str
    rows: tuple[int, ...]
    label: str
    record_id: str = ""
    by: tuple[str, ...] = ()
    reason: str = ""
    changes: tuple[FieldChange, ...] = ()
    faults: tuple[Fault, ...] = ()
    candidates: tuple[Mapping[str, Any], ...] = ()
    may_be_new: bool = False


@dataclass(frozen=True)
class Preview:
    """``counts`` by kind, of records; ``items`` the first of each kind (:data:`app.services.imports.SHOWN`)."""

    counts: Mapping[str, int]
    items: tuple[ImportItem, ...]
    rows: int
    stamp: tuple[int, int]


@dataclass(frozen=True)
class Imported:
    """``import_id`` is empty where nothing was written; ``left``: records that are here and were not to be changed; ``trouble``:
    what to do about the database that took no more (then it is ``stopped``, too)."""

    import_id: str
    counts: Mapping[str, int]
    left: int = 0
    stopped: bool = False
    trouble: str = ""
    items: tuple[ImportItem, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class PastImport:
    """An import that was made: of which file, of which kind of record, when (a stamp), and whether it was undone. ``kept``: what it
    changed is still known."""

    id: str
    file: str
    entity: str
    at: str
    undone: bool
    kept: bool = True

    @property
    def can_undo(self) -> bool:
        return self.kept and not self.undone
