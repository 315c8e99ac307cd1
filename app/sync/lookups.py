"""Which hub record does an ERP's key mean? Found for a whole page at once, and remembered between pages."""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from app.db.merge import MergeStore
from app.db.sql import load
from app.model.entities import ENTITIES
from app.model.values import Values
from app.sync.context import RunContext
from app.sync.scope import EntityScope

#: How many masters' ``(entity, key) → hub id`` are remembered between pages.
_REMEMBERED = 50_000


class KeyMemory:
    """``(entity, key) → hub id`` of lookups already resolved, the oldest forgotten first (a dry run forgets none: what it
    would create is nowhere else)."""

    def __init__(self, limit: int | None) -> None:
        self._limit = limit
        self._found: OrderedDict[tuple[str, str], str] = OrderedDict()

    def get(self, entity: str, key: str) -> str | None:
        return self._found.get((entity, key))

    def forget(self, entity: str, key: str) -> None:
        self._found.pop((entity, key), None)

    def put(self, entity: str, key: str, local_id: str) -> None:
        self._found[(entity, key)] = local_id
        if self._limit is not None and len(self._found) > self._limit:
            self._found.popitem(last=False)


class Lookups:
    """One run's lookups in one connection."""

    def __init__(self, store: MergeStore, context: RunContext) -> None:
        self._store = store
        self._context = context
        self._keys = KeyMemory(None if context.plan else _REMEMBERED)
        self._page_keys: dict[tuple[str, str], str] = {}

    def forget(self, entity: str, key: str) -> None:
        """The key no longer names one record."""
        self._keys.forget(entity, key)

    def remember(self, scope: EntityScope, key: str, local_id: str) -> None:
        """Masters are named over and over; a document is named by few, and there are many: those are looked up when they
        are (a dry run keeps them too: what it would create is nowhere else)."""
        if not scope.entity.is_document or self._context.plan is not None:
            self._keys.put(scope.entity.name, key, local_id)

    def find(self, entity: str, key: str) -> str | None:
        """The hub id that a lookup names, among what :meth:`resolve` found."""
        return self._keys.get(entity, key) or self._page_keys.get((entity, key))

    def resolve(self, conn: Connection, scope: EntityScope, raws: Iterable[Values]) -> None:
        """Find the hub ids of all lookups of a page: one query for each entity looked up."""
        wanted: dict[str, set[str]] = defaultdict(set)
        for raw in raws:
            for entity, key in scope.mapping.lookups(raw):
                if self.find(entity, key) is None:
                    wanted[entity].add(key)
        for entity, keys in wanted.items():
            found = self._store.local_ids_by_key(conn, self._context.connection_id, entity, list(keys))
            if ENTITIES[entity].is_document:
                self._page_keys = {(entity, key): local_id for key, local_id in found.items()}
                continue
            for key, local_id in found.items():
                self._keys.put(entity, key, local_id)

    def references(
        self, conn: Connection, scope: EntityScope, remote_ids: Sequence[str]
    ) -> tuple[set[str], dict[str, frozenset[str]]]:
        """Of linked documents: those that are known, and the remote ids of what they referred to by entity, as their
        shadows have it."""
        links = self._store.links(conn, self._context.connection_id, scope.entity.name, remote_ids)
        keys: dict[str, set[str]] = defaultdict(set)
        for link in links.values():
            for entity, key in scope.mapping.lookups(load(link.base_remote)):
                keys[entity].add(key)
        found = {
            entity: frozenset(
                self._store.remote_ids_by_key(conn, self._context.connection_id, entity, list(wanted)).values()
            )
            for entity, wanted in keys.items()
        }
        known = set(links) if scope.mapping.follows_references else set()
        return known, found
