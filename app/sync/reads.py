"""A remote record as the intake works with it, and what its link and the hub make of it. Pure."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from functools import partial
from typing import Any, NamedTuple

from app.db.shapes import HubRow, LinkRow
from app.db.sql import dump, load
from app.mapping.errors import MappingError
from app.model.records import RecordProblem, RemoteRecord
from app.model.values import Values
from app.sync.scope import EntityScope
from app.sync.shadows import UNREAD, bare, is_earlier, not_compared


class Read(NamedTuple):
    """A remote record with its raw values and their JSON."""

    record: RemoteRecord
    raw: Values
    text: str


_new_read: Callable[[tuple[Any, ...]], Read] = partial(tuple.__new__, Read)


def read_all(scope: EntityScope, records: Iterable[RemoteRecord]) -> tuple[list[Read], list[RecordProblem]]:
    """The raw values of records of one entity; of several with one id the last. What can't be mapped is a problem."""
    reads: dict[str, Read] = {}
    problems: list[RecordProblem] = []
    skim = scope.mapping.skim
    for record in records:
        try:
            text = dump(raw := skim(record.fields))
            if _NUL in text:
                raise ValueError
        except (ValueError, TypeError, AttributeError):
            try:  # with a name for what does not fit
                text = dump(raw := scope.mapping.read(record.fields))
            except MappingError as error:
                problems.append(problem_of(record, error))
                continue
        reads[record.id or f"key {record.key}"] = _new_read((record, raw, text))
    return list(reads.values()), problems


#: No database takes it in a text; as JSON has it.
_NUL = "\\u0000"


_ABSENT: Any = object()


def holds(shadow: str, read: Read) -> bool:
    """Does the shadow hold all values of a partial record? Of a refresh of forty thousand balances nearly all do: looking
    for the text of each field is much cheaper than taking every shadow apart. (Shadows are canonical JSON; a name at the
    end of a longer one is kept out by its quotation mark, and what is inside lines makes at most one look more.)"""
    if all(f"{dump(name)}:{dump(value)}" in shadow for name, value in read.raw.items()) and "[{" not in shadow:
        return True
    base = load(shadow)
    return all(base.get(name, _ABSENT) == value for name, value in read.raw.items())


def says_more(scope: EntityScope, link: LinkRow, read: Read) -> bool:
    """Did more change than what the record is called? A series that renumbers changes every number after a deletion, and
    that is nothing to hold a run for. Nor is a field that was linked, or linked otherwise, since: somebody asked for that."""
    base, label = load(link.base_remote), scope.entity.label_field
    return any(
        (before := base.get(name, _ABSENT)) != value and not is_earlier(before)
        for name, value in read.raw.items()
        if name != label
    )


def heard(raw: Values, base_remote: Values, readonly: Collection[str]) -> Values:
    """What a record that was deleted here is asked about. It lives again when somebody over there changed it; that a field is
    linked otherwise changes nothing, and waits until it does."""
    if not edits(raw, base_remote).issubset(readonly):
        return raw
    news = not_compared(base_remote)
    return {name: value for name, value in raw.items() if name not in news}


def edits(raw: Values, base_remote: Values) -> set[str]:
    """The fields that somebody over there changed since they were read, under whichever mapping."""
    before = {name: base_remote.get(name, _ABSENT) for name in raw}
    return {name for name, value in raw.items() if before[name] != UNREAD and bare(before[name]) != value}


def marks(record: RemoteRecord) -> tuple[str, str, str | None, str | None]:
    return (record.version, record.label, record.key, record.sweep_key)


def label_here(scope: EntityScope, hub: HubRow) -> str:
    """What a person calls the hub's record."""
    return str(hub.values.get(scope.entity.label_field) or "")


def problem_of(record: RemoteRecord, error: MappingError) -> RecordProblem:
    return RecordProblem(
        record.module,
        record.id,
        "mapping",
        f"{record.label or record.id}: {error}.",
        "Correct the value in the connected system, or change the field's mapping.",
    )
