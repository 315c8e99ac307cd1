"""The columns of a kind of record in a file: fields, and the fields of a document's lines beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from app.model.entities import EntitySpec, FieldSpec
from app.model.values import FieldType

#: By which a row is known again that this program exported.
ID = "id"
#: Whom a paper names that is no customer of the hub (a cash sale): written, never read.
PARTY = "custom.party"
_ID_TITLE = "SalesMate id"
_PARTY_TITLE = "Party (not a customer)"


@dataclass(frozen=True)
class Column:
    """``name`` as mappings have it (``lines[].rate``); ``group`` is the list that ``field`` is in, if it is in one."""

    name: str
    title: str
    field: FieldSpec
    group: str = ""

    @property
    def readonly(self) -> bool:
        return self.field.readonly or self.name == PARTY

    @property
    def is_number(self) -> bool:
        return self.field.type is FieldType.NUMBER


@cache
def head_columns(spec: EntitySpec) -> tuple[Column, ...]:
    """The record's own fields."""
    found = [Column(field.name, field.title, field) for field in spec.scalar_fields]
    if spec.is_document:
        at = next(number for number, one in enumerate(found) if one.name == "customer")
        found.insert(at + 1, Column(PARTY, _PARTY_TITLE, FieldSpec(PARTY)))
    return tuple(found)


@cache
def line_columns(group: FieldSpec) -> tuple[Column, ...]:
    """The fields of a list's lines: ``Lines: Rate``."""
    return tuple(
        Column(f"{group.name}[].{child.name}", f"{group.title}: {child.title}", child, group.name)
        for child in group.children
    )


ID_COLUMN = Column(ID, _ID_TITLE, FieldSpec(ID))


def columns(spec: EntitySpec) -> tuple[Column, ...]:
    """All of them, in the order of an exported file."""
    return (*head_columns(spec), *_lines(spec), ID_COLUMN)


def targets(spec: EntitySpec) -> dict[str, Column]:
    """What a file's column can be taken into, by name."""
    return {one.name: one for one in columns(spec) if not one.readonly}


def _lines(spec: EntitySpec) -> Iterator[Column]:
    for group in spec.line_fields:
        yield from line_columns(group)
