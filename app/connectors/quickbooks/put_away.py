"""What we took out of use in QuickBooks because it was deleted here: a name stays there as inactive, a voided document with nothing
in it, and neither must come back as new (docs/protocols/quickbooks.md: Deletions)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.connectors.base import ConnectorState
from app.connectors.quickbooks.records import Row, is_void

_KEPT = "put_away"


class PutAway:
    """By entity the ids of those that we made inactive or void, and that are so still."""

    def __init__(self, state: ConnectorState) -> None:
        self._state = state
        kept = state.load(_KEPT)
        self._ids: dict[str, list[str]] = kept if isinstance(kept, dict) else {}

    def add(self, entity: str, idents: Iterable[str]) -> None:
        """Those that are about to be: nobody may have to ask afterwards whether it was done. One that is in use all the same is
        there again with :meth:`leave_out`."""
        ours = self._ids.setdefault(entity, [])
        fresh = [ident for ident in idents if ident not in ours]
        if fresh:
            ours += fresh
            self._state.save(_KEPT, self._ids)

    def leave_out(self, entity: str, rows: Sequence[Row]) -> Sequence[Row]:
        """``rows`` without these. One that somebody took into use again is there again."""
        ours = self._ids.get(entity)
        if not ours:
            return rows
        back = [str(row["Id"]) for row in rows if str(row["Id"]) in ours and not is_away(row)]
        if back:
            self._ids[entity] = [ident for ident in ours if ident not in back]
            self._state.save(_KEPT, self._ids)
        return [row for row in rows if str(row["Id"]) not in self._ids[entity]]


def is_away(row: Row) -> bool:
    return row.get("Active") is False or is_void(row)
