"""What a first load need not ask of the hub, because it can't be so (docs/engine.md: A first load)."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from app.db.inbox import InboxStore
from app.db.merge import MergeStore
from app.sync.context import RunContext


class FirstLoad:
    """One run's of one connection. Whatever makes it uncertain has all asked for, as in any other run."""

    def __init__(self, store: MergeStore, context: RunContext) -> None:
        self._store = store
        self._context = context
        self._inbox = InboxStore(context.connection_id)
        #: By entity of which nothing was linked or parked: the greatest id so far, as a text and as a number; else ``None``.
        self._highest: dict[str, tuple[str, tuple[int, str]] | None] = {}
        #: By entity, the number of the newest row of a table that was empty when this run came to it, where all records are this
        #: connection's own; else ``None``.
        self._own: dict[str, int | None] = {}

    def none_is_linked(self, conn: Connection, entity: str, ids: Sequence[str]) -> bool:
        """Has certainly none of these remote records a link? Where nothing was linked or parked at the beginning, and ids count
        up, what is behind all that came in has none: links are made by this run, and by who decides about what is parked."""
        if entity not in self._highest:
            own = self._context.connection_id
            known = self._store.has_links(conn, own, entity) or self._inbox.has_any(conn, entity)
            self._highest[entity] = None if known else ("", (0, ""))
        highest = self._highest[entity]
        if highest is None or not ids:
            return not ids
        # Systems sort them as texts, or as numbers; of one length that is the same.
        texts = (min(ids), max(ids))
        one_length = len(set(map(len, ids))) == 1
        numbers = sorted((len(one), one) for one in (texts if one_length else ids))
        self._highest[entity] = (max(highest[0], texts[1]), max(highest[1], numbers[-1]))
        return texts[0] > highest[0] or numbers[0] > highest[1]

    def is_alone(self, conn: Connection, entity: str) -> bool:
        """Has nobody else made a record of ``entity``, from the beginning? Then all that is there is linked, and nothing can be
        like anything."""
        last = self._store.last_row(conn, entity)
        own = self._own.setdefault(entity, 0 if last == 0 else None)
        return own is not None and own == last

    def note_made(self, entity: str, count: int) -> None:
        """So many records of ours come into an entity's table now."""
        own = self._own.get(entity)
        if own is not None and self._context.plan is None:
            self._own[entity] = own + count

    def end(self, entity: str) -> None:
        """All of an entity's stream has come in. From here on links may be taken away, and what is new here is sent and linked."""
        self._own[entity] = self._highest[entity] = None
