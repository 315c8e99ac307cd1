"""What we took out of use in an ERP that deletes nothing, because it was deleted here: a name stays there as inactive, a cancelled
document with its number, and neither must come back as new."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

from app.connectors.base import ConnectorState

Row = Mapping[str, Any]
_KEPT = "put_away"


class PutAway:
    """By module the ids of those that we made inactive or cancelled, and that are so still. ``ident`` tells a row's id,
    ``is_away`` whether it is out of use."""

    def __init__(
        self, state: ConnectorState, ident: Callable[[str, Row], str], is_away: Callable[[str, Row], bool]
    ) -> None:
        self._state = state
        self._ident = ident
        self._is_away = is_away
        self._ids: dict[str, list[str]] = {}
        self._load()

    def add(self, module: str, idents: Iterable[str]) -> None:
        """Those that are about to be: nobody may have to ask afterwards whether it was done. One that is in use all the same is
        there again with :meth:`leave_out`."""
        ours = self._load().setdefault(module, [])
        fresh = [ident for ident in idents if ident not in ours]
        if fresh:
            ours += fresh
            self._state.save(_KEPT, self._ids)

    def holds(self, module: str, ident: str) -> bool:
        return ident in self._ids.get(module, ())

    def take_back(self, module: str, idents: Collection[str]) -> None:
        """These are in use again."""
        ours = self._load().get(module, [])
        self._ids[module] = [ident for ident in ours if ident not in idents]
        self._state.save(_KEPT, self._ids)

    def _load(self) -> dict[str, list[str]]:
        """As it is kept now: the same connection may be open a second time."""
        kept = self._state.load(_KEPT)
        self._ids = kept if isinstance(kept, dict) else {}
        return self._ids

    def leave_out(self, module: str, rows: Sequence[Row]) -> Sequence[Row]:
        """``rows`` without these. One that somebody took into use again is there again."""
        ours = self._ids.get(module)
        if not ours:
            return rows
        named = [(self._ident(module, row), row) for row in rows]
        back = {ident for ident, row in named if ident in ours and not self._is_away(module, row)}
        if back:
            self.take_back(module, back)
        return [row for ident, row in named if not self.holds(module, ident)]
