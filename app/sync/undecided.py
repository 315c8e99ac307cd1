"""Records that are matched by what they name, while it is an open question which of the hub's records that is.

An invoice is matched by its customer, too. While a person has yet to say which customer that is, an invoice that may be one of
the hub's waits with it: made at once, it would be there twice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Connection

from app.db.inbox import InboxStore, Parked
from app.db.merge import MergeStore
from app.db.shapes import HubRow
from app.mapping.compiled import PendingReference
from app.mapping.errors import MappingError
from app.model.entities import EntitySpec
from app.model.records import RemoteRecord
from app.model.values import Values
from app.sync.context import RunContext
from app.sync.matching import MatchKey, match_key
from app.sync.reads import Read, read_all
from app.sync.scope import EntityScope

#: A record as its mapping reads it, and the lookups in it that found nothing.
Seen = tuple[Read, Values, Sequence[PendingReference]]


class Undecided:
    def __init__(self, store: MergeStore, context: RunContext) -> None:
        self._store = store
        self._context = context
        self._inbox = InboxStore(context.connection_id)
        #: In a dry run, what it would park (by the key that others name it by), and what it would take out of the inbox.
        self._parked: dict[tuple[str, str], str] = {}
        self._taken: set[Parked] = set()
        #: By entity, the keys of the records that wait, and for what.
        self._waiting: dict[str, Mapping[MatchKey, set[str]]] = {}

    # --- coming in -----------------------------------------------------------------------------------------------

    def note_parked(self, entity: str, record: RemoteRecord) -> None:
        if self._context.plan is not None and record.key:
            self._parked[entity, record.key] = record.id
            self._taken.discard(Parked(entity, record.id))

    def note_taken(self, entity: str, remote_id: str) -> None:
        if self._context.plan is not None:
            self._taken.add(Parked(entity, remote_id))

    def awaited(self, conn: Connection, scope: EntityScope, seen: Iterable[Seen]) -> dict[str, Parked]:
        """By remote id of those that must wait: the parked record that each names. There is a record of the hub that is the same
        in all else that they are matched by, and what that one names may be the parked record."""
        names = _lookups(scope.entity, scope.match_on)
        if not names:
            return {}
        unknown = {
            read.record.id: (values, [one for one in pending if one.line is None and one.field in names])
            for read, values, pending in seen
        }
        parked = self._parked_by_key(conn, (one for _, pending in unknown.values() for one in pending))
        found: dict[str, Parked] = {}
        #: By the fields that are not known yet: what else the records are matched by.
        keys: dict[tuple[str, ...], dict[MatchKey, list[str]]] = defaultdict(lambda: defaultdict(list))
        for rid, (values, pending) in unknown.items():
            other = next((parked[one.target, one.key] for one in pending if (one.target, one.key) in parked), None)
            fields = tuple(one.field for one in pending)
            if other is not None and (key := match_key(values, _without(scope.match_on, fields))) is not None:
                found[rid] = other
                keys[fields][key].append(rid)
        alike = {rid for fields, wanted in keys.items() for rid in self._alike(conn, scope, fields, wanted)}
        return {rid: other for rid, other in found.items() if rid in alike}

    def _parked_by_key(self, conn: Connection, pending: Iterable[PendingReference]) -> dict[tuple[str, str], Parked]:
        wanted: dict[str, set[str]] = defaultdict(set)
        for one in pending:
            wanted[one.target].add(one.key)
        found: dict[tuple[str, str], Parked] = {}
        for entity, keys in wanted.items():
            ids = self._inbox.by_key(conn, entity, keys)
            ids |= {key: self._parked[entity, key] for key in keys if (entity, key) in self._parked}
            found |= {(entity, key): Parked(entity, rid) for key, rid in ids.items()}
        return {named: other for named, other in found.items() if other not in self._taken}

    def _alike(
        self, conn: Connection, scope: EntityScope, fields: Sequence[str], wanted: Mapping[MatchKey, list[str]]
    ) -> Iterator[str]:
        """Those of the remote ids for which the hub has a record with that key that names in ``fields`` what isn't linked."""
        known = _without(scope.match_on, fields)
        first = next((at for at, name in enumerate(known) if name not in _lookups(scope.entity, known)), None)
        if first is None:
            return
        values = list({key[first] for key in wanted})
        hits = self._store.unlinked_by_field(conn, self._context.connection_id, scope.entity.name, known[first], values)
        rows = self._store.hub_rows(conn, scope.entity.name, [hub_id for hub_id, _ in hits])
        keys = {hub_id: match_key(row.values, known) for hub_id, row in rows.items()}
        for hub_id in self._naming(conn, list(rows.values()), fields, frozenset()):
            key = keys[hub_id]
            yield from wanted.get(key, ()) if key is not None else ()

    # --- going out -----------------------------------------------------------------------------------------------

    def held_back(self, conn: Connection, scope: EntityScope, hubs: Sequence[HubRow]) -> set[str]:
        """Those of these unlinked records that one of the waiting may be: sent, they would be there twice. (What is read is read
        before anything is sent: what waits is looked up once.)"""
        entity = scope.entity.name
        if entity not in self._waiting:
            self._waiting[entity] = self._keys_waiting(conn, scope)
        waiting, names = self._waiting[entity], _lookups(scope.entity, scope.match_on)
        held: set[str] = set()
        if waiting:
            plain = _without(scope.match_on, names)
            for hub in hubs:
                key = match_key(hub.values, plain)
                if key is not None and key in waiting:
                    held |= self._naming(conn, [hub], names, waiting[key])
        return held

    def _keys_waiting(self, conn: Connection, scope: EntityScope) -> Mapping[MatchKey, set[str]]:
        """The match keys, as far as they name no record, and the remote ids of what is undecided."""
        rows = self._inbox.waiting(conn, scope.entity.name)
        waits = {record.id: parked.remote_id for record, parked in rows}
        names = _lookups(scope.entity, scope.match_on)
        found: dict[MatchKey, set[str]] = defaultdict(set)
        for read in read_all(scope, (record for record, _ in rows))[0]:
            try:
                values, _ = scope.mapping.to_local(read.raw, lambda *_: None)
            except MappingError:  # told of where the record is taken
                continue
            key = match_key(values, _without(scope.match_on, names))
            if key is not None:
                found[key].add(waits[read.record.id])
        return found

    # -------------------------------------------------------------------------------------------------------------

    def _naming(
        self, conn: Connection, hubs: Sequence[HubRow], names: Sequence[str], remote_ids: Collection[str]
    ) -> set[str]:
        """Those of the hub's records that name, in one of these fields, a record that is not linked, or linked to one of
        ``remote_ids``."""
        named = {hub.id: [one for name in names if isinstance(one := hub.values.get(name), str)] for hub in hubs}
        links = self._store.links_of(
            conn, self._context.connection_id, sorted({one for ids in named.values() for one in ids})
        )
        return {
            hub_id
            for hub_id, ids in named.items()
            if any((link := links.get(one)) is None or link.remote_id in remote_ids for one in ids)
        }


def _lookups(spec: EntitySpec, names: Sequence[str]) -> list[str]:
    """Those of ``names`` that name another record."""
    return [name for name in names if (known := spec.field.get(name)) is not None and known.lookup]


def _without(names: Sequence[str], others: Sequence[str]) -> list[str]:
    return [name for name in names if name not in others]
