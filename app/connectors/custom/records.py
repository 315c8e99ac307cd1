"""From a row of a list, or a record that was read alone, to a remote record."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from app.connectors.custom import moments
from app.connectors.custom.definition import Marked, Resource
from app.connectors.custom.templates import within
from app.connectors.custom.values import Kind, canonical
from app.model.clock import stamp
from app.model.records import RecordProblem, RemoteRecord

Row = Mapping[str, Any]


class RecordReader:
    """Of one resource. ``hub_key`` is the field with our id, empty for none; ``wanted``: the top-level fields that a mapping reads;
    ``None``: all."""

    def __init__(
        self,
        name: str,
        resource: Resource,
        kinds: Mapping[str, Kind],
        hub_key: str = "",
        wanted: Iterable[str] | None = None,
    ) -> None:
        self.name = name
        self.resource = resource
        self.kinds = kinds
        self.hub_key = hub_key
        self._wanted = None if wanted is None else frozenset(wanted)

    def read(self, row: Row) -> RemoteRecord:
        """Raises ``ValueError`` for a value that is not what the definition says."""
        fields = {}
        for name, value in row.items():
            if self._wanted is not None and name not in self._wanted:
                continue
            try:
                fields[name] = canonical(value, self.kinds.get(name))
            except ValueError as error:
                raise ValueError(f"{name}: {error}") from None
        if self._wanted is not None:
            # A field without a value may be left out.
            fields |= dict.fromkeys(self._wanted - fields.keys())
        ident = self.id(row)
        at = self.modified(row)
        return RemoteRecord(
            self.name,
            ident,
            self.version(row),
            fields,
            key=_words(within(row, self.resource.key)) if self.resource.key else ident,
            label=self.label(row),
            modified_at=None if at is None else stamp(at),
            sweep_key=ident,
            hub_key=(_words(within(row, self.hub_key)) or None) if self.hub_key else None,
        )

    def id(self, row: Row) -> str:
        """Empty where there is none."""
        return _words(within(row, self.resource.id))

    def label(self, row: Row) -> str:
        return _words(within(row, self.resource.label)) if self.resource.label else self.id(row)

    def version(self, row: Row) -> str:
        """Its version there; where there is none, a mark of all that is in it."""
        told = _words(within(row, self.resource.version)) if self.resource.version else ""
        return told or hashlib.sha256(json.dumps(row, sort_keys=True).encode()).hexdigest()[:32]

    def modified(self, row: Row) -> Any:
        how = self.resource.modified
        return moments.moment(within(row, how.field), how.format) if how else None

    def problem(self, row: Row, error: ValueError) -> RecordProblem:
        return RecordProblem(
            self.name,
            self.id(row),
            "unreadable",
            f"A value of this record is not what the definition says it is ({error}). The record was left as it is.",
            "Look at the record in the other system, or at the field's type in the connection's definition.",
        )


def is_marked(row: Row, mark: Marked | None) -> bool:
    """Is it the row of a deleted record?"""
    if mark is None:
        return False
    found = within(row, mark.field)
    return found not in (None, False, "") if mark.value is None else _words(found) == _words(mark.value)


def _words(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None or isinstance(value, Mapping | list) else str(value)
