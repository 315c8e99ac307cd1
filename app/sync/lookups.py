"""Which hub record does an ERP's key mean? Found for a whole page at once, and remembered between pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from app.db.merge import MergeStore
from app.db.sql import load
from app.mapping.targets import named_by
from app.model.entities import ENTITIES
from app.model.values import Values
from app.sync.context import RunContext
from app.sync.scope import EntityScope
from app.sync.shadows import all_bare

#: Of how many masters of an entity the hub ids are remembered between pages.
_REMEMBERED = 30_000


class KeyMemory:
    """By entity, ``key → hub id`` of lookups already resolved: the newest half of ``limit``, and the half before it, which is
    forgotten as a whole (a dry run forgets none: what it would create is nowhere else)."""

    def __init__(self, limit: int | None) -> None:
        self._half = None if limit is None else limit // 2
        self._new: dict[str, dict[str, str]] = defaultdict(dict)
        self._old: dict[str, dict[str, str]] = defaultdict(dict)

    def get(self, entity: str, key: str) -> str | None:
        return self._new[entity].get(key) or self._old[entity].get(key)

    def forget(self, entity: str, key: str) -> None:
        self._new[entity].pop(key, None)
        self._old[entity].pop(key, None)

    def put(self, entity: str, found: Iterable[tuple[str, str]]) -> None:
        """Pairs of a key and a hub id."""
        newest = self._new[entity]
        newest.update(found)
        if self._half is not None and len(newest) >= self._half:
            self._old[entity], self._new[entity] = newest, {}


class Lookups:
    """One run's lookups in one connection."""

    def __init__(self, store: MergeStore, context: RunContext) -> None:
        self._store = store
        self._context = context
        self._keys = KeyMemory(None if context.plan else _REMEMBERED)
        self._page_keys: dict[tuple[str, str], str] = {}
        self._by_field: dict[tuple[str, str], list[str]] = {}

    def forget(self, entity: str, key: str) -> None:
        """The key no longer names one record."""
        self._keys.forget(entity, key)

    def remember(self, scope: EntityScope, found: Iterable[tuple[str, str]]) -> None:
        """Pairs of a key, if it names one record only, and a hub id. Masters are named over and over; a document is named by few,
        and there are many: those are looked up when they are (a dry run keeps them too: what it would create is nowhere else)."""
        entity, clashing = scope.entity.name, self._context.clashing
        if not scope.entity.is_document or self._context.plan is not None:
            self._keys.put(entity, [one for one in found if (entity, one[0]) not in clashing] if clashing else found)

    def find(self, target: str, key: str) -> str | None:
        """The hub id that a lookup names, among what :meth:`resolve` found. Raises ``ValueError`` with the end of a sentence for a
        value that several records have."""
        found = self._by_field.get((target, key), ())
        if len(found) > 1:
            spec, by = named_by(target)
            assert by is not None  # the ERP's own keys are in the other two
            raise ValueError(
                f"names no single record: {len(found)} {spec.plural.lower()} have it as their {by.title}. Change it in all"
                " but one of them"
            )
        return found[0] if found else self._keys.get(target, key) or self._page_keys.get((target, key))

    def resolve(self, conn: Connection, scope: EntityScope, raws: Iterable[Values]) -> None:
        """Find the hub ids of all lookups of a page: one query for each target looked up. What names a record by one of its fields
        is not remembered beyond the page: fields change."""
        wanted: dict[str, set[str]] = defaultdict(set)
        self._by_field = {}
        for raw in raws if scope.mapping.looks_up else ():
            for target, key in scope.mapping.lookups(raw):
                if self.find(target, key) is None:
                    wanted[target].add(key)
        for entity, keys in wanted.items():
            spec, by = named_by(entity)
            if by is not None:
                by_value = self._store.by_field(conn, spec.name, by.name, keys)
                self._by_field |= {(entity, key): ids for key, ids in by_value.items()}
                continue
            found = self._store.local_ids_by_key(conn, self._context.connection_id, entity, list(keys))
            if ENTITIES[entity].is_document:
                self._page_keys = {(entity, key): local_id for key, local_id in found.items()}
                continue
            self._keys.put(entity, found.items())

    def references(
        self, conn: Connection, scope: EntityScope, remote_ids: Sequence[str]
    ) -> tuple[set[str], dict[str, frozenset[str]]]:
        """Of linked documents: those that are known, and the remote ids of what they referred to by entity, as their
        shadows have it."""
        links = self._store.links(conn, self._context.connection_id, scope.entity.name, remote_ids)
        keys: dict[str, set[str]] = defaultdict(set)
        for link in links.values():
            for entity, key in scope.mapping.lookups(all_bare(load(link.base_remote))):
                keys[entity].add(key)
        found: dict[str, frozenset[str]] = defaultdict(frozenset)
        for target, wanted in keys.items():
            found[named_by(target)[0].name] |= self._remote_ids(conn, target, wanted)
        known = set(links) if scope.mapping.follows_references else set()
        return known, found

    def _remote_ids(self, conn: Connection, target: str, keys: set[str]) -> frozenset[str]:
        connection_id = self._context.connection_id
        spec, by = named_by(target)
        if by is None:
            return frozenset(self._store.remote_ids_by_key(conn, connection_id, target, list(keys)).values())
        ids = [hub_id for found in self._store.by_field(conn, spec.name, by.name, keys).values() for hub_id in found]
        return frozenset(link.remote_id for link in self._store.links_of(conn, connection_id, ids).values())
