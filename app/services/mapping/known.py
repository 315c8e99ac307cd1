"""What the records that values refer to are called and known by, looked up in the hub: the port of the mapping preview."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from sqlalchemy import select

from app.db.database import Database
from app.db.merge import MergeStore
from app.db.tables import entity_tables
from app.mapping.targets import named_by
from app.services.mapping.preview import Name

#: Not more parameters than SQLite takes in one statement on any build.
_CHUNK = 500


class Known:
    """See :class:`app.services.mapping.preview.Known`. Over one connection; a target is an entity or a field of one."""

    def __init__(self, db: Database, connection_id: str) -> None:
        self._db = db
        self._store = MergeStore(db.dialect)
        self._connection_id = connection_id

    def local_ids(self, wanted: Collection[Name]) -> Mapping[Name, str]:
        found: dict[Name, str] = {}
        with self._db.read() as conn:
            for target, keys in _by_target(wanted):
                spec, by = named_by(target)
                if by is None:
                    ids = self._store.local_ids_by_key(conn, self._connection_id, spec.name, keys)
                else:
                    # A value that several records have names none of them.
                    found_by = self._store.by_field(conn, spec.name, by.name, keys)
                    ids = {key: hub_ids[0] for key, hub_ids in found_by.items() if len(hub_ids) == 1}
                found |= {(target, key): local_id for key, local_id in ids.items()}
        return found

    def remote_keys(self, wanted: Collection[Name]) -> Mapping[Name, str]:
        found: dict[Name, str] = {}
        with self._db.read() as conn:
            for target, ids in _by_target(wanted):
                spec, by = named_by(target)
                if by is None:
                    links = self._store.links_of(conn, self._connection_id, ids)
                    found |= {(target, one): link.key or link.remote_id for one, link in links.items()}
                else:
                    found |= {(target, one): value for value, one in self._named(spec.name, by.name, ids)}
        return found

    def labels(self, wanted: Collection[Name]) -> Mapping[Name, str]:
        found: dict[Name, str] = {}
        for target, ids in _by_target(wanted):
            spec, _ = named_by(target)
            found |= {(target, one): label for label, one in self._named(spec.name, spec.label_field, ids)}
        return found

    def remote_labels(self, wanted: Collection[Name]) -> Mapping[Name, str]:
        found: dict[Name, str] = {}
        with self._db.read() as conn:
            for target, keys in _by_target(wanted):
                spec, by = named_by(target)
                if by is None:
                    labels = self._store.bearers(conn, self._connection_id, spec.name, keys)
                    found |= {(target, key): label for key, label in labels.items() if label}
        return found

    def _named(self, entity: str, name: str, ids: Sequence[str]) -> list[tuple[str, str]]:
        """``(the field's value, hub id)`` of these records, where there is one."""
        table = entity_tables[entity]
        rows: list[tuple[str, str]] = []
        with self._db.read() as conn:
            for at in range(0, len(ids), _CHUNK):
                query = select(table.c[name], table.c.id).where(table.c.id.in_(ids[at : at + _CHUNK]))
                rows += [(row[0], row[1]) for row in conn.execute(query) if row[0]]
        return rows


def _by_target(wanted: Collection[Name]) -> Iterator[tuple[str, list[str]]]:
    found: dict[str, list[str]] = defaultdict(list)
    for target, key in sorted(wanted):
        found[target].append(key)
    yield from found.items()
