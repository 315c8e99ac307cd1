"""What travels between a connector and the engine: remote records, tombstones, pages, cursors."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, NamedTuple

#: A remote record's own fields, under the ERP's names: canonical values, nested as the ERP nests them
#: (``{"NAME": …, "LEDMAILINGDETAILS": [{"PINCODE": …}]}``). An absent key was not read.
RemoteFields = Mapping[str, Any]


class RemoteRecord(NamedTuple):
    """One record as an ERP shows it now.

    ``id`` is the ERP's lasting identity, ``version`` its token for the present state (a counter, an ETag, a stamp) or
    ``""``. ``key`` is the name by which *other* records of that ERP refer to this one (a Tally ledger's folded name), or
    ``None``. ``label`` is what a person calls it (a voucher's number). ``sweep_key`` is what listings are bounded by (a
    voucher's date). ``partial`` marks a record of which only some fields were read (a balance refresh): nothing can be
    created from it; where the ERP names it by its key only, its ``id`` is ``""``. ``hub_key`` is our own key where the
    record carries one.

    (A named tuple: of a hundred thousand, each takes a third of the time that a frozen class does.)
    """

    module: str
    id: str
    version: str
    fields: RemoteFields
    key: str | None = None
    label: str = ""
    modified_at: str | None = None
    sweep_key: str | None = None
    partial: bool = False
    hub_key: str | None = None


#: A :class:`RemoteRecord` of all its fields in their order: by the class itself each costs twice as much.
new_record: Callable[[tuple[Any, ...]], RemoteRecord] = partial(tuple.__new__, RemoteRecord)


@dataclass(frozen=True, slots=True)
class Tombstone:
    """The ERP says that this record is gone (confirmed by the connector as its kind requires)."""

    module: str
    id: str


@dataclass(frozen=True, slots=True)
class RecordProblem:
    """A remote record that can't be read. The rest of its page is fine."""

    module: str
    id: str
    code: str
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """Some records of one stream, and where the stream stands after them.

    ``cursor`` is plain JSON, opaque to the engine; it is committed with the page's records, and the next call of
    ``changes`` gets it back. ``done`` marks the last page: its cursor is the watermark of a complete pull. ``expected``
    is the stream's number of records when the ERP tells it, for a progress bar.
    """

    stream: str
    records: tuple[RemoteRecord, ...] = ()
    tombstones: tuple[Tombstone, ...] = ()
    problems: tuple[RecordProblem, ...] = ()
    cursor: Mapping[str, Any] = field(default_factory=dict)
    done: bool = False
    expected: int | None = None
    note: str = ""
